//! A letter as a page: what is printed, and beside it, on the screen alone, how to sign it.

use std::borrow::Cow;
use std::cell::RefCell;

use maud::{Markup, html};

use super::{Letter, View};
use crate::catalog::Circumstance;
use crate::catalog::letter::{Blank, Form, Piece, Token, notes, own_form, tokens};
use crate::catalog::material::Signatory;
use crate::filing::change::{self, Difference};
use crate::filing::checklist::Requirement;
use crate::filing::circumstance::Answer;
use crate::filing::{FieldId, Kind, Value};
use crate::package::html::{Of, Page, value};
use crate::text::{Lang, Text};

const STYLE: &str = include_str!("../../../assets/html/letter.css");

/// The file of a letter.
pub fn html(letter: &Letter, view: &View<'_>, lang: Lang) -> String {
    let writer = Writer { letter, view, lang, missing: RefCell::default() };
    let printed = writer.printed();
    let title = writer.plain(letter.paper.title.in_lang(lang), lang);
    let body = html! {
        (writer.how())
        (printed)
    };
    let of = Of::draft(&letter.file, view.draft);
    Page { lang, title: &title, style: STYLE, of, script: "", body }.to_html()
}

struct Writer<'a> {
    letter: &'a Letter,
    view: &'a View<'a>,
    lang: Lang,
    /// The fields that the letter wants and the draft does not have.
    missing: RefCell<Vec<FieldId>>,
}

