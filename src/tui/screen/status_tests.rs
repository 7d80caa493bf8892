use crate::catalog;
use crate::filing::{Draft, Event, EventKind as E, FieldId, Role};
use crate::locale::Lang;
use crate::tui::app::App;
use crate::tui::screen::Screen as _;
use crate::tui::screen::kit::{LANGS, SIZES, app_on, at, open_draft, paste, press, screen, survives_every_size, with_draft};

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
        // Where there is no room, what is done has a row, and so has what is to come.
        let in_full = ["✓ 准备资料    2026-11-23 09:00 完成", "✓ 平台初审    2026-11-24 10:00 完成", "  通管局审核  一般 1–20"];
        let in_short = ["✓ 准备资料 › 平台初审", "  通管局审核 › 备案成功"];
        let lines = if text.contains(" › ") { &in_short[..] } else { &in_full[..] };
        for line in lines.iter().chain(&["* 短信核验    2026-11-24 10:00 起"]) {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert!(size.1 < 30 || !text.contains(" › "), "there is room for all of it\n{text}");
        let mut app = open(Lang::En, size, 3);
        let text = screen(&mut app, size);
        for line in ["✓ Preparing", "* Platform review   since 2026-11-23 09:00", "Should be done by 2026-11-25.", "Filed"] {
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
    for step in crate::filing::status::Step::ALL {
        for lang in LANGS {
            let text = crate::locale::stage::step(lang, step, crate::locale::stage::Naming::Screen);
            for name in E::ALL.map(E::name).into_iter().filter(|name| name.contains('-')) {
                assert!(!text.contains(name), "{text}");
            }
        }
    }
}

#[test]
fn what_enter_would_do_is_in_view_at_every_size() {
    for size in SIZES {
        for lang in LANGS {
            for count in 1..=STORY.len() {
                let mut app = open(lang, size, count);
                let text = screen(&mut app, size);
                // Of what is filed nothing can be recorded: there the top is what one sees.
                let is_filed = app.state().document.as_ref().is_some_and(crate::tui::document::Document::is_filed);
                let shows = |mark: &str| text.lines().any(|line| line.trim_start().starts_with(mark));
                assert!(shows(if is_filed { "✓" } else { ">" }), "{size:?} {count}\n{text}");
                press(&mut app, "Up Up Up Up Up Up Up Up");
                let top = screen(&mut app, size);
                assert!(top.contains("准备资料") || top.contains("Preparing"), "the top can be reached\n{top}");
            }
        }
    }
    let mut app = open(Lang::Zh, (60, 16), 4);
    let text = screen(&mut app, (60, 16));
    assert!(text.contains("> 收到核验短信") && text.contains("* 短信核验"), "{text}");
}

#[test]
fn what_may_be_recorded_opens_its_question() {
    let mut app = open(Lang::Zh, (80, 24), 3);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("> 平台初审通过") && text.contains("平台初审驳回") && text.contains("已撤回"), "{text}");
    let mut status = super::Status::new();
    let commands = status.update(&super::Input::Action(super::Action::Record), app.state()).unwrap();
    assert!(matches!(commands.as_slice(), [super::Command::Ask(super::Question::Event(..))]), "{commands:?}");
    press(&mut app, "Down");
    assert!(screen(&mut app, (80, 24)).contains("> 平台初审驳回"));
}

/// A draft of which the last of these events were recorded in this session.
fn recorded_now(count: usize, now: usize) -> App {
    let mut app = open(Lang::Zh, (80, 24), count - now);
    for _ in 0..now {
        press(&mut app, "Ctrl+Home Enter Enter");
        // What is handed in before it is ready is doubted once.
        if screen(&mut app, (80, 24)).contains("草稿还不能提交") {
            press(&mut app, "Enter");
        }
    }
    assert_eq!(recorded(&app).len(), count, "{}", screen(&mut app, (80, 24)));
    app
}

#[test]
fn the_last_record_is_taken_back_and_only_that() {
    let mut app = recorded_now(5, 2);
    let all = recorded(&app);
    press(&mut app, "Ctrl+Z");
    assert_eq!(recorded(&app), all[..4]);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("已撤销：收到核验短信（2026-11-25 10:00）。按 Ctrl+Y 恢复。"), "{text}");
    press(&mut app, "Ctrl+End Enter");
    assert!(screen(&mut app, (80, 24)).contains("只能撤销最后一条记录，按 Ctrl+Z。"));
    press(&mut app, "Ctrl+Z");
    assert_eq!(recorded(&app), all[..3]);
}

