//! What is said on the pages beside the values: who scans which code, which phone gets a message, what the platform fills in.
//! Facts: `filing-rules.md` sections 1.2 to 1.5, 2, 4.4 and 6.

use super::{Note, Sign};
use crate::catalog::FilingKind;
use crate::filing::change;
use crate::filing::deregistration::Scope;
use crate::filing::field::Page;
use crate::filing::guard::is_for_reference;
use crate::filing::history::History;
use crate::filing::{Draft, FieldId, Need, PersonField, Role, Section, Stage};
use crate::text::clean::visible;
use crate::text::{Lang, Text};

crate::messages! {
    LOG_IN = "打开 mp.weixin.qq.com，由小程序管理员（{owner}）用自己的微信扫码登录。", "Open mp.weixin.qq.com; the mini-program's administrator ({owner}) scans the QR code with their own WeChat to log in.";
    ENTER_NEW = "首页 →「小程序备案」→「去备案」。", "Home page → 小程序备案 → 去备案.";
    ENTER_LIVE = "首页提示「小程序需补充备案信息」→「去备案」，或「设置」→「小程序备案」→「去备案」。", "Banner 小程序需补充备案信息 on the home page → 去备案, or 设置 → 小程序备案 → 去备案.";
    ENTER_AGAIN = "「小程序备案」→「去完善」，改好后重新提交。", "小程序备案 → 去完善; correct what was named and submit again.";
    FOR_REFERENCE = "已备案，供查阅：没有要提交的内容。信息有变化的，办理变更备案。", "On record; for reference: there is nothing to submit. What has changed is filed as a change.";
    UNDER_WAY = "已经提交，正在审核：没有要录入的内容，这一份供对照。被驳回后改好再提交。", "Submitted and under review: there is nothing to enter; this copy is to compare with. If it is rejected, correct it and submit again.";
    REQUESTED = "已经申请注销：没有要录入的内容，这一份供对照。", "The deregistration is requested: there is nothing to enter; this copy is to compare with.";
    SAME_PERSON_CHANGED = "小程序负责人与主体负责人是同一人：核对网页带入的姓名、证件和电话，还是旧值的一并改掉。", "The contact is the responsible person: check the name, ID document and phones that the page fills in, and correct what is still the old value.";
    ENTER_CHANGE = "「设置」→「小程序备案」→「变更」。只改下面列出的项，其余保持原样。", "设置 → 小程序备案 → 变更. Change only what is listed below; leave the rest as it is.";
    ENTER_END = "「设置」→「小程序备案」→「注销」。各项在网页上的次序以网页为准。", "设置 → 小程序备案 → 注销. The order on the page may differ from this one.";
    NUMBER_IS = "主体已有备案号：{number}。网页提供「复用资料」时可以选用，主体信息不必重填。", "The entity is on record: {number}. Where the console offers 复用资料 (reuse), take it; the entity's data need not be entered again.";
    ON_RECORD = "主体已备过案：主体信息要与原备案一致。网页提供「复用资料」时可以选用，不必重填。", "The entity has filed before: its data must agree with that record. Where the console offers 复用资料 (reuse), it need not be entered again.";
    REUSE = "复用前，平台发短信给主体名下最近备案的小程序的主体负责人，24 小时内点链接确认；三天不确认就不能再复用。选了手工填写也不能回头。", "Before reuse the platform texts the responsible person of the entity's latest filed mini-program, who confirms by the link within 24 hours; after three days, or once manual entry was chosen, reuse is no longer possible.";
    NATURE_IS_THERE = "主办者性质和证件类型由平台从账号认证带入，只核对。", "The platform takes the entity type and the certificate type from the account's verification: compare them.";
    IS_READ = "上传证件后，网页会识别并填上名称、号码和住所：逐项核对，识别错的改过来。", "After the upload the page reads name, number and address from the picture: compare each, correct what was misread.";
    NOT_ASKED = "网页没有要求上传证件的，跳过这两项。", "Skip the two uploads where the page does not ask for them.";
    LOCKED = "点「验证」后这一页就锁定了；要改只能点「取消」重来。", "After 验证 this page is locked; only 取消 opens it again.";
    NOTHING_HERE = "这一页没有变化。", "Nothing changes on this page.";
    ACCOUNT = "APPID 和小程序名称由平台从账号带入，只核对；名称不对的先在「设置」里改，再备案。", "The platform takes AppID and name from the account: compare them. A wrong name is changed under 设置 first.";
    RENAMED = "名称由平台从账号带入：先在「设置」里改名，改好后再办这次变更。", "The platform takes the name from the account: rename the mini-program under 设置 first, then file this change.";
    SAME_PERSON = "小程序负责人与主体负责人是同一人：保持勾选「同主体负责人」，姓名、证件和电话由网页带入。", "The contact is the responsible person: keep 同主体负责人 ticked, and the page fills in name, ID document and phones.";
    FACE = "人脸核身：网页上出二维码，由小程序负责人（{owner}）本人用微信扫码，当场完成。通知 24 小时、结果 3 天内有效。", "Face check: the page shows a QR code; the contact ({owner}) scans it with their own WeChat and does the check at once. The notice is valid for 24 hours, the result for 3 days.";
    NOBODY_YET = "（接收的人还没有填）", "(not named yet)";
    NONE_YET = "草稿里还没有这一页的材料；要哪些，见待办清单。", "The draft has no files for this page yet; the to-do page says which are needed.";
    NO_OTHER = "这次没有要传的其他材料；网页或审核人员要求时再补。", "No other materials this time; add them where the page or a reviewer asks.";
    NO_FILES = "草稿里一份扫描件都没有。", "The draft has no scans at all.";
    COMPARE = "把预览与本表逐项核对，勾选协议和承诺，点「提交」；要求扫码时由管理员（{owner}）扫。", "Compare the preview with this sheet item by item, tick agreement and commitments, 提交; where a QR code appears, the administrator ({owner}) scans it.";
    CALLED = "平台初审 1–2 个工作日，审核人员可能打电话来：{phones}。", "The platform's review takes 1 to 2 working days; reviewers may call: {phones}.";
    CALLED_BY_BUREAU = "通管局审核 1–20 个工作日，审核人员可能打电话来：{phones}。", "The bureau's review takes 1 to 20 working days; reviewers may call: {phones}.";
    CODE = "初审通过后，12381 发验证码到：{phones}。24 小时内在 beian.miit.gov.cn「短信核验」输入验证码、手机号码和证件号码后六位。", "Then 12381 sends a code to: {phones}. Within 24 hours it is entered at beian.miit.gov.cn under 短信核验, with the number and the last six characters of the ID number.";
    CODE_PERHAPS = "也可能收到验证码的：{phone}。收到了同样要核验。", "A code may also go to {phone}; then it has to be entered, too.";
    CODE_END = "12381 发验证码到：{phones}。24 小时内核验才生效；不核验就作废。提交后不能撤回。", "12381 sends a code to: {phones}. It takes effect once the code is entered within 24 hours, and lapses otherwise. It cannot be withdrawn.";
    NO_CODE = "取消接入是否要短信核验，没有公开说明：收到 12381 的短信，就在 24 小时内输入。", "Whether a code is sent for the end of an access is not documented: if one comes from 12381, enter it within 24 hours.";
    NEVER = "应急联系电话不会收到验证码。", "The emergency phone never gets a code.";
    ENDS_ALL = "注销主体：名下全部网站、App 和小程序都失去备案。", "The entity ends: every site, app and mini-program of it loses its filing.";
    ENDS_ONE = "注销小程序：这个小程序在所有平台的备案都失效；主体没有别的服务就成为空壳主体。", "The mini-program ends on all platforms; without another service the entity is an empty shell.";
    ENDS_ACCESS = "取消接入：只取消微信这一家；没有别家接入的，通管局会清理。", "Only the access through WeChat ends; without another one the bureau clears the record.";
}

