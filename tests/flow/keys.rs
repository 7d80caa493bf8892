//! How many keys a whole filing takes, from an empty list to the package, with every value pasted.

use beian::filing::{Draft, FieldId, Kind, Need, Section, Value};
use beian::locale::Lang;
use beian::locale::value::show;
use beian::reading::understand;
use beian::rules::Severity;
use beian_scan::facts::{FileFacts, Format};
use beian_scan::read::{Character, Line, Page};

use super::life::{NUMBER, filed};
use super::wizard::{Setup, Wizard, example};
use super::world::found;

/// Keys that steer: pastes are none.
#[derive(Debug, Default)]
struct Keys {
    new: usize,
    scans: usize,
    fields: usize,
    questions: usize,
    export: usize,
    pastes: usize,
    /// Characters that were pasted: keys of whoever types them.
    typed: usize,
}

impl Keys {
    /// All that steer.
    const fn all(&self) -> usize {
        self.new + self.scans + self.fields + self.questions + self.export
    }

    /// All, where values are typed; a Chinese character counts as one.
    const fn with_values(&self) -> usize {
        self.all() + self.typed
    }

    fn paste(&mut self, wizard: &mut Wizard, value: &str) {
        wizard.paste(value);
        self.pastes += 1;
        self.typed += value.chars().count();
    }

    /// A path is not typed: at the least, the picker opens and the first line is taken.
    fn choose(&mut self, wizard: &mut Wizard, path: &str) {
        wizard.paste(path);
        self.pastes += 1;
        self.typed += 2;
    }
}

#[test]
fn a_whole_filing_takes_few_keys() {
    for (name, new, most) in [("individual", "Ctrl+N Enter Enter Enter", 40), ("company", "Ctrl+N Enter Down Enter Enter", 110)] {
        let target = example(name);
        let (keys, wizard) = walk(&target, new);
        println!("{name}: {} with values, {} keys that steer, {keys:?}", keys.with_values(), keys.all());
        assert!(keys.all() <= most, "{name}: {} keys, {keys:?}", keys.all());
        for id in target.asked().filter(|id| target.get(*id).is_some()) {
            assert_eq!(wizard.draft().get(id), target.get(id), "{}", id.path());
        }
    }
}

/// A mini-program of a subject on record, from what is missing to what is missing (F8).
#[test]
fn one_more_mini_program_takes_a_third_of_the_keys_of_a_first_filing_with_every_value_pasted() {
    for (name, new, part) in [("company", "Ctrl+N Enter Down Enter Enter", 3), ("individual", "Ctrl+N Enter Enter Enter", 2)] {
        let target = example(name);
        let (first, _) = walk(&target, new);
        let mut second = target.clone();
        for (id, value) in [
            (FieldId::MiniProgramName, "虚构琴房"),
            (FieldId::AppId, "wx7f6e5d4c3b2a1909"),
            (FieldId::MiniProgramRemark, "面向学琴的人，提供琴房预约、课程时间查询、练习记录和老师点评，内容自行维护。"),
        ] {
            second.set(id, Some(value.into()));
        }
        let number = if name == "company" { NUMBER } else { "粤ICP备2026000001号-1X" };
        let mut wizard = Setup::new().with("/home/li/drafts/filed.toml", filed(target, number)).start();
        let mut keys = Keys::default();
        press(&mut wizard, &mut keys.new, "Ctrl+D Enter Enter");
        while wizard.app.focused().is_none_or(|id| !FieldId::QUESTIONS.contains(&id)) {
            if let Some(id) = wizard.focus()
                && let Some(value) = second.get(id).filter(|value| Some(*value) != wizard.draft().get(id))
            {
                fill(&mut wizard, &mut keys, id, value);
            }
            press(&mut wizard, &mut keys.fields, "F8");
            assert!(keys.fields < 40, "{}", wizard.screen());
        }
        let (keys, wizard) = finish(&second, keys, wizard);
        // Papers of the subject that lie with the platform are left to it.
        let draft = wizard.draft();
        for id in draft.asked().filter(|id| draft.need(*id) == Need::Required) {
            assert_eq!(draft.get(id), second.get(id), "{}", id.path());
        }
        println!("{name}: {} keys that steer, {keys:?}; a first filing {}", keys.all(), first.all());
        assert!(keys.all() * part <= first.all(), "{name}: {} keys of {}, {keys:?}", keys.all(), first.all());
    }
}

