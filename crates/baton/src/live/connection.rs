//! One open screen or program, and the queue of what it has yet to hear.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, AtomicI64, Ordering},
};

use tokio::sync::mpsc;

use crate::domain::DialogId;

/// Something for one connection to hear.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The event's number; 0 for what is not numbered.
    pub seq: i64,
    pub frame: Arc<str>,
}

/// Who connects.
#[derive(Clone, Debug)]
pub struct NewConnection {
    pub id: u64,
    pub app: i64,
    /// Absent for an admin or a program, who are in no dialog.
    pub user: Option<i64>,
    pub staff: bool,
}

/// The hub's side of a connection.
#[derive(Debug)]
pub struct Connection {
    pub who: NewConnection,
    queue: mpsc::Sender<Heard>,
    behind: AtomicBool,
    offered: AtomicI64,
    /// Which dialogs it is in and which it watches.
    places: Mutex<Places>,
}

#[derive(Debug, Default)]
pub(super) struct Places {
    pub rooms: Vec<DialogId>,
    pub watched: Vec<DialogId>,
}

impl Connection {
    pub(super) fn new(who: NewConnection, queue_length: usize) -> (Arc<Self>, mpsc::Receiver<Heard>) {
        let (queue, heard) = mpsc::channel(queue_length.max(1));
        let connection =
            Self { who, queue, behind: AtomicBool::new(false), offered: AtomicI64::new(0), places: Mutex::default() };
        (Arc::new(connection), heard)
    }

    /// Whether something did not fit into the queue since this was last asked.
    pub fn fell_behind(&self) -> bool {
        self.behind.swap(false, Ordering::AcqRel)
    }

    /// Whether it hears what happens in this dialog.
    pub fn is_inside(&self, dialog: &DialogId) -> bool {
        let places = self.places();
        places.rooms.contains(dialog) || places.watched.contains(dialog)
    }

    pub(super) fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Offers an event once, however many lists this connection is in.
    pub(super) fn offer(&self, heard: &Heard) {
        if heard.seq > 0 && self.offered.swap(heard.seq, Ordering::AcqRel) == heard.seq {
            return;
        }
        if self.queue.try_send(heard.clone()).is_err() && heard.seq > 0 {
            self.behind.store(true, Ordering::Release);
        }
    }
}
