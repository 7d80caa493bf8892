//! Pages that commands write: never over a draft, its scans, or what somebody else made.

use std::fs;

use super::Place;

#[test]
fn a_page_takes_no_other_file_s_place() {
    let place = Place::with_examples();
    let own = place.draft("example-company");
    let other = place.draft("example-individual");
    let scan = place.path().join("drafts/scans/business-licence.jpg");
    let folder = place.path().join("drafts/scans");
    let individual = fs::read(&other).unwrap();
    for command in ["show", "checklist"] {
        for (target, with_force) in [(&own, false), (&scan, false), (&folder, false), (&other, true)] {
            if target.is_dir() {
                // The page goes into the folder.
                continue;
            }
            let before = fs::read(target).ok();
            let target = target.to_str().unwrap();
            let refused = place.call(&[command, "example-company", "-o", target]);
            assert!(refused.code == 2 && refused.err.contains(target), "{command} {target}: {}", refused.err);
            let forced = place.call(&[command, "example-company", "-o", target, "--force"]);
            assert_eq!(forced.code, if with_force { 0 } else { 2 }, "{command} {target}: {}", forced.err);
            assert_eq!(fs::read(target).ok() == before, !with_force, "{command} {target}");
        }
        fs::write(&other, &individual).unwrap();
    }
    // A page of ours is written anew.
    for _ in 0..2 {
        place.ok(&["show", "example-company", "--format", "html", "-o", "sheet.html"]);
    }
}
