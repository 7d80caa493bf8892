//! Moving about: problems, steps, fields that come and go, and Esc.

use beian::filing::{Draft, FieldId, Section};
use beian::locale::Lang;
use beian::rules::Severity;

use super::wizard::{LANGS, PATH, Setup, Wizard, example, picked};

/// The fields with errors, warnings or open questions, in the order of the forms.
fn problems(wizard: &Wizard) -> Vec<FieldId> {
    let findings = wizard.document().findings().iter();
    let is_problem =
        |finding: &&beian::rules::Finding| finding.severity != Severity::Hint || finding.rule.name == "question-open";
    let mut fields: Vec<FieldId> = findings.filter(is_problem).map(|finding| finding.field).collect();
    fields.sort();
    fields.dedup();
    fields
}

#[test]
fn one_walks_the_problems_forwards_and_backwards_and_round() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::FilingKind);
    // Nobody is led into the questions while something is wrong.
    let is_question = |id: &FieldId| wizard.draft().section_of(*id) == Section::Questions;
    let problems: Vec<FieldId> = problems(&wizard).into_iter().filter(|id| !is_question(id)).collect();
    assert!(problems.len() > 10 && !problems.contains(&FieldId::FilingKind), "{problems:?}");
    // Answers that nobody gave are on the way, once.
    let presets = [FieldId::IsLegalPerson, FieldId::SameAsResponsiblePerson];
    for id in presets {
        wizard.keys("Alt+1").go(id);
    }
    wizard.go(FieldId::FilingKind);
    let mut seen = Vec::new();
    for _ in &problems {
        wizard.keys("F8");
        seen.extend(wizard.app.focused());
    }
    assert_eq!(seen, problems);
    wizard.keys("F8");
    assert_eq!(wizard.app.focused(), problems.first().copied(), "after the last comes the first");
    wizard.keys("F7");
    assert_eq!(wizard.app.focused(), problems.last().copied(), "before the first comes the last");
    wizard.keys("Shift+F8");
    assert_eq!(wizard.app.focused(), problems.iter().rev().nth(1).copied());
}

#[test]
fn an_answer_that_nobody_gave_says_why_one_is_led_to_it() {
    for lang in [Lang::Zh, Lang::En] {
        let mut wizard = Setup::new().lang(lang).open(Draft::new(4)).start();
        for _ in 0..60 {
            if wizard.keys("F8").focus() == Some(FieldId::IsLegalPerson) {
                break;
            }
        }
        let answer = if lang == Lang::Zh { "是" } else { "yes" };
        let said = beian::locale::tui::common::ASSUMED.with(lang, &[("answer", &answer)]);
        assert!(wizard.says(&said), "{}", wizard.screen());
    }
}

#[test]
fn a_number_meant_for_another_field_turns_no_answer_over() {
    let mut wizard = Setup::new().open(Draft::new(4)).start();
    wizard.keys("Alt+2").go(FieldId::IsLegalPerson).text("13012340003");
    assert!(wizard.draft().get(FieldId::IsLegalPerson).is_none() && wizard.focus() == Some(FieldId::IsLegalPerson));
    wizard.keys("N");
    assert!(!wizard.draft().flag(FieldId::IsLegalPerson));
}

#[test]
fn a_problem_where_one_stands_is_said_to_be_there() {
    for (lang, said) in [(Lang::Zh, "这一项就有问题"), (Lang::En, "The problem is here")] {
        let mut wizard = Setup::new().lang(lang).open(Draft::new(4)).start();
        wizard.go(FieldId::ResponsiblePersonMobile).text("1301").keys("F8");
        assert!(wizard.focus() == Some(FieldId::ResponsiblePersonMobile) && wizard.says(said), "{}", wizard.screen());
        // Whoever walks on has been told.
        assert!(!wizard.keys("F8").says(said), "{}", wizard.screen());
    }
}

#[test]
fn a_problem_one_walks_to_says_what_it_is() {
    let mut wizard = Wizard::enterprise();
    wizard.keys("F8");
    let id = wizard.focus().unwrap();
    let finding = wizard.document().findings_of(id).next().unwrap();
    assert!(wizard.says(&beian::locale::finding::message(wizard.lang(), finding)), "{}", wizard.screen());
}

