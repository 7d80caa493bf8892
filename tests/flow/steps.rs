//! The steps beside a form: what is told of each, and that it is all that a check tells.

use beian::filing::{Draft, FieldId as F, Section, Value};
use beian::locale::tui::review;
use beian::rules::Severity;
use beian::tui::document::Document;

use super::wizard::{LANGS, PATH, Setup, Wizard, example};

/// What stands beside a step: its mark, and what stands behind its name.
fn step(wizard: &Wizard, section: Section) -> (String, String) {
    let all = [Section::Subject, Section::ResponsiblePerson, Section::MiniProgram, Section::Owner];
    let number = all.iter().position(|other| *other == section).unwrap() + 1;
    let label = format!("{number} {}", section.label().in_lang(wizard.lang()));
    let screen = wizard.screen();
    let is_it = |line: &&str| format!("{line} ").contains(&format!(" {label} "));
    let line = screen.lines().skip(2).find(is_it).unwrap_or_else(|| panic!("{label}\n{screen}"));
    let (before, after) = line.split_once(&label).unwrap();
    let mark = before.trim();
    // Behind it there are two blanks at least before the form begins.
    let count = after.strip_prefix(' ').unwrap_or_default().split(' ').next().unwrap_or_default();
    (mark.to_owned(), count.to_owned())
}

#[test]
fn nobody_is_led_into_the_questions_past_an_error() {
    let mut draft = example("company");
    draft.set(F::SubjectName, None);
    draft.set(F::EntranceIsOpen, None);
    let mut wizard = Setup::new().open(draft).start();
    wizard.go(F::OwnerEmail).keys("F8");
    let mut seen = Vec::new();
    for _ in 0..12 {
        seen.extend(wizard.focus());
        wizard.keys("F8");
    }
    assert!(seen.contains(&F::SubjectName), "{seen:?}");
    let is_question = |wizard: &Wizard, id: &F| wizard.draft().section_of(*id) == Section::Questions;
    assert!(!seen.iter().any(|id| is_question(&wizard, id)), "as long as something is wrong: {seen:?}");
    wizard.go(F::SubjectName).text("四川虚构食谱科技有限公司");
    let asked = (0..12).any(|_| {
        wizard.keys("F8");
        wizard.app.focused().is_some_and(|id| is_question(&wizard, &id))
    });
    assert!(asked, "{}", wizard.screen());
}

fn sections(wizard: &Wizard) -> Vec<Section> {
    let all = [Section::Subject, Section::ResponsiblePerson, Section::MiniProgram, Section::Owner];
    all.into_iter().filter(|section| wizard.draft().asked_in(*section).next().is_some()).collect()
}

/// The errors that the steps tell of, and those that there are.
fn errors(wizard: &Wizard) -> (usize, usize) {
    let told = sections(wizard).into_iter().map(|section| step(wizard, section).1.parse::<usize>().unwrap_or_default()).sum();
    let is_in_form = |section: Section| sections(wizard).contains(&section);
    let document = wizard.document();
    let all = document
        .findings()
        .iter()
        .filter(|finding| finding.severity == Severity::Error && is_in_form(document.draft().section_of(finding.field)));
    (told, all.count())
}

/// A draft that was begun, with an error in it, and left.
fn begun() -> Draft {
    let mut draft = Draft::new(4);
    draft.set(F::SubjectName, Some("四川虚构音乐文化有限公司".into()));
    draft.set(F::ResponsiblePersonMobile, Some("1301234".into()));
    draft
}

#[test]
fn a_draft_that_is_opened_again_tells_of_all_its_errors_and_walking_through_it_adds_none() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).with(PATH, begun()).start();
        wizard.keys("Enter");
        let (told, all) = errors(&wizard);
        assert!(all > 15 && told == all, "{told} of {all}\n{}", wizard.screen());
        for number in 1..=4 {
            wizard.keys(&format!("Alt+{number}"));
            for _ in 0..12 {
                assert_eq!(errors(&wizard), (all, all), "{}", wizard.screen());
                wizard.keys("Tab");
            }
        }
        wizard.keys("Alt+6 Alt+1");
        assert_eq!(errors(&wizard), (all, all), "{}", wizard.screen());
    }
}

