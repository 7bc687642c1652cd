//! Everyone with an identity in an app.

use handover::Timestamp;

use super::{Holder, StoreError, Tx, row};
use crate::domain::{Person, User, UserKind, folded};

#[derive(Clone, Debug)]
pub struct NewUser {
    pub app: i64,
    pub kind: UserKind,
    pub login: Option<String>,
    pub email: Option<String>,
    pub full_name: String,
    pub external_id: Option<String>,
    pub language: Option<String>,
    pub tags: Vec<String>,
    pub custom: serde_json::Map<String, serde_json::Value>,
    pub password_hash: Option<String>,
    pub at: Timestamp,
}

/// What to change; what is absent stays, and an empty e-mail or language is removed.
#[derive(Clone, Debug, Default)]
pub struct UserChange {
    pub full_name: Option<String>,
    pub email: Option<String>,
    pub language: Option<String>,
    pub tags: Option<Vec<String>>,
    pub custom: Option<serde_json::Map<String, serde_json::Value>>,
}

/// A password to check, and whose it is.
pub struct PasswordOf {
    pub holder: Holder,
    pub hash: String,
}

/// How many conversations a new agent may be assigned at once.
const CAPACITY: i64 = 6;
const COLUMNS_OF: &str = "SELECT id, kind, login, email, full_name, external_id, language, tags, custom, created_at
    FROM users WHERE app = $1 AND id = $2";

#[derive(sqlx::FromRow)]
struct UserRow {
    id: i64,
    kind: String,
    login: Option<String>,
    email: Option<String>,
    full_name: String,
    external_id: Option<String>,
    language: Option<String>,
    tags: String,
    custom: String,
    created_at: i64,
}

