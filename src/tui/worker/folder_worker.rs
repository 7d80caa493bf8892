//! Reads folders for the file picker, and opens files outside.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::mailbox::{Job, Policy, Work};
use super::{internal, outside};
use crate::answer::MOST_BYTES;
use crate::fs::atomic::Target;
use crate::fs::expect_file;
use crate::fs::made::Made;
use crate::fs::path::folder_of;
use crate::locale::error as words;
use crate::locale::{Text, answer, deadline, encryption, letter, record};
use crate::package::calendar::{self, Counted, NotWritten};
use crate::package::encryption::{Closed, Identity, KEYS_LIMIT, Key, identities};
use crate::package::export::free_name;
use crate::package::html::may_replace;
use crate::package::record::{self as records, RecordError, Told, begin};
use crate::scan::{relative_to, resolve};
use crate::tui::effect::{Both, FOLDER_LINES, FileEntry, Lock, Message, Opener, RecordRequest};

/// What is wanted of the file system.
pub(super) enum FolderRequest {
    /// What a folder holds.
    Read(PathBuf),
    /// The name under which a package would be written.
    PackageName {
        /// Where.
        folder: PathBuf,
        /// Its own name.
        own: String,
    },
    /// A file in the system's own viewer.
    OpenInViewer(PathBuf),
    /// What the platform answered.
    ReadAnswer(PathBuf),
    /// What is on record, and what begins with it.
    ReadRecord(RecordRequest),
    /// A calendar, to be written.
    WriteCalendar {
        /// Where.
        path: PathBuf,
        /// What.
        text: String,
        /// How many entries that is.
        count: Counted,
    },
    /// Letters, to be written.
    WriteLetters {
        /// Where.
        folder: PathBuf,
        /// The names of their files, and what these hold.
        files: Vec<(String, String)>,
        /// What is said once they are there, in both languages.
        said: [Vec<String>; 2],
    },
}

/// Reads folders.
pub(super) struct FolderWorker;

impl Work for FolderWorker {
    type Request = FolderRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Fifo;

    fn work(&mut self, job: &Job<FolderRequest>) -> Vec<Message> {
        match &job.request {
            FolderRequest::Read(path) => {
                let lines = read_folder(path).map_err(|error| words::io(job.lang, &error.into()));
                vec![Message::Folder { path: path.clone(), lines }]
            }
            FolderRequest::PackageName { folder, own } => {
                let free = free_name(folder, own);
                vec![Message::PackageName { folder: folder.clone(), own: own.clone(), free }]
            }
            FolderRequest::ReadAnswer(path) => vec![read_answer(path)],
            FolderRequest::ReadRecord(request) => vec![read_record(request)],
            FolderRequest::WriteCalendar { path, text, count } => vec![write_calendar(path, text, *count)],
            FolderRequest::WriteLetters { folder, files, said } => vec![write_letters(folder, files, said)],
            FolderRequest::OpenInViewer(path) => outside::view(path).into_iter().collect(),
        }
    }

    fn failed(_: &Job<FolderRequest>) -> Message {
        Message::Failed(internal())
    }
}

/// The bytes of an answer: no more than one can have, and one.
fn read_answer(path: &Path) -> Message {
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    match expect_file(path).and_then(|()| fs::File::open(path)).and_then(|file| file.take(most).read_to_end(&mut bytes)) {
        Ok(_) => Message::AnswerRead(bytes),
        Err(error) => {
            let (file, trouble) = (words::path(path), error.into());
            let said = |lang| (answer::FAILED.with(lang, &[("file", &file), ("why", &words::io(lang, &trouble))]), String::new());
            Message::Failed(Both::of(said))
        }
    }
}

/// The draft that begins with what is on record in a file.
fn read_record(request: &RecordRequest) -> Message {
    let RecordRequest { path, kind, folder, home, opener, chosen } = request;
    let locked = |lock, refused: Option<Both>| Message::Locked { request: request.clone(), lock, refused };
    let closed = |why: &Closed| Some(Both::of(|lang| encryption::closed(lang, path, why)));
    let key = match opener {
        None => Key::None,
        Some(Opener::Passphrase(passphrase)) => Key::Passphrase(passphrase.clone()),
        Some(Opener::KeyFile(file)) => match private_keys(file) {
            Ok(keys) => Key::Identities(keys),
            Err(refused) => return locked(Lock::Recipients, Some(refused)),
        },
    };
    match records::read(path, &key, chosen.as_ref().map_or(Told::Later, Told::This), *kind) {
        Ok(found) => {
            let source = folder_of(path);
            let place = |written: &str| relative_to(folder, home.as_deref(), &resolve(source, home.as_deref(), written));
            Message::Begun { draft: Box::new(begin(&found, *kind, &place)), from: path.clone() }
        }
        Err(RecordError::Closed(Closed::NoKey { by_passphrase: true })) => locked(Lock::Passphrase, None),
        Err(RecordError::Closed(Closed::NoKey { by_passphrase: false })) => locked(Lock::Recipients, None),
        Err(RecordError::Closed(why @ Closed::WrongPassphrase)) => locked(Lock::Passphrase, closed(&why)),
        Err(RecordError::Closed(why @ Closed::WrongKey)) => locked(Lock::Recipients, closed(&why)),
        // Who has chosen one that nothing tells from another is not asked once more.
        Err(RecordError::SeveralMiniPrograms(all)) if chosen.is_none() => Message::Several { request: request.clone(), all },
        Err(error) => Message::Failed(Both::of(|lang| record::refusal(lang, path, &error))),
    }
}

