//! The numbers that people's certificates carry: on which document each stands, and how a refusal is told.

use crate::catalog;
use crate::filing::{FieldId, PersonField, Role, Value};
use crate::identifiers::Verdict;
use crate::identifiers::document::Document;
use crate::rules::engine::judge::{Judged, number};
use crate::rules::engine::{Arg, Context, Finding, Fix, Message, Rule};
use crate::rules::scans::writing::offers::has_other;

/// Places of the long numbers.
const PLACES: usize = 18;

/// The number of one person.
pub struct CertificateNumber<'a> {
    /// Where it stands.
    pub field: FieldId,
    /// As typed.
    pub text: &'a str,
    /// What it is judged as; `None` where the kind is not chosen, or is one that nothing is known about.
    pub document: Option<Document>,
    /// Where the kind of certificate was chosen; nowhere for the legal person, whose number is judged by its form.
    pub kind: Option<FieldId>,
    /// Where the person's name stands.
    pub name: FieldId,
}

impl<'a> CertificateNumber<'a> {
    /// All numbers that the draft asks for and holds.
    pub fn all(context: &Context<'a>) -> Vec<Self> {
        let legal = context.typed(FieldId::LegalPersonNumber).map(|text| Self {
            field: FieldId::LegalPersonNumber,
            text,
            document: context.legal_document(),
            kind: None,
            name: FieldId::LegalPersonName,
        });
        let own = Role::BOTH.into_iter().filter_map(|role| {
            let field = PersonField::CertificateNumber.of(role);
            let text = context.typed(field)?;
            let document = context.document(role);
            Some(Self {
                field,
                text,
                document,
                kind: Some(PersonField::CertificateKind.of(role)),
                name: PersonField::Name.of(role),
            })
        });
        legal.into_iter().chain(own).collect()
    }

    /// The numbers on one of these documents.
    pub fn on(context: &Context<'a>, documents: &[Document]) -> Vec<Self> {
        let people = [context.legal_document(), context.document(Role::ResponsiblePerson), context.document(Role::Owner)];
        // Most rules are about documents that nobody in the draft has.
        if !people.iter().flatten().any(|document| documents.contains(document)) {
            return Vec::new();
        }
        let mut all = Self::all(context);
        all.retain(|held| held.document.is_some_and(|document| documents.contains(&document)));
        all
    }

    /// The verdict on the number.
    pub fn verdict<'c>(&self, context: &'c Context<'_>) -> Option<&'c Verdict> {
        context.document_number(self.field, self.document?)
    }

    /// Whether nothing is known of the legal person's number but that it has no form of its own, and not even that of a passport.
    pub fn has_no_form(&self, context: &Context<'_>) -> bool {
        let of_no_form = self.kind.is_none() && self.document == Some(Document::Passport);
        of_no_form && self.verdict(context).is_some_and(|verdict| !verdict.valid)
    }

    /// Why the number is refused, if it is: with the likely meaning as a fix, or the kind of certificate that it belongs to.
    fn refused(&self, context: &Context<'_>, rule: &'static Rule) -> Option<Finding> {
        let (document, verdict) = (self.document?, self.verdict(context)?);
        let judged = Judged { field: self.field, verdict, suggestion: None };
        let message = judged.message(rule)?;
        if let Some(finding) = self.of_another_kind(context, rule, document, message) {
            return Some(finding);
        }
        let finding = detailed(rule, rule.finds(self.field).with_message(message), document, &verdict.normalized);
        let meant = document.suggest(self.text, context.today()).filter(|_| !has_other(context, self.field));
        Some(match meant {
            Some(meant) => finding.with_fix_to(Value::Text(meant)),
            None => finding,
        })
    }

    /// Says that the number is one of another document, and offers to choose that kind.
    fn of_another_kind(
        &self,
        context: &Context<'_>,
        rule: &'static Rule,
        chosen: Document,
        message: &'static Message,
    ) -> Option<Finding> {
        let field = self.kind?;
        let told = message.name.starts_with("kind_");
        let other = if told { Document::of_form(self.text) } else { Document::recognise(self.text, context.today())? };
        let kind = catalog::kind_of_document(other).filter(|_| other != chosen)?;
        let finding = rule.finds(self.field).with_message(if told { message } else { rule.find_message("another_kind")? });
        let choose = Fix::offer(vec![(field, Some(Value::Code(kind.id)))]);
        Some(finding.with("kind", Arg::Name(kind.name)).with_fix(choose))
    }
}

/// Reports the numbers on these documents that are refused.
pub fn refuse(context: &Context<'_>, documents: &[Document], rule: &'static Rule, findings: &mut Vec<Finding>) {
    let held = CertificateNumber::on(context, documents);
    findings.extend(held.iter().filter(|held| !held.has_no_form(context)).filter_map(|held| held.refused(context, rule)));
}

/// Reports what is unusual about sound numbers on these documents.
pub fn question(context: &Context<'_>, documents: &[Document], rule: &'static Rule, findings: &mut Vec<Finding>) {
    for held in CertificateNumber::on(context, documents) {
        let Some(verdict) = held.verdict(context) else { continue };
        Judged { field: held.field, verdict, suggestion: None }.unusual(rule, findings);
    }
}

/// Says how long the number is and how long it should be, or which character does not belong there: that one first, for without
/// it the length may be right.
fn detailed(rule: &Rule, finding: Finding, document: Document, value: &str) -> Finding {
    let count = value.chars().count();
    let odd = odd_character(document, value);
    let said = finding.message;
    let told = |name| rule.find_message(name).unwrap_or(said);
    match (said.name, odd) {
        ("length" | "bad_char", Some((at, c))) => {
            let message = told("bad_char");
            let finding = finding.with_message(message).with("place", number(at + 1));
            finding.with("character", Arg::Text(c.to_string()))
        }
        ("length", None) if count > PLACES && rule.find_message("too_long").is_some() => {
            let message = told("too_long");
            finding.with_message(message).with("count", number(count)).with("surplus", number(count - PLACES))
        }
        ("length", None) => finding.with("count", number(count)).with("missing", number(PLACES.saturating_sub(count))),
        _ => finding,
    }
}

/// The first character that numbers of the document do not have at its place, and the place from 0.
fn odd_character(document: Document, value: &str) -> Option<(usize, char)> {
    let count = value.chars().count();
    let old_form = count == 15 && value.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = |at: usize, c: char| match document {
        Document::ForeignPr if old_form => {
            if at < 3 {
                c.is_ascii_uppercase()
            } else {
                c.is_ascii_digit()
            }
        }
        Document::ResidentId | Document::HkMacauResidence | Document::TaiwanResidence | Document::ForeignPr => {
            c.is_ascii_digit() || c == 'X' && at + 1 == count
        }
        Document::HkMacauPermit => c.is_ascii_digit() || at == 0,
        Document::TaiwanPermit => c.is_ascii_digit(),
        Document::Passport => c.is_ascii_alphanumeric(),
        Document::Military => true,
    };
    value.chars().enumerate().find(|(at, c)| !fits(*at, *c))
}
