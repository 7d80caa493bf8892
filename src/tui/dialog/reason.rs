//! One reason of a rejection: which of the known ones it is, and which field it is about.

use super::{Dialog, takes_line};
use crate::filing::{Draft, Event, FieldId, Reason};
use crate::locale::Lang;
use crate::locale::tui::dialog as words;
use crate::rules::Rejection;
use crate::rules::rejection::{known, place, search_words, stamp};
use crate::text::width::cells;
use crate::tui::keymap::{Action, Context};
use crate::tui::route::Route;
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::{Canvas, to_cells};
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, panel};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// What to do with the reason.
    What,
    /// Which of the known rejections it is.
    Which,
    /// Which field it is about.
    Where,
}

/// What can be done with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    GoThere(FieldId),
    Which,
    Where,
    Remove,
}

/// A reason, and what is asked about it.
#[derive(Debug)]
pub struct RejectionReason {
    /// Place of its event.
    event: usize,
    /// Its place in the event; `None` for one more.
    index: Option<usize>,
    asks: Asks,
    list: FilterList,
}

impl RejectionReason {
    /// What to do with a reason; which known rejection it is for a new one.
    #[must_use]
    pub fn new(event: usize, index: Option<usize>) -> Self {
        let asks = if index.is_some() { Asks::What } else { Asks::Which };
        Self { event, index, asks, list: FilterList::default().wrapping() }
    }

    fn ask(&mut self, asks: Asks) -> Vec<Command> {
        (self.asks, self.list) = (asks, FilterList::default().wrapping());
        Vec::new()
    }

    fn reason<'a>(&self, draft: &'a Draft) -> Option<&'a Reason> {
        draft.events.get(self.event)?.reasons.get(self.index?)
    }

    fn deeds(&self, draft: &Draft) -> Vec<Deed> {
        let there = self.reason(draft).and_then(Reason::id).filter(|id| draft.asks(*id)).map(Deed::GoThere);
        there.into_iter().chain([Deed::Which, Deed::Where, Deed::Remove]).collect()
    }

    /// Changes the event with this reason in it.
    fn change(&self, state: &State, change: impl FnOnce(&mut Event, &Draft)) -> Vec<Command> {
        let Some(document) = &state.document else { return vec![Command::Close] };
        let mut events = document.draft().events.clone();
        if let Some(event) = events.get_mut(self.event) {
            change(event, document.draft());
        }
        vec![Command::Events(events), Command::Close]
    }

    fn choose(&mut self, chosen: usize, state: &State) -> Vec<Command> {
        let Some(document) = &state.document else { return vec![Command::Close] };
        let (draft, facts, index) = (document.draft(), document.facts(), self.index);
        match self.asks {
            Asks::What => match self.deeds(draft).get(chosen).copied() {
                Some(Deed::GoThere(id)) => vec![Command::Close, Command::Go(Route::Field(id))],
                Some(Deed::Which) => self.ask(Asks::Which),
                Some(Deed::Where) => self.ask(Asks::Where),
                Some(Deed::Remove) => self.change(state, |event, _| {
                    if let Some(index) = index.filter(|index| *index < event.reasons.len()) {
                        event.reasons.remove(index);
                    }
                }),
                None => Vec::new(),
            },
            Asks::Which => {
                let Some(rejection) = Rejection::ALL.get(chosen).copied() else { return Vec::new() };
                self.change(state, |event, draft| {
                    let text = index.and_then(|index| event.reasons.get(index)).map(|one| one.text.clone()).unwrap_or_default();
                    let mut reason = crate::rules::rejection::reason(&text, Some(rejection), draft);
                    reason.field = place(rejection, &text, draft).map(|id| id.path().to_owned()).unwrap_or_default();
                    put(event, index, reason, |event| stamp_one(event, index, draft, facts));
                })
            }
            Asks::Where => {
                let Some(field) = draft.asked().nth(chosen) else { return Vec::new() };
                self.change(state, |event, draft| {
                    let Some(mut reason) = index.and_then(|index| event.reasons.get(index)).cloned() else { return };
                    field.path().clone_into(&mut reason.field);
                    put(event, index, reason, |event| stamp_one(event, index, draft, facts));
                })
            }
        }
    }

    fn items(&self, draft: &Draft, lang: Lang) -> Lines {
        match self.asks {
            Asks::What => self.deeds(draft).into_iter().map(|deed| Item::new(deed.words(lang))).collect(),
            Asks::Which => Rejection::ALL.into_iter().map(|one| rejection_item(one, lang)).collect(),
            Asks::Where => {
                draft.asked().map(|id| Item::new(id.full_label(lang)).key(id.full_label(lang.other())).key(id.path())).collect()
            }
        }
    }

    fn title(&self, draft: &Draft, lang: Lang) -> String {
        let title = match self.asks {
            Asks::Which => words::WHICH_REJECTION.in_lang(lang).to_owned(),
            Asks::Where => words::WHICH_FIELD.in_lang(lang).to_owned(),
            Asks::What => {
                let reason = self.reason(draft);
                let known = reason.and_then(known).map(|one| one.record().wording.in_lang(lang));
                let text = reason.map(|one| one.text.trim()).filter(|text| !text.is_empty());
                text.or(known).unwrap_or_default().to_owned()
            }
        };
        crate::text::width::truncate(&crate::text::clean::visible(&title), 56).into_owned()
    }
}

