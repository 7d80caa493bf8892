//! The life of a filing, by keys alone: what is filed is changed, ended, and joined by one more mini-program.

use beian::filing::event::Moment;
use beian::filing::{Draft, Event, EventKind as E, FieldId as F, FilingKind, Kind, Stage, Value, change, reuse};
use beian::filing::{Filing, History};
use beian::locale::Lang;
use beian::locale::reuse as taken;
use beian::locale::tui::{record as words, status};
use beian::rules::{Severity, complete};
use beian::tui::effect::Message;

use super::wizard::{LANGS, NOW, PATH, Setup, Wizard, example};

pub const NUMBER: &str = "蜀ICP备2026000001号-1X";
/// Where a draft lies that was filed.
const FILED: &str = "/home/li/drafts/filed.toml";

/// A draft that is through.
pub fn filed(mut draft: Draft, number: &str) -> Draft {
    let kinds = [E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified, E::BureauPassed];
    draft.events = kinds.into_iter().map(|kind| Event::new(kind, "2026-09-30T09:00:00+08:00".parse().unwrap())).collect();
    draft.events[4].number = number.into();
    draft
}

/// The example of a company, with one person for everything that people do.
fn company() -> Draft {
    let mut draft = example("company");
    for field in beian::filing::field::table() {
        let of_owner = field.path.starts_with("owner.") && field.id != F::OwnerAuthorizationLetter;
        let other = [F::NameChangeLetter, F::MiniProgramOtherMaterials, F::SubjectRemark, F::PriorApprovals];
        if of_owner || other.contains(&field.id) {
            draft.set(field.id, None);
        }
    }
    draft.set(F::SameAsResponsiblePerson, Some(Value::Flag(true)));
    draft.set(F::ServiceContents, Some(Value::Codes(vec![3])));
    draft
}

fn errors(wizard: &Wizard) -> Vec<String> {
    let findings = wizard.document().findings().iter().filter(|finding| finding.severity == Severity::Error);
    findings.map(|finding| format!("{} {}", finding.path(), finding.message(Lang::En))).collect()
}

/// Records the events that are offered first, one after the other, until the filing is filed.
fn to_filed(wizard: &mut Wizard, number: &str) {
    wizard.keys("F9");
    for _ in 0..8 {
        let stage = History::of(wizard.draft()).stage();
        if stage == Stage::Filed {
            return;
        }
        wizard.keys("Enter");
        assert!(wizard.has_dialog(), "{}", wizard.screen());
        if stage == Stage::BureauReview {
            wizard.text(number);
        }
        wizard.keys("Enter");
        if wizard.has_dialog() {
            wizard.keys("Enter");
        }
        wizard.later(60);
    }
    panic!("{}", wizard.screen());
}

#[test]
fn a_filed_company_changes_its_administrator_and_phone() {
    let mut wizard = Setup::new().with(FILED, filed(example("company"), NUMBER)).start();
    wizard.keys("Ctrl+N Down Down Enter Enter");
    assert_eq!((wizard.draft().filing_kind(), wizard.draft().number()), (FilingKind::Change, NUMBER));
    assert!(wizard.says("变更") && change::differences(wizard.draft()).is_empty());
    wizard.go(F::ResponsiblePersonMobile).keys("Ctrl+U").text("13012340019");
    assert!(wizard.says("原备案：13012340003"), "{}", wizard.screen());
    for (id, value) in [
        (F::OwnerName, "测试己"),
        (F::OwnerCertificateNumber, "510104198811239961"),
        (F::OwnerMobile, "13012340021"),
        (F::OwnerEmergencyPhone, "17712340022"),
        (F::OwnerEmail, "ji@example.com"),
    ] {
        wizard.go(id).keys("Ctrl+U").text(value);
    }
    let changed: Vec<F> = change::differences(wizard.draft()).into_iter().map(|one| one.id).collect();
    assert!(changed.contains(&F::ResponsiblePersonMobile) && changed.contains(&F::OwnerName), "{changed:?}");
    assert!(!changed.contains(&F::OwnerCertificateNumber), "it is as it was: {changed:?}");
    assert!(change::face_check_is_due(wizard.draft()), "another person answers for the mini-program");
    for (id, path) in [
        (F::OwnerCertificateFront, "scans/owner-id-front.jpg"),
        (F::OwnerCertificateBack, "scans/owner-id-back.jpg"),
        (F::OwnerAuthorizationLetter, "scans/owner-authorization.jpg"),
    ] {
        wizard.go(id).paste(path);
    }
    wizard.go(F::OwnerAdministrator).keys("Ctrl+U").text("测试己").keys("Tab");
    assert!(errors(&wizard).is_empty(), "{:?}", errors(&wizard));
    wizard.keys("Alt+6 Ctrl+Home");
    assert!(wizard.says("变更对照") && !wizard.says("内容：请求体"), "{}", wizard.screen());
    let Ok((Filing::Change(_), _)) = complete(&wizard.document().context()) else { panic!("no change can be packed") };
    // Questions are open: the first line leads back to them.
    wizard.keys("F10 Down Enter");
    assert!(wizard.says("有原值和新值"), "{}", wizard.screen());
    wizard.keys("Enter");
    to_filed(&mut wizard, NUMBER);
    assert_eq!(History::of(wizard.draft()).stage(), Stage::Filed);
}

