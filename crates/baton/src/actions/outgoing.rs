//! What is sent to people who have no page open: made from its job when it is due, so that nothing is said that is not
//! so any more.

use handover::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    ladder::{About, MailJob, NoticeJob, PushJob},
    notifications::PUSH_KEY,
    text::customer_of,
    webhook::{self, Delivered},
};
use crate::{
    app::{App, Shared},
    domain::{DialogId, DialogSummary, Message, PersonKind},
    error::Error,
    notify::{Chance, Mail, Push, PushRequest, Sender, Subscription, VapidKey, push::Urgency},
    store::{MessagePage, NewJob, Tx},
    texts,
};

/// A customer who is there reads within this time, and is sent nothing. Milliseconds.
const READ_WITHIN_MS: i64 = 60_000;
const LOOK_BACK: i64 = 60;
/// A day later nobody wants to be woken for it.
const PUSH_TTL_SECONDS: u32 = 86_400;
/// A push message is small; what is said in it is short. Bytes.
const PUSH_TEXT_MAX: usize = 2_000;

/// What an agent wrote is sent to the customer's address, unless they read it in time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ReplyJob {
    pub dialog: DialogId,
    /// What was written in the minute before then. Milliseconds since 1970.
    pub until: i64,
}

impl ReplyJob {
    pub const KIND: &'static str = "reply";
}

/// An agent has written.
pub(super) async fn replied(app: &App, tx: &mut Tx, dialog: &DialogSummary, message: &Message) -> Result<(), Error> {
    if !app.config.notify.sends_mail() || customer_of(tx, dialog).await?.is_none_or(|customer| customer.email.is_none())
    {
        return Ok(());
    }
    let now = app.now();
    // One mail for what is written within that time; the next one is about what is written after it.
    let until = (message.sent_at / READ_WITHIN_MS + 1) * READ_WITHIN_MS;
    let body = serde_json::to_string(&ReplyJob { dialog: dialog.id, until }).map_err(Error::internal)?;
    let dedupe = format!("reply:{}:{until}", dialog.id);
    let due_at = Timestamp(until).plus(READ_WITHIN_MS);
    let new = NewJob { kind: ReplyJob::KIND, app: Some(dialog.app), dedupe: &dedupe, body: &body, due_at };
    Ok(tx.add_job(&new, now).await?)
}

/// The mail with what the customer has not read. Each message belongs to one job, so to one mail.
///
/// # Errors
/// When the database fails.
pub async fn reply_mail(app: &Shared, job: ReplyJob) -> Result<Option<Mail>, Error> {
    let mut tx = app.store.read().await?;
    let Some(dialog) = tx.dialog(job.dialog).await? else { return Ok(None) };
    let Some(customer) = dialog.customer else { return Ok(None) };
    let Some(customer) = tx.user(dialog.app, customer).await? else { return Ok(None) };
    let (Some(to), true) = (customer.email, tx.notifications(dialog.app).await?.mail_customers) else {
        return Ok(None);
    };
    let (_, read) = tx.marks(dialog.id, customer.id).await?;
    let messages = tx.messages(dialog.id, MessagePage::Newest, LOOK_BACK).await?;
    let written = job.until - READ_WITHIN_MS..job.until;
    let is_unread = |message: &&Message| message.seq > read && written.contains(&message.sent_at);
    let unread: Vec<&Message> =
        messages.iter().filter(is_unread).filter(|message| message.sender.kind == PersonKind::Agent).collect();
    let Some(last) = unread.last() else { return Ok(None) };
    let said: Vec<String> =
        unread.iter().map(|message| format!("{}:\n{}", message.sender.full_name, message.said())).collect();
    let mail = Mail {
        to,
        subject: texts::reply_subject(customer.language.as_deref()).into(),
        text: said.join("\n\n") + "\n",
        message_id: format!("{}.{}@baton", dialog.id, last.seq),
        in_reply_to: None,
        reply_to: None,
        written_at_ms: app.now().0,
    };
    Ok(Some(mail))
}

/// The mail of a job, or nothing when somebody has looked meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn staff_mail(app: &Shared, job: MailJob) -> Result<Option<Mail>, Error> {
    let MailJob { to, subject, text, message_id, about } = job;
    if !is_so(&mut app.store.read().await?, about).await? {
        return Ok(None);
    }
    let written_at_ms = app.now().0;
    Ok(Some(Mail { to, subject, text, message_id, in_reply_to: None, reply_to: None, written_at_ms }))
}

/// Whether somebody should still look.
async fn is_so(tx: &mut Tx, about: About) -> Result<bool, Error> {
    Ok(tx.notify_since(about.dialog).await? == Some(Timestamp(about.since)))
}

/// The request to a browser's push service, or nothing when the browser no longer wants to be told.
///
/// # Errors
/// When the database fails, or the subscription cannot be used.
pub async fn push_request(app: &Shared, job: &PushJob) -> Result<Option<PushRequest>, Error> {
    let mut tx = app.store.read().await?;
    if let Some(about) = job.unless_seen
        && !is_so(&mut tx, about).await?
    {
        return Ok(None);
    }
    let Some(row) = tx.push_subscription(job.user, &job.endpoint).await? else { return Ok(None) };
    let Some(secret) = tx.server_key(PUSH_KEY).await? else { return Ok(None) };
    let key = VapidKey::from_secret(&secret).map_err(Error::internal)?;
    let message = serde_json::json!({ "title": job.title, "body": job.body, "dialog": job.dialog }).to_string();
    let message = if message.len() > PUSH_TEXT_MAX { "{}".into() } else { message };
    let topic = job.dialog.hex();
    let push = Push {
        message: message.as_bytes(),
        topic: Some(&topic),
        urgency: Urgency::High,
        ttl_seconds: PUSH_TTL_SECONDS,
    };
    let sender = Sender { key: &key, contact: &app.config.notify.contact, now_seconds: app.now().0 / 1_000 };
    let chance = Chance { salt: app.secrets.bytes(), ephemeral: app.secrets.bytes() };
    let subscription = Subscription { endpoint: row.endpoint, p256dh: row.p256dh, auth: row.auth };
    crate::notify::push::request(&subscription, &push, &sender, &chance).map(Some).map_err(Error::internal)
}

/// A browser has withdrawn its subscription.
///
/// # Errors
/// When the database fails.
pub async fn forget_push(app: &Shared, job: &PushJob) -> Result<(), Error> {
    let PushJob { user, endpoint, .. } = job.clone();
    app.store
        .write(move |tx| Box::pin(async move { Ok::<_, Error>(tx.unsubscribe_push(user, &endpoint).await?) }))
        .await
}

/// The signed call of the app's webhook, or nothing when it has none any more.
///
/// # Errors
/// When the database fails.
pub async fn notice_call(app: &Shared, id: &str, job: &NoticeJob) -> Result<Option<Delivered>, Error> {
    let mut tx = app.store.read().await?;
    if !is_so(&mut tx, job.about).await? {
        return Ok(None);
    }
    let Some(url) = tx.notifications(job.app).await?.webhook_url else { return Ok(None) };
    let secret = tx.notifications_secret(job.app).await?;
    webhook::signed(app, (url, secret), format!("msg_{}_{id}", job.app), job.payload.clone()).map(Some)
}
