//! Seals a message for one browser: RFC 8291 (keys) over RFC 8188 (`aes128gcm`), as one record.

use hkdf::Hkdf;
use p256::{PublicKey, SecretKey, elliptic_curve::sec1::ToSec1Point};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use sha2::Sha256;

use super::{PushError, Receiver};

/// No record is longer, and the only one may be shorter.
const RECORD_BYTES: u32 = 4096;
/// Ends the last record; padding could follow.
const LAST_RECORD: u8 = 2;
const TAG_BYTES: usize = 16;

/// What must be drawn anew for every message.
#[derive(Clone, Copy)]
pub struct Chance {
    pub salt: [u8; 16],
    /// The private key of this one message.
    pub ephemeral: [u8; 32],
}

/// The body of the request: the header of RFC 8188, section 2.1, then the sealed record.
pub(super) fn sealed(message: &[u8], receiver: &Receiver, chance: &Chance) -> Result<Vec<u8>, PushError> {
    let ephemeral = SecretKey::from_slice(&chance.ephemeral).map_err(|_| PushError::Chance)?;
    let public = point(&ephemeral.public_key());
    let (key, nonce) = keys(receiver, &ephemeral, &chance.salt);

    let mut record = Vec::with_capacity(message.len() + 1 + TAG_BYTES);
    record.extend_from_slice(message);
    record.push(LAST_RECORD);
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).expect("the key has 16 bytes"));
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record)
        .expect("a message is far below the limit of AES-GCM");

    let mut body = Vec::with_capacity(chance.salt.len() + 5 + public.len() + record.len());
    body.extend_from_slice(&chance.salt);
    body.extend_from_slice(&RECORD_BYTES.to_be_bytes());
    body.push(u8::try_from(public.len()).expect("a point has 65 bytes"));
    body.extend_from_slice(&public);
    body.append(&mut record);
    Ok(body)
}

/// The content encryption key and the nonce: RFC 8291, section 3.4.
fn keys(receiver: &Receiver, ephemeral: &SecretKey, salt: &[u8]) -> ([u8; 16], [u8; 12]) {
    let mut info = b"WebPush: info\0".to_vec();
    info.extend_from_slice(&point(&receiver.key));
    info.extend_from_slice(&point(&ephemeral.public_key()));
    let shared = ephemeral.diffie_hellman(&receiver.key);
    let material: [u8; 32] = derived(&receiver.auth, shared.raw_secret_bytes(), &info);
    (derived(salt, &material, b"Content-Encoding: aes128gcm\0"), derived(salt, &material, b"Content-Encoding: nonce\0"))
}

fn derived<const N: usize>(salt: &[u8], material: &[u8], info: &[u8]) -> [u8; N] {
    let mut key = [0; N];
    Hkdf::<Sha256>::new(Some(salt), material).expand(info, &mut key).expect("HKDF gives up to 8160 bytes");
    key
}

/// The uncompressed point, 65 bytes.
fn point(key: &PublicKey) -> Vec<u8> {
    key.to_sec1_point(false).as_bytes().to_vec()
}
