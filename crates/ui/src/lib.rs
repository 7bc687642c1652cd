//! The screens, as `build.rs` made them from `web/`, embedded in the program.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/screens"]
struct Screens;

/// One file of the screens.
pub struct File {
    pub bytes: Cow<'static, [u8]>,
    /// Quoted, as HTTP wants it.
    pub etag: String,
    pub content_type: &'static str,
    /// Its name changes with its content, so it may be kept for good.
    pub is_hashed: bool,
}

/// The file at this path, without a slash at its start.
#[must_use]
pub fn file(path: &str) -> Option<File> {
    let found = Screens::get(path)?;
    let hash = found.metadata.sha256_hash();
    let etag = hash[..12].iter().fold(String::from("\""), |etag, byte| etag + &format!("{byte:02x}")) + "\"";
    Some(File { bytes: found.data, etag, content_type: content_type(path), is_hashed: path.contains("assets/") })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" | "map" | "webmanifest" => "application/json",
        _ => "application/octet-stream",
    }
}
