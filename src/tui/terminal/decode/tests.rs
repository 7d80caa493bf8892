use super::*;
use crate::tui::event::{Mouse, MouseKind};

fn spelled(events: &[Event]) -> String {
    let words = events.iter().map(|event| match event {
        Event::Key(key) => key.to_string(),
        Event::Paste(text) => format!("“{text}”"),
        other => format!("{other:?}"),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What one read of these bytes gives, and then silence.
fn whole(bytes: &[u8]) -> Vec<Event> {
    let mut decoder = Decoder::default();
    let mut events = decoder.take(bytes);
    events.extend(decoder.give_up());
    assert_eq!(decoder.patience(), None, "{bytes:?} leaves something behind");
    events
}

#[test]
fn bytes_become_the_keys_they_were() {
    for (bytes, keys) in [
        ("a张B", "A 张 B"),
        ("\r\t\u{7f}", "Enter Tab Backspace"),
        ("\u{11}\u{1a}\u{8}", "Ctrl+Q Ctrl+Z Ctrl+H"),
        ("\u{1b}", "Esc"),
        ("\u{1b}\u{1b}[A", "Esc Up"),
        ("\u{1b}\u{11}", "Esc Ctrl+Q"),
        ("\u{1b}\u{7f}\u{1b}\r", "Alt+Backspace Alt+Enter"),
        ("\u{1b}[A\u{1b}OB\u{1b}[1;5C\u{1b}[1;2D\u{1b}[1;3A", "Up Down Ctrl+Right Shift+Left Alt+Up"),
        ("\u{1b}[5~\u{1b}[6~\u{1b}[3~\u{1b}[2~\u{1b}[3^\u{1b}[3;5~", "PageUp PageDown Delete Insert Ctrl+Delete Ctrl+Delete"),
        ("\u{1b}[H\u{1b}[4~\u{1b}[Z\u{1b}OF", "Home End Shift+Tab End"),
        ("\u{1b}[25~\u{1b}[29~\u{1b}[32~\u{1b}[34~", "F13 F16 F18 F20"),
        ("\u{1b}OP\u{1b}[15~\u{1b}[17~\u{1b}[20~\u{1b}[24~\u{1b}[1;2R\u{1b}[19;2~", "F1 F5 F6 F9 F12 Shift+F3 Shift+F8"),
        ("\u{1b}[[A\u{1b}[[E", "F1 F5"),
        ("\u{1b}b\u{1b}1\u{1b}好", "Alt+B Alt+1 Alt+好"),
        ("\u{1b}[113;5u\u{1b}[27;5;113~\u{1b}[13;2u\u{1b}[65u", "Ctrl+Q Ctrl+Q Shift+Enter A"),
        ("\u{1b}[200~虚构\r\n食谱\u{1b}[201~x", "“虚构\r\n食谱” X"),
        ("\u{1b}[200~a\u{1b}[2b\u{1b}[201~", "“a\u{1b}[2b”"),
        ("\u{1b}[200~a\u{11}b\u{1b}[201~", "“a\u{11}b”"),
        ("\u{1b}[200~ab\u{11}", "“ab” Ctrl+Q"),
        ("\u{1b}[200~半", "“半”"),
        ("\u{1b}[201~x", "X"),
        ("\u{1b}_x", "Alt+_ X"),
        ("\u{1b}O", "Alt+O"),
        ("\u{1b}]", "Alt+]"),
        ("\u{1b}[", ""),
        ("\u{0}\u{9c}", ""),
        ("", ""),
    ] {
        assert_eq!(spelled(&whole(bytes.as_bytes())), keys, "{bytes:?}");
    }
    assert_eq!(spelled(&whole(b"\xff\xfea\xe5\xbc")), "\u{fffd} A \u{fffd}");
}

#[test]
fn reports_of_the_mouse_are_told_and_broken_ones_are_harmless() {
    let mouse = |kind, column, row| Event::Mouse(Mouse { kind, column, row });
    for (bytes, expected) in [
        (&b"\x1b[<0;10;5M"[..], vec![mouse(MouseKind::Press, 9, 4)]),
        (b"\x1b[<64;1;1M\x1b[<65;2;3M", vec![mouse(MouseKind::WheelUp, 0, 0), mouse(MouseKind::WheelDown, 1, 2)]),
        (b"\x1b[<16;9000;9000M", vec![mouse(MouseKind::Press, 8999, 8999)]),
        // Let go, moved, another button, a wheel turned sideways.
        (b"\x1b[<0;10;5m\x1b[<32;10;5M\x1b[<35;1;1M\x1b[<1;1;1M\x1b[<2;1;1M\x1b[<66;1;1M", vec![]),
        // No place, too large a number, too many, none.
        (b"\x1b[<0;0;0M\x1b[<0;70000;1M\x1b[<0;1;1;1M\x1b[<M\x1b[<;;M", vec![]),
        (b"\x1b[<99999999999999999999999999999999999999999999999999999999999999999999;1;1M", vec![]),
        (b"\x1b[<0;1", vec![]),
        // Three bytes, of an old terminal.
        (b"\x1b[M *%", vec![mouse(MouseKind::Press, 9, 4)]),
        (b"\x1b[M\x60!!", vec![mouse(MouseKind::WheelUp, 0, 0)]),
        (b"\x1b[M#!!\x1b[M\x00\x01\x02", vec![]),
        (b"\x1b[M *", vec![]),
    ] {
        assert_eq!(format!("{:?}", whole(bytes)), format!("{expected:?}"), "{:?}", String::from_utf8_lossy(bytes));
    }
    // Whatever was broken, the next key is heard.
    for broken in ["\u{1b}[<0;1", "\u{1b}[M ", "\u{1b}[<0;;;M", "\u{1b}[M\u{7f}\u{7f}\u{7f}"] {
        let mut decoder = Decoder::default();
        let mut events = decoder.take(broken.as_bytes());
        events.extend(decoder.give_up());
        events.extend(decoder.take(b"x"));
        assert_eq!(spelled(&events[events.len() - 1..]), "X", "{broken:?}");
        let mut decoder = Decoder::default();
        decoder.take(broken.as_bytes());
        assert!(spelled(&decoder.take(b"\x11")).ends_with("Ctrl+Q"), "{broken:?}");
    }
}

#[test]
fn what_comes_byte_by_byte_is_the_same() {
    let bytes = "张\u{1b}[1;5C\u{1b}[200~虚构\u{1b}[201~\u{1b}OP\u{1b}[?62;4cz".as_bytes();
    let mut decoder = Decoder::default();
    let events: Vec<Event> = bytes.iter().flat_map(|byte| decoder.take(&[*byte])).collect();
    assert_eq!(spelled(&events), spelled(&whole(bytes)));
    assert_eq!(decoder.patience(), None);
}

#[test]
fn answers_are_no_typing_and_those_nobody_asked_for_say_nothing() {
    let silent = Answers::default();
    let done = Answers { complete: true, ..silent };
    for (bytes, answers, typed) in [
        ("\u{1b}[?62;4;22c", Answers { sixel: true, ..done }, ""),
        ("a\u{1b}_Gi=31;OK\u{1b}\\b\u{1b}[?62cx", Answers { kitty: true, ..done }, "A B X"),
        ("\u{1b}_Gi=31;EINVAL:x\u{1b}\\\u{1b}[?6c", done, ""),
        ("\u{1b}[6;18;9t\u{1b}[?62c", Answers { cell: Some((9, 18)), ..done }, ""),
        ("\u{1b}[6;0;0t\u{1b}[?62;14;44c", done, ""),
        ("\u{1b}]11;rgb:ffff/8080/0000\u{1b}\\\u{1b}[?62c", Answers { background: Some([255, 128, 0]), ..done }, ""),
        ("\u{1b}]11;rgb:00/2b/36\u{7}x\u{1b}[?62c", Answers { background: Some([0, 43, 54]), ..done }, "X"),
        ("\u{1b}]11;rgb:f/f/0\u{7}\u{1b}[?62c", Answers { background: Some([255, 255, 0]), ..done }, ""),
        ("\u{1b}]11;rgb:ffff/ffff\u{7}\u{1b}]11;rgb:x/y/z\u{7}\u{1b}[?62c", done, ""),
        // Of another program: a mode, a colour scheme, a colour, a version, a cursor, a mouse.
        ("\u{1b}[?2026;2$yx", silent, "X"),
        ("\u{1b}[?997;1nx", silent, "X"),
        ("\u{1b}]10;rgb:0000/0000/0000\u{1b}\\x", silent, "X"),
        ("\u{1b}]10;rgb:0000/0000/0000\u{7}x", silent, "X"),
        ("\u{1b}P>|xterm(390)\u{1b}\\x", silent, "X"),
        ("\u{1b}P1$r0m\u{1b}\\x", silent, "X"),
        ("\u{1b}[12;40Rx", silent, "X"),
        ("\u{1b}[<35;3;4Mx", silent, "X"),
        ("\u{1b}[Ox", silent, "X"),
    ] {
        let mut heard = silent;
        let mut others = Vec::new();
        for event in whole(bytes.as_bytes()) {
            match event {
                Event::Answered(answers) => heard = answers,
                other => others.push(other),
            }
        }
        assert_eq!(heard, answers, "{bytes:?}");
        assert_eq!(spelled(&others), typed, "{bytes:?}");
    }
}

/// The reports' ways to a dead keyboard: after each, what is typed a while later arrives.
#[test]
fn nothing_makes_the_keyboard_dead() {
    for begun in [
        "\u{1b}[200~abc",
        "\u{1b}[200~abc\u{1b}[20",
        "\u{1b}[?2026;2$",
        "\u{1b}[?997",
        "\u{1b}[<",
        "\u{1b}[M",
        "\u{1b}]11;rgb:",
        "\u{1b}P>|x",
        "\u{1b}_Gi=31",
        "\u{1b}[",
        "\u{1b}O",
        "\u{1b}",
    ] {
        let mut decoder = Decoder::default();
        decoder.take(begun.as_bytes());
        decoder.give_up();
        assert_eq!(spelled(&decoder.take("虚\u{11}".as_bytes())), "虚 Ctrl+Q", "after {begun:?}");
        let mut at_once = Decoder::default();
        at_once.take(begun.as_bytes());
        let events = at_once.take(b"\x11");
        assert!(spelled(&events).ends_with("Ctrl+Q"), "Ctrl+Q within {begun:?}: {events:?}");
    }
}

#[test]
fn a_character_outside_of_ascii_ends_a_broken_sequence() {
    assert_eq!(spelled(&whole("\u{1b}[<虚构".as_bytes())), "虚 构");
    assert_eq!(spelled(&whole(b"\x1b[12\x11")), "Ctrl+Q");
    assert_eq!(spelled(&whole(b"\x1b]11;rg\x11")), "Alt+] 1 1 ; R G Ctrl+Q");
}

#[test]
fn an_endless_answer_and_an_endless_paste_take_no_endless_memory() {
    let mut decoder = Decoder::default();
    let mut count = decoder.take(b"\x1b_G").len();
    for _ in 0..100 {
        count += decoder.take(&[b'x'; 100]).len();
    }
    assert!(count > 4000 && decoder.pending.len() <= 4200, "{count}");
    let mut decoder = Decoder::default();
    decoder.take(b"\x1b[200~");
    for _ in 0..3000 {
        assert!(decoder.take("张".repeat(1000).as_bytes()).is_empty());
    }
    assert!(decoder.paste.as_ref().is_some_and(|paste| paste.len() <= LONGEST_PASTE));
    let events = decoder.take(b"\x1b[201~x");
    let [Event::Paste(text), Event::Key(_)] = events.as_slice() else { panic!("{} events", events.len()) };
    assert!(text.chars().all(|c| c == '张'), "cut in the middle of a character");
}

#[test]
fn waiting_ends_sooner_the_less_was_begun() {
    let patience = |bytes: &[u8]| {
        let mut decoder = Decoder::default();
        decoder.take(bytes);
        decoder.patience()
    };
    assert_eq!(patience(b"a"), None);
    assert_eq!(patience(b"\x1b"), Some(AFTER_ESC));
    assert_eq!(patience(b"\x1b["), Some(WITHIN_SEQUENCE));
    assert_eq!(patience(b"\xe5"), Some(WITHIN_SEQUENCE));
    assert_eq!(patience(b"\x1b[200~a"), Some(WITHIN_PASTE));
}

proptest::proptest! {
    #[test]
    fn any_bytes_end(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200), cut in 0..200usize) {
        let mut decoder = Decoder::default();
        let (first, second) = bytes.split_at(cut.min(bytes.len()));
        decoder.take(first);
        decoder.take(second);
        decoder.give_up();
        proptest::prop_assert_eq!(decoder.patience(), None);
        let heard = spelled(&decoder.take(b"\x11"));
        proptest::prop_assert_eq!(heard, "Ctrl+Q");
    }
}
