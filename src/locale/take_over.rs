//! What is said about filed drafts that follow a change or a deregistration.

use super::{Lang, Text, error, value};
use crate::drafts::take_over::{Failed, TakenOver};
use crate::filing::take_over::{Followed, Outcome};
use crate::filing::{FieldId, Value};
use crate::locale::error::Complaint;
use crate::text::clean::visible;

/// What became of the filed drafts, one sentence a line; what failed is not among it.
#[must_use]
pub fn lines(lang: Lang, synced: &TakenOver) -> Vec<String> {
    let mut lines = Vec::new();
    for (path, followed) in &synced.taken {
        let path = error::path(path);
        match synced.outcome {
            Some(Outcome::Changed) if followed.fields.is_empty() => lines.push(UPDATED_ALREADY.with(lang, &[("path", &path)])),
            Some(Outcome::Changed) => lines.push(named(lang, UPDATED, &path, &followed.fields)),
            Some(Outcome::Deregistered) => lines.push(ENDED.with(lang, &[("path", &path)])),
            Some(Outcome::AccessCancelled) => lines.push(WITHOUT_ACCESS.with(lang, &[("path", &path)])),
            None => lines.extend(back(lang, &path, followed)),
        }
        lines.extend(overwritten(lang, &path, followed));
    }
    for (path, followed) in &synced.beside {
        let path = error::path(path);
        match synced.outcome {
            Some(_) => lines.push(named(lang, UPDATED_BESIDE, &path, &followed.fields)),
            None => lines.extend(back(lang, &path, followed)),
        }
        lines.extend(overwritten(lang, &path, followed));
        lines.extend(asks(lang, &path, &followed.reopened, FieldId::full_label));
    }
    lines.extend(synced.known.iter().map(|path| UPDATED_ALREADY.with(lang, &[("path", &error::path(path))])));
    lines.extend(synced.ended.iter().map(|path| had_ended(lang, &error::path(path))));
    if synced.is_nobody_s() {
        lines.extend(match synced.outcome {
            Some(Outcome::Changed) => Some(NO_DRAFT.in_lang(lang).to_owned()),
            Some(Outcome::Deregistered | Outcome::AccessCancelled) => Some(NO_DRAFT_ENDED.in_lang(lang).to_owned()),
            None if synced.misses_the_filed() => Some(FILED_NOT_BACK.in_lang(lang).to_owned()),
            None => Some(NO_DRAFT_BACK.in_lang(lang).to_owned()),
        });
        let unreadable = synced.unreadable.iter().filter(|_| synced.outcome.is_some());
        lines.extend(unreadable.map(|path| UNREADABLE.with(lang, &[("path", &error::path(path))])));
    }
    lines
}

/// What became of a draft when something was taken back, in a sentence each.
fn back(lang: Lang, path: &str, followed: &Followed) -> Vec<String> {
    if !followed.restored.is_empty() {
        return kept(lang, path, followed);
    }
    let whole = match followed.fields.is_empty() {
        true => RESTORED.with(lang, &[("path", &path)]),
        false => named(lang, RESTORED_BUT, path, &followed.fields),
    };
    std::iter::once(whole).chain(files_left(lang, path, followed)).collect()
}

/// What there is to say of a draft beside that it follows when something is taken back, in a sentence each: what says again what was on
/// record, what was edited since, and the files of the change.
pub fn kept(lang: Lang, path: &str, followed: &Followed) -> Vec<String> {
    let one = |sentence, fields: &[FieldId]| (!fields.is_empty()).then(|| named(lang, sentence, path, fields));
    let values = [one(RESTORED_FIELDS, &followed.restored), one(KEPT, &followed.fields)];
    values.into_iter().flatten().chain(files_left(lang, path, followed)).collect()
}

/// Which questions a draft in preparation asks again, in a sentence each, by the names that people are asked under.
pub fn reopened(lang: Lang, path: &str, followed: &Followed) -> Vec<String> {
    asks(lang, path, &followed.reopened, |id, lang| id.field().full_asked_label(lang))
}

