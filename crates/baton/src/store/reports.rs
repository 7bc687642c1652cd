//! Counting episodes and handovers of a window of time.

use handover::{Ending, Outcome, Reason};

use super::{StoreError, Tx, row};
use crate::domain::{
    AgentFigures, AssistantFigures, EndingCount, Hour, OutcomeCount, PersonKind, Ratings, ReasonCount, Times,
};

/// An app, and from when to when (milliseconds, without the last).
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub app: i64,
    pub from: i64,
    pub to: i64,
}

/// From the customer's message until what?
#[derive(Clone, Copy, Debug)]
pub enum Until {
    Assigned,
    Replied,
    Ended,
}

const HOUR_MS: i64 = 3_600_000;

#[derive(sqlx::FromRow)]
struct AgentRow {
    id: i64,
    full_name: String,
    handovers: i64,
    replied: i64,
    solved: i64,
    reply_mean_ms: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct AssistantRow {
    id: String,
    full_name: String,
    ended: i64,
    answered: i64,
    handed_over: i64,
}

/// Durations of the handovers of a window, by the column that ends them. Nobody waited for an agent who came unasked.
macro_rules! durations {
    ($end:literal) => {
        (
            concat!(
                "SELECT COUNT(*) FROM handovers WHERE app = $1 AND began_at >= $2 AND began_at < $3 AND ",
                $end,
                " IS NOT NULL AND reason <> 'agent_takeover'"
            ),
            concat!(
                "SELECT ",
                $end,
                " - asked_at FROM handovers WHERE app = $1 AND began_at >= $2 AND began_at < $3 AND ",
                $end,
                " IS NOT NULL AND reason <> 'agent_takeover' ORDER BY 1 LIMIT 1 OFFSET $4"
            ),
        )
    };
}

impl Tx {
    /// Of the episodes that ended in the window, how many ended how.
    pub async fn endings(&mut self, window: Window) -> Result<Vec<EndingCount>, StoreError> {
        const SQL: &str = "SELECT ending, COUNT(*) FROM episodes
            WHERE app = $1 AND ended_at >= $2 AND ended_at < $3 GROUP BY ending";
        let Window { app, from, to } = window;
        let counted = rows!(self, (String, i64), SQL, app, from, to);
        let count =
            |ending: &Ending| counted.iter().find(|(word, _)| word == ending.as_str()).map_or(0, |(_, count)| *count);
        Ok(Ending::ALL.iter().map(|ending| EndingCount { ending: *ending, count: count(ending) }).collect())
    }

    pub async fn open_episodes(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM episodes WHERE app = $1 AND ended_at IS NULL", app))
    }

    /// How many episodes began in the window, and in how many of them a handover began.
    pub async fn episodes_begun(&mut self, window: Window) -> Result<(i64, i64), StoreError> {
        const ALL: &str = "SELECT COUNT(*) FROM episodes WHERE app = $1 AND began_at >= $2 AND began_at < $3";
        const HANDED: &str = "SELECT COUNT(*) FROM episodes e WHERE e.app = $1 AND e.began_at >= $2 AND e.began_at < $3
            AND EXISTS (SELECT 1 FROM handovers h WHERE h.dialog = e.dialog AND h.began_at >= e.began_at
                        AND (e.ended_at IS NULL OR h.began_at <= e.ended_at))";
        let Window { app, from, to } = window;
        Ok((value!(self, i64, ALL, app, from, to), value!(self, i64, HANDED, app, from, to)))
    }

    /// The most frequent first.
    pub async fn handover_reasons(&mut self, window: Window) -> Result<Vec<ReasonCount>, StoreError> {
        const SQL: &str = "SELECT reason, COUNT(*) FROM handovers
            WHERE app = $1 AND began_at >= $2 AND began_at < $3 GROUP BY reason ORDER BY 2 DESC, 1";
        let Window { app, from, to } = window;
        let rows = rows!(self, (String, i64), SQL, app, from, to);
        rows.into_iter()
            .map(|(word, count)| Ok(ReasonCount { reason: row::word("handovers", &word, Reason::parse)?, count }))
            .collect()
    }

    /// The most frequent first.
    pub async fn handover_outcomes(&mut self, window: Window) -> Result<Vec<OutcomeCount>, StoreError> {
        const SQL: &str = "SELECT outcome, COUNT(*) FROM handovers
            WHERE app = $1 AND began_at >= $2 AND began_at < $3 GROUP BY outcome ORDER BY 2 DESC, 1";
        let Window { app, from, to } = window;
        let rows = rows!(self, (Option<String>, i64), SQL, app, from, to);
        rows.into_iter()
            .map(|(word, count)| {
                let outcome = word.map(|word| row::word("handovers", &word, Outcome::parse)).transpose()?;
                Ok(OutcomeCount { outcome, count })
            })
            .collect()
    }

