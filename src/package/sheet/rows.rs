//! The values of a page.

use super::{Inputs, Row, Way, fields_on};
use crate::catalog::{self, FilingKind, filing_region};
use crate::filing::change;
use crate::filing::field::{Page, Place};
use crate::filing::guard::is_for_reference;
use crate::filing::reuse::{is_on_record, is_paper_on_record};
use crate::filing::{Approval, Draft, FieldId, Kind, Need, Value};
use crate::rules::Severity;
use crate::text::clean::{one_line, visible};
use crate::text::{Lang, Text};

/// What nothing is known of on record.
const NOT_KNOWN: Text = Text::new("（原值不详）", "(not known)");

/// The fields of a deregistration, in the order in which one needs them; its pages are not known.
const DEREGISTRATION: [FieldId; 7] = [
    FieldId::RecordNumber,
    FieldId::AppId,
    FieldId::MiniProgramName,
    FieldId::DeregistrationScope,
    FieldId::DeregistrationReason,
    FieldId::DeregistrationCodeReceiver,
    FieldId::DeregistrationCodePhone,
];

/// The rows of a page.
pub fn of(draft: &Draft, page: Page, inputs: &Inputs<'_>) -> Vec<Row> {
    let fields = match (draft.filing_kind(), page) {
        (FilingKind::Deregistration, Page::Deregistration) => {
            DEREGISTRATION.into_iter().map(|id| (id, Place::new(page, 0))).collect()
        }
        (FilingKind::Deregistration, _) => Vec::new(),
        _ => fields_on(draft, page),
    };
    fields.into_iter().filter(|(id, _)| stands_there(draft, *id)).flat_map(|(id, place)| rows(draft, id, place, inputs)).collect()
}

/// Whether a field is entered in this filing: in a change what differs, and the files that prove it.
fn stands_there(draft: &Draft, id: FieldId) -> bool {
    let need = draft.need(id);
    let has = draft.get(id).is_some() || matches!(id.field().kind, Kind::Flag(Some(_)));
    let wanted = need != Need::NotAsked && (has || need >= Need::Expected);
    match draft.filing_kind() {
        FilingKind::Change if id == FieldId::RecordNumber => wanted,
        FilingKind::Change => wanted && (change::difference(draft, id).is_some() || id.field().kind.is_file()),
        FilingKind::New | FilingKind::Deregistration => wanted,
    }
}

/// Whether a value comes from the record of the subject, where the console takes it from there.
fn is_reused(draft: &Draft, id: FieldId) -> bool {
    (is_on_record(draft, id) || is_paper_on_record(draft, id)) && !is_for_reference(draft)
}

/// A value in words.
#[derive(Debug, Default)]
struct Words {
    value: String,
    copy: String,
    beside: String,
    code: String,
}

impl Words {
    /// A text as it stands: shown with what would hide in it, copied without.
    fn of(text: &str) -> Self {
        Self { value: visible(text).into_owned(), copy: one_line(text).0, ..Self::default() }
    }

    /// An entry of a list, by its number.
    fn entry(name: Option<Text>, code: u32, lang: Lang) -> Self {
        let Some(Text { zh, en }) = name else { return Self::of(&code.to_string()) };
        let beside = if lang == Lang::En { en.to_owned() } else { String::new() };
        Self { beside, code: code.to_string(), ..Self::of(zh) }
    }
}

/// The rows of a field: one for each entry, approval or file.
fn rows(draft: &Draft, id: FieldId, place: Place, inputs: &Inputs<'_>) -> Vec<Row> {
    let lang = inputs.lang;
    let value = draft.get(id);
    let label = place.label.unwrap_or(id.label());
    let difference = (draft.filing_kind() == FilingKind::Change).then(|| change::difference(draft, id)).flatten();
    let old = difference.map(|one| one.old.map_or_else(|| NOT_KNOWN.in_lang(lang).to_owned(), |old| whole(id, old, lang)));
    let errors = inputs.findings.iter().filter(|finding| finding.field == id && finding.severity == Severity::Error);
    let errors: Vec<String> = errors.map(|finding| visible(&finding.message(lang)).into_owned()).collect();
    let row = |number: Option<usize>, way: Way, words: Words, file: Option<&str>| Row {
        key: key(place.page, id, number),
        field: id,
        label: number.map_or_else(|| label.zh.to_owned(), |number| format!("{}（{}）", label.zh, number + 1)),
        english: label.en,
        way: if place.is_filled_in && way != Way::Upload { Way::Compare } else { way },
        // What the platform fills in is not entered either way.
        is_reused: (!place.is_filled_in || way == Way::Upload) && is_reused(draft, id),
        value: words.value,
        copy: words.copy,
        beside: words.beside,
        code: words.code,
        old: old.clone().filter(|_| number.unwrap_or_default() == 0),
        errors: if number.unwrap_or_default() == 0 { errors.clone() } else { Vec::new() },
        file: file.map(str::to_owned),
        content: file.map(inputs.content).unwrap_or_default(),
    };
    let beside = |path: &str| if inputs.paths { visible(path).into_owned() } else { String::new() };
    let upload = |path: &str| Words { beside: beside(path), ..Words::of(&(inputs.file)(path)) };
    let several = |index: usize, count: usize| (count > 1).then_some(index);
    match (value, id.field().kind) {
        (Some(Value::Text(path)), Kind::Picture) => vec![row(None, Way::Upload, upload(path), Some(path))],
        (Some(Value::Paths(paths)), _) => {
            let rows = paths.iter().enumerate();
            rows.map(|(index, path)| row(several(index, paths.len()), Way::Upload, upload(path), Some(path))).collect()
        }
        (Some(Value::Codes(codes)), Kind::Choices(_)) => {
            let rows = codes.iter().enumerate();
            rows.map(|(index, code)| row(several(index, codes.len()), Way::Choose, content(*code, lang), None)).collect()
        }
        (Some(Value::Approvals(approvals)), _) => {
            let numbered = approvals.iter().enumerate();
            let rows = numbered
                .flat_map(|(index, approval)| of_approval(approval, several(index, approvals.len()), &row, &upload, lang));
            rows.collect()
        }
        (None, Kind::Flag(Some(_))) => vec![row(None, Way::Choose, flag(draft.flag(id), lang), None)],
        (Some(value), kind) => vec![row(None, way(kind), one(id, value, lang), None)],
        (None, kind) => vec![row(None, way(kind), Words::default(), None)],
    }
}

