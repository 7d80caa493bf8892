//! Every rule has words, in both languages, and findings fill all their blanks.

use std::collections::BTreeSet;

use beian::locale::{Lang, Text, finding};
use beian::rules::register;

use super::triggers::all;

fn blanks(text: &str) -> BTreeSet<&str> {
    let inside = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
    // Behind a colon stands how the number before is counted: `{months:month|months}`.
    inside.map(|(blank, _)| blank.split_once(':').map_or(blank, |(name, _)| name)).collect()
}

/// Both languages say something, with the same blanks, and keep the house's style.
fn assert_sound(place: &str, text: Text) {
    assert!(!text.zh.trim().is_empty() && !text.en.trim().is_empty(), "{place}");
    assert_eq!(blanks(text.zh), blanks(text.en), "{place}");
    for word in ["您", "！", "!", "请输入"] {
        assert!(!text.zh.contains(word) && !text.en.contains(word), "{place}: {word}");
    }
    assert!(
        !text.en.chars().any(|c| ('\u{3000}'..='\u{303F}').contains(&c) || ('\u{FF01}'..='\u{FF5E}').contains(&c)),
        "{place}"
    );
}

#[test]
fn every_rule_and_reason_has_words() {
    for rule in register() {
        for text in [rule.title, rule.what, rule.fix, rule.why, rule.wrong.note, rule.right.note] {
            assert_sound(rule.name, text);
            assert!(blanks(text.zh).is_empty(), "{}", rule.name);
        }
        let names: BTreeSet<&str> = rule.messages.iter().map(|message| message.name).collect();
        assert_eq!(names.len(), rule.messages.len(), "{}: two messages of one name", rule.name);
        for message in rule.messages {
            assert_sound(rule.name, message.text);
            assert_sound(rule.name, message.fix);
            let place = format!("{} {}", rule.name, message.name);
            assert!(message.text.zh.ends_with('。') && message.fix.zh.ends_with('。'), "{place}");
            assert!(message.text.en.ends_with('.') && message.fix.en.ends_with('.'), "{place}");
        }
    }
    assert!(beian::rules::find("no-such-rule").is_none());
}

#[test]
fn names_of_rules_are_words_and_stand_once() {
    let mut names = BTreeSet::new();
    for rule in register() {
        assert!(names.insert(rule.name), "{}", rule.name);
        assert!(rule.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()), "{}", rule.name);
        assert!(
            !rule.source.document.zh.is_empty()
                && !rule.source.document.en.is_empty()
                && !rule.fields.is_empty()
                && !rule.messages.is_empty(),
            "{}",
            rule.name
        );
    }
}

#[test]
fn findings_fill_every_blank() {
    for (rule, reason, start, spoil, _) in all() {
        let mut case = start();
        spoil(&mut case);
        for said in case.findings() {
            for lang in [Lang::Zh, Lang::En] {
                for sentence in [finding::message(lang, &said), finding::fix(lang, &said)] {
                    assert!(!sentence.contains(['{', '}']) && !sentence.is_empty(), "{rule} {reason}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn a_secret_is_never_repeated() {
    let mut case = super::drafts::company();
    let secret = "0123456789abcdef0123456789abcdef";
    case.set(beian::filing::FieldId::AppId, secret);
    for said in case.findings() {
        assert!(!finding::message(Lang::Zh, &said).contains(secret) && !format!("{said:?}").contains(secret));
    }
}

/// What is said about one value in a field of a good draft, in Chinese.
fn said(id: beian::filing::FieldId, value: &str) -> Vec<String> {
    let mut case = super::drafts::company();
    case.set(id, value);
    case.findings().iter().map(|said| finding::message(Lang::Zh, said)).collect()
}

#[test]
fn sentences_name_what_is_wrong() {
    use beian::filing::FieldId as F;
    for (id, value, sentence) in [
        (F::ResponsiblePersonMobile, "12345678901", "没有以 12 开头的手机号码。"),
        (F::ResponsiblePersonMobile, "130123400031", "手机号码是 11 位，现在是 12 位，多 1 位。"),
        (F::ResponsiblePersonMobile, "130l2340003", "号码里有「l」，手机号码只有数字。"),
        (F::ResponsiblePersonCertificateNumber, "5101071992071299211", "身份证号是 18 位，现在是 19 位，多 1 位。"),
        (F::ResponsiblePersonCertificateNumber, "5101071992071299", "身份证号是 18 位，现在是 16 位，少 2 位。"),
        (F::ResponsiblePersonCertificateNumber, "51010719920712O92X", "第 15 位是「O」；前 17 位应是数字，最后一位是数字或 X。"),
        (F::ResponsiblePersonCertificateNumber, "510107X19920712992X", "第 7 位是「X」；前 17 位应是数字，最后一位是数字或 X。"),
        (F::ResponsiblePersonCertificateValidUntil, "2032-04-01", "领证时 29 岁，有效期应为 20 年。"),
        (F::ResponsiblePersonEmail, "jia@example。com", "邮箱里有「。」，只能用英文字母、数字和英文符号。"),
        (F::SubjectCertificateNumber, "91510107MA0000007", "统一社会信用代码是 18 位，现在是 17 位，少 1 位。"),
    ] {
        assert_eq!(said(id, value), [sentence], "{value}");
    }
}

#[test]
fn sizes_of_pictures_are_those_of_the_file() {
    use beian_scan::facts::{FileFacts, Format};
    let mut case = super::drafts::company();
    let id = beian::filing::FieldId::SubjectCertificatePhoto;
    case.file(id, "a.jpg", FileFacts::picture(Format::Jpeg, 300, 200, 150_000));
    let said: Vec<String> = case.findings().iter().map(|said| finding::message(Lang::Zh, said)).collect();
    assert_eq!(said, ["a.jpg 是 300×200 像素，不能小于 720×1280（横竖均可）。"]);
}

#[test]
fn rules_keep_to_the_words_of_the_house() {
    for rule in register() {
        let mut texts = vec![rule.title, rule.what, rule.fix, rule.why, rule.wrong.note, rule.right.note];
        texts.extend(rule.messages.iter().flat_map(|message| [message.text, message.fix]));
        for Text { zh, en } in texts {
            for odd in ["  ", "平台审核", "后台", "“", "”", "‘", "其它"] {
                assert!(!zh.contains(odd) && !en.contains(odd), "{}: {zh} / {en}", rule.name);
            }
        }
        for text in [rule.what, rule.fix, rule.why] {
            assert!(text.zh.ends_with('。') && text.en.ends_with('.'), "{}: {}", rule.name, text.zh);
        }
    }
}
