//! Who is here: leases that run out, agents with their load, and the pool in its order.

use baton::{
    domain::UserKind,
    store::{AgentChange, Holder, Matched, NewSession, UnseenNow},
};
use handover::{AgentId, Control, HandoverId, Turn};

use crate::{
    Database, Desk,
    desk::{self, NOW},
    on_both,
};

on_both![
    nobody_is_online_longer_than_a_lease_lasts,
    somebody_with_another_connection_stays_when_one_is_lost,
    an_agent_who_is_away_or_disabled_is_not_online,
    the_pool_keeps_its_order_and_takes_no_strangers,
    a_load_is_what_an_agent_holds_now,
    an_email_belongs_to_one_agent,
    a_session_ends_when_it_expires_or_its_user_is_disabled,
];

async fn lease(shop: &Desk, connection: &'static str, user: i64, until_ms: i64) {
    let app = shop.app;
    shop.write(move |tx| Box::pin(async move { tx.lease(connection, user, app, NOW.plus(until_ms)).await })).await;
}

async fn is_online(shop: &Desk, agent: i64, at_ms: i64) -> bool {
    shop.read().await.agent(shop.app, agent, NOW.plus(at_ms)).await.unwrap().unwrap().online
}

async fn nobody_is_online_longer_than_a_lease_lasts(database: &Database) {
    let shop = Desk::open(database).await;
    lease(&shop, "screen", shop.ana, 10).await;
    assert_eq!((is_online(&shop, shop.ana, 9).await, is_online(&shop, shop.ana, 10).await), (true, false));
    lease(&shop, "screen", shop.ana, 20).await;
    assert!(is_online(&shop, shop.ana, 19).await);
    assert_eq!(shop.read().await.next_lease_end().await.unwrap(), Some(NOW.plus(20)));
}

async fn somebody_with_another_connection_stays_when_one_is_lost(database: &Database) {
    let shop = Desk::open(database).await;
    lease(&shop, "desk", shop.ana, 10).await;
    lease(&shop, "phone", shop.ana, 30).await;
    lease(&shop, "other", shop.ben, 10).await;
    let dropped = async |at_ms| {
        shop.write(move |tx| Box::pin(async move { tx.drop_expired_leases(NOW.plus(at_ms)).await })).await
    };
    assert_eq!(dropped(9).await, []);
    assert_eq!(dropped(10).await, [(shop.ben, shop.app)]);
    assert_eq!(dropped(30).await, [(shop.ana, shop.app)]);
    assert_eq!(shop.read().await.next_lease_end().await.unwrap(), None);
}

async fn an_agent_who_is_away_or_disabled_is_not_online(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, ana) = (shop.app, shop.ana);
    lease(&shop, "screen", ana, 10).await;
    let away =
        async |away| shop.write(move |tx| Box::pin(async move { tx.set_away((app, ana), away, None).await })).await;
    assert_eq!((away(true).await, is_online(&shop, ana, 0).await), (true, false));
    assert_eq!((away(true).await, away(false).await, is_online(&shop, ana, 0).await), (false, true, true));
    let disabled = Some(true);
    shop.write(move |tx| {
        Box::pin(async move { tx.change_agent(app, ana, &AgentChange { disabled, ..AgentChange::default() }).await })
    })
    .await;
    assert!(!is_online(&shop, ana, 0).await);
    let members = shop.read().await.members(shop.assistant, &Matched::default(), NOW).await.unwrap();
    assert_eq!(members.iter().map(|member| member.id).collect::<Vec<_>>(), [AgentId(shop.ben)]);
}

async fn the_pool_keeps_its_order_and_takes_no_strangers(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, assistant, ana, ben, ida) = (shop.app, shop.assistant, shop.ana, shop.ben, shop.ida);
    let set = async |agents: Vec<i64>| {
        let strangers = shop.write(move |tx| Box::pin(async move { tx.set_pool(app, assistant, &agents).await })).await;
        (strangers, shop.read().await.pool(assistant).await.unwrap())
    };
    assert_eq!(set(vec![ben, ana, ben]).await, (vec![], vec![ben, ana]));
    assert_eq!(set(vec![ana, ida, 9999]).await, (vec![ida, 9999], vec![ben, ana]));
    assert_eq!(set(vec![]).await, (vec![], vec![]));
}

async fn a_load_is_what_an_agent_holds_now(database: &Database) {
    let shop = Desk::open(database).await;
    let (dialog, who) = (shop.dialog().await, AgentId(shop.ana));
    let (handover, since, until, turn) = (HandoverId([7; 12]), NOW, NOW, Turn(3));
    let held = Control::Agent { handover, since, who, warned: false, owes_since: None, until, turn };
    for (control, load) in [(held, 1), (Control::Closed { turn }, 0)] {
        shop.write(move |tx| Box::pin(async move { tx.set_control(dialog, &control, UnseenNow::AsBefore, NOW).await }))
            .await;
        let ana = shop.read().await.members(shop.assistant, &Matched::default(), NOW).await.unwrap().remove(0);
        assert_eq!((ana.id, ana.load), (who, load));
    }
}

async fn an_email_belongs_to_one_agent(database: &Database) {
    let shop = Desk::open(database).await;
    let again = desk::user(shop.app, UserKind::Agent, "Ana");
    let refused = shop.store.write(move |tx| Box::pin(async move { tx.add_user(&again).await })).await.unwrap_err();
    assert!(refused.is_taken(), "{refused}");
}

async fn a_session_ends_when_it_expires_or_its_user_is_disabled(database: &Database) {
    let shop = Desk::open(database).await;
    let (app, ana) = (shop.app, shop.ana);
    let holder = Holder::User { id: ana, app, kind: UserKind::Agent };
    shop.write(move |tx| {
        Box::pin(async move {
            tx.add_session(&NewSession {
                token_hash: "t",
                holder,
                made_by_key: None,
                at: NOW,
                expires_at: NOW.plus(10),
            })
            .await
        })
    })
    .await;
    let mut reader = shop.read().await;
    assert_eq!(reader.session("t", NOW.plus(9)).await.unwrap(), Some(holder));
    assert_eq!(reader.session("t", NOW.plus(10)).await.unwrap(), None);
    let disabled = Some(true);
    shop.write(move |tx| {
        Box::pin(async move { tx.change_agent(app, ana, &AgentChange { disabled, ..AgentChange::default() }).await })
    })
    .await;
    assert_eq!(reader.session("t", NOW).await.unwrap(), None);
}
