//! Files of a dialog: taken in as they are, and given out so that no browser runs what is in them.

use axum::{
    Json,
    body::Body as Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::StreamExt;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use tokio::sync::Semaphore;
use utoipa::{IntoParams, ToSchema};

use super::{
    error::Problem,
    input::{Asked, At},
    signed_in::SignedIn,
};
use crate::{
    actions,
    app::Shared,
    domain::{Attachment, AttachmentId, DialogId},
    error::Error,
};

/// A body that is too large is read on, and dropped, up to here: who still sends does not hear an answer.
const READ_ON_BYTES: usize = 256 * 1024 * 1024;
/// So many are taken in at the same time.
static UPLOADS: Semaphore = Semaphore::const_new(32);
/// What stands in a header's extended value as it is (RFC 5987).
const ATTR_CHAR: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');
/// Should a browser show it after all, it runs nothing in it.
const POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");
const HOUR_PRIVATE: HeaderValue = HeaderValue::from_static("private, max-age=3600");

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Named {
    /// Of the file, as its sender calls it.
    #[serde(default)]
    name: String,
}

/// A file as it is.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[allow(dead_code, reason = "it only describes requests and answers")]
pub(super) struct Content(Vec<u8>);

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Shown {
    /// 1: to be shown in a page, which only pictures are.
    inline: Option<u8>,
}

/// Takes a file in, to be sent with a message within a day.
#[utoipa::path(post, path = "/dialogs/{id}/attachments", tag = "dialogs", params(("id" = DialogId, Path), Named),
    request_body(content = inline(Content), content_type = "application/octet-stream"),
    responses((status = 201, body = Attachment), (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem)))]
pub(super) async fn upload(
    State(app): State<Shared>,
    caller: SignedIn,
    At(id): At<DialogId>,
    Asked(named): Asked<Named>,
    body: Bytes,
) -> Result<(StatusCode, Json<Attachment>), Error> {
    actions::check_upload(&app, caller.caller, id).await?;
    // Held until it is stored: what is taken in at the same time is bounded.
    let Ok(_place) = UPLOADS.acquire().await else { return Err(Error::Busy("too many files come in; send it again")) };
    let content = read(&app, body).await?;
    let attachment = actions::attach(&app, caller.caller, id, &named.name, content).await?;
    Ok((StatusCode::CREATED, Json(attachment)))
}

async fn read(app: &Shared, body: Bytes) -> Result<Vec<u8>, Error> {
    let limit = app.config.limits.attachment_bytes;
    let (mut content, mut size) = (Vec::new(), 0_usize);
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Error::invalid("the file did not arrive whole; send it again"))?;
        size = size.saturating_add(chunk.len());
        if size <= limit {
            content.extend_from_slice(&chunk);
        } else if size <= READ_ON_BYTES {
            content = Vec::new();
        } else {
            break;
        }
    }
    if size > limit { Err(actions::too_large(app)) } else { Ok(content) }
}

/// Gives a file out. A picture can be shown in a page; everything else is saved.
#[utoipa::path(get, path = "/dialogs/{id}/attachments/{attachment}", tag = "dialogs",
    params(("id" = DialogId, Path), ("attachment" = AttachmentId, Path), Shown),
    responses((status = 200, body = inline(Content), content_type = "application/octet-stream"), (status = 404, body = Problem)))]
pub(super) async fn show(
    State(app): State<Shared>,
    caller: SignedIn,
    At((dialog, id)): At<(DialogId, AttachmentId)>,
    Asked(shown): Asked<Shown>,
) -> Result<Response, Error> {
    let (attachment, content) = actions::open_attachment(&app, caller.caller, dialog, id).await?;
    let mut response = content.into_response();
    describe(response.headers_mut(), &attachment, shown.inline == Some(1))?;
    Ok(response)
}

fn describe(headers: &mut HeaderMap, attachment: &Attachment, wants_inline: bool) -> Result<(), Error> {
    let (media_type, disposition) = match attachment.is_shown() {
        true if wants_inline => (attachment.media_type.as_str(), "inline"),
        true => (attachment.media_type.as_str(), "attachment"),
        false => ("application/octet-stream", "attachment"),
    };
    let disposition = format!("{disposition}; {}", named(&attachment.name));
    let value = |text: &str| HeaderValue::from_str(text).map_err(Error::internal);
    headers.insert(header::CONTENT_TYPE, value(media_type)?);
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition)?);
    headers.insert(header::CONTENT_SECURITY_POLICY, POLICY);
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert(header::CACHE_CONTROL, HOUR_PRIVATE);
    // Another visitor at the same browser asks for themselves.
    headers.append(header::VARY, HeaderValue::from_static("authorization, cookie"));
    Ok(())
}

/// The name in plain letters for old readers, and as it is (RFC 6266).
fn named(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    format!("filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, ATTR_CHAR))
}

fn is_plain(letter: char) -> bool {
    (letter.is_ascii_graphic() || letter == ' ') && !matches!(letter, '"' | '\\' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_a_name_in_a_header() {
        assert_eq!(named("bill.pdf"), "filename=\"bill.pdf\"; filename*=UTF-8''bill.pdf");
        let odd = named("a\"; x=1\r\n%41\\ø.png");
        assert_eq!(odd, "filename=\"a_; x=1___41__.png\"; filename*=UTF-8''a%22%3B%20x%3D1%0D%0A%2541%5C%C3%B8.png");
    }
}
