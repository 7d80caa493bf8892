//! Words of the rules that hold for every field: filled in, of the right kind, without hidden characters.

super::rule_words! {
    "required-field-empty" {
        title: "必填项没有填", "Required field is empty";
        what: "必填的项都要有内容。", "Whatever must be filled in is filled in.";
        mend: "补填、补选，或附上文件。", "Type, choose or attach what belongs there.";
        why: "缺了必填项，平台不受理。", "The platform does not accept a filing without it.";
        wrong: "responsible_person.mobile = ''" => "必填，却空着。", "Required, and empty.";
        right: "responsible_person.mobile = '13012340003'" => "填了。", "Filled in.";
        "certificate": "还没有填。", "Not filled in yet." => "照证件填写，一字不差。", "Copy it from the certificate, character by character.";
        "name": "还没有填姓名。", "No name yet." => "照证件填写全名。", "Enter the full name as on the certificate.";
        "postal_address": "还没有填通讯地址。", "No postal address yet." => "从街道写起，写到门牌号和房间号。", "Begin with the street and go down to the room.";
        "mobile": "还没有填手机号码。", "No mobile number yet." => "填本人在用、能收短信的手机号码。", "Enter the person's own number, which takes messages.";
        "emergency_phone": "还没有填应急电话。", "No emergency number yet." => "填另一个人的手机号码，如家人或同事的。", "Enter someone else's mobile, such as family or a colleague.";
        "mail": "还没有填电子邮件。", "No mail address yet." => "填本人常用的邮箱，审核结果会发到这里。", "Enter an address the person reads: results are sent there.";
        "app_id": "还没有填 AppID。", "No AppID yet." => "从小程序控制台的「设置」里复制，以 wx 开头。", "Copy it from the console's settings; it begins with wx.";
        "mini_program_name": "还没有填小程序名称。", "No mini-program name yet." => "照小程序控制台里的名称填写。", "Enter the name as the console shows it.";
        "remark": "还没有填小程序备注。", "No remark yet." => "用 20 到 200 字写清给谁用、有什么功能和内容。", "In 20 to 200 characters, say who it is for, what it does and what it shows.";
        "typed": "还没有填。", "Not filled in yet." => "按实际情况填写。", "Fill it in as it is.";
        "chosen": "还没有选。", "Not chosen yet." => "从列表里选。", "Choose from the list.";
        "region": "还没有选备案地区。", "No region chosen yet." => "依次选省、市、区县。", "Choose province, city and district.";
        "service_contents": "还没有选服务内容。", "No service contents chosen yet." => "选实际提供的服务，1 到 5 项。", "Choose the services really offered, 1 to 5.";
        "file": "还没有附上文件。", "No file attached yet." => "附上原件的彩色照片或扫描件，JPG 或 PNG。", "Attach a colour photo or scan of the original, JPG or PNG.";
        "approvals": "前置审批还没有回答。", "Prior approvals are not answered yet."
            => "涉及的逐项选；都不涉及就选「以上都不涉及」。", "Choose each that applies, or \"None of the above\".";
        "legal_person": "主体负责人不是法定代表人，所以这一项必填。", "Needed because the responsible person is not the legal person."
            => "按法定代表人的证件填写。", "Fill it in as on the legal person's certificate.";
        "letter": "负责人不是法定代表人，须附授权书。", "This person is not the legal person, so a letter of authorisation is needed."
            => "由法定代表人签字、单位盖公章，拍照或扫描后附上。", "Have the legal person sign it by hand, seal it, scan it and attach it.";
    }
    "expected-field-empty" {
        title: "建议填写的项没有填", "Likely needed field is empty";
        what: "有的项不是必填，但空着多半会被退回。", "Fields that may stay empty, but seldom do without being sent back.";
        mend: "有就补上；确实不需要，可以留空。", "Attach it if there is one; leave it empty if it truly does not apply.";
        why: "审核人员会视情况要求补充。", "Reviewers ask for it where it applies.";
        wrong: "subject.region = '440305'\nsubject.residence_permit = ''" => "身份证是四川的，在广东备案，没有居住证。", "A Sichuan identity card, filed in Guangdong, without a residence permit.";
        right: "subject.region = '440305'\nsubject.residence_permit = 'permit.jpg'" => "附了居住证。", "The permit is attached.";
        "residence_permit": "身份证号的地区不在备案省份，多半要居住证明。", "The ID number is from another province: proof of residence is likely needed."
            => "附上居住证、暂住证、社保证明或房产证；户口已迁入备案省份的不用。", "Attach a residence permit, social security record or deed; not needed if the household has moved here.";
        "other": "这一项多半需要，现在空着。", "This is likely needed, and is empty."
            => "有就填上。", "Fill it in if it applies.";
    }
    "value-does-not-fit" {
        title: "内容的类型不对", "Value of the wrong kind";
        what: "草稿里的内容，类型要与这一项相符。", "What the draft holds is of the field's kind.";
        mend: "重新填写这一项。", "Fill in the field anew.";
        why: "草稿可以用编辑器修改，类型改错了就读不出来。", "A draft can be edited by hand; a value of the wrong kind has no meaning.";
        wrong: "subject.nature = '企业'" => "应填编号。", "The id is wanted.";
        right: "subject.nature = 4" => "4 是企业。", "4 is an enterprise.";
        "choice": "「{value}」不是列表里的编号。", "\"{value}\" is not a number from the list." => "从列表里选。", "Choose from the list.";
        "choices": "「{value}」不是一组编号。", "\"{value}\" is not a list of numbers." => "从列表里选，如 [3, 4]。", "Choose from the list, e.g. [3, 4].";
        "flag": "「{value}」不是「是」或「否」。", "\"{value}\" is neither yes nor no." => "选「是」或「否」（true 或 false）。", "Choose yes or no (true or false).";
        "text": "「{value}」不是文字。", "\"{value}\" is not text." => "重新填写；草稿文件里要加引号。", "Fill it in anew; in the file it wants quotes.";
        "region": "「{value}」不是地区代码。", "\"{value}\" is not a region code." => "选到区县；草稿文件里写加引号的六位代码。", "Choose down to the district; in the file, a quoted six-digit code.";
        "date": "「{value}」不是日期。", "\"{value}\" is not a date." => "写成 2026-12-01 这样；草稿文件里要加引号。", "Write it like 2026-12-01; in the file it wants quotes.";
        "time": "「{value}」不是时间。", "\"{value}\" is not a time." => "写成 2026-11-23 10:42 这样，按北京时间。", "Write it like 2026-11-23 10:42, in China time.";
        "path": "「{value}」不是文件路径。", "\"{value}\" is not a file path." => "重新选文件。", "Choose the file again.";
        "paths": "「{value}」不是一组文件路径。", "\"{value}\" is not a list of file paths." => "重新选文件；草稿文件里写成 [\"a.jpg\"]。", "Choose the files again; in the file, write [\"a.jpg\"].";
        "approvals": "「{value}」不是前置审批的清单。", "\"{value}\" is not a list of prior approvals." => "重新选前置审批项。", "Choose the prior approvals again.";
    }
    "choice-not-in-list" {
        title: "不在官方列表里", "Not in the official list";
        what: "所选的编号和代码都要在平台的列表里。", "Every id and code stands in the platform's list.";
        mend: "从列表里重新选。", "Choose again from the list.";
        why: "平台只收列表里的值。", "The platform takes values of its lists only.";
        wrong: "mini_program.service_contents = [44, 9999]" => "列表里没有 9999。", "9999 is not in the list.";
        right: "mini_program.service_contents = [44, 45]" => "都在列表里。", "Both are in the list.";
        "filing_kind": "没有「{value}」这种备案类型。", "There is no kind of filing \"{value}\"." => "选「新增」「变更」或「注销」。", "Choose new, change or deregister.";
        "nature": "没有编号为 {value} 的主办者性质。", "There is no nature with id {value}." => "从列表里选。", "Choose from the list.";
        "region": "平台的地区列表里没有 {value}。", "The platform's list of regions has no {value}." => "从列表里选；没有所在的区县就选相邻的。", "Choose from the list; where the district is missing, its neighbour.";
        "region_above_district": "「{value}」还没有选到区县。", "\"{value}\" is not a district." => "继续选到区县。", "Go on down to the district.";
        "service_content": "没有编号为 {value} 的服务内容。", "There is no service content with id {value}." => "从列表里选。", "Choose from the list.";
        "service_group": "「{value}」是一级分类，要选其中的二级类目。", "\"{value}\" is a group; only its entries can be chosen." => "展开后选一项。", "Open it and choose one of its entries.";
        "prior_approval": "没有编号为 {value} 的前置审批。", "There is no prior approval with id {value}." => "从列表里选。", "Choose from the list.";
    }
    "text-has-hidden-characters" {
        title: "文字里有看不见的字符", "Hidden characters in the text";
        what: "文字里不能有控制字符和零宽字符，单行的项不能换行。", "Texts hold no control or zero-width characters, and one-line fields no line breaks.";
        mend: "接受给出的改法，或重新输入。", "Accept the cleaned text, or type it anew.";
        why: "从聊天记录、网页或 PDF 复制时常带来这些字符，看着一样，核验却对不上。", "They come with text copied from chats, pages or PDFs: it looks the same, but does not match.";
        wrong: "responsible_person.mobile = \"\\u202D13012340003\\u202C\"" => "从网页复制来的不可见字符。", "Invisible characters, copied along from a page.";
        right: "responsible_person.mobile = '13012340003'" => "只有看得见的字符。", "Only what can be seen.";
        "control": "有控制字符（{code}）。", "There is a control character ({code})." => "去掉它，最好重新输入。", "Remove it; best type the text anew.";
        "line_break": "单行的项里有换行。", "There is a line break in a one-line field." => "改成一行。", "Put it on one line.";
        "invisible": "有看不见的字符（{code}）。", "There is an invisible character ({code})." => "去掉它。", "Remove it.";
    }
    "text-is-placeholder" {
        title: "像是占位的文字", "Looks like a placeholder";
        what: "「测试」「同上」「无」「123」之类不是真实内容。", "Words like test, none or 123 are no real content.";
        mend: "换成真实内容；不是必填的项可以留空。", "Put the real content; leave the field empty if it may be.";
        why: "填占位文字会被退回。", "Reviewers send placeholders back.";
        wrong: "mini_program.name = '测试小程序'" => "占位的名称。", "A name that only keeps the place.";
        right: "mini_program.name = '虚构音乐厅'" => "真实的名称。", "The real name.";
        "": "「{value}」像是占位的文字。", "\"{value}\" looks like a placeholder." => "换成真实内容。", "Put the real content.";
    }
}
