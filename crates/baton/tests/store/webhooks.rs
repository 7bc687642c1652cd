//! Events become deliveries once each; of one dialog they wait for each other; what is old goes.

use baton::{
    domain::{DeliveryState, DialogId, WebhookEvent},
    store::{Attempt, Followed, Follower, NewWebhook, WebhookChange},
};
use handover::Timestamp;

use crate::{
    Database, Desk,
    desk::{self, NOW},
    on_both,
};

on_both![
    events_are_followed_in_order_and_only_those_that_are_asked_for,
    a_delivery_waits_for_those_of_its_dialog_before_it,
    an_event_is_delivered_once_however_often_it_is_written,
    a_webhook_fails_since_its_first_failure_until_it_works,
    what_is_old_goes_and_what_waits_stays,
];

async fn webhook(shop: &Desk) -> i64 {
    let app = shop.app;
    shop.write(move |tx| {
        Box::pin(async move {
            let events = [WebhookEvent::Message];
            let new = NewWebhook { app, url: "https://crm.example/hook", events: &events, secret: "whsec_x", at: NOW };
            tx.add_webhook(&new).await
        })
    })
    .await
}

async fn adds(shop: &Desk, webhook: i64, (seq, dialog): (i64, DialogId), at: Timestamp) {
    shop.write(move |tx| {
        Box::pin(async move {
            let dialog = Some(dialog.to_string());
            let event = Followed { seq, kind: "message".into(), dialog, at: at.0, body: "{}".into() };
            tx.add_delivery(webhook, &event, "{}", at).await
        })
    })
    .await;
}

async fn next(shop: &Desk, webhook: i64, at_ms: i64) -> Option<i64> {
    shop.read().await.next_delivery(webhook, NOW.plus(at_ms)).await.unwrap().map(|due| due.seq)
}

/// The next one is tried and fails; it is tried again then, or never.
async fn fails(shop: &Desk, webhook: i64, again_ms: Option<i64>) {
    let id = shop.read().await.next_delivery(webhook, NOW).await.unwrap().unwrap().id;
    shop.write(move |tx| {
        Box::pin(async move {
            let attempt = Attempt { status: Some(500), error: Some("it rained".into()) };
            tx.not_delivered(id, &attempt, again_ms.map(|ms| NOW.plus(ms))).await
        })
    })
    .await;
}

