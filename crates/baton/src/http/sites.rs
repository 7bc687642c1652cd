//! Websites whose pages are knowledge.

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, SiteWish},
    app::Shared,
    domain::{Page, Site, SiteId, SitePage, SiteScope},
    error::Error,
};

#[derive(Deserialize, ToSchema)]
pub(super) struct NewSite {
    /// Where reading begins; of a sitemap, its own address.
    address: String,
    scope: SiteScope,
    /// How many links away from the address pages are read: 0 to 20, 3 unless told.
    depth_max: Option<i64>,
    /// How many pages at most, 200 unless told.
    pages_max: Option<i64>,
    /// Read again after so many hours; absent: once.
    every_hours: Option<i64>,
}

/// Lists an app's sites, newest first.
#[utoipa::path(get, path = "/apps/{app}/sites", tag = "knowledge", params(("app" = i64, Path), Paging),
    responses((status = 200, body = Page<Site>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<Site>>, Error> {
    Ok(Json(actions::list_sites(&app, caller.caller, of, paging.after(), paging.limit()).await?))
}

/// Adds a site and begins to read it: one page, what its sitemap lists, or what can be reached by links below it.
#[utoipa::path(post, path = "/apps/{app}/sites", tag = "knowledge", params(("app" = i64, Path)),
    request_body = NewSite,
    responses((status = 201, body = Site), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewSite>,
) -> Result<(StatusCode, Json<Site>), Error> {
    let NewSite { address, scope, depth_max, pages_max, every_hours } = new;
    let wish = SiteWish { address, scope, depth_max, pages_max, every_hours };
    Ok((StatusCode::CREATED, Json(actions::create_site(&app, caller.caller, of, wish).await?)))
}

/// Shows a site and how far reading it is.
#[utoipa::path(get, path = "/apps/{app}/sites/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SiteId, Path)), responses((status = 200, body = Site)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SiteId)>,
) -> Result<Json<Site>, Error> {
    Ok(Json(actions::show_site(&app, caller.caller, of, id).await?))
}

/// Removes a site with everything that was read from it, from the next answer on.
#[utoipa::path(delete, path = "/apps/{app}/sites/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SiteId, Path)), responses((status = 204)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SiteId)>,
) -> Result<StatusCode, Error> {
    actions::remove_site(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Reads a site again now.
#[utoipa::path(put, path = "/apps/{app}/sites/{id}/reading", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SiteId, Path)), responses((status = 202, body = Site)))]
pub(super) async fn read(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SiteId)>,
) -> Result<(StatusCode, Json<Site>), Error> {
    Ok((StatusCode::ACCEPTED, Json(actions::read_site_again(&app, caller.caller, of, id).await?)))
}

/// Stops reading a site; what was read stays.
#[utoipa::path(delete, path = "/apps/{app}/sites/{id}/reading", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SiteId, Path)), responses((status = 200, body = Site)))]
pub(super) async fn cancel(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SiteId)>,
) -> Result<Json<Site>, Error> {
    Ok(Json(actions::cancel_site(&app, caller.caller, of, id).await?))
}

/// Lists the pages of a site by address, each with what became of it.
#[utoipa::path(get, path = "/apps/{app}/sites/{id}/pages", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SiteId, Path), Paging), responses((status = 200, body = Page<SitePage>)))]
pub(super) async fn pages(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, SiteId)>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<SitePage>>, Error> {
    Ok(Json(actions::list_site_pages(&app, caller.caller, at, paging.after(), paging.limit()).await?))
}
