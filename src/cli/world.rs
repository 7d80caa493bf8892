//! What the commands know about the world around them. It is read once, in `main`, and passed down.

use std::ffi::{OsStr, OsString};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate, Utc};
use directories::{BaseDirs, ProjectDirs};

use super::config::{self, Config, Origin};
use crate::drafts::language;
use crate::filing::event::Moment;
use crate::filing::status::{day_in_china, in_china};
use crate::fs::lock::Owner;
use crate::locale::Lang;
use crate::rules;
use crate::scan::{Cache, Remembered};
use crate::tui::picture::hints::Hints;
use crate::tui::terminal;

/// The environment, the clock and the folders.
#[derive(Debug, Clone)]
pub struct World {
    /// The present moment.
    pub now: Moment,
    /// The system's clock, by which files are dated whatever day is given by hand.
    pub clock: SystemTime,
    /// Set when the day was given by hand.
    pub fixed_today: Option<NaiveDate>,
    /// The language nobody asked for on the command line.
    pub lang: Lang,
    /// What says so.
    pub lang_from: Origin,
    /// `BEIAN_LANG`, as it stands.
    pub lang_variable: Option<String>,
    /// Where drafts are kept unless somebody says otherwise.
    pub drafts_dir: Option<PathBuf>,
    /// What says so.
    pub drafts_from: Origin,
    /// Where the settings are kept that hold everywhere.
    pub config_path: Option<PathBuf>,
    /// What they say.
    pub config: Config,
    /// What would hold without the settings, where they hold.
    pub outdone: Outdone,
    /// Whether that folder was named for this call alone, so that what lies in it need not be the user's own.
    pub is_other_folder: bool,
    /// Where the lists are kept that were taken over from the platform.
    pub lists_dir: Option<PathBuf>,
    /// Where the models are kept that scans are read with.
    pub models_dir: Option<PathBuf>,
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
    /// Cells of a line of standard output, where that is a terminal.
    pub columns: Option<usize>,
    /// Whether standard output is a terminal that shows colours.
    pub shows_colour: bool,
}

/// What settings have taken the place of.
#[derive(Debug, Clone, Default)]
pub struct Outdone {
    /// The language, and what says so.
    pub lang: Option<(Lang, Origin)>,
    /// The folder of drafts, and what says so.
    pub drafts: Option<(Option<PathBuf>, Origin)>,
}

impl World {
    /// The world as it is now.
    #[must_use]
    pub fn read() -> Self {
        let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let home = BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
        let data = |name: &str| ProjectDirs::from("", "", "beian").map(|dirs| dirs.data_dir().join(name));
        let folder = |name: &str| variable(name).and_then(|value| folder_in(&value, home.as_deref()));
        // Only some systems have a folder of its own for this.
        let state = |dirs: ProjectDirs| dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned();
        let state_dir = folder("BEIAN_STATE_DIR").or_else(|| ProjectDirs::from("", "", "beian").map(state));
        let kept = state_dir.as_deref().and_then(|dir| language::load(&dir.join(language::NAME)));
        let (lang, lang_from) = spoken(variable, kept);
        let own_drafts = folder("BEIAN_DRAFTS_DIR");
        let is_dumb = variable("TERM").is_some_and(|term| term == "dumb");
        Self {
            now: Local::now().fixed_offset(),
            clock: SystemTime::now(),
            fixed_today: None,
            lang,
            lang_from,
            lang_variable: variable("BEIAN_LANG").map(|value| value.to_string_lossy().into_owned()),
            drafts_from: own_drafts.as_ref().map_or(Origin::Default, |_| Origin::Variable("BEIAN_DRAFTS_DIR")),
            drafts_dir: own_drafts.or_else(|| data("drafts")),
            config_path: folder("BEIAN_CONFIG_DIR")
                .or_else(|| ProjectDirs::from("", "", "beian").map(|dirs| dirs.config_dir().to_owned()))
                .map(|dir| dir.join(config::NAME)),
            config: Config::default(),
            outdone: Outdone::default(),
            is_other_folder: false,
            lists_dir: folder("BEIAN_LISTS_DIR").or_else(|| data("lists")),
            models_dir: folder("BEIAN_MODELS_DIR").or_else(|| data("models")),
            state_dir,
            cache_dir: folder("BEIAN_CACHE_DIR")
                .or_else(|| ProjectDirs::from("", "", "beian").map(|dirs| dirs.cache_dir().join("scans"))),
            today_variable: variable("BEIAN_TODAY").map(|value| value.to_string_lossy().into_owned()),
            home,
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
            columns: std::io::stdout().is_terminal().then(|| terminal::size().0.into()),
            shows_colour: std::io::stdout().is_terminal() && !is_dumb && variable("NO_COLOR").is_none(),
        }
    }

    /// Takes over what the settings say that hold everywhere, where nothing stronger speaks.
    pub fn configure(&mut self) {
        let Some(path) = &self.config_path else { return };
        self.config = config::read::load(&self.absolute(path), self.home.as_deref());
        if let Some(lang) = self.config.language.filter(|_| self.lang_from > Origin::Config) {
            self.outdone.lang = Some((self.lang, self.lang_from));
            (self.lang, self.lang_from) = (lang, Origin::Config);
        }
        if let Some(dir) = self.config.drafts_dir.clone().filter(|_| self.drafts_from > Origin::Config) {
            self.outdone.drafts = Some((self.drafts_dir.take(), self.drafts_from));
            (self.drafts_dir, self.drafts_from) = (Some(dir), Origin::Config);
        }
    }

