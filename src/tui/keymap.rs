//! Keys → actions, and the hints read from them.
//!
//! Letters are always text. Everything else is looked up here: the innermost context first. The hint bar and the help screen
//! read the same table, so no sentence anywhere names a key.

mod context;
mod sorts;

use std::sync::LazyLock;

pub use self::context::Context;
use super::key::Key;
use crate::locale::{Text, tui::action as words};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident => $words:ident;)+) => {
        /// What a key does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $name,)+ }

        impl Action {
            /// Its name in the hint bar and the help.
            #[must_use]
            pub const fn label(self) -> Text {
                match self { $(Self::$name => words::$words,)+ }
            }
        }
    };
}

actions! {
    /// Opens the help.
    Help => HELP;
    /// Searches all that can be done, and all fields and places.
    Palette => PALETTE;
    /// Switches the language.
    Language => LANGUAGE;
    /// Ends the program.
    Quit => QUIT;
    /// Has the mouse reported, or no longer.
    Mouse => MOUSE;
    /// Draws everything anew.
    Redraw => REDRAW;
    /// Saves at once what would be saved in a moment.
    SaveNow => SAVE_NOW;
    /// Takes the last change back.
    Undo => UNDO;
    /// Makes it again.
    Redo => REDO;
    /// Goes to the next problem.
    NextProblem => NEXT_PROBLEM;
    /// Goes to the previous problem.
    PreviousProblem => PREVIOUS_PROBLEM;
    /// Lists all problems.
    Problems => PROBLEMS;
    /// Puts the offered value in.
    Fix => FIX;
    /// Stands by what a warning is about, or no longer.
    Confirm => CONFIRM;
    /// Fills in what scans say for certain.
    TakeCertain => TAKE_CERTAIN;
    /// Goes through the other values on scans, one by one.
    Offers => OFFERS;
    /// Takes the value that is looked at.
    Take => TAKE;
    /// Leaves the field as it is.
    LeaveIt => LEAVE_IT;
    /// Lists where drafts collide.
    Across => ACROSS;
    /// Makes a copy of the field's picture that is taken.
    Prepare => PREPARE;
    /// Makes such copies of all pictures that need it.
    PrepareAll => PREPARE_ALL;
    /// Searches a field by name.
    Search => SEARCH;
    /// Shows where the filing stands.
    Status => STATUS;
    /// Prepares a change of what is filed.
    StartChange => START_CHANGE;
    /// Prepares the filing of one more mini-program of the subject.
    OneMore => ONE_MORE;
    /// Prepares a new filing of what has ended.
    FileAgain => FILE_AGAIN;
    /// Prepares the deregistration of what is filed.
    StartDeregistration => START_DEREGISTRATION;
    /// Takes in what the platform answered.
    Import => IMPORT;
    /// Records the chosen event, or opens the chosen reason.
    Record => RECORD;
    /// Corrects what a reason of a rejection is about, or says which it is.
    OpenReason => OPEN_REASON;
    /// Goes to the field that a reason is about.
    ShowField => SHOW_FIELD;
    /// Adds a reason of the rejection.
    AddReason => ADD_REASON;
    /// Goes down to what can be recorded.
    ToChoices => TO_CHOICES;
    /// Goes to the field that a finding is about.
    GoThere => GO_THERE;
    /// Goes from the status to where one came from.
    LeaveStatus => LEAVE_STATUS;
    /// Writes the deadlines as a calendar.
    SaveCalendar => SAVE_CALENDAR;
    /// Writes the letters to print.
    Letters => LETTERS;
    /// Goes to the next step.
    NextStep => NEXT_STEP;
    /// Goes to the previous step.
    PreviousStep => PREVIOUS_STEP;
    /// Goes to step 1.
    Step1 => STEP;
    /// Goes to step 2.
    Step2 => STEP;
    /// Goes to step 3.
    Step3 => STEP;
    /// Goes to step 4.
    Step4 => STEP;
    /// Goes to step 5.
    Step5 => STEP;
    /// Goes to step 6.
    Step6 => STEP;
    /// Goes to the next field.
    Next => NEXT;
    /// Goes to the previous field.
    Previous => PREVIOUS;
    /// Opens what can be opened, or goes on.
    Enter => ENTER;
    /// Steps out; discards nothing.
    Back => BACK;
    /// Empties what was typed to look for something; the list stays.
    ClearFilter => CLEAR_FILTER;
    /// Steps back within a list: out of a level, to the folder or the question before.
    LevelUp => LEVEL_UP;
    /// Up.
    Up => UP;
    /// Down.
    Down => DOWN;
    /// Left.
    Left => LEFT;
    /// Right.
    Right => RIGHT;
    /// A page up.
    PageUp => PAGE_UP;
    /// A page down.
    PageDown => PAGE_DOWN;
    /// To the start.
    Start => START;
    /// To the end.
    End => END;
    /// A word to the left.
    WordLeft => WORD_LEFT;
    /// A word to the right.
    WordRight => WORD_RIGHT;
    /// Deletes to the left.
    Backspace => BACKSPACE;
    /// Deletes to the right.
    Delete => DELETE;
    /// Deletes the word to the left.
    KillWord => KILL_WORD;
    /// Deletes all to the left.
    KillToStart => KILL_TO_START;
    /// Deletes all to the right.
    KillToEnd => KILL_TO_END;
    /// Marks the whole text.
    SelectAll => SELECT_ALL;
    /// Ticks a box.
    Toggle => TOGGLE;
    /// Answers yes, and goes on.
    Yes => YES;
    /// Answers no, and goes on.
    No => NO;
    /// Copies the selected text.
    CopySelected => COPY_SELECTED;
    /// Makes a new filing.
    New => NEW;
    /// Writes the examples.
    Example => EXAMPLE;
    /// Copies a draft.
    Duplicate => DUPLICATE;
    /// Gives a draft's file another name.
    Rename => RENAME;
    /// Removes a line.
    Remove => REMOVE;
    /// Deletes the chosen draft.
    DeleteDraft => DELETE_DRAFT;
    /// Adds a line.
    Add => ADD;
    /// Makes the package.
    Export => EXPORT;
    /// Copies a value.
    CopyValue => COPY_VALUE;
    /// Copies a value, ticks it off and goes to the next.
    CopyNext => COPY_NEXT;
    /// Ticks off what was chosen on the console, and goes on.
    ChosenNext => CHOSEN_NEXT;
    /// Ticks off what was compared with the console, and goes on.
    ComparedNext => COMPARED_NEXT;
    /// Goes on where there is nothing to copy.
    GoOn => GO_ON;
    /// Copies value by value.
    CopyMode => COPY_MODE;
    /// Ticks a value off, or no longer.
    TickOff => TICK_OFF;
    /// Sets no end (长期).
    LongTerm => LONG_TERM;
    /// Goes to today.
    Today => TODAY;
    /// Puts the present moment in.
    Now => NOW;
    /// A year back.
    YearBack => YEAR_BACK;
    /// A year on.
    YearOn => YEAR_ON;
    /// Shows hidden files, or hides them.
    Hidden => HIDDEN;
    /// Sorts by something else.
    Sort => SORT;
    /// Chooses the columns of the list.
    Columns => COLUMNS;
    /// Lists the folders one may want to go to.
    Recent => RECENT;
    /// The folder above.
    Parent => PARENT;
    /// Completes a name or path.
    Complete => COMPLETE;
    /// Makes the new filing that was described.
    Create => CREATE;
    ChooseRecord => CHOOSE_RECORD;
    /// Chooses the folder of scans that a new filing begins with.
    Scans => SCANS;
    /// Confirms the ticked lines.
    Accept => ACCEPT;
    /// Shows a picture.
    Preview => PREVIEW;
    /// Opens the file in the system's own viewer.
    Viewer => VIEWER;
    /// Shows it larger.
    ZoomIn => ZOOM_IN;
    /// Shows it smaller.
    ZoomOut => ZOOM_OUT;
    /// Shows all of it.
    ZoomFit => ZOOM_FIT;
    /// Shows it pixel for pixel.
    ZoomActual => ZOOM_ACTUAL;
    /// Turns it.
    Turn => TURN;
    /// Shows the next picture.
    NextPicture => NEXT_PICTURE;
    /// Shows the previous picture.
    PreviousPicture => PREVIOUS_PICTURE;
}

