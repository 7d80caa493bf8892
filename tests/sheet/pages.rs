//! All pages of a package, of every kind of filing, in a real browser where one is there: on a desktop and on a phone, light, dark and
//! on paper, in both languages. `BEIAN_PAGES=FOLDER` keeps pictures and prints there, to be looked at.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use beian::Lang;
use serde_json::json;

use super::browser::Browser;
use crate::cli::Place;
use crate::cli::kinds::entries;
use crate::flow::wizard::LANGS;

/// A kind of filing: the draft, what has to stand in its pages in both languages, and the letters that it gets and no others.
struct Case {
    name: &'static str,
    sheet: &'static [&'static str],
    checklist: &'static [&'static str],
    letters: &'static [&'static str],
}

const CASES: [Case; 5] = [
    Case {
        name: "example-individual",
        sheet: &["测试甲", "110105199003079919", "01-身份证人像面.jpg"],
        checklist: &["测试甲", "粤ICP备"],
        letters: &["广东省互联网信息服务备案承诺书（个人）"],
    },
    Case {
        name: "example-company",
        sheet: &["四川虚构音乐文化有限公司", "测试戊", "13012340005"],
        checklist: &["测试丙", "测试戊", "蜀ICP备"],
        letters: &["主体名称变更说明", "主体负责人授权书", "互联网信息服务备案承诺书", "小程序负责人授权书", "情况说明"],
    },
    Case {
        name: "one-more",
        sheet: &["虚构商城", "复用资料", "蜀ICP备2026000001号-1X", "虚构科技有限公司"],
        checklist: &["虚构商城", "复用资料", "测试丙 13012340003"],
        letters: &["互联网信息服务备案承诺书", "小程序负责人授权书", "情况说明"],
    },
    Case {
        name: "change-of-a-phone",
        sheet: &["13012340003", "13012340009", "蜀ICP备2026000001号-1X"],
        checklist: &["测试丙 13012340009"],
        letters: &["备案信息变更说明"],
    },
    Case {
        name: "deregistration-of-a-mini-program",
        sheet: &["注销小程序", "不再运营", "蜀ICP备2026000001号-1X", "虚构科技有限公司", "13012340003"],
        checklist: &["虚构科技有限公司", "测试丙 13012340003"],
        letters: &[],
    },
];

/// A place with a draft of each kind.
fn place() -> Place {
    let place = Place::with_examples();
    let kinds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kinds");
    for name in CASES.iter().map(|case| case.name).filter(|name| !name.starts_with("example")) {
        let text = std::fs::read_to_string(kinds.join(name).with_extension("toml")).unwrap();
        std::fs::write(place.draft(name), text).unwrap();
    }
    // Somebody else is the legal representative: who answers for the mini-program is authorised by a letter.
    let settings = [
        "responsible_person.is_legal_person=no",
        "subject.legal_person.name=测试丁",
        "subject.legal_person.number=510107198003089933",
        "owner.authorization_letter=drafts/scans/owner-authorization.jpg",
        "materials.applets_other_materials=drafts/scans/statement-scope.jpg",
    ];
    place.ok(&[&["set", "one-more", "--force"][..], &settings].concat());
    place
}

/// Exports a draft and unpacks it: the folder.
fn unpacked(place: &Place, name: &str, lang: Lang) -> PathBuf {
    let code = if lang == Lang::Zh { "zh" } else { "en" };
    let (zip, folder) = (format!("{name}-{code}.zip"), place.path().join(format!("{name}-{code}")));
    place.ok(&["export", name, "-o", &zip, "--lang", code, "--replace"]);
    for (path, bytes) in entries(&place.path().join(zip)) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

/// Where pictures are kept, if anywhere.
fn kept(name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os("BEIAN_PAGES")?);
    std::fs::create_dir_all(&folder).unwrap();
    Some(folder.join(name))
}

fn keep(name: &str, data: &serde_json::Value) {
    if let Some(path) = kept(name) {
        std::fs::write(path, BASE64_STANDARD.decode(data.as_str().unwrap()).unwrap()).unwrap();
    }
}