#[test]
fn the_problem_one_stands_on_is_told_before_the_next() {
    for lang in [Lang::Zh, Lang::En] {
        // A new draft begins at its first empty field, of which nothing was said yet.
        let mut wizard = Setup::new().lang(lang).open(Draft::new(5)).start();
        for key in ["F8", "F7"] {
            let id = FieldId::ResponsiblePersonName;
            wizard.keys("Alt+2").go(id);
            let finding = wizard.document().findings_of(id).next().cloned().expect("it is empty");
            let message = beian::locale::finding::message(lang, &finding);
            if !wizard.document().is_touched(id) {
                assert!(!wizard.says(&message), "{}", wizard.screen());
                wizard.keys(key);
                assert_eq!(wizard.focus(), Some(id), "{key}: {}", wizard.screen());
                assert!(wizard.says(&message), "{}", wizard.screen());
            }
            wizard.keys(key);
            assert_ne!(wizard.focus(), Some(id), "{key} goes on: {}", wizard.screen());
        }
    }
}

#[test]
fn the_list_of_problems_leads_to_the_field() {
    let mut wizard = Wizard::enterprise();
    let first = problems(&wizard)[0];
    wizard.keys("Alt+4 F4");
    assert!(wizard.has_dialog());
    wizard.keys("Enter");
    assert_eq!((wizard.has_dialog(), wizard.focus()), (false, Some(first)));
}

#[test]
fn hidden_fields_keep_what_they_hold() {
    let mut wizard = Wizard::company();
    let before = wizard.draft().clone();
    wizard.go(FieldId::SameAsResponsiblePerson).keys("Space");
    assert!(wizard.draft().flag(FieldId::SameAsResponsiblePerson) && !wizard.draft().asks(FieldId::OwnerName));
    assert!(!wizard.says(FieldId::OwnerMobile.label().zh), "{}", wizard.screen());
    assert_eq!(wizard.value(FieldId::OwnerName), before.text(FieldId::OwnerName));
    assert_eq!(wizard.document().findings_of(FieldId::OwnerName).count(), 0);
    wizard.wait(2_000);
    assert_eq!(wizard.world.on_disk(PATH).unwrap().text(FieldId::OwnerName), before.text(FieldId::OwnerName));
    wizard.keys("Space");
    assert!(wizard.says(before.text(FieldId::OwnerName)), "{}", wizard.screen());
    assert_eq!(wizard.draft(), &before);
}

#[test]
fn fields_of_another_legal_person_appear_when_there_is_one() {
    let mut wizard = Wizard::enterprise();
    let extra = [FieldId::LegalPersonName, FieldId::LegalPersonNumber, FieldId::ResponsiblePersonAuthorizationLetter];
    assert!(extra.iter().all(|id| !wizard.draft().asks(*id)));
    wizard.go(FieldId::IsLegalPerson).keys("Space");
    for id in extra {
        assert!(wizard.draft().asks(id));
        wizard.go(id);
        assert_eq!(wizard.focus(), Some(id), "{}", wizard.screen());
    }
}

#[test]
fn the_focus_leaves_a_field_that_is_no_longer_asked() {
    let mut wizard = Wizard::company();
    wizard.go(FieldId::OwnerMobile).keys("F2 F2");
    // Undo of the flag far away takes the field under the cursor with it.
    wizard.go(FieldId::SameAsResponsiblePerson).keys("Space");
    wizard.go(FieldId::FaceCheckTask);
    wizard.keys("Ctrl+Z");
    assert!(wizard.draft().asks(wizard.focus().unwrap()));
    wizard.go(FieldId::OwnerMobile).keys("Ctrl+Y");
    assert!(wizard.focus().is_some_and(|id| wizard.draft().asks(id)), "{}", wizard.screen());
}

#[test]
fn tab_visits_every_field_of_every_step_and_back() {
    let mut wizard = Wizard::company();
    // The questions are asked on the review screen, which is no form.
    let asked: Vec<FieldId> = Section::ALL
        .into_iter()
        .filter(|section| !matches!(section, Section::Questions | Section::Materials))
        .flat_map(|section| section.fields().map(|field| field.id))
        .filter(|id| wizard.draft().asks(*id))
        .collect();
    wizard.go(asked[0]);
    for (index, id) in asked.iter().enumerate() {
        if index > 0 && asked[index - 1].field().section != id.field().section {
            // A new step begins where something is missing, which may be further down.
            wizard.go(*id);
        }
        assert_eq!(wizard.focus(), Some(*id), "{}", wizard.screen());
        wizard.keys("Tab");
    }
    wizard.go(*asked.last().unwrap());
    for id in asked.iter().rev() {
        assert_eq!(wizard.focus(), Some(*id), "{}", wizard.screen());
        wizard.keys("Shift+Tab");
    }
}

