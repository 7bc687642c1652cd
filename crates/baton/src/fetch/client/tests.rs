//! Fetching from a far end on loopback, over real HTTP.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use flate2::{Compression, write::GzEncoder};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use url::Url;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use super::{super::*, Limits, MB};

/// A far end on loopback, and a fetcher that may read it.
struct Far {
    server: MockServer,
    fetcher: Fetcher,
}

impl Far {
    async fn open() -> Self {
        Self { server: MockServer::start().await, fetcher: fetcher(loopback()) }
    }

    async fn serves(&self, path: &str, answer: ResponseTemplate) {
        Mock::given(matchers::path(path)).respond_with(answer).mount(&self.server).await;
    }

    fn url(&self, path: &str) -> Url {
        Url::parse(&self.server.uri()).unwrap().join(path).unwrap()
    }

    async fn get(&self, path: &str) -> Result<Fetched, FetchError> {
        self.fetcher.get(&self.url(path), None).await
    }

    async fn page(&self, path: &str) -> Download {
        match self.get(path).await.unwrap() {
            Fetched::Page(page) => page,
            Fetched::Unchanged => panic!("there is a page"),
        }
    }
}

fn loopback() -> Guard {
    Guard::allowing(["127.0.0.0/8", "::1"]).unwrap()
}

fn fetcher(guard: Guard) -> Fetcher {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Fetcher::new(guard, Some("https://chat.acme.de")).unwrap()
}

fn html(body: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(body, "text/html; charset=utf-8")
}

fn to(location: &str) -> ResponseTemplate {
    ResponseTemplate::new(302).insert_header("location", location)
}

fn packed(bytes: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    std::io::copy(&mut std::io::Read::take(std::io::repeat(b' '), bytes as u64), &mut encoder).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_page_is_fetched_by_a_program_that_says_who_it_is() {
    let far = Far::open().await;
    let agent = concat!("Baton/", env!("CARGO_PKG_VERSION"), " (+https://chat.acme.de)");
    Mock::given(matchers::header("user-agent", agent))
        .respond_with(html("<p>Hi").insert_header("etag", "\"1\"").insert_header("x-robots-tag", "noindex"))
        .mount(&far.server)
        .await;
    let page = far.page("/help").await;
    assert_eq!(page.bytes, b"<p>Hi");
    assert_eq!(page.url, far.url("/help"));
    assert_eq!(page.content, Content { media: Media::Html, charset: Some("utf-8".into()) });
    assert_eq!(page.validators, Validators { etag: Some("\"1\"".into()), last_modified: None });
    assert!(page.directives.noindex);
}

#[tokio::test]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let far = Far::open().await;
    Mock::given(matchers::header("if-none-match", "\"1\""))
        .and(|request: &wiremock::Request| request.headers["if-modified-since"] == "Thu, 29 Feb 2024 12:00:00 GMT")
        .respond_with(ResponseTemplate::new(304))
        .mount(&far.server)
        .await;
    let known = Validators { etag: Some("\"1\"".into()), last_modified: Some("Thu, 29 Feb 2024 12:00:00 GMT".into()) };
    assert_eq!(far.fetcher.get(&far.url("/"), Some(&known)).await, Ok(Fetched::Unchanged));
    far.serves("/odd", ResponseTemplate::new(304)).await;
    assert_eq!(far.get("/odd").await, Err(FetchError::Status(304)));
}

#[tokio::test]
async fn redirects_are_followed_and_the_last_address_is_told() {
    let far = Far::open().await;
    far.serves("/1", to("/2?x=1")).await;
    far.serves("/2", to("../3")).await;
    far.serves("/3", html("there")).await;
    assert_eq!(far.page("/1").await.url, far.url("/3"));
}

