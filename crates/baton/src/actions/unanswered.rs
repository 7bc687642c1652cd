//! The loop closes: what could not be answered becomes knowledge, and is asked again.

use super::{
    access::Caller,
    answer::{Trial, ask},
    indexing::{encode_knowledge, index_source},
    knowledge::{SourceWish, add_source},
    replay::{Replayed, replay_wordings},
};
use crate::{
    app::Shared,
    domain::{
        Page, Source, SourceId, UnansweredId, UnansweredQuestion, UnansweredState, Verdict, Wording, cursor, one_more,
    },
    error::Error,
};

const DAY_MS: i64 = 86_400_000;
/// More days than this are a report of their own.
const DAYS_MAX: i64 = 90;

/// A question becomes knowledge.
#[derive(Clone, Debug, Default)]
pub struct UnansweredAnswer {
    /// As it is asked; absent: as it was asked first.
    pub question: Option<String>,
    pub phrasings: Vec<String>,
    pub answer: String,
}

/// What came of it.
#[derive(Debug)]
pub struct UnansweredFixed {
    pub source: Source,
    pub verdict: Verdict,
    pub replayed: Vec<Replayed>,
}

/// The most frequent first.
///
/// # Errors
/// When the caller does not work in the app.
pub async fn list_unanswered(
    app: &Shared,
    caller: Caller,
    (of, state): (i64, UnansweredState),
    after: Option<&str>,
    limit: usize,
) -> Result<Page<UnansweredQuestion>, Error> {
    caller.works_in(of)?;
    let skip: i64 = cursor(after, 0).max(0);
    let at_most = one_more(limit);
    let found = app.store.read().await?.unanswered(of, state, skip, at_most).await?;
    let next = (skip + at_most - 1).to_string();
    Ok(Page::cut(found, limit, |_| next.clone()))
}

/// A question with each of its wordings.
///
/// # Errors
/// When it is out of reach.
pub async fn show_unanswered(
    app: &Shared,
    caller: Caller,
    of: i64,
    id: UnansweredId,
) -> Result<(UnansweredQuestion, Vec<Wording>), Error> {
    caller.works_in(of)?;
    let mut tx = app.store.read().await?;
    let question = tx.unanswered_question(of, id).await?.ok_or(Error::NotFound("question"))?;
    Ok((question, tx.wordings(id).await?))
}

/// How often unanswered questions came on each of the last days: the day's start (ms since 1970, UTC) and how many.
///
/// # Errors
/// When the caller does not work in the app.
pub async fn unanswered_trend(app: &Shared, caller: Caller, of: i64, days: i64) -> Result<Vec<(i64, i64)>, Error> {
    caller.works_in(of)?;
    let today = app.now().0 / DAY_MS;
    let first = today - days.clamp(1, DAYS_MAX) + 1;
    let counted = app.store.read().await?.unanswered_by_day(of, handover::Timestamp(first * DAY_MS)).await?;
    let of_day = |day: i64| counted.iter().find(|(known, _)| *known == day).map_or(0, |(_, times)| *times);
    Ok((first..=today).map(|day| (day * DAY_MS, of_day(day))).collect())
}

/// Makes a source of the answer and asks the question and each of its wordings again.
///
/// # Errors
/// When the question is out of reach or the answer does not fit.
pub async fn answer_unanswered(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, UnansweredId),
    wish: UnansweredAnswer,
) -> Result<UnansweredFixed, Error> {
    caller.configures(of)?;
    let asked = app.store.read().await?.unanswered_question(of, id).await?.ok_or(Error::NotFound("question"))?;
    let question = wish.question.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| asked.question.clone());
    let pair = SourceWish::Pair { title: None, question, phrasings: wish.phrasings, answer: wish.answer };
    let source = add_source(app, caller, of, pair).await?;
    // It is asked again at once, so it is indexed here; the job finds it done.
    index_source(app, of, source.id).await?;
    encode_knowledge(app, of).await?;
    settle(app, of, id, (UnansweredState::Answered, Some(source.id))).await?;
    let trial = Trial { question: asked.question.clone(), ..Trial::default() };
    let verdict = ask(app, caller, (of, asked.assistant), &trial).await?;
    let replayed = replay_wordings(app, of, id).await?;
    let source = app.store.read().await?.source(of, source.id).await?.ok_or(Error::NotFound("source"))?.source;
    Ok(UnansweredFixed { source, verdict, replayed })
}

/// It needs no answer.
///
/// # Errors
/// When the question is out of reach or settled already.
pub async fn dismiss_unanswered(app: &Shared, caller: Caller, of: i64, id: UnansweredId) -> Result<(), Error> {
    caller.configures(of)?;
    if settle(app, of, id, (UnansweredState::Dismissed, None)).await? {
        Ok(())
    } else {
        Err(Error::NotFound("question"))
    }
}

async fn settle(
    app: &Shared,
    of: i64,
    id: UnansweredId,
    (state, source): (UnansweredState, Option<SourceId>),
) -> Result<bool, Error> {
    let settle =
        app.store.write(move |tx| Box::pin(async move { Ok(tx.settle_unanswered(of, id, state, source).await?) }));
    settle.await
}
