//! Sources and figures, written out for people and for programs.

use super::{Lang, cli};
use crate::catalog::province::{self, EVERYWHERE};
use crate::catalog::source::{Publication, of_tags};
use crate::catalog::threshold::{Concern, Threshold, Unit, of_rule};
use crate::rules::{Finding, Source};
use crate::text::{Text, text};

crate::messages! {
    OURS = "本程序", "this program";
    DATED = "{title}，{publisher}，{date}", "{title}, {publisher}, {date}";
    READ = "{title}，{publisher}，{date} 查阅", "{title}, {publisher}, read {date}";
    UNDATED = "{title}，{publisher}", "{title}, {publisher}";
    FIGURES = "数值与出处：", "Figures and where they come from:";
    FIGURE = "{concern}：{value}（{where}，{weight}）  {source}", "{concern}: {value} ({where}, {weight})  {source}";
    EVERY_PROVINCE = "全国", "everywhere";
    MORE_THAN = "多于 {value}{unit}", "more than {value} {unit}";
    LESS_THAN = "不满 {value}{unit}", "less than {value} {unit}";
    PLAIN = "{value}{unit}", "{value} {unit}";
}

/// A source in the user's language. Empty texts stand for what it does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What it is called.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// When: a year, month or day.
    pub published: &'static str,
    /// The day it was last read.
    pub read: &'static str,
    /// Where it can be read.
    pub address: &'static str,
}

impl Cited {
    fn of(lang: Lang, publication: &Publication) -> Self {
        Self {
            title: publication.title.in_lang(lang),
            publisher: publication.publisher.in_lang(lang),
            published: publication.published,
            read: publication.read,
            address: publication.address,
        }
    }

    /// Title, publisher and date in one line.
    #[must_use]
    pub fn in_one_line(&self, lang: Lang) -> String {
        let (sentence, date) = match (self.published, self.read) {
            ("", "") => (UNDATED, ""),
            ("", read) => (READ, read),
            (published, _) => (DATED, published),
        };
        sentence.with(lang, &[("title", &self.title), ("publisher", &self.publisher), ("date", &date)])
    }
}

/// What a rule rests on.
#[must_use]
pub fn of_source(lang: Lang, source: &Source) -> Vec<Cited> {
    if source.publications.is_empty() {
        let (title, publisher) = (source.document.in_lang(lang), OURS.in_lang(lang));
        return vec![Cited { title, publisher, published: "", read: "", address: "" }];
    }
    source.publications.iter().map(|publication| Cited::of(lang, publication)).collect()
}

/// What a finding rests on.
#[must_use]
pub fn of_finding(lang: Lang, finding: &Finding) -> Vec<Cited> {
    match finding.source {
        Some(publication) => vec![Cited::of(lang, publication)],
        None => of_source(lang, &finding.rule.source),
    }
}

/// What the tags of a row stand for.
#[must_use]
pub fn of_row(lang: Lang, tags: &str) -> Vec<Cited> {
    of_tags(tags).map(|publication| Cited::of(lang, publication)).collect()
}

/// A figure with its source, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The record itself.
    pub threshold: &'static Threshold,
    /// What it is about.
    pub concern: &'static str,
    /// Where it holds.
    pub place: &'static str,
    /// The figure with its unit.
    pub value: String,
    /// Who says so.
    pub source: Cited,
}

impl Figure {
    /// The figure in one line.
    #[must_use]
    pub fn in_one_line(&self, lang: Lang) -> String {
        let weight = cli::severity(self.threshold.severity).in_lang(lang);
        let source = self.source.in_one_line(lang);
        FIGURE.with(
            lang,
            &[
                ("concern", &self.concern),
                ("value", &self.value),
                ("where", &self.place),
                ("weight", &weight),
                ("source", &source),
            ],
        )
    }
}

