//! Asking somebody to work here, by a link that works once and for a week. It is mailed as well where mail can be sent.

use handover::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    access::Caller,
    agents::{email_taken, new_agent},
    apps::existing,
    audit::{diff, note, target},
    sign_in::{SignedIn, begin, check_password, checked_email, checked_person_name, hashed},
};
use crate::{
    app::{App, Shared},
    domain::{Invitation, InvitationFace, InvitationRole, InvitationState, Page, UserKind, cursor, one_more},
    error::Error,
    notify::Mail,
    secrets::fingerprint,
    store::{AgentChange, Holder, NewInvitation, NewJob, Tx},
    texts,
};

const TOKEN_PREFIX: &str = "bi_";
const DAYS: i64 = 7;
const DAY_MS: i64 = 86_400_000;
/// Of an app at a time.
const OPEN_MAX: i64 = 200;
const GONE: Error = Error::NotFound("invitation: its link was used, has expired, or was replaced; ask for a new one");

/// Who is asked, and what for.
#[derive(Clone, Debug)]
pub struct InvitationWish {
    pub email: String,
    pub full_name: String,
    pub role: InvitationRole,
}

/// An invitation with its link, which is shown this once.
pub struct Invited {
    pub invitation: Invitation,
    /// Below the address of the screens.
    pub link_path: String,
    /// Whether the link is mailed as well.
    pub mailed: bool,
}

/// The job of mailing a link, as long as the invitation is the same. The link in the mail is one of its own, made when
/// it is sent, so that it stands nowhere but there.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct InvitationJob {
    pub app: i64,
    pub invitation: i64,
    /// A new link has another end.
    pub expires_at: i64,
}

impl InvitationJob {
    pub const KIND: &'static str = "invitation";
}

/// # Errors
/// When the caller is no admin, the address is taken or invited already, or something does not fit.
pub async fn create_invitation(app: &Shared, caller: Caller, of: i64, wish: InvitationWish) -> Result<Invited, Error> {
    caller.administers(of)?;
    existing(app, of).await?;
    let (email, full_name) = (checked_email(&wish.email)?, checked_person_name(&wish.full_name)?);
    let role = wish.role;
    let token = app.secrets.token(TOKEN_PREFIX);
    let shared = app.clone();
    let create = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            refuse_known(tx, of, &email, at).await?;
            let invited_by = name_of(tx, caller).await?;
            let new = NewInvitation {
                app: of,
                email: &email,
                full_name: &full_name,
                role,
                invited_by: &invited_by,
                token_hash: &fingerprint(&token),
                at,
                expires_at: at.plus(DAYS * DAY_MS),
            };
            let id = tx.add_invitation(&new).await?;
            let changes = diff(&serde_json::Value::Null, &serde_json::json!({ "email": email, "role": role }))?;
            let created = ("invitation.created", target("invitation", id, &full_name));
            note(tx, (caller, of, at), created, changes).await?;
            invited(&shared, tx, (of, id), token).await
        })
    });
    create.await
}

async fn refuse_known(tx: &mut Tx, of: i64, email: &str, now: Timestamp) -> Result<(), Error> {
    if tx.is_staff_email(email).await? {
        let detail = "somebody signs in with this e-mail already; change that person instead of inviting them";
        return Err(Error::Conflict { reason: "taken", detail: detail.into() });
    }
    let (open, same) = tx.open_invitations(of, email, now).await?;
    if same > 0 {
        let detail = "this e-mail is invited already; make a new link for that invitation, or withdraw it first";
        return Err(Error::Conflict { reason: "invited", detail: detail.into() });
    }
    if open >= OPEN_MAX {
        let detail = format!("an app has at most {OPEN_MAX} open invitations; withdraw one first");
        return Err(Error::Conflict { reason: "full", detail });
    }
    Ok(())
}

