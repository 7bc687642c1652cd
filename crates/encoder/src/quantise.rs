//! Unit vectors in little memory: a byte a dimension for passages, half a byte for their tokens, and how close two
//! of them are without unpacking either.

mod bytes;
mod nibbles;

pub use bytes::{Bytes, dot, dots};
pub use nibbles::Nibbles;