    /// How long customers waited in the handovers that began in the window. Nearest-rank percentiles.
    pub async fn handover_times(&mut self, window: Window, until: Until) -> Result<Times, StoreError> {
        let (how_many, nth) = match until {
            Until::Assigned => durations!("assigned_at"),
            Until::Replied => durations!("first_reply_at"),
            Until::Ended => durations!("ended_at"),
        };
        let Window { app, from, to } = window;
        let count = value!(self, i64, how_many, app, from, to);
        let mut times = Times { count, ..Times::default() };
        for (percent, place) in [(50, &mut times.p50_ms), (90, &mut times.p90_ms), (99, &mut times.p99_ms)] {
            let rank = (count * percent + 99) / 100;
            *place = row!(self, (i64,), nth, app, from, to, (rank - 1).max(0)).map(|(ms,)| ms);
        }
        Ok(times)
    }

    /// What began in each hour of the window.
    pub async fn hours(&mut self, window: Window) -> Result<Vec<Hour>, StoreError> {
        const EPISODES: &str = "SELECT (began_at - $2) / $4, COUNT(*) FROM episodes
            WHERE app = $1 AND began_at >= $2 AND began_at < $3 GROUP BY 1";
        const HANDOVERS: &str = "SELECT (began_at - $2) / $4, COUNT(*) FROM handovers
            WHERE app = $1 AND began_at >= $2 AND began_at < $3 GROUP BY 1";
        let Window { app, from, to } = window;
        let mut hours: Vec<Hour> = (0..(to - from + HOUR_MS - 1) / HOUR_MS)
            .map(|hour| Hour { at: from + hour * HOUR_MS, episodes: 0, handovers: 0 })
            .collect();
        for (hour, count) in rows!(self, (i64, i64), EPISODES, app, from, to, HOUR_MS) {
            hours[usize::try_from(hour).unwrap_or(0)].episodes = count;
        }
        for (hour, count) in rows!(self, (i64, i64), HANDOVERS, app, from, to, HOUR_MS) {
            hours[usize::try_from(hour).unwrap_or(0)].handovers = count;
        }
        Ok(hours)
    }

    pub async fn agent_figures(&mut self, window: Window, at_most: i64) -> Result<Vec<AgentFigures>, StoreError> {
        const SQL: &str = "SELECT u.id, u.full_name, COUNT(*) AS handovers, COUNT(h.first_reply_at) AS replied,
              COUNT(CASE WHEN h.outcome = 'solved' THEN 1 END) AS solved,
              CAST(AVG(CASE WHEN h.reason <> 'agent_takeover' THEN h.first_reply_at - h.asked_at END) AS BIGINT) AS reply_mean_ms
            FROM handovers h JOIN users u ON u.id = h.agent
            WHERE h.app = $1 AND h.began_at >= $2 AND h.began_at < $3
            GROUP BY u.id, u.full_name ORDER BY 3 DESC, 1 LIMIT $4";
        let Window { app, from, to } = window;
        let rows = rows!(self, AgentRow, SQL, app, from, to, at_most);
        Ok(rows.into_iter().map(AgentFigures::from).collect())
    }

    pub async fn assistant_figures(
        &mut self,
        window: Window,
        at_most: i64,
    ) -> Result<Vec<AssistantFigures>, StoreError> {
        const SQL: &str = "SELECT a.id, u.full_name, COUNT(*) AS ended,
              COUNT(CASE WHEN e.ending IN ('answered_confirmed', 'answered_silent') THEN 1 END) AS answered,
              COUNT(CASE WHEN e.ending IN ('abandoned_waiting', 'handed_over_solved', 'handed_over_not_solved',
                'contact_left') THEN 1 END) AS handed_over
            FROM episodes e JOIN assistants a ON a.id = e.assistant JOIN users u ON u.id = a.user_id
            WHERE e.app = $1 AND e.ended_at >= $2 AND e.ended_at < $3
            GROUP BY a.id, u.full_name ORDER BY 3 DESC, 1 LIMIT $4";
        let Window { app, from, to } = window;
        let rows = rows!(self, AssistantRow, SQL, app, from, to, at_most);
        rows.into_iter()
            .map(|row| {
                Ok(AssistantFigures {
                    assistant: row::id("assistants", &row.id)?,
                    name: row.full_name,
                    ended: row.ended,
                    answered: row.answered,
                    handed_over: row.handed_over,
                    ratings: Ratings::default(),
                })
            })
            .collect()
    }
}

impl From<AgentRow> for AgentFigures {
    fn from(row: AgentRow) -> Self {
        let agent = crate::domain::Person { id: row.id, kind: PersonKind::Agent, full_name: row.full_name };
        let AgentRow { handovers, replied, solved, reply_mean_ms, .. } = row;
        Self { agent, handovers, replied, solved, reply_mean_ms, ratings: Ratings::default() }
    }
}
