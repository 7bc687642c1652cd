//! Prints the description of the API.

use baton::{config::Config, http};
use clap::Args;

/// Print the OpenAPI document of the HTTP API
#[derive(Args, Debug)]
pub struct Arguments {}

pub fn run(Arguments {}: Arguments) -> anyhow::Result<()> {
    println!("{}", serde_json::to_string_pretty(&http::openapi(&Config::default()))?);
    Ok(())
}
