//! What happens in an app is told to addresses of others: signed, in order, at least once, and never while a message
//! is stored.

use serde_json::{Value, json};

use crate::desk::{Chat, Desk, Webhook, signature, until};

const SECOND_MS: i64 = 1_000;
const DAY_MS: i64 = 86_400_000;

/// A desk that may call addresses on this machine, and whose AI Agent is silent unless it is commanded.
async fn desk() -> Desk {
    let desk = Desk::open_with(|config| config.crawl.allow = "127.0.0.1".into()).await;
    desk.set(json!({ "when_to_answer": "command" })).await;
    desk
}

/// Adds a webhook; answers its path and its secret.
async fn told(desk: &Desk, url: &str, events: &[&str]) -> (String, String) {
    let made = desk.admin.post(&desk.at("/webhooks"), &json!({ "url": url, "events": events })).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let path = desk.at(&format!("/webhooks/{}", made.body["webhook"]["id"]));
    (path, made.body["secret"].as_str().unwrap().to_owned())
}

fn texts(hook: &Webhook) -> Vec<String> {
    hook.got().iter().map(|got| got.body["body"]["text"].as_str().unwrap().to_owned()).collect()
}

/// The deliveries of a webhook, newest first.
async fn deliveries(desk: &Desk, path: &str) -> Vec<Value> {
    desk.admin.get(&format!("{path}/deliveries")).await.ok()["items"].as_array().unwrap().clone()
}

/// Waits until the newest delivery is as it should be.
async fn newest(desk: &Desk, path: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    let look = || async { deliveries(desk, path).await.into_iter().next().filter(&is_so) };
    until("the newest delivery is so", look).await.unwrap()
}

async fn says(desk: &Desk, text: &str) -> Chat {
    let chat = desk.customer("Ida").await.opens().await;
    chat.says(text).await;
    chat
}

#[tokio::test]
async fn what_staff_see_is_posted_signed_and_in_its_order() {
    let desk = desk().await;
    let (path, secret) = told(&desk, &desk.webhook.url, &["message", "control", "message"]).await;
    let ana = desk.agent("Ana").await;
    let chat = says(&desk, "Where is my parcel?").await;
    ana.claims(&chat).await.ok();
    ana.says(&chat, "On its way.").await.ok();
    let got = desk.webhook.gets(3).await;
    let kinds: Vec<&Value> = got.iter().map(|got| &got.body["kind"]).collect();
    assert_eq!(kinds, ["message", "control", "message"]);
    let record = desk.admin.get(&chat.at("/record?limit=200")).await.ok();
    let of_kind = |entry: &&Value| entry["kind"] == "message" || entry["kind"] == "control";
    let entries: Vec<&Value> = record["items"].as_array().unwrap().iter().filter(of_kind).collect();
    for (got, entry) in got.iter().zip(&entries) {
        assert_eq!(got.signature, signature(&secret, got));
        assert_eq!(got.body["id"], got.id.as_str());
        assert_eq!((&got.body["body"], &got.body["at"]), (&entry["body"], &entry["at"]));
        assert_eq!((&got.body["dialog"], &got.body["app"]), (&json!(chat.id), &json!(desk.app)));
    }
    let delivered = newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    assert_eq!(delivered["seq"], entries[2]["seq"]);
    assert_eq!(
        (&delivered["status"], &delivered["attempts"], &delivered["error"]),
        (&json!(204), &json!(1), &json!(null))
    );
    let shown = desk.admin.get(&format!("{path}/deliveries/{}", delivered["id"])).await.ok();
    assert_eq!(shown["body"], got[2].text.as_str());
    let listed = desk.admin.get(&desk.at("/webhooks")).await.ok()["items"][0].clone();
    assert_eq!(listed["events"], json!(["message", "control"]), "each kind once");
    assert!(!listed.to_string().contains("whsec_"), "{listed}");
}

