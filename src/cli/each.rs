//! A command that is about one draft, for several: each draft is answered as it would be alone, in the order in which they were named,
//! and one that fails does not keep the others from being done.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::num::NonZeroUsize;

use serde_json::{Map, Value as Json, json};

use super::args::Format;
use super::error::{Failure, Outcome, Status, Stop};
use super::many;
use super::output::Out;
use super::report::VERSION;
use super::sentence::Sentence;
use super::world::World;
use crate::locale::many as words;
use crate::text::clean::visible;

/// How many drafts are done at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// On all cores: nothing is written, or each writes for itself.
    Together,
    /// One after the other: what one writes may be in another's way.
    OneByOne,
}

/// What came of one draft.
struct Answer {
    text: Vec<u8>,
    aside: Vec<u8>,
    outcome: Result<Status, Stop>,
}

/// Does `work` for every draft that is named, by itself or in a folder. One that is named by itself is answered as ever; of several
/// programs get `{version, drafts, totals}`, each draft with the keys that it has alone, `key` holding what is no object.
///
/// # Errors
/// When a folder cannot be read or is empty, nothing can be written, or it was interrupted; a single draft's own failure.
pub fn each(
    world: &World,
    wanted: &[OsString],
    pace: Pace,
    key: &str,
    out: &mut Out<'_>,
    err: &mut dyn Write,
    work: impl Fn(&OsStr, &mut Out<'_>) -> Outcome + Sync,
) -> Outcome {
    let all = many::expand(world, wanted)?;
    if let ([one], true, false) = (all.as_slice(), all == wanted, out.is_report) {
        let outcome = work(one, out);
        let aside = out.take_aside();
        if !aside.is_empty() {
            out.flush()?;
            // If standard error is closed there is nobody to tell.
            let _ = err.write_all(&aside);
        }
        return outcome;
    }
    let (lang, format, is_coloured) = (out.lang, out.format, out.is_coloured);
    let one = |index: usize| {
        let mut text = Vec::new();
        let mut own = Out::new(&mut text, lang, format);
        own.is_coloured = is_coloured;
        let outcome = all.get(index).map_or(Ok(Status::Fine), |wanted| work(wanted, &mut own));
        let aside = own.take_aside();
        Answer { text, aside, outcome }
    };
    let jobs = if pace == Pace::OneByOne { NonZeroUsize::new(1) } else { None };
    let (mut worst, mut failed, mut done) = (Status::Fine, 0_usize, 0_usize);
    if format == Format::Json {
        out.raw(&format!("{{\"version\":{VERSION},\"drafts\":["))?;
    }
    let gone = many::in_order(world, jobs, all.len(), one, |index, answer| {
        let failure = match answer.outcome {
            Ok(status) => {
                worst = worst.max(status);
                None
            }
            Err(Stop::Failure(failure)) => Some(failure),
            Err(stop @ Stop::Output(_)) => return Err(stop),
        };
        worst = failure.as_ref().map_or(worst, |failure| worst.max(failure.status()));
        failed += usize::from(failure.is_some());
        done += 1;
        let name = all.get(index).map(|wanted| visible(&wanted.to_string_lossy()).into_owned()).unwrap_or_default();
        if format == Format::Json {
            out.raw(if done == 1 { "\n" } else { ",\n" })?;
            let json = of_one(&name, key, &answer.text, failure.as_ref().map(|failure| failure.details(lang)));
            out.bytes(&super::json::JsonLine::of(&json))?;
        } else {
            if done > 1 && !answer.text.is_empty() && format == Format::Text && key != PATHS {
                out.line("")?;
            }
            // What failed says nothing of its own name: what is found wrong would stand among the others' as nobody's.
            if failure.is_some() && !answer.text.is_empty() && format == Format::Text {
                out.line(words::NAMED.with(lang, &[("name", &name)]))?;
            }
            out.bytes(&answer.text)?;
            if !answer.aside.is_empty() {
                out.flush()?;
                let _ = writeln!(err, "{}", words::NAMED.with(lang, &[("name", &name)]));
                let _ = err.write_all(&answer.aside);
            }
            if let Some(failure) = &failure {
                out.flush()?;
                // If standard error is closed there is nobody to tell.
                let said = words::NAMED_AND_SAID.with(lang, &[("name", &name), ("said", &failure.to_text(lang))]);
                let _ = writeln!(err, "{said}");
            }
        }
        // What is done stays done, whatever comes next.
        Ok(out.flush()?)
    })?;
    if format == Format::Json {
        let totals = json!({ "drafts": done, "failed": failed, "interrupted": gone.is_cut_short() });
        out.raw("\n],\"totals\":")?;
        out.bytes(&super::json::JsonLine::of(&totals))?;
        out.raw("}\n")?;
    } else {
        // Data alone on standard output: how many there were is talk.
        out.flush()?;
        let _ = writeln!(err, "{}", words::EACH_TOTAL.with(lang, &[("done", &(done - failed)), ("of", &gone.of)]));
    }
    if gone.is_cut_short() {
        let sentence = Sentence::of(words::CUT_SHORT).with("done", gone.done).with("of", gone.of);
        return Err(Failure::system(sentence).hint(words::CUT_SHORT_HINT).into());
    }
    Ok(worst)
}

/// The key of commands that print a path a draft: no empty lines between them.
pub const PATHS: &str = "packages";

/// What a draft's own answer comes to among others.
fn of_one(name: &str, key: &str, text: &[u8], error: Option<Json>) -> Json {
    let mut object = Map::new();
    object.insert("draft".to_owned(), name.into());
    match serde_json::from_slice(text) {
        Ok(Json::Object(own)) => object.extend(own),
        Ok(other) => drop(object.insert(key.to_owned(), other)),
        Err(_) => {}
    }
    if let Some(error) = error {
        object.insert("error".to_owned(), error);
    }
    Json::Object(object)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Lang;

    fn called(names: &[&str], format: Format) -> (String, String, Status) {
        let mut world = World::read();
        world.shows_progress = false;
        let wanted: Vec<OsString> = names.iter().map(OsString::from).collect();
        let (mut written, mut err) = (Vec::new(), Vec::new());
        let mut out = Out::new(&mut written, Lang::En, format);
        let status = each(&world, &wanted, Pace::Together, "fields", &mut out, &mut err, |wanted, out| {
            if wanted == "bad" {
                return Err(Failure::usage(words::EMPTY_FOLDER_HINT).into());
            }
            if out.is_json() {
                out.json(&json!({ "x": wanted.to_string_lossy() }))?
            } else {
                out.line(wanted.to_string_lossy())?
            }
            Ok(Status::Fine)
        });
        (String::from_utf8(written).unwrap(), String::from_utf8(err).unwrap(), status.unwrap())
    }

    #[test]
    fn one_that_fails_does_not_keep_the_others_from_being_done() {
        let (out, err, status) = called(&["a", "bad", "c"], Format::Text);
        assert_eq!((out.as_str(), status), ("a\n\nc\n", Status::Usage));
        assert!(err.starts_with("bad: error: ") && err.ends_with("2 of 3\n"), "{err}");
        let (out, _, status) = called(&["a", "bad"], Format::Json);
        let json: Json = serde_json::from_str(&out).unwrap();
        assert_eq!(
            (&json["version"], &json["drafts"][0], status),
            (&json!(1), &json!({ "draft": "a", "x": "a" }), Status::Usage)
        );
        assert!(json["drafts"][1]["error"]["message"].is_string());
        assert_eq!(json["totals"], json!({ "drafts": 2, "failed": 1, "interrupted": false }));
        assert_eq!(called(&["a"], Format::Text).0, "a\n");
    }
}
