//! One file a command of the command line.

pub mod admin;
mod alone;
pub mod ask;
pub mod demo;
pub mod eval;
pub mod import;
pub mod model;
pub mod openapi;
pub mod replay;
pub mod serve;
pub mod settings;
