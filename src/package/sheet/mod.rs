//! The sheet: every value in the order of the console's pages, under the console's own labels, to be copied from.
//!
//! [`Sheet::of`] is pure: a draft and a day in, pages of rows out. [`html`] makes the page of the package of it, [`print`] what
//! `beian show` prints, and the wizard walks through its rows. Labels and values are Chinese, as the console has them; English stands
//! beside them for people who read that.

pub mod html;
pub mod notes;
pub mod print;
mod rows;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::catalog::FilingKind;
use crate::filing::field::{self, table};
use crate::filing::guard::is_for_reference;
use crate::filing::reuse::kind_title;
use crate::filing::{Draft, FieldId, History};
use crate::package::record::with_record;
use crate::rules::{Finding, Severity};
use crate::scan::facts::{Facts, FileFacts};
use crate::text::clean::visible;
use crate::text::{Lang, Text};

/// Bytes of a digest that tell a value from an earlier one of the same field.
const MARK_BYTES: usize = 4;

/// What a sheet is made from, besides the draft.
pub struct Inputs<'a> {
    /// The language of what is said about the values.
    pub lang: Lang,
    /// The day (China time).
    pub day: NaiveDate,
    /// What the rules found: with an error among it the sheet is a preview.
    pub findings: &'a [Finding],
    /// What is copied where a file is to be chosen, by its path in the draft: its name in the package, or where it lies.
    pub file: &'a dyn Fn(&str) -> String,
    /// What tells the content of a file from any other, by its path in the draft; empty where nobody has looked.
    pub content: &'a dyn Fn(&str) -> String,
    /// Whether the paths of the draft are shown beside: not in what leaves the machine.
    pub paths: bool,
}

/// What tells the content of a file from any other: its hash, where somebody has looked.
#[must_use]
pub fn content_of(facts: &Facts, path: &str) -> String {
    facts.get(path).and_then(FileFacts::sha256).unwrap_or_default().to_owned()
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The language of what is said about the values.
    pub lang: Lang,
    /// What is filed.
    pub kind: FilingKind,
    /// The same, for people: one more mini-program is told from a first filing.
    pub kind_title: Text,
    /// What the filing is called; may be empty.
    pub title: String,
    /// Who files.
    pub subject: String,
    /// The mini-program's AppID.
    pub app_id: String,
    /// The filing number, where there is one.
    pub number: String,
    /// Whether it is that of another mini-program of the subject: this one has none yet.
    pub is_number_of_subject: bool,
    /// The day as of which it was made.
    pub day: NaiveDate,
    /// Errors that the rules found: the sheet is a preview as long as there are any.
    pub errors: usize,
    /// Whether it is on record already: the sheet is a copy to look things up in.
    pub is_for_reference: bool,
    /// The pages, in the order of the console.
    pub pages: Vec<Page>,
}

/// A page of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Which one.
    pub page: field::Page,
    /// What is said before its values.
    pub before: Vec<Note>,
    /// Its values.
    pub rows: Vec<Row>,
    /// What is said behind them.
    pub after: Vec<Note>,
}

/// Something that is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub sign: Sign,
    /// The words.
    pub text: String,
}

impl Note {
    /// What stands in front of its text: what it is, and a colon.
    #[must_use]
    pub fn lead(&self, lang: Lang) -> String {
        format!("{}{}", self.sign.label().in_lang(lang), colon(lang))
    }
}

/// The colon of a language, with the blank that follows it.
const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    }
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Something to know.
    Info,
    /// A QR code that somebody scans.
    Scan,
    /// A phone that gets a code.
    Phone,
    /// Phones that reviewers may call.
    Call,
    /// What the platform fills in.
    FilledIn,
}

impl Sign {
    /// Its name.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Info => Text::new("说明", "Note"),
            Self::Scan => Text::new("扫码", "QR code"),
            Self::Phone => Text::new("短信", "Message"),
            Self::Call => Text::new("来电", "Phone call"),
            Self::FilledIn => Text::new("自动带入", "Filled in"),
        }
    }
}

