//! Contenders take turns, A B C A B C A B C, so that a slow minute of the machine hits all of them;
//! what counts is each one's median.

use std::time::{Duration, Instant};

use anyhow::anyhow;
use tokio::time::timeout;

use crate::{
    bench::Bench,
    contender::Contender,
    figures::{median, spread},
    table::Row,
};

/// One round of one contender never takes longer.
const PATIENCE: Duration = Duration::from_secs(90);

/// What each contender measured, a value a round.
pub struct Rounds<T> {
    measured: Vec<(Contender, Vec<T>)>,
    /// What went wrong: that contender takes no further part.
    pub failures: Vec<String>,
}

/// The contenders' medians of one figure.
#[derive(Clone, Copy)]
pub struct Medians {
    pub ours: Option<f64>,
    pub limit: Option<f64>,
    pub ejabberd: Option<f64>,
    pub prosody: Option<f64>,
}

pub async fn rounds<T>(
    bench: &Bench,
    count: usize,
    measure: impl AsyncFn(&Contender) -> anyhow::Result<T>,
) -> Rounds<T> {
    let mut rounds = Rounds { measured: Vec::new(), failures: Vec::new() };
    let mut contenders = bench.contenders.clone();
    for _ in 0..count {
        let mut failed = Vec::new();
        for contender in &contenders {
            let began = Instant::now();
            let measured =
                timeout(PATIENCE, measure(contender)).await.unwrap_or_else(|_| Err(anyhow!("took too long")));
            eprintln!("  {}: {:.1} s", contender.name(), began.elapsed().as_secs_f64());
            match measured {
                Ok(value) => rounds.add(contender, value),
                Err(error) => {
                    rounds.failures.push(format!("{} failed and is left out: {error:#}.", contender.name()));
                    failed.push(contender.clone());
                }
            }
        }
        contenders.retain(|contender| !failed.contains(contender));
    }
    rounds
}

impl<T> Rounds<T> {
    fn add(&mut self, contender: &Contender, value: T) {
        match self.measured.iter_mut().find(|(known, _)| known == contender) {
            Some((_, values)) => values.push(value),
            None => self.measured.push((contender.clone(), vec![value])),
        }
    }

    pub fn all(&self) -> impl Iterator<Item = (&Contender, &T)> {
        self.measured.iter().flat_map(|(contender, values)| values.iter().map(move |value| (contender, value)))
    }

    pub fn medians(&self, figure: impl Fn(&T) -> f64) -> Medians {
        let of = |name: &str| median(self.values(name, &figure));
        Medians { ours: of("Baton"), limit: of("limit"), ejabberd: of("ejabberd"), prosody: of("Prosody") }
    }

    /// How far apart the limit's own rounds are.
    pub fn limit_spread(&self, figure: impl Fn(&T) -> f64) -> f64 {
        spread(self.values("limit", &figure))
    }

    fn values(&self, name: &str, figure: &impl Fn(&T) -> f64) -> Vec<f64> {
        self.all().filter(|(contender, _)| contender.name() == name).map(|(_, value)| figure(value)).collect()
    }
}

impl Medians {
    /// A row of the table; `aim` says in words what `met` checks.
    pub fn row(
        self,
        what: &str,
        write: impl Fn(f64) -> String,
        aim: &'static str,
        met: impl Fn(f64, Self) -> Option<bool>,
    ) -> Row {
        let written = |value: Option<f64>| value.map_or("skipped".into(), &write);
        let peer = |name: &str, value| match self.over(value) {
            Some(ratio) => format!("{name} {} ({ratio:.2}×)", written(value)),
            None => format!("{name} {}", written(value)),
        };
        Row {
            what: what.into(),
            ours: written(self.ours),
            limit: written(self.limit),
            ratio: self.over(self.limit).map_or(String::new(), |ratio| format!("{ratio:.2}")),
            peers: format!("{} · {}", peer("ejabberd", self.ejabberd), peer("Prosody", self.prosody)),
            aim,
            met: self.ours.and_then(|ours| met(ours, self)),
        }
    }

    /// Ours over another one's.
    pub fn over(self, other: Option<f64>) -> Option<f64> {
        Some(self.ours? / other.filter(|value| *value > 0.0)?)
    }
}