fn asks(lang: Lang, path: &str, reopened: &[FieldId], name: fn(FieldId, Lang) -> String) -> Vec<String> {
    let (checks, questions): (Vec<FieldId>, Vec<FieldId>) = reopened.iter().partition(|id| FieldId::FACE_CHECK.contains(id));
    let names: Vec<String> = questions.iter().map(|id| name(*id, lang)).collect();
    let fields = names.join(between(lang));
    let asked = (!names.is_empty()).then(|| REOPENED.with(lang, &[("path", &path), ("fields", &fields)]));
    let gone = (!checks.is_empty()).then(|| FACE_CHECK_GONE.with(lang, &[("path", &path)]));
    asked.into_iter().chain(gone).collect()
}

const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

fn files_left(lang: Lang, path: &str, followed: &Followed) -> Option<String> {
    (!followed.files.is_empty()).then(|| named(lang, FILES_LEFT, path, &followed.files))
}

fn named(lang: Lang, sentence: Text, path: &str, fields: &[FieldId]) -> String {
    let names: Vec<String> = fields.iter().map(|id| id.full_label(lang)).collect();
    sentence.with(lang, &[("path", &path), ("fields", &names.join(between(lang)))])
}

/// What was put into a filed draft since it was filed and gave way to the change, one sentence a field.
pub fn overwritten(lang: Lang, path: &str, followed: &Followed) -> Vec<String> {
    let one = |(id, was): &(FieldId, Value)| {
        let was = visible(&value::show(lang, *id, was)).into_owned();
        OVERWRITTEN.with(lang, &[("path", &path), ("field", &id.full_label(lang)), ("was", &was)])
    };
    followed.overwritten.iter().map(one).collect()
}

