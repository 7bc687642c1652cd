//! The loop closes: what could not be answered becomes knowledge, and is asked again.

use super::{
    access::Caller,
    answer::ask,
    knowledge::{SourceWish, add_source, index_source},
};
use crate::{
    app::Shared,
    domain::{Page, Source, UnansweredId, UnansweredQuestion, UnansweredState, Verdict, one_more},
    error::Error,
};

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
    let skip: i64 = after.and_then(|after| after.parse().ok()).unwrap_or(0).max(0);
    let at_most = one_more(limit);
    let found = app.store.read().await?.unanswered(of, state, skip, at_most).await?;
    let next = (skip + at_most - 1).to_string();
    Ok(Page::cut(found, limit, |_| next.clone()))
}

/// Makes a source of the answer and asks the question again.
///
/// # Errors
/// When the question is out of reach or the answer does not fit.
pub async fn answer_unanswered(
    app: &Shared,
    caller: Caller,
    (of, id): (i64, UnansweredId),
    question: Option<String>,
    answer: String,
) -> Result<(Source, Verdict), Error> {
    caller.configures(of)?;
    let asked = app.store.read().await?.unanswered_question(of, id).await?.ok_or(Error::NotFound("question"))?;
    let question = question.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| asked.question.clone());
    let wish = SourceWish::Pair { title: None, question, answer };
    let source = add_source(app, caller, of, wish).await?;
    // It is asked again at once, so it is indexed here; the job finds it done.
    index_source(app, of, source.id).await?;
    settle(app, of, id, UnansweredState::Answered).await?;
    let verdict = ask(app, caller, (of, asked.assistant), &asked.question, None).await?;
    let source = app.store.read().await?.source(of, source.id).await?.ok_or(Error::NotFound("source"))?.source;
    Ok((source, verdict))
}

/// It needs no answer.
///
/// # Errors
/// When the question is out of reach or settled already.
pub async fn dismiss_unanswered(app: &Shared, caller: Caller, of: i64, id: UnansweredId) -> Result<(), Error> {
    caller.configures(of)?;
    if settle(app, of, id, UnansweredState::Dismissed).await? { Ok(()) } else { Err(Error::NotFound("question")) }
}

async fn settle(app: &Shared, of: i64, id: UnansweredId, state: UnansweredState) -> Result<bool, Error> {
    app.store.write(move |tx| Box::pin(async move { Ok(tx.settle_unanswered(of, id, state).await?) })).await
}
