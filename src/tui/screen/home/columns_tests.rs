//! The columns of the list: what there is room for, and what stands over it.

use super::super::row;
use super::super::tests::{drafts, listed, with};
use super::*;
use crate::catalog;
use crate::drafts::folder::{Listed, Summary};
use crate::filing::status::Judged;
use crate::filing::{EventKind as E, FieldId};
use crate::tui::screen::kit::{LANGS, press, screen};

#[test]
fn columns_go_before_names_are_lost() {
    let mut app = with(Lang::Zh, (120, 36), drafts());
    let wide = screen(&mut app, (120, 36));
    assert!(wide.contains("性质") && wide.contains("改动") && wide.contains("2025-07-1"), "{wide}");
    let narrow = screen(&mut app, (60, 16));
    assert!(!narrow.contains("性质") && narrow.contains("晨跑打卡"), "{narrow}");
    assert!(narrow.contains("新增 · 个人"), "the foot tells what the columns do not\n{narrow}");
}

#[test]
fn every_column_has_a_heading_and_the_entity_stays_in_sight() {
    let heads = |lang: Lang| {
        let columns = ListColumn::ALL.map(ListColumn::name).map(|name| name.in_lang(lang));
        std::iter::once(words::TITLE.in_lang(lang)).chain(columns).collect::<Vec<_>>()
    };
    let long = "四川虚构点餐小馆订餐助手";
    let twins = || {
        let mut all = drafts();
        all.push(listed(long, long, catalog::ENTERPRISE, 4, &[]));
        all.push(listed(&format!("{long}-变更-2"), long, catalog::ENTERPRISE, 5, &[]));
        all
    };
    for (lang, width) in LANGS.into_iter().flat_map(|lang| [80, 100, 120].map(|width| (lang, width))) {
        let mut app = with(lang, (width, 36), twins());
        let text = screen(&mut app, (width, 36));
        let head = text.lines().find(|line| line.trim_start().starts_with(words::TITLE.in_lang(lang))).unwrap();
        let known = heads(lang);
        // The mark of the column by which the list is sorted.
        let mut rest = head.replace(['▼', '▲'], "");
        for name in known.iter().filter(|name| head.contains(**name)) {
            rest = rest.replacen(name, "", 1);
        }
        assert_eq!(rest.trim(), "", "a heading is cut: {head}");
        for name in [words::FILE_NAME, words::KIND, words::ENTITY, words::STAGE, words::PROBLEMS] {
            assert!(head.contains(name.in_lang(lang)), "{} at {width}: {head}", name.en);
        }
        assert!(text.contains("晨跑打卡有限公司") && text.contains("-变更-2"), "{width}\n{text}");
        let first = words::KIND_FIRST.in_lang(lang);
        assert!(text.lines().filter(|line| line.contains(first)).count() >= 5, "{width}\n{text}");
    }
}

/// Filings of companies whose names begin alike, in all sorts of stages.
fn filings() -> Vec<Listed> {
    let chain = [
        (E::Submitted, "2026-11-18T09:00:00+08:00"),
        (E::PlatformPassed, "2026-11-20T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-25T09:12:00+08:00"),
        (E::SmsVerified, "2026-11-25T09:30:00+08:00"),
        (E::BureauPassed, "2026-11-25T09:40:00+08:00"),
    ];
    let returned = [chain[0], (E::PlatformReturned, "2026-11-19T09:00:00+08:00")];
    let courses = (0..=chain.len()).map(|length| &chain[..length]).chain([&returned[..]]);
    let kinds = ["new", "change", "deregister"];
    let one = |(n, events): (usize, &[(E, &str)])| {
        let name = format!("drafts-{n}");
        let title = format!("{}{n}", ["花店", "食堂点餐助手", "预约挂号服务平台"][n % 3]);
        let mut one = listed(&name, &title, catalog::ENTERPRISE, n as u64, events);
        let mut draft = one.summary.as_ref().unwrap().draft.clone();
        let company = ["杭州西湖区某某网络科技有限公司", "杭州西湖区另一家餐饮管理集团股份有限公司"][n % 2];
        draft.set(FieldId::SubjectName, Some(company.into()));
        draft.set(FieldId::SubjectRegion, Some("330106".into()));
        draft.set(FieldId::FilingKind, Some(kinds[n / 4 % 3].into()));
        one.summary = Ok(Summary::of(draft.clone(), 0));
        one
    };
    courses.enumerate().map(one).collect()
}

