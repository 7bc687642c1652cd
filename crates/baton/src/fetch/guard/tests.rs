//! Which addresses are refused, however they are written.

use std::net::IpAddr;

use proptest::prelude::*;
use url::Url;

use super::{Guard, NotANetwork, Refused};

fn refused(address: &str) -> Refused {
    Guard::default().check_url(&Url::parse(address).unwrap()).unwrap_err()
}

fn is_on(address: &str, network: &str) -> bool {
    matches!(refused(address), Refused::Network { network: on, .. } if on.contains(network))
}

#[test]
fn a_public_address_is_read() {
    for address in ["https://example.com/help", "http://8.8.8.8/", "https://[2606:4700::1111]/", "http://a.de:8080/"] {
        assert_eq!(Guard::default().check_url(&Url::parse(address).unwrap()), Ok(()), "{address}");
    }
}

#[test]
fn only_the_web_is_read() {
    assert_eq!(refused("ftp://example.com/"), Refused::Scheme);
    assert_eq!(refused("file:///etc/passwd"), Refused::Scheme);
    assert_eq!(refused("gopher://example.com/"), Refused::Scheme);
    assert_eq!(refused("https://ida:secret@example.com/"), Refused::Credentials);
    assert_eq!(refused("https://ida@example.com/"), Refused::Credentials);
    assert_eq!(refused("http://example.com:6379/"), Refused::Port(6379));
    assert_eq!(refused("http://example.com:22/"), Refused::Port(22));
    assert_eq!(refused(&format!("http://example.com/{}", "a".repeat(2_000))), Refused::TooLong { max: 2_000 });
}

#[test]
fn the_ways_to_write_an_address_do_not_matter() {
    for address in [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://017700000001/",
        "http://127.0.0.1./",
        "http://\u{ff11}\u{ff12}\u{ff17}.0.0.1/",
        "http:\\\\127.0.0.1\\",
    ] {
        assert!(is_on(address, "this very machine"), "{address}");
    }
}

#[test]
fn networks_that_are_not_public_are_refused() {
    for (address, network) in [
        ("http://0.0.0.0/", "0.0.0.0/8"),
        ("http://10.1.2.3/", "10.0.0.0/8"),
        ("http://100.127.255.255/", "100.64.0.0/10"),
        ("http://169.254.1.1/", "169.254.0.0/16"),
        ("http://172.31.255.255/", "172.16.0.0/12"),
        ("http://192.0.2.1/", "documentation"),
        ("http://192.168.0.1/", "192.168.0.0/16"),
        ("http://198.19.255.255/", "benchmarks"),
        ("http://203.0.113.9/", "documentation"),
        ("http://224.0.0.1/", "multicast"),
        ("http://250.0.0.1/", "reserved"),
        ("http://255.255.255.255/", "broadcast"),
        ("http://[::]/", "no machine"),
        ("http://[::1]/", "this very machine"),
        ("http://[::ffff:127.0.0.1]/", "::ffff:0:0/96"),
        ("http://[::ffff:8.8.8.8]/", "::ffff:0:0/96"),
        ("http://[::7f00:1]/", "reserved"),
        ("http://[64:ff9b::a00:1]/", "64:ff9b::/96"),
        ("http://[64:ff9b:1::1]/", "64:ff9b:1::/48"),
        ("http://[2002:7f00:1::]/", "6to4"),
        ("http://[2001:0:4136:e378::]/", "2001::/23"),
        ("http://[2001:db8::1]/", "documentation"),
        ("http://[fd12:3456::1]/", "fc00::/7"),
        ("http://[fe80::1]/", "fe80::/10"),
        ("http://[fec0::1]/", "reserved"),
        ("http://[ff02::1]/", "multicast"),
    ] {
        assert!(is_on(address, network), "{address}: {}", refused(address));
    }
}

#[test]
fn addresses_just_outside_those_networks_are_public() {
    for ip in [
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::",
        "2003::1",
    ] {
        let ip: IpAddr = ip.parse().unwrap();
        assert_eq!(Guard::default().check_ip("host", ip), Ok(()), "{ip}");
    }
}

#[test]
fn an_administrator_can_open_a_network_and_only_that_one() {
    let guard = Guard::allowing(["10.20.0.0/16", " 192.168.1.5 ", "fd12::/16"]).unwrap();
    let check = |ip: &str| guard.check_ip("wiki", ip.parse().unwrap());
    assert_eq!(check("10.20.30.40"), Ok(()));
    assert_eq!(check("192.168.1.5"), Ok(()));
    assert_eq!(check("fd12::9"), Ok(()));
    assert!(check("10.21.0.1").is_err());
    assert!(check("192.168.1.6").is_err());
    assert!(check("::ffff:10.20.30.40").is_err());
}

#[test]
fn a_cloud_s_secrets_stay_closed_even_on_a_network_that_is_open() {
    let guard = Guard::allowing(["0.0.0.0/0", "::/0"]).unwrap();
    for ip in ["169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254", "::ffff:169.254.169.254"] {
        let refused = guard.check_ip("cloud", ip.parse().unwrap());
        assert_eq!(refused, Err(Refused::Metadata { host: "cloud".into() }), "{ip}");
    }
}

#[test]
fn a_setting_that_is_no_network_says_how_to_write_one() {
    let error = Guard::allowing(["10.0.0.0/8", "intranet"]).unwrap_err();
    assert_eq!(error, NotANetwork("intranet".into()));
    assert!(error.to_string().contains("10.20.0.0/16"));
}

proptest! {
    /// The standard library knows the main networks, too: where it says no, so does the guard.
    #[test]
    fn whatever_the_standard_library_calls_private_is_refused(bits: u32) {
        let ip = std::net::Ipv4Addr::from_bits(bits);
        let private = ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_multicast()
            || ip.is_broadcast() || ip.is_documentation() || ip.is_unspecified();
        prop_assert!(!private || Guard::default().check_ip("host", ip.into()).is_err());
    }

    #[test]
    fn every_ipv4_address_written_as_ipv6_is_refused(bits: u32) {
        let ip = std::net::Ipv4Addr::from_bits(bits);
        for written in [ip.to_ipv6_mapped(), ip.to_ipv6_compatible()] {
            prop_assert!(Guard::default().check_ip("host", written.into()).is_err());
        }
    }
}
