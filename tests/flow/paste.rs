//! Pasting and dropping: one event, cleaned, and never more than a field can take.

use beian::filing::{Draft, FieldId, Value};
use beian::locale::tui::form;

use super::wizard::{Setup, Wizard, example};

const SECRET: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

#[test]
fn line_breaks_and_controls_do_not_get_into_a_line() {
    let mut wizard = Wizard::enterprise();
    let id = FieldId::MiniProgramName;
    wizard.go(id).paste("小食\r\n记\u{1b}[31m\u{202e}\u{7}店\n").must_say(form::BREAKS_SPACED);
    let value = wizard.value(id);
    assert!(value.starts_with("小食记") && value.ends_with('店'), "{value:?}");
    assert!(!value.chars().any(|c| c.is_control() || c == '\u{202e}'), "{value:?}");
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.value(id), "", "a paste is one step of undo");
}

#[test]
fn lines_that_a_terminal_broke_are_joined_and_the_message_is_true() {
    let mut wizard = Wizard::enterprise();
    let name = FieldId::MiniProgramName;
    for (pasted, kept, said) in [
        ("小满\n记账本", "小满记账本", form::BREAKS_GONE),
        ("小满 \n  记账本", "小满记账本", form::BREAKS_GONE),
        ("Little\nLedger", "Little Ledger", form::BREAKS_SPACED),
        ("小满\u{200B}记账本", "小满记账本", form::HIDDEN_GONE),
        ("小满\n记\u{200B}账本", "小满记账本", form::BOTH_GONE),
    ] {
        wizard.go(name).keys("Ctrl+U").paste(pasted).must_say(said);
        assert_eq!(wizard.value(name), kept, "{pasted:?}");
    }
    wizard.go(FieldId::SubjectAddress).keys("Ctrl+U").paste("桂花街780号\n3栋2单元1101室");
    assert_eq!(wizard.value(FieldId::SubjectAddress), "桂花街780号3栋2单元1101室");
}

#[test]
fn a_whole_day_takes_the_place_of_another_and_a_period_fills_both() {
    let (from, until) = (FieldId::ResponsiblePersonCertificateValidFrom, FieldId::ResponsiblePersonCertificateValidUntil);
    let mut wizard = Wizard::company();
    wizard.go(from).keys("Ctrl+U").text("2016-11-10").paste("2022年9月15日").keys("Tab");
    assert_eq!(wizard.value(from), "2022-09-15");
    wizard.go(from).paste("2023.01.02-2043.01.02").must_say(form::BOTH_ENDS);
    assert_eq!((wizard.value(from), wizard.value(until)), ("2023-01-02", "2043-01-02"));
    // What is not whole goes in where the caret stands.
    wizard.go(from).keys("Ctrl+U").text("2022-").paste("09-15");
    assert_eq!(wizard.value(from), "2022-09-15");
}

#[test]
fn an_app_id_is_pasted_with_its_label() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::AppId).paste("AppID(小程序ID)\nwx7f6e5d4c3b2a1908");
    assert_eq!(wizard.value(FieldId::AppId), "wx7f6e5d4c3b2a1908");
    wizard.keys("Ctrl+U").paste(&format!("wx7f6e5d4c3b2a1908 {SECRET}")).must_say(form::SECRET);
}

#[test]
fn a_whole_address_is_pasted_without_the_region_that_is_chosen() {
    let id = FieldId::SubjectAddress;
    for (pasted, kept, is_said) in [
        ("四川省成都市武侯区虚构街88号801室", "虚构街88号801室", true),
        (" 成都市武侯区虚构街88号801室\n", "虚构街88号801室", true),
        ("虚构街88号801室", "虚构街88号801室", false),
        // Another district stays, and is doubted; so does a name that only begins like the region, and what would leave nothing.
        ("四川省成都市锦江区虚构街88号", "锦江区虚构街88号", true),
        ("四川大学路8号", "四川大学路8号", false),
        ("四川省成都市武侯区", "四川省成都市武侯区", false),
    ] {
        let mut draft = example("company");
        draft.set(id, None);
        let mut wizard = Setup::new().open(draft).start();
        wizard.go(id).paste(pasted);
        assert_eq!(wizard.value(id), kept, "{pasted}");
        assert_eq!(wizard.says("在备案地区里已经有了"), is_said, "{}", wizard.screen());
        wizard.keys("Ctrl+Z");
        assert_eq!(wizard.value(id), "", "a paste is one step of undo");
    }
    // What is put between other words stands as it is, and so does the address on the certificate.
    let whole = "四川省成都市武侯区虚构街88号801室";
    let mut wizard = Wizard::company();
    wizard.go(id).keys("Ctrl+A").paste(whole);
    assert_eq!(wizard.value(id), "虚构街88号801室");
    wizard.paste("成都市");
    assert_eq!(wizard.value(id), "虚构街88号801室成都市");
    wizard.go(FieldId::SubjectCertificateAddress).keys("Ctrl+U").paste(whole);
    assert_eq!(wizard.value(FieldId::SubjectCertificateAddress), whole);
}

