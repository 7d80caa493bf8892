//! Return codes in what the platform and a bureau answer, with their meaning in both languages.
//!
//! Those of four digits are the ministry's, from the interface for access providers (old, worded by us); those of five the
//! platform's (`wechat-api.md` section 12).

use super::signs::Place;
use crate::filing::{Draft, FieldId as F, PersonField as P, Role};
use crate::rules::Source;
use crate::rules::engine::Rejection as R;
use crate::rules::engine::source::{MIIT_RETURN_CODES, WECHAT_ERROR_CODES};
use crate::text::{Text, text};

/// A return code.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// The number.
    pub number: u32,
    /// What it means, and what to do where that is known.
    pub meaning: Text,
    /// The known rejection that it is.
    pub rejection: Option<R>,
    /// Where its meaning comes from.
    pub source: Source,
    place: Place,
}

const fn code(number: u32, meaning: Text, rejection: Option<R>, place: Place, source: Source) -> Code {
    Code { number, meaning, rejection, source, place }
}

/// All codes, by number.
pub static CODES: &[Code] = &[
    code(
        1003,
        text(
            "主体冲突：该主体另有订单在办理，或已备案的资料与本次不一致。",
            "Conflict of filing entities: another order of this entity is being processed, or what is on file differs.",
        ),
        Some(R::AnotherFilingRuns),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(1007, text("联系方式不合格。", "The contact details are not valid."), None, Place::Person(P::Mobile), MIIT_RETURN_CODES),
    code(1009, text("电子邮箱不合格。", "The mail address is not valid."), None, Place::Person(P::Email), MIIT_RETURN_CODES),
    code(1011, text("手机号码不合格。", "The mobile number is not valid."), None, Place::Person(P::Mobile), MIIT_RETURN_CODES),
    code(
        1015,
        text("证件号码不合格。", "The certificate number is not valid."),
        None,
        Place::Person(P::CertificateNumber),
        MIIT_RETURN_CODES,
    ),
    code(
        1017,
        text("该主体或服务正在办理变更，完成后再提交。", "A change is in progress: submit again once it is done."),
        Some(R::AnotherFilingRuns),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1019,
        text("地区代码不合格，或与主体所在地不一致。", "The region code is not valid, or is not where the entity is."),
        Some(R::RegionDiffersFromAddress),
        Place::Field(F::SubjectRegion),
        MIIT_RETURN_CODES,
    ),
    code(
        1020,
        text("名称冲突：同名的服务已经备案。", "The name is taken: a service of this name is on file."),
        Some(R::NameTaken),
        Place::Field(F::MiniProgramName),
        MIIT_RETURN_CODES,
    ),
    code(1026, text("注销原因不合格。", "The reason of the deregistration is not valid."), None, Place::Whole, MIIT_RETURN_CODES),
    code(
        1027,
        text("该主体已经注销，不能重复注销。", "The entity was deregistered already."),
        None,
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1030,
        text("该服务已经注销，不能重复注销。", "The service was deregistered already."),
        None,
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1033,
        text("前置审批信息不合格。", "The prior approval is not valid."),
        Some(R::PriorApprovalMissing),
        Place::Field(F::PriorApprovals),
        MIIT_RETURN_CODES,
    ),
    code(
        1034,
        text("服务内容不合格。", "The service contents are not valid."),
        Some(R::ServiceContentUnfit),
        Place::Field(F::ServiceContents),
        MIIT_RETURN_CODES,
    ),
    code(
        1037,
        text("已经备案，不能重复备案。", "It is filed already."),
        Some(R::FiledInAnotherProvince),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1042,
        text("与正在办理的主体注销冲突。", "It conflicts with a deregistration of the entity that is under way."),
        Some(R::AnotherFilingRuns),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1043,
        text("与正在办理的服务注销冲突。", "It conflicts with a deregistration of the service that is under way."),
        Some(R::AnotherFilingRuns),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1046,
        text("备案省份不能变更：须先注销，再重新备案。", "The province cannot be changed: deregister, then file again."),
        Some(R::FiledInAnotherProvince),
        Place::Field(F::SubjectRegion),
        MIIT_RETURN_CODES,
    ),
    code(
        1051,
        text("变更次数过多，过些时候再提交。", "Too many changes: submit again later."),
        None,
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1052,
        text("正在办理中，等结果出来再提交。", "It is being processed: wait for the result."),
        Some(R::AnotherFilingRuns),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        1065,
        text("该主体在黑名单中。", "The entity is on the blacklist."),
        Some(R::RegistryNotNormal),
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        5008,
        text("内容含有不允许的字符。", "The text holds characters that are not allowed."),
        None,
        Place::Whole,
        MIIT_RETURN_CODES,
    ),
    code(
        40097,
        text(
            "参数不合格：缺少参数，或 icp_order_field 不存在。",
            "Invalid arguments: one is missing, or the icp_order_field does not exist.",
        ),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        45009,
        text("调用次数已达上限，次日再试。", "The call limit is reached: try again the next day."),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(47001, text("请求的格式不对。", "The form of the request is not valid."), None, Place::Whole, WECHAT_ERROR_CODES),
    code(
        86201,
        text(
            "上传材料失败：检查证件类型与所属字段是否对应。",
            "The upload failed: check the certificate type against the field.",
        ),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86202,
        text("提交备案失败，原因见 hints。", "The submission failed; the reasons stand in the hints."),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86205,
        text("media_id 无效或已过期，重新上传。", "The media_id is wrong or has expired: upload again."),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86324,
        text("正在审核中，不能重复提交。", "It is under review: it cannot be submitted twice."),
        Some(R::AnotherFilingRuns),
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86328,
        text(
            "无法读取图片内容，或找不到资源：重新上传图片，核对证件类型。",
            "The picture cannot be read, or nothing was found: upload it again and check the certificate type.",
        ),
        Some(R::PictureUnreadable),
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86330,
        text("订单不在可以撤回的状态。", "The order cannot be withdrawn any more."),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86353,
        text("小程序没有备案，不能注销。", "The mini-program is not filed: there is nothing to deregister."),
        None,
        Place::Whole,
        WECHAT_ERROR_CODES,
    ),
    code(
        86355,
        text("主办者与小程序主体不一致。", "The entity is not that of the mini-program."),
        Some(R::SubjectDiffersFromAccount),
        Place::Field(F::SubjectName),
        WECHAT_ERROR_CODES,
    ),
    code(86368, text("没有可以撤回的订单。", "There is no order to withdraw."), None, Place::Whole, WECHAT_ERROR_CODES),
];

/// The words after which a number is a return code.
const BEFORE: [&str; 8] = ["错误码", "返回码", "结果码", "错误代码", "返回代码", "errcode", "code", "代码"];

impl Code {
    /// The field it is about; `None` for the filing as a whole.
    #[must_use]
    pub fn place(&self, draft: &Draft) -> Option<F> {
        match self.place {
            Place::Field(field) => Some(field),
            Place::Person(part) => Some(draft.person_field(Role::ResponsiblePerson, part)),
            Place::Picture | Place::Whole => None,
        }
    }
}

/// The code with this number.
#[must_use]
pub fn find(number: u32) -> Option<&'static Code> {
    CODES.iter().find(|code| code.number == number)
}

/// The first known code that a text names as one: `错误码 1046`, `[5008]`, or a text that is only a number.
#[must_use]
pub fn named_in(text: &str) -> Option<&'static Code> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes.get(at..)?.iter().position(u8::is_ascii_digit).map(|found| at + found) {
        let digits = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + digits;
        let (before, number) = (text.get(..start)?, text.get(start..at)?);
        if is_announced(before, text.get(at..)?)
            && let Some(code) = number.parse().ok().and_then(find)
        {
            return Some(code);
        }
    }
    None
}

