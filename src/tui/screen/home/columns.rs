//! The columns of the list of drafts: which of them there is room for, how wide each is, and what stands over them.

use ratatui::layout::Rect;

use super::Sort;
use super::row::{Rest, Row};
use crate::filing::Stage;
use crate::locale::stage::stage;
use crate::locale::tui::home as words;
use crate::locale::{Lang, Text};
use crate::text::width::{cells, without_middle};
use crate::tui::state::{ListColumn, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

/// Cells between two columns.
const GAP: u16 = 2;
/// A name gets at least so many cells; before it gets fewer, columns go.
const LEAST_NAME: u16 = 10;
/// So many cells of a name that is longer mostly tell it from others: before it gets fewer, less telling columns go.
const TELLING_NAME: u16 = 16;
/// The same of the name of a file, of which the end tells it from others.
const TELLING_FILE: u16 = 14;
/// The same of who files, whose name begins with a place that many share; and the least that says anything.
const TELLING_ENTITY: u16 = 20;
const LEAST_ENTITY: u16 = 12;
/// The same of a nature.
const TELLING_NATURE: u16 = 12;
/// What errors and warnings mostly take. Where there is room it is kept free, so that no column moves when drafts are checked or one
/// scrolls on.
const COUNTS: u16 = 8;
/// The widest text that is shown whole before columns go for it.
const MOST_TEXT: u16 = 32;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Name,
    Of(ListColumn),
}

/// How wide a column may be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Room {
    /// The least that says anything.
    least: u16,
    /// What mostly tells its texts from others.
    telling: u16,
    /// What it takes before less telling columns do.
    wanted: u16,
    /// The longest of its texts.
    whole: u16,
}

impl Room {
    /// That of texts which are never cut.
    const fn fixed(whole: u16) -> Self {
        Self { least: whole, telling: whole, wanted: whole, whole }
    }

    fn cut(whole: u16, least: u16, telling: u16) -> Self {
        Self { least: whole.min(least), telling: whole.min(telling), wanted: whole.min(MOST_TEXT), whole }
    }

    /// Room for either.
    fn and(self, other: Self) -> Self {
        Self {
            least: self.least.max(other.least),
            telling: self.telling.max(other.telling),
            wanted: self.wanted.max(other.wanted),
            whole: self.whole.max(other.whole),
        }
    }

    /// The same, with all of its heading.
    fn under(self, head: u16) -> Self {
        let [least, telling, wanted, whole] = [self.least, self.telling, self.wanted, self.whole].map(|room| room.max(head));
        Self { least, telling, wanted, whole }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Column {
    place: Place,
    room: Room,
    width: u16,
}

/// How wide the columns may be with all rows of a folder: what a filter leaves of them moves none.
#[derive(Debug, Clone, Default)]
pub(super) struct Rooms {
    rooms: Vec<(Place, Room)>,
    /// Some row has name and kind of another: its file tells what it is.
    file_tells: bool,
}

impl Rooms {
    /// Makes room for a row, too.
    pub(super) fn take_in(&mut self, row: &Row, lang: Lang) {
        self.file_tells |= row.file_tells;
        for place in std::iter::once(Place::Name).chain(ListColumn::ALL.map(Place::Of)) {
            let Some(room) = room(place, row, lang) else { continue };
            match self.rooms.iter_mut().find(|(known, _)| *known == place) {
                Some((_, known)) => *known = known.and(room),
                None => self.rooms.push((place, room)),
            }
        }
    }

    /// The width that a column may have; none where no row has anything for it.
    fn of(&self, place: Place) -> Option<Room> {
        self.rooms.iter().find(|(known, _)| *known == place).map(|(_, room)| *room)
    }

    /// What gives way, one after the other. The name of a file goes before anything else where the title tells as much.
    fn steps(&self) -> Vec<Step> {
        let mut steps = STEPS.to_vec();
        if !self.file_tells
            && let Some(at) = steps.iter().position(|(gone, _)| *gone == Some(FILE))
        {
            steps.remove(at);
            steps.insert(1, (Some(FILE), |room| room.wanted));
        }
        steps
    }
}

const FILE: Place = Place::Of(ListColumn::File);

/// What gives way so that the rest fits, one after the other: a column, or no more than the width that each of them is left with.
type Step = (Option<Place>, Measure);
/// One of the widths of a column.
type Measure = fn(Room) -> u16;

/// Whoever keeps hundreds of filings looks for what it is, whose it is and what is to be done: what tells less gives way first, as all of it
/// is told about the chosen draft at the foot of the screen. Names get shorter before what is seen once a draft is open goes, and that goes
/// before they are no longer readable. The counts stay whole, however little room there is.
const STEPS: [Step; 11] = [
    (None, |room| room.wanted),
    (Some(Place::Of(ListColumn::Region)), |room| room.wanted),
    (Some(Place::Of(ListColumn::Nature)), |room| room.wanted),
    (None, |room| room.telling),
    (Some(Place::Of(ListColumn::Changed)), |room| room.telling),
    (Some(Place::Of(ListColumn::Done)), |room| room.telling),
    (None, |room| room.least),
    (Some(Place::Of(ListColumn::Kind)), |room| room.least),
    (Some(Place::Of(ListColumn::Entity)), |room| room.least),
    (Some(FILE), |room| room.least),
    (Some(Place::Of(ListColumn::Stage)), |room| room.least),
];

/// To whom what is free goes: the names and who files until they tell, then the names until they are whole, and the short form of where
/// a filing stands last, as it says nearly the same. A name comes first: many drafts may be of one entity.
const GROWTH: [(Place, Measure); 10] = [
    (Place::Of(ListColumn::Problems), |room| room.wanted),
    (Place::Name, |room| room.telling),
    (Place::Of(ListColumn::Entity), |room| room.telling),
    (Place::Name, |room| room.wanted),
    (Place::Of(ListColumn::Entity), |room| room.wanted),
    (Place::Name, |room| room.whole),
    (Place::Of(ListColumn::Entity), |room| room.whole),
    (FILE, |room| room.whole),
    (Place::Of(ListColumn::Stage), |room| room.whole),
    (Place::Of(ListColumn::Nature), |room| room.whole),
];

/// The columns in view, from left to right, with their widths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    columns: Vec<Column>,
    /// Those that are wanted and have no room.
    gone: Vec<ListColumn>,
    sort: Sort,
}

impl Columns {
    /// The columns for which there is room in `width` cells. A file's name, where it tells nothing more, takes none from a text that is cut.
    pub(super) fn fitting(rooms: &Rooms, width: u16, sort: Sort, state: &State) -> Self {
        let columns = Self::among(rooms, width, sort, state, false);
        let cuts = columns.columns.iter().any(|column| column.place != FILE && column.width < column.room.whole);
        if !rooms.file_tells && columns.shows(FILE) && cuts { Self::among(rooms, width, sort, state, true) } else { columns }
    }

