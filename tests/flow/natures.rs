//! What a folder of scans makes of the nature that a new filing begins with.

use beian::filing::FieldId as F;
use beian::locale::Lang;
use beian::reading::{DocumentKind, Reading};
use beian_scan::facts::{FileFacts, Format};

use super::wizard::{LANGS, Setup, Wizard};
use super::world::found;

/// The nature that just stood there gives way to what the certificate says, which is told, and comes back with the rest; one that was
/// chosen stays.
#[test]
fn the_certificate_tells_the_nature_where_nobody_chose_one() {
    for lang in LANGS {
        let start = || {
            let mut wizard = Setup::new().lang(lang).start();
            let licence = Reading { kind: Some(DocumentKind::Licence), ..Reading::default() };
            wizard.world.readings.insert("l".to_owned(), licence);
            wizard.world.pictures = vec![found("/scans/licence.jpg", "l")];
            let facts = FileFacts::picture(Format::Jpeg, 1600, 1000, 300_000).with_sha256("l");
            wizard.world.facts.insert("/scans/licence.jpg", facts);
            wizard
        };
        let nature = |wizard: &Wizard| wizard.draft().code(F::SubjectNature);
        let mut wizard = start();
        wizard.keys("Ctrl+N").paste("/scans");
        assert_eq!((nature(&wizard), wizard.value(F::SubjectCertificatePhoto)), (Some(4), "/scans/licence.jpg"));
        let said = if lang == Lang::En { "By the certificates" } else { "按证件，主体性质是「企业」" };
        assert!(wizard.says(said), "{}", wizard.screen());
        wizard.keys("Ctrl+Z");
        assert_eq!(nature(&wizard), Some(beian::catalog::INDIVIDUAL), "{}", wizard.screen());
        let mut wizard = start();
        wizard.keys("Ctrl+N Tab Down Up").paste("/scans");
        assert!(
            !wizard.says(said) && wizard.says(if lang == Lang::En { "No picture" } else { "没有一张照片" }),
            "{}",
            wizard.screen()
        );
    }
}
