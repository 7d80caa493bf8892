//! An archive wants to go back to the head of an entry once it knows its sum; what it goes to cannot. So an entry waits here until it is
//! finished, which the archive says by a flush.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};

/// What was written since the last flush, which can be gone over again, in front of what takes bytes only in their order.
pub struct Window<W> {
    out: W,
    /// Bytes that have gone on.
    gone: u64,
    held: Vec<u8>,
    /// The place in `held`.
    at: usize,
}

impl<W: Write> Window<W> {
    /// An empty window in front of this.
    pub fn new(out: W) -> Self {
        Self { out, gone: 0, held: Vec::new(), at: 0 }
    }

    /// Lets the rest go on.
    ///
    /// # Errors
    /// What `out` says.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()
    }

    fn end(&self) -> u64 {
        self.gone + self.held.len() as u64
    }
}

impl<W: Write> Write for Window<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let over = self.held.len().saturating_sub(self.at).min(bytes.len());
        let (first, rest) = bytes.split_at(over);
        if let Some(place) = self.held.get_mut(self.at..self.at + over) {
            place.copy_from_slice(first);
        }
        self.held.extend_from_slice(rest);
        self.at += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.held)?;
        self.gone = self.end();
        self.held.clear();
        self.at = 0;
        Ok(())
    }
}

/// What is in it can be read again, which the library asks of whatever is flushed after each entry.
impl<W: Write> Read for Window<W> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.held.get(self.at..).unwrap_or_default().read(into)?;
        self.at += count;
        Ok(count)
    }
}

impl<W: Write> Seek for Window<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => self.end().checked_add_signed(by),
            SeekFrom::Current(by) => (self.gone + self.at as u64).checked_add_signed(by),
        };
        let inside = place.filter(|place| *place <= self.end()).and_then(|place| place.checked_sub(self.gone));
        self.at = inside.and_then(|at| usize::try_from(at).ok()).ok_or(ErrorKind::InvalidInput)?;
        Ok(self.gone + self.at as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_flushed_can_be_gone_over_again() {
        let mut out = Vec::new();
        let mut window = Window::new(&mut out);
        window.write_all(b"head....").unwrap();
        window.write_all(b"content").unwrap();
        assert_eq!(window.seek(SeekFrom::Start(4)).unwrap(), 4);
        window.write_all(b"sum!").unwrap();
        assert_eq!((window.stream_position().unwrap(), window.seek(SeekFrom::End(0)).unwrap()), (8, 15));
        window.flush().unwrap();
        window.write_all(b"next").unwrap();
        window.seek(SeekFrom::Current(-2)).unwrap();
        window.write_all(b"xxxx").unwrap();
        for outside in [SeekFrom::Start(14), SeekFrom::Start(22), SeekFrom::End(1), SeekFrom::Current(-9)] {
            assert!(window.seek(outside).is_err(), "{outside:?}");
        }
        window.finish().unwrap();
        assert_eq!(out, b"headsum!contentnexxxx");
    }
}