#[test]
fn a_paste_goes_in_where_the_caret_stands() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::MiniProgramName).text("小记").keys("Left").paste("食");
    assert_eq!(wizard.value(FieldId::MiniProgramName), "小食记");
    wizard.text("2");
    assert_eq!(wizard.value(FieldId::MiniProgramName), "小食2记");
    wizard.keys("Ctrl+A").paste("新");
    assert_eq!(wizard.value(FieldId::MiniProgramName), "新");
}

#[test]
fn full_width_is_folded_where_ascii_is_wanted() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::ResponsiblePersonMobile).paste("１３０１２３４４３２１");
    assert_eq!(wizard.value(FieldId::ResponsiblePersonMobile), "13012344321");
}

#[test]
fn a_whole_file_is_refused_and_the_old_text_stays() {
    let mut wizard = Wizard::company();
    for id in [
        FieldId::SubjectRemark,
        FieldId::MiniProgramName,
        FieldId::ResponsiblePersonMobile,
        FieldId::SubjectCertificatePhoto,
        FieldId::SubjectOtherMaterials,
    ] {
        let before = wizard.draft().clone();
        wizard.go(id).paste(&"好".repeat(350_000));
        wizard.must_say(form::TOO_LONG);
        assert_eq!(wizard.draft(), &before, "{}", id.path());
    }
    let before = wizard.draft().clone();
    wizard.go(FieldId::MiniProgramName).paste(&"a\n".repeat(500_000)).must_say(form::TOO_LONG);
    assert_eq!(wizard.draft(), &before);
    // Boxes of dialogs and the list of drafts take it without falling over.
    wizard.go(FieldId::SubjectRegion).keys("Enter").paste(&"好".repeat(50_000));
    wizard.screen();
    wizard.keys("Esc Esc").paste(&"好".repeat(50_000));
    wizard.screen();
}

#[test]
fn a_dropped_file_is_its_path_however_the_terminal_writes_it() {
    let id = FieldId::SubjectCertificatePhoto;
    for dropped in [
        "'/home/li/drafts/scans/my photo.jpg'",
        "\"/home/li/drafts/scans/my photo.jpg\"",
        "/home/li/drafts/scans/my\\ photo.jpg ",
        "file:///home/li/drafts/scans/my%20photo.jpg\n",
        "/home/li/drafts/scans/my photo.jpg",
    ] {
        let mut wizard = Wizard::company();
        wizard.go(id).paste(dropped);
        assert_eq!(wizard.value(id), "scans/my photo.jpg", "{dropped}");
        wizard.go(FieldId::SubjectOtherMaterials);
        let before = wizard.draft().paths(FieldId::SubjectOtherMaterials).len();
        wizard.paste(dropped);
        let after = wizard.draft().paths(FieldId::SubjectOtherMaterials);
        assert_eq!((after.len(), after.last().copied()), (before + 1, Some("scans/my photo.jpg")), "{dropped}");
    }
}

#[test]
fn a_typed_path_is_kept_as_a_dropped_one_is() {
    let id = FieldId::SubjectCertificatePhoto;
    for (typed, kept) in [
        ("/home/li/drafts/scans/a.jpg", "scans/a.jpg"),
        ("/home/li/a.jpg", "../a.jpg"),
        ("/srv/a.jpg", "/srv/a.jpg"),
        ("scans/a.jpg", "scans/a.jpg"),
    ] {
        let mut wizard = Setup::new().open(Draft::new(4)).start();
        wizard.go(id).text(typed).keys("Tab");
        assert_eq!(wizard.value(id), kept, "{typed}");
    }
}

#[test]
fn a_full_list_of_files_takes_no_more() {
    let mut draft = example("company");
    let files = (0..10).map(|index| format!("scans/{index}.jpg")).collect();
    draft.set(FieldId::SubjectOtherMaterials, Some(Value::Paths(files)));
    let mut wizard = Setup::new().open(draft.clone()).start();
    wizard.go(FieldId::SubjectOtherMaterials).paste("/home/li/x.jpg").must_say(form::LIST_FULL);
    assert_eq!(wizard.draft(), &draft);
}

#[test]
fn an_app_secret_is_neither_kept_nor_shown() {
    for (before, secret) in
        [("", SECRET.to_owned()), ("", SECRET.to_uppercase()), ("wx12", SECRET.to_owned()), ("", format!(" {SECRET}\n"))]
    {
        let mut wizard = Wizard::enterprise();
        wizard.go(FieldId::AppId).text(before).paste(&secret).must_say(form::SECRET);
        let core = &SECRET[4..20];
        assert_eq!(wizard.value(FieldId::AppId), before);
        assert!(!wizard.screen().to_lowercase().contains(core), "{}", wizard.screen());
        wizard.keys("Tab").wait(3_000);
        let text = beian::drafts::codec::document_of(wizard.draft()).to_text();
        assert!(!text.to_lowercase().contains(core));
        wizard.keys("Shift+Tab Ctrl+Y Ctrl+Z Ctrl+Y");
        assert!(!wizard.value(FieldId::AppId).contains(core));
    }
}
