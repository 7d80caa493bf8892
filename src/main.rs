//! The `beian` command.

fn main() -> std::process::ExitCode {
    beian::main()
}
