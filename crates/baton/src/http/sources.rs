//! Knowledge comes in, pasted or as files, and goes.

use axum::{
    Json,
    extract::{
        Multipart, State,
        multipart::{Field, MultipartRejection},
    },
    http::StatusCode,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    input::{Asked, At, Body, Paging, limited},
    signed_in::SignedIn,
};
use crate::{
    actions::{self, Caller, SourceChange, SourceWanted, SourceWish},
    app::Shared,
    domain::{Page, SiteId, Source, SourceDetail, SourceId, SourceKind, SourceState, SourceVersion},
    error::Error,
};

const FILES_MAX: usize = 50;

#[derive(Deserialize, ToSchema)]
pub(super) struct NewSource {
    kind: SourceKind,
    /// Required, except for a question-and-answer pair.
    title: Option<String>,
    text: Option<String>,
    question: Option<String>,
    /// Other ways to ask the same.
    #[serde(default)]
    phrasings: Vec<String>,
    answer: Option<String>,
}

/// What is absent stays.
#[derive(Deserialize, ToSchema)]
pub(super) struct ChangedSource {
    title: Option<String>,
    text: Option<String>,
    question: Option<String>,
    phrasings: Option<Vec<String>>,
    /// Of a question-and-answer pair, what its text is called.
    answer: Option<String>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    after: Option<String>,
    limit: Option<usize>,
    /// Only the pages of this site.
    #[param(value_type = Option<String>)]
    site: Option<SiteId>,
    #[param(inline)]
    state: Option<SourceState>,
    /// Only those whose title or address contains this.
    q: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub(super) struct Upload {
    items: Vec<UploadedFile>,
}

/// What became of one file. A file of pairs makes several sources; the first one is shown.
#[derive(Serialize, ToSchema)]
pub(super) struct UploadedFile {
    file: String,
    source: Option<Source>,
    error: Option<Problem>,
}

/// The parts of an upload.
#[derive(ToSchema)]
#[allow(dead_code, reason = "it only describes the request")]
pub(super) struct Files {
    #[schema(value_type = Vec<String>, format = Binary)]
    file: Vec<Vec<u8>>,
}

/// Lists an app's sources, newest first.
#[utoipa::path(get, path = "/apps/{app}/sources", tag = "knowledge", params(("app" = i64, Path), Which),
    responses((status = 200, body = Page<Source>)))]
pub(super) async fn list(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Asked(which): Asked<Which>,
) -> Result<Json<Page<Source>>, Error> {
    let search = which.q.filter(|words| !words.trim().is_empty());
    let wanted = SourceWanted { site: which.site, state: which.state, search };
    let after = which.after.as_deref().filter(|after| !after.is_empty());
    Ok(Json(actions::list_sources(&app, caller.caller, (of, &wanted), after, limited(which.limit)).await?))
}

/// Adds a text, a Markdown or HTML document, or a question-and-answer pair.
#[utoipa::path(post, path = "/apps/{app}/sources", tag = "knowledge", params(("app" = i64, Path)),
    request_body = NewSource, responses((status = 201, body = Source), (status = 422, body = Problem)))]
pub(super) async fn create(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    Body(new): Body<NewSource>,
) -> Result<(StatusCode, Json<Source>), Error> {
    let wish = match new.kind {
        SourceKind::Qa => SourceWish::Pair {
            title: new.title,
            question: new.question.unwrap_or_default(),
            phrasings: new.phrasings,
            answer: new.answer.unwrap_or_default(),
        },
        kind @ (SourceKind::Text | SourceKind::Markdown | SourceKind::Html) => {
            SourceWish::Text { title: new.title.unwrap_or_default(), kind, text: new.text.unwrap_or_default() }
        }
    };
    Ok((StatusCode::CREATED, Json(actions::add_source(&app, caller.caller, of, wish).await?)))
}

/// Adds files: .md, .txt, .html, .pdf, .docx, .xlsx, .xls, .ods, .csv, or .json with question-and-answer pairs. One
/// that does not fit stops no other.
#[utoipa::path(post, path = "/apps/{app}/sources/files", tag = "knowledge", params(("app" = i64, Path)),
    request_body(content = Files, content_type = "multipart/form-data"),
    responses((status = 201, body = Upload), (status = 413, body = Problem)))]
