//! A value of a draft that stands by itself.

use std::borrow::Cow;

use chrono::DateTime;
use serde::de::Visitor;
use serde::de::value::Error;
use toml_edit::Datetime;
use toml_parser::decoder::{IntegerRadix, ScalarKind};
use toml_parser::{ErrorSink, Raw};

use super::super::direct::{CodeOf, FieldValue, Words};
use crate::filing::event::Moment;
use crate::filing::{Kind, Value};

/// A value that is neither list nor table.
#[derive(PartialEq)]
pub(super) enum Scalar<'t> {
    Text(Cow<'t, str>),
    Number(u64),
    Flag(bool),
    /// A day, a time or both, as it is spelt.
    Moment(&'t str),
}

impl<'t> Scalar<'t> {
    /// `None` for anything but a text, digits, a flag and a moment.
    pub(super) fn of(raw: Raw<'t>, errors: &mut dyn ErrorSink) -> Option<Self> {
        let mut text = Cow::Borrowed("");
        match raw.decode_scalar(&mut text, errors) {
            ScalarKind::String => Some(Self::Text(text)),
            ScalarKind::Boolean(flag) => Some(Self::Flag(flag)),
            ScalarKind::DateTime => Some(Self::Moment(raw.as_str())),
            // Signs and underscores are part of what a text would be.
            ScalarKind::Integer(IntegerRadix::Dec) if raw.as_bytes().iter().all(u8::is_ascii_digit) => {
                let number = raw.as_str().parse::<i64>().ok()?;
                u64::try_from(number).ok().map(Self::Number)
            }
            _ => None,
        }
    }

    /// The value of a field of this kind: nothing, or something; `None` where it does not fit.
    pub(super) fn value(&self, kind: Kind) -> Option<Option<Value>> {
        let visitor = FieldValue(kind);
        let value: Result<_, Error> = match self {
            Self::Text(text) => visitor.visit_str(text),
            Self::Number(number) => visitor.visit_u64(*number),
            Self::Flag(flag) => visitor.visit_bool(*flag),
            Self::Moment(_) => return None,
        };
        value.ok()
    }

    pub(super) fn code(&self) -> Option<u32> {
        let code: Result<_, Error> = match self {
            Self::Text(text) => CodeOf.visit_str(text),
            Self::Number(number) => CodeOf.visit_u64(*number),
            Self::Flag(_) | Self::Moment(_) => return None,
        };
        code.ok().flatten()
    }

    pub(super) fn words(&self, numbers: bool) -> Option<String> {
        let visitor = Words { numbers };
        let words: Result<_, Error> = match self {
            Self::Text(text) => visitor.visit_str(text),
            Self::Number(number) => visitor.visit_u64(*number),
            Self::Flag(_) | Self::Moment(_) => return None,
        };
        words.ok().flatten()
    }

    /// The text; `None` where it is none.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A moment, whether it is written as one or as a text.
    pub(super) fn moment(&self) -> Option<Moment> {
        match self {
            Self::Text(text) => DateTime::parse_from_rfc3339(text.trim()).ok(),
            Self::Moment(spelt) => DateTime::parse_from_rfc3339(&spelt.parse::<Datetime>().ok()?.to_string()).ok(),
            _ => None,
        }
    }
}
