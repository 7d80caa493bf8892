//! `beian config`: the settings that hold everywhere, each with where it comes from.

use std::io::Write;
use std::path::PathBuf;

use serde_json::{Value as Json, json};

use crate::cli::args::{Config as Args, ConfigCommand};
use crate::cli::config::{Named, Origin, Problem, Setting, edit};
use crate::cli::error::{Failure, Outcome, Status, Stop};
use crate::cli::findings;
use crate::cli::output::Out;
use crate::cli::report::VERSION;
use crate::cli::sentence::Sentence;
use crate::cli::similar::similar;
use crate::cli::store;
use crate::cli::value;
use crate::cli::world::World;
use crate::filing::{Draft, FieldId, FilingKind, Section, Value};
use crate::locale::{Lang, Text, config as words, error, value as shown};
use crate::package::material::Naming;
use crate::rules::{self, Context};
use crate::scan::facts::Facts;
use crate::text::clean::{one_line, visible};

/// A setting as it holds in this call.
struct Holding {
    key: String,
    value: Option<Json>,
    shown: String,
    origin: Origin,
    meaning: String,
}

/// Shows the settings, or changes one of them.
pub fn run(args: &Args, world: &World, out: &mut Out<'_>) -> Outcome {
    let path = path(world)?;
    match &args.command {
        None | Some(ConfigCommand::Show) => show(&path, world, out)?,
        Some(ConfigCommand::Path) => match out.is_json() {
            true => out.json(&json!({ "path": store::path_json(&path) }))?,
            false => out.line(error::path(&path))?,
        },
        Some(ConfigCommand::Get(args)) => {
            let named = named(&args.key)?;
            let Some(held) = holding(world, out.lang).into_iter().find(|held| held.key == key_of(named)) else {
                if out.is_json() {
                    out.json(&json!({ "key": key_of(named), "value": null, "origin": Origin::Default.name() }))?;
                }
                return Ok(Status::Fine);
            };
            match out.is_json() {
                true => out.json(&held.to_json())?,
                false => out.line(&held.shown)?,
            }
        }
        Some(ConfigCommand::Set(args)) => {
            let named = named(&args.key)?;
            let judged_on = (!args.force).then(|| world.today());
            edit::set(&path, world.home.as_deref(), &key_of(named), named, &one_line(&args.value).0, judged_on)?;
            let now = changed(world, named, words::NOT_SET, out)?;
            // What was written holds once what is stronger is gone.
            let key = key_of(named);
            let stronger =
                holding(&now, out.lang).into_iter().find(|held| held.key == key && !matches!(held.origin, Origin::Config));
            if let Some(held) = stronger.filter(|_| !out.is_json()) {
                out.line(words::OVERRULED.with(out.lang, &[("origin", &origin(out.lang, held.origin))]))?;
            }
            if let Named::Field(id) = named {
                checked(&now, id, out)?;
            }
        }
        Some(ConfigCommand::Unset(args)) => {
            let key = args.key.trim();
            let was_set = edit::unset(&path, key)?;
            if !was_set {
                // A key nobody knows may stand there; one that neither stands there nor is known is a slip.
                named(key)?;
            }
            match Named::from_key(key) {
                Some(named) => drop(changed(world, named, if was_set { words::UNSET } else { words::NOT_SET }, out)?),
                None if out.is_json() => out.json(&json!({ "key": key, "value": null }))?,
                None => out.line(words::UNSET.with(out.lang, &[("key", &visible(key))]))?,
            }
        }
    }
    Ok(Status::Fine)
}

/// Tells what is wrong with the file, a line each, on standard error. If that is closed there is nobody to tell.
pub fn warn(world: &World, lang: Lang, err: &mut dyn Write) {
    let Some(path) = &world.config_path else { return };
    for problem in &world.config.problems {
        let said = said(lang, &error::path(path), problem);
        let line = words::WARNING.with(lang, &[("problem", &said)]);
        let _ = writeln!(err, "{line}");
    }
}

