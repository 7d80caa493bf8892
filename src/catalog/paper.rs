//! What certificates print and how many sides of them are shown: an identity card is one pattern of several.
//!
//! Of people's papers: 居民身份证法 (address, portrait and emblem side), the measures on residence permits of 2018 (as the identity card,
//! with the address on the mainland), the travel permits, the permanent residence card and passports, which print no address. What
//! the platform wants as the back of a document of one page is documented nowhere (`wechat-api.md` section 4.2).
//! Of organisations' papers: what their printed forms call the address.

use super::CertificateKind;
use crate::identifiers::document::Document;

/// The sides of a paper that a filing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// 人像面 and 国徽面.
    PortraitAndEmblem,
    /// Two sides, neither of them with an emblem of its own.
    FrontAndBack,
    /// All of it stands on one side or page.
    One,
}

/// The script in which a paper has its holder's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Chinese characters only.
    Chinese,
    /// Chinese characters, with a transcription beside them: the characters count.
    ChineseAndLatin,
    /// Latin letters, with Chinese characters on some.
    Latin,
}

/// What a paper has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Which sides are shown.
    pub sides: Sides,
    /// What the address on it is called, in Chinese; `None` where it prints none.
    pub address: Option<&'static str>,
    /// How the name is written.
    pub script: Script,
}

/// What organisations' certificates call the address, by what their kinds are called; most say 住所.
const ADDRESSES: [(&str, Option<&str>); 14] = [
    ("营业执照", Some("住所（经营场所）")),
    ("外国企业常驻代表机构登记证", Some("驻在场所")),
    ("外国政府旅游部门常驻代表机构", Some("驻在地址")),
    ("组织机构代码", Some("地址")),
    ("社会信用代码证书", Some("地址")),
    ("部队代号", None),
    ("军队单位对外有偿服务许可证", Some("地址")),
    ("宗教活动场所登记证", Some("地址")),
    ("外国在华文化中心登记证", Some("地址")),
    ("民办学校办学许可证", Some("地址")),
    ("子女学校办学许可证", Some("地址")),
    ("医疗机构执业许可证", Some("地址")),
    ("公证机构执业证", Some("办公场所")),
    ("境外机构证件", Some("地址")),
];

impl Paper {
    /// What a person's document has.
    #[must_use]
    pub const fn of_person(document: Document) -> Self {
        const RESIDENCE: Option<&str> = Some("住址");
        let (sides, address, script) = match document {
            Document::ResidentId => (Sides::PortraitAndEmblem, RESIDENCE, Script::Chinese),
            Document::HkMacauResidence | Document::TaiwanResidence => (Sides::PortraitAndEmblem, RESIDENCE, Script::Chinese),
            Document::ForeignPr => (Sides::FrontAndBack, None, Script::Latin),
            Document::HkMacauPermit | Document::TaiwanPermit => (Sides::One, None, Script::ChineseAndLatin),
            Document::Passport => (Sides::One, None, Script::Latin),
            Document::Military => (Sides::FrontAndBack, None, Script::Chinese),
        };
        Self { sides, address, script }
    }

    /// Whether one picture shows all of it.
    #[must_use]
    pub const fn has_one_side(self) -> bool {
        matches!(self.sides, Sides::One)
    }
}

impl CertificateKind {
    /// What certificates of this kind have. Of a person's document that nothing is known about the identity card is the pattern.
    #[must_use]
    pub fn paper(&self) -> Paper {
        if self.person {
            return Paper::of_person(self.document().unwrap_or(Document::ResidentId));
        }
        let known = ADDRESSES.iter().find(|(name, _)| self.name.zh.contains(name));
        let address = known.map_or(Some("住所"), |(_, address)| *address);
        Paper { sides: Sides::One, address, script: Script::Chinese }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{certificate_kind, certificate_kinds};

    #[test]
    fn what_each_kind_of_the_list_has() {
        const TWO: Sides = Sides::PortraitAndEmblem;
        for (id, sides, address) in [
            (2, TWO, Some("住址")),
            (41, TWO, Some("住址")),
            (42, TWO, Some("住址")),
            (30, Sides::FrontAndBack, None),
            (14, Sides::One, None),
            (11, Sides::One, None),
            (7, Sides::One, None),
            (1, Sides::One, Some("住所（经营场所）")),
            (27, Sides::One, Some("驻在场所")),
            (4, Sides::One, Some("住所")),
            (13, Sides::One, Some("地址")),
            (9, Sides::One, Some("地址")),
            (5, Sides::One, None),
            (21, Sides::One, Some("住所")),
            (38, Sides::One, Some("地址")),
        ] {
            let paper = certificate_kind(id).unwrap().paper();
            assert_eq!((paper.sides, paper.address), (sides, address), "{id}");
        }
    }

    #[test]
    fn every_row_names_a_kind_of_the_list() {
        for (name, _) in ADDRESSES {
            assert!(certificate_kinds().iter().any(|kind| !kind.person && kind.name.zh.contains(name)), "{name}");
        }
    }
}
