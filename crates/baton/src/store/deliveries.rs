//! Events on their way to webhooks. Of one dialog they are sent in their order.

use handover::Timestamp;

use super::{Follower, StoreError, Tx, row};
use crate::domain::{Delivery, DeliveryDetail, DeliveryState, WebhookEvent};

/// An event that a webhook is to be told of.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Followed {
    pub seq: i64,
    pub kind: String,
    pub dialog: Option<String>,
    pub at: i64,
    /// What the live socket shows, as JSON.
    pub body: String,
}

/// A delivery that is due.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DueDelivery {
    pub id: i64,
    pub seq: i64,
    pub body: String,
    pub attempts: i64,
}

/// What the receiver said, and what went wrong.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub status: Option<i64>,
    pub error: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    event: String,
    seq: i64,
    state: String,
    attempts: i64,
    status: Option<i64>,
    error: Option<String>,
    created_at: i64,
    delivered_at: Option<i64>,
    next_try_at: Option<i64>,
    body: String,
}

macro_rules! deliveries {
    ($rest:literal) => {
        concat!(
            "SELECT id, event, seq, state, attempts, status, error, created_at, delivered_at, next_try_at, body
             FROM deliveries ",
            $rest
        )
    };
}

/// Pending deliveries `d` of the webhook `$1` before which no other of their dialog is pending.
macro_rules! first_of_their_dialog {
    () => {
        "FROM deliveries d WHERE d.webhook = $1 AND d.state = 'pending' AND NOT EXISTS (SELECT 1 FROM deliveries e
           WHERE e.webhook = $1 AND e.state = 'pending' AND e.dialog = d.dialog AND e.id < d.id)"
    };
}

impl Tx {
    /// What happened after what the webhook has looked at, up to this number, of the kinds that it asks for: what staff
    /// see, so nothing of dialogs that are only their members' business.
    pub async fn followed(&mut self, webhook: &Follower, upto: i64, at_most: i64) -> Result<Vec<Followed>, StoreError> {
        const SQL: &str = "SELECT e.seq, e.kind, e.dialog, e.at, e.body
            FROM events e LEFT JOIN dialogs d ON d.id = e.dialog
            WHERE e.seq > $1 AND e.seq <= $2 AND e.app = $3 AND $4 LIKE '%\"' || e.kind || '\"%'
              AND (e.dialog IS NULL OR d.phase IS NOT NULL) ORDER BY e.seq LIMIT $5";
        Ok(rows!(self, Followed, SQL, webhook.seen_seq, upto, webhook.app, &webhook.events, at_most))
    }

    pub async fn add_delivery(
        &mut self,
        webhook: i64,
        event: &Followed,
        body: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO deliveries (webhook, event, dialog, seq, body, state, attempts, created_at,
                next_try_at)
            VALUES ($1, $2, $3, $4, $5, 'pending', 0, $6, $6) ON CONFLICT DO NOTHING";
        run!(self, SQL, webhook, &event.kind, &event.dialog, event.seq, body, now.0);
        Ok(())
    }

    pub async fn pending_deliveries(&mut self, webhook: i64) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM deliveries WHERE webhook = $1 AND state = 'pending'";
        Ok(value!(self, i64, SQL, webhook))
    }

    /// The first that is due.
    pub async fn next_delivery(&mut self, webhook: i64, now: Timestamp) -> Result<Option<DueDelivery>, StoreError> {
        const SQL: &str = concat!(
            "SELECT d.id, d.seq, d.body, d.attempts ",
            first_of_their_dialog!(),
            " AND d.next_try_at <= $2 ORDER BY d.id LIMIT 1"
        );
        Ok(row!(self, DueDelivery, SQL, webhook, now.0))
    }

    /// When the next one is due.
    pub async fn next_delivery_at(&mut self, webhook: i64) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = concat!("SELECT MIN(d.next_try_at) ", first_of_their_dialog!());
        Ok(value!(self, Option<i64>, SQL, webhook).map(Timestamp))
    }

    pub async fn delivered(&mut self, id: i64, attempt: &Attempt, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE deliveries SET state = 'delivered', attempts = attempts + 1, status = $2, error = NULL,
                delivered_at = $3, next_try_at = NULL
            WHERE id = $1";
        run!(self, SQL, id, attempt.status, at.0);
        Ok(())
    }

    /// It is tried again then; absent: never.
    pub async fn not_delivered(
        &mut self,
        id: i64,
        attempt: &Attempt,
        again_at: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE deliveries SET state = $5, attempts = attempts + 1, status = $2, error = $3, next_try_at = $4
            WHERE id = $1 AND state = 'pending'";
        let state = if again_at.is_some() { DeliveryState::Pending } else { DeliveryState::Failed };
        run!(self, SQL, id, attempt.status, &attempt.error, again_at.map(|at| at.0), state.as_str());
        Ok(())
    }

    /// Sends nothing more of what waits.
    pub async fn give_up_deliveries(&mut self, webhook: i64, error: &str) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE deliveries SET state = 'failed', error = $2, next_try_at = NULL
            WHERE webhook = $1 AND state = 'pending'";
        run!(self, SQL, webhook, error);
        Ok(())
    }

    /// It is sent once more, whatever became of it.
    pub async fn deliver_again(&mut self, id: i64, now: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE deliveries SET state = 'pending', attempts = 0, status = NULL, error = NULL,
                delivered_at = NULL, next_try_at = $2
            WHERE id = $1";
        run!(self, SQL, id, now.0);
        Ok(())
    }

    /// Newest first, older than `before`.
    pub async fn deliveries(
        &mut self,
        webhook: i64,
        state: Option<DeliveryState>,
        before: i64,
        at_most: i64,
    ) -> Result<Vec<Delivery>, StoreError> {
        const ALL: &str = deliveries!("WHERE webhook = $1 AND id < $2 ORDER BY id DESC LIMIT $3");
        const OF: &str = deliveries!("WHERE webhook = $1 AND id < $2 AND state = $4 ORDER BY id DESC LIMIT $3");
        let rows = match state {
            None => rows!(self, Row, ALL, webhook, before, at_most),
            Some(state) => rows!(self, Row, OF, webhook, before, at_most, state.as_str()),
        };
        rows.into_iter().map(|row| Ok(DeliveryDetail::try_from(row)?.delivery)).collect()
    }

    pub async fn delivery(&mut self, webhook: i64, id: i64) -> Result<Option<DeliveryDetail>, StoreError> {
        const SQL: &str = deliveries!("WHERE webhook = $1 AND id = $2");
        row!(self, Row, SQL, webhook, id).map(DeliveryDetail::try_from).transpose()
    }

    /// Drops some of those that were made before then and do not wait; answers how many.
    pub async fn drop_old_deliveries(&mut self, before: Timestamp, at_most: i64) -> Result<u64, StoreError> {
        const SQL: &str = "DELETE FROM deliveries WHERE id IN (SELECT id FROM deliveries
            WHERE created_at < $1 AND state <> 'pending' ORDER BY created_at LIMIT $2)";
        Ok(run!(self, SQL, before.0, at_most))
    }
}

impl TryFrom<Row> for DeliveryDetail {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let delivery = Delivery {
            id: row.id,
            event: row::word("deliveries", &row.event, WebhookEvent::parse)?,
            seq: row.seq,
            state: row::word("deliveries", &row.state, DeliveryState::parse)?,
            attempts: row.attempts,
            status: row.status,
            error: row.error,
            created_at: row.created_at,
            delivered_at: row.delivered_at,
            next_try_at: row.next_try_at,
        };
        Ok(Self { delivery, body: row.body })
    }
}
