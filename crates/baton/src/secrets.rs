//! Random tokens and keys, password hashes, and what is stored of a token.

use std::sync::{Mutex, PoisonError};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::{Rng, SeedableRng, rngs::StdRng};
use sha2::{Digest, Sha256};

/// The one source of chance for what must not be guessed.
pub struct Secrets {
    random: Mutex<StdRng>,
}

impl Secrets {
    /// # Errors
    /// When the system has no randomness to give.
    #[allow(clippy::disallowed_methods, reason = "the one place that asks the system for chance")]
    pub fn new() -> anyhow::Result<Self> {
        let random = StdRng::try_from_rng(&mut rand::rngs::SysRng)?;
        Ok(Self { random: Mutex::new(random) })
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.random.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    pub fn seed(&self) -> u64 {
        u64::from_be_bytes(self.bytes())
    }

    /// A token of 256 random bits.
    pub fn token(&self, prefix: &str) -> String {
        format!("{prefix}{}", URL_SAFE_NO_PAD.encode(self.bytes::<32>()))
    }

    /// A password that a person can read out: 16 letters and digits that are not mistaken for others.
    pub fn password(&self) -> String {
        const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789x";
        let letters = self.bytes::<16>().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        let mut password = String::with_capacity(19);
        for (place, letter) in letters.into_iter().enumerate() {
            if place > 0 && place % 4 == 0 {
                password.push('-');
            }
            password.push(letter);
        }
        password
    }
}

/// What is stored of a token: its SHA-256 in hexadecimal.
#[must_use]
pub fn fingerprint(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hashes a password with argon2id. Takes tens of milliseconds: call it on a blocking thread.
///
/// # Errors
/// When hashing fails, which means that its parameters are wrong.
pub fn hash_password(password: &str) -> anyhow::Result<String> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    Ok(hash.map_err(|error| anyhow::anyhow!("hashing failed: {error}"))?.to_string())
}

/// As slow as [`hash_password`].
#[must_use]
pub fn is_password(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_recognised_by_its_hash_and_no_other_is() {
        let hash = hash_password("correct horse").unwrap();
        assert!(is_password("correct horse", &hash));
        assert!(!is_password("wrong horse", &hash));
        assert!(hash.starts_with("$argon2id$"));
    }

    #[test]
    fn tokens_differ() {
        let secrets = Secrets::new().unwrap();
        assert_ne!(secrets.token("t_"), secrets.token("t_"));
    }
}
