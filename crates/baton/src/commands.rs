//! One file a command of the command line.

pub mod admin;
pub mod ask;
pub mod demo;
pub mod openapi;
pub mod serve;
mod settings;
