//! The world as the wizard sees it through its effects, in memory: drafts by their paths, a disk that can be full or slow, another
//! program that writes into the open file.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use beian::compare::Compared;
use beian::drafts::copies::{self, Done, Outcome};
use beian::drafts::folder::{Listed, Summary};
use beian::drafts::recent::remember;
use beian::drafts::unfinished::Unfinished;
use beian::filing::Draft;
use beian::filing::event::Moment;
use beian::filing::record::Source;
use beian::package::outside::Outside;
use beian::package::record::{Record, begin};
use beian::reading::Reading;
use beian::reading::folder::NoPictures;
use beian::tui::effect::{Answer, Both, DraftRequest, Effect, FileEntry, Found, Leaving, Message, Request, Undone};
use beian::tui::picture::{PreviewRequest, RenderedPreview, View};
use beian_scan::Wanted;
use beian_scan::facts::{Content, Facts, FileFacts, Format};
use beian_scan::prepare::{Refusal, Report, Step};
use beian_scan::{Picture, Unseen};
use image::{Rgb, RgbImage};

/// What the world says when a save fails.
pub const FULL: &str = "磁盘满了 disk full";

/// The open draft.
#[derive(Debug)]
struct Open {
    path: PathBuf,
    /// As it stood when it was last read or written here.
    known: Option<Draft>,
}

/// The world.
#[derive(Debug, Default)]
pub struct World {
    files: BTreeMap<PathBuf, Draft>,
    open: Option<Open>,
    trash: Vec<(PathBuf, Draft)>,
    waiting: Vec<Request>,
    /// Saves fail.
    pub is_full: bool,
    /// Saves take their time, until [`World::release`].
    pub is_slow: bool,
    /// Files are looked at slowly, until [`World::release`].
    pub is_slow_to_inspect: bool,
    /// Every draft is held by another program.
    pub is_held: bool,
    /// What is known about scans, wherever they lie.
    pub facts: Facts,
    /// What scans say; without any there are no models to read with.
    pub readings: BTreeMap<String, Reading>,
    /// The pictures in any folder that is sorted; without any it is none.
    pub pictures: Vec<Found>,
    /// Those of them that are not there any more when they are to be placed.
    pub gone: Vec<String>,
    /// Whether looking into a folder takes for ever.
    pub hold_pictures: bool,
    /// Scans are read slowly, until [`World::release`].
    pub is_slow_to_read: bool,
    /// How a picture was looked at last.
    pub seen_part: Option<View>,
    /// What is known about scans in one folder only.
    pub facts_in: BTreeMap<PathBuf, Facts>,
    /// The wizard has left.
    pub left: bool,
    /// How often a save was tried.
    pub saves: usize,
    /// What was put onto the clipboard, each after the other; an empty text cleared it.
    pub copied: Vec<String>,
    /// Files opened in the system's viewer.
    pub viewed: Vec<PathBuf>,
    /// Letters that were written.
    pub letters: Vec<PathBuf>,
    /// What the draft names outside its folder.
    pub outside: Vec<Outside>,
    /// How the last package was to leave.
    pub leaving: Leaving,
    /// Packages that were made.
    pub exports: usize,
    /// What was asked to be prepared.
    pub prepared: Vec<copies::Request>,
    /// Files that were glanced at.
    pub glances: Vec<PathBuf>,
    /// How often a scan was to be read.
    pub scans_read: usize,
    /// Folders that files were taken from, in earlier sessions too.
    pub remembered: Vec<PathBuf>,
    /// The language that was chosen for the next session.
    pub language: Option<beian::locale::Lang>,
    /// What was typed in dialogs that were not answered, by draft.
    pub unfinished: BTreeMap<PathBuf, Unfinished>,
}

impl World {
    /// Puts a draft onto the disk.
    pub fn put(&mut self, path: impl Into<PathBuf>, draft: Draft) {
        self.files.insert(path.into(), draft);
    }

    /// Takes a draft off the disk.
    pub fn remove(&mut self, path: &Path) {
        self.files.remove(path);
    }

    /// What stands on the disk.
    pub fn on_disk(&self, path: impl AsRef<Path>) -> Option<&Draft> {
        self.files.get(path.as_ref())
    }

    /// All drafts on the disk.
    pub fn drafts(&self) -> impl Iterator<Item = &Draft> {
        self.files.values()
    }

    /// How many drafts there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// Lets waiting saves through.
    pub fn release(&mut self, now: Moment) -> Vec<Answer> {
        (self.is_slow, self.is_slow_to_inspect, self.is_slow_to_read) = (false, false, false);
        std::mem::take(&mut self.waiting).iter().flat_map(|request| self.answer(request, now)).collect()
    }

