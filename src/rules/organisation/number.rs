//! The number on the subject's certificate: which check it takes follows from the kind of certificate.

use crate::catalog::{self, CertificateKind};
use crate::filing::{Draft, FieldId, Value};
use crate::identifiers::registration::{Form, Registration};
use crate::identifiers::{Verdict, resident_id, uscc};
use crate::rules::engine::judge::{Judged, number};
use crate::rules::engine::{Arg, Context, Finding, Fix, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::normalize::{Mode, normalize};
use crate::text::text;

const NUMBER: &[FieldId] = &[FieldId::SubjectCertificateNumber];

/// The unified social credit code is not well formed.
pub static CREDIT_CODE_INVALID: Rule = Rule {
    name: "credit-code-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: source::GB_32100,
    prevents: &[Rejection::RegistryCheckFailed, Rejection::CertificateOutdated],
    title: text("统一社会信用代码不对", "Credit code is wrong"),
    what: text(
        "代码共 18 位，登记部门、地区、主体标识和校验位都要符合规则。",
        "18 places; department, region, subject code and check character follow the standard.",
    ),
    why: text(
        "GB 32100 规定了校验位，错一位就对不上，工商核验也通不过。",
        "GB 32100 has a check character: one wrong place breaks it, and the registry check fails.",
    ),
    fix: text("对照证件逐位核对，最好从电子执照复制。", "Compare place by place with the certificate; best copy it."),
    messages: &[
        message(
            "length",
            text(
                "统一社会信用代码是 18 位，现在是 {count} 位，少 {missing} 位。",
                "A credit code has 18 places; this has {count}, {missing} too few.",
            ),
            text("对照证件补全。", "Complete it from the certificate."),
        ),
        message(
            "too_long",
            text(
                "统一社会信用代码是 18 位，现在是 {count} 位，多 {surplus} 位。",
                "A credit code has 18 places; this has {count}, {surplus} too many.",
            ),
            text("对照证件删去多余的字符。", "Remove what is too much, comparing with the certificate."),
        ),
        message(
            "illegal_char",
            text(
                "有代码里不会出现的字符；代码不用字母 I、O、S、V、Z。",
                "It holds a character that codes never have; I, O, S, V and Z are not used.",
            ),
            text(
                "多半是把 1、0、5、U、2 看错了，对照证件改。",
                "Probably a misread 1, 0, 5, U or 2: compare with the certificate.",
            ),
        ),
        message(
            "looks_like_resident_id",
            text("这像是身份证号，不是统一社会信用代码。", "This looks like an identity number, not a credit code."),
            text("填营业执照等证件上的代码。", "Enter the code on the licence."),
        ),
        message(
            "department",
            text("第 1 位不是登记管理部门的代码。", "Place 1 is no registration department."),
            text("对照证件改第 1 位。", "Compare place 1 with the certificate."),
        ),
        message(
            "region_format",
            text("第 3 到 8 位应是数字。", "Places 3 to 8 should be digits."),
            text("对照证件改这几位。", "Compare these places with the certificate."),
        ),
        message(
            "org_check",
            text(
                "第 9 到 17 位的校验对不上，有错位或看错的字符。",
                "Places 9 to 17 fail their check: something is misread or out of place.",
            ),
            text("对照证件核对第 9 到 17 位。", "Compare places 9 to 17 with the certificate."),
        ),
        message(
            "check_digit",
            text("最后一位校验对不上，有一位填错了。", "The check character does not fit: one place is wrong."),
            text("对照证件逐位核对。", "Compare it place by place with the certificate."),
        ),
        message(
            "organisation_code",
            text(
                "这是 9 位的组织机构代码，它只是统一社会信用代码的第 9 到 17 位。",
                "This is an organisation code, which is only places 9 to 17 of a credit code.",
            ),
            text("填证件上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the certificate."),
        ),
    ],
    wrong: case(
        "subject.certificate.number = '91510107MA0000007D'",
        text("最后一位校验对不上。", "The check character does not fit."),
    ),
    right: case(
        "subject.certificate.number = '91510107MA0000007C'",
        text("与营业执照逐位一致。", "As on the licence, place by place."),
    ),
    check: credit_code_invalid,
};

/// The unified social credit code is well formed, but such codes are rare.
pub static CREDIT_CODE_UNUSUAL: Rule = Rule {
    name: "credit-code-unusual",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::GB_32100,
    prevents: &[],
    title: text("少见的统一社会信用代码", "Unusual credit code"),
    what: text("代码符合规则，但类别或地区少见。", "The code is well formed, but of a rare category or region."),
    why: text("确有这样的代码，但多半是填错。", "Such codes exist, but slips are more common."),
    fix: text("对照证件再看一遍。", "Look at the certificate once more."),
    messages: &[
        message(
            "category_unknown",
            text("前两位的机构类别少见。", "The category in places 1 and 2 is rare."),
            text("对照证件核对前两位。", "Compare places 1 and 2 with the certificate."),
        ),
        message(
            "region_unknown",
            text("第 3 到 8 位的地区少见。", "The region from place 3 is rare."),
            text("对照证件核对第 3 到 8 位。", "Compare places 3 to 8 with the certificate."),
        ),
        message(
            "fujian_pilot_check",
            text(
                "最后一位不合标准；2015 年福建试点时的代码确有这样的。",
                "The check character is off; codes of the Fujian pilot of 2015 are like that.",
            ),
            text("对照证件核对，一致就不用改。", "Compare with the certificate; leave it if it agrees."),
        ),
    ],
    wrong: case(
        "subject.certificate.number = '91990107MA00000078'",
        text("第 3 位起的 990107 不是已知的地区。", "990107, from place 3, is no known region."),
    ),
    right: case(
        "subject.certificate.number = '91510107MA0000007C'",
        text("510107 是成都市武侯区。", "510107 is Wuhou in Chengdu."),
    ),
    check: credit_code_unusual,
};

/// The first two places of the credit code say another nature than the one chosen.
pub static CREDIT_CODE_OF_ANOTHER_NATURE: Rule = Rule {
    name: "credit-code-of-another-nature",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::GB_32100,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("代码与主办者性质不符", "Code of another nature"),
    what: text(
        "代码前两位说明机构类别，应与主办者性质一致。",
        "Places 1 and 2 name the kind of body, which should agree with the nature.",
    ),
    why: text(
        "性质由小程序账号的认证主体决定，选错了，证件也对不上。",
        "The nature follows the account's verification; a wrong one does not match the certificate.",
    ),
    fix: text("核对主办者性质和代码。", "Check nature and code."),
    messages: &[message(
        "",
        text("代码以 {category} 开头，一般是「{nature}」。", "The code begins with {category}, which is usually \"{nature}\"."),
        text("核对主办者性质和代码。", "Check nature and code."),
    )],
    wrong: case(
        "subject.nature = 4\nsubject.certificate.number = '51510107MA0000007G'",
        text("51 开头是社会团体，不是企业。", "51 stands for a social organisation, not an enterprise."),
    ),
    right: case(
        "subject.nature = 4\nsubject.certificate.number = '91510107MA0000007C'",
        text("91 开头是企业。", "91 stands for an enterprise."),
    ),
    check: credit_code_of_another_nature,
};

/// The organisation code is not well formed.
pub static ORGANISATION_CODE_INVALID: Rule = Rule {
    name: "organisation-code-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: source::GB_11714,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("组织机构代码不对", "Organisation code is wrong"),
    what: text(
        "代码共 9 位：8 位数字或字母，加一位校验，如 D2143569-X。",
        "Nine places: eight digits or letters and a check, such as D2143569-X.",
    ),
    why: text("GB 11714 规定了校验位，错一位就对不上。", "GB 11714 has a check character: one wrong place breaks it."),
    fix: text("对照证件逐位核对。", "Compare it place by place with the certificate."),
    messages: &[
        message(
            "length",
            text("组织机构代码是 9 位，现在是 {count} 位。", "An organisation code has nine places; this has {count}."),
            text("对照证件补全或删去多余的。", "Complete or shorten it, comparing with the certificate."),
        ),
        message(
            "bad_char",
            text(
                "「{character}」不该在这里；代码只有数字和字母，最后一位是数字或 X。",
                "\"{character}\" does not belong there: digits and letters, and at the end a digit or X.",
            ),
            text("对照证件改正或去掉它。", "Correct or remove it, comparing with the certificate."),
        ),
        message(
            "check_digit",
            text("最后一位校验对不上，有一位填错了。", "The check character does not fit: one place is wrong."),
            text("对照证件逐位核对。", "Compare it place by place with the certificate."),
        ),
        message(
            "credit_code",
            text(
                "这是 18 位的统一社会信用代码，证件类型却选了组织机构代码证。",
                "This is a credit code of 18 places, but the certificate chosen carries an organisation code.",
            ),
            text("把证件类型改成印有这个代码的证件。", "Change the kind of certificate to the one with this code."),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 12\nsubject.certificate.number = '330272095'",
        text("校验位对不上。", "The check does not fit."),
    ),
    right: case(
        "subject.certificate.kind = 12\nsubject.certificate.number = 'D2143569-X'",
        text("与证件逐位一致。", "As on the certificate, place by place."),
    ),
    check: organisation_code_invalid,
};

/// The registration number of an old business licence is not well formed.
pub static REGISTRATION_NUMBER_INVALID: Rule = Rule {
    name: "registration-number-invalid",
    topic: Topic::Number,
    severity: Severity::Error,
    fields: NUMBER,
    source: source::GS_15,
    prevents: &[Rejection::RegistryCheckFailed],
    title: text("营业执照注册号不对", "Registration number is wrong"),
    what: text(
        "旧执照的注册号是 15 位数字，前两位是省份，最后一位是校验。",
        "15 digits on old licences: a province in front, a check digit at the end.",
    ),
    why: text(
        "GS 15-2006 规定了编号规则；2018 年起只认统一社会信用代码。",
        "GS 15-2006 sets the form; since 2018 only the credit code counts.",
    ),
    fix: text(
        "有新执照就填 18 位统一社会信用代码；没有就先换照。",
        "Enter the credit code of 18 places on the new licence; renew an old one first.",
    ),
    messages: &[
        message(
            "old_13",
            text("13 位的是 2007 年以前的注册号，早已停用。", "Numbers of 13 digits are from before 2007 and long out of use."),
            text("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the licence."),
        ),
        message(
            "length",
            text(
                "统一社会信用代码是 18 位，旧注册号是 15 位，现在是 {count} 位。",
                "A credit code has 18 places, an old registration number 15; this has {count}.",
            ),
            text("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the licence."),
        ),
        message(
            "bad_char",
            text(
                "有「{character}」；旧注册号只有数字，统一社会信用代码是 18 位。",
                "It holds \"{character}\": old registration numbers have digits only, and a credit code has 18 places.",
            ),
            text("填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the licence."),
        ),
        message(
            "province",
            text("前两位不是省份代码。", "Places 1 and 2 are no province."),
            text(
                "对照证件核对；有 18 位统一社会信用代码就填它。",
                "Compare with the certificate; enter the credit code if there is one.",
            ),
        ),
        message(
            "check_digit",
            text("最后一位校验对不上，有一位填错了。", "The check digit does not fit: one place is wrong."),
            text(
                "对照证件核对；有 18 位统一社会信用代码就填它。",
                "Compare with the certificate; enter the credit code if there is one.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 1\nsubject.certificate.number = '440229362123149'",
        text("校验位对不上。", "The check digit does not fit."),
    ),
    right: case(
        "subject.certificate.kind = 1\nsubject.certificate.number = '91510107MA0000007C'",
        text("换照后的统一社会信用代码。", "The credit code of the renewed licence."),
    ),
    check: registration_number_invalid,
};

/// The number is sound, but of a kind that the unified social credit code has replaced.
pub static NUMBER_SUPERSEDED: Rule = Rule {
    name: "number-superseded",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::STATE_COUNCIL_2015_33,
    prevents: &[Rejection::CertificateOutdated],
    title: text("号码已停用", "Number is out of use"),
    what: text(
        "组织机构代码和营业执照注册号都已由统一社会信用代码取代。",
        "Organisation codes and registration numbers have been replaced by the unified social credit code.",
    ),
    why: text("过渡期已过，备案时多半核验不了旧号码。", "The transition is over, and old numbers can hardly be verified."),
    fix: text(
        "填证件上 18 位的统一社会信用代码；还是旧证的先换证。",
        "Enter the credit code of 18 places on the certificate; renew an old one first.",
    ),
    messages: &[
        message(
            "superseded_by_uscc",
            text(
                "这是旧的 15 位注册号，2018 年起由 18 位统一社会信用代码取代。",
                "This is an old registration number; the credit code of 18 places has replaced it since 2018.",
            ),
            text(
                "填营业执照上的统一社会信用代码；还是旧执照的先换照。",
                "Enter the credit code on the licence; renew an old licence first.",
            ),
        ),
        message(
            "organisation_code",
            text(
                "组织机构代码证已停发，代码并入了统一社会信用代码的第 9 到 17 位。",
                "Organisation codes are no longer given out: they are places 9 to 17 of the credit code.",
            ),
            text(
                "有统一社会信用代码的证件，就改证件类型并填 18 位代码。",
                "With a certificate that has a credit code, change the kind and enter its 18 places.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 12\nsubject.certificate.number = 'D2143569-X'",
        text("组织机构代码已经停用。", "Organisation codes are out of use."),
    ),
    right: case(
        "subject.certificate.kind = 1\nsubject.certificate.number = '91510107MA0000007C'",
        text("统一社会信用代码。", "The credit code."),
    ),
    check: number_superseded,
};

/// The number of a certificate with rules of its own looks like something else.
pub static SUBJECT_NUMBER_UNLIKELY: Rule = Rule {
    name: "subject-number-unlikely",
    topic: Topic::Number,
    severity: Severity::Warning,
    fields: NUMBER,
    source: source::NUMBERING_RULES_INFERRED,
    prevents: &[],
    title: text("证件号码不像", "Unlikely certificate number"),
    what: text(
        "这种证件的编号没有公开的规则，但有的号码明显不像。",
        "This certificate's numbers have no published rule, but some are plainly unlike any.",
    ),
    why: text("号码与证件不符会被退回。", "What differs from the certificate is sent back."),
    fix: text("照证件填写编号。", "Enter the number as on the certificate."),
    messages: &[
        message(
            "short",
            text("不到 4 个字，太短了。", "Fewer than four characters."),
            text("照证件填写完整的编号。", "Enter the whole number from the certificate."),
        ),
        message(
            "no_digit",
            text("没有一位数字。", "Not a single digit."),
            text("看看是不是填成了名称。", "See whether it is a name instead."),
        ),
        message(
            "resident_id",
            text(
                "这是身份证号，不是单位证件的号码。",
                "This is a person's identity number, not that of an organisation's certificate.",
            ),
            text("填单位证件上的编号。", "Enter the number on the organisation's certificate."),
        ),
        message(
            "credit_code",
            text("像是统一社会信用代码，但校验对不上。", "Like a credit code, but its check character does not fit."),
            text(
                "对照证件逐位核对；证件上确是这样就不用改。",
                "Compare it place by place with the certificate; leave it if it agrees.",
            ),
        ),
    ],
    wrong: case(
        "subject.certificate.kind = 38\nsubject.certificate.number = '123'",
        text("3 位，不像证件号码。", "Three places: hardly a certificate's number."),
    ),
    right: case(
        "subject.certificate.kind = 38\nsubject.certificate.number = 'PDY00012-344010517A1002'",
        text("照证件写全。", "All of it, as on the certificate."),
    ),
    check: subject_number_unlikely,
};

const FIELD: FieldId = FieldId::SubjectCertificateNumber;
/// Places of a credit code.
const PLACES: usize = 18;
/// Fewer characters than this are no certificate's number.
const LEAST: usize = 4;

/// What the first two places of a code say, and under which natures such a body files. Pairs that are not here say nothing.
const NATURE_OF_CATEGORY: &[(&str, &[u32])] = &[
    ("11", &[2]),
    ("12", &[3, 17]),
    ("13", &[13]),
    ("31", &[11]),
    ("32", &[18]),
    ("34", &[14]),
    ("35", &[20]),
    ("51", &[6, 15]),
    ("52", &[9, 17]),
    ("53", &[10]),
    ("71", &[15]),
    ("72", &[15]),
    ("81", &[13]),
    ("91", &[4, 17]),
    ("92", &[4, 17]),
    ("93", &[4]),
    ("N1", &[19]),
    ("N2", &[19]),
    ("N3", &[19]),
    ("N9", &[19]),
];

/// The certificate that was chosen.
fn kind(draft: &Draft) -> Option<&'static CertificateKind> {
    certificate(draft.code(FieldId::SubjectCertificateKind)?)
}

/// A kind of certificate of subjects.
fn certificate(kind: u32) -> Option<&'static CertificateKind> {
    catalog::certificate_kind(kind).filter(|kind| !kind.person)
}

/// The stored form of the number on the chosen certificate, where its form is known: without blanks, an organisation code with its
/// dash. `None` where blanks and dashes may belong to it.
pub fn stored(draft: &Draft, text: &str) -> Option<String> {
    let registration = kind(draft)?.registration();
    let form = registration.form(text).filter(|_| registration.has_one_form())?;
    let verdict = form.check(text);
    if verdict.valid {
        Some(verdict.normalized)
    } else {
        Some(normalize(text, Mode::Compact)).filter(|n| n.control.is_none()).map(|n| n.value)
    }
}

/// The typed number, and what the certificate says it is; `None` for the form where the certificate has rules of its own.
fn numbered<'a>(context: &Context<'a>) -> Option<(&'a str, Option<Form>)> {
    let form = *context.memo(&context.reading.subject_form, || {
        let registration = certificate(context.code(FieldId::SubjectCertificateKind)?)?.registration();
        Some(registration.form(context.typed(FIELD)?))
    });
    context.typed(FIELD).zip(form)
}

/// The typed number, where it is to be judged in this form.
fn of_form<'a>(context: &Context<'a>, form: Form) -> Option<&'a str> {
    numbered(context).filter(|(_, found)| *found == Some(form)).map(|(text, _)| text)
}

/// The verdict on the number in its form; where the certificate has rules of its own, on the number as a credit code.
fn verdict<'c>(context: &'c Context<'_>) -> Option<&'c Verdict> {
    let judge = || numbered(context).map(|(text, form)| form.unwrap_or(Form::CreditCode).check(text));
    context.memo(&context.reading.subject_number, judge).as_ref()
}

/// Why the number is refused in this form, if it has that form and is refused, and the number as it was judged.
fn refused<'c>(context: &'c Context<'_>, form: Form, rule: &'static Rule) -> Option<(&'c str, Finding, &'c str)> {
    let text = of_form(context, form)?;
    let verdict = verdict(context).filter(|verdict| !verdict.valid)?;
    let mut found = Vec::new();
    Judged { field: FIELD, verdict, suggestion: form.suggest(text) }.refused(rule, &mut found);
    found.pop().map(|finding| (text, finding, verdict.normalized.as_str()))
}

