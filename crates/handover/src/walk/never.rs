//! The eight nevers, each an invariant of every step in every state.

use super::{
    seen::{Broken, Invariant, Moved, check as first_broken, named, owes},
    world::{Dialog, holder, offered, since},
};
use crate::{AssignTo, Control, Destination, Effect, Input, Text, deadline};

const NEVERS: &[Invariant] = named![
    never_1_two_parties_answer_in_one_turn,
    never_2_an_ai_message_after_an_agent_has_control,
    never_3_a_handover_without_an_outcome_and_without_a_deadline,
    never_4_a_customer_told_that_a_person_has_joined_when_none_has,
    never_5_an_assignment_that_the_pool_does_not_allow,
    never_6_a_waiting_handover_overtaken_by_a_younger_one,
    never_7_a_message_lost_or_stored_twice,
    never_8_a_promise_lives_only_in_memory,
];

pub const NEVER_7: &str = "never_7_a_message_lost_or_stored_twice";

pub fn check(moved: &Moved<'_>) -> Result<(), Broken> {
    first_broken(NEVERS, moved)
}

fn never_1_two_parties_answer_in_one_turn(moved: &Moved<'_>) -> bool {
    let in_time = match (*moved.was(), moved.input) {
        (
            Control::Assistant { turn, answer_by: Some(_) }
            | Control::Waiting { turn, asked: true, .. }
            | Control::Offered { turn, asked: true, .. },
            Input::Answered { turn: asked },
        ) => turn == asked,
        (Control::Assistant { .. }, Input::Posted) => true,
        _ => false,
    };
    let same_turn = moved.was().turn() == moved.is().turn();
    let one_party = match (moved.before.answered, moved.answers()) {
        (Some(earlier), Some(now)) => !same_turn || earlier == now,
        (None, _) | (_, None) => true,
    };
    // While an agent has control an AI message is the matter of the second never.
    let late = !matches!(moved.was(), Control::Agent { .. }) && moved.has(Effect::Deliver) && !in_time;
    one_party && !late
}

fn never_2_an_ai_message_after_an_agent_has_control(moved: &Moved<'_>) -> bool {
    let speaks = moved.has(Effect::Deliver)
        || moved.has(Effect::Say(Text::DontKnow))
        || moved.has(Effect::Say(Text::AskFirst))
        || moved.times(|effect| matches!(effect, Effect::Ask { .. } | Effect::CallWebhook)) > 0;
    let had_it = matches!(moved.was(), Control::Assistant { .. } | Control::Closed { .. });
    let waits = |control: &Control| matches!(control, Control::Waiting { .. } | Control::Offered { .. });
    // Who waits for a person may be answered what can be answered, if that is wanted; nothing else.
    let meanwhile = waits(moved.was())
        && waits(moved.is())
        && moved.times(|effect| !matches!(effect, Effect::Deliver | Effect::Ask { .. })) == 0
        && (moved.scene.policy.answers_waiting || moved.has(Effect::Deliver));
    !speaks || meanwhile || (had_it && matches!(moved.is(), Control::Assistant { .. }))
}

fn never_3_a_handover_without_an_outcome_and_without_a_deadline(moved: &Moved<'_>) -> bool {
    let begun = moved.times(|effect| matches!(effect, Effect::Begin { .. }));
    let ended = moved.times(|effect| matches!(effect, Effect::End { .. }));
    let begins = |id| moved.times(|effect| matches!(effect, Effect::Begin { handover, .. } if *handover == id));
    let ends = |id| moved.times(|effect| matches!(effect, Effect::End { handover, .. } if *handover == id));
    match (moved.was().handover(), moved.is().handover()) {
        // Begun and given back at once, because nobody could be called.
        (None, None) => {
            begun == ended && begun <= 1 && begins(moved.scene.fresh) == begun && ends(moved.scene.fresh) == ended
        }
        (None, Some(new)) => begun == 1 && begins(new) == 1 && ended == 0 && deadline(moved.is()).is_some(),
        (Some(old), None) => begun == 0 && ended == 1 && ends(old) == 1,
        (Some(old), Some(same)) => old == same && begun == 0 && ended == 0 && deadline(moved.is()).is_some(),
    }
}

