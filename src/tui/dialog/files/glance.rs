//! The highlighted file: its picture beside the list where there is room, and in words what is known of it and whether it suits.

use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use super::super::findings;
use crate::filing::FieldId;
use crate::locale::tui::{dialog as words, preview};
use crate::locale::{Lang, Text};
use crate::rules::{Finding, Severity};
use crate::scan::facts::{Content, FileFacts, Format};
use crate::scan::{PICTURE_LIMIT, Unseen};
use crate::text::wrap::wrap;
use crate::tui::effect::{Effect, FileEntry};
use crate::tui::form::seen::{draw_said, draw_seen, facts_of, size};
use crate::tui::picture::{PreviewRequest, Protocol, View};
use crate::tui::question::Candidate;
use crate::tui::state::State;
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::panel::inside;
use crate::tui::widget::theme::Role;

/// Cells wanted for the inside of the picker: with a picture, and without.
const WIDE: u16 = 140;
const NARROW: u16 = 76;
/// Rows wanted.
pub(super) const HEIGHT: u16 = 26;
/// The list keeps at least so many cells: names of usual length, and the columns at their right.
const LIST: u16 = 56;
/// Cells between the list and the picture.
const GAP: u16 = 3;
/// The least and the most cells of the picture.
const PICTURE: (u16, u16) = (32, 60);
/// The least rows of a screen with a picture in the picker.
const ROWS: u16 = 20;
/// Rows of words below the picture, and the blank one between: in a high picker, and in others.
const BELOW: (u16, u16) = (8, 6);

/// Where things stand inside the picker, below its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Places {
    /// The list.
    pub list: Rect,
    /// The picture, where there is room.
    pub picture: Option<Rect>,
    /// What is known of the file.
    pub words: Rect,
}

/// Whether there is room for a picture; whatever is highlighted, so that nothing moves.
fn has_picture(state: &State, video: bool) -> bool {
    let (columns, rows) = state.size;
    // A frame and the margin of a dialog take 8 columns.
    let has_room = columns >= LIST + GAP + PICTURE.0 + 8 && rows >= ROWS;
    has_room && !video && state.graphics.protocol != Protocol::None
}

/// Cells wanted for the inside of the picker.
pub(super) fn width(state: &State, video: bool) -> u16 {
    if has_picture(state, video) { WIDE } else { NARROW }
}

/// Divides the room below the head.
pub(super) fn divide(area: Rect, state: &State, video: bool) -> Places {
    if has_picture(state, video) {
        let for_both = area.width.saturating_sub(GAP);
        let width = (for_both * 2 / 5).min(for_both.saturating_sub(LIST)).clamp(PICTURE.0, PICTURE.1);
        let left = area.right().saturating_sub(width);
        let below = if area.height + 1 >= HEIGHT { BELOW.0 } else { BELOW.1 };
        let height = area.height.saturating_sub(below);
        let words = Rect::new(left, area.y + height + 1, width, area.height.saturating_sub(height + 1));
        let list = Rect { width: area.width.saturating_sub(width + GAP), ..area };
        return Places { list, picture: Some(Rect::new(left, area.y, width, height)), words };
    }
    // In a low window two rows must do; else a blank one and what findings take as a rule.
    let (blank, rows) = if area.height >= 15 { (1, (area.height / 3).min(8)) } else { (0, 2) };
    let list = Rect { height: area.height.saturating_sub(blank + rows), ..area };
    Places { list, picture: None, words: Rect::new(area.x, list.bottom() + blank, area.width, rows) }
}

/// What the rules say of a file if it is chosen, or why it cannot be.
pub(super) type Verdict = Result<Vec<Finding>, Text>;

#[derive(Debug)]
struct Known {
    path: PathBuf,
    facts: FileFacts,
    verdict: Verdict,
}

/// What can be shown of a file.
enum Shown {
    Picture,
    Nothing(Unseen),
    /// That is not known yet.
    Unknown,
}

/// What is known of the highlighted file.
#[derive(Debug, Default)]
pub(super) struct Glance {
    /// The highlighted file.
    at: Option<(PathBuf, FileEntry)>,
    /// The file that was asked about last; only its answer is of use.
    asked: Option<PathBuf>,
    known: Option<Known>,
}

impl Glance {
    /// Goes on to another file, or none. Returns the question to be asked, if there is a new one.
    pub(super) fn follow(&mut self, at: Option<(PathBuf, FileEntry)>) -> Option<Effect> {
        self.at = at;
        let (path, _) = self.at.as_ref()?;
        if self.asked.as_ref() == Some(path) {
            return None;
        }
        self.asked = Some(path.clone());
        Some(Effect::ProbeFile(path.clone()))
    }

    /// Whether this is the file that was asked about last.
    pub(super) fn wants(&self, path: &Path) -> bool {
        self.asked.as_deref() == Some(path)
    }

