//! Sending what was written for people who have no page open: mails, messages for browsers, calls of the app's webhook.

use std::{sync::Arc, time::Duration};

use crate::{
    actions::{self, InvitationJob, MailJob, NoticeJob, PushJob, ReplyJob},
    app::{App, Shared},
    fetch::guarded_client,
    notify::{Mail, MailFailure, MailServer, Pushed, push},
};

use super::{Fault, deliver, outbox::failed};

const ANSWERED_WITHIN: Duration = Duration::from_secs(15);

/// How what is sent leaves the program.
pub(super) struct Post {
    /// Absent: no mail is sent.
    mail: Option<MailServer>,
    /// For addresses that others gave, such as those of push services: it reaches nothing inside.
    guarded: reqwest::Client,
}

impl Post {
    pub(super) fn new(app: &App) -> anyhow::Result<Self> {
        let settings = &app.config.notify;
        let mail = match settings.sends_mail() {
            true => Some(MailServer::new(&settings.smtp_url, &settings.mail_from)?),
            false => None,
        };
        Ok(Self { mail, guarded: guarded_client(&Arc::new(app.guard.clone()), ANSWERED_WITHIN)? })
    }

    pub(super) async fn mail(&self, app: &Shared, job: MailJob) -> Result<(), Fault> {
        match actions::staff_mail(app, job).await.map_err(failed)? {
            Some(mail) => self.send(&mail).await,
            None => Ok(()),
        }
    }

    pub(super) async fn reply(&self, app: &Shared, job: ReplyJob) -> Result<(), Fault> {
        match actions::reply_mail(app, job).await.map_err(failed)? {
            Some(mail) => self.send(&mail).await,
            None => Ok(()),
        }
    }

    pub(super) async fn invitation(&self, app: &Shared, job: InvitationJob) -> Result<(), Fault> {
        match actions::invitation_mail(app, job).await.map_err(failed)? {
            Some(mail) => self.send(&mail).await,
            None => Ok(()),
        }
    }

    pub(super) fn guarded(&self) -> &reqwest::Client {
        &self.guarded
    }

    async fn send(&self, mail: &Mail) -> Result<(), Fault> {
        let Some(server) = &self.mail else { return Err(Fault::Final("no mail server is set any more".into())) };
        server.send(mail).await.map_err(|failure| match failure {
            MailFailure::Permanent(cause) => Fault::Final(cause.to_string()),
            MailFailure::Transient(cause) => Fault::Again(cause.to_string()),
        })
    }

    pub(super) async fn push(&self, app: &Shared, job: PushJob) -> Result<(), Fault> {
        let Some(request) = actions::push_request(app, &job).await.map_err(failed)? else { return Ok(()) };
        let unreadable = |_| Fault::Final("the push address is none".into());
        let url = url::Url::parse(&request.url).map_err(unreadable)?;
        app.guard.check_url(&url).map_err(|refused| Fault::Final(refused.to_string()))?;
        let mut sending = self.guarded.post(url).body(request.body);
        for (name, value) in request.headers {
            sending = sending.header(name, value);
        }
        let unreachable = |_| Fault::Again("the push service cannot be reached".into());
        let status = sending.send().await.map_err(unreachable)?.status();
        match push::verdict(status.as_u16()) {
            Pushed::Sent => Ok(()),
            Pushed::Gone => actions::forget_push(app, &job).await.map_err(failed),
            Pushed::Failed => Err(Fault::Again(format!("the push service answered with status {status}"))),
            Pushed::Refused => Err(Fault::Final(format!("the push service answered with status {status}"))),
        }
    }
}

pub(super) async fn notice(
    app: &Shared,
    webhooks: &reqwest::Client,
    (id, job): (String, NoticeJob),
) -> Result<(), Fault> {
    match actions::notice_call(app, &id, &job).await.map_err(failed)? {
        Some(request) => deliver::post(webhooks, &app.guard, request).await.map_err(Fault::Again),
        None => Ok(()),
    }
}
