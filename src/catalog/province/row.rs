//! One row of the provinces' rules: whom it concerns, and what is judged.

use crate::catalog::Confidence;
use crate::text::Text;

/// Whom a rule concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Subjects that are not individuals.
    Organisations,
    /// Individuals.
    Individuals,
    /// Both.
    Everyone,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Least and greatest ages.
    Age,
    /// Phone numbers.
    Phone,
    /// Addresses.
    Address,
    /// The responsible person or the owner.
    ResponsiblePerson,
    /// Certificates and their validity.
    Certificate,
    /// Names of subjects and mini-programs.
    Name,
    /// Remarks.
    Remark,
    /// Documents to attach.
    Material,
    /// Permits needed first.
    PriorApproval,
    /// How many services a subject has.
    Count,
    /// Changes of an existing filing.
    Change,
    /// The ministry's text message.
    Sms,
    /// Sole traders (个体工商户).
    IndividualBusiness,
}

/// On which occasion a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// First filing of a subject.
    New,
    /// A further service of a filed subject.
    AddService,
    /// A further platform for a filed service.
    AddAccess,
    /// A change.
    Change,
}

/// How a rule may be treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Sent back for certain.
    Error,
    /// Likely to be sent back.
    Warning,
    /// Good to know.
    Hint,
}

/// One rule of a province, or of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvinceRule {
    /// A stable key, such as `gd-10`.
    pub id: &'static str,
    /// The province's code, or [`EVERYWHERE`](super::EVERYWHERE).
    pub code: &'static str,
    /// Whom it concerns.
    pub audience: Audience,
    /// What it is about.
    pub topic: Topic,
    /// When it holds.
    pub occasions: &'static [Occasion],
    /// What is asked, as one sentence.
    pub summary: Text,
    /// The document to attach, in Chinese; empty if none.
    pub material: &'static str,
    /// How it may be treated.
    pub severity: Severity,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
    /// The rules of the program that judge it; none where only a person can.
    pub rules: &'static [&'static str],
    /// Whether people are reminded of it although rules judge a part of it.
    pub remind: bool,
    /// What must hold of a draft that it concerns.
    pub when: &'static [Condition],
    /// It concerns only drafts whose names, scope or remarks hold one of these, if there are any.
    pub words: &'static [&'static str],
    /// What is judged, with its figures.
    pub tests: &'static [Test],
}

/// What must hold of a draft that a row concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// The responsible person of an organisation is not its legal person.
    Letter,
    /// The legal person holds no resident identity card.
    ForeignLegalPerson,
    /// The subject is a government body or a public institution (机关, 事业单位).
    PublicBody,
    /// The subject is a sole trader (个体工商户).
    SoleTrader,
    /// The subject's name has brackets.
    Brackets,
    /// Someone holds a mainland travel permit for Hong Kong and Macao residents.
    HongKongMacaoPermit,
    /// Someone holds a certificate of Hong Kong, Macao or Taiwan residents, or a passport.
    HmtOrPassport,
    /// A word in the names or the scope calls for a prior approval.
    TradeWord,
    /// The subject has filed before.
    FiledBefore,
    /// The filing is on its way.
    HandedIn,
}

/// Whose certificates are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holders {
    /// The people's.
    People,
    /// The subject's.
    Subject,
    /// Both.
    All,
}

/// How far down an address has to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// To the house number.
    House,
    /// To the village, the house number or the box.
    Village,
    /// To the room.
    Room,
}

/// Which certificates are not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Those of foreigners.
    Foreign,
    /// All but the resident identity card.
    NotResidentId,
}

/// What is judged, one kind a topic, with its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// At these ages, both included, the row's sentence holds.
    Ages {
        /// The least age in years.
        from: u8,
        /// The greatest age in years.
        to: u8,
        /// Not for the legal person.
        except_legal_person: bool,
    },
    /// The greatest age of an owner in years.
    OldestOwner {
        /// Of men.
        men: u8,
        /// Of women.
        women: u8,
    },
    /// How long certificates are still valid.
    Validity {
        /// Months that must be left.
        months: u32,
        /// On whose certificates.
        of: Holders,
        /// Ending on the very day is too soon.
        more_than: bool,
    },
    /// How many different phone numbers two people have.
    PhoneNumbers {
        /// At least.
        least: usize,
    },
    /// How precise the address is.
    Address {
        /// How far down it goes.
        precision: Precision,
        /// Words at which the row itself is read out.
        mentions: &'static [&'static str],
    },
    /// Which certificates people may have.
    Documents {
        /// Those that are not accepted.
        refused: Refused,
        /// Of the owner; else of the responsible person.
        of_owner: bool,
    },
    /// A letter may be accepted although the province wants the legal person.
    LetterAccepted {
        /// When; always where there is nothing.
        when: Option<Condition>,
    },
    /// What a remark says.
    Remark {
        /// Characters that the mini-program's remark has at least; 0 for no figure.
        characters: usize,
        /// Of each group one must stand in a remark.
        needs: &'static [&'static [&'static str]],
        /// The sentence to add; empty where only the person knows the words.
        sentence: &'static str,
        /// The same where prior approvals were chosen; `{approvals}` stands for their names. Empty where nothing changes.
        sentence_with_approvals: &'static str,
        /// What to write; empty where there is a sentence.
        example: &'static str,
    },
    /// What the mini-program's name is not.
    Name {
        /// Words that it does not hold.
        words: &'static [&'static str],
        /// The name of one of the people.
        own_name: bool,
        /// Shorter than so many characters; 0 for no figure.
        shortest: usize,
        /// Holding Latin letters.
        no_letters: bool,
        /// The name of an administrative place and nothing else.
        place: bool,
    },
}
