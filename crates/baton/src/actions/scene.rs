//! What the rules may look at besides the control: the AI Agent's settings and the agents as they are now.

use handover::{
    AssignTo, Choice, Control, HandoverId, Hours, Input, Member, OnSilence, Patience, Policy, Scene, Timestamp,
    Unanswered, WhenNobody,
};

use super::{change::Matter, text::customer_of};
use crate::{
    app::App,
    domain::{self, AssignChoice, DialogSummary, HandoverSettings, UnansweredAction, WhenSilent},
    error::Error,
    store::{AssistantRow, Matched, Tx},
};

const SECOND_MS: i64 = 1_000;
const MINUTE_MS: i64 = 60_000;
/// An agent is warned when this part of their time is left, but not earlier than this.
const WARNING_PART: i64 = 4;
const WARNING_MAX_MS: i64 = 15 * MINUTE_MS;

/// Everything around one dialog at this moment.
pub(super) struct Around {
    pub assistant: Option<AssistantRow>,
    group: bool,
    fresh: HandoverId,
    pool: Vec<Member>,
    patience: Patience,
    hours: Hours,
    contact_known: bool,
}

impl Around {
    pub async fn of(
        app: &App,
        tx: &mut Tx,
        dialog: &DialogSummary,
        (control, input, matter): (&Control, Input, &Matter),
    ) -> Result<Self, Error> {
        let now = app.now();
        let assistant = if needs_settings(control, input) { assistant_of(tx, dialog).await? } else { None };
        let settings = assistant.as_ref().map(|assistant| &assistant.settings.unanswered.handover);
        let mut around = Self {
            group: dialog.kind.is_group(),
            fresh: app.ids.next::<domain::HandoverId>(now).into(),
            patience: patience(app, settings),
            hours: Hours::Open,
            pool: Vec::new(),
            contact_known: false,
            assistant,
        };
        if needs_people(input) {
            around.look_for_people(tx, dialog, (control, input, matter), now).await?;
        }
        Ok(around)
    }

    /// Who could have it now, and what becomes of it when nobody can.
    async fn look_for_people(
        &mut self,
        tx: &mut Tx,
        dialog: &DialogSummary,
        (control, input, matter): (&Control, Input, &Matter),
        now: Timestamp,
    ) -> Result<(), Error> {
        let Some(assistant) = &self.assistant else { return Ok(()) };
        let settings = &assistant.settings.unanswered.handover;
        let customer = customer_of(tx, dialog).await?;
        self.contact_known = customer.as_ref().is_some_and(|customer| customer.email.is_some());
        self.hours = hours(&settings.hours, now);
        let (passed, skill) = match control.handover() {
            Some(handover) => (tx.passes(handover.into()).await?, tx.skill_of(handover.into()).await?),
            None => (Vec::new(), matter.rule.as_ref().and_then(|rule| rule.skill.clone())),
        };
        let last = match (settings.choice, &customer) {
            (AssignChoice::LastAgent, Some(customer)) => tx.last_agent_of(customer.id).await?,
            (AssignChoice::LastAgent | AssignChoice::LeastBusy | AssignChoice::RoundRobin, _) => None,
        };
        let language = customer.and_then(|customer| customer.language);
        let matched = Matched { passed, last, language, skill };
        let is_transfer = matches!(input, Input::Transfer { .. });
        self.pool = match matter.only {
            Some(agent) => tx.member(assistant.id, agent, &matched, now).await?.into_iter().collect(),
            // Somebody who is full may still be handed one by a colleague.
            None if is_transfer => tx.members(assistant.id, &matched, now).await?,
            None => tx.members_with_room(assistant.id, &matched, now).await?,
        };
        Ok(())
    }

    pub fn scene(&self) -> Scene<'_> {
        let settings = self.assistant.as_ref().map(|assistant| &assistant.settings.unanswered);
        Scene {
            group: self.group,
            fresh: self.fresh,
            unanswered: settings.map_or(Unanswered::DontKnow, |settings| unanswered(settings.action)),
            policy: settings.map_or(Policy::PLAIN, |settings| policy(&settings.handover)),
            pool: &self.pool,
            patience: self.patience,
            hours: self.hours,
            contact_known: self.contact_known,
        }
    }
}

