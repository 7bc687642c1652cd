//! What is sent to those who are told: jobs for their browsers, their mailboxes, and the app's webhook.

use serde::{Deserialize, Serialize};

use super::{super::packet::quote, Rung};
use crate::{
    domain::{Agent, DialogId, NoticeStep},
    error::Error,
    store::{NewJob, Tx},
    texts,
};

/// What somebody should look at. When somebody has, nothing more is said of it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct About {
    pub dialog: DialogId,
    pub since: i64,
}

/// A message for one browser.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PushJob {
    pub user: i64,
    pub endpoint: String,
    pub title: String,
    pub body: String,
    pub dialog: DialogId,
    /// It is not sent when somebody has looked at it since.
    pub unless_seen: Option<About>,
}

/// A mail to somebody who works here.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MailJob {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub message_id: String,
    pub about: About,
}

/// A call of the app's webhook.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NoticeJob {
    pub app: i64,
    pub payload: String,
    pub about: About,
}

impl PushJob {
    pub const KIND: &'static str = "push";
}

impl MailJob {
    pub const KIND: &'static str = "mail";
}

impl NoticeJob {
    pub const KIND: &'static str = "notice";
}

/// What is said.
struct News {
    title: String,
    question: String,
}

pub(super) async fn tell(tx: &mut Tx, rung: &Rung<'_>, step: NoticeStep, agents: &[Agent]) -> Result<(), Error> {
    let news = news(tx, rung).await?;
    for agent in agents {
        for browser in tx.push_subscriptions(agent.id).await? {
            let endpoint = browser.endpoint;
            let key = format!("{}:{endpoint}", agent.id);
            let (title, body) = (news.title.clone(), news.question.clone());
            let (dialog, unless_seen) = (rung.dialog.id, Some(about(rung)));
            let job = PushJob { user: agent.id, endpoint, title, body, dialog, unless_seen };
            add(tx, rung, step, (PushJob::KIND, &key), &job).await?;
        }
    }
    if step != NoticeStep::Mail {
        return Ok(());
    }
    if rung.app.config.notify.sends_mail() {
        let mut addresses: Vec<&String> = agents.iter().filter_map(|agent| agent.email.as_ref()).collect();
        addresses.extend(&rung.settings.mail_to);
        addresses.sort();
        addresses.dedup();
        for to in addresses {
            add(tx, rung, step, (MailJob::KIND, to), &mail(rung, &news, to)).await?;
        }
    }
    if rung.settings.webhook_url.is_some() {
        let job = NoticeJob { app: rung.dialog.app, payload: payload(rung, agents, &news), about: about(rung) };
        add(tx, rung, step, (NoticeJob::KIND, ""), &job).await?;
    }
    Ok(())
}

async fn news(tx: &mut Tx, rung: &Rung<'_>) -> Result<News, Error> {
    let customer = match rung.dialog.customer {
        Some(customer) => tx.person(rung.dialog.app, customer).await?.map(|person| person.full_name),
        None => None,
    };
    let title = texts::notice(customer.as_deref(), rung.agent.is_some());
    let question = tx.newest_of_customer(rung.dialog.id).await?.map(|(_, text)| quote(&text)).unwrap_or_default();
    Ok(News { title, question })
}

fn mail(rung: &Rung<'_>, news: &News, to: &str) -> MailJob {
    let address = rung.app.config.notify.address.trim_end_matches('/');
    let link = if address.is_empty() { String::new() } else { format!("\n\n{address}/desk/all/{}", rung.dialog.id) };
    MailJob {
        to: to.to_owned(),
        subject: news.title.clone(),
        text: format!("{}\n\n“{}”{link}\n", news.title, news.question),
        message_id: format!("{}.{}.{}@baton", rung.dialog.id, rung.unseen.since.0, crate::secrets::fingerprint(to)),
        about: about(rung),
    }
}

fn about(rung: &Rung<'_>) -> About {
    About { dialog: rung.dialog.id, since: rung.unseen.since.0 }
}

fn payload(rung: &Rung<'_>, agents: &[Agent], news: &News) -> String {
    serde_json::json!({
        "type": "handover.unseen",
        "timestamp": rung.app.now().0,
        "data": {
            "app": rung.dialog.app,
            "dialog": rung.dialog.id,
            "handover": crate::domain::HandoverId::from(rung.handover),
            "agent": rung.agent.map(|agent| agent.0),
            "told": agents.iter().map(|agent| agent.id).collect::<Vec<_>>(),
            "since": rung.unseen.since.0,
            "question": news.question,
        }
    })
    .to_string()
}

async fn add<J: Serialize>(
    tx: &mut Tx,
    rung: &Rung<'_>,
    step: NoticeStep,
    (kind, key): (&str, &str),
    job: &J,
) -> Result<(), Error> {
    let body = serde_json::to_string(job).map_err(Error::internal)?;
    let dedupe = format!("{kind}:{}:{}:{}:{key}", rung.dialog.id, rung.unseen.since.0, step.as_str());
    let now = rung.app.now();
    let new = NewJob { kind, app: Some(rung.dialog.app), dedupe: &dedupe, body: &body, due_at: now };
    Ok(tx.add_job(&new, now).await?)
}
