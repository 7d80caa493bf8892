//! `beian completions` and `beian man`: what a system wants to know of a command.

use std::path::Path;

use clap::Command;

use crate::cli::args::{self, Completions, Man};
use crate::cli::complete;
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::output::Out;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::fs::IoTrouble;
use crate::fs::atomic::{self, Target};
use crate::locale::{error, shell as words};
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
            None => page(&command, "beian")?,
            Some(name) => match command.find_subcommand(name) {
                Some(sub) => page(sub, &format!("beian-{}", sub.get_name()))?,
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
        write(&path, &page(command, &name)?)?;
        out.line(error::path(&path))?;
    }
    Ok(Status::Fine)
}

fn page(command: &Command, name: &str) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let command = command.clone().display_name(name.to_owned()).version(env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).title(name).render(&mut page)?;
    Ok(page)
}

fn write(path: &Path, page: &[u8]) -> Result<(), Failure> {
    atomic::write(path, page, PUBLIC, Target::Replace).map(drop).map_err(|failed| {
        let trouble = IoTrouble::from(std::io::Error::from(failed));
        Failure::system(Sentence::of(error::WRITE_FAILED).with("path", error::path(path)).with("trouble", trouble))
    })
}
