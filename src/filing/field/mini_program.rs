//! The fields of the mini-program (小程序).

use super::console::{Page, Place};
use super::kind::Kind::{Approvals, Choices, Text};
use super::kind::{List, TextKind};
use super::record::{Field, Kinds, field};
use super::{FieldId, Section};
use crate::filing::conditions as when;
use crate::identifiers::mp_name_len;
use crate::scan::Limits;

fields!(
    mini_program,
    Section::MiniProgram,
    AppId = field("mini_program.app_id", Text(TextKind::AppId), when::required)
        .label("AppID", "AppID")
        .help(
            "微信公众平台「设置」里的 AppID，以 wx 开头，共 18 位；平台会自动带入，这里用来核对。",
            "From the console's settings: wx and 16 more characters. The platform fills it in; here it is for comparison.",
        )
        .kinds(Kinds::ALL)
        .example("wx0123456789abcdef")
        .marks(18)
        .console(Place::new(Page::MiniProgram, 10).called("小程序 APPID", "AppID").filled_in()),
    OriginalId = field("mini_program.original_id", Text(TextKind::Token), when::optional)
        .label("原始 ID", "Original ID")
        .help(
            "微信公众平台「设置」里的原始 ID，以 gh_ 开头；这一项不提交，平台的推送消息用它指明是哪个小程序。",
            "From the console's settings, beginning with gh_. Not sent; the platform's push messages name the mini-program by it.",
        )
        .example("gh_0123456789ab"),
    MiniProgramName = field("mini_program.name", Text(TextKind::Words), when::required)
        .label("小程序名称", "Mini-program name")
        .help(
            "与微信公众平台里的名称一致，4–30 个字符，汉字算 2 个；要改名先在微信公众平台改，再备案。",
            "As in the console, 4 to 30 characters; a Chinese character counts as 2. To rename it, do so in the console first, then file.",
        )
        .kinds(Kinds::ALL)
        .example("小食记")
        .units(mp_name_len::MIN_UNITS..=mp_name_len::MAX_UNITS)
        .console(Place::new(Page::MiniProgram, 20).filled_in()),
    ServiceContents = field("mini_program.service_contents", Choices(List::ServiceContents), when::required)
        .label("服务内容类型", "Service contents")
        .help(
            "小程序实际提供的服务，选 1–5 项，建议 1–2 项；与主体性质或经营范围不符会被驳回。",
            "What the mini-program really offers: 1 to 5 entries, preferably 1 or 2. What does not fit the filing entity or its business is rejected.",
        )
        .example("3")
        .sent("icp_applets.base_info.service_content_types", 260)
        .console(Place::new(Page::MiniProgram, 30).called("服务内容标识", "Service contents")),
    PriorApprovals = field("mini_program.prior_approvals", Approvals, when::required)
        .label("前置审批", "Prior approvals")
        .help(
            "新闻、出版、药品、医疗器械、网约车等须先取得许可，逐项填审批号并附文件；都没有就选「以上都不涉及」。",
            "Trades such as news, publishing, drugs or ride hailing need a permit first: give number and document of each, \
             or choose \"None of the above\" (以上都不涉及).",
        )
        .example("24")
        .sent("icp_applets.base_info.nrlx_details", 270)
        .scans(&Limits::PICTURE)
        .packed("前置审批文件", "prior-approval")
        .gathered("前置审批文件", "Prior approvals")
        .console(Place::new(Page::MiniProgram, 40).called("前置审批项", "Prior approvals")),
    MiniProgramRemark = field("mini_program.remark", Text(TextKind::Long), when::required)
        .label("小程序备注", "Remark on mini-program")
        .help(
            "写清给谁用、有什么功能和内容，20–200 字；通管局审核主要看这一段，部分省份有指定的写法。",
            "What the mini-program really does and its main services, 20 to 200 characters. The bureau judges by it; some \
             provinces prescribe a text.",
        )
        .example("本小程序为个人记账工具，提供收支记录、分类统计和预算提醒功能。")
        .chars(20..=200)
        .safe(25..=190)
        .sent("icp_applets.base_info.comment", 280)
        .console(Place::new(Page::MiniProgram, 50)),
);