/// Whether a number between these two texts is a return code: after a word that says so, in brackets, or alone.
fn is_announced(before: &str, after: &str) -> bool {
    if before.is_empty() && (after.is_empty() || after.starts_with([':', '：'])) {
        return true;
    }
    let bare = before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '=' | '是' | '为' | '"' | '\''));
    let bracketed = (before.ends_with('[') && after.starts_with(']')) || (before.ends_with('【') && after.starts_with('】'));
    let ends_with = |word: &&str| {
        let tail = bare.len().checked_sub(word.len()).and_then(|at| bare.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    };
    bracketed || BEFORE.iter().any(ends_with)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_once_and_in_order() {
        for pair in CODES.windows(2) {
            assert!(pair[0].number < pair[1].number, "{}", pair[1].number);
        }
        for code in CODES {
            assert!(!code.meaning.zh.is_empty() && code.meaning.en.ends_with('.'), "{}", code.number);
        }
    }

    #[test]
    fn a_code_is_one_only_where_it_is_named_as_one() {
        for (text, number) in [
            ("错误码 1046", Some(1046)),
            ("管局退回，返回码：1020，请修改", Some(1020)),
            ("errcode=5008", Some(5008)),
            ("[1065] 主体异常", Some(1065)),
            ("1007", Some(1007)),
            ("1007: 联系方式", Some(1007)),
            ("蜀ICP备2026001020号", None),
            ("地址为 1046 室", None),
            ("错误码 9999", None),
            ("错误码", None),
            ("", None),
        ] {
            assert_eq!(named_in(text).map(|code| code.number), number, "{text}");
        }
    }
}
