//! Opens files in the system's own viewer.

use std::fs;
use std::path::Path;

use crate::fs::IoTrouble;
use crate::locale::tui::common::{NO_FILE_TO_VIEW_HINT, NO_VIEWER, NO_VIEWER_HINT, NO_VIEWER_WITH};
use crate::locale::{Lang, error as words};
use crate::tui::effect::{Both, Message, UserMessage};
use crate::tui::keymap::{self, Action, Context};

/// Opens a file in the system's own viewer, which writes nothing onto this terminal and outlives this program.
pub(super) fn view(path: &Path) -> Option<Message> {
    let missing = fs::metadata(path).err();
    // Who opens files is asked by running one program after the other: what the last of them ended with says nothing to anybody.
    if missing.is_none() && open::that_detached(path).is_ok() {
        return None;
    }
    let missing = missing.map(Into::into);
    Some(Message::Failed(Both::of(|lang| said(path, missing.as_ref(), lang))))
}

fn said(path: &Path, missing: Option<&IoTrouble>, lang: Lang) -> UserMessage {
    let shown = words::path(path);
    if let Some(trouble) = missing {
        let message = NO_VIEWER.with(lang, &[("path", &shown), ("trouble", &words::io(lang, trouble))]);
        return UserMessage { message, hint: NO_FILE_TO_VIEW_HINT.in_lang(lang).to_owned() };
    }
    let key = keymap::key_for(&[Context::Picture], Action::Preview).map(|key| key.to_string()).unwrap_or_default();
    let message = NO_VIEWER_WITH.with(lang, &[("path", &shown)]);
    UserMessage { message, hint: NO_VIEWER_HINT.with(lang, &[("key", &key)]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_shown_is_named_with_a_remedy_and_no_words_of_a_library() {
        for lang in [Lang::Zh, Lang::En] {
            let path = Path::new("/home/li/scans/a.jpg");
            let none = said(path, None, lang);
            let missing = std::io::Error::from(std::io::ErrorKind::NotFound).into();
            let gone = said(path, Some(&missing), lang);
            for UserMessage { message, hint } in [&none, &gone] {
                assert!(message.contains("/home/li/scans/a.jpg") && !hint.is_empty(), "{message} {hint}");
                assert!(!message.contains('{') && !hint.contains('{'), "{message} {hint}");
            }
            assert!(none.hint.contains("Ctrl+P") && none != gone, "{}", none.hint);
        }
    }
}
