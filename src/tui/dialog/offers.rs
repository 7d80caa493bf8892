//! What scans offer, one value after the other: what stands in the field, what was read, how certain that is, and the piece of the
//! picture that it was read from.

use ratatui::layout::Rect;

use super::Dialog;
use crate::filing::{FieldId, Value};
use crate::locale::reading::certainty;
use crate::locale::tui::offers as words;
use crate::locale::value;
use crate::rules::Offer;
use crate::text::clean::visible;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::form::seen::{draw_said, draw_seen};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::picture::{PreviewRequest, Protocol, View};
use crate::tui::question::Question;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::widget::canvas::{Canvas, left_truncated, to_cells};
use crate::tui::widget::panel::{Panel, inside, panel};
use crate::tui::widget::theme::Role;

/// Cells wanted for the inside, and rows for the picture.
const WIDTH: u16 = 104;
const PICTURE: u16 = 22;
/// Rows of an enlarged pair of characters.
const PAIR: u16 = 4;

/// Going through what scans offer. Which offers are left is asked of the draft each time: taking one, or taking that back, changes it.
#[derive(Debug)]
pub struct Offers {
    /// What was looked at and not taken, the last one last.
    left: Vec<(FieldId, String)>,
    taken: usize,
}

/// Where things stand inside the dialog.
struct Places {
    width: usize,
    typed: Vec<String>,
    seen: Vec<String>,
    pair: bool,
    picture: u16,
    height: u16,
}

impl Offers {
    /// Begins with the first offer; `None` where there is none.
    #[must_use]
    pub fn new(state: &State) -> Option<Self> {
        let none = state.document.as_ref().is_none_or(|document| document.offers().is_empty());
        (!none).then_some(Self { left: Vec::new(), taken: 0 })
    }

    /// What is still to be looked at.
    fn open(&self, state: &State) -> Vec<Offer> {
        let mut offers = state.document.as_ref().map(Document::offers).unwrap_or_default();
        offers.retain(|offer| self.left.iter().all(|(field, seen)| (*field, seen) != (offer.field, &offer.seen)));
        offers
    }

    /// Ends where nothing is left, and says what came of it.
    fn end(&self, state: &State, is_last: bool) -> Vec<Command> {
        if !is_last {
            return Vec::new();
        }
        let (taken, left) = (self.taken, self.left.len());
        let key = keymap::key_for(&[Context::Document], Action::Undo).map(|key| key.to_string()).unwrap_or_default();
        let text = match (taken, left) {
            (0, _) => words::DONE_NONE,
            (_, 0) => words::DONE_ALL,
            _ => words::DONE,
        };
        let text = text.with(state.lang, &[("taken", &taken), ("left", &left), ("key", &key)]);
        vec![Command::Close, Command::Notice(Notice { role: Role::Good, text })]
    }

    fn places(offer: &Offer, state: &State, screen: Rect) -> Places {
        let room = inside(screen, WIDTH, screen.height);
        let lang = state.lang;
        let width = usize::from(room.width).saturating_sub(label_cells(state) + 2).max(8);
        let typed =
            offer.typed.as_deref().map_or_else(|| words::EMPTY.in_lang(lang).to_owned(), |typed| visible(typed).into_owned());
        let (typed, seen) = (wrap(&typed, width), wrap(&value::show(lang, offer.field, &Value::Text(offer.seen.clone())), width));
        let pair = offer.other.is_some();
        // Label, blank, both values, where the one was read, and a blank row.
        let words = to_cells(typed.len() + seen.len()) + 2 + if pair { PAIR + 1 } else { 0 };
        let wanted = if state.graphics.protocol == Protocol::None { 2 } else { PICTURE };
        let picture = wanted.min(room.height.saturating_sub(words));
        Places { width, typed, seen, pair, picture, height: words + picture }
    }

    /// The picture's place in the inside of the dialog.
    fn picture(places: &Places, area: Rect) -> Rect {
        let height = places.picture.min(area.height);
        Rect { y: area.bottom() - height, height, ..area }
    }
}

impl Dialog for Offers {
    fn contexts(&self) -> Vec<Context> {
        vec![Context::Offers]
    }

    fn edits_draft(&self) -> bool {
        true
    }

    fn wanted_preview(&self, state: &State) -> Option<PreviewRequest> {
        let open = self.open(state);
        let offer = open.first()?;
        let screen = Rect::new(0, 0, state.size.0, state.size.1);
        let places = Self::places(offer, state, screen);
        let area = inside(screen, WIDTH, places.height);
        let view = offer.spot.map(View::of).unwrap_or_default();
        state.preview_of(offer.path.clone(), view, (area.width, places.picture))
    }

