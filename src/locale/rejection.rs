//! The reasons for which filings are sent back, in words: what is behind each, and what no program can see beforehand
//! (`filing-rules.md` sections 7 and 9).

use super::Text;

/// What there is to say about a reason.
#[derive(Debug, Clone, Copy)]
pub struct RejectionWords {
    /// What the platform or the bureau says, translated; in Chinese the table in `rules` has its own words.
    pub says: &'static str,
    /// What is behind it.
    pub cause: Text,
    /// How to get out of it.
    pub mend: Text,
    /// What cannot be seen before the filing is handed in; empty where rules see all of it.
    pub unseen: Text,
}

/// The words of the reason with this number, from 1 to 50.
#[must_use]
pub fn words(number: u8) -> Option<&'static RejectionWords> {
    WORDS.get(usize::from(number).checked_sub(1)?)
}

/// Writes the words in the order of the numbers.
macro_rules! rejection_words {
    ($($says:literal; $cause_zh:literal, $cause_en:literal; $mend_zh:literal, $mend_en:literal; $unseen_zh:literal, $unseen_en:literal;)+) => {
        const WORDS: &[RejectionWords] = &[$(RejectionWords {
            says: $says,
            cause: Text::new($cause_zh, $cause_en),
            mend: Text::new($mend_zh, $mend_en),
            unseen: Text::new($unseen_zh, $unseen_en),
        },)+];
    };
}

