//! The only room that fetches what others published: guarded, bounded and polite. It knows no database and no
//! product rules: what to fetch comes in, what was found goes out.

pub mod guard;

pub mod directives;
pub mod error;
pub mod media;
pub mod model;

pub mod client;

pub mod address;
pub mod charset;
pub mod links;
pub mod robots;
pub mod sitemap;

pub mod frontier;

pub use client::{Fetcher, guarded_client};
pub use directives::Directives;
pub use error::FetchError;
pub use guard::{Guard, Refused};
pub use media::{Content, Download, Fetched, Media, Validators};
