//! Names of the archive and of the scans in it.

use chrono::NaiveDate;

/// Bytes of a name that every usual file system takes, with room for the date and an ending.
const MAX_BYTES: usize = 120;

/// `<name>-<date>.zip`, from whatever the filing is called.
#[must_use]
pub fn archive(title: &str, date: NaiveDate) -> String {
    format!("{}-{date}.zip", safe(title))
}

/// A name that is a name on every system: nothing that separates, hides or steers; `beian` when nothing is left.
#[must_use]
pub fn safe(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars().map(|c| if is_plain(c) { c } else { '-' }) {
        if name.len() + c.len_utf8() > MAX_BYTES {
            break;
        }
        if c != '-' || !name.ends_with('-') {
            name.push(c);
        }
    }
    let name = name.trim_matches(['-', '.']);
    if name.is_empty() { "beian".to_owned() } else { name.to_owned() }
}

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
            ("换\n行\u{202e}", "换-行"),
        ];
        for (title, name) in table {
            assert_eq!(safe(title), name, "{title:?}");
        }
        assert!(safe(&"字".repeat(500)).len() <= MAX_BYTES);
    }

    #[test]
    fn the_date_follows_the_name() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(archive("小食记", date), "小食记-2026-11-23.zip");
    }
}
