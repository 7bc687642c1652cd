//! Reading requests: what does not fit gets a clear problem instead of the framework's words.

use axum::{
    extract::{
        FromRequest, FromRequestParts, Request,
        rejection::{JsonRejection, PathRejection, QueryRejection},
    },
    http::{StatusCode, request::Parts},
};
use serde::{Deserialize, de::DeserializeOwned};
use utoipa::IntoParams;

use crate::error::Error;

const PAGE_MAX: usize = 200;
const PAGE: usize = 50;

/// A JSON body.
pub(super) struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        match axum::Json::<T>::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(rejection) => Err(body_error(&rejection)),
        }
    }
}

fn body_error(rejection: &JsonRejection) -> Error {
    if let JsonRejection::MissingJsonContentType(_) = rejection {
        return Error::Unsupported("send JSON with the header `content-type: application/json`".into());
    }
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Error::TooLarge("the request's body is larger than this address takes".into());
    }
    Error::invalid(rejection.body_text())
}

/// The parts of the address. What is no id is simply not there.
pub(super) struct At<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for At<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(at)) => Ok(Self(at)),
            Err(PathRejection::FailedToDeserializePathParams(_)) => {
                Err(Error::NotFound("address: an id in it is not valid"))
            }
            Err(rejection) => Err(Error::invalid(rejection.body_text())),
        }
    }
}

/// The query of the address.
pub(super) struct Asked<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        axum::extract::Query::<T>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(asked)| Self(asked))
            .map_err(|rejection: QueryRejection| Error::invalid(rejection.body_text()))
    }
}

/// Which page of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Paging {
    /// `next` of the page before.
    pub after: Option<String>,
    /// How many at most: 1 to 200, 50 unless told.
    pub limit: Option<usize>,
    /// Only what contains this, where a list can be searched.
    pub q: Option<String>,
}

impl Paging {
    pub(super) fn limit(&self) -> usize {
        limited(self.limit)
    }

    pub(super) fn after(&self) -> Option<&str> {
        self.after.as_deref().filter(|after| !after.is_empty())
    }

    pub(super) fn search(&self) -> &str {
        self.q.as_deref().unwrap_or_default()
    }
}

pub(super) fn limited(limit: Option<usize>) -> usize {
    limit.unwrap_or(PAGE).clamp(1, PAGE_MAX)
}
