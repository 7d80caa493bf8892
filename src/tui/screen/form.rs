//! One form of the wizard: a step of four, or the materials.

use crate::filing::field::TextKind;
use crate::filing::{Draft, FieldId, Kind, Need, Section, Value, progress};
use crate::identifiers::{appid, moment};
use crate::locale::tui::form as words;
use crate::text::clean::one_line;
use crate::text::edit::LineEdit;
use crate::text::path::dropped;
use crate::text::wrap::wrap;
use crate::tui::canvas::{Canvas, to_cells};
use crate::tui::chrome;
use crate::tui::dialog::{self, Dialog};
use crate::tui::document::{Document, Saved};
use crate::tui::form::{Focused, Layout, layout, listed, live, note, pane};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::picture::Look;
use crate::tui::screen::Step;
use crate::tui::state::{Command, Input, Notice, State};
use crate::tui::theme::Role;
use chrono::Timelike;
use ratatui::layout::Rect;

/// Rows above the first field: the title and a blank.
const TITLE_ROWS: u16 = 2;

/// One form.
#[derive(Debug)]
pub struct Form {
    section: Section,
    focus: FieldId,
    editor: Option<LineEdit>,
    edited: bool,
    /// Cells of the column of values at the last size told: what moving up and down in a long text goes by.
    value_width: usize,
}

impl Form {
    /// The form of a section, focused on its first field that is asked.
    #[must_use]
    pub fn new(section: Section, state: &State) -> Self {
        let first = section.fields().next().map_or(FieldId::FilingKind, |field| field.id);
        let mut form = Self { section, focus: first, editor: None, edited: false, value_width: 40 };
        if let Some(document) = &state.document {
            // One goes on where something is missing.
            let draft = document.draft();
            let fields = listed(document, section);
            let is_open = |id: &&FieldId| draft.get(**id).is_none() && is_missing(draft.need(**id), section);
            let open = fields.iter().find(is_open).copied();
            form.focus = open.filter(|id| !matches!(id.field().kind, Kind::Flag(_))).or(fields.first().copied()).unwrap_or(first);
        }
        form.follow(state);
        form
    }

    /// Its section.
    #[must_use]
    pub const fn section(&self) -> Section {
        self.section
    }

    /// The focused field.
    #[must_use]
    pub const fn focus(&self) -> Option<FieldId> {
        Some(self.focus)
    }

    /// Moves the focus.
    pub fn set_focus(&mut self, id: FieldId, state: &State) {
        if self.lists(id, state) {
            self.focus = id;
            self.editor = None;
            self.edited = false;
            self.follow(state);
        }
    }

    /// Whether one can go to this field here.
    #[must_use]
    pub fn lists(&self, id: FieldId, state: &State) -> bool {
        state.document.as_ref().is_some_and(|document| listed(document, self.section).contains(&id))
    }

    /// Where keys are looked up.
    #[must_use]
    pub fn contexts(&self, state: &State) -> Vec<Context> {
        let mut findings = state.document.iter().flat_map(|document| document.findings_of(self.focus));
        let unprepared = findings.any(|finding| finding.prepares).then_some(Context::Unprepared);
        let typed = match self.focus.field().kind {
            Kind::Text(TextKind::Long) => vec![Context::LongText, Context::Text],
            Kind::Date(_) | Kind::Picture => vec![Context::Text, Context::TypedPicker],
            Kind::Flag(_) => vec![Context::Flag],
            Kind::Time => vec![Context::Text, Context::Time],
            kind if kind.is_typed() => vec![Context::Text],
            _ => vec![Context::Picker],
        };
        let picture = state.document.as_ref().is_some_and(|document| dialog::preview::is_there(document, self.focus));
        let picture = picture.then_some(Context::Picture);
        unprepared.into_iter().chain(typed).chain(picture).chain([Context::Form]).collect()
    }

