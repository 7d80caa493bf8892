//! What is filed or on record, and how it is changed.

crate::messages! {
    EDIT = "{field}：{value}", "{field}: {value}";
    EMPTIED = "（清空）", "(emptied)";
    FILED_TITLE = "这份备案已经通过", "This filing is on record";
    FILED_TEXT = "在这里修改不会同步到平台和通管局。信息有变化要办变更备案；变更通过之前，原备案照旧有效。",
        "Edits made here are not sent to the platform or bureau. File a change instead: until it is through, the filing stands as it is.";
    START_CHANGE = "办变更，把这一项带过去", "Start a change with this edit";
    START_CHANGE_OF_ENTITY = "先办主体的变更，把这一项带过去", "Start a change of the entity with this edit";
    GO_ON_WITH_CHANGE = "带到正在准备的变更里", "Add it to the change in preparation";
    EDIT_FILED = "只改这份草稿（录错时用，以后不再问）", "Edit only this draft (to correct a slip; not asked again)";
    ENDED_TITLE = "这份备案已经注销", "This filing was deregistered";
    ENDED_TEXT = "已经注销的备案不能再改，也不能办变更。还要用的，重新备案：内容和照片照这一份，提问、函件和人脸核身重新来。",
        "A deregistered filing can no longer be changed. To use it, file again: values and scans are taken along; questions, letters and face check start afresh.";
    ENDED_TEXT_BESIDE = "已经注销的备案不能再改，也不能办变更。还要用的，重新备案：同一主体还有备案有效（{number}），所以按「再新增一个小程序」办，主体一侧取自备案记录；小程序的内容和照片照这一份，提问、函件和人脸核身重新来。",
        "A deregistered filing can no longer be changed. To use it, file again. The entity still has a filing ({number}), so this is one more mini-program of it: the entity comes from the record, the mini-program's values and scans are taken along; questions, letters and face check start afresh.";
    REVIEWED_TITLE = "这份备案正在审核", "This filing is under review";
    REVIEWED_TEXT = "平台和通管局看的是已提交的内容，在这里改不会送到。已驳回或撤回的，先记录下来，再改。",
        "The platform and bureau have what was submitted; edits made here are not sent to them. If it was rejected or withdrawn, record that first, then edit.";
    RECORD_FIRST = "去「进度」记录结果（这一项不改）", "Go to Status and record the outcome (without this edit)";
    EDIT_REVIEWED = "只改这份草稿（与已提交的对不上时用，以后不再问）", "Edit only this draft (to match what was submitted; not asked again)";
    NO_SCANS = "原备案的草稿不在这里，照片要重新选。", "The filed draft is not here: attach the scans again.";
    FILE_AGAIN = "重新备案，把这一项带过去", "File again, with this edit";
    FILE_AGAIN_WITH = "还要用？按 {key} 重新备案，内容和照片照这一份。", "Still needed? {key} files it again, with its values and scans.";
    FILE_AGAIN_BESIDE_WITH = "还要用？按 {key} 重新备案：同一主体还有备案有效，按「再新增一个小程序」办，内容和照片照这一份。",
        "Still needed? {key} files it again with its values and scans, as one more mini-program: the entity still has a filing.";
    FILED_AGAIN = "已新建一份重新备案的草稿，检查之后提交。", "A draft of a new filing is open: check it and submit.";
    FILED_AGAIN_BESIDE = "已新建一份「再新增一个小程序」的草稿：主体一侧取自备案记录，其余照原来的，检查之后提交。",
        "A draft of one more mini-program is open, with the entity from the record and the rest as it was: check it and submit.";
    ON_RECORD_TITLE = "这一项取自备案记录", "This stands on record";
    ON_RECORD_TEXT = "再新增一个小程序时，主体一侧要与备案记录一致，不一致会被退回。有变化的先办变更，变更通过后再备。",
        "One more mini-program is filed with the entity as on record; what differs is rejected. File the change first, then this.";
    EDIT_ON_RECORD = "在这里改（备案记录带错时用）", "Edit it here (where the record was copied wrong)";
    RUNNING = "变更正在准备或审核：{file}（{stage}）。按 {key} 打开。", "A change has begun: {file} ({stage}). {key} opens it.";
    END_WITH = "不再运营？按 {key} 办注销。", "No longer operated? {key} starts a deregistration.";
    END_RUNNING = "注销正在准备或办理：{file}（{stage}）。按 {key} 打开。", "A deregistration has begun: {file} ({stage}). {key} opens it.";
    END_STARTED = "已新建一份注销的草稿，选范围和原因。注销完成前原备案照旧有效。", "A draft of the deregistration is open: choose scope and reason. Until it is done, the filing stands.";
    END_OPENED = "这是正在准备的注销草稿。", "This is the deregistration in preparation.";
    ONE_MORE_WITH = "同一主体再新增一个小程序？按 {key} 新建草稿，主体资料取自备案记录。", "One more mini-program of the same entity? {key} begins a draft with the entity's data from the record.";
    CHANGE_WITH = "信息有变化？按 {key} 办变更备案。", "Something has changed? {key} starts a change.";
    REUSED = "主体已备案（{number}），这一步取自备案记录，不用再填。有变化的，按 {key} 先办变更。",
        "On record ({number}): this step is taken from there and not asked again. If it has changed, {key} starts a change first.";
    REUSED_IN_PART = "主体已备案（{number}），这一步取自备案记录；记录里没有或被平台隐去的，照原备案补上。有变化的，按 {key} 先办变更。",
        "On record ({number}): this step comes from there. Enter what is missing from the record or masked by the platform, as it was filed. If it has changed, {key} starts a change first.";
    REUSE_MESSAGE = "复用主体资料：平台给主体负责人（{phone}）发短信，24 小时内点链接确认；没确认可以重发，三天都没确认就不能再复用，要全部手工填写。",
        "The entity is reused: the platform sends the responsible person ({phone}) a message, to be confirmed within 24 hours. It can be \
         sent again; after three days without an answer everything has to be entered by hand.";
    FROM_RECORD = "= 取自备案", "= on record";
    REFILE_TITLE = "不能变更：先注销，再新增备案", "No change: deregister, then file again";
    REFILE_FIRST = "1. 先注销 {number}，原因选「注销后重新备案」。注销完成之前，不能提交新的备案。",
        "1. Deregister {number} first, for the reason \"to be filed again\". Nothing new can be submitted until that is done.";
    REFILE_THEN = "2. 注销完成后，再提交新增备案，内容是现在填的新值。", "2. Then submit the new filing, which holds the values entered here.";
    REFILE_NOTE = "两份草稿都会建好，先打开注销那一份。新备案通过之前，小程序不能提供服务。",
        "Both drafts are made, and the deregistration opens. Until the new filing is through, the mini-program is not available.";
    REFILE = "建好两份草稿", "Make both drafts";
    REFILED = "这一份先办：提交注销，24 小时内核验短信。完成后再打开「{name}」的新增备案，检查并提交。",
        "This one goes first: request the deregistration and enter the code within 24 hours. Then open the new filing of \"{name}\", check and submit it.";
    REFILE_KEY = "先注销，再新增备案", "deregister, then file again";
    CHANGE_STARTED = "已新建一份变更的草稿，只填有变化的几项。原备案在变更通过前照旧有效。", "A draft of the change is open: enter what has changed. Until it is through, the filing stands.";
    UNDO_IN_FILED = "这份备案已经办结，之前的改动不再撤销。", "This filing is done with: earlier edits are no longer undone.";
    UNDO_IN_REVIEW = "这份备案正在审核，提交之前的改动不再撤销。", "This filing is under review: edits made before it was submitted are no longer undone.";
    NOBODY_TO_UPDATE = "手边没有原备案的草稿可以更新：这份变更就是最新的备案信息，下次从它开始。", "There is no filed draft to update: this change is the latest record, and the next one begins with it.";
    TAKEN_OVER = "相关草稿已随之更新：{names}。", "Updated along with it: {names}.";
    TAKEN_BACK = "已撤销，相关草稿也恢复了：{names}。按 {key} 重新记上。", "Undone, and so are the drafts that followed: {names}. {key} restores it.";
    NOT_ALL_TAKEN_BACK = "有的没有一起恢复", "What was not taken back";
    OVERWRITTEN = "相关草稿已照变更改好，这几处要看", "Other drafts follow the change; see here";
    NOT_UPDATED = "有的草稿没有更新", "Drafts that were not updated";
    NOT_TAKEN_OVER = "没有更新的草稿：{names}。", "Not updated: {names}.";
    CHANGE_OPENED = "这是正在准备的变更草稿。", "This is the change in preparation.";
}
