//! The drafts of a folder, compared by the rules: what several of them say together that none says alone.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::answer::Import;
use crate::drafts::Folder;
use crate::drafts::folder::Listed;
use crate::filing::{Draft, Stage};
use crate::identifiers::icp_no;
use crate::rules::peers::{PeerDrafts, PeerIndex};
use crate::rules::{
    Arg, Context, Departure, FILING_NUMBER_IN_ANOTHER_DRAFT, Finding, check_with_peers, departure, drafts_with_number,
};
use crate::scan::facts::Facts;

/// What the drafts of a folder say together.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    others: PeerDrafts,
    places: HashMap<PathBuf, usize>,
    /// Where they collide, draft by draft in the order of the list.
    pub collisions: Vec<Collision>,
    /// Each conflict once, of those that are told at every draft that has part in it: at the first of them in the list.
    pub conflicts: Vec<Collision>,
}

/// One of these places.
#[derive(Debug, Clone, PartialEq)]
pub struct Collision {
    /// The draft's file.
    pub path: PathBuf,
    /// What people know it by.
    pub label: String,
    /// What is said about it.
    pub finding: Finding,
}

impl Compared {
    /// Holds all drafts that can be read against each other. Of drafts that are filed nothing can be mended but the number that was
    /// recorded: they only count against others.
    #[must_use]
    pub fn of(entries: &[Listed], today: NaiveDate) -> Self {
        let mut compared = Self::default();
        let read = || entries.iter().filter_map(|entry| Some((entry, entry.summary.as_ref().ok()?)));
        for (entry, summary) in read() {
            let place = compared.others.add_file(&entry.name, &summary.draft);
            compared.places.insert(entry.path.clone(), place);
        }
        let facts = Facts::new();
        let mut collisions = Vec::new();
        for (entry, summary) in read() {
            let is_mended =
                |finding: &Finding| summary.stage != Stage::Filed || finding.rule.name == FILING_NUMBER_IN_ANOTHER_DRAFT.name;
            let peers = compared.peers(&entry.path);
            let context = Context::new(&summary.draft, &facts, today).with_peers(peers).as_listed();
            let label =
                compared.places.get(&entry.path).map(|place| compared.others.label(*place).to_owned()).unwrap_or_default();
            let found = check_with_peers(&context).into_iter().filter(is_mended);
            collisions.extend(found.map(|finding| Collision { path: entry.path.clone(), label: label.clone(), finding }));
        }
        compared.conflicts = conflicts(&collisions);
        compared.collisions = collisions;
        compared
    }

    /// The drafts as the one in this file sees them.
    #[must_use]
    pub fn peers(&self, path: &Path) -> PeerIndex<'_> {
        PeerIndex::new(&self.others, self.places.get(path).copied())
    }
}

/// The rule that finds a conflict, and the drafts that have part in it.
type Conflict<'a> = (&'a str, BTreeSet<&'a str>);

/// The collisions without those that say the same of the same drafts as one before. A draft may collide with the same ones several times:
/// then it is the draft that says most that speaks for all.
fn conflicts(collisions: &[Collision]) -> Vec<Collision> {
    let mut told: Vec<(Conflict<'_>, Vec<&Collision>)> = Vec::new();
    for one in collisions {
        let named = one.finding.args.iter().flat_map(|(_, arg)| match arg {
            Arg::Drafts(labels) => labels.as_slice(),
            _ => &[],
        });
        let parties: BTreeSet<&str> = named.map(|label| &**label).chain([one.label.as_str()]).collect();
        let key = (one.finding.rule.name, parties);
        match told.iter_mut().find(|(other, _)| *other == key) {
            Some((_, told)) => told.push(one),
            None => told.push((key, vec![one])),
        }
    }
    let of = |told: Vec<&Collision>| {
        let by = |path: &Path| told.iter().filter(|one| one.path == path).count();
        // Of several that say as much, the first.
        let speaker = told.iter().rev().max_by_key(|one| by(&one.path)).map(|one| one.path.clone());
        told.into_iter().filter(|one| Some(&one.path) == speaker.as_ref()).cloned().collect::<Vec<_>>()
    };
    told.into_iter().flat_map(|(_, told)| of(told)).collect()
}

/// The drafts in these folders beside the one in this file; folders that cannot be read say nothing.
fn beside(path: &Path, folders: &[Folder]) -> PeerDrafts {
    let mut others = PeerDrafts::default();
    let mut seen = vec![path.to_owned()];
    for entry in folders.iter().filter_map(|folder| folder.list().ok()).flat_map(|listing| listing.entries) {
        let Ok(summary) = &entry.summary else { continue };
        if !seen.contains(&entry.path) {
            others.add_file(&entry.name, &summary.draft);
            seen.push(entry.path);
        }
    }
    others
}

/// Why a number is not that of a draft's own mini-program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotItsOwn {
    /// It departs from the one on record, which a filing of this kind keeps.
    Departs(Departure),
    /// These drafts of other mini-programs have it, as people know them.
    Taken(Vec<String>),
}

