//! TOML → draft without a document, for lists: what a draft says, without what is needed to edit it.
//!
//! A list reads thousands of drafts and edits none. As in [`direct`](super::direct), what is read here is only what means the same either way; at the
//! first thing out of the ordinary (an unknown or repeated key, a dotted or quoted one, a value that does not fit its field, an error) this gives
//! up, and the caller reads the text by way of the document, which alone decides what it means.

mod row;
mod scalar;

use toml_parser::decoder::Encoding;
use toml_parser::parser::{EventReceiver, RecursionGuard, ValidateWhitespace, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span};

use self::row::{Row, Rows, Whole};
use self::scalar::Scalar;
use super::keys::{Leaf, Met, Place, ROOT, Table};
use super::lists::{self, Entry, read_all};
use super::{Document, upgrade};
use crate::filing::{Approval, Confirmation, Draft, Event, Kind, Value};

/// What a draft says.
#[derive(Debug)]
pub struct Glance {
    /// The draft.
    pub draft: Draft,
    /// Entries of the story that could not be read.
    pub unread_events: usize,
}

impl From<Document> for Glance {
    fn from(document: Document) -> Self {
        let unread_events = document.unread.len();
        Self { draft: document.draft, unread_events }
    }
}

/// Lists of values stand in fields, rows in lists.
const DEPTH: u32 = 2;

/// The draft in a text of the file's layout; `None` when anything in it needs a closer look.
#[must_use]
pub fn glance(text: &str) -> Option<Glance> {
    // Line ends of other systems are worked on as plain ones.
    if text.contains('\r') {
        return None;
    }
    let (fields, lists) = text.split_at(start_of_confirmations(text));
    let Glance { draft: of_lists, unread_events } = read_lists(lists)?;
    let source = Source::new(fields);
    let mut reader = Reader::new(source);
    let mut errors: Option<ParseError> = None;
    let tokens = source.lex().into_vec();
    parse_document(&tokens, &mut RecursionGuard::new(&mut ValidateWhitespace::new(&mut reader, source), DEPTH), &mut errors);
    if errors.is_some() {
        return None;
    }
    let mut draft = reader.finish()?;
    // A story in two parts would have to be put together in its order.
    if draft.events.is_empty() {
        draft.events = of_lists.events;
    } else if !of_lists.events.is_empty() || unread_events > 0 {
        return None;
    }
    draft.confirmed = of_lists.confirmed;
    Some(Glance { draft, unread_events })
}

/// Where the confirmations begin that stand behind the fields, mostly before the story; few drafts have any. What stands before is TOML by itself,
/// or the heading was part of a text.
fn start_of_confirmations(text: &str) -> usize {
    text.find(&format!("\n[[{}]]", Confirmation::KEY)).map_or(text.len(), |at| at + 1)
}

/// What closes a draft with confirmations: its lists and nothing else.
fn read_lists(text: &str) -> Option<Glance> {
    let mut glance = Glance { draft: Draft::default(), unread_events: 0 };
    if !text.is_empty() {
        // How numbers are spelt is told by a document of its own text alone.
        let document = toml_edit::Document::parse(text).ok()?.into_mut();
        let table = document.as_table();
        if !table.iter().all(|(key, item)| lists::KEYS.contains(&key) && item.is_array_of_tables()) {
            return None;
        }
        let (events, unread) = read_all::<Event>(table);
        (glance.draft.events, glance.unread_events) = (events, unread.len());
        glance.draft.confirmed = read_all::<Confirmation>(table).0;
    }
    Some(glance)
}

