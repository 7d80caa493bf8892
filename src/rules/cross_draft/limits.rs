//! How many mini-programs a subject may have.

use crate::catalog::filing_region::province_of;
use crate::catalog::threshold::{self, Concern, Threshold};
use crate::filing::{FieldId, FilingKind};
use crate::rules::engine::judge::number;
use crate::rules::engine::mark::Mark;
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// More mini-programs of a subject than the platform admits, counted over the drafts at hand.
pub static TOO_MANY_MINI_PROGRAMS: Rule = Rule {
    name: "too-many-mini-programs",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::MiniProgramName],
    source: source::WECHAT_FAQ,
    prevents: &[],
    title: text("小程序太多", "Too many mini-programs"),
    what: text(
        "个人和个体工商户最多 5 个小程序，其他主体最多 50 个。",
        "An individual or a sole trader has five mini-programs at most, any other filing entity fifty.",
    ),
    why: text("超过的账号注册不了，也就无法备案。", "No further account is issued beyond that, so nothing more can be filed."),
    fix: text("先注销不用的小程序。", "End one that is not used."),
    messages: &[message(
        "",
        text(
            "这个主体在草稿里已有 {count} 个小程序，最多 {most} 个。",
            "The drafts name {count} mini-programs of this filing entity; {most} are allowed.",
        ),
        text("先注销不用的小程序。", "End one that is not used."),
    )],
    wrong: case(
        "beside = [\n  { mini_program.app_id = 'wx0000000000000001' }, { mini_program.app_id = 'wx0000000000000002' },\n  { mini_program.app_id = 'wx0000000000000003' }, { mini_program.app_id = 'wx0000000000000004' },\n  { mini_program.app_id = 'wx0000000000000005' },\n]",
        text("个人的第六个小程序。", "The sixth mini-program of an individual."),
    ),
    right: case(
        "beside = [{ mini_program.app_id = 'wx0000000000000001' }]",
        text("个人的第二个小程序。", "The second mini-program of an individual."),
    ),
    check: too_many_mini_programs,
};

fn too_many_mini_programs(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(me) = context.traits().filter(|me| me.kind == FilingKind::New) else { return };
    let mut programs = vec![program(me)];
    for other in context.peers().of_subject(me.subject).filter(|other| other.kind != FilingKind::Deregistration) {
        programs.push(program(other));
    }
    programs.sort_unstable();
    programs.dedup();
    let concern = match () {
        () if me.individual => Concern::OfIndividual,
        () if me.is_sole_trader => Concern::OfSoleTrader,
        () => Concern::OfOrganisation,
    };
    let region = context.text(FieldId::SubjectRegion);
    let province = province_of(region).map(|province| province.code());
    // The platform's own figure goes before a province's, which is often the lower one.
    let broken = |figure: &&&Threshold| programs.len() > usize::try_from(figure.value).unwrap_or(usize::MAX);
    if let Some(figure) = threshold::of(concern, province).iter().find(broken) {
        let finding = TOO_MANY_MINI_PROGRAMS.finds(FieldId::MiniProgramName).said_by(figure.source);
        findings.push(finding.with("count", number(programs.len())).with("most", Arg::Number(i64::from(figure.value))));
    }
}

/// What tells one mini-program from another: the AppID, else the name.
fn program(traits: &Traits) -> Mark {
    if traits.app_id.is_empty() { traits.mini_program } else { traits.app_id }
}
