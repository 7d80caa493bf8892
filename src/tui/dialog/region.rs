//! A region in three levels.

use std::rc::Rc;

use ratatui::layout::Rect;

use super::{Dialog, holds, takes_line};
use crate::catalog::filing_region::{self, Address, Region as Place};
use crate::filing::{Draft, FieldId, PersonField, Value};
use crate::locale::Lang;
use crate::locale::tui::dialog as words;
use crate::tui::document::Document;
use crate::tui::keymap::{Action, Context};
use crate::tui::state::{Command, Input, State};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::kept::Kept;
use crate::tui::widget::list::{FilterList, Item, Lines};
use crate::tui::widget::panel::{Panel, panel};
use crate::tui::widget::theme::Role;

/// Most lines a search shows.
const MOST: usize = 300;
/// Most places that are held for likely.
const MOST_LIKELY: usize = 16;
/// Cells of a line; the latter where names are read aloud behind it.
const WIDTH: u16 = 52;
const WIDTH_READ_ALOUD: u16 = 72;
/// The level of districts.
const DISTRICT: u8 = 3;

/// Provinces, cities and districts; only a district can be the answer.
#[derive(Debug)]
pub struct Region {
    id: FieldId,
    /// The province and city opened so far.
    path: Vec<&'static Place>,
    /// How many levels were opened here: so many Esc goes back.
    opened: usize,
    /// The districts that the addresses of the draft name.
    named: Vec<&'static Place>,
    /// Where the place that is looked for is likely to be, the likeliest first.
    likely: Vec<&'static Place>,
    list: FilterList,
    /// What is listed, by what was typed and what is open.
    places: Kept<Shown, Vec<&'static Place>>,
    /// Its lines, by that, the language and what the draft says.
    lines: Kept<(Shown, Lang, String), Lines>,
}

/// What was typed, and the code of what is open.
type Shown = (String, Option<&'static str>);

impl Region {
    /// The regions for a field, opened where its present value lies.
    #[must_use]
    pub fn new(id: FieldId, state: &State) -> Self {
        let draft = state.document.as_ref().map(Document::draft);
        let mut path = filing_region::path(draft.map(|draft| draft.text(id)).unwrap_or_default());
        let last = path.pop();
        let named = draft.map(named).unwrap_or_default();
        let likely = draft.map(|draft| likely(draft, &named, state)).unwrap_or_default();
        let (list, places, lines) = Default::default();
        let mut dialog = Self { id, path, opened: 0, named, likely, list, places, lines };
        dialog.show(last);
        dialog
    }

    /// Opens a province or city. A province whose only part names no place is passed through.
    fn open(&mut self, place: &'static Place) {
        self.path = place.path();
        self.opened += 1;
        let mut below = filing_region::children(place.code());
        if let (Some(only), None) = (below.next(), below.next())
            && only.level < DISTRICT
        {
            self.path.push(only);
        }
        self.show(None);
    }

    /// Goes a level up, to where one came from; at the top it stays.
    fn up(&mut self) {
        let mut from = self.path.pop();
        self.opened = self.opened.saturating_sub(1);
        if let Some(only) = from
            && let Some(parent) = self.path.last()
            && filing_region::children(parent.code()).count() == 1
            && only.level < DISTRICT
        {
            from = self.path.pop();
        }
        if from.is_some() {
            self.show(from);
        }
    }

    /// Shows the present level with this line chosen, or else with that which the addresses name.
    fn show(&mut self, chosen: Option<&Place>) {
        self.list.clear();
        let is_named = |place: &Place| self.named.iter().any(|named| named.path().iter().any(|part| part.code() == place.code()));
        let index =
            self.places().iter().position(|place| chosen.map_or_else(|| is_named(place), |chosen| place.code() == chosen.code()));
        self.list = FilterList::found_elsewhere(index.unwrap_or_default()).hinting(words::PINYIN).wrapping();
    }

    /// How far a place is from where it is likely to be: in the city of the likeliest, in its province, in the city of the next …
    fn distance(&self, place: &Place) -> u8 {
        let shares = |likely: &Place, digits: usize| place.code().get(..digits) == likely.code().get(..digits);
        let near = self.likely.iter().enumerate().filter_map(|(index, likely)| {
            let far = if shares(likely, 4) && likely.level > 1 { 0 } else { 1 };
            shares(likely, 2).then(|| u8::try_from(2 * index + far).unwrap_or(u8::MAX))
        });
        near.min().unwrap_or(u8::MAX)
    }

    fn chosen(&self, state: &State) -> Option<&'static Place> {
        self.list.chosen(&self.lines(state)).and_then(|index| self.places().get(index).copied())
    }

    fn shown(&self) -> Shown {
        (self.list.text().to_owned(), self.path.last().map(|place| place.code()))
    }

    fn lines(&self, state: &State) -> Rc<Lines> {
        let present = state.document.as_ref().map(|document| document.draft().text(self.id)).unwrap_or_default();
        let make = || items(state.lang, &self.places(), self.list.text(), present);
        self.lines.get((self.shown(), state.lang, present.to_owned()), make)
    }

    /// What is listed: what was searched for, else the present level.
    fn places(&self) -> Rc<Vec<&'static Place>> {
        self.places.get(self.shown(), || self.listed())
    }

    fn listed(&self) -> Vec<&'static Place> {
        let text = self.list.text();
        if text.trim().is_empty() {
            let mut places: Vec<&Place> = match self.path.last() {
                Some(place) => filing_region::children(place.code()).collect(),
                None => filing_region::provinces().collect(),
            };
            // What is no more stands below what may be on a paper of today.
            places.sort_by_key(|place| place.is_abolished());
            return places;
        }
        let mut found = filing_region::search_near(text, MOST, &|place| self.distance(place));
        // Of the districts of a city, what the paper says comes first.
        found.sort_by_key(|place| !self.named.iter().any(|named| named.code() == place.code()));
        found
    }
}