    /// Does what is asked and says what comes of it.
    pub fn answer(&mut self, request: &Request, now: Moment) -> Vec<Answer> {
        let messages = self.act(request, now);
        messages.into_iter().map(|message| Answer { ticket: request.ticket.clone(), message }).collect()
    }

    fn act(&mut self, request: &Request, now: Moment) -> Vec<Message> {
        let draft = match &request.effect {
            Effect::Draft(draft) => draft,
            Effect::Prepare(_) if self.is_slow => {
                self.waiting.push(request.clone());
                return Vec::new();
            }
            Effect::Inspect(_) if self.is_slow_to_inspect => {
                self.waiting.push(request.clone());
                return Vec::new();
            }
            Effect::Inspect(request) => return vec![Message::Inspected(self.inspect(&request.folder, &request.files))],
            Effect::ReadScan(_) if self.is_slow_to_read => {
                self.waiting.push(request.clone());
                return Vec::new();
            }
            Effect::ReadScan(request) => {
                self.scans_read += 1;
                let reading = self.readings.get(&request.sha256).cloned().unwrap_or_default();
                let said = Message::ScanRead { sha256: request.sha256.clone(), reading: reading.into() };
                return vec![if self.readings.is_empty() { Message::CannotRead { damaged: None } } else { said }];
            }
            Effect::FindPictures(_) if self.hold_pictures => return Vec::new(),
            Effect::FindPictures(request) => {
                if self.readings.is_empty() {
                    return vec![Message::CannotRead { damaged: None }];
                }
                let none = || NoPictures::Unreadable(std::io::ErrorKind::NotADirectory.into());
                let found = if self.pictures.is_empty() { Err(none()) } else { Ok(self.pictures.clone()) };
                return vec![Message::PicturesFound { folder: request.folder.clone(), found }];
            }
            Effect::LookAgain(request) => {
                let gone = request.paths.iter().filter(|path| self.gone.contains(path)).cloned().collect();
                return vec![Message::PicturesGone { folder: request.folder.clone(), gone }];
            }
            Effect::InspectInBackground(request) => {
                return vec![Message::InspectedInBackground { path: request.path.clone(), facts: self.facts.clone() }];
            }
            Effect::Prepare(request) => {
                self.prepared.extend(request.requests.iter().cloned());
                return vec![Message::Prepared(request.requests.iter().map(prepared).collect())];
            }
            Effect::OpenInViewer(path) => {
                self.viewed.push(path.clone());
                return Vec::new();
            }
            Effect::ReadFolder(path) => return vec![Message::Folder { path: path.clone(), lines: Ok(lines()) }],
            Effect::ProbeFile(path) => {
                self.glances.push(path.clone());
                return vec![Message::Probed { path: path.clone(), facts: glanced(path) }];
            }
            Effect::LoadRecentFolders(_) => {
                return vec![Message::RecentFolders { earlier: self.remembered.clone(), gone: Vec::new() }];
            }
            Effect::RenderPreview(request) => {
                self.seen_part = Some(request.preview.view);
                return vec![Message::Previewed { number: request.number, seen: self.see(&request.preview) }];
            }
            Effect::ReadAnswer(_) => return vec![Message::AnswerRead(br#"{"info":{"status":2}}"#.to_vec())],
            Effect::ReadRecord(request) => match self.files.get(&request.path) {
                Some(filed) => {
                    let record = Record { filed: filed.clone(), source: Source::Package };
                    return vec![Message::Begun {
                        draft: Box::new(begin(&record, request.kind, &|_| None)),
                        from: request.path.clone(),
                    }];
                }
                None => return vec![Message::Failed(said("不是备案包 no package"))],
            },
            Effect::FindPackageName(folder, own) => {
                let stem = own.strip_suffix(".zip").unwrap();
                let free = if self.exports == 0 { own.clone() } else { format!("{stem}-{}.zip", self.exports + 1) };
                return vec![Message::PackageName { folder: folder.clone(), own: own.clone(), free }];
            }
            Effect::WriteCalendar { path, count, .. } => return vec![Message::CalendarWritten(path.clone(), *count)],
            Effect::WriteLetters { folder, files, said } => {
                self.letters.extend(files.iter().map(|(name, _)| folder.join(name)));
                return vec![Message::LettersWritten { folder: folder.clone(), said: said.clone() }];
            }
            Effect::Copy(text) => {
                self.copied.push(text.clone());
                return Vec::new();
            }
            Effect::CancelPreview | Effect::CloseReader | Effect::Mouse(_) | Effect::Redraw => return Vec::new(),
            Effect::Quit => {
                self.left = true;
                return Vec::new();
            }
        };
        match draft {
            DraftRequest::List => vec![Message::Listed(self.files.iter().map(|(path, draft)| listed(path, draft)).collect())],
            DraftRequest::Compare(today) => {
                let listed: Vec<Listed> = self.files.iter().map(|(path, draft)| listed(path, draft)).collect();
                vec![Message::Compared(Compared::of(&listed, *today).into())]
            }
            DraftRequest::Open { path, read_only } => self.open(path, *read_only),
            DraftRequest::Create { draft, .. } | DraftRequest::SaveCopy(draft) => {
                let path = self.free_name();
                self.files.insert(path.clone(), (**draft).clone());
                self.open(&path, false)
            }
            DraftRequest::WriteExamples(_) => Vec::new(),
            DraftRequest::CreateSeveral { drafts, .. } => {
                let paths: Vec<PathBuf> = drafts
                    .iter()
                    .map(|draft| {
                        let path = self.free_name();
                        self.files.insert(path.clone(), draft.clone());
                        path
                    })
                    .collect();
                self.open(&paths[0], false)
            }
            DraftRequest::Duplicate { path, .. } => {
                let (name, copy) = (self.free_name(), self.files.get(path).cloned().unwrap_or_default());
                self.files.insert(name.clone(), copy);
                vec![Message::Placed(name)]
            }
            DraftRequest::Rename { path, name } => {
                let renamed = path.with_file_name(format!("{name}.toml"));
                let draft = self.files.remove(path).unwrap_or_default();
                self.files.insert(renamed.clone(), draft);
                vec![Message::Renamed(renamed)]
            }
            DraftRequest::Delete(path) => {
                self.trash.extend(self.files.remove_entry(path));
                vec![Message::Deleted(path.file_stem().unwrap().to_string_lossy().into_owned())]
            }
            DraftRequest::Undo => self.trash.pop().map_or_else(Vec::new, |(path, draft)| {
                self.files.insert(path.clone(), draft);
                vec![Message::Undone(Undone::Restored(path))]
            }),
            DraftRequest::Save { .. } if self.is_slow => {
                self.waiting.push(request.clone());
                Vec::new()
            }
            DraftRequest::Save { draft, over } => vec![self.save(draft, *over, now)],
            DraftRequest::Rescue(draft) => {
                self.rescue(draft, now);
                Vec::new()
            }
            DraftRequest::Reload => {
                let Some(open) = &mut self.open else { return Vec::new() };
                open.known = self.files.get(&open.path).cloned();
                open.known.iter().map(|draft| Message::Reloaded { draft: Box::new(draft.clone()), strays: Vec::new() }).collect()
            }
            DraftRequest::CheckForOutsideChange => self.outside().into_iter().collect(),
            DraftRequest::Close => {
                self.open = None;
                Vec::new()
            }
            DraftRequest::Export { draft, today, allow_outside: false, leaving, .. } if !self.outside.is_empty() => {
                let (files, leaving) = (self.outside.clone(), leaving.clone());
                vec![Message::Outside { files, draft: draft.clone(), today: *today, leaving }]
            }
            DraftRequest::Export { leaving, .. } => {
                self.leaving = leaving.clone();
                self.exports += 1;
                vec![Message::Exported("/home/li/drafts/包.zip".into())]
            }
            DraftRequest::AdmitOutside(_) => Vec::new(),
            DraftRequest::KeepUnfinished(texts) => {
                let path = request.ticket.draft.as_deref().unwrap();
                self.unfinished.insert(path.to_owned(), texts.clone());
                Vec::new()
            }
            DraftRequest::RememberLanguage(lang) => {
                self.language = Some(*lang);
                Vec::new()
            }
            DraftRequest::RememberFolder(folder) => {
                remember(&mut self.remembered, folder);
                Vec::new()
            }
        }
    }

    /// What is seen of a picture: of every file the same one, of red and blue halves, unless it is not there.
    fn see(&self, look: &PreviewRequest) -> Result<RenderedPreview, Unseen> {
        if look.path.contains("missing") {
            return Err(Unseen::File(Content::Missing));
        }
        let halves = RgbImage::from_fn(400, 200, |x, _| Rgb(if x < 200 { [200, 0, 0] } else { [0, 0, 200] }));
        let mut bytes = Cursor::new(Vec::new());
        halves.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let picture = Picture::decode(&bytes.into_inner())?.turned(look.view.turns);
        Ok(look.at(&picture, 0).unwrap())
    }

    /// What is known about scans as a draft in this folder names them.
    fn inspect(&self, folder: &Path, files: &[Wanted<String>]) -> Facts {
        let Some(here) = self.facts_in.get(folder) else { return self.facts.clone() };
        files.iter().filter_map(|file| Some((file.path.clone(), here.get(&file.path)?.clone()))).collect()
    }

    fn free_name(&self) -> PathBuf {
        (1..).map(|n| PathBuf::from(format!("/home/li/drafts/new-{n}.toml"))).find(|path| !self.files.contains_key(path)).unwrap()
    }

    fn open(&mut self, path: &Path, read_only: bool) -> Vec<Message> {
        if self.is_held && !read_only {
            return vec![Message::Held { path: path.to_owned(), said: said("另一个程序 another program") }];
        }
        let Some(draft) = self.files.get(path).cloned() else {
            return vec![Message::Failed(said("没有这个文件 no such file"))];
        };
        self.open = Some(Open { path: path.to_owned(), known: Some(draft.clone()) });
        vec![Message::Opened {
            path: path.to_owned(),
            folder: path.parent().unwrap().to_owned(),
            draft: Box::new(draft),
            unfinished: self.unfinished.get(path).cloned().unwrap_or_default(),
            read_only: read_only.then(|| said("只读 read-only").in_lang(beian::locale::Lang::Zh).clone()),
            strays: Vec::new(),
        }]
    }

    fn outside(&self) -> Option<Message> {
        let open = self.open.as_ref()?;
        let now = self.files.get(&open.path);
        (now != open.known.as_ref()).then(|| Message::ChangedOutside { gone: now.is_none(), theirs: now.cloned().map(Box::new) })
    }

    /// The last save, behind those that wait: into the draft's file, or beside it where that is not to be had.
    fn rescue(&mut self, draft: &Draft, now: Moment) {
        self.release(now);
        if self.open.is_some() && !matches!(self.save(draft, false, now), Message::Saved { .. }) {
            self.files.insert(self.free_name(), draft.clone());
        }
    }

    fn save(&mut self, draft: &Draft, over: bool, now: Moment) -> Message {
        self.saves += 1;
        if self.is_full {
            return Message::SaveFailed(said(FULL));
        }
        if let (Some(changed), false) = (self.outside(), over) {
            return changed;
        }
        if let Some(open) = &mut self.open {
            open.known = Some(draft.clone());
            self.files.insert(open.path.clone(), draft.clone());
        }
        Message::Saved { at: now, at_risk: false }
    }
}

/// What becomes of a picture goes by its name: copies and JPEGs are fine, HEIC is refused, of all others a copy is made.
fn prepared(request: &copies::Request) -> Done {
    let written = request.written.as_str();
    let outcome = match written.rsplit_once('.') {
        Some((_, "heic")) => Outcome::Refused(Refusal::Heic),
        Some(("locked", _)) => Outcome::Failed {
            path: "/home/li/drafts/locked-beian.jpg".into(),
            trouble: std::io::Error::from(std::io::ErrorKind::PermissionDenied).into(),
        },
        Some((stem, "gif" | "bmp")) => Outcome::Copied {
            written: format!("{stem}-beian.jpg"),
            path: format!("/home/li/drafts/{stem}-beian.jpg").into(),
            new: true,
            elsewhere: false,
            report: Report {
                size: 640_000,
                format: Format::Jpeg,
                width: 1100,
                height: 1500,
                quality: Some(92),
                steps: vec![Step::Format(Format::Gif)],
                notes: Vec::new(),
            },
        },
        _ => Outcome::Fine,
    };
    Done { request: request.clone(), outcome }
}

fn said(message: &str) -> Both {
    Both::of(|_| (message.to_owned(), String::new()))
}

fn listed(path: &Path, draft: &Draft) -> Listed {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    Listed { path: path.to_owned(), name, modified: None, summary: Ok(Summary::of(draft.clone(), 0)) }
}

/// A picture that was found in a folder, and in which nothing was measured.
pub fn found(path: &str, sha256: &str) -> Found {
    Found { path: path.to_owned(), sha256: Some(sha256.to_owned()), about: None }
}

/// What is in a file, by its name: pictures of 400 by 200, too small in bytes for a certificate where they are called so.
fn glanced(path: &Path) -> FileFacts {
    let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
    let (format, size) = match name.rsplit_once('.').unwrap_or_default().1 {
        "jpg" => (Format::Jpeg, 345_678),
        "png" => (Format::Png, 3_456_789),
        _ => return FileFacts { size: 99, ..FileFacts::of(Content::Unknown) },
    };
    FileFacts::picture(format, 1600, 1000, size).with_sha256(&name)
}

fn lines() -> Vec<FileEntry> {
    let names =
        [("scans", true), ("身份证 正面.jpg", false), ("licence.PNG", false), ("notes.txt", false), (".hidden.jpg", false)];
    names
        .into_iter()
        .map(|(name, folder)| FileEntry { name: name.to_owned(), folder, size: 345_678, modified: 1_760_000_000 })
        .collect()
}
