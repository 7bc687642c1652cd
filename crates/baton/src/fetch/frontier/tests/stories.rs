//! One crawl a story.

use std::time::Duration;

use super::{
    super::{
        super::{error::FetchError, robots::Robots, sitemap::Entry},
        Course, Known, Outside, Pace, PageState, Progress, Renewal, Scope, renew, seed,
    },
    world::{Answer, World, html, url},
};

fn site() -> World {
    World::new("/", Scope::Site)
}

#[test]
fn a_site_is_read_link_by_link() {
    let mut world = site()
        .with("/", html("<a href=/a><a href=/b#x><a href=/b?utm_source=y><a href=https://other.de/>"))
        .with("/a", html("a <a href=/a/1><a href=/>"))
        .with("/b", html("b"))
        .with("/a/1", html("a1"));
    assert_eq!(world.crawl(), Course::Done);
    assert_eq!(world.fetched, ["/", "/a", "/b", "/a/1"].map(|path| url(path).to_string()));
    // Four pages, a second apart; the first at once.
    assert_eq!(world.now_ms, 1_003_000);
}

#[test]
fn one_page_is_one_page() {
    let mut world =
        World::new("/help", Scope::Page).with("/help", html("<meta name=robots content=noindex><a href=/b>"));
    assert_eq!(world.crawl(), Course::Done);
    assert_eq!((world.state("/help"), world.state("/b")), ("read", "unknown"));
}

#[test]
fn only_what_is_below_the_address_is_read() {
    let mut world = World::new("/help", Scope::Site)
        .with("/help", html("<a href=/help/a><a href=/helping><a href=/shop>"))
        .with("/help/a", html("a"));
    world.crawl();
    assert_eq!(world.fetched, [url("/help").to_string(), url("/help/a").to_string()]);
}

#[test]
fn a_file_stands_for_its_folder() {
    let site = World::new("/docs/index.html", Scope::Site).site;
    assert_eq!(site.admits(&url("/docs/setup.html")), Ok(()));
    assert_eq!(site.admits(&url("/blog")), Err(Outside::OtherPart("/docs/".into())));
    assert_eq!(site.admits(&url("https://www.acme.de/docs/")), Err(Outside::OtherSite));
}

#[test]
fn a_secure_site_has_no_insecure_pages() {
    let mut world = site().with("/", html("<a href=http://acme.de/a>")).with("/a", html("a"));
    world.crawl();
    assert_eq!(world.state("/a"), "read");
}

#[test]
fn a_site_that_moved_is_read_where_it_is_now() {
    let mut world = World::new("/help", Scope::Site)
        .with("/help", Answer::LeadsTo("https://help.acme.de/hc/en"))
        .with("https://help.acme.de/hc/en", html("<a href=/hc/en/1><a href=https://acme.de/help/2><a href=/shop>"))
        .with("https://help.acme.de/hc/en/1", html("1"));
    assert_eq!(world.crawl(), Course::Done);
    assert_eq!(world.site.home, url("https://help.acme.de/hc/en"));
    assert_eq!(world.rows.len(), 2);
    assert_eq!(world.state("https://help.acme.de/hc/en/1"), "read");
}

#[test]
fn a_page_that_leads_to_another_one_is_a_duplicate_of_it() {
    let mut world = site()
        .with("/", html("<a href=/new><a href=/old><a href=/away><a href=/in>"))
        .with("/new", html("new"))
        .with("/old", Answer::LeadsTo("/new"))
        .with("/away", Answer::LeadsTo("https://other.de/"))
        .with("https://other.de/", html("other"))
        .with("/in", Answer::LeadsTo("/login?next=/in"))
        .with("/login?next=/in", html("Sign in"));
    world.crawl();
    assert_eq!((world.state("/old"), world.why("/old")), ("duplicate", "https://acme.de/new"));
    assert_eq!(world.why("/away"), Outside::OtherSite.to_string());
    assert_eq!(world.state("/in"), "skipped");
}

#[test]
fn a_page_that_leads_to_an_unknown_one_is_read_where_it_was_found() {
    let mut world = site().with("/", html("<a href=/a>")).with("/a", Answer::LeadsTo("/b")).with("/b", html("b"));
    world.crawl();
    assert_eq!((world.state("/a"), world.state("/b")), ("read", "unknown"));
}

#[test]
fn a_page_with_the_text_of_another_one_is_a_duplicate_and_leads_nowhere() {
    let same = "same <a href=/x>";
    let mut world = site().with("/", html("<a href=/a><a href=/b>")).with("/a", html(same)).with("/b", html(same));
    world.crawl();
    assert_eq!((world.state("/a"), world.why("/b")), ("read", "https://acme.de/a"));
}

#[test]
fn the_true_address_of_a_page_is_read_instead_of_it() {
    let mut world = site()
        .with("/", html("<a href=/shoe?color=red>"))
        .with("/shoe?color=red", html("red <link rel=canonical href=/shoe>"))
        .with("/shoe", html("shoe <link rel=canonical href=/shoe>"));
    world.crawl();
    assert_eq!((world.state("/shoe?color=red"), world.state("/shoe")), ("duplicate", "read"));
}

