//! Lists with one slip each, and what the build says about it.

use std::fs;
use std::path::Path;

use super::source::{Fallible, Sources};
use super::{keywords, materials, names, official, provinces, publications, thresholds};

const CATALOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/catalog");
const PROVINCES: &str = "provincial_rules.toml";
const NEWS: &str = "words/news.toml";
const FINANCE: &str = "words/finance.toml";
const RELIGION: &str = "words/religion.toml";
const LOTTERY: &str = "words/lottery.toml";
const TUTORING: &str = "words/tutoring.toml";
const MATERIALS: &str = "needed_materials.toml";
const NATURES: &str = "subject_types.toml";
const NAMES: &str = "name_words.toml";
const SOURCES: &str = "sources.toml";
const THRESHOLDS: &str = "thresholds.toml";
/// A circumstance that stands once in the provinces' rows.
const SUBMITTED: &str = "when = [\"submitted\"]";

/// A slip: the file, what stands there, what is written instead, and a part of the refusal.
type Slip = (&'static str, &'static str, &'static str, &'static str);

/// One of the build's modules.
type Generate = fn(&Sources) -> Fallible<()>;

/// The tables of keywords, without what the automaton is made of.
fn keyword_tables(sources: &Sources) -> Fallible<()> {
    keywords::generate(sources).map(|_| ())
}

/// The tables of words in names, likewise.
fn name_tables(sources: &Sources) -> Fallible<()> {
    names::generate(sources).map(|_| ())
}

/// Makes the tables from the lists as they are, with one place of one file written differently.
fn built(generate: Generate, file: &str, old: &str, new: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    let catalog = folder.path().join("assets/catalog");
    fs::create_dir_all(catalog.join("words")).unwrap();
    let files = |folder: &str| fs::read_dir(Path::new(CATALOG).join(folder)).unwrap().map(|entry| entry.unwrap().path());
    for path in files("").chain(files("words")).filter(|path| path.is_file()) {
        let name = path.strip_prefix(CATALOG).unwrap();
        let mut text = fs::read_to_string(&path).unwrap();
        if name == Path::new(file) {
            assert!(text.contains(old), "{old} is not in {file}");
            text = text.replacen(old, new, 1);
        }
        fs::write(catalog.join(name), text).unwrap();
    }
    generate(&Sources::at(folder.path(), folder.path())).map_err(|error| error.to_string())?;
    let table = match file {
        PROVINCES => "provinces.rs",
        MATERIALS => "materials.rs",
        NATURES => "lists.rs",
        _ => "keywords.rs",
    };
    Ok(fs::read_to_string(folder.path().join(table)).unwrap())
}

fn refuses(generate: Generate, slips: &[Slip]) {
    for (file, old, new, said) in slips {
        let refusal = built(generate, file, old, new).err().unwrap_or_else(|| panic!("{new} passes"));
        assert!(refusal.contains(said) && refusal.contains(file), "{new}: {refusal}");
    }
}

#[test]
fn the_lists_as_they_are_pass() {
    assert!(built(provinces::generate, PROVINCES, "schema_version", "schema_version").unwrap().contains("\"gd-10\""));
    assert!(built(materials::generate, MATERIALS, "schema_version", "schema_version").unwrap().contains("\"bj-05\""));
    assert!(built(official::generate, NATURES, "retrieved", "retrieved").unwrap().contains("NATURES"));
    assert!(built(keyword_tables, NEWS, "schema_version", "schema_version").unwrap().contains("KEYWORDS"));
}

/// The line of a file in which a text stands first.
fn line_of(text: &str, part: &str) -> usize {
    let at = text.find(part).unwrap_or_else(|| panic!("{part} is not there"));
    text[..at].matches('\n').count() + 1
}

