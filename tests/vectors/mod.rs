//! Every case of `tests/fixtures/vectors`, one test per kind; all failures of a kind are listed together.

mod check_digits;

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use beian::identifiers::{
    Places, Verdict, Warnings, appid, biz_reg_no, date, email, foreign_pr, hk_macau_permit, hmt_residence, icp_no, id_validity,
    landline_cn, mobile_cn, mp_name_len, org_code, original_id, passport_cn, passport_foreign, person_name, resident_id,
    taiwan_permit, uscc,
};
use beian::text::normalize::{Mode, normalize};
use chrono::NaiveDate;
use serde::Deserialize;

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

/// Declares a test per kind, `kind: check`, and the list of all of them: a file without a runner cannot be overlooked.
macro_rules! vectors {
    ($($kind:ident: $check:expr;)+) => {
        const RUN: &[&str] = &[$(stringify!($kind)),+];

        $(#[test]
        fn $kind() {
            run(stringify!($kind), $check);
        })+
    };
}

mod of_kind {
    use super::*;

    vectors! {
        appid: |case, _| appid::check(&case.value);
        biz_reg_no: |case, _| biz_reg_no::check(&case.value);
        date: |case, _| date::check(&case.value);
        email: |case, _| email::check(&case.value);
        foreign_pr: |case, today| foreign_pr::check(&case.value, today);
        hk_macau_permit: |case, _| hk_macau_permit::check(&case.value);
        hmt_residence: |case, today| hmt_residence::check(&case.value, today);
        icp_no: |case, today| icp_no::check(&case.value, today);
        id_validity: period;
        landline_cn: |case, _| landline_cn::check(&case.value);
        mobile_cn: |case, _| mobile_cn::check(&case.value);
        mp_name_len: |case, _| mp_name_len::check(&case.value);
        org_code: |case, _| org_code::check(&case.value);
        original_id: |case, _| original_id::check(&case.value);
        passport_cn: |case, _| passport_cn::check(&case.value);
        passport_foreign: |case, _| passport_foreign::check(&case.value);
        person_name: |case, _| person_name::check(&case.value);
        resident_id: |case, today| resident_id::check(&case.value, today, &Codes::load());
        taiwan_permit: |case, _| taiwan_permit::check(&case.value);
        text_norm: text;
        uscc: |case, _| uscc::check(&case.value);
    }

    /// Every file has a runner, and every runner a file.
    #[test]
    fn every_file_is_run() {
        let folder: &Path = &root().join("tests/fixtures/vectors");
        let found: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the vectors")
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.strip_suffix(".toml").map(str::to_owned))
            .collect();
        let run: BTreeSet<String> = RUN.iter().map(|kind| (*kind).to_owned()).collect();
        assert_eq!(found, run);
        let cases: usize = found.iter().map(|kind| load(kind).1.len()).sum();
        assert_eq!((found.len(), cases), (21, 1039));
    }
}

fn period(case: &Case, today: NaiveDate) -> Verdict {
    let part = |part: &Option<String>| part.clone().expect("start and end");
    let birth = case.birth.as_ref().map(|birth| NaiveDate::parse_from_str(birth, "%Y%m%d").expect("birth"));
    id_validity::check(&part(&case.start), &part(&case.end), birth, today, SOON_DAYS)
}

fn text(case: &Case, _: NaiveDate) -> Verdict {
    let mode = match case.mode.as_deref() {
        Some("compact") => Mode::Compact,
        Some("ascii") => Mode::Ascii,
        Some("text") => Mode::Text,
        other => panic!("{}: mode {other:?}", case.value),
    };
    let found = normalize(&case.value, mode);
    let valid = found.control.is_none();
    let reason = if valid { "ok" } else { "control" };
    Verdict { valid, reason, normalized: found.value, warnings: Warnings::NONE }
}
