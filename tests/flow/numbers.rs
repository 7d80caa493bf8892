//! Filing numbers in answers of the platform, held against those of the other drafts as the command line holds them.

use beian::filing::FieldId as F;
use beian::locale::Lang;
use beian::tui::effect::Message;

use super::life::{NUMBER, filed};
use super::wizard::{Setup, example};

const ANSWER: &[u8] = include_bytes!("../fixtures/answers/order-online.json");

#[test]
fn an_answer_with_the_number_of_another_mini_program_is_not_taken() {
    let mut other = filed(example("company"), NUMBER);
    other.set(F::AppId, Some("wx0000000000000009".into()));
    other.set(F::MiniProgramName, Some("虚构琴房".into()));
    let mut draft = filed(example("company"), "");
    draft.events.pop();
    for (lang, why, what_to_do) in
        [(Lang::Zh, "是另一个小程序的备案号", "通管局审核通过"), (Lang::En, "of another mini-program", "Approved by the bureau")]
    {
        let setup = || Setup::new().lang(lang).sized(120, 36).open(draft.clone());
        let mut wizard = setup().with("/home/li/drafts/other.toml", other.clone()).start();
        wizard.told(Message::AnswerRead(ANSWER.to_vec()));
        assert!(wizard.says(why) && wizard.says(what_to_do), "{}", wizard.screen());
        assert_eq!((wizard.draft().number(), wizard.draft().events.len()), ("", 4));
        // Alone, or beside another number, it is taken.
        let mut apart = other.clone();
        apart.events[4].number = "蜀ICP备2026000001号-2X".into();
        for mut wizard in [setup().start(), setup().with("/home/li/drafts/other.toml", apart).start()] {
            wizard.told(Message::AnswerRead(ANSWER.to_vec()));
            assert_eq!(wizard.draft().number(), NUMBER, "{}", wizard.screen());
        }
    }
}

#[test]
fn an_answer_with_the_number_of_another_entity_than_on_record_is_not_taken() {
    let mut draft = filed(example("company"), "");
    draft.events.pop();
    for (recorded, is_taken) in [("蜀ICP备2026000001号", true), ("蜀ICP备2026000009号", false)] {
        draft.set(F::RecordNumber, Some(recorded.into()));
        let mut wizard = Setup::new().open(draft.clone()).start();
        wizard.told(Message::AnswerRead(ANSWER.to_vec()));
        assert_eq!(wizard.draft().events.len(), if is_taken { 5 } else { 4 }, "{}", wizard.screen());
    }
}
