//! The picture beside a form, where the screen is wide: the focused scan, or the one that the focused field is copied from.

use ratatui::layout::Rect;

use super::seen::{draw_seen, facts};
use crate::catalog::Sides;
use crate::filing::{Draft, FieldId, Kind, PersonField};
use crate::scan::Unseen;
use crate::scan::facts::{Content, FileFacts};
use crate::text::wrap::wrap;
use crate::tui::picture::{PreviewRequest, Protocol, View};
use crate::tui::state::State;
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::theme::Role;

/// The least cells of the picture, and the most.
const WIDTH: u16 = 36;
const MOST_WIDTH: u16 = 72;
const HEIGHT: u16 = 16;
/// Rows of a screen that are not the picture's: what stands around a form, its title, and what is known of the picture.
const AROUND: u16 = 12;
/// Cells between the form and the picture.
pub const GAP: u16 = 3;
/// A form keeps at least so many cells: what it has on a screen of 80 columns.
const FORM: u16 = 47;
/// A form takes at most so many: beyond them its marks would stand far from its values.
pub const MOST_FORM: u16 = 100;
/// The least rows of a screen with a picture beside its form.
const ROWS: u16 = 28;

/// Cells that the picture takes of a form's width, with the gap: none where the focused field has no picture to be seen. What is free
/// beside the widest form is the picture's, too.
#[must_use]
pub fn width(state: &State, focus: FieldId, main: u16) -> u16 {
    let has_room = main >= FORM + GAP + WIDTH && state.size.1 >= ROWS && state.graphics.protocol != Protocol::None;
    if !has_room || !is_there(state, focus) { 0 } else { GAP + main.saturating_sub(MOST_FORM + GAP).clamp(WIDTH, MOST_WIDTH) }
}

/// Whether a picture belongs to the field and its file can be found. While nobody has looked, it is taken to be there.
fn is_there(state: &State, focus: FieldId) -> bool {
    let Some(document) = &state.document else { return false };
    let Some((_, path)) = belonging(document.draft(), focus) else { return false };
    let missing = |facts: &FileFacts| matches!(facts.content, Content::Missing | Content::NotAFile);
    !document.facts().get(&path).is_some_and(missing)
}

/// Rows that a picture may take on a screen of this size.
fn height(state: &State) -> u16 {
    state.size.1.saturating_sub(AROUND).max(HEIGHT)
}

/// The look at the picture that belongs to the focused field, if there is room for one in a main area of so many cells.
#[must_use]
pub fn look(state: &State, focus: FieldId, main: u16) -> Option<PreviewRequest> {
    let width = width(state, focus, main).checked_sub(GAP)?;
    let (_, path) = belonging(state.document.as_ref()?.draft(), focus)?;
    state.preview_of(path, View::default(), (width, height(state)))
}

/// Draws the picture into the area at the right of the form, with its name and facts beneath.
pub fn draw(canvas: &mut Canvas<'_>, state: &State, focus: FieldId, area: Rect) {
    let Some((id, path)) = state.document.as_ref().and_then(|document| belonging(document.draft(), focus)) else { return };
    // Whoever is still typing a path knows that there is no such file yet.
    if matches!(state.preview.seen(&path), Some(Err(Unseen::File(Content::Missing | Content::NotAFile)))) {
        return;
    }
    let seen = state.preview.seen(&path).and_then(|seen| seen.as_ref().ok());
    let height = seen.map_or(height(state), |sight| sight.cells.1).min(area.height.saturating_sub(3));
    draw_seen(canvas, state, &path, Rect { height, ..area });
    let mut lines = wrap(&id.full_label(state.lang), usize::from(area.width));
    lines.push(facts(state, &path));
    let top = area.y + height + 1;
    for (row, line) in lines.iter().enumerate().take(usize::from(area.bottom().saturating_sub(top))) {
        canvas.put(area.x, top + to_cells(row), area.width, line, Role::Muted);
    }
}

/// The picture that belongs to a field: its own, else that of the side on which it is printed, else the first of the same certificate.
fn belonging(draft: &Draft, focus: FieldId) -> Option<(FieldId, String)> {
    if is_picture(focus) {
        return path_of(draft, focus).map(|path| (focus, path));
    }
    let (certificate, _) = focus.path().rsplit_once('.')?;
    if !certificate.ends_with("certificate") {
        return None;
    }
    let beside = |id: &FieldId| id.path().rsplit_once('.').is_some_and(|(start, _)| start == certificate) && is_picture(*id);
    let scans = FieldId::ALL.iter().copied().filter(beside);
    let mut scans = printed_on(draft, focus).into_iter().chain(scans).filter(|id| draft.asks(*id));
    scans.find_map(|id| path_of(draft, id).map(|path| (id, path)))
}

/// The scan of the side that says how long a document is valid; `None` for what stands on its first side.
fn printed_on(draft: &Draft, focus: FieldId) -> Option<FieldId> {
    let (role, part) = PersonField::find(focus)?;
    let is_validity = matches!(part, PersonField::ValidFrom | PersonField::ValidUntil);
    let sides = draft.document_kind(role).map_or(Sides::PortraitAndEmblem, |kind| kind.paper().sides);
    (is_validity && sides == Sides::PortraitAndEmblem).then_some(PersonField::Back.of(role))
}

fn is_picture(id: FieldId) -> bool {
    matches!(id.field().kind, Kind::Picture | Kind::Pictures(_))
}

fn path_of(draft: &Draft, id: FieldId) -> Option<String> {
    draft.paths(id).into_iter().find(|path| !path.trim().is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Value;

    /// 港澳居民来往内地通行证.
    const PERMIT: u32 = 14;

    #[test]
    fn a_certificate_s_fields_belong_to_the_scan_that_shows_them_and_others_to_none() {
        let mut draft = Draft::new(4);
        draft.set(FieldId::ResponsiblePersonCertificateFront, Some("a.jpg".into()));
        draft.set(FieldId::ResponsiblePersonCertificateBack, Some("b.jpg".into()));
        for (focus, expected) in [
            (FieldId::ResponsiblePersonCertificateNumber, Some("a.jpg")),
            (FieldId::ResponsiblePersonCertificateValidUntil, Some("b.jpg")),
            (FieldId::ResponsiblePersonCertificateValidFrom, Some("b.jpg")),
            (FieldId::ResponsiblePersonCertificateBack, Some("b.jpg")),
            (FieldId::ResponsiblePersonMobile, None),
            (FieldId::SubjectCertificateNumber, None),
            (FieldId::SubjectCertificatePhoto, None),
            (FieldId::MiniProgramName, None),
        ] {
            assert_eq!(belonging(&draft, focus).map(|(_, path)| path).as_deref(), expected, "{}", focus.path());
        }
        // A permit of one side says all on that; and of what is not there yet the other side is shown.
        let until = FieldId::ResponsiblePersonCertificateValidUntil;
        let shown = |draft: &Draft| belonging(draft, until).map(|(_, path)| path);
        let mut permit = draft.clone();
        permit.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(PERMIT)));
        assert_eq!(shown(&permit).as_deref(), Some("a.jpg"));
        let mut half = draft.clone();
        half.set(FieldId::ResponsiblePersonCertificateBack, None);
        assert_eq!(shown(&half).as_deref(), Some("a.jpg"));
        draft.set(FieldId::SubjectCertificatePhoto, Some("c.jpg".into()));
        assert_eq!(belonging(&draft, FieldId::SubjectCertificateAddress).map(|(_, path)| path).as_deref(), Some("c.jpg"));
    }
}
