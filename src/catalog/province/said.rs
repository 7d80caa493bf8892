//! What several sources say on one matter, the strictest first.
//!
//! Sources contradict each other: one is old, another was written for websites, a bureau changed its mind. Each is kept with its name
//! and its weight; the strictest warns, and both are named.

use super::{LegalPersonRule, LocalPhone, NonlocalRule, Province};
use crate::catalog::Confidence;

/// What one row of sources says on the matters on which sources may differ; `None` where it is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Whether the responsible person must be the legal person.
    pub legal_person_rule: Option<LegalPersonRule>,
    /// Whether individuals from other provinces may file.
    pub personal_nonlocal: Option<NonlocalRule>,
    /// The least age of an organisation's persons in years.
    pub min_age_unit: Option<u8>,
    /// The least age of an individual in years.
    pub min_age_personal: Option<u8>,
    /// Who needs a phone number of the province.
    pub local_phone: Option<LocalPhone>,
    /// Tags of the sources; the file's header explains them.
    pub source: &'static str,
    /// How sure they are.
    pub confidence: Confidence,
}

/// What one group of sources says on one matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying<T> {
    /// What they say.
    pub answer: T,
    /// Their tags.
    pub sources: Vec<&'static str>,
    /// How sure the surest of them is.
    pub confidence: Confidence,
}

/// What all sources say on one matter, the strictest first; those that agree stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sayings<T>(Vec<Saying<T>>);

impl<T: Copy + PartialEq> Sayings<T> {
    /// The strictest answer; `None` where no source says anything.
    #[cfg(test)]
    #[must_use]
    pub fn strictest(&self) -> Option<T> {
        self.0.first().map(|saying| saying.answer)
    }

    /// The strictest answer with its sources, and the mildest where sources differ.
    #[must_use]
    pub fn extremes(&self) -> Option<(&Saying<T>, Option<&Saying<T>>)> {
        let strictest = self.0.first()?;
        Some((strictest, self.0.last().filter(|mildest| mildest.answer != strictest.answer)))
    }

    /// Every answer with its sources.
    pub fn all(&self) -> impl Iterator<Item = &Saying<T>> {
        self.0.iter()
    }
}

/// How strict an answer is; `None` for what says nothing.
trait Strict {
    fn strictness(self) -> Option<u8>;
}

impl Strict for LegalPersonRule {
    fn strictness(self) -> Option<u8> {
        Some(match self {
            Self::LetterAccepted => 0,
            Self::SourcesDisagree => 1,
            Self::RequiredWithExceptions => 2,
            Self::Required => 3,
        })
    }
}

impl Strict for NonlocalRule {
    fn strictness(self) -> Option<u8> {
        match self {
            Self::Unknown => None,
            Self::Allowed => Some(0),
            Self::ResidenceProof => Some(1),
            Self::Refused => Some(2),
        }
    }
}

impl Strict for LocalPhone {
    fn strictness(self) -> Option<u8> {
        Some(match self {
            Self::NotAsked => 0,
            Self::Recommended => 1,
            Self::NonlocalIndividuals => 2,
            Self::Individuals => 3,
            Self::Everyone => 4,
        })
    }
}

impl Strict for u8 {
    fn strictness(self) -> Option<u8> {
        Some(self)
    }
}

impl Province {
    /// Whether the responsible person must be the legal person.
    #[must_use]
    pub fn legal_person_rule(&self) -> Sayings<LegalPersonRule> {
        self.sayings(|said| said.legal_person_rule)
    }

    /// Whether individuals from other provinces may file.
    #[must_use]
    pub fn personal_nonlocal(&self) -> Sayings<NonlocalRule> {
        self.sayings(|said| said.personal_nonlocal)
    }

    /// Who needs a phone number of the province.
    #[must_use]
    pub fn local_phone(&self) -> Sayings<LocalPhone> {
        self.sayings(|said| said.local_phone)
    }

    /// The least age in years, of an individual or of an organisation's persons.
    #[must_use]
    pub fn least_age(&self, individual: bool) -> Sayings<u8> {
        self.sayings(|said| if individual { said.min_age_personal } else { said.min_age_unit })
    }

    fn sayings<T: Strict + Copy + PartialEq>(&self, of: impl Fn(&Said) -> Option<T>) -> Sayings<T> {
        let elsewhere: Vec<&str> = self.answers.iter().filter(|said| of(said).is_some()).flat_map(Said::tags).collect();
        let mut all: Vec<Saying<T>> = Vec::new();
        for said in std::iter::once(&self.own).chain(self.answers) {
            let Some(answer) = of(said).filter(|answer| answer.strictness().is_some()) else { continue };
            // The row of a province stands for all its sources but those that are quoted with another answer.
            let is_own = std::ptr::eq(said, &raw const self.own);
            let tags: Vec<&str> = said.tags().filter(|tag| !is_own || !elsewhere.contains(tag)).collect();
            match all.iter_mut().find(|saying| saying.answer == answer) {
                Some(saying) => {
                    saying.sources.extend(tags);
                    saying.confidence = saying.confidence.min(said.confidence);
                }
                None => all.push(Saying { answer, sources: tags, confidence: said.confidence }),
            }
        }
        all.sort_by_key(|saying| std::cmp::Reverse(saying.answer.strictness()));
        Sayings(all)
    }
}

impl Said {
    fn tags(&self) -> impl Iterator<Item = &'static str> {
        self.source.split(',').map(str::trim)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::province::{province, provinces};

    #[test]
    fn the_strictest_source_comes_first_and_both_are_named() {
        let ningxia = province("640000").unwrap().personal_nonlocal();
        let (strict, mild) = ningxia.extremes().unwrap();
        assert_eq!((strict.answer, strict.sources.as_slice()), (NonlocalRule::Refused, &["HW25", "JD"][..]));
        assert_eq!(
            mild.map(|saying| (saying.answer, saying.sources.as_slice())),
            Some((NonlocalRule::ResidenceProof, &["TC22"][..]))
        );
        let chongqing = province("500000").unwrap().personal_nonlocal();
        let (strict, mild) = chongqing.extremes().unwrap();
        assert_eq!((strict.answer, strict.sources.as_slice(), mild), (NonlocalRule::Refused, &["JD"][..], None));
    }

    #[test]
    fn what_nobody_knows_is_no_answer() {
        assert_eq!(province("110000").unwrap().personal_nonlocal().strictest(), None);
        for province in provinces() {
            for saying in province.legal_person_rule().all() {
                assert!(!saying.sources.is_empty(), "{}", province.code);
            }
        }
    }

    #[test]
    fn answers_that_differ_are_held_against_each_other() {
        let liaoning = province("210000").unwrap();
        assert_eq!(liaoning.legal_person_rule().strictest(), Some(LegalPersonRule::Required));
        assert_eq!(liaoning.local_phone().strictest(), Some(LocalPhone::Everyone));
        assert_eq!((liaoning.least_age(false).strictest(), liaoning.least_age(true).strictest()), (Some(18), Some(16)));
        assert_eq!(province("430000").unwrap().local_phone().strictest(), Some(LocalPhone::Everyone));
        assert_eq!(province("460000").unwrap().legal_person_rule().strictest(), Some(LegalPersonRule::Required));
    }
}
