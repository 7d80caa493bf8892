//! A new filing.

crate::messages! {
    PURPOSE = "要办什么", "What do you want to file";
    NATURE = "主体性质", "Who files";
    INDIVIDUAL_TEXT = "以个人名义备案，只能提供非经营性内容", "own name, nothing commercial";
    ENTERPRISE_TEXT = "公司、合伙企业等；个体工商户一般也选这项", "companies, partnerships, sole traders";
    RELEASE = "上架状态", "Release";
    NOT_LIVE = "未上架", "Not released";
    LIVE = "已上架", "Already live";
    FIRST = "新增（首次备案）", "New (first filing)";
    MORE = "再新增一个小程序", "One more mini-program";
    CHANGE = "变更备案", "Change";
    DEREGISTER = "注销备案", "Deregistration";
    FIRST_TEXT = "主体从没有备过案", "the entity has never filed";
    MORE_TEXT = "主体已备案，资料从备案记录带入", "the entity is on record";
    CHANGE_TEXT = "已备案的信息有变化", "filed data has changed";
    DEREGISTER_TEXT = "不再运营，或要注销后重新备案", "closing down, or filing again";
    HELP_FIRST = "这个主体第一次备案。按 {key} 继续。", "The entity's first filing. {key} continues.";
    HELP_MORE = "只填小程序，主体取自备案记录。按 {key} 选哪份备案。", "Only the mini-program. {key} chooses the filing.";
    HELP_CHANGE = "只填有变化的几项。按 {key} 选要变更哪份备案。", "Only changes are asked for. {key} chooses the filing.";
    HELP_DEREGISTER = "注销后不能恢复。按 {key} 选要注销哪份备案。", "It cannot be undone. {key} chooses the filing.";
    HELP_NATURE = "与小程序账号认证的主体一致。按 {key} 继续。", "As verified for the account. {key} continues.";
    HELP_RELEASE = "没发布过的小程序选「未上架」。按 {key} 创建草稿。", "A new one is not released yet. {key} creates the draft.";
    ORIGIN = "从哪份备案开始", "Which filing";
    WHICH_MINI_PROGRAM = "从哪个小程序开始", "Which mini-program";
    FROM_FILE = "备案包（.zip）或平台返回的数据（.json）…", "A package (.zip) or an answer of the platform (.json) …";
    FILE_TITLE = "备案包或平台返回的数据", "Package or answer of the platform";
    TYPED = "没有这些文件，手工填写", "None available: type it in";
    TYPED_MORE_TEXT = "先按首次备案填写，主体资料照备案记录", "filled in like a first filing, as on record";
    TYPED_TEXT = "填备案号、名称和有变化的几项", "number, name and what changes";
    TYPED_END_TEXT = "填备案号、名称和接收验证码的人", "number, name and who receives the code";
    BEGIN = "开始", "Begin";
    CANCEL = "取消", "Cancel";
    EXAMPLES_TITLE = "放入示例", "Examples";
    EXAMPLES_TEXT = "草稿列表里会多出两份填好的示例，文件夹 scans 里会多出它们的 {count} 个扫描件。", "Two complete examples join your drafts, and their {count} scans join the folder scans.";
    EXAMPLES_UNDO = "看完按 {key} 撤销。", "{key} takes them away again.";
    EXAMPLES_ADD = "放入示例", "Add the examples";
    DUPLICATE_TITLE = "复制成什么", "Make a copy for";
    DUPLICATE_TEXT = "「{name}」：AppID、小程序名称、答案、确认、函件和人脸核身不带过去。",
        "\"{name}\": AppID, name, answers, confirmations, letters and face check are not copied.";
    DUPLICATE_WHAT = "同一主体的，带主体、两位负责人、服务内容、前置审批和备注；备注要改成新小程序的。",
        "For this entity, its data, both people, contents, approvals and remark are copied: make the remark say what the new one does.";
    DUPLICATE_MORE = "同一主体的另一个小程序", "Another mini-program of this entity";
    DUPLICATE_IS_FIRST = "手边没有这个主体的有效备案：另一个小程序按首次备案办。", "No filing of this entity is on record here: another mini-program is a first filing.";
    DUPLICATE_BESIDE = "这个主体另有有效备案：在那一份上按 {key}，主体一侧就不用再填。", "The entity has a filing on record: {key} on that one asks for nothing about the entity again.";
    DUPLICATE_FILED = "同一主体，再新增一个小程序（主体已备案）", "One more mini-program of this entity, which is on record";
    DUPLICATE_OTHER = "换一个主体，只带服务内容和备注", "Another entity: only contents and remark are copied";
    REMOVE_TITLE = "删除草稿", "Delete a draft";
    /// A draft that is about to be deleted, by its title, and by its file where that is called otherwise.
    CALLED = "「{name}」", "\"{name}\"";
    CALLED_IN_FILE = "「{name}」（{file}）", "\"{name}\" ({file})";
    RESTORE_LATER = "30 天内可以恢复。", "It can be restored for 30 days.";
    REMOVE_TEXT = "{draft}记录了办理进度：{stage}。", "Status of {draft}: {stage}.";
    REMOVE_CHANGE = "它的变更还在办：{draft}，{stage}。删除后，变更成功时没有草稿可以更新。", "A change of it is not done: {draft}, {stage}. Once it comes through, there would be no draft to update.";
    REMOVE_END = "它的注销还在办：{draft}，{stage}。", "Its deregistration is not done: {draft}, {stage}.";
    REMOVE_SENT = "已经提交的不受影响。30 天内可以恢复。", "What was submitted is not affected. It can be restored for 30 days.";
    REMOVE_LATER = "备案不受影响；以后的变更、注销就没有这份可以参照。30 天内可以恢复。", "The filing itself is not affected, but changes and deregistrations would have nothing to begin with. It can be restored for 30 days.";
    REMOVE_IT = "删除", "Delete";
}
