//! The description of the API in the documentation is the one that the program serves.

use std::path::Path;

use baton::config::Config;

use crate::desk::Desk;

#[test]
fn the_documented_api_is_the_one_that_is_served() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/api/openapi.json");
    let served = format!("{:#}\n", baton::http::openapi(&Config::default()));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &served).unwrap();
    }
    let documented = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        documented.trim_end() == served.trim_end(),
        "run this test with UPDATE_DOCS=1 to write docs/api/openapi.json"
    );
}

#[tokio::test]
async fn everybody_may_read_it() {
    let desk = Desk::open().await;
    let served = desk.nobody().get("/openapi.json").await.ok();
    assert_eq!(served, baton::http::openapi(&Config::default()));
}

#[test]
fn every_operation_says_what_it_does_and_how_it_can_fail() {
    let api = baton::http::openapi(&Config::default());
    for (path, item) in api["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let says = |field: &str| operation[field].as_str().is_some_and(|text| !text.is_empty());
            assert!(says("summary") && says("operationId"), "{method} {path}");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|status| status.starts_with('2')), "{method} {path}");
        }
    }
}
