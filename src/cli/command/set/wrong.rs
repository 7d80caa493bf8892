//! Values that the rules call wrong in themselves.

use chrono::NaiveDate;

use crate::cli::sentence::{Part, Sentence};
use crate::filing::{Draft, FieldId, Kind, Section};
use crate::locale::{Lang, error as words};
use crate::rules::{self, Context, Finding, Severity};
use crate::scan::facts::Facts;

/// The errors that given values make in their own fields, all values together. What would be found there without a value does not come
/// from it, nor does what was found before in a field that stays as it is. Files are looked at once they are attached; an answer is
/// true or not, whatever the rules make of it; and what is said of the kind of filing is said of the record and of what happened.
pub(super) fn values(before: &Draft, draft: &Draft, edits: &[(FieldId, String)], today: NaiveDate) -> Vec<Finding> {
    let judged = |id: FieldId| {
        let field = id.field();
        let is_answer = field.section == Section::Questions || matches!(field.kind, Kind::Flag(_));
        // Rows are given one after the other: what one still lacks is missing, not wrong.
        let is_rows = matches!(field.kind, Kind::Approvals);
        id != FieldId::FilingKind && !is_answer && !is_rows && !field.kind.is_file() && draft.get(id).is_some()
    };
    let given: Vec<FieldId> = edits.iter().map(|(id, _)| *id).filter(|id| judged(*id)).collect();
    if given.is_empty() {
        return Vec::new();
    }
    let facts = Facts::new();
    let errors = |draft: &Draft| {
        let mut found = rules::check(&Context::new(draft, &facts, today));
        found.retain(|finding| finding.severity == Severity::Error && given.contains(&finding.field));
        found
    };
    let mut found = errors(draft);
    if found.is_empty() {
        return found;
    }
    let mut emptied = draft.clone();
    for id in &given {
        emptied.set(*id, None);
    }
    let (without, earlier) = (errors(&emptied), errors(before));
    let is_among = |known: &[Finding], finding: &Finding| {
        known.iter().any(|other| (other.rule.name, other.field) == (finding.rule.name, finding.field))
    };
    let stays = |id: FieldId| before.get(id) == draft.get(id);
    found.retain(|finding| !(is_among(&without, finding) || stays(finding.field) && is_among(&earlier, finding)));
    found
}

/// Which field it is, what is wrong, and how it is put right.
pub(super) fn sentence(finding: &Finding) -> Sentence {
    let both = |said: &dyn Fn(Lang) -> String| Part::Both(said(Lang::Zh), said(Lang::En));
    Sentence::of(words::WRONG_VALUE)
        .with("field", Part::Field(finding.field))
        .with("path", finding.field.path())
        .with("why", both(&|lang| finding.message(lang).into_owned()))
        .with("fix", both(&|lang| finding.fix(lang).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Value;

    fn wrong(before: &[(FieldId, Value)], given: &[(FieldId, Value)]) -> Vec<FieldId> {
        let mut old = Draft::new(4);
        for (id, value) in before {
            old.set(*id, Some(value.clone()));
        }
        let mut new = old.clone();
        for (id, value) in given {
            new.set(*id, Some(value.clone()));
        }
        let edits: Vec<(FieldId, String)> = given.iter().map(|(id, _)| (*id, String::new())).collect();
        values(&old, &new, &edits, "2026-11-30".parse().unwrap()).iter().map(|finding| finding.field).collect()
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
}
