//! What there is to say about an answer of the platform: why it is not taken, and what in it is no event.

use super::{Lang, error, stage};
use crate::answer::applet::Applet;
use crate::answer::{Import, Note, Refusal};
use crate::compare::NotItsOwn;
use crate::filing::{Draft, FieldId};
use crate::rules::Departure;
use crate::text::clean::visible;

/// Why an answer is not taken, and what to do. Nothing was changed.
#[must_use]
pub fn refusal(lang: Lang, refusal: &Refusal) -> (String, String) {
    let both = |message: String, hint: super::Text| (message, hint.in_lang(lang).to_owned());
    let at = |message: super::Text, line: usize, column: usize| message.with(lang, &[("line", &line), ("column", &column)]);
    match refusal {
        Refusal::Empty => both(EMPTY.in_lang(lang).to_owned(), EMPTY_HINT),
        Refusal::TooLarge => both(TOO_LARGE.with(lang, &[("most", &(crate::answer::MOST_BYTES / 1024 / 1024))]), ANSWER_HINT),
        Refusal::NotText(byte) => both(NOT_TEXT.with(lang, &[("byte", byte)]), NOT_TEXT_HINT),
        Refusal::Truncated { line, column } => both(at(TRUNCATED, *line, *column), SAVE_AGAIN),
        Refusal::Malformed { line, column } => both(at(MALFORMED, *line, *column), SAVE_AGAIN),
        Refusal::Twice { key, line, column } => {
            let args: [(&str, &dyn std::fmt::Display); 3] = [("line", line), ("column", column), ("key", &visible(key))];
            both(TWICE.with(lang, &args), SAVE_AGAIN)
        }
        Refusal::TooDeep { line, column } => both(at(TOO_DEEP, *line, *column), ANSWER_HINT),
        Refusal::Dtd { line, column } => both(at(DTD, *line, *column), SAVE_AGAIN),
        Refusal::Encrypted => both(ENCRYPTED.in_lang(lang).to_owned(), ENCRYPTED_HINT),
        Refusal::AnotherAppId { place, theirs, ours } => {
            let args: &[(&str, &dyn std::fmt::Display)] =
                &[("place", &visible(place)), ("theirs", &visible(theirs)), ("ours", &visible(ours))];
            both(ANOTHER_APP_ID.with(lang, args), ANOTHER_APP_ID_HINT)
        }
        Refusal::AnotherSubject { place, theirs, ours } => {
            let args: &[(&str, &dyn std::fmt::Display)] =
                &[("place", &visible(place)), ("theirs", &visible(theirs)), ("ours", &visible(ours))];
            both(ANOTHER_SUBJECT.with(lang, args), ANOTHER_SUBJECT_HINT)
        }
        Refusal::SeveralMiniPrograms(all) => both(SEVERAL.with(lang, &[("all", &mini_programs(lang, all))]), SEVERAL_HINT),
        Refusal::Request { place } => both(REQUEST.with(lang, &[("place", &visible(place))]), ANSWER_HINT),
        Refusal::InFuture { place, at } => {
            both(IN_FUTURE.with(lang, &[("place", &visible(place)), ("at", &stage::moment(*at))]), IN_FUTURE_HINT)
        }
        Refusal::NothingKnown(keys) => {
            let keys = visible(&keys.join(", ")).into_owned();
            both(NOTHING_KNOWN.with(lang, &[("keys", &keys)]), ANSWER_HINT)
        }
        Refusal::OutOfOrder { kind, reason } => {
            let (why, _) = stage::refusal(lang, *kind, reason);
            both(OUT_OF_ORDER.with(lang, &[("why", &why)]), OUT_OF_ORDER_HINT)
        }
    }
}

/// Why a number is not recorded for a draft.
#[must_use]
pub fn not_its_own(lang: Lang, number: &str, draft: &Draft, why: &NotItsOwn) -> String {
    let (sentence, drafts) = match why {
        NotItsOwn::Departs(Departure::OfChange) => (error::NUMBER_CHANGED, String::new()),
        NotItsOwn::Departs(Departure::OfSubject) => (error::NUMBER_OTHER_ENTITY, String::new()),
        NotItsOwn::Taken(drafts) => (error::NUMBER_TAKEN, drafts.join(lang.between())),
    };
    let recorded = draft.text(FieldId::RecordNumber).trim();
    sentence.with(lang, &[("number", &visible(number)), ("recorded", &visible(recorded)), ("drafts", &visible(&drafts))])
}

