//! What is stored, as far as the nevers look at it.

use handover::Timestamp;

use super::eye::Eye;

#[derive(Default)]
pub struct Stored {
    pub dialogs: Vec<Dialog>,
    pub handovers: Vec<Handover>,
    pub agents: Vec<Agent>,
    /// Dialog, id and text of what people said, in its order.
    pub said: Vec<(String, String, String)>,
    /// The keys of the jobs that will be done.
    pub jobs: Vec<String>,
    /// Handovers, and who let them go.
    pub passes: Vec<(String, i64)>,
}

#[derive(Debug, sqlx::FromRow)]
pub struct Dialog {
    pub id: String,
    pub phase: String,
    pub turn: i64,
    pub handover: Option<String>,
    pub agent: Option<i64>,
    pub offered_to: Option<i64>,
    pub deadline: Option<i64>,
}

#[derive(Debug, sqlx::FromRow)]
pub struct Handover {
    pub id: String,
    pub state: String,
    pub agent: Option<i64>,
    pub priority: i64,
    pub began_at: i64,
}

#[derive(Debug, sqlx::FromRow)]
pub struct Agent {
    pub id: i64,
    pub capacity: i64,
    pub disabled: bool,
    pub away: bool,
    pub lease_until: i64,
    pub in_pool: bool,
    #[sqlx(skip)]
    now: i64,
}

impl Dialog {
    pub fn is_waiting(&self) -> bool {
        self.phase == "waiting" && self.offered_to.is_none()
    }

    /// Who has it, or is asked whether they take it.
    pub fn chosen(&self) -> Option<i64> {
        self.agent.or(self.offered_to)
    }
}

impl Agent {
    pub fn is_online(&self) -> bool {
        self.lease_until > self.now && !self.away && !self.disabled
    }
}

impl Stored {
    pub async fn read(eye: &mut Eye, now: Timestamp) -> Self {
        const DIALOGS: &str = "SELECT id, phase, turn, handover, agent, offered_to, deadline FROM dialogs";
        const HANDOVERS: &str = "SELECT id, state, agent, priority, began_at FROM handovers";
        const AGENTS: &str = "SELECT id, capacity, disabled, away,
              (SELECT COALESCE(MAX(lease_until), 0) FROM presence WHERE user_id = users.id) AS lease_until,
              EXISTS (SELECT 1 FROM pool WHERE agent = users.id) AS in_pool
            FROM users WHERE kind = 'agent'";
        const SAID: &str = "SELECT m.dialog, m.id, m.text FROM messages m JOIN users u ON u.id = m.sender
            WHERE u.kind <> 'assistant' ORDER BY m.seq";
        const JOBS: &str = "SELECT dedupe FROM outbox WHERE dead = FALSE";
        let mut agents: Vec<Agent> = eye.rows(AGENTS).await;
        agents.iter_mut().for_each(|agent| agent.now = now.0);
        let jobs: Vec<(String,)> = eye.rows(JOBS).await;
        Self {
            dialogs: eye.rows(DIALOGS).await,
            handovers: eye.rows(HANDOVERS).await,
            agents,
            said: eye.rows(SAID).await,
            jobs: jobs.into_iter().map(|(key,)| key).collect(),
            passes: eye.rows("SELECT handover, agent FROM passes").await,
        }
    }

    /// In the queue, and offered to nobody.
    pub fn waiting(&self, dialog: &str) -> Option<&Dialog> {
        self.dialogs.iter().find(|known| known.id == dialog && known.is_waiting())
    }

    /// Whether this agent let the dialog's handover go.
    pub fn passed(&self, dialog: &Dialog, agent: i64) -> bool {
        self.passes.iter().any(|(handover, who)| Some(handover) == dialog.handover.as_ref() && *who == agent)
    }

    pub fn handover_of(&self, dialog: &Dialog) -> &Handover {
        let id = dialog.handover.as_ref().unwrap();
        self.handovers.iter().find(|handover| handover.id == *id).unwrap()
    }

    pub fn load(&self, agent: i64) -> i64 {
        let has = |dialog: &&Dialog| dialog.agent == Some(agent) || dialog.offered_to == Some(agent);
        let held = self.dialogs.iter().filter(has).count();
        i64::try_from(held).unwrap()
    }
}