#[tokio::test]
async fn what_is_only_its_members_business_is_not_told() {
    let desk = desk().await;
    told(&desk, &desk.webhook.url, &["message", "dialog"]).await;
    let (ida, olav) = (desk.member("Ida").await, desk.member("Olav").await);
    let private = ida.door.post("/dialogs", &json!({ "type": 3, "occupants": [olav.id] })).await.ok();
    let path = format!("/dialogs/{}/messages", private["id"].as_str().unwrap());
    ida.door.post(&path, &json!({ "text": "Between us" })).await.ok();
    let chat = says(&desk, "For everybody").await;
    let got = desk.webhook.gets(2).await;
    assert!(got.iter().all(|got| got.body["dialog"] == chat.id.as_str()), "{got:?}");
}

#[tokio::test]
async fn a_delivery_that_failed_is_tried_again_with_the_same_id() {
    let desk = desk().await;
    let (path, secret) = told(&desk, &desk.webhook.url, &["message"]).await;
    desk.webhook.answers(&[500, 302]);
    says(&desk, "Hello").await;
    for (attempts, pause_ms) in [(1, SECOND_MS), (2, 2 * SECOND_MS)] {
        let failed = newest(&desk, &path, |delivery| delivery["attempts"] == attempts).await;
        assert_eq!((&failed["state"], failed["next_try_at"].is_i64()), (&json!("pending"), true), "{failed}");
        desk.passes(pause_ms);
    }
    newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    let got = desk.webhook.got();
    assert_eq!(got.len(), 3);
    assert!(got.iter().all(|one| one.id == got[0].id && one.text == got[0].text), "{got:?}");
    assert!(got.iter().all(|one| one.signature == signature(&secret, one)), "{got:?}");
    assert_eq!(desk.admin.get(&desk.at("/webhooks")).await.ok()["items"][0]["failing_since"], json!(null));
}

#[tokio::test]
async fn of_one_dialog_nothing_is_sent_before_what_came_before_and_others_go_on() {
    let desk = desk().await;
    let (path, _) = told(&desk, &desk.webhook.url, &["message"]).await;
    desk.webhook.answers(&[500]);
    let chat = says(&desk, "one").await;
    newest(&desk, &path, |delivery| delivery["attempts"] == 1).await;
    chat.says("two").await;
    says(&desk, "another").await;
    newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    assert_eq!(texts(&desk.webhook), ["one", "another"]);
    desk.passes(SECOND_MS);
    desk.webhook.gets(4).await;
    assert_eq!(texts(&desk.webhook), ["one", "another", "one", "two"]);
}

#[tokio::test]
async fn who_is_down_for_a_while_gets_everything_afterwards() {
    let desk = desk().await;
    let (path, _) = told(&desk, &desk.webhook.url, &["message"]).await;
    desk.webhook.answers(&[500; 7]);
    for text in ["one", "two", "three"] {
        says(&desk, text).await;
    }
    let delivered = || async {
        desk.passes(SECOND_MS);
        let deliveries = deliveries(&desk, &path).await;
        let all = deliveries.len() == 3 && deliveries.iter().all(|delivery| delivery["state"] == "delivered");
        all.then_some(())
    };
    until("everything is delivered", delivered).await.unwrap();
    let (mut ids, mut tried) = (Vec::new(), texts(&desk.webhook));
    for got in desk.webhook.got() {
        if !ids.contains(&got.id) {
            ids.push(got.id);
        }
    }
    assert_eq!((ids.len(), tried.len()), (3, 10), "{tried:?}");
    let mut last = tried.split_off(7);
    last.sort();
    assert_eq!(last, ["one", "three", "two"]);
}

#[tokio::test]
async fn a_clock_that_jumps_while_somebody_is_called_calls_them_once() {
    let desk = desk().await;
    let (path, _) = told(&desk, &desk.webhook.url, &["message"]).await;
    desk.webhook.holds();
    says(&desk, "Hello").await;
    desk.webhook.gets(1).await;
    let other = Webhook::start().await;
    told(&desk, &other.url, &["message"]).await;
    desk.passes(3_600 * SECOND_MS);
    says(&desk, "Goodbye").await;
    other.gets(1).await;
    desk.webhook.lets_go();
    newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    assert_eq!(texts(&desk.webhook), ["Hello", "Goodbye"]);
}

