//! `beian` (备案): prepare the ICP filing of a WeChat mini-program offline.
//!
//! The program is a terminal wizard and a command line. This library is what they stand on: a [`Draft`] holds what was typed,
//! [`check`] judges it by some hundred and thirty [`Rule`]s, and each [`Finding`] says in Chinese or English what is wrong and how
//! to fix it. Nothing here reads a clock, a network or a home folder: the day and the facts about files are handed in.
//!
//! # Check a draft
//!
//! ```
//! use beian::{Draft, Lang};
//!
//! let draft = Draft::from_toml(include_str!("../assets/example/company.toml"))?;
//! for finding in beian::check(&draft, "2026-11-27".parse()?) {
//!     println!("{}: {}", finding.path(), finding.message(Lang::En));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What is known about the files that a draft names is found by [`scan::inspect_all`] and handed to the rules in a [`Context`]:
//!
//! ```no_run
//! use std::path::Path;
//! use beian::{Context, Draft, scan};
//!
//! let folder = Path::new("/srv/filings");
//! let draft = Draft::from_toml(&std::fs::read_to_string(folder.join("shop.toml"))?)?;
//! let facts = scan::inspect_all(folder, None, draft.scans());
//! let findings = beian::check_in(&Context::new(&draft, &facts, "2026-11-27".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # List what has to be attached
//!
//! ```
//! use beian::{Draft, Lang, Requirement};
//!
//! let draft = Draft::from_toml(include_str!("../assets/example/company.toml"))?;
//! for material in beian::checklist(&draft, Some("2026-11-27".parse()?)) {
//!     if material.requirement == Requirement::Required {
//!         println!("{}: {}", material.title(Lang::En), material.signatory.words().in_lang(Lang::En));
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Build the request
//!
//! Only a [`Filing`] can be sent, and only a draft without errors becomes one.
//!
//! ```
//! use beian::{Context, Draft, Filing, complete, request_body, scan};
//!
//! let draft = Draft::from_toml(include_str!("../assets/example/company.toml"))?;
//! let folder = std::path::Path::new("assets/example");
//! let facts = scan::inspect_all(folder, None, draft.scans());
//! match complete(&Context::new(&draft, &facts, "2026-11-27".parse()?)) {
//!     Ok((Filing::Application(filing), remaining)) => {
//!         let body = request_body(&filing, &facts, &|path| std::fs::read(folder.join(path)))?;
//!         assert!(body["icp_subject"].is_object());
//!         println!("{} findings remain", remaining.len());
//!     }
//!     Ok(_) => println!("a change or a deregistration, which have requests of their own"),
//!     Err(findings) => println!("{} findings, errors among them", findings.len()),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Understand what was read
//!
//! From the lines of writing on a page to the kind of document and its values, each with how certain it is:
//!
//! ```
//! use beian::scan::read::{Line, Page};
//! use beian::{Certainty, What, understand};
//!
//! let line = |y: f32, text: &str| Line {
//!     text: text.into(),
//!     score: 0.99,
//!     corners: [(0.0, y), (900.0, y), (900.0, y + 40.0), (0.0, y + 40.0)],
//!     chars: Vec::new(),
//! };
//! let lines = vec![line(0.0, "居民身份证"), line(300.0, "签发机关上林县公安局"), line(400.0, "有效期限2015.03.02-2035.03.02")];
//! let reading = understand(&Page { turn: 0, size: (900.0, 600.0), lines });
//! let end = reading.value(What::ValidTo).expect("an end of validity");
//! assert_eq!((end.text.as_str(), end.certainty), ("2035-03-02", Certainty::Checked));
//! ```
//!
//! # Explain a rule
//!
//! ```
//! let rule = beian::find("mobile-shared").expect("a rule of that name");
//! assert_eq!(rule.title.en, "One mobile number for two people");
//! assert_eq!(rule.prevents, [beian::Rejection::SharedMobile]);
//! assert!(beian::register().len() > 130);
//! ```
//!
//! ARCHITECTURE.md describes the house. **A module uses only modules printed below it**; `tests/architecture.rs` holds that.

// Tests, benches and the issues to come use more of the house than the program does today.

#[cfg(not(feature = "internals"))]
mod cli;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod cli;

#[cfg(not(feature = "internals"))]
mod tui;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod tui;

#[cfg(not(feature = "internals"))]
mod plain;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod plain;

#[cfg(not(feature = "internals"))]
mod locale;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod locale;

#[cfg(not(feature = "internals"))]
mod compare;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod compare;

#[cfg(not(feature = "internals"))]
mod package;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod package;

#[cfg(not(feature = "internals"))]
mod answer;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod answer;

#[cfg(not(feature = "internals"))]
mod drafts;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod drafts;

#[cfg(not(feature = "internals"))]
mod rules;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod rules;

#[cfg(not(feature = "internals"))]
mod reading;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod reading;

#[cfg(not(feature = "internals"))]
mod filing;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod filing;

#[cfg(not(feature = "internals"))]
mod catalog;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod catalog;

#[cfg(not(feature = "internals"))]
mod identifiers;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod identifiers;

#[cfg(not(feature = "internals"))]
mod fs;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod fs;

#[cfg(not(feature = "internals"))]
mod text;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod text;

/// What is known about scans: files → facts, and copies that the platform takes.
pub use beian_scan as scan;

pub use catalog::{Confidence, Severity, Topic};
pub use filing::checklist::{RequiredMaterial, Requirement, checklist};
pub use filing::{Application, Approval, Change, Deregistration, Draft, Event, EventKind, FieldId, Filing, Need, Section, Value};
pub use reading::{Certainty, DocumentKind, Reading, Seen, Side, What, understand};
pub use rules::{
    Applicability, Arg, Case, Context, Finding, Fix, Message, Rejection, Rule, Source, Spot, check as check_in, complete, find,
    register,
};
pub use text::{Lang, Text};

pub use drafts::codec::CodecError;
pub use package::PackageError;

/// Runs the `beian` command with the arguments of the process.
#[doc(hidden)]
pub use cli::main;

use chrono::NaiveDate;

/// All findings about a draft as of a day (China time), with nothing known about the files that it names: in the order of the
/// fields, the gravest first within a field.
///
/// ```
/// use beian::{Draft, FieldId, Lang, Severity};
///
/// let mut draft = Draft::new(5);
/// draft.set(FieldId::ResponsiblePersonMobile, Some("1301234000".into()));
/// let findings = beian::check(&draft, "2026-11-27".parse()?);
/// let found = findings.iter().find(|finding| finding.rule.name == "mobile-invalid").expect("ten digits are too few");
/// assert_eq!(found.severity, Severity::Error);
/// assert_eq!(found.message(Lang::Zh), "手机号码是 11 位，现在是 10 位，少 1 位。");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check(draft: &Draft, today: NaiveDate) -> Vec<Finding> {
    rules::check(&Context::new(draft, &scan::facts::Facts::new(), today))
}

/// The body of the platform's `apply_icp_filing` for a new filing. Media stand as `media:` placeholders, for which the uploads'
/// ids are put in later. `read` gives the bytes of a file as the draft names it.
///
/// # Errors
/// When a file cannot be read, or a value that the platform demands is missing.
pub fn request_body(
    filing: &Application,
    facts: &scan::facts::Facts,
    read: &dyn Fn(&str) -> std::io::Result<Vec<u8>>,
) -> Result<serde_json::Value, PackageError> {
    let media = package::media::collect(filing.draft(), facts, package::material::Naming::Chinese, read)?;
    package::request::body(filing, &media)
}
