//! A reviewer's text → reasons, each one of the known rejections where it can be told, at the field it is about.

use std::borrow::Cow;

use super::signs::{Place, signs};
use super::{codes, english, framing, label};
use crate::filing::{Draft, FieldId, Kind, PersonField, Reason, Role};
use crate::rules::Rejection;
use crate::text::normalize::fold_fullwidth;

/// More reasons than this no reviewer gives; the rest of a text stays together in the last one.
const MOST: usize = 30;

/// The reasons a text gives. Each keeps its words; together they are the whole text but for what only frames them, unless there is
/// nothing else.
#[must_use]
pub fn reasons(text: &str, draft: &Draft) -> Vec<Reason> {
    let parts = parts(text);
    let said: Vec<Part<'_>> = parts.iter().filter_map(|part| part.without_frame()).collect();
    gathered(if said.is_empty() { parts } else { said }, draft)
}

fn gathered(parts: Vec<Part<'_>>, draft: &Draft) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for Part { text, begins, .. } in parts {
        let is_full = reasons.len() >= MOST;
        let found = if is_full { None } else { recognise(text) };
        match reasons.last_mut() {
            // A sentence that says nothing known, and names no field, goes on with what the one before said.
            Some(last) if is_full || (found.is_none() && !begins && goes_on(text) && labelled(text, draft).is_none()) => {
                join(last, text);
            }
            // So does one that asks for what is to be done about the same.
            Some(last) if !begins && asks(text) && is_about(last, text, found, draft) => join(last, text),
            // Its mark stays, should another sentence go on with it.
            _ => reasons.push(Reason { text: text.trim().to_owned(), ..reason(text, found, draft) }),
        }
    }
    for reason in &mut reasons {
        reason.text.truncate(unmarked(&reason.text).len());
    }
    reasons
}

/// What a text says, without the mark behind it.
fn unmarked(text: &str) -> &str {
    text.trim().trim_end_matches(['；', ';'])
}

/// How English sentences begin that say more of what the one before spoke of.
const SAME: &[&str] = &["it", "its", "they", "their", "this", "these", "that", "those", "both"];
/// What stands in English sentences that only ask for another submission.
const AGAIN: &[&str] = &["resubmit", "re-submit", "submit again", "submit it again", "try again", "reapply", "apply again"];

/// Whether a sentence of which nothing is known goes on with the one before. In Chinese it does; there are the words of all known rejections.
/// In English there are few, so that each sentence is a reason unless it says itself that it is none.
fn goes_on(text: &str) -> bool {
    if text.chars().any(|c| !c.is_ascii() && c.is_alphabetic()) {
        return true;
    }
    let lower = text.trim().to_ascii_lowercase();
    let first = lower.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    SAME.contains(&first) || AGAIN.iter().any(|again| lower.contains(again)) || !lower.contains(|c: char| c.is_ascii_alphabetic())
}

/// How sentences begin that say what is to be done.
const ASKS: &[&str] = &["please", "kindly", "make sure", "ensure", "请", "烦请", "麻烦", "务必", "敬请"];

fn asks(text: &str) -> bool {
    let lower = text.trim().to_ascii_lowercase();
    ASKS.iter().any(|word| lower.starts_with(word))
}

/// Whether a sentence says nothing else than a reason does: its rejection, or no known one, at its field. Phones are one thing here.
fn is_about(reason: &Reason, text: &str, found: Option<Rejection>, draft: &Draft) -> bool {
    let is_same = found.is_none_or(|found| reason.rejection == Some(u16::from(found.record().number)));
    let (own, other) = (reason.id(), labelled(text, draft));
    is_same && (own == other || own.is_some_and(is_phone) && other.is_some_and(is_phone))
}

fn is_phone(id: FieldId) -> bool {
    matches!(PersonField::find(id), Some((_, PersonField::Mobile | PersonField::EmergencyPhone)))
}

/// A reason with these words: the rejection as told, and its place.
#[must_use]
pub fn reason(text: &str, rejection: Option<Rejection>, draft: &Draft) -> Reason {
    let field = rejection.map_or_else(|| labelled(text, draft), |rejection| place(rejection, text, draft));
    Reason {
        field: field.map(|id| id.path().to_owned()).unwrap_or_default(),
        rejection: rejection.map(|rejection| u16::from(rejection.record().number)),
        text: unmarked(text).to_owned(),
        was: String::new(),
    }
}

