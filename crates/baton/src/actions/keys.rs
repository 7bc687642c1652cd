//! API keys, by which programs act for an app.

use super::{
    access::Caller,
    apps::{checked_name, existing},
    audit::{note, target},
};
use crate::{
    app::Shared,
    domain::{ApiKey, Page, cursor, one_more},
    error::Error,
    secrets::fingerprint,
};

/// The key's id, and the key itself, which is shown this once.
///
/// # Errors
/// When the caller is no admin or the app is not there.
pub async fn create_key(app: &Shared, caller: Caller, of: i64, name: &str) -> Result<(i64, String), Error> {
    caller.is_admin()?;
    existing(app, of).await?;
    let name = checked_name(name)?;
    let key = app.secrets.token(super::sign_in::KEY_PREFIX);
    let (hash, at) = (fingerprint(&key), app.now());
    let add = app.store.write(move |tx| {
        Box::pin(async move {
            let id = tx.add_api_key(of, &name, &hash, at).await?;
            note(tx, (caller, of, at), ("key.created", target("key", id, name)), Vec::new()).await?;
            Ok::<_, Error>(id)
        })
    });
    Ok((add.await?, key))
}

/// # Errors
/// When the caller is no admin.
pub async fn list_keys(
    app: &Shared,
    caller: Caller,
    of: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<ApiKey>, Error> {
    caller.is_admin()?;
    let after = cursor(after, 0);
    let found = app.store.read().await?.api_keys(of, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |key| key.id.to_string()))
}

/// # Errors
/// When the caller is no admin or the key is not there.
pub async fn remove_key(app: &Shared, caller: Caller, of: i64, id: i64) -> Result<(), Error> {
    caller.is_admin()?;
    let at = app.now();
    let remove = app.store.write(move |tx| {
        Box::pin(async move {
            let name = tx.api_key_name(of, id).await?.ok_or(Error::NotFound("API key"))?;
            tx.remove_api_key(of, id).await?;
            note(tx, (caller, of, at), ("key.removed", target("key", id, name)), Vec::new()).await
        })
    });
    remove.await
}
