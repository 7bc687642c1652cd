//! Somebody who should look has not: more and more people are told, until somebody has.
//! On two threads: the far ends of the wire still answer while the desk is closed.

use serde_json::{Value, json};

use crate::desk::{Agent, Chat, Desk, PostOffice, PushService, signature, until};

const QUESTION: &str = "Can my yak fly?";
const SECOND_MS: i64 = 1_000;

/// A desk that can send mail and reach push services on this machine.
async fn desk(office: &PostOffice) -> Desk {
    let url = office.url();
    Desk::open_with(|config| {
        config.notify.smtp_url = url;
        config.notify.mail_from = "Shop <help@shop.example>".into();
        config.notify.address = "https://support.shop.example/".into();
        config.crawl.allow = "127.0.0.1".into();
    })
    .await
}

/// Ana, who never looks, has Ida's question; Ben is there as well, and Sam supervises.
async fn unseen(desk: &Desk) -> (Chat, Agent) {
    let (ana, ben) = (desk.agent("Ana").await.online().await, desk.agent("Ben").await.online().await);
    let sam = desk.agent("Sam").await;
    desk.admin.patch(&desk.at(&format!("/agents/{}", sam.id)), &json!({ "supervises": true })).await.ok();
    desk.hands_over_to(&[&ana, &ben], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    assert_eq!(chat.holder().await.as_deref(), Some("Ana"));
    // Whoever keeps the connection open is online, but looks at nothing.
    std::mem::forget(ben);
    (chat, ana)
}

async fn notices(chat: &Chat, desk: &Desk) -> Vec<(String, Vec<i64>)> {
    let record = desk.admin.get(&chat.at("/record?limit=200")).await.ok();
    let items = record["items"].as_array().unwrap().clone();
    let notices = items.iter().filter(|entry| entry["kind"] == "notice").map(|entry| &entry["body"]);
    let ids = |agents: &Value| agents.as_array().unwrap().iter().map(|id| id.as_i64().unwrap()).collect();
    notices.map(|body| (body["step"].as_str().unwrap().to_owned(), ids(&body["agents"]))).collect()
}

/// Waits until so many were told of; answers the steps.
async fn told(chat: &Chat, desk: &Desk, count: usize) -> Vec<String> {
    let all = || async { Some(notices(chat, desk).await).filter(|notices| notices.len() >= count) };
    let notices = until("they are told", all).await.unwrap();
    notices.into_iter().map(|(step, _)| step).collect()
}

async fn subscribes(agent: &Agent, service: &PushService, name: &str) {
    assert!(!agent.door.get("/me/push").await.ok()["key"].as_str().unwrap().is_empty());
    agent.door.put("/me/push", &service.browser(name)).await.ok();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_after_the_other_is_told_until_mail_is_sent() {
    let (office, service) = (PostOffice::open().await, PushService::open().await);
    let desk = desk(&office).await;
    let hook = json!({ "mail_to": ["boss@shop.example"], "webhook_url": desk.webhook.url });
    desk.admin.put(&desk.at("/notifications"), &hook).await.ok();
    let secret = desk.admin.post(&desk.at("/notifications/secret"), &json!({})).await.ok();
    let (chat, ana) = unseen(&desk).await;
    subscribes(&ana, &service, "anas-phone").await;
    desk.passes(15 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 1).await, ["push"]);
    let (headers, body) = service.gets(1).await.remove(0);
    assert!(headers["authorization"].to_str().unwrap().starts_with("vapid t="));
    assert_eq!(headers["content-encoding"], "aes128gcm");
    assert!(!String::from_utf8_lossy(&body).contains("yak"), "nobody between can read it");
    desk.passes(45 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 2).await, ["push", "colleague"]);
    desk.passes(120 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 3).await, ["push", "colleague", "supervisor"]);
    desk.passes(120 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 4).await, ["push", "colleague", "supervisor", "mail"]);
    let mut to: Vec<String> = office.until_mail(3).await.into_iter().flat_map(|mail| mail.to).collect();
    to.sort();
    assert_eq!(to, ["ana@example.com", "boss@shop.example", "sam@example.com"]);
    let mail = &office.mails()[0];
    assert_eq!(mail.header("Subject").as_deref(), Some("Ida waits for your team's reply"));
    assert!(
        mail.text().contains(QUESTION) && mail.text().contains(&format!("/desk/all/{}", chat.id)),
        "{}",
        mail.text()
    );
    let call = desk.webhook.gets(1).await.remove(0);
    assert_eq!(call.body["data"]["dialog"], chat.id.as_str());
    assert_eq!(call.signature, signature(secret["secret"].as_str().unwrap(), &call));
    assert_eq!(service.gets(2).await.len(), 2, "at the last step her phone is told once more");
    desk.passes(3_600 * SECOND_MS);
    assert_eq!((notices(&chat, &desk).await.len(), service.got().len()), (4, 2), "and then no more");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_looked_is_left_alone() {
    let office = PostOffice::open().await;
    let desk = desk(&office).await;
    let (chat, ana) = unseen(&desk).await;
    let newest = chat.messages().await.iter().map(|message| message["seq"].as_i64().unwrap()).max();
    ana.door.put(&chat.at("/marks"), &json!({ "read_seq": newest })).await.ok();
    desk.passes(1_000 * SECOND_MS);
    let chat_is_quiet = || async { desk.admin.get(&desk.at("/report")).await.ok().is_object().then_some(()) };
    until("the desk answers", chat_is_quiet).await.unwrap();
    assert_eq!(notices(&chat, &desk).await, []);
    assert!(office.mails().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_after_it_was_seen_is_to_be_seen_too() {
    let office = PostOffice::open().await;
    let desk = desk(&office).await;
    let (chat, ana) = unseen(&desk).await;
    let newest = chat.messages().await.iter().map(|message| message["seq"].as_i64().unwrap()).max();
    ana.door.put(&chat.at("/marks"), &json!({ "read_seq": newest })).await.ok();
    desk.passes(100 * SECOND_MS);
    chat.says("Hello? Is anybody there?").await;
    desk.passes(15 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 1).await[0], "push");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reply_ends_it_and_the_next_message_begins_it_anew() {
    let office = PostOffice::open().await;
    let desk = desk(&office).await;
    let (chat, ana) = unseen(&desk).await;
    desk.passes(15 * SECOND_MS);
    told(&chat, &desk, 1).await;
    ana.says(&chat, "Yaks do not fly.").await.ok();
    chat.says("And at night?").await;
    desk.passes(15 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 2).await, ["push", "push"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_in_the_pool_is_told_of_what_waits() {
    let (office, service) = (PostOffice::open().await, PushService::open().await);
    let desk = desk(&office).await;
    let (ana, ben) = (desk.agent("Ana").await, desk.agent("Ben").await);
    subscribes(&ana, &service, "ana").await;
    subscribes(&ben, &service, "ben").await;
    ben.away(true).await;
    desk.hands_over_to(&[&ana, &ben], json!({})).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.passes(15 * SECOND_MS);
    told(&chat, &desk, 1).await;
    assert_eq!(notices(&chat, &desk).await, [("push".to_owned(), vec![ana.id])], "Ben is away");
    service.gets(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_is_woken_outside_the_hours_but_told_when_they_begin() {
    let (office, service) = (PostOffice::open().await, PushService::open().await);
    let desk = desk(&office).await;
    let ana = desk.agent("Ana").await;
    subscribes(&ana, &service, "ana").await;
    // The story begins on a Monday at 9:00 UTC.
    let hours = json!({ "weekly": { "time_zone": "UTC", "week": { "monday": [{ "from": "10:00", "to": "18:00" }] } } });
    desk.hands_over_to(&[&ana], json!({ "hours": hours })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    desk.passes(600 * SECOND_MS);
    let ready = || async { desk.admin.get(&desk.at("/report")).await.ok().is_object().then_some(()) };
    until("the desk answers", ready).await.unwrap();
    assert_eq!(notices(&chat, &desk).await, []);
    desk.passes(3_015 * SECOND_MS);
    assert_eq!(told(&chat, &desk, 1).await[0], "push");
    service.gets(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_that_is_gone_is_forgotten() {
    let (office, service) = (PostOffice::open().await, PushService::open().await);
    let desk = desk(&office).await;
    let (chat, ana) = unseen(&desk).await;
    subscribes(&ana, &service, "old").await;
    service.answers(&[410]);
    desk.passes(15 * SECOND_MS);
    service.gets(1).await;
    ana.says(&chat, "Yaks do not fly.").await.ok();
    chat.says("And at night?").await;
    desk.passes(15 * SECOND_MS);
    told(&chat, &desk, 2).await;
    assert_eq!(service.got().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_delivered_is_read_and_tried_again_by_an_admin() {
    let office = PostOffice::open().await;
    let desk = desk(&office).await;
    let settings = json!({ "push_after": null, "colleague_after": null, "supervisor_after": null, "mail_after": 5 });
    desk.admin.put(&desk.at("/notifications"), &settings).await.ok();
    let ana = desk.agent("Ana").await.online().await;
    desk.hands_over_to(&[&ana], json!({})).await;
    office.refuse_with(550);
    desk.customer("Ida").await.asks(QUESTION).await;
    desk.passes(5 * SECOND_MS);
    let dead =
        || async { desk.admin.get(&desk.at("/dead_letters")).await.ok()["items"].as_array().unwrap().first().cloned() };
    let letter = until("the mail is given up", dead).await.unwrap();
    assert_eq!(letter["kind"], "mail");
    assert!(letter["error"].as_str().unwrap().contains("550"), "{letter}");
    ana.door.get(&desk.at("/dead_letters")).await.problem(403);
    let other = desk.other_app().await;
    let elsewhere = format!("/apps/{other}/dead_letters/{}", letter["id"]);
    desk.admin.put(&format!("{elsewhere}/retry"), &json!({})).await.problem(404);
    desk.admin.delete(&elsewhere).await.problem(404);
    office.take_again();
    let here = desk.at(&format!("/dead_letters/{}", letter["id"]));
    desk.admin.put(&format!("{here}/retry"), &json!({})).await.ok();
    assert_eq!(office.until_mail(1).await[0].to, ["ana@example.com"]);
    let none = || async { dead().await.is_none().then_some(()) };
    until("nothing is left", none).await.unwrap();
    desk.admin.delete(&here).await.problem(404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_agent_wrote_goes_to_the_customers_address_if_it_is_not_read() {
    let office = PostOffice::open().await;
    let desk = desk(&office).await;
    desk.hands_over_to(&[], json!({ "when_nobody": "leave_contact" })).await;
    let chat = desk.customer_speaking("Ida", "de").await.asks(QUESTION).await;
    chat.customer.door.put(&chat.at("/contact"), &json!({ "email": "ida@home.example" })).await.ok();
    let ana = desk.agent("Ana").await;
    ana.claims(&chat).await.ok();
    ana.says(&chat, "Yaks do not fly.").await.ok();
    ana.says(&chat, "Not even at night.").await.ok();
    desk.passes(120 * SECOND_MS);
    let mail = office.until_mail(1).await.remove(0);
    assert_eq!(mail.to, ["ida@home.example"]);
    assert_eq!(mail.header("Subject").as_deref(), Some("Antwort auf Ihre Frage"));
    assert!(mail.text().contains("Ana:\nYaks do not fly.\n\nAna:\nNot even at night."), "{}", mail.text());
    let said = ana.says(&chat, "Anything else?").await.ok();
    chat.customer.door.put(&chat.at("/marks"), &json!({ "read_seq": said["seq"] })).await.ok();
    desk.passes(120 * SECOND_MS);
    let sent = ana.says(&chat, "Bye!").await.ok();
    desk.passes(120 * SECOND_MS);
    let mails = office.until_mail(2).await;
    assert!(mails[1].text().contains("Bye!") && !mails[1].text().contains("Anything else"), "{sent}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_written_over_two_minutes_goes_in_two_mails_each_text_once() {
    let office = PostOffice::open().await;
    let desk = desk(&office).await;
    desk.hands_over_to(&[], json!({ "when_nobody": "leave_contact" })).await;
    let chat = desk.customer("Ida").await.asks(QUESTION).await;
    chat.customer.door.put(&chat.at("/contact"), &json!({ "email": "ida@home.example" })).await.ok();
    let ana = desk.agent("Ana").await;
    ana.claims(&chat).await.ok();
    desk.passes(50 * SECOND_MS);
    ana.says(&chat, "Yaks do not fly.").await.ok();
    desk.passes(20 * SECOND_MS);
    ana.says(&chat, "Not even at night.").await.ok();
    desk.passes(180 * SECOND_MS);
    let mut texts: Vec<String> = office.until_mail(2).await.iter().map(|mail| mail.text().trim().to_owned()).collect();
    texts.sort();
    assert_eq!(texts, ["Ana:\nNot even at night.", "Ana:\nYaks do not fly."]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_and_browsers_that_cannot_be_are_refused() {
    let desk = Desk::open().await;
    let ana = desk.agent("Ana").await;
    for (what, field) in [
        (json!({ "push_after": 1 }), "push_after"),
        (json!({ "mail_to": ["nobody"] }), "mail_to[0]"),
        (json!({ "webhook_url": "ftp://x" }), "webhook_url"),
    ] {
        let problem = desk.admin.put(&desk.at("/notifications"), &what).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], field, "{problem}");
    }
    ana.door.get(&desk.at("/notifications")).await.problem(403);
    let service = PushService::open().await;
    let inside = ana.door.put("/me/push", &service.browser("x")).await.problem(422);
    assert!(inside["detail"].as_str().unwrap().contains("not on the public internet"), "{inside}");
    for wrong in [
        json!({ "endpoint": "https://push.example/x", "keys": { "p256dh": "AAAA", "auth": "AAAA" } }),
        json!({ "endpoint": "ftp://push.example/x", "keys": service.browser("x")["keys"] }),
    ] {
        ana.door.put("/me/push", &wrong).await.problem(422);
    }
    let ida = desk.customer("Ida").await;
    ida.door.get("/me/push").await.problem(403);
}
