//! One field, asked until it is answered or passed.

use std::io;

use super::choice::{Choice, Entry};
use super::console::{Console, Line};
use super::report;
use super::session::Session;
use crate::catalog::{self, filing_region};
use crate::drafts::copies::{self, Outcome, Place};
use crate::filing::field::List;
use crate::filing::{Approval, Draft, FieldId, Kind, Need, Section, Value};
use crate::locale::{finding as says, paper, plain as words, prepare, value};
use crate::rules::{self, Finding};
use crate::text::clean::{one_line, visible};

/// Where one goes from a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the next field.
    On,
    /// To the field before.
    Back,
    /// To the overview.
    Out,
    /// The input has ended.
    End,
}

/// What was answered.
enum Answer {
    /// This value.
    Value(Option<Value>),
    /// Nothing yet: something was said, and it is asked again.
    Again,
    /// The input has ended.
    End,
}

/// Service contents that a filing may name.
const MOST_CONTENTS: usize = 5;
/// Regions that are read out.
const REGIONS: usize = 9;

/// Asks for a field; `place` says where it stands among the others.
///
/// # Errors
/// When nothing can be written or read.
pub fn ask(session: &mut Session<'_>, console: &mut Console<'_>, id: FieldId, place: &str) -> io::Result<Way> {
    let lang = console.lang;
    let is_question = id.field().section == Section::Questions;
    let need = match session.draft.need(id) {
        _ if is_question => words::TO_ANSWER,
        Need::Required => words::REQUIRED,
        Need::Expected => words::EXPECTED,
        Need::Optional | Need::NotAsked => words::OPTIONAL,
    };
    let label = id.asked_label().in_lang(lang);
    console.line("")?;
    console.tell(words::FIELD, &[("place", &place), ("label", &label), ("need", &need.in_lang(lang))])?;
    // The label of a question is only a keyword of it.
    if is_question {
        console.line(paper::help(lang, &session.draft, id))?;
    }
    match session.draft.get(id) {
        Some(held) => console.tell(words::NOW, &[("value", &value::answer(lang, id, held))])?,
        None => console.say(words::EMPTY)?,
    }
    if session.draft.get(id).is_some() {
        report::findings_of(session, console, id)?;
    }
    let mut choice = choice(&session.draft, id);
    offer(session, console, id, choice.as_ref())?;
    let mut regions = Vec::new();
    loop {
        let typed = match console.read()? {
            Line::End => return Ok(Way::End),
            Line::Typed(typed) => typed,
        };
        match typed.as_str() {
            "" => return Ok(Way::On),
            "<" | "＜" => return Ok(Way::Back),
            "." | "。" => return Ok(Way::Out),
            "?" | "？" => {
                help(session, console, id)?;
                continue;
            }
            _ => {}
        }
        if !session.may_edit(console, &[id])? {
            return Ok(Way::On);
        }
        let answer = match typed.chars().next() {
            Some('-') if typed == "-" => Answer::Value(None),
            Some('=' | '＝') => apply(session, console, id, typed.trim_start_matches(['=', '＝']))?,
            Some('!' | '！') => confirm(session, console, id, typed.trim_start_matches(['!', '！']).trim())?,
            Some('*' | '＊') if id.files().is_some() => make_copy(session, console, id)?,
            _ => read(session, console, id, &typed, choice.as_mut(), &mut regions)?,
        };
        match answer {
            Answer::End => return Ok(Way::End),
            Answer::Again => continue,
            Answer::Value(value) => {
                session.edit(console, vec![(id, value)])?;
                match session.draft.get(id) {
                    Some(held) => {
                        console.tell(words::ANSWERED, &[("label", &label), ("value", &value::answer(lang, id, held))])?
                    }
                    None => {
                        console.tell(words::CLEARED, &[("label", &label)])?;
                        return Ok(Way::On);
                    }
                }
            }
        }
        if !report::findings_of(session, console, id)? {
            return Ok(Way::On);
        }
        console.say(words::STAYS)?;
    }
}

/// The list that a field is chosen from, where it is.
fn choice(draft: &Draft, id: FieldId) -> Option<Choice> {
    let entries = |list: List| -> Vec<Entry> {
        let entry = |id| Some(Entry::new(id, list.name(id)?).also(list.also(id)));
        draft.options(list).into_iter().filter_map(entry).collect()
    };
    match id.field().kind {
        Kind::Choice(list) | Kind::Choices(list) => Some(Choice::new(entries(list))),
        Kind::Word(list) => {
            let named = list.words().iter().zip(0u32..).filter_map(|(word, place)| Some(Entry::new(place, list.name(word)?)));
            Some(Choice::new(named.collect()))
        }
        _ => None,
    }
}

