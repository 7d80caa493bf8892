//! The name of the mini-program (`filing-rules.md` section 3.9).

use crate::catalog::name_word::{List, NameWord};
use crate::catalog::province::{self, Test};
use crate::catalog::{self, Confidence as Sureness, filing_region};
use crate::filing::{FieldId, Value};
use crate::rules::content::eligibility::{of_individuals, unfit_words};
use crate::rules::engine::{Arg, Context, Finding, Message, Rejection, Rule, Severity, Topic, case, message, message_of, source};
use crate::rules::organisation::name::without_blanks;
use crate::rules::organisation::sole_trader;
use crate::text::reportable::is_refused;
use crate::text::text;
use std::borrow::Cow;
use std::cmp::Reverse;

const NAME: &[FieldId] = &[FieldId::MiniProgramName];

/// The name has a form that bureaus send back.
pub static MINI_PROGRAM_NAME_UNUSUAL: Rule = Rule {
    name: "mini-program-name-unusual",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: source::VENDORS,
    prevents: &[Rejection::NameOfTheState],
    title: text("名称可能不被接受", "Name may be rejected"),
    what: text(
        "名称不宜只有数字或字母，不宜带域名、特殊符号、「测试」字样，也不宜只是地名。",
        "Names of digits or letters only, with a domain, special characters or trial words, or of a place alone.",
    ),
    why: text(
        "不少通管局不收这样的名称；广东要求名称不全是中文时在备注里说明。",
        "Many bureaus reject them; Guangdong requires an explanation in the remark.",
    ),
    fix: text("先在微信公众平台改名，或在小程序备注里说明。", "Rename it in the console first, or explain it in the remark."),
    messages: &[
        message(
            "digits",
            text("名称只有数字。", "The name is digits only."),
            text("先在微信公众平台改成能说明服务内容的名称。", "Rename it in the console to what it offers."),
        ),
        message(
            "letters",
            text("名称里没有汉字。", "The name has no Chinese in it."),
            text(
                "先在微信公众平台改成中文名称，或在小程序备注里写明中文名称和主要服务。",
                "Rename it in the console, or give a Chinese name in the remark with the main services.",
            ),
        ),
        message(
            "domain",
            text("名称里有域名。", "The name contains a domain."),
            text("先在微信公众平台改名，去掉域名。", "Rename it in the console, without the domain."),
        ),
        message(
            "special",
            text("名称里有特殊符号「{character}」。", "The name contains the special character \"{character}\"."),
            text("先在微信公众平台改名，去掉符号。", "Rename it in the console, without it."),
        ),
        message(
            "blank",
            text("名称的汉字之间有空格。", "There are blanks between the characters of the name."),
            text(
                "微信公众平台里的名称没有空格，就去掉；确有空格的，确认即可。",
                "Remove them, unless the name in the console has them: then confirm it.",
            ),
        ),
        message(
            "trial",
            text("名称里有「{word}」，像是还没有做好。", "The name contains \"{word}\": it looks unfinished."),
            text("先在微信公众平台改成正式的名称。", "Give it its real name in the console."),
        ),
        message(
            "platform",
            text(
                "名称里有「{word}」，是平台自己的名称或产品名。",
                "The name contains \"{word}\", the platform's own name or product.",
            ),
            text(
                "先在微信公众平台改名；有授权的，把授权书放进小程序其他材料。",
                "Rename it in the console; with an authorisation, attach it to the mini-program's other materials.",
            ),
        ),
        message(
            "place",
            text("名称只是地名「{place}」。", "The name is that of a place, {place}, and nothing else."),
            text("先在微信公众平台改名，加上服务内容。", "Rename it in the console: add what it offers."),
        ),
        message(
            "short",
            text("名称只有两个字，有的通管局要求三个字以上。", "The name has two characters; some bureaus require three."),
            text("先在微信公众平台加长，或在小程序备注里说明。", "Make it longer in the console, or explain it in the remark."),
        ),
    ],
    wrong: case("mini_program.name = '8848'", text("只有数字。", "Digits only.")),
    right: case("mini_program.name = '虚构音乐厅'", text("看得出做什么。", "It says what it is about.")),
    check: mini_program_name_unusual,
};

