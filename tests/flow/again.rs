//! What has ended is filed again, and what keeps an office's records right on the way: numbers, kept texts, answers.

use std::collections::BTreeMap;

use beian::filing::{Draft, Event, EventKind as E, FieldId as F, FilingKind, Role, Stage, Value, reuse};
use beian::filing::{History, Kind};
use beian::locale::Lang;
use beian::locale::tui::{dialog, form, protect, record, review, status};
use beian::package::record::{Record, begin};

use super::life::filed;
use super::wizard::{LANGS, PATH, Setup, Wizard, example};

const NUMBER: &str = "蜀ICP备2026000001号-1X";
const SECOND: &str = "蜀ICP备2026000001号-2X";
const OTHER: &str = "/home/li/drafts/other.toml";

fn event(kind: E) -> Event {
    Event::new(kind, "2026-10-30T09:00:00+08:00".parse().unwrap())
}

fn ended(number: &str) -> Draft {
    let mut draft = filed(example("company"), number);
    draft.events.push(event(E::Deregistered));
    draft
}

/// The deregistration of a filing, done.
fn deregistration(filed: &Draft) -> Draft {
    let record = Record { filed: filed.clone(), source: beian::filing::record::Source::Draft };
    let mut end = begin(&record, FilingKind::Deregistration, &|_| None);
    end.set(F::DeregistrationScope, Some("mini-program".into()));
    end.set(F::DeregistrationReason, Some(Value::Code(1)));
    end.events = [E::DeregistrationRequested, E::SmsReceived, E::SmsVerified].map(event).into();
    end
}

/// Another mini-program of the company of the example, on record.
fn sibling(number: &str) -> Draft {
    let mut draft = filed(example("company"), number);
    draft.set(F::AppId, Some("wx0a1b2c3d4e5f6072".into()));
    draft.set(F::MiniProgramName, Some("虚构书架".into()));
    draft
}

const SCANS: [F; 4] =
    [F::SubjectCertificatePhoto, F::ResponsiblePersonCertificateFront, F::OwnerCertificateFront, F::OwnerCertificateBack];

#[test]
fn filed_again_from_its_deregistration_it_has_the_scans_of_what_was_filed() {
    for lang in LANGS {
        let (was, end) = (ended(NUMBER), deregistration(&filed(example("company"), NUMBER)));
        let mut wizard = Setup::new().lang(lang).with(OTHER, was.clone()).open(end).start();
        wizard.must_say(record::FILE_AGAIN_WITH);
        wizard.keys("Ctrl+N");
        assert_eq!((wizard.draft().filing_kind(), wizard.draft().events.len()), (FilingKind::New, 0), "{}", wizard.screen());
        for id in SCANS.into_iter().chain([F::AppId, F::MiniProgramName, F::PriorApprovals]) {
            assert!(was.get(id).is_some() && wizard.draft().get(id) == was.get(id), "{}", id.path());
        }
        assert!(!reuse::reuses_subject(wizard.draft()), "nothing of the entity is on record any more, as far as is known");
    }
}

#[test]
fn where_the_entity_has_another_filing_it_is_one_more_mini_program() {
    for lang in LANGS {
        let (was, end) = (ended(NUMBER), deregistration(&filed(example("company"), NUMBER)));
        for open in [was.clone(), end] {
            let mut setup = Setup::new().lang(lang).with("/home/li/drafts/sibling.toml", sibling(SECOND));
            if open.filing_kind() == FilingKind::Deregistration {
                setup = setup.with(OTHER, was.clone());
            }
            let mut wizard = setup.open(open).start();
            wizard.must_say(record::FILE_AGAIN_BESIDE_WITH);
            wizard.keys("Ctrl+N");
            let draft = wizard.draft();
            assert!(reuse::reuses_subject(draft), "{}", wizard.screen());
            assert_eq!((draft.number(), draft.answer(F::FiledBefore)), (SECOND, Some(true)));
            assert_eq!(draft.answer(F::FiledInAnotherProvince), Some(false), "the number on record says where");
            for id in SCANS.into_iter().chain([F::AppId, F::MiniProgramName, F::MiniProgramRemark]) {
                assert!(draft.get(id) == was.get(id), "{}", id.path());
            }
        }
    }
}

