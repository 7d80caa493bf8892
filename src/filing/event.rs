//! What can happen to a filing after it was submitted (`filing-rules.md` section 6, `wechat-api.md` section 6).
//!
//! The events are all that is stored; [`super::history`] derives the stage from them and says what may come next.

use chrono::{DateTime, FixedOffset};

use super::field::{FieldId, Role};
use super::reason::Reason;
use super::value::Value;
use crate::text::Text;

/// A moment, with the offset in which it was recorded.
pub type Moment = DateTime<FixedOffset>;

/// Hours in which the ministry's code must be entered after it arrived.
pub const SMS_HOURS: i64 = 24;
/// How often a person can have the code sent again (`filing-rules.md` section 6).
pub const SMS_RESENDS: u8 = 2;
/// The wrong code that rejects the filing.
pub const SMS_LAST_WRONG: u8 = 6;
/// Working days the platform takes for its review, at most.
pub const PLATFORM_DAYS: u32 = 2;
/// Working days the bureau takes for its review, at most.
pub const BUREAU_DAYS: u32 = 20;

/// Declares the kinds of events: `Kind "name" "中文" "English"`.
macro_rules! events {
    ($($(#[$doc:meta])* $kind:ident $name:literal $zh:literal $en:literal)+) => {
        /// What can happen to a filing.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum EventKind {
            $($(#[$doc])* $kind,)+
        }

        impl EventKind {
            /// All kinds, in the order in which they usually come.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$kind,)+];

            /// The name of the event.
            #[must_use]
            pub const fn label(self) -> Text {
                match self {
                    $(Self::$kind => Text::new($zh, $en),)+
                }
            }

            /// The word in the draft and on the command line, e.g. `platform-passed`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }
    };
}

events! {
    /// Submitted to the platform.
    Submitted "submitted" "已提交平台" "Submitted"
    /// The deregistration was requested.
    DeregistrationRequested "deregistration-requested" "已申请注销" "Deregistration requested"
    /// The platform refused the submission on the spot, with hints; it never came under review.
    SubmissionRefused "submission-refused" "提交失败（平台未受理）" "Submission not accepted"
    /// Passed by the platform and on its way to the bureau.
    PlatformPassed "platform-passed" "平台初审通过" "Approved by the platform"
    /// Rejected by the platform, with reasons.
    PlatformReturned "platform-returned" "平台初审驳回" "Rejected by the platform"
    /// The ministry's code arrived.
    SmsReceived "sms-received" "收到核验短信" "SMS code received"
    /// The code was entered: by the person named, else by everyone concerned.
    SmsVerified "sms-verified" "短信核验完成" "SMS verification done"
    /// The code was asked for again.
    SmsResent "sms-resent" "重发核验短信" "SMS code sent again"
    /// A wrong code was entered; the sixth rejects the filing.
    SmsWrongCode "sms-wrong-code" "验证码输错" "Wrong SMS code"
    /// The code was not entered in time.
    SmsTimedOut "sms-timed-out" "短信核验超时" "SMS verification timed out"
    /// The deregistration is done: the record no longer exists.
    Deregistered "deregistered" "注销完成" "Deregistered"
    /// WeChat gives access to it no longer; what other providers give stands.
    AccessCancelled "access-cancelled" "取消接入完成" "WeChat's access cancelled"
    /// The code of the deregistration was ignored: the record stays.
    DeregistrationLapsed "deregistration-lapsed" "注销申请失效" "Deregistration lapsed"
    /// Passed by the bureau, with the filing number.
    BureauPassed "bureau-passed" "通管局审核通过" "Approved by the bureau"
    /// A change of this filing, prepared in another draft, is through: its values are the record.
    Changed "changed" "变更成功" "Change on record"
    /// Rejected by the bureau, with reasons.
    BureauReturned "bureau-returned" "通管局审核驳回" "Rejected by the bureau"
    /// The platform said something that is not known here; it is kept in its own words.
    Answered "answered" "平台的其他答复" "Other answer of the platform"
    /// Taken back by the filer, which is possible until the platform passes it on.
    Withdrawn "withdrawn" "已撤回" "Withdrawn"
}

impl EventKind {
    /// What happens to a new filing until it is filed, in order.
    #[cfg(any(test, feature = "internals"))]
    pub const TO_FILED: [Self; 5] =
        [Self::Submitted, Self::PlatformPassed, Self::SmsReceived, Self::SmsVerified, Self::BureauPassed];

    /// The kind with this name; `_` may stand for `-`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.replace('_', "-");
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether the event carries the reasons of a reviewer.
    #[must_use]
    pub const fn has_reasons(self) -> bool {
        matches!(self, Self::SubmissionRefused | Self::PlatformReturned | Self::BureauReturned)
    }

    /// Whether a filing ends with it, at WeChat or everywhere.
    #[must_use]
    pub const fn ends(self) -> bool {
        matches!(self, Self::Deregistered | Self::AccessCancelled)
    }

    /// Whether the event carries the filing number.
    #[must_use]
    pub const fn has_number(self) -> bool {
        matches!(self, Self::BureauPassed | Self::Changed)
    }

    /// Whether the event can be about one of the two people: each enters a code of their own.
    #[must_use]
    pub const fn has_person(self) -> bool {
        matches!(self, Self::SmsReceived | Self::SmsVerified | Self::SmsResent | Self::SmsWrongCode | Self::SmsTimedOut)
    }
}

/// The word for a person in the draft and on the command line: `responsible_person`, `owner`.
#[must_use]
pub const fn role_name(role: Role) -> &'static str {
    match role {
        Role::ResponsiblePerson => "responsible_person",
        Role::Owner => "owner",
    }
}

/// The person with this name; `-` may stand for `_`.
#[must_use]
pub fn role_from_name(name: &str) -> Option<Role> {
    let name = name.replace('-', "_");
    Role::BOTH.into_iter().find(|role| role_name(*role) == name)
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What.
    pub kind: EventKind,
    /// Whose code it was; `None` where nobody is named, which means everyone concerned.
    pub who: Option<Role>,
    /// A remark, or a reviewer's words as they came; empty for none.
    pub note: String,
    /// The filing number the bureau gave; empty for none.
    pub number: String,
    /// The reasons of a reviewer, each at its field.
    pub reasons: Vec<Reason>,
    /// What a change that was taken over replaced here, field by field; `None` for a field that was empty.
    pub replaced: Vec<(FieldId, Option<Value>)>,
}

impl Event {
    /// An event that says only what and when.
    #[must_use]
    pub const fn new(kind: EventKind, at: Moment) -> Self {
        Self { at, kind, who: None, note: String::new(), number: String::new(), reasons: Vec::new(), replaced: Vec::new() }
    }

    /// Whether it was written by a change that was taken over, and holds what stood here before: it is taken back in that change.
    #[must_use]
    pub fn is_written_by_change(&self) -> bool {
        self.kind == EventKind::Changed && !self.replaced.is_empty()
    }

    /// The same, about one person.
    #[must_use]
    pub fn of(self, who: Role) -> Self {
        Self { who: Some(who), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::EventKind;

    #[test]
    fn names_go_there_and_back() {
        for kind in EventKind::ALL {
            assert_eq!(EventKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(EventKind::from_name("sms_verified"), Some(EventKind::SmsVerified));
        assert_eq!(EventKind::from_name("verified"), None);
    }
}
