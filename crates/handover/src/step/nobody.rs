//! Nobody can be assigned: what the customer reads, what becomes of the handover, and until when it waits. One
//! table over business hours, what the admin wants then, and whether the customer can be reached later. Who is
//! there and how busy they are has been looked at before: it is why there is nobody.

use crate::{Hours, Scene, Text, Timestamp, WhenNobody};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plan {
    /// In the queue; `until` it is escalated.
    Wait { text: Text, until: Timestamp },
    /// The AI Agent goes on.
    GiveBack { text: Text },
}

#[must_use]
pub fn plan(scene: &Scene<'_>, now: Timestamp) -> Plan {
    let (wanted, opens) = match scene.hours {
        Hours::Open => (scene.policy.nobody, None),
        Hours::Closed { opens } => (scene.policy.nobody_closed, opens),
    };
    // Nobody is hurried before there can be somebody.
    let until = opens.unwrap_or(now).max(now).plus(scene.patience.wait_ms);
    let text = match (wanted, scene.hours, scene.contact_known) {
        (WhenNobody::GiveBack, _, _) => return Plan::GiveBack { text: Text::StillHere },
        (WhenNobody::Contact, _, true) => Text::ReplyToContact,
        (WhenNobody::Contact, _, false) => Text::LeaveContact,
        (WhenNobody::Wait, Hours::Open, _) => Text::NobodyAvailable,
        (WhenNobody::Wait, Hours::Closed { .. }, _) => Text::Closed,
    };
    Plan::Wait { text, until }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HandoverId, Patience, Policy, Unanswered};

    const NOW: Timestamp = Timestamp(100);
    const OPENS: Timestamp = Timestamp(500);
    const PATIENCE: Patience =
        Patience { answer_ms: 0, wait_ms: 10, reply_ms: 0, idle_ms: 0, accept_ms: 0, warning_ms: 0 };

    fn planned(wanted: WhenNobody, hours: Hours, contact_known: bool) -> Plan {
        // What is wanted at the other time must make no difference.
        let other = if wanted == WhenNobody::Wait { WhenNobody::GiveBack } else { WhenNobody::Wait };
        let (nobody, nobody_closed) = if hours == Hours::Open { (wanted, other) } else { (other, wanted) };
        let policy = Policy { nobody, nobody_closed, ..Policy::PLAIN };
        let fresh = HandoverId([0; 12]);
        let (unanswered, patience) = (Unanswered::Handover, PATIENCE);
        plan(&Scene { group: true, fresh, unanswered, policy, pool: &[], patience, hours, contact_known }, NOW)
    }

    #[test]
    fn every_cell_of_the_table() {
        use Hours::{Closed, Open};
        use WhenNobody::{Contact, GiveBack, Wait};
        let wait = |text, until| Plan::Wait { text, until: Timestamp(until) };
        let back = Plan::GiveBack { text: Text::StillHere };
        let (opens, never) = (Closed { opens: Some(OPENS) }, Closed { opens: None });
        let cells = [
            (Wait, Open, wait(Text::NobodyAvailable, 110), wait(Text::NobodyAvailable, 110)),
            (Wait, opens, wait(Text::Closed, 510), wait(Text::Closed, 510)),
            (Wait, never, wait(Text::Closed, 110), wait(Text::Closed, 110)),
            (Contact, Open, wait(Text::LeaveContact, 110), wait(Text::ReplyToContact, 110)),
            (Contact, opens, wait(Text::LeaveContact, 510), wait(Text::ReplyToContact, 510)),
            (Contact, never, wait(Text::LeaveContact, 110), wait(Text::ReplyToContact, 110)),
            (GiveBack, Open, back, back),
            (GiveBack, opens, back, back),
            (GiveBack, never, back, back),
        ];
        for (wanted, hours, unknown, known) in cells {
            assert_eq!(planned(wanted, hours, false), unknown, "{wanted:?}, {hours:?}, contact unknown");
            assert_eq!(planned(wanted, hours, true), known, "{wanted:?}, {hours:?}, contact known");
        }
    }

    #[test]
    fn an_opening_that_has_passed_hurries_nobody() {
        let passed = Hours::Closed { opens: Some(Timestamp(50)) };
        assert_eq!(planned(WhenNobody::Wait, passed, false), Plan::Wait { text: Text::Closed, until: Timestamp(110) });
    }
}