#[test]
fn the_key_for_the_status_does_not_lead_away_from_where_a_draft_opened() {
    let mut wizard = Setup::new().open(filed(example("company"), NUMBER)).start();
    for _ in 0..2 {
        wizard.keys("F9");
        wizard.must_say(status::NEXT);
    }
}

#[test]
fn a_number_of_another_mini_program_is_doubted_when_it_is_recorded_and_found_afterwards() {
    for lang in LANGS {
        let mut running = filed(example("company"), "");
        running.events.truncate(4);
        let mut wizard = Setup::new().lang(lang).with(OTHER, sibling(NUMBER)).open(running).start();
        wizard.keys("Enter").text(NUMBER).keys("Enter Enter");
        assert!(wizard.has_dialog() && wizard.says("虚构书架"), "{}", wizard.screen());
        assert_eq!(History::of(wizard.draft()).stage(), Stage::BureauReview);
        wizard.keys("Ctrl+U").text(SECOND).keys("Enter Enter");
        assert_eq!(wizard.draft().number(), SECOND, "{}", wizard.screen());
    }
    // Whoever insists records it, and the list says so of both.
    let mut wizard = Setup::new().with(PATH, filed(example("company"), NUMBER)).with(OTHER, sibling(NUMBER)).start();
    assert!(wizard.says("各份草稿之间有 1 处冲突"), "{}", wizard.screen());
    wizard.keys("F4");
    assert!(wizard.says("记的是同一个备案号"), "{}", wizard.screen());
}

#[test]
fn a_number_that_cannot_be_is_doubted_once_and_says_why() {
    let running = |kind: &str, on_record: &str| {
        let mut draft = filed(example("company"), "");
        draft.events.truncate(4);
        draft.set(F::FilingKind, Some(kind.into()));
        draft.set(F::RecordNumber, Some(on_record.into()));
        draft
    };
    for lang in LANGS {
        for (draft, number, why) in [
            // A change keeps its number; one more mini-program has that of its subject; and 四川 is 蜀.
            (running("change", NUMBER), "蜀ICP备2026000001号-3X", "2026000001号"),
            (running("new", NUMBER), "蜀ICP备2026000002号-2X", "2026000001号"),
            (running("new", ""), "川ICP备2026000001号-1X", "蜀"),
        ] {
            let mut wizard = Setup::new().lang(lang).open(draft).start();
            wizard.keys("Enter").text(number).keys("Enter Enter");
            assert!(wizard.has_dialog() && wizard.says(why), "{number}: {}", wizard.screen());
            assert_eq!(History::of(wizard.draft()).stage(), Stage::BureauReview, "{number}");
            wizard.keys("Enter Enter");
            assert_eq!(History::of(wizard.draft()).number(), Some(number), "whoever insists: {}", wizard.screen());
        }
        for (draft, number) in [(running("change", NUMBER), NUMBER), (running("new", NUMBER), SECOND)] {
            let mut wizard = Setup::new().lang(lang).open(draft).start();
            wizard.keys("Enter").text(number).keys("Enter Enter");
            assert_eq!(History::of(wizard.draft()).number(), Some(number), "{}", wizard.screen());
        }
    }
}

#[test]
fn a_number_that_was_not_taken_is_replaced_by_what_is_typed_next() {
    for lang in LANGS {
        let mut running = filed(example("company"), "");
        running.events.truncate(4);
        let mut wizard = Setup::new().lang(lang).open(running).start();
        wizard.keys("Enter").text("乱写的").keys("Enter Enter Esc").keys("Enter");
        let said = dialog::KEPT.in_lang(lang).split(['：', ':']).next().unwrap();
        assert!(wizard.says(said), "{}", wizard.screen());
        wizard.text(NUMBER);
        assert!(wizard.says(NUMBER) && !wizard.says("乱写的"), "{}", wizard.screen());
        wizard.keys("Enter Enter");
        assert_eq!(wizard.draft().number(), NUMBER, "{}", wizard.screen());
    }
}