fn credit_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((text, finding, value)) = refused(context, Form::CreditCode, &CREDIT_CODE_INVALID) else { return };
    let count = value.chars().count();
    findings.push(match finding.message.name {
        "length" if Form::recognise(text) == Some(Form::OrganisationCode) => {
            finding.with_message(message_of!(CREDIT_CODE_INVALID, "organisation_code"))
        }
        "length" if count > PLACES => finding
            .with_message(message_of!(CREDIT_CODE_INVALID, "too_long"))
            .with("count", number(count))
            .with("surplus", number(count - PLACES)),
        "length" => finding.with("count", number(count)).with("missing", number(PLACES.saturating_sub(count))),
        _ => finding,
    });
}

fn credit_code_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if of_form(context, Form::CreditCode).is_some()
        && let Some(verdict) = verdict(context)
    {
        Judged { field: FIELD, verdict, suggestion: None }.unusual(&CREDIT_CODE_UNUSUAL, findings);
    }
}

fn credit_code_of_another_nature(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((_, form)), Some(chosen)) = (numbered(context), context.code(FieldId::SubjectNature)) else { return };
    if !matches!(form, None | Some(Form::CreditCode)) {
        return;
    }
    let Some(verdict) = verdict(context) else { return };
    let Some(places) = verdict.normalized.get(..2).filter(|_| verdict.valid) else { return };
    let Some((category, natures)) = NATURE_OF_CATEGORY.iter().find(|(category, _)| *category == places) else { return };
    if let (false, Some(meant)) = (natures.contains(&chosen), natures.first().and_then(|id| catalog::nature(*id))) {
        let finding = CREDIT_CODE_OF_ANOTHER_NATURE.finds(FIELD);
        findings.push(finding.with("category", Arg::Text((*category).to_owned())).with("nature", Arg::Name(meant.name)));
    }
}

