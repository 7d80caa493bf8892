//! `beian [DRAFT]`: the wizard.

use std::ffi::OsStr;
use std::path::PathBuf;

use super::args::COMMANDS;
use super::error::{Failure, Outcome, Status};
use super::out::Out;
use super::similar::similar;
use super::store;
use super::world::World;
use crate::drafts::{Access, DraftFile};
use crate::locale::tui::common as screen_words;
use crate::locale::{Lang, error as words};
use crate::tui::picture::graphics::Wish;
use crate::tui::{self, Rescued};

/// Opens the list of drafts, or a draft. Without a terminal it says which commands there are.
pub fn run(wanted: Option<&OsStr>, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if !world.interactive {
        if let Some(wanted) = wanted.filter(|wanted| is_like_command(wanted) && store::find(world, lang, wanted).is_err()) {
            return Err(Failure::no_command(lang, wanted).into());
        }
        let hint = words::NO_TERMINAL_HINT.with(lang, &[("commands", &COMMANDS.join(", "))]);
        return Err(Failure::usage(lang, words::NO_TERMINAL, &[], hint).into());
    }
    if let Some(word) = world.graphics_variable.as_deref().filter(|word| Wish::parse(word).is_none()) {
        let hint = words::GRAPHICS_HINT.with(lang, &[("words", &Wish::WORDS.join(", "))]);
        return Err(Failure::usage(lang, words::GRAPHICS, &[("word", &crate::text::clean::visible(word))], hint).into());
    }
    let open = wanted.map(|wanted| draft(wanted, world, lang)).transpose()?;
    let options = tui::Options {
        lang,
        drafts_dir: store::folder(world, lang)?.path().to_owned(),
        state_dir: world.state_dir.as_ref().map(|dir| world.absolute(dir)),
        home: world.home.clone(),
        today: world.fixed_today,
        open,
        no_color: world.no_color,
        hints: world.hints,
    };
    match tui::run(options) {
        Ok(None) => Ok(Status::Fine),
        Ok(Some(rescued)) => Err(told(lang, &rescued).into()),
        Err(error) => {
            let detail = crate::text::clean::visible(&error.to_string()).into_owned();
            let message = words::INTERNAL.with(lang, &[("detail", &detail)]);
            Err(Failure { status: Status::System, message, hint: String::new() }.into())
        }
    }
}

/// A misspelt command looks like a draft.
fn is_like_command(wanted: &OsStr) -> bool {
    !similar(&wanted.to_string_lossy(), COMMANDS).is_empty()
}

/// Where the draft is that could not be saved in its place when the wizard had to end.
fn told(lang: Lang, rescued: &Rescued) -> Failure {
    let (message, hint) = match rescued {
        Rescued::Copy(path) => (
            screen_words::RESCUED.with(lang, &[("path", &words::path(path))]),
            screen_words::RESCUED_HINT.in_lang(lang).to_owned(),
        ),
        Rescued::Lost => (screen_words::LOST.in_lang(lang).to_owned(), String::new()),
    };
    Failure { status: Status::System, message, hint }
}

/// The draft's file, after a look whether it can be read: complaints are better told before the screen is taken.
fn draft(wanted: &OsStr, world: &World, lang: Lang) -> Result<PathBuf, Failure> {
    let path = store::find(world, lang, wanted)
        .map_err(|failure| if is_like_command(wanted) { Failure::no_command(lang, wanted) } else { failure })?;
    DraftFile::open(&path, Access::ReadOnly).map_err(|error| Failure::open(lang, &error))?;
    Ok(world.absolute(&path))
}
