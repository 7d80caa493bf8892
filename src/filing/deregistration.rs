//! What a deregistration ends, and what the platform calls it (`wechat-api.md` section 2, `filing-rules.md` section 1.4).

use super::change::is_masked;
use super::draft::Draft;
use super::field::{FieldId, PersonField, Role};
use super::value::Value;
use crate::text::Text;

/// What ends: the `cancel_type` of the platform's `cancel_icp_filing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// 注销主体: the subject with every service of it, on all platforms.
    Subject,
    /// 注销小程序: this mini-program, on all platforms.
    MiniProgram,
    /// 取消接入: WeChat as the access provider; others keep theirs.
    Access,
}

impl Scope {
    /// All, in the order of the platform's numbers.
    pub const ALL: [Self; 3] = [Self::Subject, Self::MiniProgram, Self::Access];
    /// All, in the order in which they are offered: what is meant as a rule first, what ends everything last.
    pub const OFFERED: [Self; 3] = [Self::MiniProgram, Self::Access, Self::Subject];
    /// Their words in the draft.
    pub const WORDS: [&'static str; 3] = ["subject", "mini-program", "access"];

    /// What a draft says; `None` while nothing is chosen, or a word that stands for none.
    #[must_use]
    pub fn of(draft: &Draft) -> Option<Self> {
        Self::from_word(draft.text(FieldId::DeregistrationScope))
    }

    /// The scope that a word of the draft stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().zip(Self::WORDS).find(|(_, known)| *known == word).map(|(scope, _)| scope)
    }

    /// The word that stands for it in the draft.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::MiniProgram => "mini-program",
            Self::Access => "access",
        }
    }

    /// The platform's number of it.
    #[must_use]
    pub const fn cancel_type(self) -> u32 {
        match self {
            Self::Subject => 1,
            Self::MiniProgram => 2,
            Self::Access => 3,
        }
    }

    /// Its official name.
    #[must_use]
    pub const fn name(self) -> Text {
        match self {
            Self::Subject => Text::new("注销主体", "The entity and all its services"),
            Self::MiniProgram => Text::new("注销小程序", "This mini-program"),
            Self::Access => Text::new("取消接入", "WeChat's access only"),
        }
    }

    /// Who receives the code: the responsible person for the subject's end, the owner for the mini-program's, and for the end of an
    /// access, as far as is known, no one (`filing-rules.md` section 1.4).
    #[must_use]
    pub const fn code_receiver(self) -> Option<Role> {
        match self {
            Self::Subject => Some(Role::ResponsiblePerson),
            Self::MiniProgram => Some(Role::Owner),
            Self::Access => None,
        }
    }

    /// Whether the ministry sends a code for it. For the end of an access no source says so (`filing-rules.md` section 1.4).
    #[must_use]
    pub const fn sends_code(self) -> bool {
        self.code_receiver().is_some()
    }
}

/// What is on record of whoever receives the code for what a deregistration ends: the name or the number. `None` where no code is sent,
/// and where the record does not tell.
#[must_use]
pub fn receiver_on_record(draft: &Draft, part: PersonField) -> Option<&Value> {
    let role = Scope::of(draft)?.code_receiver()?;
    let own = draft.recorded(part.of(role));
    // An owner who is the responsible person stands there; an individual is both.
    let is_another = draft.recorded(FieldId::SameAsResponsiblePerson) == Some(&Value::Flag(false));
    own.or_else(|| draft.recorded(part.of(Role::ResponsiblePerson)).filter(|_| !is_another))
}

/// The same, where it can be taken over as it stands: nothing of it is masked.
#[must_use]
pub fn known_receiver(draft: &Draft, part: PersonField) -> Option<&Value> {
    receiver_on_record(draft, part).filter(|value| !is_masked(value) && !value.is_empty())
}

/// An edit with what follows from it: where it says what ends, whoever receives the code for that is known from the record. What somebody
/// else stood in, or wrote, stays; only nobody's field, and what was taken from the record for another scope, is filled in.
#[must_use]
pub fn with_receiver(draft: &Draft, mut changes: Vec<(FieldId, Option<Value>)>) -> Vec<(FieldId, Option<Value>)> {
    let scope = changes.iter().rev().find(|(id, _)| *id == FieldId::DeregistrationScope).map(|(_, value)| value.clone());
    let Some(scope) = scope else { return changes };
    let mut after = draft.clone();
    after.set(FieldId::DeregistrationScope, scope);
    if Scope::of(&after).and_then(Scope::code_receiver).is_none() {
        return changes;
    }
    for (id, part) in
        [(FieldId::DeregistrationCodeReceiver, PersonField::Name), (FieldId::DeregistrationCodePhone, PersonField::Mobile)]
    {
        let is_of_record =
            draft.get(id).is_some_and(|value| Role::BOTH.iter().any(|role| draft.recorded(part.of(*role)) == Some(value)));
        let is_given = changes.iter().any(|(other, _)| *other == id);
        if !is_given && (draft.get(id).is_none() || is_of_record) {
            changes.push((id, known_receiver(&after, part).cloned()));
        }
    }
    changes
}

