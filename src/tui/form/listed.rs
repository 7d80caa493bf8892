//! Which fields a form shows, in which order, and what the last step says about the materials in them.
//!
//! The step of the materials lists every material of the filing, also those that are asked for on other steps: needed ones first,
//! then what there may be. What nobody needs is folded away until one goes there.

use std::borrow::Cow;

use crate::catalog::material::Signatory;
use crate::filing::checklist::{Requirement, capacity};
use crate::filing::reuse::{is_section_on_record, is_skipped, reuses_subject};
use crate::filing::{FieldId, Need, Section, Value};
use crate::locale::{Lang, Text, material as words};
use crate::rules::required_materials::{Item, State as There};
use crate::text::clean::visible;
use crate::text::wrap::wrap;
use crate::tui::document::Document;
use crate::tui::keymap::{self, Action, Context};
use crate::tui::state::State;
use crate::tui::widget::theme::Role;

/// Words and what they mean.
type Line = (Role, String);

/// The fields of a form, in the order in which one goes through them.
#[must_use]
pub fn listed(document: &Document, section: Section) -> Vec<FieldId> {
    let draft = document.draft();
    let own = document.asked_in(section);
    if section != Section::Materials {
        return own.collect();
    }
    let mut fields: Vec<FieldId> = document.materials().wanted().map(|item| item.material.field).collect();
    fields.sort_unstable();
    fields.dedup();
    let mut others: Vec<FieldId> = own.filter(|id| !fields.contains(id)).collect();
    others.sort_by_key(|id| (draft.get(*id).is_none(), !is_perhaps(document, *id), *id));
    fields.extend(others);
    fields
}

/// Whether the field is folded away while the focus is elsewhere: empty, and not needed for sure.
#[must_use]
pub fn is_foldable(document: &Document, section: Section, id: FieldId) -> bool {
    section == Section::Materials && document.draft().get(id).is_none() && !is_wanted(document, id)
}

/// Whether the field holds a material that this filing needs.
#[must_use]
pub fn is_wanted(document: &Document, id: FieldId) -> bool {
    document.materials().wanted().any(|item| item.material.field == id)
}

fn is_perhaps(document: &Document, id: FieldId) -> bool {
    document.materials().of_field(id).next().is_some()
}

/// The head above a field that begins another part of the list.
#[must_use]
pub fn head(lang: Lang, document: &Document, fields: &[FieldId], id: FieldId) -> Option<&'static str> {
    let first = |group: &dyn Fn(FieldId) -> bool| fields.iter().copied().find(|id| group(*id)) == Some(id);
    let wanted = |id| is_wanted(document, id);
    let text: Text = match () {
        () if first(&wanted) => words::NEEDED,
        () if first(&|id| !wanted(id)) => words::PERHAPS_OR_OPTIONAL,
        () => return None,
    };
    Some(text.in_lang(lang))
}

/// What is said under a field about the materials that go into it. In full where the focus is.
#[must_use]
pub fn about(state: &State, document: &Document, id: FieldId, focused: bool, width: usize) -> Vec<Line> {
    let lang = state.lang;
    let mut lines = Vec::new();
    for item in document.materials().of_field(id) {
        // What is wrong with a file is said below, where its finding stands.
        let open = !is_given(item);
        if open || focused {
            lines.extend(said(lang, document, item, focused).into_iter().flat_map(|(role, text)| {
                let rows: Vec<Line> = wrap(&text, width).into_iter().map(|row| (role, row)).collect();
                rows
            }));
        }
    }
    let given = document.draft().get(id).is_some();
    if given && id.field().section == Section::Materials && document.materials().unneeded.iter().any(|(field, _)| *field == id) {
        lines.extend(wrap(words::UNNEEDED.in_lang(lang), width).into_iter().map(|row| (Role::Muted, row)));
    }
    lines
}

/// Whether its file can be read, whatever is wrong with it.
fn is_given(item: &Item) -> bool {
    matches!(item.state, There::There | There::Faulty)
}