async fn events_are_followed_in_order_and_only_those_that_are_asked_for(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, support) = (shop.app, shop.dialog().await);
    let first = shop.write(move |tx| Box::pin(async move { desk::record(tx, app).await })).await;
    let (id, ida) = (shop.id(), shop.ida);
    let second = shop.write(move |tx| Box::pin(async move { desk::say(tx, (support, id), ida, "Hi").await })).await;
    let newest = second.unwrap();
    let webhook = Follower { id: 1, app, events: r#"["presence"]"#.into(), seen_seq: 0 };
    let of = async |webhook: &Follower, upto, at_most| {
        let found = shop.read().await.followed(webhook, upto, at_most).await.unwrap();
        found.into_iter().map(|event| event.seq).collect::<Vec<_>>()
    };
    assert_eq!(of(&webhook, newest, 10).await, [first, newest]);
    assert_eq!(of(&webhook, newest, 1).await, [first]);
    assert_eq!(of(&webhook, first, 10).await, [first]);
    assert_eq!(of(&Follower { seen_seq: first, ..webhook.clone() }, newest, 10).await, [newest]);
    for none in [
        Follower { app: app + 1, ..webhook.clone() },
        Follower { events: r#"["presence_of"]"#.into(), ..webhook.clone() },
    ] {
        assert_eq!(of(&none, newest, 10).await, [0; 0]);
    }
    database.run("UPDATE dialogs SET phase = NULL").await;
    assert_eq!(of(&webhook, newest, 10).await, [first], "a dialog that is only its members' business");
}

async fn a_delivery_waits_for_those_of_its_dialog_before_it(database: &Database) {
    let shop = Desk::open(database).await;
    let (hook, one, other) = (webhook(&shop).await, shop.id(), shop.id());
    for delivery in [(1, one), (2, one), (3, other)] {
        adds(&shop, hook, delivery, NOW).await;
    }
    assert_eq!(next(&shop, hook, 0).await, Some(1));
    fails(&shop, hook, Some(50)).await;
    assert_eq!(next(&shop, hook, 0).await, Some(3));
    fails(&shop, hook, Some(70)).await;
    assert_eq!(next(&shop, hook, 0).await, None);
    assert_eq!(shop.read().await.next_delivery_at(hook).await.unwrap(), Some(NOW.plus(50)));
    assert_eq!(next(&shop, hook, 50).await, Some(1));
    let id = shop.read().await.next_delivery(hook, NOW.plus(50)).await.unwrap().unwrap().id;
    let attempt = Attempt { status: Some(204), error: None };
    shop.write(move |tx| Box::pin(async move { tx.delivered(id, &attempt, NOW.plus(50)).await })).await;
    assert_eq!(next(&shop, hook, 50).await, Some(2));
    fails(&shop, hook, None).await;
    assert_eq!(next(&shop, hook, 60).await, None);
    assert_eq!(shop.read().await.next_delivery_at(hook).await.unwrap(), Some(NOW.plus(70)));
    let failed = shop.read().await.deliveries(hook, Some(DeliveryState::Failed), i64::MAX, 10).await.unwrap();
    assert_eq!((failed[0].seq, failed[0].error.as_deref()), (2, Some("it rained")));
}

async fn an_event_is_delivered_once_however_often_it_is_written(database: &Database) {
    let shop = Desk::open(database).await;
    let (hook, dialog) = (webhook(&shop).await, shop.id());
    adds(&shop, hook, (1, dialog), NOW).await;
    adds(&shop, hook, (1, dialog), NOW).await;
    assert_eq!(shop.read().await.pending_deliveries(hook).await.unwrap(), 1);
}

async fn a_webhook_fails_since_its_first_failure_until_it_works(database: &Database) {
    let shop = Desk::open(database).await;
    let (hook, app) = (webhook(&shop).await, shop.app);
    let fails = async |at_ms: i64| {
        shop.write(move |tx| Box::pin(async move { tx.webhook_fails(hook, NOW.plus(at_ms)).await })).await
    };
    assert_eq!(fails(1).await, Some(NOW.plus(1)));
    assert_eq!(fails(9).await, Some(NOW.plus(1)));
    assert_eq!(shop.read().await.webhooks_failing(app, NOW.plus(1)).await.unwrap(), 0);
    assert_eq!(shop.read().await.webhooks_failing(app, NOW.plus(2)).await.unwrap(), 1);
    shop.write(move |tx| Box::pin(async move { tx.webhook_works(hook).await })).await;
    assert_eq!(fails(20).await, Some(NOW.plus(20)));
    shop.write(move |tx| Box::pin(async move { tx.switch_off_webhook(hook, Some(NOW.plus(20))).await })).await;
    assert_eq!(fails(30).await, None, "it is off");
    assert_eq!(shop.read().await.webhook_to_call(hook).await.unwrap(), None);
    assert_eq!(shop.read().await.webhooks_failing(app, NOW).await.unwrap(), 1);
    let url = WebhookChange { url: Some("https://crm.example/new".into()), ..WebhookChange::default() };
    shop.write(move |tx| {
        Box::pin(async move {
            tx.change_webhook(hook, &url).await?;
            tx.switch_on_webhook(hook).await
        })
    })
    .await;
    let changed = shop.read().await.webhook(app, hook).await.unwrap().unwrap();
    assert_eq!((changed.url.as_str(), changed.failing_since), ("https://crm.example/new", None));
    assert_eq!(changed.events, [WebhookEvent::Message], "what is not named stays");
}

async fn what_is_old_goes_and_what_waits_stays(database: &Database) {
    let shop = Desk::open(database).await;
    let hook = webhook(&shop).await;
    for (seq, at_ms) in [(1, 0), (2, 0), (3, 10)] {
        let dialog = shop.id();
        adds(&shop, hook, (seq, dialog), NOW.plus(at_ms)).await;
    }
    fails(&shop, hook, None).await;
    let drops = async |before_ms: i64| {
        shop.write(move |tx| Box::pin(async move { tx.drop_old_deliveries(NOW.plus(before_ms), 10).await })).await
    };
    assert_eq!((drops(0).await, drops(5).await, drops(50).await), (0, 1, 0));
    assert_eq!(shop.read().await.pending_deliveries(hook).await.unwrap(), 2);
}
