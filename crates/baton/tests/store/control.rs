//! Every control comes back as it was saved, and a row that no code writes is refused.

use baton::store::{ListFilter, StoreError, UnseenNow};
use handover::{AgentId, Control, HandoverId, Timestamp, Turn};

use crate::{Database, Desk, desk::NOW, on_both};

on_both![
    every_control_comes_back_as_it_was_saved,
    a_dialog_that_nobody_opened_to_support_has_no_control,
    what_is_overdue_comes_the_longest_overdue_first,
    a_row_that_no_code_writes_is_refused,
];

const HANDOVER: HandoverId = HandoverId([7; 12]);
const SOON: Timestamp = Timestamp(NOW.0 + 1);
const LATER: Timestamp = Timestamp(NOW.0 + 1000);

/// Each state with each of its options there and absent.
fn every_control(who: AgentId) -> Vec<Control> {
    let (handover, since, until, turn) = (HANDOVER, NOW, LATER, Turn(9));
    let mut all =
        vec![Control::opened(), Control::Assistant { turn, answer_by: Some(LATER) }, Control::Closed { turn }];
    for owes_since in [None, Some(SOON)] {
        for yes in [false, true] {
            all.push(Control::Agent { handover, since, who, warned: yes, owes_since, until, turn });
            all.push(Control::Waiting { handover, since, asked: yes, owes_since, until, turn });
            for announced in [false, true] {
                let (to, asked) = (who, yes);
                all.push(Control::Offered { handover, since, to, announced, asked, owes_since, until, turn });
            }
        }
    }
    all
}

async fn every_control_comes_back_as_it_was_saved(database: &Database) {
    let shop = Desk::open(database).await;
    let dialog = shop.dialog().await;
    let controls = every_control(AgentId(shop.ana));
    // Each after each, so that nothing of the one before stays.
    for before in &controls {
        for saved in &controls {
            let (before, saved) = (*before, *saved);
            shop.write(move |tx| {
                Box::pin(async move {
                    tx.set_control(dialog, &before, UnseenNow::AsBefore, NOW).await?;
                    tx.set_control(dialog, &saved, UnseenNow::AsBefore, NOW).await
                })
            })
            .await;
            assert_eq!(shop.summary(dialog).await.control, Some(saved));
        }
    }
}

async fn a_dialog_that_nobody_opened_to_support_has_no_control(database: &Database) {
    let shop = Desk::open(database).await;
    let dialog = shop.dialog().await;
    database.run(&format!("UPDATE dialogs SET phase = NULL WHERE id = '{dialog}'")).await;
    assert_eq!(shop.summary(dialog).await.control, None);
    assert!(
        shop.read()
            .await
            .support_dialogs(shop.app, &ListFilter::default(), (i64::MAX, "g"), 10)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn what_is_overdue_comes_the_longest_overdue_first(database: &Database) {
    let shop = Desk::open(database).await;
    let mut dialogs = Vec::new();
    for late_ms in [10, 30, 20, -5] {
        let dialog = shop.dialog().await;
        let control = Control::Assistant { turn: Turn(1), answer_by: Some(NOW.plus(-late_ms)) };
        shop.write(move |tx| Box::pin(async move { tx.set_control(dialog, &control, UnseenNow::AsBefore, NOW).await }))
            .await;
        dialogs.push(dialog);
    }
    let mut reader = shop.read().await;
    assert_eq!(reader.overdue(NOW, 10).await.unwrap(), [dialogs[1], dialogs[2], dialogs[0]]);
    assert_eq!(reader.overdue(NOW, 1).await.unwrap(), [dialogs[1]]);
    assert_eq!(reader.next_deadline().await.unwrap(), Some(NOW.plus(-30)));
}

async fn a_row_that_no_code_writes_is_refused(database: &Database) {
    let shop = Desk::open(database).await;
    let broken = [
        "turn = -1",
        "since = 5",
        "phase = NULL, deadline = 5",
        "phase = 'closed', deadline = 5",
        "phase = 'waiting', handover = '070707070707070707070707', since = 5, deadline = NULL",
        "phase = 'waiting', handover = '070707070707070707070707', since = NULL, deadline = 5",
        "phase = 'waiting', handover = 'seven', since = 5, deadline = 5",
    ];
    for columns in broken {
        let dialog = shop.dialog().await;
        database.run(&format!("UPDATE dialogs SET {columns} WHERE id = '{dialog}'")).await;
        let refused = shop.read().await.dialog(dialog).await.map(|found| found.unwrap().control);
        assert!(matches!(refused, Err(StoreError::Inconsistent { table: "dialogs", .. })), "{columns}: {refused:?}");
    }
}
