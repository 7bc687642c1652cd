//! Apps: isolated tenants of one installation.

use super::{
    access::Caller,
    audit::{diff, note, replaced, target},
};
use crate::{
    app::{App as Program, Shared},
    domain::{App, Page, cursor, one_more},
    error::Error,
    store::NewApp,
};

pub(super) const NAME_MAX: usize = 120;

/// The new app and its authorization secret, which is shown this once.
///
/// # Errors
/// When the caller is no admin or the name does not fit.
pub async fn create_app(app: &Shared, caller: Caller, name: &str) -> Result<(App, String), Error> {
    caller.is_admin()?;
    let name = checked_name(name)?;
    let (key, secret) = (app.secrets.token("ak_"), app.secrets.token("as_"));
    let at = app.now();
    let shown = secret.clone();
    let created = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                let new = NewApp { name: &name, authorization_key: &key, authorization_secret: &secret, at };
                let id = tx.add_app(&new).await?;
                note(tx, (caller, id, at), ("app.created", target("app", id, &name)), Vec::new()).await?;
                tx.app(id).await?.ok_or(Error::NotFound("app"))
            })
        })
        .await?;
    Ok((created, shown))
}

/// # Errors
/// When the caller is no admin; an agent or a key sees its own app.
pub async fn list_apps(app: &Shared, caller: Caller, after: Option<&str>, limit: usize) -> Result<Page<App>, Error> {
    let mut tx = app.store.read().await?;
    match caller {
        Caller::Admin { .. } => {
            let after = cursor(after, 0);
            let found = tx.apps(after, one_more(limit)).await?;
            Ok(Page::cut(found, limit, |app| app.id.to_string()))
        }
        Caller::Key { app, .. } | Caller::Agent { app, .. } => {
            Ok(Page { items: tx.app(app).await?.into_iter().collect(), next: None })
        }
        Caller::Customer { .. } => Err(Error::Forbidden("only staff may do this")),
    }
}

/// # Errors
/// When the app is out of reach.
pub async fn show_app(app: &Shared, caller: Caller, id: i64) -> Result<App, Error> {
    caller.works_in(id)?;
    app.store.read().await?.app(id).await?.ok_or(Error::NotFound("app"))
}

/// # Errors
/// When the caller is no admin, the app is not there or the name does not fit.
pub async fn rename_app(app: &Shared, caller: Caller, id: i64, name: &str) -> Result<App, Error> {
    caller.is_admin()?;
    let name = checked_name(name)?;
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let before = tx.app(id).await?.ok_or(Error::NotFound("app"))?;
                tx.rename_app(id, &name).await?;
                let app = tx.app(id).await?.ok_or(Error::NotFound("app"))?;
                note(tx, (caller, id, at), ("app.renamed", target("app", id, &name)), diff(&before, &app)?).await?;
                Ok(app)
            })
        })
        .await
}

/// A new authorization secret; the old one stops working.
///
/// # Errors
/// When the caller is no admin or the app is not there.
pub async fn rotate_secret(app: &Shared, caller: Caller, id: i64) -> Result<String, Error> {
    caller.is_admin()?;
    replace(app, caller, id, Secret::Authorization).await
}

/// A new secret for websites to vouch for their visitors with. What was signed with the old one counts no more.
///
/// # Errors
/// When the caller does not configure the app.
pub async fn rotate_identity_secret(app: &Shared, caller: Caller, id: i64) -> Result<String, Error> {
    caller.configures(id)?;
    replace(app, caller, id, Secret::Identity).await
}

#[derive(Clone, Copy)]
enum Secret {
    /// For programs that sign users in.
    Authorization,
    /// For websites that vouch for their visitors.
    Identity,
}

async fn replace(app: &Shared, caller: Caller, id: i64, which: Secret) -> Result<String, Error> {
    let (prefix, field) = match which {
        Secret::Authorization => ("as_", "authorization_secret"),
        Secret::Identity => ("is_", "identity_secret"),
    };
    let secret = app.secrets.token(prefix);
    let shown = secret.clone();
    let at = app.now();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let app = tx.app(id).await?.ok_or(Error::NotFound("app"))?;
                match which {
                    Secret::Authorization => tx.set_authorization_secret(id, &secret).await?,
                    Secret::Identity => tx.set_identity_secret(id, &secret).await?,
                }
                let changes = vec![replaced(field)];
                note(tx, (caller, id, at), ("app.secret_replaced", target("app", id, app.name)), changes).await
            })
        })
        .await?;
    Ok(shown)
}

pub(super) fn checked_name(name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() || name.contains('\0') {
        return Err(Error::field("name", "must not be empty or contain the character U+0000"));
    }
    if name.chars().count() > NAME_MAX {
        return Err(Error::field("name", format!("must have at most {NAME_MAX} characters")));
    }
    Ok(name.into())
}

/// The app, or that it is not there.
pub(super) async fn existing(program: &Program, id: i64) -> Result<App, Error> {
    program.store.read().await?.app(id).await?.ok_or(Error::NotFound("app"))
}
