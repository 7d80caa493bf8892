use super::*;
use crate::drafts::codec;
use crate::filing::Value;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 28).unwrap()
}

fn example(name: &str) -> Draft {
    let text = match name {
        "company" => include_str!("../../../assets/example/company.toml"),
        _ => include_str!("../../../assets/example/individual.toml"),
    };
    codec::parse(text).unwrap().draft().clone()
}

fn keys(draft: &Draft) -> Vec<Key> {
    of(draft, today()).iter().map(|letter| letter.key).collect()
}

fn in_region(mut draft: Draft, region: &str) -> Draft {
    draft.set(FieldId::SubjectRegion, Some(region.into()));
    draft
}

fn words(html: &str) -> String {
    let body = html.split_once("<article class=\"letter\" lang=\"zh-CN\">").unwrap().1;
    let mut text = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

fn letter(draft: &Draft, key: Key, field: FieldId) -> Letter {
    of(draft, today()).into_iter().find(|letter| letter.key == key && letter.material.field == field).unwrap()
}

#[test]
fn each_draft_gets_the_letters_that_its_checklist_names() {
    use Key as K;
    let company = || example("company");
    let individual = || example("individual");
    let legal = || {
        let mut draft = company();
        draft.set(FieldId::IsLegalPerson, Some(Value::Flag(true)));
        draft.set(FieldId::SameAsResponsiblePerson, Some(Value::Flag(true)));
        draft
    };
    let has: &[(Draft, &[K], &[K])] = &[
        (company(), &[K::Authorization, K::Authorization, K::Commitment, K::NameChange, K::Statement], &[K::AuthenticityNotice]),
        (legal(), &[K::Commitment], &[K::Authorization, K::CommitmentOfIndividual]),
        (individual(), &[K::CommitmentOfIndividual], &[K::Authorization, K::Commitment, K::Statement, K::NameChange]),
        (in_region(company(), "320106"), &[K::AuthenticityNotice, K::AuthenticityCommitment, K::Video], &[K::ContentStatement]),
        (in_region(individual(), "320106"), &[K::AuthenticityNotice, K::AuthenticityCommitment, K::Video], &[K::Statement]),
        (in_region(company(), "310101"), &[K::Authorization, K::AuthorizationWithPost, K::Commitment], &[K::Video]),
        (in_region(company(), "120101"), &[K::ContentStatement], &[K::Video]),
        (in_region(individual(), "120101"), &[], &[K::ContentStatement]),
        (in_region(company(), "430102"), &[], &[K::Video]),
    ];
    for (draft, wanted, unwanted) in has {
        let mut found = keys(draft);
        for key in *wanted {
            let at = found.iter().position(|one| one == key).unwrap_or_else(|| panic!("{key:?} missing in {found:?}"));
            found.remove(at);
        }
        assert!(unwanted.iter().all(|key| !found.contains(key)), "{unwanted:?} in {found:?}");
    }
    let mut deregistration = company();
    deregistration.set(FieldId::FilingKind, Some("deregister".into()));
    assert_eq!(keys(&deregistration), []);
    let mut counting = in_region(company(), "430102");
    counting.set(FieldId::FiledBefore, Some(Value::Flag(true)));
    assert!(keys(&counting).contains(&K::Proposal));
}

#[test]
fn a_letter_of_authorisation_in_full() {
    let draft = example("company");
    let letter = letter(&draft, Key::Authorization, FieldId::OwnerAuthorizationLetter);
    assert_eq!(letter.place(Naming::Chinese), "letters/小程序负责人授权书.html");
    let html = letter.to_html(&draft, today(), Lang::Zh);
    let wanted = "小程序负责人授权书四川省通信管理局：\
        四川虚构音乐文化有限公司（统一社会信用代码：91510107MA0000007C）现授权测试戊（居民身份证号码：510104198811239961）担任小程序负责人，\
        代表本单位办理微信小程序「虚构音乐厅」（AppID：wx7f6e5d4c3b2a1908）的备案。\
        授权事项：填写、核对并提交备案信息和材料；接听平台和通信管理局的核实电话；接收并完成工信部短信核验；按审核意见修改后重新提交。\
        本单位确认被授权人已经同意，所报信息真实、准确；被授权人在授权范围内所办事项，由本单位承担责任。授权自签署之日起，到本次备案办结或本单位书面撤销时为止。\
        被授权人姓名测试戊证件类型和号码居民身份证 510104198811239961法定代表人姓名测试丁法定代表人证件号码510107198003089933\
        法定代表人（手写签名）：单位名称（盖公章）：四川虚构音乐文化有限公司日期：年月日";
    assert_eq!(words(&html).trim(), wanted);
    assert!(!html.contains("class=\"gloss"), "no gloss in Chinese");
    assert_eq!(html, letter.to_html(&draft, today(), Lang::Zh));
}

#[test]
fn the_number_is_called_by_what_it_is() {
    for (kind, number, expected) in [
        (1, "91510107MA0000007C", "统一社会信用代码：91510107MA0000007C"),
        (1, "510107000012345", "注册号：510107000012345"),
        (3, "000000007", "组织机构代码：000000007"),
        (5, "川-7", "号码：川-7"),
    ] {
        let mut draft = example("company");
        draft.set(FieldId::SubjectCertificateKind, Some(Value::Code(kind)));
        draft.set(FieldId::SubjectCertificateNumber, Some(number.into()));
        let html = letter(&draft, Key::Authorization, FieldId::OwnerAuthorizationLetter).to_html(&draft, today(), Lang::Zh);
        assert!(words(&html).contains(expected), "{}", words(&html));
        assert_eq!(words(&html).contains("统一社会信用代码"), expected.starts_with("统一"), "{kind}");
    }
}

#[test]
fn who_signs_the_commitment_is_said_alike_beside_it_and_on_its_lines() {
    for (is_one, lines) in
        [(true, "法定代表人兼主体负责人（手写签名）：单位名称"), (false, "法定代表人（手写签名）：主体负责人（手写签名）：")]
    {
        let mut draft = example("company");
        draft.set(FieldId::IsLegalPerson, Some(Value::Flag(is_one)));
        let html = letter(&draft, Key::Commitment, FieldId::CommitmentLetter).to_html(&draft, today(), Lang::Zh);
        assert!(words(&html).contains(lines), "{}", words(&html));
        assert!(html.contains("法定代表人和主体负责人手写签名和日期（是同一人的签一次）"), "{html}");
        assert_eq!(html.contains("这里是两个人"), !is_one);
    }
}

#[test]
fn what_is_signed_now_is_told_from_what_is_asked_for() {
    let letters = of(&example("company"), today());
    let (on_demand, needed): (Vec<&Letter>, Vec<&Letter>) = letters.iter().partition(|letter| letter.is_on_demand());
    let names = |letters: &[&Letter]| letters.iter().map(|letter| letter.name().to_owned()).collect::<Vec<_>>();
    assert!(names(&needed).contains(&"小程序负责人授权书".to_owned()), "{:?}", names(&needed));
    assert!(names(&on_demand).contains(&"情况说明".to_owned()), "{:?}", names(&on_demand));
    let said = crate::locale::letter::written(Lang::Zh, &names(&needed), &names(&on_demand)).join("\n");
    assert!(said.contains("现在要签的") && said.contains("要求时才签的"), "{said}");
}

#[test]
fn both_people_have_a_letter_of_their_own() {
    let draft = example("company");
    for (field, role, person, other) in [
        (FieldId::ResponsiblePersonAuthorizationLetter, "担任主体负责人", "测试丙", "测试戊"),
        (FieldId::OwnerAuthorizationLetter, "担任小程序负责人", "测试戊", "测试丙"),
    ] {
        let html = letter(&draft, Key::Authorization, field).to_html(&draft, today(), Lang::En);
        let text = words(&html);
        assert!(text.contains(role) && text.contains(person) && !text.contains(other), "{text}");
        assert!(
            html.contains("class=\"gloss screen-only\" lang=\"en\"") && text.contains("It holds from the date below"),
            "{text}"
        );
    }
}

#[test]
fn what_the_draft_lacks_is_a_line_and_is_named() {
    let mut draft = example("company");
    draft.set(FieldId::LegalPersonName, None);
    draft.set(FieldId::AppId, None);
    let html = letter(&draft, Key::Authorization, FieldId::OwnerAuthorizationLetter).to_html(&draft, today(), Lang::Zh);
    assert!(html.contains("（AppID：<span class=\"rule\"></span>）"), "{html}");
    let how = html.split_once("<article").unwrap().0;
    assert!(how.contains("留成了横线") && how.contains(FieldId::LegalPersonName.label().zh), "{how}");
    let whole = letter(&example("company"), Key::Authorization, FieldId::OwnerAuthorizationLetter);
    assert!(!whole.to_html(&example("company"), today(), Lang::Zh).contains("留成了横线"));
}

#[test]
fn provinces_have_their_own_words_and_forms() {
    let company = example("company");
    let how = |region: &str, key, field| {
        let draft = in_region(company.clone(), region);
        letter(&draft, key, field).to_html(&draft, today(), Lang::Zh)
    };
    let commitment = FieldId::CommitmentLetter;
    assert!(how("440305", Key::Commitment, commitment).contains("广东由负责人亲笔签名并手写日期，不收名章"));
    assert!(how("440305", Key::Commitment, commitment).contains("广东省通信管理局有自己的"));
    assert!(!how("510107", Key::Commitment, commitment).contains("有自己的"));
    let shanghai = how("310101", Key::AuthorizationWithPost, FieldId::OwnerAuthorizationLetter);
    assert!(shanghai.contains("被授权人职务") && shanghai.contains("上海市通信管理局有自己的"));
    let video = how("320106", Key::Video, FieldId::PromiseVideo);
    assert!(words(&video).contains("本人测试戊，是四川虚构音乐文化有限公司的微信小程序「虚构音乐厅」的负责人"), "{video}");
    assert!(!words(&video).contains("日期："));
}

#[test]
fn a_change_of_name_names_both() {
    let mut draft = example("company");
    draft.set(FieldId::FilingKind, Some("change".into()));
    draft.set_recorded(FieldId::SubjectName, Some("四川旧名有限公司".into()));
    let html = letter(&draft, Key::NameChange, FieldId::NameChangeLetter).to_html(&draft, today(), Lang::Zh);
    assert!(words(&html).contains("原名称四川旧名有限公司现名称四川虚构音乐文化有限公司"), "{}", words(&html));
    assert!(html.contains("主体更名函要由登记机关") && !html.contains("添加到草稿的"));
    let cover = letter(&draft, Key::NameChange, FieldId::NameChangeLetter);
    assert_eq!(cover.file, "主体名称变更说明.html");
    let note = letter(&draft, Key::ChangeNote, FieldId::SubjectOtherMaterials).to_html(&draft, today(), Lang::Zh);
    assert!(words(&note).contains("四川旧名有限公司四川虚构音乐文化有限公司"), "{}", words(&note));
}

#[test]
fn an_individual_is_told_of_a_fingerprint_and_an_organisation_of_a_seal() {
    for (name, key, has, has_not) in [
        ("individual", Key::CommitmentOfIndividual, "签名、按手印后", "盖章后"),
        ("company", Key::Commitment, "签名、盖章后", "按手印后"),
    ] {
        let draft = example(name);
        let html = letter(&draft, key, FieldId::CommitmentLetter).to_html(&draft, today(), Lang::Zh);
        assert!(html.contains(has) && !html.contains(has_not), "{html}");
    }
}

#[test]
fn hostile_values_stay_text() {
    let mut draft = example("company");
    draft.set(FieldId::SubjectName, Some("\"><script>alert(1)</script>".into()));
    draft.set(FieldId::MiniProgramName, Some(format!("\u{202e}{{owner}}{}😀", "长".repeat(10_000)).into()));
    for letter in of(&draft, today()) {
        for lang in [Lang::Zh, Lang::En] {
            let html = letter.to_html(&draft, today(), lang);
            assert!(!html.contains("<script") && !html.contains('\u{202e}'), "{}", letter.file);
            assert!(html.contains("&lt;script&gt;"), "{}", letter.file);
        }
    }
}

#[test]
fn one_more_mini_program_gets_the_letters_of_the_mini_program_alone() {
    let mut draft = example("company");
    for id in [FieldId::ResponsiblePersonAuthorizationLetter, FieldId::OwnerAuthorizationLetter] {
        draft.set(id, None);
    }
    draft.set(FieldId::Renamed, None);
    let first = keys(&draft);
    assert_eq!(first.iter().filter(|key| **key == Key::Authorization).count(), 2);
    assert!(!first.contains(&Key::NameChange), "nobody has said that the name was changed");
    draft.set_recorded(FieldId::SubjectName, Some("四川虚构音乐文化有限公司".into()));
    let fields: Vec<FieldId> = of(&draft, today()).iter().map(|letter| letter.material.field).collect();
    assert!(fields.contains(&FieldId::OwnerAuthorizationLetter), "{fields:?}");
    assert!(!fields.contains(&FieldId::ResponsiblePersonAuthorizationLetter), "it was signed with the record: {fields:?}");
    assert!(!keys(&draft).contains(&Key::NameChange), "its name is that on record");
    draft.set(FieldId::Renamed, Some(Value::Flag(true)));
    assert!(keys(&draft).contains(&Key::NameChange));
}

#[test]
fn an_individual_in_jiangsu_speaks_of_themself_and_records_a_video() {
    let draft = in_region(example("individual"), "320102");
    let letters = of(&draft, today());
    let html = |key: Key| letters.iter().find(|letter| letter.key == key).unwrap().to_html(&draft, today(), Lang::Zh);
    for key in [Key::AuthenticityCommitment, Key::Video] {
        let text = words(&html(key));
        assert!(text.contains("的备案主体和负责人") && text.contains("由本人自己使用"), "{text}");
    }
    assert!(words(&html(Key::AuthenticityNotice)).contains("的备案主体和负责人"));
    let video = html(Key::Video);
    assert!(!video.contains("日期手写") && !video.contains("2 MB") && !video.contains("签好并扫描"), "{video}");
    assert!(video.contains("录好后"));
    let unit = in_region(example("company"), "320102");
    let letters = of(&unit, today());
    let notice = letters.iter().find(|letter| letter.key == Key::AuthenticityNotice).unwrap();
    assert!(words(&notice.to_html(&unit, today(), Lang::Zh)).contains("你作为"));
}

#[test]
fn every_letter_has_a_name_in_ascii_that_no_other_has() {
    for (name, kind) in ["company", "individual"].into_iter().flat_map(|name| ["new", "change"].map(|kind| (name, kind))) {
        for province in crate::catalog::province::provinces() {
            let mut draft = in_region(example(name), &format!("{}0101", &province.code[..2]));
            draft.set(FieldId::FilingKind, Some(kind.into()));
            draft.set_recorded(FieldId::SubjectName, Some("四川旧名有限公司".into()));
            draft.set(FieldId::FiledBefore, Some(Value::Flag(true)));
            let letters = of(&draft, today());
            let places: BTreeSet<String> = letters.iter().map(|letter| letter.place(Naming::Ascii)).collect();
            assert_eq!(places.len(), letters.len(), "{name} {kind} {places:?}");
            for place in places {
                let stem = place.strip_prefix("letters/").and_then(|place| place.strip_suffix(".html")).unwrap();
                assert!(stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{place}");
            }
        }
    }
    // One that no example asks for is called something, too.
    let words: BTreeSet<&str> = Key::ALL.iter().map(|key| ascii(*key)).collect();
    assert_eq!(words.len() + 1, Key::ALL.len(), "both commitment letters are called the same, and never go together");
}