    /// Follows the draft: the focus stays on a field that is asked, the editor on what the field holds.
    pub fn follow(&mut self, state: &State) {
        let Some(document) = &state.document else { return };
        let draft = document.draft();
        let fields = listed(document, self.section);
        if !fields.contains(&self.focus) {
            let after = fields.iter().find(|id| **id > self.focus);
            if let Some(id) = after.or(fields.last()) {
                self.focus = *id;
                self.editor = None;
            }
        }
        if !self.focus.field().kind.is_typed() || !draft.asks(self.focus) {
            self.editor = None;
            self.edited = false;
        } else if self.editor.as_ref().is_none_or(|editor| editor.text() != draft.text(self.focus)) {
            self.editor = Some(LineEdit::new(draft.text(self.focus)));
            self.edited = false;
        }
        let main = chrome::main_width(state);
        let width = usize::from(main - pane::width(state, self.section, main));
        let form = layout(state, document, self.section, self.focused(), width);
        self.value_width = form.blocks.iter().find(|block| block.id == self.focus).map_or(form.value_width, |block| block.width);
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
        let document = state.document.as_ref()?;
        if let Saved::ReadOnly(reason) = &document.saved
            && !matches!(input, Input::Action(action) if is_motion(*action))
        {
            return match input {
                Input::Action(action) if !is_edit(*action) => None,
                _ => Some(vec![notice(reason.clone(), Role::Warning)]),
            };
        }
        match input {
            Input::Char(c) => Some(self.insert(&c.to_string(), state)),
            Input::Paste(text) => Some(self.paste(text, state)),
            Input::Action(action) => self.act(*action, state),
        }
    }

    fn act(&mut self, action: Action, state: &State) -> Option<Vec<Command>> {
        match action {
            Action::Next | Action::Previous => return Some(self.step(action == Action::Next, state)),
            Action::Enter => return Some(self.enter(state)),
            _ => {}
        }
        let (id, width) = (self.focus, self.value_width);
        let draft = state.document.as_ref()?.draft();
        let Some(editor) = &mut self.editor else { return self.pick(action, draft, state) };
        match action {
            Action::Left => editor.left(),
            Action::Right => editor.right(),
            Action::WordLeft => editor.word_left(),
            Action::WordRight => editor.word_right(),
            Action::Start => editor.home(),
            Action::End => editor.end(),
            Action::SelectAll => editor.select_all(),
            Action::Now => *editor = LineEdit::new(moment::stored(state.now.with_nanosecond(0).unwrap_or(state.now))),
            Action::Up if !editor.up(width) => return Some(self.step(false, state)),
            Action::Down if !editor.down(width) => return Some(self.step(true, state)),
            Action::Up | Action::Down => {}
            Action::Backspace => editor.backspace(),
            Action::Delete => editor.delete(),
            Action::KillWord => editor.kill_word(),
            Action::KillToStart => editor.kill_to_start(),
            Action::KillToEnd => editor.kill_to_end(),
            Action::Undo if editor.undo() => {}
            Action::Redo if editor.redo() => {}
            _ => return None,
        }
        let changed = editor.text() != draft.text(id);
        self.edited |= changed;
        Some(if changed { vec![Command::Edit(id, Some(editor.text().into()))] } else { Vec::new() })
    }

    /// Keys of fields that are not typed into.
    fn pick(&self, action: Action, draft: &Draft, state: &State) -> Option<Vec<Command>> {
        let id = self.focus;
        match (id.field().kind, action) {
            (Kind::Flag(_), Action::Toggle | Action::Left | Action::Right) => {
                Some(vec![Command::Edit(id, draft.toggled(id).map(Value::Flag))])
            }
            (Kind::Flag(_), _) => None,
            (_, Action::Backspace | Action::Delete) => Some(vec![Command::Edit(id, None)]),
            (_, Action::Toggle) => Some(open_with(id, draft, state).map(Command::Show).into_iter().collect()),
            _ => None,
        }
    }

