//! The answer without a model: the few sentences of a passage that speak to the question, word for word.

use unicode_segmentation::UnicodeSegmentation;

use super::passage::Passage;
use super::plain::{is_item, plain};
use super::words::{Language, terms};

/// More sentences than this are a lecture. Items of a list that was begun come on top.
const SENTENCES_MAX: usize = 3;
/// What one more sentence must bring, in words of the question, to be worth reading before the best one.
const LEAD_IN_COST: f32 = 0.5;

/// What the sentence closest in meaning brings, in words of the question.
const MEANING_WORTH: f32 = 1.5;

/// At most `max_chars` characters, in reading order. A question's own answer is given in full.
/// `closest`: the sentence of heading and text that is closest in meaning, if that is known.
pub fn best_sentences(question: &str, passage: &Passage, closest: Option<usize>, max_chars: usize) -> String {
    let text = plain(&passage.text);
    if passage.is_pair() {
        return text;
    }
    let spoken = laid_out(&text);
    let mut values = values(&unsaid(question, passage), &spoken, passage.language);
    let in_heading = passage.innermost_heading().map_or(0, |heading| sentences(heading).count());
    let closest = closest.and_then(|at| at.checked_sub(in_heading));
    for (at, value) in values.iter_mut().enumerate() {
        value.push(if closest == Some(at) { MEANING_WORTH } else { 0.0 });
    }
    let best = best_start(&values);
    let spoken = &spoken[start_of_list(&spoken, best)..];
    let answer = join(&spoken[..room(spoken, max_chars)]);
    cut(under_heading(answer, passage), max_chars)
}

/// The sentences of a plain text; a line always ends one.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    laid_out(text).into_iter().map(|sentence| sentence.text)
}

struct Sentence<'a> {
    text: &'a str,
    line: usize,
    paragraph: usize,
    is_item: bool,
}

fn laid_out(text: &str) -> Vec<Sentence<'_>> {
    let mut paragraph = 0;
    let mut sentences = Vec::new();
    for (line, words) in text.lines().enumerate() {
        if words.trim().is_empty() {
            paragraph += 1;
        }
        let is_item = is_item(words);
        let parts = if is_item { vec![words] } else { words.unicode_sentences().collect() };
        let parts = parts.into_iter().map(|part| Sentence { text: part.trim(), line, paragraph, is_item });
        sentences.extend(parts.filter(|part| !part.text.is_empty()));
    }
    sentences
}

/// The words of the question that the heading does not say already: all that stands below is about those.
fn unsaid(question: &str, passage: &Passage) -> Vec<String> {
    let heading = terms(passage.innermost_heading().unwrap_or_default(), passage.language);
    terms(question, passage.language).into_iter().filter(|term| !heading.contains(term)).collect()
}

/// What each sentence says of the words. One that many of them have tells them apart less.
fn values(sought: &[String], spoken: &[Sentence], language: Language) -> Vec<Vec<f32>> {
    let said: Vec<Vec<String>> = spoken.iter().map(|sentence| terms(sentence.text, language)).collect();
    let weight = |term: &String| 1.0 / said.iter().filter(|said| said.contains(term)).count().max(1) as f32;
    let value =
        |said: &Vec<String>| sought.iter().map(|term| if said.contains(term) { weight(term) } else { 0.0 }).collect();
    said.iter().map(value).collect()
}

/// Where to begin: at the best sentence, or up to two before it if they say more of the question.
fn best_start(values: &[Vec<f32>]) -> usize {
    let total = |from: usize, to: usize| -> f32 {
        let words = values.first().map_or(0, Vec::len);
        (0..words).map(|word| values[from..=to].iter().map(|value| value[word]).fold(0.0, f32::max)).sum()
    };
    let mut best = (0, f32::MIN);
    for to in 0..values.len() {
        for from in (to.saturating_sub(SENTENCES_MAX - 1)..=to).rev() {
            let value = total(from, to) - LEAD_IN_COST * (to - from) as f32;
            if value > best.1 + f32::EPSILON {
                best = (from, value);
            }
        }
    }
    best.0
}

/// An item makes sense only with those before it and the words that introduce them.
fn start_of_list(spoken: &[Sentence], best: usize) -> usize {
    let mut start = best;
    while start > 0 && spoken[start].is_item && (spoken[start - 1].is_item || spoken[start - 1].text.ends_with(':')) {
        start -= 1;
    }
    start
}

