//! Takes jobs from the outbox and does each at least once. A job that fails is tried again later,
//! longer after each try, and set aside when its tries are used up.

use std::{sync::Arc, time::Duration};

use handover::Timestamp;
use serde::de::DeserializeOwned;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{
    Fault, Hands, Places, calls, deliver,
    held::{Held, Hold},
    send,
};
use crate::{
    actions::{
        self, Ask, DeliveriesJob, Delivery, IndexSource, InvitationJob, MailJob, NoticeJob, OfApp, PushJob, ReadSite,
        ReplyJob, WakeJob,
    },
    app::Shared,
    error::Error,
    store::{Due, StoreError, Work},
};

/// Whoever takes a job says so again within this time; otherwise another takes it.
const LEASE_MS: i64 = 15_000;
const RENEW: Duration = Duration::from_secs(5);
const TRIES: i64 = 10;
const FIRST_PAUSE_MS: i64 = 1_000;
const PAUSE_MAX_MS: i64 = 3_600_000;

/// Starts as many jobs as there are places for; answers when the next one is due.
pub(super) async fn take(app: &Shared, hands: &Hands, places: &Places) -> Result<Option<Timestamp>, Error> {
    let next = [
        take_of(app, hands, &places.held, (Work::Answers, &places.answers)).await?,
        take_of(app, hands, &places.held, (Work::Messages, &places.messages)).await?,
    ];
    Ok(next.into_iter().flatten().min())
}

async fn take_of(
    app: &Shared,
    hands: &Hands,
    held: &Held,
    (kind, places): (Work, &Arc<Semaphore>),
) -> Result<Option<Timestamp>, Error> {
    loop {
        let now = app.now();
        let next = app.store.read().await?.next_job(kind).await?;
        let free = places.available_permits();
        if free == 0 || next.is_none_or(|next| next > now) {
            // With no place free, the job that frees one rings the bell.
            return Ok(next.filter(|_| free > 0));
        }
        let at_most = i64::try_from(free).unwrap_or(i64::MAX);
        let lease = now.plus(LEASE_MS);
        renew(app, held, &held.past(now)).await?;
        let due = app
            .store
            .write(move |tx| Box::pin(async move { tx.take_jobs(kind, now, lease, at_most).await }))
            .await
            .map_err(Error::from)?;
        for job in due {
            let Ok(place) = places.clone().acquire_owned().await else { return Ok(None) };
            let hold = held.begin(job.id, lease);
            tokio::spawn(work(app.clone(), hands.clone(), job, (hold, place)));
        }
    }
}

async fn work(app: Shared, hands: Hands, job: Due, (hold, place): (Hold, OwnedSemaphorePermit)) {
    let done = tokio::select! {
        done = perform(&app, &hands, &job) => done,
        never = keep(&app, &hold.held, job.id) => match never {},
    };
    if let Err(error) = settle(&app, &job, done).await {
        tracing::error!(job = job.id, %error, "a job's end was not saved; it will be done again");
    }
    drop((hold, place));
    app.bell.notify_one();
}

enum Never {}

async fn keep(app: &Shared, held: &Held, job: i64) -> Never {
    loop {
        tokio::time::sleep(RENEW).await;
        if let Err(error) = renew(app, held, &[job]).await {
            tracing::warn!(job, %error, "a job's lease was not renewed");
        }
    }
}

async fn renew(app: &Shared, held: &Held, jobs: &[i64]) -> Result<(), StoreError> {
    let until = app.now().plus(LEASE_MS);
    for &job in jobs {
        app.store.write(move |tx| Box::pin(async move { tx.renew_job(job, until).await })).await?;
    }
    held.renewed(jobs, until);
    Ok(())
}

async fn perform(app: &Shared, hands: &Hands, job: &Due) -> Result<(), Fault> {
    match job.kind.as_str() {
        Ask::KIND => actions::answer(app, read(job)?).await.map_err(failed),
        Delivery::KIND => match actions::deliver(app, &job.key(), &read(job)?).await.map_err(failed)? {
            Some(request) => deliver::post(&hands.webhooks, &app.guard, request).await.map_err(Fault::Again),
            None => Ok(()),
        },
        IndexSource::KIND => {
            let index: IndexSource = read(job)?;
            actions::index_source(app, index.app, index.source).await.map_err(failed)
        }
        actions::ENCODE_JOB => actions::encode_knowledge(app, read::<OfApp>(job)?.app).await.map_err(failed),
        actions::LEARN_JOB => actions::learn(app, read::<OfApp>(job)?.app).await.map_err(failed),
        ReadSite::KIND => hands.crawler.step(app, read(job)?).await.map_err(failed),
        MailJob::KIND => hands.post.mail(app, read(job)?).await,
        ReplyJob::KIND => hands.post.reply(app, read(job)?).await,
        PushJob::KIND => hands.post.push(app, read(job)?).await,
        InvitationJob::KIND => hands.post.invitation(app, read(job)?).await,
        DeliveriesJob::KIND => calls::run(app, hands.post.guarded(), job, read(job)?).await,
        NoticeJob::KIND => send::notice(app, &hands.webhooks, (job.key(), read(job)?)).await,
        WakeJob::KIND => actions::wake(app, read(job)?).await.map_err(failed),
        kind => Err(Fault::Final(format!("nobody knows how to do a job of the kind {kind}"))),
    }
}

fn read<T: DeserializeOwned>(job: &Due) -> Result<T, Fault> {
    serde_json::from_str(&job.body).map_err(|error| Fault::Final(format!("its body cannot be read: {error}")))
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
pub(super) fn failed(error: Error) -> Fault {
    Fault::Again(format!("{:#}", anyhow::Error::from(error)))
}

async fn settle(app: &Shared, job: &Due, done: Result<(), Fault>) -> Result<(), StoreError> {
    let (id, attempts) = (job.id, job.attempts);
    let (error, is_final) = match done {
        // It has settled by itself when it goes on.
        Ok(()) if job.kind == DeliveriesJob::KIND => return Ok(()),
        Ok(()) => return app.store.write(move |tx| Box::pin(async move { tx.job_done(id).await })).await,
        Err(Fault::Again(error)) => (error, false),
        Err(Fault::Final(error)) => (error, true),
    };
    let tries = match job.kind.as_str() {
        Delivery::KIND => app.config.answers.webhook_tries,
        // Its deliveries are what is given up.
        DeliveriesJob::KIND => i64::MAX,
        _ => TRIES,
    };
    tracing::warn!(job = id, kind = job.kind, attempts, error, "a job failed");
    if is_final || attempts >= tries {
        return app.store.write(move |tx| Box::pin(async move { tx.job_died(id, &error).await })).await;
    }
    let again_at = app.now().plus(pause_ms(attempts));
    app.store.write(move |tx| Box::pin(async move { tx.job_failed(id, &error, again_at).await })).await
}

/// Doubles with every try.
pub(super) fn pause_ms(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or(0);
    FIRST_PAUSE_MS.saturating_mul(2_i64.pow(doublings)).min(PAUSE_MAX_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pause_is_twice_the_one_before_up_to_an_hour() {
        assert_eq!([1, 2, 3, 4].map(pause_ms), [1_000, 2_000, 4_000, 8_000]);
        assert_eq!(pause_ms(40), PAUSE_MAX_MS);
    }
}
