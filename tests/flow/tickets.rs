//! Answers that come when another draft is open: what was asked for one is never taken for another.

use std::path::{Path, PathBuf};

use beian::filing::{Draft, FieldId};
use beian::tui::effect::{Answer, Both, Message, Ticket};
use beian::tui::event::Event;
use beian_scan::facts::{Content, Facts, FileFacts, Format};

use super::wizard::{PATH, Setup, Wizard};

const PHOTO: FieldId = FieldId::SubjectCertificatePhoto;
/// Lies in another folder, and names its scan as the other draft does.
const OTHER: &str = "/home/li/other/b.toml";

fn naming_the_scan() -> Draft {
    let mut draft = Draft::new(4);
    draft.set(PHOTO, Some("licence.jpg".into()));
    draft
}

fn known(facts: FileFacts) -> Facts {
    [("licence.jpg".to_owned(), facts)].into_iter().collect()
}

fn folder(draft: &str) -> PathBuf {
    Path::new(draft).parent().unwrap().to_owned()
}

/// The first draft was open, and files are looked at slowly; its scan is missing, that of the other draft is there.
fn leaving_the_first() -> Wizard {
    let mut wizard = Setup::new().open(naming_the_scan()).with(OTHER, naming_the_scan()).start();
    wizard.world.facts_in.insert(folder(PATH), known(FileFacts::of(Content::Missing)));
    wizard.world.facts_in.insert(folder(OTHER), known(FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000)));
    wizard.world.is_slow_to_inspect = true;
    wizard.wait(2_500).keys("Esc Esc");
    assert!(wizard.state().document.is_none(), "{}", wizard.screen());
    wizard.keys("Down Enter");
    assert_eq!(wizard.document().path, Path::new(OTHER));
    assert!(wizard.document().facts().get("licence.jpg").is_none(), "nobody has looked yet");
    wizard
}

#[test]
fn what_is_known_about_the_files_of_one_draft_is_never_set_on_another() {
    let mut wizard = leaving_the_first();
    let mut answers = 0;
    wizard.release_each(|wizard| {
        answers += 1;
        let facts = wizard.document().facts().get("licence.jpg");
        assert!(facts.is_none_or(|facts| facts.content != Content::Missing), "the other draft's scan is missing, not this one's");
    });
    assert!(answers > 1, "both were asked for");
    assert!(wizard.document().facts().get("licence.jpg").is_some_and(|facts| facts.size == 300_000));
}

#[test]
fn no_news_of_one_draft_changes_another() {
    let mut wizard = leaving_the_first();
    wizard.go(FieldId::SubjectName).text("虚构");
    let before = (wizard.draft().clone(), wizard.document().saved.clone(), wizard.document().is_dirty());
    let said = || Both::of(|_| ("磁盘满了".to_owned(), String::new()));
    let news = || {
        [
            Message::Saved { at: wizard_now(), at_risk: true },
            Message::SaveFailed(said()),
            Message::ChangedOutside { gone: true, theirs: None },
            Message::Damaged(said()),
            Message::Reloaded { draft: Box::new(Draft::new(1)), strays: Vec::new() },
            Message::Inspected(known(FileFacts::of(Content::Missing))),
            Message::Prepared(Vec::new()),
            Message::Refused(Vec::new()),
        ]
    };
    for message in news() {
        assert!(message.is_about_one_draft(), "{message:?}");
        let ticket = Ticket { draft: Some(Path::new(PATH).into()), revision: wizard.document().revision() };
        wizard.event(Event::Done(Box::new(Answer { ticket, message })));
        assert_eq!((wizard.draft().clone(), wizard.document().saved.clone(), wizard.document().is_dirty()), before);
        assert!(wizard.document().facts().get("licence.jpg").is_none() && !wizard.has_dialog(), "{}", wizard.screen());
    }
    // The same news of the open draft is taken.
    wizard.told(Message::Inspected(known(FileFacts::of(Content::Missing))));
    assert!(wizard.document().facts().get("licence.jpg").is_some());
}

#[test]
fn a_failure_is_told_wherever_one_is() {
    let mut wizard = leaving_the_first();
    let ticket = Ticket { draft: Some(Path::new(PATH).into()), revision: 0 };
    let said = Both::of(|_| ("没有打成备案包".to_owned(), String::new()));
    wizard.event(Event::Done(Box::new(Answer { ticket, message: Message::Failed(said) })));
    assert!(wizard.says("没有打成备案包"), "{}", wizard.screen());
}

fn wizard_now() -> beian::filing::event::Moment {
    beian::filing::event::Moment::parse_from_rfc3339(super::wizard::NOW).unwrap()
}
