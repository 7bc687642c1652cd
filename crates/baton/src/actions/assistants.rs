//! AI Agents: creating them, saving their settings, and warning of what cannot work.

use garde::Validate;

use super::{
    access::Caller,
    apps::{checked_name, existing},
    assign::assign_waiting_of,
    audit::{diff, note, replaced, target},
};
use crate::{
    app::{App, Shared},
    domain::{
        Assistant, AssistantId, AssistantSettings, Identity, Page, UnansweredAction, UserKind, Warning, WarningCode,
        one_more,
    },
    error::Error,
    store::{AssistantRow, Matched, NewUser, Tx},
};

/// # Errors
/// When the caller does not configure the app or the name does not fit.
pub async fn create_assistant(app: &Shared, caller: Caller, of: i64, name: &str) -> Result<Assistant, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let name = checked_name(name)?;
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { create_in(&shared, tx, (caller, of), name).await })).await
}

async fn create_in(app: &App, tx: &mut Tx, (caller, of): (Caller, i64), name: String) -> Result<Assistant, Error> {
    let at = app.now();
    let id: AssistantId = app.ids.next(at);
    let login = free_login(tx, of, &name, id).await?;
    let user = tx
        .add_user(&NewUser {
            app: of,
            kind: UserKind::Assistant,
            login: Some(login.clone()),
            email: None,
            full_name: name.clone(),
            external_id: None,
            language: None,
            tags: Vec::new(),
            custom: serde_json::Map::new(),
            password_hash: None,
            at,
        })
        .await?;
    let settings = AssistantSettings { name, command: login, ..AssistantSettings::default() };
    settings.validate()?;
    tx.add_assistant(id, of, user, &settings, at).await?;
    note(tx, (caller, of, at), ("assistant.created", target("assistant", id, &settings.name)), Vec::new()).await?;
    shown(tx, of, id).await
}

/// A login-safe, unique form of the name.
async fn free_login(tx: &mut Tx, of: i64, name: &str, id: AssistantId) -> Result<String, Error> {
    let words: String =
        name.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { ' ' }).collect();
    let mut login = words.split_whitespace().collect::<Vec<_>>().join("-");
    login.truncate(24);
    let login = if login.is_empty() { "assistant".to_owned() } else { login };
    if !tx.is_login_taken(of, &login).await? && !tx.is_command_taken(of, id, &login).await? {
        return Ok(login);
    }
    Ok(format!("{login}-{}", &id.hex()[18..]))
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_assistants(
    app: &Shared,
    caller: Caller,
    of: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Assistant>, Error> {
    caller.works_in(of)?;
    let mut tx = app.store.read().await?;
    let found = tx.assistants(of, after.unwrap_or_default(), one_more(limit)).await?;
    let page = Page::cut(found, limit, |row| row.id.hex());
    let mut items = Vec::with_capacity(page.items.len());
    for row in page.items {
        items.push(with_warnings(&mut tx, row).await?);
    }
    Ok(Page { items, next: page.next })
}

/// # Errors
/// When the AI Agent is out of reach.
pub async fn show_assistant(app: &Shared, caller: Caller, of: i64, id: AssistantId) -> Result<Assistant, Error> {
    caller.works_in(of)?;
    shown(&mut app.store.read().await?, of, id).await
}

/// Saves all settings at once. `model_key`: absent keeps it, `Some(None)` removes it.
///
/// # Errors
/// When somebody else saved since `version`, or a setting does not fit.
pub async fn save_assistant(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, AssistantId),
    (settings, version): (AssistantSettings, i64),
    model_key: Option<Option<String>>,
) -> Result<Assistant, Error> {
    caller.configures(of)?;
    settings.validate()?;
    check_webhook(app, "settings.unanswered.webhook_url", settings.unanswered.webhook_url.as_deref())?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let before = settings_of(tx, of, id).await?;
                let replaces_key = model_key.is_some();
                let saved = save_in(&shared, tx, (of, id), (settings, version), model_key).await?;
                let mut changes = diff(&before, &settings_of(tx, of, id).await?)?;
                changes.extend(replaces_key.then(|| replaced("model_key")));
                let action = ("assistant.saved", target("assistant", id, &saved.settings.name));
                note(tx, (caller, of, shared.now()), action, changes).await?;
                Ok(saved)
            })
        })
        .await
}

