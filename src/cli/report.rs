//! Findings of many drafts for other programs: which of them are wanted, SARIF, and the commands of a GitHub action.

use serde_json::{Value as Json, json};

use super::args::{Wanted, Weight};
use super::command::explain;
use super::error::Failure;
use crate::drafts::codec::whereabouts;
use crate::locale::Lang;
use crate::rules::{self, Finding, Severity};

/// Which version the JSON of `check` and `list` has. It moves when a key goes or changes its meaning; new ones may come.
pub const VERSION: u32 = 1;

/// Which findings are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter<'a> {
    rules: &'a [String],
    lightest: Option<Severity>,
}

impl<'a> Filter<'a> {
    /// What was asked for.
    ///
    /// # Errors
    /// When there is no such rule.
    pub fn new(wanted: &'a Wanted) -> Result<Self, Failure> {
        if let Some(unknown) = wanted.select.iter().find(|name| rules::find(name.trim()).is_none()) {
            return Err(explain::no_rule(unknown));
        }
        let lightest = match wanted.severity {
            None | Some(Weight::Hint) => None,
            Some(Weight::Error) => Some(Severity::Error),
            Some(Weight::Warning) => Some(Severity::Warning),
        };
        let lightest = if wanted.quiet { Some(Severity::Error) } else { lightest };
        Ok(Self { rules: &wanted.select, lightest })
    }

    /// Whether rules were named: who asks about these asks about nothing else.
    #[must_use]
    pub const fn names_rules(self) -> bool {
        !self.rules.is_empty()
    }

    /// Whether this finding is wanted.
    #[must_use]
    pub fn admits(&self, finding: &Finding) -> bool {
        let is_selected = self.rules.is_empty() || self.rules.iter().any(|name| name.trim() == finding.rule.name);
        let is_heavy = match self.lightest {
            None | Some(Severity::Hint) => true,
            Some(Severity::Warning) => finding.severity != Severity::Hint,
            Some(Severity::Error) => finding.severity == Severity::Error,
        };
        is_selected && is_heavy
    }
}

/// Where a finding's field stands in the text of its draft.
#[must_use]
pub fn place(text: &str, finding: &Finding) -> Option<(usize, usize)> {
    whereabouts(text, &finding.path())
}

/// One result of SARIF 2.1.0.
#[must_use]
pub fn sarif_result(lang: Lang, draft: &str, text: &str, finding: &Finding) -> Json {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    };
    let mut location = json!({
        "physicalLocation": { "artifactLocation": { "uri": draft } },
        "logicalLocations": [{ "fullyQualifiedName": finding.path(), "kind": "member" }],
    });
    if let Some((line, column)) = place(text, finding) {
        location["physicalLocation"]["region"] = json!({ "startLine": line, "startColumn": column });
    }
    let mut result = json!({
        "ruleId": finding.rule.name,
        "level": level,
        "message": { "text": said(lang, finding) },
        "locations": [location],
    });
    if let Some(confirmed) = &finding.confirmed {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": confirmed.reason }]);
    }
    result
}

/// The one document of SARIF 2.1.0.
#[must_use]
pub fn sarif(lang: Lang, results: Vec<Json>) -> Json {
    let rule = |rule: &&rules::Rule| {
        json!({
            "id": rule.name,
            "shortDescription": { "text": rule.title.in_lang(lang) },
            "fullDescription": { "text": rule.what.in_lang(lang) },
            "help": { "text": rule.fix.in_lang(lang) },
        })
    };
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "beian",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules::register().iter().map(rule).collect::<Vec<Json>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// One command of a GitHub action, which marks the line in a review.
#[must_use]
pub fn github(lang: Lang, draft: &str, text: &str, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let at = place(text, finding).map(|(line, column)| format!(",line={line},col={column}")).unwrap_or_default();
    let title = property(&format!("{} {}", finding.rule.name, finding.path()));
    format!("::{level} file={}{at},title={title}::{}", property(draft), data(&said(lang, finding)))
}

/// The message and how to mend it.
fn said(lang: Lang, finding: &Finding) -> String {
    let (message, fix) = (finding.message(lang), finding.fix(lang));
    if fix.is_empty() { message.into_owned() } else { format!("{message} {fix}") }
}

/// Text after the `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Draft, FieldId};

    fn found() -> Vec<Finding> {
        let mut draft = Draft::new(5);
        draft.set(FieldId::ResponsiblePersonMobile, Some("123".into()));
        crate::check(&draft, "2026-11-27".parse().unwrap())
    }

    #[test]
    fn only_what_is_wanted_is_kept() {
        let all = found();
        let count = |select: &[&str], severity, quiet| {
            let wanted = Wanted { select: select.iter().map(|name| (*name).to_owned()).collect(), severity, quiet };
            let filter = Filter::new(&wanted).unwrap();
            all.iter().filter(|finding| filter.admits(finding)).count()
        };
        assert_eq!(count(&[], None, false), all.len());
        assert_eq!(count(&["mobile-invalid"], None, false), 1);
        assert!(count(&[], Some(Weight::Error), false) < all.len());
        assert_eq!(count(&[], None, true), count(&[], Some(Weight::Error), false));
        assert!(Filter::new(&Wanted { select: vec!["no-rule".into()], ..Wanted::default() }).is_err());
    }

    #[test]
    fn other_programs_are_led_to_the_line() {
        let all = found();
        let finding = all.iter().find(|finding| finding.rule.name == "mobile-invalid").unwrap();
        let text = "format = 1\n[responsible_person]\nmobile = \"123\"\n";
        let line = github(Lang::En, "a,b.toml", text, finding);
        assert!(
            line.starts_with("::error file=a%2Cb.toml,line=3,col=1,title=mobile-invalid responsible_person.mobile::"),
            "{line}"
        );
        let result = sarif_result(Lang::En, "a.toml", text, finding);
        assert_eq!(result["locations"][0]["physicalLocation"]["region"], json!({ "startLine": 3, "startColumn": 1 }));
        assert_eq!((&result["ruleId"], &result["level"]), (&"mobile-invalid".into(), &"error".into()));
        assert_eq!(sarif(Lang::Zh, vec![result])["runs"][0]["results"][0]["ruleId"], "mobile-invalid");
    }
}
