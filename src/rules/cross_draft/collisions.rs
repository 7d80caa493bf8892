//! What several drafts say together: the collisions that a bureau sees and a single draft does not.

use std::sync::Arc;

use super::ended::ends_of;
use crate::filing::{FieldId, FilingKind, PersonField, Stage, Value};
use crate::rules::engine::mark::Mark;
use crate::rules::engine::peers::{Person, Traits, mobile};
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

/// One mobile number in drafts of different people, or of different subjects.
pub static PHONE_IN_ANOTHER_DRAFT: Rule = Rule {
    name: "phone-in-another-draft",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonMobile, FieldId::OwnerMobile],
    source: source::GUIDE_AND_VENDORS,
    prevents: &[Rejection::SharedMobile, Rejection::PhoneOfAnotherSubject],
    title: text("号码也在别的草稿里", "Number in another draft"),
    what: text(
        "一个手机号码只属于一个人、只用在一个主体的备案里。",
        "A mobile number belongs to one person, in the filings of one entity.",
    ),
    why: text(
        "不同的人不能共用手机号码；不少地方也不许两个主体共用。",
        "People must not share numbers; many bureaus reject a number used by two entities.",
    ),
    fix: text("核对是谁的号码，另一边换掉。", "See whose it is and change the other."),
    messages: &[
        message(
            "people",
            text("在「{drafts}」里是另一个人的号码。", "In {drafts} this number is someone else's."),
            text("每人填写自己的手机号码。", "Enter each person's own number."),
        ),
        message(
            "subjects",
            text("在「{drafts}」里用于另一个主体。", "In {drafts} it belongs to another filing entity."),
            text("换一个号码，或确认当地允许。", "Use another, or make sure that the bureau allows it."),
        ),
    ],
    wrong: case(
        "responsible_person.mobile = '13012340003'\n\
         beside.responsible_person.name = '测试乙'\n\
         beside.responsible_person.certificate.number = '510104198811239961'\n\
         beside.responsible_person.mobile = '13012340003'",
        text("甲的手机号码 13012340003，另一份草稿里写在乙名下。", "13012340003 is A's here and B's in another draft."),
    ),
    right: case(
        "responsible_person.mobile = '13012340003'\n\
         beside.responsible_person.name = '测试乙'\n\
         beside.responsible_person.certificate.number = '510104198811239961'\n\
         beside.responsible_person.mobile = '13012340005'",
        text("甲、乙各用各的号码。", "A and B have a number each."),
    ),
    check: phone_in_another_draft,
};

/// One person answers for several companies.
pub static PERSON_OF_SEVERAL_COMPANIES: Rule = Rule {
    name: "person-of-several-companies",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonName, FieldId::OwnerName],
    source: source::VENDORS_JIANGSU_JIANGXI,
    prevents: &[Rejection::PersonOfSeveralCompanies],
    title: text("一人担任多家单位的负责人", "One person for several companies"),
    what: text("同一个人最好只做一家单位的负责人。", "A person answers for one company."),
    why: text("江苏、江西等地会因此退回。", "Jiangsu, Jiangxi and others reject it."),
    fix: text("换人，或先问当地通管局。", "Choose someone else, or ask the bureau."),
    messages: &[message(
        "",
        text("在「{drafts}」里也是另一家单位的负责人。", "In {drafts} the same person answers for another company."),
        text("换一位负责人，或确认当地允许。", "Choose someone else, or make sure that the bureau allows it."),
    )],
    wrong: case(
        "subject.name = '甲公司'\n\
         responsible_person.name = '张三'\n\
         responsible_person.certificate.number = '51010719920712992X'\n\
         beside.subject.name = '乙公司'\n\
         beside.subject.certificate.number = '91510104MA00000000'\n\
         beside.responsible_person.name = '张三'\n\
         beside.responsible_person.certificate.number = '51010719920712992X'",
        text("张三同时是甲公司和乙公司两份备案的负责人。", "Zhang San answers for company A and for company B."),
    ),
    right: case(
        "subject.name = '甲公司'\n\
         responsible_person.name = '张三'\n\
         responsible_person.certificate.number = '51010719920712992X'\n\
         beside.subject.name = '乙公司'\n\
         beside.subject.certificate.number = '91510104MA00000000'\n\
         beside.responsible_person.name = '李四'\n\
         beside.responsible_person.certificate.number = '510104198811239961'",
        text("乙公司换了另一位负责人。", "Company B has someone else."),
    ),
    check: person_of_several_companies,
};