/// The private keys in a file, or why there are none, and what to do.
fn private_keys(path: &Path) -> Result<Vec<Identity>, Both> {
    let complaint = |sentence: Text, line: usize| {
        Both::of(|lang| {
            let args: &[(&str, &dyn std::fmt::Display)] = &[("file", &words::path(path)), ("line", &line)];
            (sentence.with(lang, args), encryption::NO_IDENTITY_HINT.in_lang(lang).to_owned())
        })
    };
    let mut bytes = Vec::new();
    let read = expect_file(path).and_then(|()| fs::File::open(path)).map(|file| file.take(KEYS_LIMIT + 1));
    if let Err(error) = read.and_then(|mut file| file.read_to_end(&mut bytes)) {
        let trouble = error.into();
        return Err(Both::of(|lang| {
            let args: &[(&str, &dyn std::fmt::Display)] =
                &[("path", &words::path(path)), ("trouble", &words::io(lang, &trouble))];
            (record::UNREADABLE.with(lang, args), encryption::NO_IDENTITY_HINT.in_lang(lang).to_owned())
        }));
    }
    let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= KEYS_LIMIT);
    let text = String::from_utf8(bytes).ok().filter(|_| fits).ok_or_else(|| complaint(encryption::KEY_FILE_TOO_LARGE, 0))?;
    identities(&text).map_err(|line| complaint(if line == 0 { encryption::NO_IDENTITIES } else { encryption::NO_IDENTITY }, line))
}

fn write_calendar(path: &Path, text: &str, count: Counted) -> Message {
    match calendar::write(path, text) {
        Ok(()) => Message::CalendarWritten(path.to_owned(), count),
        Err(NotWritten::NoCalendar) => {
            let said = |lang| {
                let message = deadline::NOT_A_CALENDAR.with(lang, &[("path", &words::path(path))]);
                (message, deadline::NOT_A_CALENDAR_HINT.in_lang(lang).to_owned())
            };
            Message::Failed(Both::of(said))
        }
        Err(NotWritten::System(error)) => Message::Failed(not_written(deadline::NOT_WRITTEN, path, error)),
    }
}

/// That a file could not be written, and why.
fn not_written(sentence: Text, path: &Path, error: std::io::Error) -> Both {
    let trouble = error.into();
    Both::of(|lang| {
        let args: &[(&str, &dyn std::fmt::Display)] = &[("path", &words::path(path)), ("why", &words::io(lang, &trouble))];
        (sentence.with(lang, args), String::new())
    })
}

/// All of them, or none where a file of somebody else's has one of the names.
fn write_letters(folder: &Path, files: &[(String, String)], said: &[Vec<String>; 2]) -> Message {
    let mut pages = files.iter().map(|(name, text)| (folder.join(name), text));
    if let Some((other, _)) = pages.find(|(path, text)| path.symlink_metadata().is_ok() && !may_replace(path, text)) {
        let said = |lang| {
            let message = letter::NOT_OURS.with(lang, &[("path", &words::path(&other))]);
            (message, letter::MOVE_IT.in_lang(lang).to_owned())
        };
        return Message::Failed(Both::of(said));
    }
    let failed = |path: &Path, error: std::io::Error| Message::Failed(not_written(letter::NOT_WRITTEN, path, error));
    let mut made = Made::default();
    if let Err(error) = made.folder(folder) {
        return failed(folder, error);
    }
    for (name, text) in files {
        let path = folder.join(name);
        if let Err(not) = made.file(&path, text.as_bytes(), Target::Replace) {
            return failed(&path, not.error);
        }
    }
    made.keep();
    Message::LettersWritten { folder: folder.to_owned(), said: said.clone() }
}

