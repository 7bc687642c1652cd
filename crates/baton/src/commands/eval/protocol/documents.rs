//! Articles: with everything in, with the one paragraph out, and with half of the articles out.

use super::super::ask::{Ask, Part, Place};
use super::super::dataset::{Dataset, Question};
use super::super::truth::{Truth, Why};
use super::draw::Chance;
use super::{Run, Setup};

/// Each article is for development or for the report, and within these in the first or in the second half.
struct Split {
    parts: Vec<Part>,
    halves: Vec<usize>,
}

pub(super) fn runs(set: &Dataset, chance: &mut Chance) -> Vec<Run> {
    let places = chance.places(set.sources());
    let split = Split {
        parts: places.iter().map(|&place| super::draw::half(place, places.len())).collect(),
        halves: places.iter().map(|place| place % 2).collect(),
    };
    let mut runs = vec![everything(set, &split)];
    for part in [Part::Development, Part::Report] {
        // Each half is in once and out once, so that no article is only ever known or only ever missing.
        runs.extend([0, 1].map(|half| topics(set, &split, part, half)));
    }
    runs.retain(|run| !run.asks.is_empty());
    runs
}

/// All articles are in. Each question that has an answer is asked with its paragraph and without.
fn everything(set: &Dataset, split: &Split) -> Run {
    let asks = set.questions.iter().flat_map(|question| {
        let ask = Ask::of(question, split.parts[question.cluster]);
        let missing = home(question).map(|entry| Ask {
            without: Some(Place { entry }),
            truth: Truth::Nothing(Why::FactMissing),
            ..ask.clone()
        });
        [Some(ask), missing].into_iter().flatten()
    });
    Run { setup: Setup::Everything, knowledge: (0..set.knowledge.len()).collect(), asks: asks.collect() }
}

/// Half of the articles of one part are in. The questions of both halves are asked.
fn topics(set: &Dataset, split: &Split, part: Part, half: usize) -> Run {
    let is_in = |source: usize| split.parts[source] == part && split.halves[source] == half;
    let knowledge = (0..set.knowledge.len()).filter(|&entry| is_in(set.knowledge[entry].source)).collect();
    let asked = set.questions.iter().filter(|question| split.parts[question.cluster] == part);
    let asks = asked.filter(|question| home(question).is_some()).map(|question| {
        let ask = Ask::of(question, part);
        let truth = if is_in(question.cluster) { ask.truth.clone() } else { Truth::Nothing(Why::TopicMissing) };
        Ask { truth, ..ask }
    });
    Run { setup: Setup::SomeLeftOut, asks: asks.collect(), knowledge }
}

fn home(question: &Question) -> Option<usize> {
    match question.truth {
        Truth::Passage { entry, .. } => Some(entry),
        Truth::Source { .. } | Truth::Nothing(_) | Truth::Person => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::dataset::{Body, Entry, Protocol};
    use super::*;

    /// Articles of two paragraphs; of each, one question about the first and one that nothing answers.
    fn set(articles: usize) -> Dataset {
        let entries = (0..2 * articles).map(|entry| Entry {
            source: entry / 2,
            passage: entry % 2,
            title: String::new(),
            body: Body::Paragraph(entry.to_string()),
        });
        let question = |cluster, truth| Question { text: "?".into(), before: vec![], truth, cluster, part: None };
        let questions = (0..articles).flat_map(|article| {
            let truth = Truth::Passage { entry: 2 * article, says: vec![] };
            [question(article, truth), question(article, Truth::Nothing(Why::Adversarial))]
        });
        let (name, questions) = (String::new(), questions.collect());
        Dataset { name, knowledge: entries.collect(), questions, protocol: Protocol::Documents }
    }

    #[test]
    fn with_everything_in_each_question_is_asked_with_its_paragraph_and_without() {
        let set = set(8);
        let run = &runs(&set, &mut Chance::of(1))[0];
        assert_eq!((run.setup, run.knowledge.len(), run.asks.len()), (Setup::Everything, 16, 24));
        let without: Vec<&Ask> = run.asks.iter().filter(|ask| ask.without.is_some()).collect();
        assert_eq!(without.len(), 8);
        assert!(without.iter().all(|ask| ask.truth == Truth::Nothing(Why::FactMissing)));
        assert_eq!(without[3].without, Some(Place { entry: 6 }));
    }

    #[test]
    fn an_article_is_never_in_the_knowledge_of_the_other_part() {
        let set = set(8);
        for run in &runs(&set, &mut Chance::of(1))[1..] {
            let sources: Vec<usize> = run.knowledge.iter().map(|&entry| set.knowledge[entry].source).collect();
            assert_eq!(run.knowledge.len(), 4);
            assert!(run.asks.iter().all(|ask| ask.part == run.asks[0].part));
            for ask in &run.asks {
                assert_eq!(ask.truth.is_answerable(), sources.contains(&ask.cluster), "{ask:?}");
            }
        }
    }

    #[test]
    fn each_article_is_missing_once_and_known_once() {
        let runs = runs(&set(8), &mut Chance::of(5));
        for article in 0..8 {
            let asked = runs[1..].iter().flat_map(|run| &run.asks).filter(|ask| ask.cluster == article);
            let known: Vec<bool> = asked.map(|ask| ask.truth.is_answerable()).collect();
            assert!(known == [true, false] || known == [false, true], "{known:?}");
        }
    }
}
