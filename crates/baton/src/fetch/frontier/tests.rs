//! Crawls of made-up sites, from the first page to the next crawl.

mod laws;
mod stories;
mod world;