/// Says what may be answered.
fn offer(session: &Session<'_>, console: &mut Console<'_>, id: FieldId, choice: Option<&Choice>) -> io::Result<()> {
    let draft = &session.draft;
    let codes = draft.codes(id).to_vec();
    let code = draft.code(id);
    match (id.field().kind, choice) {
        (Kind::Choices(_), Some(choice)) => {
            choice.list(console, &|id| codes.contains(&id))?;
            console.say(words::SEVERAL_CHOICES)
        }
        (Kind::Word(list), Some(choice)) => {
            let present = list.words().iter().position(|word| *word == draft.text(id));
            choice.list(console, &|place| present == usize::try_from(place).ok())
        }
        (_, Some(choice)) => choice.list(console, &|id| code == Some(id)),
        (Kind::Flag(_), None) => console.say(words::FLAG_CHOICES),
        (Kind::Region, None) => console.say(words::REGION_CHOICES),
        (Kind::Date(false), None) => console.say(words::DATE_CHOICES),
        (Kind::Date(true), None) => console.say(words::DATE_OR_LONG_CHOICES),
        (Kind::Picture, None) => console.say(words::FILE_CHOICES),
        (Kind::Pictures(most) | Kind::Videos(most), None) => console.tell(words::FILES_CHOICES, &[("most", &most)]),
        (Kind::Approvals, None) => {
            console.tell(words::SEARCH_CHOICES, &[("count", &catalog::prior_approvals().len())])?;
            console.say(words::NONE_SHORT)
        }
        _ => Ok(()),
    }
}

/// What belongs into a field, and what is checked there.
fn help(session: &Session<'_>, console: &mut Console<'_>, id: FieldId) -> io::Result<()> {
    let lang = console.lang;
    console.line(paper::help(lang, &session.draft, id))?;
    if let Some(example) = value::example(lang, id) {
        console.tell(words::EXAMPLE, &[("example", &example)])?;
    }
    let watching = rules::register().iter().filter(|rule| rule.fields.contains(&id));
    let titles: Vec<&str> = watching.map(|rule| rule.title.in_lang(lang)).collect();
    if titles.is_empty() {
        return Ok(());
    }
    let titles = value::joined(lang, titles.into_iter().map(str::to_owned));
    console.tell(words::CHECKED, &[("titles", &titles)])
}

/// Reads what was typed for a field.
fn read(
    session: &Session<'_>,
    console: &mut Console<'_>,
    id: FieldId,
    typed: &str,
    choice: Option<&mut Choice>,
    regions: &mut Vec<&'static str>,
) -> io::Result<Answer> {
    let parsed = |text: &str| (session.options.parse)(&session.draft, id, text, session.file.folder());
    match (id.field().kind, choice) {
        (Kind::Choices(_), Some(choice)) => several(console, typed, choice),
        (Kind::Word(list), Some(choice)) => {
            let found = choice.find(console, typed)?.and_then(|place| list.words().get(usize::try_from(place).ok()?));
            Ok(found.map_or(Answer::Again, |word| Answer::Value(Some((*word).into()))))
        }
        (_, Some(choice)) => {
            Ok(choice.find(console, typed)?.map_or(Answer::Again, |code| Answer::Value(Some(Value::Code(code)))))
        }
        (Kind::Region, None) => region(console, typed, parsed(typed), regions),
        (Kind::Pictures(most) | Kind::Videos(most), None) => files(console, parsed(typed), most, &parsed),
        (Kind::Approvals, None) => approvals(session, console, typed),
        (Kind::Flag(_), None) => match parsed(typed) {
            Some(Value::Flag(flag)) => Ok(Answer::Value(Some(Value::Flag(id.field().turned(flag))))),
            _ => {
                console.tell(words::BAD_ANSWER, &[("typed", &typed)])?;
                console.say(words::FLAG_CHOICES)?;
                Ok(Answer::Again)
            }
        },
        _ => Ok(Answer::Value(parsed(typed))),
    }
}