/// The known rejection that a sentence speaks of; the one of which most words stand in it.
#[must_use]
pub fn recognise(text: &str) -> Option<Rejection> {
    if let Some(code) = codes::named_in(text) {
        return code.rejection;
    }
    if english::is_english(text) {
        return english::recognise(text).filter(|rejection| fits_english(*rejection, text));
    }
    let text = squeezed(text);
    let is_misspelt = has_wrong_dates(&text);
    // A remark that is not clear is no picture that is not.
    let is_of_words = names_words_alone(&text);
    let mut best: Option<(usize, Rejection)> = None;
    for rejection in Rejection::ALL {
        // Dates that are written otherwise than on the document are corrected; the document is not renewed.
        if is_misspelt && matches!(rejection, Rejection::LicenceExpiresSoon | Rejection::CertificateExpiresSoon) {
            continue;
        }
        let (list, place) = signs(rejection);
        if is_of_words && place == Place::Picture {
            continue;
        }
        let score = |sign: &str| {
            let all = sign.split(' ').all(|word| text.contains(word));
            if all { sign.chars().filter(|c| *c != ' ').count() } else { 0 }
        };
        let known = squeezed(rejection.record().wording.zh);
        let whole = if text.contains(known.as_ref()) { known.chars().count() } else { 0 };
        let most = list.iter().map(|sign| score(sign)).max().unwrap_or_default().max(whole);
        if most > best.map_or(0, |(score, _)| score) {
            best = Some((most, rejection));
        }
    }
    best.map(|(_, rejection)| rejection)
}

/// Whether a text names a field that is written, and no picture.
fn names_words_alone(squeezed: &str) -> bool {
    let nobody = Draft::default();
    let has_picture =
        ["照", "图", "扫描", "拍", "证件"].iter().any(|word| squeezed.contains(word)) || picture(squeezed, &nobody).is_some();
    !has_picture
        && label::field(squeezed, &nobody).is_some_and(|id| !matches!(id.field().kind, Kind::Picture | Kind::Pictures(_)))
}

/// Whether a text says that dates were entered wrongly, and not that they are near.
fn has_wrong_dates(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let is_wrong = has(&["填写", "填错", "未填", "不一致", "不符", "不匹配", "有误", "不正确", "错误", "与证件"]);
    let is_near = has(&[
        "不足",
        "已过",
        "过期",
        "即将",
        "将到期",
        "已到期",
        "快到期",
        "少于",
        "小于",
        "不到",
        "失效",
        "届满",
        "临期",
        "不满",
    ]);
    has(&["有效期", "有效期限", "起止", "到期日", "起始日"]) && is_wrong && !is_near
}

/// Whether an English sentence speaks of a picture, where the rejection does: what names another field is about that one.
fn fits_english(rejection: Rejection, text: &str) -> bool {
    let is_picture = |id: FieldId| matches!(id.field().kind, Kind::Picture | Kind::Pictures(_));
    let named = label::english(text, &Draft::default());
    signs(rejection).1 != Place::Picture || english_picture(text).is_some() && named.is_none_or(is_picture)
}

/// The field a known rejection is about, as far as its text and the draft tell; `None` for the filing as a whole.
#[must_use]
pub fn place(rejection: Rejection, text: &str, draft: &Draft) -> Option<FieldId> {
    if let Some(field) = codes::named_in(text).and_then(|code| code.place(draft)) {
        return Some(field);
    }
    let lower = text.to_ascii_lowercase();
    let in_english = english::is_english(text);
    let squeezed = squeezed(text);
    let field = match signs(rejection).1 {
        Place::Whole => return None,
        Place::Field(FieldId::SubjectAddress) if in_english => {
            let named = label::english(text, draft).filter(|id| *id == FieldId::SubjectCertificateAddress);
            named.unwrap_or(FieldId::SubjectAddress)
        }
        Place::Field(field) => field,
        Place::Person(PersonField::Mobile) if english::has(&lower, "emergency") => {
            person(PersonField::EmergencyPhone, text, draft)
        }
        // Where the number is spoken of alone, it is the number that is looked at first.
        Place::Person(PersonField::Name) if names_number_alone(&squeezed, &lower) => {
            person(PersonField::CertificateNumber, if in_english { text } else { &squeezed }, draft)
        }
        Place::Person(part) if in_english => person(part, text, draft),
        Place::Picture if in_english => {
            let named = label::english(text, draft).filter(|id| matches!(id.field().kind, Kind::Picture | Kind::Pictures(_)));
            named.or_else(|| picture_in_english(text, draft))?
        }
        Place::Person(PersonField::Mobile) if squeezed.contains("应急") => {
            person(PersonField::EmergencyPhone, &squeezed, draft)
        }
        Place::Person(part) => person(part, &squeezed, draft),
        Place::Picture => picture(&squeezed, draft)?,
    };
    Some(field)
}

