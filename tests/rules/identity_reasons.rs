//! Every reason that the identity checks give has a rule that speaks about it.

use beian::rules::register;

/// Reasons of the vectors that rules are meant to pass over.
const SILENT: [&str; 4] = ["ok", "empty", "case_changed", "expiring_soon"];

/// Whether one of the rules has a sentence for the reason.
fn is_said(rules: &[&str], reason: &str) -> bool {
    let own = register().iter().filter(|rule| rules.contains(&rule.name));
    own.flat_map(|rule| rule.messages).any(|known| known.name == reason)
}

#[test]
fn no_reason_is_lost() {
    for (file, rules) in [
        ("resident_id", &["resident-id-invalid", "resident-id-unusual"][..]),
        ("hmt_residence", &["residence-permit-invalid"]),
        ("hk_macau_permit", &["hk-macau-permit-invalid", "permit-number-tells"]),
        ("taiwan_permit", &["taiwan-permit-invalid"]),
        ("foreign_pr", &["foreigner-card-invalid", "permit-number-tells"]),
        ("passport_cn", &["passport-number-invalid", "passport-number-unusual"]),
        ("passport_foreign", &["passport-number-invalid", "passport-number-unusual"]),
        ("uscc", &["credit-code-invalid", "credit-code-unusual"]),
        ("org_code", &["organisation-code-invalid"]),
        ("biz_reg_no", &["registration-number-invalid", "number-superseded"]),
        ("mobile_cn", &["mobile-invalid", "mobile-unusual"]),
        ("email", &["mail-invalid"]),
        ("person_name", &["person-name-invalid", "person-name-unusual"]),
        ("appid", &["app-id-invalid"]),
        ("mp_name_len", &["mini-program-name-length"]),
        ("date", &["date-invalid"]),
    ] {
        let path = format!("{}/tests/fixtures/vectors/{file}.toml", env!("CARGO_MANIFEST_DIR"));
        let vectors: toml::Table = std::fs::read_to_string(path).unwrap().parse().unwrap();
        let cases = vectors["case"].as_array().unwrap();
        assert!(!cases.is_empty());
        for case in cases {
            let warnings = case.get("warnings").and_then(toml::Value::as_array).into_iter().flatten();
            for reason in warnings.chain(case.get("reason")).filter_map(toml::Value::as_str) {
                // Rules of their own: the age of people, and domains with a slip.
                let elsewhere =
                    matches!((file, reason), ("resident_id" | "hmt_residence", "under_18") | ("email", "domain_typo"));
                assert!(SILENT.contains(&reason) || elsewhere || is_said(rules, reason), "{file}: {reason}");
            }
        }
    }
}
