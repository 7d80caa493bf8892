//! Words of the rules about what only the person can answer.

super::rule_words! {
    "question-open" {
        title: "有问题还没有回答", "A question is open";
        what: "有些事离线查不到，只有本人知道：在检查页上问一次，答了就不再问。", "What no offline tool can know is asked once, on the review screen.";
        mend: "在检查页上回答，答案记在草稿里，不会提交。", "Answer it on the review screen; the answer stays in the draft and is not sent.";
        why: "这些事每一件都有人因此被退回。", "Each of them has sent filings back.";
        wrong: "answers.filed_before = ''" => "主体备没备过案，还没有回答。", "Nobody has said whether the subject has filed before.";
        right: "answers.filed_before = false" => "回答了：没有备过。", "Answered: it has not.";
        "answer": "「{question}」还没有回答。", "\"{question}\" is not answered yet." => "回答是或否。", "Answer yes or no.";
        "date": "「{question}」还没有填。", "\"{question}\" is not filled in yet." => "照纸面上的日期填写。", "Enter the date on the paper.";
    }
    "subject-filed-in-another-province" {
        title: "主体在别的省备过案", "Filed in another province";
        what: "一个主体的备案只能在一个省。", "A subject's filings are all in one province.";
        mend: "改选原来备案的省，或先在原省注销主体。", "Choose that province, or deregister the subject there first.";
        why: "平台会提示「该主体已在某省完成备案」，直接驳回。", "The platform sends it back: the subject is on record elsewhere.";
        wrong: "answers.filed_in_another_province = true" => "四川的备案，主体在广东有备案号。", "Filed in Sichuan, on record in Guangdong.";
        right: "answers.filed_in_another_province = false" => "主体的备案都在四川。", "All its filings are in Sichuan.";
        "": "主体在别的省有备案，在这里提交会被驳回。", "The subject is on record in another province: it will be sent back here."
            => "改选原备案省份；主体确已迁移的，先在原省注销主体再重新备案。", "Choose that province, or deregister there and file anew.";
    }
    "earlier-filing-must-agree" {
        title: "与以前的备案一致", "Agree with the earlier filing";
        what: "主体备过案的，这里的主体资料要与原来的备案一致。", "A subject on record files with the data on record.";
        mend: "对照原备案逐项核对；变了的先办变更。", "Compare with the record; file the change first where it differs.";
        why: "主体信息不一致，或名下已经没有服务（空壳主体）时会被退回。", "Differing data or an empty record sends the filing back.";
        wrong: "answers.filed_before = true" => "备过网站，主体资料要与那次一致。", "A website was filed before: the data must agree with it.";
        right: "answers.filed_before = false" => "第一次备案。", "The first filing.";
        "agree": "主体备过案：名称、证件、地址、负责人要与原备案一致，备案省份也相同。", "On record already: name, certificate, address, responsible person and province must agree with it."
            => "对照原备案核对；变了的，先在原平台办变更备案。", "Compare them; file a change with the earlier provider first.";
        "shell_taken": "原备案下已没有任何服务的，{province}可以直接新增小程序。", "Where no service is left on the record, {province} takes a new one directly."
            => "不用先注销主体。", "No need to deregister first.";
        "shell_refused": "原备案下已没有任何服务的（空壳主体），{province}要先向管局注销主体，约 5 个工作日。", "Where no service is left on the record, {province} wants it deregistered first: about 5 working days."
            => "先查清名下还有没有服务。", "Find out whether any service is left.";
    }
    "another-filing-runs" {
        title: "同一主体有别的订单在审", "Another filing in review";
        what: "一个主体在管局同时只能有一个备案订单，所有平台合计。", "A subject has one filing at a time with its bureau, on all platforms together.";
        mend: "等那个订单有了结果再提交。", "Wait for the other one to end.";
        why: "后提交的会以「主办者冲突」退回。", "The second one comes back as a conflict.";
        wrong: "answers.another_filing_runs = true" => "公众号的备案还在管局审核。", "Another service's filing is still with the bureau.";
        right: "answers.another_filing_runs = false" => "没有别的订单在审。", "Nothing else is in review.";
        "": "有别的备案订单在审，现在提交会冲突。", "Another filing is in review: this one would conflict." => "等它通过或撤回后再提交。", "Hand this one in after it has passed or was withdrawn.";
    }
    "account-name-differs" {
        title: "账号主体与主办者不一致", "Account of another name";
        what: "账号认证的主体、证件和这里的主体名称要一字不差。", "Account, certificate and this filing carry one name.";
        mend: "先在公众平台办主体变更或认证，再备案。", "Change or verify the account's subject first.";
        why: "平台返回「主办者与小程序主体不一致」（86355）。", "The platform answers 86355.";
        wrong: "answers.account_name_agrees = false" => "账号认证的是旧名称。", "The account is verified under the old name.";
        right: "answers.account_name_agrees = true" => "账号与执照一字不差。", "Account and licence agree to the letter.";
        "": "账号主体与主体名称不一致，提交会被直接驳回。", "Account and subject differ: it will be sent back at once." => "先改账号主体；单位更过名的，更新认证并附主体更名函。", "Mend the account first; after a renaming, verify anew and attach the letter.";
    }
    "administrator-is-another" {
        title: "管理员不是小程序负责人", "The administrator is someone else";
        what: "小程序负责人须是公众平台上的管理员。", "The owner is the administrator in the console.";
        mend: "换管理员，或换小程序负责人。", "Change the one or the other.";
        why: "人脸核身只发给管理员本人。", "The face check goes to the administrator only.";
        wrong: "owner.administrator = ''\nanswers.administrator_is_owner = false" => "管理员是外包公司的人。", "The administrator works for an agency.";
        right: "owner.administrator = ''\nanswers.administrator_is_owner = true" => "管理员就是小程序负责人。", "The administrator is the owner.";
        "": "管理员是别人，人脸核身过不了。", "Someone else is the administrator: the face check cannot pass." => "先在公众平台把管理员改成小程序负责人，或改填负责人。", "Make the owner administrator, or enter the administrator as owner.";
    }
    "licence-changed-lately" {
        title: "证照刚变更过", "Licence just changed";
        what: "要用变更后的新证照；登记信息要过几天才同步到核验系统。", "The newest licence is used, and the registry takes days to catch up.";
        mend: "用新证照，等几天再提交。", "Use the new licence and wait some days.";
        why: "名称、代码、法定代表人、证件号四要素要与登记系统一致。", "Name, code, legal person and number are checked against the registry.";
        wrong: "answers.licence_changed_lately = true" => "昨天换了法定代表人。", "The legal person changed yesterday.";
        right: "answers.licence_changed_lately = false" => "近期没有变更。", "No change of late.";
        "": "证照刚变更，登记信息可能还没有同步，四要素核验会失败。", "Just changed: the check may still see the old data." => "确认附的是新证照；变更满几个工作日后再提交。", "Make sure the new licence is attached; wait some working days.";
    }
    "registry-not-normal" {
        title: "登记状态不正常", "Registry status not normal";
        what: "经营异常、吊销、注销的单位备不了案。", "Subjects listed as abnormal, revoked or closed are not filed.";
        mend: "先恢复正常状态。", "Restore the status first.";
        why: "管局会核对登记状态。", "Bureaus look at the register.";
        wrong: "answers.registry_is_normal = false" => "被列入经营异常名录。", "Listed as abnormal.";
        right: "answers.registry_is_normal = true" => "状态为存续。", "Listed as existing.";
        "": "登记状态不正常，多半会被驳回。", "With this status it is likely to be sent back." => "先到登记机关移出异常名录或恢复登记，再备案。", "Have the status restored at the registry first.";
    }
    "phone-not-answered" {
        title: "电话打不通", "Phones not answered";
        what: "审核期间每个号码都要能接通。", "Every number is answered during the review.";
        mend: "换能接通的号码，关掉来电拦截。", "Use numbers that are answered; turn call filters off.";
        why: "平台和管局的审核人员都会打电话核实。", "Reviewers of platform and bureau call.";
        wrong: "answers.phones_are_answered = false" => "电话常关机。", "The phone is often off.";
        right: "answers.phones_are_answered = true" => "随时能接。", "Calls are answered.";
        "": "有号码接不通，审核人员打不通会退回。", "A number is not answered: reviewers send it back." => "换常用号码；提交后两三天内留意陌生来电。", "Use another; answer unknown calls for some days.";
    }
    "phone-used-elsewhere" {
        title: "号码已用于别的主体", "Number of another filing";
        what: "手机号码不要出现在别的主体的备案里。", "A number stands in one subject's filings.";
        mend: "换一个没有用过的号码。", "Use another number.";
        why: "天津、山东、河南、广东等地会因此退回。", "Several provinces send it back.";
        wrong: "answers.phones_used_elsewhere = true" => "代办公司给好几家用同一个号码。", "An agency uses one number for several clients.";
        right: "answers.phones_used_elsewhere = false" => "号码只用于这个主体。", "The number serves this subject only.";
        "refused_here": "号码已用在别的主体的备案里，{province}不收这样的号码。", "A number stands in another subject's filing; {province} does not take such numbers."
            => "换号码，或先把那边的备案改成别的号码。", "Use another, or change the other filing first.";
        "anywhere": "号码已用在别的主体的备案里，可能被退回。", "A number stands in another subject's filing: it may be sent back." => "换号码，或先把那边的备案改成别的号码。", "Use another, or change the other filing first.";
    }
    "phone-not-local" {
        title: "号码不是本省的", "Number of another province";
        what: "有的省要求负责人用归属地在本省的手机号码。", "Some provinces want numbers of the province.";
        mend: "换本省号码。", "Use a local number.";
        why: "江苏、广西、陕西、新疆等地如此要求。", "Jiangsu, Guangxi, Shaanxi, Xinjiang and others ask for it.";
        wrong: "subject.region = '320102'\nanswers.phones_are_local = false" => "江苏备案，填了北京的号码。", "Filed in Jiangsu with a Beijing number.";
        right: "subject.region = '320102'\nanswers.phones_are_local = true" => "用江苏的号码。", "A number of Jiangsu.";
        "": "号码归属地不在备案省份，当地可能退回。", "The number belongs elsewhere: the bureau may send it back." => "换一个本省的号码。", "Use a number of the province.";
    }
    "mini-program-name-taken" {
        title: "名称已有别人备案", "Name taken";
        what: "不同主体的小程序不宜同名。", "Different subjects do not file the same name.";
        mend: "在公众平台改名后再备案。", "Rename it in the console first.";
        why: "同一主体同名算新增接入；不同主体同名会被退回。", "The same subject may; another subject is sent back.";
        wrong: "answers.name_is_unique = false" => "别人已经用这个名称备案。", "Somebody else filed this name.";
        right: "answers.name_is_unique = true" => "查过，没有重名。", "Looked up: nobody has it.";
        "": "已有别的主体用这个名称备案，可能被退回。", "Another subject has filed this name: it may be sent back." => "先改名，再备案。", "Rename it, then file.";
    }
    "entrance-closed" {
        title: "备案入口没有开放", "Entrance closed";
        what: "公众平台上要能看到备案入口。", "The console offers to file.";
        mend: "补全小程序信息；入口仍不出现就改名或等系统恢复。", "Complete the mini-program's data; else rename it or wait.";
        why: "昵称里的某些词和管局系统维护都会关闭入口。", "Some words in the nickname, or a bureau system under maintenance, shut it.";
        wrong: "answers.entrance_is_open = false" => "控制台里没有备案入口。", "The console shows no way to file.";
        right: "answers.entrance_is_open = true" => "入口已经开放。", "The console offers it.";
        "": "备案入口没有开放，现在提交不了。", "The entrance is closed: nothing can be handed in." => "检查小程序的名称、头像、简介、类目是否齐全；昵称含敏感词的先改名。", "See whether name, picture, introduction and category are complete; rename it where a word is the cause.";
    }
    "picture-not-of-original" {
        title: "照片不是拍自原件", "Not a picture of the original";
        what: "证件照片须对着纸质原件彩色拍摄或扫描。", "Pictures are colour photos or scans of paper originals.";
        mend: "用原件重拍。", "Take them again from the originals.";
        why: "复印件、截图、翻拍和带水印的会被退回。", "Copies, screenshots, pictures of screens and watermarks are sent back.";
        wrong: "answers.pictures_are_originals = false" => "拍的是复印件，还带水印。", "A photo of a copy, with a watermark.";
        right: "answers.pictures_are_originals = true" => "拍的是原件。", "A photo of the original.";
        "": "有照片不是原件彩色拍摄的，会被退回。", "A picture is no colour picture of the original: it will be sent back." => "把原件放平，在日光下重拍，四角完整、没有反光。", "Lay the original flat in daylight and photograph it whole.";
    }
    "letter-not-in-order" {
        title: "函件签章不全", "Letters not in order";
        what: "授权书、承诺书要亲笔签名、写日期、盖公章。", "Letters are signed by hand, dated and sealed.";
        mend: "补齐后重新拍照。", "Complete them and photograph them again.";
        why: "缺章、缺签名、人名不对是常见的退回原因。", "Missing seals, signatures or wrong names are common reasons.";
        wrong: "answers.letters_are_signed = false" => "授权书没有盖章。", "The authorization lacks its seal.";
        right: "answers.letters_are_signed = true" => "签字、日期、公章都齐。", "Signed, dated and sealed.";
        "": "函件的签名、日期或公章不全。", "A letter lacks signature, date or seal." => "按模板补齐：正楷亲笔签名、日期、公章，名称与证照一致。", "Sign in block letters, date and seal it; names as on the certificates.";
    }
    "letter-date-unfit" {
        title: "函件日期不合适", "Date of a letter";
        what: "落款日期不晚于提交日，管局看到时不超过三个月。", "Dated not after the submission, and not older than three months when read.";
        mend: "重新出具。", "Have it made anew.";
        why: "过期或写了将来日期的函件会被退回。", "Old or post-dated letters are sent back.";
        wrong: "answers.letters_dated = '2026-08-22'" => "2026-11-23 检查，已超过三个月。", "Checked on 2026-11-23: older than three months.";
        right: "answers.letters_dated = '2026-11-20'" => "最近签的。", "Signed lately.";
        "in_future": "落款日期 {dated} 还没有到。", "{dated} has not come yet." => "核对日期；写错了就重新出具。", "Check it; have the letter made anew if it is wrong.";
        "too_old": "落款日期 {dated} 已超过三个月（到 {last}）。", "{dated} is more than three months ago (until {last})." => "重新出具，写近日的日期。", "Have it made anew with a recent date.";
        "soon_too_old": "到 {last} 就满三个月，审核可能拖过那一天。", "Three months are over on {last}; the review may take longer." => "尽快提交，或换新的函件。", "Hand it in soon, or renew it.";
    }
    "approval-expires" {
        title: "审批文件到期", "A permit expires";
        what: "前置审批文件在审核期间要一直有效。", "Permits stay valid during the review.";
        mend: "先续期，再备案。", "Renew it first.";
        why: "过期的批文不被接受。", "Expired permits are not accepted.";
        wrong: "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]\nanswers.approvals_valid_until = '2026-12-01'" => "2026-11-23 检查，审核期间就到期了。", "Checked on 2026-11-23: it ends during the review.";
        right: "mini_program.prior_approvals = [{ kind = 9, number = '川网文〔2025〕9999-999号', document = 'permit.jpg' }]\nanswers.approvals_valid_until = '2028-12-01'" => "还有两年。", "Two years are left.";
        "expired": "审批文件已于 {end} 到期。", "It expired on {end}." => "续期后附上新的文件。", "Renew it and attach the new one.";
        "soon": "审批文件 {end} 到期，审核期间可能失效。", "It ends on {end}, maybe during the review." => "能续期就先续期。", "Renew it first if possible.";
    }
}
