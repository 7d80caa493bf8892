//! What the scans are called in the package: numbered in the order in which the console asks for them, so that a folder sorted by name
//! is the order of the uploads. One name for one content.

use std::collections::{BTreeMap, BTreeSet};

use super::name::safe;
use crate::catalog;
use crate::filing::field::Place;
use crate::filing::{Draft, FieldId, PersonField, Role, Section};
use crate::scan::facts::{Content, Facts, FileFacts};
use crate::text::Text;

/// In which letters the names are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Naming {
    /// Chinese, as the console calls the material: `01-身份证人像面.jpg`.
    #[default]
    Chinese,
    /// ASCII, for systems that cannot show anything else: `01-responsible-person-id-front.jpg`.
    Ascii,
}

/// One file of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// Its name, without the folder.
    pub name: String,
    /// Every path by which the draft names this content.
    pub paths: BTreeSet<String>,
}

/// The files of a filing, in the order in which the console asks for them. A path of which nothing is known keeps the ending that it has.
#[must_use]
pub fn materials(draft: &Draft, facts: &Facts, naming: Naming) -> Vec<Material> {
    let mut files = draft.files();
    files.retain(|(id, _, _)| id.field().api().is_some() && id.files().is_some());
    files.sort_by_key(|(id, row, _)| (rank(draft, *id), *row));
    let digits = if files.len() > 99 { 3 } else { 2 };
    let stems: Vec<String> = files.iter().map(|(id, row, _)| stem(draft, *id, *row, naming)).collect();
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut materials: Vec<Material> = Vec::new();
    for ((_, _, path), stem) in files.iter().zip(&stems) {
        let known = facts.get(path);
        // What nothing is known of is told from others by its path.
        let content = known.and_then(FileFacts::sha256).unwrap_or(path);
        if let Some(material) = places.get(content).and_then(|place| materials.get_mut(*place)) {
            material.paths.insert((*path).to_owned());
            continue;
        }
        places.insert(content, materials.len());
        let count = used.entry(stem).or_insert(0);
        *count += 1;
        let number = if stems.iter().filter(|other| *other == stem).count() > 1 { format!("-{count}") } else { String::new() };
        let name = format!("{:0digits$}-{stem}{number}.{}", materials.len() + 1, ending(known, path));
        materials.push(Material { name, paths: BTreeSet::from([(*path).to_owned()]) });
    }
    materials
}

/// When the console asks for a field, by page and place; what it asks an individual for twice counts the first time.
fn rank(draft: &Draft, id: FieldId) -> impl Ord + use<> {
    let field = id.field();
    let first = field.console_of_individual.filter(|_| draft.is_individual()).or(field.console);
    (first.map_or((u8::MAX, 0), |Place { page, order, .. }| (page as u8, order)), id)
}

/// What a file is, without number and ending.
fn stem(draft: &Draft, id: FieldId, row: Option<usize>, naming: Naming) -> String {
    let Some(files) = id.files() else { return String::new() };
    let Text { zh, en: ascii } = files.stem;
    let approval = row.and_then(|row| draft.approvals().get(row)).and_then(|row| row.kind);
    match (naming, approval) {
        (Naming::Ascii, None) => ascii.to_owned(),
        (Naming::Ascii, Some(kind)) => format!("{ascii}-{kind}"),
        (Naming::Chinese, Some(kind)) => match catalog::prior_approval(kind) {
            Some(approval) => format!("{zh}-{}", safe(approval.name.zh)),
            None => format!("{zh}-{kind}"),
        },
        (Naming::Chinese, None) => document(draft, id).unwrap_or_else(|| zh.to_owned()),
    }
}

/// What a certificate is called, by its kind: 营业执照, 主体负责人身份证人像面.
fn document(draft: &Draft, id: FieldId) -> Option<String> {
    let called = |kind: u32| catalog::certificate_kind(kind)?.name.zh.split(['（', '(']).next().map(safe);
    let (role, part) = match (id, PersonField::find(id)) {
        (FieldId::SubjectCertificatePhoto, _) => return called(draft.code(FieldId::SubjectCertificateKind)?),
        (_, Some(found)) => found,
        _ => return None,
    };
    let kind = draft.code(PersonField::CertificateKind.of(role))?;
    let (portrait, emblem) = if kind == catalog::RESIDENT_ID { ("人像面", "国徽面") } else { ("正面", "背面") };
    let side = match part {
        PersonField::Front => portrait,
        PersonField::Back => emblem,
        _ => return None,
    };
    let name = if kind == catalog::RESIDENT_ID { "身份证".to_owned() } else { called(kind)? };
    // Of an individual there is nobody to be told from.
    let who = match role {
        _ if draft.is_individual() => "",
        Role::ResponsiblePerson => Section::ResponsiblePerson.label().zh,
        Role::Owner => Section::Owner.label().zh,
    };
    Some(format!("{who}{name}{side}"))
}