#[test]
fn who_files_can_be_told_before_anything_less_telling_is_shown() {
    for (lang, (width, height)) in
        LANGS.into_iter().flat_map(|lang| [(60, 16), (80, 24), (100, 30), (120, 36)].map(|size| (lang, size)))
    {
        let mut app = with(lang, (width, height), filings());
        let text = screen(&mut app, (width, height));
        let told = if width < 80 { "杭州西湖区" } else { "杭州西湖区某某" };
        assert!(text.lines().filter(|line| line.contains(told)).count() >= 3, "{lang:?} {width}\n{text}");
        assert!(text.contains("食堂点餐") && text.contains("花店"), "{lang:?} {width}\n{text}");
        if width >= 120 {
            assert!(text.contains("杭州西湖区某某网络科技有限公司"), "{lang:?} {width}\n{text}");
        }
    }
}

#[test]
fn nothing_is_cut_while_cells_are_free_and_no_row_is_wider_than_the_screen() {
    for lang in LANGS {
        let app = with(lang, (80, 24), Vec::new());
        let counts = Some(row::Counts { errors: 12, warnings: 3, judged: Judged::default() });
        let all = filings();
        for length in 1..=all.len() {
            let mut rooms = Rooms::default();
            for one in &all[..length] {
                rooms.take_in(&row::Row::of(one, counts, false, None, app.state()), lang);
            }
            for (sort, width) in Sort::ALL.into_iter().flat_map(|sort| (56..=200).map(move |width| (sort, width))) {
                let columns = Columns::fitting(&rooms, width, sort, app.state());
                assert!(columns.taken() <= width, "{lang:?} {sort:?} {width}: {columns:?}");
                assert!(!columns.cuts() || columns.taken() == width, "{lang:?} {sort:?} {width}: {columns:?}");
            }
        }
    }
}

#[test]
fn by_what_the_list_is_sorted_stands_over_the_column_or_beside_the_count() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| [(60, 16), (80, 24), (120, 36)].map(|size| (lang, size))) {
        let mut app = with(lang, size, filings());
        for sort in Sort::ALL {
            let text = screen(&mut app, size);
            let head = if sort == Sort::Due && text.contains(words::STAGE_BY_DUE.in_lang(lang)) {
                words::STAGE_BY_DUE
            } else {
                sort.head()
            };
            let marked = format!("{} {}", head.in_lang(lang), sort.mark());
            assert_eq!(text.matches(['▲', '▼']).count(), 1, "{text}");
            assert!(text.contains(&marked), "{lang:?} {size:?}: {marked}\n{text}");
            press(&mut app, "Ctrl+S Left");
        }
        // A column that is not wanted, and a filter that finds nothing, hide none of it.
        let before = head_of(&screen(&mut app, size), lang);
        press(&mut app, "q q q q");
        let text = screen(&mut app, size);
        assert!(text.contains(&format!("{} ▼", words::CHANGED.in_lang(lang))) && text.contains("0 / 0"), "{text}");
        assert_eq!(head_of(&text, lang), before, "it stays where it was");
    }
}

/// The line of the headings, with the row that it stands in.
fn head_of(text: &str, lang: Lang) -> Option<(usize, String)> {
    let lines = text.lines().map(str::trim_end).enumerate();
    let mut heads = lines.filter(|(_, line)| line.trim_start().starts_with(words::TITLE.in_lang(lang)));
    heads.next().map(|(row, line)| (row, line.to_owned()))
}

