//! Words of the rules about scans.

super::rule_words! {
    "needed-material-missing" {
        title: "缺备案地要求的材料", "Material the province asks for is missing";
        what: "备案地的通信管理局在平台之外还要求的材料都在。", "What the province's bureau asks for beyond the platform is there.";
        mend: "备好这份材料，拍照或扫描后添加。", "Get the material, then add a photo or scan of it.";
        why: "缺了多半会被管局退回。这些要求来自云服务商的备案文档，各地可能已经调整；确认不需要时可以不交。", "Without it the bureau mostly sends the filing back. The demands come from cloud providers' documents and may have changed; leave it out where you know better.";
        wrong: "subject.region = '650102'" => "新疆每次备案都要党建备案信息确认函。", "Xinjiang asks for a confirmation of party-building information every time.";
        right: "subject.region = '650102'\nmaterials.party_building_confirmation_letter = ['scans/letter.jpg']" => "确认函已经放进来了。", "The confirmation is there.";
        "always": "{province}备案要交「{material}」，还没有。", "{province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "not_legal_person": "负责人不是法定代表人时，{province}要交「{material}」，还没有。", "Where the legal person is not in charge, {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "from_another_province": "外省身份证在{province}备案要交「{material}」，还没有。", "With an identity card from elsewhere {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "legal_person_from_another_province": "法定代表人的身份证是外省的，{province}要交「{material}」，还没有。", "The legal person's identity card is from elsewhere: {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "legal_person_from_abroad": "法定代表人不是用居民身份证，{province}要交「{material}」，还没有。", "The legal person has no mainland identity card: {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "law_practice": "律师执业机构在{province}备案要交「{material}」，还没有。", "Of law practices {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "public_body": "机关和事业单位在{province}备案要交「{material}」，还没有。", "Of public bodies {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "hospital": "医疗机构在{province}备案要交「{material}」，还没有。", "Of medical institutions {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "age": "按负责人的年龄，{province}要交「{material}」，还没有。", "At the responsible person's age {province} asks for \"{material}\", which is missing." => "要求：{hand}。", "It has to be: {hand}.";
        "renamed": "单位更过名，要交「{material}」，还没有。", "The organisation was renamed: \"{material}\" is needed, and missing." => "要求：{hand}。", "It has to be: {hand}.";
        "few": "这里要放 {want} 份材料，只有 {have} 个文件。", "{want} materials go here, and there are {have} files." => "对照清单，把缺的补上。", "Compare with the list and add what is missing.";
    }
    "files-too-many" {
        title: "文件太多", "Too many files";
        what: "每项材料的份数有上限。", "Each kind of material takes so many files at most.";
        mend: "去掉多余的，或合并成一张图。", "Remove some, or join them into one picture.";
        why: "平台的限制。", "The platform's limit.";
        wrong: "materials.commitment_letter = ['a.jpg', 'b.jpg']" => "这一项只收一份。", "One is taken here.";
        right: "materials.commitment_letter = ['a.jpg']" => "一份。", "One.";
        "": "有 {count} 个文件，最多 {most} 个。", "{count} files, {most} at most." => "去掉多余的。", "Remove what is too much.";
    }
    "file-missing" {
        title: "文件读不到", "File cannot be read";
        what: "草稿里的文件要存在、能读、不是空的。", "Every file the draft names is there, readable and not empty.";
        mend: "重新选文件。", "Choose the file again.";
        why: "读不到的文件进不了备案包。", "A file that cannot be read cannot be packed.";
        wrong: "" => "草稿写着 scans/licence.jpg，文件夹里没有。", "The draft names scans/licence.jpg, and there is none.";
        right: "" => "文件在草稿所写的位置，能打开。", "It lies where the draft says, and opens.";
        "missing": "找不到文件 {file}。", "There is no file {file}." => "看看是不是移走或改名了，重新选。", "It may have been moved or renamed: choose it again.";
        "not_a_file": "{file} 不是普通文件。", "{file} is not a file." => "选其中的图片文件。", "Choose the picture itself.";
        "link_loop": "{file} 是绕圈的符号链接，打不开。", "{file} is a link that leads in a circle." => "直接选原来的图片文件。", "Choose the picture itself instead of the link.";
        "unreadable": "{file} 打不开。", "{file} cannot be opened." => "检查权限，或把它复制到草稿旁边再选。", "Check the permissions, or copy it next to the draft and choose it there.";
        "empty": "{file} 是空文件。", "{file} is empty." => "重新拍照或导出。", "Take or export it again.";
    }
    "file-of-another-format" {
        title: "文件格式不对", "Wrong file format";
        what: "图片只收 JPG 和 PNG，承诺视频用 MP4；看内容，不看扩展名。", "Pictures are JPG, JPEG or PNG, videos MP4, judged by content and not by name.";
        mend: "转换格式后重新选。", "Convert it and choose it again.";
        why: "平台只收这些格式。", "The platform takes these formats only.";
        wrong: "" => "手机拍的 HEIC 照片，或扫描成的 PDF。", "A HEIC photo from a phone, or a scan as PDF.";
        right: "" => "同一张照片另存为 JPG 或 PNG。", "The same picture saved as JPG or PNG.";
        "picture": "{file} 是 {format} 格式，只收 JPG 和 PNG。", "{file} is {format}; only JPG and PNG are taken." => "另存为 JPG 或 PNG。", "Save it as JPG or PNG.";
        "pdf": "{file} 是 PDF，只收 JPG 和 PNG。", "{file} is a PDF; only JPG and PNG are taken." => "导出为 JPG 图片，每页一张。", "Export it as JPG, one per page.";
        "heic": "{file} 是 HEIC 格式（苹果手机的默认格式），只收 JPG 和 PNG。", "{file} is HEIC (an iPhone's default); only JPG and PNG are taken." => "另存为 JPG；手机的相机格式可设为「兼容性最佳」。", "Save it as JPG; the phone's camera can be set to Most Compatible.";
        "avif": "{file} 是 AVIF 格式，只收 JPG 和 PNG。", "{file} is AVIF; only JPG and PNG are taken." => "用浏览器或看图软件打开，另存为 JPG。", "Open it in a browser or picture viewer and save it as JPG.";
        "video_for_picture": "{file} 是视频，这里要图片。", "{file} is a video; a picture is wanted." => "选 JPG 或 PNG 图片。", "Choose a JPG or PNG picture.";
        "unknown": "{file} 不是图片。", "{file} is not a picture." => "选 JPG 或 PNG 图片。", "Choose a JPG or PNG picture.";
        "not_a_video": "{file} 不是视频。", "{file} is not a video." => "选 MP4 视频。", "Choose an MP4 video.";
        "not_mp4": "{file} 不是 MP4 格式，可能不收。", "{file} is not MP4 and may be refused." => "转换成 MP4。", "Convert it to MP4.";
    }
    "file-name-misleads" {
        title: "扩展名与内容不符", "Name and content disagree";
        what: "扩展名应与文件内容一致。", "A file's ending agrees with its content.";
        mend: "改扩展名。", "Rename it.";
        why: "手动上传时，有的表单只看扩展名；导出的备案包会用正确的扩展名。", "Forms may judge by the name; the package names files correctly by itself.";
        wrong: "" => "licence.jpg 里其实是 PNG。", "licence.jpg holds a PNG.";
        right: "" => "改名为 licence.png。", "It is called licence.png.";
        "": "{file} 的扩展名是 {promised}，内容却是 {format}。", "{file} is named as {promised}, but is {format}." => "只改扩展名，不用转换格式。", "Rename it; no conversion is needed.";
    }
    "file-damaged" {
        title: "文件损坏", "Damaged file";
        what: "图片和视频要完整、能打开。", "Pictures and videos are whole and can be opened.";
        mend: "重新拍照、导出或复制。", "Take, export or copy it again.";
        why: "平台识别不出损坏的图片（86328）。", "The platform cannot read damaged pictures (86328).";
        wrong: "" => "没有下载完，下半截打不开的照片。", "A picture cut short by a broken download.";
        right: "" => "从头到尾都能显示的照片。", "A picture that shows from top to bottom.";
        "truncated": "{file} 不完整，后半部分缺失。", "{file} is cut off." => "重新复制或下载。", "Copy or download it again.";
        "undecodable": "{file} 损坏，打不开。", "{file} is damaged and cannot be opened." => "重新拍照或导出。", "Take or export it again.";
        "corrupt": "{file} 的数据有损坏，有一部分显示不对或显示不出来。", "The data in {file} are broken; a part of it shows wrong or not at all." => "重新复制、拍照或导出。", "Copy, take or export it again.";
    }
    "picture-has-too-many-pixels" {
        title: "图片像素太多", "Too many pixels";
        what: "图片长边不超过 12000 像素，总像素不超过 5000 万（渐进式 JPG、带透明或每色 16 位的更少）。", "Pictures have 12,000 pixels a side and 50 million in all at most, fewer in a progressive JPG, with transparency or 16-bit colours.";
        mend: "缩小后重新选。", "Make it smaller and choose it again.";
        why: "像素太多的图片没有打开查过，不知道是否完好，所以不导出。", "So large a picture is not opened, and what was not looked at is not exported.";
        wrong: "" => "30000×30000 像素的扫描件。", "A scan of 30,000 × 30,000 pixels.";
        right: "" => "A4 纸用 300 dpi 扫描，约 2480×3508 像素。", "A4 at 300 dpi: about 2480 × 3508 pixels.";
        "pixels": "{file} 有 {width}×{height} 像素，太多了，没有打开检查。", "{file} has {width} × {height} pixels, too many to look at it." => "这种图片最多 {million} 百万像素：缩小后重新选，短边不少于 720 像素。", "Of this kind of picture, {million} million pixels are looked at: make it smaller, its short side no less than 720 pixels, and choose it again.";
        "side": "{file} 有 {width}×{height} 像素，有一边太长，没有打开检查。", "{file} has {width} × {height} pixels; one side is too long to look at it." => "缩小到长边 12000 像素以内，短边不少于 720 像素，再重新选。", "Make its long side 12,000 pixels at most, its short side no less than 720, and choose it again.";
    }
    "file-too-large" {
        title: "文件太大", "File too large";
        what: "每张图片不超过 2 MB，视频最好不超过 10 MB。", "Pictures have 2 MB at most, videos best 10 MB.";
        mend: "压缩或缩小，保持文字清楚。", "Compress or shrink it, keeping the text legible.";
        why: "平台的限制；2 MB 怎么算没有说明，所以接近的也提醒。", "The platform's limit; which megabyte is meant is not said, so values just below it are warned about.";
        wrong: "" => "3 MB 的照片。", "A picture of 3 MB.";
        right: "" => "压缩到 2 MB 以内，字迹仍然清楚。", "Below 2 MB, and still legible.";
        "picture": "{file} 有 {size} MB，最多 2 MB。", "{file} has {size} MB, 2 MB at most." => "压缩到 2 MB 以内，并保持不小于 720×1280 像素。", "Compress it below 2 MB, keeping at least 720 × 1280 pixels.";
        "picture_unread": "{file} 有 {size} MB，远远超过 2 MB，画面没有打开检查。", "{file} has {size} MB, far above 2 MB; what it shows was not looked at." => "压缩到 2 MB 以内，并保持不小于 720×1280 像素。", "Compress it below 2 MB, keeping at least 720 × 1280 pixels.";
        "picture_wary": "{file} 有 {size} MB，正好在 2 MB 的边缘。", "{file} has {size} MB, which is right at the 2 MB limit." => "再压小一点更稳妥。", "A little smaller is safer.";
        "video": "{file} 有 {size} MB，超过 10 MB 可能不收。", "{file} has {size} MB; above 10 MB it may be refused." => "压缩到 10 MB 以内。", "Compress it below 10 MB.";
    }
    "picture-too-small" {
        title: "图片像素太少", "Too few pixels";
        what: "图片不小于 720×1280 像素，横竖均可；营业执照等最好不小于 1100×1500 像素。", "Pictures have 720 × 1280 pixels at least, either way round; licences best 1100 × 1500.";
        mend: "重新拍照或扫描，不要放大原图。", "Take or scan it again; do not enlarge it.";
        why: "平台的限制；像素太少，文字识别不出来。", "The platform's limit; text cannot be read from fewer.";
        wrong: "" => "600×400 像素的截图。", "A screenshot of 600 × 400 pixels.";
        right: "" => "1200×1600 像素。", "1200 × 1600 pixels.";
        "refused": "{file} 是 {width}×{height} 像素，不能小于 {least_short}×{least_long}（横竖均可）。", "{file} has {width} × {height} pixels; {least_short} × {least_long} is the least, either way round." => "重新拍照或扫描，不要放大原图。", "Take or scan it again; do not enlarge it.";
        "advised": "{file} 是 {width}×{height} 像素，最好不小于 {least_short}×{least_long}（横竖均可）。", "{file} has {width} × {height} pixels; {least_short} × {least_long} is better, either way round." => "有条件就用更高的像素重拍或重新扫描。", "Take it again with more pixels if you can.";
    }
    "picture-hardly-legible" {
        title: "图片可能不清楚", "Picture may be illegible";
        what: "证件照片最好不小于 100 KB。", "Photos of certificates best have 100 KB at least.";
        mend: "用原图，不要用聊天软件压缩过的。", "Use the original, not one shrunk by a chat program.";
        why: "文件太小，多半压缩过度；对接同一备案系统的其他平台不收。", "So small a file is mostly over-compressed; another platform of the same system refuses it.";
        wrong: "" => "压到 60 KB 的证件照片。", "A certificate squeezed into 60 KB.";
        right: "" => "100 KB 以上，字迹清楚。", "Above 100 KB, and legible.";
        "": "{file} 只有 {size} KB，可能看不清。", "{file} has {size} KB only and may be illegible." => "换成原图，或重新拍照。", "Use the original, or take it again.";
    }
    "one-picture-twice" {
        title: "同一张图片用了两次", "One picture used twice";
        what: "证件正反面是两张图，不同的证件也是不同的图。", "Front and back are two pictures, and so are two certificates.";
        mend: "换成正确的图片。", "Attach the right picture.";
        why: "同一张图片多半是选错了文件。", "Most likely the wrong file was chosen.";
        wrong: "" => "人像面和国徽面放了同一张照片。", "One photo for both sides of the card.";
        right: "" => "两面各拍一张。", "A photo of each side.";
        "sides": "正反面是同一张图片。", "Front and back are the same picture." => "重新选：一张人像面，一张国徽面。", "One shows the portrait, one the emblem: choose again.";
        "certificates": "与「{other}」是同一张图片。", "The same picture as \"{other}\"." => "选这个证件自己的照片。", "Choose this certificate's own picture.";
    }
    "one-picture-saved-twice" {
        title: "两个文件像是同一张图片", "Two files seem to be one picture";
        what: "不同的证件、证件的正反面，图片不会一模一样；另存、缩小、旋转过的也认得出。", "Two certificates, or two sides of one, never look exactly the same; copies saved anew, made smaller or turned are recognised.";
        mend: "对照着看一眼，换成正确的图片。", "Compare the two and attach the right picture.";
        why: "多半是选错了文件；正反面传成同一张会被退回。", "Most likely the wrong file was chosen; a filing with one side twice comes back.";
        wrong: "" => "反面是正面那张照片转了个方向。", "The back is the photo of the front, turned.";
        right: "" => "两面各拍一张。", "A photo of each side.";
        "sides": "{file} 与「{other}」看上去是同一张图片。", "{file} looks the same as \"{other}\"." => "看看是不是选错了：一张人像面，一张国徽面。", "One shows the portrait, one the emblem: look whether the wrong one was chosen.";
        "certificates": "{file} 与「{other}」看上去是同一张图片。", "{file} looks the same as \"{other}\"." => "看看是不是选错了，换成这个证件自己的照片。", "Look whether the wrong one was chosen, and take this certificate's own picture.";
    }
    "picture-blank" {
        title: "图片是空白的", "Blank picture";
        what: "图片里要有内容。", "A picture shows something.";
        mend: "重新拍照、扫描或导出。", "Take, scan or export it again.";
        why: "整张图片只有一种颜色，什么也看不到。", "The whole picture is of one colour; there is nothing to be seen.";
        wrong: "" => "扫描出来的一张白纸。", "A sheet scanned on its empty side.";
        right: "" => "看得见证件的照片。", "A photo in which the document can be seen.";
        "": "{file} 整张只有一种颜色，什么也看不到。", "{file} is of one colour all over; there is nothing to be seen." => "重新拍照或扫描；打开原图看看是否正常。", "Take or scan it again, and look whether the original shows anything.";
    }
    "picture-blurred" {
        title: "图片模糊", "Blurred picture";
        what: "文字的笔画边缘要清晰；测的是边缘的宽度，与像素多少无关。", "Strokes have clear edges; what is measured is how wide an edge is, however many pixels there are.";
        mend: "对好焦，拿稳，重新拍。", "Focus, hold still and take it again.";
        why: "看不清字的证件会被退回。", "A certificate that cannot be read comes back.";
        wrong: "" => "没对上焦的照片；放大的缩略图。", "A photo out of focus; a thumbnail enlarged.";
        right: "" => "最小的字也看得清。", "The smallest writing can be read.";
        "blurred": "{file} 有些模糊，小字可能看不清。", "{file} is blurred; small writing may be illegible." => "点一下屏幕上的文字对好焦再拍，或用扫描仪；不要用放大过的小图。", "Tap the writing to focus and take it again, or scan it; do not enlarge a small picture.";
        "shaken": "{file} 像是拍的时候手抖了。", "{file} seems to be shaken." => "拿稳或把手机架住，在光线充足处重新拍。", "Rest the phone on something, in good light, and take it again.";
    }
    "picture-without-colour" {
        title: "图片没有彩色", "Picture without colour";
        what: "要原件的彩色照片或彩色扫描件，不要复印件。", "A colour photo or colour scan of the original is wanted, no copy.";
        mend: "用原件重新拍照，或彩色扫描。", "Photograph the original, or scan it in colour.";
        why: "黑白图片一般被当作复印件退回。", "A picture in grey is taken for a copy and comes back.";
        wrong: "" => "复印件；扫描仪设成了灰度。", "A copy; a scanner set to grey.";
        right: "" => "原件的彩色照片或彩色扫描件。", "A colour photo or scan of the original.";
        "grey": "{file} 是黑白的。", "{file} is in grey." => "用原件拍彩色照片，或在扫描仪上选彩色。", "Photograph the original in colour, or set the scanner to colour.";
        "copy": "{file} 拍的像是黑白复印件。", "{file} seems to show a copy in grey." => "换原件来拍。", "Photograph the original.";
    }
    "picture-badly-lit" {
        title: "图片光线不好", "Badly lit picture";
        what: "明暗要均匀，没有反光，文字与底色分明。", "Light is even, without glare, and writing stands out.";
        mend: "换个光线均匀的地方，关掉闪光灯重新拍。", "Take it again in even light, without flash.";
        why: "过暗、过亮或有反光，文字认不出来，会被退回。", "In too little or too much light, or under glare, writing cannot be read, and it comes back.";
        wrong: "" => "夜里拍的；闪光灯在证件上留下一块白。", "Taken at night; the flash left a white spot.";
        right: "" => "白天在窗边拍，没有反光。", "Taken by a window, without glare.";
        "dark": "{file} 太暗。", "{file} is too dark." => "到明亮的地方重新拍。", "Take it again where it is bright.";
        "bright": "{file} 太亮，浅色的花纹和文字可能看不见了。", "{file} is too bright; pale print may be lost." => "避开强光，调低曝光，重新拍。", "Avoid strong light, lower the exposure and take it again.";
        "pale": "{file} 发灰，文字与底色分不开。", "{file} is pale; writing hardly stands out." => "擦净镜头，避开逆光，重新拍。", "Wipe the lens, avoid light from behind and take it again.";
        "glare": "{file} 上有一块反光，遮住了内容。", "A spot of glare covers part of {file}." => "关掉闪光灯，换个角度，避开灯和窗户的倒影。", "Turn off the flash and change the angle, away from the reflection of lamps and windows.";
    }
    "document-cut-off" {
        title: "证件没有拍全", "Document cut off";
        what: "四条边、四个角都在图片里，四周留一点空。", "All four edges and corners are in the picture, with a little margin around.";
        mend: "离远一点重新拍。", "Step back and take it again.";
        why: "边角不全会被退回。", "A document without all its corners comes back.";
        wrong: "" => "证件右边出了画面。", "The right edge lies outside.";
        right: "" => "四个角都在画面里。", "All four corners are in the picture.";
        "top": "{file} 的上边像是没有拍到。", "The upper edge seems to be outside {file}." => "上边多留一点空，重新拍。", "Take it again with a margin above.";
        "right": "{file} 的右边像是没有拍到。", "The right edge seems to be outside {file}." => "右边多留一点空，重新拍。", "Take it again with a margin on the right.";
        "bottom": "{file} 的下边像是没有拍到。", "The lower edge seems to be outside {file}." => "下边多留一点空，重新拍。", "Take it again with a margin below.";
        "left": "{file} 的左边像是没有拍到。", "The left edge seems to be outside {file}." => "左边多留一点空，重新拍。", "Take it again with a margin on the left.";
        "several": "{file} 有几条边像是没有拍到。", "Several edges seem to be outside {file}." => "离远一点，四周都留一点空，重新拍。", "Step back, and take it again with a margin all around.";
    }
    "document-covered" {
        title: "证件的边角被遮住", "Edge of the document covered";
        what: "证件上面不要有手指或别的东西。", "Nothing lies on the document, no finger either.";
        mend: "放在桌上，不用手拿，重新拍。", "Lay it on a desk, without holding it, and take it again.";
        why: "有遮挡，或缺角，会被退回。", "A document that is covered, or lacks a corner, comes back.";
        wrong: "" => "拇指压着证件的一角。", "A thumb lies on a corner.";
        right: "" => "证件平放在桌上，四角都露着。", "It lies flat on a desk, all four corners free.";
        "": "{file} 里像是有手指或别的东西盖住了证件的边角。", "A finger or something else seems to cover an edge of the document in {file}." => "放在桌上，不用手拿，重新拍。", "Lay it on a desk, without holding it, and take it again.";
    }
    "document-askew" {
        title: "证件没有摆正", "Document askew";
        what: "证件要摆正，正对着拍。", "The document stands straight and is taken from right above.";
        mend: "摆正，从正上方重新拍。", "Straighten it and take it again from right above.";
        why: "歪斜太多，文字认不出来。", "Writing that leans too much cannot be read.";
        wrong: "" => "证件歪了 20 度。", "The document leans by 20 degrees.";
        right: "" => "摆正了从正上方拍。", "Straight, and taken from right above.";
        "turned": "{file} 里的证件歪了约 {degrees} 度。", "The document in {file} leans by about {degrees} degrees." => "摆正后重新拍。", "Straighten it and take it again.";
        "aside": "{file} 像是从侧面斜着拍的。", "{file} seems to be taken from aside." => "手机与证件平行，从正上方重新拍。", "Hold the phone level, right above the document, and take it again.";
        "on_end": "{file} 里的证件是竖着的。", "The card in {file} stands on end." => "转成横的更稳妥。", "Turn it so that it lies across.";
    }
    "document-of-another-shape" {
        title: "长宽比不像这种证件", "Another shape than this document has";
        what: "身份证约 8.6×5.4 厘米，营业执照和信函是 A4 或 A3。", "An identity card has 8.6 × 5.4 cm; licences and letters are A4 or A3.";
        mend: "看看是不是选错了文件，或拍得变了形。", "Look whether the wrong file was chosen, or the picture is distorted.";
        why: "长宽比不对，多半是选错了文件、没有拍全，或拉伸过。", "Another shape mostly means a wrong file, a document not shown whole, or a stretched picture.";
        wrong: "" => "身份证的位置放了营业执照。", "A licence in the place of an identity card.";
        right: "" => "照片里的证件没有变形。", "The document is not distorted.";
        "": "{file} 里的证件，长宽比不像这种证件。", "The document in {file} has another shape than it should." => "打开看看：是不是选错了文件，没有拍全，或者拉伸过。", "Open it: it may be the wrong file, not the whole document, or stretched.";
    }
    "picture-of-a-screen" {
        title: "像是翻拍的屏幕", "Maybe a photo of a screen";
        what: "要拍纸质原件，不要翻拍屏幕。", "The paper original is wanted, no photo of a screen.";
        mend: "用原件重新拍。", "Photograph the original.";
        why: "翻拍的屏幕会被退回；这里只看有没有细密的网纹，可能看错。", "Photos of screens come back; only a fine grid is looked for, which may be mistaken.";
        wrong: "" => "对着电脑屏幕拍的营业执照。", "A licence photographed off a monitor.";
        right: "" => "纸质原件的照片。", "A photo of the paper original.";
        "": "{file} 上有细密的网纹，像是翻拍的屏幕。", "{file} has a fine grid, as photos of a screen have." => "如果是翻拍的，换原件来拍。", "If it is one, photograph the original.";
    }
    "sides-swapped" {
        title: "身份证正反面可能反了", "Sides maybe swapped";
        what: "正面是人像面，反面是国徽面。", "The front shows the portrait, the back the emblem.";
        mend: "对调两张图片。", "Swap the two pictures.";
        why: "平台要分别上传人像面和国徽面，传反会认不出来。", "The platform reads each side in its own place.";
        wrong: "" => "正面放了国徽面。", "The emblem where the front belongs.";
        right: "" => "正面是人像面，反面是国徽面。", "The portrait as the front, the emblem as the back.";
        "emblem": "{file} 像是国徽面，这里要人像面。", "{file} seems to show the emblem; the portrait is wanted here." => "看看正反面是不是放反了。", "Look whether the two sides are swapped.";
        "portrait": "{file} 像是人像面，这里要国徽面。", "{file} seems to show the portrait; the emblem is wanted here." => "看看正反面是不是放反了。", "Look whether the two sides are swapped.";
    }
    "picture-turned-by-note" {
        title: "图片靠附注才是正的", "Upright by a note only";
        what: "图片本身就是正的，不靠文件里的旋转附注（EXIF）。", "The picture itself stands upright, without a note (EXIF) that turns it.";
        mend: "存成真正转正的图片。", "Save it turned.";
        why: "有的程序不看这个附注，显示出来是歪的。", "Some programs ignore the note and show it lying.";
        wrong: "" => "竖着拍、存成横的照片。", "Taken upright, stored lying.";
        right: "" => "打开就是正的。", "It stands upright by itself.";
        "": "{file} 存的是歪的，靠文件里的附注才显示成正的。", "{file} is stored lying and stands upright only by a note in the file." => "转正后另存。", "Turn it and save it anew.";
    }
    "picture-tells-where" {
        title: "图片里有拍摄信息", "Picture tells where it was taken";
        what: "照片文件里会记下拍摄地点和设备。", "Photos carry where and with what they were taken.";
        mend: "去掉后再上传。", "Remove it before uploading.";
        why: "备案用不到这些，传出去没有必要。", "A filing needs none of it, so there is no need to pass it on.";
        wrong: "" => "手机直接拍的照片，带着定位。", "A photo right from the phone, with its location.";
        right: "" => "去掉了拍摄信息的照片。", "A photo without such data.";
        "location": "{file} 里记着拍摄地点。", "{file} carries the place where it was taken." => "介意的话，去掉拍摄信息再用。", "If that matters, remove it first.";
        "device": "{file} 里记着拍摄设备。", "{file} carries the device it was taken with." => "介意的话，去掉拍摄信息再用。", "If that matters, remove it first.";
    }
}
