//! What there is to do, for each kind of filing.

use super::Inputs;
use crate::catalog::FilingKind;
use crate::catalog::holiday::Due;
use crate::catalog::material::Signatory;
use crate::catalog::province::province;
use crate::filing::ahead::Ahead;
use crate::filing::change;
use crate::filing::checklist::Requirement;
use crate::filing::deadline::REPORT_DAYS;
use crate::filing::deregistration::{REASONS, Scope};
use crate::filing::event::{Moment, SMS_HOURS};
use crate::filing::face_check::FaceCheck;
use crate::filing::guard::is_for_reference;
use crate::filing::reuse::left_to_record;
use crate::filing::status::{day_in_china, in_china};
use crate::filing::{Draft, FieldId, PersonField, Role, Stage};
use crate::identifiers::date::{self, When};
use crate::package::calendar::words::code_limit;
use crate::package::html::mark;
use crate::package::letters::Letter;
use crate::rules::required_materials::State;
use crate::text::clean::visible;
use crate::text::{Lang, Text};

/// How a moment is written (China time).
const MOMENT: &str = "%Y-%m-%d %H:%M";

/// Something to do.
pub struct Step {
    /// Its id in the page.
    pub id: String,
    /// What.
    pub what: String,
    /// How, one paragraph each.
    pub how: Vec<String>,
    /// Who does it.
    pub who: String,
    /// By when.
    pub by: Option<String>,
}

impl Step {
    /// By which a browser keeps its tick: what is to be done differently is another step.
    pub fn mark(&self) -> String {
        mark(&[&[self.what.as_str(), self.who.as_str()][..], &self.how.iter().map(String::as_str).collect::<Vec<_>>()].concat())
    }
}

/// Steps until it is done, and those that follow.
pub fn of(inputs: &Inputs<'_>, letters: &[Letter]) -> (Vec<Step>, Vec<Step>) {
    let mut list = List { inputs, steps: Vec::new() };
    match inputs.draft.filing_kind() {
        _ if super::is_over(inputs) => {}
        FilingKind::New => list.filing(letters, false),
        FilingKind::Change => list.filing(letters, true),
        FilingKind::Deregistration => list.deregistration(),
    }
    let before = std::mem::take(&mut list.steps);
    match inputs.draft.filing_kind() {
        _ if inputs.ahead().stage == Stage::Deregistered => list.after_deregistration(),
        FilingKind::New => list.after_filing(true),
        FilingKind::Change => list.after_filing(false),
        FilingKind::Deregistration => list.after_deregistration(),
    }
    let numbered = before.len();
    let mut after = list.steps;
    for (index, step) in after.iter_mut().enumerate() {
        step.id = format!("step-{}", numbered + index + 1);
    }
    (before, after)
}

struct List<'a> {
    inputs: &'a Inputs<'a>,
    steps: Vec<Step>,
}

