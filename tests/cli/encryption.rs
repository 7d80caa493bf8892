//! Packages that not everybody may open.

use std::fs;

use super::Place;

/// A key pair made by `age-keygen` for these tests alone.
const KEY: &str = "# public key: age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj\nAGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX\n";
const RECIPIENT: &str = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
/// Another one.
const OTHER_RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

fn place() -> Place {
    let place = Place::with_examples();
    place.file("key.txt", KEY);
    place.file("secret", "马到成功 a long phrase\n");
    place.file("wrong", "马到成功 another phrase\n");
    place
}

#[test]
fn a_package_for_recipients_opens_with_their_key() {
    let place = place();
    place.file("people.txt", format!("# both\n{OTHER_RECIPIENT}\n{RECIPIENT}\n"));
    let path = place.ok(&["export", "example-individual", "--encrypt", "people.txt", "-o", "p.zip"]);
    assert!(path.lines().next().is_some_and(|line| line.ends_with("p.zip.age")), "{path}");
    let bytes = fs::read(place.path().join("p.zip.age")).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n-> X25519 "));
    assert!(!bytes.windows(8).any(|part| part == b"manifest"), "nothing of it can be read");
    let none = place.call(&["fill", "p.zip.age"]);
    assert!(none.code == 2 && none.err.contains("--identity") && none.err.contains("age -d"), "{}", none.err);
    let other = place.call(&["fill", "p.zip.age", "--passphrase-file", "secret"]);
    assert!(other.code == 2 && other.err.contains("--identity"), "{}", other.err);
    let opened = place.call(&["fill", "p.zip.age", "--identity", "key.txt"]);
    assert!(opened.code == 2 && opened.err.contains("还没有 media_id"), "{}", opened.err);
    let begun = place.ok(&[
        "new",
        "--from",
        "p.zip.age",
        "--identity",
        "key.txt",
        "--kind",
        "change",
        "--number",
        "粤ICP备2026000001号-1X",
        "moved",
    ]);
    assert!(fs::read_to_string(begun.trim()).unwrap().contains("三餐小账"), "{begun}");
    // For somebody else it stays closed.
    place.ok(&["export", "example-individual", "--encrypt", OTHER_RECIPIENT, "-o", "theirs.zip.age"]);
    let closed = place.call(&["fill", "theirs.zip.age", "--identity", "key.txt"]);
    assert!(closed.code == 2 && closed.err.contains("不是用这把私钥的公钥加密的"), "{}", closed.err);
    // A name that is taken by something encrypted is nobody's to replace.
    let taken = place.call(&["export", "example-individual", "--replace", "-o", "theirs.zip.age"]);
    assert!(taken.code == 2 && taken.err.contains("--force"), "{}", taken.err);
    // Cut off on its way, it is damaged, not misread.
    place.file("cut.zip.age", &bytes[..bytes.len() / 2]);
    let cut = place.call(&["fill", "cut.zip.age", "--identity", "key.txt"]);
    assert!(cut.code == 2 && cut.err.lines().count() > 1, "{}", cut.err);
}

#[test]
fn a_passphrase_opens_what_it_closed() {
    let place = place();
    let sealed = place.fed(
        &["export", "example-individual", "--passphrase-file", "-", "--lang", "en"],
        "马到成功 a long phrase\r\nmore".as_bytes(),
    );
    assert_eq!((sealed.code, sealed.err.as_str()), (0, ""));
    let path = sealed.out.lines().next().unwrap().to_owned();
    assert!(path.ends_with("三餐小账-2026-11-23.zip.age"), "{path}");
    let opened = place.call(&["fill", &path, "--passphrase-file", "secret"]);
    assert!(opened.code == 2 && opened.err.contains("还没有 media_id"), "{}", opened.err);
    let wrong = place.call(&["fill", &path, "--passphrase-file", "wrong", "--lang", "en"]);
    assert!(wrong.code == 2 && wrong.err.contains("wrong passphrase"), "{}", wrong.err);
    let none = place.call(&["new", "--from", &path, "--kind", "change"]);
    assert!(none.code == 2 && none.err.contains("--passphrase"), "{}", none.err);
    let key = place.call(&["fill", &path, "--identity", "key.txt"]);
    assert!(key.code == 2 && key.err.contains("口令"), "{}", key.err);
}

