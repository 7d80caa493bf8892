//! What an event says beside its texts: whose code it was, and the reasons of a reviewer (`reasons = [{ … }]`).

use toml_edit::{Array, InlineTable, Item, TableLike};

use super::lists::{Unreadable, nested, one_a_line};
use super::read;
use crate::filing::event::{role_from_name, role_name};
use crate::filing::{Reason, Role};

const WHO: &str = "who";
const KEY: &str = "reasons";

/// The person an event names. A word that is no person means nothing and stays in the file as it is.
pub fn who(row: &dyn TableLike) -> Option<Role> {
    row.get(WHO)?.as_str().and_then(role_from_name)
}

/// The reasons of an event, in either notation of TOML.
///
/// # Errors
/// When something in the list is no reason.
pub fn reasons(row: &dyn TableLike) -> Result<Vec<Reason>, Unreadable> {
    nested(row, KEY, reason)
}

fn reason(row: &dyn TableLike) -> Result<Reason, Unreadable> {
    let text = |key: &'static str| row.get(key).map_or(Some(String::new()), read::text).ok_or(Unreadable::NotText(KEY));
    let rejection = match row.get("rejection") {
        None => None,
        Some(item) => {
            let number = item.as_integer().and_then(|number| u16::try_from(number).ok());
            Some(number.ok_or(Unreadable::NotText(KEY))?)
        }
    };
    Ok(Reason { field: text("field")?, rejection, text: text("text")?, was: text("was")? })
}

/// Writes person and reasons into the row of an event; what says the same already is left alone.
pub fn fill(row: &mut dyn TableLike, person: Option<Role>, list: &[Reason]) {
    if who(row) != person {
        match person {
            Some(role) => {
                row.insert(WHO, Item::Value(role_name(role).into()));
            }
            None => {
                row.remove(WHO);
            }
        }
    }
    if reasons(row).as_deref() == Ok(list) {
        return;
    }
    if list.is_empty() {
        row.remove(KEY);
    } else {
        row.insert(KEY, Item::Value(array(list).into()));
    }
}

/// One reason a line, so that they can be read and compared.
fn array(list: &[Reason]) -> Array {
    let mut array: Array = list.iter().map(table).collect();
    if list.len() > 1 {
        one_a_line(&mut array);
    }
    array
}

fn table(reason: &Reason) -> InlineTable {
    let mut row = InlineTable::new();
    if !reason.field.is_empty() {
        row.insert("field", reason.field.as_str().into());
    }
    if let Some(number) = reason.rejection {
        row.insert("rejection", i64::from(number).into());
    }
    for (key, text) in [("text", &reason.text), ("was", &reason.was)] {
        if !text.is_empty() {
            row.insert(key, text.as_str().into());
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use crate::drafts::codec::{Document, parse};
    use crate::filing::{EventKind, Reason, Role};

    fn read(text: &str) -> Document {
        parse(text).unwrap()
    }

    const OLD: &str = "format = 1\n[[events]]\nat = 2026-11-23T10:00:00+08:00 # first\nkind = \"submitted\"\n\n\
                       [[events]]\nat = 2026-11-24T10:00:00+08:00\nkind = \"platform-returned\" # why\nnote = \"照片不清\"\nwho = \"me\"\n";
    const NEW: &str = "\n[[events]]\nat = 2026-11-25T10:00:00+08:00\nkind = \"platform-returned\"\nreasons = [\n  \
                       { field = \"subject.address\", rejection = 42, text = \"地址不详细\", was = \"0a1b\" },\n  { text = \"其他\" },\n]\n";

    #[test]
    fn reasons_and_people_are_read_in_either_notation() {
        for text in [
            "events = [{ at = 2026-11-24T10:00:00+08:00, kind = 'platform-returned', who = 'owner', \
             reasons = [{ field = 'owner.mobile', rejection = 20, text = '无法接通' }] }]\n",
            "[[events]]\nat = 2026-11-24T10:00:00+08:00\nkind = 'platform-returned'\nwho = 'owner'\n[[events.reasons]]\n\
             field = 'owner.mobile'\nrejection = 20\ntext = '无法接通'\nmine = 1\n",
        ] {
            let document = read(text);
            let event = &document.draft().events[0];
            assert_eq!(event.who, Some(Role::Owner));
            let reason =
                Reason { field: "owner.mobile".into(), rejection: Some(20), text: "无法接通".into(), ..Reason::default() };
            assert_eq!(event.reasons, [reason]);
            assert_eq!(document.faithful_text().unwrap(), text, "the same bytes");
        }
    }

    #[test]
    fn an_old_draft_keeps_its_bytes_when_reasons_are_added_and_taken_back() {
        let mut document = read(OLD);
        let before = document.draft().clone();
        assert!(before.events[1].reasons.is_empty() && before.events[1].who.is_none() && before.events[1].note == "照片不清");
        let mut draft = before.clone();
        let mut event = crate::filing::Event::new(EventKind::PlatformReturned, "2026-11-25T10:00:00+08:00".parse().unwrap());
        event.reasons = vec![
            Reason { field: "subject.address".into(), rejection: Some(42), text: "地址不详细".into(), was: "0a1b".into() },
            Reason { text: "其他".into(), ..Reason::default() },
        ];
        draft.events.push(event);
        document.update(&draft);
        assert_eq!(document.faithful_text().unwrap(), format!("{OLD}{NEW}"));
        document.update(&before);
        assert_eq!(document.faithful_text().unwrap(), OLD);
    }

    #[test]
    fn what_is_no_reason_makes_the_event_one_that_cannot_be_read_and_stays() {
        for wrong in ["'x'", "[1]", "[{ rejection = 'x' }]", "[{ rejection = -1 }]", "[{ field = true }]"] {
            let text =
                format!("events = [{{ at = 2026-11-24T10:00:00+08:00, kind = 'platform-returned', reasons = {wrong} }}]\n");
            let mut document = read(&text);
            assert!(document.draft().events.is_empty(), "{wrong}");
            assert_eq!(document.unread_events().len(), 1, "{wrong}");
            let mut draft = document.draft().clone();
            draft.set(crate::filing::FieldId::AppId, Some("wx".into()));
            document.update(&draft);
            assert!(document.faithful_text().unwrap().contains(wrong), "{wrong}");
        }
    }
}