/// The fields that Tab visits on the step of the materials.
fn walk(wizard: &mut Wizard) -> Vec<FieldId> {
    wizard.keys("Alt+1 Alt+5");
    let mut fields = vec![wizard.focus().unwrap()];
    while wizard.shows_materials() {
        wizard.keys("Shift+Tab");
        match wizard.focus() {
            Some(id) if wizard.shows_materials() => fields.insert(0, id),
            _ => break,
        }
    }
    wizard.keys("Alt+1 Alt+5");
    loop {
        wizard.keys("Tab");
        match wizard.focus() {
            Some(id) if wizard.shows_materials() => fields.push(id),
            _ => return fields,
        }
    }
}

#[test]
fn the_step_of_the_materials_gathers_those_of_all_steps_and_every_field_of_its_own() {
    let mut wizard = Wizard::company();
    let fields = walk(&mut wizard);
    let mut sorted = fields.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), fields.len(), "none twice: {fields:?}");
    for id in FieldId::ALL.iter().filter(|id| id.field().section == Section::Materials && wizard.draft().asks(**id)) {
        assert!(fields.contains(id), "{}", id.path());
    }
    for id in [FieldId::SubjectCertificatePhoto, FieldId::OwnerCertificateBack, FieldId::PriorApprovals] {
        assert!(fields.contains(&id), "{}", id.path());
    }
    // What is chosen there lands in its own field.
    wizard.keys("Alt+5").go(FieldId::OwnerCertificateBack).paste("/home/li/drafts/back.png");
    assert!(wizard.shows_materials());
    assert_eq!(wizard.value(FieldId::OwnerCertificateBack), "back.png");
}

/// The company's example without any of its files.
fn without_files(setup: Setup) -> Wizard {
    let mut draft = example("company");
    for id in FieldId::ALL.iter().copied().filter(|id| id.field().kind.is_file()) {
        draft.set(id, None);
    }
    setup.open(draft).start()
}

#[test]
fn from_problem_to_problem_one_goes_down_the_list_of_materials() {
    // Whatever can be missing there is.
    let mut wizard = without_files(Setup::new());
    let listed = walk(&mut wizard);
    let has_problem = |wizard: &Wizard, id: FieldId| wizard.document().has_problem(id);
    let wrong: Vec<FieldId> = listed.into_iter().filter(|id| has_problem(&wizard, *id)).collect();
    assert!(wrong.len() > 3, "{wrong:?}");
    let mut visited = vec![wizard.keys("Alt+5 Home").go(wrong[0]).focus().unwrap()];
    assert!(wizard.shows_materials());
    while visited.len() < wrong.len() {
        visited.push(wizard.keys("F8").focus().unwrap());
    }
    assert_eq!(visited, wrong, "in the order of the screen");
    assert!(wizard.shows_materials(), "{}", wizard.screen());
    for id in wrong.iter().rev().skip(1) {
        assert_eq!(wizard.keys("F7").focus(), Some(*id), "and back");
    }
}

#[test]
fn the_way_to_the_next_problem_is_told_whatever_else_there_is() {
    for (lang, size) in LANGS.into_iter().flat_map(|lang| [(60, 16), (80, 24), (120, 36)].map(|size| (lang, size))) {
        let mut wizard = without_files(Setup::new().lang(lang).sized(size.0, size.1));
        for step in 1..=5 {
            wizard.keys(&format!("Alt+{step}"));
            let bar = wizard.screen();
            assert!(bar.contains("F8"), "{lang:?} {size:?} {step}\n{bar}");
        }
    }
}

#[test]
fn esc_steps_out_and_discards_nothing() {
    let mut wizard = Wizard::enterprise();
    wizard.go(FieldId::MiniProgramName).text("小食").keys("Esc");
    assert!(wizard.state().document.is_none(), "{}", wizard.screen());
    assert_eq!(wizard.world.on_disk(PATH).unwrap().text(FieldId::MiniProgramName), "小食");
    assert!(wizard.says("小食"), "the list of drafts shows it");
    wizard.keys("Esc Esc Esc");
    assert!(!wizard.world.left, "Esc does not end the program");
    wizard.keys("Enter");
    assert_eq!(wizard.value(FieldId::MiniProgramName), "小食");
}

