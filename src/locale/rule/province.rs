//! Words of the rules about what single provinces ask. `{asked}` is the province's own sentence, without its full stop.

super::rule_words! {
    "responsible-person-must-be-legal-person" {
        title: "当地要求法定代表人任主体负责人", "The province wants the legal person";
        what: "主体负责人不是法定代表人时，看当地收不收授权书。", "Whether the province takes a letter where the responsible person is not the legal person.";
        mend: "改由法定代表人任主体负责人，或按当地的例外备好材料。", "Let the legal person be the responsible person, or prepare what the exception asks for.";
        why: "不支持授权的地区会提示「主体负责人与法定代表人不一致」，直接退回。", "Where letters are not taken, the filing comes back: responsible and legal person differ.";
        wrong: "subject.region = '430102'\nresponsible_person.is_legal_person = false" => "湖南只收法定代表人。", "Hunan takes the legal person only.";
        right: "subject.region = '430102'\nresponsible_person.is_legal_person = true" => "法定代表人自己担任。", "The legal person does it.";
        "required": "{province}要求法定代表人任主体负责人，一般不收授权书。", "{province} wants the legal person as responsible person and normally takes no letter."
            => "改由法定代表人任主体负责人。", "Let the legal person be the responsible person.";
        "row": "{province}：{asked}。", "{province}: {asked}." => "做不到就改由法定代表人任主体负责人。", "Otherwise let the legal person be the responsible person.";
        "exception": "{province}一般只收法定代表人，例外是：{asked}。", "{province} normally takes the legal person only; the exception: {asked}."
            => "备好授权书即可。", "Have the letter ready.";
    }
    "owner-must-be-responsible-person" {
        title: "当地要求两个负责人是同一人", "One person for both parts";
        what: "主体负责人不是法定代表人时，有的省要求他同时是小程序负责人。", "Some provinces want a responsible person who is not the legal person to be the owner too.";
        mend: "两处填同一个人，或改由法定代表人任主体负责人。", "Name one person for both, or let the legal person be the responsible person.";
        why: "江苏、安徽、海南、黑龙江会因此退回。", "Jiangsu, Anhui, Hainan and Heilongjiang send it back.";
        wrong: "subject.region = '320102'\nresponsible_person.is_legal_person = false\nowner.same_as_responsible_person = false" => "江苏：授权了一位主体负责人，小程序负责人又是另一位。", "Jiangsu: one person authorised as responsible person, another as owner.";
        right: "subject.region = '320102'\nresponsible_person.is_legal_person = false\nowner.same_as_responsible_person = true" => "两处是同一个人。", "One person for both.";
        "": "{province}要求：主体负责人不是法定代表人时，小程序负责人须是同一个人。", "{province} wants a responsible person who is not the legal person to be the owner as well."
            => "两处填同一个人，或改由法定代表人任主体负责人。", "Name one person for both, or let the legal person be the responsible person.";
    }
    "individual-from-another-province" {
        title: "外省身份证的个人", "Individual from another province";
        what: "个人的身份证属外省时，看备案省份收不收。住址优先，其次看身份证号。", "Whether the province takes individuals whose identity card is from elsewhere: by the printed address, else by the number.";
        mend: "到身份证所在的省备案，或改以单位备案。", "File in the card's own province, or as an organisation.";
        why: "有的省只收本省身份证，外省的直接退回。", "Some provinces take local identity cards only.";
        wrong: "subject.region = '150102'\nsubject.certificate.address = '四川省成都市武侯区虚构街88号8栋801室'" => "四川身份证的个人在内蒙古备案。", "An individual with an identity card of Sichuan files in Inner Mongolia.";
        right: "subject.region = '150102'\nsubject.certificate.address = '内蒙古自治区呼和浩特市新城区虚构街88号8栋801室'" => "证件上的住址已在内蒙古。", "The address on the card is in Inner Mongolia.";
        "refused": "身份证是{home}的，{province}不收外省身份证的个人备案。", "The identity card is from {home}; {province} takes no individuals from other provinces."
            => "改在{home}备案，或改以单位备案；户籍已迁入{province}的，证件住所填新证件上的住址。", "File in {home} or as an organisation; if the household has moved to {province}, enter the address on the new card.";
        "disagree": "身份证是{home}的，{province}收不收，各家说法不一。", "The identity card is from {home}; sources disagree whether {province} takes it."
            => "备好居住证明，提交前先问当地管局。", "Have a proof of residence ready and ask the bureau first.";
        "unknown": "身份证是{home}的，没有查到{province}是否接收。", "The identity card is from {home}; nothing was found on whether {province} takes it."
            => "备好居住证明，提交前先问当地管局。", "Have a proof of residence ready and ask the bureau first.";
    }
    "person-outside-ages-of-province" {
        title: "年龄不合当地要求", "Age against the province";
        what: "按身份证号计算年龄，对照当地的下限、上限和附加要求。", "The age by the identity number against the province's least and greatest, and what it asks in between.";
        mend: "换合适的人，或附上当地要的证明。", "Let someone else do it, or attach what the province asks for.";
        why: "各省对负责人的年龄要求不同，不符合会退回。", "Provinces differ, and send back what does not fit.";
        wrong: "subject.region = '110105'\nresponsible_person.certificate.number = '510107200811249923'" => "17 岁，北京要求年满 18 岁。", "Aged 17; Beijing asks for 18.";
        right: "subject.region = '110105'\nresponsible_person.certificate.number = '51010719920712992X'" => "34 岁。", "Aged 34.";
        "too_young": "现在 {age} 岁，{province}要求年满 {least} 岁。", "Aged {age}; {province} asks for {least}." => "核对号码；确实不够就换成年人。", "Check the number; if it is right, let an adult do it.";
        "too_old": "现在 {age} 岁。{province}：{asked}。", "Aged {age}. {province}: {asked}." => "换一位年龄合适的小程序负责人。", "Let someone else be the owner.";
        "row": "现在 {age} 岁。{province}：{asked}。", "Aged {age}. {province}: {asked}." => "把证明放进补充材料，或换一个人。", "Add the proof to the materials, or let someone else do it.";
    }
    "certificate-shorter-than-province-wants" {
        title: "有效期不够当地要求", "Too short for the province";
        what: "有的省要求证件剩余三个月甚至半年。", "Some provinces want three months left, or half a year.";
        mend: "先换证，再备案。", "Renew it first.";
        why: "上海、浙江、河南会因有效期不足退回。", "Shanghai, Zhejiang and Henan send back what ends sooner.";
        wrong: "subject.region = '310101'\nsubject.certificate.valid_until = '2027-04-01'" => "上海要求营业执照还有半年以上，这里只有四个多月。", "Shanghai wants half a year left on the licence; this has four months.";
        right: "subject.region = '310101'\nsubject.certificate.valid_until = '2027-06-01'" => "半年有余。", "More than half a year.";
        "": "{until} 到期，至少要到 {limit}。{province}：{asked}。", "Ends on {until}; it should last until {limit}. {province}: {asked}."
            => "先换证，再填新证件的有效期。", "Renew it first, then enter the new period.";
    }
    "address-in-another-city" {
        title: "证件住所与通讯地址不在同一市", "Addresses in two cities";
        what: "有的省要求证件住所和通讯地址在同一个市。", "Some provinces want the printed address and the one for letters in one city.";
        mend: "地区改选证件住所所在的市，通讯地址也填在那里。", "Choose the city of the certificate, with an address there.";
        why: "河北、河南、贵州、广东会因跨市退回。", "Hebei, Henan, Guizhou and Guangdong send it back.";
        wrong: "subject.region = '440305'\nsubject.certificate.address = '广东省广州市天河区虚构街88号801室'" => "执照住所在广州，备案地区选了深圳。", "The licence says Guangzhou, the region is Shenzhen.";
        right: "subject.region = '440305'\nsubject.certificate.address = '广东省深圳市南山区虚构街88号801室'" => "同在深圳。", "Both in Shenzhen.";
        "subject": "证件住所在{printed}，地区选在{chosen}；{province}要求在同一个市。", "The certificate says {printed}, the region is {chosen}; {province} wants one city."
            => "改选{printed}，或先变更证件住所。", "Choose {printed}, or change the address on the certificate first.";
        "individual": "证件住所在{printed}，地区选在{chosen}；{province}要求在同一个市。", "The card says {printed}, the region is {chosen}; {province} wants one city."
            => "备好在{chosen}的居住证明，或改选{printed}。", "Have a proof of residence in {chosen} ready, or choose {printed}.";
    }
    "address-imprecise-for-province" {
        title: "通讯地址不够详细", "Address not precise enough";
        what: "有的省要求地址写到门牌号、村或室号。", "Some provinces want the house number, the village or the room.";
        mend: "写到当地要求的一级；没有更细的，在备注里说明。", "Go down as far as asked; if there is nothing finer, say so in the remark.";
        why: "地址不详细的会被退回。", "Imprecise addresses are sent back.";
        wrong: "subject.region = '110105'\nsubject.address = '建国路虚构广场三期'" => "北京要求写到门牌号。", "Beijing wants the house number.";
        right: "subject.region = '110105'\nsubject.address = '建国路88号虚构广场三期'" => "写了门牌号。", "With its house number.";
        "imprecise": "地址不够详细。{province}：{asked}。", "Not precise enough. {province}: {asked}." => "补上；确实没有更细的，在备注里说明。", "Complete it; if there is nothing finer, say so in the remark.";
        "row": "{province}：{asked}。", "{province}: {asked}." => "对照着核对地址和所选的区。", "Check the address and the district against this.";
    }
    "too-few-phone-numbers" {
        title: "电话号码不够多", "Too few phone numbers";
        what: "两位负责人的手机号码和应急电话合起来，有的省要求三个或四个不同的号码。", "Some provinces want three or four different numbers for two people.";
        mend: "换成不同的号码。", "Use different numbers.";
        why: "审核人员要能分别找到每一位和他们的应急联系人。", "Reviewers want to reach each person and each contact.";
        wrong: "subject.region = '420102'\nowner.emergency_phone = '17712340004'" => "湖北要求两位负责人四个号码，这里应急电话共用一个。", "Hubei wants four numbers for two people; here they share the emergency number.";
        right: "subject.region = '420102'\nowner.emergency_phone = '17712340006'" => "四个号码各不相同。", "Four different numbers.";
        "": "两位负责人一共 {count} 个不同的号码，{province}要求 {least} 个。", "Two people with {count} different numbers; {province} wants {least}."
            => "小程序负责人另填一个应急电话。", "Give the owner another emergency number.";
    }
    "certificate-kind-against-province" {
        title: "当地不收这种证件", "The province does not take this certificate";
        what: "有的省要求负责人持居民身份证，或不收外国人。", "Some provinces want a resident identity card, or take no foreigners.";
        mend: "换由持居民身份证的人担任，并附授权书。", "Let a holder of a resident identity card do it, with a letter.";
        why: "河北、山西、山东、福建对外籍和港澳台人员另有要求。", "Hebei, Shanxi, Shandong and Fujian have rules of their own for people from abroad, Hong Kong, Macao and Taiwan.";
        wrong: "subject.region = '370102'\nresponsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'E12345678'" => "山东要求主体负责人持居民身份证，这里是护照。", "Shandong wants a resident identity card; this is a passport.";
        right: "subject.region = '370102'\nresponsible_person.certificate.kind = 2\nresponsible_person.certificate.number = '51010719920712992X'" => "居民身份证。", "A resident identity card.";
        "person": "{province}：{asked}。", "{province}: {asked}." => "换由持居民身份证的人担任，并附授权书。", "Let a holder of a resident identity card do it, with a letter.";
        "individual": "{province}：{asked}。", "{province}: {asked}." => "改以单位备案，或由持居民身份证的人备案。", "File as an organisation, or let a holder of a resident identity card file.";
    }
    "remark-lacks-province-statement" {
        title: "备注里缺当地要的内容", "The remark lacks what the province wants";
        what: "有的省要在备注里声明或说明一些事，写在哪个备注里都行，多写在主体备注里。", "Some provinces want a statement in a remark; either remark will do, usually the subject's.";
        mend: "把现成的句子加到主体备注末尾，或照例子自己写。", "Append the ready sentence to the subject's remark, or write one like the example.";
        why: "没有按当地要求备注的会退回。这些句子原是为网站写的，这里改成了小程序。", "Without it the filing comes back. The sentences were made for websites; here they speak of mini-programs.";
        wrong: "subject.region = '360102'\nsubject.remark = '公司曾经更名。'" => "江西要在备注里写明是否涉及前置审批。", "Jiangxi wants to read whether a prior approval is involved.";
        right: "subject.region = '360102'\nsubject.remark = '公司曾经更名。本小程序不涉及前置审批内容。'" => "加上了这一句。", "With that sentence.";
        "sentence": "{province}：{asked}。", "{province}: {asked}." => "在主体备注末尾加上「{sentence}」。", "Append \"{sentence}\" to the subject's remark.";
        "example": "{province}：{asked}。", "{province}: {asked}." => "在主体备注里写明，例如「{example}」。", "Write it into the subject's remark, such as \"{example}\".";
        "too_short": "备注现在 {count} 字，不到 {least} 字。{province}：{asked}。", "The remark has {count} characters, not {least}. {province}: {asked}." => "写得更详细些。", "Say more.";
    }
    "name-against-province" {
        title: "名称不合当地要求", "Name against the province";
        what: "有的省对小程序名称用的词、字数、英文和地名另有要求。", "Some provinces have rules of their own for words, length, letters and places in names.";
        mend: "先在公众平台改名，再备案。", "Rename it in the console, then file.";
        why: "这些名称在当地会退回，或要有相应的许可。", "These names are sent back there, or need a permit.";
        wrong: "subject.region = '500103'\nmini_program.name = '虚构Music厅'" => "重庆：名称里不能有英文。", "Chongqing: no English in the name.";
        right: "subject.region = '500103'\nmini_program.name = '虚构音乐厅'" => "没有英文。", "No English.";
        "word": "名称里有「{word}」。{province}：{asked}。", "It holds \"{word}\". {province}: {asked}." => "改名；有相应许可的附上许可。", "Rename it, or attach the permit for it.";
        "own_name": "名称里有人名「{word}」。{province}：{asked}。", "It holds a person's name, \"{word}\". {province}: {asked}." => "先在公众平台改名，再备案。", "Rename it in the console, then file.";
        "short": "名称太短。{province}：{asked}。", "Too short. {province}: {asked}." => "先在公众平台改名，再备案。", "Rename it in the console, then file.";
        "letters": "名称里有英文字母。{province}：{asked}。", "It holds letters. {province}: {asked}." => "先在公众平台改名，再备案。", "Rename it in the console, then file.";
        "place": "名称只是一个地名，{province}不收。", "It is the name of a place and nothing else, which {province} does not take." => "名称里加上做什么的，再备案。", "Let the name say what it is for.";
    }
}
