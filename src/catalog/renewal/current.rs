//! The lists in use. They are settled once, before anything is looked up, and never change while the program runs.
//!
//! Everybody holds rows as `&'static`, as those of the built-in tables are. The rows of a list that was taken over are therefore
//! leaked: once per start, some hundred kilobytes at most.

use std::sync::OnceLock;

use super::{Kept, ListId, Row};
use crate::catalog::filing_region::{self, Regions};
use crate::catalog::{CertificateKind, INDIVIDUAL, NONE_INVOLVED, Nature, PriorApproval, ServiceContent};
use crate::catalog::{approval, certificate, nature, service};
use crate::text::Text;

/// The lists that everything is looked up in.
pub(in crate::catalog) struct Lists {
    pub natures: &'static [Nature],
    pub certificates: &'static [CertificateKind],
    pub approvals: &'static [PriorApproval],
    pub groups: &'static [ServiceContent],
    pub contents: &'static [ServiceContent],
    pub regions: &'static Regions,
    replaced: &'static [Replaced],
}

/// A list that was taken over from the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Which list.
    pub list: ListId,
    /// The day on which it was taken over, `YYYY-MM-DD`.
    pub retrieved: String,
    /// The name of the file it was taken from.
    pub source: String,
}

static BUILT_IN: Lists = Lists {
    natures: nature::BUILT_IN,
    certificates: certificate::BUILT_IN,
    approvals: approval::BUILT_IN,
    groups: service::BUILT_IN_GROUPS,
    contents: service::BUILT_IN_CONTENTS,
    regions: &filing_region::BUILT_IN,
    replaced: &[],
};

static CURRENT: OnceLock<Lists> = OnceLock::new();

/// The lists in use: those installed, else the built-in ones.
pub(in crate::catalog) fn lists() -> &'static Lists {
    CURRENT.get().unwrap_or(&BUILT_IN)
}

/// The lists that were taken over from the platform and are in use.
#[must_use]
pub fn replaced() -> &'static [Replaced] {
    lists().replaced
}

/// Puts kept lists in the place of the built-in ones, for as long as the program runs. To be called once, before anything is
/// looked up; a second call changes nothing and says so.
pub fn install(kept: &[Kept]) -> bool {
    let mut lists = Lists { ..BUILT_IN };
    let mut replaced = Vec::new();
    for Kept { list, retrieved, source, rows } in kept {
        match list {
            ListId::Natures => lists.natures = leaked(natures(rows)),
            ListId::Certificates => lists.certificates = leaked(certificates(rows)),
            ListId::Approvals => lists.approvals = leaked(approvals(rows)),
            ListId::ServiceContents => {
                let (groups, contents) = contents(rows).into_iter().partition(|row| row.parent == 0);
                (lists.groups, lists.contents) = (leaked(groups), leaked(contents));
            }
            ListId::Districts => lists.regions = Box::leak(Box::new(filing_region::made(rows))),
        }
        replaced.push(Replaced { list: *list, retrieved: retrieved.clone(), source: source.clone() });
    }
    lists.replaced = leaked(replaced);
    CURRENT.set(lists).is_ok()
}

fn leaked<T>(rows: Vec<T>) -> &'static [T] {
    Box::leak(rows.into_boxed_slice())
}

/// A text that lives as long as the program.
pub(in crate::catalog) fn leaked_text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// The name of a row: the English one of the built-in row called the same, else the Chinese one in both languages.
fn name(row: &Row, known: impl Iterator<Item = (u32, Text)>) -> Text {
    let mut same = known.filter(|(_, name)| name.zh == row.name).collect::<Vec<_>>();
    same.sort_by_key(|(id, _)| *id != row.id);
    same.first().map_or_else(
        || {
            let zh = leaked_text(&row.name);
            Text { zh, en: zh }
        },
        |(_, name)| *name,
    )
}

fn sorted(rows: &[Row]) -> Vec<&Row> {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| row.id);
    rows
}

fn natures(rows: &[Row]) -> Vec<Nature> {
    let known = || nature::BUILT_IN.iter().map(|row| (row.id, row.name));
    let made = |row: &Row| Nature {
        id: row.id,
        name: name(row, known()),
        personal: row.id == INDIVIDUAL,
        remark: leaked_text(&row.remark),
    };
    sorted(rows).into_iter().map(made).collect()
}

fn certificates(rows: &[Row]) -> Vec<CertificateKind> {
    let known = || certificate::BUILT_IN.iter().map(|row| (row.id, row.name));
    let made = |row: &Row| CertificateKind {
        id: row.id,
        nature: row.parent,
        name: name(row, known()),
        remark: leaked_text(&row.remark),
        person: row.parent == INDIVIDUAL,
    };
    sorted(rows).into_iter().map(made).collect()
}

fn approvals(rows: &[Row]) -> Vec<PriorApproval> {
    let known = || approval::BUILT_IN.iter().map(|row| (row.id, row.name));
    let made = |row: &Row| PriorApproval {
        id: row.id,
        name: name(row, known()),
        none: row.id == NONE_INVOLVED,
        // The doubtful id of a built-in row is not doubtful in an answer of the platform.
        alternative_id: None,
    };
    sorted(rows).into_iter().map(made).collect()
}

/// In the order of the answer, which is that of the platform's form.
fn contents(rows: &[Row]) -> Vec<ServiceContent> {
    let known = || service::BUILT_IN_GROUPS.iter().chain(service::BUILT_IN_CONTENTS).map(|row| (row.id, row.name));
    let made =
        |row: &Row| ServiceContent { id: row.id, parent: row.parent, name: name(row, known()), remark: leaked_text(&row.remark) };
    rows.iter().map(made).collect()
}

/// The rows of a list in use.
#[must_use]
pub fn rows(list: ListId) -> Vec<Row> {
    rows_of(lists(), list)
}

/// The rows of a built-in list.
#[must_use]
pub fn built_in_rows(list: ListId) -> Vec<Row> {
    rows_of(&BUILT_IN, list)
}

fn rows_of(lists: &Lists, list: ListId) -> Vec<Row> {
    let row = |id, parent, name: &str, remark: &str| Row { id, parent, name: name.to_owned(), remark: remark.to_owned() };
    match list {
        ListId::Natures => lists.natures.iter().map(|of| row(of.id, 0, of.name.zh, of.remark)).collect(),
        ListId::Certificates => lists.certificates.iter().map(|of| row(of.id, of.nature, of.name.zh, of.remark)).collect(),
        ListId::Approvals => lists.approvals.iter().map(|of| row(of.id, 0, of.name.zh, "")).collect(),
        ListId::ServiceContents => {
            let all = lists.groups.iter().chain(lists.contents);
            all.map(|of| row(of.id, of.parent, of.name.zh, of.remark)).collect()
        }
        ListId::Districts => {
            let number = |code: &str| code.parse().unwrap_or(0);
            let parent = |region: &filing_region::Region| lists.regions.parent_code(region).map_or(0, number);
            lists.regions.all().iter().map(|of| row(number(of.code()), parent(of), of.name(), "")).collect()
        }
    }
}
