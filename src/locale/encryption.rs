//! What is said about encrypted packages.

use std::fmt::Display;
use std::path::Path;

use super::error::{self, Complaint};
use super::{Lang, Text};
use crate::package::encryption::{Closed, LEAST, NoRecipient, Weak};

crate::messages! {
    DOUBTFUL = "配置文件有错，不知道备案包该加密给谁。", "The configuration file has an error: it is not known whom packages are encrypted for.";
    DOUBTFUL_HINT = "先改正它（beian config 指出位置），或写明 --encrypt、--passphrase 或 --no-encrypt。", "Correct it first (beian config names the place), or give --encrypt, --passphrase or --no-encrypt.";
    DOUBTFUL_HERE = "先改正它（beian config 指出位置），或在这里选定。", "Correct it first (beian config names the place), or choose here.";
    NEEDS_PASSPHRASE = "{path}：备案包是加密的，要用口令打开。", "{path}: the package is encrypted with a passphrase.";
    NEEDS_PASSPHRASE_HINT = "beian fill 和 beian new --from 加 --passphrase（提示输入）或 --passphrase-file；只想解密：age -d -o 备案包.zip 文件。",
        "beian fill and beian new --from open it with --passphrase (which asks) or --passphrase-file; to decrypt it only: age -d -o package.zip FILE.";
    NEEDS_KEY = "{path}：备案包是加密的，要用收件人的私钥打开。", "{path}: the package is encrypted for a recipient.";
    NEEDS_KEY_HINT = "beian fill 和 beian new --from 加 --identity 私钥文件；只想解密：age -d -i 私钥文件 -o 备案包.zip 文件。",
        "beian fill and beian new --from open it with --identity and the file of the private key; to decrypt it only: age -d -i KEYFILE -o package.zip FILE.";
    WRONG_PASSPHRASE = "{path}：口令不对。", "{path}: wrong passphrase.";
    WRONG_PASSPHRASE_HINT = "区分大小写和全角半角；再试一次。", "Capitals and full-width characters count; try again.";
    WRONG_KEY = "{path}：不是用这把私钥的公钥加密的。", "{path}: not encrypted for this private key.";
    WRONG_KEY_HINT = "换一个私钥文件，或请对方用你的公钥（age1…）重新导出。", "Give another key file, or have it exported again for your public key (age1…).";
    TOO_MUCH_WORK = "{path}：打开它要算太久，不像是正常导出的备案包。", "{path}: opening it would take far too long for an honest package.";
    DAMAGED = "{path}：加密的文件不完整，或被改过。", "{path}: the encrypted file is cut off, or was changed.";
    DAMAGED_HINT = "重新取得这份文件，或重新导出。", "Get the file again, or export it again.";
    NO_RECIPIENT = "「{text}」不是 age 公钥。", "\"{text}\" is not an age public key.";
    NO_RECIPIENT_HINT = "公钥以 age1 开头，由 age-keygen 生成；也可以写一个每行一把公钥的文件。",
        "A public key begins with age1 and comes from age-keygen; a file with one key a line will do as well.";
    PRIVATE_KEY = "这是私钥，不是公钥。", "This is a private key, not a public one.";
    PRIVATE_KEY_HINT = "私钥不要给任何人。用同一文件里「public key:」后面以 age1 开头的公钥。",
        "Never share it. Use the public key next to it, which begins with age1 (\"public key:\" in the same file).";
    OTHER_KIND = "「{text}」不是 X25519 公钥。", "\"{text}\" is a key of another kind.";
    OTHER_KIND_HINT = "只支持 age1… 的 X25519 公钥；SSH、插件和后量子的不行。", "Only X25519 keys (age1…) are supported, no SSH, plugin or post-quantum ones.";
    LINE = "{file} 第 {line} 行：{why}", "{file}, line {line}: {why}";
    NO_KEYS = "{file} 里没有公钥。", "{file}: no public key in it.";
    NO_IDENTITY = "{file} 第 {line} 行不是 age 私钥。", "{file}, line {line}: no age private key.";
    NO_IDENTITIES = "{file} 里没有私钥。", "{file}: no private key in it.";
    NO_IDENTITY_HINT = "私钥文件由 age-keygen 生成，里面一行以 AGE-SECRET-KEY-1 开头；带口令的先用 age -d 解开。",
        "age-keygen writes such a file; a line in it begins with AGE-SECRET-KEY-1. One with a passphrase is decrypted with age -d first.";
    KEY_FILE_TOO_LARGE = "{file}：不是 UTF-8 文本，或者太大。", "{file}: no UTF-8 text, or too large.";
    NO_TERMINAL = "没有终端，不能询问口令。", "There is no terminal to ask for a passphrase.";
    NO_TERMINAL_HINT = "用 --passphrase-file 文件，- 为标准输入。", "Give --passphrase-file FILE; - reads standard input.";
    EMPTY = "口令是空的。", "The passphrase is empty.";
    EMPTY_HINT = "用一句长一点的话，另外告诉收件人。", "Choose a long phrase, and pass it to the recipient some other way.";
    DIFFER = "两次输入的口令不一样。", "The two passphrases differ.";
    GIVEN_UP = "没有输入口令。", "No passphrase was given.";
    GIVEN_UP_HINT = "没有导出，也没有打开任何文件。", "Nothing was exported or opened.";
    SHORT = "口令太短：至少 {least} 个字符，一个汉字算两个。", "The passphrase is too short: at least {least} characters.";
    REPEATS = "口令里不同的字符太少。", "Too few different characters in the passphrase.";
    WEAK_HINT = "加密的文件可以无限次试口令。用一句不常见的话；不写（直接回车）就生成一个。", "Passphrases can be tried on a file without limit. Choose an uncommon sentence, or leave it empty (Enter) to have one made.";
    WEAK_FILE_HINT = "加密的文件可以无限次试口令。用一句不常见的话；--passphrase 直接回车可以生成一个。", "Passphrases can be tried on a file without limit. Choose an uncommon sentence; --passphrase makes one when Enter alone is pressed.";
    MADE = "口令：{passphrase}", "Passphrase: {passphrase}";
    MADE_HINT = "只显示这一次：记下来，另外告诉收件人；忘了就打不开。", "Shown this once: write it down and pass it on some other way; without it the package stays closed.";
    ASK = "口令：", "Passphrase: ";
    ASK_NEW = "口令（至少 {least} 个字符，一个汉字算两个；直接回车就生成一个）：", "Passphrase (at least {least} characters; Enter alone makes one): ";
    ASK_AGAIN = "再输入一次：", "Once more: ";
    TWO_FROM_INPUT = "标准输入只能读一次：--media 和 --passphrase-file 不能都是 -。", "Standard input is read once: --media and --passphrase-file cannot both be -.";
    TWO_FROM_INPUT_HINT = "其中一个写文件名。", "Give one of them as a file.";
    HELD_ENCRYPTED = "{path}：已有一个加密的文件，不知道里面是哪份备案，没有替换。", "{path}: an encrypted file already exists and it is unknown which filing it holds; it was not replaced.";
}

