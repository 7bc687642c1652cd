//! An agent is done: the conversation is closed until the customer writes again.

use handover::Input;

use super::{
    access::Caller,
    claim::{actor, moved},
};
use crate::{
    app::Shared,
    domain::{Dialog, DialogId},
    error::Error,
};

/// # Errors
/// [`Error::Refused`] when another agent has it or no person has.
pub async fn resolve(app: &Shared, caller: Caller, dialog: DialogId, solved: bool) -> Result<Dialog, Error> {
    moved(app, caller, dialog, Input::Resolve { by: actor(caller)?, solved }).await
}