/// Where a key or a value stands.
#[derive(Clone, Copy)]
enum Here {
    Table(&'static Table),
    /// In a row under a heading of its own, `[[mini_program.prior_approvals]]`.
    Row(Rows),
}

/// What a value is for.
#[derive(Clone, Copy)]
enum Wanted {
    Field(Leaf),
    Column(usize),
    Format,
}

/// Takes in what the parser finds.
struct Reader<'t> {
    source: Source<'t>,
    draft: Draft,
    is_usual: bool,
    here: Here,
    /// In a heading, and whether that is one of a row.
    heading: Option<bool>,
    /// Tables that had their heading.
    opened: Met,
    /// Keys that were met, by the number of their table.
    met: Vec<Met>,
    has_format: bool,
    wanted: Option<Wanted>,
    /// The list that is open, and where it belongs.
    list: Option<(Leaf, Value)>,
    /// The row that is open.
    row: Option<Row>,
    /// The prior approvals under headings, where they belong, those last whose row is open.
    approvals: Vec<(Leaf, Vec<Approval>)>,
}

impl<'t> Reader<'t> {
    fn new(source: Source<'t>) -> Self {
        Self {
            source,
            draft: Draft::default(),
            is_usual: true,
            here: Here::Table(&ROOT),
            heading: None,
            opened: Met::default(),
            met: Vec::new(),
            has_format: false,
            wanted: None,
            list: None,
            row: None,
            approvals: Vec::new(),
        }
    }

    fn finish(mut self) -> Option<Draft> {
        self.close_row();
        for (leaf, rows) in std::mem::take(&mut self.approvals) {
            leaf.set(&mut self.draft, Some(Value::Approvals(rows)));
        }
        self.is_usual.then_some(self.draft)
    }

    /// Puts the row of a heading to the others.
    fn close_row(&mut self) {
        if !matches!(self.here, Here::Row(_)) {
            return;
        }
        match (self.row.take().and_then(Row::whole), self.approvals.last_mut()) {
            (Some(Whole::Event(event)), _) => self.draft.events.push(event),
            (Some(Whole::Approval(row)), Some((_, rows))) => rows.push(row),
            _ => self.is_usual = false,
        }
    }

    /// Whether a key of a table is met for the first time.
    fn note(&mut self, table: usize, position: usize) -> bool {
        if self.met.len() <= table {
            self.met.resize(table + 1, Met::default());
        }
        self.met.get_mut(table).is_some_and(|met| met.note(position))
    }

    /// Goes on as long as everything is as usual.
    fn require(&mut self, is_usual: bool) {
        self.is_usual &= is_usual;
    }

    /// Goes one step along a heading; whether there is such a table.
    fn step(&mut self, name: &str, is_row: bool) -> bool {
        let Here::Table(table) = self.here else { return false };
        if is_row && table.number == ROOT.number && name == Event::KEY {
            self.here = Here::Row(Rows::Events);
            return true;
        }
        let Some(position) = table.position(name) else { return false };
        match table.place(position) {
            Some(Place::Table(inner)) => self.here = Here::Table(inner),
            Some(Place::Field(leaf)) if is_row && matches!(leaf.kind(), Kind::Approvals) => {
                // The first row is the key's place, the others follow.
                let begun = self.approvals.iter().position(|(known, _)| known == leaf);
                let rows = match (self.note(table.number, position), begun) {
                    (true, _) => (*leaf, Vec::new()),
                    (false, Some(begun)) => self.approvals.remove(begun),
                    (false, None) => return false,
                };
                self.approvals.push(rows);
                self.here = Here::Row(Rows::Approvals);
            }
            _ => return false,
        }
        true
    }

    /// The value that the key of this name wants, where it may stand.
    fn key(&mut self, name: &str) -> Option<Wanted> {
        if let Some(row) = &mut self.row {
            return row.column(name).map(Wanted::Column);
        }
        let Here::Table(table) = self.here else { return None };
        let Some(position) = table.position(name) else {
            let is_format = table.number == ROOT.number && name == upgrade::KEY && !std::mem::replace(&mut self.has_format, true);
            return is_format.then_some(Wanted::Format);
        };
        match table.place(position)? {
            Place::Field(leaf) => self.note(table.number, position).then_some(Wanted::Field(*leaf)),
            Place::Table(_) => None,
        }
    }