/// One line of the keymap.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The key.
    pub key: Key,
    /// What it does.
    pub action: Action,
    /// Place in the hint bar, lower first; 0 keeps it out.
    pub rank: u8,
}

static KEYMAP: LazyLock<Vec<Binding>> = LazyLock::new(|| {
    use Action as A;
    use Context as C;
    let lines: &[(Context, &str, Action, u8)] = &[
        (C::Global, "F1", A::Help, 255),
        // Some terminals and keyboards keep F keys for themselves: each has a twin with Alt or Ctrl.
        (C::Global, "Alt+H", A::Help, 0),
        (C::Global, "Ctrl+T", A::Palette, 85),
        (C::Global, "Alt+X", A::Palette, 0),
        (C::Global, "F2", A::Language, 90),
        (C::Global, "Alt+L", A::Language, 0),
        (C::Global, "Ctrl+Q", A::Quit, 95),
        (C::Global, "Ctrl+C", A::Quit, 0),
        (C::Global, "Ctrl+L", A::Redraw, 0),
        (C::Global, "Alt+M", A::Mouse, 0),
        (C::Document, "F8", A::NextProblem, 20),
        (C::Document, "F7", A::PreviousProblem, 72),
        // Many terminals send Shift+F8 as F18 or F20.
        (C::Document, "Shift+F8", A::PreviousProblem, 0),
        (C::Document, "F18", A::PreviousProblem, 0),
        (C::Document, "F20", A::PreviousProblem, 0),
        (C::Document, "Alt+N", A::NextProblem, 0),
        (C::Document, "Alt+R", A::PreviousProblem, 0),
        (C::Document, "F4", A::Problems, 60),
        (C::Document, "Alt+A", A::Problems, 0),
        (C::Document, "F5", A::Fix, 0),
        (C::Document, "Alt+S", A::Fix, 0),
        (C::Unprepared, "F3", A::Prepare, 4),
        (C::Unprepared, "Alt+P", A::Prepare, 0),
        (C::SomeUnprepared, "F3", A::PrepareAll, 4),
        (C::SomeUnprepared, "Alt+P", A::PrepareAll, 0),
        (C::Document, "F3", A::Prepare, 0),
        (C::Document, "Alt+P", A::Prepare, 0),
        // Many terminals send Shift+F3 as F13, and xterm as what reads like the cursor's place: a plain key comes first.
        (C::Document, "Ctrl+R", A::PrepareAll, 0),
        (C::Document, "Shift+F3", A::PrepareAll, 0),
        (C::Document, "F13", A::PrepareAll, 0),
        (C::Materials, "Ctrl+G", A::Letters, 6),
        (C::Document, "Ctrl+G", A::Letters, 0),
        (C::SomeCertain, "Alt+G", A::TakeCertain, 6),
        (C::SomeOffered, "Alt+V", A::Offers, 7),
        (C::Document, "Alt+G", A::TakeCertain, 0),
        (C::Document, "F11", A::TakeCertain, 0),
        (C::Document, "Alt+V", A::Offers, 0),
        (C::Document, "Shift+F11", A::Offers, 0),
        (C::Document, "F6", A::Confirm, 0),
        (C::Document, "Alt+O", A::Confirm, 0),
        (C::Document, "Ctrl+P", A::Preview, 0),
        (C::Document, "Ctrl+O", A::Viewer, 0),
        (C::Document, "Ctrl+F", A::Search, 70),
        (C::Document, "F9", A::Status, 65),
        (C::Document, "Alt+T", A::Status, 0),
        (C::Document, "F10", A::Export, 0),
        (C::Document, "Alt+E", A::Export, 0),
        (C::Document, "Ctrl+X", A::CopyValue, 0),
        (C::Document, "Alt+C", A::CopyValue, 0),
        (C::Document, "F12", A::CopyMode, 0),
        (C::Document, "Ctrl+B", A::CopyMode, 0),
        (C::Document, "Ctrl+S", A::SaveNow, 0),
        (C::Document, "Ctrl+Z", A::Undo, 50),
        (C::Document, "Ctrl+Y", A::Redo, 0),
        (C::Document, "PageDown", A::NextStep, 30),
        (C::Document, "PageUp", A::PreviousStep, 0),
        (C::Document, "Alt+1", A::Step1, 0),
        (C::Document, "Alt+2", A::Step2, 0),
        (C::Document, "Alt+3", A::Step3, 0),
        (C::Document, "Alt+4", A::Step4, 0),
        (C::Document, "Alt+5", A::Step5, 0),
        (C::Document, "Alt+6", A::Step6, 0),
        (C::Document, "Esc", A::Back, 80),
        (C::Form, "Tab", A::Next, 10),
        (C::Form, "Down", A::Next, 0),
        (C::Form, "Shift+Tab", A::Previous, 0),
        (C::Form, "Up", A::Previous, 0),
        (C::Form, "Enter", A::Enter, 0),
        (C::Form, "Ctrl+Home", A::Start, 0),
        (C::Form, "Ctrl+End", A::End, 0),
        (C::Picker, "Enter", A::Enter, 5),
        (C::Picker, "Space", A::Toggle, 0),
        (C::Picker, "Delete", A::Delete, 0),
        (C::Flag, "Y", A::Yes, 2),
        (C::Flag, "N", A::No, 3),
        (C::Flag, "Enter", A::Next, 0),
        (C::Flag, "Space", A::Toggle, 5),
        (C::Flag, "Left", A::Left, 0),
        (C::Flag, "Right", A::Right, 0),
        (C::Selected, "Ctrl+C", A::CopySelected, 1),
        (C::TypedPicker, "Enter", A::Enter, 5),
        (C::Time, "Ctrl+N", A::Now, 5),
        (C::LongText, "Up", A::Up, 0),
        (C::LongText, "Down", A::Down, 0),
        (C::Text, "Left", A::Left, 0),
        (C::Text, "Right", A::Right, 0),
        (C::Text, "Ctrl+Left", A::WordLeft, 0),
        (C::Text, "Ctrl+Right", A::WordRight, 0),
        (C::Text, "Alt+B", A::WordLeft, 0),
        (C::Text, "Alt+F", A::WordRight, 0),
        (C::Text, "Home", A::Start, 0),
        (C::Text, "End", A::End, 0),
        (C::Text, "Backspace", A::Backspace, 0),
        (C::Text, "Delete", A::Delete, 0),
        (C::Text, "Ctrl+W", A::KillWord, 0),
        (C::Text, "Alt+Backspace", A::KillWord, 0),
        (C::Text, "Ctrl+U", A::KillToStart, 0),
        (C::Text, "Ctrl+K", A::KillToEnd, 0),
        (C::Text, "Ctrl+A", A::SelectAll, 0),
        (C::List, "Up", A::Up, 0),
        (C::List, "Down", A::Down, 0),
        (C::List, "Shift+Tab", A::Up, 0),
        (C::List, "Tab", A::Down, 0),
        (C::List, "PageUp", A::PageUp, 0),
        (C::List, "PageDown", A::PageDown, 0),
        (C::List, "Home", A::Start, 0),
        (C::List, "End", A::End, 0),
        (C::List, "Ctrl+Home", A::Start, 0),
        (C::List, "Ctrl+End", A::End, 0),
        (C::List, "Enter", A::Enter, 5),
        (C::Ticks, "Space", A::Toggle, 3),
        (C::Accept, "Enter", A::Accept, 5),
        (C::Rows, "F3", A::Prepare, 0),
        (C::Rows, "Alt+P", A::Prepare, 0),
        (C::Rows, "Insert", A::Add, 0),
        (C::Rows, "Ctrl+N", A::Add, 15),
        (C::Rows, "Delete", A::Remove, 20),
        (C::Rows, "Ctrl+D", A::Remove, 0),
        (C::Calendar, "Tab", A::Right, 0),
        (C::Calendar, "Shift+Tab", A::Left, 0),
        (C::Calendar, "Left", A::Left, 0),
        (C::Calendar, "Right", A::Right, 0),
        (C::Calendar, "Up", A::Up, 0),
        (C::Calendar, "Down", A::Down, 0),
        (C::Calendar, "PageUp", A::PageUp, 0),
        (C::Calendar, "PageDown", A::PageDown, 10),
        (C::Calendar, "Ctrl+PageUp", A::YearBack, 0),
        (C::Calendar, "Ctrl+PageDown", A::YearOn, 0),
        (C::Calendar, "Shift+Left", A::YearBack, 0),
        (C::Calendar, "Shift+Right", A::YearOn, 20),
        (C::Calendar, "Home", A::Today, 30),
        (C::Calendar, "End", A::LongTerm, 25),
        (C::Calendar, "Enter", A::Enter, 5),
        (C::Files, "Tab", A::Complete, 0),
        (C::Files, "Ctrl+H", A::Hidden, 40),
        (C::Files, "Ctrl+S", A::Sort, 45),
        (C::Files, "Ctrl+R", A::Recent, 35),
        (C::Files, "Alt+Up", A::Parent, 0),
        (C::Files, "Shift+Left", A::Parent, 30),
        (C::Home, "Ctrl+N", A::New, 10),
        (C::Home, "Ctrl+E", A::Example, 40),
        (C::Home, "Ctrl+D", A::Duplicate, 30),
        (C::Home, "Ctrl+R", A::Rename, 47),
        (C::Home, "Ctrl+S", A::Sort, 45),
        (C::Home, "Alt+C", A::Columns, 46),
        (C::Home, "Delete", A::DeleteDraft, 35),
        (C::Home, "Ctrl+Z", A::Undo, 0),
        (C::Home, "F9", A::Status, 50),
        (C::Collisions, "F4", A::Across, 7),
        (C::Home, "F4", A::Across, 0),
        (C::Home, "Alt+T", A::Status, 0),
        (C::Collisions, "Alt+A", A::Across, 0),
        (C::Home, "Alt+A", A::Across, 0),
        (C::Home, "Esc", A::Back, 0),
        (C::Start, "Enter", A::New, 0),
        (C::Start, "Ctrl+N", A::New, 10),
        (C::Start, "Ctrl+E", A::Example, 40),
        (C::Restore, "Ctrl+Z", A::Undo, 45),
        (C::Answer, "Enter", A::Next, 0),
        (C::Create, "Enter", A::Create, 5),
        (C::ChooseRecord, "Enter", A::ChooseRecord, 5),
        (C::Scans, "Ctrl+O", A::Scans, 20),
        (C::Recordable, "Enter", A::Record, 5),
        (C::Reason, "Enter", A::OpenReason, 5),
        (C::ReasonOnly, "Enter", A::ShowField, 5),
        (C::MoreReasons, "Enter", A::AddReason, 5),
        (C::AboveChoices, "Enter", A::ToChoices, 5),
        (C::Status, "Enter", A::Record, 0),
        (C::Status, "F9", A::LeaveStatus, 0),
        (C::Status, "Alt+T", A::LeaveStatus, 0),
        (C::Status, "Ctrl+Z", A::Undo, 20),
        (C::Status, "Ctrl+Y", A::Redo, 0),
        (C::Status, "Ctrl+O", A::Import, 30),
        (C::Status, "Ctrl+E", A::SaveCalendar, 35),
        (C::Filed, "Ctrl+N", A::StartChange, 6),
        (C::Ended, "Ctrl+N", A::FileAgain, 6),
        (C::Standing, "Ctrl+D", A::StartDeregistration, 0),
        (C::Standing, "Alt+W", A::OneMore, 0),
        (C::Copy, "Enter", A::CopyNext, 2),
        (C::CopyChoice, "Enter", A::ChosenNext, 2),
        (C::CopyChoice, "Ctrl+X", A::CopyValue, 0),
        (C::CopyCompare, "Enter", A::ComparedNext, 2),
        (C::CopyCompare, "Ctrl+X", A::CopyValue, 0),
        (C::CopyNothing, "Enter", A::GoOn, 2),
        (C::CopyNothing, "Ctrl+X", A::CopyValue, 0),
        (C::Copy, "Space", A::TickOff, 4),
        (C::Copy, "Left", A::Previous, 6),
        (C::Copy, "Up", A::Up, 0),
        (C::Copy, "Shift+Tab", A::Previous, 0),
        (C::Copy, "Right", A::Next, 5),
        (C::Copy, "Down", A::Down, 0),
        (C::Copy, "Tab", A::Next, 0),
        (C::Copy, "PageUp", A::PageUp, 0),
        (C::Copy, "PageDown", A::PageDown, 8),
        (C::Copy, "Home", A::Start, 0),
        (C::Copy, "End", A::End, 0),
        (C::Copy, "Ctrl+X", A::CopyValue, 7),
        (C::Copy, "Esc", A::Back, 9),
        (C::ReviewFinding, "Enter", A::GoThere, 5),
        (C::ReviewExport, "Enter", A::Export, 2),
        (C::ReviewCopy, "Enter", A::CopyMode, 5),
        (C::Review, "F12", A::CopyMode, 12),
        (C::Review, "Ctrl+B", A::CopyMode, 0),
        (C::Review, "F10", A::Export, 3),
        (C::Review, "Ctrl+E", A::Export, 0),
        (C::Picture, "Ctrl+P", A::Preview, 8),
        (C::Picture, "Ctrl+O", A::Viewer, 0),
        (C::Preview, "Ctrl+O", A::Viewer, 40),
        (C::Preview, "+", A::ZoomIn, 5),
        (C::Preview, "=", A::ZoomIn, 0),
        (C::Preview, "-", A::ZoomOut, 6),
        (C::Preview, "0", A::ZoomFit, 12),
        (C::Preview, "Home", A::ZoomFit, 0),
        (C::Preview, "1", A::ZoomActual, 10),
        (C::Preview, "End", A::ZoomActual, 0),
        (C::Preview, "Space", A::Turn, 4),
        (C::Preview, "Left", A::Left, 0),
        (C::Preview, "Right", A::Right, 0),
        (C::Preview, "Up", A::Up, 0),
        (C::Preview, "Down", A::Down, 0),
        (C::Preview, "Tab", A::NextPicture, 15),
        (C::Preview, "PageDown", A::NextPicture, 0),
        (C::Preview, "Shift+Tab", A::PreviousPicture, 0),
        (C::Preview, "PageUp", A::PreviousPicture, 0),
        (C::Preview, "Enter", A::Back, 0),
        (C::Preview, "Ctrl+P", A::Back, 0),
        (C::Preview, "Esc", A::Back, 11),
        (C::Offers, "Enter", A::Take, 1),
        (C::Offers, "Y", A::Take, 0),
        (C::Offers, "N", A::LeaveIt, 0),
        (C::Offers, "Right", A::LeaveIt, 0),
        (C::Offers, "Down", A::LeaveIt, 0),
        (C::Offers, "Tab", A::LeaveIt, 2),
        (C::Offers, "Left", A::Previous, 0),
        (C::Offers, "Up", A::Previous, 0),
        (C::Offers, "Shift+Tab", A::Previous, 0),
        (C::Offers, "Ctrl+P", A::Preview, 6),
        (C::Offers, "Alt+G", A::TakeCertain, 5),
        (C::Offers, "F11", A::TakeCertain, 0),
        (C::Facts, "Ctrl+O", A::Viewer, 5),
        (C::Facts, "Esc", A::Back, 6),
        (C::Facts, "Tab", A::NextPicture, 10),
        (C::Filtered, "Esc", A::ClearFilter, 50),
        (C::Opened, "Esc", A::LevelUp, 50),
        (C::Dialog, "Esc", A::Back, 50),
        (C::Dialog, "Ctrl+Z", A::Undo, 0),
        (C::Dialog, "Ctrl+Y", A::Redo, 0),
        (C::Question, "Y", A::Yes, 0),
        (C::Question, "N", A::No, 0),
        (C::Question, "Enter", A::Enter, 5),
        (C::Question, "Left", A::Up, 0),
        (C::Question, "Right", A::Down, 0),
        (C::Question, "Tab", A::Down, 0),
        (C::Question, "Shift+Tab", A::Up, 0),
        (C::Question, "Up", A::Up, 0),
        (C::Question, "Down", A::Down, 0),
    ];
    let read = |(context, words, action, rank): &(Context, &str, Action, u8)| {
        Key::parse(words).map(|key| Binding { context: *context, key, action: *action, rank: *rank })
    };
    lines.iter().filter_map(read).collect()
});

