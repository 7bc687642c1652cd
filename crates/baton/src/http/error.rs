//! The one mapping from what an action answers to what HTTP says: problem+json (RFC 9457).

use std::any::Any;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    domain::Person,
    error::{Error, FieldError},
};

#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Problem {
    /// Always `about:blank`; `code` and `reason` say more.
    pub r#type: &'static str,
    pub title: &'static str,
    pub status: u16,
    /// `not_found`, `forbidden`, `refused`, `invalid`, `busy` or `internal`.
    pub code: &'static str,
    /// A sentence for people that says what to do.
    pub detail: String,
    /// Machine-readable, for refusals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// Who has the conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<Person>,
    /// Which fields are wrong and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
}

impl Problem {
    fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        let (status, detail) = (status.as_u16(), detail.into());
        Self { r#type: "about:blank", title, status, code, detail, reason: None, holder: None, fields: Vec::new() }
    }

    fn because(self, reason: &'static str) -> Self {
        Self { reason: Some(reason), ..self }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound(what) => Self::new(StatusCode::NOT_FOUND, "not_found", format!("There is no such {what}.")),
            Error::NotSignedIn => {
                let detail = "You are not signed in, or your session has ended. Sign in again.";
                Self::new(StatusCode::UNAUTHORIZED, "forbidden", detail).because("not_signed_in")
            }
            Error::Forbidden(why) => Self::new(StatusCode::FORBIDDEN, "forbidden", sentence(why)),
            Error::Barred { reason, detail } => {
                Self::new(StatusCode::FORBIDDEN, "forbidden", sentence(detail)).because(reason)
            }
            Error::Refused { refusal, holder } => {
                let detail = refusal_sentence(&refusal, holder.as_ref());
                let problem = Self::new(StatusCode::CONFLICT, "refused", detail).because(refusal.as_str());
                Self { holder, ..problem }
            }
            Error::Conflict { reason, detail } => {
                Self::new(StatusCode::CONFLICT, "refused", sentence(&detail)).because(reason)
            }
            Error::Invalid { detail, fields } => {
                let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid", sentence(&detail));
                Self { fields, ..problem }
            }
            Error::TooLarge(detail) => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "invalid", sentence(&detail)),
            Error::Unsupported(detail) => Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "invalid", sentence(&detail)),
            Error::Busy(detail) => Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", sentence(detail)),
            Error::Internal(source) => {
                tracing::error!(error = format!("{source:#}"), "an action failed");
                let detail = "Something went wrong on our side. It is in the log; try again.";
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", detail)
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let busy = self.code == "busy";
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if busy {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        Problem::from(self).into_response()
    }
}

/// A request that came too often.
pub(super) fn too_often(seconds: u64) -> Response {
    let detail = format!("Too many tries from your address. Wait {seconds} seconds and try again.");
    let mut response = Problem::new(StatusCode::TOO_MANY_REQUESTS, "busy", detail).into_response();
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

pub(super) async fn no_such_address() -> Error {
    Error::NotFound("address in the API; see /api/v1/openapi.json")
}

pub(super) async fn no_such_method() -> Problem {
    let detail = "This address does not take this method; see /api/v1/openapi.json.";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "invalid", detail)
}

pub(super) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Error::internal(anyhow::anyhow!("a request panicked: {words}")).into_response()
}

fn refusal_sentence(refusal: &handover::Refusal, holder: Option<&Person>) -> String {
    use handover::Refusal;
    match refusal {
        Refusal::AnswerIsStale => "A person has this conversation now, or the customer has written again.".into(),
        Refusal::IsClosed => "This conversation is closed. It opens again when the customer writes.".into(),
        Refusal::HeldByAnother { .. } => {
            let name = holder.map_or("Somebody else", |holder| holder.full_name.as_str());
            format!("{name} has taken this conversation.")
        }
        Refusal::NotInControl => "Take the conversation first.".into(),
        Refusal::NotWaiting => "Nobody waits for a person in this conversation.".into(),
        Refusal::NotOffered => "This conversation is not offered to you.".into(),
        Refusal::NobodyAvailable => "Nobody can be assigned right now.".into(),
        Refusal::HandoverIsOff => "This AI Agent does not hand conversations over to people.".into(),
        Refusal::PrivateDialog => "A private dialog cannot be handed over; only group dialogs can.".into(),
        Refusal::NotDue => "It is not time for that yet.".into(),
    }
}

/// With a capital at the start and a full stop at the end.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{first}{}{stop}", letters.as_str())
}
