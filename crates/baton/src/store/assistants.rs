//! AI Agents, their settings and secrets.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{AssistantId, AssistantSettings};

/// An AI Agent as it is stored. Who is in its pool is asked with [`Tx::pool`]: `settings.unanswered.handover.agents` is empty.
#[derive(Clone)]
pub struct AssistantRow {
    pub id: AssistantId,
    pub app: i64,
    pub user_id: i64,
    pub login: String,
    pub settings: AssistantSettings,
    pub model_key: Option<String>,
    pub webhook_secret: Option<String>,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    app: i64,
    user_id: i64,
    login: Option<String>,
    settings: String,
    model_key: Option<String>,
    webhook_secret: Option<String>,
    version: i64,
    created_at: i64,
    updated_at: i64,
}

macro_rules! assistants {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.app, a.user_id, u.login, a.settings, a.model_key, a.webhook_secret, a.version,
               a.created_at, a.updated_at
             FROM assistants a JOIN users u ON u.id = a.user_id ",
            $rest
        )
    };
}

impl Tx {
    pub async fn add_assistant(
        &mut self,
        id: AssistantId,
        app: i64,
        user: i64,
        settings: &AssistantSettings,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO assistants (id, app, user_id, settings, version, deleted, created_at, updated_at)
            VALUES ($1, $2, $3, $4, 1, FALSE, $5, $5)";
        run!(self, SQL, id.hex(), app, user, without_pool(settings)?, at.0);
        Ok(())
    }

    pub async fn assistant(&mut self, app: i64, id: AssistantId) -> Result<Option<AssistantRow>, StoreError> {
        const SQL: &str = assistants!("WHERE a.app = $1 AND a.id = $2 AND a.deleted = FALSE");
        row!(self, Row, SQL, app, id.hex()).map(TryInto::try_into).transpose()
    }

    /// Also one that was removed: its conversations go on.
    pub async fn assistant_even_removed(
        &mut self,
        app: i64,
        id: AssistantId,
    ) -> Result<Option<AssistantRow>, StoreError> {
        const SQL: &str = assistants!("WHERE a.app = $1 AND a.id = $2");
        row!(self, Row, SQL, app, id.hex()).map(TryInto::try_into).transpose()
    }

    pub async fn assistants(&mut self, app: i64, after: &str, at_most: i64) -> Result<Vec<AssistantRow>, StoreError> {
        const SQL: &str = assistants!("WHERE a.app = $1 AND a.id > $2 AND a.deleted = FALSE ORDER BY a.id LIMIT $3");
        rows!(self, Row, SQL, app, after, at_most).into_iter().map(TryInto::try_into).collect()
    }

    /// Saves the settings unless somebody else saved in between; answers whether it did.
    pub async fn save_assistant(
        &mut self,
        id: AssistantId,
        settings: &AssistantSettings,
        version: i64,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE assistants SET settings = $2, version = version + 1, updated_at = $4
            WHERE id = $1 AND version = $3 AND deleted = FALSE";
        Ok(run!(self, SQL, id.hex(), without_pool(settings)?, version, at.0) > 0)
    }

    pub async fn set_model_key(&mut self, id: AssistantId, key: Option<&str>) -> Result<(), StoreError> {
        run!(self, "UPDATE assistants SET model_key = $2 WHERE id = $1", id.hex(), key);
        Ok(())
    }

    pub async fn set_webhook_secret(&mut self, id: AssistantId, secret: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE assistants SET webhook_secret = $2 WHERE id = $1", id.hex(), secret);
        Ok(())
    }

    pub async fn rename_assistant_user(&mut self, user: i64, name: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE users SET full_name = $2 WHERE id = $1 AND kind = 'assistant'", user, name);
        Ok(())
    }

    pub async fn is_command_taken(&mut self, app: i64, id: AssistantId, command: &str) -> Result<bool, StoreError> {
        let others = self.assistants(app, "", 1000).await?;
        let command = command.to_lowercase();
        Ok(others.iter().any(|other| other.id != id && other.settings.command.to_lowercase() == command))
    }

    pub async fn is_login_taken(&mut self, app: i64, login: &str) -> Result<bool, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM users WHERE app = $1 AND login = $2", app, login) > 0)
    }

    pub async fn remove_assistant(&mut self, id: AssistantId) -> Result<(), StoreError> {
        run!(
            self,
            "UPDATE assistants SET deleted = TRUE, model_key = NULL, webhook_secret = NULL WHERE id = $1",
            id.hex()
        );
        run!(self, "DELETE FROM pool WHERE assistant = $1", id.hex());
        run!(self, "DELETE FROM pool_teams WHERE assistant = $1", id.hex());
        Ok(())
    }
}

impl TryFrom<Row> for AssistantRow {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: row::id("assistants", &row.id)?,
            app: row.app,
            user_id: row.user_id,
            login: row.login.unwrap_or_default(),
            settings: row::json(&row.settings)?,
            model_key: row.model_key,
            webhook_secret: row.webhook_secret,
            version: row.version,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

/// The pool has a table of its own.
fn without_pool(settings: &AssistantSettings) -> Result<String, StoreError> {
    let mut settings = settings.clone();
    settings.unanswered.handover.agents.clear();
    Ok(serde_json::to_string(&settings)?)
}
