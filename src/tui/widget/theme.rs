//! Roles → styles. The only files that name colours are this one and its palettes.
//!
//! Meaning never hangs on colour alone: marks and words carry it, colour repeats it.

pub mod palette;

use ratatui::style::{Color, Modifier, Style};

use palette::{Background, Depth, Scheme};

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// Names of things at the top of a screen.
    Title,
    /// Labels, help and everything that should stay in the background.
    Muted,
    /// What is focused.
    Focus,
    /// The chosen line of a list.
    Selected,
    /// The one accent.
    Accent,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A hint.
    Hint,
    /// Something in order.
    Good,
    /// Marked text in a field.
    Marked,
    /// Lines that part the screen.
    Rule,
}

/// Colours of half blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colours {
    /// All of them.
    #[default]
    True,
    /// The palette of 256.
    Palette,
    /// None, only greys: wanted by `NO_COLOR`.
    Greys,
}

/// What the user wants of colours: `--theme`, `BEIAN_THEME`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    /// What fits the background that the terminal tells of; else what can be read on any.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// The strongest contrast that the terminal has.
    HighContrast,
}

impl Choice {
    /// The words the setting takes.
    pub const WORDS: [&str; 4] = ["auto", "dark", "light", "high-contrast"];

    /// Whether the terminal's background matters: it is not said by the choice.
    #[must_use]
    pub const fn needs_background(self) -> bool {
        matches!(self, Self::Auto | Self::HighContrast)
    }

    /// Reads the setting; `None` for a word it does not take.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word.trim().to_ascii_lowercase().as_str() {
            "auto" => Self::Auto,
            "dark" => Self::Dark,
            "light" => Self::Light,
            "high-contrast" => Self::HighContrast,
            _ => return None,
        })
    }
}

/// The styles in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Theme {
    scheme: Scheme,
}

impl Theme {
    /// With colours that can be read on any background, or without any (`NO_COLOR`).
    #[must_use]
    pub const fn new(colour: bool) -> Self {
        Self { scheme: if colour { Scheme::AnyBackground } else { Scheme::Plain } }
    }

    /// What fits a terminal that has so many colours and, where that is known, this background.
    #[must_use]
    pub const fn of(choice: Choice, depth: Depth, background: Option<Background>) -> Self {
        let background = match choice {
            Choice::Dark => Some(Background::Dark),
            Choice::Light => Some(Background::Light),
            Choice::Auto | Choice::HighContrast => background,
        };
        let scheme = match (depth, choice, background) {
            (Depth::None, ..) => Scheme::Plain,
            (_, Choice::HighContrast, None) | (Depth::Sixteen, Choice::HighContrast, _) => Scheme::Plain,
            (Depth::Palette, Choice::HighContrast, Some(Background::Dark)) => Scheme::HighContrastDark,
            (Depth::Palette, Choice::HighContrast, Some(Background::Light)) => Scheme::HighContrastLight,
            (Depth::Palette, _, Some(Background::Dark)) => Scheme::Dark,
            (Depth::Palette, _, Some(Background::Light)) => Scheme::Light,
            (Depth::Palette, _, None) => Scheme::AnyBackground,
            (Depth::Sixteen, _, Some(Background::Dark)) => Scheme::SixteenDark,
            (Depth::Sixteen, _, _) => Scheme::Plain,
        };
        Self { scheme }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let style = match role {
            Role::Title | Role::Focus => plain.add_modifier(Modifier::BOLD),
            Role::Selected | Role::Marked => plain.add_modifier(Modifier::REVERSED),
            _ => plain,
        };
        match self.scheme.colour(role) {
            Some(index) => style.fg(Color::Indexed(index)),
            None => style,
        }
    }

    /// The style of a half block: the upper pixel in front, the lower one (if there is one) behind.
    #[must_use]
    pub fn pixels(self, upper: [u8; 3], lower: Option<[u8; 3]>, colours: Colours) -> Style {
        let style = Style::new().fg(pixel(upper, colours));
        lower.map_or(style, |lower| style.bg(pixel(lower, colours)))
    }
}

/// The colour of a pixel.
fn pixel([red, green, blue]: [u8; 3], colours: Colours) -> Color {
    match colours {
        Colours::True => Color::Rgb(red, green, blue),
        Colours::Palette => Color::Indexed(nearest([red, green, blue])),
        Colours::Greys => {
            let grey = (u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114) / 1000;
            Color::Indexed(nearest([grey as u8; 3]))
        }
    }
}