/// The name holds a word of the state.
pub static MINI_PROGRAM_NAME_OF_THE_STATE: Rule = Rule {
    name: "mini-program-name-of-the-state",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: source::VENDORS,
    prevents: &[Rejection::NameOfTheState, Rejection::EntranceClosed],
    title: text("名称含国字头的词", "Name suggests a state body"),
    what: text(
        "「中国」「国家」「人民」之类的词，没有批准文件不能用在名称里。",
        "A name may not contain words such as 中国, 国家 or 人民 without an approval.",
    ),
    why: text(
        "这类名称会被退回，备案入口也可能因名称关闭；国家机关和本身名称就含这些词的单位除外。",
        "Such names are rejected, and may keep the console from offering to file; state bodies and entities whose own name contains the word are excepted.",
    ),
    fix: text("先在微信公众平台改名；有批准文件的附在材料里。", "Rename it in the console, or attach the approval."),
    messages: &[
        message(
            "unit",
            text("名称里有「{words}」。", "The name contains \"{words}\"."),
            text("先在微信公众平台改名；有批准文件的附在材料里。", "Rename it in the console, or attach the approval."),
        ),
        message(
            "individual",
            text("名称里有「{words}」，个人不能用。", "The name contains \"{words}\", which individuals may not use."),
            text("先在微信公众平台改名。", "Rename it in the console first."),
        ),
    ],
    wrong: case("mini_program.name = '中华食谱'", text("「中华」要有批准文件。", "中华 needs an approval.")),
    right: case("mini_program.name = '虚构食谱'", text("没有国字头的词。", "No word of the state.")),
    check: mini_program_name_of_the_state,
};

/// The name of an individual's mini-program holds words of offices, trades or companies.
pub static MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL: Rule = Rule {
    name: "mini-program-name-unfit-for-individual",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: source::VENDORS,
    prevents: &[Rejection::IndividualNamedLikeCompany],
    title: text("名称不适合个人", "Name unfit for an individual"),
    what: text(
        "个人的小程序，名称不能含企业、行业、产品或机关的词。",
        "The name of an individual's mini-program must not contain words of companies, trades, products or offices.",
    ),
    why: text(
        "个人只能备案非经营的内容，名称像企业或机关会被退回。",
        "Individuals may not file a business; a name like a company's or an office's is rejected.",
    ),
    fix: text("先在微信公众平台改名；做经营的改用企业备案。", "Rename it in the console; for business, file as an enterprise."),
    messages: &[
        message(
            "office",
            text("名称里有「{words}」，像是机关的服务。", "The name contains \"{words}\": it looks like an office."),
            text("先在微信公众平台改名。", "Rename it in the console first."),
        ),
        message(
            "trade",
            text("名称里有「{words}」，像是企业或行业。", "The name contains \"{words}\": it looks like a company or a trade."),
            text(
                "先在微信公众平台改名；确实经营的，用企业备案。",
                "Rename it in the console; if it is a business, file as an enterprise.",
            ),
        ),
        message(
            "avoid",
            text(
                "名称里有「{words}」，通管局常退回个人用这样的名称。",
                "The name contains \"{words}\", which bureaus often reject for individuals.",
            ),
            text("先在微信公众平台改名，换个只说内容的名称。", "Rename it in the console to what it is about."),
        ),
        message(
            "concern",
            text(
                "名称里有「{words}」，像是{category}，不对个人开放（{reading}）。",
                "The name contains \"{words}\": it looks like {category}, which is closed to individuals ({reading}).",
            ),
            text(
                "先在微信公众平台改名；确实有的，用单位备案；{misread}。",
                "Rename it in the console; if there is such a thing, file as an organisation; {misread}.",
            ),
        ),
    ],
    wrong: case(
        "subject.nature = 5\nmini_program.name = '虚构食谱商城'",
        text("个人不能用「商城」。", "商城 (shop) is not for individuals."),
    ),
    right: case("subject.nature = 5\nmini_program.name = '三餐小账'", text("看得出是个人自用。", "Plainly an individual's.")),
    check: mini_program_name_unfit_for_individual,
};

