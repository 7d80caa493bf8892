//! `beian set`: fills in fields.

mod json_values;

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::{Read, Write};

use serde_json::json;

use crate::cli::args::{Format, Set};
use crate::cli::completed::{Completed, completed};
use crate::cli::each::{Pace, each};
use crate::cli::error::{Failure, Outcome, Status};
use crate::cli::findings;
use crate::cli::import::plan::misfit;
use crate::cli::output::Out;
use crate::cli::report::Filter;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::value::{self, Folders};
use crate::cli::world::World;
use crate::cli::wrong::{self, Judged};
use crate::filing::deregistration::with_receiver;
use crate::filing::field::table;
use crate::filing::{FieldId, Need};
use crate::locale::{Text, cli as said, error as words, value as shown};
use crate::package::outside::Reach;
use crate::rules::{self, Context, Finding};
use crate::scan::Cache;
use crate::text::clean::visible;

/// Stores the values, then says what the rules find in these fields. Where one of them cannot be a value of its field, or is wrong by
/// the rules, nothing is stored, unless that is asked for. Of scans it looks only at those that are set.
pub fn run(args: &Set, world: &World, input: &mut (dyn Read + Send), out: &mut Out<'_>, err: &mut dyn Write) -> Outcome {
    let filter = Filter::new(&args.wanted)?;
    let (drafts, values) = drafts_of(args, world);
    let edits = given(args, values, world, input)?;
    each(world, &drafts, Pace::OneByOne, "findings", out, err, |draft, out| one(draft, &edits, args.force, filter, world, out))
}

/// The drafts, and the values behind them: what has no equals sign in front of the values and is a draft or a folder.
fn drafts_of<'a>(args: &'a Set, world: &World) -> (Vec<OsString>, &'a [String]) {
    let is_draft = |word: &&String| {
        let is_value = word.contains('=') || *word == STDIN;
        !is_value && store::find(world, word.as_ref()).is_ok_and(|found| found.exists())
    };
    let more = args.values.iter().take_while(is_draft).count();
    let (drafts, values) = args.values.split_at(more);
    let drafts = std::iter::once(args.draft.clone()).chain(drafts.iter().map(OsString::from)).collect();
    (drafts, values)
}

