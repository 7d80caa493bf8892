//! `docs/addresses.md`: how many addresses made of the official list are read down to the district. Write it again with
//! `BEIAN_WRITE_DOCS=1 cargo test --test all addresses`.

use std::fmt::Write;

use beian::catalog::filing_region::{Address, Region, full_name, regions};
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

const TAIL: &str = "
Not covered: names abolished and no longer on the platform's list, and zones (高新区, 自贸试验区 and others) that the list does not have as
a region. Their addresses are read down to the city, and the district is not compared. Neither is it where one of the two units is not in
force: it may be the other one under an older name, or a zone in it.
";

/// How a form writes a region.
type Write1 = fn(&Region) -> String;

const FORMS: [(&str, Write1); 5] = [
    ("in full", |region| full_name(region.code) + STREET),
    ("without the province", |region| names(region, 1, |region| region.name) + STREET),
    ("short", |region| names(region, 0, |region| region.short_name()) + " " + STREET),
    ("twice", |region| full_name(region.code).repeat(2) + STREET),
    ("later in the text", |region| format!("虚构大厦801室，{}{STREET}", full_name(region.code))),
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
                Some(district) if district.name == region.name => 0,
                Some(_) => 3,
                None => 1,
            },
        };
        counts[place] += 1;
    }
    counts
}

#[test]
fn the_page_says_how_addresses_of_all_districts_are_read() {
    let mut page = HEAD.to_owned();
    let mut all = 0;
    for (form, write) in FORMS {
        let counts = count(write);
        let example = write(districts().find(|region| region.name == "武侯区").unwrap());
        let total: usize = counts.iter().sum();
        all += total;
        let cells = counts.map(|count| count.to_string()).join(" | ");
        writeln!(page, "| {form} | {example} | {total} | {cells} |").unwrap();
        if form == "in full" {
            assert_eq!(counts[3], 0, "an address in full is read as another district");
            assert_eq!(counts[2], 0, "an address in full is not read");
        }
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
fn a_region_agrees_with_its_own_address_and_what_is_printed_is_never_changed() {
    // A part of them: a whole check takes long without optimisation.
    for region in districts().step_by(29) {
        for (form, write) in FORMS {
            let mut case = company();
            case.set(FieldId::SubjectRegion, region.code);
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