/// Several mini-programs, each by its name, its filing number and its AppID, as far as they are known.
#[must_use]
pub fn mini_programs(lang: Lang, all: &[Applet]) -> String {
    let one = |applet: &Applet| {
        let known = [&applet.name, &applet.number, &applet.app_id].into_iter().filter(|text| !text.is_empty());
        let known: Vec<String> = known.map(|text| visible(text).into_owned()).collect();
        if known.is_empty() { NAMELESS.in_lang(lang).to_owned() } else { known.join(" ") }
    };
    all.iter().map(one).collect::<Vec<_>>().join(BETWEEN_SEVERAL.in_lang(lang))
}

/// What was taken in and what else there is to say, one a line.
#[must_use]
pub fn import(lang: Lang, import: &Import) -> Vec<String> {
    let mut lines = Vec::new();
    let new: Vec<String> = import.new_events().iter().map(|event| stage::event(lang, event)).collect();
    let contradicts = |note: &Note| matches!(note, Note::Contradicts(_) | Note::Canceling);
    if import.is_nothing_new() && !import.notes.iter().any(contradicts) {
        lines.push(NOTHING_NEW.in_lang(lang).to_owned());
    }
    if !new.is_empty() {
        lines.push(IMPORTED.with(lang, &[("events", &new.join(BETWEEN.in_lang(lang)))]));
    }
    if import.added_reasons > 0 {
        lines.push(ADDED.with(lang, &[("count", &import.added_reasons)]));
    }
    lines.extend(import.changes.iter().map(|(id, _)| TOOK.with(lang, &[("field", &id.full_label(lang))])));
    lines.extend(import.notes.iter().map(|one| note(lang, one)));
    lines
}

/// What an answer says that is no event.
#[must_use]
pub fn note(lang: Lang, note: &Note) -> String {
    match note {
        Note::Inferred(kinds) => {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.label().in_lang(lang)).collect();
            INFERRED.with(lang, &[("events", &names.join(BETWEEN.in_lang(lang)))])
        }
        Note::Entrance(true) => ENTRANCE_OPEN.in_lang(lang).to_owned(),
        Note::Entrance(false) => ENTRANCE_CLOSED.in_lang(lang).to_owned(),
        Note::Canceling => CANCELING.in_lang(lang).to_owned(),
        Note::NotFiled(missing) if missing.is_empty() => NOT_FILED.in_lang(lang).to_owned(),
        Note::NotFiled(missing) => {
            let names: Vec<&str> = missing.iter().map(|name| name.in_lang(lang)).collect();
            NOT_FILED_MISSING.with(lang, &[("missing", &names.join(BETWEEN.in_lang(lang)))])
        }
        Note::Contradicts(at) => CONTRADICTS.with(lang, &[("stage", &stage::stage(*at).in_lang(lang))]),
        Note::Code(number, meaning, source) => {
            CODE.with(lang, &[("number", number), ("meaning", &meaning.in_lang(lang)), ("source", &source.in_lang(lang))])
        }
        Note::FaceCheck { passed, task } => {
            let sentence = if *passed { FACE_PASSED } else { FACE_FAILED };
            sentence.with(lang, &[("task", &visible(task))])
        }
        Note::Combined(state) => COMBINED.with(lang, &[("state", &state.in_lang(lang))]),
        Note::Differs { field, on_record } => {
            DIFFERS.with(lang, &[("field", &field.full_label(lang)), ("value", &visible(on_record))])
        }
        Note::AppId(theirs) => APP_ID.with(lang, &[("app_id", &visible(theirs))]),
        Note::NoNumber => NO_NUMBER.in_lang(lang).to_owned(),
        Note::Masked(count) => MASKED.with(lang, &[("count", count)]),
        Note::Unknown { place, text } => UNKNOWN.with(lang, &[("place", &visible(place)), ("text", &visible(text))]),
    }
}

