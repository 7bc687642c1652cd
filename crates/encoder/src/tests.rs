//! A model of 8 dimensions and 2 layers, made here from a formula: everything but what training gives.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use super::*;

const WORDS: [&str; 12] = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "where", "is", "my", "parcel", "order", "##s", "?", "é"];
const HIDDEN: usize = 8;
const WIDE: usize = 20;

fn model() -> TempDir {
    let folder = TempDir::new().unwrap();
    let config = json!({
        "model_type": "bert", "hidden_act": "gelu", "hidden_size": HIDDEN, "intermediate_size": WIDE,
        "num_hidden_layers": 2, "num_attention_heads": 2, "max_position_embeddings": 512, "type_vocab_size": 2,
        "vocab_size": WORDS.len(), "layer_norm_eps": 1e-12,
    });
    fs::write(folder.path().join("config.json"), config.to_string()).unwrap();
    fs::write(folder.path().join("tokenizer.json"), tokenizer().to_string()).unwrap();
    fs::write(folder.path().join("model.safetensors"), weights()).unwrap();
    folder
}

fn tokenizer() -> serde_json::Value {
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
    let mut shapes = vec![
        ("embeddings.word_embeddings.weight".into(), vec![WORDS.len(), HIDDEN]),
        ("embeddings.position_embeddings.weight".into(), vec![512, HIDDEN]),
        ("embeddings.token_type_embeddings.weight".into(), vec![2, HIDDEN]),
        ("embeddings.LayerNorm.weight".into(), vec![HIDDEN]),
        ("embeddings.LayerNorm.bias".into(), vec![HIDDEN]),
    ];
    for layer in 0..2 {
        let dense = [
            ("attention.self.query", [HIDDEN, HIDDEN]),
            ("attention.self.key", [HIDDEN, HIDDEN]),
            ("attention.self.value", [HIDDEN, HIDDEN]),
            ("attention.output.dense", [HIDDEN, HIDDEN]),
            ("intermediate.dense", [WIDE, HIDDEN]),
            ("output.dense", [HIDDEN, WIDE]),
        ];
        for (part, shape) in dense {
            shapes.push((format!("encoder.layer.{layer}.{part}.weight"), shape.into()));
            shapes.push((format!("encoder.layer.{layer}.{part}.bias"), vec![shape[0]]));
        }
        for part in ["attention.output.LayerNorm", "output.LayerNorm"] {
            shapes.push((format!("encoder.layer.{layer}.{part}.weight"), vec![HIDDEN]));
            shapes.push((format!("encoder.layer.{layer}.{part}.bias"), vec![HIDDEN]));
        }
    }
    shapes
}

fn weights() -> Vec<u8> {
    let mut header = serde_json::Map::new();
    let mut numbers = Vec::new();
    for (name, shape) in shapes() {
        let from = numbers.len();
        for at in 0..shape.iter().product::<usize>() {
            let value = ((from + at) as f32 * 12.9898).sin() * 0.6;
            numbers.extend(value.to_le_bytes());
        }
        header.insert(name, json!({ "dtype": "F32", "shape": shape, "data_offsets": [from, numbers.len()] }));
    }
    let header = serde_json::Value::from(header).to_string();
    [&(header.len() as u64).to_le_bytes()[..], header.as_bytes(), &numbers].concat()
}

fn refusal(folder: &TempDir) -> String {
    Encoder::open(folder.path()).map(|_| ()).unwrap_err().to_string()
}

#[test]
fn a_token_knows_its_bytes_in_the_text() {
    let folder = model();
    let encoder = Encoder::open(folder.path()).unwrap();
    let text = "É: where is my ORDERS?";
    let encoded = encoder.encode(&[text]).unwrap().remove(0);
    let words: Vec<&str> = encoded.tokens.iter().map(|token| &text[token.range.clone()]).collect();
    assert_eq!(words, ["É", ":", "where", "is", "my", "ORDER", "S", "?"]);
}

#[test]
fn every_vector_has_length_one() {
    let encoder = Encoder::open(model().path()).unwrap();
    let encoded = encoder.encode(&["where is my parcel?", ""]).unwrap();
    assert!(encoded[1].tokens.is_empty());
    let tokens = encoded[0].tokens.iter().map(|token| &token.vector);
    for vector in tokens.chain(encoded.iter().map(|encoded| &encoded.pooled)) {
        assert_eq!(vector.len(), encoder.dimensions());
        assert!((vector.iter().map(|value| value * value).sum::<f32>() - 1.0).abs() < 1e-5);
    }
}

#[test]
fn company_does_not_change_a_text() {
    let encoder = Encoder::open(model().path()).unwrap();
    let long = "where is my order? ".repeat(60);
    let texts = ["my parcel", &long, "orders", "where", &long, "is my order"];
    let together = encoder.encode_pooled(&texts).unwrap();
    for (text, with_others) in texts.iter().zip(&together) {
        assert_eq!(&encoder.encode_pooled(&[text]).unwrap()[0], with_others);
        assert_eq!(&encoder.encode(&[text]).unwrap()[0].pooled, with_others);
    }
    assert_ne!(together[0], together[3]);
}

#[test]
fn a_long_text_is_read_up_to_256_tokens_with_its_two_marks() {
    let encoder = Encoder::open(model().path()).unwrap();
    let encoded = encoder.encode(&[&"é".repeat(20_000), &"my order ".repeat(5000)]).unwrap();
    assert_eq!(encoded[1].tokens.len(), 254);
}

#[test]
fn the_name_follows_the_weights() {
    let folder = model();
    let name = Encoder::open(folder.path()).unwrap().name().to_owned();
    assert_eq!(name.len(), 12);
    let path = folder.path().join("model.safetensors");
    let mut bytes = fs::read(&path).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&path, bytes).unwrap();
    assert_ne!(Encoder::open(folder.path()).unwrap().name(), name);
}

#[test]
fn a_file_that_is_missing_is_named() {
    for file in FILES {
        let folder = model();
        fs::remove_file(folder.path().join(file)).unwrap();
        let said = refusal(&folder);
        assert!(said.contains(file) && said.contains("run `baton model install`"), "{said}");
    }
}

#[test]
fn a_file_cut_short_is_damaged() {
    for file in FILES {
        let folder = model();
        let path = folder.path().join(file);
        let bytes = fs::read(&path).unwrap();
        for length in [0, 5, bytes.len() / 2, bytes.len() - 1] {
            fs::write(&path, &bytes[..length]).unwrap();
            assert!(refusal(&folder).contains("damaged or cut short"));
        }
    }
}

#[test]
fn another_kind_of_model_is_refused() {
    let folder = model();
    let path = folder.path().join("config.json");
    let config = fs::read_to_string(&path).unwrap();
    for (from, to, why) in [
        ("\"bert\"", "\"mpnet\"", "model_type is mpnet, not bert"),
        ("\"hidden_size\":8", "\"hidden_size\":6", "config.json says [12, 6]"),
        ("\"num_hidden_layers\":2", "\"num_hidden_layers\":3", "it has no encoder.layer.2"),
        ("\"vocab_size\":12", "\"vocab_size\":11", "it knows token 11, the model only 11"),
    ] {
        fs::write(&path, config.replace(from, to)).unwrap();
        assert!(refusal(&folder).contains(why), "{}", refusal(&folder));
    }
}
