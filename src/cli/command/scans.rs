//! `beian new --scans FOLDER`: a draft of the pictures in a folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::cli::command::reading::reader;
use crate::cli::error::Failure;
use crate::cli::output::Out;
use crate::cli::sentence::{Part, Sentence};
use crate::cli::world::World;
use crate::drafts::filled::Left;
use crate::drafts::filled::{self, Picture};
use crate::filing::{Draft, FieldId, PersonField, Value};
use crate::fs::IoTrouble;
use crate::locale::{Lang, error, reading as words};
use crate::reading::folder::{Found, MOST, NoPictures, pictures};
use crate::reading::{Choice, DocumentKind, Open, Person, Readings, Seen, name_on, read};
use crate::scan::relative_to;
use crate::text::clean::visible;

/// The pictures in a folder, and what they say.
pub struct Folder(Vec<Picture>);

/// What became of the pictures of a folder.
pub struct Filled {
    filled: filled::Filled,
    /// Who was taken for the responsible person although nobody said so.
    suggested: Option<String>,
    /// Names that were given and stand on no card.
    unknown: Vec<String>,
}

impl Folder {
    /// Reads the pictures in a folder; `target` is the folder of the draft that will name them.
    ///
    /// # Errors
    /// When there are no models, the folder cannot be read, or it holds no pictures or too many.
    pub fn read(folder: &Path, target: &Path, world: &World, lang: Lang, err: &mut dyn Write) -> Result<Self, Failure> {
        let folder = world.absolute(folder);
        let reader = reader(world)?;
        let found = pictures(&folder).map_err(|why| refused(&folder, why))?;
        let _ = writeln!(err, "{}", words::READING.with(lang, &[("count", &found.len())]));
        let home = world.home.as_deref();
        let mut known = Readings::default();
        let read = found.into_iter().map(|Found { file, sha256, about }| {
            // What no draft can name stays where it is.
            let path = relative_to(target, home, &file).unwrap_or_else(|| file.to_string_lossy().into_owned());
            let reading = sha256.as_ref().map(|sha256| match known.get(sha256) {
                Some(reading) => reading.clone(),
                None => {
                    let reading = read(&reader, &file, sha256);
                    known.insert(sha256, reading.clone());
                    reading
                }
            });
            let reading = reading.unwrap_or_default();
            (file, Picture { path, sha256, reading, about, is_there: true })
        });
        let read: Vec<_> = read.collect();
        // Reading takes a while.
        let still = |(file, picture): (PathBuf, Picture)| Picture { is_there: file.is_file(), ..picture };
        Ok(Self(read.into_iter().map(still).collect()))
    }

    /// The nature of whoever files, as far as the pictures tell.
    pub fn nature(&self) -> Option<u32> {
        filled::nature(&self.0)
    }

    /// Puts the pictures into their fields, and the values that they vouch for into theirs; beside the names that were given. An owner of
    /// another name is another person. Where nobody says who is who, the certificate of the organisation does.
    pub fn fill(&self, draft: &mut Draft, names: &[(FieldId, Option<String>)], world: &World) -> Filled {
        let given: Vec<(FieldId, &str)> = names.iter().filter_map(|(field, name)| Some((*field, name.as_deref()?))).collect();
        let is_on_a_card = |name: &str| {
            let says =
                |seen: &Seen| seen.what.person_field() == Some(PersonField::Name) && seen.stored().eq_ignore_ascii_case(name);
            self.0.iter().any(|picture| picture.reading.values.iter().any(says))
        };
        let name_of = |id: FieldId| given.iter().find(|(field, _)| *field == id).map(|(_, name)| *name);
        // One name for both is one person.
        let is_one = name_of(FieldId::OwnerName).is_some_and(|name| name_of(FieldId::ResponsiblePersonName) == Some(name));
        if is_one {
            draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
        }
        for (field, name) in given.iter().filter(|(field, _)| !is_one || *field != FieldId::OwnerName) {
            draft.set(*field, Some((*name).into()));
        }
        let unknown = given.iter().filter(|(_, name)| !is_on_a_card(name)).map(|(_, name)| (*name).to_owned()).collect();
        let fill = |chosen: &[Choice]| filled::fill(draft, &self.0, chosen, world.today(), true);
        let (mut filled, mut suggested) = (fill(&[]), None);
        if let Some(choice) = filled.open.as_ref().and_then(Open::suggested) {
            suggested = filled.open.iter().flat_map(Open::answers).next().and_then(|(person, _)| person.name.clone());
            filled = fill(&[choice]);
        }
        for (field, value) in &filled.changes {
            draft.set(*field, value.clone());
        }
        Filled { filled, suggested, unknown }
    }
}

/// Why the pictures of a folder are not read.
fn refused(folder: &Path, why: NoPictures) -> Failure {
    let shown = error::path(folder);
    match why {
        NoPictures::Unreadable(trouble) => {
            Failure::usage(Sentence::of(words::CANNOT_READ).with("path", shown).with("trouble", IoTrouble::from(trouble)))
        }
        NoPictures::None => Failure::usage(Sentence::of(words::NO_PICTURES).with("path", shown)).hint(words::NO_PICTURES_HINT),
        NoPictures::TooMany(count) => {
            let many = Sentence::of(words::MANY_PICTURES).with("path", shown).with("count", count).with("most", MOST);
            Failure::usage(many).hint(words::MANY_PICTURES_HINT)
        }
    }
}

