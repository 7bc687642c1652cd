//! A support desk: who works there, how much there is to do, and how long a conversation takes.

use std::f64::consts::TAU;

use crate::chance::Chance;

pub const MINUTE_MS: f64 = 60_000.0;
/// Busy and quiet hours take turns: this long each.
const TIDE_MS: f64 = 120.0 * MINUTE_MS;
/// How much more than the load there is to do in busy hours, and how much less in quiet ones.
const TIDE: f64 = 0.3;

/// Log-normal: the median in minutes, and the spread of the logarithm.
#[derive(Clone, Copy, Debug)]
pub struct LogNormal {
    median_min: f64,
    spread: f64,
}

#[derive(Clone, Copy, Debug)]
enum Handling {
    OneKind(LogNormal),
    /// This part is quick, the others are slow.
    TwoKinds(f64, LogNormal, LogNormal),
}

/// How agents come and go. Each is on duty for so many minutes, then off for so many; what they have then,
/// they still bring to its end. Who waits cannot know when.
#[derive(Clone, Copy, Debug)]
pub struct Duty {
    pub name: &'static str,
    on_min: [f64; 2],
    off_min: [f64; 2],
}

/// A turn ends, and somebody else takes the place soon.
pub const RELIEVED: Duty = Duty { name: "relieved", on_min: [180.0, 360.0], off_min: [0.0, 20.0] };
/// Long breaks that nobody plans: almost a fifth of the agents is away at any time.
pub const RESTLESS: Duty = Duty { name: "restless", on_min: [90.0, 240.0], off_min: [15.0, 60.0] };

#[derive(Clone, Copy, Debug)]
pub struct Desk {
    pub agents: usize,
    /// Conversations that one agent may have at once.
    pub capacity: usize,
    /// Work that comes in over the day, as a part of what the agents on duty get done.
    pub load: f64,
    handling: Handling,
    duty: Duty,
}

impl Desk {
    pub fn invented(duty: Duty, chance: &mut Chance) -> Self {
        Self {
            duty,
            agents: chance.within(1, 20),
            capacity: chance.within(1, 4),
            load: between(chance, [0.7, 1.3]),
            handling: Handling::invented(chance),
        }
    }

    pub fn handling_ms(&self, chance: &mut Chance) -> f64 {
        match self.handling {
            Handling::OneKind(kind) => kind.draw_ms(chance),
            Handling::TwoKinds(quick, one, other) => if chance.part() < quick { one } else { other }.draw_ms(chance),
        }
    }

    /// How long it takes from this moment of the day until the next customer comes.
    pub fn gap_ms(&self, now_ms: f64, chance: &mut Chance) -> f64 {
        let [on, off] = [self.duty.on_min, self.duty.off_min].map(|[least, most]| least + most);
        let slots = (self.agents * self.capacity) as f64 * on / (on + off);
        let is_busy = (now_ms / TIDE_MS) as u64 % 2 == 1;
        let tide = if is_busy { 1.0 + TIDE } else { 1.0 - TIDE };
        -(1.0 - chance.part()).ln() * self.handling.mean_ms() / (slots * self.load * tide)
    }

    pub fn on_ms(&self, chance: &mut Chance) -> f64 {
        between(chance, self.duty.on_min) * MINUTE_MS
    }

    pub fn off_ms(&self, chance: &mut Chance) -> f64 {
        between(chance, self.duty.off_min) * MINUTE_MS
    }
}

impl Handling {
    fn invented(chance: &mut Chance) -> Self {
        let mut kind =
            |median, spread| LogNormal { median_min: between(chance, median), spread: between(chance, spread) };
        let one = Self::OneKind(kind([3.0, 12.0], [0.6, 1.2]));
        let (quick, slow) = (kind([1.0, 4.0], [0.3, 0.6]), kind([12.0, 25.0], [0.3, 0.6]));
        if chance.part() < 0.5 { one } else { Self::TwoKinds(between(chance, [0.5, 0.8]), quick, slow) }
    }

    fn mean_ms(&self) -> f64 {
        match self {
            Self::OneKind(kind) => kind.mean_ms(),
            Self::TwoKinds(quick, one, other) => quick * one.mean_ms() + (1.0 - quick) * other.mean_ms(),
        }
    }
}

impl LogNormal {
    fn mean_ms(self) -> f64 {
        self.median_min * MINUTE_MS * (self.spread * self.spread / 2.0).exp()
    }

    fn draw_ms(self, chance: &mut Chance) -> f64 {
        // Box and Muller, 1958.
        let far = (-2.0 * (1.0 - chance.part()).ln()).sqrt();
        self.median_min * MINUTE_MS * (self.spread * far * (TAU * chance.part()).cos()).exp()
    }
}

pub fn between(chance: &mut Chance, [least, most]: [f64; 2]) -> f64 {
    least + chance.part() * (most - least)
}