/// A folder of scans, each with what is written on it, becomes the package.
#[test]
fn a_filing_that_begins_with_a_folder_of_scans_takes_few_keys() {
    for (name, pages, most, of_who) in [
        ("individual", individual(), 40, ""),
        ("company", company(), 110, "Enter Enter"),
        // The other card comes first in the folder.
        ("company", company().into_iter().rev().collect(), 110, "Down Enter Enter"),
    ] {
        let target = example(name);
        let mut wizard = Setup::new().start();
        for (path, page) in pages {
            wizard.world.readings.insert(path.to_owned(), understand(&page));
            let facts = FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256(path);
            wizard.world.facts.insert(path, facts);
            wizard.world.pictures.push(found(path, path));
        }
        let mut keys = Keys::default();
        press(&mut wizard, &mut keys.new, "Ctrl+N");
        keys.choose(&mut wizard, "/scans");
        press(&mut wizard, &mut keys.scans, of_who);
        // What has no place is named.
        if wizard.has_dialog() {
            press(&mut wizard, &mut keys.scans, "Enter");
        }
        assert!(!wizard.has_dialog(), "{}", wizard.screen());
        press(&mut wizard, &mut keys.scans, "Alt+V");
        while wizard.has_dialog() {
            press(&mut wizard, &mut keys.scans, "Enter");
            assert!(keys.scans < 30, "{}", wizard.screen());
        }
        let read =
            FieldId::ALL.iter().filter(|id| wizard.draft().get(**id).is_some() && wizard.draft().get(**id) == target.get(**id));
        let read = read.count();
        let (keys, wizard) = go_on(&target, keys, wizard);
        println!(
            "{name} from scans: {} with values, {} keys that steer, {keys:?}, {read} fields from scans",
            keys.with_values(),
            keys.all()
        );
        assert!(keys.all() <= most, "{name}: {} keys, {keys:?}", keys.all());
        // What stands on scans is there with a third of the keys that it takes by hand, at most.
        let new = if name == "company" { "Ctrl+N Enter Down Enter Enter" } else { "Ctrl+N Enter Enter Enter" };
        let (by_hand, _) = walk(&target, new);
        let read = keys.new + keys.scans;
        let others = keys.with_values() - read;
        println!(
            "{name}: {read} keys for what scans say, {} by hand; {} and {} for all",
            by_hand.with_values() - others,
            keys.with_values(),
            by_hand.with_values()
        );
        assert!(3 * read <= by_hand.with_values() - others, "{name}: {read}");
        for id in target.asked().filter(|id| target.get(*id).is_some()) {
            assert_eq!(wizard.draft().get(id), target.get(id), "{}", id.path());
        }
    }
}

/// A page of lines `(x, y, height, text)`, ideographs as wide as high, the rest half as wide.
fn page(lines: &[(f32, f32, f32, &str)]) -> Page {
    let line = |&(x, y, height, text): &(f32, f32, f32, &str)| {
        let widths: Vec<f32> = text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 }).collect();
        let whole: f32 = widths.iter().sum();
        let ends = widths.iter().scan(0.0, |at, width| {
            *at += width;
            Some((*at - width / 2.0) / whole)
        });
        let chars = text.chars().zip(ends).map(|(c, at)| Character(at, vec![(c, 0.99)])).collect();
        let (right, bottom) = (x + whole * height, y + height);
        Line { text: text.to_owned(), score: 0.99, corners: [(x, y), (right, y), (right, bottom), (x, bottom)], chars }
    };
    Page { turn: 0, size: (1620.0, 1020.0), lines: lines.iter().map(line).collect() }
}

fn front(name: &str, (sex, born): (&str, &str), address: [&str; 2], number: &str) -> Page {
    page(&[
        (118.0, 118.0, 49.0, "姓 名"),
        (290.0, 103.0, 68.0, name),
        (118.0, 232.0, 49.0, "性 别"),
        (290.0, 224.0, 59.0, sex),
        (520.0, 232.0, 49.0, "民 族 汉"),
        (118.0, 346.0, 49.0, &format!("出 生 {born}")),
        (118.0, 462.0, 49.0, &format!("住 址 {}", address[0])),
        (267.0, 540.0, 49.0, address[1]),
        (118.0, 862.0, 49.0, &format!("公民身份号码 {number}")),
    ])
}

fn back(authority: &str, period: &str) -> Page {
    page(&[
        (560.0, 150.0, 84.0, "中华人民共和国"),
        (460.0, 245.0, 118.0, "居民身份证"),
        (380.0, 742.0, 49.0, &format!("签发机关 {authority}")),
        (380.0, 862.0, 49.0, &format!("有效期限 {period}")),
    ])
}

