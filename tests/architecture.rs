//! The order of the house, read from the source: what `src/lib.rs` and ARCHITECTURE.md promise. Every check is a function of
//! sources, so that a counter-example can show that it fails when it should.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// The layers from the top down: a module uses only modules that stand after it.
const LAYERS: [&str; 15] = [
    "cli",
    "tui",
    "plain",
    "locale",
    "compare",
    "package",
    "answer",
    "drafts",
    "rules",
    "reading",
    "filing",
    "catalog",
    "identifiers",
    "fs",
    "text",
];
/// The parts of the wizard from the top down, as [`LAYERS`].
const WIZARD: [&str; 21] = [
    "run",
    "worker",
    "app",
    "screen",
    "dialog",
    "form",
    "chrome",
    "state",
    "question",
    "route",
    "background",
    "sorting",
    "document",
    "terminal",
    "event",
    "effect",
    "picture",
    "widget",
    "input",
    "keymap",
    "key",
];
/// From here down nobody looks at clock, environment or home folder.
const PURE_FROM: &str = "compare";
/// Lines of production code in a file.
const LONGEST: usize = 600;

/// A source file: its path below `src/`, and its text.
#[derive(Debug, Clone)]
struct Source {
    path: String,
    text: String,
    /// The code without comments, texts and tests. Lines stay where they are.
    code: String,
}

/// What is wrong with a source, as `path:line: words`.
type Complaint = String;

impl Source {
    fn of(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned(), code: without_tests(&blanked(text)) }
    }

    /// Its layer; `None` for `lib.rs` and `main.rs`, which stand above all.
    fn layer(&self) -> Option<usize> {
        let first = self.path.split(['/', '.']).next().unwrap_or_default();
        LAYERS.iter().position(|layer| *layer == first)
    }

    /// How many times `super::` leads out of the module to the root of the crate.
    fn depth(&self) -> usize {
        let parts = self.path.trim_end_matches(".rs").split('/').filter(|part| *part != "mod");
        parts.count()
    }

    fn complain(&self, code: &str, at: usize, words: &str) -> Complaint {
        let line = code[..at].matches('\n').count() + 1;
        format!("src/{}:{line}: {words}", self.path)
    }

    /// Every place in the code where this pattern stands.
    fn find(&self, pattern: &str, words: &str) -> Vec<Complaint> {
        let code = &self.code;
        let pattern = Regex::new(pattern).unwrap();
        pattern.find_iter(code).map(|found| self.complain(code, found.start(), &format!("{words}: {}", found.as_str()))).collect()
    }
}

/// The text with comments, string and character literals turned into blanks.
fn blanked(text: &str) -> String {
    blanked_where(text, |_| true)
}

