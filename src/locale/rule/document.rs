//! Words of the rules about the numbers on people's documents other than the resident identity card.

super::rule_words! {
    "residence-permit-invalid" {
        title: "居住证号码不对", "Residence permit number is wrong";
        what: "港澳台居民居住证的号码共 18 位，以 810000（香港）、820000（澳门）或 830000（台湾）开头，出生日期和校验位都要符合规则。", "18 places beginning with 810000 (Hong Kong), 820000 (Macao) or 830000 (Taiwan); birthday and check character follow the standard.";
        mend: "对照居住证逐位核对。", "Compare it place by place with the permit.";
        why: "号码与居民身份证同一规则，有校验位；号码与姓名不符，核验就通不过。", "The number has a check character like that of identity cards, and number and name are verified together.";
        wrong: "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '81000019710121993'" => "少一位。", "One place too few.";
        right: "responsible_person.certificate.kind = 41\nresponsible_person.certificate.number = '810000197101219937'" => "18 位，810000 开头。", "Eighteen places, beginning with 810000.";
        "another_kind": "这是「{kind}」的号码。", "This is a number of another certificate: {kind}." => "把证件类型改成它，或填居住证上的号码。", "Change the kind of certificate, or enter the number on the permit.";
        "length": "居住证号码是 18 位，现在是 {count} 位，少 {missing} 位。", "A residence permit number has 18 places; this has {count}, {missing} too few." => "对照居住证补全。", "Complete it from the permit.";
        "too_long": "居住证号码是 18 位，现在是 {count} 位，多 {surplus} 位。", "A residence permit number has 18 places; this has {count}, {surplus} too many." => "对照居住证删去多输的数字。", "Remove what is too much, comparing with the permit.";
        "bad_char": "第 {place} 位是「{character}」；前 17 位应是数字，最后一位是数字或 X。", "Place {place} is \"{character}\"; places 1 to 17 are digits, the last is a digit or X." => "对照居住证改正或去掉这一位。", "Correct or remove it from the permit.";
        "prefix": "港澳居民居住证以 810000 或 820000 开头，台湾居民居住证以 830000 开头。", "Permits of Hong Kong and Macao residents begin with 810000 or 820000, those of Taiwan residents with 830000." => "对照居住证改前六位，并核对证件类型。", "Compare places 1 to 6 with the permit, and check the kind of certificate.";
        "birth_date": "第 7 到 14 位不是日期。", "Places 7 to 14 are no date." => "对照居住证改出生日期。", "Compare the birthday with the permit.";
        "birth_range": "出生日期早于 1900 年。", "The birthday lies before 1900." => "对照居住证改出生日期。", "Compare the birthday with the permit.";
        "birth_future": "出生日期还没有到。", "The birthday lies in the future." => "对照居住证改出生日期。", "Compare the birthday with the permit.";
        "check_digit": "校验位对不上，有一位填错了。", "The check character does not fit: one place is wrong." => "对照居住证逐位核对。", "Compare it place by place with the permit.";
    }
    "hk-macau-permit-invalid" {
        title: "港澳居民来往内地通行证号码不对", "Hong Kong or Macao permit number is wrong";
        what: "号码是 H（香港）或 M（澳门）加 8 位数字；非中国籍永久性居民的是 HA 或 MA 加 7 位数字。", "H (Hong Kong) or M (Macao) and eight digits; HA or MA and seven for permanent residents of foreign nationality.";
        mend: "对照通行证逐位核对，不填换证次数。", "Compare it place by place with the permit, without the count of renewals.";
        why: "2013 年起的卡式通行证，号码是 9 位。", "Permits have been cards with a number of nine places since 2013.";
        wrong: "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H7683121202'" => "连换证次数也填上了。", "The number of renewals came along.";
        right: "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H76831212'" => "H 加 8 位数字。", "H and eight digits.";
        "another_kind": "这是「{kind}」的号码。", "This is a number of another certificate: {kind}." => "把证件类型改成它，或填通行证上的号码。", "Change the kind of certificate, or enter the number on the permit.";
        "regional_passport": "这是香港或澳门护照的号码，备案不用护照。", "This is the number of a Hong Kong or Macao passport, with which one does not file." => "填来往内地通行证的号码；用居住证备案的，改证件类型。", "Enter the number on the travel permit; with a residence permit, change the kind of certificate.";
        "prefix": "号码应以 H（香港）或 M（澳门）开头。", "It begins with H (Hong Kong) or M (Macao)." => "对照通行证补上或改正开头的字母。", "Add or correct the letter in front, comparing with the permit.";
        "bad_char": "第 {place} 位是「{character}」，开头的字母之后应是数字。", "Place {place} is \"{character}\"; digits follow the letter in front." => "对照通行证改正或去掉它；0 和 1 容易输成字母。", "Correct or remove it from the permit; 0 and 1 are easily typed as letters.";
        "renewal_suffix": "最后两位是旧通行证的换证次数，不属于号码。", "The last two places are the count of renewals on old permits, not the number." => "填前 9 位；还是旧证的先换证，旧证都已过期。", "Enter the first nine places; renew an old permit first, they have all expired.";
        "length": "号码是字母加 8 位数字，共 9 位，现在是 {count} 位。", "A letter and eight digits make nine places; this has {count}." => "对照通行证补全或删去多余的。", "Complete or shorten it, comparing with the permit.";
    }
    "taiwan-permit-invalid" {
        title: "台湾居民来往大陆通行证号码不对", "Taiwan permit number is wrong";
        what: "号码是 8 位数字。", "The number has eight digits.";
        mend: "对照通行证逐位核对，不填签发次数和机关代码。", "Compare it place by place with the permit, without the count of issues and the office's letter.";
        why: "2008 年 9 月起一人一号，号码终身不变。", "Since September 2008 a person keeps one number for life.";
        wrong: "responsible_person.certificate.kind = 11\nresponsible_person.certificate.number = '9103285'" => "只有 7 位。", "Seven digits only.";
        right: "responsible_person.certificate.kind = 11\nresponsible_person.certificate.number = '25082698'" => "8 位数字。", "Eight digits.";
        "another_kind": "这是「{kind}」的号码。", "This is a number of another certificate: {kind}." => "把证件类型改成它，或填通行证上的号码。", "Change the kind of certificate, or enter the number on the permit.";
        "old_suffix": "后面带着旧通行证的签发次数或机关代码，不属于号码。", "Behind it stands the count of issues or the office's letter of old permits, which are not the number." => "填前 8 位；还是旧证的先换证。", "Enter the first eight digits; renew an old permit first.";
        "bad_char": "第 {place} 位是「{character}」，号码只有数字。", "Place {place} is \"{character}\"; the number has digits only." => "对照通行证改正或去掉它。", "Correct or remove it, comparing with the permit.";
        "length": "号码是 8 位数字，现在是 {count} 位。", "The number has eight digits; this has {count}." => "对照通行证补全或删去多余的。", "Complete or shorten it, comparing with the permit.";
    }
    "foreigner-card-invalid" {
        title: "外国人永久居留身份证号码不对", "Foreigner's card number is wrong";
        what: "新版号码 18 位，以 9 开头；旧版 15 位，以三个字母的国籍代码开头。", "18 digits beginning with 9; on old cards 15 places beginning with three letters of the country.";
        mend: "对照证件逐位核对。", "Compare it place by place with the card.";
        why: "2023 年 12 月起发新版证件，号码有校验位；旧版在有效期内照用。", "Cards since December 2023 have a number with a check character; old ones are good until they expire.";
        wrong: "responsible_person.certificate.kind = 30\nresponsible_person.certificate.number = '911124198108030025'" => "校验位对不上。", "The check digit does not fit.";
        right: "responsible_person.certificate.kind = 30\nresponsible_person.certificate.number = '911124198108030024'" => "与证件逐位一致。", "As on the card, place by place.";
        "another_kind": "这是「{kind}」的号码。", "This is a number of another certificate: {kind}." => "把证件类型改成它，或填永久居留身份证上的号码。", "Change the kind of certificate, or enter the number on the card.";
        "length": "新版号码是 18 位，旧版 15 位，现在是 {count} 位。", "The number has 18 places, on old cards 15; this has {count}." => "对照证件补全或删去多余的。", "Complete or shorten it, comparing with the card.";
        "bad_char": "第 {place} 位是「{character}」，不该在这里。", "Place {place} is \"{character}\", which does not belong there." => "对照证件改正：新版是 18 位数字，旧版是三个字母加 12 位数字。", "Correct it from the card: 18 digits, or on old cards three letters and 12 digits.";
        "prefix": "18 位的号码应以 9 开头。", "A number of 18 places begins with 9." => "对照证件核对，并核对证件类型。", "Compare it with the card, and check the kind of certificate.";
        "province": "号码里的省份代码不对：新版在第 2、3 位，旧版在第 4、5 位。", "The province in it does not exist: places 2 and 3, on old cards 4 and 5." => "对照证件改这两位。", "Compare these places with the card.";
        "birth_date": "号码里的出生日期不是日期：新版在第 7 到 14 位，旧版在第 8 到 13 位。", "The birthday in it is no date: places 7 to 14, on old cards 8 to 13." => "对照证件改出生日期。", "Compare the birthday with the card.";
        "birth_range": "出生日期早于 1900 年。", "The birthday lies before 1900." => "对照证件改出生日期。", "Compare the birthday with the card.";
        "birth_future": "出生日期还没有到。", "The birthday lies in the future." => "对照证件改出生日期。", "Compare the birthday with the card.";
        "check_digit": "校验位对不上，有一位填错了。", "The check character does not fit: one place is wrong." => "对照证件逐位核对。", "Compare it place by place with the card.";
    }
    "passport-number-invalid" {
        title: "护照号码不对", "Passport number is wrong";
        what: "护照号码由 5 到 17 位数字和字母组成，一般是 9 位。", "Passport numbers have 5 to 17 digits and letters, mostly nine.";
        mend: "只填护照资料页上的号码。", "Enter the number on the data page alone.";
        why: "国际民航组织的标准只给号码留了 9 位；没有哪国的号码在这个范围之外。", "The standard of ICAO has a field of nine places, and no country goes beyond these limits.";
        wrong: "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = '0529'" => "只有 4 位。", "Four places only.";
        right: "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'E12345678'" => "与护照一致。", "As on the passport.";
        "another_kind": "这是「{kind}」的号码。", "This is a number of another certificate: {kind}." => "把证件类型改成它，或填护照上的号码。", "Change the kind of certificate, or enter the number on the passport.";
        "bad_char": "号码里有「{character}」，护照号码只有数字和字母。", "It holds \"{character}\"; passport numbers have digits and letters only." => "对照护照改正或去掉它；机读区里的 < 不属于号码。", "Correct or remove it; a < in the machine-readable lines is not part of the number.";
        "length": "护照号码是 5 到 17 位，现在是 {count} 位。", "A passport number has 5 to 17 places; this has {count}." => "对照护照补全或删去多余的。", "Complete or shorten it, comparing with the passport.";
        "no_digit": "只有字母；护照号码里总有数字。", "Letters only: passport numbers always have digits." => "看看是不是填成了姓名或国籍。", "See whether it is a name or a country instead.";
    }
    "passport-number-unusual" {
        title: "少见的护照号码", "Unusual passport number";
        what: "号码可能对，但少见，或者这种护照不用来备案。", "The number is possible, but rare, or of a passport with which one does not file.";
        mend: "对照护照再看一遍。", "Look at the passport once more.";
        why: "确有这样的号码，但多半是填错或拿错了证件。", "Such numbers exist, but slips and wrong certificates are more common.";
        wrong: "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'PE0655479'" => "公务护照，一般不用来备案。", "A passport for official business, seldom used here.";
        right: "responsible_person.certificate.kind = 7\nresponsible_person.certificate.number = 'E12345678'" => "普通护照。", "An ordinary passport.";
        "long": "超过 9 位，少见。", "More than nine places, which is rare." => "对照护照核对，一致就不用改。", "Compare with the passport; leave it if it agrees.";
        "official_passport": "这是公务护照或外交护照的号码。", "This is the number of an official or diplomatic passport." => "最好用居民身份证备案。", "Best file with the resident identity card.";
        "superseded": "像是早年签发的中国护照，都已过期。", "Like the Chinese passports of earlier years, which have all expired." => "换成现在的证件；中国公民最好用居民身份证。", "Use a current certificate; Chinese citizens best use the identity card.";
        "format": "姓名是汉字，号码却不像中国护照：应是 E 加 8 位，或 E、一个字母（不用 I、O）和 7 位数字。", "A Chinese name, but unlike a Chinese passport: E and eight digits, or E, a letter (not I or O) and seven digits." => "对照护照核对；持外国护照的，姓名照护照填字母。", "Compare with the passport; with a foreign one, enter the name in its letters.";
        "hong_kong": "像是香港护照；香港居民备案用来往内地通行证或居住证。", "Like a Hong Kong passport; Hong Kong residents file with the travel permit or the residence permit." => "改证件类型，填通行证或居住证的号码。", "Change the kind of certificate and enter the number on the permit.";
        "macau": "像是澳门护照，也可能是来往内地通行证；澳门居民备案用通行证或居住证。", "Like a Macao passport, or a travel permit; Macao residents file with the travel permit or the residence permit." => "确是通行证，就把证件类型改成它；是护照，就换成通行证或居住证。", "If it is the permit, change the kind of certificate; if the passport, use a permit instead.";
    }
    "military-number-unlikely" {
        title: "军警证件号码不像", "Unlikely military number";
        what: "军官证、士兵证、警官证的号码没有公开的规则，一般是 4 到 20 个字，至少 4 位数字，如「南字第1234567号」。", "Papers of officers, soldiers and police have no published rule: 4 to 20 characters, at least four digits.";
        mend: "照证件填写全部文字和数字。", "Enter all characters and digits as printed.";
        why: "号码与证件不符会被退回。", "What differs from the certificate is sent back.";
        wrong: "responsible_person.is_legal_person = false\nsubject.legal_person.number = '南字第12号'" => "只有 2 位数字。", "Two digits only.";
        right: "responsible_person.is_legal_person = false\nsubject.legal_person.number = '南字第1234567号'" => "照证件写全。", "All of it, as on the paper.";
        "length": "一般是 4 到 20 个字，现在是 {count} 个。", "Such numbers have 4 to 20 characters; this has {count}." => "对照证件核对，一致就不用改。", "Compare with the certificate; leave it if it agrees.";
        "few_digits": "数字不到 4 位。", "Fewer than four digits." => "对照证件补全，一致就不用改。", "Complete it from the certificate; leave it if it agrees.";
    }
    "permit-number-tells" {
        title: "号码透露的情况", "What the number tells";
        what: "号码符合规则，并说明了持证人或证件的情况。", "The number is well formed and says something about its holder or the card.";
        mend: "与实际相符就不用改。", "Leave it if that is so.";
        why: "照号码看与实际不符，多半是填错了。", "If it is not so, the number is probably mistyped.";
        wrong: "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'HA2919018'" => "HA 开头，持证人不是中国籍。", "HA: the holder is no Chinese national.";
        right: "responsible_person.certificate.kind = 14\nresponsible_person.certificate.number = 'H13281116'" => "H 加 8 位数字。", "H and eight digits.";
        "foreign_national": "HA、MA 开头的是非中国籍港澳永久性居民的通行证，2024 年 7 月起发放。", "HA and MA stand for permanent residents of foreign nationality, since July 2024." => "确是这样就不用改；澳门护照也以 MA 开头，注意别填错。", "Leave it if that is so; Macao passports begin with MA as well.";
        "old_format": "这是旧版永久居留身份证的 15 位号码，在有效期内照用。", "This is the number of 15 places on old cards, good until the card expires." => "已换新证的，填新证上的 18 位号码。", "With a new card, enter its number of 18 places.";
    }
    "certificate-number-malformed" {
        title: "证件号码不对", "Not a certificate number";
        what: "证件号码由 5 到 20 位数字和字母组成。", "Certificate numbers have 5 to 20 digits and letters.";
        mend: "只填证件上的号码，不加其他内容。", "Enter the number alone, as on the certificate.";
        why: "现行的个人证件号码都在这个范围内。", "All present certificates of people keep within this.";
        wrong: "responsible_person.is_legal_person = false\nsubject.legal_person.number = 'A1'" => "只有 2 位。", "Two places only.";
        right: "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'" => "与证件一致。", "As on the certificate.";
        "length": "不像任何个人证件的号码（现在是 {count} 位）。", "Like no certificate of a person ({count} places)." => "对照证件核对。", "Compare it with the certificate.";
        "characters": "号码里有「{character}」，证件号码只有数字和字母。", "It holds \"{character}\"; certificate numbers have digits and letters only." => "对照证件改正或去掉它。", "Correct or remove it, comparing with the certificate.";
    }
    "legal-person-document" {
        title: "法定代表人的证件", "The legal person's certificate";
        what: "法定代表人的证件没有类型可选，按号码的样式判断。", "The legal person's certificate has no kind; it is judged by the form of its number.";
        mend: "确是这种证件就不用改。", "Leave it if that is the certificate.";
        why: "法定代表人多用居民身份证；样式不同，可能是填错了。", "Most legal persons have a resident identity card; another form may be a slip.";
        wrong: "responsible_person.is_legal_person = false\nsubject.legal_person.number = 'H13281116'" => "按样式是港澳居民来往内地通行证。", "By its form a permit of Hong Kong residents.";
        right: "responsible_person.is_legal_person = false\nsubject.legal_person.number = '510107198003089933'" => "居民身份证号。", "A resident ID.";
        "": "看起来是「{kind}」的号码。", "Looks like a number of: {kind}." => "确是这种证件就不用改。", "Leave it if that is the certificate.";
        "military": "看起来是军官证、士兵证或警官证的号码。", "Looks like a number of a military or police paper." => "有居民身份证的，最好填身份证号。", "Best enter the identity number, where there is one.";
    }
}
