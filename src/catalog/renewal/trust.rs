//! Whether a list may take the place of another: nothing that rules depend on may be missing or mean something else, and a list
//! that lost half its rows was cut off on its way.

use std::collections::HashMap;

use super::answer::Untrusted;
use super::current::built_in_rows;
use super::{ListId, Row};
use crate::catalog::{ENTERPRISE, INDIVIDUAL, NONE_INVOLVED, RESIDENT_ID, keyword};

/// Rows that the program itself names: list, id, and a word that their name has.
const NEEDED: [(ListId, u32, &str); 4] = [
    (ListId::Natures, INDIVIDUAL, "个人"),
    (ListId::Natures, ENTERPRISE, "企业"),
    (ListId::Certificates, RESIDENT_ID, "居民身份证"),
    (ListId::Approvals, NONE_INVOLVED, "不涉及"),
];

/// Judges rows that are to take the place of `old`; `natures` are the ids of natures that certificates may refer to.
///
/// # Errors
/// The first reason not to trust them.
pub fn judge(list: ListId, old: &[Row], new: &[Row], natures: &[u32]) -> Result<(), Untrusted> {
    needed(list, new)?;
    let by_id: HashMap<u32, &Row> = new.iter().map(|row| (row.id, row)).collect();
    let gone = old.iter().filter(|row| !by_id.contains_key(&row.id)).count();
    if gone * 2 >= old.len() && gone > 0 {
        return Err(Untrusted::HalfGone(gone, old.len()));
    }
    let renamed = old.iter().filter(|row| by_id.get(&row.id).is_some_and(|new| new.name != row.name)).count();
    if renamed * 2 >= old.len() && renamed > 0 {
        return Err(Untrusted::MostRenamed(renamed, old.len()));
    }
    for known in built_in_rows(list).iter().filter(|row| is_used_by_rules(list, row.id)) {
        if let Some(new) = by_id.get(&known.id).filter(|new| !is_alike(&known.name, &new.name)) {
            return Err(Untrusted::MeansSomethingElse(known.id, known.name.clone(), new.name.clone()));
        }
    }
    if list == ListId::Certificates {
        if let Some(lost) = new.iter().find(|row| !natures.contains(&row.parent)) {
            return Err(Untrusted::NoParent(lost.id, lost.parent));
        }
        if let Some(card) = new.iter().find(|row| row.id == RESIDENT_ID && row.parent != INDIVIDUAL) {
            return Err(Untrusted::NoParent(card.id, card.parent));
        }
    }
    Ok(())
}

fn needed(list: ListId, new: &[Row]) -> Result<(), Untrusted> {
    for (_, id, word) in NEEDED.into_iter().filter(|(of, ..)| *of == list) {
        match new.iter().find(|row| row.id == id) {
            None => return Err(Untrusted::Missing(id, word)),
            Some(row) if !row.name.contains(word) => {
                return Err(Untrusted::MeansSomethingElse(id, word.to_owned(), row.name.clone()));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Whether a rule goes by the id. Districts are looked up by name, service contents only where trades hang on them.
fn is_used_by_rules(list: ListId, id: u32) -> bool {
    match list {
        ListId::Natures | ListId::Certificates | ListId::Approvals => true,
        ListId::ServiceContents => keyword::trade_of_content(id).is_some(),
        ListId::Districts => false,
    }
}

/// Whether two names can be of one thing: half of the shorter one's characters are in the other.
fn is_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.chars().count() <= other.chars().count() { (one, other) } else { (other, one) };
    let shared = short.chars().filter(|c| long.contains(*c)).count();
    shared * 2 >= short.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing() {
        for (one, other, alike) in [
            ("营业执照（个人或企业）", "营业执照", true),
            ("港澳居民来往内地通行证", "港澳居民来往内陆通行证", true),
            ("网络预约车", "网络预约出租车", true),
            ("宗教", "新闻", false),
            ("企业", "事业单位", true),
            ("国家机关", "社会团体", false),
        ] {
            assert_eq!(is_alike(one, other), alike, "{one} {other}");
            assert_eq!(is_alike(other, one), alike, "{other} {one}");
        }
    }

    #[test]
    fn the_built_in_lists_are_trusted() {
        let natures: Vec<u32> = built_in_rows(ListId::Natures).iter().map(|row| row.id).collect();
        for list in ListId::ALL {
            let rows = built_in_rows(list);
            assert_eq!(judge(list, &rows, &rows, &natures), Ok(()), "{list:?}");
        }
    }

    #[test]
    fn what_rules_need_must_be_there() {
        let natures: Vec<u32> = built_in_rows(ListId::Natures).iter().map(|row| row.id).collect();
        let spoilt = |list: ListId, spoil: &dyn Fn(&mut Vec<Row>)| {
            let old = built_in_rows(list);
            let mut new = old.clone();
            spoil(&mut new);
            judge(list, &old, &new, &natures).err()
        };
        for (list, id, word) in NEEDED {
            assert_eq!(spoilt(list, &|rows| rows.retain(|row| row.id != id)), Some(Untrusted::Missing(id, word)));
        }
        let rename = |id: u32, name: &'static str| {
            move |rows: &mut Vec<Row>| rows.iter_mut().filter(|row| row.id == id).for_each(|row| row.name = name.to_owned())
        };
        let other = |id, known: &str, name: &str| Some(Untrusted::MeansSomethingElse(id, known.to_owned(), name.to_owned()));
        assert_eq!(spoilt(ListId::Natures, &rename(5, "单位")), other(5, "个人", "单位"));
        assert_eq!(spoilt(ListId::Certificates, &rename(7, "驾驶证")), other(7, "护照", "驾驶证"));
        assert_eq!(spoilt(ListId::Certificates, &rename(14, "港澳居民来往内陆通行证")), None);
        assert_eq!(spoilt(ListId::Certificates, &|rows| rows[0].parent = 99), Some(Untrusted::NoParent(1, 99)));
        assert_eq!(spoilt(ListId::Certificates, &|rows| rows[1].parent = 4), Some(Untrusted::NoParent(2, 4)));
        assert_eq!(spoilt(ListId::Natures, &|rows| rows.truncate(9)), Some(Untrusted::HalfGone(9, 18)));
        assert_eq!(spoilt(ListId::Natures, &|rows| rows.truncate(10)), None);
        let all_renamed = |rows: &mut Vec<Row>| rows.iter_mut().for_each(|row| row.name.push('x'));
        assert_eq!(spoilt(ListId::Districts, &all_renamed), Some(Untrusted::MostRenamed(3548, 3548)));
    }
}
