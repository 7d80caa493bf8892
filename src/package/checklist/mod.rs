//! `checklist.html`: what is left to do once a package is made, in order, with who does it and by when; what reviewers ask on the
//! phone; what follows once it is filed.
//!
//! [`steps`] has what there is to do for each kind of filing, [`calls`] what is asked and answered; here they become a page.

mod calls;
mod steps;

use chrono::NaiveDate;
use maud::{Markup, html};

use self::steps::Step;
use super::html::{Of, Page, identity, value};
use super::letters::{self, Letter};
use super::manifest::Open;
use super::material::Naming;
use super::record::with_record;
use crate::catalog::FilingKind;
use crate::catalog::material::Signatory;
use crate::filing::ahead::Ahead;
use crate::filing::checklist::Requirement;
use crate::filing::reuse::{kind_title, left_to_record};
use crate::filing::{Draft, FieldId, Stage};
use crate::rules::required_materials::{Item, Materials, State};
use crate::rules::{Finding, QUESTION_OPEN, Severity};
use crate::text::{Lang, Text};

/// Where it lies in the package.
pub const PATH: &str = "checklist.html";

const STYLE: &str = include_str!("../../../assets/html/checklist.css");
const SCRIPT: &str = include_str!("../../../assets/html/checklist.js");

/// What a checklist is made from.
pub struct Inputs<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// Its materials, judged.
    pub materials: &'a Materials,
    /// What the rules have found.
    pub findings: &'a [Finding],
    /// What is open; `None` where no package is made.
    pub open: Option<&'a Open>,
    /// Whether the package has a calendar of deadlines beside the page.
    pub has_calendar: bool,
    /// In which letters the package names its files.
    pub naming: Naming,
    /// The day (China time): of the export, and the first on which it can be submitted.
    pub today: NaiveDate,
    /// The language.
    pub lang: Lang,
}

impl Inputs<'_> {
    /// What is ahead of the draft.
    fn ahead(&self) -> Ahead {
        Ahead::of(self.draft, self.today)
    }
}

/// Whether there is nothing left to submit: it is on record, or has ended. A deregistration that lapsed can be requested again.
fn is_over(inputs: &Inputs<'_>) -> bool {
    match inputs.ahead().stage {
        Stage::Filed => inputs.draft.filing_kind() != FilingKind::Deregistration,
        Stage::Deregistered => true,
        Stage::Preparing | Stage::PlatformReview | Stage::SmsVerification | Stage::BureauReview => false,
    }
}

/// The page.
#[must_use]
pub fn html(inputs: &Inputs<'_>) -> String {
    let whole = with_record(inputs.draft);
    let inputs = &Inputs { draft: &whole, ..*inputs };
    let (draft, lang) = (inputs.draft, inputs.lang);
    let letters = if inputs.open.is_some() { letters::packed } else { letters::of }(draft, inputs.today);
    let title = TITLE.with(lang, &[("name", &draft.title())]);
    let kind = draft.filing_kind();
    let (ahead, is_done) = (inputs.ahead(), is_over(inputs));
    let calls = if is_done || kind == FilingKind::Deregistration { Vec::new() } else { calls::of(draft, lang) };
    let (before, after) = steps::of(inputs, &letters);
    let body = html! {
        h1 { (value(&title)) }
        p class="quiet" {
            (kind_title(draft).in_lang(lang)) " · " (inputs.today)
            @for text in [draft.text(FieldId::SubjectName), draft.text(FieldId::AppId), draft.number()] {
                @if !text.trim().is_empty() { " · " (value(text.trim())) }
            }
        }
        @if !is_done { (open(inputs)) }
        h2 { (STEPS.in_lang(lang)) }
        p id="kept" class="quiet screen-only" role="status" {}
        @if is_done { p { (if ahead.stage == Stage::Deregistered { HAS_ENDED } else { NOTHING_TO_SUBMIT }.in_lang(lang)) } }
        @if ahead.is_under_way() { p { (stands(&ahead, kind, lang)) } }
        // No step of a deregistration has a day that is counted from this one.
        @else if !is_done && kind != FilingKind::Deregistration { p class="quiet" { (DATES.with(lang, &[("today", &inputs.today)])) } }
        @if inputs.has_calendar { p class="quiet" { (CALENDAR.with(lang, &[("file", &super::calendar::PATH)])) } }
        @for step in &before { (one(step, lang)) }
        (materials(inputs, &letters))
        @if !calls.is_empty() {
            h2 { (CALLS.in_lang(lang)) }
            p class="quiet" { (CALLS_ABOUT.in_lang(lang)) }
            @for call in &calls {
                dl class="asked" {
                    dt { (call.question) }
                    dd { @for answer in &call.answers { div { (value(answer)) } } }
                }
            }
        }
        h2 { (AFTER.in_lang(lang)) }
        @for step in &after { (one(step, lang)) }
    };
    let identity = identity(draft.text(FieldId::AppId), draft.title(), kind);
    let body = html! { main data-list=(&identity) data-not-kept=(NOT_KEPT.in_lang(lang)) { (body) } };
    Page { lang, title: &title, style: STYLE, of: Of::draft("checklist", draft), script: SCRIPT, body }.to_html()
}

