//! Scans by a pattern: `*` and `?` in a path stand for what is in a name.

use std::fs;
use std::path::{Path, PathBuf};

/// Names looked through at most.
const MOST: usize = 20_000;

/// Whether a path is a pattern.
#[must_use]
pub fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?'])
}

/// The files that a pattern means, in the order of their names; relative to `folder` unless it is absolute.
#[must_use]
pub fn files(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    let mut found = vec![if pattern.starts_with('/') { PathBuf::from("/") } else { folder.to_owned() }];
    let mut left = MOST;
    for step in pattern.split('/').filter(|step| !step.is_empty()) {
        let mut next = Vec::new();
        for folder in found {
            if !is_pattern(step) {
                next.push(folder.join(step));
                continue;
            }
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                left = left.saturating_sub(1);
                let name = entry.file_name();
                let is_hidden = name.as_encoded_bytes().starts_with(b".");
                if left > 0 && !is_hidden && name.to_str().is_some_and(|name| fits(step, name)) {
                    next.push(entry.path());
                }
            }
        }
        found = next;
    }
    found.retain(|path| path.is_file());
    found.sort();
    found
}

/// Whether a name is as a pattern says; capitals are no difference.
fn fits(pattern: &str, name: &str) -> bool {
    let lower = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (pattern, name) = (lower(pattern), lower(name));
    // The last star, and where in the name what it stands for ended.
    let (mut p, mut n, mut star) = (0, 0, None);
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || name.get(n) == Some(c) => {
                p += 1;
                n += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    n = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_names() {
        for (pattern, name, is_fit) in [
            ("*.jpg", "a.JPG", true),
            ("身份证*正面*.jpg", "身份证-正面.jpg", true),
            ("身份证*正面*.jpg", "身份证-背面.jpg", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b*c", "xxaxxbxxbxc", true),
            ("*", "", true),
            ("", "a", false),
        ] {
            assert_eq!(fits(pattern, name), is_fit, "{pattern} {name}");
        }
        assert!(!fits(&"*a".repeat(30), &"a".repeat(2_000).replace('a', "ab")));
    }

    #[test]
    fn files_are_found_in_their_folders() {
        let place = tempfile::tempdir().unwrap();
        for name in ["甲/front.jpg", "甲/back.jpg", "乙/front.png", "甲/.front.jpg"] {
            let path = place.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        let names = |pattern: &str| {
            let paths = files(place.path(), pattern);
            paths.iter().map(|path| path.strip_prefix(place.path()).unwrap().to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("甲/*.jpg"), ["甲/back.jpg", "甲/front.jpg"]);
        assert_eq!(names("*/front.*"), ["乙/front.png", "甲/front.jpg"]);
        assert!(names("丙/*.jpg").is_empty());
    }
}
