//! Who is asked to work here. Of the token in a link only its SHA-256 is stored.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Invitation, InvitationRole, InvitationState};

pub struct NewInvitation<'a> {
    pub app: i64,
    pub email: &'a str,
    pub full_name: &'a str,
    pub role: InvitationRole,
    pub invited_by: &'a str,
    pub token_hash: &'a str,
    pub at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    app: i64,
    email: String,
    full_name: String,
    role: String,
    invited_by: String,
    created_at: i64,
    expires_at: i64,
    accepted_at: Option<i64>,
    withdrawn_at: Option<i64>,
}

macro_rules! invitations {
    ($rest:literal) => {
        concat!(
            "SELECT id, app, email, full_name, role, invited_by, created_at, expires_at, accepted_at, withdrawn_at
             FROM invitations ",
            $rest
        )
    };
}

impl Tx {
    pub async fn add_invitation(&mut self, new: &NewInvitation<'_>) -> Result<i64, StoreError> {
        const SQL: &str = "INSERT INTO invitations (app, email, full_name, role, invited_by, token_hash, created_at,
                expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
        let NewInvitation { app, email, full_name, role, invited_by, token_hash, at, expires_at } = new;
        let role = role.as_str();
        Ok(value!(self, i64, SQL, *app, *email, *full_name, role, *invited_by, *token_hash, at.0, expires_at.0))
    }

    /// Newest first, older than `before`.
    pub async fn invitations(
        &mut self,
        app: i64,
        before: i64,
        at_most: i64,
        now: Timestamp,
    ) -> Result<Vec<Invitation>, StoreError> {
        const SQL: &str = invitations!("WHERE app = $1 AND id < $2 ORDER BY id DESC LIMIT $3");
        rows!(self, Row, SQL, app, before, at_most).into_iter().map(|row| shown(row, now)).collect()
    }

    pub async fn invitation(&mut self, app: i64, id: i64, now: Timestamp) -> Result<Option<Invitation>, StoreError> {
        const SQL: &str = invitations!("WHERE app = $1 AND id = $2");
        row!(self, Row, SQL, app, id).map(|row| shown(row, now)).transpose()
    }

    /// The invitation whose link has this token, and its app, if the link still works.
    pub async fn open_invitation(
        &mut self,
        token_hash: &str,
        now: Timestamp,
    ) -> Result<Option<(i64, Invitation)>, StoreError> {
        const SQL: &str = invitations!(
            "WHERE (token_hash = $1 OR mailed_hash = $1) AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2"
        );
        row!(self, Row, SQL, token_hash, now.0).map(|row| Ok((row.app, shown(row, now)?))).transpose()
    }

    /// How many open ones the app has, and how many of them for this address.
    pub async fn open_invitations(&mut self, app: i64, email: &str, now: Timestamp) -> Result<(i64, i64), StoreError> {
        const SQL: &str = "SELECT COUNT(*), COUNT(CASE WHEN email = $2 THEN 1 END) FROM invitations
            WHERE app = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $3";
        Ok(row!(self, (i64, i64), SQL, app, email, now.0).unwrap_or_default())
    }

    /// A new link; the old one stops working.
    pub async fn renew_invitation(
        &mut self,
        id: i64,
        token_hash: &str,
        expires_at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE invitations SET token_hash = $2, mailed_hash = NULL, expires_at = $3 WHERE id = $1";
        run!(self, SQL, id, token_hash, expires_at.0);
        Ok(())
    }

    /// The link in the mail; one that was mailed before stops working.
    pub async fn invitation_mailed(&mut self, id: i64, token_hash: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE invitations SET mailed_hash = $2 WHERE id = $1", id, token_hash);
        Ok(())
    }

    pub async fn withdraw_invitation(&mut self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        run!(self, "UPDATE invitations SET withdrawn_at = $2 WHERE id = $1 AND accepted_at IS NULL", id, at.0);
        Ok(())
    }

    pub async fn invitation_accepted(&mut self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        run!(self, "UPDATE invitations SET accepted_at = $2 WHERE id = $1 AND withdrawn_at IS NULL", id, at.0);
        Ok(())
    }

    /// Whether an admin or an agent signs in with this address.
    pub async fn is_staff_email(&mut self, email: &str) -> Result<bool, StoreError> {
        const ADMINS: &str = "SELECT COUNT(*) FROM admins WHERE email = $1";
        const AGENTS: &str = "SELECT COUNT(*) FROM users WHERE email = $1 AND kind = 'agent'";
        Ok(value!(self, i64, ADMINS, email) + value!(self, i64, AGENTS, email) > 0)
    }
}

fn shown(row: Row, now: Timestamp) -> Result<Invitation, StoreError> {
    let state = match (row.accepted_at, row.withdrawn_at) {
        (Some(_), None) => InvitationState::Accepted,
        (None, Some(_)) => InvitationState::Withdrawn,
        (None, None) if row.expires_at <= now.0 => InvitationState::Expired,
        (None, None) => InvitationState::Open,
        (Some(_), Some(_)) => return Err(row::inconsistent("invitations", row.id.to_string())),
    };
    Ok(Invitation {
        id: row.id,
        email: row.email,
        full_name: row.full_name,
        role: row::word("invitations", &row.role, InvitationRole::parse)?,
        invited_by: row.invited_by,
        created_at: row.created_at,
        expires_at: row.expires_at,
        accepted_at: row.accepted_at,
        state,
    })
}
