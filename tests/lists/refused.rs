//! Lists with one slip each, and what the build says about it.

use std::fs;
use std::path::Path;

use super::source::{Fallible, Sources};
use super::{keywords, names, provinces};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/catalog");
const PROVINCES: &str = "provincial_rules.toml";
const KEYWORDS: &str = "prior_approval_keywords.toml";

/// A slip: the file, what stands there, what is written instead, and a part of the refusal.
type Slip = (&'static str, &'static str, &'static str, &'static str);

/// Makes the tables from the lists as they are, with one place of one file written differently.
fn built(generate: fn(&Sources) -> Fallible<()>, file: &str, old: &str, new: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let catalog = folder.path().join("assets/catalog");
    fs::create_dir_all(&catalog).unwrap();
    for entry in fs::read_dir(Path::new(CATALOG)).unwrap() {
        let entry = entry.unwrap();
        let mut text = fs::read_to_string(entry.path()).unwrap();
        if entry.file_name() == file {
            assert!(text.contains(old), "{old} is not in {file}");
            text = text.replacen(old, new, 1);
        }
        fs::write(catalog.join(entry.file_name()), text).unwrap();
    }
    generate(&Sources::at(folder.path(), folder.path())).map_err(|error| error.to_string())?;
    let table = if file == PROVINCES { "provinces.rs" } else { "keywords.rs" };
    Ok(fs::read_to_string(folder.path().join(table)).unwrap())
}

fn refuses(generate: fn(&Sources) -> Fallible<()>, slips: &[Slip]) {
    for (file, old, new, said) in slips {
        let refusal = built(generate, file, old, new).err().unwrap_or_else(|| panic!("{new} passes"));
        assert!(refusal.contains(said) && refusal.contains(file), "{new}: {refusal}");
    }
}

#[test]
fn the_lists_as_they_are_pass() {
    assert!(built(provinces::generate, PROVINCES, "schema_version", "schema_version").unwrap().contains("\"gd-10\""));
    assert!(built(keywords::generate, KEYWORDS, "schema_version", "schema_version").unwrap().contains("KEYWORDS"));
}

#[test]
fn slips_in_the_provinces_stop_the_build() {
    refuses(
        provinces::generate,
        &[
            (PROVINCES, "schema_version = 1", "schema_version = 1\nschema = 1", "unknown key \"schema\""),
            (PROVINCES, "same_person = false", "same_persons = false", "unknown key \"same_persons\""),
            (PROVINCES, "same_person = false", "same_person = \"no\"", "same_person is not true or false"),
            (PROVINCES, "legal_rep_rule = \"conflict\"", "legal_rep_rule = \"perhaps\"", "unknown word \"perhaps\""),
            (PROVINCES, "adcode = \"110000\"", "adcode = \"110101\"", "unknown adcode"),
            (PROVINCES, "adcode = \"110000\"", "adcode = \"120000\"", "the province occurs twice"),
            (PROVINCES, "min_age_unit = 18", "min_age_unit = 180", "min_age_unit is no age"),
            (PROVINCES, "min_age_unit = 18", "", "no min_age_unit"),
            (PROVINCES, "short_en = \"Beijing\"", "", "no short_en"),
        ],
    );
    let missing =
        built(provinces::generate, PROVINCES, "[[province]]\nadcode = \"110000\"", "[[rule]]\nadcode = \"110000\"").unwrap_err();
    assert!(missing.contains("a province is missing"), "{missing}");
}