/// How a sheet stands to files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uploads {
    /// None is to be chosen on any page.
    None,
    /// Some are, and the draft has not one.
    Missing,
    /// Some are, and the draft has files.
    There,
}

/// A value and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Tells it from every other row of the sheet, and stays the same while values change.
    pub key: String,
    /// The field of the draft.
    pub field: FieldId,
    /// The console's label.
    pub label: String,
    /// The label in English.
    pub english: &'static str,
    /// How it gets onto the console.
    pub way: Way,
    /// Whether it comes from the record of the subject where the console offers reuse (复用资料): nothing is entered then.
    pub is_reused: bool,
    /// The value as people read it; empty where there is none.
    pub value: String,
    /// What is copied; empty where there is nothing.
    pub copy: String,
    /// An English name, where the value has one; of a file its path in the draft.
    pub beside: String,
    /// The platform's code of what is chosen, for its interface; empty where it has none. The console does not show it, nor does the copy mode.
    pub code: String,
    /// What is on record, in a change.
    pub old: Option<String>,
    /// What the rules call errors in it.
    pub errors: Vec<String>,
    /// The path of the file in the draft, where it is one.
    pub file: Option<String>,
    /// What tells its content from any other; empty of what is no file.
    pub content: String,
}

/// What is not entered where the console takes it from the record.
const REUSED: Text = Text::new("复用主体资料的不用录入，否则{way}", "{way}, unless reused (复用资料)");

/// How a value gets onto the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It is typed or pasted.
    Enter,
    /// It is chosen from a list.
    Choose,
    /// It is a file to be chosen.
    Upload,
    /// The platform has it already: it is compared.
    Compare,
}

impl Way {
    /// What one does.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Enter => Text::new("填写", "enter"),
            Self::Choose => Text::new("选择", "choose"),
            Self::Upload => Text::new("上传", "upload"),
            Self::Compare => Text::new("自动带入，核对", "filled in: compare"),
        }
    }

    /// The word in JSON output.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Enter => "enter",
            Self::Choose => "choose",
            Self::Upload => "upload",
            Self::Compare => "compare",
        }
    }
}

impl Row {
    /// What its tick is kept under: the key with a short digest of what is entered, so that a value that was corrected is no longer
    /// ticked, nor a file whose content is another one under the same name.
    #[must_use]
    pub fn mark(&self) -> String {
        let mut hash = Sha256::new();
        // What a file is called changes with the package; what it holds is what was uploaded.
        let is_known = !self.content.is_empty();
        let [copy, value] = [&self.copy, &self.value].map(|text| if is_known { "" } else { text.as_str() });
        for part in [copy, value, self.content.as_str()] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let digest: String = hash.finalize().iter().take(MARK_BYTES).map(|byte| format!("{byte:02x}")).collect();
        format!("{}#{digest}", self.key)
    }

    /// How it gets onto the console, in words.
    #[must_use]
    pub fn way_in(&self, lang: Lang) -> String {
        let way = self.way.label().in_lang(lang);
        if self.is_reused { REUSED.with(lang, &[("way", &way)]) } else { way.to_owned() }
    }

    /// What a page shows beside the value, in small print: an English name, and the platform's code for whoever uses its interface.
    #[must_use]
    pub fn aside(&self) -> String {
        let parts = [self.beside.as_str(), self.code.as_str()].into_iter().filter(|part| !part.is_empty() && *part != self.value);
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The label in the language of a sheet: Chinese, in English with its translation behind it.
    #[must_use]
    pub fn full_label(&self, lang: Lang) -> String {
        match lang {
            Lang::En if self.english != self.label => format!("{} ({})", self.label, self.english),
            _ => self.label.clone(),
        }
    }
}

impl Page {
    /// Its name in a language: that of the console, in English with its translation behind it.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let Text { zh, en } = self.page.label();
        match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => format!("{zh} ({en})"),
        }
    }
}

