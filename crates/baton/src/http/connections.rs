//! Taking connections in. Whoever connects and says nothing is let go again.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    response::IntoResponse,
};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    time::timeout,
};
use tower::ServiceExt;

use crate::error::Error;

/// For the head of a request, also of the next one on the same connection. More than a proxy keeps an idle one.
const HEAD_WITHIN: Duration = Duration::from_secs(75);
/// From the head of a request to that of its answer. The longest that a model may take is two minutes.
const ANSWER_WITHIN: Duration = Duration::from_secs(180);
/// When no connection can be taken, because there are too many.
const AFTER_AN_ERROR: Duration = Duration::from_millis(100);

/// Answers requests until `stop`; ends when those that had begun are answered.
pub async fn serve(router: Router, listener: TcpListener, stop: impl Future<Output = ()>) {
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => answer(&graceful, router.clone(), stream, peer),
                Err(error) => {
                    tracing::warn!(%error, "a connection was not taken");
                    tokio::time::sleep(AFTER_AN_ERROR).await;
                }
            },
            () = &mut stop => break,
        }
    }
    drop(listener);
    graceful.shutdown().await;
}

fn answer(graceful: &GracefulShutdown, router: Router, stream: TcpStream, peer: SocketAddr) {
    // Small frames go out at once instead of waiting for more. A socket that refuses is only a little slower.
    drop(stream.set_nodelay(true));
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let router = router.clone();
        async move {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            let answering = timeout(ANSWER_WITHIN, router.oneshot(request));
            let late = |_| Ok(Error::Busy("it took too long; try again").into_response());
            answering.await.unwrap_or_else(late)
        }
    });
    let mut builder = auto::Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN);
    let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), service).into_owned();
    let connection = graceful.watch(connection);
    // A caller who breaks off is no fault of ours.
    tokio::spawn(async move { drop(connection.await) });
}
