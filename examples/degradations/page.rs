//! Prints `docs/pictures.md`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;

use beian::rules::PICTURE_THRESHOLDS;
use beian_scan::facts::{Analysis, Outline};

use super::Cell;
use super::table::{GOOD, KINDS, Seen};

const HEAD: &str = "\
# What can be seen in pictures

**图片检查的准头。** 下面的数字全部来自程序自己画的证件和文件（没有真实证件）：18 种毛病各分 5 档，加上拍得好的照片和扫描件，统计规则查出了多少、
漏了多少、误报了多少。阈值宁可漏报，不可误报：拍得好的图片不应有任何提示。真实照片上的准头没有量过。

`beian` measures JPEG and PNG pictures and warns of what makes the platform or a reviewer send them back. This page says how well
that works. It is written by one command, which draws all pictures anew, the same ones every time:

    cargo run --release --example degradations > docs/pictures.md

**All of it is synthetic.** Two sides of a card, a licence and a letter are drawn with random strokes instead of characters, laid on
a desk or a scanner, spoilt in five steps a kind, the mildest first, and saved as JPEG of quality 92 with 2,000 pixels on the longer
side (a scan that fills its picture has up to 3,360). Optics, sensors, crumpled paper, shadows of hands and real type are not in it,
so the figures compare thresholds with each other and promise nothing about a given camera. They have not been
measured on photos of real certificates, and the thresholds were set on these very pictures: on others they will do worse.

A false alarm costs more than a miss: who is warned of a good picture stops reading warnings. The thresholds therefore leave every
good picture alone, and the mild steps, which a reviewer could still read, are meant to pass.
";

const WEAK: &str = "\
What is missed, and why:

- A copy in grey of a letter, on a desk: letters are black on white, so nothing is said about them.
- A sheet that is cut off where nothing is written: where its proportion is still right, it is taken for a scan that ends where the
  sheet does. Once writing runs into the border, it is found.
- A finger on paper of its own colour, or on a desk of its own colour; a black sleeve, which looks like a shadow.
- Blur in which the largest writing can still be read, and pictures enlarged less than about five times.
- One edge cut off by little: less than what lies between document and border is no loss, and a scanner's border hides the rest.
";

/// A measure: its name among the thresholds, the documents it is asked of, whether more is worse, and the kinds that show in it.
struct Measure {
    name: &'static str,
    papers: &'static [usize],
    more_is_worse: bool,
    of: fn(&Analysis) -> Option<f32>,
    kinds: &'static [&'static str],
    why: &'static str,
}

const ALL: &[usize] = &[0, 1, 2, 3];
const CARDS: &[usize] = &[0, 1];
const SOFT: &[&str] = &["out of focus", "small picture enlarged"];

const fn worse_above(
    name: &'static str,
    papers: &'static [usize],
    of: fn(&Analysis) -> Option<f32>,
    kinds: &'static [&'static str],
    why: &'static str,
) -> Measure {
    Measure { name, papers, more_is_worse: true, of, kinds, why }
}

const fn worse_below(
    name: &'static str,
    papers: &'static [usize],
    of: fn(&Analysis) -> Option<f32>,
    kinds: &'static [&'static str],
    why: &'static str,
) -> Measure {
    Measure { name, papers, more_is_worse: false, of, kinds, why }
}

