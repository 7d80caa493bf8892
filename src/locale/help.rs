//! The words of the commands' help: what each command and each argument is for.

use super::Text;

/// What a command does, in one line; `beian` is the program itself.
#[must_use]
pub fn about(command: &str) -> Text {
    match command {
        "new" => Text::new("新建草稿，输出它的路径", "Create a draft and print its path"),
        "list" => Text::new("列出草稿：环节、进度、问题数", "List the drafts with stage, progress and findings"),
        "check" => Text::new("检查草稿，列出所有问题", "Check drafts and print all findings"),
        "show" => Text::new(
            "显示填报表：按公众平台的页面顺序列出每一项，有错误时为预览",
            "Show the sheet: every value in the order of the console's pages; a preview while there are errors",
        ),
        "export" => Text::new("导出备案包；有错误时不导出", "Export the package; refused while there are errors"),
        "letters" => Text::new("生成要签字盖章的函件（授权书、承诺书等），供打印", "Write the letters to print, sign and seal"),
        "checklist" => Text::new(
            "生成备案待办：还要做什么、谁做、何时前，审核来电怎么答",
            "Write what is left to do: what, who, by when, and what to answer on the phone",
        ),
        "fill" => Text::new(
            "把上传得到的编号填进请求体，供服务商提交",
            "Fill the uploads' ids into the request body, for service providers",
        ),
        "materials" => {
            Text::new("查看这次备案要交的材料：哪些已有，哪些还缺", "Show the required materials, and which are attached")
        }
        "materials list" => Text::new("同 beian materials DRAFT", "The same as beian materials DRAFT"),
        "materials prepare" => Text::new(
            "为不合要求的图片生成合格的副本，草稿改用副本",
            "Make compliant copies of pictures and use them in the draft",
        ),
        "status" => Text::new("查看备案进展，或记录一个事件", "Show where the filing stands, or record an event"),
        "read" => Text::new(
            "识别证件照片：是什么证件、写了什么（先装识别模型，见 beian models）",
            "Read a document in a picture: its kind, its values, its text (needs the models: beian models)",
        ),
        "models" => Text::new("查看识别模型：有没有、怎样获取", "Show the models that scans are read with, and how to get them"),
        "models remove" => Text::new("移除识别模型", "Remove the models"),
        "models add" => Text::new("从下载的文件添加识别模型", "Add models from a file that was downloaded"),
        "fields" => Text::new("列出所有字段", "List all fields"),
        "rules" => Text::new("列出所有检查规则", "List all rules"),
        "explain" => Text::new("详细说明一条规则", "Explain one rule in full"),
        "schema" => Text::new("输出草稿的 JSON Schema，供编辑器补全和检查", "Print the JSON Schema of a draft, for editors"),
        "confirm" => Text::new("确认一条警告无误", "Confirm a warning, with a reason"),
        "set" => Text::new("填写字段", "Fill in fields"),
        "get" => Text::new("读取字段", "Read fields"),
        "import" => Text::new("从表格（CSV、XLSX、ODS）导入，每行一份草稿", "Import a table (CSV, XLSX or ODS), a draft a row"),
        "copy" => Text::new("复制草稿，用于另一个备案", "Copy a draft for another filing"),
        "rename" => Text::new("给草稿文件改名", "Rename a draft's file"),
        "collect" => {
            Text::new("把草稿的材料收到草稿旁边，路径改为相对", "Copy the scans of drafts beside them, with relative paths")
        }
        "delete" => Text::new("删除草稿，可以恢复", "Delete drafts; they can be restored"),
        "completions" => Text::new("输出 shell 的补全脚本", "Print the script that makes a shell complete"),
        "man" => Text::new("输出手册页", "Print the manual pages"),
        "trash" => Text::new("查看、恢复或清空已删除的草稿", "Show, restore or purge deleted drafts"),
        "diff" => Text::new(
            "列出变更（或同一主体再新增一个小程序）与原备案的差别",
            "Print how a change, or one more mini-program, differs from the record",
        ),
        "gitignore" => Text::new(
            "输出 .gitignore：草稿进版本库，扫描件、备案包和函件不进",
            "Print a .gitignore: drafts go under version control, scans, packages and letters do not",
        ),
        "catalog" => Text::new("查看和更新官方列表", "Show or update the official lists"),
        "config" => {
            Text::new("查看或修改设置（config.toml），并说明每一项来自哪里", "Show or change settings, and where each comes from")
        }
        "config show" => Text::new("同 beian config", "The same as beian config"),
        "config path" => Text::new("输出配置文件的路径", "Print the path of the configuration file"),
        "config get" => Text::new("输出一项现在的值", "Print the value that holds"),
        "config set" => Text::new("写入一项", "Put a value into the file"),
        "config unset" => Text::new("去掉一项", "Take a key out of the file"),
        "help" => Text::new("显示命令的用法", "Explain a command"),
        _ => Text::new(
            "微信小程序备案准备工具：离线填写、检查、导出。",
            "Prepare the ICP filing of a WeChat mini-program: fill in, check and export, offline.",
        ),
    }
}