#[test]
fn a_record_of_an_earlier_session_is_taken_back_only_after_asking_and_can_be_brought_back() {
    let mut app = open(Lang::Zh, (80, 24), 7);
    let all = recorded(&app);
    press(&mut app, "Ctrl+Z");
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("撤销以前的记录") && text.contains("粤ICP备2026000001号-1X") && text.contains("> "), "{text}");
    press(&mut app, "Enter");
    assert_eq!(recorded(&app), all, "the first answer leaves it");
    press(&mut app, "Ctrl+Z Down Enter");
    assert_eq!(recorded(&app), all[..6]);
    press(&mut app, "Esc F9 Ctrl+Y");
    assert_eq!(recorded(&app), all, "also after the screen was left");
}

#[test]
fn what_was_taken_back_comes_back_until_something_else_is_recorded() {
    let mut app = recorded_now(4, 4);
    let all = recorded(&app);
    press(&mut app, "Ctrl+Z Ctrl+Z");
    assert_eq!(recorded(&app), all[..2]);
    press(&mut app, "Ctrl+Y");
    assert_eq!(recorded(&app), all[..3]);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("已恢复：") && text.contains("（2026-11-25 10:00）。"), "{text}");
    press(&mut app, "Ctrl+Y Ctrl+Y");
    assert_eq!(recorded(&app), all);
    assert!(screen(&mut app, (80, 24)).contains("没有可恢复的记录。"));
    press(&mut app, "Ctrl+Z Ctrl+Z Enter Enter");
    assert_eq!(recorded(&app).len(), 3, "another event was recorded");
    press(&mut app, "Ctrl+Y");
    assert_eq!(recorded(&app).len(), 3);
}

#[test]
fn after_the_limit_the_missed_code_is_offered_behind_what_does_no_harm() {
    let mut app = open(Lang::Zh, (80, 24), 5);
    assert!(!screen(&mut app, (80, 24)).contains("> 短信核验超时"));
    app.set_time(at("2026-11-25T15:13:00+08:00"));
    let shown = screen(&mut app, (80, 24));
    assert!(shown.contains("> 短信核验完成") && shown.contains("  短信核验超时"), "{shown}");
}

