//! A new filing.

crate::messages! {
    NATURE = "主体性质", "Who files";
    INDIVIDUAL_TEXT = "以个人名义备案，只能提供非经营性内容", "own name, nothing commercial";
    ENTERPRISE_TEXT = "公司、合伙企业等；个体工商户一般也选这项", "companies, partnerships, sole traders";
    RELEASE = "上架状态", "Release";
    NOT_LIVE = "未上架", "Not released";
    LIVE = "已上架", "Already live";
    KIND = "备案类型", "Filing";
    HELP_NATURE = "与小程序账号认证的主体一致。按 {key} 继续。", "As in the account's verification. {key} continues.";
    HELP_RELEASE = "没发布过的小程序选「未上架」。按 {key} 继续。", "A new mini-program is not released yet. {key} continues.";
    FIRST = "首次", "New";
    MORE = "再备一个", "More";
    CHANGE = "变更", "Change";
    DEREGISTER = "注销", "Deregister";
    HELP_NEW = "这个主体第一次备案。按 {key} 创建草稿。", "The entity's first filing. {key} creates the draft.";
    HELP_MORE = "再备一个，主体资料从已备案的草稿带入。按 {key} 继续。",
        "One more; the entity is on record. {key} continues.";
    ORIGIN = "从哪份备案开始", "Begin with which filing";
    TYPED = "手里没有草稿，手工填写", "No draft at hand: type it in";
    BEGIN = "开始", "begin";
    CANCEL = "取消", "cancel";
    HELP_CHANGE = "已备案，信息有变。按 {key} 继续。", "It is filed, and data changed. {key} continues.";
    HELP_DEREGISTER = "注销后不能恢复。按 {key} 继续。", "Gives the filing up for good. {key} continues.";
}
