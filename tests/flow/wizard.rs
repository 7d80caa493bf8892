//! A wizard to press keys in, with the world around it in memory and its screen as text.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use beian::drafts::codec;
use beian::drafts::unfinished::Unfinished;
use beian::filing::event::Moment;
use beian::filing::{Draft, FieldId, Kind, Section};
use beian::locale::{Lang, Text};
use beian::text::width::cells;
use beian::tui::app::{App, Start};
use beian::tui::document::Document;
use beian::tui::effect::{Answer, Message, Request};
use beian::tui::event::{Event, Key};
use beian::tui::keymap::Context;
use beian::tui::state::{State, UsualFolders};
use chrono::{NaiveDate, TimeDelta};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::world::World;

/// Where the draft lies that tests open.
pub const PATH: &str = "/home/li/drafts/a.toml";
/// When the tests begin.
pub const NOW: &str = "2026-11-23T10:42:33+08:00";
/// Both languages.
pub const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// One of the examples that come with the program.
pub fn example(name: &str) -> Draft {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example").join(name).with_extension("toml");
    codec::parse(&std::fs::read_to_string(path).unwrap()).unwrap().draft().clone()
}

/// How a wizard starts.
#[derive(Debug, Clone)]
pub struct Setup {
    lang: Lang,
    colour: bool,
    size: (u16, u16),
    drafts: Vec<(String, Draft)>,
    folders: UsualFolders,
    open: bool,
    unfinished: BTreeMap<PathBuf, Unfinished>,
    today: Option<NaiveDate>,
}

impl Setup {
    /// Chinese, 80x24, in colour, at the list of drafts.
    pub fn new() -> Self {
        Self {
            lang: Lang::Zh,
            colour: true,
            size: (80, 24),
            drafts: Vec::new(),
            folders: UsualFolders::default(),
            open: false,
            unfinished: BTreeMap::new(),
            today: None,
        }
    }

    /// Checking as of this day, as `--today` has it.
    pub fn checked_on(self, day: &str) -> Self {
        Self { today: Some(day.parse().unwrap()), ..self }
    }

    pub fn lang(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    pub fn without_colour(self) -> Self {
        Self { colour: false, ..self }
    }

    /// With these folders beside that of the drafts.
    pub fn folders(self, folders: UsualFolders) -> Self {
        Self { folders, ..self }
    }

    pub fn sized(self, columns: u16, rows: u16) -> Self {
        Self { size: (columns, rows), ..self }
    }

    /// With a draft in the list.
    pub fn with(mut self, path: &str, draft: Draft) -> Self {
        self.drafts.push((path.to_owned(), draft));
        self
    }

    /// With this draft open.
    pub fn open(self, draft: Draft) -> Self {
        Self { open: true, ..self.with(PATH, draft) }
    }

    /// With what was typed in dialogs of an earlier session.
    pub fn unfinished(self, unfinished: BTreeMap<PathBuf, Unfinished>) -> Self {
        Self { unfinished, ..self }
    }

    pub fn start(self) -> Wizard {
        let now = Moment::parse_from_rfc3339(NOW).unwrap();
        let (app, effects) = App::new(Start {
            lang: self.lang,
            colour: self.colour,
            folder: "/home/li/drafts".into(),
            home: Some("/home/li".into()),
            usual_folders: self.folders,
            now,
            today: self.today,
            open: self.open.then(|| PATH.into()),
            size: self.size,
        });
        let mut world = World::default();
        world.unfinished = self.unfinished;
        for (path, draft) in self.drafts {
            world.put(path, draft);
        }
        let mut wizard = Wizard { app, world, pressed: 0, now, size: self.size };
        wizard.carry_out(effects);
        wizard
    }
}

/// The wizard.
#[derive(Debug)]
pub struct Wizard {
    pub app: App,
    pub world: World,
    /// Keys pressed so far; a paste is one.
    pub pressed: usize,
    now: Moment,
    size: (u16, u16),
}

impl Wizard {
    /// An empty filing of an enterprise, open.
    pub fn enterprise() -> Self {
        Setup::new().open(Draft::new(4)).start()
    }

    /// The complete example of a company, open.
    pub fn company() -> Self {
        Setup::new().open(example("company")).start()
    }

