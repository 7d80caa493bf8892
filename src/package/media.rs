//! The scans: renamed by what they are, read when they are packed, one file for one content; and the list that tells how each is uploaded
//! (`wechat-api.md` section 5).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::material::{self, Naming};
use super::{PackageError, Read};
use crate::filing::{Draft, FieldId, PersonField, Role};
use crate::scan::facts::{Content, Facts, FileFacts, PassedOn};
use crate::scan::sha256;
use crate::scan::{thumbnail, without_traces, without_traces_of_sound};

/// The folder of the scans inside the package.
pub const FOLDER: &str = "materials";

/// The media of a filing.
#[derive(Debug, Default)]
pub struct Media {
    entries: Vec<Entry>,
    by_path: BTreeMap<String, usize>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    video: bool,
    /// Hash of the file as it lies on the disk.
    original: String,
    scan: Scan,
    uses: Vec<Use>,
}

/// A file that is packed: what is known of it, and where it is read once the package is written.
#[derive(Debug, Clone)]
pub struct Scan {
    /// The first field that names it.
    field: FieldId,
    /// Its path in the draft.
    path: String,
    traces: Traces,
    /// What of it is packed.
    packed: PassedOn,
}

/// What is known of the traces in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Traces {
    /// There are none: it is packed as it is.
    None,
    /// There may be some, in a file that an inspection has found sound.
    Sound,
    /// Nobody has looked.
    Unknown,
}

impl Traces {
    /// The bytes without them: nobody at the other end needs to know where and with what it was taken.
    fn taken_off(self, bytes: Vec<u8>) -> Vec<u8> {
        match self {
            Self::None => bytes,
            Self::Sound => without_traces_of_sound(bytes),
            Self::Unknown => without_traces(bytes),
        }
    }
}

impl Scan {
    /// The bytes that are packed.
    ///
    /// # Errors
    /// When it cannot be read, or is no longer what was inspected.
    pub fn bytes(&self, read: &Read<'_>) -> Result<Vec<u8>, PackageError> {
        let (field, path) = (self.field, self.path.as_str());
        let bytes = read(path).map_err(|source| PackageError::Unreadable { field, path: path.to_owned(), source })?;
        let bytes = self.traces.taken_off(bytes);
        if sha256(&bytes) == self.packed.sha256 { Ok(bytes) } else { Err(PackageError::Changed { field, path: path.to_owned() }) }
    }

    /// Their SHA-256 and their number.
    #[must_use]
    pub fn sum(&self) -> (&str, u64) {
        (&self.packed.sha256, self.packed.size)
    }
}

/// One field of the request that shows the file.
#[derive(Debug, PartialEq, Eq)]
struct Use {
    api: &'static str,
    certificate: Option<u32>,
}

/// Every file the draft asks for, named.
///
/// # Errors
/// When one cannot be read, or is not the content the facts speak of.
pub fn collect(draft: &Draft, facts: &Facts, naming: Naming, read: &Read<'_>) -> Result<Media, PackageError> {
    let mut media = Media::default();
    let names = material::materials(draft, facts, naming);
    for (field, _, path) in draft.files() {
        let Some(api) = field.field().api() else { continue };
        let index = match media.by_path.get(path) {
            Some(index) => *index,
            None => match names.iter().find(|material| material.paths.contains(path)) {
                Some(material) => media.add(field, path, facts, read, &material.name)?,
                None => continue,
            },
        };
        media.by_path.insert(path.to_owned(), index);
        for used in uses(draft, field, api) {
            if let Some(entry) = media.entries.get_mut(index).filter(|entry| !entry.uses.contains(&used)) {
                entry.uses.push(used);
            }
        }
    }
    Ok(media)
}

impl Media {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How the request names the file with this path in the draft, e.g. `media:materials/01-身份证人像面.jpg`.
    #[must_use]
    pub fn reference(&self, path: &str) -> Option<String> {
        self.place(path).map(|place| format!("media:{place}"))
    }