    fn among(rooms: &Rooms, width: u16, sort: Sort, state: &State, without_file: bool) -> Self {
        let places = std::iter::once(Place::Name).chain(ListColumn::ALL.map(Place::Of));
        let is_shown = |place: &Place| !matches!(place, Place::Of(column) if state.hidden_columns.contains(column));
        let all: Vec<Column> = places
            .filter(is_shown)
            .filter_map(|place| {
                let room = rooms.of(place)?.under(to_cells(cells(&heading(place, sort, state.lang).0)));
                Some(Column { place, room, width: room.wanted })
            })
            .collect();
        let mut columns = Self { columns: all.clone(), gone: Vec::new(), sort };
        columns.columns.retain(|column| !(without_file && column.place == FILE));
        let steps = rooms.steps();
        for &(gone, measure) in &steps {
            // The stage alone may be cut, where nothing else is left to go.
            let is_last = gone == Some(Place::Of(ListColumn::Stage));
            columns.columns.retain(|column| is_last || Some(column.place) != gone);
            for column in &mut columns.columns {
                column.width = measure(column.room);
            }
            if columns.taken() <= width {
                break;
            }
        }
        let over = columns.taken().saturating_sub(width);
        if let Some(stage) = columns.of(Place::Of(ListColumn::Stage)) {
            stage.width = stage.width.saturating_sub(over).max(1);
        }
        columns.grow(&all, &steps, width);
        columns.gone =
            all.iter().filter_map(|column| column.place.of_list()).filter(|column| !columns.shows(Place::Of(*column))).collect();
        columns
    }

    /// Gives what came free back: to texts that were cut, then to columns that went for them.
    fn grow(&mut self, all: &[Column], steps: &[Step], width: u16) {
        for (place, measure) in GROWTH {
            let spare = width.saturating_sub(self.taken());
            if let Some(column) = self.of(place) {
                column.width += measure(column.room).saturating_sub(column.width).min(spare);
            }
        }
        for gone in steps.iter().rev().filter_map(|(gone, _)| *gone) {
            let spare = width.saturating_sub(self.taken());
            let is_cut = self.columns.iter().any(|column| column.width < column.room.whole);
            let back = all.iter().find(|column| column.place == gone && column.room.whole + GAP <= spare);
            if let Some(back) = back.filter(|_| !is_cut && !self.shows(gone)) {
                let order = |column: &Column| all.iter().position(|other| other.place == column.place);
                let at = self.columns.iter().position(|column| order(column) > order(back)).unwrap_or(self.columns.len());
                self.columns.insert(at, Column { width: back.room.whole, ..*back });
            }
        }
    }

