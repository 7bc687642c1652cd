//! Which connection hears what.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::mpsc;

use super::connection::{Connection, Heard, NewConnection};
use crate::domain::{Audience, DialogId, Event};

type Connections = Vec<Arc<Connection>>;

/// Too many connections, in all or of this user.
#[derive(Debug)]
pub struct Refused;

pub struct Hub {
    lists: Mutex<Lists>,
    next: AtomicU64,
    at_most: usize,
    at_most_per_user: usize,
    queue_length: usize,
}

#[derive(Default)]
struct Lists {
    count: usize,
    users: HashMap<i64, Connections>,
    staff: HashMap<i64, Connections>,
    rooms: HashMap<DialogId, Connections>,
    watched: HashMap<DialogId, Connections>,
    /// The turns whose answers are shown while they are written.
    previews: HashMap<DialogId, u64>,
}

impl Hub {
    #[must_use]
    pub fn new(at_most: usize, at_most_per_user: usize, queue_length: usize) -> Self {
        Self { lists: Mutex::default(), next: AtomicU64::new(1), at_most, at_most_per_user, queue_length }
    }

    pub fn next_id(&self) -> u64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Adds a connection; from here on it hears what is meant for its user and, for staff, its app.
    ///
    /// # Errors
    /// [`Refused`] when there are too many.
    pub fn connect(&self, who: NewConnection) -> Result<(Arc<Connection>, mpsc::Receiver<Heard>), Refused> {
        let mut lists = self.lock();
        let of_user = who.user.and_then(|user| lists.users.get(&user)).map_or(0, Vec::len);
        if lists.count >= self.at_most || of_user >= self.at_most_per_user {
            return Err(Refused);
        }
        let (connection, heard) = Connection::new(who, self.queue_length);
        lists.count += 1;
        if let Some(user) = connection.who.user {
            lists.users.entry(user).or_default().push(connection.clone());
        }
        if connection.who.staff {
            lists.staff.entry(connection.who.app).or_default().push(connection.clone());
        }
        Ok((connection, heard))
    }

    /// The dialogs that this connection's user is in.
    pub fn enter(&self, connection: &Arc<Connection>, rooms: &[DialogId]) {
        let mut lists = self.lock();
        for room in rooms {
            lists.enter(*room, connection);
        }
    }

    /// Replaces what this connection watches.
    pub fn watch(&self, connection: &Arc<Connection>, dialogs: &[DialogId]) {
        let mut lists = self.lock();
        let before = std::mem::replace(&mut connection.places().watched, dialogs.to_vec());
        for dialog in before {
            remove(&mut lists.watched, &dialog, connection);
        }
        for dialog in dialogs {
            add(&mut lists.watched, *dialog, connection);
        }
    }

    /// Forgets the connection.
    pub fn disconnect(&self, connection: &Arc<Connection>) {
        let mut lists = self.lock();
        lists.count = lists.count.saturating_sub(1);
        if let Some(user) = connection.who.user {
            remove(&mut lists.users, &user, connection);
        }
        remove(&mut lists.staff, &connection.who.app, connection);
        let places = std::mem::take(&mut *connection.places());
        for dialog in places.rooms {
            remove(&mut lists.rooms, &dialog, connection);
        }
        for dialog in places.watched {
            remove(&mut lists.watched, &dialog, connection);
        }
    }

    /// Hands committed events, in their order, to everyone who may hear them.
    pub fn publish(&self, events: &[Arc<Event>]) {
        let mut lists = self.lock();
        for event in events {
            lists.publish(event);
        }
    }

    /// Something that is not stored, such as who is typing, for everybody in a dialog but the sender.
    pub fn whisper(&self, dialog: DialogId, from: u64, frame: &Arc<str>) {
        let lists = self.lock();
        let heard = Heard { seq: 0, frame: frame.clone() };
        for connection in lists.in_dialog(dialog).filter(|connection| connection.who.id != from) {
            connection.offer(&heard);
        }
    }

