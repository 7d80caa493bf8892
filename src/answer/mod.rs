//! What the platform answers, read from a saved file or a paste: answers of `get_icp_entrance_info` and
//! `get_online_icp_order`, the `hints[]` of a refused submission, `audit_data[]`, and the push events, in JSON or XML
//! (`wechat-api.md` sections 4.8, 6 to 8 and 10).
//!
//! Reading and judging are apart: [`tree`] makes one tree of JSON and XML, [`read`] says what the tree says, and [`plan`] what
//! follows for a draft: events in their order, reasons at their fields. What is not understood is kept: as a reason in its own
//! words, or as a note that says where it stands. Nothing is changed here; the caller records what it is given.

pub mod applet;
pub mod plan;
pub mod read;
pub mod tree;

use self::applet::Applet;
use crate::filing::event::Moment;
use crate::filing::history::OutOfOrder;
use crate::filing::{Draft, Event, EventKind, FieldId, Stage, Value};
use crate::scan::facts::Facts;
use crate::text::Text;

/// Bytes of an answer at most: those of the platform have some kilobytes.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;

/// What follows from an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// All events of the draft, with those that are new. The same as before where nothing is.
    pub events: Vec<Event>,
    /// How many of them, from the first on, were there before.
    pub known: usize,
    /// Reasons were added to an event that was there before.
    pub added_reasons: usize,
    /// Values of fields that were empty.
    pub changes: Vec<(FieldId, Value)>,
    /// What else there is to say, in order.
    pub notes: Vec<Note>,
}

impl Import {
    /// The events that are new.
    #[must_use]
    pub fn new_events(&self) -> &[Event] {
        self.events.get(self.known..).unwrap_or_default()
    }

    /// Whether it tells nothing that the draft does not hold.
    #[must_use]
    pub fn is_nothing_new(&self) -> bool {
        self.events.len() == self.known && self.added_reasons == 0 && self.changes.is_empty()
    }
}

/// Something an answer says that is no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The answer does not say when these happened; they must have, to get where it says the filing is.
    Inferred(Vec<EventKind>),
    /// The entrance to filing is closed, or open.
    Entrance(bool),
    /// A deregistration is in progress, but this draft is not one.
    Canceling,
    /// Not filed, and what is missing in the account.
    NotFiled(Vec<Text>),
    /// Not filed, and the draft is in a stage that this does not explain.
    Contradicts(Stage),
    /// What a code means, and who says so.
    Code(u32, Text, Text),
    /// The outcome of the face check, and its task.
    FaceCheck {
        /// Whether it was passed.
        passed: bool,
        /// The task.
        task: String,
    },
    /// The state of the combined flow, in words.
    Combined(Text),
    /// A value on record differs from the draft's.
    Differs {
        /// The field.
        field: FieldId,
        /// What is on record.
        on_record: String,
    },
    /// It is about this AppID, and the draft has none.
    AppId(String),
    /// A record without a filing number: nothing says that it is filed.
    NoNumber,
    /// So many values are masked: they are neither taken nor compared.
    Masked(usize),
    /// Not understood: where it stands, and what stands there.
    Unknown {
        /// The place in the answer.
        place: String,
        /// What stands there, shortened.
        text: String,
    },
}

/// Why an answer is not taken. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is empty.
    Empty,
    /// It has more bytes than any answer.
    TooLarge,
    /// It is no UTF-8 from this byte on.
    NotText(usize),
    /// It ends in the middle.
    Truncated {
        /// Line of the end.
        line: usize,
        /// Column of the end.
        column: usize,
    },
    /// It is neither JSON nor XML.
    Malformed {
        /// Line of the mistake.
        line: usize,
        /// Column of the mistake.
        column: usize,
    },
    /// A key stands twice in one object, so that one of the values would be lost.
    Twice {
        /// The key.
        key: String,
        /// Line of the second one.
        line: usize,
        /// Column behind it.
        column: usize,
    },
    /// It is nested deeper than any answer.
    TooDeep {
        /// Line where that shows.
        line: usize,
        /// Column where that shows.
        column: usize,
    },
    /// It declares a document type, with which a message could grow or reach for other files.
    Dtd {
        /// Line of the declaration.
        line: usize,
        /// Column of the declaration.
        column: usize,
    },
    /// It is an encrypted message.
    Encrypted,
    /// It is about another mini-program.
    AnotherAppId {
        /// Where that stands.
        place: String,
        /// Its AppID.
        theirs: String,
        /// The draft's.
        ours: String,
    },
    /// It is about another filing entity.
    AnotherSubject {
        /// Where that stands.
        place: String,
        /// Name or certificate number there.
        theirs: String,
        /// The draft's.
        ours: String,
    },
    /// It has several mini-programs, and not just one of them is the draft's.
    SeveralMiniPrograms(Vec<Applet>),
    /// It is no answer but what is submitted: where that shows.
    Request {
        /// The key that no answer has.
        place: String,
    },
    /// It is dated later than now.
    InFuture {
        /// Where that stands.
        place: String,
        /// Its date.
        at: Moment,
    },
    /// Nothing in it is known; its keys.
    NothingKnown(Vec<String>),
    /// What it says cannot follow what was recorded.
    OutOfOrder {
        /// The event it amounts to.
        kind: EventKind,
        /// Why that cannot be recorded.
        reason: OutOfOrder,
    },
}

/// What follows from an answer for a draft. `at` is when it was given, where it does not say so itself; `now` the present.
///
/// # Errors
/// When it cannot be read, is about another mini-program or entity or about several, is no answer, or cannot follow what was recorded.
pub fn import(bytes: &[u8], draft: &Draft, facts: &Facts, at: Moment, now: Moment) -> Result<Import, Refusal> {
    let mut tree = tree::parse(bytes)?;
    applet::narrow(&mut tree, applet::Meant { app_id: draft.known_text(FieldId::AppId).trim(), ..applet::Meant::default() })?;
    let said = read::read(&tree)?;
    plan::plan(&said, draft, facts, at, now)
}

#[cfg(test)]
mod tests;
