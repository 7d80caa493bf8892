//! The kinds of degradation, their steps, and what is found of them by the rules.

use std::path::Path;

use beian::drafts::codec;
use beian::filing::{Draft, FieldId};
use beian::rules::{self, Context};
use beian_scan::facts::{Analysis, Facts, FileFacts};
use beian_scan::inspect_bytes;
use image::{RgbImage, imageops};

use super::scene::{Ground, Paper, View, document};
use super::spoil;

/// A desk as brown as most.
pub const DESK: Ground = Ground::Desk([112, 92, 74]);

/// A document, drawn once and looked at in many ways.
pub struct Original {
    pub paper: Paper,
    pub flat: RgbImage,
    /// On a desk, with margins.
    pub photo: RgbImage,
    /// The longer side of pictures.
    longest: u32,
}

impl Original {
    pub fn new(paper: Paper, longest: u32) -> Self {
        let flat = document(paper, 1);
        let photo = view(paper, &flat, longest).shoot(&flat, 3);
        Self { paper, flat, photo, longest }
    }

    pub fn view(&self) -> View {
        view(self.paper, &self.flat, self.longest)
    }

    /// With room to be turned.
    fn far(&self) -> View {
        View::centred(&self.flat, size(self.paper, self.longest), 0.65, DESK)
    }
}

fn view(paper: Paper, flat: &RgbImage, longest: u32) -> View {
    View::centred(flat, size(paper, longest), 0.82, DESK)
}

/// The size of a picture of such a paper.
pub fn size(paper: Paper, longest: u32) -> (u32, u32) {
    if paper == Paper::Letter { (longest * 3 / 4, longest) } else { (longest, longest * 3 / 4) }
}

/// A way to spoil pictures.
pub struct Kind {
    pub name: &'static str,
    /// The rule that should find it.
    pub rule: &'static str,
    /// What the steps are called, the mildest first.
    pub steps: [f32; 5],
    pub unit: &'static str,
    pub spoil: fn(&Original, f32) -> RgbImage,
}

/// Every kind.
pub const KINDS: &[Kind] = &[
    kind("out of focus", "picture-blurred", [1.0, 1.5, 2.0, 3.0, 5.0], "σ in px of 1,280", |o, s| spoil::blur(&o.photo, s)),
    kind("shaken", "picture-blurred", [4.0, 7.0, 10.0, 15.0, 25.0], "px of 1,280", |o, s| spoil::shake(&o.photo, s)),
    kind("small picture enlarged", "picture-blurred", [1.5, 2.5, 4.0, 6.0, 9.0], "times", |o, s| spoil::enlarge(&o.photo, s)),
    kind("bleached", "picture-without-colour", [0.5, 0.8, 0.95, 0.98, 1.0], "part of the colour lost", |o, s| {
        spoil::bleach(&o.photo, s)
    }),
    kind("copy on a coloured desk", "picture-without-colour", [0.5, 0.8, 0.95, 0.98, 1.0], "part of the colour lost", |o, s| {
        o.view().shoot(&spoil::bleach(&o.flat, s), 3)
    }),
    kind("too dark", "picture-badly-lit", [-1.0, -2.0, -2.5, -3.0, -4.0], "stops", |o, s| spoil::expose(&o.photo, s)),
    kind("too light", "picture-badly-lit", [0.5, 1.0, 1.5, 2.0, 2.5], "stops", |o, s| spoil::expose(&o.photo, s)),
    kind("fogged", "picture-badly-lit", [0.2, 0.4, 0.6, 0.75, 0.9], "part of the contrast lost", |o, s| spoil::fog(&o.photo, s)),
    kind("glare", "picture-badly-lit", [0.01, 0.03, 0.05, 0.08, 0.12], "radius, of the width", |o, s| {
        spoil::glare(&o.photo, (0.42, 0.52), s)
    }),
    kind("right edge cut off", "document-cut-off", [0.10, 0.13, 0.16, 0.22, 0.32], "of the width", |o, s| {
        spoil::crop_right(&o.photo, s)
    }),
    kind("two edges cut off", "document-cut-off", [0.08, 0.12, 0.16, 0.2, 0.26], "moved by, of the side", |o, s| {
        o.view().moved(s, s).shoot(&o.flat, 3)
    }),
    kind("turned", "document-askew", [3.0, 6.0, 10.0, 15.0, 25.0], "degrees", |o, s| o.far().turned(s).shoot(&o.flat, 3)),
    kind("taken from aside", "document-askew", [0.05, 0.1, 0.2, 0.3, 0.4], "upper edge shorter by", |o, s| {
        o.view().tilted(s).shoot(&o.flat, 3)
    }),
    kind("stretched", "document-of-another-shape", [0.95, 0.9, 0.82, 0.75, 0.65], "width, times", |o, s| {
        o.view().stretched(s).shoot(&o.flat, 3)
    }),
    kind("photo of a screen", "picture-of-a-screen", [0.03, 0.08, 0.15, 0.3, 0.5], "strength of the grid", |o, s| {
        spoil::screen(&o.photo, s)
    }),
    kind("sheet cut off by a scan", "document-cut-off", [0.02, 0.05, 0.08, 0.12, 0.2], "of the width", |o, s| {
        spoil::crop_right(&o.flat, s)
    }),
    kind("a finger on a corner", "document-covered", [0.04, 0.07, 0.1, 0.14, 0.2], "radius, of the width", |o, s| {
        spoil::cover(&o.photo, o.view().corners[2], s)
    }),
    kind("a thumb on an edge", "document-covered", [0.04, 0.07, 0.1, 0.14, 0.2], "radius, of the width", |o, s| {
        let [above, .., below] = o.view().corners;
        spoil::cover(&o.photo, (above.0, (above.1 + below.1) / 2.0), s)
    }),
];