fn read_folder(path: &Path) -> std::io::Result<Vec<FileEntry>> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(path)?.take(FOLDER_LINES) {
        let entry = entry?;
        // Names that are not text cannot be written into a draft.
        let Ok(name) = entry.file_name().into_string() else { continue };
        let Ok(metadata) = fs::metadata(entry.path()) else { continue };
        if !metadata.is_dir() && !metadata.is_file() {
            continue;
        }
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.map(|since| since.as_secs()).unwrap_or_default();
        lines.push(FileEntry { name, folder: metadata.is_dir(), size: metadata.len(), modified });
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::FilingKind;
    use crate::locale::Lang;
    use crate::package::encryption::{Protection, recipients};
    use crate::tui::effect::UserMessage;
    use std::io::Write;

    const PUBLIC: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    /// The text of a private key's file.
    fn private() -> String {
        use age::secrecy::ExposeSecret;
        format!("# created: today\n{}\n", age::x25519::Identity::generate().to_string().expose_secret())
    }

    fn put(folder: &Path, name: &str, bytes: &[u8]) -> std::path::PathBuf {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    #[test]
    fn private_keys_are_read_or_it_is_said_why_not() {
        let place = tempfile::tempdir().unwrap();
        let path = put(place.path(), "key.txt", private().as_bytes());
        assert_eq!(private_keys(&path).map(|keys| keys.len()).unwrap(), 1);
        let long = vec![b'#'; usize::try_from(KEYS_LIMIT).unwrap() + 1];
        for (name, bytes, said) in [
            ("public.txt", PUBLIC.as_bytes(), "line 1"),
            ("empty.txt", b"# nothing\n", "no private key"),
            ("long.txt", &long, "too large"),
            ("binary.txt", b"\xff\xfe", "no UTF-8"),
        ] {
            let refused = private_keys(&put(place.path(), name, bytes)).err().unwrap();
            let UserMessage { message, hint } = refused.in_lang(Lang::En);
            assert!(message.contains(name) && message.contains(said) && hint.contains("age-keygen"), "{message} {hint}");
        }
        for missing in [place.path().to_owned(), place.path().join("none.txt")] {
            assert!(private_keys(&missing).is_err());
        }
    }

    #[test]
    fn an_answer_about_several_mini_programs_asks_which_one() {
        let place = tempfile::tempdir().unwrap();
        let one = |id: &str, number: &str| serde_json::json!({ "base_info": { "appid": id, "name": format!("名称{id}"), "record_number": number } });
        let answer = serde_json::json!({
            "errcode": 0,
            "icp_subject": { "base_info": { "name": "虚构公司" } },
            "icp_applets": [one("wx1", "蜀ICP备1号-1X"), one("wx2", ""), one("wx2", "")],
        });
        let path = put(place.path(), "a.json", answer.to_string().as_bytes());
        let ask = |kind, chosen| {
            let (path, folder) = (path.clone(), place.path().to_owned());
            read_record(&RecordRequest { path, kind, folder, home: None, opener: None, chosen })
        };
        for kind in [FilingKind::Change, FilingKind::Deregistration] {
            let Message::Several { request, all } = ask(kind, None) else { panic!("which one is not asked") };
            assert_eq!((request.kind, all.len()), (kind, 3));
            let Message::Begun { draft, .. } = ask(kind, Some(all[0].clone())) else { panic!("it was chosen") };
            assert_eq!(draft.title(), "名称wx1");
            // Nothing tells it from the other: whoever has chosen it is not asked for ever.
            assert!(matches!(ask(kind, Some(all[1].clone())), Message::Failed(_)));
        }
        assert!(matches!(ask(FilingKind::New, None), Message::Begun { .. }), "their entity is the same");
    }

    #[test]
    fn a_package_for_recipients_asks_for_their_key_until_it_fits() {
        let place = tempfile::tempdir().unwrap();
        let protection = Protection::Recipients(recipients(PUBLIC).unwrap());
        let mut writer = protection.over(Vec::new()).unwrap();
        writer.write_all(b"PK").unwrap();
        let path = put(place.path(), "a.zip.age", &writer.finish().unwrap());
        let key = put(place.path(), "other.txt", private().as_bytes());
        let folder = place.path().to_owned();
        let ask = |opener| RecordRequest {
            path: path.clone(),
            kind: FilingKind::Change,
            folder: folder.clone(),
            home: None,
            opener,
            chosen: None,
        };
        for (opener, is_refused) in
            [(None, false), (Some(Opener::KeyFile(key)), true), (Some(Opener::KeyFile("/none".into())), true)]
        {
            match read_record(&ask(opener)) {
                Message::Locked { lock: Lock::Recipients, refused, .. } => assert_eq!(refused.is_some(), is_refused),
                other => panic!("{other:?}"),
            }
        }
    }
}