#[test]
fn a_number_that_is_missing_is_asked_for() {
    let mut without = draft(7);
    without.events[6].number.clear();
    let mut app = with_draft(Lang::Zh, (80, 24), without.clone(), false);
    assert!(screen(&mut app, (80, 24)).contains("备案号还没有记录：拿到后按 Ctrl+Z 撤销"));
    without.set(FieldId::FilingKind, Some("deregister".into()));
    without
        .events
        .extend([E::DeregistrationRequested, E::Deregistered].map(|kind| Event::new(kind, at("2026-11-25T09:30:00+08:00"))));
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
    // The draft opened here: the key says so, and Esc leads to the form.
    press(&mut app, "F9");
    assert!(screen(&mut app, (80, 24)).contains("这里就是进度"));
    press(&mut app, "Esc F9");
    assert!(screen(&mut app, (80, 24)).contains("接下来"));
    press(&mut app, "F9");
    assert!(!screen(&mut app, (80, 24)).contains("接下来"));
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

/// Two people, both of whom got a code.
fn two_people() -> Draft {
    let mut draft = draft(5);
    draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
    draft.set(FieldId::ResponsiblePersonMobile, Some("13012340003".into()));
    draft.set(FieldId::OwnerMobile, Some("13012340005".into()));
    draft.events[4].who = Some(Role::ResponsiblePerson);
    draft.events.push(Event::new(E::SmsReceived, at("2026-11-24T16:00:00+08:00")).of(Role::Owner));
    draft
}

#[test]
fn each_person_stands_with_phone_and_progress() {
    let mut draft = two_people();
    draft.events.push(Event::new(E::SmsWrongCode, at("2026-11-24T16:10:00+08:00")).of(Role::Owner));
    draft.events.push(Event::new(E::SmsVerified, at("2026-11-24T16:12:00+08:00")).of(Role::ResponsiblePerson));
    let mut app = with_draft(Lang::Zh, (120, 36), draft.clone(), false);
    let text = screen(&mut app, (120, 36));
    assert!(text.contains("主体负责人 13012340003：2026-11-24 16:12 核验完成"), "{text}");
    assert!(text.contains("小程序负责人 13012340005：2026-11-24 16:00 收到；输错 1 次，还可以输错 4 次"), "{text}");
    assert!(text.contains("> 短信核验完成：小程序负责人") && !text.contains("短信核验完成：主体负责人\n"), "{text}");
    press(&mut app, "Enter Enter");
    assert!(screen(&mut app, (120, 36)).contains("* 通管局审核"));
}

#[test]
fn reasons_are_marked_until_something_changes_and_lead_there() {
    let mut draft = draft(2);
    draft.set(FieldId::SubjectAddress, Some("虚构街1号".into()));
    let mut event = draft.events.pop().unwrap();
    event.reasons = crate::rules::rejection::reasons("通讯地址不详细；其他问题", &draft);
    crate::rules::rejection::stamp(&mut event, &draft, &crate::scan::facts::Facts::new());
    draft.events.push(event);
    for size in SIZES {
        let mut app = with_draft(Lang::Zh, size, draft.clone(), false);
        let text = screen(&mut app, size);
        assert!(text.contains("通讯地址不详细"), "{text}");
    }
    let mut app = with_draft(Lang::Zh, (120, 36), draft.clone(), false);
    let text = screen(&mut app, (120, 36));
    assert!(text.contains("> ! 主体 · 通讯地址：通讯地址不详细") && text.contains("还没有改动"), "{text}");
    press(&mut app, "Enter");
    assert!(screen(&mut app, (120, 36)).contains("去修改：主体 · 通讯地址"));
    press(&mut app, "Enter");
    paste(&mut app, "2号楼");
    press(&mut app, "Tab");
    assert_ne!(app.state().document.as_ref().unwrap().draft().text(FieldId::SubjectAddress), "虚构街1号");
    press(&mut app, "F9");
    let text = screen(&mut app, (120, 36));
    assert!(text.contains("✓ 主体 · 通讯地址") && text.contains("已改动"), "{text}");
}

#[test]
fn the_foot_says_what_enter_does_where_one_is_and_does_not_offer_the_page_one_is_on() {
    use crate::tui::keymap::Action;
    let mut draft = draft(2);
    draft.set(FieldId::SubjectAddress, Some("虚构街1号".into()));
    let reasons = crate::rules::rejection::reasons("通讯地址不详细", &draft);
    if let Some(event) = draft.events.last_mut() {
        event.reasons = reasons;
    }
    for lang in LANGS {
        let foot = |app: &mut App| screen(app, (120, 36)).lines().last().unwrap_or_default().replace(' ', "");
        let says = |foot: &str, action: Action| foot.contains(&format!("Enter{}", action.label().in_lang(lang).replace(' ', "")));
        let mut app = with_draft(lang, (120, 36), draft.clone(), false);
        assert!(says(&foot(&mut app), Action::OpenReason), "{}", screen(&mut app, (120, 36)));
        press(&mut app, "Down");
        assert!(says(&foot(&mut app), Action::AddReason), "{}", screen(&mut app, (120, 36)));
        press(&mut app, "Down");
        assert!(says(&foot(&mut app), Action::Record), "{}", screen(&mut app, (120, 36)));
        press(&mut app, "End");
        assert!(!foot(&mut app).contains("Enter"), "what happened is only read: {}", screen(&mut app, (120, 36)));
        // The key that leads here is no way to get here.
        for count in [2, 7] {
            let mut app = open(lang, (120, 36), count);
            let status = format!("F9{}", Action::Status.label().in_lang(lang));
            assert!(!foot(&mut app).contains(&status), "{}", screen(&mut app, (120, 36)));
        }
    }
}

#[test]
fn undo_in_a_form_leaves_recorded_events_alone() {
    let mut app = open(Lang::Zh, (80, 24), 3);
    press(&mut app, "F9 Alt+3");
    paste(&mut app, "新");
    // What is under review is edited only by whoever insists.
    press(&mut app, "Down Enter Tab F9 Enter Enter");
    assert_eq!(recorded(&app).len(), 4);
    press(&mut app, "F9 Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z");
    assert_eq!(recorded(&app).len(), 4, "the form's undo");
}

#[test]
fn the_faked_day_reaches_the_countdown() {
    let mut app = app_on("2026-11-26".parse().ok(), Lang::Zh, (80, 24));
    open_draft(&mut app, draft(5), false);
    let text = screen(&mut app, (80, 24));
    assert!(text.contains("已超过 18 小时"), "{text}");
}

#[test]
fn what_the_platform_answered_is_pasted_or_read_from_a_file() {
    let mut app = open(Lang::Zh, (120, 36), 1);
    let answer = r#"{"info":{"status":3,"audit_data":[{"key_name":"通讯地址","error":"通讯地址不详细"},{"key_name":"天气","error":"不好"}]}}"#;
    paste(&mut app, answer);
    let text = screen(&mut app, (120, 36));
    assert!(text.contains("已导入：平台初审驳回") && text.contains("不认识，已原样记在进展里"), "{text}");
    press(&mut app, "Enter");
    let text = screen(&mut app, (120, 36));
    assert_eq!(recorded(&app), [E::Submitted, E::PlatformReturned]);
    assert!(text.contains("! 主体 · 通讯地址：通讯地址不详细") && text.contains("天气：不好"), "{text}");
    for wrong in ["{", "<a></b>", "再见"] {
        paste(&mut app, wrong);
        let text = screen(&mut app, (120, 36));
        assert!(text.contains("不完整") || text.contains("不是 JSON"), "{wrong}\n{text}");
        press(&mut app, "Enter");
    }
    assert_eq!(recorded(&app).len(), 2);
    press(&mut app, "Ctrl+O");
    assert!(screen(&mut app, (120, 36)).contains("平台的答复（文件，或直接粘贴内容）"));
    paste(&mut app, answer);
    assert!(screen(&mut app, (120, 36)).contains("没有新的进展"));
    press(&mut app, "Enter Ctrl+O");
    let effects = {
        paste(&mut app, "/tmp/answer.json");
        press(&mut app, "Enter")
    };
    assert!(effects.iter().any(|effect| matches!(effect, crate::tui::effect::Effect::ReadAnswer(_))), "{effects:?}");
    crate::tui::screen::kit::tell(&mut app, crate::tui::effect::Message::AnswerRead(answer.as_bytes().to_vec()));
    assert!(screen(&mut app, (120, 36)).contains("没有新的进展"));
}

#[test]
fn a_filing_that_has_ended_is_said_to_have_no_deadlines() {
    let mut ended = draft(7);
    ended.events.push(Event::new(E::Deregistered, at("2026-11-26T09:00:00+08:00")));
    let mut app = with_draft(Lang::Zh, (120, 36), ended, false);
    if !screen(&mut app, (120, 36)).contains("没有期限了") {
        press(&mut app, "F9");
    }
    let text = screen(&mut app, (120, 36));
    assert!(text.contains("没有期限了") && !text.contains("把期限导出为日历"), "{text}");
    let effects = press(&mut app, "Ctrl+E");
    let written = effects.iter().find_map(|effect| match effect {
        crate::tui::effect::Effect::WriteCalendar { path, text, count } => Some((path.clone(), text.clone(), *count)),
        _ => None,
    });
    let (path, text, count) = written.unwrap();
    assert!(count.open == 0 && text.contains("STATUS:CANCELLED") && !text.contains("涉及的人"), "{text}");
    crate::tui::screen::kit::tell(&mut app, crate::tui::effect::Message::CalendarWritten(path, count));
    let text = screen(&mut app, (120, 36));
    assert!(text.contains("写成了取消") && !text.contains("期限变了再导出一次"), "{text}");
}

#[test]
fn deadlines_leave_as_a_calendar() {
    let mut app = open(Lang::Zh, (80, 24), 5);
    let effects = press(&mut app, "Ctrl+E");
    let written = effects.iter().find_map(|effect| match effect {
        crate::tui::effect::Effect::WriteCalendar { path, text, .. } => Some((path.clone(), text.clone())),
        _ => None,
    });
    let (path, text) = written.unwrap();
    assert!(path.ends_with("a-deadlines.ics") && text.contains("DTSTART:20261125T071200Z"), "{text}");
    let mut app = open(Lang::Zh, (80, 24), 0);
    press(&mut app, "Ctrl+E");
    assert!(screen(&mut app, (80, 24)).contains("草稿里没有期限"));
}