/// All bindings, in the order of the table.
#[must_use]
pub fn bindings() -> &'static [Binding] {
    &KEYMAP
}

/// What the key does in these contexts, innermost first.
#[must_use]
pub fn action(contexts: &[Context], key: Key) -> Option<Action> {
    // Where one types, a letter is text, whatever it could answer.
    let is_text = contexts.contains(&Context::Text) && key.typed().is_some();
    let key = if !is_text && contexts.iter().any(|context| context.answers()) { key.answer() } else { key };
    contexts.iter().filter(|context| !(is_text && context.answers())).find_map(|context| {
        KEYMAP.iter().find(|binding| binding.context == *context && binding.key == key).map(|binding| binding.action)
    })
}

/// The first key that does this in these contexts, if any key does.
#[must_use]
pub fn key_for(contexts: &[Context], wanted: Action) -> Option<Key> {
    let lines = contexts.iter().flat_map(|context| KEYMAP.iter().filter(move |binding| binding.context == *context));
    lines.filter(|binding| binding.action == wanted).map(|binding| binding.key).find(|key| action(contexts, *key) == Some(wanted))
}

/// One entry of the hint bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// Its place, lower first.
    pub rank: u8,
    /// The key.
    pub key: Key,
    /// What it does.
    pub action: Action,
}

/// Key and action for the hint bar, by rank: each action once, with its first key. A key that an inner context gives another meaning is
/// left out.
#[must_use]
pub fn hints(contexts: &[Context]) -> Vec<Hint> {
    let mut hints: Vec<Hint> = contexts
        .iter()
        .flat_map(|context| KEYMAP.iter().filter(move |binding| binding.context == *context && binding.rank > 0))
        .filter(|binding| action(contexts, binding.key) == Some(binding.action))
        .map(|binding| Hint { rank: binding.rank, key: binding.key, action: binding.action })
        .collect();
    hints.sort_by_key(|hint| hint.rank);
    let mut seen = Vec::new();
    hints.retain(|hint| {
        let is_new = !seen.iter().any(|(key, action)| *key == hint.key || *action == hint.action);
        seen.push((hint.key, hint.action));
        is_new
    });
    hints
}

#[cfg(test)]
mod tests;
