//! How often one address may try to sign in, or begin as a visitor.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
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
    network(named.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
}

/// Of IPv6 one customer is given a whole /64, so that is what counts as one address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
    }
}

/// The last address of the last line is the one that our own proxy wrote.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_a_whole_network_is_one_address() {
        let seen = |text: &str| network(text.parse().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))).to_string();
        assert_eq!(seen("2001:db8:1:2:ffff::1"), seen("2001:db8:1:2::2"));
        assert_eq!((seen("2001:db8:1:3::1"), seen("::ffff:192.0.2.7")), ("2001:db8:1:3::".into(), "192.0.2.7".into()));
    }

    #[test]
    fn what_callers_write_of_themselves_does_not_count() {
        let mut headers = HeaderMap::new();
        for line in ["10.0.0.1", "10.0.0.2, 192.0.2.7"] {
            headers.append("x-forwarded-for", axum::http::HeaderValue::from_static(line));
        }
        assert_eq!(forwarded(&headers).map(|address| address.to_string()).as_deref(), Some("192.0.2.7"));
    }
}
