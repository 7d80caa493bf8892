//! What people who file reported about texts, and its kind: each case in both directions. Names and numbers are invented.

use beian::filing::{FieldId as F, Value};
use beian::rules::{Finding, Severity};
use beian::text::Lang;

use super::drafts::{Case, company, individual};

const LIKELY: &str = "prior-approval-likely-needed";
const REMARK: &str = "remark-unfit-for-individual";
const NAME: &str = "mini-program-name-unfit-for-individual";
const CHARACTERS: &str = "text-has-refused-characters";

fn plain_company() -> Case {
    let mut case = company();
    case.set(F::SubjectName, "四川虚构科技有限公司").set(F::MiniProgramName, "虚构助手").clear(F::SubjectBusinessScope);
    case.set(F::ServiceContents, Value::Codes(vec![161])).approvals(&[(Some(beian::catalog::NONE_INVOLVED), "", "")]);
    for id in [F::SubjectOtherMaterials, F::MiniProgramOtherMaterials, F::SubjectRemark] {
        case.clear(id);
    }
    case
}

fn of<'f>(findings: &'f [Finding], rule: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|finding| finding.rule.name == rule).collect()
}

fn says(findings: &[Finding], rule: &str, word: &str) -> bool {
    of(findings, rule).iter().any(|finding| {
        let message = finding.message(Lang::Zh);
        finding.severity != Severity::Hint && message.contains(word) && !finding.message(Lang::En).is_empty()
    })
}

#[test]
fn a_coding_course_is_told_of_the_statement_that_beijing_wants() {
    let remark = "面向学习编程的女生，提供编程入门课程、学习打卡和作品展示，内容由公司老师制作并维护，帮助学员一起进步。";
    let mut case = plain_company();
    case.set(F::SubjectRegion, "110108").set(F::MiniProgramRemark, remark);
    let findings = case.findings();
    assert!(says(&findings, LIKELY, "课程"), "{findings:?}");
    let fixes: Vec<_> = of(&findings, LIKELY).iter().map(|finding| finding.fix(Lang::Zh)).collect();
    assert!(fixes.iter().any(|fix| fix.contains("不涉及校外培训承诺书")), "{fixes:?}");

    // A statement about another trade does not answer; one whose name says this trade does.
    let weight = |path: &str| {
        let mut case = case.clone();
        case.set(F::MiniProgramOtherMaterials, Value::Paths(vec![path.to_owned()]));
        of(&case.findings(), LIKELY).iter().map(|finding| finding.severity).min()
    };
    assert_eq!(weight("scans/statement-scope.jpg"), Some(Severity::Warning));
    assert_eq!(weight("scans/不涉及金融承诺书.jpg"), Some(Severity::Warning));
    assert_eq!(weight("scans/不涉及校外培训承诺书.jpg"), Some(Severity::Hint));
}

#[test]
fn a_public_school_is_no_tutor() {
    let mut case = plain_company();
    case.set(F::SubjectName, "成都市虚构中心幼儿园").set(F::ServiceContents, Value::Codes(vec![80, 78]));
    case.set(F::MiniProgramRemark, "面向本园教师和家长，发布园所通知、教学资源和幼儿成长记录，家长可以查看食谱、请假和反馈。");
    assert!(!of(&case.findings(), LIKELY).is_empty());
    case.set(F::SubjectNature, Value::Code(3)).set(F::SubjectCertificateKind, Value::Code(4));
    assert_eq!(of(&case.findings(), LIKELY), Vec::<&Finding>::new());
}

#[test]
fn what_is_closed_to_individuals_is_found_in_name_and_remark() {
    for (field, text, rule, word) in [
        (F::MiniProgramName, "AI心理小屋", NAME, "心理"),
        (F::MiniProgramRemark, "为情绪低落的人提供心理咨询和疗愈课程，可以预约一对一的倾诉，内容由个人维护。", REMARK, "心理"),
        (
            F::MiniProgramRemark,
            "用户可以发布动态、互相私信、参与话题讨论，还能认识新朋友、分享日常心情，由个人维护。",
            REMARK,
            "私信",
        ),
        (
            F::MiniProgramRemark,
            "个人随笔和学习笔记，访客可以在文章下面评论和留言，也可以给文章点赞，内容由自己填写。",
            REMARK,
            "评论",
        ),
        (F::MiniProgramRemark, "个人博客，发表技术文章和生活随笔，按标签浏览，支持搜索和收藏，内容由自己填写。", REMARK, "博客"),
        (F::MiniProgramRemark, "整理各家银行的贷款利率，帮助使用者比较并提交借款申请，内容由个人维护和更新。", LIKELY, "贷款"),
    ] {
        let mut case = individual();
        case.set(field, text);
        assert!(says(&case.findings(), rule, word), "{text}: {:?}", case.findings());
    }
    let mut case = individual();
    case.set(F::MiniProgramName, "AI心理小屋");
    assert!(says(&case.findings(), LIKELY, "AI"));
}