fn several(console: &mut Console<'_>, typed: &str, choice: &mut Choice) -> io::Result<Answer> {
    let mut codes = Vec::new();
    for part in typed.split([',', '，', '、', ' ', ';', '；']).filter(|part| !part.is_empty()) {
        match choice.find(console, part)? {
            Some(code) if codes.contains(&code) => {}
            Some(code) => codes.push(code),
            None => return Ok(Answer::Again),
        }
    }
    if codes.len() > MOST_CONTENTS {
        console.tell(words::TOO_MANY, &[("most", &MOST_CONTENTS)])?;
        return Ok(Answer::Again);
    }
    Ok(Answer::Value(Some(Value::Codes(codes))))
}

/// A district: by its name, or by a number of those that were read out last.
fn region(console: &mut Console<'_>, typed: &str, parsed: Option<Value>, found: &mut Vec<&'static str>) -> io::Result<Answer> {
    let chosen = typed.parse::<usize>().ok().filter(|_| typed.len() < 6);
    let code = match chosen {
        Some(number) => match number.checked_sub(1).and_then(|index| found.get(index)) {
            Some(code) => *code,
            None => {
                console.tell(words::NO_SUCH_NUMBER, &[("typed", &typed)])?;
                return Ok(Answer::Again);
            }
        },
        None => match parsed {
            Some(Value::Text(code)) if filing_region::find(&code).is_some_and(|region| region.level == 3) => {
                return Ok(Answer::Value(Some(Value::Text(code))));
            }
            _ => match filing_region::search(typed, REGIONS).as_slice() {
                [] => {
                    console.tell(words::FOUND_NONE, &[("typed", &typed)])?;
                    return Ok(Answer::Again);
                }
                [only] => only.code(),
                several => {
                    *found = several.iter().map(|region| region.code()).collect();
                    return read_out(console, found);
                }
            },
        },
    };
    let is_district = filing_region::find(code).is_some_and(|region| region.level == 3);
    if is_district {
        return Ok(Answer::Value(Some(Value::Text(code.to_owned()))));
    }
    // Of a province or city, what belongs to it.
    *found = filing_region::children(code).filter(|region| !region.double).map(|region| region.code()).collect();
    read_out(console, found)
}

fn read_out(console: &mut Console<'_>, codes: &[&'static str]) -> io::Result<Answer> {
    let lang = console.lang;
    for (number, region) in codes.iter().filter_map(|code| filing_region::find(code)).enumerate() {
        console.line(format!("{}. {}", number + 1, value::region(lang, region)))?;
    }
    console.say(words::NUMBER_CHOICES)?;
    Ok(Answer::Again)
}

/// Paths of files, one a line until an empty one.
fn files(
    console: &mut Console<'_>,
    first: Option<Value>,
    most: usize,
    parsed: &dyn Fn(&str) -> Option<Value>,
) -> io::Result<Answer> {
    let mut paths: Vec<String> = Vec::new();
    let mut next = first;
    loop {
        if let Some(Value::Paths(more)) = next {
            for path in more {
                if paths.len() >= most {
                    console.tell(words::FILES_FULL, &[("most", &most)])?;
                } else if !paths.contains(&path) {
                    paths.push(path);
                }
            }
        }
        if paths.len() >= most {
            return Ok(Answer::Value(Some(Value::Paths(paths))));
        }
        next = match console.read()? {
            Line::End => return Ok(Answer::Value(Some(Value::Paths(paths)))),
            Line::Typed(typed) if typed.is_empty() => return Ok(Answer::Value(Some(Value::Paths(paths)))),
            Line::Typed(typed) => parsed(&typed),
        };
    }
}

