//! What the commands know about the world around them. It is read once, in `main`, and passed down.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};
use directories::{BaseDirs, ProjectDirs};

use crate::drafts::language;
use crate::filing::event::Moment;
use crate::filing::status::{day_in_china, in_china};
use crate::fs::lock::Owner;
use crate::locale::Lang;
use crate::scan::{Cache, Remembered};
use crate::tui::picture::hints::Hints;

/// The environment, the clock and the folders.
#[derive(Debug, Clone)]
pub struct World {
    /// The present moment.
    pub now: Moment,
    /// Set when the day was given by hand.
    pub fixed_today: Option<NaiveDate>,
    /// The language nobody asked for on the command line.
    pub lang: Lang,
    /// Whether anything said so: a setting, a choice of before, or the locale.
    pub lang_is_known: bool,
    /// `BEIAN_LANG`, as it stands.
    pub lang_variable: Option<String>,
    /// Where drafts are kept unless somebody says otherwise.
    pub drafts_dir: Option<PathBuf>,
    /// Whether that folder was named for this call alone, so that what lies in it need not be the user's own.
    pub is_other_folder: bool,
    /// Where the lists are kept that were taken over from the platform.
    pub lists_dir: Option<PathBuf>,
    /// Where is kept what only makes the wizard handier, such as folders used lately.
    pub state_dir: Option<PathBuf>,
    /// Where is kept what was found in scans, between runs.
    pub cache_dir: Option<PathBuf>,
    /// `BEIAN_TODAY`, as it stands.
    pub today_variable: Option<String>,
    /// What `~/` stands for in paths of scans.
    pub home: Option<PathBuf>,
    /// What relative paths on the command line are relative to.
    pub folder: PathBuf,
    /// Whether colours are unwanted.
    pub no_color: bool,
    /// What the environment says about pictures in this terminal.
    pub hints: Hints,
    /// `BEIAN_GRAPHICS`, as it stands.
    pub graphics_variable: Option<String>,
    /// `BEIAN_THEME`, as it stands.
    pub theme_variable: Option<String>,
    /// `BEIAN_MOUSE`, as it stands.
    pub mouse_variable: Option<String>,
    /// Whether standard input is a terminal.
    pub has_input: bool,
    /// Whether the terminal is one that only prints lines (`TERM=dumb`).
    pub is_dumb: bool,
    /// Whether there is a person at a terminal.
    pub interactive: bool,
    /// Whether a person can be asked for something, wherever results go.
    pub can_ask: bool,
    /// Whether a shell asks what may stand in a command.
    pub is_completing: bool,
    /// Whether standard error is a terminal that can draw a line anew.
    pub shows_progress: bool,
    /// Whether standard output is a terminal that shows colours.
    pub shows_colour: bool,
}

