//! What triggers the rules about what is on record.

use beian::filing::{EventKind, FieldId as F, Value};

use super::drafts::{Case, SECOND, company};
use super::triggers::Trigger;

const NAME: F = F::ResponsiblePersonName;
const NUMBER: F = F::ResponsiblePersonCertificateNumber;
const MOBILE: F = F::ResponsiblePersonMobile;

/// The whole way to a number.
fn filed(case: &mut Case, number: &str) {
    for (kind, at) in [
        (EventKind::Submitted, "2026-09-21T09:00:00+08:00"),
        (EventKind::PlatformPassed, "2026-09-22T09:00:00+08:00"),
        (EventKind::SmsReceived, "2026-09-22T11:00:00+08:00"),
        (EventKind::SmsVerified, "2026-09-22T12:00:00+08:00"),
    ] {
        case.event(kind, at, "");
    }
    case.event(EventKind::BureauPassed, "2026-09-30T09:00:00+08:00", number);
}

/// A change of a record that has the person as they are entered.
fn change(case: &mut Case) {
    case.set(F::FilingKind, "change");
    for id in [NAME, NUMBER, MOBILE] {
        let value = case.draft.get(id).cloned();
        case.draft.set_recorded(id, value);
    }
}

/// Another person, of whom one thing stays as it is on record.
fn another_keeps(case: &mut Case, id: F) {
    change(case);
    let kept = case.draft.get(id).cloned();
    case.draft.set_recorded(id, kept);
    case.set(NUMBER, SECOND).set(NAME, "李四");
}

/// Filed under a number, beside another draft that is filed under this one.
fn filed_beside(case: &mut Case, number: &str, change: impl FnOnce(&mut Case)) {
    case.other(|o| {
        filed(o, number);
        change(o);
    });
    filed(case, "蜀ICP备2026000001号-1X");
}