/// The scans of the example of an individual.
fn individual() -> Vec<(&'static str, Page)> {
    let address = ["北京市朝阳区虚构路2号院3号", "楼401室"];
    vec![
        ("scans/individual-id-back.jpg", back("北京市公安局朝阳分局", "2023.08.15-2043.08.15")),
        ("scans/individual-id-front.jpg", front("测试甲", ("男", "1990 年 3 月 7 日"), address, "110105199003079919")),
        (
            "scans/individual-commitment-letter.jpg",
            letter(
                "互联网信息服务备案承诺书",
                &["广东省通信管理局：", "本人测试甲申请微信小程序的备案，现郑重承诺：", "承诺人（手写签名，按手印）："],
            ),
        ),
        ("scans/residence-permit.jpg", letter("居住证明", &["兹证明测试甲现居住在本市南山区。", "特此证明。", "虚构派出所"])),
        // What else lies there: a picture of the person, and one without a word.
        ("scans/me.jpg", letter("小食记", &["今日菜单"])),
        ("scans/wall.jpg", page(&[])),
    ]
}

/// A letter: its title, and lines of text.
fn letter(title: &str, lines: &[&str]) -> Page {
    let text = lines.iter().enumerate().map(|(at, line)| (120.0, 320.0 + 70.0 * at as f32, 40.0, *line));
    page(&std::iter::once((500.0, 110.0, 70.0, title)).chain(text).collect::<Vec<_>>())
}

/// The certificates of the example of a company, whose legal representative is a third person.
fn company() -> Vec<(&'static str, Page)> {
    let licence = page(&[
        (650.0, 300.0, 165.0, "营业执照"),
        (150.0, 330.0, 34.0, "统一社会信用代码"),
        (150.0, 382.0, 44.0, "91510107MA0000007C"),
        (150.0, 600.0, 42.0, "名"),
        (284.0, 600.0, 42.0, "称"),
        (360.0, 603.0, 38.0, "四川虚构音乐文化有限公司"),
        (1120.0, 600.0, 42.0, "注册资本 壹佰万元整"),
        (150.0, 704.0, 42.0, "类  型 有限责任公司(自然人独资)"),
        (1120.0, 704.0, 42.0, "成立日期 2015年03月02日"),
        (150.0, 808.0, 42.0, "法定代表人 测试丁"),
        (1120.0, 808.0, 42.0, "营业期限 2015年03月02日至长期"),
        (1120.0, 912.0, 42.0, "住 所 四川省成都市武侯区虚构街"),
        (1250.0, 966.0, 42.0, "88号示例中心8层801室"),
    ]);
    let address = |district: &'static str| [district, "2号楼401室"];
    vec![
        ("scans/business-licence.jpg", licence),
        (
            "scans/responsible-id-front.jpg",
            front("测试丙", ("女", "1992 年 7 月 12 日"), address("四川省成都市武侯区虚构街"), "51010719920712992X"),
        ),
        ("scans/responsible-id-back.jpg", back("成都市公安局武侯区分局", "2022.04.01-2042.04.01")),
        (
            "scans/owner-id-front.jpg",
            front("测试戊", ("女", "1988 年 11 月 23 日"), address("四川省成都市锦江区虚构街"), "510104198811239961"),
        ),
        ("scans/owner-id-back.jpg", back("成都市公安局锦江区分局", "2021.05.20-2041.05.20")),
        (
            "scans/responsible-authorization.jpg",
            letter("主体负责人授权书", &["四川省通信管理局：", "被授权人姓名：测试丙", "法定代表人姓名：测试丁"]),
        ),
        (
            "scans/owner-authorization.jpg",
            letter("小程序负责人授权书", &["四川省通信管理局：", "被授权人姓名：测试戊", "法定代表人姓名：测试丁"]),
        ),
    ]
}

/// Presses keys and counts them.
fn press(wizard: &mut Wizard, count: &mut usize, keys: &str) {
    let before = wizard.pressed;
    wizard.keys(keys);
    *count += wizard.pressed - before;
}

/// Fills in what the draft says, as a person does who goes from field to field, and takes the package out.
fn walk(target: &Draft, new: &str) -> (Keys, Wizard) {
    let (mut keys, mut wizard) = (Keys::default(), Setup::new().start());
    press(&mut wizard, &mut keys.new, new);
    go_on(target, keys, wizard)
}

