//! Encrypting a package.

crate::messages! {
    TITLE = "导出备案包", "Export the package";
    /// Of a change or a deregistration, which may have no scans.
    WHAT_ELSE_HOLDS = "备案包里有个人信息。要发给别人的，最好加密。", "A package holds personal data. Encrypt it if it goes to others.";
    WHAT_IT_HOLDS = "备案包里有证件照片、证件号码和手机号。要发给别人的，最好加密。", "A package holds photos of ID documents, their numbers and phone numbers. Encrypt it if it goes to others.";
    QUESTIONS_OPEN = "还有 {count} 问未答：请先回去答完，再导出；有的答案会要求补材料。", "Questions not answered: {count}. Go back and answer them first: some answers ask for another document.";
    ANSWER_FIRST = "回去先答完", "Go back and answer first";
    OPEN = "不加密", "Not encrypted";
    PASSPHRASE = "用口令加密", "Encrypted with a passphrase";
    RECIPIENT = "只让收件人打开（age 公钥）", "Encrypted for a recipient (age public key)";
    PASSPHRASE_TEXT = "用一句长一点的话做口令（至少 {least} 个字符，一个汉字算两个），另外告诉收件人；忘了就打不开。不写，直接按 Enter，就生成一个。收件人用 age 解密。", "Choose a long phrase (at least {least} characters) and pass it to the recipient some other way; without it the package stays closed. Leave it empty and press Enter to have one made. It is decrypted with age.";
    COPY = "复制", "Copy";
    PASSPHRASE_LABEL = "口令", "Passphrase";
    AGAIN_LABEL = "再输入一次", "Once more  ";
    AGAIN = "请重新输入。", "Type both again.";
    RECIPIENT_TEXT = "贴上收件人的 age 公钥（age1…），多把用空格隔开；只有他们的私钥能打开。", "Paste the recipient's age public key (age1…), several with blanks between; only their private keys open the package.";
    NO_KEY = "公钥以 age1 开头，由收件人用 age-keygen 生成。", "A public key begins with age1; the recipient makes it with age-keygen.";
    RECIPIENT_LABEL = "公钥", "Public key";
    EXPORT = "导出", "Export";
    WITH_NOTES = "带上本人的回答、确认理由和备注（只给自己人）", "With answers, reasons and notes (in-house)";
    TICK = "附带备注", "With or without notes";
    UNLOCK_TITLE = "打开加密的备案包", "Open an encrypted package";
    UNLOCK_TEXT = "{path} 是用口令加密的。输入导出时的口令。", "{path} is encrypted with a passphrase. Type the one it was exported with.";
    UNLOCK_EMPTY = "输入导出这份备案包时用的口令。", "Type the passphrase that the package was exported with.";
    KEY_FILE_TEXT = "{path} 是给收件人加密的。写收件人私钥文件（age-keygen 生成的）的路径，也可以把文件拖进来。", "{path} is encrypted for recipients. Type the path of the file with the private key (as age-keygen writes it), or drop the file here.";
    KEY_FILE_LABEL = "私钥文件", "Key file";
    NO_KEY_FILE = "还没有写私钥文件。", "No key file was given.";
    UNLOCK = "打开", "Open";
    OPENING = "正在打开，要一两秒……", "Opening; this takes a second or two.";
}