const MEASURES: &[Measure] = &[
    worse_above("blur, identity card", CARDS, |l| l.blur, SOFT, "standard deviation of the blur, in px of 1,280"),
    worse_above("blur, business licence", &[2], |l| l.blur, SOFT, "the same; its writing is smaller in the picture"),
    worse_above("blur, letter", &[3], |l| l.blur, SOFT, "the same"),
    worse_below("evenness", ALL, |l| Some(l.evenness), &["shaken"], "edges in the weaker direction by the stronger"),
    worse_below("colour", &[0, 1, 2], |l| Some(l.tone.colour), &["bleached"], "between channels, of 255"),
    worse_below("colour, letter", &[3], |l| Some(l.tone.colour), &["bleached"], "the same; letters are black on white"),
    worse_below(
        "colour of the document",
        &[0, 1, 2],
        |l| Some(l.tone.document_colour),
        &["copy on a coloured desk"],
        "the same, the paper's own tint taken out; not asked of letters",
    ),
    worse_below("paper", ALL, |l| Some(f32::from(l.tone.paper)), &["too dark"], "how light it is, of 255"),
    worse_above(
        "ink where all is white",
        ALL,
        |l| (l.tone.white > 0.5).then_some(f32::from(l.tone.ink)),
        &["too light"],
        "of 255; only where half of the document is pure white",
    ),
    worse_below(
        "contrast",
        ALL,
        |l| Some(f32::from(l.tone.paper.saturating_sub(l.tone.ink))),
        &["fogged"],
        "levels between paper and ink",
    ),
    worse_above("glare", ALL, |l| Some(l.tone.glare), &["glare"], "part of the document under the largest spot"),
    worse_above(
        "cut",
        ALL,
        |l| l.outline.as_ref().map(|o| o.cut.into_iter().fold(0.0, f32::max)),
        &["right edge cut off", "two edges cut off"],
        "part of a border that the document runs into; let pass where its proportion is right, as in a scan",
    ),
    worse_above(
        "writing at a border",
        ALL,
        |l| Some(l.written.into_iter().fold(0.0, f32::max)),
        &["sheet cut off by a scan"],
        "part of a border that strokes cross",
    ),
    worse_above(
        "cover",
        ALL,
        |l| Some(l.covered),
        &["a finger on a corner", "a thumb on an edge"],
        "part of the document under a patch that reaches in from an edge",
    ),
    worse_above(
        "angle",
        ALL,
        |l| if l.outline.is_some() { whole(l).map(|o| o.angle.abs()) } else { l.lean.map(f32::abs) },
        &["turned"],
        "degrees",
    ),
    worse_above(
        "taper",
        ALL,
        |l| whole(l).map(|o| o.taper),
        &["taken from aside"],
        "the longer of two opposite edges by the shorter",
    ),
    worse_above(
        "proportion, identity card",
        CARDS,
        |l| whole(l).map(|o| strays(o, 85.6 / 54.0)),
        &["stretched"],
        "part by which it is off 85.6 × 54",
    ),
    worse_above(
        "proportion, business licence",
        &[2],
        |l| whole(l).map(|o| strays(o, 1.414)),
        &["stretched"],
        "part by which it is off A4",
    ),
    worse_above("grid", ALL, |l| Some(l.grid), &["photo of a screen"], "strongest regular wave by the usual one"),
];

/// The outline of a document that is not cut off; the shape of another says nothing.
fn whole(look: &Analysis) -> Option<&Outline> {
    look.outline.as_ref().filter(|outline| outline.cut.iter().all(|part| *part <= threshold("cut")))
}

fn threshold(name: &str) -> f32 {
    PICTURE_THRESHOLDS.iter().find(|(known, _)| *known == name).map_or(f32::NAN, |(_, value)| *value)
}

fn strays(outline: &Outline, wanted: f32) -> f32 {
    (outline.proportion.max(1.0 / outline.proportion.max(0.01)) - wanted).abs() / wanted
}

/// Prints the page.
pub fn print(results: &BTreeMap<Cell, Seen>) {
    println!("{HEAD}");
    kinds(results);
    println!("{WEAK}");
    good(results);
    thresholds(results);
}

