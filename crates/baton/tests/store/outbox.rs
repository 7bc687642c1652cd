//! What must follow is done at least once: a job is taken by one at a time, and comes back until it is
//! done or set aside.

use baton::store::{NewJob, Work};
use handover::Timestamp;

use crate::{Database, Desk, desk::NOW, on_both};

on_both![
    a_job_is_taken_when_it_is_due_and_by_one_only,
    a_job_whose_lease_ends_is_taken_again,
    a_renewed_job_stays_with_who_has_it,
    a_failed_job_comes_back_then_with_its_error,
    a_job_that_is_done_or_died_does_not_come_back,
    two_jobs_with_the_same_key_are_one,
    freed_jobs_can_be_taken_at_once,
    of_many_takers_each_job_has_one,
];

const LEASE_MS: i64 = 100;

async fn add(shop: &Desk, key: &'static str, due_at: Timestamp) {
    shop.write(move |tx| {
        Box::pin(
            async move { tx.add_job(&NewJob { kind: "ask", app: None, dedupe: key, body: key, due_at }, NOW).await },
        )
    })
    .await;
}

/// The bodies, attempts and ids of what is taken then.
async fn taken(shop: &Desk, now: Timestamp) -> Vec<(String, i64, i64)> {
    let take = shop
        .write(move |tx| Box::pin(async move { tx.take_jobs(Work::Answers, now, now.plus(LEASE_MS), 10).await }))
        .await;
    take.into_iter().map(|job| (job.body, job.attempts, job.id)).collect()
}

async fn next(shop: &Desk) -> Option<i64> {
    shop.read().await.next_job(Work::Answers).await.unwrap().map(|at| at.0 - NOW.0)
}

async fn a_job_is_taken_when_it_is_due_and_by_one_only(database: &Database) {
    let shop = Desk::open(database).await;
    assert_eq!(next(&shop).await, None);
    add(&shop, "later", NOW.plus(10)).await;
    assert_eq!(next(&shop).await, Some(10));
    assert_eq!(taken(&shop, NOW.plus(9)).await, []);
    let jobs = taken(&shop, NOW.plus(10)).await;
    assert_eq!((jobs.len(), jobs[0].0.as_str(), jobs[0].1), (1, "later", 1));
    assert_eq!(taken(&shop, NOW.plus(10)).await, []);
}

async fn a_job_whose_lease_ends_is_taken_again(database: &Database) {
    let shop = Desk::open(database).await;
    add(&shop, "lost", NOW).await;
    taken(&shop, NOW).await;
    assert_eq!(next(&shop).await, Some(LEASE_MS));
    assert_eq!(taken(&shop, NOW.plus(LEASE_MS - 1)).await, []);
    assert_eq!(taken(&shop, NOW.plus(LEASE_MS)).await[0].1, 2);
}

async fn a_renewed_job_stays_with_who_has_it(database: &Database) {
    let shop = Desk::open(database).await;
    add(&shop, "long", NOW).await;
    let id = taken(&shop, NOW).await[0].2;
    let until = NOW.plus(3 * LEASE_MS);
    shop.write(move |tx| Box::pin(async move { tx.renew_job(id, until).await })).await;
    assert_eq!(taken(&shop, NOW.plus(2 * LEASE_MS)).await, []);
    assert_eq!(taken(&shop, until).await[0].1, 2);
}

async fn a_failed_job_comes_back_then_with_its_error(database: &Database) {
    let shop = Desk::open(database).await;
    add(&shop, "weak", NOW).await;
    let id = taken(&shop, NOW).await[0].2;
    shop.write(move |tx| Box::pin(async move { tx.job_failed(id, "it rained", NOW.plus(50)).await })).await;
    assert_eq!(next(&shop).await, Some(50));
    assert_eq!(taken(&shop, NOW.plus(49)).await, []);
    assert_eq!(taken(&shop, NOW.plus(50)).await[0].1, 2);
    let errors: Vec<(Option<String>,)> = database.rows("SELECT last_error FROM outbox").await;
    assert_eq!(errors[0].0.as_deref(), Some("it rained"));
}

async fn a_job_that_is_done_or_died_does_not_come_back(database: &Database) {
    let shop = Desk::open(database).await;
    add(&shop, "done", NOW).await;
    add(&shop, "dead", NOW).await;
    let jobs = taken(&shop, NOW).await;
    assert_eq!(jobs.iter().map(|(body, ..)| body.as_str()).collect::<Vec<_>>(), ["done", "dead"]);
    let (done, dead) = (jobs[0].2, jobs[1].2);
    shop.write(move |tx| {
        Box::pin(async move {
            tx.job_done(done).await?;
            tx.job_died(dead, "too often").await
        })
    })
    .await;
    assert_eq!(next(&shop).await, None);
    assert_eq!(taken(&shop, NOW.plus(1_000_000)).await, []);
    let kept: Vec<(String,)> = database.rows("SELECT last_error FROM outbox").await;
    assert_eq!(kept, [("too often".to_owned(),)]);
}

async fn two_jobs_with_the_same_key_are_one(database: &Database) {
    let shop = Desk::open(database).await;
    add(&shop, "ask:1", NOW).await;
    add(&shop, "ask:1", NOW.plus(-5)).await;
    add(&shop, "ask:2", NOW).await;
    let bodies: Vec<String> = taken(&shop, NOW).await.into_iter().map(|(body, ..)| body).collect();
    assert_eq!(bodies, ["ask:1", "ask:2"]);
}

async fn freed_jobs_can_be_taken_at_once(database: &Database) {
    let shop = Desk::open(database).await;
    add(&shop, "held by the dead", NOW).await;
    taken(&shop, NOW).await;
    shop.write(|tx| Box::pin(async move { tx.free_jobs().await })).await;
    assert_eq!(taken(&shop, NOW).await[0].1, 2);
}

async fn of_many_takers_each_job_has_one(database: &Database) {
    let shop = Desk::open(database).await;
    shop.write(|tx| {
        Box::pin(async move {
            for job in 0..40 {
                let key = job.to_string();
                tx.add_job(&NewJob { kind: "ask", app: None, dedupe: &key, body: &key, due_at: NOW }, NOW).await?;
            }
            Ok(())
        })
    })
    .await;
    let take =
        || shop.write(|tx| Box::pin(async move { tx.take_jobs(Work::Answers, NOW, NOW.plus(LEASE_MS), 7).await }));
    let takes = futures_util::future::join_all((0..12).map(|_| take())).await;
    let mut bodies: Vec<i64> = takes.into_iter().flatten().map(|job| job.body.parse().unwrap()).collect();
    bodies.sort_unstable();
    assert_eq!(bodies, (0..40).collect::<Vec<i64>>());
}
