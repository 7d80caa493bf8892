//! Dates, and the periods between them.

use crate::catalog;
use crate::filing::field::table;
use crate::filing::{FieldId, Kind, PersonField, Role, Value};
use crate::identifiers::date::When;
use crate::identifiers::document::Document;
use crate::identifiers::id_validity::{self, Term};
use crate::identifiers::{date, foreign_pr, moment, resident_id};
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::scans::writing::offers::has_other;
use crate::text::text;
use chrono::{Months, NaiveDate};

/// No such day, or not written as one.
pub static DATE_INVALID: Rule = Rule {
    name: "date-invalid",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: FieldId::DATES,
    source: source::WECHAT_APPLY,
    prevents: &[],
    title: text("日期不对", "Not a date"),
    what: text("日期要写清楚，而且确有这一天。", "Dates are legible and name a day there is."),
    why: text("平台只收八位数字的日期或「长期」。", "The platform accepts eight-digit dates or 长期 only."),
    fix: text(
        "写成 2026-12-01 这样；证件上印「长期」的就写长期。",
        "Write it like 2026-12-01, or 长期 where the certificate says so.",
    ),
    messages: &[
        message(
            "format",
            text("看不出是哪一天。", "No day can be read from this."),
            text("按年月日写，如 2026-12-01。", "Write year, month, day: 2026-12-01."),
        ),
        message(
            "range",
            text("年份不在 1900 到 2199 之间。", "The year is not between 1900 and 2199."),
            text("核对年份。", "Check the year."),
        ),
        message("not_a_date", text("没有这一天。", "There is no such day."), text("核对月和日。", "Check month and day.")),
        message(
            "long_term",
            text("起始日期不能是「长期」。", "A start cannot be 长期."),
            text("填证件上印的起始日期。", "Enter the start printed on the certificate."),
        ),
        message(
            "time",
            text("看不出是什么时间。", "No time can be read from this."),
            text("写成 2026-11-23 10:42 这样，按北京时间。", "Write it like 2026-11-23 10:42, in China time."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.valid_until = '2026-13-40'",
        text("没有 13 月，也没有 40 日。", "There is no month 13 and no day 40."),
    ),
    right: case(
        "responsible_person.certificate.valid_until = '2042-04-01'",
        text("年月日齐全；证件上印「长期」的写长期。", "Year, month and day; or 长期 where the card says so."),
    ),
    check: date_invalid,
};

/// A certificate cannot be valid for such a period.
pub static CERTIFICATE_PERIOD_IMPOSSIBLE: Rule = Rule {
    name: "certificate-period-impossible",
    topic: Topic::Certificate,
    severity: Severity::Error,
    fields: FieldId::PERIODS,
    source: source::ID_CARD_LAW,
    prevents: &[Rejection::CertificateExpiresSoon],
    title: text("有效期有误", "Impossible period"),
    what: text(
        "起始日期不能在将来，截止日期要晚于起始日期；身份证的有效期是 5 年、10 年、20 年或长期。",
        "The start is not in the future and lies before the end; resident ID cards run 5, 10 or 20 years, or without end.",
    ),
    why: text(
        "《居民身份证法》第五条规定了期限；填的与证件不符会被退回。",
        "Article 5 of the resident ID card law sets the periods; what differs from the card is rejected.",
    ),
    fix: text("照证件上印的有效期限填写。", "Enter the period as printed on the certificate."),
    messages: &[
        message(
            "start_before_birth",
            text("起始日期早于身份证号里的出生日期。", "The start lies before the birthday in the ID number."),
            text("核对起始日期和证件号码。", "Check the start and the number."),
        ),
        message(
            "start_future",
            text("起始日期还没有到。", "The start lies in the future."),
            text("核对起始日期。", "Check the start."),
        ),
        message(
            "first_generation",
            text("早于 2004 年，是已停用的一代身份证。", "Before 2004: a first-generation card, which is no longer valid."),
            text("换二代身份证，再填它的有效期。", "Get a second-generation card and enter its period."),
        ),
        message(
            "end_before_start",
            text("截止日期不晚于起始日期。", "The end is not after the start."),
            text("核对两个日期，看是不是填反了。", "Check both dates; they may be swapped."),
        ),
        message(
            "temporary",
            text(
                "三个月的有效期是临时身份证的，备案不收。",
                "Three months is the term of a temporary resident ID card, which is rejected.",
            ),
            text("拿到正式的居民身份证再备案。", "File once the resident ID card itself is there."),
        ),
        message(
            "span_invalid",
            text(
                "身份证的有效期只有 5 年、10 年、20 年和长期，这里都不是。",
                "Resident ID cards run 5, 10 or 20 years or without end; this is none of them.",
            ),
            text("核对两个日期。", "Check both dates."),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.valid_from = '2022-04-01'\nresponsible_person.certificate.valid_until = '2041-04-01'",
        text("19 年：身份证没有这样的期限。", "Nineteen years: no resident ID card runs like that."),
    ),
    right: case(
        "responsible_person.certificate.valid_from = '2022-04-01'\nresponsible_person.certificate.valid_until = '2042-04-01'",
        text("正好 20 年。", "Twenty years to the day."),
    ),
    check: certificate_period_impossible,
};

/// The period is one that identity cards have, but not the one for the person's age when it was issued.
pub static CERTIFICATE_PERIOD_UNLIKE_AGE: Rule = Rule {
    name: "certificate-period-unlike-age",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: FieldId::PERIODS,
    source: source::ID_CARD_LAW,
    prevents: &[Rejection::CertificateExpiresSoon],
    title: text("有效期与年龄不符", "Period does not fit the age"),
    what: text(
        "领证时不满 16 岁，有效期 5 年；16 到 25 岁，10 年；26 到 45 岁，20 年；46 岁起长期。",
        "Cards issued below 16 are valid for 5 years, at 16 to 25 for 10, at 26 to 45 for 20, from 46 without end.",
    ),
    why: text("《居民身份证法》第五条。", "Article 5 of the resident ID card law."),
    fix: text("核对有效期和证件号码。", "Check the period and the number."),
    messages: &[
        message(
            "years",
            text("领证时 {age} 岁，有效期应为 {years} 年。", "Aged {age} at issue, so it should run {years} years."),
            text(
                "核对有效期和证件号码；证件上确是这样就不用改。",
                "Check the period and the number; leave it if the card says so.",
            ),
        ),
        message(
            "long_term",
            text("领证时 {age} 岁，有效期应为长期。", "Aged {age} at issue, so it should have no end."),
            text(
                "核对有效期和证件号码；证件上确是这样就不用改。",
                "Check the period and the number; leave it if the card says so.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.number = '51010719920712992X'\nresponsible_person.certificate.valid_until = '2032-04-01'",
        text("2022 年领证时 29 岁，应是 20 年，不是 10 年。", "Aged 29 at issue in 2022: it runs 20 years, not 10."),
    ),
    right: case(
        "responsible_person.certificate.number = '51010719920712992X'\nresponsible_person.certificate.valid_until = '2042-04-01'",
        text("26 到 45 岁领证，有效期 20 年。", "Issued between 26 and 45: twenty years."),
    ),
    check: certificate_period_unlike_age,
};

/// Days that three months can have, the last day counted or not.
const TEMPORARY: (i64, i64) = (88, 93);
/// A permit of another kind than the identity card is hardly valid for such a period.
pub static PERMIT_PERIOD_UNLIKELY: Rule = Rule {
    name: "permit-period-unlikely",
    topic: Topic::Certificate,
    severity: Severity::Warning,
    fields: FieldId::PERIODS,
    source: source::RESIDENCE_PERMITS_AND_NIA,
    prevents: &[],
    title: text("有效期与证件不符", "Period differs from the certificate"),
    what: text(
        "港澳台居民居住证 2018 年 9 月起发放，有效期 5 年；旧版外国人永久居留身份证最晚到 2033 年。",
        "Residence permits exist since September 2018 and run 5 years; foreigners' cards of the old form end in 2033 at the latest.",
    ),
    why: text("填的与证件不符会被退回。", "What differs from the certificate is rejected."),
    fix: text("照证件上印的有效期限填写。", "Enter the period as printed on the certificate."),
    messages: &[
        message(
            "before_2018",
            text("港澳台居民居住证 2018 年 9 月才开始发放。", "Residence permits were first given out in September 2018."),
            text("核对起始日期和证件类型。", "Check the start and the certificate type."),
        ),
        message(
            "not_five_years",
            text("港澳台居民居住证的有效期是 5 年，这里不是。", "Residence permits run 5 years; this does not."),
            text("核对两个日期；证件上确是这样就不用改。", "Check both dates; leave them if the certificate says so."),
        ),
        message(
            "old_card",
            text(
                "15 位号码的旧版永久居留身份证，有效期最晚到 2033 年。",
                "Cards with a number of 15 characters end in 2033 at the latest.",
            ),
            text(
                "核对截止日期；已换新证的，填新证上的 18 位号码。",
                "Check the end; with a new card, enter its number of 18 characters.",
            ),
        ),
    ],
    wrong: case(
        "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '810000197101219937'\nresponsible_person.certificate.valid_from = '2024-09-10'\nresponsible_person.certificate.valid_until = '2034-09-10'",
        text("居住证有效期是 5 年，不是 10 年。", "A residence permit runs five years, not ten."),
    ),
    right: case(
        "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '810000197101219937'\nresponsible_person.certificate.valid_from = '2024-09-10'\nresponsible_person.certificate.valid_until = '2029-09-10'",
        text("5 年。", "Five years."),
    ),
    check: permit_period_unlikely,
};

fn date_invalid(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for record in table() {
        if !matches!(record.kind, Kind::Date(_) | Kind::Time) {
            continue;
        }
        let Some(text) = context.typed(record.id) else { continue };
        let reason = match record.kind {
            Kind::Date(long_term) => date_reason(text, context.when(record.id), long_term),
            _ => moment::parse(text).is_none().then_some(message_of!(DATE_INVALID, "time")),
        };
        findings.extend(reason.map(|reason| DATE_INVALID.finds(record.id).with_message(reason)));
    }
}

fn date_reason(text: &str, when: Option<When>, long_term: bool) -> Option<&'static Message> {
    match when {
        Some(When::LongTerm) if !long_term => Some(message_of!(DATE_INVALID, "long_term")),
        Some(_) => None,
        // A reason that this rule has no message for is one of form.
        None => DATE_INVALID.find_message(date::check(text).reason).or(Some(message_of!(DATE_INVALID, "format"))),
    }
}

/// The day on which the first residence permits were given out.
const FIRST_RESIDENCE_PERMIT: Option<NaiveDate> = NaiveDate::from_ymd_opt(2018, 9, 1);
/// The last day on which a foreigner's card of the old form can be valid.
const LAST_OLD_CARD: Option<NaiveDate> = NaiveDate::from_ymd_opt(2033, 12, 31);

/// The period on a role's own certificate. Without a sound end only the start is judged, as if it were 长期.
struct Period {
    role: Role,
    start: NaiveDate,
    end: Option<When>,
}

impl Period {
    fn all(context: &Context<'_>) -> impl Iterator<Item = Self> {
        Role::BOTH.into_iter().filter_map(|role| {
            let Some(When::Day(start)) = context.when(PersonField::ValidFrom.of(role)) else { return None };
            Some(Self { role, start, end: context.when(PersonField::ValidUntil.of(role)) })
        })
    }

    /// What the law on identity cards says about the period, where it applies.
    fn by_law(&self, context: &Context<'_>) -> Option<id_validity::Judgement> {
        if context.code(PersonField::CertificateKind.of(self.role)) != Some(catalog::RESIDENT_ID) {
            return None;
        }
        let end = self.end.unwrap_or(When::LongTerm);
        Some(id_validity::judge(self.start, end, context.birth(self.role), context.today(), 0))
    }

    /// The age at issue and the term that goes with it, where the birthday is known.
    fn expected(&self, context: &Context<'_>) -> Option<(i32, Term)> {
        let age = resident_id::age_on(context.birth(self.role)?, self.start);
        (age >= 0).then(|| (age, id_validity::term_at(age)))
    }

    /// The end that goes with the age at issue; nothing where that day has passed, for then another date is wrong, nor where the start
    /// may as well be the one that was mistyped.
    fn expected_end(&self, context: &Context<'_>) -> Option<Value> {
        let (_, term) = self.expected(context)?;
        let expected = term.end(self.start)?;
        let is_read = [PersonField::ValidFrom, PersonField::ValidUntil].iter().any(|part| has_other(context, part.of(self.role)));
        if is_read || self.fits_another_start(context, expected) {
            return None;
        }
        match expected {
            When::Day(end) if end <= context.today() => None,
            When::Day(end) => Some(Value::Text(end.format("%Y-%m-%d").to_string())),
            When::LongTerm => Some(Value::Text(date::LONG_TERM.to_owned())),
        }
    }

    /// Whether the end goes with another start by law. An end that is a day off the expected one was counted otherwise.
    fn fits_another_start(&self, context: &Context<'_>, expected: When) -> bool {
        let Some(birth) = context.birth(self.role) else { return true };
        match (self.end, expected) {
            (Some(When::Day(end)), When::Day(expected)) if (end - expected).num_days().abs() <= 1 => false,
            (Some(When::Day(end)), _) => [5, 10, 20].into_iter().any(|years| {
                let start = end.checked_sub_months(Months::new(12 * years));
                start.is_some_and(|start| start <= context.today() && id_validity::fits(start, When::Day(end), birth))
            }),
            (Some(When::LongTerm), _) => id_validity::term_at(resident_id::age_on(birth, context.today())) == Term::LongTerm,
            (None, _) => false,
        }
    }

    /// Says how old the person was and how long the card should run.
    fn unlike_age(&self, context: &Context<'_>) -> Option<Finding> {
        let (age, term) = self.expected(context)?;
        let finding = CERTIFICATE_PERIOD_UNLIKE_AGE.finds(PersonField::ValidUntil.of(self.role));
        let finding = finding.with("age", Arg::Number(i64::from(age)));
        let finding = match term {
            Term::Years(years) => finding
                .with_message(message_of!(CERTIFICATE_PERIOD_UNLIKE_AGE, "years"))
                .with("years", Arg::Number(i64::from(years))),
            Term::LongTerm => finding.with_message(message_of!(CERTIFICATE_PERIOD_UNLIKE_AGE, "long_term")),
        };
        Some(match self.expected_end(context) {
            Some(end) => finding.with_fix_to(end),
            None => finding,
        })
    }

    /// Whether it runs three months, as temporary identity cards do (临时居民身份证管理办法).
    fn is_temporary(&self) -> bool {
        let Some(When::Day(end)) = self.end else { return false };
        (TEMPORARY.0..=TEMPORARY.1).contains(&(end - self.start).num_days())
    }

    /// Whether the period begins before the person whose number tells a birthday.
    fn is_before_birth(&self, context: &Context<'_>) -> bool {
        context.birth(self.role).is_some_and(|birth| self.start < birth)
    }

    /// What is unlikely about the period on a permit: residence permits have been given out since September 2018 and run five
    /// years; foreigners' cards of the form before December 2023 all end in 2033 or before.
    fn unlike_permit(&self, context: &Context<'_>) -> Option<Finding> {
        let finding = |part: PersonField| PERMIT_PERIOD_UNLIKELY.finds(part.of(self.role));
        match context.document(self.role)? {
            Document::HkMacauResidence | Document::TaiwanResidence => {
                if self.start < FIRST_RESIDENCE_PERMIT? {
                    return Some(
                        finding(PersonField::ValidFrom).with_message(message_of!(PERMIT_PERIOD_UNLIKELY, "before_2018")),
                    );
                }
                let Some(When::Day(expected)) = Term::Years(5).end(self.start) else { return None };
                let off = match self.end? {
                    When::Day(end) => end.signed_duration_since(expected).num_days().abs(),
                    When::LongTerm => i64::MAX,
                };
                let finding =
                    finding(PersonField::ValidUntil).with_message(message_of!(PERMIT_PERIOD_UNLIKELY, "not_five_years"));
                let mended = Value::Text(expected.format("%Y-%m-%d").to_string());
                // Whether the last day is printed as the same day or the one before is not known: both pass.
                // Five years before the end another permit may have begun: then the start is the one that is wrong.
                let another = match self.end? {
                    When::Day(end) => end.checked_sub_months(Months::new(60)),
                    When::LongTerm => None,
                };
                let may_begin = |start: NaiveDate| Some(start) >= FIRST_RESIDENCE_PERMIT && start <= context.today();
                let is_certain = expected > context.today() && !another.is_some_and(may_begin);
                (off > 1).then(|| if is_certain { finding.with_fix_to(mended) } else { finding })
            }
            Document::ForeignPr => {
                let number = context.number(PersonField::CertificateNumber.of(self.role))?;
                let late = match self.end? {
                    When::Day(end) => end > LAST_OLD_CARD?,
                    When::LongTerm => true,
                };
                (foreign_pr::is_old_form(number) && late)
                    .then(|| finding(PersonField::ValidUntil).with_message(message_of!(PERMIT_PERIOD_UNLIKELY, "old_card")))
            }
            _ => None,
        }
    }

    /// What holds for every certificate.
    fn by_sense(&self, today: NaiveDate) -> Option<&'static str> {
        match self.end {
            _ if self.start > today => Some("start_future"),
            Some(When::Day(end)) if end <= self.start => Some("end_before_start"),
            _ => None,
        }
    }
}

fn certificate_period_impossible(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for period in Period::all(context) {
        let by_law = period.by_law(context).and_then(Result::err);
        let before_birth = period.is_before_birth(context).then_some("start_before_birth");
        let Some(reason) = by_law.or(before_birth).or_else(|| period.by_sense(context.today())) else { continue };
        let reason = if reason == "span_invalid" && period.is_temporary() { "temporary" } else { reason };
        let field = match reason {
            "start_before_birth" | "start_future" | "first_generation" => PersonField::ValidFrom,
            "end_before_start" | "temporary" | "span_invalid" => PersonField::ValidUntil,
            // An end in the past is the business of `certificate-expires-soon`.
            _ => continue,
        };
        let Some(message) = CERTIFICATE_PERIOD_IMPOSSIBLE.find_message(reason) else { continue };
        let finding = CERTIFICATE_PERIOD_IMPOSSIBLE.finds(field.of(period.role)).with_message(message);
        let end = if reason == "span_invalid" { period.expected_end(context) } else { None };
        findings.push(match end {
            Some(end) => finding.with_fix_to(end),
            None => finding,
        });
    }
}

fn certificate_period_unlike_age(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for period in Period::all(context).filter(|period| period.end.is_some()) {
        let Some(Ok(warnings)) = period.by_law(context) else { continue };
        if warnings.iter().any(|warning| warning.name == "span_age_mismatch") {
            findings.extend(period.unlike_age(context));
        }
    }
}

fn permit_period_unlikely(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(Period::all(context).filter_map(|period| period.unlike_permit(context)));
}