/// What is said before the values of a page.
pub fn before(draft: &Draft, page: Page, lang: Lang) -> Vec<Note> {
    let kind = draft.filing_kind();
    if is_for_reference(draft) {
        return if page == Page::Entrance { vec![note(Sign::Info, FOR_REFERENCE, lang)] } else { Vec::new() };
    }
    if is_under_way(draft) {
        let says = if kind == FilingKind::Deregistration { REQUESTED } else { UNDER_WAY };
        return if page == Page::Entrance { vec![note(Sign::Info, says, lang)] } else { Vec::new() };
    }
    match (page, kind) {
        (Page::Entrance, _) => entrance(draft, lang),
        (Page::Deregistration, _) => {
            let ends = Scope::of(draft).map(|scope| match scope {
                Scope::Subject => ENDS_ALL,
                Scope::MiniProgram => ENDS_ONE,
                Scope::Access => ENDS_ACCESS,
            });
            ends.map(|text| note(Sign::Info, text, lang)).into_iter().collect()
        }
        (Page::MiniProgram, FilingKind::Change) if change::difference(draft, FieldId::MiniProgramName).is_some() => {
            vec![note(Sign::FilledIn, RENAMED, lang)]
        }
        (Page::Owner, FilingKind::Change) if same_person_changes(draft) => {
            vec![note(Sign::FilledIn, SAME_PERSON_CHANGED, lang)]
        }
        (_, FilingKind::Change) => Vec::new(),
        (Page::Verification, _) => {
            let read = if draft.is_individual() { vec![note(Sign::Info, NOT_ASKED, lang)] } else { Vec::new() };
            [note(Sign::FilledIn, NATURE_IS_THERE, lang), note(Sign::Info, IS_READ, lang)].into_iter().chain(read).collect()
        }
        (Page::MiniProgram, _) => vec![note(Sign::FilledIn, ACCOUNT, lang)],
        (Page::Owner, _) if !draft.owner_is_another() => vec![note(Sign::FilledIn, SAME_PERSON, lang)],
        _ => Vec::new(),
    }
}