/// Two filings of one subject at once.
pub static FILINGS_OF_ONE_SUBJECT: Rule = Rule {
    name: "filings-of-one-subject",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: source::VENDORS_AND_REJECTIONS,
    prevents: &[Rejection::AnotherFilingRuns],
    title: text("同一主体有两份备案", "Two filings of one entity"),
    what: text("一个主体同时只能有一份备案在审。", "An entity can have only one filing in review at a time."),
    why: text("两份同时在审会以「主办者冲突」退回。", "The second one is rejected as a conflict."),
    fix: text("一份有了结果再提交另一份。", "Submit one after the other."),
    messages: &[
        message(
            "running",
            text("同一主体的「{drafts}」正在审核。", "In review for the same filing entity: {drafts}."),
            text("等它通过或撤回后再提交这一份。", "Submit this one after it has been approved or withdrawn."),
        ),
        message(
            "ending",
            text("同一主体的「{drafts}」正在注销。", "A deregistration of the same filing entity is under way: {drafts}."),
            text(
                "等它办完，或不核验短信让它失效，再提交这一份。",
                "Submit this one after it is done, or has lapsed because the code was not entered.",
            ),
        ),
        message(
            "both",
            text("同一主体的「{drafts}」也在办理。", "Under way for the same filing entity as well: {drafts}."),
            text(
                "核对两份的进度：平台一次只收一份，记错的撤销。",
                "Compare the status of both: the platform takes one at a time. Undo what is wrong.",
            ),
        ),
        message(
            "prepared",
            text(
                "同一主体还有「{drafts}」在准备，不能同时提交。",
                "In preparation for the same filing entity: {drafts}. Only one can be submitted at a time.",
            ),
            text("排好先后，一份通过后再提交另一份。", "Submit one, then the other."),
        ),
    ],
    wrong: case(
        "beside.mini_program.app_id = 'wx0000000000000001'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  \
         { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' },\n  \
         { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n\
         ]",
        text("甲公司的另一个小程序正在通管局审核，这份又要提交。", "Another mini-program of company A is with the bureau."),
    ),
    right: case(
        "beside.mini_program.app_id = 'wx0000000000000001'\n\
         beside.events = [\n  \
         { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  \
         { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  \
         { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' },\n  \
         { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  \
         { at = 2026-11-21T14:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n\
         ]",
        text("等那一份通过后再提交这份。", "This one waits until that one is approved."),
    ),
    check: filings_of_one_subject,
};

/// Mini-programs of one name under two subjects.
pub static MINI_PROGRAM_NAME_OF_TWO_SUBJECTS: Rule = Rule {
    name: "mini-program-name-of-two-subjects",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: source::DOUYIN_AND_AGENCIES,
    prevents: &[Rejection::NameTaken],
    title: text("两个主体的小程序同名", "One name under two entities"),
    what: text("不同主体的小程序不同名。", "Different entities must use different names."),
    why: text("同名会被当作重复退回。", "The same name is rejected as already in use."),
    fix: text("改名。", "Rename one."),
    messages: &[message(
        "",
        text("「{drafts}」是另一个主体的，小程序同名。", "The same name for another filing entity: {drafts}."),
        text("改掉其中一个名称。", "Rename one of them."),
    )],
    wrong: case(
        "subject.name = '甲公司'\n\
         mini_program.name = '小食记'\n\
         beside.subject.name = '乙公司'\n\
         beside.subject.certificate.number = '91510104MA00000000'\n\
         beside.mini_program.name = '小食记'",
        text("甲公司和乙公司的小程序都叫「小食记」。", "Companies A and B both call theirs 小食记."),
    ),
    right: case(
        "subject.name = '甲公司'\n\
         mini_program.name = '小食记'\n\
         beside.subject.name = '乙公司'\n\
         beside.subject.certificate.number = '91510104MA00000000'\n\
         beside.mini_program.name = '小食记分店'",
        text("乙公司的改名为「小食记分店」。", "Company B renames its own."),
    ),
    check: mini_program_name_of_two_subjects,
};

