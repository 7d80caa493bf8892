//! What is printed on a licence for machines, held against what was typed.

use crate::filing::{FieldId, Value};
use crate::identifiers::registration::Form;
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::file::scans;
use crate::scan::facts::FileFacts;
use crate::text::text;

/// The field that a licence's code belongs into.
const NUMBER: FieldId = FieldId::SubjectCertificateNumber;

/// The QR code of the licence holds another credit code than was typed, or the field for it is still empty.
pub static LICENCE_CODE_DIFFERS: Rule = Rule {
    name: "licence-code-differs",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: &[NUMBER],
    source: source::LICENCE_QR_CODE,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("与执照二维码不一致", "Differs from the licence's QR code"),
    what: text(
        "填写的代码应与执照照片里二维码的代码一致；还没有填的，可以直接采用。",
        "The code agrees with the one in the QR code of the licence; where none is entered, it can be taken from there.",
    ),
    why: text(
        "平台会把填写的代码与执照核对，对不上就退回。二维码里的代码有校验位，读出来的不会错。",
        "The platform compares the code with the licence. The code in the QR code has a check character, so it is not misread.",
    ),
    fix: text(
        "对照执照核对代码，并看看是不是放错了执照。",
        "Compare the code with the licence, and check that it is the right licence.",
    ),
    messages: &[
        message(
            "differs",
            text(
                "{file} 上二维码里的代码是 {seen}，与填写的不一致。",
                "The QR code in {file} says {seen}, not what is entered here.",
            ),
            text("对照执照核对；也可能放错了执照。", "Compare it with the licence, or attach the right licence."),
        ),
        message(
            "empty",
            text("{file} 上二维码里的代码是 {seen}。", "The QR code in {file} says {seen}."),
            text("与执照一致就采用。", "Apply it if that is the code on the licence."),
        ),
    ],
    wrong: case(
        "subject.certificate.number = '91510107MA0000007C'\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { code = '91110105MA0000015F' }",
        text("二维码里是另一家单位的代码。", "The QR code holds the code of another entity."),
    ),
    right: case(
        "subject.certificate.number = '91510107MA0000007C'\n\
         subject.certificate.photo = 'licence.jpg'\n\
         files.'licence.jpg' = { code = '91510107MA0000007C' }",
        text("二维码里的代码与填写的一致。", "The code in the QR code is the one that was entered."),
    ),
    check: licence_code_differs,
};

/// The credit code in the QR code of a licence. What does not stand its own check was no code, whatever the QR code is there for.
pub(super) fn printed_code(facts: &FileFacts) -> Option<&str> {
    facts.printed_code().filter(|seen| Form::CreditCode.check(seen).valid)
}

fn licence_code_differs(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for scan in scans(context).filter(|scan| scan.id == FieldId::SubjectCertificatePhoto) {
        let Some(seen) = printed_code(scan.facts) else { continue };
        let said = match context.typed(NUMBER) {
            Some(_) if context.number(NUMBER) == Some(seen) => continue,
            Some(_) => LICENCE_CODE_DIFFERS.finds(NUMBER).with_message(message_of!(LICENCE_CODE_DIFFERS, "differs")),
            None if context.asks(NUMBER) && is_blank(context.text(NUMBER)) => {
                let empty = LICENCE_CODE_DIFFERS.finds(NUMBER).with_message(message_of!(LICENCE_CODE_DIFFERS, "empty"));
                empty.with_severity(Severity::Hint)
            }
            None => continue,
        };
        let said = said.with("file", Arg::File(scan.path.to_owned())).with("seen", Arg::Text(seen.to_owned()));
        findings.push(said.with_fix_to(Value::Text(seen.to_owned())));
    }
}