#[test]
fn an_individual_deregisters_one_of_two_mini_programs() {
    let mut other = example("individual");
    other.set(F::MiniProgramName, Some("虚构书架".into()));
    other.set(F::AppId, Some("wx0a1b2c3d4e5f6072".into()));
    let mut wizard = Setup::new()
        .with(FILED, filed(example("individual"), "粤ICP备2026000001号-1X"))
        .with("/home/li/drafts/other.toml", filed(other, "粤ICP备2026000001号-2X"))
        .start();
    wizard.keys("Ctrl+N End Enter").text("书架").keys("Enter");
    let draft = wizard.draft();
    assert_eq!((draft.filing_kind(), draft.number()), (FilingKind::Deregistration, "粤ICP备2026000001号-2X"));
    assert_eq!((draft.title(), draft.get(F::DeregistrationScope)), ("虚构书架", None), "nothing is chosen for anybody");
    // The list of scopes begins with what ends least, so that a hasty key does not end everything.
    wizard.go(F::DeregistrationScope).keys("Enter Enter");
    assert_eq!(wizard.value(F::DeregistrationScope), "mini-program");
    wizard.go(F::DeregistrationReason).keys("Enter Enter");
    assert!(errors(&wizard).is_empty(), "{:?}", errors(&wizard));
    wizard.keys("Alt+2 Ctrl+Home");
    assert!(wizard.says("注销请求") && !wizard.says("请求体"), "{}", wizard.screen());
    let Ok((Filing::Deregistration(_), _)) = complete(&wizard.document().context()) else { panic!("it cannot be packed") };
    wizard.keys("F10 Down Enter");
    assert!(wizard.says("填报表 sheet.html 说明在哪里申请"), "{}", wizard.screen());
    wizard.keys("Enter F9 Enter Enter");
    // Nobody has answered whether another order runs.
    assert!(wizard.says("还有 1 问未答"), "{}", wizard.screen());
    wizard.keys("Enter");
    for _ in 0..2 {
        wizard.later(30).keys("Enter Enter");
    }
    assert_eq!(History::of(wizard.draft()).stage(), Stage::Deregistered, "{}", wizard.screen());
}

/// Enters what a draft holds and the open one does not, field by field, until it can be exported, and returns how many keys that
/// took. A path is pasted, as one key.
fn enter(wizard: &mut Wizard, target: &Draft) -> usize {
    let before = wizard.pressed;
    for _ in 0..150 {
        let Some(id) = wizard.focus() else { break };
        let entered = |id: &F| target.get(*id).is_none() || wizard.draft().get(*id) == target.get(*id);
        if F::ALL.iter().filter(|id| wizard.draft().asks(**id) && !F::QUESTIONS.contains(id)).all(entered)
            && errors(wizard).is_empty()
        {
            break;
        }
        let (held, wanted) = (wizard.draft().get(id).cloned(), target.get(id).cloned());
        match (wanted, id.field().kind) {
            (Some(wanted), _) if held.as_ref() == Some(&wanted) => {}
            (Some(Value::Text(path)), Kind::Picture) => {
                wizard.paste(&path);
            }
            (Some(Value::Text(_)), Kind::Region) => {
                wizard.keys("Enter").text("武侯区").keys("Enter");
            }
            (Some(Value::Text(text)), kind) if kind.is_typed() => {
                if held.is_some() {
                    wizard.keys("Ctrl+U");
                }
                wizard.text(&text);
            }
            (Some(Value::Paths(paths)), _) => {
                wizard.paste(&paths[0]);
            }
            (Some(Value::Flag(flag)), _) => {
                while wizard.draft().answer(id) != Some(flag) {
                    wizard.keys("Space");
                }
            }
            (Some(Value::Code(code)), Kind::Choice(list)) => {
                wizard.keys("Enter").text(list.name(code).unwrap().zh).keys("Enter");
            }
            (Some(Value::Codes(_)), _) => {
                wizard.keys("Enter").text("工具").keys("Enter");
            }
            (_, Kind::Approvals) => {
                wizard.keys("Enter Space");
            }
            _ => {}
        }
        if wizard.has_dialog() {
            wizard.keys("Esc");
        }
        // What is chosen or answered moves on by itself.
        if wizard.focus() == Some(id) {
            wizard.keys("Tab");
        }
    }
    assert!(errors(wizard).is_empty(), "{:?}\n{}", errors(wizard), wizard.screen());
    wizard.pressed - before
}

