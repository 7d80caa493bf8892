//! A letter that was made for another filing.

use super::collisions::{about, own};
use crate::filing::{FieldId, FilingKind, PersonField, Role};
use crate::rules::engine::mark::Mark;
use crate::rules::engine::peers::Traits;
use crate::rules::engine::{Context, Finding, Rule, Severity, Topic, case, message, source};
use crate::text::text;

/// The letter of authorisation of the owner is the file that another mini-program was filed with.
pub static LETTER_OF_ANOTHER_MINI_PROGRAM: Rule = Rule {
    name: "letter-of-another-mini-program",
    topic: Topic::Drafts,
    severity: Severity::Warning,
    fields: &[FieldId::OwnerAuthorizationLetter],
    source: source::DRAFT_COMPARISON,
    prevents: &[],
    title: text("授权书是另一个小程序的", "The letter of another mini-program"),
    what: text(
        "小程序负责人授权书写明是哪个小程序，每个小程序各签一份。",
        "The authorisation of the mini-program contact names the mini-program: each has one of its own.",
    ),
    why: text("写着另一个小程序的授权书会被退回。", "A letter that names another mini-program is rejected."),
    fix: text("为这个小程序重新签一份。", "Have one signed for this mini-program."),
    messages: &[message(
        "",
        text("这个文件是「{drafts}」备案时用的授权书。", "This is the file that was filed with: {drafts}."),
        text(
            "为这个小程序重新签一份；已经换成新的、只是文件名相同的，可以确认。",
            "Have one signed for this mini-program; if only the name of the file is the same, confirm it.",
        ),
    )],
    wrong: case(
        "mini_program.app_id = 'wx0000000000000002'\n\
         owner.authorization_letter = 'letter.jpg'\n\
         beside.owner.authorization_letter = 'letter.jpg'\n\
         beside.events = [{ at = 2026-11-20T02:00:00Z, kind = 'submitted' },\n  \
         { at = 2026-11-20T03:00:00Z, kind = 'platform-passed' }, { at = 2026-11-20T04:00:00Z, kind = 'sms-received' },\n  \
         { at = 2026-11-20T05:00:00Z, kind = 'sms-verified' }, { at = 2026-11-21T06:00:00Z, kind = 'bureau-passed' }]",
        text("第二个小程序用了第一个的授权书。", "The second mini-program has the letter of the first."),
    ),
    right: case(
        "mini_program.app_id = 'wx0000000000000002'\n\
         owner.authorization_letter = 'letter-2.jpg'\n\
         beside.owner.authorization_letter = 'letter.jpg'\n\
         beside.events = [{ at = 2026-11-20T02:00:00Z, kind = 'submitted' },\n  \
         { at = 2026-11-20T03:00:00Z, kind = 'platform-passed' }, { at = 2026-11-20T04:00:00Z, kind = 'sms-received' },\n  \
         { at = 2026-11-20T05:00:00Z, kind = 'sms-verified' }, { at = 2026-11-21T06:00:00Z, kind = 'bureau-passed' }]",
        text("各有一份。", "Each has its own."),
    ),
    check: letter_of_another_mini_program,
};

fn letter_of_another_mini_program(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (id, peers) = (PersonField::AuthorizationLetter.of(Role::Owner), context.peers());
    let Some(letter) = context.typed(id).filter(|_| context.asks(id)).map(|path| Mark::of(path.trim())) else { return };
    let Some(me) = own(context).filter(|me| me.kind == FilingKind::New && me.is_to_come()) else { return };
    let filed_with = |other: &&Traits| other.is_another_mini_program(me) && other.letters.contains(&letter);
    let others = peers.of_subject(me.subject).filter(filed_with);
    findings.extend(about(LETTER_OF_ANOTHER_MINI_PROGRAM.finds(id), others));
}
