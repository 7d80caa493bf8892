//! How long a text may be, and how that is counted. The rule, the counter of the form and the schema read it here.

use crate::identifiers::mp_name_len;

/// What is counted of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// The characters between its outer blanks.
    Characters,
    /// The characters, blanks left out.
    Marks,
    /// The digits.
    Digits,
    /// Units: an ASCII character is one, every other is two.
    Units,
}

/// The limits of a text's length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// What is counted.
    pub counted: Counted,
    /// The least.
    pub least: usize,
    /// The most.
    pub most: usize,
    /// From here on it is surely long enough: how blanks and marks are counted is documented nowhere.
    pub safe_least: usize,
    /// Up to here it is surely short enough.
    pub safe_most: usize,
}

impl Length {
    pub(super) const fn new(counted: Counted, least: usize, most: usize) -> Self {
        assert!(least <= most, "the least is not above the most");
        Self { counted, least, most, safe_least: least, safe_most: most }
    }

    pub(super) const fn safe(self, least: usize, most: usize) -> Self {
        assert!(self.least <= least && least <= most && most <= self.most, "what is safe lies within the limits");
        Self { safe_least: least, safe_most: most, ..self }
    }

    /// How long a text is.
    #[must_use]
    pub fn of(self, text: &str) -> usize {
        match self.counted {
            Counted::Characters => text.trim().chars().count(),
            Counted::Marks => text.chars().filter(|c| !c.is_whitespace()).count(),
            Counted::Digits => text.chars().filter(char::is_ascii_digit).count(),
            Counted::Units => mp_name_len::units(text),
        }
    }

    /// What a form shows while so much is typed: `12 / 20–200`. Of units only the most is shown: two ideographs are enough.
    #[must_use]
    pub fn counter(self, count: usize) -> String {
        let Self { counted, least, most, .. } = self;
        if least == most || counted == Counted::Units {
            format!("{count} / {most}")
        } else {
            format!("{count} / {least}–{most}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_counted_as_they_are_meant() {
        for (counted, text, count) in [
            (Counted::Characters, " 点 餐 ", 3),
            (Counted::Marks, " wx 01 ", 4),
            (Counted::Digits, "+86 130", 5),
            (Counted::Units, "小食记a", 7),
        ] {
            assert_eq!(Length::new(counted, 1, 9).of(text), count, "{counted:?} {text}");
        }
    }

    #[test]
    fn counters_show_what_is_to_be_reached() {
        assert_eq!(Length::new(Counted::Characters, 20, 200).counter(12), "12 / 20–200");
        assert_eq!(Length::new(Counted::Digits, 11, 11).counter(3), "3 / 11");
        assert_eq!(Length::new(Counted::Units, 4, 30).counter(6), "6 / 30");
    }
}