/// The same with those comments and literals only that are asked for.
fn blanked_where(text: &str, wanted: fn(&[char]) -> bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = literal_end(&chars, at);
        if end > at {
            let blank = wanted(&chars[at..end]);
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' || !blank { *c } else { ' ' }));
            at = end;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// Where the comment or literal that begins here ends; `at` itself where none begins.
fn literal_end(chars: &[char], at: usize) -> usize {
    let rest = &chars[at..];
    let starts = |text: &str| text.chars().enumerate().all(|(index, c)| rest.get(index) == Some(&c));
    let until = |from: usize, stop: &dyn Fn(usize) -> bool| (from..chars.len()).find(|index| stop(*index)).unwrap_or(chars.len());
    if starts("//") {
        return until(at, &|index| chars[index] == '\n');
    }
    if starts("/*") {
        return (until(at, &|index| chars[index] == '*' && chars.get(index + 1) == Some(&'/')) + 2).min(chars.len());
    }
    let word_before = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_');
    if (starts("r\"") || starts("r#")) && !word_before {
        let marks = rest[1..].iter().take_while(|c| **c == '#').count();
        if rest.get(1 + marks) != Some(&'"') {
            return at;
        }
        let closes = |index: usize| chars[index] == '"' && (1..=marks).all(|mark| chars.get(index + mark) == Some(&'#'));
        return (until(at + 2 + marks, &closes) + 1 + marks).min(chars.len());
    }
    if starts("\"") {
        let mut index = at + 1;
        while index < chars.len() && chars[index] != '"' {
            index += if chars[index] == '\\' { 2 } else { 1 };
        }
        return (index + 1).min(chars.len());
    }
    match rest {
        ['\'', '\\', ..] => (until(at + 3, &|index| chars[index] == '\'') + 1).min(chars.len()),
        // A lifetime has no second mark right behind its first letter.
        ['\'', _, '\'', ..] => at + 3,
        _ => at,
    }
}

/// Blanked code without what stands behind `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    let marker = Regex::new(r"#\[cfg\((?:test|all\(test\b[^\]]*)\)\]").unwrap();
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(found) = marker.find(rest) {
        out.push_str(&rest[..found.start()]);
        let end = item_end(&rest[found.end()..]) + found.end();
        out.extend(rest[found.start()..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Where an item ends: behind its block, or behind the first semicolon outside of any bracket.
fn item_end(code: &str) -> usize {
    let mut open = 0usize;
    for (index, c) in code.char_indices() {
        match c {
            '{' | '(' | '[' => open += 1,
            '}' | ')' | ']' => {
                open = open.saturating_sub(1);
                if open == 0 && c == '}' {
                    return index + 1;
                }
            }
            ';' if open == 0 => return index + 1,
            _ => {}
        }
    }
    code.len()
}

/// Files that hold nothing but tests: declared behind `#[cfg(test)]`.
fn test_files(sources: &[Source]) -> BTreeSet<String> {
    let declared = Regex::new(
        r#"#\[cfg\((?:test|all\(test\b[^\]]*)\)\]\s*(?:#\[path\s*=\s*"([^"]+)"\]\s*)?(?:pub(?:\([a-z]+\))?\s+)?mod\s+(\w+)\s*;"#,
    )
    .unwrap();
    let mut files = BTreeSet::new();
    for source in sources {
        let path = Path::new(&source.path);
        let folder = path.parent().unwrap_or(Path::new(""));
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let inner = if ["mod", "lib", "main"].contains(&stem.as_str()) { folder.to_owned() } else { folder.join(stem) };
        for found in declared.captures_iter(&source.text) {
            let file = match found.get(1) {
                Some(path) => folder.join(path.as_str()),
                None => inner.join(format!("{}.rs", &found[2])),
            };
            files.insert(file.to_string_lossy().into_owned());
        }
    }
    files
}

fn order_of_layers(source: &Source) -> Vec<Complaint> {
    let Some(own) = source.layer() else { return Vec::new() };
    let code = &source.code;
    let mut complaints = Vec::new();
    let mut used = |at: usize, name: &str| match LAYERS.iter().position(|layer| *layer == name) {
        Some(layer) if layer < own => complaints.push(source.complain(code, at, &format!("{} uses {name}", LAYERS[own]))),
        _ => {}
    };
    let out = format!(r"\bcrate::|\bbeian::|(?:\bself::)?\b(?:super::){{{}}}", source.depth());
    for found in Regex::new(&out).unwrap().find_iter(code) {
        for name in names_after(&code[found.end()..]) {
            used(found.start(), &name);
        }
    }
    complaints
}

/// The same inside the wizard, whose parts have an order of their own. The root of the wizard only lists them.
fn order_inside_the_wizard(source: &Source) -> Vec<Complaint> {
    let Some(rest) = source.path.strip_prefix("tui/").filter(|rest| *rest != "mod.rs") else { return Vec::new() };
    let part = rest.split(['/', '.']).next().unwrap_or_default();
    let Some(own) = WIZARD.iter().position(|name| *name == part) else {
        return vec![format!("src/{}: {part} has no place in the order of the wizard", source.path)];
    };
    let code = &source.code;
    // Named from the root of the crate in a list with others, a part would be overlooked.
    let mut complaints = source.find(r"\b(crate|beian)::\{[^;]*\btui\b", "name parts of the wizard behind crate::tui::");
    let out = format!(r"\b(?:crate|beian)::tui::|(?:\bself::)?\b(?:super::){{{}}}", source.depth() - 1);
    for found in Regex::new(&out).unwrap().find_iter(code) {
        for name in names_after(&code[found.end()..]) {
            if WIZARD.iter().position(|part| *part == name).is_some_and(|part| part < own) {
                complaints.push(source.complain(code, found.start(), &format!("{part} uses {name}")));
            }
        }
    }
    complaints
}

/// What lies on top is asked through traits: only where it is built a particular screen or dialog is named.
fn the_app_knows_no_particular_dialog(source: &Source) -> Vec<Complaint> {
    let is_app = source.path == "tui/app.rs" || source.path.starts_with("tui/app/");
    if !is_app || source.path == "tui/app/build.rs" {
        return Vec::new();
    }
    source.find(r"\b(dialog|screen)::(\w+::|[a-z])", "the app knows no particular screen or dialog")
}

/// The first names behind `crate::`: one, or those of a list in braces.
fn names_after(code: &str) -> Vec<String> {
    let name = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(list) = code.trim_start().strip_prefix('{') else { return vec![name(code)] };
    let (mut open, mut start, mut names) = (0usize, 0, Vec::new());
    for (index, c) in list.char_indices() {
        match c {
            '{' => open += 1,
            ',' | '}' if open == 0 => {
                names.push(name(&list[start..index]));
                start = index + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => open -= 1,
            _ => {}
        }
    }
    names
}

fn terminal_only_in_the_wizard(source: &Source) -> Vec<Complaint> {
    if source.path.starts_with("tui/") {
        Vec::new()
    } else {
        source.find(r"\b(ratatui|crossterm)\b", "only the wizard knows the terminal")
    }
}

fn colours_only_in_the_theme(source: &Source) -> Vec<Complaint> {
    // The painter chooses none: it writes those it is given.
    let may = ["tui/widget/theme.rs", "tui/terminal/paint.rs"].contains(&source.path.as_str());
    if may { Vec::new() } else { source.find(r"\bColor\b", "only the theme names colours") }
}

fn keys_only_in_events(source: &Source) -> Vec<Complaint> {
    if source.path == "tui/event.rs" {
        Vec::new()
    } else {
        source.find(r"\bKey(Code|Modifiers|Event)\b", "only events know the library's keys")
    }
}

fn no_clock_nor_environment(source: &Source) -> Vec<Complaint> {
    let first = LAYERS.iter().position(|layer| *layer == PURE_FROM).unwrap();
    if source.layer().is_none_or(|layer| layer < first) {
        return Vec::new();
    }
    let outside = r"\bUtc::now\b|\bLocal\b|\bSystemTime::now\b|\bInstant::now\b|\bstd::env\b|\benv::(var|vars|current_dir|args|home_dir|temp_dir)\w*|\bdirectories\b|\bsys_locale\b";
    source.find(outside, "what is outside is passed in")
}

fn nothing_panics(source: &Source) -> Vec<Complaint> {
    source.find(
        r"\.unwrap\(\)|\.expect\(|\.unwrap_err\(\)|\.expect_err\(|\b(panic|todo|unimplemented|unreachable|dbg)!",
        "production code does not panic",
    )
}

fn not_too_long(source: &Source) -> Vec<Complaint> {
    let count = without_tests(&blanked_keeping_comments(&source.text)).lines().filter(|line| !line.trim().is_empty()).count();
    if count > LONGEST { vec![format!("src/{}: {count} lines", source.path)] } else { Vec::new() }
}

/// As [`blanked`], with every blanked character as a dot: lines of comments count as lines.
fn blanked_keeping_comments(text: &str) -> String {
    let blank = blanked(text);
    let both = blank.chars().zip(text.chars());
    both.map(|(blank, c)| if blank == ' ' && c != ' ' { '.' } else { blank }).collect()
}

/// Sentences whose two languages have different blanks, or that are missing in one.
fn sentences_agree(source: &Source) -> Vec<Complaint> {
    if !["locale/", "filing/", "drafts/schema/", "package/sheet/"].iter().any(|place| source.path.starts_with(place)) {
        return Vec::new();
    }
    let literal = r#""((?:[^"\\]|\\[\s\S])*)""#;
    let begin = r"\b[A-Z0-9_]+\s*=\s*|Text::new\(\s*|\.(?:label|help|gathered)\(\s*";
    let pair = Regex::new(&format!(r"(?:{begin}){literal}\s*,\s*{literal}")).unwrap();
    let blanks = |text: &str| -> BTreeSet<String> {
        Regex::new(r"\{[a-z_]+\}").unwrap().find_iter(text).map(|found| found.as_str().to_owned()).collect()
    };
    let code = without_tests(&source.text);
    let mut complaints = Vec::new();
    for found in pair.captures_iter(&code) {
        let (zh, en) = (&found[1], &found[2]);
        if zh.is_empty() != en.is_empty() || blanks(zh) != blanks(en) {
            complaints.push(source.complain(&code, found.get(0).unwrap().start(), &format!("{zh:?} and {en:?} differ")));
        }
    }
    complaints
}

/// Files that speak of other codes which look like those of provinces: numbers and their formats (which provinces there are is part
/// of an identity number's), and the classes of credit codes.
const OTHER_CODES: [&str; 2] = ["identifiers/", "/organisation/credit_code.rs"];

/// What a province wants is data: its code stands in no source.
fn no_code_of_a_province(source: &Source) -> Vec<Complaint> {
    if OTHER_CODES.iter().any(|part| source.path.starts_with(part) || source.path.ends_with(part)) {
        return Vec::new();
    }
    // The two digits of GB/T 2260, alone or as six.
    let code = Regex::new(r#""(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?:0000)?""#).unwrap();
    let program = without_tests(&blanked_where(&source.text, |literal| literal.starts_with(&['/'])));
    code.find_iter(&program)
        .map(|found| source.complain(&program, found.start(), "a province's code belongs into the data"))
        .collect()
}

fn walk(folder: &Path, below: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, below, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(below).unwrap().to_string_lossy().replace('\\', "/");
            sources.push(Source::of(&name, &fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every source of the program that is not a test.
fn house() -> &'static [Source] {
    static HOUSE: LazyLock<Vec<Source>> = LazyLock::new(read_house);
    &HOUSE
}

fn read_house() -> Vec<Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    walk(&src, &src, &mut sources);
    let tests = test_files(&sources);
    sources.retain(|source| !tests.contains(&source.path));
    assert!(sources.len() > 100, "only {} sources found", sources.len());
    sources
}

/// The check finds nothing in the house.
fn holds(check: fn(&Source) -> Vec<Complaint>) {
    let complaints: Vec<Complaint> = house().iter().flat_map(check).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

/// The check finds so many complaints in this source.
fn finds(check: fn(&Source) -> Vec<Complaint>, path: &str, text: &str, count: usize) {
    let complaints = check(&Source::of(path, text));
    assert_eq!(complaints.len(), count, "{path}\n{text}\n{complaints:?}");
}

#[test]
fn a_module_uses_only_modules_below_it() {
    holds(order_of_layers);
}

#[test]
fn the_order_of_layers_can_be_broken() {
    finds(order_of_layers, "rules/phone.rs", "use crate::identifiers::mobile_cn;\nuse crate::filing::{Draft, FieldId};", 0);
    finds(order_of_layers, "rules/phone.rs", "use crate::locale::Lang;", 1);
    finds(order_of_layers, "rules/phone.rs", "fn f() -> crate::tui::app::App {}", 1);
    finds(order_of_layers, "rules/mod.rs", "use super::drafts;", 1);
    finds(order_of_layers, "rules/phone.rs", "use super::drafts;", 0);
    finds(order_of_layers, "rules/phone.rs", "use super::super::drafts;", 1);
    finds(order_of_layers, "text/wrap.rs", "use crate::{\n    identifiers::{date, email},\n    text::width,\n    rules,\n};", 2);
    finds(order_of_layers, "text/wrap.rs", "// use crate::tui;\nconst A: &str = \"crate::tui\";", 0);
    finds(order_of_layers, "text/wrap.rs", "#[cfg(test)]\nmod tests {\n    use crate::rules;\n}", 0);
    finds(order_of_layers, "text/wrap.rs", "#[cfg(test)]\nmod tests;\nuse crate::rules;", 1);
    finds(order_of_layers, "text.rs", "mod x {}\nuse beian::cli;", 1);
}

#[test]
fn a_part_of_the_wizard_uses_only_parts_below_it() {
    holds(order_inside_the_wizard);
    for part in WIZARD {
        let is_there =
            |source: &Source| source.path.starts_with(&format!("tui/{part}/")) || source.path == format!("tui/{part}.rs");
        assert!(house().iter().any(is_there), "{part} is not there any more");
    }
}

#[test]
fn the_order_inside_the_wizard_can_be_broken() {
    let finds = |path: &str, text: &str, count: usize| finds(order_inside_the_wizard, path, text, count);
    finds("tui/state.rs", "use super::route::Route;\nuse super::{document::Document, widget::theme::Role};", 0);
    finds("tui/state.rs", "use super::dialog::Dialog;\nuse super::screen::Screen;", 2);
    finds("tui/widget/canvas.rs", "use super::theme::Role;\nuse super::state;", 0);
    finds("tui/widget/canvas.rs", "use super::super::state::State;\nuse crate::tui::picture::Protocol;", 2);
    finds("tui/picture/mod.rs", "use super::widget::canvas::Canvas;\nuse super::state::State;", 1);
    finds("tui/dialog/files/draw.rs", "use crate::tui::{form::seen, app::App, screen};", 2);
    finds("tui/dialog/mod.rs", "use crate::locale::tui::dialog;\nuse crate::locale::tui::screen as words;", 0);
    finds("tui/form/rows.rs", "fn f() -> super::super::dialog::Verdict {}", 1);
    finds("tui/form/rows.rs", "// use crate::tui::app;\n#[cfg(test)]\nmod tests { use crate::tui::app::App; }", 0);
    finds("tui/form/rows.rs", "use crate::{text::width, tui::{app::App, widget}};", 1);
    finds("tui/mod.rs", "pub mod app;\npub use run::run;", 0);
    finds("tui/helpers.rs", "fn f() {}", 1);
    finds("cli/open.rs", "use crate::tui::run;", 0);
}

#[test]
fn only_one_place_names_screens_and_dialogs() {
    holds(the_app_knows_no_particular_dialog);
    finds(the_app_knows_no_particular_dialog, "tui/app/build.rs", "use crate::tui::dialog::help::Help;", 0);
    finds(the_app_knows_no_particular_dialog, "tui/app.rs", "use super::dialog::Dialog;\nuse super::screen::Screen;", 0);
    finds(
        the_app_knows_no_particular_dialog,
        "tui/app.rs",
        "use super::dialog::help::Help;\nuse super::screen::{home, Screen};",
        1,
    );
    finds(the_app_knows_no_particular_dialog, "tui/app/mend.rs", "dialog::ask::failed(said)", 1);
}

#[test]
fn the_library_declares_the_layers_in_this_order() {
    let lib = house().iter().find(|source| source.path == "lib.rs").unwrap();
    let declared = Regex::new(r"\bmod\s+(\w+)\s*;").unwrap();
    let mut declared: Vec<&str> = declared.captures_iter(&lib.code).map(|found| found.get(1).unwrap().as_str()).collect();
    // Each stands twice: as users see it, and as the tests do.
    declared.dedup();
    assert_eq!(declared, LAYERS);
    for layer in LAYERS {
        let seen = format!("#[cfg(not(feature = \"internals\"))]\nmod {layer};");
        assert!(lib.text.contains(&seen), "{layer} is behind the front door");
    }
}

/// Re-exports stand at the front door only, where no layer can hide behind them: a layer names another by its own name.
#[test]
fn no_layer_uses_the_front_door() {
    let lib = house().iter().find(|source| source.path == "lib.rs").unwrap();
    let exported = Regex::new(r"pub use [\w:]+::(?:\{([^}]*)\}|(\w+));").unwrap();
    let names: Vec<String> = exported
        .captures_iter(&lib.code)
        .flat_map(|found| {
            found.get(1).or(found.get(2)).unwrap().as_str().split(',').map(str::trim).map(str::to_owned).collect::<Vec<_>>()
        })
        .filter(|name| !name.is_empty() && !name.contains(" as "))
        .collect();
    assert!(names.len() >= 25, "{names:?}");
    for source in house().iter().filter(|source| !matches!(source.path.as_str(), "lib.rs" | "main.rs")) {
        for name in &names {
            let used = Regex::new(&format!(r"\bcrate::(?:{name}\b|\{{[^}}]*\b{name}\b)")).unwrap();
            let found = used.find(&source.code).map(|found| found.as_str());
            assert!(
                found.is_none_or(|found| found.contains("::{") && !found.starts_with("crate::{")),
                "{}: {found:?}",
                source.path
            );
        }
    }
}

#[test]
fn only_the_wizard_names_the_terminal() {
    holds(terminal_only_in_the_wizard);
    finds(terminal_only_in_the_wizard, "tui/run.rs", "use crossterm::event;", 0);
    finds(terminal_only_in_the_wizard, "cli/open.rs", "use crossterm::event;\nfn f(_: ratatui::Frame) {}", 2);
    finds(terminal_only_in_the_wizard, "cli/open.rs", "// crossterm\nconst A: &str = r#\"ratatui\"#;", 0);
}

#[test]
fn only_the_theme_names_colours() {
    holds(colours_only_in_the_theme);
    finds(colours_only_in_the_theme, "tui/widget/theme.rs", "Color::Red", 0);
    finds(colours_only_in_the_theme, "tui/chrome.rs", "style.fg(Color::Red)", 1);
    finds(colours_only_in_the_theme, "tui/chrome.rs", "force_color_output(true); let colour = 1; struct NoColor;", 0);
}

#[test]
fn only_events_know_the_library_s_keys() {
    holds(keys_only_in_events);
    finds(keys_only_in_events, "tui/event.rs", "KeyCode::Enter", 0);
    finds(keys_only_in_events, "tui/app.rs", "KeyCode::Enter => KeyModifiers::NONE", 2);
}

#[test]
fn no_source_knows_a_province() {
    holds(no_code_of_a_province);
    finds(no_code_of_a_province, "rules/denial.rs", "const ASKED: [&str; 3] = [\"36\", \"34\", \"46\"];", 3);
    finds(no_code_of_a_province, "rules/denial.rs", "fn f(code: &str) -> bool { code == \"310000\" }", 1);
    finds(no_code_of_a_province, "rules/denial.rs", "// not \"31\"\nconst A: [&str; 2] = [\"1\", \"310105\"];", 0);
    finds(no_code_of_a_province, "rules/denial.rs", "fn f() {}\n#[cfg(test)]\nmod tests { const A: &str = \"310000\"; }", 0);
    finds(no_code_of_a_province, "identifiers/uscc.rs", "const A: &str = \"11\";", 0);
}

#[test]
fn below_the_screens_nobody_looks_at_clock_or_environment() {
    holds(no_clock_nor_environment);
    for text in
        ["Utc::now()", "use chrono::Local;", "SystemTime::now()", "use std::env;", "env::var_os(NAME)", "directories::BaseDirs"]
    {
        finds(no_clock_nor_environment, "drafts/file.rs", text, 1);
        finds(no_clock_nor_environment, "cli/world.rs", text, 0);
    }
    finds(no_clock_nor_environment, "catalog/mod.rs", "include!(concat!(env!(\"OUT_DIR\"), \"/lists.rs\"));", 0);
}

#[test]
fn production_code_does_not_panic() {
    holds(nothing_panics);
    for text in ["x.unwrap()", "x.expect(\"\")", "panic!()", "todo!()", "unimplemented!()", "dbg!(x)", "unreachable!()"] {
        finds(nothing_panics, "text/wrap.rs", text, 1);
        finds(nothing_panics, "text/wrap.rs", &format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{ fn g() {{ {text} }} }}\n"), 0);
        finds(nothing_panics, "text/wrap.rs", &format!("#[cfg(test)]\nmod tests {{ }}\nfn f() {{ {text} }}"), 1);
    }
    finds(nothing_panics, "text/wrap.rs", "x.unwrap_or_default(); x.expects(); // x.unwrap()\nlet a = \"todo!()\";", 0);
    finds(nothing_panics, "text/wrap.rs", "#[cfg(all(test, unix))]\nmod tests { fn f() { x.unwrap() } }", 0);
    finds(nothing_panics, "text/wrap.rs", "#[cfg(not(test))]\nfn f() { x.unwrap() }", 1);
    finds(nothing_panics, "text/wrap.rs", "let mark = '\"'; x.unwrap(); let end = '\"';", 1);
    finds(nothing_panics, "text/wrap.rs", "fn f<'a>(x: &'a str) { x.unwrap() }", 1);
}

#[test]
fn no_file_is_too_long() {
    holds(not_too_long);
    let lines = |count: usize| "fn f() {} // c\n".repeat(count);
    finds(not_too_long, "text/wrap.rs", &lines(LONGEST), 0);
    finds(not_too_long, "text/wrap.rs", &lines(LONGEST + 1), 1);
    finds(not_too_long, "text/wrap.rs", &"/// c\n".repeat(LONGEST + 1), 1);
    finds(not_too_long, "text/wrap.rs", &format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{\n{}}}\n", lines(LONGEST)), 0);
}

#[test]
fn both_languages_of_a_sentence_have_the_same_blanks() {
    holds(sentences_agree);
    finds(sentences_agree, "locale/tui/home.rs", "A = \"{n} 份\", \"{n} drafts\";", 0);
    finds(sentences_agree, "locale/tui/home.rs", "A = \"{n} 份\", \"drafts\";\nB = \"好\",\n    \"OK {x}\";", 2);
    finds(sentences_agree, "locale/field.rs", "Text::new(\"{a}\", \"{b}\")", 1);
    finds(sentences_agree, "locale/field.rs", "Text::new(\"好\", \"\")", 1);
    finds(sentences_agree, "filing/field/owner.rs", ".help(\n    \"好\",\n    \"\",\n)", 1);
    finds(sentences_agree, "filing/field/owner.rs", ".label(\"好\", \"good\")", 0);
    let all: usize = house()
        .iter()
        .filter(|source| source.path.starts_with("locale/"))
        .map(|source| Regex::new(r#""\s*,\s*""#).unwrap().find_iter(&source.text).count())
        .sum();
    assert!(all > 300, "the sentences were not found: {all}");
}

#[test]
fn files_of_tests_are_told_from_the_program() {
    let sources = [
        Source::of("text/edit.rs", "#[cfg(test)]\n#[path = \"edit_tests.rs\"]\nmod tests;"),
        Source::of("materials/mod.rs", "#[cfg(test)]\nmod example_tests;\nmod png;"),
        Source::of("drafts/codec.rs", "#[cfg(test)]\nmod tests;"),
    ];
    let files: Vec<String> = test_files(&sources).into_iter().collect();
    assert_eq!(files, ["drafts/codec/tests.rs", "materials/example_tests.rs", "text/edit_tests.rs"]);
}
