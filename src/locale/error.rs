//! The words of complaints: what went wrong, and what to do about it.
//!
//! A complaint is a pair of sentences, the second of which may be empty. Paths and other foreign text are shown cleaned.

use std::io::ErrorKind;
use std::path::Path;

use super::{Lang, Text, stage};
use crate::drafts::codec::{CodecError, Shape};
use crate::drafts::error::{FolderError, Found, OpenError, OutsideChange, ReadOnly, ResolveError, SaveError};
use crate::drafts::file::foreign::Foreign;
use crate::fs::lock::Held;
use crate::fs::{IoTrouble, Odd};
use crate::package::PackageError;
use crate::text::clean::visible;

/// What went wrong, and what to do.
pub type Complaint = (String, String);

/// A path as it may be shown.
#[must_use]
pub fn path(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Why a draft cannot be opened.
#[must_use]
pub fn open(lang: Lang, error: &OpenError) -> Complaint {
    let file = path(error.path());
    let say = |message: Text, hint: Text| (message.with(lang, &[("path", &file)]), hint.in_lang(lang).to_owned());
    match error {
        OpenError::NotFound { .. } => say(NOT_FOUND, NOT_FOUND_HINT),
        OpenError::NotAFile { found: Found::Folder, .. } => say(IS_FOLDER, IS_FOLDER_HINT),
        OpenError::NotAFile { found: Found::BrokenLink, .. } => say(BROKEN_LINK, BROKEN_LINK_HINT),
        OpenError::NotAFile { .. } => say(NO_REGULAR_FILE, NO_REGULAR_FILE_HINT),
        OpenError::TooLarge { .. } | OpenError::TooManyTables { .. } => say(TOO_LARGE, NO_REGULAR_FILE_HINT),
        OpenError::Foreign { what: Foreign::Archive, .. } => say(IS_ARCHIVE, IS_PACKAGE_HINT),
        OpenError::Foreign { what: Foreign::Encrypted, .. } => say(IS_ENCRYPTED, IS_PACKAGE_HINT),
        OpenError::Foreign { what: Foreign::Picture, .. } => say(IS_PICTURE, NO_REGULAR_FILE_HINT),
        OpenError::Empty { .. } => say(EMPTY, EMPTY_HINT),
        OpenError::NotUtf8 { line, .. } => {
            (NOT_UTF8.with(lang, &[("path", &file), ("line", line)]), NOT_UTF8_HINT.in_lang(lang).to_owned())
        }
        OpenError::Content { error, .. } => {
            let (message, hint) = codec(lang, error);
            (IN_FILE.with(lang, &[("path", &file), ("message", &message)]), hint)
        }
        OpenError::Denied { .. } => say(DENIED, DENIED_HINT),
        OpenError::Held { held, .. } => held_by(lang, &file, held),
        OpenError::Io { trouble, .. } => (IO_READ.with(lang, &[("path", &file), ("trouble", &io(lang, trouble))]), String::new()),
    }
}

/// Why a text is no draft.
#[must_use]
pub fn codec(lang: Lang, error: &CodecError) -> Complaint {
    match error {
        CodecError::NotToml { line, column, message } => {
            let detail = super::toml::complaint(lang, message);
            (
                NOT_TOML.with(lang, &[("line", line), ("column", column), ("detail", &detail)]),
                NOT_TOML_HINT.in_lang(lang).to_owned(),
            )
        }
        CodecError::WrongShape { path, line, column, .. } => (
            WRONG_SHAPE.with(lang, &[("line", line), ("column", column), ("key", &visible(path))]),
            WRONG_SHAPE_HINT.with(lang, &[("key", &visible(path))]),
        ),
        CodecError::BadFormat { found, line } => {
            (BAD_FORMAT.with(lang, &[("line", line), ("found", &visible(found))]), BAD_FORMAT_HINT.in_lang(lang).to_owned())
        }
        CodecError::NewerFormat { found, known } => {
            (NEWER_FORMAT.with(lang, &[("found", found), ("known", known)]), NEWER_FORMAT_HINT.in_lang(lang).to_owned())
        }
    }
}

/// Why a draft was not saved.
#[must_use]
pub fn save(lang: Lang, error: &SaveError) -> Complaint {
    let file = path(error.path());
    let say = |message: Text, hint: Text| (message.with(lang, &[("path", &file)]), hint.in_lang(lang).to_owned());
    match error {
        SaveError::ReadOnly { reason, .. } => read_only(lang, &file, reason),
        SaveError::ChangedOutside { change: OutsideChange::Deleted, .. } => say(DELETED_OUTSIDE, AGAIN),
        SaveError::ChangedOutside { .. } => say(CHANGED_OUTSIDE, AGAIN),
        SaveError::Exists { .. } => say(EXISTS, EXISTS_HINT),
        SaveError::Held { held, .. } => held_by(lang, &file, held),
        SaveError::NotFaithful { fields, .. } => (
            NOT_FAITHFUL.with(lang, &[("path", &file), ("fields", &visible(&fields.join(", ")))]),
            NOT_FAITHFUL_HINT.in_lang(lang).to_owned(),
        ),
        SaveError::TooLarge { .. } => say(GROWN_TOO_LARGE, GROWN_TOO_LARGE_HINT),
        SaveError::Io { trouble, .. } => {
            let hint = both(lang, write_hint(trouble), IO_WRITE_HINT);
            (IO_WRITE.with(lang, &[("path", &file), ("trouble", &io(lang, trouble))]), hint)
        }
    }
}

/// Why a draft is open for reading only.
#[must_use]
pub fn read_only(lang: Lang, file: &str, reason: &ReadOnly) -> Complaint {
    let hint = match reason {
        ReadOnly::Folder(trouble) => READ_ONLY_FOLDER_HINT.with(lang, &[("trouble", &io(lang, trouble))]),
        ReadOnly::Lock(place) => READ_ONLY_LOCK_HINT.with(lang, &[("place", &path(place))]),
        // Only a draft that another program holds is asked for so.
        ReadOnly::Asked => READ_ONLY_HELD_HINT.in_lang(lang).to_owned(),
        ReadOnly::File => READ_ONLY_HINT.in_lang(lang).to_owned(),
    };
    (READ_ONLY.with(lang, &[("path", &file)]), hint)
}

/// Why something in the folder of drafts failed.
#[must_use]
pub fn folder(lang: Lang, error: &FolderError) -> Complaint {
    match error {
        FolderError::Open(error) => open(lang, error),
        FolderError::Save(error) => create(lang, error),
        FolderError::Elsewhere { path: file } => (ELSEWHERE.with(lang, &[("path", &path(file))]), String::new()),
        FolderError::Io { path: file, trouble } => (
            FOLDER_TROUBLE.with(lang, &[("path", &path(file)), ("trouble", &io(lang, trouble))]),
            FOLDER_HINT.in_lang(lang).to_owned(),
        ),
    }
}

/// Why a name leads to no draft.
#[must_use]
pub fn resolve(lang: Lang, error: &ResolveError) -> Complaint {
    let between = lang.between();
    match error {
        ResolveError::NotFound { name, .. } if name.trim().is_empty() => {
            (NO_NAME.in_lang(lang).to_owned(), NO_DRAFT_HINT.in_lang(lang).to_owned())
        }
        ResolveError::NotFound { name, similar } => {
            let hint = if similar.is_empty() {
                NO_DRAFT_HINT.in_lang(lang).to_owned()
            } else {
                SIMILAR.with(lang, &[("names", &visible(&similar.join(between)))])
            };
            (NO_DRAFT.with(lang, &[("name", &visible(name))]), hint)
        }
        ResolveError::Ambiguous { name, candidates } => {
            let names: Vec<String> = candidates.iter().map(|file| path(file)).collect();
            (AMBIGUOUS.with(lang, &[("name", &visible(name))]), AMBIGUOUS_HINT.with(lang, &[("paths", &names.join(between))]))
        }
        ResolveError::Folder(error) => folder(lang, error),
    }
}

/// Why a package could not be built.
#[must_use]
pub fn package(lang: Lang, error: &PackageError) -> Complaint {
    match error {
        PackageError::Unreadable { field: id, path, source } => {
            let trouble = io(lang, &source.into());
            let args: [(&str, &dyn std::fmt::Display); 3] =
                [("field", &id.full_label(lang)), ("path", &visible(path)), ("trouble", &trouble)];
            (SCAN_UNREADABLE.with(lang, &args), String::new())
        }
        PackageError::Changed { field: id, path } => (
            SCAN_CHANGED.with(lang, &[("field", &id.full_label(lang)), ("path", &visible(path))]),
            EXPORT_AGAIN.in_lang(lang).to_owned(),
        ),
        PackageError::Unfit { field: id } => {
            (UNFIT.with(lang, &[("field", &id.full_label(lang))]), NOT_FAITHFUL_HINT.in_lang(lang).to_owned())
        }
        PackageError::Draft(trouble) => {
            (DRAFT_NOT_PACKED.with(lang, &[("trouble", &visible(trouble))]), NOT_FAITHFUL_HINT.in_lang(lang).to_owned())
        }
        PackageError::Archive(error) => (ARCHIVE.with(lang, &[("trouble", &io(lang, &error.into()))]), String::new()),
    }
}

/// Why a new draft was not made. Nothing was there before.
#[must_use]
pub fn create(lang: Lang, error: &SaveError) -> Complaint {
    match error {
        SaveError::Io { path: file, trouble, .. } => {
            let missing = matches!(trouble.kind, ErrorKind::NotFound | ErrorKind::NotADirectory);
            let hint = if missing { MAKE_FOLDER_HINT } else { NOT_MADE_HINT };
            (IO_CREATE.with(lang, &[("path", &path(file)), ("trouble", &io(lang, trouble))]), hint.in_lang(lang).to_owned())
        }
        error => save(lang, error),
    }
}

/// Why an object on standard input is no draft: without the place in a text that nobody has seen.
#[must_use]
pub fn object(lang: Lang, error: &CodecError) -> Complaint {
    match error {
        CodecError::WrongShape { path, expected, .. } => {
            let hint = if *expected == Shape::Tables { OBJECT_LIST_HINT } else { OBJECT_TABLE_HINT };
            let args: [(&str, &dyn std::fmt::Display); 1] = [("key", &visible(path))];
            (OBJECT_SHAPE.with(lang, &args), hint.with(lang, &args))
        }
        CodecError::BadFormat { found, .. } => {
            (OBJECT_FORMAT.with(lang, &[("found", &visible(found))]), BAD_FORMAT_HINT.in_lang(lang).to_owned())
        }
        CodecError::NotToml { message, .. } => (super::toml::complaint(lang, message), BAD_LINE_HINT.in_lang(lang).to_owned()),
        error @ CodecError::NewerFormat { .. } => codec(lang, error),
    }
}

/// What to do about a file that could not be written: what helps against this trouble comes first.
#[must_use]
pub const fn write_hint(trouble: &IoTrouble) -> Text {
    match trouble.kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => MAKE_ROOM,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => ALLOW_WRITING,
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::StaleNetworkFileHandle => BRING_BACK,
        ErrorKind::FileTooLarge => RAISE_LIMIT,
        _ => LOOK_AT_DISK,
    }
}

