//! What stands around the reasons of a rejection and is none: who is greeted, that reasons follow, that one may submit again, thanks.

use super::recognise::recognise;

/// How clauses begin that greet, thank or apologise.
const COURTESY: &str = "\
    尊敬的、亲爱的、您好、你好、谢谢、感谢、多谢、祝您、祝好、此致、敬礼、抱歉、很抱歉、非常抱歉、很遗憾、非常遗憾、\
    遗憾地、特此、敬请、如有疑问、如有问题、如有其他、如需帮助、如对、若有疑问、有疑问请";
/// What says that reasons follow, or that the filing came back, which the event says already.
const ANNOUNCED: &str = "\
    原因如下、如下原因、以下原因、下列原因、驳回原因、退回原因、不通过原因、未通过原因、具体原因、审核不通过、\
    审核未通过、未通过审核、未能通过、不予通过、审核驳回、驳回、退回、审核意见、审核结果、如下问题、以下问题、问题如下、\
    原因、未通过、不通过、没有通过";
/// What says that it may be submitted again.
const AGAIN: &[&str] = &["提交", "重新申请", "再次申请", "重新备案"];
/// What fills such clauses, the longer words first; what is left says something else.
const FILLING: &str = "\
    通信管理局、管理局、管局、工信部、小程序备案、小程序、贵公司、贵单位、贵司、我司、我局、您的、你的、您、你、\
    订单、主体备案、备案内容、相关内容、上述内容、以上内容、有关内容、备案、信息、资料、材料、申请、本次、此次、平台、初审、终审、审核、核查、审查、进行、存在、\
    经过、由于、因为、目前、现已、已经、上述、以上、以下、下列、如下、要求、意见、提示、原因、问题、修改、整改、更正、\
    更改、核实、核对、完善、补充、补正、调整、尽快、及时、确认、无误、处理、相关、对应、重新、再次、之后、提交、通过、\
    不通过、未、不、请、按照、按、根据、后、再、并、经、因、现、已、被、予以、为、是、的、于、在、该、此、有、将、烦、\
    麻烦、我们、很、对、和、及、与、做、完成、即可、可、了、ICP、icp";
/// So many characters may be left of what announces or asks for another submission.
const LEFT: usize = 1;

/// Words for what is wrong: a clause that has one says more than courtesy.
const FAULTS: &str = "\
    模糊、过期、到期、错误、有误、填错、不符、不一致、不匹配、不清、不全、不完整、不详、不规范、不足、不对、不准、缺、空号、停机、\
    无人接听、无法接通、失效、遮挡、敏感、blur、expire、wrong、missing、incorrect、mismatch、invalid、unclear、not answered、not match、\
    not detailed、not clear、not reach、be reached、n't、differ、incomplete、too short";

/// Whether a clause names something that is wrong.
fn names_a_fault(clause: &str) -> bool {
    let lower = clause.to_lowercase();
    FAULTS.split('、').any(|word| lower.contains(word)) || recognise(clause).is_some()
}

/// Marks between clauses.
fn is_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '。' | '.' | '！' | '!' | '；' | ';' | '：' | ':' | '、' | '~' | '～' | '【' | '】' | '—')
        || c.is_whitespace()
}

/// A text without its greeting, and without what stands before a colon and only says that reasons follow.
pub(super) fn without_preamble(text: &str) -> &str {
    let mut rest = text.trim_start();
    // A greeting, then an announcement; each may be there alone.
    for _ in 0..4 {
        let colon = rest.char_indices().find(|(_, c)| matches!(c, '：' | ':'));
        let comma = rest.char_indices().find(|(_, c)| matches!(c, '，' | ',' | '！' | '!' | '：' | ':' | '。'));
        let announced = colon.filter(|(at, _)| rest.get(..*at).is_some_and(is_framing));
        let greeted = comma.filter(|(at, _)| rest.get(..*at).is_some_and(greets));
        let Some((at, mark)) = announced.or(greeted) else { break };
        let after = rest.get(at + mark.len_utf8()..).unwrap_or_default().trim_start();
        if after.is_empty() {
            return "";
        }
        rest = after;
    }
    rest
}

