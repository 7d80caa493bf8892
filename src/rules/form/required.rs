//! What must or should be filled in.

use crate::catalog::{self, filing_region};
use crate::filing::deregistration::known_receiver;
use crate::filing::field::TextKind;
use crate::filing::{FieldId, Kind, Need, PersonField, Role, Section, Value, field};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::record::receiver::RECEIVER;
use crate::text::text;

/// A field that must be filled in is empty.
pub static REQUIRED_FIELD_EMPTY: Rule = Rule {
    name: "required-field-empty",
    topic: Topic::Form,
    severity: Severity::Error,
    fields: FieldId::ALL,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::AuthorizationLetterFaulty, Rejection::LegalPersonMissing],
    title: text("必填项没有填", "Required field is empty"),
    what: text("必填的项都要有内容。", "All required fields must be filled in."),
    why: text("缺了必填项，平台不受理。", "The platform does not accept a filing without it."),
    fix: text("补填、补选，或附上文件。", "Type, choose or attach what belongs there."),
    messages: &[
        message(
            "certificate",
            text("还没有填。", "Missing."),
            text("照证件填写，一字不差。", "Copy it from the certificate, character by character."),
        ),
        message(
            "day",
            text("还没有填。", "Missing."),
            text("照证件上的日期填写。", "Enter the date printed on the certificate."),
        ),
        message(
            "no_address",
            text("还没有填。「{kind}」上没有住址。", "Missing. No address is printed on: {kind}."),
            text(
                "填现在在内地的居住地址，从省、市、区县写到门牌号和房间号，与通讯地址是同一处。",
                "Enter where the person lives on the mainland now, from the province down to the room; the same place as the postal address.",
            ),
        ),
        message(
            "name",
            text("还没有填姓名。", "No name yet."),
            text("照证件填写全名。", "Enter the full name as on the certificate."),
        ),
        message(
            "postal_address",
            text("还没有填通讯地址。", "No postal address yet."),
            text("从街道写起，写到门牌号和房间号。", "Begin with the street and go down to the room."),
        ),
        message(
            "mobile",
            text("还没有填手机号码。", "No mobile number yet."),
            text("填本人在用、能收短信的手机号码。", "Enter the person's own number, which receives messages."),
        ),
        message(
            "emergency_phone",
            text("还没有填应急联系电话。", "No emergency number yet."),
            text("填另一个人的手机号码，如家人或同事的。", "Enter someone else's mobile, such as family or a colleague."),
        ),
        message(
            "mail",
            text("还没有填电子邮箱。", "No mail address yet."),
            text("填本人常用的邮箱，审核结果会发到这里。", "Enter an address the person reads: results are sent there."),
        ),
        message(
            "app_id",
            text("还没有填 AppID。", "No AppID yet."),
            text("从微信公众平台的「设置」里复制，以 wx 开头。", "Copy it from the console's settings; it begins with wx."),
        ),
        message(
            "mini_program_name",
            text("还没有填小程序名称。", "No mini-program name yet."),
            text("照微信公众平台里的名称填写。", "Enter the name as the console shows it."),
        ),
        message(
            "remark",
            text("还没有填小程序备注。", "No remark yet."),
            text(
                "用 20 到 200 字写清给谁用、有什么功能和内容。",
                "In 20 to 200 characters, say who it is for, what it does and what it shows.",
            ),
        ),
        message("typed", text("还没有填。", "Missing."), text("按实际情况填写。", "Fill it in as it is.")),
        message("chosen", text("还没有选。", "Not chosen yet."), text("从列表里选。", "Choose from the list.")),
        message(
            "region",
            text("还没有选备案地区。", "No region chosen yet."),
            text("依次选省、市、区县。", "Choose province, city and district."),
        ),
        message(
            "service_contents",
            text("还没有选服务内容。", "No service contents chosen yet."),
            text("选实际提供的服务，1 到 5 项。", "Choose the services really offered, 1 to 5."),
        ),
        message(
            "approvals",
            text("前置审批还没有回答。", "Prior approvals are not answered yet."),
            text("涉及的逐项选；都没有就选「以上都不涉及」。", "Choose each that applies, or \"None of the above\"."),
        ),
        message(
            "file",
            text("还没有附上文件。", "No file attached yet."),
            text("附上原件的彩色照片或扫描件，JPG 或 PNG。", "Attach a colour photo or scan of the original, JPG or PNG."),
        ),
        message(
            "filing_number",
            text("要变更或注销哪一项备案，还没有填备案号。", "The number of the filing that is changed or ended is missing."),
            text("在 beian.miit.gov.cn 或微信公众平台查到后填写。", "Look it up at beian.miit.gov.cn or in the console."),
        ),
        message(
            "code_receiver",
            text(
                "注销要凭工信部的短信核验，接收验证码的人还没有填。",
                "A deregistration needs the ministry's code; who receives it is missing.",
            ),
            text("照备案里的负责人填写。", "Enter the person on record."),
        ),
        message(
            "code_phone",
            text(
                "注销要凭工信部的短信核验，接收验证码的手机还没有填。",
                "A deregistration needs the ministry's code; the phone it goes to is missing.",
            ),
            text("填备案里这位负责人的手机号码。", "Enter that person's mobile number on record."),
        ),
        message(
            "legal_person",
            text(
                "主体负责人不是法定代表人，所以这一项必填。",
                "Required because the responsible person is not the legal representative.",
            ),
            text("按法定代表人的证件填写。", "Fill it in as on the legal representative's ID document."),
        ),
        message(
            "letter",
            text(
                "负责人不是法定代表人，须附授权书。",
                "This person is not the legal representative, so a letter of authorisation is required.",
            ),
            text(
                "由法定代表人签字、单位盖公章，拍照或扫描后附上。",
                "Have the legal representative sign it by hand, seal it, scan it and attach it.",
            ),
        ),
    ],
    wrong: case("responsible_person.mobile = ''", text("必填，却空着。", "Required, and empty.")),
    right: case("responsible_person.mobile = '13012340003'", text("填了。", "Filled in.")),
    check: required_field_empty,
};