    fn carry_out(&mut self, requests: Vec<Request>) {
        let mut queue: VecDeque<Request> = requests.into();
        let mut turns = 0;
        while let Some(request) = queue.pop_front() {
            turns += 1;
            assert!(turns < 1_000, "effects without end: {request:?}");
            for answer in self.world.answer(&request, self.now) {
                queue.extend(self.app.update(Event::Done(Box::new(answer))));
            }
        }
    }

    /// Something happens.
    pub fn event(&mut self, event: Event) -> &mut Self {
        self.app.set_time(self.now);
        self.pressed += usize::from(matches!(event, Event::Key(_) | Event::Paste(_)));
        let effects = self.app.update(event);
        self.carry_out(effects);
        self
    }

    /// A worker says something about the open draft.
    pub fn told(&mut self, message: Message) -> &mut Self {
        let ticket = self.app.ticket();
        self.event(Event::Done(Box::new(Answer { ticket, message })))
    }

    /// Presses keys, written as words with blanks between them; `Tab*3` presses three times.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            let (name, times) = word.split_once('*').map_or((word, 1), |(name, times)| (name, times.parse().unwrap()));
            let key = Key::parse(name).unwrap_or_else(|| panic!("no key is called {name}"));
            for _ in 0..times {
                self.now += TimeDelta::milliseconds(20);
                self.event(Event::Key(key));
            }
        }
        self
    }

    /// Types.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.now += TimeDelta::milliseconds(20);
            self.event(Event::Key(Key::plain(beian::tui::event::Code::Char(c))));
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()))
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.event(Event::Resize(columns, rows))
    }

    /// Time goes by, with its ticks.
    pub fn wait(&mut self, milliseconds: i64) -> &mut Self {
        for _ in 0..milliseconds.div_euclid(100) {
            self.now += TimeDelta::milliseconds(100);
            self.event(Event::Tick);
        }
        self
    }

    /// So many minutes go by unwatched.
    pub fn later(&mut self, minutes: i64) -> &mut Self {
        self.now += TimeDelta::minutes(minutes);
        self.event(Event::Tick)
    }

    /// A slow disk is done.
    pub fn release(&mut self) -> &mut Self {
        self.release_each(|_| {})
    }

    /// A slow disk is done; after each of its answers the wizard is looked at.
    pub fn release_each(&mut self, mut look: impl FnMut(&Self)) -> &mut Self {
        for answer in self.world.release(self.now) {
            self.event(Event::Done(Box::new(answer)));
            look(self);
        }
        self
    }

    /// Goes to a field as a person does: by searching its path.
    pub fn go(&mut self, id: FieldId) -> &mut Self {
        self.keys("Ctrl+F").paste(id.path()).keys("Enter");
        assert!(!self.has_dialog(), "{} was not found", id.path());
        self
    }

    pub fn state(&self) -> &State {
        self.app.state()
    }

    pub fn lang(&self) -> Lang {
        self.state().lang
    }

    pub fn document(&self) -> &Document {
        self.state().document.as_ref().expect("a draft is open")
    }

    pub fn draft(&self) -> &Draft {
        self.document().draft()
    }

    /// What the field holds, as text.
    pub fn value(&self, id: FieldId) -> &str {
        self.draft().text(id)
    }

    /// Whether a dialog lies on top. The screen of a new filing looks keys up as dialogs do, and is none.
    pub fn has_dialog(&self) -> bool {
        let contexts = self.app.contexts();
        let is_new = [Context::LongText, Context::Text, Context::Form, Context::Dialog];
        contexts.contains(&Context::Dialog) && !contexts.starts_with(&is_new)
    }

    /// Draws.
    pub fn look(&self) -> Picture {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let backend = terminal.backend();
        let cursor = backend.cursor_visible().then(|| (backend.cursor_position().x, backend.cursor_position().y));
        Picture { buffer: backend.buffer().clone(), cursor }
    }

    /// The screen as text.
    pub fn screen(&self) -> String {
        self.look().text()
    }

    /// Whether this sentence stands on the screen, wrapped or not.
    pub fn says(&self, text: &str) -> bool {
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        squeezed(&self.screen()).contains(&squeezed(text))
    }

    pub fn must_say(&self, text: Text) -> &Self {
        let text = text.in_lang(self.lang());
        // What stands before the first blank that is filled.
        let start = text.split('{').next().unwrap();
        assert!(start.chars().count() > 2 || start == text, "{text:?} says too little to be looked for");
        assert!(self.says(start), "{text:?} is not on the screen:\n{}", self.screen());
        self
    }

    /// The focused field: the one whose label is drawn bold on the form that is shown.
    pub fn focus(&self) -> Option<FieldId> {
        let bold = self.look().runs(Modifier::BOLD);
        let lang = self.lang();
        let on = |section: Section| bold.iter().any(|(row, text)| *row == 2 && text.trim() == section.label().in_lang(lang));
        let gathered = on(Section::Materials);
        self.draft().asked().filter(|id| gathered || on(id.field().section)).find(|id| {
            let label = if gathered { id.gathered_label() } else { id.label() }.in_lang(lang);
            bold.iter().any(|(row, text)| *row > 2 && text.trim() == label)
        })
    }

    /// Whether the step that gathers the materials is shown.
    pub fn shows_materials(&self) -> bool {
        let title = Section::Materials.label().in_lang(self.lang());
        self.look().runs(Modifier::BOLD).iter().any(|(row, text)| *row == 2 && text.trim() == title)
    }
}