/// Whether a clause only greets.
fn greets(clause: &str) -> bool {
    let (clause, lower) = (clause.trim(), clause.trim().to_ascii_lowercase());
    if names_a_fault(clause) {
        return false;
    }
    let is_short = clause.chars().count() <= 16;
    is_short && ["尊敬的", "亲爱的", "您好", "你好"].iter().any(|word| clause.starts_with(word))
        || ["dear ", "hello", "hi", "good morning", "good afternoon"].iter().any(|word| {
            let rest = lower.strip_prefix(word);
            rest.is_some_and(|rest| {
                rest.split_whitespace().count() <= 3
                    && (word.ends_with(' ') || !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            })
        })
}

/// Whether a sentence is none of the reasons: every clause of it greets, announces, thanks, or asks for another submission.
pub(super) fn is_framing(text: &str) -> bool {
    let bare = unquoted(text);
    if !bare.contains(|c: char| c.is_alphabetic() && !c.is_ascii()) {
        return is_english_framing(&bare);
    }
    let mut clauses = bare.split(is_mark).filter(|clause| !clause.is_empty()).peekable();
    clauses.peek().is_some() && clauses.all(|clause| is_courtesy(clause) || is_announcement(clause) || signs(clause))
}

/// Whether a clause greets, thanks or apologises, and says nothing of what is wrong.
fn is_courtesy(clause: &str) -> bool {
    COURTESY.split('、').any(|word| clause.starts_with(word)) && !names_a_fault(clause)
}

/// Whether a clause is a day, or who writes.
fn signs(clause: &str) -> bool {
    let is_day = clause.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '-' | '/'));
    let ends = ["审核组", "审核部", "审核员", "备案中心", "备案团队", "通信管理局"];
    is_day || clause.chars().count() <= 12 && ends.iter().any(|end| clause.ends_with(end))
}

/// Whether a clause says that reasons follow or that one may submit again, and nothing of what is wrong.
fn is_announcement(clause: &str) -> bool {
    let words = || ANNOUNCED.split('、').chain(AGAIN.iter().copied());
    if !words().any(|word| clause.contains(word)) {
        return false;
    }
    let mut left = clause.to_owned();
    for word in words().chain(COURTESY.split('、')).chain(FILLING.split('、')) {
        left = left.replace(word, "");
    }
    left.chars().filter(|c| c.is_alphabetic()).count() <= LEFT
}

/// A text without what stands in quotation marks, such as the name of the mini-program.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut until = None;
    for c in text.chars() {
        match (until, c) {
            (Some(end), c) if c == end => until = None,
            (Some(_), _) => {}
            (None, '「') => until = Some('」'),
            (None, '“') => until = Some('”'),
            (None, '《') => until = Some('》'),
            (None, c) => out.push(c),
        }
    }
    out
}

/// English sentences of which the whole says no more than this.
const ENGLISH: &str = "\
    cannot approve|can not approve|could not approve|unable to approve|not approved|not been approved|\
    cannot be approved|been rejected|was rejected|is rejected|been returned|was returned|not pass|not passed|as follows|\
    following reason|following issue|following problem|resubmit|re-submit|submit again|submit it again|\
    submit them again|try again|apply again|reapply|any question|further question|customer service|contact us|\
    your understanding|your cooperation|your patience|sorry for|apologise|apologize";
/// Sentences that are courtesy or a heading and nothing else.
const WHOLE: &str = "\
    thank you|thanks|many thanks|thank you very much|best regards|kind regards|regards|yours sincerely|sincerely|hello|\
    hi|reason|reasons|the reasons|reasons are|the reasons are|reason for rejection|reasons for rejection|\
    rejection reason|rejection reasons|review result|rejected|returned|not approved|we are sorry|sorry";
/// Words of which such sentences consist; another one says something.
const PLAIN: &str = "\
    a about above accordingly after again all an and any apologise apologize application apply approve approved are as \
    at audit be been being below by can cannot change changes contact cooperation correct correcting could customer did \
    does due edit feel filing fix following follows for free further had has have i icp if in inconvenience information \
    is issue issues it items kindly list listed materials mini mini-program miniprogram modify modifying necessary need \
    no not of on once or our pass passed patience platform please points problem problems program question questions \
    re-submit reapply reason reasons regret rejected resubmit returned review reviewed revise service so sorry \
    submission submit submitted thank thanks that the them then there these they this to try unable understanding \
    unfortunately was we were will with would you your bureau according requirements required before again dear \
    customer user sir madam";

