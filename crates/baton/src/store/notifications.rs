//! Who is told when somebody who should look has not; browsers that want to be told; keys that the server made.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Attachment, DialogId, Notifications, with_names};

/// Since when somebody who should look has not, and how many steps were taken.
#[derive(Clone, Copy, Debug)]
pub struct Unseen {
    pub since: Timestamp,
    pub step: usize,
}

/// A browser that wants to be told.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PushRow {
    pub endpoint: String,
    pub user_id: i64,
    pub p256dh: String,
    pub auth: String,
}

impl Tx {
    pub async fn notifications(&mut self, app: i64) -> Result<Notifications, StoreError> {
        let found = row!(self, (String,), "SELECT notifications FROM apps WHERE id = $1", app);
        Ok(found.map(|(text,)| row::json(&text)).transpose()?.unwrap_or_default())
    }

    pub async fn set_notifications(&mut self, app: i64, settings: &Notifications) -> Result<bool, StoreError> {
        let settings = serde_json::to_string(settings)?;
        Ok(run!(self, "UPDATE apps SET notifications = $2 WHERE id = $1", app, settings) > 0)
    }

    pub async fn notifications_secret(&mut self, app: i64) -> Result<Option<String>, StoreError> {
        let found = row!(self, (Option<String>,), "SELECT notifications_secret FROM apps WHERE id = $1", app);
        Ok(found.and_then(|(secret,)| secret))
    }

    pub async fn set_notifications_secret(&mut self, app: i64, secret: &str) -> Result<bool, StoreError> {
        Ok(run!(self, "UPDATE apps SET notifications_secret = $2 WHERE id = $1", app, secret) > 0)
    }

    /// Dialogs that somebody should be told of, the longest due first.
    pub async fn to_notify(&mut self, now: Timestamp, at_most: i64) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = "SELECT id FROM dialogs WHERE notify_at <= $1 ORDER BY notify_at LIMIT $2";
        let rows = rows!(self, (String,), SQL, now.0, at_most);
        rows.iter().map(|(id,)| row::id("dialogs", id)).collect()
    }

    pub async fn next_to_notify(&mut self) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT MIN(notify_at) FROM dialogs WHERE notify_at IS NOT NULL";
        Ok(value!(self, Option<i64>, SQL).map(Timestamp))
    }

    pub async fn unseen(&mut self, dialog: DialogId) -> Result<Option<Unseen>, StoreError> {
        const SQL: &str = "SELECT notify_since, notify_step FROM dialogs WHERE id = $1 AND notify_at IS NOT NULL";
        let found = row!(self, (Option<i64>, i64), SQL, dialog.hex());
        Ok(found.and_then(|(since, step)| {
            Some(Unseen { since: Timestamp(since?), step: usize::try_from(step).unwrap_or(usize::MAX) })
        }))
    }

    /// Since when somebody should look; nothing: nobody needs to.
    pub async fn notify_since(&mut self, dialog: DialogId) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT notify_since FROM dialogs WHERE id = $1";
        Ok(row!(self, (Option<i64>,), SQL, dialog.hex()).and_then(|(since,)| since).map(Timestamp))
    }

    /// So many steps were taken; the next is due then, or there is none.
    pub async fn notified(&mut self, dialog: DialogId, step: usize, next: Option<Timestamp>) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE dialogs SET notify_step = $2, notify_at = $3 WHERE id = $1";
        let step = i64::try_from(step).unwrap_or(i64::MAX);
        run!(self, SQL, dialog.hex(), step, next.map(|at| at.0));
        Ok(())
    }

    /// Nobody is told before then, and the time until then does not count; absent: nobody is told any more.
    pub async fn notify_later(
        &mut self,
        dialog: DialogId,
        from: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE dialogs SET notify_since = notify_since + $2, notify_at = $3 WHERE id = $1";
        let pause = from.map_or(0, |from| (from.0 - now.0).max(0));
        run!(self, SQL, dialog.hex(), pause, from.map(|from| from.0));
        Ok(())
    }

    /// Somebody should look, unless somebody should already.
    pub async fn look_again(
        &mut self,
        dialog: DialogId,
        since: Timestamp,
        look_at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE dialogs SET notify_since = $2, notify_step = 0, notify_at = $3
            WHERE id = $1 AND notify_at IS NULL";
        run!(self, SQL, dialog.hex(), since.0, look_at.0);
        self.work = true;
        Ok(())
    }

    /// The newest message of a customer: its number, and what was said with the names of its files.
    pub async fn newest_of_customer(&mut self, dialog: DialogId) -> Result<Option<(i64, String)>, StoreError> {
        const SQL: &str = "SELECT m.seq, m.text, m.attachments FROM messages m JOIN users u ON u.id = m.sender
            WHERE m.dialog = $1 AND u.kind = 'customer' ORDER BY m.seq DESC LIMIT 1";
        let newest = row!(self, (i64, String, String), SQL, dialog.hex());
        newest
            .map(|(seq, text, files)| Ok((seq, with_names(&text, &row::json::<Vec<Attachment>>(&files)?))))
            .transpose()
    }

    pub async fn subscribe_push(&mut self, push: &PushRow, at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO push_subscriptions (endpoint, user_id, p256dh, auth, created_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id,
              p256dh = excluded.p256dh, auth = excluded.auth, created_at = excluded.created_at";
        run!(self, SQL, &push.endpoint, push.user_id, &push.p256dh, &push.auth, at.0);
        Ok(())
    }

    /// Keeps the newest of a user's browsers only.
    pub async fn keep_push(&mut self, user: i64, at_most: i64) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM push_subscriptions WHERE user_id = $1 AND endpoint NOT IN (
            SELECT endpoint FROM push_subscriptions WHERE user_id = $1 ORDER BY created_at DESC, endpoint LIMIT $2)";
        run!(self, SQL, user, at_most);
        Ok(())
    }

    pub async fn unsubscribe_push(&mut self, user: i64, endpoint: &str) -> Result<(), StoreError> {
        run!(self, "DELETE FROM push_subscriptions WHERE user_id = $1 AND endpoint = $2", user, endpoint);
        Ok(())
    }

    pub async fn push_subscriptions(&mut self, user: i64) -> Result<Vec<PushRow>, StoreError> {
        const SQL: &str = "SELECT endpoint, user_id, p256dh, auth FROM push_subscriptions
            WHERE user_id = $1 ORDER BY endpoint";
        Ok(rows!(self, PushRow, SQL, user))
    }

    pub async fn push_subscription(&mut self, user: i64, endpoint: &str) -> Result<Option<PushRow>, StoreError> {
        const SQL: &str = "SELECT endpoint, user_id, p256dh, auth FROM push_subscriptions
            WHERE user_id = $1 AND endpoint = $2";
        Ok(row!(self, PushRow, SQL, user, endpoint))
    }

    pub async fn server_key(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let found = row!(self, (String,), "SELECT secret FROM server_keys WHERE name = $1", name);
        Ok(found.map(|(secret,)| secret))
    }

    /// Keeps a key, unless there is one of this name.
    pub async fn add_server_key(&mut self, name: &str, secret: &str) -> Result<(), StoreError> {
        run!(self, "INSERT INTO server_keys (name, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING", name, secret);
        Ok(())
    }
}
