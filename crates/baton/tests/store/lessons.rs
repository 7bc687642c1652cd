//! What outcomes taught: each party's last word on an answer, one calibration an app, each wording of a question,
//! and what became of those that were once fixed.

use baton::{
    domain::{MessageId, Replay, UnansweredId, UnansweredState, VerdictOutcome, Worsened},
    store::{NewLesson, NewUnanswered, StoredCalibration},
};
use handover::Reason;

use crate::{Database, Desk, desk::NOW, on_both, sources::ready};

on_both![
    what_a_party_says_again_replaces_what_it_said,
    an_app_has_one_calibration,
    each_wording_is_counted_by_itself,
    a_question_is_counted_under_one_that_means_the_same,
    only_open_questions_of_the_same_model_are_compared,
    days_are_counted_by_when_they_were,
    what_was_fixed_is_asked_again,
    replays_are_read_newest_first,
];

async fn teach(shop: &Desk, message: MessageId, (helpful, taught_by): (bool, &'static str), at_ms: i64) {
    let (id, app, dialog) = (shop.id(), shop.app, shop.id());
    let (question, evidence, at) = ("How long?", 1.5, NOW.plus(at_ms));
    let lesson = NewLesson { id, app, dialog, message, question, evidence, helpful, taught_by, at };
    shop.write(move |tx| Box::pin(async move { tx.learn(&lesson).await })).await;
}

async fn what_a_party_says_again_replaces_what_it_said(database: &Database) {
    let shop = Desk::open(database).await;
    let (one, other) = (shop.id(), shop.id());
    teach(&shop, one, (true, "customer"), 1).await;
    teach(&shop, other, (true, "customer"), 2).await;
    teach(&shop, one, (false, "customer"), 3).await;
    teach(&shop, one, (true, "agent"), 4).await;
    let lessons = shop.read().await.lessons(shop.app, 10).await.unwrap();
    assert_eq!(lessons, [(1.5, true), (1.5, false), (1.5, true)]);
    assert_eq!(shop.read().await.lessons(shop.app, 1).await.unwrap(), [(1.5, true)]);
    assert_eq!(shop.read().await.lessons(shop.app + 1, 10).await.unwrap(), []);
}

async fn an_app_has_one_calibration(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    assert!(shop.read().await.calibration(app).await.unwrap().is_none());
    for (model, knowledge_version) in [("", 1), ("aabbccddeeff", 2)] {
        let made = StoredCalibration { model: model.into(), knowledge_version, body: "{}".into() };
        shop.write(move |tx| Box::pin(async move { tx.save_calibration(app, &made, NOW).await })).await;
    }
    let kept = shop.read().await.calibration(app).await.unwrap().unwrap();
    assert_eq!((kept.model.as_str(), kept.knowledge_version), ("aabbccddeeff", 2));
}

/// Somebody asked; answers the question that it was counted under.
async fn asked(
    shop: &Desk,
    (meaning, question): (&'static str, &'static str),
    vector: Option<(&'static str, &'static [u8])>,
    (like, at_ms): (Option<UnansweredId>, i64),
) -> UnansweredId {
    let (id, app, assistant, dialog) = (shop.id(), shop.app, shop.assistant, shop.dialog().await);
    shop.write(move |tx| {
        Box::pin(async move {
            let (reason, score, at) = (Reason::UnknownAnswer, 0.25, NOW.plus(at_ms));
            let new = NewUnanswered { id, app, assistant, dialog, meaning, question, reason, score, vector, at };
            tx.count_unanswered(&new, like).await
        })
    })
    .await;
    let open = shop.read().await.unanswered(app, UnansweredState::Open, 0, 10).await.unwrap();
    open.into_iter().max_by_key(|asked| asked.last_at).unwrap().id
}

async fn wordings(shop: &Desk, id: UnansweredId) -> Vec<(String, i64)> {
    let wordings = shop.read().await.wordings(id).await.unwrap();
    wordings.into_iter().map(|wording| (wording.question, wording.times)).collect()
}

async fn each_wording_is_counted_by_itself(database: &Database) {
    let shop = Desk::open(database).await;
    let id = asked(&shop, ("repair", "Do you repair?"), None, (None, 1)).await;
    asked(&shop, ("repair", "Repair, do you?"), None, (None, 2)).await;
    asked(&shop, ("repair", "Repair, do you?"), None, (None, 3)).await;
    assert_eq!(wordings(&shop, id).await, [("Repair, do you?".into(), 2), ("Do you repair?".into(), 1)]);
    let question = shop.read().await.unanswered_question(shop.app, id).await.unwrap().unwrap();
    assert_eq!((question.times, question.created_at, question.last_at), (3, NOW.0 + 1, NOW.0 + 3));
    let wording = &shop.read().await.wordings(id).await.unwrap()[0];
    assert_eq!((wording.outcome, wording.score, wording.replayed_at), (None, None, None));
}

async fn a_question_is_counted_under_one_that_means_the_same(database: &Database) {
    let shop = Desk::open(database).await;
    let id = asked(&shop, ("repair", "Do you repair?"), None, (None, 1)).await;
    assert_eq!(asked(&shop, ("mend", "Can you mend it?"), None, (Some(id), 2)).await, id);
    assert_eq!(wordings(&shop, id).await, [("Can you mend it?".into(), 1), ("Do you repair?".into(), 1)]);
    let app = shop.app;
    shop.write(move |tx| {
        Box::pin(async move { tx.settle_unanswered(app, id, UnansweredState::Dismissed, None).await })
    })
    .await;
    // What has been settled meanwhile is not counted on.
    let again = asked(&shop, ("mend", "Can you mend it?"), None, (Some(id), 3)).await;
    assert_ne!(again, id);
    assert_eq!(wordings(&shop, again).await, [("Can you mend it?".into(), 1)]);
}

async fn only_open_questions_of_the_same_model_are_compared(database: &Database) {
    let shop = Desk::open(database).await;
    let id = asked(&shop, ("repair", "Do you repair?"), Some(("model", &[127, 0])), (None, 1)).await;
    asked(&shop, ("ship", "Do you ship?"), Some(("other", &[0, 127])), (None, 2)).await;
    asked(&shop, ("rent", "Do you rent?"), None, (None, 3)).await;
    let mut tx = shop.read().await;
    assert_eq!(tx.open_vectors(shop.app, "model", 10).await.unwrap(), [(id, vec![127, 0])]);
    assert_eq!(tx.open_vectors(shop.app, "third", 10).await.unwrap(), []);
}

async fn days_are_counted_by_when_they_were(database: &Database) {
    const DAY_MS: i64 = 86_400_000;
    let shop = Desk::open(database).await;
    let today = NOW.0 / DAY_MS;
    for (question, at_ms) in [("Do you ship?", -DAY_MS), ("Do you repair?", 0), ("Repair, do you?", 1)] {
        asked(&shop, ("it", question), None, (None, at_ms)).await;
    }
    let mut tx = shop.read().await;
    let days = tx.unanswered_by_day(shop.app, NOW.plus(-2 * DAY_MS)).await.unwrap();
    assert_eq!(days, [(today - 1, 1), (today, 2)]);
    assert_eq!(tx.unanswered_by_day(shop.app, NOW).await.unwrap(), [(today, 2)]);
}

async fn what_was_fixed_is_asked_again(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    let source = ready(&shop, &["We repair."]).await;
    let id = asked(&shop, ("repair", "Do you repair?"), None, (None, 1)).await;
    assert!(shop.read().await.fixed(app, 10).await.unwrap().is_empty());
    shop.write(move |tx| {
        Box::pin(async move {
            tx.settle_unanswered(app, id, UnansweredState::Answered, Some(source)).await?;
            tx.wording_replayed((id, "Do you repair?"), ("answer", 0.9), NOW).await
        })
    })
    .await;
    let fixed = shop.read().await.fixed(app, 10).await.unwrap();
    assert_eq!(
        (fixed[0].question.as_str(), fixed[0].answered_before, fixed[0].score_before),
        ("Do you repair?", true, 0.9)
    );
    let wording = shop.read().await.wordings(id).await.unwrap().remove(0);
    assert_eq!((wording.outcome, wording.replayed_at), (Some(VerdictOutcome::Answer), Some(NOW.0)));
    shop.write(move |tx| Box::pin(async move { tx.remove_source(app, source).await })).await;
    let asked = shop.read().await.unanswered_question(app, id).await.unwrap().unwrap();
    assert_eq!((asked.state, asked.source), (UnansweredState::Answered, None));
}

async fn replays_are_read_newest_first(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, unanswered) = (shop.app, shop.id());
    let worse = Worsened { unanswered, question: "Do you repair?".into(), score_before: 0.9, score: 0.2 };
    let mut made = Vec::new();
    for answered in [2, 1] {
        let (id, worse) = (shop.id(), if answered == 1 { vec![worse.clone()] } else { Vec::new() });
        made.push(id);
        let replay = Replay { id, asked: 2, answered, worse, made_at: NOW.0 };
        shop.write(move |tx| Box::pin(async move { tx.add_replay(app, 7, &replay).await })).await;
    }
    let mut tx = shop.read().await;
    let newest = tx.replays(app, "g", 1).await.unwrap().remove(0);
    assert_eq!((newest.id, newest.answered, newest.worse), (made[1], 1, vec![worse]));
    let older = tx.replays(app, &made[1].hex(), 10).await.unwrap();
    assert_eq!(older.iter().map(|replay| replay.id).collect::<Vec<_>>(), [made[0]]);
}
