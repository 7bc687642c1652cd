//! Somebody is asked to work here, by a link that works once and for a week.

use reqwest::Method;
use serde_json::{Value, json};

use crate::desk::{Desk, Door, PASSWORD, PostOffice};

const DAY_MS: i64 = 86_400_000;

async fn invites(desk: &Desk, email: &str, role: &str) -> Value {
    let wish = json!({ "email": email, "full_name": "Zoe", "role": role });
    let made = desk.admin.post(&desk.at("/invitations"), &wish).await;
    assert_eq!(made.status, 201, "{}", made.body);
    made.body
}

/// The address under which the invited take it up.
fn door_of(invited: &Value) -> String {
    invited["link_path"].as_str().unwrap().replace("/join/", "/invitations/")
}

async fn accepts(desk: &Desk, invited: &Value) -> Door {
    let wish = json!({ "full_name": "Zoe Larsen", "password": PASSWORD });
    let reply = desk.nobody().put(&door_of(invited), &wish).await;
    assert_eq!(reply.status, 201, "{}", reply.body);
    desk.nobody().with_token(&reply.cookie())
}

async fn state(desk: &Desk) -> Value {
    desk.admin.get(&desk.at("/invitations")).await.ok()["items"][0]["state"].clone()
}

#[tokio::test]
async fn who_was_invited_chooses_a_password_and_works_here() {
    let desk = Desk::open().await;
    let invited = invites(&desk, " Zoe@Example.com", "agent").await;
    let invitation = &invited["invitation"];
    assert_eq!((&invitation["state"], &invitation["email"]), (&json!("open"), &json!("zoe@example.com")));
    assert_eq!((&invitation["invited_by"], &invited["mailed"]), (&json!("Root"), &json!(false)));
    let face = desk.nobody().get(&door_of(&invited)).await.ok();
    assert_eq!(face, json!({ "email": "zoe@example.com", "full_name": "Zoe", "role": "agent", "app_name": "Shop" }));
    let zoe = accepts(&desk, &invited).await;
    let me = zoe.get("/sessions/current").await.ok();
    assert_eq!(
        (&me["kind"], &me["full_name"], &me["supervises"]),
        (&json!("agent"), &json!("Zoe Larsen"), &json!(false))
    );
    assert_eq!(state(&desk).await, "accepted");
    let again = json!({ "email": "zoe@example.com", "password": PASSWORD });
    assert_eq!(desk.nobody().post("/sessions", &again).await.status, 201);
}

#[tokio::test]
async fn a_link_works_once() {
    let desk = Desk::open().await;
    let invited = invites(&desk, "zoe@example.com", "agent").await;
    accepts(&desk, &invited).await;
    let door = desk.nobody();
    door.get(&door_of(&invited)).await.problem(404);
    door.put(&door_of(&invited), &json!({ "full_name": "Eve", "password": PASSWORD })).await.problem(404);
    let path = desk.at(&format!("/invitations/{}", invited["invitation"]["id"]));
    assert_eq!(desk.admin.put(&format!("{path}/link"), &json!({})).await.reason(409), "accepted");
    assert_eq!(desk.admin.delete(&path).await.reason(409), "accepted");
    door.get("/invitations/bi_nothing").await.problem(404);
}