    /// Takes the settings anew, after they were changed: what they said before no longer holds.
    pub fn configure_again(&mut self) {
        if let Some(without) = self.outdone.lang.take().filter(|_| self.lang_from == Origin::Config) {
            (self.lang, self.lang_from) = without;
        }
        if let Some(without) = self.outdone.drafts.take().filter(|_| self.drafts_from == Origin::Config) {
            (self.drafts_dir, self.drafts_from) = without;
        }
        self.configure();
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

    /// The present moment, whatever day was given by hand: nothing is recorded after it, and nothing is old for another's sake.
    #[must_use]
    pub fn present(&self) -> Moment {
        in_china(DateTime::<Utc>::from(self.clock).fixed_offset())
    }

    /// Until when something can have happened: not after the present moment, for whatever day is checked. A clock that shows a day before
    /// the program's own rules is wrong, and says nothing.
    #[must_use]
    pub fn latest(&self) -> Moment {
        let present = self.present();
        let is_wrong = present.date_naive().to_string().as_str() < rules::VERSION;
        if is_wrong { self.now } else { self.now.min(present) }
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
        Cache::kept_in(self.remembered())
    }

    /// Lets go what was kept of scans and is no longer asked for; at most once a day.
    pub fn prune_scans(&self) {
        let _ = self.remembered().map(|kept| kept.prune());
    }

    fn remembered(&self) -> Option<Remembered> {
        self.cache_dir.as_deref().map(|dir| Remembered::in_folder(dir, self.clock))
    }

    /// The absolute form of a path given on the command line. Asks the file system nothing.
    #[must_use]
    pub fn absolute(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }
}

/// The language to speak, and what says so: `BEIAN_LANG`, what was chosen before, the locale in the order in which
/// programs honour its variables, the system's. A locale of another language means English; without any it is Chinese.
fn spoken(variable: impl Fn(&str) -> Option<OsString>, kept: Option<Lang>) -> (Lang, Origin) {
    let text = |name: &str| variable(name).map(|value| value.to_string_lossy().into_owned());
    let set = text("BEIAN_LANG").and_then(|tag| Lang::from_tag(&tag));
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text).or_else(sys_locale::get_locale);
    let locale = named.as_deref().and_then(Lang::from_tag);
    match (set, kept, locale) {
        (Some(lang), ..) => (lang, Origin::Variable("BEIAN_LANG")),
        (None, Some(lang), _) => (lang, Origin::Remembered),
        (None, None, Some(lang)) => (lang, Origin::System),
        (None, None, None) if named.is_some() => (Lang::En, Origin::Default),
        (None, None, None) => (Lang::default(), Origin::Default),
    }
}

/// The folder that a variable of the environment names: none where it is blank; `~/` is the user's own, which no shell has put there
/// where the value stood in quotes or in a file.
fn folder_in(value: &OsStr, home: Option<&Path>) -> Option<PathBuf> {
    if value.to_string_lossy().trim().is_empty() {
        return None;
    }
    let path = Path::new(value);
    let inside = path.strip_prefix("~").ok().zip(home);
    Some(inside.map_or_else(|| path.to_owned(), |(rest, home)| home.join(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_names_a_folder_as_people_write_it() {
        let home = Some(Path::new("/home/li"));
        for (value, home, expected) in [
            ("", home, None),
            ("  \t", home, None),
            ("/m", home, Some("/m")),
            ("~", home, Some("/home/li")),
            ("~/m", home, Some("/home/li/m")),
            ("~other/m", home, Some("~other/m")),
            ("a/~/b", home, Some("a/~/b")),
            ("~/m", None, Some("~/m")),
            (" with blanks", home, Some(" with blanks")),
        ] {
            assert_eq!(folder_in(OsStr::new(value), home), expected.map(PathBuf::from), "{value:?}");
        }
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStrExt;
            let odd = OsStr::from_bytes(b"~/\xff");
            assert_eq!(folder_in(odd, home), Some(Path::new("/home/li").join(OsStr::from_bytes(b"\xff"))));
        }
    }

    #[test]
    fn a_setting_a_choice_and_the_locale_decide_in_this_order() {
        type Row = (&'static [(&'static str, &'static str)], Option<Lang>, (Lang, Origin));
        let table: &[Row] = &[
            (&[("LANG", "en_US.UTF-8")], None, (Lang::En, Origin::System)),
            (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "zh_CN.UTF-8")], None, (Lang::Zh, Origin::System)),
            (&[("LC_MESSAGES", "en_GB"), ("LANG", "zh_CN")], None, (Lang::En, Origin::System)),
            (&[("LANG", "en_US.UTF-8")], Some(Lang::Zh), (Lang::Zh, Origin::Remembered)),
            (&[("BEIAN_LANG", "en"), ("LANG", "zh_CN.UTF-8")], Some(Lang::Zh), (Lang::En, Origin::Variable("BEIAN_LANG"))),
            (&[("BEIAN_LANG", "fr"), ("LANG", "zh_CN.UTF-8")], None, (Lang::Zh, Origin::System)),
            (&[("LANG", "C.UTF-8")], None, (Lang::En, Origin::Default)),
            (&[("LANG", "POSIX")], None, (Lang::En, Origin::Default)),
            (&[("LANG", "de_DE.UTF-8")], None, (Lang::En, Origin::Default)),
            (&[("LANG", "de_DE.UTF-8")], Some(Lang::Zh), (Lang::Zh, Origin::Remembered)),
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
