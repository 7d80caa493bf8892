//! The words of `words/`, `unfit_contents.toml` and `name_words.toml`.

use super::vocabulary;

vocabulary! {
    /// Whether the approval still exists in law.
    Status {
        /// It does.
        Active = "active",
        /// It does not, but bureaus may still ask for it.
        AbolishedButAsked = "abolished_but_asked",
        /// Sources do not say.
        Unclear = "unclear",
    }
}

vocabulary! {
    /// Where a word is looked for.
    Spot {
        /// The subject's name.
        SubjectName = "unit_name",
        /// The business scope on the licence.
        BusinessScope = "scope",
        /// The mini-program's name.
        MiniProgramName = "service_name",
        /// The mini-program's remark.
        Remark = "remark",
        /// The names of the chosen service contents.
        ServiceContents = "content",
    }
}

vocabulary! {
    /// What a hit leads to.
    Effect {
        /// A permit is probably needed.
        Ask = "ask",
        /// A permit, or a letter that the service has nothing to do with it.
        LetterPossible = "letter_possible",
        /// A permit; a letter is not accepted.
        PermitOnly = "permit_only",
        /// To be explained in the remark.
        ExplainInRemark = "remark",
        /// Not filable.
        Refused = "refused",
        /// The name may not hold it.
        NameBan = "name_ban",
    }
}

vocabulary! {
    /// Whom a service content does not fit.
    WhyUnfit {
        /// Individuals: it takes an organisation with a permit or an office.
        Organisation = "organisation",
        /// Individuals: it is a trade.
        Commercial = "commercial",
        /// Whoever is neither a state nor a public body.
        State = "state",
    }
}

vocabulary! {
    /// Which list a word belongs to. The header of `name_words.toml` says what each with a word is for.
    List {
        /// Of the state: in no name without papers.
        State = "state",
        /// Say that the mini-program is not finished.
        Trial = "trial",
        /// Say nothing about whose mini-program it is, or what it is about.
        Generic = "generic",
        /// In a remark: explain the name.
        Relation = "relation",
        /// In a remark: say what the mini-program does.
        Function = "function",
        /// End the name of an organisation.
        Suffix = "suffix",
        /// In a name: of the platform itself, which no other mini-program may bear.
        Platform = "platform",
        /// Longer words in which a word of the lists above says nothing.
        Harmless,
        /// Of the concerns: trades that need a permit first, and what individuals may not offer.
        Concern,
        /// Longer words in which such a word says nothing.
        HarmlessConcern,
    }
}