/// Its settings with its pool.
async fn settings_of(tx: &mut Tx, of: i64, id: AssistantId) -> Result<AssistantSettings, Error> {
    let mut settings = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?.settings;
    settings.unanswered.handover.agents = tx.pool(id).await?;
    Ok(settings)
}

async fn save_in(
    app: &App,
    tx: &mut Tx,
    (of, id): (i64, AssistantId),
    (mut settings, version): (AssistantSettings, i64),
    model_key: Option<Option<String>>,
) -> Result<Assistant, Error> {
    let row = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?;
    if tx.is_command_taken(of, id, &settings.command).await? {
        return Err(Error::field("settings.command", "another AI Agent of this app has this command"));
    }
    settings.name = settings.name.trim().into();
    if !tx.save_assistant(id, &settings, version, app.now()).await? {
        let detail = "somebody else has saved this AI Agent since you opened it; load it again and repeat your changes";
        return Err(Error::Conflict { reason: "version", detail: detail.into() });
    }
    let strangers = tx.set_pool(of, id, &settings.unanswered.handover.agents).await?;
    if !strangers.is_empty() {
        let detail = format!("no agents of this app: {strangers:?}");
        return Err(Error::field("settings.unanswered.handover.agents", detail));
    }
    let strangers = tx.set_pool_teams(of, id, &settings.unanswered.handover.teams).await?;
    if !strangers.is_empty() {
        let detail = format!("no teams of this app: {strangers:?}");
        return Err(Error::field("settings.unanswered.handover.teams", detail));
    }
    tx.rename_assistant_user(row.user_id, &settings.name).await?;
    if model_key.is_none() && origin(&row.settings) != origin(&settings) {
        // A key goes to nobody but whom it was given for.
        tx.set_model_key(id, None).await?;
    }
    if let Some(key) = model_key {
        tx.set_model_key(id, key.as_deref().map(str::trim).filter(|key| !key.is_empty())).await?;
    }
    assign_waiting_of(app, tx, id).await?;
    shown(tx, of, id).await
}

/// A webhook is called on the public internet, or where the server's settings allow.
pub(super) fn check_webhook(app: &App, field: &str, url: Option<&str>) -> Result<(), Error> {
    match url.and_then(|url| url::Url::parse(url).ok()) {
        Some(url) => app.guard.check_url(&url).map_err(|refused| Error::field(field, refused.to_string())),
        None => Ok(()),
    }
}

/// Who is asked when the model is.
fn origin(settings: &AssistantSettings) -> Option<url::Origin> {
    let endpoint = &settings.model.as_ref()?.endpoint;
    url::Url::parse(endpoint).ok().map(|endpoint| endpoint.origin())
}

/// # Errors
/// When the AI Agent is out of reach.
pub async fn remove_assistant(app: &Shared, caller: Caller, of: i64, id: AssistantId) -> Result<(), Error> {
    caller.configures(of)?;
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let name = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?.settings.name;
                tx.remove_assistant(id).await?;
                note(tx, (caller, of, at), ("assistant.removed", target("assistant", id, name)), Vec::new()).await
            })
        })
        .await
}

/// A new secret for signing webhooks, in the form of the Standard Webhooks scheme; shown this once.
///
/// # Errors
/// When the AI Agent is out of reach.
pub async fn rotate_webhook_secret(app: &Shared, caller: Caller, of: i64, id: AssistantId) -> Result<String, Error> {
    caller.configures(of)?;
    let secret = super::webhook::new_secret(&app.secrets);
    let shown = secret.clone();
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let name = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?.settings.name;
                tx.set_webhook_secret(id, &secret).await?;
                let action = ("assistant.secret_replaced", target("assistant", id, name));
                note(tx, (caller, of, at), action, vec![replaced("webhook_secret")]).await
            })
        })
        .await?;
    Ok(shown)
}

/// The app's AI Agents with what is to be warned of.
pub(super) async fn warned(tx: &mut Tx, of: i64, at_most: i64) -> Result<Vec<(AssistantRow, Vec<Warning>)>, Error> {
    let mut found = Vec::new();
    for row in tx.assistants(of, "", at_most).await? {
        let warnings = with_warnings(tx, row.clone()).await?.warnings;
        found.push((row, warnings));
    }
    Ok(found)
}