#[test]
fn one_more_mini_program_takes_a_third_of_the_keys_of_a_first_filing_at_most() {
    let target = company();
    let mut first = Setup::new().start();
    first.keys("Ctrl+N Enter Down Enter Enter");
    let keys_of_first = first.pressed + enter(&mut first, &target);
    assert_eq!(first.value(F::SubjectCertificateNumber), "91510107MA0000007C");

    let mut wizard = Setup::new().with(FILED, filed(target.clone(), NUMBER)).start();
    wizard.keys("Ctrl+N Down Enter Enter");
    assert!(reuse::reuses_subject(wizard.draft()) && wizard.draft().title().is_empty());
    wizard.must_say(taken::TITLE);
    assert!(wizard.says("请核对：服务内容类型、小程序备注") && wizard.says("备注是上一个小程序的"), "{}", wizard.screen());
    wizard.keys("Enter");
    assert_eq!(wizard.focus().map(|id| id.field().section), Some(F::MiniProgramName.field().section), "{}", wizard.screen());
    wizard.must_say(words::REUSE_MESSAGE);
    let mut second = target.clone();
    second.set(F::MiniProgramName, Some("虚构琴房".into()));
    second.set(F::AppId, Some("wx7f6e5d4c3b2a1909".into()));
    second.set(
        F::MiniProgramRemark,
        Some("面向学琴的学员和家长，提供琴房预约、课程时间查询、练习记录和老师点评，内容由公司自行维护。".into()),
    );
    assert!(wizard.document().findings().iter().any(|finding| finding.rule.name == "remark-of-another-mini-program"));
    let keys_of_second = wizard.pressed + enter(&mut wizard, &second);
    assert_eq!(wizard.value(F::SubjectCertificateNumber), "91510107MA0000007C");
    assert_eq!(wizard.value(F::MiniProgramRemark), second.text(F::MiniProgramRemark));
    assert!(!wizard.document().findings().iter().any(|finding| finding.rule.name == "remark-of-another-mini-program"));
    println!("keys: first filing {keys_of_first}, one more mini-program {keys_of_second}");
    assert!(keys_of_second * 3 <= keys_of_first, "{keys_of_second} of {keys_of_first}");
    // The stepper shows where it comes from; nothing false is said of an earlier filing.
    wizard.keys("Alt+1");
    assert!(wizard.says("= 取自备案") && wizard.says("主体已备案"), "{}", wizard.screen());
    assert!(!wizard.document().findings().iter().any(|finding| finding.rule.name == "earlier-filing-must-agree"));
}

#[test]
fn what_a_filing_begins_with_is_found_as_in_the_list() {
    let mut wizard = Setup::new().with(FILED, filed(example("company"), NUMBER)).start();
    wizard.keys("Ctrl+N Down Down Enter");
    for typed in ["filed", "wuhou", "成都市", "Chengdu", "enterprise", "企业", "scxg", "虚构音乐", "ICP"] {
        wizard.text(typed);
        assert!(wizard.says(NUMBER), "{typed}\n{}", wizard.screen());
        wizard.keys("Ctrl+U");
    }
    wizard.text("shenzhen").must_say(beian::locale::tui::dialog::NOTHING_FOUND);
}

#[test]
fn one_more_mini_program_has_the_contact_of_the_filed_one_and_says_what_was_taken() {
    let mut original = filed(example("company"), NUMBER);
    original.set(F::SameAsResponsiblePerson, Some(Value::Flag(false)));
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).with(FILED, original.clone()).start();
        wizard.keys("Ctrl+D Enter").must_say(taken::TITLE);
        let never = if lang == Lang::Zh { "不带：本人的回答" } else { "Never taken: answers" };
        assert!(wizard.says(original.text(F::OwnerName)) && wizard.says(never), "{}", wizard.screen());
        wizard.keys("Enter");
        let draft = wizard.draft();
        assert_eq!(draft.answer(F::SameAsResponsiblePerson), Some(false));
        for id in F::ALL.iter().copied().filter(|id| reuse::is_likely_of_next(*id) && original.asks(*id)) {
            assert_eq!(draft.get(id), original.get(id), "{id:?}");
        }
        let never =
            [&[F::AppId, F::OriginalId, F::MiniProgramName, F::OwnerAdministrator, F::LettersDated], F::SIGNED, F::FACE_CHECK];
        for id in never.concat() {
            assert_eq!(draft.get(id), None, "{id:?}");
        }
        assert!(draft.events.is_empty() && draft.confirmed.is_empty());
    }
}

#[test]
fn what_is_taken_back_with_a_change_is_asked_about_and_said() {
    for lang in LANGS {
        let mut draft = filed(example("company"), NUMBER);
        draft.set(F::FilingKind, Some("change".into()));
        let mut wizard = Setup::new().lang(lang).open(draft).start();
        wizard.keys("Ctrl+Z");
        wizard.must_say(status::TAKE_BACK_TITLE);
        let follows = if lang == Lang::Zh { "更新的草稿也一起恢复" } else { "were updated" };
        assert!(wizard.says(follows), "{}", wizard.screen());
        wizard.keys("Down Enter");
        assert_eq!(History::of(wizard.draft()).stage(), Stage::BureauReview);
        let told = [vec!["filed: kept".to_owned()], vec!["filed: kept".to_owned()]];
        let message = Message::TakenOver { taken: vec!["filed".into()], failed: Vec::new(), told, is_undone: true };
        wizard.told(message);
        wizard.must_say(words::NOT_ALL_TAKEN_BACK);
        let said = if lang == Lang::Zh { "相关草稿也恢复了：filed" } else { "drafts that followed: filed" };
        assert!(wizard.says(said), "{}", wizard.screen());
    }
    // What a change wrote into the filed draft is taken back in the change, which puts back what stood there.
    let mut changed = filed(example("company"), NUMBER);
    let at = changed.events.last().unwrap().at;
    let replaced = vec![(F::OwnerMobile, Some("13012340003".into()))];
    changed.events.push(Event { note: "虚构音乐厅-变更".into(), replaced, ..Event::new(E::Changed, at) });
    let mut wizard = Setup::new().open(changed.clone()).start();
    wizard.keys("Ctrl+Z").must_say(status::UNDO_THERE_TITLE);
    assert!(wizard.says("虚构音乐厅-变更"), "{}", wizard.screen());
    wizard.keys("Enter");
    assert_eq!(wizard.draft().events, changed.events);
    // A first filing has no other draft that follows it.
    let mut wizard = Setup::new().open(filed(example("company"), NUMBER)).start();
    wizard.keys("Ctrl+Z").must_say(status::TAKE_BACK_TITLE);
    assert!(!wizard.says("更新的草稿也一起恢复"), "{}", wizard.screen());
}