#[test]
fn open_questions_are_told_before_the_export() {
    for lang in LANGS {
        let mut draft = example("company");
        draft.set(F::AccountNameAgrees, None);
        let mut wizard = Setup::new().lang(lang).open(draft).start();
        wizard.keys("F10 F10");
        let said = protect::QUESTIONS_OPEN.with(lang, &[("count", &1)]);
        assert!(wizard.says(said.split(['：', ':', '.']).next().unwrap()), "{}", wizard.screen());
    }
}

#[test]
fn the_key_for_problems_leads_to_an_answer_that_nobody_gave() {
    let mut draft = example("company");
    for id in [F::IsLegalPerson, F::LegalPersonName, F::LegalPersonNumber] {
        draft.set(id, None);
    }
    let mut wizard = Setup::new().open(draft).start();
    wizard.keys("F8");
    assert_eq!(wizard.focus(), Some(F::IsLegalPerson), "{}", wizard.screen());
    wizard.go(F::AppId).keys("F8");
    assert_eq!(wizard.focus(), Some(F::AppId), "once is enough: {}", wizard.screen());
    assert!(wizard.draft().get(F::IsLegalPerson).is_none(), "looking at it gives no answer");
}

/// Another number asks anew what was answered about the old one; the old one, typed back, or undo, brings the answers back.
#[test]
fn an_answer_holds_for_what_it_was_given_about() {
    let of_phones = [F::PhonesAreAnswered, F::PhonesUsedElsewhere];
    for lang in LANGS {
        let draft = example("company");
        let mut wizard = Setup::new().lang(lang).open(draft.clone()).start();
        let answered = |wizard: &Wizard| of_phones.map(|id| wizard.draft().get(id).is_some());
        assert_eq!(answered(&wizard), [true; 2]);
        wizard.go(F::ResponsiblePersonMobile).keys("Backspace");
        let said = if lang == Lang::Zh { "要重新回答：" } else { "are asked again in step 6" };
        assert!(wizard.says(said), "{}", wizard.screen());
        wizard.text("9");
        assert_eq!(answered(&wizard), [false; 2]);
        assert!(wizard.document().is_open_question(F::PhonesUsedElsewhere));
        wizard.keys("Backspace").text("3");
        assert_eq!((answered(&wizard), wizard.draft()), ([true; 2], &draft));
        wizard.keys("Backspace").text("9").keys("Tab");
        assert_eq!(answered(&wizard), [false; 2]);
        wizard.keys("Ctrl+Z");
        assert_eq!(wizard.draft(), &draft);
        // The same number with blanks is no other one, and a prepared copy no other picture.
        let mut wizard = Setup::new().lang(lang).open(draft.clone()).start();
        wizard.go(F::ResponsiblePersonMobile).keys("Ctrl+U").paste("+86 130 1234 0003").keys("Tab");
        assert_eq!(answered(&wizard), [true; 2]);
        wizard.go(F::SubjectCertificatePhoto).keys("Ctrl+U").paste("scans/another.jpg");
        assert!(wizard.draft().get(F::PicturesAreOriginals).is_none());
    }
}