/// A field that may stay empty, but hardly should, is empty.
pub static EXPECTED_FIELD_EMPTY: Rule = Rule {
    name: "expected-field-empty",
    topic: Topic::Form,
    severity: Severity::Warning,
    fields: FieldId::ALL,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::ResidenceProofMissing],
    title: text("建议填写的项没有填", "Likely required field is empty"),
    what: text("有的项不是必填，但空着多半会被退回。", "Fields that may stay empty, but then the filing is usually rejected."),
    why: text("审核人员会视情况要求补充。", "Reviewers ask for it where it applies."),
    fix: text("有就补上；确实不需要，可以留空。", "Attach it if there is one; leave it empty if it truly does not apply."),
    messages: &[
        message(
            "residence_permit",
            text(
                "身份证号的地区不在备案省份，多半要居住证明。",
                "The ID number is from another province: proof of residence is likely required.",
            ),
            text(
                "附上居住证、暂住证、社保证明或房产证；户口已迁入备案省份的不用。",
                "Attach a residence permit, social security record or deed; not required if the household has moved here.",
            ),
        ),
        message(
            "other",
            text("这一项多半需要，现在空着。", "This is likely required, and is empty."),
            text("有就填上。", "Fill it in if it applies."),
        ),
    ],
    wrong: case(
        "subject.region = '440305'\nsubject.residence_permit = ''",
        text(
            "身份证是四川的，在广东备案，没有居住证。",
            "A Sichuan resident ID card, filed in Guangdong, without a residence permit.",
        ),
    ),
    right: case(
        "subject.region = '440305'\nsubject.residence_permit = 'permit.jpg'",
        text("附了居住证。", "The permit is attached."),
    ),
    check: expected_field_empty,
};

fn required_field_empty(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in field::table() {
        if context.need(record.id) == Need::Required && is_empty(context, record.id) {
            let finding = REQUIRED_FIELD_EMPTY.finds(record.id).with_message(reason(record.id, record.kind));
            findings.push(match record.id {
                FieldId::SubjectCertificateAddress => address(context, finding),
                FieldId::SubjectAddress => postal_address(context, finding),
                FieldId::DeregistrationCodeReceiver => receiver(context, finding, PersonField::Name),
                FieldId::DeregistrationCodePhone => receiver(context, finding, PersonField::Mobile),
                _ => finding,
            });
        }
    }
}

/// The certificate's address, which some documents do not print: then it is where the person lives, which the postal address says.
fn address(context: &Context<'_>, finding: Finding) -> Finding {
    let kind = context.code(FieldId::ResponsiblePersonCertificateKind).filter(|_| context.is_individual());
    let kind = kind.and_then(catalog::certificate_kind).filter(|kind| kind.person && kind.paper().address.is_none());
    let Some(kind) = kind else { return finding };
    let finding = finding.with_message(message_of!(REQUIRED_FIELD_EMPTY, "no_address")).with("kind", Arg::Name(kind.name));
    let region = context.region().map(|region| filing_region::full_name(region.code()));
    match (region, context.typed(FieldId::SubjectAddress).filter(|postal| !is_blank(postal))) {
        (Some(region), Some(postal)) => finding.with_fix_to(Value::Text(format!("{region}{}", postal.trim()))),
        _ => finding,
    }
}

/// Whoever receives the code stands on record.
fn receiver(context: &Context<'_>, finding: Finding, part: PersonField) -> Finding {
    match known_receiver(context.whole(RECEIVER), part) {
        Some(known) => finding.with_fix_to(known.clone()),
        None => finding,
    }
}

