//! What a change that was taken over replaced in the filed draft (`replaced = [{ field = …, value = … }]`).

use toml_edit::{Array, InlineTable, Item, TableLike};

use super::lists::{Unreadable, nested, one_a_line};
use super::{read, write};
use crate::filing::{FieldId, Value};

const KEY: &str = "replaced";

/// What stood in the fields before; `None` for a field that was empty. A field that this version does not know is passed over.
///
/// # Errors
/// When it is no such list.
pub fn replaced(row: &dyn TableLike) -> Result<Vec<(FieldId, Option<Value>)>, Unreadable> {
    let one = |row: &dyn TableLike| -> Result<Option<(FieldId, Option<Value>)>, Unreadable> {
        let path = row.get("field").and_then(Item::as_str).ok_or(Unreadable::NotText(KEY))?;
        let value = |id: FieldId| row.get("value").and_then(|item| read::value(id.field().kind, item));
        Ok(FieldId::from_path(path).map(|id| (id, value(id))))
    };
    Ok(nested(row, KEY, one)?.into_iter().flatten().collect())
}

/// Writes them into the row of an event; what says the same already is left alone.
pub fn fill(row: &mut dyn TableLike, list: &[(FieldId, Option<Value>)]) {
    if replaced(row).as_deref() == Ok(list) {
        return;
    }
    if list.is_empty() {
        row.remove(KEY);
        return;
    }
    let mut array: Array = list.iter().map(|(id, value)| table(*id, value.as_ref())).collect();
    one_a_line(&mut array);
    row.insert(KEY, Item::Value(array.into()));
}

fn table(id: FieldId, value: Option<&Value>) -> InlineTable {
    let mut row = InlineTable::new();
    row.insert("field", id.path().into());
    if let Some(value) = value {
        row.insert("value", write::toml(id.field().kind, value, None));
    }
    row
}

#[cfg(test)]
mod tests {
    use crate::drafts::codec::parse;
    use crate::filing::{FieldId, Value};

    #[test]
    fn what_was_replaced_is_read_in_either_notation_and_stays_as_it_stands() {
        let events = [
            "[[events]]\nat = 2026-11-25T10:00:00+08:00\nkind = \"changed\"\nreplaced = [\n  { field = \"owner.mobile\", value = \"1\" },\n  \
             { field = \"no.such.field\", value = 7 },\n  { field = \"owner.email\" },\n]\n",
            "[[events]]\nat = 2026-11-25T10:00:00+08:00\nkind = 'changed'\n[[events.replaced]]\nfield = 'owner.mobile'\nvalue = '1'\n\
             [[events.replaced]]\nfield = 'owner.email'\n",
        ];
        for text in events {
            let mut document = parse(text).unwrap();
            let expected = [(FieldId::OwnerMobile, Some(Value::from("1"))), (FieldId::OwnerEmail, None)];
            assert_eq!(document.draft().events[0].replaced, expected, "{text}");
            let mut draft = document.draft().clone();
            draft.set(FieldId::MiniProgramName, Some("小食记".into()));
            document.update(&draft);
            assert!(document.to_text().contains(text.trim_end()), "{}", document.to_text());
        }
    }

    #[test]
    fn what_is_no_such_list_leaves_the_event_unread() {
        for wrong in ["1", "[1]", "[{ value = 1 }]"] {
            let text = format!("events = [{{ at = 2026-11-24T10:00:00+08:00, kind = 'changed', replaced = {wrong} }}]\n");
            let document = parse(&text).unwrap();
            assert_eq!((document.draft().events.len(), document.unread_events().len()), (0, 1), "{wrong}");
        }
    }
}
