//! Chat servers people know, started with a configuration of our own when Debian's packages are installed.
//! They speak XMPP; everybody signs in anonymously.

pub mod ejabberd;
pub mod prosody;

pub const DOMAIN: &str = "localhost";
pub const ROOMS: &str = "conference.localhost";
