//! From what a row holds to domain types; what no code writes is refused.

use std::str::FromStr;

use serde::de::DeserializeOwned;

use super::StoreError;
use crate::domain::{Person, PersonKind};

pub(super) fn id<T: FromStr>(table: &'static str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| inconsistent(table, text))
}

pub(super) fn word<T>(table: &'static str, text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    parse(text).ok_or_else(|| inconsistent(table, text))
}

pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    Ok(serde_json::from_str(text)?)
}

pub(super) fn inconsistent(table: &'static str, row: impl Into<String>) -> StoreError {
    StoreError::Inconsistent { table, row: row.into() }
}

pub(super) fn person(id: i64, kind: &str, full_name: String) -> Result<Person, StoreError> {
    let kind = match kind {
        "customer" => PersonKind::Customer,
        "agent" => PersonKind::Agent,
        "assistant" => PersonKind::Assistant,
        _ => return Err(inconsistent("users", kind)),
    };
    Ok(Person { id, kind, full_name })
}
