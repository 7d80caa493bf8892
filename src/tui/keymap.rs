//! Keys → actions, and the hints read from them.
//!
//! Letters are always text. Everything else is looked up here: the innermost context first. The hint bar and the help screen
//! read the same table, so no sentence anywhere names a key.

mod context;
mod sorts;
mod table;

pub use self::context::Context;
#[cfg(test)]
pub use self::table::bindings;
pub use self::table::{Binding, bindings_of};
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

/// What the key does in these contexts, innermost first.
#[must_use]
pub fn action(contexts: &[Context], key: Key) -> Option<Action> {
    // Where one types, a letter is text, whatever it could answer.
    let is_text = contexts.contains(&Context::Text) && key.typed().is_some();
    let key = if !is_text && contexts.iter().any(|context| context.answers()) { key.answer() } else { key };
    contexts
        .iter()
        .filter(|context| !(is_text && context.answers()))
        .find_map(|context| bindings_of(*context).find(|binding| binding.key == key).map(|binding| binding.action))
}

/// The first key that does this in these contexts, if any key does.
#[must_use]
pub fn key_for(contexts: &[Context], wanted: Action) -> Option<Key> {
    let lines = contexts.iter().flat_map(|context| bindings_of(*context));
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
        .flat_map(|context| bindings_of(*context).filter(|binding| binding.rank > 0))
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
