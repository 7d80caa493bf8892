//! What a draft says, read once: every value typed, normalised and judged at most once, when the first rule asks.
//!
//! A reading holds no reference to its draft, so that it can be kept from one edit to the next: [`Reading::forget`] drops
//! what followed from inputs that have changed. Rules see it through [`Context`](super::Context) only.

mod concern;
mod memo;
mod place;

pub use concern::{Concern, Way};
pub use memo::Memo;
pub use place::{Place, folded};

use super::inputs::Inputs;
use crate::catalog::filing_region::{Address, Region};
use crate::catalog::province::{Province, ProvinceRule};
use crate::filing::checklist::RequiredMaterial;
use crate::filing::{FieldId, Need, Stage};
use crate::identifiers::Verdict;
use crate::identifiers::document::Document;
use crate::identifiers::registration::Form;
use crate::rules::engine::peers::Traits;
use chrono::NaiveDate;
use std::cell::{Cell, OnceCell};

/// How strongly each field is asked for, in the order of the table.
pub type Needs = [Need; FieldId::ALL.len()];

/// What has been read of one draft on one day.
#[derive(Debug)]
pub struct Reading {
    /// What follows from the value of one field.
    pub places: [OnceCell<Box<Place>>; FieldId::ALL.len()],
    /// Of which fields is known whether they are asked for and hold a text that says something, and which do.
    pub typed: Cell<(Inputs, Inputs)>,
    /// How strongly the fields are asked for.
    pub needs: OnceCell<Box<Needs>>,
    /// The materials that the filing needs.
    pub materials: OnceCell<Vec<RequiredMaterial>>,
    /// Where the filing stands.
    pub stage: Memo<Stage>,
    /// The chosen region.
    pub region: Memo<Option<&'static Region>>,
    /// The province of the chosen region.
    pub province: Memo<Option<&'static Province>>,
    /// The address on the subject's certificate, on its three levels.
    pub printed: Memo<Option<Address>>,
    /// The documents whose kinds were chosen for the two people.
    pub documents: [Memo<Option<Document>>; 2],
    /// The document that the legal person's number has the form of.
    pub legal_document: Memo<Option<Document>>,
    /// The birthdays of the two people.
    pub births: [Memo<Option<NaiveDate>>; 2],
    /// The verdicts on the numbers of legal person, responsible person and owner.
    pub numbers: [Memo<Option<Verdict>>; 3],
    /// The form of the number on the subject's certificate; within it `None` where the certificate has rules of its own.
    pub subject_form: Memo<Option<Option<Form>>>,
    /// The verdict on that number.
    pub subject_number: Memo<Option<Verdict>>,
    /// The rows that may concern a filing in the chosen province: those that hold everywhere first.
    pub province_rows: Memo<Vec<&'static ProvinceRule>>,
    /// The words of concerns in all texts.
    pub concerns: Memo<Vec<Concern>>,
    /// Whether the draft names two people.
    pub two_people: Memo<bool>,
    /// What other drafts may say too.
    pub traits: Memo<Option<Traits>>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            places: [const { OnceCell::new() }; FieldId::ALL.len()],
            typed: Cell::default(),
            needs: OnceCell::new(),
            materials: OnceCell::new(),
            stage: Memo::default(),
            region: Memo::default(),
            province: Memo::default(),
            printed: Memo::default(),
            documents: Default::default(),
            legal_document: Memo::default(),
            births: Default::default(),
            numbers: Default::default(),
            subject_form: Memo::default(),
            subject_number: Memo::default(),
            province_rows: Memo::default(),
            concerns: Memo::default(),
            two_people: Memo::default(),
            traits: Memo::default(),
        }
    }
}

impl Reading {
    /// Drops what followed from any of these inputs. Needs and materials follow from the draft as a whole: whoever changes it
    /// replaces them.
    pub fn forget(&mut self, changed: Inputs) {
        for id in changed.iter_fields() {
            if let Some(place) = self.places.get_mut(id as usize) {
                place.take();
            }
        }
        let (known, there) = self.typed.get();
        self.typed.set((known.without(changed), there.without(changed)));
        self.stage.forget(changed);
        self.region.forget(changed);
        self.province.forget(changed);
        self.printed.forget(changed);
        self.documents.iter_mut().for_each(|memo| memo.forget(changed));
        self.legal_document.forget(changed);
        self.births.iter_mut().for_each(|memo| memo.forget(changed));
        self.numbers.iter_mut().for_each(|memo| memo.forget(changed));
        self.subject_form.forget(changed);
        self.subject_number.forget(changed);
        self.province_rows.forget(changed);
        self.concerns.forget(changed);
        self.two_people.forget(changed);
        self.traits.forget(changed);
    }
}
