//! Asking the terminal what it can do. The answers come on the same way as keys, and [`super::decode`] tells them from those.

use crate::tui::picture::graphics::Wish;
use crate::tui::picture::hints::Hints;
use crate::tui::widget::theme::Choice;

/// Whether the terminal knows kitty's protocol: a picture of one pixel, only asked about (`a=q`).
const KITTY: &str = "\u{1b}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1b}\\";
/// How large a cell is, in pixels.
const CELL: &str = "\u{1b}[16t";
/// What it is; one of the numbers of the answer says whether it knows sixels. Every terminal answers this.
const KIND: &str = "\u{1b}[c";
/// Which colour its background has.
const BACKGROUND: &str = "\u{1b}]11;?\u{1b}\\";
/// Takes off the screen what a terminal that knows no such question has printed instead.
const CLEAR: &str = "\u{1b}[2J\u{1b}[H";

/// What is written to ask; nothing where the user has said what to use.
#[must_use]
pub fn question(hints: &Hints, theme: Choice) -> String {
    let mut asked = String::new();
    if theme.needs_background() && !hints.no_color {
        asked.push_str(BACKGROUND);
    }
    if hints.wish == Wish::Auto {
        // tmux and screen answer for themselves, and know only sixels.
        asked.push_str(if hints.multiplexer { "" } else { KITTY });
        asked.push_str(CELL);
    }
    if !asked.is_empty() {
        asked.push_str(KIND);
        asked.push_str(CLEAR);
    }
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_chosen_is_not_asked_about_and_a_multiplexer_only_what_it_knows() {
        let auto = Hints::default();
        let chosen = Hints { wish: Wish::Only(super::super::Protocol::Sixel), ..auto };
        assert_eq!(question(&chosen, Choice::Dark), "");
        assert_eq!(question(&Hints { no_color: true, ..chosen }, Choice::Auto), "");
        assert_eq!(question(&chosen, Choice::Auto), format!("{BACKGROUND}{KIND}{CLEAR}"));
        let tmux = question(&Hints { multiplexer: true, ..auto }, Choice::Auto);
        assert!(tmux.contains(KIND) && !tmux.contains("_G"));
        assert_eq!(question(&auto, Choice::HighContrast), format!("{BACKGROUND}{KITTY}{CELL}{KIND}{CLEAR}"));
        assert_eq!(question(&auto, Choice::Light), format!("{KITTY}{CELL}{KIND}{CLEAR}"));
    }
}
