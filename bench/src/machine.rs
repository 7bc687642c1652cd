//! The machine under the measurement: its cores, who runs on which, and how much of it was ours.

use std::{fs, process::Command};

use anyhow::Context;
use rustix::process::{Resource, Rlimit};

/// Enough for 10,000 sockets on either side.
const OPEN_FILES: u64 = 20_000;
const SERVER_CPU: &str = "0";
const GENERATOR_CPU: usize = 1;

fn has_two_cores() -> bool {
    cores() >= 2
}

/// All there are, not only those on which this process may run.
fn cores() -> usize {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    text.lines().filter(|line| line.starts_with("processor")).count()
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// A command whose process stays on the server's core, ahead of everything else if we may, and never
/// outlives this one.
pub fn on_server_core(program: &std::path::Path) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "KILL"]);
    if has_two_cores() {
        command.args(["taskset", "-c", SERVER_CPU]);
    }
    if is_root() {
        command.args(["chrt", "-r", "1"]);
    }
    command.arg(program);
    command
}

/// Puts this process on the generator's core. Call before the first thread is started.
pub fn become_generator() -> anyhow::Result<()> {
    let limit = rustix::process::getrlimit(Resource::Nofile);
    let maximum = limit.maximum.map_or(OPEN_FILES, |maximum| maximum.min(OPEN_FILES));
    let wanted = Rlimit { current: Some(maximum), maximum: limit.maximum };
    rustix::process::setrlimit(Resource::Nofile, wanted).context("cannot open many files")?;
    if has_two_cores() {
        let mut cpus = rustix::thread::CpuSet::new();
        cpus.set(GENERATOR_CPU);
        rustix::thread::sched_setaffinity(None, &cpus).context("cannot stay on one core")?;
    }
    if is_root() {
        let me = std::process::id().to_string();
        Command::new("chrt").args(["-r", "-p", "1", &me]).status().context("cannot run chrt")?;
    }
    Ok(())
}

/// Puts the calling thread ahead of the generator's other threads, if we may.
pub fn go_ahead() -> anyhow::Result<()> {
    if is_root() {
        let me = rustix::thread::gettid().to_string();
        Command::new("chrt").args(["-r", "-p", "2", &me]).status().context("cannot run chrt")?;
    }
    Ok(())
}

/// For the head of the table.
pub fn description() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| Some(line.strip_prefix("model name")?.split_once(':')?.1.trim()));
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    format!("{} cores, {}, Linux {}", cores(), model.unwrap_or("unknown processor"), kernel.trim())
}

/// Ticks of all cores together: those stolen by the host, and all.
pub fn ticks() -> (u64, u64) {
    let text = fs::read_to_string("/proc/stat").unwrap_or_default();
    let fields = text.lines().next().unwrap_or_default().split_whitespace().skip(1);
    let fields: Vec<u64> = fields.filter_map(|field| field.parse().ok()).collect();
    // user nice system idle iowait irq softirq steal; what follows is contained in user.
    (fields.get(7).copied().unwrap_or(0), fields.iter().take(8).sum())
}