/// Why an encrypted package stays closed, and what to do about it.
#[must_use]
pub fn closed(lang: Lang, path: &Path, why: &Closed) -> Complaint {
    let (message, hint) = match why {
        Closed::NoKey { by_passphrase: true } | Closed::OtherKey { by_passphrase: true } => {
            (NEEDS_PASSPHRASE, NEEDS_PASSPHRASE_HINT)
        }
        Closed::NoKey { by_passphrase: false } | Closed::OtherKey { by_passphrase: false } => (NEEDS_KEY, NEEDS_KEY_HINT),
        Closed::WrongPassphrase => (WRONG_PASSPHRASE, WRONG_PASSPHRASE_HINT),
        Closed::WrongKey => (WRONG_KEY, WRONG_KEY_HINT),
        Closed::TooMuchWork => (TOO_MUCH_WORK, DAMAGED_HINT),
        Closed::Damaged => (DAMAGED, DAMAGED_HINT),
        Closed::Io(trouble) => {
            let args: [(&str, &dyn Display); 2] = [("path", &error::path(path)), ("trouble", &error::io(lang, trouble))];
            return (super::record::UNREADABLE.with(lang, &args), String::new());
        }
    };
    (message.with(lang, &[("path", &error::path(path))]), hint.in_lang(lang).to_owned())
}

/// Why a text is no recipient, and what to do about it. `{text}` is left open in the first.
#[must_use]
pub const fn no_recipient(why: NoRecipient) -> (Text, Text) {
    match why {
        NoRecipient::PrivateKey => (PRIVATE_KEY, PRIVATE_KEY_HINT),
        NoRecipient::OtherKind => (OTHER_KIND, OTHER_KIND_HINT),
        NoRecipient::NoKey => (NO_RECIPIENT, NO_RECIPIENT_HINT),
    }
}

/// Why a passphrase is not taken to encrypt with.
#[must_use]
pub fn weak(lang: Lang, why: Weak) -> String {
    match why {
        Weak::Empty => EMPTY.in_lang(lang).to_owned(),
        Weak::Short => SHORT.with(lang, &[("least", &LEAST)]),
        Weak::Repeats => REPEATS.in_lang(lang).to_owned(),
    }
}
