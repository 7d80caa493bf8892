//! Pages made by hand, one document each: what is found on them, and what is not.

use proptest::prelude::*;

use super::*;
use crate::filing::{FieldId, PersonField};
use crate::scan::read::{Character, Line};

/// A page of lines `(x, y, height, text)`, ideographs as wide as high, the rest half as wide.
pub(super) fn page(lines: &[(f32, f32, f32, &str)]) -> Page {
    Page {
        turn: 0,
        size: (1620.0, 1020.0),
        lines: lines.iter().map(|(x, y, height, text)| line(*x, *y, *height, text)).collect(),
    }
}

fn line(x: f32, y: f32, height: f32, text: &str) -> Line {
    let widths: Vec<f32> = text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 }).collect();
    let whole: f32 = widths.iter().sum();
    let mut at = 0.0;
    let mut chars = Vec::new();
    for (c, width) in text.chars().zip(&widths) {
        chars.push(Character((at + width / 2.0) / whole, vec![(c, 0.99)]));
        at += width;
    }
    let (right, bottom) = (x + whole * height, y + height);
    Line { text: text.to_owned(), score: 0.99, corners: [(x, y), (right, y), (right, bottom), (x, bottom)], chars }
}

/// The page turned clockwise by an angle in degrees.
fn leaning(mut page: Page, degrees: f32) -> Page {
    let (sin, cos) = degrees.to_radians().sin_cos();
    for line in &mut page.lines {
        line.corners = line.corners.map(|(x, y)| (x * cos - y * sin, x * sin + y * cos));
    }
    page
}

const FRONT: [(f32, f32, f32, &str); 9] = [
    (118.0, 118.0, 49.0, "姓 名"),
    (290.0, 103.0, 68.0, "王小明"),
    (118.0, 232.0, 49.0, "性 别"),
    (290.0, 224.0, 59.0, "女"),
    (520.0, 232.0, 49.0, "民 族 汉"),
    (118.0, 346.0, 49.0, "出 生 1949 年 12 月 31 日"),
    (118.0, 462.0, 49.0, "住 址 广西南宁市民族大道"),
    (267.0, 540.0, 49.0, "1号2栋"),
    (118.0, 862.0, 49.0, "公民身份号码 11010519491231002X"),
];
const BACK: [(f32, f32, f32, &str); 4] = [
    (560.0, 150.0, 84.0, "中华人民共和国"),
    (460.0, 245.0, 118.0, "居民身份证"),
    (380.0, 742.0, 49.0, "签发机关 上林县公安局"),
    (380.0, 862.0, 49.0, "有效期限 2015.03.02-2035.03.02"),
];
const LICENCE: [(f32, f32, f32, &str); 16] = [
    (650.0, 300.0, 165.0, "营业执照"),
    (150.0, 330.0, 34.0, "统一社会信用代码"),
    (150.0, 382.0, 44.0, "91350100M000100Y43"),
    (150.0, 600.0, 42.0, "名"),
    (284.0, 600.0, 42.0, "称"),
    (360.0, 603.0, 38.0, "深圳市青柠网络科技有限公司"),
    (1120.0, 600.0, 42.0, "注册资本 壹佰万元整"),
    (150.0, 704.0, 42.0, "类  型 有限责任公司(自然人独资)"),
    (1120.0, 704.0, 42.0, "成立日期 2015年03月02日"),
    (150.0, 808.0, 42.0, "法定代表人 李四"),
    (1120.0, 808.0, 42.0, "营业期限 2015年03月02日至长期"),
    (150.0, 912.0, 42.0, "经营范围 一般项目:软件开发;广告制作;信息咨询"),
    (339.0, 964.0, 38.0, "服务;日用百货销售。(除依法须经批准的项"),
    (339.0, 1016.0, 38.0, "目外,凭营业执照依法自主开展经营活动)"),
    (1120.0, 912.0, 42.0, "住 所 广东省深圳市南山区中山路"),
    (1250.0, 966.0, 42.0, "12号3栋"),
];

