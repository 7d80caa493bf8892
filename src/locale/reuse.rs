//! What one more mini-program of a subject began with, and what it did not take.

use super::{Lang, value};
use crate::filing::reuse::{SECTIONS, is_likely_of_next};
use crate::filing::{Draft, FieldId, Need, Section, progress};
use crate::text::clean::visible;

/// What of a draft that was begun just now stands on record, what was taken from the mini-program before, what is left to fill in,
/// and what is never taken; one sentence a line. In English a name may hold a comma itself.
#[must_use]
pub fn lines(lang: Lang, draft: &Draft) -> Vec<String> {
    let list = |names: Vec<String>| names.join(if lang == Lang::Zh { "、" } else { "; " });
    let sections = SECTIONS.map(|section| section.label().in_lang(lang).to_owned());
    // An answer may say of the subject what is on record, and no number.
    let number = match (visible(draft.number().trim()), lang) {
        (number, _) if number.is_empty() => String::new(),
        (number, Lang::Zh) => format!("（{number}）"),
        (number, Lang::En) => format!(" ({number})"),
    };
    let open = draft.asked().filter(|id| draft.need(*id) >= Need::Expected && !progress::is_filled(draft, *id));
    // A record may lack what it should have: an answer of the platform has no scans, and masks what it tells of people.
    let (lacking, open): (Vec<FieldId>, Vec<FieldId>) = open.partition(|id| SECTIONS.contains(&id.field().section));
    let names = |fields: &[FieldId]| list(fields.iter().map(|id| short_label(lang, *id)).collect());
    let sentence = if lacking.is_empty() { FROM_RECORD } else { FROM_RECORD_IN_PART };
    let sections = list(sections.to_vec());
    let mut lines = vec![sentence.with(lang, &[("number", &number), ("sections", &sections), ("fields", &names(&lacking))])];
    let offered = offered(lang, draft);
    if !offered.is_empty() {
        lines.push(OFFERED.with(lang, &[("fields", &list(offered))]));
    }
    if draft.get(FieldId::MiniProgramRemark).is_some() {
        lines.push(REMARK.in_lang(lang).to_owned());
    }
    if !open.is_empty() {
        lines.push(TO_FILL_IN.with(lang, &[("fields", &names(&open))]));
    }
    lines.push(NEVER.in_lang(lang).to_owned());
    lines
}

/// What of the mini-program's side is there already: its fields, and who answers for it in a word.
fn offered(lang: Lang, draft: &Draft) -> Vec<String> {
    let of_mini_program = Section::MiniProgram.fields().map(|field| field.id);
    let there = of_mini_program.filter(|id| is_likely_of_next(*id) && draft.get(*id).is_some());
    let mut names: Vec<String> = there.map(|id| id.label().in_lang(lang).to_owned()).collect();
    if draft.owner_is_another() && draft.get(FieldId::OwnerName).is_some() {
        let name = value::show(lang, FieldId::OwnerName, &draft.text(FieldId::OwnerName).into());
        names.push(OWNER.with(lang, &[("name", &visible(&name))]));
    } else if draft.get(FieldId::SameAsResponsiblePerson).is_some() {
        let sentence = if draft.owner_is_another() { OWNER_IS_ANOTHER } else { OWNER_IS_THE_SAME };
        names.push(sentence.in_lang(lang).to_owned());
    }
    names
}

/// The name of a field, with its section where the name alone does not tell whose it is.
fn short_label(lang: Lang, id: FieldId) -> String {
    match id.field().section {
        Section::MiniProgram => id.label().in_lang(lang).to_owned(),
        _ if id.files().is_some() => id.gathered_label().in_lang(lang).to_owned(),
        _ => id.full_label(lang),
    }
}

crate::messages! {
    /// What is on record.
    TITLE = "已带入和未带入的内容", "What was taken, and what was not";
    /// The subject's side.
    FROM_RECORD = "取自备案记录{number}，不用再填：{sections}。", "From the record{number}, not asked again: {sections}.";
    /// The subject's side, of which the record lacks something.
    FROM_RECORD_IN_PART = "取自备案记录{number}：{sections}；其中记录里没有、还要填：{fields}。",
        "From the record{number}: {sections}; not on record and still to be filled in: {fields}.";
    /// What is likely to be the same.
    OFFERED = "从已备案的小程序带来，请核对：{fields}。", "From the mini-program on record, to be looked over: {fields}.";
    /// Which is never quite the same.
    REMARK = "备注是上一个小程序的，要改成这个小程序的功能。", "The remark describes the other mini-program: describe this one.";
    /// Who answers for it.
    OWNER = "小程序负责人{name}", "mini-program contact {name}";
    /// Who answers for it, where nothing more is known.
    OWNER_IS_ANOTHER = "小程序负责人另有其人", "another mini-program contact";
    /// Who answers for it.
    OWNER_IS_THE_SAME = "小程序负责人同主体负责人", "the responsible person as its contact";
    /// What is empty.
    TO_FILL_IN = "要填：{fields}。", "To be filled in: {fields}.";
    /// How to get about in it.
    LEADS = "按 {key} 从一处要填的到下一处。", "{key} leads from one field to be filled in to the next.";
    /// What belongs to one filing.
    NEVER = "不带：本人的回答、确认、函件及其日期、人脸核身。",
        "Never taken: answers, confirmations, letters and their dates, face check.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Value, field::table};

    #[test]
    fn what_was_taken_and_what_was_not_is_said() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        draft.set(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        let said = lines(Lang::Zh, &draft).join("\n");
        assert!(said.contains("蜀ICP备2026000001号-1X") && !said.contains("请核对") && !said.contains("备注是"), "{said}");
        draft.set(FieldId::ServiceContents, Some(Value::Codes(vec![3])));
        draft.set(FieldId::MiniProgramRemark, Some("查询门店与营业时间".into()));
        for (same, name, expected) in [
            (true, "", "服务内容类型、小程序备注、小程序负责人同主体负责人。"),
            (false, "", "服务内容类型、小程序备注、小程序负责人另有其人。"),
            (false, "李四", "服务内容类型、小程序备注、小程序负责人李四。"),
        ] {
            draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(same)));
            draft.set(FieldId::OwnerName, Some(name.into()));
            let said = lines(Lang::Zh, &draft).join("\n");
            assert!(said.contains(expected) && said.contains("备注是上一个"), "{said}");
            assert!(said.contains("要填：") && said.contains("AppID、小程序名称、前置审批"), "{said}");
        }
    }

    /// What the record lacks is not said to be in it: an answer of the platform has no scans.
    #[test]
    fn what_the_record_lacks_is_told_once() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::RecordNumber, Some("蜀ICP备2026000001号-1X".into()));
        draft.set_recorded(FieldId::SubjectName, Some("虚构科技有限公司".into()));
        let said = lines(Lang::Zh, &draft);
        assert!(said[0].contains("还要填：主体 · ") && !said[0].contains("不用再填"), "{said:?}");
        let rest = said[1..].join("");
        assert!(!rest.contains("主体 · ") && !rest.contains("主体负责人 · ") && rest.contains("AppID"), "{said:?}");
    }

    #[test]
    fn what_is_said_never_to_be_taken_never_is() {
        let named = [FieldId::AppId, FieldId::MiniProgramName, FieldId::LettersDated];
        let kinds = [FieldId::SIGNED, FieldId::FACE_CHECK, FieldId::QUESTIONS].concat();
        assert!(named.into_iter().chain(kinds).all(|id| !is_likely_of_next(id)));
        assert!(table().iter().any(|field| is_likely_of_next(field.id)));
    }
}
