//! Lists of support conversations: those in which something happened last come first.

use super::{Row, StoreError, Tx};
use crate::{domain::DialogSummary, store::ListFilter};

/// How many conversations each list of the Agent Desk has.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListCounts {
    pub waiting: i64,
    pub held: i64,
    pub with_assistant: i64,
    pub closed: i64,
    /// Of those that this agent holds.
    pub mine: i64,
    pub snoozed: i64,
}

/// One text for each way into the table, so that each reads only what it may show.
macro_rules! listed {
    ($from:literal) => {
        concat!(
            columns!($from),
            " WHERE d.app = $1 AND d.phase IS NOT NULL AND (d.updated_at, d.id) < ($2, $3) ",
            narrowed!("$4", "$5", "$6", "$7", "$8"),
            " ORDER BY d.updated_at DESC, d.id DESC LIMIT $9"
        )
    };
}

impl Tx {
    /// Support conversations of the app before this place, a time and an id.
    pub async fn support_dialogs(
        &mut self,
        app: i64,
        filter: &ListFilter,
        before: (i64, &str),
        at_most: i64,
    ) -> Result<Vec<DialogSummary>, StoreError> {
        const ANY: &str = listed!("FROM dialogs d");
        const IN_PHASE: &str = listed!("FROM (SELECT * FROM dialogs WHERE app = $1 AND phase = $4) d");
        const OF_CUSTOMER: &str = listed!("FROM (SELECT * FROM dialogs WHERE customer = $7) d");
        const OF_AGENT: &str = listed!(
            "FROM (SELECT DISTINCT dialog FROM handovers WHERE agent = $6) a JOIN dialogs d ON d.id = a.dialog"
        );
        const OF_LABEL: &str =
            listed!("FROM (SELECT dialog FROM dialog_labels WHERE label = $8) a JOIN dialogs d ON d.id = a.dialog");
        let sql = match filter {
            ListFilter { customer: Some(_), .. } => OF_CUSTOMER,
            ListFilter { label: Some(_), .. } => OF_LABEL,
            ListFilter { agent: Some(_), .. } => OF_AGENT,
            ListFilter { phase: Some(_), .. } => IN_PHASE,
            ListFilter { .. } => ANY,
        };
        let assistant = filter.assistant.map(|id| id.hex());
        let ListFilter { phase, agent, customer, label, .. } = *filter;
        let (at, id) = before;
        rows!(self, Row, sql, app, at, id, phase, &assistant, agent, customer, label, at_most)
            .into_iter()
            .map(TryInto::try_into)
            .collect()
    }

    /// What this agent holds before this place: what is snoozed, or what is not.
    pub async fn dialogs_held_by(
        &mut self,
        agent: i64,
        snoozed: bool,
        before: (i64, &str),
        at_most: i64,
    ) -> Result<Vec<DialogSummary>, StoreError> {
        const SQL: &str = columns!(
            "FROM dialogs d WHERE d.agent = $1 AND d.phase = 'agent' AND (d.snoozed_until IS NOT NULL) = $2
              AND (d.updated_at, d.id) < ($3, $4) ORDER BY d.updated_at DESC, d.id DESC LIMIT $5"
        );
        let (at, id) = before;
        rows!(self, Row, SQL, agent, snoozed, at, id, at_most).into_iter().map(TryInto::try_into).collect()
    }

    /// The queue from this place on: the most urgent first, then the oldest.
    pub async fn queue(
        &mut self,
        app: i64,
        filter: &ListFilter,
        skip: i64,
        at_most: i64,
    ) -> Result<Vec<DialogSummary>, StoreError> {
        const SQL: &str = concat!(
            columns!("FROM handovers h JOIN dialogs d ON d.id = h.dialog WHERE h.app = $1 AND h.state = 'waiting' "),
            narrowed!("$4", "$5", "$6", "$7", "$8"),
            " ORDER BY h.priority DESC, h.began_at, h.id LIMIT $3 OFFSET $2"
        );
        let ListFilter { phase, agent, customer, label, .. } = *filter;
        let assistant = filter.assistant.map(|id| id.hex());
        rows!(self, Row, SQL, app, skip, at_most, phase, &assistant, agent, customer, label)
            .into_iter()
            .map(TryInto::try_into)
            .collect()
    }

    pub async fn list_counts(&mut self, app: i64, agent: i64) -> Result<ListCounts, StoreError> {
        const PHASES: &str = "SELECT phase, COUNT(*) FROM dialogs WHERE app = $1 AND phase IS NOT NULL GROUP BY phase";
        const MINE: &str =
            "SELECT COUNT(*) FROM dialogs WHERE agent = $1 AND phase = 'agent' AND snoozed_until IS NULL";
        const SNOOZED: &str =
            "SELECT COUNT(*) FROM dialogs WHERE agent = $1 AND phase = 'agent' AND snoozed_until IS NOT NULL";
        let phases = rows!(self, (String, i64), PHASES, app);
        let in_phase = |name: &str| phases.iter().find(|(phase, _)| phase == name).map_or(0, |(_, count)| *count);
        Ok(ListCounts {
            waiting: in_phase("waiting"),
            held: in_phase("agent"),
            with_assistant: in_phase("assistant"),
            closed: in_phase("closed"),
            mine: value!(self, i64, MINE, agent),
            snoozed: value!(self, i64, SNOOZED, agent),
        })
    }
}
