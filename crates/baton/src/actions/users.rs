//! Customers, as programs create and change them.

use handover::Timestamp;

use super::{
    access::Caller,
    apps::existing,
    post,
    say::check_custom,
    sign_in::{checked_email, checked_person_name},
};
use crate::{
    app::{App, Shared},
    domain::{Audience, Page, User, UserKind, cursor, one_more},
    error::Error,
    store::{NewUser, Tx, UserChange},
};

const FOLDED_AT_ONCE: i64 = 500;
const TAGS_MAX: usize = 50;
const WORD_MAX: usize = 200;

/// What is known of a customer. Names and e-mails of visitors are what they say, not what is proven.
#[derive(Clone, Debug, Default)]
pub struct UserWish {
    pub full_name: Option<String>,
    pub login: Option<String>,
    pub email: Option<String>,
    pub external_id: Option<String>,
    pub language: Option<String>,
    pub tags: Option<Vec<String>>,
    pub custom: Option<serde_json::Map<String, serde_json::Value>>,
}

/// # Errors
/// When the login or external id is taken or something does not fit.
pub async fn create_user(app: &Shared, caller: Caller, of: i64, wish: UserWish) -> Result<User, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let full_name = checked_person_name(wish.full_name.as_deref().unwrap_or_default())?;
    let user = new_customer(app, of, full_name, wish)?;
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let id = tx.add_user(&user).await.map_err(|error| {
                    if error.is_taken() {
                        let detail = "a user with this login or external id exists already".into();
                        return Error::Conflict { reason: "taken", detail };
                    }
                    error.into()
                })?;
                tx.user(of, id).await?.ok_or(Error::NotFound("user"))
            })
        })
        .await
}

pub(super) fn new_customer(app: &App, of: i64, full_name: String, wish: UserWish) -> Result<NewUser, Error> {
    let wish = checked(app, wish)?;
    Ok(NewUser {
        app: of,
        kind: UserKind::Customer,
        login: wish.login,
        email: wish.email,
        full_name,
        external_id: wish.external_id,
        language: wish.language,
        tags: wish.tags.unwrap_or_default(),
        custom: wish.custom.unwrap_or_default(),
        password_hash: None,
        at: app.now(),
    })
}

fn checked(app: &App, mut wish: UserWish) -> Result<UserWish, Error> {
    wish.email = match wish.email.filter(|email| !email.trim().is_empty()) {
        Some(email) => Some(checked_email(&email)?),
        None => None,
    };
    for (field, word) in [("login", &wish.login), ("external_id", &wish.external_id), ("language", &wish.language)] {
        if word.as_ref().is_some_and(|word| word.trim().is_empty() || word.chars().count() > WORD_MAX) {
            return Err(Error::field(field, format!("must have 1 to {WORD_MAX} characters")));
        }
    }
    let tags = wish.tags.as_deref().unwrap_or_default();
    if tags.len() > TAGS_MAX || tags.iter().any(|tag| tag.chars().count() > WORD_MAX) {
        return Err(Error::field("tags", format!("must be at most {TAGS_MAX} of {WORD_MAX} characters")));
    }
    if let Some(custom) = &wish.custom {
        check_custom(app, custom)?;
    }
    Ok(wish)
}

/// What is absent stays; an empty e-mail or language is removed.
///
/// # Errors
/// When the user is out of reach or something does not fit.
pub async fn change_user(app: &Shared, caller: Caller, (of, id): (i64, i64), wish: UserWish) -> Result<User, Error> {
    caller.works_in(of)?;
    let now = app.now();
    let full_name = wish.full_name.as_deref().map(checked_person_name).transpose()?;
    let is_empty = |word: &Option<String>| word.as_ref().is_some_and(|word| word.trim().is_empty());
    let (no_email, no_language) = (is_empty(&wish.email), is_empty(&wish.language));
    let language = wish.language.filter(|_| !no_language);
    let UserWish { email, language, tags, custom, .. } = checked(app, UserWish { language, ..wish })?;
    let removed = |is_removed: bool, word: Option<String>| if is_removed { Some(String::new()) } else { word };
    let (email, language) = (removed(no_email, email), removed(no_language, language));
    let change = UserChange { full_name, email, language, tags, custom };
    app.store
        .write(move |tx| {
            Box::pin(async move {
                tx.user(of, id).await?.filter(|user| user.kind == UserKind::Customer).ok_or(Error::NotFound("user"))?;
                tx.change_user(of, id, &change).await?;
                tell_change(tx, of, id, now).await
            })
        })
        .await
}

/// Makes names from before they were folded findable whatever their case and accents.
///
/// # Errors
/// When the database fails.
pub async fn fold_names(app: &Shared) -> Result<(), Error> {
    while app.store.write(|tx| Box::pin(async move { tx.fold_some(FOLDED_AT_ONCE).await })).await? {}
    Ok(())
}

/// Open screens show what is known of the customer now.
pub(super) async fn tell_change(tx: &mut Tx, of: i64, id: i64, now: Timestamp) -> Result<User, Error> {
    let user = tx.user(of, id).await?.ok_or(Error::NotFound("user"))?;
    post::record(tx, (of, None), ("customer", Audience::Staff), &user, now).await?;
    Ok(user)
}

/// # Errors
/// When the user is out of reach.
pub async fn show_user(app: &Shared, caller: Caller, of: i64, id: i64) -> Result<User, Error> {
    caller.works_in(of)?;
    app.store.read().await?.user(of, id).await?.ok_or(Error::NotFound("user"))
}

/// # Errors
/// When the caller does not work in the app.
pub async fn list_customers(
    app: &Shared,
    caller: Caller,
    (of, search): (i64, &str),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<User>, Error> {
    caller.works_in(of)?;
    let after = cursor(after, 0);
    let at_most = one_more(limit);
    let found = app.store.read().await?.customers(of, search.trim(), after, at_most).await?;
    Ok(Page::cut(found, limit, |user| user.id.to_string()))
}
