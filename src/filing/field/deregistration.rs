//! The fields of a deregistration (注销): what ends, why, and who receives the ministry's code.

use super::console::{Page, Place};
use super::kind::Kind::{Choice, Text, Word};
use super::kind::{List, TextKind, WordList};
use super::record::{Field, Kinds, field};
use super::{FieldId, Section};
use crate::filing::conditions as when;

fields!(
    deregistration,
    Section::Deregistration,
    DeregistrationScope = field("deregistration.scope", Word(WordList::Scopes), when::required)
        .label("注销范围", "Scope")
        .help(
            "注销主体：名下全部网站、App 和小程序都失去备案；注销小程序：只这一个；取消接入：只取消微信这一家接入。",
            "The entity: every site, app and mini-program of it loses its filing. The mini-program: this one. Access: WeChat only.",
        )
        .kinds(Kinds::DEREGISTRATION)
        .example("mini-program")
        .console(Place::new(Page::Deregistration, 40)),
    DeregistrationReason = field("deregistration.reason", Choice(List::DeregistrationReasons), when::required)
        .label("注销原因", "Reason")
        .help(
            "不再运营，或者换了主体、证件号码或省份，要注销后重新备案。",
            "It is no longer operated; or entity, certificate number or province has changed, so that it is filed again.",
        )
        .kinds(Kinds::DEREGISTRATION)
        .example("1")
        .console(Place::new(Page::Deregistration, 50)),
    DeregistrationCodeReceiver =
        field("deregistration.code_receiver", Text(TextKind::PersonName), when::code_receiver)
            .label("接收验证码的人", "Who receives the code")
            .help(
                "工信部的验证码发给谁：注销主体是备案里的主体负责人，注销小程序是备案里的小程序负责人。",
                "The ministry's code goes to the person on record: the responsible person for the entity, the contact for a \
                 mini-program.",
            )
            .kinds(Kinds::DEREGISTRATION)
            .example("张三")
        .console(Place::new(Page::Deregistration, 60)),
    DeregistrationCodePhone = field("deregistration.code_phone", Text(TextKind::Phone), when::code_receiver)
        .label("接收验证码的手机", "Phone for the code")
        .help(
            "备案里这个人的手机号码；24 小时内要凭短信核验，收不到短信的，先办变更换号码。",
            "That person's number on record. The code has to be entered within 24 hours; if that phone number is no longer in use, file a \
             change of it first.",
        )
        .kinds(Kinds::DEREGISTRATION)
        .example("13012340003")
        .console(Place::new(Page::Deregistration, 70)),
);