    /// The columns that are wanted and have no room.
    pub(super) fn into_gone(self) -> Vec<ListColumn> {
        self.gone
    }

    fn of(&mut self, place: Place) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| column.place == place)
    }

    fn shows(&self, place: Place) -> bool {
        self.columns.iter().any(|column| column.place == place)
    }

    /// Whether some text is not shown whole.
    #[cfg(test)]
    pub(super) fn cuts(&self) -> bool {
        self.columns.iter().any(|column| column.width < column.room.whole)
    }

    /// The cells of all.
    pub(super) fn taken(&self) -> u16 {
        let gaps = to_cells(self.columns.len().saturating_sub(1)) * GAP;
        self.columns.iter().map(|column| column.width).sum::<u16>() + gaps
    }

    /// What says how the list is sorted where the column by which it is does not stand there.
    pub(super) fn sorted_by(&self, sort: Sort, lang: Lang) -> Option<String> {
        let is_told = self.shows(sort.place());
        (!is_told).then(|| marked(sort.head(), sort, lang))
    }

    /// Each column with where it begins.
    fn placed(&self, area: Rect) -> impl Iterator<Item = (u16, &Column)> {
        let mut next = area.x + 2;
        self.columns.iter().map(move |column| {
            let x = next;
            next += column.width + GAP;
            (x, column)
        })
    }

    /// The names of the columns; that by which the list is sorted stands out, with the direction.
    pub(super) fn heading(&self, canvas: &mut Canvas<'_>, area: Rect, lang: Lang) {
        for (x, column) in self.placed(area) {
            let (text, is_sorted) = heading(column.place, self.sort, lang);
            let role = if is_sorted { Role::Text } else { Role::Muted };
            if column.place.is_right_aligned() {
                canvas.put_right(x + column.width, area.y, column.width, &text, role);
            } else {
                canvas.put(x, area.y, column.width, &text, role);
            }
        }
    }

    /// A row; the chosen one has its mark and its name stands out.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, row: &Row, chosen: bool) {
        let mut trouble_at = None;
        for (x, column) in self.placed(area) {
            let (width, y) = (column.width, area.y);
            match (column.place, &row.rest) {
                (Place::Name, _) => {
                    let used = canvas.put(x, y, width, &row.name.0, row.name.1);
                    if chosen {
                        canvas.put(area.x, y, 1, ">", Role::Focus);
                        canvas.paint(Rect::new(x, y, used, 1), Role::Selected);
                    }
                }
                (Place::Of(ListColumn::File), _) => {
                    let file = row.file.as_ref().map(|file| file_in(file, &row.name.0, width)).unwrap_or_default();
                    canvas.put(x, y, width, &file, Role::Muted);
                }
                (Place::Of(ListColumn::Changed), _) => {
                    canvas.put_right((x + width).min(area.right()), y, width, &row.changed, Role::Muted);
                }
                (Place::Of(column), Ok(rest)) => cell(canvas, (x, y, width), column, rest),
                (Place::Of(_), Err(_)) => trouble_at = trouble_at.or(Some(x)),
            }
        }
        if let (Err(trouble), Some(x)) = (&row.rest, trouble_at) {
            let changed = self.placed(area).find(|(_, column)| column.place == Place::Of(ListColumn::Changed));
            let end = changed.map_or(area.right(), |(x, _)| x.saturating_sub(GAP));
            canvas.put(x, area.y, end.saturating_sub(x), trouble, Role::Error);
        }
    }
}

impl Place {
    const fn of_list(self) -> Option<ListColumn> {
        match self {
            Self::Of(column) => Some(column),
            Self::Name => None,
        }
    }

    const fn is_right_aligned(self) -> bool {
        matches!(self, Self::Of(ListColumn::Done | ListColumn::Changed))
    }

    const fn name(self) -> Text {
        match self {
            Self::Name => words::TITLE,
            Self::Of(column) => column.name(),
        }
    }
}

/// What stands over a column, and whether the list is sorted by it.
fn heading(place: Place, sort: Sort, lang: Lang) -> (String, bool) {
    match (sort.place() == place, sort) {
        (false, _) => (place.name().in_lang(lang).to_owned(), false),
        // A stage says by when it ends: the list is sorted by that, not by its name.
        (true, Sort::Due) => (marked(words::STAGE_BY_DUE, sort, lang), true),
        (true, _) => (marked(place.name(), sort, lang), true),
    }
}

/// A heading with the direction. In some terminals the mark is two cells wide: there are only blanks behind it.
fn marked(head: Text, sort: Sort, lang: Lang) -> String {
    format!("{} {}", head.in_lang(lang), sort.mark())
}