/// Where a draft's region is likely to be: where its addresses are, where the people were born, where the other drafts file.
fn likely(draft: &Draft, named: &[&'static Place], state: &State) -> Vec<&'static Place> {
    let numbers = PersonField::CertificateNumber.of_both().map(|id| draft.text(id).trim());
    // Of the codes in identity numbers only the province's is the same in the platform's list.
    let born = numbers.into_iter().filter(|number| number.len() == 18).filter_map(|number| number.get(..2));
    let born = born.filter_map(|province| filing_region::find(&format!("{province}0000")));
    let others = state.listed().iter().filter_map(|listed| listed.summary.as_ref().ok());
    let others = others.filter_map(|summary| filing_region::find(summary.draft.known_text(FieldId::SubjectRegion)));
    let mut likely: Vec<&Place> = Vec::new();
    for place in named.iter().copied().chain(born).chain(others) {
        if likely.len() < MOST_LIKELY && !likely.contains(&place) {
            likely.push(place);
        }
    }
    likely
}

/// The districts of today that the addresses of a draft name: the certificate's, and the postal one, in which the city may be missing that
/// the certificate has.
fn named(draft: &Draft) -> Vec<&'static Place> {
    let [printed, postal] = [FieldId::SubjectCertificateAddress, FieldId::SubjectAddress].map(|id| draft.text(id));
    let read: Vec<Address> = [printed, postal].into_iter().filter_map(Address::read).collect();
    let mut found: Vec<&Place> =
        read.iter().flat_map(|address| filing_region::regions_of(address.districts_today().unwrap_or_default())).collect();
    let cities = read.iter().filter_map(|address| address.city).flat_map(|city| filing_region::children(city.code()));
    found.extend(cities.filter(|place| place.in_force() && postal.starts_with(place.name())));
    found
}

impl Dialog for Region {
    fn contexts(&self) -> Vec<Context> {
        self.list
            .filtered()
            .into_iter()
            .chain((self.opened > 0).then_some(Context::Opened))
            .chain([Context::Ticks, Context::List, Context::Text])
            .collect()
    }

    fn step_back(&mut self, _: &State) -> Option<Vec<Command>> {
        if self.list.step_back() {
            self.show(None);
        } else if self.opened > 0 {
            self.up();
        } else {
            return None;
        }
        Some(Vec::new())
    }

    fn is_idle(&self, action: Action, state: &State) -> bool {
        let is_there = |place: &Place| action == Action::Toggle && holds(state, self.id, &Value::from(place.code()));
        takes_line(action) && self.chosen(state).is_none_or(is_there)
    }

    fn update(&mut self, input: &Input, state: &State) -> Vec<Command> {
        let browsing = self.list.text().is_empty();
        // Words that are looked for may have blanks between them.
        let input = if !browsing && *input == Input::Action(Action::Toggle) { &Input::Char(' ') } else { input };
        match input {
            Input::Action(Action::Toggle) => {
                let district = self.chosen(state).filter(|place| place.level == DISTRICT);
                let mark = |place: &Place| vec![Command::Edit(self.id, Some(Value::from(place.code()))), Command::Leave(self.id)];
                return district.map(mark).unwrap_or_default();
            }
            Input::Action(Action::Left | Action::Backspace) if browsing => {
                self.up();
                return Vec::new();
            }
            Input::Action(Action::Right) if browsing => {
                if let Some(place) = self.chosen(state).filter(|place| place.level < DISTRICT) {
                    self.open(place);
                }
                return Vec::new();
            }
            _ => {}
        }
        let places = self.places();
        let confirmed = self.list.update(input, &self.lines(state));
        // Whoever pastes a place that is the only one of its name has chosen it.
        let found = self.places();
        let pasted = match (input, found.as_slice()) {
            (Input::Paste(_), [only]) if only.level == DISTRICT && !only.is_abolished() => Some(*only),
            _ => None,
        };
        match confirmed.and_then(|index| places.get(index).copied()).or(pasted) {
            Some(place) if place.level < DISTRICT => self.open(place),
            Some(place) => {
                let value = Some(Value::from(place.code()));
                return vec![Command::Edit(self.id, value), Command::Chosen(self.id)];
            }
            None => {}
        }
        Vec::new()
    }

    fn selected(&self) -> Option<&str> {
        self.list.selected()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, state: &State, active: bool) {
        let searching = !self.list.text().trim().is_empty();
        let items = self.lines(state);
        // Only a district is chosen; everything above it is opened.
        let opens = self.chosen(state).is_some_and(|place| place.level < DISTRICT);
        let mut hints = vec![(Action::Enter, if opens { words::OPEN } else { words::PICK })];
        hints.extend((!searching && !opens).then_some((Action::Toggle, words::MARK)));
        hints.extend((!searching && !self.path.is_empty()).then_some((Action::Left, words::LEVEL_UP)));
        hints.push((Action::Back, words::CANCEL));
        let area = panel(
            canvas,
            state.lang,
            &Panel {
                title: self.id.label().in_lang(state.lang),
                aside: &self.list.count(&items),
                width: if state.lang == Lang::En { WIDTH_READ_ALOUD } else { WIDTH },
                height: 24,
                hints: &hints,
                contexts: &self.contexts(),
            },
        );
        let names: Vec<&str> = self.path.iter().map(|place| place.name()).collect();
        if searching || names.is_empty() {
            canvas.put(area.x, area.y, area.width, words::LEVELS.in_lang(state.lang), Role::Muted);
        } else {
            let used = canvas.put(area.x, area.y, area.width, &names.join(" / "), Role::Accent);
            let read = self.path.last().map(|place| read_aloud(state.lang, &filing_region::pinyin(place))).unwrap_or_default();
            canvas.put(area.x + used, area.y, area.width.saturating_sub(used), &read, Role::Muted);
        }
        let list = Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1));
        self.list.draw(canvas, state.lang, list, &items, active);
    }
}

