//! One day of a desk, event by event.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    desk::{Desk, MINUTE_MS, between},
    floor::Floor,
    look::Look,
};
use crate::chance::Chance;

/// Nobody joins the queue after this; who is in it is still served.
const DAY_MS: i64 = 10 * 60 * MINUTE_MS as i64;
/// Looked at when they join, and if they still wait after so many minutes.
const LOOKS_MIN: [i64; 6] = [0, 2, 5, 10, 20, 40];
/// About so many customers of each desk are looked at, evenly over the day.
const WATCHED: f64 = 60.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Ends { agent: usize, began: i64 },
    Duty { agent: usize },
    Joins,
    LookAt { customer: usize },
}

/// What was foretold over the day to those who had to wait, and how long they did wait.
pub fn pass(desk: &Desk, chance: &mut Chance) -> Vec<Look> {
    let mut day = Day {
        desk,
        chance,
        floor: Floor::open(desk.agents, desk.capacity),
        next: BinaryHeap::new(),
        looks: Vec::new(),
        watched: 0.0,
    };
    day.open();
    while let Some(Reverse((now, event))) = day.next.pop() {
        if now > DAY_MS && !day.floor.anybody_waits() {
            break;
        }
        day.happens(now, event);
    }
    let customers = day.floor.customers;
    let waited = |look: Look| Some(Look { truth_ms: customers[look.customer].assigned? - look.at, ..look });
    day.looks.into_iter().filter_map(waited).collect()
}

struct Day<'a> {
    desk: &'a Desk,
    chance: &'a mut Chance,
    floor: Floor,
    next: BinaryHeap<Reverse<(i64, Event)>>,
    looks: Vec<Look>,
    /// How far the next customer is away who is looked at: from 0 to 1.
    watched: f64,
}

impl Day<'_> {
    fn open(&mut self) {
        for agent in 0..self.desk.agents {
            // Some are in the middle of their turn.
            self.floor.set_duty(agent, true);
            let left = self.desk.on_ms(self.chance) * between(self.chance, [0.0, 1.0]);
            self.at(left as i64, Event::Duty { agent });
        }
        self.at(0, Event::Joins);
    }

    fn at(&mut self, when: i64, event: Event) {
        self.next.push(Reverse((when, event)));
    }

    fn happens(&mut self, now: i64, event: Event) {
        match event {
            Event::Ends { agent, began } => self.floor.end(agent, began, now),
            Event::Duty { agent } => self.turn(agent, now),
            Event::Joins => return self.joins(now),
            Event::LookAt { customer } => return self.look(customer, now),
        }
        self.assign(now);
    }

    fn turn(&mut self, agent: usize, now: i64) {
        let on_duty = !self.floor.is_on_duty(agent);
        self.floor.set_duty(agent, on_duty);
        let lasts = if on_duty { self.desk.on_ms(self.chance) } else { self.desk.off_ms(self.chance) };
        self.at(now + lasts as i64, Event::Duty { agent });
    }

    fn joins(&mut self, now: i64) {
        let customer = self.floor.join(now);
        self.assign(now);
        let gap = self.desk.gap_ms(now as f64, self.chance);
        self.watched += WATCHED * gap / DAY_MS as f64;
        if self.watched >= 1.0 {
            self.watched -= 1.0;
            for minutes in LOOKS_MIN {
                self.at(now + minutes * MINUTE_MS as i64, Event::LookAt { customer });
            }
        }
        if now + (gap as i64) < DAY_MS {
            self.at(now + gap as i64, Event::Joins);
        }
    }

    fn assign(&mut self, now: i64) {
        while let Some(agent) = self.floor.assign(now) {
            let lasts = self.desk.handling_ms(self.chance) as i64;
            self.at(now + lasts, Event::Ends { agent, began: now });
        }
    }

    /// Those who have been assigned by now do not wait any more.
    fn look(&mut self, customer: usize, now: i64) {
        self.looks.extend(Look::at(&self.floor, customer, now));
    }
}

#[cfg(test)]
mod tests {
    use super::{super::desk::RESTLESS, *};

    fn day_of_a_small_desk(seed: u64) -> Vec<Look> {
        let mut chance = Chance::new(seed);
        let desk = loop {
            let desk = Desk::invented(RESTLESS, &mut chance);
            if desk.agents <= 3 {
                break desk;
            }
        };
        pass(&desk, &mut chance)
    }

    #[test]
    fn the_same_seed_makes_the_same_day() {
        assert_eq!(day_of_a_small_desk(5), day_of_a_small_desk(5));
    }

    #[test]
    fn who_is_looked_at_waits_and_is_assigned_in_the_end() {
        let looks = day_of_a_small_desk(6);
        assert!(!looks.is_empty());
        assert!(looks.iter().all(|look| look.truth_ms >= 0), "{looks:?}");
    }

    #[test]
    fn nobody_is_assigned_before_those_who_came_earlier() {
        let looks = day_of_a_small_desk(7);
        let mut assigned: Vec<(usize, i64)> =
            looks.iter().map(|look| (look.customer, look.at + look.truth_ms)).collect();
        assigned.sort_unstable();
        assert!(assigned.is_sorted_by_key(|(_, when)| *when), "{assigned:?}");
    }
}
