//! Words of the rules about the numbers on organisations' certificates, but for the credit code.

super::rule_words! {
    "organisation-code-invalid" {
        title: "组织机构代码不对", "Organisation code is wrong";
        what: "代码共 9 位：8 位数字或字母，加一位校验，如 D2143569-X。", "Nine places: eight digits or letters and a check, such as D2143569-X.";
        mend: "对照证件逐位核对。", "Compare it place by place with the certificate.";
        why: "GB 11714 规定了校验位，错一位就对不上。", "GB 11714 has a check character: one wrong place breaks it.";
        wrong: "subject.certificate.kind = 12\nsubject.certificate.number = '330272095'" => "校验位对不上。", "The check does not fit.";
        right: "subject.certificate.kind = 12\nsubject.certificate.number = 'D2143569-X'" => "与证件逐位一致。", "As on the certificate, place by place.";
        "length": "组织机构代码是 9 位，现在是 {count} 位。", "An organisation code has nine places; this has {count}." => "对照证件补全或删去多余的。", "Complete or shorten it, comparing with the certificate.";
        "bad_char": "「{character}」不该在这里；代码只有数字和字母，最后一位是数字或 X。", "\"{character}\" does not belong there: digits and letters, and at the end a digit or X." => "对照证件改正或去掉它。", "Correct or remove it, comparing with the certificate.";
        "check_digit": "最后一位校验对不上，有一位填错了。", "The check character does not fit: one place is wrong." => "对照证件逐位核对。", "Compare it place by place with the certificate.";
        "credit_code": "这是 18 位的统一社会信用代码，证件类型却选了组织机构代码证。", "This is a credit code of 18 places, but the certificate chosen carries an organisation code." => "把证件类型改成印有这个代码的证件。", "Change the kind of certificate to the one with this code.";
    }
    "registration-number-invalid" {
        title: "营业执照注册号不对", "Registration number is wrong";
        what: "旧执照的注册号是 15 位数字，前两位是省份，最后一位是校验。", "15 digits on old licences: a province in front, a check digit at the end.";
        mend: "有新执照就填 18 位统一社会信用代码；没有就先换照。", "Enter the credit code of 18 places on the new licence; renew an old one first.";
        why: "GS 15-2006 规定了编号规则；2018 年起只认统一社会信用代码。", "GS 15-2006 sets the form; since 2018 only the credit code counts.";
        wrong: "subject.certificate.kind = 1\nsubject.certificate.number = '440229362123149'" => "校验位对不上。", "The check digit does not fit.";
        right: "subject.certificate.kind = 1\nsubject.certificate.number = '91510107MA0000007C'" => "换照后的统一社会信用代码。", "The credit code of the renewed licence.";
        "old_13": "13 位的是 2007 年以前的注册号，早已停用。", "Numbers of 13 digits are from before 2007 and long out of use." => "填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the licence.";
        "length": "统一社会信用代码是 18 位，旧注册号是 15 位，现在是 {count} 位。", "A credit code has 18 places, an old registration number 15; this has {count}." => "填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the licence.";
        "bad_char": "有「{character}」；旧注册号只有数字，统一社会信用代码是 18 位。", "It holds \"{character}\": old registration numbers have digits only, and a credit code has 18 places." => "填营业执照上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the licence.";
        "province": "前两位不是省份代码。", "Places 1 and 2 are no province." => "对照证件核对；有 18 位统一社会信用代码就填它。", "Compare with the certificate; enter the credit code if there is one.";
        "check_digit": "最后一位校验对不上，有一位填错了。", "The check digit does not fit: one place is wrong." => "对照证件核对；有 18 位统一社会信用代码就填它。", "Compare with the certificate; enter the credit code if there is one.";
    }
    "number-superseded" {
        title: "号码已停用", "Number is out of use";
        what: "组织机构代码和营业执照注册号都已由统一社会信用代码取代。", "Organisation codes and registration numbers have been replaced by the unified social credit code.";
        mend: "填证件上 18 位的统一社会信用代码；还是旧证的先换证。", "Enter the credit code of 18 places on the certificate; renew an old one first.";
        why: "过渡期已过，备案时多半核验不了旧号码。", "The transition is over, and old numbers can hardly be verified.";
        wrong: "subject.certificate.kind = 12\nsubject.certificate.number = 'D2143569-X'" => "组织机构代码已经停用。", "Organisation codes are out of use.";
        right: "subject.certificate.kind = 1\nsubject.certificate.number = '91510107MA0000007C'" => "统一社会信用代码。", "The credit code.";
        "superseded_by_uscc": "这是旧的 15 位注册号，2018 年起由 18 位统一社会信用代码取代。", "This is an old registration number; the credit code of 18 places has replaced it since 2018." => "填营业执照上的统一社会信用代码；还是旧执照的先换照。", "Enter the credit code on the licence; renew an old licence first.";
        "organisation_code": "组织机构代码证已停发，代码并入了统一社会信用代码的第 9 到 17 位。", "Organisation codes are no longer given out: they are places 9 to 17 of the credit code." => "有统一社会信用代码的证件，就改证件类型并填 18 位代码。", "With a certificate that has a credit code, change the kind and enter its 18 places.";
    }
    "subject-number-unlikely" {
        title: "证件号码不像", "Unlikely certificate number";
        what: "这种证件的编号没有公开的规则，但有的号码明显不像。", "This certificate's numbers have no published rule, but some are plainly unlike any.";
        mend: "照证件填写编号。", "Enter the number as on the certificate.";
        why: "号码与证件不符会被退回。", "What differs from the certificate is sent back.";
        wrong: "subject.certificate.kind = 38\nsubject.certificate.number = '123'" => "3 位，不像证件号码。", "Three places: hardly a certificate's number.";
        right: "subject.certificate.kind = 38\nsubject.certificate.number = 'PDY00012-344010517A1002'" => "照证件写全。", "All of it, as on the certificate.";
        "short": "不到 4 个字，太短了。", "Fewer than four characters." => "照证件填写完整的编号。", "Enter the whole number from the certificate.";
        "no_digit": "没有一位数字。", "Not a single digit." => "看看是不是填成了名称。", "See whether it is a name instead.";
        "resident_id": "这是身份证号，不是单位证件的号码。", "This is a person's identity number, not that of an organisation's certificate." => "填单位证件上的编号。", "Enter the number on the organisation's certificate.";
        "credit_code": "像是统一社会信用代码，但校验对不上。", "Like a credit code, but its check character does not fit." => "对照证件逐位核对；证件上确是这样就不用改。", "Compare it place by place with the certificate; leave it if it agrees.";
    }
}
