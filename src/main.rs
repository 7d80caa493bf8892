//! The `beian` command.
fn main() -> anyhow::Result<()> {
    beian::tui::run(beian::tui::Options {
        lang: beian::locale::Lang::Zh,
        drafts_dir: "/tmp/d".into(),
        home: None,
        today: None,
        open: std::env::args().nth(1).map(Into::into),
        no_color: false,
    })
}