#[test]
fn what_nobody_has_filled_in_is_counted_and_not_marked_as_wrong() {
    let mut wizard = Setup::new().open(Draft::new(4)).start();
    wizard.keys("Alt+1");
    let (mark, count) = step(&wizard, Section::MiniProgram);
    assert!(mark.is_empty() && count.parse::<usize>().unwrap() > 3, "{mark:?} {count:?}\n{}", wizard.screen());
    wizard.go(F::MiniProgramName).text("a").keys("Tab Alt+1");
    assert_eq!(step(&wizard, Section::MiniProgram).0, "×", "{}", wizard.screen());
}

#[test]
fn a_step_with_open_warnings_has_no_tick_and_says_how_many() {
    for lang in LANGS {
        for colour in [true, false] {
            let setup = Setup::new().lang(lang);
            let setup = if colour { setup } else { setup.without_colour() };
            let mut wizard = setup.open(example("company")).start();
            wizard.keys("Alt+1");
            let of = |wizard: &Wizard| wizard.document().count(Some(Section::MiniProgram), Severity::Warning);
            assert_eq!(
                (step(&wizard, Section::MiniProgram), of(&wizard)),
                (("✓".into(), String::new()), 0),
                "{}",
                wizard.screen()
            );
            // A word that the platform looks at twice.
            wizard
                .go(F::MiniProgramRemark)
                .keys("Ctrl+A")
                .text("本小程序用于股票和直播，没有其他内容，内容由本公司自己编写。")
                .keys("Tab Alt+1");
            let warnings = of(&wizard);
            assert!(warnings > 0, "{:?}", wizard.document().findings());
            assert_eq!(step(&wizard, Section::MiniProgram), ("!".into(), format!("!{warnings}")), "{}", wizard.screen());
        }
    }
}

#[test]
fn before_its_scans_were_looked_at_a_step_is_neither_right_nor_wrong() {
    let mut wizard = Setup::new().with(PATH, example("company")).start();
    wizard.world.is_slow_to_inspect = true;
    wizard.keys("Enter Alt+3");
    assert_eq!(step(&wizard, Section::Subject), (String::new(), "..".into()), "{}", wizard.screen());
    assert!(wizard.document().has_unseen_files(None));
    wizard.keys("Alt+6").must_say(review::STILL_LOOKING);
    wizard.keys("Alt+3").release();
    assert_eq!(step(&wizard, Section::Subject), ("✓".into(), String::new()), "{}", wizard.screen());
    let seen = |document: &Document| document.has_unseen_files(None);
    assert!(!seen(wizard.document()));
    // One that is attached is not known either, until it was looked at.
    wizard.world.is_slow_to_inspect = true;
    wizard.go(F::SubjectCertificatePhoto).keys("Ctrl+A").paste("scans/other.jpg").keys("Tab");
    assert!(seen(wizard.document()));
    assert_eq!(wizard.draft().get(F::SubjectCertificatePhoto), Some(&Value::from("scans/other.jpg")));
}

#[test]
fn every_draft_in_view_is_judged_without_a_key() {
    let mut setup = Setup::new().sized(120, 36);
    for n in 0..20 {
        setup = setup.with(&format!("/home/li/drafts/{n:02}.toml"), begun());
    }
    let mut wizard = setup.start();
    let mut ticks = 0;
    while wizard.app.due() == Some(std::time::Duration::ZERO) {
        wizard.event(beian::tui::event::Event::Tick);
        ticks += 1;
        assert!(ticks < 20, "it wakes up for ever");
    }
    let screen = wizard.screen();
    let waits = screen.lines().filter(|line| line.trim_end().contains("  ..  ")).count();
    assert_eq!((waits, screen.matches('×').count()), (0, 20), "{screen}");
}