/// The figures that a rule judges by.
#[must_use]
pub fn figures(lang: Lang, rule: &str) -> Vec<Figure> {
    let figure = |threshold: &'static Threshold| {
        let place = match province::province(threshold.code) {
            Some(province) if threshold.code != EVERYWHERE => province.short,
            _ => EVERY_PROVINCE,
        };
        let value = match (threshold.strict, threshold.concern) {
            (true, Concern::LetterAge) => LESS_THAN,
            (true, _) => MORE_THAN,
            (false, _) => PLAIN,
        };
        Figure {
            threshold,
            concern: concern(threshold.concern).in_lang(lang),
            place: place.in_lang(lang),
            value: value
                .with(lang, &[("value", &threshold.value), ("unit", &unit(threshold.unit, threshold.value).in_lang(lang))]),
            source: Cited::of(lang, threshold.source),
        }
    };
    of_rule(rule).map(figure).collect()
}

/// What a figure is about.
const fn concern(concern: Concern) -> Text {
    match concern {
        Concern::CertificateLeft => text("提交当天证件剩余有效期", "Left on a certificate on the day of submission"),
        Concern::LetterAge => text("函件落款至今", "Age of a signed letter"),
        Concern::SubjectLongSide => {
            text("主体证件照片长边至少", "Longer side of a picture of the filing entity's certificate, at least")
        }
        Concern::SubjectShortSide => text("主体证件照片短边至少", "Its shorter side, at least"),
        Concern::PersonLongSide => text("个人证件照片长边至少", "Longer side of a picture of an ID document, at least"),
        Concern::PersonShortSide => text("个人证件照片短边至少", "Its shorter side, at least"),
        Concern::PictureLeast => text("证件照片文件至少", "File of a certificate's picture, at least"),
        Concern::PictureMost => text("图片文件至多", "File of a picture, at most"),
        Concern::OfIndividual => text("个人的小程序至多", "Mini-programs of an individual, at most"),
        Concern::OfSoleTrader => text("个体工商户的小程序至多", "Mini-programs of a sole trader, at most"),
        Concern::OfOrganisation => text("其他主体的小程序至多", "Mini-programs of any other filing entity, at most"),
        Concern::DailyQuota => text("已发布小程序的每日提交限额恢复于", "Daily quota of published mini-programs is renewed at"),
    }
}

/// What a figure counts.
const fn unit(unit: Unit, value: u32) -> Text {
    match unit {
        Unit::Months if value == 1 => text(" 个月", "month"),
        Unit::Months => text(" 个月", "months"),
        Unit::Kilobytes => text(" KB", "KB"),
        Unit::Pixels => text(" 像素", "pixels"),
        Unit::MiniPrograms => text(" 个", "mini-programs"),
        Unit::Hour => text(" 点（北京时间）", "o'clock (China time)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{find, register};

    #[test]
    fn every_rule_says_who_says_so() {
        for lang in [Lang::Zh, Lang::En] {
            for rule in register() {
                let cited = of_source(lang, &rule.source);
                assert!(!cited.is_empty() && cited.iter().all(|one| !one.title.is_empty() && !one.publisher.is_empty()));
                for figure in figures(lang, rule.name) {
                    assert!(!figure.in_one_line(lang).contains('{'), "{figure:?}");
                }
            }
        }
        let guide = of_source(Lang::Zh, &find("mobile-shared").unwrap().source);
        assert_eq!(guide[0].in_one_line(Lang::Zh), "微信小程序备案操作指引，微信，2023-09");
    }

    #[test]
    fn figures_are_said_with_their_sources() {
        let said: Vec<String> =
            figures(Lang::En, "certificate-expires-soon").iter().map(|figure| figure.in_one_line(Lang::En)).collect();
        assert_eq!(said.len(), 3);
        assert!(said[2].contains("more than 6 months (Ningxia, warning)"), "{said:?}");
        assert!(said[1].contains("WeChat, read 2026-11-27"), "{said:?}");
    }
}