    fn is_idle(&self, action: Action, _: &State) -> bool {
        action == Action::Previous && self.left.is_empty()
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let open = self.open(state);
        let (Input::Action(action), Some(offer)) = (input, open.first()) else { return Vec::new() };
        match action {
            Action::Take => {
                self.taken += 1;
                let mut commands = vec![Command::Apply(offer.field, offer.fix.clone()), Command::Leave(offer.field)];
                // Another reading of the same field is settled with it.
                commands.extend(self.end(state, open.iter().all(|other| other.field == offer.field)));
                commands
            }
            Action::LeaveIt => {
                self.left.push((offer.field, offer.seen.clone()));
                self.end(state, open.len() == 1)
            }
            Action::Previous => {
                self.left.pop();
                Vec::new()
            }
            Action::TakeCertain => {
                let certain = open.iter().filter(|offer| offer.is_certain()).count();
                self.taken += certain;
                let mut commands = vec![Command::TakeCertain];
                commands.extend(self.end(state, certain == open.len()));
                commands
            }
            Action::Preview => vec![Command::Ask(Question::Picture(offer.scan, None))],
            Action::Undo => {
                self.taken = self.taken.saturating_sub(1);
                Vec::new()
            }
            Action::Redo => {
                self.taken += 1;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let open = self.open(state);
        let Some(offer) = open.first() else { return };
        let lang = state.lang;
        let places = Self::places(offer, state, canvas.area());
        let title = format!("{} · {}", words::TITLE.in_lang(lang), offer.field.full_label(lang));
        let done = self.taken + self.left.len();
        let aside = format!("{} / {}", done + 1, done + open.len());
        let mut hints = vec![(Action::Take, words::TAKE), (Action::LeaveIt, words::LEAVE), (Action::Back, words::STOP)];
        if open.iter().any(Offer::is_certain) {
            hints.push((Action::TakeCertain, words::ALL_CHECKED));
        }
        hints.extend([(Action::Preview, words::WHOLE), (Action::Previous, words::BACK)]);
        let contexts = self.contexts();
        let frame =
            Panel { title: &title, aside: &aside, width: WIDTH, height: places.height, hints: &hints, contexts: &contexts };
        let area = panel(canvas, lang, &frame);
        let role = if offer.typed.is_some() { Role::Text } else { Role::Muted };
        let mut y = area.y;
        for (label, lines, role) in [(words::TYPED, &places.typed, role), (words::SEEN, &places.seen, Role::Focus)] {
            canvas.put(area.x, y, area.width, label.in_lang(lang), Role::Muted);
            let x = area.x + to_cells(label_cells(state) + 2);
            for line in lines {
                if y < area.bottom() {
                    canvas.put(x, y, area.right().saturating_sub(x), line, role);
                }
                y += 1;
            }
        }
        let file = left_truncated(&visible(&offer.path), places.width / 2);
        let from = words::FROM.with(lang, &[("file", &file), ("certainty", &certainty(offer.certainty).in_lang(lang))]);
        if y < area.bottom() {
            canvas.put(area.x + to_cells(label_cells(state) + 2), y, area.width, &from, Role::Muted);
        }
        if let (true, Some((typed, seen, _))) = (places.pair, offer.other) {
            pair(canvas, state, Rect { y: y + 1, height: PAIR.min(area.bottom().saturating_sub(y + 1)), ..area }, (typed, seen));
        }
        let room = Self::picture(&places, area);
        match state.preview.is_up_to_date() {
            // What was seen before is a piece of another value.
            false if state.graphics.protocol != Protocol::None => {
                draw_said(canvas, crate::locale::tui::preview::READING.in_lang(lang), room);
            }
            _ => draw_seen(canvas, state, &offer.path, room),
        }
    }
}

/// Both characters in boxes of their own, with what they are beneath.
fn pair(canvas: &mut Canvas<'_>, state: &State, area: Rect, (typed, seen): (char, char)) {
    let left = area.x + to_cells(label_cells(state) + 2);
    for (index, (c, label, role)) in [(typed, words::TYPED, Role::Text), (seen, words::SEEN, Role::Focus)].into_iter().enumerate()
    {
        let x = left + 12 * to_cells(index);
        let c = visible(&c.to_string()).into_owned();
        let inner = if cells(&c) == 1 { format!("  {c}   ") } else { format!("  {c}  ") };
        let rows =
            ["┌──────┐".to_owned(), format!("│{inner}│"), "└──────┘".to_owned(), format!(" {}", label.in_lang(state.lang))];
        for (row, text) in rows.iter().enumerate().take(usize::from(area.height)) {
            let role = if row == 3 { Role::Muted } else { role };
            canvas.put(x, area.y + to_cells(row), 10, text, role);
        }
    }
}

/// Cells of the words before both values.
fn label_cells(state: &State) -> usize {
    cells(words::TYPED.in_lang(state.lang)).max(cells(words::SEEN.in_lang(state.lang)))
}
