//! Passphrases and keys, as commands get them: asked for on the terminal, or read from files.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use super::args::{Export, Unlock};
use super::error::Failure;
use super::sentence::{Part, Sentence};
use super::world::World;
use crate::fs::IoTrouble;
use crate::locale::encryption as words;
use crate::locale::error::path as shown;
use crate::locale::{Lang, Text, record};
use crate::package::encryption::{
    Closed, KEYS_LIMIT, Key, LEAST, NoRecipient, Passphrase, Protection, Recipient, Weak, identities, recipients,
};
use crate::package::export::Wishes;
use crate::text::clean::visible;
use crate::text::width::truncate;
use crate::tui::terminal::secret;

/// The word for standard input.
const STDIN: &str = "-";
/// How often one may type a passphrase that is not taken.
const TRIES: usize = 3;
/// Cells of a wrong key that are said again.
const SHOWN: usize = 40;

/// What a command may ask, and where it shows what it asks.
pub struct Asking<'a> {
    /// The world around.
    pub world: &'a World,
    /// Standard input.
    pub input: &'a mut dyn Read,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// The language of the questions.
    pub lang: Lang,
}

/// How the package is to be protected, as far as that is known without asking.
#[derive(Debug)]
pub enum Wanted {
    /// In this way.
    Known(Protection),
    /// By a passphrase that has to be asked for.
    Asked,
}

impl Wanted {
    /// Whether it is to be encrypted.
    pub fn is_encrypted(&self) -> bool {
        match self {
            Self::Known(protection) => protection.is_some(),
            Self::Asked => true,
        }
    }

    /// The protection itself; a passphrase is asked for now.
    ///
    /// # Errors
    /// When no passphrase can be had.
    pub fn get(self, asking: &mut Asking<'_>) -> Result<Protection, Failure> {
        match self {
            Self::Known(protection) => Ok(protection),
            Self::Asked => new(asking).map(Protection::Passphrase),
        }
    }
}

/// How the package is to be protected. What has to be typed is asked for later, once nothing else stands in its way.
///
/// # Errors
/// When a recipient is none, or no passphrase can be had.
pub fn wanted(args: &Export, asking: &mut Asking<'_>) -> Result<Wanted, Failure> {
    if let Some(file) = &args.passphrase_file {
        return chosen(file, asking).map(|passphrase| Wanted::Known(Protection::Passphrase(passphrase)));
    }
    if args.passphrase {
        return if asking.world.can_ask { Ok(Wanted::Asked) } else { Err(no_terminal()) };
    }
    let configured: &[String] = if args.no_encrypt { &[] } else { &asking.world.config.export.recipients };
    let wanted = if args.encrypt.is_empty() { configured } else { &args.encrypt };
    if wanted.is_empty() && !args.no_encrypt && asking.world.config.export.is_doubtful {
        return Err(Failure::usage(words::DOUBTFUL).hint(words::DOUBTFUL_HINT));
    }
    let mut list: Vec<Recipient> = Vec::new();
    for text in wanted {
        for recipient in named(text, asking.world)? {
            if !list.contains(&recipient) {
                list.push(recipient);
            }
        }
    }
    Ok(Wanted::Known(if list.is_empty() { Protection::None } else { Protection::Recipients(list) }))
}

/// How packages are to be made where that is asked and not given as arguments, with the keys themselves in the place of files of keys.
/// Where such a file cannot be used, it is not known for whom.
pub fn wishes(world: &World) -> Wishes {
    let mut wishes = world.config.export.clone();
    let keys = wishes.recipients.iter().map(|text| named(text, world)).collect::<Result<Vec<_>, _>>();
    wishes.is_doubtful |= keys.is_err();
    wishes.recipients = keys.unwrap_or_default().into_iter().flatten().map(|key| key.to_string()).collect();
    wishes
}

/// What a package is to be opened with.
///
/// # Errors
/// When a file holds no private key, or no passphrase can be had.
pub fn key(args: &Unlock, asking: &mut Asking<'_>) -> Result<Key, Failure> {
    if args.passphrase || args.passphrase_file.is_some() {
        return opening(args.passphrase_file.as_deref(), asking).map(Key::Passphrase);
    }
    let mut list = Vec::new();
    for file in &args.identity {
        let path = asking.world.absolute(file);
        let text = text_of(&path, words::NO_IDENTITY_HINT)?;
        list.extend(identities(&text).map_err(|line| {
            let what = if line == 0 { words::NO_IDENTITIES } else { words::NO_IDENTITY };
            Failure::usage(Sentence::of(what).with("file", shown(&path)).with("line", line)).hint(words::NO_IDENTITY_HINT)
        })?);
    }
    Ok(if list.is_empty() { Key::None } else { Key::Identities(list) })
}

/// Why an encrypted package stays closed.
pub fn closed(path: &Path, why: &Closed) -> Failure {
    let said = |lang| words::closed(lang, path, why);
    let (zh, en) = (said(Lang::Zh), said(Lang::En));
    let plain = |zh: String, en: String| Sentence::of(PLAIN).with("text", Part::Both(zh, en));
    let failure = |sentence| match why {
        Closed::Io(trouble) => Failure::io(trouble, sentence),
        _ => Failure::usage(sentence),
    };
    let failure = failure(plain(zh.0, en.0));
    if zh.1.is_empty() { failure } else { failure.hint(plain(zh.1, en.1)) }
}

/// A sentence that is there already.
const PLAIN: Text = Text::new("{text}", "{text}");

