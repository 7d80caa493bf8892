//! Which circumstances hold of a draft: the one evaluator of [`Circumstance`], for the field table, the checklist of materials,
//! provinces' rows and rules.
//!
//! The answer is [`Answer::Unknown`] where what was entered leaves it open, where a question has no answer yet, and where no draft
//! ever tells. What `Unknown` means is for whoever asks to say. A blank field speaks neither for nor against: until it is filled
//! in, what depends on it is answered with `No`.

use chrono::NaiveDate;

use super::change;
use super::draft::Draft;
use super::field::{FieldId, PersonField, Role};
use super::history::History;
use super::reuse::reuses_subject;
use crate::catalog::keyword::{self, Category, Spot};
use crate::catalog::province::{Audience, LocalPhone, Occasion, province};
use crate::catalog::{self, Circumstance, FilingKind};
use crate::identifiers::document::Document;
use crate::identifiers::resident_id;
use crate::text::normalize::{Mode, fold_fullwidth_str, normalize};

/// Whether a circumstance holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It holds.
    Yes,
    /// It does not, as far as the draft is filled in.
    No,
    /// The draft does not tell.
    Unknown,
}

impl From<bool> for Answer {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

impl From<Option<bool>> for Answer {
    fn from(answer: Option<bool>) -> Self {
        answer.map_or(Self::Unknown, Self::from)
    }
}

/// A draft as of a day, asked about its circumstances.
#[derive(Clone, Copy)]
pub struct Circumstances<'a> {
    draft: &'a Draft,
    today: Option<NaiveDate>,
    trade_words: Option<&'a dyn Fn() -> bool>,
}

impl<'a> Circumstances<'a> {
    /// Those of a draft. Without a day, ages are unknown.
    #[must_use]
    pub fn of(draft: &'a Draft, today: Option<NaiveDate>) -> Self {
        Self { draft, today, trade_words: None }
    }

    /// The same, with what finds the words of trades: that reads texts with their denials, which is the rules' business. Without
    /// it, [`Circumstance::TradeWord`] is unknown.
    #[must_use]
    pub fn finding_trade_words(self, find: &'a dyn Fn() -> bool) -> Self {
        Self { trade_words: Some(find), ..self }
    }