/// The ending that the content should have; else that of the path, if it is a plain one.
fn ending(known: Option<&FileFacts>, path: &str) -> String {
    let own = known.and_then(|known| match &known.content {
        Content::Picture { format, .. } => format.extensions().first().copied(),
        Content::Video { .. } => Some("mp4"),
        _ => None,
    });
    let written = || {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        ending.filter(|ending| (1..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    };
    own.map(str::to_owned).or_else(written).unwrap_or_else(|| "jpg".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::{Approval, Value};

    fn names(draft: &Draft, facts: &Facts, naming: Naming) -> Vec<String> {
        materials(draft, facts, naming).into_iter().map(|material| material.name).collect()
    }

    fn individual() -> Draft {
        let mut draft = Draft::new(catalog::INDIVIDUAL);
        draft.set(FieldId::ResponsiblePersonCertificateFront, Some("a/IMG_1.JPG".into()));
        draft.set(FieldId::ResponsiblePersonCertificateBack, Some("a/IMG_2.png".into()));
        draft.set(FieldId::CommitmentLetter, Some(Value::Paths(vec!["c".into()])));
        draft
    }

    #[test]
    fn names_are_numbered_in_the_order_of_the_console() {
        let mut draft = individual();
        assert_eq!(
            names(&draft, &Facts::new(), Naming::Chinese),
            ["01-身份证人像面.jpg", "02-身份证国徽面.png", "03-互联网信息服务备案承诺书.jpg"]
        );
        draft.set(FieldId::ResponsiblePersonCertificateKind, Some(Value::Code(7)));
        assert_eq!(names(&draft, &Facts::new(), Naming::Chinese)[..2], ["01-护照正面.jpg", "02-护照背面.png"]);
        let ascii = names(&draft, &Facts::new(), Naming::Ascii);
        assert_eq!(ascii[0], "01-responsible-person-id-front.jpg");
        assert!(ascii.iter().all(|name| name.is_ascii()));
    }

    #[test]
    fn people_of_an_organisation_are_told_apart_and_several_files_numbered() {
        let mut draft = Draft::new(catalog::ENTERPRISE);
        let set = |draft: &mut Draft, id: FieldId, path: &str| drop(draft.set(id, Some(path.into())));
        set(&mut draft, FieldId::SubjectCertificatePhoto, "licence.jpg");
        draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(1)));
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        for (role, path) in [(Role::ResponsiblePerson, "r.jpg"), (Role::Owner, "o.jpg")] {
            draft.set(PersonField::CertificateKind.of(role), Some(Value::Code(catalog::RESIDENT_ID)));
            set(&mut draft, PersonField::Front.of(role), path);
        }
        draft.set(FieldId::MiniProgramOtherMaterials, Some(Value::Paths(vec!["x.jpg".into(), "y.jpg".into()])));
        let row = Approval { kind: Some(5), number: "1".into(), document: "p.jpg".into() };
        draft.set(FieldId::PriorApprovals, Some(Value::Approvals(vec![row])));
        let made = names(&draft, &Facts::new(), Naming::Chinese);
        let approval = catalog::prior_approval(5).unwrap().name.zh;
        assert_eq!(
            made,
            [
                "01-营业执照.jpg".to_owned(),
                "02-主体负责人身份证人像面.jpg".to_owned(),
                format!("03-前置审批文件-{}.jpg", safe(approval)),
                "04-小程序负责人身份证人像面.jpg".to_owned(),
                "05-小程序其它附件-1.jpg".to_owned(),
                "06-小程序其它附件-2.jpg".to_owned(),
            ]
        );
    }

    #[test]
    fn one_content_has_one_name() {
        let draft = individual();
        let look = |path: &str| {
            let facts = FileFacts::picture(crate::scan::facts::Format::Png, 1, 1, 1).with_sha256("same");
            (path.to_owned(), facts)
        };
        let facts: Facts = ["a/IMG_1.JPG", "a/IMG_2.png"].map(look).into_iter().collect();
        let made = materials(&draft, &facts, Naming::Chinese);
        assert_eq!(made.len(), 2);
        assert_eq!((made[0].name.as_str(), made[0].paths.len()), ("01-身份证人像面.png", 2), "the ending is that of the content");
    }
}
