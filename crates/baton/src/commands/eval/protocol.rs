//! From a set of questions to runs: what is in the knowledge, what is asked, and what would be right.
//!
//! Everything drawn by lot comes from the seed of the plan, so that the same plan asks the same questions.

mod documents;
mod draw;
mod intents;
mod own;
mod threads;

use super::ask::Ask;
use super::dataset::{Dataset, Protocol};

/// How a set is to be asked.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub seed: u64,
    /// Lines of an intent that are put into the knowledge; at least one is.
    pub phrasings: usize,
    /// At most so many questions of one kind in one run and part; the others are left out by lot.
    pub questions_max: Option<usize>,
}

/// One knowledge base, and what is asked of it.
#[derive(Clone, Debug)]
pub struct Run {
    pub setup: Setup,
    /// Which entries of [`Dataset::knowledge`] are in.
    pub knowledge: Vec<usize>,
    pub asks: Vec<Ask>,
}

/// How much of the knowledge is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setup {
    Everything,
    /// Some articles or intents are left out.
    SomeLeftOut,
}

impl Default for Plan {
    fn default() -> Self {
        const PHRASINGS: usize = 5;
        Self { seed: 1, phrasings: PHRASINGS, questions_max: None }
    }
}

impl Dataset {
    /// The runs that together measure everything that can be measured with this set.
    pub fn runs(&self, plan: &Plan) -> Vec<Run> {
        let mut chance = draw::Chance::of(plan.seed);
        let mut runs = match self.protocol {
            Protocol::Documents => documents::runs(self, &mut chance),
            Protocol::Intents => intents::runs(self, plan.phrasings.max(1), &mut chance),
            Protocol::Threads => threads::runs(self, &mut chance),
            Protocol::Own => own::runs(self, &mut chance),
        };
        if let Some(most) = plan.questions_max {
            runs.iter_mut().for_each(|run| draw::thin(&mut run.asks, most, &mut chance));
        }
        runs
    }
}
