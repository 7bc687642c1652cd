//! Sitemaps as sites publish them, whole, packed, broken and hostile.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use url::Url;

use super::{Listing, PAGES_MAX, SitemapError, parse, unpack::unpack, walk::starts};

fn pages(sitemap: &str) -> Vec<String> {
    parse(sitemap.as_bytes()).unwrap().pages.into_iter().map(|page| page.url.into()).collect()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const SITEMAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="urn:image" xmlns:x="urn:x">
  <url><loc> https://acme.de/a?x=1&amp;y=2 </loc><lastmod>2024-02-29</lastmod>
    <image:image><image:loc>https://acme.de/a.png</image:loc></image:image></url>
  <url><x:link href="https://acme.de/en"/><loc><![CDATA[https://acme.de/b]]></loc><lastmod>soon</lastmod></url>
  <url><priority>1</priority></url>
  <url><loc>ftp://acme.de/c</loc></url>
  <url><loc>/relative</loc></url>
  <url><loc>https://acme.de/&#228;</loc></url>
</urlset>"#;

#[test]
fn a_sitemap_lists_pages_and_when_they_changed() {
    let listing = parse(SITEMAP.as_bytes()).unwrap();
    let pages: Vec<_> = listing.pages.iter().map(|page| (page.url.as_str(), page.changed_at_ms)).collect();
    assert_eq!(
        pages,
        [
            ("https://acme.de/a?x=1&y=2", Some(1_709_164_800_000)),
            ("https://acme.de/b", None),
            ("https://acme.de/%C3%A4", None)
        ]
    );
    assert!(listing.files.is_empty());
}

#[test]
fn a_prefix_on_every_name_changes_nothing() {
    let sitemap = "<s:urlset xmlns:s='urn:s'><s:url><s:loc>https://acme.de/a</s:loc></s:url></s:urlset>";
    assert_eq!(pages(sitemap), ["https://acme.de/a"]);
}

#[test]
fn an_index_lists_further_sitemaps() {
    let index = "<sitemapindex><sitemap><loc>https://acme.de/1.xml.gz</loc></sitemap></sitemapindex>";
    let listing = parse(index.as_bytes()).unwrap();
    assert_eq!(listing.files[0].url.as_str(), "https://acme.de/1.xml.gz");
    assert!(listing.pages.is_empty());
}

#[test]
fn a_text_has_one_address_a_line() {
    assert_eq!(
        pages("\u{feff}https://acme.de/a\r\n\n# no\nhttps://acme.de/b"),
        ["https://acme.de/a", "https://acme.de/b"]
    );
}

#[test]
fn a_packed_sitemap_is_unpacked() {
    assert_eq!(parse(&packed(SITEMAP.as_bytes())), parse(SITEMAP.as_bytes()));
}

#[test]
fn a_small_file_that_unpacks_to_a_huge_one_is_refused() {
    let bomb = packed(&vec![b' '; 3 * 1024 * 1024]);
    assert!(bomb.len() < 40_000, "{}", bomb.len());
    assert_eq!(unpack(&bomb, 2 * 1024 * 1024), Err(SitemapError::TooLarge { max_mb: 2 }));
}

#[test]
fn what_came_before_a_break_counts() {
    let at = SITEMAP.find("<url><priority>").unwrap();
    assert_eq!(pages(&SITEMAP[..at]).len(), 2);
    assert_eq!(pages(&format!("{}<url><loc>https://acme.de/<<<", &SITEMAP[..at])).len(), 2);
    let packed = packed(SITEMAP.as_bytes());
    assert!(parse(&packed[..packed.len() - 8]).is_ok());
}

#[test]
fn other_files_are_no_sitemaps() {
    for other in [
        "<!doctype html><p>Not found",
        "<rss><channel/></rss>",
        "No such page",
        "<x><url><loc>https://a.de</loc></url></x>",
    ] {
        assert_eq!(parse(other.as_bytes()), Err(SitemapError::NotASitemap), "{other}");
    }
    assert_eq!(parse(&[0x1f, 0x8b, 1, 2, 3]), Err(SitemapError::Packed));
    assert_eq!(parse(b"<urlset/>"), Ok(Listing::default()));
    assert_eq!(parse(b""), Ok(Listing::default()));
}

#[test]
fn entities_of_its_own_do_not_grow() {
    let bomb = "<!DOCTYPE x [<!ENTITY a 'https://acme.de/'><!ENTITY b '&a;&a;&a;'>]>\
                <urlset><url><loc>&b;https://acme.de/a</loc></url></urlset>";
    assert_eq!(pages(bomb), ["https://acme.de/a"]);
}

#[test]
fn more_pages_than_the_protocol_allows_are_left_out() {
    let urls: String =
        (0..PAGES_MAX + 10).map(|number| format!("<url><loc>https://a.de/{number}</loc></url>")).collect();
    assert_eq!(pages(&format!("<urlset>{urls}</urlset>")).len(), PAGES_MAX);
}

#[test]
fn a_site_is_asked_where_its_sitemaps_are() {
    let named = rules_of("Sitemap: /a.xml\nSitemap: https://cdn.de/b.xml");
    let unnamed = rules_of("");
    let begin = |address: &str, rules| -> Vec<String> {
        starts(&Url::parse(address).unwrap(), rules).into_iter().map(String::from).collect()
    };
    assert_eq!(begin("https://acme.de/help", &named), ["https://acme.de/a.xml", "https://cdn.de/b.xml"]);
    assert_eq!(begin("https://acme.de/help", &unnamed), ["https://acme.de/sitemap.xml"]);
    assert_eq!(begin("https://acme.de/x/Map.xml.gz", &named), ["https://acme.de/x/Map.xml.gz"]);
}

fn rules_of(robots: &str) -> super::super::robots::Rules {
    super::super::robots::parse(robots.as_bytes())
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes: Vec<u8>) {
        let _ = parse(&bytes);
        let _ = parse(&[&[0x1f, 0x8b, 8, 0], bytes.as_slice()].concat());
    }

    #[test]
    fn no_tags_are_too_odd(xml in "<urlset>(<url>|</url>|<loc>|</loc>|https://a.de/|&amp;|&x;|<!--|-->|<!\\[CDATA\\[|\\]\\]>|<|>){0,40}") {
        let _ = parse(xml.as_bytes());
    }
}
