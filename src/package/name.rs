//! Names of the archive and of the scans in it.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use crate::filing::draft::kind_name;
use crate::filing::{Draft, FieldId, FilingKind};

/// Bytes of a name that every usual file system takes, with room for the date and an ending.
const MAX_BYTES: usize = 120;

/// The name of a package: `<name>-<date>.zip` of a new filing, `<name>-变更-<date>.zip` and `<name>-注销-<date>.zip` of what comes
/// after it. The name is the mini-program's, else the subject's, else the AppID.
#[must_use]
pub fn archive(draft: &Draft, date: NaiveDate) -> String {
    let title = Some(draft.title()).filter(|title| !title.is_empty()).unwrap_or_else(|| draft.text(FieldId::AppId));
    let title = safe(title);
    match draft.filing_kind() {
        FilingKind::New => format!("{title}-{date}.zip"),
        kind => format!("{title}-{}-{date}.zip", kind_name(kind.word()).zh),
    }
}

/// A name that is a name on every system: nothing that separates, hides or steers; `beian` when nothing is left.
#[must_use]
pub fn safe(title: &str) -> String {
    let mut name = String::new();
    // Composed: some systems take `é` and `e` with an accent for two names.
    for c in title.nfc().map(|c| if is_plain(c) { c } else { '-' }) {
        if name.len() + c.len_utf8() > MAX_BYTES {
            break;
        }
        if c != '-' || !name.ends_with('-') {
            name.push(c);
        }
    }
    let name = name.trim_matches(['-', '.']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    match name {
        "" => "beian".to_owned(),
        // Windows takes these for devices, whatever follows the dot.
        name if RESERVED.contains(&stem.as_str()) => format!("_{name}"),
        name => name.to_owned(),
    }
}

/// Names of devices on Windows.
const RESERVED: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3",
    "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '(' | ')' | '（' | '）' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_title_makes_a_name() {
        let table = [
            ("小食记", "小食记"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i"),
            ("两 个  词", "两-个-词"),
            (".hidden.", "hidden"),
            ("", "beian"),
            ("///", "beian"),
            ("con", "_con"),
            ("NUL.zip", "_NUL.zip"),
            ("console", "console"),
            ("e\u{301}te\u{301}", "\u{e9}t\u{e9}"),
            ("名称. . .", "名称"),
            ("换\n行\u{202e}", "换-行"),
        ];
        for (title, name) in table {
            assert_eq!(safe(title), name, "{title:?}");
        }
        assert!(safe(&"字".repeat(500)).len() <= MAX_BYTES);
    }

    #[test]
    fn kind_and_date_follow_the_name() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for (kind, name, app_id, expected) in [
            ("new", "小食记", "wx1", "小食记-2026-11-23.zip"),
            ("change", "小食记", "wx1", "小食记-变更-2026-11-23.zip"),
            ("deregister", "小食记", "", "小食记-注销-2026-11-23.zip"),
            ("deregister", "", "wx7f6e5d4c3b2a1908", "wx7f6e5d4c3b2a1908-注销-2026-11-23.zip"),
            ("new", "", "", "beian-2026-11-23.zip"),
        ] {
            let mut draft = Draft::default();
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::MiniProgramName, Some(name.into()));
            draft.set(FieldId::AppId, Some(app_id.into()));
            assert_eq!(archive(&draft, date), expected);
        }
    }
}
