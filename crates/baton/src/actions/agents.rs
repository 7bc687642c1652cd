//! The people who answer: creating them, what they may do, and what happens when one is disabled.

use handover::{AgentId, Input, Timestamp};

use super::{
    access::Caller,
    apps::existing,
    assign::assign_waiting,
    audit::{diff, note, replaced, target},
    change::{Matter, change},
    presence,
    sign_in::{check_password, checked_email, checked_person_name, hashed},
};
use crate::{
    app::{App, Shared},
    domain::{Agent, Page, UserKind, cursor, one_more},
    error::Error,
    store::{AgentChange, Holder, NewUser, Tx},
};

const CAPACITY_MAX: i64 = 1000;
const LANGUAGES_MAX: usize = 20;
const LANGUAGE_CHARS_MAX: usize = 16;
const SKILLS_MAX: usize = 20;
const SKILL_CHARS_MAX: usize = 60;

/// # Errors
/// When the caller does not work in the app.
pub async fn list_agents(
    app: &Shared,
    caller: Caller,
    (of, search): (i64, &str),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<Agent>, Error> {
    caller.works_in(of)?;
    let after = cursor(after, 0);
    let at_most = one_more(limit);
    let found = app.store.read().await?.agents(of, search.trim(), after, at_most, app.now()).await?;
    Ok(Page::cut(found, limit, |agent| agent.id.to_string()))
}

/// The agent, and the password if one was made here: it is shown this once.
///
/// # Errors
/// When the e-mail is taken or something does not fit.
pub async fn create_agent(
    app: &Shared,
    caller: Caller,
    (of, full_name, email): (i64, &str, &str),
    password: Option<&str>,
) -> Result<(Agent, Option<String>), Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let (full_name, email) = (checked_person_name(full_name)?, checked_email(email)?);
    let (password, shown) = given_or_made(app, password)?;
    let at = app.now();
    let user = new_agent(of, (full_name, email), hashed(app, &password).await?, at);
    let created = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                if let Some(email) = &user.email
                    && tx.is_staff_email(email).await?
                {
                    return Err(known_email());
                }
                let id = tx.add_user(&user).await.map_err(email_taken)?;
                let agent = tx.agent(of, id, at).await?.ok_or(Error::NotFound("agent"))?;
                note(tx, (caller, of, at), ("agent.created", target("agent", id, &agent.full_name)), Vec::new())
                    .await?;
                Ok::<_, Error>(agent)
            })
        })
        .await?;
    Ok((created, shown))
}

/// One who can sign in, with the default of everything else.
pub(super) fn new_agent(
    of: i64,
    (full_name, email): (String, String),
    password_hash: String,
    at: Timestamp,
) -> NewUser {
    NewUser {
        app: of,
        kind: UserKind::Agent,
        login: None,
        email: Some(email),
        full_name,
        external_id: None,
        language: None,
        tags: Vec::new(),
        custom: serde_json::Map::new(),
        password_hash: Some(password_hash),
        at,
    }
}

pub(super) fn email_taken(error: crate::store::StoreError) -> Error {
    if error.is_taken() { known_email() } else { error.into() }
}

fn known_email() -> Error {
    let detail = "somebody signs in with this e-mail already".into();
    Error::Conflict { reason: "taken", detail }
}

fn check_languages(languages: &[String]) -> Result<(), Error> {
    let fits = |language: &String| {
        let letters = language.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        letters && (2..=LANGUAGE_CHARS_MAX).contains(&language.len())
    };
    if languages.len() > LANGUAGES_MAX || !languages.iter().all(fits) {
        return Err(Error::field("languages", format!("must be codes such as `de`, at most {LANGUAGES_MAX}")));
    }
    Ok(())
}

