//! How a customer was helped by a person: said once that is over, and open to change for a while.

use handover::{Outcome, Timestamp};

use super::{
    access::{Caller, reach},
    post,
};
use crate::{
    app::Shared,
    domain::{
        AgentFigures, AssistantFigures, Audience, DialogId, DialogSummary, HandoverId, Rating, Report, SCORES, ToRate,
    },
    error::Error,
    store::{AssistantRow, NewRating, Rateable, Tx, Window},
};

const COMMENT_CHARS_MAX: usize = 2_000;
/// Later nobody remembers well. Milliseconds.
const RATED_WITHIN_MS: i64 = 7 * 86_400_000;

/// Says how a handover went. Saying it again replaces what was said.
///
/// # Errors
/// When the caller is not the customer, or the handover cannot be rated (any more).
pub async fn rate_handover(
    app: &Shared,
    caller: Caller,
    dialog: DialogId,
    id: HandoverId,
    rating: Rating,
) -> Result<(), Error> {
    let rating = checked(rating)?;
    let shared = app.clone();
    app.store
        .write(move |tx| {
            Box::pin(async move {
                let dialog = reach(tx, caller, dialog).await?.dialog;
                if !is_customer(caller, &dialog) {
                    return Err(Error::Forbidden("only the customer may say how they were helped"));
                }
                let at = shared.now();
                let handover = tx.rateable(dialog.id, id).await?.ok_or(Error::NotFound("handover"))?;
                in_time(&handover, at)?;
                if tx.rating_of(id).await?.as_ref() == Some(&rating) {
                    return Ok(());
                }
                tx.rate_handover(&NewRating { handover: id, app: dialog.app, rating: &rating, at }).await?;
                let body = serde_json::json!({ "handover": id, "score": rating.score, "comment": rating.comment });
                post::record(tx, (dialog.app, Some(dialog.id)), ("rating", Audience::Staff), &body, at).await
            })
        })
        .await
}

fn checked(rating: Rating) -> Result<Rating, Error> {
    if !SCORES.contains(&rating.score) {
        return Err(Error::field("score", format!("must be a number from {} to {}", SCORES.start(), SCORES.end())));
    }
    let comment = rating.comment.map(|comment| comment.trim().to_owned()).filter(|comment| !comment.is_empty());
    if comment.as_ref().is_some_and(|comment| comment.chars().count() > COMMENT_CHARS_MAX) {
        return Err(Error::field("comment", format!("must have at most {COMMENT_CHARS_MAX} characters")));
    }
    Ok(Rating { comment, ..rating })
}

fn is_customer(caller: Caller, dialog: &DialogSummary) -> bool {
    matches!(caller, Caller::Customer { id, .. } if dialog.customer == Some(id))
}

fn in_time(handover: &Rateable, now: Timestamp) -> Result<(), Error> {
    let conflict = |reason, detail: &str| Err(Error::Conflict { reason, detail: detail.into() });
    match handover.ended {
        Some((Outcome::Solved | Outcome::NotSolved, at)) if now <= at.plus(RATED_WITHIN_MS) => Ok(()),
        Some((Outcome::Solved | Outcome::NotSolved, _)) => {
            conflict("too_late", "this is more than seven days ago and can no longer be rated")
        }
        Some((Outcome::Returned | Outcome::AbandonedWaiting, _)) => {
            conflict("not_resolved", "no person has resolved this, so there is nothing to rate")
        }
        None => conflict("not_ended", "this has not ended yet; rate it when it has"),
    }
}

/// What the customer may be asked to rate: the newest handover, if a person resolved it lately.
pub(super) async fn to_rate(
    tx: &mut Tx,
    caller: Caller,
    (dialog, assistant): (&DialogSummary, Option<&AssistantRow>),
    now: Timestamp,
) -> Result<Option<ToRate>, Error> {
    let asks = assistant.is_some_and(|assistant| assistant.settings.widget.ask_rating);
    if !asks || !is_customer(caller, dialog) {
        return Ok(None);
    }
    let newest = tx.newest_rateable(dialog.id).await?;
    let open = newest.filter(|handover| !handover.is_rated && in_time(handover, now).is_ok());
    Ok(open.and_then(|Rateable { handover, agent, .. }| Some(ToRate { handover, agent: agent? })))
}

/// What staff see of what was said last.
pub(super) async fn rating(tx: &mut Tx, caller: Caller, dialog: DialogId) -> Result<Option<Rating>, Error> {
    match caller {
        Caller::Customer { .. } => Ok(None),
        Caller::Admin { .. } | Caller::Key { .. } | Caller::Agent { .. } => Ok(tx.newest_rating(dialog).await?),
    }
}

/// Adds what was rated in the window, by whom it is about.
pub(super) async fn reported(tx: &mut Tx, window: Window, mut report: Report) -> Result<Report, Error> {
    report.ratings = tx.ratings(window).await?;
    for (agent, ratings) in tx.ratings_of_agents(window).await? {
        let known = report.agents.iter_mut().find(|figures| figures.agent.id == agent.id);
        match known {
            Some(figures) => figures.ratings = ratings,
            None => report.agents.push(AgentFigures::rated(agent, ratings)),
        }
    }
    for ((assistant, name), ratings) in tx.ratings_of_assistants(window).await? {
        let known = report.assistants.iter_mut().find(|figures| figures.assistant == assistant);
        match known {
            Some(figures) => figures.ratings = ratings,
            None => report.assistants.push(AssistantFigures::rated(assistant, name, ratings)),
        }
    }
    Ok(report)
}
