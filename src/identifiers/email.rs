//! E-mail addresses that official notices can reach (`identifiers.md`, section 8.4): the pattern of the HTML standard, and
//! stricter about dots and the domain. No quoted parts, comments or address literals.

use std::borrow::Cow;

use super::{Identifier, Judged, Verdict, Warning, Warnings};
use crate::text::normalize::{Mode, normal};

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

/// An address; `normalized` has its domain in lower case, the part before the at sign as it was typed.
#[derive(Debug, Clone, Copy)]
pub struct Email;

impl Identifier for Email {
    fn judge<'a>(&self, typed: &'a str) -> Judged<'a> {
        let mut value = normal(typed, Mode::Ascii);
        if value.is_empty() {
            return Verdict::invalid("empty", value);
        }
        if !value.is_ascii() {
            return Verdict::invalid("non_ascii", value);
        }
        let Some((local, domain)) = halves(&value) else {
            return Verdict::invalid("at_sign", value);
        };
        if domain.bytes().any(|byte| byte.is_ascii_uppercase()) {
            value = Cow::Owned(format!("{local}@{}", domain.to_ascii_lowercase()));
        }
        match problem(&value) {
            Ok(warnings) => Verdict::valid(value, warnings),
            Err(reason) => Verdict::invalid(reason, value),
        }
    }
}

/// Judges a text as an [`Email`] address.
pub fn check(value: &str) -> Verdict {
    Email.judge(value).into_owned()
}

/// What is wrong with an address with one at sign and its domain in lower case, or what to ask about it.
fn problem(address: &str) -> Result<Warnings, &'static str> {
    let (local, domain) = address.split_once('@').ok_or("at_sign")?;
    if address.len() > 254 || local.len() > 64 {
        return Err("too_long");
    }
    match local_problem(local).or_else(|| domain_problem(domain)) {
        Some(reason) => Err(reason),
        None => Ok(Warnings::NONE.with(TYPOS.contains(&domain), Warning::DOMAIN_TYPO)),
    }
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
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if !domain.split('.').all(is_label) {
        return Some("domain");
    }
    let Some((_, top)) = domain.rsplit_once('.') else {
        return Some("domain_single_label");
    };
    let letters = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    (!letters && !top.starts_with("xn--")).then_some("tld")
}

#[cfg(test)]
mod tests {
    use super::super::vectors::vectors;
    use super::*;

    vectors! {
        Email;
        bad: [("a\u{1b}b@qq.com", "local_char"), ("ab@q\u{7f}q.com", "domain")];
        accepts: "[a-z0-9]{1,20}@[a-z0-9]{1,20}\\.(com|cn|com\\.cn)";
    }

    #[test]
    fn typos_are_asked_about() {
        for domain in TYPOS {
            assert_eq!(check(&format!("a@{domain}")).warnings, Warning::DOMAIN_TYPO.into(), "{domain}");
        }
        assert!(check("a@qq.com").warnings.is_empty());
    }
}