fn kinds(results: &BTreeMap<Cell, Seen>) {
    println!(
        "## What is found\n\n● found by the rule for it, ◐ warned of under another name, · missed; one mark a step, the mildest first.\n"
    );
    println!("| kind | steps | portrait side | emblem side | licence | letter | missed |\n|---|---|---|---|---|---|---|");
    let (mut hits, mut misses, mut others) = (0, 0, 0);
    let (mut strong, mut strong_missed) = (0, Vec::new());
    for (row, kind) in KINDS.iter().enumerate() {
        let (mut cells, mut missed) = (Vec::new(), 0);
        for paper in 0..4 {
            let mut marks = Vec::new();
            for step in 0..5 {
                let rules = results.get(&(row, paper, step)).map_or(&[][..], |seen| &seen.rules);
                let hit = rules.contains(&kind.rule);
                let other = !hit && !rules.is_empty();
                marks.push(if hit {
                    "●"
                } else if other {
                    "◐"
                } else {
                    "·"
                });
                hits += usize::from(hit);
                others += usize::from(other);
                missed += usize::from(!hit && !other);
                strong += usize::from(step == 4);
                if step == 4 && !hit && !other {
                    strong_missed.push(format!(
                        "{} ({})",
                        kind.name,
                        ["portrait side", "emblem side", "licence", "letter"][paper]
                    ));
                }
            }
            cells.push(marks.join(" "));
        }
        misses += missed;
        let steps = kind.steps.map(|step| step.to_string()).join(", ");
        println!("| {} | {steps} {} | {} | {missed} |", kind.name, kind.unit, cells.join(" | "));
    }
    let all = hits + misses + others;
    println!("\nOf {all} spoilt pictures {hits} are found, {others} are warned of under another name, {misses} are missed.");
    let named = if strong_missed.is_empty() { "none".to_owned() } else { strong_missed.join(", ") };
    println!("Missed at the strongest of the five steps, {} of {strong}: {named}.\n", strong_missed.len());
}

fn good(results: &BTreeMap<Cell, Seen>) {
    println!("## False alarms\n\n| good picture | portrait side | emblem side | licence | letter |\n|---|---|---|---|---|");
    let mut alarms = 0;
    for (row, (name, _)) in GOOD.iter().enumerate() {
        let cells = (0..4).map(|paper| {
            let rules = results.get(&(KINDS.len() + row, paper, 0)).map_or(&[][..], |seen| &seen.rules);
            alarms += usize::from(!rules.is_empty());
            if rules.is_empty() { "–".to_owned() } else { rules.join(", ") }
        });
        println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
    println!("\n{alarms} false alarms in {} good pictures.\n", GOOD.len() * 4);
}

fn thresholds(results: &BTreeMap<Cell, Seen>) {
    println!("## Thresholds\n");
    println!(
        "Each stands between the worst of the good pictures and the spoilt ones. The last column has the mildest and the strongest"
    );
    println!(
        "value among the spoilt pictures of the strongest step: where it reaches to the good side, the measure misses some.\n"
    );
    println!("| measure | unit | threshold | worst good picture | strongest step |\n|---|---|---|---|---|");
    for measure in MEASURES {
        let threshold = threshold(measure.name);
        let values = |rows: &dyn Fn(usize, usize) -> bool| {
            let cells = results.iter().filter(|((row, paper, step), _)| measure.papers.contains(paper) && rows(*row, *step));
            let mut values: Vec<f32> = cells.filter_map(|(_, seen)| (measure.of)(seen.look.as_ref()?)).collect();
            values.sort_by(f32::total_cmp);
            values
        };
        let good = values(&|row, _| row >= KINDS.len());
        let bad = values(&|row, step| step == 4 && KINDS.get(row).is_some_and(|kind| measure.kinds.contains(&kind.name)));
        let worst = if measure.more_is_worse { good.last() } else { good.first() };
        let sign = if measure.more_is_worse { "above" } else { "below" };
        let number = |value: Option<&f32>| value.map_or("–".to_owned(), |value| short(*value));
        let range = format!("{} to {}", number(bad.first()), number(bad.last()));
        println!("| {} | {} | {sign} {} | {} | {range} |", measure.name, measure.why, short(threshold), number(worst));
    }
}

fn short(value: f32) -> String {
    if value.abs() >= 20.0 {
        format!("{value:.0}")
    } else if value.abs() >= 1.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.3}")
    }
}
