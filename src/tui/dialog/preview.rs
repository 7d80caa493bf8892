//! A picture, as large as the screen: fitted, or pixel by pixel to see whether it is sharp.

use super::Dialog;
use ratatui::layout::Rect;

use super::findings;
use crate::filing::FieldId;
use crate::locale::tui::preview as words;
use crate::rules::Finding;
use crate::text::width::cells;
use crate::text::wrap::wrap;
use crate::tui::chrome;
use crate::tui::document::DraftPicture;
use crate::tui::form::seen::{draw_seen, facts, facts_of};
use crate::tui::keymap::{Action, Context};
use crate::tui::picture::view::Frame;
use crate::tui::picture::{PreviewRequest, Protocol, View, Zoom};
use crate::tui::question::Candidate;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, left_truncated};
use crate::tui::widget::theme::Role;

/// Rows at the top: title and rule.
const ABOVE: u16 = 2;
/// Cells that a file's name should have in the title.
const NAME: usize = 24;
/// Rows at the bottom: facts, a finding, rule, hints.
const BELOW: u16 = 4;

/// Looking at the pictures of a draft, one after the other.
#[derive(Debug)]
pub struct Preview {
    files: Vec<DraftPicture>,
    at: usize,
    view: View,
    /// The one file that is looked at is not in the draft.
    candidate: Option<Candidate>,
}

impl Preview {
    /// Begins with the picture in this row of a field, else with the first of the field; `None` where it has none.
    #[must_use]
    pub fn new(state: &State, id: FieldId, row: Option<usize>) -> Option<Self> {
        let files = state.document.as_ref()?.pictures();
        let here = files.iter().position(|file| file.id == id && (row.is_none() || file.row == row));
        let at = here.or_else(|| files.iter().position(|file| file.id == id))?;
        Some(Self { files, at, view: View::default(), candidate: None })
    }

    /// A picture that may be chosen.
    #[must_use]
    pub fn of_candidate(candidate: Candidate) -> Self {
        let files = vec![DraftPicture { id: candidate.id, row: None, path: candidate.path.clone() }];
        Self { files, at: 0, view: View::default(), candidate: Some(candidate) }
    }

    fn file(&self) -> Option<&DraftPicture> {
        self.files.get(self.at)
    }

    /// The size of the picture and of the room, once it was seen.
    fn frame(&self, state: &State) -> Option<Frame> {
        let Ok(sight) = state.preview.seen(&self.file()?.path)? else { return None };
        let size = if sight.turns % 2 == self.view.turns % 2 { sight.size } else { (sight.size.1, sight.size.0) };
        Some(Frame { size, room: self.wanted_preview(state)?.pixels() })
    }

    /// How an action has it seen; `None` for actions that are about something else.
    fn viewed(&self, action: Action, state: &State) -> Option<View> {
        let (frame, view) = (self.frame(state), self.view);
        let moved = |by| frame.map_or(view, |frame| view.moved(by, frame));
        Some(match action {
            Action::ZoomIn => view.nearer(frame),
            Action::ZoomOut => view.farther(frame),
            Action::ZoomFit => view.fit(),
            Action::ZoomActual => view.actual(),
            Action::Turn => view.turned(),
            Action::Left => moved((-1, 0)),
            Action::Right => moved((1, 0)),
            Action::Up => moved((0, -1)),
            Action::Down => moved((0, 1)),
            _ => return None,
        })
    }

    fn step(&mut self, by: usize) -> Vec<Command> {
        if self.files.len() > 1 {
            self.at = (self.at + by) % self.files.len();
            self.view = View::default();
        }
        Vec::new()
    }

    fn title(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, file: &DraftPicture) {
        let count = if self.files.len() > 1 { format!("{} / {}", self.at + 1, self.files.len()) } else { String::new() };
        let right = canvas.put_right(area.right(), area.y, 12, &count, Role::Muted);
        let mut x = area.x;
        x += canvas.put(x, area.y, area.width, Action::Preview.label().in_lang(state.lang), Role::Accent) + 2;
        let full = file.id.full_label(state.lang);
        // In a narrow window the file's name says more than the form's.
        let is_narrow = usize::from(right.saturating_sub(x)) < cells(&full) + 2 + NAME;
        let label = if is_narrow { file.id.label().in_lang(state.lang).to_owned() } else { full };
        x += canvas.put(x, area.y, right.saturating_sub(x + 1), &label, Role::Title) + 2;
        let room = usize::from(right.saturating_sub(x + 1));
        if room > 4 {
            let path = left_truncated(&crate::text::clean::visible(&file.path), room);
            canvas.put(x, area.y, right.saturating_sub(x + 1), &path, Role::Muted);
        }
    }

    /// What is known of the file and of the view, and the gravest thing the rules have to say about it.
    fn facts(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, file: &DraftPicture) {
        let scale = self.scale(state, file);
        let left = canvas.put_right(area.right(), area.y, area.width / 2, &scale, Role::Muted);
        canvas.put(area.x, area.y, left.saturating_sub(area.x + 2), &self.known(state, file), Role::Text);
        if let Some(finding) = self.findings(state, file).into_iter().min_by_key(|finding| finding.severity) {
            let (mark, role) = findings::mark(finding.severity);
            let text = format!("{mark} {}", crate::locale::finding::message(state.lang, finding));
            canvas.put(area.x, area.y + 1, area.width, &text, role);
        }
    }

    /// Format, pixels and bytes.
    fn known(&self, state: &State, file: &DraftPicture) -> String {
        match &self.candidate {
            Some(candidate) => candidate.facts.as_ref().map(facts_of).unwrap_or_default(),
            None => facts(state, &file.path),
        }
    }

