//! Apps, their API keys, and the admins of the installation.

use handover::Timestamp;

use super::{StoreError, Tx};
use crate::domain::{ApiKey, App};

pub struct NewApp<'a> {
    pub name: &'a str,
    pub authorization_key: &'a str,
    pub authorization_secret: &'a str,
    pub at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct AppRow {
    id: i64,
    name: String,
    authorization_key: String,
    has_identity_secret: bool,
    created_at: i64,
}

#[derive(sqlx::FromRow)]
struct KeyRow {
    id: i64,
    name: String,
    created_at: i64,
    last_used_at: Option<i64>,
}

macro_rules! apps {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, authorization_key, identity_secret IS NOT NULL AS has_identity_secret, created_at FROM apps ",
            $rest
        )
    };
}

impl Tx {
    pub async fn add_app(&mut self, app: &NewApp<'_>) -> Result<i64, StoreError> {
        const SQL: &str =
            "INSERT INTO apps (name, authorization_key, authorization_secret, knowledge_version, created_at)
            VALUES ($1, $2, $3, 0, $4) RETURNING id";
        Ok(value!(self, i64, SQL, app.name, app.authorization_key, app.authorization_secret, app.at.0))
    }

    pub async fn app(&mut self, id: i64) -> Result<Option<App>, StoreError> {
        const SQL: &str = apps!("WHERE id = $1");
        Ok(row!(self, AppRow, SQL, id).map(App::from))
    }

    pub async fn apps(&mut self, after: i64, at_most: i64) -> Result<Vec<App>, StoreError> {
        const SQL: &str = apps!("WHERE id > $1 ORDER BY id LIMIT $2");
        Ok(rows!(self, AppRow, SQL, after, at_most).into_iter().map(App::from).collect())
    }

    pub async fn rename_app(&mut self, id: i64, name: &str) -> Result<bool, StoreError> {
        Ok(run!(self, "UPDATE apps SET name = $2 WHERE id = $1", id, name) > 0)
    }

    pub async fn set_authorization_secret(&mut self, id: i64, secret: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE apps SET authorization_secret = $2 WHERE id = $1", id, secret);
        Ok(())
    }

    /// What websites sign with when they vouch for a visitor.
    pub async fn identity_secret(&mut self, id: i64) -> Result<Option<String>, StoreError> {
        let found = row!(self, (Option<String>,), "SELECT identity_secret FROM apps WHERE id = $1", id);
        Ok(found.and_then(|(secret,)| secret))
    }

    pub async fn set_identity_secret(&mut self, id: i64, secret: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE apps SET identity_secret = $2 WHERE id = $1", id, secret);
        Ok(())
    }

    pub async fn add_api_key(&mut self, app: i64, name: &str, hash: &str, at: Timestamp) -> Result<i64, StoreError> {
        const SQL: &str =
            "INSERT INTO api_keys (app, name, token_hash, created_at) VALUES ($1, $2, $3, $4) RETURNING id";
        Ok(value!(self, i64, SQL, app, name, hash, at.0))
    }

    pub async fn api_keys(&mut self, app: i64, after: i64, at_most: i64) -> Result<Vec<ApiKey>, StoreError> {
        const SQL: &str = "SELECT id, name, created_at, last_used_at FROM api_keys
            WHERE app = $1 AND id > $2 ORDER BY id LIMIT $3";
        let rows = rows!(self, KeyRow, SQL, app, after, at_most);
        Ok(rows.into_iter().map(ApiKey::from).collect())
    }

    pub async fn remove_api_key(&mut self, app: i64, id: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM api_keys WHERE app = $1 AND id = $2", app, id) > 0)
    }

    /// The id of the key and its app.
    pub async fn api_key(&mut self, hash: &str) -> Result<Option<(i64, i64)>, StoreError> {
        Ok(row!(self, (i64, i64), "SELECT id, app FROM api_keys WHERE token_hash = $1", hash))
    }

    pub async fn api_key_used_at(&mut self, id: i64) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT last_used_at FROM api_keys WHERE id = $1";
        Ok(row!(self, (Option<i64>,), SQL, id).and_then(|(at,)| at).map(Timestamp))
    }

    pub async fn api_key_used(&mut self, id: i64, at: Timestamp) -> Result<(), StoreError> {
        run!(self, "UPDATE api_keys SET last_used_at = $2 WHERE id = $1", id, at.0);
        Ok(())
    }

    pub async fn has_admin(&mut self) -> Result<bool, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM admins") > 0)
    }

    pub async fn add_admin(
        &mut self,
        full_name: &str,
        email: &str,
        password_hash: &str,
        at: Timestamp,
    ) -> Result<i64, StoreError> {
        const SQL: &str =
            "INSERT INTO admins (full_name, email, password_hash, created_at) VALUES ($1, $2, $3, $4) RETURNING id";
        Ok(value!(self, i64, SQL, full_name, email, password_hash, at.0))
    }

    /// Full name and e-mail.
    pub async fn admin(&mut self, id: i64) -> Result<Option<(String, String)>, StoreError> {
        Ok(row!(self, (String, String), "SELECT full_name, email FROM admins WHERE id = $1", id))
    }

    pub async fn set_admin_password(&mut self, id: i64, hash: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE admins SET password_hash = $2 WHERE id = $1", id, hash);
        Ok(())
    }
}

impl From<AppRow> for App {
    fn from(row: AppRow) -> Self {
        let AppRow { id, name, authorization_key, has_identity_secret, created_at } = row;
        Self { id, name, authorization_key, has_identity_secret, created_at }
    }
}

impl From<KeyRow> for ApiKey {
    fn from(row: KeyRow) -> Self {
        Self { id: row.id, name: row.name, created_at: row.created_at, last_used_at: row.last_used_at }
    }
}
