//! Phone numbers: their form, and who may share one.

use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::{Verdict, mobile_cn};
use crate::rules::engine::judge::number;
use crate::rules::engine::{Arg, Context, Finding, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::text::text;

const MOBILES: &[FieldId] = &PersonField::Mobile.of_both();
const EMERGENCY: &[FieldId] = &PersonField::EmergencyPhone.of_both();
/// Digits of a mobile number.
const DIGITS: usize = 11;

/// The number is not a mainland mobile number that can receive the ministry's code.
pub static MOBILE_INVALID: Rule = Rule {
    name: "mobile-invalid",
    topic: Topic::Phone,
    severity: Severity::Error,
    fields: FieldId::PHONES,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::PhoneSegmentRefused, Rejection::PhoneNotAnswered],
    title: text("手机号码不对", "Mobile number is wrong"),
    what: text(
        "须是中国内地的 11 位手机号码，负责人的要能收短信。应急联系电话也要填手机号码，但不会收到核验短信。",
        "A mainland mobile number of 11 digits; a person's own receives messages. The emergency number is a mobile number too, but gets no code.",
    ),
    why: text(
        "核验短信发到负责人的手机，审核人员会打电话；联系不上时打应急联系电话，平台只收手机号码。",
        "The ministry's code goes to the person's mobile, and reviewers call it. The emergency number is called when that is not answered, and the platform takes mobile numbers only.",
    ),
    fix: text("填在用的手机号码。", "Enter a mobile number in use."),
    messages: &[
        message(
            "foreign_number",
            text("不是中国内地的号码。", "Not a mainland number."),
            text("填内地的手机号码。", "Enter a mainland mobile number."),
        ),
        message(
            "bad_char",
            text("号码里有「{character}」，手机号码只有数字。", "It contains \"{character}\"; a mobile number has digits only."),
            text("去掉它；字母 O、I 改成数字 0、1。", "Remove it; letters O and I should be digits 0 and 1."),
        ),
        message(
            "iot",
            text("这是物联网号码，收不到核验短信。", "A number for devices, which receives no messages."),
            text("换普通手机号码。", "Use an ordinary mobile number."),
        ),
        message(
            "not_mobile",
            text("不是手机号码；固定电话收不到核验短信。", "Not a mobile number; landlines receive no messages."),
            text("填以 1 开头的 11 位手机号码。", "Enter 11 digits beginning with 1."),
        ),
        message(
            "never_mobile",
            text("没有以 {start} 开头的手机号码。", "No mobile number begins with {start}."),
            text("核对开头；手机号码以 13 到 19 开头。", "Check the beginning: mobile numbers begin with 13 to 19."),
        ),
        message(
            "length",
            text(
                "手机号码是 11 位，现在是 {count} 位，少 {missing} 位。",
                "A mobile number has 11 digits; this has {count}, {missing} too few.",
            ),
            text("补全号码。", "Complete it."),
        ),
        message(
            "too_long",
            text(
                "手机号码是 11 位，现在是 {count} 位，多 {surplus} 位。",
                "A mobile number has 11 digits; this has {count}, {surplus} too many.",
            ),
            text("删去多输的数字，只填一个号码。", "Remove the extra digits; enter one number only."),
        ),
        message(
            "satellite",
            text("这是卫星电话号码，收不到核验短信。", "A satellite number, which receives no messages."),
            text("换普通手机号码。", "Use an ordinary mobile number."),
        ),
        message(
            "emergency_not_mobile",
            text(
                "不是手机号码；平台要求应急联系电话也填手机号码。",
                "Not a mobile number; the platform wants one as the emergency number, too.",
            ),
            text("填另一个人以 1 开头的 11 位手机号码。", "Enter someone else's, 11 digits beginning with 1."),
        ),
        message(
            "emergency_device",
            text(
                "这是物联网或卫星电话号码；联系不上负责人时要打得通。",
                "A number for devices or satellite phones; it has to be answered when the person cannot be reached.",
            ),
            text("换普通手机号码。", "Use an ordinary mobile number."),
        ),
    ],
    wrong: case("responsible_person.mobile = '1301234000'", text("只有 10 位。", "Ten digits only.")),
    right: case(
        "responsible_person.mobile = '13012340003'",
        text("内地手机号码，11 位。", "A mainland mobile number, eleven digits."),
    ),
    check: mobile_invalid,
};

