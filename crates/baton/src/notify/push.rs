//! Web Push: makes the request that brings a message to one browser, sealed so that the push service between cannot
//! read it. Sending it is the caller's: nothing here touches the network, the clock or chance.

mod encrypt;
mod subscription;
#[cfg(test)]
mod tests;
mod vapid;

use base64::{
    alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

pub use encrypt::Chance;
pub use subscription::{Receiver, Subscription, WrongSubscription};
pub use vapid::{DamagedKey, VapidKey};

/// Push services take bodies of at least 4096 bytes (RFC 8030, section 7.2); what is added to a message fits as well.
pub const MESSAGE_BYTES_MAX: usize = 3_000;

/// RFC 8030, section 5.4.
pub const TOPIC_CHARS_MAX: usize = 32;

/// What browsers write is base64url without padding; some libraries between add it.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new().with_encode_padding(false).with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A message for a browser.
#[derive(Clone, Copy, Debug)]
pub struct Push<'a> {
    /// At most [`MESSAGE_BYTES_MAX`].
    pub message: &'a [u8],
    /// A message that still waits at the push service is replaced by the next with the same topic. At most
    /// [`TOPIC_CHARS_MAX`] letters, digits, `-` and `_`; the push service can read it.
    pub topic: Option<&'a str>,
    pub urgency: Urgency,
    /// How long the push service keeps the message for a browser that is not there.
    pub ttl_seconds: u32,
}

/// Whether a device that saves power is woken (RFC 8030, section 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    Normal,
    High,
}

/// Who sends, and when.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    pub key: &'a VapidKey,
    /// Where a push service can reach whoever runs this server: `mailto:…` or `https://…`.
    pub contact: &'a str,
    /// Seconds since 1970.
    pub now_seconds: i64,
}

/// A request to POST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PushRequest {
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// What a push service's answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushed {
    Sent,
    /// The browser has withdrawn the subscription: delete it.
    Gone,
    /// Try again later.
    Failed,
    /// Never works in this form: give up.
    Refused,
}

/// Why there is no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PushError {
    #[error(transparent)]
    Subscription(#[from] WrongSubscription),
    #[error("A push message has at most {MESSAGE_BYTES_MAX} bytes, and this one has {bytes}. Shorten it.")]
    TooLong { bytes: usize },
    #[error("The topic of a push message has 1 to {TOPIC_CHARS_MAX} letters, digits, - and _. Use another one.")]
    Topic,
    #[error("The contact for push services must begin with mailto: or https://. Change it in the settings.")]
    Contact,
    #[error("Chance gave a number that is no key, which is very rare. Try again.")]
    Chance,
}

/// The request that brings `push` to the browser that subscribed.
///
/// # Errors
/// Says what is wrong with the subscription, the message, the topic or the contact.
pub fn request(
    subscription: &Subscription,
    push: &Push<'_>,
    sender: &Sender<'_>,
    chance: &Chance,
) -> Result<PushRequest, PushError> {
    let receiver = subscription.checked()?;
    if push.message.len() > MESSAGE_BYTES_MAX {
        return Err(PushError::TooLong { bytes: push.message.len() });
    }
    let body = encrypt::sealed(push.message, &receiver, chance)?;
    let mut headers = vec![
        ("authorization", vapid::authorization(sender, receiver.endpoint())?),
        ("content-encoding", "aes128gcm".to_owned()),
        ("content-type", "application/octet-stream".to_owned()),
        ("ttl", push.ttl_seconds.to_string()),
        ("urgency", push.urgency.word().to_owned()),
    ];
    if let Some(topic) = push.topic {
        headers.push(("topic", checked_topic(topic)?));
    }
    Ok(PushRequest { url: receiver.endpoint().to_string(), headers, body })
}

/// What the status of a push service's answer means (RFC 8030, sections 5 and 7.3).
#[must_use]
pub fn verdict(status: u16) -> Pushed {
    match status {
        200..=299 => Pushed::Sent,
        404 | 410 => Pushed::Gone,
        408 | 425 | 429 => Pushed::Failed,
        400..=499 => Pushed::Refused,
        _ => Pushed::Failed,
    }
}

impl Urgency {
    fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::High => "high",
        }
    }
}

fn checked_topic(topic: &str) -> Result<String, PushError> {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let right = (1..=TOPIC_CHARS_MAX).contains(&topic.len()) && topic.chars().all(allowed);
    if right { Ok(topic.to_owned()) } else { Err(PushError::Topic) }
}
