//! The models that scans are read with, and what is read: without models, and with them where `BEIAN_MODELS` names their file.

use std::path::PathBuf;

use super::Place;

/// A drawn card of an invented person, photographed on a desk.
const CARD: &[u8] = include_bytes!("../fixtures/reading/card-front.jpg");
const NUMBER: &str = "350502198512272461";

#[allow(clippy::print_stderr)]
fn models() -> Option<PathBuf> {
    let models = std::env::var_os("BEIAN_MODELS").map(PathBuf::from).filter(|path| path.exists());
    if models.is_none() {
        eprintln!("skipped: BEIAN_MODELS does not name the file with the models");
    }
    models
}

#[test]
fn without_models_everything_says_how_to_get_them() {
    let place = Place::with_examples();
    let json = place.json(&["models"]);
    assert_eq!((&json["ready"], &json["models"][0]["state"]), (&false.into(), &"missing".into()));
    place.file("card.jpg", CARD);
    for call in [&["read", "card.jpg"][..], &["check", "example-company", "--read"], &["new", "--scans", "."]] {
        let answer = place.call(call);
        assert_eq!(answer.code, 2, "{call:?}: {}", answer.err);
        assert!(answer.err.contains("rapidocr==3.10.0"), "{}", answer.err);
    }
    assert_eq!(place.call(&["check", "example-company"]).code, 0, "nothing else needs them");
}

#[test]
fn what_holds_no_known_models_is_refused_and_nothing_is_kept() {
    let place = Place::with_examples();
    let mut bomb = std::io::Cursor::new(Vec::new());
    {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(&mut bomb);
        zip.start_file("rapidocr/models/PP-OCRv6_det_small.onnx", zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..100 {
            zip.write_all(&vec![0; 1 << 20]).unwrap();
        }
        zip.finish().unwrap();
    }
    for (name, bytes) in [
        ("empty.whl", Vec::new()),
        ("text.onnx", b"not a model".to_vec()),
        ("cut.whl", bomb.get_ref()[..bomb.get_ref().len() / 2].to_vec()),
        ("bomb.whl", bomb.into_inner()),
        ("foreign.onnx", vec![0x3a; 9_929_594]),
    ] {
        place.file(name, &bytes);
        let answer = place.call(&["models", "add", name]);
        assert_eq!(answer.code, 2, "{name}: {}", answer.err);
        assert!(answer.err.contains(name) && answer.err.contains("rapidocr==3.10.0"), "{name}: {}", answer.err);
    }
    assert_eq!(place.json(&["models"])["models"][0]["state"], "missing");
}

#[test]
fn a_card_is_read_compared_and_offered() {
    let Some(models) = models() else { return };
    let place = Place::with_examples();
    assert_eq!(place.call(&["models", "add", models.to_str().unwrap()]).code, 0);
    assert_eq!(place.json(&["models"])["ready"], true);
    place.file("drafts/card.jpg", CARD);
    let read = place.json(&["read", "drafts/card.jpg"]);
    assert_eq!(read["document"]["kind"], "resident_id", "{read}");
    let values = read["document"]["values"].as_array().cloned().unwrap_or_default();
    let number = values.iter().find(|value| value["what"] == "number").unwrap_or_else(|| panic!("{read}"));
    assert_eq!((&number["text"], &number["certainty"]), (&NUMBER.into(), &"checked".into()));
    place.call(&["set", "example-individual", "responsible_person.certificate.front=drafts/card.jpg", "--force"]);
    let found = place.json(&["check", "example-individual", "--read"]);
    let said = |rule: &str| found.as_array().is_some_and(|found| found.iter().any(|finding| finding["rule"] == rule));
    assert!(said("scan-of-another-person"), "{found}");
    // A folder of scans becomes a draft.
    let folder = place.path().join("scans");
    std::fs::create_dir(&folder).unwrap();
    place.file("scans/one.jpg", CARD);
    let mut blank = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(900, 600, image::Luma([240])).write_to(&mut blank, image::ImageFormat::Png).unwrap();
    place.file("scans/two.png", blank.into_inner());
    let made = place.json(&["new", "--scans", "scans", "drafts/sorted"]);
    assert_eq!(
        made["scans"]["placed"],
        serde_json::json!({ "responsible_person.certificate.front": "../scans/one.jpg" }),
        "{made}"
    );
    assert_eq!(made["scans"]["left"], serde_json::json!(["../scans/two.png"]));
    let of = |field: &str| place.ok(&["get", "sorted", field]).trim().to_owned();
    assert_eq!((of("subject.nature"), of("responsible_person.certificate.number")), ("5".into(), NUMBER.into()));
    // Several pictures are answered one after the other, and one that is none keeps nobody from being read.
    let several = place.call(&["read", "drafts/card.jpg", "drafts/none.jpg", "scans/one.jpg", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&several.out).unwrap();
    assert_eq!((several.code, &json["totals"]), (2, &serde_json::json!({ "files": 3, "failed": 1 })));
    let files = json["files"].as_array().unwrap();
    assert!(files[1]["error"]["message"].is_string() && files[2]["document"] == read["document"], "{json}");
    let several = place.call(&["read", "drafts/none.jpg", "drafts/card.jpg"]);
    assert!(
        several.out.contains(NUMBER) && several.out.contains("card.jpg") && several.err.contains("none.jpg"),
        "{}{}",
        several.out,
        several.err
    );
    // A model that was changed is not used.
    let folder = place.json(&["models"])["folder"].as_str().unwrap_or_default().to_owned();
    std::fs::write(PathBuf::from(&folder).join("PP-OCRv6_rec_small.onnx"), "changed").unwrap();
    assert_eq!(place.call(&["read", "drafts/card.jpg"]).code, 2);
    assert_eq!(place.json(&["models"])["models"][1]["state"], "damaged");
    // Taken away, they are gone, and what lies beside them stays.
    std::fs::write(PathBuf::from(&folder).join("notes.txt"), "mine").unwrap();
    assert_eq!(place.json(&["models", "remove"])["removed"].as_array().map(Vec::len), Some(2));
    assert_eq!(place.json(&["models"])["models"][0]["state"], "missing");
    assert!(PathBuf::from(&folder).join("notes.txt").exists());
    assert_eq!(place.json(&["models", "remove"])["removed"].as_array().map(Vec::len), Some(0));
}
