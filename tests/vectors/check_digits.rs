//! The four check characters against the standards' other formulas, written independently of the program: by recursion instead
//! of weights, by congruence instead of a table, by the test that ISO 7064 gives for whole numbers.

use beian::identifiers::check_chars::{mod_11_2, mod_11_10, mod_31, organisation};
use proptest::prelude::*;

/// MOD 11-2 as a pure system of ISO 7064: digit by digit P ← 2 (P + a) mod 11, and P + check ≡ 1.
fn pure_11_2(digits: &str) -> char {
    let p = digits.bytes().fold(0u32, |p, byte| (p + u32::from(byte - b'0')) * 2 % 11);
    match (12 - p) % 11 {
        10 => 'X',
        check => char::from(b'0' + u8::try_from(check).unwrap()),
    }
}

/// GB 11714 by its congruence: the weighted sum and the check together are divisible by 11.
fn organisation_fits(places: &str, check: char) -> bool {
    let value = |byte: u8| if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 };
    let (mut sum, mut left) = (0u32, 0usize);
    for weight in [3u32, 7, 9, 10, 5, 8, 4, 2] {
        sum += weight * u32::from(value(places.as_bytes()[left]));
        left += 1;
    }
    let check = if check == 'X' { 10 } else { u32::from(check as u8 - b'0') };
    (sum + check) % 11 == 0
}

/// GB 32100 as Horner's scheme from the right: the places are the digits of a number to base 3, modulo 31.
fn horner_31(places: &str) -> char {
    let alphabet: Vec<char> = ('0'..='9').chain('A'..='Z').filter(|c| !"IOSVZ".contains(*c)).collect();
    assert_eq!(alphabet.len(), 31);
    let value = |c: char| alphabet.iter().position(|known| *known == c).unwrap();
    let sum = places.chars().rev().fold(0, |sum, c| (sum * 3 + value(c)) % 31);
    *alphabet.iter().find(|check| (sum + value(**check)) % 31 == 0).unwrap()
}

/// MOD 11,10 by the test of ISO 7064 for a whole number: after the last place the intermediate sum is 1.
fn hybrid_11_10_fits(number: &str) -> bool {
    let (mut product, mut sum) = (10, 0);
    for byte in number.bytes() {
        sum = (product + u32::from(byte - b'0')) % 10;
        product = 2 * if sum == 0 { 10 } else { sum } % 11;
    }
    sum == 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_resident_id(digits in "[0-9]{17}") {
        prop_assert_eq!(mod_11_2(&digits), Some(pure_11_2(&digits)));
    }

    #[test]
    fn the_organisation_code(places in "[0-9A-Z]{8}") {
        let fitting: Vec<char> = "0123456789X".chars().filter(|check| organisation_fits(&places, *check)).collect();
        prop_assert_eq!(fitting, [organisation(&places).unwrap()]);
    }

    #[test]
    fn the_credit_code(places in "[0-9A-HJ-NP-RTUWXY]{17}") {
        prop_assert_eq!(mod_31(&places), Some(horner_31(&places)));
    }

    #[test]
    fn the_registration_number(digits in "[0-9]{14}") {
        let fitting: Vec<char> = ('0'..='9').filter(|check| hybrid_11_10_fits(&format!("{digits}{check}"))).collect();
        prop_assert_eq!(fitting, [mod_11_10(&digits).unwrap()]);
    }

    #[test]
    fn nothing_panics(places in any::<String>()) {
        for check in [mod_11_2, organisation, mod_31, mod_11_10] {
            check(&places);
        }
    }
}
