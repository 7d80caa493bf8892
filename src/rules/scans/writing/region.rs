//! The region of a filing, from the address on its certificate.

use crate::catalog::filing_region::{Address, Region, Wording, province_of, regions_of};
use crate::filing::{FieldId, PersonField, Role};
use crate::identifiers::registration::Form;
use crate::reading::{Certainty, Reading, Seen, What};
use crate::rules::engine::Context;
use crate::rules::scans::file::Scan;
use crate::rules::scans::printed::printed_code;

/// Where the division of whoever registered it stands in a credit code (GB 32100-2015), from 0.
const DIVISION: std::ops::Range<usize> = 2..8;
/// The division of authorities of the whole country.
const NATIONAL: u32 = 100_000;

/// The district in which whoever holds the certificate files, and the address that says so: of an organisation's certificate, or of an
/// individual's own card. `None` where the address names no district of today, or several, and where the credit code says another city.
pub(super) fn region<'a>(context: &Context<'_>, scan: &Scan<'_>, reading: &'a Reading) -> Option<(&'a Seen, &'static Region)> {
    let is_own = match PersonField::find(scan.id) {
        Some((role, part)) => role == Role::ResponsiblePerson && part == PersonField::Front && context.is_individual(),
        None => scan.id == FieldId::SubjectCertificatePhoto,
    };
    let (seen, address) = reading.for_subject(FieldId::SubjectCertificateAddress).filter(|_| is_own)?;
    let is_readable = seen.certainty > Certainty::Doubtful;
    let region = district(&address).filter(|_| is_readable)?;
    let code = reading.value(What::CreditCode).filter(|seen| seen.certainty == Certainty::Checked);
    let code = code.map(|seen| seen.text.as_str()).or_else(|| printed_code(scan.facts));
    code.is_none_or(|code| agrees(code, region)).then_some((seen, region))
}

/// The only district of today that an address names at its beginning, in full.
fn district(address: &str) -> Option<&'static Region> {
    let read = Address::read(address).filter(|read| read.wording == Wording::Full)?;
    match regions_of(read.districts_today()?)[..] {
        [only] if only.level == 3 && !only.pseudo => Some(only),
        _ => None,
    }
}

/// Whether the authority that registered the holder of this code may lie where the district does: in the same city, or above it.
fn agrees(code: &str, region: &Region) -> bool {
    let division =
        code.get(DIVISION).and_then(|digits| digits.parse::<u32>().ok()).filter(|_| Form::CreditCode.check(code).valid);
    let (Some(division), Some(places)) = (division, region.today()) else { return true };
    let is_of = |place: &u32| match (division % 10_000, province_of(region.code()).is_some_and(Region::is_municipality)) {
        // What is registered with a province's authority may lie anywhere in it; and all of a municipality is one city.
        (0, _) | (_, true) => place / 10_000 == division / 10_000,
        _ => place / 100 == division / 100,
    };
    division == NATIONAL || places.iter().any(is_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_district_in_full_is_a_region_and_nothing_else_is() {
        for (address, expected) in [
            ("四川省成都市武侯区虚构街88号801室", Some("510107")),
            ("成都市武侯区虚构街88号", Some("510107")),
            ("上海市浦东新区滨江西路53弄5号936室", Some("310115")),
            ("北京市宣武区虚构街1号", Some("110102")),
            ("湖南省长沙市长沙县虚构街1号", Some("430121")),
            ("浙江省杭州市江干区虚构街1号", None),
            ("四川省成都市高新区虚构路88号", None),
            ("四川省成都市虚构街88号", None),
            ("虚构大厦，四川省成都市武侯区", None),
            ("成都武侯虚构街", None),
            ("朝阳区虚构街88号", None),
            ("", None),
        ] {
            assert_eq!(district(address).map(|region| region.code()), expected, "{address}");
        }
    }

    #[test]
    fn the_code_speaks_for_its_city_and_an_authority_above_for_all_below() {
        let code = |division: &str| {
            let known = "0123456789ABCDEFGHJKLMNPQRTUWXY".chars();
            let whole = |check: char| format!("91{division}MA0000007{check}");
            known.map(whole).find(|code| Form::CreditCode.check(code).valid).unwrap_or_default()
        };
        let district = |code: &str| crate::catalog::filing_region::find(code).unwrap();
        for (division, region, expected) in [
            ("510107", "510107", true),
            ("510105", "510107", true),
            ("510100", "510107", true),
            ("510000", "510107", true),
            ("100000", "510107", true),
            ("510700", "510107", false),
            ("440305", "510107", false),
            ("440000", "510107", false),
            ("310115", "310101", true),
            ("500100", "500240", true),
        ] {
            let code = code(division);
            assert!(!code.is_empty(), "{division}");
            assert_eq!(agrees(&code, district(region)), expected, "{division} {region}");
        }
        assert!(agrees("no code", district("510107")));
    }
}