/// What is said behind the values of a page.
pub fn after(draft: &Draft, page: Page, lang: Lang) -> Vec<Note> {
    let kind = draft.filing_kind();
    if is_for_reference(draft) {
        return Vec::new();
    }
    if is_under_way(draft) && page != Page::Preview {
        return Vec::new();
    }
    let is_empty = || super::fields_on(draft, page).iter().all(|(id, _)| draft.get(*id).is_none() || !draft.asks(*id));
    match (page, kind) {
        (Page::Preview, FilingKind::Deregistration) => ending(draft, lang),
        (Page::Preview, _) => preview(draft, lang),
        (Page::Verification, FilingKind::New) => vec![note(Sign::Info, LOCKED, lang)],
        (Page::Owner, _) if kind == FilingKind::New || change::face_check_is_due(draft) => {
            vec![Note { sign: Sign::Scan, text: FACE.with(lang, &[("owner", &name(draft, Role::Owner, lang))]) }]
        }
        (Page::Other, FilingKind::New) if is_empty() => {
            let due = FieldId::FILES.iter().any(|id| draft.need(*id) >= Need::Expected);
            let none = (due && draft.files().is_empty()).then(|| note(Sign::Info, NO_FILES, lang));
            [note(Sign::Info, NO_OTHER, lang)].into_iter().chain(none).collect()
        }
        (Page::Other, FilingKind::Change) if is_empty() && !changes_nothing(draft, page) => {
            let is_due = super::fields_on(draft, page).iter().any(|(id, _)| draft.need(*id) >= Need::Expected);
            vec![note(Sign::Info, if is_due { NONE_YET } else { NO_OTHER }, lang)]
        }
        (Page::Entrance | Page::Deregistration, _) => Vec::new(),
        (_, FilingKind::Change) if changes_nothing(draft, page) => vec![note(Sign::Info, NOTHING_HERE, lang)],
        _ => Vec::new(),
    }
}

/// Whether it is submitted, and neither through nor sent back.
fn is_under_way(draft: &Draft) -> bool {
    matches!(History::of(draft).stage(), Stage::PlatformReview | Stage::SmsVerification | Stage::BureauReview)
}

/// Whether a change concerns the contact because it concerns the responsible person, who is the same.
fn same_person_changes(draft: &Draft) -> bool {
    let is_of_person = |id: FieldId| matches!(PersonField::find(id), Some((Role::ResponsiblePerson, _)));
    !draft.owner_is_another() && change::differences(draft).iter().any(|one| is_of_person(one.id))
}

fn changes_nothing(draft: &Draft, page: Page) -> bool {
    if page == Page::Owner && same_person_changes(draft) {
        return false;
    }
    let fields = super::fields_on(draft, page);
    fields.iter().all(|(id, _)| change::difference(draft, *id).is_none() && !(id.field().kind.is_file() && draft.asks(*id)))
}

