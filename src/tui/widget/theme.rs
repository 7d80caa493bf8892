//! Roles → styles. The only file that names colours.
//!
//! Only the sixteen colours of the terminal's own palette and its default foreground: readable on dark and on light
//! backgrounds. Meaning never hangs on colour alone: marks and words carry it, colour repeats it.

use ratatui::style::{Color, Modifier, Style};

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

/// The styles in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colours, or without any (`NO_COLOR`).
    #[must_use]
    pub const fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// The style of a role.
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let plain = Style::new();
        let (style, colour) = match role {
            Role::Text => (plain, None),
            Role::Title => (plain.add_modifier(Modifier::BOLD), None),
            Role::Muted => (plain, Some(Color::DarkGray)),
            Role::Focus => (plain.add_modifier(Modifier::BOLD), Some(Color::Cyan)),
            Role::Selected => (plain.add_modifier(Modifier::REVERSED), None),
            Role::Accent => (plain, Some(Color::Cyan)),
            Role::Error => (plain, Some(Color::Red)),
            Role::Warning => (plain, Some(Color::Magenta)),
            Role::Hint => (plain, Some(Color::Blue)),
            Role::Good => (plain, Some(Color::Green)),
            Role::Marked => (plain.add_modifier(Modifier::REVERSED), None),
            Role::Rule => (plain, Some(Color::DarkGray)),
        };
        match colour {
            Some(colour) if self.colour => style.fg(colour),
            _ => style,
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
    fn colours_come_from_the_terminals_palette_and_read_on_both_backgrounds() {
        let theme = Theme::new(true);
        for role in [Role::Muted, Role::Focus, Role::Accent, Role::Error, Role::Warning, Role::Hint, Role::Good] {
            let colour = theme.style(role).fg;
            assert!(!matches!(
                colour,
                Some(Color::White | Color::Black | Color::Yellow | Color::Rgb(..) | Color::Indexed(_)) | None
            ));
        }
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