#[tokio::test]
async fn a_redirect_in_a_circle_ends() {
    let far = Far::open().await;
    far.serves("/a", to("/b")).await;
    far.serves("/b", to("/a")).await;
    assert_eq!(far.get("/a").await, Err(FetchError::Redirects { max: 5 }));
    assert_eq!(far.server.received_requests().await.unwrap().len(), 6);
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_no_page() {
    let far = Far::open().await;
    far.serves("/none", ResponseTemplate::new(301)).await;
    far.serves("/odd", to("http://[broken")).await;
    assert_eq!(far.get("/none").await, Err(FetchError::RedirectLost));
    assert_eq!(far.get("/odd").await, Err(FetchError::RedirectLost));
}

#[test]
fn a_redirect_never_leaves_a_secure_connection_for_another_site() {
    let target = |location| super::answer::target(&Url::parse("https://acme.de/a").unwrap(), location);
    assert_eq!(target("http://other.de/"), Err(FetchError::Downgrade));
    for location in ["http://acme.de/b", "https://other.de/", "/b", "//other.de/b"] {
        assert!(target(location).is_ok(), "{location}");
    }
}

#[tokio::test]
async fn a_redirect_into_a_network_that_is_not_public_is_refused() {
    let far = Far::open().await;
    for (path, target) in [
        ("/private", "http://10.0.0.1/"),
        ("/metadata", "http://169.254.169.254/latest/meta-data/"),
        ("/number", "http://167772161/"),
        ("/mapped", "http://[::ffff:10.0.0.1]/"),
        ("/file", "file:///etc/passwd"),
        ("/password", "http://ida:secret@127.0.0.1/"),
        ("/port", "http://127.0.0.1:6379/"),
    ] {
        far.serves(path, to(target)).await;
        let refused = far.get(path).await.unwrap_err();
        assert!(matches!(refused, FetchError::Refused(_)), "{path}: {refused}");
    }
}

#[tokio::test]
async fn without_permission_loopback_is_never_asked() {
    let far = Far::open().await;
    let port = far.server.address().port();
    for host in ["127.0.0.1", "localhost", "[::1]", "0x7f000001", "127.1"] {
        let url = Url::parse(&format!("http://{host}:{port}/")).unwrap();
        let refused = fetcher(Guard::default()).get(&url, None).await.unwrap_err();
        assert!(matches!(refused, FetchError::Refused(Refused::Network { .. })), "{host}: {refused}");
    }
    assert!(far.server.received_requests().await.unwrap().is_empty());
}

/// Answers with the addresses it was made with, whatever the name.
struct Names(Vec<SocketAddr>);

impl Resolve for Names {
    fn resolve(&self, _: Name) -> Resolving {
        let found = self.0.clone();
        Box::pin(async move { Ok(Box::new(found.into_iter()) as Addrs) })
    }
}

fn fetcher_with_names(addresses: &[&str], guard: Guard) -> Fetcher {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let names = Names(addresses.iter().map(|address| format!("{address}:0").parse().unwrap()).collect());
    let guard = Arc::new(guard);
    let names = guard::GuardedNames::over(Arc::new(names), guard.clone());
    Fetcher::over(names, guard, None).unwrap()
}

#[tokio::test]
async fn a_public_name_that_points_into_a_private_network_is_refused_when_it_is_connected_to() {
    let far = Far::open().await;
    let url = Url::parse(&format!("http://rebound.example:{}/", far.server.address().port())).unwrap();
    let guard = Guard::default();
    // The name itself is innocent: only what it stands for at this moment is not.
    assert_eq!(guard.check_url(&url), Ok(()));
    let refused = fetcher_with_names(&["127.0.0.1"], guard).get(&url, None).await.unwrap_err();
    assert!(refused.to_string().starts_with("rebound.example is on this very machine"), "{refused}");
    assert!(far.server.received_requests().await.unwrap().is_empty());
}

#[tokio::test]
async fn of_a_name_with_several_addresses_only_the_allowed_ones_are_connected_to() {
    let far = Far::open().await;
    far.serves("/", html("here")).await;
    let url = Url::parse(&format!("http://wiki.example:{}/", far.server.address().port())).unwrap();
    let guard = Guard::allowing(["127.0.0.1"]).unwrap();
    let fetched = fetcher_with_names(&["10.0.0.1", "127.0.0.1", "169.254.169.254"], guard).get(&url, None).await;
    assert!(matches!(fetched, Ok(Fetched::Page(_))));
}

#[tokio::test]
async fn a_name_without_an_address_is_a_typing_mistake() {
    let url = Url::parse("http://no-such-site.invalid/").unwrap();
    let error = fetcher_with_names(&[], Guard::default()).get(&url, None).await;
    assert_eq!(error, Err(FetchError::UnknownName("no-such-site.invalid".into())));
}

#[tokio::test]
async fn a_site_that_is_down_cannot_be_reached() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    drop(listener);
    assert_eq!(fetcher(loopback()).get(&url, None).await, Err(FetchError::Unreachable));
}

