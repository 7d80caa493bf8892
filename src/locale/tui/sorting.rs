//! A folder of pictures, sorted into a draft.

crate::messages! {
    ENTRY = "有证件照片？把它们的文件夹拖进来，或按 {key} 选。", "If you have scans, drop their folder here or press {key}.";
    ENTRY_NOT_READ = "装了识别模型（beian models），可以从证件照片的文件夹开始。", "With the reading models (beian models), you can begin with a folder of scans.";
    FINDING = "正在看 {path}……", "Looking into {path} …";
    PROGRESS = "正在识别 {path}：{read} / {all}", "Reading {path}: {read} / {all}";
    NOT_READ = "打不开文件夹 {path}：{trouble}", "The folder {path} cannot be opened: {trouble}";
    NOTHING = "没有一张照片能确定放在哪一项。", "No picture could be placed with certainty.";
    BUSY = "还在识别 {path}，完成后再拖下一个文件夹。", "{path} is still being read; drop the next folder after that.";
    FIRST_ONLY = "照片文件夹只用于首次备案。", "A folder of scans begins a first filing only.";
    SORTED = "放好照片 {placed} 张，填好 {filled} 项，请对照证件看一遍；可以撤销。", "Pictures placed: {placed}; fields filled in: {filled}. Compare them with the documents; undo takes all back.";
    SORTED_AS = "按证件，主体性质是「{nature}」。{said}", "By the certificates the entity type is \"{nature}\". {said}";
    LEFT_TITLE = "没有用上的照片", "Pictures that were not used";
    LEFT = "没有用上的 {count} 张；需要的话到那一项选：", "Not used: {count}. Choose them at their fields if they are needed:";
    LEFT_ONE = "{name}：{why}", "{name}: {why}";
    LEFT_SHOWN = "{name}：{what}，{why}", "{name}: {what}; {why}";
    WHO = "主体负责人是谁？", "Who is the responsible person?";
    OWNER = "小程序负责人是谁？", "Who is the mini-program contact?";
    WHOSE = "这张背面是谁的？", "Whose card is this the back of?";
    WHO_TEXT = "照片里有两个人的证件。选出主体负责人，另一位就是小程序负责人。", "The pictures show ID documents of two people. Choose the responsible person; the other becomes the mini-program contact.";
    WHO_OF_TEXT = "照片里有 {count} 个人的证件。", "The pictures show ID documents of {count} people.";
    ON_LICENCE = "主体证件上的法定代表人是{name}。", "According to the certificate, {name} is the legal representative.";
    PERSON = "{name}（{file}）", "{name} ({file})";
    NAMELESS = "姓名没认清（{file}）", "Name not read clearly ({file})";
    PERSON_OF_ANOTHER_TERM = "{name}（{file}）：有效期与年龄不符", "{name} ({file}): the term does not fit the age";
    NAMELESS_OF_ANOTHER_TERM = "姓名没认清（{file}）：有效期与年龄不符", "Name not read clearly ({file}): the term does not fit the age";
    WHO_HELP = "主体负责人代表主体办备案，企业的多半就是法定代表人，不是的要有授权书。选定以后，证件照片放到各自的项里，证件上的姓名、号码和有效期也照着填。", "The responsible person files for the entity: mostly the legal representative, else with a letter of authorization. The scans then go to the fields of each, with the name, number and term on them.";
    OWNER_HELP = "小程序负责人管这一个小程序，可以就是主体负责人。选定以后，证件照片放到小程序负责人的项里。", "The mini-program contact answers for this mini-program and may be the responsible person. The scans then go to the contact's fields.";
    WHOSE_HELP = "身份证背面没有姓名，只有签发机关和有效期。对照卡片，选出它是谁的；拿不准就先不放，回头到那一项去选。", "The back of an ID card has no name, only the authority and the term. Compare it with the card and choose whose it is. If in doubt leave it out and choose it at the field later.";
    NEITHER = "都不是，照片先不放", "None of them: leave the pictures out";
    MORE = "……等，另有 {count} 张", "… and {count} more";
    MODELS_GONE = "识别模型不见了，照片不再识别，其他照常。重新安装：beian models add。", "The reading models are gone: scans are not read any more, all else works as before. Add them again: beian models add.";
    DAMAGED = "识别模型 {path} 损坏或是别的版本，没有识别照片。重新安装：beian models add。", "The model {path} is damaged or another version: scans are not read. Add it again: beian models add.";
    FOLDER_TITLE = "选文件夹里的任意一张照片", "Choose any picture of the folder";
}