/// What is said below the arguments of a command.
#[must_use]
pub fn after(command: &str) -> Option<Text> {
    Some(match command {
        "beian" => Text::new(
            "草稿可以写路径，也可以写名称。不带命令时打开向导。\n\
             图片按终端的能力显示；BEIAN_GRAPHICS=kitty|iterm2|sixel|blocks|none 指定方式，NO_COLOR 时不画彩色半格。\n\
             退出码：0 正常；1 有错误级问题或拒绝导出；2 用法不对，或输入不存在、不合格式；3 系统不允许或出错（没有权限、磁盘已满）。",
            "A draft is given by path or by name. Without a command the wizard opens.\n\
             Pictures are drawn as the terminal can; BEIAN_GRAPHICS=kitty|iterm2|sixel|blocks|none overrules that, and NO_COLOR\n\
             leaves half blocks out.\n\
             Exit status: 0 success; 1 findings with severity error, or a refused export; 2 wrong use, or input that is \
             not there or not what it should be; 3 the system refused or failed (no permission, a full disk).",
        ),
        "check" => Text::new(
            "用 - 从标准输入读取，每行一个 JSON：与草稿 TOML 同结构的对象，或草稿路径（字符串）。\n\
             --format report 不论几份草稿都输出 {version, drafts: [{draft, findings, unknown_keys …}], totals}，见 docs/output.schema.json；\n\
             --format json 对几份草稿或文件夹相同，只对单独一份输出问题的列表；\n\
             - 时每行一个 {line, findings} 或 {line, error}，顺序与输入相同，对象里的 id 会一并带回。",
            "With - lines of JSON are read from standard input: each an object in the shape of a draft's TOML, or a draft's path \
             (a string).\n\
             --format report prints {version, drafts: [{draft, findings, unknown_keys …}], totals} whatever the number of drafts, see\n\
             docs/output.schema.json; --format json does so for several or a folder, and prints the bare list of findings for one;\n\
             for - one line of {line, findings} or {line, error} each, in the order of the input, with the object's id if it \
             has one.",
        ),
        "show" => Text::new(
            "html 是一个独立的网页文件：每一项有复制按钮，可以打勾、打印，不联网。",
            "html is one file: a button to copy each value, boxes to tick, fit to print, without a network.",
        ),
        "materials prepare" => Text::new(
            "转正、转换为 sRGB、缩小到 2 MB 以内、存为 JPG、去掉拍摄地点等附带信息；已合格的不动，原图从不改动。\n\
             可读 JPEG、PNG、WebP、BMP、TIFF、GIF；副本放在原图旁边，名称加 -beian。",
            "Turned upright, converted to sRGB, made smaller than 2 MB, saved as JPG, without place and device; what is fine is left \
             alone, and originals are never touched.\n\
             Reads JPEG, PNG, WebP, BMP, TIFF and GIF; a copy lies beside its original, its name ends with -beian.",
        ),
        "fill" => Text::new(
            "先核对包里每个文件的校验和；缺一个编号、多一个、重复，或者没有人脸核身任务，都不输出。",
            "The sums of the package are checked first. Nothing is printed while an id is missing, unknown or repeated, or the face check's\n\
             task is missing.",
        ),
        "letters" => Text::new(
            "只生成这份草稿的材料清单里要的；日期和签名留空。用浏览器打开后打印成 A4。",
            "Only those that the draft's list of materials asks for; date and signature are left blank. Open them in a browser and print on A4.",
        ),
        "confirm" => Text::new(
            "确认后的警告仍会列出，但不再计数；值一改就恢复。错误不能确认，提示不用确认。",
            "A confirmed warning is still printed but no longer counts; it returns if the value changes.\nErrors cannot be confirmed, and hints need not be.",
        ),
        "status" => Text::new(
            "事件：submitted 已提交  platform-passed 平台通过  platform-returned 平台驳回\n\
             sms-received 收到短信  sms-resent 重发短信  sms-verified 核验完成  sms-timed-out 核验超时\n\
             sms-wrong-code 验证码输错  submission-refused 提交失败（平台未受理）\n\
             bureau-passed 通管局通过  bureau-returned 通管局驳回  withdrawn 撤回；undo 撤销上一条\n\
             注销：deregistration-requested 已申请  sms-received 收到短信  sms-verified（或 deregistered）完成  deregistration-lapsed 失效\n\
             驳回原因写在 --note，会按字段拆分；--import 导入 get_icp_entrance_info、get_online_icp_order、\n\
             apply_icp_filing 的返回、audit_data 或推送消息。",
            "Events: submitted, platform-passed, platform-returned, sms-received, sms-resent,\n\
             sms-wrong-code, sms-verified, sms-timed-out, submission-refused, bureau-passed,\n\
             bureau-returned, withdrawn; undo removes the last one\n\
             Deregistration: deregistration-requested, sms-received, then sms-verified (or deregistered),\n\
             which ends it, or deregistration-lapsed\n\
             Reasons of a rejection go into --note and are told apart by field. --import takes an answer of\n\
             get_icp_entrance_info, get_online_icp_order or apply_icp_filing, audit_data, or a push event.",
        ),
        "set" => Text::new(
            "选项写编号或名称；是否写 yes/no/是/否；多项用逗号分隔；空值清除字段。\n\
             前置审批：24，或 编号:审批号:文件，多条用分号分隔。\n\
             多条也可以写成 JSON 数组，如 mini_program.service_contents=[3,4]，格式同 beian get --format json 的 value。\n\
             不是这一项的值（列表里没有的选项、没有的日子），或检查规则认为值本身有错（手机号码少几位），一项也不写；--force\n\
             照样保存。几项一起给的一起判断，不论先后；要看另一项才能判断的，先保存并说明。在别的字段里引起的错误列出，\n\
             不妨碍保存。提醒、没填的和扫描件的问题也只列出。\n\
             - 也读 JSON：与草稿同结构的对象、以字段路径为键的对象，或 beian get --format json 的输出。\n\
             命令行参数别的程序看得到，也会留在 shell 的历史里；证件号码宜用 - 从标准输入给：beian set 小食记 - < 文件",
            "Choices by id or name; yes/no; several entries separated by commas; an empty value clears the field.\n\
             Prior approvals: 24, or id:number:file, several separated by semicolons.\n\
             A JSON list is taken, too, as in mini_program.service_contents=[3,4]: the value of beian get --format json.\n\
             What cannot be a value of its field (a choice that is not on the list, a day that is none), or is an error of its\n\
             own by the rules (a phone number that lacks digits), is refused and nothing is stored; --force stores it. Values\n\
             that are given together are judged together, whatever their order; one that cannot be judged before another field is\n\
             given is stored, and that is said. Errors that the values make in other fields are printed and hinder nothing, and\n\
             so are warnings, what is missing and what scans show.\n\
             - reads JSON, too: an object in the shape of a draft, one with paths of fields as keys, or what\n\
             beian get --format json prints.\n\
             Other programs see arguments, and the shell keeps them: give identity numbers through standard input, as in\n\
             beian set my-draft - < file",
        ),
        "import" => Text::new(
            "第一行是栏名：字段路径（见 beian fields），或中文、英文名称；以 # 开头的栏不导入。值写编号或名称；\n\
             扫描件写路径或带 * ? 的模式，从表格所在的文件夹算起。空格子不改草稿里已有的值。\n\
             同一份草稿按「草稿文件名」，其次 AppID，其次小程序名称认定；已有的更新，没有的新建。\n\
             表格有错误时一份也不写入，逐格列出（如 C7）；--partial 只导入没有错误的行。检查规则认为值本身有错的（手机号码\n\
             少几位）也算错误，与 beian set 一样；--force 照样写入。",
            "The first row names the columns: paths of fields (see beian fields) or their labels in Chinese or English; columns that\n\
             begin with # are passed over. Values by id or name; scans by path or by a pattern with * and ?, from the table's\n\
             folder. An empty cell leaves what the draft has.\n\
             Which draft a row is: by its file, else its AppID, else the mini-program's name; it is updated, or created.\n\
             With a mistake in the table no draft is written, and every cell is named (C7); --partial imports the other rows.\n\
             A value that is an error of its own by the rules (a phone number that lacks digits) is a mistake, as it is for beian\n\
             set; --force stores it.",
        ),
        "copy" => Text::new(
            "备案记录、确认、答案、AppID、名称和要签字的函件不复制。one-more：主体和负责人照用，\n已备案的草稿复制后直接引用它的备案；another-entity：小程序内容照用。",
            "History, confirmations, answers, AppID, name and signed letters stay behind. one-more keeps entity and people, and\n\
             the copy of a filed draft refers to its record; another-entity keeps what the mini-program offers.",
        ),
        "rename" => Text::new(
            "不写新名称时，用小程序的名称。写路径可以移到别的文件夹，材料的路径会跟着改。",
            "Without a name the file is named after its mini-program. A path moves it, and paths of scans still lead to the same files.",
        ),
        "collect" => Text::new(
            "草稿文件夹以外的材料复制到旁边的「名称-scans」文件夹，原文件不动；已在里面的只把路径改为相对。",
            "What lies outside the draft's folder is copied into NAME-scans beside it; originals stay as they are. Of what lies inside only\n\
             the path is made relative.",
        ),
        "completions" => Text::new("草稿、字段和规则的名称也会补全。", "Drafts, fields and rules complete, too."),
        "trash" => Text::new(
            "删除的草稿移到草稿文件夹的 .trash 中，保留 30 天，之后彻底删除。",
            "Deleted drafts move to .trash in their folder, stay there for 30 days, and are then removed permanently.",
        ),
        "config" => super::config::AFTER,
        "read" => Text::new(
            "在本机识别，不联网，结果只打印，不保存。--format json 连同每行的位置、每个字的把握和备选一起输出；\n\
             多个文件放在 files 里，识别不了的带 error。",
            "It is read on this computer; nothing is sent, and nothing kept. --format json prints places, certainties and\n\
             alternatives as well; several files stand in files, one that cannot be read with its error.",
        ),
        "models" => Text::new(
            "模型放在数据文件夹的 models 里，或 BEIAN_MODELS_DIR 指定的文件夹。",
            "They are kept in the folder models of the data folder, or in the one that BEIAN_MODELS_DIR names.",
        ),
        "catalog" => Text::new(
            "update FILE：用平台列表接口返回的 JSON（query_icp_subject_types、query_icp_certificate_types、\n\
             query_icp_nrlx_types、query_icp_service_content_types、query_icp_district_code）更新一个列表，- 为标准输入。\n\
             reset [LIST]：恢复内置的列表，不写则全部恢复。",
            "update FILE takes a saved answer of one of the platform's list interfaces (query_icp_subject_types,\n\
             query_icp_certificate_types, query_icp_nrlx_types, query_icp_service_content_types, query_icp_district_code);\n\
             - reads standard input. reset [LIST] goes back to the built-in list, or to all of them.",
        ),
        _ => return None,
    })
}

