//! Where in a draft's text a field stands, for messages that editors and reviews can lead to.

use toml_edit::{Document as Spanned, Item};

use super::position;

/// Line and column, from 1, of a field's key in a text: `path` as findings write it. Of a field that is not there, the place of the
/// table it belongs into; `None` where even that is not there, or the text is no TOML.
#[must_use]
pub fn whereabouts(text: &str, path: &str) -> Option<(usize, usize)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Spanned::parse(text).ok()?;
    let path = path.split('[').next().unwrap_or(path);
    let mut item: &Item = document.as_item();
    let mut found = None;
    for step in path.split('.') {
        let Some((key, next)) = item.as_table_like().and_then(|table| table.get_key_value(step)) else { break };
        found = key.span().or_else(|| next.span()).map(|span| span.start).or(found);
        item = next;
    }
    found.map(|at| position(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_where_they_stand() {
        let text = "format = 1\n[subject]\nname = \"x\"\n  region = \"1\"\ncertificate = { kind = 1, number = \"2\" }\n\
            [owner.certificate]\nkind = 1\n[mini_program]\nprior_approvals = [{ kind = 5 }]\n";
        for (path, place) in [
            ("format", Some((1, 1))),
            ("subject.name", Some((3, 1))),
            ("subject.region", Some((4, 3))),
            ("subject.certificate.number", Some((5, 27))),
            ("subject.address", Some((2, 2))),
            ("owner.certificate.kind", Some((7, 1))),
            ("mini_program.prior_approvals[0].document", Some((9, 1))),
            ("answers.x", None),
        ] {
            assert_eq!(whereabouts(text, path), place, "{path}");
        }
        assert_eq!(whereabouts("= 1", "a"), None);
    }
}
