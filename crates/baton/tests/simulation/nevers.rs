//! The eight nevers, and that nobody waits beside a free agent, read from what is stored after a step.

mod eye;
mod heard;
mod stored;

use baton::domain::AssignTo;

use crate::{steps::Did, world::World};
use eye::Eye;
use heard::Heard;
use stored::{Agent, Dialog, Stored};

pub struct Nevers {
    /// Past the program.
    eye: Eye,
    before: Stored,
    /// The first, the second and the fourth: what was said, in its order.
    heard: Heard,
}

/// A step and what is stored before and after it.
struct Step<'a> {
    world: &'a World,
    did: &'a Did,
    before: &'a Stored,
    after: &'a Stored,
}

impl Nevers {
    pub async fn begin(world: &World) -> Self {
        let eye = Eye::open(world.database.place()).await;
        Self { eye, before: Stored::default(), heard: Heard::default() }
    }

    pub async fn look(&mut self, world: &World, did: &Did) {
        let after = Stored::read(&mut self.eye, world.now()).await;
        self.heard.listen(&mut self.eye, did).await;
        let step = Step { world, did, before: &self.before, after: &after };
        step.never_3_a_handover_without_an_outcome_and_without_a_deadline();
        step.never_5_an_assignment_that_the_pool_does_not_allow();
        step.never_6_a_waiting_handover_overtaken_by_a_younger_one();
        step.never_7_a_message_lost_or_stored_twice();
        step.never_8_a_promise_lives_only_in_memory(&self.heard);
        step.nobody_waits_beside_a_free_agent();
        self.before = after;
    }

    pub fn stored(&self) -> &Stored {
        &self.before
    }
}

impl Step<'_> {
    fn never_3_a_handover_without_an_outcome_and_without_a_deadline(&self) {
        let going_on = self.after.handovers.iter().filter(|handover| handover.state != "ended");
        assert_eq!(going_on.count(), self.after.dialogs.iter().filter(|dialog| dialog.handover.is_some()).count());
        for dialog in self.after.dialogs.iter().filter(|dialog| dialog.handover.is_some()) {
            let handover = self.after.handover_of(dialog);
            assert_eq!((&handover.state, handover.agent), (&dialog.phase, dialog.agent), "{self}");
            assert!(dialog.deadline.is_some(), "never 3: {dialog:?} waits for ever; {self}");
        }
    }

    fn never_5_an_assignment_that_the_pool_does_not_allow(&self) {
        for (dialog, agent) in self.chosen() {
            let offline_too = self.world.assign_to == AssignTo::OnlineAndOffline;
            assert!(
                agent.in_pool && !agent.disabled,
                "never 5: {agent:?} is in nobody's pool and got {dialog:?}; {self}"
            );
            assert!(agent.is_online() || offline_too, "never 5: {agent:?} is offline and got {dialog:?}; {self}");
            assert!(self.after.load(agent.id) <= agent.capacity, "never 5: {agent:?} has too much; {self}");
        }
    }

    fn never_6_a_waiting_handover_overtaken_by_a_younger_one(&self) {
        for (dialog, agent) in self.chosen() {
            let mine = self.after.handover_of(dialog);
            for other in self.after.dialogs.iter().filter(|other| other.is_waiting()) {
                // Deadlines that pass together pass one after the other: only who came first all the time counts.
                let came_first = [self.before, self.after].into_iter().all(|stored| {
                    let Some(other) = stored.waiting(&other.id).filter(|other| !stored.passed(other, agent.id)) else {
                        return false;
                    };
                    let theirs = stored.handover_of(other);
                    (-theirs.priority, theirs.began_at) < (-mine.priority, mine.began_at)
                });
                assert!(!came_first, "never 6: {dialog:?} overtook {other:?}; {self}");
            }
        }
    }

    fn never_7_a_message_lost_or_stored_twice(&self) {
        let acknowledged = self.world.said.iter().map(|(dialog, id, text)| (dialog.hex(), id.hex(), text.clone()));
        assert_eq!(self.after.said, acknowledged.collect::<Vec<_>>(), "never 7; {self}");
    }

    fn never_8_a_promise_lives_only_in_memory(&self, heard: &Heard) {
        for dialog in self.after.dialogs.iter().filter(|dialog| dialog.phase == "assistant") {
            let owed = heard.owes(&dialog.id);
            assert!(!owed || dialog.deadline.is_some(), "never 8: {dialog:?} was asked and promises nothing; {self}");
            let job = format!("ask:{}:{}", dialog.id, dialog.turn);
            let kept = dialog.deadline.is_none() || self.after.jobs.contains(&job);
            assert!(kept, "never 8: nobody will answer {dialog:?}; {self}");
        }
    }

    fn nobody_waits_beside_a_free_agent(&self) {
        let offline_too = self.world.assign_to == AssignTo::OnlineAndOffline;
        for dialog in self.after.dialogs.iter().filter(|dialog| dialog.is_waiting()) {
            let free = self.after.agents.iter().find(|agent| {
                let present = agent.is_online() || (offline_too && !agent.disabled);
                let has_room = self.after.load(agent.id) < agent.capacity;
                agent.in_pool && present && has_room && !self.after.passed(dialog, agent.id)
            });
            assert!(free.is_none(), "{dialog:?} waits beside {free:?}; {self}");
        }
    }

    /// Who has a conversation now and had it not before, by choice of the rules.
    fn chosen(&self) -> impl Iterator<Item = (&Dialog, &Agent)> {
        self.after.dialogs.iter().filter_map(|dialog| {
            let agent = dialog.chosen()?;
            let had_it =
                self.before.dialogs.iter().any(|earlier| earlier.id == dialog.id && earlier.chosen() == Some(agent));
            let wished = self.did.wished.is_some_and(|(at, who)| at.hex() == dialog.id && who == agent);
            (!had_it && !wished).then(|| (dialog, self.after.agents.iter().find(|known| known.id == agent).unwrap()))
        })
    }
}

impl std::fmt::Display for Step<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "after: {}", self.did.what)
    }
}