/// Esc takes back what was typed, then the levels that were opened, and closes the dialog at last.
fn leave(wizard: &mut Wizard) {
    for _ in 0..4 {
        if wizard.has_dialog() {
            wizard.keys("Esc");
        }
    }
}

#[test]
fn esc_leaves_every_dialog_without_a_change() {
    let mut wizard = Wizard::company();
    let before = wizard.draft().clone();
    for id in picked(&before) {
        wizard.go(id).keys("Enter");
        assert!(wizard.has_dialog(), "{} opens nothing", id.path());
        wizard.keys("Down Down").text("a");
        leave(&mut wizard);
        assert!(!wizard.has_dialog(), "{}\n{}", id.path(), wizard.screen());
        assert_eq!(wizard.draft(), &before, "{}", id.path());
        assert_eq!(wizard.focus(), Some(id));
    }
}

#[test]
fn under_a_dialog_nothing_hears_the_keys() {
    let mut wizard = Wizard::company();
    let before = wizard.draft().clone();
    let keys = "F8 F7 Alt+1 Alt+5 Ctrl+Z Ctrl+Y F5 F9 Ctrl+F F4 Left Right Ctrl+U Ctrl+K Ctrl+W Home End";
    for (id, open) in [
        (FieldId::OwnerMobile, "F1"),
        (FieldId::OwnerMobile, "F4"),
        (FieldId::OwnerMobile, "Ctrl+F"),
        (FieldId::SubjectRegion, "Enter"),
        (FieldId::OwnerCertificateValidUntil, "Enter"),
        (FieldId::OwnerCertificateFront, "Enter"),
        (FieldId::ServiceContents, "Enter"),
    ] {
        wizard.go(id).keys(open);
        let depth_before = wizard.has_dialog();
        wizard.keys(keys).text("甲x1").paste("乙");
        assert!(depth_before && wizard.has_dialog(), "{open} on {}\n{}", id.path(), wizard.screen());
        leave(&mut wizard);
        assert!(!wizard.has_dialog());
        assert_eq!(wizard.draft(), &before, "{open} on {}", id.path());
        assert_eq!(wizard.focus(), Some(id), "{open} on {}", id.path());
    }
}

#[test]
fn a_new_filing_is_three_keys_away() {
    let mut wizard = Setup::new().start();
    wizard.keys("Ctrl+N Enter Enter Enter");
    assert_eq!(wizard.world.count(), 1);
    assert!(wizard.draft().is_individual());
    wizard.keys("Esc");
    assert!(wizard.state().document.is_none());
    wizard.keys("Ctrl+N Enter Down Enter Right Enter");
    assert_eq!(wizard.draft().code(FieldId::SubjectNature), Some(4));
    assert!(wizard.draft().flag(FieldId::Published));
    wizard.keys("Esc Ctrl+N Down Down Enter Down Enter");
    assert_eq!(wizard.value(FieldId::FilingKind), "change");
    assert_eq!(wizard.world.count(), 3);
}

#[test]
fn a_draft_put_aside_comes_back() {
    let mut wizard = Setup::new().with("/home/li/drafts/b.toml", example("individual")).start();
    wizard.keys("Delete");
    assert_eq!(wizard.world.count(), 0);
    wizard.keys("Ctrl+Z");
    assert_eq!(wizard.world.count(), 1);
    wizard.keys("Ctrl+D Enter");
    assert_eq!(wizard.world.count(), 2);
}

#[test]
fn the_filter_of_the_list_finds_by_any_name() {
    let mut setup = Setup::new();
    for index in 0..30 {
        let mut draft = Draft::new(4);
        draft.set(FieldId::MiniProgramName, Some(format!("小程序{index:02}号").into()));
        setup = setup.with(&format!("/home/li/drafts/d{index:02}.toml"), draft);
    }
    let mut wizard = setup.start();
    wizard.text("17号");
    assert!(wizard.says("小程序17号") && !wizard.says("小程序16号"), "{}", wizard.screen());
    wizard.keys("Enter");
    assert_eq!(wizard.value(FieldId::MiniProgramName), "小程序17号");
}
