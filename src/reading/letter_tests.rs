use super::super::tests::{page, says};
use super::super::{Certainty, DocumentKind, What, understand};

/// A letter of authorisation, as offices write them.
const LETTER: [(f32, f32, f32, &str); 6] = [
    (500.0, 100.0, 70.0, "授权书"),
    (100.0, 250.0, 40.0, "兹授权本单位员工办理小程序备案事宜，姓名张三，证件号码"),
    (100.0, 310.0, 40.0, "11010519491231002X，凭营业执照办理。"),
    (100.0, 400.0, 40.0, "被授权人：张三"),
    (100.0, 480.0, 40.0, "法定代表人签字：李四"),
    (700.0, 600.0, 40.0, "2026年11月20日"),
];

#[test]
fn a_letter_has_a_title_people_and_a_day() {
    let reading = understand(&page(&LETTER));
    assert_eq!((reading.kind, reading.has_watermark), (Some(DocumentKind::Letter), false));
    let expected = [
        (What::LetterDay, "2026-11-20", Certainty::Read),
        (What::Authorised, "张三", Certainty::Read),
        (What::Signatory, "李四", Certainty::Read),
        (What::Title, "授权书", Certainty::Read),
        (What::Numbers, "11010519491231002X", Certainty::Checked),
    ];
    assert_eq!(says(&reading), expected);
}

#[test]
fn to_whom_it_is_addressed_stands_on_a_line_of_its_own() {
    for (line, addressee) in [
        ("四川省通信管理局：", Some("四川省通信管理局")),
        ("致：北京市通信管理局", Some("北京市通信管理局")),
        ("尊敬的新疆维吾尔自治区通信管理局:", Some("新疆维吾尔自治区通信管理局")),
        ("通信管理局：", None),
        ("由我单位向四川省通信管理局", None),
        ("接听平台和四川省通信管理局的核实电话", None),
        ("2026四川省通信管理局", None),
    ] {
        let reading = understand(&page(&[LETTER[0], (100.0, 180.0, 40.0, line), LETTER[1], LETTER[2], LETTER[3]]));
        assert_eq!(reading.value(What::Addressee).map(|seen| seen.text.as_str()), addressee, "{line}");
    }
}

#[test]
fn numbers_are_whole_ones_that_stand_their_check() {
    // Wherever a line ends; which of two codes is the entity's is not told.
    for (lines, people, code) in [
        (["证件号码110105194912", "31002X，凭营业执照办理。"], Some("11010519491231002X"), None),
        (
            ["李四（510104198811239961）授权张三", "（11010519491231002X）办理"],
            Some("510104198811239961 11010519491231002X"),
            None,
        ),
        (["证件号码110105194912310021", "其余见附件"], None, None),
        (["（统一社会信用代码：91510107MA0000007C）", "现授权"], None, Some("91510107MA0000007C")),
        (["甲方91510107MA0000007C", "乙方91110105MA0000015F"], None, None),
    ] {
        let reading =
            understand(&page(&[LETTER[0], (100.0, 250.0, 40.0, lines[0]), (100.0, 310.0, 40.0, lines[1]), LETTER[3], LETTER[4]]));
        let seen = |what| reading.value(what).map(|seen| seen.text.as_str());
        assert_eq!((seen(What::Numbers), seen(What::CreditCode)), (people, code), "{lines:?}");
    }
}

#[test]
fn what_is_in_brackets_says_how_to_sign() {
    for (line, signatory) in [
        ("承诺人（手写签名，按手印）：", None),
        ("承诺人（手写签名，按手印）：李四", Some("李四")),
        ("承诺人：李四（手写签名）", Some("李四")),
    ] {
        let letter = [LETTER[0], LETTER[1], LETTER[2], (100.0, 480.0, 40.0, line)];
        let reading = understand(&page(&letter));
        assert_eq!(reading.value(What::Signatory).map(|seen| seen.text.as_str()), signatory, "{line}");
    }
}

#[test]
fn a_permit_has_a_number_and_an_end() {
    let permit = [
        (500.0, 100.0, 70.0, "食品经营许可证"),
        (100.0, 250.0, 40.0, "许可证编号 JY11101080000000"),
        (100.0, 310.0, 40.0, "经营场所 虚构路1号"),
        (100.0, 400.0, 40.0, "有效期至 2027年05月06日"),
    ];
    let reading = understand(&page(&permit));
    assert_eq!(reading.kind, Some(DocumentKind::Approval));
    let expected = [
        (What::Number, "JY11101080000000", Certainty::Read),
        (What::ValidTo, "2027-05-06", Certainty::Read),
        (What::Title, "食品经营许可证", Certainty::Read),
    ];
    assert_eq!(says(&reading), expected);
}