    /// Whether the circumstance holds.
    #[must_use]
    pub fn answer(&self, circumstance: Circumstance) -> Answer {
        let draft = self.draft;
        let is_change = draft.filing_kind() == FilingKind::Change;
        match circumstance {
            Circumstance::Always => Answer::Yes,
            Circumstance::Kind(kind) => (draft.filing_kind() == kind).into(),
            Circumstance::AskedFor | Circumstance::SoleTraderAsIndividual => Answer::Unknown,

            Circumstance::OwnerIsAnother => draft.owner_is_another().into(),
            Circumstance::OwnerIsNotLegalPerson => (!draft.is_individual() && !draft.owner_is_legal_person()).into(),
            Circumstance::ResponsiblePersonIsAnother => (!draft.is_individual() && !draft.flag(FieldId::IsLegalPerson)).into(),
            Circumstance::IdFromAnotherProvince => self.id_from_another_province(),
            Circumstance::LegalPersonFromAnotherProvince => self.legal_person_from_another_province().into(),
            Circumstance::PrincipalFromAnotherProvince => self.principal_from_another_province().into(),
            Circumstance::TwoSides(of_owner) => {
                let role = if of_owner { Role::Owner } else { Role::ResponsiblePerson };
                (!draft.document_has_one_side(role)).into()
            }
            Circumstance::LegalPersonFromAbroad => self.legal_person_from_abroad(),
            Circumstance::HongKongMacaoPermit => self.someone_holds(&[catalog::HONG_KONG_MACAO_PERMIT]).into(),
            Circumstance::HmtOrPassport => self.someone_holds(&catalog::HMT_OR_PASSPORT).into(),
            Circumstance::Age { from, to } => self.age().map(|age| (from..=to).contains(&age)).into(),
            Circumstance::AdministratorUnnamed => draft.text(FieldId::OwnerAdministrator).trim().is_empty().into(),

            Circumstance::LawPractice => self.nature_is(|id| id == catalog::LAW_PRACTICE),
            Circumstance::PublicBody => self.nature_is(catalog::is_public_body),
            Circumstance::Hospital => keyword::says(draft.text(FieldId::SubjectName), &HOSPITALS).into(),
            Circumstance::SoleTrader => self.is_sole_trader().into(),
            Circumstance::Brackets => self.asked_text(FieldId::SubjectName).contains(['(', ')', '（', '）']).into(),
            // The code is locked in a change: a new name beside it is a new name of the same subject.
            Circumstance::Renamed if is_change => change::difference(draft, FieldId::SubjectName).is_some().into(),
            // A subject whose data come from the record goes by its name there, unless somebody says otherwise.
            Circumstance::Renamed if reuses_subject(draft) => (draft.answer(FieldId::Renamed) == Some(true)).into(),
            Circumstance::Renamed => draft.answer(FieldId::Renamed).into(),
            Circumstance::SubjectChanges => (is_change && change::is_another_subject(draft)).into(),
            Circumstance::LegalPersonChanges => (is_change && change::is_another_legal_person(draft)).into(),
            Circumstance::LicenceChanges => (is_change && change::is_due(draft, FieldId::SubjectCertificatePhoto)).into(),
            // Nobody knows how many there are; whose first filing this is has no others.
            Circumstance::Services { .. } if draft.answer(FieldId::FiledBefore) == Some(false) => Answer::No,
            Circumstance::Services { .. } => Answer::Unknown,

            Circumstance::ApprovalChosen => self.has_approval().into(),
            Circumstance::NoApprovalChosen => (!self.has_approval()).into(),
            Circumstance::NameSuggestsApproval(categories) => perhaps(self.names_have_words_of(categories)),
            Circumstance::NameSuggests(words) => perhaps(self.names().any(|(text, _)| keyword::says(&text, words))),
            Circumstance::TextsSay(words) => self.texts_say(words).into(),
            Circumstance::TradeWord => self.trade_words.map(|find| find()).into(),

            Circumstance::FiledBefore if draft.filing_kind() == FilingKind::Change => Answer::Yes,
            Circumstance::FiledBefore => draft.answer(FieldId::FiledBefore).into(),
            Circumstance::Submitted => History::of(draft).stage().is_under_way().into(),
            Circumstance::LocalPhoneAsked => self.local_phone_is_asked().into(),
            Circumstance::LetterAttached => LETTERS.into_iter().any(|id| draft.get(id).is_some() && draft.asks(id)).into(),
        }
    }

    /// Whether the subject is one of those; unknown before its nature is chosen.
    #[must_use]
    pub fn audience(&self, audience: Audience) -> Answer {
        let nature = self.draft.code(FieldId::SubjectNature).and_then(catalog::nature);
        let belongs = |personal: bool| match audience {
            Audience::Everyone => true,
            Audience::Individuals => personal,
            Audience::Organisations => !personal,
        };
        nature.map(|nature| belongs(nature.personal)).into()
    }

    /// The occasion for which materials are collected. A filing is the subject's first until the question is answered otherwise;
    /// none for a deregistration.
    #[must_use]
    pub fn occasion(&self) -> Option<Occasion> {
        match self.draft.text(FieldId::FilingKind) {
            "change" => Some(Occasion::Change),
            "deregister" => None,
            _ if self.draft.answer(FieldId::FiledBefore) == Some(true) => Some(Occasion::AddService),
            _ => Some(Occasion::New),
        }
    }

    /// Whether this may be such an occasion, by the kind of filing alone: a new one may be the first of its subject, a further
    /// service, or the same one on a second platform.
    #[must_use]
    pub fn may_be(&self, occasion: Occasion) -> bool {
        match (occasion, self.draft.text(FieldId::FilingKind)) {
            (Occasion::Change, kind) => kind == "change",
            (_, kind) => kind == "new",
        }
    }

    fn nature_is(&self, fits: impl Fn(u32) -> bool) -> Answer {
        self.draft.code(FieldId::SubjectNature).is_some_and(fits).into()
    }