#[test]
fn true_addresses_in_a_circle_do_not_lose_the_page() {
    let mut world = site()
        .with("/", html("<a href=/a>"))
        .with("/a", html("a <link rel=canonical href=/b>"))
        .with("/b", html("b <link rel=canonical href=/a>"));
    world.crawl();
    assert_eq!((world.state("/a"), world.state("/b")), ("duplicate", "read"));
}

#[test]
fn a_true_address_that_is_gone_is_believed_no_longer_at_the_next_crawl() {
    let mut world = site().with("/", html("<a href=/a>")).with("/a", html("a <link rel=canonical href=/b>"));
    world.crawl();
    assert_eq!((world.state("/a"), world.state("/b")), ("duplicate", "gone"));
    let row = world.rows.get(url("/b").as_str()).unwrap().clone();
    assert_eq!(renew(row, &world.site, None, 0), Renewal::Forget);
}

#[test]
fn what_robots_txt_forbids_is_not_even_asked_for() {
    let mut world = site()
        .robots("User-agent: *\nDisallow: /x\nCrawl-delay: 5")
        .with("/", html("<a href=/x><a href=/a>"))
        .with("/a", html("a"));
    world.crawl();
    assert_eq!((world.state("/x"), world.state("/a")), ("unknown", "read"));
    assert_eq!(world.now_ms, 1_005_000);

    let mut forbidden = World::new("/x", Scope::Page).robots("User-agent: *\nDisallow: /x");
    forbidden.crawl();
    assert!(forbidden.why("/x").contains("robots.txt"));
    assert!(forbidden.fetched.is_empty());
}

#[test]
fn a_site_whose_robots_txt_fails_is_waited_for_and_then_left_alone() {
    let mut world = site();
    world.robots = Robots::Closed { why: FetchError::Server(500) };
    assert_eq!(world.crawl(), Course::GivenUp);
    assert!(world.fetched.is_empty());
    assert_eq!(world.state("/"), "queued");
}

#[test]
fn a_page_may_ask_that_its_text_or_its_links_are_left_alone() {
    let mut world = site()
        .with("/", html("<a href=/list><a href=/end>"))
        .with("/list", html("<meta name=robots content=noindex><a href=/item>"))
        .with("/item", html("item"))
        .with("/end", html("<meta name=robots content=nofollow><a href=/beyond>"));
    world.crawl();
    assert_eq!((world.state("/list"), world.state("/item")), ("skipped", "read"));
    assert_eq!((world.state("/end"), world.state("/beyond")), ("read", "unknown"));
}

#[test]
fn a_failing_page_is_tried_again_after_the_others_and_then_given_up() {
    let mut world = site()
        .with("/", html("<a href=/bad><a href=/good>"))
        .with("/bad", Answer::Fails(FetchError::Server(500)))
        .with("/good", html("good"));
    assert_eq!(world.crawl(), Course::Done);
    let paths: Vec<_> = world.fetched.iter().map(|address| address.trim_start_matches("https://acme.de")).collect();
    assert_eq!(paths, ["/", "/bad", "/good", "/bad", "/bad"]);
    assert_eq!(world.why("/bad"), FetchError::Server(500).to_string());
}

#[test]
fn an_outage_does_not_unsay_what_a_page_said() {
    let mut world = site().with("/", html("<a href=/a><a href=/b>")).with("/a", html("a")).with("/b", html("b"));
    world.crawl();
    let hash = world.rows[url("/a").as_str()].content_hash.clone();
    let mut world =
        world.with("/a", Answer::Fails(FetchError::Server(500))).with("/b", Answer::Fails(FetchError::Locked(403)));
    world.crawl();
    let (a, b) = (&world.rows[url("/a").as_str()], &world.rows[url("/b").as_str()]);
    assert_eq!((a.state.as_str(), &a.content_hash), ("failed", &hash));
    assert_eq!((b.state.as_str(), &b.content_hash), ("failed", &None));
    let mut world = world.with("/a", html("a"));
    world.crawl();
    assert_eq!(world.state("/a"), "unchanged");
}

#[test]
fn a_page_without_text_is_said_to_have_none_and_its_links_count() {
    let mut world = site().with("/", html("<nav><a href=/a>")).with("/a", html("a"));
    assert_eq!(world.crawl(), Course::Done);
    assert_eq!((world.why("/"), world.state("/a")), ("no text", "read"));
}

#[test]
fn a_page_that_is_locked_or_gone_is_not_tried_again() {
    let mut world = site()
        .with("/", html("<a href=/locked><a href=/gone>"))
        .with("/locked", Answer::Fails(FetchError::Locked(403)));
    world.crawl();
    assert_eq!((world.state("/locked"), world.state("/gone")), ("failed", "gone"));
    assert_eq!(world.fetched.len(), 3);
}

