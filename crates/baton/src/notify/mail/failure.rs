//! Why a mail was not taken, and whether trying again can help. Only a refusal of the mail itself is for good: what is
//! wrong with the server or its settings may be mended before the next try.

use std::{error::Error as _, io, iter};

use lettre::transport::smtp::Error;

use super::DEADLINE_SECONDS;

/// Longer explanations of a server are cut.
const SAID_CHARS_MAX: usize = 300;

/// A mail that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailFailure {
    /// It will never be: do not try again.
    #[error(transparent)]
    Permanent(Cause),
    /// Try again later.
    #[error(transparent)]
    Transient(Cause),
}

/// Said to whoever looks after the mail server. Holds no password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    #[error("The address that the mail is for is not an e-mail address. Correct it.")]
    Recipient,
    #[error("The address for answers is not an e-mail address. Correct it.")]
    ReplyTo,
    #[error("The mail server does not know the letters in the address that the mail is for. Use another address.")]
    Letters,
    #[error("The mail server answered with {code}: {said}")]
    Answered { code: u16, said: String },
    #[error("The mail server refused the user or the password with {code}. Check both in its address.")]
    SignIn { code: u16 },
    #[error("The mail server offers no way to sign in that Baton knows, PLAIN or LOGIN. Check its address.")]
    NoSignIn,
    #[error("The mail server offers no encryption (STARTTLS). Use smtps://, or ?tls=none if the network is safe.")]
    NoEncryption,
    #[error("The connection to the mail server is not safe: {said}. Check its host, port and certificate.")]
    Unsafe { said: String },
    #[error("What answers is not a mail server. Check host, port, and whether it is smtp:// or smtps://.")]
    NotMail,
    #[error("The mail server cannot be reached: {said}. Check its host and port.")]
    Unreachable { said: String },
    #[error(
        "The mail server did not take the mail within {DEADLINE_SECONDS} seconds. Look whether it works, and whether its port is right."
    )]
    Late,
}

pub(super) fn connecting(error: &Error) -> MailFailure {
    MailFailure::Transient(general(error))
}

pub(super) fn encrypting(error: &Error) -> MailFailure {
    MailFailure::Transient(if error.is_client() { Cause::NoEncryption } else { general(error) })
}

/// What the server says here is not repeated: it could repeat what it was told.
pub(super) fn signing_in(error: &Error) -> MailFailure {
    MailFailure::Transient(match error.status() {
        Some(code) => Cause::SignIn { code: code.into() },
        None if error.is_client() => Cause::NoSignIn,
        None => general(error),
    })
}

pub(super) fn sending(error: &Error) -> MailFailure {
    if error.is_client() {
        return MailFailure::Permanent(Cause::Letters);
    }
    let cause = general(error);
    if error.is_permanent() { MailFailure::Permanent(cause) } else { MailFailure::Transient(cause) }
}

fn general(error: &Error) -> Cause {
    match error.status() {
        Some(code) => Cause::Answered { code: code.into(), said: said(error) },
        None if error.is_response() => Cause::NotMail,
        None => wire(error),
    }
}

fn wire(error: &Error) -> Cause {
    let source = causes(error).find_map(|cause| cause.downcast_ref::<io::Error>());
    if source.and_then(io::Error::get_ref).is_some_and(|source| source.is::<rustls::Error>()) {
        return Cause::Unsafe { said: said(error) };
    }
    match source.map(io::Error::kind) {
        // Bytes that are no text.
        Some(io::ErrorKind::InvalidData) => Cause::NotMail,
        _ => Cause::Unreachable { said: said(error) },
    }
}

/// In one line, what lies deepest.
fn said(error: &Error) -> String {
    let words = causes(error).last().map_or_else(|| "it gave no reason".to_owned(), ToString::to_string);
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SAID_CHARS_MAX).collect()
}

fn causes(error: &Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    iter::successors(error.source(), |&cause| cause.source())
}
