//! E-mail addresses that official notices can reach (`identifiers.md`, section 8.4): the pattern of the HTML standard, and
//! stricter about dots and the domain. No quoted parts, comments or address literals.

use super::{Verdict, Warning};
use crate::text::normalize::{Mode, normalize};

/// Domains that are somebody's slip of the finger.
const TYPOS: [&str; 15] = [
    "qq.con",
    "qq.cm",
    "qq.co",
    "qq.comm",
    "163.con",
    "163.cm",
    "163.comm",
    "126.con",
    "gmail.con",
    "gmial.com",
    "gmai.com",
    "hotmail.con",
    "outlook.con",
    "foxmail.con",
    "sina.con",
];

/// Checks an address; `normalized` has its domain in lower case, the part before the at sign as it was typed.
pub fn check(value: &str) -> Verdict {
    let value = normalize(value, Mode::Ascii).value;
    if value.is_empty() {
        return Verdict::invalid("empty", value);
    }
    if !value.is_ascii() {
        return Verdict::invalid("non_ascii", value);
    }
    let Some((local, domain)) = halves(&value) else {
        return Verdict::invalid("at_sign", value);
    };
    let domain = domain.to_ascii_lowercase();
    let normalized = format!("{local}@{domain}");
    if normalized.len() > 254 || local.len() > 64 {
        return Verdict::invalid("too_long", normalized);
    }
    if let Some(reason) = local_problem(local).or_else(|| domain_problem(&domain)) {
        return Verdict::invalid(reason, normalized);
    }
    let typo = TYPOS.contains(&domain.as_str()).then(|| Warning::confirm("domain_typo"));
    Verdict::valid(normalized, typo.into_iter().collect())
}

/// The parts before and after the only at sign.
fn halves(value: &str) -> Option<(&str, &str)> {
    let (local, domain) = value.split_once('@')?;
    (!local.is_empty() && !domain.is_empty() && !domain.contains('@')).then_some((local, domain))
}

/// Whether the part before the at sign may hold this character.
#[must_use]
pub fn may_stand_before_the_at(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c)
}

fn local_problem(local: &str) -> Option<&'static str> {
    if !local.chars().all(may_stand_before_the_at) {
        Some("local_char")
    } else if local.starts_with('.') || local.ends_with('.') || local.contains("..") {
        Some("local_dot")
    } else {
        None
    }
}

fn domain_problem(domain: &str) -> Option<&'static str> {
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if !labels.iter().all(|label| is_label(label)) {
        return Some("domain");
    }
    let [_, .., top] = labels.as_slice() else {
        return Some("domain_single_label");
    };
    let letters = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    (!letters && !top.starts_with("xn--")).then_some("tld")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typos_are_asked_about() {
        for domain in TYPOS {
            assert_eq!(check(&format!("a@{domain}")).warnings, [Warning::confirm("domain_typo")], "{domain}");
        }
        assert!(check("a@qq.com").warnings.is_empty());
    }

    #[test]
    fn control_characters_are_refused() {
        assert_eq!(check("a\u{1b}b@qq.com").reason, "local_char");
        assert_eq!(check("ab@q\u{7f}q.com").reason, "domain");
    }

    proptest! {
        #[test]
        fn never_panics(value in any::<String>()) {
            check(&value);
        }

        #[test]
        fn accepts_ordinary_addresses(local in "[a-z0-9]{1,20}", domain in "[a-z0-9]{1,20}\\.(com|cn|com\\.cn)") {
            let address = format!("{local}@{domain}");
            prop_assert!(check(&address).valid);
        }
    }
}
