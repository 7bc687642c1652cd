//! Who changed what.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Actor, ActorKind, AuditChange, AuditEntry, AuditTarget};

pub struct NewAudit<'a> {
    /// Absent: it is about the whole installation.
    pub app: Option<i64>,
    pub at: Timestamp,
    pub actor: &'a Actor,
    pub action: &'a str,
    pub target: Option<&'a AuditTarget>,
    pub changes: &'a [AuditChange],
}

/// Which entries to read; what is absent does not matter.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    pub actor_kind: Option<ActorKind>,
    pub actor: Option<i64>,
    /// An action, or what it begins with up to a dot.
    pub action: Option<String>,
    pub from: Option<i64>,
    /// Before this moment.
    pub to: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    at: i64,
    actor_kind: String,
    actor: Option<i64>,
    actor_name: String,
    action: String,
    target_kind: Option<String>,
    target: Option<String>,
    target_name: Option<String>,
    changes: String,
}

impl Tx {
    pub async fn add_audit(&mut self, new: &NewAudit<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO audit (app, at, actor_kind, actor, actor_name, action, target_kind, target,
                target_name, changes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let NewAudit { app, at, actor, action, target, changes } = new;
        run!(
            self,
            SQL,
            *app,
            at.0,
            actor.kind.as_str(),
            actor.id,
            &actor.name,
            *action,
            target.map(|target| &target.kind),
            target.map(|target| &target.id),
            target.and_then(|target| target.name.as_ref()),
            serde_json::to_string(changes)?,
        );
        Ok(())
    }

    /// What was done in the app or to the whole installation, the newest first, older than `before`.
    pub async fn audit(
        &mut self,
        app: i64,
        filter: &AuditFilter,
        before: i64,
        at_most: i64,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        const SQL: &str =
            "SELECT id, at, actor_kind, actor, actor_name, action, target_kind, target, target_name, changes
            FROM audit WHERE (app = $1 OR app IS NULL) AND id < $2 AND ($3 = '' OR actor_kind = $3)
              AND ($4 = -1 OR actor = $4) AND ($5 = '' OR action = $5 OR action LIKE $5 || '.%')
              AND at >= $6 AND at < $7 ORDER BY id DESC LIMIT $8";
        let rows = rows!(
            self,
            Row,
            SQL,
            app,
            before,
            filter.actor_kind.map_or("", ActorKind::as_str),
            filter.actor.unwrap_or(-1),
            filter.action.as_deref().unwrap_or_default(),
            filter.from.unwrap_or(0),
            filter.to.unwrap_or(i64::MAX),
            at_most,
        );
        rows.into_iter().map(AuditEntry::try_from).collect()
    }

    /// The name of an API key.
    pub async fn api_key_name(&mut self, app: i64, id: i64) -> Result<Option<String>, StoreError> {
        let found = row!(self, (String,), "SELECT name FROM api_keys WHERE app = $1 AND id = $2", app, id);
        Ok(found.map(|(name,)| name))
    }
}

impl TryFrom<Row> for AuditEntry {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let target = match (row.target_kind, row.target) {
            (Some(kind), Some(id)) => Some(AuditTarget { kind, id, name: row.target_name }),
            (None, None) => None,
            _ => return Err(row::inconsistent("audit", row.id.to_string())),
        };
        let kind = row::word("audit", &row.actor_kind, ActorKind::parse)?;
        Ok(Self {
            id: row.id,
            at: row.at,
            actor: Actor { kind, id: row.actor, name: row.actor_name },
            action: row.action,
            target,
            changes: row::json(&row.changes)?,
        })
    }
}