#[test]
fn refusals_name_file_and_line() {
    // The slip, and the part of the slip in whose line it stands.
    let slips: &[(Generate, Slip, &str)] = &[
        // Unknown keys.
        (provinces::generate, (PROVINCES, "id = \"cn-02\"", "id = \"cn-02\"\nnote = \"\"", "unknown key \"note\""), "note = "),
        (provinces::generate, (PROVINCES, SUBMITTED, "words = [\"游戏\"]", "unknown key \"words\""), "words = [\"游戏\"]"),
        (materials::generate, (MATERIALS, "rule = \"bj-05\"", "rule = \"bj-05\"\nhand = 1", "unknown key \"hand\""), "hand = 1"),
        (official::generate, (NATURES, "personal = ", "person = 1\npersonal = ", "unknown key \"person\""), "person = 1"),
        (keyword_tables, (FINANCE, "key = \"finance\"", "key = \"finance\"\nhint = 1", "unknown key \"hint\""), "hint = 1"),
        (name_tables, (NAMES, "key = \"trial\"", "key = \"trial\"\nhint = 1", "unknown key \"hint\""), "hint = 1"),
        (
            thresholds::generate,
            (THRESHOLDS, "unit = \"months\"", "unit = \"weeks\"", "unknown word \"weeks\""),
            "unit = \"weeks\"",
        ),
        (thresholds::generate, (THRESHOLDS, "source = \"WX-MAT\"", "source = \"WX-MAP\"", "no source"), "source = \"WX-MAP\""),
        (
            thresholds::generate,
            (THRESHOLDS, "adcode = \"640000\"", "adcode = \"640001\"", "unknown adcode"),
            "adcode = \"640001\"",
        ),
        (thresholds::generate, (THRESHOLDS, "date = \"2022\"", "date = \"22\"", "date is no date"), "date = \"22\""),
        (publications::generate, (SOURCES, "id = \"WX-ART\"", "id = \"WX-GUIDE\" # twice", "the id occurs twice"), "# twice"),
        (
            publications::generate,
            (SOURCES, "read = \"2026-11-27\"", "read = \"2026-11\"", "read is no date"),
            "read = \"2026-11\"\n",
        ),
        (publications::generate, (SOURCES, "address = \"https", "address = \"http", "begins with https"), "address = \"http:"),
        // Unknown circumstances.
        (
            provinces::generate,
            (PROVINCES, SUBMITTED, "when = [\n  \"brackets\",\n  \"later\",\n]", "unknown word \"later\""),
            "\"later\"",
        ),
        (provinces::generate, (PROVINCES, SUBMITTED, "when = [{ later = 1 }]", "unknown word \"later\""), "{ later = 1 }"),
        (
            provinces::generate,
            (PROVINCES, "exception = [\"always\"]", "exception = [\"never\"]", "unknown word \"never\""),
            "\"never\"",
        ),
        (
            materials::generate,
            (MATERIALS, "when = [\"law_practice\"]", "when = [\"lawyers\"]", "unknown word \"lawyers\""),
            "\"lawyers\"",
        ),
        // Ids that stand twice.
        (
            provinces::generate,
            (PROVINCES, "id = \"cn-02\"", "id = \"cn-01\" # twice", "the id occurs twice"),
            "id = \"cn-01\" # twice",
        ),
        (official::generate, (NATURES, "id = 2\n", "id = 1 # twice\n", "the id occurs twice"), "id = 1 # twice"),
        (
            keyword_tables,
            (FINANCE, "key = \"finance\"", "key = \"news\" # twice", "the key occurs twice"),
            "key = \"news\" # twice",
        ),
        // Languages that are missing, or empty.
        (
            provinces::generate,
            (PROVINCES, "short_en = \"Beijing\"", "# missing", "no short_en"),
            "[[province]]\nadcode = \"110000\"",
        ),
        (provinces::generate, (PROVINCES, "short_en = \"Beijing\"", "short_en = \"\"", "short_en is empty"), "short_en = \"\""),
        (materials::generate, (MATERIALS, "name_zh = \"主体证件\"", "", "no name_zh"), "[[material]]\nfield"),
        (official::generate, (NATURES, "name_en = ", "name_zn = ", "unknown key \"name_zn\""), "name_zn = "),
        // What is no TOML at all.
        (provinces::generate, (PROVINCES, SUBMITTED, "when = [submitted]", ""), "when = [submitted]"),
    ];
    for (generate, (file, old, new, said), part) in slips {
        let text = fs::read_to_string(Path::new(CATALOG).join(file)).unwrap().replacen(old, new, 1);
        let refusal = built(*generate, file, old, new).err().unwrap_or_else(|| panic!("{new} passes"));
        let place = format!("assets/catalog/{file}:{}: ", line_of(&text, part));
        assert!(refusal.starts_with(&place) && refusal.contains(said), "{new}: not {place}{said} but {refusal}");
    }
}