#[test]
fn an_edit_of_what_is_filed_is_taken_into_a_change() {
    for lang in LANGS {
        let original = filed(example("company"), NUMBER);
        let mut wizard = Setup::new().lang(lang).open(original.clone()).start();
        wizard.keys("Esc").go(F::OwnerMobile).keys("Ctrl+U").text("9");
        wizard.must_say(words::FILED_TITLE).must_say(words::START_CHANGE);
        assert_eq!(wizard.draft(), &original, "nothing has changed here");
        wizard.keys("Enter");
        assert_eq!(wizard.draft().filing_kind(), FilingKind::Change, "{}", wizard.screen());
        assert_eq!((wizard.focus(), wizard.world.count()), (Some(F::OwnerMobile), 2), "{}", wizard.screen());
        wizard.wait(1_000);
        assert_eq!(wizard.world.on_disk(PATH), Some(&original), "it stays filed as it is");
    }
}

#[test]
fn a_cancelled_edit_of_what_is_filed_is_in_no_change() {
    let original = filed(example("company"), NUMBER);
    let mobile = original.text(F::OwnerMobile).to_owned();
    for cancel in ["Esc", "Down Down Enter"] {
        let mut wizard = Setup::new().open(original.clone()).start();
        wizard.keys("Esc").go(F::OwnerMobile).text("9").keys(cancel);
        assert!(!wizard.has_dialog(), "{cancel}: {}", wizard.screen());
        wizard.keys("Ctrl+N");
        assert_eq!(wizard.draft().filing_kind(), FilingKind::Change, "{cancel}: {}", wizard.screen());
        assert_eq!(wizard.value(F::OwnerMobile), mobile, "{cancel}");
    }
}

#[test]
fn the_question_about_an_edit_changes_its_language_as_a_whole() {
    let mut wizard = Setup::new().lang(Lang::En).open(filed(example("company"), NUMBER)).start();
    wizard.keys("Esc").go(F::OwnerMobile).text("9");
    for lang in [Lang::En, Lang::Zh] {
        assert_eq!(wizard.lang(), lang);
        // The first words of it: the rest goes over several rows.
        let begins: String = words::FILED_TEXT.in_lang(lang).chars().take(16).collect();
        let edit = F::OwnerMobile.full_label(lang);
        assert!(wizard.must_say(words::FILED_TITLE).says(&begins) && wizard.says(&edit), "{}", wizard.screen());
        wizard.keys("F2");
    }
}

#[test]
fn an_edit_of_what_is_under_review_is_asked_about_until_it_comes_back() {
    for lang in LANGS {
        let mut original = filed(example("company"), NUMBER);
        original.events.truncate(1);
        let mut wizard = Setup::new().lang(lang).open(original.clone()).start();
        wizard.keys("Esc").go(F::OwnerMobile).text("9");
        wizard.must_say(words::REVIEWED_TITLE).must_say(words::EDIT_REVIEWED);
        assert_eq!(wizard.draft(), &original, "nothing has changed here");
        wizard.keys("Enter");
        assert!(!wizard.has_dialog(), "{}", wizard.screen());
        assert_eq!(wizard.draft(), &original, "what happened is recorded first: {}", wizard.screen());
        // Whoever insists edits, and is asked no more.
        wizard.go(F::OwnerMobile).text("9").keys("Down Enter").text("8");
        assert_eq!(wizard.value(F::OwnerMobile), "1301234000598", "{}", wizard.screen());
        let mut returned = original.clone();
        returned.events.push(Event::new(E::PlatformReturned, "2026-10-08T09:00:00+08:00".parse().unwrap()));
        let mut wizard = Setup::new().lang(lang).open(returned).start();
        wizard.keys("Esc").go(F::OwnerMobile).text("9");
        assert!(!wizard.has_dialog(), "{}", wizard.screen());
    }
}

#[test]
fn every_way_to_edit_what_is_filed_is_asked_about() {
    let original = filed(example("company"), NUMBER);
    for (id, keys) in [
        (F::OwnerMobile, "Backspace"),
        (F::OwnerMobile, "Ctrl+U"),
        (F::IsLegalPerson, "Space"),
        (F::SubjectNature, "Enter Down Enter"),
        (F::SubjectRegion, "Delete"),
        (F::OwnerCertificateValidUntil, "Enter Right Enter"),
        (F::SubjectCertificatePhoto, "F3"),
        (F::ServiceContents, "Enter Space"),
        (F::PriorApprovals, "Enter Delete"),
    ] {
        let mut wizard = Setup::new().open(original.clone()).start();
        wizard.keys("Esc").go(id).keys(keys);
        wizard.must_say(words::FILED_TITLE);
        while wizard.has_dialog() {
            wizard.keys("Esc");
        }
        wizard.wait(1_000);
        assert_eq!(wizard.draft(), &original, "{} {keys}", id.path());
    }
    let mut wizard = Setup::new().open(original.clone()).start();
    wizard.keys("Esc").go(F::OwnerMobile).text("9").keys("Down Enter").text("8");
    assert_eq!(wizard.value(F::OwnerMobile), "1301234000598", "{}", wizard.screen());
    assert!(wizard.document().is_filed() && !wizard.has_dialog(), "asked once");
    let mut wizard = Setup::new().open(original).start();
    wizard.keys("Esc").go(F::Published).keys("Space");
    assert!(wizard.draft().flag(F::Published) && !wizard.has_dialog(), "to publish is no change of a filing");
}

