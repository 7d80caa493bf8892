//! The check characters (`identifiers.md`, section 3). Each function takes the places before the check character and
//! gives the character that belongs there, or nothing when the places are not of the right number and alphabet.

/// Weights of MOD 11-2 for the 17 places of a resident ID.
const WEIGHTS_11_2: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// Weights of the organisation code (GB 11714-1997).
const WEIGHTS_ORG: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
/// The alphabet of the unified social credit code: no I, O, S, V, Z.
const ALPHABET_31: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of the unified social credit code (GB 32100-2015): powers of 3 modulo 31.
const WEIGHTS_31: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Σ valueᵢ · weightᵢ, when every character has a value and the numbers of both agree.
fn weighted(places: &str, weights: &[u32], value: impl Fn(char) -> Option<u32>) -> Option<u32> {
    // A character of more than one byte has no value in any alphabet.
    if places.len() != weights.len() {
        return None;
    }
    places.bytes().zip(weights).try_fold(0, |sum, (byte, weight)| Some(sum + value(char::from(byte))? * weight))
}

/// MOD 11-2 (GB 11643, ISO 7064) over 17 digits: 0–9 or X.
pub fn mod_11_2(places: &str) -> Option<char> {
    let sum = weighted(places, &WEIGHTS_11_2, |c| c.to_digit(10))?;
    "10X98765432".chars().nth((sum % 11) as usize)
}

/// The organisation code's check (GB 11714-1997) over 8 of 0–9 and A–Z: 0–9 or X.
pub fn organisation(places: &str) -> Option<char> {
    let upper = |c: char| {
        if c.is_ascii_lowercase() { None } else { c.to_digit(36) }
    };
    match 11 - weighted(places, &WEIGHTS_ORG, upper)? % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

/// The value of a character of the unified social credit code.
pub fn value_31(c: char) -> Option<u32> {
    // Between digits and letters five do not occur.
    Some(match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        'A'..='H' => u32::from(c) - u32::from('A') + 10,
        'J'..='N' => u32::from(c) - u32::from('J') + 18,
        'P'..='R' => u32::from(c) - u32::from('P') + 23,
        'T' | 'U' => u32::from(c) - u32::from('T') + 26,
        'W'..='Y' => u32::from(c) - u32::from('W') + 28,
        _ => return None,
    })
}

/// Mod 31 (GB 32100-2015) over 17 places.
pub fn mod_31(places: &str) -> Option<char> {
    let sum = weighted(places, &WEIGHTS_31, value_31)?;
    // The outer remainder matters: a sum divisible by 31 gives 0, not 31.
    ALPHABET_31.chars().nth(((31 - sum % 31) % 31) as usize)
}

/// MOD 11,10 (GB/T 17710, ISO 7064) over digits: 0–9.
pub fn mod_11_10(places: &str) -> Option<char> {
    let product = places.chars().try_fold(10, |product, c| {
        let sum = (product + c.to_digit(10)?) % 10;
        Some(if sum == 0 { 10 } else { sum } * 2 % 11)
    })?;
    char::from_digit((11 - product) % 10, 10).filter(|_| !places.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_examples() {
        assert_eq!(mod_11_2("11010519491231002"), Some('X'));
        assert_eq!(organisation("D2143569"), Some('X'));
        assert_eq!(mod_31("91350100M000100Y4"), Some('3'));
        assert_eq!(mod_31("91140524290912824"), Some('0'));
        assert_eq!(organisation("61075663"), Some('0'));
        assert_eq!(mod_11_10("11010800000001"), Some('6'));
    }

    #[test]
    fn each_character_of_the_alphabet_has_its_place_as_value() {
        for c in (0..0x250u32).filter_map(char::from_u32) {
            let place = ALPHABET_31.chars().position(|known| known == c);
            assert_eq!(value_31(c).map(|value| value as usize), place, "{c}");
        }
    }

    #[test]
    fn refuses_what_is_not_of_the_alphabet() {
        assert_eq!(mod_11_2("1101051949123100"), None);
        assert_eq!(mod_11_2("1101051949123100X"), None);
        assert_eq!(mod_11_2("１1010519491231002"), None);
        assert_eq!(organisation("D214356"), None);
        assert_eq!(organisation("d2143569"), None);
        assert_eq!(mod_31("91350100M000100I4"), None);
        assert_eq!(mod_11_10("1101080000000A"), None);
        assert_eq!(mod_11_10(""), None);
    }
}