#[tokio::test]
async fn a_page_that_is_too_large_is_left_at_the_limit() {
    let far = Far::open().await;
    far.serves("/long", ResponseTemplate::new(200).set_body_raw(vec![b' '; 10 * MB + 1], "text/plain")).await;
    assert_eq!(far.get("/long").await, Err(FetchError::TooLarge { max_mb: 10 }));
    far.serves("/just", ResponseTemplate::new(200).set_body_raw(vec![b' '; 10 * MB], "text/plain")).await;
    assert_eq!(far.page("/just").await.bytes.len(), 10 * MB);
}

#[tokio::test]
async fn a_small_body_that_unpacks_to_a_huge_one_is_left_at_the_limit() {
    let far = Far::open().await;
    let gzip = |bytes| {
        ResponseTemplate::new(200).insert_header("content-encoding", "gzip").set_body_raw(packed(bytes), "text/html")
    };
    far.serves("/bomb", gzip(11 * MB)).await;
    far.serves("/small", gzip(100)).await;
    assert_eq!(far.get("/bomb").await, Err(FetchError::TooLarge { max_mb: 10 }));
    assert_eq!(far.page("/small").await.bytes.len(), 100);
}

#[tokio::test]
async fn a_body_that_cannot_be_unpacked_is_broken() {
    let far = Far::open().await;
    let answer = html("this is not gzip").insert_header("content-encoding", "gzip");
    far.serves("/", answer).await;
    assert_eq!(far.get("/").await, Err(FetchError::Broken));
}

/// A server that writes `said` to whoever asks, and then nothing more, or hangs up.
async fn sayer(said: &'static str, hangs_up: bool) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let _ = socket.read(&mut [0; 4096]).await;
        socket.write_all(said.as_bytes()).await.unwrap();
        if !hangs_up {
            std::future::pending::<()>().await;
        }
    });
    url
}

