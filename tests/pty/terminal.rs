//! A terminal that the program runs in. Nothing sleeps: one waits for what should be seen, until [`LIMIT`].

use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a whole test may take. A loaded machine is slow; a test that hangs must end.
const LIMIT: Duration = Duration::from_secs(120);
/// How often things that cannot be waited for, such as files, are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// The terminal, and the program in it.
pub struct Terminal {
    parser: vt100::Parser,
    raw: Vec<u8>,
    bytes: Receiver<Vec<u8>>,
    /// Gone once the terminal was closed.
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    until: Instant,
    /// What it answers when it is asked what it is.
    kind: Kind,
}

/// What a terminal answers, as recorded from real ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing special.
    Plain,
    /// As kitty does.
    Kitty,
    /// As a terminal with sixels.
    Sixel,
    /// Nothing at all.
    Mute,
}

impl Terminal {
    /// Runs the program in a terminal of so many columns and rows, its drafts in this folder.
    pub fn run(folder: &Path, args: &[&str], variables: &[(&str, &str)], (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_beian"));
        command.args(args);
        for name in ["NO_COLOR", "LC_MESSAGES", "LANGUAGE", "BEIAN_LANG"] {
            command.env_remove(name);
        }
        for (name, value) in
            [("TERM", "xterm-256color"), ("LANG", "zh_CN.UTF-8"), ("LC_ALL", "zh_CN.UTF-8"), ("BEIAN_TODAY", "2026-11-23")]
        {
            command.env(name, value);
        }
        command.env("BEIAN_DRAFTS_DIR", folder);
        command.env("HOME", folder);
        command.env("BEIAN_STATE_DIR", folder.join("state"));
        command.cwd(folder);
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (sender, bytes) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            parser: vt100::Parser::new(rows, columns, 0),
            raw: Vec::new(),
            bytes,
            master: Some(pair.master),
            writer: Some(writer),
            child,
            until: Instant::now() + LIMIT,
            kind: Kind::Plain,
        }
    }

