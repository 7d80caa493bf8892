//! Drafts without faults, to be spoilt by the tests. All people, companies and numbers are invented.

use beian::catalog;
use beian::filing::{Approval, Draft, Event, EventKind, FieldId as F, Kind, PersonField, Reason, Role, Section, Value};
use beian::reading::Readings;
use beian::rules::peers::{PeerDrafts, PeerIndex};
use beian::rules::{Context, Finding, check};
use beian_scan::facts::{Analysis, Facts, FileFacts, Format, Notes, Outline, Print, Tone};
use chrono::{DateTime, NaiveDate};

/// A draft with what belongs to it.
#[derive(Debug, Clone)]
pub struct Case {
    pub draft: Draft,
    pub facts: Facts,
    pub readings: Readings,
    pub today: NaiveDate,
    pub others: PeerDrafts,
}

/// The numbers of the three people.
pub const FIRST: &str = "51010719920712992X";
pub const SECOND: &str = "510104198811239961";
pub const LEGAL: &str = "510107198003089933";

impl Case {
    pub fn context(&self) -> Context<'_> {
        self.context_of(&self.draft)
    }

    /// Another draft in the same surroundings.
    pub fn context_of<'a>(&'a self, draft: &'a Draft) -> Context<'a> {
        Context::new(draft, &self.facts, self.today).with_readings(&self.readings).with_peers(PeerIndex::new(&self.others, None))
    }

    pub fn findings(&self) -> Vec<Finding> {
        check(&self.context())
    }

    pub fn set(&mut self, id: F, value: impl Into<Value>) -> &mut Self {
        self.draft.set(id, Some(value.into()));
        self
    }

    /// Ends a chain of changes, where nothing is to be given back.
    pub fn done(&mut self) {}

    pub fn clear(&mut self, id: F) -> &mut Self {
        self.draft.set(id, None);
        self
    }

    /// Names a file and says what is known about it.
    pub fn file(&mut self, id: F, path: &str, facts: FileFacts) -> &mut Self {
        self.facts.insert(path, facts);
        match id.field().kind {
            beian::filing::Kind::Picture => self.set(id, path),
            _ => self.set(id, Value::Paths(vec![path.to_owned()])),
        }
    }

    pub fn approvals(&mut self, rows: &[(Option<u32>, &str, &str)]) -> &mut Self {
        let rows = rows.iter().map(|(kind, number, document)| Approval {
            kind: *kind,
            number: (*number).to_owned(),
            document: (*document).to_owned(),
        });
        self.draft.set(F::PriorApprovals, Some(Value::Approvals(rows.collect())));
        self
    }

    pub fn event(&mut self, kind: EventKind, at: &str, number: &str) -> &mut Self {
        let mut event = Event::new(kind, DateTime::parse_from_rfc3339(at).unwrap());
        event.number = number.to_owned();
        self.draft.events.push(event);
        self
    }

    /// A reason of the last event.
    pub fn reason(&mut self, reason: Reason) -> &mut Self {
        if let Some(event) = self.draft.events.last_mut() {
            event.reasons.push(reason);
        }
        self
    }

    /// Another draft at hand: this one as it is, then changed.
    pub fn other(&mut self, change: impl FnOnce(&mut Self)) -> &mut Self {
        let mut other = self.clone();
        change(&mut other);
        self.others.add("另一份", &other.draft);
        self
    }

    pub fn today(&mut self, day: &str) -> &mut Self {
        self.today = day.parse().unwrap();
        self
    }

    fn person(&mut self, role: Role, name: &str, number: &str, mobile: &str, emergency: &str, mail: &str) {
        let values = [
            (PersonField::Name, name.into()),
            (PersonField::CertificateKind, Value::Code(catalog::RESIDENT_ID)),
            (PersonField::CertificateNumber, number.into()),
            (PersonField::ValidFrom, "2022-04-01".into()),
            (PersonField::ValidUntil, "2042-04-01".into()),
            (PersonField::Mobile, mobile.into()),
            (PersonField::EmergencyPhone, emergency.into()),
            (PersonField::Email, mail.into()),
        ];
        for (part, value) in values {
            self.set(part.of(role), value);
        }
        for part in [PersonField::Front, PersonField::Back] {
            let path = format!("scans/{role:?}-{part:?}.jpg");
            self.file(part.of(role), &path, picture().with_sha256(&path));
        }
    }

    fn rest(&mut self) {
        self.set(F::AppId, "wx7f6e5d4c3b2a1908");
        self.set(F::MiniProgramName, "虚构食谱");
        self.set(F::ServiceContents, Value::Codes(vec![3, 32]));
        self.approvals(&[(Some(catalog::NONE_INVOLVED), "", "")]);
        self.set(
            F::MiniProgramRemark,
            "面向成都的家庭，记录每天的菜谱和食材，可以按时令查找做法、列购物清单，并查看每道菜的说明。",
        );
        self.set(F::FaceCheckTask, "VERIFY-TASK-EXAMPLE");
        self.set(F::FaceCheckPassedAt, "2026-11-22T09:30:00+08:00");
        self.answer();
    }

    /// Answers every question so that it asks for nothing more.
    pub fn answer(&mut self) {
        const NO: [F; 7] = [
            F::FiledInAnotherProvince,
            F::FiledBefore,
            F::AnotherFilingRuns,
            F::Renamed,
            F::LicenceChangedLately,
            F::PhonesUsedElsewhere,
            F::GameHasPayments,
        ];
        for field in Section::Questions.fields().filter(|field| matches!(field.kind, Kind::Flag(_))) {
            self.set(field.id, Value::Flag(!NO.contains(&field.id)));
        }
        self.set(F::LettersDated, "2026-11-20");
    }
}

