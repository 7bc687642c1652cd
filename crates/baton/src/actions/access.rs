//! Who calls, and what they may reach. Things are looked up inside that, so that what is out of
//! reach is simply not found.

use crate::{
    domain::{DialogId, DialogSummary, Person},
    error::Error,
    store::Tx,
};

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Configures the whole installation.
    Admin {
        id: i64,
    },
    /// A program with an API key: it acts for its app.
    Key {
        id: i64,
        app: i64,
    },
    Agent {
        id: i64,
        app: i64,
    },
    Customer {
        id: i64,
        app: i64,
    },
}

impl Caller {
    /// The app that this caller configures.
    pub(super) fn configures(&self, app: i64) -> Result<(), Error> {
        match *self {
            Self::Admin { .. } => Ok(()),
            Self::Key { app: own, .. } if own == app => Ok(()),
            Self::Agent { app: own, .. } if own == app => Err(Error::Forbidden("only an admin may do this")),
            Self::Key { .. } | Self::Agent { .. } | Self::Customer { .. } => Err(Error::NotFound("app")),
        }
    }

    /// The app that this caller works in.
    pub(super) fn works_in(&self, app: i64) -> Result<(), Error> {
        match *self {
            Self::Agent { app: own, .. } if own == app => Ok(()),
            Self::Admin { .. } | Self::Key { .. } | Self::Agent { .. } | Self::Customer { .. } => self.configures(app),
        }
    }

    /// Whoever works here, rather than asks here.
    pub(super) fn is_staff(&self) -> Result<(), Error> {
        match *self {
            Self::Admin { .. } | Self::Key { .. } | Self::Agent { .. } => Ok(()),
            Self::Customer { .. } => Err(Error::Forbidden("this is for those who work here")),
        }
    }

    /// The app that this caller configures as an admin; a program may not.
    pub(super) fn administers(&self, app: i64) -> Result<(), Error> {
        self.configures(app)?;
        self.is_admin().map(drop)
    }

    pub(super) fn is_admin(&self) -> Result<i64, Error> {
        match *self {
            Self::Admin { id } => Ok(id),
            Self::Key { .. } | Self::Agent { .. } | Self::Customer { .. } => {
                Err(Error::Forbidden("only an admin may do this"))
            }
        }
    }

    pub(super) fn is_agent(&self) -> Result<(i64, i64), Error> {
        match *self {
            Self::Agent { id, app } => Ok((id, app)),
            Self::Admin { .. } | Self::Key { .. } | Self::Customer { .. } => {
                Err(Error::Forbidden("only an agent may do this; sign in as one"))
            }
        }
    }

    /// The user that this caller is, and their app.
    pub(super) fn is_user(&self) -> Result<(i64, i64), Error> {
        match *self {
            Self::Agent { id, app } | Self::Customer { id, app } => Ok((id, app)),
            Self::Admin { .. } | Self::Key { .. } => Err(Error::Forbidden("only a user of the app may do this")),
        }
    }
}

/// What is kept beside a conversation for all who work here is not for one that has nothing to do with support.
pub(super) fn supported(reached: Reached) -> Result<DialogSummary, Error> {
    match reached.dialog.control {
        Some(_) => Ok(reached.dialog),
        None => {
            let detail = "this conversation is between its members only; notes and labels are for conversations with an AI Agent";
            Err(Error::Conflict { reason: "no_support", detail: detail.into() })
        }
    }
}

/// A customer who only looks into a public group changes nothing in it.
pub(super) fn taking_part(caller: Caller, reached: Reached) -> Result<DialogSummary, Error> {
    match caller {
        Caller::Customer { .. } if !reached.is_occupant => {
            Err(Error::Forbidden("write something first; only those who take part may do this"))
        }
        Caller::Customer { .. } | Caller::Admin { .. } | Caller::Key { .. } | Caller::Agent { .. } => {
            Ok(reached.dialog)
        }
    }
}

/// A dialog that the caller may see.
pub(super) struct Reached {
    pub dialog: DialogSummary,
    /// The user who calls; absent for an admin or a program.
    pub user: Option<Person>,
    pub is_occupant: bool,
}

/// Customers reach the dialogs they are in and public groups of their app, agents also its support
/// dialogs, admins and keys every support dialog, and keys everything of their app.
pub(super) async fn reach(tx: &mut Tx, caller: Caller, id: DialogId) -> Result<Reached, Error> {
    const NOT_FOUND: Error = Error::NotFound("dialog");
    match caller {
        Caller::Customer { id: user, .. } | Caller::Agent { id: user, .. } => {
            let seen = tx.dialog_seen(id, user).await?.ok_or(NOT_FOUND)?;
            let works_here = matches!(caller, Caller::Agent { .. }) && seen.dialog.control.is_some();
            let is_public = seen.dialog.kind == crate::domain::DialogKind::PublicGroup;
            if !(seen.is_occupant || works_here || is_public) {
                return Err(NOT_FOUND);
            }
            Ok(Reached { dialog: seen.dialog, user: Some(seen.viewer), is_occupant: seen.is_occupant })
        }
        Caller::Key { app, .. } => {
            let dialog = tx.dialog(id).await?.filter(|dialog| dialog.app == app).ok_or(NOT_FOUND)?;
            Ok(Reached { dialog, user: None, is_occupant: false })
        }
        Caller::Admin { .. } => {
            let dialog = tx.dialog(id).await?.filter(|dialog| dialog.control.is_some()).ok_or(NOT_FOUND)?;
            Ok(Reached { dialog, user: None, is_occupant: false })
        }
    }
}
