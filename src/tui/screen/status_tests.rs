use crate::catalog;
use crate::filing::{Draft, Event, EventKind as E, FieldId};
use crate::locale::Lang;
use crate::tui::app::App;
use crate::tui::screen::Screen as _;
use crate::tui::screen::kit::{LANGS, SIZES, at, press, screen, survives_every_size, with_draft};

const STORY: [(E, &str); 7] = [
    (E::Submitted, "2026-11-19T09:00:00+08:00"),
    (E::PlatformReturned, "2026-11-20T09:00:00+08:00"),
    (E::Submitted, "2026-11-23T09:00:00+08:00"),
    (E::PlatformPassed, "2026-11-24T10:00:00+08:00"),
    (E::SmsReceived, "2026-11-24T15:12:00+08:00"),
    (E::SmsVerified, "2026-11-24T16:00:00+08:00"),
    (E::BureauPassed, "2026-11-25T09:00:00+08:00"),
];

/// A draft after so many of these events.
fn draft(count: usize) -> Draft {
    let mut draft = Draft::new(catalog::ENTERPRISE);
    draft.set(FieldId::MiniProgramName, Some("小食记".into()));
    draft.events = STORY.iter().take(count).map(|(kind, moment)| Event::new(*kind, at(moment))).collect();
    if let Some(back) = draft.events.get_mut(1) {
        back.note = "证件照片不清晰，请重新上传；小程序备注过于笼统，须写明服务对象和功能。".to_owned();
    }
    if let Some(passed) = draft.events.get_mut(6) {
        passed.number = "粤ICP备2026000001号-1X".to_owned();
    }
    draft
}

fn open(lang: Lang, size: (u16, u16), count: usize) -> App {
    let mut app = with_draft(lang, size, draft(count), false);
    if count == 0 {
        press(&mut app, "F9");
    }
    app
}

/// The events recorded so far.
fn recorded(app: &App) -> Vec<E> {
    app.state().document.as_ref().unwrap().draft().events.iter().map(|event| event.kind).collect()
}

#[test]
fn stages_show_what_is_done_and_what_is_now_and_what_is_to_come() {
    for size in SIZES {
        let mut app = open(Lang::Zh, size, 4);
        let text = screen(&mut app, size);
        for line in
            ["✓ 准备资料    2026-11-23 09:00 完成", "✓ 平台初审    2026-11-24 10:00 完成", "* 短信核验    2026-11-24 10:00 起"]
        {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert!(text.contains("  通管局审核  一般 1–20"), "{text}");
        let mut app = open(Lang::En, size, 3);
        let text = screen(&mut app, size);
        for line in ["✓ Preparing", "* Platform review   since 2026-11-23 09:00", "Should be done by 2026-11-25.", "  Filed "] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}

#[test]
fn the_code_counts_down_to_the_minute_and_then_says_so() {
    let size = (80, 24);
    let mut app = open(Lang::Zh, size, 5);
    assert!(screen(&mut app, size).contains("还剩 5 小时 12 分"));
    app.set_time(at("2026-11-25T15:00:00+08:00"));
    assert!(screen(&mut app, size).contains("还剩 12 分"));
    app.set_time(at("2026-11-25T16:12:00+08:00"));
    let text = screen(&mut app, size);
    assert!(text.contains("已超过 1 小时 0 分") || text.contains("已超过 1 小时"), "{text}");
}

#[test]
fn reasons_of_the_reviewer_are_shown_whole_at_every_size() {
    for size in SIZES {
        let mut app = open(Lang::Zh, size, 2);
        let text: String = screen(&mut app, size).chars().filter(|c| !c.is_whitespace()).collect();
        assert!(text.contains("小程序备注过于笼统，须写明服务对象和功能。"), "{text}");
    }
}

#[test]
fn no_sentence_speaks_of_commands() {
    let mut app = open(Lang::Zh, (80, 24), 4);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("记录「收到核验短信」") && !text.contains("sms-received"), "{text}");
    for step in crate::filing::outlook::Step::ALL {
        for lang in LANGS {
            let text = crate::locale::stage::step(lang, step, crate::locale::stage::Naming::Screen);
            for name in E::ALL.map(E::name).into_iter().filter(|name| name.contains('-')) {
                assert!(!text.contains(name), "{text}");
            }
        }
    }
}

#[test]
fn what_enter_would_record_is_in_view() {
    let size = (60, 16);
    let mut app = open(Lang::Zh, size, 4);
    let text = screen(&mut app, size);
    assert!(text.contains("✓ 准备资料") && !text.contains("> 收到") && !text.contains("按 Enter 记录"), "{text}");
    assert!(text.contains("在下面，按 Enter 转过去"), "{text}");
    press(&mut app, "Enter");
    let text = screen(&mut app, size);
    assert!(text.contains("> 收到核验短信") && text.contains("* 短信核验"), "{text}");
    press(&mut app, "Up");
    assert!(screen(&mut app, size).contains("✓ 准备资料"));
}

#[test]
fn what_may_be_recorded_opens_its_question() {
    let mut app = open(Lang::Zh, (80, 24), 3);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("> 平台初审通过") && text.contains("平台初审驳回") && text.contains("已撤回"), "{text}");
    let mut status = super::Status::new();
    let commands = status.update(&super::Input::Action(super::Action::Enter), app.state()).unwrap();
    assert!(matches!(commands.as_slice(), [super::Command::Ask(super::Question::Event(_))]), "{commands:?}");
    press(&mut app, "Down");
    assert!(screen(&mut app, (80, 24)).contains("> 平台初审驳回"));
}

