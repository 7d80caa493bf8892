//! What the list, the forms and the help say: nothing cut that cannot be reached, no key that does nothing without a word.

use beian::filing::{Draft, FieldId};
use beian::locale::tui::{action, common, dialog, form, prepare};
use beian::locale::{Lang, face_check};
use beian_scan::facts::{Content, FileFacts};

use super::wizard::{LANGS, PATH, Setup, Wizard, example, typed};

const PHOTO: FieldId = FieldId::SubjectCertificatePhoto;

#[test]
fn a_file_that_is_gone_counts_in_the_list() {
    let draft = example("company");
    let photo = draft.text(PHOTO).to_owned();
    let mut wizard = Setup::new().with(PATH, draft).start();
    wizard.wait(300);
    let before = wizard.screen();
    assert!(!before.contains('×') && before.contains('✓'), "{before}");
    wizard.world.facts.insert(photo, FileFacts::of(Content::Missing));
    // The list is read again, and so is what lies beside the drafts.
    wizard.keys("Ctrl+D Enter").wait(300);
    assert_eq!(wizard.screen().matches("× 1").count(), 2, "{}", wizard.screen());
}

#[test]
fn a_draft_without_a_name_is_called_the_same_in_the_list_as_inside() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).with("/home/li/drafts/draft-7.toml", Draft::new(4)).start();
        let untitled = common::UNTITLED.in_lang(lang);
        wizard.text(untitled).must_say(common::UNTITLED);
        assert!(wizard.says("1 / 1") && wizard.says("draft-7"), "{}", wizard.screen());
        wizard.keys("Enter Alt+1").must_say(common::UNTITLED);
    }
}

#[test]
fn a_key_that_can_do_nothing_says_why() {
    let mut list = Setup::new().with(PATH, example("company")).start();
    list.keys("F4").must_say(dialog::ACROSS_NONE);
    list.keys("F1").must_say(action::ACROSS);
    let mut wizard = Wizard::enterprise();
    for (id, keys, words) in [
        (FieldId::SubjectName, "Ctrl+P", prepare::NOTHING_TO_SEE),
        (FieldId::SubjectNature, "Ctrl+O", prepare::NOTHING_TO_SEE),
        (PHOTO, "Ctrl+P", prepare::NO_PICTURE_HERE),
        (PHOTO, "F9 F5", common::NOTHING_TO_FIX),
    ] {
        wizard.go(id).keys(keys).must_say(words);
    }
    wizard.keys("Alt+1 PageUp").must_say(common::FIRST_STEP);
    let mut held = Setup::new().with(PATH, example("company")).start();
    held.world.is_held = true;
    held.keys("Enter Enter").go(FieldId::IsLegalPerson).keys("Space").must_say(common::IS_READ_ONLY);
}

#[test]
fn what_is_optional_says_so_whole_where_the_focus_is() {
    for name in ["company", "individual"] {
        let mut draft = example(name);
        let optional = |draft: &Draft, id: FieldId| draft.need(id) == beian::filing::Need::Optional;
        let fields: Vec<FieldId> = typed(&draft).into_iter().filter(|id| optional(&draft, *id)).collect();
        fields.iter().for_each(|id| drop(draft.set(*id, None)));
        let mut wizard = Setup::new().lang(Lang::En).open(draft).start();
        for id in fields {
            wizard.go(id);
            // A long label takes two rows; the mark stands in the first.
            let label: String = id.label().en.chars().take(12).collect();
            let screen = wizard.screen();
            let row = screen.lines().find(|row| row.contains(&label)).unwrap_or_else(|| panic!("{label}\n{screen}"));
            assert!(row.ends_with(&format!(" {}", form::OPTIONAL.en)) || row.ends_with("Enter"), "{row}");
        }
    }
}

/// Everything the help says, page by page.
fn whole_help(wizard: &mut Wizard) -> String {
    wizard.keys("F1");
    let mut text = wizard.screen();
    for _ in 0..40 {
        text.push_str(&wizard.keys("Down").screen());
    }
    wizard.keys("Esc");
    // Sentences may be broken by the frame of the help: only their letters are compared.
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn the_whole_checklist_can_be_reached_in_any_size() {
    for (lang, columns, rows) in [(Lang::En, 80, 24), (Lang::Zh, 60, 16), (Lang::En, 60, 16)] {
        let mut wizard = Setup::new().lang(lang).sized(columns, rows).open(example("individual")).start();
        wizard.go(FieldId::FaceCheckPassedAt).keys("Ctrl+U").go(FieldId::FaceCheckTask);
        let key = form::MORE_IN_HELP.with(lang, &[("key", &"F1")]);
        assert!(wizard.says(&key), "{}", wizard.screen());
        let help = whole_help(&mut wizard);
        for point in face_check::POINTS {
            let point: String = point.in_lang(lang).chars().filter(|c| c.is_alphanumeric()).collect();
            // The end of a point: its beginning stands on the form as well.
            let end: String = point.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
            assert!(help.contains(&end), "{point}");
        }
    }
}

#[test]
fn help_that_is_cut_names_the_key_under_which_it_stands_in_full() {
    let mut wizard = Setup::new().lang(Lang::En).sized(60, 16).open(example("company")).start();
    wizard.go(PHOTO);
    assert!(wizard.says(".. F1"), "{}", wizard.screen());
    let help: String = PHOTO.help().en.chars().filter(|c| c.is_alphanumeric()).collect();
    let end = help.get(help.len() - 12..).unwrap().to_owned();
    assert!(whole_help(&mut wizard).contains(&end));
}

#[test]
fn a_label_beside_a_picture_is_wrapped_and_not_cut() {
    let mut wizard = Setup::new().lang(Lang::En).sized(120, 36).open(example("company")).start();
    wizard.go(FieldId::SubjectCertificateAddress);
    let screen = wizard.screen();
    assert!(!screen.contains("certific..") && screen.contains("certificate"), "{screen}");
    // What a paper is called in short stands in its row; the help names it in full.
    let row = screen.lines().find(|line| line.contains("Certificate type")).unwrap_or_default();
    assert!(row.contains("Business licence") && !row.contains("(individual"), "{screen}");
}

#[test]
fn in_dialogs_the_help_begins_with_the_keys() {
    for open in ["Ctrl+P", "Enter"] {
        let mut wizard = Setup::new().open(example("company")).start();
        wizard.go(PHOTO).keys(open).keys("F1").must_say(dialog::HELP_KEYS);
        assert!(!wizard.says(dialog::HELP_RULES.zh), "{}", wizard.screen());
    }
    let mut wizard = Setup::new().open(example("company")).start();
    wizard.go(PHOTO).keys("F1");
    wizard.must_say(dialog::HELP_RULES);
}
