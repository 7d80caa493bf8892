//! How many keys a whole filing takes, from an empty list to the package, with every value pasted.

use beian::filing::{Draft, FieldId, Kind, Section, Value};
use beian::locale::Lang;
use beian::locale::value::show;
use beian::rules::Severity;

use super::wizard::{Setup, Wizard, example};

/// Keys that steer: pastes are none.
#[derive(Debug, Default)]
struct Keys {
    new: usize,
    fields: usize,
    questions: usize,
    export: usize,
    pastes: usize,
}

impl Keys {
    const fn all(&self) -> usize {
        self.new + self.fields + self.questions + self.export
    }
}

#[test]
fn a_whole_filing_takes_few_keys() {
    for (name, new, most) in [("individual", "Ctrl+N Enter Enter Enter", 40), ("company", "Ctrl+N Enter Down Enter Enter", 110)] {
        let target = example(name);
        let (keys, wizard) = walk(&target, new);
        println!("{name}: {} keys that steer, {keys:?}", keys.all());
        assert!(keys.all() <= most, "{name}: {} keys, {keys:?}", keys.all());
        for id in target.asked().filter(|id| target.get(*id).is_some()) {
            assert_eq!(wizard.draft().get(id), target.get(id), "{}", id.path());
        }
    }
}

/// Presses keys and counts them.
fn press(wizard: &mut Wizard, count: &mut usize, keys: &str) {
    let before = wizard.pressed;
    wizard.keys(keys);
    *count += wizard.pressed - before;
}

/// Fills in what the draft says, as a person does who goes from field to field, and takes the package out.
fn walk(target: &Draft, new: &str) -> (Keys, Wizard) {
    let (mut keys, mut wizard) = (Keys::default(), Setup::new().start());
    press(&mut wizard, &mut keys.new, new);
    for _ in 0..150 {
        let Some(id) = wizard.focus() else { break };
        let held = wizard.draft().get(id).cloned();
        let wanted = target.get(id).cloned().filter(|wanted| Some(wanted) != held.as_ref());
        let section = if wizard.shows_materials() { Section::Materials } else { wizard.draft().section_of(id) };
        match wanted {
            None => {}
            Some(Value::Flag(answer)) => press(&mut wizard, &mut keys.fields, if answer { "Y" } else { "N" }),
            Some(Value::Approvals(rows)) => approvals(&mut wizard, &mut keys, &rows),
            Some(Value::Codes(codes)) => {
                for code in codes {
                    let name = beian::catalog::service_content(code).unwrap().name.zh;
                    wizard.paste(name);
                    keys.pastes += 1;
                }
                press(&mut wizard, &mut keys.fields, "Enter");
            }
            Some(Value::Paths(paths)) => {
                for path in paths {
                    wizard.paste(&path);
                    keys.pastes += 1;
                }
            }
            Some(value) => {
                wizard.paste(&pasted(id, &value));
                keys.pastes += 1;
            }
        }
        assert!(!wizard.has_dialog(), "{}: {}", id.path(), wizard.screen());
        assert!(target.get(id).is_none() || wizard.draft().get(id).is_some(), "{}: {}", id.path(), wizard.screen());
        if wizard.focus() != Some(id) {
            continue;
        }
        // Where nothing follows on this step, a key leads to the next one.
        let is_left = |field: &FieldId| section == Section::Materials || *field > id;
        let missing = wizard
            .draft()
            .asked_in(section)
            .filter(is_left)
            .any(|field| target.get(field).is_some() && wizard.draft().get(field).is_none());
        press(&mut wizard, &mut keys.fields, if missing { "Tab" } else { "PageDown" });
    }
    for _ in 0..40 {
        let document = wizard.document();
        assert_eq!(document.count(None, Severity::Error), 0, "{:?}", document.findings());
        let open = FieldId::QUESTIONS.iter().copied().filter(|id| document.is_open_question(*id)).count();
        if open == 0 {
            break;
        }
        let id = wizard.app.focused().expect("a question is chosen");
        match (target.get(id), id.field().kind) {
            (Some(Value::Flag(answer)), _) => press(&mut wizard, &mut keys.questions, if *answer { "Y" } else { "N" }),
            (Some(value), Kind::Date(_)) => {
                wizard.paste(&pasted(id, value));
                keys.pastes += 1;
            }
            (None, _) => press(&mut wizard, &mut keys.questions, if id.field().expected == Some(false) { "N" } else { "Y" }),
            (other, _) => panic!("{}: {other:?}", id.path()),
        }
    }
    // The package, and that it is not encrypted.
    press(&mut wizard, &mut keys.export, "Enter Enter");
    assert_eq!(wizard.world.exports, 1, "{}", wizard.screen());
    (keys, wizard)
}

fn approvals(wizard: &mut Wizard, keys: &mut Keys, rows: &[beian::filing::Approval]) {
    press(wizard, &mut keys.fields, "Enter");
    if let [only] = rows
        && only.number.is_empty()
    {
        return press(wizard, &mut keys.fields, "Enter");
    }
    for row in rows {
        wizard.paste(beian::catalog::prior_approval(row.kind.unwrap()).unwrap().name.zh).paste(&row.number);
        press(wizard, &mut keys.fields, "Down");
        wizard.paste(&row.document);
        keys.pastes += 3;
    }
    press(wizard, &mut keys.fields, "Esc");
}

/// A value as it is found elsewhere and pasted here: names of choices, dates with Chinese signs, telephone numbers with blanks.
fn pasted(id: FieldId, value: &Value) -> String {
    let text = show(Lang::Zh, id, value);
    match (id.field().kind, value) {
        (Kind::Date(_), Value::Text(text)) if text.len() == 10 => {
            let (year, rest) = text.split_at(4);
            format!("{year}年{}月{}日", &rest[1..3], &rest[4..])
        }
        (_, Value::Text(text)) if id.path().ends_with("mobile") => format!("+86 {}-{}-{}", &text[..3], &text[3..7], &text[7..]),
        (Kind::Region | Kind::Choice(_) | Kind::Word(_), _) => text,
        (_, Value::Text(text)) => text.clone(),
        _ => text,
    }
}
