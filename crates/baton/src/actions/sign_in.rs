//! The first admin, signing in and out, and who a token belongs to.

use handover::Timestamp;

use super::{
    access::Caller,
    audit::{nameless, note, target},
};
use crate::{
    app::{App, Shared},
    domain::{AppRef, Me, MeKind, UserKind},
    error::Error,
    secrets::{fingerprint, hash_password, is_password},
    store::{Holder, NewSession, Tx},
};

/// What an API key begins with.
pub(super) const KEY_PREFIX: &str = "bk_";
const SESSION_PREFIX: &str = "bs_";
const DAY_MS: i64 = 24 * 3_600_000;
/// How long staff stay signed in, and how long a visitor is known.
const STAFF_DAYS: i64 = 14;
const VISITOR_DAYS: i64 = 90;
const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 8..=200;
/// A key's last use is written down at most this often.
const USED_EVERY_MS: i64 = 60_000;

/// A fresh session.
pub struct SignedIn {
    pub token: String,
    pub expires_at: Timestamp,
    pub caller: Caller,
}

/// # Errors
/// When the database fails.
pub async fn needs_admin(app: &Shared) -> Result<bool, Error> {
    Ok(!app.store.read().await?.has_admin().await?)
}

/// Creates the first admin and signs them in.
///
/// # Errors
/// When there is one already, or something does not fit.
pub async fn set_up(app: &Shared, full_name: &str, email: &str, password: &str) -> Result<SignedIn, Error> {
    let full_name = checked_person_name(full_name)?;
    let email = checked_email(email)?;
    check_password(password)?;
    if !needs_admin(app).await? {
        return Err(admin_exists());
    }
    let hash = hashed(app, password).await?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                if tx.has_admin().await? {
                    return Err(admin_exists());
                }
                let id = tx.add_admin(&full_name, &email, &hash, shared.now()).await?;
                let created = ("admin.created", target("admin", id, &full_name));
                note(tx, (Caller::Admin { id }, None, shared.now()), created, Vec::new()).await?;
                begin(&shared, tx, Holder::Admin(id)).await
            })
        })
        .await
}

fn admin_exists() -> Error {
    Error::Conflict { reason: "admin_exists", detail: "this installation has an admin already; sign in".into() }
}

/// # Errors
/// [`Error::Invalid`] when the e-mail or the password is wrong, without saying which.
pub async fn sign_in(app: &Shared, email: &str, password: &str) -> Result<SignedIn, Error> {
    let email = email.trim().to_lowercase();
    let known = app.store.read().await?.password_by_email(&email).await?;
    // Somebody unknown takes as long as somebody known.
    let hash = known.as_ref().map_or(NOBODY, |known| known.hash.as_str()).to_owned();
    let right = matches(app, password, hash).await?;
    let Some(known) = known.filter(|_| right) else {
        return Err(Error::invalid("this e-mail and password do not belong together"));
    };
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { begin(&shared, tx, known.holder).await })).await
}

/// A hash of no password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$8xJ3mHAVXgAJ5mBqT1ZLy3Qk6V8n0Uu9ZcQ7R0sBd2E";

/// # Errors
/// When the database fails.
pub async fn sign_out(app: &Shared, token: &str) -> Result<(), Error> {
    let hash = fingerprint(token);
    app.store.write(move |tx| Box::pin(async move { Ok(tx.end_session(&hash).await?) })).await
}

/// Who holds this token or API key.
///
/// # Errors
/// [`Error::NotSignedIn`] when nobody does (any more).
pub async fn identify(app: &Shared, token: &str) -> Result<Caller, Error> {
    let hash = fingerprint(token);
    let now = app.now();
    let mut tx = app.store.read().await?;
    if token.starts_with(KEY_PREFIX) {
        let (id, of) = tx.api_key(&hash).await?.ok_or(Error::NotSignedIn)?;
        let used = tx.api_key_used_at(id).await?;
        drop(tx);
        if used.is_none_or(|used| used.plus(USED_EVERY_MS) < now) {
            app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.api_key_used(id, now).await?) })).await?;
        }
        return Ok(Caller::Key { id, app: of });
    }
    let holder = tx.session(&hash, now).await?.ok_or(Error::NotSignedIn)?;
    caller(holder)
}

