//! Figures that a filing is held against (`assets/catalog/thresholds.toml`), each with its source and date.

use super::province::EVERYWHERE;
pub use super::vocabulary::{Concern, Unit};
use super::{Confidence, Publication, Severity};
use chrono::{Months, NaiveDate};

include!(concat!(env!("OUT_DIR"), "/thresholds.rs"));

/// One figure.
#[derive(Debug, PartialEq, Eq)]
pub struct Threshold {
    /// What it is about.
    pub concern: Concern,
    /// The rule that judges it.
    pub rule: &'static str,
    /// The figure.
    pub value: u32,
    /// What it counts.
    pub unit: Unit,
    /// Whether the figure itself is already too little or too much.
    pub strict: bool,
    /// The province where it holds, or [`EVERYWHERE`].
    pub code: &'static str,
    /// What breaking it weighs.
    pub severity: Severity,
    /// Who says so.
    pub source: &'static Publication,
    /// When the figure was published or read.
    pub date: &'static str,
}

impl Threshold {
    /// Whether the platform or the ministry itself says so.
    #[must_use]
    pub const fn is_official(&self) -> bool {
        matches!(self.source.confidence, Confidence::Official)
    }

    /// The day that lies the figure's months after this one; `None` for other units and at the end of the calendar.
    #[must_use]
    pub fn months_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        if self.unit == Unit::Months { day.checked_add_months(Months::new(self.value)) } else { None }
    }
}

/// Every figure, in the order of the file.
#[cfg(any(test, feature = "internals"))]
pub fn thresholds() -> &'static [Threshold] {
    THRESHOLDS
}

/// The figures of one concern that hold in a province, the official ones first; without a province those that hold everywhere.
pub fn of(concern: Concern, province: Option<&str>) -> Vec<&'static Threshold> {
    let holds = |row: &&Threshold| row.concern == concern && (row.code == EVERYWHERE || Some(row.code) == province);
    let mut rows: Vec<&Threshold> = THRESHOLDS.iter().filter(holds).collect();
    rows.sort_by_key(|row| !row.is_official());
    rows
}

/// The foremost figure of a concern; 0 if there is none, which the build refuses.
#[must_use]
pub fn value(concern: Concern) -> u32 {
    of(concern, None).first().map_or(0, |row| row.value)
}

/// The figures that a rule judges.
pub fn of_rule(rule: &str) -> impl Iterator<Item = &'static Threshold> {
    THRESHOLDS.iter().filter(move |row| row.rule == rule)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::Limits;

    #[test]
    fn official_figures_come_first() {
        let values = |concern, province| of(concern, province).iter().map(|row| row.value).collect::<Vec<_>>();
        assert_eq!(values(Concern::CertificateLeft, None), [1, 3]);
        assert_eq!(values(Concern::CertificateLeft, Some("640000")), [1, 3, 6]);
        assert_eq!(values(Concern::LetterAge, Some("510000")), [1, 3]);
        assert_eq!(value(Concern::OfOrganisation), 50);
    }

    #[test]
    fn what_prepares_pictures_holds_to_the_same_figures() {
        let side = |long, short| (value(short), value(long));
        assert_eq!(Limits::LICENCE.advised, side(Concern::SubjectLongSide, Concern::SubjectShortSide));
        assert_eq!(Limits::CERTIFICATE.sides, side(Concern::PersonLongSide, Concern::PersonShortSide));
        assert_eq!(Limits::CERTIFICATE.least, u64::from(value(Concern::PictureLeast)) * 1_000);
        assert_eq!(Limits::PICTURE.most, u64::from(value(Concern::PictureMost)) * 1024);
    }
}