/// One subject filed in two provinces.
pub static SUBJECT_IN_TWO_PROVINCES: Rule = Rule {
    name: "subject-in-two-provinces",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectRegion],
    source: source::WECHAT_STEP_BY_STEP,
    prevents: &[Rejection::FiledInAnotherProvince],
    title: text("同一主体在两个省", "One entity in two provinces"),
    what: text("一个主体只在一个省备案。", "An entity files in one province."),
    why: text("平台会提示该主体已在别的省完成备案。", "The platform rejects it: the entity is on record elsewhere."),
    fix: text("改成同一个省。", "Choose one province."),
    messages: &[message(
        "",
        text("同一主体的「{drafts}」选的是别的省。", "Another province for the same filing entity: {drafts}."),
        text("按证件住所选同一个省。", "Choose the province of the certificate in both."),
    )],
    wrong: case(
        "subject.region = '440305'\n\
         beside.subject.region = '510107'",
        text("甲公司一份草稿选广东，另一份选四川。", "Company A chose Guangdong here and Sichuan there."),
    ),
    right: case(
        "subject.region = '440305'\n\
         beside.subject.region = '440305'",
        text("两份都选执照所在的广东。", "Both chose Guangdong, where the licence is from."),
    ),
    check: subject_in_two_provinces,
};

/// What two drafts say about one person does not agree.
pub static PERSON_DIFFERS_BETWEEN_DRAFTS: Rule = Rule {
    name: "person-differs-between-drafts",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[
        FieldId::ResponsiblePersonName,
        FieldId::ResponsiblePersonCertificateNumber,
        FieldId::ResponsiblePersonMobile,
        FieldId::OwnerName,
        FieldId::OwnerCertificateNumber,
        FieldId::OwnerMobile,
    ],
    source: source::DRAFT_COMPARISON,
    prevents: &[Rejection::NameDiffersFromCertificate],
    title: text("同一个人的资料不一样", "One person, conflicting data"),
    what: text(
        "同一个人在各份草稿里的姓名、证件号码、手机号码要一致。",
        "A person's name, numbers and phone are the same everywhere.",
    ),
    why: text("不一致说明至少一份有误。", "One of the two is wrong."),
    fix: text("对照证件，改掉不对的那份。", "Compare with the certificate and fix the wrong one."),
    messages: &[
        message(
            "name",
            text("在「{drafts}」里，这个证件号码是别的姓名。", "In {drafts} this certificate number has another name."),
            text("对照证件核对姓名和号码。", "Compare name and number with the certificate."),
        ),
        message(
            "number",
            text("在「{drafts}」里，这个人的证件号码不一样。", "In {drafts} this person has another certificate number."),
            text("对照证件核对号码。", "Compare the number with the certificate."),
        ),
        message(
            "mobile",
            text("在「{drafts}」里，这个人填的是别的手机号码。", "In {drafts} this person has a different mobile number."),
            text("两个号码都在用就不用改。", "Leave it if both are in use."),
        ),
    ],
    wrong: case(
        "responsible_person.name = '张三'\n\
         responsible_person.certificate.number = '51010719920712992X'\n\
         beside.responsible_person.name = '张叁'\n\
         beside.responsible_person.certificate.number = '51010719920712992X'",
        text("同一个证件号码，一份写张三，另一份写张叁。", "One certificate number, under two names."),
    ),
    right: case(
        "responsible_person.name = '张三'\n\
         responsible_person.certificate.number = '51010719920712992X'\n\
         beside.responsible_person.name = '张三'\n\
         beside.responsible_person.certificate.number = '51010719920712992X'",
        text("两份都照证件写张三。", "Both write the name on the certificate."),
    ),
    check: person_differs_between_drafts,
};