impl Tx {
    pub async fn add_user(&mut self, user: &NewUser) -> Result<i64, StoreError> {
        const SQL: &str = "INSERT INTO users (app, kind, login, email, full_name, external_id, language, tags, custom,
                password_hash, disabled, away, capacity, assigned_at, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, FALSE, FALSE, $11, 0, $12) RETURNING id";
        let (tags, custom) = (serde_json::to_string(&user.tags)?, serde_json::to_string(&user.custom)?);
        let id = value!(
            self,
            i64,
            SQL,
            user.app,
            user.kind.as_str(),
            &user.login,
            &user.email,
            &user.full_name,
            &user.external_id,
            &user.language,
            &tags,
            &custom,
            &user.password_hash,
            CAPACITY,
            user.at.0,
        );
        self.fold_user(id).await?;
        Ok(id)
    }

    /// By what they are called they are found.
    pub(super) async fn fold_user(&mut self, id: i64) -> Result<(), StoreError> {
        const CALLED: &str = "SELECT full_name || ' ' || COALESCE(email, '') || ' ' || COALESCE(login, '') || ' '
            || COALESCE(external_id, '') FROM users WHERE id = $1";
        if let Some((called,)) = row!(self, (String,), CALLED, id) {
            run!(self, "UPDATE users SET folded = $2 WHERE id = $1", id, folded(called.trim_end()));
        }
        Ok(())
    }

    /// Folds the names of some users and sources from before they were; answers whether there may be more.
    pub async fn fold_some(&mut self, at_most: i64) -> Result<bool, StoreError> {
        let users = rows!(self, (i64,), "SELECT id FROM users WHERE folded IS NULL LIMIT $1", at_most);
        for (id,) in &users {
            self.fold_user(*id).await?;
        }
        let sources =
            rows!(self, (String, String), "SELECT id, title FROM sources WHERE folded IS NULL LIMIT $1", at_most);
        for (id, title) in &sources {
            run!(self, "UPDATE sources SET folded = $2 WHERE id = $1", id, folded(title));
        }
        Ok(!(users.is_empty() && sources.is_empty()))
    }

    pub async fn user(&mut self, app: i64, id: i64) -> Result<Option<User>, StoreError> {
        row!(self, UserRow, COLUMNS_OF, app, id).map(User::try_from).transpose()
    }

    pub async fn user_by_external_id(&mut self, app: i64, external_id: &str) -> Result<Option<i64>, StoreError> {
        const SQL: &str = "SELECT id FROM users WHERE app = $1 AND external_id = $2 AND kind = 'customer'";
        Ok(row!(self, (i64,), SQL, app, external_id).map(|(id,)| id))
    }

    /// Customers whose name, e-mail, login or external id contains `search`.
    pub async fn customers(
        &mut self,
        app: i64,
        search: &str,
        after: i64,
        at_most: i64,
    ) -> Result<Vec<User>, StoreError> {
        const SQL: &str = "SELECT id, kind, login, email, full_name, external_id, language, tags, custom, created_at
            FROM users WHERE app = $1 AND kind = 'customer' AND id > $3
              AND ($2 = '' OR COALESCE(folded, LOWER(full_name || ' ' || COALESCE(email, ''))) LIKE $2 ESCAPE '\\')
            ORDER BY id LIMIT $4";
        let rows = rows!(self, UserRow, SQL, app, like(search), after, at_most);
        rows.into_iter().map(User::try_from).collect()
    }

    pub async fn change_user(&mut self, app: i64, id: i64, change: &UserChange) -> Result<bool, StoreError> {
        const SQL: &str =
            "UPDATE users SET full_name = COALESCE($3, full_name), email = NULLIF(COALESCE($4, email), ''),
                language = NULLIF(COALESCE($5, language), ''), tags = COALESCE($6, tags), custom = COALESCE($7, custom)
            WHERE app = $1 AND id = $2";
        let tags = change.tags.as_ref().map(serde_json::to_string).transpose()?;
        let custom = change.custom.as_ref().map(serde_json::to_string).transpose()?;
        let is_there = run!(self, SQL, app, id, &change.full_name, &change.email, &change.language, &tags, &custom) > 0;
        if is_there {
            self.fold_user(id).await?;
        }
        Ok(is_there)
    }

    pub async fn person(&mut self, app: i64, id: i64) -> Result<Option<Person>, StoreError> {
        const SQL: &str = "SELECT id, kind, full_name FROM users WHERE app = $1 AND id = $2";
        row!(self, (i64, String, String), SQL, app, id).map(|(id, kind, name)| row::person(id, &kind, name)).transpose()
    }

    pub async fn set_email(&mut self, app: i64, user: i64, email: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE users SET email = $3 WHERE app = $1 AND id = $2", app, user, email);
        self.fold_user(user).await
    }

    /// The password of the admin or the agent with this e-mail (lower case).
    pub async fn password_by_email(&mut self, email: &str) -> Result<Option<PasswordOf>, StoreError> {
        const ADMIN: &str = "SELECT id, password_hash FROM admins WHERE email = $1";
        const AGENT: &str = "SELECT id, app, password_hash FROM users
            WHERE email = $1 AND kind = 'agent' AND disabled = FALSE AND password_hash IS NOT NULL";
        if let Some((id, hash)) = row!(self, (i64, String), ADMIN, email) {
            return Ok(Some(PasswordOf { holder: Holder::Admin(id), hash }));
        }
        let agent = row!(self, (i64, i64, String), AGENT, email);
        Ok(agent.map(|(id, app, hash)| PasswordOf { holder: Holder::User { id, app, kind: UserKind::Agent }, hash }))
    }

    pub async fn password_of(&mut self, holder: Holder) -> Result<Option<String>, StoreError> {
        let hash = match holder {
            Holder::Admin(id) => row!(self, (Option<String>,), "SELECT password_hash FROM admins WHERE id = $1", id),
            Holder::User { id, .. } => {
                row!(self, (Option<String>,), "SELECT password_hash FROM users WHERE id = $1", id)
            }
        };
        Ok(hash.and_then(|(hash,)| hash))
    }

    pub async fn set_user_password(&mut self, app: i64, id: i64, hash: &str) -> Result<bool, StoreError> {
        Ok(run!(self, "UPDATE users SET password_hash = $3 WHERE app = $1 AND id = $2", app, id, hash) > 0)
    }
}

/// A LIKE pattern that finds `search` anywhere in what is folded; empty stays empty.
pub(super) fn like(search: &str) -> String {
    if search.is_empty() {
        return String::new();
    }
    let escaped = folded(search).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

impl TryFrom<UserRow> for User {
    type Error = StoreError;

    fn try_from(row: UserRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: row.id,
            kind: row::word("users", &row.kind, UserKind::parse)?,
            login: row.login,
            email: row.email,
            full_name: row.full_name,
            external_id: row.external_id,
            language: row.language,
            tags: row::json(&row.tags)?,
            custom: row::json(&row.custom)?,
            created_at: row.created_at,
        })
    }
}