async fn name_of(tx: &mut Tx, caller: Caller) -> Result<String, Error> {
    let known = tx.admin(caller.is_admin()?).await?;
    Ok(known.map_or_else(|| "An admin".into(), |(full_name, _)| full_name))
}

async fn invited(app: &App, tx: &mut Tx, (of, id): (i64, i64), token: String) -> Result<Invited, Error> {
    let now = app.now();
    let invitation = tx.invitation(of, id, now).await?.ok_or(GONE)?;
    let link_path = format!("/join/{token}");
    let mailed = app.config.notify.sends_mail() && !app.config.notify.address.is_empty();
    if mailed {
        let expires_at = invitation.expires_at;
        let dedupe = format!("invitation:{id}:{}", fingerprint(&token));
        let job = InvitationJob { app: of, invitation: id, expires_at };
        let body = serde_json::to_string(&job).map_err(Error::internal)?;
        let job = NewJob { kind: InvitationJob::KIND, app: Some(of), dedupe: &dedupe, body: &body, due_at: now };
        tx.add_job(&job, now).await?;
    }
    Ok(Invited { invitation, link_path, mailed })
}

/// The mail with the link, or nothing when that has stopped working.
///
/// # Errors
/// When the database fails.
pub async fn invitation_mail(app: &Shared, job: InvitationJob) -> Result<Option<Mail>, Error> {
    let token = app.secrets.token(TOKEN_PREFIX);
    let (hash, now) = (fingerprint(&token), app.now());
    let mailed = hash.clone();
    let found = app.store.write(move |tx| {
        Box::pin(async move {
            let found = tx.invitation(job.app, job.invitation, now).await?.filter(|invitation| {
                invitation.state == InvitationState::Open && invitation.expires_at == job.expires_at
            });
            if found.is_some() {
                tx.invitation_mailed(job.invitation, &mailed).await?;
            }
            Ok::<_, Error>(found.zip(tx.app(job.app).await?))
        })
    });
    let Some((invitation, of)) = found.await? else { return Ok(None) };
    let link = format!("{}/join/{token}", app.config.notify.address.trim_end_matches('/'));
    let (subject, text) = texts::invitation(&invitation.full_name, &invitation.invited_by, &of.name, &link);
    Ok(Some(Mail {
        to: invitation.email,
        subject,
        text,
        message_id: format!("invitation.{hash}@baton"),
        in_reply_to: None,
        reply_to: None,
        written_at_ms: app.now().0,
    }))
}

/// The newest first.
///
/// # Errors
/// When the caller is no admin, or the app is not there.
pub async fn list_invitations(
    app: &Shared,
    caller: Caller,
    of: i64,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Invitation>, Error> {
    caller.administers(of)?;
    existing(app, of).await?;
    let before = cursor(before, i64::MAX);
    let found = app.store.read().await?.invitations(of, before, one_more(limit), app.now()).await?;
    Ok(Page::cut(found, limit, |invitation| invitation.id.to_string()))
}

/// A new link for a week; the old one stops working.
///
/// # Errors
/// When the caller is no admin, or the invitation is not there, accepted or withdrawn.
pub async fn renew_invitation(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<Invited, Error> {
    caller.administers(of)?;
    let token = app.secrets.token(TOKEN_PREFIX);
    let shared = app.clone();
    let renew = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            let invitation = unused(tx, (of, id), at).await?;
            tx.renew_invitation(id, &fingerprint(&token), at.plus(DAYS * DAY_MS)).await?;
            let renewed = ("invitation.link_replaced", target("invitation", id, invitation.full_name));
            note(tx, (caller, of, at), renewed, Vec::new()).await?;
            invited(&shared, tx, (of, id), token).await
        })
    });
    renew.await
}