fn said(lang: Lang, path: &str, problem: &Problem) -> String {
    let key = if problem.key.is_empty() {
        String::new()
    } else {
        format!("{}{}", visible(&problem.key), if lang == Lang::Zh { "：" } else { ": " })
    };
    let gap = if lang == Lang::Zh { "" } else { " " };
    let why = problem.why.in_lang(lang);
    // A sentence that names the key itself need not say it twice.
    let key = if why.contains(problem.key.as_str()) { String::new() } else { key };
    let end = if why.ends_with(['.', '。']) {
        ""
    } else if lang == Lang::Zh {
        "。"
    } else {
        "."
    };
    let why = format!("{key}{why}{end}{gap}{}", problem.hint.in_lang(lang));
    match problem.place {
        Some((line, column)) => {
            words::AT_PLACE.with(lang, &[("path", &path), ("line", &line), ("column", &column), ("why", &why)])
        }
        None => words::AT.with(lang, &[("path", &path), ("why", &why)]),
    }
}

fn path(world: &World) -> Result<PathBuf, Failure> {
    match &world.config_path {
        Some(path) => Ok(world.absolute(path)),
        None => Err(Failure::usage(words::NO_PLACE).hint(words::NO_PLACE_HINT)),
    }
}

/// What a key names; `new.` and the path of a field, `-` standing for `_`.
fn named(key: &str) -> Result<Named, Failure> {
    let key = key.trim().replace('-', "_");
    Named::from_key(&key).ok_or_else(|| {
        let keys: Vec<String> = Named::keys().collect();
        let guesses = similar(&key, keys.iter().map(String::as_str));
        Failure::usage(Sentence::of(words::UNKNOWN_KEY).with("key", visible(&key))).guess(&guesses, words::UNKNOWN_KEY_HINT)
    })
}

fn key_of(named: Named) -> String {
    match named {
        Named::Setting(setting) => setting.key().to_owned(),
        Named::Field(id) => format!("new.{}", id.path()),
    }
}

/// Says what holds after a change, which need not be what was written: a variable may be stronger; `without` says that nothing does.
fn changed(world: &World, named: Named, without: Text, out: &mut Out<'_>) -> Result<World, Stop> {
    let mut now = world.clone();
    now.configure_again();
    let key = key_of(named);
    let held = holding(&now, out.lang).into_iter().find(|held| held.key == key);
    match (held, out.is_json()) {
        (Some(held), true) => out.json(&held.to_json())?,
        (Some(held), false) => out.line(format!("{key} = {}  ({})", held.shown, origin(out.lang, held.origin)))?,
        (None, true) => out.json(&json!({ "key": key, "value": null, "origin": Origin::Default.name() }))?,
        (None, false) => out.line(without.with(out.lang, &[("key", &key)]))?,
    }
    Ok(now)
}

/// What the rules find in a value that every new draft begins with, as `beian set` says it of a draft's. Programs ask `beian check`.
fn checked(world: &World, id: FieldId, out: &mut Out<'_>) -> std::io::Result<()> {
    if out.is_json() {
        return Ok(());
    }
    let mut draft = Draft::default();
    draft.set(FieldId::FilingKind, Some(FilingKind::New.word().into()));
    for (id, value) in world.config.new.iter() {
        draft.set(id, Some(value.clone()));
    }
    // Whose is asked for only of somebody else is checked as if it were asked for.
    if id.field().section == Section::Owner && draft.get(FieldId::SameAsResponsiblePerson).is_none() {
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    }
    let mut found = rules::check(&Context::new(&draft, &Facts::new(), world.today()));
    found.retain(|finding| finding.field == id);
    findings::print(out, &found)
}