fn is_english_framing(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    if WHOLE.split('|').any(|whole| whole == bare)
        || ["thank you for ", "thanks for "].iter().any(|start| bare.starts_with(start)) && !names_a_fault(text)
    {
        return true;
    }
    let ends = ["kind regards", "best regards", "regards", "yours sincerely", "yours faithfully", "sincerely", "with regards"];
    if ends.iter().any(|end| bare.starts_with(end)) && bare.split_whitespace().count() <= 6 {
        return true;
    }
    let mut words = bare.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '\'')).filter(|word| !word.is_empty());
    ENGLISH.split('|').any(|says| lower.contains(says)) && words.all(|word| PLAIN.split(' ').any(|plain| plain == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_frames_reasons_is_told_from_reasons() {
        for text in [
            "尊敬的用户",
            "尊敬的用户，您好！",
            "很抱歉您的备案未能通过审核",
            "您提交的主体备案审核不通过",
            "尊敬的用户，您好，您提交的备案信息审核不通过，原因如下：",
            "您提交的备案信息经审核不通过，原因如下",
            "您的小程序「杭州美食」备案审核未通过",
            "驳回原因：",
            "请修改后重新提交。",
            "请按要求修改后再次提交审核，谢谢！",
            "请您尽快整改并重新提交备案申请。",
            "如有疑问请联系客服。",
            "感谢您的配合",
            "谢谢",
            "Dear customer, unfortunately we cannot approve your filing.",
            "Please modify and resubmit.",
            "please correct and resubmit",
            "Thank you.",
            "Thank you for your cooperation.",
            "Reasons:",
            "Rejected.",
            "Your filing has been rejected for the following reasons:",
            "If you have any questions, please contact customer service.",
            "Best regards",
            "Kind regards, ICP team",
            "您的备案初审未通过，具体原因为：",
            "某某备案审核组",
            "2026年11月30日",
        ] {
            assert!(is_framing(text), "{text}");
        }
        for text in [
            "",
            "证件照片模糊",
            "头像审核不通过",
            "头像不通过",
            "证件住所校验不通过",
            "请补充法人信息后提交",
            "您好您的身份证照片模糊",
            "尊敬的用户您的营业执照已过期",
            "很抱歉您的身份证照片模糊",
            "特此通知身份证过期",
            "服务内容审核不通过",
            "主办者信息审核不通过",
            "请完善小程序服务内容后提交",
            "Thank you for your application but the ID photo is blurred",
            "Thanks for submitting, but the emergency phone is not answered",
            "请上传营业执照后重新提交",
            "请修改备注",
            "主体负责人电话无法接通，请保持畅通",
            "The paper is torn",
            "Please resubmit the licence",
            "Please attach the permit and resubmit",
            "Your filing was rejected because the paper is torn.",
            "Unfortunately the paper is torn.",
            "Hello Kitty is a brand",
        ] {
            assert!(!is_framing(text), "{text}");
        }
    }

    #[test]
    fn what_stands_before_the_first_reason_is_taken_off() {
        for (text, rest) in [
            ("您好，您提交的备案信息经审核不通过，原因如下：主体证件模糊", "主体证件模糊"),
            ("您好，证件照片模糊", "证件照片模糊"),
            ("驳回原因：证件照片模糊", "证件照片模糊"),
            ("Dear customer, the photo is blurred", "the photo is blurred"),
            ("Reasons: the photo is blurred", "the photo is blurred"),
            ("Reason for rejection: Address: not detailed", "Address: not detailed"),
            ("您的证件住所校验不通过，原因：与执照不一致", "您的证件住所校验不通过，原因：与执照不一致"),
            ("小程序名称：含敏感词", "小程序名称：含敏感词"),
            ("尊敬的用户，您好：", ""),
            ("Hi ID blurred, please upload again", "Hi ID blurred, please upload again"),
            ("您好您的身份证照片模糊，请重新上传", "您好您的身份证照片模糊，请重新上传"),
        ] {
            assert_eq!(without_preamble(text), rest, "{text}");
        }
    }
}
