//! What a rule has to say, as values.

use std::borrow::Cow;
use std::sync::Arc;

use super::rule::{Message, Rule, message};
use crate::catalog::Publication;
pub use crate::catalog::Severity;
use crate::catalog::filing_region::{self, Region};
use crate::catalog::material::Signatory;
use crate::filing::event::Moment;
use crate::filing::{Confirmation, FieldId, Value};
use crate::text::{Text, text};
use chrono::NaiveDate;

pub use crate::filing::value::Column;

/// A place inside a field that holds several entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// Index of the entry, from 0.
    pub row: usize,
    /// Its column; `None` for lists of one column.
    pub column: Option<Column>,
}

/// Something a sentence names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Words as typed; shown cleaned.
    Text(String),
    /// A file by its path, as the draft has it. One far from the draft goes by its name: the whole path would fill the sentence, and stands
    /// in the field.
    File(String),
    /// A number.
    Number(i64),
    /// A day.
    Date(NaiveDate),
    /// A field, shown as its label.
    Field(FieldId),
    /// A sentence of ours for someone to write down, always in Chinese; shown in full.
    Sentence(String),
    /// Several fields, shown as their short labels.
    Fields(Vec<FieldId>),
    /// An entry of an official list, shown in the user's language.
    Name(Text),
    /// Regions of the platform's list, and how they are read, which stands in brackets behind them in English.
    Place {
        /// The names.
        name: String,
        /// The same in pinyin.
        read: String,
    },
    /// Drafts by what people know them by; the first few are named, the rest counted. Each of many drafts may name all others: the names
    /// are shared.
    Drafts(Vec<Arc<str>>),
    /// Sources by their tags (`catalog::source`), named with their age.
    Sources(Vec<&'static str>),
    /// Who signs, seals or issues a material, in words.
    Hand(Signatory),
}

impl Arg {
    /// A region with those above it: 广东省深圳市南山区.
    #[must_use]
    pub fn whole_region(region: &Region) -> Self {
        Self::Place { name: filing_region::full_name(region.code()), read: filing_region::pinyin(region) }
    }

    /// Regions by their own names: 南山区、福田区.
    #[must_use]
    pub fn regions(regions: &[&Region]) -> Self {
        let joined = |part: &dyn Fn(&Region) -> String, comma: &str| {
            regions.iter().map(|region| part(region)).collect::<Vec<_>>().join(comma)
        };
        let name = joined(&|region| region.name().to_owned(), "、");
        Self::Place { name, read: joined(&filing_region::pinyin_of_name, ", ") }
    }
}

/// How a fix may be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Applicability {
    /// It cannot be wrong: the same value in another form. Only such fixes are applied in bulk.
    Safe,
    /// A person has to look at it first.
    Suggested,
}

/// A change that fixes what a finding says. It is offered, never made unasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How it may be applied.
    pub applicability: Applicability,
    /// What to put where; `None` empties the field. The changes are made together and taken back together.
    pub changes: Vec<(FieldId, Option<Value>)>,
}

impl Fix {
    /// A fix that a person has to look at first.
    #[must_use]
    pub const fn offer(changes: Vec<(FieldId, Option<Value>)>) -> Self {
        Self { applicability: Applicability::Suggested, changes }
    }

    /// Whether it may be applied in bulk.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.applicability == Applicability::Safe
    }

    /// The fields that it changes.
    pub fn fields(&self) -> impl Iterator<Item = FieldId> {
        self.changes.iter().map(|(id, _)| *id)
    }

    /// The value that it puts into a field; `None` if it leaves the field alone or empties it.
    #[must_use]
    pub fn value_of(&self, field: FieldId) -> Option<&Value> {
        self.changes.iter().find(|(id, _)| *id == field).and_then(|(_, value)| value.as_ref())
    }
}

