//! Certificates: their kind, and how long they are still valid.

use crate::catalog;
use crate::catalog::province::{EVERYWHERE, Province};
use crate::catalog::threshold::{self, Concern, Threshold};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::date::When;
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::province::here;
use crate::text::text;
use chrono::NaiveDate;

/// The kinds of certificates fit the subject's nature and the people's.
pub static CERTIFICATE_KIND_DOES_NOT_FIT: Rule = Rule {
    name: "certificate-kind-does-not-fit",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: &[FieldId::SubjectCertificateKind, FieldId::ResponsiblePersonCertificateKind, FieldId::OwnerCertificateKind],
    source: source::WECHAT_APPLY,
    prevents: &[Rejection::PictureUnreadable],
    title: text("证件类型不符", "Certificate type does not fit"),
    what: text(
        "主体的证件类型要与主体性质相符，负责人的须是个人证件。",
        "The entity's certificate fits its entity type; people use their own ID documents.",
    ),
    why: text(
        "平台按性质限定证件类型，类型不对时图片也识别不出来（86328）。",
        "The platform ties kinds to entity types, and cannot read a picture filed under the wrong kind (86328).",
    ),
    fix: text("重新选证件类型，或改主体性质。", "Choose the certificate type again, or correct the entity type."),
    messages: &[
        message(
            "subject",
            text("「{nature}」不能用「{kind}」备案。", "{nature} does not use: {kind}."),
            text("选这种性质可用的证件类型。", "Choose a type that this entity type allows."),
        ),
        message(
            "person",
            text("「{kind}」不是个人证件。", "Not a person's ID document: {kind}."),
            text("选居民身份证等个人证件。", "Choose a person's ID document, such as the resident ID card."),
        ),
        message(
            "unknown",
            text("没有编号为 {value} 的证件类型。", "There is no certificate type with id {value}."),
            text("从列表里选。", "Choose from the list."),
        ),
    ],
    wrong: case(
        "subject.nature = 4\nsubject.certificate.kind = 4",
        text("企业选了事业单位法人证书。", "An enterprise with the certificate of a public institution."),
    ),
    right: case(
        "subject.nature = 4\nsubject.certificate.kind = 1",
        text("企业用营业执照。", "An enterprise with its business licence."),
    ),
    check: certificate_kind_does_not_fit,
};