/// A sound picture.
pub fn picture() -> FileFacts {
    FileFacts::picture(Format::Jpeg, 1200, 1600, 150_000)
}

/// What is seen in a good picture of a sheet on a desk.
pub fn look() -> Analysis {
    let outline = Outline {
        corners: [(0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)],
        margins: [0.1; 4],
        cut: [0.0; 4],
        proportion: 1.414,
        angle: 1.0,
        taper: 1.0,
        area: 0.64,
    };
    Analysis {
        notes: Notes { orientation: 1, location: false, device: false },
        blank: false,
        outline: Some(outline),
        lean: None,
        lines: Some(0.6),
        turn: None,
        blur: Some(0.8),
        evenness: 0.7,
        written: [0.0; 4],
        covered: 0.0,
        tone: Tone { colour: 80.0, document_colour: 60.0, paper: 210, ink: 35, white: 0.0, glare: 0.0 },
        grid: 9.0,
        side: None,
        print: Print::new(&[]),
    }
}

fn empty(nature: u32) -> Case {
    Case {
        draft: Draft::new(nature),
        facts: Facts::new(),
        readings: Readings::default(),
        today: "2026-11-23".parse().unwrap(),
        others: PeerDrafts::default(),
    }
}

/// A company whose legal person is responsible person and owner.
pub fn company() -> Case {
    let mut case = empty(catalog::ENTERPRISE);
    case.set(F::SubjectRegion, "510107");
    case.set(F::SubjectName, "四川虚构食谱科技有限公司");
    case.set(F::SubjectCertificateKind, Value::Code(1));
    case.set(F::SubjectCertificateNumber, "91510107MA0000007C");
    case.set(F::SubjectCertificateAddress, "四川省成都市武侯区虚构街88号示例中心8层801室");
    case.set(F::SubjectCertificateValidUntil, "长期");
    case.file(F::SubjectCertificatePhoto, "scans/licence.jpg", picture().with_sha256("licence"));
    case.set(F::SubjectAddress, "虚构街88号示例中心8层801室");
    case.person(Role::ResponsiblePerson, "测试丙", FIRST, "13012340003", "17712340004", "bing@example.com");
    case.rest();
    case
}

/// A company with three people: legal person, responsible person and owner.
pub fn three_people() -> Case {
    let mut case = company();
    case.set(F::IsLegalPerson, Value::Flag(false));
    case.set(F::LegalPersonName, "测试丁");
    case.set(F::LegalPersonNumber, LEGAL);
    case.file(F::ResponsiblePersonAuthorizationLetter, "scans/letter-1.jpg", picture().with_sha256("letter-1"));
    case.set(F::SameAsResponsiblePerson, Value::Flag(false));
    case.person(Role::Owner, "测试戊", SECOND, "13012340005", "17712340006", "wu@example.com");
    case.set(F::OwnerCertificateValidFrom, "2021-05-20");
    case.set(F::OwnerCertificateValidUntil, "2041-05-20");
    case.file(F::OwnerAuthorizationLetter, "scans/letter-2.jpg", picture().with_sha256("letter-2"));
    case.set(F::OwnerAdministrator, "测试戊");
    case
}

/// An individual who files at home.
pub fn individual() -> Case {
    let mut case = empty(catalog::INDIVIDUAL);
    case.set(F::SubjectRegion, "510107");
    case.set(F::SubjectCertificateAddress, "四川省成都市武侯区虚构街88号8栋801室");
    case.set(F::SubjectAddress, "虚构街88号8栋801室");
    case.person(Role::ResponsiblePerson, "测试丙", FIRST, "13012340003", "17712340004", "bing@example.com");
    case.rest();
    case
}
