//! One row of the list of drafts, and the columns of those in view.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use ratatui::layout::Rect;

use crate::catalog::INDIVIDUAL;
use crate::catalog::{self, filing_region};
use crate::drafts::error::OpenError;
use crate::drafts::folder::{Listed, Since, Summary};
use crate::filing::event::Moment;
use crate::filing::reuse::reuses_subject;
use crate::filing::status::{FilingStatus, Judged};
use crate::filing::{Draft, FieldId, FilingKind, Stage, Value};
use crate::identifiers::moment::in_china;
use crate::locale::tui::{common, home as words};
use crate::locale::{Lang, Text, error as says_error, stage as says};
use crate::reading::Readings;
use crate::rules::peers::PeerIndex;
use crate::rules::{self, Context, Severity};
use crate::scan::facts::Facts;
use crate::text::width::{cells, without_middle};
use crate::tui::state::{ListColumn, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

/// Cells between two columns.
const GAP: u16 = 2;
/// A name gets at least so many cells; before it gets fewer, columns go.
const LEAST_NAME: u16 = 10;
/// So many cells of a name that is longer mostly tell it from others: before it gets fewer, less telling columns go.
const TELLING_NAME: u16 = 16;
/// The same of the name of a file, of which the end tells it from others.
const TELLING_FILE: u16 = 14;
/// The same of where the filing stands, of which the end is the limit.
const TELLING_STAGE: u16 = 22;
/// The same of who files, and the least that says anything.
const TELLING_ENTITY: u16 = 16;
const LEAST_ENTITY: u16 = 8;
/// The widest nature that is shown whole.
const MOST_NATURE: u16 = 12;
/// The widest name, organisation or place that is shown whole before columns go for it.
const MOST_TEXT: u16 = 32;

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
    name: (String, Role),
    /// The file's name, where the title alone does not tell it from others.
    file: Option<String>,
    rest: Result<Rest, String>,
    changed: String,
}