/// Its link stops working.
///
/// # Errors
/// When the caller is no admin, or the invitation is not there or accepted.
pub async fn withdraw_invitation(app: &Shared, caller: Caller, (of, id): (i64, i64)) -> Result<(), Error> {
    caller.administers(of)?;
    let at = app.now();
    let withdraw = app.store.write(move |tx| {
        Box::pin(async move {
            let invitation = unused(tx, (of, id), at).await?;
            tx.withdraw_invitation(id, at).await?;
            let withdrawn = ("invitation.withdrawn", target("invitation", id, invitation.full_name));
            note(tx, (caller, of, at), withdrawn, Vec::new()).await
        })
    });
    withdraw.await
}

async fn unused(tx: &mut Tx, (of, id): (i64, i64), now: Timestamp) -> Result<Invitation, Error> {
    let invitation = tx.invitation(of, id, now).await?.ok_or(Error::NotFound("invitation"))?;
    let (reason, detail) = match invitation.state {
        InvitationState::Open | InvitationState::Expired => return Ok(invitation),
        InvitationState::Accepted => ("accepted", "this invitation was accepted; disable the person instead"),
        InvitationState::Withdrawn => ("withdrawn", "this invitation was withdrawn; invite the person anew"),
    };
    Err(Error::Conflict { reason, detail: detail.into() })
}

/// What somebody with the link sees.
///
/// # Errors
/// When the link does not work (any more).
pub async fn show_invitation(app: &Shared, token: &str) -> Result<InvitationFace, Error> {
    let mut tx = app.store.read().await?;
    let (of, invitation) = tx.open_invitation(&fingerprint(token), app.now()).await?.ok_or(GONE)?;
    let app_name = tx.app(of).await?.ok_or(GONE)?.name;
    let Invitation { email, full_name, role, .. } = invitation;
    Ok(InvitationFace { email, full_name, role, app_name })
}

/// Takes the invitation up and signs in. Its link does not work again.
///
/// # Errors
/// When the link does not work (any more), the e-mail is taken meanwhile, or something does not fit.
pub async fn accept_invitation(app: &Shared, token: &str, full_name: &str, password: &str) -> Result<SignedIn, Error> {
    let hash = fingerprint(token);
    // Before a hash is made of the password, which takes a while.
    app.store.read().await?.open_invitation(&hash, app.now()).await?.ok_or(GONE)?;
    let full_name = checked_person_name(full_name)?;
    check_password(password)?;
    let password_hash = hashed(app, password).await?;
    let shared = app.clone();
    let accept = app.store.write(move |tx| {
        Box::pin(async move {
            let at = shared.now();
            let (of, invitation) = tx.open_invitation(&hash, at).await?.ok_or(GONE)?;
            let holder = hire(tx, (of, &invitation), (full_name.clone(), password_hash), at).await?;
            tx.invitation_accepted(invitation.id, at).await?;
            let signed_in = begin(&shared, tx, holder).await?;
            let accepted = ("invitation.accepted", target("invitation", invitation.id, full_name));
            note(tx, (signed_in.caller, of, at), accepted, Vec::new()).await?;
            Ok(signed_in)
        })
    });
    accept.await
}

async fn hire(
    tx: &mut Tx,
    (of, invitation): (i64, &Invitation),
    (full_name, password_hash): (String, String),
    at: Timestamp,
) -> Result<Holder, Error> {
    let email = invitation.email.clone();
    if tx.is_staff_email(&email).await? {
        let detail = "somebody signs in with this e-mail already; sign in instead, or ask for another invitation";
        return Err(Error::Conflict { reason: "taken", detail: detail.into() });
    }
    if invitation.role == InvitationRole::Admin {
        return Ok(Holder::Admin(tx.add_admin(&full_name, &email, &password_hash, at).await?));
    }
    let user = new_agent(of, (full_name, email), password_hash, at);
    let id = tx.add_user(&user).await.map_err(email_taken)?;
    if invitation.role == InvitationRole::Supervisor {
        let supervises = AgentChange { supervises: Some(true), ..AgentChange::default() };
        tx.change_agent(of, id, &supervises).await?;
    }
    Ok(Holder::User { id, app: of, kind: UserKind::Agent })
}