#[tokio::test]
async fn a_supervisor_supervises_and_an_admin_configures() {
    let desk = Desk::open().await;
    let supervisor = accepts(&desk, &invites(&desk, "sam@example.com", "supervisor").await).await;
    assert_eq!(supervisor.get("/sessions/current").await.ok()["supervises"], true);
    supervisor.get(&desk.at("/invitations")).await.problem(403);
    let admin = accepts(&desk, &invites(&desk, "ada@example.com", "admin").await).await;
    assert_eq!(admin.get("/sessions/current").await.ok()["kind"], "admin");
    assert_eq!(admin.get(&desk.at("/invitations")).await.ok()["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn after_a_week_it_takes_a_new_link_and_the_old_one_stays_dead() {
    let desk = Desk::open().await;
    let invited = invites(&desk, "zoe@example.com", "agent").await;
    desk.passes(7 * DAY_MS);
    desk.nobody().get(&door_of(&invited)).await.problem(404);
    assert_eq!(state(&desk).await, "expired");
    let path = desk.at(&format!("/invitations/{}/link", invited["invitation"]["id"]));
    let renewed = desk.admin.put(&path, &json!({})).await.ok();
    assert_eq!(renewed["invitation"]["state"], "open");
    desk.nobody().get(&door_of(&invited)).await.problem(404);
    accepts(&desk, &renewed).await;
}

#[tokio::test]
async fn what_was_withdrawn_cannot_be_taken_up() {
    let desk = Desk::open().await;
    let invited = invites(&desk, "zoe@example.com", "agent").await;
    let path = desk.at(&format!("/invitations/{}", invited["invitation"]["id"]));
    assert_eq!(desk.admin.delete(&path).await.status, 204);
    assert_eq!(state(&desk).await, "withdrawn");
    desk.nobody().put(&door_of(&invited), &json!({ "full_name": "Zoe", "password": PASSWORD })).await.problem(404);
    assert_eq!(desk.admin.put(&format!("{path}/link"), &json!({})).await.reason(409), "withdrawn");
    invites(&desk, "zoe@example.com", "agent").await;
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_the_link_still_works() {
    let desk = Desk::open().await;
    let invited = invites(&desk, "zoe@example.com", "agent").await;
    let door = desk.nobody();
    for wrong in [json!({ "full_name": "Zoe", "password": "short" }), json!({ "full_name": " ", "password": PASSWORD })]
    {
        door.put(&door_of(&invited), &wrong).await.problem(422);
    }
    let invite = async |email: &str, role: &str| {
        let wish = json!({ "email": email, "full_name": "Zoe", "role": role });
        desk.admin.post(&desk.at("/invitations"), &wish).await
    };
    assert_eq!(invite("ZOE@example.com", "admin").await.reason(409), "invited");
    assert_eq!(invite("root@example.com", "agent").await.reason(409), "taken");
    invite("nobody", "agent").await.problem(422);
    invite("eve@example.com", "boss").await.problem(422);
    // Somebody made her an agent meanwhile.
    let ana = json!({ "full_name": "Zoe", "email": "zoe@example.com", "password": PASSWORD });
    desk.admin.post(&desk.at("/agents"), &ana).await.ok();
    let late = door.put(&door_of(&invited), &json!({ "full_name": "Zoe", "password": PASSWORD })).await;
    assert_eq!(late.reason(409), "taken");
}

#[tokio::test]
async fn only_admins_invite() {
    let desk = Desk::open().await;
    let invited = invites(&desk, "zoe@example.com", "agent").await;
    let other = desk.other_app().await;
    let key = desk.admin.post(&format!("/apps/{other}/keys"), &json!({ "name": "spy" })).await.ok();
    let spy = desk.nobody().with_token(key["key"].as_str().unwrap());
    let (ana, program, ida) = (desk.agent("Ana").await, desk.program().await, desk.customer("Ida").await);
    let path = desk.at(&format!("/invitations/{}", invited["invitation"]["id"]));
    for (door, status) in [(&ana.door, 403), (&program, 403), (&spy, 404), (&ida.door, 404)] {
        door.get(&desk.at("/invitations")).await.problem(status);
        let wish = json!({ "email": "eve@example.com", "full_name": "Eve", "role": "admin" });
        door.post(&desk.at("/invitations"), &wish).await.problem(status);
        door.put(&format!("{path}/link"), &json!({})).await.problem(status);
        door.delete(&path).await.problem(status);
    }
    desk.admin.delete(&format!("/apps/{other}/invitations/{}", invited["invitation"]["id"])).await.problem(404);
    let listed = desk.admin.get(&desk.at("/invitations")).await.ok().to_string();
    assert!(!listed.contains("bi_") && !listed.contains("hash"), "{listed}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_link_is_mailed_where_mail_can_be_sent() {
    let office = PostOffice::open().await;
    let url = office.url();
    let desk = Desk::open_with(|config| {
        config.notify.smtp_url = url;
        config.notify.mail_from = "Shop <help@shop.example>".into();
        config.notify.address = "https://support.shop.example/".into();
    })
    .await;
    let invited = invites(&desk, "zoe@example.com", "agent").await;
    assert_eq!(invited["mailed"], true);
    let mail = office.until_mail(1).await.remove(0);
    assert_eq!(
        (mail.to[0].as_str(), mail.header("Subject").as_deref()),
        ("zoe@example.com", Some("Root invites you to Shop"))
    );
    let text = mail.text();
    let link_path = text.split_whitespace().find_map(|word| word.strip_prefix("https://support.shop.example")).unwrap();
    assert_ne!(link_path, invited["link_path"], "what is mailed stands nowhere else");
    accepts(&desk, &json!({ "link_path": link_path })).await;
    assert_eq!(state(&desk).await, "accepted");
}

#[tokio::test]
async fn guessing_is_limited_like_signing_in() {
    let desk = Desk::open_with(|config| config.server.sign_ins_per_minute = 3).await;
    let door = desk.nobody();
    let mut statuses = Vec::new();
    for _ in 0..4 {
        let guess = json!({ "full_name": "Eve", "password": PASSWORD });
        let request = door.request(Method::PUT, "/invitations/bi_guess").json(&guess);
        statuses.push(door.send(request).await.status);
    }
    assert!(statuses.starts_with(&[404, 404]) && statuses.ends_with(&[429]), "{statuses:?}");
}
