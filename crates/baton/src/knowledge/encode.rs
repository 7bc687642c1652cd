//! Passages and questions as vectors. Slow by nature: milliseconds a text, so it runs beside the event loop.

use std::ops::Range;

use super::passage::Passage;
use super::plain::plain;
use super::sentences::sentences;
use super::word_vectors::WordVectors;
use super::words::is_stop_word;
use encoder::{
    Encoded, Encoder, EncoderError, Token,
    quantise::{Bytes, Nibbles},
};

/// A passage as an embedding model sees it, ready to be stored.
#[derive(Clone, Debug)]
pub struct PassageVectors {
    pub whole: Vec<u8>,
    /// What its questions have in common; empty if it has none.
    pub asked: Vec<u8>,
    pub words: Vec<u8>,
}

/// A question as an embedding model sees it.
#[derive(Clone, Debug)]
pub(super) struct QuestionVectors {
    pub whole: Box<[i8]>,
    pub tokens: Vec<Token>,
}

/// # Errors
/// When the model cannot read a text.
pub(super) fn encode_question(encoder: &Encoder, question: &str) -> Result<QuestionVectors, EncoderError> {
    let encoded = encoder.encode(&[question])?.swap_remove(0);
    Ok(QuestionVectors { whole: Bytes::new(&encoded.pooled).into_inner(), tokens: encoded.tokens })
}

/// # Errors
/// When the model cannot read a text.
pub(super) fn encode_passage(encoder: &Encoder, passage: &Passage) -> Result<PassageVectors, EncoderError> {
    let text = told(passage);
    let mut texts: Vec<&str> = vec![&text];
    texts.extend(passage.questions.iter().map(String::as_str));
    let mut encoded = encoder.encode(&texts)?.into_iter();
    let whole = encoded.next().unwrap_or(Encoded { pooled: Vec::new(), tokens: Vec::new() });
    let questions: Vec<Encoded> = encoded.collect();
    let mut said: Vec<Vec<Nibbles>> = Vec::new();
    for (question, text) in questions.iter().zip(&texts[1..]) {
        said.push(kept(&question.tokens, text, passage));
    }
    said.extend(by_sentence(&whole.tokens, &text, passage));
    Ok(PassageVectors {
        whole: bytes(&whole.pooled),
        asked: middle(&questions).map(|middle| bytes(&middle)).unwrap_or_default(),
        words: WordVectors { sentences: said }.to_bytes(),
    })
}

/// What is read of a passage: its heading and its text, as a customer would read them.
pub(super) fn told(passage: &Passage) -> String {
    let text = plain(&passage.text);
    match passage.innermost_heading() {
        Some(heading) => format!("{heading}\n{text}"),
        None => text,
    }
}

/// The mean of the questions, of length 1.
fn middle(questions: &[Encoded]) -> Option<Vec<f32>> {
    let mut sum = questions.first()?.pooled.clone();
    for question in &questions[1..] {
        for (sum, number) in sum.iter_mut().zip(&question.pooled) {
            *sum += number;
        }
    }
    let length = sum.iter().map(|number| number * number).sum::<f32>().sqrt().max(f32::EPSILON);
    Some(sum.into_iter().map(|number| number / length).collect())
}

/// One list of words a sentence, in the order of [`sentences`].
fn by_sentence(tokens: &[Token], text: &str, passage: &Passage) -> Vec<Vec<Nibbles>> {
    let mut read_to = 0;
    let mut said = Vec::new();
    for sentence in sentences(text) {
        let from = read_to + text[read_to..].find(sentence).unwrap_or(0);
        read_to = from + sentence.len();
        let inside: Vec<Token> =
            tokens.iter().filter(|token| is_within(&token.range, &(from..read_to))).cloned().collect();
        said.push(kept(&inside, text, passage));
    }
    said
}

fn is_within(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Small words and marks say nothing that their neighbours do not say too: leaving them out halves what is stored.
fn kept(tokens: &[Token], text: &str, passage: &Passage) -> Vec<Nibbles> {
    let says_something = |token: &&Token| {
        let word = text.get(token.range.clone()).unwrap_or_default();
        word.chars().any(char::is_alphanumeric) && !is_stop_word(word, passage.language)
    };
    tokens.iter().filter(says_something).map(|token| Nibbles::new(&token.vector)).collect()
}

fn bytes(vector: &[f32]) -> Vec<u8> {
    Bytes::new(vector).iter().map(|number| number.to_le_bytes()[0]).collect()
}
