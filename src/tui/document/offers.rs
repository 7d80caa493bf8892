//! What the scans of the open draft have to say: which are still to be read, and what they offer.

use std::cmp::Reverse;

use super::Document;
use crate::filing::FieldId;
use crate::reading;
use crate::rules::{self, Finding, Fix, Offer, Rule, SCAN_DIFFERS, SCAN_FILLS, Severity};

impl Document {
    /// Certificates that have not been read, the one attached last first: path and SHA-256.
    pub fn unread_scans(&self) -> Vec<(&str, &str)> {
        let mut unread = reading::unread(&self.draft, &self.facts, &self.readings);
        unread.sort_by_key(|(path, _)| Reverse(self.attached.iter().position(|attached| attached == path)));
        unread
    }

    /// What its scans offer; not what a person stands by as it is.
    #[must_use]
    pub fn offers(&self) -> Vec<Offer> {
        let confirmed = |offer: &Offer| {
            self.findings_of(offer.field).any(|finding| finding.rule.name == SCAN_DIFFERS.name && !finding.counts())
        };
        rules::offers(&self.context()).into_iter().filter(|offer| !confirmed(offer)).collect()
    }

    /// Whether its scans offer anything to be taken at once, and anything to be looked at first.
    #[must_use]
    pub fn has_offers(&self) -> (bool, bool) {
        let says = |rule: &'static Rule| self.findings.iter().filter(move |said| said.rule.name == rule.name && said.counts());
        let certain: Vec<FieldId> = says(&SCAN_FILLS).flat_map(|said| said.fixes.iter().flat_map(Fix::fields)).collect();
        let is_other = |said: &Finding| said.severity < Severity::Hint || !certain.contains(&said.field);
        (!certain.is_empty(), says(&SCAN_DIFFERS).any(is_other))
    }
}
