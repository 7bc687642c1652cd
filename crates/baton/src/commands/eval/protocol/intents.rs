//! Intents: a few lines of each as knowledge, other lines as questions; then a fifth of the intents left out in turn.

use super::super::ask::{Ask, Part};
use super::super::dataset::{Body, Dataset, Entry};
use super::super::truth::{Truth, Why};
use super::draw::{Chance, half};
use super::{Run, Setup};

/// Each intent is left out in one of so many runs.
const FOLDS: usize = 5;
/// At most so many of an intent's lines that are not in the knowledge are asked in a part that has no lines of its own.
const REST_PER_INTENT: usize = 10;

pub(super) fn runs(set: &Dataset, phrasings: usize, chance: &mut Chance) -> Vec<Run> {
    let (known, rest) = choose(set, phrasings, chance);
    let (in_scope, out_of_scope) = asks(set, &rest, chance);
    let folds: Vec<usize> = chance.places(set.sources()).into_iter().map(|place| place % FOLDS).collect();
    let left_out = (0..FOLDS).map(|fold| near_misses(set, (&known, &in_scope), |source| folds[source] == fold));
    let left_out: Vec<Run> = left_out.filter(|run| !run.knowledge.is_empty()).collect();
    let asks = in_scope.iter().cloned().chain(out_of_scope).collect();
    let mut runs = vec![Run { setup: Setup::Everything, knowledge: known.clone(), asks }];
    runs.extend(left_out);
    runs
}

/// By lot, which lines are the knowledge, and which are left over: for each intent, in their order by lot.
fn choose(set: &Dataset, phrasings: usize, chance: &mut Chance) -> (Vec<usize>, Vec<Vec<usize>>) {
    let mut lines = vec![Vec::new(); set.sources()];
    for entry in chance.order(set.knowledge.len()) {
        lines[set.knowledge[entry].source].push(entry);
    }
    let rest = lines.iter_mut().map(|lines| lines.split_off(phrasings.min(lines.len()))).collect();
    let mut known = lines.concat();
    known.sort_unstable();
    (known, rest)
}

/// What is asked that has an intent, and what has none.
fn asks(set: &Dataset, rest: &[Vec<usize>], chance: &mut Chance) -> (Vec<Ask>, Vec<Ask>) {
    let drawn = chance.parts(set.questions.len());
    let given =
        set.questions.iter().zip(drawn).map(|(question, part)| Ask::of(question, question.part.unwrap_or(part)));
    let (mut in_scope, out_of_scope): (Vec<Ask>, Vec<Ask>) = given.partition(|ask| ask.truth.is_answerable());
    let needs = [Part::Development, Part::Report].map(|part| (part, !in_scope.iter().any(|ask| ask.part == part)));
    let needs: Vec<Part> = needs.into_iter().filter_map(|(part, needs)| needs.then_some(part)).collect();
    for lines in rest {
        let most = REST_PER_INTENT * needs.len();
        let lines = &lines[..lines.len().min(most)];
        in_scope.extend(lines.iter().enumerate().filter_map(|(place, &entry)| {
            let part = if needs.len() == 2 { half(place, lines.len()) } else { *needs.first()? };
            ask_line(&set.knowledge[entry], part)
        }));
    }
    (in_scope, out_of_scope)
}

fn ask_line(entry: &Entry, part: Part) -> Option<Ask> {
    let question = match &entry.body {
        Body::Phrasing(text) => text.clone(),
        Body::Paragraph(_) | Body::Pair { .. } | Body::Markdown(_) => return None,
    };
    let truth = Truth::Source { any_of: vec![entry.source], contains: Vec::new() };
    Some(Ask { question, before: Vec::new(), without: None, truth, part, cluster: entry.source })
}

fn near_misses(set: &Dataset, (known, asked): (&[usize], &[Ask]), is_out: impl Fn(usize) -> bool) -> Run {
    let knowledge = known.iter().copied().filter(|&entry| !is_out(set.knowledge[entry].source)).collect();
    let asks = asked.iter().map(|ask| {
        let truth = if is_out(ask.cluster) { Truth::Nothing(Why::NearMiss) } else { ask.truth.clone() };
        Ask { truth, ..ask.clone() }
    });
    Run { setup: Setup::SomeLeftOut, asks: asks.collect(), knowledge }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::super::dataset::Format;
    use super::*;

    /// Ten intents of so many lines.
    fn table(lines: usize) -> Dataset {
        let rows = (0..10 * lines).map(|n| format!("line {n},intent{}\n", n % 10));
        Format::Csv.read("table", &rows.collect::<String>()).unwrap()
    }

    fn texts<'a>(asks: impl IntoIterator<Item = &'a Ask>) -> BTreeSet<&'a str> {
        asks.into_iter().map(|ask| ask.question.as_str()).collect()
    }

    #[test]
    fn what_is_known_is_not_asked_and_no_line_is_in_both_parts() {
        let set = table(40);
        let run = &runs(&set, 5, &mut Chance::of(1))[0];
        assert_eq!(run.knowledge.len(), 50);
        let known = run.knowledge.iter().filter_map(|&entry| ask_line(&set.knowledge[entry], Part::Report));
        let known: Vec<Ask> = known.collect();
        let part = |part| texts(run.asks.iter().filter(move |ask| ask.part == part));
        assert_eq!((part(Part::Development).len(), part(Part::Report).len()), (100, 100));
        assert!(part(Part::Development).is_disjoint(&part(Part::Report)));
        assert!(texts(&run.asks).is_disjoint(&texts(&known)));
    }

    #[test]
    fn an_intent_with_few_lines_shares_them_between_the_parts() {
        let run = &runs(&table(8), 5, &mut Chance::of(1))[0];
        let report = run.asks.iter().filter(|ask| ask.part == Part::Report).count();
        assert_eq!((run.asks.len(), report), (30, 10));
    }

    #[test]
    fn each_intent_is_left_out_once() {
        let set = table(20);
        let runs = runs(&set, 5, &mut Chance::of(1));
        assert_eq!(runs.len(), 1 + FOLDS);
        let mut left_out = Vec::new();
        for run in &runs[1..] {
            let missing = run.asks.iter().filter(|ask| ask.truth == Truth::Nothing(Why::NearMiss));
            let missing: BTreeSet<usize> = missing.map(|ask| ask.cluster).collect();
            assert!(run.knowledge.iter().all(|&entry| !missing.contains(&set.knowledge[entry].source)));
            assert_eq!(run.knowledge.len(), 40);
            left_out.extend(missing);
        }
        left_out.sort_unstable();
        assert_eq!(left_out, (0..10).collect::<Vec<_>>());
    }

    #[test]
    fn given_parts_stay_and_only_the_one_without_lines_is_filled_up() {
        let train = (0..60).map(|n| format!(r#"["line {n}", "intent{}"]"#, n % 2)).collect::<Vec<_>>().join(",");
        let text = format!(r#"{{"train": [{train}], "val": [["a", "intent0"]], "oos_val": [["b", "oos"]]}}"#);
        let run = &runs(&Format::Clinc.read("c", &text).unwrap(), 5, &mut Chance::of(1))[0];
        let report: Vec<&Ask> = run.asks.iter().filter(|ask| ask.part == Part::Report).collect();
        assert_eq!(texts(report), BTreeSet::from(["a", "b"]));
        assert_eq!(run.asks.len(), 2 + 2 * REST_PER_INTENT);
    }
}