#[test]
fn what_a_filter_leaves_moves_no_column() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| [(80, 24), (100, 30), (120, 36)].map(|size| (lang, size))) {
        let mut app = with(lang, size, filings());
        let before = head_of(&screen(&mut app, size), lang);
        assert!(before.is_some());
        for word in ["f i l e d", "Esc", "h u a d i a n", "Esc", "d r a f t s - 3", "Esc", "2 0", "Esc", "x y z"] {
            press(&mut app, word);
            assert_eq!(head_of(&screen(&mut app, size), lang), before, "{lang:?} {size:?} {word}");
        }
    }
}

#[test]
fn files_stand_in_every_row_once_there_is_room_and_may_be_left_out() {
    for lang in LANGS {
        let mut all = drafts();
        all.push(listed("小食记-2", "小食记", catalog::ENTERPRISE, 31, &[]));
        all.push(listed("琴房", "琴房", catalog::ENTERPRISE, 32, &[]));
        let mut app = with(lang, (120, 36), all);
        let text = screen(&mut app, (120, 36));
        for (title, file) in [("小食记", "one"), ("小食记", "小食记-2"), ("晨跑打卡", "two"), ("Old Shop", "old")] {
            assert!(text.lines().any(|line| line.contains(title) && line.contains(file)), "{file}\n{text}");
        }
        // Its title says it already.
        let own = text.lines().find(|line| line.contains("琴房")).unwrap();
        assert_eq!(own.matches("琴房").count(), 2, "title and entity: {own}");
        // In the dialog it is the first.
        press(&mut app, "Alt+C Space Enter");
        let text = screen(&mut app, (120, 36));
        assert!(!text.lines().any(|line| line.contains("晨跑打卡") && line.contains(" two ")), "{text}");
    }
}

#[test]
fn where_titles_tell_all_files_take_no_room_from_what_is_cut() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| [(80, 24), (120, 36), (160, 36)].map(|size| (lang, size))) {
        let mut app = with(lang, size, filings());
        let text = screen(&mut app, size);
        let has_files = text.contains("drafts-3");
        let is_cut = text.lines().any(|line| line.contains("杭州") && line.contains(".."));
        assert!(!(has_files && is_cut), "{lang:?} {size:?}\n{text}");
    }
    let mut app = with(Lang::Zh, (200, 36), filings());
    assert!(screen(&mut app, (200, 36)).contains("drafts-3"));
}

#[test]
fn counts_are_whole_however_long_the_stage_is() {
    use crate::filing::{FilingKind, Value};
    use crate::tui::widget::canvas::Canvas;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    let chain = [
        (E::Submitted, "2026-11-01T09:00:00+08:00"),
        (E::PlatformPassed, "2026-11-02T10:00:00+08:00"),
        (E::SmsReceived, "2026-11-24T15:12:00+08:00"),
        (E::SmsVerified, "2026-11-24T16:12:00+08:00"),
    ];
    let counts = Some(row::Counts { errors: 128, warnings: 64, judged: Judged::default() });
    for lang in LANGS {
        let app = with(lang, (80, 24), drafts());
        for (length, kind) in (0..=chain.len()).flat_map(|length| FilingKind::ALL.map(|kind| (length, kind))) {
            let events = chain.get(..length).unwrap();
            let mut one =
                listed("a-file-of-a-long-name", "一个很长很长的小程序名称放不下", catalog::LAW_PRACTICE, 24 * 500, events);
            let mut draft = one.summary.as_ref().unwrap().draft.clone();
            draft.set(FieldId::FilingKind, Some(Value::from(kind.word())));
            one.summary = Ok(Summary::of(draft.clone(), 0));
            let row = row::Row::of(&one, counts, true, None, app.state());
            let mut rooms = Rooms::default();
            rooms.take_in(&row, lang);
            for width in 60..=120 {
                let columns = Columns::fitting(&rooms, width - 2, Sort::default(), app.state());
                let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
                columns.draw(&mut Canvas::new(&mut buffer, app.state().theme), Rect::new(0, 0, width, 1), &row, false);
                let line: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
                assert!(line.contains("× 128 ! 64"), "{lang:?} {width}: {line}");
            }
        }
    }
}
