//! Prints the description of the API.

use baton::{config::Config, http};
use clap::Args;

/// Print the OpenAPI document of the HTTP API
#[derive(Args, Debug)]
pub struct Arguments {}

pub fn run(Arguments {}: Arguments) -> anyhow::Result<()> {
    println!("{}", http::openapi(&Config::default()).to_pretty_json()?);
    Ok(())
}
