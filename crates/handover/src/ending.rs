//! How a support episode ends: from a customer's first question to its one outcome. Folded from what happened, so that
//! it can be folded again from the record.

use crate::Ending;

/// What moves an episode towards another ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The AI Agent, or a program in its name, answered.
    Answered,
    /// It had no answer.
    NotAnswered,
    /// The customer said that an answer helped, or that it did not.
    Rated { helpful: bool },
    /// A person is called.
    Called,
    /// The customer said where a reply reaches them.
    ContactLeft,
    /// A person replied.
    Replied,
    /// A person is done.
    Resolved { solved: bool },
}

/// How an episode ends in which nothing has happened yet but the question.
pub const ENDING_AT_FIRST: Ending = Ending::AbandonedUnanswered;

/// How the episode ends if nothing more happens after this. `ending`: how it would have ended before.
#[must_use]
pub fn ending_after(ending: Ending, fact: Fact) -> Ending {
    match fact {
        Fact::Answered => Ending::AnsweredSilent,
        // The AI Agent's ignorance takes nothing away from what people did, or still owe.
        Fact::NotAnswered => match ending {
            Ending::NotSolved | Ending::Solved | Ending::AbandonedWaiting | Ending::ContactLeft => ending,
            Ending::AnsweredConfirmed | Ending::AnsweredSilent | Ending::AbandonedUnanswered => {
                Ending::AbandonedUnanswered
            }
        },
        Fact::Rated { helpful } => match (ending, helpful) {
            (Ending::AnsweredSilent, true) => Ending::AnsweredConfirmed,
            (Ending::AnsweredSilent | Ending::AnsweredConfirmed, false) => Ending::AbandonedUnanswered,
            _ => ending,
        },
        Fact::Called => Ending::AbandonedWaiting,
        Fact::ContactLeft if ending == Ending::AbandonedWaiting => Ending::ContactLeft,
        Fact::ContactLeft => ending,
        Fact::Replied | Fact::Resolved { solved: false } => Ending::NotSolved,
        Fact::Resolved { solved: true } => Ending::Solved,
    }
}

/// Whether an episode begins with this where none goes on: something was asked. Hello and thanks are no question.
#[must_use]
pub fn begins_with(fact: Fact) -> bool {
    match fact {
        Fact::Answered | Fact::NotAnswered | Fact::Called | Fact::Replied => true,
        Fact::Rated { .. } | Fact::ContactLeft | Fact::Resolved { .. } => false,
    }
}

/// Whether the episode is over with this; otherwise it is once the customer has been quiet.
#[must_use]
pub fn ends_with(fact: Fact) -> bool {
    match fact {
        Fact::Resolved { .. } => true,
        Fact::Answered | Fact::NotAnswered | Fact::Rated { .. } | Fact::Called | Fact::ContactLeft | Fact::Replied => {
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATED: Fact = Fact::Rated { helpful: true };
    const UNHELPFUL: Fact = Fact::Rated { helpful: false };
    const SOLVED: Fact = Fact::Resolved { solved: true };
    const NOT_SOLVED: Fact = Fact::Resolved { solved: false };

    fn ending(facts: &[Fact]) -> Ending {
        facts.iter().fold(ENDING_AT_FIRST, |ending, fact| ending_after(ending, *fact))
    }

    #[test]
    fn each_ending_has_its_story() {
        use Fact::{Answered, Called, ContactLeft, NotAnswered, Replied};
        let stories: &[(&[Fact], Ending)] = &[
            (&[], Ending::AbandonedUnanswered),
            (&[Answered], Ending::AnsweredSilent),
            (&[Answered, RATED], Ending::AnsweredConfirmed),
            (&[Answered, UNHELPFUL], Ending::AbandonedUnanswered),
            (&[Answered, RATED, UNHELPFUL], Ending::AbandonedUnanswered),
            (&[Answered, NotAnswered], Ending::AbandonedUnanswered),
            (&[NotAnswered, Called], Ending::AbandonedWaiting),
            (&[Called, ContactLeft], Ending::ContactLeft),
            (&[Called, NotAnswered], Ending::AbandonedWaiting),
            (&[Called, ContactLeft, NotAnswered], Ending::ContactLeft),
            (&[ContactLeft], Ending::AbandonedUnanswered),
            (&[Called, Answered], Ending::AnsweredSilent),
            (&[Called, Replied], Ending::NotSolved),
            (&[Called, ContactLeft, Replied], Ending::NotSolved),
            (&[Called, Replied, NotAnswered], Ending::NotSolved),
            (&[Called, Replied, Answered], Ending::AnsweredSilent),
            (&[Called, Replied, SOLVED], Ending::Solved),
            (&[Called, NOT_SOLVED], Ending::NotSolved),
        ];
        for (facts, expected) in stories {
            assert_eq!(ending(facts), *expected, "{facts:?}");
        }
        let reached = |ending: &Ending| stories.iter().any(|(_, expected)| expected == ending);
        assert!(Ending::ALL.iter().all(reached));
    }

    #[test]
    fn a_rating_says_nothing_of_what_people_did() {
        for before in [Fact::Called, Fact::Replied, SOLVED] {
            assert_eq!(ending(&[Fact::Answered, before, RATED]), ending(&[Fact::Answered, before]));
        }
    }

    #[test]
    fn only_a_person_ends_it_at_once() {
        assert!(ends_with(SOLVED) && ends_with(NOT_SOLVED) && !ends_with(Fact::Replied));
        assert!(begins_with(Fact::Called) && !begins_with(SOLVED) && !begins_with(RATED));
    }
}
