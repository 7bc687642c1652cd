//! The AI Agent and its settings, each with its default.

use garde::Validate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, LocalText};
use crate::texts;

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Assistant {
    pub id: AssistantId,
    pub app: i64,
    /// The user as whom it posts.
    pub user_id: i64,
    pub login: String,
    pub settings: AssistantSettings,
    pub has_model_key: bool,
    pub has_webhook_secret: bool,
    /// What cannot work as it is set.
    pub warnings: Vec<Warning>,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Warning {
    pub code: WarningCode,
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    EmptyPool,
    NoActiveAgent,
    NoKnowledge,
    KnowledgeOff,
    ModelMissing,
    WebhookUrlMissing,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
pub struct AssistantSettings {
    #[garde(custom(not_blank), length(chars, max = 80))]
    pub name: String,
    #[garde(inner(custom(web_address), length(max = 2000)))]
    pub avatar_url: Option<String>,
    #[garde(dive)]
    pub welcome: Welcome,
    #[garde(length(max = 6), inner(length(chars, min = 1, max = 200)))]
    pub suggested_questions: Vec<String>,
    /// Tone, role and rules given to the model.
    #[garde(length(chars, max = 8000))]
    pub instructions: String,
    /// Absent: answers are extractive, straight from the knowledge.
    #[garde(dive)]
    pub model: Option<Model>,
    #[garde(skip)]
    pub use_knowledge: bool,
    /// 0–1: from which score on a question is answered.
    #[garde(range(min = 0.0, max = 1.0))]
    pub confidence_min: f64,
    /// 0–1: from which score on, below that, the customer is asked back once. Above it: never.
    #[garde(range(min = 0.0, max = 1.0))]
    pub clarify_from: f64,
    #[garde(skip)]
    pub when_to_answer: WhenToAnswer,
    /// One unique word, without the slash.
    #[garde(length(chars, min = 1, max = 32), custom(one_word))]
    pub command: String,
    #[garde(dive)]
    pub unanswered: UnansweredSettings,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
pub struct Welcome {
    #[garde(skip)]
    pub on: bool,
    #[garde(custom(text_length))]
    pub text: LocalText,
}

/// An OpenAI-compatible endpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
pub struct Model {
    /// The base address, such as `https://api.example.com/v1`.
    #[garde(custom(web_address), length(max = 2000))]
    pub endpoint: String,
    #[garde(length(chars, min = 1, max = 200))]
    pub name: String,
    #[garde(range(min = 0.0, max = 2.0))]
    pub temperature: f64,
    #[garde(range(min = 16, max = 32_000))]
    pub max_tokens: i64,
    #[garde(range(min = 500, max = 120_000))]
    pub timeout_ms: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenToAnswer {
    Auto,
    Always,
    Command,
}

/// What to do with a question that cannot be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnansweredAction {
    DontKnow,
    GeneralModel,
    Webhook,
    HumanHandover,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
pub struct UnansweredSettings {
    #[garde(skip)]
    pub action: UnansweredAction,
    #[garde(custom(required_text))]
    pub dont_know_message: LocalText,
    #[garde(inner(custom(web_address), length(max = 2000)))]
    pub webhook_url: Option<String>,
    #[garde(dive)]
    pub handover: HandoverSettings,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssignTo {
    OnlineOnly,
    OnlineAndOffline,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
pub struct HandoverSettings {
    #[garde(custom(required_text))]
    pub message: LocalText,
    #[garde(skip)]
    pub notify_assigned: bool,
    #[garde(custom(required_text))]
    pub assigned_message: LocalText,
    #[garde(skip)]
    pub assign_to: AssignTo,
    /// May be empty: then nothing is posted in its place.
    #[garde(custom(text_length))]
    pub offline_message: LocalText,
    #[garde(custom(required_text))]
    pub no_agent_message: LocalText,
    /// The agents that can be assigned.
    #[garde(length(max = 1000))]
    pub agents: Vec<i64>,
}

impl Default for AssistantSettings {
    fn default() -> Self {
        Self {
            name: String::new(),
            avatar_url: None,
            welcome: Welcome::default(),
            suggested_questions: Vec::new(),
            instructions: texts::INSTRUCTIONS.into(),
            model: None,
            use_knowledge: true,
            confidence_min: DEFAULT_CONFIDENCE,
            clarify_from: DEFAULT_CLARIFY,
            when_to_answer: WhenToAnswer::Auto,
            command: String::new(),
            unanswered: UnansweredSettings::default(),
        }
    }
}

impl Default for Welcome {
    fn default() -> Self {
        Self { on: true, text: LocalText::new(texts::WELCOME) }
    }
}

impl Default for UnansweredSettings {
    fn default() -> Self {
        Self {
            action: UnansweredAction::DontKnow,
            dont_know_message: LocalText::new(texts::DONT_KNOW),
            webhook_url: None,
            handover: HandoverSettings::default(),
        }
    }
}

impl Default for HandoverSettings {
    fn default() -> Self {
        Self {
            message: LocalText::new(texts::HANDOVER),
            notify_assigned: false,
            assigned_message: LocalText::new(texts::ASSIGNED),
            assign_to: AssignTo::OnlineOnly,
            offline_message: LocalText::default(),
            no_agent_message: LocalText::new(texts::NO_AGENT),
            agents: Vec::new(),
        }
    }
}

/// The threshold that a new AI Agent starts with: between what kept bad answers below 2 and below 5 in 100 on the
/// sets measured, rounded (docs/measured.md).
pub const DEFAULT_CONFIDENCE: f64 = 0.7;

/// Below this a question back would be a guess.
pub const DEFAULT_CLARIFY: f64 = 0.5;

const TEXT_MAX: usize = 2000;

fn not_blank(text: &str, (): &()) -> garde::Result {
    if text.trim().is_empty() { Err(garde::Error::new("must not be empty")) } else { Ok(()) }
}

fn one_word(text: &str, (): &()) -> garde::Result {
    let is_word = text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'));
    if is_word { Ok(()) } else { Err(garde::Error::new("must be one word of letters, digits, - and _")) }
}

fn required_text(text: &LocalText, context: &()) -> garde::Result {
    not_blank(&text.default, context)?;
    text_length(text, context)
}

fn text_length(text: &LocalText, (): &()) -> garde::Result {
    if text.all().any(|text| text.chars().count() > TEXT_MAX) {
        return Err(garde::Error::new(format!("must have at most {TEXT_MAX} characters")));
    }
    Ok(())
}

fn web_address(text: &str, (): &()) -> garde::Result {
    let valid = url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if valid { Ok(()) } else { Err(garde::Error::new("must be a web address that starts with https:// or http://")) }
}