/// The name has no word in common with the organisation's name or business scope.
pub static MINI_PROGRAM_NAME_UNRELATED: Rule = Rule {
    name: "mini-program-name-unrelated",
    topic: Topic::MiniProgramName,
    severity: Severity::Warning,
    fields: NAME,
    source: source::REJECTIONS_AND_VENDORS,
    prevents: &[Rejection::NameUnrelatedToScope],
    title: text("名称看不出与单位的关系", "Name with no link to the organisation"),
    what: text(
        "小程序名称要与单位名称或经营范围有关联。",
        "The name shows a link with the organisation's name or business scope.",
    ),
    why: text(
        "常见的退回原因：「小程序名称与单位经营范围无关」。",
        "A common reason for rejection: the name has nothing to do with the business scope.",
    ),
    fix: text(
        "在小程序备注里说明名称的来历，或先在微信公众平台改名。",
        "Say in the remark where the name comes from, or rename it in the console.",
    ),
    messages: &[
        message(
            "name_and_scope",
            text(
                "名称与单位名称、经营范围没有相同的词。",
                "The name shares no word with the organisation's name or business scope.",
            ),
            text(
                "在小程序备注里说明名称的来历，如品牌、商标或简称。",
                "Say in the remark where the name comes from: a brand, a trade mark, a short form.",
            ),
        ),
        message(
            "name",
            text("名称与单位名称没有相同的词。", "The name shares no word with the organisation's."),
            text(
                "把经营范围也填上再看；仍无关联的，在小程序备注里说明名称的来历。",
                "Fill in the business scope as well; if there is no link, say in the remark where the name comes from.",
            ),
        ),
    ],
    wrong: case(
        "subject.name = '四川虚构食谱科技有限公司'\nmini_program.name = '快乐出行'",
        text("公司做食谱，名称却是出行。", "A company of recipes, a name of travel."),
    ),
    right: case(
        "subject.name = '四川虚构食谱科技有限公司'\nmini_program.name = '虚构食谱'",
        text("用了公司的字号。", "It carries the company's name."),
    ),
    check: mini_program_name_unrelated,
};

/// Endings of domains.
const ENDINGS: [&str; 7] = [".com", ".cn", ".net", ".org", ".top", ".xyz", ".vip"];
/// Marks that a name may hold beside letters, digits and ideographs.
const MARKS: &[char] = &[' ', '·', '・', '-', '—', '&', '+', '\'', '(', ')', '（', '）'];
/// What is put behind the name of a place and leaves it the name of a place.
const BEHIND_PLACE: [&str; 9] = ["小程序", "门户网", "信息网", "在线", "生活", "网站", "网", "通", "圈"];
/// A name shorter than that is short for some bureaus.
const SHORT: usize = 3;

/// The name in its normal form, Latin letters small.
fn name<'c>(context: &'c Context<'_>) -> Option<&'c str> {
    context.small(FieldId::MiniProgramName)
}

fn mini_program_name_unusual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(text), Some(name)) = (context.normal(FieldId::MiniProgramName), name(context)) else { return };
    let finding = MINI_PROGRAM_NAME_UNUSUAL.finds(FieldId::MiniProgramName);
    let hint = finding.clone().with_severity(Severity::Hint);
    // What the province's own rows say about names, the rule that reads them out says.
    let rows = || province::rules_for(context.text(FieldId::SubjectRegion)).flat_map(|row| row.tests);
    let speaks_of_places = || rows().any(|test| matches!(test, Test::Name { place: true, .. }));
    let speaks_of_short = || rows().any(|test| matches!(test, Test::Name { shortest: 1.., .. }));
    if let Some(reason) = form_of_name(name) {
        findings.push(finding.with_message(reason));
    } else if let Some(odd) = special(text).filter(|odd| !is_refused(*odd)) {
        // What the ministry refuses in any text, another rule says.
        findings.push(
            finding.with_message(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "special")).with("character", Arg::Text(odd.to_string())),
        );
    }
    if let Some(closed) = without_blanks(text) {
        findings.push(
            MINI_PROGRAM_NAME_UNUSUAL
                .finds(FieldId::MiniProgramName)
                .with_message(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "blank"))
                .with_fix_to(Value::Text(closed)),
        );
    }
    if let Some((_, row)) = context.small_words(FieldId::MiniProgramName, List::Trial).first() {
        findings.push(
            hint.clone()
                .with_message(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "trial"))
                .with("word", Arg::Text(row.word.to_owned())),
        );
    }
    if let Some((_, row)) = context.small_words(FieldId::MiniProgramName, List::Platform).first() {
        findings.push(
            MINI_PROGRAM_NAME_UNUSUAL
                .finds(FieldId::MiniProgramName)
                .with_message(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "platform"))
                .with("word", Arg::Text(row.word.to_owned())),
        );
    }
    if let Some(place) = place(name).filter(|_| !speaks_of_places()) {
        findings.push(
            hint.clone().with_message(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "place")).with("place", Arg::Text(place.to_owned())),
        );
    }
    if name.chars().count() < SHORT && name.chars().all(crate::rules::person::name::is_ideograph) && !speaks_of_short() {
        findings.push(hint.with_message(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "short")));
    }
}

