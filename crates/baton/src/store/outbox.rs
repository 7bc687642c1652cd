//! What must follow a decision, saved with it: each job is done at least once.

use handover::Timestamp;

use super::{StoreError, Tx};
use crate::domain::DeadLetter;

pub struct NewJob<'a> {
    pub kind: &'a str,
    /// Whose job it is, if it is an app's.
    pub app: Option<i64>,
    /// Two jobs with the same key are one.
    pub dedupe: &'a str,
    pub body: &'a str,
    pub due_at: Timestamp,
}

/// A job that is due, leased to whoever took it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Due {
    pub id: i64,
    pub kind: String,
    pub body: String,
    pub attempts: i64,
    pub created_at: i64,
}

/// What must not wait for each other: a mail server that hangs keeps nobody from being answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Answers, knowledge, websites, and the webhook that may answer.
    Answers,
    /// What is sent to people who have no page open.
    Messages,
}

macro_rules! is_message {
    () => {
        "(kind IN ('mail', 'reply', 'push', 'notice', 'invitation', 'deliveries'))"
    };
}

impl Due {
    /// The same for every try, and of no other job: numbers of jobs that are done may come again.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}_{}", self.created_at, self.id)
    }
}

impl Tx {
    pub async fn add_job(&mut self, job: &NewJob<'_>, now: Timestamp) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO outbox (kind, app, dedupe, body, due_at, leased_until, attempts, dead, created_at)
            VALUES ($1, $2, $3, $4, $5, 0, 0, FALSE, $6) ON CONFLICT (dedupe) DO NOTHING";
        run!(self, SQL, job.kind, job.app, job.dedupe, job.body, job.due_at.0, now.0);
        self.work = true;
        Ok(())
    }

    /// Takes jobs that are due, leased until then; nobody else takes them before.
    pub async fn take_jobs(
        &mut self,
        work: Work,
        now: Timestamp,
        lease: Timestamp,
        at_most: i64,
    ) -> Result<Vec<Due>, StoreError> {
        const SQL: &str = concat!(
            "UPDATE outbox SET leased_until = $2, attempts = attempts + 1
            WHERE id IN (SELECT id FROM outbox WHERE dead = FALSE AND due_at <= $1 AND leased_until <= $1 AND ",
            is_message!(),
            " = $4 ORDER BY due_at, id LIMIT $3)
            RETURNING id, kind, body, attempts, created_at"
        );
        Ok(rows!(self, Due, SQL, now.0, lease.0, at_most, work == Work::Messages))
    }

    /// As long as it is being done.
    pub async fn renew_job(&mut self, id: i64, lease: Timestamp) -> Result<(), StoreError> {
        run!(self, "UPDATE outbox SET leased_until = $2 WHERE id = $1 AND leased_until > 0", id, lease.0);
        Ok(())
    }

    /// Frees every lease: for the one process that has the database to itself, when it starts.
    pub async fn free_jobs(&mut self) -> Result<(), StoreError> {
        run!(self, "UPDATE outbox SET leased_until = 0 WHERE leased_until > 0");
        self.work = true;
        Ok(())
    }

    /// It is not needed any more.
    pub async fn drop_job(&mut self, dedupe: &str) -> Result<(), StoreError> {
        run!(self, "DELETE FROM outbox WHERE dedupe = $1", dedupe);
        Ok(())
    }

    pub async fn job_done(&mut self, id: i64) -> Result<(), StoreError> {
        run!(self, "DELETE FROM outbox WHERE id = $1", id);
        Ok(())
    }

    /// To be tried again then.
    pub async fn job_failed(&mut self, id: i64, error: &str, again_at: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE outbox SET leased_until = 0, due_at = $3, last_error = $2 WHERE id = $1";
        run!(self, SQL, id, error, again_at.0);
        self.work = true;
        Ok(())
    }

    /// It goes on then, after so many attempts; at once if it was hurried since this attempt was `taken`.
    pub async fn put_off_job(
        &mut self,
        (id, taken): (i64, i64),
        until: Timestamp,
        attempts: i64,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE outbox SET leased_until = 0,
              due_at = CASE WHEN attempts = $4 THEN $2 ELSE due_at END,
              attempts = CASE WHEN attempts = $4 THEN $3 ELSE attempts END
            WHERE id = $1";
        run!(self, SQL, id, until.0, attempts, taken);
        self.work = true;
        Ok(())
    }

    /// The job with this key is due at once, unless it is being done or was put off after failures.
    pub async fn wake_job(&mut self, dedupe: &str, now: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE outbox SET due_at = $2 WHERE dedupe = $1 AND attempts = 0 AND due_at > $2";
        run!(self, SQL, dedupe, now.0);
        self.work = true;
        Ok(())
    }

    /// The job with this key is due at once, as if it had never failed.
    pub async fn hurry_job(&mut self, dedupe: &str, now: Timestamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE outbox SET due_at = $2, attempts = 0, dead = FALSE WHERE dedupe = $1";
        run!(self, SQL, dedupe, now.0);
        self.work = true;
        Ok(())
    }

    /// Set aside; it is not tried again.
    pub async fn job_died(&mut self, id: i64, error: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE outbox SET dead = TRUE, last_error = $2 WHERE id = $1", id, error);
        Ok(())
    }

    /// When the next job can be taken.
    pub async fn next_job(&mut self, work: Work) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = concat!(
            "SELECT MIN(CASE WHEN leased_until > due_at THEN leased_until ELSE due_at END)
            FROM outbox WHERE dead = FALSE AND ",
            is_message!(),
            " = $1"
        );
        Ok(value!(self, Option<i64>, SQL, work == Work::Messages).map(Timestamp))
    }

    /// An app's jobs that were given up, the newest first, older than `before`.
    pub async fn dead_letters(&mut self, app: i64, before: i64, at_most: i64) -> Result<Vec<DeadLetter>, StoreError> {
        const SQL: &str = "SELECT id, kind, COALESCE(last_error, ''), attempts, created_at FROM outbox
            WHERE dead = TRUE AND app = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
        let rows = rows!(self, (i64, String, String, i64, i64), SQL, app, before, at_most);
        let letter = |(id, kind, error, tries, created_at)| DeadLetter { id, kind, error, tries, created_at };
        Ok(rows.into_iter().map(letter).collect())
    }

    /// A job that was given up is done again; answers whether there is one.
    pub async fn revive_job(&mut self, app: i64, id: i64, now: Timestamp) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE outbox SET dead = FALSE, attempts = 0, leased_until = 0, due_at = $3
            WHERE app = $1 AND id = $2 AND dead = TRUE";
        self.work = true;
        Ok(run!(self, SQL, app, id, now.0) > 0)
    }

    /// A job that was given up is forgotten; answers whether there was one.
    pub async fn bury_job(&mut self, app: i64, id: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM outbox WHERE app = $1 AND id = $2 AND dead = TRUE", app, id) > 0)
    }
}