/// Prior approvals, row by row.
fn approvals(session: &Session<'_>, console: &mut Console<'_>, typed: &str) -> io::Result<Answer> {
    let none =
        || Answer::Value(Some(Value::Approvals(vec![Approval { kind: Some(catalog::NONE_INVOLVED), ..Approval::default() }])));
    let entries = catalog::prior_approvals().iter().map(|row| Entry::new(row.id, row.name));
    let mut choice = Choice::new(entries.collect());
    let mut rows: Vec<Approval> = Vec::new();
    let mut typed = typed.to_owned();
    loop {
        if typed == "0" && rows.is_empty() {
            return Ok(none());
        }
        let Some(kind) = choice.find(console, &typed)? else {
            if rows.is_empty() {
                return Ok(Answer::Again);
            }
            match console.ask(words::APPROVAL_MORE)? {
                Line::Typed(next) if !next.is_empty() => {
                    typed = next;
                    continue;
                }
                _ => return Ok(Answer::Value(Some(Value::Approvals(rows)))),
            }
        };
        if kind == catalog::NONE_INVOLVED && rows.is_empty() {
            return Ok(none());
        }
        let Line::Typed(number) = console.ask(words::APPROVAL_NUMBER)? else { return Ok(Answer::End) };
        let Line::Typed(document) = console.ask(words::APPROVAL_DOCUMENT)? else { return Ok(Answer::End) };
        // A path of a document is read as that of any scan.
        let path = (session.options.parse)(&session.draft, FieldId::SubjectCertificatePhoto, &document, session.file.folder());
        let document = match path {
            Some(Value::Text(path)) => path,
            _ => String::new(),
        };
        rows.push(Approval { kind: Some(kind), number: one_line(&number).0.trim().to_owned(), document });
        match console.ask(words::APPROVAL_MORE)? {
            Line::Typed(next) if !next.is_empty() => typed = next,
            _ => return Ok(Answer::Value(Some(Value::Approvals(rows)))),
        }
    }
}

/// Makes the change that was offered under this number.
fn apply(session: &mut Session<'_>, console: &mut Console<'_>, id: FieldId, number: &str) -> io::Result<Answer> {
    let wanted = if number.trim().is_empty() { Some(1) } else { number.trim().parse::<usize>().ok() };
    let fix = wanted.and_then(|wanted| {
        let mut offered = session.findings_of(id).filter(|finding| finding.counts()).flat_map(|finding| &finding.fixes);
        offered.nth(wanted.checked_sub(1)?).cloned()
    });
    let Some(fix) = fix else {
        console.tell(words::NO_OFFER, &[("number", &number.trim())])?;
        return Ok(Answer::Again);
    };
    // An offer may change other fields than the one it is made at.
    let ids: Vec<FieldId> = fix.changes.iter().map(|(id, _)| *id).collect();
    if !session.may_edit(console, &ids)? {
        return Ok(Answer::Again);
    }
    session.edit(console, fix.changes)?;
    console.say(words::APPLIED)?;
    Ok(Answer::Value(session.draft.get(id).cloned()))
}

/// Stands by the first warning about a field.
fn confirm(session: &mut Session<'_>, console: &mut Console<'_>, id: FieldId, reason: &str) -> io::Result<Answer> {
    let finding: Option<Finding> =
        session.findings_of(id).find(|finding| finding.can_be_confirmed() && finding.counts()).cloned();
    match finding {
        None => console.say(words::NOTHING_TO_CONFIRM)?,
        Some(_) if reason.is_empty() => console.say(words::CONFIRM_NEEDS)?,
        Some(finding) => {
            session.confirm(console, &finding, &one_line(reason).0)?;
            console.say(words::WAS_CONFIRMED)?;
            return Ok(Answer::Value(session.draft.get(id).cloned()));
        }
    }
    Ok(Answer::Again)
}

/// Makes copies that are taken of a field's pictures, and refers to them.
fn make_copy(session: &mut Session<'_>, console: &mut Console<'_>, id: FieldId) -> io::Result<Answer> {
    let requests = copies::requests(&session.draft, Some(&[id]));
    if requests.is_empty() {
        console.say(words::NOTHING_TO_PREPARE)?;
        return Ok(Answer::Again);
    }
    let folder = session.file.folder().to_owned();
    let place = Place { folder: &folder, home: session.options.home };
    let done: Vec<copies::Done> =
        requests.iter().map(|request| copies::store(copies::make(request, place), place, true)).collect();
    for one in &done {
        match (&one.outcome, prepare::complaint(console.lang, one)) {
            (_, Some((why, hint))) => console.line(format!("{why} {hint}"))?,
            (Outcome::Copied { written, .. }, None) => console.tell(words::PREPARED, &[("path", &visible(written))])?,
            _ => console.say(words::PICTURE_FINE)?,
        }
    }
    let changes = copies::changes(&session.draft, &done);
    session.edit(console, changes)?;
    session.look_again();
    Ok(Answer::Value(session.draft.get(id).cloned()))
}

/// What a change would put where, for the offers under a finding.
#[must_use]
pub fn offered(lang: crate::locale::Lang, id: FieldId, finding: &Finding) -> Vec<String> {
    finding.fixes.iter().map(|fix| says::change(lang, id, fix)).collect()
}
