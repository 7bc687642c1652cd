//! Why a handover begins and how it ends.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database and in the API.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// Why a person is needed.
    Reason {
        UnknownAnswer = "unknown_answer",
        AskedForHuman = "asked_for_human",
        LowConfidence = "low_confidence",
        RepeatedQuestion = "repeated_question",
        Frustrated = "frustrated",
        ModelError = "model_error",
        Rule = "rule",
        AgentTakeover = "agent_takeover",
        ReturnedHandover = "returned_handover",
    }
}

words! {
    /// How a handover ended.
    Outcome {
        Solved = "solved",
        NotSolved = "not_solved",
        AbandonedWaiting = "abandoned_waiting",
        Returned = "returned",
    }
}

words! {
    /// How a support episode ended: from a customer's first question to the end, with or without a handover.
    Ending {
        AnsweredConfirmed = "answered_confirmed",
        AnsweredSilent = "answered_silent",
        AbandonedUnanswered = "abandoned_unanswered",
        AbandonedWaiting = "abandoned_waiting",
        Solved = "handed_over_solved",
        NotSolved = "handed_over_not_solved",
        ContactLeft = "contact_left",
    }
}
