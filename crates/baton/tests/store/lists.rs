//! Lists are read page by page without gaps or doubles; what means the same is counted together.

use baton::{
    domain::{DialogId, UnansweredState, UserKind},
    store::{ListFilter, NewUnanswered, Reader},
};
use handover::Reason;

use crate::{
    Database, Desk,
    desk::{self, NOW, user},
    on_both,
};

on_both![
    dialogs_are_read_page_by_page_newest_first,
    customers_are_found_by_what_is_known_of_them,
    questions_that_mean_the_same_are_counted_together,
    a_settled_question_that_comes_again_is_open_again,
    events_are_read_again_by_those_who_may_hear_them,
];

async fn dialogs_are_read_page_by_page_newest_first(database: &Database) {
    let shop = Desk::open(database).await;
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(shop.dialog().await);
    }
    made.reverse();
    let mut reader = shop.read().await;
    let mut read: Vec<DialogId> = Vec::new();
    loop {
        let before = read.last().map_or_else(|| "g".to_owned(), DialogId::hex);
        let page = reader.dialogs_of(shop.ida, &before, 2).await.unwrap();
        if page.is_empty() {
            break;
        }
        read.extend(page.iter().map(|dialog| dialog.id));
    }
    assert_eq!(read, made);
    let support = reader.support_dialogs(shop.app, &ListFilter::default(), (NOW.0, &made[2].hex()), 10).await.unwrap();
    assert_eq!(support.iter().map(|dialog| dialog.id).collect::<Vec<_>>(), made[3..]);
}

async fn customers_are_found_by_what_is_known_of_them(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    shop.write(move |tx| {
        Box::pin(async move {
            let mut jonas = user(app, UserKind::Customer, "Jonas 100% Weber");
            jonas.external_id = Some("crm_7".into());
            tx.add_user(&jonas).await
        })
    })
    .await;
    let mut reader = shop.read().await;
    let mut found = async |search: &str| -> Vec<String> {
        let customers = reader.customers(app, search, 0, 10).await.unwrap();
        customers.into_iter().map(|customer| customer.full_name).collect()
    };
    assert_eq!(found("").await, ["Ida", "Jonas 100% Weber"]);
    assert_eq!(found("WEBER").await, ["Jonas 100% Weber"]);
    assert_eq!(found("crm_7").await, ["Jonas 100% Weber"]);
    // Signs that mean something to the database are only signs.
    assert_eq!(found("100%").await, ["Jonas 100% Weber"]);
    assert!(found("i%a").await.is_empty() && found("id_").await.is_empty() && found("\\").await.is_empty());
}

async fn asked(shop: &Desk, meaning: &'static str, question: &'static str, at_ms: i64) {
    let (id, app, assistant, dialog) = (shop.id(), shop.app, shop.assistant, shop.dialog().await);
    shop.write(move |tx| {
        Box::pin(async move {
            let (reason, score, at) = (Reason::UnknownAnswer, 0.25, NOW.plus(at_ms));
            let new = NewUnanswered { id, app, assistant, dialog, meaning, question, reason, score, vector: None, at };
            tx.count_unanswered(&new, None).await
        })
    })
    .await;
}

async fn open_questions(shop: &Desk) -> Vec<(String, i64, i64)> {
    let open = shop.read().await.unanswered(shop.app, UnansweredState::Open, 0, 10).await.unwrap();
    open.into_iter().map(|asked| (asked.question, asked.times, asked.last_at - NOW.0)).collect()
}

async fn questions_that_mean_the_same_are_counted_together(database: &Database) {
    let shop = Desk::open(database).await;
    asked(&shop, "ship", "Do you ship?", 1).await;
    asked(&shop, "repair", "Do you repair?", 2).await;
    asked(&shop, "repair", "Repair, do you?", 3).await;
    let counted = [("Do you repair?".to_owned(), 2, 3), ("Do you ship?".to_owned(), 1, 1)];
    assert_eq!(open_questions(&shop).await, counted);
}

async fn a_settled_question_that_comes_again_is_open_again(database: &Database) {
    let shop = Desk::open(database).await;
    asked(&shop, "ship", "Do you ship?", 1).await;
    let (app, id) =
        (shop.app, shop.read().await.unanswered(shop.app, UnansweredState::Open, 0, 1).await.unwrap()[0].id);
    let settle = async || {
        shop.write(move |tx| {
            Box::pin(async move { tx.settle_unanswered(app, id, UnansweredState::Answered, None).await })
        })
        .await
    };
    assert_eq!((settle().await, settle().await), (true, false));
    assert_eq!(open_questions(&shop).await, []);
    asked(&shop, "ship", "Do you ship?", 9).await;
    assert_eq!(open_questions(&shop).await, [("Do you ship?".to_owned(), 1, 9)]);
}

async fn events_are_read_again_by_those_who_may_hear_them(database: &Database) {
    let shop = Desk::open(database).await;
    let app = shop.app;
    for _ in 0..3 {
        shop.write(move |tx| Box::pin(desk::record(tx, app))).await;
    }
    let mut reader = shop.read().await;
    let mut heard = async |reader_is, after| -> Vec<i64> {
        reader.events_for(reader_is, after, 2).await.unwrap().into_iter().map(|event| event.seq).collect()
    };
    assert_eq!(heard(Reader::Staff { app }, 0).await, [1, 2]);
    assert_eq!(heard(Reader::Staff { app }, 2).await, [3]);
    assert!(heard(Reader::Staff { app: app + 1 }, 0).await.is_empty());
    assert!(heard(Reader::Occupant { user: shop.ida }, 0).await.is_empty());
}
