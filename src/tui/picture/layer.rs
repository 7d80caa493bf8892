//! What lies on the terminal's cells: at most one picture. Told after every frame what should be there, it writes what makes it so.

use std::io::{self, Write};
use std::sync::Arc;

use ratatui::layout::Rect;

use super::sequence::{IDS, delete};
use super::{Protocol, RenderedPreview};

/// A picture and where it shall be.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The cells it takes. The frame must leave them alone.
    pub area: Rect,
    /// The picture, whose body is a sequence.
    pub sight: Arc<RenderedPreview>,
}

impl Placed {
    fn is_same(&self, other: &Self) -> bool {
        self.area == other.area && Arc::ptr_eq(&self.sight, &other.sight)
    }

    fn id(&self) -> Option<u32> {
        match &self.sight.body {
            super::Body::Sequence { id, .. } => Some(*id),
            super::Body::Blocks(_) => None,
        }
    }
}

/// The layer.
#[derive(Debug, Default)]
pub struct Layer {
    shown: Option<Placed>,
    /// The protocol of what was ever shown; [`Protocol::Blocks`] needs no cleaning.
    protocol: Protocol,
    /// What stands on the terminal is not known any more.
    lost: bool,
}

impl Layer {
    /// Whoever has cleared the screen or let it flow into another size does not know what has become of the picture.
    pub const fn forget(&mut self) {
        self.lost = true;
    }

    /// Makes `wanted`, drawn in this protocol, the one picture on the terminal. The cursor comes back to where it was.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&mut self, wanted: Option<Placed>, protocol: Protocol, out: &mut impl Write) -> io::Result<()> {
        let before = self.shown.take();
        let lost = std::mem::take(&mut self.lost);
        match (&before, &wanted) {
            (None, None) => return Ok(()),
            (Some(before), Some(wanted)) if !lost && before.is_same(wanted) => {
                self.shown = Some(wanted.clone());
                return Ok(());
            }
            _ => {}
        }
        if lost && before.is_some() {
            wipe(self.protocol, out)?;
        }
        if let Some(Placed { area, sight }) = &wanted
            && let super::Body::Sequence { bytes, .. } = &sight.body
        {
            self.protocol = protocol;
            write!(out, "\u{1b}7")?;
            if lost || before.as_ref().is_none_or(|before| before.area != *area) {
                erase(*area, out)?;
            }
            go_to(area.x, area.y, out)?;
            out.write_all(bytes)?;
            write!(out, "\u{1b}8")?;
        }
        // The old one goes last, so that there is no moment without any.
        let id = before.as_ref().and_then(Placed::id).filter(|id| wanted.as_ref().and_then(Placed::id) != Some(*id));
        if let Some(id) = id.filter(|_| !lost) {
            out.write_all(delete(self.protocol, id).as_bytes())?;
        }
        self.shown = wanted;
        out.flush()
    }
}

/// Takes everything of ours off a terminal that has kitty's protocol; others need nothing.
///
/// # Errors
/// When the terminal is gone.
pub fn wipe(protocol: Protocol, out: &mut impl Write) -> io::Result<()> {
    IDS.iter().try_for_each(|id| out.write_all(delete(protocol, *id).as_bytes()))
}

fn go_to(x: u16, y: u16, out: &mut impl Write) -> io::Result<()> {
    write!(out, "\u{1b}[{};{}H", y + 1, x + 1)
}

/// Blanks the cells: the frame has left them alone, so what stood there before still does.
fn erase(area: Rect, out: &mut impl Write) -> io::Result<()> {
    write!(out, "\u{1b}[0m")?;
    for y in area.top()..area.bottom() {
        go_to(area.x, y, out)?;
        write!(out, "\u{1b}[{}X", area.width)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Part;
    use crate::tui::picture::Body;

    fn placed(x: u16, id: u32) -> Placed {
        let body = Body::Sequence { bytes: Arc::new(format!("<{id}>").into_bytes()), id };
        let part = Part { x: 0, y: 0, width: 1, height: 1 };
        let sight = RenderedPreview { size: (1, 1), turns: 0, part, scale: 1.0, cells: (2, 2), body };
        Placed { area: Rect::new(x, 4, 2, 2), sight: Arc::new(sight) }
    }

    fn written(layer: &mut Layer, wanted: Option<&Placed>, protocol: Protocol) -> String {
        let mut out = Vec::new();
        layer.show(wanted.cloned(), protocol, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace('\u{1b}', "^")
    }

    #[test]
    fn a_picture_is_drawn_once_in_blanked_cells_with_the_cursor_kept() {
        let mut layer = Layer::default();
        let one = placed(9, IDS[0]);
        assert_eq!(written(&mut layer, None, Protocol::Kitty), "");
        let id = IDS[0];
        assert_eq!(written(&mut layer, Some(&one), Protocol::Kitty), format!("^7^[0m^[5;10H^[2X^[6;10H^[2X^[5;10H<{id}>^8"));
        assert_eq!(written(&mut layer, Some(&one), Protocol::Kitty), "");
    }

    #[test]
    fn the_next_one_is_there_before_the_old_one_goes() {
        let mut layer = Layer::default();
        let (one, two) = (placed(9, IDS[0]), placed(9, IDS[1]));
        written(&mut layer, Some(&one), Protocol::Kitty);
        let (first, second) = (IDS[0], IDS[1]);
        assert_eq!(written(&mut layer, Some(&two), Protocol::Kitty), format!("^7^[5;10H<{second}>^8^_Ga=d,d=I,i={first},q=2^\\"));
        assert_eq!(written(&mut layer, None, Protocol::Kitty), format!("^_Ga=d,d=I,i={second},q=2^\\"));
        assert_eq!(written(&mut layer, None, Protocol::Kitty), "");
    }

    #[test]
    fn other_protocols_need_no_deleting() {
        let mut layer = Layer::default();
        written(&mut layer, Some(&placed(9, IDS[0])), Protocol::Sixel);
        assert_eq!(written(&mut layer, None, Protocol::Sixel), "");
    }

    #[test]
    fn after_the_screen_was_cleared_the_same_picture_is_drawn_anew() {
        let mut layer = Layer::default();
        let one = placed(9, IDS[0]);
        written(&mut layer, Some(&one), Protocol::Kitty);
        layer.forget();
        let again = written(&mut layer, Some(&one), Protocol::Kitty);
        let deleted: usize = IDS.iter().filter(|id| again.contains(&format!("d=I,i={id}"))).count();
        assert!(deleted == 2 && again.ends_with(&format!("^[2X^[5;10H<{}>^8", IDS[0])), "{again}");
        assert_eq!(written(&mut layer, Some(&one), Protocol::Kitty), "");
    }
}
