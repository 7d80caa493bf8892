//! Tests of the editor: text with the caret as `|`, keys, text with the caret.

use super::*;
use proptest::prelude::*;

/// One key per word; anything that is no command is inserted.
fn press(edit: &mut LineEdit, keys: &str) {
    for key in keys.split(' ') {
        match key {
            "<" => edit.left(),
            ">" => edit.right(),
            "home" => edit.home(),
            "end" => edit.end(),
            "bs" => edit.backspace(),
            "del" => edit.delete(),
            "w<" => edit.word_left(),
            "w>" => edit.word_right(),
            "^u" => edit.kill_to_start(),
            "^k" => edit.kill_to_end(),
            "^w" => edit.kill_word(),
            "all" => edit.select_all(),
            "undo" => {
                edit.undo();
            }
            "redo" => {
                edit.redo();
            }
            "nl" => {
                edit.insert("甲\r\n乙");
            }
            "sp" => {
                edit.insert(" ");
            }
            text => {
                edit.insert(text);
            }
        }
    }
}

fn marked(text: &str) -> LineEdit {
    let cursor = text.find('|').expect("caret mark");
    let mut edit = LineEdit::new(text.replacen('|', "", 1));
    edit.set_cursor(cursor);
    edit
}

fn mark(edit: &LineEdit) -> String {
    let mut text = edit.text().to_owned();
    text.insert(edit.cursor(), '|');
    text
}

#[test]
fn keys_do_what_they_say() {
    for (before, keys, after) in [
        ("|", "a", "a|"),
        ("a|b", "x", "ax|b"),
        ("ab|", "<", "a|b"),
        ("|ab", "<", "|ab"),
        ("|ab", ">", "a|b"),
        ("ab|", ">", "ab|"),
        ("ab|", "home", "|ab"),
        ("|ab", "end", "ab|"),
        ("ab|c", "bs", "a|c"),
        ("|ab", "bs", "|ab"),
        ("a|bc", "del", "a|c"),
        ("ab|", "del", "ab|"),
        ("one two|", "w<", "one |two"),
        ("one |two", "w<", "|one two"),
        ("|one two", "w>", "one| two"),
        ("one| two", "w>", "one two|"),
        ("a.b@c|", "w<", "a.b@|c"),
        ("one two|", "^w", "one |"),
        ("one tw|o", "^u", "|o"),
        ("one| two", "^k", "one|"),
        ("abc|", "all x", "x|"),
        ("abc|", "all bs", "|"),
        ("abc|", "all del", "|"),
        ("abc|", "all <", "|abc"),
        ("a|bc", "all >", "abc|"),
        ("|", "a b undo", "|"),
        ("|", "a b undo redo", "ab|"),
        ("ab|", "bs bs undo", "ab|"),
        ("ab|", "undo", "ab|"),
        ("张|三", "<", "|张三"),
        ("张|三", ">", "张三|"),
        ("张三|", "bs", "张|"),
        ("|张三", "del", "|三"),
        ("张三|", "·李", "张三·李|"),
        ("张三·李|", "w<", "张三·|李"),
        ("张三·|李", "w<", "张三|·李"),
        ("备案abc小程序|", "w<", "备案abc|小程序"),
        ("备案abc|小程序", "w<", "备案|abc小程序"),
        ("|备案abc小程序", "w>", "备案|abc小程序"),
        ("深圳市 南山区|", "^w", "深圳市 |"),
        ("深圳市，南山|区", "^w", "深圳市，|区"),
        ("深圳市|南山区", "^k", "深圳市|"),
        ("深圳市|南山区", "^u", "|南山区"),
        ("𠮷野|家", "bs bs", "|家"),
        ("葛\u{E0100}城|", "< <", "|葛\u{E0100}城"),
        ("👨\u{200D}👩\u{200D}👧|好", "bs", "|好"),
        ("e\u{301}|", "bs", "|"),
        ("|", "👨 \u{200D} 👩 bs", "|"),
        ("👨|", "\u{200D} 👩", "👨\u{200D}👩|"),
        ("❤|好", "\u{FE0F}", "❤\u{FE0F}|好"),
        ("张|", "\u{200D} 三", "张三|"),
        ("|", "nl", "甲乙|"),
        ("|", "\u{202D}13800\u{202C}", "13800|"),
        ("深圳|", "all 广州", "广州|"),
        ("深圳|", "all 广州 undo", "深圳|"),
        ("|", "张 三 bs undo", "张三|"),
        ("|", "张 三 bs undo undo", "|"),
        ("|", "张 三 < 李 undo", "张|三"),
        ("|", "张 三 < 李 undo undo redo", "张|三"),
        ("|", "你 好 ， 再 见 undo", "你好，|"),
        ("张三|", "^u 李四 undo undo", "张三|"),
        ("张三|", "undo redo", "张三|"),
    ] {
        let mut edit = marked(before);
        press(&mut edit, keys);
        assert_eq!(mark(&edit), after, "{before} {keys}");
    }
}

#[test]
fn a_new_change_forgets_what_could_be_redone() {
    let mut edit = LineEdit::new("");
    press(&mut edit, "a undo b");
    assert!(!edit.redo());
    assert_eq!(edit.text(), "b");
}

#[test]
fn set_text_can_be_undone() {
    let mut edit = LineEdit::new("张三");
    edit.set_text("李四");
    assert_eq!(mark(&edit), "李四|");
    assert!(edit.undo());
    assert_eq!(edit.text(), "张三");
}

#[test]
fn insert_says_whether_it_cleaned() {
    let mut edit = LineEdit::new("");
    assert!(!edit.insert("张三"));
    assert!(edit.insert("a\tb"));
    assert!(edit.insert("\u{200B}"));
    assert_eq!(edit.text(), "张三a b");
}

