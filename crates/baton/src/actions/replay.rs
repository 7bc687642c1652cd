//! Questions that were once fixed are asked again after each change of the knowledge; what got worse is reported.

use super::{access::Caller, post};
use crate::{
    app::{App, Shared},
    domain::{AFTER_EVERY_ID, Audience, Page, Replay, UnansweredId, VerdictOutcome, Worsened, one_more},
    error::Error,
    knowledge::{self, Answered, Asked},
    store::Fixed,
};

/// More wordings than these are not asked again; the most frequent come first.
const ASKED_AGAIN_MAX: i64 = 300;

/// One wording, asked again.
#[derive(Clone, Debug, serde::Serialize, utoipa::ToSchema)]
pub struct Replayed {
    pub question: String,
    pub outcome: VerdictOutcome,
    pub score: f64,
}

/// Asks every wording again that was once fixed.
///
/// # Errors
/// When the database fails.
pub(super) async fn replay_fixed(app: &Shared, of: i64, version: i64) -> Result<(), Error> {
    let fixed = app.store.read().await?.fixed(of, ASKED_AGAIN_MAX).await?;
    if fixed.is_empty() {
        return Ok(());
    }
    let mut replayed = Vec::with_capacity(fixed.len());
    let mut worse = Vec::new();
    for fixed in &fixed {
        let Some(again) = ask_again(app, of, fixed).await? else { continue };
        if fixed.answered_before && again.outcome != VerdictOutcome::Answer {
            worse.push(worsened(fixed, &again));
        }
        replayed.push((fixed.unanswered, again));
    }
    let at = app.now();
    let answered = replayed.iter().filter(|(_, again)| again.outcome == VerdictOutcome::Answer).count();
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let report =
        Replay { id: app.ids.next(at), asked: count(replayed.len()), answered: count(answered), worse, made_at: at.0 };
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            // Changed meanwhile: some were asked of the old knowledge, some of the new. That change is followed by its
            // own replay, which must still see what was answered before it.
            if tx.knowledge_version(of).await? != version {
                return Ok(());
            }
            for (unanswered, again) in &replayed {
                let place = (*unanswered, again.question.as_str());
                tx.wording_replayed(place, (again.outcome.as_str(), again.score), at).await?;
            }
            tx.add_replay(of, version, &report).await?;
            post::record(tx, (of, None), ("replay", Audience::Staff), &report, at).await
        })
    });
    save.await
}

fn worsened(fixed: &Fixed, again: &Replayed) -> Worsened {
    Worsened {
        unanswered: fixed.unanswered,
        question: fixed.question.clone(),
        score_before: fixed.score_before,
        score: again.score,
    }
}

/// Asks the wordings of a question that has just been fixed, and keeps what became of each.
///
/// # Errors
/// When the database fails.
pub(super) async fn replay_wordings(app: &Shared, of: i64, id: UnansweredId) -> Result<Vec<Replayed>, Error> {
    let mut tx = app.store.read().await?;
    let Some(asked) = tx.unanswered_question(of, id).await? else { return Ok(Vec::new()) };
    let wordings = tx.wordings(id).await?;
    drop(tx);
    let mut replayed = Vec::with_capacity(wordings.len());
    for wording in wordings {
        let (question, assistant) = (wording.question, asked.assistant);
        let fixed = Fixed { unanswered: id, assistant, question, answered_before: false, score_before: 0.0 };
        replayed.extend(ask_again(app, of, &fixed).await?);
    }
    let (at, kept) = (app.now(), replayed.clone());
    let save = app.store.write(move |tx| {
        Box::pin(async move {
            for again in &kept {
                tx.wording_replayed((id, &again.question), (again.outcome.as_str(), again.score), at).await?;
            }
            Ok::<_, Error>(())
        })
    });
    save.await?;
    Ok(replayed)
}

/// By the knowledge alone: no model is asked hundreds of questions behind its owner's back.
async fn ask_again(app: &App, of: i64, fixed: &Fixed) -> Result<Option<Replayed>, Error> {
    let assistant = app.store.read().await?.assistant_even_removed(of, fixed.assistant).await?;
    let Some(mut assistant) = assistant else { return Ok(None) };
    assistant.settings.model = None;
    let asked = Asked {
        app: of,
        text: &fixed.question,
        language: None,
        history: &[],
        offered: &[],
        settings: &assistant.settings,
        model_key: None,
        without: &[],
        told: &[],
        passages: 1,
    };
    let Answered { verdict, .. } = knowledge::answer(app.stacks(), &app.llm, &asked, &mut |_, _, _| {}).await?;
    Ok(Some(Replayed { question: fixed.question.clone(), outcome: verdict.outcome, score: verdict.score }))
}

/// Newest first.
///
/// # Errors
/// When the caller does not work in the app.
pub async fn list_replays(
    app: &Shared,
    caller: Caller,
    of: i64,
    before: Option<&str>,
    limit: usize,
) -> Result<Page<Replay>, Error> {
    caller.works_in(of)?;
    let found = app.store.read().await?.replays(of, before.unwrap_or(AFTER_EVERY_ID), one_more(limit)).await?;
    Ok(Page::cut(found, limit, |replay| replay.id.hex()))
}
