//! Reading a body as it comes, and no further than the limit. What is counted is what comes out of unpacking, so a
//! small file that unpacks to a huge one stops at the same point.

use reqwest::Response;

use super::super::error::FetchError;

pub(super) const MB: usize = 1024 * 1024;

pub(super) async fn read(mut response: Response, bytes_max: usize) -> Result<Vec<u8>, FetchError> {
    let too_large = FetchError::TooLarge { max_mb: bytes_max.div_ceil(MB) };
    if response.content_length().is_some_and(|length| length > bytes_max as u64) {
        return Err(too_large);
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > bytes_max {
            return Err(too_large);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