/// Two sentences, one after the other.
#[must_use]
pub fn both(lang: Lang, first: Text, second: Text) -> String {
    let gap = if lang == Lang::En { " " } else { "" };
    format!("{}{gap}{}", first.in_lang(lang), second.in_lang(lang))
}

/// A failure of the system in the user's language where it is a common one, else in the system's words.
#[must_use]
pub fn io(lang: Lang, trouble: &IoTrouble) -> String {
    match trouble.odd {
        Some(Odd::NoRegularFile) => return NO_FILE_BUT.in_lang(lang).to_owned(),
        Some(Odd::BrokenLink) => return LINK_TO_NOTHING.in_lang(lang).to_owned(),
        None => {}
    }
    if let Some(text) = trouble.code.and_then(by_code) {
        return text.in_lang(lang).to_owned();
    }
    let common = match trouble.kind {
        ErrorKind::NotFound => Text::new("文件或文件夹不存在", "no such file or folder"),
        ErrorKind::PermissionDenied => Text::new("没有权限", "permission denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Text::new("磁盘空间不足", "no space left"),
        ErrorKind::ReadOnlyFilesystem => Text::new("文件系统为只读", "the file system is read-only"),
        ErrorKind::IsADirectory => Text::new("这是文件夹", "it is a folder"),
        ErrorKind::NotADirectory => Text::new("路径中有一段不是文件夹", "a part of the path is not a folder"),
        ErrorKind::AlreadyExists => Text::new("已经存在", "it already exists"),
        ErrorKind::FileTooLarge => Text::new("文件超过大小上限", "the file would be larger than the limit for files"),
        ErrorKind::InvalidFilename => {
            Text::new("名称太长或含有不能用的字符", "the name is too long or has characters that cannot be used")
        }
        ErrorKind::InvalidInput => Text::new("名称含有不能用的字符", "the name has characters that cannot be used"),
        ErrorKind::BrokenPipe => Text::new("读取方已经关闭", "the reader has closed it"),
        ErrorKind::ResourceBusy => Text::new("正被占用", "it is in use"),
        ErrorKind::TimedOut => Text::new("等待超时", "it took too long"),
        ErrorKind::StaleNetworkFileHandle => Text::new("网络文件夹已断开", "the network folder is gone"),
        ErrorKind::Unsupported => Text::new("文件系统不支持", "the file system cannot do it"),
        ErrorKind::OutOfMemory => Text::new("内存不足", "out of memory"),
        ErrorKind::WriteZero => Text::new("没有全部写入", "not all of it was written"),
        ErrorKind::UnexpectedEof => Text::new("文件突然结束", "the file ends too early"),
        _ => return visible(&trouble.message).into_owned(),
    };
    common.in_lang(lang).to_owned()
}

/// Failures that have no kind of their own in the standard library yet.
#[cfg(unix)]
const fn by_code(code: i32) -> Option<Text> {
    Some(match code {
        libc::ELOOP => Text::new("符号链接绕圈", "the links lead in a circle"),
        libc::EIO => Text::new("磁盘读写出错", "the disk failed"),
        libc::EMFILE | libc::ENFILE => Text::new("打开的文件太多", "too many files are open"),
        libc::ENXIO | libc::ENODEV => Text::new("没有这个设备", "there is no such device"),
        _ => return None,
    })
}

#[cfg(not(unix))]
const fn by_code(_: i32) -> Option<Text> {
    None
}

fn held_by(lang: Lang, file: &str, held: &Held) -> Complaint {
    let mut who = Vec::new();
    who.extend(held.pid.map(|pid| HELD_PID.with(lang, &[("pid", &pid)])));
    who.extend(
        held.host.as_deref().filter(|host| !host.is_empty()).map(|host| HELD_HOST.with(lang, &[("host", &visible(host))])),
    );
    who.extend(held.since.map(|since| HELD_SINCE.with(lang, &[("at", &stage::minute(since))])));
    let message = if who.is_empty() {
        HELD.with(lang, &[("path", &file)])
    } else {
        let who = who.join(match lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        });
        HELD_BY.with(lang, &[("path", &file), ("who", &who)])
    };
    (message, HELD_HINT.in_lang(lang).to_owned())
}

