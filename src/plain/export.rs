//! The package, made from questions and answers.

use std::fmt::Display;
use std::io;

use super::console::{Console, Line};
use super::report::numbered;
use super::session::Session;
use crate::drafts::exported;
use crate::filing::FilingKind;
use crate::fs::made::Made;
use crate::locale::tui::protect;
use crate::locale::{encryption as says, error, plain as words};
use crate::package::Package;
use crate::package::encryption::{LEAST, NoRecipient, Passphrase, Protection, Recipient, Weak};
use crate::package::export::{ExportError, Source, assemble, put};
use crate::reading::Readings;
use crate::rules::{Finding, Severity};
use crate::text::clean::visible;

/// Makes the package beside the draft.
///
/// # Errors
/// When nothing can be written or read on the console.
pub fn export(session: &mut Session<'_>, console: &mut Console<'_>) -> io::Result<()> {
    session.look_again();
    let usual = session.options.export.with_notes;
    let Some(mut package) = assembled(session, console, usual)? else { return Ok(()) };
    let kind = session.draft.filing_kind();
    let holds = if kind == FilingKind::New { protect::WHAT_IT_HOLDS } else { protect::WHAT_ELSE_HOLDS };
    console.say(holds)?;
    let mut with_notes = usual;
    let Some(protection) = protection(session, console, &mut with_notes)? else { return console.say(words::EXPORT_NOTHING) };
    if with_notes != usual {
        let Some(other) = assembled(session, console, with_notes)? else { return Ok(()) };
        package = other;
    }
    let mut made = Made::default();
    let folder = session.options.export.folder.as_deref().filter(|folder| made.folder(folder).is_ok());
    match put(&package, session.file.folder(), &protection, folder) {
        Ok(made) => {
            if let (Some(state), Some(kept)) = (session.options.state, &made.kept) {
                // Without it the status does not know of the package.
                let _ = exported::keep(state, session.file.path(), kept);
            }
            console.tell(words::EXPORTED, &[("path", &error::path(&made.path))])?;
            console.say(words::EXPORTED_NEXT)?;
            let left = session.findings.iter().filter(|finding| finding.counts()).count();
            if left > 0 { console.tell(words::REMAINING, &[("count", &left)]) } else { Ok(()) }
        }
        Err(trouble) => failed(console, trouble),
    }
}

/// The package, once nothing stands in its way; `None` where something does, which was said.
fn assembled(session: &mut Session<'_>, console: &mut Console<'_>, with_notes: bool) -> io::Result<Option<Package>> {
    let text = session.file.document().to_text();
    loop {
        let reach = session.reach().clone();
        let source = Source {
            folder: session.file.folder(),
            home: session.options.home,
            text: &text,
            today: session.options.today,
            lang: console.lang,
            naming: session.options.export.naming,
            with_notes,
            reach: &reach,
            readings: Readings::none(),
        };
        match assemble(&session.draft, &source, &mut session.cache.clone()) {
            Ok((package, _)) => return Ok(Some(package)),
            Err(ExportError::Outside(files)) => {
                let names: Vec<String> = files.iter().map(|one| visible(&one.path).into_owned()).collect();
                let between = if console.lang == crate::text::Lang::Zh { "、" } else { ", " };
                console.tell(words::EXPORT_OUTSIDE, &[("files", &names.join(between))])?;
                if !console.agrees()? {
                    return Ok(None);
                }
                session.admit(&files);
            }
            Err(trouble) => {
                failed(console, trouble)?;
                return Ok(None);
            }
        }
    }
}

