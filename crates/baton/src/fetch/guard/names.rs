//! Looking up names so that only checked addresses are ever connected to. The client asks this and nothing else,
//! and connects to what it answers: a name that changes its address between two questions gains nothing.

use std::{net::SocketAddr, sync::Arc};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Guard;

/// The system's names, less the addresses that the guard refuses.
pub(in super::super) struct GuardedNames {
    names: Arc<dyn Resolve>,
    guard: Arc<Guard>,
}

impl GuardedNames {
    pub(in super::super) fn new(guard: Arc<Guard>) -> Self {
        Self::over(Arc::new(SystemNames), guard)
    }

    pub(in super::super) fn over(names: Arc<dyn Resolve>, guard: Arc<Guard>) -> Self {
        Self { names, guard }
    }
}

impl Resolve for GuardedNames {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.guard.clone();
        let host = name.as_str().to_owned();
        let found = self.names.resolve(name);
        Box::pin(async move {
            let mut refused = None;
            let mut taken: Vec<SocketAddr> = Vec::new();
            for address in found.await? {
                match guard.check_ip(&host, address.ip()) {
                    Ok(()) => taken.push(address),
                    Err(why) => refused = Some(why),
                }
            }
            match refused {
                Some(why) if taken.is_empty() => Err(why.into()),
                None if taken.is_empty() => Err(UnknownName(host).into()),
                Some(_) | None => Ok(Box::new(taken.into_iter()) as Addrs),
            }
        })
    }
}

/// A name without any address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no address for {0}")]
pub(in super::super) struct UnknownName(pub String);

struct SystemNames;

impl Resolve for SystemNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await;
            let found: Vec<SocketAddr> = found.map_err(|_| UnknownName(name.as_str().to_owned()))?.collect();
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