#[tokio::test]
async fn a_body_that_never_ends_is_waited_for_only_so_long() {
    let limits = Limits { whole: Duration::from_millis(200), ..Limits::default() };
    let fetcher = fetcher(loopback()).within(limits);
    for said in ["", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>"] {
        let url = sayer(said, false).await;
        assert_eq!(fetcher.get(&url, None).await, Err(FetchError::TooSlow(0)));
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_no_page() {
    let url = sayer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>", true).await;
    assert_eq!(fetcher(loopback()).get(&url, None).await, Err(FetchError::Broken));
}

#[tokio::test]
async fn each_answer_that_is_no_page_says_why() {
    let far = Far::open().await;
    for (status, expected) in [
        (404, FetchError::Gone(404)),
        (410, FetchError::Gone(410)),
        (401, FetchError::Locked(401)),
        (403, FetchError::Locked(403)),
        (429, FetchError::Busy { wait: None }),
        (500, FetchError::Server(500)),
        (204, FetchError::Status(204)),
        (400, FetchError::Status(400)),
    ] {
        let path = format!("/{status}");
        far.serves(&path, ResponseTemplate::new(status)).await;
        assert_eq!(far.get(&path).await, Err(expected));
    }
}

#[tokio::test]
async fn a_busy_site_says_how_long_to_wait() {
    let far = Far::open().await;
    let busy = |wait: &str| ResponseTemplate::new(503).insert_header("retry-after", wait);
    far.serves("/seconds", busy("120")).await;
    let date = busy("Thu, 29 Feb 2024 12:01:00 GMT").insert_header("date", "Thu, 29 Feb 2024 12:00:00 GMT");
    far.serves("/date", date).await;
    far.serves("/odd", busy("soon")).await;
    let wait = |seconds| Err(FetchError::Busy { wait: Some(Duration::from_secs(seconds)) });
    assert_eq!(far.get("/seconds").await, wait(120));
    assert_eq!(far.get("/date").await, wait(60));
    assert_eq!(far.get("/odd").await, Err(FetchError::Busy { wait: None }));
}

#[tokio::test]
async fn what_is_no_text_is_not_taken() {
    let far = Far::open().await;
    far.serves("/png", ResponseTemplate::new(200).set_body_raw("x", "image/png")).await;
    far.serves("/liar", html("%PDF-1.7")).await;
    assert_eq!(far.get("/png").await, Err(FetchError::Media("image/png".into())));
    assert!(matches!(far.get("/liar").await, Err(FetchError::Media(_))));
}

async fn robots_of(far: &Far) -> robots::Robots {
    let text = robots::text(&far.fetcher, &far.url("/some/page?x=1")).await;
    robots::Robots::of(text.as_deref().map_err(Clone::clone))
}

#[tokio::test]
async fn robots_txt_is_read_from_the_root() {
    let far = Far::open().await;
    far.serves("/robots.txt", ResponseTemplate::new(200).set_body_string("User-agent: *\nDisallow: /x")).await;
    let robots = robots_of(&far).await;
    assert!(!robots.allows(&far.url("/x")) && robots.allows(&far.url("/y")));
}

#[tokio::test]
async fn a_missing_robots_txt_allows_everything_and_a_failing_one_nothing() {
    for (status, is_open) in
        [(404, true), (401, true), (403, true), (418, true), (429, false), (500, false), (503, false)]
    {
        let far = Far::open().await;
        far.serves("/robots.txt", ResponseTemplate::new(status)).await;
        assert_eq!(robots_of(&far).await.allows(&far.url("/")), is_open, "{status}");
    }
    let nobody = Url::parse("http://no-such-site.invalid/").unwrap();
    let closed = robots::text(&fetcher_with_names(&[], Guard::default()), &nobody).await;
    assert!(closed.is_err());
}

#[tokio::test]
async fn sitemaps_are_read_through_their_indexes_to_a_limit() {
    let far = Far::open().await;
    let index = |to: &str| format!("<sitemapindex><sitemap><loc>{}</loc></sitemap></sitemapindex>", far.url(to));
    let urls = |path: &str, day| {
        format!("<urlset><url><loc>{}</loc><lastmod>2024-01-{day}</lastmod></url></urlset>", far.url(path))
    };
    let xml = |body: String| ResponseTemplate::new(200).set_body_raw(body, "application/xml");
    let both = [index("/1.xml"), index("/gone.xml")].concat().replace("</sitemapindex><sitemapindex>", "");
    far.serves("/sitemap.xml", xml(both)).await;
    far.serves(
        "/1.xml",
        xml(index("/2.xml").replace(
            "</sitemapindex>",
            &format!("<sitemap><loc>{}</loc></sitemap></sitemapindex>", far.url("/new.xml")),
        )),
    )
    .await;
    far.serves("/2.xml", xml(index("/3.xml").replace("</sitemapindex>", "") + "</sitemapindex>")).await;
    far.serves("/new.xml", xml(urls("/new", "20"))).await;
    far.serves("/3.xml", xml(urls("/too-deep", "10"))).await;
    let starts = sitemap::walk::starts(&far.url("/help"), &robots::Rules::default());
    let collected = sitemap::walk::collect(&far.fetcher, starts, Duration::ZERO).await;
    let pages: Vec<_> = collected.pages.iter().map(|page| page.url.path()).collect();
    assert_eq!(pages, ["/new"]);
    assert_eq!(collected.problems, [(far.url("/gone.xml"), FetchError::Gone(404).into())]);
}
