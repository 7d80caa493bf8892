//! The sheet as a page: a button and a tick for each value. Without its script it can still be read, printed and ticked.

use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{Markup, PreEscaped, html};

use super::print::{MISSING, NEW, OLD, facts, heading, preview};
use super::{Note, Page, Row, Sheet, Sign, Uploads, Way};
use crate::catalog::FilingKind;
use crate::package::html::{self, value};
use crate::text::{Lang, Text};

const STYLE: &str = include_str!("../../../assets/sheet/sheet.css");
const SCRIPT: &str = include_str!("../../../assets/sheet/sheet.js");

/// Thumbnails in a page at most.
const MOST_PICTURES: usize = 40;

const COPY: Text = Text::new("复制", "Copy");
const COPY_PAGE: Text = Text::new("复制本页", "Copy page");
const COPIED: Text = Text::new("已复制", "Copied");
const FAILED: Text = Text::new("请手动选取复制", "Select it by hand");
const DONE: Text = Text::new("已录入", "Entered");
const NO_PICTURE: Text = Text::new("（无预览图）", "(no picture)");
const RESET: Text = Text::new("清除勾选", "Clear ticks");
const NOT_KEPT: Text = Text::new(
    "这个浏览器不保存勾选，刷新后会丢失。",
    "This browser does not keep the ticks: they are lost when the page is reloaded.",
);
const USE: Text = Text::new(
    "照微信公众平台的页面顺序排列。点「复制」再到网页粘贴，录好一项勾一项。",
    "In the order of the console's pages. Copy, paste into the console, tick what is done.",
);
const USE_ANY_ORDER: Text =
    Text::new("点「复制」再到网页粘贴，录好一项勾一项。", "Copy, paste into the console, tick what is done.");
const FOR_REFERENCE: Text = Text::new("已备案，供查阅", "On record; for reference");
const NO_FILES: Text = Text::new(
    "没有任何扫描件：要上传的材料还没有放进草稿。",
    "No scans at all: what has to be uploaded is not in the draft yet.",
);
const NO_UPLOADS: Text = Text::new("这次不用上传任何文件。", "No files have to be uploaded this time.");
const MATERIALS: Text = Text::new(
    "上传的文件在备案包的 materials 文件夹里，按编号取。",
    "The files to upload lie in the package's folder materials, by their numbers.",
);

/// A small picture (JPEG) of the file with this path in the draft; `None` where there is none to be had.
pub type Pictures<'a> = dyn Fn(&str) -> Option<Vec<u8>> + 'a;

/// The page, as one file. `in_package` says that it lies beside the folder of the materials.
#[must_use]
pub fn page(sheet: &Sheet, pictures: &Pictures<'_>, in_package: bool) -> String {
    let lang = sheet.lang;
    let mut left = MOST_PICTURES;
    let heading = heading(sheet);
    let says = |text: Text| text.in_lang(lang);
    let mark = preview(sheet);
    let body = html! {
        main #sheet data-sheet=(html::identity(&sheet.app_id, &sheet.title, sheet.kind)) data-copied=(says(COPIED)) data-failed=(says(FAILED)) data-not-kept=(says(NOT_KEPT))
            data-mark=[mark.as_deref()] class=[mark.as_ref().map(|_| "preview")] {
            header {
                h1 { (value(&heading)) }
                @if let Some(mark) = &mark { p .alarm { strong { (mark) } } }
                dl .facts {
                    @for (name, fact) in facts(sheet) { div { dt { (name) } dd { (value(&fact)) } } }
                }
                @if sheet.is_for_reference {
                    p { strong { (says(FOR_REFERENCE)) } }
                } @else {
                    // Nobody knows the pages of a deregistration: its entrance says that the order is the console's.
                    p .quiet { (says(if sheet.kind == FilingKind::Deregistration { USE_ANY_ORDER } else { USE })) }
                }
                @match (sheet.uploads(), sheet.kind) {
                    (Uploads::Missing, _) => p .alarm { (says(NO_FILES)) }
                    (Uploads::There, _) => @if in_package { p .quiet { (says(MATERIALS)) } }
                    (Uploads::None, FilingKind::Deregistration) => {}
                    (Uploads::None, _) => p .quiet { (says(NO_UPLOADS)) }
                }
                p .tools .screen-only {
                    output #count {}
                    button #reset type="button" hidden { (says(RESET)) }
                    span #kept role="status" {}
                }
            }
            @for (number, page) in sheet.pages.iter().enumerate() {
                (section(page, number + 1, lang, pictures, &mut left))
            }
        }
    };
    html::Page {
        lang,
        title: &heading,
        style: STYLE,
        of: html::Of { page: "sheet", app_id: &sheet.app_id, title: &sheet.title, kind: sheet.kind },
        script: SCRIPT,
        body,
    }
    .to_html()
}

