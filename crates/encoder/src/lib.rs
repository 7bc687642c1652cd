//! Turns sentences into vectors whose closeness is closeness of meaning: a BERT with mean pooling, from a folder
//! with `config.json`, `tokenizer.json` and `model.safetensors`. Pure: no network, no database, no clock.

mod bert;
mod config;
mod exp;
mod multiply;
mod norm;
mod pieces;
pub mod quantise;
mod slot;
mod weights;

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use bert::Bert;
use config::Config;
use norm::to_unit;
use pieces::{Pieces, Splitter};
use weights::Weights;

pub use slot::{EncoderSlot, EncoderState};

/// The files that make a model's folder.
pub const FILES: [&str; 3] = ["config.json", "tokenizer.json", "model.safetensors"];
/// Tokens that go through the layers together; more would no longer fit a core's cache.
const BATCH_TOKENS: usize = 256;

#[derive(Debug, thiserror::Error)]
pub enum EncoderError {
    #[error("{} is missing; run `baton model install`, or name a folder that has {}", .0.display(), FILES.join(", "))]
    Missing(PathBuf),
    #[error("{} cannot be read; check that it is a file that Baton may open", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{} is damaged or cut short ({why}); delete its folder and run `baton model install` again", path.display())]
    Damaged { path: PathBuf, why: String },
    #[error("{} does not fit ({why}); Baton needs a BERT sentence model with mean pooling", path.display())]
    Unfit { path: PathBuf, why: String },
    #[error("the text cannot be split into tokens ({0}); remove unusual characters and try again")]
    Text(String),
}

/// One text as vectors.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoded {
    /// The whole text; length 1.
    pub pooled: Vec<f32>,
    /// Its tokens in reading order, as far as the model reads.
    pub tokens: Vec<Token>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The token in its context; length 1.
    pub vector: Vec<f32>,
    /// Bytes in the text.
    pub range: Range<usize>,
}

/// A model, ready to encode. Share it: encoding changes nothing in it, and the same text always gives the same vector.
pub struct Encoder {
    bert: Bert,
    splitter: Splitter,
    name: String,
}

impl Encoder {
    /// # Errors
    /// [`EncoderError`] when a file is missing, damaged, or of another kind of model.
    pub fn open(folder: &Path) -> Result<Self, EncoderError> {
        let config = Config::read(&folder.join(FILES[0]))?;
        let splitter = Splitter::read(&folder.join(FILES[1]), &config)?;
        let mut weights = Weights::read(&folder.join(FILES[2]))?;
        let bert = Bert::build(&config, &mut weights)?;
        Ok(Self { bert, splitter, name: weights.name })
    }

    /// Which weights these are. Vectors of encoders with different names must not be compared.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many numbers a vector has.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.bert.hidden
    }

    /// The texts as vectors, and each of their tokens too.
    ///
    /// # Errors
    /// [`EncoderError::Text`] when a text cannot be split.
    pub fn encode(&self, texts: &[&str]) -> Result<Vec<Encoded>, EncoderError> {
        self.each(texts, |pieces, states| Encoded {
            pooled: mean(states, self.dimensions()),
            tokens: tokens(pieces, states.chunks_exact(self.dimensions())),
        })
    }

    /// The texts as vectors of length 1.
    ///
    /// # Errors
    /// [`EncoderError::Text`] when a text cannot be split.
    pub fn encode_pooled(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, EncoderError> {
        self.each(texts, |_, states| mean(states, self.dimensions()))
    }

    /// Texts of one batch lie one after the other, without padding.
    fn each<T>(&self, texts: &[&str], make: impl Fn(&Pieces, &[f32]) -> T) -> Result<Vec<T>, EncoderError> {
        let all = texts.iter().map(|text| self.splitter.split(text)).collect::<Result<Vec<_>, _>>()?;
        let mut made = Vec::with_capacity(all.len());
        let mut rest = all.as_slice();
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(batch_len(rest));
            let states = self.bert.states(&batch.iter().map(|pieces| pieces.ids.as_slice()).collect::<Vec<_>>());
            let mut from = 0;
            for pieces in batch {
                let to = from + pieces.ids.len() * self.dimensions();
                made.push(make(pieces, &states[from..to]));
                from = to;
            }
            rest = later;
        }
        Ok(made)
    }
}

/// How many of the next texts go together: at least one.
fn batch_len(all: &[Pieces]) -> usize {
    let mut tokens = 0;
    let fitting = all.iter().take_while(|pieces| {
        tokens += pieces.ids.len();
        tokens <= BATCH_TOKENS
    });
    fitting.count().max(1)
}

fn mean(states: &[f32], dimensions: usize) -> Vec<f32> {
    let mut sum = vec![0.0; dimensions];
    for state in states.chunks_exact(dimensions) {
        for (sum, value) in sum.iter_mut().zip(state) {
            *sum += value;
        }
    }
    to_unit(&mut sum);
    sum
}

fn tokens<'a>(pieces: &Pieces, states: impl Iterator<Item = &'a [f32]>) -> Vec<Token> {
    let own = pieces.ranges.iter().zip(states).filter_map(|(range, state)| Some((range.clone()?, state)));
    own.map(|(range, state)| {
        let mut vector = state.to_vec();
        to_unit(&mut vector);
        Token { vector, range }
    })
    .collect()
}

#[cfg(test)]
mod tests;
