//! One row of the list of drafts.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::standing::Standing;
use crate::catalog::INDIVIDUAL;
use crate::catalog::{self, filing_region};
use crate::drafts::error::OpenError;
use crate::drafts::folder::{Listed, Since, Summary, is_nameless, safe_name};
use crate::filing::deadline;
use crate::filing::event::Moment;
use crate::filing::reuse::reuses_subject;
use crate::filing::status::Judged;
use crate::filing::{Draft, FieldId, FilingKind, Stage, Value};
use crate::locale::tui::{common, home as words};
use crate::locale::{Lang, Text, error as says_error, value};
use crate::reading::Readings;
use crate::rules::peers::PeerIndex;
use crate::rules::{self, Context, Severity};
use crate::scan::facts::Facts;
use crate::tui::state::State;
use crate::tui::widget::theme::Role;

/// Errors and warnings of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// What else keeps it from being handed in.
    pub(super) judged: Judged,
}

impl Counts {
    /// What the rules find in the values, in the files and beside the other drafts: what `beian list` counts. Nothing is read for it; what
    /// was read on scans in this session counts as it does in the draft.
    pub(super) fn of(draft: &Draft, peers: PeerIndex<'_>, (facts, readings): (&Facts, &Readings), today: NaiveDate) -> Self {
        let findings = rules::check(&Context::new(draft, facts, today).with_readings(readings).with_peers(peers));
        let count = |severity| rules::count(&findings, severity);
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning), judged: rules::judged(&findings) }
    }
}

/// What stands in a row, column by column.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: (String, Role),
    /// The file's name, where it is not the title's own.
    pub(super) file: Option<String>,
    /// Title and kind alone do not tell it from others.
    pub(super) file_tells: bool,
    pub(super) rest: Result<Rest, String>,
    pub(super) changed: String,
}

/// What is known of a draft that could be read.
#[derive(Debug)]
pub(super) struct Rest {
    /// What is filed; a first filing, as most are, is not set off.
    pub(super) kind: (&'static str, Role),
    /// Who files: the organisation, else the person.
    pub(super) entity: String,
    /// Where: province and city.
    pub(super) region: String,
    pub(super) nature: &'static str,
    pub(super) stage: Standing,
    pub(super) done: String,
    pub(super) counts: Vec<(String, Role)>,
}

impl Row {
    /// The row of a draft; `counts` are `None` while the rules have not looked, `since` is what has become of what is filed. Of a `twin`, and
    /// of one without a title that was given a name, the file tells.
    pub(super) fn of(draft: &Listed, counts: Option<Counts>, twin: bool, since: Option<Since>, state: &State) -> Self {
        let lang = state.lang;
        let title = draft.summary.as_ref().map(|summary| summary.title.trim()).ok();
        // What a file is called that nobody has named tells nothing.
        let file_tells = twin || title == Some("") && !is_nameless(&draft.name);
        // Of what cannot be read the file is the name.
        let is_own = |title: &str| draft.name == title || draft.name == safe_name(title);
        let file = title.is_some_and(|title| file_tells || !is_own(title)).then(|| draft.name.clone());
        let changed = draft.modified.map(|at| changed(at.into(), state)).unwrap_or_default();
        match &draft.summary {
            Err(error) => {
                let rest = format!("{} · {}", words::UNREADABLE.in_lang(lang), trouble(lang, error));
                Self { name: (draft.name.clone(), Role::Text), file, file_tells, rest: Err(rest), changed }
            }
            Ok(summary) => {
                let name = match summary.title.trim() {
                    "" => (common::UNTITLED.in_lang(lang).to_owned(), Role::Muted),
                    title => (title.to_owned(), Role::Text),
                };
                let nature = summary.nature.and_then(nature).map_or("", |name| name.in_lang(lang));
                let done = summary.progress.map(|progress| format!("{}%", progress.percent())).unwrap_or_default();
                let kind = kind(&summary.draft);
                let role = if kind == words::KIND_FIRST { Role::Muted } else { Role::Accent };
                let kind = (kind.in_lang(lang), role);
                let entity = entity(&summary.draft).to_owned();
                let region = region(lang, &summary.draft);
                let rest = Rest {
                    kind,
                    entity,
                    region,
                    nature,
                    stage: Standing::of(lang, summary, (counts, since), state.clock()),
                    done,
                    counts: marks(summary.stage, counts),
                };
                Self { name, file, file_tells, rest: Ok(rest), changed }
            }
        }
    }
}

/// Who files: the organisation, else the person.
pub(super) fn entity(draft: &Draft) -> &str {
    // A person is the subject of their own filing alone.
    let nature = draft.get(FieldId::SubjectNature).or_else(|| draft.recorded(FieldId::SubjectNature));
    let is_organisation = matches!(nature, Some(Value::Code(code)) if *code != INDIVIDUAL);
    let names = [FieldId::SubjectName, FieldId::ResponsiblePersonName].map(|id| draft.known_text(id));
    names.into_iter().take(if is_organisation { 1 } else { 2 }).find(|name| !name.is_empty()).unwrap_or_default()
}

/// Where it files: the province and, unless it is the same place, the city; in English as they are read.
pub(super) fn region(lang: Lang, draft: &Draft) -> String {
    let path = filing_region::path(draft.known_text(FieldId::SubjectRegion));
    let lowest = path.into_iter().take(2).rfind(|place| !place.pseudo);
    lowest.map(|place| value::region_brief(lang, place)).unwrap_or_default()
}

/// Where, with the district.
pub(super) fn whole_path(draft: &Draft) -> Vec<&'static filing_region::Region> {
    let path = filing_region::path(draft.known_text(FieldId::SubjectRegion));
    path.into_iter().filter(|place| !place.pseudo).collect()
}

