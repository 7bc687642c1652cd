//! A made-up shop with everything set up, so that a newcomer sees a conversation handed over within a minute.

mod shop;
mod visit;

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use super::{
    alone::keep_others_out,
    serve::{listen, serve, stop_signal},
    settings::{Settings, open},
};
use shop::Api;

/// Try Baton with a small made-up shop
///
/// Sets up an app with knowledge, an AI Agent that hands over, and two agents, all through the public
/// API, then serves until it is stopped with Ctrl-C. The data stay in the folder; delete it to start again.
#[derive(Args, Debug)]
pub struct Arguments {
    /// Where Baton listens
    #[arg(long, default_value = "127.0.0.1:7070", value_name = "ADDR")]
    listen: String,
    /// Where the shop's page with the widget is
    #[arg(long, default_value = "127.0.0.1:7071", value_name = "ADDR")]
    shop: String,
    /// Folder for the demo's data
    #[arg(long, default_value = "demo-data", value_name = "DIR")]
    data: PathBuf,
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let settings = Settings { data: Some(arguments.data), ..Settings::default() };
    let mut config = settings.load()?;
    config.server.listen.clone_from(&arguments.listen);
    let (listener, shop) = (listen(&arguments.listen).await?, listen(&arguments.shop).await?);
    let (address, shop_address) = (listener.local_addr()?, shop.local_addr()?);
    let _alone = keep_others_out(&config)?;
    let app = open(config).await?;
    let mut closing = app.closing.subscribe();
    let server = tokio::spawn(serve(app, listener, stop_signal()));
    let api = Api::new(format!("http://{address}/api/v1"))?;
    let place =
        shop::set_up(&api).await.context("the demo could not be set up; delete its data folder and start again")?;
    let page = shop::page(&format!("http://{address}"), &place);
    let router = axum::Router::new().route("/", axum::routing::get(async move || axum::response::Html(page.clone())));
    let stopped = async move { drop(closing.wait_for(|closing| *closing).await) };
    let visiting = tokio::spawn(axum::serve(shop, router).with_graceful_shutdown(stopped).into_future());
    println!("{}", told(&address.to_string(), &shop_address.to_string()));
    server.await??;
    visiting.await??;
    Ok(())
}

fn told(address: &str, shop: &str) -> String {
    format!(
        "
Baton is ready, with a small shop to try it on.

  1. Be an agent      http://{address}/desk
                      {} with the password {}
                      Jonas already waits for a person; the conversation becomes yours as you sign in.
  2. Be a customer    http://{shop}   (another window)
                      Ask \"How long do I have to return something?\": the AI Agent knows.
                      Ask \"Do you ship to Australia?\": it does not, and hands you over.
  3. Be the admin     http://{address}
                      {} with the password {}

The second agent is {}. Stop with Ctrl-C.
",
        shop::ANA.email,
        shop::PASSWORD,
        shop::ADMIN.email,
        shop::PASSWORD,
        shop::BEN.email,
    )
}