    /// What the rules have to say about it.
    fn findings<'a>(&'a self, state: &'a State, file: &DraftPicture) -> Vec<&'a Finding> {
        let here = |finding: &&Finding| finding.spot.map(|spot| spot.row) == file.row;
        match (&self.candidate, &state.document) {
            (Some(candidate), _) => candidate.findings.iter().collect(),
            (None, Some(document)) => document.findings_of(file.id).filter(here).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// In the place of a picture: that none is drawn, where the file lies, and all that is known of it.
    fn page(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, file: &DraftPicture) {
        let width = usize::from(area.width);
        let wrapped = |text: &str, role: Role| wrap(text, width).into_iter().map(move |line| (role, line)).collect::<Vec<_>>();
        let mut lines = wrapped(words::NO_GRAPHICS.in_lang(state.lang), Role::Muted);
        lines.push((Role::Text, String::new()));
        lines.extend(wrapped(&crate::text::clean::visible(&file.path), Role::Text));
        lines.extend(wrapped(&self.known(state, file), Role::Text));
        lines.extend(findings::lines(state.lang, self.findings(state, file).into_iter(), width));
        findings::draw(canvas, area, &lines);
    }

    /// How large it is shown, which part of it, and how it is turned.
    fn scale(&self, state: &State, file: &DraftPicture) -> String {
        let Some(Ok(sight)) = state.preview.seen(&file.path) else { return String::new() };
        let percent = sight.scale * 100.0;
        let percent = if percent < 10.0 { format!("{percent:.1}%") } else { format!("{percent:.0}%") };
        let mut parts = Vec::new();
        if sight.turns > 0 {
            parts.push(words::TURNED.with(state.lang, &[("degrees", &(u32::from(sight.turns) * 90))]));
        }
        let part = sight.part;
        if (part.width, part.height) != sight.size {
            parts.push(format!("({}, {})", part.x, part.y));
        }
        parts.push(match self.view.zoom {
            Zoom::Fit => words::FITTED.with(state.lang, &[("percent", &percent)]),
            Zoom::Power(0) => words::ACTUAL.in_lang(state.lang).to_owned(),
            Zoom::Power(_) | Zoom::Span(..) => percent,
        });
        parts.join("  ")
    }
}

impl Dialog for Preview {
    fn contexts(&self) -> Vec<Context> {
        // A file that is not in the draft yet cannot be prepared.
        let prepares = self.candidate.is_none().then_some(Context::Unprepared);
        prepares.into_iter().chain([Context::Preview]).collect()
    }

    fn wanted_preview(&self, state: &State) -> Option<PreviewRequest> {
        let path = self.file()?.path.clone();
        let (columns, rows) = state.size;
        let room = (columns.saturating_sub(2), rows.saturating_sub(ABOVE + BELOW));
        state.preview_of(path, self.view, room)
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let Input::Action(action) = input else { return Vec::new() };
        if let Some(view) = self.viewed(*action, state) {
            self.view = view;
            return Vec::new();
        }
        match action {
            Action::Viewer => self.file().map(|file| Command::View(file.path.clone())).into_iter().collect(),
            // What is seen is what the copy becomes; a file that is not in the draft yet has none.
            Action::Prepare if self.candidate.is_none() => {
                let prepare = |file: &DraftPicture| Command::PrepareTurned(file.path.clone(), self.view.turns);
                self.file().map(prepare).into_iter().flat_map(|command| [Command::Close, command]).collect()
            }
            Action::NextPicture => self.step(1),
            Action::PreviousPicture => self.step(self.files.len().saturating_sub(1)),
            _ => Vec::new(),
        }
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let seen = self.file().and_then(|file| state.preview.seen(&file.path));
        let is_unseen = matches!(seen, Some(Err(_)));
        match (action, self.viewed(action, state)) {
            (Action::NextPicture | Action::PreviousPicture, _) => self.files.len() < 2,
            // Of what cannot be shown no copy is made either.
            (Action::Prepare, _) => is_unseen,
            // Until it was seen nobody knows how large it is.
            (_, Some(view)) => is_unseen || seen.is_some() && view == self.view,
            (_, None) => false,
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, _: bool) {
        let screen = canvas.area();
        canvas.blank(screen);
        let inner = Rect::new(screen.x + 1, screen.y, screen.width.saturating_sub(2), screen.height);
        let Some(file) = self.file() else { return };
        self.title(canvas, state, inner, file);
        canvas.rule(inner.x, inner.y + 1, inner.width);
        let bottom = screen.bottom().saturating_sub(BELOW);
        let room = Rect::new(inner.x, inner.y + ABOVE, inner.width, bottom.saturating_sub(inner.y + ABOVE));
        let is_drawn = state.graphics.protocol != Protocol::None;
        if is_drawn {
            draw_seen(canvas, state, &file.path, room);
            self.facts(canvas, state, Rect::new(inner.x + 1, bottom, inner.width.saturating_sub(2), 2), file);
        } else {
            let page = Rect::new(room.x + 1, room.y + 1, room.width.saturating_sub(2), room.height + 1);
            self.page(canvas, state, page, file);
        }
        canvas.rule(inner.x, bottom + 2, inner.width);
        let mut contexts = if is_drawn { self.contexts() } else { vec![Context::Facts] };
        contexts.extend([Context::Dialog, Context::Global]);
        chrome::hints(canvas, state, &contexts, inner, bottom + 3);
    }
}
