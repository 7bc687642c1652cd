//! Who used how much of the machine while something was measured, and whether that spoils it.

use std::time::{Duration, Instant};

use crate::{machine, process};

const GENERATOR_CORES_MAX: f64 = 0.8;
const STEAL_MAX: f64 = 0.05;

/// Started when a measurement begins.
pub struct Watch {
    server: u32,
    since: Instant,
    server_cpu: Duration,
    generator_cpu: Duration,
    ticks: (u64, u64),
}

pub struct Usage {
    pub wall: Duration,
    pub server_cpu: Duration,
    generator_cores: f64,
    steal: f64,
}

impl Watch {
    pub fn start(server: u32) -> anyhow::Result<Self> {
        Ok(Self {
            server,
            since: Instant::now(),
            server_cpu: process::cpu(server)?,
            generator_cpu: process::cpu(std::process::id())?,
            ticks: machine::ticks(),
        })
    }

    pub fn finish(self) -> anyhow::Result<Usage> {
        let wall = self.since.elapsed();
        let generator = process::cpu(std::process::id())?.saturating_sub(self.generator_cpu);
        let (stolen, all) = machine::ticks();
        let all = all.saturating_sub(self.ticks.1).max(1);
        Ok(Usage {
            wall,
            server_cpu: process::cpu(self.server)?.saturating_sub(self.server_cpu),
            generator_cores: generator.as_secs_f64() / wall.as_secs_f64(),
            steal: stolen.saturating_sub(self.ticks.0) as f64 / all as f64,
        })
    }
}

impl Usage {
    pub fn cpu_us_per(&self, messages: u64) -> f64 {
        self.server_cpu.as_secs_f64() * 1e6 / messages.max(1) as f64
    }

    /// Why the measurement cannot be trusted, if it cannot.
    pub fn spoiled(&self) -> Option<String> {
        if self.generator_cores > GENERATOR_CORES_MAX {
            return Some(format!("the generator needed {:.2} of its core", self.generator_cores));
        }
        (self.steal > STEAL_MAX).then(|| format!("the host took {:.0} % of the time", self.steal * 100.0))
    }
}
