//! Whether a row concerns a draft: whom, when, and under which conditions.

use crate::catalog::province::{Audience, Condition, Occasion, ProvinceRule};
use crate::catalog::{self, nature};
use crate::filing::{FieldId, PersonField, Role, Stage};
use crate::identifiers::document::Document;
use crate::rules::content::trade;
use crate::rules::engine::Context;

/// Certificates of residents of Hong Kong, Macao and Taiwan, and passports.
const HMT_OR_PASSPORT: &[u32] = &[7, 11, 14, 41, 42];
/// The mainland travel permit for Hong Kong and Macao residents.
const HONG_KONG_MACAO_PERMIT: u32 = 14;
/// 政府机关 and 事业单位.
const PUBLIC_BODIES: &[u32] = &[2, 3];
/// How the credit codes of sole traders begin (GB 32100-2015: registered by the market regulator, sole trader).
const SOLE_TRADER: &str = "92";
/// Places of a credit code.
const PLACES: usize = 18;

/// Whether the row has anything to say to this draft.
pub fn concerns(context: &Context<'_>, row: &ProvinceRule) -> bool {
    audience(context, row.audience)
        && occasion(context, row.occasions)
        && row.when.iter().all(|condition| holds(context, *condition))
        && (row.words.is_empty() || texts(context).any(|text| row.words.iter().any(|word| text.contains(word))))
}

fn audience(context: &Context<'_>, audience: Audience) -> bool {
    // Nobody knows whom the rows concern before the nature is chosen.
    let Some(nature) = context.code(FieldId::SubjectNature).and_then(nature) else { return false };
    match audience {
        Audience::Everyone => true,
        Audience::Individuals => nature.personal,
        Audience::Organisations => !nature.personal,
    }
}

/// A new filing may be the first of its subject, a further service, or the same one on a second platform.
fn occasion(context: &Context<'_>, occasions: &[Occasion]) -> bool {
    occasions.iter().any(|occasion| match (occasion, context.text(FieldId::FilingKind)) {
        (Occasion::Change, kind) => kind == "change",
        (_, kind) => kind == "new",
    })
}

/// Whether the condition holds of the draft, as far as it tells.
pub fn holds(context: &Context<'_>, condition: Condition) -> bool {
    let certificate = |kinds: &[u32]| {
        let chosen = Role::BOTH.into_iter().filter_map(|role| context.code(PersonField::CertificateKind.of(role)));
        chosen.into_iter().any(|kind| kinds.contains(&kind))
    };
    match condition {
        Condition::Letter => context.asks(FieldId::IsLegalPerson) && !context.flag(FieldId::IsLegalPerson),
        Condition::ForeignLegalPerson => legal_person_is_foreign(context),
        Condition::PublicBody => context.code(FieldId::SubjectNature).is_some_and(|nature| PUBLIC_BODIES.contains(&nature)),
        Condition::SoleTrader => is_sole_trader(context),
        Condition::Brackets => context.typed(FieldId::SubjectName).is_some_and(|name| name.contains(['(', ')', '（', '）'])),
        Condition::HongKongMacaoPermit => certificate(&[HONG_KONG_MACAO_PERMIT]),
        Condition::HmtOrPassport => certificate(HMT_OR_PASSPORT),
        Condition::TradeWord => trade::is_named(context),
        Condition::FiledBefore => {
            context.text(FieldId::FilingKind) == "change" || context.answer(FieldId::FiledBefore) == Some(true)
        }
        Condition::HandedIn => !matches!(context.stage(), Stage::Preparing | Stage::Filed),
    }
}

/// Whether the subject is a sole trader: its credit code says so.
pub fn is_sole_trader(context: &Context<'_>) -> bool {
    let code = context.number(FieldId::SubjectCertificateNumber);
    code.is_some_and(|code| code.starts_with(SOLE_TRADER) && code.chars().count() == PLACES)
}

/// The legal person holds another certificate than the resident identity card. Where the legal person is not the responsible
/// person, only the number tells.
fn legal_person_is_foreign(context: &Context<'_>) -> bool {
    if context.is_individual() {
        return false;
    }
    if context.flag(FieldId::IsLegalPerson) {
        let kind = context.code(FieldId::ResponsiblePersonCertificateKind);
        return kind.is_some_and(|kind| kind != catalog::RESIDENT_ID);
    }
    // A slip of the pen in an identity number does not make a foreigner: its form is what counts.
    context.legal_document().is_some_and(|document| document != Document::ResidentId)
}

/// The texts in which a row's words are looked for.
fn texts<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c str> {
    const FIELDS: [FieldId; 5] = [
        FieldId::SubjectName,
        FieldId::SubjectBusinessScope,
        FieldId::SubjectRemark,
        FieldId::MiniProgramName,
        FieldId::MiniProgramRemark,
    ];
    FIELDS.into_iter().filter_map(|id| context.normal(id))
}
