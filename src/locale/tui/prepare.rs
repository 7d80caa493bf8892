//! Preparing pictures in the wizard.

crate::messages! {
    PREPARING = "正在处理图片……", "Preparing …";
    STILL_PREPARING = "上一批图片还在处理，请稍候。", "The previous pictures are still being prepared.";
    NOT_ON_A_PICTURE = "这一项不是图片：先移到要处理的图片上；按 {key} 处理全部图片。", "This field holds no picture: go to the one to prepare, or press {key} for all of them.";
    NO_PICTURE_HERE = "这一项还没有选图片。", "No picture was chosen here yet.";
    NOTHING_TO_SEE = "这一项不是图片，没有可看的。", "This field holds no picture to look at.";
    NO_PICTURES = "草稿里还没有图片。", "The draft has no pictures yet.";
    FINE = "这张图片已符合要求，不用处理。", "This picture is already compliant.";
    ALL_FINE = "所有图片都已符合要求，不用处理。", "All pictures are already compliant.";
    PREPARED = "已改用副本 {name}（{facts}）。原图没有改动。", "Now in use: the copy {name} ({facts}). The original was not touched.";
    SEVERAL_PREPARED = "已为 {count} 张图片改用合格的副本。原图没有改动。", "Copies now in use: {count}. No original was touched.";
    OTHERS_PREPARED = "另有 {count} 张图片已改用合格的副本。", "Of other pictures, copies are now in use: {count}.";
    MORE_FAILED = "还有 {count} 个文件无法处理。", "Other files that cannot be prepared: {count}.";
    NOT_PREPARED = "图片无法处理", "The picture cannot be prepared";
}