impl Writer<'_> {
    /// The letter itself.
    fn printed(&self) -> Markup {
        let paper = self.letter.paper;
        let parts: Vec<&Piece> = paper.parts.iter().filter(|part| self.view.has(part)).collect();
        let groups: Vec<&[&Piece]> = parts.chunk_by(|one, next| one.form == next.form && is_grouped(one.form)).collect();
        // The last part and the signatures stay on one page.
        let (last, earlier) = groups.split_last().map_or((&[][..], &[][..]), |(last, earlier)| (*last, earlier));
        html! {
            article class="letter" lang="zh-CN" {
                h1 { (self.text(paper.title.zh, Lang::Zh)) }
                (self.gloss(paper.title.en))
                @if !paper.to.zh.is_empty() {
                    p class="to" { (self.text(paper.to.zh, Lang::Zh)) }
                    (self.gloss(paper.to.en))
                }
                @for group in earlier { (self.group(group)) }
                div class="end" {
                    (self.group(last))
                    @if paper.dated { (self.signature()) }
                }
            }
        }
    }

    /// Parts of one form that stand together, or a single part.
    fn group(&self, parts: &[&Piece]) -> Markup {
        let Some(first) = parts.first() else { return html! {} };
        match first.form {
            Form::Item => {
                html! { ol { @for part in parts { li { (self.text(part.text.zh, Lang::Zh)) (self.gloss(part.text.en)) } } } }
            }
            Form::Row => html! { table class="rows" { @for part in parts { (self.row(part)) } } },
            _ => html! { @for part in parts { (self.part(part)) } },
        }
    }

    fn row(&self, part: &Piece) -> Markup {
        html! {
            tr {
                th scope="row" { (self.text(part.text.zh, Lang::Zh)) (self.gloss(part.text.en)) }
                td { (self.text(part.value, Lang::Zh)) }
            }
        }
    }

    fn part(&self, part: &Piece) -> Markup {
        let text = self.text(part.text.zh, Lang::Zh);
        let gloss = self.gloss(part.text.en);
        match part.form {
            Form::Heading => html! { h2 { (text) } (gloss) },
            Form::Aloud => html! { p class="aloud" { (text) } (gloss) },
            Form::Copied => html! { p class="text" { "（请手抄）" (text) } (gloss) (ruled(3)) },
            Form::Lines => html! { p { (text) "：" } (gloss) (ruled(part.count)) },
            Form::Changes => html! { (self.changes()) (gloss) },
            Form::Services => html! { p { (text) "：" } (gloss) (services(part.count)) },
            Form::Paragraph | Form::Item | Form::Row => html! { p class="text" { (text) } (gloss) },
        }
    }

    /// Who signs, and the date: both by hand.
    fn signature(&self) -> Markup {
        let lines = self.letter.paper.lines.iter().filter(|line| self.view.has(line));
        html! {
            div class="signature" {
                @for line in lines {
                    p {
                        (self.text(line.text.zh, Lang::Zh)) "："
                        @if line.value.is_empty() { span class="rule" {} } @else { (self.text(line.value, Lang::Zh)) }
                    }
                    (self.gloss(line.text.en))
                }
                p { "日期：" span class="rule short" {} "年" span class="rule short" {} "月" span class="rule short" {} "日" }
                (self.gloss("Date: year, month, day, by hand"))
            }
        }
    }

    /// What a change changes.
    fn changes(&self) -> Markup {
        let rows = change::differences(self.view.draft);
        html! {
            table class="changes" {
                thead { tr { th { "项目" } th { "原内容" } th { "新内容" } } }
                tbody {
                    @for Difference { id, old, new } in &rows {
                        tr {
                            td { (id.full_label(Lang::Zh)) }
                            td { @if let Some(old) = old { (value(&shown(*id, old))) } @else { span class="rule" {} } }
                            td { (value(&shown(*id, new))) }
                        }
                    }
                }
            }
        }
    }

    /// A text with its blanks filled in; a line to write on where the draft has nothing.
    fn text(&self, text: &str, lang: Lang) -> Markup {
        html! {
            @for token in tokens(text) {
                @match token {
                    Token::Words(words) => { (self.term(words)) }
                    Token::Blank(blank) => { (self.blank(blank, lang)) }
                }
            }
        }
    }

    fn blank(&self, blank: Blank, lang: Lang) -> Markup {
        let text = self.view.blanks.value(blank, lang);
        if !text.is_empty() {
            return value(&text);
        }
        let field = self.view.blanks.field(blank);
        let mut missing = self.missing.borrow_mut();
        if let Some(id) = field.filter(|id| !missing.contains(id)) {
            missing.push(id);
        }
        html! { span class="rule" {} }
    }

    /// Words as they fit this subject: a licence of a sole trader has an operator (经营者) and no legal representative.
    fn term<'b>(&self, words: &'b str) -> Cow<'b, str> {
        if self.view.circumstances.answer(Circumstance::SoleTrader) != Answer::Yes {
            return Cow::Borrowed(words);
        }
        let terms = [("法定代表人", "经营者"), ("Legal representative", "Operator"), ("legal representative", "operator")];
        let replaced = |words: Cow<'b, str>, (from, to): (&str, &str)| match words.contains(from) {
            true => Cow::Owned(words.replace(from, to)),
            false => words,
        };
        terms.into_iter().fold(Cow::Borrowed(words), replaced)
    }

    /// The same without marks, for the title of the page.
    fn plain(&self, text: &str, lang: Lang) -> String {
        let part = |token| match token {
            Token::Words(words) => words.to_owned(),
            Token::Blank(blank) => self.view.blanks.value(blank, lang),
        };
        tokens(text).map(part).collect()
    }

    /// What the Chinese says, on the screen and for readers of English alone.
    fn gloss(&self, text: &str) -> Markup {
        html! {
            @if self.lang == Lang::En && !text.is_empty() && text != "AppID" {
                p class="gloss screen-only" lang="en" { (self.text(text, Lang::En)) }
            }
        }
    }

    /// Small print outside the letter, which is not printed.
    fn how(&self) -> Markup {
        let (lang, paper, material) = (self.lang, self.letter.paper, &self.letter.material);
        let region = self.view.draft.text(FieldId::SubjectRegion);
        // A cover note becomes no material of its own.
        let becomes_material = material.signatory != Signatory::Registry;
        // A video is neither printed nor signed.
        let is_recorded = material.signatory == Signatory::OwnerRecords;
        let general = if is_recorded { &[][..] } else { notes() };
        let notes = paper.notes.iter().chain(general).filter(|note| self.view.has(note));
        let missing = self.missing.borrow();
        let labels: Vec<String> = missing.iter().map(|id| id.full_label(lang)).collect();
        html! {
            aside class="how screen-only" {
                h2 { (if is_recorded { HOW_TO_RECORD } else { HOW }.in_lang(lang)) }
                @if material.requirement == Requirement::Perhaps {
                    p { (PERHAPS.in_lang(lang)) }
                }
                @if let Some(form) = own_form(self.letter.key, region) {
                    p class="alarm" { (form.text.in_lang(lang)) }
                }
                ul {
                    @if becomes_material {
                        li { (SIGNED.with(lang, &[("who", &self.term(material.signatory.words().in_lang(lang)))])) }
                    }
                    @for note in notes { li { (self.term(note.text.in_lang(lang))) } }
                    @if becomes_material {
                        li { (if is_recorded { RECORDED } else { PLACE }.with(lang, &[("field", &material.field.full_label(lang))])) }
                    }
                }
                @if !labels.is_empty() {
                    p { (MISSING.with(lang, &[("fields", &labels.join(if lang == Lang::Zh { "、" } else { "; " }))])) }
                }
            }
        }
    }
}