/// How a name is read, behind it in English.
fn read_aloud(lang: Lang, pinyin: &str) -> String {
    if lang == Lang::En { format!(" ({pinyin})") } else { String::new() }
}

/// The lines: names in browsing, whole paths in searching. What can be opened ends with a slash; what was abolished says what it is today.
fn items(lang: Lang, places: &[&Place], text: &str, present: &str) -> Lines {
    let searching = !text.trim().is_empty();
    let former = filing_region::formerly(text);
    let of_former = former.map(|former| filing_region::regions_of(former.today())).unwrap_or_default();
    let item = |place: &&Place| {
        let names: Vec<&str> = place.path().iter().map(|part| part.name()).collect();
        let (name, read) = match searching {
            true => (names.join(" / "), filing_region::pinyin(place)),
            false => (place.name().to_owned(), filing_region::pinyin_of_name(place)),
        };
        let name = name + &read_aloud(lang, &read);
        // 卢湾区 → 黄浦区; 西城区 ← 宣武区 (2010)
        let of_today = |today: &Place| format!("{}{}", today.name(), read_aloud(lang, &filing_region::pinyin_of_name(today)));
        let today: Vec<String> = filing_region::successors(place).into_iter().map(of_today).collect();
        let name = if today.is_empty() { name } else { format!("{name} → {}", today.join("、")) };
        let name = match former.filter(|_| of_former.contains(place)) {
            Some(former) => format!("{name} ← {} ({})", former.name(), former.year),
            None => name,
        };
        match place.level < DISTRICT {
            true => Item::new(format!("{name} /")),
            false => Item::new(name).marked(place.code() == present),
        }
    };
    places.iter().map(item).collect()
}
