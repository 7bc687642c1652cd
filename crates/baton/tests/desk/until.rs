//! Waiting for something to become true, but not forever.

use std::time::{Duration, Instant};

const AT_MOST: Duration = Duration::from_secs(60);
const EVERY: Duration = Duration::from_millis(5);

/// Looks again and again until there is something.
#[allow(clippy::disallowed_methods, reason = "a test waits in real time")]
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, mut look: impl FnMut() -> F) -> Result<T, String> {
    let begun = Instant::now();
    loop {
        if let Some(found) = look().await {
            return Ok(found);
        }
        if begun.elapsed() > AT_MOST {
            return Err(format!("it did not come true in time: {what}"));
        }
        tokio::time::sleep(EVERY).await;
    }
}
