//! Names of draft files.

use strsim::levenshtein;

use super::list::Listed;
use crate::filing::draft::kind_name;
use crate::filing::reuse::reuses_subject;
use crate::filing::{Draft, FilingKind};

/// Bytes of a name before its ending: room is left for a number, the ending, and the names of the files beside it.
const LONGEST: usize = 120;
/// The name of a draft without a title.
const NAMELESS: &str = "draft";
/// The name of one more mini-program of a subject on record that has no name yet.
const ONE_MORE: &str = "再新增一个小程序";
/// Names that mean devices on Windows, with any ending.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A title made fit to be the name of a file on any system: no separators, control characters or invisible ones, blanks as
/// `-`, no dot in front, not reserved, not too long. Never empty.
#[must_use]
pub fn safe_name(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        let c = match c {
            c if c.is_whitespace() => '-',
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_control() || is_invisible(c) => continue,
            c => c,
        };
        if (c == '-' && name.ends_with('-')) || name.len() + c.len_utf8() > LONGEST {
            continue;
        }
        name.push(c);
    }
    // A dot in front hides a file; blanks and dots at the end are dropped by Windows.
    let mut name = name.trim_matches(['-', '.', ' ']).to_owned();
    if name.is_empty() {
        name.push_str(NAMELESS);
    }
    if is_reserved(&name) {
        name.insert(0, '_');
    }
    name
}

/// The name of a draft's file, without its ending: what the draft is called, and what is filed unless that is a new filing.
#[must_use]
pub fn stem_of(draft: &Draft) -> String {
    let title = draft.title().trim();
    match draft.filing_kind() {
        FilingKind::New if title.is_empty() && reuses_subject(draft) => ONE_MORE.to_owned(),
        FilingKind::New => safe_name(title),
        kind if title.is_empty() => safe_name(kind_name(kind.word()).zh),
        kind => safe_name(&format!("{title}-{}", kind_name(kind.word()).zh)),
    }
}

fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    RESERVED.contains(&stem.as_str()) || port.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
}

/// Zero width, direction and other marks that make two names look the same.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a file is called as drafts are that had no title when they were made.
#[must_use]
pub fn is_nameless(stem: &str) -> bool {
    [NAMELESS, ONE_MORE].contains(&without_number(stem))
}

/// `name-2` → `name`, so that copies of copies count on.
pub fn without_number(name: &str) -> &str {
    match name.rsplit_once('-') {
        Some((stem, number)) if !stem.is_empty() && number.len() < 4 && number.parse::<u16>().is_ok() => stem,
        _ => name,
    }
}

/// Names of drafts that somebody may have meant, the best first.
pub fn similar(wanted: &str, entries: &[Listed]) -> Vec<String> {
    let wanted = wanted.trim().trim_end_matches(".toml").to_lowercase();
    let mut scored: Vec<(usize, &str)> = entries
        .iter()
        .filter_map(|entry| {
            let title = entry.summary.as_ref().map_or("", |summary| summary.title.as_str());
            let distance = [entry.name.as_str(), title].into_iter().filter_map(|name| likeness(&wanted, name)).min()?;
            Some((distance, entry.name.as_str()))
        })
        .collect();
    scored.sort_unstable();
    scored.into_iter().take(5).map(|(_, name)| name.to_owned()).collect()
}

/// How far a name is from what was wanted; `None` when too far to be worth naming.
fn likeness(wanted: &str, name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    if wanted.is_empty() || name.is_empty() {
        return None;
    }
    if name == wanted {
        return Some(0);
    }
    // Two Chinese characters say as much as a word; two letters say nothing.
    let says_something = |part: &str| part.chars().count() > 2 || (!part.is_ascii() && part.chars().count() == 2);
    if (says_something(wanted) && name.contains(wanted)) || (says_something(&name) && wanted.starts_with(&name)) {
        return Some(1);
    }
    let distance = levenshtein(wanted, &name);
    (distance <= 2 && distance * 3 <= wanted.chars().count().max(name.chars().count())).then_some(distance + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::FieldId;

    #[test]
    fn titles_become_names() {
        for (title, name) in [
            ("小食记", "小食记"),
            ("  My Shop  2 ", "My-Shop-2"),
            ("../../etc/passwd", "etc-passwd"),
            ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j"),
            ("a\u{1b}[31m\n\u{202e}b\u{200b}", "a[31m-b"),
            ("", "draft"),
            (" . ", "draft"),
            (".hidden", "hidden"),
            ("CON", "_CON"),
            ("nul.x", "_nul.x"),
            ("com7", "_com7"),
            ("com", "com"),
            ("～全角　空格", "～全角-空格"),
        ] {
            assert_eq!(safe_name(title), name, "{title:?}");
        }
        let long = safe_name(&"长".repeat(500));
        assert!(long.len() <= LONGEST && long.chars().all(|c| c == '长'));
    }

    #[test]
    fn a_file_is_named_after_what_is_filed() {
        let named = |kind: &str, name: &str, on_record: bool, nature: u32| {
            let mut draft = Draft::new(nature);
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set(FieldId::MiniProgramName, Some(name.into()));
            draft.set(FieldId::ResponsiblePersonName, Some("张三".into()));
            draft.set_recorded(FieldId::ResponsiblePersonName, on_record.then(|| "张三".into()));
            stem_of(&draft)
        };
        let individual = crate::catalog::INDIVIDUAL;
        for (kind, name, on_record, nature, stem) in [
            ("new", "小食记", false, individual, "小食记"),
            ("new", "", false, individual, "张三"),
            // Whoever answers for an organisation gives it no name.
            ("new", "", false, 4, "draft"),
            ("new", "小食记", true, 4, "小食记"),
            ("new", "", true, 4, "再新增一个小程序"),
            ("change", "小食记", true, 4, "小食记-变更"),
            ("deregister", "小食记", true, 4, "小食记-注销"),
            ("deregister", "", false, individual, "张三-注销"),
        ] {
            assert_eq!(named(kind, name, on_record, nature), stem, "{kind} {name}");
        }
    }

    #[test]
    fn numbers_of_copies_are_taken_off() {
        for (name, stem) in
            [("a-2", "a"), ("a", "a"), ("a-b", "a-b"), ("-2", "-2"), ("a-2026", "a-2026"), ("小食记-12", "小食记")]
        {
            assert_eq!(without_number(name), stem);
        }
    }

    #[test]
    fn names_that_differ_by_a_slip_are_alike() {
        assert_eq!(likeness("shop", "shpo"), None);
        assert_eq!(likeness("shop", "shap"), Some(2));
        assert_eq!(likeness("shop", "my-shop"), Some(1));
    }
}
