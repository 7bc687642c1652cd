//! Reads `model.safetensors` from front to back, once: its numbers and its SHA-256.
//! The format: 8 bytes little-endian length, that many bytes of JSON, then the numbers
//! (<https://huggingface.co/docs/safetensors>).

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use half::{bf16, f16};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{EncoderError, config::unreadable};

/// The JSON in front of the numbers; real ones have about 100 bytes a tensor.
const HEADER_MAX_BYTES: u64 = 8 * 1024 * 1024;
/// Read at a time. A multiple of every number's size.
const CHUNK_BYTES: usize = 64 * 1024;
/// Hex digits of a model's name.
const NAME_DIGITS: usize = 12;

pub(super) struct Weights {
    path: PathBuf,
    tensors: HashMap<String, Tensor>,
    /// The first digits of the file's SHA-256.
    pub name: String,
}

struct Tensor {
    shape: Vec<usize>,
    values: Vec<f32>,
}

#[derive(Deserialize)]
struct Entry {
    dtype: String,
    shape: Vec<usize>,
    data_offsets: (u64, u64),
}

impl Weights {
    pub fn read(path: &Path) -> Result<Self, EncoderError> {
        let file = File::open(path).map_err(|error| unreadable(path, error))?;
        let bytes = file.metadata().map_err(|error| unreadable(path, error))?.len();
        let mut reading = Reading { file, sha256: Sha256::new(), path };
        let entries = reading.header(bytes)?;
        let mut tensors = HashMap::new();
        for (name, entry) in entries {
            let values = reading.numbers(&entry)?;
            let name = name.strip_prefix("bert.").map_or(name.clone(), str::to_owned);
            tensors.insert(name, Tensor { shape: entry.shape, values });
        }
        let digest = reading.sha256.finalize();
        let name = digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()[..NAME_DIGITS].to_owned();
        Ok(Self { path: path.into(), tensors, name })
    }

    /// Takes one tensor out, in rows.
    pub fn take(&mut self, name: &str, shape: &[usize]) -> Result<Vec<f32>, EncoderError> {
        let unfit = |why| EncoderError::Unfit { path: self.path.clone(), why };
        let tensor = self.tensors.remove(name).ok_or_else(|| unfit(format!("it has no {name}")))?;
        if tensor.shape != shape {
            return Err(unfit(format!("{name} is {:?}, config.json says {shape:?}", tensor.shape)));
        }
        if tensor.values.is_empty() {
            return Err(unfit(format!("{name} is not of F32, F16 or BF16")));
        }
        Ok(tensor.values)
    }
}

struct Reading<'a> {
    file: File,
    sha256: Sha256,
    path: &'a Path,
}

impl Reading<'_> {
    /// The tensors in the file's order; checked to fill exactly the file's `bytes`, so that nothing below
    /// sets aside more memory than the file is long.
    fn header(&mut self, bytes: u64) -> Result<Vec<(String, Entry)>, EncoderError> {
        let mut length = [0; 8];
        self.fill(&mut length)?;
        let length = u64::from_le_bytes(length);
        if length > HEADER_MAX_BYTES.min(bytes) {
            return Err(self.damaged("its header is longer than itself"));
        }
        let mut json = vec![0; usize::try_from(length).unwrap_or_default()];
        self.fill(&mut json)?;
        let mut all: BTreeMap<String, serde_json::Value> =
            serde_json::from_slice(&json).map_err(|error| self.damaged(error))?;
        all.remove("__metadata__");
        let mut entries = Vec::with_capacity(all.len());
        for (name, value) in all {
            entries.push((name, Entry::deserialize(value).map_err(|error| self.damaged(error))?));
        }
        entries.sort_by_key(|(_, entry)| entry.data_offsets);
        let end = entries.iter().try_fold(0, |at, (_, entry)| (entry.data_offsets.0 == at).then(|| entry.end(at))?);
        match end {
            Some(end) if end.checked_add(8 + length) == Some(bytes) => Ok(entries),
            Some(_) | None => Err(self.damaged("its length is not what its header says")),
        }
    }

    /// Numbers of kinds that no layer uses are passed over and give an empty list.
    fn numbers(&mut self, entry: &Entry) -> Result<Vec<f32>, EncoderError> {
        let mut left = usize::try_from(entry.data_offsets.1 - entry.data_offsets.0).unwrap_or(usize::MAX);
        let mut values = Vec::with_capacity(entry.size().map_or(0, |size| left / size));
        let mut chunk = vec![0; CHUNK_BYTES.min(left)];
        while left > 0 {
            let part = chunk.len().min(left);
            self.fill(&mut chunk[..part])?;
            entry.append(&chunk[..part], &mut values);
            left -= part;
        }
        Ok(values)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EncoderError> {
        self.file.read_exact(bytes).map_err(|error| {
            let too_early = error.kind() == std::io::ErrorKind::UnexpectedEof;
            if too_early { self.damaged("it ends too early") } else { unreadable(self.path, error) }
        })?;
        self.sha256.update(bytes);
        Ok(())
    }

    fn damaged(&self, why: impl ToString) -> EncoderError {
        EncoderError::Damaged { path: self.path.into(), why: why.to_string() }
    }
}

impl Entry {
    /// Bytes a number, for the kinds that we can compute with.
    fn size(&self) -> Option<usize> {
        match self.dtype.as_str() {
            "F32" => Some(4),
            "F16" | "BF16" => Some(2),
            _ => None,
        }
    }

    /// Where it ends, if it starts at `at` and is as long as its shape says.
    fn end(&self, at: u64) -> Option<u64> {
        let end = self.data_offsets.1;
        let bytes = end.checked_sub(at)?;
        let Some(size) = self.size() else { return Some(end) };
        let count = self.shape.iter().try_fold(size, |count, side| count.checked_mul(*side))?;
        (u64::try_from(count).ok()? == bytes).then_some(end)
    }

    fn append(&self, bytes: &[u8], values: &mut Vec<f32>) {
        let pairs = || bytes.as_chunks::<2>().0.iter();
        match self.dtype.as_str() {
            "F32" => values.extend(bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four))),
            "F16" => values.extend(pairs().map(|two| f16::from_le_bytes(*two).to_f32())),
            "BF16" => values.extend(pairs().map(|two| bf16::from_le_bytes(*two).to_f32())),
            _ => {}
        }
    }
}
