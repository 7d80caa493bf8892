//! What the figures of `thresholds.toml` are about.

use super::{Vocabulary, vocabulary};

vocabulary! {
    /// What a figure is about.
    Concern {
        /// Time that must be left on a certificate.
        CertificateLeft = "certificate_left",
        /// How old a signed letter may be.
        LetterAge = "letter_age",
        /// The longer side of a picture of the subject's certificate.
        SubjectLongSide = "subject_long_side",
        /// Its shorter side.
        SubjectShortSide = "subject_short_side",
        /// The longer side of a picture of a person's certificate.
        PersonLongSide = "person_long_side",
        /// Its shorter side.
        PersonShortSide = "person_short_side",
        /// How small the file of a certificate's picture may be.
        PictureLeast = "picture_least",
        /// How large the file of a picture may be.
        PictureMost = "picture_most",
        /// How many mini-programs an individual may have.
        OfIndividual = "mini_programs_of_individual",
        /// How many a sole trader may have.
        OfSoleTrader = "mini_programs_of_sole_trader",
        /// How many any other organisation may have.
        OfOrganisation = "mini_programs_of_organisation",
        /// When the daily quota of submissions is renewed.
        DailyQuota = "daily_quota",
    }
}

vocabulary! {
    /// What a figure counts.
    Unit {
        /// Calendar months.
        Months = "months",
        /// 1000 bytes, as sizes are told to people; a limit that must not be exceeded counts 1024.
        Kilobytes = "kilobytes",
        /// Pixels of one side.
        Pixels = "pixels",
        /// Mini-programs of a subject.
        MiniPrograms = "mini_programs",
        /// An hour of the day in China.
        Hour = "hour",
    }
}

impl Concern {
    /// The word that stands for it in the data and in JSON output.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }
}

impl Unit {
    /// The word that stands for it in the data and in JSON output.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }
}
