//! What goes over the live socket, either way.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{AttachmentId, DialogId, Me, MessageId, Person},
    http::error::Problem,
};

/// The first frame of a client.
#[derive(Deserialize)]
pub(super) struct Hello {
    pub r#type: HelloType,
    /// Absent where the session cookie signs in.
    pub token: Option<String>,
    /// The number of the last event that the client has; absent for none.
    pub after: Option<i64>,
    #[serde(default)]
    pub watch: Vec<DialogId>,
    /// Which app, for an admin.
    pub app: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum HelloType {
    Hello,
}

/// Every other frame of a client.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Wish {
    Say {
        dialog: DialogId,
        id: MessageId,
        #[serde(default)]
        text: String,
        #[serde(default)]
        custom: serde_json::Map<String, serde_json::Value>,
        #[serde(default)]
        attachments: Vec<AttachmentId>,
    },
    Typing {
        dialog: DialogId,
        on: bool,
    },
    /// An agent has it open.
    Viewing {
        dialog: DialogId,
        on: bool,
    },
    Mark {
        dialog: DialogId,
        delivered_seq: Option<i64>,
        read_seq: Option<i64>,
    },
    Watch {
        dialogs: Vec<DialogId>,
    },
    Ping,
}

/// Frames of the server that are no numbered events.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Word<'a> {
    Welcome {
        seq: i64,
        /// Whether everything after `after` follows; otherwise load the state afresh.
        resumed: bool,
        me: &'a Me,
    },
    Watching {
        dialogs: &'a [DialogId],
    },
    Typing {
        dialog: DialogId,
        user: &'a Person,
        on: bool,
    },
    Viewing {
        dialog: DialogId,
        user: &'a Person,
        on: bool,
    },
    /// A message with this id was stored before.
    Stored {
        id: MessageId,
        dialog: DialogId,
        seq: i64,
    },
    Refused {
        id: Option<MessageId>,
        problem: &'a Problem,
    },
    Pong,
}

impl Word<'_> {
    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).expect("these frames hold nothing that JSON cannot")
    }
}
