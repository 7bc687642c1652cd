//! How often one address may try to sign in, or begin as a visitor.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    num::NonZeroU32,
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, Method},
    middleware::{Next, from_fn_with_state},
    response::Response,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter, clock::Clock as _};
use utoipa_axum::router::OpenApiRouter;

use super::error::too_often;
use crate::{app::Shared, config::Config};

/// Addresses are remembered up to this many before old ones are forgotten.
const REMEMBERED: usize = 10_000;

struct Limit {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    behind_proxy: bool,
}

pub(super) fn sign_ins(config: &Config, routes: OpenApiRouter<Shared>) -> OpenApiRouter<Shared> {
    limited(routes, config.server.sign_ins_per_minute, config.server.behind_proxy)
}

pub(super) fn visitors(config: &Config, routes: OpenApiRouter<Shared>) -> OpenApiRouter<Shared> {
    limited(routes, config.server.visitors_per_minute, config.server.behind_proxy)
}

fn limited(routes: OpenApiRouter<Shared>, per_minute: u32, behind_proxy: bool) -> OpenApiRouter<Shared> {
    let quota = Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
    let limit = Arc::new(Limit { limiter: RateLimiter::keyed(quota), behind_proxy });
    routes.layer(from_fn_with_state(limit, check))
}

async fn check(State(limit): State<Arc<Limit>>, request: Request, next: Next) -> Response {
    // Only what makes something counts; asking whether a browser may ask does not.
    if !matches!(*request.method(), Method::POST | Method::PUT) {
        return next.run(request).await;
    }
    if limit.limiter.len() > REMEMBERED {
        limit.limiter.retain_recent();
    }
    let address = caller_address(&request, limit.behind_proxy);
    match limit.limiter.check_key(&address) {
        Ok(()) => next.run(request).await,
        Err(early) => {
            let wait = early.wait_time_from(governor::clock::DefaultClock::default().now());
            too_often(wait.as_secs().max(1))
        }
    }
}

fn caller_address(request: &Request, behind_proxy: bool) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let named = if behind_proxy { forwarded(request.headers()) } else { None };
    named.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
}

/// The last address in the list is the one that our own proxy wrote.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers.get("x-forwarded-for")?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}
