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
    HELP_NEW = "第一次备案，或增加小程序。按 {key} 创建草稿。", "A first filing, or one more. {key} creates the draft.";
    HELP_CHANGE = "已备案，信息有变。按 {key} 创建草稿。", "It is filed, and data changed. {key} creates the draft.";
    HELP_DEREGISTER = "注销后不能恢复。按 {key} 创建草稿。", "Ends the filing for good. {key} creates the draft.";
}
