//! Review and export.

crate::messages! {
    EXPORTED = "备案包已导出", "The package is made";
    EXPORTED_TEXT = "包里有请求体、材料和清单，可以提交了。提交后回到这份草稿，在“进度”里记下时间。", "It holds the request body, the materials and a manifest. Once it is handed in, come back to this draft and record it under Status.";
}
