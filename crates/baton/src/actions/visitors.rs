//! Visitors of websites: anonymous ones, and those for whom the website vouches with a signed token.

mod token;

use super::{
    access::Caller,
    apps::existing,
    say::check_custom,
    sign_in::{SignedIn, begin, checked_email, checked_person_name},
    users::{self, UserWish, new_customer},
};
use crate::{
    app::{App, Shared},
    domain::{AFTER_EVERY_ID, AssistantId, Identity, User, UserKind},
    error::Error,
    store::{AssistantRow, Holder, NewUser, Tx, UserChange},
};

const VISITOR: &str = "Visitor";
/// Of one anonymous visitor.
const DIALOGS_MAX: i64 = 200;
/// So many AI Agents of an app are looked at.
const ASSISTANTS_MAX: i64 = 1_000;

/// Somebody who comes to a website.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// What they say of themselves, which nobody has proven.
    pub wish: UserWish,
    /// The website's token that says who they are.
    pub identity: Option<String>,
    /// Whose widget they opened.
    pub assistant: Option<AssistantId>,
}

/// A visitor begins. The one for whom the website vouches is the same customer every time.
///
/// # Errors
/// When the app is not there, the token says nothing, one is needed, or something does not fit.
pub async fn create_visitor(app: &Shared, of: i64, visit: Visit) -> Result<(User, SignedIn), Error> {
    existing(app, of).await?;
    let user = match visit.identity {
        Some(token) => vouched_for(app, of, &token, visit.wish).await?,
        None => {
            may_be_anonymous(&mut app.store.read().await?, of, visit.assistant).await?;
            anonymous(app, of, visit.wish)?
        }
    };
    let shared = app.clone();
    app.store.write(move |tx| Box::pin(async move { begin_in(&shared, tx, user).await })).await
}

async fn begin_in(app: &App, tx: &mut Tx, user: NewUser) -> Result<(User, SignedIn), Error> {
    let of = user.app;
    let known = match &user.external_id {
        Some(external_id) => tx.user_by_external_id(of, external_id).await?,
        None => None,
    };
    let id = match known {
        Some(id) => {
            comes_again(app, tx, id, user).await?;
            id
        }
        None => comes_first(tx, &user).await?,
    };
    let signed_in = begin(app, tx, Holder::User { id, app: of, kind: UserKind::Customer }).await?;
    Ok((tx.user(of, id).await?.ok_or(Error::NotFound("user"))?, signed_in))
}

async fn comes_first(tx: &mut Tx, user: &NewUser) -> Result<i64, Error> {
    let id = tx.add_user(user).await.map_err(|error| match error.is_taken() {
        true => refused("the identity token names somebody who is no customer; give each customer an id of their own"),
        false => error.into(),
    })?;
    if user.full_name == VISITOR {
        // A number tells several of them apart.
        let full_name = Some(format!("{VISITOR} {id}"));
        tx.change_user(user.app, id, &UserChange { full_name, ..UserChange::default() }).await?;
    }
    Ok(id)
}

/// What the website says of them now counts; what else is known of them stays.
async fn comes_again(app: &App, tx: &mut Tx, id: i64, user: NewUser) -> Result<(), Error> {
    let known = tx.user(user.app, id).await?.ok_or(Error::NotFound("user"))?;
    let mut custom = known.custom;
    custom.extend(user.custom);
    let change = UserChange {
        full_name: Some(user.full_name).filter(|name| name != VISITOR),
        email: user.email,
        language: user.language,
        tags: None,
        custom: check_custom(app, &custom).is_ok().then_some(custom),
    };
    tx.change_user(user.app, id, &change).await?;
    users::tell_change(tx, user.app, id, app.now()).await.map(drop)
}

fn anonymous(app: &App, of: i64, wish: UserWish) -> Result<NewUser, Error> {
    let full_name = match wish.full_name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => checked_person_name(name)?,
        None => VISITOR.into(),
    };
    new_customer(app, of, full_name, UserWish { login: None, external_id: None, tags: None, ..wish })
}

/// Who they are is what the token says; a name or an address in it that is none keeps nobody out.
async fn vouched_for(app: &App, of: i64, token: &str, wish: UserWish) -> Result<NewUser, Error> {
    let secret = app.store.read().await?.identity_secret(of).await?;
    let secret = secret.ok_or_else(|| refused("this app has no identity secret yet; an admin makes one"))?;
    let claims = token::read(token, &secret, app.now()).map_err(refused)?;
    let full_name = claims.name.and_then(|name| checked_person_name(&name).ok()).unwrap_or_else(|| VISITOR.into());
    let email = claims.email.and_then(|email| checked_email(&email).ok());
    let UserWish { language, custom, .. } = wish;
    let external_id = Some(claims.sub);
    new_customer(app, of, full_name, UserWish { email, external_id, language, custom, ..UserWish::default() })
}

/// Nobody comes without a token where every AI Agent that they could ask wants one.
async fn may_be_anonymous(tx: &mut Tx, of: i64, assistant: Option<AssistantId>) -> Result<(), Error> {
    let asked = match assistant {
        Some(id) => vec![tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?],
        None => tx.assistants(of, "", ASSISTANTS_MAX).await?,
    };
    if !asked.is_empty() && asked.iter().all(wants_identity) { Err(nameless()) } else { Ok(()) }
}

/// An anonymous visitor opens no dialog with an AI Agent that wants to know who they are, brings nobody else into
/// one, and does not open them without end.
pub(super) async fn check_opener(
    tx: &mut Tx,
    caller: Caller,
    assistant: Option<&AssistantRow>,
    others: &[i64],
) -> Result<(), Error> {
    let Caller::Customer { id, app } = caller else { return Ok(()) };
    let user = tx.user(app, id).await?.ok_or(Error::NotSignedIn)?;
    if assistant.is_some_and(wants_identity) && user.external_id.is_none() {
        return Err(nameless());
    }
    if user.external_id.is_some() || user.login.is_some() {
        return Ok(());
    }
    if !others.is_empty() {
        let detail =
            "a visitor talks with the AI Agent and its team; only users whom the app vouches for talk with others";
        return Err(Error::Barred { reason: "identity_required", detail });
    }
    if tx.dialogs_of(id, AFTER_EVERY_ID, DIALOGS_MAX).await?.len() as i64 >= DIALOGS_MAX {
        let detail = format!("a visitor has at most {DIALOGS_MAX} conversations; go on with one of them");
        return Err(Error::Conflict { reason: "too_many", detail });
    }
    Ok(())
}

fn wants_identity(assistant: &AssistantRow) -> bool {
    assistant.settings.widget.identity == Identity::Required
}

fn refused(detail: &'static str) -> Error {
    Error::Barred { reason: "identity", detail }
}

fn nameless() -> Error {
    let detail = "this chat is for visitors whom the website vouches for; send an identity token";
    Error::Barred { reason: "identity_required", detail }
}
