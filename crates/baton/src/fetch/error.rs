//! Why a page could not be fetched, in sentences for the person who wanted it; and whether trying again may help.

use std::{error::Error as StdError, time::Duration};

use super::guard::{Refused, UnknownName};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error("The page is no longer there (status {0}). Check the address, or remove it.")]
    Gone(u16),
    #[error("The site asked Baton to come back later. Read it again in an hour or two.")]
    Busy {
        /// How long the site asked for.
        wait: Option<Duration>,
    },
    #[error(
        "The site turned Baton away (status {0}). Make the page readable without signing in, let the user agent \
         \"Baton\" in, or add its text as a file."
    )]
    Locked(u16),
    #[error("The site answered with an error of its own (status {0}). Read it again when it works.")]
    Server(u16),
    #[error("The site answered with status {0}, which is no page. Open the address in a browser and check it.")]
    Status(u16),
    #[error("This is \"{0}\", which is not read from the web. Web pages, text, Markdown, PDF and XML are.")]
    Media(String),
    #[error("The page is larger than {max_mb} MB. Split it, or add its text as a file.")]
    TooLarge { max_mb: usize },
    #[error("The site needed more than {0} s to answer. Read it again when it is faster.")]
    TooSlow(u64),
    #[error("The address leads from page to page more than {max} times. Add the address of the page itself.")]
    Redirects { max: usize },
    #[error("The site leads on to an address that cannot be understood. Add the address of the page itself.")]
    RedirectLost,
    #[error(
        "The site leads from a secure connection to another site without one. Add the address of that page itself."
    )]
    Downgrade,
    #[error("There is no site called {0}. Check the address for a typing mistake.")]
    UnknownName(String),
    #[error("The site's certificate is not valid, so nobody can tell whether it is the right site. Have it renewed.")]
    Certificate,
    #[error("The site cannot be reached. Check the address and that the site is up, and read it again.")]
    Unreachable,
    #[error("The page broke off or could not be unpacked. Read the site again.")]
    Broken,
}

impl FetchError {
    /// Whether the same request may succeed a while later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Busy { .. } | Self::Server(_) | Self::TooSlow(_) | Self::Unreachable | Self::Broken => true,
            // A resolver that is down looks the same as a name that nobody has.
            Self::UnknownName(_) => true,
            Self::Refused(_)
            | Self::Gone(_)
            | Self::Locked(_)
            | Self::Status(_)
            | Self::Media(_)
            | Self::TooLarge { .. }
            | Self::Redirects { .. }
            | Self::RedirectLost
            | Self::Downgrade
            | Self::Certificate => false,
        }
    }
}

impl From<reqwest::Error> for FetchError {
    fn from(error: reqwest::Error) -> Self {
        let causes = || std::iter::successors(error.source(), |cause| (*cause).source());
        if let Some(refused) = causes().find_map(|cause| cause.downcast_ref::<Refused>()) {
            return Self::Refused(refused.clone());
        }
        if let Some(UnknownName(name)) = causes().find_map(|cause| cause.downcast_ref::<UnknownName>()) {
            return Self::UnknownName(name.clone());
        }
        if causes().any(is_certificate) {
            return Self::Certificate;
        }
        if error.is_body() || error.is_decode() { Self::Broken } else { Self::Unreachable }
    }
}

fn is_certificate(cause: &(dyn StdError + 'static)) -> bool {
    // An I/O error keeps what it carries to itself: its source is already that one's source.
    let inner = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
    let tls = inner.and_then(|inner| inner.downcast_ref::<rustls::Error>());
    matches!(tls.or_else(|| cause.downcast_ref()), Some(rustls::Error::InvalidCertificate(_)))
}
