//! Which mini-program an answer is about. The platform's table types `icp_applets` as a list, its example has one object (`wechat-api.md`
//! section 7); where there are several, the AppID tells which one is meant, or else the filing number.

use serde_json::Value as Json;

use super::Refusal;

const APPLETS: &str = "icp_applets";
/// What tells one from another, in its `base_info`.
const APP_ID: &str = "appid";
const NAME: &str = "name";
const NUMBER: &str = "record_number";

/// One of several mini-programs of an answer, by what people tell it from the others; empty is what the answer does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applet {
    /// Its AppID.
    pub app_id: String,
    /// Its name.
    pub name: String,
    /// Its filing number.
    pub number: String,
}

impl Applet {
    fn read(applet: &Json) -> Self {
        let text = |key| of(applet, key).unwrap_or_default().to_owned();
        Self { app_id: text(APP_ID), name: text(NAME), number: text(NUMBER) }
    }

    /// Whether this is its filing number.
    #[must_use]
    pub fn has_number(&self, number: &str) -> bool {
        !self.number.is_empty() && is_same(number.trim(), &self.number)
    }
}

/// By what a mini-program is told from others of its subject. Empty is what nobody knows.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meant<'a> {
    /// Its AppID.
    pub app_id: &'a str,
    /// Its filing number, asked where the AppID is not known or does not tell.
    pub number: &'a str,
    /// Its name, asked last: it may be that of another, or have been changed.
    pub name: &'a str,
}

impl Meant<'_> {
    /// The place of the only one that fits: by what is known first, and by the next where several fit that.
    fn place(self, applets: &[Json]) -> Option<usize> {
        let mut left: Vec<usize> = (0..applets.len()).collect();
        let mut is_asked = false;
        for (key, ours) in [(APP_ID, self.app_id), (NUMBER, self.number), (NAME, self.name)] {
            if ours.is_empty() || is_asked && left.len() == 1 {
                continue;
            }
            let fits =
                |at: &usize| applets.get(*at).and_then(|applet| of(applet, key)).is_some_and(|theirs| is_same(ours, theirs));
            left.retain(fits);
            is_asked = true;
        }
        if let ([only], true) = (&left[..], is_asked) { Some(*only) } else { None }
    }
}

/// Leaves of several mini-programs in an answer the one that is meant.
///
/// # Errors
/// When there are several, and not just one of them fits.
pub fn narrow(tree: &mut Json, meant: Meant<'_>) -> Result<(), Refusal> {
    let messages: &mut [Json] = match tree {
        Json::Array(messages) => messages,
        one => std::slice::from_mut(one),
    };
    for message in messages {
        let Some(Json::Array(applets)) = message.get_mut(APPLETS) else { continue };
        if applets.len() < 2 {
            continue;
        }
        let Some(place) = meant.place(applets) else {
            return Err(Refusal::SeveralMiniPrograms(applets.iter().map(Applet::read).collect()));
        };
        *applets = applets.drain(..).skip(place).take(1).collect();
    }
    Ok(())
}

/// Leaves of several mini-programs in an answer the first that has a filing number, else the first: for what only their subject is
/// asked about, which they have in common.
pub fn narrow_to_any(tree: &mut Json) {
    let Some(Json::Array(applets)) = tree.get_mut(APPLETS) else { return };
    let first = applets.iter().position(|applet| of(applet, NUMBER).is_some()).unwrap_or_default();
    *applets = applets.drain(..).skip(first).take(1).collect();
}

fn of<'a>(applet: &'a Json, key: &str) -> Option<&'a str> {
    applet.get("base_info")?.get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// Whether an AppID, or another value on record, is the draft's; masked places fit everything.
