//! A new filing.

crate::messages! {
    NATURE = "主办者性质", "Who files";
    INDIVIDUAL_TEXT = "以个人名义备案，只能提供非经营性内容", "own name, nothing commercial";
    ENTERPRISE_TEXT = "公司、合伙企业等；个体工商户一般也选这项", "companies, partnerships, sole traders";
    RELEASE = "上架状态", "Release";
    NOT_LIVE = "未上架", "Not released";
    LIVE = "已上架", "Already live";
    KIND = "备案类型", "Filing";
    HELP_NATURE = "与小程序账号认证的主体一致；以后还能改。选好后按 {key}。", "The same as in the account's verification; it can be changed later. {key} goes on.";
    HELP_RELEASE = "还没发布过的小程序选“未上架”：备案通过前不能发布。选好后按 {key}。", "Nothing may be released before it is filed, so a new mini-program is not. {key} goes on.";
    HELP_NEW = "第一次备案，或为已备案的主体增加小程序。按 {key} 创建草稿。", "A first filing, or another mini-program of the same subject. {key} makes the draft.";
    HELP_CHANGE = "已备案，主体或小程序的信息有变。按 {key} 创建草稿。", "It is filed, and something about subject or mini-program has changed. {key} makes the draft.";
    HELP_DEREGISTER = "不再使用备案，注销后不能恢复。按 {key} 创建草稿。", "Gives the filing up for good. {key} makes the draft.";
}