#[test]
fn a_joiner_does_not_leave_the_cursor_inside_a_glyph() {
    let mut edit = marked("👨|👩");
    edit.insert("x");
    edit.backspace();
    assert_eq!(edit.cursor(), "👨".len());
    let mut flags = marked("🇨|🇳🇨");
    flags.delete();
    assert!(flags.text().grapheme_indices(true).any(|(at, _)| at == flags.cursor()) || flags.cursor() == flags.text().len());
}

#[test]
fn views() {
    for (text, width, shown, caret, left, right) in [
        ("|", 4, "    ", 0, false, false),
        ("张三|", 6, "张三  ", 4, false, false),
        ("张三|", 5, "张三 ", 4, false, false),
        ("张三|", 4, "三  ", 2, true, false),
        ("|张三", 4, "张三", 0, false, false),
        ("|张三丰", 5, "张三 ", 0, false, true),
        ("一二三|四五六", 6, "三四五", 2, true, true),
        ("abcdefghi|", 5, "fghi ", 4, true, false),
        ("abcd|efghi", 5, "cdefg", 2, true, true),
        ("|张", 1, " ", 0, false, true),
        ("张|", 1, " ", 0, true, false),
        ("a\n|b", 4, "a␊b ", 2, false, false),
        ("|张", 0, "", 0, false, true),
    ] {
        let view = marked(text).view(width);
        let expected = View { text: shown.to_owned(), caret, more_left: left, more_right: right };
        assert_eq!(view, expected, "{text} in {width}");
    }
}

/// A session of random keys.
fn keys() -> impl Strategy<Value = Vec<String>> {
    let key = prop_oneof![
        prop::sample::select(vec![
            "<", ">", "home", "end", "bs", "del", "w<", "w>", "^u", "^k", "^w", "all", "undo", "redo", "nl", "sp"
        ])
        .prop_map(str::to_owned),
        "[a-z]",
        "[张三备案，。·𠮷]{1,3}",
        prop::sample::select(vec!["e\u{301}", "葛\u{E0100}", "👨\u{200D}👩\u{200D}👧", "🇨", "\u{301}"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(key, 0..40)
}

fn check_view(edit: &LineEdit, width: usize) -> Result<(), TestCaseError> {
    let view = edit.view(width);
    prop_assert_eq!(cells(&view.text), width, "{:?}", view);
    prop_assert!(view.caret < width);
    let glyph = edit.text()[edit.cursor()..].graphemes(true).next();
    let mut column = 0;
    let mut under = None;
    for shown in view.text.graphemes(true) {
        if column == view.caret && under.is_none() {
            under = Some(shown);
        }
        column += grapheme_cells(shown);
    }
    match glyph {
        // A glyph without cells has nothing that could stand under the caret; one wider than the field is left out.
        Some(glyph) if (1..=width).contains(&cells(glyph)) => {
            prop_assert_eq!(under, Some(glyph), "{:?} in {}", view, width)
        }
        Some(_) => {}
        None => prop_assert_eq!(under, Some(" "), "{:?} in {}", view, width),
    }
    Ok(())
}

/// Two cells of context to the left, as far as the text has them.
fn check_context(edit: &LineEdit, width: usize) -> Result<(), TestCaseError> {
    let view = edit.view(width);
    let named = edit.text().graphemes(true).any(|g| shown(g).1 > 2);
    if width >= 8 && !named {
        prop_assert!(!view.more_left || view.caret >= 2, "{:?}", view);
        prop_assert!(!view.more_right || view.caret + 3 <= width, "{:?}", view);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_caret_is_where_its_glyph_is(keys in keys(), widths in prop::collection::vec(1usize..40, 40)) {
        let mut edit = LineEdit::new("");
        for (key, width) in keys.iter().zip(widths) {
            press(&mut edit, key);
            let mut borders = edit.text().grapheme_indices(true).map(|(at, _)| at).chain([edit.text().len()]);
            prop_assert!(borders.any(|at| at == edit.cursor()), "{:?} {}", edit.text(), edit.cursor());
            check_view(&edit, width)?;
            check_context(&edit, width)?;
        }
    }

    #[test]
    fn undo_leads_back_to_the_start(start in "[a-z张三]{0,10}", keys in keys()) {
        let mut edit = LineEdit::new(start.clone());
        for key in &keys {
            press(&mut edit, key);
        }
        let last = edit.text().to_owned();
        let mut steps = 0;
        while edit.undo() {
            steps += 1;
        }
        prop_assert_eq!(edit.text(), start.as_str());
        // Redo leads forward again, over everything that was not already taken back.
        let mut redone = 0;
        while redone < steps && edit.redo() {
            redone += 1;
        }
        prop_assert_eq!(edit.text(), last.as_str());
    }

    #[test]
    fn any_text_can_be_viewed(text in any::<String>(), width in 0usize..40) {
        let mut edit = LineEdit::new(text);
        for _ in 0..4 {
            prop_assert_eq!(cells(&edit.view(width).text), width);
            edit.left();
        }
    }
}

#[test]
fn a_run_of_typed_characters_is_taken_back_with_those_around_it() {
    let mut edit = LineEdit::new("13012340003");
    edit.kill_to_start();
    edit.insert("1");
    for run in ["301", "2340", "008"] {
        edit.insert_run(run);
    }
    assert!(edit.undo() && edit.text().is_empty());
    assert!(edit.undo() && edit.text() == "13012340003");
    // What was pasted is a step of its own.
    edit.insert("4");
    edit.insert("56");
    assert!(edit.undo() && edit.text() == "130123400034");
}
