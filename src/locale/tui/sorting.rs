//! A folder of pictures, sorted into a draft.

crate::messages! {
    ENTRY = "有证件照片？把它们的文件夹拖进来，或按 {key} 选。", "With scans at hand, drop their folder here, or {key}.";
    ENTRY_NOT_READ = "装了识别模型（beian models），可以从证件照片的文件夹开始。", "With the models for reading (beian models), one can begin with a folder of scans.";
    FINDING = "正在看 {path}……", "Looking into {path} …";
    PROGRESS = "正在识别 {path}：{read} / {all}", "Reading {path}: {read} / {all}";
    NOT_READ = "打不开文件夹 {path}：{trouble}", "The folder {path} cannot be opened: {trouble}";
    NOTHING = "没有认出能放进去的证件照片。", "None of the pictures is a certificate that is asked for.";
    SORTED = "放好照片 {placed} 张，填好 {filled} 项，请对照证件看一遍；可以撤销。", "{placed} pictures placed, {filled} fields filled in. Compare them with the documents; undo takes all back.";
    LEFT_TITLE = "没有用上的照片", "Pictures that were not used";
    LEFT = "下面 {count} 张不知道放在哪一项，或那一项已有照片；需要的话到那一项选。", "Where these belong is not certain, or the field has a picture: {count}. Choose them at their fields if they are needed.";
    MORE = "……等，另有 {count} 张", "… and {count} more";
    DAMAGED = "识别模型 {path} 损坏或是别的版本，没有识别照片。重新安装：beian models add。", "The model {path} is damaged or another version: scans are not read. Add it again: beian models add.";
    FOLDER_TITLE = "选文件夹里的任意一张照片", "Choose any picture of the folder";
}
