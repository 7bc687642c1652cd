//! Websites are read as knowledge: politely, within their limits, again when they changed, and never from where they
//! must not be.

#[path = "sites/website.rs"]
mod website;

use serde_json::{Value, json};

use crate::desk::{Desk, Ear};
use website::Website;

const DAY_MS: i64 = 86_400_000;
const PDF: &[u8] = include_bytes!("../rooms/files/small.pdf");

/// A desk that may read this machine, and an ear for what it tells.
async fn open() -> (Desk, Ear, Website) {
    let desk = Desk::open_with(|config| config.crawl.allow = "127.0.0.1, ::1".into()).await;
    let ear = desk.agent("Ana").await.listens().await;
    (desk, ear, Website::open().await)
}

async fn adds(desk: &Desk, wish: &Value) -> Value {
    desk.admin.post(&desk.at("/sites"), wish).await.ok()
}

/// Lets the time pass that the site is to be left alone for, until it has been read.
async fn is_read(desk: &Desk, ear: &mut Ear) -> Value {
    loop {
        let site = ear.hears("site").await["body"].clone();
        if site["state"] != "reading" {
            return site;
        }
        desk.passes(5_000);
    }
}

async fn reads(desk: &Desk, ear: &mut Ear, wish: &Value) -> Value {
    adds(desk, wish).await;
    is_read(desk, ear).await
}

fn at(desk: &Desk, site: &Value, rest: &str) -> String {
    desk.at(&format!("/sites/{}{rest}", site["id"].as_str().unwrap()))
}

/// The path and the state of every page, in order.
async fn pages(desk: &Desk, site: &Value) -> Vec<String> {
    let pages = desk.admin.get(&at(desk, site, "/pages")).await.ok();
    let path = |page: &Value| page["address"].as_str().unwrap().splitn(4, '/').nth(3).unwrap().to_owned();
    let line = |page: &Value| format!("/{} {}", path(page), page["state"].as_str().unwrap());
    let mut lines: Vec<String> = pages["items"].as_array().unwrap().iter().map(line).collect();
    lines.sort();
    lines
}

async fn page(desk: &Desk, site: &Value, path: &str) -> Value {
    let pages = desk.admin.get(&at(desk, site, "/pages")).await.ok();
    let is_it = |page: &&Value| page["address"].as_str().unwrap().ends_with(path);
    pages["items"].as_array().unwrap().iter().find(is_it).unwrap().clone()
}

