//! `docs/addresses.md`: how many addresses made of the official list are read down to the district. Write it again with
//! `BEIAN_WRITE_DOCS=1 cargo test --test all addresses`.

use std::fmt::Write;

use beian::catalog::filing_region::{Address, Region, former, full_name, regions, regions_of, zones};
use beian::filing::FieldId;
use beian::rules::check;

use super::drafts::company;

const STREET: &str = "虚构街88号8层801室";

const HEAD: &str = "\
# How addresses are read

Addresses made of every district of the platform's list, in each of these forms. *Found* is the district itself. *Higher up* is only its
province or city, because the address can be read in several ways: then nothing is said about the district. *Not read* names no region
for certain. *Another* is a district of another name.

This page is made by a test; do not edit it: `BEIAN_WRITE_DOCS=1 cargo test --test all addresses`.

| Form | Example | Addresses | Found | Higher up | Not read | Another |
|---|---|---|---|---|---|---|
";

const OTHERS: &str = "
Names that the platform's list does not have: those of the past, which stand on older papers (宣武区), and zones, which stand in addresses where a
district would (横琴新区). *Found* are the districts that they are today or lie in; a region in any of them agrees with such an address.

| Form | Example | Addresses | Found | Higher up | Not read | Another |
|---|---|---|---|---|---|---|
";

const TAIL: &str = "
The names of the past are those that went out of force since 1990 (`assets/regions/regions_historical.csv`), the zones those of
`assets/regions/zones.toml`. A zone that is not among them is read down to the city, and the district is not compared. A district carved out of
another that is still there (临平区 of 余杭区, `assets/regions/carved.csv`) is a hint and no error. No address that is printed on a certificate
is ever changed.

What nobody should type (`tests/rules/bad_input.rs`): an address of digits or Latin letters names no region and is told to lack Chinese. One that
goes on for thousands of characters is told to be too long. Of two in one the second is quoted, because only a person knows which one counts.
Characters that the ministry refuses are named wherever they stand. What was typed stays as it is until a person changes it.
";

/// How a form writes a region.
type Write1 = fn(&Region) -> String;

const FORMS: [(&str, Write1); 5] = [
    ("in full", |region| full_name(region.code()) + STREET),
    ("without the province", |region| names(region, 1, |region| region.name()) + STREET),
    ("short", |region| names(region, 0, |region| region.short_name()) + " " + STREET),
    ("twice", |region| full_name(region.code()).repeat(2) + STREET),
    ("later in the text", |region| format!("虚构大厦801室，{}{STREET}", full_name(region.code()))),
];

/// The names of a region, from the province or from below it; a municipality is not left out.
fn names(region: &Region, from: usize, name: fn(&Region) -> &'static str) -> String {
    let path = region.path();
    let from = if path[0].is_municipality() { 0 } else { from };
    path.into_iter().skip(from).filter(|region| !region.pseudo).map(name).collect()
}

fn districts() -> impl Iterator<Item = &'static Region> {
    regions().iter().filter(|region| region.level == 3 && !region.pseudo && !region.double)
}

/// Found, higher up, not read, another.
fn count(write: Write1) -> [usize; 4] {
    let mut counts = [0; 4];
    for region in districts() {
        let place = match Address::read(&write(region)) {
            None => 2,
            Some(read) => match read.district {
                Some(district) if district.name() == region.name() => 0,
                Some(_) => 3,
                None => 1,
            },
        };
        counts[place] += 1;
    }
    counts
}

