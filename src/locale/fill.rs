//! What is said about the body that is posted.

crate::messages! {
    NO_PACKAGE_HINT = "写 beian export 导出的 zip 文件。", "Give the zip file that beian export made.";
    CHANGE = "{path}：这是变更备案，平台没有变更接口。", "{path}: this is a change, for which the platform has no interface.";
    CHANGE_HINT = "照备案包里的变更清单在 mp.weixin.qq.com 录入。", "Enter it at mp.weixin.qq.com by the list of changes in the package.";
    NOTHING_TO_FILL = "{path}：这是注销，没有图片，也没有人脸核身。", "{path}: this is a deregistration, without pictures or face check.";
    NOTHING_TO_FILL_HINT = "去掉 --media 和 --task：请求体原样提交即可。", "Leave out --media and --task: the body is posted as it is.";
    UNKNOWN = "{file}：请求体里没有用到：{names}", "{file}: the request has no use for {names}";
    UNKNOWN_HINT = "名称照包里 request/media.json 的 file 写，一字不差；确认用的是这个备案包的编号。",
        "Names are those of `file` in request/media.json of the package; see that the ids belong to this very package.";
    MISSING = "{path}：还没有 media_id：{names}", "{path}: no media_id yet for {names}";
    MISSING_HINT = "先用 upload_icp_media 上传这些文件，把 media_id 写进 --media 的文件。", "Upload them with upload_icp_media and write each media_id into the file of --media.";
    SHARED = "{file}：{one} 和 {other} 的 media_id 相同。", "{file}: {one} and {other} have the same media_id.";
    SHARED_HINT = "每个文件上传后有自己的 media_id：看看是不是贴错了。", "Each upload gives an id of its own: one of them was pasted twice.";
    NO_TASK = "{path}：没有人脸核身的任务编号。", "{path}: the task of the face check is missing.";
    NO_TASK_HINT = "用 create_icp_verifytask 发起核身，通过后加上 --task 和它返回的 task_id。", "Begin it with create_icp_verifytask; once it has passed, give its task_id with --task.";
    BAD_TASK = "「{task}」不是任务编号。", "\"{task}\" is not a task id.";
    NO_IDS = "{file}：{why}", "{file}: {why}";
    NOT_TEXT = "不是 UTF-8 文本，或者太大。", "no UTF-8 text, or too large.";
    SHAPE = "{file}：第 {line} 行第 {column} 列读不懂：{what}", "{file}: line {line}, column {column}: {what}";
    TWICE = "{file}：{name} 出现了两次。", "{file}: {name} stands there twice.";
    NO_ID = "{file}：{name} 的值 {found} 不是 media_id。", "{file}: {found} beside {name} is not a media_id.";
    IDS_HINT = "格式：{\"materials/….jpg\": \"media_id\"}，或 media.json 的列表加上 media_id；每个文件一次。",
        "Either {\"materials/….jpg\": \"media_id\"}, or the list media.json with a media_id in each entry; each file once.";
    OVER_SOURCE = "{path} 是备案包或 --media 的文件，不能覆盖。", "{path} is the package or the file of --media, and is not overwritten.";
    OVER_SOURCE_HINT = "换一个文件名。", "Give another name.";
    EXISTS = "{path} 已经存在。", "{path} exists.";
    EXISTS_HINT = "换一个文件名，或用 --force 覆盖。", "Give another name, or overwrite it with --force.";
}