/// The number is in order, but forms refuse such numbers at times.
pub static MOBILE_UNUSUAL: Rule = Rule {
    name: "mobile-unusual",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: FieldId::PHONES,
    source: source::VENDORS_AND_NUMBER_PLAN,
    prevents: &[Rejection::PhoneSegmentRefused],
    title: text("少见的手机号码", "Unusual mobile number"),
    what: text(
        "号码属于虚拟运营商、数据卡或未启用的号段，或明显是编造的。",
        "A number is not from the range of a virtual operator or a data card, nor from an unassigned range, nor invented.",
    ),
    why: text("备案表单不收某些号段，名单没有公开。", "Filing forms refuse some ranges; the list is not public."),
    fix: text("核对号码；有别的号码就换一个。", "Check the number, or use another."),
    messages: &[
        message(
            "unassigned",
            text("这个号段不在已启用的号段表里。", "This range is not in the tables."),
            text("核对号码；是新号段就不用改。", "Check it; leave it if the range is new."),
        ),
        message(
            "mvno",
            text("这是虚拟运营商的号段，表单可能不收。", "A virtual operator's number, which some forms reject."),
            text("有基础运营商的号码就换上。", "Use a number of one of the main carriers if there is one."),
        ),
        message(
            "data_card",
            text("这是数据卡的号段，未必能接电话。", "A data card's range, which may not receive calls."),
            text("换能接电话、收短信的号码。", "Use a number that receives calls and messages."),
        ),
        message(
            "placeholder",
            text("这像是编造的号码。", "This looks invented."),
            text("填真正在用的号码。", "Enter a number that is in use."),
        ),
    ],
    wrong: case("responsible_person.mobile = '17012340003'", text("170 是虚拟运营商的号段。", "170 is a reseller's range.")),
    right: case("responsible_person.mobile = '13012340003'", text("基础运营商的号码。", "A number of one of the main carriers.")),
    check: mobile_unusual,
};

/// Two people have the same mobile number.
pub static MOBILE_SHARED: Rule = Rule {
    name: "mobile-shared",
    topic: Topic::Phone,
    severity: Severity::Error,
    fields: MOBILES,
    source: source::WECHAT_GUIDE,
    prevents: &[Rejection::SharedMobile],
    title: text("两人同一个手机号码", "One mobile number for two people"),
    what: text("主体负责人与小程序负责人是两个人时，手机号码不能相同。", "Each person needs their own mobile number."),
    why: text("备案指引规定不同的人不能用同一个手机号码。", "The filing guide forbids one number for several people."),
    fix: text("每人填写自己的手机号码。", "Enter each person's number."),
    messages: &[message(
        "",
        text("与主体负责人的手机号码相同。", "The same as the responsible person's."),
        text("填小程序负责人本人的手机号码。", "Enter the mini-program contact's number."),
    )],
    wrong: case("owner.mobile = '13012340003'", text("与主体负责人是同一个号码。", "The responsible person's number.")),
    right: case("owner.mobile = '13012340005'", text("小程序负责人自己的号码。", "The mini-program contact's own number.")),
    check: mobile_shared,
};

/// The emergency number is the mobile number of one of the people.
pub static EMERGENCY_PHONE_NOT_ANOTHER: Rule = Rule {
    name: "emergency-phone-not-another",
    topic: Topic::Phone,
    severity: Severity::Error,
    fields: EMERGENCY,
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::EmergencyPhoneIsOwn],
    title: text("应急联系电话是负责人的号码", "Emergency number is a person's mobile"),
    what: text("应急联系电话不能是两位负责人的手机号码。", "The emergency number is neither person's mobile."),
    why: text("联系不上负责人时才打应急联系电话。", "It is called when the person cannot be reached."),
    fix: text("填另一个人的手机号码，如家人或同事的。", "Enter someone else's mobile, such as family or a colleague."),
    messages: &[
        message(
            "own",
            text("与本人的手机号码相同。", "The same as the person's mobile."),
            text("填另一个人的手机号码。", "Enter someone else's mobile."),
        ),
        message(
            "responsible_person",
            text("与主体负责人的手机号码相同。", "The same as the responsible person's mobile."),
            text("填第三个人的手机号码。", "Enter a third person's mobile."),
        ),
        message(
            "owner",
            text("与小程序负责人的手机号码相同。", "The same as the mini-program contact's mobile."),
            text("填第三个人的手机号码。", "Enter a third person's mobile."),
        ),
    ],
    wrong: case(
        "responsible_person.mobile = '13012340003'\nresponsible_person.emergency_phone = '13012340003'",
        text("应急联系电话就是本人的手机。", "The emergency number is the person's own."),
    ),
    right: case(
        "responsible_person.mobile = '13012340003'\nresponsible_person.emergency_phone = '17712340004'",
        text("家人或同事的手机。", "A relative's or a colleague's mobile."),
    ),
    check: emergency_phone_not_another,
};