fn entrance(draft: &Draft, lang: Lang) -> Vec<Note> {
    let owner = name(draft, Role::Owner, lang);
    let mut notes = vec![Note { sign: Sign::Scan, text: LOG_IN.with(lang, &[("owner", &owner)]) }];
    let history = History::of(draft);
    let is_again = history.last().is_some() && history.stage() == Stage::Preparing;
    let way = match draft.filing_kind() {
        FilingKind::New if is_again => ENTER_AGAIN,
        FilingKind::New if draft.flag(FieldId::Published) => ENTER_LIVE,
        FilingKind::New => ENTER_NEW,
        FilingKind::Change => ENTER_CHANGE,
        FilingKind::Deregistration => ENTER_END,
    };
    notes.push(note(Sign::Info, way, lang));
    let known = draft.has_record() || draft.answer(FieldId::FiledBefore) == Some(true);
    let number = draft.text(FieldId::RecordNumber);
    if draft.filing_kind() == FilingKind::New && (known || !number.is_empty()) {
        let text = match number {
            "" => ON_RECORD.in_lang(lang).to_owned(),
            number => NUMBER_IS.with(lang, &[("number", &visible(number))]),
        };
        notes.push(Note { sign: Sign::Info, text });
        notes.push(note(Sign::Phone, REUSE, lang));
    }
    notes
}

fn preview(draft: &Draft, lang: Lang) -> Vec<Note> {
    let owner = name(draft, Role::Owner, lang);
    let phones = |roles: &[Role]| roles.iter().map(|role| phone(draft, *role, lang)).collect::<Vec<_>>().join(comma(lang));
    let two = draft.owner_is_another();
    let receivers = match draft.filing_kind() {
        FilingKind::Change => change::code_receivers(draft),
        _ => vec![Role::ResponsiblePerson],
    };
    let everyone: &[Role] = if two { &Role::BOTH } else { &Role::BOTH[..1] };
    let receivers: Vec<Role> = if two { receivers } else { receivers.into_iter().take(1).collect() };
    // What is over is not told again.
    let stage = History::of(draft).stage();
    let mut notes = Vec::new();
    if !is_under_way(draft) {
        notes.push(Note { sign: Sign::Scan, text: COMPARE.with(lang, &[("owner", &owner)]) });
    }
    if !matches!(stage, Stage::SmsVerification | Stage::BureauReview) {
        notes.push(Note { sign: Sign::Call, text: CALLED.with(lang, &[("phones", &phones(everyone))]) });
    }
    if stage == Stage::BureauReview {
        notes.push(Note { sign: Sign::Call, text: CALLED_BY_BUREAU.with(lang, &[("phones", &phones(everyone))]) });
        return notes;
    }
    if !receivers.is_empty() {
        notes.push(Note { sign: Sign::Phone, text: CODE.with(lang, &[("phones", &phones(&receivers))]) });
    }
    // Sources differ on whether the owner gets one in a first filing.
    if two && draft.filing_kind() == FilingKind::New {
        notes.push(Note { sign: Sign::Phone, text: CODE_PERHAPS.with(lang, &[("phone", &phone(draft, Role::Owner, lang))]) });
    }
    notes.push(note(Sign::Info, NEVER, lang));
    notes
}

fn ending(draft: &Draft, lang: Lang) -> Vec<Note> {
    if Scope::of(draft).is_some_and(|scope| !scope.sends_code()) {
        return vec![note(Sign::Info, NO_CODE, lang)];
    }
    let parts =
        [FieldId::DeregistrationCodeReceiver, FieldId::DeregistrationCodePhone].map(|id| visible(draft.text(id)).into_owned());
    let phones = parts.join(" ");
    let phones = if phones.trim().is_empty() { NOBODY_YET.in_lang(lang) } else { phones.trim() };
    vec![Note { sign: Sign::Phone, text: CODE_END.with(lang, &[("phones", &phones)]) }]
}

fn note(sign: Sign, text: Text, lang: Lang) -> Note {
    Note { sign, text: text.in_lang(lang).to_owned() }
}

/// Who has a role, by name where there is one.
fn name(draft: &Draft, role: Role, lang: Lang) -> String {
    let name = draft.text(draft.person_field(role, PersonField::Name)).trim();
    let section = if role == Role::Owner { Section::Owner } else { Section::ResponsiblePerson };
    if name.is_empty() { section.label().in_lang(lang).to_owned() } else { visible(name).into_owned() }
}

/// Name and phone of a person.
fn phone(draft: &Draft, role: Role, lang: Lang) -> String {
    let number = visible(draft.text(draft.person_field(role, PersonField::Mobile))).into_owned();
    format!("{} {number}", name(draft, role, lang)).trim().to_owned()
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}