    /// Where the file with this path in the draft lies in the package, e.g. `materials/01-身份证人像面.jpg`.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<String> {
        let entry = self.entries.get(*self.by_path.get(path)?)?;
        Some(format!("{FOLDER}/{}", entry.name))
    }

    /// The list `request/media.json`, sorted by name.
    #[must_use]
    pub fn uploads(&self) -> Vec<Upload<'_>> {
        let mut uploads: Vec<Upload<'_>> = self.entries.iter().map(Entry::upload).collect();
        uploads.sort_by(|a, b| a.file.cmp(&b.file));
        uploads
    }

    /// The file with this path in the draft as a small JPEG; `None` of a film.
    #[must_use]
    pub fn thumbnail(&self, path: &str) -> Option<Arc<[u8]>> {
        self.entries.get(*self.by_path.get(path)?)?.scan.packed.thumbnail.clone()
    }

    /// The hash of what is packed of the file with this path in the draft; empty where it is not packed.
    #[must_use]
    pub fn sum(&self, path: &str) -> &str {
        let entry = self.by_path.get(path).and_then(|index| self.entries.get(*index));
        entry.map_or("", |entry| &entry.scan.packed.sha256)
    }

    /// The files by their paths inside the package.
    pub fn into_files(self) -> impl Iterator<Item = (String, Scan)> {
        self.entries.into_iter().map(|entry| (format!("{FOLDER}/{}", entry.name), entry.scan))
    }

    /// Takes a file in, unless its content is there already, and returns its index. What an inspection has said of it is believed until
    /// it is packed; it is read here only where none has looked.
    fn add(&mut self, field: FieldId, path: &str, facts: &Facts, read: &Read<'_>, name: &str) -> Result<usize, PackageError> {
        let changed = || PackageError::Changed { field, path: path.to_owned() };
        let known = facts.get(path).ok_or_else(changed)?;
        let original = known.sha256().ok_or_else(changed)?.to_owned();
        let video = is_video(known).ok_or_else(changed)?;
        let unreadable = |source| PackageError::Unreadable { field, path: path.to_owned(), source };
        let (traces, packed) = match &known.passed_on {
            Some(packed) if packed.sha256 == original => (Traces::None, packed.clone()),
            Some(packed) => (Traces::Sound, packed.clone()),
            None => {
                let bytes = read(path).map_err(unreadable)?;
                if sha256(&bytes) != original {
                    return Err(changed());
                }
                let thumbnail = thumbnail(&bytes).map(Into::into);
                let bytes = Traces::Unknown.taken_off(bytes);
                (Traces::Unknown, PassedOn { sha256: sha256(&bytes), size: bytes.len() as u64, thumbnail })
            }
        };
        if let Some(index) = self.entries.iter().position(|entry| entry.original == original) {
            return Ok(index);
        }
        let scan = Scan { field, path: path.to_owned(), traces, packed };
        self.entries.push(Entry { name: name.to_owned(), video, original, scan, uses: Vec::new() });
        Ok(self.entries.len() - 1)
    }
}

impl Entry {
    /// Of several fields the platform takes any: a certificate's comes first, so that field and `certificate_type` fit together.
    fn upload(&self) -> Upload<'_> {
        let main = self.uses.iter().find(|used| used.certificate.is_some()).or(self.uses.first());
        Upload {
            file: format!("{FOLDER}/{}", self.name),
            kind: if self.video { "video" } else { "image" },
            certificate_type: main.and_then(|used| used.certificate),
            icp_order_field: main.map_or("", |used| used.api),
            icp_order_fields: self.uses.iter().map(|used| used.api).collect(),
            sha256: &self.scan.packed.sha256,
            size: self.scan.packed.size,
        }
    }
}

/// What `upload_icp_media` wants to know of one file (`wechat-api.md` section 5).
#[derive(Debug, Serialize)]
pub struct Upload<'a> {
    /// Where it lies in the package.
    pub file: String,
    /// `image` or `video`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The certificate's kind, where it shows one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate_type: Option<u32>,
    /// The field of the request that the upload is for.
    pub icp_order_field: &'a str,
    icp_order_fields: Vec<&'a str>,
    sha256: &'a str,
    size: u64,
}

/// Whether the file is a video; `None` for what is neither that nor a picture.
const fn is_video(facts: &FileFacts) -> Option<bool> {
    match &facts.content {
        Content::Picture { .. } => Some(false),
        Content::Video { .. } => Some(true),
        _ => None,
    }
}

/// Fields of the request a field's file is shown in: where one person has both roles, both of theirs.
fn uses(draft: &Draft, field: FieldId, api: &'static str) -> Vec<Use> {
    let mut uses = vec![Use { api, certificate: certificate(draft, field) }];
    let Some((role, part @ (PersonField::Front | PersonField::Back))) = PersonField::find(field) else { return uses };
    // The page of a document of one page stands for its back as well.
    let alone =
        part == PersonField::Front && draft.document_has_one_side(role) && draft.get(PersonField::Back.of(role)).is_none();
    let parts = [part, PersonField::Back];
    for (index, part) in parts.into_iter().take(if alone { 2 } else { 1 }).enumerate() {
        let own = (index > 0).then_some(role);
        let owners = (role == Role::ResponsiblePerson && !draft.owner_is_another()).then_some(Role::Owner);
        for api in own.into_iter().chain(owners).filter_map(|role| part.of(role).field().api()) {
            uses.push(Use { api, certificate: certificate(draft, field) });
        }
    }
    uses
}

/// The kind of certificate a picture shows; `None` where the platform wants it left out.
fn certificate(draft: &Draft, field: FieldId) -> Option<u32> {
    match (field, PersonField::find(field)) {
        (FieldId::SubjectCertificatePhoto, _) => draft.code(FieldId::SubjectCertificateKind),
        (_, Some((role, PersonField::Front | PersonField::Back))) => {
            draft.code(draft.person_field(role, PersonField::CertificateKind))
        }
        _ => None,
    }
}
