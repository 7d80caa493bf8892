//! The colours of each role, for each background.
//!
//! They come from the fixed part of the 256 colours (a cube of 6 × 6 × 6 and 24 greys, 16 to 255), which terminals' own themes leave
//! alone; the first sixteen look different everywhere, and their "bright black" is the background itself in Solarized Dark. What is
//! read as text has a contrast of 4.5 to 1 where the background is known and of 3 to 1 where it is not (WCAG 2.2, 1.4.3: AA for text
//! of any size, and for large text), 7 to 1 where high contrast is asked for; a test computes that for stock themes.

use super::Role;

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// None are wanted (`NO_COLOR`).
    None,
    /// The first sixteen, whatever they look like.
    #[default]
    Sixteen,
    /// The 256.
    Palette,
}

/// Whether light text stands on a dark ground, or the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// A dark one.
    Dark,
    /// A light one.
    Light,
}

impl Background {
    /// What a colour is as a background: dark where white text has the better contrast on it.
    #[must_use]
    pub fn of(colour: [u8; 3]) -> Self {
        if contrast([255; 3], colour) >= contrast([0; 3], colour) { Self::Dark } else { Self::Light }
    }

    /// Reads `COLORFGBG` (`15;0`, `0;default;15`): the last number is the background's, of the first sixteen.
    #[must_use]
    pub fn from_variable(value: &str) -> Option<Self> {
        match value.rsplit(';').next()?.trim().parse::<u8>().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            _ => None,
        }
    }
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// None: bold, reverse, marks and words say everything.
    Plain,
    /// Of middling brightness, for a background that is not known.
    AnyBackground,
    /// Light, on dark.
    Dark,
    /// Dark, on light.
    Light,
    /// Very light, on dark.
    HighContrastDark,
    /// Very dark, on light.
    HighContrastLight,
    /// Those of the first sixteen that stock themes with a dark background show well.
    SixteenDark,
}

impl Scheme {
    /// The colour of a role, as an index into the 256; `None` for the terminal's own text colour.
    #[must_use]
    pub const fn colour(self, role: Role) -> Option<u8> {
        use Role::{Accent, Error, Focus, Good, Hint, Marked, Muted, Rule, Selected, Text, Title, Warning};
        let [muted, accent, error, warning, hint, good, rule] = match self {
            Self::Plain => return None,
            Self::AnyBackground => [244, 32, 196, 166, 99, 65, 244],
            Self::Dark => [247, 44, 210, 214, 111, 114, 244],
            Self::Light => [241, 24, 160, 94, 26, 22, 244],
            Self::HighContrastDark => [252, 123, 217, 229, 189, 157, 252],
            Self::HighContrastLight => [235, 54, 52, 53, 55, 235, 235],
            Self::SixteenDark => [7, 14, 9, 11, 14, 10, 7],
        };
        match role {
            Text | Title | Selected | Marked => None,
            Muted => Some(muted),
            Focus | Accent => Some(accent),
            Error => Some(error),
            Warning => Some(warning),
            Hint => Some(hint),
            Good => Some(good),
            Rule => Some(rule),
        }
    }
}