crate::messages! {
    /// An edit made in the filed draft gave way.
    OVERWRITTEN = "{path} 里「{field}」不是备案记录的值，已换成变更后的值；原来写的是：{was}",
        "In {path}, {field} was not as on record; the change has replaced it. It was: {was}";
    /// A change was carried over.
    UPDATED = "变更已完成，原备案的草稿 {path} 已更新：{fields}", "The change is on record; {path}, which was filed, is updated: {fields}";
    /// A change was carried over to another draft of the subject.
    UPDATED_BESIDE = "同一主体的草稿 {path} 也照新的备案信息更新了：{fields}", "{path}, of the same filing entity, has what is on record now: {fields}";
    /// Nothing was left to do.
    UPDATED_ALREADY = "原备案的草稿 {path} 已是最新。", "{path}, which was filed, is up to date.";
    /// A deregistration was carried over.
    ENDED = "{path} 的备案已注销，已在草稿里记下。", "The filing of {path} has ended; its draft says so now.";
    /// The end of an access was carried over.
    WITHOUT_ACCESS = "{path} 的微信接入已取消，已在草稿里记下；没有别的平台接入的，备案会被通管局清理。",
        "WeChat no longer gives access to the filing of {path}; its draft says so now. Without another access the bureau clears the record.";
    /// The event that did it was undone.
    RESTORED = "{path} 也已恢复成记录这一条之前的样子。", "{path} is as it was before that was recorded, too.";
    /// The same, where a field was edited since.
    RESTORED_BUT = "{path} 也已恢复；后来又改过的保留：{fields}", "{path} is restored, too; what was edited since stays: {fields}";
    /// What was edited since the change was taken over stays when that is taken back.
    KEPT = "{path} 里后来又改过的保留：{fields}", "In {path}, what was edited since stays: {fields}";
    /// Answers were given about what stood there before.
    REOPENED = "{path} 里的这些提问要照现在的内容重新回答：{fields}", "In {path}, answer these again for the current values: {fields}";
    /// Another person may be the owner now.
    FACE_CHECK_GONE = "{path} 的负责人可能换了，记下的人脸核身已清空。", "In {path}, the contact may be another person now: the face check that was noted is taken out.";
    /// The values that a draft in preparation had taken over.
    RESTORED_FIELDS = "{path} 里这几项也改回了变更之前备案的内容：{fields}", "In {path}, these say again what was on record before the change: {fields}";
    /// The files of the change stay when it is taken back.
    FILES_LEFT = "{path} 里的文件还是变更换上的，备案记录里没有原来的文件：{fields}",
        "In {path} the files are still those of the change; the record has none from before: {fields}";
    /// Which may be the one that was filed.
    UNREADABLE = "{path} 读不出来，可能就是原备案的草稿：先修好，再用 sync 更新。", "{path} cannot be read and may be the draft that was filed: fix it first, then update it with sync.";
    /// What a change is about had ended.
    HAD_ENDED = "照 {path} 看，这份备案在变更之前已经注销，变更没有写进去：核对两份草稿的进度，记错的撤销。",
        "According to {path}, this filing was deregistered before the change, which is not written there: compare the status of both drafts, and undo what is wrong.";
    /// Events of a filed draft cannot be read.
    UNREAD = "草稿里有 {count} 条进度记录读不出来。", "Records of its status that cannot be read: {count}.";
    /// What to do then.
    UNREAD_HINT = "先用 beian check 找到并改好。", "Find them with beian check and correct them.";
    /// What a change wrote into the filed draft is undone in the change.
    UNDO_THERE = "最后一条「{event}」是变更草稿「{name}」写进来的，没有撤销。", "The last record, {event}, was written by the change {name}; nothing was undone.";
    /// What to do then.
    UNDO_THERE_HINT = "在那份变更草稿里撤销，原来的内容会一起恢复。", "Undo it in that draft: what stood here before is restored with it.";
    /// There is no draft to update.
    NO_DRAFT = "手边没有这个备案号的已备案草稿（可能已删除、改到别处或从未用草稿办理）：这份变更就是最新的备案信息，下次变更从它开始。",
        "No filed draft with this number was found; it may have been deleted or moved. This change is the latest record: begin the next one from it.";
    /// The same, of a deregistration.
    NO_DRAFT_ENDED = "手边没有这个备案号的已备案草稿，没有别的草稿要更新。", "No filed draft with this number was found, so no other draft is updated.";
    /// What was to be taken back had been written into no draft that is at hand.
    NO_DRAFT_BACK = "手边没有照这份草稿更新过的草稿，别的草稿没有动；在别的文件夹里的，用 --drafts-dir 指到那里，重新记录这一条再撤销。",
        "This one updated no draft that can be found, so no other draft is restored; if one lies in another folder, name that with --drafts-dir, record the event again and undo it there.";
    /// The same of the filed draft alone, where others were restored.
    FILED_NOT_BACK = "手边没有原备案的草稿，它没有恢复；在别的文件夹或回收站里的，放回来以后重新记录这一条，再撤销。",
        "The filed draft was not found and was not restored; if it lies in another folder or in the trash, put it back, record the event again and undo it.";
    /// A draft could not be written.
    FAILED = "{path} 没有更新：{why} {hint} 处理好以后，对这份草稿用 beian status 加 {word} 再更新一次。",
        "{path} is not updated: {why} {hint} Once that is solved, update it with beian status and the word {word}, given this draft.";
    /// The same, where it was to be taken back.
    FAILED_BACK = "{path} 没有恢复：{why} {hint} 处理好以后，在这份草稿里重新记录这一条，再撤销一次。",
        "{path} is not restored: {why} {hint} Once that is solved, record the event here again and undo it once more.";
    /// The same on a screen.
    NOT_UPDATED = "{path}：{why} {hint}", "{path}: {why} {hint}";
    /// Nothing to carry over.
    NOT_THROUGH = "这份草稿没有已完成的变更或注销，没有可更新的内容。", "This draft is not a change or deregistration that is completed: there is nothing to update.";
    /// What to do then.
    NOT_THROUGH_HINT = "变更先记录 bureau-passed，注销先记录 deregistered。", "Record bureau-passed for a change, or deregistered, first.";
}

/// That a change came through for what had ended.
#[must_use]
pub fn had_ended(lang: Lang, path: &str) -> String {
    HAD_ENDED.with(lang, &[("path", &path)])
}

/// Which filed draft was left as it is, why, and what to do; on a screen, where the same event can be recorded again.
#[must_use]
pub fn not_updated(lang: Lang, path: &str, failed: &Failed) -> String {
    let (why, hint) = complaint(lang, failed);
    NOT_UPDATED.with(lang, &[("path", &path), ("why", &why), ("hint", &hint)])
}

/// Why a filed draft was left as it is, and what to do.
#[must_use]
pub fn complaint(lang: Lang, failed: &Failed) -> Complaint {
    match failed {
        Failed::Open(why) => error::open(lang, why),
        Failed::Save(why) => error::save(lang, why),
        Failed::Unread(count) => (UNREAD.with(lang, &[("count", count)]), UNREAD_HINT.in_lang(lang).to_owned()),
    }
}