    fn step(&mut self, forwards: bool, state: &State) -> Vec<Command> {
        let Some(document) = &state.document else { return Vec::new() };
        let fields = listed(document, self.section);
        let here = fields.iter().position(|id| *id == self.focus);
        let next = match (here, forwards) {
            (Some(index), true) => fields.get(index + 1),
            (Some(index), false) => index.checked_sub(1).and_then(|index| fields.get(index)),
            (None, _) => fields.first(),
        };
        let mut commands = vec![Command::Leave(self.focus)];
        match next {
            Some(id) => {
                self.focus = *id;
                self.editor = None;
                self.edited = false;
            }
            // The last field leads to the next step, the first back to the end of the one before.
            None if forwards => commands.push(Command::Step(Step::Form(self.section).shifted(1))),
            None => {
                let before = Step::Form(self.section).shifted(-1);
                if let (Step::Form(section), true) = (before, before != Step::Form(self.section)) {
                    commands.extend(listed(document, section).last().copied().map(Command::GoTo));
                }
            }
        }
        commands
    }

    fn enter(&mut self, state: &State) -> Vec<Command> {
        let dialog = state.document.as_ref().and_then(|document| open_with(self.focus, document.draft(), state));
        match dialog {
            // Opening a picker is no leaving: a field nobody has filled in stays neutral.
            Some(dialog) if self.edited => vec![Command::Leave(self.focus), Command::Show(dialog)],
            Some(dialog) => vec![Command::Show(dialog)],
            None => self.step(true, state),
        }
    }

    fn insert(&mut self, text: &str, state: &State) -> Vec<Command> {
        let id = self.focus;
        let Some(editor) = &mut self.editor else { return Vec::new() };
        if !live::has_room(editor.text(), text) {
            let text = words::TOO_LONG.with(state.lang, &[("count", &text.chars().count())]);
            return vec![notice(text, Role::Error)];
        }
        let mut tried = editor.clone();
        tried.insert(&live::folded(id, text));
        if id == FieldId::AppId && appid::looks_like(tried.text()) == Some(appid::LooksLike::Secret) {
            return vec![notice(words::SECRET.in_lang(state.lang).to_owned(), Role::Error)];
        }
        *editor = tried;
        self.edited = true;
        vec![Command::Edit(id, Some(editor.text().into()))]
    }

    fn paste(&mut self, text: &str, state: &State) -> Vec<Command> {
        let id = self.focus;
        let draft = state.document.as_ref().map(crate::tui::document::Document::draft);
        match id.field().kind {
            Kind::Picture => self.insert_path(&dropped(text), state),
            Kind::Pictures(most) | Kind::Videos(most) => {
                let mut paths: Vec<String> =
                    draft.map(|draft| draft.paths(id).into_iter().map(str::to_owned).collect()).unwrap_or_default();
                if paths.len() >= most {
                    return vec![notice(words::LIST_FULL.with(state.lang, &[("most", &most)]), Role::Warning)];
                }
                if !live::has_room("", text) {
                    return vec![notice(words::TOO_LONG.with(state.lang, &[("count", &text.chars().count())]), Role::Error)];
                }
                paths.push(near(&dropped(text), state));
                vec![Command::Edit(id, Some(Value::Paths(paths)))]
            }
            _ if self.editor.is_some() && live::has_room("", text) => {
                let (line, cleaned) = one_line(text);
                let mut commands = self.insert(&line, state);
                if cleaned && commands.iter().any(|command| matches!(command, Command::Edit(..))) {
                    commands.push(notice(words::CLEANED.in_lang(state.lang).to_owned(), Role::Muted));
                }
                commands
            }
            _ => self.insert(text, state),
        }
    }

    /// A dropped file replaces what stood in the field: nobody means to join two paths.
    fn insert_path(&mut self, path: &str, state: &State) -> Vec<Command> {
        if !live::has_room("", path) {
            return self.insert(path, state);
        }
        if let Some(editor) = &mut self.editor {
            editor.select_all();
        }
        self.insert(&near(path, state), state)
    }