fn section(page: &Page, number: usize, lang: Lang, pictures: &Pictures<'_>, left: &mut usize) -> Markup {
    let all: Vec<String> =
        page.rows.iter().filter(|row| !row.copy.is_empty()).map(|row| format!("{}\t{}", row.label, row.copy)).collect();
    html! {
        section {
            div .head {
                h2 { span .number { (number) } (page.title(lang)) }
                @if !page.rows.is_empty() {
                    output .count .screen-only {}
                    @if !all.is_empty() {
                        button .copy .screen-only type="button" data-copy=(all.join("\n")) { (COPY_PAGE.in_lang(lang)) }
                    }
                }
            }
            (notes(&page.before, lang))
            @if !page.rows.is_empty() {
                ul .rows { @for row in &page.rows { (item(row, lang, pictures, left)) } }
            }
            (notes(&page.after, lang))
        }
    }
}

fn notes(notes: &[Note], lang: Lang) -> Markup {
    html! {
        @for note in notes {
            p class=(class_of(note.sign)) { strong { (note.sign.label().in_lang(lang)) } " " (note.text) }
        }
    }
}

const fn class_of(sign: Sign) -> &'static str {
    match sign {
        Sign::Info => "note",
        Sign::Scan => "note scan",
        Sign::Phone | Sign::Call => "note phone",
        Sign::FilledIn => "note filled",
    }
}

fn item(row: &Row, lang: Lang, pictures: &Pictures<'_>, left: &mut usize) -> Markup {
    let label = row.full_label(lang);
    let picture = row.file.as_deref().and_then(|path| {
        *left = left.checked_sub(1)?;
        pictures(path)
    });
    html! {
        li data-key=(row.mark()) {
            label .tick { input type="checkbox" aria-label=(format!("{}: {label}", DONE.in_lang(lang))); }
            div .what {
                div .label {
                    (row.label)
                    @if lang == Lang::En && row.english != row.label { " " span .quiet lang="en" { (row.english) } }
                    " " span .way { (row.way_in(lang)) }
                }
                @if let Some(old) = &row.old {
                    div .old { span .quiet { (OLD.in_lang(lang)) } " " del { (value(old)) } }
                }
                div .value {
                    @if row.old.is_some() { span .quiet { (NEW.in_lang(lang)) } " " }
                    @if row.value.is_empty() {
                        span .alarm { (MISSING.in_lang(lang)) }
                    } @else {
                        span .copied { bdi { (row.value) } }
                    }
                    @if !row.aside().is_empty() {
                        " " span .quiet { bdi { (row.aside()) } }
                    }
                }
                @if row.way == Way::Upload && row.file.is_some() {
                    @match picture {
                        Some(jpeg) => img alt=(label) src=(PreEscaped(format!("data:image/jpeg;base64,{}", BASE64_STANDARD.encode(jpeg))));,
                        None => span .quiet { (NO_PICTURE.in_lang(lang)) },
                    }
                }
                @for error in &row.errors { p .alarm { "× " (error) } }
            }
            @if !row.copy.is_empty() {
                button .copy .screen-only type="button" data-copy=(row.copy) aria-label=(format!("{}: {label}", COPY.in_lang(lang))) {
                    (COPY.in_lang(lang))
                }
            }
        }
    }
}
