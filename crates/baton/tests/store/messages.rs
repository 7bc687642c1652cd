//! A message is stored once, read in order, and marked forward only.

use std::sync::Arc;

use baton::{
    domain::{DialogId, MessageId},
    store::MessagePage,
};

use crate::{Database, Desk, desk::say, on_both};

on_both![
    a_message_sent_many_times_at_once_is_stored_once,
    the_same_id_in_another_dialog_is_another_message,
    the_newest_message_is_the_one_that_was_stored_last,
    messages_are_read_in_order_in_either_direction,
    marks_only_move_forward,
    unread_counts_what_others_wrote_up_to_a_limit,
    unheard_is_what_customers_wrote_since_anybody_else,
];

async fn wrote(shop: &Desk, dialog: DialogId, sender: i64, text: &'static str) -> i64 {
    let id = shop.id();
    shop.write(move |tx| Box::pin(say(tx, (dialog, id), sender, text))).await.unwrap()
}

async fn a_message_sent_many_times_at_once_is_stored_once(database: &Database) {
    let shop = Arc::new(Desk::open(database).await);
    let (dialog, ida): (DialogId, i64) = (shop.dialog().await, shop.ida);
    let ids: Vec<MessageId> = (0..20).map(|_| shop.id()).collect();
    let senders: Vec<_> = (0..5)
        .map(|_| {
            let (shop, ids) = (shop.clone(), ids.clone());
            tokio::spawn(async move {
                let mut stored = 0;
                for id in ids {
                    let new = shop.write(move |tx| Box::pin(say(tx, (dialog, id), ida, "Hello?"))).await;
                    stored += usize::from(new.is_some());
                }
                stored
            })
        })
        .collect();
    let mut stored = 0;
    for sender in senders {
        stored += sender.await.unwrap();
    }
    assert_eq!(stored, ids.len());
    let mut found: Vec<MessageId> = shop
        .read()
        .await
        .messages(dialog, MessagePage::Newest, 100)
        .await
        .unwrap()
        .iter()
        .map(|message| message.id)
        .collect();
    found.sort();
    assert_eq!(found, ids);
}

async fn the_same_id_in_another_dialog_is_another_message(database: &Database) {
    let shop = Desk::open(database).await;
    let (one, other, id, ida) = (shop.dialog().await, shop.dialog().await, shop.id(), shop.ida);
    for dialog in [one, other] {
        assert!(shop.write(move |tx| Box::pin(say(tx, (dialog, id), ida, "Hello?"))).await.is_some());
    }
    assert!(shop.write(move |tx| Box::pin(say(tx, (one, id), ida, "Other words"))).await.is_none());
    assert_eq!(shop.read().await.message(one, id).await.unwrap().unwrap().text, "Hello?");
}

async fn the_newest_message_is_the_one_that_was_stored_last(database: &Database) {
    let shop = Desk::open(database).await;
    let dialog = shop.dialog().await;
    assert_eq!(shop.summary(dialog).await.last_message_seq, None);
    wrote(&shop, dialog, shop.ida, "One").await;
    let last = wrote(&shop, dialog, shop.ana, "Two").await;
    assert_eq!(shop.summary(dialog).await.last_message_seq, Some(last));
    let message = shop.read().await.message_at(dialog, last).await.unwrap().unwrap();
    assert_eq!((message.text.as_str(), message.sender.full_name.as_str()), ("Two", "Ana"));
}

async fn messages_are_read_in_order_in_either_direction(database: &Database) {
    let shop = Desk::open(database).await;
    let dialog = shop.dialog().await;
    let mut numbers = Vec::new();
    for text in ["a", "b", "c", "d", "e"] {
        numbers.push(wrote(&shop, dialog, shop.ida, text).await);
    }
    let mut reader = shop.read().await;
    let mut page = async |page| -> String {
        reader.messages(dialog, page, 2).await.unwrap().into_iter().map(|message| message.text).collect()
    };
    assert_eq!(page(MessagePage::Newest).await, "de");
    assert_eq!(page(MessagePage::Before(numbers[3])).await, "bc");
    assert_eq!(page(MessagePage::Before(numbers[0])).await, "");
    assert_eq!(page(MessagePage::After(numbers[1])).await, "cd");
    assert_eq!(page(MessagePage::After(numbers[4])).await, "");
}

async fn marks_only_move_forward(database: &Database) {
    let shop = Desk::open(database).await;
    let (dialog, ida) = (shop.dialog().await, shop.ida);
    let mark = async |delivered, read| {
        let moved = shop.write(move |tx| Box::pin(async move { tx.mark(dialog, ida, delivered, read).await })).await;
        (moved, shop.read().await.marks(dialog, ida).await.unwrap())
    };
    assert_eq!(mark(5, 3).await, (true, (5, 3)));
    assert_eq!(mark(4, 2).await, (false, (5, 3)));
    assert_eq!(mark(4, 4).await, (true, (5, 4)));
    // What is read is delivered.
    assert_eq!(mark(0, 9).await, (true, (9, 9)));
    assert_eq!(mark(9, 9).await, (false, (9, 9)));
    assert_eq!(shop.read().await.marks(dialog, shop.ben).await.unwrap(), (0, 0));
}

async fn unread_counts_what_others_wrote_up_to_a_limit(database: &Database) {
    let shop = Desk::open(database).await;
    let dialog = shop.dialog().await;
    let first = wrote(&shop, dialog, shop.ana, "One").await;
    for text in ["Two", "Three"] {
        wrote(&shop, dialog, shop.ana, text).await;
    }
    wrote(&shop, dialog, shop.ida, "Mine").await;
    let mut reader = shop.read().await;
    assert_eq!(reader.unread(dialog, shop.ida, 0, 10).await.unwrap(), 3);
    assert_eq!(reader.unread(dialog, shop.ida, first, 10).await.unwrap(), 2);
    assert_eq!(reader.unread(dialog, shop.ida, 0, 2).await.unwrap(), 2);
}

async fn unheard_is_what_customers_wrote_since_anybody_else(database: &Database) {
    let shop = Desk::open(database).await;
    let (dialog, ida) = (shop.dialog().await, shop.ida);
    wrote(&shop, dialog, ida, "Answered").await;
    wrote(&shop, dialog, shop.ana, "An answer").await;
    for text in ["One", "Two", "Three"] {
        wrote(&shop, dialog, ida, text).await;
    }
    let mut reader = shop.read().await;
    let unheard = |texts: &[&str]| texts.iter().map(|text| (ida, (*text).to_owned())).collect::<Vec<_>>();
    assert_eq!(reader.unheard(dialog, 10).await.unwrap(), unheard(&["One", "Two", "Three"]));
    assert_eq!(reader.unheard(dialog, 2).await.unwrap(), unheard(&["Two", "Three"]));
}
