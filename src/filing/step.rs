//! What is to be done, or to be known, next.

/// Something to do, or to know, next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Fill in what is missing and mend what is wrong.
    FillIn,
    /// A change that changes nothing yet: enter what it is to change.
    EnterChange,
    /// Everything is filled in: fix the errors that the rules find, if any.
    Check,
    /// Nothing must be filled in any more: add what the filing is likely to come back without.
    AddExpected,
    /// Answer what only a person can.
    Answer,
    /// What a change or a deregistration is about has ended: nothing can be handed in any more.
    RecordEnded,
    /// Export the package and hand it in.
    ExportAndSubmit,
    /// The administrator's face check comes last, because it lives three days.
    FaceCheck,
    /// Correct what the reviewer named.
    Correct,
    /// Nothing the reviewer named is left: look at it once more, and export it again.
    ExportAgain,
    /// Hand it in again.
    SubmitAgain,
    /// Nothing is wrong with the data: hand it in again as it is.
    SubmitUnchanged,
    /// Reviewers call: keep the phones on.
    KeepPhonesOn,
    /// Can still be taken back.
    MayWithdraw,
    /// The code comes from 12381.
    WaitForCode,
    /// Enter the code at the ministry's site.
    EnterCode,
    /// Time is up: ask for the code again, or record that it was missed.
    CodeIsLate,
    /// The bureau takes its time.
    WaitForBureau,
    /// The same for a change: the number stays.
    WaitForBureauOnChange,
    /// Longer than usual: ask.
    AskWhy,
    /// Publish only now.
    Publish,
    /// Show the number inside the mini-program.
    ShowNumber,
    /// Report changes.
    KeepUpToDate,
    /// The filing no longer exists.
    Gone,
    /// The package is made: submit.
    Submit,
    /// Nobody says whether a code is sent for the end of an access.
    CodePerhaps,
    /// WeChat's access has ended; the number may stand elsewhere.
    AccessGone,
    /// Have the responsible person confirm that the subject is reused.
    ConfirmReuse,
    /// Request the deregistration.
    RequestDeregistration,
    /// What is on record stands until the deregistration is done.
    StillFiled,
    /// The request ends by itself when the code is ignored.
    LapsesIfIgnored,
    /// Submitted unchanged after a missed code, it goes straight to the bureau.
    StraightToBureau,
    /// Another person has not entered their code yet.
    WaitForOthers,
    /// The owner may get a code as well.
    OwnerMayGetCode,
    /// Each of both people gets a code, and one of them is not known to have got theirs.
    CodeForBoth,
}

impl Step {
    /// All steps.
    #[cfg(any(test, feature = "internals"))]
    pub const ALL: [Self; 35] = [
        Self::FillIn,
        Self::EnterChange,
        Self::Check,
        Self::AddExpected,
        Self::Answer,
        Self::RecordEnded,
        Self::ExportAndSubmit,
        Self::FaceCheck,
        Self::Correct,
        Self::ExportAgain,
        Self::SubmitAgain,
        Self::SubmitUnchanged,
        Self::KeepPhonesOn,
        Self::MayWithdraw,
        Self::WaitForCode,
        Self::EnterCode,
        Self::CodeIsLate,
        Self::WaitForBureau,
        Self::WaitForBureauOnChange,
        Self::AskWhy,
        Self::Publish,
        Self::ShowNumber,
        Self::KeepUpToDate,
        Self::Gone,
        Self::AccessGone,
        Self::CodePerhaps,
        Self::Submit,
        Self::ConfirmReuse,
        Self::RequestDeregistration,
        Self::StillFiled,
        Self::LapsesIfIgnored,
        Self::StraightToBureau,
        Self::WaitForOthers,
        Self::OwnerMayGetCode,
        Self::CodeForBoth,
    ];

    /// The word in JSON output, e.g. `enter-code`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FillIn => "fill-in",
            Self::EnterChange => "enter-change",
            Self::Check => "check",
            Self::AddExpected => "add-expected",
            Self::Answer => "answer",
            Self::RecordEnded => "record-ended",
            Self::ExportAndSubmit => "export-and-submit",
            Self::FaceCheck => "face-check",
            Self::Correct => "correct",
            Self::ExportAgain => "export-again",
            Self::SubmitAgain => "submit-again",
            Self::SubmitUnchanged => "submit-unchanged",
            Self::KeepPhonesOn => "keep-phones-on",
            Self::MayWithdraw => "may-withdraw",
            Self::WaitForCode => "wait-for-code",
            Self::EnterCode => "enter-code",
            Self::CodeIsLate => "code-is-late",
            Self::WaitForBureau => "wait-for-bureau",
            Self::WaitForBureauOnChange => "wait-for-bureau-on-change",
            Self::AskWhy => "ask-why",
            Self::Publish => "publish",
            Self::ShowNumber => "show-number",
            Self::KeepUpToDate => "keep-up-to-date",
            Self::Gone => "gone",
            Self::AccessGone => "access-gone",
            Self::CodePerhaps => "code-perhaps",
            Self::Submit => "submit",
            Self::ConfirmReuse => "confirm-reuse",
            Self::RequestDeregistration => "request-deregistration",
            Self::StillFiled => "still-filed",
            Self::LapsesIfIgnored => "lapses-if-ignored",
            Self::StraightToBureau => "straight-to-bureau",
            Self::WaitForOthers => "wait-for-others",
            Self::OwnerMayGetCode => "owner-may-get-code",
            Self::CodeForBoth => "code-for-both",
        }
    }
}
