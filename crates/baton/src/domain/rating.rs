//! What a customer says of how a person helped them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{HandoverId, Person};

/// From the worst to the best.
pub const SCORES: std::ops::RangeInclusive<i64> = 1..=5;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Rating {
    /// 1 to 5.
    pub score: i64,
    pub comment: Option<String>,
}

/// A handover that its customer may rate, and the agent who ended it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ToRate {
    pub handover: HandoverId,
    pub agent: Person,
}

/// Ratings, counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, ToSchema)]
pub struct Ratings {
    pub count: i64,
    /// Absent without any.
    pub average: Option<f64>,
    /// How many gave 1, 2, 3, 4 and 5.
    pub by_score: [i64; 5],
}

impl Ratings {
    /// Counts so many more with this score.
    pub fn add(&mut self, score: i64, count: i64) {
        let place = usize::try_from(score - SCORES.start()).ok().and_then(|place| self.by_score.get_mut(place));
        let Some(counted) = place else { return };
        *counted += count;
        self.count += count;
        let sum: i64 = self.by_score.iter().zip(SCORES).map(|(count, score)| count * score).sum();
        self.average = (self.count > 0).then(|| sum as f64 / self.count as f64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_average_is_of_all_that_were_given() {
        let mut ratings = Ratings::default();
        assert_eq!(ratings.average, None);
        ratings.add(5, 3);
        ratings.add(1, 1);
        ratings.add(6, 9);
        assert_eq!((ratings.count, ratings.average, ratings.by_score), (4, Some(4.0), [1, 0, 0, 0, 3]));
    }
}
