//! What several drafts say together: the collisions that a bureau sees and a single draft does not.

use super::others::{Person, Traits};
use super::rule::{Confidence, Context, Rule, Source, Topic};
use super::{Arg, Finding, Severity};
use crate::filing::{FieldId, PersonField, Stage};

/// So many drafts are named in a sentence; the rest are counted.
const NAMED: usize = 3;

/// One mobile number in drafts of different people, or of different subjects.
pub static PHONE_IN_ANOTHER_DRAFT: Rule = Rule {
    name: "phone-in-another-draft",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonMobile, FieldId::OwnerMobile],
    source: Source::new("微信小程序备案操作指引；云服务商备案文档", Confidence::Vendor),
    reasons: &["people", "subjects"],
    check: phone_in_another_draft,
};

/// One person answers for several companies.
pub static PERSON_OF_SEVERAL_COMPANIES: Rule = Rule {
    name: "person-of-several-companies",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::ResponsiblePersonName, FieldId::OwnerName],
    source: Source::new("云服务商备案文档（江苏、江西等）", Confidence::Vendor),
    reasons: &[""],
    check: person_of_several_companies,
};

/// Two filings of one subject at once.
pub static FILINGS_OF_ONE_SUBJECT: Rule = Rule {
    name: "filings-of-one-subject",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::FilingKind],
    source: Source::new("云服务商备案文档；驳回原因汇总", Confidence::Vendor),
    reasons: &["running", "prepared"],
    check: filings_of_one_subject,
};

/// Mini-programs of one name under two subjects.
pub static MINI_PROGRAM_NAME_OF_TWO_SUBJECTS: Rule = Rule {
    name: "mini-program-name-of-two-subjects",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: Source::new("抖音开放平台备案说明；代办机构记录", Confidence::Platform),
    reasons: &[""],
    check: mini_program_name_of_two_subjects,
};

/// One subject filed in two provinces.
pub static SUBJECT_IN_TWO_PROVINCES: Rule = Rule {
    name: "subject-in-two-provinces",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectRegion],
    source: Source::new("手把手教你备案微信小程序（非个人主体备案）", Confidence::Official),
    reasons: &[""],
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
    source: Source::new("本程序对多份草稿的比对", Confidence::Inferred),
    reasons: &["name", "number", "mobile"],
    check: person_differs_between_drafts,
};

/// The draft's own traits, where other drafts are at hand at all.
fn own(context: &Context<'_>) -> Option<Traits> {
    (!context.among.is_alone()).then(|| Traits::of("", context.draft))
}

/// A finding that names the drafts it is about; nothing where there are none.
fn about<'a>(finding: Finding, drafts: impl Iterator<Item = &'a Traits>) -> Option<Finding> {
    let labels: Vec<&str> = drafts.map(|traits| traits.label.as_str()).collect();
    let named = labels.iter().take(NAMED).copied().collect::<Vec<_>>().join(" / ");
    let named = if labels.len() > NAMED { format!("{named} …（{}）", labels.len()) } else { named };
    (!labels.is_empty()).then(|| finding.with("drafts", Arg::Text(named)))
}

/// Whether two drafts are of the same subject, as far as both tell.
fn same_subject(one: &Traits, other: &Traits) -> bool {
    one.subject.is_empty() || other.subject.is_empty() || one.subject == other.subject || one.subject_name == other.subject_name
}

fn is_another(person: &Person) -> impl Fn(&Person) -> bool + '_ {
    |other: &Person| other.mobile == person.mobile && person.is(other) == Some(false)
}

fn phone_in_another_draft(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    for person in &me.people {
        let field = PersonField::Mobile.of(person.role);
        let there: Vec<&Traits> = context.among.with_mobile(&person.mobile).collect();
        let of_people = about(
            PHONE_IN_ANOTHER_DRAFT.finds(field).because("people"),
            there.iter().copied().filter(|other| other.people.iter().any(is_another(person))),
        );
        // A person may have a filing of their own and answer for one company (`filing-rules.md` TEL-08).
        let of_subjects = || {
            let others = there.iter().copied().filter(|other| !same_subject(&me, other) && me.individual == other.individual);
            about(PHONE_IN_ANOTHER_DRAFT.finds(field).because("subjects"), others)
        };
        findings.extend(of_people.or_else(of_subjects));
    }
}

