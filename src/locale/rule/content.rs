//! Words of the rules about the mini-program and the filing's story.

super::rule_words! {
    "app-id-invalid" {
        title: "AppID 不对", "AppID is wrong";
        what: "AppID 是 wx 加 16 位数字或小写字母 a 到 f。", "An AppID is wx and 16 hexadecimal digits.";
        mend: "从小程序控制台的「设置」里复制。", "Copy it from the console's settings.";
        why: "备案的是哪个小程序，以 AppID 为准。", "It says which mini-program is filed.";
        wrong: "mini_program.app_id = 'gh_7f6e5d4c3b2a'" => "这是原始 ID，不是 AppID。", "An original id, not an AppID.";
        right: "mini_program.app_id = 'wx7f6e5d4c3b2a1908'" => "wx 加 16 位。", "wx and sixteen places.";
        "prefix": "AppID 以 wx 开头。", "An AppID begins with wx." => "从小程序控制台复制。", "Copy it from the console.";
        "length": "AppID 共 18 位。", "An AppID has 18 characters." => "从小程序控制台复制。", "Copy it from the console.";
        "bad_char": "wx 后面只有数字和小写字母 a 到 f。", "After wx come digits and a to f only." => "从小程序控制台复制。", "Copy it from the console.";
        "secret": "这是 AppSecret（密钥），不是 AppID。", "This is the AppSecret, not the AppID." => "马上删掉，换成以 wx 开头的 AppID；密钥若已泄露就重置。", "Delete it and enter the AppID (wx…); reset the secret if it has got out.";
        "wecom": "这是企业微信的 ID。", "This is an id of WeCom." => "填小程序的 AppID，以 wx 开头。", "Enter the mini-program's AppID, which begins with wx.";
        "original_id": "这是原始 ID（gh_），不是 AppID。", "This is the original id (gh_), not the AppID." => "填以 wx 开头的 AppID。", "Enter the AppID, which begins with wx.";
        "tourist": "这是开发工具的游客 ID。", "This is the developer tools' guest id." => "填正式的 AppID。", "Enter the real AppID.";
    }
    "mini-program-name-length" {
        title: "小程序名称的长度不对", "Name length";
        what: "名称 4 到 30 个字符，一个汉字算 2 个。", "4 to 30 units, where an ideograph counts 2.";
        mend: "与控制台里的名称核对；要改名先在控制台改。", "Compare with the console; rename there first.";
        why: "平台对名称的限制。", "The platform's limit for names.";
        wrong: "mini_program.name = '乐'" => "一个汉字算 2 个字符，不够 4 个。", "One ideograph counts 2; there have to be 4.";
        right: "mini_program.name = '虚构音乐厅'" => "10 个字符。", "Ten units.";
        "too_short": "太短：现在 {units} 个字符，至少 4 个（汉字算 2 个）。", "Too short: {units} units, at least 4 (an ideograph counts 2)." => "填控制台里的全名。", "Enter the full name from the console.";
        "too_long": "太长：现在 {units} 个字符，最多 30 个（汉字算 2 个）。", "Too long: {units} units, at most 30 (an ideograph counts 2)." => "填控制台里的名称，不加说明。", "Enter the name from the console and nothing else.";
    }
    "service-contents-too-many" {
        title: "服务内容太多", "Too many service contents";
        what: "服务内容最多选 5 项。", "Five service contents at most.";
        mend: "留下最主要的。", "Keep the main ones.";
        why: "平台的限制。", "The platform's limit.";
        wrong: "mini_program.service_contents = [44, 45, 1, 2, 3, 4]" => "6 项，最多 5 项。", "Six; five at most.";
        right: "mini_program.service_contents = [44, 45]" => "只选实际提供的。", "Only what is really offered.";
        "": "选了 {count} 项，最多 {most} 项。", "{count} chosen, {most} at most." => "留下最主要的。", "Keep the main ones.";
    }
    "service-content-repeated" {
        title: "服务内容重复", "Service content repeated";
        what: "同一项服务内容只选一次。", "Each service content is chosen once.";
        mend: "去掉重复的。", "Remove the repetition.";
        why: "平台不收重复的项。", "The platform refuses repetitions.";
        wrong: "mini_program.service_contents = [44, 45, 44]" => "44 选了两次。", "44 is chosen twice.";
        right: "mini_program.service_contents = [44, 45]" => "各选一次。", "Each once.";
        "": "这一项选了两次。", "This one is chosen twice." => "去掉重复的一项。", "Remove one.";
    }
    "prior-approval-incomplete" {
        title: "前置审批没有填全", "Prior approval is incomplete";
        what: "除「以上都不涉及」外，每项都要有审批号（或文件名称）和审批文件。", "Every approval but \"None of the above\" has a number (or title) and a document.";
        mend: "补上审批号和文件；不涉及就删去这一行。", "Add number and document, or remove the row.";
        why: "平台要求每项前置审批都附文件。", "The platform wants a document for each.";
        wrong: "mini_program.prior_approvals = [{ kind = 9, number = '', document = 'permit.jpg' }]" => "没有审批号。", "The number is missing.";
        right: "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]" => "有审批号，也有文件。", "Number and document.";
        "kind": "还没有选审批类型。", "Which approval is not chosen yet." => "从列表里选。", "Choose from the list.";
        "number": "还没有填审批号或文件名称。", "Number or title is missing." => "照审批文件填写。", "Enter it from the document.";
        "document": "还没有附上审批文件。", "The document is missing." => "附上审批文件的照片或扫描件，JPG 或 PNG。", "Attach a photo or scan of it.";
    }
    "prior-approval-repeated" {
        title: "前置审批重复", "Prior approval repeated";
        what: "同一种前置审批只列一次。", "Each approval is listed once.";
        mend: "删去重复的一行。", "Remove the repeated row.";
        why: "平台不收重复的项。", "The platform refuses repetitions.";
        wrong: "mini_program.prior_approvals = [\n  { kind = 9, number = '川-1号', document = 'a.jpg' },\n  { kind = 9, number = '川-2号', document = 'b.jpg' },\n]" => "同一种审批列了两次。", "One kind of approval, twice.";
        right: "mini_program.prior_approvals = [{ kind = 9, number = '川-1号', document = 'a.jpg' }]" => "每种列一次。", "Each kind once.";
        "": "这一种审批前面已经列过。", "This one is listed above already." => "删去这一行。", "Remove this row.";
    }
    "prior-approval-none-not-alone" {
        title: "「以上都不涉及」与其他项同选", "\"None of the above\" beside another";
        what: "选了「以上都不涉及」，就不能再选其他项。", "\"None of the above\" stands alone.";
        mend: "只留其中一种回答。", "Keep one or the other.";
        why: "两个回答互相矛盾。", "The two answers contradict each other.";
        wrong: "mini_program.prior_approvals = [{ kind = 9, number = '川-1号', document = 'a.jpg' }, { kind = 24 }]" => "又有许可，又「以上都不涉及」。", "A permit, and \"None of the above\".";
        right: "mini_program.prior_approvals = [{ kind = 24 }]" => "「以上都不涉及」单独选。", "\"None of the above\" by itself.";
        "": "「以上都不涉及」不能与其他审批项同时选。", "\"None of the above\" cannot stand beside an approval." => "去掉「以上都不涉及」，或去掉其他项。", "Remove it, or the others.";
    }
    "remark-length" {
        title: "小程序备注的长度不对", "Remark length";
        what: "小程序备注 20 到 200 个字。", "20 to 200 characters.";
        mend: "写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows.";
        why: "平台的限制；标点和空格怎么算没有说明，所以接近上下限时也提醒。", "The platform's limit; how marks and blanks count is not said, so values near it get a hint.";
        wrong: "mini_program.remark = '介绍音乐厅的曲目和场次，可以预约座位。'" => "19 个字，少一个。", "Nineteen characters, one too few.";
        right: "mini_program.remark = '面向成都乐迷，介绍自有音乐厅的曲目和场次，可以预约座位、凭码入场，并查看每场的说明。'" => "20 到 200 个字。", "Between 20 and 200 characters.";
        "too_short": "太短：现在 {count} 个字，至少 20 个，还差 {missing} 个。", "Too short: {count} characters, at least 20; {missing} missing." => "写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows.";
        "too_long": "太长：现在 {count} 个字，最多 200 个，多了 {surplus} 个。", "Too long: {count} characters, at most 200; {surplus} too many." => "删去不要紧的话。", "Cut what matters less.";
        "barely_enough": "现在 {count} 个字，刚够 20 个；若不算标点就可能不够。", "{count} characters, just over 20; without punctuation it may be too few." => "再写具体些。", "Be a little more specific.";
        "nearly_full": "现在 {count} 个字，接近 200 个的上限。", "{count} characters, close to 200." => "稍微短一些更稳妥。", "A little shorter is safer.";
    }
    "remark-says-little" {
        title: "备注内容太空", "Remark says little";
        what: "小程序备注要具体，不能凑字数。", "The remark is specific and no filler.";
        mend: "写清给谁用、有什么功能和内容。", "Say who it is for, what it does and what it shows.";
        why: "管局审核主要看这段备注，写得不详细是常见的驳回原因。", "Bureaus judge by the remark; a vague one is a common reason for return.";
        wrong: "mini_program.remark = '音乐很好听音乐很好听音乐很好听音乐很好听音乐很好听'" => "凑字数。", "Filler.";
        right: "mini_program.remark = '面向成都乐迷，介绍自有音乐厅的曲目和场次，可以预约座位、凭码入场，并查看每场的说明。'" => "给谁用、做什么，写清楚了。", "It says for whom it is and what it does.";
        "few_characters": "翻来覆去只有几个字，像是凑字数。", "The same few characters over and over: it looks like filler." => "写真实的服务内容。", "Describe the real service.";
        "no_chinese": "没有汉字。", "There is no Chinese in it." => "用中文写。", "Write it in Chinese.";
        "no_function": "看不出小程序能做什么。", "It does not say what the mini-program does." => "写出主要功能，如查询、预约、记录、展示什么。", "Name the main functions: what can be looked up, booked, noted or seen.";
        "unfinished": "像是还没有写完。", "It looks unfinished." => "把占位的文字换成真实内容。", "Replace the placeholder words.";
    }
    "event-out-of-order" {
        title: "进度记录的先后不对", "Events out of order";
        what: "进度里的事件要符合备案的步骤和时间先后。", "Events follow the steps of a filing, in time.";
        mend: "改正或删去这条记录。", "Correct or remove the record.";
        why: "当前环节由事件推出，先后错了就推不对。", "The stage is derived from the events.";
        wrong: "events = [{ at = 2026-11-20T10:00:00+08:00, kind = 'sms-verified' }]" => "还没有提交，就核验了短信。", "The code is entered before anything was handed in.";
        right: "events = [{ at = 2026-11-20T10:00:00+08:00, kind = 'submitted' }]" => "从提交开始。", "It begins with handing it in.";
        "stage": "进度第 {position} 条（{date}）在当时的环节不会发生。", "Record {position} of the progress ({date}) cannot happen at that step." => "改正或删去这一条。", "Correct or remove it.";
        "time": "进度第 {position} 条（{date}）早于前一条。", "Record {position} of the progress ({date}) lies before the one above it." => "核对时间。", "Check the time.";
    }
    "filing-number-invalid" {
        title: "备案号不对", "Filing number is wrong";
        what: "小程序的备案号以「-序号X」结尾，如「京ICP备2023000001号-1X」。", "A mini-program's number ends in a serial and X, like 京ICP备2023000001号-1X.";
        mend: "从控制台或工信部网站复制。", "Copy it from the console or the ministry's site.";
        why: "备案号要显示在小程序里。", "The number must be shown in the mini-program.";
        wrong: "events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' },\n  { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  { at = 2026-11-21T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1' },\n]" => "没有 X，是网站的号。", "Without the X: a website's number.";
        right: "events = [\n  { at = 2026-11-20T10:00:00+08:00, kind = 'submitted' },\n  { at = 2026-11-20T11:00:00+08:00, kind = 'platform-passed' },\n  { at = 2026-11-20T12:00:00+08:00, kind = 'sms-received' },\n  { at = 2026-11-20T13:00:00+08:00, kind = 'sms-verified' },\n  { at = 2026-11-21T10:00:00+08:00, kind = 'bureau-passed', number = '蜀ICP备2026000001号-1X' },\n]" => "小程序的号以 X 结尾。", "A mini-program's number ends in X.";
        "malformed": "进度第 {position} 条（{date}）里的「{number}」不像备案号。", "\"{number}\" in record {position} of the progress ({date}) is no filing number." => "从控制台复制备案号。", "Copy it from the console.";
        "other_service": "进度第 {position} 条（{date}）里的「{number}」不是小程序的备案号。", "\"{number}\" in record {position} of the progress ({date}) is not a mini-program's number." => "核对备案号；小程序的以 X 结尾。", "A mini-program's number ends in X: check it.";
    }
}
