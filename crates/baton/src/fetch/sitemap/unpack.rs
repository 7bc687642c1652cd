//! Unpacking gzip, up to a limit: a bomb is noticed when it has filled the limit, not the memory.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::SitemapError;

pub(super) fn unpack(bytes: &[u8], bytes_max: usize) -> Result<Vec<u8>, SitemapError> {
    let mut unpacked = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(bytes_max as u64 + 1);
    let end = reader.read_to_end(&mut unpacked);
    if unpacked.len() > bytes_max {
        return Err(SitemapError::TooLarge { max_mb: bytes_max.div_ceil(1024 * 1024) });
    }
    // Of a file that breaks off, what came before counts.
    if end.is_err() && unpacked.is_empty() { Err(SitemapError::Packed) } else { Ok(unpacked) }
}