async fn sources(desk: &Desk) -> Vec<Value> {
    desk.admin.get(&desk.at("/sources")).await.ok()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_site_is_read_link_by_link_and_answers_questions() {
    let (desk, mut ear, web) = open().await;
    web.sends("/robots.txt", "text/plain", b"User-agent: *\nDisallow: /private");
    web.has("/help/", "Help", "<a href=returns>Returns</a> <a href='same'>Again</a> <a href=/shop>Shop</a><p>Welcome.");
    for path in ["/help/returns", "/help/same"] {
        web.has(path, "Returns", "<p>You can return anything within 60 days.</p><a href=care.pdf>Care</a>");
    }
    web.sends("/help/care.pdf", "application/pdf", PDF);
    web.has("/shop", "Shop", "<p>It is not below the address.</p>");
    let site = reads(&desk, &mut ear, &json!({ "address": web.url("/help/"), "scope": "site" })).await;
    assert_eq!((&site["state"], &site["error"], &site["next_at"]), (&json!("done"), &Value::Null, &Value::Null));
    assert_eq!((&site["pages"]["read"], &site["pages"]["duplicate"]), (&json!(3), &json!(1)), "{site}");
    let expected = ["/help/ read", "/help/care.pdf read", "/help/returns read", "/help/same duplicate"];
    assert_eq!(pages(&desk, &site).await, expected);
    assert_eq!(page(&desk, &site, "/same").await["source"], Value::Null);
    desk.has_read_everything().await;
    let sources = desk.admin.get(&desk.at(&format!("/sources?site={}", site["id"].as_str().unwrap()))).await.ok();
    let returns = sources["items"].as_array().unwrap().iter().find(|source| source["title"] == "Returns").unwrap();
    assert_eq!((&returns["format"], &returns["kind"]), (&json!("page"), &json!("markdown")));
    assert_eq!(returns["address"], web.url("/help/returns"));
    let verdict = desk.verdict("Until when can I return something?").await;
    assert!(verdict["evidence"][0]["text"].as_str().unwrap().contains("60 days"), "{verdict}");
    assert_eq!(verdict["evidence"][0]["address"], web.url("/help/returns"), "{verdict}");
}

#[tokio::test]
async fn what_the_site_or_a_page_forbids_is_left_alone() {
    let (desk, mut ear, web) = open().await;
    web.sends("/robots.txt", "text/plain", b"User-agent: *\nDisallow: /private");
    web.has("/", "Home", "<a href=/private>P</a> <a href=/wiki>W</a> <a href=/png>I</a><p>Welcome to the shop.</p>");
    web.sends("/wiki", "text/html", b"<meta name=robots content=noindex><a href=/open>O</a><p>Not yet.</p>");
    web.has("/open", "Open", "<p>We open at nine.</p>").sends("/png", "image/png", b"png");
    let site = reads(&desk, &mut ear, &json!({ "address": web.url("/"), "scope": "site" })).await;
    assert_eq!(pages(&desk, &site).await, ["/ read", "/open read", "/png failed", "/wiki skipped"]);
    assert!(web.asked().iter().all(|asked| !asked.starts_with("/private")));
    let why = page(&desk, &site, "/wiki").await["error"].as_str().unwrap().to_owned();
    assert!(why.contains("noindex"), "{why}");
}

#[tokio::test]
async fn a_sitemap_says_which_pages_are_read() {
    let (desk, mut ear, web) = open().await;
    let list = |paths: &[&str]| -> String {
        let urls = paths.iter().map(|path| format!("<url><loc>{}</loc></url>", web.url(path)));
        format!("<urlset>{}</urlset>", urls.collect::<String>())
    };
    web.sends("/map.xml", "application/xml", list(&["/a", "/b.md", "/c.txt", "/gone"]).as_bytes());
    web.has("/a", "A", "<p>Skis are waxed on Mondays.</p><a href=/hidden>H</a>");
    web.sends("/b.md", "text/markdown", b"# Sleds\n\nSleds are 20 euros a day.");
    web.sends("/c.txt", "text/plain; charset=iso-8859-1", b"Stiefel trocknen \xfcber Nacht.");
    let site = reads(&desk, &mut ear, &json!({ "address": web.url("/map.xml"), "scope": "sitemap" })).await;
    assert_eq!(pages(&desk, &site).await, ["/a read", "/b.md read", "/c.txt read", "/gone gone"]);
    desk.has_read_everything().await;
    assert!(sources(&desk).await.iter().all(|source| source["state"] == "ready"));
    let text = page(&desk, &site, "/c.txt").await["source"].as_str().unwrap().to_owned();
    let text = desk.admin.get(&desk.at(&format!("/sources/{text}"))).await.ok();
    assert_eq!((&text["text"], &text["language"]), (&json!("Stiefel trocknen über Nacht."), &json!("de")));

    let empty = reads(&desk, &mut ear, &json!({ "address": web.url("/no.xml"), "scope": "sitemap" })).await;
    assert_eq!(empty["state"], "failed");
    assert!(empty["error"].as_str().unwrap().starts_with("The page is no longer there"), "{empty}");
}

#[tokio::test]
async fn the_next_reading_asks_for_everything_and_takes_what_changed() {
    let (desk, mut ear, web) = open().await;
    web.has("/", "Home", "<a href=/a>A</a> <a href=/b>B</a> <a href=/c>C</a><p>Welcome to the shop.</p>");
    web.has("/a", "A", "<p>Skis cost 30 euros a day.</p>");
    web.has("/b", "B", "<p>Sleds cost 20 euros a day.</p>");
    web.has("/c", "C", "<p>Boots cost 10 euros a day.</p>");
    let wish = json!({ "address": web.url("/"), "scope": "site", "every_hours": 24 });
    let site = reads(&desk, &mut ear, &wish).await;
    assert_eq!(site["next_at"].as_i64().unwrap() - site["started_at"].as_i64().unwrap(), DAY_MS);
    desk.has_read_everything().await;
    let skis = page(&desk, &site, "/a").await["source"].as_str().unwrap().to_owned();
    web.asked();

    web.has("/a", "A", "<p>Skis cost 35 euros a day.</p>").loses("/c");
    desk.passes(DAY_MS);
    let site = is_read(&desk, &mut ear).await;
    assert_eq!(site["state"], "done");
    assert_eq!(pages(&desk, &site).await, ["/ unchanged", "/a read", "/b unchanged", "/c gone"]);
    assert_eq!(web.asked(), ["/robots.txt 404", "/sitemap.xml 404", "/ 304", "/a 200", "/b 304", "/c 404"]);
    desk.has_read_everything().await;
    assert_eq!(sources(&desk).await.len(), 3);
    let source = desk.admin.get(&desk.at(&format!("/sources/{skis}"))).await.ok();
    assert_eq!((&source["version"], source["text"].as_str().unwrap().contains("35 euros")), (&json!(2), true));
    let versions = desk.admin.get(&desk.at(&format!("/sources/{skis}/versions"))).await.ok();
    assert!(versions["items"][0]["text"].as_str().unwrap().contains("30 euros"), "{versions}");
    assert!(!desk.verdict("What do boots cost?").await.to_string().contains("10 euros"));

    // What somebody removed by hand is read anew.
    desk.admin.delete(&desk.at(&format!("/sources/{skis}"))).await.ok();
    desk.admin.put(&at(&desk, &site, "/reading"), &json!({})).await.ok();
    let site = is_read(&desk, &mut ear).await;
    assert_eq!(pages(&desk, &site).await, ["/ unchanged", "/a read", "/b unchanged"]);
    desk.has_read_everything().await;
}

#[tokio::test]
async fn a_site_that_moved_is_read_where_it_is_now() {
    let (desk, mut ear, old) = open().await;
    let new = Website::open().await;
    old.leads("/help", &new.url("/hc/en"));
    new.sends("/robots.txt", "text/plain", b"User-agent: *\nDisallow: /hc/en/2");
    new.has("/hc/en", "Help", "<a href=/hc/en/1>1</a> <a href=/hc/en/2>2</a> <a href=/shop>S</a><p>Welcome.</p>");
    new.has("/hc/en/1", "Skis", "<p>Skis cost 30 euros a day.</p>").has("/hc/en/2", "Sleds", "<p>Sleds.</p>");
    let site = reads(&desk, &mut ear, &json!({ "address": old.url("/help"), "scope": "site" })).await;
    assert_eq!(pages(&desk, &site).await, ["/hc/en/1 read", "/hc/en/2 skipped", "/help read"], "{site}");
    assert!(new.asked().iter().all(|asked| !asked.starts_with("/hc/en/2")));
    desk.has_read_everything().await;
}

#[tokio::test]
async fn an_outage_loses_no_knowledge() {
    let (desk, mut ear, web) = open().await;
    web.has("/", "Home", "<p>Skis cost 30 euros a day.</p>");
    let site = reads(&desk, &mut ear, &json!({ "address": web.url("/"), "scope": "page" })).await;
    web.fails("/", 503);
    desk.admin.put(&at(&desk, &site, "/reading"), &json!({})).await.ok();
    let site = is_read(&desk, &mut ear).await;
    assert_eq!(site["state"], "failed", "{site}");
    assert_eq!(sources(&desk).await.len(), 1);
    desk.has_read_everything().await;
}

#[tokio::test]
async fn a_page_that_leads_into_a_private_network_is_refused_and_the_others_are_read() {
    let (desk, mut ear, web) = open().await;
    web.has("/", "Home", "<a href=/in>In</a> <a href=/cloud>C</a> <a href=/a>A</a><p>Welcome to the shop.</p>");
    web.leads("/in", "http://10.0.0.1/secret").leads("/cloud", "http://169.254.169.254/latest/meta-data/");
    web.has("/a", "A", "<p>Skis cost 30 euros a day.</p>");
    let site = reads(&desk, &mut ear, &json!({ "address": web.url("/"), "scope": "site" })).await;
    assert_eq!(pages(&desk, &site).await, ["/ read", "/a read", "/cloud failed", "/in failed"]);
    let why = |page: Value| page["error"].as_str().unwrap().to_owned();
    assert!(why(page(&desk, &site, "/in").await).contains("a private network (10.0.0.0/8)"));
    assert!(why(page(&desk, &site, "/cloud").await).contains("It is never read."));
    desk.has_read_everything().await;
}

#[tokio::test]
async fn without_permission_this_machine_is_never_asked() {
    let desk = Desk::open().await;
    let mut ear = desk.agent("Ana").await.listens().await;
    let web = Website::open().await;
    web.has("/", "Home", "<p>Welcome to the shop.</p>");
    let wish = |address: String| json!({ "address": address, "scope": "page" });
    for address in [web.url("/"), "http://[::1]/".into(), "http://0x7f000001/".into(), "http://192.168.1.1/".into()] {
        let problem = desk.admin.post(&desk.at("/sites"), &wish(address)).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], "address");
        assert!(problem["detail"].as_str().unwrap().contains("`allow` in the section [crawl]"), "{problem}");
    }
    // A name is known only when it is looked up.
    let by_name = web.url("/").replace("127.0.0.1", "localhost");
    let site = reads(&desk, &mut ear, &wish(by_name)).await;
    assert_eq!(site["state"], "failed");
    assert!(site["error"].as_str().unwrap().contains("`allow` in the section [crawl]"), "{site}");
    assert_eq!(web.asked(), [""; 0]);
}

