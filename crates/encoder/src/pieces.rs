//! A text as the model reads it: word pieces, and where each stands in the text.

use std::{ops::Range, path::Path};

use tokenizers::{Tokenizer, TruncationParams};

use super::{
    EncoderError,
    config::{Config, unreadable},
};

/// What sentence models of this kind were trained to read, with the two marks at its ends.
const TOKENS_MAX: usize = 256;
/// A text is cut here before it is split; tokens past [`TOKENS_MAX`] would be thrown away.
const TEXT_MAX_BYTES: usize = 16 * 1024;

pub(super) struct Splitter(Tokenizer);

/// One text; as many `ranges` as `ids`.
pub(super) struct Pieces {
    pub ids: Vec<u32>,
    /// Bytes in the text; none for the marks at its ends.
    pub ranges: Vec<Option<Range<usize>>>,
}

impl Splitter {
    pub fn read(path: &Path, config: &Config) -> Result<Self, EncoderError> {
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, error))?;
        let damaged = |error: tokenizers::Error| EncoderError::Damaged { path: path.into(), why: error.to_string() };
        let mut tokenizer = Tokenizer::from_bytes(bytes).map_err(damaged)?;
        let highest = tokenizer.get_vocab(true).into_values().max().unwrap_or_default() as usize;
        if highest >= config.vocab_size {
            let why = format!("it knows token {highest}, the model only {}", config.vocab_size);
            return Err(EncoderError::Unfit { path: path.into(), why });
        }
        let max_length = TOKENS_MAX.min(config.max_position_embeddings);
        let cut = TruncationParams { max_length, ..TruncationParams::default() };
        tokenizer.with_padding(None).with_truncation(Some(cut)).map_err(damaged)?;
        Ok(Self(tokenizer))
    }

    pub fn split(&self, text: &str) -> Result<Pieces, EncoderError> {
        let text = &text[..text.floor_char_boundary(TEXT_MAX_BYTES)];
        let encoding = self.0.encode(text, true).map_err(|error| EncoderError::Text(error.to_string()))?;
        let ranges = encoding.get_offsets().iter().zip(encoding.get_special_tokens_mask());
        let ranges = ranges.map(|(&(from, to), &mark)| (mark == 0).then_some(from..to)).collect();
        Ok(Pieces { ids: encoding.get_ids().to_vec(), ranges })
    }
}