/// A field whose name stands in a text of no known rejection.
fn labelled(text: &str, draft: &Draft) -> Option<FieldId> {
    let coded = codes::named_in(text).and_then(|code| code.place(draft));
    coded.or_else(|| label::field(&squeezed(text), draft)).or_else(|| label::english(text, draft))
}

/// Whether a text speaks of a document's number and of no name.
fn names_number_alone(squeezed: &str, lower: &str) -> bool {
    let of_number = ["证件号", "身份证号", "号码"].iter().any(|word| squeezed.contains(word)) && !squeezed.contains("姓名");
    let in_english = english::has(lower, "number") && !english::has(lower, "name");
    of_number || in_english
}

/// What an English text calls a picture.
#[derive(Debug, Clone, Copy)]
enum Called {
    Letter,
    Residence,
    Approval,
    Back,
    Front,
    Certificate,
}

/// Which picture an English text speaks of.
fn english_picture(text: &str) -> Option<Called> {
    let lower = text.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| english::has(&lower, word));
    Some(match () {
        () if has(&["letter of auth", "authorisation", "authorization"]) => Called::Letter,
        () if has(&["residence permit"]) => Called::Residence,
        () if has(&["approval", "permit"]) => Called::Approval,
        () if has(&["id back", "back", "emblem", "reverse"]) => Called::Back,
        () if has(&["id", "identity card", "passport", "portrait", "front"]) => Called::Front,
        () if has(&["licence", "license", "certificate"]) => Called::Certificate,
        () if has(&["photo", "picture", "image", "scan"]) => Called::Certificate,
        () => return None,
    })
}

fn picture_in_english(text: &str, draft: &Draft) -> Option<FieldId> {
    let of_person = |part| person(part, text, draft);
    Some(match english_picture(text)? {
        Called::Letter => of_person(PersonField::AuthorizationLetter),
        Called::Residence => FieldId::SubjectResidencePermit,
        Called::Approval => FieldId::PriorApprovals,
        Called::Back => of_person(PersonField::Back),
        Called::Front => of_person(PersonField::Front),
        Called::Certificate if draft.is_individual() => of_person(PersonField::Front),
        Called::Certificate => FieldId::SubjectCertificatePhoto,
    })
}

fn person(part: PersonField, text: &str, draft: &Draft) -> FieldId {
    draft.person_field(role(text), part)
}

/// Whose it is that a text speaks of: the responsible person's unless it names the owner.
pub(super) fn role(text: &str) -> Role {
    let owner = ["小程序负责人", "服务负责人", "互联网信息服务负责人", "ICP负责人", "应用负责人"];
    let lower = text.to_ascii_lowercase();
    let is_english =
        ["mini-program contact", "mini program contact", "mini-programcontact", "owner"].iter().any(|word| lower.contains(word));
    if is_english || owner.iter().any(|word| text.contains(word)) { Role::Owner } else { Role::ResponsiblePerson }
}

