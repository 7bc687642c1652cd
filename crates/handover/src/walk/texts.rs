//! What the customer reads at each step: section 4's table, written a second time and independently
//! of `step`.

use std::{format, string::String, vec, vec::Vec};

use super::{
    seen::{Moved, owes},
    words,
    world::{ANA, CURRENT, DUE, FRESH, NOW, PATIENCE, Presence, RUNNING, pool},
};
use crate::{
    AgentId, AssignTo, Control, Effect, Hours, How, Input, OnSilence, Policy, Reason, Scene, Text, Timestamp,
    Unanswered, WhenNobody, step,
};

pub fn the_texts_are_those_of_the_contract(moved: &Moved<'_>) -> bool {
    moved.says().eq(expected(moved))
}

fn expected(moved: &Moved<'_>) -> Vec<Text> {
    if let (_, Some(who)) = moved.hands() {
        let how = moved.assigns().map(|(_, how)| how);
        return joined(moved, who, how);
    }
    let nobody = |control: &Control| matches!(control, Control::Waiting { .. } | Control::Offered { .. });
    match (*moved.was(), *moved.is()) {
        (was, Control::Waiting { .. }) if moved.input != Input::ContactLeft && !has_heard_of_it(&was) => {
            vec![nobody_is_there(moved)]
        }
        (Control::Assistant { .. } | Control::Closed { .. }, Control::Offered { .. }) => vec![Text::Handover],
        (was, _) if nobody(&was) && moved.input == Input::ContactLeft => vec![Text::ReplyToContact],
        (_, Control::Assistant { .. }) if gives_it_back_for_want_of_people(moved) => vec![Text::StillHere],
        (Control::Agent { warned: true, .. }, Control::Assistant { .. }) if moved.input == Input::DeadlinePassed => {
            vec![Text::Returned]
        }
        _ if gives_up(moved) => vec![if asks_first(moved) { Text::AskFirst } else { Text::DontKnow }],
        _ => Vec::new(),
    }
}

/// The customer knows that nobody is available.
fn has_heard_of_it(was: &Control) -> bool {
    matches!(was, Control::Waiting { .. } | Control::Offered { announced: true, .. })
}

fn nobody_is_there(moved: &Moved<'_>) -> Text {
    let Scene { policy, hours, contact_known, .. } = moved.scene;
    let wanted = if *hours == Hours::Open { policy.nobody } else { policy.nobody_closed };
    match wanted {
        WhenNobody::Contact if *contact_known => Text::ReplyToContact,
        WhenNobody::Contact => Text::LeaveContact,
        WhenNobody::Wait | WhenNobody::GiveBack if *hours == Hours::Open => Text::NobodyAvailable,
        WhenNobody::Wait | WhenNobody::GiveBack => Text::Closed,
    }
}

/// Nobody sent it back: there was nobody to take it.
fn gives_it_back_for_want_of_people(moved: &Moved<'_>) -> bool {
    let by_somebody = matches!(moved.input, Input::Return { .. } | Input::Resolve { .. } | Input::PersonNotWanted);
    let ends = moved.times(|effect| matches!(effect, Effect::End { .. })) > 0;
    let wanted = [moved.scene.policy.nobody, moved.scene.policy.nobody_closed];
    let at = usize::from(moved.scene.hours != Hours::Open);
    let for_silence = matches!(moved.was(), Control::Agent { .. })
        && moved.input == Input::DeadlinePassed
        && (!owes(moved.was()) || moved.scene.policy.silence == OnSilence::GiveBack);
    ends && !by_somebody && !for_silence && wanted[at] == WhenNobody::GiveBack
}

fn asks_first(moved: &Moved<'_>) -> bool {
    let unsure = matches!(moved.input, Input::Unknown { reason: Reason::UnknownAnswer, again: false, .. });
    unsure && moved.scene.group && moved.scene.policy.ask_first && moved.scene.unanswered == Unanswered::Handover
}

fn joined(moved: &Moved<'_>, who: AgentId, how: Option<How>) -> Vec<Text> {
    let begins = moved.was().handover().is_none() && how == Some(How::Assigned);
    let offline = moved.scene.pool.iter().any(|member| member.id == who && !member.online);
    let took_it = matches!(how, Some(How::Claimed | How::Accepted));
    let about = if offline && !took_it && moved.scene.policy.offline_text {
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
        | Input::PersonNotWanted
        | Input::ContactLeft
        | Input::Answered { .. }
        | Input::Posted
        | Input::Claim { .. }
        | Input::Decline { .. }
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
    let waiting = Control::Waiting { handover, since, asked: false, owes_since: Some(since), until, turn };
    let held = Control::Agent { handover, since, who: ANA, warned: false, owes_since: Some(since), until, turn };
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
            let policy = Policy { assign_to, notify, offline_text, ..Policy::PLAIN };
            let said = said(&control, group, ana.unwrap_or(Presence::Gone), policy);
            table += &format!("  notify {}, offline text {} | does not know: {said}\n", on(notify), on(offline_text));
        }
    }
    table
}

fn said(control: &Control, group: bool, ana: Presence, policy: Policy) -> String {
    let pool = pool([ana, Presence::Gone], ANA, [false; 2], |_| 0);
    let scene = Scene {
        group,
        fresh: FRESH,
        unanswered: Unanswered::Handover,
        policy,
        pool: &pool,
        patience: PATIENCE,
        hours: Hours::Open,
        contact_known: false,
    };
    let reason = Reason::UnknownAnswer;
    [Input::Unknown { turn: CURRENT, reason, again: false }, Input::PersonWanted { reason }]
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