/// # Errors
/// When the caller is gone.
pub async fn me(app: &Shared, caller: Caller) -> Result<Me, Error> {
    let mut tx = app.store.read().await?;
    match caller {
        Caller::Admin { id } => {
            let (full_name, email) = tx.admin(id).await?.ok_or(Error::NotSignedIn)?;
            Ok(Me {
                kind: MeKind::Admin,
                id,
                full_name,
                email: Some(email),
                app: None,
                away: false,
                away_reason: None,
                supervises: true,
            })
        }
        Caller::Key { id, app: of } => {
            let app = app_ref(&mut tx, of).await?;
            Ok(Me {
                kind: MeKind::Key,
                id,
                full_name: "API key".into(),
                email: None,
                app,
                away: false,
                away_reason: None,
                supervises: true,
            })
        }
        Caller::Agent { id, app: of } => {
            let agent = tx.agent(of, id, app.now()).await?.ok_or(Error::NotSignedIn)?;
            let app = app_ref(&mut tx, of).await?;
            Ok(Me {
                kind: MeKind::Agent,
                id,
                full_name: agent.full_name,
                email: agent.email,
                app,
                away: agent.away,
                away_reason: agent.away_reason,
                supervises: agent.supervises,
            })
        }
        Caller::Customer { id, app: of } => {
            let user = tx.user(of, id).await?.ok_or(Error::NotSignedIn)?;
            let app = app_ref(&mut tx, of).await?;
            Ok(Me {
                kind: MeKind::Customer,
                id,
                full_name: user.full_name,
                email: user.email,
                app,
                away: false,
                away_reason: None,
                supervises: false,
            })
        }
    }
}

async fn app_ref(tx: &mut Tx, id: i64) -> Result<Option<AppRef>, Error> {
    Ok(tx.app(id).await?.map(|app| AppRef { id: app.id, name: app.name }))
}

/// Ends all other sessions of the caller.
///
/// # Errors
/// When the current password is wrong or the new one does not fit.
pub async fn change_password(app: &Shared, caller: Caller, token: &str, current: &str, new: &str) -> Result<(), Error> {
    check_password(new)?;
    let holder = match caller {
        Caller::Admin { id } => Holder::Admin(id),
        Caller::Agent { id, app } => Holder::User { id, app, kind: UserKind::Agent },
        Caller::Key { .. } | Caller::Customer { .. } => return Err(Error::Forbidden("there is no password to change")),
    };
    let hash = app.store.read().await?.password_of(holder).await?.ok_or(Error::NotSignedIn)?;
    if !matches(app, current, hash).await? {
        return Err(Error::field("current", "is not your password"));
    }
    let (hash, keep) = (hashed(app, new).await?, fingerprint(token));
    app.store.write(move |tx| Box::pin(async move { replace(tx, holder, &hash, Some(&keep)).await })).await
}

/// A new password for the admin or agent with this e-mail, made here; nothing if there is none.
///
/// # Errors
/// When the database fails.
pub async fn reset_password_by_email(app: &Shared, email: &str) -> Result<Option<String>, Error> {
    let email = email.trim().to_lowercase();
    let Some(known) = app.store.read().await?.password_by_email(&email).await? else { return Ok(None) };
    let password = app.secrets.password();
    let hash = hashed(app, &password).await?;
    app.store.write(move |tx| Box::pin(async move { replace(tx, known.holder, &hash, None).await })).await?;
    Ok(Some(password))
}

async fn replace(tx: &mut Tx, holder: Holder, hash: &str, keep: Option<&str>) -> Result<(), Error> {
    match holder {
        Holder::Admin(id) => tx.set_admin_password(id, hash).await?,
        Holder::User { id, app, .. } => drop(tx.set_user_password(app, id, hash).await?),
    }
    Ok(tx.end_sessions_of(holder, keep).await?)
}