/// The draft's own traits, where other drafts are at hand at all.
pub(super) fn own<'c>(context: &'c Context<'_>) -> Option<&'c Traits> {
    context.traits()
}

/// A finding that names the drafts it is about; nothing where there are none.
pub(super) fn about<'a>(finding: Finding, drafts: impl Iterator<Item = &'a Traits>) -> Option<Finding> {
    let labels: Vec<Arc<str>> = drafts.map(|traits| Arc::clone(&traits.label)).collect();
    (!labels.is_empty()).then(|| finding.with("drafts", Arg::Drafts(labels)))
}

/// Whether two drafts are of the same subject, as far as both tell.
pub(super) fn same_subject(one: &Traits, other: &Traits) -> bool {
    one.subject.is_empty() || other.subject.is_empty() || one.subject == other.subject || one.subject_name == other.subject_name
}

fn is_another(person: &Person) -> impl Fn(&Person) -> bool + '_ {
    |other: &Person| other.mobile == person.mobile && person.is(other) == Some(false)
}

fn phone_in_another_draft(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    for person in &me.people {
        let field = PersonField::Mobile.of(person.role);
        // What stood here before a change stands in the subject's other drafts: of that `person-changed-in-part` tells.
        let is_before =
            me.kind == FilingKind::Change && context.recorded(field).and_then(Value::as_text).map(mobile) == Some(person.mobile);
        let is_ours = |other: &&Traits| is_before && !me.record.is_empty() && other.record == me.record;
        let there: Vec<&Traits> = context.peers().with_mobile(person.mobile).filter(|other| !is_ours(other)).collect();
        let of_people = about(
            PHONE_IN_ANOTHER_DRAFT.finds(field).with_message(message_of!(PHONE_IN_ANOTHER_DRAFT, "people")),
            there.iter().copied().filter(|other| other.people.iter().any(is_another(person))),
        );
        // A person may have a filing of their own and answer for one company (`filing-rules.md` TEL-08).
        let of_subjects = || {
            let others = there.iter().copied().filter(|other| !same_subject(me, other) && me.individual == other.individual);
            about(PHONE_IN_ANOTHER_DRAFT.finds(field).with_message(message_of!(PHONE_IN_ANOTHER_DRAFT, "subjects")), others)
        };
        findings.extend(of_people.or_else(of_subjects));
    }
}

fn person_of_several_companies(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| !me.individual) else { return };
    for person in &me.people {
        let others = context.peers().with_person(person.number);
        let others = others.filter(|other| !other.individual && !same_subject(me, other));
        findings.extend(about(PERSON_OF_SEVERAL_COMPANIES.finds(PersonField::Name.of(person.role)), others));
    }
}

