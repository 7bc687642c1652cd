//! Which questions belong together: those that are found or not, and for each reason why the knowledge may not answer
//! those that it does and those that it does not.

use std::collections::BTreeSet;

use super::super::ask::Part;
use super::super::dataset::{Dataset, Protocol};
use super::super::metrics::{Need, Sample, answerable, curve, equal_width};
use super::super::protocol::Setup;
use super::super::truth::{Truth, Why};
use super::rows::Over;
use super::{Answers, Asked, Column, Drawing, Row, Section};

/// Points of a curve that are kept; more cannot be seen.
const CURVE_POINTS_MAX: usize = 200;

/// A sample, and which sections it is for.
struct Kept {
    run: usize,
    setup: Setup,
    part: Part,
    why: Option<Why>,
    is_follow_up: bool,
    sample: Sample,
}

/// All figures of one way of answering; `seed` is that of the resamples.
pub fn measure(title: &str, set: &Dataset, answers: &[Answers], seed: u64) -> Column {
    let kept = keep(set, answers);
    let mut sections = finding(set.protocol, &kept, seed);
    sections.extend(Why::ALL.into_iter().filter_map(|why| knowing(set.protocol, &kept, (why, seed))));
    if set.protocol == Protocol::Own {
        sections.push(together(&kept, seed));
    }
    Column { title: title.into(), sections }
}

fn keep(set: &Dataset, answers: &[Answers]) -> Vec<Kept> {
    let kept = answers.iter().enumerate().flat_map(|(number, (run, judged))| {
        judged.iter().map(move |(ask, judged)| Kept {
            run: number,
            setup: run.setup,
            part: ask.part,
            why: match ask.truth {
                Truth::Nothing(why) => Some(why),
                Truth::Passage { .. } | Truth::Source { .. } | Truth::Person => None,
            },
            is_follow_up: !ask.before.is_empty(),
            sample: Sample::of(ask, judged, &set.knowledge),
        })
    });
    kept.collect()
}

fn finding(protocol: Protocol, kept: &[Kept], seed: u64) -> Vec<Section> {
    let (title, first) = match protocol {
        Protocol::Documents => ("Finding the passage", "recall@1"),
        Protocol::Intents => ("Finding the intent", "accuracy (recall@1)"),
        Protocol::Threads => ("Finding the thread", "recall@1"),
        Protocol::Own => ("Finding the source", "recall@1"),
    };
    let is_asked = |one: &&Kept| one.setup == Setup::Everything && one.sample.is_answerable() == Some(true);
    let samples = |is_wanted: &dyn Fn(&Kept) -> bool| -> Vec<Sample> {
        kept.iter().filter(is_asked).filter(|one| is_wanted(one)).map(|one| one.sample).collect()
    };
    let section = |title: String, how, samples: &[Sample]| {
        let rows = Over { samples, seed }.finding(first);
        Section { title, how, asked: count(samples), rows, drawing: None }
    };
    let reported = samples(&|one| one.part == Part::Report);
    let mut sections = vec![section(title.into(), "All knowledge is in.", &reported)];
    if protocol != Protocol::Intents {
        let how = "All knowledge is in; nothing is chosen here, so the development part may be seen too.";
        sections.push(section(format!("{title}, both parts"), how, &samples(&|_| true)));
    }
    let follow_ups = samples(&|one| one.is_follow_up);
    if !follow_ups.is_empty() {
        let how = "Questions that need what was said before, of both parts.";
        sections.push(section(format!("{title}, follow-ups"), how, &follow_ups));
    }
    sections
}

/// The questions of the runs in which something cannot be answered for this reason, without those that cannot for
/// another one. Absent when there are none.
fn knowing(protocol: Protocol, kept: &[Kept], (why, seed): (Why, u64)) -> Option<Section> {
    let runs: BTreeSet<usize> = kept.iter().filter(|one| one.why == Some(why)).map(|one| one.run).collect();
    let belongs = |one: &&Kept| {
        let is_answerable = one.sample.is_answerable() == Some(true);
        runs.contains(&one.run) && (is_answerable || one.why == Some(why))
    };
    let part = |part| kept.iter().filter(belongs).filter(move |one| one.part == part).map(|one| one.sample).collect();
    let samples: Vec<Sample> = part(Part::Report);
    let is_there = samples.iter().any(|sample| sample.need == Need::Nothing);
    is_there.then(|| {
        let rows = Over { samples: &samples, seed }.knowing(&part(Part::Development));
        drawn(why.title(), how(protocol, why), &samples, rows)
    })
}

/// Everything as it would come in.
fn together(kept: &[Kept], seed: u64) -> Section {
    let part = |part| kept.iter().filter(move |one| one.part == part).map(|one| one.sample).collect();
    let (development, samples): (Vec<Sample>, Vec<Sample>) = (part(Part::Development), part(Part::Report));
    let over = Over { samples: &samples, seed };
    let rows = over.knowing(&development).into_iter().chain(over.persons()).collect();
    drawn("Everything together", "All questions, as they would come in.", &samples, rows)
}