    /// Takes in a value; `None` where it does not fit.
    fn take(&mut self, scalar: &Scalar<'_>) -> Option<()> {
        if let (Some((_, list)), None) = (&mut self.list, &self.row) {
            match list {
                Value::Codes(codes) => codes.push(scalar.code()?),
                Value::Paths(paths) => paths.push(scalar.words(false)?),
                _ => return None,
            }
            return Some(());
        }
        match self.wanted.take()? {
            Wanted::Format => (*scalar == Scalar::Number(u64::try_from(upgrade::FORMAT).ok()?)).then_some(()),
            Wanted::Field(leaf) => {
                leaf.set(&mut self.draft, scalar.value(leaf.kind())?);
                Some(())
            }
            Wanted::Column(column) => self.row.as_mut()?.take(column, scalar),
        }
    }

    /// Opens the list that the key wants.
    fn open_list(&mut self) -> Option<()> {
        let Wanted::Field(leaf) = self.wanted.take()? else { return None };
        let list = match leaf.kind() {
            Kind::Choices(_) => Value::Codes(Vec::new()),
            Kind::Pictures(_) | Kind::Videos(_) => Value::Paths(Vec::new()),
            Kind::Approvals => Value::Approvals(Vec::new()),
            _ => return None,
        };
        self.list = Some((leaf, list));
        Some(())
    }

    fn text(&self, span: Span) -> &'t str {
        self.source.input().get(span.start()..span.end()).unwrap_or_default()
    }
}

impl EventReceiver for Reader<'_> {
    fn std_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close_row();
        (self.here, self.heading) = (Here::Table(&ROOT), Some(false));
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.heading = None;
        let is_new = match self.here {
            Here::Table(table) => self.opened.note(table.number),
            Here::Row(_) => false,
        };
        self.require(is_new);
    }

    fn array_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close_row();
        (self.here, self.heading) = (Here::Table(&ROOT), Some(true));
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.heading = None;
        match self.here {
            Here::Row(rows) => self.row = Some(Row::new(rows)),
            Here::Table(_) => self.is_usual = false,
        }
    }

    fn inline_table_open(&mut self, _: Span, _: &mut dyn ErrorSink) -> bool {
        let is_row = matches!(self.list, Some((_, Value::Approvals(_)))) && self.row.is_none();
        self.require(is_row);
        self.row = Some(Row::new(Rows::Approvals));
        is_row
    }

    fn inline_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        match (&mut self.list, self.row.take().and_then(Row::whole)) {
            (Some((_, Value::Approvals(rows))), Some(Whole::Approval(row))) => rows.push(row),
            _ => self.is_usual = false,
        }
    }

    fn array_open(&mut self, _: Span, _: &mut dyn ErrorSink) -> bool {
        let is_list = self.open_list().is_some();
        self.require(is_list);
        is_list
    }

    fn array_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        match self.list.take() {
            Some((leaf, list)) => leaf.set(&mut self.draft, Some(list)),
            None => self.is_usual = false,
        }
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, _: &mut dyn ErrorSink) {
        let name = self.text(span);
        self.require(encoding.is_none());
        if let Some(is_row) = self.heading {
            let is_known = self.step(name, is_row);
            self.require(is_known);
        } else {
            self.wanted = self.key(name);
            self.require(self.wanted.is_some());
        }
    }

    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.require(self.heading.is_some());
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, errors: &mut dyn ErrorSink) {
        let scalar = Scalar::of(Raw::new_unchecked(self.text(span), encoding, span), errors);
        let is_taken = scalar.and_then(|scalar| self.take(&scalar)).is_some();
        self.require(is_taken);
    }

    fn error(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.is_usual = false;
    }
}

#[cfg(test)]
#[path = "glance_tests.rs"]
mod tests;