/// Why the number that is about to be recorded for a draft is not its own, beside the other drafts in these folders.
#[must_use]
pub fn not_its_own(number: &str, draft: &Draft, path: &Path, folders: &[Folder], today: NaiveDate) -> Option<NotItsOwn> {
    let (others, facts) = (beside(path, folders), Facts::new());
    let context = Context::new(draft, &facts, today).with_peers(PeerIndex::new(&others, None));
    is_not_its_own(number, draft, &context, today)
}

/// The first number in an answer's new events that is not the draft's own, with the reason; `context` is that of the draft before. What the
/// platform says of the form of a number counts.
#[must_use]
pub fn foreign_number(import: &Import, draft: &Draft, context: &Context<'_>, today: NaiveDate) -> Option<(String, NotItsOwn)> {
    let is_old = |number: &str| draft.events.iter().any(|event| event.number == number);
    let new = import.events.iter().map(|event| event.number.as_str()).filter(|number| !number.is_empty() && !is_old(number));
    let verdicts = new.map(|number| icp_no::check(number, today)).filter(|verdict| verdict.valid);
    let numbers: Vec<String> = verdicts.map(|verdict| verdict.normalized).collect();
    numbers.into_iter().find_map(|number| {
        let why = is_not_its_own(&number, draft, context, today)?;
        Some((number, why))
    })
}

/// The same, beside the other drafts in these folders.
#[must_use]
pub fn foreign_number_beside(
    import: &Import,
    draft: &Draft,
    (path, folders): (&Path, &[Folder]),
    today: NaiveDate,
) -> Option<(String, NotItsOwn)> {
    let (others, facts) = (beside(path, folders), Facts::new());
    let context = Context::new(draft, &facts, today).with_peers(PeerIndex::new(&others, None));
    foreign_number(import, draft, &context, today)
}

fn is_not_its_own(number: &str, draft: &Draft, context: &Context<'_>, today: NaiveDate) -> Option<NotItsOwn> {
    if let Some(departure) = departure(draft, number, today) {
        return Some(NotItsOwn::Departs(departure));
    }
    // Mini-programs of an entity share what stands before the serial, and none has another's serial.
    Some(drafts_with_number(context, number)).filter(|others| !others.is_empty()).map(NotItsOwn::Taken)
}