    /// The same, for staff alone.
    pub fn murmur(&self, dialog: DialogId, from: u64, frame: &Arc<str>) {
        let lists = self.lock();
        let heard = Heard { seq: 0, frame: frame.clone() };
        for connection in lists.in_dialog(dialog).filter(|connection| connection.who.staff && connection.who.id != from)
        {
            connection.offer(&heard);
        }
    }

    /// What is written in this turn may be shown, until the dialog's control moves.
    pub fn begin_preview(&self, dialog: DialogId, turn: u64) {
        let mut lists = self.lock();
        let shown = lists.previews.entry(dialog).or_insert(turn);
        *shown = turn.max(*shown);
    }

    pub fn end_preview(&self, dialog: DialogId, turn: u64) {
        self.lock().end_preview(dialog, |shown| shown == turn);
    }

    /// Whether what is written in this turn may still be shown.
    pub fn is_previewed(&self, dialog: DialogId, turn: u64) -> bool {
        self.lock().previews.get(&dialog) == Some(&turn)
    }

    /// Shows what is written in a turn to everybody in the dialog, unless its control has moved.
    pub fn preview(&self, dialog: DialogId, turn: u64, frame: &Arc<str>) {
        let lists = self.lock();
        if lists.previews.get(&dialog) != Some(&turn) {
            return;
        }
        let heard = Heard { seq: 0, frame: frame.clone() };
        for connection in lists.in_dialog(dialog) {
            connection.offer(&heard);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Lists> {
        // A panic while the lock was held cannot leave a list half changed in a way that matters.
        self.lists.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Lists {
    fn enter(&mut self, dialog: DialogId, connection: &Arc<Connection>) {
        if add(&mut self.rooms, dialog, connection) {
            connection.places().rooms.push(dialog);
        }
    }

    fn publish(&mut self, event: &Event) {
        let Some(dialog) = event.dialog else { return self.tell_staff(event) };
        if let Some(turn) = event.turn {
            self.end_preview(dialog, |shown| shown < turn);
        }
        for user in &event.joined {
            for connection in self.users.get(user).cloned().unwrap_or_default() {
                self.enter(dialog, &connection);
            }
        }
        match event.audience {
            Audience::Room => self.tell_room(dialog, event),
            Audience::RoomAndStaff => {
                self.tell_room(dialog, event);
                self.tell_staff(event);
            }
            Audience::Staff => self.tell_staff(event),
        }
        for user in &event.left {
            for connection in self.users.get(user).cloned().unwrap_or_default() {
                remove(&mut self.rooms, &dialog, &connection);
                connection.places().rooms.retain(|room| *room != dialog);
            }
        }
    }

    fn end_preview(&mut self, dialog: DialogId, is_over: impl Fn(u64) -> bool) {
        if self.previews.get(&dialog).is_some_and(|turn| is_over(*turn)) {
            self.previews.remove(&dialog);
        }
    }

    fn tell_room(&self, dialog: DialogId, event: &Event) {
        let heard = Heard { seq: event.seq, frame: event.frame.clone() };
        for connection in self.in_dialog(dialog) {
            connection.offer(&heard);
        }
    }

    fn tell_staff(&self, event: &Event) {
        let heard = Heard { seq: event.seq, frame: event.frame.clone() };
        for connection in self.staff.get(&event.app).into_iter().flatten() {
            connection.offer(&heard);
        }
    }

    fn in_dialog(&self, dialog: DialogId) -> impl Iterator<Item = &Arc<Connection>> {
        let rooms = self.rooms.get(&dialog).into_iter().flatten();
        rooms.chain(self.watched.get(&dialog).into_iter().flatten())
    }
}

/// Whether it was not in it before.
fn add<K: Eq + Hash>(lists: &mut HashMap<K, Connections>, key: K, connection: &Arc<Connection>) -> bool {
    let list = lists.entry(key).or_default();
    let is_new = !list.iter().any(|known| Arc::ptr_eq(known, connection));
    if is_new {
        list.push(connection.clone());
    }
    is_new
}

fn remove<K: Eq + Hash>(lists: &mut HashMap<K, Connections>, key: &K, connection: &Arc<Connection>) {
    if let Some(list) = lists.get_mut(key) {
        list.retain(|known| !Arc::ptr_eq(known, connection));
        if list.is_empty() {
            lists.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialog(last: u8) -> DialogId {
        DialogId::from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last])
    }

    fn event(seq: i64, audience: Audience, joined: &[i64], left: &[i64]) -> Arc<Event> {
        let (joined, left) = (joined.to_vec(), left.to_vec());
        Arc::new(Event { seq, app: 1, dialog: Some(dialog(1)), audience, joined, left, turn: None, frame: "{}".into() })
    }

    fn who(id: u64, user: i64, staff: bool) -> NewConnection {
        NewConnection { id, app: 1, user: Some(user), staff }
    }

    fn heard(queue: &mut mpsc::Receiver<Heard>) -> Vec<i64> {
        std::iter::from_fn(|| queue.try_recv().ok().map(|heard| heard.seq)).collect()
    }

    #[test]
    fn nothing_is_shown_of_an_answer_after_control_moved() {
        let hub = Hub::new(9, 9, 9);
        let (connection, mut queue) = hub.connect(who(1, 7, false)).unwrap();
        hub.enter(&connection, &[dialog(1)]);
        let moves = |seq, turn| Event { turn: Some(turn), ..(*event(seq, Audience::Room, &[], &[])).clone() };
        hub.begin_preview(dialog(1), 3);
        hub.publish(&[moves(5, 3).into()]);
        hub.preview(dialog(1), 3, &"shown".into());
        hub.publish(&[moves(6, 4).into()]);
        hub.preview(dialog(1), 3, &"late".into());
        assert_eq!(heard(&mut queue), [5, 0, 6]);
    }

    #[test]
    fn who_joins_hears_it_and_who_left_hears_nothing_more() {
        let hub = Hub::new(9, 9, 9);
        let (_connection, mut queue) = hub.connect(who(1, 7, false)).unwrap();
        hub.publish(&[event(1, Audience::Room, &[], &[]), event(2, Audience::Room, &[7], &[])]);
        hub.publish(&[event(3, Audience::Room, &[], &[7]), event(4, Audience::Room, &[], &[])]);
        assert_eq!(heard(&mut queue), [2, 3]);
    }

    #[test]
    fn staff_who_watch_hear_an_event_once() {
        let hub = Hub::new(9, 9, 9);
        let (connection, mut queue) = hub.connect(who(1, 7, true)).unwrap();
        hub.watch(&connection, &[dialog(1)]);
        hub.publish(&[event(1, Audience::RoomAndStaff, &[], &[])]);
        assert_eq!(heard(&mut queue), [1]);
    }

    #[test]
    fn customers_do_not_hear_what_is_for_staff() {
        let hub = Hub::new(9, 9, 9);
        let (connection, mut queue) = hub.connect(who(1, 7, false)).unwrap();
        hub.enter(&connection, &[dialog(1)]);
        hub.publish(&[event(1, Audience::Staff, &[], &[])]);
        assert_eq!(heard(&mut queue), [0_i64; 0]);
    }

    #[test]
    fn a_full_queue_is_told_and_not_waited_for() {
        let hub = Hub::new(9, 9, 1);
        let (connection, mut queue) = hub.connect(who(1, 7, false)).unwrap();
        hub.enter(&connection, &[dialog(1)]);
        hub.publish(&[event(1, Audience::Room, &[], &[]), event(2, Audience::Room, &[], &[])]);
        assert!(connection.fell_behind());
        assert!(!connection.fell_behind());
        assert_eq!(heard(&mut queue), [1]);
    }

    #[test]
    fn one_user_cannot_take_all_connections() {
        let hub = Hub::new(9, 1, 1);
        let _first = hub.connect(who(1, 7, false)).unwrap();
        assert!(hub.connect(who(2, 7, false)).is_err());
        assert!(hub.connect(who(3, 8, false)).is_ok());
    }
}