#[test]
fn what_cannot_be_a_key_or_a_passphrase_is_named_with_a_remedy() {
    let place = place();
    place.file("empty", "\n");
    place.file("short", "马到成功123\n");
    place.file("bad.txt", format!("{RECIPIENT}\nli@example.cn\n"));
    let private = KEY.lines().last().unwrap();
    for (flags, said) in [
        (&["--encrypt", "li@example.cn"][..], "不是 age 公钥"),
        (&["--encrypt", &RECIPIENT[..60]], "不是 age 公钥"),
        (&["--encrypt", private], "私钥"),
        (&["--encrypt", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB"], "X25519"),
        (&["--encrypt", "bad.txt"], "第 2 行"),
        (&["--encrypt", RECIPIENT, "--passphrase-file", "secret"], "不能与"),
        (&["--passphrase"], "没有终端"),
        (&["--passphrase-file", "empty"], "口令是空的"),
        (&["--passphrase-file", "short"], "口令太短"),
        (&["--passphrase-file", "nowhere"], "nowhere"),
    ] {
        let called = place.call(&[&["export", "example-individual"], flags].concat());
        assert!(called.code == 2 && called.err.contains(said) && called.err.lines().count() > 1, "{flags:?}: {}", called.err);
        assert!(!called.err.contains(private), "a private key is not said again: {}", called.err);
        assert!(fs::read_dir(place.path()).unwrap().flatten().all(|entry| !entry.file_name().to_string_lossy().contains(".zip")));
    }
    place.ok(&["export", "example-individual", "--encrypt", RECIPIENT, "-o", "p.zip"]);
    for (flags, said) in [
        (&["--identity", "bad.txt"][..], "第 1 行"),
        (&["--identity", "empty"], "没有私钥"),
        (&["--identity", "nowhere"], "nowhere"),
    ] {
        let called = place.call(&[&["fill", "p.zip.age"], flags].concat());
        assert!(called.code == 2 && called.err.contains(said), "{flags:?}: {}", called.err);
    }
    let twice = place.call(&["fill", "p.zip.age", "--media", "-", "--passphrase-file", "-"]);
    assert!(twice.code == 2 && twice.err.contains("标准输入只能读一次"), "{}", twice.err);
}

#[cfg(unix)]
#[test]
fn recipients_come_through_a_pipe_as_a_shell_hands_it_over() {
    let place = place();
    let pipe = place.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::write(pipe, format!("# me\n{RECIPIENT}\n")).unwrap()
    });
    place.ok(&["export", "example-individual", "--encrypt", "pipe", "-o", "p.zip"]);
    writer.join().unwrap();
    let opened = place.call(&["fill", "p.zip.age", "--identity", "key.txt"]);
    assert!(opened.err.contains("还没有 media_id"), "{}", opened.err);
    let folder = place.call(&["export", "example-individual", "--encrypt", "drafts", "-o", "q.zip"]);
    assert!(folder.code == 2 && folder.err.contains("不是 age 公钥"), "{}", folder.err);
}

#[test]
fn line_by_line_it_asks_too_and_errors_come_before_the_question() {
    let place = place();
    let names = |ending: &str| {
        let names = fs::read_dir(place.path().join("drafts")).unwrap().flatten();
        names.filter(|entry| entry.file_name().to_string_lossy().ends_with(ending)).count()
    };
    let nothing = place.fed(&["--plain", "example-individual", "--lang", "en"], b"e\n.\nq\nq\n");
    assert!(nothing.out.contains("Nothing was exported") && names(".zip") == 0, "{}", nothing.out);
    let keys = format!("e\nli@example.cn\n{RECIPIENT} {OTHER_RECIPIENT}\nq\nq\n");
    let sealed = place.fed(&["--plain", "example-individual", "--lang", "en"], keys.as_bytes());
    assert!(sealed.out.contains("is not an age public key") && sealed.out.contains(".zip.age"), "{}", sealed.out);
    assert_eq!((names(".zip"), names(".zip.age")), (0, 1));
    let phrase = place.fed(
        &["--plain", "example-individual"],
        "e\np\n口令 a\np\n一句长口令 secret a\n一句长口令 secret b\np\n一句长口令 secret a\n一句长口令 secret a\nq\nq\n"
            .as_bytes(),
    );
    assert!(phrase.out.contains("两次输入的口令不一样") && phrase.out.contains("-2.zip.age"), "{}", phrase.out);
    assert!(phrase.out.contains("口令太短") && !phrase.out.contains("secret"), "{}", phrase.out);
    let made = place.fed(&["--plain", "example-individual"], "e\np\n\nq\nq\n".as_bytes());
    assert!(made.out.contains("只显示这一次") && made.out.contains("-3.zip.age"), "{}", made.out);
    let open = place.fed(&["--plain", "example-individual"], b"e\n\nq\nq\n");
    assert!(open.out.contains("填报表") && names(".zip") == 1, "{}", open.out);
    assert_eq!(place.call(&["set", "example-individual", "mini_program.name="]).code, 0);
    let refused = place.fed(&["--plain", "example-individual"], b"e\nq\nq\n");
    assert!(refused.out.contains("不能导出") && !refused.out.contains("加密吗"), "{}", refused.out);
}
