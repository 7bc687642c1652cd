//! The screens and the widget, from the program itself.

use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{error::no_such_address, widget};
use crate::{app::Shared, error::Error};

/// Pages of the dashboard, of the desk and of invitations, which are one document.
const PAGES: [&str; 3] = ["apps", "desk", "join"];

const WIDGET: &str = "widget/index.html";

pub(super) async fn show(
    State(app): State<Shared>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, Error> {
    if method != Method::GET && method != Method::HEAD {
        return Err(no_such_address().await);
    }
    let path = uri.path().trim_start_matches('/');
    let name = match path {
        "" => "index.html",
        "widget" | "widget/" => WIDGET,
        path if PAGES.contains(&path.split('/').next().unwrap_or_default()) => "index.html",
        path => path,
    };
    let mut response = match ui::file(name) {
        Some(file) => answer(file, &headers),
        None => (StatusCode::NOT_FOUND, "There is no such page.").into_response(),
    };
    if name == WIDGET {
        let policy = widget::policy(&app, uri.query().unwrap_or_default()).await?;
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

fn answer(file: ui::File, headers: &HeaderMap) -> Response {
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|etag| etag.as_bytes() == file.etag.as_bytes());
    let (status, body) = if known {
        (StatusCode::NOT_MODIFIED, Body::empty())
    } else {
        (StatusCode::OK, Body::from(file.bytes.into_owned()))
    };
    let mut response = (status, body).into_response();
    let set = response.headers_mut();
    set.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    let caching = if file.is_hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    set.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(etag) = HeaderValue::from_str(&file.etag) {
        set.insert(header::ETAG, etag);
    }
    response
}
