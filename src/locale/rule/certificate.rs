//! Words of the rules about certificates: kind, period, credit code.

super::rule_words! {
    "certificate-kind-does-not-fit" {
        title: "证件类型不符", "Kind of certificate does not fit";
        what: "主体的证件类型要与主办者性质相符，负责人的须是个人证件。", "The subject's certificate fits its nature, and people show people's certificates.";
        mend: "重新选证件类型，或改主办者性质。", "Choose the kind of certificate, or the nature, again.";
        why: "平台按性质限定证件类型，类型不对时图片也识别不出来（86328）。", "The platform ties kinds to natures, and cannot read a picture filed under the wrong kind (86328).";
        wrong: "subject.nature = 4\nsubject.certificate.kind = 4" => "企业选了事业单位法人证书。", "An enterprise with the certificate of a public institution.";
        right: "subject.nature = 4\nsubject.certificate.kind = 1" => "企业用营业执照。", "An enterprise with its business licence.";
        "subject": "「{nature}」不能用「{kind}」备案。", "{nature} does not use: {kind}." => "选这种性质可用的证件类型。", "Choose a kind that this nature has.";
        "person": "「{kind}」不是个人证件。", "Not a person's certificate: {kind}." => "选居民身份证等个人证件。", "Choose a person's certificate, such as the resident identity card.";
        "unknown": "没有编号为 {value} 的证件类型。", "There is no kind of certificate with id {value}." => "从列表里选。", "Choose from the list.";
    }
    "certificate-expires-soon" {
        title: "证件快到期", "Certificate expires soon";
        what: "每个证件的剩余有效期要多于一个自然月；不到三个月会提醒，长期有效的不查。", "More than one calendar month is left on every certificate; under three months is a warning. No end date passes.";
        mend: "先换证，再填新证件的有效期、换上新证件的照片。", "Renew it, then enter the new period and attach the new scans.";
        why: "备案指引要求剩余有效期多于一个月；不少平台和省份要求三个月以上。", "The filing guide wants more than a month; several platforms and provinces want three.";
        wrong: "responsible_person.certificate.valid_until = '2026-12-01'" => "2026-11-23 检查，只剩 8 天。", "Checked on 2026-11-23, 8 days are left.";
        right: "responsible_person.certificate.valid_until = '2042-04-01'" => "还有十几年。", "Many years are left.";
        "expired": "已于 {until} 到期。", "Expired on {until}." => "先换证，再填新证件的有效期。", "Renew it first, then enter the new period.";
        "today": "今天到期；须多于一个月，即晚于 {limit}。", "Ends today. It must end more than a month from now: after {limit}." => "先换证，再填新证件的有效期。", "Renew it first, then enter the new period.";
        "within_month": "还有 {days} 天到期；须多于一个月，即晚于 {limit}。", "Days left: {days}. It must end more than a month from now: after {limit}."
            => "先换证，再填新证件的有效期。", "Renew it first, then enter the new period.";
        "within_three_months": "还有 {days} 天到期，早于三个月后的 {limit}；有的省份会退回。", "Days left: {days}, under three months ({limit}); some provinces send it back."
            => "能先换证最好；不换就尽快提交。", "Best renew it first; otherwise submit soon.";
    }
    "date-invalid" {
        title: "日期不对", "Not a date";
        what: "日期要写清楚，而且确有这一天。", "Dates are legible and name a day there is.";
        mend: "写成 2026-12-01 这样；证件上印「长期」的就写长期。", "Write it like 2026-12-01, or 长期 where the certificate says so.";
        why: "平台只收八位数字的日期或「长期」。", "The platform takes eight-digit dates or 长期 only.";
        wrong: "responsible_person.certificate.valid_until = '2026-13-40'" => "没有 13 月，也没有 40 日。", "There is no month 13 and no day 40.";
        right: "responsible_person.certificate.valid_until = '2042-04-01'" => "年月日齐全；证件上印「长期」的写长期。", "Year, month and day; or 长期 where the card says so.";
        "format": "看不出是哪一天。", "No day can be read from this." => "按年月日写，如 2026-12-01。", "Write year, month, day: 2026-12-01.";
        "range": "年份不在 1900 到 2199 之间。", "The year is not between 1900 and 2199." => "核对年份。", "Check the year.";
        "not_a_date": "没有这一天。", "There is no such day." => "核对月和日。", "Check month and day.";
        "long_term": "起始日期不能是「长期」。", "A start cannot be 长期." => "填证件上印的起始日期。", "Enter the start printed on the certificate.";
        "time": "看不出是什么时间。", "No time can be read from this." => "写成 2026-11-23 10:42 这样，按北京时间。", "Write it like 2026-11-23 10:42, in China time.";
    }
    "certificate-period-impossible" {
        title: "有效期有误", "Impossible period";
        what: "起始日期不能在将来，截止日期要晚于起始日期；身份证的有效期是 5 年、10 年、20 年或长期。", "The start is not in the future and lies before the end; identity cards run 5, 10 or 20 years, or without end.";
        mend: "照证件上印的有效期限填写。", "Enter the period as printed on the certificate.";
        why: "《居民身份证法》第五条规定了期限；填的与证件不符会被退回。", "Article 5 of the identity card law sets the periods; what differs from the card is sent back.";
        wrong: "responsible_person.certificate.valid_from = '2022-04-01'\nresponsible_person.certificate.valid_until = '2041-04-01'" => "19 年：身份证没有这样的期限。", "Nineteen years: no identity card runs like that.";
        right: "responsible_person.certificate.valid_from = '2022-04-01'\nresponsible_person.certificate.valid_until = '2042-04-01'" => "正好 20 年。", "Twenty years to the day.";
        "start_before_birth": "起始日期早于身份证号里的出生日期。", "The start lies before the birthday in the ID number." => "核对起始日期和证件号码。", "Check the start and the number.";
        "start_future": "起始日期还没有到。", "The start lies in the future." => "核对起始日期。", "Check the start.";
        "first_generation": "早于 2004 年，是已停用的一代身份证。", "Before 2004: a first-generation card, which is no longer valid." => "换二代身份证，再填它的有效期。", "Get a second-generation card and enter its period.";
        "end_before_start": "截止日期不晚于起始日期。", "The end is not after the start." => "核对两个日期，看是不是填反了。", "Check both dates; they may be swapped.";
        "temporary": "三个月的有效期是临时身份证的，备案不收。", "Three months is the term of a temporary identity card, which is refused." => "拿到正式的居民身份证再备案。", "File once the identity card itself is there.";
        "span_invalid": "身份证的有效期只有 5 年、10 年、20 年和长期，这里都不是。", "Identity cards run 5, 10 or 20 years or without end; this is none of them." => "核对两个日期。", "Check both dates.";
    }
    "certificate-period-unlike-age" {
        title: "有效期与年龄不符", "Period unlike the age";
        what: "领证时不满 16 岁，有效期 5 年；16 到 25 岁，10 年；26 到 45 岁，20 年；46 岁起长期。", "Issued under 16 it runs 5 years, from 16 to 25 10, from 26 to 45 20, from 46 without end.";
        mend: "核对有效期和证件号码。", "Check the period and the number.";
        why: "《居民身份证法》第五条。", "Article 5 of the identity card law.";
        wrong: "responsible_person.certificate.number = '51010719920712992X'\nresponsible_person.certificate.valid_until = '2032-04-01'" => "2022 年领证时 29 岁，应是 20 年，不是 10 年。", "Aged 29 at issue in 2022: it runs 20 years, not 10.";
        right: "responsible_person.certificate.number = '51010719920712992X'\nresponsible_person.certificate.valid_until = '2042-04-01'" => "26 到 45 岁领证，有效期 20 年。", "Issued between 26 and 45: twenty years.";
        "years": "领证时 {age} 岁，有效期应为 {years} 年。", "Aged {age} at issue, so it should run {years} years." => "核对有效期和证件号码；证件上确是这样就不用改。", "Check the period and the number; leave it if the card says so.";
        "long_term": "领证时 {age} 岁，有效期应为长期。", "Aged {age} at issue, so it should have no end." => "核对有效期和证件号码；证件上确是这样就不用改。", "Check the period and the number; leave it if the card says so.";
    }
    "permit-period-unlikely" {
        title: "有效期与证件不符", "Period unlike the certificate";
        what: "港澳台居民居住证 2018 年 9 月起发放，有效期 5 年；旧版外国人永久居留身份证最晚到 2033 年。", "Residence permits exist since September 2018 and run 5 years; foreigners' cards of the old form end in 2033 at the latest.";
        mend: "照证件上印的有效期限填写。", "Enter the period as printed on the certificate.";
        why: "填的与证件不符会被退回。", "What differs from the certificate is sent back.";
        wrong: "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '810000197101219937'\nresponsible_person.certificate.valid_from = '2024-09-10'\nresponsible_person.certificate.valid_until = '2034-09-10'" => "居住证有效期是 5 年，不是 10 年。", "A residence permit runs five years, not ten.";
        right: "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '810000197101219937'\nresponsible_person.certificate.valid_from = '2024-09-10'\nresponsible_person.certificate.valid_until = '2029-09-10'" => "5 年。", "Five years.";
        "before_2018": "港澳台居民居住证 2018 年 9 月才开始发放。", "Residence permits were first given out in September 2018." => "核对起始日期和证件类型。", "Check the start and the kind of certificate.";
        "not_five_years": "港澳台居民居住证的有效期是 5 年，这里不是。", "Residence permits run 5 years; this does not." => "核对两个日期；证件上确是这样就不用改。", "Check both dates; leave them if the certificate says so.";
        "old_card": "15 位号码的旧版永久居留身份证，有效期最晚到 2033 年。", "Cards with a number of 15 places end in 2033 at the latest." => "核对截止日期；已换新证的，填新证上的 18 位号码。", "Check the end; with a new card, enter its number of 18 places.";
    }
    "credit-code-invalid" {
        title: "统一社会信用代码不对", "Credit code is wrong";
        what: "代码共 18 位，登记部门、地区、主体标识和校验位都要符合规则。", "18 places; department, region, subject code and check character follow the standard.";
        mend: "对照证件逐位核对，最好从电子执照复制。", "Compare place by place with the certificate; best copy it.";
        why: "GB 32100 规定了校验位，错一位就对不上，工商核验也通不过。", "GB 32100 has a check character: one wrong place breaks it, and the registry check fails.";
        wrong: "subject.certificate.number = '91510107MA0000007D'" => "最后一位校验对不上。", "The check character does not fit.";
        right: "subject.certificate.number = '91510107MA0000007C'" => "与营业执照逐位一致。", "As on the licence, place by place.";
        "length": "统一社会信用代码是 18 位，现在是 {count} 位，少 {missing} 位。", "A credit code has 18 places; this has {count}, {missing} too few." => "对照证件补全。", "Complete it from the certificate.";
        "too_long": "统一社会信用代码是 18 位，现在是 {count} 位，多 {surplus} 位。", "A credit code has 18 places; this has {count}, {surplus} too many." => "对照证件删去多余的字符。", "Remove what is too much, comparing with the certificate.";
        "illegal_char": "有代码里不会出现的字符；代码不用字母 I、O、S、V、Z。", "It holds a character that codes never have; I, O, S, V and Z are not used." => "多半是把 1、0、5、U、2 看错了，对照证件改。", "Probably a misread 1, 0, 5, U or 2: compare with the certificate.";
        "looks_like_resident_id": "这像是身份证号，不是统一社会信用代码。", "This looks like an identity number, not a credit code." => "填营业执照等证件上的代码。", "Enter the code on the licence.";
        "department": "第 1 位不是登记管理部门的代码。", "Place 1 is no registration department." => "对照证件改第 1 位。", "Compare place 1 with the certificate.";
        "region_format": "第 3 到 8 位应是数字。", "Places 3 to 8 should be digits." => "对照证件改这几位。", "Compare these places with the certificate.";
        "org_check": "第 9 到 17 位的校验对不上，有错位或看错的字符。", "Places 9 to 17 fail their check: something is misread or out of place." => "对照证件核对第 9 到 17 位。", "Compare places 9 to 17 with the certificate.";
        "check_digit": "最后一位校验对不上，有一位填错了。", "The check character does not fit: one place is wrong." => "对照证件逐位核对。", "Compare it place by place with the certificate.";
        "organisation_code": "这是 9 位的组织机构代码，它只是统一社会信用代码的第 9 到 17 位。", "This is an organisation code, which is only places 9 to 17 of a credit code." => "填证件上 18 位的统一社会信用代码。", "Enter the credit code of 18 places on the certificate.";
    }
    "credit-code-unusual" {
        title: "少见的统一社会信用代码", "Unusual credit code";
        what: "代码符合规则，但类别或地区少见。", "The code is well formed, but of a rare category or region.";
        mend: "对照证件再看一遍。", "Look at the certificate once more.";
        why: "确有这样的代码，但多半是填错。", "Such codes exist, but slips are more common.";
        wrong: "subject.certificate.number = '91990107MA00000078'" => "第 3 位起的 990107 不是已知的地区。", "990107, from place 3, is no known region.";
        right: "subject.certificate.number = '91510107MA0000007C'" => "510107 是成都市武侯区。", "510107 is Wuhou in Chengdu.";
        "category_unknown": "前两位的机构类别少见。", "The category in places 1 and 2 is rare." => "对照证件核对前两位。", "Compare places 1 and 2 with the certificate.";
        "region_unknown": "第 3 到 8 位的地区少见。", "The region from place 3 is rare." => "对照证件核对第 3 到 8 位。", "Compare places 3 to 8 with the certificate.";
        "fujian_pilot_check": "最后一位不合标准；2015 年福建试点时的代码确有这样的。", "The check character is off; codes of the Fujian pilot of 2015 are like that." => "对照证件核对，一致就不用改。", "Compare with the certificate; leave it if it agrees.";
    }
    "credit-code-of-another-nature" {
        title: "代码与主办者性质不符", "Code of another nature";
        what: "代码前两位说明机构类别，应与主办者性质一致。", "Places 1 and 2 name the kind of body, which should agree with the nature.";
        mend: "核对主办者性质和代码。", "Check nature and code.";
        why: "性质由小程序账号的认证主体决定，选错了，证件也对不上。", "The nature follows the account's verification; a wrong one does not match the certificate.";
        wrong: "subject.nature = 4\nsubject.certificate.number = '51510107MA0000007G'" => "51 开头是社会团体，不是企业。", "51 stands for a social organisation, not an enterprise.";
        right: "subject.nature = 4\nsubject.certificate.number = '91510107MA0000007C'" => "91 开头是企业。", "91 stands for an enterprise.";
        "": "代码以 {category} 开头，一般是「{nature}」。", "The code begins with {category}, which is usually \"{nature}\"." => "核对主办者性质和代码。", "Check nature and code.";
    }
}