impl Sheet {
    /// The sheet of a draft whose values stand in their normal form.
    #[must_use]
    pub fn of(draft: &Draft, inputs: &Inputs<'_>) -> Self {
        let kind = draft.filing_kind();
        let whole = with_record(draft);
        let name = if whole.is_individual() { FieldId::ResponsiblePersonName } else { FieldId::SubjectName };
        let pages = pages_of(kind).iter().map(|page| {
            let rows = rows::of(draft, *page, inputs);
            let mut after = notes::after(&whole, *page, inputs.lang);
            after.extend(doubts(&whole, *page, &rows, inputs));
            Page { page: *page, before: notes::before(&whole, *page, inputs.lang), rows, after }
        });
        Self {
            lang: inputs.lang,
            kind,
            kind_title: kind_title(draft),
            title: whole.title().to_owned(),
            subject: whole.text(name).to_owned(),
            app_id: draft.text(FieldId::AppId).to_owned(),
            number: draft.number().to_owned(),
            is_number_of_subject: kind == FilingKind::New && History::of(draft).number().is_none(),
            day: inputs.day,
            errors: inputs.findings.iter().filter(|finding| finding.severity == Severity::Error).count(),
            is_for_reference: is_for_reference(draft),
            pages: pages.collect(),
        }
    }

    /// Whether it may only be looked at: there are errors in the draft.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        self.errors > 0
    }

    /// All rows, each with its page.
    pub fn rows(&self) -> impl Iterator<Item = (&Page, &Row)> {
        self.pages.iter().flat_map(|page| page.rows.iter().map(move |row| (page, row)))
    }

    /// Whether files are to be chosen, and whether the draft has any.
    #[must_use]
    pub fn uploads(&self) -> Uploads {
        let mut rows = self.rows().map(|(_, row)| row).filter(|row| row.way == Way::Upload).peekable();
        match (rows.peek().is_some(), rows.any(|row| row.file.is_some())) {
            (false, _) => Uploads::None,
            (true, false) => Uploads::Missing,
            (true, true) => Uploads::There,
        }
    }
}

/// Warnings that the values of a page do not show: in a change, of what stays as it is on record; in a deregistration, of who
/// receives the code.
fn doubts(draft: &Draft, page: field::Page, rows: &[Row], inputs: &Inputs<'_>) -> Vec<Note> {
    let is_here = |id: FieldId| match draft.filing_kind() {
        FilingKind::New => false,
        FilingKind::Change => !rows.iter().any(|row| row.field == id) && fields_on(draft, page).iter().any(|(on, _)| *on == id),
        FilingKind::Deregistration => {
            let receiver = [FieldId::DeregistrationCodeReceiver, FieldId::DeregistrationCodePhone];
            page == field::Page::Preview && receiver.contains(&id)
        }
    };
    let doubted = inputs.findings.iter().filter(|one| one.severity == Severity::Warning && one.counts() && is_here(one.field));
    let note = |one: &Finding| {
        let label = one.field.label().in_lang(inputs.lang);
        let text = format!("{label}{}{}", colon(inputs.lang), visible(&one.message(inputs.lang)));
        Note { sign: Sign::Info, text }
    };
    doubted.map(note).collect()
}

/// The pages that a filing of this kind goes through.
const fn pages_of(kind: FilingKind) -> &'static [field::Page] {
    use field::Page as P;
    match kind {
        FilingKind::New | FilingKind::Change => {
            &[P::Entrance, P::Verification, P::Subject, P::ResponsiblePerson, P::MiniProgram, P::Owner, P::Other, P::Preview]
        }
        FilingKind::Deregistration => &[P::Entrance, P::Deregistration, P::Preview],
    }
}

/// The fields that stand on a page of the console, in their order there, each with its place.
fn fields_on(draft: &Draft, page: field::Page) -> Vec<(FieldId, field::Place)> {
    let of_individual = draft.is_individual();
    let places = |field: &'static field::Field| {
        let second = field.console_of_individual.filter(|_| of_individual);
        field.console.into_iter().chain(second).map(|place| (field.id, place))
    };
    let mut found: Vec<_> = table().iter().flat_map(places).filter(|(_, place)| place.page == page).collect();
    found.sort_by_key(|(_, place)| place.order);
    found
}
