//! The QR code of a licence, from the picture to what `beian check` says.

use std::io::Cursor;

use image::{ImageFormat, Luma, imageops};

use super::Place;

const NUMBER: &str = "subject.certificate.number";
/// The modules of a code that leads to the register's entry for 91510107MA0000007C.
const REGISTERED: &str = include_str!("../fixtures/codes/register.txt");

/// A page with the code in a corner.
fn licence() -> Vec<u8> {
    let mut page = image::GrayImage::from_pixel(1400, 1000, Luma([240]));
    for (y, row) in (0..).zip(REGISTERED.lines()) {
        for (x, _) in (0..).zip(row.chars()).filter(|(_, module)| *module == '#') {
            imageops::replace(&mut page, &image::GrayImage::from_pixel(5, 5, Luma([20])), 1100 + x * 5, 100 + y * 5);
        }
    }
    let mut bytes = Cursor::new(Vec::new());
    page.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// What is said about the number of the company whose licence this is.
fn said(place: &Place, number: &str) -> Vec<(String, String, String)> {
    place.call(&["set", "example-company", &format!("{NUMBER}={number}"), "subject.certificate.photo=drafts/licence.png"]);
    let json = place.json(&["check", "example-company"]);
    let findings = json.as_array().unwrap_or_else(|| panic!("{json}")).clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let of_rule = findings.iter().filter(|finding| finding["rule"] == "licence-code-differs");
    of_rule
        .map(|finding| {
            let offered = &finding["fixes"][0]["changes"][NUMBER];
            (text(&finding["severity"]), text(&finding["field"]), text(offered))
        })
        .collect()
}

#[test]
fn the_code_in_the_picture_is_held_against_the_typed_one() {
    let place = Place::with_examples();
    place.file("drafts/licence.png", licence());
    let seen = "91510107MA0000007C".to_owned();
    assert_eq!(said(&place, "91510107MA0000007C"), []);
    assert_eq!(said(&place, "91110105MA0000015F"), [("warning".to_owned(), NUMBER.to_owned(), seen.clone())]);
    assert_eq!(said(&place, ""), [("hint".to_owned(), NUMBER.to_owned(), seen)]);
    // What was looked at before is remembered with its code.
    assert_eq!(said(&place, "91110105MA0000015F").len(), 1);
}