#[test]
fn the_status_of_what_is_filed_names_the_key_for_a_change_and_the_change_that_runs() {
    let mut wizard = Setup::new().open(filed(example("company"), NUMBER)).start();
    wizard.must_say(words::CHANGE_WITH);
    wizard.keys("Ctrl+N");
    assert_eq!(wizard.draft().filing_kind(), FilingKind::Change);
    let mut again = Setup::new()
        .with(FILED, filed(example("company"), NUMBER))
        .with("/home/li/drafts/change.toml", {
            let mut draft = example("company");
            draft.set(F::FilingKind, Some("change".into()));
            draft.set(F::RecordNumber, Some(NUMBER.into()));
            draft
        })
        .start();
    again.text("filed").keys("Enter");
    assert!(again.says("变更正在准备或审核：change"), "{}", again.screen());
    again.keys("Ctrl+N");
    assert_eq!((again.draft().filing_kind(), again.world.count()), (FilingKind::Change, 2), "the one that runs is opened");
}

#[test]
fn what_is_on_record_is_not_edited_for_one_more_mini_program() {
    let mut wizard = Setup::new().with(FILED, filed(company(), NUMBER)).start();
    wizard.keys("Ctrl+N Down Enter Enter Enter Alt+2").go(F::ResponsiblePersonMobile).keys("Ctrl+U");
    wizard.must_say(words::ON_RECORD_TITLE).must_say(words::START_CHANGE_OF_ENTITY);
    wizard.keys("Esc Ctrl+N");
    assert_eq!((wizard.draft().filing_kind(), wizard.focus()), (FilingKind::Change, Some(F::ResponsiblePersonMobile)));
    assert_eq!(wizard.draft().number(), NUMBER);
    assert_eq!(wizard.draft().text(F::MiniProgramName), "虚构音乐厅", "the change is that of the filing, not of the new one");
}

#[test]
fn what_cannot_be_changed_is_deregistered_and_filed_again() {
    for (lang, from) in LANGS.into_iter().zip(["form", "review"]) {
        let mut wizard = Setup::new().lang(lang).with(FILED, filed(company(), NUMBER)).start();
        wizard.keys("Ctrl+N Down Down Enter Enter").go(F::SubjectCertificateNumber).keys("Ctrl+U").text("91510107MA00000157");
        wizard.keys("Tab Shift+Tab").must_say(words::REFILE_KEY);
        if from == "review" {
            wizard.keys("Alt+6").must_say(words::REFILE_KEY);
        }
        wizard.keys("F5").must_say(words::REFILE_TITLE).must_say(words::REFILE);
        assert!(wizard.says(NUMBER), "{}", wizard.screen());
        wizard.keys("Enter");
        let end = wizard.draft().clone();
        assert_eq!((end.filing_kind(), end.number()), (FilingKind::Deregistration, NUMBER), "{}", wizard.screen());
        assert_eq!((end.code(F::DeregistrationReason), end.get(F::DeregistrationScope)), (Some(2), None));
        assert_eq!((wizard.focus(), wizard.world.count()), (Some(F::DeregistrationScope), 4));
        let anew = wizard.world.drafts().find(|draft| draft.filing_kind() == FilingKind::New && draft.events.is_empty()).unwrap();
        assert_eq!(anew.text(F::SubjectCertificateNumber), "91510107MA00000157");
        assert_eq!((anew.text(F::MiniProgramName), anew.has_record()), ("虚构音乐厅", false));
        assert_eq!(anew.text(F::ResponsiblePersonMobile), "13012340003", "what did not change goes along");
    }
}

#[test]
fn a_package_that_is_none_is_refused_and_the_list_stays() {
    let mut wizard = Setup::new().start();
    wizard.keys("Ctrl+N Down Down Enter Enter").text("notes").keys("Enter");
    assert!(wizard.says("不是备案包") && wizard.state().document.is_none(), "{}", wizard.screen());
}

#[test]
fn the_list_leads_to_the_status_at_every_stage() {
    for draft in [example("individual"), filed(example("company"), NUMBER)] {
        let mut wizard = Setup::new().with(PATH, draft).start();
        wizard.keys("F9");
        wizard.must_say(status::NEXT);
        // The key has done its work: pressed again it leads nowhere else. Esc leads back to the list.
        wizard.keys("F9");
        assert!(wizard.says("这里就是进度") && wizard.says(status::NEXT.zh), "{}", wizard.screen());
        wizard.keys("Esc");
        assert!(wizard.state().document.is_none(), "{}", wizard.screen());
        // From the form the key leads there and back, whoever came to the form from there.
        wizard.keys("F9 Alt+1");
        assert!(!wizard.says(status::NEXT.zh), "{}", wizard.screen());
        wizard.keys("F9");
        wizard.must_say(status::NEXT);
        wizard.keys("F9");
        assert!(!wizard.says(status::NEXT.zh), "{}", wizard.screen());
    }
}

#[test]
fn what_is_typed_while_the_question_stands_goes_on_with_the_edit() {
    for lang in LANGS {
        let original = filed(example("company"), NUMBER);
        let mut wizard = Setup::new().lang(lang).open(original.clone()).start();
        wizard.keys("Esc").go(F::OwnerMobile).keys("Ctrl+U");
        wizard.must_say(words::EMPTIED);
        wizard.text("139123X").keys("Backspace").text("4");
        assert!(wizard.says("1391234"), "{}", wizard.screen());
        // In the middle of what stood there, too, and pasted.
        wizard.keys("Esc Home").text("1").text("0").paste("9");
        assert!(wizard.says("10913012340005"), "{}", wizard.screen());
        assert_eq!(wizard.draft(), &original);
        wizard.keys("Down Enter");
        assert_eq!(wizard.value(F::OwnerMobile), "10913012340005");
    }
}

