//! Encrypted packages: files of the format age (age-encryption.org/v1), which `age` and `rage` open as well.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufReader, Read, Seek, Write};
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::fs::IoTrouble;
use crate::text::width::cells;

/// What the name of an encrypted package ends with, behind `.zip`.
pub const ENDING: &str = "age";
/// Work that a passphrase costs, as a power of two: what the format's own programs choose, 256 MB and about a second. Left to itself the
/// library measures the machine, and takes a gigabyte on a fast one.
#[cfg(not(test))]
const WORK: u8 = 18;
/// In tests of this crate the work that a passphrase costs by intention is left out.
#[cfg(test)]
const WORK: u8 = 2;
/// Work that opening a passphrase may cost, as a power of two: a file from elsewhere must not hold the program for minutes, nor take
/// gigabytes. This takes four times as much as is spent here.
const MOST_WORK: u8 = 20;
/// Bytes of the head of an encrypted file, and recipients in it: reading it costs the square of their number.
const MOST_HEAD: u64 = 64 * 1024;
const MOST_RECIPIENTS: usize = 256;
/// Bytes of a file of recipients or of private keys.
pub const KEYS_LIMIT: u64 = 64 * 1024;

/// Cells of a passphrase that somebody chooses, at least: what NIST SP 800-63B-4 asks of a password that stands alone. Nobody counts
/// the tries at a file, and only the work above slows them. A Chinese character takes two cells and says more than two letters.
pub const LEAST: usize = 15;
/// Different characters in it, at least.
const LEAST_DIFFERENT: usize = 6;
/// What passphrases are made of that the program chooses: digits and letters that nobody mistakes for each other, 32 of them.
const ALPHABET: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
/// Groups of such a passphrase, and characters of a group: together 125 bits.
const GROUPS: usize = 5;
const GROUP: usize = 5;

/// Why a passphrase is not taken to encrypt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// There is nothing in it.
    Empty,
    /// It is too short.
    Short,
    /// It is long enough, of too few different characters.
    Repeats,
}

/// A passphrase. It is never shown, and wiped from memory when it goes.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// A passphrase that opens something; `None` where there is nothing in it.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        (!text.trim().is_empty()).then(|| Self(SecretString::from(text.to_owned())))
    }

    /// A passphrase that somebody has chosen to encrypt with.
    ///
    /// # Errors
    /// When it would soon be guessed.
    pub fn chosen(text: &str) -> Result<Self, Weak> {
        let passphrase = Self::new(text).ok_or(Weak::Empty)?;
        if cells(text.trim()) < LEAST {
            return Err(Weak::Short);
        }
        let different: BTreeSet<char> = text.chars().collect();
        if different.len() < LEAST_DIFFERENT { Err(Weak::Repeats) } else { Ok(passphrase) }
    }

    /// A passphrase of chance, and its text, which is to be shown once.
    #[must_use]
    pub fn generated() -> (Self, String) {
        // A fresh private key is as much chance as the system has to give; its hash tells nothing of it.
        let key = x25519::Identity::generate().to_string();
        let digest = Sha256::digest(key.expose_secret().as_bytes());
        let letters: Vec<u8> =
            digest.iter().take(GROUPS * GROUP).filter_map(|byte| ALPHABET.get(usize::from(byte % 32)).copied()).collect();
        let groups: Vec<String> = letters.chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect();
        let text = groups.join("-");
        (Self(SecretString::from(text.clone())), text)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

impl Eq for Passphrase {}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

/// Who may open a package: the public half of a key pair, `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(x25519::Recipient);

/// The key, as it is parsed.
impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({})", self.0)
    }
}

/// Why a text is no recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoRecipient {
    /// It is a private key, which belongs into nobody's hands.
    #[error("a private key")]
    PrivateKey,
    /// A key of another kind: SSH, a plugin's, post-quantum.
    #[error("a key of another kind")]
    OtherKind,
    /// Nothing like a key, or one with a slip in it.
    #[error("no key")]
    NoKey,
}