    /// The text of a field, empty where it is not asked for.
    fn asked_text(&self, id: FieldId) -> &'a str {
        if self.draft.asks(id) { self.draft.text(id) } else { "" }
    }

    /// The number in a field in its normal form.
    fn number(&self, id: FieldId) -> String {
        normalize(self.asked_text(id), Mode::Compact).value
    }

    fn someone_holds(&self, kinds: &[u32]) -> bool {
        let fields = Role::BOTH.map(|role| PersonField::CertificateKind.of(role));
        let asked = fields.into_iter().filter(|id| self.draft.asks(*id));
        asked.filter_map(|id| self.draft.code(id)).any(|kind| kinds.contains(&kind))
    }

    fn is_sole_trader(&self) -> bool {
        let code = self.number(FieldId::SubjectCertificateNumber);
        code.starts_with(SOLE_TRADER) && code.chars().count() == PLACES
    }

    /// The number on an identity card names the province of its first registration; of other certificates nobody can know.
    fn id_from_another_province(&self) -> Answer {
        let draft = self.draft;
        if !draft.is_individual() {
            return Answer::No;
        }
        if draft.code(FieldId::ResponsiblePersonCertificateKind) != Some(catalog::RESIDENT_ID) {
            return Answer::Unknown;
        }
        let (number, region) = (draft.text(FieldId::ResponsiblePersonCertificateNumber), draft.text(FieldId::SubjectRegion));
        match (number.trim().get(..2), region.get(..2)) {
            (Some(home), Some(here)) if home.bytes().all(|b| b.is_ascii_digit()) => (home != here).into(),
            _ => Answer::No,
        }
    }

    /// The resident ID of the legal person, as far as it is one.
    fn legal_person_id(&self) -> Option<&'a str> {
        let draft = self.draft;
        if draft.flag(FieldId::IsLegalPerson) {
            let kind = draft.code(FieldId::ResponsiblePersonCertificateKind);
            (kind == Some(catalog::RESIDENT_ID)).then(|| draft.text(FieldId::ResponsiblePersonCertificateNumber).trim())
        } else {
            let number = draft.text(FieldId::LegalPersonNumber).trim();
            (number.len() == 18 && number.bytes().take(17).all(|b| b.is_ascii_digit())).then_some(number)
        }
    }

    fn legal_person_from_another_province(&self) -> bool {
        let here = self.draft.text(FieldId::SubjectRegion).get(..2);
        let home = self.legal_person_id().and_then(|number| number.get(..2));
        home.is_some_and(|home| home.bytes().all(|b| b.is_ascii_digit()) && Some(home) != here)
    }

    /// Of an organisation: one of its people has an identity card whose number names another province.
    fn principal_from_another_province(&self) -> bool {
        let draft = self.draft;
        let Some(here) = draft.text(FieldId::SubjectRegion).get(..2).filter(|_| !draft.is_individual()) else { return false };
        Role::BOTH.into_iter().filter(|role| *role == Role::ResponsiblePerson || draft.owner_is_another()).any(|role| {
            let resident = draft.code(PersonField::CertificateKind.of(role)) == Some(catalog::RESIDENT_ID);
            let number = draft.text(PersonField::CertificateNumber.of(role)).trim();
            let home = number.get(..2).filter(|home| resident && home.bytes().all(|b| b.is_ascii_digit()));
            number.len() == PLACES && home.is_some_and(|home| home != here)
        })
    }

    /// The kind of certificate tells it where the legal person is the responsible person. Of another legal person only the number
    /// is known: one in the form of a resident ID is one, slip of the pen or not; of any other nobody can be sure.
    fn legal_person_from_abroad(&self) -> Answer {
        let draft = self.draft;
        if draft.is_individual() {
            return Answer::No;
        }
        if draft.flag(FieldId::IsLegalPerson) {
            let kind = draft.code(FieldId::ResponsiblePersonCertificateKind);
            return kind.is_some_and(|kind| kind != catalog::RESIDENT_ID).into();
        }
        let number = self.number(FieldId::LegalPersonNumber);
        perhaps(!number.is_empty() && Document::of_form(&number) != Document::ResidentId)
    }

    /// Years of the responsible person, who is the individual, where a sound resident ID tells them.
    fn age(&self) -> Option<u32> {
        let today = self.today?;
        let kind = PersonField::CertificateKind.of(Role::ResponsiblePerson);
        if self.draft.code(kind) != Some(catalog::RESIDENT_ID) {
            return None;
        }
        let number = self.draft.text(PersonField::CertificateNumber.of(Role::ResponsiblePerson));
        let verdict = resident_id::check(number, today, &catalog::place::Book);
        let parts = verdict.valid.then(|| resident_id::parts(&verdict.normalized)).flatten()?;
        u32::try_from(resident_id::age_on(parts.birth, today)).ok()
    }

    fn has_approval(&self) -> bool {
        self.draft.approvals().iter().any(|row| row.kind.is_some_and(|kind| kind != catalog::NONE_INVOLVED))
    }

    fn local_phone_is_asked(&self) -> bool {
        let province = province(self.draft.text(FieldId::SubjectRegion));
        // Sources may ask different subjects: any of them is enough for the question.
        province.is_some_and(|province| {
            province.local_phone().all().any(|saying| match saying.answer {
                LocalPhone::NotAsked => false,
                LocalPhone::Everyone | LocalPhone::Recommended => true,
                LocalPhone::Individuals => self.draft.is_individual(),
                LocalPhone::NonlocalIndividuals => self.id_from_another_province() == Answer::Yes,
            })
        })
    }

    /// The names and the business scope, widths folded, and what they are to the search for words.
    fn names(&self) -> impl Iterator<Item = (String, Spot)> + '_ {
        let texts = [
            (FieldId::SubjectName, Spot::SubjectName),
            (FieldId::MiniProgramName, Spot::MiniProgramName),
            (FieldId::SubjectBusinessScope, Spot::BusinessScope),
        ];
        let asked = texts.into_iter().filter(|(id, _)| self.draft.asks(*id));
        // Nobody's scope is longer; a whole file pasted in is not searched to its end.
        asked.map(|(id, spot)| (fold_fullwidth_str(self.draft.text(id)).chars().take(MOST_CHARACTERS).collect(), spot))
    }

    /// The categories of prior approvals of which a name or the scope has a word, each once.
    #[must_use]
    pub fn suggested_trades(&self) -> Vec<&'static Category> {
        let region = self.draft.text(FieldId::SubjectRegion);
        let mut trades: Vec<&'static Category> = Vec::new();
        for (text, spot) in self.names() {
            let words = keyword::search(&text, &[spot], region).into_iter().map(|found| found.keyword);
            for trade in words.filter(|word| word.weight > 1).filter_map(|word| keyword::category(word.category)) {
                if !trades.contains(&trade) {
                    trades.push(trade);
                }
            }
        }
        trades
    }

    fn names_have_words_of(&self, categories: &[&str]) -> bool {
        let region = self.draft.text(FieldId::SubjectRegion);
        self.names().any(|(text, spot)| {
            let mut found = keyword::search(&text, &[spot], region).into_iter().map(|found| found.keyword);
            let is_permit = |word: &keyword::Keyword| keyword::category(word.category).is_some_and(|row| !row.of_individuals);
            found.any(|word| {
                let listed = if categories.is_empty() { is_permit(word) } else { categories.contains(&word.category) };
                word.weight > 1 && word.speaks_to(self.draft.is_individual()) && listed
            })
        })
    }

    fn texts_say(&self, words: &[&str]) -> bool {
        const TEXTS: [FieldId; 5] = [
            FieldId::SubjectName,
            FieldId::SubjectBusinessScope,
            FieldId::SubjectRemark,
            FieldId::MiniProgramName,
            FieldId::MiniProgramRemark,
        ];
        TEXTS.into_iter().any(|id| keyword::says(&normalize(self.asked_text(id), Mode::Text).value, words))
    }
}

/// Something that speaks for a circumstance and does not settle it.
const fn perhaps(hinted: bool) -> Answer {
    if hinted { Answer::Unknown } else { Answer::No }
}

/// Characters of a text that are searched.
const MOST_CHARACTERS: usize = 4000;

/// How the credit codes of sole traders begin (GB 32100-2015: registered by the market regulator, sole trader).
const SOLE_TRADER: &str = "92";
/// Places of a credit code.
const PLACES: usize = 18;

/// What the names of hospitals end in, as far as they practise.
const HOSPITALS: [&str; 5] = ["医院", "诊所", "门诊", "卫生院", "卫生服务"];

/// Letters whose signatures, seal and date only the person can see.
const LETTERS: [FieldId; 5] = [
    FieldId::ResponsiblePersonAuthorizationLetter,
    FieldId::OwnerAuthorizationLetter,
    FieldId::CommitmentLetter,
    FieldId::AuthenticityResponsibilityLetter,
    FieldId::AuthenticityCommitmentLetter,
];

#[cfg(test)]
#[path = "circumstance_tests.rs"]
mod tests;
