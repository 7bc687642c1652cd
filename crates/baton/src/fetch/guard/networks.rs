//! The networks that are not the public internet, from IANA's registries of special-purpose addresses
//! (RFC 6890 and its updates), and the addresses at which clouds hand out secrets.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Never read, whatever is listed: AWS, Azure, Google and most others; AWS (IPv6); AWS containers; Azure's wire
/// server; Alibaba; Oracle.
const METADATA_V4: [Ipv4Addr; 5] = [
    Ipv4Addr::new(169, 254, 169, 254),
    Ipv4Addr::new(169, 254, 170, 2),
    Ipv4Addr::new(168, 63, 129, 16),
    Ipv4Addr::new(100, 100, 100, 200),
    Ipv4Addr::new(192, 0, 0, 192),
];
const METADATA_V6: [Ipv6Addr; 2] =
    [Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254), Ipv6Addr::new(0xfd20, 0xce, 0, 0, 0, 0, 0, 0x254)];

type Network4 = (Ipv4Addr, u32, &'static str);
type Network6 = (Ipv6Addr, u32, &'static str);

const SPECIAL_V4: [Network4; 16] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8, "\"this network\" (0.0.0.0/8)"),
    (Ipv4Addr::new(10, 0, 0, 0), 8, "a private network (10.0.0.0/8)"),
    (Ipv4Addr::new(100, 64, 0, 0), 10, "a provider's shared network (100.64.0.0/10)"),
    (Ipv4Addr::new(127, 0, 0, 0), 8, "this very machine (127.0.0.0/8)"),
    (Ipv4Addr::new(169, 254, 0, 0), 16, "a link-local network (169.254.0.0/16)"),
    (Ipv4Addr::new(172, 16, 0, 0), 12, "a private network (172.16.0.0/12)"),
    (Ipv4Addr::new(192, 0, 0, 0), 24, "a network for protocols (192.0.0.0/24)"),
    (Ipv4Addr::new(192, 0, 2, 0), 24, "a network for documentation (192.0.2.0/24)"),
    (Ipv4Addr::new(192, 88, 99, 0), 24, "a relay network (192.88.99.0/24)"),
    (Ipv4Addr::new(192, 168, 0, 0), 16, "a private network (192.168.0.0/16)"),
    (Ipv4Addr::new(198, 18, 0, 0), 15, "a network for benchmarks (198.18.0.0/15)"),
    (Ipv4Addr::new(198, 51, 100, 0), 24, "a network for documentation (198.51.100.0/24)"),
    (Ipv4Addr::new(203, 0, 113, 0), 24, "a network for documentation (203.0.113.0/24)"),
    (Ipv4Addr::new(224, 0, 0, 0), 4, "a multicast network (224.0.0.0/4)"),
    (Ipv4Addr::BROADCAST, 32, "the broadcast address"),
    (Ipv4Addr::new(240, 0, 0, 0), 4, "a reserved network (240.0.0.0/4)"),
];

/// Inside the block that is handed out to the public.
const SPECIAL_V6: [Network6; 4] = [
    // Teredo, ORCHID and the like; the first block for providers is 2001:200::/23.
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23, "a network for protocols (2001::/23)"),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32, "a network for documentation (2001:db8::/32)"),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16, "a 6to4 network (2002::/16)"),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20, "a network for documentation (3fff::/20)"),
];
/// Outside it, those worth a name of their own.
const NAMED_V6: [Network6; 8] = [
    (Ipv6Addr::LOCALHOST, 128, "this very machine (::1)"),
    (Ipv6Addr::UNSPECIFIED, 128, "no machine at all (::)"),
    (Ipv6Addr::new(0, 0, 0, 0, 0, 0xffff, 0, 0), 96, "an IPv4 network written as IPv6 (::ffff:0:0/96)"),
    (Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, 0, 0), 96, "a translated IPv4 network (64:ff9b::/96)"),
    (Ipv6Addr::new(0x64, 0xff9b, 1, 0, 0, 0, 0, 0), 48, "a translated IPv4 network (64:ff9b:1::/48)"),
    (Ipv6Addr::new(0xfc00, 0, 0, 0, 0, 0, 0, 0), 7, "a private network (fc00::/7)"),
    (Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0), 10, "a link-local network (fe80::/10)"),
    (Ipv6Addr::new(0xff00, 0, 0, 0, 0, 0, 0, 0), 8, "a multicast network (ff00::/8)"),
];
/// All that is handed out so far.
const PUBLIC_V6: Network6 = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3, "");

pub(super) fn is_metadata(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => METADATA_V4.contains(&ip),
        IpAddr::V6(ip) => METADATA_V6.contains(&ip) || ip.to_ipv4_mapped().is_some_and(|ip| METADATA_V4.contains(&ip)),
    }
}

/// The network that an address is on when it is not on the public internet.
pub(super) fn special(ip: IpAddr) -> Option<&'static str> {
    match ip {
        IpAddr::V4(ip) => SPECIAL_V4.iter().find(|network| contains4(network, ip)).map(|(_, _, name)| *name),
        IpAddr::V6(ip) if contains6(&PUBLIC_V6, ip) => named6(&SPECIAL_V6, ip),
        IpAddr::V6(ip) => named6(&NAMED_V6, ip).or(Some("a reserved network")),
    }
}

fn named6(networks: &[Network6], ip: Ipv6Addr) -> Option<&'static str> {
    networks.iter().find(|network| contains6(network, ip)).map(|(_, _, name)| *name)
}

fn contains4((network, bits, _): &Network4, ip: Ipv4Addr) -> bool {
    (network.to_bits() ^ ip.to_bits()).leading_zeros() >= *bits
}

fn contains6((network, bits, _): &Network6, ip: Ipv6Addr) -> bool {
    (network.to_bits() ^ ip.to_bits()).leading_zeros() >= *bits
}