/// Fills in what the draft says and the open one does not, and takes the package out.
fn go_on(target: &Draft, mut keys: Keys, mut wizard: Wizard) -> (Keys, Wizard) {
    for _ in 0..150 {
        let Some(id) = wizard.focus() else { break };
        let held = wizard.draft().get(id).cloned();
        let wanted = target.get(id).cloned().filter(|wanted| Some(wanted) != held.as_ref());
        let section = if wizard.shows_materials() { Section::Materials } else { wizard.draft().section_of(id) };
        if let Some(wanted) = wanted {
            fill(&mut wizard, &mut keys, id, &wanted);
        }
        assert!(!wizard.has_dialog(), "{}: {}", id.path(), wizard.screen());
        assert!(target.get(id).is_none() || wizard.draft().get(id).is_some(), "{}: {}", id.path(), wizard.screen());
        if wizard.focus() != Some(id) {
            continue;
        }
        // Where nothing follows on this step, a key leads to the next one; where much is there already, one to what is missing.
        let is_left = |field: &FieldId| section == Section::Materials || *field > id;
        let left: Vec<FieldId> = wizard.draft().asked_in(section).filter(is_left).collect();
        let missing = left.iter().position(|field| target.get(*field).is_some() && wizard.draft().get(*field).is_none());
        let is_far = |at: usize| at > 1 && wizard.draft().need(left[at]) == Need::Required;
        let key = match missing {
            Some(at) if is_far(at) => "F8",
            Some(_) => "Tab",
            None => "PageDown",
        };
        press(&mut wizard, &mut keys.fields, key);
    }
    finish(target, keys, wizard)
}

/// Puts a value into the field.
fn fill(wizard: &mut Wizard, keys: &mut Keys, id: FieldId, wanted: &Value) {
    match wanted {
        Value::Flag(answer) => press(wizard, &mut keys.fields, if *answer { "Y" } else { "N" }),
        Value::Approvals(rows) => approvals(wizard, keys, rows),
        Value::Codes(codes) => {
            for code in codes {
                let name = beian::catalog::service_content(*code).unwrap().name.zh;
                keys.paste(wizard, name);
            }
            press(wizard, &mut keys.fields, "Enter");
        }
        Value::Paths(paths) => {
            for path in paths {
                keys.choose(wizard, path);
            }
        }
        value => {
            if id.field().kind.is_typed() && wizard.draft().get(id).is_some() {
                press(wizard, &mut keys.fields, "Ctrl+U");
            }
            let text = pasted(id, value);
            if id.field().kind == Kind::Picture { keys.choose(wizard, &text) } else { keys.paste(wizard, &text) }
        }
    }
}

/// Answers what is open, and takes the package out.
fn finish(target: &Draft, mut keys: Keys, mut wizard: Wizard) -> (Keys, Wizard) {
    for _ in 0..40 {
        let document = wizard.document();
        assert_eq!(document.count(None, Severity::Error), 0, "{:?}", document.findings());
        let open = FieldId::QUESTIONS.iter().copied().filter(|id| document.is_open_question(*id)).count();
        if open == 0 {
            break;
        }
        let id = wizard.app.focused().expect("a question is chosen");
        match (target.get(id), id.field().kind) {
            (Some(Value::Flag(answer)), _) => {
                let yes = id.field().turned(*answer);
                press(&mut wizard, &mut keys.questions, if yes { "Y" } else { "N" });
            }
            (Some(value), Kind::Date(_)) => {
                keys.paste(&mut wizard, &pasted(id, value));
            }
            (None, _) => press(&mut wizard, &mut keys.questions, "N"),
            (other, _) => panic!("{}: {other:?}", id.path()),
        }
    }
    // The package, and that it is not encrypted.
    press(&mut wizard, &mut keys.export, "Enter Enter");
    assert_eq!(wizard.world.exports, 1, "{}", wizard.screen());
    (keys, wizard)
}

fn approvals(wizard: &mut Wizard, keys: &mut Keys, rows: &[beian::filing::Approval]) {
    press(wizard, &mut keys.fields, "Enter");
    if let [only] = rows
        && only.number.is_empty()
    {
        return press(wizard, &mut keys.fields, "Enter");
    }
    for row in rows {
        keys.paste(wizard, beian::catalog::prior_approval(row.kind.unwrap()).unwrap().name.zh);
        keys.paste(wizard, &row.number);
        press(wizard, &mut keys.fields, "Down");
        keys.choose(wizard, &row.document);
    }
    press(wizard, &mut keys.fields, "Esc");
}

/// A value as it is found elsewhere and pasted here: names of choices, dates with Chinese signs, telephone numbers with blanks.
fn pasted(id: FieldId, value: &Value) -> String {
    let text = show(Lang::Zh, id, value);
    match (id.field().kind, value) {
        (Kind::Date(_), Value::Text(text)) if text.len() == 10 => {
            let (year, rest) = text.split_at(4);
            format!("{year}年{}月{}日", &rest[1..3], &rest[4..])
        }
        (_, Value::Text(text)) if id.path().ends_with("mobile") => format!("+86 {}-{}-{}", &text[..3], &text[3..7], &text[7..]),
        (Kind::Region | Kind::Choice(_) | Kind::Word(_), _) => text,
        (_, Value::Text(text)) => text.clone(),
        _ => text,
    }
}
