//! One form of the wizard: a step of four, or the materials.

mod draw;
mod pasted;

use crate::filing::field::TextKind;
use crate::filing::reuse::is_section_on_record;
use crate::filing::{Draft, FieldId, Kind, Need, Section, Value};
use crate::identifiers::{appid, moment};
use crate::locale::tui::{common, form as words};
use crate::rules::{Severity, without_repeated_region};
use crate::text::clean::made_one_line;
use crate::text::edit::LineEdit;
use crate::text::path::dropped;
use crate::text::wrap::wrap;
use crate::tui::chrome;
use crate::tui::document::{Document, Saved};
use crate::tui::form::{Focused, layout, listed, live, note, pane, width_of};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::picture::PreviewRequest;
use crate::tui::question::{Question, Target};
use crate::tui::route::{Route, Step};
use crate::tui::screen::Screen;
use crate::tui::state::{Begin, Command, Input, Notice, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::text_box;
use crate::tui::widget::theme::Role;
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
            Action::Now => *editor = LineEdit::new(moment::stored(state.now.with_nanosecond(0).unwrap_or(state.now))),
            Action::Up if !editor.up(width) => return Some(self.step(false, state)),
            Action::Down if !editor.down(width) => return Some(self.step(true, state)),
            Action::Up | Action::Down => {}
            Action::Undo if editor.undo() => {}
            Action::Redo if editor.redo() => {}
            _ if text_box::act(editor, action) => {}
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
            (Kind::Flag(_), Action::Toggle) => Some(vec![Command::Edit(id, draft.next_answer(id).map(Value::Flag))]),
            (Kind::Flag(_), Action::Left | Action::Right) => {
                Some(vec![Command::Edit(id, Some(Value::Flag(action == Action::Left)))])
            }
            (Kind::Flag(_), Action::Yes | Action::No) => {
                Some(vec![Command::Edit(id, Some(Value::Flag(action == Action::Yes))), Command::GoOn(id)])
            }
            (Kind::Flag(_), _) => None,
            (_, Action::Delete) if draft.get(id).is_some() => {
                let key = keymap::key_for(&[Context::Document], Action::Undo).map(|key| key.to_string()).unwrap_or_default();
                let field = id.label().in_lang(state.lang);
                let text = common::EMPTIED.with(state.lang, &[("field", &field), ("key", &key)]);
                Some(vec![Command::Edit(id, None), notice(text, Role::Muted)])
            }
            (_, Action::Delete) => Some(Vec::new()),
            (_, Action::Toggle) => Some(question(id, draft).map(Command::Ask).into_iter().collect()),
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
        // What is wrong with the last field is seen before the step is left: it stays in sight once.
        if next.is_none() && forwards && !document.is_touched(self.focus) && warns(document, self.focus) {
            return commands;
        }
        match next {
            Some(id) => {
                self.focus = *id;
                self.editor = None;
                self.edited = false;
            }
            // The last field leads to the next step, the first back to the end of the one before.
            None if forwards => commands.push(Command::Go(Route::Step(Step::Form(self.section).shifted(state.filing_kind(), 1)))),
            None => {
                let before = Step::Form(self.section).shifted(state.filing_kind(), -1);
                if let (Step::Form(section), true) = (before, before != Step::Form(self.section)) {
                    commands.extend(listed(document, section).last().copied().map(|id| Command::Go(Route::Field(id))));
                }
            }
        }
        commands
    }

    fn enter(&mut self, state: &State) -> Vec<Command> {
        let question = state.document.as_ref().and_then(|document| question(self.focus, document.draft()));
        match question {
            // What was typed is an answer, and moves on as in every other field.
            Some(_) if self.edited && self.editor.as_ref().is_some_and(|editor| !editor.text().trim().is_empty()) => {
                self.step(true, state)
            }
            // Opening a picker is no leaving: a field nobody has filled in stays neutral.
            Some(question) if self.edited => vec![Command::Leave(self.focus), Command::Ask(question)],
            Some(question) => vec![Command::Ask(question)],
            None => self.step(true, state),
        }
    }

    fn insert(&mut self, text: &str, state: &State) -> Vec<Command> {
        self.put(text, LineEdit::insert, state)
    }

    fn put(&mut self, text: &str, put: fn(&mut LineEdit, &str) -> bool, state: &State) -> Vec<Command> {
        let id = self.focus;
        let Some(editor) = &mut self.editor else { return Vec::new() };
        if !live::has_room(editor.text(), text) {
            let text = words::TOO_LONG.with(state.lang, &[("count", &text.chars().count())]);
            return vec![notice(text, Role::Error)];
        }
        let mut tried = editor.clone();
        let is_cleaned = put(&mut tried, &live::folded(id, text));
        if id == FieldId::AppId && appid::looks_like(tried.text()) == Some(appid::LooksLike::Secret) {
            return vec![notice(words::SECRET.in_lang(state.lang).to_owned(), Role::Error)];
        }
        *editor = tried;
        self.edited = true;
        let mut commands = vec![Command::Edit(id, Some(editor.text().into()))];
        if is_cleaned {
            commands.push(notice(words::LEFT_OUT.in_lang(state.lang).to_owned(), Role::Muted));
        }
        commands
    }

    fn paste(&mut self, text: &str, state: &State) -> Vec<Command> {
        let id = self.focus;
        let draft = state.document.as_ref().map(crate::tui::document::Document::draft);
        match id.field().kind {
            Kind::Picture if live::has_room("", text) && !is_like_path(&dropped(text)) => {
                vec![notice(words::NO_PATH.in_lang(state.lang).to_owned(), Role::Warning)]
            }
            // Without an ending it may be a folder of scans.
            Kind::Picture if may_be_folder(&dropped(text)) => vec![Command::SortFolder(dropped(text), Begin::Open(id))],
            Kind::Picture => {
                let mut commands = self.insert_path(&dropped(text), state);
                // A file that was dropped is chosen: the next one may follow at once.
                if commands.iter().any(|command| matches!(command, Command::Edit(..))) {
                    commands.push(Command::GoOn(id));
                }
                commands
            }
            _ if self.editor.is_none()
                && draft.and_then(|draft| question(id, draft)).as_ref().is_some_and(Question::has_filter) =>
            {
                let question = draft.and_then(|draft| question(id, draft));
                question.map(|question| Command::AskFor(question, Input::Paste(text.to_owned()))).into_iter().collect()
            }
            Kind::Flag(_) => self.answer(text, state),
            Kind::Pictures(most) | Kind::Videos(most) => {
                let mut paths: Vec<String> =
                    draft.map(|draft| draft.paths(id).into_iter().map(str::to_owned).collect()).unwrap_or_default();
                if paths.len() >= most {
                    return vec![notice(words::LIST_FULL.with(state.lang, &[("most", &most)]), Role::Warning)];
                }
                if !live::has_room("", text) {
                    return vec![notice(words::TOO_LONG.with(state.lang, &[("count", &text.chars().count())]), Role::Error)];
                }
                paths.push(state.near(&dropped(text)));
                let is_full = paths.len() == most;
                let mut commands = vec![Command::Edit(id, Some(Value::Paths(paths)))];
                commands.extend(is_full.then_some(Command::GoOn(id)));
                commands
            }
            _ if self.editor.is_some() && live::has_room("", text) => {
                let (line, out) = made_one_line(text);
                if let Some((first, second)) = pasted::period_of(id, &line) {
                    self.select_all();
                    let mut commands: Vec<Command> =
                        second.map(|(id, day)| Command::Edit(id, Some(day.into()))).into_iter().collect();
                    commands.extend(self.insert(&first, state));
                    if commands.len() > 1 {
                        commands.push(notice(words::BOTH_ENDS.in_lang(state.lang).to_owned(), Role::Muted));
                    }
                    return commands;
                }
                let line = pasted::meant(id, line, state.today());
                if self.editor.as_ref().is_some_and(|editor| pasted::replaces(id, editor, &line)) {
                    self.select_all();
                }
                if let Some(rest) = self.without_region(&line, draft) {
                    let begins = line.trim().strip_suffix(rest).unwrap_or_default().trim_end();
                    let text = words::REGION_LEFT_OUT.with(state.lang, &[("region", &begins)]);
                    let mut commands = self.insert(rest, state);
                    commands.retain(|command| matches!(command, Command::Edit(..)));
                    commands.push(notice(text, Role::Muted));
                    return commands;
                }
                let mut commands = self.insert(&line, state);
                if let Some(said) = words::taken_out(state.lang, out)
                    && commands.iter().any(|command| matches!(command, Command::Edit(..)))
                {
                    commands.push(notice(said, Role::Muted));
                }
                commands
            }
            _ if self.editor.is_none() => vec![notice(words::NOT_TYPED.in_lang(state.lang).to_owned(), Role::Warning)],
            _ => self.insert(text, state),
        }
    }

    /// What is left of an address that is pasted whole into a field that leaves the region out, where that is the region chosen.
    fn without_region<'t>(&self, text: &'t str, draft: Option<&Draft>) -> Option<&'t str> {
        let is_whole = self.editor.as_ref().is_some_and(|editor| editor.text().is_empty() || editor.is_selected());
        let region = draft.filter(|_| is_whole)?.text(FieldId::SubjectRegion);
        without_repeated_region(self.focus, text, region)
    }

    /// Takes yes or no in words for the focused question, and goes on; says what is taken where it is neither.
    fn answer(&self, text: &str, state: &State) -> Vec<Command> {
        match live::yes_or_no(text) {
            Some(yes) => vec![Command::Edit(self.focus, Some(Value::Flag(yes))), Command::GoOn(self.focus)],
            None => vec![notice(words::YES_OR_NO.in_lang(state.lang).to_owned(), Role::Warning)],
        }
    }

    /// Whether a scan stands in the focused field that nobody has begun to edit.
    fn holds_picture(&self, document: &Document) -> bool {
        self.focus.field().kind == Kind::Picture && !self.edited && !document.draft().text(self.focus).is_empty()
    }

    /// A dropped file replaces what stood in the field: nobody means to join two paths.
    fn select_all(&mut self) {
        if let Some(editor) = &mut self.editor {
            editor.select_all();
        }
    }

    fn insert_path(&mut self, path: &str, state: &State) -> Vec<Command> {
        if !live::has_room("", path) {
            return self.insert(path, state);
        }
        self.select_all();
        self.insert(&state.near(path), state)
    }

    /// Cells of the form in a main area of so many.
    fn width(&self, state: &State, main: u16) -> u16 {
        main.saturating_sub(pane::width(state, self.focus, main)).min(pane::MOST_FORM)
    }

    fn focused(&self) -> Focused<'_> {
        Focused { id: self.focus, editor: self.editor.as_ref(), edited: self.edited }
    }
}

