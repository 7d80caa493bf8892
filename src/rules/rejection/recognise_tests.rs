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
        ("小程序备注描述不清晰", Some(R::RemarkTooVague)),
        ("备注不清楚", Some(R::RemarkTooVague)),
        ("小程序备注栏上传的图片不清晰", Some(R::PictureUnclear)),
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
        // Commas part what is about two places, and nothing else.
        ("证件照片不清晰,地址不详细", vec![(Some(10), "subject.certificate.photo"), (Some(42), "subject.address")]),
        (
            "身份证反面模糊，请重新上传，小程序备注描述不清晰",
            vec![(Some(10), "responsible_person.certificate.back"), (Some(25), "mini_program.remark")],
        ),
        ("手机无法接通，应急电话也无法接通，请保持畅通", vec![(Some(20), "responsible_person.emergency_phone")]),
        ("营业执照照片模糊，有反光，缺角", vec![(Some(10), "subject.certificate.photo")]),
        ("1、小程序负责人手机号无法接通 2、通讯地址不详细", vec![(Some(20), "owner.mobile"), (Some(42), "subject.address")]),
        ("电话无法接通。请保持电话畅通。", vec![(Some(20), "responsible_person.mobile")]),
        ("（1）水印遮挡营业执照\n（2）请联系客服", vec![(Some(13), "subject.certificate.photo"), (None, "")]),
        (
            "ID back is blurred; 53011 remark too short. Postal address lacks a number",
            vec![
                (Some(10), "responsible_person.certificate.back"),
                (Some(25), "mini_program.remark"),
                (Some(42), "subject.address"),
            ],
        ),
        ("证件住所校验不通过", vec![(Some(7), "subject.certificate.address")]),
        ("地址不详细", vec![(Some(42), "subject.address")]),
        ("办公地址不够详细，请写到门牌号", vec![(Some(42), "subject.address")]),
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
fn no_reviewer_writes_sentences_without_end() {
    let clause = "证件照片不清晰，地址不详细，";
    for (times, count) in [(1, 2), (10, 20), (5_000, 1)] {
        let text = clause.repeat(times);
        assert_eq!(reasons(&text, &company()).len(), count, "{times}");
    }
}

#[test]
fn points_that_follow_each_other_need_nothing_between() {
    for (text, count) in [
        ("（1）身份证照片模糊（2）营业执照过期（3）地址不详细", 3),
        ("1.身份证照片模糊2.营业执照过期3.地址不详细", 3),
        ("1、照片模糊2、手机号有误3、地址不详细", 3),
        ("(1)ID photo blurred(2)licence expired(3)address not detailed", 3),
        ("1、有效期至2026.11.2、地址不详细", 1),
        ("照片模糊（2）张", 1),
    ] {
        let got = reasons(text, &company());
        assert_eq!(got.len(), count, "{text}: {got:?}");
    }
}

