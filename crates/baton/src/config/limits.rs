//! How much of anything is taken at once.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Of a request that is not an upload.
    pub body_bytes: usize,
    /// Of one uploaded file.
    pub file_bytes: usize,
    /// Of one upload with all its files.
    pub upload_bytes: usize,
    /// Of one file that is sent with a message, and of all of one dialog.
    pub attachment_bytes: usize,
    pub dialog_attachment_bytes: usize,
    /// Of one message's text.
    pub message_chars: usize,
    /// Of a message's or dialog's custom fields, as JSON.
    pub custom_bytes: usize,
    /// Frames that wait for one live connection before it has to catch up from the database.
    pub live_queue: usize,
    /// Live connections in all, and of one user.
    pub connections: usize,
    pub connections_per_user: usize,
    /// People in one dialog.
    pub occupants: usize,
    /// Commands that wait for the database.
    pub write_queue: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 256 * 1024,
            file_bytes: 20_000_000,
            upload_bytes: 100_000_000,
            attachment_bytes: 10 * 1024 * 1024,
            dialog_attachment_bytes: 200 * 1024 * 1024,
            message_chars: 8_000,
            custom_bytes: 16 * 1024,
            live_queue: 256,
            connections: 20_000,
            connections_per_user: 50,
            occupants: 200,
            write_queue: 4096,
        }
    }
}
