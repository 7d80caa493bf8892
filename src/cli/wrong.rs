//! What values that somebody gives come to by the rules: wrong in themselves, not to be judged yet, or wrong for something elsewhere.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};

use crate::catalog;
use crate::cli::sentence::{Part, Sentence};
use crate::filing::{Draft, FieldId, Kind, PersonField, Section, Value};
use crate::locale::{Lang, error as words};
use crate::rules::{self, Context, Finding, Severity};
use crate::scan::facts::Facts;

/// Choices by which other fields are judged.
pub const CHOICES: [FieldId; 4] = {
    let [first, second] = PersonField::CertificateKind.of_both();
    [FieldId::SubjectNature, FieldId::SubjectCertificateKind, first, second]
};

/// What given values come to, all of them together.
#[derive(Debug, Default)]
pub struct Judged {
    /// Errors that the values make in their own fields.
    pub wrong: Vec<Finding>,
    /// Values that nobody can judge before another field is filled in, which is named behind them.
    pub waiting: Vec<(FieldId, FieldId)>,
    /// Errors in fields that were not given, and were not there before; what is only missing now is none.
    pub elsewhere: Vec<Finding>,
    /// Given fields that the draft, as it stands, does not ask for: what they hold is no part of the filing.
    pub unasked: Vec<FieldId>,
}

impl Judged {
    /// Judges the values that `draft` has in the `given` fields, and had not in `before`.
    ///
    /// What would be found there without a value does not come from it, nor does what was found before in a field that stays as it is.
    /// Files are looked at once they are attached; an answer is true or not, whatever the rules make of it; and what is said of the kind of
    /// filing is said of the record and of what happened.
    pub fn of(before: &Draft, draft: &Draft, given: &[FieldId], today: NaiveDate) -> Self {
        let all = |draft: &Draft| errors(draft, today);
        let earlier = all(before);
        let mut elsewhere = all(draft);
        elsewhere.retain(|finding| {
            let is_missing = finding.rule.name == rules::REQUIRED_FIELD_EMPTY.name;
            !is_missing && !given.contains(&finding.field) && !is_among(&earlier, finding)
        });
        // Whoever names somebody may be about to say that there is somebody.
        let is_open = |flag: FieldId| draft.get(flag).is_none();
        let open = shown(draft, given, is_open);
        // One more mini-program refers to its subject by a number.
        let is_reference = |id: FieldId| id == FieldId::RecordNumber && draft.answer(FieldId::FiledBefore) == Some(true);
        let is_unasked = |id: &FieldId| draft.get(*id).is_some() && !open.asks(*id) && !is_reference(*id);
        let mut unasked: Vec<FieldId> = given.iter().copied().filter(is_unasked).collect();
        let given: Vec<FieldId> = given.iter().copied().filter(|id| is_judged(draft, *id)).collect();
        if given.is_empty() {
            return Self { elsewhere, unasked, ..Self::default() };
        }
        let shown = shown(draft, &given, |_| true);
        let found = found(before, &shown, draft, &given, today);
        let mut waiting = Vec::new();
        let wrong = found.into_iter().filter(|finding| {
            let open = judged_by(finding.field).into_iter().find(|by| may_be_right(&shown, finding.field, *by, today));
            waiting.extend(open.map(|by| (finding.field, by)));
            open.is_none()
        });
        let mut wrong: Vec<Finding> = wrong.collect();
        wrong.extend(of_reference(before, draft, &given, today));
        for id in given {
            let is_told = waiting.iter().any(|(other, _)| *other == id) || wrong.iter().any(|finding| finding.field == id);
            if !is_told && let Some(by) = judged_by(id).into_iter().find(|by| may_be_wrong(&shown, id, *by, today)) {
                waiting.push((id, by));
            }
        }
        // Whether a field is asked for may hang on what it waits for.
        unasked.retain(|id| waiting.iter().all(|(other, _)| other != id));
        Self { wrong, waiting, elsewhere, unasked }
    }
}

