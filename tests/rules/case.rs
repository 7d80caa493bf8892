//! The one reader of cases: those in the rules' records, which `beian explain` prints, and those in `tests/fixtures/reasons`.
//!
//! A case is TOML: lines of a draft, put into a draft without faults, where a key without content empties its field. Beside them
//! may stand `without`, fields to be emptied; `today`, the day as of which is checked; `files`, what is known about pictures
//! (`super::case_files`); and `beside`, lines and `without` of a second draft that
//! lies next to the first, or a list of such.
//! Anything else fails the test that reads it, with its place.

use beian::drafts::codec;
use beian::filing::{FieldId, Value};
use toml::{Table, Value as Toml};

use super::case_files;
use super::drafts::Case;

/// A piece of TOML and where it stands, so that whoever mistypes a key is told which one.
#[derive(Debug, Clone)]
pub struct Part {
    pub place: String,
    table: Table,
}

impl Part {
    pub fn parse(place: &str, text: &str) -> Self {
        let table = text.parse::<Table>().unwrap_or_else(|error| panic!("{place}: {error}"));
        Self { place: place.to_owned(), table }
    }

    /// What stands under a key, taken out.
    pub fn take(&mut self, key: &str) -> Option<Toml> {
        self.table.remove(key)
    }

    /// The text under a key, taken out.
    pub fn take_text(&mut self, key: &str) -> Option<String> {
        let value = self.take(key)?;
        Some(value.as_str().unwrap_or_else(|| panic!("{}: {key} is no text", self.place)).to_owned())
    }

    /// The table under a key, taken out.
    pub fn take_part(&mut self, key: &str) -> Option<Self> {
        let place = format!("{}: {key}", self.place);
        match self.take(key)? {
            Toml::Table(table) => Some(Self { place, table }),
            other => panic!("{place} is no table: {other}"),
        }
    }

    /// The table under a key, or each of several, taken out.
    fn take_parts(&mut self, key: &str) -> Vec<Self> {
        let Some(Toml::Array(list)) = self.table.get(key).cloned() else { return self.take_part(key).into_iter().collect() };
        self.take(key);
        let place = format!("{}: {key}", self.place);
        list.into_iter()
            .map(|one| match one {
                Toml::Table(table) => Self { place: place.clone(), table },
                other => panic!("{place} is no table: {other}"),
            })
            .collect()
    }

    /// Every key with its table.
    fn into_parts(mut self) -> Vec<(String, Self)> {
        let keys: Vec<String> = self.table.keys().cloned().collect();
        keys.into_iter().filter_map(|key| Some((key.clone(), self.take_part(&key)?))).collect()
    }

    /// Whether everything was taken out.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// Whatever was not taken out is a mistake.
    pub fn expect_empty(&self) {
        let unknown: Vec<&String> = self.table.keys().collect();
        assert!(unknown.is_empty(), "{}: unknown {unknown:?}", self.place);
    }
}

/// A draft without faults, with the changes of these parts one after the other.
pub fn build(start: fn() -> Case, parts: impl IntoIterator<Item = Part>) -> Case {
    let mut case = start();
    for mut part in parts {
        if let Some(day) = part.take_text("today") {
            case.today = day.parse().unwrap_or_else(|error| panic!("{}: today: {error}", part.place));
        }
        for (path, file) in part.take_part("files").map(Part::into_parts).unwrap_or_default() {
            let (facts, reading) = case_files::read(&path, file);
            if let (Some(sha256), Some(reading)) = (facts.sha256(), reading) {
                case.readings.insert(sha256, reading);
            }
            case.facts.insert(path, facts);
        }
        for beside in part.take_parts("beside") {
            let mut other = start();
            change(&mut other, beside);
            case.others.add("another draft", &other.draft);
        }
        change(&mut case, part);
    }
    case
}

/// Puts lines of a draft in, and empties the fields of `without`.
fn change(case: &mut Case, mut part: Part) {
    let place = part.place.clone();
    for path in names(&mut part, "without") {
        case.draft.set(FieldId::from_path(&path).unwrap_or_else(|| panic!("{place}: without: no field {path}")), None);
    }
    let text = format!("format = 1\n{}", toml::to_string(&part.table).unwrap());
    let document = codec::parse(&text).unwrap_or_else(|error| panic!("{place}: {error}\n{text}"));
    assert_eq!((document.unknown_keys(), document.unread_events()), (Vec::new(), &[][..]), "{place}");
    if part.take("events").is_some() {
        case.draft.events.clone_from(&document.draft().events);
    }
    let mut put = 0;
    for id in FieldId::ALL.iter().copied() {
        let Some(written) = find(&part.table, id.path()) else { continue };
        let value: Option<&Value> = document.draft().get(id);
        assert!(value.is_some() || is_without_content(written), "{place}: {} cannot be {written}", id.path());
        case.draft.set(id, value.cloned());
        put += 1;
    }
    for id in FieldId::ALL.iter().copied().filter(|id| id.field().is_recorded()) {
        let Some(written) = find(&part.table, &format!("record.{}", id.path())) else { continue };
        let value = document.draft().recorded(id);
        assert!(value.is_some(), "{place}: record.{} cannot be {written}", id.path());
        case.draft.set_recorded(id, value.cloned());
        put += 1;
    }
    assert_eq!(put, fields_in(&part.table), "{place}: holds something that is no field");
}