crate::messages! {
    NOT_FOUND = "{path}：没有这个文件。", "{path}: no such file.";
    NOT_FOUND_HINT = "用 beian list 查看已有草稿，用 beian new 新建。", "See the drafts with beian list, make one with beian new.";
    IS_FOLDER = "{path}：这是文件夹，不是草稿。", "{path}: a folder, not a draft.";
    IS_FOLDER_HINT = "指定其中的 .toml 文件，或用 --drafts-dir 指定草稿文件夹。",
        "Name a .toml file in it, or give the folder with --drafts-dir.";
    NO_FILE_BUT = "不是普通文件，而是管道、套接字或设备", "it is no regular file but a pipe, a socket or a device";
    LINK_TO_NOTHING = "符号链接失效，指向的文件不存在", "a broken link: it leads to nothing";
    NO_SUCH_HOME = "{path}：{user} 不是这里认识的文件夹。", "{path}: {user} stands for no folder that is known here.";
    NO_SUCH_HOME_HINT = "写完整的路径，或用 ~/ 表示自己的主文件夹；真有这样命名的文件夹，前面加 ./。",
        "Give the whole path, or ~/ for your own home folder; of a folder that is really called so, ./ in front of it.";
    NO_REGULAR_FILE = "{path}：不是普通文件。", "{path}: not a regular file.";
    NO_REGULAR_FILE_HINT = "草稿是一份小的 TOML 文本文件，检查路径是否写对。", "A draft is a small TOML text file; check that the path is right.";
    TOO_LARGE = "{path}：文件太大，不可能是草稿。", "{path}: too large for a draft.";
    BROKEN_LINK = "{path}：是一个失效的符号链接，指向的文件不存在，或链接绕成了圈。",
        "{path}: a broken link: it leads to nothing, or in a circle.";
    BROKEN_LINK_HINT = "改正链接，或直接写草稿文件的路径。", "Fix the link, or give the path of the draft itself.";
    IS_ARCHIVE = "{path}：这是备案包或其他压缩文件，不是草稿。", "{path}: a package or another archive, not a draft.";
    IS_ENCRYPTED = "{path}：这是加密的备案包，不是草稿。", "{path}: an encrypted package, not a draft.";
    IS_PACKAGE_HINT = "指定导出它的那份草稿。", "Name the draft it was exported from.";
    IS_PICTURE = "{path}：这是图片或 PDF，不是草稿。", "{path}: a picture or a PDF, not a draft.";
    EMPTY = "{path}：文件是空的。", "{path}: the file is empty.";
    EMPTY_HINT = "可能是写到一半被中断；从备份恢复，或删除后用 beian new 新建。",
        "Another program may have been cut short; restore a backup, or delete it and use beian new.";
    NOT_UTF8 = "{path}：第 {line} 行不是 UTF-8 文本。", "{path}: line {line} is not UTF-8 text.";
    NOT_UTF8_HINT = "用编辑器另存为 UTF-8 编码；原文件没有改动。", "Save it as UTF-8 with an editor; the file was not touched.";
    IN_FILE = "{path}：{message}", "{path}: {message}";
    NOT_TOML = "第 {line} 行第 {column} 列不符合 TOML 语法：{detail}", "not TOML at line {line}, column {column}: {detail}";
    NOT_TOML_HINT = "在编辑器里改正这一处；文件没有改动，也不会被覆盖。",
        "Fix this line in an editor; the file was not touched and will not be overwritten.";
    WRONG_SHAPE = "第 {line} 行第 {column} 列：{key} 的写法不对。", "line {line}, column {column}: {key} is written the wrong way.";
    WRONG_SHAPE_HINT = "{key} 应写成表，例如 [subject] 或 [[events]]。", "Write {key} as a table, as in [subject] or [[events]].";
    BAD_FORMAT = "第 {line} 行的 format 写成了 {found}。", "line {line}: format is {found}.";
    BAD_FORMAT_HINT = "format 应为整数，现在是 1。", "format has to be a whole number, at present 1.";
    NEWER_FORMAT = "草稿的格式版本是 {found}，本程序只认识到 {known}。", "the draft has format {found}, this program knows {known}.";
    NEWER_FORMAT_HINT = "请升级 beian；文件没有改动。", "Update beian; the file was not touched.";
    DENIED = "{path}：没有读取权限。", "{path}: no permission to read it.";
    DENIED_HINT = "用文件的所有者运行，或修改文件权限。", "Run it as the file's owner, or change the file's mode.";
    IO_READ = "{path}：读取失败：{trouble}", "{path}: cannot be read: {trouble}";
    IO_WRITE = "{path}：保存失败：{trouble}", "{path}: cannot be saved: {trouble}";
    RAISE_LIMIT = "这里写入的文件有大小上限：用 ulimit -f 查看并调高，或换一个文件系统。",
        "Files written here may have a certain size at most: look at the limit with ulimit -f and raise it, or use another file system.";
    MAKE_ROOM = "腾出磁盘空间。", "Make room on the disk.";
    ALLOW_WRITING = "检查文件和所在文件夹的写入权限。", "Check that the file and its folder are writable.";
    BRING_BACK = "把文件夹放回原处，或重新连上它所在的磁盘。", "Restore the folder, or connect its disk again.";
    LOOK_AT_DISK = "检查磁盘和文件夹的权限。", "Look at the disk and at the folder's permissions.";
    IO_WRITE_HINT = "磁盘上仍是原来的内容。", "The file still has its old content.";
    IO_CREATE = "{path}：无法新建：{trouble}", "{path}: cannot be made: {trouble}";
    NOT_MADE_HINT = "没有留下任何文件；换一个位置，或检查权限和磁盘。", "Nothing was left behind; choose another place, or look at permissions and disk.";
    MAKE_FOLDER_HINT = "先建好文件夹，或换一个位置。", "Make the folder first, or choose another place.";
    OBJECT_SHAPE = "{key} 的写法不对", "{key} is written the wrong way";
    OBJECT_TABLE_HINT = "{key} 应写成对象，里面是各个字段。", "Write {key} as an object with its fields.";
    OBJECT_LIST_HINT = "{key} 应写成对象的数组。", "Write {key} as an array of objects.";
    OBJECT_FORMAT = "format 写成了 {found}", "format is {found}";
    HELD = "{path}：正在被另一个程序打开。", "{path}: open in another process.";
    HELD_BY = "{path}：正在被另一个程序打开（{who}）。", "{path}: open in another process ({who}).";
    HELD_PID = "进程 {pid}", "process {pid}";
    HELD_HOST = "主机 {host}", "on {host}";
    HELD_SINCE = "{at} 起", "since {at}";
    HELD_HINT = "先在那边退出，再试一次；查看、检查和导出不受影响。", "Quit there and try again; reading, checking and exporting work meanwhile.";
    READ_ONLY = "{path}：只能读取，不能保存。", "{path}: can be read but not saved.";
    READ_ONLY_HELD_HINT = "另一个程序正打开着它：在那边关闭后，在这里重新打开，或复制一份再改。",
        "Another program has it open: close it there and open it here again, or work on a copy.";
    READ_ONLY_HINT = "修改文件权限，或复制一份再改。", "Change the file's mode, or work on a copy.";
    READ_ONLY_LOCK_HINT = "{place} 是链接或别的东西，不是锁文件；移走它再打开。", "{place} is a link or something else that is no lock; move it away and open the draft again.";
    READ_ONLY_FOLDER_HINT = "所在文件夹不能写入：{trouble}。", "Its folder cannot be written: {trouble}.";
    CHANGED_OUTSIDE = "{path}：文件刚被其他程序改过，没有覆盖。", "{path}: changed by another program meanwhile, not overwritten.";
    DELETED_OUTSIDE = "{path}：文件刚被删除，没有保存。", "{path}: deleted meanwhile, not saved.";
    AGAIN = "看过新内容后再试一次。", "Look at it and try again.";
    EXISTS = "{path}：已有同名文件。", "{path} already exists.";
    EXISTS_HINT = "换一个名称，原文件没有改动。", "Choose another name; the file was not touched.";
    NOT_FAITHFUL = "{path}：以下字段保存后读不回来，没有保存：{fields}", "{path}: not saved, these fields would not read back: {fields}";
    NOT_FAITHFUL_HINT = "这是程序的错误，请反馈。", "This is a fault of the program; please report it.";
    GROWN_TOO_LARGE = "{path}：草稿太大，没有保存。", "{path}: the draft has become too large, not saved.";
    GROWN_TOO_LARGE_HINT = "缩短备注等长文本。", "Shorten long texts such as remarks.";
    ELSEWHERE = "{path}：不在草稿文件夹里。", "{path}: not in the folder of drafts.";
    FOLDER_TROUBLE = "{path}：{trouble}", "{path}: {trouble}";
    FOLDER_HINT = "用 --drafts-dir 换一个草稿文件夹，或检查权限和磁盘。", "Choose another folder with --drafts-dir, or look at permissions and disk.";
    NO_DRAFT = "没有名为「{name}」的草稿。", "No draft called \"{name}\".";
    NO_NAME = "草稿的名称是空的。", "The draft's name is empty.";
    NO_DRAFT_HINT = "用 beian list 查看已有草稿；不在草稿文件夹里的请写路径。", "See the drafts with beian list; give a path for one elsewhere.";
    SIMILAR = "是不是：{names}", "Did you mean: {names}";
    EMPTIED_REQUIRED = "「{field}」已清空：这一项必填。", "{field} is empty now, and the filing requires it.";
    NO_REASON = "没有写理由。", "There is no reason.";
    NO_REASON_HINT = "用 --reason 写一句话。", "Give one sentence with --reason.";
    NOT_A_WARNING = "{rule} 不是警告，不能确认。", "{rule} is not a warning and cannot be confirmed.";
    NOT_A_WARNING_HINT = "错误要改掉；提示不影响导出，不用确认。", "Fix errors; hints need no confirmation.";
    NO_SUCH_FINDING = "草稿里没有 {rule} 的警告。", "The draft has no warning of {rule}.";
    NO_SUCH_FINDING_HINT = "用 beian check 查看这份草稿的问题。", "See the draft's findings with beian check.";
    SEVERAL_FINDINGS = "{rule} 在这份草稿里不止一处。", "{rule} warns at several places of this draft.";
    SEVERAL_FINDINGS_HINT = "写明字段：{fields}", "Name the field: {fields}";
    AMBIGUOUS = "有几份草稿都叫「{name}」。", "Several drafts are called \"{name}\".";
    AMBIGUOUS_HINT = "请写路径：{paths}", "Give the path: {paths}";
    SCAN_UNREADABLE = "{field}：{path} 读取失败：{trouble}", "{field}: {path} cannot be read: {trouble}";
    SCAN_CHANGED = "{field}：{path} 在检查之后变了，没有导出。", "{field}: {path} changed after it was checked, nothing exported.";
    EXPORT_AGAIN = "再导出一次。", "Export again.";
    UNFIT = "{field}：无法写成平台要求的格式。", "{field}: cannot be written in the platform's format.";
    DRAFT_NOT_PACKED = "草稿不能写入备案包：{trouble}", "The draft cannot be put into the package: {trouble}";
    REPLACED = "  替换了原来在这里的备案包（{held}）。", "  It replaced the package that was here ({held}).";
    HAS_ENDED = "  这份备案已经注销，这些只能留底：还要用的，重新备案（beian new）。", "  This filing was deregistered: this serves as a record only. To use the mini-program again, file it again (beian new).";
    FOR_REFERENCE = "  这份备案已经完成，备案包只供查阅，没有要提交的；要改，用 beian new --from 做变更。",
        "  This filing is on record: the package is for reference, and nothing of it is to be submitted. For changes begin one with beian new --from.";
    REPLACED_FILE = "  覆盖了原来在这里的文件。", "  It replaced the file that was here.";
    OCCUPIED = "{path}：里面是这份备案以前导出的备案包（{held}），没有替换。", "{path}: holds an earlier package of this filing ({held}), not replaced.";
    OCCUPIED_BY_ANOTHER = "{path}：里面是另一份备案的备案包（{held}），没有替换。", "{path}: holds the package of another filing ({held}), not replaced.";
    OCCUPIED_HINT = "换一个文件名，或不写 -o，会自动另取名称；确实不要原来那份的，加 --replace。",
        "Give another name, or leave -o out, which finds one; if the earlier package is not needed any more, add --replace.";
    ARCHIVE = "打包失败：{trouble}", "The archive cannot be made: {trouble}";
    ERROR = "错误：{message}", "error: {message}";
    USAGE_UNKNOWN = "不认识的参数：{arg}", "Unknown argument: {arg}";
    USAGE_MISSING = "缺少参数：{arg}", "missing argument {arg}";
    USAGE_VALUE = "{arg} 的值「{value}」不对，可以是：{possible}", "{arg} cannot be \"{value}\"; it is one of: {possible}";
    USAGE_NO_VALUE = "{arg} 后面缺少值。", "{arg} needs a value.";
    USAGE_CONFLICT = "{arg} 不能与 {other} 一起用。", "{arg} cannot be used with {other}.";
    USAGE_OTHER = "参数有误：{detail}", "Wrong arguments: {detail}";
    USAGE_NOT_UNICODE = "参数里有不是 UTF-8 编码的文字，草稿里存不下。", "An argument holds bytes that are not UTF-8; a draft cannot keep them.";
    USAGE_NOT_UNICODE_HINT = "如果是文件名，先给文件改个名字。", "If it is the name of a file, rename the file first.";
    USAGE_EXTRA = "多余的参数：{arg}", "One argument too many: {arg}";
    USAGE_HINT = "用法见 {command} --help。", "See {command} --help.";
    BAD_TODAY = "日期「{value}」不对。", "\"{value}\" is not a date.";
    BAD_TODAY_HINT = "写成 2026-11-23 这样。", "Write it like 2026-11-23.";
    BAD_TIME = "时间「{value}」不对。", "\"{value}\" is not a time.";
    FAR_TIME = "时间「{value}」不在备案可能的年代，或远在将来。", "\"{value}\" is no time of a filing: long ago, or far in the future.";
    FAR_TIME_HINT = "只记录已经发生的事；核对年份。", "Record what has happened; check the year.";
    BAD_TIME_HINT = "写成 2026-11-23、2026-11-23 10:42 或 2026-11-23T10:42:00+08:00。",
        "Write it like 2026-11-23, 2026-11-23 10:42 or 2026-11-23T10:42:00+08:00.";
    BAD_LANG = "不支持的语言：{value}", "No such language: {value}";
    BAD_LANG_HINT = "可以是 zh-CN 或 en。", "It is zh-CN or en.";
    NO_TERMINAL = "向导需要终端。", "The wizard needs a terminal.";
    NO_TERMINAL_HINT = "没有终端时用这些命令：{commands}；用法见 beian --help。", "Without one there are: {commands}; see beian --help.";
    NO_FIELD = "没有字段「{name}」。", "No field \"{name}\".";
    NO_FIELDS = "没有这些字段，什么都没有写入：{names}", "No such fields, and nothing was set: {names}";
    NO_FIELD_HINT = "用 beian fields 查看所有字段。", "See all fields with beian fields.";
    NO_TOPIC = "没有叫「{name}」的主题。", "There is no topic called \"{name}\".";
    NO_TOPIC_HINT = "主题有：{names}。", "The topics are: {names}.";
    NO_RULE = "没有规则「{name}」。", "No rule \"{name}\".";
    NO_RULE_HINT = "用 beian rules 查看所有规则。", "See all rules with beian rules.";
    NO_EVENT = "没有事件「{name}」。", "No event \"{name}\".";
    NO_EVENT_HINT = "可以是：{events}，或 undo。", "It is one of: {events}, or undo.";
    NO_NATURE = "没有主体性质「{name}」。", "No entity type \"{name}\".";
    NO_NATURE_HINT = "可以是：{names}", "It is one of: {names}";
    NO_VALUE = "「{arg}」缺少等号。", "\"{arg}\" has no equals sign.";
    NO_VALUE_HINT = "写成 字段=值，例如 mini_program.name=小食记。", "Write field=value, e.g. mini_program.name=小食记.";
    PERSON_ELSEWHERE = "--who 只用于短信核验的事件。", "--who is only for the events of the SMS verification.";
    WHOSE_CODE = "两位负责人都有验证码要输，没有写明是谁，没有记录。", "Nothing was recorded: both people have a code to enter.";
    WHOSE_CODE_HINT = "用 --who 写明是谁：{names}。", "Say whose it was with --who: {names}.";
    NO_PERSON = "没有人叫「{name}」。", "No person \"{name}\".";
    NO_PERSON_HINT = "可以是：{names}。", "It is one of: {names}.";
    NUMBER_ELSEWHERE = "备案号只随 bureau-passed 记录。", "A number is recorded only with bureau-passed.";
    NUMBER_ODD = "「{number}」不像备案号，没有记录。", "Nothing was recorded: \"{number}\" does not look like a filing number.";
    NUMBER_ODD_HINT = "应像「粤ICP备2026000001号-1X」；确实是这样的，加 --force。", "It should look like 粤ICP备2026000001号-1X. If this is really the number, add --force.";
    NUMBER_OF_SUBJECT = "「{number}」是主体的备案号，不是这个小程序的，没有记录。", "Nothing was recorded: {number} is the filing entity's number, not this mini-program's.";
    NUMBER_OF_ANOTHER = "「{number}」不是小程序的备案号，没有记录。", "Nothing was recorded: {number} is not a mini-program's number.";
    NUMBER_NOT_ITS_HINT = "小程序的备案号以「-1X」这样的序号结尾，在通管局的短信和微信公众平台里；确实要这样记录，加 --force。",
        "A mini-program's number ends in -1X or the like; it stands in the bureau's message and on the console. To record this one nevertheless, add --force.";
    NUMBER_TAKEN = "「{number}」是另一个小程序的备案号（{drafts}），没有记录。", "Nothing was recorded: {number} is the number of another mini-program ({drafts}).";
    NUMBER_TAKEN_HINT = "同一主体的小程序，「号」之前相同，后面的序号（-1X、-2X）各不相同：在微信公众平台核对。那一份记错了的，先改那一份；确实要这样记录，加 --force。",
        "Numbers of one entity differ only in their serials (-1X, -2X), and each mini-program has its own: check it in the console. If the other draft is wrong, correct that one first; to record the number nevertheless, add --force.";
    NUMBER_CHANGED = "变更不改备案号：原备案号是「{recorded}」，「{number}」没有记录。", "Nothing was recorded: a change keeps the number, which is {recorded} on record, not {number}.";
    NUMBER_OTHER_ENTITY = "「{number}」与主体的备案号「{recorded}」不是同一个主体，没有记录。", "Nothing was recorded: {number} is of another filing entity than {recorded}.";
    NUMBER_DEPARTS_HINT = "在微信公众平台核对。原备案号填错的，先用 beian set 改 record.number；确实要这样记录，加 --force。",
        "Check it in the console. If the number on record is wrong in this draft, correct record.number with beian set first; to record this one nevertheless, add --force.";
    NUMBER_ADDED_AT = "通管局审核通过已记录为 {at}，补备案号不改时间。", "The bureau's approval is recorded for {at}; adding its number does not move it.";
    NUMBER_ADDED_AT_HINT = "不带 --at 再来一次；时间记错了的，先撤销（undo），再用正确的时间记录。", "Leave --at out; if the time is wrong, undo the event and record it again.";
    NUMBER_RECORDED = "备案号已经记录为「{number}」，没有改动。", "The number {number} is recorded already and was not changed.";
    NUMBER_CORRECTED_HINT = "记错了的，这样更正：beian status {draft} bureau-passed --number {number} --force；其余照旧。",
        "If it is wrong, correct it with beian status {draft} bureau-passed --number {number} --force; nothing else changes.";
    NUMBER_ELSEWHERE_FILED = "「{number}」不是{province}的备案号，没有记录。", "Nothing was recorded: {number} is not a number of {province}, where this draft is filed.";
    NUMBER_ELSEWHERE_FILED_HINT = "核对备案号和备案地区；确实是这个号的，加 --force。", "Check the number and the region. If this is really the number, add --force.";
    NUMBER_RECORDED_HINT = "记错了的，先 beian status {draft} undo 撤销，再用正确的备案号记录一次（--at 写原来的时间）。",
        "If it is wrong, take it back with beian status {draft} undo, then record the right one (with --at for the time it happened).";
    UNREAD_EVENTS = "{path} 里有 {count} 条 [[events]] 无法读取，没有撤销。", "Nothing was undone: [[events]] that cannot be read in {path}: {count}.";
    UNREAD_EVENTS_HINT = "在文件里改好这些事件的 kind、at 和 reasons，再撤销。", "Correct kind, at and reasons of those events in the file, then undo.";
    NOTHING_TO_UNDO = "没有可以撤销的事件。", "There is no event to undo.";
    REFUSED = "有 {count} 个错误，没有导出。", "Not exported; errors: {count}.";
    REFUSED_HINT = "先处理上面的错误；用 beian explain 规则名 看详细说明。", "Fix the errors above; beian explain RULE says more.";
    NOT_A_PACKAGE = "{path}：已有同名文件，而且不是备案包，没有覆盖。", "{path}: exists and is not a package, not overwritten.";
    NOT_A_PACKAGE_HINT = "换一个名称，或加 --force 覆盖。", "Choose another name, or overwrite it with --force.";
    OUTSIDE = "草稿引用了它所在文件夹以外的文件，还没有读取：{files}", "The draft names files outside its folder, which were not read: {files}";
    OUTSIDE_HINT = "确实是你选的，加 --allow-outside，以后不再问；不是你选的，就改掉这些路径。",
        "If you chose them, add --allow-outside, which holds from now on; if you did not, change these paths.";
    OUTSIDE_BEGIN_HINT = "先打开那份草稿，确认这些文件是要用的，再从它开始；不是你选的，就改掉这些路径。",
        "Open that draft first and say that these files are meant, then begin with it; if you did not choose them, change these paths.";
    OUTSIDE_UNREAD_HINT = "确实是你选的，运行一次 beian check 草稿 --allow-outside，以后不再问；不是你选的，就改掉这些路径。",
        "If you chose them, run beian check DRAFT --allow-outside once, which holds from now on; if you did not, change these paths.";
    OVER_SOURCE = "{path}：这是草稿或它用到的扫描件，不能覆盖。", "{path}: the draft or one of its scans, never overwritten.";
    OVER_SOURCE_HINT = "换一个文件名，例如 filing.zip。", "Choose another name, such as filing.zip.";
    SHEET_OVER_SOURCE_HINT = "换一个文件名，例如 sheet.html。", "Choose another name, such as sheet.html.";
    NO_SUCH_FORMAT = "这个命令的输出格式只有：{possible}。", "The formats of this command are: {possible}.";
    NO_SUCH_FORMAT_HINT = "markdown 和 html 只用于 beian show。", "Only beian show has markdown and html.";
    NO_STDOUT = "备案包不能写到标准输出。", "The package cannot go to standard output.";
    NO_STDOUT_HINT = "用 -o 写文件或文件夹；当前文件夹里名叫 - 的文件写成 ./-。", "Give a file or a folder with -o; a file called - is ./-.";
    NO_FOLDER = "{path}：没有这个文件夹。", "{path}: no such folder.";
    NO_FOLDER_HINT = "先建好文件夹，或写别的位置。", "Make it first, or name another place.";
    OTHER_PLACE_HINT = "换一个文件名，或换一个位置。", "Give another name, or another place.";
    NO_COMMAND = "没有命令「{name}」。", "No command \"{name}\".";
    VALUES_TOO_LONG = "标准输入超过 1 MB", "standard input is longer than 1 MB";
    VALUES_NOT_TEXT = "标准输入不是 UTF-8 文本", "standard input is no text in UTF-8";
    VALUES_HINT = "每行一个 字段路径=值", "one path of a field and its value a line: field=value";
    NOTHING_TO_SET = "没有要填的值。", "There is no value to set.";
    READ_FAILED = "无法读取 {path}：{trouble}", "{path} cannot be read: {trouble}";
    JSON_FILE_HINT = "检查 --json 后面的路径。", "Check the path after --json.";
    JSON_BROKEN = "{path} 第 {line} 行第 {column} 列不是正确的 JSON。", "{path} is not JSON at line {line}, column {column}.";
    JSON_TWICE = "{path} 第 {line} 行第 {column} 列：同一个对象里 {key} 写了两次。", "{path}, line {line}, column {column}: {key} stands twice in one object.";
    JSON_TWICE_HINT = "什么都没有写入；删去其中一个。", "Nothing was stored; delete one of the two.";
    JSON_TYPE = "这些字段的值不是这种类型：{names}。", "These fields take no value of that type: {names}.";
    JSON_TYPE_HINT = "文字、日期写成字符串，是否写成 true 或 false；能有几个值的才写成列表。", "Write texts and dates as strings, yes or no as true or false, and lists only where several values are possible.";
    FIELD_TWICE = "同一个字段给了两个值：{names}。", "A field is given twice: {names}.";
    FIELD_TWICE_HINT = "只留一个；什么都没有写入。", "Leave one of them; nothing was written.";
    JSON_SHAPE = "{path} 不是字段的集合。", "{path} is no collection of fields.";
    JSON_HINT = "写成以字段路径为键的对象、与草稿同结构的对象，或 beian get --format json 的输出。", "Write an object with paths of fields as keys, one in the shape of a draft, or what beian get --format json prints.";
    WRONG_VALUE = "{field}（{path}）：{why}", "{field} ({path}): {why}";
    WRONG_WHY = "{why}{fix}", "{why} {fix}";
    WAITS = "{field}：先填{by}（{path}），才能检查。", "{field}: cannot be checked until {by} ({path}) is given.";
    UNASKED = "这份草稿目前不填，值已保存，但不在备案内容里：{fields}", "Stored but not used, since this filing does not ask for: {fields}";
    MADE_ELSEWHERE = "因此在别处出现的错误：", "Errors that this makes elsewhere:";
    NOTHING_STORED = "什么都没有写入。", "Nothing was stored.";
    MISFIT_HINT = "什么都没有写入；加 --force 照样保存。", "Nothing was stored; --force stores it anyway.";
    INPUT_FAILED = "标准输入读取失败：{trouble}", "standard input cannot be read: {trouble}";
    INPUT_FAILED_HINT = "用管道或文件作为标准输入，例如 beian check - < drafts.jsonl。",
        "Use a pipe or a file as standard input, as in beian check - < drafts.jsonl.";
    WRITE_FAILED = "{path}：写入失败：{trouble}", "{path}: cannot be written: {trouble}";
    OUTPUT_LOST = "标准输出写不进去：{trouble}", "standard output cannot be written: {trouble}";
    OUTPUT_LOST_HINT = "要做的事可能已经做完，只是结果没能写出来：先看看，再决定要不要重来。",
        "What was asked may be done, and only its result is lost: look before doing it again.";
    BAD_LINE = "标准输入第 {line} 行：{detail}", "standard input, line {line}: {detail}";
    BAD_LINE_HINT = "每行应是一个 JSON 对象，或草稿路径（字符串）。", "Each line has to be a JSON object, or a draft's path as a string.";
    LINE_TOO_LONG = "超过 {limit} 字节", "longer than {limit} bytes";
    LINE_NOT_TEXT = "不是 UTF-8 文本", "not UTF-8 text";
    LINE_NOT_JSON = "从第 {at} 个字符起不是合法的 JSON", "not JSON from character {at} on";
    LINE_INCOMPLETE = "JSON 没有写完", "the JSON breaks off";
    LINE_TOO_DEEP = "嵌套太深", "nested too deeply";
    LINE_TOO_MANY = "对象和数组多于 {limit} 个", "more than {limit} objects and arrays";
    LINE_TWICE = "同一个对象里 {key} 写了两次", "{key} stands twice in one object";
    NO_THREAD = "无法开始检查：{trouble}", "checking cannot start: {trouble}";
    NO_THREAD_HINT = "系统不让再开线程；关掉一些程序再试。", "The system gives no more threads; end other programs and try again.";
    LINE_NEITHER = "既不是对象也不是字符串", "neither an object nor a string";
    STDIN_ALONE = "- 只能单独使用。", "- stands alone.";
    STDIN_ALONE_HINT = "把路径作为 JSON 字符串放进标准输入。", "Put paths into standard input, as JSON strings.";
    NO_HOME = "找不到放草稿的文件夹。", "There is no folder for drafts.";
    GRAPHICS = "BEIAN_GRAPHICS 不认识「{word}」。", "BEIAN_GRAPHICS does not take '{word}'.";
    GRAPHICS_HINT = "可以写：{words}；不设置就自动选择。", "It takes: {words}. Without it the best one is chosen.";
    SWITCH = "{setting} 的值看不懂：{word}", "{setting} has a value that is not understood: {word}";
    SWITCH_HINT = "写 1 或 0。", "Write 1 or 0.";
    THEME = "{setting} 不认识「{word}」。", "{setting} does not take '{word}'.";
    THEME_HINT = "可以写：{words}；不设置就按终端的背景选择。", "It takes: {words}. Without it the terminal's background decides.";
    NO_HOME_HINT = "用 --drafts-dir 或 BEIAN_DRAFTS_DIR 指定。", "Give one with --drafts-dir or BEIAN_DRAFTS_DIR.";
    INTERNAL = "向导异常退出：{detail}", "The wizard stopped: {detail}";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn both_languages_have_the_same_blanks() {
        let blanks = |sentence: &str| {
            let mut names: Vec<String> =
                sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect();
            names.retain(|name| crate::text::counted(name).is_none());
            names.sort();
            names
        };
        use super::super::{cli, face_check, material, stage};
        let areas = [ALL, cli::ALL, stage::ALL, material::ALL, face_check::ALL];
        for (name, text) in areas.into_iter().flatten() {
            assert_eq!(blanks(text.zh), blanks(text.en), "{name}");
        }
    }

    #[test]
    fn complaints_fill_every_blank_and_clean_what_they_quote() {
        let path = PathBuf::from("a\u{1b}[31m.toml");
        let errors = [
            OpenError::NotFound { path: path.clone() },
            OpenError::NotAFile { path: path.clone(), found: Found::Pipe },
            OpenError::NotUtf8 { path: path.clone(), offset: 3, line: 2 },
            OpenError::Content { path: path.clone(), error: CodecError::NewerFormat { found: 9, known: 1 } },
            OpenError::Held { path: path.clone(), held: Held { pid: Some(7), ..Held::default() } },
        ];
        for error in &errors {
            for lang in [Lang::Zh, Lang::En] {
                let (message, hint) = open(lang, error);
                let text = format!("{message}{hint}");
                assert!(!text.contains(['{', '}', '\u{1b}']) && !hint.is_empty(), "{text}");
            }
        }
    }
}