/// Makes a row of what is the same in all rows of a field: its number among several, how it is entered, the words, and the file.
type Made<'a> = dyn Fn(Option<usize>, Way, Words, Option<&str>) -> Row + 'a;

/// Kind, number and document of an approval.
fn of_approval(
    approval: &Approval,
    number: Option<usize>,
    row: &Made<'_>,
    upload: &dyn Fn(&str) -> Words,
    lang: Lang,
) -> Vec<Row> {
    let named = |mut made: Row, part: &str, Text { zh, en }: Text| {
        made.key = format!("{}.{part}", made.key);
        made.label = number.map_or_else(|| zh.to_owned(), |number| format!("{zh}（{}）", number + 1));
        made.english = en;
        (made.old, made.errors) = (None, Vec::new());
        made
    };
    let kind = match approval.kind {
        Some(kind) => Words::entry(catalog::prior_approval(kind).map(|row| row.name), kind, lang),
        None => Words::default(),
    };
    let mut rows = vec![row(number, Way::Choose, kind, None)];
    if approval.kind.is_some_and(|kind| kind != catalog::NONE_INVOLVED) {
        let words = Words::of(&approval.number);
        rows.push(named(row(number, Way::Enter, words, None), "number", Text::new("审批号或文件名", "Number of the approval")));
        let file = Some(approval.document.as_str()).filter(|path| !path.is_empty());
        let words = file.map(upload).unwrap_or_default();
        rows.push(named(
            row(number, Way::Upload, words, file),
            "document",
            Text::new("前置审批文件", "Document of the approval"),
        ));
    }
    rows
}

/// Tells a row from every other.
fn key(page: Page, id: FieldId, number: Option<usize>) -> String {
    let number = number.map(|number| format!(".{number}")).unwrap_or_default();
    format!("{}:{}{number}", page.word(), id.path())
}

const fn way(kind: Kind) -> Way {
    match kind {
        Kind::Choice(_) | Kind::Word(_) | Kind::Choices(_) | Kind::Flag(_) | Kind::Region | Kind::Approvals => Way::Choose,
        Kind::Picture | Kind::Pictures(_) | Kind::Videos(_) => Way::Upload,
        Kind::Text(_) | Kind::Date(_) | Kind::Time => Way::Enter,
    }
}

fn flag(flag: bool, lang: Lang) -> Words {
    let name = if flag { Text::new("是", "yes") } else { Text::new("否", "no") };
    Words { beside: if lang == Lang::En { name.en.to_owned() } else { String::new() }, ..Words::of(name.zh) }
}

/// A service content: the console has its list in two levels, and the second is what is searched for.
fn content(code: u32, lang: Lang) -> Words {
    let row = catalog::service_content(code);
    let words = Words::entry(row.map(|row| row.name), code, lang);
    match catalog::service_path(code, true) {
        Some(path) => Words { value: path.replacen('-', " → ", 1), ..words },
        None => words,
    }
}

/// One value.
fn one(id: FieldId, value: &Value, lang: Lang) -> Words {
    match (value, id.field().kind) {
        (Value::Code(code), Kind::Choice(list)) => Words::entry(list.name(*code), *code, lang),
        (Value::Text(word), Kind::Word(list)) => match list.name(word) {
            Some(Text { zh, en }) => {
                Words { beside: if lang == Lang::En { en.to_owned() } else { String::new() }, ..Words::of(zh) }
            }
            None => Words::of(word),
        },
        (Value::Text(code), Kind::Region) => match filing_region::path(code).as_slice() {
            [] => Words::of(code),
            path @ [.., lowest] => {
                let levels: Vec<&str> = path.iter().map(|region| region.name()).collect();
                let (value, copy) = (levels.join(" → "), filing_region::full_name(code));
                let beside = if lang == Lang::En { filing_region::pinyin(lowest) } else { String::new() };
                Words { value, copy, beside, code: code.clone() }
            }
        },
        (Value::Flag(yes), _) => flag(*yes, lang),
        (Value::Text(text) | Value::Invalid(text), _) => Words::of(text),
        (value, _) => Words::of(&whole(id, value, lang)),
    }
}

/// A value with all its entries in one line, as it stands beside another one.
fn whole(id: FieldId, value: &Value, lang: Lang) -> String {
    match value {
        Value::Codes(codes) => joined(codes.iter().map(|code| content(*code, lang).value)),
        Value::Paths(paths) => joined(paths.iter().map(|path| visible(path).into_owned())),
        Value::Approvals(rows) => joined(rows.iter().map(|row| {
            let kind = row.kind.and_then(catalog::prior_approval).map_or("", |row| row.name.zh);
            format!("{kind} {}", visible(&row.number)).trim().to_owned()
        })),
        Value::Code(code) if !matches!(id.field().kind, Kind::Choice(_)) => code.to_string(),
        value => one(id, value, lang).value,
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    // Names in the platform's lists have 、 inside.
    parts.collect::<Vec<_>>().join("；")
}
