//! What one process has used, read from /proc.

use std::{fs, time::Duration};

use anyhow::Context;

/// Processor time of all its threads so far.
pub fn cpu(pid: u32) -> anyhow::Result<Duration> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).context("the process has ended")?;
    // The second field, a name in brackets, may hold spaces; `utime` and `stime` are 14th and 15th.
    let (_, rest) = text.rsplit_once(')').context("/proc/PID/stat has no name")?;
    let ticks: u64 = rest.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(ticks * 1000 / rustix::param::clock_ticks_per_second()))
}

/// Its share of memory in KiB: pages that it shares are divided among those who share them.
pub fn pss_kib(pid: u32) -> anyhow::Result<u64> {
    let text = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).context("the process has ended")?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:")).context("smaps_rollup has no Pss")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
