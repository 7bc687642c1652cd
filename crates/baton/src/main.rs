//! The command line: reads the settings and opens the doors.

mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use commands::{admin, ask, demo, eval, import, model, replay, serve};

/// Support chat that hands conversations over between an AI Agent and people.
///
/// Start with `baton demo` to see it work, or `baton serve` to run it: then open the address that it
/// prints and create the first admin in the browser.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Demo(demo::Arguments),
    Ask(ask::Arguments),
    Import(import::Arguments),
    Model(model::Arguments),
    Eval(eval::Arguments),
    Replay(replay::Arguments),
    Admin(admin::Arguments),
    Openapi(commands::openapi::Arguments),
    /// Read a file that may not be trusted, from standard input
    #[command(hide = true, name = commands::settings::READ_APART)]
    ReadApart {
        what: String,
    },
}

fn main() -> anyhow::Result<ExitCode> {
    let cli = Cli::parse();
    if let Command::ReadApart { what } = &cli.command {
        // Before anything else starts: it limits itself first.
        return Ok(baton::knowledge::read_apart(what));
    }
    let filter = tracing_subscriber::EnvFilter::try_from_env("BATON_LOG");
    tracing_subscriber::fmt()
        .with_env_filter(filter.unwrap_or_else(|_| "info,sqlx=warn".into()))
        .with_writer(std::io::stderr)
        .init();
    // Every TLS client of the program uses this one provider; a second call would be refused.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(arguments) => serve::run(arguments).await?,
            Command::Demo(arguments) => demo::run(arguments).await?,
            Command::Ask(arguments) => ask::run(arguments).await?,
            Command::Import(arguments) => return import::run(arguments).await,
            Command::Model(arguments) => model::run(arguments).await?,
            Command::Eval(arguments) => eval::run(arguments).await?,
            Command::Replay(arguments) => replay::run(arguments).await?,
            Command::Admin(arguments) => admin::run(arguments).await?,
            Command::Openapi(arguments) => commands::openapi::run(arguments)?,
            Command::ReadApart { .. } => {}
        }
        Ok(ExitCode::SUCCESS)
    })
}