fn checked_skills(skills: &[String]) -> Result<Vec<String>, Error> {
    let skills: Vec<String> = skills.iter().map(|skill| skill.trim().to_owned()).collect();
    let fits = |skill: &String| (1..=SKILL_CHARS_MAX).contains(&skill.chars().count());
    if skills.len() > SKILLS_MAX || !skills.iter().all(fits) {
        let detail = format!("must be at most {SKILLS_MAX}, each of 1 to {SKILL_CHARS_MAX} characters");
        return Err(Error::field("skills", detail));
    }
    Ok(skills)
}

/// A disabled agent is signed out, and what they held goes back to the pool.
///
/// # Errors
/// When the agent is out of reach or something does not fit.
pub async fn change_agent(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, i64),
    mut change: AgentChange,
) -> Result<Agent, Error> {
    caller.configures(of)?;
    if change.capacity.is_some_and(|capacity| !(0..=CAPACITY_MAX).contains(&capacity)) {
        return Err(Error::field("capacity", format!("must be 0 to {CAPACITY_MAX}")));
    }
    if let Some(languages) = &change.languages {
        check_languages(languages)?;
    }
    if let Some(skills) = &mut change.skills {
        *skills = checked_skills(skills)?;
    }
    change.full_name = change.full_name.as_deref().map(checked_person_name).transpose()?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let before = tx.agent(of, id, shared.now()).await?.ok_or(Error::NotFound("agent"))?;
                tx.change_agent(of, id, &change).await?;
                if change.disabled == Some(true) {
                    release(&shared, tx, of, id).await?;
                }
                assign_waiting(&shared, tx, id).await?;
                presence::tell(&shared, tx, of, id).await?;
                let agent = tx.agent(of, id, shared.now()).await?.ok_or(Error::NotFound("agent"))?;
                let changes = diff(&as_set(&before), &as_set(&agent))?;
                let changed = ("agent.changed", target("agent", id, &agent.full_name));
                note(tx, (caller, of, shared.now()), changed, changes).await?;
                Ok(agent)
            })
        })
        .await
}

/// What an admin sets of an agent.
fn as_set(agent: &Agent) -> serde_json::Value {
    let Agent { full_name, disabled, capacity, languages, skills, supervises, .. } = agent;
    serde_json::json!({
        "full_name": full_name,
        "disabled": disabled,
        "capacity": capacity,
        "languages": languages,
        "skills": skills,
        "supervises": supervises,
    })
}

async fn release(app: &App, tx: &mut Tx, of: i64, id: i64) -> Result<(), Error> {
    tx.end_sessions_of(Holder::User { id, app: of, kind: UserKind::Agent }, None).await?;
    tx.keep_push(id, 0).await?;
    for dialog in tx.held_dialogs(id).await? {
        change(app, tx, dialog, Input::AgentLost { who: AgentId(id) }, Matter::default()).await?;
    }
    Ok(())
}

/// A new password; the agent is signed out everywhere. Answers it if it was made here.
///
/// # Errors
/// When the agent is out of reach or the password does not fit.
pub async fn reset_password(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, i64),
    password: Option<&str>,
) -> Result<Option<String>, Error> {
    caller.configures(of)?;
    let (password, shown) = given_or_made(app, password)?;
    let hash = hashed(app, &password).await?;
    let now = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let agent = tx.agent(of, id, now).await?.ok_or(Error::NotFound("agent"))?;
                tx.set_user_password(of, id, &hash).await?;
                let reset = ("agent.password_reset", target("agent", id, agent.full_name));
                note(tx, (caller, of, now), reset, vec![replaced("password")]).await?;
                Ok::<_, Error>(tx.end_sessions_of(Holder::User { id, app: of, kind: UserKind::Agent }, None).await?)
            })
        })
        .await?;
    Ok(shown)
}

fn given_or_made(app: &App, password: Option<&str>) -> Result<(String, Option<String>), Error> {
    match password {
        Some(password) => {
            check_password(password)?;
            Ok((password.into(), None))
        }
        None => {
            let made = app.secrets.password();
            Ok((made.clone(), Some(made)))
        }
    }
}
