//! Who is told, and after how long, when somebody who should look has not.

use garde::Validate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::assistant::web_address;

/// Seconds after which each is told, from the customer's message on; absent: never.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Validate)]
#[serde(default)]
pub struct Notifications {
    /// The browsers of the agent who should look, or of everybody in the pool while it waits in the queue.
    #[garde(inner(range(min = 5, max = 86_400)))]
    pub push_after: Option<i64>,
    /// A second agent of the pool, who is online.
    #[garde(inner(range(min = 5, max = 86_400)))]
    pub colleague_after: Option<i64>,
    /// The agents who supervise.
    #[garde(inner(range(min = 5, max = 86_400)))]
    pub supervisor_after: Option<i64>,
    /// The e-mail of the agent and of those who supervise, the addresses below, and the webhook.
    #[garde(inner(range(min = 5, max = 86_400)))]
    pub mail_after: Option<i64>,
    #[garde(length(max = 20), inner(email))]
    pub mail_to: Vec<String>,
    #[garde(inner(custom(web_address), length(max = 2000)))]
    pub webhook_url: Option<String>,
    /// What agents write is sent to the customer's address when the customer does not read it.
    #[garde(skip)]
    pub mail_customers: bool,
}

impl Default for Notifications {
    fn default() -> Self {
        Self {
            push_after: Some(15),
            colleague_after: Some(60),
            supervisor_after: Some(180),
            mail_after: Some(300),
            mail_to: Vec::new(),
            webhook_url: None,
            mail_customers: true,
        }
    }
}

/// The steps of the ladder, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeStep {
    Push,
    Colleague,
    Supervisor,
    Mail,
}

impl NoticeStep {
    pub const ALL: [Self; 4] = [Self::Push, Self::Colleague, Self::Supervisor, Self::Mail];

    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Push => "push",
            Self::Colleague => "colleague",
            Self::Supervisor => "supervisor",
            Self::Mail => "mail",
        }
    }
}

impl Notifications {
    /// After how many seconds the step is taken.
    #[must_use]
    pub fn after(&self, step: NoticeStep) -> Option<i64> {
        match step {
            NoticeStep::Push => self.push_after,
            NoticeStep::Colleague => self.colleague_after,
            NoticeStep::Supervisor => self.supervisor_after,
            NoticeStep::Mail => self.mail_after,
        }
    }
}

/// A job that was given up: what it was, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DeadLetter {
    pub id: i64,
    /// `mail`, `reply`, `push`, `notice`, `invitation`, `webhook`, `ask`, …
    pub kind: String,
    pub error: String,
    pub tries: i64,
    pub created_at: i64,
}