/// What is wrong with the number by which a filing refers to its subject, which the form does not ask for.
fn of_reference(before: &Draft, draft: &Draft, given: &[FieldId], today: NaiveDate) -> Option<Finding> {
    let id = FieldId::RecordNumber;
    let is_news = given.contains(&id) && !draft.asks(id) && before.get(id) != draft.get(id);
    rules::record_number(draft, today).filter(|_| is_news)
}

fn errors(draft: &Draft, today: NaiveDate) -> Vec<Finding> {
    let facts = Facts::new();
    let mut found = rules::check(&Context::new(draft, &facts, today));
    found.retain(|finding| finding.severity == Severity::Error);
    found
}

fn is_among(known: &[Finding], finding: &Finding) -> bool {
    known.iter().any(|other| (other.rule.name, other.field) == (finding.rule.name, finding.field))
}

fn is_judged(draft: &Draft, id: FieldId) -> bool {
    let field = id.field();
    let is_answer = field.section == Section::Questions || matches!(field.kind, Kind::Flag(_));
    // Rows are given one after the other: what one still lacks is missing, not wrong.
    let is_rows = matches!(field.kind, Kind::Approvals);
    id != FieldId::FilingKind && !is_answer && !is_rows && !field.kind.is_file() && draft.get(id).is_some()
}

/// The errors that come from the given values of `shown`, in which all of them are asked for.
fn found(before: &Draft, shown: &Draft, draft: &Draft, given: &[FieldId], today: NaiveDate) -> Vec<Finding> {
    let mut found = errors(shown, today);
    found.retain(|finding| given.contains(&finding.field));
    // Of a person whom the draft may not ask for only that is said which is wrong whoever the others are.
    for id in given.iter().copied().filter(|id| !draft.asks(*id) && shown.asks(*id)) {
        if found.iter().any(|finding| finding.field == id) {
            let alone = errors(&alone(shown, id), today);
            found.retain(|finding| finding.field != id || is_among(&alone, finding));
        }
    }
    if found.is_empty() {
        return found;
    }
    let mut emptied = shown.clone();
    for id in given {
        emptied.set(*id, None);
    }
    let without = errors(&emptied, today);
    let earlier = errors(&self::shown(before, given, |_| true), today);
    let stays = |id: FieldId| before.get(id) == shown.get(id);
    found.retain(|finding| !(is_among(&without, finding) || stays(finding.field) && is_among(&earlier, finding)));
    found
}

/// The draft with those choices between yes and no that are `free` made so that the given fields are asked for, as far as there is a way.
/// Whoever gives the contact's name has answered, or is about to, that the contact is somebody else.
fn shown(draft: &Draft, given: &[FieldId], free: impl Fn(FieldId) -> bool) -> Draft {
    let mut shown = draft.clone();
    let is_flag = |id: FieldId| matches!(id.field().kind, Kind::Flag(_)) && id.field().section != Section::Questions;
    let is_choice = |id: &FieldId| is_flag(*id) && free(*id);
    for id in given.iter().copied() {
        let ways = FieldId::ALL.iter().filter(|id| is_choice(id)).flat_map(|flag| [false, true].map(|yes| (*flag, yes)));
        for (flag, yes) in ways {
            if shown.asks(id) {
                break;
            }
            let mut other = shown.clone();
            other.set(flag, Some(Value::Flag(yes)));
            if other.asks(id) {
                shown = other;
            }
        }
    }
    shown
}

/// The draft without what is said of other people.
fn alone(draft: &Draft, id: FieldId) -> Draft {
    let people = ["responsible_person.", "owner.", "subject.legal_person."];
    let whose = |id: FieldId| people.iter().position(|person| id.path().starts_with(person));
    let mut alone = draft.clone();
    for other in FieldId::ALL.iter().copied().filter(|other| !matches!(other.field().kind, Kind::Flag(_))) {
        if whose(other).is_some_and(|person| whose(id) != Some(person)) {
            alone.set(other, None);
        }
    }
    alone
}

