//! What a robots.txt allows.

use proptest::prelude::*;
use url::Url;

use super::{Robots, Rules, parse};

fn allows(robots: &str, path: &str) -> bool {
    parse(robots.as_bytes()).allow(&Url::parse(&format!("https://acme.de{path}")).unwrap())
}

#[test]
fn a_site_without_rules_allows_everything() {
    assert!(allows("", "/"));
    assert!(allows("User-agent: *\nDisallow:", "/private"));
    assert!(allows("<!doctype html><p>Not found: here", "/"));
}

#[test]
fn the_longest_rule_wins_and_a_tie_allows() {
    let robots = "User-agent: *\nDisallow: /docs\nAllow: /docs/help\nAllow: /a\nDisallow: /a";
    assert!(!allows(robots, "/docs/internal"));
    assert!(allows(robots, "/docs/help/returns"));
    assert!(allows(robots, "/a/b"));
    assert!(allows(robots, "/other"));
}

#[test]
fn rules_for_us_replace_those_for_everybody() {
    let robots = "User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-Agent: BATON/1.0\nDisallow: /private\n";
    assert!(allows(robots, "/help"));
    assert!(!allows(robots, "/private/x"));
    assert!(allows("User-agent: *\nDisallow: /\nUser-agent: baton\nDisallow:", "/help"));
    assert!(!allows("User-agent: batonlike\nAllow: /\nUser-agent: *\nDisallow: /", "/help"));
}

#[test]
fn groups_for_the_same_program_are_one() {
    let robots = "User-agent: baton\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: baton\nDisallow: /b";
    assert!(!allows(robots, "/a") && !allows(robots, "/b") && allows(robots, "/c"));
}

#[test]
fn other_lines_do_not_end_a_list_of_names() {
    assert!(!allows("User-agent: baton\nSitemap: https://acme.de/s.xml\nUser-agent: x\nDisallow: /a", "/a"));
}

#[test]
fn stars_and_the_end_are_understood() {
    assert!(!allows("User-agent: *\nDisallow: /*.pdf$", "/files/price.pdf"));
    assert!(allows("User-agent: *\nDisallow: /*.pdf$", "/files/price.pdf?x"));
    assert!(!allows("User-agent: *\nDisallow: /*?sort=", "/shop?sort=price"));
    assert!(!allows("User-agent: *\nDisallow: /a*b*c", "/aXbYcZ"));
    assert!(allows("User-agent: *\nDisallow: /a*b*c", "/acb"));
    assert!(!allows("User-agent: *\nDisallow: *", "/"));
    assert!(!allows("User-agent: *\nDisallow: /$", "/"));
    assert!(allows("User-agent: *\nDisallow: /$", "/x"));
    assert!(allows("User-agent: *\nDisallow: /ab*ba$", "/aba"));
}

#[test]
fn escapes_are_compared_by_what_they_stand_for() {
    assert!(!allows("User-agent: *\nDisallow: /ä", "/%c3%a4/x"));
    assert!(!allows("User-agent: *\nDisallow: /%7Eida", "/~ida/"));
    assert!(!allows("User-agent: *\nDisallow: /a%2fb", "/a%2Fb"));
    assert!(allows("User-agent: *\nDisallow: /a%2fb", "/a/b"));
}

#[test]
fn the_file_itself_may_always_be_read() {
    assert!(allows("User-agent: *\nDisallow: /", "/robots.txt"));
    assert!(!allows("User-agent: *\nDisallow: /", "/robots.txt.html"));
}

#[test]
fn remarks_spaces_and_odd_line_ends_do_no_harm() {
    assert!(!allows("\u{feff}user-agent : * # all\r\n  DISALLOW :/a # not this\r\r", "/a"));
    assert!(!allows("Disallow: /a\nUser-agent: x\nDisallow: /b", "/a"));
}

#[test]
fn a_delay_is_granted_up_to_a_limit() {
    let delay = |lines: &str| parse(format!("User-agent: *\n{lines}").as_bytes()).delay_ms;
    assert_eq!(delay("Crawl-delay: 2.5"), Some(2_500));
    assert_eq!(delay("Crawl-Delay: 86400"), Some(30_000));
    assert_eq!(delay("Crawl-delay: -1"), None);
    assert_eq!(delay("Crawl-delay: soon"), None);
    assert_eq!(delay("Crawl-delay: nan"), None);
    assert_eq!(parse(b"User-agent: *\nCrawl-delay: 9\nUser-agent: baton\nDisallow: /x").delay_ms, None);
}

#[test]
fn sitemaps_are_for_everybody() {
    let rules = parse(b"Sitemap: https://acme.de/a.xml\nUser-agent: x\nDisallow: /\nsitemap: /b.xml");
    assert_eq!(rules.sitemaps, ["https://acme.de/a.xml", "/b.xml"]);
}

#[test]
fn only_the_beginning_of_a_huge_file_is_read() {
    let mut robots = b"User-agent: *\nDisallow: /a\n".to_vec();
    robots.resize(super::BYTES_MAX, b'#');
    robots.extend(b"\nDisallow: /b");
    let rules = parse(&robots);
    assert!(!rules.allow(&Url::parse("https://acme.de/a").unwrap()));
    assert!(rules.allow(&Url::parse("https://acme.de/b").unwrap()));
}

#[test]
fn a_pattern_full_of_stars_is_answered_at_once() {
    let robots = format!("User-agent: *\nDisallow: /{}b$", "a*".repeat(500));
    assert!(allows(&robots, &format!("/{}", "a".repeat(1_900))));
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd(bytes: Vec<u8>) {
        let _ = parse(&bytes).allow(&Url::parse("https://acme.de/a?b").unwrap());
    }

    /// With rules made of letters only, a rule is a prefix: the plain reading of the RFC.
    #[test]
    fn plain_rules_are_prefixes(rules in proptest::collection::vec((any::<bool>(), "/[ab]{0,3}"), 0..5), path in "/[ab]{0,4}") {
        let lines = rules.iter().map(|(allows, path)| format!("{}: {path}\n", if *allows { "Allow" } else { "Disallow" }));
        let robots = format!("User-agent: *\n{}", lines.collect::<String>());
        let longest = rules.iter().filter(|(_, rule)| path.starts_with(rule)).max_by_key(|(allows, rule)| (rule.len(), *allows));
        prop_assert_eq!(allows(&robots, &path), longest.is_none_or(|(allows, _)| *allows));
    }
}

#[test]
fn a_closed_site_allows_nothing() {
    let closed = Robots::Closed { why: super::FetchError::Unreachable };
    let url = Url::parse("https://acme.de/").unwrap();
    assert!(!closed.allows(&url));
    assert!(Robots::Open(Rules::default()).allows(&url));
}
