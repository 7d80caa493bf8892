//! A whole filing without a screen, as it is read out: from nothing to the package, in both languages.

use std::io::{Read, Write};
use std::process::Stdio;

use beian::filing::FieldId;
use beian::locale::{Lang, plain as words};

use super::{Snapshot, code, compare, with_slashes};
use crate::cli::Place;
use crate::flow::wizard::LANGS;

fn name(lang: Lang) -> String {
    format!("plain-individual-{}", code(lang))
}

/// The names of all snapshots that are made here.
pub fn names() -> Vec<String> {
    LANGS.map(name).to_vec()
}

/// What is typed for a field, one line after the other; what is not named here is passed over.
const ANSWERS: &[(FieldId, &[&str])] = &[
    // Back to the field before, what this one is for, by initials, and by the number of what was found.
    (FieldId::SubjectRegion, &["<", "?", "gdszns", "1"]),
    (FieldId::SubjectCertificateAddress, &["北京市朝阳区虚构路2号院3号楼401室"]),
    (FieldId::SubjectAddress, &["虚构路1号示例公寓1栋101室"]),
    (FieldId::SubjectResidencePermit, &["../scans/nowhere.jpg", "../scans/residence-permit.jpg"]),
    (FieldId::ResponsiblePersonName, &["测试甲"]),
    (FieldId::ResponsiblePersonCertificateKind, &["居民身份证"]),
    // A digit is wrong, and then it is right.
    (FieldId::ResponsiblePersonCertificateNumber, &["110105199003079918", "110105199003079919"]),
    (FieldId::ResponsiblePersonCertificateValidFrom, &["2023.08.15"]),
    (FieldId::ResponsiblePersonCertificateValidUntil, &["20430815"]),
    (FieldId::ResponsiblePersonCertificateFront, &["../scans/individual-id-front.jpg"]),
    (FieldId::ResponsiblePersonCertificateBack, &["../scans/individual-id-back.jpg"]),
    (FieldId::ResponsiblePersonMobile, &["13012340001"]),
    (FieldId::ResponsiblePersonEmergencyPhone, &["13012340001", "17712340002"]),
    (FieldId::ResponsiblePersonEmail, &["jia@example.com"]),
    (FieldId::AppId, &["wx0a1b2c3d4e5f6071"]),
    (FieldId::MiniProgramName, &["三餐小账"]),
    (FieldId::ServiceContents, &["工具"]),
    (FieldId::PriorApprovals, &["0"]),
    (
        FieldId::MiniProgramRemark,
        &[
            "供个人和家人记录一日三餐与买菜开支，可以按周汇总、按月比较，还能列购物清单、设置买菜提醒。内容由使用者自己填写，用于日常生活记录。",
        ],
    ),
    (FieldId::FaceCheckTask, &["VERIFY-TASK-EXAMPLE"]),
    (FieldId::CommitmentLetter, &["../scans/individual-commitment-letter.jpg", ""]),
    (FieldId::FiledInAnotherProvince, &["perhaps", "n"]),
    (FieldId::FiledBefore, &["n"]),
    (FieldId::AnotherFilingRuns, &["n"]),
    (FieldId::AccountNameAgrees, &["n"]),
    (FieldId::AdministratorIsOwner, &["n"]),
    (FieldId::PhonesAreAnswered, &["n"]),
    (FieldId::PhonesUsedElsewhere, &["n"]),
    (FieldId::NameIsUnique, &["n"]),
    (FieldId::EntranceIsOpen, &["n"]),
    (FieldId::PicturesAreOriginals, &["n"]),
    (FieldId::LettersAreSigned, &["n"]),
    (FieldId::LettersDated, &["2026-11-20"]),
];

/// Whether the head of a field names this section, and not one whose name begins so.
fn is_of(line: &str, section: &str) -> bool {
    let counted = |rest: &str| rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    line.strip_prefix(section).is_some_and(|rest| rest.starts_with([':', '：']) || counted(rest))
}