/// What was answered before a deregistration was done is not taken back by a key that is meant for its last event.
#[test]
fn edits_from_before_the_end_are_not_undone() {
    let mut end = Draft::default();
    for (id, value) in [(F::FilingKind, "deregister"), (F::RecordNumber, NUMBER), (F::DeregistrationScope, "mini-program")] {
        end.set(id, Some(value.into()));
    }
    end.events.push(Event::new(E::DeregistrationRequested, "2026-11-20T09:00:00+08:00".parse().unwrap()));
    let mut wizard = Setup::new().open(end).start();
    wizard.keys("Esc").go(F::DeregistrationCodeReceiver).text("测试丙").keys("Down Enter Enter");
    let done = |draft: &Draft| History::of(draft).stage() == Stage::Deregistered;
    wizard.keys("F9").must_say(status::RECORD);
    for _ in 0..8 {
        if done(wizard.draft()) {
            break;
        }
        wizard.keys("Enter Enter Enter Enter");
    }
    assert!(done(wizard.draft()), "{}", wizard.screen());
    while wizard.has_dialog() {
        wizard.keys("Esc");
    }
    wizard.keys("F10 Ctrl+Z").must_say(words::UNDO_IN_FILED);
    assert_eq!(wizard.draft().text(F::DeregistrationCodeReceiver), "测试丙");
}

#[test]
fn what_has_ended_is_nothing_to_begin_with() {
    let original = filed(example("company"), NUMBER);
    let mut ended = original.clone();
    ended.events.push(Event::new(E::Deregistered, "2026-10-30T09:00:00+08:00".parse().unwrap()));
    let mut changed = original.clone();
    changed.set(F::FilingKind, Some("change".into()));
    changed.set(F::RecordNumber, Some(NUMBER.into()));
    let offers = |drafts: &[&Draft]| {
        let mut setup = Setup::new();
        for (index, draft) in drafts.iter().enumerate() {
            setup = setup.with(&format!("/home/li/drafts/{index}.toml"), (*draft).clone());
        }
        setup.start().state().filed().count()
    };
    assert_eq!(offers(&[&original]), 1);
    assert_eq!(offers(&[&original, &changed]), 1, "the filing counts, not its change");
    assert_eq!(offers(&[&changed]), 1);
    assert_eq!(offers(&[&ended]), 0);
    assert_eq!(offers(&[&ended, &changed]), 0, "its change has ended with it");
}

#[test]
fn a_change_that_is_through_offers_no_second_submission() {
    let mut changed = filed(example("company"), NUMBER);
    changed.set(F::FilingKind, Some("change".into()));
    let wizard = Setup::new().open(changed).start();
    wizard.must_say(status::NEXT);
    assert!(
        !wizard.says(E::Submitted.label().zh) || wizard.screen().matches(E::Submitted.label().zh).count() == 1,
        "only as history: {}",
        wizard.screen()
    );
}

/// Whatever day is checked, nothing is recorded that has not happened.
#[test]
fn an_event_is_of_the_day_that_is_checked_but_never_ahead_of_the_clock() {
    for (day, at) in [("2026-11-20", "2026-11-20 10:42"), ("2026-11-23", "2026-11-23 10:42"), ("2027-01-05", "2026-11-23 10:42")]
    {
        let mut wizard = Setup::new().checked_on(day).open(example("company")).start();
        wizard.keys("F9 Enter");
        assert!(wizard.has_dialog() && wizard.says(at), "{day}: {}", wizard.screen());
        // Questions about what is not ready may come first.
        for _ in 0..3 {
            if wizard.draft().events.is_empty() {
                wizard.keys("Enter");
            }
        }
        let event = wizard.draft().events.first().unwrap_or_else(|| panic!("{day}: {}", wizard.screen()));
        assert_eq!(event.at.format("%F %H:%M").to_string(), at, "{day}");
    }
    // Nor is a time taken that lies ahead.
    let mut wizard = Setup::new().checked_on("2027-01-05").open(example("company")).start();
    wizard.keys("F9 Enter Up Ctrl+U").text("2027-01-04 09:00").keys("Enter Enter Enter");
    assert!(wizard.draft().events.is_empty(), "{}", wizard.screen());
    // An answer of the platform is of now.
    let mut wizard = Setup::new().checked_on("2027-01-05").open(example("company")).start();
    wizard.told(Message::AnswerRead(include_bytes!("../fixtures/answers/entrance-rejected.json").to_vec()));
    let now: Moment = NOW.parse().unwrap();
    assert!(wizard.draft().events.iter().all(|event| event.at <= now) && !wizard.draft().events.is_empty());
}

#[test]
fn a_wrong_number_is_corrected_where_it_was_typed() {
    let mut draft = filed(example("company"), NUMBER);
    draft.events.pop();
    let mut wizard = Setup::new().open(draft).start();
    wizard.keys("Enter").text("京ICP备2026000001号-1X").keys("Enter Enter");
    assert!(wizard.has_dialog() && wizard.says("应以「蜀」开头"), "{}", wizard.screen());
    // Typing goes on in the number.
    wizard.keys("Ctrl+U").text(NUMBER).keys("Enter Enter");
    assert!(!wizard.has_dialog(), "{}", wizard.screen());
    assert_eq!(wizard.draft().number(), NUMBER);
}

