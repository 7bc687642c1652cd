//! Which files a path means: itself, or everything in it that can be read.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use baton::knowledge::FILE_BYTES_MAX;

const ENDINGS: [&str; 15] = [
    "csv", "docx", "htm", "html", "json", "markdown", "md", "ods", "pdf", "text", "tsv", "txt", "xhtml", "xls", "xlsx",
];
const FILES_MAX: usize = 10_000;
const DEPTH_MAX: usize = 20;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct File {
    /// As it is named to people: below the folder that was asked for.
    pub name: String,
    path: PathBuf,
}

impl File {
    /// What it holds, or why it cannot be sent.
    pub fn read(&self) -> Result<Vec<u8>, String> {
        let unreadable = |error: io::Error| format!("cannot be read: {error}");
        let bytes = fs::metadata(&self.path).map_err(unreadable)?.len();
        if bytes > FILE_BYTES_MAX as u64 {
            return Err(format!("has {bytes} bytes; at most {FILE_BYTES_MAX} are taken, split it"));
        }
        fs::read(&self.path).map_err(unreadable)
    }
}

/// A file is taken whatever its ending: the server says what is wrong with it. In a folder, hidden files, links and
/// files of other kinds are passed over.
pub(super) fn files(path: &Path) -> anyhow::Result<Vec<File>> {
    let found = fs::metadata(path).with_context(|| format!("there is no {}", path.display()))?;
    if found.is_file() {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Ok(vec![File { name, path: path.into() }]);
    }
    let mut files = Vec::new();
    collect(path, path, &mut files, DEPTH_MAX)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(folder: &Path, within: &Path, files: &mut Vec<File>, deeper: usize) -> anyhow::Result<()> {
    let unreadable = || format!("cannot read the folder {}", within.display());
    for entry in fs::read_dir(within).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let (path, kind) = (entry.path(), entry.file_type().with_context(unreadable)?);
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            if deeper == 0 {
                bail!("{} lies more than {DEPTH_MAX} folders deep; import it by itself", path.display());
            }
            collect(folder, &path, files, deeper - 1)?;
        } else if kind.is_file() && is_known(&path) {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
            files.push(File { name, path });
            if files.len() > FILES_MAX {
                bail!("{} holds more than {FILES_MAX} files; import its folders one by one", folder.display());
            }
        }
    }
    Ok(())
}

fn is_known(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &Path) -> Vec<String> {
        files(path).unwrap().into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn a_folder_means_what_can_be_read_in_it_and_below() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "words").unwrap();
        };
        ["b.MD", "a/faq.csv", "a/photo.png", ".hidden.md", ".git/x.md"].into_iter().for_each(write);
        assert_eq!(names(folder.path()), ["a/faq.csv", "b.MD"]);
        assert_eq!(names(&folder.path().join("a/photo.png")), ["photo.png"]);
    }

    #[test]
    fn a_path_that_is_not_there_is_named() {
        let error = files(Path::new("no/such/place")).unwrap_err().to_string();
        assert_eq!(error, "there is no no/such/place");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_above_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("round")).unwrap();
        fs::write(folder.path().join("a.md"), "words").unwrap();
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[test]
    fn every_ending_is_one_that_the_server_reads() {
        use baton::knowledge::{Format, Unreadable};
        for ending in ENDINGS {
            let format = Format::of_file(&format!("a.{ending}"), b"words");
            assert!(!matches!(format, Err(Unreadable::Unsupported)), "{ending}");
        }
    }
}
