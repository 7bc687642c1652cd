//! How a push service knows who sends: a signed token for its address alone (VAPID, RFC 8292). The key pair lives as
//! long as the server: browsers subscribe to its public half.

use std::fmt;

use base64::Engine;
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::json;
use url::Url;

use super::{BASE64, PushError, Sender};

/// How long a token is good. Push services refuse more than 24 hours (RFC 8292, section 2).
const TOKEN_SECONDS: i64 = 12 * 60 * 60;

/// The key that signs for this server.
#[derive(Clone)]
pub struct VapidKey {
    key: SigningKey,
}

/// A stored key that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The stored push key is damaged. Restore it from a backup, or delete it: then every browser subscribes anew.")]
pub struct DamagedKey;

impl VapidKey {
    /// A new key from 32 random bytes, or nothing for the one in four billion that are no key: draw again.
    #[must_use]
    pub fn generate(secret: [u8; 32]) -> Option<Self> {
        Some(Self { key: SigningKey::from_slice(&secret).ok()? })
    }

    /// The key that [`Self::secret`] gave.
    ///
    /// # Errors
    /// When the text is not such a key.
    pub fn from_secret(secret: &str) -> Result<Self, DamagedKey> {
        let bytes = BASE64.decode(secret).map_err(|_| DamagedKey)?;
        Ok(Self { key: SigningKey::from_slice(&bytes).map_err(|_| DamagedKey)? })
    }

    /// To be stored, and shown to nobody: 32 bytes in base64url.
    #[must_use]
    pub fn secret(&self) -> String {
        BASE64.encode(self.key.to_bytes())
    }

    /// What browsers subscribe to, their `applicationServerKey`: the uncompressed point, 65 bytes in base64url.
    #[must_use]
    pub fn public(&self) -> String {
        BASE64.encode(self.key.verifying_key().to_sec1_point(false).as_bytes())
    }
}

impl fmt::Debug for VapidKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VapidKey").field("public", &self.public()).finish_non_exhaustive()
    }
}

/// The header `Authorization` for a push service.
pub(super) fn authorization(sender: &Sender<'_>, endpoint: &Url) -> Result<String, PushError> {
    if !sender.contact.starts_with("mailto:") && !sender.contact.starts_with("https://") {
        return Err(PushError::Contact);
    }
    let claims = json!({
        "aud": endpoint.origin().ascii_serialization(),
        "exp": sender.now_seconds + TOKEN_SECONDS,
        "sub": sender.contact,
    });
    let header = json!({ "typ": "JWT", "alg": "ES256" });
    let signed = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
    let signature: Signature = sender.key.key.sign(signed.as_bytes());
    Ok(format!("vapid t={signed}.{}, k={}", BASE64.encode(signature.to_bytes()), sender.key.public()))
}
