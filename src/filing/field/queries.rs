//! Questions to the table whose answers are known while compiling: lists of fields for records that want them as constants.

use super::kind::{Kind, TextKind};
use super::{FieldId, Section, TABLE};

/// The ids of the fields for which this holds, as a constant.
macro_rules! those {
    (|$field:ident| $holds:expr) => {{
        const COUNT: usize = {
            let (mut at, mut count) = (0, 0);
            while at < TABLE.len() {
                let $field = &TABLE[at];
                count += $holds as usize;
                at += 1;
            }
            count
        };
        const IDS: [FieldId; COUNT] = {
            let mut ids = [FieldId::ALL[0]; COUNT];
            let (mut at, mut found) = (0, 0);
            while at < TABLE.len() {
                let $field = &TABLE[at];
                if $holds {
                    ids[found] = $field.id;
                    found += 1;
                }
                at += 1;
            }
            ids
        };
        &IDS
    }};
}

/// Lists of fields, each in the order in which they are asked for.
impl FieldId {
    /// Fields that name files, the prior approvals among them.
    pub const FILES: &[Self] = those!(|field| field.files.is_some());
    /// Pictures of certificates, of the subject's and of people's.
    pub const CERTIFICATES: &[Self] = those!(|field| match field.files {
        // Only of a certificate the platform's pages say how large its picture is at least.
        Some(files) => files.limits.least > 0,
        None => false,
    });
    /// Fields of videos.
    pub const VIDEOS: &[Self] = those!(|field| matches!(field.kind, Kind::Videos(_)));
    /// Letters that people sign and date.
    pub const SIGNED: &[Self] = those!(|field| match field.files {
        Some(files) => files.signed,
        None => false,
    });
    /// Letters: those that people sign and date, and the one about a change of name, which whoever registers it may have made.
    pub const LETTERS: &[Self] = those!(|field| match field.files {
        Some(files) => files.signed || matches!(field.id, FieldId::NameChangeLetter),
        None => false,
    });
    /// The fields of the last form: letters and other documents.
    pub const MATERIALS: &[Self] = those!(|field| matches!(field.section, Section::Materials));
    /// What only the person can answer.
    pub const QUESTIONS: &[Self] = those!(|field| matches!(field.section, Section::Questions));
    /// Days and moments.
    pub const DATES: &[Self] = those!(|field| matches!(field.kind, Kind::Date(_) | Kind::Time));
    /// From when and until when people's certificates are valid.
    pub const PERIODS: &[Self] = those!(|field| matches!(field.kind, Kind::Date(_)) && field.person.is_some());
    /// Phone numbers.
    pub const PHONES: &[Self] = those!(|field| matches!(field.kind, Kind::Text(TextKind::Phone)));
    /// Mail addresses.
    pub const MAILS: &[Self] = those!(|field| matches!(field.kind, Kind::Text(TextKind::Mail)));
    /// Names of people that are sent.
    pub const PEOPLE: &[Self] = those!(|field| matches!(field.kind, Kind::Text(TextKind::PersonName)) && field.sent.is_some());
    /// Numbers of people's certificates.
    pub const PEOPLES_NUMBERS: &[Self] = those!(|field| {
        matches!(field.kind, Kind::Text(TextKind::CertificateNumber)) && !matches!(field.section, Section::Subject)
    });
    /// Words for people that are sent: names, addresses, remarks. The mini-program's name goes along from the account.
    pub const WORDS: &[Self] = those!(|field| {
        matches!(field.kind, Kind::Text(TextKind::Words | TextKind::Long | TextKind::PersonName))
            && (field.sent.is_some() || matches!(field.id, FieldId::MiniProgramName))
    });
    /// Texts of several rows that are sent: the remarks.
    pub const REMARKS: &[Self] = those!(|field| matches!(field.kind, Kind::Text(TextKind::Long)) && field.sent.is_some());
    /// What is noted of the face check, which belongs to one filing.
    pub const FACE_CHECK: &[Self] = those!(|field| starts_with(field.path, "owner.face_check."));
}

/// Whether a path lies below another.
const fn starts_with(path: &str, start: &str) -> bool {
    match path.as_bytes().split_at_checked(start.len()) {
        Some((head, _)) => {
            let mut at = 0;
            while at < head.len() {
                if head[at] != start.as_bytes()[at] {
                    return false;
                }
                at += 1;
            }
            true
        }
        None => false,
    }
}