fn person_of_several_companies(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| !me.individual) else { return };
    for person in &me.people {
        let others = context.among.with_person(&person.number);
        let others = others.filter(|other| !other.individual && !same_subject(&me, other));
        findings.extend(about(PERSON_OF_SEVERAL_COMPANIES.finds(PersonField::Name.of(person.role)), others));
    }
}

fn filings_of_one_subject(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| me.stage != Stage::Filed) else { return };
    // Two drafts of one AppID are one filing at two times, such as a copy that was kept.
    let others: Vec<&Traits> =
        context.among.of_subject(&me.subject).filter(|other| me.app_id.is_empty() || other.app_id != me.app_id).collect();
    let finding = FILINGS_OF_ONE_SUBJECT.finds(FieldId::FilingKind);
    let running = about(finding.clone().because("running"), others.iter().copied().filter(|other| other.is_running()));
    let prepared = || {
        let prepared = others.iter().copied().filter(|other| other.stage == Stage::Preparing);
        about(finding.clone().because("prepared").weighing(Severity::Hint), prepared).filter(|_| !me.is_running())
    };
    findings.extend(running.or_else(prepared));
}

fn mini_program_name_of_two_subjects(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    let others = context.among.of_mini_program(&me.mini_program).filter(|other| !same_subject(&me, other));
    findings.extend(about(MINI_PROGRAM_NAME_OF_TWO_SUBJECTS.finds(FieldId::MiniProgramName), others));
}

fn subject_in_two_provinces(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context).filter(|me| !me.province.is_empty()) else { return };
    let others = context.among.of_subject(&me.subject);
    let others = others.filter(|other| !other.province.is_empty() && other.province != me.province);
    findings.extend(about(SUBJECT_IN_TWO_PROVINCES.finds(FieldId::SubjectRegion), others));
}

fn person_differs_between_drafts(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = own(context) else { return };
    let differs = |mine: &str, theirs: &str| !mine.is_empty() && !theirs.is_empty() && mine != theirs;
    for person in &me.people {
        let finds = |part: PersonField| PERSON_DIFFERS_BETWEEN_DRAFTS.finds(part.of(person.role));
        let same_number = || context.among.with_person(&person.number);
        let with = |other: &Traits, check: &dyn Fn(&Person) -> bool| other.people.iter().any(check);
        let named = |other: &Person| other.number == person.number && differs(&person.name, &other.name);
        findings.extend(about(finds(PersonField::Name).because("name"), same_number().filter(|other| with(other, &named))));
        // The same name alone is no sign of one person; the same name at one subject is.
        let numbered = |other: &Person| other.name == person.name && differs(&person.number, &other.number);
        let same_name = context.among.with_name(&person.name);
        let same_name = same_name.filter(|other| !me.subject.is_empty() && same_subject(&me, other) && with(other, &numbered));
        findings.extend(about(finds(PersonField::CertificateNumber).because("number"), same_name));
        let called = |other: &Person| other.number == person.number && differs(&person.mobile, &other.mobile);
        let finding = finds(PersonField::Mobile).because("mobile").weighing(Severity::Hint);
        findings.extend(about(finding, same_number().filter(|other| with(other, &called))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::event::Moment;
    use crate::filing::{Draft, Event, EventKind, Role, Value};
    use crate::rules::others::{Among, Others};
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
        let mut others = Others::default();
        let me = others.add("mine", draft);
        others.add("other", other);
        let (facts, today) = (Facts::new(), "2026-11-25".parse().unwrap());
        let context = Context { among: Among::new(&others, Some(me)), ..Context::new(draft, &facts, today) };
        let mut findings = Vec::new();
        for rule in crate::rules::register().iter().filter(|rule| rule.topic == Topic::Drafts) {
            (rule.check)(&context, &mut findings);
        }
        assert!(findings.iter().all(|finding| finding.arg("drafts") == Some(&Arg::Text("other".into()))));
        findings.into_iter().map(|finding| (finding.rule, finding.reason)).collect()
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
        assert_eq!(said(&copy, &copy.clone()), [], "two drafts of one AppID are one filing");
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
