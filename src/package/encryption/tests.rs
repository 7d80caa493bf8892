use std::io::{Cursor, Read};

use super::*;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

/// A pair of keys: the text of the private one's file, and the public one.
fn pair() -> (String, Recipient) {
    let identity = x25519::Identity::generate();
    let text = format!("# created: today\n# public key: {}\n{}\n", identity.to_public(), identity.to_string().expose_secret());
    (text, identity.to_public().to_string().parse().unwrap())
}

fn read(bytes: &[u8], key: &Key) -> Result<Vec<u8>, Closed> {
    let mut read = Vec::new();
    open(Cursor::new(bytes), key)?.read_to_end(&mut read).map_err(|_| Closed::Damaged)?;
    Ok(read)
}

/// What leaves.
fn encrypted(protection: &Protection, content: &[u8]) -> Vec<u8> {
    let mut writer = protection.over(Vec::new()).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap()
}

#[test]
fn what_is_encrypted_opens_with_its_own_key_and_no_other() {
    let content: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    let ((ours, our_recipient), (theirs, their_recipient), (strange, _)) = (pair(), pair(), pair());
    let keys = |text: &str| Key::Identities(identities(text).unwrap());
    let both = encrypted(&Protection::Recipients(vec![our_recipient, their_recipient]), &content);
    let secret = encrypted(&Protection::Passphrase(passphrase("长一点的口令 long")), &content);
    assert!(is_encrypted(&both) && is_encrypted(&secret) && !is_encrypted(b"PK\x03\x04"));
    for text in [&ours, &theirs, &format!("{strange}{ours}")] {
        assert_eq!(read(&both, &keys(text)).unwrap(), content);
    }
    assert_eq!(read(&secret, &Key::Passphrase(passphrase("长一点的口令 long"))).unwrap(), content);
    let wrong = Key::Passphrase(passphrase("长一点的口令 lonG"));
    assert!(matches!(read(&secret, &wrong), Err(Closed::WrongPassphrase)));
    assert!(matches!(read(&both, &keys(&strange)), Err(Closed::WrongKey)));
    assert!(matches!(read(&both, &Key::None), Err(Closed::NoKey { by_passphrase: false })));
    assert!(matches!(read(&secret, &Key::None), Err(Closed::NoKey { by_passphrase: true })));
    assert!(matches!(read(&both, &wrong), Err(Closed::OtherKey { by_passphrase: false })));
    assert!(matches!(read(&secret, &keys(&ours)), Err(Closed::OtherKey { by_passphrase: true })));
    // Cut off or changed anywhere, it does not pass for whole.
    let key = keys(&ours);
    for length in [0, 10, 30, both.len() / 2, both.len() - 1] {
        assert!(read(&both[..length], &key).is_err(), "{length}");
    }
    let mut changed = both.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert!(read(&changed, &key).is_err());
}

#[test]
fn a_passphrase_that_is_soon_guessed_is_not_taken() {
    for (text, taken) in [
        ("", Err(Weak::Empty)),
        ("  \t", Err(Weak::Empty)),
        ("a", Err(Weak::Short)),
        ("13012340003", Err(Weak::Short)),
        ("correct horse", Err(Weak::Short)),
        ("              a", Err(Weak::Short)),
        ("马到成功一二三", Err(Weak::Short)),
        ("aaaaaaaaaaaaaaaaaaaa", Err(Weak::Repeats)),
        ("1212121212121212", Err(Weak::Repeats)),
        ("哈哈哈哈哈哈哈哈哈", Err(Weak::Repeats)),
        ("correct horse b", Ok(())),
        ("马到成功一二三四", Ok(())),
        ("马到成功 geheim", Ok(())),
    ] {
        assert_eq!(Passphrase::chosen(text).map(drop), taken, "{text:?}");
    }
}

#[test]
fn what_chance_makes_is_long_and_never_the_same() {
    let made: Vec<String> = (0..50)
        .map(|_| Passphrase::generated())
        .map(|(secret, text)| {
            assert_eq!(Passphrase::chosen(&text), Ok(secret));
            assert!(text.len() == 29 && !text.contains(['0', '1', 'l', 'o']), "{text}");
            text
        })
        .collect();
    let different: BTreeSet<&String> = made.iter().collect();
    assert_eq!(different.len(), made.len());
}

#[test]
fn nothing_secret_is_shown() {
    assert_eq!(format!("{:?}", Protection::Passphrase(passphrase("geheim"))), "Passphrase(Passphrase)");
    assert_eq!(format!("{:?}", Key::Passphrase(passphrase("geheim"))), "Key");
    assert!(Passphrase::new(" \t").is_none());
}

#[test]
fn what_is_no_recipient_is_told_apart() {
    let (private, recipient) = pair();
    let key = private.lines().last().unwrap();
    let good = recipient.0.to_string();
    let table = [
        (good.clone(), Ok(())),
        (format!("  {good}\n"), Ok(())),
        (key.to_owned(), Err(NoRecipient::PrivateKey)),
        ("ssh-ed25519 AAAA".to_owned(), Err(NoRecipient::OtherKind)),
        ("age1pq1abc".to_owned(), Err(NoRecipient::OtherKind)),
        (good[..good.len() - 1].to_owned(), Err(NoRecipient::NoKey)),
        ("li@example.cn".to_owned(), Err(NoRecipient::NoKey)),
        (String::new(), Err(NoRecipient::NoKey)),
    ];
    for (text, expected) in table {
        assert_eq!(text.parse::<Recipient>().map(|_| ()), expected, "{text}");
    }
    let file = format!("\u{feff}# us\n{good}\n\n# them\n{good}\r\n");
    assert_eq!(recipients(&file).unwrap().len(), 2);
    assert_eq!(recipients("# nobody\n"), Err((0, NoRecipient::NoKey)));
    assert_eq!(recipients(&format!("{good}\n{key}\n")), Err((2, NoRecipient::PrivateKey)));
    assert_eq!(identities("# none\n").err(), Some(0));
    assert_eq!(identities(&good).err(), Some(1));
}

#[test]
fn a_head_that_would_take_too_long_is_not_read() {
    let head = |stanzas: usize, end: &str| format!("age-encryption.org/v1\n{}{end}", "-> X a\n\n".repeat(stanzas));
    let why = |text: String| open(std::io::Cursor::new(text.into_bytes()), &Key::None).err();
    for (stanzas, end, is_too_much) in
        [(2, "--- x\n", false), (257, "--- x\n", true), (257, "", true), (100_000, "", true), (100_000, "--- x\n", true)]
    {
        assert_eq!(matches!(why(head(stanzas, end)), Some(Closed::TooMuchWork)), is_too_much, "{stanzas} {end}");
    }
    assert!(matches!(why("age-encryption.org/v1\n".to_owned() + &"x".repeat(200_000)), Some(Closed::TooMuchWork)));
}
