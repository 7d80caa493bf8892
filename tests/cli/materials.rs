//! `beian materials prepare`.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

use super::Place;

const PHOTO: &str = "subject.certificate.photo";

fn scan(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A place whose company uses this file as the photo of its licence.
fn with_photo(name: &str, bytes: &[u8]) -> Place {
    let place = Place::with_examples();
    place.file(&format!("drafts/{name}"), bytes);
    place.ok(&["set", "example-company", &format!("{PHOTO}=drafts/{name}")]);
    place
}

#[test]
fn a_copy_is_made_once_and_the_draft_uses_it() {
    let bytes = scan(1100, 1500, ImageFormat::Bmp);
    let place = with_photo("licence.bmp", &bytes);
    let would = place.ok(&["materials", "prepare", "example-company", PHOTO, "--dry-run"]);
    assert!(would.contains("licence-beian.jpg"), "{would}");
    assert!(!place.path().join("drafts/licence-beian.jpg").exists());
    let json = place.json(&["materials", "prepare", "example-company", PHOTO]);
    assert_eq!(json["files"][0]["outcome"], "copied", "{json}");
    assert_eq!(json["files"][0]["copy"], "licence-beian.jpg");
    assert_eq!(json["files"][0]["fields"][0], PHOTO);
    assert_eq!(json["files"][0]["width"], 1100);
    assert_eq!(place.ok(&["get", "example-company", PHOTO]).trim(), "licence-beian.jpg");
    assert_eq!(std::fs::read(place.path().join("drafts/licence.bmp")).unwrap(), bytes);
    let again = place.json(&["materials", "prepare", "example-company"]);
    assert!(again["files"].as_array().unwrap().len() > 5);
    assert!(again["files"].as_array().unwrap().iter().all(|file| file["outcome"] == "fine"), "{again}");
    assert_eq!(place.call(&["check", "example-company"]).code, 0);
}

#[test]
fn a_picture_of_what_is_filed_is_prepared_only_where_that_is_forced() {
    let place = with_photo("licence.bmp", &scan(1100, 1500, ImageFormat::Bmp));
    for event in ["submitted", "platform-passed", "sms-received", "sms-verified", "bureau-passed"] {
        place.ok(&["status", "example-company", event, "--at", "2026-11-16 10:00"]);
    }
    let text = || std::fs::read_to_string(place.draft("example-company")).unwrap();
    let before = text();
    let refused = place.call(&["materials", "prepare", "example-company", PHOTO]);
    assert_eq!((refused.code, text() == before), (2, true), "{}", refused.out);
    assert!(refused.err.contains(PHOTO) && refused.err.contains("--kind change"), "{}", refused.err);
    assert!(!place.path().join("drafts/licence-beian.jpg").exists(), "no copy stays behind");
    place.ok(&["materials", "prepare", "example-company", PHOTO, "--force"]);
    assert_eq!(place.ok(&["get", "example-company", PHOTO]).trim(), "licence-beian.jpg");
}

#[test]
fn what_cannot_be_prepared_is_a_finding_and_says_what_to_do() {
    for (name, bytes, reason, remedy) in [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), "heic", "Most Compatible"),
        ("a.pdf", b"%PDF-1.7\n".to_vec(), "pdf", "Preview"),
        ("a.jpg", scan(719, 1500, ImageFormat::Jpeg), "too-few-pixels", "again"),
        ("a.jpg", b"\xff\xd8\xff\xe0".to_vec(), "damaged", "again"),
    ] {
        let place = with_photo(name, &bytes);
        let called = place.call(&["materials", "prepare", "example-company", PHOTO, "--lang", "en"]);
        assert_eq!((called.code, called.err.as_str()), (1, ""), "{name}: {}", called.out);
        assert!(called.out.contains(remedy), "{name}: {}", called.out);
        let json = place.json(&["materials", "prepare", "example-company", PHOTO]);
        assert_eq!((&json["files"][0]["outcome"], &json["files"][0]["reason"]), (&"refused".into(), &reason.into()));
        assert_eq!(place.ok(&["get", "example-company", PHOTO]).trim(), name);
    }
}

#[test]
fn wrong_use_is_said() {
    let place = Place::with_examples();
    for args in [
        &["materials", "prepare", "example-company", "subject.name"][..],
        &["materials", "prepare", "example-company", "no.such.field"],
        &["materials", "prepare", "nobody"],
        &["materials", "prepare"],
    ] {
        let called = place.call(args);
        assert_eq!(called.code, 2, "{args:?}: {}{}", called.out, called.err);
        assert!(!called.err.is_empty());
    }
    let help = place.ok(&["materials", "prepare", "--help"]);
    assert!(help.contains("--dry-run") && help.contains("-beian"), "{help}");
}

#[test]
fn files_outside_are_named_wherever_a_draft_is_read_out() {
    let place = Place::with_examples();
    let bytes = std::fs::read(place.draft("example-company")).unwrap();
    std::fs::create_dir(place.path().join("from-elsewhere")).unwrap();
    place.file("from-elsewhere/theirs.toml", bytes);
    std::fs::rename(place.path().join("drafts/scans"), place.path().join("scans")).unwrap();
    let text = std::fs::read_to_string(place.path().join("from-elsewhere/theirs.toml")).unwrap();
    place.file("from-elsewhere/theirs.toml", text.replace("scans/business-licence.jpg", "../scans/business-licence.jpg"));
    for command in ["materials", "status"] {
        let said = place.ok(&[command, "from-elsewhere/theirs.toml", "--lang", "en"]);
        assert!(said.contains("../scans/business-licence.jpg") && said.contains("--allow-outside"), "{command}: {said}");
        let json = place.json(&[command, "from-elsewhere/theirs.toml"]);
        assert_eq!(json["outside"][0]["file"], "../scans/business-licence.jpg", "{command}: {json}");
        assert_eq!(json["outside"][0]["field"], PHOTO);
        assert_eq!(place.json(&[command, "example-company"])["outside"], serde_json::json!([]), "the user's own folder");
    }
    // Once they are meant, nothing is said any more.
    place.call(&["check", "from-elsewhere/theirs.toml", "--allow-outside"]);
    assert!(!place.ok(&["materials", "from-elsewhere/theirs.toml", "--lang", "en"]).contains("--allow-outside"));
    for command in [&["export"][..], &["materials", "prepare"], &["check"]] {
        let help = place.ok(&[command, &["--help", "--lang", "en"]].concat());
        assert!(help.contains("from now on"), "{help}");
    }
}