/// What one rule says about one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Which of the rule's messages says it.
    pub message: &'static Message,
    /// How much it weighs here.
    pub severity: Severity,
    /// The field it stands under.
    pub field: FieldId,
    /// Where inside the field.
    pub spot: Option<Spot>,
    /// What the message names.
    pub args: Vec<(&'static str, Arg)>,
    /// Changes that would mend it, the likeliest first.
    pub fixes: Vec<Fix>,
    /// Whether preparing the picture (turning, converting, shrinking a copy of it) mends it.
    pub prepares: bool,
    /// Who says so, where it is another or a narrower source than the rule's.
    pub source: Option<&'static Publication>,
    /// When somebody else said it: what was confirmed before that was something else.
    pub said_at: Option<Moment>,
    /// Set where a person has looked at it and stands by the value: it stays in sight and no longer counts.
    pub confirmed: Option<Box<Confirmation>>,
}

impl Finding {
    /// A finding about a whole field, with the rule's first message and nothing to name.
    #[must_use]
    pub fn new(rule: &'static Rule, severity: Severity, field: FieldId) -> Self {
        static NOTHING: Message = message("", text("", ""), text("", ""));
        let message = rule.messages.first().unwrap_or(&NOTHING);
        let (args, fixes) = (Vec::new(), Vec::new());
        Self {
            rule,
            message,
            severity,
            field,
            spot: None,
            args,
            fixes,
            prepares: false,
            source: None,
            said_at: None,
            confirmed: None,
        }
    }

    /// Says which message applies.
    #[must_use]
    pub const fn with_message(mut self, message: &'static Message) -> Self {
        self.message = message;
        self
    }

    /// Says when somebody else said it.
    #[must_use]
    pub const fn said_at(mut self, at: Moment) -> Self {
        self.said_at = Some(at);
        self
    }

    /// Weighs it differently than its rule does at most.
    #[must_use]
    pub const fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Names something in the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Points into a field of several entries.
    #[must_use]
    pub const fn at(mut self, row: usize, column: Option<Column>) -> Self {
        self.spot = Some(Spot { row, column });
        self
    }

    /// Offers a value for the field that mends it.
    #[must_use]
    pub fn with_fix_to(self, value: Value) -> Self {
        let field = self.field;
        self.with_fix(Fix::offer(vec![(field, Some(value))]))
    }

    /// Offers the same value in another form: it cannot be wrong.
    #[must_use]
    pub fn with_safe_fix(self, value: Value) -> Self {
        let field = self.field;
        self.with_fix(Fix { applicability: Applicability::Safe, changes: vec![(field, Some(value))] })
    }

    /// Names the source of the figure that is broken.
    #[must_use]
    pub const fn said_by(mut self, source: &'static Publication) -> Self {
        self.source = Some(source);
        self
    }

    /// Says that preparing the picture mends it. What the copy will be is not known before it is made, so this is no [`Fix`].
    #[must_use]
    pub const fn fixed_by_preparing(mut self, possible: bool) -> Self {
        self.prepares = possible;
        self
    }

    /// Offers a change of any fields that mends it.
    #[must_use]
    pub fn with_fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// What the sentence calls by this name.
    #[must_use]
    pub fn arg(&self, name: &str) -> Option<&Arg> {
        self.args.iter().find(|(key, _)| *key == name).map(|(_, arg)| arg)
    }

    /// The place as a path, e.g. `mini_program.prior_approvals[0].number`.
    #[must_use]
    pub fn path(&self) -> Cow<'static, str> {
        let path = self.field.path();
        Cow::Owned(match self.spot {
            None => return Cow::Borrowed(path),
            Some(Spot { row, column: None }) => format!("{path}[{row}]"),
            Some(Spot { row, column: Some(Column::Kind) }) => format!("{path}[{row}].kind"),
            Some(Spot { row, column: Some(Column::Number) }) => format!("{path}[{row}].number"),
            Some(Spot { row, column: Some(Column::Document) }) => format!("{path}[{row}].document"),
        })
    }
}
