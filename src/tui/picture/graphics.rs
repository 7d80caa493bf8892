//! What the terminal can show pictures with, and what the user wants of it.

use super::hints::Hints;
pub use crate::tui::widget::theme::Colours;

/// How pictures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Protocol {
    /// Not at all: facts in words.
    None,
    /// Two pixels in every cell, one above the other.
    #[default]
    Blocks,
    /// Kitty's graphics protocol; Ghostty, Konsole and WezTerm speak it too.
    Kitty,
    /// iTerm2's inline images.
    Iterm2,
    /// DEC's sixels.
    Sixel,
}

/// What the user wants: `BEIAN_GRAPHICS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wish {
    /// The best the terminal has.
    #[default]
    Auto,
    /// Just this.
    Only(Protocol),
}

impl Wish {
    /// The words the setting takes.
    pub const WORDS: [&str; 6] = ["auto", "kitty", "iterm2", "sixel", "blocks", "none"];

    /// Reads the setting; `None` for a word it does not take.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word.trim().to_ascii_lowercase().as_str() {
            "auto" => Self::Auto,
            "kitty" => Self::Only(Protocol::Kitty),
            "iterm2" => Self::Only(Protocol::Iterm2),
            "sixel" => Self::Only(Protocol::Sixel),
            "blocks" => Self::Only(Protocol::Blocks),
            "none" => Self::Only(Protocol::None),
            _ => return None,
        })
    }
}

/// A cell's size where the terminal does not tell: columns and rows of pixels.
const CELL: (u16, u16) = (10, 20);

/// What pictures are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Graphics {
    /// How.
    pub protocol: Protocol,
    /// Pixels of a cell: width, height; neither is 0.
    pub cell: (u16, u16),
    /// Colours of half blocks.
    pub colours: Colours,
}

impl Default for Graphics {
    fn default() -> Self {
        Self { protocol: Protocol::Blocks, cell: CELL, colours: Colours::True }
    }
}

/// What a terminal has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// It knows kitty's protocol.
    pub kitty: bool,
    /// It knows sixels.
    pub sixel: bool,
    /// The last question was answered: nothing more will come.
    pub complete: bool,
    /// Pixels of a cell.
    pub cell: Option<(u16, u16)>,
    /// The colour of its background.
    pub background: Option<[u8; 3]>,
}

impl Graphics {
    /// No pictures at all.
    pub const NONE: Self = Self { protocol: Protocol::None, cell: CELL, colours: Colours::Greys };

    /// What to draw with, of what is known about the terminal, what it answered, and the pixels of a cell as the system tells them.
    ///
    /// The answers count most. Names in the environment help where nothing was answered, and only outside of tmux and screen, where
    /// they tell of a terminal that may be another one by now.
    #[must_use]
    pub fn of(hints: &Hints, answers: Answers, system: Option<(u16, u16)>) -> Self {
        let cell = answers.cell.or(system);
        let colours = match (hints.no_color, hints.true_colour) {
            (true, _) => Colours::Greys,
            (false, true) => Colours::True,
            (false, false) => Colours::Palette,
        };
        let found = match hints.wish {
            Wish::Only(protocol) => protocol,
            Wish::Auto if hints.multiplexer && answers.sixel && cell.is_some() => Protocol::Sixel,
            Wish::Auto if hints.multiplexer => Protocol::Blocks,
            Wish::Auto if answers.kitty => Protocol::Kitty,
            Wish::Auto if hints.iterm2 => Protocol::Iterm2,
            // The size of sixels is counted in pixels: without knowing a cell's they would run over the text.
            Wish::Auto if answers.sixel && cell.is_some() => Protocol::Sixel,
            Wish::Auto if !answers.complete && hints.kitty => Protocol::Kitty,
            Wish::Auto => Protocol::Blocks,
        };
        // Without colours half blocks show nothing one could trust; whoever asks for them gets greys.
        let protocol =
            if found == Protocol::Blocks && hints.no_color && hints.wish == Wish::Auto { Protocol::None } else { found };
        Self { protocol, cell: cell.unwrap_or(CELL), colours }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_a_wish_and_nothing_else_is() {
        for word in Wish::WORDS {
            assert!(Wish::parse(word).is_some() && Wish::parse(&word.to_uppercase()).is_some(), "{word}");
        }
        for word in ["", "on", "sixels", "iterm"] {
            assert_eq!(Wish::parse(word), None, "{word}");
        }
    }

    #[test]
    fn the_best_that_is_sure_is_taken() {
        let silent = Answers::default();
        let plain = Answers { complete: true, ..silent };
        let (kitty, sixel) = (Answers { kitty: true, ..plain }, Answers { sixel: true, cell: Some((9, 18)), ..plain });
        let all = Answers { kitty: true, ..sixel };
        let sixel_without_size = Answers { cell: None, ..sixel };
        let nothing = Hints::default();
        let tmux = Hints { multiplexer: true, ..nothing };
        let iterm = Hints { iterm2: true, ..nothing };
        let named = Hints { kitty: true, ..nothing };
        let grey = Hints { no_color: true, ..nothing };
        let only = |protocol| Hints { wish: Wish::Only(protocol), ..nothing };
        for (hints, answers, expected) in [
            (nothing, silent, Protocol::Blocks),
            (nothing, plain, Protocol::Blocks),
            (nothing, kitty, Protocol::Kitty),
            (nothing, sixel, Protocol::Sixel),
            (nothing, sixel_without_size, Protocol::Blocks),
            (nothing, all, Protocol::Kitty),
            (iterm, silent, Protocol::Iterm2),
            (iterm, sixel, Protocol::Iterm2),
            (named, silent, Protocol::Kitty),
            (named, plain, Protocol::Blocks),
            (tmux, kitty, Protocol::Blocks),
            (tmux, sixel, Protocol::Sixel),
            (Hints { iterm2: true, kitty: true, ..tmux }, silent, Protocol::Blocks),
            (grey, silent, Protocol::None),
            (grey, kitty, Protocol::Kitty),
            (Hints { no_color: true, ..only(Protocol::Blocks) }, plain, Protocol::Blocks),
            (only(Protocol::Sixel), silent, Protocol::Sixel),
            (only(Protocol::None), all, Protocol::None),
            (only(Protocol::Blocks), all, Protocol::Blocks),
        ] {
            assert_eq!(Graphics::of(&hints, answers, None).protocol, expected, "{hints:?} {answers:?}");
        }
    }

    #[test]
    fn a_cell_is_as_large_as_the_terminal_says_else_the_system() {
        let answered = Answers { cell: Some((9, 18)), ..Answers::default() };
        let hints = Hints::default();
        assert_eq!(Graphics::of(&hints, answered, Some((8, 16))).cell, (9, 18));
        assert_eq!(Graphics::of(&hints, Answers::default(), Some((8, 16))).cell, (8, 16));
        assert_eq!(Graphics::of(&hints, Answers::default(), None).cell, CELL);
    }
}
