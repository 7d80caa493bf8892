//! Which mini-program an answer is about. The platform's table types `icp_applets` as a list, its example has one object (`wechat-api.md`
//! section 7); where there are several, nothing but the AppID tells which one is meant.

use serde_json::Value as Json;

use super::Refusal;

const APPLETS: &str = "icp_applets";

/// Leaves of several mini-programs in an answer the one with this AppID.
///
/// # Errors
/// When there are several, and not just one of them has it.
pub fn narrow(tree: &mut Json, app_id: &str) -> Result<(), Refusal> {
    let messages: &mut [Json] = match tree {
        Json::Array(messages) => messages,
        one => std::slice::from_mut(one),
    };
    for message in messages {
        let Some(Json::Array(applets)) = message.get_mut(APPLETS) else { continue };
        if applets.len() < 2 {
            continue;
        }
        let is_meant = |applet: &Json| !app_id.is_empty() && id(applet).is_some_and(|theirs| is_same(app_id, theirs));
        if applets.iter().filter(|applet| is_meant(applet)).count() != 1 {
            let app_ids = applets.iter().map(|applet| id(applet).unwrap_or("?").to_owned()).collect();
            return Err(Refusal::SeveralMiniPrograms { app_ids });
        }
        applets.retain(is_meant);
    }
    Ok(())
}

fn id(applet: &Json) -> Option<&str> {
    applet.get("base_info")?.get("appid")?.as_str().map(str::trim).filter(|id| !id.is_empty())
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
                let names: Vec<_> = rows.iter().filter_map(id).collect();
                match &left {
                    Some(left) => assert_eq!((done, &names), (Ok(()), left), "{app_id}"),
                    None => {
                        assert!(matches!(done, Err(Refusal::SeveralMiniPrograms { app_ids }) if app_ids.len() == 2), "{app_id}")
                    }
                }
            }
        }
        let mut single = serde_json::json!({ "icp_applets": one(a) });
        assert_eq!(narrow(&mut single, b), Ok(()));
    }
}
