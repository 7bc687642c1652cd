//! The way to the mail server: read from an address like `smtp://user:password@host:587?tls=required`, then gone as
//! far as to being signed in.

use std::{borrow::Cow, fmt, time::Duration};

use lettre::transport::smtp::{
    authentication::{Credentials, Mechanism},
    client::{AsyncSmtpConnection, TlsParameters},
    extension::ClientId,
};
use percent_encoding::percent_decode_str;
use url::{Host, Url};

use super::failure::{self, MailFailure};
use crate::notify::loopback::is_loopback;

/// For each address of the server, so that one that is dead does not use up the time of the next.
const CONNECT_SECONDS: u64 = 5;

const PORT_PLAIN: u16 = 25;
const PORT_SUBMISSION: u16 = 587;
const PORT_SUBMISSIONS: u16 = 465;

/// Why mail cannot be sent with these settings. Never quotes the address of the server: there is a password in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    #[error(
        "The address of the mail server must look like smtp://user:password@mail.example.com:587 or smtps://…. Write \
         special characters of the password as % and their code: / is %2F, @ is %40, # is %23."
    )]
    Address,
    #[error("After the host of the mail server only ?tls=required or ?tls=none may follow. Remove the rest.")]
    Setting,
    #[error("The address of the mail server begins with smtps://, which is always encrypted. Remove ?tls=none.")]
    Contradiction,
    #[error("The address of the mail server has a user without a password, or the reverse. Give both or neither.")]
    HalfCredentials,
    #[error("The trusted certificates of this machine cannot be read. Install the package ca-certificates.")]
    Certificates,
    #[error("The sender must be an e-mail address such as Support <help@example.com>. Correct it.")]
    From,
}

pub(super) struct Route {
    host: String,
    port: u16,
    encryption: Encryption,
    credentials: Option<Credentials>,
}

enum Encryption {
    None,
    /// Asked for on a plain connection (RFC 3207), before anything is said that matters.
    StartTls(TlsParameters),
    FromTheStart(TlsParameters),
}

impl Route {
    pub(super) fn of(url: &str) -> Result<Self, MailError> {
        let url = Url::parse(url).map_err(|_| MailError::Address)?;
        // Not `url.host()`, which reads numbers and foreign letters only for the schemes of the web.
        let host = Host::parse(url.host_str().unwrap_or_default()).map_err(|_| MailError::Address)?;
        // As a name for sockets and certificates: no brackets around an IPv6 address.
        let name = match &host {
            Host::Domain(name) => name.clone(),
            Host::Ipv4(ip) => ip.to_string(),
            Host::Ipv6(ip) => ip.to_string(),
        };
        let tls = || TlsParameters::new(name.clone()).map_err(|_| MailError::Certificates);
        let (encryption, port) = match (url.scheme(), Wish::of(&url)?) {
            ("smtps", Wish::None) => return Err(MailError::Contradiction),
            ("smtps", Wish::Required | Wish::Usual) => (Encryption::FromTheStart(tls()?), PORT_SUBMISSIONS),
            ("smtp", Wish::None) => (Encryption::None, PORT_PLAIN),
            ("smtp", Wish::Usual) if is_loopback(&host) => (Encryption::None, PORT_PLAIN),
            ("smtp", Wish::Required | Wish::Usual) => (Encryption::StartTls(tls()?), PORT_SUBMISSION),
            (_, Wish::None | Wish::Required | Wish::Usual) => return Err(MailError::Address),
        };
        let port = url.port().unwrap_or(port);
        Ok(Self { host: name, port, encryption, credentials: credentials(&url)? })
    }

    /// A connection that is encrypted and signed in as the settings demand.
    pub(super) async fn connect(&self, own_name: &ClientId) -> Result<AsyncSmtpConnection, MailFailure> {
        let (first, later) = match &self.encryption {
            Encryption::None => (None, None),
            Encryption::StartTls(tls) => (None, Some(tls.clone())),
            Encryption::FromTheStart(tls) => (Some(tls.clone()), None),
        };
        let patience = Some(Duration::from_secs(CONNECT_SECONDS));
        let server = (self.host.as_str(), self.port);
        let connected = AsyncSmtpConnection::connect_tokio1(server, patience, own_name, first, None).await;
        let mut connection = connected.map_err(|error| failure::connecting(&error))?;
        if let Some(tls) = later {
            connection.starttls(tls, own_name).await.map_err(|error| failure::encrypting(&error))?;
        }
        if let Some(credentials) = &self.credentials {
            let signed_in = connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await;
            signed_in.map_err(|error| failure::signing_in(&error))?;
        }
        Ok(connection)
    }
}

impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encryption = match self.encryption {
            Encryption::None => "none",
            Encryption::StartTls(_) => "STARTTLS",
            Encryption::FromTheStart(_) => "from the start",
        };
        f.debug_struct("Route")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("encryption", &encryption)
            .field("signs_in", &self.credentials.is_some())
            .finish()
    }
}

/// What the address says about encryption.
enum Wish {
    Usual,
    Required,
    None,
}

impl Wish {
    fn of(url: &Url) -> Result<Self, MailError> {
        if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
            return Err(MailError::Setting);
        }
        match url.query() {
            None | Some("") => Ok(Self::Usual),
            Some("tls=required") => Ok(Self::Required),
            Some("tls=none") => Ok(Self::None),
            Some(_) => Err(MailError::Setting),
        }
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, MailError> {
    let decoded = |text| percent_decode_str(text).decode_utf8().map(Cow::into_owned).map_err(|_| MailError::Address);
    match (url.username(), url.password().unwrap_or_default()) {
        ("", "") => Ok(None),
        ("", _) | (_, "") => Err(MailError::HalfCredentials),
        (user, password) => Ok(Some(Credentials::new(decoded(user)?, decoded(password)?))),
    }
}
