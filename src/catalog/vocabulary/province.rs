//! The words of `provincial_rules.toml`.

use super::vocabulary;

vocabulary! {
    /// Whether an organisation's responsible person must be its legal person.
    LegalPersonRule {
        /// Only the legal person; a letter is normally refused.
        Required = "required",
        /// The legal person, with exceptions that a row of the province tells.
        RequiredWithExceptions = "required_exc",
        /// Another person with a signed and sealed letter.
        LetterAccepted = "letter_ok",
        /// Sources disagree; a row of the province tells what they say.
        SourcesDisagree = "conflict",
    }
}

vocabulary! {
    /// Whether an individual whose identity card is from another province may file.
    NonlocalRule {
        /// Without more.
        Allowed = "allowed",
        /// With a proof of residence.
        ResidenceProof = "proof",
        /// Not at all.
        Refused = "forbidden",
        /// No source found.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Who needs a phone number of the province.
    LocalPhone {
        /// Nobody.
        NotAsked = "none",
        /// Individuals and organisations.
        Everyone = "both",
        /// Individuals.
        Individuals = "personal",
        /// Individuals whose identity card is from another province.
        NonlocalIndividuals = "nonlocal_personal",
        /// Nobody must, but it is advised.
        Recommended = "recommended",
    }
}

vocabulary! {
    /// Whom a row concerns.
    Audience {
        /// Subjects that are not individuals.
        Organisations = "unit",
        /// Individuals.
        Individuals = "personal",
        /// Both.
        Everyone = "both",
    }
}

vocabulary! {
    /// On which occasion a row holds.
    Occasion {
        /// First filing of a subject.
        New = "new",
        /// A further service of a filed subject.
        AddService = "add",
        /// A further platform for a filed service.
        AddAccess = "access",
        /// A change.
        Change = "change",
    }
}

vocabulary! {
    /// Whose certificates are meant.
    Holders {
        /// The people's.
        People = "people",
        /// The subject's.
        Subject = "subject",
        /// Both.
        All = "all",
    }
}

vocabulary! {
    /// How far down an address has to go.
    Precision {
        /// To the house number.
        House = "house",
        /// To the village, the house number or the box.
        Village = "village",
        /// To the room.
        Room = "room",
    }
}

vocabulary! {
    /// Which certificates are not accepted.
    Refused {
        /// Those of foreigners.
        Foreign = "foreign",
        /// All but the resident identity card.
        NotResidentId = "not_resident_id",
    }
}
