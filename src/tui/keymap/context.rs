//! Where keys are looked up.

/// Where a key is pressed; screens and dialogs say which apply, innermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// Everywhere.
    Global,
    /// Any screen of an open draft.
    Document,
    /// A form.
    Form,
    /// A field with a picker.
    Picker,
    /// A yes-or-no field. Nothing is typed there, so characters are keys.
    Flag,
    /// A text that is selected as a whole.
    Selected,
    /// A field one types into that has a picker too.
    TypedPicker,
    /// A field or box one types into.
    Text,
    /// A field that holds a moment.
    Time,
    /// A text field of several rows.
    LongText,
    /// A list in which one line is chosen.
    List,
    /// A list with boxes to tick.
    Ticks,
    /// Where Enter takes what is ticked or looked for.
    Accept,
    /// A list whose lines can be added and removed.
    Rows,
    /// The calendar.
    Calendar,
    /// The file picker.
    Files,
    /// The list of drafts.
    Home,
    /// The filing's status.
    Status,
    /// A line of it that is recorded or opened.
    Recordable,
    /// A reason of a rejection that can be corrected or specified.
    Reason,
    /// A reason of a rejection in a draft that is only read.
    ReasonOnly,
    /// The line that adds a reason.
    MoreReasons,
    /// Above what can be recorded, which is out of view.
    AboveChoices,
    /// Review and export.
    Review,
    /// A finding on it.
    ReviewFinding,
    /// Its line that exports.
    ReviewExport,
    /// Its line that leads to copying.
    ReviewCopy,
    /// A draft or a form that stands on record, and is changed by a filing of its own.
    Filed,
    /// A draft that is filed and stands on record.
    Standing,
    /// A filing that has ended.
    Ended,
    /// Copying value by value.
    Copy,
    /// The same, at what is chosen from a list of the console.
    CopyChoice,
    /// The same, at what the console has filled in.
    CopyCompare,
    /// The same, where there is nothing to copy.
    CopyNothing,
    /// An empty list of drafts.
    Start,
    /// A draft that was put aside can be brought back.
    Restore,
    /// Drafts of the list collide with each other.
    Collisions,
    /// A question of a new filing that another one follows.
    Answer,
    /// The last question of a new filing.
    Create,
    /// The last question of a filing that refers to a record, which is chosen next.
    ChooseRecord,
    /// A new filing that may begin with a folder of scans.
    Scans,
    /// A field or line that holds a picture.
    Picture,
    /// Looking at a picture. Nothing is typed there, so characters are keys.
    Preview,
    /// The facts of a picture where none is drawn: what of [`Context::Preview`] is of use then.
    Facts,
    /// A list of which only what was typed is shown.
    Filtered,
    /// A level below the first one of a list.
    Opened,
    /// A dialog.
    Dialog,
    /// A question.
    Question,
    /// The step of the materials.
    Materials,
    /// A picture that preparing mends.
    Unprepared,
    /// Somewhere in the draft there is one.
    SomeUnprepared,
    /// Scans have values that may be taken at once.
    SomeCertain,
    /// Scans have values that are looked at one by one.
    SomeOffered,
    /// Looking at a value that a scan offers. Nothing is typed there, so characters are keys.
    Offers,
}

impl Context {
    /// Whether letters answer a question there.
    pub(super) const fn answers(self) -> bool {
        matches!(self, Self::Flag | Self::Question | Self::Offers)
    }
}
