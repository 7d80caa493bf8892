//! Words of the rules that hold for every field: filled in, of the right kind, without hidden characters.

super::rule_words! {
    "required-field-empty" {
        title: "必填项没有填", "Required field is empty";
        what: "凡须填的项都要有内容。", "Whatever must be filled in is filled in.";
        mend: "填上，或选上，或附上文件。", "Type, choose or attach what belongs there.";
        why: "平台的接口缺了这一项就不收。", "The platform does not accept a filing without it.";
        "typed": "还没有填。", "Not filled in yet." => "按证件或实际情况填写。", "Fill it in as on the certificate, or as it is.";
        "chosen": "还没有选。", "Not chosen yet." => "从列表里选。", "Choose from the list.";
        "file": "还没有附上文件。", "No file attached yet." => "附上原件的照片或彩色扫描件。", "Attach a photo or colour scan of the original.";
        "approvals": "前置审批还没有回答。", "Prior approvals are not answered yet."
            => "逐项选；都不涉及就选「以上都不涉及」。", "Choose each that applies, or \"None of the above\".";
        "legal_person": "主体负责人不是法定代表人，这一项就要填。", "Needed because the responsible person is not the legal person."
            => "按法定代表人的证件填写。", "Fill it in as on the legal person's certificate.";
        "letter": "负责人不是法定代表人，须有授权书。", "This person is not the legal person, so a letter of authorisation is needed."
            => "请法定代表人手写签名、盖公章，再扫描附上。", "Have the legal person sign it by hand, seal it, scan it and attach it.";
    }
    "expected-field-empty" {
        title: "多半要填的项没有填", "Likely needed field is empty";
        what: "不一定要填，但空着多半会被退回的项。", "Fields that may stay empty, but seldom do without being sent back.";
        mend: "有就附上；确实不需要，可以留空。", "Attach it if there is one; leave it empty if it truly does not apply.";
        why: "审核人员按具体情况要这些内容。", "Reviewers ask for it where it applies.";
        "residence_permit": "身份证号是外省的，多半要居住证明。", "The ID number is from another province: proof of residence is likely needed."
            => "附上居住证、暂住证、社保证明或房产证；户口已迁入本省则不用。", "Attach a residence permit, social security record or deed; not needed if the household has moved here.";
        "other": "这一项多半需要，现在是空的。", "This is likely needed, and is empty."
            => "有就填上。", "Fill it in if it applies.";
    }
    "value-does-not-fit" {
        title: "内容的类型不对", "Value of the wrong kind";
        what: "草稿里写的内容，类型要合这一项。", "What the draft holds is of the field's kind.";
        mend: "重新填写这一项。", "Fill in the field anew.";
        why: "草稿可以用编辑器改，改错了类型就读不出意思。", "A draft can be edited by hand; a value of the wrong kind has no meaning.";
        "choice": "「{value}」不是列表里的编号。", "\"{value}\" is not a number from the list." => "从列表里选。", "Choose from the list.";
        "choices": "「{value}」不是一组编号。", "\"{value}\" is not a list of numbers." => "从列表里选，如 [3, 4]。", "Choose from the list, e.g. [3, 4].";
        "flag": "「{value}」不是「是」或「否」。", "\"{value}\" is neither yes nor no." => "选「是」或「否」（true 或 false）。", "Choose yes or no (true or false).";
        "text": "「{value}」不是文字。", "\"{value}\" is not text." => "重新填写；在文件里要加引号。", "Fill it in anew; in the file it wants quotes.";
        "region": "「{value}」不是地区代码。", "\"{value}\" is not a region code." => "选到区县；在文件里是加引号的六位代码。", "Choose down to the district; in the file, a quoted six-digit code.";
        "date": "「{value}」不是日期。", "\"{value}\" is not a date." => "写成 2026-12-01 这样，在文件里要加引号。", "Write it like 2026-12-01; in the file it wants quotes.";
        "time": "「{value}」不是时间。", "\"{value}\" is not a time." => "写成 2026-11-23T10:42:33+08:00 这样。", "Write it like 2026-11-23T10:42:33+08:00.";
        "path": "「{value}」不是文件路径。", "\"{value}\" is not a file path." => "重新选文件。", "Choose the file again.";
        "paths": "「{value}」不是一组文件路径。", "\"{value}\" is not a list of file paths." => "重新选文件；在文件里写成 [\"a.jpg\"]。", "Choose the files again; in the file, write [\"a.jpg\"].";
        "approvals": "「{value}」不是前置审批的清单。", "\"{value}\" is not a list of prior approvals." => "重新选前置审批项。", "Choose the prior approvals again.";
    }
    "choice-not-in-list" {
        title: "不在官方列表里", "Not in the official list";
        what: "所选的编号、代码都要在平台的列表里。", "Every id and code stands in the platform's list.";
        mend: "从列表里重新选。", "Choose again from the list.";
        why: "平台只收列表里的值。", "The platform takes values of its lists only.";
        "filing_kind": "没有「{value}」这种备案类型。", "There is no kind of filing \"{value}\"." => "选新增、变更或注销。", "Choose new, change or deregister.";
        "nature": "没有编号为 {value} 的主办者性质。", "There is no nature with id {value}." => "从列表里选。", "Choose from the list.";
        "region": "平台的地区列表里没有 {value}。", "The platform's list of regions has no {value}." => "从列表里选；没有所在区县时选相邻的。", "Choose from the list; where the district is missing, its neighbour.";
        "region_above_district": "「{value}」还没有选到区县。", "\"{value}\" is not a district." => "继续选到区县。", "Go on down to the district.";
        "service_content": "没有编号为 {value} 的服务内容。", "There is no service content with id {value}." => "从列表里选。", "Choose from the list.";
        "service_group": "「{value}」是一级分类，只能选二级。", "\"{value}\" is a group; only its entries can be chosen." => "展开后选其中的二级项。", "Open it and choose one of its entries.";
        "prior_approval": "没有编号为 {value} 的前置审批。", "There is no prior approval with id {value}." => "从列表里选。", "Choose from the list.";
    }
    "text-has-hidden-characters" {
        title: "文字里有看不见的字符", "Hidden characters in the text";
        what: "文字里不能有控制字符、零宽字符，单行的项不能换行。", "Texts hold no control or zero-width characters, and one-line fields no line breaks.";
        mend: "接受给出的改法，或重新输入。", "Accept the cleaned text, or type it anew.";
        why: "从聊天、网页或 PDF 复制时常带来这些字符，看着一样，核验却对不上。", "They come with text copied from chats, pages or PDFs: it looks the same, but does not match.";
        "control": "有控制字符（{code}）。", "There is a control character ({code})." => "去掉它，最好重新输入。", "Remove it; best type the text anew.";
        "line_break": "单行的项里有换行。", "There is a line break in a one-line field." => "改成一行。", "Put it on one line.";
        "invisible": "有看不见的字符（{code}）。", "There is an invisible character ({code})." => "去掉它。", "Remove it.";
    }
    "text-is-placeholder" {
        title: "像是占位的文字", "Looks like a placeholder";
        what: "「测试」「同上」「无」、123 之类不是真实内容。", "Words like test, none or 123 are no real content.";
        mend: "换成真实内容；可以不填的项就留空。", "Put the real content; leave the field empty if it may be.";
        why: "审核人员会把占位文字退回来。", "Reviewers send placeholders back.";
        "": "「{value}」像是占位的文字。", "\"{value}\" looks like a placeholder." => "换成真实内容。", "Put the real content.";
    }
}
