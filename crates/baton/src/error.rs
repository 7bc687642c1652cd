//! Everything an action can answer instead of yes.

use handover::Refusal;

use crate::domain::Person;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or this caller may not know that it is.
    #[error("{0} not found")]
    NotFound(&'static str),
    #[error("not signed in")]
    NotSignedIn,
    #[error("{0}")]
    Forbidden(&'static str),
    /// Not allowed, for a machine-readable reason.
    #[error("{detail}")]
    Barred { reason: &'static str, detail: &'static str },
    /// The rules of handover say no. `holder` is who has the conversation, if that is the reason.
    #[error("{refusal:?}")]
    Refused { refusal: Refusal, holder: Option<Person> },
    /// Something else stands in the way: a taken name, a stale version. `reason` is machine-readable.
    #[error("{detail}")]
    Conflict { reason: &'static str, detail: String },
    #[error("{detail}")]
    Invalid { detail: String, fields: Vec<FieldError> },
    #[error("too large: {0}")]
    TooLarge(String),
    #[error("{0}")]
    Unsupported(String),
    /// Try again in a moment.
    #[error("{0}")]
    Busy(&'static str),
    #[error("internal error")]
    Internal(#[source] anyhow::Error),
}

#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct FieldError {
    pub field: String,
    pub message: String,
}

impl Error {
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::Invalid { detail: detail.into(), fields: Vec::new() }
    }

    pub fn field(field: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        Self::Invalid {
            detail: format!("{field}: {message}"),
            fields: vec![FieldError { field: field.into(), message }],
        }
    }

    pub fn internal(source: impl Into<anyhow::Error>) -> Self {
        Self::Internal(source.into())
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { refusal, holder: None }
    }
}

impl From<garde::Report> for Error {
    fn from(report: garde::Report) -> Self {
        let fields: Vec<FieldError> = report
            .iter()
            .map(|(path, error)| FieldError { field: path.to_string(), message: error.message().to_string() })
            .collect();
        let detail = fields.iter().map(|field| format!("{}: {}", field.field, field.message)).collect::<Vec<_>>();
        Self::Invalid { detail: detail.join("; "), fields }
    }
}