impl List<'_> {
    fn lang(&self) -> Lang {
        self.inputs.lang
    }

    fn add(&mut self, what: Text, how: Vec<String>, who: impl Into<String>, by: Option<String>) {
        let id = format!("step-{}", self.steps.len() + 1);
        self.steps.push(Step { id, what: what.in_lang(self.inputs.lang).to_owned(), how, who: who.into(), by });
    }

    fn said(&self, text: Text) -> Vec<String> {
        vec![text.in_lang(self.lang()).to_owned()]
    }

    /// New filings and changes: what is to be done before the submission, unless that was, and what comes after it.
    fn filing(&mut self, letters: &[Letter], is_change: bool) {
        let ahead = self.inputs.ahead();
        if !ahead.is_under_way() {
            self.submission(letters, is_change);
        }
        let (draft, lang) = (self.inputs.draft, self.lang());
        let people = self.people();
        // Where nobody can say who has it there is no day for the platform.
        if matches!(ahead.stage, Stage::Preparing | Stage::PlatformReview) {
            let by = ahead.platform.map(|due| self.due(due, ahead.is_overdue));
            let how = self.said(PLATFORM_HOW);
            self.add(PLATFORM, how, people.clone(), by);
        }
        if ahead.stage != Stage::BureauReview {
            // The owner may get one as well, and enters it then.
            let first = Role::BOTH.into_iter().filter(|role| *role == Role::ResponsiblePerson || draft.owner_is_another());
            let receivers = if is_change { change::code_receivers(draft) } else { first.collect() };
            let mut names: Vec<String> = receivers.into_iter().map(|role| self.person(role)).collect();
            names.dedup();
            let mut how = self.said(CODE_HOW);
            if !is_change && draft.owner_is_another() {
                how.push(CODE_OWNER.in_lang(lang).to_owned());
            }
            self.add(CODE, how, names.join(join(lang)), Some(self.code_by(&ahead)));
        }
        let by = ahead.bureau.map(|due| self.due(due, ahead.is_overdue && ahead.stage == Stage::BureauReview));
        let how = self.said(BUREAU_HOW);
        self.add(BUREAU, how, people, by);
    }

    /// Until when the code is entered: the moment once it has arrived.
    fn code_by(&self, ahead: &Ahead) -> String {
        match ahead.code {
            Some(at) => {
                let text = if day_in_china(at) < self.inputs.today { CODE_WAS_DUE } else { CODE_UNTIL };
                text.with(self.lang(), &[("at", &code_limit(self.lang(), at))])
            }
            None => CODE_BY.with(self.lang(), &[("hours", &SMS_HOURS)]),
        }
    }

    /// What leads to the submission.
    fn submission(&mut self, letters: &[Letter], is_change: bool) {
        let (draft, lang) = (self.inputs.draft, self.lang());
        let owner = self.person(Role::Owner);
        let missing: Vec<String> = letters
            .iter()
            .filter(|letter| letter.material.requirement != Requirement::Perhaps)
            .filter(|letter| letter.material.signatory != Signatory::OwnerRecords)
            .filter(|letter| {
                let of_letter = |item: &&crate::rules::required_materials::Item| {
                    item.material.field == letter.material.field && item.material.letter == Some(letter.key)
                };
                !self.inputs.materials.items.iter().find(of_letter).is_some_and(|item| item.state == State::There)
            })
            .map(|letter| letter.material.title(lang).into_owned())
            .collect();
        if !missing.is_empty() {
            let how = SIGN_HOW.with(lang, &[("letters", &missing.join(join(lang)))]);
            self.add(SIGN, vec![how], SIGNATORIES.in_lang(lang), None);
        }
        if is_change {
            let how = vec![REPORT_HOW.with(lang, &[("days", &REPORT_DAYS)])];
            self.add(REPORT, how, owner.clone(), None);
        } else {
            let subject = if draft.is_individual() { FieldId::ResponsiblePersonName } else { FieldId::SubjectName };
            let how = ACCOUNT_HOW.with(
                lang,
                &[
                    ("subject", &visible(draft.text(subject))),
                    ("name", &visible(draft.text(FieldId::MiniProgramName))),
                    ("owner", &visible(draft.text(draft.person_field(Role::Owner, PersonField::Name)))),
                ],
            );
            self.add(ACCOUNT, vec![how], owner.clone(), None);
        }
        let mut entered = self.said(if is_change { ENTER_CHANGE_HOW } else { ENTER_HOW });
        if !is_change && draft.answer(FieldId::FiledBefore) == Some(true) {
            entered.push(REUSE.in_lang(lang).to_owned());
            let left: Vec<String> = left_to_record(draft).map(|id| id.full_label(lang)).collect();
            if !left.is_empty() {
                entered.push(REUSE_LEFT.with(lang, &[("papers", &left.join(join(lang)))]));
            }
        }
        if is_change {
            let has_files = self.inputs.materials.wanted().next().is_some() || !draft.files().is_empty();
            entered.push(if has_files { CHANGE_FILES } else { CHANGE_NO_FILES }.in_lang(lang).to_owned());
        }
        self.add(if is_change { ENTER_CHANGE } else { ENTER }, entered, owner.clone(), None);
        if !is_change || change::face_check_is_due(draft) {
            self.face_check(&owner);
        }
        let how = self.said(SUBMIT_HOW);
        let passed =
            FaceCheck::of(draft).passed.and(self.face_check_until()).filter(|until| day_in_china(*until) >= self.inputs.today);
        let by = passed.map(|until| FACE_GOOD.with(lang, &[("at", &until.format(MOMENT))]));
        self.add(SUBMIT, how, owner, by);
    }

    fn deregistration(&mut self) {
        let ahead = self.inputs.ahead();
        if !ahead.is_under_way() {
            self.request();
        }
        let (draft, lang) = (self.inputs.draft, self.lang());
        let scope = Scope::of(draft);
        if scope.is_none_or(Scope::sends_code) {
            let texts =
                [FieldId::DeregistrationCodeReceiver, FieldId::DeregistrationCodePhone].map(|id| visible(draft.text(id).trim()));
            let mut how = self.said(LAPSES_HOW);
            // Whom the draft names may not be who the record says: that doubt stands beside the name.
            let receiver = [FieldId::DeregistrationCodeReceiver, FieldId::DeregistrationCodePhone];
            let doubted = self.inputs.findings.iter().filter(|found| found.counts() && receiver.contains(&found.field));
            how.extend(doubted.map(|found| visible(&found.message(lang)).into_owned()));
            let who = texts.join(" ").trim().to_owned();
            let who = if who.is_empty() { NOT_YET.in_lang(lang).to_owned() } else { who };
            self.add(CODE, how, who, Some(self.code_by(&ahead)));
        }
    }

    /// Until when the face check that is noted is good (China time).
    fn face_check_until(&self) -> Option<Moment> {
        FaceCheck::of(self.inputs.draft).task_until().map(in_china)
    }

    /// The face check, unless it was passed and is good still.
    fn face_check(&mut self, owner: &str) {
        let (draft, lang) = (self.inputs.draft, self.lang());
        let until = self.face_check_until();
        let is_over = until.is_some_and(|until| day_in_china(until) < self.inputs.today);
        if !is_over && FaceCheck::of(draft).passed.is_some() {
            return;
        }
        let mut how = self.said(FACE_HOW);
        match until.filter(|_| is_over) {
            Some(until) => how.push(FACE_OVER.with(lang, &[("at", &until.format(MOMENT))])),
            None if !draft.text(FieldId::FaceCheckTask).trim().is_empty() => how.push(FACE_TASK.in_lang(lang).to_owned()),
            None => {}
        }
        self.add(FACE, how, owner, Some(FACE_BY.in_lang(lang).to_owned()));
    }

    /// What leads to the request for a deregistration.
    fn request(&mut self) {
        let (draft, lang) = (self.inputs.draft, self.lang());
        let owner = self.person(Role::Owner);
        let how = self.said(OTHER_ORDERS_HOW);
        self.add(OTHER_ORDERS, how, owner.clone(), None);
        let scope = Scope::of(draft);
        if let Some(scope) = scope {
            let how = match scope {
                Scope::Subject => ENDS_SUBJECT,
                Scope::MiniProgram => ENDS_MINI_PROGRAM,
                Scope::Access => ENDS_ACCESS,
            };
            let how = self.said(how);
            self.add(ENDS, how, owner.clone(), None);
        }
        let reason = draft.code(FieldId::DeregistrationReason);
        let reason = REASONS
            .iter()
            .find(|(code, _)| Some(*code) == reason)
            .map_or_else(|| NOT_YET.in_lang(lang).to_owned(), |(_, name)| on_console(*name, lang));
        let scope_name = scope.map_or_else(|| NOT_YET.in_lang(lang).to_owned(), |scope| on_console(scope.name(), lang));
        let how = REQUEST_HOW.with(lang, &[("scope", &scope_name), ("reason", &reason)]);
        let perhaps = scope.is_some_and(|scope| !scope.sends_code()).then(|| CODE_PERHAPS.in_lang(lang).to_owned());
        self.add(REQUEST, std::iter::once(how).chain(perhaps).collect(), owner, None);
    }

    fn after_filing(&mut self, is_new: bool) {
        let (draft, lang) = (self.inputs.draft, self.lang());
        let owner = self.person(Role::Owner);
        if is_new {
            if !is_for_reference(draft) {
                let how = self.said(RECORD_HOW);
                self.add(RECORD, how, owner.clone(), None);
            }
            if !draft.flag(FieldId::Published) {
                let how = self.said(PUBLISH_HOW);
                self.add(PUBLISH, how, owner.clone(), None);
            }
            let prefix = province(draft.text(FieldId::SubjectRegion)).map_or("粤", |row| row.prefix);
            let how = vec![SHOW_HOW.with(lang, &[("prefix", &prefix)])];
            self.add(SHOW, how, owner.clone(), None);
        } else {
            let how = self.said(CHANGED_HOW);
            self.add(CHANGED, how, owner.clone(), None);
        }
        let run_out: Vec<String> = self.run_out();
        let mut how = vec![KEEP_HOW.with(self.lang(), &[("days", &REPORT_DAYS)])];
        how.extend(run_out);
        self.add(KEEP, how, owner, None);
    }

    fn after_deregistration(&mut self) {
        let (draft, lang) = (self.inputs.draft, self.lang());
        let owner = self.person(Role::Owner);
        let how = self.said(if Scope::of(draft) == Some(Scope::Access) { OFF_ACCESS_HOW } else { OFF_HOW });
        self.add(OFF, how, owner.clone(), None);
        if draft.code(FieldId::DeregistrationReason) == Some(2) {
            let how = self.said(AGAIN_HOW);
            self.add(AGAIN, how, owner.clone(), None);
        }
        if Scope::of(draft) == Some(Scope::MiniProgram)
            && let Some(row) = province(draft.text(FieldId::SubjectRegion))
        {
            let how = if row.shell_direct_add { SHELL_DIRECT } else { SHELL_FIRST };
            self.add(SHELL, vec![how.with(lang, &[("province", &row.short.in_lang(lang))])], owner, None);
        }
    }

    /// Certificates that end, and when.
    fn run_out(&self) -> Vec<String> {
        let (draft, lang) = (self.inputs.draft, self.lang());
        let [first, second] = PersonField::ValidUntil.of_both();
        let asked = [FieldId::SubjectCertificateValidUntil, first, second].into_iter().filter(|id| draft.asks(*id));
        let ends = asked.filter_map(|id| match date::parse(draft.text(id))? {
            When::Day(day) => Some(RUNS_OUT.with(lang, &[("what", &id.full_label(lang)), ("day", &day)])),
            When::LongTerm => None,
        });
        ends.collect()
    }

    /// A person with their phone: `测试丙 13012340003`.
    fn person(&self, role: Role) -> String {
        person(self.inputs.draft, role, self.lang())
    }

    fn people(&self) -> String {
        let mut names = vec![self.person(Role::ResponsiblePerson), self.person(Role::Owner)];
        names.dedup();
        names.join(join(self.lang()))
    }

    fn due(&self, due: Due, is_overdue: bool) -> String {
        let text = match (is_overdue, due.estimate) {
            (true, _) => WAS_DUE,
            (false, true) => BY_ABOUT,
            (false, false) => BY_DAY,
        };
        text.with(self.lang(), &[("day", &due.date)])
    }
}

