//! What is said about letters.

crate::messages! {
    NONE = "这次备案不需要函件。", "This filing needs no letters.";
    WRITTEN_TITLE = "函件已生成", "Letters written";
    WRITTEN_TEXT = "共 {count} 份：用浏览器打开，打印成 A4，签字盖章后扫描。", "{count} letters: open them in a browser, print on A4, sign, seal and scan.";
    NOT_WRITTEN = "函件写不了 {path}：{why}", "The letter {path} could not be written: {why}";
    NOT_OURS = "{path} 已经存在，而且不是本工具生成以后没有改过的。", "{path} exists, and is not as this program has made it.";
    MOVE_IT = "先把它移走或改名，再生成一次。", "Move or rename it, then write the letters again.";
    NOT_OURS_HINT = "用 -o 换一个地方，或用 --force 覆盖；文件以外的东西不会覆盖。", "Choose another place with -o, or overwrite a file with --force; what is no file is never overwritten.";
}
