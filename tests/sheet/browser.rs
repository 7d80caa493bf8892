//! The sheet in a real browser, where one is there: what its buttons copy, that ticks survive, that nothing is fetched, that values
//! stay text, that it fits a phone and prints.
//!
//! The browser is driven through pipes (`--remote-debugging-pipe`), which needs nothing but a shell.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use beian::Lang;
use beian::package::sheet::html;
use serde_json::{Value as Json, json};

use super::{hostile, sheet_of};
use crate::flow::wizard::{LANGS, example};

const BROWSERS: [&str; 5] = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The first browser on the path.
fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    BROWSERS.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|path| path.is_file())
}

/// A browser with one page.
pub struct Browser {
    child: Child,
    to: File,
    from: BufReader<File>,
    session: Json,
    last: u64,
    /// What was asked for so far.
    pub requests: Vec<String>,
}

impl Browser {
    /// `None`, said in the output of the test, where there is no browser or it cannot be driven.
    #[allow(clippy::print_stdout, reason = "a test that was not run says so")]
    pub fn start(folder: &Path) -> Option<Self> {
        let Some(program) = browser() else {
            println!("no browser is installed ({}): the sheet is not looked at in one", BROWSERS.join(", "));
            return None;
        };
        let [to, from] = ["to", "from"].map(|name| folder.join(name));
        let made = Command::new("mkfifo").arg(&to).arg(&from).status();
        if !made.is_ok_and(|status| status.success()) {
            println!("no mkfifo: the sheet is not looked at in a browser");
            return None;
        }
        let child = Command::new("sh")
            .args(["-c", "exec \"$0\" --headless --no-sandbox --disable-gpu --remote-debugging-pipe \"--user-data-dir=$3\" about:blank 3<\"$1\" 4>\"$2\""])
            .arg(program)
            .args([&to, &from, &folder.join("profile")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Opened for both ways, a pipe waits for nobody.
        let both = |path: &Path| OpenOptions::new().read(true).write(true).open(path).unwrap();
        let (to, from) = (both(&to), BufReader::new(both(&from)));
        let mut browser = Self { child, to, from, session: Json::Null, last: 0, requests: Vec::new() };
        let target = browser.ask("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].clone();
        browser.session =
            browser.ask("Target.attachToTarget", json!({ "targetId": target, "flatten": true }))["sessionId"].clone();
        for method in ["Page.enable", "Network.enable", "Runtime.enable"] {
            browser.ask(method, json!({}));
        }
        browser.ask("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        Some(browser)
    }

    /// Sends a command and returns its result; events on the way are noted.
    pub fn ask(&mut self, method: &str, params: Json) -> Json {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if !self.session.is_null() && !method.starts_with("Target.") && !method.starts_with("Browser.") {
            message["sessionId"] = self.session.clone();
        }
        let mut bytes = serde_json::to_vec(&message).unwrap();
        bytes.push(0);
        self.to.write_all(&bytes).unwrap();
        loop {
            let answer = self.read();
            if answer["id"] == self.last {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    fn read(&mut self) -> Json {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).unwrap();
        bytes.pop();
        let message: Json = serde_json::from_slice(&bytes).unwrap();
        if message["method"] == "Network.requestWillBeSent" {
            self.requests.push(message["params"]["request"]["url"].as_str().unwrap_or_default().to_owned());
        }
        message
    }

    /// Loads a page and waits for it.
    fn load(&mut self, path: &Path) {
        self.ask("Page.navigate", json!({ "url": format!("file://{}", path.display()) }));
        self.settle();
    }

    /// Loads a page that needs no script.
    pub fn open(&mut self, path: &Path) {
        self.ask("Page.navigate", json!({ "url": format!("file://{}", path.display()) }));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        while self.eval("document.readyState") != "complete"
            || !self.eval("decodeURIComponent(location.pathname)").as_str().is_some_and(|here| here.ends_with(&name))
        {}
    }

    /// Looks like a screen of this width in this scheme.
    pub fn look(&mut self, width: u32, scheme: &str) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.ask("Emulation.setDeviceMetricsOverride", metrics);
        self.ask("Emulation.setEmulatedMedia", json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }));
    }

    fn settle(&mut self) {
        while self.eval("document.readyState") != "complete"
            || self.eval("document.getElementById('count')?.textContent || ''") == ""
        {}
    }

    /// The value of an expression, as if a person had caused it.
    pub fn eval(&mut self, expression: &str) -> Json {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true });
        let answer = self.ask("Runtime.evaluate", params);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Clicks what a selector finds, and returns what is on the clipboard then.
    fn copied_by(&mut self, selector: &str) -> String {
        let selector = serde_json::to_string(selector).unwrap();
        let click = format!(
            "(async () => {{ const button = document.querySelector({selector}); const before = button.textContent; button.click(); \
             while (button.textContent === before) await new Promise((done) => setTimeout(done, 5)); \
             return await navigator.clipboard.readText(); }})()"
        );
        self.eval(&click).as_str().unwrap().to_owned()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The page of an example in a folder, its scans as thumbnails.
fn written(name: &str, lang: Lang, folder: &Path) -> PathBuf {
    let scans = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example");
    let picture = |path: &str| beian_scan::thumbnail(&std::fs::read(scans.join(path)).ok()?);
    let page = folder.join(format!("{name}.html"));
    std::fs::write(&page, html::page(&sheet_of(&example(name), lang), &picture, true)).unwrap();
    page
}

#[test]
fn a_browser_copies_ticks_fits_prints_and_fetches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut browser) = Browser::start(folder.path()) else { return };
    browser.ask("Browser.grantPermissions", json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }));
    for lang in LANGS {
        for name in ["individual", "company"] {
            let page = written(name, lang, folder.path());
            browser.load(&page);
            browser.eval("localStorage.clear()");
            browser.load(&page);

            let sheet = sheet_of(&example(name), lang);
            for (_, row) in sheet.rows().take(9) {
                assert_eq!(browser.copied_by(&format!("li[data-key^='{}#'] button.copy", row.key)), row.copy, "{}", row.key);
            }
            let whole = browser.copied_by("section:nth-of-type(2) .head button.copy");
            let lines: Vec<String> = sheet.pages[1].rows.iter().map(|row| format!("{}\t{}", row.label, row.copy)).collect();
            assert_eq!(whole.lines().collect::<Vec<_>>(), lines);

            let ticked = "document.querySelectorAll('li input:checked').length";
            assert_eq!(browser.eval(ticked), 9, "what is copied is ticked off");
            browser.load(&page);
            assert_eq!(browser.eval(ticked), 9, "ticks survive");
            browser.eval("document.getElementById('reset').click()");
            browser.load(&page);
            assert_eq!(browser.eval(ticked), 0);

            assert_eq!(
                browser.eval("[...document.images].every((image) => image.naturalWidth > 9)"),
                true,
                "thumbnails are seen"
            );
            assert!(browser.eval("document.images.length").as_u64().unwrap() > 3);
            for (width, scheme) in [(390, "light"), (390, "dark"), (1200, "dark")] {
                browser.ask(
                    "Emulation.setDeviceMetricsOverride",
                    json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600 }),
                );
                browser.ask(
                    "Emulation.setEmulatedMedia",
                    json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
                );
                assert!(browser.eval("document.documentElement.scrollWidth").as_u64().unwrap() <= width, "{lang:?} {width}");
                let ground = browser.eval("getComputedStyle(document.body).backgroundColor");
                assert_eq!(ground == "rgb(255, 255, 255)", scheme == "light", "{ground}");
            }
            browser.ask("Emulation.clearDeviceMetricsOverride", json!({}));
            browser.ask("Emulation.setEmulatedMedia", json!({ "features": [] }));
            let printed = browser.ask("Page.printToPDF", json!({ "preferCSSPageSize": true }));
            assert!(printed["data"].as_str().unwrap().starts_with("JVBERi"), "a PDF");
        }
    }
    let outside: Vec<&String> =
        browser.requests.iter().filter(|url| !url.starts_with("file://") && !url.starts_with("data:")).collect();
    assert!(outside.is_empty() && !browser.requests.is_empty(), "{outside:?}");
    assert!(browser.requests.iter().filter(|url| url.starts_with("file://")).all(|url| url.ends_with(".html")));
}

