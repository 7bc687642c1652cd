//! Who changed what: noted in the transaction that changes it, so that neither is there without the other. What
//! customers write, who they are, and secrets are taken out here, at the last minute, whatever was handed in.

use handover::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use url::Url;

use super::access::Caller;
use crate::{
    app::Shared,
    domain::{Actor, ActorKind, AuditChange, AuditEntry, AuditTarget, Page, cursor, one_more},
    error::Error,
    store::{AuditFilter, NewAudit, Tx},
};

/// Of these the name and what changed are a customer's.
const OF_CUSTOMERS: [&str; 2] = ["user", "question"];
/// How the name of a field ends whose value nobody may read again.
const SECRETS: [&str; 4] = ["secret", "key", "password", "token"];
/// Of a text that was changed.
const CHARS_MAX: usize = 500;
const CHANGES_MAX: usize = 200;
/// Of a list that was changed.
const ITEMS_MAX: usize = 50;

/// What was done to what. `of` is the app, or none: then it is about the whole installation.
pub(super) async fn note(
    tx: &mut Tx,
    (caller, of, at): (Caller, impl Into<Option<i64>>, Timestamp),
    (action, target): (&str, AuditTarget),
    changes: Vec<AuditChange>,
) -> Result<(), Error> {
    let of = of.into();
    let Some(actor) = actor(tx, caller, of, at).await? else { return Ok(()) };
    save(tx, (&actor, of, at), (action, target), changes).await
}

/// What Baton did by itself.
pub(super) async fn note_own(
    tx: &mut Tx,
    (of, at): (i64, Timestamp),
    (action, target): (&str, AuditTarget),
    changes: Vec<AuditChange>,
) -> Result<(), Error> {
    let actor = Actor { kind: ActorKind::System, id: None, name: "Baton".into() };
    save(tx, (&actor, Some(of), at), (action, target), changes).await
}

/// Something that has a name of its own.
pub(super) fn target(kind: &str, id: impl ToString, name: impl Into<String>) -> AuditTarget {
    AuditTarget { kind: kind.into(), id: id.to_string(), name: Some(name.into()) }
}

/// Something that has no name, or one that a customer gave it.
pub(super) fn nameless(kind: &str, id: impl ToString) -> AuditTarget {
    AuditTarget { kind: kind.into(), id: id.to_string(), name: None }
}

/// Every field that is not as it was, by name.
pub(super) fn diff(before: &impl Serialize, after: &impl Serialize) -> Result<Vec<AuditChange>, Error> {
    let value = |of: serde_json::Result<Value>| of.map_err(Error::internal);
    let mut changes = Vec::new();
    compare("", &value(serde_json::to_value(before))?, &value(serde_json::to_value(after))?, &mut changes);
    changes.sort_by(|one, other| one.field.cmp(&other.field));
    Ok(changes)
}

/// A secret that was replaced.
pub(super) fn replaced(field: &str) -> AuditChange {
    AuditChange { field: field.into(), before: Value::Null, after: Value::Null }
}

fn compare(field: &str, before: &Value, after: &Value, changes: &mut Vec<AuditChange>) {
    let empty = Map::new();
    let fields = match (before, after) {
        (Value::Object(before), Value::Object(after)) => Some((before, after)),
        (Value::Object(before), Value::Null) => Some((before, &empty)),
        (Value::Null, Value::Object(after)) => Some((&empty, after)),
        _ => None,
    };
    let Some((before_fields, after_fields)) = fields else {
        if before != after {
            changes.push(AuditChange { field: field.into(), before: before.clone(), after: after.clone() });
        }
        return;
    };
    let new = after_fields.keys().filter(|name| !before_fields.contains_key(*name));
    for name in before_fields.keys().chain(new) {
        let path = if field.is_empty() { name.clone() } else { format!("{field}.{name}") };
        let of = |fields: &Map<String, Value>| fields.get(name).cloned().unwrap_or_default();
        compare(&path, &of(before_fields), &of(after_fields), changes);
    }
}

