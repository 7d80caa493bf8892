use super::*;
use crate::filing::{Course, EventKind as E, History};
use chrono::DateTime;
use proptest::prelude::*;

fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn now() -> Moment {
    at("2026-11-27T10:00:00+08:00")
}

/// A company's draft of two people after these events.
fn draft(kinds: &[E]) -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::AppId, Some("wx7f6e5d4c3b2a1908".into()));
    draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
    draft.set(FieldId::SubjectName, Some("四川虚构音乐文化有限公司".into()));
    draft.events = kinds.iter().map(|kind| Event::new(*kind, at("2026-11-20T10:00:00+08:00"))).collect();
    draft
}

fn read(text: &str, draft: &Draft) -> Result<Import, Refusal> {
    import(text.as_bytes(), draft, &Facts::new(), now(), now())
}

/// What was new, and where it stands then.
fn follows(text: &str, draft: &Draft) -> (Vec<E>, Stage) {
    let import = read(text, draft).unwrap_or_else(|refusal| panic!("{refusal:?}\n{text}"));
    let new = import.events[import.known..].iter().map(|event| event.kind).collect();
    (new, History::new(Course::of(draft), &import.events).stage())
}

fn entrance(status: i64, more: &str) -> String {
    format!(r#"{{"errcode":0,"errmsg":"ok","info":{{"status":{status},"is_canceling":false,"available":1{more}}}}}"#)
}

const UNDER_REVIEW: &[E] = &[E::Submitted];
const AT_BUREAU: &[E] = &[E::Submitted, E::PlatformPassed, E::SmsReceived, E::SmsVerified];

#[test]
fn every_status_leads_where_it_says() {
    use Stage as S;
    let sms = |state| format!(r#","sms_verify_status":{state}"#);
    for (before, status, more, new, stage) in [
        (&[] as &[E], 2, String::new(), vec![E::Submitted], S::PlatformReview),
        (UNDER_REVIEW, 2, String::new(), vec![], S::PlatformReview),
        (UNDER_REVIEW, 3, String::new(), vec![E::PlatformReturned], S::Preparing),
        (&[], 3, String::new(), vec![E::Submitted, E::PlatformReturned], S::Preparing),
        (UNDER_REVIEW, 4, sms(1), vec![E::PlatformPassed], S::SmsVerification),
        (UNDER_REVIEW, 4, sms(2), vec![E::PlatformPassed, E::SmsReceived, E::SmsVerified], S::BureauReview),
        (&[E::Submitted, E::PlatformPassed, E::SmsReceived], 4, sms(3), vec![E::SmsTimedOut], S::Preparing),
        (AT_BUREAU, 4, sms(2), vec![], S::BureauReview),
        (AT_BUREAU, 5, String::new(), vec![E::BureauReturned], S::Preparing),
        (AT_BUREAU, 6, String::new(), vec![E::BureauPassed], S::Filed),
        (UNDER_REVIEW, 1024, String::new(), vec![E::Withdrawn], S::Preparing),
        (&[], 1031, String::new(), vec![], S::Preparing),
        (&[], 77, String::new(), vec![E::Answered], S::Preparing),
    ] {
        let text = entrance(status, &more);
        assert_eq!(follows(&text, &draft(before)), (new, stage), "{before:?} {text}");
    }
}

#[test]
fn not_filed_is_held_against_what_was_recorded() {
    let filed = [AT_BUREAU, &[E::BureauPassed]].concat();
    for (before, doubted) in [
        (&[] as &[E], None),
        (UNDER_REVIEW, None),
        (&[E::Submitted, E::PlatformPassed], Some(Stage::SmsVerification)),
        (AT_BUREAU, Some(Stage::BureauReview)),
        (&filed, Some(Stage::Filed)),
    ] {
        let import = read(&entrance(1024, ""), &draft(before)).unwrap();
        let found = import.notes.iter().find_map(|note| match note {
            Note::Contradicts(stage) => Some(*stage),
            _ => None,
        });
        assert_eq!(found, doubted, "{before:?}");
    }
}

#[test]
fn what_is_being_ended_has_not_ended() {
    let mut end = draft(&[]);
    end.set(FieldId::FilingKind, Some("deregister".into()));
    for (status, is_canceling, new) in
        [(1024, true, vec![E::DeregistrationRequested]), (6, true, vec![E::DeregistrationRequested]), (1024, false, vec![])]
    {
        let text = entrance(status, "").replace("\"is_canceling\":false", &format!("\"is_canceling\":{is_canceling}"));
        assert_eq!(follows(&text, &end).0, new, "{text}");
    }
    end.events.push(Event::new(E::DeregistrationRequested, at("2026-11-20T10:00:00+08:00")));
    assert_eq!(follows(&entrance(1024, ""), &end).0, [E::Deregistered]);
}

#[test]
fn an_answer_of_several_mini_programs_is_about_that_of_the_draft() {
    let one = |id: &str, number: &str| format!(r#"{{"base_info":{{"appid":"{id}","record_number":"{number}"}}}}"#);
    let ours = one("wx7f6e5d4c3b2a1908", "蜀ICP备2026000001号-2X");
    let answer = |rows: &str| format!(r#"{{"errcode":0,"icp_subject":{{}},"icp_applets":[{rows}]}}"#);
    let both = answer(&format!("{},{ours}", one("wx1111111111111111", "蜀ICP备2026000001号-1X")));
    let draft = draft(AT_BUREAU);
    let import = read(&both, &draft).unwrap();
    let number = &import.new_events().last().unwrap().number;
    assert_eq!(number, "蜀ICP备2026000001号-2X");
    let mut other = draft;
    other.set(FieldId::AppId, None);
    assert!(matches!(read(&both, &other), Err(Refusal::SeveralMiniPrograms(_))));
}

#[test]
fn reasons_of_a_review_stand_at_their_fields() {
    let audit = r#","audit_data":[
        {"key_name":"小程序负责人证件背面","error":"照片模糊","suggest":"重新上传"},
        {"key_name":"通讯地址","error":"通讯地址不详细","suggest":""},
        {"key_name":"天气","error":"不好","suggest":"不好"}]"#;
    let draft = draft(UNDER_REVIEW);
    let import = read(&entrance(3, audit), &draft).unwrap();
    let reasons = &import.events[1].reasons;
    let short: Vec<(&str, Option<u16>, &str)> =
        reasons.iter().map(|one| (one.field.as_str(), one.rejection, one.text.as_str())).collect();
    assert_eq!(
        short,
        [
            ("owner.certificate.back", Some(10), "照片模糊（重新上传）"),
            ("subject.address", Some(42), "通讯地址不详细"),
            ("", None, "天气：不好"),
        ]
    );
    assert!(reasons.iter().all(|one| !one.was.is_empty()));
    assert!(matches!(import.notes.as_slice(), [Note::Unknown { place, .. }] if place == "info.audit_data[2].天气"));
    // The same answer again tells nothing new; another one adds what is new.
    let mut after = draft.clone();
    after.events = import.events;
    assert!(read(&entrance(3, audit), &after).unwrap().is_nothing_new());
    let more = read(&entrance(3, r#","audit_data":[{"key_name":"备注","error":"备注不详细"}]"#), &after).unwrap();
    assert_eq!((more.events.len(), more.added_reasons, more.events[1].reasons.len()), (2, 1, 4));
}

#[test]
fn hints_of_a_refused_submission_stand_at_their_request_paths() {
    let text = r#"{"errcode":86202,"errmsg":"apply icp filing fail","hints":[
        {"errcode":86355,"err_field":"icp_subject.base_info.name","errmsg":"主办者与小程序主体不一致"},
        {"errcode":86328,"err_field":"icp_applets.principal_info.certificate_photo_front","errmsg":"无法读取图片识别内容"},
        {"errcode":86399,"err_field":"icp_applets.base_info.nrlx_details","errmsg":"其他"},
        {"errcode":1,"err_field":"no.such.path","errmsg":"新的原因"}]}"#;
    let import = read(text, &draft(&[])).unwrap();
    let reasons = &import.events[0].reasons;
    let short: Vec<(&str, Option<u16>)> = reasons.iter().map(|one| (one.field.as_str(), one.rejection)).collect();
    assert_eq!(
        short,
        [("subject.name", Some(2)), ("owner.certificate.front", Some(9)), ("mini_program.prior_approvals", None), ("", None)]
    );
    assert_eq!(import.events[0].kind, E::SubmissionRefused);
    assert_eq!(reasons[3].text, "[1] no.such.path：新的原因");
    assert!(import.notes.iter().any(|note| matches!(note, Note::Code(86202, ..))));
    let mut one_person = draft(&[]);
    one_person.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
    let import = read(text, &one_person).unwrap();
    assert_eq!(import.events[0].reasons[1].field, "responsible_person.certificate.front");
}

#[test]
fn a_refusal_for_what_runs_already_changes_nothing_where_that_is_recorded() {
    let text = r#"{"errcode":86324,"errmsg":"is under review"}"#;
    let mut end = draft(&[E::DeregistrationRequested]);
    end.set(FieldId::FilingKind, Some("deregister".into()));
    let mut over = end.clone();
    over.events = draft(&[E::DeregistrationRequested, E::SmsReceived, E::SmsVerified]).events;
    for running in [end, over, draft(UNDER_REVIEW)] {
        let import = read(text, &running).unwrap();
        assert_eq!(import.events, running.events);
        assert!(import.notes.iter().any(|note| matches!(note, Note::Code(86324, ..))));
    }
    assert_eq!(read(text, &draft(&[])).unwrap().events.last().map(|event| event.kind), Some(E::SubmissionRefused));
}

#[test]
fn pushed_messages_are_read_in_both_forms() {
    let json = r#"{"AppId":"wx0000000000000000","CreateTime":1795658400,"InfoType":"notify_apply_icpfiling_result",
        "authorizer_appid":"wx7f6e5d4c3b2a1908","beian_status":3}"#;
    let xml = "<xml><AppId><![CDATA[wx0000000000000000]]></AppId><CreateTime>1795658400</CreateTime>\
        <InfoType><![CDATA[notify_apply_icpfiling_result]]></InfoType>\
        <authorizer_appid><![CDATA[wx7f6e5d4c3b2a1908]]></authorizer_appid><beian_status>3</beian_status></xml>";
    for text in [json, xml] {
        let import = read(text, &draft(UNDER_REVIEW)).unwrap();
        assert_eq!(import.events[1].kind, E::PlatformReturned, "{text}");
        assert_eq!(import.events[1].at, at("2026-11-26T10:00:00+08:00"), "{text}");
    }
    let face = "<xml><CreateTime>1795658400</CreateTime><InfoType>notify_icpfiling_verify_result</InfoType>\
        <verify_appid>wx7f6e5d4c3b2a1908</verify_appid><task_id>T&amp;1</task_id><result>3</result></xml>";
    let import = read(face, &draft(&[])).unwrap();
    assert_eq!(import.changes[0], (FieldId::FaceCheckTask, "T&1".into()));
    assert_eq!(import.changes[1].0, FieldId::FaceCheckPassedAt);
    assert!(import.events.is_empty());
    let failed = face.replace("<result>3", "<result>2");
    assert!(matches!(read(&failed, &draft(&[])).unwrap().notes[..], [Note::FaceCheck { passed: false, .. }]));
    let combined = r#"{"InfoType":"notify_3rd_wxa_auth_and_icp","procedure_id":"p","procedure_status":23}"#;
    assert_eq!(follows(combined, &draft(UNDER_REVIEW)).0, [E::PlatformReturned]);
    let unknown = r#"{"InfoType":"something_new","authorizer_appid":"wx7f6e5d4c3b2a1908"}"#;
    assert!(matches!(read(unknown, &draft(&[])).unwrap().notes[..], [Note::Unknown { .. }]));
}

#[test]
fn a_record_gives_number_and_differences_and_leaves_masked_values_alone() {
    let text = |applets: &str| {
        format!(
            r#"{{"errcode":0,"icp_subject":{{"base_info":{{"name":"另一家公司","record_number":"蜀ICP备2026000001号"}},
            "principal_info":{{"name":"测*","mobile":"130****0003"}}}},"icp_applets":{applets}}}"#
        )
    };
    let object = r#"{"base_info":{"appid":"wx7f6e5d4c3b2a1908","record_number":"蜀ICP备2026000001号-1X"}}"#;
    for applets in [object.to_owned(), format!("[{object}]")] {
        let import = read(&text(&applets), &draft(AT_BUREAU)).unwrap();
        assert_eq!(import.events.last().map(|event| event.number.as_str()), Some("蜀ICP备2026000001号-1X"));
        assert!(import.notes.contains(&Note::Masked(2)), "{:?}", import.notes);
        assert!(import.notes.iter().any(|note| matches!(note, Note::Differs { field: FieldId::SubjectName, .. })));
        assert!(import.changes.is_empty());
    }
}

