//! What every key does, in each context.

use super::*;

#[test]
fn every_line_of_the_table_is_read_and_none_twice() {
    assert!(bindings().len() > 90, "a key in the table is misspelt: {}", bindings().len());
    for (index, one) in bindings().iter().enumerate() {
        let twin = bindings()[..index].iter().find(|other| other.context == one.context && other.key == one.key);
        assert!(twin.is_none(), "{} twice in {:?}", one.key, one.context);
    }
}

#[test]
fn no_binding_takes_a_letter_from_the_text() {
    let blank = super::super::event::Code::Char(' ');
    let free = |context: Context| context == Context::Preview || context.answers();
    let written = |binding: &&Binding| binding.key.code != blank && !free(binding.context);
    for binding in bindings().iter().filter(written) {
        assert_eq!(binding.key.typed(), None, "{}", binding.key);
    }
}

#[test]
fn the_inner_context_wins() {
    let up = Key::parse("Up").unwrap();
    assert_eq!(action(&[Context::LongText, Context::Form], up), Some(Action::Up));
    assert_eq!(action(&[Context::Text, Context::Form], up), Some(Action::Previous));
    assert_eq!(action(&[Context::Calendar], up), Some(Action::Up));
    assert_eq!(action(&[Context::Flag, Context::Form], Key::parse("Left").unwrap()), Some(Action::Left));
    assert_eq!(action(&[Context::Global], up), None);
}

#[test]
fn answers_are_taken_as_they_are_typed() {
    for (typed, expected) in
        [('y', Action::Yes), ('Y', Action::Yes), ('ｙ', Action::Yes), ('是', Action::Yes), ('n', Action::No), ('否', Action::No)]
    {
        let key = Key::plain(super::super::event::Code::Char(typed));
        assert_eq!(action(&[Context::Flag, Context::Form], key), Some(expected), "{typed}");
        for below in [Context::Form, Context::Question, Context::Flag] {
            assert_eq!(action(&[Context::Text, below], key), None, "{typed} is text where one types");
            assert_eq!(action(&[below, Context::Text], key), None, "{typed} is text where one types");
        }
    }
}

#[test]
fn every_f_key_has_a_twin_that_every_terminal_sends() {
    let sent = |key: Key| {
        let letter = matches!(key.code, super::super::event::Code::Char(c) if c.is_ascii_alphanumeric());
        letter && !key.shift && (key.ctrl != key.alt)
    };
    // Of Ctrl+Letter some are other keys: Tab, Enter, Backspace.
    let other = |key: Key| key.ctrl && ["Ctrl+I", "Ctrl+J", "Ctrl+M", "Ctrl+H"].contains(&key.to_string().as_str());
    for one in bindings().iter().filter(|one| matches!(one.key.code, super::super::event::Code::F(_))) {
        let mut twins = bindings().iter().filter(|other| other.context == one.context && other.action == one.action);
        assert!(twins.any(|twin| sent(twin.key) && !other(twin.key)), "{} in {:?}", one.key, one.context);
    }
}

#[test]
fn no_action_is_called_what_its_key_is_called() {
    let bare = |text: &str| text.to_lowercase().replace([' ', '+'], "");
    for binding in bindings() {
        let Text { zh, en } = binding.action.label();
        for label in [zh, en] {
            assert_ne!(bare(&binding.key.to_string()), bare(label), "{:?}", binding.context);
        }
    }
}

#[test]
fn help_is_the_last_hint() {
    let hints = hints(&[Context::Text, Context::Form, Context::Document, Context::Global]);
    assert_eq!(hints.first().map(|hint| hint.action), Some(Action::Next));
    assert_eq!(hints.last().map(|hint| hint.action), Some(Action::Help));
}
