//! Names of the archive and of the scans in it.

use chrono::NaiveDate;

use crate::filing::{FieldId, PersonField, Role};

/// Bytes of a name that every usual file system takes, with room for the date and an ending.
const MAX_BYTES: usize = 120;

/// `<name>-<date>.zip`, from whatever the filing is called.
#[must_use]
pub fn archive(title: &str, date: NaiveDate) -> String {
    format!("{}-{date}.zip", safe(title))
}

/// A name that is a name on every system: nothing that separates, hides or steers; `beian` when nothing is left.
#[must_use]
pub fn safe(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars().map(|c| if is_plain(c) { c } else { '-' }) {
        if name.len() + c.len_utf8() > MAX_BYTES {
            break;
        }
        if c != '-' || !name.ends_with('-') {
            name.push(c);
        }
    }
    let name = name.trim_matches(['-', '.']);
    if name.is_empty() { "beian".to_owned() } else { name.to_owned() }
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '(' | ')' | '（' | '）' | '·')
}

/// What a scan is, as the stem of its name: ASCII words that tell nothing about the person.
#[must_use]
pub fn stem(id: FieldId) -> &'static str {
    use FieldId as F;
    match (id, PersonField::find(id)) {
        (_, Some((Role::ResponsiblePerson, PersonField::Front))) => "responsible-person-id-front",
        (_, Some((Role::ResponsiblePerson, PersonField::Back))) => "responsible-person-id-back",
        (_, Some((Role::ResponsiblePerson, PersonField::AuthorizationLetter))) => "responsible-person-authorization-letter",
        (_, Some((Role::Owner, PersonField::Front))) => "owner-id-front",
        (_, Some((Role::Owner, PersonField::Back))) => "owner-id-back",
        (_, Some((Role::Owner, PersonField::AuthorizationLetter))) => "owner-authorization-letter",
        (F::SubjectCertificatePhoto, _) => "subject-certificate",
        (F::SubjectResidencePermit, _) => "residence-permit",
        (F::PriorApprovals, _) => "prior-approval",
        (F::CommitmentLetter, _) => "commitment-letter",
        (F::NameChangeLetter, _) => "name-change-letter",
        (F::PartyBuildingLetter, _) => "party-building-letter",
        (F::PromiseVideo, _) => "promise-video",
        (F::AuthenticityResponsibilityLetter, _) => "authenticity-responsibility-letter",
        (F::AuthenticityCommitmentLetter, _) => "authenticity-commitment-letter",
        (F::ConstructionProposal, _) => "construction-proposal",
        (F::SubjectOtherMaterials, _) => "subject-other",
        (F::MiniProgramOtherMaterials, _) => "mini-program-other",
        (F::HoldingCertificatePhoto, _) => "holding-certificate",
        _ => "file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Kind;
    use crate::filing::field::table;

    #[test]
    fn any_title_makes_a_name() {
        let table = [
            ("小食记", "小食记"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i"),
            ("两 个  词", "两-个-词"),
            (".hidden.", "hidden"),
            ("", "beian"),
            ("///", "beian"),
            ("换\n行\u{202e}", "换-行"),
        ];
        for (title, name) in table {
            assert_eq!(safe(title), name, "{title:?}");
        }
        assert!(safe(&"字".repeat(500)).len() <= MAX_BYTES);
    }

    #[test]
    fn the_date_follows_the_name() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(archive("小食记", date), "小食记-2026-11-23.zip");
    }

    #[test]
    fn every_field_of_files_has_its_own_stem() {
        let mut seen = Vec::new();
        for field in table().iter().filter(|field| field.kind.is_file() || field.kind == Kind::Approvals) {
            let stem = stem(field.id);
            assert!(stem != "file" && !seen.contains(&stem), "{}", field.path);
            seen.push(stem);
        }
    }
}