pub(super) fn says(reading: &Reading) -> Vec<(What, &str, Certainty)> {
    reading.values.iter().map(|seen| (seen.what, seen.text.as_str(), seen.certainty)).collect()
}

fn card(document: Document) -> Option<DocumentKind> {
    Some(DocumentKind::Person(document))
}

#[test]
fn the_front_of_a_card() {
    use Certainty::{Checked, Read};
    let expected = [
        (What::Name, "王小明", Read),
        (What::Sex, "女", Checked),
        (What::Nation, "汉", Read),
        (What::Birth, "1949-12-31", Checked),
        (What::Address, "广西南宁市民族大道1号2栋", Read),
        (What::Number, "11010519491231002X", Checked),
    ];
    for degrees in [0.0, 5.0, -12.0] {
        let reading = understand(&leaning(page(&FRONT), degrees));
        assert_eq!((reading.kind, reading.side), (card(Document::ResidentId), Some(Side::Front)), "{degrees}");
        assert_eq!(says(&reading), expected, "{degrees}");
        assert!(!reading.has_watermark);
    }
    let reading = understand(&page(&FRONT));
    let number = reading.value(What::Number).unwrap().corners;
    assert!(number[0].0 > 400.0 && number[1].0 < 1000.0 && (860.0..915.0).contains(&number[0].1), "{number:?}");
}

#[test]
fn labels_are_found_although_they_are_spoilt() {
    for (index, text, what, expected) in [
        (0, "牲名", What::Name, None),
        (8, "公民身价号码11010519491231002X", What::Number, Some("11010519491231002X")),
        (8, "民身份号码 11010519491231002X", What::Number, Some("11010519491231002X")),
        (8, "11010519491231002X", What::Number, Some("11010519491231002X")),
        (5, "出生1949年12月31日", What::Birth, Some("1949-12-31")),
        (4, "民族维吾尔", What::Nation, Some("维吾尔")),
        (4, "民族维吾木", What::Nation, None),
    ] {
        let mut lines = FRONT;
        lines[index].3 = text;
        let reading = understand(&page(&lines));
        let found = reading.value(what).filter(|seen| seen.certainty > Certainty::Doubtful);
        assert_eq!(found.map(|seen| seen.text.as_str()), expected, "{text}");
    }
    // In one line with its value, and sex and nation in one.
    let mut lines = FRONT.to_vec();
    lines.drain(0..5);
    lines.extend([(118.0, 118.0, 60.0, "姓名王小明"), (118.0, 232.0, 55.0, "性别女民族汉")]);
    let reading = understand(&page(&lines));
    for (what, expected) in [(What::Name, "王小明"), (What::Sex, "女"), (What::Nation, "汉")] {
        assert_eq!(reading.value(what).map(|seen| seen.text.as_str()), Some(expected));
    }
}

#[test]
fn what_contradicts_itself_is_doubtful() {
    let mut lines = FRONT;
    lines[5].3 = "出 生 1948 年 12 月 31 日";
    let reading = understand(&page(&lines));
    assert_eq!(reading.value(What::Number).map(|seen| seen.certainty), Some(Certainty::Doubtful));
    assert_eq!(reading.value(What::Birth).map(|seen| seen.certainty), Some(Certainty::Doubtful));
    // The seventeenth digit is that of a woman.
    lines = FRONT;
    lines[3].3 = "男";
    let reading = understand(&page(&lines));
    assert!(reading.values.iter().any(|seen| seen.what == What::Sex), "{reading:?}");
    for what in [What::Number, What::Sex] {
        assert_eq!(reading.value(what).map(|seen| seen.certainty), Some(Certainty::Doubtful), "{what:?}");
    }
    // One character wrong, and the check digit says which: birth and sex agree.
    lines = FRONT;
    lines[8].3 = "公民身份号码 1101O519491231002X";
    let reading = understand(&page(&lines));
    let number = reading.value(What::Number).unwrap();
    assert_eq!((number.text.as_str(), number.certainty), ("11010519491231002X", Certainty::Checked));
    // A hand over the right half: where the lines of the address end cannot be told.
    lines = FRONT;
    lines[8].3 = "公民身份号码 110105";
    let reading = understand(&page(&lines));
    assert_eq!(reading.value(What::Number), None);
    assert_eq!(reading.value(What::Address).map(|seen| seen.certainty), Some(Certainty::Doubtful));
    let mut unlikely = page(&FRONT);
    unlikely.lines[1].chars[1].1[0].1 = 0.3;
    assert_eq!(understand(&unlikely).value(What::Name).map(|seen| seen.certainty), Some(Certainty::Doubtful));
}