/// An address, and the districts of today that it lies in.
type Written = (String, &'static [u32]);

/// Every name of the past behind its province, and every name of a zone behind its province or city: with the places of today.
fn others() -> [(&'static str, Vec<Written>); 2] {
    let past = former().iter().filter(|former| former.year > 0 && former.today().iter().any(|place| place % 100 != 0));
    let past = past.map(|former| {
        let city = regions_of(former.today())
            .first()
            .and_then(|region| region.parent())
            .filter(|city| !city.pseudo && former.is_in_city(city))
            .map_or("", |city| city.name());
        let province = former.province().map_or("", |province| province.name());
        (format!("{province}{city}{}{STREET}", former.name()), former.today())
    });
    let zones = zones().iter().flat_map(|zone| {
        let place = zone.place().map(|region| full_name(region.code())).unwrap_or_default();
        zone.names.iter().map(move |name| (format!("{place}{name}{STREET}"), zone.today))
    });
    [("old", past.collect()), ("zone", zones.collect())]
}

/// How an address is read whose places are known: the column of the page.
fn column(address: &str, places: &[u32]) -> usize {
    match Address::read(address).map(|read| read.districts_today()) {
        None => 2,
        Some(None) => 1,
        Some(Some(today)) if today.iter().any(|place| places.contains(place)) => 0,
        Some(Some(_)) => 3,
    }
}

#[test]
fn the_page_says_how_addresses_of_all_districts_are_read() {
    let mut page = HEAD.to_owned();
    let mut all = 0;
    for (form, write) in FORMS {
        let counts = count(write);
        let example = write(districts().find(|region| region.name() == "武侯区").unwrap());
        let total: usize = counts.iter().sum();
        all += total;
        let cells = counts.map(|count| count.to_string()).join(" | ");
        writeln!(page, "| {form} | {example} | {total} | {cells} |").unwrap();
        if form == "in full" {
            assert_eq!(counts[3], 0, "an address in full is read as another district");
            assert_eq!(counts[2], 0, "an address in full is not read");
        }
    }
    page.push_str(OTHERS);
    let mut others_read = Vec::new();
    for (form, addresses) in others() {
        let mut counts = [0; 4];
        for (address, places) in &addresses {
            let column = column(address, places);
            counts[column] += 1;
            others_read.extend((column == 3).then(|| address.trim_end_matches(STREET).to_owned()));
        }
        let example = if form == "old" { "宣武区" } else { "横琴新区" };
        let example = addresses.iter().find(|(address, _)| address.contains(example)).map_or("", |(address, _)| address.as_str());
        let cells = counts.map(|count| count.to_string()).join(" | ");
        writeln!(page, "| {form} | {example} | {} | {cells} |", addresses.len()).unwrap();
        all += addresses.len();
        assert!(counts[0] * 10 >= addresses.len() * 9, "{form}: {counts:?}");
    }
    if !others_read.is_empty() {
        writeln!(page, "\nRead as another district, whose name it is too: {}.", others_read.join(", ")).unwrap();
    }
    page.push_str(TAIL);
    assert!(all >= 3_000, "{all}");
    let path = format!("{}/docs/addresses.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BEIAN_WRITE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == page, "docs/addresses.md is not what the program does: write it again (see the head of this file)");
}

#[test]
fn addresses_of_old_names_and_zones_agree_with_the_districts_of_today() {
    for (form, addresses) in others() {
        // A part of them: a whole check takes long without optimisation.
        // 惠阳县 is read as 惠阳区, one of the two that it is today: only names that are read as themselves.
        let as_itself = |(address, places): &&(String, &'static [u32])| {
            Address::read(address).and_then(|read| read.districts_today()) == Some(*places)
        };
        let found = addresses.iter().filter(as_itself);
        for (address, today) in found.step_by(23) {
            for region in regions_of(today).iter().filter(|region| region.level == 3) {
                let mut case = company();
                case.set(FieldId::SubjectRegion, region.code());
                case.set(FieldId::SubjectCertificateAddress, address.as_str());
                for finding in check(&case.context()) {
                    let elsewhere = finding.rule.name == "certificate-address-in-another-district";
                    assert!(!elsewhere, "{form} {address} {}: {:?}", region.name(), finding.args);
                    let printed = FieldId::SubjectCertificateAddress;
                    assert!(finding.fixes.iter().all(|fix| fix.value_of(printed).is_none()), "{address}");
                }
            }
        }
    }
}

#[test]
fn any_address_is_answered_and_quickly() {
    for piece in ["虚", "1", "a", "四川省成都市武侯区虚构街88号；", "横琴"] {
        let mut case = company();
        let address = piece.repeat(10_000 / piece.chars().count());
        case.set(FieldId::SubjectCertificateAddress, address.as_str());
        case.set(FieldId::SubjectAddress, address.as_str());
        for field in [FieldId::SubjectCertificateAddress, FieldId::SubjectAddress] {
            let about = check(&case.context()).into_iter().filter(|finding| finding.field == field);
            assert!(about.count() > 0, "{piece} in {field:?}: nothing is said");
        }
    }
}

#[test]
fn a_region_agrees_with_its_own_address_and_what_is_printed_is_never_changed() {
    // A part of them: a whole check takes long without optimisation.
    for region in districts().step_by(29) {
        for (form, write) in FORMS {
            let mut case = company();
            case.set(FieldId::SubjectRegion, region.code());
            case.set(FieldId::SubjectCertificateAddress, write(region).as_str());
            for finding in check(&case.context()) {
                let (name, address) = (finding.rule.name, write(region));
                assert_ne!(name, "certificate-address-in-another-district", "{form} {address}");
                if finding.rule.name.starts_with("certificate-address") || finding.rule.name == "address-says-shixiaqu" {
                    let printed = FieldId::SubjectCertificateAddress;
                    assert!(finding.fixes.iter().all(|fix| fix.value_of(printed).is_none()), "{name}: {address}");
                }
            }
        }
    }
}
