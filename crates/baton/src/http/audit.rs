//! Who changed what.

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    error::Problem,
    input::{Asked, At, limited},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, AuditFilter},
    app::Shared,
    domain::{ActorKind, AuditEntry, Page},
    error::Error,
};

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Whose: `admin`, `agent`, `key` or `system`, and an id if it matters: `admin:1`.
    actor: Option<String>,
    /// Which: `assistant.saved`, or all of a kind: `assistant`.
    action: Option<String>,
    /// Milliseconds since 1970.
    from: Option<i64>,
    /// Before this moment.
    to: Option<i64>,
    /// `next` of the page before.
    after: Option<String>,
    /// How many at most: 1 to 200, 50 unless told.
    limit: Option<usize>,
}

/// Lists who changed what in the app, the newest first. For admins only.
#[utoipa::path(get, path = "/apps/{app}/audit", tag = "audit", params(("app" = i64, Path), Wanted),
    responses((status = 200, body = Page<AuditEntry>), (status = 422, body = Problem)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Page<AuditEntry>>, Error> {
    let (actor_kind, actor) = match wanted.actor.as_deref().filter(|actor| !actor.is_empty()) {
        Some(actor) => whose(actor)?,
        None => (None, None),
    };
    let action = wanted.action.filter(|action| !action.is_empty());
    let filter = AuditFilter { actor_kind, actor, action, from: wanted.from, to: wanted.to };
    let after = wanted.after.as_deref().filter(|after| !after.is_empty());
    Ok(Json(actions::list_audit(&app, caller.caller, (of, &filter), after, limited(wanted.limit)).await?))
}

fn whose(actor: &str) -> Result<(Option<ActorKind>, Option<i64>), Error> {
    let wrong =
        || Error::field("actor", "must be `admin`, `agent`, `key` or `system`, or one of them such as `admin:1`");
    let (kind, id) = match actor.split_once(':') {
        Some((kind, id)) => (kind, Some(id.parse().map_err(|_| wrong())?)),
        None => (actor, None),
    };
    Ok((Some(ActorKind::parse(kind).ok_or_else(wrong)?), id))
}
