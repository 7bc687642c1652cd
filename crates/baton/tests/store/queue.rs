//! Who waits where: the most urgent first, then the oldest, whatever else happens.

use baton::{
    domain::{DialogId, HandoverId, HandoverState, Outcome},
    store::ListFilter,
};

use crate::{
    Database, Desk,
    desk::{self, NOW},
    on_both,
};

on_both![
    the_oldest_is_first_and_positions_count_from_one,
    an_escalated_handover_comes_before_the_others,
    only_what_waits_is_in_the_queue,
    the_queue_is_read_page_by_page,
    a_handover_keeps_when_it_was_first_assigned_and_replied_to,
    an_agent_sees_what_waits_for_their_pools,
];

/// Three that wait, begun in the order 2, 0, 1.
async fn three(shop: &Desk) -> Vec<(DialogId, HandoverId)> {
    let mut waiting = Vec::new();
    for since_ms in [20, 30, 10] {
        waiting.push(shop.waits_since(NOW.plus(since_ms)).await);
    }
    waiting
}

async fn queue(shop: &Desk) -> Vec<DialogId> {
    let queue = shop.read().await.queue(shop.app, &ListFilter::default(), 0, 10).await.unwrap();
    queue.into_iter().map(|dialog| dialog.id).collect()
}

async fn positions(shop: &Desk, waiting: &[(DialogId, HandoverId)]) -> Vec<Option<i64>> {
    let mut reader = shop.read().await;
    let mut positions = Vec::new();
    for (_, handover) in waiting {
        positions.push(reader.queue_position(*handover).await.unwrap());
    }
    positions
}

async fn the_oldest_is_first_and_positions_count_from_one(database: &Database) {
    let shop = Desk::open(database).await;
    let waiting = three(&shop).await;
    assert_eq!(queue(&shop).await, [waiting[2].0, waiting[0].0, waiting[1].0]);
    assert_eq!(positions(&shop, &waiting).await, [Some(2), Some(3), Some(1)]);
}

async fn an_escalated_handover_comes_before_the_others(database: &Database) {
    let shop = Desk::open(database).await;
    let waiting = three(&shop).await;
    let urgent = waiting[1].1;
    shop.write(move |tx| Box::pin(async move { tx.escalate_handover(urgent).await })).await;
    assert_eq!(queue(&shop).await, [waiting[1].0, waiting[2].0, waiting[0].0]);
    assert_eq!(positions(&shop, &waiting).await, [Some(3), Some(1), Some(2)]);
    let first = shop.read().await.waiting_of(shop.assistant, 1).await.unwrap();
    assert_eq!(first, [waiting[1].0]);
}

async fn only_what_waits_is_in_the_queue(database: &Database) {
    let shop = Desk::open(database).await;
    let waiting = three(&shop).await;
    let (ana, taken, ended) = (shop.ana, waiting[2].1, waiting[0].1);
    shop.write(move |tx| {
        Box::pin(async move {
            tx.assign_handover(taken, ana, NOW).await?;
            tx.end_handover(ended, Outcome::AbandonedWaiting, NOW).await?;
            // An end is an end.
            tx.queue_handover(ended).await?;
            tx.assign_handover(ended, ana, NOW).await
        })
    })
    .await;
    assert_eq!(queue(&shop).await, [waiting[1].0]);
    assert_eq!(positions(&shop, &waiting).await, [None, Some(1), None]);
    shop.write(move |tx| Box::pin(async move { tx.queue_handover(taken).await })).await;
    assert_eq!(queue(&shop).await, [waiting[2].0, waiting[1].0]);
}

async fn the_queue_is_read_page_by_page(database: &Database) {
    let shop = Desk::open(database).await;
    three(&shop).await;
    let whole = queue(&shop).await;
    let mut reader = shop.read().await;
    let any = ListFilter::default();
    let first = reader.queue(shop.app, &any, 0, 2).await.unwrap();
    let second = reader.queue(shop.app, &any, 2, 2).await.unwrap();
    let pages: Vec<DialogId> = first.into_iter().chain(second).map(|dialog| dialog.id).collect();
    assert_eq!(pages, whole);
    assert!(reader.queue(shop.app + 1, &any, 0, 2).await.unwrap().is_empty());
}

async fn a_handover_keeps_when_it_was_first_assigned_and_replied_to(database: &Database) {
    let shop = Desk::open(database).await;
    let (dialog, handover) = shop.waits_since(NOW).await;
    let (ana, ben) = (shop.ana, shop.ben);
    shop.write(move |tx| {
        Box::pin(async move {
            tx.assign_handover(handover, ana, NOW.plus(1)).await?;
            tx.handover_replied(handover, NOW.plus(2)).await?;
            tx.assign_handover(handover, ben, NOW.plus(3)).await?;
            tx.handover_replied(handover, NOW.plus(4)).await?;
            tx.end_handover(handover, Outcome::Solved, NOW.plus(5)).await?;
            tx.end_handover(handover, Outcome::Returned, NOW.plus(6)).await
        })
    })
    .await;
    let kept = shop.read().await.handovers(dialog, "g", 10).await.unwrap().remove(0);
    assert_eq!((kept.state, kept.outcome), (HandoverState::Ended, Some(Outcome::Solved)));
    assert_eq!(kept.agent.unwrap().full_name, "Ben");
    let times = [kept.assigned_at, kept.first_reply_at, kept.ended_at];
    assert_eq!(times, [1, 2, 5].map(|ms| Some(NOW.plus(ms).0)));
    assert_eq!(shop.read().await.handled(shop.app, 10).await.unwrap(), [4]);
}

async fn an_agent_sees_what_waits_for_their_pools(database: &Database) {
    let shop = Desk::open(database).await;
    let waiting = three(&shop).await;
    let stranger = desk::user(shop.app, baton::domain::UserKind::Agent, "Cleo");
    let cleo = shop.write(move |tx| Box::pin(async move { tx.add_user(&stranger).await })).await;
    let mut reader = shop.read().await;
    let expected = [waiting[2].0, waiting[0].0, waiting[1].0];
    assert_eq!(reader.waiting_for(shop.ana, 10).await.unwrap(), expected);
    assert_eq!(reader.waiting_for(shop.ben, 2).await.unwrap(), expected[..2]);
    assert!(reader.waiting_for(cleo, 10).await.unwrap().is_empty());
}