/// A token that acts as this user, for programs that speak for them.
///
/// # Errors
/// When the caller does not configure the app or the user is not in it.
pub async fn token_for_user(app: &Shared, by: Caller, of: i64, user: i64) -> Result<SignedIn, Error> {
    by.configures(of)?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let user = tx.user(of, user).await?.ok_or(Error::NotFound("user"))?;
                if user.kind == UserKind::Assistant {
                    return Err(Error::Forbidden("nobody signs in as an AI Agent; write with the API key instead"));
                }
                let whose = match user.kind {
                    UserKind::Agent => target("agent", user.id, user.full_name),
                    UserKind::Customer | UserKind::Assistant => nameless("user", user.id),
                };
                note(tx, (by, of, shared.now()), ("token.created", whose), Vec::new()).await?;
                let made_by_key = if let Caller::Key { id, .. } = by { Some(id) } else { None };
                begin_by(&shared, tx, Holder::User { id: user.id, app: of, kind: user.kind }, made_by_key).await
            })
        })
        .await
}

/// Starts a session of this holder.
pub(super) async fn begin(app: &App, tx: &mut Tx, holder: Holder) -> Result<SignedIn, Error> {
    begin_by(app, tx, holder, None).await
}

async fn begin_by(app: &App, tx: &mut Tx, holder: Holder, made_by_key: Option<i64>) -> Result<SignedIn, Error> {
    let token = app.secrets.token(SESSION_PREFIX);
    let at = app.now();
    let days = match holder {
        Holder::Admin(_) | Holder::User { kind: UserKind::Agent | UserKind::Assistant, .. } => STAFF_DAYS,
        Holder::User { kind: UserKind::Customer, .. } => VISITOR_DAYS,
    };
    let expires_at = at.plus(days * DAY_MS);
    tx.add_session(&NewSession { token_hash: &fingerprint(&token), holder, made_by_key, at, expires_at }).await?;
    Ok(SignedIn { token, expires_at, caller: caller(holder)? })
}

fn caller(holder: Holder) -> Result<Caller, Error> {
    match holder {
        Holder::Admin(id) => Ok(Caller::Admin { id }),
        Holder::User { id, app, kind: UserKind::Agent } => Ok(Caller::Agent { id, app }),
        Holder::User { id, app, kind: UserKind::Customer } => Ok(Caller::Customer { id, app }),
        Holder::User { kind: UserKind::Assistant, .. } => Err(Error::NotSignedIn),
    }
}

pub(super) fn checked_person_name(name: &str) -> Result<String, Error> {
    super::apps::checked_name(name)
        .map_err(|_| Error::field("full_name", format!("must have 1 to {} characters", super::apps::NAME_MAX)))
}

/// Trimmed and in lower case.
pub(super) fn checked_email(email: &str) -> Result<String, Error> {
    let email = email.trim().to_lowercase();
    garde::rules::email::parse_email(&email).map_err(|_| Error::field("email", "is not an e-mail address"))?;
    Ok(email)
}

pub(super) fn check_password(password: &str) -> Result<(), Error> {
    if PASSWORD_CHARS.contains(&password.chars().count()) {
        return Ok(());
    }
    let (least, most) = (PASSWORD_CHARS.start(), PASSWORD_CHARS.end());
    Err(Error::field("password", format!("must have {least} to {most} characters")))
}

/// Hashes on a blocking thread; few at a time, so that a flood of sign-ins slows only itself.
pub(super) async fn hashed(app: &App, password: &str) -> Result<String, Error> {
    let password = password.to_owned();
    let _turn = app.hashers.acquire().await.map_err(Error::internal)?;
    let hash = tokio::task::spawn_blocking(move || hash_password(&password)).await.map_err(Error::internal)?;
    hash.map_err(Error::internal)
}

async fn matches(app: &App, password: &str, hash: String) -> Result<bool, Error> {
    let password = password.to_owned();
    let _turn = app.hashers.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || is_password(&password, &hash)).await.map_err(Error::internal)
}
