//! Words of the rules about names, and about what fits whom.

super::rule_words! {
    "subject-name-unlike-licence" {
        title: "单位名称与执照的写法不同", "Name unlike the licence";
        what: "单位名称要与执照一字不差，括号也一样。", "The organisation's name is the licence's, character by character, brackets included.";
        mend: "对着执照逐字核对。", "Compare it with the licence, character by character.";
        why: "名称与执照或账号主体不一致，会被退回：「主办者与小程序主体不一致」；北京还核对括号的宽窄。", "A name unlike the licence or the account is sent back; Beijing also compares the width of brackets.";
        wrong: "subject.name = '四川虚构食谱(成都)有限公司'" => "执照上是全角括号。", "The licence has Chinese brackets.";
        right: "subject.name = '四川虚构食谱（成都）有限公司'" => "照执照逐字填写。", "As on the licence, character by character.";
        "brackets": "名称里的括号是半角，执照上一般是全角「（）」。", "The brackets are half-width; licences mostly have full-width ones." => "对着执照核对，用执照上的括号。", "Compare with the licence and use its brackets.";
        "unbalanced": "名称里的括号不成对。", "The brackets do not match." => "对着执照补上或去掉。", "Add or remove one, as on the licence.";
        "blank": "名称的汉字之间有空格。", "There are blanks between the characters." => "执照上没有空格，去掉它。", "Licences have none: remove them.";
        "mark": "名称里有「{character}」，登记的名称不会有。", "There is \"{character}\", which no registered name has." => "只留执照上的名称。", "Keep the name on the licence only.";
        "incomplete": "不像单位的全称。", "It does not look like a full name." => "填执照上的全称，不用简称。", "Enter the full name from the licence, no short form.";
    }
    "mini-program-name-unusual" {
        title: "名称可能不被接受", "Name may be refused";
        what: "名称不宜只有数字或字母，不宜带域名、特殊符号、「测试」字样，也不宜只是地名。", "Names of digits or letters only, with a domain, special characters or trial words, or of a place alone.";
        mend: "先在控制台改名，或在小程序备注里说明。", "Rename it in the console first, or explain it in the remark.";
        why: "不少管局不收这样的名称；广东要求名称不全是中文时在备注里说明。", "Many bureaus refuse them; Guangdong wants an explanation in the remark.";
        wrong: "mini_program.name = '8848'" => "只有数字。", "Digits only.";
        right: "mini_program.name = '虚构音乐厅'" => "看得出做什么。", "It says what it is about.";
        "digits": "名称只有数字。", "The name is digits only." => "先在控制台改成能说明服务内容的名称。", "Rename it in the console to what it offers.";
        "letters": "名称里没有汉字。", "The name has no Chinese in it." => "先在控制台改成中文名称，或在小程序备注里写明中文名称和主要服务。", "Rename it in the console, or give a Chinese name in the remark with the main services.";
        "domain": "名称里有域名。", "The name holds a domain." => "先在控制台改名，去掉域名。", "Rename it in the console, without the domain.";
        "special": "名称里有特殊符号「{character}」。", "The name holds the special character \"{character}\"." => "先在控制台改名，去掉符号。", "Rename it in the console, without it.";
        "trial": "名称里有「{word}」，像是还没有做好。", "The name holds \"{word}\": it looks unfinished." => "先在控制台改成正式的名称。", "Give it its real name in the console.";
        "place": "名称只是地名「{place}」。", "The name is that of a place, {place}, and nothing else." => "先在控制台改名，加上服务内容。", "Rename it in the console: add what it offers.";
        "short": "名称只有两个字，有的管局要求三个字以上。", "The name has two characters; some bureaus want three." => "先在控制台加长，或在小程序备注里说明。", "Make it longer in the console, or explain it in the remark.";
    }
    "mini-program-name-of-the-state" {
        title: "名称含国字头的词", "Name with a word of the state";
        what: "「中国」「国家」「人民」之类的词，没有批准文件不能用在名称里。", "Words such as 中国, 国家 or 人民 stand in no name without papers.";
        mend: "先在控制台改名；有批准文件的附在材料里。", "Rename it in the console; or attach the papers.";
        why: "这类名称会被退回，备案入口也可能因名称关闭；国家机关和本身名称就含这些词的单位除外。", "Such names come back, and may close the entrance to filing; state bodies and those that carry the word in their own name are excepted.";
        wrong: "mini_program.name = '中华食谱'" => "「中华」要有批准文件。", "中华 needs an approval.";
        right: "mini_program.name = '虚构食谱'" => "没有国字头的词。", "No word of the state.";
        "unit": "名称里有「{words}」。", "The name holds \"{words}\"." => "先在控制台改名；有批准文件的附在材料里。", "Rename it in the console; or attach the papers.";
        "individual": "名称里有「{words}」，个人不能用。", "The name holds \"{words}\", which individuals may not use." => "先在控制台改名。", "Rename it in the console first.";
    }
    "mini-program-name-unfit-for-individual" {
        title: "名称不适合个人", "Name unfit for an individual";
        what: "个人的小程序，名称不能含企业、行业、产品或机关的词。", "The name of an individual's mini-program holds no words of companies, trades, products or offices.";
        mend: "先在控制台改名；做经营的改用企业备案。", "Rename it in the console; for business, file as an enterprise.";
        why: "个人只能备案非经营的内容，名称像企业或机关会被退回。", "Individuals file what is no business; a name like a company's or an office's comes back.";
        wrong: "subject.nature = 5\nmini_program.name = '虚构食谱商城'" => "个人不能用「商城」。", "商城 (shop) is not for individuals.";
        right: "subject.nature = 5\nmini_program.name = '三餐小账'" => "看得出是个人自用。", "Plainly an individual's.";
        "office": "名称里有「{words}」，像是机关的服务。", "The name holds \"{words}\": it looks like an office." => "先在控制台改名。", "Rename it in the console first.";
        "trade": "名称里有「{words}」，像是企业或行业。", "The name holds \"{words}\": it looks like a company or a trade." => "先在控制台改名；确实经营的，用企业备案。", "Rename it in the console; if it is a business, file as an enterprise.";
        "avoid": "名称里有「{words}」，管局常退回个人用这样的名称。", "The name holds \"{words}\", which bureaus often send back for individuals." => "先在控制台改名，换个只说内容的名称。", "Rename it in the console to what it is about.";
    }
    "mini-program-name-unrelated" {
        title: "名称看不出与单位的关系", "Name with no link to the organisation";
        what: "小程序名称要与单位名称或经营范围有关联。", "The name shows a link with the organisation's name or business scope.";
        mend: "在小程序备注里说明名称的来历，或先在控制台改名。", "Say in the remark where the name comes from, or rename it in the console.";
        why: "常见的退回原因：「小程序名称与单位经营范围无关」。", "A common reason for return: the name has nothing to do with the business scope.";
        wrong: "subject.name = '四川虚构食谱科技有限公司'\nmini_program.name = '快乐出行'" => "公司做食谱，名称却是出行。", "A company of recipes, a name of travel.";
        right: "subject.name = '四川虚构食谱科技有限公司'\nmini_program.name = '虚构食谱'" => "用了公司的字号。", "It carries the company's name.";
        "name_and_scope": "名称与单位名称、经营范围没有相同的词。", "The name shares no word with the organisation's name or business scope." => "在小程序备注里说明名称的来历，如品牌、商标或简称。", "Say in the remark where the name comes from: a brand, a trade mark, a short form.";
        "name": "名称与单位名称没有相同的词。", "The name shares no word with the organisation's." => "把经营范围也填上再看；仍无关联的，在小程序备注里说明名称的来历。", "Fill in the business scope as well; if there is no link, say in the remark where the name comes from.";
    }
    "service-content-unfit" {
        title: "服务内容与主体不符", "Service content unfit for the subject";
        what: "个人不能选经营性的或要资质的服务内容，政务服务只由国家机关和公共机构选。", "Individuals choose nothing commercial or licensed; government services are for state and public bodies.";
        mend: "换成实际提供的、与主体相符的服务内容。", "Choose what is really offered and fits the subject.";
        why: "服务内容与经营范围或主体性质不符，会被退回。", "Contents that do not fit the subject's nature or scope are sent back.";
        wrong: "subject.nature = 5\nmini_program.service_contents = [163]" => "163 要有单位的资质。", "163 needs an organisation's permit.";
        right: "subject.nature = 5\nmini_program.service_contents = [3]" => "个人可以选。", "Open to individuals.";
        "organisation": "「{content}」要有资质的单位才能做，个人不能备案。", "\"{content}\" takes an organisation with a permit; individuals cannot file it." => "换一项，或改用单位备案。", "Choose another, or file as an organisation.";
        "commercial": "「{content}」是经营性的服务，个人备案会被退回。", "\"{content}\" is a business; filed by an individual it comes back." => "换成实际提供的非经营内容；确实经营的，用企业备案。", "Choose what is no business; if it is one, file as an enterprise.";
        "state": "「{content}」属于政务服务，一般由机关和公共机构备案。", "\"{content}\" is a government service, filed by state and public bodies." => "换成实际提供的服务；受委托办理的，附上委托文件。", "Choose what is really offered; if it is done on behalf of an office, attach the papers.";
    }
    "remark-unfit-for-individual" {
        title: "个人的备注谈到经营", "An individual's remark speaks of business";
        what: "个人的备注里不写企业和买卖。", "An individual's remark speaks of no company and no selling.";
        mend: "只写个人的、非经营的内容；确实经营的，用企业备案。", "Describe what is personal and no business; if it is one, file as an enterprise.";
        why: "个人只能备案非经营的内容。", "Individuals file what is no business.";
        wrong: "subject.nature = 5\nmini_program.remark = '面向成都的家庭，展示本店的菜品，可以按时令查找做法，在线下单并收费送货上门。'" => "「本店」「收费」说明在做生意。", "It speaks of a shop that charges.";
        right: "subject.nature = 5\nmini_program.remark = '供个人和家人记录一日三餐，可以按周汇总、按月比较，还能列出购物清单。'" => "个人自用的记录工具。", "A tool for one's own use.";
        "": "备注里有「{words}」，像是经营性服务。", "The remark holds \"{words}\": it looks like a business." => "只写个人的、非经营的内容；确实经营的，用企业备案。", "Describe what is personal and no business; if it is one, file as an enterprise.";
    }
}