/// Digits only, letters without any Chinese, or a domain.
fn form_of_name(name: &str) -> Option<&'static Message> {
    let ascii = name.is_ascii();
    match () {
        () if ascii && name.bytes().all(|b| b.is_ascii_digit() || b == b' ') => {
            Some(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "digits"))
        }
        () if has_domain(name) => Some(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "domain")),
        () if ascii && name.bytes().any(|b| b.is_ascii_alphabetic()) => Some(message_of!(MINI_PROGRAM_NAME_UNUSUAL, "letters")),
        () => None,
    }
}

/// Whether the name holds something like `example.com`.
fn has_domain(name: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        name.match_indices(ending).any(|(at, _)| {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            let after = name.get(at + ending.len()..).and_then(|after| after.chars().next());
            before.is_some_and(char::is_alphanumeric) && !after.is_some_and(|c| c.is_ascii_alphanumeric())
        })
    })
}

/// The first character that is neither letter, digit, ideograph nor a common mark.
fn special(name: &str) -> Option<char> {
    name.chars().find(|c| !c.is_alphanumeric() && !MARKS.contains(c) && !c.is_control())
}

/// The administrative place whose name is the whole name. Short forms of districts are everyday words too often (平安, 和平).
pub(in crate::rules) fn place(name: &str) -> Option<&'static str> {
    let bare = BEHIND_PLACE.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let is = |text: &str| bare == text || name == text;
    let regions = filing_region::called(bare).chain(filing_region::called(name));
    let found =
        regions.filter(|region| is(region.name()) || (region.level < 3 && region.stem_is_name() && is(region.short_name())));
    // The table goes by code, and the first counts.
    found.min_by_key(|region| region.code()).map(|region| region.name())
}

fn mini_program_name_of_the_state(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.code(FieldId::SubjectNature).is_some_and(catalog::may_use_state_words) {
        return;
    }
    // A body that carries the word in its own name has been allowed to.
    let own = context.folded(FieldId::SubjectName).unwrap_or_default();
    let found: Vec<_> = context
        .small_words(FieldId::MiniProgramName, List::State)
        .into_iter()
        .filter(|(_, row)| !own.contains(row.word))
        .collect();
    let reason = if context.is_individual() {
        message_of!(MINI_PROGRAM_NAME_OF_THE_STATE, "individual")
    } else {
        message_of!(MINI_PROGRAM_NAME_OF_THE_STATE, "unit")
    };
    findings.extend(gathered(&MINI_PROGRAM_NAME_OF_THE_STATE, reason, &found));
}

/// One finding that names all these words; a hint where only our own words are among them.
fn gathered(rule: &'static Rule, message: &'static Message, found: &[(usize, &NameWord)]) -> Option<Finding> {
    let words: Vec<&str> = found.iter().map(|(_, row)| row.word).collect();
    let (field, sure) = (*rule.fields.first()?, found.iter().any(|(_, row)| row.confidence != Sureness::Inferred));
    let finding = rule.finds(field).with_message(message).with("words", Arg::Text(words.join("、")));
    (!words.is_empty()).then(|| if sure { finding } else { finding.with_severity(Severity::Hint) })
}

fn mini_program_name_unfit_for_individual(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if !context.is_individual() {
        return;
    }
    let concerns: Vec<_> = of_individuals(context, FieldId::MiniProgramName).collect();
    // Words that a name had better avoid matter where nothing graver is said.
    let graver = concerns.iter().any(|(category, _)| category.key != "avoid");
    for (category, hits) in concerns.iter().filter(|(category, _)| category.key != "avoid" || !graver) {
        let reason = match category.key {
            "office" => message_of!(MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL, "office"),
            "company" | "trade" => message_of!(MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL, "trade"),
            "avoid" => message_of!(MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL, "avoid"),
            _ => message_of!(MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL, "concern"),
        };
        findings.extend(unfit_words(&MINI_PROGRAM_NAME_UNFIT_FOR_INDIVIDUAL, reason, category, hits));
    }
}