/// The choices by which a field's value is judged.
fn judged_by(id: FieldId) -> Vec<FieldId> {
    let parts = [PersonField::CertificateNumber, PersonField::ValidFrom, PersonField::ValidUntil];
    let of_person = parts.into_iter().flat_map(|part| {
        let kinds = PersonField::CertificateKind.of_both();
        part.of_both().into_iter().zip(kinds)
    });
    let kind = of_person.chain([
        (FieldId::SubjectCertificateNumber, FieldId::SubjectCertificateKind),
        (FieldId::SubjectCertificateValidUntil, FieldId::SubjectCertificateKind),
    ]);
    let kind = kind.filter(|(field, _)| *field == id).map(|(_, kind)| kind);
    kind.chain([FieldId::SubjectNature]).filter(|by| *by != id).collect()
}

/// Whether the field is without an error in each case of a choice that is not made yet; nothing where it is made.
fn cases(draft: &Draft, id: FieldId, by: FieldId, today: NaiveDate) -> Vec<bool> {
    let Kind::Choice(list) = by.field().kind else { return Vec::new() };
    if draft.get(by).is_some() {
        return Vec::new();
    }
    let options = match by {
        FieldId::SubjectNature => catalog::natures().iter().map(|nature| nature.id).collect(),
        _ => draft.options(list),
    };
    let cases = options.into_iter().filter_map(|option| {
        let mut case = draft.clone();
        case.set(by, Some(Value::Code(option)));
        case.asks(id).then(|| errors(&case, today).iter().all(|finding| finding.field != id))
    });
    cases.collect()
}

fn may_be_right(draft: &Draft, id: FieldId, by: FieldId, today: NaiveDate) -> bool {
    cases(draft, id, by, today).contains(&true)
}

fn may_be_wrong(draft: &Draft, id: FieldId, by: FieldId, today: NaiveDate) -> bool {
    cases(draft, id, by, today).contains(&false)
}

/// That a value is judged once another field is filled in.
pub fn waits(lang: Lang, (id, by): (FieldId, FieldId)) -> String {
    words::WAITS.with(lang, &[("field", &id.full_label(lang)), ("by", &by.full_label(lang)), ("path", &by.path())])
}

/// That values were stored which are no part of the filing.
pub fn unasked(lang: Lang, ids: &[FieldId]) -> String {
    let fields: Vec<String> = ids.iter().map(|id| format!("{} ({})", id.full_label(lang), id.path())).collect();
    words::UNASKED.with(lang, &[("fields", &fields.join(" / "))])
}

/// What waits for what, for programs.
pub fn waiting_json(waiting: &[(FieldId, FieldId)]) -> Json {
    waiting.iter().map(|(id, by)| json!({ "field": id.path(), "waits_for": by.path() })).collect()
}

/// Which field it is, what is wrong, and how it is put right.
pub fn sentence(finding: &Finding) -> Sentence {
    at(finding.field, why(finding))
}

/// What is wrong, with the field in front.
pub fn at(id: FieldId, why: Sentence) -> Sentence {
    let said = Sentence::of(words::WRONG_VALUE).with("field", Part::Field(id)).with("path", id.path());
    said.with("why", Part::Sentence(Box::new(why)))
}