#[tokio::test]
async fn a_site_that_does_not_answer_is_said_to_soon() {
    let (desk, mut ear, web) = open().await;
    web.fails("/robots.txt", 500).has("/", "Home", "<p>Welcome.</p>");
    let site = reads(&desk, &mut ear, &json!({ "address": web.url("/"), "scope": "site" })).await;
    assert_eq!(site["state"], "failed");
    assert!(site["error"].as_str().unwrap().contains("status 500"), "{site}");
    assert_eq!(web.asked().len(), 3);
}

#[tokio::test]
async fn reading_is_cancelled_at_the_next_page_and_a_removed_site_is_forgotten() {
    let (desk, mut ear, web) = open().await;
    let links: String = (1..=9).map(|number| format!("<a href=/{number}>{number}</a> ")).collect();
    web.has("/", "Home", &format!("{links}<p>Skis cost 30 euros a day.</p>"));
    let site = adds(&desk, &json!({ "address": web.url("/"), "scope": "site" })).await;
    assert_eq!((&site["state"], &site["pages"]["remaining_ms"]), (&json!("reading"), &Value::Null));
    let reading = loop {
        let site = ear.hears("site").await["body"].clone();
        if site["pages"]["queued"] == 9 {
            break site;
        }
        desk.passes(1_000);
    };
    assert!(reading["pages"]["remaining_ms"].as_i64().unwrap() >= 9_000, "{reading}");
    let cancelled = desk.admin.delete(&at(&desk, &site, "/reading")).await.ok();
    assert_eq!((&cancelled["state"], &cancelled["pages"]["queued"]), (&json!("cancelled"), &json!(9)));
    desk.passes(60_000);
    desk.has_read_everything().await;
    assert_eq!(desk.admin.get(&at(&desk, &site, "")).await.ok()["pages"]["queued"], 9);
    assert_eq!(web.asked(), ["/robots.txt 404", "/sitemap.xml 404", "/ 200"]);
    assert!(desk.verdict("What do skis cost a day?").await.to_string().contains("30 euros"));

    desk.admin.delete(&at(&desk, &site, "")).await.ok();
    desk.admin.get(&at(&desk, &site, "")).await.problem(404);
    assert_eq!(sources(&desk).await, [] as [Value; 0]);
    assert!(!desk.verdict("What do skis cost a day?").await.to_string().contains("30 euros"));
}

