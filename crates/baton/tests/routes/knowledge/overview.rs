//! The knowledge at a glance: how much there is, and what a threshold buys.

use serde_json::{Value, json};

use crate::desk::Desk;

async fn knows_a_lot(desk: &Desk) {
    let things =
        ["tents", "skis", "sleds", "stoves", "boots", "ropes", "maps", "lamps", "cups", "poles", "sails", "oars"];
    let pairs: Vec<Value> = things
        .iter()
        .map(|thing| json!({ "question": format!("Where do you keep {thing}?"), "answer": format!("The {thing} hang upstairs.") }))
        .collect();
    let file = serde_json::to_vec(&pairs).unwrap();
    desk.admin.upload(&desk.at("/sources/files"), &[("things.json", &file)]).await.ok();
    desk.has_read_everything().await;
}

#[tokio::test]
async fn an_empty_app_knows_nothing() {
    let desk = Desk::open().await;
    let absent = json!({ "state": "absent", "name": null, "bytes_done": null, "bytes_total": null, "error": null });
    let expected = json!({
        "sources": 0, "passages": 0, "encoded": 0, "waiting": 0, "failed": 0, "remaining_ms": null, "model": absent,
    });
    assert_eq!(desk.overview().await, expected);
    let curve = desk.admin.get(&desk.at("/knowledge/curve")).await.ok();
    assert_eq!((&curve["state"], &curve["points"]), (&json!("too_little"), &json!([])));
}

#[tokio::test]
async fn what_there_is_is_counted() {
    let desk = Desk::open().await;
    desk.knows_the_shop().await;
    let page = json!({ "kind": "html", "title": "Nothing", "text": "<p>Open from nine to five.</p>" });
    desk.admin.post(&desk.at("/sources"), &page).await.ok();
    desk.admin.upload(&desk.at("/sources/files"), &[("broken.pdf", b"%PDF-1.4 and nothing")]).await.ok();
    desk.has_read_everything().await;
    let overview = desk.overview().await;
    let counts = ["sources", "passages", "encoded", "waiting", "failed"].map(|field| overview[field].as_i64().unwrap());
    assert_eq!(counts, [8, 7, 0, 0, 1]);
}

#[tokio::test]
async fn a_few_questions_make_no_curve_and_many_do() {
    let desk = Desk::open().await;
    desk.knows("Do you rent skis?", "Yes, we do.").await;
    let few = desk.learns("a few questions", |curve| curve["state"] != "making").await;
    assert_eq!((&few["state"], &few["points"]), (&json!("too_little"), &json!([])));
    knows_a_lot(&desk).await;
    let curve = desk.learns("many questions", |curve| curve["state"] == "ready").await;
    assert_eq!((&curve["by_meaning"], &curve["taught"]), (&json!(false), &json!(0)));
    let points = curve["points"].as_array().unwrap();
    let of = |field: &str| -> Vec<f64> { points.iter().map(|point| point[field].as_f64().unwrap()).collect() };
    assert!(!points.is_empty() && points.len() <= 60);
    assert!(of("threshold").is_sorted() && of("coverage").iter().rev().is_sorted(), "{curve}");
    assert!(of("risk").iter().chain(&of("coverage")).all(|share| (0.0..=1.0).contains(share)));
    let risks: Vec<_> = curve["suggestions"].as_array().unwrap().iter().map(|one| &one["risk"]).collect();
    assert_eq!(risks, [&json!(0.02), &json!(0.05)]);
}

#[tokio::test]
async fn staff_see_it_and_customers_do_not() {
    let desk = Desk::open().await;
    let (ana, ida) = (desk.agent("Ana").await, desk.customer("Ida").await);
    for path in ["/knowledge", "/knowledge/curve", "/replays", "/unanswered/trend"] {
        ana.door.get(&desk.at(path)).await.ok();
        ida.door.get(&desk.at(path)).await.problem(404);
        desk.nobody().get(&desk.at(path)).await.problem(401);
    }
    ana.door.put(&desk.at("/knowledge/model"), &json!({})).await.problem(403);
    assert_eq!(desk.admin.put(&desk.at("/knowledge/model"), &json!({})).await.status, 202);
}
