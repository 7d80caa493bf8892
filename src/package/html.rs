//! Pages for people: one file each, which fetches nothing and lets nothing in.
//!
//! Everything that comes from a draft goes through [`maud`], which escapes it, and through [`value`], which shows what would steer or
//! hide. A Content-Security-Policy of hashes admits the page's own style and script and nothing else, should a value ever get out.

use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use crate::catalog::FilingKind;
use crate::filing::{Draft, FieldId};
use crate::text::Lang;
use crate::text::clean::visible;

/// What all pages share: colours of light and dark, the system's fonts, A4.
const BASE: &str = include_str!("../../assets/html/page.css");

/// How a page says who made it.
const GENERATOR: &str = "<meta name=\"generator\" content=\"beian\">";
/// Stands in a seal for an AppID that there is none of.
const NO_APP_ID: &str = "-";
/// Hexadecimal digits of a digest.
const DIGITS: usize = 16;
/// How the comment behind a page begins.
const SEAL: &str = "<!--beian ";
/// Bytes of a page at most: those of ours have thumbnails.
const LARGEST: u64 = 32 * 1024 * 1024;

/// A page before it is written.
pub struct Page<'a> {
    /// The language of the page as a whole.
    pub lang: Lang,
    /// What it is called.
    pub title: &'a str,
    /// Its own rules of style, behind those that all pages share.
    pub style: &'a str,
    /// Which page of which filing it is.
    pub of: Of<'a>,
    /// Its script; empty for none.
    pub script: &'a str,
    /// What stands in it.
    pub body: Markup,
}

impl Page<'_> {
    /// The file: the same bytes for the same page.
    #[must_use]
    pub fn to_html(&self) -> String {
        let style = format!("{BASE}{}", self.style);
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(policy(&style, self.script));
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="generator" content="beian";
                    title { (visible(self.title)) }
                    style { (PreEscaped(&style)) }
                }
                body {
                    (self.body)
                    @if !self.script.is_empty() {
                        script { (PreEscaped(self.script)) }
                    }
                }
            }
        };
        let text = page.into_string();
        format!("{text}{}\n", seal(&self.of.told(), &text))
    }
}

/// Which page of which filing.
#[derive(Debug, Clone, Copy)]
pub struct Of<'a> {
    /// Which page: its name among those of a filing.
    pub page: &'a str,
    /// The mini-program's AppID; empty while there is none.
    pub app_id: &'a str,
    /// What the filing is called.
    pub title: &'a str,
    /// What is filed.
    pub kind: FilingKind,
}

impl<'a> Of<'a> {
    /// A page of a draft.
    #[must_use]
    pub fn draft(page: &'a str, draft: &'a Draft) -> Self {
        Self { page, app_id: draft.text(FieldId::AppId).trim(), title: draft.title(), kind: draft.filing_kind() }
    }

    /// As it stands in a seal, which says nothing of it: the page and the kind, the AppID, the name.
    fn told(self) -> String {
        let app_id = if self.app_id.is_empty() { NO_APP_ID.to_owned() } else { mark(&[self.app_id]) };
        [mark(&[self.page, self.kind.word()]), app_id, mark(&[self.title])].join(" ")
    }
}

/// What stands behind a page, so that it is known of which filing it is, and whether somebody has changed it since.
fn seal(told: &str, page: &str) -> String {
    format!("{SEAL}{told} {}-->", mark(&[page]))
}

/// What a page's seal tells: page and kind, AppID, name. `None` for what is no page of ours, or was changed.
fn sealed(text: &str) -> Option<[&str; 3]> {
    let (page, rest) = text.rfind(SEAL).map(|at| text.split_at(at))?;
    let told = rest.strip_prefix(SEAL)?.rsplit_once(' ')?.0;
    let mut parts = told.split(' ');
    let of = [parts.next()?, parts.next()?, parts.next()?];
    (page.contains(GENERATOR) && rest.trim_end() == seal(told, page)).then_some(of)
}

/// Whether two seals are of one page of one filing: its AppID tells, and its name as long as one of them has no AppID.
fn is_same([page, app_id, title]: [&str; 3], [other_page, other_app_id, other_title]: [&str; 3]) -> bool {
    let are_known = app_id != NO_APP_ID && other_app_id != NO_APP_ID;
    page == other_page && if are_known { app_id == other_app_id } else { title == other_title }
}