/// A drawn screen.
#[derive(Debug)]
pub struct Picture {
    pub buffer: Buffer,
    /// The real cursor, where it is shown.
    pub cursor: Option<(u16, u16)>,
}

impl Picture {
    /// The glyphs of a row with the columns they begin in.
    pub fn glyphs(&self, y: u16) -> Vec<(u16, &str)> {
        let mut glyphs = Vec::new();
        let mut x = 0;
        while x < self.buffer.area.width {
            let symbol = self.buffer[(x, y)].symbol();
            glyphs.push((x, symbol));
            x += u16::try_from(cells(symbol).max(1)).unwrap();
        }
        glyphs
    }

    /// A row, without the blanks at its end.
    pub fn row(&self, y: u16) -> String {
        self.glyphs(y).into_iter().map(|(_, symbol)| symbol).collect::<String>().trim_end().to_owned()
    }

    /// All rows.
    pub fn text(&self) -> String {
        (0..self.buffer.area.height).map(|y| self.row(y) + "\n").collect()
    }

    /// The glyph that ends where this column begins.
    pub fn left_of(&self, (x, y): (u16, u16)) -> Option<&str> {
        let ends = |(start, symbol): &(u16, &str)| usize::from(*start) + cells(symbol).max(1) == usize::from(x);
        self.glyphs(y).into_iter().find(ends).map(|(_, symbol)| symbol)
    }

    /// The glyph that begins in this column.
    pub fn at(&self, (x, y): (u16, u16)) -> Option<&str> {
        self.glyphs(y).into_iter().find(|(start, _)| *start == x).map(|(_, symbol)| symbol)
    }

    /// Stretches of cells with this modifier: row and text.
    pub fn runs(&self, modifier: Modifier) -> Vec<(u16, String)> {
        let mut runs: Vec<(u16, String)> = Vec::new();
        for y in 0..self.buffer.area.height {
            let mut inside = false;
            for (x, symbol) in self.glyphs(y) {
                let has = self.buffer[(x, y)].modifier.contains(modifier);
                match (has, inside, runs.last_mut()) {
                    (true, true, Some((_, text))) => text.push_str(symbol),
                    (true, ..) => runs.push((y, symbol.to_owned())),
                    _ => {}
                }
                inside = has;
            }
        }
        runs
    }
}

/// Fields one types into.
pub fn typed(draft: &Draft) -> Vec<FieldId> {
    let is_form = |id: &FieldId| id.field().section != Section::Questions;
    draft.asked().filter(|id| id.field().kind.is_typed() && is_form(id)).collect()
}

/// Fields of the forms that open something.
pub fn picked(draft: &Draft) -> Vec<FieldId> {
    let opens =
        |kind: Kind| (!kind.is_typed() && !matches!(kind, Kind::Flag(_))) || matches!(kind, Kind::Date(_) | Kind::Picture);
    draft.asked().filter(|id| opens(id.field().kind) && id.field().section != Section::Questions).collect()
}