fn drawn(title: &str, how: &'static str, samples: &[Sample], rows: Vec<Row>) -> Section {
    let mut points = curve(samples);
    let step = points.len().div_ceil(CURVE_POINTS_MAX).max(1);
    let last = points.len().saturating_sub(1);
    let mut at = 0..;
    points.retain(|_| at.next().is_some_and(|at: usize| at.is_multiple_of(step) || at == last));
    let drawing = Some(Drawing { curve: points, reliability: equal_width(samples, answerable) });
    Section { title: title.into(), how, asked: count(samples), rows, drawing }
}

fn count(samples: &[Sample]) -> Asked {
    let of = |wanted: Option<bool>| samples.iter().filter(|sample| sample.is_answerable() == wanted).count();
    let clusters: BTreeSet<usize> = samples.iter().map(|sample| sample.cluster).collect();
    Asked { answerable: of(Some(true)), unanswerable: of(Some(false)), person: of(None), clusters: clusters.len() }
}

fn how(protocol: Protocol, why: Why) -> &'static str {
    match (why, protocol) {
        (Why::TopicMissing, Protocol::Threads) => "Each question is asked with its thread and without it.",
        (Why::TopicMissing, Protocol::Documents | Protocol::Intents | Protocol::Own) => {
            "Half of the articles are in, in turn; the questions of both halves are asked."
        }
        (Why::FactMissing, _) => "Each question is asked with the paragraph that answers it and without it.",
        (Why::Adversarial, _) => "Everything is in; some questions were changed so that nothing answers them.",
        (Why::OutOfScope, _) => "Lines of the intents, and lines that mean none of them.",
        (Why::NearMiss, _) => "A fifth of the intents is left out, in turn; lines of all intents are asked.",
        (Why::Gap, _) => "Questions that the knowledge answers, and such as customers ask and it does not answer.",
        (Why::OffTopic, _) => "Questions that the knowledge answers, and such as have nothing to do with it.",
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::ask::test::judged;
    use super::super::super::ask::{Ask, Decision, Judged};
    use super::super::super::dataset::Format;
    use super::super::super::protocol::Plan;
    use super::*;

    /// Finds every entry and says what it is told about whether it can be answered.
    fn judge(ask: &Ask, knows: bool) -> Judged {
        let ranked = match &ask.truth {
            Truth::Passage { entry, .. } => vec![*entry],
            Truth::Source { .. } | Truth::Nothing(_) | Truth::Person => vec![0],
        };
        let is_sure = ask.truth.is_answerable() || !knows;
        let decision = if is_sure { Decision::Answer } else { Decision::DontKnow };
        Judged { decision, ..judged(&ranked, if is_sure { 0.99 } else { 0.01 }) }
    }

    fn column(knows: bool) -> Column {
        let article = |n: usize| {
            let qas =
                r#"{"question": "why?", "answers": [{"text": "so"}]}, {"question": "not?", "is_impossible": true}"#;
            format!(r#"{{"title": "t{n}", "paragraphs": [{{"context": "so {n}", "qas": [{qas}]}}]}}"#)
        };
        let articles: Vec<String> = (0..12).map(article).collect();
        let set = Format::Squad.read("s", &format!(r#"{{"data": [{}]}}"#, articles.join(","))).unwrap();
        let runs = set.runs(&Plan::default());
        let answers: Vec<Answers> =
            runs.iter().map(|run| (run, run.asks.iter().map(|ask| (ask, judge(ask, knows))).collect())).collect();
        measure("c", &set, &answers, 1)
    }

    fn value(section: &Section, key: &str) -> f64 {
        section.rows.iter().find(|row| row.key == key).and_then(|row| row.value).unwrap()
    }

    #[test]
    fn every_reason_that_occurs_has_its_section() {
        let titles: Vec<String> = column(true).sections.into_iter().map(|section| section.title).collect();
        assert_eq!(
            titles,
            [
                "Finding the passage",
                "Finding the passage, both parts",
                "Topic missing",
                "Fact missing",
                "Adversarially changed"
            ]
        );
    }

    #[test]
    fn who_knows_what_it_does_not_know_makes_no_mistake() {
        for section in &column(true).sections[2..] {
            assert_eq!((section.asked.answerable, section.asked.unanswerable), (6, 6), "{}", section.title);
            assert_eq!(value(section, "auroc"), 1.0);
            assert_eq!(value(section, "bad_answer_rate"), 0.0);
            assert_eq!(value(section, "containment_at_2_percent"), 0.5);
            assert!((value(section, "ece") - 0.01).abs() < 1e-9);
        }
    }

    #[test]
    fn who_answers_everything_is_wrong_half_of_the_time() {
        for section in &column(false).sections[2..] {
            assert_eq!(value(section, "auroc"), 0.5);
            assert_eq!(value(section, "bad_answer_rate"), 0.5);
            assert_eq!(value(section, "containment_at_5_percent"), 0.0);
            assert_eq!(value(section, "threshold_at_5_percent"), f64::INFINITY);
        }
    }
}
