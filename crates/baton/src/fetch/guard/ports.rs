//! Ports on which other services than web servers listen. They might take a request for one of their own commands.

/// Below this, only the two ports of the web are taken.
const WELL_KNOWN_MAX: u16 = 1023;
const WEB: [u16; 2] = [80, 443];

/// Databases, brokers, cluster control, remote desktops, telephony and chat servers.
const SERVICES: [u16; 33] = [
    1433, 1521, 1719, 1720, 1723, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 3306, 3389, 3659, 4045, 4190, 4222, 5060,
    5061, 5432, 5672, 5900, 5985, 6000, 6379, 6443, 6667, 9042, 9092, 10250, 11211, 27017,
];

pub(super) fn is_foreign(port: u16) -> bool {
    if port <= WELL_KNOWN_MAX { !WEB.contains(&port) } else { SERVICES.contains(&port) }
}