#[test]
fn slips_in_the_rules_stop_the_build() {
    refuses(
        provinces::generate,
        &[
            (PROVINCES, "id = \"cn-02\"", "id = \"cn-01\"", "the id occurs twice"),
            (PROVINCES, "id = \"cn-02\"\nadcode = \"000000\"", "id = \"cn-02\"\nadcode = \"0\"", "unknown adcode"),
            (PROVINCES, "id = \"cn-02\"", "id = \"cn-02\"\nnote = \"\"", "unknown key \"note\""),
            (PROVINCES, "topic = \"sms\"", "topic = \"message\"", "unknown word \"message\""),
            (PROVINCES, "kinds = \"all\"", "kinds = \"all,renew\"", "unknown word \"renew\""),
            (PROVINCES, "subject = \"unit\"", "subject = \"units\"", "unknown word \"units\""),
            (PROVINCES, "severity = \"info\"", "severity = \"note\"", "unknown word \"note\""),
            (PROVINCES, "confidence = \"platform\"", "confidence = \"hearsay\"", "unknown word \"hearsay\""),
            (PROVINCES, "summary_zh = \"每个", "summary = \"每个", "unknown key \"summary\""),
            (PROVINCES, "when = [\"handed_in\"]", "when = [\"later\"]", "unknown word \"later\""),
            (PROVINCES, "when = [\"handed_in\"]", "when = \"handed_in\"", "when is not a list of strings"),
            (PROVINCES, "when = [\"handed_in\"]", "when = []", "when is not a list of strings"),
            (PROVINCES, "when = [\"handed_in\"]", "remind = true", "remind says nothing"),
            (PROVINCES, "when = [\"handed_in\"]", "numbers = 3", "no rule is named that could judge"),
            (PROVINCES, "{ men = 60, women = 55 }", "{ men = 60, woman = 55 }", "unknown key \"woman\""),
            (PROVINCES, "{ men = 60, women = 55 }", "60", "oldest is not a table"),
            (PROVINCES, "{ from = 16, to = 17 }", "{ from = 17, to = 16 }", "the ages run backwards"),
            (PROVINCES, "of = \"people\"", "of = \"persons\"", "unknown word \"persons\""),
            (PROVINCES, "precision = \"house\"", "precision = \"street\"", "unknown word \"street\""),
            (PROVINCES, "exception = \"always\"", "exception = \"never\"", "unknown word \"never\""),
            (PROVINCES, "example = \"应急联系人：李某。\"", "example = \"李某。\"", "does not say what is needed"),
            (PROVINCES, "example = \"应急联系人：李某。\"", "sentence = \"\"", "either a sentence or an example"),
            (PROVINCES, "的前置审批：{approvals}", "的前置审批：{permits}", "has no place for them"),
            (PROVINCES, "numbers = 4", "numbers = \"4\"", "numbers is not a number"),
        ],
    );
}

#[test]
fn slips_in_the_words_of_trades_stop_the_build() {
    const HARMLESS: &str = "harmless_phrases.toml";
    const UNFIT: &str = "unfit_contents.toml";
    refuses(
        keywords::generate,
        &[
            (KEYWORDS, "schema_version = 1", "schema_version = 1\nnote = 1", "unknown key \"note\""),
            (KEYWORDS, "key = \"publish\"", "key = \"news\"", "the key occurs twice"),
            (KEYWORDS, "api_type = 1\n", "api_type = 99\n", "unknown api_type"),
            (KEYWORDS, "paper_en = \"Internet News", "paper = \"Internet News", "unknown key \"paper\""),
            (KEYWORDS, "word = \"交易中心\"", "word = \"交易所\"", "occurs twice"),
            (KEYWORDS, "word = \"交易所\"", "word = \"\"", "empty"),
            (
                KEYWORDS,
                "word = \"交易所\"\ncategory = \"finance\"",
                "word = \"交易所\"\ncategory = \"money\"",
                "unknown category",
            ),
            (KEYWORDS, "adcode = \"310000\"", "adcode = \"310100\"", "unknown province"),
            (KEYWORDS, "weight = 3", "weight = 4", "the weight is 1, 2 or 3"),
            (KEYWORDS, "effect = \"ask\"", "effect = \"maybe\"", "unknown word \"maybe\""),
            (KEYWORDS, "content = 36", "content = 500", "no second-level service content"),
            (KEYWORDS, "adcode = \"420000\"\nsource", "adcode = \"999999\"\nsource", "unknown province"),
            (HARMLESS, "word = \"道教\"", "word = \"武术\"", "no word of the keyword file"),
            (HARMLESS, "街道教、", "街道、", "does not hold the word"),
            (UNFIT, "why = \"state\"", "why = \"government\"", "unknown word \"government\""),
            (UNFIT, "contents = \"509\"", "contents = \"五百\"", "is no id"),
            (UNFIT, "contents = \"509\"", "contents = \"9999\"", "is no service content"),
        ],
    );
}

#[test]
fn slips_in_the_words_of_names_stop_the_build() {
    const NAMES: &str = "name_words.toml";
    refuses(
        names::generate,
        &[
            (NAMES, "schema_version = 1", "schema_version = 1\nnote = 1", "unknown key \"note\""),
            (NAMES, "key = \"office\"", "key = \"offices\"", "unknown word \"offices\""),
            (NAMES, "反腐、", "反腐、反腐、", "occurs twice"),
            (NAMES, "反腐、", "反腐、 ", "is empty or occurs twice"),
            (NAMES, "source = \"QC\"", "sources = \"QC\"", "unknown key \"sources\""),
            (NAMES, "confidence = \"vendor\"", "confidence = \"hearsay\"", "unknown word \"hearsay\""),
            (NAMES, "key = \"suffix\"", "key = \"function\"", "has no words"),
            (NAMES, "人民币、", "货币、", "does not hold it"),
        ],
    );
}
