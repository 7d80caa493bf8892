//! What is noted of the rules while they run.

use super::*;
use crate::filing::{Approval, Value};
use crate::rules::Topic;
use crate::rules::peers::{PeerDrafts, PeerIndex};
use crate::scan::facts::{Facts, FileFacts, Format};

/// A company in which every rule has something to look at.
fn company() -> Draft {
    let mut draft = Draft::new(4);
    for (id, text) in [
        (FieldId::SubjectRegion, "440305"),
        (FieldId::SubjectName, "虚构科技有限公司"),
        (FieldId::SubjectCertificateNumber, "91440300MA5FAKE00X"),
        (FieldId::SubjectCertificateAddress, "广东省深圳市南山区虚构街88号801室"),
        (FieldId::SubjectAddress, "虚构街88号801室"),
        (FieldId::SubjectCertificateValidUntil, "2040-01-01"),
        (FieldId::SubjectCertificatePhoto, "scans/a.jpg"),
        (FieldId::ResponsiblePersonName, "张三"),
        (FieldId::ResponsiblePersonCertificateNumber, "510104198811239961"),
        (FieldId::ResponsiblePersonMobile, "13012340003"),
        (FieldId::ResponsiblePersonEmail, "a@example.com"),
        (FieldId::OwnerName, "李四"),
        (FieldId::OwnerMobile, "13012340004"),
        (FieldId::MiniProgramName, "虚构音乐厅"),
        (FieldId::MiniProgramRemark, "为听众查询音乐会、预约座位，展示演出信息和曲目介绍的小程序。"),
    ] {
        draft.set(id, Some(text.into()));
    }
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![Approval::default()])));
    draft
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// What rules are noted to have read is what they are about.
#[test]
fn rules_are_noted_to_read_what_they_speak_about() {
    let draft = company();
    let mut facts = Facts::new();
    facts.insert("scans/a.jpg", FileFacts::picture(Format::Jpeg, 100, 100, 4000));
    let others = PeerDrafts::default();
    let mut recheck = Recheck::default();
    let context = Context::new(&draft, &facts, today()).with_peers(PeerIndex::new(&others, None));
    let (findings, _) = recheck.check(context);
    for (rule, inputs) in recheck.inputs() {
        assert!(!inputs.is_empty(), "{} has read nothing", rule.name);
        if !rule.fields.iter().any(|id| id.field().is_filed_in(crate::filing::FilingKind::New)) {
            continue;
        }
        let reads_files =
            rule.name.starts_with("file-") || rule.name.starts_with("picture-") && rule.name != "picture-not-of-original";
        if reads_files {
            assert!(inputs.meets(Inputs::FACTS), "{}", rule.name);
        }
        assert_eq!(inputs.meets(Inputs::PEERS), rule.topic == Topic::Drafts, "{}", rule.name);
        for finding in findings.iter().filter(|finding| finding.rule == rule) {
            let by_event = rule.topic == Topic::Status;
            assert!(by_event || inputs.meets(Inputs::field(finding.field)), "{}: {:?}", rule.name, finding.field);
        }
    }
    let of = |name: &str| recheck.inputs().find(|(rule, _)| rule.name == name).unwrap().1;
    let mobile = Inputs::field(FieldId::OwnerMobile);
    assert!(of("mobile-invalid").meets(mobile) && of("mobile-shared").meets(mobile));
    assert!(!of("mini-program-name-unusual").meets(mobile) && !of("date-invalid").meets(mobile));
    assert!(of("certificate-expires-soon").meets(Inputs::DAY) && !of("mail-invalid").meets(Inputs::DAY));
}

/// Typing in one field runs few rules.
#[test]
fn an_edit_runs_only_the_rules_that_read_the_field() {
    let mut draft = company();
    let facts = Facts::new();
    let mut recheck = Recheck::default();
    recheck.check(Context::new(&draft, &facts, today()));
    let readers = |id| recheck.inputs().filter(|(_, inputs)| inputs.meets(Inputs::field(id))).count();
    let (all, mobile) = (register().len(), readers(FieldId::OwnerMobile));
    assert!(mobile * 4 < all, "{mobile} of {all} rules read the owner's mobile number");
    draft.set(FieldId::OwnerMobile, Some("1".into()));
    let (findings, _) = recheck.check(Context::new(&draft, &facts, today()));
    assert!(findings.iter().any(|finding| finding.field == FieldId::OwnerMobile && finding.rule.name == "mobile-invalid"));
}