fn never_4_a_customer_told_that_a_person_has_joined_when_none_has(moved: &Moved<'_>) -> bool {
    let known_offline = |who| moved.scene.pool.iter().any(|member| member.id == who && !member.online);
    let mut assigned = None;
    moved.step.effects.iter().all(|effect| {
        if let Effect::Assign { who, .. } = *effect {
            assigned = Some(who);
        }
        let Effect::Say(text) = *effect else { return true };
        let has_it = |who| matches!(*moved.is(), Control::Agent { who: holder, .. } if holder == who);
        match text {
            // They who take it themselves are there, whatever their connection says.
            Text::Assigned(who) => {
                let takes_it = matches!(moved.input, Input::Claim { by } if by == who);
                let honest = takes_it || !moved.scene.policy.offline_text || !known_offline(who);
                assigned == Some(who) && has_it(who) && honest
            }
            Text::OfflineAgent(who) => assigned == Some(who) && has_it(who) && known_offline(who),
            Text::Handover => matches!(moved.is(), Control::Agent { .. } | Control::Offered { .. }),
            Text::NobodyAvailable | Text::Closed | Text::LeaveContact => matches!(moved.is(), Control::Waiting { .. }),
            Text::ReplyToContact => matches!(moved.is(), Control::Waiting { .. } | Control::Offered { .. }),
            Text::StillHere | Text::Returned => matches!(moved.is(), Control::Assistant { .. }),
            Text::DontKnow | Text::AskFirst => true,
        }
    })
}

fn never_5_an_assignment_that_the_pool_does_not_allow(moved: &Moved<'_>) -> bool {
    let Some(who) = moved.chosen() else { return true };
    let let_go = match *moved.was() {
        Control::Agent { who, .. } | Control::Offered { to: who, .. } => Some(who),
        Control::Assistant { .. } | Control::Waiting { .. } | Control::Closed { .. } => None,
    };
    let free = |online| {
        let pool = moved.scene.pool.iter().filter(move |member| member.online == online);
        pool.filter(move |member| {
            member.load < member.capacity && Some(member.id) != let_go && !moved.before.passed_by(member.id)
        })
    };
    let offline_too = moved.scene.policy.assign_to == AssignTo::OnlineAndOffline && free(true).next().is_none();
    let offers = moved.times(|effect| matches!(effect, Effect::Offer { .. })) > 0;
    free(true).any(|member| member.id == who) || (!offers && offline_too && free(false).any(|member| member.id == who))
}

fn never_6_a_waiting_handover_overtaken_by_a_younger_one(moved: &Moved<'_>) -> bool {
    let Some(who) = moved.chosen() else { return true };
    let place = |dialog: &Dialog| (!dialog.urgent, since(&dialog.control).unwrap_or(moved.now));
    let mine = place(&moved.before);
    moved.dialogs.iter().enumerate().filter(|&(at, _)| at != moved.at).all(|(_, other)| {
        !matches!(other.control, Control::Waiting { .. }) || other.passed_by(who) || place(other) > mine
    })
}

fn never_7_a_message_lost_or_stored_twice(moved: &Moved<'_>) -> bool {
    let effects = &moved.step.effects;
    let once = effects.iter().enumerate().all(|(at, effect)| !effects[..at].contains(effect));
    // A program may post as often as it likes, as an agent may write; the door knows its messages by their ids.
    let again = moved.has(Effect::Deliver) && moved.before.answered.is_some() && moved.input != Input::Posted;
    let arrives = matches!(moved.input, Input::CustomerWrote { addressed: true });
    let open = arrives || owes(moved.was());
    let closed_by_somebody = moved.answers().is_some()
        || moved.has(Effect::CallWebhook)
        || moved.times(|effect| matches!(effect, Effect::End { .. })) > 0;
    once && !again && (!open || owes(moved.is()) || closed_by_somebody) && keeps_the_clock(moved)
}