#[test]
fn in_a_browser_hostile_values_are_text() {
    let folder = tempfile::tempdir().unwrap();
    let Some(mut browser) = Browser::start(folder.path()) else { return };
    for lang in LANGS {
        let sheet = sheet_of(&hostile(), lang);
        let page = folder.path().join("hostile.html");
        std::fs::write(&page, html::page(&sheet, &|_| None, false)).unwrap();
        browser.load(&page);
        assert_eq!(browser.eval("document.scripts.length"), 1);
        assert_eq!(browser.eval("document.images.length"), 0);
        assert_ne!(browser.eval("document.title"), "broken");
        let shown = browser.eval("[...document.querySelectorAll('.copied')].map((one) => one.textContent)");
        let wanted: Vec<&str> = sheet.rows().map(|(_, row)| row.value.as_str()).filter(|value| !value.is_empty()).collect();
        assert_eq!(shown, json!(wanted));
        let width = json!({ "width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": true });
        browser.ask("Emulation.setDeviceMetricsOverride", width);
        assert!(browser.eval("document.documentElement.scrollWidth").as_u64().unwrap() <= 390, "long values wrap");
        // What a page lets in is what it says: a script of somebody else's does not run.
        browser.eval("(() => { const made = document.createElement('script'); made.textContent = \"document.title='broken'\"; document.body.append(made); })()");
        assert_ne!(browser.eval("document.title"), "broken");
    }
}
