//! Reasons of a rejection as they are pasted.

use crate::locale::Lang;
use crate::locale::tui::dialog as words;

/// Pasted reasons, a line each as the platform lists them, in one line that tells them apart as before.
pub(super) fn in_one_line(text: &str, lang: Lang) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut joined = String::new();
    for line in lines {
        if joined.ends_with(['。', '；', ';', '.', '！', '!', '：', ':']) {
            joined.push(' ');
        } else if !joined.is_empty() {
            joined.push_str(words::BETWEEN_REASONS.in_lang(lang));
        }
        joined.push_str(line);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_reasons_stay_apart() {
        for (text, lang, expected) in [
            ("反面照片模糊\n通讯地址不详细\r\n", Lang::Zh, "反面照片模糊；通讯地址不详细"),
            ("1. 照片模糊。\n\n2. 电话不通", Lang::Zh, "1. 照片模糊。 2. 电话不通"),
            ("The ID photo is blurred\n  The remark is too short", Lang::En, "The ID photo is blurred; The remark is too short"),
            ("驳回原因：\n1、手机号码为空号；\n2、备注不详细。", Lang::Zh, "驳回原因： 1、手机号码为空号； 2、备注不详细。"),
            ("one line", Lang::En, "one line"),
            ("\n", Lang::Zh, ""),
        ] {
            assert_eq!(in_one_line(text, lang), expected);
        }
    }
}
