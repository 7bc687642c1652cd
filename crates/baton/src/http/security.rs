//! What browsers are told: who may call, what a page may load, who may frame it.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::Response,
};
use tower_http::cors::{Any, CorsLayer};
use utoipa::openapi::{
    OpenApi,
    security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
};

/// Any site may call with a token, as the widget does. None may call with the cookie: without
/// `Access-Control-Allow-Credentials` browsers do not send it.
pub(super) fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE])
        .max_age(std::time::Duration::from_secs(3600))
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; \
    img-src 'self' https: data: blob:; font-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";
/// The widget's page is made to be framed by other sites; `widget` says by which. Its preview frames it as a website does.
pub(super) const WIDGET_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    img-src https: data: blob:; frame-src 'self'; base-uri 'none'; form-action 'none'";

pub(super) async fn headers(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_widget = path.starts_with("/widget/");
    let is_api = path.starts_with("/api/");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    set(header::CONTENT_SECURITY_POLICY, if is_widget { WIDGET_POLICY } else { POLICY });
    if is_api {
        set(header::CACHE_CONTROL, "no-store");
    }
    response
}

/// Adds the ways to sign in to the description of the API.
pub(super) fn describe(api: &mut OpenApi) {
    let components = api.components.get_or_insert_default();
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    components.add_security_scheme("token", bearer);
    let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(super::signed_in::COOKIE)));
    components.add_security_scheme("cookie", cookie);
}
