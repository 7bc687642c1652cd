//! The report for programs. A threshold above every probability is `null`.

use super::Report;

impl Report {
    /// # Errors
    /// When it cannot be written as JSON, which means that a figure is wrong.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}
