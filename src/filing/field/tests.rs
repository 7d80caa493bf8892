use super::*;

#[test]
fn every_record_stands_at_its_own_index() {
    for (index, field) in table().iter().enumerate() {
        assert_eq!(field.id as usize, index, "{}", field.path);
        assert_eq!(FieldId::from_path(field.path), Some(field.id));
    }
    assert_eq!(FieldId::from_path("subject.no_such_field"), None);
}

#[test]
fn paths_are_unique_and_spell_their_section() {
    for field in table() {
        assert_eq!(table().iter().filter(|other| other.path == field.path).count(), 1, "{}", field.path);
        let prefix = match field.section {
            Section::Subject if !field.path.contains('.') || field.path.starts_with("record.") => continue,
            Section::Subject => "subject.",
            Section::ResponsiblePerson if field.path.starts_with("subject.legal_person.") => continue,
            Section::ResponsiblePerson => "responsible_person.",
            Section::MiniProgram => "mini_program.",
            Section::Owner => "owner.",
            Section::Deregistration => "deregistration.",
            Section::Materials => "materials.",
            Section::Questions => "answers.",
        };
        assert!(field.path.starts_with(prefix), "{}", field.path);
    }
}

#[test]
fn both_people_are_asked_the_same() {
    for part in PersonField::ALL {
        let [first, second] = Role::BOTH.map(|role| part.of(role).field());
        assert_eq!(first.kind, second.kind, "{}", first.path);
        assert_eq!(first.path.split_once('.').map(|p| p.1), second.path.split_once('.').map(|p| p.1));
        assert_eq!(PersonField::find(second.id), Some((Role::Owner, part)));
    }
    assert_eq!(PersonField::find(FieldId::SubjectName), None);
}

#[test]
fn labels_are_short_in_both_languages() {
    for id in FieldId::ALL.iter().copied() {
        for Text { zh, en } in [id.label(), id.asked_label()] {
            assert!((2..=8).contains(&zh.chars().count()), "{zh}");
            assert!(en.is_ascii() && (3..=24).contains(&en.len()), "{en}");
        }
    }
}

#[test]
fn labels_are_unique_within_a_section() {
    for field in table() {
        let same = field.section.fields().filter(|other| other.id.label() == field.id.label()).count();
        assert_eq!(same, 1, "{}", field.path);
        let same = field.section.fields().filter(|other| other.id.asked_label() == field.id.asked_label()).count();
        assert_eq!(same, 1, "{}", field.path);
    }
}

#[test]
fn help_is_a_sentence_of_the_right_length() {
    for id in FieldId::ALL.iter().copied() {
        for Text { zh, en } in [Some(id.help()), id.field().contrary.map(|contrary| contrary.question)].into_iter().flatten() {
            assert!(zh.ends_with(['。', '？']) && (15..=90).contains(&zh.chars().count()), "{zh}");
            assert!(en.ends_with(['.', '?']) && (40..=200).contains(&en.chars().count()), "{en}");
        }
    }
}

#[test]
fn both_people_are_asked_in_the_same_words() {
    for part in PersonField::ALL {
        let [one, other] = Role::BOTH.map(|role| part.of(role));
        assert_eq!((one.label(), one.help(), one.example()), (other.label(), other.help(), other.example()));
    }
    assert_eq!(FieldId::OwnerMobile.full_label(Lang::Zh), "小程序负责人 · 手机号码");
}

#[test]
fn typed_fields_have_examples_and_flags_have_none() {
    for id in FieldId::ALL.iter().copied() {
        match id.field().kind {
            Kind::Flag(_) => assert_eq!(id.example(), "", "{}", id.path()),
            Kind::Text(_) if id != FieldId::FaceCheckTask => assert_ne!(id.example(), "", "{}", id.path()),
            Kind::Date(_) | Kind::Time | Kind::Picture | Kind::Pictures(_) | Kind::Videos(_) => {
                assert_ne!(id.example(), "", "{}", id.path());
            }
            _ => {}
        }
    }
}

#[test]
fn every_record_is_complete() {
    let said = |text: Text| !text.zh.trim().is_empty() && !text.en.trim().is_empty();
    for field in table() {
        assert!(said(field.label) && said(field.help) && field.gathered.is_none_or(said), "{}", field.path);
        assert!(field.length.is_none() || matches!(field.kind, Kind::Text(_)), "{}", field.path);
        assert!(field.section != Section::Questions || field.sent.is_none(), "{}", field.path);
    }
}