/// How many sentences from here on belong to the answer and fit.
fn room(spoken: &[Sentence], max_chars: usize) -> usize {
    let mut chars = 0;
    let mut plain_sentences = 0;
    for (at, sentence) in spoken.iter().enumerate() {
        let continues_list = sentence.is_item && at > 0;
        let same_paragraph = sentence.paragraph == spoken[0].paragraph || continues_list;
        plain_sentences += usize::from(!continues_list);
        chars += sentence.text.chars().count() + 1;
        if at > 0 && (chars > max_chars || plain_sentences > SENTENCES_MAX || !same_paragraph) {
            return at;
        }
    }
    spoken.len()
}

fn join(chosen: &[Sentence]) -> String {
    let mut answer = String::new();
    let mut line = None;
    for sentence in chosen {
        match line {
            None => {}
            Some(same) if same == sentence.line => answer.push(' '),
            Some(_) => answer.push('\n'),
        }
        answer.push_str(sentence.text);
        line = Some(sentence.line);
    }
    answer
}

/// A list without an introduction says the opposite of what it means below "What cannot be returned".
fn under_heading(answer: String, passage: &Passage) -> String {
    match passage.innermost_heading() {
        Some(heading) if answer.lines().next().is_some_and(is_item) => format!("{heading}\n{answer}"),
        Some(_) | None => answer,
    }
}

fn cut(text: String, max_chars: usize) -> String {
    if text.chars().count() <= max_chars {
        return text;
    }
    let short: String = text.chars().take(max_chars.saturating_sub(1)).collect();
    let end = short.rfind(char::is_whitespace).unwrap_or(short.len());
    format!("{}…", short[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(answer: &str) -> Passage {
        let language = Language::ENGLISH;
        let questions = ["Q?".to_owned()].into();
        Passage {
            title: "T".into(),
            heading: None,
            questions,
            text: answer.into(),
            language,
            spoken: None,
            address: None,
        }
    }

    fn answer(question: &str, text: &str) -> String {
        best_sentences(question, &Passage { questions: [].into(), ..pair(text) }, None, 300)
    }

    const SHIPPING: &str = "We ship from Bergen. Standard parcels take three days. Express parcels arrive the next day. They cost 19 euros. \
        Orders above 100 euros travel free.\n\nWe also ship to islands.";

    #[test]
    fn the_answer_begins_with_the_sentence_that_speaks_of_it() {
        assert_eq!(
            answer("How much is express?", SHIPPING),
            "Express parcels arrive the next day. They cost 19 euros. Orders above 100 euros travel free."
        );
        assert_eq!(answer("Do you ship to islands?", SHIPPING), "We also ship to islands.");
    }

    #[test]
    fn a_list_follows_its_introduction() {
        let list = "Intro.\n\nYou can pay with:\n- cards\n- invoice\n- Vipps\n- gift cards\n\nOther.";
        assert_eq!(answer("how can I pay", list), "You can pay with:\n• cards\n• invoice\n• Vipps\n• gift cards");
    }

    #[test]
    fn an_item_brings_its_list_and_heading() {
        let heading = Some("Returns › What cannot be returned".into());
        let passage = Passage { heading, questions: [].into(), ..pair("- gas\n- ropes\n- gift cards") };
        assert_eq!(
            best_sentences("return ropes", &passage, None, 300),
            "What cannot be returned\n• gas\n• ropes\n• gift cards"
        );
        assert_eq!(
            answer("print the label", "Do this:\n1. Pack it. Well.\n2. Print the label."),
            "Do this:\n1. Pack it. Well.\n2. Print the label."
        );
    }

    #[test]
    fn what_the_heading_says_is_answered_from_the_beginning() {
        let heading = Some("When do I get my refund?".into());
        let passage =
            Passage { heading, questions: [].into(), ..pair("We pay back in a week.\n\nShipping is not refunded.") };
        assert_eq!(best_sentences("when is my refund due", &passage, None, 300), "We pay back in a week.");
    }

    #[test]
    fn a_question_that_names_nothing_gets_the_beginning() {
        assert!(answer("how long?", SHIPPING).starts_with("We ship from Bergen."));
        assert_eq!(answer("anything", ""), "");
    }

    #[test]
    fn a_question_in_other_words_gets_the_sentence_closest_in_meaning() {
        let passage = Passage { questions: [].into(), heading: Some("Sending".into()), ..pair(SHIPPING) };
        let told = best_sentences("what do I pay for overnight delivery", &passage, Some(4), 300);
        assert!(told.contains("They cost 19 euros."), "{told}");
    }

    #[test]
    fn too_long_a_sentence_is_cut_between_words() {
        let long = answer("word", &"word ".repeat(200));
        assert!(long.ends_with("word…") && long.chars().count() <= 300);
    }

    #[test]
    fn a_pair_is_answered_in_full() {
        let pair = pair("One. Two. **Three**. Four. Five.");
        assert_eq!(best_sentences("four", &pair, None, 10), "One. Two. Three. Four. Five.");
    }
}