fn one(
    draft: &OsStr,
    edits: &[(FieldId, String)],
    is_forced: bool,
    filter: Filter<'_>,
    world: &World,
    out: &mut Out<'_>,
) -> Outcome {
    let lang = out.lang;
    let mut file = store::write(world, draft)?;
    let mut draft = file.draft().clone();
    let draft_folder = file.folder().to_owned();
    let folders = Folders { draft: &draft_folder, working: &world.folder, home: world.home.as_deref() };
    // What a value means may depend on the kind and the nature: the fields in their order, not as they were given.
    let mut ordered: Vec<&(FieldId, String)> = edits.iter().collect();
    ordered.sort_by_key(|(id, _)| FieldId::ALL.iter().position(|other| other == id));
    let (mut misfits, mut unfit) = (Vec::new(), Vec::new());
    let mut taken: Vec<(FieldId, Completed)> = Vec::new();
    for (id, text) in ordered {
        taken.extend(completed(&draft, *id, text).into_iter().map(|one| (*id, one)));
        let value = value::parse(&draft, *id, text, folders);
        if let Some(value) = value.as_ref().filter(|value| !value::fits(*id, value)) {
            misfits.push(wrong::at(*id, misfit(*id, &value::raw(value))));
            unfit.push(*id);
        }
        // What is given beside it comes behind, and counts.
        for (id, value) in with_receiver(&draft, vec![(*id, value)]) {
            draft.set(id, value);
        }
    }
    let before = file.draft().clone();
    let given: Vec<FieldId> = edits.iter().map(|(id, _)| *id).collect();
    let judged = Judged::of(&before, &draft, &given, world.today());
    if !is_forced {
        let hint = if misfits.is_empty() { words::MISFIT_HINT } else { words::NOTHING_STORED };
        // What is no value of its field is told as that.
        let wrong = judged.wrong.iter().filter(|finding| !unfit.contains(&finding.field));
        misfits.extend(wrong.map(wrong::sentence));
        if let Some(failure) = refused(misfits, hint) {
            return Err(failure.into());
        }
    }
    let is_set = |field: FieldId| edits.iter().any(|(id, _)| *id == field);
    // An answer holds for what it was given about.
    let mut reopened = rules::reopened(&before, &draft);
    reopened.retain(|id| !is_set(*id));
    for id in &reopened {
        draft.set(*id, None);
    }
    // To empty a field is no mistake; that the filing lacks it now is easily missed.
    let is_emptied = |id: &FieldId| before.get(*id).is_some() && draft.get(*id).is_none() && draft.need(*id) == Need::Required;
    let emptied: Vec<FieldId> = given.iter().copied().filter(is_emptied).collect();
    store::save_edited(&mut file, &draft, &given, is_forced)?;
    // What was set just now was chosen by whoever set it.
    store::admit_new(world, &file, &before);

    let reach = Reach::of(file.path(), world.own_drafts(), world.state_dir.as_deref());
    let facts = reach.inspect(&mut Cache::new(), file.folder(), world.home.as_deref(), draft.scans_in(is_set));
    let mut found = rules::check(&Context::new(&draft, &facts, world.today()));
    found.retain(|finding: &Finding| is_set(finding.field) && filter.admits(finding));
    if out.is_json() {
        let again: Vec<&str> = reopened.iter().map(|id| id.path()).collect();
        let findings = findings::list_json(lang, &found);
        out.json(&json!({
            "draft": store::path_json(file.path()),
            "findings": findings,
            "elsewhere": findings::list_json(lang, &judged.elsewhere),
            "waiting": wrong::waiting_json(&judged.waiting),
            "unasked": judged.unasked.iter().map(|id| id.path()).collect::<Vec<_>>(),
            "reopened": again,
            "emptied": emptied.iter().map(|id| id.path()).collect::<Vec<_>>(),
        }))?;
        return Ok(Status::Fine);
    }
    for (id, _) in edits {
        let text = draft.get(*id).map(|value| shown::in_both_ways(lang, *id, value)).unwrap_or_default();
        out.line(format!("{} = {text}", id.full_label(lang)))?;
        for (_, one) in taken.iter().filter(|(of, _)| of == id) {
            out.line(format!("    {}", one.sentence().in_lang(lang)))?;
        }
    }
    if !reopened.is_empty() {
        out.line(said::reopened(lang, &reopened))?;
    }
    findings::print(out, &found)?;
    aside(&judged, &emptied, out)?;
    Ok(Status::Fine)
}

/// What the values say beside themselves: which are no part of the filing, what they wait for, and the errors they make elsewhere.
fn aside(judged: &Judged, emptied: &[FieldId], out: &mut Out<'_>) -> std::io::Result<()> {
    let lang = out.lang;
    let mut text = Vec::new();
    let mut talk = Out::new(&mut text, lang, Format::Text);
    if !judged.unasked.is_empty() {
        talk.line(wrong::unasked(lang, &judged.unasked))?;
    }
    for id in emptied {
        talk.line(words::EMPTIED_REQUIRED.with(lang, &[("field", &id.full_label(lang))]))?;
    }
    for one in &judged.waiting {
        talk.line(wrong::waits(lang, *one))?;
    }
    if !judged.elsewhere.is_empty() {
        talk.line(words::MADE_ELSEWHERE.in_lang(lang))?;
        for finding in &judged.elsewhere {
            let rule = finding.rule.name;
            talk.line(format!("  {}  ({rule})", wrong::sentence(finding).in_lang(lang)))?;
        }
    }
    out.aside(&text);
    Ok(())
}

