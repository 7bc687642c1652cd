//! What a crawl does next. Pure: the caller keeps the rows, takes one page at a time, and saves what a step says.
//!
//! One turn: `before` says whether a queued page is fetched now; the page is fetched; `step` says how the page's row
//! changes, which rows are new, and when the next turn may be.
//! Queued rows are best taken by fewest tries, then least depth, then age.

mod again;
mod pace;
mod page;
mod progress;
mod site;
mod step;
#[cfg(test)]
mod tests;
mod traps;
mod verdict;

pub use again::{Renewal, renew, seed};
pub use pace::Pace;
pub use page::{Page, PageState};
pub use progress::{Course, Progress};
pub use site::{Outside, Scope, Site};
pub use step::{Before, Ground, Known, Outcome, Reading, Step, before, step};
pub use traps::Trap;
