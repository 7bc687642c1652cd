//! The items of the suite, one file each.

mod ai_stream;
mod answers;
mod assignment;
mod cold_start;
mod deliver_200;
mod fanout_sat;
mod handover_1;
mod handover_storm;
mod idle_10k;
mod kill_9;
mod packet;
mod reconnect_storm;
mod slow_reader;
mod waiting;

use std::time::Duration;

use clap::ValueEnum;

use crate::{bench::Bench, table::Report};

/// In the order in which they run; the one with 10,000 sockets last, as it leaves the machine busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Item {
    #[value(name = "fanout-sat")]
    FanoutSat,
    #[value(name = "deliver-200")]
    Deliver200,
    #[value(name = "handover-1")]
    Handover1,
    #[value(name = "handover-storm")]
    HandoverStorm,
    /// Fills a database first: only when it is asked for.
    #[value(name = "assignment")]
    Assignment,
    #[value(name = "ai-stream")]
    AiStream,
    #[value(name = "slow-reader")]
    SlowReader,
    #[value(name = "kill-9")]
    Kill9,
    #[value(name = "cold-start")]
    ColdStart,
    #[value(name = "reconnect-storm")]
    ReconnectStorm,
    #[value(name = "idle-10k")]
    Idle10k,
    /// Takes minutes: only when it is asked for.
    #[value(name = "answers")]
    Answers,
    /// Fills a database first: only when it is asked for.
    #[value(name = "packet")]
    Packet,
    /// Simulated desks; needs no server.
    #[value(name = "waiting")]
    Waiting,
}

const ITEM_MAX: Duration = Duration::from_secs(180);
const ANSWERS_MAX: Duration = Duration::from_secs(300);

impl Item {
    /// Whether it is measured when nobody says what to measure.
    pub fn is_usual(self) -> bool {
        !matches!(self, Self::Assignment | Self::Answers | Self::Packet | Self::Waiting)
    }

    /// It is given up after this.
    pub fn patience(self) -> Duration {
        if self == Self::Answers { ANSWERS_MAX } else { ITEM_MAX }
    }

    pub async fn measure(self, bench: &Bench) -> anyhow::Result<Report> {
        match self {
            Self::FanoutSat => Ok(fanout_sat::measure(bench).await),
            Self::Deliver200 => Ok(deliver_200::measure(bench).await),
            Self::Handover1 => handover_1::measure(bench).await,
            Self::HandoverStorm => handover_storm::measure(bench).await,
            Self::Assignment => assignment::measure(bench).await,
            Self::AiStream => ai_stream::measure(bench).await,
            Self::SlowReader => slow_reader::measure(bench).await,
            Self::Kill9 => kill_9::measure(bench).await,
            Self::ColdStart => cold_start::measure(bench).await,
            Self::ReconnectStorm => reconnect_storm::measure(bench).await,
            Self::Idle10k => Ok(idle_10k::measure(bench).await),
            Self::Answers => answers::measure(bench).await,
            Self::Packet => packet::measure(bench).await,
            Self::Waiting => Ok(waiting::measure()),
        }
    }
}
