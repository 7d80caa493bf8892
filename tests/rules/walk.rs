//! A walk through every province: the same company and the same individual filed in each of the 31, and what is said.
//!
//! The findings are held to the letter in `tests/fixtures/walk`, in both languages, where people read them. After a change
//! on purpose, `BEIAN_RENEW=1 cargo test --test all walk` writes them anew; read the difference before it is committed.

use std::fmt::Write;
use std::fs;

use beian::catalog::filing_region::{self, Region, full_name};
use beian::catalog::province::{Province, provinces};
use beian::filing::{FieldId as F, Value};
use beian::locale::{Lang, Text, finding};
use beian::rules::province::reminders;

use super::drafts::{Case, company, individual, three_people};
use super::triggers::resident;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/walk");
const REMARK: &str = "介绍虚构牌厨具的使用方法和保养知识，可以按型号查说明书、预约上门维修，并记录每次维修的进度。";

/// Who files.
type Variant = (Text, fn(&'static Province) -> Case);

const VARIANTS: [Variant; 4] = [
    (Text::new("企业：法定代表人一人担任", "Company: the legal person is everything"), |province| {
        settled(company(), province, &[F::ResponsiblePersonCertificateNumber])
    }),
    (
        Text::new(
            "企业：法定代表人、主体负责人、小程序负责人是三个人",
            "Company: legal person, responsible person and owner are three",
        ),
        |province| {
            let numbers = [F::ResponsiblePersonCertificateNumber, F::OwnerCertificateNumber, F::LegalPersonNumber];
            settled(three_people(), province, &numbers)
        },
    ),
    (Text::new("个人：本省身份证", "Individual: identity card of the province"), |province| {
        settled(individual(), province, &[F::ResponsiblePersonCertificateNumber])
    }),
    (
        Text::new("个人：外省身份证，附居住证明", "Individual: identity card of another province, with the permit"),
        |province| {
            let home = if province.code == "510000" { "440000" } else { "510000" };
            let home = provinces().iter().find(|row| row.code == home).unwrap();
            let here = settled(individual(), province, &[]);
            let mut case = settled(individual(), home, &[F::ResponsiblePersonCertificateNumber]);
            for id in [F::SubjectRegion, F::SubjectAddress] {
                case.set(id, here.draft.text(id));
            }
            case.file(F::SubjectResidencePermit, "scans/permit.jpg", super::drafts::picture().with_sha256("permit"));
            case.answer();
            case
        },
    ),
];

/// The draft as it is filed in a province: its addresses and the numbers of its people are from there.
fn settled(mut case: Case, province: &Province, numbers: &[F]) -> Case {
    let district = district(province);
    case.set(F::SubjectRegion, district.code());
    case.set(F::SubjectAddress, "虚构街88号8栋801室");
    case.set(F::SubjectCertificateAddress, format!("{}虚构街88号8栋801室", full_name(district.code())).as_str());
    if case.draft.asks(F::SubjectName) {
        case.set(F::SubjectName, format!("{}虚构厨具有限公司", province.short.zh).as_str());
    }
    case.set(F::MiniProgramName, "虚构厨具铺").set(F::MiniProgramRemark, REMARK).set(F::ServiceContents, Value::Codes(vec![3]));
    for id in numbers {
        let old = case.draft.text(*id).to_owned();
        case.set(*id, resident(&format!("{}{}", district.code(), &old[6..17])).as_str());
    }
    case.answer();
    case
}

/// The first district of the province that is one.
fn district(province: &Province) -> &'static Region {
    let cities = filing_region::children(province.code);
    cities.flat_map(|city| filing_region::children(city.code())).find(|region| !region.pseudo).unwrap()
}

/// What is said about one draft.
fn said(lang: Lang, case: &Case) -> String {
    let mut text = String::new();
    for said in case.findings() {
        let place = said.field.full_label(lang);
        writeln!(text, "  {} {place}  ({})", said.severity.name(), said.rule.name).unwrap();
        writeln!(text, "    {}", finding::message(lang, &said)).unwrap();
        writeln!(text, "    {}", finding::fix(lang, &said)).unwrap();
        for fix in &said.fixes {
            writeln!(text, "    = {}", finding::change(lang, said.field, fix)).unwrap();
        }
    }
    for row in reminders(&case.context()) {
        writeln!(text, "  - {}  ({})", row.summary.in_lang(lang), row.id).unwrap();
    }
    if text.is_empty() { "  .\n".to_owned() } else { text }
}

/// The walk in one language.
fn walk(lang: Lang) -> String {
    let mut text = String::new();
    for province in provinces() {
        writeln!(text, "{} {}", province.code, province.short.in_lang(lang)).unwrap();
        for (who, draft) in VARIANTS {
            writeln!(text, "\n {}", who.in_lang(lang)).unwrap();
            text += &said(lang, &draft(province));
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_walk_says_what_was_reviewed() {
    for lang in [Lang::Zh, Lang::En] {
        let path = format!("{FOLDER}/{}.txt", lang.tag());
        let now = walk(lang);
        if std::env::var_os("BEIAN_RENEW").is_some() {
            fs::create_dir_all(FOLDER).unwrap();
            fs::write(&path, &now).unwrap();
            continue;
        }
        let reviewed = fs::read_to_string(&path).unwrap_or_default();
        assert!(now == reviewed, "{path} differs; see the head of this file\n{}", difference(&reviewed, &now));
    }
}

/// Lines that only one of them has, in their places.
fn difference(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = (&old[start..], &new[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(a, b)| a == b).count();
    let mut text = format!("line {}:\n", start + 1);
    for (mark, lines) in [('-', rest.0), ('+', rest.1)] {
        for line in lines[..lines.len() - end].iter().take(40) {
            writeln!(text, "{mark} {line}").unwrap();
        }
    }
    text
}

/// The company whose legal person does everything, and the individual at home, can file everywhere once the remark says what
/// the province wants to read and its own papers are there: nothing else is in their way.
#[test]
fn nothing_but_remark_and_papers_stands_in_the_way_at_home() {
    for province in provinces() {
        for (_, draft) in [&VARIANTS[0], &VARIANTS[2]] {
            let left: Vec<_> = draft(province).findings();
            let known = ["remark-lacks-province-statement", "needed-material-missing"];
            let other: Vec<_> = left.iter().filter(|said| !known.contains(&said.rule.name)).collect();
            assert!(other.is_empty(), "{}: {other:#?}", province.name);
        }
    }
}

/// The sentences that are offered are enough.
#[test]
fn the_ready_sentences_are_enough() {
    let mut mended = 0;
    for province in provinces() {
        let mut case = VARIANTS[2].1(province);
        for said in case.findings() {
            for (id, value) in said.fixes.iter().flat_map(|fix| fix.changes.clone()) {
                case.draft.set(id, value);
                mended += 1;
            }
        }
        let left: Vec<_> = case.findings().into_iter().filter(|said| !said.fixes.is_empty()).collect();
        assert!(left.is_empty(), "{}: {left:#?}", province.name);
    }
    assert_eq!(mended, 5, "天津, 内蒙古, 山东, 广西, 甘肃");
}
