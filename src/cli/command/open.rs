//! `beian [DRAFT]`: the wizard.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use directories::UserDirs;

use crate::cli::args::commands;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::world::World;
use crate::drafts::{Access, DraftFile};
use crate::locale::error as words;
use crate::locale::tui::common as screen_words;
use crate::text::clean::visible;
use crate::tui::picture::graphics::Wish;
use crate::tui::state::UsualFolders;
use crate::tui::widget::theme::Choice;
use crate::tui::{self, Rescued};

/// Opens the list of drafts, or a draft. Without a terminal it says which commands there are.
pub fn run(wanted: Option<&OsStr>, theme: Option<&str>, world: &World, out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    if !world.interactive {
        if let Some(wanted) = wanted.filter(|wanted| is_like_command(wanted) && store::find(world, wanted).is_err()) {
            return Err(Failure::no_command(wanted).into());
        }
        let hint = Sentence::of(words::NO_TERMINAL_HINT).with("commands", commands().collect::<Vec<_>>().join(", "));
        return Err(Failure::usage(words::NO_TERMINAL).hint(hint).into());
    }
    if let Some(word) = world.graphics_variable.as_deref().filter(|word| Wish::parse(word).is_none()) {
        let hint = Sentence::of(words::GRAPHICS_HINT).with("words", Wish::WORDS.join(", "));
        return Err(Failure::usage(Sentence::of(words::GRAPHICS).with("word", visible(word))).hint(hint).into());
    }
    let theme = match theme.map(|word| ("--theme", word)).or(world.theme_variable.as_deref().map(|word| ("BEIAN_THEME", word))) {
        Some((setting, word)) => Choice::parse(word).ok_or_else(|| {
            let message = Sentence::of(words::THEME).with("setting", setting).with("word", visible(word));
            Failure::usage(message).hint(Sentence::of(words::THEME_HINT).with("words", Choice::WORDS.join(", ")))
        })?,
        None => Choice::default(),
    };
    let open = wanted.map(|wanted| draft(wanted, world)).transpose()?;
    let options = tui::Options {
        lang,
        drafts_dir: store::folder(world)?.path().to_owned(),
        state_dir: world.state_dir.as_ref().map(|dir| world.absolute(dir)),
        own_drafts: world.own_drafts().map(|dir| world.absolute(dir)),
        home: world.home.clone(),
        usual_folders: usual_folders(world),
        today: world.fixed_today,
        open,
        no_color: world.no_color,
        theme,
        hints: world.hints,
    };
    match tui::run(options) {
        Ok(None) => Ok(Status::Fine),
        Ok(Some(rescued)) => Err(told(&rescued).into()),
        Err(error) => Err(Failure::system(Sentence::of(words::INTERNAL).with("detail", visible(&error.to_string()))).into()),
    }
}

/// Folders where scans may lie, as far as they are there: those that the system names, else those that most have.
fn usual_folders(world: &World) -> UsualFolders {
    let dirs = UserDirs::new();
    let named = |find: fn(&UserDirs) -> Option<&Path>, usual: &str| {
        let named = dirs.as_ref().and_then(find).map(Path::to_owned);
        let usual = || world.home.as_ref().map(|home| home.join(usual));
        named.filter(|folder| folder.is_dir()).or_else(usual).filter(|folder| folder.is_dir())
    };
    UsualFolders {
        working: Some(world.folder.clone()).filter(|folder| folder.is_absolute()),
        pictures: named(UserDirs::picture_dir, "Pictures"),
        downloads: named(UserDirs::download_dir, "Downloads"),
        desktop: named(UserDirs::desktop_dir, "Desktop"),
    }
}

/// A misspelt command looks like a draft.
fn is_like_command(wanted: &OsStr) -> bool {
    !similar(&wanted.to_string_lossy(), commands()).is_empty()
}

/// Where the draft is that could not be saved in its place when the wizard had to end.
fn told(rescued: &Rescued) -> Failure {
    match rescued {
        Rescued::Copy(path) => {
            Failure::system(Sentence::of(screen_words::RESCUED).with("path", words::path(path))).hint(screen_words::RESCUED_HINT)
        }
        Rescued::Lost => Failure::system(screen_words::LOST),
    }
}

/// The draft's file, after a look whether it can be read: complaints are better told before the screen is taken.
fn draft(wanted: &OsStr, world: &World) -> Result<PathBuf, Failure> {
    let path = store::find(world, wanted)
        .map_err(|failure| if is_like_command(wanted) { Failure::no_command(wanted) } else { failure })?;
    DraftFile::open(&path, Access::ReadOnly)?;
    Ok(world.absolute(&path))
}