/// Tells what a browser keeps of one mini-program's filing from that of others, and says nothing of it.
#[must_use]
pub fn identity(app_id: &str, title: &str, kind: FilingKind) -> String {
    let known = if app_id.is_empty() { title } else { app_id };
    mark(&[&format!("{known} {}", kind.word())])
}

/// A short digest of these texts.
#[must_use]
pub fn mark(texts: &[&str]) -> String {
    let digest = Sha256::digest(texts.join("\n"));
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.get(..DIGITS).unwrap_or(&hex).to_owned()
}

/// A value of a draft: escaped, of its own direction, and with what nobody would see made visible.
#[must_use]
pub fn value(text: &str) -> Markup {
    html! { bdi { (visible(text)) } }
}

/// Whether a page may take a file's place: that is a page of the same filing that this program made, and nobody has changed it since.
#[must_use]
pub fn may_replace(path: &Path, page: &str) -> bool {
    let is_page = path.metadata().is_ok_and(|found| found.is_file() && found.len() <= LARGEST);
    let there = is_page.then(|| std::fs::read_to_string(path)).and_then(Result::ok).unwrap_or_default();
    sealed(&there).zip(sealed(page)).is_some_and(|(one, other)| is_same(one, other))
}

/// Nothing is fetched; pictures stand in the page; style and script are the very ones the program wrote.
fn policy(style: &str, script: &str) -> String {
    let script = if script.is_empty() { "'none'".to_owned() } else { hash(script) };
    format!(
        "default-src 'none'; style-src {}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'",
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(body: Markup) -> String {
        Page { lang: Lang::Zh, title: "<填报表>", style: "p { margin: 0; }", of: of("", ""), script: "void 0;", body }.to_html()
    }

    #[test]
    fn hostile_values_stay_text() {
        for (hostile, shown) in [
            ("\"><script>alert(1)</script>", "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("</style><img src=x onerror=1>", "&lt;/style&gt;&lt;img src=x onerror=1&gt;"),
            ("\u{202e}倒\u{1b}[31m", "&lt;U+202E&gt;倒␛[31m"),
            ("&amp;", "&amp;amp;"),
        ] {
            let page = page(html! { p title=(hostile) { (value(hostile)) } });
            assert!(page.contains(&format!("<bdi>{shown}</bdi>")), "{page}");
            assert_eq!(page.matches("<script").count(), 1, "{page}");
            assert_eq!(page.matches("<img").count(), 0, "{page}");
        }
    }

    fn of<'a>(app_id: &'a str, title: &'a str) -> Of<'a> {
        Of { page: "page", app_id, title, kind: FilingKind::New }
    }

    #[test]
    fn the_policy_admits_what_stands_in_the_page_alone() {
        let page = page(html! { p { "一" } });
        let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>")).unwrap().0;
        assert!(page.contains(&format!("style-src {};", hash(style))), "{page}");
        assert!(page.contains(&format!("script-src {};", hash("void 0;"))));
        assert!(page.contains("default-src 'none'") && page.contains("<title>&lt;填报表&gt;</title>"));
        assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("url("), "{page}");
        let page_of = |of: Of<'_>| Page { lang: Lang::En, title: "a", style: "", of, script: "", body: html! {} }.to_html();
        let silent = page_of(of("wx1", "one"));
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.html");
        let changed = silent.replace("<title>a", "<title>b");
        let longer = format!("{silent}<p>mine</p>");
        for (text, gives_way) in [
            (silent.as_str(), true),
            (page_of(of("wx2", "one")).as_str(), false),
            (page_of(of("wx1", "renamed")).as_str(), true),
            (page_of(of("", "one")).as_str(), true),
            (page_of(of("", "another")).as_str(), false),
            (page_of(Of { page: "other", ..of("wx1", "one") }).as_str(), false),
            (page_of(Of { kind: FilingKind::Change, ..of("wx1", "one") }).as_str(), false),
            (changed.as_str(), false),
            (longer.as_str(), false),
            ("<!DOCTYPE html><html></html>", false),
            ("", false),
        ] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(may_replace(&file, &silent), gives_way, "{text}");
        }
        std::fs::write(&file, &silent).unwrap();
        assert!(
            !may_replace(&file, "text")
                && !may_replace(folder.path(), &silent)
                && !may_replace(&folder.path().join("none"), &silent)
        );
        assert!(silent.contains("script-src 'none';") && !silent.contains("<script") && silent.contains("lang=\"en\""));
    }
}