async fn shown(tx: &mut Tx, of: i64, id: AssistantId) -> Result<Assistant, Error> {
    let row = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?;
    with_warnings(tx, row).await
}

async fn with_warnings(tx: &mut Tx, mut row: AssistantRow) -> Result<Assistant, Error> {
    row.settings.unanswered.handover.agents = tx.pool(row.id).await?;
    let active = tx.members(row.id, &Matched::default(), handover::Timestamp(0)).await?.len();
    let has_knowledge = tx.has_knowledge(row.app).await?;
    let has_identity_secret = tx.identity_secret(row.app).await?.is_some();
    Ok(Assistant {
        warnings: warnings(&row.settings, active, (has_knowledge, has_identity_secret)),
        id: row.id,
        app: row.app,
        user_id: row.user_id,
        login: row.login,
        has_model_key: row.model_key.is_some(),
        has_webhook_secret: row.webhook_secret.is_some(),
        settings: row.settings,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

fn warnings(
    settings: &AssistantSettings,
    active: usize,
    (has_knowledge, has_identity_secret): (bool, bool),
) -> Vec<Warning> {
    let unanswered = &settings.unanswered;
    let mut warnings = Vec::new();
    let mut warn = |when: bool, code, message: &str| {
        if when {
            warnings.push(Warning { code, message: message.into() });
        }
    };
    let hands_over = unanswered.action == UnansweredAction::HumanHandover;
    let empty = unanswered.handover.agents.is_empty() && unanswered.handover.teams.is_empty();
    warn(
        hands_over && empty,
        WarningCode::EmptyPool,
        "Human handover is on, but no agents can be assigned: customers will wait until somebody takes them. Add agents.",
    );
    warn(
        hands_over && !empty && active == 0,
        WarningCode::NoActiveAgent,
        "Human handover is on, but every agent that can be assigned is disabled, or the teams are empty. Enable one or add others.",
    );
    warn(
        !settings.use_knowledge && settings.model.is_none(),
        WarningCode::KnowledgeOff,
        "Knowledge is off and there is no model, so no question can be answered. Turn one of them on.",
    );
    warn(
        settings.use_knowledge && !has_knowledge,
        WarningCode::NoKnowledge,
        "There is no knowledge yet, so no question can be answered. Add some on the Knowledge page.",
    );
    warn(
        unanswered.action == UnansweredAction::GeneralModel && settings.model.is_none(),
        WarningCode::ModelMissing,
        "Unanswered questions go to the general model, but no model is set. Until then the don't-know message is posted.",
    );
    warn(
        unanswered.action == UnansweredAction::Webhook && unanswered.webhook_url.is_none(),
        WarningCode::WebhookUrlMissing,
        "Unanswered questions go to a webhook, but its URL is missing. Until then nothing is sent.",
    );
    warn(
        settings.widget.identity == Identity::Required && !has_identity_secret,
        WarningCode::IdentitySecretMissing,
        "The widget takes only visitors for whom the website vouches, but there is no identity secret to sign with. Make one.",
    );
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(settings: &AssistantSettings, active: usize, has_knowledge: bool) -> Vec<WarningCode> {
        warnings(settings, active, (has_knowledge, false)).into_iter().map(|warning| warning.code).collect()
    }

    #[test]
    fn handover_with_an_empty_pool_is_warned_about() {
        let mut settings = AssistantSettings::default();
        settings.unanswered.action = UnansweredAction::HumanHandover;
        assert_eq!(codes(&settings, 0, true), [WarningCode::EmptyPool]);
        settings.unanswered.handover.agents = vec![7];
        assert_eq!(codes(&settings, 0, true), [WarningCode::NoActiveAgent]);
        assert_eq!(codes(&settings, 1, true), []);
    }

    #[test]
    fn an_ai_agent_that_can_answer_nothing_is_warned_about() {
        assert_eq!(codes(&AssistantSettings::default(), 0, false), [WarningCode::NoKnowledge]);
    }

    #[test]
    fn a_widget_that_lets_nobody_in_is_warned_about() {
        let mut settings = AssistantSettings::default();
        settings.widget.identity = Identity::Required;
        assert_eq!(codes(&settings, 0, true), [WarningCode::IdentitySecretMissing]);
        assert!(warnings(&settings, 0, (true, true)).is_empty());
    }
}
