//! What a document says: from the lines of writing on a page to its kind and its values, each with how certain it is.
//!
//! Values are found by the printed labels beside which they stand ([`label`]), never by places alone, so that photographs, copies,
//! other layouts and cards in a frame of other things are read alike. Where nothing is certain there is nothing: a value that is
//! missing costs a few keystrokes, a wrong one a rejection. Nothing here is stored anywhere.

mod card;
mod dates;
mod draft;
pub mod folder;
mod kind;
mod label;
mod letter;
mod licence;
mod mrz;
mod number;
mod people;
mod permit;
mod piece;
mod readings;
mod same;
mod sheet;
mod sides;
mod sort;
#[cfg(test)]
mod tests;
mod value;

use crate::catalog::province::{Province, of_bureau};
use crate::identifiers::document::Document;
use crate::scan::read::Page;

pub use self::dates::period;
pub use self::people::{Choice, Open, Person, name_on};
pub use self::readings::{Readings, SharedReader, read, unread};
pub use self::same::{View, same_sides};
pub use self::sides::{Apart, apart};
pub use self::sort::{Better, Sorted, WhyLeft, sort};

use self::sheet::Sheet;
use self::value::Value;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A document of a person.
    Person(Document),
    /// 营业执照.
    Licence,
    /// 事业单位法人证书.
    PublicInstitution,
    /// 社会团体法人登记证书.
    SocialOrganisation,
    /// 民办非企业单位登记证书.
    PrivateNonEnterprise,
    /// 基金会法人登记证书.
    Foundation,
    /// 统一社会信用代码证书.
    CreditCodeCertificate,
    /// A letter: 授权书, 承诺书 and the like.
    Letter,
    /// A permit of prior approval.
    Approval,
}

/// Which sides of a card are in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The side with the portrait and the name.
    Front,
    /// The other side.
    Back,
    /// Both, as on a copy.
    Both,
}

/// What a value says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// 姓名, in ideographs.
    Name,
    /// The name in Latin letters: surname, a comma, given names.
    LatinName,
    /// 男 or 女.
    Sex,
    /// 民族.
    Nation,
    /// The day of birth, `YYYY-MM-DD`.
    Birth,
    /// 住址 of a card; 住所 or 经营场所 of a licence.
    Address,
    /// The number of a person's document, or of a permit of prior approval.
    Number,
    /// 签发机关.
    Authority,
    /// The first day of validity, `YYYY-MM-DD`.
    ValidFrom,
    /// The last day of validity, `YYYY-MM-DD`, or 长期.
    ValidTo,
    /// 统一社会信用代码.
    CreditCode,
    /// 注册号 of a licence before 2015, 15 digits.
    RegistrationNumber,
    /// The name of an organisation.
    Company,
    /// 类型.
    CompanyType,
    /// 法定代表人, 经营者, 负责人 or 投资人.
    LegalPerson,
    /// 成立日期 or 注册日期, `YYYY-MM-DD`.
    Founded,
    /// 注册资本 or 开办资金.
    Capital,
    /// 经营范围, 业务范围.
    Scope,
    /// The day of a letter, `YYYY-MM-DD`.
    LetterDay,
    /// Who is authorised by a letter.
    Authorised,
    /// Who signed a letter, as far as the name is in print.
    Signatory,
    /// What stands at the head of a letter or a permit.
    Title,
    /// The bureau that a letter is addressed to: …通信管理局.
    Addressee,
    /// The numbers of people's documents in a letter, each standing its check, in their order, a blank between two.
    Numbers,
}

/// How certain a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// Hard to read, or at odds with another value: never to be used without a look.
    Doubtful,
    /// Read, with nothing to check it by.
    Read,
    /// A check digit or a second place agrees.
    Checked,
}

/// A value that was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// What it says.
    pub what: What,
    /// In its normal form: no blanks between ideographs, ASCII digits, Chinese brackets in Chinese words.
    pub text: String,
    /// How certain it is.
    pub certainty: Certainty,
    /// Where it stands on the upright page, in pixels: top left, top right, bottom right, bottom left.
    pub corners: [(f32, f32); 4],
}

/// What a page says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// What kind of document it is; `None` where that is not sure.
    pub kind: Option<DocumentKind>,
    /// Which sides are seen; of cards only.
    pub side: Option<Side>,
    /// Whether it shows several documents of one kind; their values are not told apart, so it has none.
    pub is_double: bool,
    /// Whether words are written across it.
    pub has_watermark: bool,
    /// Its values, one of a kind at most.
    pub values: Vec<Seen>,
    /// Quarter turns clockwise that put the picture upright, 0 to 3.
    pub turn: u8,
    /// Width and height of the upright page, in the pixels that the corners of values count.
    pub size: (f32, f32),
}

impl Reading {
    /// A value, if it was seen.
    #[must_use]
    pub fn value(&self, what: What) -> Option<&Seen> {
        self.values.iter().find(|seen| seen.what == what)
    }

