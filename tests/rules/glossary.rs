//! What people read keeps to the words of `docs/glossary.md`: every sentence that stands in the source in both languages (rules, fields,
//! screens, commands) and every text of the data files.

use std::path::{Path, PathBuf};

/// English that the glossary replaces, and by what.
const ENGLISH: &[(&str, &str)] = &[
    ("anew", "again"),
    ("anybody", "anyone, or a passive"),
    ("everybody", "everyone"),
    ("nobody", "no one, or a passive"),
    ("whoever", "the user"),
    ("stand by", "confirm"),
    ("stands by", "confirms"),
    ("stood by", "confirmed"),
    ("take over", "import"),
    ("takes over", "imports"),
    ("taken over", "imported"),
    ("put in", "enter, insert"),
    ("puts in", "enters, inserts"),
    ("mend", "fix"),
    ("mends", "fixes"),
    ("mended", "fixed"),
    ("mending", "fixing"),
    ("hand in", "submit"),
    ("hands in", "submits"),
    ("handed in", "submitted"),
    ("handing in", "submitting"),
    ("come back", "be rejected, return"),
    ("comes back", "is rejected, returns"),
    ("came back", "was rejected"),
    ("send back", "reject"),
    ("sends back", "rejects"),
    ("sent back", "rejected"),
    ("send it back", "reject it"),
    ("the filing back", "rejects the filing"),
    ("reason for return", "reason for rejection"),
    ("demand", "requirement"),
    ("demands", "requirements"),
    ("needed material", "required material"),
    ("needed materials", "required materials"),
    ("legal person", "legal representative"),
    ("legal persons", "legal representatives"),
    ("legal person's", "legal representative's"),
    ("identity card", "resident ID card"),
    ("identity cards", "resident ID cards"),
    ("kind of certificate", "certificate type, ID type"),
    ("nature", "entity type"),
    ("natures", "entity types"),
    ("owner", "mini-program contact"),
    ("owner's", "mini-program contact's"),
    ("owners", "mini-program contacts"),
    ("subject", "filing entity"),
    ("subject's", "filing entity's"),
    ("subjects", "filing entities"),
    ("unit", "organisation"),
    ("units", "organisations"),
];

/// Chinese that the platform's terms replace, and by what.
const CHINESE: &[(&str, &str)] = &[
    ("控制台", "微信公众平台"),
    ("主办者", "主体"),
    ("反面", "背面"),
    ("法人", "法定代表人"),
    ("平台审核", "平台初审"),
    ("管局审核", "通管局审核"),
];

/// Where a word is right all the same: what is taken out of a text before it is searched, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("通管局审核", "the stage itself"),
    ("主办者与小程序主体不一致", "the platform's own words"),
    ("主办者冲突", "the platform's own words"),
    ("主办者性质", "the label of the console"),
    ("缺少法人信息", "the platform's own words"),
    ("法人证书", "the official name of a certificate"),
    ("法人登记证书", "the official name of a certificate"),
    ("by hand in block characters", "how a letter is signed"),
    ("Military unit", "the official name of a certificate"),
    ("Law on Resident Identity Cards", "the official name of a law"),
    ("Run it as the file's owner", "who owns a file"),
    ("备案平台审核", "the platform's own name of a state"),
    ("管局审核驳回", "the platform's own name of a state"),
    ("备案管局审核中", "the platform's own name of a state"),
    ("responsible_person or owner", "the words to be typed"),
];

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if name != "tests" {
                files(&path, ending, found);
            }
        } else if name.ends_with(ending) && !name.ends_with("tests.rs") {
            found.push(path);
        }
    }
}

/// The string literals of Rust source, up to its tests, each with what stands between it and the one before.
fn literals(source: &str) -> Vec<(String, String)> {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
    let (mut found, mut between, mut chars) = (Vec::new(), String::new(), source.chars().peekable());
    while let Some(char) = chars.next() {
        match char {
            '/' if chars.peek() == Some(&'/') => {
                while chars.peek().is_some_and(|next| *next != '\n') {
                    chars.next();
                }
            }
            // A quote as a character: '"'.
            '\'' if chars.peek() == Some(&'"') => {
                chars.next();
            }
            '"' => {
                let mut text = String::new();
                while let Some(char) = chars.next() {
                    match char {
                        '"' => break,
                        '\\' => match chars.next() {
                            Some('\n') => while chars.next_if(|next| next.is_whitespace()).is_some() {},
                            Some('n') => text.push('\n'),
                            Some(other) => text.push(other),
                            None => break,
                        },
                        other => text.push(other),
                    }
                }
                found.push((std::mem::take(&mut between), text));
            }
            other if !other.is_whitespace() => between.push(other),
            _ => {}
        }
    }
    found
}