impl Screen for Form {
    fn focus(&self) -> Option<FieldId> {
        Some(self.focus)
    }

    fn selected(&self) -> Option<&str> {
        self.editor.as_ref().and_then(LineEdit::selection)
    }

    fn go_on(&mut self, state: &State) -> Vec<Command> {
        let Some(document) = &state.document else { return Vec::new() };
        // The last field stays in sight with what is found about it: leaving the step takes a key.
        let is_last = listed(document, self.section).last() == Some(&self.focus);
        if is_last { Vec::new() } else { self.step(true, state) }
    }

    fn set_focus(&mut self, id: FieldId, state: &State) {
        if self.lists(id, state) {
            self.focus = id;
            self.editor = None;
            self.edited = false;
            self.follow(state);
        }
    }

    fn lists(&self, id: FieldId, state: &State) -> bool {
        state.document.as_ref().is_some_and(|document| listed(document, self.section).contains(&id))
    }

    fn contexts(&self, state: &State) -> Vec<Context> {
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
        let picture = state.document.as_ref().is_some_and(|document| document.has_picture(self.focus));
        let picture = picture.then_some(Context::Picture);
        let letters = (self.section == Section::Materials).then_some(Context::Materials);
        let on_record = state.document.as_ref().is_some_and(|document| is_section_on_record(document.draft(), self.section));
        let on_record = on_record.then_some(Context::Filed);
        let special = unprepared.into_iter().chain(letters);
        special.chain(typed).chain(picture).chain(on_record).chain([Context::Form]).collect()
    }