fn mini_program_name_unrelated(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(name), Some(subject)) = (name(context), context.small(FieldId::SubjectName)) else { return };
    let scope = context.folded(FieldId::SubjectBusinessScope);
    // Without a trade name there is nothing that a name could have in common with it.
    if scope.is_none() && (sole_trader::stands_in(context) || sole_trader::goes_by_operator(context)) {
        return;
    }
    let own = bare(context, name);
    // Of a name in letters, or of generic words alone, nobody can tell.
    let mut pairs = pairs(&own).peekable();
    if pairs.peek().is_none() || explained(context) {
        return;
    }
    let known = [subject, scope.unwrap_or_default()];
    if pairs.any(|pair| known.iter().any(|text| text.contains(pair))) {
        return;
    }
    let finding = MINI_PROGRAM_NAME_UNRELATED.finds(FieldId::MiniProgramName);
    findings.push(match scope {
        Some(_) => finding.with_message(message_of!(MINI_PROGRAM_NAME_UNRELATED, "name_and_scope")),
        None => finding.with_message(message_of!(MINI_PROGRAM_NAME_UNRELATED, "name")).with_severity(Severity::Hint),
    });
}

/// Whether the remark says where the name comes from.
fn explained(context: &Context<'_>) -> bool {
    let remarks = [FieldId::MiniProgramRemark, FieldId::SubjectRemark];
    remarks.into_iter().any(|id| !context.words(id, List::Relation).is_empty())
}

/// The name with a blank for each word that says nothing.
fn bare<'n>(context: &Context<'_>, name: &'n str) -> Cow<'n, str> {
    let hits = context.small_hits(FieldId::MiniProgramName).into_iter().flat_map(|hits| hits.of(List::Generic));
    let mut generic: Vec<(Reverse<usize>, u16, &str)> =
        hits.filter_map(|hit| Some((Reverse(hit.length()), hit.word, name.get(hit.start..hit.end)?))).collect();
    generic.sort_unstable();
    generic.iter().fold(
        Cow::Borrowed(name),
        |name, (_, _, word)| {
            if name.contains(word) { Cow::Owned(name.replace(word, " ")) } else { name }
        },
    )
}

/// Every two ideographs that stand side by side.
fn pairs(name: &str) -> impl Iterator<Item = &str> {
    let ideograph = crate::rules::person::name::is_ideograph;
    let seconds = name.char_indices().skip(1);
    name.char_indices().zip(seconds).filter_map(move |((start, first), (at, second))| {
        (ideograph(first) && ideograph(second)).then(|| name.get(start..at + second.len_utf8())).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filing::Draft;
    use crate::scan::facts::Facts;

    #[test]
    fn forms_of_names() {
        for (name, form) in [
            ("小食记", None),
            ("小食记2", None),
            ("12306", Some("digits")),
            ("12 306", Some("digits")),
            ("hello food", Some("letters")),
            ("food2go", Some("letters")),
            ("example.com", Some("domain")),
            ("小食记.com.cn", Some("domain")),
            ("小食.记", None),
            ("e.company", Some("letters")),
        ] {
            assert_eq!(form_of_name(name).map(|message| message.name), form, "{name}");
        }
    }

    #[test]
    fn special_characters() {
        for (name, odd) in [
            ("小食记", None),
            ("小食·记+", None),
            ("小食（成都）", None),
            ("小食记★", Some('★')),
            ("小食🍜记", Some('🍜')),
            ("小食_记", Some('_')),
            ("#小食记", Some('#')),
        ] {
            assert_eq!(special(name), odd, "{name}");
        }
    }

    #[test]
    fn names_of_places_alone() {
        for (name, found) in [
            ("怒江网", Some("怒江傈僳族自治州")),
            ("成都", Some("成都市")),
            ("武侯区", Some("武侯区")),
            ("成都生活", Some("成都市")),
            ("成都美食", None),
            ("小食记", None),
            ("城区", Some("城区")),
            ("平安生活", None),
        ] {
            assert_eq!(place(name), found, "{name}");
        }
    }

    #[test]
    fn pairs_leave_out_what_says_nothing() {
        for (name, text) in [("小食记小程序", "小食,食记"), ("智慧云端平台", ""), ("food小店", ""), ("成都商城小食", "成都,小食")]
        {
            let mut draft = Draft::new(4);
            draft.set(FieldId::MiniProgramName, Some(name.into()));
            let facts = Facts::new();
            let context = Context::new(&draft, &facts, "2026-11-28".parse().unwrap());
            assert_eq!(pairs(&bare(&context, name)).collect::<Vec<_>>().join(","), text, "{name}");
        }
    }
}