/// The postal address is for most the one on the certificate, without the names that the region says already. Offered only where it
/// lies in the chosen district.
fn postal_address(context: &Context<'_>, finding: Finding) -> Finding {
    let (Some(printed), Some(region)) = (context.normal(FieldId::SubjectCertificateAddress), context.region()) else {
        return finding;
    };
    let rest = filing_region::without_region(printed, region.code()).trim();
    let named = printed.strip_suffix(rest).is_some_and(|names| names.trim_end().ends_with(region.name()));
    if named && !rest.is_empty() { finding.with_fix_to(Value::Text(rest.to_owned())) } else { finding }
}

fn expected_field_empty(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // What provinces ask for on the last step has a rule of its own.
    for record in field::table().iter().filter(|record| record.section != Section::Materials) {
        if context.need(record.id) == Need::Expected && is_empty(context, record.id) {
            let reason = if record.id == FieldId::SubjectResidencePermit {
                message_of!(EXPECTED_FIELD_EMPTY, "residence_permit")
            } else {
                message_of!(EXPECTED_FIELD_EMPTY, "other")
            };
            findings.push(EXPECTED_FIELD_EMPTY.finds(record.id).with_message(reason));
        }
    }
}

/// Whether a field says nothing. A flag has its default.
fn is_empty(context: &Context<'_>, id: FieldId) -> bool {
    match context.get(id) {
        None => !matches!(id.field().kind, Kind::Flag(Some(_))),
        Some(Value::Text(text)) => is_blank(text),
        Some(_) => false,
    }
}

/// The sentence for an empty field: what to put there depends on what it is.
fn reason(id: FieldId, kind: Kind) -> &'static Message {
    use FieldId as F;
    match (id, kind) {
        (F::LegalPersonName | F::LegalPersonNumber, _) => message_of!(REQUIRED_FIELD_EMPTY, "legal_person"),
        (F::ResponsiblePersonAuthorizationLetter | F::OwnerAuthorizationLetter, _) => message_of!(REQUIRED_FIELD_EMPTY, "letter"),
        (F::SubjectName | F::SubjectCertificateAddress, _) => message_of!(REQUIRED_FIELD_EMPTY, "certificate"),
        (F::SubjectAddress, _) => message_of!(REQUIRED_FIELD_EMPTY, "postal_address"),
        (F::RecordNumber, _) => message_of!(REQUIRED_FIELD_EMPTY, "filing_number"),
        (F::DeregistrationCodeReceiver, _) => message_of!(REQUIRED_FIELD_EMPTY, "code_receiver"),
        (F::DeregistrationCodePhone, _) => message_of!(REQUIRED_FIELD_EMPTY, "code_phone"),
        (F::MiniProgramName, _) => message_of!(REQUIRED_FIELD_EMPTY, "mini_program_name"),
        (F::ServiceContents, _) => message_of!(REQUIRED_FIELD_EMPTY, "service_contents"),
        (_, Kind::Text(kind)) => typed_reason(id, kind),
        (_, Kind::Approvals) => message_of!(REQUIRED_FIELD_EMPTY, "approvals"),
        (_, Kind::Region) => message_of!(REQUIRED_FIELD_EMPTY, "region"),
        (_, Kind::Choice(_) | Kind::Choices(_) | Kind::Word(_) | Kind::Flag(_)) => message_of!(REQUIRED_FIELD_EMPTY, "chosen"),
        (_, Kind::Picture | Kind::Pictures(_) | Kind::Videos(_)) => message_of!(REQUIRED_FIELD_EMPTY, "file"),
        (_, Kind::Date(_)) => message_of!(REQUIRED_FIELD_EMPTY, "day"),
        (_, Kind::Time) => message_of!(REQUIRED_FIELD_EMPTY, "typed"),
    }
}

fn typed_reason(id: FieldId, kind: TextKind) -> &'static Message {
    match kind {
        TextKind::CertificateNumber => message_of!(REQUIRED_FIELD_EMPTY, "certificate"),
        TextKind::PersonName => message_of!(REQUIRED_FIELD_EMPTY, "name"),
        TextKind::Phone if Role::BOTH.map(|role| PersonField::EmergencyPhone.of(role)).contains(&id) => {
            message_of!(REQUIRED_FIELD_EMPTY, "emergency_phone")
        }
        TextKind::Phone => message_of!(REQUIRED_FIELD_EMPTY, "mobile"),
        TextKind::Mail => message_of!(REQUIRED_FIELD_EMPTY, "mail"),
        TextKind::AppId => message_of!(REQUIRED_FIELD_EMPTY, "app_id"),
        TextKind::Long => message_of!(REQUIRED_FIELD_EMPTY, "remark"),
        TextKind::Words | TextKind::Token => message_of!(REQUIRED_FIELD_EMPTY, "typed"),
    }
}
