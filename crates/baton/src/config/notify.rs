//! Reaching people who have no page open.

use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NotifySettings {
    /// The mail server: `smtps://user:password@host` or `smtp://user:password@host`. Empty: no e-mail is sent.
    pub smtp_url: String,
    /// In whose name mail is sent: `Support <help@example.com>`.
    pub mail_from: String,
    /// Where people reach Baton, such as `https://support.example.com`: links in mails begin with it.
    pub address: String,
    /// Where push services reach whoever runs this server: `mailto:…` or `https://…`.
    pub contact: String,
}

impl Default for NotifySettings {
    fn default() -> Self {
        Self {
            smtp_url: String::new(),
            mail_from: String::new(),
            address: String::new(),
            contact: "mailto:baton@localhost.localdomain".into(),
        }
    }
}

impl NotifySettings {
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        !self.smtp_url.is_empty()
    }
}

/// There may be a password in the address of the mail server.
impl fmt::Debug for NotifySettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotifySettings")
            .field("sends_mail", &self.sends_mail())
            .field("mail_from", &self.mail_from)
            .field("address", &self.address)
            .field("contact", &self.contact)
            .finish()
    }
}