fn person(draft: &Draft, role: Role, lang: Lang) -> String {
    let part = |part| visible(draft.text(draft.person_field(role, part)).trim()).into_owned();
    let known = format!("{} {}", part(PersonField::Name), part(PersonField::Mobile)).trim().to_owned();
    if known.is_empty() { role.title().in_lang(lang).to_owned() } else { known }
}

/// What is chosen on the console, in its words; in English with their translation.
fn on_console(name: Text, lang: Lang) -> String {
    match lang {
        Lang::Zh => name.zh.to_owned(),
        Lang::En => format!("{} ({})", name.zh, name.en),
    }
}

const fn join(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => "; ",
    }
}

const SIGN: Text = Text::new("签署并扫描还缺的函件", "Sign and scan the letters that are missing");
const SIGN_HOW: Text = Text::new(
    "{letters}。签好后拍照或扫描，加到草稿里，再导出一次。",
    "{letters}. Once signed, photograph or scan them, add them to the draft and export again.",
);
const SIGNATORIES: Text = Text::new("见函件上的签署说明", "see the notes beside each letter");
const ACCOUNT: Text = Text::new("核对小程序账号", "Compare the account");
const ACCOUNT_HOW: Text = Text::new(
    "在 mp.weixin.qq.com：账号主体是「{subject}」，小程序名称是「{name}」，管理员是「{owner}」；头像、简介和类目已填好，有一个类目通过审核。不一致的先改账号。",
    "At mp.weixin.qq.com: the account belongs to \"{subject}\", the mini-program is called \"{name}\", the administrator is \"{owner}\"; avatar, introduction and category are set. What differs is changed there first.",
);
const REPORT: Text = Text::new("看准时间", "Mind the time");
const REPORT_HOW: Text = Text::new(
    "能预知的变化须提前 {days} 天报告；已经变了的，10 个工作日内办理变更。同一主体一次只能有一个申请在审。",
    "A change that can be foreseen is to be reported {days} days ahead; what has changed already, within 10 working days. An entity can have one order under review at a time.",
);
const ENTER: Text = Text::new("在微信公众平台录入", "Enter the filing in the console");
const ENTER_HOW: Text = Text::new(
    "mp.weixin.qq.com › 首页「去备案」（已发布的：设置 › 小程序备案 › 去备案）。照填报表逐页录入，图片用 materials 里的文件；「验证」之后锁定的内容，点「取消」才能改。",
    "mp.weixin.qq.com › 首页 去备案 (if it is published: 设置 › 小程序备案 › 去备案). Enter the sheet page by page, with the files of materials; what is locked after 验证 is opened again with 取消.",
);
const REUSE: Text = Text::new(
    "主体已有备案：可以选「复用资料」。平台会发短信给主体负责人，24 小时内点链接确认，超时要重来；主体信息须与原备案一致。",
    "The entity is on record: 复用资料 may be chosen. The responsible person gets an SMS and confirms its link within 24 hours; the entity's data must be those on record.",
);
const REUSE_LEFT: Text = Text::new(
    "这些主体材料取自备案记录，备案包里没有；网页没有提供复用时要另外上传：{papers}。",
    "These papers of the entity are on record and not in the package; where the console offers no reuse, they have to be uploaded: {papers}.",
);
const ENTER_CHANGE: Text = Text::new("在微信公众平台录入变更", "Enter the change in the console");
const ENTER_CHANGE_HOW: Text = Text::new(
    "mp.weixin.qq.com › 设置 › 小程序备案 › 变更。照填报表（sheet.html，或向导的逐项复制 F12）录入：表上列出的项改成新值，其余不动。",
    "mp.weixin.qq.com › 设置 › 小程序备案 › 变更. Follow the sheet (sheet.html, or the wizard's copy mode, F12): enter the new values that it lists, and leave the rest.",
);
const CHANGE_FILES: Text = Text::new("要上传的只有表上列出的文件。", "Upload the files that the sheet lists, and no others.");
const CHANGE_NO_FILES: Text = Text::new("这次变更不用上传证件和函件。", "This change takes no document and no letter.");
const FACE: Text = Text::new("人脸核身，放在最后做", "The face check, last of all");
const FACE_HOW: Text = Text::new(
    "管理员本人用微信扫码；纯白背景、光线均匀，露出上半身，不戴帽子、耳机、口罩。",
    "The administrator scans the code in WeChat; white background, even light, upper body visible, no hat, headphones or mask.",
);
const FACE_BY: Text = Text::new("通知 24 小时有效，通过后 3 天内提交", "the notice is good for 24 hours, the check for 3 days");
const FACE_GOOD: Text =
    Text::new("人脸核身 {at} 前有效，过期要重做", "the face check is good until {at}; after that it is due again");
