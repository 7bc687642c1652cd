//! The shape of a model, from its `config.json`; refuses shapes that our layers would compute wrongly.

use std::path::Path;

use serde::Deserialize;

use super::EncoderError;

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Config {
    pub model_type: String,
    pub hidden_act: String,
    #[serde(default = "absolute")]
    pub position_embedding_type: String,
    pub hidden_size: usize,
    pub intermediate_size: usize,
    pub num_hidden_layers: usize,
    pub num_attention_heads: usize,
    pub max_position_embeddings: usize,
    pub type_vocab_size: usize,
    pub vocab_size: usize,
    pub layer_norm_eps: f32,
}

fn absolute() -> String {
    "absolute".into()
}

impl Config {
    pub fn read(path: &Path) -> Result<Self, EncoderError> {
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, error))?;
        let config: Self = serde_json::from_slice(&bytes)
            .map_err(|error| EncoderError::Damaged { path: path.into(), why: error.to_string() })?;
        match config.misfit() {
            None => Ok(config),
            Some(why) => Err(EncoderError::Unfit { path: path.into(), why }),
        }
    }

    fn misfit(&self) -> Option<String> {
        let kinds = [
            ("model_type", &self.model_type, "bert"),
            ("hidden_act", &self.hidden_act, "gelu"),
            ("position_embedding_type", &self.position_embedding_type, "absolute"),
        ];
        if let Some((field, has, must)) = kinds.into_iter().find(|(_, has, must)| has.as_str() != *must) {
            return Some(format!("{field} is {has}, not {must}"));
        }
        let sizes = [self.hidden_size, self.intermediate_size, self.num_attention_heads, self.vocab_size];
        if sizes.contains(&0) || self.type_vocab_size == 0 || self.max_position_embeddings < 3 {
            return Some("a size is zero".into());
        }
        (!self.hidden_size.is_multiple_of(self.num_attention_heads))
            .then(|| format!("{} heads do not divide {}", self.num_attention_heads, self.hidden_size))
    }
}

pub(super) fn unreadable(path: &Path, source: std::io::Error) -> EncoderError {
    if source.kind() == std::io::ErrorKind::NotFound {
        return EncoderError::Missing(path.into());
    }
    EncoderError::Unreadable { path: path.into(), source }
}
