//! Threads: their paraphrases, asked with the thread and without it.

use super::super::ask::{Ask, Place};
use super::super::dataset::Dataset;
use super::super::truth::{Truth, Why};
use super::draw::Chance;
use super::{Run, Setup};

pub(super) fn runs(set: &Dataset, chance: &mut Chance) -> Vec<Run> {
    let parts = chance.parts(set.sources());
    let asks = set.questions.iter().flat_map(|question| {
        let ask = Ask::of(question, parts[question.cluster]);
        let entry = set.knowledge.iter().position(|entry| entry.source == question.cluster);
        let missing = entry.map(|entry| Ask {
            without: Some(Place { entry }),
            truth: Truth::Nothing(Why::TopicMissing),
            ..ask.clone()
        });
        [Some(ask), missing].into_iter().flatten()
    });
    vec![Run { setup: Setup::Everything, knowledge: (0..set.knowledge.len()).collect(), asks: asks.collect() }]
}

#[cfg(test)]
mod tests {
    use super::super::super::ask::Part;
    use super::super::super::dataset::{Dataset, Format};
    use super::*;

    fn set() -> Dataset {
        let threads = (0..4).map(|n| format!(r#"{{"question": "q{n}", "answer": ["a"], "rephr": ["r", "s"]}}"#));
        let text = format!("[{}]", threads.collect::<Vec<_>>().join(","));
        Format::Faq.read("threads", &text).unwrap()
    }

    #[test]
    fn a_paraphrase_is_asked_with_its_thread_and_without() {
        let runs = runs(&set(), &mut Chance::of(1));
        assert_eq!(runs[0].asks.len(), 16);
        assert_eq!(runs[0].asks[5].without, Some(Place { entry: 1 }));
        assert_eq!(runs[0].asks[5].truth, Truth::Nothing(Why::TopicMissing));
    }

    #[test]
    fn paraphrases_of_one_thread_stay_in_one_part() {
        let runs = runs(&set(), &mut Chance::of(1));
        let report = |ask: &Ask| ask.part == Part::Report;
        assert!(runs[0].asks.iter().all(|ask| report(ask) == report(&runs[0].asks[4 * ask.cluster])));
        assert_eq!(runs[0].asks.iter().filter(|ask| report(ask)).count(), 8);
    }
}
