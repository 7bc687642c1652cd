//! API keys, by which programs act for an app.

use super::{
    access::Caller,
    apps::{checked_name, existing},
};
use crate::{
    app::Shared,
    domain::{ApiKey, Page, one_more},
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
    let added =
        app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.add_api_key(of, &name, &hash, at).await?) }));
    Ok((added.await?, key))
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
    let after = after.and_then(|after| after.parse().ok()).unwrap_or(0);
    let found = app.store.read().await?.api_keys(of, after, one_more(limit)).await?;
    Ok(Page::cut(found, limit, |key| key.id.to_string()))
}

/// # Errors
/// When the caller is no admin or the key is not there.
pub async fn remove_key(app: &Shared, caller: Caller, of: i64, id: i64) -> Result<(), Error> {
    caller.is_admin()?;
    let removed = app.store.write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.remove_api_key(of, id).await?) }));
    if removed.await? { Ok(()) } else { Err(Error::NotFound("API key")) }
}
