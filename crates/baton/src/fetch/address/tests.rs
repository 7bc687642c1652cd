//! One page, one address.

use proptest::prelude::*;
use url::Url;

use super::normal;

fn read(address: &str) -> String {
    normal(&Url::parse(address).unwrap()).into()
}

#[test]
fn the_ways_to_one_page_are_one_address() {
    for address in [
        "https://acme.de/help?a=1&b=2",
        "HTTPS://ACME.de:443/help?b=2&a=1",
        "https://acme.de/help?a=1&b=2#returns",
        "https://acme.de/./shop/../help?a=1&b=2",
        "https://acme.de/help?utm_source=mail&a=1&UTM_Medium=x&b=2&gclid=77&fbclid=9",
        "https://acme.de/help;jsessionid=A1B2?a=1&&b=2&PHPSESSID=3",
    ] {
        assert_eq!(read(address), "https://acme.de/help?a=1&b=2", "{address}");
    }
    assert_eq!(read("https://acme.de/help?utm_source=mail"), "https://acme.de/help");
    assert_eq!(read("https://acme.de?"), "https://acme.de/");
}

#[test]
fn what_may_change_the_page_is_kept() {
    for address in [
        "https://acme.de/Help",
        "https://acme.de/help/",
        "https://acme.de/help?page=2",
        "https://acme.de/help?tag=b&tag=a",
        "https://acme.de/help?q=a+b%20c",
        "http://acme.de/help",
        "https://acme.de:8443/help",
        "https://acme.de/?ga=1",
    ] {
        assert_eq!(read(address), address);
    }
}

#[test]
fn escapes_are_written_one_way() {
    assert_eq!(read("https://acme.de/%7eida/%c3%a4?x=%2f"), "https://acme.de/~ida/%C3%A4?x=%2F");
    assert_eq!(read("https://acme.de/ä b"), "https://acme.de/%C3%A4%20b");
    assert_eq!(read("https://acme.de/100%"), "https://acme.de/100%");
    assert_eq!(read("https://acme.de/%%37E"), "https://acme.de/%%37E");
}

proptest! {
    #[test]
    fn normalising_twice_changes_nothing(rest in "[/a-zA-Z0-9%&=?;#.~_+ äß:@-]{0,60}") {
        if let Ok(url) = Url::parse(&format!("https://acme.de/{rest}")) {
            let once = normal(&url);
            prop_assert_eq!(normal(&once), once);
        }
    }

    #[test]
    fn the_order_of_parameters_does_not_matter(mut names in proptest::collection::btree_set("[a-z]{1,3}", 0..6)
        .prop_map(|names| names.into_iter().collect::<Vec<_>>()).prop_shuffle()) {
        let shuffled = read(&format!("https://acme.de/?{}", names.join("&")));
        names.sort();
        prop_assert_eq!(shuffled, read(&format!("https://acme.de/?{}", names.join("&"))));
    }

    #[test]
    fn a_normal_address_is_still_on_the_same_site(rest in "[/a-z0-9%&=?;#.]{0,60}") {
        if let Ok(url) = Url::parse(&format!("https://acme.de/{rest}")) {
            prop_assert_eq!(normal(&url).origin(), url.origin());
        }
    }
}