fn organisation_code_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((text, finding, value)) = refused(context, Form::OrganisationCode, &ORGANISATION_CODE_INVALID) else { return };
    let odd = value.chars().find(|c| !(c.is_ascii_digit() || c.is_ascii_uppercase()));
    let last = value.chars().last().filter(|_| finding.message.name == "bad_char");
    if finding.message.name == "length" && Form::recognise(text) == Some(Form::CreditCode) {
        let finding = finding.with_message(message_of!(ORGANISATION_CODE_INVALID, "credit_code"));
        findings.push(kinds_with_credit_code(context).into_iter().fold(finding, Finding::with_fix));
    } else if let Some(c) = odd.or(last) {
        findings.push(
            finding.with_message(message_of!(ORGANISATION_CODE_INVALID, "bad_char")).with("character", Arg::Text(c.to_string())),
        );
    } else {
        findings.push(finding.with("count", number(value.chars().count())));
    }
}

/// The nature's certificates that carry a credit code, each as something to choose.
fn kinds_with_credit_code(context: &Context<'_>) -> Vec<Fix> {
    let Some(nature) = context.code(FieldId::SubjectNature) else { return Vec::new() };
    let carriers = catalog::certificate_kinds_for(nature)
        .filter(|kind| matches!(kind.registration(), Registration::CreditCode | Registration::Licence));
    carriers.map(|kind| Fix::offer(vec![(FieldId::SubjectCertificateKind, Some(Value::Code(kind.id)))])).collect()
}

