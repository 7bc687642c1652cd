//! Files from the disk, within their limits, and what can be wrong with them.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{Dataset, Format, own::Beside};

/// Larger than any public set of questions.
const FILE_MIB_MAX: u64 = 256;
/// Of knowledge that lies beside its questions.
const FILES_MAX: usize = 1_000;
const KNOWLEDGE_FOLDER: &str = "knowledge";
const PAIRS_FILE: &str = "pairs.json";
const BYTES_PER_MIB: u64 = 1024 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    #[error("{} cannot be read; is the path right, and may this user read it?", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} is larger than {FILE_MIB_MAX} MiB; split it, or take a part of it", .0.display())]
    TooLarge(PathBuf),
    #[error("{} holds more than {FILES_MAX} files; a smaller set measures as well", .0.display())]
    TooMany(PathBuf),
    #[error("{} is not text in UTF-8; convert it", .0.display())]
    NotText(PathBuf),
    #[error("this is none of the formats that can be told from their content; name one by --format: {}", names())]
    UnknownFormat,
    #[error("there is no format {name}; take one of {}", names())]
    NoSuchFormat { name: String },
    #[error("this is not what {format} files look like: {why}")]
    Broken { format: &'static str, why: String },
    #[error("there is not one {0} in it")]
    Empty(&'static str),
    #[error("\"{question}\" expects the source \"{wanted}\", which is not in the knowledge")]
    NoSuchSource { question: String, wanted: String },
    #[error("\"{0}\" is answerable, so it needs \"expected\" with its \"source\"")]
    NothingExpected(String),
}

fn names() -> String {
    Format::ALL.map(Format::name).join(", ")
}

impl Dataset {
    /// Reads a file, and for our own format what lies beside it. Its name becomes that of the set, unless the file has
    /// one.
    ///
    /// # Errors
    /// The error says what is wrong and what to do.
    pub fn read(path: &Path, format: Option<Format>) -> Result<Self, DatasetError> {
        let text = text(path)?;
        let format = format.map_or_else(|| Format::recognise(&text), Ok)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = match format {
            Format::Own => beside(path.parent().unwrap_or(Path::new("")))?,
            Format::Squad | Format::Clinc | Format::Csv | Format::Faq => Beside::default(),
        };
        format.read_beside(&name, &text, beside)
    }
}

/// Parses JSON and says where it goes wrong.
pub(super) fn json<T: DeserializeOwned>(format: Format, text: &str) -> Result<T, DatasetError> {
    serde_json::from_str(text).map_err(|error| DatasetError::Broken { format: format.name(), why: error.to_string() })
}

fn text(path: &Path) -> Result<String, DatasetError> {
    let unreadable = |source| DatasetError::Unreadable { path: path.into(), source };
    let mut bytes = Vec::new();
    let limit = FILE_MIB_MAX * BYTES_PER_MIB;
    File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(DatasetError::TooLarge(path.into()));
    }
    let text = String::from_utf8(bytes).map_err(|_| DatasetError::NotText(path.into()))?;
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
}

fn beside(folder: &Path) -> Result<Beside, DatasetError> {
    let (knowledge, pairs) = (folder.join(KNOWLEDGE_FOLDER), folder.join(PAIRS_FILE));
    let mut files = Vec::new();
    if knowledge.is_dir() {
        for path in markdown_files(&knowledge)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, text(&path)?));
        }
    }
    let pairs = if pairs.is_file() { Some(text(&pairs)?) } else { None };
    Ok(Beside { files, pairs })
}

/// In the order of their names, so that a set is the same on every machine.
fn markdown_files(folder: &Path) -> Result<Vec<PathBuf>, DatasetError> {
    let unreadable = |source| DatasetError::Unreadable { path: folder.into(), source };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            paths.push(path);
        }
        if paths.len() > FILES_MAX {
            return Err(DatasetError::TooMany(folder.into()));
        }
    }
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test; what is left of an earlier run is cleared away.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("baton-eval-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join(KNOWLEDGE_FOLDER)).unwrap();
        folder
    }

    #[test]
    fn our_own_format_takes_the_knowledge_that_lies_beside_it() {
        let folder = folder("own");
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
        write("knowledge/b.md", "# B");
        write("knowledge/a.md", "# A");
        write("knowledge/notes.txt", "not for customers");
        write("pairs.json", r#"[{"question": "Open?", "answer": "Daily."}]"#);
        write("questions.json", r#"{"name": "shop", "questions": [{"question": "Who is A?", "kind": "gap"}]}"#);
        let set = Dataset::read(&folder.join("questions.json"), None).unwrap();
        let titles: Vec<&str> = set.knowledge.iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!((set.name.as_str(), titles), ("shop", vec!["a.md", "b.md", "Open?"]));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_format_may_be_forced_and_then_says_what_it_misses() {
        let folder = folder("forced");
        let path = folder.join("x.csv");
        std::fs::write(&path, "\u{feff}where is it,parcel\n").unwrap();
        assert_eq!(Dataset::read(&path, None).unwrap().name, "x.csv");
        let error = Dataset::read(&path, Some(Format::Squad)).unwrap_err().to_string();
        assert!(error.starts_with("this is not what squad files look like"), "{error}");
        std::fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
        assert!(matches!(Dataset::read(&path, None), Err(DatasetError::NotText(_))));
        let missing = Dataset::read(&folder.join("none"), None).unwrap_err().to_string();
        assert!(missing.contains("none cannot be read"), "{missing}");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
