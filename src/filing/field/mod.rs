//! The field table: every field of a filing, declared once.
//!
//! A field is one record in the file of its section: path, kind, when it is asked for, words in both languages, limits,
//! place in the request, name in the package. Forms, counters, commands, checks, search, schema, the request body and the
//! documentation read these records. Sections stand in the order of the wizard's steps, records in the order in which they
//! are asked for, which is that of the platform's web form (`filing-rules.md` section 2). Request paths are those of
//! `wechat-api.md` section 4. All examples are invented.

mod console;
mod kind;
mod length;
mod person;
mod queries;
mod record;
mod section;

pub use console::{Page, Place};
pub use kind::{Kind, List, Need, TextKind, WordList};
pub use length::{Counted, Length};
pub use person::{PersonField, Role};
pub use record::{Field, Files, Sent};
pub use section::Section;

use crate::text::{Lang, Text};

/// Declares the fields of a section, each as `Id = field("path", …).label(…)…`. Makes the section's part of the table, and
/// a macro of the section's name that hands the ids on to [`ids!`]. Records are expressions, so rustfmt formats them.
macro_rules! fields {
    ($part:ident, $section:expr, $($id:ident =
        $($make:ident)::+($path:literal, $($argument:tt)*) $(.$method:ident($($value:tt)*))*),+ $(,)?) => {
        pub(super) const FIELDS: &[Field] =
            &[$($($make)::+($path, $($argument)*)$(.$method($($value)*))*.placed(FieldId::$id, $section)),+];

        macro_rules! $part {
            ($parts:tt $before:tt) => { ids! { $parts $before [$($id $path)+] } };
        }
    };
}

/// Gathers the ids of all sections and makes the enum of them.
macro_rules! ids {
    ([$next:ident $($parts:ident)*] [$($before:tt)*] [$($new:tt)*]) => { $next! { [$($parts)*] [$($before)* $($new)*] } };
    ([] [$($before:tt)*] [$($new:tt)*]) => { ids! { $($before)* $($new)* } };
    ($($id:ident $path:literal)+) => {
        /// A field of the table. Its order is the order in which fields are asked.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FieldId {
            $(#[doc = concat!("`", $path, "`")] $id,)+
        }

        impl FieldId {
            /// All fields, in the order in which they are asked.
            pub const ALL: &[Self] = &[$(Self::$id,)+];
        }
    };
}

/// Makes the table of its parts, in this order.
macro_rules! table {
    ($first:ident $($part:ident)*) => {
        $first! { [$($part)*] [] }

        const PARTS: &[&[Field]] = &[$first::FIELDS, $($part::FIELDS),*];
    };
}

#[macro_use]
mod subject;
#[macro_use]
mod responsible_person;
#[macro_use]
mod mini_program;
#[macro_use]
mod owner;
#[macro_use]
mod deregistration;
#[macro_use]
mod materials;
#[macro_use]
mod questions;

table! { subject responsible_person mini_program owner deregistration materials questions }

static TABLE: [Field; FieldId::ALL.len()] = {
    let mut table = [PARTS[0][0]; FieldId::ALL.len()];
    let (mut part, mut at) = (0, 0);
    while part < PARTS.len() {
        let mut row = 0;
        while row < PARTS[part].len() {
            table[at] = PARTS[part][row];
            (row, at) = (row + 1, at + 1);
        }
        part += 1;
    }
    table
};

/// All fields of a filing, in the order in which they are asked.
#[must_use]
pub fn table() -> &'static [Field] {
    &TABLE
}

impl FieldId {
    /// The record of this field.
    #[must_use]
    pub const fn field(self) -> &'static Field {
        &TABLE[self as usize]
    }

    /// The field with this path.
    #[must_use]
    pub fn from_path(path: &str) -> Option<Self> {
        table().iter().find(|field| field.path == path).map(|field| field.id)
    }

    /// The path in the draft, e.g. `responsible_person.mobile`.
    #[must_use]
    pub const fn path(self) -> &'static str {
        self.field().path
    }

    /// The short name: 2 to 8 Chinese characters, or at most 24 columns of English.
    #[must_use]
    pub const fn label(self) -> Text {
        self.field().label
    }

    /// The short name of what people are asked: that of a question may be the contrary of what the draft keeps.
    #[must_use]
    pub const fn asked_label(self) -> Text {
        self.field().asked_label()
    }

    /// The short name among the materials of all steps, which tells whose it is.
    #[must_use]
    pub fn gathered_label(self) -> Text {
        self.field().gathered.unwrap_or(self.field().label)
    }

    /// The label with its section before it, for places where the section does not show: `主体负责人 · 手机号码`.
    #[must_use]
    pub fn full_label(self, lang: Lang) -> String {
        self.field().full_label(lang)
    }

    /// What belongs into the field, what the reviewer does with it, and its limit, in one or two sentences.
    #[must_use]
    pub const fn help(self) -> Text {
        self.field().help
    }

    /// An invented value as it would be typed; empty where none helps.
    #[must_use]
    pub const fn example(self) -> &'static str {
        self.field().example
    }

    /// How long the text may be, where that is limited.
    #[must_use]
    pub const fn length(self) -> Option<Length> {
        self.field().length
    }

    /// What the field's files are and have to be; `None` for a field that names none.
    #[must_use]
    pub const fn files(self) -> Option<Files> {
        self.field().files
    }
}

#[cfg(test)]
mod tests;