#[test]
fn the_last_record_is_taken_back_and_only_that() {
    let mut app = open(Lang::Zh, (80, 24), 3);
    press(&mut app, "Ctrl+Z");
    assert_eq!(recorded(&app), [E::Submitted, E::PlatformReturned]);
    assert!(screen(&mut app, (80, 24)).contains("已撤销：已提交平台（2026-11-23 09:00）。按 Ctrl+Y 恢复。"));
    press(&mut app, "Ctrl+End Enter");
    assert!(screen(&mut app, (80, 24)).contains("只能撤销最后一条记录，按 Ctrl+Z。"));
    press(&mut app, "Ctrl+Z Ctrl+Z Ctrl+Z");
    assert!(recorded(&app).is_empty());
    assert!(screen(&mut app, (80, 24)).contains("没有可撤销的记录。"));
}

#[test]
fn what_was_taken_back_comes_back_until_something_else_is_recorded() {
    let mut app = open(Lang::Zh, (80, 24), 5);
    let all = recorded(&app);
    press(&mut app, "Ctrl+Z Ctrl+Z");
    assert_eq!(recorded(&app), all[..3]);
    press(&mut app, "Ctrl+Y");
    assert_eq!(recorded(&app), all[..4]);
    assert!(screen(&mut app, (80, 24)).contains("已恢复：平台初审通过（2026-11-24 10:00）。"));
    press(&mut app, "Ctrl+Y Ctrl+Y");
    assert_eq!(recorded(&app), all);
    assert!(screen(&mut app, (80, 24)).contains("没有可恢复的记录。"));
    press(&mut app, "Ctrl+Z Ctrl+Z Enter Enter");
    assert_eq!(recorded(&app).len(), 4, "another event was recorded");
    press(&mut app, "Ctrl+Y");
    assert_eq!(recorded(&app).len(), 4);
}

#[test]
fn after_the_limit_the_missed_code_is_offered_first() {
    let mut app = open(Lang::Zh, (80, 24), 5);
    assert!(!screen(&mut app, (80, 24)).contains("> 短信核验超时"));
    app.set_time(at("2026-11-25T15:13:00+08:00"));
    assert!(screen(&mut app, (80, 24)).contains("> 短信核验超时"));
}

#[test]
fn a_number_that_is_missing_is_asked_for() {
    let mut without = draft(7);
    without.events[6].number.clear();
    let mut app = with_draft(Lang::Zh, (80, 24), without.clone(), false);
    assert!(screen(&mut app, (80, 24)).contains("备案号还没有记录：拿到后按 Ctrl+Z 撤销"));
    without.set(FieldId::FilingKind, Some("deregister".into()));
    for other in [without, draft(7)] {
        let mut app = with_draft(Lang::Zh, (80, 24), other, false);
        assert!(!screen(&mut app, (80, 24)).contains("备案号还没有记录"));
    }
}

#[test]
fn the_whole_story_can_be_read_on_a_small_screen() {
    for lang in LANGS {
        let size = (60, 16);
        let mut app = open(lang, size, 7);
        let mut seen = screen(&mut app, size);
        for _ in 0..=STORY.len() {
            press(&mut app, "Down");
            seen.push_str(&screen(&mut app, size));
        }
        for (kind, _) in STORY {
            assert!(seen.contains(kind.label().in_lang(lang)), "{kind:?}\n{seen}");
        }
        assert!(seen.contains("粤ICP备2026000001号-1X"));
        assert!(seen.contains("7 / 7"), "{seen}");
    }
}

#[test]
fn a_draft_that_may_only_be_read_records_nothing() {
    let mut app = with_draft(Lang::Zh, (80, 24), draft(3), true);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("* 平台初审") && !text.contains("选中后按"), "{text}");
    press(&mut app, "Ctrl+Z");
    assert_eq!(recorded(&app).len(), 3);
    assert!(screen(&mut app, (80, 24)).contains("只能查看"));
}

#[test]
fn events_out_of_order_are_marked_and_do_not_count() {
    let mut wrong = draft(1);
    wrong.events.insert(0, Event::new(E::SmsVerified, at("2026-11-18T09:00:00+08:00")));
    let mut app = with_draft(Lang::Zh, (80, 36), wrong, false);
    let text = screen(&mut app, (80, 36));
    assert!(
        text.contains("* 平台初审") && text.contains("! 2026-11-18 09:00  短信核验完成") && text.contains("已忽略"),
        "{text}"
    );
}

#[test]
fn the_key_that_leads_here_leads_away() {
    let mut app = open(Lang::Zh, (80, 24), 3);
    press(&mut app, "F9");
    assert!(!screen(&mut app, (80, 24)).contains("接下来"));
    press(&mut app, "F9");
    assert!(screen(&mut app, (80, 24)).contains("接下来"));
}

#[test]
fn any_size_will_do() {
    for count in 0..=STORY.len() {
        let mut app = open(Lang::En, (80, 24), count);
        press(&mut app, "Down Down");
        if count % 3 == 0 {
            survives_every_size(&mut app);
        }
        screen(&mut app, (60, 16));
    }
}