/// Which picture a text speaks of; `None` where it does not say.
fn picture(text: &str, draft: &Draft) -> Option<FieldId> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let of_person = |part| Some(person(part, text, draft));
    match () {
        () if has(&["授权书"]) => of_person(PersonField::AuthorizationLetter),
        () if has(&["承诺书"]) => Some(FieldId::CommitmentLetter),
        () if has(&["居住证", "暂住证"]) => Some(FieldId::SubjectResidencePermit),
        () if has(&["前置审批", "许可证", "批文"]) => Some(FieldId::PriorApprovals),
        () if has(&["背面", "反面", "国徽面"]) => of_person(PersonField::Back),
        () if has(&["正面", "人像面", "身份证", "负责人证件"]) => of_person(PersonField::Front),
        () if has(&["营业执照", "执照", "主体证件", "单位证件", "法人证书"]) => {
            Some(FieldId::SubjectCertificatePhoto)
        }
        () if draft.is_individual() && has(&["证件"]) => of_person(PersonField::Front),
        () if has(&["证件"]) => Some(FieldId::SubjectCertificatePhoto),
        () => None,
    }
}

/// A text without blanks, with plain letters and digits.
fn squeezed(text: &str) -> Cow<'_, str> {
    Cow::Owned(text.chars().filter(|c| !c.is_whitespace()).map(fold_fullwidth).collect())
}

fn join(reason: &mut Reason, text: &str) {
    match reason.text.chars().last() {
        Some(last) if last.is_ascii() => reason.text.push(' '),
        // On two lines there was no mark between them.
        Some(last) if !matches!(last, '。' | '，' | '！' | '？' | '：' | '；') => reason.text.push('；'),
        _ => {}
    }
    reason.text.push_str(text.trim());
}

/// A sentence of a text.
#[derive(Debug, Clone, Copy)]
struct Part<'a> {
    text: &'a str,
    /// It stands on a line or under a number of its own.
    begins: bool,
    /// It has a number of its own.
    is_numbered: bool,
}

impl<'a> Part<'a> {
    /// What it says besides a greeting and an announcement; `None` where it says nothing else. A point with a number says something.
    fn without_frame(&self) -> Option<Self> {
        if self.is_numbered {
            return Some(*self);
        }
        let text = framing::without_preamble(self.text);
        (has_words(text) && !framing::is_framing(text)).then_some(Self { text, ..*self })
    }
}

/// Whether anything is said: marks alone are what is left between two reasons.
fn has_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The sentences of a text: its lines, numbered points, and what ends in a full stop or semicolon.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for line in text.lines() {
        // Where there are more reasons than are told apart, nothing is looked for in the rest.
        let is_full = parts.len() >= MOST;
        let within = |point| if is_full { vec![point] } else { clauses(point) };
        for (index, sentence) in sentences(line).into_iter().flat_map(points).flat_map(within).enumerate() {
            let (text, numbered) = unnumbered(sentence);
            if has_words(text) {
                parts.push(Part { text, begins: numbered || index == 0, is_numbered: numbered });
            }
        }
    }
    parts
}

/// What is written with a full stop in the middle of an English sentence.
const ABBREVIATIONS: &[&str] =
    &["no", "nos", "mr", "mrs", "ms", "dr", "st", "co", "ltd", "inc", "corp", "vs", "approx", "resp", "incl"];

/// Splits behind full stops and semicolons; behind those of English where a blank or a capital follows.
fn sentences(line: &str) -> Vec<&str> {
    let (mut sentences, mut from) = (Vec::new(), 0);
    for (at, mark) in line.char_indices() {
        let end = at + mark.len_utf8();
        let is_end = match mark {
            '。' | '；' | ';' => true,
            // An initial, an abbreviation or the number of a point ends none.
            '.' | '!' | '?' => {
                let word = line.get(..at).and_then(|before| before.split_whitespace().last()).unwrap_or_default();
                let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
                let is_word = bare.len() > 1 && bare.contains(|c: char| c.is_ascii_alphabetic()) && !bare.contains('.');
                let is_short = ABBREVIATIONS.contains(&bare.to_ascii_lowercase().as_str());
                is_word && !is_short && goes_on_behind(bare, line.get(end..).unwrap_or_default())
            }
            _ => false,
        };
        if is_end {
            sentences.push(line.get(from..end).unwrap_or_default());
            from = end;
        }
    }
    sentences.push(line.get(from..).unwrap_or_default());
    sentences
}

/// Whether a sentence begins behind a word and its full stop: after a blank, or with a capital where the blank was forgotten, which no address
/// (`www.example.com`) has.
fn goes_on_behind(word: &str, rest: &str) -> bool {
    let next = rest.trim_start().chars().next();
    let is_capital = next.is_some_and(char::is_uppercase);
    match rest.starts_with(' ') {
        true => is_capital || !word.eq_ignore_ascii_case("etc"),
        false => is_capital && !rest.split_whitespace().next().unwrap_or_default().trim_end_matches('.').contains('.'),
    }
}

