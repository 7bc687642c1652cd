//! The queue, let go on many times: the same people, other handling times.

use alloc::{collections::BinaryHeap, vec::Vec};
use core::cmp::Reverse;

use super::{
    Slot, Wait,
    draw::{Draw, For, RUNS},
    handling::Handling,
};

pub(super) fn run(slots: &[Slot], handling: &Handling, ahead: usize) -> Wait {
    let slots: Vec<(Slot, Draw)> =
        slots.iter().enumerate().map(|(number, slot)| (*slot, Draw::new(For::Slot(number)))).collect();
    let ahead: Vec<Draw> = (0..ahead).map(|person| Draw::new(For::Ahead(person))).collect();
    let mut waits: Vec<u64> =
        (0..RUNS).zip(handling.paces()).map(|(run, pace)| Run { run, pace, handling }.wait(&slots, &ahead)).collect();
    waits.sort_unstable();
    Wait { p50_ms: at(&waits, 50), p90_ms: at(&waits, 90) }
}

/// The smallest wait that so many of a hundred runs do not exceed.
fn at(sorted: &[u64], hundredths: usize) -> i64 {
    let place = (sorted.len() * hundredths).div_ceil(100).saturating_sub(1);
    sorted.get(place).map_or(0, |wait| i64::try_from(*wait).unwrap_or(i64::MAX))
}

struct Run<'a> {
    run: u32,
    /// Conversations take this much longer than those that were seen.
    pace: f64,
    handling: &'a Handling,
}

impl Run<'_> {
    /// Whoever is first gets the slot that is free first; so does this customer, after all ahead.
    fn wait(&self, slots: &[(Slot, Draw)], ahead: &[Draw]) -> u64 {
        let mut free_at: BinaryHeap<Reverse<u64>> =
            slots.iter().map(|(slot, draw)| Reverse(self.free_in(*slot, *draw))).collect();
        for person in ahead {
            if let Some(mut first) = free_at.peek_mut() {
                first.0 = first.0.saturating_add(self.takes(*person));
            }
        }
        free_at.peek().map_or(0, |first| first.0)
    }

    fn free_in(&self, slot: Slot, draw: Draw) -> u64 {
        match slot {
            Slot::Free => 0,
            Slot::Held { for_ms } => {
                let so_far = for_ms.max(0) as f64 / self.pace;
                (self.pace * self.handling.remains(so_far, draw.part(self.run))) as u64
            }
        }
    }

    fn takes(&self, person: Draw) -> u64 {
        (self.pace * self.handling.lasts(person.part(self.run))) as u64
    }
}
