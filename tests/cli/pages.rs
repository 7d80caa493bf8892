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

/// Every day on which something is due is the same wherever it is told: in the status, in the calendar, and on the checklist.
#[test]
fn the_days_of_a_review_are_the_same_everywhere() {
    let place = Place::with_examples();
    let told = |place: &Place| {
        let json = place.json(&["status", "example-company"]);
        let status = json["due"]["date"].as_str().map(str::to_owned);
        let calendar = place.ok(&["status", "example-company", "--calendar", "-"]);
        let page = place.ok(&["checklist", "example-company", "-o", "-"]);
        (status, calendar, page)
    };
    let events = [
        ("submitted", "2026-11-16", Some("2026-11-18"), "平台初审"),
        ("platform-passed", "2026-11-18", None, "短信核验"),
        ("sms-received", "2026-11-22 09:00", None, "短信核验"),
        ("sms-verified", "2026-11-22 10:00", Some("2026-12-18"), "通管局审核"),
    ];
    for (event, at, due, stage) in events {
        place.ok(&["status", "example-company", event, "--at", at]);
        let (status, calendar, page) = told(&place);
        assert_eq!(status.as_deref(), due, "{event}");
        assert!(page.contains(&format!("起在{stage}")) && !page.contains("预览、核对、提交"), "{event}: {page}");
        match due {
            Some(day) => {
                assert!(calendar.contains(&format!("DTSTART;VALUE=DATE:{}", day.replace('-', ""))), "{event}: {calendar}");
                assert!(page.contains(day), "{event}: {page}");
            }
            None if event == "sms-received" => {
                assert!(calendar.contains("DTSTART:20261123T010000Z") && page.contains("2026-11-23 09:00 之前输入"), "{page}");
            }
            None => assert!(page.contains("收到后 24 小时内"), "{page}"),
        }
    }
    place.ok(&["status", "example-company", "bureau-passed", "--number", "蜀ICP备2026000001号-1X"]);
    let (status, _, page) = told(&place);
    assert!(status.is_none() && page.contains("没有要提交的") && !page.contains("通管局审核</label>"), "{page}");
}