fn one(step: &Step, lang: Lang) -> Markup {
    html! {
        div class="step" {
            input type="checkbox" id=(step.id) data-key=(step.mark());
            div {
                label for=(step.id) { (step.what) }
                @for line in &step.how { p { (value(line)) } }
                p {
                    span class="who" { (WHO.in_lang(lang)) (step.who) }
                    @if let Some(by) = &step.by { " " span class="by" { (by) } }
                }
            }
        }
    }
}

/// Where a filing stands that is submitted.
fn stands(ahead: &Ahead, kind: FilingKind, lang: Lang) -> String {
    let stage = match ahead.stage {
        Stage::PlatformReview => Text::new("平台初审", "platform review"),
        Stage::BureauReview => Text::new("通管局审核", "bureau review"),
        _ => Text::new("短信核验", "SMS verification"),
    };
    let since = ahead.since.map(|day| day.to_string()).unwrap_or_default();
    let text = if kind == FilingKind::Deregistration { REQUESTED } else { SUBMITTED };
    text.with(lang, &[("stage", &stage.in_lang(lang)), ("since", &since)])
}

/// What stands between this draft and a submission, or is open still while it is reviewed.
fn open(inputs: &Inputs<'_>) -> Markup {
    let lang = inputs.lang;
    let is_under_way = inputs.ahead().is_under_way();
    let questions = inputs.open.map(Open::questions).filter(|_| !is_under_way).unwrap_or_default();
    let face_check = !is_under_way && inputs.open.is_some_and(Open::face_check);
    // What has a line of its own here is not said twice.
    let is_told = |found: &Finding| {
        let of_face_check = face_check && found.severity == Severity::Hint && FieldId::FACE_CHECK.contains(&found.field);
        of_face_check || found.rule.name == QUESTION_OPEN.name && questions.contains(&found.field.path())
    };
    let remaining: Vec<&Finding> = inputs.findings.iter().filter(|found| found.counts() && !is_told(found)).collect();
    html! {
        @if !remaining.is_empty() || !questions.is_empty() || face_check {
            h2 { (if is_under_way { OPEN_STILL } else { OPEN }.in_lang(lang)) }
            ul {
                @if face_check { li class="alarm" { (FACE_CHECK.in_lang(lang)) } }
                @for found in &remaining {
                    li { (value(&found.field.field().full_asked_label(lang))) (COLON.in_lang(lang)) (value(&found.message(lang))) }
                }
                @for path in questions {
                    @if let Some(id) = FieldId::from_path(path) {
                        @if !remaining.iter().any(|found| found.field == id) { li { (QUESTION.in_lang(lang)) (id.asked_label().in_lang(lang)) } }
                    }
                }
            }
        }
    }
}

/// The materials: which are scanned, which letter is to be printed, and who signs it.
fn materials(inputs: &Inputs<'_>, letters: &[Letter]) -> Markup {
    let lang = inputs.lang;
    let others = others(inputs);
    if inputs.materials.items.is_empty() && others.is_empty() {
        return html! {};
    }
    html! {
        h2 { (MATERIALS.in_lang(lang)) }
        table class="materials" {
            thead { tr { th { (MATERIAL.in_lang(lang)) } th { (STATE.in_lang(lang)) } th { (SIGNS.in_lang(lang)) } } }
            tbody {
                @for item in &inputs.materials.items {
                    tr {
                        td { (item.material.title(lang)) }
                        td { (state(item, letters, inputs)) }
                        td { (item.material.signatory.words().in_lang(lang)) }
                    }
                }
                @for (id, count) in others {
                    tr {
                        td { (id.full_label(lang)) }
                        td { span class="good" { (ATTACHED.with(lang, &[("count", &count)])) } }
                        td {}
                    }
                }
            }
        }
    }
}

/// Files that are attached and that no line of the list is sure to be about: the fields that hold them, and how many they are.
fn others(inputs: &Inputs<'_>) -> Vec<(FieldId, usize)> {
    let is_told = |id: FieldId| inputs.materials.items.iter().any(|item| item.material.field == id && is_scanned(item));
    let fields = FieldId::FILES.iter().copied().filter(|id| *id != FieldId::PriorApprovals);
    let counted = fields.filter(|id| inputs.draft.asks(*id)).map(|id| (id, inputs.draft.paths(id).len()));
    counted.filter(|(id, count)| *count > 0 && !is_told(*id)).collect()
}

/// Whether a field holds this one material and no other.
fn is_sure(item: &Item) -> bool {
    crate::filing::checklist::capacity(item.material.field) == 1 || item.material.row.is_some()
}

/// Whether the material itself is there. A field of several files that hold other documents does not tell that it is among them.
fn is_scanned(item: &Item) -> bool {
    let is_there = matches!(item.state, State::There | State::Faulty);
    is_there && (is_sure(item) || item.material.requirement != Requirement::Perhaps)
}

