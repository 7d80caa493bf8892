//! Words of the rules about reaching people: phones, mail, addresses.

super::rule_words! {
    "mobile-invalid" {
        title: "手机号码不对", "Mobile number is wrong";
        what: "须是中国内地能收短信的 11 位手机号码，应急电话也是。", "A mainland mobile number of 11 digits that takes messages; the emergency number too.";
        mend: "填在用的手机号码。", "Enter a mobile number in use.";
        why: "短信核验发到手机，审核人员也会打电话。", "The ministry's code comes by message, and reviewers call.";
        wrong: "responsible_person.mobile = '1301234000'" => "只有 10 位。", "Ten digits only.";
        right: "responsible_person.mobile = '13012340003'" => "内地手机号码，11 位。", "A mainland mobile number, eleven digits.";
        "foreign_number": "不是中国内地的号码。", "Not a mainland number." => "填内地的手机号码。", "Enter a mainland mobile number.";
        "bad_char": "号码里有「{character}」，手机号码只有数字。", "It holds \"{character}\"; a mobile number has digits only." => "去掉它；字母 O、I 改成数字 0、1。", "Remove it; letters O and I should be digits 0 and 1.";
        "iot": "这是物联网号码，收不到核验短信。", "A number for devices, which gets no messages." => "换普通手机号码。", "Use an ordinary mobile number.";
        "not_mobile": "不是手机号码；固定电话收不到核验短信。", "Not a mobile number; landlines get no messages." => "填以 1 开头的 11 位手机号码。", "Enter 11 digits beginning with 1.";
        "never_mobile": "没有以 {start} 开头的手机号码。", "No mobile number begins with {start}." => "核对开头；手机号码以 13 到 19 开头。", "Check the beginning: mobile numbers begin with 13 to 19.";
        "length": "手机号码是 11 位，现在是 {count} 位，少 {missing} 位。", "A mobile number has 11 digits; this has {count}, {missing} too few." => "补全号码。", "Complete it.";
        "too_long": "手机号码是 11 位，现在是 {count} 位，多 {surplus} 位。", "A mobile number has 11 digits; this has {count}, {surplus} too many." => "删去多输的数字，只填一个号码。", "Remove what is too much; enter one number only.";
        "satellite": "这是卫星电话号码，收不到核验短信。", "A satellite number, which gets no messages." => "换普通手机号码。", "Use an ordinary mobile number.";
    }
    "mobile-unusual" {
        title: "少见的手机号码", "Unusual mobile number";
        what: "号码属于虚拟运营商、数据卡或未启用的号段，或明显是编造的。", "Ranges of resellers and data cards, unassigned ranges, invented numbers.";
        mend: "核对号码；有别的号码就换一个。", "Check the number, or use another.";
        why: "备案表单不收某些号段，名单没有公开。", "Filing forms refuse some ranges; the list is not public.";
        wrong: "responsible_person.mobile = '17012340003'" => "170 是虚拟运营商的号段。", "170 is a reseller's range.";
        right: "responsible_person.mobile = '13012340003'" => "基础运营商的号码。", "A number of a main operator.";
        "unassigned": "这个号段不在已启用的号段表里。", "This range is not in the tables." => "核对号码；是新号段就不用改。", "Check it; leave it if the range is new.";
        "mvno": "这是虚拟运营商的号段，表单可能不收。", "A reseller's range, which forms may refuse." => "有基础运营商的号码就换上。", "Use a number of a main operator if there is one.";
        "data_card": "这是数据卡的号段，未必能接电话。", "A data card's range, which may take no calls." => "换能接电话、收短信的号码。", "Use a number that takes calls and messages.";
        "placeholder": "这像是编造的号码。", "This looks invented." => "填本人在用的号码。", "Enter the person's number.";
    }
    "mobile-shared" {
        title: "两人同一个手机号码", "One mobile number for two people";
        what: "主体负责人与小程序负责人是两个人时，手机号码不能相同。", "Two people have two mobile numbers.";
        mend: "各填各的手机号码。", "Enter each person's number.";
        why: "备案指引规定不同的人不能用同一个手机号码。", "The filing guide forbids one number for several people.";
        wrong: "owner.mobile = '13012340003'" => "与主体负责人是同一个号码。", "The responsible person's number.";
        right: "owner.mobile = '13012340005'" => "小程序负责人自己的号码。", "The owner's own number.";
        "": "与主体负责人的手机号码相同。", "The same as the responsible person's." => "填小程序负责人本人的手机号码。", "Enter the owner's number.";
    }
    "emergency-phone-not-another" {
        title: "应急电话是负责人的号码", "Emergency number is a person's mobile";
        what: "应急电话不能是两位负责人的手机号码。", "The emergency number is neither person's mobile.";
        mend: "填另一个人的手机号码，如家人或同事的。", "Enter someone else's mobile, such as family or a colleague.";
        why: "联系不上负责人时才打应急电话。", "It is called when the person cannot be reached.";
        wrong: "responsible_person.mobile = '13012340003'\nresponsible_person.emergency_phone = '13012340003'" => "应急电话就是本人的手机。", "The emergency number is the person's own.";
        right: "responsible_person.mobile = '13012340003'\nresponsible_person.emergency_phone = '17712340004'" => "家人或同事的手机。", "A relative's or a colleague's mobile.";
        "own": "与本人的手机号码相同。", "The same as the person's mobile." => "填另一个人的手机号码。", "Enter someone else's mobile.";
        "responsible_person": "与主体负责人的手机号码相同。", "The same as the responsible person's mobile." => "填第三个人的手机号码。", "Enter a third person's mobile.";
        "owner": "与小程序负责人的手机号码相同。", "The same as the owner's mobile." => "填第三个人的手机号码。", "Enter a third person's mobile.";
    }
    "emergency-phone-shared" {
        title: "两人同一个应急电话", "One emergency number for two people";
        what: "两位负责人的应急电话最好不同。", "Two people best have two emergency numbers.";
        mend: "换掉其中一个。", "Change one of them.";
        why: "有的地方要求三个或四个不同的号码。", "Some provinces ask for three or four different numbers.";
        wrong: "owner.emergency_phone = '17712340004'" => "两位负责人填了同一个应急电话。", "Both people name the same emergency number.";
        right: "owner.emergency_phone = '17712340006'" => "各有各的应急电话。", "Each has one of their own.";
        "": "与主体负责人的应急电话相同，有的地方会退回。", "The same as the responsible person's; some provinces send it back." => "换一个人的号码。", "Use someone else's number.";
    }
    "mail-invalid" {
        title: "邮箱不对", "Mail address is wrong";
        what: "邮箱要写全，如 zhangsan@example.com。", "The address is whole, like zhangsan@example.com.";
        mend: "对照常用的邮箱改正。", "Correct it from the address in use.";
        why: "审核结果会发到邮箱。", "Results are sent there.";
        wrong: "responsible_person.email = 'bing.example.com'" => "没有 @。", "There is no @.";
        right: "responsible_person.email = 'bing@example.com'" => "名称、@ 和域名齐全。", "Name, @ and domain.";
        "non_ascii": "邮箱里有「{character}」，只能用英文字母、数字和英文符号。", "It holds \"{character}\"; only plain letters, digits and marks are allowed." => "切换到英文输入法重新输入；句号「。」改成英文的点。", "Type it anew in plain letters; a Chinese full stop becomes a dot.";
        "at_sign": "要有且只有一个 @，前后都有内容。", "It wants one @ with something on both sides." => "写成 zhangsan@example.com 这样。", "Write it like zhangsan@example.com.";
        "too_long": "邮箱太长了。", "Too long." => "只填一个邮箱。", "Enter one address only.";
        "local_char": "@ 前有不能用的字符「{character}」。", "\"{character}\" before the @ is not allowed." => "去掉或改正它；空格、逗号、括号都不能用。", "Remove or correct it; blanks, commas and brackets are not allowed.";
        "local_dot": "@ 前的点不能在开头、结尾，也不能相连。", "A dot before the @ may not come first, last or doubled." => "去掉多余的点。", "Remove the extra dot.";
        "domain": "@ 后的域名不对。", "The domain after the @ is malformed." => "核对域名，如 qq.com。", "Check the domain, such as qq.com.";
        "domain_single_label": "@ 后的域名不完整。", "The domain after the @ is incomplete." => "把域名写全，如 qq.com。", "Write the whole domain, such as qq.com.";
        "tld": "域名的结尾不对。", "The domain's ending is wrong." => "核对结尾，如 .com、.cn。", "Check the ending, such as .com or .cn.";
    }
    "mail-mistyped" {
        title: "邮箱域名像是输错了", "Mail domain looks mistyped";
        what: "常用邮箱的域名不要输错。", "Domains of common mail services are spelt right.";
        mend: "接受给出的改法。", "Accept the corrected address.";
        why: "输错一个字母，就收不到审核结果。", "One wrong letter and no result arrives.";
        wrong: "responsible_person.email = 'bing@qq.con'" => ".con 多半是 .com。", ".con is most likely .com.";
        right: "responsible_person.email = 'bing@qq.com'" => "域名没有输错。", "The domain is spelt right.";
        "": "{domain} 像是 {meant} 输错了。", "{domain} looks like a mistyped {meant}." => "改成 {meant}；没错就不用改。", "Change it to {meant}, or leave it if it is right.";
    }
    "mail-nobody-reads" {
        title: "这个邮箱可能没人看", "A mailbox that nobody may read";
        what: "负责人的邮箱要是本人常看的。", "The address is one that this person reads.";
        mend: "换成本人常用的邮箱。", "Enter an address the person uses.";
        why: "审核结果会发到这里，错过了会耽误几天。", "Results of the review go there; missing one costs days.";
        wrong: "responsible_person.email = 'no-reply@example.com'" => "这种邮箱只发不收。", "Nobody reads what arrives there.";
        right: "responsible_person.email = 'bing@example.com'" => "本人的邮箱。", "The person's own address.";
        "role": "「{local}」是公用邮箱的名字，不一定是本人在看。", "\"{local}\" is a shared mailbox, which this person may not read." => "最好换成本人的邮箱。", "Better enter the person's own.";
        "no_reply": "「{local}」是只发信的邮箱，收不到回复。", "\"{local}\" only sends; nothing is read there." => "换成本人常用的邮箱。", "Enter an address the person uses.";
        "throwaway": "{domain} 是临时邮箱，过后收不到信。", "{domain} gives addresses for an hour; later mail is lost." => "换成本人常用的邮箱。", "Enter an address the person uses.";
    }
    "mail-shared" {
        title: "两人同一个邮箱", "One mail address for two people";
        what: "两位负责人的邮箱最好不同。", "Two people best have two addresses.";
        mend: "各填各的邮箱。", "Enter each person's address.";
        why: "云服务商的备案文档要求每人一个邮箱。", "Providers' filing documents want one address each.";
        wrong: "owner.email = 'bing@example.com'" => "与主体负责人是同一个邮箱。", "The responsible person's address.";
        right: "owner.email = 'wu@example.com'" => "小程序负责人自己的邮箱。", "The owner's own address.";
        "": "与主体负责人的邮箱相同，可能被退回。", "The same as the responsible person's; it may be sent back." => "填小程序负责人自己的邮箱。", "Enter the owner's own address.";
    }
    "address-repeats-region" {
        title: "通讯地址重复了省市区", "Address repeats the region";
        what: "通讯地址开头不写省、市、区县，备案地区里已经有了。", "The address leaves out province, city and district: the region says them.";
        mend: "去掉开头的省市区，从街道写起。", "Begin with the street.";
        why: "平台会把备案地区接在通讯地址前面，写了就重复。", "The platform puts the region before the address.";
        wrong: "subject.region = '510107'\nsubject.address = '成都市武侯区虚构街88号801室'" => "市和区已经在备案地区里了。", "The region says city and district already.";
        right: "subject.region = '510107'\nsubject.address = '虚构街88号801室'" => "从街道写起。", "It begins with the street.";
        "same": "开头的「{region}」与所选地区重复。", "It begins with \"{region}\", which the region says already." => "去掉开头这几个字，从街道写起。", "Remove it and begin with the street.";
        "nothing_left": "只写了「{region}」，没有街道和门牌。", "It says \"{region}\" only, no street or number." => "写街道、门牌、楼栋和房间号。", "Write street, number, building and room.";
    }
    "certificate-address-without-region" {
        title: "证件住所缺省市", "Certificate address lacks the region";
        what: "证件住所要照证件写全，从省（自治区、直辖市）写起。", "The address is as printed, beginning with the province.";
        mend: "在开头补上省、市、区县。", "Put province, city and district first.";
        why: "平台要完整的住所，并与登记信息核对。", "The platform wants the whole address and compares it with the registry.";
        wrong: "subject.certificate.address = '虚构街88号801室'" => "没有省、市、区。", "Province, city and district are missing.";
        right: "subject.certificate.address = '四川省成都市武侯区虚构街88号801室'" => "照执照写全，从省写起。", "As on the licence, beginning with the province.";
        "no_region": "开头看不出是哪个省、市。", "The beginning names no province or city." => "照证件写全，从省（自治区、直辖市）写起。", "Write it whole, from the province on.";
        "no_province": "开头没有写省：{province}。", "The province is missing: {province}." => "在开头补上省名。", "Put the province first.";
    }
    "certificate-address-in-another-province" {
        title: "证件住所不在备案省份", "Certificate of another province";
        what: "单位在证件住所所在的省备案。", "Units file in the province of their certificate.";
        mend: "按证件住所改选备案地区，或核对住所。", "Choose the region by the certificate's address, or check the address.";
        why: "单位不能跨省备案，备案地区要与证件住所同省。", "Units cannot file elsewhere; the region must follow the address.";
        wrong: "subject.region = '440305'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号801室'" => "住所在四川，却在广东备案。", "Registered in Sichuan, filed in Guangdong.";
        right: "subject.region = '510107'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号801室'" => "在住所所在的省备案。", "Filed in the province of the licence.";
        "": "证件住所在{printed}，备案地区却选在{chosen}。", "The address is in {printed}, but the region chosen is in {chosen}." => "把备案地区改成证件住所所在的省，或核对证件住所。", "Choose a region in the province of the address, or check the address.";
    }
    "address-implausible" {
        title: "地址不够详细", "Address is not exact";
        what: "地址要有街道、门牌号，精确到房间。", "Addresses name street, number and room.";
        mend: "补上街道、门牌、楼栋、房间号。", "Add street, number, building and room.";
        why: "地址不精确会被退回；确实没有更详细的，在主体备注里说明。", "Inexact addresses are sent back; if there is nothing finer, say so in the subject's remark.";
        wrong: "subject.address = '虚构街示例中心'" => "没有门牌号。", "There is no number.";
        right: "subject.address = '虚构街88号示例中心8层801室'" => "有街道、门牌号，精确到房间。", "Street, number and room.";
        "too_short": "太短，不像完整的地址。", "Too short for an address." => "写到门牌号和房间号。", "Write it down to number and room.";
        "too_long": "太长，不像一个地址。", "Too long for an address." => "只写一个地址，不加说明。", "Write one address only.";
        "no_chinese": "没有汉字。", "There is no Chinese in it." => "用中文写。", "Write it in Chinese.";
        "no_number": "没有门牌号。", "There is no house number." => "补上门牌、楼栋或房间号；没有就在主体备注里说明。", "Add number, building or room; if there is none, say so in the subject's remark.";
        "no_street": "没有路、街、村、楼栋之类的字。", "It names no street, village or building." => "补上街道或村组、门牌号。", "Add street or village, and the number.";
    }
    "address-says-shixiaqu" {
        title: "地址里有「市辖区」", "Address says 市辖区";
        what: "「市辖区」不是地名，有的省明确不收。", "市辖区 names no place, and some provinces refuse it.";
        mend: "去掉，或换成真实的区名。", "Remove it, or name the district.";
        why: "北京、天津、上海、浙江、广西明确不收，其他地方也不必写。", "Several provinces refuse it, and nobody needs it.";
        wrong: "subject.address = '市辖区虚构街88号801室'" => "「市辖区」不是地名。", "市辖区 names no place.";
        right: "subject.address = '虚构街88号801室'" => "只写真实的地名。", "Names of real places only.";
        "refused": "「市辖区」不是地名，{province}不收这样的地址。", "市辖区 names no place; {province} refuses such addresses." => "去掉它。", "Remove it.";
        "no_place": "「市辖区」不是地名。", "市辖区 names no place." => "去掉它。", "Remove it.";
    }
}