#[test]
fn what_is_submitted_is_no_answer() {
    for (place, text) in [
        (
            "icp_materials",
            r#"{"icp_subject":{"base_info":{"name":"四川虚构音乐文化有限公司"}},"icp_materials":{"commitment_letter":["media:1"]}}"#,
        ),
        ("icp_subject.organize_info.certificate_photo", r#"{"icp_subject":{"organize_info":{"certificate_photo":"media:1"}}}"#),
        ("icp_applets.principal_info.verify_task_id", r#"{"icp_applets":{"principal_info":{"verify_task_id":"t"}}}"#),
    ] {
        assert_eq!(read(text, &draft(AT_BUREAU)), Err(Refusal::Request { place: place.to_owned() }));
    }
    // What has a number was answered, whatever else of a request it holds.
    let answer = r#"{"icp_subject":{"organize_info":{"certificate_photo":"media:1"}},"icp_materials":{"a":["b"]},
        "icp_applets":{"base_info":{"record_number":"蜀ICP备2026000001号-1X","nrlx_details":[{"type":24}]}}}"#;
    assert_eq!(follows(answer, &draft(AT_BUREAU)).1, Stage::Filed);
}

#[test]
fn a_record_makes_nothing_filed_that_is_not() {
    let mut ours = draft(&[]);
    ours.set(FieldId::SubjectCertificateNumber, Some("91510107MA0000007C".into()));
    let numbered = r#""icp_applets":{"base_info":{"record_number":"蜀ICP备2026000001号-1X"}}"#;
    let subject = |name: &str, number: &str| {
        format!(
            r#"{{"icp_subject":{{"base_info":{{"name":"{name}"}},"organize_info":{{"certificate_number":"{number}"}}}},{numbered}}}"#
        )
    };
    let (name, number) = ("四川虚构音乐文化有限公司", "91510107MA0000007C");
    for (text, is_ours) in [
        (subject(name, number), true),
        (subject("曾用名有限公司", number), true),
        (subject(name, ""), true),
        (subject("四川***公司", "9151************7C"), true),
        (subject(name, "91110107MA0000007C"), false),
        (subject("别的公司", ""), false),
        (subject(name, "9111************7C"), false),
        // Nothing tells whose it is: the person says so by importing it here.
        (format!("{{{numbered}}}"), true),
    ] {
        match read(&text, &ours) {
            Ok(import) => assert!(is_ours && import.events.last().is_some_and(|last| last.kind == E::BureauPassed), "{text}"),
            Err(refusal) => assert!(!is_ours && matches!(refusal, Refusal::AnotherSubject { .. }), "{text} {refusal:?}"),
        }
    }
    for text in [r#"{"icp_subject":{}}"#.to_owned(), format!(r#"{{"icp_subject":{{"base_info":{{"name":"{name}"}}}}}}"#)] {
        let import = read(&text, &ours).unwrap();
        assert!(import.is_nothing_new() && import.notes.contains(&Note::NoNumber), "{text}");
    }
    let odd = read(&subject(name, number).replace("蜀ICP备2026000001号-1X", "hello"), &ours).unwrap();
    assert!(odd.new_events().iter().all(|event| event.kind == E::Answered) && odd.notes.contains(&Note::NoNumber), "{odd:?}");
    // A call that failed has no record, whatever else stands there.
    for code in ["40001", "\"40001\"", "1.5", "true"] {
        let failed = format!(r#"{{"errcode":{code},"errmsg":"x","info":{{"status":6}},"icp_subject":{{}},{numbered}}}"#);
        let (new, stage) = follows(&failed, &ours);
        assert!(new.iter().all(|kind| *kind == E::Answered) && stage == Stage::Preparing, "{code}");
    }
    let failed = format!(r#"{{"errcode":86353,"errmsg":"failed","icp_subject":{{"base_info":{{"name":"{name}"}}}},{numbered}}}"#);
    assert_eq!(follows(&failed, &ours).0, [E::SubmissionRefused]);
}

#[test]
fn a_call_that_failed_for_its_token_is_no_refusal_of_a_filing() {
    for (code, words) in [(40001, "invalid credential"), (-1, "system error"), (45009, "reach max api daily quota limit")] {
        let text = format!(r#"{{"errcode":{code},"errmsg":"{words}"}}"#);
        for kinds in [&[][..], UNDER_REVIEW, AT_BUREAU] {
            let (new, stage) = follows(&text, &draft(kinds));
            assert!(new.iter().all(|kind| *kind == E::Answered), "{text} {new:?}");
            assert_eq!(stage, History::of(&draft(kinds)).stage());
        }
    }
}

#[test]
fn what_does_not_follow_is_told_of_the_stage_that_it_is_in() {
    let text = r#"{"errcode":86202,"errmsg":"fail","hints":[{"errcode":86355,"err_field":"icp_subject.base_info.name"}]}"#;
    let refusal = read(text, &draft(UNDER_REVIEW)).unwrap_err();
    let Refusal::OutOfOrder { reason, .. } = refusal else { panic!("{refusal:?}") };
    assert_eq!(Err(reason), History::of(&draft(UNDER_REVIEW)).admits(&Event::new(E::SubmissionRefused, now()), now()));
}

#[test]
fn another_number_than_the_drafts_and_an_app_id_that_it_lacks_are_told() {
    let record = |number: &str| {
        format!(r#"{{"errcode":0,"icp_applets":{{"base_info":{{"appid":"wx7f6e5d4c3b2a1908","record_number":"{number}"}}}}}}"#)
    };
    let (own, other) = ("蜀ICP备2026000001号-1X", "蜀ICP备2026000001号-7X");
    let mut filed = draft(&[AT_BUREAU, &[E::BureauPassed]].concat());
    filed.events.last_mut().unwrap().number = own.to_owned();
    let mut change = draft(&[]);
    change.set(FieldId::FilingKind, Some("change".into()));
    change.set(FieldId::RecordNumber, Some(own.into()));
    // One more mini-program names the number of another one until it has its own.
    let mut more = draft(AT_BUREAU);
    more.set(FieldId::RecordNumber, Some(own.into()));
    let told = |draft: &Draft, number: &str| {
        let notes = read(&record(number), draft).unwrap().notes;
        notes.contains(&Note::Differs { field: FieldId::RecordNumber, on_record: number.to_owned() })
    };
    assert!(told(&filed, other) && told(&change, other));
    assert!(!told(&filed, own) && !told(&change, own) && !told(&more, other));
    let mut without = draft(&[]);
    assert!(read(&record(own), &without).unwrap().notes.iter().all(|note| !matches!(note, Note::AppId(_))));
    without.set(FieldId::AppId, None);
    assert!(read(&record(own), &without).unwrap().notes.contains(&Note::AppId("wx7f6e5d4c3b2a1908".to_owned())));
}

#[test]
fn a_deregistration_is_followed_to_its_end() {
    let mut draft = draft(&[]);
    draft.set(FieldId::FilingKind, Some("deregister".into()));
    let canceling = r#"{"info":{"status":6,"is_canceling":true}}"#;
    assert_eq!(follows(canceling, &draft), (vec![E::DeregistrationRequested], Stage::SmsVerification));
    draft.events = read(canceling, &draft).unwrap().events;
    assert_eq!(follows(&entrance(1024, ""), &draft), (vec![E::Deregistered], Stage::Deregistered));
    let refused = r#"{"errcode":86353,"errmsg":"小程序未备案，不支持注销"}"#;
    draft.events.clear();
    assert_eq!(follows(refused, &draft), (vec![E::SubmissionRefused], Stage::Preparing));
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_nothing_follows() {
    let deep = "[".repeat(10_000);
    let deep_xml = "<a>".repeat(10_000);
    let large = vec![b' '; MOST_BYTES + 1];
    let other = entrance(2, "").replace(r#""errcode":0"#, r#""authorizer_appid":"wx1111111111111111","errcode":0"#);
    let future = r#"{"InfoType":"notify_apply_icpfiling_result","CreateTime":1999999999,"beian_status":2}"#;
    type Wrong = (Vec<u8>, fn(&Refusal) -> bool);
    let table: Vec<Wrong> = vec![
        (b" \n ".to_vec(), |refusal| *refusal == Refusal::Empty),
        (large, |refusal| *refusal == Refusal::TooLarge),
        (vec![b'{', 0xff], |refusal| *refusal == Refusal::NotText(1)),
        (deep.into_bytes(), |refusal| matches!(refusal, Refusal::TooDeep { line: 1, .. })),
        (deep_xml.into_bytes(), |refusal| matches!(refusal, Refusal::TooDeep { line: 1, .. })),
        (br#"{"info":{"status":"#.to_vec(), |refusal| matches!(refusal, Refusal::Truncated { line: 1, .. })),
        (b"<xml><InfoType>notify".to_vec(), |refusal| matches!(refusal, Refusal::Truncated { .. })),
        (b"<xml><a></b></xml>".to_vec(), |refusal| matches!(refusal, Refusal::Malformed { .. })),
        (b"{\n \"a\": nonsense}".to_vec(), |refusal| matches!(refusal, Refusal::Malformed { line: 2, .. })),
        (b"{\"a\":{\"b\":1,\n\"b\":2}}".to_vec(), |refusal| matches!(refusal, Refusal::Twice { key, line: 2, .. } if key == "b")),
        (b"<xml><Encrypt>abc</Encrypt></xml>".to_vec(), |refusal| *refusal == Refusal::Encrypted),
        (other.into_bytes(), |refusal| matches!(refusal, Refusal::AnotherAppId { .. })),
        (future.as_bytes().to_vec(), |refusal| matches!(refusal, Refusal::InFuture { place, .. } if place == "CreateTime")),
        (br#"{"a":1}"#.to_vec(), |refusal| *refusal == Refusal::NothingKnown(vec!["a".to_owned()])),
        (b"12".to_vec(), |refusal| *refusal == Refusal::NothingKnown(vec![])),
    ];
    for (bytes, is_it) in table {
        let refusal = import(&bytes, &draft(&[]), &Facts::new(), now(), now()).unwrap_err();
        assert!(is_it(&refusal), "{refusal:?}");
        for lang in [crate::text::Lang::Zh, crate::text::Lang::En] {
            let (message, hint) = crate::locale::answer::refusal(lang, &refusal);
            assert!(!message.is_empty() && !hint.is_empty() && !message.contains('{'), "{message}");
        }
    }
    let filed = draft(&[AT_BUREAU, &[E::BureauPassed]].concat());
    assert!(matches!(read(&entrance(3, ""), &filed), Err(Refusal::OutOfOrder { kind: E::PlatformReturned, .. })));
}

#[test]
fn a_masked_app_id_is_the_drafts_where_it_fits() {
    let text = |id: &str| format!(r#"{{"authorizer_appid":"{id}","InfoType":"notify_apply_icpfiling_result","beian_status":2}}"#);
    assert!(read(&text("wx7f************08"), &draft(&[])).is_ok());
    assert!(matches!(read(&text("wx8f************08"), &draft(&[])), Err(Refusal::AnotherAppId { .. })));
}

fn tree() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        any::<i64>().prop_map(serde_json::Value::from),
        (0i64..1040).prop_map(serde_json::Value::from),
        any::<bool>().prop_map(serde_json::Value::from),
        "\\PC{0,12}".prop_map(serde_json::Value::from),
        Just(serde_json::Value::Null),
    ];
    let key = prop::sample::select(vec![
        "info",
        "status",
        "audit_data",
        "hints",
        "errcode",
        "errmsg",
        "err_field",
        "key_name",
        "error",
        "suggest",
        "InfoType",
        "CreateTime",
        "icp_subject",
        "icp_applets",
        "base_info",
        "record_number",
        "procedure_status",
        "icp_audit",
        "sms_verify_status",
        "is_canceling",
        "available",
        "beian_status",
        "result",
        "task_id",
        "x",
    ]);
    leaf.prop_recursive(5, 48, 6, move |inner| {
        let pairs = prop::collection::vec((key.clone(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(serde_json::Value::from),
            pairs.prop_map(|pairs| pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Whatever comes, nothing panics, and what was recorded stays; what follows is in the order of the world.
    #[test]
    fn whatever_comes_nothing_is_lost(tree in tree(), cut in 0usize..400, count in 0usize..5) {
        let text = tree.to_string();
        let before = draft(&AT_BUREAU[..count.min(4)]);
        for bytes in [text.as_bytes(), text.as_bytes().get(..cut.min(text.len())).unwrap_or_default()] {
            if let Ok(import) = import(bytes, &before, &Facts::new(), now(), now()) {
                prop_assert!(import.events.len() >= before.events.len() && import.known == before.events.len());
                prop_assert!(History::new(Course::New, &import.events).impossible().is_empty());
                for (old, new) in before.events.iter().zip(&import.events) {
                    prop_assert_eq!((old.kind, old.at, &old.note), (new.kind, new.at, &new.note));
                }
            }
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), xml in "<[a-z/<>&;!\\[\\]CDATA\"' ]{0,80}") {
        let _ = import(&bytes, &draft(&[]), &Facts::new(), now(), now());
        let _ = import(xml.as_bytes(), &draft(&[]), &Facts::new(), now(), now());
    }
}
