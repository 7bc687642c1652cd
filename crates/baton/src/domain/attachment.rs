//! A file that somebody sends along with a message. What it holds is read only by whoever opens it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AttachmentId;

/// The only types that are ever shown inside a page: browsers draw them and run nothing in them.
const SHOWN: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Attachment {
    pub id: AttachmentId,
    pub name: String,
    /// As the bytes say, whatever the sender called it.
    pub media_type: String,
    pub bytes: i64,
    /// In pixels, of an image.
    pub width: Option<i64>,
    pub height: Option<i64>,
}

impl Attachment {
    /// Whether a page may show it instead of offering it as a file.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        is_shown(&self.media_type)
    }
}

#[must_use]
pub fn is_shown(media_type: &str) -> bool {
    SHOWN.contains(&media_type)
}

/// What was said in words, with the names of the files that came with it, for those who read only text.
#[must_use]
pub fn with_names(text: &str, attachments: &[Attachment]) -> String {
    if attachments.is_empty() {
        return text.to_owned();
    }
    let names: Vec<&str> = attachments.iter().map(|attachment| attachment.name.as_str()).collect();
    let line_end = if text.trim().is_empty() { "" } else { "\n" };
    format!("{}{line_end}📎 {}", text.trim_end(), names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Attachment {
        let id = [0; 12].into();
        Attachment { id, name: name.into(), media_type: "image/png".into(), bytes: 1, width: None, height: None }
    }

    #[test]
    fn files_without_words_are_told_by_their_names() {
        assert_eq!(with_names("", &[named("shoe.png"), named("bill.pdf")]), "📎 shoe.png, bill.pdf");
        assert_eq!(with_names("Look: ", &[named("shoe.png")]), "Look:\n📎 shoe.png");
        assert_eq!(with_names(" as it was ", &[]), " as it was ");
    }
}