impl World {
    /// The world as it is now.
    #[must_use]
    pub fn read() -> Self {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let data = |name: &str| ProjectDirs::from("", "", "beian").map(|dirs| dirs.data_dir().join(name));
        // Only some systems have a folder of its own for this.
        let state = |dirs: ProjectDirs| dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned();
        let state_dir = variable("BEIAN_STATE_DIR").map(PathBuf::from).or_else(|| ProjectDirs::from("", "", "beian").map(state));
        let kept = state_dir.as_deref().and_then(|dir| language::load(&dir.join(language::NAME)));
        let (lang, lang_is_known) = spoken(variable, kept);
        let is_dumb = variable("TERM").is_some_and(|term| term == "dumb");
        Self {
            now: Local::now().fixed_offset(),
            fixed_today: None,
            lang,
            lang_is_known,
            lang_variable: variable("BEIAN_LANG").map(|value| value.to_string_lossy().into_owned()),
            drafts_dir: variable("BEIAN_DRAFTS_DIR").map(PathBuf::from).or_else(|| data("drafts")),
            is_other_folder: false,
            lists_dir: variable("BEIAN_LISTS_DIR").map(PathBuf::from).or_else(|| data("lists")),
            state_dir,
            cache_dir: variable("BEIAN_CACHE_DIR")
                .map(PathBuf::from)
                .or_else(|| ProjectDirs::from("", "", "beian").map(|dirs| dirs.cache_dir().join("scans"))),
            today_variable: variable("BEIAN_TODAY").map(|value| value.to_string_lossy().into_owned()),
            home: BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()),
            folder: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            no_color: variable("NO_COLOR").is_some(),
            hints: Hints::read(variable),
            graphics_variable: variable("BEIAN_GRAPHICS").map(|value| value.to_string_lossy().into_owned()),
            theme_variable: variable("BEIAN_THEME").map(|value| value.to_string_lossy().into_owned()),
            mouse_variable: variable("BEIAN_MOUSE").map(|value| value.to_string_lossy().into_owned()),
            has_input: std::io::stdin().is_terminal(),
            is_dumb,
            interactive: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
            can_ask: std::io::stdin().is_terminal() && std::io::stderr().is_terminal(),
            is_completing: variable(super::complete::VARIABLE).is_some(),
            shows_progress: std::io::stderr().is_terminal() && !is_dumb,
            shows_colour: std::io::stdout().is_terminal() && !is_dumb && variable("NO_COLOR").is_none(),
        }
    }

    /// The day as of which is checked: the one given, else China's.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| day_in_china(self.now))
    }

    /// Goes to another day, keeping the time of day.
    pub fn set_today(&mut self, day: NaiveDate) {
        let now = in_china(self.now);
        if let Some(moment) = day.and_time(now.time()).and_local_timezone(*now.offset()).single() {
            self.now = moment;
        }
        self.fixed_today = Some(day);
    }

    /// The user's own folder of drafts: what is named by a draft there, the user has chosen.
    #[must_use]
    pub fn own_drafts(&self) -> Option<&Path> {
        self.drafts_dir.as_deref().filter(|_| !self.is_other_folder)
    }

    /// Who writes drafts here.
    #[must_use]
    pub fn owner(&self) -> Owner {
        Owner { pid: std::process::id(), since: self.now, host: String::new() }
    }

    /// What was found in scans before, and what is found now for the next time.
    #[must_use]
    pub fn scans(&self) -> Cache {
        Cache::kept_in(self.cache_dir.as_deref().map(Remembered::in_folder))
    }

    /// The absolute form of a path given on the command line. Asks the file system nothing.
    #[must_use]
    pub fn absolute(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }
}

/// The language to speak, and whether anything says so: `BEIAN_LANG`, what was chosen before, the locale in the order in which
/// programs honour its variables, the system's. A locale of another language means English; without any it is Chinese.
fn spoken(variable: impl Fn(&str) -> Option<OsString>, kept: Option<Lang>) -> (Lang, bool) {
    let text = |name: &str| variable(name).map(|value| value.to_string_lossy().into_owned());
    let set = text("BEIAN_LANG").and_then(|tag| Lang::from_tag(&tag));
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text).or_else(sys_locale::get_locale);
    let locale = named.as_deref().and_then(Lang::from_tag);
    match set.or(kept).or(locale) {
        Some(lang) => (lang, true),
        None if named.is_some() => (Lang::En, false),
        None => (Lang::default(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_a_choice_and_the_locale_decide_in_this_order() {
        type Row = (&'static [(&'static str, &'static str)], Option<Lang>, (Lang, bool));
        let table: &[Row] = &[
            (&[("LANG", "en_US.UTF-8")], None, (Lang::En, true)),
            (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")], None, (Lang::Zh, true)),
            (&[("LC_MESSAGES", "en_GB"), ("LANG", "zh_CN")], None, (Lang::En, true)),
            (&[("LANG", "en_US.UTF-8")], Some(Lang::Zh), (Lang::Zh, true)),
            (&[("BEIAN_LANG", "en"), ("LANG", "zh_CN.UTF-8")], Some(Lang::Zh), (Lang::En, true)),
            (&[("BEIAN_LANG", "fr"), ("LANG", "zh_CN.UTF-8")], None, (Lang::Zh, true)),
            (&[("LANG", "C.UTF-8")], None, (Lang::En, false)),
            (&[("LANG", "POSIX")], None, (Lang::En, false)),
            (&[("LANG", "de_DE.UTF-8")], None, (Lang::En, false)),
            (&[("LANG", "de_DE.UTF-8")], Some(Lang::Zh), (Lang::Zh, true)),
        ];
        for (variables, kept, expected) in table {
            let find = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
            assert_eq!(spoken(find, *kept), *expected, "{variables:?} {kept:?}");
        }
    }

    #[test]
    fn another_day_keeps_the_time_of_day_in_china() {
        let mut world = World::read();
        world.now = chrono::DateTime::parse_from_rfc3339("2026-11-23T20:30:00+00:00").unwrap();
        assert_eq!(world.today().to_string(), "2026-11-24");
        world.set_today(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap());
        assert_eq!(world.now.to_rfc3339(), "2027-01-01T04:30:00+08:00");
        assert_eq!(world.today().to_string(), "2027-01-01");
    }
}