pub(super) async fn upload(
    State(app): State<Shared>,
    caller: SignedIn,
    At(of): At<i64>,
    parts: Result<Multipart, MultipartRejection>,
) -> Result<(StatusCode, Json<Upload>), Error> {
    let mut parts = parts.map_err(|_| Error::Unsupported("send the files as `multipart/form-data`".into()))?;
    let mut items = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|error| upload_error(&error))? {
        let Some(file) = part.file_name().map(ToOwned::to_owned) else { continue };
        if items.len() >= FILES_MAX {
            return Err(Error::invalid(format!("at most {FILES_MAX} files at once; the first {FILES_MAX} were added")));
        }
        let added = match read(&app, part).await {
            Ok(bytes) => add(&app, caller.caller, of, &file, bytes).await,
            Err(error) => Err(error),
        };
        items.push(match added {
            Ok(source) => UploadedFile { file, source: Some(source), error: None },
            Err(error @ (Error::NotFound(_) | Error::Forbidden(_) | Error::NotSignedIn)) => return Err(error),
            Err(error) => UploadedFile { file, source: None, error: Some(error.into()) },
        });
    }
    if items.is_empty() {
        return Err(Error::field("file", "send at least one file in the field `file`"));
    }
    Ok((StatusCode::CREATED, Json(Upload { items })))
}

/// The whole file, or that it is too large; what is too large is read to its end and dropped.
async fn read(app: &Shared, mut part: Field<'_>) -> Result<Vec<u8>, Error> {
    let limit = app.config.limits.file_bytes;
    let (mut bytes, mut size) = (Vec::new(), 0);
    while let Some(chunk) = part.chunk().await.map_err(|error| upload_error(&error))? {
        size += chunk.len();
        if size <= limit {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    if size > limit {
        return Err(Error::TooLarge(format!("the file has {size} bytes; at most {limit} are taken. Split it")));
    }
    Ok(bytes)
}

async fn add(app: &Shared, caller: Caller, of: i64, file: &str, bytes: Vec<u8>) -> Result<Source, Error> {
    let added = actions::add_file(app, caller, of, file, bytes).await?;
    added.into_iter().next().ok_or_else(|| Error::field("file", "has nothing in it"))
}

fn upload_error(error: &axum::extract::multipart::MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge("the upload as a whole is too large; send fewer files at once".into())
    } else {
        Error::invalid(error.body_text())
    }
}

/// Shows a source with its text.
#[utoipa::path(get, path = "/apps/{app}/sources/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SourceId, Path)), responses((status = 200, body = SourceDetail)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SourceId)>,
) -> Result<Json<SourceDetail>, Error> {
    Ok(Json(actions::show_source(&app, caller.caller, of, id).await?))
}

/// Removes a source with every trace, from the next answer on.
#[utoipa::path(delete, path = "/apps/{app}/sources/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SourceId, Path)), responses((status = 204)))]
pub(super) async fn remove(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SourceId)>,
) -> Result<StatusCode, Error> {
    actions::remove_source(&app, caller.caller, of, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Changes a source: a new version, indexed in the background.
#[utoipa::path(put, path = "/apps/{app}/sources/{id}", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SourceId, Path)), request_body = ChangedSource,
    responses((status = 200, body = Source), (status = 422, body = Problem)))]
pub(super) async fn change(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, SourceId)>,
    Body(changed): Body<ChangedSource>,
) -> Result<Json<Source>, Error> {
    let ChangedSource { title, text, question, phrasings, answer } = changed;
    let change = SourceChange { title, text: answer.or(text), question, phrasings };
    Ok(Json(actions::change_source(&app, caller.caller, at, change).await?))
}

/// Lists what a source said before, the newest first.
#[utoipa::path(get, path = "/apps/{app}/sources/{id}/versions", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SourceId, Path), Paging),
    responses((status = 200, body = Page<SourceVersion>)))]
pub(super) async fn versions(
    State(app): State<Shared>,
    caller: SignedIn,
    At(at): At<(i64, SourceId)>,
    Asked(paging): Asked<Paging>,
) -> Result<Json<Page<SourceVersion>>, Error> {
    Ok(Json(actions::list_versions(&app, caller.caller, at, paging.after(), paging.limit()).await?))
}

/// Indexes a source again.
#[utoipa::path(put, path = "/apps/{app}/sources/{id}/indexing", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SourceId, Path)), responses((status = 202, body = Source)))]
pub(super) async fn index(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SourceId)>,
) -> Result<(StatusCode, Json<Source>), Error> {
    Ok((StatusCode::ACCEPTED, Json(actions::index_again(&app, caller.caller, of, id).await?)))
}

/// Gives up indexing a source that still waits for it.
#[utoipa::path(delete, path = "/apps/{app}/sources/{id}/indexing", tag = "knowledge",
    params(("app" = i64, Path), ("id" = SourceId, Path)), responses((status = 200, body = Source)))]
pub(super) async fn cancel(
    State(app): State<Shared>,
    caller: SignedIn,
    At((of, id)): At<(i64, SourceId)>,
) -> Result<Json<Source>, Error> {
    Ok(Json(actions::cancel_indexing(&app, caller.caller, of, id).await?))
}
