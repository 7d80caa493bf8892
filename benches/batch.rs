//! `beian check -` on very many lines: records a second and peak memory. `benches/README.md` has the figures.
//!
//!     cargo bench --bench batch                          # 100,000 lines, with one worker and with two
//!     cargo bench --bench batch -- --lines 100000 > lines.jsonl      # only the lines

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use beian::identifiers::check_chars::{mod_11_2, mod_31, organisation};
use serde_json::{Value as Json, json};

const LINES: usize = 100_000;
const TODAY: &str = "2026-11-23";
const EXAMPLES: [&str; 2] = [include_str!("../assets/example/company.toml"), include_str!("../assets/example/individual.toml")];
const SURNAMES: &[&str] = &["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "徐"];
const GIVEN: &[&str] = &["伟", "芳", "秀英", "敏", "静", "建国", "丽", "强", "子涵", "磊", "洋", "艳", "勇"];
const TRADES: &[&str] = &["音乐", "书店", "花艺", "摄影", "茶叶", "陶艺", "棋院"];

/// One of a list, by a number.
fn pick<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[number % list.len()]
}

fn name(number: usize) -> String {
    format!("{}{}", pick(SURNAMES, number), pick(GIVEN, number / SURNAMES.len()))
}

/// A resident ID of somebody born between 1980 and 1995, and of the example's county.
fn resident_id(number: usize) -> String {
    let places =
        format!("510107{}{:02}{:02}{:03}", 1980 + number % 16, 1 + number / 16 % 12, 1 + number / 192 % 28, number % 1000);
    format!("{places}{}", mod_11_2(&places).unwrap())
}

fn credit_code(number: usize) -> String {
    let body = format!("MA{number:06}");
    let places = format!("91510107{body}{}", organisation(&body).unwrap());
    format!("{places}{}", mod_31(&places).unwrap())
}

fn mobile(number: usize) -> String {
    format!("13{:09}", 100_000_007 + number * 37 % 800_000_000)
}

/// What is wrong with every tenth record, by turns.
const MISTAKES: &[fn(&mut Json)] = &[
    |record| record["responsible_person"]["mobile"] = "12345".into(),
    |record| record["responsible_person"]["certificate"]["valid_until"] = "2026-12-01".into(),
    |record| record["mini_program"]["remark"] = "太短".into(),
    |record| record["responsible_person"]["certificate"]["number"] = "510107199207129921".into(),
    |record| record["subject"]["address"] = "四川省成都市武侯区虚构街88号".into(),
    |record| record["responsible_person"]["emergency_phone"] = record["responsible_person"]["mobile"].clone(),
    |record| record["mini_program"]["service_contents"] = json!([44, 44, 9999]),
];

/// A person of the record: name, number, and phones and mail of their own.
fn person(record: &mut Json, role: &str, number: usize) {
    record[role]["name"] = name(number).into();
    record[role]["certificate"]["number"] = resident_id(number).into();
    record[role]["certificate"]["valid_from"] = "2022-04-01".into();
    record[role]["certificate"]["valid_until"] = "2042-04-01".into();
    record[role]["mobile"] = mobile(number).into();
    record[role]["emergency_phone"] = mobile(number + 50_000_000).into();
    record[role]["email"] = format!("person{number}@example.com").into();
}

/// A record: two companies, then an individual, each with people, numbers and names of their own.
fn record(examples: &[Json; 2], number: usize) -> Json {
    let individual = number % 3 == 2;
    let mut record = examples[usize::from(individual)].clone();
    let trade = pick(TRADES, number);
    person(&mut record, "responsible_person", number * 2);
    if !individual {
        person(&mut record, "owner", number * 2 + 1);
        record["owner"]["administrator"] = record["owner"]["name"].clone();
        record["subject"]["name"] = format!("四川虚构{trade}{number}文化有限公司").into();
        record["subject"]["certificate"]["number"] = credit_code(number % 1_000_000).into();
    }
    record["id"] = number.into();
    record["mini_program"]["app_id"] = format!("wx{:016x}", number as u64 * 0x9e37_79b9_7f4a_7c15 % (1 << 63)).into();
    record["mini_program"]["name"] = format!("虚构{trade}{number}").into();
    if number % 10 == 9 {
        MISTAKES[number / 10 % MISTAKES.len()](&mut record);
    }
    record
}

fn write_lines(count: usize, out: &mut dyn Write) {
    let examples = EXAMPLES.map(|text| toml::from_str::<Json>(text).unwrap());
    for number in 0..count {
        writeln!(out, "{}", record(&examples, number)).unwrap();
    }
    out.flush().unwrap();
}

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
        return write_lines(count.parse().unwrap(), &mut BufWriter::new(std::io::stdout().lock()));
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let lines = folder.path().join("lines.jsonl");
    write_lines(LINES, &mut BufWriter::new(File::create(&lines).unwrap()));
    println!("{LINES} lines, {:.0} bytes each", fs::metadata(&lines).unwrap().len() as f64 / LINES as f64);
    for jobs in [1, 2] {
        run(&lines, jobs, &["--no-files"]);
    }
    for jobs in [1, 2] {
        run(&lines, jobs, &[]);
    }
}
