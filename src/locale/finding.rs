//! stub
use crate::locale::Lang;
use crate::rules::Finding;
/// m
pub fn message(_: Lang, f: &Finding) -> String {
    f.rule.to_owned()
}
/// f
pub fn fix(_: Lang, _: &Finding) -> String {
    String::new()
}
