//! The rooms that face what others wrote: model providers, and files of every kind. Each is tried with what is
//! ordinary and with what means harm.
#![allow(clippy::unwrap_used, reason = "these are tests")]

#[path = "../desk/reader.rs"]
mod reader;

mod llm;
mod parsers;
mod reading;
