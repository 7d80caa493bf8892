//! A file path as terminals paste it when a file is dropped on them.

/// The path meant by a pasted or typed text.
///
/// Takes off surrounding blanks, quotes, backslash escapes and `file://` with its percent signs. A plain path comes back
/// unchanged, and so does a Windows path with its backslashes.
pub fn dropped(text: &str) -> String {
    let text = text.trim();
    let bare = if let Some(inner) = quoted(text, '\'') {
        inner.replace("'\\''", "'")
    } else if let Some(inner) = quoted(text, '"') {
        unescape(inner, |c| matches!(c, '"' | '$' | '`' | '\\'))
    } else if text.contains("'\\''") {
        text.replace("'\\''", "'")
    } else {
        unescape(text, is_escaped_by_terminals)
    };
    from_file_url(&bare).unwrap_or(bare)
}

/// What stands between two `mark`s, when `text` begins and ends with one.
fn quoted(text: &str, mark: char) -> Option<&str> {
    text.strip_prefix(mark)?.strip_suffix(mark)
}

/// What a terminal writes a backslash before. Letters and digits never: `scans\id.jpg` is a Windows path.
fn is_escaped_by_terminals(c: char) -> bool {
    c == ' ' || c.is_ascii_punctuation() && !matches!(c, '_' | '-' | '.' | '/')
}

/// `C:\…`, `C:/…` or `\\server\share`.
fn is_windows(path: &str) -> bool {
    let mut chars = path.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some('\\'), Some('\\'), Some(c)) => c.is_alphanumeric() || matches!(c, '?' | '.'),
        (Some(drive), Some(':'), Some('\\' | '/')) => drive.is_ascii_alphabetic(),
        _ => false,
    }
}

/// Removes the backslash before every character for which `escaped` holds.
fn unescape(text: &str, escaped: impl Fn(char) -> bool) -> String {
    if is_windows(text) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && chars.clone().next().is_some_and(&escaped) {
            plain.extend(chars.next());
        } else {
            plain.push(c);
        }
    }
    plain
}

/// The path of a `file://` address on this machine, or nothing when it is none or is not UTF-8.
fn from_file_url(text: &str) -> Option<String> {
    let scheme = text.get(..7)?;
    if !scheme.eq_ignore_ascii_case("file://") {
        return None;
    }
    let rest = text.get(7..)?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    if !path.starts_with('/') {
        return None;
    }
    let path = percent_decode(path)?;
    match path.strip_prefix('/') {
        Some(after) if is_windows(after) => Some(after.to_owned()),
        _ => Some(path),
    }
}

/// Decodes `%XX`; a percent sign without two hexadecimal digits stays. Nothing when the bytes are not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let pair = (byte == b'%').then(|| Some((hex(ahead.next()?)?, hex(ahead.next()?)?))).flatten();
        if let Some((high, low)) = pair {
            bytes.push(high * 16 + low);
            rest = ahead;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The value of a hexadecimal digit.
fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn knows_how_terminals_paste() {
        for (pasted, path) in [
            ("scans/id front.jpg", "scans/id front.jpg"),
            ("/home/a/身份证 正面.jpg ", "/home/a/身份证 正面.jpg"),
            ("'/home/a/身份证 正面.jpg'", "/home/a/身份证 正面.jpg"),
            ("'/home/a/it'\\''s.jpg' ", "/home/a/it's.jpg"),
            ("\"/home/a/b c.jpg\"", "/home/a/b c.jpg"),
            ("\"/home/a/\\\"b\\\".jpg\"", "/home/a/\"b\".jpg"),
            ("/home/a/b\\ c\\ \\(1\\).jpg ", "/home/a/b c (1).jpg"),
            ("/home/a/b\\\\c.jpg", "/home/a/b\\c.jpg"),
            ("file:///home/a/b%20c.jpg\n", "/home/a/b c.jpg"),
            ("file:///home/a/%E6%89%A7%E7%85%A7.jpg", "/home/a/执照.jpg"),
            ("file://localhost/home/a.jpg", "/home/a.jpg"),
            ("'file:///home/a%20b.jpg'", "/home/a b.jpg"),
            ("file:///C:/Users/a.jpg", "C:/Users/a.jpg"),
            ("file:///home/100%.jpg", "/home/100%.jpg"),
            ("file:///home/%FF.jpg", "file:///home/%FF.jpg"),
            ("C:\\Users\\张三\\id (1).jpg", "C:\\Users\\张三\\id (1).jpg"),
            ("\"C:\\Users\\a b\\id.jpg\"", "C:\\Users\\a b\\id.jpg"),
            ("\\\\server\\share\\id.jpg", "\\\\server\\share\\id.jpg"),
            ("scans\\id.jpg", "scans\\id.jpg"),
            ("", ""),
            ("'", "'"),
        ] {
            assert_eq!(dropped(pasted), path, "{pasted:?}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>()) {
            dropped(&text);
            dropped(&format!("file://{text}"));
        }

        #[test]
        fn plain_paths_stay(path in "[a-z0-9张三（）/._-]{0,30}") {
            prop_assert_eq!(dropped(&path), path.as_str());
        }
    }
}
