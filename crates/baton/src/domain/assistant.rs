//! The AI Agent and its settings, each with its default.

use garde::Validate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AssistantId, DialogKind, HandoverRule, LocalText, WidgetSettings};
use crate::{hours::Hours, texts};

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
    IdentitySecretMissing,
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
    #[garde(dive)]
    pub widget: WidgetSettings,
}

impl AssistantSettings {
    /// Whether a person can be called in such a dialog.
    #[must_use]
    pub fn hands_over_in(&self, kind: DialogKind) -> bool {
        self.unanswered.action == UnansweredAction::HumanHandover && kind.is_group()
    }
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
    /// The teams whose agents can be assigned as well.
    #[garde(length(max = 50))]
    pub teams: Vec<i64>,
    #[garde(skip)]
    pub choice: AssignChoice,
    /// A question that cannot be answered is handed over; otherwise the customer reads the don't know message, and gets a
    /// person when they ask for one.
    #[garde(skip)]
    pub on_unknown: bool,
    /// Where the AI Agent would ask back, because it is not sure enough, the customer gets a person instead.
    #[garde(skip)]
    pub on_low_confidence: bool,
    /// After so many answers in a row that did not help the customer gets a person; absent: never.
    #[garde(inner(range(min = 1, max = 10)))]
    pub unhelpful_max: Option<i64>,
    /// The first that fits decides.
    #[garde(length(max = 50), dive)]
    pub rules: Vec<HandoverRule>,
    /// A question for which the model failed is handed over; otherwise the customer reads the don't know message.
    #[garde(skip)]
    pub on_model_error: bool,
    /// A customer who is beside themselves gets a person.
    #[garde(skip)]
    pub on_frustration: bool,
    /// A customer who asks again what was answered gets a person.
    #[garde(skip)]
    pub on_repeat: bool,
    /// The customer is asked first, before a question that was not answered is handed over.
    #[garde(skip)]
    pub ask_first: bool,
    #[garde(custom(required_text))]
    pub ask_first_message: LocalText,
    /// Agents who are online are asked whether they take a conversation.
    #[garde(skip)]
    pub offers: bool,
    /// How long each of them is asked. Seconds.
    #[garde(range(min = 5, max = 3600))]
    pub accept_seconds: i64,
    /// The AI Agent goes on answering what it can while the customer waits for a person.
    #[garde(skip)]
    pub answer_while_waiting: bool,
    /// What happens when nobody can be assigned.
    #[garde(skip)]
    pub when_nobody: WhenNobody,
    #[garde(dive)]
    pub hours: Hours,
    /// What happens when nobody can be assigned outside the business hours.
    #[garde(skip)]
    pub when_closed: WhenNobody,
    /// May be empty: then the message if there is no available agent is posted in its place.
    #[garde(custom(text_length))]
    pub closed_message: LocalText,
    #[garde(custom(required_text))]
    pub contact_message: LocalText,
    #[garde(custom(required_text))]
    pub reply_to_contact_message: LocalText,
    #[garde(custom(required_text))]
    pub still_here_message: LocalText,
    /// What happens when an agent who owes a reply has been warned and stays silent.
    #[garde(skip)]
    pub when_silent: WhenSilent,
    /// After how long without a reply that is. Minutes; absent: the server's setting.
    #[garde(inner(range(min = 1, max = 10_080)))]
    pub silent_after_minutes: Option<i64>,
    #[garde(custom(required_text))]
    pub returned_message: LocalText,
}

/// Whom of those who could have a conversation gets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssignChoice {
    /// Who has the fewest.
    LeastBusy,
    /// Who has not got one for the longest time.
    RoundRobin,
    /// Whom the customer spoke with last; else who has the fewest.
    LastAgent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenNobody {
    /// The customer waits in the queue.
    Wait,
    /// The customer waits, and is asked for an e-mail address to which the reply can go.
    LeaveContact,
    BackToAssistant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhenSilent {
    /// The agent keeps the conversation, and is warned again.
    Keep,
    /// Somebody else gets it.
    Reassign,
    BackToAssistant,
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
            widget: WidgetSettings::default(),
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
            teams: Vec::new(),
            choice: AssignChoice::LeastBusy,
            on_unknown: true,
            on_low_confidence: false,
            unhelpful_max: None,
            rules: Vec::new(),
            on_model_error: true,
            on_frustration: true,
            on_repeat: false,
            ask_first: false,
            ask_first_message: LocalText::new(texts::ASK_FIRST),
            offers: false,
            accept_seconds: 30,
            answer_while_waiting: false,
            when_nobody: WhenNobody::Wait,
            hours: Hours::Always,
            when_closed: WhenNobody::Wait,
            closed_message: LocalText::default(),
            contact_message: LocalText::new(texts::LEAVE_CONTACT),
            reply_to_contact_message: LocalText::new(texts::REPLY_TO_CONTACT),
            still_here_message: LocalText::new(texts::STILL_HERE),
            when_silent: WhenSilent::Reassign,
            silent_after_minutes: None,
            returned_message: LocalText::new(texts::RETURNED),
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

pub(super) fn web_address(text: &str, (): &()) -> garde::Result {
    let valid = url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if valid { Ok(()) } else { Err(garde::Error::new("must be a web address that starts with https:// or http://")) }
}