/// What the drafts in these folders say about the filing number of the one in this file.
#[must_use]
pub fn number_conflicts(draft: &Draft, path: &Path, folders: &[Folder], today: NaiveDate) -> Vec<Finding> {
    let (others, facts) = (beside(path, folders), Facts::new());
    let context = Context::new(draft, &facts, today).with_peers(PeerIndex::new(&others, None));
    let mut found = check_with_peers(&context);
    found.retain(|finding| finding.rule.name == FILING_NUMBER_IN_ANOTHER_DRAFT.name);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafts::folder::Summary;
    use crate::filing::{Event, EventKind, FieldId};

    fn listed(name: &str, draft: &Draft) -> Listed {
        Listed { path: name.into(), name: name.to_owned(), modified: None, summary: Ok(Summary::of(draft.clone(), 0)) }
    }

    #[test]
    fn both_sides_of_a_collision_are_told() {
        let mut one = Draft::new(4);
        one.set(FieldId::SubjectName, Some("甲公司".into()));
        one.set(FieldId::MiniProgramName, Some("小食记".into()));
        let mut other = one.clone();
        other.set(FieldId::SubjectName, Some("乙公司".into()));
        let today = "2026-11-25".parse().unwrap();
        let compared = Compared::of(&[listed("a", &one), listed("b", &other), listed("c", &Draft::new(5))], today);
        let told: Vec<_> = compared.collisions.iter().map(|one| (one.path.to_str().unwrap(), one.finding.rule.name)).collect();
        assert_eq!(told, [("a", "mini-program-name-of-two-subjects"), ("b", "mini-program-name-of-two-subjects")]);
        assert_eq!(compared.conflicts.iter().map(|one| one.path.to_str().unwrap()).collect::<Vec<_>>(), ["a"], "one conflict");
        let third = [listed("a", &one), listed("b", &other), listed("c", &one)];
        let compared = Compared::of(&third, today);
        assert!(compared.collisions.len() > compared.conflicts.len() && !compared.conflicts.is_empty());
        assert!(Compared::of(&[listed("a", &one)], today).collisions.is_empty());
    }

    #[test]
    fn drafts_of_one_title_are_told_apart_by_their_files() {
        let mut one = Draft::new(4);
        one.set(FieldId::MiniProgramName, Some("小食记".into()));
        let mut alone = one.clone();
        alone.set(FieldId::MiniProgramName, Some("琴房".into()));
        let all = [listed("小食记", &one), listed("x", &alone), listed("draft", &one), listed("小食记-注销", &one)];
        let compared = Compared::of(&all, "2026-11-25".parse().unwrap());
        let labels: Vec<&str> = (0..all.len()).map(|place| compared.others.label(place)).collect();
        assert_eq!(labels, ["小食记", "琴房", "小食记 (draft)", "小食记-注销"]);
    }

    #[test]
    fn a_file_without_a_title_is_told_apart_from_a_draft_that_is_called_so() {
        let untitled = Draft::new(4);
        let mut one = untitled.clone();
        one.set(FieldId::MiniProgramName, Some("小食记".into()));
        let labels = |all: &[Listed]| {
            let compared = Compared::of(all, "2026-11-25".parse().unwrap());
            (0..all.len()).map(|place| compared.others.label(place).to_owned()).collect::<Vec<_>>()
        };
        let (file, titled) = (|| listed("小食记", &untitled), || listed("draft", &one));
        assert_eq!(labels(&[file(), titled()]), ["小食记", "小食记 (draft)"]);
        assert_eq!(labels(&[titled(), file()]), ["小食记 (draft)", "小食记"]);
        assert_eq!(labels(&[titled()]), ["小食记"]);
    }

    #[test]
    fn of_filed_drafts_only_the_number_is_told() {
        let filed = |app_id: &str, number: &str| {
            let mut draft = Draft::new(4);
            draft.set(FieldId::SubjectName, Some("甲公司".into()));
            draft.set(FieldId::MiniProgramName, Some("小食记".into()));
            draft.set(FieldId::AppId, Some(app_id.into()));
            let at = "2026-11-20T10:00:00+08:00".parse().unwrap();
            draft.events = EventKind::TO_FILED.map(|kind| Event::new(kind, at)).into();
            draft.events[4].number = number.to_owned();
            draft
        };
        let today = "2026-11-25".parse().unwrap();
        let one = filed("wx0000000000000001", "蜀ICP备2026000001号-1X");
        for (number, expected) in [("蜀ICP备2026000001号-1X", 2), ("蜀ICP备2026000001号-2X", 0)] {
            let compared = Compared::of(&[listed("a", &one), listed("b", &filed("wx0000000000000002", number))], today);
            let told = compared.collisions.iter().filter(|one| one.finding.rule.name == FILING_NUMBER_IN_ANOTHER_DRAFT.name);
            assert_eq!((told.count(), compared.collisions.len()), (expected, expected), "{number}");
        }
    }
}
