//! What the filing's province asks beyond the platform: rows of data ([`catalog::province`]) and one judge a topic.
//!
//! A judge takes the rows that name it and concern the draft; most say the row's own sentence. Rows that nobody can judge
//! offline are [`reminders`]. What vendors say is a warning at most, whatever the row's own weight; anecdotes are hints.

use crate::catalog::province::{self, EVERYWHERE, Province, ProvinceRule};
use crate::catalog::{Confidence, Topic};
use crate::filing::FieldId;
use crate::rules::engine::{Arg, Context, Finding, Rule, Severity};
use crate::text::Text;

pub(in crate::rules) mod concerns;

/// The province of the chosen region, as far as there is such a region.
pub(crate) fn here(context: &Context<'_>) -> Option<&'static Province> {
    *context.memo(&context.reading.province, || province::province(context.region()?.code()))
}

/// The rows that this rule judges and that concern the draft: those that hold everywhere first.
pub(in crate::rules) fn rows(context: &Context<'_>, rule: &Rule) -> Vec<&'static ProvinceRule> {
    let own = all_rows(context).iter().copied();
    own.filter(|row| row.rules.contains(&rule.name) && concerns::concerns(context, row)).collect()
}

/// The rows of the draft's province, whether they concern it or not: those that hold everywhere first.
fn all_rows<'c>(context: &'c Context<'_>) -> &'c [&'static ProvinceRule] {
    let all = || -> Vec<_> { here(context).into_iter().flat_map(|province| province::rules_for(province.code)).collect() };
    context.memo(&context.reading.province_rows, all).as_slice()
}

/// What the province asks of this draft and only a person can see, in the order of the file: the province's own first.
///
/// Documents to attach are not among them: they make up the list of materials.
#[must_use]
pub fn reminders(context: &Context<'_>) -> Vec<&'static ProvinceRule> {
    let told = |row: &&ProvinceRule| row.topic != Topic::Material && (row.rules.is_empty() || row.remind);
    let mut rows: Vec<_> =
        all_rows(context).iter().copied().filter(told).filter(|row| concerns::concerns(context, row)).collect();
    rows.sort_by_key(|row| row.code == EVERYWHERE);
    rows
}

/// The rows that a rule of this name judges, in all provinces.
pub fn rows_of(rule: &str) -> impl Iterator<Item = &'static ProvinceRule> {
    province::rules().iter().filter(move |row| row.rules.contains(&rule))
}

/// What a row may weigh, given how sure its source is.
pub(in crate::rules) fn weight(row: &ProvinceRule) -> Severity {
    row.severity.max(heaviest(row.confidence))
}

/// The gravest that a source of this confidence may lead to.
pub(in crate::rules) const fn heaviest(confidence: Confidence) -> Severity {
    match confidence {
        Confidence::Official | Confidence::Platform | Confidence::Standard => Severity::Error,
        Confidence::Vendor | Confidence::OldVendor => Severity::Warning,
        Confidence::Anecdotal | Confidence::Inferred => Severity::Hint,
    }
}

/// The row's sentence without its full stop, to stand inside another.
#[must_use]
pub fn clause(row: &ProvinceRule) -> Text {
    let Text { zh, en } = row.summary;
    Text { zh: zh.trim_end_matches('。'), en: en.trim_end_matches('.') }
}

/// A finding that names the province.
pub(in crate::rules) fn says(rule: &'static Rule, field: FieldId, province: &Province) -> Finding {
    rule.finds(field).with("province", Arg::Name(province.short))
}

/// A finding that reads a row out.
pub(in crate::rules) fn reads(rule: &'static Rule, field: FieldId, province: &Province, row: &ProvinceRule) -> Finding {
    says(rule, field, province).with_severity(weight(row)).with("asked", Arg::Name(clause(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Confidence as C;

    #[test]
    fn no_row_weighs_more_than_its_source_allows() {
        for row in province::rules() {
            let weight = weight(row);
            match row.confidence {
                C::Official | C::Platform | C::Standard => {}
                C::Vendor | C::OldVendor => assert!(weight >= Severity::Warning, "{}", row.id),
                C::Anecdotal | C::Inferred => assert_eq!(weight, Severity::Hint, "{}", row.id),
            }
        }
    }

    #[test]
    fn every_row_is_judged_or_told() {
        for row in province::rules() {
            for rule in row.rules {
                assert!(crate::rules::find(rule).is_some(), "{}: there is no rule {rule}", row.id);
            }
            // Documents are the business of the list of materials.
            let told = row.rules.is_empty() && row.topic != Topic::Material;
            assert!(told || row.topic == Topic::Material || !row.rules.is_empty(), "{}", row.id);
        }
    }
}