#[test]
fn a_refused_time_is_corrected_where_it_stands() {
    for correct in ["Enter", "Tab"] {
        let mut draft = filed(example("company"), NUMBER);
        draft.events.truncate(2);
        let mut wizard = Setup::new().open(draft).start();
        wizard.keys("Enter Up").text("tomorrow").keys(correct);
        assert!(wizard.has_dialog() && wizard.says("tomorrow"), "{}", wizard.screen());
        // Typing takes the place of what was refused, wherever the cursor stands.
        wizard.text("2026-11-22 09:00").keys("Enter Enter");
        assert!(!wizard.has_dialog(), "{correct}: {}", wizard.screen());
        assert_eq!(wizard.draft().events.len(), 3, "{correct}");
    }
}

#[test]
fn behind_the_number_typing_goes_on_with_it() {
    let mut draft = filed(example("company"), NUMBER);
    draft.events.pop();
    let mut wizard = Setup::new().open(draft).start();
    let (begun, rest) = NUMBER.split_at(9);
    wizard.keys("Enter").text(begun).keys("Tab").text(rest).keys("Enter Enter");
    assert!(!wizard.has_dialog(), "{}", wizard.screen());
    assert_eq!(wizard.draft().number(), NUMBER);
}

#[test]
fn of_the_bureaus_message_the_number_is_taken() {
    let mut draft = filed(example("company"), NUMBER);
    draft.events.pop();
    let mut wizard = Setup::new().open(draft).start();
    let subject = NUMBER.split_once('-').unwrap().0;
    wizard
        .keys("Enter")
        .paste(&format!("【通信管理局】备案已通过，主体备案号：{subject}，小程序备案号：{NUMBER}，请留存。"))
        .keys("Enter Enter");
    assert!(!wizard.has_dialog(), "{}", wizard.screen());
    assert_eq!(wizard.draft().number(), NUMBER);
}

#[test]
fn the_steps_of_a_subject_on_record_ask_for_none_of_its_papers() {
    let mut draft = example("company");
    draft.set(F::ResponsiblePersonAuthorizationLetter, None);
    let mut wizard = Setup::new().with(FILED, filed(draft, NUMBER)).start();
    wizard.keys("Ctrl+N Down Enter Enter Enter");
    assert!(!wizard.draft().flag(F::IsLegalPerson) && wizard.draft().get(F::ResponsiblePersonAuthorizationLetter).is_none());
    assert!(wizard.says("= 2 主体负责人"), "{}", wizard.screen());
    assert!(!errors(&wizard).iter().any(|error| error.starts_with("responsible_person.")), "{:?}", errors(&wizard));
    let listed = wizard.document().materials();
    assert!(listed.wanted().all(|item| item.material.field != F::ResponsiblePersonAuthorizationLetter));
    // What the record does not tell is asked, and the step says so.
    let mut masked = Setup::new().with(FILED, filed(example("company"), NUMBER)).start();
    masked.keys("Ctrl+N Down Enter Enter Enter Alt+2").go(F::ResponsiblePersonEmail).keys("Ctrl+U Down Enter");
    assert!(masked.says("记录里没有或被平台隐去的"), "{}", masked.screen());
}

#[test]
fn the_list_tells_what_is_under_way_with_a_filing_and_what_was_done() {
    let original = filed(example("company"), NUMBER);
    let begun = |kind: &str| {
        let mut draft = example("company");
        draft.set(F::FilingKind, Some(kind.into()));
        draft.set(F::RecordNumber, Some(NUMBER.into()));
        draft
    };
    let handed_in = |kind: &str, event: E| {
        let mut draft = begun(kind);
        draft.events = vec![Event::new(event, "2026-10-29T09:00:00+08:00".parse().unwrap())];
        draft
    };
    let mut changed = original.clone();
    changed.events.push(Event::new(E::Changed, "2026-10-30T09:00:00+08:00".parse().unwrap()));
    for (first, other, zh, en) in [
        (&original, Some(begun("change")), "备案成功，拟变更", "Filed, to be changed"),
        (&original, Some(begun("deregister")), "备案成功，拟注销", "Filed, to be deregistered"),
        (&original, Some(handed_in("change", E::Submitted)), "备案成功，变更中", "Filed, being changed"),
        (&original, Some(handed_in("deregister", E::DeregistrationRequested)), "备案成功，注销中", "Filed, being deregistered"),
        (&changed, None, "备案成功，已变更", "Filed, changed"),
    ] {
        for (lang, said) in LANGS.into_iter().zip([zh, en]) {
            let mut setup = Setup::new().lang(lang).sized(120, 36).with(FILED, first.clone());
            if let Some(other) = &other {
                setup = setup.with("/home/li/drafts/other.toml", other.clone());
            }
            let wizard = setup.start();
            assert_eq!(wizard.screen().matches(said).count(), 1, "{}", wizard.screen());
        }
    }
}

#[test]
fn a_key_begins_the_deregistration_of_what_is_filed_or_opens_it() {
    let original = filed(example("company"), NUMBER);
    for lang in LANGS {
        let mut wizard = Setup::new().lang(lang).open(original.clone()).start();
        wizard.must_say(words::END_WITH);
        wizard.keys("Ctrl+D");
        let draft = wizard.draft();
        assert_eq!((draft.filing_kind(), draft.number()), (FilingKind::Deregistration, NUMBER), "{}", wizard.screen());
        assert_eq!((wizard.focus(), wizard.world.count()), (Some(F::DeregistrationScope), 2));
        wizard.keys("Esc").text("filed").keys("F9");
        wizard.must_say(words::END_RUNNING);
        wizard.keys("Ctrl+D");
        assert_eq!((wizard.draft().filing_kind(), wizard.world.count()), (FilingKind::Deregistration, 2), "the one there is");
    }
    // Of what is not filed, nothing can end.
    let mut wizard = Setup::new().open(example("company")).start();
    wizard.keys("Ctrl+D");
    assert_eq!(wizard.draft().filing_kind(), FilingKind::New);
}