/// Most messages only move clocks and turns.
fn needs_settings(control: &Control, input: Input) -> bool {
    match input {
        Input::AgentWrote { .. } => false,
        // Whoever comes too late is told so, whatever is set.
        Input::Claim { by } => !matches!(*control, Control::Agent { who, .. } if who != by),
        Input::CustomerWrote { .. } => match control {
            Control::Waiting { .. } | Control::Offered { .. } | Control::Agent { owes_since: None, .. } => true,
            Control::Assistant { .. } | Control::Agent { owes_since: Some(_), .. } | Control::Closed { .. } => false,
        },
        Input::Answered { .. }
        | Input::Unknown { .. }
        | Input::Posted
        | Input::PersonWanted { .. }
        | Input::PersonNotWanted
        | Input::ContactLeft
        | Input::Decline { .. }
        | Input::AgentAvailable
        | Input::Transfer { .. }
        | Input::Return { .. }
        | Input::Resolve { .. }
        | Input::AgentLost { .. }
        | Input::DeadlinePassed => true,
    }
}

/// Where somebody may be chosen, or found missing.
fn needs_people(input: Input) -> bool {
    match input {
        Input::Unknown { .. }
        | Input::PersonWanted { .. }
        | Input::Decline { .. }
        | Input::AgentAvailable
        | Input::Transfer { .. }
        | Input::AgentLost { .. }
        | Input::DeadlinePassed => true,
        Input::CustomerWrote { .. }
        | Input::PersonNotWanted
        | Input::ContactLeft
        | Input::Answered { .. }
        | Input::Posted
        | Input::Claim { .. }
        | Input::AgentWrote { .. }
        | Input::Return { .. }
        | Input::Resolve { .. } => false,
    }
}

async fn assistant_of(tx: &mut Tx, dialog: &DialogSummary) -> Result<Option<AssistantRow>, Error> {
    match dialog.assistant {
        Some(id) => Ok(tx.assistant_even_removed(dialog.app, id).await?),
        None => Ok(None),
    }
}

fn unanswered(action: UnansweredAction) -> Unanswered {
    match action {
        UnansweredAction::DontKnow => Unanswered::DontKnow,
        UnansweredAction::GeneralModel => Unanswered::GeneralModel,
        UnansweredAction::Webhook => Unanswered::Webhook,
        UnansweredAction::HumanHandover => Unanswered::Handover,
    }
}

fn policy(settings: &HandoverSettings) -> Policy {
    Policy {
        assign_to: match settings.assign_to {
            domain::AssignTo::OnlineOnly => AssignTo::OnlineOnly,
            domain::AssignTo::OnlineAndOffline => AssignTo::OnlineAndOffline,
        },
        notify: settings.notify_assigned,
        offline_text: !settings.offline_message.is_blank(),
        offers: settings.offers,
        ask_first: settings.ask_first,
        answers_waiting: settings.answer_while_waiting,
        choice: match settings.choice {
            AssignChoice::LeastBusy => Choice::LeastBusy,
            AssignChoice::RoundRobin => Choice::RoundRobin,
            AssignChoice::LastAgent => Choice::LastAgent,
        },
        nobody: nobody(settings.when_nobody),
        nobody_closed: nobody(settings.when_closed),
        silence: match settings.when_silent {
            WhenSilent::Keep => OnSilence::Keep,
            WhenSilent::Reassign => OnSilence::Reassign,
            WhenSilent::BackToAssistant => OnSilence::GiveBack,
        },
    }
}

fn nobody(wanted: domain::WhenNobody) -> WhenNobody {
    match wanted {
        domain::WhenNobody::Wait => WhenNobody::Wait,
        domain::WhenNobody::LeaveContact => WhenNobody::Contact,
        domain::WhenNobody::BackToAssistant => WhenNobody::GiveBack,
    }
}

/// Whether it is business hours for this AI Agent's handovers.
pub(super) fn is_open(assistant: &AssistantRow, now: Timestamp) -> Hours {
    hours(&assistant.settings.unanswered.handover.hours, now)
}

/// Hours that nobody could read close nothing; they are refused when they are saved.
fn hours(written: &crate::hours::Hours, now: Timestamp) -> Hours {
    match written.timetable() {
        Ok(timetable) if !timetable.is_open(now) => Hours::Closed { opens: timetable.opens_at(now) },
        Ok(_) | Err(_) => Hours::Open,
    }
}

fn patience(app: &App, settings: Option<&HandoverSettings>) -> Patience {
    let server = &app.config.patience;
    let silent_ms = settings.and_then(|settings| settings.silent_after_minutes).map(|minutes| minutes * MINUTE_MS);
    let silent_ms = silent_ms.unwrap_or(server.reply_ms);
    let warning_ms = (silent_ms / WARNING_PART).min(WARNING_MAX_MS);
    Patience {
        answer_ms: server.answer_ms,
        wait_ms: server.wait_ms,
        idle_ms: server.idle_ms,
        accept_ms: settings.map_or(0, |settings| settings.accept_seconds * SECOND_MS),
        reply_ms: silent_ms - warning_ms,
        warning_ms,
    }
}
