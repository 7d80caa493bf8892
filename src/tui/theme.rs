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
}