pub(super) fn is_same(ours: &str, theirs: &str) -> bool {
    let fits = |(ours, theirs): (char, char)| theirs == '*' || ours.eq_ignore_ascii_case(&theirs);
    ours.chars().count() == theirs.chars().count() && ours.chars().zip(theirs.chars()).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_is_the_one_with_the_app_id() {
        let one = |id: &str| serde_json::json!({ "base_info": { "appid": id, "name": id } });
        let narrow = |tree: &mut Json, app_id| narrow(tree, Meant { app_id, ..Meant::default() });
        let (a, b) = ("wx00000000000000aa", "wx00000000000000bb");
        for (applets, app_id, left) in [
            (vec![one(a), one(b)], a, Some(vec![a])),
            (vec![one(a), one(b)], b, Some(vec![b])),
            (vec![one(a), one("WX00000000000000BB")], b, Some(vec!["WX00000000000000BB"])),
            (vec![one(a), one("wx************00bb")], b, Some(vec!["wx************00bb"])),
            (vec![one(a), one(b)], "wx00000000000000cc", None),
            (vec![one(a), one(b)], "", None),
            (vec![one(a), one(a)], a, None),
            (vec![one(a), serde_json::json!({})], b, None),
            // Which one it is about is not asked here where there is only one.
            (vec![one(a)], b, Some(vec![a])),
            (vec![one(a)], "", Some(vec![a])),
            (vec![], a, Some(vec![])),
        ] {
            let answer = serde_json::json!({ "icp_subject": {}, "icp_applets": applets });
            for mut tree in [answer.clone(), Json::Array(vec![answer.clone()])] {
                let done = narrow(&mut tree, app_id);
                let rows = tree.get(APPLETS).or_else(|| tree.get(0)?.get(APPLETS)).and_then(Json::as_array).unwrap();
                let names: Vec<_> = rows.iter().filter_map(|applet| of(applet, APP_ID)).collect();
                match &left {
                    Some(left) => assert_eq!((done, &names), (Ok(()), left), "{app_id}"),
                    None => {
                        assert!(matches!(done, Err(Refusal::SeveralMiniPrograms(all)) if all.len() == 2), "{app_id}")
                    }
                }
            }
        }
        let mut single = serde_json::json!({ "icp_applets": one(a) });
        assert_eq!(narrow(&mut single, b), Ok(()));
    }

    #[test]
    fn the_filing_number_tells_where_nobody_knows_the_app_id() {
        let applet =
            |number: &str| serde_json::json!({ "base_info": { "appid": format!("wx{number}"), "record_number": number } });
        for (app_id, number, left) in [
            ("", "蜀ICP备1号-1X", Some("wx蜀ICP备1号-1X")),
            ("", "蜀icp备1号-2x", Some("wx蜀ICP备1号-2X")),
            ("", "蜀ICP备1号-3X", None),
            ("", "蜀ICP备1号", None),
            ("", "", None),
            // Who knows the AppID is not helped by another one's number.
            ("wx蜀ICP备1号-1X", "蜀ICP备1号-2X", Some("wx蜀ICP备1号-1X")),
            ("wx0", "蜀ICP备1号-2X", None),
        ] {
            let mut tree = serde_json::json!({ "icp_applets": [applet("蜀ICP备1号-1X"), applet("蜀ICP备1号-2X")] });
            let done = narrow(&mut tree, Meant { app_id, number, ..Meant::default() });
            assert_eq!(done.is_ok(), left.is_some(), "{app_id} {number}");
            assert!(
                left.is_none_or(|left| tree[APPLETS][0]["base_info"]["appid"] == left && tree[APPLETS][1].is_null()),
                "{tree}"
            );
        }
    }

    /// AppIDs are masked in answers, and may be alike then; a mini-program that is not filed yet has no number.
    #[test]
    fn number_and_name_tell_where_the_app_id_does_not() {
        let applet = |app_id: &str, name: &str, number: &str| {
            let base = serde_json::json!({ "appid": app_id, "name": name, "record_number": number });
            serde_json::json!({ "base_info": base })
        };
        let masked = "wx************01";
        for (applets, [app_id, number, name], left) in [
            (
                [applet(masked, "甲", "蜀ICP备1号-1X"), applet(masked, "乙", "蜀ICP备1号-2X")],
                [masked, "蜀ICP备1号-2X", "乙"],
                Some("乙"),
            ),
            ([applet(masked, "甲", "蜀ICP备1号-1X"), applet(masked, "乙", "蜀ICP备1号-2X")], [masked, "", ""], None),
            ([applet("", "甲", ""), applet("", "乙", "")], ["", "", "甲"], Some("甲")),
            ([applet("", "甲", ""), applet("", "甲", "")], ["", "", "甲"], None),
            ([applet("", "甲", ""), applet("", "乙", "")], ["", "", ""], None),
        ] {
            let mut tree = serde_json::json!({ "icp_applets": applets });
            let done = narrow(&mut tree, Meant { app_id, number, name });
            assert_eq!(done.is_ok(), left.is_some(), "{app_id} {number} {name}");
            assert!(
                left.is_none_or(|left| tree[APPLETS][0]["base_info"]["name"] == left && tree[APPLETS][1].is_null()),
                "{tree}"
            );
        }
    }
}
