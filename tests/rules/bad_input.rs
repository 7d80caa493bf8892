//! What nobody should type and somebody will: addresses without end, of digits, in Latin letters, two in one; texts of emoji alone;
//! words that are split. What is said of each, and that nothing typed is taken away. `docs/addresses.md` and `docs/words.md` say why.

use beian::filing::FieldId as F;

use super::drafts::company;

/// The field, what is typed into it, and the rule and message that speak of it; the last ones speak of nothing.
const SAID: &[(F, &str, &str, &str)] = &[
    (F::SubjectAddress, "1234567890", "address-implausible", "digits_only"),
    (F::SubjectAddress, "88", "address-implausible", "too_short"),
    (F::SubjectAddress, "Xugou Road 88, Room 801", "address-implausible", "no_chinese"),
    (F::SubjectCertificateAddress, "88 Xugou Road, Chengdu", "certificate-address-without-region", "no_region"),
    (F::SubjectCertificateAddress, "510107510107510107", "certificate-address-without-region", "no_region"),
    (F::SubjectAddress, "虚构街88号801室；示例路9号302室", "address-names-two-places", "postal"),
    (
        F::SubjectCertificateAddress,
        "四川省成都市武侯区虚构街88号801室；四川省成都市锦江区示例路9号",
        "address-names-two-places",
        "printed",
    ),
    (F::SubjectAddress, "🏢🏢🏢🏢🏢🏢🏢🏢", "text-has-refused-characters", ""),
    (F::MiniProgramRemark, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "text-has-refused-characters", ""),
    (F::MiniProgramRemark, "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "remark-says-little", "few_characters"),
    (F::MiniProgramName, "😀😀😀", "text-has-refused-characters", ""),
    (F::MiniProgramName, "免 费 小 说", "prior-approval-likely-needed", "none_ask"),
    (F::MiniProgramName, "小.说屋", "prior-approval-likely-needed", "none_ask"),
    (F::MiniProgramName, "小·说屋", "prior-approval-likely-needed", "none_ask"),
    (F::MiniProgramName, "小🍎说屋", "prior-approval-likely-needed", "none_ask"),
    (F::MiniProgramName, "小說屋", "prior-approval-likely-needed", "none_ask"),
    (F::MiniProgramName, "XIAOSHUO网", "prior-approval-likely-needed", "none_ask"),
    (
        F::MiniProgramRemark,
        "为读者提供免 费 小 说的浏览和收藏，每日更新，可以继续阅读上次的位置。",
        "prior-approval-likely-needed",
        "none_ask",
    ),
];

/// Texts in which a word is no word: parted by the end of a clause, or by letters and digits.
const UNSAID: &[(F, &str, &str)] = &[
    (
        F::MiniProgramRemark,
        "照片按大小，说明文字写在下面，可以预约到店取件和查看进度，方便顾客。",
        "prior-approval-likely-needed",
    ),
    (F::MiniProgramName, "小1说屋", "prior-approval-likely-needed"),
    (F::MiniProgramName, "大小 说明书", "prior-approval-likely-needed"),
    (F::SubjectAddress, "虚构街88号8层801室", "address-implausible"),
    (F::SubjectAddress, "虚构街88号8层801室", "address-names-two-places"),
];

#[test]
fn each_is_answered_and_nothing_typed_is_taken_away() {
    let mut wrong = Vec::new();
    for (field, text, rule, message) in SAID {
        let mut case = company();
        case.set(*field, *text);
        let found = case.findings();
        let said = found.iter().any(|one| one.field == *field && one.rule.name == *rule && one.message.name == *message);
        if !said {
            let all: Vec<_> = found.iter().map(|one| (one.field.path(), one.rule.name, one.message.name)).collect();
            wrong.push(format!("{text}: no {rule} {message}: {all:?}"));
        }
        assert_eq!(case.draft.text(*field), *text);
        // A fix that is applied without being asked must not empty a field.
        let safe = found.iter().flat_map(|one| &one.fixes).filter(|fix| fix.is_safe());
        for value in safe.filter_map(|fix| fix.value_of(*field)) {
            assert_ne!(value.as_text(), Some(""), "{text}");
        }
    }
    for (field, text, rule) in UNSAID {
        let mut case = company();
        case.set(*field, *text);
        wrong.extend(
            case.findings().iter().filter(|one| one.rule.name == *rule).map(|one| format!("{text}: {rule} {}", one.message.name)),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn addresses_without_end_are_told_to_be_too_long() {
    for piece in ["虚", "1", "a", "🏢", "四川省成都市武侯区虚构街88号；", "免 费 小 说"] {
        let text = piece.repeat(10_000 / piece.chars().count());
        for field in [F::SubjectAddress, F::SubjectCertificateAddress] {
            let mut case = company();
            case.set(field, text.as_str());
            let found = case.findings();
            let long = found.iter().any(|one| one.field == field && one.message.name == "too_long");
            assert!(
                long,
                "{piece} in {field:?}: {:?}",
                found.iter().map(|one| (one.rule.name, one.message.name)).collect::<Vec<_>>()
            );
        }
    }
}
