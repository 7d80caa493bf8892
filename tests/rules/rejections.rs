//! `docs/rejections.md` is what the register says. Write it anew with
//! `BEIAN_WRITE_DOCS=1 cargo test --test all rejections`.

use std::fmt::Write;

use beian::rules::{Rejection, rules_against};
use beian::text::{Lang, Text};

const HEAD: Text = Text::new(
    "\
# 备案为什么被退回

下面是备案被退回的五十种说法、背后的原因、`beian` 里提前查出它的规则，以及提交之前谁也看不到的部分。
规则的详细说明用 `beian explain 规则名` 查看。干净的检查结果不是承诺：审核人员有自己的判断。

本页由程序的规则表生成，不要手改：`BEIAN_WRITE_DOCS=1 cargo test --test all rejections`。
",
    "\
# Why filings are rejected

The fifty reasons that are given when a filing is rejected, what is behind each, the rules of `beian` that find it
beforehand, and what cannot be seen before submission. `beian explain RULE` shows a rule in full. A clean report is no
promise: reviewers judge for themselves.

This page is made from the program's register; do not edit it: `BEIAN_WRITE_DOCS=1 cargo test --test all rejections`.
",
);
const COUNT: Text = Text::new(
    "其中 {all} 种能提前查出，{part} 种能查出一部分或靠提问得知，{none} 种离线查不出。",
    "Found beforehand: {all}; in part or by asking: {part}; not to be found offline: {none}.",
);
const COLUMNS: Text = Text::new(
    "| 序号 | 退回时的说法 | 后果 | 原因 | 改法 | 查出它的规则 | 提前看不到的 |",
    "| # | What is said | Weight | What is behind it | What to do | Rules that find it | What cannot be seen |",
);
const WEIGHTS: [Text; 3] = [Text::new("可能退回", "possible"), Text::new("多半退回", "likely"), Text::new("必退", "certain")];
const NOTHING: Text = Text::new("—", "—");

/// What is said, in the language: in English the translation, with the words themselves behind it.
fn said(lang: Lang, wording: Text) -> String {
    match lang {
        Lang::Zh => wording.zh.to_owned(),
        Lang::En => format!("{} ({})", wording.en, wording.zh),
    }
}

fn row(lang: Lang, rejection: Rejection) -> String {
    let record = rejection.record();
    let rules: Vec<String> =
        rules_against(rejection).map(|rule| format!("`{}` {}", rule.name, rule.title.in_lang(lang))).collect();
    let or_nothing = |text: String| if text.is_empty() { NOTHING.in_lang(lang).to_owned() } else { text };
    let cells = [
        record.number.to_string(),
        said(lang, record.wording),
        WEIGHTS[usize::from(record.weight) - 1].in_lang(lang).to_owned(),
        record.cause.in_lang(lang).to_owned(),
        record.fix.in_lang(lang).to_owned(),
        or_nothing(rules.join("<br>")),
        or_nothing(record.unseen.in_lang(lang).to_owned()),
    ];
    format!("| {} |", cells.join(" | "))
}

fn page(lang: Lang) -> String {
    let is_found = |rejection: &Rejection| rules_against(*rejection).next().is_some();
    let unseen = |rejection: &Rejection| !rejection.record().unseen.zh.is_empty();
    let none = Rejection::ALL.iter().filter(|rejection| !is_found(rejection)).count();
    let part = Rejection::ALL.iter().filter(|rejection| is_found(rejection) && unseen(rejection)).count();
    let count = COUNT.in_lang(lang).replace("{none}", &none.to_string()).replace("{part}", &part.to_string());
    let count = count.replace("{all}", &(Rejection::ALL.len() - part - none).to_string());
    let columns = COLUMNS.in_lang(lang);
    let mut text =
        format!("{}\n{count}\n\n{columns}\n{}|\n", HEAD.in_lang(lang), "|---".repeat(columns.matches('|').count() - 1));
    for rejection in Rejection::ALL {
        writeln!(text, "{}", row(lang, rejection)).unwrap();
    }
    text
}

#[test]
fn the_pages_are_what_the_register_says() {
    for (lang, name) in [(Lang::En, "docs/rejections.md"), (Lang::Zh, "docs/rejections.zh-CN.md")] {
        let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("BEIAN_WRITE_DOCS").is_some() {
            std::fs::write(&path, page(lang)).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(there == page(lang), "{name} is not what the register says: write it anew (see the head of this file)");
    }
}
