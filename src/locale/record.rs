//! What is said about records, and about what differs from them.

use super::Text;
use crate::filing::change::Sort;
use crate::filing::{Role, Section};

crate::messages! {
    /// The file has no number yet.
    NOT_FILED = "{path}：这份备案还没有通过，没有备案号。", "{path}: this filing is not through, and has no number.";
    /// What to do then.
    NOT_FILED_HINT = "备案成功后用 beian status 记录备案号，再从它开始；手里只有备案号的，用 --number。",
        "Record the number with beian status once it is filed; where only the number is at hand, use --number.";
    /// Too large.
    TOO_LARGE = "{path}：超过 {limit} 字节，不像备案信息。", "{path}: more than {limit} bytes, which no record has.";
    /// No draft.
    NOT_A_DRAFT = "{path}：不是草稿、备案包，也不是平台返回的数据：{trouble}", "{path}: no draft, no package and no answer of the platform: {trouble}";
    /// No package.
    NOT_A_PACKAGE = "{path}：不是完整的备案包：{trouble}", "{path}: no whole package: {trouble}";
    /// Changed after it was exported.
    TAMPERED = "{path}：包里的 {file} 与清单文件不一致，可能被改过或没有下载完整。", "{path}: {file} in it is not what the manifest lists: changed, or not wholly copied.";
    /// What to do then.
    TAMPERED_HINT = "用没有改动过的备案包，或从草稿开始。", "Use the package as it was exported, or begin with the draft.";
    /// Unpacks without end.
    BOMB = "{path}：包里的 {file} 太大，没有读取。", "{path}: {file} in it is too large, and was not read.";
    /// No answer of the interface.
    NOT_AN_ANSWER = "{path}：不是 get_online_icp_order 返回的数据：{trouble}", "{path}: no answer of get_online_icp_order: {trouble}";
    /// What to do then.
    NOT_AN_ANSWER_HINT = "保存接口返回的完整 JSON，其中要有 icp_subject 和 icp_applets。", "Save the whole JSON, with icp_subject and icp_applets in it.";
    /// The platform refused.
    ERRCODE = "{path}：平台返回的是错误 {code}，里面没有备案信息。", "{path}: the platform answered with error {code}, so nothing of a record is in it.";
    /// The system refused.
    UNREADABLE = "无法读取 {path}：{trouble}", "Cannot read {path}: {trouble}";
    /// No such kind.
    NO_KIND = "没有备案类型「{name}」。", "No kind of filing \"{name}\".";
    /// The kinds.
    NO_KIND_HINT = "可以是：{words}", "It is one of: {words}";
    /// Nothing differs.
    NOTHING = "与原备案没有差别。", "Nothing differs from what is on record.";
    /// Only changes are compared.
    NO_CHANGE = "这份草稿不是变更备案，没有可以比较的原备案。", "This draft is no change: there is no record to compare it with.";
    /// What to do then.
    NO_CHANGE_HINT = "从备案成功的草稿开始：beian new --from 草稿 --kind change", "Begin with what is filed: beian new --from DRAFT --kind change";
    /// Unknown.
    UNKNOWN = "（不详）", "(not known)";
    /// Which data.
    SORT = "变更类型：{sort}", "Kind of change: {sort}";
    /// Who receives the code.
    CODES = "接收核验短信：{people}", "Receives the code: {people}";
    /// The face check.
    FACE_CHECK = "小程序负责人换了人，要重新做人脸核身。", "The mini-program contact is another person: the face check is due.";
    /// The subject.
    SORT_SUBJECT = "变更主体", "entity";
    /// The mini-program.
    SORT_SERVICE = "变更小程序", "mini-program";
    /// Both.
    SORT_BOTH = "主体和小程序一起变更", "entity and mini-program together";
}

/// Which data a change is about.
#[must_use]
pub const fn sort(sort: Sort) -> Text {
    match sort {
        Sort::Subject => SORT_SUBJECT,
        Sort::Service => SORT_SERVICE,
        Sort::Both => SORT_BOTH,
    }
}

/// Who a role is.
#[must_use]
pub const fn person(role: Role) -> Text {
    match role {
        Role::ResponsiblePerson => Section::ResponsiblePerson.label(),
        Role::Owner => Section::Owner.label(),
    }
}
