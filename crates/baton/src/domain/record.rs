//! What happened in a conversation, in order, and what follows from that alone.

use handover::Ending;
use serde::Serialize;
use utoipa::ToSchema;

use super::{HandoverId, Outcome};

/// One entry of a conversation's record. Entries are never changed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RecordEntry {
    pub seq: i64,
    pub at: i64,
    /// `message`, `decision`, `control`, `handover`, `offer`, `warning`, `notice`, `feedback`, `episode`, …
    pub kind: String,
    #[schema(value_type = Object)]
    pub body: serde_json::Value,
}

/// A conversation as its record tells it, or as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retold {
    /// `assistant`, `waiting`, `agent`, `closed`.
    pub state: String,
    pub agent: Option<i64>,
    pub episodes: Vec<RetoldEpisode>,
    pub handovers: Vec<RetoldHandover>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetoldEpisode {
    pub ending: Ending,
    pub has_ended: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetoldHandover {
    pub id: HandoverId,
    pub began_at: i64,
    pub assigned_at: Option<i64>,
    pub first_reply_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub outcome: Option<Outcome>,
}

/// What is stored in one step may carry times that are a moment apart. Milliseconds.
const MOMENT_MS: i64 = 1_000;

impl Retold {
    /// The first thing that the other does not say as well.
    #[must_use]
    pub fn differs_from(&self, other: &Self) -> Option<String> {
        let held = |told: &Self| (told.state.clone(), told.agent);
        if held(self) != held(other) {
            return Some(format!("control is {:?}, not {:?}", held(self), held(other)));
        }
        if self.episodes != other.episodes {
            return Some(format!("the episodes are {:?}, not {:?}", self.episodes, other.episodes));
        }
        // Two of the same moment have no order.
        let is_there = |one: &RetoldHandover| other.handovers.iter().any(|known| one.is_like(known));
        let same = self.handovers.len() == other.handovers.len() && self.handovers.iter().all(is_there);
        (!same).then(|| format!("the handovers are {:?}, not {:?}", self.handovers, other.handovers))
    }
}

impl RetoldHandover {
    fn is_like(&self, other: &Self) -> bool {
        let near = |one: Option<i64>, other: Option<i64>| match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() <= MOMENT_MS,
            (one, other) => one == other,
        };
        self.id == other.id
            && self.outcome == other.outcome
            && near(Some(self.began_at), Some(other.began_at))
            && near(self.assigned_at, other.assigned_at)
            && near(self.first_reply_at, other.first_reply_at)
            && near(self.ended_at, other.ended_at)
    }
}
