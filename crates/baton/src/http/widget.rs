//! The page of the widget, which only the websites may frame that an AI Agent's settings name.

use axum::http::HeaderValue;

use super::security::WIDGET_POLICY;
use crate::{actions, app::Shared, domain::AssistantId, error::Error};

/// The policy of the page as it was asked for.
pub(super) async fn policy(app: &Shared, query: &str) -> Result<HeaderValue, Error> {
    let ancestors = match asked(query) {
        Some((of, assistant)) => actions::widget_frame_ancestors(app, of, assistant).await?,
        // What the page would make of it is not known here, so nobody frames that.
        None => Some("'self'".into()),
    };
    match ancestors {
        Some(ancestors) => {
            HeaderValue::from_str(&format!("{WIDGET_POLICY}; frame-ancestors {ancestors}")).map_err(Error::internal)
        }
        None => Ok(HeaderValue::from_static(WIDGET_POLICY)),
    }
}

/// The app and the AI Agent, the first of each, as the page itself reads them.
fn asked(query: &str) -> Option<(i64, AssistantId)> {
    let first = |name: &str| url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name);
    let (_, of) = first("app")?;
    let (_, assistant) = first("assistant")?;
    let is_number = of.bytes().all(|digit| digit.is_ascii_digit());
    Some((of.parse().ok().filter(|_| is_number)?, assistant.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_counts() {
        let one = "69220000aaaaaaaaaa000001";
        let found = asked(&format!("app=1&assistant={one}&page=x&app=2&assistant=x"));
        assert_eq!(found, Some((1, one.parse().unwrap())));
        for odd in ["", "app=1", &format!("app=x/../1&assistant={one}"), &format!("app=%2B1&assistant={one}")] {
            assert_eq!(asked(odd), None, "{odd}");
        }
    }
}