/// Who may open the package, and whether notes leave with it; `None` where it is not to be made after all. What cannot be used is said,
/// and asked for again.
fn protection(session: &Session<'_>, console: &mut Console<'_>, with_notes: &mut bool) -> io::Result<Option<Protection>> {
    let wishes = session.options.export;
    let usual: Vec<Recipient> = wishes.recipients.iter().filter_map(|key| key.parse().ok()).collect();
    let question = match (usual.is_empty(), wishes.is_doubtful) {
        (_, true) => words::PROTECT_SOMEHOW,
        (false, false) => words::PROTECT_AS_USUAL,
        (true, false) => words::PROTECT,
    };
    if wishes.is_doubtful {
        console.say(says::DOUBTFUL)?;
    } else if !usual.is_empty() {
        console.tell(words::USUAL_RECIPIENTS, &[("keys", &wishes.recipients.join(" "))])?;
    }
    loop {
        console.say(if *with_notes { words::NOTES_LEAVE } else { words::NOTES_STAY })?;
        let Line::Typed(typed) = console.ask(question)? else { return Ok(None) };
        match typed.as_str() {
            "+" | "＋" => *with_notes = !*with_notes,
            "" if wishes.is_doubtful => console.say(says::DOUBTFUL)?,
            "" if !usual.is_empty() => return Ok(Some(Protection::Recipients(usual))),
            "" | "n" | "N" => return Ok(Some(Protection::None)),
            "." | "。" | "<" => return Ok(None),
            "p" | "P" => match passphrase(session, console)? {
                Some(passphrase) => return Ok(Some(Protection::Passphrase(passphrase))),
                None => console.say(says::GIVEN_UP)?,
            },
            keys => match keys.split_whitespace().map(str::parse).collect::<Result<Vec<Recipient>, NoRecipient>>() {
                Ok(list) => return Ok(Some(Protection::Recipients(list))),
                Err(why) => {
                    let (message, hint) = says::no_recipient(why);
                    let hint = if why == NoRecipient::NoKey { protect::NO_KEY } else { hint };
                    // A private key is not said again.
                    console.line(format!("{} {}", message.with(console.lang, &[("text", &keys)]), hint.in_lang(console.lang)))?;
                }
            },
        }
    }
}

/// A passphrase, typed twice, or made and shown where Enter alone was pressed; `None` where none is taken, which was said.
fn passphrase(session: &Session<'_>, console: &mut Console<'_>) -> io::Result<Option<Passphrase>> {
    let (ask, lang) = (session.options.secret, console.lang);
    let prompt = says::ASK_NEW.with(lang, &[("least", &LEAST)]);
    let Some(typed) = console.secret(&prompt, ask)? else { return Ok(None) };
    match Passphrase::chosen(&typed) {
        Ok(passphrase) => {
            if console.secret(says::ASK_AGAIN.in_lang(lang), ask)?.as_deref() == Some(typed.as_str()) {
                return Ok(Some(passphrase));
            }
            console.say(says::DIFFER)?;
            Ok(None)
        }
        Err(Weak::Empty) => {
            let (passphrase, text) = Passphrase::generated();
            console.tell(says::MADE, &[("passphrase", &text)])?;
            console.say(says::MADE_HINT)?;
            Ok(Some(passphrase))
        }
        Err(why) => {
            console.line(says::weak(lang, why))?;
            console.say(says::WEAK_HINT)?;
            Ok(None)
        }
    }
}

/// Says why there is no package.
fn failed(console: &mut Console<'_>, trouble: ExportError) -> io::Result<()> {
    let lang = console.lang;
    match trouble {
        ExportError::Refused(found) => {
            let errors: Vec<&Finding> = found.iter().filter(|finding| finding.severity == Severity::Error).collect();
            console.tell(words::EXPORT_REFUSED, &[("count", &errors.len())])?;
            numbered(console, &errors)
        }
        ExportError::Package(trouble) => {
            let (why, hint) = error::package(lang, &trouble);
            console.line(format!("{why} {hint}"))
        }
        ExportError::Occupied { path, .. } => {
            let text = error::NOT_A_PACKAGE.with(lang, &[("path", &error::path(&path))]);
            console.line(format!("{text} {}", error::NOT_A_PACKAGE_HINT.in_lang(lang)))
        }
        ExportError::Write { path, error: trouble } => {
            let args: &[(&str, &dyn Display)] = &[("path", &error::path(&path)), ("trouble", &error::io(lang, &trouble))];
            let text = error::WRITE_FAILED.with(lang, args);
            console.line(format!("{text} {}", error::write_hint(&trouble).in_lang(lang)))
        }
        // Asked about before.
        ExportError::Outside(_) => Ok(()),
    }
}
