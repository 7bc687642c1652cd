//! Zip archives, as documents and sheets are, within limits. Declared sizes are never believed.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::unreadable::Unreadable;

const ENTRIES_MAX: usize = 2_000;
const UNPACKED_BYTES_MAX: u64 = 100_000_000;
/// Unpacked bytes for each packed one. Spreadsheets of equal rows reach some tens.
const RATIO_MAX: u64 = 200;
/// What unpacks to less is harmless at any ratio.
const HARMLESS_BYTES: u64 = 5_000_000;
/// Begins each line of an archive's list of contents.
const ENTRY_MARK: &[u8] = b"PK\x01\x02";

pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What may still be unpacked.
    bytes_left: u64,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// [`Unreadable::Bomb`] when there is too much in it, `broken` when it is no archive.
    pub fn open(bytes: &'a [u8], broken: &Unreadable) -> Result<Self, Unreadable> {
        // Counted before anything is allocated for them.
        if bytes.windows(ENTRY_MARK.len()).filter(|window| *window == ENTRY_MARK).count() > ENTRIES_MAX {
            return Err(Unreadable::Bomb);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken.clone())?;
        let bytes_left = (bytes.len() as u64 * RATIO_MAX).clamp(HARMLESS_BYTES, UNPACKED_BYTES_MAX);
        Ok(Self { zip, bytes_left })
    }

    /// The unpacked bytes of a part, if there is such a part that can be unpacked.
    ///
    /// # Errors
    /// [`Unreadable::Bomb`] when it unpacks to too much.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let mut unpacked = Vec::new();
        let Ok(entry) = self.zip.by_name(name) else { return Ok(None) };
        let is_whole = entry.take(self.bytes_left + 1).read_to_end(&mut unpacked).is_ok();
        self.bytes_left = self.bytes_left.checked_sub(unpacked.len() as u64).ok_or(Unreadable::Bomb)?;
        Ok(is_whole.then_some(unpacked))
    }

    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Unpacks everything into nothing, before a parser does so without limits.
    ///
    /// # Errors
    /// [`Unreadable::Bomb`] when it unpacks to too much.
    pub fn check_all(&mut self) -> Result<(), Unreadable> {
        for number in 0..self.zip.len() {
            let Ok(entry) = self.zip.by_index(number) else { continue };
            let mut entry = entry.take(self.bytes_left + 1);
            // A broken entry is the parser's to refuse; here only its size counts.
            let _ = std::io::copy(&mut entry, &mut std::io::sink());
            let unpacked = self.bytes_left + 1 - entry.limit();
            self.bytes_left = self.bytes_left.checked_sub(unpacked).ok_or(Unreadable::Bomb)?;
        }
        Ok(())
    }
}

#[cfg(test)]
pub mod tests {
    use std::io::Write as _;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_by_name() {
        let bytes = packed(&[("a.xml", b"one"), ("b/c.xml", b"two")]);
        let mut archive = Archive::open(&bytes, &Unreadable::Docx).expect("an archive");
        assert_eq!(archive.part("b/c.xml"), Ok(Some(b"two".to_vec())));
        assert_eq!(archive.part("missing"), Ok(None));
        assert_eq!(archive.check_all(), Ok(()));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let zeros = vec![0; 60_000_000];
        let bomb = packed(&[("a", &zeros)]);
        assert!(bomb.len() < 100_000);
        let open = || Archive::open(&bomb, &Unreadable::Docx).expect("an archive");
        assert_eq!(open().part("a"), Err(Unreadable::Bomb));
        assert_eq!(open().check_all(), Err(Unreadable::Bomb));
    }

    #[test]
    fn a_bomb_in_small_parts_is_one_too() {
        let zeros = vec![0; 4_000_000];
        let bomb = packed(&[("a", &zeros), ("b", &zeros)]);
        let mut archive = Archive::open(&bomb, &Unreadable::Docx).expect("an archive");
        assert!(archive.part("a").is_ok());
        assert_eq!(archive.part("b"), Err(Unreadable::Bomb));
    }

    #[test]
    fn the_size_that_an_entry_declares_is_not_believed() {
        let zeros = vec![0; 6_000_000];
        let mut bomb = packed(&[("a", &zeros)]);
        let list = bomb.windows(4).position(|window| window == ENTRY_MARK).expect("a list of contents");
        bomb[list + 24..list + 28].copy_from_slice(&3_u32.to_le_bytes());
        let mut archive = Archive::open(&bomb, &Unreadable::Docx).expect("an archive");
        assert!(
            archive.check_all().is_err() || archive.part("a").is_ok_and(|part| part.is_none_or(|part| part.len() < 4))
        );
    }

    #[test]
    fn too_many_entries_are_refused() {
        let names: Vec<String> = (0..=ENTRIES_MAX).map(|number| number.to_string()).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(Archive::open(&packed(&parts), &Unreadable::Docx).err(), Some(Unreadable::Bomb));
    }

    #[test]
    fn what_is_no_archive_is_said_so() {
        assert_eq!(Archive::open(b"PK\x03\x04", &Unreadable::Docx).err(), Some(Unreadable::Docx));
    }
}