impl Deed {
    fn words(self, lang: Lang) -> String {
        match self {
            Self::GoThere(id) => words::GO_TO_FIELD.with(lang, &[("field", &id.full_label(lang))]),
            Self::Which => words::CHOOSE_REJECTION.in_lang(lang).to_owned(),
            Self::Where => words::CHOOSE_FIELD.in_lang(lang).to_owned(),
            Self::Remove => words::REMOVE_REASON.in_lang(lang).to_owned(),
        }
    }
}

/// A known rejection, to be found by its words and its number, and behind those by its cause and what else people call it.
fn rejection_item(one: Rejection, lang: Lang) -> Item {
    let record = one.record();
    Item::new(record.wording.in_lang(lang))
        .aside(record.number.to_string())
        .key(record.wording.in_lang(lang.other()))
        .key(record.number.to_string())
        .also([record.cause.in_lang(lang), record.cause.in_lang(lang.other())].into_iter())
        .also(search_words(one).iter().copied())
}

/// Puts a reason in the place of the old one, or behind the others.
fn put(event: &mut Event, index: Option<usize>, reason: Reason, stamp: impl FnOnce(&mut Event)) {
    match index.and_then(|index| event.reasons.get_mut(index)) {
        Some(old) => *old = reason,
        None => event.reasons.push(reason),
    }
    stamp(event);
}

/// Notes what stands at the field of this reason alone: of the others it is known from when they were recorded.
fn stamp_one(event: &mut Event, index: Option<usize>, draft: &Draft, facts: &crate::scan::facts::Facts) {
    let place = index.unwrap_or_else(|| event.reasons.len().saturating_sub(1));
    if let Some(reason) = event.reasons.get_mut(place) {
        let mut one = Event { reasons: vec![std::mem::take(reason)], ..Event::new(event.kind, event.at) };
        stamp(&mut one, draft, facts);
        if let Some(stamped) = one.reasons.pop() {
            *reason = stamped;
        }
    }
}

impl Dialog for RejectionReason {
    fn can_be_left(&self) -> bool {
        false
    }

    fn contexts(&self) -> Vec<Context> {
        self.list
            .filtered()
            .into_iter()
            .chain((self.index.is_some() && self.asks != Asks::What).then_some(Context::Opened))
            .chain([Context::List, Context::Text])
            .collect()
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        takes_line(action)
            && state
                .document
                .as_ref()
                .is_some_and(|document| self.list.chosen(&self.items(document.draft(), state.lang)).is_none())
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let Some(document) = &state.document else { return vec![Command::Close] };
        let items = self.items(document.draft(), state.lang);
        match self.list.update(input, &items) {
            Some(chosen) => self.choose(chosen, state),
            None => Vec::new(),
        }
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        if self.list.step_back() {
            return Some(Vec::new());
        }
        (self.index.is_some() && self.asks != Asks::What).then(|| self.ask(Asks::What))
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let Some(document) = &state.document else { return };
        let items = self.items(document.draft(), state.lang);
        let widest = items.iter().map(|item| cells(&item.words)).max().unwrap_or_default().clamp(44, 90);
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: &self.title(document.draft(), state.lang),
                aside: &self.list.count(&items),
                width: to_cells(widest + 8),
                height: to_cells(items.len() + 2).min(26),
                hints: &[(Action::Enter, words::PICK), (Action::Back, words::CANCEL)],
                contexts: &self.contexts(),
            },
        );
        self.list.draw(canvas, state.lang, area, &items, active);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::widget::list::FilterList;

    /// What typing a word leaves in the list, best first.
    fn found(typed: &str, lang: Lang) -> Vec<Rejection> {
        let items: Lines = Rejection::ALL.into_iter().map(|one| rejection_item(one, lang)).collect();
        let mut list = FilterList::default();
        list.set_text(typed, &items);
        list.found(&items).iter().filter_map(|index| Rejection::ALL.get(*index).copied()).collect()
    }

    #[test]
    fn a_rejection_is_found_by_everyday_words_in_either_language() {
        use Rejection as R;
        let pictures = [R::PictureUnreadable, R::PictureUnclear, R::PictureIsCopy, R::PictureFormat, R::Watermark];
        let names = [R::NameOfTheState, R::IndividualNamedLikeCompany, R::NameTaken, R::NameDiffersFromCertificate];
        let phones = [R::SharedMobile, R::PhoneNotAnswered, R::PhoneOfAnotherSubject];
        let table: [(&[&str], &[Rejection]); 5] = [
            (&["photo", "Photo", "照片"], &pictures),
            (&["name", "NAME"], &names),
            (&["名称", "改名"], &[R::NameOfTheState, R::NameTaken, R::NameUnrelatedToScope]),
            (&["phone", "电话", "手机"], &phones),
            (&["地址", "address"], &[R::AddressImprecise, R::RegionDiffersFromAddress]),
        ];
        for lang in [Lang::Zh, Lang::En] {
            for (words, wanted) in table {
                for word in words {
                    let found = found(word, lang);
                    assert!(wanted.iter().all(|one| found.contains(one)), "{word}: {found:?}");
                    // Words that everybody types leave a choice that can be looked through, not half of the fifty.
                    assert!(found.len() <= 25, "{word}: {}", found.len());
                }
            }
            assert_eq!(found("zzzz", lang), []);
        }
    }
}
