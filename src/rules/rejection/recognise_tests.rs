use super::*;
use Rejection as R;

fn company() -> Draft {
    let mut draft = Draft::new(4);
    draft.set(FieldId::SameAsResponsiblePerson, Some(crate::filing::Value::Flag(false)));
    draft
}

#[test]
fn every_known_rejection_is_recognised_by_its_own_words() {
    for rejection in R::ALL {
        let words = rejection.record().wording.zh;
        assert_eq!(recognise(words), Some(rejection), "{words}");
    }
}

#[test]
fn what_reviewers_write_is_recognised() {
    for (text, rejection) in [
        ("证件背面照片模糊", Some(R::PictureUnclear)),
        ("应急电话无法接通", Some(R::PhoneNotAnswered)),
        ("小程序备注过于笼统，须写明服务对象和功能", Some(R::RemarkTooVague)),
        ("您的证件住所校验不通过，请修改", Some(R::CertificateAddressFailed)),
        ("营业执照有效期不足三个月", Some(R::LicenceExpiresSoon)),
        ("授权书日期超过三个月", Some(R::AuthorizationLetterDate)),
        ("授权书未盖章", Some(R::AuthorizationLetterFaulty)),
        ("真实性承诺书缺失", Some(R::AuthenticityLettersMissing)),
        ("承诺书须手写签名", Some(R::CommitmentLetterMissing)),
        ("错误码 1046", Some(R::FiledInAnotherProvince)),
        ("天气不好", None),
        ("", None),
    ] {
        assert_eq!(recognise(text), rejection, "{text}");
    }
}

#[test]
fn a_text_gives_its_reasons_one_by_one_and_loses_no_word() {
    for (text, found) in [
        (
            "证件背面照片模糊；应急电话无法接通",
            vec![(Some(10), "responsible_person.certificate.back"), (Some(20), "responsible_person.emergency_phone")],
        ),
        (
            "证件照片不清晰，请重新上传；小程序备注过于笼统，须写明服务对象和功能。",
            vec![(Some(10), "subject.certificate.photo"), (Some(25), "mini_program.remark")],
        ),
        ("1、小程序负责人手机号无法接通 2、通讯地址不详细", vec![(Some(20), "owner.mobile"), (Some(42), "subject.address")]),
        ("电话无法接通。请保持电话畅通。", vec![(Some(20), "responsible_person.mobile")]),
        ("（1）水印遮挡营业执照\n（2）请联系客服", vec![(Some(13), "subject.certificate.photo"), (None, "")]),
        (
            "ID back is blurred; 53011 remark too short. Postal address lacks a number",
            vec![(None, "responsible_person.certificate.back"), (None, "mini_program.remark"), (None, "subject.address")],
        ),
        ("Please try again. The mobile of J. Doe is off.", vec![(None, ""), (None, "responsible_person.mobile")]),
        ("证件住所校验不通过", vec![(Some(7), "subject.certificate.address")]),
        ("小程序名称不合适", vec![(None, "mini_program.name")]),
        ("返回码：5008", vec![(None, "")]),
        ("请修改后提交", vec![(None, "")]),
        ("   \n ", vec![]),
    ] {
        let draft = company();
        let got = reasons(text, &draft);
        let short: Vec<(Option<u16>, &str)> = got.iter().map(|one| (one.rejection, one.field.as_str())).collect();
        assert_eq!(short, found, "{text}");
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
        assert_eq!(letters(&got.iter().map(|one| one.text.as_str()).collect::<String>()), letters(text));
    }
}

#[test]
fn english_reasons_are_told_apart_in_their_own_words() {
    let (front, number) = ("responsible_person.certificate.front", "subject.certificate.number");
    for (text, expected) in [
        (
            "The ID card photo is not clear; the licence number is wrong",
            &[("The ID card photo is not clear", front), ("the licence number is wrong", number)][..],
        ),
        (
            "ID photo not clear; please correct the licence number; wrong region",
            &[("ID photo not clear", front), ("please correct the licence number", number), ("wrong region", "subject.region")],
        ),
        (
            "The remark is unclear. Please provide the culture permit.",
            &[("The remark is unclear.", "mini_program.remark"), ("Please provide the culture permit.", "")],
        ),
        ("The stamp is missing! The paper is torn.", &[("The stamp is missing!", ""), ("The paper is torn.", "")]),
        ("The seal is not on the ID. The paper is torn.", &[("The seal is not on the ID.", ""), ("The paper is torn.", "")]),
        // What says that it goes on does, and keeps its mark.
        ("The paper is torn; please correct and resubmit.", &[("The paper is torn; please correct and resubmit.", "")]),
        ("The paper is torn. It must be whole;", &[("The paper is torn. It must be whole", "")]),
        ("Licence No. 5 of Example Co. is not clear", &[("Licence No. 5 of Example Co. is not clear", number)]),
        (
            "The remark is unclear.Please provide the culture permit.",
            &[("The remark is unclear.", "mini_program.remark"), ("Please provide the culture permit.", "")],
        ),
        (
            "The remark lists books, toys etc. and is vague.",
            &[("The remark lists books, toys etc. and is vague.", "mini_program.remark")],
        ),
        ("The page of www.Example.com is down", &[("The page of www.Example.com is down", "")]),
        ("See e.g. page two", &[("See e.g. page two", "")]),
        ("照片模糊; 请修改", &[("照片模糊; 请修改", "")]),
        ("通讯地址不详细；请补充；谢谢", &[("通讯地址不详细；请补充；谢谢", "subject.address")]),
    ] {
        let got = reasons(text, &company());
        let told: Vec<(&str, &str)> = got.iter().map(|reason| (reason.text.as_str(), reason.field.as_str())).collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn what_is_asked_of_one_person_only_is_placed_there() {
    let found = reasons("小程序负责人手机号无法接通", &Draft::new(5));
    assert_eq!(found[0].field, "responsible_person.mobile");
}

#[test]
fn numbers_of_points_are_told_from_numbers() {
    for (text, rest, numbered) in [
        ("1、甲", "甲", true),
        ("（12）甲", "甲", true),
        ("③甲", "甲", true),
        ("3.5 米", "3.5 米", false),
        ("2026.1.1 起", "2026.1.1 起", false),
        ("24小时", "24小时", false),
        ("甲", "甲", false),
    ] {
        assert_eq!(unnumbered(text), (rest, numbered), "{text}");
    }
}

#[test]
fn a_text_of_any_length_gives_a_list_that_can_be_read() {
    let many = "证件照片模糊。\n".repeat(5_000);
    assert!(reasons(&many, &company()).len() <= MOST);
    let _ = reasons(&"1、".repeat(20_000), &company());
}

#[test]
fn each_point_is_a_reason_whatever_its_place() {
    let draft = Draft::new(4);
    for (text, expected) in [
        ("通讯地址不详细；小程序备注填写不规范", &["通讯地址不详细", "小程序备注填写不规范"][..]),
        ("小程序备注填写不规范；通讯地址不详细", &["小程序备注填写不规范", "通讯地址不详细"]),
        ("通讯地址不详细。小程序备注不规范。", &["通讯地址不详细。", "小程序备注不规范。"]),
        ("通讯地址不详细；请补充", &["通讯地址不详细；请补充"]),
    ] {
        let told: Vec<String> = reasons(text, &draft).into_iter().map(|reason| reason.text).collect();
        assert_eq!(told, expected, "{text}");
    }
}
