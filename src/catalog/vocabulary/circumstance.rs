//! Circumstances of a filing: the one vocabulary of `when` in all data files.

use super::FilingKind;

/// Something that holds of a filing, does not, or cannot be told from the draft.
///
/// `filing::circumstance` evaluates it; nobody else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circumstance {
    /// In every filing.
    Always,
    /// The platform or a reviewer asks for it. No draft tells.
    AskedFor,
    /// The filing is of this kind.
    Kind(FilingKind),

    /// The owner is another person than the responsible person.
    OwnerIsAnother,
    /// The owner of an organisation's mini-program is not its legal person.
    OwnerIsNotLegalPerson,
    /// The responsible person of an organisation is not its legal person.
    ResponsiblePersonIsAnother,
    /// An individual's identity card is from another province.
    IdFromAnotherProvince,
    /// The legal person's identity card is from another province.
    LegalPersonFromAnotherProvince,
    /// The identity card of an organisation's responsible person or owner is from another province.
    PrincipalFromAnotherProvince,
    /// Two sides of a person's certificate are shown: of the owner's, else of the responsible person's. One is enough of permits and
    /// passports.
    TwoSides(bool),
    /// The legal person holds another certificate than the resident identity card.
    LegalPersonFromAbroad,
    /// Responsible person or owner holds a mainland travel permit for Hong Kong and Macao residents.
    HongKongMacaoPermit,
    /// Responsible person or owner holds a certificate of residents of Hong Kong, Macao or Taiwan, or a passport.
    HmtOrPassport,
    /// The responsible person is so many years old, both ends included.
    Age {
        /// From this age.
        from: u32,
        /// Up to this age.
        to: u32,
    },
    /// The administrator's name was not given.
    AdministratorUnnamed,

    /// The subject is a law practice.
    LawPractice,
    /// The subject is a government body or a public institution (机关, 事业单位).
    PublicBody,
    /// The subject is a medical institution, by its name.
    Hospital,
    /// The subject is a sole trader (个体工商户), by its credit code.
    SoleTrader,
    /// The individual who files is a sole trader without a trade name. No draft tells.
    SoleTraderAsIndividual,
    /// The subject's name has brackets.
    Brackets,
    /// The subject was renamed, its code being the same.
    Renamed,
    /// A change puts another person or another sort of subject into the place of the one on record.
    SubjectChanges,
    /// A change is about the legal person.
    LegalPersonChanges,
    /// A change is about what the subject's certificate prints.
    LicenceChanges,
    /// The subject has at least so many services.
    Services {
        /// An organisation.
        organisation: u32,
        /// An individual.
        individual: u32,
    },

    /// A prior approval was chosen.
    ApprovalChosen,
    /// No prior approval was chosen.
    NoApprovalChosen,
    /// A name or the scope has a word of these categories of prior approvals (none listed: of any), and so may do such a trade.
    NameSuggestsApproval(&'static [&'static str]),
    /// A name or the scope has one of these words, and so may do such a trade.
    NameSuggests(&'static [&'static str]),
    /// Names, scope or remarks have one of these words.
    TextsSay(&'static [&'static str]),
    /// What is entered names a trade that needs a prior approval, without denying it.
    TradeWord,

    /// The subject has filed before.
    FiledBefore,
    /// The filing was submitted and is not on file yet.
    Submitted,
    /// The province wants, or advises, phone numbers of its own.
    LocalPhoneAsked,
    /// A letter is attached whose signature, seal and date only a person can see.
    LetterAttached,
}

impl Circumstance {
    /// What a `when` says in one word. Those with figures or words of their own are inline tables; see `build/circumstances.rs`.
    pub const WORDS: [(&'static str, Self); 28] = [
        ("always", Self::Always),
        ("asked_for", Self::AskedFor),
        ("owner_is_another", Self::OwnerIsAnother),
        ("owner_is_not_legal_person", Self::OwnerIsNotLegalPerson),
        ("responsible_person_is_another", Self::ResponsiblePersonIsAnother),
        ("id_from_another_province", Self::IdFromAnotherProvince),
        ("legal_person_from_another_province", Self::LegalPersonFromAnotherProvince),
        ("principal_from_another_province", Self::PrincipalFromAnotherProvince),
        ("responsible_persons_document_has_two_sides", Self::TwoSides(false)),
        ("owners_document_has_two_sides", Self::TwoSides(true)),
        ("legal_person_from_abroad", Self::LegalPersonFromAbroad),
        ("hong_kong_macao_permit", Self::HongKongMacaoPermit),
        ("hmt_or_passport", Self::HmtOrPassport),
        ("law_practice", Self::LawPractice),
        ("public_body", Self::PublicBody),
        ("hospital", Self::Hospital),
        ("sole_trader", Self::SoleTrader),
        ("sole_trader_as_individual", Self::SoleTraderAsIndividual),
        ("brackets", Self::Brackets),
        ("renamed", Self::Renamed),
        ("subject_changes", Self::SubjectChanges),
        ("legal_person_changes", Self::LegalPersonChanges),
        ("licence_changes", Self::LicenceChanges),
        ("no_approval_chosen", Self::NoApprovalChosen),
        ("name_suggests_approval", Self::NameSuggestsApproval(&[])),
        ("trade_word", Self::TradeWord),
        ("filed_before", Self::FiledBefore),
        ("submitted", Self::Submitted),
    ];

    /// The circumstance that one word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, circumstance)| *circumstance)
    }

    /// Whether a draft can ever tell that it holds.
    #[must_use]
    pub const fn can_hold_for_sure(self) -> bool {
        !matches!(
            self,
            Self::AskedFor
                | Self::SoleTraderAsIndividual
                | Self::Services { .. }
                | Self::NameSuggestsApproval(_)
                | Self::NameSuggests(_)
        )
    }
}
