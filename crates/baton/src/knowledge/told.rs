//! What people told a customer in this conversation, read beside the knowledge: after the conversation came back, the
//! AI Agent knows what only they said. It is nobody else's knowledge.

use std::sync::Arc;

use encoder::Encoder;

use super::{
    encode::{QuestionVectors, encode_passage},
    index::{Candidate, Index, Meaning, Place},
    library::signed,
    passage::Passage,
    phrases::{Said, promises_a_person, recognise},
    rows::Rows,
    word_vectors::WordVectors,
    words::Language,
};
use crate::domain::SourceId;

/// Of no source: what people said is in no document.
const NOWHERE: [u8; 12] = [0; 12];

/// What a person answered, with what had been asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub question: Option<String>,
    pub answer: String,
    /// Who said it.
    pub by: String,
}

impl Told {
    /// Hello and thanks are no fact, nor is what somebody will do themselves.
    fn is_fact(&self) -> bool {
        recognise(&self.answer) == Said::Something && !promises_a_person(&self.answer)
    }

    fn passage(&self) -> Passage {
        let questions: Vec<String> = self.question.iter().cloned().collect();
        Passage {
            title: self.by.as_str().into(),
            heading: None,
            language: Language::guess(&format!("{} {}", questions.join(" "), self.answer)),
            questions: questions.into(),
            text: self.answer.as_str().into(),
            spoken: None,
            address: None,
        }
    }
}

/// As passages that may fit the question; what the words weigh is the knowledge's to say.
pub(super) fn candidates(index: &Index, question: &str, told: &[Told]) -> Vec<Candidate> {
    let candidate = |(place, told): (i64, &Told)| {
        let passage = Arc::new(told.passage());
        let relevance = index.relevance_of(question, &passage);
        Candidate { at: Place { source: SourceId::from(NOWHERE), place }, passage, relevance, meaning: None }
    };
    (0_i64..).zip(told).filter(|(_, told)| told.is_fact()).map(candidate).collect()
}

/// Each with what it means, where there is a model to say so.
pub(super) async fn understood(
    candidates: Vec<Candidate>,
    by: Option<(Arc<Encoder>, &QuestionVectors)>,
) -> Vec<(Candidate, Option<WordVectors>)> {
    let Some((encoder, question)) = by.filter(|_| !candidates.is_empty()) else {
        return candidates.into_iter().map(|candidate| (candidate, None)).collect();
    };
    let (whole, plain) = (question.whole.clone(), candidates.clone());
    let encoded = tokio::task::spawn_blocking(move || {
        let understood = |mut candidate: Candidate| {
            let words = encoded(&encoder, &whole, &mut candidate);
            (candidate, words)
        };
        candidates.into_iter().map(understood).collect()
    });
    encoded.await.unwrap_or_else(|error| {
        tracing::error!(%error, "the embedding model broke; what people said is read by its words alone");
        plain.into_iter().map(|candidate| (candidate, None)).collect()
    })
}

/// Puts beside a candidate what it means.
fn encoded(encoder: &Encoder, question: &[i8], candidate: &mut Candidate) -> Option<WordVectors> {
    let vectors = encode_passage(encoder, &candidate.passage).ok()?;
    let close = |bytes: &[u8]| {
        let mut rows = Rows::default();
        rows.add(0, &signed(bytes));
        rows.compare(question).map(|(_, closeness)| closeness).next()
    };
    candidate.meaning = Some(Meaning { whole: close(&vectors.whole)?, asked: close(&vectors.asked) });
    WordVectors::from_bytes(&vectors.words)
}