/// Looks at a page in every way, and returns what it says.
fn look_at(browser: &mut Browser, page: &Path, name: &str) -> String {
    browser.open(page);
    for (width, scheme) in [(1200, "light"), (1200, "dark"), (390, "light"), (390, "dark")] {
        browser.look(width, scheme);
        let wide = browser.eval("document.documentElement.scrollWidth").as_u64().unwrap();
        assert!(wide <= u64::from(width), "{name}: {wide} of {width}");
        let ground = browser.eval("getComputedStyle(document.body).backgroundColor");
        let ink = browser.eval("getComputedStyle(document.body).color");
        assert!(ground != ink && (ground == "rgb(255, 255, 255)") == (scheme == "light"), "{name}: {ink} on {ground}");
        let picture = json!({ "format": "png", "captureBeyondViewport": true });
        if std::env::var_os("BEIAN_PAGES").is_some() {
            let shot = browser.ask("Page.captureScreenshot", picture);
            keep(&format!("{name}-{width}-{scheme}.png"), &shot["data"]);
        }
    }
    browser.ask("Emulation.clearDeviceMetricsOverride", json!({}));
    browser.ask("Emulation.setEmulatedMedia", json!({ "features": [], "media": "print" }));
    assert_eq!(browser.eval("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)", "{name}: on paper");
    let unseen = "[...document.querySelectorAll('.screen-only')].every((one) => getComputedStyle(one).display === 'none')";
    assert_eq!(browser.eval(unseen), true, "{name}: what is for the screen is not printed");
    let printed = browser.ask("Page.printToPDF", json!({ "preferCSSPageSize": true }));
    assert!(printed["data"].as_str().unwrap().starts_with("JVBERi"), "{name}: a PDF");
    keep(&format!("{name}.pdf"), &printed["data"]);
    browser.ask("Emulation.setEmulatedMedia", json!({ "features": [], "media": "" }));
    browser.eval("document.body.innerText").as_str().unwrap().to_owned()
}

/// What is done stays ticked when the page is opened again, also in the package that is exported after a correction.
#[test]
fn ticks_of_a_checklist_survive() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut browser) = Browser::start(folder.path()) else { return };
    let place = Place::with_examples();
    let page = |lang| unpacked(&place, "example-company", lang).join("checklist.html");
    let ticked = "[...document.querySelectorAll('input:checked')].map((box) => box.id)";
    browser.open(&page(Lang::Zh));
    browser.eval(
        "localStorage.clear(); document.querySelectorAll('input')[0].click(); document.querySelectorAll('input')[2].click()",
    );
    let two = browser.eval(ticked);
    assert_eq!(two.as_array().map(Vec::len), Some(2));
    browser.open(&page(Lang::En));
    assert_eq!(browser.eval(ticked), json!([]), "in other words it says something else");
    place.ok(&["set", "example-company", "owner.email=other@example.com"]);
    browser.open(&page(Lang::Zh));
    assert_eq!(browser.eval(ticked), two);
    browser.eval("document.querySelectorAll('input')[0].click()");
    browser.open(&page(Lang::En));
    browser.open(&page(Lang::Zh));
    assert_eq!(browser.eval(ticked), json!([two[1]]));
    // Another mini-program has ticks of its own.
    browser.open(&unpacked(&place, "example-individual", Lang::Zh).join("checklist.html"));
    assert_eq!(browser.eval(ticked), json!([]));
}

#[test]
fn every_page_of_every_kind_reads_on_a_desk_a_phone_and_paper() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut browser) = Browser::start(folder.path()) else { return };
    let place = place();
    for (case, lang) in CASES.iter().flat_map(|case| LANGS.map(|lang| (case, lang))) {
        let at = unpacked(&place, case.name, lang);
        let name = |page: &str| format!("{}-{lang:?}-{page}", case.name);
        for (page, wanted) in [("sheet", case.sheet), ("checklist", case.checklist)] {
            let text = look_at(&mut browser, &at.join(page).with_extension("html"), &name(page));
            for wanted in wanted {
                assert!(text.contains(wanted), "{}: {wanted} is missing in {text}", name(page));
            }
        }
        let mut letters: Vec<String> = at
            .join("letters")
            .read_dir()
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        letters.sort_unstable();
        let mut wanted: Vec<&str> = case.letters.to_vec();
        wanted.sort_unstable();
        assert_eq!(letters, wanted, "{}", case.name);
        for letter in letters {
            let page = at.join("letters").join(format!("{letter}.html"));
            look_at(&mut browser, &page, &name(&letter));
            // What is printed leaves room for signature and date, and says nothing of how to sign.
            let blanks = browser.eval("document.querySelectorAll('article .signature .rule').length");
            assert!(blanks.as_u64().unwrap() >= 3, "{letter}: year, month and day are left blank");
        }
    }
    let outside: Vec<&String> =
        browser.requests.iter().filter(|url| !url.starts_with("file://") && !url.starts_with("data:")).collect();
    assert!(outside.is_empty() && !browser.requests.is_empty(), "{outside:?}");
}
