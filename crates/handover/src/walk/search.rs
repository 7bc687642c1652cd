//! The walk itself: breadth first, so that a fault comes with the shortest story that leads to it.

use core::fmt;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry},
    format,
    string::String,
    vec,
    vec::Vec,
};

use super::{
    event::{Event, events},
    seen::{Broken, kind},
    world::{Program, Settings, World},
};

/// How far the walk came. All of it: the walk ends when no new state is left.
#[derive(Debug)]
pub struct Walked {
    states: usize,
    transitions: usize,
    /// States in which some dialog is so, by its name.
    kinds: BTreeMap<&'static str, usize>,
}

#[derive(Debug)]
pub struct Fault {
    pub broken: Broken,
    story: Vec<String>,
}

struct Atlas<const N: usize> {
    worlds: Vec<World<N>>,
    numbers: HashMap<World<N>, usize>,
    /// From where, and by what, each world was reached first.
    origins: Vec<Option<(usize, Event)>>,
    /// What can happen without anybody's decision: from, to.
    ordinary: Vec<(usize, usize)>,
}

pub fn walk<const N: usize>(program: &Program, settings: &[Settings]) -> Result<Walked, Fault> {
    let first = World::<N>::new();
    let mut atlas =
        Atlas { worlds: vec![first], numbers: HashMap::from([(first, 0)]), origins: vec![None], ordinary: Vec::new() };
    let (mut here, mut transitions) = (0, 0);
    while let Some(world) = atlas.worlds.get(here).copied() {
        for event in events(&world) {
            for settings in settings {
                let next = world.after(event, settings, program).map_err(|broken| {
                    let last = format!("{event:?} under {settings:?}");
                    atlas.fault(broken, here, Some(last))
                })?;
                atlas.reach(here, event, next);
                transitions += 1;
            }
        }
        here += 1;
    }
    match atlas.dead_end() {
        Some(end) => Err(atlas.fault(Broken("every_handover_can_come_to_an_end"), end, None)),
        None => Ok(Walked { states: atlas.worlds.len(), transitions, kinds: atlas.kinds() }),
    }
}

impl<const N: usize> Atlas<N> {
    fn reach(&mut self, from: usize, event: Event, next: World<N>) {
        if next == self.worlds[from] {
            return;
        }
        let to = match self.numbers.entry(next) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                self.worlds.push(next);
                self.origins.push(Some((from, event)));
                *new.insert(self.worlds.len() - 1)
            }
        };
        if event.is_ordinary() {
            self.ordinary.push((from, to));
        }
    }

    /// A world with a handover that cannot end although agents come online, reply, and time passes.
    fn dead_end(&self) -> Option<usize> {
        let running = |world: usize, at: usize| self.worlds[world].dialogs[at].control.handover().is_some();
        (0..N).find_map(|at| {
            let mut ends: Vec<bool> = (0..self.worlds.len()).map(|world| !running(world, at)).collect();
            let mut grows = true;
            while grows {
                grows = false;
                for &(from, to) in self.ordinary.iter().rev() {
                    grows |= ends[to] && !ends[from];
                    ends[from] |= ends[to];
                }
            }
            ends.iter().position(|ends| !ends)
        })
    }

    fn kinds(&self) -> BTreeMap<&'static str, usize> {
        let mut kinds = BTreeMap::new();
        for world in &self.worlds {
            let seen: BTreeSet<_> = world.dialogs.iter().map(|dialog| kind(&dialog.control)).collect();
            seen.into_iter().for_each(|kind| *kinds.entry(kind).or_default() += 1);
        }
        kinds
    }

    fn fault(&self, broken: Broken, at: usize, last: Option<String>) -> Fault {
        let mut story: Vec<String> = last.into_iter().collect();
        let mut world = at;
        while let Some((from, event)) = self.origins[world] {
            story.extend([format!("  {:?}", self.worlds[world]), format!("{event:?}")]);
            world = from;
        }
        story.reverse();
        Fault { broken, story }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} does not hold:\n  {}", self.broken.0, self.story.join("\n  "))
    }
}

impl fmt::Display for Walked {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds: Vec<String> = self.kinds.iter().map(|(kind, states)| format!("{kind} {states}")).collect();
        write!(out, "{} states ({}), {} transitions", self.states, kinds.join(", "), self.transitions)
    }
}
