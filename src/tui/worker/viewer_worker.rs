//! Looks at pictures for the screen: one at a time, the latest request first, the last one kept decoded while somebody looks at it.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::mailbox::{Job, Policy, Work};
use crate::scan::facts::Damage;
use crate::scan::{self, Picture, Unseen};
use crate::tui::effect::{Message, RenderRequest};
use crate::tui::picture::{PreviewRequest, RenderedPreview};

/// What was seen is kept for so many looks, so that going back and forth decodes nothing ...
const KEPT: usize = 12;
/// ... and in so many bytes (16 MiB).
const KEPT_BYTES: usize = 16 * 1024 * 1024;

/// Bytes and age of a file.
type Age = Option<(u64, SystemTime)>;

/// A decoded picture.
struct Open {
    path: PathBuf,
    age: Age,
    turns: u8,
    picture: Picture,
}

/// Something that was seen.
struct Kept {
    path: PathBuf,
    age: Age,
    look: PreviewRequest,
    sight: RenderedPreview,
}

/// What is wanted of a picture.
pub(super) enum ViewerRequest {
    /// To see it.
    Render(RenderRequest),
    /// Nothing any more.
    Cancel,
}

/// Looks at pictures.
pub(super) struct ViewerWorker {
    home: Option<PathBuf>,
    open: Option<Open>,
    kept: VecDeque<Kept>,
}

impl ViewerWorker {
    /// `home` is what `~/` stands for.
    pub(super) fn new(home: Option<PathBuf>) -> Self {
        Self { home, open: None, kept: VecDeque::new() }
    }

    fn see(&mut self, number: u64, look: &PreviewRequest, folder: &Path) -> Result<RenderedPreview, Unseen> {
        let path = scan::resolve(folder, self.home.as_deref(), &look.path);
        let age = scan::age(&path);
        let known = |kept: &&Kept| age.is_some() && kept.path == path && kept.age == age && kept.look.is_same(look);
        if let Some(kept) = self.kept.iter().find(known) {
            return Ok(kept.sight.clone());
        }
        let picture = self.picture(&path, age, look.view.turns)?;
        let sight = look.at(picture, number).ok_or(Unseen::Damage(Damage::Undecodable))?;
        self.keep(Kept { path, age, look: look.clone(), sight: sight.clone() });
        Ok(sight)
    }

    /// The picture, turned; decoded only if it is not the one that is open, or has changed.
    fn picture(&mut self, path: &Path, age: Age, turns: u8) -> Result<&Picture, Unseen> {
        let open = match self.open.take() {
            Some(open) if open.path == path && open.age == age && age.is_some() => {
                let picture = open.picture.turned((turns + 4 - open.turns) % 4);
                Open { picture, turns, ..open }
            }
            // The old one is let go before the new one takes its memory.
            old => {
                drop(old);
                let picture = Picture::read(path)?.turned(turns);
                Open { path: path.to_owned(), age, turns, picture }
            }
        };
        Ok(&self.open.insert(open).picture)
    }

    fn keep(&mut self, kept: Kept) {
        self.kept.push_back(kept);
        while self.kept.len() > KEPT || self.kept.iter().map(|kept| kept.sight.weight()).sum::<usize>() > KEPT_BYTES {
            self.kept.pop_front();
        }
    }
}

impl Work for ViewerWorker {
    type Request = ViewerRequest;
    type Reply = Message;
    const POLICY: Policy = Policy::Latest;

    fn work(&mut self, job: &Job<ViewerRequest>) -> Vec<Message> {
        match &job.request {
            ViewerRequest::Render(RenderRequest { number, preview, folder }) => {
                vec![Message::Previewed { number: *number, seen: self.see(*number, preview, folder) }]
            }
            ViewerRequest::Cancel => {
                self.open = None;
                Vec::new()
            }
        }
    }