#[test]
fn slips_in_the_materials_stop_the_build() {
    refuses(
        materials::generate,
        &[
            (MATERIALS, "schema_version = 1", "schema_version = 1\nnote = 1", "unknown key \"note\""),
            (MATERIALS, "rule = \"bj-05\"", "rule = \"bj-99\"", "no rule \"bj-99\""),
            (MATERIALS, "also = [\"cn-03\", \"bj-01\"", "also = [\"cn-03\", \"bj-99\"", "no rule \"bj-99\""),
            (MATERIALS, "signatory = \"owned\"", "signatory = \"nobody\"", "unknown word \"nobody\"; it may be one of owned, "),
            (MATERIALS, "letter = \"holding\"", "letter = \"photo\"", "unknown word \"photo\""),
            (MATERIALS, "when = [\"always\"]", "", "no when"),
            (MATERIALS, "when = [\"always\"]", "when = \"always\"", "when is not a list"),
            (MATERIALS, "severity = \"error\"", "severity = \"fatal\"", "unknown word \"fatal\""),
        ],
    );
    let unnamed = built(materials::generate, MATERIALS, "rule = \"bj-05\"", "rule = \"bj-01\"").unwrap_err();
    assert!(unnamed.contains("needed_materials.toml does not name the document"), "{unnamed}");
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
            (PROVINCES, SUBMITTED, "when = [\"later\"]", "unknown word \"later\""),
            (PROVINCES, SUBMITTED, "when = \"submitted\"", "when is not a list"),
            (PROVINCES, SUBMITTED, "when = []", "when is not a list"),
            (PROVINCES, SUBMITTED, "when = [1]", "a circumstance is a word, or a table of one key"),
            (PROVINCES, SUBMITTED, "when = [{ age = 3, words = 4 }]", "a circumstance is a word, or a table of one key"),
            (PROVINCES, SUBMITTED, "when = [{ later = true }]", "unknown word \"later\""),
            (PROVINCES, SUBMITTED, "when = [{ submitted = true }]", "unknown word \"submitted\""),
            (PROVINCES, SUBMITTED, "when = [\"age\"]", "unknown word \"age\""),
            (PROVINCES, SUBMITTED, "when = [{ age = 3 }]", "age is not a table"),
            (PROVINCES, SUBMITTED, "when = [{ age = { from = 3 } }]", "no to"),
            (PROVINCES, SUBMITTED, "when = [{ age = { from = 3, to = 2 } }]", "the ages run backwards"),
            (PROVINCES, SUBMITTED, "when = [{ age = { from = 3, to = 5, unless = 4 } }]", "unknown key \"unless\""),
            (PROVINCES, SUBMITTED, "when = [{ services = { unit = 3 } }]", "no personal"),
            (PROVINCES, SUBMITTED, "when = [{ texts_say = [] }]", "texts_say is not a list of strings"),
            (PROVINCES, SUBMITTED, "when = [{ texts_say = [\"\"] }]", "texts_say is not a list of strings"),
            (PROVINCES, SUBMITTED, "remark_may_deny = 1", "remark_may_deny is not true or false"),
            (PROVINCES, SUBMITTED, "words = [\"游戏\"]", "unknown key \"words\""),
            (PROVINCES, SUBMITTED, "remind = true", "remind says nothing"),
            (PROVINCES, SUBMITTED, "numbers = 3", "no rule is named that could judge"),
            (PROVINCES, "{ men = 60, women = 55 }", "{ men = 60, woman = 55 }", "unknown key \"woman\""),
            (PROVINCES, "{ men = 60, women = 55 }", "60", "oldest is not a table"),
            (PROVINCES, "{ from = 16, to = 17 }", "{ from = 17, to = 16 }", "the ages run backwards"),
            (PROVINCES, "of = \"people\"", "of = \"persons\"", "unknown word \"persons\""),
            (PROVINCES, "precision = \"house\"", "precision = \"street\"", "unknown word \"street\""),
            (PROVINCES, "exception = [\"always\"]", "exception = [\"never\"]", "unknown word \"never\""),
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
        keyword_tables,
        &[
            (NEWS, "schema_version = 1", "schema_version = 1\nnote = 1", "unknown key \"note\""),
            (FINANCE, "key = \"finance\"", "key = \"news\"", "the key occurs twice"),
            (NEWS, "api_type = 1\n", "api_type = 99\n", "unknown api_type"),
            (NEWS, "paper_en = \"Internet News", "paper = \"Internet News", "unknown key \"paper\""),
            (NEWS, "[[category]]", "[[categories]]", "unknown key \"categories\""),
            (TUTORING, "exempt = \"1, 2, 3\"", "exempt = \"1, 7\"", "is no nature"),
            (FINANCE, "交易所、交易中心", "交易所、交易所", "occurs twice"),
            (FINANCE, "交易所、交易中心", "交易所、、交易中心", "empty"),
            (FINANCE, "adcode = \"310000\"", "adcode = \"310100\"", "unknown province"),
            (NEWS, "weight = 3", "weight = 4", "the weight is 1, 2 or 3"),
            (NEWS, "effect = \"ask\"", "effect = \"maybe\"", "unknown word \"maybe\""),
            (LOTTERY, "content = 36", "content = 500", "no second-level service content"),
            (TUTORING, "adcode = \"420000\"\nsource", "adcode = \"999999\"\nsource", "unknown province"),
            (RELIGION, "word = \"道教\"", "word = \"武术\"", "\"武术\" is no word of a concern"),
            (FINANCE, "word = \"理财\"", "word = \"道教\"", "does not hold the word"),
            (RELIGION, "街道教、", "街道、", "does not hold the word"),
            (UNFIT, "why = \"state\"", "why = \"government\"", "unknown word \"government\""),
            (UNFIT, "contents = \"509\"", "contents = \"五百\"", "is no id"),
            (UNFIT, "contents = \"509\"", "contents = \"9999\"", "is no service content"),
        ],
    );
}

#[test]
fn slips_in_the_words_of_names_stop_the_build() {
    refuses(
        name_tables,
        &[
            (NAMES, "schema_version = 1", "schema_version = 1\nnote = 1", "unknown key \"note\""),
            (NAMES, "key = \"trial\"", "key = \"trials\"", "unknown word \"trials\""),
            (NAMES, "内测、", "内测、内测、", "occurs twice"),
            (NAMES, "内测、", "内测、 ", "is empty or occurs twice"),
            (NAMES, "source = \"QC,TC22,HW25\"", "sources = \"QC,TC22,HW25\"", "unknown key \"sources\""),
            (NAMES, "confidence = \"vendor\"", "confidence = \"hearsay\"", "unknown word \"hearsay\""),
            (NAMES, "key = \"suffix\"", "key = \"function\"", "has no words"),
            (NAMES, "人民币、", "货币、", "does not hold it"),
        ],
    );
}