impl FromStr for Recipient {
    type Err = NoRecipient;

    fn from_str(text: &str) -> Result<Self, NoRecipient> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let other = ["ssh-", "age1pq1", "age1tag", "age1yubikey"].iter().any(|start| lower.starts_with(start));
        match x25519::Recipient::from_str(text) {
            Ok(recipient) => Ok(Self(recipient)),
            Err(_) if lower.starts_with("age-secret-key-") => Err(NoRecipient::PrivateKey),
            Err(_) if other => Err(NoRecipient::OtherKind),
            Err(_) => Err(NoRecipient::NoKey),
        }
    }
}

/// The recipients in the text of a file: one a line, `#` before a comment.
///
/// # Errors
/// The line, from 1, that holds none; line 0 where there is not one recipient.
pub fn recipients(text: &str) -> Result<Vec<Recipient>, (usize, NoRecipient)> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate();
    let keys = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let read: Vec<Recipient> = keys.map(|(row, line)| line.parse().map_err(|why| (row + 1, why))).collect::<Result<_, _>>()?;
    if read.is_empty() { Err((0, NoRecipient::NoKey)) } else { Ok(read) }
}

/// How a package is protected on its way.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Protection {
    /// Not at all: whoever has the file can read it.
    #[default]
    None,
    /// By a passphrase.
    Passphrase(Passphrase),
    /// For these recipients, each of whom can open it.
    Recipients(Vec<Recipient>),
}

impl Protection {
    /// Whether not everybody may open it.
    #[must_use]
    pub fn is_some(&self) -> bool {
        *self != Self::None
    }

    /// Encrypts what is written, piece by piece, on its way to `out`. No two encryptions give the same bytes.
    ///
    /// # Errors
    /// When the head cannot be written, which comes first.
    pub fn over<W: Write>(&self, out: W) -> io::Result<Protected<W>> {
        let encryptor = match self {
            Self::None => return Ok(Protected::Plain(out)),
            Self::Passphrase(passphrase) => with_passphrase(passphrase),
            Self::Recipients(list) => Encryptor::with_recipients(list.iter().map(|one| &one.0 as &dyn age::Recipient)),
        };
        encryptor.map_err(io::Error::other)?.wrap_output(out).map(Protected::Encrypted)
    }
}

/// What is written goes on as [`Protection`] wants it.
pub enum Protected<W: Write> {
    /// As it is.
    Plain(W),
    /// Encrypted.
    Encrypted(StreamWriter<W>),
}

impl<W: Write> Protected<W> {
    /// Ends it; without that an encrypted file counts as cut off.
    ///
    /// # Errors
    /// What the other end says.
    pub fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(out) => Ok(out),
            Self::Encrypted(writer) => writer.finish(),
        }
    }
}

impl<W: Write> Write for Protected<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Encrypted(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Encrypted(writer) => writer.flush(),
        }
    }
}

/// The name of a package, as it is called where it is encrypted.
#[must_use]
pub fn name(name: &str, is_encrypted: bool) -> String {
    if is_encrypted { format!("{name}.{ENDING}") } else { name.to_owned() }
}

fn with_passphrase(passphrase: &Passphrase) -> Result<Encryptor, age::EncryptError> {
    let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(WORK);
    Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
}

/// A private key.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

/// The private keys in the text of a file, as `age-keygen` writes it: one a line, `#` before a comment.
///
/// # Errors
/// The line, from 1, that holds none; line 0 where there is not one.
pub fn identities(text: &str) -> Result<Vec<Identity>, usize> {
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate();
    let keys = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let read = keys.map(|(row, line)| x25519::Identity::from_str(line).map(Identity).map_err(|_| row + 1));
    let read: Vec<Identity> = read.collect::<Result<_, _>>()?;
    if read.is_empty() { Err(0) } else { Ok(read) }
}

