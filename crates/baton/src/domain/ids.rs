//! 24-hex ids in the ObjectId layout: 4 bytes of seconds, 5 random bytes of this process, a 3-byte
//! counter. They sort by time, and clients may make their own.

use std::{
    fmt,
    str::FromStr,
    sync::atomic::{AtomicU32, Ordering},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::ToSchema;

#[derive(Debug, thiserror::Error)]
#[error("an id is 24 hexadecimal characters")]
pub struct InvalidId;

/// Makes ids that no other process makes.
pub struct Ids {
    process: [u8; 5],
    counter: AtomicU32,
}

impl Ids {
    /// `seed` comes from the handed-in random generator.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let bytes = seed.to_be_bytes();
        let process = [bytes[0], bytes[1], bytes[2], bytes[3], bytes[4]];
        let start = u32::from_be_bytes([0, bytes[5], bytes[6], bytes[7]]);
        Self { process, counter: AtomicU32::new(start) }
    }

    pub fn next<T: From<[u8; 12]>>(&self, now: handover::Timestamp) -> T {
        let seconds = u32::try_from(now.0.div_euclid(1000).max(0)).unwrap_or(u32::MAX).to_be_bytes();
        let count = self.counter.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let mut id = [0; 12];
        id[..4].copy_from_slice(&seconds);
        id[4..9].copy_from_slice(&self.process);
        id[9..].copy_from_slice(&count[1..]);
        T::from(id)
    }
}

fn parse(text: &str) -> Result<[u8; 12], InvalidId> {
    let digits = text.as_bytes();
    if digits.len() != 24 {
        return Err(InvalidId);
    }
    let mut id = [0; 12];
    for (byte, pair) in id.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = (nibble(pair[0])? << 4) | nibble(pair[1])?;
    }
    Ok(id)
}

fn nibble(digit: u8) -> Result<u8, InvalidId> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok()).ok_or(InvalidId)
}

fn hex(id: &[u8; 12]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    id.iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ToSchema)]
        #[schema(value_type = String, pattern = "^[0-9a-f]{24}$", example = "692200a01f3c5d7e9a000001")]
        pub struct $name([u8; 12]);

        impl $name {
            /// The 24 hexadecimal characters.
            #[must_use]
            pub fn hex(&self) -> String { hex(&self.0) }

            #[must_use]
            pub fn bytes(&self) -> [u8; 12] { self.0 }
        }

        impl From<[u8; 12]> for $name {
            fn from(id: [u8; 12]) -> Self { Self(id) }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> { parse(text).map(Self) }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result { out.write_str(&self.hex()) }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result { out.write_str(&self.hex()) }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> { to.serialize_str(&self.hex()) }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    )+};
}

id! {
    DialogId,
    /// Made by the sender, so that sending twice stores once.
    MessageId,
    AssistantId,
    AttachmentId,
    HandoverId,
    SourceId,
    SiteId,
    UnansweredId,
    LessonId,
    ReplayId,
    EpisodeId,
    /// Made by the sender, as a message's is.
    NoteId,
}

impl From<handover::HandoverId> for HandoverId {
    fn from(id: handover::HandoverId) -> Self {
        Self(id.0)
    }
}

impl From<HandoverId> for handover::HandoverId {
    fn from(id: HandoverId) -> Self {
        Self(id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use handover::Timestamp;

    #[test]
    fn ids_sort_by_time_and_then_by_the_order_in_which_they_were_made() {
        let ids = Ids::new(7);
        let earlier: MessageId = ids.next(Timestamp(1_000_000));
        let same_second: MessageId = ids.next(Timestamp(1_000_400));
        let later: MessageId = ids.next(Timestamp(2_000_000));
        assert!(earlier < same_second && same_second < later);
    }

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id: DialogId = Ids::new(7).next(Timestamp(1_763_823_600_000));
        assert_eq!(id.hex().parse::<DialogId>().ok(), Some(id));
        assert!("zz".parse::<DialogId>().is_err());
    }
}