#[tokio::test]
async fn what_does_not_fit_is_named() {
    let desk = Desk::open().await;
    let ok = "https://example.com/help";
    for (field, wrong) in [
        ("address", json!({ "address": "help pages", "scope": "site" })),
        ("address", json!({ "address": "ftp://example.com/", "scope": "site" })),
        ("address", json!({ "address": "https://ida:secret@example.com/", "scope": "site" })),
        ("address", json!({ "address": "http://example.com:6379/", "scope": "site" })),
        ("depth_max", json!({ "address": ok, "scope": "site", "depth_max": 21 })),
        ("pages_max", json!({ "address": ok, "scope": "site", "pages_max": 501 })),
        ("every_hours", json!({ "address": ok, "scope": "site", "every_hours": 0 })),
    ] {
        let problem = desk.admin.post(&desk.at("/sites"), &wrong).await.problem(422);
        assert_eq!(problem["fields"][0]["field"], field, "{problem}");
    }
    desk.admin.post(&desk.at("/sites"), &json!({ "address": ok, "scope": "web" })).await.problem(422);
    let none = desk.admin.get(&desk.at("/sites")).await.ok();
    assert_eq!(none["items"], json!([]));
}

#[tokio::test]
async fn admins_configure_agents_look_and_customers_see_nothing() {
    let (desk, mut ear, web) = open().await;
    web.has("/", "Home", "<p>Skis cost 30 euros a day.</p>");
    let wish = json!({ "address": web.url("/"), "scope": "page" });
    let site = reads(&desk, &mut ear, &wish).await;
    assert_eq!(desk.admin.post(&desk.at("/sites"), &wish).await.reason(409), "taken");
    let (ana, ida) = (desk.agent("Ana").await.door, desk.customer("Ida").await.door);
    assert_eq!(ana.get(&desk.at("/sites")).await.ok()["items"][0]["id"], site["id"]);
    ana.get(&at(&desk, &site, "/pages")).await.ok();
    ana.post(&desk.at("/sites"), &wish).await.problem(403);
    ana.put(&at(&desk, &site, "/reading"), &json!({})).await.problem(403);
    ana.delete(&at(&desk, &site, "")).await.problem(403);
    ida.get(&desk.at("/sites")).await.problem(404);
    let other = desk.other_app().await;
    let id = site["id"].as_str().unwrap();
    desk.admin.get(&format!("/apps/{other}/sites/{id}")).await.problem(404);
    desk.has_read_everything().await;
}