/// What an encrypted package is opened with.
#[derive(Clone, Default)]
pub enum Key {
    /// Nothing is at hand.
    #[default]
    None,
    /// A passphrase.
    Passphrase(Passphrase),
    /// Private keys, of which one has to fit.
    Identities(Vec<Identity>),
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// Why an encrypted package stays closed.
#[derive(Debug, Error)]
pub enum Closed {
    /// Nothing was given to open it with.
    #[error("encrypted, by a passphrase: {by_passphrase}")]
    NoKey {
        /// By a passphrase, or for recipients.
        by_passphrase: bool,
    },
    /// A key of the other kind was given.
    #[error("encrypted, by a passphrase: {by_passphrase}")]
    OtherKey {
        /// By a passphrase, or for recipients.
        by_passphrase: bool,
    },
    /// The passphrase is another one.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// None of the private keys is a recipient's.
    #[error("not for these keys")]
    WrongKey,
    /// Opening it would take far longer than any honest file does.
    #[error("too much work")]
    TooMuchWork,
    /// Cut off, changed, or of a version that is not known.
    #[error("damaged")]
    Damaged,
    /// The system did not give the file.
    #[error("{0}")]
    Io(IoTrouble),
}

pub use crate::drafts::file::foreign::{START, is_encrypted};

/// What is in an encrypted file, as a reader that decrypts what it is asked for.
///
/// # Errors
/// Why it stays closed.
pub fn open<R: Read + Seek>(file: R, key: &Key) -> Result<StreamReader<BufReader<R>>, Closed> {
    let mut file = BufReader::new(file);
    check_head(&mut file)?;
    let decryptor = Decryptor::new_buffered(file).map_err(closed)?;
    let by_passphrase = decryptor.is_scrypt();
    match key {
        Key::None => Err(Closed::NoKey { by_passphrase }),
        Key::Passphrase(passphrase) if by_passphrase => {
            let mut identity = scrypt::Identity::new(passphrase.0.clone());
            identity.set_max_work_factor(MOST_WORK);
            decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
                DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
                    Closed::WrongPassphrase
                }
                error => closed(error),
            })
        }
        Key::Identities(list) if !by_passphrase => {
            let keys = list.iter().map(|one| &one.0 as &dyn age::Identity);
            decryptor.decrypt(keys).map_err(|error| match error {
                DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
                    Closed::WrongKey
                }
                error => closed(error),
            })
        }
        Key::Passphrase(_) | Key::Identities(_) => Err(Closed::OtherKey { by_passphrase }),
    }
}

/// Sees that reading the head takes no longer than that of an honest file, and goes back to its beginning.
fn check_head<R: Read + Seek>(file: &mut BufReader<R>) -> Result<(), Closed> {
    let mut head = Vec::new();
    let read = file.by_ref().take(MOST_HEAD).read_to_end(&mut head).and_then(|_| file.rewind());
    read.map_err(|error| Closed::Io(error.into()))?;
    let mut lines = head.split(|byte| *byte == b'\n');
    let recipients = lines.by_ref().take_while(|line| !line.starts_with(b"---")).filter(|line| line.starts_with(b"->")).count();
    // Where the end of the head was not found, there are more lines than were read.
    let is_cut = head.len() as u64 == MOST_HEAD && lines.next().is_none();
    if recipients > MOST_RECIPIENTS || is_cut { Err(Closed::TooMuchWork) } else { Ok(()) }
}

fn closed(error: DecryptError) -> Closed {
    match error {
        DecryptError::ExcessiveWork { .. } => Closed::TooMuchWork,
        // A file that ends within its head is damaged; nothing is wrong with the disk.
        DecryptError::Io(error) if !matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData) => {
            Closed::Io(error.into())
        }
        _ => Closed::Damaged,
    }
}

#[cfg(test)]
mod tests;
