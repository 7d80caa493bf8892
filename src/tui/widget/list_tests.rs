use super::*;

fn items() -> Lines {
    Lines::from(vec![
        Item::head("生活"),
        Item::new("餐饮外卖").key("cywm").key("Food delivery"),
        Item::new("餐饮").key("cy").key("Catering"),
        Item::new("外卖").key("wm"),
        Item::head("出行"),
        Item::new("打车").key("dc").key("Ride hailing"),
    ])
}

fn typed(list: &mut FilterList, text: &str) -> Vec<String> {
    list.clear();
    for c in text.chars() {
        list.update(&Input::Char(c), &items());
    }
    list.shown(&items()).iter().map(|index| items()[*index].words.clone()).collect()
}

#[test]
fn found_lines_come_exact_first_then_by_their_beginning_then_inside() {
    let mut list = FilterList::default();
    let table: &[(&str, &[&str])] = &[
        ("餐饮", &["餐饮", "餐饮外卖"]),
        ("外卖", &["外卖", "餐饮外卖"]),
        ("cy", &["餐饮", "餐饮外卖"]),
        ("ＣＹ", &["餐饮", "餐饮外卖"]),
        ("FOOD D", &["餐饮外卖"]),
        ("打车", &["打车"]),
        ("生活", &[]),
        ("没有", &[]),
    ];
    for (text, found) in table {
        assert_eq!(typed(&mut list, text), *found, "{text}");
    }
    assert_eq!(list.chosen(&items()), None);
    assert_eq!(list.update(&Input::Action(Action::Enter), &items()), None);
}

#[test]
fn heads_are_passed_over_and_the_ends_meet() {
    let mut list = FilterList::new(0);
    let mut walk = |action| {
        list.update(&Input::Action(action), &items());
        list.chosen(&items())
    };
    assert_eq!(walk(Action::Start), Some(1));
    assert_eq!(walk(Action::Up), Some(5));
    assert_eq!(walk(Action::Up), Some(3));
    assert_eq!(walk(Action::Down), Some(5));
    assert_eq!(walk(Action::Down), Some(1));
    assert_eq!(walk(Action::PageDown), Some(5));
    assert_eq!(walk(Action::PageUp), Some(1));
    assert_eq!(walk(Action::End), Some(5));
    assert_eq!(walk(Action::Enter), Some(5));
}

#[test]
fn the_chosen_line_stays_when_the_filter_goes() {
    let mut list = FilterList::default();
    typed(&mut list, "打");
    assert_eq!(list.chosen(&items()), Some(5));
    assert_eq!(list.count(&items()), "1 / 4");
    list.update(&Input::Action(Action::Backspace), &items());
    assert_eq!(list.chosen(&items()), Some(5));
    assert_eq!(list.count(&items()), "4");
}

#[test]
fn a_line_that_is_gone_leaves_the_choice_in_the_list() {
    let list = FilterList::new(99);
    assert!(list.chosen(&items()).is_some());
    assert_eq!(list.chosen(&Lines::default()), None);
    assert_eq!(list.chosen(&Lines::from(vec![Item::head("x")])), None);
}

#[test]
fn a_line_that_is_too_wide_takes_several_rows_and_keeps_what_stands_aside() {
    let item = Item::new("主体负责人与法定代表人不一致，且备案所在地不支持法定代表人授权").aside("5");
    let rows = rows_of(&item, 40);
    assert!(rows.len() == 2 && rows[0].aside == "5" && rows[1].aside.is_empty(), "{rows:?}");
    assert_eq!(rows.iter().map(|row| row.words.trim()).collect::<String>(), item.words);
    assert!(rows.iter().all(|row| cells(&row.words) <= 40 - 2 - 3), "{rows:?}");
    assert_eq!(rows_of(&item, 90).len(), 1);
}
