//! What a package is not made for stays out of it: words that were planted in every place of a draft that is nobody else's business
//! are looked for in all bytes of what leaves.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use beian::Lang;
use beian::drafts::{Access, DraftFile};
use beian::package::material::Naming;
use beian::package::{self, Inputs};
use beian::rules::{self, Context, confirmation};
use chrono::NaiveDate;

/// A place in a draft: the word planted there, and whether it leaves with the user's notes.
type Planted = (&'static str, bool);

const FOLDER: Planted = ("PLANTEDFOLDER", false);
const FILE: Planted = ("PLANTEDFILE", false);
const UNASKED_FILE: Planted = ("PLANTEDUNASKED", false);
const RECORDED_FILE: Planted = ("PLANTEDRECORDEDFILE", true);
const COMMENT: Planted = ("PLANTEDCOMMENT", true);
const UNKNOWN: Planted = ("PLANTEDUNKNOWN", true);
const UNKNOWN_OF_RECORD: Planted = ("PLANTEDOFRECORD", true);
const UNKNOWN_EVENT: Planted = ("PLANTEDUNREAD", true);
const NOTE: Planted = ("PLANTEDNOTE", true);
const REVIEWER: Planted = ("PLANTEDREVIEWER", true);
const KNOWN_REASON: Planted = ("PLANTEDKNOWN", true);
const OTHER_REASON: Planted = ("PLANTEDOTHER", true);
const CONFIRMED: Planted = ("PLANTEDCONFIRMED", true);
const STALE: Planted = ("PLANTEDSTALE", true);
const LEFT_OVER: Planted = ("PLANTEDPERSON", true);
const REPLACED: Planted = ("PLANTEDREPLACED", false);

/// What happened, with words of a reviewer and of the user.
fn events(field: &str) -> String {
    format!(
        "
[[events]]
at = 2026-11-16T10:00:00+08:00
kind = \"submitted\"
note = \"{}\"

[[events]]
at = 2026-11-17T10:00:00+08:00
kind = \"platform-returned\"
note = \"{}\"
reasons = [{{ field = \"{field}\", rejection = 42, was = \"0901725731b9\", text = \"{} /home/li/甲\" }}, {{ field = \"\", text = \"{}\" }}]

[[events]]
at = 2026-11-18T10:00:00+08:00
kind = \"of-tomorrow\"
note = \"{}\"

[[confirmed]]
rule = \"mobile-shared\"
field = \"owner.mobile\"
reason = \"{}\"
date = 2026-11-18
",
        NOTE.0, REVIEWER.0, KNOWN_REASON.0, OTHER_REASON.0, UNKNOWN_EVENT.0, STALE.0
    )
}

/// A copy of an example in a folder with a telling name, its scans named by where they lie, one of them by a telling name.
fn planted(name: &str, place: &Path) -> String {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
    let scans = place.join(FOLDER.0).join("scans");
    std::fs::create_dir_all(&scans).unwrap();
    for entry in std::fs::read_dir(assets.join("scans")).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let name = if name.contains("commitment-letter") { format!("{}-{name}", FILE.0) } else { name };
        std::fs::copy(entry.path(), scans.join(name)).unwrap();
    }
    let text = std::fs::read_to_string(assets.join(format!("{name}.toml"))).unwrap();
    let text = text.replace(&format!("scans/{name}-commitment"), &format!("scans/{}-{name}-commitment", FILE.0));
    let text = text.replace("\"scans/", &format!("\"{}/", scans.display()));
    format!("# {}\nmine = \"{}\"\n{text}", COMMENT.0, UNKNOWN.0)
}

/// Everything that leaves, in both languages: names and contents.
fn leaves(place: &Path, text: &str, with_notes: bool) -> BTreeMap<String, Vec<u8>> {
    let path = place.join("draft.toml");
    std::fs::write(&path, text).unwrap();
    let file = DraftFile::open(&path, Access::ReadOnly).unwrap();
    let facts = beian_scan::inspect_all(place, None, file.draft().files().into_iter().map(|(_, _, path)| path));
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    // A warning that somebody stands by, in the user's own words.
    let mut file = file;
    let mut draft = file.draft().clone();
    let found = rules::check(&Context::new(&draft, &facts, today));
    if let Some(warning) = found.iter().find(|one| one.severity == rules::Severity::Warning && one.counts()) {
        draft.confirmed.push(confirmation::confirmation(&draft, &facts, warning, CONFIRMED.0, today));
        let mut document = file.document().clone();
        document.update(&draft);
        std::fs::write(&path, document.to_text()).unwrap();
        file = DraftFile::open(&path, Access::ReadOnly).unwrap();
    }
    let (filing, findings) = rules::complete(&Context::new(file.draft(), &facts, today)).unwrap();
    let mut all = BTreeMap::new();
    for lang in [Lang::Zh, Lang::En] {
        let folder = place.to_owned();
        let inputs = Inputs {
            today,
            findings: &findings,
            draft_text: &file.document().to_text(),
            facts: &facts,
            lang,
            with_notes,
            naming: Naming::Chinese,
            read: Rc::new(move |path| std::fs::read(beian_scan::resolve(&folder, None, path))),
        };
        let package = package::build(&filing, &inputs).unwrap();
        all.extend(super::unpacked(&package).into_iter().map(|(name, bytes)| (format!("{lang:?}/{name}"), bytes)));
        all.insert(package.name().to_owned(), package.to_bytes().unwrap());
    }
    all
}

/// Where a word stands among what leaves.
fn places<'a>(word: &str, all: &'a BTreeMap<String, Vec<u8>>) -> Vec<&'a str> {
    let holds = |bytes: &[u8]| bytes.windows(word.len()).any(|part| part == word.as_bytes());
    all.iter().filter(|(name, bytes)| holds(bytes) || name.contains(word)).map(|(name, _)| name.as_str()).collect()
}

fn check(name: &str, text: &str, place: &Path, planted: &[Planted]) {
    let (without, with) = (leaves(place, text, false), leaves(place, text, true));
    // Nor do traces of what stood where a reviewer found fault: so few phones and numbers exist that they can be found out.
    assert_eq!(places("0901725731b9", &without), [""; 0], "{name}");
    for (word, leaves_with_notes) in planted {
        assert_eq!(places(word, &without), [""; 0], "{name}: {word}");
        let there = places(word, &with);
        // The user's own words go where they are wanted: into the draft that goes along, and what is told of it.
        assert_eq!(!there.is_empty(), *leaves_with_notes, "{name}: {word} in {there:?}");
    }
    // Nor does any path of this machine.
    let here = place.to_str().unwrap();
    for all in [&without, &with] {
        assert_eq!(places(here, all), [""; 0], "{name}");
    }
}

#[test]
fn a_new_filing_takes_none_of_the_users_words_along() {
    let place = tempfile::tempdir().unwrap();
    let text = planted("company", place.path());
    let text = text.replace("[subject]\n", &format!("[subject]\nresidence_permit = \"/home/li/{}.jpg\"\n", UNASKED_FILE.0));
    let text = text + &events("subject.address");
    let all = [
        FOLDER,
        FILE,
        UNASKED_FILE,
        COMMENT,
        UNKNOWN,
        UNKNOWN_EVENT,
        NOTE,
        REVIEWER,
        KNOWN_REASON,
        OTHER_REASON,
        CONFIRMED,
        STALE,
    ];
    check("company", &text, place.path(), &all);
}

#[test]
fn people_who_are_no_longer_asked_for_stay_behind() {
    let place = tempfile::tempdir().unwrap();
    let text = planted("individual", place.path());
    let left = format!("\n[subject.legal_person]\nname = \"{0}\"\nnumber = \"{0}\"\n", LEFT_OVER.0);
    let owner = format!("[owner]\nname = \"{0}\"\nmobile = \"{0}\"\nemail = \"{0}@example.com\"\n", LEFT_OVER.0);
    let subject = format!("[subject]\nname = \"{}\"\n", LEFT_OVER.0);
    let text = text.replacen("[owner]\n", &owner, 1).replacen("[subject]\n", &subject, 1);
    let text = text + &left + &events("subject.address");
    check("individual", &text, place.path(), &[FOLDER, FILE, COMMENT, UNKNOWN, LEFT_OVER, REVIEWER, KNOWN_REASON, STALE]);
}

/// Who was named as another person, before the responsible person was taken for both; and what a deregistration asked for.
#[test]
fn who_is_left_out_is_named_nowhere() {
    let place = tempfile::tempdir().unwrap();
    let text = planted("company", place.path());
    let text = text
        .replace("is_legal_person = false", "is_legal_person = true")
        .replace("same_as_responsible_person = false", "same_as_responsible_person = true")
        .replace("administrator = \"测试戊\"", "administrator = \"测试丙\"")
        .replace("name = \"测试丁\"", &format!("name = \"{}\"", LEFT_OVER.0))
        .replace("name = \"测试戊\"", &format!("name = \"{}\"", LEFT_OVER.0));
    assert_eq!(text.matches(LEFT_OVER.0).count(), 2);
    let end = format!("\n[deregistration]\ncode_receiver = \"{0}\"\ncode_phone = \"{0}\"\n", LEFT_OVER.0);
    check("left out", &(text + &end), place.path(), &[FOLDER, FILE, COMMENT, UNKNOWN, LEFT_OVER]);
}

#[test]
fn what_stood_in_a_filed_draft_before_a_change_stays_there() {
    let place = tempfile::tempdir().unwrap();
    let mut text = planted("company", place.path());
    for (at, rest) in [
        ("01", "kind = \"submitted\"".to_owned()),
        ("02", "kind = \"platform-passed\"".to_owned()),
        ("03", "kind = \"sms-received\"".to_owned()),
        ("04", "kind = \"sms-verified\"".to_owned()),
        ("05", format!("kind = \"bureau-passed\"\nnumber = \"蜀ICP备2026000001号-1X\"\nnote = \"{}\"", NOTE.0)),
        (
            "06",
            format!(
                "kind = \"changed\"\nnumber = \"蜀ICP备2026000001号-1X\"\nreplaced = [{{ field = \"subject.address\", value = \"{}\" }}]",
                REPLACED.0
            ),
        ),
    ] {
        text += &format!("\n[[events]]\nat = 2026-11-{at}T10:00:00+08:00\n{rest}\n");
    }
    check("filed", &text, place.path(), &[FOLDER, FILE, COMMENT, UNKNOWN, NOTE, REPLACED]);
}

#[test]
fn changes_and_deregistrations_take_none_along_either() {
    for name in ["change-of-a-phone", "deregistration-of-a-mini-program"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds").join(format!("{name}.toml"));
        let Ok(text) = std::fs::read_to_string(&path) else { panic!("{}", path.display()) };
        let place = tempfile::tempdir().unwrap();
        let text = text.replacen("[record]\n", &format!("[record]\nmine = \"{}\"\n", UNKNOWN_OF_RECORD.0), 1);
        let text = format!("{text}\n[record.materials]\nname_change = \"/home/li/{}.jpg\"\n", RECORDED_FILE.0);
        let text = format!("# {}\nmine = \"{}\"\n{text}", COMMENT.0, UNKNOWN.0);
        let events = events("responsible_person.mobile");
        let text = if name.starts_with("change") { text + &events } else { text };
        let planted: &[Planted] = if name.starts_with("change") {
            &[COMMENT, UNKNOWN, UNKNOWN_OF_RECORD, RECORDED_FILE, NOTE, REVIEWER, KNOWN_REASON, OTHER_REASON, STALE]
        } else {
            &[COMMENT, UNKNOWN, UNKNOWN_OF_RECORD, RECORDED_FILE]
        };
        check(name, &text, place.path(), planted);
    }
}