fn said(lang: Lang, document: &Document, item: &Item, focused: bool) -> Vec<Line> {
    let material = &item.material;
    let there = is_given(item);
    let (comma, stop) = if lang == Lang::Zh { ("；", "。") } else { ("; ", ".") };
    let (name, hand) = (material.title(lang), material.signatory.words().in_lang(lang));
    let perhaps = material.requirement == Requirement::Perhaps;
    if !focused {
        // That the original has to be photographed goes without saying; a name of its own tells more than the label.
        let own_name = (material.rule.is_some() || capacity(material.field) > 1).then_some(name);
        let own_name = own_name.filter(|name| *name != material.field.label().in_lang(lang));
        let hand = (material.signatory != Signatory::Owned).then_some(hand.into());
        let parts: Vec<Cow<'_, str>> = own_name.into_iter().chain(hand).collect();
        return if perhaps || parts.is_empty() {
            Vec::new()
        } else {
            vec![(Role::Muted, format!("{}{stop}", parts.join(comma)))]
        };
    }
    let state = words::state(lang, item.state, material.requirement);
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let first = match item.state {
        There::There | There::Unusable | There::Faulty => format!("{state}{colon}{name}{stop}"),
        There::Missing | There::Few { .. } => format!("{state}{colon}{name}{comma}{hand}{stop}"),
    };
    let role = match item.state {
        There::Faulty => Role::Error,
        There::There => Role::Muted,
        _ if perhaps => Role::Muted,
        _ => Role::Warning,
    };
    let mut lines = vec![(role, first)];
    let letter = material.letter.filter(|_| !there).map(|letter| words::letter(letter).in_lang(lang));
    lines.extend(letter.map(|letter| (Role::Text, letter.to_owned())));
    let source = words::SOURCE.with(lang, &[("source", &words::source(lang, material))]);
    let gap = if lang == Lang::Zh { "" } else { " " };
    lines.push((Role::Muted, format!("{}{gap}{source}{stop}", words::why(lang, material, document.draft()))));
    lines
}

/// What stands in the place of a file that is needed and not named yet.
#[must_use]
pub fn placeholder(lang: Lang, document: &Document, section: Section, id: FieldId) -> Option<&'static str> {
    let empty = section == Section::Materials && document.draft().get(id).is_none();
    (empty && is_wanted(document, id)).then(|| words::MISSING.in_lang(lang))
}

/// Rules whose findings the list of materials says in its own words.
#[must_use]
pub fn is_said(rule: &str) -> bool {
    matches!(rule, "needed-material-missing" | "required-field-empty" | "expected-field-empty")
}

/// What is said above the fields of a form, if anything.
#[must_use]
pub fn note(state: &State, document: &Document, section: Section) -> Option<String> {
    use crate::locale::tui::{form, record};
    let (lang, draft) = (state.lang, document.draft());
    if is_section_on_record(draft, section) {
        let key = keymap::key_for(&[Context::Filed], Action::StartChange).map(|key| key.to_string()).unwrap_or_default();
        let number = visible(draft.text(FieldId::RecordNumber));
        let text = if is_skipped(draft, section) { record::REUSED } else { record::REUSED_IN_PART };
        return Some(text.with(lang, &[("number", &number), ("key", &key)]));
    }
    if section == Section::MiniProgram && reuses_subject(draft) {
        let phone = draft.get(FieldId::ResponsiblePersonMobile).or_else(|| draft.recorded(FieldId::ResponsiblePersonMobile));
        let phone = visible(phone.and_then(Value::as_text).unwrap_or_default().trim());
        return Some(record::REUSE_MESSAGE.with(lang, &[("phone", &phone)]));
    }
    let text = match section {
        Section::Owner if !draft.owner_is_another() => form::SAME_PERSON,
        Section::Materials
            if draft.need(FieldId::SubjectRegion) != Need::NotAsked && draft.get(FieldId::SubjectRegion).is_none() =>
        {
            words::NO_REGION
        }
        _ => return None,
    };
    Some(text.in_lang(lang).to_owned())
}
