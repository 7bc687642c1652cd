//! Which addresses may be fetched at all. A page that an admin names, or that a fetched page points to, must not
//! become a way into the network that Baton runs in.

mod names;
mod networks;
mod ports;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use ipnet::IpNet;
use url::{Host, Url};

pub(super) use names::{GuardedNames, UnknownName};
use networks::{is_metadata, special};

/// Longer addresses are traps or mistakes.
const URL_CHARS_MAX: usize = 2_000;

/// Why an address is not fetched, said to the person who asked for it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("Only addresses that begin with http:// or https:// can be read. Check the address.")]
    Scheme,
    #[error("There is a user name or a password in the address. Remove it; pages behind a sign-in cannot be read.")]
    Credentials,
    #[error("The address is longer than {max} characters. Use a shorter one.")]
    TooLong { max: usize },
    #[error("There is no host in the address. It must look like https://example.com/help.")]
    NoHost,
    #[error("Port {0} belongs to another kind of service than web pages. Check the address.")]
    Port(u16),
    #[error(
        "{host} is on {network}, which is not on the public internet. If Baton may read it, have its network added to \
         `allow` in the section [crawl] of the settings."
    )]
    Network { host: String, network: &'static str },
    #[error("{host} is where a cloud keeps its machines' secrets. It is never read.")]
    Metadata { host: String },
}

/// A text that names no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a network. Write it like 10.20.0.0/16, or one address like 10.20.0.5.")]
pub struct NotANetwork(pub String);

/// What may be fetched: the public internet, and the networks that an administrator listed.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    allow: Vec<IpNet>,
}

impl Guard {
    /// Beside the public internet, `networks` may be read: CIDR blocks, or single addresses.
    ///
    /// # Errors
    /// Names the first text that is not a network.
    pub fn allowing<'a>(networks: impl IntoIterator<Item = &'a str>) -> Result<Self, NotANetwork> {
        let allow = networks.into_iter().map(network).collect::<Result<_, _>>()?;
        Ok(Self { allow })
    }

    /// Everything about an address that can be judged before its name is looked up.
    ///
    /// # Errors
    /// Says what is wrong with the address.
    pub fn check_url(&self, url: &Url) -> Result<(), Refused> {
        if url.as_str().len() > URL_CHARS_MAX {
            return Err(Refused::TooLong { max: URL_CHARS_MAX });
        }
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refused::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refused::Credentials);
        }
        if let Some(port) = url.port().filter(|port| ports::is_foreign(*port)) {
            return Err(Refused::Port(port));
        }
        // A name is judged when it is looked up, by the very addresses that are then connected to.
        match url.host() {
            None => Err(Refused::NoHost),
            Some(Host::Domain(_)) => Ok(()),
            Some(Host::Ipv4(ip)) => self.check_ip(&ip.to_string(), ip.into()),
            Some(Host::Ipv6(ip)) => self.check_ip(&ip.to_string(), ip.into()),
        }
    }

    /// Whether `host`, found at `ip`, may be connected to.
    ///
    /// # Errors
    /// Names the network that `ip` is on.
    pub fn check_ip(&self, host: &str, ip: IpAddr) -> Result<(), Refused> {
        if is_metadata(ip) {
            return Err(Refused::Metadata { host: host.to_owned() });
        }
        if self.allow.iter().any(|network| network.contains(&ip)) {
            return Ok(());
        }
        match special(ip) {
            None => Ok(()),
            Some(network) => Err(Refused::Network { host: host.to_owned(), network }),
        }
    }
}

fn network(text: &str) -> Result<IpNet, NotANetwork> {
    let text = text.trim();
    let block = text.parse::<IpNet>().ok();
    block.or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from)).ok_or_else(|| NotANetwork(text.to_owned()))
}
