//! Anything a terminal may send, at random: keys, pastes, answers nobody asked for, broken sequences and broken UTF-8, other sizes, stops.
//! The program goes on, is left by Ctrl+Q, and its draft can be read.
//!
//! A longer run by hand: `BEIAN_SOAK_STEPS=20000 BEIAN_SOAK_SEED=7 cargo test --test all soak`. A failure names the seed.

use beian::drafts::{Access, DraftFile};
use beian::filing::FieldId;

use super::session::folder;
use super::terminal::Terminal;

/// What is sent; each as often as it stands here.
const PIECES: [&[u8]; 44] = [
    b"\t",
    b"\t",
    b"\x1b[Z",
    b"\r",
    b"\r",
    b"\x1b",
    b"\x1b[A",
    b"\x1b[B",
    b"\x1b[B",
    b"\x1b[C",
    b"\x1b[D",
    b"\x1b[5~",
    b"\x1b[6~",
    b"\x1b[H",
    b"\x1b[F",
    b"\x7f",
    b"\x7f",
    b" ",
    b"a",
    b"7",
    "备".as_bytes(),
    "案".as_bytes(),
    b"\x1bOP",
    b"\x1bOQ",
    b"\x1bOS",
    b"\x1b[15~",
    b"\x1b[19~",
    b"\x1b[20~",
    b"\x06",
    b"\x1a",
    b"\x19",
    b"\x0c",
    b"\x1b1",
    b"\x1b3",
    b"\x1b5",
    b"\x1b[200~\xe8\x99\x9a\xe6\x9e\x84 13012340003\x1b[201~",
    b"\x1b[200~begun and never ended",
    b"\x1b[?2026;2$y",
    b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b_Gi=31;OK",
    b"\x1b[<",
    b"\xff\xfe\xe5",
    b"\x1b[1;1R",
    b"\0\x1c\x9c",
];

/// Numbers that look random and are the same for the same seed (Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

fn variable(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
}

#[test]
fn soak() {
    let (seed, steps) = (variable("BEIAN_SOAK_SEED", 1), variable("BEIAN_SOAK_STEPS", 300));
    let mut dice = Dice(seed);
    let (folder, path) = folder();
    let mut terminal = Terminal::run(folder.path(), &["a"], &[], (80, 24));
    terminal.patient(steps).wait_for(FieldId::SubjectName.label().zh);
    for step in 0..steps {
        match dice.below(60) {
            0 => {
                let sizes = [(80, 24), (20, 5), (120, 36), (1, 1), (60, 16)];
                let (columns, rows) = sizes[dice.below(sizes.len())];
                terminal.resize(columns, rows);
            }
            1 => {
                terminal.signal("TSTP").until_it("the stop", |terminal| terminal.is_stopped() || terminal.has_ended());
                assert!(!terminal.has_ended(), "seed {seed}: it ended instead of stopping\n{}", terminal.raw());
                terminal.signal("CONT");
                // Until the terminal is taken again, its keys are the system's: Ctrl+\ ends a program.
                terminal.until_it("the terminal taken again", |terminal| {
                    let raw = terminal.raw();
                    raw.rfind("\u{1b}[?1049h") > raw.rfind("\u{1b}[?1049l")
                });
            }
            _ => {
                terminal.send_bytes(PIECES[dice.below(PIECES.len())]);
            }
        }
        assert!(!terminal.has_ended(), "seed {seed}: it ended after step {step}\n{}", terminal.raw());
        terminal.take_what_is_there();
    }
    // Whatever is open: a paste without an end, a dialog, a question.
    terminal.resize(80, 24);
    assert!(terminal.leaves("\u{11}"), "seed {seed}: Ctrl+Q is not heard\n{}", terminal.text());
    assert!(!terminal.raw().contains("panicked"), "seed {seed}: {}", terminal.raw());
    terminal.must_be_given_back();
    DraftFile::open(&path, Access::ReadOnly).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
}