#[tokio::test]
async fn what_was_delivered_can_be_sent_once_more() {
    let desk = desk().await;
    let (path, _) = told(&desk, &desk.webhook.url, &["message"]).await;
    says(&desk, "Hello").await;
    let delivered = newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    let again = format!("{path}/deliveries/{}/retry", delivered["id"]);
    let waiting = desk.admin.put(&again, &json!({})).await.ok();
    assert_eq!((&waiting["state"], &waiting["delivered_at"]), (&json!("pending"), &json!(null)));
    let got = desk.webhook.gets(2).await;
    assert_eq!((&got[0].id, &got[0].text), (&got[1].id, &got[1].text));
    newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    let failed = desk.admin.get(&format!("{path}/deliveries?state=failed")).await.ok();
    assert_eq!(failed["items"], json!([]));
    desk.admin.patch(&path, &json!({ "enabled": false })).await.ok();
    assert_eq!(desk.admin.put(&again, &json!({})).await.reason(409), "switched_off");
}

#[tokio::test]
async fn who_fails_for_three_days_is_switched_off_and_somebody_is_told() {
    let desk = desk().await;
    let (path, _) = told(&desk, &desk.webhook.url, &["message"]).await;
    desk.webhook.answers(&[500, 500]);
    says(&desk, "Hello").await;
    newest(&desk, &path, |delivery| delivery["attempts"] == 1).await;
    desk.passes(3 * DAY_MS);
    let failed = newest(&desk, &path, |delivery| delivery["state"] == "failed").await;
    assert_eq!((&failed["attempts"], &failed["next_try_at"]), (&json!(2), &json!(null)));
    let off = desk.admin.get(&desk.at("/webhooks")).await.ok()["items"][0].clone();
    assert_eq!((&off["enabled"], off["failing_since"].is_i64()), (&json!(false), true));
    let entry = desk.admin.get(&desk.at("/audit?action=webhook.switched_off")).await.ok()["items"][0].clone();
    assert_eq!((&entry["actor"]["kind"], &entry["target"]["id"]), (&json!("system"), &json!(off["id"].to_string())));
    let attention = async || {
        let overview = desk.admin.get(&desk.at("/overview")).await.ok();
        overview["attention"].as_array().unwrap().iter().any(|item| item["kind"] == "webhook_failing")
    };
    assert!(attention().await);
    let on = desk.admin.patch(&path, &json!({ "enabled": true })).await.ok();
    assert_eq!((&on["enabled"], &on["failing_since"]), (&json!(true), &json!(null)));
    assert!(!attention().await);
    says(&desk, "Hello again").await;
    desk.webhook.gets(3).await;
    assert_eq!(texts(&desk.webhook), ["Hello", "Hello", "Hello again"], "what it missed meanwhile stays missed");
}

