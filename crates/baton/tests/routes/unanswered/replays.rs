//! What was once fixed is asked again after each change of the knowledge; what got worse is told.

use serde_json::{Value, json};

use crate::desk::{Desk, until};

const QUESTION: &str = "Do you sell canoes?";

/// Somebody asked, and an admin answered; answers the source.
async fn fixed(desk: &Desk) -> String {
    desk.knows_the_shop().await;
    desk.customer("Ida").await.asks(QUESTION).await;
    let open = desk.admin.get(&desk.at("/unanswered")).await.ok();
    let path = desk.at(&format!("/unanswered/{}/answer", open["items"][0]["id"].as_str().unwrap()));
    let fixed = desk.admin.put(&path, &json!({ "answer": "Only folding canoes." })).await.ok();
    assert_eq!(fixed["replayed"][0]["outcome"], "answer", "{fixed}");
    fixed["source"]["id"].as_str().unwrap().to_owned()
}

/// Waits for the newest report that is like this.
async fn report(desk: &Desk, is_it: impl Fn(&Value) -> bool) -> Value {
    let reports = || async {
        desk.passes(1);
        let page = desk.admin.get(&desk.at("/replays")).await.ok();
        page["items"].as_array().unwrap().first().cloned().filter(&is_it)
    };
    until("the questions are asked again", reports).await.unwrap()
}

#[tokio::test]
async fn a_source_that_goes_takes_its_fix_along_and_that_is_told() {
    let desk = Desk::open().await;
    let source = fixed(&desk).await;
    let fine = report(&desk, |report| report["answered"] == 1).await;
    assert_eq!((&fine["asked"], &fine["worse"]), (&json!(1), &json!([])));
    let mut ear = desk.agent("Ana").await.listens().await;
    desk.admin.delete(&desk.at(&format!("/sources/{source}"))).await.ok();
    let bad = report(&desk, |report| report["answered"] == 0).await;
    let worse = &bad["worse"][0];
    assert_eq!(worse["question"], QUESTION);
    assert!(worse["score"].as_f64() < worse["score_before"].as_f64(), "{bad}");
    assert_eq!(ear.hears("replay").await["body"]["worse"][0]["question"], QUESTION);
    let answered = desk.admin.get(&desk.at("/unanswered?state=answered")).await.ok();
    assert_eq!(answered["items"][0]["source"], Value::Null);
    // What is bad already does not get worse.
    desk.knows("Do you rent skis?", "Skis are 20 euros a day.").await;
    let still = report(&desk, |report| report["id"] != bad["id"]).await;
    assert_eq!((&still["answered"], &still["worse"]), (&json!(0), &json!([])));
}

#[tokio::test]
async fn without_anything_fixed_there_is_no_report() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    desk.customer("Ida").await.asks(QUESTION).await;
    desk.learns("the knowledge is measured", |curve| curve["state"] != "making").await;
    assert_eq!(desk.admin.get(&desk.at("/replays")).await.ok()["items"], json!([]));
}

#[tokio::test]
async fn reports_are_read_page_by_page() {
    let desk = Desk::open().await;
    fixed(&desk).await;
    let first = report(&desk, |report| report["answered"] == 1).await;
    desk.knows("Do you rent skis?", "Skis are 20 euros a day.").await;
    let second = report(&desk, |report| report["id"] != first["id"]).await;
    let newest = desk.admin.get(&desk.at("/replays?limit=1")).await.ok();
    assert_eq!(newest["items"][0]["id"], second["id"]);
    let path = format!("/replays?limit=1&after={}", newest["next"].as_str().unwrap());
    assert_eq!(desk.admin.get(&desk.at(&path)).await.ok()["items"][0]["id"], first["id"]);
}