/// Two people name the same emergency number.
pub static EMERGENCY_PHONE_SHARED: Rule = Rule {
    name: "emergency-phone-shared",
    topic: Topic::Phone,
    severity: Severity::Warning,
    fields: EMERGENCY,
    source: source::VENDORS,
    prevents: &[Rejection::EmergencyPhoneIsOwn],
    title: text("两人同一个应急联系电话", "One emergency number for two people"),
    what: text("两位负责人的应急联系电话最好不同。", "Each person should have an emergency number of their own."),
    why: text("有的地方要求三个或四个不同的号码。", "Some provinces ask for three or four different numbers."),
    fix: text("换掉其中一个。", "Change one of them."),
    messages: &[message(
        "",
        text(
            "与主体负责人的应急联系电话相同，有的地方会退回。",
            "The same as the responsible person's; some provinces reject it.",
        ),
        text("换一个人的号码。", "Use someone else's number."),
    )],
    wrong: case(
        "owner.emergency_phone = '17712340004'",
        text("两位负责人填了同一个应急联系电话。", "Both people name the same emergency number."),
    ),
    right: case("owner.emergency_phone = '17712340006'", text("各有各的应急联系电话。", "Each has one of their own.")),
    check: emergency_phone_shared,
};

fn mobile_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in FieldId::PHONES {
        let Some(verdict) = context.mobile(*id) else { continue };
        findings.extend(refusal(*id, verdict));
    }
}

/// Why a number is refused, if it is.
fn refusal(field: FieldId, verdict: &Verdict) -> Option<Finding> {
    let finding = MOBILE_INVALID.finds(field);
    let count = verdict.normalized.chars().count();
    let is_emergency = EMERGENCY.contains(&field);
    Some(match verdict.reason {
        "length" if count > DIGITS => finding
            .with_message(message_of!(MOBILE_INVALID, "too_long"))
            .with("count", number(count))
            .with("surplus", number(count - DIGITS)),
        "length" => finding
            .with_message(message_of!(MOBILE_INVALID, "length"))
            .with("count", number(count))
            .with("missing", number(DIGITS.saturating_sub(count))),
        "unassigned" if !mobile_cn::is_possible(verdict) => finding
            .with_message(message_of!(MOBILE_INVALID, "never_mobile"))
            .with("start", Arg::Text(verdict.normalized.chars().take(2).collect())),
        "bad_char" => {
            let odd = verdict.normalized.chars().find(|c| !c.is_ascii_digit())?;
            finding.with_message(message_of!(MOBILE_INVALID, "bad_char")).with("character", Arg::Text(odd.to_string()))
        }
        // No code goes there: what is asked of it is to be answered.
        "not_mobile" if is_emergency => finding.with_message(message_of!(MOBILE_INVALID, "emergency_not_mobile")),
        "iot" | "satellite" if is_emergency => finding.with_message(message_of!(MOBILE_INVALID, "emergency_device")),
        reason => finding.with_message(MOBILE_INVALID.find_message(reason)?),
    })
}

fn mobile_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for id in FieldId::PHONES {
        let Some(verdict) = context.mobile(*id) else { continue };
        // Segments are opened from time to time, and our table is of one day: a number outside it stays possible.
        if verdict.reason == "unassigned" && mobile_cn::is_possible(verdict) {
            findings.push(MOBILE_UNUSUAL.finds(*id).with_message(message_of!(MOBILE_UNUSUAL, "unassigned")));
        }
        if verdict.valid {
            for warning in &verdict.warnings {
                if let Some(message) = MOBILE_UNUSUAL.find_message(warning.name) {
                    findings.push(MOBILE_UNUSUAL.finds(*id).with_message(message));
                }
            }
        }
    }
}

fn mobile_shared(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let [first, second] = [0, 1].map(|n| MOBILES.get(n).and_then(|id| context.phone(*id)));
    if context.has_two_people() && first.is_some() && first == second {
        findings.push(MOBILE_SHARED.finds(FieldId::OwnerMobile));
    }
}

fn emergency_phone_not_another(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in Role::BOTH {
        let id = PersonField::EmergencyPhone.of(role);
        let Some(number) = context.phone(id) else { continue };
        let whose = Role::BOTH.into_iter().filter(|of| context.phone(PersonField::Mobile.of(*of)) == Some(number));
        let reasons = whose.map(|of| match of {
            of if of == role => message_of!(EMERGENCY_PHONE_NOT_ANOTHER, "own"),
            Role::ResponsiblePerson => message_of!(EMERGENCY_PHONE_NOT_ANOTHER, "responsible_person"),
            Role::Owner => message_of!(EMERGENCY_PHONE_NOT_ANOTHER, "owner"),
        });
        // One's own number is the plainer thing to say.
        if let Some(reason) = reasons.min_by_key(|reason| reason.name != "own") {
            findings.push(EMERGENCY_PHONE_NOT_ANOTHER.finds(id).with_message(reason));
        }
    }
}

fn emergency_phone_shared(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let [first, second] = Role::BOTH.map(|role| context.phone(PersonField::EmergencyPhone.of(role)));
    // A province that counts the numbers says the same with its own figure.
    if context.has_two_people()
        && first.is_some()
        && first == second
        && crate::rules::contact::province::too_few(context).is_none()
    {
        findings.push(EMERGENCY_PHONE_SHARED.finds(FieldId::OwnerEmergencyPhone));
    }
}