/// The recipients that an argument means: itself, or those in the file of that name.
fn named(text: &str, world: &World) -> Result<Vec<Recipient>, Failure> {
    let why = match text.parse() {
        Ok(recipient) => return Ok(vec![recipient]),
        Err(why) => why,
    };
    let path = world.absolute(Path::new(text));
    // What a shell hands over, as with `<(…)`, is a pipe.
    let is_read = fs::metadata(&path).is_ok_and(|found| !found.is_dir());
    if why != NoRecipient::NoKey || !is_read {
        let (message, hint) = words::no_recipient(why);
        return Err(Failure::usage(wrong(message, text)).hint(hint));
    }
    let content = text_of(&path, words::NO_RECIPIENT_HINT)?;
    recipients(&content).map_err(|(line, why)| {
        let (message, hint) = words::no_recipient(why);
        let sentence = match line.checked_sub(1).and_then(|row| content.lines().nth(row)) {
            None => Sentence::of(words::NO_KEYS).with("file", shown(&path)),
            Some(bad) => {
                let why = Part::Sentence(Box::new(wrong(message, bad.trim())));
                Sentence::of(words::LINE).with("file", shown(&path)).with("line", line).with("why", why)
            }
        };
        Failure::usage(sentence).hint(hint)
    })
}

/// A private key is not said again: what is printed may be read by others.
fn wrong(message: Text, text: &str) -> Sentence {
    Sentence::of(message).with("text", truncate(&visible(text), SHOWN))
}

/// The passphrase that opens a package.
fn opening(file: Option<&OsStr>, asking: &mut Asking<'_>) -> Result<Passphrase, Failure> {
    let text = match file {
        Some(file) => in_file(file, asking)?,
        None => asked(words::ASK.in_lang(asking.lang), asking)?,
    };
    Passphrase::new(&text).ok_or_else(|| Failure::usage(words::EMPTY).hint(words::EMPTY_HINT))
}

/// The passphrase in the first line of a file, to encrypt with.
fn chosen(file: &OsStr, asking: &mut Asking<'_>) -> Result<Passphrase, Failure> {
    let text = in_file(file, asking)?;
    Passphrase::chosen(&text).map_err(|why| match why {
        Weak::Empty => Failure::usage(words::EMPTY).hint(words::EMPTY_HINT),
        why => Failure::usage(weak(why)).hint(words::WEAK_FILE_HINT),
    })
}

/// The first line of a file, or of standard input.
fn in_file(file: &OsStr, asking: &mut Asking<'_>) -> Result<String, Failure> {
    let hint = words::NO_TERMINAL_HINT;
    let text = if file == STDIN {
        bounded(asking.input, Path::new(STDIN), hint)?
    } else {
        text_of(&asking.world.absolute(Path::new(file)), hint)?
    };
    Ok(text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().to_owned())
}

/// Asks for a passphrase to encrypt with: twice, as a slip would cost the package. Where nothing is typed, one is made and shown.
fn new(asking: &mut Asking<'_>) -> Result<Passphrase, Failure> {
    let lang = asking.lang;
    let mut last = Failure::usage(words::DIFFER).hint(words::GIVEN_UP_HINT);
    for _ in 0..TRIES {
        let first = asked(&words::ASK_NEW.with(lang, &[("least", &LEAST)]), asking)?;
        match Passphrase::chosen(&first) {
            Err(Weak::Empty) => {
                let (passphrase, text) = Passphrase::generated();
                let said = words::MADE.with(lang, &[("passphrase", &text)]);
                writeln!(asking.err, "{said}\n{}", words::MADE_HINT.in_lang(lang)).map_err(|_| no_terminal())?;
                return Ok(passphrase);
            }
            Err(why) => {
                writeln!(asking.err, "{}", words::weak(lang, why)).map_err(|_| no_terminal())?;
                last = Failure::usage(weak(why)).hint(words::WEAK_HINT);
            }
            Ok(passphrase) => {
                if asked(words::ASK_AGAIN.in_lang(lang), asking)? == first {
                    return Ok(passphrase);
                }
                last = Failure::usage(words::DIFFER).hint(words::GIVEN_UP_HINT);
            }
        }
    }
    Err(last)
}

/// Why a passphrase is not taken, in both languages.
fn weak(why: Weak) -> Sentence {
    Sentence::of(PLAIN).with("text", Part::Both(words::weak(Lang::Zh, why), words::weak(Lang::En, why)))
}

/// A line typed unseen.
fn asked(prompt: &str, asking: &mut Asking<'_>) -> Result<String, Failure> {
    if !asking.world.can_ask {
        return Err(no_terminal());
    }
    let line = secret::ask(prompt, asking.input, asking.err).map_err(|_| no_terminal())?;
    line.ok_or_else(|| Failure::usage(words::GIVEN_UP).hint(words::GIVEN_UP_HINT))
}

fn no_terminal() -> Failure {
    Failure::usage(words::NO_TERMINAL).hint(words::NO_TERMINAL_HINT)
}

fn text_of(path: &Path, hint: Text) -> Result<String, Failure> {
    let mut file = File::open(path).map_err(|error| unreadable(path, error, hint))?;
    bounded(&mut file, path, hint)
}

fn bounded(from: &mut dyn Read, path: &Path, hint: Text) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    from.take(KEYS_LIMIT + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, error, hint))?;
    let fits = bytes.len() as u64 <= KEYS_LIMIT;
    String::from_utf8(bytes).ok().filter(|_| fits).ok_or_else(|| {
        let file = Sentence::of(words::KEY_FILE_TOO_LARGE).with("file", shown(path));
        Failure::usage(file).hint(hint)
    })
}

fn unreadable(path: &Path, error: std::io::Error, hint: Text) -> Failure {
    let trouble = IoTrouble::from(error);
    let sentence = Sentence::of(record::UNREADABLE).with("path", shown(path)).with("trouble", trouble.clone());
    Failure::io(&trouble, sentence).hint(hint)
}