pub const RECORD_TRIGGERS: &[Trigger] = &[
    (
        "deregistration-ends",
        "others_stand",
        company,
        |c| {
            c.other(|o| {
                filed(o, "蜀ICP备2026000001号-2X");
                o.set(F::AppId, "wx0000000000000009");
            });
            c.set(F::FilingKind, "deregister").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
            c.set(F::DeregistrationScope, "mini-program").set(F::DeregistrationReason, Value::Code(1));
        },
        F::DeregistrationScope,
    ),
    (
        "filing-number-in-another-draft",
        "service",
        company,
        |c| filed_beside(c, "蜀ICP备2026000001号-1X", |o| o.set(F::AppId, "wx0000000000000009").done()),
        F::FilingKind,
    ),
    (
        "filing-number-in-another-draft",
        "subject",
        company,
        |c| {
            filed_beside(c, "蜀ICP备2026000001号-2X", |o| {
                o.set(F::AppId, "wx0000000000000009").set(F::SubjectName, "乙公司");
                o.set(F::SubjectCertificateNumber, "91510104MA00000000").done();
            });
        },
        F::FilingKind,
    ),
    (
        "filing-number-in-another-draft",
        "two-numbers",
        company,
        |c| filed_beside(c, "蜀ICP备2026000009号-1X", |o| o.set(F::AppId, "wx0000000000000009").done()),
        F::FilingKind,
    ),
    ("filing-number-invalid", "province", company, |c| filed(c, "粤ICP备2026000001号-1X"), F::FilingKind),
    (
        "filing-number-invalid",
        "changed",
        company,
        |c| {
            c.set(F::FilingKind, "change").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
            filed(c, "蜀ICP备2026000001号-3X");
        },
        F::FilingKind,
    ),
    (
        "filing-number-invalid",
        "other_entity",
        company,
        |c| {
            c.set(F::RecordNumber, "蜀ICP备2026000777号-1X");
            filed(c, "蜀ICP备2026000778号-2X");
        },
        F::FilingKind,
    ),
    ("app-id-in-another-draft", "filed", company, |c| c.other(|o| filed(o, "蜀ICP备2026000001号-1X")).done(), F::AppId),
    (
        "person-changed-in-part",
        "number",
        company,
        |c| {
            change(c);
            c.set(NUMBER, SECOND);
        },
        NAME,
    ),
    (
        "person-changed-in-part",
        "mobile",
        company,
        |c| {
            change(c);
            c.set(NUMBER, SECOND).set(NAME, "李四");
        },
        MOBILE,
    ),
    (
        "record-has-ended",
        "access",
        company,
        |c| {
            c.set(F::FilingKind, "change").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
            c.other(|o| {
                filed(o, "蜀ICP备2026000001号-1X");
                o.event(EventKind::AccessCancelled, "2026-10-30T09:00:00+08:00", "");
            });
        },
        F::RecordNumber,
    ),
    (
        "record-has-ended",
        "more_access",
        company,
        |c| {
            c.set(F::FiledBefore, Value::Flag(true)).set(F::RecordNumber, "蜀ICP备2026000001号-1X");
            c.other(|o| {
                o.set(F::AppId, "wx0a1b2c3d4e5f6071");
                filed(o, "蜀ICP备2026000001号-1X");
                o.event(EventKind::AccessCancelled, "2026-10-30T09:00:00+08:00", "");
            });
        },
        F::FiledBefore,
    ),
    (
        "record-has-ended",
        "more",
        company,
        |c| {
            c.set(F::FiledBefore, Value::Flag(true)).set(F::RecordNumber, "蜀ICP备2026000001号-1X");
            c.other(|o| {
                o.set(F::FilingKind, "deregister").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
                o.set(F::DeregistrationScope, "subject").set(F::AppId, "wx0a1b2c3d4e5f6071");
                o.event(EventKind::DeregistrationRequested, "2026-10-29T09:00:00+08:00", "");
                o.event(EventKind::Deregistered, "2026-10-30T09:00:00+08:00", "");
            });
        },
        F::FiledBefore,
    ),
    (
        "record-has-ended",
        "end",
        company,
        |c| {
            c.set(F::FilingKind, "deregister").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
            c.other(|o| {
                filed(o, "蜀ICP备2026000001号-1X");
                o.event(EventKind::Deregistered, "2026-10-30T09:00:00+08:00", "");
            });
        },
        F::RecordNumber,
    ),
    (
        "person-changed-in-part",
        "emergency_phone",
        company,
        |c| another_keeps(c, F::ResponsiblePersonEmergencyPhone),
        F::ResponsiblePersonEmergencyPhone,
    ),
    ("person-changed-in-part", "email", company, |c| another_keeps(c, F::ResponsiblePersonEmail), F::ResponsiblePersonEmail),
    (
        "person-changed-in-part",
        "letter",
        company,
        |c| {
            c.set(F::IsLegalPerson, beian::filing::Value::Flag(false))
                .set(F::ResponsiblePersonAuthorizationLetter, "scans/letter.jpg");
            c.other(|o| filed(o, "蜀ICP备2026000001号-1X"));
            change(c);
            c.set(NUMBER, SECOND).set(NAME, "李四").set(F::RecordNumber, "蜀ICP备2026000001号-1X");
        },
        F::ResponsiblePersonAuthorizationLetter,
    ),
    (
        "person-changed-in-part",
        "validity",
        company,
        |c| {
            change(c);
            for id in [F::ResponsiblePersonCertificateValidFrom, F::ResponsiblePersonCertificateValidUntil] {
                let value = c.draft.get(id).cloned();
                c.draft.set_recorded(id, value);
            }
            c.set(NUMBER, SECOND).set(NAME, "李四").set(MOBILE, "13912340077");
        },
        F::ResponsiblePersonCertificateValidUntil,
    ),
    (
        "code-receiver-differs",
        "phone",
        company,
        |c| {
            c.set(F::FilingKind, "deregister").set(F::DeregistrationScope, "subject");
            c.set(F::DeregistrationCodePhone, "13012340009").draft.set_recorded(MOBILE, Some("13012340003".into()));
        },
        F::DeregistrationCodePhone,
    ),
];