/// The time that must be left on a certificate: figures with their sources stand in `thresholds.toml`.
pub static CERTIFICATE_EXPIRES_SOON: Rule = Rule {
    name: "certificate-expires-soon",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: &[
        FieldId::SubjectCertificateValidUntil,
        FieldId::ResponsiblePersonCertificateValidUntil,
        FieldId::OwnerCertificateValidUntil,
    ],
    source: source::WECHAT_GUIDE_AND_MATERIALS,
    prevents: &[Rejection::LicenceExpiresSoon, Rejection::CertificateExpiresSoon],
    title: text("证件快到期", "Certificate expires soon"),
    what: text(
        "每个证件的剩余有效期要多于一个自然月；微信的材料要求是多于三个月，宁夏多于六个月，不够会提醒。长期有效的不查。",
        "Every document must be valid for more than one calendar month. WeChat's page on materials requires more than three, in Ningxia more than six: anything less is a warning. \"No end date\" is accepted.",
    ),
    why: text(
        "备案指引要求多于一个月；微信的材料示例要求提交当天多于三个月（宁夏六个月），正好三个月也不够。",
        "The filing guide requires more than a month; WeChat's examples of materials require more than three on the day of submission (in Ningxia six), and the very day is too little.",
    ),
    fix: text("先换证，再填新证件的有效期、换上新证件的照片。", "Renew it, then enter the new period and attach the new scans."),
    messages: &[
        message(
            "expired",
            text("已于 {until} 到期。", "Expired on {until}."),
            text("先换证，再填新证件的有效期。", "Renew it first, then enter the new period."),
        ),
        message(
            "today",
            text(
                "今天到期；须多于一个月，即晚于 {limit}。",
                "Ends today. It must end more than a month from now: after {limit}.",
            ),
            text("先换证，再填新证件的有效期。", "Renew it first, then enter the new period."),
        ),
        message(
            "within_month",
            text(
                "还有 {days} 天到期；须多于一个月，即晚于 {limit}。",
                "Days left: {days}. It must end more than a month from now: after {limit}.",
            ),
            text("先换证，再填新证件的有效期。", "Renew it first, then enter the new period."),
        ),
        message(
            "within_three_months",
            text(
                "还有 {days} 天到期；微信要求提交当天多于 {months} 个月，即晚于 {limit}。",
                "Days left: {days}. WeChat requires more than {months} {months:month|months} on the day of submission: it must end after {limit}.",
            ),
            text("先换证；不换很可能被退回。", "Renew it first; otherwise it is likely to be rejected."),
        ),
        message(
            "within_months_of_province",
            text(
                "还有 {days} 天到期；微信要求{province}的备案多于 {months} 个月，即晚于 {limit}。",
                "Days left: {days}. For {province} WeChat requires more than {months} {months:month|months}: it must end after {limit}.",
            ),
            text("先换证；不换很可能被退回。", "Renew it first; otherwise it is likely to be rejected."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.valid_until = '2027-02-23'",
        text(
            "2026-11-23 检查，正好三个月，要多于三个月。",
            "Checked on 2026-11-23: three months to the day, and more are required.",
        ),
    ),
    right: case("responsible_person.certificate.valid_until = '2042-04-01'", text("还有十几年。", "Many years are left.")),
    check: certificate_expires_soon,
};

fn certificate_kind_does_not_fit(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if let (Some(nature), Some(kind)) =
        (context.code(FieldId::SubjectNature).and_then(catalog::nature), context.code(FieldId::SubjectCertificateKind))
    {
        findings.extend(
            misfit(FieldId::SubjectCertificateKind, kind, nature.id, message_of!(CERTIFICATE_KIND_DOES_NOT_FIT, "subject")).map(
                |finding| {
                    if finding.message.name == "subject" { finding.with("nature", Arg::Name(nature.name)) } else { finding }
                },
            ),
        );
    }
    for role in Role::BOTH {
        let id = PersonField::CertificateKind.of(role);
        if let Some(kind) = context.code(id) {
            findings.extend(misfit(id, kind, catalog::INDIVIDUAL, message_of!(CERTIFICATE_KIND_DOES_NOT_FIT, "person")));
        }
    }
}

/// What is wrong with a kind that the nature does not have.
fn misfit(field: FieldId, kind: u32, nature: u32, message: &'static Message) -> Option<Finding> {
    let finding = CERTIFICATE_KIND_DOES_NOT_FIT.finds(field);
    match catalog::certificate_kind(kind) {
        None => Some(
            finding
                .with_message(message_of!(CERTIFICATE_KIND_DOES_NOT_FIT, "unknown"))
                .with("value", Arg::Number(i64::from(kind))),
        ),
        Some(known) if known.nature == nature => None,
        Some(known) => Some(finding.with_message(message).with("kind", Arg::Name(known.name))),
    }
}

fn certificate_expires_soon(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let province = here(context);
    for id in CERTIFICATE_EXPIRES_SOON.fields {
        if let Some(When::Day(until)) = context.when(*id) {
            findings.extend(expiry(*id, until, context.today(), province));
        }
    }
}

/// What there is to say about a certificate that is valid until and on this day: of the figures that it breaks, the gravest speaks,
/// and among those the strictest.
pub(in crate::rules) fn expiry(
    field: FieldId,
    until: NaiveDate,
    today: NaiveDate,
    province: Option<&Province>,
) -> Option<Finding> {
    let mut foremost: Option<(&Threshold, NaiveDate)> = None;
    for figure in threshold::of(Concern::CertificateLeft, province.map(|province| province.code)) {
        // The same day of a later month, or its last day where there is none. This fails only at the end of the calendar.
        let limit = figure.months_after(today)?;
        let broken = if figure.strict { until <= limit } else { until < limit };
        let before = |(other, at): (&Threshold, NaiveDate)| (figure.severity, at) < (other.severity, limit);
        if broken && foremost.is_none_or(before) {
            foremost = Some((figure, limit));
        }
    }
    let (figure, limit) = foremost?;
    let days = until.signed_duration_since(today).num_days();
    let reason = match (days, figure.severity, province) {
        (..0, ..) => message_of!(CERTIFICATE_EXPIRES_SOON, "expired"),
        (0, ..) => message_of!(CERTIFICATE_EXPIRES_SOON, "today"),
        (_, Severity::Error, _) => message_of!(CERTIFICATE_EXPIRES_SOON, "within_month"),
        (_, _, Some(_)) if figure.code != EVERYWHERE => message_of!(CERTIFICATE_EXPIRES_SOON, "within_months_of_province"),
        _ => message_of!(CERTIFICATE_EXPIRES_SOON, "within_three_months"),
    };
    let finding = CERTIFICATE_EXPIRES_SOON.finds(field).with_message(reason).with_severity(figure.severity);
    let finding = finding
        .said_by(figure.source)
        .with("until", Arg::Date(until))
        .with("days", Arg::Number(days))
        .with("months", Arg::Number(i64::from(figure.value)))
        .with("limit", Arg::Date(limit));
    Some(match province {
        Some(province) => finding.with("province", Arg::Name(province.short)),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The reason and the limit named for a certificate that ends on a day, seen from another.
    fn said(today: &str, until: &str) -> Option<(&'static str, String)> {
        let finding = expiry(FieldId::OwnerCertificateValidUntil, day(until), day(today), None)?;
        let Some(Arg::Date(limit)) = finding.arg("limit") else { panic!("no limit") };
        Some((finding.message.name, limit.to_string()))
    }

    #[test]
    fn one_calendar_month_must_be_left() {
        for (today, until, reason, limit) in [
            ("2026-11-23", "2026-12-01", "within_month", "2026-12-23"),
            ("2026-11-23", "2026-12-23", "within_month", "2026-12-23"),
            ("2026-11-23", "2026-12-24", "within_three_months", "2027-02-23"),
            ("2026-11-23", "2026-11-23", "today", "2026-12-23"),
            ("2026-11-23", "2026-11-24", "within_month", "2026-12-23"),
            ("2026-11-23", "2026-11-22", "expired", "2026-12-23"),
            ("2027-01-31", "2027-02-28", "within_month", "2027-02-28"),
            ("2027-01-31", "2027-03-01", "within_three_months", "2027-04-30"),
            ("2028-01-31", "2028-02-29", "within_month", "2028-02-29"),
            ("2028-01-29", "2028-02-29", "within_month", "2028-02-29"),
            ("2028-02-29", "2028-03-29", "within_month", "2028-03-29"),
            ("2028-02-29", "2028-03-30", "within_three_months", "2028-05-29"),
            ("2026-12-31", "2027-01-31", "within_month", "2027-01-31"),
            ("2026-10-31", "2026-11-30", "within_month", "2026-11-30"),
            ("2026-10-31", "2026-12-01", "within_three_months", "2027-01-31"),
            ("2026-11-23", "2027-02-22", "within_three_months", "2027-02-23"),
            ("2026-11-23", "1900-01-01", "expired", "2026-12-23"),
        ] {
            assert_eq!(said(today, until), Some((reason, limit.to_owned())), "{today} {until}");
        }
    }

    #[test]
    fn three_months_to_the_day_are_too_few() {
        for (today, until, said_of) in [
            ("2026-11-27", "2027-01-27", Some("within_three_months")),
            ("2026-11-27", "2027-02-27", Some("within_three_months")),
            ("2026-11-27", "2027-02-28", None),
            ("2026-11-23", "2027-02-23", Some("within_three_months")),
            ("2026-11-23", "2027-02-24", None),
            ("2026-11-30", "2027-02-28", Some("within_three_months")),
            ("2026-11-30", "2027-03-01", None),
            ("2026-11-23", "2199-12-31", None),
        ] {
            assert_eq!(said(today, until).map(|said| said.0), said_of, "{today} {until}");
        }
    }

    #[test]
    fn the_strictest_official_figure_speaks_with_its_source() {
        use crate::catalog::province::province;
        for (code, until, reason, source) in [
            ("640000", "2027-05-27", Some("within_months_of_province"), "WX-MAT"),
            ("640000", "2027-01-27", Some("within_months_of_province"), "WX-MAT"),
            ("640000", "2026-12-27", Some("within_month"), "WX-GUIDE"),
            ("640000", "2027-05-28", None, ""),
            ("510000", "2027-05-27", None, ""),
            ("510000", "2027-02-27", Some("within_three_months"), "WX-MAT"),
        ] {
            let found = expiry(FieldId::OwnerCertificateValidUntil, day(until), day("2026-11-27"), province(code));
            assert_eq!(found.as_ref().map(|found| found.message.name), reason, "{code} {until}");
            assert_eq!(found.and_then(|found| found.source).map_or("", |source| source.id), source, "{code} {until}");
        }
    }

    #[test]
    fn the_days_left_are_counted() {
        for (today, until, days) in
            [("2026-11-23", "2026-12-01", 8), ("2026-11-23", "2026-11-22", -1), ("2028-02-28", "2028-03-01", 2)]
        {
            let finding = expiry(FieldId::OwnerCertificateValidUntil, day(until), day(today), None).unwrap();
            assert_eq!(finding.arg("days"), Some(&Arg::Number(days)));
        }
    }
}
