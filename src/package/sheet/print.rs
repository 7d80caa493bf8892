//! The sheet as text, as Markdown and as JSON.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use super::{Note, Page, Row, Sheet, Way, colon};
use crate::text::clean::visible;
use crate::text::{Lang, Text};

/// What a sheet is called.
pub const TITLE: Text = Text::new("填报表", "Sheet to copy from");
/// Said of a sheet with errors in it.
pub const PREVIEW: Text =
    Text::new("预览：还有 {count} 个错误，不能提交", "Preview: {count} {count:error|errors} left, not to be submitted");
/// In the place of a value that has to be there.
pub const MISSING: Text = Text::new("（未填）", "(missing)");
/// Before what is on record.
pub const OLD: Text = Text::new("原", "on record");
/// Before what a change makes of it.
pub const NEW: Text = Text::new("改为", "new");

/// What heads a sheet: names and values.
#[must_use]
pub fn facts(sheet: &Sheet) -> Vec<(&'static str, String)> {
    const NUMBER: Text = Text::new("备案号", "Filing number");
    const OF_SUBJECT: Text = Text::new("主体已有的备案", "Entity already on record as");
    let number = if sheet.is_number_of_subject { OF_SUBJECT } else { NUMBER };
    let names = [
        Text::new("备案类型", "Filing type"),
        Text::new("主体", "Filing entity"),
        Text::new("AppID", "AppID"),
        number,
        Text::new("日期", "Date"),
    ];
    let kind = sheet.kind_title.in_lang(sheet.lang).to_owned();
    let values = [kind, sheet.subject.clone(), sheet.app_id.clone(), sheet.number.clone(), sheet.day.to_string()];
    let named = names.iter().map(|name| name.in_lang(sheet.lang)).zip(values);
    named.filter(|(_, value)| !value.is_empty()).collect()
}

/// What a sheet is headed with.
#[must_use]
pub fn heading(sheet: &Sheet) -> String {
    let title = TITLE.in_lang(sheet.lang);
    if sheet.title.is_empty() { title.to_owned() } else { format!("{} · {title}", visible(&sheet.title)) }
}

/// That a sheet is a preview, where it is one.
#[must_use]
pub fn preview(sheet: &Sheet) -> Option<String> {
    sheet.is_preview().then(|| PREVIEW.with(sheet.lang, &[("count", &sheet.errors)]))
}

/// As text for a terminal: one value a line under its label.
#[must_use]
pub fn text(sheet: &Sheet) -> String {
    let mut out = String::new();
    let colon = colon(sheet.lang);
    push(&mut out, &heading(sheet));
    if let Some(text) = preview(sheet) {
        push(&mut out, &format!("! {text}"));
    }
    for (name, value) in facts(sheet) {
        push(&mut out, &format!("{name}{colon}{}", visible(&value)));
    }
    for (number, page) in sheet.pages.iter().enumerate() {
        push(&mut out, "");
        push(&mut out, &format!("{}  {}", number + 1, page.title(sheet.lang)));
        notes(&mut out, &page.before, sheet.lang);
        for row in &page.rows {
            let way = row.way_in(sheet.lang);
            let way = match (row.way, sheet.lang) {
                (Way::Enter, _) if !row.is_reused => String::new(),
                (_, Lang::Zh) => format!("（{way}）"),
                (_, Lang::En) => format!(" [{way}]"),
            };
            push(&mut out, &format!("  [ ] {}{way}", row.full_label(sheet.lang)));
            if let Some(old) = &row.old {
                push(&mut out, &format!("      {}{colon}{old}", OLD.in_lang(sheet.lang)));
            }
            push(&mut out, &format!("      {}", line(row, sheet.lang)));
            for error in &row.errors {
                push(&mut out, &format!("      × {error}"));
            }
        }
        notes(&mut out, &page.after, sheet.lang);
    }
    out
}

