//! What the widget shows before a conversation starts, and which websites may show it.

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    app::Shared,
    domain::{AssistantId, Identity, Launcher, LocalText, WidgetPosition, WidgetSettings, WidgetTheme},
    error::Error,
    store::Matched,
    texts,
};

/// What anybody may see of an AI Agent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WidgetFace {
    pub name: String,
    pub avatar_url: Option<String>,
    pub welcome: Option<String>,
    pub suggested_questions: Vec<String>,
    /// Whether somebody of its pool is online now.
    pub online: bool,
    pub appearance: Appearance,
    /// Visitors come with an identity token of the website.
    pub identity_required: bool,
    /// Asks how a person helped, when that is over.
    pub ask_rating: bool,
    /// Files can be sent.
    pub attachments: bool,
    pub max_attachment_bytes: usize,
}

/// How it looks, in the visitor's language.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Appearance {
    /// Such as `#0a7d5c`; absent: Baton's own.
    pub colour: Option<String>,
    pub position: WidgetPosition,
    pub launcher: Launcher,
    pub launcher_text: Option<String>,
    /// Absent: the AI Agent's name.
    pub title: Option<String>,
    pub theme: WidgetTheme,
}

/// What anybody may see of an AI Agent whose id they know.
///
/// # Errors
/// When there is none.
pub async fn widget_face(app: &Shared, of: i64, id: AssistantId, language: Option<&str>) -> Result<WidgetFace, Error> {
    let mut tx = app.store.read().await?;
    let row = tx.assistant(of, id).await?.ok_or(Error::NotFound("AI Agent"))?;
    let online = tx.members(id, &Matched::default(), app.now()).await?.iter().any(|member| member.online);
    let settings = row.settings;
    let facts = texts::Facts::default();
    let welcome = settings.welcome.on.then(|| texts::fill(settings.welcome.text.for_language(language), &facts));
    Ok(WidgetFace {
        name: settings.name,
        avatar_url: settings.avatar_url,
        welcome: welcome.filter(|text| !text.trim().is_empty()),
        suggested_questions: settings.suggested_questions,
        online,
        identity_required: settings.widget.identity == Identity::Required,
        ask_rating: settings.widget.ask_rating,
        attachments: settings.widget.attachments,
        max_attachment_bytes: app.config.limits.attachment_bytes,
        appearance: appearance(settings.widget, language),
    })
}

fn appearance(widget: WidgetSettings, language: Option<&str>) -> Appearance {
    let words = |text: &LocalText| {
        let text = text.for_language(language).trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    Appearance {
        launcher_text: words(&widget.launcher_text),
        title: words(&widget.title),
        colour: widget.colour,
        position: widget.position,
        launcher: widget.launcher,
        theme: widget.theme,
    }
}

/// Which pages may frame the widget of this AI Agent, as a browser is told; nothing: every page.
///
/// # Errors
/// When the database fails.
pub async fn widget_frame_ancestors(app: &Shared, of: i64, id: AssistantId) -> Result<Option<String>, Error> {
    let row = app.store.read().await?.assistant(of, id).await?;
    Ok(row.and_then(|row| row.settings.widget.frame_ancestors()))
}