/// What is filed, in a word.
pub(super) fn kind(draft: &Draft) -> Text {
    match draft.filing_kind() {
        FilingKind::New if reuses_subject(draft) => words::KIND_MORE,
        FilingKind::New => words::KIND_FIRST,
        FilingKind::Change => words::KIND_CHANGE,
        FilingKind::Deregistration => words::KIND_END,
    }
}

/// The name of a nature, without the explanation that some English ones carry in brackets.
pub(super) fn nature(id: u32) -> Option<Text> {
    let name = catalog::nature(id)?.name;
    Some(Text::new(name.zh, name.en.split(" (").next().unwrap_or(name.en)))
}

/// Why a draft cannot be read. Its name stands beside, so it is told without the path.
pub(super) fn trouble(lang: Lang, error: &OpenError) -> String {
    let message = says_error::open(lang, error).0;
    let bare = message.strip_prefix(&says_error::path(error.path())).unwrap_or(&message);
    bare.trim_start_matches([':', '：', ' ']).to_owned()
}

/// When something has to be done, or is to be expected, next.
pub(super) fn due(summary: &Summary, state: &State) -> Option<Moment> {
    deadline::next(&summary.draft, state.clock())?.passes_at()
}

/// When it was changed, as short as it stays clear.
fn changed(at: DateTime<Utc>, state: &State) -> String {
    let at = at.with_timezone(state.now.offset());
    let format = match (at.date_naive() == state.now.date_naive(), at.year() == state.now.year()) {
        (true, _) => "%H:%M",
        (false, true) => "%m-%d",
        (false, false) => "%Y-%m-%d",
    };
    at.format(format).to_string()
}

fn marks(stage: Stage, counts: Option<Counts>) -> Vec<(String, Role)> {
    match counts {
        None => vec![("..".to_owned(), Role::Muted)],
        // What is open is told where nothing graver is.
        Some(Counts { errors: 0, warnings: 0, judged }) if judged.questions > 0 && stage == Stage::Preparing => {
            vec![(format!("? {}", judged.questions), Role::Hint)]
        }
        Some(Counts { errors: 0, warnings: 0, .. }) => vec![("✓".to_owned(), Role::Good)],
        Some(Counts { errors, warnings, .. }) => {
            let marks = [(errors, "×", Role::Error), (warnings, "!", Role::Warning)];
            marks
                .into_iter()
                .filter(|(count, ..)| *count > 0)
                // The mark is two cells wide in some terminals: nothing may stand right behind it.
                .map(|(count, mark, role)| (format!("{mark} {count}"), role))
                .collect()
        }
    }
}
