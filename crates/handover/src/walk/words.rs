//! The words in which the transition table says what a step does.

use std::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::world::{ANA, BEN, PATIENCE};
use crate::{AgentId, Control, Effect, How, Reason, Refusal, Step, Text, Timestamp, deadline};

/// One cell: the next control, then the effects in their order; or why not.
pub fn answer(was: &Control, answer: &Result<Step, Refusal>, now: Timestamp) -> String {
    match answer {
        Err(refusal) => format!("*refused: `{}`*", refusal.as_str()),
        Ok(step) if step.control == *was && step.effects.is_empty() => String::from("unchanged"),
        Ok(step) => {
            let what = [format!("**{}**", state(&step.control)), clocks(was, &step.control, now)];
            let effects = step.effects.iter().map(effect);
            what.into_iter().chain(effects).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
        }
    }
}

/// The name of a state: one row of the table.
pub fn state(control: &Control) -> String {
    match *control {
        Control::Assistant { answer_by: None, .. } => String::from("Assistant, nothing asked"),
        Control::Assistant { answer_by: Some(_), .. } => String::from("Assistant, asked"),
        Control::Waiting { owes_since, asked, .. } => {
            let asked = if asked { ", the AI Agent asked" } else { "" };
            format!("Waiting{asked}, {}", owed(owes_since))
        }
        Control::Offered { to, announced, owes_since, asked, .. } => {
            let asked = if asked { ", the AI Agent asked" } else { "" };
            let announced = if announced { " from the queue" } else { "" };
            format!("Offered to {}{announced}{asked}, {}", name(to), owed(owes_since))
        }
        Control::Agent { who, warned: false, owes_since, .. } => format!("Agent {}, {}", name(who), owed(owes_since)),
        Control::Agent { who, warned: true, .. } => format!("Agent {}, warned", name(who)),
        Control::Closed { .. } => String::from("Closed"),
    }
}

fn owed(owes_since: Option<Timestamp>) -> &'static str {
    if owes_since.is_some() { "a reply is owed" } else { "nothing is owed" }
}

fn clocks(was: &Control, is: &Control, now: Timestamp) -> String {
    let turn = if is.turn() == was.turn() { "same turn" } else { "next turn" };
    let clock = deadline(is).map(|until| {
        let limits = [
            ("answer", PATIENCE.answer_ms),
            ("wait", PATIENCE.wait_ms),
            ("reply", PATIENCE.reply_ms),
            ("idle", PATIENCE.idle_ms),
            ("accept", PATIENCE.accept_ms),
            ("warning", PATIENCE.warning_ms),
        ];
        let set = limits.into_iter().find(|&(_, ms)| until == now.plus(ms));
        set.map_or_else(|| String::from(", the clock runs on"), |(limit, _)| format!(", *{limit}* clock"))
    });
    format!("{turn}{}", clock.unwrap_or_default())
}

fn effect(effect: &Effect) -> String {
    match *effect {
        Effect::Ask { .. } => String::from("ask the AI Agent"),
        Effect::Deliver => String::from("deliver the answer"),
        Effect::Say(text) => say(text),
        Effect::CallWebhook => String::from("call the webhook"),
        Effect::Begin { reason, .. } => format!("begin ({})", begun(reason)),
        Effect::Queue { .. } => String::from("queue"),
        Effect::Offer { to, .. } => format!("offer to {}", name(to)),
        Effect::Pass { who, .. } => format!("remember that {} let it go", name(who)),
        Effect::ForgetPasses { .. } => String::from("forget who let it go"),
        Effect::Warn { who, .. } => format!("warn {}", name(who)),
        Effect::Assign { who, how, .. } => format!("assign {} ({})", name(who), came(how)),
        Effect::Release { who } => format!("release {}", name(who)),
        Effect::Escalate { .. } => String::from("escalate"),
        Effect::Reply { .. } => String::from("record the reply"),
        Effect::End { outcome, .. } => format!("end ({})", outcome.as_str()),
    }
}

pub fn say(text: Text) -> String {
    match text {
        Text::DontKnow => String::from("say *don't know*"),
        Text::Handover => String::from("say *handover*"),
        Text::Assigned(who) => format!("say *{} assigned*", name(who)),
        Text::OfflineAgent(who) => format!("say *{} is offline*", name(who)),
        Text::NobodyAvailable => String::from("say *nobody available*"),
        Text::Closed => String::from("say *closed*"),
        Text::LeaveContact => String::from("say *leave contact*"),
        Text::ReplyToContact => String::from("say *reply to contact*"),
        Text::StillHere => String::from("say *still here*"),
        Text::Returned => String::from("say *returned*"),
        Text::AskFirst => String::from("say *ask first*"),
    }
}

fn begun(reason: Reason) -> String {
    if reason == Reason::UnknownAnswer { String::from("its reason") } else { reason.as_str().to_string() }
}

fn came(how: How) -> &'static str {
    match how {
        How::Assigned => "chosen",
        How::Accepted => "accepted",
        How::Claimed => "claimed",
        How::Transferred => "transferred",
    }
}

pub fn name(who: AgentId) -> &'static str {
    if who == ANA {
        "Ana"
    } else if who == BEN {
        "Ben"
    } else {
        "Cleo"
    }
}
