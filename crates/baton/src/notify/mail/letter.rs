//! A mail as it goes over the wire. Whatever stands in its fields, it stays one mail to one person: nothing in them can
//! become a header, a recipient or a second mail.

use std::time::{Duration, UNIX_EPOCH};

use lettre::{
    Address, Message,
    message::{
        Mailbox, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};
use url::Host;

use super::Cause;

/// More of a subject is cut off.
const SUBJECT_CHARS_MAX: usize = 200;
/// And of a message id: it stands in one line, which has less than 1,000.
const ID_CHARS_MAX: usize = 250;

/// A plain text for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// One address, with or without a name: `Ida <ida@example.com>`.
    pub to: String,
    pub subject: String,
    pub text: String,
    /// Without angle brackets. The same for every try, so that the receiver can drop what it has seen.
    pub message_id: String,
    /// The `message_id` of the mail that this one follows.
    pub in_reply_to: Option<String>,
    /// Where answers go if not to the sender.
    pub reply_to: Option<String>,
    /// Milliseconds since 1970.
    pub written_at_ms: i64,
}

pub(super) fn written(mail: &Mail, from: &Mailbox) -> Result<Message, Cause> {
    let written_at = UNIX_EPOCH + Duration::from_millis(u64::try_from(mail.written_at_ms).unwrap_or_default());
    let mut letter = Message::builder()
        .from(from.clone())
        .to(mailbox(&mail.to).ok_or(Cause::Recipient)?)
        .subject(flat(&mail.subject))
        .date(written_at)
        .message_id(Some(bracketed(&mail.message_id)))
        // No out-of-office note comes back (RFC 3834).
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".into()));
    if let Some(id) = &mail.in_reply_to {
        letter = letter.in_reply_to(bracketed(id)).references(bracketed(id));
    }
    if let Some(to) = &mail.reply_to {
        letter = letter.reply_to(mailbox(to).ok_or(Cause::ReplyTo)?);
    }
    // A carriage return alone ends a line for some servers and not for others.
    let text = mail.text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(letter.singlepart(SinglePart::plain(text)).expect("there is a sender and a recipient"))
}

/// One mailbox, its domain in the letters that every mail server knows.
pub(super) fn mailbox(text: &str) -> Option<Mailbox> {
    let mut mailbox: Mailbox = text.trim().parse().ok()?;
    if !mailbox.email.domain().is_ascii() {
        let domain = Host::parse(mailbox.email.domain()).ok()?.to_string();
        mailbox.email = Address::new(mailbox.email.user(), domain).ok()?;
    }
    Some(mailbox)
}

/// In one line.
fn flat(subject: &str) -> String {
    let spaced: String = subject.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let flat = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.chars().take(SUBJECT_CHARS_MAX).collect()
}

fn bracketed(id: &str) -> String {
    let allowed = |letter: &char| letter.is_ascii_graphic() && !matches!(letter, '<' | '>');
    format!("<{}>", id.chars().filter(allowed).take(ID_CHARS_MAX).collect::<String>())
}
