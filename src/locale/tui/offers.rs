//! Values that scans offer, looked at one by one.

crate::messages! {
    TITLE = "照片上的内容", "Read on the scan";
    TYPED = "填写", "Entered";
    SEEN = "照片", "Scan";
    EMPTY = "（空着）", "(empty)";
    FROM = "{file}，{certainty}", "{file}, {certainty}";
    TAKE = "采用", "Take";
    LEAVE = "不采用", "Leave";
    BACK = "上一项", "Previous";
    STOP = "停止", "Stop";
    ALL_CHECKED = "全部采用已校验的", "Take all checked";
    WHOLE = "看整张", "Whole picture";
    DONE = "已采用 {taken} 项，另外 {left} 项没有采用。按 {key} 逐项撤销。", "{taken} taken, {left} left as they are. {key} takes them back one by one.";
    DONE_ALL = "已采用 {taken} 项。按 {key} 逐项撤销。", "{taken} taken. {key} takes them back one by one.";
    DONE_NONE = "没有采用任何一项。", "Nothing was taken.";
    TAKEN = "已从照片填入 {count} 项，请对照证件看一遍；可以撤销。", "Filled in from the scans: {count}. Compare them with the documents; undo takes them back.";
    NONE = "照片上没有可采用的内容。", "The scans offer nothing to take.";
    NOT_YET = "照片还在识别，请稍等。", "The scans are still being read.";
    NO_MODELS = "没有识别模型，照片没有识别。查看办法：beian models", "The scans were not read, as there are no models; see beian models.";
    NONE_CERTAIN = "照片上没有已校验、可一次填入的内容。", "Nothing on the scans is certain enough to be filled in at once.";
    CERTAIN = "照片上可一次填入 {count} 项：{key}。", "Checked on the scans, to be filled in at once: {count} ({key}).";
    OTHERS = "有 {count} 项需要核对，按 {key} 逐项看。", "To review one by one: {count} ({key}).";
}
