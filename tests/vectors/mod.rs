//! Every case of `tests/fixtures/vectors`, one test per kind; all failures of a kind are listed together.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use beian::identity::{
    Places, Verdict, appid, date, email, icp_no, id_validity, mobile_cn, mp_name_len, person_name, resident_id, uscc,
};
use beian::text::normalize::{Mode, normalize};
use chrono::NaiveDate;
use serde::Deserialize;

/// Kinds that are checked here.
const DONE: [&str; 11] = [
    "appid",
    "date",
    "email",
    "icp_no",
    "id_validity",
    "mobile_cn",
    "mp_name_len",
    "person_name",
    "resident_id",
    "text_norm",
    "uscc",
];
/// Kinds whose checks are not written yet.
const NOT_YET: [&str; 10] = [
    "biz_reg_no",
    "foreign_pr",
    "hk_macau_permit",
    "hmt_residence",
    "landline_cn",
    "org_code",
    "original_id",
    "passport_cn",
    "passport_foreign",
    "taiwan_permit",
];
/// The card's last days, of which the vectors warn.
const SOON_DAYS: i64 = 90;

#[derive(Deserialize)]
struct File {
    today: String,
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    kind: String,
    value: String,
    valid: bool,
    reason: String,
    normalized: Option<String>,
    #[serde(default)]
    warnings: BTreeSet<String>,
    mode: Option<String>,
    start: Option<String>,
    end: Option<String>,
    birth: Option<String>,
    note: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn load(kind: &str) -> (NaiveDate, Vec<Case>) {
    let path = root().join("tests/fixtures/vectors").join(format!("{kind}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(file.case.len() >= 40, "{kind}: only {} cases", file.case.len());
    assert!(file.case.iter().all(|case| case.kind == kind), "{kind}: a case of another kind");
    (file.today.parse().expect("today"), file.case)
}

/// What is wrong with a verdict, or nothing.
fn difference(case: &Case, found: &Verdict) -> Option<String> {
    let warnings: BTreeSet<String> = found.warnings.iter().map(|warning| warning.name.to_owned()).collect();
    let normalized = case.normalized.as_ref().unwrap_or(&case.value);
    let same = found.valid == case.valid
        && found.reason == case.reason
        && warnings == case.warnings
        && (!case.valid || found.normalized == *normalized);
    (!same).then(|| {
        format!(
            "{:?} ({}):\n  expected {} {} {normalized:?} {:?}\n  found    {} {} {:?} {warnings:?}",
            case.value, case.note, case.valid, case.reason, case.warnings, found.valid, found.reason, found.normalized,
        )
    })
}

fn run(kind: &str, check: impl Fn(&Case, NaiveDate) -> Verdict) {
    let (today, cases) = load(kind);
    let failures: Vec<String> = cases.iter().filter_map(|case| difference(case, &check(case, today))).collect();
    assert!(failures.is_empty(), "{kind}: {} of {} differ\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// The codes of the embedded region tables.
struct Codes(HashSet<String>);

impl Codes {
    fn load() -> Self {
        let mut codes = HashSet::new();
        for name in ["regions.csv", "regions_historical.csv"] {
            let path = root().join("assets/regions").join(name);
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            codes.extend(text.lines().skip(1).filter_map(|line| line.split(',').next()).map(str::to_owned));
        }
        Self(codes)
    }
}

impl Places for Codes {
    fn knows(&self, code: &str) -> bool {
        self.0.contains(code)
    }
}

#[test]
fn every_file_is_accounted_for() {
    let folder: &Path = &root().join("tests/fixtures/vectors");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the vectors")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    let listed: BTreeSet<String> = DONE.iter().chain(&NOT_YET).map(|kind| (*kind).to_owned()).collect();
    assert_eq!(found, listed);
    let cases: usize = found.iter().map(|kind| load(kind).1.len()).sum();
    assert_eq!(cases, 1039);
}

#[test]
fn resident_id_vectors() {
    let codes = Codes::load();
    run("resident_id", |case, today| resident_id::check(&case.value, today, &codes));
}

#[test]
fn id_validity_vectors() {
    run("id_validity", |case, today| {
        let part = |part: &Option<String>| part.clone().expect("start and end");
        let birth = case.birth.as_ref().map(|birth| NaiveDate::parse_from_str(birth, "%Y%m%d").expect("birth"));
        id_validity::check(&part(&case.start), &part(&case.end), birth, today, SOON_DAYS)
    });
}

#[test]
fn uscc_vectors() {
    run("uscc", |case, _| uscc::check(&case.value));
}

#[test]
fn mobile_cn_vectors() {
    run("mobile_cn", |case, _| mobile_cn::check(&case.value));
}

#[test]
fn email_vectors() {
    run("email", |case, _| email::check(&case.value));
}

#[test]
fn person_name_vectors() {
    run("person_name", |case, _| person_name::check(&case.value));
}

#[test]
fn appid_vectors() {
    run("appid", |case, _| appid::check(&case.value));
}

#[test]
fn mp_name_len_vectors() {
    run("mp_name_len", |case, _| mp_name_len::check(&case.value));
}

#[test]
fn date_vectors() {
    run("date", |case, _| date::check(&case.value));
}

#[test]
fn icp_no_vectors() {
    run("icp_no", |case, today| icp_no::check(&case.value, today));
}

#[test]
fn text_norm_vectors() {
    run("text_norm", |case, _| {
        let mode = match case.mode.as_deref() {
            Some("compact") => Mode::Compact,
            Some("ascii") => Mode::Ascii,
            Some("text") => Mode::Text,
            other => panic!("{}: mode {other:?}", case.value),
        };
        let found = normalize(&case.value, mode);
        let valid = found.control.is_none();
        let reason = if valid { "ok" } else { "control" };
        Verdict { valid, reason, normalized: found.value, warnings: Vec::new() }
    });
}