    /// Takes the answer.
    pub(super) fn learn(&mut self, path: &Path, facts: &FileFacts, verdict: Verdict) {
        self.known = Some(Known { path: path.to_owned(), facts: facts.clone(), verdict });
    }

    /// The file that was asked about last and what is known of it, once that came.
    pub(super) fn answered(&self) -> Option<(PathBuf, FileFacts)> {
        self.known.as_ref().map(|known| (known.path.clone(), known.facts.clone()))
    }

    /// The highlighted file.
    pub(super) fn path(&self) -> Option<&Path> {
        self.at.as_ref().map(|(path, _)| path.as_path())
    }

    fn known(&self) -> Option<&Known> {
        self.known.as_ref().filter(|known| self.path() == Some(known.path.as_path()))
    }

    /// By what is in the file, and before that is known by the ending of its name.
    fn shown(&self) -> Option<Shown> {
        let (_, entry) = self.at.as_ref()?;
        let of_format = |format: Format| {
            if format.is_decoded() { Shown::Picture } else { Shown::Nothing(Unseen::Format(format)) }
        };
        Some(match self.known().map(|known| &known.facts.content) {
            Some(Content::Picture { format, .. }) => of_format(*format),
            Some(content) => Shown::Nothing(Unseen::File(content.clone())),
            None if entry.size > PICTURE_LIMIT => Shown::Unknown,
            None => Format::promised_by(&entry.name).map_or(Shown::Unknown, of_format),
        })
    }

    /// Whether it is a picture that can be looked at.
    pub(super) fn is_picture(&self) -> bool {
        matches!(self.shown(), Some(Shown::Picture))
    }

    /// The look at its picture that is wanted in a picker on the whole screen.
    pub(super) fn look(&self, state: &State, video: bool) -> Option<PreviewRequest> {
        let screen = Rect::new(0, 0, state.size.0, state.size.1);
        let room = divide(below_head(inside(screen, width(state, video), HEIGHT)), state, video).picture?;
        let path = self.path().filter(|_| self.is_picture())?.to_str()?;
        state.preview_of(path.to_owned(), View::default(), (room.width, room.height))
    }

    /// What the large preview shows of it.
    pub(super) fn candidate(&self, id: FieldId) -> Option<Candidate> {
        let path = self.path().filter(|_| self.is_picture())?.to_str()?.to_owned();
        let facts = self.known().map(|known| known.facts.clone());
        let findings = self.known().and_then(|known| known.verdict.as_ref().ok()).cloned().unwrap_or_default();
        Some(Candidate { id, path, facts, findings })
    }

    /// Draws the picture, or says why there is none.
    pub(super) fn draw_picture(&self, canvas: &mut Canvas<'_>, state: &State, room: Rect) {
        let lang = state.lang;
        match (self.shown(), self.path().and_then(Path::to_str)) {
            (Some(Shown::Picture), Some(path)) => draw_seen(canvas, state, path, room),
            (Some(Shown::Nothing(unseen)), _) => draw_said(canvas, &preview::unseen(lang, &unseen), room),
            (Some(_), _) => draw_said(canvas, preview::READING.in_lang(lang), room),
            (None, _) => {}
        }
    }

    /// Draws what is known of the file; `is_taken` where another field has it.
    pub(super) fn draw_words(&self, canvas: &mut Canvas<'_>, lang: Lang, area: Rect, is_taken: bool) {
        let Some((_, entry)) = &self.at else { return };
        let facts = self.known().map(|known| facts_of(&known.facts)).filter(|facts| !facts.is_empty());
        let facts = facts.unwrap_or_else(|| size(entry.size));
        canvas.put(area.x, area.y, area.width, &facts, Role::Text);
        let below = Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1));
        let mut lines = self.lines(lang, usize::from(area.width), is_taken);
        // What is wrong is said before how it is mended, where there is no room for both: the large preview says it all.
        if lines.len() > usize::from(below.height) {
            lines.retain(|(role, _)| *role != Role::Muted);
        }
        findings::draw(canvas, below, &lines);
    }

    /// Whether it suits, and what the rules say. What is taken for another field is not said to suit: nobody has looked at what it shows.
    fn lines(&self, lang: Lang, width: usize, is_taken: bool) -> Vec<(Role, String)> {
        let found = match self.known().map(|known| &known.verdict) {
            None => return vec![(Role::Muted, preview::READING.in_lang(lang).to_owned())],
            Some(Err(refusal)) => {
                let lines = wrap(&format!("! {}", refusal.in_lang(lang)), width);
                return lines.into_iter().map(|line| (Role::Warning, line)).collect();
            }
            Some(Ok(found)) => found,
        };
        let suits = found.iter().all(|finding| finding.severity == Severity::Hint);
        let suits = (suits && !is_taken).then(|| (Role::Good, format!("✓ {}", words::SUITS.in_lang(lang))));
        suits.into_iter().chain(findings::lines(lang, found.iter(), width)).collect()
    }
}

/// The inside of the picker without its head.
pub(super) fn below_head(area: Rect) -> Rect {
    Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1))
}
