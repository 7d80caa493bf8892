//! The letters that a filing needs, to print, sign and seal: filled in as far as the draft goes, date and signature left blank.
//!
//! Which they are follows from the checklist of materials; what stands in them is data (`catalog::letter`).

mod blanks;
mod page;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use self::blanks::Blanks;
use super::material::Naming;
use super::name;
use crate::catalog::letter::{self, Paper, Piece};
use crate::catalog::material::{Letter as Key, Signatory};
use crate::catalog::{Circumstance, FilingKind};
use crate::filing::checklist::{RequiredMaterial, Requirement, checklist};
use crate::filing::circumstance::{Answer, Circumstances};
use crate::filing::reuse::is_paper_on_record;
use crate::filing::{Draft, FieldId, PersonField, Role};
use crate::text::Lang;

/// The folder of the letters inside the package.
pub const FOLDER: &str = "letters";

/// A letter of a filing.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The material it becomes once it is signed and scanned.
    pub material: RequiredMaterial,
    /// Which letter it is.
    pub key: Key,
    /// The name of its file, e.g. `主体负责人授权书.html`.
    pub file: String,
    /// The same in ASCII, e.g. `responsible-person-authorization.html`.
    ascii: String,
    paper: &'static Paper,
}

/// The letters that the checklist of a draft asks for, in its order.
#[must_use]
pub fn of(draft: &Draft, today: NaiveDate) -> Vec<Letter> {
    let mut seen = BTreeSet::new();
    let (mut names, mut ascii_names) = (BTreeSet::new(), BTreeSet::new());
    let materials = checklist(draft, Some(today));
    // What was filed with the record of a subject is signed already.
    let signed = |material: &RequiredMaterial| is_paper_on_record(draft, material.field);
    // While nobody has said that the name was changed, nobody asks for a note on that.
    let renamed = Circumstances::of(draft, Some(today)).answer(Circumstance::Renamed);
    let idle = |material: &RequiredMaterial| {
        let is_unsaid = material.when.contains(&Circumstance::Renamed) && renamed != Answer::Yes;
        is_unsaid && material.requirement == Requirement::Perhaps
    };
    let wanted = materials.into_iter().filter(|material| !signed(material) && !idle(material));
    let papers = wanted.filter_map(|material| {
        let key = material.letter?;
        Some((material, key, letter::paper(key)?))
    });
    papers
        .filter(|(material, key, _)| seen.insert((material.field, *key)))
        .map(|(material, key, paper)| {
            let file = free(stem(&material, paper), &mut names);
            let ascii = free(ascii_stem(&material, key), &mut ascii_names);
            Letter { material, key, file, ascii, paper }
        })
        .collect()
}

/// Those among them that go into a package: with a change only what concerns it. What reviewers may ask of any filing is written
/// once they do (`beian letters`).
#[must_use]
pub fn packed(draft: &Draft, today: NaiveDate) -> Vec<Letter> {
    let is_change = draft.filing_kind() == FilingKind::Change;
    let of_change = |when: &[Circumstance]| when.contains(&Circumstance::Kind(FilingKind::Change));
    let concerns = |letter: &Letter| !letter.material.when.contains(&Circumstance::AskedFor) || of_change(letter.material.when);
    of(draft, today).into_iter().filter(|letter| !is_change || concerns(letter)).collect()
}

impl Letter {
    /// Where it lies in a package whose files are named in these letters.
    #[must_use]
    pub fn place(&self, naming: Naming) -> String {
        let file = match naming {
            Naming::Chinese => &self.file,
            Naming::Ascii => &self.ascii,
        };
        format!("{FOLDER}/{file}")
    }

    /// The page: the letter in Chinese; beside it, on the screen alone, how it is signed, and in English what it says.
    #[must_use]
    pub fn to_html(&self, draft: &Draft, today: NaiveDate, lang: Lang) -> String {
        page::html(self, &View::of(self, draft, today), lang)
    }

    /// Whether it is only signed once platform, reviewer or province ask for it.
    #[must_use]
    pub fn is_on_demand(&self) -> bool {
        self.material.requirement == Requirement::Perhaps
    }

    /// What people call it: its file without the ending.
    #[must_use]
    pub fn name(&self) -> &str {
        self.file.strip_suffix(".html").unwrap_or(&self.file)
    }

    /// What people call it in a language. In English its file stands behind: that is what has to be found.
    #[must_use]
    pub fn called(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.name().to_owned(),
            Lang::En if self.material.signatory == Signatory::Registry => format!("{} ({})", self.paper.title.en, self.name()),
            Lang::En => format!("{} ({})", self.material.title(lang), self.name()),
        }
    }

    /// Whom it is about: the owner, where it goes into a field of theirs.
    fn role(&self) -> Role {
        PersonField::find(self.material.field).map_or(Role::Owner, |(role, _)| role)
    }
}

/// What it is called: as the material that it becomes, or by its own title where it only goes along with what the registry issues.
fn stem(material: &RequiredMaterial, paper: &Paper) -> String {
    if material.signatory == Signatory::Registry { name::safe(paper.title.zh) } else { name::safe(&material.title(Lang::Zh)) }
}

/// The same in ASCII: whose it is, where a person has one of their own, and which letter.
fn ascii_stem(material: &RequiredMaterial, key: Key) -> String {
    let whose = PersonField::find(material.field).map_or("", |(role, _)| match role {
        Role::ResponsiblePerson => "responsible-person-",
        Role::Owner => "owner-",
    });
    format!("{whose}{}", ascii(key))
}

/// A letter in a word.
const fn ascii(key: Key) -> &'static str {
    match key {
        Key::Authorization => "authorization",
        Key::AuthorizationWithPost => "authorization-with-post",
        Key::Commitment | Key::CommitmentOfIndividual => "commitment-letter",
        Key::AuthenticityNotice => "authenticity-notice",
        Key::AuthenticityCommitment => "authenticity-commitment",
        Key::Video => "video-text",
        Key::HoldingPhoto => "holding-photo",
        Key::NoApproval => "no-prior-approval",
        Key::NoTutoring => "no-tutoring",
        Key::Culture => "culture-commitment",
        Key::Finance => "finance-commitment",
        Key::Proposal => "construction-plan",
        Key::ContentStatement => "content-statement",
        Key::Statement => "statement",
        Key::NameChange => "name-change",
        Key::ChangeNote => "change-note",
    }
}

/// The name of a file that no other letter has.
fn free(stem: String, names: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{stem}-{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|name| names.insert(name.clone()));
    format!("{}.html", free.unwrap_or(stem))
}

/// A draft, as a letter looks at it.
struct View<'a> {
    draft: &'a Draft,
    circumstances: Circumstances<'a>,
    blanks: Blanks<'a>,
}

impl<'a> View<'a> {
    fn of(letter: &Letter, draft: &'a Draft, today: NaiveDate) -> Self {
        let circumstances = Circumstances::of(draft, Some(today));
        Self { draft, circumstances, blanks: Blanks { draft, circumstances, role: letter.role() } }
    }

    /// Whether a piece stands in this filing's letter. What nobody can tell does not hold.
    fn has(&self, piece: &Piece) -> bool {
        let region = self.draft.text(FieldId::SubjectRegion);
        let holds = |one: &Circumstance| self.circumstances.answer(*one) == Answer::Yes;
        piece.when.iter().all(holds)
            && (piece.provinces.is_empty() || piece.provinces.iter().any(|province| letter::is_in(province, region)))
            && self.circumstances.audience(piece.audience) != Answer::No
    }
}

#[cfg(test)]
mod tests;