/// What an argument means. Unknown ones get no words, which a test finds.
#[must_use]
pub fn argument(command: &str, id: &str) -> Text {
    match (command, id) {
        (_, "help") => Text::new("显示帮助", "Print help"),
        (_, "version") => Text::new("显示版本", "Print the version"),
        ("show", "format") => {
            Text::new("输出格式：text、json、report、markdown 或 html", "Output: text, json, report, markdown or html")
        }
        ("check", "format") => {
            Text::new("输出格式：text、json、report、sarif 或 github", "Output: text, json, report, sarif or github")
        }
        ("list" | "export" | "status" | "materials" | "set" | "collect", "format") => Text::new(
            "输出格式：text、json 或 report（不论几份草稿，结构都一样的 JSON）",
            "Output: text, json or report (JSON of one shape, whatever the number of drafts)",
        ),
        ("beian", "format") => {
            Text::new("输出格式：text 或 json；有些命令还有别的", "Output: text or json; some commands have more")
        }
        (_, "format") => Text::new("输出格式：text 或 json", "Output: text or json"),
        (_, "color") => Text::new(
            "颜色：auto（终端上有，NO_COLOR 时没有）、always 或 never",
            "Colour: auto (on a terminal, unless NO_COLOR is set), always or never",
        ),
        ("check" | "export" | "set", "select") => {
            Text::new("只要这些规则的问题，可以多个，用逗号分隔", "Only findings of these rules, separated by commas")
        }
        ("check" | "export" | "set", "severity") => Text::new(
            "只要不轻于这一级的问题：error、warning 或 hint",
            "Only findings at least this severe: error, warning or hint",
        ),
        ("export" | "set", "quiet") => Text::new("只列错误", "Errors alone"),
        ("check", "quiet") => Text::new(
            "只列错误，每个不写改法；不列没有错误的草稿，不合计",
            "Errors alone, without what to do; no drafts without errors, no notes, no total",
        ),
        ("list", "drafts") => Text::new(
            "只列这些草稿或文件夹里的草稿，默认草稿文件夹",
            "Drafts, or folders of them [default: the folder of drafts]",
        ),
        ("list", "no_files") => Text::new("不看材料文件", "Do not look at the scans"),
        (_, "lang") => Text::new("语言：zh-CN 或 en", "Language: zh-CN or en"),
        (_, "drafts_dir") => Text::new("草稿文件夹（或 BEIAN_DRAFTS_DIR）", "Folder of drafts (or BEIAN_DRAFTS_DIR)"),
        (_, "lists_dir") => {
            Text::new("更新的列表所在的文件夹（或 BEIAN_LISTS_DIR）", "Folder of renewed lists (or BEIAN_LISTS_DIR)")
        }
        (_, "theme") => Text::new(
            "向导的颜色：auto（按终端背景）、dark、light 或 high-contrast（或 BEIAN_THEME）",
            "Colours of the wizard: auto (by the terminal's background), dark, light or high-contrast (or BEIAN_THEME)",
        ),
        (_, "no_mouse") => Text::new("向导不用鼠标（或 BEIAN_MOUSE=0）", "Leave the mouse to the terminal (or BEIAN_MOUSE=0)"),
        (_, "plain") => Text::new(
            "逐行问答，不画界面：适合读屏软件、慢速连接，也可从管道输入",
            "Ask line by line, without a screen: for screen readers, slow lines and piped input",
        ),
        (_, "today") => Text::new("以这一天为准检查（或 BEIAN_TODAY）", "Check as of this day (or BEIAN_TODAY)"),
        ("beian", "draft") => Text::new("要打开的草稿", "The draft to open"),
        ("new", "nature") => Text::new("主体性质：编号或名称，默认企业", "Entity type, id or name [default: enterprise]"),
        ("new", "kind") => Text::new(
            "备案类型，默认新增：有 --from 时就是 additional，已备案主体再新增一个小程序；change 变更，deregister 注销",
            "Kind of filing [default: new, and with --from additional, one more mini-program of an entity on record]; change,\n\
             deregister",
        ),
        ("new", "from") => Text::new(
            "从已备案的信息开始：备案成功的草稿、备案包（zip），或保存的 get_online_icp_order 返回数据",
            "Begin with what is on record: a filed draft, a package (zip), or a saved answer of get_online_icp_order",
        ),
        ("new", "number") => Text::new(
            "备案号：手里只有备案号，--from 的内容里没有，或里面有几个小程序时用",
            "The filing number, if that is all you have, or if --from lacks it or holds several mini-programs",
        ),
        ("diff", "draft") => Text::new("变更备案或再新增一个小程序的草稿", "The draft of a change, or of one more mini-program"),
        ("new", "name") => Text::new("小程序名称；办变更时是改后的名称", "Name of the mini-program; in a change, its new one"),
        ("new", "example") => Text::new("写出两份示例草稿和它们的扫描件", "Write two example drafts with their scans"),
        ("new", "path") => {
            Text::new("草稿文件的路径；不写则放进草稿文件夹", "Path of the new draft [default: in the folder of drafts]")
        }
        ("check", "drafts") => Text::new(
            "草稿的路径或名称，或装着草稿的文件夹，可以多个；- 为标准输入",
            "Paths or names of drafts, or folders of them; - for standard input",
        ),
        ("check", "jobs") => {
            Text::new("同时检查多少份，默认等于 CPU 核数", "How many are checked at once [default: one per core]")
        }
        ("new", "scans") => Text::new(
            "识别文件夹里的证件照片，放进各项并填好（先装识别模型）",
            "Read the pictures in a folder, put each into its field and fill in what they vouch for (needs the models)",
        ),
        ("new", "responsible_person") => Text::new(
            "照片里有几个人的证件时，谁是主体负责人",
            "Who is the responsible person, where the pictures show ID documents of several people",
        ),
        ("new", "owner") => Text::new(
            "照片里有几个人的证件时，谁是小程序负责人",
            "Who is the mini-program contact, where the pictures show ID documents of several people",
        ),
        ("check", "read") => Text::new(
            "识别证件照片和函件上的文字，与填写的核对（先装识别模型，见 beian models）",
            "Read certificates and letters and compare them with what is filled in (needs the models: beian models)",
        ),
        ("check", "no_files") => Text::new("不看材料文件，只查填写的内容", "Do not look at the scans, only at what is filled in"),
        ("check", "allow_outside") => Text::new(
            "草稿文件夹以外的文件是你选的，可以读取；以后不再问",
            "Files outside the draft's folder are meant and may be read, now and from now on",
        ),
        ("check", "exit_zero") => Text::new("有问题也以 0 退出，系统故障除外", "Exit with 0 even if there are findings"),
        ("check", "fix") => Text::new(
            "先做不会有错的修改（去掉看不见的字符、重复的地区名等），其余的只列出",
            "Apply safe fixes first (e.g. remove hidden characters), then print what remains",
        ),
        ("check" | "materials prepare", "force") => Text::new(
            "已备案或正在审核的草稿也改（只改草稿，平台和通管局不知道）",
            "Edit what is filed or under review, too; nothing is sent to the platform or bureau",
        ),
        ("confirm", "rule") => Text::new("警告的规则名称，见 beian check", "Name of the rule that warns, see beian check"),
        ("confirm", "field") => {
            Text::new("字段路径；同一规则有多条警告时要写", "Path of the field, where the rule warns more than once")
        }
        ("confirm", "reason") => Text::new("为什么无误，一句话", "Why it is right, in one sentence"),
        ("confirm", "undo") => Text::new("撤回确认", "Withdraw the confirmation"),
        ("export", "output") => {
            Text::new("备案包的文件或文件夹，默认当前文件夹", "File or folder of the package [default: the current folder]")
        }
        ("export", "with_notes") => Text::new(
            "连同本人的回答、确认的理由、备注和驳回的原话一起导出（默认不带；=no 不带）",
            "With answers to questions, reasons of confirmations, remarks and reviewers' words, which otherwise stay behind (=no)",
        ),
        ("export", "allow_outside") => Text::new(
            "草稿文件夹以外的文件是你选的，可以读取和打包；以后不再问",
            "Files outside the draft's folder are meant and may be read and packed, now and from now on",
        ),
        ("read", "files") => Text::new("图片文件", "The pictures"),
        ("models add", "files") => {
            Text::new("rapidocr 3.10.0 的 .whl，或其中的 .onnx 文件", "The wheel of rapidocr 3.10.0, or the .onnx files in it")
        }
        ("letters", "output") => {
            Text::new("函件的文件夹，默认「草稿文件名-letters」", "Folder of the letters [default: DRAFT-letters]")
        }
        ("letters", "force") => Text::new("覆盖同名的其他文件", "Overwrite files that this program did not make"),
        ("checklist", "output") => Text::new(
            "写到这个文件，默认「草稿文件名-checklist.html」，- 为标准输出",
            "Write to this file [default: DRAFT-checklist.html]; - prints it",
        ),
        ("show", "force") => Text::new("覆盖同名的其他文件", "Overwrite a file that this program did not make"),
        ("checklist", "force") => Text::new("覆盖同名的其他文件", "Overwrite a file that this program did not make"),
        ("export", "encrypt") => Text::new(
            "加密，只有这把 age 公钥（age1…）的主人能打开；可写多次，也可写每行一把公钥的文件",
            "Encrypt it for an age public key (age1…); may be given several times, and a file of keys will do",
        ),
        ("export", "passphrase") => Text::new(
            "用口令加密，口令在终端输入两次；直接回车就生成一个",
            "Encrypt it with a passphrase, asked for twice, or made where Enter alone is pressed",
        ),
        ("export", "passphrase_file") => Text::new(
            "用这个文件第一行的口令加密，- 为标准输入",
            "Encrypt it with the passphrase in the first line of this file; - reads standard input",
        ),
        ("fill" | "new", "identity") => Text::new(
            "备案包是加密的：用这个文件里的 age 私钥打开",
            "Open an encrypted package with the age private key in this file",
        ),
        ("fill" | "new", "passphrase") => {
            Text::new("备案包是加密的：在终端输入口令", "Open an encrypted package with a passphrase, which is asked for")
        }
        ("fill" | "new", "passphrase_file") => Text::new(
            "备案包是加密的：口令在这个文件的第一行，- 为标准输入",
            "Open an encrypted package with the passphrase in the first line of this file; - reads standard input",
        ),
        ("fill", "package") => Text::new("备案包（zip，或加密的 zip.age）", "The package (zip, or encrypted zip.age)"),
        ("fill", "media") => Text::new(
            "media_id 的 JSON 文件：{\"materials/….jpg\": \"media_id\"}，- 为标准输入",
            "JSON file of the ids: {\"materials/….jpg\": \"media_id\"}; - reads standard input",
        ),
        ("fill", "task") => Text::new("人脸核身的 task_id", "The task_id of the face check"),
        ("fill", "output") => Text::new("写到这个文件，默认输出到标准输出", "Write to this file [default: standard output]"),
        ("fill", "force") => Text::new("覆盖已有的文件", "Overwrite the file"),
        ("show", "output") => Text::new("写入这个文件；不写则输出到终端", "Write into this file; default: standard output"),
        ("export", "ascii_names") => Text::new(
            "包里的文件用英文字母命名，不用中文；=no 取消",
            "Name the files in the package in ASCII instead of Chinese; =no for Chinese",
        ),
        ("export", "replace") => Text::new(
            "替换 -o 指定的、同一份备案以前导出的备案包",
            "Replace the package named by -o, an earlier one of this filing",
        ),
        ("export", "force") => Text::new("覆盖同名的任何文件", "Overwrite the file named by -o, whatever it is"),
        ("status", "event") => Text::new(
            "要记录的事件，或 undo（撤销）、sync（更新原备案的草稿）",
            "The event to record, or undo, or sync (update the filed draft)",
        ),
        ("status", "more") => Text::new("更多草稿，事件写在最后", "More drafts, followed by the event"),
        ("status", "at") => Text::new(
            "发生时间：2026-11-23、2026-11-23 10:42 或 RFC 3339，默认现在",
            "When: 2026-11-23, 2026-11-23 10:42 (China time) or RFC 3339, else now",
        ),
        ("status", "note") => Text::new("驳回原因或备注", "Reasons of the reviewer, or a note"),
        ("status", "calendar") => Text::new(
            "把一份或多份草稿的期限写成日历文件 .ics，已过去的取消（默认写到当前文件夹，- 为标准输出）",
            "Write the deadlines of these drafts as one calendar, .ics, and cancel what is over (default: into the present folder; - is standard output)",
        ),
        ("status", "import") => Text::new(
            "导入平台的答复或推送（JSON、XML），- 为标准输入",
            "Import what the platform answered or pushed (JSON, XML); - is standard input",
        ),
        ("status", "who") => Text::new(
            "谁的验证码：responsible_person 或 owner；不写表示涉及的每个人",
            "Whose code it is: responsible_person or owner; everyone who received one if left out",
        ),
        ("status", "number") => Text::new("备案号，只用于 bureau-passed", "The filing number, only with bureau-passed"),
        ("rules", "topic") => Text::new("只列这个主题的规则", "Only the rules about this topic"),
        ("explain", "rule") => Text::new("规则名称", "Name of the rule"),
        ("set", "values") => Text::new(
            "字段路径=值，可以多个；- 从标准输入读，每行一个",
            "Path of a field and its value; several may follow; - reads them from standard input, one a line",
        ),
        ("set", "json") => {
            Text::new("从这个 JSON 文件读，- 为标准输入", "Read the values from this file of JSON; - is standard input")
        }
        ("status", "force") => Text::new(
            "备案号不像小程序的、与原备案号不同、是别的省或另一个小程序的，也记录；已记录的备案号改成这一个",
            "Record a number that does not look like a mini-program's, is not the one on record, or is another's or another province's; correct the one that is recorded",
        ),
        ("config set", "force") => Text::new("检查规则认为有错的值也写入", "Store a value that is wrong by the rules, too"),
        ("set", "force") => Text::new(
            "不合要求的值也保存，已备案或正在审核的草稿也改",
            "Store values that do not fit their fields, and edit what is filed or under review, too",
        ),
        ("trash", "restore") => Text::new(
            "恢复这份草稿；同名的有几份时恢复最近删除的",
            "Restore this draft; of several of one name the one deleted last",
        ),
        ("trash", "empty") => Text::new("全部彻底删除", "Permanently delete all of them"),
        ("import", "table") => {
            Text::new("表格：CSV（UTF-8、GBK、UTF-16）、XLSX、ODS", "The table: CSV (UTF-8, GBK, UTF-16), XLSX or ODS")
        }
        ("import", "template") => Text::new("输出空表（CSV），栏名齐全", "Print an empty table (CSV) with all columns"),
        ("import", "dry_run") => Text::new("只检查并说明会怎样，什么都不写入", "Say what would be done, and write nothing"),
        ("import", "partial") => Text::new("有错误的行不导入，其余照常", "Leave out rows with mistakes, and import the others"),
        ("import", "force") => Text::new(
            "检查规则认为有错的值也写入，正在审核的草稿也改",
            "Store values that are wrong by the rules, and edit what is under review, too",
        ),
        ("import", "sheet") => Text::new("工作表的名称，默认第一个", "Name of the sheet [default: the first]"),
        ("copy", "to") => Text::new(
            "新草稿的名称或路径，默认用小程序名称或原名加编号",
            "Name or path of the copy [default: the mini-program's name, else the old one with a number]",
        ),
        ("copy", "purpose") => Text::new(
            "one-more：同一主体再新增一个小程序（默认）；another-entity：给另一个主体",
            "one-more mini-program of the same entity (default), or the same for another-entity",
        ),
        ("copy", "name") => Text::new("新小程序的名称", "Name of the new mini-program"),
        ("rename", "to") => Text::new("新名称或路径，默认小程序的名称", "New name or path [default: the mini-program's name]"),
        ("collect", "dry_run") => Text::new("只说明会怎样，什么都不写入", "Say what would be done, and write nothing"),
        ("collect", "allow_outside") => {
            Text::new("草稿文件夹以外的文件也可以读取", "Files outside the draft's folder may be read")
        }
        ("delete", "drafts") => Text::new("草稿的路径或名称，可以多个", "Paths or names of drafts"),
        ("completions", "shell") => Text::new("哪种 shell", "The shell"),
        ("man", "command") => Text::new("哪个命令；不写则是总的一页", "The command; else the page of the program"),
        ("man", "output") => Text::new("全部手册页写入这个文件夹", "Write all pages into this folder"),
        ("get", "fields") => Text::new(
            "字段路径，见 beian fields；不写则是全部已填的",
            "Paths of fields, see beian fields; else all that are filled in",
        ),
        ("materials prepare", "fields") => {
            Text::new("只处理这些字段的图片，默认全部", "Only the pictures of these fields, else all")
        }
        ("materials prepare", "allow_outside") => Text::new(
            "草稿文件夹以外的图片是你选的，可以读取，副本放在它旁边；以后不再问",
            "Pictures outside the draft's folder are meant: they may be read and copied beside themselves, now and from now on",
        ),
        ("materials prepare", "turn") => {
            Text::new("把这些图片顺时针转 90、180 或 270 度", "Turn these pictures clockwise by 90, 180 or 270 degrees")
        }
        ("materials prepare", "dry_run") => {
            Text::new("只说明会怎么处理，什么都不写入", "Say what would be done, and write nothing")
        }
        ("catalog", "action") => Text::new("update 或 reset；不写则列出全部列表", "update or reset; else all lists are shown"),
        ("catalog", "what") => Text::new("update 的文件，或 reset 的列表名", "The file for update, or the list for reset"),
        ("config get" | "config set" | "config unset", "key") => Text::new(
            "哪一项，如 language、new.owner.mobile，见 beian config",
            "The key, such as language or new.owner.mobile; see beian config",
        ),
        ("config set", "value") => Text::new("值", "The value"),
        ("export", "no_encrypt") => {
            Text::new("不加密，即使配置里写了 export.encrypt", "Leave it open, whatever export.encrypt says")
        }
        ("help", "command") => Text::new("命令；不写则显示总览", "The command; else the overview"),
        ("set" | "status", "draft") | (_, "drafts") => {
            Text::new("草稿的路径或名称，或装着草稿的文件夹，可以多个", "Paths or names of drafts, or folders of them")
        }
        (_, "draft") => Text::new("草稿的路径或名称", "Path or name of the draft"),
        _ => Text::new("", ""),
    }
}