/// How wide a column may be with this row under it; none where the row has nothing for it.
fn room(place: Place, row: &Row, lang: Lang) -> Option<Room> {
    let of_rest = |text: &dyn Fn(&Rest) -> usize| to_cells(row.rest.as_ref().map_or(0, text));
    let none_if_empty = |whole: u16, room: Room| (whole > 0).then_some(room);
    Some(match place {
        Place::Name => Room::cut(to_cells(cells(&row.name.0)), LEAST_NAME, TELLING_NAME),
        Place::Of(ListColumn::File) => {
            let file = row.file.as_deref()?;
            let least = telling(file, &row.name.0);
            return none_if_empty(to_cells(cells(file)), Room::cut(to_cells(cells(file)), least, least));
        }
        Place::Of(ListColumn::Kind) => Room::fixed(of_rest(&|rest| cells(rest.kind.0))),
        Place::Of(ListColumn::Entity) => {
            let whole = of_rest(&|rest| cells(&rest.entity));
            return none_if_empty(whole, Room::cut(whole, LEAST_ENTITY, TELLING_ENTITY));
        }
        Place::Of(ListColumn::Region) => {
            let whole = of_rest(&|rest| cells(&rest.region));
            return none_if_empty(whole, Room::fixed(whole));
        }
        Place::Of(ListColumn::Nature) => {
            let whole = of_rest(&|rest| cells(rest.nature));
            let telling = whole.min(TELLING_NATURE);
            Room { least: telling, telling, wanted: telling, whole }
        }
        Place::Of(ListColumn::Stage) => {
            let (whole, brief) = (of_rest(&|rest| cells(&rest.stage.full)), of_rest(&|rest| cells(rest.stage.brief())));
            // Drafts in preparation are checked while one looks on: what they are called then is shorter.
            let usual = to_cells(cells(stage(Stage::Preparing).in_lang(lang)));
            Room { least: brief, telling: brief.max(usual), wanted: whole.max(usual), whole }
        }
        Place::Of(ListColumn::Done) => {
            let whole = of_rest(&|rest| cells(&rest.done));
            return none_if_empty(whole, Room::fixed(whole));
        }
        Place::Of(ListColumn::Problems) => {
            let marks = |rest: &Rest| rest.counts.iter().map(|(text, _)| cells(text) + 1).sum::<usize>().saturating_sub(1);
            let whole = of_rest(&marks);
            Room { wanted: whole.max(COUNTS), ..Room::fixed(whole) }
        }
        Place::Of(ListColumn::Changed) => Room::fixed(to_cells(cells(&row.changed))),
    })
}

/// What stands in a column of a draft that could be read.
fn cell(canvas: &mut Canvas<'_>, (x, y, width): (u16, u16, u16), column: ListColumn, rest: &Rest) {
    match column {
        ListColumn::Kind => drop(canvas.put(x, y, width, rest.kind.0, rest.kind.1)),
        ListColumn::Entity => drop(canvas.put(x, y, width, &rest.entity, Role::Text)),
        ListColumn::Region => drop(canvas.put(x, y, width, &rest.region, Role::Muted)),
        ListColumn::Nature => drop(canvas.put(x, y, width, rest.nature, Role::Muted)),
        ListColumn::Stage => {
            // What is told short is cut in its middle at last: its end is the limit.
            let text = without_middle(rest.stage.in_cells(width), usize::from(width / 4), usize::from(width));
            canvas.put(x, y, width, &text, rest.stage.role);
        }
        ListColumn::Done => drop(canvas.put_right(x + width, y, width, &rest.done, Role::Text)),
        ListColumn::Problems => {
            let (mut at, end) = (x, x + width);
            for (text, role) in &rest.counts {
                at += canvas.put(at, y, end.saturating_sub(at), text, *role) + 1;
            }
        }
        // They are known of drafts that cannot be read, too.
        ListColumn::File | ListColumn::Changed => {}
    }
}

/// The name of a draft's file in so many cells. What its title says already gives way first, then the middle: the end tells files of
/// one title apart.
fn file_in(file: &str, title: &str, width: u16) -> String {
    let width = usize::from(width);
    let told = file.strip_prefix(title).filter(|rest| !title.is_empty() && !rest.is_empty() && cells(rest) + 2 <= width);
    match told {
        Some(rest) if cells(file) > width => format!("..{rest}"),
        _ => without_middle(file, width / 4, width).into_owned(),
    }
}

/// The cells in which it still tells the file from others.
fn telling(file: &str, title: &str) -> u16 {
    let shortest = match file.strip_prefix(title).filter(|_| !title.is_empty()) {
        // It has nothing that its title does not have.
        Some("") => 0,
        Some(rest) => (cells(rest) + 2).min(cells(file)),
        None => cells(file),
    };
    to_cells(shortest).min(TELLING_FILE)
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod tests;