#[test]
fn the_back_of_a_card() {
    use Certainty::{Checked, Doubtful, Read};
    for (period, from, to, certainty) in [
        ("2015.03.02-2035.03.02", "2015-03-02", "2035-03-02", Checked),
        ("2015.03.02-长期", "2015-03-02", "长期", Checked),
        ("2015.03.02-2037.03.02", "2015-03-02", "2037-03-02", Doubtful),
        ("2015.03.02-2035.03.20", "2015-03-02", "2035-03-20", Doubtful),
    ] {
        let mut lines = BACK;
        let text = format!("有效期限 {period}");
        lines[3].3 = &text;
        let reading = understand(&page(&lines));
        assert_eq!((reading.kind, reading.side), (card(Document::ResidentId), Some(Side::Back)), "{period}");
        let expected =
            [(What::Authority, "上林县公安局", Read), (What::ValidFrom, from, certainty), (What::ValidTo, to, certainty)];
        assert_eq!(says(&reading), expected);
    }
}

#[test]
fn both_sides_and_two_cards() {
    let shifted = |lines: &[(f32, f32, f32, &'static str)]| -> Vec<(f32, f32, f32, &'static str)> {
        lines.iter().map(|(x, y, height, text)| (*x, y + 1100.0, *height, *text)).collect()
    };
    let mut lines = FRONT.to_vec();
    lines.extend(shifted(&BACK));
    let reading = understand(&page(&lines));
    assert_eq!((reading.kind, reading.side, reading.values.len()), (card(Document::ResidentId), Some(Side::Both), 9));
    let mut lines = FRONT.to_vec();
    let mut other = shifted(&FRONT);
    other[8].3 = "公民身份号码 620825197812249951";
    lines.extend(other);
    let reading = understand(&page(&lines));
    assert_eq!((reading.kind, reading.values.len()), (card(Document::ResidentId), 0));
}

#[test]
fn a_licence() {
    use Certainty::{Checked, Read};
    for degrees in [0.0, 5.0] {
        let reading = understand(&leaning(page(&LICENCE), degrees));
        assert_eq!((reading.kind, reading.side), (Some(DocumentKind::Licence), None));
        let scope = "一般项目：软件开发；广告制作；信息咨询服务；日用百货销售。（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）";
        let expected = [
            (What::Address, "广东省深圳市南山区中山路12号3栋", Read),
            (What::ValidFrom, "2015-03-02", Checked),
            (What::ValidTo, "长期", Checked),
            (What::CreditCode, "91350100M000100Y43", Checked),
            (What::Company, "深圳市青柠网络科技有限公司", Read),
            (What::CompanyType, "有限责任公司（自然人独资）", Read),
            (What::LegalPerson, "李四", Read),
            (What::Founded, "2015-03-02", Checked),
            (What::Capital, "壹佰万元整", Read),
            (What::Scope, scope, Read),
        ];
        assert_eq!(says(&reading), expected, "{degrees}");
        assert_eq!(reading.for_subject(FieldId::SubjectName).unwrap().1, "深圳市青柠网络科技有限公司");
        assert_eq!(reading.for_subject(FieldId::SubjectCertificateValidUntil).unwrap().1, "长期");
        assert_eq!(reading.for_subject(FieldId::SubjectCertificateNumber).unwrap().1, "91350100M000100Y43");
        assert_eq!(reading.for_person(PersonField::ValidUntil), None);
    }
}

#[test]
fn a_short_label_is_known_by_half_of_it() {
    for (label, rest) in [
        ("类", "☑型 有限责任公司"),
        ("类", "☑ 型有限责任公司"),
        ("类型", "☑有限责任公司"),
        ("类型", "有限责任公司"),
        ("类", "有限责任公司"),
    ] {
        let mut lines = LICENCE.to_vec();
        lines.retain(|(x, y, ..)| (*x, *y) != (150.0, 704.0));
        lines.extend([(150.0, 704.0, 42.0, label), (270.0, 704.0, 38.0, rest)]);
        let reading = understand(&page(&lines));
        let text = |what| reading.value(what).map(|seen| seen.text.as_str());
        assert_eq!(text(What::CompanyType), Some("有限责任公司"), "{label} {rest}");
        assert_eq!(text(What::Company), Some("深圳市青柠网络科技有限公司"));
    }
}

#[test]
fn a_letter_before_words_makes_them_doubtful() {
    for (name, certainty) in [
        ("E深圳市青柠网络科技有限公司", Certainty::Doubtful),
        ("深圳市E青柠网络科技有限公司", Certainty::Read),
        ("ABC网络科技有限公司", Certainty::Read),
    ] {
        let mut lines = LICENCE;
        lines[5].3 = name;
        let reading = understand(&page(&lines));
        let company = reading.value(What::Company).map(|seen| (seen.text.as_str(), seen.certainty));
        assert_eq!(company, Some((name, certainty)));
    }
}

#[test]
fn a_long_name_is_read_whole() {
    for name in ["阿卜杜热西提·买买提艾力江", "尼格買提·热合曼·阿不都拉江汗"] {
        let mut lines = FRONT;
        lines[1].3 = name;
        let reading = understand(&page(&lines));
        assert_eq!(reading.value(What::Name).map(|seen| seen.text.as_str()), Some(name));
    }
}

#[test]
fn a_card_among_other_writing_is_read_alone() {
    let mut lines = FRONT.to_vec();
    for row in 0..12u8 {
        lines.push((-900.0, 60.0 + 80.0 * f32::from(row), 40.0, "本页为其他文字，请勿理会"));
        lines.push((1900.0, 75.0 + 80.0 * f32::from(row), 40.0, "旁边的一段文字，与证件无关"));
    }
    let reading = understand(&page(&lines));
    assert_eq!(reading.side, Some(Side::Front));
    assert_eq!(reading.values, understand(&page(&FRONT)).values);
}

#[test]
fn a_line_across_two_columns_is_cut() {
    let mut lines = LICENCE.to_vec();
    lines.retain(|(_, y, ..)| *y != 808.0 && *y != 704.0);
    lines.push((150.0, 704.0, 42.0, "类  型 有限责任公司                   成立日期 2015年03月02日"));
    lines.push((150.0, 808.0, 42.0, "法定代表人 李四                         营业期限 2015年03月02日至长期"));
    let reading = understand(&page(&lines));
    for (what, expected) in [(What::CompanyType, "有限责任公司"), (What::LegalPerson, "李四"), (What::Founded, "2015-03-02")]
    {
        assert_eq!(reading.value(what).map(|seen| seen.text.as_str()), Some(expected));
    }
}

#[test]
fn an_upright_licence_of_one_column() {
    let lines = [
        (400.0, 200.0, 120.0, "营业执照"),
        (420.0, 380.0, 40.0, "统一社会信用代码 91350100M000100Y43"),
        (200.0, 500.0, 40.0, "名  称"),
        (420.0, 500.0, 40.0, "深圳市青柠网络科技有限公司"),
        (200.0, 570.0, 40.0, "类  型"),
        (420.0, 570.0, 40.0, "有限责任公司"),
        (200.0, 640.0, 40.0, "住  所"),
        (420.0, 640.0, 40.0, "深圳市南山区中山路12号"),
        (420.0, 690.0, 40.0, "3栋"),
        (200.0, 760.0, 40.0, "法定代表人"),
        (420.0, 760.0, 40.0, "李四"),
        (200.0, 830.0, 40.0, "注册资本"),
        (420.0, 830.0, 40.0, "100万元"),
        (200.0, 900.0, 40.0, "成立日期"),
        (420.0, 900.0, 40.0, "2015年03月02日"),
        (200.0, 970.0, 40.0, "营业期限"),
        (420.0, 970.0, 40.0, "2015年03月02日至2035年03月02日"),
        (200.0, 1040.0, 40.0, "经营范围"),
        (420.0, 1040.0, 40.0, "软件开发、销售及相关的技术咨询与技术服务"),
        (700.0, 1300.0, 40.0, "登记机关"),
    ];
    let reading = understand(&page(&lines));
    let text = |what| reading.value(what).map(|seen| seen.text.as_str());
    assert_eq!(text(What::Address), Some("深圳市南山区中山路12号3栋"));
    assert_eq!(text(What::ValidTo), Some("2035-03-02"));
    assert_eq!(text(What::Company), Some("深圳市青柠网络科技有限公司"));
    assert_eq!(text(What::Scope), Some("软件开发、销售及相关的技术咨询与技术服务"));
    assert_eq!(text(What::LegalPerson), Some("李四"));
}

#[test]
fn certificates_of_institutions() {
    let lines = [
        (500.0, 150.0, 100.0, "事业单位法人证书"),
        (150.0, 300.0, 40.0, "统一社会信用代码 12100000400000624C"),
        (150.0, 400.0, 40.0, "名  称 虚构市图书馆"),
        (150.0, 470.0, 40.0, "法定代表人 李四"),
        (150.0, 540.0, 40.0, "经费来源 财政补助"),
        (150.0, 610.0, 40.0, "开办资金 ￥100万元"),
        (150.0, 680.0, 40.0, "举办单位 虚构市文化局"),
        (150.0, 750.0, 40.0, "宗旨和业务范围 提供借阅"),
        (150.0, 820.0, 40.0, "住  所 虚构市虚构路1号"),
        (150.0, 890.0, 40.0, "有效期 2022年01月01日至2027年01月01日"),
    ];
    let reading = understand(&page(&lines));
    assert_eq!(reading.kind, Some(DocumentKind::PublicInstitution));
    let text = |what| reading.value(what).map(|seen| seen.text.as_str());
    assert_eq!(text(What::Company), Some("虚构市图书馆"));
    assert_eq!(text(What::LegalPerson), Some("李四"));
    assert_eq!(text(What::Address), Some("虚构市虚构路1号"));
    assert_eq!(text(What::ValidTo), Some("2027-01-01"));
    assert_eq!(reading.kind.and_then(|kind| kind.certificate(None)), Some(4));
}

#[test]
fn permits_of_hong_kong_and_taiwan() {
    for (title, number, document, certificate) in [
        ("港澳居民来往内地通行证", "H12345678", Document::HkMacauPermit, 14),
        ("台湾居民来往大陆通行证", "12345678", Document::TaiwanPermit, 11),
    ] {
        let lines = [
            (575.0, 75.0, 70.0, title),
            (580.0, 200.0, 36.0, "姓名"),
            (580.0, 244.0, 64.0, "陳大文"),
            (580.0, 330.0, 50.0, "CHAN, TAI MAN"),
            (580.0, 420.0, 36.0, "出生日期"),
            (580.0, 466.0, 56.0, "1980.01.02"),
            (1180.0, 420.0, 36.0, "性别"),
            (1180.0, 466.0, 56.0, "男"),
            (580.0, 560.0, 36.0, "有效期限"),
            (580.0, 606.0, 56.0, "2020.05.06-2030.05.06"),
            (580.0, 700.0, 36.0, "签发机关"),
            (580.0, 746.0, 56.0, "中华人民共和国出入境管理局"),
            (580.0, 850.0, 36.0, "证件号码"),
            (770.0, 836.0, 62.0, number),
        ];
        let reading = understand(&page(&lines));
        assert_eq!((reading.kind, reading.side), (card(document), Some(Side::Front)));
        let expected = [
            (What::Name, "陳大文", Certainty::Read),
            (What::LatinName, "CHAN,TAI MAN", Certainty::Read),
            (What::Sex, "男", Certainty::Read),
            (What::Birth, "1980-01-02", Certainty::Read),
            (What::Number, number, Certainty::Read),
            (What::ValidFrom, "2020-05-06", Certainty::Checked),
            (What::ValidTo, "2030-05-06", Certainty::Checked),
        ];
        assert_eq!(says(&reading), expected);
        assert_eq!(reading.for_person(PersonField::Name).unwrap().1, "陳大文");
        assert_eq!(reading.kind.and_then(|kind| kind.certificate(None)), Some(certificate));
    }
}

#[test]
fn passports_by_their_machine_readable_lines() {
    let first = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    let second = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    let read = |one: &str, other: &str| {
        understand(&page(&[(80.0, 960.0, 60.0, one), (80.0, 1070.0, 60.0, other), (600.0, 230.0, 52.0, "ERIKSSON")]))
    };
    let reading = read(first, second);
    assert_eq!(reading.kind, card(Document::Passport));
    let expected = [
        (What::LatinName, "ERIKSSON,ANNA MARIA", Certainty::Read),
        (What::Sex, "女", Certainty::Read),
        (What::Birth, "1974-08-12", Certainty::Checked),
        (What::Number, "L898902C3", Certainty::Checked),
        (What::ValidTo, "2012-04-15", Certainty::Checked),
    ];
    assert_eq!(says(&reading), expected);
    assert_eq!(reading.for_person(PersonField::Name).unwrap().1, "ERIKSSON ANNA MARIA");
    // Fillers lost, a letter for a digit, and a filler in another width.
    for (one, other) in [
        ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<", second),
        ("P《UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO74O8122F12O4159ZE184226B<<<<<10"),
        (first, "L898902C36UTO7408122F1204159ZE184226B<<<10"),
    ] {
        assert_eq!(says(&read(one, other)), expected, "{one} {other}");
    }
    // One digit wrong: nothing that the whole stands for is certain.
    let reading = read(first, "L898902C36UTO7408122F1204159ZE184226B<<<<<11");
    assert!(reading.values.iter().all(|seen| seen.certainty < Certainty::Checked));
    let reading = read(first, "L898902C36UTO7408132F1204159ZE184226B<<<<<10");
    assert_eq!(reading.value(What::Birth).map(|seen| seen.certainty), Some(Certainty::Doubtful));
    assert_eq!(read("P<UTOERIKSSON<<ANNA", "1234").kind, None);
}

#[test]
fn the_back_of_a_foreigners_card() {
    // ICAO Doc 9303, part 5: the specimen's lines.
    let lines = [
        (300.0, 60.0, 60.0, "外国人永久居留身份证"),
        (80.0, 700.0, 60.0, "I<UTOD231458907<<<<<<<<<<<<<<<"),
        (80.0, 790.0, 60.0, "7408122F1204159UTO<<<<<<<<<<<6"),
        (80.0, 880.0, 60.0, "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
    ];
    let reading = understand(&page(&lines));
    assert_eq!((reading.kind, reading.side), (card(Document::ForeignPr), Some(Side::Back)));
    assert_eq!(
        reading.value(What::Birth).map(|seen| (seen.text.as_str(), seen.certainty)),
        Some(("1974-08-12", Certainty::Checked))
    );
    assert_eq!(reading.value(What::LatinName).map(|seen| seen.text.as_str()), Some("ERIKSSON,ANNA MARIA"));
}

#[test]
fn watermarks_run_across() {
    let across = |text: &str, at: f32, degrees: f32| leaning(page(&[(at, at, 40.0, text)]), degrees).lines;
    let with = |lines: Vec<Line>| {
        let mut page = page(&FRONT);
        page.lines.extend(lines);
        understand(&page)
    };
    let marked = with([across("仅供备案使用", 300.0, -25.0), across("仅供备案使用", 600.0, -25.0)].concat());
    assert!(marked.has_watermark);
    assert_eq!(marked.values.len(), 6);
    // One line may be anything, the writing around a seal runs in many ways, and two characters are a stamp.
    assert!(!with(across("深圳市市场监督", 300.0, -25.0)).has_watermark);
    assert!(!with([across("深圳市市场", 300.0, -30.0), across("监督管理局", 300.0, 30.0)].concat()).has_watermark);
    assert!(!with([across("样本", 300.0, -25.0), across("样本", 600.0, -25.0)].concat()).has_watermark);
    // Level, but in words that no document has.
    assert!(with(across("本复印件仅供小程序备案使用", 900.0, 0.0)).has_watermark);
}

#[test]
fn other_pages_say_nothing() {
    for lines in [
        &[][..],
        &[(100.0, 100.0, 40.0, "今天天气很好")],
        &[(100.0, 100.0, 40.0, "姓名"), (100.0, 200.0, 40.0, "11010519491231002X")],
        &[(100.0, 100.0, 40.0, "营业执照")],
        &[(100.0, 100.0, 40.0, "有效期限"), (300.0, 100.0, 40.0, "2015.03.02-2035.03.02")],
    ] {
        let reading = understand(&page(lines));
        assert_eq!((reading.kind, reading.values.len()), (None, 0), "{lines:?}");
    }
}

fn places() -> impl Strategy<Value = f32> {
    prop_oneof![4 => -100.0f32..3000.0, 1 => Just(f32::NAN), 1 => Just(f32::INFINITY), 1 => any::<f32>()]
}

fn lines() -> impl Strategy<Value = Line> {
    let words = prop_oneof![
        "[ -~一-鿿]{0,12}",
        Just("姓名性别民族出生住址公民身份号码".to_owned()),
        Just("营业执照统一社会信用代码名称类型法定代表人".to_owned()),
        Just("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<".to_owned()),
        Just("L898902C36UTO7408122F1204159ZE184226B<<<<<10".to_owned()),
        Just("11010519491231002X".to_owned()),
        any::<String>(),
    ];
    let chars = prop::collection::vec((places(), prop::collection::vec((any::<char>(), places()), 0..4)), 0..14);
    let corners = prop::array::uniform4((places(), places()));
    (words, places(), corners, chars, any::<bool>()).prop_map(|(text, score, corners, chars, fits)| {
        let mut chars: Vec<Character> = chars.into_iter().map(|(at, readings)| Character(at, readings)).collect();
        if fits {
            chars.resize(text.chars().count(), Character(0.5, Vec::new()));
        }
        Line { text, score, corners, chars }
    })
}

proptest! {
    #[test]
    fn no_page_is_too_strange(lines in prop::collection::vec(lines(), 0..40)) {
        for size in [(f32::NAN, -1.0), (2000.0, 1200.0)] {
            let reading = understand(&Page { turn: 9, size, lines: lines.clone() });
            prop_assert!(reading.kind.is_some() || reading.values.is_empty());
            for (index, seen) in reading.values.iter().enumerate() {
                prop_assert!(!seen.text.trim().is_empty());
                prop_assert!(reading.values[..index].iter().all(|other| other.what != seen.what));
                if let Some(spot) = reading.spot(seen) {
                    let within = |from: f32, to: f32| 0.0 <= from && from < to && to <= 1.0;
                    prop_assert!(within(spot.left, spot.right) && within(spot.top, spot.bottom), "{spot:?}");
                }
            }
        }
    }
}

#[test]
fn a_page_of_thousands_of_lines_takes_no_time() {
    let lines: Vec<(f32, f32, f32, &str)> = (0..5000)
        .map(|at| {
            (
                f32::from(at as u16 % 7) * 300.0,
                f32::from(at as u16 % 40) * 20.0,
                40.0,
                "姓名性别民族出生住址公民身份号码1101051949123100名称类型住所",
            )
        })
        .collect();
    let start = std::time::Instant::now();
    let reading = understand(&page(&lines));
    assert_eq!(reading.values, []);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
