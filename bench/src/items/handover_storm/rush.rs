//! A hundred customers ask for a person in the same moment.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use futures_util::future::join_all;

use super::{
    AGENTS, ASKING,
    crew::{Crew, Seen, What},
    stand::Stand,
};
use crate::{queue, usage::Watch};

pub struct Rush {
    /// Since the first one asked: until the last agent saw that they are asked, and that they have it.
    pub asked: Duration,
    pub taken: Duration,
    /// So many conversations have exactly one owner.
    pub owned_once: usize,
    /// How many conversations each agent has.
    pub loads: [u32; AGENTS],
    /// Those who tried to take what somebody else had taken.
    pub too_late: usize,
    pub errors: Vec<String>,
    /// Why the times cannot be trusted.
    pub noisy: Option<String>,
}

pub async fn rush(stand: &Stand) -> anyhow::Result<Rush> {
    let customers = stand.founder.with_assistant(&stand.assistant, ASKING).await?;
    let crew = Crew::start(stand).await?;
    let (watch, began) = (Watch::start(stand.stage.server.pid())?, Instant::now());
    let asking = join_all(customers.iter().map(|seat| queue::ask(&stand.founder.api, seat)));
    let (asked, seen) = tokio::join!(asking, crew.until_taken(ASKING));
    let noisy = watch.finish()?.spoiled();
    let mut rush = Rush { noisy, ..Rush::of(&seen?, began) };
    rush.errors.extend(asked.into_iter().filter_map(|asked| Some(format!("{:#}", asked.err()?))));
    Ok(rush)
}

impl Rush {
    fn of(all: &[Seen], began: Instant) -> Self {
        let (mut asked, mut taken) = (Duration::ZERO, Duration::ZERO);
        let (mut too_late, mut errors) = (0, Vec::new());
        let mut owners: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for seen in all {
            let after = seen.at.duration_since(began);
            match &seen.what {
                What::Asked => asked = asked.max(after),
                What::Has(dialog) => {
                    taken = taken.max(after);
                    owners.entry(dialog).or_default().insert(seen.agent);
                }
                // Whoever was told that they won must be the one that everybody hears of.
                What::Won(dialog) => drop(owners.entry(dialog).or_default().insert(seen.agent)),
                What::Lost => too_late += 1,
                What::Failed(why) => errors.push(why.clone()),
            }
        }
        let mut loads = [0; AGENTS];
        for agent in owners.values().flatten() {
            loads[*agent] += 1;
        }
        let owned_once = owners.values().filter(|owners| owners.len() == 1).count();
        Self { asked, taken, owned_once, loads, too_late, errors, noisy: None }
    }
}

/// Jain, Chiu and Hawe, "A Quantitative Measure of Fairness and Discrimination", 1984: 1 when all have the same.
pub fn fairness(loads: &[u32]) -> f64 {
    let (sum, squares) = loads.iter().fold((0.0, 0.0), |(sum, squares), load| {
        let load = f64::from(*load);
        (sum + load, squares + load * load)
    });
    sum * sum / (loads.len() as f64 * squares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fairness_is_one_when_all_have_the_same_and_falls_to_one_of_n() {
        assert_eq!(fairness(&[5, 5, 5, 5]), 1.0);
        assert_eq!(fairness(&[8, 0, 0, 0]), 0.25);
    }

    #[test]
    fn two_owners_of_one_conversation_are_seen() {
        let at = Instant::now();
        let has = |agent, dialog: &str| Seen { agent, what: What::Has(dialog.into()), at };
        let rush = Rush::of(&[has(0, "a"), has(1, "b"), has(2, "b")], at);
        assert_eq!(rush.owned_once, 1);
    }
}
