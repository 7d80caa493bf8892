//! Words of the rules about people: names, numbers, who is who.

super::rule_words! {
    "person-name-invalid" {
        title: "姓名不对", "Name is wrong";
        what: "姓名要与证件一致：身份证上是汉字和间隔号「·」，护照等可用字母。", "Names are as on the certificate: ideographs and · on identity cards, letters on passports.";
        mend: "照证件填写，不加称呼、括号和空格。", "As on the certificate, without titles, brackets or blanks.";
        why: "审核时姓名与证件逐字核对。", "Names are compared with the certificate character by character.";
        wrong: "responsible_person.name = 'Zhang San'" => "用身份证备案，姓名却是拼音。", "In letters, with an identity card.";
        right: "responsible_person.name = '测试丙'" => "与身份证一致。", "As on the card.";
        "dot_position": "间隔号「·」的位置不对。", "The dot (·) is in the wrong place." => "「·」只在两部分之间，一次一个。", "Put one · between two parts only.";
        "bad_char": "有姓名里不会出现的字符「{character}」。", "It holds a character that names do not have: \"{character}\"." => "照证件改。", "Correct it from the certificate.";
        "too_long": "姓名太长了。", "Too long." => "只填一个人的姓名。", "Enter one person's name only.";
        "too_short": "姓名太短了。", "Too short." => "照证件填全名。", "Enter the full name from the certificate.";
    }
    "person-name-unusual" {
        title: "少见的姓名", "Unusual name";
        what: "姓名可能对，但少见。", "The name is possible, but rare.";
        mend: "对照证件再看一遍。", "Look at the certificate once more.";
        why: "确有少见的姓名，但多半是填错。", "Rare names exist, but slips are more common.";
        wrong: "responsible_person.name = '测'" => "只有一个字，多半没有写全。", "One character: probably not all of it.";
        right: "responsible_person.name = '测试丙'" => "写全了。", "The whole name.";
        "single_char": "只有一个字。", "Only one character." => "看看是不是漏了字。", "See whether a character is missing.";
        "long_name": "超过 25 个字。", "More than 25 characters." => "看看是不是多填了内容。", "See whether something else got in.";
        "private_use": "有生僻字用的是自造码位，别的系统显示不出来。", "A rare character uses a private code that others cannot show." => "用现在的输入法重新输入这个字。", "Type the same character with a current input method.";
    }
    "resident-id-invalid" {
        title: "身份证号不对", "Identity number is wrong";
        what: "身份证号共 18 位，省份、出生日期和校验位都要符合规则。", "18 places; province, birthday and check character follow the standard.";
        mend: "对照身份证逐位核对。", "Compare it place by place with the card.";
        why: "GB 11643 规定了校验位；号码与姓名不符，核验就通不过。", "GB 11643 has a check character, and number and name are verified together.";
        wrong: "responsible_person.certificate.number = '510107199207129921'" => "校验位对不上，有一位填错了。", "The check character does not fit: one place is wrong.";
        right: "responsible_person.certificate.number = '51010719920712992X'" => "与身份证逐位一致。", "As on the card, place by place.";
        "legacy_15": "15 位的一代身份证号已停用。", "15-place numbers of the first generation are no longer in use." => "填现在身份证上的 18 位号码。", "Enter the 18 places of the present card.";
        "length": "身份证号是 18 位，现在是 {count} 位，少 {missing} 位。", "An identity number has 18 places; this has {count}, {missing} too few." => "对照身份证补全。", "Complete it from the card.";
        "too_long": "身份证号是 18 位，现在是 {count} 位，多 {surplus} 位。", "An identity number has 18 places; this has {count}, {surplus} too many." => "对照身份证删去多输的数字。", "Remove what is too much, comparing with the card.";
        "bad_char": "第 {place} 位是「{character}」；前 17 位应是数字，最后一位是数字或 X。", "Place {place} is \"{character}\"; places 1 to 17 are digits, the last is a digit or X." => "对照身份证改正或去掉这一位；0、1、X 容易输错。", "Correct or remove it from the card; 0, 1 and X are easily mistyped.";
        "kind_foreign_pr": "以 9 开头的是外国人永久居留身份证。", "Numbers beginning with 9 belong to foreigners' permanent residence cards." => "把证件类型改成外国人永久居留身份证。", "Change the kind of certificate to that card.";
        "kind_hmt_residence": "以 81、82、83 开头的是港澳台居民居住证。", "Numbers beginning with 81, 82 or 83 belong to residence permits of Hong Kong, Macao and Taiwan residents." => "把证件类型改成相应的居住证。", "Change the kind of certificate to that permit.";
        "province": "前两位不是省份代码。", "Places 1 and 2 are no province." => "对照身份证改前两位。", "Compare places 1 and 2 with the card.";
        "birth_date": "第 7 到 14 位不是日期。", "Places 7 to 14 are no date." => "对照身份证改出生日期。", "Compare the birthday with the card.";
        "birth_range": "出生日期早于 1900 年。", "The birthday lies before 1900." => "对照身份证改出生日期。", "Compare the birthday with the card.";
        "birth_future": "出生日期还没有到。", "The birthday lies in the future." => "对照身份证改出生日期。", "Compare the birthday with the card.";
        "check_digit": "校验位对不上，有一位填错了。", "The check character does not fit: one place is wrong." => "对照身份证逐位核对。", "Compare it place by place with the card.";
        "another_kind": "这是「{kind}」的号码。", "This is a number of another certificate: {kind}." => "把证件类型改成它，或填身份证上的号码。", "Change the kind of certificate, or enter the number on the identity card.";
    }
    "resident-id-unusual" {
        title: "少见的身份证号", "Unusual identity number";
        what: "号码符合规则，但少见。", "The number is well formed, but rare.";
        mend: "对照身份证再看一遍。", "Look at the card once more.";
        why: "确有这样的号码，但多半是填错。", "Such numbers exist, but slips are more common.";
        wrong: "responsible_person.certificate.number = '51000019920712992X'" => "510000 是整个四川省，不到区县。", "510000 is all of Sichuan, not a county.";
        right: "responsible_person.certificate.number = '51010719920712992X'" => "510107 是成都市武侯区。", "510107 is Wuhou in Chengdu.";
        "region_unknown": "前六位的地区不在区划表里。", "The region in places 1 to 6 is not in the tables." => "对照身份证核对，一致就不用改。", "Compare with the card; leave it if it agrees.";
        "region_upper": "前六位只到省或市，少见。", "Places 1 to 6 name no county, which is rare." => "对照身份证核对前六位。", "Compare places 1 to 6 with the card.";
        "over_100": "按号码推算，已超过 100 岁。", "By this number the person is over 100." => "对照身份证核对出生日期。", "Compare the birthday with the card.";
    }
    "person-under-18" {
        title: "未满 18 岁", "Under 18";
        what: "按身份证、居住证、永久居留身份证的号码计算年龄。", "The age follows from the number on identity cards, residence permits and foreigners' cards.";
        mend: "换成年人做负责人。", "Let an adult be the person in charge.";
        why: "各地多要求年满 18 岁，微信的个人小程序也只向成年人开放。", "Most provinces ask for 18 years, and WeChat gives personal accounts to adults only.";
        wrong: "subject.region = '520102'\nresponsible_person.certificate.number = '510107200811249923'" => "2008-11-24 出生，2026-11-23 还差一天满 18 岁。", "Born on 2008-11-24: not 18 on 2026-11-23, by a day.";
        right: "subject.region = '520102'\nresponsible_person.certificate.number = '51010719920712992X'" => "1992 年出生。", "Born in 1992.";
        "likely_back": "现在 {age} 岁，不满 18 岁，多半会被退回。", "Aged {age}: under 18, likely to be sent back." => "核对号码；确实未成年就换成年人来备案。", "Check the number; if it is right, let an adult file.";
        "taken_here": "现在 {age} 岁。{province}收年满 {least} 岁的，但微信一般只收成年人。", "Aged {age}. {province} takes people from {least} on, but WeChat as a rule adults only."
            => "换成年人更稳妥。", "An adult is the safer choice.";
    }
    "legal-person-is-responsible-person" {
        title: "法定代表人就是主体负责人", "Legal person is the responsible person";
        what: "法定代表人与主体负责人的证件号码相同，就是同一个人。", "The same certificate number means the same person.";
        mend: "改成「主体负责人是法定代表人」，就不用授权书了。", "Answer that the responsible person is the legal person: no letter is needed then.";
        why: "填成两个人就要多交授权书，核验也可能对不上。", "Filed as two people it wants a letter, and may fail verification.";
        wrong: "responsible_person.is_legal_person = false\nsubject.legal_person.number = '51010719920712992X'\nresponsible_person.certificate.number = '51010719920712992X'" => "说不是法定代表人，号码却相同。", "Said to be another person, with the same number.";
        right: "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'\nresponsible_person.certificate.number = '51010719920712992X'" => "两个人，两个号码。", "Two people, two numbers.";
        "": "主体负责人与法定代表人的证件号码相同，却填了「不是」。", "Responsible person and legal person have the same certificate number, yet the answer is no." => "改成「是」。", "Answer yes.";
    }
    "legal-person-number-differs" {
        title: "同名但号码不同", "Same name, other number";
        what: "法定代表人与主体负责人同名，号码却不同。", "Legal person and responsible person have the same name, but other numbers.";
        mend: "是同一个人就改号码；确是两个人就不用改。", "If they are one person, correct the number; if two, leave it.";
        why: "企业工商四要素核验要比对法定代表人的姓名和号码。", "The registry check looks at the legal person's name and number.";
        wrong: "responsible_person.name = '测试丙'\nsubject.legal_person.name = '测试丙'\nsubject.legal_person.number = '510107198003089933'" => "同名，号码却不同。", "One name, two numbers.";
        right: "responsible_person.name = '测试丙'\nsubject.legal_person.name = '测试丁'\nsubject.legal_person.number = '510107198003089933'" => "两个人，两个号码。", "Two people, two numbers.";
        "": "与主体负责人同名，号码却不同。", "Same name as the responsible person, but another number." => "核对号码；确是两个人就不用改。", "Check the number; leave it if they are two people.";
    }
    "one-certificate-for-two-people" {
        title: "两位负责人同一个证件", "One certificate for two people";
        what: "小程序负责人与主体负责人的证件号码相同，就是同一个人。", "The same certificate number means the same person.";
        mend: "选「同主体负责人」。", "Answer that the owner is the responsible person.";
        why: "同一个人不用填两遍，填两遍容易不一致。", "One person need not be entered twice, which invites differences.";
        wrong: "owner.same_as_responsible_person = false\nowner.certificate.number = '51010719920712992X'" => "说是另一个人，证件号码却与主体负责人相同。", "Said to be another person, with the responsible person's number.";
        right: "owner.same_as_responsible_person = false\nowner.certificate.number = '510104198811239961'" => "两个人，两个号码。", "Two people, two numbers.";
        "one_person": "与主体负责人的姓名、证件号码相同，却填成了两个人。", "Same name and certificate number as the responsible person, yet entered as two people." => "选「同主体负责人」。", "Answer that the owner is the responsible person.";
        "two_names": "两位负责人姓名不同，证件号码却相同。", "Two names, yet one certificate number." => "核对两人的证件号码；是同一个人就选「同主体负责人」。", "Check both numbers; if they are one person, say that the owner is the responsible person.";
    }
    "owner-is-not-administrator" {
        title: "小程序负责人不是管理员", "Owner is not the administrator";
        what: "小程序负责人须是控制台里的小程序管理员。", "The owner has the name of the mini-program's administrator.";
        mend: "换小程序负责人，或先在控制台换管理员。", "Change the owner, or change the administrator in the console first.";
        why: "人脸核身发给管理员，由小程序负责人本人完成。", "The face check is sent to the administrator and done by the owner.";
        wrong: "owner.administrator = '测试己'" => "管理员是测试己，负责人是测试丙。", "The administrator is 测试己, the owner 测试丙.";
        right: "owner.administrator = '测试丙'" => "管理员就是负责人。", "The administrator is the owner.";
        "": "管理员是{administrator}，小程序负责人是{owner}。", "The administrator is {administrator}, the owner is {owner}." => "两者须是同一个人：换小程序负责人，或先在控制台换管理员。", "They must be one person: change the owner, or the administrator in the console.";
    }
    "face-check-missing" {
        title: "还没有人脸核身", "No face check yet";
        what: "提交前小程序负责人要完成人脸核身。", "The owner passes the face check before submission.";
        mend: "其他都备齐后再做，做完记下任务编号和通过时间。", "Do it when everything else is ready, then note task id and time.";
        why: "核身结果 3 天内有效。", "Its result is good for three days only.";
        wrong: "owner.face_check.task_id = ''" => "还没有做人脸核身。", "The face check has not been done.";
        right: "owner.face_check.task_id = 'VERIFY-TASK-EXAMPLE'" => "做完后记下任务编号。", "Its task id is noted down.";
        "": "还没有记下人脸核身。", "No face check is noted yet." => "其他都备齐后再做，做完 3 天内提交。", "Do it last, and submit within three days.";
    }
    "face-check-too-old" {
        title: "人脸核身已过期或将过期", "Face check is too old";
        what: "人脸核身的通知 24 小时内有效，任务从发起算起 3 天内有效。", "A face check's notice lives 24 hours, its task three days from the start.";
        mend: "由小程序负责人重新做一次。", "The owner does it again.";
        why: "平台的核身任务 3 天后失效。", "The platform drops the task after three days.";
        wrong: "owner.face_check.passed_at = 2026-11-18T09:30:00+08:00" => "2026-11-23 提交，已过 3 天。", "Handed in on 2026-11-23: more than three days later.";
        right: "owner.face_check.passed_at = 2026-11-22T09:30:00+08:00" => "前一天做的。", "Done the day before.";
        "expired": "{since} 的核身只到 {last} 有效。", "The face check of {since} was good until {last} only." => "提交前重做，并记下新的任务编号和时间。", "Do it again before submitting and note the new task id and time.";
        "last_day": "{since} 的核身今天是最后一天。", "Today is the last day of the face check of {since}." => "今天提交，或重做。", "Submit today, or do it again.";
        "in_future": "{day} 还没有到。", "{day} lies in the future." => "核对时间。", "Check the time.";
        "before_start": "通过时间早于发起时间。", "It was passed before it was started." => "核对两个时间。", "Check both times.";
        "notice_over": "{since} 发起的核身，通知已过 24 小时，还没有记下通过时间。", "The notice of the face check of {since} is over, and no passing is noted." => "做完了就填通过时间，没做就重新发起。", "Note when it was passed, or start a new one.";
    }
}