impl Filled {
    /// Who has to be named before there is a draft to go on with: whom the pictures do not tell, and nobody has said. `given` are the names
    /// that were.
    pub fn unnamed(&self, given: &[(FieldId, Option<String>)]) -> Option<Failure> {
        let is_given = |id: FieldId| given.iter().any(|(field, name)| *field == id && name.is_some());
        let (sentence, people) = match &self.filled.open {
            Some(Open::ResponsiblePerson(people)) if !is_given(FieldId::ResponsiblePersonName) => (words::WHO, people),
            Some(Open::Owner(people)) if !is_given(FieldId::OwnerName) => (words::WHO_OWNS, people),
            _ => return None,
        };
        let names = Part::Both(names_of(Lang::Zh, people), names_of(Lang::En, people));
        Some(Failure::usage(Sentence::of(sentence).with("names", names)).hint(words::NOTHING_MADE))
    }

    /// The same for programs.
    pub fn to_json(&self) -> Json {
        let placed = self.filled.placed.iter().map(|(field, path)| (field.path().to_owned(), Json::from(path.as_str())));
        json!({
            "placed": placed.collect::<serde_json::Map<_, _>>(),
            "filled": self.filled.filled.iter().map(|field| field.path()).collect::<Vec<_>>(),
            "left": self.filled.left.iter().map(|left| &left.path).collect::<Vec<_>>(),
            "why": self.filled.left.iter().map(why).collect::<Vec<_>>(),
            "cards": self.filled.left.iter().filter(|left| left.instead.is_none()).filter_map(card).collect::<Vec<_>>(),
        })
    }

    /// Tells people, beside the answer itself; `made` is the draft.
    pub fn tell(&self, made: &Path, out: &Out<'_>, err: &mut dyn Write) {
        let lang = out.lang;
        let mut say = |line: String| {
            let _ = writeln!(err, "{line}");
        };
        for (field, path) in &self.filled.placed {
            say(words::PLACED.with(lang, &[("path", &visible(path)), ("field", &field.full_label(lang))]));
        }
        if !self.filled.filled.is_empty() {
            let labels: Vec<_> = self.filled.filled.iter().map(|field| field.full_label(lang).to_string()).collect();
            say(words::FILLED.with(lang, &[("fields", &labels.join(words::BETWEEN.in_lang(lang)))]));
        }
        for left in &self.filled.left {
            let instead = left.instead.as_deref().unwrap_or_default();
            let (path, why) = (visible(&left.path), words::why_left(lang, left.why, &visible(instead)));
            say(match words::shown(lang, &left.reading) {
                Some(what) => words::LEFT_SHOWN.with(lang, &[("path", &path), ("what", &what), ("why", &why)]),
                None => words::LEFT.with(lang, &[("path", &path), ("why", &why)]),
            });
        }
        for name in &self.unknown {
            say(words::NOT_ON_CARDS.with(lang, &[("name", &visible(name))]));
        }
        if let Some(name) = &self.suggested {
            say(words::SUGGESTED.with(lang, &[("name", &visible(name)), ("path", &error::path(made))]));
        }
        say_open(self.filled.open.as_ref(), &self.filled.left, lang, &mut say);
        say(words::COMPARE.in_lang(lang).to_owned());
    }
}

/// Why a picture has no place, for programs.
fn why(left: &Left) -> Json {
    let why = words::why_key(left.why);
    match &left.instead {
        Some(instead) => json!({ "path": left.path, "why": why, "instead": instead }),
        None => json!({ "path": left.path, "why": why }),
    }
}

/// A card that has no place, for programs.
fn card(left: &Left) -> Option<Json> {
    let kind = left.reading.kind.filter(|kind| matches!(kind, DocumentKind::Person(_)))?;
    Some(json!({
        "path": left.path,
        "kind": words::kind_key(kind),
        "side": left.reading.side.map(words::side_key),
        "name": name_on(&left.reading),
    }))
}

/// The people on the cards.
fn names_of(lang: Lang, people: &[Person]) -> String {
    let name = |person: &Person| match &person.name {
        Some(name) => visible(name).into_owned(),
        None => words::NAMELESS.with(lang, &[("path", &visible(&person.path))]),
    };
    people.iter().map(name).collect::<Vec<_>>().join(words::BETWEEN.in_lang(lang))
}

/// Says what the pictures do not tell, and how to say it.
fn say_open(open: Option<&Open>, left: &[Left], lang: Lang, say: &mut impl FnMut(String)) {
    let names = |people: &[Person]| names_of(lang, people);
    match open {
        Some(Open::ResponsiblePerson(people)) => say(words::WHO.with(lang, &[("names", &names(people))])),
        Some(Open::Owner(people)) => say(words::WHO_OWNS.with(lang, &[("names", &names(people))])),
        Some(Open::Back { path, .. }) => {
            let reading = left.iter().find(|left| left.path == *path).map(|left| &left.reading);
            let what = reading.and_then(|reading| words::shown(lang, reading)).unwrap_or_default();
            say(words::WHOSE.with(lang, &[("path", &visible(path)), ("what", &what)]));
        }
        None => {}
    }
}
