//! What a remark says to be enclosed.

use crate::filing::{FieldId, FilingKind, Value};
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// The remark on the subject speaks of a paper that is enclosed, and none is.
pub static REMARK_NAMES_ABSENT_PAPER: Rule = Rule {
    name: "remark-names-absent-paper",
    topic: Topic::Remark,
    severity: Severity::Hint,
    fields: &[FieldId::SubjectRemark],
    source: source::REVIEW_EXPERIENCE,
    prevents: &[],
    title: text("备注说已上传的材料没有", "The remark names a paper that is not there"),
    what: text("备注里说已经上传的材料，要在这次的材料里。", "A paper that the remark says to be enclosed is among the files."),
    why: text(
        "沿用以前备案的备注时，那次上传的材料往往不在这一次里。",
        "A remark copied from an earlier filing speaks of the papers of that one.",
    ),
    fix: text("补上材料，或者改写备注。", "Attach the paper, or rewrite the remark."),
    messages: &[message(
        "",
        text(
            "备注说已上传「{paper}」，这份草稿里没有。",
            "The remark says that \"{paper}\" is enclosed, and this draft has none.",
        ),
        text(
            "补上这份材料；这次不用交的，删去备注里的这句话。",
            "Attach it; if this filing does without, take the sentence out.",
        ),
    )],
    wrong: case(
        "subject.nature = 4\nsubject.remark = '名称已变更，已上传主体更名函。'",
        text("备注是从上一次备案带来的，更名函没有附。", "The remark is that of the filing before; no letter is attached."),
    ),
    right: case(
        "subject.nature = 4\nsubject.remark = '名称已变更，已上传主体更名函。'\nmaterials.business_name_change_letter = 'letter.jpg'",
        text("更名函已附上。", "The letter is attached."),
    ),
    check: remark_names_absent_paper,
};

/// Words that say that something is enclosed.
const ENCLOSED: [&str; 7] = ["已上传", "已附", "附上", "附有", "附件", "已提交", "已提供"];
/// What papers are called in remarks, and the field that holds them.
const PAPERS: [(&str, FieldId); 4] = [
    ("更名函", FieldId::NameChangeLetter),
    ("居住证", FieldId::SubjectResidencePermit),
    ("承诺书", FieldId::CommitmentLetter),
    ("党建", FieldId::PartyBuildingLetter),
];

fn remark_names_absent_paper(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let id = FieldId::SubjectRemark;
    let Some(remark) = context.typed(id).filter(|_| context.asks(id)) else { return };
    // What is on record was filed with its papers.
    if context.kind() == FilingKind::Change && context.recorded(id).and_then(Value::as_text).map(str::trim) == Some(remark.trim())
    {
        return;
    }
    // What another answer hides is not packed.
    let is_there = |field: FieldId| context.asks(field) && context.get(field).is_some_and(|value| !value.is_empty());
    // Among the other materials anything may be.
    if is_there(FieldId::SubjectOtherMaterials) {
        return;
    }
    let clauses = || remark.split(['。', '；', ';', '\n']).filter(|clause| ENCLOSED.iter().any(|word| clause.contains(word)));
    let named = PAPERS.into_iter().filter(|(name, _)| clauses().any(|clause| clause.contains(name)));
    for (name, _) in named.filter(|(_, field)| !is_there(*field)) {
        findings.push(REMARK_NAMES_ABSENT_PAPER.finds(id).with("paper", Arg::Text(name.to_owned())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Draft;
    use crate::scan::facts::Facts;

    #[test]
    fn what_is_on_record_was_filed_with_its_papers() {
        let remark = "名称已变更，已上传主体更名函。";
        for (kind, on_record, said) in [
            ("change", Some(remark), 0),
            ("change", Some("没有改过名。"), 1),
            ("change", None, 1),
            // One more mini-program is sent with the remark again.
            ("new", Some(remark), 1),
        ] {
            let mut draft = Draft::new(4);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::SubjectRemark, Some(remark.into()));
            draft.set_recorded(FieldId::SubjectRemark, on_record.map(Into::into));
            let facts = Facts::new();
            let mut found = Vec::new();
            remark_names_absent_paper(&Context::new(&draft, &facts, "2026-11-29".parse().unwrap()), &mut found);
            assert_eq!(found.len(), said, "{kind} {on_record:?}");
        }
    }

    #[test]
    fn a_paper_that_is_not_packed_is_absent() {
        for (nature, letter, said) in [(4, true, 0), (4, false, 1), (crate::catalog::INDIVIDUAL, true, 1)] {
            let mut draft = Draft::new(nature);
            draft.set(FieldId::SubjectRemark, Some("名称已变更，已上传主体更名函。".into()));
            draft.set(FieldId::NameChangeLetter, letter.then(|| "letter.jpg".into()));
            let facts = Facts::new();
            let mut found = Vec::new();
            remark_names_absent_paper(&Context::new(&draft, &facts, "2026-11-29".parse().unwrap()), &mut found);
            assert_eq!(found.len(), said, "{nature} {letter}");
        }
    }
}