/// Heads the small print.
const HOW: Text = Text::new("签署说明（不打印）", "How to sign (not printed)");
/// Heads it where the letter is read aloud.
const HOW_TO_RECORD: Text = Text::new("录制说明（不打印）", "How to record it (not printed)");
/// Where a video goes.
const RECORDED: Text = Text::new("录好后，添加到草稿的「{field}」。", "Once it is recorded, add it to the draft under {field}.");
/// Nobody knows whether it is wanted.
const PERHAPS: Text =
    Text::new("视情况才要：平台、审核人员或备案地要求时再签。", "Only where platform, reviewer or province asks for it.");
/// Who signs.
const SIGNED: Text = Text::new("{who}。", "It has to be: {who}.");
/// Where the scan goes.
const PLACE: Text =
    Text::new("签好并扫描后，添加到草稿的「{field}」。", "Once it is signed and scanned, add it to the draft under {field}.");
/// What the draft does not have.
const MISSING: Text = Text::new(
    "草稿里还没有，留成了横线：{fields}。",
    "The draft does not have these yet, so there are lines to write on: {fields}.",
);

const fn is_grouped(form: Form) -> bool {
    matches!(form, Form::Item | Form::Row)
}

/// Lines to write on.
fn ruled(count: u32) -> Markup {
    html! { @for _ in 0..count { div class="ruled" {} } }
}

/// A table of services to be filled in.
fn services(count: u32) -> Markup {
    html! {
        table class="services" {
            thead { tr { th { "备案号" } th { "服务名称" } th { "用途" } } }
            tbody { @for _ in 0..count { tr { td {} td {} td {} } } }
        }
    }
}

/// A value of a change in words.
fn shown(id: FieldId, value: &Value) -> String {
    let name = |code: &u32| match id.field().kind {
        Kind::Choice(list) | Kind::Choices(list) => list.name(*code).map(|name| name.zh.to_owned()),
        _ => None,
    };
    let named = |code: &u32| name(code).unwrap_or_else(|| code.to_string());
    match value {
        Value::Text(text) | Value::Invalid(text) if id == FieldId::SubjectRegion => {
            Some(crate::catalog::filing_region::full_name(text)).filter(|name| !name.is_empty()).unwrap_or_else(|| text.clone())
        }
        Value::Text(text) | Value::Invalid(text) => text.clone(),
        Value::Code(code) => named(code),
        Value::Codes(codes) => codes.iter().map(named).collect::<Vec<_>>().join("；"),
        Value::Flag(flag) => if *flag { "是" } else { "否" }.to_owned(),
        Value::Paths(paths) => paths.join("、"),
        Value::Approvals(rows) => {
            let row = |row: &crate::filing::Approval| {
                let kind = row.kind.and_then(crate::catalog::prior_approval).map_or("", |kind| kind.name.zh);
                format!("{kind} {}", row.number).trim().to_owned()
            };
            rows.iter().map(row).collect::<Vec<_>>().join("；")
        }
    }
}
