//! Leases of agents' open connections. Nobody is online longer than a lease lasts.

use handover::Timestamp;

use super::{StoreError, Tx};

impl Tx {
    /// Takes or renews the lease of a connection.
    pub async fn lease(&mut self, connection: &str, user: i64, app: i64, until: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO presence (connection, user_id, app, lease_until) VALUES ($1, $2, $3, $4)
            ON CONFLICT (connection) DO UPDATE SET lease_until = excluded.lease_until";
        run!(self, SQL, connection, user, app, until.0);
        self.work = true;
        Ok(())
    }

    pub async fn is_connected(&mut self, user: i64, now: Timestamp) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM presence WHERE user_id = $1 AND lease_until > $2";
        Ok(value!(self, i64, SQL, user, now.0) > 0)
    }

    /// Drops leases that ran out; answers the agents (and their apps) who have none left.
    pub async fn drop_expired_leases(&mut self, now: Timestamp) -> Result<Vec<(i64, i64)>, StoreError> {
        const GONE: &str = "SELECT DISTINCT p.user_id, p.app FROM presence p WHERE p.lease_until <= $1
            AND NOT EXISTS (SELECT 1 FROM presence q WHERE q.user_id = p.user_id AND q.lease_until > $1)";
        let gone = rows!(self, (i64, i64), GONE, now.0);
        run!(self, "DELETE FROM presence WHERE lease_until <= $1", now.0);
        Ok(gone)
    }

    pub async fn next_lease_end(&mut self) -> Result<Option<Timestamp>, StoreError> {
        Ok(value!(self, Option<i64>, "SELECT MIN(lease_until) FROM presence").map(Timestamp))
    }
}