/// The clock of a customer starts at the oldest message and only an agent's reply stops it, through
/// whatever hands the handover goes.
fn keeps_the_clock(moved: &Moved<'_>) -> bool {
    let (Control::Waiting { owes_since, .. } | Control::Offered { owes_since, .. } | Control::Agent { owes_since, .. }) =
        *moved.is()
    else {
        return true;
    };
    let arrives = matches!(moved.input, Input::CustomerWrote { .. }).then_some(moved.now);
    let unasked_claim = matches!(moved.input, Input::Claim { .. }) && !owes(moved.was());
    let due = match *moved.was() {
        Control::Assistant { .. } | Control::Closed { .. } => (!unasked_claim).then_some(moved.now),
        Control::Waiting { owes_since, .. }
        | Control::Offered { owes_since, .. }
        | Control::Agent { owes_since, .. } => owes_since.or(arrives),
    };
    let replied = matches!(moved.input, Input::AgentWrote { .. });
    owes_since == if replied { None } else { due }
}

fn never_8_a_promise_lives_only_in_memory(moved: &Moved<'_>) -> bool {
    let (was, is) = (moved.was(), moved.is());
    let kept = deadline(was) == deadline(is) && moved.input != Input::DeadlinePassed;
    let watched = match is {
        Control::Closed { .. } | Control::Assistant { answer_by: None, .. } => true,
        Control::Assistant { answer_by: Some(_), .. }
        | Control::Waiting { .. }
        | Control::Offered { .. }
        | Control::Agent { .. } => deadline(is).is_some_and(|due| due > moved.now || kept),
    };
    watched && what_must_follow_is_saved(moved)
}

fn what_must_follow_is_saved(moved: &Moved<'_>) -> bool {
    let asks = moved.times(|effect| matches!(effect, Effect::Ask { .. }));
    let asked = match *moved.is() {
        Control::Assistant { turn, answer_by: Some(_) }
        | Control::Waiting { turn, asked: true, .. }
        | Control::Offered { turn, asked: true, .. }
            if turn != moved.was().turn() =>
        {
            asks == 1 && moved.has(Effect::Ask { turn })
        }
        Control::Assistant { .. }
        | Control::Waiting { .. }
        | Control::Offered { .. }
        | Control::Agent { .. }
        | Control::Closed { .. } => asks == 0,
    };
    let was_waiting = matches!(moved.was(), Control::Waiting { .. });
    let queued = match *moved.is() {
        Control::Waiting { handover, .. } if !was_waiting => moved.has(Effect::Queue { handover }),
        Control::Offered { handover, to, .. } if offered(moved.was()) != Some(to) => {
            moved.has(Effect::Offer { handover, to })
        }
        Control::Assistant { .. }
        | Control::Waiting { .. }
        | Control::Offered { .. }
        | Control::Agent { .. }
        | Control::Closed { .. } => true,
    };
    let (gives_up, gets) = moved.hands();
    let released = moved.times(|effect| matches!(effect, Effect::Release { .. })) == usize::from(gives_up.is_some())
        && gives_up.is_none_or(|who| moved.has(Effect::Release { who }));
    let assigned = moved.times(|effect| matches!(effect, Effect::Assign { .. })) == usize::from(gets.is_some())
        && moved.assigns().map(|(who, _)| who) == gets;
    asked && queued && released && assigned && who_lets_it_go_is_remembered(moved)
}

/// Else it would come back to them at once, again and again.
fn who_lets_it_go_is_remembered(moved: &Moved<'_>) -> bool {
    let (Some(handover), true) = (moved.is().handover(), moved.was().handover().is_some()) else { return true };
    let asked = offered(moved.was()).filter(|&to| offered(moved.is()) != Some(to) && holder(moved.is()).is_none());
    let to_pool = matches!(
        moved.input,
        Input::Transfer { to: Destination::Pool, .. } | Input::AgentLost { .. } | Input::DeadlinePassed
    );
    let gave_up = moved.hands().0.filter(|_| to_pool);
    [asked, gave_up].into_iter().flatten().all(|who| moved.has(Effect::Pass { handover, who }))
}