#[test]
fn marks_alone_are_no_reason() {
    for (text, count) in [
        ("驳回原因：；1、手机号码为空号；2、备注不详细。", 2),
        ("驳回原因：\n\n1、手机号码为空号；\n；\n2、备注不详细。", 2),
        ("Reasons:; the remark is too short", 1),
        ("；；。", 0),
        ("……", 0),
    ] {
        let got = reasons(text, &company());
        assert_eq!(got.len(), count, "{text}: {got:?}");
        assert!(got.iter().all(|reason| has_words(&reason.text)), "{got:?}");
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
            &[
                ("The remark is unclear.", "mini_program.remark"),
                ("Please provide the culture permit.", "mini_program.prior_approvals"),
            ],
        ),
        ("The stamp is missing! The paper is torn.", &[("The stamp is missing!", ""), ("The paper is torn.", "")]),
        ("The seal is not on the ID. The paper is torn.", &[("The seal is not on the ID.", ""), ("The paper is torn.", "")]),
        // What says that it goes on does, and keeps its mark; what only asks for another submission is no reason.
        ("The paper is torn; please correct and resubmit.", &[("The paper is torn", "")]),
        ("The paper is torn; this must be corrected.", &[("The paper is torn; this must be corrected.", "")]),
        ("The paper is torn. It must be whole;", &[("The paper is torn. It must be whole", "")]),
        ("Licence No. 5 of Example Co. is not clear", &[("Licence No. 5 of Example Co. is not clear", number)]),
        (
            "The remark is unclear.Please provide the culture permit.",
            &[
                ("The remark is unclear.", "mini_program.remark"),
                ("Please provide the culture permit.", "mini_program.prior_approvals"),
            ],
        ),
        (
            "The remark lists books, toys etc. and is vague.",
            &[("The remark lists books, toys etc. and is vague.", "mini_program.remark")],
        ),
        ("The page of www.Example.com is down", &[("The page of www.Example.com is down", "")]),
        ("See e.g. page two", &[("See e.g. page two", "")]),
        ("照片模糊; 请修改", &[("照片模糊; 请修改", "")]),
        ("通讯地址不详细；请补充；谢谢", &[("通讯地址不详细；请补充", "subject.address")]),
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

/// What frames the reasons stays in the note, which keeps the whole text.
#[test]
fn greetings_and_closings_are_no_reasons() {
    let (photo, address, mobile) = ("subject.certificate.photo", "subject.address", "responsible_person.mobile");
    for (text, expected) in [
        (
            "Dear customer, unfortunately we cannot approve your filing. Reasons: 1. The photo of the licence is blurred. 2. Address is \
             not detailed enough. Please modify and resubmit. Thank you.",
            &[("The photo of the licence is blurred.", photo), ("Address is not detailed enough.", address)][..],
        ),
        (
            "尊敬的用户，您好：\n您提交的备案审核不通过，原因如下：\n1、营业执照照片不清晰\n2、通讯地址不详细\n请修改后重新提交，谢谢！",
            &[("营业执照照片不清晰", photo), ("通讯地址不详细", address)],
        ),
        (
            "您好，您提交的备案信息经审核不通过，原因如下：1、营业执照照片模糊；2、主体负责人电话无法接通。请按要求修改后重新提交。",
            &[("营业执照照片模糊", photo), ("主体负责人电话无法接通。", mobile)],
        ),
        ("驳回原因：通讯地址不详细", &[("通讯地址不详细", address)]),
        (
            "The mobile of the responsible person could not be reached; please keep the phone on.",
            &[("The mobile of the responsible person could not be reached; please keep the phone on.", mobile)],
        ),
        ("主体负责人手机号无法接通；请保持手机号畅通", &[("主体负责人手机号无法接通；请保持手机号畅通", mobile)]),
        ("Please try again. The mobile of J. Doe is off.", &[("The mobile of J. Doe is off.", mobile)]),
        // There is nothing else.
        ("审核不通过，请修改后重新提交。", &[("审核不通过，请修改后重新提交。", "")]),
        ("头像审核不通过", &[("头像审核不通过", "")]),
    ] {
        let got = reasons(text, &company());
        let told: Vec<(&str, &str)> = got.iter().map(|reason| (reason.text.as_str(), reason.field.as_str())).collect();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn what_reviewers_write_is_understood_with_its_field() {
    let wrong = [
        // Dates that were mistyped are no reason to renew a document.
        ("主体负责人证件有效期填写错误", None, "responsible_person.certificate.valid_until"),
        ("证件有效期与证件不一致，请核实修改", None, "responsible_person.certificate.valid_until"),
        ("身份证有效期填写有误", None, "responsible_person.certificate.valid_until"),
        ("小程序负责人证件起始日期填写错误", None, "owner.certificate.valid_from"),
        ("营业执照有效期填写错误，与执照不一致", None, "subject.certificate.valid_until"),
        ("The validity period of the ID card does not match the card", None, "responsible_person.certificate.valid_until"),
        ("Expiry date is wrong", None, "responsible_person.certificate.valid_until"),
        ("主体负责人身份证有效期不足6个月", Some(4), "responsible_person.certificate.valid_until"),
        ("小程序负责人身份证已过期", Some(4), "owner.certificate.valid_until"),
        ("营业执照即将到期", Some(3), "subject.certificate.valid_until"),
        ("Responsible person's ID card expires soon", Some(4), "responsible_person.certificate.valid_until"),
        ("The business licence has expired", Some(3), "subject.certificate.valid_until"),
        ("主体证件号码与公安库信息不匹配", Some(14), "responsible_person.certificate.number"),
        ("主体负责人姓名与身份证不一致", Some(14), "responsible_person.name"),
        ("The name does not match the ID card", Some(14), "responsible_person.name"),
        ("证件号码填写错误", None, "responsible_person.certificate.number"),
        ("法定代表人姓名与执照不符", None, "subject.legal_person.name"),
        ("主办单位名称与营业执照不一致", Some(2), "subject.name"),
        ("营业执照照片不清晰", Some(10), "subject.certificate.photo"),
        ("身份证人像面照片反光", Some(10), "responsible_person.certificate.front"),
        ("The photo of the licence is blurred", Some(10), "subject.certificate.photo"),
        ("The back of the ID card is out of focus", Some(10), "responsible_person.certificate.back"),
        ("上传的身份证为复印件", Some(11), "responsible_person.certificate.front"),
        ("The ID card is a photocopy", Some(11), "responsible_person.certificate.front"),
        ("The licence photo has a watermark", Some(13), "subject.certificate.photo"),
        ("负责人手机号已停机", Some(20), "responsible_person.mobile"),
        ("应急联系人电话与负责人手机号一致", Some(16), "responsible_person.emergency_phone"),
        ("The emergency phone was not answered", Some(20), "responsible_person.emergency_phone"),
        ("The owner's mobile is switched off", Some(20), "owner.mobile"),
        ("手机号码归属地非本省", Some(19), "responsible_person.mobile"),
        ("Mobile number is not from this province", Some(19), "responsible_person.mobile"),
        ("小程序备注过于简单", Some(25), "mini_program.remark"),
        ("The remark on the mini-program is too simple", Some(25), "mini_program.remark"),
        ("通讯地址未精确到门牌号", Some(42), "subject.address"),
        ("Address is not detailed enough", Some(42), "subject.address"),
        ("The name of the mini-program is already in use", Some(24), "mini_program.name"),
        ("The mini-program name has nothing to do with the business scope", Some(21), "mini_program.name"),
        ("未提供前置审批文件", Some(27), "mini_program.prior_approvals"),
        ("授权书未加盖公章", Some(31), "responsible_person.authorization_letter"),
        ("The letter of authorisation has no seal", Some(31), "responsible_person.authorization_letter"),
        ("人脸核验未通过", Some(35), "owner.face_check.passed_at"),
        ("Service content does not match the business scope", Some(29), "mini_program.service_contents"),
        ("邮箱填写错误", None, "responsible_person.email"),
        ("The mini-program's name is the same as an existing one", Some(24), "mini_program.name"),
        ("身份证有效期未填写完整", None, "responsible_person.certificate.valid_until"),
        ("小程序名称与主体单位无关，请说明", Some(21), "mini_program.name"),
        ("请上传彩色原件", Some(11), ""),
        ("法定代表人信息与工商登记不一致", Some(6), "subject.certificate.number"),
        ("Validity start date is filled in incorrectly", None, "responsible_person.certificate.valid_from"),
        ("The address does not match the business licence", Some(7), "subject.certificate.address"),
        ("The responsible person is not the legal representative", Some(5), "responsible_person.is_legal_person"),
        ("Mini-program category is not consistent with the actual service", Some(29), "mini_program.service_contents"),
        ("Verification code was not entered within 24 hours", Some(47), ""),
        ("Please re-upload the ID back", None, "responsible_person.certificate.back"),
        ("The weather is bad", None, ""),
    ]
    .into_iter()
    .filter_map(|(text, rejection, field)| {
        let found = reason(text, recognise(text), &company());
        let told = (found.rejection, found.field.as_str().to_owned());
        (told != (rejection, field.to_owned())).then(|| format!("{text}: {told:?} for {:?}", (rejection, field)))
    })
    .collect::<Vec<_>>();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let individual = Draft::new(crate::catalog::INDIVIDUAL);
    let found = reason("主体证件号码填写错误", None, &individual);
    assert_eq!(found.field, "responsible_person.certificate.number");
}
