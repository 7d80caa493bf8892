//! The files that a draft names, where it names them, and what is known about them.

use crate::catalog;
use crate::filing::field::table;
use crate::filing::{FieldId, Kind};
use crate::rules::engine::context::is_blank;
use crate::rules::engine::{Arg, Column, Context, Finding, Rule, Spot};
use crate::scan::Limits;
use crate::scan::facts::{Content, FileFacts};

/// Every field that names files.
/// What the platform takes in a field of files.
#[must_use]
pub fn limits(id: FieldId) -> &'static Limits {
    id.files().map_or(&Limits::PICTURE, |files| files.limits)
}

/// A file that the draft names, where it names it, and what is known about it.
pub(in crate::rules) struct Scan<'a> {
    pub id: FieldId,
    spot: Option<Spot>,
    pub path: &'a str,
    pub facts: &'a FileFacts,
}

impl Scan<'_> {
    pub(in crate::rules) fn is_video(&self) -> bool {
        FieldId::VIDEOS.contains(&self.id)
    }

    /// Whether a copy can be made of it that the platform takes: a sound picture of a format that is read, with pixels enough.
    pub(in crate::rules) fn can_be_prepared(&self) -> bool {
        match self.facts.content {
            Content::TooLarge { .. } => true,
            Content::Picture { format, damage: None, width, height, .. } => {
                let least = limits(self.id).sides;
                format.is_decoded() && width.min(height) >= least.0 && width.max(height) >= least.1
            }
            _ => false,
        }
    }

    /// A finding at the place where the file is named.
    pub(in crate::rules) fn finds(&self, rule: &'static Rule) -> Finding {
        self.places(rule.finds(self.id))
    }

    /// The same finding at the place where the file is named.
    pub(in crate::rules) fn places(&self, mut finding: Finding) -> Finding {
        finding.field = self.id;
        finding.spot = self.spot;
        finding.args.insert(0, ("file", Arg::File(self.path.to_owned())));
        finding
    }

    /// The same, with the whole path: of what cannot be read it says where it was looked for.
    pub(in crate::rules) fn finds_where(&self, rule: &'static Rule) -> Finding {
        let mut finding = rule.finds(self.id).with("file", Arg::Text(self.path.to_owned()));
        finding.spot = self.spot;
        finding
    }
}

/// The files that are asked for and have been looked at.
pub(in crate::rules) fn scans<'a>(context: &Context<'a>) -> impl Iterator<Item = Scan<'a>> {
    let facts = context.facts();
    let mut named: Vec<(FieldId, Option<Spot>, &'a str)> = Vec::new();
    // Where nobody has looked at any file, as in batches without files, no field has to be gone through.
    let looked = !facts.is_empty();
    for record in table().iter().filter(|record| looked && context.asks(record.id)) {
        let paths = context.paths(record.id).into_iter();
        match record.kind {
            Kind::Picture => named.extend(paths.map(|path| (record.id, None, path))),
            Kind::Pictures(_) | Kind::Videos(_) => {
                named.extend(paths.enumerate().map(|(row, path)| (record.id, Some(Spot { row, column: None }), path)));
            }
            Kind::Approvals => {
                let rows = context.approvals().iter().enumerate();
                let rows = rows.filter(|(_, approval)| approval.kind != Some(catalog::NONE_INVOLVED));
                named.extend(rows.map(|(row, approval)| {
                    (record.id, Some(Spot { row, column: Some(Column::Document) }), approval.document.as_str())
                }));
            }
            _ => {}
        }
    }
    let named = named.into_iter().filter(|(_, _, path)| !is_blank(path));
    named.filter_map(|(id, spot, path)| facts.get(path).map(|facts| Scan { id, spot, path, facts }))
}