/// All fields and their texts, from the arguments, standard input and a file of JSON.
fn given(args: &Set, given: &[String], world: &World, input: &mut (dyn Read + Send)) -> Result<Vec<(FieldId, String)>, Failure> {
    let mut values: Vec<String> = given.iter().filter(|arg| *arg != STDIN).cloned().collect();
    let mut objects = Vec::new();
    let from_input = given.iter().any(|arg| arg == STDIN) || args.json.as_ref().is_some_and(|file| file == STDIN);
    if from_input {
        let text = json_values::text(input)?;
        if text.trim_start().starts_with(['{', '[']) || args.json.as_ref().is_some_and(|file| file == STDIN) {
            objects.push(("-".to_owned(), text));
        } else {
            values.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        }
    }
    if let Some(file) = args.json.as_ref().filter(|file| *file != STDIN) {
        objects.push(json_values::file(world, file)?);
    }
    if values.is_empty() && objects.is_empty() && !from_input {
        return Err(Failure::usage(words::NOTHING_TO_SET).hint(words::NO_VALUE_HINT));
    }
    let mut edits: Vec<(FieldId, String)> = edits(&values)?;
    for (name, text) in objects {
        edits.extend(json_values::read(&name, &text)?);
    }
    // The later of two would win without a word.
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = edits.iter().filter(|(id, _)| !seen.insert(*id)).map(|(id, _)| id.path()).collect();
    if !twice.is_empty() {
        return Err(
            Failure::usage(Sentence::of(words::FIELD_TWICE).with("names", twice.join(", "))).hint(words::FIELD_TWICE_HINT)
        );
    }
    Ok(edits)
}

/// All values that do not fit, in one complaint; `hint` says what becomes of them. What is no value of its field at all is not worth storing.
fn refused(misfits: Vec<Sentence>, hint: Text) -> Option<Failure> {
    let mut misfits = misfits.into_iter();
    let mut failure = Failure::usage(misfits.next()?);
    failure.hints.extend(misfits);
    Some(failure.hint(hint))
}

/// All fields and their texts. Nothing is stored where one of them is wrong: every wrong one is named.
fn edits(values: &[String]) -> Result<Vec<(FieldId, String)>, Failure> {
    let unknown: Vec<&str> =
        values.iter().filter_map(|arg| Some(arg.split_once('=')?.0)).filter(|name| meant(name).is_err()).collect();
    if values.len() > 1 && !unknown.is_empty() {
        return Err(no_fields(&unknown));
    }
    values.iter().map(|arg| edit(arg)).collect()
}

/// These name no fields.
pub(super) fn no_fields(unknown: &[&str]) -> Failure {
    let names = unknown.iter().map(|name| visible(name)).collect::<Vec<_>>().join(", ");
    let mut guesses: Vec<&str> = unknown.iter().flat_map(|name| alike(name)).collect();
    guesses.dedup();
    Failure::usage(Sentence::of(words::NO_FIELDS).with("names", names)).guess(&guesses, words::NO_FIELD_HINT)
}

/// Fields whose paths are like this.
fn alike(name: &str) -> Vec<&'static str> {
    similar(&name.trim().replace('-', "_"), table().iter().map(|field| field.path))
}

/// What stands for standard input, from which values come that neither the list of processes nor the shell's memory should have.
const STDIN: &str = "-";
/// Field and text of `field=value`.
fn edit(arg: &str) -> Result<(FieldId, String), Failure> {
    let Some((name, text)) = arg.split_once('=') else {
        let no_value = Sentence::of(words::NO_VALUE).with("arg", visible(arg));
        return Err(Failure::usage(no_value).hint(words::NO_VALUE_HINT));
    };
    let (id, is_turned) = meant(name)?;
    Ok((id, if is_turned { value::turned_round(text) } else { text.to_owned() }))
}

/// The field with this path, the question that people are asked so, or the only field that is called so in the wizard; then whether the
/// draft keeps the contrary.
///
/// # Errors
/// As [`named`]. Of several fields that are called so the hint names all.
pub fn meant(name: &str) -> Result<(FieldId, bool), Failure> {
    let failure = match named(name) {
        Ok(id) => return Ok((id, false)),
        Err(failure) => failure,
    };
    if let Some(id) = value::turned(name) {
        return Ok((id, true));
    }
    match value::labelled(name)[..] {
        [only] => Ok((only, false)),
        [] => Err(failure),
        ref several => {
            let paths: Vec<&str> = several.iter().map(|id| id.path()).collect();
            Err(no_field(name, &paths))
        }
    }
}

/// The field with this path, `-` standing for `_`.
///
/// # Errors
/// When there is none; the hint names similar ones.
pub fn named(name: &str) -> Result<FieldId, Failure> {
    let path = name.trim().replace('-', "_");
    FieldId::from_path(&path).ok_or_else(|| no_field(name, &alike(&path)))
}

fn no_field(name: &str, guesses: &[&str]) -> Failure {
    Failure::usage(Sentence::of(words::NO_FIELD).with("name", visible(name))).guess(guesses, words::NO_FIELD_HINT)
}
