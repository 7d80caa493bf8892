//! `beian check -` on very many lines: records a second and peak memory. `benches/README.md` has the figures.
//!
//!     cargo bench --bench batch                          # 100,000 lines, with one worker and with two
//!     cargo bench --bench batch -- --lines 100000 > lines.jsonl      # only the lines

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod records;

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use records::{records, write_lines};

const LINES: usize = 100_000;
const TODAY: &str = "2026-11-23";
/// Waits for the end; the most memory the process held on the way, in bytes, where the system tells (Linux).
fn peak(child: &mut Child) -> Option<u64> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        if let Ok(text) = fs::read_to_string(&status)
            && let Some(line) = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))
        {
            peak = line.trim().trim_end_matches(" kB").parse::<u64>().ok().map(|kilobytes| kilobytes * 1024).max(peak);
        }
        match child.try_wait().unwrap() {
            Some(status) => {
                assert!(status.success(), "{status}");
                return peak;
            }
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    }
}

fn run(lines: &Path, jobs: usize, flags: &[&str]) {
    let answers = lines.with_extension("answers");
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["check", "-", "--format", "json", "--exit-zero", "--today", TODAY, "--jobs", &jobs.to_string()])
        .args(flags)
        .stdin(Stdio::from(File::open(lines).unwrap()))
        .stdout(Stdio::from(File::create(&answers).unwrap()))
        .spawn()
        .unwrap();
    let peak = peak(&mut child).map_or_else(|| "?".to_owned(), |bytes| format!("{:.1}", bytes as f64 / 1e6));
    let seconds = start.elapsed().as_secs_f64();
    let read = fs::read_to_string(&answers).unwrap();
    let (count, found) = (read.lines().count(), read.lines().filter(|line| !line.ends_with("\"findings\":[]}")).count());
    assert!(read.lines().enumerate().all(|(index, line)| line.starts_with(&format!("{{\"line\":{},", index + 1))));
    println!(
        "--jobs {jobs} {:<10}  {seconds:6.2} s  {:7.0} records/s  peak {peak} MB  {found} of {count} with findings",
        flags.join(" "),
        count as f64 / seconds,
    );
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [flag, count] = args.as_slice()
        && flag == "--lines"
    {
        return write_lines(records(count.parse().unwrap()), &mut BufWriter::new(std::io::stdout().lock())).unwrap();
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let lines = folder.path().join("lines.jsonl");
    write_lines(records(LINES), &mut BufWriter::new(File::create(&lines).unwrap())).unwrap();
    println!("{LINES} lines, {:.0} bytes each", fs::metadata(&lines).unwrap().len() as f64 / LINES as f64);
    for jobs in [1, 2] {
        run(&lines, jobs, &["--no-files"]);
    }
    for jobs in [1, 2] {
        run(&lines, jobs, &[]);
    }
}