fn names(part: &mut Part, key: &str) -> Vec<String> {
    let Some(value) = part.take(key) else { return Vec::new() };
    value.try_into().unwrap_or_else(|_| panic!("{}: {key} is no list of texts", part.place))
}

fn find<'a>(table: &'a Table, path: &str) -> Option<&'a Toml> {
    let mut steps = path.split('.');
    let first = table.get(steps.next()?);
    steps.fold(first, |at, key| at.and_then(|value| value.get(key)))
}

fn is_without_content(value: &Toml) -> bool {
    value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty)
}

/// How many fields a piece of a draft speaks of.
fn fields_in(table: &Table) -> usize {
    fn count(path: &str, value: &Toml) -> usize {
        match (FieldId::from_path(path), value) {
            (Some(_), _) => 1,
            (None, Toml::Table(inner)) => inner.iter().map(|(key, value)| count(&format!("{path}.{key}"), value)).sum(),
            // Something that no field takes: counted, so that it is missed.
            _ => 1,
        }
    }
    table.iter().map(|(key, value)| count(key, value)).sum()
}

mod tests {
    use super::super::drafts::company;
    use super::*;

    fn build_from(text: &str) -> Case {
        build(company, [Part::parse("here", text)])
    }

    #[test]
    fn everything_is_read() {
        let case = build_from(
            "today = '2026-12-01'\nwithout = ['subject.name']\nsubject.address = ''\nowner.mobile = '13012340005'\n\
             files.'a.jpg' = { bytes = 3, blur = 2.5, cut = { left = 0.25 } }\nbeside.subject.name = '乙'",
        );
        assert_eq!((case.today.to_string().as_str(), case.others.len()), ("2026-12-01", 1));
        let draft = &case.draft;
        assert_eq!((draft.get(FieldId::SubjectName), draft.get(FieldId::SubjectAddress)), (None, None));
        assert_eq!(draft.text(FieldId::OwnerMobile), "13012340005");
        let facts = case.facts.get("a.jpg").unwrap();
        let look = facts.analysis().unwrap();
        assert_eq!((facts.size, look.blur), (3, Some(2.5)));
        assert_eq!(look.outline.as_ref().unwrap().cut, [0.0, 0.0, 0.0, 0.25]);
    }

    #[test]
    fn a_mistake_is_named_with_its_place() {
        for (text, said) in [
            ("subject.nme = '甲'", "subject.nme"),
            ("surprise = 1", "surprise"),
            ("without = ['subject.nme']", "here: without: no field subject.nme"),
            ("without = 'subject.name'", "here: without is no list of texts"),
            ("today = 1", "here: today is no text"),
            ("today = 'soon'", "here: today: "),
            ("beside = 1", "here: beside is no table: 1"),
            ("beside.today = '2026-12-01'", "here: beside"),
            ("beside.files.'a.jpg' = { bytes = 1 }", "here: beside"),
            ("files.'a.jpg' = 1", "here: files: a.jpg is no table: 1"),
            ("files.'a.jpg' = { blurr = 1.0 }", "here: files: a.jpg: unknown [\"blurr\"]"),
            ("files.'a.jpg' = { blur = 'much' }", "here: files: a.jpg: blur is no number"),
            ("files.'a.jpg' = { missing = 1 }", "here: files: a.jpg: missing is neither true nor false"),
            ("files.'a.jpg' = { missing = true, blur = 1.0 }", "here: files: a.jpg: unknown [\"blur\"]"),
            ("files.'a.jpg' = { truncated = true, blur = 1.0 }", "here: files: a.jpg: unknown [\"blur\"]"),
            ("files.'a.jpg' = { format = 'DOC' }", "here: files: a.jpg: unknown format DOC"),
            ("files.'a.jpg' = { side = 'edge' }", "here: files: a.jpg: unknown side edge"),
            ("files.'a.jpg' = { cut = { under = 0.2 } }", "here: files: a.jpg: cut: unknown [\"under\"]"),
            ("files.'a.jpg' = { outline = false, angle = 20 }", "here: files: a.jpg: angle is of an outline"),
            ("files.'a.jpg' = { width = -1 }", "here: files: a.jpg: width does not fit: -1"),
        ] {
            let panic = std::panic::catch_unwind(|| build_from(text)).map(|_| ()).expect_err(text);
            let panic = panic.downcast_ref::<String>().unwrap();
            assert!(panic.contains(said), "{text}: {panic}");
        }
    }
}