/// Answers what the program asks, until there is nothing more to say.
struct Person {
    lang: Lang,
    left: Vec<(FieldId, Vec<&'static str>)>,
    field: Option<FieldId>,
    /// Whether the first finding of the review was gone to.
    is_reviewed: bool,
    overview: std::vec::IntoIter<&'static str>,
}

impl Person {
    fn new(lang: Lang) -> Self {
        let left = ANSWERS.iter().map(|(id, lines)| (*id, lines.to_vec())).collect();
        // All fields in turn, the review, the materials, the package, the status, and out.
        let overview = vec!["", "r", "m", "e", "s", "q", "q"].into_iter();
        Self { lang, left, field: None, is_reviewed: false, overview }
    }

    /// What is typed when this was said last.
    fn answer(&mut self, said: &str) -> &'static str {
        let heard = |text: beian::locale::Text| said.contains(text.in_lang(self.lang));
        if heard(words::NEW_NATURE) {
            return "1";
        }
        // The choices of an empty list are part of those of any list.
        if heard(words::HOME_CHOICES_EMPTY) && !heard(words::HOME_CHOICES) {
            return "n";
        }
        if heard(words::OVERVIEW_CHOICES) || heard(words::HOME_CHOICES) {
            return self.overview.next().unwrap_or("q");
        }
        if heard(words::REVIEW_CHOICES) && !std::mem::replace(&mut self.is_reviewed, true) {
            return "1";
        }
        if heard(words::REVIEW_CHOICES) || heard(words::STATUS_CHOICES) {
            return "";
        }
        let asked = |id: &FieldId| {
            let label = id.label().in_lang(self.lang);
            let section = id.field().section.label().in_lang(self.lang);
            let head = words::FIELD.with(self.lang, &[("place", &""), ("label", &label), ("need", &"\u{0}")]);
            let head = head.split('\u{0}').next().unwrap_or_default();
            said.lines().any(|line| is_of(line, section) && line.contains(head))
        };
        if let Some(id) = FieldId::ALL.iter().find(|id| asked(id)) {
            self.field = Some(*id);
        }
        let lines = self.left.iter_mut().find(|(id, _)| Some(*id) == self.field).map(|(_, lines)| lines);
        lines.filter(|lines| !lines.is_empty()).map_or("", |lines| lines.remove(0))
    }
}

/// The whole conversation, what is typed standing behind the prompts.
fn transcript(place: &Place, lang: Lang) -> String {
    let mut command = place.command(&["--plain", "--lang", code(lang), "--today", "2026-11-23"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut input, mut output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut person = Person::new(lang);
    let (mut all, mut from) = (Vec::new(), 0);
    let mut byte = [0];
    while output.read(&mut byte).unwrap() == 1 {
        all.push(byte[0]);
        let waits = all.ends_with(b"\n> ") || all == b"> ";
        if waits {
            let said = String::from_utf8(all[from..].to_vec()).unwrap();
            from = all.len();
            assert!(all.len() < 400_000, "it asks without end:\n{said}");
            writeln!(input, "{}", person.answer(&said)).unwrap();
            input.flush().unwrap();
        }
    }
    let status = child.wait().unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    let text = String::from_utf8(all).unwrap();
    assert!(status.success() && said.is_empty(), "{said}\n{text}");
    text
}

#[test]
fn a_whole_filing_is_made_line_by_line() {
    let mut snapshots: Vec<Snapshot> = Vec::new();
    for lang in LANGS {
        let place = Place::new();
        // The scans of the example, and no draft.
        place.ok(&["new", "--example"]);
        let drafts = place.path().join("drafts");
        std::fs::rename(drafts.join("scans"), place.path().join("scans")).unwrap();
        std::fs::remove_dir_all(&drafts).unwrap();
        let text = transcript(&place, lang);
        let package = drafts.read_dir().unwrap().flatten().any(|entry| entry.path().extension().is_some_and(|end| end == "zip"));
        assert!(package, "{text}");
        // For ears: no lines are drawn, nothing is moved, no colours.
        assert!(!text.chars().any(|c| ('\u{2500}'..='\u{259f}').contains(&c) || c == '\u{1b}' || c == '\r'), "{text}");
        let mut text = text;
        for folder in [place.path().canonicalize().unwrap(), place.path().to_owned()] {
            text = text.replace(folder.to_str().unwrap(), "[folder]");
        }
        snapshots.push((name(lang), with_slashes(&text)));
    }
    compare(&snapshots);
}