fn filings_of_one_subject(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.is_to_come()) else { return };
    // Two drafts of one AppID are one filing at two times, such as a copy that was kept. A change and a deregistration are two.
    let refers = |traits: &Traits| traits.kind != FilingKind::New;
    let is_other = |other: &&Traits| me.app_id.is_empty() || other.app_id != me.app_id || (refers(me) && refers(other));
    let mut others: Vec<&Traits> = context.peers().of_subject(me.subject).filter(is_other).collect();
    for other in context.peers().of_record(me.record).filter(is_other) {
        if !others.iter().any(|known| std::ptr::eq(*known, other)) {
            others.push(other);
        }
    }
    let finding = FILINGS_OF_ONE_SUBJECT.finds(FieldId::FilingKind);
    let running: Vec<&Traits> = others.iter().copied().filter(|other| other.is_running()).collect();
    let message = if me.is_running() {
        message_of!(FILINGS_OF_ONE_SUBJECT, "both")
    } else if running.iter().all(|other| other.kind == FilingKind::Deregistration) {
        message_of!(FILINGS_OF_ONE_SUBJECT, "ending")
    } else {
        message_of!(FILINGS_OF_ONE_SUBJECT, "running")
    };
    let running = about(finding.clone().with_message(message), running.into_iter());
    let prepared = || {
        // What was to change something that has ended since will not be submitted.
        let prepared = others.iter().copied().filter(|other| other.stage == Stage::Preparing);
        let prepared = prepared.filter(|other| ends_of(context, other).is_empty());
        about(
            finding.clone().with_message(message_of!(FILINGS_OF_ONE_SUBJECT, "prepared")).with_severity(Severity::Hint),
            prepared,
        )
        .filter(|_| !me.is_running() && ends_of(context, me).is_empty())
    };
    findings.extend(running.or_else(prepared));
}

fn mini_program_name_of_two_subjects(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    let others = context.peers().of_mini_program(me.mini_program).filter(|other| !same_subject(me, other));
    findings.extend(about(MINI_PROGRAM_NAME_OF_TWO_SUBJECTS.finds(FieldId::MiniProgramName), others));
}

fn subject_in_two_provinces(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| !me.province.is_empty()) else { return };
    let others = context.peers().of_subject(me.subject);
    let others = others.filter(|other| !other.province.is_empty() && other.province != me.province);
    findings.extend(about(SUBJECT_IN_TWO_PROVINCES.finds(FieldId::SubjectRegion), others));
}