fn registration_number_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some((_, finding, value)) = refused(context, Form::RegistrationNumber, &REGISTRATION_NUMBER_INVALID) else { return };
    let finding = finding.with("count", number(value.chars().count()));
    findings.push(match value.chars().find(|c| !c.is_ascii_digit()) {
        Some(odd) => finding.with("character", Arg::Text(odd.to_string())),
        None => finding,
    });
}

fn number_superseded(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((_, Some(form))), Some(verdict)) = (numbered(context), verdict(context)) else { return };
    if verdict.valid && form == Form::OrganisationCode {
        findings.push(NUMBER_SUPERSEDED.finds(FIELD).with_message(message_of!(NUMBER_SUPERSEDED, "organisation_code")));
    }
    if form == Form::RegistrationNumber {
        Judged { field: FIELD, verdict, suggestion: None }.unusual(&NUMBER_SUPERSEDED, findings);
    }
}

fn subject_number_unlikely(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some((text, None)), Some(verdict)) = (numbered(context), verdict(context)) else { return };
    let Some(value) = context.number(FIELD) else { return };
    let finding = SUBJECT_NUMBER_UNLIKELY.finds(FIELD);
    if verdict.valid {
        return;
    }
    if resident_id::check(text, context.today(), &catalog::place::Book).valid {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "resident_id")));
    } else if value.chars().count() < LEAST {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "short")));
    } else if !value.chars().any(|c| c.is_ascii_digit()) {
        findings.push(finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "no_digit")));
    } else if value.chars().count() == PLACES
        && matches!(verdict.reason, "org_check" | "check_digit")
        && uscc::category(text).is_some()
    {
        let finding = finding.with_message(message_of!(SUBJECT_NUMBER_UNLIKELY, "credit_code"));
        findings.push(match uscc::suggest(text) {
            Some(meant) => finding.with_fix_to(Value::Text(meant)),
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn natures_of_the_table_exist() {
        for (category, natures) in NATURE_OF_CATEGORY {
            assert_eq!(category.len(), 2);
            assert!(natures.iter().all(|id| catalog::nature(*id).is_some()), "{category}");
        }
    }

    #[test]
    fn the_stored_form_follows_the_certificate() {
        for (kind, typed, stored_as) in [
            (1, "９１510107ma0000007c", Some("91510107MA0000007C")),
            (1, "6590 0217 8555 990", Some("659002178555990")),
            (1, "91 51", Some("9151")),
            (1, "91\u{1B}51", None),
            (9, "d2143569x", Some("D2143569-X")),
            (9, "D2143569-1", Some("D21435691")),
            (38, "PDY 00012-3", None),
            (2, "91510107MA0000007C", None),
        ] {
            let mut draft = Draft::new(catalog::ENTERPRISE);
            draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(kind)));
            assert_eq!(stored(&draft, typed).as_deref(), stored_as, "{kind} {typed}");
        }
    }
}
