//! What a live connection may hear, and what it missed while it was away.

use super::access::{Caller, reach};
use crate::{
    app::Shared,
    domain::{Audience, DialogId, Event},
    error::Error,
    store::Reader,
};

/// A client that is further behind than this loads its state afresh.
const MISSED_MAX: i64 = 50_000;
const PAGE: i64 = 500;

/// Whose ear it is.
#[derive(Clone, Copy, Debug)]
pub struct Ear {
    pub app: i64,
    /// Absent for an admin or a program.
    pub user: Option<i64>,
    pub staff: bool,
}

impl Ear {
    /// `of` says which app, for an admin, who has none of their own.
    ///
    /// # Errors
    /// When an admin names no app.
    pub fn of(caller: Caller, of: Option<i64>) -> Result<Self, Error> {
        match caller {
            Caller::Admin { .. } => {
                let app = of.ok_or_else(|| Error::field("app", "an admin says which app to listen to"))?;
                Ok(Self { app, user: None, staff: true })
            }
            Caller::Key { app, .. } => Ok(Self { app, user: None, staff: true }),
            Caller::Agent { id, app } => Ok(Self { app, user: Some(id), staff: true }),
            Caller::Customer { id, app } => Ok(Self { app, user: Some(id), staff: false }),
        }
    }
}

/// One page of what was missed.
pub enum Missed {
    /// Events in order, and the number up to which everything has been looked at; empty and the same
    /// number: there is nothing more.
    Events(Vec<Event>, i64),
    TooMuch,
}

/// Whether the database answers.
///
/// # Errors
/// When it does not.
pub async fn is_readable(app: &Shared) -> Result<(), Error> {
    app.store.read().await?.newest_event().await?;
    Ok(())
}

/// The number of the newest event, and the dialogs that this ear's user is in.
///
/// # Errors
/// When the database fails.
pub async fn rooms(app: &Shared, ear: Ear) -> Result<(i64, Vec<DialogId>), Error> {
    let mut tx = app.store.read().await?;
    let rooms = match ear.user {
        Some(user) => tx.rooms_of(user).await?,
        None => Vec::new(),
    };
    Ok((tx.newest_event().await?, rooms))
}

/// Whether a client with this last number is so far behind that it has to load its state afresh.
#[must_use]
pub fn is_too_far(after: i64, newest: i64) -> bool {
    newest - after > MISSED_MAX
}

/// What came after this number and this ear may hear. `inside` are its rooms and what it watches.
///
/// # Errors
/// When the database fails.
pub async fn missed(app: &Shared, ear: Ear, after: i64, inside: impl Fn(&DialogId) -> bool) -> Result<Missed, Error> {
    let mut tx = app.store.read().await?;
    if is_too_far(after, tx.newest_event().await?) {
        return Ok(Missed::TooMuch);
    }
    let reader = match (ear.staff, ear.user) {
        (false, Some(user)) => Reader::Occupant { user },
        (false, None) | (true, _) => Reader::Staff { app: ear.app },
    };
    let mut events = tx.events_for(reader, after, PAGE).await?;
    let upto = events.last().map_or(after, |event| event.seq);
    if ear.staff {
        events.retain(|event| match event.audience {
            Audience::Room => event.dialog.as_ref().is_some_and(&inside),
            Audience::RoomAndStaff | Audience::Staff => true,
        });
    }
    Ok(Missed::Events(events, upto))
}

/// Which of these dialogs staff may watch.
///
/// # Errors
/// When the database fails.
pub async fn may_watch(app: &Shared, caller: Caller, wanted: &[DialogId]) -> Result<Vec<DialogId>, Error> {
    if let Caller::Customer { .. } = caller {
        return Ok(Vec::new());
    }
    let mut tx = app.store.read().await?;
    let mut allowed = Vec::new();
    for dialog in wanted {
        match reach(&mut tx, caller, *dialog).await {
            Ok(_) => allowed.push(*dialog),
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(allowed)
}