/// All settings that hold, in their order, then what new drafts begin with.
fn holding(world: &World, lang: Lang) -> Vec<Holding> {
    let config = &world.config;
    let from = |is_set: bool| if is_set { Origin::Config } else { Origin::Default };
    let is_set = |setting: Setting| config.said.iter().any(|(other, _)| *other == setting);
    let said = |setting: Setting| config.said.iter().find(|(other, _)| *other == setting).map(|(_, value)| value.clone());
    let one = |setting: Setting| {
        let (value, origin): (Option<Json>, Origin) = match setting {
            Setting::Language => (Some(world.lang.tag().into()), world.lang_from),
            Setting::Theme => match &world.theme_variable {
                Some(word) => (Some(word.as_str().into()), Origin::Variable("BEIAN_THEME")),
                None => (Some(said(setting).unwrap_or_else(|| "auto".to_owned()).into()), from(is_set(setting))),
            },
            Setting::Mouse => match &world.mouse_variable {
                Some(word) => (Some(value::flag(word).unwrap_or(true).into()), Origin::Variable("BEIAN_MOUSE")),
                None => (Some(config.mouse.unwrap_or(true).into()), from(is_set(setting))),
            },
            Setting::DraftsDir => (world.drafts_dir.as_deref().map(store::path_json), world.drafts_from),
            Setting::ExportFolder => (config.export.folder.as_deref().map(store::path_json), from(is_set(setting))),
            Setting::ExportAsciiNames => (Some((config.export.naming == Naming::Ascii).into()), from(is_set(setting))),
            Setting::ExportWithNotes => (Some(config.export.with_notes.into()), from(is_set(setting))),
            Setting::ExportEncrypt => (Some(config.export.recipients.clone().into()), from(is_set(setting))),
        };
        let text = match &value {
            Some(Json::String(text)) => visible(text).into_owned(),
            Some(Json::Array(list)) => visible(&list.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(", ")).into_owned(),
            Some(other) => other.to_string(),
            None => String::new(),
        };
        Holding { key: setting.key().to_owned(), value, shown: text, origin, meaning: setting.meaning().in_lang(lang).to_owned() }
    };
    let fields = config.new.iter().map(|(id, value)| Holding {
        key: format!("new.{}", id.path()),
        value: Some(value::to_json(value)),
        shown: visible(&shown::show(lang, id, value)).into_owned(),
        origin: Origin::Config,
        meaning: id.full_label(lang),
    });
    Setting::ALL.into_iter().map(one).chain(fields).collect()
}

impl Holding {
    fn to_json(&self) -> Json {
        let variable = match self.origin {
            Origin::Variable(name) => Some(name),
            _ => None,
        };
        json!({ "key": self.key, "value": self.value, "origin": self.origin.name(), "variable": variable })
    }
}

fn origin(lang: Lang, origin: Origin) -> String {
    match origin {
        Origin::Variable(name) => name.to_owned(),
        other => words::origin(other.name()).in_lang(lang).to_owned(),
    }
}

fn show(path: &std::path::Path, world: &World, out: &mut Out<'_>) -> std::io::Result<()> {
    let lang = out.lang;
    let held = holding(world, lang);
    if out.is_json() {
        let problem = |problem: &Problem| {
            json!({
                "line": problem.place.map(|place| place.0),
                "column": problem.place.map(|place| place.1),
                "key": problem.key,
                "message": problem.why.in_lang(lang),
                "hint": problem.hint.in_lang(lang),
            })
        };
        return out.json(&json!({
            "version": VERSION,
            "path": store::path_json(path),
            "settings": held.iter().map(Holding::to_json).collect::<Vec<_>>(),
            "problems": world.config.problems.iter().map(problem).collect::<Vec<_>>(),
        }));
    }
    // What stands there may be no file; that is told below.
    let file = if path.symlink_metadata().is_ok() { words::FILE } else { words::FILE_MISSING };
    out.line(file.with(lang, &[("path", &error::path(path))]))?;
    for problem in &world.config.problems {
        out.line(format!("  {}", said(lang, &error::path(path), problem)))?;
    }
    out.line("")?;
    let columns = [words::COLUMN_KEY, words::COLUMN_VALUE, words::COLUMN_ORIGIN, words::COLUMN_MEANING];
    let mut rows = vec![columns.map(|column| column.in_lang(lang).to_owned()).to_vec()];
    rows.extend(held.into_iter().map(|held| vec![held.key, held.shown, origin(lang, held.origin), held.meaning]));
    out.table(&rows)
}