    /// A value that was read with some certainty.
    #[must_use]
    pub fn sure(&self, what: What) -> Option<&Seen> {
        self.value(what).filter(|seen| seen.certainty > Certainty::Doubtful)
    }

    /// The province to whose bureau a letter is addressed.
    #[must_use]
    pub fn bureau(&self) -> Option<&'static Province> {
        of_bureau(&self.sure(What::Addressee)?.text)
    }

    /// Where a value stands on the upright page; `None` where that is not known.
    #[must_use]
    pub fn spot(&self, seen: &Seen) -> Option<Spot> {
        let along = |places: [f32; 4], size: f32| {
            let least = places.into_iter().fold(f32::INFINITY, f32::min);
            let most = places.into_iter().fold(f32::NEG_INFINITY, f32::max);
            let (from, to) = ((least / size).clamp(0.0, 1.0), (most / size).clamp(0.0, 1.0));
            (size > 0.0 && from < to).then_some((from, to))
        };
        let (left, right) = along(seen.corners.map(|corner| corner.0), self.size.0)?;
        let (top, bottom) = along(seen.corners.map(|corner| corner.1), self.size.1)?;
        Some(Spot { turn: self.turn % 4, page: self.size, left, top, right, bottom })
    }
}

/// The part of a picture that a value was read from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Quarter turns clockwise that put the picture upright, 0 to 3.
    pub turn: u8,
    /// Width and height of the upright page, in pixels.
    pub page: (f32, f32),
    /// Its left edge, as a part of the upright page's width, 0 to 1.
    pub left: f32,
    /// Its upper edge, as a part of the height.
    pub top: f32,
    /// Its right edge.
    pub right: f32,
    /// Its lower edge.
    pub bottom: f32,
}

impl Spot {
    /// The part around one of the characters that stand in it, for a text of so many on one row; itself where it has several rows.
    #[must_use]
    pub fn around(self, index: usize, count: usize) -> Self {
        let width = self.right - self.left;
        let is_one_row = width * self.page.0 > 0.7 * count as f32 * (self.bottom - self.top) * self.page.1;
        if count <= 2 * BESIDE + 1 || !is_one_row {
            return self;
        }
        let at = |index: f32| self.left + width * index / count as f32;
        let (first, last) = (index.saturating_sub(BESIDE), (index + BESIDE + 1).min(count));
        Self { left: at(first as f32), right: at(last as f32), ..self }
    }
}

/// Characters that are shown at each side of one that is looked at.
const BESIDE: usize = 3;

/// Values as they are found.
struct Finds<'a> {
    sheet: &'a Sheet,
    values: Vec<Seen>,
}

impl Finds<'_> {
    /// Adds a value in a form, at most as certain as it is likely.
    fn add(&mut self, what: What, text: impl Into<String>, value: &Value, certainty: Certainty) {
        let text = text.into();
        if text.is_empty() || self.values.iter().any(|seen| seen.what == what) {
            return;
        }
        let certainty = if value.is_likely() || certainty == Certainty::Checked { certainty } else { Certainty::Doubtful };
        self.values.push(Seen { what, text, certainty, corners: self.sheet.corners(&value.frame) });
    }
}

/// The mean likelihood of a page's characters below which nothing on it is believed: mirrored ones have 0.55 to 0.70, documents under the
/// strongest blur of `docs/reading.md` 0.86.
const LEGIBLE: f32 = 0.8;

/// Whether a page was read well enough to be understood.
fn is_legible(page: &Page) -> bool {
    let (sum, count) = page.lines.iter().fold((0.0, 0.0), |(sum, count), line| {
        let weight = line.text.chars().count() as f32;
        (sum + line.score * weight, count + weight)
    });
    // What is no number is no likelihood either.
    count > 0.0 && sum / count >= LEGIBLE
}

/// What a page says. A picture of two documents of one kind has values of neither.
#[must_use]
pub fn understand(page: &Page) -> Reading {
    if !is_legible(page) {
        return Reading::default();
    }
    let sheet = Sheet::of(page);
    let seen = kind::of(&sheet);
    let mut finds = Finds { sheet: &sheet, values: Vec::new() };
    let Some(kind) = seen.kind else {
        return Reading { has_watermark: seen.has_watermark, turn: page.turn, size: page.size, ..Reading::default() };
    };
    if !seen.is_double {
        match kind {
            DocumentKind::Person(Document::Passport) => permit::passport(&mut finds),
            DocumentKind::Person(Document::HkMacauPermit | Document::TaiwanPermit | Document::ForeignPr) => {
                permit::permit(&mut finds, kind);
            }
            DocumentKind::Person(_) => card::card(&mut finds, seen.side),
            DocumentKind::Letter => letter::letter(&mut finds),
            DocumentKind::Approval => letter::approval(&mut finds),
            _ => licence::licence(&mut finds),
        }
    }
    let mut values = finds.values;
    values.sort_by_key(|seen| seen.what);
    Reading {
        kind: Some(kind),
        side: seen.side,
        is_double: seen.is_double,
        has_watermark: seen.has_watermark,
        values,
        turn: page.turn,
        size: page.size,
    }
}
