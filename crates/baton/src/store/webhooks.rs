//! Whom an app tells of what happens in it, and up to which event each was told.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Webhook, WebhookEvent};

pub struct NewWebhook<'a> {
    pub app: i64,
    pub url: &'a str,
    pub events: &'a [WebhookEvent],
    pub secret: &'a str,
    pub at: Timestamp,
}

/// What to change; what is absent stays.
#[derive(Clone, Debug, Default)]
pub struct WebhookChange {
    pub url: Option<String>,
    pub events: Option<Vec<WebhookEvent>>,
    pub enabled: Option<bool>,
}

/// A webhook that follows the events.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Follower {
    pub id: i64,
    pub app: i64,
    /// Their kinds, as JSON.
    pub events: String,
    /// The number of the last event that was looked at.
    pub seen_seq: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    url: String,
    events: String,
    enabled: bool,
    created_at: i64,
    failing_since: Option<i64>,
}

macro_rules! webhooks {
    ($rest:literal) => {
        concat!("SELECT id, url, events, enabled, created_at, failing_since FROM webhooks ", $rest)
    };
}

impl Tx {
    /// It is told of what happens from now on.
    pub async fn add_webhook(&mut self, new: &NewWebhook<'_>) -> Result<i64, StoreError> {
        const SQL: &str = "INSERT INTO webhooks (app, url, events, secret, enabled, seen_seq, created_at)
            VALUES ($1, $2, $3, $4, TRUE, $5, $6) RETURNING id";
        let newest = self.newest_event().await?;
        let events = serde_json::to_string(new.events)?;
        Ok(value!(self, i64, SQL, new.app, new.url, events, new.secret, newest, new.at.0))
    }

    pub async fn webhooks(&mut self, app: i64, after: i64, at_most: i64) -> Result<Vec<Webhook>, StoreError> {
        const SQL: &str = webhooks!("WHERE app = $1 AND id > $2 ORDER BY id LIMIT $3");
        rows!(self, Row, SQL, app, after, at_most).into_iter().map(Webhook::try_from).collect()
    }

    pub async fn webhook(&mut self, app: i64, id: i64) -> Result<Option<Webhook>, StoreError> {
        const SQL: &str = webhooks!("WHERE app = $1 AND id = $2");
        row!(self, Row, SQL, app, id).map(Webhook::try_from).transpose()
    }

    pub async fn webhook_count(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM webhooks WHERE app = $1", app))
    }

    pub async fn change_webhook(&mut self, id: i64, change: &WebhookChange) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE webhooks SET url = COALESCE($2, url), events = COALESCE($3, events) WHERE id = $1";
        let events = change.events.as_ref().map(serde_json::to_string).transpose()?;
        run!(self, SQL, id, &change.url, events);
        Ok(())
    }

    /// From now on it is told of what happens, not of what happened meanwhile.
    pub async fn switch_on_webhook(&mut self, id: i64) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE webhooks SET enabled = TRUE, failing_since = NULL, seen_seq = $2 WHERE id = $1";
        let newest = self.newest_event().await?;
        run!(self, SQL, id, newest);
        Ok(())
    }

    /// `failing`: since when it has failed, if that is why.
    pub async fn switch_off_webhook(&mut self, id: i64, failing: Option<Timestamp>) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE webhooks SET enabled = FALSE, failing_since = $2 WHERE id = $1";
        run!(self, SQL, id, failing.map(|since| since.0));
        Ok(())
    }

    /// Answers whether it was there.
    pub async fn remove_webhook(&mut self, app: i64, id: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM webhooks WHERE app = $1 AND id = $2", app, id) > 0)
    }

    pub async fn replace_webhook_secret(&mut self, id: i64, secret: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE webhooks SET secret = $2 WHERE id = $1", id, secret);
        Ok(())
    }

    /// Where to send and with which secret to sign, and its app, unless it is switched off or gone.
    pub async fn webhook_to_call(&mut self, id: i64) -> Result<Option<(i64, String, String)>, StoreError> {
        const SQL: &str = "SELECT app, url, secret FROM webhooks WHERE id = $1 AND enabled = TRUE";
        Ok(row!(self, (i64, String, String), SQL, id))
    }

    /// Those that have not looked at every event up to this number.
    pub async fn webhooks_behind(&mut self, newest: i64) -> Result<Vec<Follower>, StoreError> {
        const SQL: &str = "SELECT id, app, events, seen_seq FROM webhooks
            WHERE enabled = TRUE AND seen_seq < $1 ORDER BY id";
        Ok(rows!(self, Follower, SQL, newest))
    }

    pub async fn follower(&mut self, id: i64) -> Result<Option<Follower>, StoreError> {
        const SQL: &str = "SELECT id, app, events, seen_seq FROM webhooks WHERE id = $1 AND enabled = TRUE";
        Ok(row!(self, Follower, SQL, id))
    }

    pub async fn webhook_saw(&mut self, id: i64, seq: i64) -> Result<(), StoreError> {
        run!(self, "UPDATE webhooks SET seen_seq = $2 WHERE id = $1", id, seq);
        Ok(())
    }

    pub async fn webhook_works(&mut self, id: i64) -> Result<(), StoreError> {
        run!(self, "UPDATE webhooks SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL", id);
        Ok(())
    }

    /// Answers since when it fails, unless it is switched off or gone.
    pub async fn webhook_fails(&mut self, id: i64, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "UPDATE webhooks SET failing_since = COALESCE(failing_since, $2)
            WHERE id = $1 AND enabled = TRUE RETURNING failing_since";
        Ok(row!(self, (i64,), SQL, id, now.0).map(|(since,)| Timestamp(since)))
    }

    /// How many were switched off because they failed, or have failed since before then.
    pub async fn webhooks_failing(&mut self, app: i64, before: Timestamp) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM webhooks
            WHERE app = $1 AND failing_since IS NOT NULL AND (enabled = FALSE OR failing_since < $2)";
        Ok(value!(self, i64, SQL, app, before.0))
    }
}

impl TryFrom<Row> for Webhook {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let Row { id, url, events, enabled, created_at, failing_since } = row;
        Ok(Self { id, url, events: row::json(&events)?, enabled, created_at, failing_since })
    }
}