    fn follow(&mut self, state: &State) {
        let Some(document) = &state.document else { return };
        let draft = document.draft();
        // Another kind of filing has other steps.
        if !Section::of_kind(draft.filing_kind()).contains(&self.section) {
            let sections = Section::of_kind(draft.filing_kind());
            let own = Some(draft.section_of(self.focus)).filter(|section| sections.contains(section));
            self.section = own.or(sections.first().copied()).unwrap_or(self.section);
        }
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
        let width = usize::from(self.width(state, chrome::main_width(state)));
        self.value_width = width_of(state, document, self.section, self.focus, width);
    }

    fn update(&mut self, input: &Input, state: &State) -> Option<Vec<Command>> {
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
            Input::Char(c) if matches!(self.focus.field().kind, Kind::Flag(_)) => Some(self.answer(&c.to_string(), state)),
            Input::Run(text) if matches!(self.focus.field().kind, Kind::Flag(_)) => Some(self.answer(text, state)),
            // On a field with a list, what is typed looks for an entry.
            Input::Char(_) if self.editor.is_none() => {
                let question = question(self.focus, document.draft()).filter(Question::has_filter);
                Some(question.map(|question| Command::AskFor(question, input.clone())).into_iter().collect())
            }
            // A letter that was meant for something else must not spoil a scan that was chosen.
            Input::Char(_) | Input::Run(_) if self.holds_picture(document) => {
                Some(vec![notice(words::HOLDS_PICTURE.in_lang(state.lang).to_owned(), Role::Warning)])
            }
            Input::Char(c) => Some(self.insert(&c.to_string(), state)),
            Input::Run(text) => Some(self.put(text, LineEdit::insert_run, state)),
            Input::Paste(text) => Some(self.paste(text, state)),
            Input::Action(action) => self.act(*action, state),
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let Some(document) = &state.document else { return };
        let contexts = self.all_contexts(state);
        let areas = chrome::draw_yielding(canvas, state, &contexts, &self.help(state), true);
        chrome::stepper(canvas, state, areas.side, Step::Form(self.section));
        let beside = pane::width(state, self.focus, areas.main.width);
        let main = Rect { width: self.width(state, areas.main.width), ..areas.main };
        self.title(canvas, state, main, document, chrome::is_without_stepper(state));
        let form = layout(state, document, self.section, self.focused(), usize::from(main.width));
        let mut body = Rect::new(main.x, main.y + TITLE_ROWS, main.width, main.height.saturating_sub(TITLE_ROWS));
        if let Some(note) = note(state, document, self.section) {
            let rows = wrap(&note, usize::from(body.width));
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

    fn wanted_preview(&self, state: &State) -> Option<PreviewRequest> {
        pane::look(state, self.focus, chrome::main_width(state))
    }

    fn typed(&self) -> Option<&LineEdit> {
        self.editor.as_ref()
    }

    fn route(&self) -> Option<Route> {
        Some(Route::Step(Step::Form(self.section)))
    }

    fn shows_draft(&self) -> bool {
        true
    }
}

/// Whether an empty field is where one goes on. Among the materials, what a province asks for counts as well.
fn is_missing(need: Need, section: Section) -> bool {
    need == Need::Required || need == Need::Expected && section == Section::Materials
}

/// What is asked where a field is not only typed into.
fn question(id: FieldId, draft: &Draft) -> Option<Question> {
    use crate::filing::field::List;
    Some(match id.field().kind {
        Kind::Choice(_) | Kind::Word(_) => Question::Choice(id),
        Kind::Choices(List::ServiceContents) => Question::Contents(id),
        Kind::Region => Question::Region(id),
        Kind::Date(_) => Question::Day(id),
        Kind::Picture => Question::File(Target::Field(id)),
        Kind::Pictures(1) | Kind::Videos(1) if draft.paths(id).is_empty() => Question::File(Target::Add(id)),
        Kind::Pictures(_) | Kind::Videos(_) => Question::Paths(id),
        Kind::Approvals => Question::Approvals,
        Kind::Choices(_) | Kind::Flag(_) | Kind::Text(_) | Kind::Time => return None,
    })
}

/// Whether a path may name a folder: it ends like one, or its name has no ending.
fn may_be_folder(path: &str) -> bool {
    let name = path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    !path.contains('\n') && (path.ends_with(['/', '\\']) || path.contains(['/', '\\']) && !name.contains('.'))
}

/// Whether a text can be meant as the path of a picture: it names a folder, or ends like a file.
fn is_like_path(text: &str) -> bool {
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    text.contains(['/', '\\']) || (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
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

/// Whether an error or a warning of a field that nobody stands by is to be seen.
fn warns(document: &Document, id: FieldId) -> bool {
    document.findings().iter().any(|finding| finding.field == id && finding.severity <= Severity::Warning && finding.counts())
}