    /// Answers as another kind of terminal. What was asked already is answered when the screen is read next.
    pub fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Everything the program has written.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// Types, byte for byte.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        let writer = self.writer.as_mut().expect("the terminal is there");
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
        self
    }

    /// Sends bytes as they are. A program that has ended does not take them, which whoever asks finds out.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("the terminal is there");
        let _ = writer.write_all(bytes).and_then(|()| writer.flush());
    }

    /// Gives a test more time: what so many steps take on a slow machine.
    pub fn patient(&mut self, steps: u64) -> &mut Self {
        self.until += Duration::from_millis(steps * 50);
        self
    }

    /// Takes what the program has written by now.
    pub fn take_what_is_there(&mut self) {
        while self.read(Duration::from_millis(1)) {}
    }

    /// Whether the program has ended.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().unwrap().is_some()
    }

    /// Whether the program is stopped.
    pub fn is_stopped(&self) -> bool {
        let id = self.child.process_id().unwrap();
        let state = Command::new("ps").args(["-o", "state=", "-p", &id.to_string()]).output().unwrap();
        state.stdout.first() == Some(&b'T')
    }

    /// Presses a key, again and again with a while between, until the program has ended; whether it has ended well.
    pub fn leaves(&mut self, key: &str) -> bool {
        loop {
            self.send_bytes(key.as_bytes());
            let again = Instant::now() + Duration::from_secs(3);
            while Instant::now() < again {
                self.read(LOOK_EVERY);
                if let Some(status) = self.child.try_wait().unwrap() {
                    while self.read(LOOK_EVERY) {}
                    return status.success();
                }
            }
            if Instant::now() > self.until {
                return false;
            }
        }
    }

    /// Goes to a field by its path.
    pub fn go(&mut self, path: &str) -> &mut Self {
        let title = beian::locale::tui::dialog::SEARCH_TITLE.zh;
        self.send("\u{6}").wait_for(title);
        self.send(&format!("\u{1b}[200~{path}\u{1b}[201~\r"));
        self.wait(&format!("{path} without the search"), |screen| !screen.contents().contains(title) && !screen.hide_cursor())
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.parser.screen_mut().set_size(rows, columns);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the terminal is there").resize(size).unwrap();
        self
    }

    /// Waits until this text stands on the screen.
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait(text, |screen| screen.contents().contains(text))
    }

    /// Waits until the screen is as wanted.
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        while !wanted(self.parser.screen()) {
            let left = self.until.saturating_duration_since(Instant::now());
            assert!(self.read(left), "waited for {what}, and there is\n{}", self.text());
        }
        self
    }

    /// Waits until the program has written this, whatever the terminal makes of it.
    pub fn wait_for_raw(&mut self, text: &str) -> &mut Self {
        while !self.raw().contains(text) {
            let left = self.until.saturating_duration_since(Instant::now());
            assert!(self.read(left), "waited for {text:?} to be written, and there is\n{}", self.text());
        }
        self
    }

    /// Waits until this text stands on the screen no longer.
    pub fn wait_for_gone(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("{text} to go"), |screen| !screen.contents().contains(text))
    }

    /// Takes what the program writes for so long.
    pub fn rest(&mut self, time: Duration) {
        let until = Instant::now() + time;
        while Instant::now() < until {
            self.read(until.saturating_duration_since(Instant::now()));
        }
    }

    #[cfg(target_os = "linux")]
    /// How often the program's threads have gone to sleep so far.
    pub fn wakeups(&self) -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.process_id().unwrap())).unwrap();
        let counts = tasks.flatten().filter_map(|task| {
            let status = std::fs::read_to_string(task.path().join("status")).ok()?;
            status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")?.trim().parse::<u64>().ok())
        });
        counts.sum()
    }

    /// Somebody else has cleared the screen.
    pub fn clear(&mut self) -> &mut Self {
        self.parser.process(b"\x1b[2J");
        self
    }

    /// Waits until something outside of the terminal holds.
    pub fn until(&mut self, what: &str, mut holds: impl FnMut() -> bool) -> &mut Self {
        self.until_it(what, |_| holds())
    }

    /// The same, with the terminal at hand.
    pub fn until_it(&mut self, what: &str, mut holds: impl FnMut(&mut Self) -> bool) -> &mut Self {
        while !holds(self) {
            self.read(LOOK_EVERY);
            assert!(Instant::now() < self.until, "waited for {what}, and there is\n{}", self.text());
        }
        self
    }

    /// Takes what the program writes; whether it wrote anything.
    fn read(&mut self, patience: Duration) -> bool {
        match self.bytes.recv_timeout(patience) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.raw.extend_from_slice(&bytes);
                self.answer(&bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                // Nothing more will come; do not spin.
                thread::park_timeout(patience.min(LOOK_EVERY));
                false
            }
        }
    }

    /// Answers what programs ask terminals: where the cursor is, and what the terminal can do.
    fn answer(&mut self, bytes: &[u8]) {
        let asked = String::from_utf8_lossy(bytes);
        if self.writer.is_none() || self.kind == Kind::Mute {
            return;
        }
        if self.kind == Kind::Kitty && asked.contains("\u{1b}_Gi=31") {
            self.send("\u{1b}_Gi=31;OK\u{1b}\\");
        }
        if asked.contains("\u{1b}[16t") && self.kind != Kind::Plain {
            self.send("\u{1b}[6;18;9t");
        }
        if asked.contains("\u{1b}[6n") {
            let (row, column) = self.screen().cursor_position();
            self.send(&format!("\u{1b}[{};{}R", row + 1, column + 1));
        }
        if asked.contains("\u{1b}[c") || asked.contains("\u{1b}[0c") {
            self.send(if self.kind == Kind::Sixel { "\u{1b}[?62;4;22c" } else { "\u{1b}[?62;22c" });
        }
    }

    /// Sends the program a signal, by its name.
    pub fn signal(&mut self, name: &str) -> &mut Self {
        let id = self.child.process_id().unwrap().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status().unwrap();
        assert!(sent.success(), "{name} could not be sent");
        self
    }

    /// Closes the window: the terminal is gone, as soon as the thread that reads from it finds that nobody listens any more.
    pub fn close(&mut self) {
        self.bytes = mpsc::channel().1;
        self.send("\u{1b}OQ");
        self.writer = None;
        self.master = None;
    }

    /// Waits until the program has ended, and takes what it still wrote.
    pub fn end(&mut self) -> ExitStatus {
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.read(LOOK_EVERY) {}
                return status;
            }
            self.read(LOOK_EVERY);
            assert!(Instant::now() < self.until, "the program does not end:\n{}", self.text());
        }
    }

    /// The terminal is as it was found: lines, echo, cursor, paste, and the first screen.
    pub fn must_be_given_back(&self) {
        let raw = self.raw();
        for (code, what) in [
            ("\u{1b}[?2004", "paste"),
            ("\u{1b}[?1004", "the focus"),
            ("\u{1b}[?1049", "the other screen"),
            ("\u{1b}[?1000", "the mouse"),
            ("\u{1b}[?1006", "how it is told"),
        ] {
            let (on, off) = (raw.rfind(&format!("{code}h")), raw.rfind(&format!("{code}l")));
            assert!(off.is_some() && on < off, "{what} is not switched off: {on:?} {off:?}");
        }
        assert!(raw.rfind("\u{1b}[?25h") > raw.rfind("\u{1b}[?25l"), "the cursor is hidden");
        assert!(self.is_cooked(), "the terminal is still raw");
    }

    /// Whether lines, echo and the keys of signals are on.
    pub fn is_cooked(&self) -> bool {
        let modes = self.master.as_ref().and_then(|master| master.get_termios()).expect("the terminal is there");
        let wanted = libc::ICANON | libc::ECHO | libc::ISIG;
        modes.local_flags.bits() & wanted == wanted
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Whatever a test has left running ends with it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
