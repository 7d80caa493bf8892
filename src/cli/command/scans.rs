//! `beian new --scans FOLDER`: a draft of the pictures in a folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::catalog;
use crate::cli::command::reading::reader;
use crate::cli::error::Failure;
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::filing::{Draft, FieldId, Value};
use crate::fs::IoTrouble;
use crate::locale::{Lang, error, reading as words};
use crate::reading::{Reading, Readings, read, sort};
use crate::rules::{self, Context};
use crate::scan::facts::{Facts, Format};
use crate::scan::relative_to;
use crate::text::clean::visible;

/// Pictures of a folder that are read at most: a filing has ten or so.
const MOST: usize = 60;

/// The pictures in a folder, and what they say.
pub struct Folder {
    pictures: Vec<(String, Reading)>,
    readings: Readings,
    facts: Facts,
}

/// What became of the pictures of a folder.
pub struct Filled {
    placed: Vec<(FieldId, String)>,
    filled: Vec<FieldId>,
    left: Vec<String>,
}

impl Folder {
    /// Reads the pictures in a folder; `target` is the folder of the draft that will name them.
    ///
    /// # Errors
    /// When there are no models, the folder cannot be read, or it holds no pictures or too many.
    pub fn read(folder: &Path, target: &Path, world: &World, lang: Lang, err: &mut dyn Write) -> Result<Self, Failure> {
        let folder = world.absolute(folder);
        let shown = error::path(&folder);
        let reader = reader(world)?;
        let unreadable = |trouble: std::io::Error| {
            Failure::usage(Sentence::of(words::CANNOT_READ).with("path", shown.clone()).with("trouble", IoTrouble::from(trouble)))
        };
        let mut files: Vec<PathBuf> = Vec::new();
        for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let is_picture = Format::promised_by(&path.to_string_lossy()).is_some_and(Format::is_decoded);
            if is_picture && path.is_file() {
                files.push(path);
            }
        }
        files.sort();
        if files.is_empty() {
            return Err(Failure::usage(Sentence::of(words::NO_PICTURES).with("path", shown)).hint(words::NO_PICTURES_HINT));
        }
        if files.len() > MOST {
            let many = Sentence::of(words::MANY_PICTURES).with("path", shown).with("count", files.len()).with("most", MOST);
            return Err(Failure::usage(many).hint(words::MANY_PICTURES_HINT));
        }
        let _ = writeln!(err, "{}", words::READING.with(lang, &[("count", &files.len())]));
        let home = world.home.as_deref();
        // What no draft can name stays where it is.
        let named = files.iter().map(|file| (file, relative_to(target, home, file)));
        let named: Vec<(&PathBuf, String)> =
            named.map(|(file, path)| (file, path.unwrap_or_else(|| file.to_string_lossy().into_owned()))).collect();
        let facts = world.scans().inspect_all(target, home, named.iter().map(|(_, path)| path.as_str()));
        let (mut pictures, mut readings) = (Vec::new(), Readings::default());
        for (file, path) in named {
            let sha256 = facts.get(&path).and_then(|facts| facts.sha256());
            let reading = sha256.map(|sha256| read(&reader, file, sha256)).unwrap_or_default();
            if let Some(sha256) = sha256 {
                readings.insert(sha256, reading.clone());
            }
            pictures.push((path, reading));
        }
        Ok(Self { pictures, readings, facts })
    }

    /// The nature of whoever files: an individual where there is a card and no certificate of an organisation.
    pub fn nature(&self) -> Option<u32> {
        let placed = sort(&self.pictures).placed;
        let has = |wanted: FieldId| placed.iter().any(|(field, _)| *field == wanted);
        let is_individual = has(FieldId::ResponsiblePersonCertificateFront) && !has(FieldId::SubjectCertificatePhoto);
        is_individual.then_some(catalog::INDIVIDUAL)
    }

    /// Puts the pictures into their fields, and the values that they vouch for into theirs.
    pub fn fill(&self, draft: &mut Draft, world: &World) -> Filled {
        let sorted = sort(&self.pictures);
        // An owner of their own is one that the responsible person is not.
        if sorted.placed.iter().any(|(field, _)| *field == FieldId::OwnerCertificateFront) {
            draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        }
        for (field, path) in &sorted.placed {
            draft.set(*field, Some((*path).into()));
        }
        let found = rules::check(&Context::new(draft, &self.facts, world.today()).with_readings(&self.readings));
        let mut filled = Vec::new();
        for fix in found.into_iter().filter(|said| said.rule.name == "scan-fills").flat_map(|said| said.fixes) {
            for (field, value) in fix.changes {
                draft.set(field, value);
                if !filled.contains(&field) {
                    filled.push(field);
                }
            }
        }
        let placed = sorted.placed.iter().map(|(field, path)| (*field, (*path).to_owned())).collect();
        Filled { placed, filled, left: sorted.left.into_iter().map(str::to_owned).collect() }
    }
}

impl Filled {
    /// The same for programs.
    pub fn to_json(&self) -> Json {
        let placed = self.placed.iter().map(|(field, path)| (field.path().to_owned(), Json::from(path.as_str())));
        json!({
            "placed": placed.collect::<serde_json::Map<_, _>>(),
            "filled": self.filled.iter().map(|field| field.path()).collect::<Vec<_>>(),
            "left": self.left,
        })
    }

    /// Tells people, beside the answer itself.
    pub fn tell(&self, out: &Out<'_>, err: &mut dyn Write) {
        let lang = out.lang;
        let mut say = |line: String| {
            let _ = writeln!(err, "{line}");
        };
        for (field, path) in &self.placed {
            say(words::PLACED.with(lang, &[("path", &visible(path)), ("field", &field.full_label(lang))]));
        }
        if !self.filled.is_empty() {
            let labels: Vec<_> = self.filled.iter().map(|field| field.full_label(lang).to_string()).collect();
            say(words::FILLED.with(lang, &[("fields", &labels.join(words::BETWEEN.in_lang(lang)))]));
        }
        for path in &self.left {
            say(words::LEFT.with(lang, &[("path", &visible(path))]));
        }
        say(words::COMPARE.in_lang(lang).to_owned());
    }
}