    fn focused(&self) -> Focused<'_> {
        Focused { id: self.focus, editor: self.editor.as_ref(), edited: self.edited }
    }

    /// Draws itself.
    pub fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let Some(document) = &state.document else { return };
        let mut contexts = self.contexts(state);
        contexts.extend([Context::Document, Context::Global]);
        let areas = chrome::draw(canvas, state, &contexts, &self.help(state), true);
        chrome::stepper(canvas, state, areas.side, Step::Form(self.section));
        let beside = pane::width(state, self.section, areas.main.width);
        let main = Rect { width: areas.main.width - beside, ..areas.main };
        self.title(canvas, state, main, document, areas_without_side(areas.main, canvas));
        let form = layout(state, document, self.section, self.focused(), usize::from(main.width));
        let mut body = Rect::new(main.x, main.y + TITLE_ROWS, main.width, main.height.saturating_sub(TITLE_ROWS));
        if let Some(note) = note(state, document, self.section) {
            let rows = wrap(note, usize::from(body.width));
            for (row, line) in rows.iter().enumerate() {
                canvas.put(body.x, body.y + to_cells(row), body.width, line, Role::Muted);
            }
            let taken = to_cells(rows.len() + 1).min(body.height);
            body = Rect::new(body.x, body.y + taken, body.width, body.height - taken);
        }
        self.body(canvas, state, &form, body, active);
        if beside > 0 && active {
            let width = beside.saturating_sub(pane::GAP);
            let x = areas.main.right() - width;
            let height = areas.main.height.saturating_sub(TITLE_ROWS);
            pane::draw(canvas, state, self.focus, Rect::new(x, areas.main.y + TITLE_ROWS, width, height));
        }
    }

    /// The picture it wants to show.
    #[must_use]
    pub fn look(&self, state: &State) -> Option<Look> {
        pane::look(state, self.section, self.focus, chrome::main_width(state))
    }

    fn title(&self, canvas: &mut Canvas<'_>, state: &State, area: Rect, document: &Document, alone: bool) {
        let step = Step::Form(self.section);
        let count = progress::of_section(document.draft(), self.section);
        // The list of materials counts those of all steps.
        let (done, total) = match self.section {
            Section::Materials => document.materials().count(),
            _ => (count.done, count.total),
        };
        let count = if total == 0 { String::new() } else { format!("{done} / {total}") };
        let mut title = chrome::step_name(step, state).to_owned();
        if alone {
            title = format!("{} / {}  {title}", step.index() + 1, Step::ALL.len());
        }
        let left = canvas.put_right(area.right(), area.y, 12, &count, Role::Muted);
        canvas.put(area.x, area.y, left.saturating_sub(area.x + 1), &title, Role::Title);
    }

    fn help(&self, state: &State) -> String {
        let help = self.focus.help().in_lang(state.lang);
        // A picker shows what there is; an example helps where one types.
        let example = if self.editor.is_some() { self.focus.example() } else { "" };
        let example = if example.is_empty() { String::new() } else { words::EXAMPLE.with(state.lang, &[("example", &example)]) };
        let gap = if state.lang == crate::locale::Lang::En && !example.is_empty() { " " } else { "" };
        format!("{help}{gap}{example}")
    }

    fn body(&self, canvas: &mut Canvas<'_>, state: &State, form: &Layout, area: Rect, active: bool) {
        let heights: Vec<usize> = form.blocks.iter().map(|block| block.height()).collect();
        let tail = form.tail.as_deref().map(|tail| wrap(tail, usize::from(area.width))).unwrap_or_default();
        let tail: Vec<String> = if tail.is_empty() { tail } else { std::iter::once(String::new()).chain(tail).collect() };
        let total: usize = heights.iter().sum::<usize>() + tail.len();
        // What goes on below is said in a row of its own.
        let full = area;
        let area = Rect { height: area.height - u16::from(total > usize::from(area.height) && area.height > 1), ..area };
        let index = form.blocks.iter().position(|block| block.id == self.focus).unwrap_or_default();
        let top: usize = heights.iter().take(index).sum();
        let skipped =
            scroll(top, heights.get(index).copied().unwrap_or(1), total, usize::from(area.height), caret_row(form, index));
        let mut row = 0;
        for block in &form.blocks {
            self.block(canvas, form, block, area, row, skipped, active);
            row += block.height();
        }
        for (n, line) in tail.iter().enumerate() {
            if let Some(y) = (row + n).checked_sub(skipped).filter(|y| *y < usize::from(area.height)) {
                canvas.put(area.x, area.y + to_cells(y), area.width, line, Role::Muted);
            }
        }
        let muted = Role::Muted;
        if skipped > 0 {
            canvas.put_right(area.right(), area.y.saturating_sub(1), 16, words::MORE_ABOVE.in_lang(state.lang), muted);
        }
        if total > skipped + usize::from(area.height) {
            let height = heights.get(index).copied().unwrap_or_default();
            let cut = top + height > skipped + usize::from(area.height);
            let key = keymap::key_for(&[Context::Global], Action::Help).filter(|_| cut).map(|key| key.to_string());
            let text = match key {
                // Moving on leaves the field: the rest of what is said under it stands in the help.
                Some(key) => words::MORE_IN_HELP.with(state.lang, &[("key", &key)]),
                None => words::MORE_BELOW.in_lang(state.lang).to_owned(),
            };
            canvas.put_right(full.right(), full.bottom().saturating_sub(1), full.width, &text, muted);
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn block(
        &self,
        canvas: &mut Canvas<'_>,
        form: &Layout,
        block: &crate::tui::form::Block,
        area: Rect,
        first: usize,
        skipped: usize,
        active: bool,
    ) {
        let focused = block.id == self.focus;
        for (row, head) in block.head.iter().enumerate() {
            if let Some(y) = (first + row).checked_sub(skipped).filter(|y| *y < usize::from(area.height)) {
                canvas.put(area.x, area.y + to_cells(y), area.width, head, Role::Muted);
            }
        }
        let first = first + block.head.len();
        let at = |row: usize| {
            let y = (first + row).checked_sub(skipped)?;
            (y < usize::from(area.height)).then(|| area.y + to_cells(y))
        };
        let value_x = area.x + to_cells(form.label_width);
        let value_width = to_cells(block.width);
        if let Some(y) = at(0) {
            let (mark, role) = &block.mark;
            canvas.put_right(area.right(), y, area.width / 3, mark, *role);
        }
        for (row, label) in block.labels.iter().enumerate() {
            if let Some(y) = at(row) {
                let role = if focused { Role::Focus } else { Role::Muted };
                canvas.put(area.x, y, to_cells(form.label_width.saturating_sub(1)), label, role);
            }
        }
        for (row, text) in block.values.iter().enumerate() {
            let Some(y) = at(row) else { continue };
            canvas.put(value_x, y, value_width, text, block.role);
            if focused && self.editor.is_none() {
                let shown = crate::text::width::cells(text).max(1);
                canvas.paint(Rect::new(value_x, y, to_cells(shown).min(value_width), 1), Role::Selected);
            }
            if focused && self.editor.as_ref().is_some_and(LineEdit::is_selected) {
                let shown = crate::text::width::cells(text);
                canvas.paint(Rect::new(value_x, y, to_cells(shown).min(value_width), 1), Role::Marked);
            }
        }
        if focused && block.more.0 {
            canvas.put(value_x.saturating_sub(1), at(0).unwrap_or(area.y), 1, "<", Role::Accent);
        }
        if focused && block.more.1 {
            canvas.put(value_x + value_width, at(0).unwrap_or(area.y), 1, ">", Role::Accent);
        }
        for (row, (role, text)) in block.below.iter().enumerate() {
            if let Some(y) = at(block.rows() + row) {
                let x = area.x + to_cells(form.indent);
                canvas.put(x, y, area.right().saturating_sub(x), text, *role);
            }
        }
        if let (true, true, Some((row, column))) = (focused, active, block.caret)
            && let Some(y) = at(row)
        {
            canvas.set_cursor(value_x + to_cells(column), y);
        }
    }
}

/// Whether there was no room for the stepper, so that the title must say which step this is.
fn areas_without_side(main: Rect, canvas: &Canvas<'_>) -> bool {
    main.width + 8 > canvas.area().width
}

fn caret_row(form: &Layout, index: usize) -> usize {
    form.blocks.get(index).map_or(0, |block| block.head.len() + block.caret.map_or(0, |(row, _)| row))
}

/// Rows to skip so that the focused block stands in the middle, and its caret on the screen where the block is higher than that.
fn scroll(top: usize, height: usize, total: usize, room: usize, caret: usize) -> usize {
    let middle = (top + height.min(room) / 2).saturating_sub(room / 2).min(total.saturating_sub(room));
    let caret = top + caret;
    if caret < middle {
        caret
    } else if caret >= middle + room {
        (caret + 1).saturating_sub(room)
    } else {
        middle
    }
}

/// Whether an empty field is where one goes on. Among the materials, what a province asks for counts as well.
fn is_missing(need: Need, section: Section) -> bool {
    need == Need::Required || need == Need::Expected && section == Section::Materials
}

/// The path as it is written in the draft: relative to the draft's folder where it lies near it.
fn near(path: &str, state: &State) -> String {
    let folder = state.document.as_ref().and_then(|document| document.path.parent());
    let written = std::path::Path::new(path);
    match folder {
        Some(folder) if written.is_absolute() => crate::scan::relative_to(folder, written).unwrap_or_else(|| path.to_owned()),
        _ => path.to_owned(),
    }
}

fn open_with(id: FieldId, draft: &Draft, state: &State) -> Option<Dialog> {
    use crate::filing::field::List;
    Some(match id.field().kind {
        Kind::Choice(_) => Dialog::Choose(dialog::choose::Choose::new(id, state)),
        Kind::Choices(List::ServiceContents) => Dialog::Contents(dialog::contents::Contents::new(id, state)),
        Kind::Region => Dialog::Region(dialog::region::Region::new(id, state)),
        Kind::Date(_) => Dialog::Calendar(dialog::calendar::Calendar::new(id, state)),
        Kind::Picture => Dialog::Files(dialog::files::Files::new(dialog::files::Target::Field(id), state)),
        Kind::Pictures(1) | Kind::Videos(1) if draft.paths(id).is_empty() => {
            Dialog::Files(dialog::files::Files::new(dialog::files::Target::Add(id), state))
        }
        Kind::Pictures(_) | Kind::Videos(_) => Dialog::Paths(dialog::paths::Paths::new(id, state)),
        Kind::Approvals => Dialog::Approvals(dialog::approvals::Approvals::new(state)),
        Kind::Choices(_) | Kind::Flag(_) | Kind::Text(_) | Kind::Time => return None,
    })
}

fn notice(text: String, role: Role) -> Command {
    Command::Notice(Notice { role, text })
}

/// Whether an action would change the focused field.
fn is_edit(action: Action) -> bool {
    matches!(
        action,
        Action::Toggle
            | Action::Now
            | Action::Backspace
            | Action::Delete
            | Action::KillWord
            | Action::KillToStart
            | Action::KillToEnd
    )
}

/// Whether an action only moves; those work in a draft that may only be read.
fn is_motion(action: Action) -> bool {
    matches!(
        action,
        Action::Next | Action::Previous | Action::Left | Action::Right | Action::Up | Action::Down | Action::Start | Action::End
    )
}
