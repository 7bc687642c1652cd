//! Sets that say themselves what is right: asked as they are, in one conversation each.

use super::super::ask::Ask;
use super::super::dataset::Dataset;
use super::draw::Chance;
use super::{Run, Setup};

pub(super) fn runs(set: &Dataset, chance: &mut Chance) -> Vec<Run> {
    let clusters = set.questions.iter().map(|question| question.cluster + 1).max().unwrap_or_default();
    let parts = chance.parts(clusters);
    let asks = set.questions.iter().map(|question| Ask::of(question, question.part.unwrap_or(parts[question.cluster])));
    vec![Run { setup: Setup::Everything, knowledge: (0..set.knowledge.len()).collect(), asks: asks.collect() }]
}

#[cfg(test)]
mod tests {
    use super::super::super::ask::Part;
    use super::super::super::dataset::Format;
    use super::*;

    #[test]
    fn questions_are_asked_as_they_are_and_paraphrases_stay_in_one_part() {
        let question = |n: usize| format!(r#"{{"question": "q{n}", "kind": "gap", "paraphrases": ["p{n}"]}}"#);
        let questions = (0..6).map(question).collect::<Vec<_>>().join(",");
        let knowledge = r#"[{"title": "A", "text": "a"}]"#;
        let text = format!(r#"{{"knowledge": {knowledge}, "questions": [{questions}]}}"#);
        let runs = runs(&Format::Own.read("own", &text).unwrap(), &mut Chance::of(1));
        assert_eq!((runs.len(), runs[0].knowledge.len(), runs[0].asks.len()), (1, 1, 12));
        assert!(runs[0].asks.chunks(2).all(|both| both[0].part == both[1].part));
        assert_eq!(runs[0].asks.iter().filter(|ask| ask.part == Part::Report).count(), 6);
    }
}
