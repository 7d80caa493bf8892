//! What is said about records, and about what differs from them.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use super::{Lang, Text, answer, error};
use crate::filing::change::Sort;
use crate::filing::{Role, Section, Stage};
use crate::package::record::RecordError;
use crate::text::clean::visible;

crate::messages! {
    /// The file has no number yet.
    NOT_FILED = "{path}：这份备案还没有通过，里面的内容还不是备案信息。", "{path}: this filing is not completed, so what it says is not on record yet.";
    /// What to do then.
    NOT_FILED_HINT = "已经备案成功的，先用 beian status 记录，首次备案的也可以加 --number 写上备案号；变更没有完成的，从原备案的草稿开始。",
        "If it is filed, record that with beian status, or add the number of a first filing with --number; for a change that is not through begin with the draft that was filed.";
    /// Too large.
    TOO_LARGE = "{path}：超过 {limit} 字节，不像备案信息。", "{path}: more than {limit} bytes, which no record has.";
    /// Nothing is on record any more.
    ENDED = "{path}：这是注销，或已经注销，没有备案信息可用。", "{path}: a deregistration, or a filing that was deregistered: nothing of it is on record.";
    /// What to do then.
    ENDED_HINT = "还有别的备案的，从那份开始；没有的，用 beian new 重新办理首次备案。", "Begin with another filing of the entity, or file again with beian new.";
    /// No package.
    NOT_A_PACKAGE = "{path}：不是备案包，或者已损坏。", "{path}: not a package, or a damaged one.";
    /// A package of a later release.
    NEWER = "{path}：备案包是更新的版本导出的（格式 {format}），这个版本读不了。", "{path}: a later release made this package (format {format}); this one cannot read it.";
    /// What to do then.
    NEWER_HINT = "升级 beian 再试；或用这个版本从草稿重新导出。", "Upgrade beian, or export the draft again with this release.";
    /// An answer without what it should have.
    PART_MISSING = "{path}：不是 get_online_icp_order 返回的数据，里面没有 {part}。", "{path}: no answer of get_online_icp_order: {part} is missing.";
    /// What was made where nobody said which kind of filing is meant.
    RUNS_HINT = "接着用它：beian {path}。确实要再准备一份，就写出新草稿的路径：beian new … 路径。",
        "Continue with it: beian {path}. To prepare another one anyway, give its path: beian new … PATH.";
    MADE_ADDITIONAL = "没有写 --kind：新建的是同一主体再新增一个小程序（additional）。要变更这份备案，写 --kind change；要注销，写 --kind deregister。",
        "Without --kind this begins one more mini-program of the same entity (additional). To change the filing itself, give --kind change; to end it, --kind deregister.";
    /// An answer about an entity without any mini-program.
    NO_MINI_PROGRAM = "{path}：里面一个小程序也没有（icp_applets 是空的）。", "{path}: it holds no mini-programs (icp_applets is empty).";
    /// What to do then.
    NO_MINI_PROGRAM_HINT = "用已备案的小程序调用 get_online_icp_order，再保存一次；主体已备案、要再新增小程序的，用 beian new --kind additional --number 主体的任一备案号。",
        "Call get_online_icp_order for a filed mini-program and save its answer. For one more of an entity on record, use beian new --kind additional --number with any number of the entity.";
    /// An answer that says nothing.
    NOTHING_ON_RECORD = "{path}：里面没有任何备案信息。", "{path}: it holds nothing that is on record.";
    /// What to do then.
    NOTHING_ON_RECORD_HINT = "对已备案的小程序调用 get_online_icp_order，保存完整返回；手里只有备案号的，用 --number。",
        "Call get_online_icp_order for a filed mini-program and save the whole answer; if you only have the number, use --number.";
    /// An edit that would reach nobody.
    EDITS_FILED = "{path}：这份备案已经通过，没有改动：{fields}", "{path}: this filing is on record; not changed: {fields}";
    /// What to do instead.
    EDITS_FILED_HINT = "在这里修改不会同步到平台和通管局。办变更：beian new --from {path} --kind change（注销写 deregister）；已有变更草稿的，改那一份。只是录错的，加 --force 改这份草稿。",
        "Edits made here are not sent to the platform or bureau. Start a change with beian new --from {path} --kind change (to end it, deregister), or edit the one in preparation. To correct a slip in this draft only, add --force.";
    /// What becomes of errors in what is on record.
    WRONG_ON_RECORD = "已经备案，改这份草稿改不了备案信息：备案信息确有错误的，办变更备案：beian new --from {path} --kind change；只是草稿里记错的，用 beian set --force 更正。",
        "This is on record, and fixing the draft does not change that. If the record itself is wrong, file a change: beian new --from {path} --kind change. If only this draft is wrong, correct it with beian set --force.";
    /// The same where a change has begun.
    WRONG_ON_RECORD_BEGUN = "已经备案，改这份草稿改不了备案信息：备案信息确有错误的，在准备中的变更里改：{change}；只是草稿里记错的，用 beian set --force 更正。",
        "This is on record, and fixing the draft does not change that. If the record itself is wrong, correct it in the change in preparation, {change}. If only this draft is wrong, correct it with beian set --force.";
    /// The same where a change was handed in.
    WRONG_ON_RECORD_UNDER_WAY = "已经备案，改这份草稿改不了备案信息：备案信息确有错误、正在办理的变更 {change} 又没有改到的，等它办结后再办变更；只是草稿里记错的，用 beian set --force 更正。",
        "This is on record, and fixing the draft does not change that. If the record itself is wrong and the change under way, {change}, does not correct it, file another change once that one is through. If only this draft is wrong, correct it with beian set --force.";
    /// The same in a cell.
    WRONG_ON_RECORD_BRIEF = "{counts}（办变更）", "{counts} (file a change)";
    /// The same where a change has begun, by the name of its file.
    WRONG_ON_RECORD_BRIEF_BEGUN = "{counts}（变更在准备：{change}）", "{counts} (change in preparation: {change})";
    /// The same where a change was submitted.
    WRONG_ON_RECORD_BRIEF_UNDER_WAY = "{counts}（变更在办理：{change}）", "{counts} (change under way: {change})";
    /// How many errors there are in what is on record.
    WRONG_ON_RECORD_COUNT = "备案的内容里有 {count} 处错误，见 beian check。", "Errors in what is filed: {count}, see beian check.";
    /// An edit of what has ended.
    EDITS_ENDED = "{path}：这份备案已经注销，没有改动：{fields}", "{path}: this filing was deregistered; not changed: {fields}";
    /// What to do instead.
    EDITS_ENDED_HINT = "已经注销的备案不能再改。还要用的，在向导里打开这份草稿，按 Ctrl+N 重新备案。只是录错的，加 --force 改这份草稿。",
        "A deregistered filing can no longer be changed. To use it, file again: in the wizard, Ctrl+N in this draft. To correct a slip in this draft only, add --force.";
    /// An edit of what is with the platform or the bureau.
    EDITS_REVIEWED = "{path}：这份备案正在审核，没有改动：{fields}", "{path}: this filing is under review; not changed: {fields}";
    /// What to do instead.
    EDITS_REVIEWED_HINT = "平台和通管局看的是已提交的内容，在这里改不会送到。已驳回或撤回的，先记录：beian status {path} 加事件（platform-returned、bureau-returned、withdrawn 等），再改。草稿与已提交的对不上的，加 --force 改这份草稿。",
        "The platform and bureau have what was submitted; edits made here are not sent to them. If it was rejected or withdrawn, record that first: beian status {path} with the event (platform-returned, bureau-returned, withdrawn …). To make this draft match what was submitted, add --force.";
    /// Fixes of what is under review were left out.
    FIXES_REVIEWED = "这份备案正在审核，没有修改：{fields}。已驳回或撤回的先记录；草稿与已提交的对不上的，加 --force。",
        "Under review, so these were not fixed: {fields}. If it was rejected or withdrawn, record that first; to make this draft match what was submitted, add --force.";
    /// Fixes of what has ended were left out.
    FIXES_ENDED = "这份备案已经注销，没有修改：{fields}。只是录错的，加 --force。",
        "Deregistered, so these were not fixed: {fields}. To correct a slip in this draft only, add --force.";
    /// Fixes of what one more mini-program has from the record were left out.
    FIXES_RECORD = "取自备案记录，没有修改：{fields}。有变化的先办变更；备案记录带错的，加 --force。",
        "These stand on record and were not fixed: {fields}. File a change first if they have changed; where the record was copied wrong, add --force.";
    /// Fixes of what is filed were left out.
    FIXES_FILED = "这份备案已经通过，没有修改：{fields}。有变化的办变更；只是录错的，加 --force。",
        "On record, so these were not fixed: {fields}. File a change; to correct a slip in this draft only, add --force.";
    /// An edit of what one more mini-program has from the record.
    EDITS_RECORD = "{path}：主体已备案，下面几项取自备案记录，没有改动：{fields}", "{path}: the filing entity is on record, and these stand there; not changed: {fields}";
    /// What to do instead.
    EDITS_RECORD_HINT = "主体一侧与备案记录不一致会被退回。确有变化的，从主体已备案的草稿办变更：beian new --from 草稿 --kind change，变更通过后再备。备案记录带错的，加 --force。",
        "What differs from the record is rejected. If it has changed, file a change of the filed draft first: beian new --from DRAFT --kind change. Where the record was copied wrong, add --force.";
    /// One more mini-program.
    ADDITIONAL = "再新增一个小程序", "One more mini-program";
    /// Nothing says which subject.
    ADDITIONAL_NEEDS = "再新增一个小程序，要知道主体的备案信息。", "One more mini-program needs the record of its entity.";
    /// What to do then.
    ADDITIONAL_NEEDS_HINT = "用 --from 写同一主体备案成功的草稿、备案包或平台返回的数据；手里只有备案号的，用 --number。",
        "Name a filed draft, a package or an answer of the platform with --from; if you only have the number, use --number.";
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
    /// Which one is meant, nothing says.
    SEVERAL = "{path}：里面有几个小程序：{all}", "{path}: several mini-programs are in it: {all}";
    /// What to do then.
    SEVERAL_HINT = "在命令行用 beian new --from 文件 --number 备案号 从要用的那一个开始，或者在 icp_applets 里只留那一个。",
        "Begin with beian new --from FILE --number NUMBER on the command line, or leave only the one that is meant in icp_applets.";
    /// The number that was given is not the one in the record.
    NUMBER_DIFFERS = "备案信息里的备案号是「{recorded}」，不是「{number}」，没有新建草稿。", "The record has the number {recorded}, not {number}; no draft was made.";
    /// What to do then.
    NUMBER_DIFFERS_HINT = "核对备案号；备案信息里已经有的，不用写 --number。", "Check the number; where the record has one, leave --number out.";
    /// The same, where the command can say which one is meant.
    SEVERAL_NUMBER_HINT = "用 --number 写明要用的那一个的备案号，或者在 icp_applets 里只留那一个。",
        "Say with --number which filing is meant, or leave only that one in icp_applets.";
    /// The number that was given is of none of them.
    NUMBER_OF_NONE = "{path}：里面没有备案号是「{number}」的小程序，有：{all}", "{path}: no mini-program with the number {number} is in it, but: {all}";
    /// What to do where it is their subject's.
    NUMBER_OF_SUBJECT_HINT = "这是主体的备案号。小程序的备案号以「-序号X」结尾：用 --number 写上面要用的那一个的。",
        "This is the filing entity's number; a mini-program's ends in a serial and X. Give that of the one meant with --number.";
    /// The platform refused.
    ERRCODE = "{path}：平台返回的是错误 {code}，里面没有备案信息。", "{path}: the platform answered with error {code}, so nothing of a record is in it.";
    /// The system refused.
    UNREADABLE = "无法读取 {path}：{trouble}", "Cannot read {path}: {trouble}";
    /// No such kind.
    NO_KIND = "没有备案类型「{name}」。", "No kind of filing \"{name}\".";
    /// What to do where the file is none of the three.
    OTHER_FILE_HINT = "选备案成功的草稿（.toml）、导出的备案包（.zip）或接口返回的数据（.json）；都没有的，选「手工填写」。",
        "Choose a filed draft (.toml), an exported package (.zip) or an answer of the interface (.json); without any of them type it in.";
    /// What to do in the wizard where the filing is not through.
    NOT_FILED_HERE_HINT = "备案成功后先在那份草稿的「进度」里记录备案号，再从它开始；手里只有备案号的，选「手工填写」。",
        "Once it is filed, record the number under Status of that draft, then begin with it; if you only have the number, type it in.";
    /// The kinds.
    NO_KIND_HINT = "可以是：{words}", "It is one of: {words}";
    /// Nothing differs.
    NOTHING = "与原备案没有差别。", "Nothing differs from what is on record.";
    /// One more mini-program whose subject is on record as it says.
    MORE_AS_ON_RECORD = "再新增一个小程序：主体信息与原备案一致。", "One more mini-program: what it says of the filing entity is as on record.";
    /// One more mini-program that says otherwise.
    MORE_DEPARTS = "再新增一个小程序：主体信息有几处与原备案不同，先办变更备案。", "One more mini-program: the filing entity differs from the record. File a change first.";
    /// Only what refers to a record is compared.
    NO_CHANGE = "这份草稿是新增备案，没有原备案可以比较。", "This draft is a new filing: there is no record to compare it with.";
    /// A deregistration ends what is on record.
    DEREGISTRATION_CHANGES_NOTHING = "这份草稿是注销：原备案的内容不变，是整项终止，没有差别可列。", "This draft is a deregistration: it ends what is on record and changes nothing in it.";
    /// What to do then.
    DEREGISTRATION_HINT = "会失去什么，用 beian check 查看。", "beian check lists what is lost.";
    /// What to do then.
    NO_CHANGE_HINT = "从备案成功的草稿开始：beian new --from 草稿 --kind change", "Begin with the filed draft: beian new --from DRAFT --kind change";
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

/// Why nothing on record could be read from a file, and what to do about it.
#[must_use]
pub fn refusal(lang: Lang, path: &Path, why: &RecordError) -> (String, String) {
    let about = |text: Text, args: &[(&str, &dyn Display)]| {
        let shown = error::path(path);
        let mut all: Vec<(&str, &dyn Display)> = vec![("path", &shown)];
        all.extend_from_slice(args);
        text.with(lang, &all)
    };
    let (message, hint) = match why {
        RecordError::Open(trouble) => return error::open(lang, trouble),
        RecordError::TooLarge { limit } => (about(TOO_LARGE, &[("limit", limit)]), OTHER_FILE_HINT),
        RecordError::NotFiled => (about(NOT_FILED, &[]), NOT_FILED_HERE_HINT),
        RecordError::Ended => (about(ENDED, &[]), ENDED_HINT),
        RecordError::NotAPackage => (about(NOT_A_PACKAGE, &[]), TAMPERED_HINT),
        RecordError::Newer(format) => (about(NEWER, &[("format", format)]), NEWER_HINT),
        RecordError::Tampered { path: file } => (about(TAMPERED, &[("file", &visible(file))]), TAMPERED_HINT),
        RecordError::Bomb { path: file } => (about(BOMB, &[("file", &visible(file))]), TAMPERED_HINT),
        RecordError::Closed(why) => return super::encryption::closed(lang, path, why),
        RecordError::NotAnAnswer(refusal) => {
            (about(NOT_AN_ANSWER, &[("trouble", &answer::refusal(lang, refusal).0)]), NOT_AN_ANSWER_HINT)
        }
        RecordError::SeveralMiniPrograms(all) => (about(SEVERAL, &[("all", &answer::mini_programs(lang, all))]), SEVERAL_HINT),
        RecordError::NoMiniProgram => (about(NO_MINI_PROGRAM, &[]), NO_MINI_PROGRAM_HINT),
        RecordError::PartMissing { part } => (about(PART_MISSING, &[("part", part)]), NOT_AN_ANSWER_HINT),
        RecordError::NothingOnRecord => (about(NOTHING_ON_RECORD, &[]), NOTHING_ON_RECORD_HINT),
        RecordError::Errcode(code) => (about(ERRCODE, &[("code", code)]), NOTHING_ON_RECORD_HINT),
    };
    (message, hint.in_lang(lang).to_owned())
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

/// The counts of findings in a cell, where there are errors in what is on record; `change` is the file of a change that has begun, and where it
/// stands.
#[must_use]
pub fn wrong_on_record_brief(lang: Lang, counts: &str, change: Option<(&str, Stage)>) -> String {
    let (sentence, change) = match change {
        Some((change, Stage::Preparing)) => (WRONG_ON_RECORD_BRIEF_BEGUN, change),
        Some((change, _)) => (WRONG_ON_RECORD_BRIEF_UNDER_WAY, change),
        None => (WRONG_ON_RECORD_BRIEF, ""),
    };
    sentence.with(lang, &[("counts", &counts), ("change", &change)])
}

/// What becomes of errors in what is on record in this file; `change` is the draft of a change that has begun, and where it stands.
#[must_use]
pub fn wrong_on_record(lang: Lang, path: &Path, change: Option<(PathBuf, Stage)>) -> String {
    match change {
        Some((change, Stage::Preparing)) => WRONG_ON_RECORD_BEGUN.with(lang, &[("change", &error::path(&change))]),
        Some((change, _)) => WRONG_ON_RECORD_UNDER_WAY.with(lang, &[("change", &error::path(&change))]),
        None => WRONG_ON_RECORD.with(lang, &[("path", &error::path(path))]),
    }
}
