//! One page of a list, and where the next one starts.

use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Give it back as `after` to read on; absent on the last page.
    pub next: Option<String>,
}

/// Where a list of the newest begins when its pages are cut by ids, of which this comes after every one.
pub const AFTER_EVERY_ID: &str = "g";

/// Where a page begins whose list is cut by a number; `first` on the first page, and for what is no number.
#[must_use]
pub fn cursor(after: Option<&str>, first: i64) -> i64 {
    after.and_then(|after| after.parse().ok()).unwrap_or(first)
}

/// How many rows to read for a page of `limit`: one more tells whether there is a next page.
#[must_use]
pub fn one_more(limit: usize) -> i64 {
    i64::try_from(limit.saturating_add(1)).unwrap_or(i64::MAX)
}

impl<T> Page<T> {
    /// Makes a page of at most `limit` from a read that asked for one more than that.
    pub fn cut(mut items: Vec<T>, limit: usize, cursor: impl Fn(&T) -> String) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(cursor) } else { None };
        Self { items, next }
    }

    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}