/// How far a material is: scanned, printed and to be signed, or missing.
fn state(item: &Item, letters: &[Letter], inputs: &Inputs<'_>) -> Markup {
    let lang = inputs.lang;
    let is_there = matches!(item.state, State::There | State::Faulty);
    let letter =
        letters.iter().find(|letter| item.material.field == letter.material.field && item.material.letter == Some(letter.key));
    html! {
        @match (is_scanned(item), item.material.requirement) {
            (true, _) if item.material.signatory == Signatory::OwnerRecords => span class="good" { (RECORDED.in_lang(lang)) }
            (true, _) => span class="good" { (SCANNED.in_lang(lang)) }
            (false, Requirement::Perhaps) if left_to_record(inputs.draft).any(|id| id == item.material.field) => {
                span class="quiet" { (ON_RECORD.in_lang(lang)) }
            }
            (false, Requirement::Perhaps) => span class="quiet" { (PERHAPS.in_lang(lang)) }
            (false, _) if item.material.signatory == Signatory::OwnerRecords => span class="alarm" { (NOT_RECORDED.in_lang(lang)) }
            (false, _) => span class="alarm" { (MISSING.in_lang(lang)) }
        }
        @if let (false, Some(letter)) = (is_there && is_sure(item), letter) {
            br;
            @if inputs.open.is_some() { a href=(letter.place(inputs.naming)) { (PRINT.in_lang(lang)) } } @else { (PRINT_BY_COMMAND.in_lang(lang)) }
        }
    }
}

const NOTHING_TO_SUBMIT: Text = Text::new(
    "已经备案，没有要提交的；要改，在向导里打开这份草稿办变更，或用命令：beian new --kind change --from 草稿。",
    "It is on record: nothing is to be submitted. To change it, open this draft in the wizard and start a change there, or by command: beian new --kind change --from DRAFT.",
);
const HAS_ENDED: Text = Text::new("已经注销，没有要提交的。", "It was deregistered: nothing is to be submitted.");
const SUBMITTED: Text = Text::new(
    "已经提交，{since} 起在{stage}。下面是还没有走完的环节，日期和向导的「进度」（F9）一致。",
    "Submitted, and in {stage} since {since}. Below is what is still ahead; the dates are those of the wizard's Status (F9).",
);
const REQUESTED: Text =
    Text::new("已经申请注销，{since} 起在{stage}。", "The deregistration is requested, and in {stage} since {since}.");
const TITLE: Text = Text::new("备案待办：{name}", "Checklist: {name}");
const STEPS: Text = Text::new("接下来要做的事", "What is left to do");
const DATES: Text = Text::new(
    "日期按 {today} 提交推算，遇节假日顺延；晚提交一天，后面都晚一天。",
    "Dates are counted from a submission on {today}, over working days; a later submission moves all of them.",
);
const CALENDAR: Text = Text::new(
    "{file} 里是有期限的事，可以导入手机或电脑的日历。",
    "What is due by a day is in {file}: import it into your calendar.",
);
const NOT_KEPT: Text = Text::new(
    "这个浏览器不保存勾选，刷新后会丢失。",
    "This browser does not keep the ticks: they are lost when the page is reloaded.",
);
const OPEN: Text = Text::new("提交前还要看一眼", "To be looked at before submission");
const OPEN_STILL: Text = Text::new("还要留意", "Still to be minded");
const FACE_CHECK: Text = Text::new(
    "人脸核身还没有记录：提交前由小程序管理员完成。",
    "No face check is recorded: the administrator does it before submission.",
);
const COLON: Text = Text::new("：", ": ");
const QUESTION: Text = Text::new("还没有回答：", "Not answered yet: ");
const MATERIALS: Text = Text::new("材料和函件", "Materials and letters");
const MATERIAL: Text = Text::new("材料", "Material");
const STATE: Text = Text::new("状态", "State");
const SIGNS: Text = Text::new("由谁出具、签署", "Signed or issued by");
const SCANNED: Text = Text::new("已扫描", "scanned");
const ATTACHED: Text = Text::new("已附 {count} 份", "attached: {count}");
const MISSING: Text = Text::new("还缺扫描件", "scan missing");
const RECORDED: Text = Text::new("已录制", "recorded");
const NOT_RECORDED: Text = Text::new("还没有录制", "not recorded yet");
const PERHAPS: Text = Text::new("要求时才交", "only if asked for");
const ON_RECORD: Text = Text::new("取自备案记录；不能复用时才交", "on record; only where the console offers no reuse");
const PRINT: Text = Text::new("打印函件", "print the letter");
const PRINT_BY_COMMAND: Text =
    Text::new("用向导的「生成函件」（Ctrl+G）或 beian letters 生成", "the wizard (Ctrl+G) or beian letters writes it");
const CALLS: Text = Text::new("审核来电会问什么", "What reviewers ask on the phone");
const CALLS_ABOUT: Text = Text::new(
    "平台和通管局可能打给主体负责人、小程序负责人或应急联系电话；答的要和备案信息一致。",
    "Platform and bureau may call either person or the emergency number; the answers must be those of the filing.",
);
const AFTER: Text = Text::new("办结之后", "Once it is done");
const WHO: Text = Text::new("谁做：", "Who: ");

#[cfg(test)]
mod tests;