#[test]
fn a_site_that_is_down_is_not_asked_for_every_page() {
    let links: String = (0..50).map(|number| format!("<a href=/{number}>")).collect();
    let mut world = site().with("/", html(&links));
    for number in 0..50 {
        world = world.with(&format!("/{number}"), Answer::Fails(FetchError::Unreachable));
    }
    assert_eq!(world.crawl(), Course::GivenUp);
    assert_eq!(world.fetched.len(), 11);
}

#[test]
fn failures_slow_a_crawl_down_and_an_answer_ends_that() {
    let robots = Robots::Open(Default::default());
    let mut pace = Pace::default();
    let mut waits = Vec::new();
    for _ in 0..10 {
        pace = pace.failed(&FetchError::TooSlow(20), &robots, 0);
        waits.push(pace.not_before_ms / 1_000);
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
    assert_eq!(pace.failed(&FetchError::Gone(404), &robots, 0), Pace { not_before_ms: 1_000, failures: 0 });
}

#[test]
fn a_busy_site_is_left_alone_for_as_long_as_it_asks_within_reason() {
    let robots = Robots::Open(Default::default());
    let wait = |seconds| FetchError::Busy { wait: Some(Duration::from_secs(seconds)) };
    let not_before = |seconds| Pace::default().failed(&wait(seconds), &robots, 0).not_before_ms;
    assert_eq!([not_before(0), not_before(90), not_before(u64::MAX)], [1_000, 90_000, 3_600_000]);
}

#[test]
fn the_next_crawl_reads_only_what_changed() {
    let mut world = site()
        .with("/", html("<a href=/a><a href=/b><a href=/c>"))
        .with("/a", html("a"))
        .with("/b", html("b"))
        .with("/c", html("c"));
    world.crawl();
    let mut world = world.with("/a", Answer::Unchanged).with("/b", html("b, changed"));
    world.answers.remove(url("/c").as_str());
    world.crawl();
    let states = ["/", "/a", "/b", "/c"].map(|path| world.state(path));
    assert_eq!(states, ["unchanged", "unchanged", "read", "gone"]);
    world.crawl();
    assert_eq!((world.state("/b"), world.fetched.len()), ("unchanged", 4 + 4 + 4));
}

#[test]
fn what_another_page_stood_for_is_not_called_unchanged() {
    let mut world = site().with("/", html("<a href=/a><a href=/b>")).with("/a", html("x")).with("/b", html("x"));
    world.crawl();
    let row = world.rows[url("/b").as_str()].clone();
    let Renewal::Queue(page) = renew(row, &world.site, None, 0) else { panic!("it is queued") };
    assert_eq!((page.validators.etag, page.content_hash), (None, None));
}

#[test]
fn a_sitemap_s_date_spares_a_request_for_a_month() {
    const DAY: i64 = 24 * 60 * 60 * 1_000;
    let mut world = site().with("/", html("x"));
    world.now_ms = 100 * DAY;
    world.crawl();
    let row = world.rows[url("/").as_str()].clone();
    let renewal = |changed_at, now| renew(row.clone(), &world.site, Some(changed_at), now);
    assert_eq!(renewal(90 * DAY, 101 * DAY), Renewal::Keep(row.clone()));
    assert!(matches!(renewal(99 * DAY, 101 * DAY), Renewal::Queue(_)));
    assert!(matches!(renewal(90 * DAY, 131 * DAY), Renewal::Queue(_)));
}

#[test]
fn a_sitemap_s_pages_are_queued_once_and_only_those_of_the_site() {
    let world = World::new("/sitemap.xml", Scope::Sitemap);
    let listed =
        ["/a", "/a#x", "/logout", "https://other.de/", "/b"].map(|path| Entry { url: url(path), changed_at_ms: None });
    let pages = seed(&world.site, &world.robots, &listed, &Known::default());
    let paths: Vec<_> = pages.iter().map(|page| page.address.path()).collect();
    assert_eq!(paths, ["/a", "/logout", "/b"]);
}

#[test]
fn the_time_left_is_told_from_the_rate_so_far() {
    let robots = site().robots("User-agent: *\nCrawl-delay: 2").robots;
    let progress = Progress { queued: 10, settled: 4, elapsed_ms: 12_000 };
    assert_eq!(progress.remaining_ms(&robots), 30_000);
    assert_eq!(Progress { elapsed_ms: 0, ..progress }.remaining_ms(&robots), 20_000);
    assert_eq!(Progress { settled: 0, ..progress }.remaining_ms(&robots), 20_000);
}

#[test]
fn every_state_finds_its_way_back_from_a_row() {
    let why = || "x".to_owned();
    for state in [
        PageState::Queued,
        PageState::Read,
        PageState::Unchanged,
        PageState::Gone,
        PageState::Duplicate { of: why() },
        PageState::Failed { why: why() },
        PageState::Skipped { why: why() },
    ] {
        assert_eq!(PageState::parse(state.as_str(), state.detail().map(str::to_owned)), Some(state));
    }
    assert_eq!(PageState::parse("failed", None), None);
    assert_eq!(Scope::parse("sitemap"), Some(Scope::Sitemap));
    assert_eq!(Scope::parse("web"), None);
}
