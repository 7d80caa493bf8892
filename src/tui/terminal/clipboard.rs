//! The clipboard of the person's own computer, reached through the terminal (OSC 52), also over SSH.
//!
//! A multiplexer stands in the way: tmux takes the sequence itself where `set-clipboard` is on, and passes on what is wrapped for it
//! where `allow-passthrough` is; it gets both. screen passes on what is wrapped, in short pieces.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Bytes of a value that terminals take at the least; xterm's own limit is a little above.
pub const MOST_BYTES: usize = 50_000;
/// Bytes of a wrapped piece that screen passes on.
const PIECE: usize = 240;

/// What stands between us and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Between {
    /// Nothing.
    #[default]
    Nothing,
    /// tmux.
    Tmux,
    /// screen.
    Screen,
}

/// What puts a text onto the clipboard; an empty one clears it.
#[must_use]
pub fn sequence(text: &str, between: Between) -> String {
    let plain = format!("\u{1b}]52;c;{}\u{7}", STANDARD.encode(text));
    match between {
        Between::Nothing => plain,
        Between::Tmux => format!("{plain}\u{1b}Ptmux;{}\u{1b}\\", plain.replace('\u{1b}', "\u{1b}\u{1b}")),
        Between::Screen => {
            let pieces = plain.as_bytes().chunks(PIECE).map(String::from_utf8_lossy);
            pieces.map(|piece| format!("\u{1b}P{piece}\u{1b}\\")).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_as_base64_and_nothing_clears() {
        assert_eq!(sequence("张三", Between::Nothing), "\u{1b}]52;c;5byg5LiJ\u{7}");
        assert_eq!(sequence("", Between::Nothing), "\u{1b}]52;c;\u{7}");
    }

    #[test]
    fn multiplexers_get_it_wrapped() {
        let through = sequence("a", Between::Tmux);
        assert!(through.starts_with("\u{1b}]52;c;YQ==\u{7}"), "tmux may take it itself");
        assert!(through.ends_with("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;YQ==\u{7}\u{1b}\\"), "{through:?}");
        let long = sequence(&"x".repeat(1000), Between::Screen);
        let pieces: Vec<&str> = long.split("\u{1b}\\").filter(|piece| !piece.is_empty()).collect();
        assert!(pieces.len() > 4 && pieces.iter().all(|piece| piece.starts_with("\u{1b}P") && piece.len() <= PIECE + 2));
        let joined: String = pieces.iter().map(|piece| piece.trim_start_matches("\u{1b}P")).collect();
        assert_eq!(joined, sequence(&"x".repeat(1000), Between::Nothing));
    }

    #[test]
    fn nothing_in_a_text_ends_the_sequence() {
        for between in [Between::Nothing, Between::Tmux, Between::Screen] {
            let hostile = sequence("\u{7}\u{1b}\\\u{1b}]0;x\u{7}", between);
            assert!(!hostile.contains("]0;"), "{hostile:?}");
        }
    }
}