async fn actor(tx: &mut Tx, caller: Caller, of: Option<i64>, now: Timestamp) -> Result<Option<Actor>, Error> {
    let of = of.unwrap_or_default();
    let (kind, id, name) = match caller {
        Caller::Admin { id } => (ActorKind::Admin, id, tx.admin(id).await?.map(|(name, _)| name)),
        Caller::Key { id, .. } => (ActorKind::Key, id, tx.api_key_name(of, id).await?),
        Caller::Agent { id, .. } => (ActorKind::Agent, id, tx.agent(of, id, now).await?.map(|agent| agent.full_name)),
        Caller::Customer { .. } => return Ok(None),
    };
    Ok(Some(match name {
        Some(name) => Actor { kind, id: Some(id), name },
        None => Actor { kind: ActorKind::System, id: None, name: "the command line".into() },
    }))
}

async fn save(
    tx: &mut Tx,
    (actor, app, at): (&Actor, Option<i64>, Timestamp),
    (action, mut target): (&str, AuditTarget),
    mut changes: Vec<AuditChange>,
) -> Result<(), Error> {
    let is_a_customers = OF_CUSTOMERS.contains(&target.kind.as_str());
    if is_a_customers {
        target.name = None;
    }
    target.name = target.name.map(|name| without_secrets(&name).unwrap_or_else(|| cut(&name)));
    changes.truncate(CHANGES_MAX);
    for change in &mut changes {
        let hidden = is_a_customers || SECRETS.iter().any(|end| change.field.ends_with(end));
        for value in [&mut change.before, &mut change.after] {
            *value = if hidden { Value::Null } else { shown(value) };
        }
    }
    Ok(tx.add_audit(&NewAudit { app, at, actor, action, target: Some(&target), changes: &changes }).await?)
}

/// Short, and without what an address may hold besides where it leads.
fn shown(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(without_secrets(text).unwrap_or_else(|| cut(text))),
        Value::Array(items) => Value::Array(items.iter().take(ITEMS_MAX).map(shown).collect()),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shown(value))).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn without_secrets(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    if url.username().is_empty() && url.password().is_none() && url.query().is_none() {
        return None;
    }
    // Neither can fail for an address with a host.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    let query = if url.query().is_some() { "?…" } else { "" };
    url.set_query(None);
    url.set_fragment(None);
    Some(cut(&format!("{url}{query}")))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(CHARS_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The newest first.
///
/// # Errors
/// When the caller is no admin, or the app is not there.
pub async fn list_audit(
    app: &Shared,
    caller: Caller,
    (of, filter): (i64, &AuditFilter),
    before: Option<&str>,
    limit: usize,
) -> Result<Page<AuditEntry>, Error> {
    caller.administers(of)?;
    super::apps::existing(app, of).await?;
    let before = cursor(before, i64::MAX);
    let found = app.store.read().await?.audit(of, filter, before, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |entry| entry.id.to_string()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fields(before: Value, after: Value) -> Vec<String> {
        diff(&before, &after).unwrap().into_iter().map(|change| change.field).collect()
    }

    #[test]
    fn every_field_that_changed_is_named_and_no_other() {
        let before = json!({ "name": "Bot", "model": null, "hours": { "text": { "default": "Hi" } }, "agents": [1] });
        let after = json!({ "name": "Bot", "model": { "name": "m" }, "hours": { "text": { "default": "Ho", "de": "He" } }, "agents": [2] });
        assert_eq!(fields(before.clone(), after), ["agents", "hours.text.de", "hours.text.default", "model.name"]);
        assert_eq!(fields(before.clone(), before), [""; 0]);
    }

    #[test]
    fn an_address_is_shown_without_what_opens_it() {
        let address = json!("https://user:pass@hooks.example/in?token=abc#x");
        assert_eq!(shown(&address), "https://hooks.example/in?…");
        assert_eq!(shown(&json!("https://hooks.example/in")), "https://hooks.example/in");
        assert_eq!(shown(&json!(["https://a.example/?k=1"])), json!(["https://a.example/?…"]));
    }

    #[test]
    fn a_long_text_is_cut() {
        let Value::String(text) = shown(&json!("ü".repeat(CHARS_MAX + 1))) else { panic!("a text stays one") };
        assert_eq!(text.chars().count(), CHARS_MAX + 1);
        assert!(text.ends_with('…'));
    }
}