rejection_words! {
    "This subject has filed in XX: change the province, or deregister the subject and file anew";
    "主体在别的省备过案。", "The subject has filed in another province.";
    "改选那个省，或先注销再备案。", "Choose that province, or deregister first.";
    "工信部的备案记录离线查不到，所以问一次。", "The ministry's records cannot be read offline: the question is asked.";

    "The subject is not that of the mini-program";
    "单位名称与账号主体或执照不一致。", "The name differs from the account's subject or the licence.";
    "照执照逐字填写；账号主体不对就先改账号。", "Copy the name exactly; if the account is wrong, change it first.";
    "账号的认证主体只有控制台知道，所以问一次。", "Only the console knows the account's subject: the question is asked.";

    "The licence's validity is too short";
    "执照快到期。", "The licence ends soon.";
    "先换证再备案。", "Renew it first.";
    "", "";

    "The certificate's validity is too short";
    "证件一个月内到期，或不是正式的证件。", "The certificate ends within a month, or is a temporary one.";
    "先换证再备案。", "Renew it first.";
    "", "";

    "The responsible person is not the legal person, and the province takes no authorisation";
    "有的省只收法定代表人做主体负责人。", "Some provinces take the legal person only.";
    "改由法定代表人做主体负责人。", "Let the legal person be the responsible person.";
    "各省的要求时有变化，平台自己的名单没有公布。", "Provinces change their minds, and the platform's own list is not public.";

    "The registry's four data do not agree";
    "单位名称、信用代码、法定代表人和证件号码有一项不对，或登记机关的数据还没有同步。", "Name, code, legal person or number is wrong, or the registry's data lag behind.";
    "照执照重填；刚变更的等几天。", "Copy them from the licence; after a change, wait some days.";
    "登记机关的数据离线查不到，只能查号码的校验位和各项之间是否矛盾。", "The registry cannot be asked offline: only check digits and contradictions show.";

    "The address on the certificate does not pass";
    "证件住所与登记的写法不同。", "The address is written otherwise than in the registry.";
    "照执照上的住所原样填写。", "Copy the address as printed.";
    "登记的住所离线查不到，只能查写法。", "The registered address cannot be read offline: only its form is checked.";

    "Choose the region of the address on the certificate";
    "备案地区与证件住所不在一处。", "The region does not fit the address on the certificate.";
    "取消后重新选地区。", "Cancel, and choose the region again.";
    "", "";

    "The picture's content cannot be read";
    "证件类型不对，或照片太差。", "The wrong kind of certificate, or a poor picture.";
    "选对证件类型，重新拍照。", "Choose the right kind, and take the picture again.";
    "平台的文字识别离线用不了，只能查图片的好坏。", "The platform's reading cannot be tried offline: only the picture's quality is checked.";

    "The picture is blurred, cut or has glare";
    "照片拍得不好。", "The picture is poor.";
    "平放，光线均匀，四角拍全。", "Lay it flat in even light, with all corners.";
    "看得出是否清晰，看不出内容对不对。", "Sharpness can be measured; whether the right thing is shown cannot.";

    "A copy, a screenshot or a picture of a screen";
    "拍的不是原件。", "Not a picture of the original.";
    "拍原件的彩色照片。", "Photograph the original in colour.";
    "彩色的复印件和好的翻拍看不出来，所以问一次。", "Colour copies and good pictures of screens cannot be told: the question is asked.";

    "The picture's format or size is wrong";
    "超过 2 MB，像素不够，或不是 JPG、PNG。", "Above 2 MB, too few pixels, or neither JPG nor PNG.";
    "转换后再传。", "Convert it.";
    "", "";

    "A watermark covers the picture";
    "证件上加了水印。", "A watermark lies over the certificate.";
    "用没有水印的照片。", "Use a picture without one.";
    "水印离线认不出来，所以问一次。", "Watermarks cannot be recognised offline: the question is asked.";

    "The name does not fit the identity card";
    "姓名或号码填错。", "Name or number is mistyped.";
    "照证件重填。", "Copy both from the card.";
    "公安的数据离线查不到，只能查校验位和各项之间是否矛盾。", "Police data cannot be asked offline: only check digits and contradictions show.";

    "Different people use one phone number";
    "两个人填了同一个手机号码。", "Two people gave one mobile number.";
    "各填各的手机号码。", "Give each their own.";
    "", "";

    "The emergency number is the person's own";
    "应急电话与手机号码相同。", "The emergency number equals the mobile number.";
    "填另一个人的手机号码。", "Give somebody else's.";
    "", "";

    "The number is used by another subject";
    "手机号码在别的备案里。", "The number stands in another filing.";
    "换号码，或先改那份备案。", "Use another number, or change the other filing first.";
    "别人的备案离线查不到，所以问一次，并与其他草稿比对。", "Other filings cannot be read offline: the question is asked, and other drafts are compared.";

    "Numbers of this range are not supported";
    "虚拟运营商或物联网的号段。", "A range of virtual operators or of things.";
    "换一个普通的手机号码。", "Use an ordinary mobile number.";
    "平台不收哪些号段没有公布。", "Which ranges the form refuses is not public.";

    "The phone number is not of this province";
    "有的省要求本省的号码。", "Some provinces want numbers of their own.";
    "换本省的号码。", "Use a number of the province.";
    "号码归属地离线查不到，所以在有此要求的省问一次。", "Where a number belongs cannot be looked up offline: the question is asked where it matters.";

    "The phone is not answered";
    "审核人员打了几次没人接。", "Reviewers called in vain.";
    "提交后两天内保持电话畅通，别拦截陌生来电。", "Answer the phone for two days, unknown callers too.";
    "电话通不通只有打了才知道，所以提醒一次。", "Only a call can tell: there is a reminder.";

    "The name has nothing to do with the business scope";
    "看不出小程序与单位的关系。", "The name shows no link with the organisation.";
    "在备注里说明名称的来历。", "Explain the name in the remark.";
    "有没有关系由审核人员判断。", "Reviewers decide what is a link.";

    "The name holds words of the state, or sensitive ones";
    "名称里有「中国」「国家」之类的词。", "Words such as 中国 or 国家 stand in the name.";
    "先在控制台改名。", "Rename it in the console first.";
    "敏感词的全部名单没有公布。", "The full list of words is not public.";

    "An individual's name speaks of a company or a trade";
    "个人用了企业或行业的名称。", "An individual uses the name of a company or a trade.";
    "先改名，或用单位备案。", "Rename it, or file as an organisation.";
    "审核人员还会看别的词。", "Reviewers look at other words too.";

    "The name is taken";
    "别的主体在某个平台备过同名的。", "Another subject has filed the name on some platform.";
    "换个名称。", "Rename it.";
    "已备案的名称要到工信部网站查，所以问一次。", "Filed names are looked up at the ministry's site: the question is asked.";

    "The remark is not detailed";
    "备注太短或太空。", "The remark is too short or too vague.";
    "写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows.";
    "够不够详细由审核人员判断。", "Reviewers decide what is enough.";

    "The remark is not as the bureau wants it";
    "少了备案省份要求的说明。", "A statement that the province wants is missing.";
    "照管局的要求补上。", "Add it as the bureau wants it.";
    "各省的要求时有变化，以管局的网页为准。", "Provinces change what they want; the bureau's page has the last word.";

    "A prior approval is involved, and no document is attached";
    "名称、经营范围、备注或服务内容涉及要许可的行业。", "Names, scope, remark or contents speak of a trade that needs a permit.";
    "附上许可、附情况说明，或去掉这个词。", "Attach the permit or a statement, or remove the word.";
    "审核人员还会看小程序的实际内容。", "Reviewers also look at what is really offered.";

    "The approval has expired or is not legible";
    "许可过期，或照片不清。", "The permit has expired, or the picture is poor.";
    "换发后重新拍照。", "Renew it and take the picture again.";
    "许可上的字离线认不出来，有效期要自己填。", "What is printed on it cannot be read offline: its end is asked for.";

    "Contents do not fit the scope or the subject";
    "个人做经营的内容，或内容超出经营范围。", "An individual offers business, or contents lie outside the scope.";
    "换服务内容，或换主体备案。", "Choose other contents, or file under another subject.";
    "超没超出经营范围由审核人员判断。", "Reviewers decide what the scope covers.";

    "Conflict of subjects";
    "同一主体同时有两份备案在审。", "Two filings of one subject are in review.";
    "等前一份结束再提交。", "Wait until the first is through.";
    "在别处提交的备案离线看不到，所以问一次。", "Filings handed in elsewhere cannot be seen: the question is asked.";

    "The letter of authorisation is not in order";
    "少了公章、签字或日期，或姓名写错。", "Seal, signature or date is missing, or a name is wrong.";
    "重新出具。", "Make it anew.";
    "授权书上的字离线认不出来，所以逐项问一次。", "What stands on the letter cannot be read offline: the question is asked.";

    "The letter is older than three months, or dated after the filing";
    "授权书太旧，或日期晚于提交。", "The letter is stale, or dated ahead.";
    "重新出具。", "Make it anew.";
    "日期要自己填。", "Its date is asked for.";

    "The legal person's data are missing";
    "主体负责人不是法定代表人，却没有填法定代表人。", "Someone else is responsible, and the legal person is not entered.";
    "补填法定代表人的姓名和证件号码。", "Enter the legal person's name and number.";
    "", "";

    "The owner is not the administrator";
    "小程序负责人不是控制台的管理员。", "The owner is not the administrator in the console.";
    "换管理员，或换负责人。", "Change one or the other.";
    "管理员是谁只有控制台知道，所以要填、要问。", "Only the console knows the administrator: the name is asked for.";

    "The face check fails";
    "光线暗、背景杂、戴了帽子或耳机。", "Poor light, a busy background, a hat or headphones.";
    "照要求重做。", "Repeat it as required.";
    "核身在手机上做，离线看不到；小程序负责人一步有注意事项。", "It is done on the phone, where nothing can be seen from here; the owner's step says what to mind.";

    "The face check has run out";
    "核身任务超过 3 天。", "The task is older than 3 days.";
    "提交前重做。", "Repeat it before handing in.";
    "", "";

    "The proof of residence is missing";
    "个人的身份证属外省。", "The individual's identity card is from another province.";
    "附居住证明，或在户籍地备案。", "Attach the proof, or file at home.";
    "户口迁过的看不出来。", "Whether the household has moved cannot be seen.";

    "The bureau takes no individuals from other provinces";
    "有的省不收外省的个人。", "Some provinces take residents only.";
    "在户籍地的省备案。", "File in the home province.";
    "各省的要求时有变化，以管局的网页为准。", "Provinces change what they want; the bureau's page has the last word.";

    "Promise, notice or video is missing";
    "江苏要真实性承诺书、责任告知书和承诺视频。", "Jiangsu wants a promise, a notice and a video.";
    "补上。", "Add them.";
    "各省的要求时有变化，以管局的网页为准。", "Provinces change what they want; the bureau's page has the last word.";

    "The party-building letter is missing";
    "新疆要党建确认函。", "Xinjiang wants the letter.";
    "先取得确认函。", "Get it first.";
    "各省的要求时有变化，以管局的网页为准。", "Provinces change what they want; the bureau's page has the last word.";

    "The commitment letter is missing, or not signed by hand";
    "广东、上海要手写签名的承诺书。", "Guangdong and Shanghai want one signed by hand.";
    "手写签名、盖章后再拍照。", "Sign it by hand, seal it, and take a picture.";
    "是不是手写的看不出来，所以问一次。", "Whether a signature is by hand cannot be seen: the question is asked.";

    "The postal address is not detailed, or says 市辖区";
    "地址没有写到门牌号，或写了「市辖区」。", "No house number, or the words 市辖区.";
    "写到门牌号和房间号。", "Go down to house and room.";
    "地址是否真实看不出来。", "Whether the address is real cannot be seen.";

    "Postal address and certificate address are in different cities";
    "有的省要求两处在同一城市。", "Some provinces want both in one city.";
    "用证件住所所在的城市。", "Use the city of the certificate.";
    "", "";

    "The certificate is not the newest";
    "用了旧执照。", "An old licence was used.";
    "换成最新的执照。", "Take the newest.";
    "有没有更新的执照只有本人知道，所以问一次。", "Only the person knows whether there is a newer one: the question is asked.";

    "The company is listed as abnormal, revoked or closed";
    "登记状态不正常。", "The registry's status is not normal.";
    "先在登记机关恢复正常。", "Have it restored at the registry.";
    "登记状态离线查不到，所以问一次。", "The registry cannot be asked offline: the question is asked.";

    "An earlier record is empty or does not agree";
    "以前的备案成了空壳，或信息与现在不同。", "An earlier filing has no service left, or other data.";
    "先注销或变更以前的备案。", "Deregister or change it first.";
    "工信部的备案记录离线查不到，所以问一次。", "The ministry's records cannot be read offline: the question is asked.";

    "The SMS check timed out";
    "24 小时内没有完成短信核验。", "The code was not entered within 24 hours.";
    "原样重新提交。", "Hand it in again unchanged.";
    "提交之后才会发生；「进度」里有倒计时。", "It happens after handing in; the progress screen counts down.";

    "The person is too young";
    "负责人不到备案省份要求的年龄。", "The person is younger than the province wants.";
    "换负责人，或附证明。", "Let another person answer, or attach the proof.";
    "", "";

    "One person answers for several companies";
    "江苏、江西等地不收一人任多家公司的负责人。", "Jiangsu, Jiangxi and others refuse one person for several companies.";
    "换一位负责人。", "Let another person answer.";
    "别处的备案离线看不到，只能比对这里的草稿。", "Filings elsewhere cannot be seen: only the drafts here are compared.";

    "The entrance to filing is closed";
    "名称里有不收的词，或系统维护。", "Words in the nickname, or the bureau's system is down.";
    "改名，或等一等。", "Rename it, or wait.";
    "哪些词会关闭入口没有公布，所以问一次。", "Which words close it is not public: the question is asked.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::rejections;

    #[test]
    fn every_reason_has_words() {
        assert_eq!(WORDS.len(), rejections().len());
        for rejection in rejections() {
            let words = words(rejection.number).unwrap();
            for text in [words.cause, words.mend] {
                assert!(text.zh.ends_with('。') && text.en.ends_with('.'), "{}: {}", rejection.number, text.zh);
            }
            assert_eq!(words.unseen.zh.is_empty(), words.unseen.en.is_empty(), "{}", rejection.number);
            assert!(!words.says.is_empty() && words.says.is_ascii() || words.says.contains('市'), "{}", words.says);
        }
        assert!(super::words(0).is_none() && super::words(51).is_none());
    }

    /// What no rule finds has to say why none can.
    #[test]
    fn a_reason_has_a_rule_or_says_why_there_is_none() {
        for rejection in rejections() {
            let unseen = words(rejection.number).unwrap().unseen;
            assert!(!rejection.rules.is_empty() || !unseen.zh.is_empty(), "{} {}", rejection.number, rejection.wording);
        }
    }
}