fn person_differs_between_drafts(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    // A change differs from what it changes: that is what it is for.
    let is_change = |traits: &Traits| traits.kind == FilingKind::Change;
    let of_one_record =
        |other: &Traits| !me.record.is_empty() && me.record == other.record && (is_change(me) || is_change(other));
    let differs = |mine: Mark, theirs: Mark| !mine.is_empty() && !theirs.is_empty() && mine != theirs;
    for person in &me.people {
        let finds = |part: PersonField| PERSON_DIFFERS_BETWEEN_DRAFTS.finds(part.of(person.role));
        let same_number = || context.peers().with_person(person.number).filter(|other| !of_one_record(other));
        let with = |other: &Traits, check: &dyn Fn(&Person) -> bool| other.people.iter().any(check);
        let named = |other: &Person| other.number == person.number && differs(person.name, other.name);
        findings.extend(about(
            finds(PersonField::Name).with_message(message_of!(PERSON_DIFFERS_BETWEEN_DRAFTS, "name")),
            same_number().filter(|other| with(other, &named)),
        ));
        // The same name alone is no sign of one person; the same name at one subject is.
        let numbered = |other: &Person| other.name == person.name && differs(person.number, other.number);
        let same_name = context.peers().with_name(person.name);
        let same_name = same_name
            .filter(|other| !of_one_record(other) && !me.subject.is_empty() && same_subject(me, other) && with(other, &numbered));
        findings.extend(about(
            finds(PersonField::CertificateNumber).with_message(message_of!(PERSON_DIFFERS_BETWEEN_DRAFTS, "number")),
            same_name,
        ));
        let called = |other: &Person| other.number == person.number && differs(person.mobile, other.mobile);
        let finding = finds(PersonField::Mobile)
            .with_message(message_of!(PERSON_DIFFERS_BETWEEN_DRAFTS, "mobile"))
            .with_severity(Severity::Hint);
        findings.extend(about(finding, same_number().filter(|other| with(other, &called))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::event::Moment;
    use crate::filing::{Draft, Event, EventKind, Role, Value};
    use crate::rules::peers::{PeerDrafts, PeerIndex};
    use crate::scan::facts::Facts;

    fn company(name: &str, code: &str, person: (&str, &str, &str)) -> Draft {
        let mut draft = Draft::new(4);
        for (id, text) in [
            (FieldId::SubjectName, name),
            (FieldId::SubjectCertificateNumber, code),
            (FieldId::SubjectRegion, "440305"),
            (FieldId::ResponsiblePersonName, person.0),
            (FieldId::ResponsiblePersonCertificateNumber, person.1),
            (FieldId::ResponsiblePersonMobile, person.2),
        ] {
            draft.set(id, Some(text.into()));
        }
        draft
    }

    fn said(draft: &Draft, other: &Draft) -> Vec<(&'static str, &'static str)> {
        let mut others = PeerDrafts::default();
        let me = others.add("mine", draft);
        others.add("other", other);
        let (facts, today) = (Facts::new(), "2026-11-25".parse().unwrap());
        let context = Context::new(draft, &facts, today).with_peers(PeerIndex::new(&others, Some(me)));
        let mut findings = Vec::new();
        for rule in crate::rules::register().iter().filter(|rule| rule.topic == Topic::Drafts) {
            (rule.check)(&context, &mut findings);
        }
        assert!(findings.iter().all(|finding| finding.arg("drafts") == Some(&Arg::Drafts(vec!["other".into()]))));
        findings.into_iter().map(|finding| (finding.rule.name, finding.message.name)).collect()
    }

    const A: (&str, &str, &str) = ("张三", "51010719920712992X", "13012340003");
    const B: (&str, &str, &str) = ("李四", "510104198811239961", "17712340005");

    #[test]
    fn strangers_have_nothing_to_do_with_each_other() {
        assert_eq!(said(&company("甲公司", "1", A), &company("乙公司", "2", B)), []);
        assert_eq!(said(&Draft::new(4), &Draft::new(4)), []);
        assert_eq!(said(&Draft::default(), &Draft::default()), []);
    }

    #[test]
    fn a_phone_is_of_one_person_and_of_one_subject() {
        let mine = company("甲公司", "1", A);
        let stranger = company("乙公司", "2", (B.0, B.1, "+86 130 1234 0003"));
        assert_eq!(said(&mine, &stranger), [("phone-in-another-draft", "people")]);
        let same = company("乙公司", "2", A);
        assert_eq!(said(&mine, &same), [("phone-in-another-draft", "subjects"), ("person-of-several-companies", "")]);
        let mut own_filing = company("", "", A);
        own_filing.set(FieldId::SubjectNature, Some(Value::Code(5)));
        assert_eq!(said(&mine, &own_filing), [], "one's own filing and one company are fine");
    }

    #[test]
    fn a_subject_has_one_filing_at_a_time_in_one_province() {
        let mine = company("甲公司", "1", A);
        let mut other = company("甲公司", "1", A);
        assert_eq!(said(&mine, &other), [("filings-of-one-subject", "prepared")]);
        let at: Moment = "2026-11-20T10:00:00+08:00".parse().unwrap();
        other.events.push(Event::new(EventKind::Submitted, at));
        assert_eq!(said(&mine, &other), [("filings-of-one-subject", "running")]);
        other.set(FieldId::SubjectRegion, Some("110105".into()));
        assert!(said(&mine, &other).contains(&("subject-in-two-provinces", "")));
        let mut copy = mine.clone();
        copy.set(FieldId::AppId, Some("wx1".into()));
        let twice = [("app-id-in-another-draft", "prepared")];
        assert_eq!(said(&copy, &copy.clone()), twice, "two drafts of one AppID are one filing, and that is all there is to say");
    }

    #[test]
    fn what_was_to_change_an_ended_filing_waits_for_nothing() {
        let at: Moment = "2026-11-20T10:00:00+08:00".parse().unwrap();
        let number = "蜀ICP备2026000001号-1X";
        let kinds: Vec<EventKind> = EventKind::TO_FILED.into_iter().chain([EventKind::Deregistered]).collect();
        let change = |app_id: &str, number: &str| {
            let mut draft = company("甲公司", "1", A);
            draft.set(FieldId::FilingKind, Some("change".into()));
            draft.set(FieldId::AppId, Some(app_id.into()));
            draft.set(FieldId::RecordNumber, Some(number.into()));
            draft
        };
        for (count, prepared) in [(5, true), (6, false)] {
            let mut filed = company("甲公司", "1", A);
            filed.set(FieldId::AppId, Some("wx1".into()));
            filed.events = kinds[..count].iter().map(|kind| Event::new(*kind, at)).collect();
            filed.events[4].number = number.to_owned();
            let mut others = PeerDrafts::default();
            let me = change("wx2", "蜀ICP备2026000001号-2X");
            let place = others.add("mine", &me);
            others.add("filed", &filed);
            others.add("other", &change("wx1", number));
            let (facts, today) = (Facts::new(), "2026-11-25".parse().unwrap());
            let context = Context::new(&me, &facts, today).with_peers(PeerIndex::new(&others, Some(place)));
            let mut findings = Vec::new();
            filings_of_one_subject(&context, &mut findings);
            let names: Vec<_> = findings.iter().filter_map(|finding| finding.arg("drafts").cloned()).collect();
            let expected = [Arg::Drafts(vec!["other".into()])];
            assert_eq!(names, if prepared { &expected[..] } else { &[] }, "{count}");
        }
    }

    #[test]
    fn what_has_ended_collides_with_nothing() {
        let at: Moment = "2026-11-20T10:00:00+08:00".parse().unwrap();
        let kinds: Vec<EventKind> = EventKind::TO_FILED.into_iter().chain([EventKind::Deregistered]).collect();
        let filing = |region: &str, count: usize| {
            let mut draft = company("甲公司", "1", ("李四", B.1, "17712340005"));
            draft.set(FieldId::SubjectRegion, Some(region.into()));
            draft.set(FieldId::AppId, Some("wx1".into()));
            draft.set(FieldId::MiniProgramName, Some("小食记".into()));
            draft.events = kinds[..count].iter().map(|kind| Event::new(*kind, at)).collect();
            draft
        };
        let mine = filing("440305", 0);
        let of_filed =
            [("subject-in-two-provinces", ""), ("app-id-in-another-draft", "filed"), ("filed-before-in-another-draft", "")];
        assert_eq!(said(&mine, &filing("510107", 5)), of_filed);
        // Deregistered, to be filed again in another province.
        assert_eq!(said(&mine, &filing("510107", 6)), []);
        assert_eq!(said(&filing("510107", 6), &mine), []);
    }

    #[test]
    fn one_name_is_of_one_subject() {
        let (mut mine, mut other) = (company("甲公司", "1", A), company("乙公司", "2", B));
        mine.set(FieldId::MiniProgramName, Some("小食记".into()));
        other.set(FieldId::MiniProgramName, Some(" 小食记".into()));
        assert_eq!(said(&mine, &other), [("mini-program-name-of-two-subjects", "")]);
    }

    #[test]
    fn one_person_is_the_same_everywhere() {
        let mine = company("甲公司", "1", A);
        let differing = |person| {
            let found = said(&mine, &company("甲公司", "1", person));
            found
                .into_iter()
                .filter(|(rule, _)| *rule == "person-differs-between-drafts")
                .map(|(_, reason)| reason)
                .collect::<Vec<_>>()
        };
        assert_eq!(differing(("张叁", A.1, A.2)), ["name"]);
        assert_eq!(differing((A.0, B.1, A.2)), ["number"]);
        assert_eq!(differing((A.0, A.1, B.2)), ["mobile"]);
        assert_eq!(differing(A), [""; 0]);
        let traits = Traits::of("", &mine);
        assert_eq!(traits.people.first().map(|person| person.role), Some(Role::ResponsiblePerson));
    }
}
