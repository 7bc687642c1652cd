//! Measures how fast Baton is, next to what the machine allows and to chat servers people know.
//! It measures and never judges: a missed aim is printed, not an error.

mod api;
mod bench;
mod bystander;
mod chance;
mod contender;
mod crowd;
mod figures;
mod filler;
mod founder;
mod items;
mod knowledge;
mod limit;
mod line;
mod load;
mod machine;
mod pace;
mod peers;
mod process;
mod prose;
mod queue;
mod rounds;
mod server;
mod shelves;
mod start;
mod table;
mod tally;
mod usage;
mod world;

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use clap::{Parser, Subcommand, ValueEnum};

use bench::Bench;
use items::Item;
use table::{Report, markdown};
use tokio::time::timeout;

/// After this, a noisy item is not measured again: the whole run stays near five minutes.
const AGAIN_UNTIL: Duration = Duration::from_secs(80);

#[derive(Parser)]
#[command(about, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    role: Option<Role>,
    /// Only these items, separated by commas.
    #[arg(long, value_delimiter = ',')]
    only: Vec<Item>,
    /// The program to measure.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../target/release/baton"))]
    baton: PathBuf,
    /// Messages in the large database of `cold-start`.
    #[arg(long, default_value_t = 1_000_000)]
    messages: u32,
    /// Folder of the embedding model of `answers`: `config.json`, `tokenizer.json`, `model.safetensors`.
    #[arg(long)]
    model: Option<PathBuf>,
    /// Where to write the table, besides printing it.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Role {
    /// Be the bare server that shows what the machine allows.
    #[command(hide = true)]
    Limit {
        #[arg(long)]
        listen: String,
        #[arg(long)]
        data: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if let Some(Role::Limit { listen, data }) = &arguments.role {
        return limit::serve(listen, data);
    }
    machine::become_generator()?;
    let text = tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure(&arguments))?;
    println!("{text}");
    match arguments.out {
        Some(out) => Ok(std::fs::write(out, text)?),
        None => Ok(()),
    }
}

async fn measure(arguments: &Arguments) -> anyhow::Result<String> {
    let started = Instant::now();
    let bench = Bench::prepare(&arguments.baton, arguments.messages, arguments.model.clone()).await?;
    if bench.world.is_none() {
        eprintln!("{} is not there: `cargo build --release` makes it", arguments.baton.display());
    }
    let wanted = |item: &Item| if arguments.only.is_empty() { item.is_usual() } else { arguments.only.contains(item) };
    let mut reports = Vec::new();
    for item in Item::value_variants().iter().copied().filter(wanted) {
        let mut report = measure_item(item, &bench).await;
        if let Some(why) = report.noisy.as_ref().filter(|_| started.elapsed() < AGAIN_UNTIL) {
            eprintln!("once more, because {why}");
            report = measure_item(item, &bench).await;
        }
        reports.push(report);
    }
    Ok(format!("{}\n{}", head(started), markdown(&reports)))
}

/// What cannot be measured is told and does not stop the rest.
async fn measure_item(item: Item, bench: &Bench) -> Report {
    eprintln!("{item:?} …");
    match timeout(item.patience(), item.measure(bench)).await {
        Ok(Ok(report)) => report,
        Ok(Err(error)) => Report::failed(format!("{item:?} could not be measured: {error:#}.")),
        Err(_) => Report::failed(format!("{item:?} took longer than {} s.", item.patience().as_secs())),
    }
}

/// When, where and how this was measured.
fn head(started: Instant) -> String {
    let today = std::process::Command::new("date").arg("--iso-8601").output();
    let today = today.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    let machine = machine::description();
    let command: Vec<String> = std::env::args().skip(1).collect();
    format!(
        "# Measured\n\n{today}, {machine}, in {} s. Printed by \
         `cargo run --release --manifest-path bench/Cargo.toml -- {}`.\n\
         Server on one core, generator on another, loopback, no TLS, messages of 128 bytes. Baton and limit deliver \
         only after the commit has reached the disk (SQLite, WAL, FULL); Prosody writes its archive to files and does \
         not wait for the disk; ejabberd keeps no archive.\n",
        started.elapsed().as_secs(),
        command.join(" "),
    )
}
