//! What the tests of the screens share: a wizard to press keys in, and its screen as text.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::filing::Draft;
use crate::filing::event::Moment;
use crate::locale::Lang;
use crate::text::width::cells;
use crate::tui::app::{App, Start};
use crate::tui::effect::{Answer, Effect, Message, Request, UserMessage};
use crate::tui::event::{Event, Key};
use crate::tui::state::UsualFolders;

/// Sizes every screen is looked at in.
pub(super) const SIZES: [(u16, u16); 3] = [(80, 24), (60, 16), (120, 36)];
pub(super) const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

pub(super) fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(super) fn app(lang: Lang, size: (u16, u16)) -> App {
    app_on(None, lang, size)
}

/// The same as of a day that was given by hand.
pub(super) fn app_on(today: Option<NaiveDate>, lang: Lang, size: (u16, u16)) -> App {
    let start = Start {
        lang,
        colour: false,
        folder: PathBuf::from("/home/li/drafts"),
        home: Some(PathBuf::from("/home/li")),
        usual_folders: UsualFolders::default(),
        now: at("2026-11-25T10:00:00+08:00"),
        today,
        open: None,
        size,
    };
    App::new(start).0
}

fn effects(requests: Vec<Request>) -> Vec<Effect> {
    requests.into_iter().map(|request| request.effect).collect()
}

pub(super) fn tell(app: &mut App, message: Message) -> Vec<Effect> {
    let ticket = app.ticket();
    effects(app.update(Event::Done(Box::new(Answer { ticket, message }))))
}

/// A wizard with this draft open.
pub(super) fn with_draft(lang: Lang, size: (u16, u16), draft: Draft, read_only: bool) -> App {
    let mut app = app(lang, size);
    open_draft(&mut app, draft, read_only);
    app
}

/// Opens a draft.
pub(super) fn open_draft(app: &mut App, draft: Draft, read_only: bool) {
    tell(
        app,
        Message::Opened {
            path: PathBuf::from("/home/li/drafts/a.toml"),
            folder: PathBuf::from("/home/li/drafts"),
            draft: Box::new(draft),
            unfinished: Default::default(),
            read_only: read_only.then(|| UserMessage { message: "read-only".into(), hint: String::new() }),
            strays: Vec::new(),
        },
    );
}

/// Presses keys, written as words with blanks between them.
pub(super) fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let pressed = keys.split_whitespace().map(|words| Key::parse(words).unwrap());
    pressed.flat_map(|key| effects(app.update(Event::Key(key)))).collect()
}

pub(super) fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    effects(app.update(Event::Paste(text.to_owned())))
}

/// The screen as text, row by row; and the cursor's place, if there is one.
pub(super) fn screen(app: &mut App, (columns, rows): (u16, u16)) -> String {
    app.update(Event::Resize(columns, rows));
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut out = String::new();
    for y in 0..rows {
        let (mut x, mut row) = (0, String::new());
        while x < columns {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(cells(symbol).max(1)).unwrap();
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

/// Draws from 1x1 to 100x40, every size around which something changes: nothing may panic.
pub(super) fn survives_every_size(app: &mut App) {
    for columns in 1..=100 {
        let rows: Vec<u16> = match columns {
            1 | 60 | 76 | 100 => (1..=40).collect(),
            _ if columns % 6 == 0 => vec![1, 16, 19, 20, 40],
            _ => vec![17],
        };
        for rows in rows {
            screen(app, (columns, rows));
        }
    }
}