fn is_chinese(char: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&char)
}

/// The sentences of a source file: literals of Chinese that are followed by one of English.
fn sentences(source: &str) -> Vec<(String, String)> {
    let all = literals(source);
    let pairs = all.windows(2).filter(|pair| pair[1].0 == ",");
    let both = pairs.map(|pair| (pair[0].1.clone(), pair[1].1.clone()));
    both.filter(|(zh, en)| {
        zh.chars().any(is_chinese)
            && en.chars().any(|char| char.is_ascii_alphabetic())
            && en.chars().filter(|char| is_chinese(*char)).count() * 2 < en.chars().count()
    })
    .collect()
}

/// The texts of a data file in one language: values of keys such as `summary_en`.
fn texts<'a>(data: &'a str, language: &str) -> Vec<&'a str> {
    let lines = data.lines().filter_map(|line| line.split_once(" = \""));
    lines.filter(|(key, _)| key.ends_with(language)).map(|(_, value)| value.trim_end_matches('"')).collect()
}

fn without_exceptions(text: &str) -> String {
    EXCEPTIONS.iter().fold(text.to_owned(), |text, (right, _)| text.replace(right, ""))
}

/// Whether a text says `word` as a word: not as part of a longer one, of a path (`owner.mobile`), of a key in brackets or of a blank.
fn says(text: &str, word: &str) -> bool {
    let lower = text.to_lowercase();
    lower.match_indices(word).any(|(at, _)| {
        let before = lower[..at].chars().next_back();
        let mut after = lower[at + word.len()..].chars();
        let (next, second) = (after.next(), after.next());
        let part = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || "_{}[]-/'".contains(char));
        let path_goes_on = next == Some('.') && second.is_some_and(char::is_alphanumeric);
        !(part(before) || before == Some('.') || part(next) || path_goes_on)
    })
}

/// What a text says that the glossary does not want.
fn faults(text: &str, list: &[(&str, &str)], whole_words: bool) -> Vec<String> {
    let text = without_exceptions(text);
    let said = list.iter().filter(|(word, _)| if whole_words { says(&text, word) } else { text.contains(word) });
    said.map(|(word, better)| format!("{word} → {better}")).collect()
}

#[test]
fn sentences_keep_to_the_glossary() {
    let mut sources = Vec::new();
    for folder in ["src", "crates/scan/src"] {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ".rs", &mut sources);
    }
    let (mut read, mut wrong) = (0, Vec::new());
    for path in sources {
        for (zh, en) in sentences(&std::fs::read_to_string(&path).unwrap()) {
            read += 1;
            let found = [faults(&zh, CHINESE, false), faults(&en, ENGLISH, true)].concat();
            wrong.extend(found.into_iter().map(|fault| format!("{}: {fault}: {zh} / {en}", path.display())));
        }
    }
    assert!(read > 2500, "only {read} sentences were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn data_files_keep_to_the_glossary() {
    let mut data = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog"), ".toml", &mut data);
    let (mut read, mut wrong) = (0, Vec::new());
    for path in data {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut check = |language: &str, list, words| {
            for text in texts(&text, language) {
                read += 1;
                wrong.extend(faults(text, list, words).into_iter().map(|fault| format!("{}: {fault}: {text}", path.display())));
            }
        };
        check("_en", ENGLISH, true);
        check("_zh", CHINESE, false);
    }
    assert!(read > 700, "only {read} texts were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn faults_are_found_and_paths_are_none() {
    for (text, found) in [
        ("The Owner does it.", true),
        ("An owner, or two.", true),
        ("set x owner.mobile=1", false),
        ("[subject] or {owner}", false),
        ("The legal person signs.", true),
        ("Recommend it.", false),
        ("4 to 30 units", true),
        ("Run it as the file's owner, or not.", false),
    ] {
        assert_eq!(!faults(text, ENGLISH, true).is_empty(), found, "{text}");
    }
    for (text, found) in
        [("先在控制台改名。", true), ("通管局审核通过", false), ("等管局审核", true), ("以「主办者冲突」退回", false)]
    {
        assert_eq!(!faults(text, CHINESE, false).is_empty(), found, "{text}");
    }
    let source = "// \"不读\", \"mend\"\ntext(\"有一\\\n    句\", \"mend \\\"it\\\"\") + '\"' + (\"x\", \"y\")";
    assert_eq!(sentences(source), [("有一句".to_owned(), "mend \"it\"".to_owned())]);
}
