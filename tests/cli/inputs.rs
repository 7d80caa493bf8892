//! Files that are no drafts: every command says so, touches nothing and exits 2.

use super::Place;

#[test]
fn what_is_no_draft_is_named_and_left_alone() {
    let place = Place::new();
    let big = vec![b'#'; 50 << 20];
    let files: &[(&str, &[u8], &str)] = &[
        ("empty.toml", b"", "空的"),
        ("binary.toml", &[0, 159, 146, 150, 255, 0], "UTF-8"),
        ("latin1.toml", b"kind = \"new\"\nname = \"\xe9\"\n", "第 2 行"),
        ("syntax.toml", b"kind = \"new\"\n[subject\n", "第 2 行"),
        ("shape.toml", b"format = 1\nsubject = 3\n", "subject"),
        ("newer.toml", b"format = 999\nkind = \"new\"\n", "升级 beian"),
        ("format.toml", b"format = \"one\"\n", "format"),
        ("big.toml", &big, "太大"),
    ];
    for (name, bytes, fragment) in files {
        place.file(name, bytes);
        let path = format!("./{name}");
        for args in [
            &["check", &path][..],
            &["export", &path],
            &["status", &path],
            &["status", &path, "submitted"],
            &["get", &path, "kind"],
            &["set", &path, "kind=change"],
        ] {
            let called = place.call(args);
            assert_eq!(called.code, 2, "{args:?}: {}{}", called.out, called.err);
            assert!(called.err.contains(fragment), "{args:?}: {}", called.err);
            assert!(called.out.is_empty(), "{args:?}: {}", called.out);
        }
        assert!(std::fs::read(place.path().join(name)).unwrap() == *bytes, "{name} was touched");
    }
    // Nothing was left beside them.
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), files.len());
}

#[test]
fn a_folder_is_no_draft() {
    let place = Place::new();
    std::fs::create_dir(place.path().join("folder")).unwrap();
    for name in ["folder", "./folder", ".", "/"] {
        let called = place.call(&["check", name]);
        assert_eq!(called.code, 2, "{name}");
        assert!(called.err.contains("文件夹"), "{name}: {}", called.err);
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_refused_without_waiting() {
    let place = Place::new();
    let zero = place.call(&["check", "/dev/zero"]);
    assert!(zero.code == 2 && zero.err.contains("不是普通文件"), "{}", zero.err);
    let made = std::process::Command::new("mkfifo").arg(place.path().join("pipe.toml")).status();
    if made.is_ok_and(|status| status.success()) {
        let pipe = place.call(&["set", "./pipe.toml", "kind=new"]);
        assert!(pipe.code == 2 && pipe.err.contains("不是普通文件"), "{}", pipe.err);
    }
}

#[cfg(unix)]
#[test]
fn a_draft_nobody_may_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_examples();
    let path = place.draft("example-company");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything is not kept out by a mode.
    if std::fs::read(&path).is_err() {
        let called = place.call(&["check", "example-company"]);
        assert!(called.code == 2 && called.err.contains("权限"), "{}", called.err);
    }
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn an_older_looking_file_without_a_format_is_a_draft() {
    let place = Place::new();
    place.file("bare.toml", "kind = \"new\"\n");
    assert_eq!(place.call(&["check", "./bare.toml"]).code, 1);
}