#[test]
fn places_in_the_request_and_names_in_the_package_are_unique() {
    let sent: Vec<Sent> = table().iter().filter_map(|field| field.sent).collect();
    for one in &sent {
        assert_eq!(sent.iter().filter(|other| other.order == one.order).count(), 1, "{}", one.path);
        assert_eq!(sent.iter().filter(|other| other.path == one.path).count(), 1, "{}", one.path);
    }
    let stems: Vec<&str> = table().iter().filter_map(|field| Some(field.files?.stem.en)).collect();
    for stem in &stems {
        assert!(stem.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && *stem != "file", "{stem}");
        assert_eq!(stems.iter().filter(|other| *other == stem).count(), 1, "{stem}");
    }
}

#[test]
fn every_field_of_files_has_its_own_stem() {
    let mut seen = Vec::new();
    for field in table().iter().filter(|field| field.kind.is_file() || field.kind == Kind::Approvals) {
        let stem = field.files.unwrap().stem;
        assert!(!seen.iter().any(|other: &Text| other.zh == stem.zh || other.en == stem.en), "{}", field.path);
        seen.push(stem);
    }
    assert_eq!(seen.len(), FieldId::FILES.len());
}

#[test]
fn lists_hold_what_their_names_say() {
    use FieldId as F;
    let table: [(&[F], &[F]); 7] = [
        (
            F::CERTIFICATES,
            &[
                F::SubjectCertificatePhoto,
                F::ResponsiblePersonCertificateFront,
                F::ResponsiblePersonCertificateBack,
                F::OwnerCertificateFront,
                F::OwnerCertificateBack,
            ],
        ),
        (F::VIDEOS, &[F::PromiseVideo]),
        (
            F::SIGNED,
            &[
                F::ResponsiblePersonAuthorizationLetter,
                F::OwnerAuthorizationLetter,
                F::CommitmentLetter,
                F::AuthenticityResponsibilityLetter,
                F::AuthenticityCommitmentLetter,
            ],
        ),
        (F::PEOPLE, &[F::LegalPersonName, F::ResponsiblePersonName, F::OwnerName]),
        (F::PEOPLES_NUMBERS, &[F::LegalPersonNumber, F::ResponsiblePersonCertificateNumber, F::OwnerCertificateNumber]),
        (F::REMARKS, &[F::SubjectRemark, F::MiniProgramRemark]),
        (F::FACE_CHECK, &[F::FaceCheckTask, F::FaceCheckStartedAt, F::FaceCheckPassedAt]),
    ];
    for (list, expected) in table {
        assert_eq!(list, expected);
    }
    for (list, count) in [(F::FILES, 19), (F::MATERIALS, 10), (F::QUESTIONS, 18), (F::DATES, 10), (F::PERIODS, 4), (F::PHONES, 5)]
    {
        assert_eq!(list.len(), count, "{list:?}");
        assert!(list.is_sorted(), "{list:?}");
    }
    assert_eq!(F::MAILS, PersonField::Email.of_both());
}

#[test]
fn limits_are_those_of_the_platform() {
    let length = FieldId::MiniProgramRemark.length().unwrap();
    assert_eq!((length.least, length.most, length.safe_least, length.safe_most), (20, 200, 25, 190));
    let length = FieldId::MiniProgramName.length().unwrap();
    assert_eq!((length.least, length.most, length.counted), (4, 30, Counted::Units));
}

#[test]
fn no_two_fields_have_the_same_place_on_the_console() {
    let places = |individual: bool| {
        let own = table().iter().filter_map(|field| field.console);
        let second = table().iter().filter_map(|field| field.console_of_individual).filter(move |_| individual);
        own.chain(second).map(|place| (place.page, place.order)).collect::<Vec<_>>()
    };
    // Of an individual there is no certificate of an organisation, so its place is free.
    let mut own = places(false);
    own.sort_unstable();
    let count = own.len();
    own.dedup();
    assert_eq!(own.len(), count, "{own:?}");
    for field in table() {
        let is_entered = field.sent.is_some() && !FieldId::FACE_CHECK.contains(&field.id);
        assert!(!is_entered || field.console.is_some(), "{}", field.path);
        assert!(field.console_of_individual.is_none() || field.console.is_some(), "{}", field.path);
    }
}
