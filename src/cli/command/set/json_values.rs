//! Values in JSON: an object in the layout of a draft, or under the paths of fields, or the list that `get --format json` prints.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};

use serde_json::{Map, Value as Json};

use super::no_fields;
use crate::cli::error::Failure;
use crate::cli::sentence::Sentence;
use crate::cli::world::World;
use crate::filing::{FieldId, Kind};
use crate::fs::IoTrouble;
use crate::locale::error as words;
use crate::text::clean::visible;
use crate::text::json::{Trouble, strict};

/// The most that is read, in bytes: as much as a draft has.
const MOST: u64 = 1024 * 1024;

/// All of standard input.
///
/// # Errors
/// When it cannot be read, is too long, or no text.
pub fn text(input: &mut dyn Read) -> Result<String, Failure> {
    bounded(input, |error| {
        let trouble = IoTrouble::from(error);
        Failure::io(&trouble, Sentence::of(words::INPUT_FAILED).with("trouble", trouble.clone())).hint(words::INPUT_FAILED_HINT)
    })
}

fn bounded(input: &mut dyn Read, failed: impl Fn(io::Error) -> Failure) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    input.take(MOST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MOST {
        return Err(Failure::usage(words::VALUES_TOO_LONG).hint(words::VALUES_HINT));
    }
    let text = String::from_utf8(bytes).map_err(|_| Failure::usage(words::VALUES_NOT_TEXT).hint(words::VALUES_HINT))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// The name and the text of a file.
///
/// # Errors
/// When it cannot be read, is too long, or no text.
pub fn file(world: &World, file: &OsStr) -> Result<(String, String), Failure> {
    let path = world.absolute(file.as_ref());
    let failed = |error: io::Error| {
        let trouble = IoTrouble::from(error);
        let sentence = Sentence::of(words::READ_FAILED).with("path", words::path(&path)).with("trouble", trouble.clone());
        Failure::io(&trouble, sentence).hint(words::JSON_FILE_HINT)
    };
    let mut opened = File::open(&path).map_err(failed)?;
    Ok((words::path(&path), bounded(&mut opened, failed)?))
}

/// The fields in a text of JSON, each with its value as it could be given on the command line; an empty one clears its field.
///
/// # Errors
/// When it is no JSON or a key stands twice, with line and column, or it names what is no field.
pub fn read(name: &str, text: &str) -> Result<Vec<(FieldId, String)>, Failure> {
    let json = strict(text).map_err(|trouble| {
        let at = |text, line, column| Sentence::of(text).with("path", name).with("line", line).with("column", column);
        match trouble {
            Trouble::Malformed(error) => {
                Failure::usage(at(words::JSON_BROKEN, error.line(), error.column())).hint(words::JSON_HINT)
            }
            Trouble::Twice { key, line, column } => {
                Failure::usage(at(words::JSON_TWICE, line, column).with("key", visible(&key))).hint(words::JSON_TWICE_HINT)
            }
        }
    })?;
    let mut found = Found::default();
    match &json {
        Json::Object(object) => found.collect(object, ""),
        Json::Array(list) => {
            for entry in list {
                match (entry.get("field").and_then(Json::as_str), entry.get("value")) {
                    (Some(field), Some(value)) => found.take(field.to_owned(), value),
                    _ => return Err(no_object(name)),
                }
            }
        }
        _ => return Err(no_object(name)),
    }
    let Found { values, unknown, misshapen } = found;
    if !unknown.is_empty() {
        return Err(no_fields(&unknown.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    if !misshapen.is_empty() {
        let names = Sentence::of(words::JSON_TYPE).with("names", visible(&misshapen.join(", ")));
        return Err(Failure::usage(names).hint(words::JSON_TYPE_HINT));
    }
    Ok(values)
}

fn no_object(name: &str) -> Failure {
    Failure::usage(Sentence::of(words::JSON_SHAPE).with("path", visible(name))).hint(words::JSON_HINT)
}

/// What stands in a text of JSON.
#[derive(Default)]
struct Found {
    values: Vec<(FieldId, String)>,
    /// Paths that name no field.
    unknown: Vec<String>,
    /// Paths of fields that take no such value.
    misshapen: Vec<String>,
}

impl Found {
    fn collect(&mut self, object: &Map<String, Json>, prefix: &str) {
        for (key, value) in object {
            let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            self.take(path, value);
        }
    }

    fn take(&mut self, path: String, value: &Json) {
        match (FieldId::from_path(&path.replace('-', "_")), value) {
            (Some(id), value) if suits(id.field().kind, value) => self.values.push((id, written(value))),
            (Some(_), _) => self.misshapen.push(path),
            (None, Json::Object(inner)) => self.collect(inner, &path),
            // The version of a draft's layout is no field, and belongs to every draft.
            (None, Json::Number(_)) if path == "format" => {}
            (None, _) => self.unknown.push(path),
        }
    }
}

/// Whether a field can take a value of this type. Numbers are texts, too: a table may have a phone so.
const fn suits(kind: Kind, value: &Json) -> bool {
    match value {
        Json::Null | Json::String(_) | Json::Number(_) => true,
        Json::Bool(_) => matches!(kind, Kind::Flag(_)),
        Json::Array(_) => matches!(kind, Kind::Choices(_) | Kind::Pictures(_) | Kind::Videos(_) | Kind::Approvals),
        Json::Object(_) => false,
    }
}

/// A value as it could be given on the command line.
fn written(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Bool(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Json::Array(list) if list.is_empty() => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_by_path_or_as_in_a_draft_or_as_get_prints_them() {
        let mobile =
            |text: &str| read("-", text).map(|found| found.into_iter().map(|(id, text)| (id.path(), text)).collect::<Vec<_>>());
        for text in [
            r#"{"owner.mobile":"1","published":true}"#,
            r#"{"format":1,"owner":{"mobile":"1"},"published":true}"#,
            r#"[{"field":"owner.mobile","value":"1"},{"field":"published","value":true}]"#,
        ] {
            assert_eq!(mobile(text).unwrap(), [("owner.mobile", "1".to_owned()), ("published", "yes".to_owned())], "{text}");
        }
        assert_eq!(
            mobile(r#"{"mini_program.service_contents":[3,"4"],"owner.email":null}"#).unwrap(),
            [("mini_program.service_contents", "[3,\"4\"]".to_owned()), ("owner.email", String::new())]
        );
        for wrong in [
            r#"{"subject":{"name":["a"]}}"#,
            r#"{"subject":{"name":{"a":1}}}"#,
            r#"{"responsible_person.mobile":true}"#,
            r#"{"mini_program.service_contents":{"a":1}}"#,
        ] {
            assert!(read("-", wrong).is_err(), "{wrong}");
        }
        for twice in
            [r#"{"owner":{"mobile":"1"},"owner":{"mobile":"2"}}"#, r#"[{"field":"owner.mobile","field":"x","value":"1"}]"#]
        {
            let failure = read("-", twice).unwrap_err();
            assert!(failure.to_text(crate::locale::Lang::En).contains("stands twice"), "{twice}");
        }
        for wrong in ["", "{", "3", "[3]", r#"{"owner.mobiel":"1"}"#, r#"{"owner":{"mobiel":"1"}}"#, r#"{"owner":"x"}"#] {
            assert!(read("-", wrong).is_err(), "{wrong}");
        }
    }
}
