//! The tags of the sources of `provincial_rules.toml` and `needed_materials.toml`.

use crate::text::Text;

/// The document that a tag stands for, with its age; `None` for an unknown tag.
#[must_use]
pub fn document(tag: &str) -> Option<Text> {
    Some(match tag {
        "HW25" => Text::new("华为云备案文档（2025 至 2026 年）", "Huawei Cloud's filing documents (2025 to 2026)"),
        "TC22" => Text::new("腾讯云备案文档（约 2021 至 2023 年）", "Tencent Cloud's filing documents (about 2021 to 2023)"),
        "QC" => Text::new("青云备案文档（约 2021 至 2024 年）", "QingCloud's filing documents (about 2021 to 2024)"),
        "JD" => Text::new("京东云备案文档（约 2018 至 2020 年）", "JD Cloud's filing documents (about 2018 to 2020)"),
        "ALI" => Text::new("阿里云备案材料清单（转述，2026 年）", "Aliyun's list of filing materials (second hand, 2026)"),
        "UNI24" => Text::new("某高校备案通知（2024 年）", "a university's notice (2024)"),
        "WX-GUIDE" => Text::new("微信小程序备案操作指引", "WeChat, guide to filing mini-programs"),
        "WX-MAT" => Text::new("微信小程序备案材料示例", "WeChat, examples of filing materials"),
        "RED" => Text::new("备案人公开的退回记录（2026 年）", "a rejection that its filer made public (2026)"),
        "WX" => Text::new("微信小程序备案说明", "WeChat's filing guide"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::material::materials;
    use crate::catalog::province::{provinces, rules};

    #[test]
    fn every_tag_of_the_data_stands_for_a_document() {
        let rows = rules().iter().map(|row| row.source);
        let all = rows.chain(provinces().iter().map(|row| row.source)).chain(materials().iter().map(|row| row.source));
        for tag in all.flat_map(|tags| tags.split(',')) {
            assert!(document(tag.trim()).is_some(), "{tag}");
        }
        assert_eq!(document("XX"), None);
    }
}
