//! E-mail: hands one mail to the mail server of the settings, and tells whether trying again can help. When to send,
//! and how often, is the caller's.

mod failure;
mod letter;
mod route;
#[cfg(test)]
mod tests;

use std::{fmt, time::Duration};

use lettre::{
    Message,
    message::Mailbox,
    transport::smtp::{client::AsyncSmtpConnection, extension::ClientId},
};
use tokio::time::{Instant, timeout_at};
use url::Host;

pub use failure::{Cause, MailFailure};
pub use letter::Mail;
pub use route::MailError;
use route::Route;

/// How long a mail server may take for one mail.
pub const DEADLINE_SECONDS: u64 = 20;

/// Where mail is handed over, and in whose name.
pub struct MailServer {
    route: Route,
    from: Mailbox,
}

impl MailServer {
    /// `url` is `smtps://user:password@host` (encrypted from the start, port 465), or `smtp://user:password@host`,
    /// which is plain on this machine (port 25) and everywhere else must turn to encryption (STARTTLS, port 587)
    /// unless `?tls=none` is added; `?tls=required` asks for it on this machine too. `from` is a mailbox such as
    /// `Support <help@example.com>`. Nothing is connected yet.
    ///
    /// # Errors
    /// Says what is wrong with the settings.
    pub fn new(url: &str, from: &str) -> Result<Self, MailError> {
        let from = letter::mailbox(from).ok_or(MailError::From)?;
        Ok(Self { route: Route::of(url)?, from })
    }

    /// Returns when the server has taken the mail.
    ///
    /// # Errors
    /// Tells whether to try again, and why.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailFailure> {
        let letter = letter::written(mail, &self.from).map_err(MailFailure::Permanent)?;
        let until = Instant::now() + Duration::from_secs(DEADLINE_SECONDS);
        let late = |_| MailFailure::Transient(Cause::Late);
        let mut connection = timeout_at(until, self.hand_over(&letter)).await.map_err(late)??;
        // The server has the mail: were a failed farewell a failure, the mail would be sent twice.
        let _ = timeout_at(until, connection.abort()).await;
        Ok(())
    }

    async fn hand_over(&self, letter: &Message) -> Result<AsyncSmtpConnection, MailFailure> {
        let mut connection = self.route.connect(&self.name()).await?;
        let sent = connection.send(letter.envelope(), &letter.formatted()).await;
        sent.map_err(|error| failure::sending(&error))?;
        Ok(connection)
    }

    /// Baton does not know the name of its machine; many servers refuse an address instead of a name.
    fn name(&self) -> ClientId {
        let domain = self.from.email.domain();
        ClientId::Domain(Host::parse(domain).map_or_else(|_| domain.to_owned(), |host| host.to_string()))
    }
}

impl fmt::Debug for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailServer").field("route", &self.route).field("from", &self.from.to_string()).finish()
    }
}
