//! Findings in words.

use super::{Lang, value};
use crate::filing::{Confirmation, FieldId, Value};
use crate::rules::{Finding, Fix};
use crate::text::clean::visible;

crate::messages! {
    STANDS = "已确认（{date}）：{reason}", "Confirmed on {date}: {reason}";
    STANDS_BARE = "已确认（{date}）{reason}", "Confirmed on {date}{reason}";
    EMPTIED = "（留空）", "(empty)";
}

/// What is wrong.
#[must_use]
pub fn message(lang: Lang, finding: &Finding) -> String {
    finding.message(lang).into_owned()
}

/// How to fix it.
#[must_use]
pub fn fix(lang: Lang, finding: &Finding) -> String {
    finding.fix(lang).into_owned()
}

/// What a fix changes: the new value, with the label of the field where it is another one than `here`.
#[must_use]
pub fn change(lang: Lang, here: FieldId, fix: &Fix) -> String {
    let one = |(id, value): &(FieldId, Option<Value>)| {
        let value = value.as_ref().map_or_else(|| EMPTIED.in_lang(lang).to_owned(), |value| value::show(lang, *id, value));
        match lang {
            _ if *id == here => value,
            Lang::Zh => format!("{}：{value}", id.full_label(lang)),
            Lang::En => format!("{}: {value}", id.full_label(lang)),
        }
    };
    let changes: Vec<String> = fix.changes.iter().map(one).collect();
    changes.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// That a person stands by it, why and since when; the reason whole, to be wrapped.
#[must_use]
pub fn stands(lang: Lang, confirmed: &Confirmation) -> String {
    let reason = visible(&confirmed.reason);
    let text = if reason.is_empty() { STANDS_BARE } else { STANDS };
    text.with(lang, &[("reason", &reason), ("date", &confirmed.date)])
}