const fn kind(
    name: &'static str,
    rule: &'static str,
    steps: [f32; 5],
    unit: &'static str,
    spoil: fn(&Original, f32) -> RgbImage,
) -> Kind {
    Kind { name, rule, steps, unit, spoil }
}

/// How an original is photographed.
pub type Shot = fn(&Original) -> RgbImage;

/// Pictures with which nothing is wrong, as people make them.
pub const GOOD: &[(&str, Shot)] = &[
    ("on a brown desk", |o| o.photo.clone()),
    ("on a light desk, not quite straight", |o| on(o, Ground::Desk([196, 176, 150])).turned(2.0).shoot(&o.flat, 5)),
    ("on a dark desk", |o| on(o, Ground::Desk([48, 50, 58])).shoot(&o.flat, 6)),
    ("on a white table", |o| on(o, Ground::Desk([228, 227, 224])).shoot(&o.flat, 7)),
    ("near the picture's edges", |o| View::centred(&o.flat, size(o.paper, o.longest), 0.97, DESK).shoot(&o.flat, 8)),
    ("a little dark", |o| spoil::expose(&o.photo, -0.8)),
    ("a little soft", |o| spoil::blur(&o.photo, 0.8)),
    ("scanned on white", |o| View::centred(&o.flat, size(o.paper, o.longest), 0.9, Ground::Scanner).shoot(&o.flat, 9)),
    ("scanned, filling the picture", |o| o.flat.clone()),
    ("scanned in a corner of the glass", |o| {
        let view = View::centred(&o.flat, size(o.paper, o.longest), 0.7, Ground::Scanner);
        let (x, y) = view.corners[0];
        view.moved(-x, -y).shoot(&o.flat, 10)
    }),
    ("scanned on a whole sheet", |o| {
        View::centred(&o.flat, size(Paper::Letter, o.longest), if o.paper == Paper::Letter { 1.0 } else { 0.5 }, Ground::Scanner)
            .shoot(&o.flat, 11)
    }),
    ("lying on its side", |o| imageops::rotate90(&o.photo)),
];

fn on(original: &Original, ground: Ground) -> View {
    View::centred(&original.flat, size(original.paper, original.longest), 0.85, ground)
}

/// What is found of a picture.
pub struct Seen {
    /// The rules about what can be seen that speak about it, in a draft of the examples.
    pub rules: Vec<&'static str>,
    /// What was measured.
    pub look: Option<Analysis>,
}

/// Looks at a picture of such a paper.
pub fn see(paper: Paper, picture: &RgbImage) -> Seen {
    let field = match paper {
        Paper::Portrait => FieldId::ResponsiblePersonCertificateFront,
        Paper::Emblem => FieldId::ResponsiblePersonCertificateBack,
        Paper::Licence => FieldId::SubjectCertificatePhoto,
        Paper::Letter => FieldId::CommitmentLetter,
    };
    let draft = example();
    let path = draft.paths(field).first().map(|path| (*path).to_owned()).unwrap_or_default();
    let facts = FileFacts::of(inspect_bytes(&spoil::jpeg(picture, 92)));
    let look = facts.analysis().cloned();
    let facts: Facts = [(path, FileFacts { size: 400_000, ..facts })].into_iter().collect();
    let today = chrono::NaiveDate::default();
    let findings = rules::check(&Context::new(&draft, &facts, today));
    let seen = findings.iter().filter(|finding| finding.field == field && is_about_looks(finding.rule.name));
    // That a picture lies on its side is only a hint, and right.
    let rules =
        seen.filter(|finding| !matches!(finding.message.name, "on_end" | "sideways")).map(|finding| finding.rule.name).collect();
    Seen { rules, look }
}

fn is_about_looks(rule: &str) -> bool {
    KINDS.iter().any(|kind| kind.rule == rule) || matches!(rule, "picture-blank" | "sides-swapped")
}

fn example() -> Draft {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/example/company.toml");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    codec::parse(&text).map(|document| document.draft().clone()).unwrap_or_default()
}
