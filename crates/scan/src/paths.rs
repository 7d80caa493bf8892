//! Paths as written in a draft, and paths as the operating system wants them.

use std::path::{Component, Path, PathBuf};

/// What the name of a copy that was prepared has before its ending: `licence-beian.jpg`.
pub const COPY_MARK: &str = "-beian";

/// How many folders upwards a relative path may go before it is clearer to write the absolute one.
const MAX_UP: usize = 2;

/// The file that `written` in a draft means: relative to the draft's folder, `~/` to `home`, absolute as it stands.
/// Without a home folder `~` is a name like any other. Asks the file system nothing.
pub fn resolve(draft_folder: &Path, home: Option<&Path>, written: &str) -> PathBuf {
    match (written.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches('/')),
        _ => draft_folder.join(written),
    }
}

/// How to write the absolute `path` of a scan in a draft kept in the absolute `folder`: relative with `/` when it lies
/// in the folder or is reached by going up at most two folders, so that both can be moved together; from `~/` where both lie further apart
/// in the `home` folder, so that neither a user's name nor a move of the draft matters; else as it is.
/// `None` if the path is not Unicode: a TOML file cannot hold it. [`resolve`] turns the result back into the same file.
pub fn relative_to(folder: &Path, home: Option<&Path>, path: &Path) -> Option<String> {
    match steps(folder, path) {
        Some(steps) => {
            let written = steps.iter().map(|step| step.to_str()).collect::<Option<Vec<_>>>()?.join("/");
            Some(if written.starts_with("~/") { format!("./{written}") } else { written })
        }
        None => from_home(folder, home, path).or_else(|| path.to_str().map(str::to_owned)),
    }
}

/// `path` from the home folder on, where draft and scan lie in it. Another user's draft that names what lies in one's own home is left alone.
fn from_home(folder: &Path, home: Option<&Path>, path: &Path) -> Option<String> {
    let home = home.filter(|home| home.is_absolute() && home.parent().is_some() && folder.starts_with(home))?;
    let rest = path.strip_prefix(home).ok()?;
    let names = rest.components().map(|part| match part {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    let names = names.collect::<Option<Vec<_>>>()?;
    (!names.is_empty()).then(|| format!("~/{}", names.join("/")))
}

/// The way from `folder` to `path`, if it is short. Going up is decided on the names alone, so names with `..` in
/// them (which links can make mean anything) have no way.
fn steps<'a>(folder: &'a Path, path: &'a Path) -> Option<Vec<&'a Path>> {
    if !folder.is_absolute() || !path.is_absolute() {
        return None;
    }
    let from: Vec<Component> = folder.components().collect();
    let to: Vec<Component> = path.components().collect();
    if from.iter().chain(&to).any(|part| matches!(part, Component::ParentDir)) {
        return None;
    }
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from.len() - common;
    let shared = from.iter().take(common).any(|part| matches!(part, Component::Normal(_)));
    if up > MAX_UP || (up > 0 && !shared) || common == to.len() {
        return None;
    }
    let down = to.into_iter().skip(common).map(|part| Path::new(part.as_os_str()));
    Some(std::iter::repeat_n(Path::new(".."), up).chain(down).collect())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn written_paths_are_resolved() {
        let home = Some(Path::new("/home/li"));
        let cases = [
            ("scans/a.jpg", home, "/d/f/scans/a.jpg"),
            ("../a.jpg", home, "/d/f/../a.jpg"),
            ("/x/a.jpg", home, "/x/a.jpg"),
            ("~/a.jpg", home, "/home/li/a.jpg"),
            ("~//etc/a.jpg", home, "/home/li/etc/a.jpg"),
            ("~/a.jpg", None, "/d/f/~/a.jpg"),
            ("~wang/a.jpg", home, "/d/f/~wang/a.jpg"),
            ("./~/a.jpg", home, "/d/f/./~/a.jpg"),
        ];
        for (written, home, expected) in cases {
            assert_eq!(resolve(Path::new("/d/f"), home, written), Path::new(expected), "{written}");
        }
    }

    #[test]
    fn near_paths_are_written_relative_and_far_ones_absolute() {
        let cases = [
            ("/d/e/f", "/d/e/f/scans/a.jpg", "scans/a.jpg"),
            ("/d/e/f", "/d/e/f/a.jpg", "a.jpg"),
            ("/d/e/f", "/d/e/f/./a.jpg", "a.jpg"),
            ("/d/e/f", "/d/e/a.jpg", "../a.jpg"),
            ("/d/e/f", "/d/扫描件/a b.jpg", "../../扫描件/a b.jpg"),
            ("/d/e/f/g", "/d/a.jpg", "/d/a.jpg"),
            ("/d", "/x/a.jpg", "/x/a.jpg"),
            ("/", "/x/a.jpg", "x/a.jpg"),
            ("/d/e/f", "/d/e/f", "/d/e/f"),
            ("/d/e", "/d/e/x/../a.jpg", "/d/e/x/../a.jpg"),
            ("/d/e", "/d/e/~/a.jpg", "./~/a.jpg"),
            ("d", "/d/a.jpg", "/d/a.jpg"),
        ];
        for (folder, path, expected) in cases {
            assert_eq!(relative_to(Path::new(folder), None, Path::new(path)).as_deref(), Some(expected), "{folder} {path}");
        }
    }

    #[test]
    fn what_lies_far_apart_at_home_is_written_from_there() {
        let home = Some(Path::new("/home/li"));
        for (folder, path, expected) in [
            ("/home/li/.local/share/beian/drafts", "/home/li/Pictures/a.jpg", "~/Pictures/a.jpg"),
            ("/home/li/.local/share/beian/drafts", "/home/li/.local/share/a.jpg", "../../a.jpg"),
            ("/home/li/a/b/c/d", "/home/li/x/~/y.jpg", "~/x/~/y.jpg"),
            ("/home/li/a/b/c/d", "/home/li/x/../y.jpg", "/home/li/x/../y.jpg"),
            ("/home/li/a/b/c/d", "/home/lisi/y.jpg", "/home/lisi/y.jpg"),
            ("/srv/a/b/c/d", "/home/li/y.jpg", "/home/li/y.jpg"),
            ("/home/li/a/b/c/d", "/home/li", "/home/li"),
        ] {
            let written = relative_to(Path::new(folder), home, Path::new(path)).unwrap();
            assert_eq!(written, expected, "{folder} {path}");
            let root = relative_to(Path::new(folder), Some(Path::new("/")), Path::new(path)).unwrap();
            assert!(!root.starts_with('~'), "{root}");
        }
    }

    #[test]
    fn a_name_that_is_not_unicode_cannot_be_written() {
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/d/\xff.jpg"));
        assert_eq!(relative_to(Path::new("/d"), None, path), None);
        assert_eq!(relative_to(Path::new("/e"), Some(Path::new("/")), path), None);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_means_the_same_file(
            folder in "(/[a-c~]{1,2}){0,4}", path in "(/[a-c~]{1,2}){1,5}", home in "(/[a-c]){1,2}",
        ) {
            let folder = Path::new("/").join(folder);
            let home = Path::new(&home);
            let written = relative_to(&folder, Some(home), Path::new(&path)).unwrap();
            let mut plain = PathBuf::new();
            for part in resolve(&folder, Some(home), &written).components() {
                match part {
                    Component::ParentDir => { plain.pop(); }
                    part => plain.push(part),
                }
            }
            proptest::prop_assert_eq!(plain, Path::new(&path));
        }
    }
}