#[test]
fn words_in_passing_raise_nothing() {
    for remark in [
        "记录自己在城里散步的路线和照片，可以在地图上标记走过的街道，统计里程和天数，供个人和家人回顾。",
        "记录自己看过的电影和读过的图书，写下打分和短评，仅自己可见，方便以后查找和回顾。",
        "像朋友圈一样记录心情，但只有自己能看，可以按日期翻看过去写下的文字，供个人回顾。",
        "帮助自己整理菜谱，比看视频方便，可以按食材查找做法，记录每次的改进，供个人使用。",
        "自己制作的倒数日工具，记录生日和纪念日，到期提醒，不提供任何社交功能，也没有评论。",
    ] {
        let mut case = individual();
        case.set(F::MiniProgramRemark, remark);
        let findings = case.findings();
        assert!(of(&findings, LIKELY).is_empty() && of(&findings, REMARK).is_empty(), "{remark}: {findings:?}");
    }
}

#[test]
fn games_go_the_way_that_the_platform_describes() {
    let mut case = individual();
    case.set(F::MiniProgramName, "方块消一消").set(F::ServiceContents, Value::Codes(vec![37]));
    case.set(F::MiniProgramRemark, "一款休闲益智小游戏，交换相邻图案完成消除得分，没有充值，仅看广告获得道具，由个人开发。");
    case.clear(F::GameHasPayments);
    let findings = case.findings();
    assert!(of(&findings, "service-content-unfit").is_empty());
    let [game] = of(&findings, LIKELY)[..] else { panic!("{findings:?}") };
    assert!(game.message(Lang::Zh).contains("游戏内容介绍") && game.fix(Lang::Zh).contains("没有付费的不用版号"));
    assert!(of(&findings, "question-open").iter().any(|finding| finding.field == F::GameHasPayments), "{findings:?}");

    let judged = |pays: bool| {
        let mut case = case.clone();
        case.set(F::GameHasPayments, Value::Flag(pays));
        of(&case.findings(), LIKELY).iter().map(|finding| (finding.message.name, finding.severity)).collect::<Vec<_>>()
    };
    assert_eq!(judged(false), [("game", Severity::Hint)]);
    assert_eq!(judged(true), [("game_paid", Severity::Warning)]);
}

#[test]
fn trades_with_a_permit_are_found_in_a_remark_however_they_are_written() {
    for (offer, word, reading) in [
        ("在线问诊服务", "问诊", "所提供的内容"),
        ("处方药配送服务", "处方药", "所提供的内容"),
        ("贷款申请服务", "贷款", "所提供的内容"),
        ("小说连载服务", "小说", "所提供的内容"),
        ("漫画阅读服务", "漫画", "所提供的内容"),
        ("家教预约服务", "家教", "所提供的内容"),
        ("免 费 小 说阅读服务", "小说", "拆开写的词"),
        ("热门小.说阅读服务", "小说", "拆开写的词"),
        ("網路遊戲下載服务", "游戏", "繁体字"),
        ("xiaoshuo 阅读服务", "xiaoshuo", "字母写的词"),
    ] {
        let mut case = plain_company();
        let remark = format!("面向公司的客户，提供{offer}的介绍、预约登记、进度查询和满意度回访，内容由公司维护。");
        case.set(F::MiniProgramRemark, remark.as_str());
        let findings = case.findings();
        assert!(says(&findings, LIKELY, word), "{offer}: {findings:?}");
        assert!(of(&findings, LIKELY).iter().any(|finding| finding.message(Lang::Zh).contains(reading)), "{offer}");
    }
}

#[test]
fn every_text_that_is_sent_is_searched_for_refused_characters() {
    for id in F::WORDS {
        let mut case = super::drafts::three_people();
        let Some(Value::Text(before)) = case.draft.get(*id).cloned() else { continue };
        if !case.draft.asks(*id) {
            continue;
        }
        for odd in ["🎉", "<b>", "\u{E000}", "(*^▽^*)", "𝓗", "\u{FFFD}", "&nbsp;"] {
            let spoilt = format!("{before}{odd}");
            case.set(*id, spoilt.as_str());
            assert_eq!(of(&case.findings(), CHARACTERS).len(), 1, "{}: {odd}", id.path());
        }
    }
}

#[test]
fn texts_of_any_size_and_kind_are_judged_and_nothing_is_lost() {
    for text in ["🎉👍😀".repeat(12), "好".repeat(10_000), "0123456789".repeat(30), "小 说".repeat(3_000), "(^_^)".repeat(2_000)]
    {
        for id in [F::MiniProgramName, F::MiniProgramRemark, F::SubjectRemark, F::SubjectBusinessScope, F::SubjectName] {
            let mut case = plain_company();
            case.set(id, text.as_str());
            let must_speak = matches!(id, F::MiniProgramName | F::MiniProgramRemark | F::SubjectName);
            assert!(!case.findings().is_empty() || !must_speak, "{}", id.path());
            assert_eq!(case.draft.text(id), text);
        }
    }
}

#[test]
fn signatures_do_not_answer_for_a_date() {
    let mut case = super::drafts::three_people();
    case.set(F::LettersAreSigned, Value::Flag(true)).clear(F::LettersDated);
    let findings = case.findings();
    assert!(of(&findings, "question-open").iter().any(|finding| finding.field == F::LettersDated), "{findings:?}");
}
