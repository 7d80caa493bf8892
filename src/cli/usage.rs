//! What clap has to say about arguments, in the user's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::locale::Lang;
use crate::locale::error::{self as words, Complaint};
use crate::text::clean::visible;

/// The complaint about these arguments.
#[must_use]
pub fn complaint(lang: Lang, error: &clap::Error) -> Complaint {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => visible(text).into_owned(),
        Some(ContextValue::Strings(texts)) => visible(&texts.join(" ")).into_owned(),
        _ => String::new(),
    };
    let arg = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if !arg.starts_with('-') => words::USAGE_EXTRA.with(lang, &[("arg", &arg)]),
        ErrorKind::UnknownArgument => words::USAGE_UNKNOWN.with(lang, &[("arg", &arg)]),
        ErrorKind::InvalidSubcommand => words::USAGE_UNKNOWN.with(lang, &[("arg", &context(ContextKind::InvalidSubcommand))]),
        ErrorKind::MissingRequiredArgument => words::USAGE_MISSING.with(lang, &[("arg", &arg)]),
        ErrorKind::InvalidValue if value.is_empty() => words::USAGE_NO_VALUE.with(lang, &[("arg", &arg)]),
        ErrorKind::InvalidValue => {
            let possible = context(ContextKind::ValidValue).replace(' ', ", ");
            words::USAGE_VALUE.with(lang, &[("arg", &arg), ("value", &value), ("possible", &possible)])
        }
        ErrorKind::ArgumentConflict => {
            words::USAGE_CONFLICT.with(lang, &[("arg", &arg), ("other", &context(ContextKind::PriorArg))])
        }
        ErrorKind::InvalidUtf8 => words::USAGE_NOT_UNICODE.in_lang(lang).to_owned(),
        _ => {
            let text = error.render().to_string();
            let detail = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            words::USAGE_OTHER.with(lang, &[("detail", &visible(detail))])
        }
    };
    let hint = match context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand) {
        _ if error.kind() == ErrorKind::InvalidValue && !context(ContextKind::SuggestedValue).is_empty() => {
            words::SIMILAR.with(lang, &[("names", &context(ContextKind::SuggestedValue))])
        }
        _ if error.kind() == ErrorKind::InvalidUtf8 => words::USAGE_NOT_UNICODE_HINT.in_lang(lang).to_owned(),
        names if names.is_empty() => {
            let named = context(ContextKind::Custom);
            words::USAGE_HINT.with(lang, &[("command", if named.is_empty() { &"beian" } else { &named })])
        }
        names => words::SIMILAR.with(lang, &[("names", &names)]),
    };
    (message, hint)
}