const FACE_OVER: Text = Text::new(
    "上一次核身的有效期到 {at}，已经过了：要重做。",
    "The one that is noted was good until {at}: it has to be done again.",
);
const FACE_TASK: Text = Text::new(
    "草稿里记着一个核身任务：已经通过、没有过期的，不用再做。",
    "The draft holds a task: if that was passed and is not too old, it need not be done again.",
);
const SUBMIT: Text = Text::new("预览、核对、提交", "Preview, compare, submit");
const SUBMIT_HOW: Text = Text::new(
    "逐项对照填报表，勾选平台的承诺，管理员扫码提交；随后在向导的「进度」（F9）里记录，或用命令：beian status 草稿 submitted。",
    "Compare the preview with the sheet, tick the commitments, the administrator scans the code; then record it in the wizard under Status (F9), or by command: beian status DRAFT submitted.",
);
const PLATFORM: Text = Text::new("平台初审", "Platform review");
const PLATFORM_HOW: Text = Text::new(
    "1–2 个工作日，客服可能来电，电话保持畅通；初审通过前可以撤回。被驳回时把原因记到草稿里，改好再提交。",
    "1 to 2 working days; staff may call, so keep the phones on. Until it has passed, the filing can be withdrawn. If it is rejected, record the reasons in the draft, correct, submit again.",
);
const CODE: Text = Text::new("工信部短信核验", "The ministry's SMS code");
const CODE_HOW: Text = Text::new(
    "12381 发来短信，在 beian.miit.gov.cn 的「短信核验」输入验证码、手机号码和证件号码后六位。最多可输错五次，第六次输错即退回；超时也退回，原样再提交即可。",
    "12381 sends it; enter code, mobile number and the last six characters of the ID number at beian.miit.gov.cn, 短信核验. Five wrong tries are allowed, the sixth rejects the filing, and so does being late: then submit it unchanged.",
);
const CODE_OWNER: Text = Text::new(
    "小程序负责人也可能收到一条，两人都要完成。",
    "The mini-program contact may get one as well: both have to be entered.",
);
const CODE_BY: Text = Text::new("收到后 {hours} 小时内", "within {hours} hours of its arrival");
const BUREAU: Text = Text::new("通管局审核", "Bureau review");
const BUREAU_HOW: Text = Text::new(
    "1–20 个工作日，可能来电；结果由微信和短信通知。",
    "1 to 20 working days, with calls perhaps; WeChat and an SMS tell the result.",
);
const BY_DAY: Text = Text::new("最晚 {day}", "by {day}");
const BY_ABOUT: Text = Text::new("最晚约 {day}（放假安排未公布）", "by about {day} (the holidays are not published yet)");
const WAS_DUE: Text = Text::new(
    "应在 {day} 前办完，已经超过：到网页上看，或者问平台客服",
    "was due by {day}: look at the console, or ask the platform's support",
);
const CODE_UNTIL: Text = Text::new("{at} 之前输入", "to be entered by {at}");
const CODE_WAS_DUE: Text = Text::new(
    "应在 {at} 之前输入，已经超过：到网站上看结果，没有通过就原样再提交",
    "was to be entered by {at}: look at the result on the site; if it did not go through, submit unchanged",
);
const OTHER_ORDERS: Text = Text::new("确认没有其他申请在审", "See that nothing else is under review");
const OTHER_ORDERS_HOW: Text = Text::new(
    "同一主体有新增或变更在审时不能注销，先等它办完或撤回。",
    "While a filing or change of the entity is under review it cannot be deregistered: wait for it, or withdraw it.",
);
const ENDS: Text = Text::new("想清楚会失去什么", "Consider what ends");
const ENDS_SUBJECT: Text = Text::new(
    "主体名下在所有平台的网站、App、小程序都会失去备案，不能恢复。",
    "Every site, app and mini-program of the entity loses its filing on all platforms; it cannot be undone.",
);
const ENDS_MINI_PROGRAM: Text = Text::new(
    "这个小程序在所有平台失去备案，不能再提供服务；主体的其他服务不受影响。",
    "This mini-program loses its filing everywhere and may no longer be offered; other services of the entity are not concerned.",
);
const ENDS_ACCESS: Text = Text::new(
    "只取消微信的接入；没有其他接入商时，通管局会清理成空壳。",
    "Only the access through WeChat ends; without another provider the bureau clears the record.",
);
const REQUEST: Text = Text::new("申请注销", "Request the deregistration");
/// What is not filled in yet.
const NOT_YET: Text = Text::new("（未填）", "(not filled in)");
const REQUEST_HOW: Text = Text::new(
    "mp.weixin.qq.com › 设置 › 小程序备案 › 注销，选「{scope}」，原因选「{reason}」。申请后不能撤回。",
    "mp.weixin.qq.com › 设置 › 小程序备案 › 注销: \"{scope}\", reason \"{reason}\". The request cannot be withdrawn.",
);
const CODE_PERHAPS: Text = Text::new(
    "取消接入是否要短信核验，没有公开说明：收到 12381 的短信，就在 24 小时内输入。",
    "Whether a code is sent for the end of an access is not documented: if one comes from 12381, enter it within 24 hours.",
);
const LAPSES_HOW: Text = Text::new(
    "在 beian.miit.gov.cn 的「短信核验」输入验证码。不想注销了就不要输入，申请自动失效，备案保留。",
    "Enter the code at beian.miit.gov.cn, 短信核验. To keep the filing, do not enter it: the request lapses and the filing stays.",
);
const RECORD: Text = Text::new("记下备案号", "Record the filing number");
const RECORD_HOW: Text = Text::new(
    "在向导的「进度」（F9）里记录备案号，或用命令：beian status 草稿 bureau-passed --number 备案号；以后变更、注销从这份草稿开始。",
    "Record it in the wizard under Status (F9), or by command: beian status DRAFT bureau-passed --number NUMBER. Later changes begin with this draft.",
);
const PUBLISH: Text = Text::new("发布小程序", "Publish the mini-program");
const PUBLISH_HOW: Text = Text::new("拿到备案号之后才能发布。", "Only once the number is there.");
const SHOW: Text = Text::new("在小程序里标明备案号", "Show the number in the mini-program");
const SHOW_HOW: Text = Text::new(
    "在首页底部或「关于」页写出完整的小程序备案号（形如 {prefix}ICP备2026000001号-1X，以 X 结尾），旁边写 beian.miit.gov.cn 供查询；没有标明的可以被处罚。",
    "At the foot of the first page or under About, the whole number of the mini-program (such as {prefix}ICP备2026000001号-1X, with X at its end), with beian.miit.gov.cn beside it; leaving it out can be fined.",
);
const CHANGED: Text = Text::new("备案号不变", "The number stays");
const CHANGED_HOW: Text = Text::new(
    "变更期间和之后小程序照常运行，备案号不变；这份草稿记录通过后，就是新的原备案。",
    "The mini-program runs on throughout, under the same number; once recorded as approved, this draft is the new record.",
);
const KEEP: Text = Text::new("保持信息有效", "Keep it up to date");
const KEEP_HOW: Text = Text::new(
    "电话保持畅通。能预知的变化须提前 {days} 天报告；已经变了的，10 个工作日内办理变更；证件到期前也要更新。",
    "Keep the phones answered. A change that can be foreseen is to be reported {days} days ahead, what has changed already is filed within 10 working days, and what runs out is renewed before it does.",
);
const RUNS_OUT: Text = Text::new("{what}：{day}", "{what}: {day}");
const OFF: Text = Text::new("下架小程序", "Take the mini-program off");
const OFF_HOW: Text = Text::new(
    "注销后不能再提供服务；去掉页面上的备案号，妥善处理用户数据。",
    "It may no longer be offered; remove the number from its pages and deal with the users' data.",
);
const OFF_ACCESS_HOW: Text = Text::new(
    "取消接入后不能再在微信提供服务；别的平台还接入的，备案号在那里继续有效，没有的会被通管局清理。",
    "Once the access has ended it may no longer be offered in WeChat. Where another platform gives access the number stands there; without one the bureau clears the record.",
);
const AGAIN: Text = Text::new("重新备案", "File again");
const AGAIN_HOW: Text =
    Text::new("注销完成后，以新的主体信息办理新增备案。", "Once it has ended, file again with the new data of the entity.");
const SHELL: Text = Text::new("主体可能成为空壳", "The entity may be left without services");
const SHELL_DIRECT: Text = Text::new(
    "这是主体唯一的服务时会成为空壳主体；{province}可以直接再加新服务。",
    "If this was its only service, the record is an empty shell; {province} lets a new service be added to it directly.",
);
const SHELL_FIRST: Text = Text::new(
    "这是主体唯一的服务时会成为空壳主体；在{province}再备案前，多半要先向通信管理局注销空壳，约 5 个工作日。",
    "If this was its only service, the record is an empty shell; in {province} it usually has to be ended at the bureau first, which takes some 5 working days.",
);