/// The relative luminance of a colour, 0 to 1 (WCAG 2.2).
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours, 1 to 21 (WCAG 2.2).
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    if a > b { a / b } else { b / a }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Backgrounds of themes as the terminals come: dark.
    const DARK: &[(&str, [u8; 3])] = &[
        ("xterm, kitty, Linux console, PuTTY", [0, 0, 0]),
        ("Windows Terminal, Campbell", [12, 12, 12]),
        ("GNOME Terminal, Ptyxis", [30, 30, 30]),
        ("GNOME Terminal, Ubuntu", [48, 10, 36]),
        ("VS Code, Dark+", [30, 30, 30]),
        ("VS Code, Dark Modern", [24, 24, 24]),
        ("Alacritty", [24, 24, 24]),
        ("iTerm2", [0, 0, 0]),
        ("Terminal.app, Pro", [0, 0, 0]),
        ("Konsole, Breeze", [35, 38, 39]),
        ("Tango dark", [46, 52, 54]),
        ("Solarized Dark", [0, 43, 54]),
    ];

    /// And light.
    const LIGHT: &[(&str, [u8; 3])] = &[
        ("Terminal.app, Basic; VS Code, Light+; xterm", [255, 255, 255]),
        ("GNOME Terminal, light", [255, 255, 255]),
        ("Tango light", [238, 238, 236]),
        ("Solarized Light", [253, 246, 227]),
        ("iTerm2, light", [254, 255, 254]),
        ("Windows Terminal, One Half Light", [250, 250, 250]),
    ];

    /// Roles that are read as text.
    const TEXT: [Role; 7] = [Role::Muted, Role::Focus, Role::Accent, Role::Error, Role::Warning, Role::Hint, Role::Good];

    /// A colour of the fixed part of the 256.
    fn fixed(index: u8) -> [u8; 3] {
        const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        assert!(index >= 16, "{index} looks different everywhere");
        if index >= 232 {
            return [8 + 10 * (index - 232); 3];
        }
        let cube = index - 16;
        [cube / 36, cube / 6 % 6, cube % 6].map(|step| LEVELS[usize::from(step)])
    }

    #[test]
    fn what_is_read_as_text_can_be_read_on_every_stock_theme() {
        let all: Vec<_> = DARK.iter().chain(LIGHT).copied().collect();
        for (scheme, backgrounds, least) in [
            (Scheme::AnyBackground, all.as_slice(), 3.0),
            (Scheme::Dark, DARK, 4.5),
            (Scheme::Light, LIGHT, 4.5),
            (Scheme::HighContrastDark, DARK, 7.0),
            (Scheme::HighContrastLight, LIGHT, 7.0),
        ] {
            for (name, background) in backgrounds {
                for role in TEXT.into_iter().chain([Role::Rule]) {
                    let least = if role == Role::Rule { 3.0 } else { least };
                    let colour = fixed(scheme.colour(role).unwrap());
                    let found = contrast(colour, *background);
                    assert!(found >= least, "{scheme:?} {role:?} {colour:?} on {name}: {found:.2} < {least}");
                }
            }
        }
    }

    /// The sixteen of terminals that have no more: bright ones only, as their themes come.
    #[test]
    fn the_bright_ones_of_the_first_sixteen_can_be_read_on_dark() {
        // In the order 7, 9, 10, 11, 14.
        for (name, background, colours) in [
            ("Linux console", [0, 0, 0], [[170, 170, 170], [255, 85, 85], [85, 255, 85], [255, 255, 85], [85, 255, 255]]),
            ("xterm", [0, 0, 0], [[229, 229, 229], [255, 0, 0], [0, 255, 0], [255, 255, 0], [0, 255, 255]]),
            ("Windows Console", [12, 12, 12], [[204, 204, 204], [231, 72, 86], [22, 198, 12], [249, 241, 165], [97, 214, 214]]),
        ] {
            for role in TEXT {
                let at = [7, 9, 10, 11, 14].iter().position(|index| Some(*index) == Scheme::SixteenDark.colour(role)).unwrap();
                assert!(contrast(colours[at], background) >= 4.5, "{role:?} on {name}");
            }
        }
    }

    #[test]
    fn a_background_is_dark_or_light() {
        for (_, colour) in DARK {
            assert_eq!(Background::of(*colour), Background::Dark, "{colour:?}");
        }
        for (_, colour) in LIGHT {
            assert_eq!(Background::of(*colour), Background::Light, "{colour:?}");
        }
        for (value, expected) in [
            ("15;0", Some(Background::Dark)),
            ("7;8", Some(Background::Dark)),
            ("0;15", Some(Background::Light)),
            ("0;default;15", Some(Background::Light)),
            ("0;7", Some(Background::Light)),
            ("15;default", None),
            ("", None),
            ("0;300", None),
            ("0;16", None),
        ] {
            assert_eq!(Background::from_variable(value), expected, "{value}");
        }
    }

    #[test]
    fn contrast_is_as_the_standard_computes_it() {
        for (a, b, expected) in [
            ([0; 3], [255; 3], 21.0),
            ([255; 3], [255; 3], 1.0),
            ([118, 118, 118], [255; 3], 4.54),
            ([0, 0, 255], [255; 3], 8.59),
        ] {
            assert!((contrast(a, b) - expected).abs() < 0.01, "{a:?} {b:?}");
            assert!((contrast(b, a) - expected).abs() < 0.01);
        }
    }
}