/// The entry of the palette of 256 nearest to a colour: of its cube of 6 by 6 by 6, or of its 24 greys.
fn nearest(rgb: [u8; 3]) -> u8 {
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let level = |channel: u8| (0..6u8).min_by_key(|n| LEVELS[usize::from(*n)].abs_diff(channel)).unwrap_or_default();
    let [red, green, blue] = rgb.map(level);
    let cube = [red, green, blue].map(|n| LEVELS[usize::from(n)]);
    let mean = rgb.iter().map(|channel| u32::from(*channel)).sum::<u32>() / 3;
    let step = (mean.saturating_sub(3) / 10).min(23) as u8;
    let distance =
        |other: [u8; 3]| -> u32 { rgb.iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)) * u32::from(a.abs_diff(b))).sum() };
    if distance([8 + 10 * step; 3]) < distance(cube) { 232 + step } else { 16 + 36 * red + 6 * green + blue }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_no_role_names_one_and_the_choice_stays_visible() {
        let theme = Theme::new(false);
        for role in [Role::Text, Role::Muted, Role::Focus, Role::Selected, Role::Error, Role::Good, Role::Rule] {
            assert_eq!(theme.style(role).fg, None);
            assert_eq!(theme.style(role).bg, None);
        }
        assert_ne!(theme.style(Role::Selected), theme.style(Role::Text));
        assert_ne!(theme.style(Role::Focus), theme.style(Role::Text));
    }

    #[test]
    fn the_choice_the_colours_and_the_background_decide() {
        use Background::{Dark, Light};
        for (choice, depth, background, expected) in [
            (Choice::Auto, Depth::Palette, None, Scheme::AnyBackground),
            (Choice::Auto, Depth::Palette, Some(Dark), Scheme::Dark),
            (Choice::Auto, Depth::Palette, Some(Light), Scheme::Light),
            (Choice::Auto, Depth::Sixteen, None, Scheme::Plain),
            (Choice::Auto, Depth::Sixteen, Some(Dark), Scheme::SixteenDark),
            (Choice::Auto, Depth::Sixteen, Some(Light), Scheme::Plain),
            (Choice::Light, Depth::Palette, Some(Dark), Scheme::Light),
            (Choice::Dark, Depth::Palette, Some(Light), Scheme::Dark),
            (Choice::Dark, Depth::Sixteen, None, Scheme::SixteenDark),
            (Choice::HighContrast, Depth::Palette, Some(Dark), Scheme::HighContrastDark),
            (Choice::HighContrast, Depth::Palette, Some(Light), Scheme::HighContrastLight),
            (Choice::HighContrast, Depth::Palette, None, Scheme::Plain),
            (Choice::HighContrast, Depth::Sixteen, Some(Dark), Scheme::Plain),
            (Choice::Dark, Depth::None, Some(Dark), Scheme::Plain),
        ] {
            assert_eq!(Theme::of(choice, depth, background).scheme, expected, "{choice:?} {depth:?} {background:?}");
        }
        assert_eq!(Theme::new(true).scheme, Scheme::AnyBackground);
        for word in Choice::WORDS {
            assert!(Choice::parse(word).is_some(), "{word}");
        }
        assert_eq!((Choice::parse(" Light "), Choice::parse("bright")), (Some(Choice::Light), None));
    }

    #[test]
    fn pixels_have_their_own_colour_or_the_nearest_of_the_palette_or_a_grey() {
        for (rgb, palette, grey) in [
            ([0, 0, 0], 16, 16),
            ([255, 255, 255], 231, 231),
            ([255, 0, 0], 196, 239),
            ([95, 135, 175], 67, 244),
            ([128, 128, 128], 244, 244),
            ([250, 252, 251], 231, 231),
        ] {
            assert_eq!(pixel(rgb, Colours::True), Color::Rgb(rgb[0], rgb[1], rgb[2]));
            assert_eq!(pixel(rgb, Colours::Palette), Color::Indexed(palette), "{rgb:?}");
            assert_eq!(pixel(rgb, Colours::Greys), Color::Indexed(grey), "{rgb:?}");
        }
        let style = Theme::new(true).pixels([1, 2, 3], None, Colours::True);
        assert_eq!((style.fg, style.bg), (Some(Color::Rgb(1, 2, 3)), None));
    }
}