crate::messages! {
    APP_ID = "这是 AppID {app_id} 的答复，草稿还没有填 AppID：核对是不是这个小程序，是就填上。", "This is about AppID {app_id}, and the draft has none yet: check that it is this mini-program, and enter it.";
    TITLE = "平台的答复", "The platform's answer";
    FILE_TITLE = "平台的答复（文件，或直接粘贴内容）", "The platform's answer (a file, or paste it)";
    EMPTY = "里面什么都没有。", "There is nothing in it.";
    EMPTY_HINT = "把接口的返回或推送的消息完整存下来再导入。", "Save the whole answer or message, and import that.";
    TOO_LARGE = "超过 {most} MB，平台的答复不会这么大。", "It is larger than {most} MB; no answer of the platform is.";
    ANSWER_HINT = "可以导入 get_icp_entrance_info、get_online_icp_order、apply_icp_filing 的返回，驳回原因 audit_data，以及备案的三种推送消息。",
        "What can be imported: answers of get_icp_entrance_info, get_online_icp_order and apply_icp_filing, audit_data, and the three push events of filings.";
    NOT_TEXT = "第 {byte} 个字节起不是 UTF-8 文字。", "It is not UTF-8 text from byte {byte} on.";
    NOT_TEXT_HINT = "用 UTF-8 编码另存后再导入。", "Save it as UTF-8 and import it again.";
    TRUNCATED = "在第 {line} 行第 {column} 列中断了，不完整。", "It breaks off at line {line}, column {column}.";
    MALFORMED = "第 {line} 行第 {column} 列不是 JSON 或 XML 的写法。", "Line {line}, column {column} is neither JSON nor XML.";
    SAVE_AGAIN = "重新存一份完整的再导入；手工改过的，改回原样。", "Save the full answer again, without editing it.";
    /// What to do about a number that is not the mini-program's own, where nothing takes the answer nevertheless.
    NOT_ITS_OWN_HINT = "在微信公众平台核对。草稿里的备案号记错了的，先改草稿；确实要这样记录，在进度里自己选中「通管局审核通过」，填上这个备案号。",
        "Check it in the console. If a draft has the wrong number, correct the draft first. To record this one nevertheless, choose \"Approved by the bureau\" in the status and enter it there.";
    TWICE = "第 {line} 行第 {column} 列：同一个对象里 {key} 写了两次。", "Line {line}, column {column}: {key} stands twice in one object.";
    TOO_DEEP = "第 {line} 行第 {column} 列处嵌套太深，平台的答复不会这样。", "It is nested too deep at line {line}, column {column}; no answer of the platform is.";
    DTD = "第 {line} 行第 {column} 列有 DTD（<!DOCTYPE>）；平台的消息没有，不读取。", "There is a DTD (<!DOCTYPE>) at line {line}, column {column}; no message of the platform has one, and none is read.";
    ENCRYPTED = "是加密的消息。", "It is an encrypted message.";
    ENCRYPTED_HINT = "先用第三方平台的消息加解密 Key 解密，再导入明文。", "Decrypt it with the key of the third-party platform, and import the plain text.";
    ANOTHER_APP_ID = "说的是另一个小程序：{place} 是 {theirs}，草稿是 {ours}。", "It is about another mini-program: {place} is {theirs}, the draft's is {ours}.";
    ANOTHER_APP_ID_HINT = "换成那个小程序的草稿；草稿的 AppID 写错了就先改正。", "Import it into that mini-program's draft; if the draft's AppID is wrong, correct it first.";
    ANOTHER_SUBJECT = "说的是另一个主体：{place} 是 {theirs}，草稿是 {ours}。", "It is about another filing entity: {place} is {theirs}, the draft's is {ours}.";
    ANOTHER_SUBJECT_HINT = "换成那个主体的草稿；草稿写错了就先改正。", "Import it into that entity's draft; if the draft is wrong, correct it first.";
    SEVERAL = "里面有几个小程序，分不出说的是哪一个：{all}", "It is about several mini-programs, and nothing tells which one is meant: {all}";
    BETWEEN_SEVERAL = "；", "; ";
    NAMELESS = "（没有名称）", "(nameless)";
    SEVERAL_HINT = "先在草稿里填好 AppID；或在 icp_applets 里只留要用的那一个。", "Enter the AppID in the draft first, or leave only the one that is meant in icp_applets.";
    REQUEST = "这是提交的内容，不是平台的答复：答复里没有 {place}。", "This is what is submitted, not what the platform answered: no answer has {place}.";
    IN_FUTURE = "{place} 的时间 {at} 在将来。", "{place} says {at}, which lies in the future.";
    IN_FUTURE_HINT = "检查本机的日期，或 --today；消息改过就重新存一份。", "Check this computer's date, or --today; if the message was changed, save it again.";
    NOTHING_KNOWN = "没有认得出的内容。最外层是：{keys}", "Nothing in it is recognised. It begins with: {keys}";
    OUT_OF_ORDER = "与已经记录的进展接不上：{why}", "It does not follow what was recorded: {why}";
    OUT_OF_ORDER_HINT = "核对已记录的事件，多记的先撤销；或用 --at 给出答复的时间。", "Check the recorded events and undo what did not happen, or give the time of the answer with --at.";
    BETWEEN = "、", ", ";
    INFERRED = "答复没有说何时发生，一并按同一时间记录：{events}。", "Recorded at the same time, as the answer does not say when: {events}.";
    ENTRANCE_OPEN = "备案入口已开放，可以提交。", "The console accepts filings: it can be submitted.";
    ENTRANCE_CLOSED = "备案入口未开放：小程序名称含某些词，或通管局系统维护时会这样，暂时不能提交。", "The console accepts no filings, as with some names or while a bureau's system is down: it cannot be submitted now.";
    CANCELING = "平台正在办理这份备案的注销，而这份草稿不是注销：在注销的那份草稿里记录；不是有意申请的，24 小时内不核验短信就会失效。",
        "The filing is being deregistered, and this draft is no deregistration: record it in the draft of that. A request that was not meant lapses unless its code is entered within 24 hours.";
    NOT_FILED = "平台记录：未备案。", "The platform says: not filed.";
    NOT_FILED_MISSING = "平台记录：未备案，还缺{missing}。", "The platform says: not filed; missing: {missing}.";
    CONTRADICTS = "而草稿记录的是「{stage}」：核对是否已撤回、退回或注销，再在「进度」里记录。", "The draft says: {stage}. Find out whether it was withdrawn, rejected or deregistered, and record that under Status.";
    CODE = "{number}：{meaning}（{source}）", "{number}: {meaning} ({source})";
    FACE_PASSED = "人脸核身通过（任务 {task}）。", "The face check was passed (task {task}).";
    FACE_FAILED = "人脸核身未通过（任务 {task}），24 小时内可以在同一条通知里重试。", "The face check failed (task {task}); within 24 hours it can be tried again from the same notice.";
    COMBINED = "认证及备案流程：{state}", "Verification and filing: {state}";
    DIFFERS = "{field}与备案记录不同，记录是：{value}", "{field} differs from the record, which says: {value}";
    NO_NUMBER = "里面没有小程序的备案号：没有记录进展。", "It has no filing number of a mini-program: nothing was recorded.";
    MASKED = "有 {count} 个值打了星号：不采用。", "Masked values, which are not taken: {count}.";
    UNKNOWN = "不认识，已原样记在进展里（{place}）：{text}", "Not known, and kept in the history as it stands ({place}): {text}";
    NOTHING_NEW = "没有新的进展。", "Nothing new in this answer.";
    IMPORTED = "已导入：{events}", "Imported: {events}";
    ADDED = "给已有的记录补充了 {count} 条。", "{count} added to what was recorded.";
    TOOK = "已填写：{field}", "Filled in: {field}";
    NOT_READ = "没有导入：{why}", "Nothing was imported: {why}";
    NOT_READ_HINT = "写平台回答存成的 JSON 或 XML 文件；- 为标准输入。", "Give the file in which the platform's answer was saved, JSON or XML; - reads standard input.";
    FAILED = "没有导入 {file}：{why}", "{file} was not imported: {why}";
}
