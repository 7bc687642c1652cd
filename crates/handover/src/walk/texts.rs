//! What the customer reads at each step: section 4's table, written a second time and independently
//! of `step`.

use std::{format, string::String, vec, vec::Vec};

use super::{
    seen::Moved,
    words,
    world::{ANA, CURRENT, DUE, FRESH, NOW, PATIENCE, Presence, RUNNING, pool},
};
use crate::{AgentId, AssignTo, Control, Effect, How, Input, Policy, Reason, Scene, Text, Timestamp, Unanswered, step};

pub fn the_texts_are_those_of_the_contract(moved: &Moved<'_>) -> bool {
    moved.says().eq(expected(moved))
}

fn expected(moved: &Moved<'_>) -> Vec<Text> {
    if let (_, Some(who)) = moved.hands() {
        let how = moved.assigns().map(|(_, how)| how);
        return joined(moved, who, how);
    }
    let (was, is) = (moved.was(), moved.is());
    if matches!(is, Control::Waiting { .. }) && !matches!(was, Control::Waiting { .. }) {
        return vec![Text::NobodyAvailable];
    }
    if gives_up(moved) { vec![Text::DontKnow] } else { Vec::new() }
}

fn joined(moved: &Moved<'_>, who: AgentId, how: Option<How>) -> Vec<Text> {
    let begins = moved.was().handover().is_none() && how == Some(How::Assigned);
    let offline = moved.scene.pool.iter().any(|member| member.id == who && !member.online);
    let about = if offline && how != Some(How::Claimed) && moved.scene.policy.offline_text {
        Some(Text::OfflineAgent(who))
    } else {
        moved.scene.policy.notify.then_some(Text::Assigned(who))
    };
    begins.then_some(Text::Handover).into_iter().chain(about).collect()
}

/// The AI Agent has nothing to say, and nobody else is asked.
fn gives_up(moved: &Moved<'_>) -> bool {
    if !matches!(moved.was(), Control::Assistant { .. } | Control::Closed { .. }) {
        return false;
    }
    let webhook = moved.scene.unanswered == Unanswered::Webhook;
    match moved.input {
        Input::PersonWanted { .. } => !moved.scene.group,
        Input::Unknown { reason, .. } => !webhook || reason == Reason::ModelError,
        Input::DeadlinePassed => true,
        Input::CustomerWrote { .. }
        | Input::Answered { .. }
        | Input::Posted
        | Input::Claim { .. }
        | Input::AgentWrote { .. }
        | Input::AgentAvailable
        | Input::Transfer { .. }
        | Input::Return { .. }
        | Input::Resolve { .. }
        | Input::AgentLost { .. } => false,
    }
}

const POLICIES: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

/// Each situation of the contract, with every setting that could matter, and what is posted.
pub fn table() -> String {
    let asked = Control::Assistant { turn: CURRENT, answer_by: Some(DUE) };
    let (handover, since, until, turn) = (RUNNING, Timestamp(0), DUE, CURRENT);
    let waiting = Control::Waiting { handover, since, owes_since: Some(since), until, passed_by: None, turn };
    let held = Control::Agent { handover, since, who: ANA, owes_since: Some(since), until, turn };
    let (online, offline) = (Some(Presence::Online), Some(Presence::Offline));
    let (only, both) = (AssignTo::OnlineOnly, AssignTo::OnlineAndOffline);
    let rows = [
        ("an online agent is assigned", asked, true, online, only),
        ("nobody online, an offline agent is assigned", asked, true, offline, both),
        ("nobody can be assigned: all are offline", asked, true, offline, only),
        ("nobody can be assigned: the pool is empty", asked, true, None, both),
        ("private dialog", asked, false, online, both),
        ("a second unanswered question while waiting", waiting, true, offline, only),
        ("a second unanswered question with an agent", held, true, online, only),
    ];
    let mut table = String::new();
    for (situation, control, group, ana, assign_to) in rows {
        table += &format!("{situation}\n");
        for (notify, offline_text) in POLICIES {
            let on = |set| if set { "on " } else { "off" };
            let policy = Policy { assign_to, notify, offline_text };
            let said = said(&control, group, ana.unwrap_or(Presence::Gone), policy);
            table += &format!("  notify {}, offline text {} | does not know: {said}\n", on(notify), on(offline_text));
        }
    }
    table
}

fn said(control: &Control, group: bool, ana: Presence, policy: Policy) -> String {
    let pool = pool([ana, Presence::Gone], ANA, |_| 0);
    let unanswered = Unanswered::Handover;
    let scene = Scene { group, fresh: FRESH, unanswered, policy, pool: &pool, patience: PATIENCE };
    let reason = Reason::UnknownAnswer;
    [Input::Unknown { turn: CURRENT, reason }, Input::PersonWanted { reason }]
        .map(|input| match step(control, input, &scene, NOW) {
            Ok(step) => {
                let begins = step.effects.iter().filter(|effect| matches!(effect, Effect::Begin { .. })).count();
                let texts = step
                    .effects
                    .iter()
                    .filter_map(|effect| if let Effect::Say(text) = *effect { Some(words::say(text)) } else { None });
                let texts: Vec<String> = texts.collect();
                let said = if texts.is_empty() { String::from("nothing") } else { texts.join(", ") };
                format!("{said} ({} handover)", if begins == 0 { "no" } else { "one" })
            }
            Err(refusal) => format!("nothing (refused: {})", refusal.as_str()),
        })
        .join("; a person is wanted: ")
}
