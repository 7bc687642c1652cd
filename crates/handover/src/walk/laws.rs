//! What else holds in every state: turns, refusals, second deliveries, and who may take what away.

use core::mem::discriminant;

use super::{
    never::NEVER_7,
    seen::{Broken, Invariant, Moved, check as first_broken, named, owes, posts},
    texts::the_texts_are_those_of_the_contract,
    world::{Program, holder},
};
use crate::{Control, Destination, Input, Refusal, Scene, Timestamp, choose, deadline};

const LAWS: &[Invariant] = named![
    turns_only_grow,
    a_private_dialog_is_never_handed_over,
    a_claim_has_one_winner,
    only_the_holder_or_a_supervisor_gives_it_away,
    an_agent_has_the_patience_that_fits_what_is_owed,
    nobody_is_taken_for_silent_unwarned,
    an_offer_is_open_for_its_time,
    the_texts_are_those_of_the_contract,
];

pub fn check(moved: &Moved<'_>) -> Result<(), Broken> {
    first_broken(LAWS, moved)
}

fn turns_only_grow(moved: &Moved<'_>) -> bool {
    let (was, is) = (moved.was(), moved.is());
    let nobody = |control: &Control| matches!(control, Control::Waiting { .. } | Control::Offered { .. });
    let moves = discriminant(was) != discriminant(is) && !(nobody(was) && nobody(is));
    let other_party = moves || holder(was) != holder(is);
    let unheeded = matches!((was, moved.input), (Control::Assistant { .. }, Input::CustomerWrote { addressed: false }));
    let written = matches!(moved.input, Input::CustomerWrote { .. }) && !unheeded;
    if other_party || written { is.turn() > was.turn() } else { is.turn() >= was.turn() }
}

fn a_private_dialog_is_never_handed_over(moved: &Moved<'_>) -> bool {
    moved.scene.group || moved.is().handover().is_none()
}

fn a_claim_has_one_winner(moved: &Moved<'_>) -> bool {
    let (Input::Claim { by } | Input::AgentWrote { by }) = moved.input else { return true };
    holder(moved.is()) == Some(by)
}

fn only_the_holder_or_a_supervisor_gives_it_away(moved: &Moved<'_>) -> bool {
    let (Some(holder), _) = moved.hands() else { return true };
    if let Input::Transfer { by, .. } | Input::Return { by } | Input::Resolve { by, .. } = moved.input {
        return by.id == holder || by.supervises;
    }
    moved.input == Input::DeadlinePassed || moved.input == Input::AgentLost { who: holder }
}

fn an_agent_has_the_patience_that_fits_what_is_owed(moved: &Moved<'_>) -> bool {
    let Control::Agent { warned, owes_since, until, .. } = *moved.is() else { return true };
    let patience = moved.scene.patience;
    let again = matches!(moved.was(), Control::Agent { warned: true, .. });
    let fits = match (owes_since, warned) {
        (None, false) => patience.idle_ms,
        (Some(_), false) => patience.reply_ms,
        (Some(_), true) if again => patience.reply_ms,
        (Some(_), true) => patience.warning_ms,
        (None, true) => return false,
    };
    let same_hands = holder(moved.was()) == holder(moved.is());
    let runs_on = owes(moved.was()) == owes(moved.is()) && deadline(moved.was()) == Some(until);
    until == moved.now.plus(fits) || (same_hands && runs_on)
}

fn nobody_is_taken_for_silent_unwarned(moved: &Moved<'_>) -> bool {
    let Control::Agent { warned, owes_since, .. } = *moved.was() else { return true };
    let (loses_it, _) = moved.hands();
    moved.input != Input::DeadlinePassed || loses_it.is_none() || owes_since.is_none() || warned
}

fn an_offer_is_open_for_its_time(moved: &Moved<'_>) -> bool {
    let Control::Offered { until, .. } = *moved.is() else { return true };
    let new = moved.chosen().is_some();
    if new { until == moved.now.plus(moved.scene.patience.accept_ms) } else { deadline(moved.was()) == Some(until) }
}

pub fn a_conflict_names_the_winner(control: &Control, refusal: Refusal) -> Result<(), Broken> {
    let Refusal::HeldByAnother { holder: named } = refusal else { return Ok(()) };
    if holder(control) == Some(named) { Ok(()) } else { Err(Broken("a_conflict_names_the_winner")) }
}

/// A customer is never refused, nor is a clock that has run out; and nobody waits beside an agent
/// who could have the conversation.
pub fn may_be_refused(control: &Control, input: Input, scene: &Scene<'_>, now: Timestamp) -> Result<(), Broken> {
    if matches!(input, Input::CustomerWrote { .. }) {
        return Err(Broken(NEVER_7));
    }
    if input == Input::DeadlinePassed && deadline(control).is_some_and(|due| now >= due) {
        return Err(Broken("a_clock_that_has_run_out_is_heard"));
    }
    let (Input::AgentAvailable, Control::Waiting { .. }) = (input, control) else { return Ok(()) };
    match scene.pool.iter().map(|member| choose(&[*member], &scene.policy)).find(Option::is_some) {
        Some(_) => Err(Broken("nobody_waits_beside_a_free_agent")),
        None => Ok(()),
    }
}

/// `scene` is the one after the first delivery.
pub fn a_second_delivery_posts_nothing(moved: &Moved<'_>, scene: &Scene<'_>, program: &Program) -> Result<(), Broken> {
    if can_be_meant_twice(moved) {
        return Ok(());
    }
    match (program.step)(moved.is(), moved.input, scene, moved.now) {
        Ok(again) if posts(&again) => Err(Broken("a_second_delivery_posts_nothing")),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Nothing in these wishes themselves tells a second delivery from a second wish: the door has to.
fn can_be_meant_twice(moved: &Moved<'_>) -> bool {
    let asks_in_vain =
        matches!(moved.input, Input::PersonWanted { .. }) && matches!(moved.is(), Control::Assistant { .. });
    let posts_again = moved.input == Input::Posted;
    asks_in_vain
        || posts_again
        || moved.input == Input::ContactLeft
        || matches!(moved.input, Input::Transfer { by, to: Destination::Pool } if by.supervises)
}
