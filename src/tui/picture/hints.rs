//! What the environment says about the terminal.

use std::ffi::OsString;

use super::graphics::Wish;
use crate::tui::widget::theme::palette::{Background, Depth};

/// What the environment says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// What the user wants.
    pub wish: Wish,
    /// tmux or screen stands between us and the terminal.
    pub multiplexer: bool,
    /// It is tmux that does.
    pub tmux: bool,
    /// It is iTerm2.
    pub iterm2: bool,
    /// It is one that has kitty's protocol.
    pub kitty: bool,
    /// It has all colours.
    pub true_colour: bool,
    /// No colours are wanted.
    pub no_color: bool,
    /// It has the 256 colours at least.
    pub palette: bool,
    /// Its background, where a variable tells.
    pub background: Option<Background>,
}

impl Hints {
    /// Reads the environment through `variable`, which gives a variable's value if it is set and not empty. Of `BEIAN_GRAPHICS` it
    /// leaves a word that means nothing for [`Wish::parse`] to complain about.
    #[must_use]
    pub fn read(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name: &str| variable(name).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default();
        let (term, program) = (text("TERM"), text("TERM_PROGRAM"));
        let colour = text("COLORTERM").to_ascii_lowercase();
        let direct = ["truecolor", "24bit"].contains(&colour.as_str())
            || term.ends_with("-direct")
            || ["iTerm.app", "WezTerm", "ghostty", "vscode", "mintty"].contains(&program.as_str())
            || variable("WT_SESSION").is_some();
        Self {
            wish: Wish::parse(&text("BEIAN_GRAPHICS")).unwrap_or_default(),
            multiplexer: variable("TMUX").is_some()
                || variable("STY").is_some()
                || term.starts_with("tmux")
                || term.starts_with("screen"),
            tmux: variable("TMUX").is_some() || term.starts_with("tmux"),
            iterm2: program == "iTerm.app" || text("LC_TERMINAL") == "iTerm2",
            kitty: variable("KITTY_WINDOW_ID").is_some()
                || ["xterm-kitty", "xterm-ghostty"].contains(&term.as_str())
                || program == "ghostty",
            true_colour: direct,
            no_color: variable("NO_COLOR").is_some(),
            palette: direct || ["256color", "kitty", "ghostty", "alacritty", "foot"].iter().any(|part| term.contains(part)),
            background: Background::from_variable(&text("COLORFGBG")),
        }
    }

    /// How many colours there are.
    #[must_use]
    pub fn depth(&self) -> Depth {
        // So has the console of Windows, which sets no variable.
        match (self.no_color, self.palette || cfg!(windows)) {
            (true, _) => Depth::None,
            (false, true) => Depth::Palette,
            (false, false) => Depth::Sixteen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::picture::Protocol;

    fn read(variables: &[(&str, &str)]) -> Hints {
        Hints::read(|name| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value)))
    }

    #[test]
    fn terminals_are_known_by_their_names() {
        let plain = Hints::default();
        for (variables, expected) in [
            (&[][..], plain),
            (&[("TERM", "xterm-256color")], Hints { palette: true, ..plain }),
            (&[("TERM", "linux"), ("COLORFGBG", "15;0")], Hints { background: Some(Background::Dark), ..plain }),
            (&[("TERM", "xterm-kitty")], Hints { kitty: true, palette: true, ..plain }),
            (&[("TERM", "xterm-256color"), ("KITTY_WINDOW_ID", "1")], Hints { kitty: true, palette: true, ..plain }),
            (&[("TERM_PROGRAM", "iTerm.app")], Hints { iterm2: true, true_colour: true, palette: true, ..plain }),
            (&[("LC_TERMINAL", "iTerm2")], Hints { iterm2: true, ..plain }),
            (&[("TERM", "tmux-256color")], Hints { multiplexer: true, tmux: true, palette: true, ..plain }),
            (
                &[("TERM", "xterm-256color"), ("TMUX", "/tmp/tmux-0/default,1,0")],
                Hints { multiplexer: true, tmux: true, palette: true, ..plain },
            ),
            (&[("TERM", "screen.xterm-256color")], Hints { multiplexer: true, palette: true, ..plain }),
            (&[("COLORTERM", "truecolor")], Hints { true_colour: true, palette: true, ..plain }),
            (&[("WT_SESSION", "x")], Hints { true_colour: true, palette: true, ..plain }),
            (&[("NO_COLOR", "1")], Hints { no_color: true, ..plain }),
            (&[("BEIAN_GRAPHICS", "sixel")], Hints { wish: Wish::Only(Protocol::Sixel), ..plain }),
            (&[("BEIAN_GRAPHICS", "nonsense")], plain),
        ] {
            assert_eq!(read(variables), expected, "{variables:?}");
        }
    }
}