/// What is known of a draft that could be read.
#[derive(Debug)]
struct Rest {
    /// What is filed; a first filing, as most are, is not set off.
    kind: (&'static str, Role),
    /// Who files: the organisation, else the person.
    entity: String,
    /// Where: province and city.
    region: String,
    nature: &'static str,
    stage: (String, Role),
    done: String,
    counts: Vec<(String, Role)>,
}

impl Row {
    /// The row of a draft; `counts` are `None` while the rules have not looked. A `twin` and one without a name show their file.
    pub(super) fn of(draft: &Listed, counts: Option<Counts>, twin: bool, state: &State) -> Self {
        let lang = state.lang;
        let untitled = draft.summary.as_ref().is_ok_and(|summary| summary.title.trim().is_empty());
        let file = (twin || untitled).then(|| draft.name.clone());
        let changed = draft.modified.map(|at| changed(at.into(), state)).unwrap_or_default();
        match &draft.summary {
            Err(error) => {
                let rest = format!("{} · {}", words::UNREADABLE.in_lang(lang), trouble(lang, error));
                Self { name: (draft.name.clone(), Role::Text), file, rest: Err(rest), changed }
            }
            Ok(summary) => {
                let name = match summary.title.trim() {
                    "" => (common::UNTITLED.in_lang(lang).to_owned(), Role::Muted),
                    title => (title.to_owned(), Role::Text),
                };
                let nature = summary.nature.and_then(nature).map_or("", |name| name.in_lang(lang));
                let done = format!("{}%", summary.progress.percent());
                let kind = kind(&summary.draft);
                let role = if kind == words::KIND_FIRST { Role::Muted } else { Role::Accent };
                let kind = (kind.in_lang(lang), role);
                let entity = entity(&summary.draft).to_owned();
                let region = region(&summary.draft);
                let rest = Rest {
                    kind,
                    entity,
                    region,
                    nature,
                    stage: stage(summary, counts, state),
                    done,
                    counts: marks(summary.stage, counts),
                };
                Self { name, file, rest: Ok(rest), changed }
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

/// Where it files: the province and, unless it is the same place, the city.
pub(super) fn region(draft: &Draft) -> String {
    places(draft).concat()
}

/// The names of these two.
pub(super) fn places(draft: &Draft) -> Vec<&'static str> {
    regions(draft).into_iter().map(|place| place.name).collect()
}

/// These two.
pub(super) fn regions(draft: &Draft) -> Vec<&'static filing_region::Region> {
    let path = filing_region::path(draft.known_text(FieldId::SubjectRegion));
    path.into_iter().take(2).filter(|place| !place.pseudo).collect()
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

/// The name of a draft's file in so many cells. What its title says already gives way first, then the middle: the end tells files of
/// one title apart.
fn file_in(file: &str, title: &str, width: u16) -> String {
    let width = usize::from(width);
    let told = file.strip_prefix(title).filter(|rest| !title.is_empty() && !rest.is_empty() && cells(rest) + 2 <= width);
    match told {
        Some(rest) if cells(file) > width => format!("..{rest}"),
        _ => without_middle(file, width / 4, width).into_owned(),
    }
}

/// The cells in which it still tells the file from others.
fn telling(file: &str, title: &str) -> u16 {
    let shortest = match file.strip_prefix(title).filter(|_| !title.is_empty()) {
        // It has nothing that its title does not have.
        Some("") => 0,
        Some(rest) => (cells(rest) + 2).min(cells(file)),
        None => cells(file),
    };
    to_cells(shortest).min(TELLING_FILE)
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

/// Where the filing stands, with the limit that runs.
fn stage(summary: &Summary, counts: Option<Counts>, state: &State) -> (String, Role) {
    let lang = state.lang;
    let status = FilingStatus::of(&summary.draft, state.clock());
    let name = says::stage_in(&summary.draft, status.stage).in_lang(lang);
    if let Some(back) = status.sent_back_by {
        return (back.kind.label().in_lang(lang).to_owned(), Role::Warning);
    }
    match (status.deadline, status.due) {
        (Some(deadline), _) if deadline.left < TimeDelta::zero() => {
            (words::STAGE_LATE.with(lang, &[("stage", &name)]), Role::Error)
        }
        (Some(deadline), _) => {
            (words::STAGE_LEFT.with(lang, &[("stage", &name), ("span", &says::span(lang, deadline.left))]), Role::Warning)
        }
        (None, Some(_)) if status.overdue => (words::STAGE_LATE.with(lang, &[("stage", &name)]), Role::Warning),
        (None, Some(due)) => (words::STAGE_DUE.with(lang, &[("stage", &name), ("date", &due.date.format("%m-%d"))]), Role::Text),
        (None, None) if status.stage == Stage::Filed => {
            let since = Since::of(&summary.draft, summary.stage, |kind| {
                state.running(&summary.draft, kind).map(|(_, summary)| summary.stage)
            });
            (words::filed(lang, status.course, since), Role::Good)
        }
        (None, None) if has_ended(summary, counts) => (words::RECORD_ENDED.in_lang(lang).to_owned(), Role::Warning),
        // Nothing is being prepared any more.
        (None, None) if is_ready(summary, counts) => (words::READY.in_lang(lang).to_owned(), Role::Good),
        (None, None) => (name.to_owned(), Role::Text),
    }
}

/// Whether what a draft in preparation changes or ends has ended already.
fn has_ended(summary: &Summary, counts: Option<Counts>) -> bool {
    summary.stage == Stage::Preparing && counts.is_some_and(|counts| counts.judged.record_has_ended)
}

/// Whether a draft that was not submitted yet is filled in, without errors, with its questions answered.
fn is_ready(summary: &Summary, counts: Option<Counts>) -> bool {
    let is_right = counts.is_some_and(|counts| counts.judged.is_clear());
    // What happened to one with events that cannot be read, nobody knows.
    summary.stage == Stage::Preparing && summary.unread_events == 0 && summary.progress.is_complete() && is_right
}

/// When something has to be done, or is to be expected, next.
pub(super) fn due(summary: &Summary, state: &State) -> Option<Moment> {
    let status = FilingStatus::of(&summary.draft, state.clock());
    let end = |date: NaiveDate| in_china(date, chrono::NaiveTime::MIN);
    status.deadline.map(|deadline| deadline.at).or_else(|| end(status.due?.date))
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

/// Widths of the columns; 0 for one that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    name: u16,
    file: u16,
    kind: u16,
    entity: u16,
    region: u16,
    nature: u16,
    stage: u16,
    done: u16,
    counts: u16,
    changed: u16,
}

impl Columns {
    /// The columns in which these rows fit into `width` cells. Whoever keeps hundreds of filings looks for what it is, whose it is and what
    /// is to be done: what tells less gives way first, as all of it is told about the chosen draft at the foot of the screen.
    pub(super) fn fitting<'a>(rows: impl Iterator<Item = &'a Row>, width: u16, state: &State) -> Self {
        let lang = state.lang;
        let head = |text: Text| to_cells(cells(text.in_lang(lang)));
        let mut columns = Self {
            name: 0,
            file: 0,
            kind: head(words::KIND),
            entity: 0,
            region: 0,
            nature: head(words::NATURE),
            stage: head(words::STAGE),
            done: head(words::DONE).max(4),
            counts: head(words::PROBLEMS),
            changed: head(words::CHANGED),
        };
        let (mut longest, mut least_file) = (LEAST_NAME, head(words::FILE_NAME));
        for row in rows {
            longest = longest.max(to_cells(cells(&row.name.0)).min(MOST_TEXT));
            if let Some(file) = &row.file {
                columns.file = columns.file.max(head(words::FILE_NAME)).max(to_cells(cells(file)).min(MOST_TEXT));
                least_file = least_file.max(telling(file, &row.name.0));
            }
            columns.changed = columns.changed.max(to_cells(cells(&row.changed)));
            let Ok(rest) = &row.rest else { continue };
            columns.kind = columns.kind.max(to_cells(cells(rest.kind.0)));
            for (column, text, name) in
                [(&mut columns.entity, &rest.entity, words::ENTITY), (&mut columns.region, &rest.region, words::REGION)]
            {
                if !text.is_empty() {
                    *column = (*column).max(head(name)).max(to_cells(cells(text)).min(MOST_TEXT));
                }
            }
            columns.nature = columns.nature.max(to_cells(cells(rest.nature))).min(MOST_NATURE);
            columns.stage = columns.stage.max(to_cells(cells(&rest.stage.0)));
            let marks: usize = rest.counts.iter().map(|(text, _)| cells(text) + 1).sum();
            columns.counts = columns.counts.max(to_cells(marks.saturating_sub(1)));
        }
        for hidden in &state.hidden_columns {
            *columns.of(*hidden) = 0;
        }
        columns.fit(width, longest, least_file, head(words::STAGE));
        columns
    }

    /// Makes room for the names: first the least telling columns go, then the longest texts get shorter, then what is seen once a draft is
    /// open goes. The counts stay whole, however little room there is, and the stage, which ends with the limit, as long as that can be.
    fn fit(&mut self, width: u16, longest: u16, least_file: u16, least_stage: u16) {
        let (file, entity, stage) = (self.file, self.entity, self.stage);
        let lacks = |columns: &Self, name: u16| name.saturating_sub(columns.left_for_name(width));
        for column in [ListColumn::Region, ListColumn::Nature] {
            if lacks(self, longest) > 0 {
                *self.of(column) = 0;
            }
        }
        let shorten = |column: u16, least: u16, lacking: u16| column.saturating_sub(lacking).max(least.min(column));
        self.file = shorten(self.file, least_file, lacks(self, longest));
        self.entity = shorten(self.entity, TELLING_ENTITY, lacks(self, longest));
        let name = longest.min(TELLING_NAME);
        for column in [ListColumn::Changed, ListColumn::Done] {
            if lacks(self, name) > 0 {
                *self.of(column) = 0;
            }
        }
        self.entity = shorten(self.entity, LEAST_ENTITY, lacks(self, name));
        if self.entity > 0 {
            self.stage = shorten(stage, TELLING_STAGE.max(least_stage), lacks(self, LEAST_NAME));
        }
        for column in [ListColumn::Entity, ListColumn::Kind] {
            if lacks(self, LEAST_NAME) > 0 {
                *self.of(column) = 0;
                self.stage = stage;
            }
        }
        if lacks(self, LEAST_NAME) > 0 {
            self.file = 0;
        }
        self.stage = shorten(self.stage, least_stage, lacks(self, LEAST_NAME));
        // What came free goes back to the files and to who files. No name takes more than it needs: what stands behind it stays near.
        let mut spare = self.left_for_name(width).saturating_sub(longest);
        for (column, wanted) in [(&mut self.file, file), (&mut self.entity, entity)] {
            if *column > 0 {
                let more = wanted.saturating_sub(*column).min(spare);
                *column += more;
                spare -= more;
            }
        }
        self.name = self.left_for_name(width).min(longest);
    }

    const fn of(&mut self, column: ListColumn) -> &mut u16 {
        match column {
            ListColumn::Kind => &mut self.kind,
            ListColumn::Entity => &mut self.entity,
            ListColumn::Region => &mut self.region,
            ListColumn::Nature => &mut self.nature,
            ListColumn::Stage => &mut self.stage,
            ListColumn::Done => &mut self.done,
            ListColumn::Problems => &mut self.counts,
            ListColumn::Changed => &mut self.changed,
        }
    }

    const fn others(self) -> [u16; 8] {
        [self.kind, self.entity, self.region, self.nature, self.stage, self.done, self.counts, self.changed]
    }

    /// The cells of all columns behind the name.
    fn behind_name(self) -> u16 {
        self.others().into_iter().chain([self.file]).filter(|column| *column > 0).map(|column| column + GAP).sum()
    }

    fn left_for_name(self, width: u16) -> u16 {
        width.saturating_sub(self.behind_name())
    }

    /// Where the columns begin that stand behind the name and its file.
    const fn first(self) -> u16 {
        self.name + if self.file > 0 { self.file + GAP } else { 0 }
    }

    /// The names of the columns.
    pub(super) fn heading(self, canvas: &mut Canvas<'_>, area: Rect, lang: Lang) {
        let heads = ListColumn::ALL.map(ListColumn::name);
        canvas.put(area.x + 2, area.y, self.name, words::TITLE.in_lang(lang), Role::Muted);
        canvas.put(area.x + 2 + self.name + GAP, area.y, self.file, words::FILE_NAME.in_lang(lang), Role::Muted);
        let mut x = area.x + 2 + self.first();
        for (width, head) in self.others().into_iter().zip(heads).filter(|(width, _)| *width > 0) {
            let head_text = head.in_lang(lang);
            if head == words::CHANGED || head == words::DONE {
                canvas.put_right(x + GAP + width, area.y, width, head_text, Role::Muted);
            } else {
                canvas.put(x + GAP, area.y, width, head_text, Role::Muted);
            }
            x += GAP + width;
        }
    }

    /// A row; the chosen one has its mark and its name stands out.
    pub(super) fn draw(self, canvas: &mut Canvas<'_>, area: Rect, row: &Row, chosen: bool) {
        let left = area.x + 2;
        let used = canvas.put(left, area.y, self.name, &row.name.0, row.name.1);
        if let Some(file) = row.file.as_ref().filter(|_| self.file > 0) {
            canvas.put(left + self.name + GAP, area.y, self.file, &file_in(file, &row.name.0, self.file), Role::Muted);
        }
        if chosen {
            canvas.put(area.x, area.y, 1, ">", Role::Focus);
            canvas.paint(Rect::new(left, area.y, used, 1), Role::Selected);
        }
        let rest = match &row.rest {
            Ok(rest) => rest,
            Err(trouble) => {
                let x = left + self.first() + GAP;
                let width = area.right().saturating_sub(x + if self.changed > 0 { self.changed + GAP } else { 0 });
                canvas.put(x, area.y, width, trouble, Role::Error);
                self.changed_at(canvas, area, row);
                return;
            }
        };
        let mut x = left + self.first();
        let cells = [
            (self.kind, rest.kind.0, rest.kind.1),
            (self.entity, rest.entity.as_str(), Role::Text),
            (self.region, rest.region.as_str(), Role::Muted),
            (self.nature, rest.nature, Role::Muted),
            (self.stage, &without_middle(&rest.stage.0, usize::from(self.stage / 4), usize::from(self.stage)), rest.stage.1),
        ];
        for (width, text, role) in cells.into_iter().filter(|(width, ..)| *width > 0) {
            canvas.put(x + GAP, area.y, width, text, role);
            x += GAP + width;
        }
        if self.done > 0 {
            x += GAP + self.done;
            canvas.put_right(x, area.y, self.done, &rest.done, Role::Text);
        }
        let (mut at, end) = (x + GAP, x + GAP + self.counts);
        for (text, role) in &rest.counts {
            at += canvas.put(at, area.y, end.saturating_sub(at), text, *role) + 1;
        }
        self.changed_at(canvas, area, row);
    }

    fn changed_at(self, canvas: &mut Canvas<'_>, area: Rect, row: &Row) {
        if self.changed > 0 {
            let right = (area.x + 2 + self.name + self.behind_name()).min(area.right());
            canvas.put_right(right, area.y, self.changed, &row.changed, Role::Muted);
        }
    }
}