/// The reasons the platform knows: its numbers and their names.
pub const REASONS: [(u32, Text); 2] = [
    (1, Text::new("不再运营", "No longer operated")),
    (2, Text::new("主体信息变更，须注销后重新备案", "Entity's data changed: to be filed again")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_have_words_numbers_and_names() {
        for (index, scope) in Scope::ALL.into_iter().enumerate() {
            assert_eq!(Scope::from_word(Scope::WORDS[index]), Some(scope));
            assert_eq!(scope.word(), Scope::WORDS[index]);
            assert_eq!(scope.cancel_type() as usize, index + 1);
            assert_eq!(scope.sends_code(), scope != Scope::Access);
            assert!(Scope::ALL.into_iter().all(|other| other == scope || other.name() != scope.name()));
        }
        assert_eq!(Scope::from_word("subjects"), None);
        assert_eq!(Scope::of(&Draft::default()), None);
    }

    #[test]
    fn the_scope_brings_whoever_receives_the_code() {
        let (scope, receiver, phone) =
            (FieldId::DeregistrationScope, FieldId::DeregistrationCodeReceiver, FieldId::DeregistrationCodePhone);
        let mut end = Draft::default();
        end.set(FieldId::FilingKind, Some("deregister".into()));
        for (id, value) in [
            (FieldId::ResponsiblePersonName, "张三"),
            (FieldId::ResponsiblePersonMobile, "13012340003"),
            (FieldId::OwnerName, "李四"),
            (FieldId::OwnerMobile, "130****0005"),
        ] {
            end.set_recorded(id, Some(value.into()));
        }
        end.set_recorded(FieldId::SameAsResponsiblePerson, Some(Value::Flag(false)));
        let mut choose = |word: &str, typed: Option<&str>| {
            if let Some(typed) = typed {
                end.set(receiver, Some(typed.into()));
            }
            for (id, value) in with_receiver(&end, vec![(scope, Some(word.into()))]) {
                end.set(id, value);
            }
            (end.text(receiver).to_owned(), end.text(phone).to_owned())
        };
        let two = |name: &str, phone: &str| (name.to_owned(), phone.to_owned());
        assert_eq!(choose("subject", None), two("张三", "13012340003"));
        assert_eq!(choose("mini-program", None), two("李四", ""), "masked: asked for");
        assert_eq!(choose("access", None), two("李四", ""), "nobody gets a code: nothing is asked for");
        assert_eq!(choose("subject", None), two("张三", "13012340003"), "whoever stood there is of the record");
        assert_eq!(choose("mini-program", Some("王五")), two("王五", ""), "what was typed stays");
        let given = vec![(scope, Some("subject".into())), (receiver, Some("赵六".into()))];
        assert_eq!(with_receiver(&end, given)[1].1, Some("赵六".into()));
        let other = vec![(FieldId::AppId, Some("wx1".into()))];
        assert_eq!(with_receiver(&end, other.clone()), other);
    }

    #[test]
    fn the_record_names_whoever_receives_the_code() {
        let mut end = Draft::default();
        end.set_recorded(FieldId::ResponsiblePersonName, Some("张三".into()));
        end.set_recorded(FieldId::ResponsiblePersonMobile, Some("130****0009".into()));
        let name = |end: &Draft| known_receiver(end, PersonField::Name).and_then(Value::as_text).map(str::to_owned);
        assert_eq!(name(&end), None);
        // No flag on record: an individual, or an owner who is the responsible person.
        for (scope, is_another, owner, expected) in [
            ("subject", None, None, Some("张三")),
            ("mini-program", None, None, Some("张三")),
            ("mini-program", Some(true), None, Some("张三")),
            ("mini-program", Some(false), None, None),
            ("mini-program", Some(false), Some("李四"), Some("李四")),
            ("subject", Some(false), Some("李四"), Some("张三")),
            ("access", Some(false), Some("李四"), None),
        ] {
            end.set(FieldId::DeregistrationScope, Some(scope.into()));
            end.set_recorded(FieldId::SameAsResponsiblePerson, is_another.map(Value::Flag));
            end.set_recorded(FieldId::OwnerName, owner.map(Value::from));
            assert_eq!(name(&end).as_deref(), expected, "{scope} {is_another:?} {owner:?}");
        }
        end.set(FieldId::DeregistrationScope, Some("subject".into()));
        assert_eq!(known_receiver(&end, PersonField::Mobile), None, "masked");
        assert!(receiver_on_record(&end, PersonField::Mobile).is_some());
    }
}
