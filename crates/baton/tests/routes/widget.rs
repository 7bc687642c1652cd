//! The widget as an admin sets it up, and which websites may show it.

use serde_json::{Value, json};

use crate::desk::Desk;

async fn face(desk: &Desk, language: &str) -> Value {
    let path = desk.at(&format!("/assistants/{}/widget?language={language}", desk.assistant));
    desk.nobody().get(&path).await.ok()
}

/// What a browser is told of the widget's page.
async fn policy(desk: &Desk, path: &str) -> String {
    desk.nobody().page(path).await.header("content-security-policy").to_owned()
}

#[tokio::test]
async fn the_face_is_in_the_visitors_language() {
    let desk = Desk::open().await;
    desk.set(json!({ "widget": {
        "colour": "#0a7d5c", "position": "left", "launcher": "label", "theme": "dark",
        "launcher_text": { "default": "Questions?", "de": "Fragen?" },
        "title": { "default": " ", "de": "Fjell hilft" },
        "ask_rating": false, "identity": "required",
    } }))
    .await;
    let german = face(&desk, "de-AT").await;
    let expected = json!({
        "colour": "#0a7d5c", "position": "left", "launcher": "label", "launcher_text": "Fragen?",
        "title": "Fjell hilft", "theme": "dark",
    });
    assert_eq!(german["appearance"], expected);
    assert_eq!((&german["ask_rating"], &german["identity_required"]), (&json!(false), &json!(true)));
    let english = face(&desk, "en").await["appearance"].clone();
    assert_eq!((&english["launcher_text"], &english["title"]), (&json!("Questions?"), &json!(null)));
}

#[tokio::test]
async fn settings_that_do_not_fit_are_named() {
    let desk = Desk::open().await;
    for (field, wrong) in [
        ("widget.colour", json!({ "colour": "red" })),
        ("widget.launcher_text", json!({ "launcher_text": { "default": "x".repeat(61) } })),
        ("widget.title", json!({ "title": { "default": "", "de": "x".repeat(61) } })),
        ("widget.allowed_domains[1]", json!({ "allowed_domains": ["shop.example", "https://shop.example"] })),
        ("widget.allowed_domains", json!({ "allowed_domains": vec!["shop.example"; 101] })),
    ] {
        let problem = desk.tries_to_set(json!({ "widget": wrong })).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], field, "{problem}");
    }
    for wrong in [json!({ "position": "top" }), json!({ "identity": "maybe" }), json!({ "theme": "pink" })] {
        desk.tries_to_set(json!({ "widget": wrong })).await.problem(422);
    }
}

#[tokio::test]
async fn settings_saved_before_there_was_a_widget_get_its_defaults() {
    let desk = Desk::open().await;
    let now = desk.ai_agent().await;
    let mut settings = now["settings"].clone();
    settings.as_object_mut().unwrap().remove("widget");
    let saved = desk.save(json!({ "settings": settings, "version": now["version"] })).await.ok();
    assert_eq!(saved["settings"]["widget"], now["settings"]["widget"]);
    assert_eq!(saved["settings"]["widget"]["identity"], "optional");
}

#[tokio::test]
async fn only_the_websites_that_are_named_may_show_it() {
    let desk = Desk::open().await;
    let page = format!("/widget/?app={}&assistant={}&page=https%3A%2F%2Fshop.example", desk.app, desk.assistant);
    let open = policy(&desk, &page).await;
    assert!(open.contains("default-src 'none'") && !open.contains("frame-ancestors"), "{open}");
    desk.set(json!({ "widget": { "allowed_domains": ["Shop.example", "localhost:5173"] } })).await;
    let ancestors = "frame-ancestors 'self' shop.example *.shop.example localhost:5173 *.localhost:5173";
    assert!(policy(&desk, &page).await.ends_with(ancestors));
    let by_its_name = page.replace("/widget/?", "/widget/index.html?");
    assert!(policy(&desk, &by_its_name).await.ends_with(ancestors), "the same page by another address");
}

#[tokio::test]
async fn nobody_gets_round_that_by_asking_oddly() {
    let desk = Desk::open().await;
    desk.set(json!({ "widget": { "allowed_domains": ["shop.example"] } })).await;
    let (app, assistant) = (desk.app, desk.assistant.clone());
    for odd in [
        format!("app={app}&assistant={assistant}&assistant=692200a01f3c5d7e9a000001"),
        format!("app={app}&app=999&assistant={assistant}"),
        format!("app={app}&assistant={}", assistant.to_uppercase()),
        format!("%61pp={app}&assistant={assistant}"),
    ] {
        let told = policy(&desk, &format!("/widget/?{odd}")).await;
        assert!(told.ends_with("frame-ancestors 'self' shop.example *.shop.example"), "{odd}: {told}");
    }
    for odd in
        [format!("app=x/../{app}&assistant={assistant}"), format!("app=%2B{app}&assistant={assistant}"), "".into()]
    {
        let told = policy(&desk, &format!("/widget/?{odd}")).await;
        assert!(told.ends_with("frame-ancestors 'self'"), "{odd}: {told}");
    }
}
