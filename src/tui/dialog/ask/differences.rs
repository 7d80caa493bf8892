//! In what two versions of a draft differ, in lines of a question.

use crate::filing::{Draft, FieldId};
use crate::locale::tui::common as words;
use crate::locale::value::show;
use crate::text::width::{cells, truncate};
use crate::tui::state::State;

/// Fields that are named one by one at least where two versions of a draft differ.
const FEWEST_DIFFERENCES: usize = 3;

/// Rows of the screen that the rest of the question takes, with the frame around it.
const OTHER_ROWS: u16 = 18;

/// Cells that a value takes at most where two are held against each other.
const LONGEST_VALUE: usize = 36;
/// Characters before the place where two long values differ that are shown with it.
const BEFORE: usize = 6;

/// Two values, of long ones the part where they differ.
fn around_difference(mine: &str, theirs: &str) -> (String, String) {
    let same = mine.chars().zip(theirs.chars()).take_while(|(one, other)| one == other).count();
    let from = if cells(mine).max(cells(theirs)) > LONGEST_VALUE { same.saturating_sub(BEFORE) } else { 0 };
    let part = |value: &str| {
        let rest: String = value.chars().skip(from).collect();
        let rest = truncate(&rest, LONGEST_VALUE).into_owned();
        if from > 0 { format!("..{rest}") } else { rest }
    };
    (part(mine), part(theirs))
}

/// In what two versions of a draft differ, a line each for as many fields as there is room for, the rest counted.
pub(super) fn differences(state: &State, mine: &Draft, theirs: &Draft) -> Vec<String> {
    let lang = state.lang;
    // A line with long values takes two rows.
    let most = usize::from(state.size.1.saturating_sub(OTHER_ROWS) / 2).max(FEWEST_DIFFERENCES);
    let said = |id: FieldId, draft: &Draft| {
        let value = draft.get(id).map(|value| show(lang, id, value)).filter(|value| !value.is_empty());
        value.unwrap_or_else(|| words::DIFFERS_EMPTY.in_lang(lang).to_owned())
    };
    let other = FieldId::ALL.iter().copied().filter(|id| mine.get(*id) != theirs.get(*id));
    let mut lines: Vec<String> = other
        .map(|id| {
            let (mine, theirs) = around_difference(&said(id, mine), &said(id, theirs));
            words::DIFFERS.with(lang, &[("field", &id.full_label(lang)), ("mine", &mine), ("theirs", &theirs)])
        })
        .collect();
    if mine.events != theirs.events {
        lines.push(words::DIFFERS_EVENTS.in_lang(lang).to_owned());
    }
    let rest = lines.len().saturating_sub(most);
    if rest > 1 {
        lines.truncate(most);
        lines.push(words::DIFFERS_MORE.with(lang, &[("count", &rest)]));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shown_where_they_differ() {
        let (one, other) = ("软件开发、".repeat(60), format!("{}硬件开发、{}", "软件开发、".repeat(30), "软件开发、".repeat(29)));
        let (mine, theirs) = around_difference(&one, &other);
        assert!(mine.starts_with("..") && mine.contains("软件") && theirs.contains("硬件"), "{mine} {theirs}");
        assert!(cells(&mine) <= LONGEST_VALUE + 2 && cells(&theirs) <= LONGEST_VALUE + 2);
        assert_eq!(around_difference("小食记", "别处"), ("小食记".to_owned(), "别处".to_owned()));
        assert!(cells(&around_difference("nothing", &"x".repeat(500)).1) <= LONGEST_VALUE);
    }
}
