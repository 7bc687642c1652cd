//! The words of a passage as vectors, sentence by sentence, as they are stored; and how well they say what a
//! question says (late interaction: Khattab and Zaharia, "ColBERT", 2020).

use encoder::quantise::Nibbles;

const FORMAT: u8 = 1;
/// Bytes of a word's scale.
const SCALE: usize = 4;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct WordVectors {
    pub sentences: Vec<Vec<Nibbles>>,
}

/// A word piece of a question: how it is meant, and how much hangs on it.
#[derive(Clone, Debug)]
pub(super) struct AskedWord {
    pub vector: Vec<f32>,
    pub weight: f32,
    pub is_content: bool,
}

/// How well a passage says what a question says, each -1 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Alignment {
    /// The mean over all words of the question, all alike.
    pub tokens: f32,
    /// The same, rare words counting more.
    pub words: f32,
    /// In the best single sentence, rare words counting more.
    pub sentence: f32,
    /// The word that the best sentence says least.
    pub weakest: f32,
    /// Which sentence is the best.
    pub at: usize,
}

impl WordVectors {
    /// One byte of format, the dimensions, the number of sentences; for each sentence the number of words; for each
    /// word its scale and its packed numbers. All little-endian.
    pub fn to_bytes(&self) -> Vec<u8> {
        let first = self.sentences.iter().flatten().next();
        let packed = first.map_or(0, |word| word.pairs().len());
        let mut bytes = vec![FORMAT];
        bytes.extend(small(packed));
        bytes.extend(small(self.sentences.len()));
        for sentence in &self.sentences {
            bytes.extend(small(sentence.len()));
            for word in sentence {
                bytes.extend(word.scale().to_le_bytes());
                bytes.extend(word.pairs());
            }
        }
        bytes
    }

    /// Nothing when the bytes are not such vectors.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&[FORMAT])?;
        let (packed, rest) = number(rest)?;
        let (count, mut rest) = number(rest)?;
        let mut sentences = Vec::with_capacity(count);
        for _ in 0..count {
            let (words, after) = number(rest)?;
            let (sentence, after) = after.split_at_checked(words * (SCALE + packed))?;
            sentences.push(sentence.chunks_exact(SCALE + packed).filter_map(word).collect());
            rest = after;
        }
        rest.is_empty().then_some(Self { sentences })
    }

    pub fn align(&self, asked: &[AskedWord]) -> Alignment {
        let best: Vec<Vec<f32>> = self.sentences.iter().map(|sentence| closest(sentence, asked)).collect();
        let whole: Vec<f32> =
            (0..asked.len()).map(|at| best.iter().map(|sentence| sentence[at]).fold(-1.0, f32::max)).collect();
        let said_best = best.iter().enumerate().max_by(|a, b| weighed(a.1, asked).total_cmp(&weighed(b.1, asked)));
        let Some((at, said_best)) = said_best.filter(|_| !asked.is_empty()) else { return Alignment::default() };
        let any_content = asked.iter().any(|word| word.is_content);
        let counted = said_best.iter().zip(asked).filter(|(_, word)| word.is_content || !any_content);
        Alignment {
            tokens: whole.iter().sum::<f32>() / whole.len() as f32,
            words: weighed(&whole, asked),
            sentence: weighed(said_best, asked),
            weakest: counted.map(|(closeness, _)| *closeness).fold(1.0, f32::min),
            at,
        }
    }
}

/// For each word of the question, how close the sentence's closest word is.
fn closest(sentence: &[Nibbles], asked: &[AskedWord]) -> Vec<f32> {
    asked.iter().map(|word| sentence.iter().map(|said| said.dot(&word.vector)).fold(-1.0, f32::max)).collect()
}

fn weighed(closeness: &[f32], asked: &[AskedWord]) -> f32 {
    let whole: f32 = asked.iter().map(|word| word.weight).sum();
    closeness.iter().zip(asked).map(|(closeness, word)| closeness * word.weight).sum::<f32>() / whole.max(f32::EPSILON)
}

fn small(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<2>()?;
    Some((usize::from(u16::from_le_bytes(*number)), rest))
}

fn word(bytes: &[u8]) -> Option<Nibbles> {
    let (scale, pairs) = bytes.split_first_chunk::<SCALE>()?;
    Some(Nibbles::from_parts(f32::from_le_bytes(*scale), pairs.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(vector: [f32; 2], weight: f32) -> AskedWord {
        AskedWord { vector: vector.into(), weight, is_content: true }
    }

    #[test]
    fn the_sentence_that_says_it_all_is_better_than_two_that_say_half() {
        let (right, up) = (Nibbles::new(&[1.0, 0.0]), Nibbles::new(&[0.0, 1.0]));
        let question = [asked([1.0, 0.0], 1.0), asked([0.0, 1.0], 1.0)];
        let apart = WordVectors { sentences: vec![vec![right.clone()], vec![up.clone()]] }.align(&question);
        let together = WordVectors { sentences: vec![vec![right, up]] }.align(&question);
        assert_eq!((apart.words, apart.sentence, apart.weakest), (1.0, 0.5, 0.0));
        assert_eq!((together.words, together.sentence, together.weakest), (1.0, 1.0, 1.0));
    }

    #[test]
    fn nothing_said_and_nothing_asked_align_without_a_fuss() {
        assert_eq!(WordVectors::default().align(&[asked([1.0, 0.0], 1.0)]), Alignment::default());
        let said = WordVectors { sentences: vec![vec![Nibbles::new(&[1.0, 0.0])]] };
        assert_eq!(said.align(&[]), Alignment::default());
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(sentences in prop::collection::vec(prop::collection::vec(prop::array::uniform4(-1.0_f32..1.0), 0..5), 0..5)) {
            let sentences = sentences.iter().map(|words| words.iter().map(|word| Nibbles::new(word)).collect()).collect();
            let vectors = WordVectors { sentences };
            prop_assert_eq!(WordVectors::from_bytes(&vectors.to_bytes()), Some(vectors));
        }

        #[test]
        fn other_bytes_are_refused_or_read_but_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = WordVectors::from_bytes(&bytes);
        }
    }
}