    fn failed(job: &Job<ViewerRequest>) -> Message {
        let number = match &job.request {
            ViewerRequest::Render(request) => request.number,
            ViewerRequest::Cancel => 0,
        };
        Message::Previewed { number, seen: Err(Unseen::Damage(Damage::Undecodable)) }
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::super::mailbox::tests::{answers, job};
    use super::*;
    use crate::tui::picture::{Body, Graphics, View, Zoom};

    fn look(path: &str, view: View) -> PreviewRequest {
        PreviewRequest { path: path.to_owned(), stamp: None, view, room: (40, 20), graphics: Graphics::default() }
    }

    /// What is seen of a picture in this folder.
    fn see(
        viewer: &mut ViewerWorker,
        folder: &tempfile::TempDir,
        number: u64,
        look: &PreviewRequest,
    ) -> Result<RenderedPreview, Unseen> {
        viewer.see(number, look, folder.path())
    }

    fn draw(path: &Path, colour: [u8; 3]) {
        RgbImage::from_pixel(200, 100, Rgb(colour)).save(path).unwrap();
    }

    fn colour(seen: &Result<RenderedPreview, Unseen>) -> Option<[u8; 3]> {
        match &seen.as_ref().ok()?.body {
            Body::Blocks(pixels) => pixels.at(0, 0),
            Body::Sequence { .. } => None,
        }
    }

    #[test]
    fn what_was_seen_is_kept_until_the_file_changes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.png");
        draw(&path, [200, 0, 0]);
        let mut viewer = ViewerWorker::new(None);
        let seen = see(&mut viewer, &folder, 1, &look("a.png", View::default()));
        assert_eq!(colour(&seen), Some([200, 0, 0]));
        assert_eq!(seen.as_ref().map(|sight| (sight.size, sight.cells)), Ok(((200, 100), (40, 10))));
        viewer.open = None;
        assert_eq!(see(&mut viewer, &folder, 2, &look("a.png", View::default())), seen, "nothing is decoded for what is kept");
        assert!(viewer.open.is_none());
        see(&mut viewer, &folder, 3, &look("a.png", View { zoom: Zoom::Power(0), ..View::default() })).unwrap();
        assert!(viewer.open.is_some());
        draw(&path, [0, 0, 200]);
        let file = std::fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(colour(&see(&mut viewer, &folder, 4, &look("a.png", View::default()))), Some([0, 0, 200]));
        std::fs::remove_file(&path).unwrap();
        assert!(see(&mut viewer, &folder, 5, &look("a.png", View::default())).is_err());
    }

    #[test]
    fn turning_there_and_back_is_no_turning() {
        let folder = tempfile::tempdir().unwrap();
        let mut image = RgbImage::from_pixel(200, 100, Rgb([9, 9, 9]));
        image.put_pixel(0, 0, Rgb([255, 0, 0]));
        image.save(folder.path().join("a.png")).unwrap();
        let mut viewer = ViewerWorker::new(None);
        let corner = |turns| {
            // Pixel for pixel, at the corner where the red pixel has gone.
            let middle = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)][usize::from(turns)];
            look("a.png", View { zoom: Zoom::Power(0), turns, middle })
        };
        for turns in [1, 3, 2, 0, 1] {
            let sight = see(&mut viewer, &folder, 1, &corner(turns)).unwrap();
            assert_eq!(sight.size, if turns % 2 == 1 { (100, 200) } else { (200, 100) });
            let Body::Blocks(pixels) = sight.body else { panic!("not blocks") };
            let (right, bottom) = (pixels.width - 1, pixels.height - 1);
            let (x, y) = [(0, 0), (right, 0), (right, bottom), (0, bottom)][usize::from(turns)];
            assert_eq!(pixels.at(x, y), Some([255, 0, 0]), "{turns}");
        }
    }

    #[test]
    fn memory_is_bounded() {
        let folder = tempfile::tempdir().unwrap();
        draw(&folder.path().join("a.png"), [1, 2, 3]);
        let mut viewer = ViewerWorker::new(None);
        for n in 0..100 {
            let view = View { middle: (f64::from(n) / 100.0, 0.5), ..View::default() };
            see(&mut viewer, &folder, n as u64, &look("a.png", view)).unwrap();
        }
        assert_eq!(viewer.kept.len(), KEPT);
    }

    #[test]
    fn of_several_requests_the_latest_is_answered_and_looking_away_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        draw(&folder.path().join("a.png"), [1, 2, 3]);
        let request = |number| {
            let (preview, folder) = (look("a.png", View::default()), folder.path().to_owned());
            ViewerRequest::Render(RenderRequest { number, preview, folder })
        };
        let found = answers(ViewerWorker::new(None), (1..=5).map(request));
        assert!(matches!(found.as_slice(), [Message::Previewed { number: 5, seen: Ok(_) }]), "{found:?}");
        let mut worker = ViewerWorker::new(None);
        worker.work(&job(request(1)));
        assert!(worker.open.is_some());
        assert!(worker.work(&job(ViewerRequest::Cancel)).is_empty() && worker.open.is_none());
    }
}