/// Text at a question is an answer, or is said not to be one.
#[test]
fn yes_and_no_are_taken_in_words() {
    for (text, expected) in
        [("否", Some(false)), ("是", Some(true)), (" No ", Some(false)), ("yes", Some(true)), ("不清楚", None), ("是的吧", None)]
    {
        let mut draft = example("company");
        draft.set(F::IsLegalPerson, None);
        draft.set(F::FiledBefore, None);
        let mut wizard = Setup::new().open(draft.clone()).start();
        wizard.go(F::IsLegalPerson).paste(text);
        let held = wizard.draft().answer(F::IsLegalPerson).filter(|_| wizard.draft().get(F::IsLegalPerson).is_some());
        assert_eq!(held, expected, "{text}");
        let mut review = Setup::new().open(draft).start();
        review.go(F::FiledBefore).paste(text);
        assert_eq!(review.draft().answer(F::FiledBefore), expected, "{text}");
        if expected.is_none() {
            wizard.must_say(form::YES_OR_NO);
            review.must_say(form::YES_OR_NO);
        }
    }
    // What an input method makes comes as characters.
    let mut wizard = Setup::new().open(example("company")).start();
    wizard.go(F::IsLegalPerson).text("是");
    assert_eq!(wizard.draft().answer(F::IsLegalPerson), Some(true));
}

#[test]
fn the_way_out_stays_in_sight_on_the_review() {
    for lang in LANGS {
        let mut draft = example("company");
        for id in F::QUESTIONS.iter().filter(|id| matches!(id.field().kind, Kind::Flag(_))) {
            draft.set(*id, None);
        }
        let mut wizard = Setup::new().lang(lang).sized(80, 24).open(draft).start();
        wizard.keys("F10");
        let open = wizard.document().open_questions();
        let said = review::EXPORT_KEY.with(lang, &[("key", &"F10")]);
        assert!(open > 3 && wizard.says(&said), "{}", wizard.screen());
    }
}

/// What is to be done next is in view at every stage, and so is what may be recorded.
#[test]
fn a_low_window_shows_what_is_next_at_every_stage() {
    for lang in LANGS {
        for count in 0..5 {
            let mut draft = filed(example("company"), NUMBER);
            draft.events.truncate(count);
            let mut wizard = Setup::new().lang(lang).sized(80, 24).open(draft).start();
            if count == 0 {
                wizard.keys("F9");
            }
            wizard.must_say(status::NEXT);
            let records = status::RECORD.in_lang(lang).split('{').next().unwrap();
            assert!(wizard.says(records), "{count}\n{}", wizard.screen());
        }
        // The longest: two people have codes to enter.
        let mut draft = filed(example("company"), NUMBER);
        draft.events.truncate(2);
        draft.events.extend([Role::ResponsiblePerson, Role::Owner].map(|who| event(E::SmsReceived).of(who)));
        let wizard = Setup::new().lang(lang).sized(80, 24).open(draft).start();
        wizard.must_say(status::NEXT);
        let [next, choice] = [status::NEXT.in_lang(lang), E::SmsVerified.label().in_lang(lang)];
        let row = |text: &str| wizard.screen().lines().position(|line| line.contains(text));
        assert!(row(next) < row(choice) && row(choice).is_some(), "{}", wizard.screen());
    }
}

/// The same text, kept from an earlier session, is announced in every dialog that keeps one.
#[test]
fn what_was_kept_is_announced() {
    let mut draft = example("company");
    draft.events = vec![event(E::Submitted)];
    let kept = BTreeMap::from([(PATH.into(), BTreeMap::from([("event platform-returned ".to_owned(), "照片不清".to_owned())]))]);
    let mut wizard: Wizard = Setup::new().unfinished(kept).open(draft).start();
    wizard.keys("Down Enter");
    wizard.must_say(dialog::KEPT_LONG);
    assert!(wizard.says("照片不清"), "{}", wizard.screen());
}

#[test]
fn one_more_mini_program_begins_at_the_status_of_what_is_filed() {
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).open(filed(example("company"), NUMBER)).start();
        wizard.keys("F9").must_say(record::ONE_MORE_WITH);
        wizard.keys("Alt+W").must_say(beian::locale::reuse::TITLE);
        assert!(reuse::reuses_subject(wizard.draft()) && wizard.world.count() == 2);
        let answer = wizard.draft().get(F::IsLegalPerson);
        assert!(answer.is_some() && answer == wizard.draft().recorded(F::IsLegalPerson), "the record says who it is");
    }
}
