//! `beian completions` and `beian man`: what a system wants to know of a command.

use std::path::Path;

use clap::Command;

use crate::cli::args::{self, Completions, Man};
use crate::cli::complete;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::fs::atomic::{self, Target};
use crate::locale::{Lang, error, example, shell as words};
use crate::text::clean::visible;

/// Mode of a page: anybody may read it.
const PUBLIC: u32 = 0o644;

/// Prints the script that makes a shell complete.
pub fn completions(args: &Completions, out: &mut Out<'_>) -> Outcome {
    match complete::script(&args.shell.to_lowercase())? {
        Some(script) => out.bytes(&script)?,
        None => {
            let sentence = Sentence::of(words::NO_SHELL).with("name", visible(&args.shell));
            let hint = Sentence::of(words::NO_SHELL_HINT).with("names", complete::shells().join(", "));
            return Err(Failure::usage(sentence).hint(hint).into());
        }
    }
    Ok(Status::Fine)
}

/// Prints the page of the program or of a command, or writes all of them into a folder.
pub fn man(args: &Man, world: &World, out: &mut Out<'_>) -> Outcome {
    let mut command = args::command(out.lang);
    command.build();
    let Some(folder) = &args.output else {
        let page = match &args.command {
            None => page(&command, "beian", out.lang)?,
            Some(name) => match command.find_subcommand(name) {
                Some(sub) => page(sub, &format!("beian-{}", sub.get_name()), out.lang)?,
                None => return Err(Failure::no_command(name.as_ref()).into()),
            },
        };
        out.bytes(&page)?;
        return Ok(Status::Fine);
    };
    let folder = world.absolute(folder);
    let pages = std::iter::once((&command, "beian".to_owned()))
        .chain(command.get_subcommands().map(|sub| (sub, format!("beian-{}", sub.get_name()))));
    for (command, name) in pages {
        let path = folder.join(&name).with_extension("1");
        write(&path, &page(command, &name, out.lang)?)?;
        out.line(error::path(&path))?;
    }
    Ok(Status::Fine)
}

/// What of a folder of drafts has no place under version control: pictures of identity cards, packages made of them, letters, and what
/// lies there only for a moment.
const IGNORED: [&str; 10] =
    ["*-scans/", "*-letters/", "*-checklist.html", "*.zip", "*.zip.age", "*.jpg", "*.jpeg", "*.png", ".*.toml.lock", ".trash/"];

/// Prints a `.gitignore` for a folder of drafts.
pub fn gitignore(out: &mut Out<'_>) -> Outcome {
    out.line(format!("# {}", words::GITIGNORE.in_lang(out.lang)))?;
    for line in IGNORED {
        out.line(line)?;
    }
    Ok(Status::Fine)
}

/// A page: the sections that clap makes, and the examples in front of the options, each line as it stands.
fn page(command: &Command, name: &str, lang: Lang) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let path = name.replacen("beian-", "", 1);
    let command = command.clone().display_name(name.to_owned()).version(env!("CARGO_PKG_VERSION"));
    let man = clap_mangen::Man::new(command.clone()).title(name).source(concat!("beian ", env!("CARGO_PKG_VERSION")));
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    if let Some(examples) = example::of(&path) {
        page.extend(verbatim("EXAMPLES", examples.in_lang(lang)));
    }
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    if let Some(after) = command.get_after_help() {
        page.extend(verbatim("EXTRA", &after.to_string()));
    }
    let text = String::from_utf8_lossy(&page).into_owned();
    let headings = words::MAN_HEADINGS
        .iter()
        .fold(text, |text, (heading, said)| text.replace(&format!(".SH {heading}\n"), &format!(".SH {}\n", said.in_lang(lang))));
    Ok(headings.into_bytes())
}

/// A section whose lines stay as they are.
fn verbatim(heading: &str, text: &str) -> Vec<u8> {
    let mut section = format!(".SH {heading}\n.nf\n");
    for line in text.lines() {
        let line = line.replace('\\', "\\\\").replace('-', "\\-").replace('\'', "\\(aq");
        // A dot in front would be a request.
        let guard = if line.starts_with('.') { "\\&" } else { "" };
        section.push_str(guard);
        section.push_str(&line);
        section.push('\n');
    }
    section.push_str(".fi\n");
    section.into_bytes()
}

fn write(path: &Path, page: &[u8]) -> Result<(), Failure> {
    let written = atomic::write(path, page, PUBLIC, Target::Replace).map(drop);
    written.map_err(|failed| Failure::not_written(path, failed.error))
}
