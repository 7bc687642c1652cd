//! The only room that reaches people outside open pages: by Web Push, and by e-mail. It knows no database and no
//! product rules: what to say and to whom comes in, what became of it goes out.

mod loopback;

pub mod mail;
pub mod push;

pub use mail::{Mail, MailError, MailFailure, MailServer};
pub use push::{Chance, Push, PushError, PushRequest, Pushed, Sender, Subscription, VapidKey};