/// A value, and behind it in brackets what stands beside it.
fn line(row: &Row, lang: Lang) -> String {
    let value = if row.value.is_empty() { MISSING.in_lang(lang) } else { &row.value };
    match (row.aside().as_str(), lang) {
        ("", _) => value.to_owned(),
        (beside, _) if row.way == Way::Upload && beside == value => value.to_owned(),
        (beside, Lang::Zh) => format!("{value}（{beside}）"),
        (beside, Lang::En) => format!("{value} ({beside})"),
    }
}

fn notes(out: &mut String, notes: &[Note], lang: Lang) {
    for note in notes {
        push(out, &format!("  * {}{}", note.lead(lang), note.text));
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// As Markdown: a list for each page, with boxes to tick.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n\n", plain(&heading(sheet)));
    if let Some(text) = preview(sheet) {
        // Writing to a String cannot fail.
        let _ = write!(out, "> **{text}**\n\n");
    }
    for (name, value) in facts(sheet) {
        let _ = writeln!(out, "- {name}{}{}", colon(sheet.lang), plain(&visible(&value)));
    }
    for page in &sheet.pages {
        let _ = write!(out, "\n## {}\n\n", page.title(sheet.lang));
        page_in_markdown(&mut out, page, sheet.lang);
    }
    out
}

fn page_in_markdown(out: &mut String, page: &Page, lang: Lang) {
    let note = |note: &Note| format!("- *{}{}*\n", note.lead(lang), plain(&note.text));
    page.before.iter().for_each(|one| out.push_str(&note(one)));
    for row in &page.rows {
        let value = if row.value.is_empty() { MISSING.in_lang(lang).to_owned() } else { code(&row.value) };
        let _ = write!(out, "- [ ] {}{}", plain(&row.full_label(lang)), colon(lang));
        if let Some(old) = &row.old {
            let _ = write!(out, "{} → ", code(old));
        }
        out.push_str(&value);
        if !row.aside().is_empty() {
            let _ = write!(out, " ({})", plain(&row.aside()));
        }
        if row.is_reused {
            let _ = write!(out, " *{}*", plain(&row.way_in(lang)));
        }
        out.push('\n');
        for error in &row.errors {
            let _ = writeln!(out, "  - × {}", plain(error));
        }
    }
    page.after.iter().for_each(|one| out.push_str(&note(one)));
}

/// Text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A value as code: between more backticks than it holds in a row.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let marks = "`".repeat(longest + 1);
    let gap = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{marks}{gap}{text}{gap}{marks}")
}

/// As JSON: pages of rows.
#[must_use]
pub fn json(sheet: &Sheet) -> Json {
    let notes = |notes: &[Note]| notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>();
    let pages: Vec<Json> = sheet
        .pages
        .iter()
        .map(|page| {
            json!({
                "page": page.page.word(),
                "title": page.page.label().in_lang(sheet.lang),
                "console": page.page.label().zh,
                "before": notes(&page.before),
                "rows": page.rows.iter().map(row_json).collect::<Vec<_>>(),
                "after": notes(&page.after),
            })
        })
        .collect();
    json!({
        "kind": sheet.kind.word(),
        "title": sheet.title,
        "subject": sheet.subject,
        "app_id": sheet.app_id,
        "number": sheet.number,
        "date": sheet.day.to_string(),
        "preview": sheet.is_preview(),
        "errors": sheet.errors,
        "pages": pages,
    })
}

fn row_json(row: &Row) -> Json {
    let mut json = json!({
        "key": row.key,
        "field": row.field.path(),
        "label": row.label,
        "label_en": row.english,
        "way": row.way.word(),
        "value": row.value,
        "copy": row.copy,
        "beside": row.beside,
        "errors": row.errors,
    });
    if !row.code.is_empty() {
        json["code"] = row.code.as_str().into();
    }
    if row.is_reused {
        json["reused"] = true.into();
    }
    if let Some(old) = &row.old {
        json["old"] = old.as_str().into();
    }
    if let Some(file) = &row.file {
        json["file"] = file.as_str().into();
    }
    json
}
