//! Who calls: by the session cookie of the screens, or by a bearer token.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header, request::Parts},
};

use crate::{
    actions::{self, Caller},
    app::Shared,
    error::Error,
};

pub(super) const COOKIE: &str = "baton_session";
/// A page of another site cannot set a header of its own, so its forms never carry this one.
const CSRF_HEADER: &str = "x-baton-csrf";

/// The caller, and the token that says so.
pub(super) struct SignedIn {
    pub caller: Caller,
    pub token: String,
}

impl FromRequestParts<Shared> for SignedIn {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Error> {
        let token = match bearer(&parts.headers) {
            Some(token) => token,
            None => {
                let token = cookie(&parts.headers).ok_or(Error::NotSignedIn)?;
                let safe = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
                if !safe && !parts.headers.contains_key(CSRF_HEADER) {
                    return Err(Error::Forbidden(
                        "send the header `x-baton-csrf: 1` with requests that change something",
                    ));
                }
                token
            }
        };
        let caller = actions::identify(app, token).await?;
        Ok(Self { caller, token: token.to_owned() })
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The session that the browser sends along.
pub(super) fn cookie(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|cookies| cookies.split(';')).find_map(|cookie| cookie.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}
