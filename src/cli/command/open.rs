//! `beian [DRAFT]`: the wizard.

use std::ffi::OsStr;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use chrono::TimeDelta;
use directories::UserDirs;

use super::new;
use crate::cli::args::{Args, commands};
use crate::cli::config::Origin;
use crate::cli::encryption::{self, Asking};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::value::{self, Folders};
use crate::cli::world::World;
use crate::drafts::{Access, DraftFile};
use crate::filing::{Draft, FieldId};
use crate::locale::error as words;
use crate::locale::tui::common as screen_words;
use crate::plain::{self, Prepared};
use crate::text::clean::visible;
use crate::tui::picture::graphics::Wish;
use crate::tui::state::{Preferences, UsualFolders};
use crate::tui::terminal::secret;
use crate::tui::widget::theme::Choice;
use crate::tui::{self, Rescued};

/// Opens the list of drafts, or a draft. Without a terminal it says which commands there are.
pub fn run(args: &Args, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let (wanted, theme) = (args.wizard.draft.as_deref(), args.wizard.theme.as_deref());
    if args.wizard.plain || (world.has_input && (world.is_dumb || !world.interactive)) {
        return ask_plainly(wanted, world, input, out);
    }
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
        None => world.config.theme.unwrap_or_default(),
    };
    let mouse = match (args.wizard.no_mouse, world.mouse_variable.as_deref()) {
        (true, _) => false,
        (false, None) => world.config.mouse.unwrap_or(true),
        (false, Some(word)) => switch(word).ok_or_else(|| {
            let message = Sentence::of(words::SWITCH).with("setting", "BEIAN_MOUSE").with("word", visible(word));
            Failure::usage(message).hint(words::SWITCH_HINT)
        })?,
    };
    let open = wanted.map(|wanted| draft(wanted, world)).transpose()?;
    let options = tui::Options {
        lang,
        lang_is_known: world.lang_from != Origin::Default,
        drafts_dir: store::folder(world)?.path().to_owned(),
        state_dir: world.state_dir.as_ref().map(|dir| world.absolute(dir)),
        own_drafts: world.own_drafts().map(|dir| world.absolute(dir)),
        home: world.home.clone(),
        models_dir: world.models_dir.clone(),
        usual_folders: usual_folders(world),
        today: world.fixed_today,
        open,
        no_color: world.no_color,
        theme,
        mouse,
        hints: world.hints,
        preferences: Preferences { new: world.config.new.clone(), export: encryption::wishes(world) },
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

/// Asks line by line, without a screen.
fn ask_plainly(wanted: Option<&OsStr>, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>) -> Outcome {
    let lang = out.lang;
    let drafts = store::folder(world)?;
    let parse = |draft: &Draft, id: FieldId, text: &str, folder: &Path| {
        let folders = Folders { draft: folder, working: &world.folder, home: world.home.as_deref() };
        value::parse(draft, id, text, folders)
    };
    let started = Instant::now();
    // A day given by hand goes on as any other.
    let now = || TimeDelta::from_std(started.elapsed()).map_or(world.now, |gone| world.now + gone);
    let begin = |prepared: Prepared, from: &str| {
        let asking = &mut Asking { world, input: &mut std::io::empty(), err: &mut std::io::sink(), lang };
        new::from_record(prepared, from, asking).map_err(|failure| failure.to_text(lang))
    };
    let export = encryption::wishes(world);
    let options = plain::Options {
        lang: out.lang,
        drafts: &drafts,
        export: &export,
        own: world.own_drafts(),
        state: world.state_dir.as_deref(),
        home: world.home.as_deref(),
        today: world.today(),
        now: &now,
        open: wanted.map(|wanted| draft(wanted, world)).transpose()?,
        owner: world.owner(),
        echo: !world.has_input,
        secret: secret::ask,
        parse: &parse,
        begin: &begin,
    };
    match plain::run(&options, &mut BufReader::new(input), out.writer())? {
        plain::Ended::Saved => Ok(Status::Fine),
        plain::Ended::Unsaved => Ok(Status::System),
    }
}

/// Reads a setting that is on or off.
fn switch(word: &str) -> Option<bool> {
    match word.trim().to_ascii_lowercase().as_str() {
        "1" | "on" | "yes" | "true" => Some(true),
        "0" | "off" | "no" | "false" => Some(false),
        _ => None,
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