/// Report D3: undo in a form takes no record of the progress back; on the status screen it asks, and can be taken back itself.
#[test]
fn what_was_recorded_is_never_undone_in_silence() {
    for lang in LANGS {
        let original = filed(example("company"), NUMBER);
        let mut wizard = Setup::new().lang(lang).open(original.clone()).start();
        wizard.keys("Esc Ctrl+Z Ctrl+Z");
        assert_eq!(wizard.draft(), &original, "in a form");
        wizard.keys("F9 Ctrl+Z");
        assert!(wizard.has_dialog(), "an event of an earlier session: {}", wizard.screen());
        wizard.keys("Enter");
        assert_eq!(wizard.draft().events, original.events, "the first answer is no");
        wizard.keys("Ctrl+Z Down Enter");
        assert_eq!(wizard.draft().events.len(), 4, "{}", wizard.screen());
        wizard.keys("Ctrl+Y");
        assert_eq!(wizard.draft().events, original.events, "brought back, with its number");
    }
}

/// Report D6: the reasons of a rejection are marked at their fields, and F8 leads there.
#[test]
fn the_reasons_of_a_rejection_lead_to_their_fields() {
    let mut draft = example("company");
    draft.events = vec![Event::new(E::Submitted, "2026-11-20T09:00:00+08:00".parse().unwrap())];
    let mut wizard = Setup::new().open(draft).start();
    wizard.keys("Down");
    assert!(wizard.says("> 平台初审驳回"), "{}", wizard.screen());
    wizard.keys("Enter");
    wizard.paste("小程序负责人证件背面照片模糊；通讯地址不详细").keys("Tab Enter");
    let reasons = &wizard.draft().events.last().unwrap().reasons;
    let fields: Vec<Option<F>> = reasons.iter().map(|reason| reason.id()).collect();
    assert_eq!(fields, [Some(F::OwnerCertificateBack), Some(F::SubjectAddress)], "{}", wizard.screen());
    wizard.keys("Esc Alt+3 F8");
    let first = wizard.focus();
    wizard.keys("F8");
    let found = [first, wizard.focus()];
    assert!(fields.iter().all(|field| found.contains(field)), "{found:?}\n{}", wizard.screen());
    // In the stepper, too, until something there changes.
    wizard.go(F::SubjectAddress);
    assert!(wizard.document().open_rejections(F::SubjectAddress.field().section) == 1);
    wizard.keys("End").text("甲");
    assert!(wizard.document().open_rejections(F::SubjectAddress.field().section) == 0, "{}", wizard.screen());
}

#[test]
fn an_edit_of_what_has_ended_is_taken_into_a_new_filing() {
    for lang in LANGS {
        let mut ended = filed(example("company"), NUMBER);
        ended.events.push(Event::new(E::Deregistered, "2026-10-30T09:00:00+08:00".parse().unwrap()));
        let mut wizard = Setup::new().lang(lang).open(ended.clone()).start();
        wizard.keys("Esc").go(F::OwnerMobile).keys("Ctrl+U").text("13012340077");
        wizard.must_say(words::ENDED_TITLE).must_say(words::FILE_AGAIN);
        assert_eq!(wizard.draft(), &ended, "nothing has changed here");
        wizard.keys("Enter");
        let draft = wizard.draft();
        assert_eq!((draft.filing_kind(), draft.events.len()), (FilingKind::New, 0), "{}", wizard.screen());
        assert_eq!((wizard.focus(), wizard.value(F::OwnerMobile)), (Some(F::OwnerMobile), "13012340077"));
        for kept in [F::SubjectName, F::AppId, F::OwnerCertificateFront] {
            assert_eq!(wizard.draft().get(kept), ended.get(kept), "{}", kept.path());
        }
        for left in [F::RecordNumber, F::FaceCheckTask, F::OwnerAuthorizationLetter, F::FiledBefore] {
            assert_eq!(wizard.draft().get(left), None, "{}", left.path());
        }
        wizard.wait(1_000);
        assert_eq!(wizard.world.on_disk(PATH), Some(&ended), "it stays as it ended");
    }
}

#[test]
fn on_the_review_the_key_for_problems_leads_to_the_next_one_there() {
    let mut draft = example("company");
    draft.set(F::SubjectName, None);
    draft.set(F::OwnerMobile, None);
    let mut wizard = Setup::new().open(draft).start();
    wizard.keys("F10");
    let marked = format!("> × {}", F::SubjectName.label().zh);
    assert!(wizard.says(&marked), "{}", wizard.screen());
    for (key, id) in [("F8", F::OwnerMobile), ("F8", F::SubjectName), ("F7", F::OwnerMobile), ("F7", F::SubjectName)] {
        wizard.keys(key);
        assert!(wizard.says(&format!("> × {}", id.label().zh)), "{key}: {}", wizard.screen());
    }
    wizard.keys("F8 Enter");
    assert_eq!(wizard.focus(), Some(F::OwnerMobile), "{}", wizard.screen());
}
