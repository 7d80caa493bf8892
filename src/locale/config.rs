//! The words of the settings that hold everywhere, and of `config`.

use super::Text;

/// What is said below the arguments of `config`.
pub const AFTER: Text = Text::new(
    "命令行选项优先，其次环境变量、config.toml、向导里选过的（F2 的语言），最后是默认值。\n\
             [new] 里是新草稿的默认值，键是字段路径，值写编号或名称；[export] 里是导出的默认值。",
    "Precedence: flag, environment variable, config.toml, what was chosen in the wizard (F2), default.\n\
             [new] holds what new drafts begin with, by paths of fields, with ids or names; [export] how packages are made.",
);

crate::messages! {
    LANGUAGE = "语言", "Language";
    THEME = "向导的颜色", "Colours of the wizard";
    MOUSE = "向导用不用鼠标", "Whether the wizard uses the mouse";
    DRAFTS_DIR = "草稿文件夹", "Folder of drafts";
    EXPORT_FOLDER = "备案包放进的文件夹", "Folder that packages go to";
    EXPORT_ASCII_NAMES = "包里的材料用英文字母命名", "Name the materials in packages in ASCII";
    EXPORT_WITH_NOTES = "连同本人的回答和确认的理由导出", "Export answers to questions and reasons of confirmations, too";
    EXPORT_ENCRYPT = "备案包加密给谁", "Recipients that packages are encrypted for";
    TAKES_LANGUAGE = "可以是 zh-CN 或 en。", "It is zh-CN or en.";
    TAKES_THEME = "可以是 auto、dark、light 或 high-contrast。", "It is auto, dark, light or high-contrast.";
    TAKES_FLAG = "可以是 true 或 false。", "It is true or false.";
    TAKES_FOLDER = "写文件夹的路径，可以用 ~/ 开头，不能用 ~用户名；相对路径从配置文件所在的文件夹算起。", "It is the path of a folder, which may begin with ~/ but not with ~USER; relative ones start at the folder of the configuration file.";
    TAKES_KEYS = "写 age 公钥（age1…），或每行一把公钥的文件；多把写成 [\"…\", \"…\"]。", "It is an age public key (age1…) or a file of such, one a line; of several a list: [\"…\", \"…\"].";
    UNREADABLE = "无法读取：{trouble}", "It cannot be read: {trouble}";
    UNREADABLE_HINT = "配置文件是 UTF-8 的 TOML 文本，最大 1 MB。", "The configuration file is TOML in UTF-8 of at most 1 MB.";
    NO_TOML = "不是正确的 TOML：{message}", "This is not TOML: {message}";
    NO_TOML_HINT = "用编辑器改正这一处；在那之前整个配置文件都不起作用。", "Correct this place with an editor; until then nothing of the configuration file holds.";
    BAD_VALUE = "值不能用：{value}", "The value cannot be used: {value}";
    FIELD_HINT = "写编号或名称，如 beian set 所接受的；见 beian fields。", "Write an id or a name, as beian set takes it; see beian fields.";
    EMPTY_HINT = "要去掉这一项，用 beian config unset {key}。", "beian config unset {key} takes it out.";
    UNKNOWN_KEY = "没有这一项：{key}", "There is no such key: {key}";
    UNKNOWN_KEY_HINT = "各项见 beian config；新草稿的默认值写在 [new] 里，键是字段路径。", "beian config shows all of them; what new drafts begin with stands in [new], under the paths of fields.";
    AT = "{path}：{why}", "{path}: {why}";
    AT_PLACE = "{path} 第 {line} 行第 {column} 列：{why}", "{path}, line {line}, column {column}: {why}";
    REFUSED = "{key} 不能是：{value}", "{key} does not take: {value}";
    WARNING = "配置文件：{problem}", "configuration: {problem}";
    NO_PLACE = "不知道配置文件在哪里：没有用户文件夹。", "There is no place for the configuration file: no home folder.";
    NO_PLACE_HINT = "用环境变量 BEIAN_CONFIG_DIR 指定它所在的文件夹。", "Name its folder in the variable BEIAN_CONFIG_DIR.";
    FILE = "配置文件：{path}", "Configuration file: {path}";
    FILE_MISSING = "配置文件（还没有）：{path}", "Configuration file (not there yet): {path}";
    COLUMN_KEY = "项", "Key";
    COLUMN_VALUE = "值", "Value";
    COLUMN_ORIGIN = "来自", "From";
    COLUMN_MEANING = "说明", "Meaning";
    OVERRULED = "已写入配置文件，但眼下以{origin}为准。", "It is written to the configuration file, and at present overruled by: {origin}.";
    UNSET = "已取消设置：{key}", "No longer set: {key}";
    NOT_SET = "本来就没有设置：{key}", "It was not set: {key}";
    FROM_FLAG = "命令行", "command line";
    FROM_CONFIG = "配置文件", "configuration file";
    FROM_REMEMBERED = "向导里选过的", "chosen in the wizard";
    FROM_SYSTEM = "系统", "system";
    FROM_DEFAULT = "默认", "default";
}

/// Where a value comes from, by the word that JSON has for it; a variable is named by itself.
#[must_use]
pub fn origin(name: &str) -> Text {
    match name {
        "flag" => FROM_FLAG,
        "config" => FROM_CONFIG,
        "remembered" => FROM_REMEMBERED,
        "system" => FROM_SYSTEM,
        _ => FROM_DEFAULT,
    }
}
