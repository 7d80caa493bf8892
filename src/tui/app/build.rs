//! Screens of routes, and dialogs of questions. The one place that knows every screen and every dialog.

use super::App;
use crate::filing::FieldId;
use crate::tui::dialog::approvals::Approvals;
use crate::tui::dialog::calendar::Calendar;
use crate::tui::dialog::choose::Choose;
use crate::tui::dialog::columns::Columns;
use crate::tui::dialog::confirm::Confirm;
use crate::tui::dialog::contents::Contents;
use crate::tui::dialog::event::Record;
use crate::tui::dialog::files::Files;
use crate::tui::dialog::fixes::Fixes;
use crate::tui::dialog::guarded::Guarded;
use crate::tui::dialog::help::Help;
use crate::tui::dialog::mini_program::MiniProgram;
use crate::tui::dialog::offers::Offers;
use crate::tui::dialog::palette::{Palette, Places};
use crate::tui::dialog::paths::Paths;
use crate::tui::dialog::preview::Preview;
use crate::tui::dialog::problems::Problems;
use crate::tui::dialog::protect::Protect;
use crate::tui::dialog::reason::RejectionReason;
use crate::tui::dialog::region::Region;
use crate::tui::dialog::rename::Rename;
use crate::tui::dialog::search::Search;
use crate::tui::dialog::{Dialog, across::Across, ask, origin::Origin};
use crate::tui::keymap::{self, Action, Context};
use crate::tui::question::Question;
use crate::tui::route::{Route, Step};
use crate::tui::screen::Screen;
use crate::tui::screen::copy::Copy;
use crate::tui::screen::form::Form;
use crate::tui::screen::home::Home;
use crate::tui::screen::new::New;
use crate::tui::screen::review::Review;
use crate::tui::screen::status::Status;
use crate::tui::state::State;

/// The screen that a route leads to.
pub(super) fn screen(route: Route, state: &State) -> Box<dyn Screen> {
    let step = match route {
        Route::Home => return Box::new(Home::new()),
        Route::New => return Box::new(New::start(state)),
        Route::Status => return Box::new(Status::new()),
        Route::Copy => return Box::new(Copy::new(state)),
        Route::Step(step) => step,
        Route::Field(id) => step_of(id, state),
    };
    match step {
        Step::Form(section) => Box::new(Form::new(section, state)),
        Step::Review => Box::new(Review::new(state)),
    }
}

/// The status as the first that is seen of a draft: over its form, or alone where the list was asked for it.
pub(super) fn status_at_opening(is_from_list: bool) -> Box<dyn Screen> {
    Box::new(if is_from_list { Status::from_list() } else { Status::opened() })
}

/// The step in which a field of the open draft is filled in.
pub(super) fn step_of(id: FieldId, state: &State) -> Step {
    let section = state.document.as_ref().map_or(id.field().section, |document| document.draft().section_of(id));
    Step::of(section)
}

/// The dialog that asks a question; `None` where there is nothing to be asked about.
pub(super) fn dialog(question: Question, state: &State) -> Option<Box<dyn Dialog>> {
    Some(match question {
        Question::Choice(id) => Box::new(Choose::new(id, state)),
        Question::ApprovalKind(row) => Box::new(Choose::approval(row, state)),
        Question::Contents(id) => Box::new(Contents::new(id, state)),
        Question::Region(id) => Box::new(Region::new(id, state)),
        Question::Day(id) => Box::new(Calendar::new(id, state)),
        Question::File(target) => Box::new(Files::new(target, state)),
        Question::Paths(id) => Box::new(Paths::new(id)),
        Question::Approvals => Box::new(Approvals::new(state)),
        Question::Picture(id, row) => Box::new(Preview::new(state, id, row)?),
        Question::Candidate(candidate) => Box::new(Preview::of_candidate(candidate)),
        Question::Problems => Box::new(Problems::new()),
        Question::Fixes(id, findings) => Box::new(Fixes::new(id, &findings)),
        Question::Offers => Box::new(Offers::new(state)?),
        Question::Who(open, lines) => Box::new(ask::who(state, &open, lines)),
        Question::Reason(finding) => Box::new(Confirm::new(*finding)),
        Question::Origin(kind) => Box::new(Origin::new(kind)),
        Question::Guarded(guard, id, value, typed) => Box::new(Guarded::new(state, guard, (id, value.as_ref()), typed)),
        Question::Refile => Box::new(ask::refile(state)),
        Question::Duplicate(path) => Box::new(ask::duplicate(state, &path)?),
        Question::Remove(path) => Box::new(ask::remove(state, &path)?),
        Question::Examples => Box::new(ask::examples(state)),
        Question::Rename(path) => Box::new(Rename::new(state, &path)?),
        Question::Across => Box::new(Across::new()),
        Question::Columns => Box::new(Columns::new()),
        Question::Search => Box::new(Search::new()),
        Question::Event(kind, who) => Box::new(Record::new(kind, who, state)),
        Question::RejectionReason { event, index } => Box::new(RejectionReason::new(event, index)),
        Question::TakeBack(event) => Box::new(ask::take_back(state, &event)),
        Question::Language => Box::new(ask::language()),
        Question::Told { title, lines } => Box::new(ask::told(state, title, lines)),
        Question::Failed(said) => Box::new(ask::failed(state, said)),
        Question::NotPrepared(paragraphs) => Box::new(ask::not_prepared(paragraphs)),
        Question::Held(said, path) => Box::new(ask::held(state, said, path)),
        Question::Protect => Box::new(Protect::new(state)),
        Question::Exported(path) => Box::new(ask::exported(state, &path)),
        Question::Strays(files) => Box::new(ask::strays(state, &files)),
        Question::Outside { files, draft, today, leaving } => Box::new(ask::outside(state, &files, draft, today, leaving)),
        Question::Unlock { request, lock, refused } => Box::new(Protect::unlock(request, lock, refused)),
        Question::MiniProgram { request, all } => Box::new(MiniProgram::new(request, all)),
        Question::SaveFailed(said) => Box::new(ask::save_failed(state, said)),
        Question::ChangedOutside { gone, theirs } => Box::new(ask::changed_outside(state, gone, theirs.as_deref())),
        Question::Damaged(said) => Box::new(ask::damaged(state, said)),
    })
}

impl App {
    /// A search over what can be done on what lies on top, and over fields and steps, unless a question waits for its answer.
    pub(super) fn palette(&self) -> Box<dyn Dialog> {
        let shows_draft = self.screens.last().is_some_and(|screen| screen.shows_draft());
        let places = match (shows_draft, self.can_go_anywhere()) {
            (false, _) => Places::None,
            (true, false) => Places::Closed,
            (true, true) => Places::Open,
        };
        Box::new(Palette::new(&self.contexts(), places, &self.state, &|action| self.can(action)))
    }

    /// The help for what lies on top.
    pub(super) fn help(&self) -> Box<dyn Dialog> {
        let contexts = self.contexts();
        // While values are copied no field is focused: what is done with one, or with findings, is left out.
        let is_idle = |action: &Action| contexts.contains(&Context::Copy) && !self.can(*action);
        let of_draft = keymap::bindings_of(Context::Document);
        let idle = of_draft.map(|binding| binding.action).filter(is_idle).collect();
        let asked = self.dialogs.last().and_then(|dialog| dialog.help());
        Box::new(Help::new(&contexts, self.focus(), idle).about(asked))
    }
}