#[tokio::test]
async fn who_is_switched_off_or_removed_is_told_nothing_more() {
    let desk = desk().await;
    for removes in [false, true] {
        let hook = Webhook::start().await;
        let (path, _) = told(&desk, &hook.url, &["message"]).await;
        hook.answers(&[500]);
        let chat = says(&desk, "Hello").await;
        newest(&desk, &path, |delivery| delivery["attempts"] == 1).await;
        if removes {
            assert_eq!(desk.admin.delete(&path).await.status, 204);
            desk.admin.get(&format!("{path}/deliveries")).await.problem(404);
        } else {
            desk.admin.patch(&path, &json!({ "enabled": false })).await.ok();
            let stopped = newest(&desk, &path, |delivery| delivery["state"] == "failed").await;
            assert_eq!(stopped["error"], "the webhook was switched off");
        }
        chat.says("Are you there?").await;
        desk.passes(DAY_MS);
        says(&desk, "Hello?").await;
        let other = told(&desk, &desk.webhook.url, &["message"]).await;
        says(&desk, "Last").await;
        newest(&desk, &other.0, |delivery| delivery["state"] == "delivered").await;
        desk.admin.delete(&other.0).await;
        assert_eq!(texts(&hook), ["Hello"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_when_the_program_is_gone_in_between() {
    let mut desk = desk().await;
    let hook = Webhook::start().await;
    let (path, secret) = told(&desk, &hook.url, &["message"]).await;
    hook.answers(&[500]);
    let chat = says(&desk, "one").await;
    newest(&desk, &path, |delivery| delivery["attempts"] == 1).await;
    chat.says("two").await;
    desk.crashes();
    // Whatever was being done is free again after its lease.
    desk.passes(20 * SECOND_MS);
    let got = hook.gets(3).await;
    assert_eq!(texts(&hook), ["one", "one", "two"]);
    assert_eq!(got[0].id, got[1].id);
    assert!(got.iter().all(|got| got.signature == signature(&secret, got)));
    newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
}

#[tokio::test]
async fn a_new_secret_signs_and_a_new_address_is_called_at_once() {
    let desk = desk().await;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (path, old) = told(&desk, &format!("http://{nobody}/hook"), &["message"]).await;
    says(&desk, "Hello").await;
    let failed = newest(&desk, &path, |delivery| delivery["attempts"] == 1).await;
    assert_eq!(failed["error"], "it cannot be reached");
    let new = desk.admin.put(&format!("{path}/secret"), &json!({})).await.ok()["secret"].clone();
    desk.admin.patch(&path, &json!({ "url": desk.webhook.url })).await.ok();
    desk.passes(SECOND_MS);
    let got = desk.webhook.gets(1).await.remove(0);
    assert_eq!(got.signature, signature(new.as_str().unwrap(), &got));
    assert_ne!(got.signature, signature(&old, &got));
}

#[tokio::test]
async fn what_does_not_fit_is_refused() {
    let desk = desk().await;
    let tries = async |url: &str, events: Value| {
        desk.admin.post(&desk.at("/webhooks"), &json!({ "url": url, "events": events })).await
    };
    for url in
        ["ftp://crm.example/hook", "crm", "http://10.0.0.1/hook", "http://169.254.169.254/", "https://a:b@crm.example/"]
    {
        let problem = tries(url, json!(["message"])).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], "url", "{problem}");
    }
    tries(&desk.webhook.url, json!([])).await.problem(422);
    tries(&desk.webhook.url, json!(["marks"])).await.problem(422);
    for _ in 0..20 {
        tries(&desk.webhook.url, json!(["message"])).await.ok();
    }
    assert_eq!(tries(&desk.webhook.url, json!(["message"])).await.reason(409), "full");
}

#[tokio::test]
async fn only_who_configures_the_app_sees_its_webhooks() {
    let desk = desk().await;
    let (path, _) = told(&desk, &desk.webhook.url, &["message"]).await;
    says(&desk, "Hello").await;
    let delivery = newest(&desk, &path, |delivery| delivery["state"] == "delivered").await;
    let other = desk.other_app().await;
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let spy = desk.nobody().with_token(key["key"].as_str().unwrap());
    let (ana, ida) = (desk.agent("Ana").await, desk.customer("Ida").await);
    let one = format!("{path}/deliveries/{}", delivery["id"]);
    for (door, status) in [(&ana.door, 403), (&ida.door, 404), (&spy, 404)] {
        for read in [desk.at("/webhooks"), format!("{path}/deliveries"), one.clone()] {
            door.get(&read).await.problem(status);
        }
        door.post(&desk.at("/webhooks"), &json!({ "url": desk.webhook.url, "events": ["message"] }))
            .await
            .problem(status);
        door.patch(&path, &json!({ "enabled": false })).await.problem(status);
        door.put(&format!("{path}/secret"), &json!({})).await.problem(status);
        door.put(&format!("{one}/retry"), &json!({})).await.problem(status);
        door.delete(&path).await.problem(status);
    }
    let id = path.rsplit('/').next().unwrap();
    spy.get(&format!("/apps/{other}/webhooks/{id}/deliveries")).await.problem(404);
    spy.delete(&format!("/apps/{other}/webhooks/{id}")).await.problem(404);
    let program = desk.program().await;
    assert_eq!(program.get(&desk.at("/webhooks")).await.ok()["items"][0]["enabled"], true);
}
