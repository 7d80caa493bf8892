//! Words of the rules about what several drafts say together.

super::rule_words! {
    "phone-in-another-draft" {
        title: "号码也在别的草稿里", "Number in another draft";
        what: "一个手机号码只属于一个人、只用在一个主体的备案里。", "A mobile number is one person's, in one subject's filings.";
        mend: "核对是谁的号码，另一边换掉。", "See whose it is and change the other.";
        why: "不同的人不能共用手机号码；不少地方也不许两个主体共用。", "People do not share numbers; many bureaus refuse two subjects with one.";
        wrong: "" => "甲的手机号码 13012340003，另一份草稿里写在乙名下。", "13012340003 is A's here and B's in another draft.";
        right: "" => "甲、乙各用各的号码。", "A and B have a number each.";
        "people": "在「{drafts}」里是另一个人的号码。", "In {drafts} it is someone else's." => "各填各的手机号码。", "Enter each person's own number.";
        "subjects": "在「{drafts}」里用于另一个主体。", "In {drafts} it stands for another subject." => "换一个号码，或确认当地允许。", "Use another, or make sure that the bureau allows it.";
    }
    "person-of-several-companies" {
        title: "一人担任多家单位的负责人", "One person for several companies";
        what: "同一个人最好只做一家单位的负责人。", "A person answers for one company.";
        mend: "换人，或先问当地管局。", "Choose someone else, or ask the bureau.";
        why: "江苏、江西等地会因此退回。", "Jiangsu, Jiangxi and others send it back.";
        wrong: "" => "张三同时是甲公司和乙公司两份备案的负责人。", "Zhang San answers for company A and for company B.";
        right: "" => "乙公司换了另一位负责人。", "Company B has someone else.";
        "": "在「{drafts}」里也是另一家单位的负责人。", "In {drafts} the same person answers for another company." => "换一位负责人，或确认当地允许。", "Choose someone else, or make sure that the bureau allows it.";
    }
    "filings-of-one-subject" {
        title: "同一主体有两份备案", "Two filings of one subject";
        what: "一个主体同时只能有一份备案在审。", "A subject has one filing in review at a time.";
        mend: "一份有了结果再提交另一份。", "Hand in one after the other.";
        why: "两份同时在审会以「主办者冲突」退回。", "The second one comes back as a conflict.";
        wrong: "" => "甲公司的另一个小程序正在管局审核，这份又要提交。", "Another mini-program of company A is with the bureau.";
        right: "" => "等那一份通过后再提交这份。", "This one waits until that one has passed.";
        "running": "同一主体的「{drafts}」正在审核。", "{drafts} of the same subject is in review." => "等它通过或撤回后再提交这一份。", "Hand this one in after it has passed or was withdrawn.";
        "prepared": "同一主体还有「{drafts}」在准备，不能同时提交。", "{drafts} of the same subject is being prepared: not both at once." => "排好先后，一份通过后再提交另一份。", "Hand in one, then the other.";
    }
    "mini-program-name-of-two-subjects" {
        title: "两个主体的小程序同名", "One name under two subjects";
        what: "不同主体的小程序不同名。", "Different subjects file different names.";
        mend: "改名。", "Rename one.";
        why: "同名会被当作重复退回。", "The same name is sent back as taken.";
        wrong: "" => "甲公司和乙公司的小程序都叫「小食记」。", "Companies A and B both call theirs 小食记.";
        right: "" => "乙公司的改名为「小食记分店」。", "Company B renames its own.";
        "": "「{drafts}」是另一个主体的，小程序同名。", "{drafts} of another subject has the same name." => "改掉其中一个名称。", "Rename one of them.";
    }
    "subject-in-two-provinces" {
        title: "同一主体在两个省", "One subject in two provinces";
        what: "一个主体只在一个省备案。", "A subject files in one province.";
        mend: "改成同一个省。", "Choose one province.";
        why: "平台会提示该主体已在别的省完成备案。", "The platform sends it back: on record elsewhere.";
        wrong: "" => "甲公司一份草稿选广东，另一份选四川。", "Company A chose Guangdong here and Sichuan there.";
        right: "" => "两份都选执照所在的广东。", "Both chose Guangdong, where the licence is from.";
        "": "同一主体的「{drafts}」选的是别的省。", "{drafts} of the same subject chose another province." => "按证件住所选同一个省。", "Choose the province of the certificate in both.";
    }
    "person-differs-between-drafts" {
        title: "同一个人的资料不一样", "One person, two accounts";
        what: "同一个人在各份草稿里的姓名、证件号码、手机号码要一致。", "A person's name, numbers and phone are the same everywhere.";
        mend: "对照证件，改掉不对的那份。", "Compare with the certificate and mend the wrong one.";
        why: "不一致说明至少一份有误。", "One of the two is wrong.";
        wrong: "" => "同一个证件号码，一份写张三，另一份写张叁。", "One certificate number, under two names.";
        right: "" => "两份都照证件写张三。", "Both write the name on the certificate.";
        "name": "在「{drafts}」里，这个证件号码是别的姓名。", "In {drafts} this certificate number has another name." => "对照证件核对姓名和号码。", "Compare name and number with the certificate.";
        "number": "在「{drafts}」里，这个人的证件号码不一样。", "In {drafts} this person has another certificate number." => "对照证件核对号码。", "Compare the number with the certificate.";
        "mobile": "在「{drafts}」里，这个人填的是别的手机号码。", "In {drafts} this person has another mobile number." => "两个号码都在用就不用改。", "Leave it if both are in use.";
    }
}
