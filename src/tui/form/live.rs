//! What a form says while someone is still typing: a quiet counter, and red only for what can never become right.

use crate::filing::field::{Field, TextKind};
use crate::filing::{FieldId, Kind};
use crate::identifiers::appid;
use crate::locale::Text;
use crate::locale::tui::form as words;
use crate::text::normalize::fold_fullwidth;
use crate::text::width::cells;

/// The longest text a field takes, in characters. A remark has 200; nothing a filing asks for comes near this.
pub const LONGEST: usize = 4_000;

/// What can be said of a half-typed text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Live {
    /// How far it is, e.g. `10 / 11`.
    pub counter: Option<String>,
    /// Why no further typing can make it right.
    pub impossible: Option<Text>,
}

/// Yes or no in the words that people write for them; `None` for anything else. Digits are no answer: a number that was meant for another
/// field must not turn one over.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "是" | "对" | "有" => Some(true),
        "no" | "n" | "false" | "否" | "不是" | "没有" | "无" => Some(false),
        _ => None,
    }
}

/// Looks at the text of a field while it is being typed.
#[must_use]
pub fn look(id: FieldId, text: &str) -> Live {
    let Field { kind, length, .. } = id.field();
    if text.is_empty() {
        return Live::default();
    }
    let ascii_only = text.chars().all(|c| c.is_ascii() && !c.is_ascii_control());
    let impossible = match kind {
        Kind::Text(TextKind::Phone) => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            // A number may be typed with the country in front and with blanks.
            let allowed = |c: char| c.is_ascii_digit() || "+-() ".contains(c);
            let most = if text.starts_with('+') || text.starts_with("86") || text.starts_with("0086") { 15 } else { 11 };
            (!text.chars().all(allowed) || digits > most).then_some(words::ONLY_DIGITS)
        }
        Kind::Text(TextKind::CertificateNumber) => (!ascii_only).then_some(words::ONLY_ASCII),
        Kind::Text(TextKind::AppId) => {
            let wrong = !"wx".starts_with(&text.chars().take(2).collect::<String>().to_ascii_lowercase());
            let too_long = length.is_some_and(|length| length.of(text) > length.most);
            let wrong = wrong || too_long || !ascii_only || appid::looks_like(text).is_some();
            wrong.then_some(words::APP_ID_SHAPE)
        }
        Kind::Text(TextKind::Mail) => {
            let wrong = !ascii_only || text.contains(char::is_whitespace) || text.matches('@').count() > 1;
            wrong.then_some(words::MAIL_SHAPE)
        }
        Kind::Date(long_term) => {
            // Where a certificate may have no end, its words may be typed: 长期, or `no end` without an input method.
            let allowed = |c: char| {
                c.is_ascii_digit() || "-./年月日 ".contains(c) || (*long_term && (!c.is_ascii() || c.is_ascii_alphabetic()))
            };
            (!text.chars().all(allowed)).then_some(words::DATE_SHAPE)
        }
        _ => None,
    };
    let counter = match (length, kind) {
        (Some(length), _) => Some(length.counter(length.of(text))),
        // How long a number is depends on the certificate.
        (None, Kind::Text(TextKind::CertificateNumber)) => Some(text.chars().filter(|c| !c.is_whitespace()).count().to_string()),
        _ => None,
    };
    Live { counter, impossible }
}

/// The characters to put in for typed or pasted ones: full-width digits and letters become ASCII where the field wants ASCII.
#[must_use]
pub fn folded(id: FieldId, typed: &str) -> String {
    match id.field().kind {
        Kind::Text(TextKind::Phone | TextKind::Mail | TextKind::AppId | TextKind::CertificateNumber | TextKind::Token)
        | Kind::Date(_)
        | Kind::Time => typed.chars().map(fold_fullwidth).collect(),
        _ => typed.to_owned(),
    }
}

/// Whether the text has room in a field; a paste of a whole file has not.
#[must_use]
pub fn has_room(present: &str, added: &str) -> bool {
    // Counting a megabyte is fast; laying it out on every key is not.
    added.len() <= LONGEST * 4 && present.chars().count() + added.chars().count() <= LONGEST && cells(added) <= LONGEST * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_never_become_right_is_said_while_typing() {
        let table: &[(FieldId, &str, bool)] = &[
            (FieldId::OwnerMobile, "", false),
            (FieldId::OwnerMobile, "1301", false),
            (FieldId::OwnerMobile, "130 1234 4321", false),
            (FieldId::OwnerMobile, "+86 130", false),
            (FieldId::OwnerMobile, "1301a", true),
            (FieldId::OwnerMobile, "130123443210", true),
            (FieldId::AppId, "w", false),
            (FieldId::AppId, "WX01", false),
            (FieldId::AppId, "gh", true),
            (FieldId::AppId, "wx0123456789abcdef0", true),
            (FieldId::OwnerEmail, "a@b", false),
            (FieldId::OwnerEmail, "a@b@", true),
            (FieldId::OwnerEmail, "张@b", true),
            (FieldId::OwnerCertificateNumber, "11010519", false),
            (FieldId::OwnerCertificateNumber, "1101①", true),
            (FieldId::OwnerCertificateValidFrom, "2016-1", false),
            (FieldId::OwnerCertificateValidFrom, "长", true),
            (FieldId::OwnerCertificateValidUntil, "长期", false),
            (FieldId::OwnerName, "王*", false),
        ];
        for (id, text, impossible) in table {
            assert_eq!(look(*id, text).impossible.is_some(), *impossible, "{} {text:?}", id.path());
        }
    }

    #[test]
    fn counters_count_what_the_rule_counts() {
        assert_eq!(look(FieldId::OwnerMobile, "130 1234").counter.as_deref(), Some("7 / 11"));
        assert_eq!(look(FieldId::MiniProgramName, "小食记a").counter.as_deref(), Some("7 / 30"));
        assert_eq!(look(FieldId::MiniProgramRemark, " 点餐 ").counter.as_deref(), Some("2 / 20–200"));
    }

    #[test]
    fn full_width_is_folded_where_ascii_is_wanted_and_kept_elsewhere() {
        assert_eq!(folded(FieldId::OwnerMobile, "１３０"), "130");
        assert_eq!(folded(FieldId::SubjectAddress, "Ａ座"), "Ａ座");
    }

    #[test]
    fn a_whole_file_has_no_room() {
        assert!(has_room("好", "好"));
        assert!(!has_room("", &"好".repeat(1_000_000)));
        assert!(!has_room(&"好".repeat(LONGEST), "好"));
    }
}