/// What is wrong, and how it is put right.
pub fn why(finding: &Finding) -> Sentence {
    let both = |said: &dyn Fn(Lang) -> String| Part::Both(said(Lang::Zh), said(Lang::En));
    Sentence::of(words::WRONG_WHY)
        .with("why", both(&|lang| finding.message(lang).into_owned()))
        .with("fix", both(&|lang| finding.fix(lang).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(before: &[(FieldId, Value)], given: &[(FieldId, Value)]) -> Judged {
        judged_from(Draft::new(4), before, given)
    }

    fn judged_from(mut old: Draft, before: &[(FieldId, Value)], given: &[(FieldId, Value)]) -> Judged {
        for (id, value) in before {
            old.set(*id, Some(value.clone()));
        }
        let mut new = old.clone();
        for (id, value) in given {
            new.set(*id, Some(value.clone()));
        }
        let given: Vec<FieldId> = given.iter().map(|(id, _)| *id).collect();
        Judged::of(&old, &new, &given, "2026-11-30".parse().unwrap())
    }

    fn fields(found: &[Finding]) -> Vec<FieldId> {
        found.iter().map(|finding| finding.field).collect()
    }

    fn wrong(before: &[(FieldId, Value)], given: &[(FieldId, Value)]) -> Vec<FieldId> {
        fields(&judged(before, given).wrong)
    }

    #[test]
    fn a_value_answers_for_itself_and_for_nothing_else() {
        let mobile = FieldId::ResponsiblePersonMobile;
        let short = || Value::from("1381234");
        assert_eq!(wrong(&[], &[(mobile, short())]), [mobile]);
        assert_eq!(wrong(&[(mobile, "138123".into())], &[(mobile, short())]), [mobile], "wrong before, too, and otherwise");
        assert_eq!(wrong(&[(mobile, short())], &[(mobile, short())]), [], "it stays as it is");
        assert_eq!(wrong(&[(mobile, short())], &[(FieldId::SubjectName, "虚构科技有限公司".into())]), [], "another field");
        assert_eq!(wrong(&[], &[(mobile, "13012340003".into())]), []);
        assert_eq!(wrong(&[], &[(FieldId::SubjectCertificatePhoto, "none.jpg".into())]), [], "files are looked at elsewhere");
        assert_eq!(wrong(&[], &[(FieldId::FiledBefore, Value::Flag(true))]), [], "answers are true");
        let row = crate::filing::Approval { kind: Some(3), ..crate::filing::Approval::default() };
        assert_eq!(wrong(&[], &[(FieldId::PriorApprovals, Value::Approvals(vec![row]))]), [], "it lacks number and document yet");
    }

    #[test]
    fn values_that_are_given_together_are_judged_together() {
        let (nature, kind) = (FieldId::SubjectNature, FieldId::SubjectCertificateKind);
        // What an enterprise does not have, and an institution does.
        let (certificate, institution) = (Value::Code(4), Value::Code(3));
        assert_eq!(wrong(&[], &[(kind, certificate.clone())]), [kind]);
        assert_eq!(wrong(&[], &[(nature, institution.clone()), (kind, certificate.clone())]), []);
        assert_eq!(wrong(&[(kind, Value::Code(1))], &[(nature, institution)]), [], "the kind is another field");
        assert_eq!(wrong(&[(kind, certificate.clone())], &[(nature, Value::Code(4)), (kind, certificate)]), [], "as it was");
    }

    #[test]
    fn who_is_given_is_judged_whether_the_draft_asks_or_not() {
        let same = FieldId::SameAsResponsiblePerson;
        let (own, other) = (FieldId::OwnerMobile, FieldId::ResponsiblePersonMobile);
        let number = || Value::from("13012340003");
        for before in [vec![], vec![(same, Value::Flag(true))], vec![(same, Value::Flag(false))]] {
            assert_eq!(wrong(&before, &[(own, "123".into())]), [own], "{before:?}");
            assert_eq!(wrong(&before, &[(own, number())]), [], "{before:?}");
        }
        // Whether one number is wrong for two hangs on whether there are two.
        assert_eq!(wrong(&[(other, number())], &[(own, number())]), []);
        assert_eq!(wrong(&[(other, number()), (same, Value::Flag(false))], &[(own, number())]), [own]);
    }

    #[test]
    fn what_hangs_on_a_choice_that_is_not_made_waits_for_it() {
        let (kind, number) = (PersonField::CertificateKind.of_both()[0], PersonField::CertificateNumber.of_both()[0]);
        let waiting = |given: &[(FieldId, Value)]| judged(&[], given).waiting;
        let passport = || Value::from("E12345678");
        assert_eq!(waiting(&[(number, passport())]), [(number, kind)]);
        assert_eq!(waiting(&[(number, passport()), (kind, Value::Code(7))]), []);
        assert_eq!(wrong(&[], &[(number, passport()), (kind, Value::Code(2))]), [number]);
        assert_eq!(wrong(&[], &[(number, "1".into())]), [number], "no document has such a number");
        let nature = FieldId::SubjectNature;
        let none = judged_from(Draft::default(), &[], &[(FieldId::SubjectCertificateKind, Value::Code(4))]);
        assert_eq!((fields(&none.wrong), none.waiting), (vec![], vec![(FieldId::SubjectCertificateKind, nature)]));
        let mobile = judged_from(Draft::default(), &[], &[(FieldId::ResponsiblePersonMobile, "123".into())]);
        assert_eq!(fields(&mobile.wrong), [FieldId::ResponsiblePersonMobile], "wrong whoever files");
    }

    #[test]
    fn what_the_draft_does_not_ask_for_is_named() {
        let same = FieldId::SameAsResponsiblePerson;
        let (number, own) = (FieldId::SubjectCertificateNumber, FieldId::OwnerMobile);
        let mobile = || Value::from("13012340003");
        let flag = |yes| vec![(same, Value::Flag(yes))];
        let empty = Vec::new;
        for (nature, before, id, value, expected) in [
            (Some(catalog::INDIVIDUAL), empty(), number, Value::from("123"), true),
            (Some(4), empty(), number, "123".into(), false),
            (None, empty(), number, "123".into(), false),
            (Some(4), empty(), FieldId::DeregistrationCodePhone, "123".into(), true),
            (Some(4), empty(), FieldId::RecordNumber, "abc".into(), true),
            (Some(4), vec![(FieldId::FiledBefore, Value::Flag(true))], FieldId::RecordNumber, "abc".into(), false),
            // Whoever names somebody is about to say that there is somebody.
            (Some(4), empty(), own, mobile(), false),
            (Some(4), flag(false), own, mobile(), false),
            (Some(4), flag(true), own, mobile(), true),
            (Some(4), empty(), FieldId::FilingKind, "new".into(), false),
        ] {
            let draft = nature.map_or_else(Draft::default, Draft::new);
            let unasked = judged_from(draft.clone(), &before, &[(id, value)]).unasked;
            assert_eq!(unasked, if expected { vec![id] } else { vec![] }, "{nature:?} {before:?} {id:?}");
        }
        let reference = |before: &[(FieldId, Value)], number: &str| wrong(before, &[(FieldId::RecordNumber, number.into())]);
        for before in [empty(), vec![(FieldId::FiledBefore, Value::Flag(true))]] {
            assert_eq!(reference(&before, "abc"), [FieldId::RecordNumber]);
            assert_eq!(reference(&before, "蜀ICP备2026000001号-1X"), []);
            assert_eq!(reference(&before, "蜀ICP备2026000001号"), [], "the subject's own");
        }
        assert_eq!(reference(&[(FieldId::RecordNumber, "abc".into())], "abc"), [], "it stays as it is");
        let cleared =
            Judged::of(&Draft::new(4), &Draft::new(4), &[FieldId::DeregistrationCodePhone], "2026-11-30".parse().unwrap());
        assert_eq!(cleared.unasked, [], "what is emptied holds nothing");
    }

    #[test]
    fn errors_elsewhere_are_those_that_were_not_there_before() {
        let (same, own, other) = (FieldId::SameAsResponsiblePerson, FieldId::OwnerMobile, FieldId::ResponsiblePersonMobile);
        let before = [(same, Value::Flag(false)), (own, "13012340003".into())];
        let elsewhere = |given: &[(FieldId, Value)]| fields(&judged(&before, given).elsewhere);
        assert_eq!(elsewhere(&[(other, "13012340003".into())]), [own]);
        assert_eq!(elsewhere(&[(other, "13012340004".into())]), []);
        let kind = PersonField::CertificateKind.of_both()[0];
        let number = PersonField::CertificateNumber.of_both()[0];
        let found = judged(&[(number, "E12345678".into())], &[(kind, Value::Code(2))]);
        assert_eq!((fields(&found.wrong), fields(&found.elsewhere)), (vec![], vec![number]));
    }
}
