//! Who is on duty and holds which conversation, who waits, and what was seen lately.

use std::collections::VecDeque;

use handover::Slot;

/// What the estimate may look at.
const HANDLED_KEPT: usize = 200;
const WAITS_KEPT: usize = 10;

struct Agent {
    on_duty: bool,
    /// When each conversation began.
    held: Vec<i64>,
}

pub struct Customer {
    pub joined: i64,
    pub assigned: Option<i64>,
}

pub struct Floor {
    capacity: usize,
    agents: Vec<Agent>,
    pub customers: Vec<Customer>,
    queue: VecDeque<usize>,
    /// Newest first.
    pub handled_ms: VecDeque<i64>,
    pub last_waits_ms: VecDeque<i64>,
}

impl Floor {
    pub fn open(agents: usize, capacity: usize) -> Self {
        let agents: Vec<Agent> = (0..agents).map(|_| Agent { on_duty: false, held: Vec::new() }).collect();
        let (customers, queue) = (Vec::new(), VecDeque::new());
        Self { capacity, agents, customers, queue, handled_ms: VecDeque::new(), last_waits_ms: VecDeque::new() }
    }

    pub fn join(&mut self, now: i64) -> usize {
        self.customers.push(Customer { joined: now, assigned: None });
        self.queue.push_back(self.customers.len() - 1);
        self.customers.len() - 1
    }

    pub fn set_duty(&mut self, agent: usize, on_duty: bool) {
        self.agents[agent].on_duty = on_duty;
    }

    pub fn is_on_duty(&self, agent: usize) -> bool {
        self.agents[agent].on_duty
    }

    pub fn anybody_waits(&self) -> bool {
        !self.queue.is_empty()
    }

    /// The first in the queue goes to the least busy agent on duty, who is told.
    pub fn assign(&mut self, now: i64) -> Option<usize> {
        let on_duty = self.agents.iter_mut().enumerate().filter(|(_, agent)| agent.on_duty);
        let (number, agent) =
            on_duty.filter(|(_, agent)| agent.held.len() < self.capacity).min_by_key(|(_, agent)| agent.held.len())?;
        let customer = &mut self.customers[self.queue.pop_front()?];
        customer.assigned = Some(now);
        agent.held.push(now);
        keep(&mut self.last_waits_ms, now - customer.joined, WAITS_KEPT);
        Some(number)
    }

    pub fn end(&mut self, agent: usize, began: i64, now: i64) {
        let held = &mut self.agents[agent].held;
        if let Some(at) = held.iter().position(|other| *other == began) {
            held.remove(at);
            keep(&mut self.handled_ms, now - began, HANDLED_KEPT);
        }
    }

    pub fn ahead_of(&self, customer: usize) -> Option<usize> {
        self.queue.iter().position(|waiting| *waiting == customer)
    }

    pub fn slots(&self, now: i64) -> Vec<Slot> {
        let on_duty = self.agents.iter().filter(|agent| agent.on_duty);
        let of = |agent: &Agent| {
            let free = self.capacity - agent.held.len();
            let held: Vec<Slot> = agent.held.iter().map(|began| Slot::Held { for_ms: now - began }).collect();
            held.into_iter().chain(std::iter::repeat_n(Slot::Free, free))
        };
        on_duty.flat_map(of).collect()
    }
}

fn keep(newest_first: &mut VecDeque<i64>, newest: i64, at_most: usize) {
    newest_first.push_front(newest);
    newest_first.truncate(at_most);
}
