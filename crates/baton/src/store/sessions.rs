//! Who is signed in. Of a token only its SHA-256 is stored.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::UserKind;

/// Whose session or password it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Admin(i64),
    User { id: i64, app: i64, kind: UserKind },
}

pub struct NewSession<'a> {
    pub token_hash: &'a str,
    pub holder: Holder,
    /// It ends with the key that made it.
    pub made_by_key: Option<i64>,
    pub at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    admin: Option<i64>,
    user_id: Option<i64>,
    app: Option<i64>,
    kind: Option<String>,
}

impl Tx {
    pub async fn add_session(&mut self, session: &NewSession<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO sessions (token_hash, admin, user_id, created_at, expires_at, made_by_key)
            VALUES ($1, $2, $3, $4, $5, $6)";
        let (admin, user) = match session.holder {
            Holder::Admin(id) => (Some(id), None),
            Holder::User { id, .. } => (None, Some(id)),
        };
        let (at, expires_at) = (session.at.0, session.expires_at.0);
        run!(self, SQL, session.token_hash, admin, user, at, expires_at, session.made_by_key);
        Ok(())
    }

    /// Who holds this session, unless it has expired or its user was disabled.
    pub async fn session(&mut self, token_hash: &str, now: Timestamp) -> Result<Option<Holder>, StoreError> {
        const SQL: &str = "SELECT s.admin, s.user_id, u.app, u.kind FROM sessions s
            LEFT JOIN users u ON u.id = s.user_id
            WHERE s.token_hash = $1 AND s.expires_at > $2 AND (u.id IS NULL OR u.disabled = FALSE)";
        row!(self, SessionRow, SQL, token_hash, now.0).map(Holder::try_from).transpose()
    }

    pub async fn end_session(&mut self, token_hash: &str) -> Result<(), StoreError> {
        run!(self, "DELETE FROM sessions WHERE token_hash = $1", token_hash);
        Ok(())
    }

    /// Ends the sessions of this holder, but for the one to keep.
    pub async fn end_sessions_of(&mut self, holder: Holder, keep: Option<&str>) -> Result<(), StoreError> {
        let keep = keep.unwrap_or_default();
        match holder {
            Holder::Admin(id) => run!(self, "DELETE FROM sessions WHERE admin = $1 AND token_hash <> $2", id, keep),
            Holder::User { id, .. } => {
                run!(self, "DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2", id, keep)
            }
        };
        Ok(())
    }

    /// When the next session ends.
    pub async fn next_session_end(&mut self) -> Result<Option<Timestamp>, StoreError> {
        Ok(value!(self, Option<i64>, "SELECT MIN(expires_at) FROM sessions").map(Timestamp))
    }

    pub async fn drop_expired_sessions(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        Ok(run!(self, "DELETE FROM sessions WHERE expires_at <= $1", now.0))
    }
}

impl TryFrom<SessionRow> for Holder {
    type Error = StoreError;

    fn try_from(row: SessionRow) -> Result<Self, StoreError> {
        match (row.admin, row.user_id, row.app, row.kind) {
            (Some(admin), None, None, None) => Ok(Self::Admin(admin)),
            (None, Some(id), Some(app), Some(kind)) => {
                Ok(Self::User { id, app, kind: row::word("users", &kind, UserKind::parse)? })
            }
            _ => Err(row::inconsistent("sessions", "holder")),
        }
    }
}
