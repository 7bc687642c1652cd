//! An embedding model of 8 dimensions and one layer, made from a formula: everything but what training gives.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tempfile::TempDir;

const WORDS: [&str; 12] =
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "do", "you", "repair", "tents", "how", "shipping", "cost", "?"];
const HIDDEN: usize = 8;
const WIDE: usize = 16;

/// Its folder, gone when it is dropped.
pub struct Tiny(TempDir);

impl Tiny {
    pub fn make() -> Self {
        let tiny = Self(TempDir::new().unwrap());
        let config = json!({
            "model_type": "bert", "hidden_act": "gelu", "hidden_size": HIDDEN, "intermediate_size": WIDE,
            "num_hidden_layers": 1, "num_attention_heads": 2, "max_position_embeddings": 512, "type_vocab_size": 2,
            "vocab_size": WORDS.len(), "layer_norm_eps": 1e-12,
        });
        fs::write(tiny.0.path().join("config.json"), config.to_string()).unwrap();
        fs::write(tiny.0.path().join("tokenizer.json"), tokenizer().to_string()).unwrap();
        tiny.trains(0.6);
        tiny
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Other weights make it another model.
    pub fn trains(&self, size: f32) {
        fs::write(self.0.path().join("model.safetensors"), weights(size)).unwrap();
    }
}

fn tokenizer() -> Value {
    let vocab: serde_json::Map<_, _> = WORDS.iter().zip(0..).map(|(word, id)| ((*word).into(), json!(id))).collect();
    let mark = |name: &str| json!({ "SpecialToken": { "id": name, "type_id": 0 } });
    let ids = |name: &str, id: u32| json!({ "id": name, "ids": [id], "tokens": [name] });
    json!({
        "version": "1.0", "added_tokens": [],
        "normalizer": {
            "type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
            "strip_accents": false, "lowercase": true,
        },
        "pre_tokenizer": { "type": "BertPreTokenizer" },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [mark("[CLS]"), { "Sequence": { "id": "A", "type_id": 0 } }, mark("[SEP]")],
            "pair": [{ "Sequence": { "id": "A", "type_id": 0 } }, { "Sequence": { "id": "B", "type_id": 1 } }],
            "special_tokens": { "[CLS]": ids("[CLS]", 2), "[SEP]": ids("[SEP]", 3) },
        },
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100, "vocab": vocab,
        },
    })
}

fn shapes() -> Vec<(String, Vec<usize>)> {
    let dense = [
        ("attention.self.query", [HIDDEN, HIDDEN]),
        ("attention.self.key", [HIDDEN, HIDDEN]),
        ("attention.self.value", [HIDDEN, HIDDEN]),
        ("attention.output.dense", [HIDDEN, HIDDEN]),
        ("intermediate.dense", [WIDE, HIDDEN]),
        ("output.dense", [HIDDEN, WIDE]),
    ];
    let mut shapes: Vec<(String, Vec<usize>)> = vec![
        ("embeddings.word_embeddings.weight".into(), vec![WORDS.len(), HIDDEN]),
        ("embeddings.position_embeddings.weight".into(), vec![512, HIDDEN]),
        ("embeddings.token_type_embeddings.weight".into(), vec![2, HIDDEN]),
    ];
    for (part, shape) in dense {
        shapes.push((format!("encoder.layer.0.{part}.weight"), shape.into()));
        shapes.push((format!("encoder.layer.0.{part}.bias"), vec![shape[0]]));
    }
    for norm in ["embeddings", "encoder.layer.0.attention.output", "encoder.layer.0.output"] {
        shapes.push((format!("{norm}.LayerNorm.weight"), vec![HIDDEN]));
        shapes.push((format!("{norm}.LayerNorm.bias"), vec![HIDDEN]));
    }
    shapes
}

fn weights(size: f32) -> Vec<u8> {
    let mut header = serde_json::Map::new();
    let mut numbers = Vec::new();
    for (name, shape) in shapes() {
        let from = numbers.len();
        for at in 0..shape.iter().product::<usize>() {
            let value = ((from + at) as f32 * 12.9898).sin() * size;
            numbers.extend(value.to_le_bytes());
        }
        header.insert(name, json!({ "dtype": "F32", "shape": shape, "data_offsets": [from, numbers.len()] }));
    }
    let header = Value::from(header).to_string();
    [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), &numbers].concat()
}
