//! What is found on a page.

use proptest::prelude::*;
use url::Url;

use super::{LINKS_MAX, Links, read};

fn page(html: &str) -> Links {
    read(html.as_bytes(), None, &Url::parse("https://acme.de/help/start").unwrap())
}

fn followed(html: &str) -> Vec<String> {
    page(html).follow.into_iter().map(String::from).collect()
}

#[test]
fn links_are_found_wherever_they_are_and_made_absolute() {
    let html = "<nav><a href=/faq>FAQ</a></nav><map><area href='returns#how'></map>\
                <p>See <A HREF=\" https://other.example/x \">there</a> or <a href='?page=2'>on</a>";
    assert_eq!(
        followed(html),
        [
            "https://acme.de/faq",
            "https://acme.de/help/returns",
            "https://other.example/x",
            "https://acme.de/help/start?page=2"
        ]
    );
}

#[test]
fn what_is_no_link_is_not_followed() {
    for html in [
        "<a href='mailto:a@b.de'>",
        "<a href='javascript:go()'>",
        "<a href='tel:+49'>",
        "<a href='data:text/html,x'>",
        "<a name=top>",
        "<a href='http://[broken'>",
        "<!-- <a href=/old> -->",
        "<script>'<a href=/no>'</script>",
        "<style><a href=/no></style>",
        "<textarea><a href=/no></textarea>",
        "<title><a href=/no></title>",
        "<a href=/no rel='noopener NoFollow'>",
    ] {
        assert_eq!(followed(html), Vec::<String>::new(), "{html}");
    }
}

#[test]
fn a_link_is_followed_once() {
    assert_eq!(followed("<a href=/a#1><a href=/a#2><a href=/a>"), ["https://acme.de/a"]);
}

#[test]
fn the_first_base_counts_and_may_be_relative() {
    assert_eq!(followed("<base href='/docs/'><base href='/no/'><a href=setup>"), ["https://acme.de/docs/setup"]);
    assert_eq!(followed("<base href='https://cdn.de/x/'><a href=setup>"), ["https://cdn.de/x/setup"]);
    assert_eq!(followed("<base target=_top><a href=setup>"), ["https://acme.de/help/setup"]);
}

#[test]
fn the_page_says_what_it_is_called_and_where_it_is() {
    let page = page(
        "<title>\n Returns &amp; refunds\n</title><link rel=canonical href=/help/returns>\
                     <svg><title>An arrow</title></svg>",
    );
    assert_eq!(page.title.as_deref(), Some("Returns & refunds"));
    assert_eq!(page.canonical.unwrap().as_str(), "https://acme.de/help/returns");
}

#[test]
fn the_page_says_what_programs_may_do_with_it() {
    assert!(page("<meta name=ROBOTS content=noindex>").directives.noindex);
    assert!(page("<meta name=baton content='noindex,nofollow'>").directives.nofollow);
    assert!(!page("<meta name=otherbot content=none>").directives.noindex);
}

#[test]
fn a_page_that_sends_its_reader_on_links_there() {
    assert_eq!(followed("<meta http-equiv=Refresh content=\"0; URL='/new'\">"), ["https://acme.de/new"]);
    assert_eq!(followed("<meta http-equiv=refresh content=30>"), Vec::<String>::new());
}

#[test]
fn entities_and_charsets_are_understood() {
    assert_eq!(followed("<a href='/s?a=1&amp;b=2'>"), ["https://acme.de/s?a=1&b=2"]);
    let base = Url::parse("https://acme.de/").unwrap();
    let page = read(b"<title>\xdcber</title><a href=/\xfc>", Some("latin1"), &base);
    assert_eq!(page.title.as_deref(), Some("Über"));
    assert_eq!(page.follow[0].as_str(), "https://acme.de/%C3%BC");
}

#[test]
fn a_page_of_nothing_but_links_is_cut_off() {
    let html: String = (0..LINKS_MAX + 50).map(|number| format!("<a href=/{number}>")).collect();
    assert_eq!(followed(&html).len(), LINKS_MAX);
}

#[test]
fn a_title_is_cut_to_what_a_list_can_show() {
    assert_eq!(page(&format!("<title>{}", "ä".repeat(5_000))).title.unwrap().chars().count(), 300);
}

#[test]
fn a_tag_with_a_hundred_thousand_attributes_is_read_all_the_same() {
    let names: String = (0..100_000).map(|number| format!(" a{number}")).collect();
    assert_eq!(followed(&format!("<p{names}><a href=/x>")), ["https://acme.de/x"]);
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes: Vec<u8>) {
        let _ = read(&bytes, None, &Url::parse("https://acme.de/").unwrap());
    }

    #[test]
    fn no_tags_are_too_odd(html in "(<a href=|<base href=|<title>|</title>|<meta |'|\"|>|<|/|&|http:|//|x| ){0,40}") {
        for link in page(&html).follow {
            prop_assert!(matches!(link.scheme(), "http" | "https"));
            prop_assert!(link.fragment().is_none());
        }
    }
}
