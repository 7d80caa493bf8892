//! The closed sets of the data files: each enum once, with the word that stands for a variant in TOML.
//!
//! `build.rs` compiles this folder too and reads the files with it, so nothing here may use the rest of the crate.

mod circumstance;
mod filing_kind;
mod keyword;
mod letter;
mod material;
mod province;
mod rule;
mod threshold;

pub use circumstance::Circumstance;
pub use filing_kind::FilingKind;
pub use keyword::{Effect, List, Spot, Status, WhyUnfit};
#[allow(unused_imports, reason = "build.rs and the program use different parts")]
pub use letter::{Blank, Form};
pub use material::{Letter, Signatory};
pub use province::{Audience, Holders, LegalPersonRule, LocalPhone, NonlocalRule, Occasion, Precision, Refused};
pub use rule::{Confidence, Severity, Topic};
pub use threshold::{Concern, Unit};

/// A closed set whose members stand in the data files as words.
#[allow(dead_code, reason = "build.rs reads the files")]
pub trait Vocabulary: Copy + std::fmt::Debug + 'static {
    /// What the enum is called, for generated source.
    const NAME: &'static str;

    /// The words, in the order of their declaration.
    const WORDS: &'static [&'static str];

    /// The member that a word stands for.
    fn from_word(word: &str) -> Option<Self>;
}

/// Declares an enum with its words. A variant without a word does not stand in any file.
macro_rules! vocabulary {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$about:meta])* $variant:ident $(= $($word:literal)|+)?,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(dead_code, reason = "a word that may stand in the files need not stand in them today")]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $name {
            /// All, in the order of their declaration.
            #[allow(dead_code, reason = "not every set is walked")]
            pub const ALL: [Self; [$(stringify!($variant)),+].len()] = [$(Self::$variant),+];
        }

        impl super::Vocabulary for $name {
            const NAME: &'static str = stringify!($name);
            const WORDS: &'static [&'static str] = &[$($($($word,)+)?)+];

            fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($($($word)|+ => Some(Self::$variant),)?)+
                    _ => None,
                }
            }
        }
    };
}
use vocabulary;
