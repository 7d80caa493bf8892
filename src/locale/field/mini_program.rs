//! The words of the mini-program and of its people.

use super::{Words, says};
use crate::filing::FieldId;

pub(super) fn words(id: FieldId) -> Words {
    use FieldId as F;
    match id {
        F::AppId => says(
            ("AppID", "AppID"),
            (
                "小程序控制台「设置」里的 AppID，以 wx 开头，共 18 位；平台会自动带入，这里用来核对。",
                "From the console's settings: wx and 16 more characters. The platform fills it in; here it is for comparison.",
            ),
            "wx0123456789abcdef",
        ),
        F::MiniProgramName => says(
            ("小程序名称", "Mini-program name"),
            (
                "与控制台里的名称一致，4–30 个字符，汉字算 2 个；要改名先在控制台改，再备案。",
                "As in the console, 4 to 30 units, a Chinese character counts 2. To rename, rename there first, then file.",
            ),
            "小食记",
        ),
        F::ServiceContents => says(
            ("服务内容类型", "Service contents"),
            (
                "小程序实际提供的服务，选 1–5 项，建议 1–2 项；与主办者性质或经营范围不符会被驳回。",
                "What the mini-program really offers: 1 to 5 entries, better 1 or 2. What does not fit the subject or its business is \
                 refused.",
            ),
            "3",
        ),
        F::PriorApprovals => says(
            ("前置审批", "Prior approvals"),
            (
                "新闻、出版、药品、医疗器械、网约车等须先取得许可，逐项填审批号并附文件；都没有就选「以上都不涉及」。",
                "Trades such as news, publishing, drugs or ride hailing need a permit first: give number and document of each, or choose \
                 \"None of the above\" (以上都不涉及).",
            ),
            "24",
        ),
        F::MiniProgramRemark => says(
            ("小程序备注", "Remark on mini-program"),
            (
                "写清给谁用、有什么功能和内容，20–200 字；管局审核主要看这一段，部分省份有指定的写法。",
                "What the mini-program really does and its main services, 20 to 200 characters. The bureau judges by it; some provinces \
                 prescribe a text.",
            ),
            "本小程序为个人记账工具，提供收支记录、分类统计和预算提醒功能。",
        ),
        F::SameAsResponsiblePerson => says(
            ("同主体负责人", "Same person"),
            (
                "小程序负责人是否就是主体负责人；小程序负责人须是小程序管理员，并由本人做人脸核身。",
                "Whether the owner is the responsible person. The owner must be the mini-program's administrator and does the face check.",
            ),
            "",
        ),
        F::OwnerAdministrator => says(
            ("管理员姓名", "Administrator's name"),
            (
                "控制台「成员管理」里管理员的姓名；不会提交，用来核对小程序负责人就是管理员。",
                "The administrator as the console shows it. Not sent; compared with the owner, who must be the same person.",
            ),
            "张三",
        ),
        F::FaceCheckTask => says(
            ("人脸核身任务", "Face check task"),
            (
                "人脸核身任务的编号（task_id），由服务商通过接口提交时才需要；自发起之时起 3 天内有效，其他都备好后再做。",
                "The task_id of the face check, needed only when a provider submits by interface. Lives 3 days: do it last.",
            ),
            "",
        ),
        F::FaceCheckStartedAt => says(
            ("核身发起时间", "Face check started at"),
            (
                "发起人脸核身、通知发到管理员微信的时间（北京时间）；从这时起通知 24 小时、核身 3 天内有效。",
                "When the check was started and its notice sent (China time): the notice lives 24 hours from then, the check 3 days.",
            ),
            "2026-11-23 10:30",
        ),
        _ => says(
            ("核身通过时间", "Face check passed at"),
            (
                "小程序负责人通过人脸核身的时间，如 2026-11-23 10:42（北京时间）；用来提醒 3 天的有效期。",
                "When the owner passed the face check, such as 2026-11-23 10:42 (China time); used to watch its 3 days.",
            ),
            "2026-11-23 10:42",
        ),
    }
}
