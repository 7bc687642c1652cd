//! What one listener heard of a conversation whose messages are numbered 0, 1, 2, …

/// How far it heard, and what was wrong with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    next: u32,
    missing: u32,
    again: u32,
    late: u32,
}

/// Faults of all listeners together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Faults {
    pub lost: u32,
    /// Heard twice.
    pub doubled: u32,
    pub out_of_order: u32,
}

impl Tally {
    pub fn hear(&mut self, number: u32) {
        if number >= self.next {
            self.missing += number - self.next;
            self.next = number + 1;
        } else if self.missing > 0 {
            self.missing -= 1;
            self.late += 1;
        } else {
            self.again += 1;
        }
    }

    /// The number after the highest one heard.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// What was wrong if so many were sent.
    pub fn faults(&self, sent: u32) -> Faults {
        Faults { lost: self.missing + sent.saturating_sub(self.next), doubled: self.again, out_of_order: self.late }
    }
}

impl std::ops::AddAssign for Faults {
    fn add_assign(&mut self, other: Self) {
        self.lost += other.lost;
        self.doubled += other.doubled;
        self.out_of_order += other.out_of_order;
    }
}

impl std::iter::Sum for Faults {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, faults| {
            sum += faults;
            sum
        })
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} lost, {} doubled, {} out of order", self.lost, self.doubled, self.out_of_order)
    }
}

impl Faults {
    pub fn none(self) -> bool {
        self.lost + self.doubled + self.out_of_order == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(heard: &[u32], sent: u32) -> (u32, u32, u32) {
        let mut tally = Tally::default();
        heard.iter().for_each(|number| tally.hear(*number));
        let Faults { lost, doubled, out_of_order } = tally.faults(sent);
        (lost, doubled, out_of_order)
    }

    #[test]
    fn all_in_order_has_no_faults() {
        assert_eq!(faults(&[0, 1, 2], 3), (0, 0, 0));
    }

    #[test]
    fn a_gap_and_a_missing_end_are_losses() {
        assert_eq!(faults(&[0, 2], 4), (2, 0, 0));
    }

    #[test]
    fn what_comes_twice_or_late_is_counted() {
        assert_eq!(faults(&[0, 1, 1], 2), (0, 1, 0));
        assert_eq!(faults(&[1, 0], 2), (0, 0, 1));
    }
}
