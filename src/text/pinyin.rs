//! Chinese as it is typed without an input method: whole syllables, or the first letter of each.

use pinyin::ToPinyin;

/// A text in pinyin without tones, and by the initials of its syllables; what is no Chinese stays as it is, in small letters.
/// `None` where nothing of it is Chinese. A character that has several readings has its commonest.
#[must_use]
pub fn keys(text: &str) -> Option<(String, String)> {
    let (mut whole, mut initials, mut is_chinese) = (String::new(), String::new(), false);
    for (c, syllable) in text.chars().zip(text.to_pinyin()) {
        match syllable {
            Some(syllable) => {
                is_chinese = true;
                // Keyboards have v for ü.
                whole.extend(syllable.plain().chars().map(|c| if c == 'ü' { 'v' } else { c }));
                initials.push_str(syllable.first_letter());
            }
            None => {
                whole.extend(c.to_lowercase());
                initials.extend(c.to_lowercase());
            }
        }
    }
    is_chinese.then_some((whole, initials))
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn chinese_is_spelled_and_the_rest_kept() {
        for (text, expected) in [
            ("营业执照", Some(("yingyezhizhao", "yyzz"))),
            ("营业执照2.JPG", Some(("yingyezhizhao2.jpg", "yyzz2.jpg"))),
            ("绿色", Some(("lvse", "ls"))),
            ("licence.PNG", None),
            ("", None),
        ] {
            let found = keys(text);
            assert_eq!(found.as_ref().map(|(whole, initials)| (whole.as_str(), initials.as_str())), expected, "{text}");
        }
    }
}
