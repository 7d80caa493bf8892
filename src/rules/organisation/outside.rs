//! Subjects outside the mainland: Hong Kong, Macao, Taiwan and abroad.

use crate::catalog::{ENTERPRISE, OVERSEAS, REPRESENTATIVE_OFFICE};
use crate::filing::{FieldId, Value};
use crate::rules::engine::{Context, Finding, Fix, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// A subject outside the mainland files nothing; its representative office does, as an enterprise.
pub static SUBJECT_OUTSIDE_MAINLAND: Rule = Rule {
    name: "subject-outside-mainland",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: &[FieldId::SubjectNature],
    source: source::WECHAT_OVERSEAS,
    prevents: &[],
    title: text("境外主体不用备案", "Entity outside the mainland"),
    what: text(
        "香港、澳门、台湾和国外的主体，小程序账号不用备案；境内有机构的，用境内机构的证件备案。",
        "Entities of Hong Kong, Macao, Taiwan and abroad do not file; where they have an office on the mainland, it files with its own certificate.",
    ),
    why: text(
        "备案的主体须在境内登记；境外机构自己的证件备不了案。",
        "A filing entity is registered on the mainland; the certificate of an organisation abroad does not do.",
    ),
    fix: text(
        "账号是境外主体的，不用备案；境内有代表机构或子公司的，以它的名义注册账号并备案。",
        "With an account of an entity abroad, do not file; with a representative office or a subsidiary on the mainland, register and file in its name.",
    ),
    messages: &[message(
        "",
        text("境外主体的小程序账号不用备案。", "A mini-program of an entity outside the mainland needs no filing."),
        text(
            "境内有代表机构的，性质选企业，用外国企业常驻代表机构登记证备案；境内有子公司或分公司的，用它的营业执照。",
            "A representative office files as an enterprise with its own registration certificate, a subsidiary or branch with its business licence.",
        ),
    )],
    wrong: case(
        "subject.nature = 16",
        text("境外机构用自己的证件备案。", "An organisation abroad files with its own certificate."),
    ),
    right: case(
        "subject.nature = 4\nsubject.certificate.kind = 27",
        text("由境内的代表机构备案。", "Its representative office on the mainland files."),
    ),
    check: subject_outside_mainland,
};

fn subject_outside_mainland(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.code(FieldId::SubjectNature) != Some(OVERSEAS) {
        return;
    }
    let office = vec![
        (FieldId::SubjectNature, Some(Value::Code(ENTERPRISE))),
        (FieldId::SubjectCertificateKind, Some(Value::Code(REPRESENTATIVE_OFFICE))),
    ];
    findings.push(SUBJECT_OUTSIDE_MAINLAND.finds(FieldId::SubjectNature).with_fix(Fix::offer(office)));
}