/// Splits before a number in the middle of a line, `1、照片模糊 2、地址不详细`; without anything between before the number that follows the
/// last one, written in the same way: `（1）照片模糊（2）地址不详细`.
fn points(text: &str) -> Vec<&str> {
    let (mut points, mut from) = (Vec::new(), 0);
    let mut last = number(text.trim_start());
    for (at, _) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let before = text.get(..at).and_then(|text| text.chars().last());
        let stands_alone = before.is_some_and(|c| c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | '：' | ':'));
        let here = number(rest);
        let follows = last.zip(here).is_some_and(|((last, mark), (here, other))| here == last + 1 && mark == other)
            && before
                .is_some_and(|c| rest.starts_with(['(', '（']) || !c.is_ascii_alphanumeric() && !matches!(c, '(' | '（' | '.'));
        if (stands_alone && unnumbered(rest).1 || follows) && at > from {
            last = here;
            points.push(text.get(from..at).unwrap_or_default());
            from = at;
        }
    }
    points.push(text.get(from..).unwrap_or_default());
    points
}

/// The longest sentence that is looked at clause by clause, in bytes: some two hundred ideographs. What is longer was not written by a reviewer.
const LONGEST_SENTENCE: usize = 600;

/// Splits at commas where a clause speaks of a known rejection at another place than the one before it: `证件照片不清晰，地址不详细`.
fn clauses(text: &str) -> Vec<&str> {
    const COMMAS: [char; 2] = ['，', ','];
    let (mut clauses, mut from) = (Vec::new(), 0);
    if text.len() > LONGEST_SENTENCE || english::is_english(text) {
        return vec![text];
    }
    for (at, comma) in text.match_indices(COMMAS) {
        let behind = at + comma.len();
        let next = text.get(behind..).and_then(|rest| rest.split(COMMAS).next()).unwrap_or_default();
        let before = text.get(from..at).unwrap_or_default();
        if are_two(before, next) {
            clauses.push(before);
            from = behind;
        }
    }
    clauses.push(text.get(from..).unwrap_or_default());
    clauses
}

/// Whether two clauses each speak of a known rejection, at two places. Phones are one.
fn are_two(one: &str, other: &str) -> bool {
    let nobody = Draft::default();
    let at = |text: &str| recognise(text).and_then(|rejection| place(rejection, text, &nobody));
    let differ = |(here, there): (FieldId, FieldId)| here != there && !(is_phone(here) && is_phone(there));
    !asks(other) && at(one).zip(at(other)).is_some_and(differ)
}

/// The number of a point at the beginning of a text, and the mark behind it.
fn number(text: &str) -> Option<(u32, char)> {
    let inner = text.strip_prefix(['(', '（']).unwrap_or(text);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.get(..inner.len() - rest.len()).filter(|digits| (1..=2).contains(&digits.len()))?;
    let mut after = rest.chars();
    let mark = after.next().filter(|c| matches!(c, ')' | '）' | '、' | '.' | '．'))?;
    // A decimal is no number of a point.
    after.next().is_none_or(|c| !c.is_ascii_digit()).then_some(())?;
    Some((digits.parse().ok()?, mark))
}

/// The text without the number before it, and whether there was one: `1、`, `2.`, `（3）`, `④`, `-`.
fn unnumbered(text: &str) -> (&str, bool) {
    let start = text.trim_start();
    let inner = start.trim_start_matches(['(', '（']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = inner.len() - rest.len();
    if (1..=2).contains(&digits) {
        let after = rest.trim_start_matches([')', '）', '、', '.', '．', ':', '：']);
        // A decimal or a day is no number of a point.
        if after.len() < rest.len() && !after.starts_with(|c: char| c.is_ascii_digit()) {
            return (after, true);
        }
    }
    match start.chars().next() {
        Some('①'..='⑳' | '-' | '•' | '·') => {
            (start.get(start.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default(), true)
        }
        _ => (start, false),
    }
}

#[cfg(test)]
#[path = "recognise_tests.rs"]
mod tests;
