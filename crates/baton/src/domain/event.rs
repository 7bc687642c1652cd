//! Something that happened, with its number. What open screens hear, and what a client that was
//! away reads again.

use super::DialogId;

/// Who hears of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The dialog's occupants, and staff who watch it.
    Room,
    /// The dialog's occupants and all staff of the app.
    RoomAndStaff,
    Staff,
}

impl Audience {
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Room => "room",
            Self::RoomAndStaff => "room_and_staff",
            Self::Staff => "staff",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Room, Self::RoomAndStaff, Self::Staff].into_iter().find(|audience| audience.as_str() == word)
    }
}

#[derive(Clone, Debug)]
pub struct Event {
    pub seq: i64,
    pub app: i64,
    pub dialog: Option<DialogId>,
    pub audience: Audience,
    /// Who came into the dialog and who left it by this event.
    pub joined: Vec<i64>,
    pub left: Vec<i64>,
    /// The dialog's turn from here on, if its control moved by this event.
    pub turn: Option<u64>,
    /// The finished text frame: `{"seq":…,"kind":…,"dialog":…,"at":…,"body":…}`.
    pub frame: std::sync::Arc<str>,
}
