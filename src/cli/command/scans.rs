//! `beian new --scans FOLDER`: a draft of the pictures in a folder.

use std::io::Write;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::cli::command::reading::reader;
use crate::cli::error::Failure;
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::drafts::filled::{self, Picture};
use crate::filing::Draft;
use crate::fs::IoTrouble;
use crate::locale::{Lang, error, reading as words};
use crate::reading::folder::{Found, MOST, NoPictures, pictures};
use crate::reading::read;
use crate::scan::relative_to;
use crate::text::clean::visible;

/// The pictures in a folder, and what they say.
pub struct Folder(Vec<Picture>);

/// What became of the pictures of a folder.
pub struct Filled(filled::Filled);

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
        let read = found.into_iter().map(|Found { file, sha256 }| {
            // What no draft can name stays where it is.
            let path = relative_to(target, home, &file).unwrap_or_else(|| file.to_string_lossy().into_owned());
            let reading = sha256.as_ref().map(|sha256| read(&reader, &file, sha256)).unwrap_or_default();
            Picture { path, sha256, reading }
        });
        Ok(Self(read.collect()))
    }

    /// The nature of whoever files, as far as the pictures tell.
    pub fn nature(&self) -> Option<u32> {
        filled::nature(&self.0)
    }

    /// Puts the pictures into their fields, and the values that they vouch for into theirs.
    pub fn fill(&self, draft: &mut Draft, world: &World) -> Filled {
        let filled = filled::fill(draft, &self.0, world.today(), true);
        for (field, value) in &filled.changes {
            draft.set(*field, value.clone());
        }
        Filled(filled)
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
    /// The same for programs.
    pub fn to_json(&self) -> Json {
        let placed = self.0.placed.iter().map(|(field, path)| (field.path().to_owned(), Json::from(path.as_str())));
        json!({
            "placed": placed.collect::<serde_json::Map<_, _>>(),
            "filled": self.0.filled.iter().map(|field| field.path()).collect::<Vec<_>>(),
            "left": self.0.left.iter().map(|(path, _)| path).collect::<Vec<_>>(),
        })
    }

    /// Tells people, beside the answer itself.
    pub fn tell(&self, out: &Out<'_>, err: &mut dyn Write) {
        let lang = out.lang;
        let mut say = |line: String| {
            let _ = writeln!(err, "{line}");
        };
        for (field, path) in &self.0.placed {
            say(words::PLACED.with(lang, &[("path", &visible(path)), ("field", &field.full_label(lang))]));
        }
        if !self.0.filled.is_empty() {
            let labels: Vec<_> = self.0.filled.iter().map(|field| field.full_label(lang).to_string()).collect();
            say(words::FILLED.with(lang, &[("fields", &labels.join(words::BETWEEN.in_lang(lang)))]));
        }
        for (path, why) in &self.0.left {
            say(words::LEFT.with(lang, &[("path", &visible(path)), ("why", &words::why_left(*why).in_lang(lang))]));
        }
        say(words::COMPARE.in_lang(lang).to_owned());
    }
}
