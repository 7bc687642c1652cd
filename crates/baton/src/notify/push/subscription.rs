//! What a browser hands over when it subscribes: where to post, and the keys to seal with. It comes from outside, so
//! nothing of it is believed before it is checked.

use base64::Engine;
use p256::PublicKey;
use url::Url;

use super::BASE64;
use crate::notify::loopback::is_loopback;

/// Longer addresses are mistakes.
pub const ENDPOINT_CHARS_MAX: usize = 2_000;

/// A public key as an uncompressed point.
const POINT_BYTES: usize = 65;
const AUTH_BYTES: usize = 16;

/// The three texts of the browser's `PushSubscription.toJSON()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub endpoint: String,
    /// The browser's public key, base64url.
    pub p256dh: String,
    /// The secret that proves that a message comes from here, base64url.
    pub auth: String,
}

/// A subscription that was checked.
#[derive(Clone, Debug)]
pub struct Receiver {
    pub(super) endpoint: Url,
    pub(super) key: PublicKey,
    pub(super) auth: [u8; AUTH_BYTES],
}

/// Why a subscription is not taken, said to the person whose browser sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongSubscription {
    #[error("The push address is longer than {ENDPOINT_CHARS_MAX} characters. Turn notifications off and on again.")]
    TooLong,
    #[error(
        "The push address must be an https address without a name or password. Turn notifications off and on again."
    )]
    Endpoint,
    #[error("The key p256dh is not a public key of 65 bytes in base64url. Turn notifications off and on again.")]
    Key,
    #[error("The secret auth does not have 16 bytes in base64url. Turn notifications off and on again.")]
    Auth,
}

impl Subscription {
    /// Plain http is only for this machine, where push services stand in tests.
    ///
    /// # Errors
    /// Names the part that is wrong.
    pub fn checked(&self) -> Result<Receiver, WrongSubscription> {
        if self.endpoint.chars().count() > ENDPOINT_CHARS_MAX {
            return Err(WrongSubscription::TooLong);
        }
        let endpoint = Url::parse(&self.endpoint).ok().filter(is_safe).ok_or(WrongSubscription::Endpoint)?;
        let point = BASE64.decode(&self.p256dh).ok().filter(|point| point.len() == POINT_BYTES);
        let key = point.and_then(|point| PublicKey::from_sec1_bytes(&point).ok()).ok_or(WrongSubscription::Key)?;
        let auth = BASE64.decode(&self.auth).ok().and_then(|auth| auth.try_into().ok());
        Ok(Receiver { endpoint, key, auth: auth.ok_or(WrongSubscription::Auth)? })
    }
}

impl Receiver {
    /// Where to post.
    #[must_use]
    pub fn endpoint(&self) -> &Url {
        &self.endpoint
    }
}

fn is_safe(url: &Url) -> bool {
    let Some(host) = url.host() else { return false };
    let plain_at_home = url.scheme() == "http" && is_loopback(&host);
    (url.scheme() == "https" || plain_at_home) && url.username().is_empty() && url.password().is_none()
}
