//! The layers of BERT (Devlin et al. 2018, arXiv 1810.04805): from word pieces to one vector for each, in context.

use half::f16;
use pulp::Arch;

use super::{
    EncoderError,
    config::Config,
    exp::{Gelu, Softmax},
    multiply::{Panels, Rows, Sums, multiply},
    norm::Norm,
    weights::Weights,
};

pub(super) struct Bert {
    pub hidden: usize,
    /// Half the memory of the whole model would be this table; 16 bits keep four digits of each number.
    words: Vec<f16>,
    /// With the kind of sentence already added: there is only one kind here.
    positions: Vec<f32>,
    norm: Norm,
    layers: Vec<Layer>,
    arch: Arch,
}

struct Layer {
    heads: usize,
    /// Query, key and value side by side.
    ask: Linear,
    told: Linear,
    told_norm: Norm,
    up: Linear,
    down: Linear,
    down_norm: Norm,
}

struct Linear {
    panels: Panels,
    bias: Vec<f32>,
}

impl Bert {
    pub fn build(config: &Config, weights: &mut Weights) -> Result<Self, EncoderError> {
        let hidden = config.hidden_size;
        let words = weights.take("embeddings.word_embeddings.weight", &[config.vocab_size, hidden])?;
        let words = words.iter().map(|value| f16::from_f32(*value)).collect();
        let shape = [config.max_position_embeddings, hidden];
        let mut positions = weights.take("embeddings.position_embeddings.weight", &shape)?;
        let kinds = weights.take("embeddings.token_type_embeddings.weight", &[config.type_vocab_size, hidden])?;
        for position in positions.chunks_exact_mut(hidden) {
            add(position, &kinds);
        }
        let layers = (0..config.num_hidden_layers).map(|layer| Layer::build(config, weights, layer));
        let layers = layers.collect::<Result<_, _>>()?;
        let norm = norm(config, weights, "embeddings.LayerNorm")?;
        Ok(Self { hidden, words, positions, norm, layers, arch: Arch::new() })
    }

    /// The last layer's vectors, one text's after the other's: as many rows as ids.
    pub fn states(&self, texts: &[&[u32]]) -> Vec<f32> {
        let lengths: Vec<usize> = texts.iter().map(|ids| ids.len()).collect();
        let mut states = Vec::with_capacity(lengths.iter().sum::<usize>() * self.hidden);
        for (position, id) in texts.iter().flat_map(|ids| ids.iter().enumerate()) {
            let word = &self.words[*id as usize * self.hidden..][..self.hidden];
            let position = &self.positions[position * self.hidden..][..self.hidden];
            states.extend(word.iter().zip(position).map(|(word, position)| word.to_f32() + position));
        }
        self.norm.apply(&mut states);
        for layer in &self.layers {
            layer.apply(self.arch, &lengths, &mut states);
        }
        states
    }
}

impl Layer {
    fn build(config: &Config, weights: &mut Weights, layer: usize) -> Result<Self, EncoderError> {
        let (hidden, wide) = (config.hidden_size, config.intermediate_size);
        let named = |part: &str| format!("encoder.layer.{layer}.{part}");
        let parts = ["query", "key", "value"].map(|part| named(&format!("attention.self.{part}")));
        Ok(Self {
            heads: config.num_attention_heads,
            ask: Linear::build(weights, &parts, [hidden, hidden])?,
            told: Linear::build(weights, &[named("attention.output.dense")], [hidden, hidden])?,
            told_norm: norm(config, weights, &named("attention.output.LayerNorm"))?,
            up: Linear::build(weights, &[named("intermediate.dense")], [wide, hidden])?,
            down: Linear::build(weights, &[named("output.dense")], [hidden, wide])?,
            down_norm: norm(config, weights, &named("output.LayerNorm"))?,
        })
    }

    fn apply(&self, arch: Arch, lengths: &[usize], states: &mut [f32]) {
        let asked = self.ask.apply(arch, states);
        add(states, &self.told.apply(arch, &self.attend(arch, lengths, &asked)));
        self.told_norm.apply(states);
        let mut wide = self.up.apply(arch, states);
        arch.dispatch(Gelu(&mut wide));
        add(states, &self.down.apply(arch, &wide));
        self.down_norm.apply(states);
    }

    /// What each token hears from the others of its text. `asked` has three vectors a token.
    fn attend(&self, arch: Arch, lengths: &[usize], asked: &[f32]) -> Vec<f32> {
        let mut heard = vec![0.0; asked.len() / 3];
        let (mut asked, mut rest) = (asked, heard.as_mut_slice());
        let hidden = self.told_norm.scale.len();
        for length in lengths {
            let (text, later) = asked.split_at(length * 3 * hidden);
            let (into, after) = rest.split_at_mut(length * hidden);
            for head in 0..self.heads {
                let from = head * hidden / self.heads;
                let head = Head { text, from, size: hidden / self.heads, hidden };
                head.listen(arch, &mut into[from..]);
            }
            (asked, rest) = (later, after);
        }
        heard
    }
}

/// One head's look at one text.
struct Head<'a> {
    text: &'a [f32],
    from: usize,
    size: usize,
    hidden: usize,
}

impl Head<'_> {
    fn listen(&self, arch: Arch, into: &mut [f32]) {
        let (stride, hidden) = (3 * self.hidden, self.hidden);
        let length = self.text.len() / stride;
        let share = 1.0 / (self.size as f32).sqrt();
        let key = &self.text[hidden + self.from..];
        let keys = Panels::pack(self.size, length, |k, token| key[token * stride + k] * share);
        let mut scores = vec![0.0; length * length];
        let queries = Rows { values: &self.text[self.from..], stride };
        multiply(arch, queries, &keys, Sums { values: &mut scores, stride: length });
        arch.dispatch(Softmax(&mut scores, length));
        let value = &self.text[2 * hidden + self.from..];
        let values = Panels::pack(length, self.size, |token, k| value[token * stride + k]);
        let scores = Rows { values: &scores, stride: length };
        multiply(arch, scores, &values, Sums { values: into, stride: hidden });
    }
}

impl Linear {
    /// Several matrices of the same `[outer, inner]` shape become one, side by side.
    fn build(weights: &mut Weights, names: &[String], [outer, inner]: [usize; 2]) -> Result<Self, EncoderError> {
        let (mut rows, mut bias) = (Vec::new(), Vec::new());
        for name in names {
            rows.extend(weights.take(&format!("{name}.weight"), &[outer, inner])?);
            bias.extend(weights.take(&format!("{name}.bias"), &[outer])?);
        }
        let panels = Panels::pack(inner, bias.len(), |k, column| rows[column * inner + k]);
        Ok(Self { panels, bias })
    }

    fn apply(&self, arch: Arch, rows: &[f32]) -> Vec<f32> {
        let inner = self.panels.inner();
        let mut sums = self.bias.repeat(rows.len() / inner);
        let into = Sums { values: &mut sums, stride: self.bias.len() };
        multiply(arch, Rows { values: rows, stride: inner }, &self.panels, into);
        sums
    }
}

fn norm(config: &Config, weights: &mut Weights, name: &str) -> Result<Norm, EncoderError> {
    let mut part = |part: &str| weights.take(&format!("{name}.{part}"), &[config.hidden_size]);
    Ok(Norm { scale: part("weight")?, shift: part("bias")?, eps: config.layer_norm_eps })
}

fn add(sums: &mut [f32], values: &[f32]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}
