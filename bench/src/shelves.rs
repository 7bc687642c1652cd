//! Fills a Baton database with many passages: a source that Baton indexed itself, copied with other texts and other
//! vectors. Encoding a hundred thousand passages would take an hour.

use std::path::Path;

use anyhow::{Context, ensure};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::{chance::Chance, prose::Prose};

/// Passages of a source, in the one that is copied too.
pub const PASSAGES: u32 = 10;
/// Words of a passage that have vectors, and sentences.
const WORDS: usize = 45;
const SENTENCES: usize = 5;
/// Different sets of words' vectors, which the passages share.
const POOL: usize = 1_000;
/// Format and packed length stand before the sentences.
const HEADER: usize = 3;
/// Between -11 and 11, 384 bytes make a vector of about length 127, which stands for 1.
const BYTE_MAX: usize = 11;
/// Between -7 and 7, 384 numbers times this make a vector of about length 1.
const SCALE: f32 = 0.0118;

/// The app must have exactly one source. The server must not be running.
pub fn fill(data: &Path, app: i64, sources: u32) -> anyhow::Result<()> {
    let mut db = Connection::open(data.join("baton.db"))?;
    // A power cut would cost us a copy, so nothing here waits for the disk.
    db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")?;
    let tx = db.transaction()?;
    copy(&tx, app, sources).context("Baton's tables are not those the filler knows")?;
    tx.commit()?;
    db.execute_batch("PRAGMA journal_mode = WAL")?;
    Ok(())
}

fn copy(db: &Transaction<'_>, app: i64, sources: u32) -> anyhow::Result<()> {
    let (original, passages): (String, u32) =
        db.query_row("SELECT id, passages FROM sources WHERE app = ?1", [app], |row| Ok((row.get(0)?, row.get(1)?)))?;
    ensure!(passages == PASSAGES, "the source has {passages} passages instead of {PASSAGES}");
    let (mut prose, mut pool) = (Prose::new(u64::from(sources)), Pool::like(db, &original)?);
    for number in 1..=sources {
        let id = format!("{}{:08x}", &original[..16], 0x0010_0000 + number);
        copy_source(db, [&original, &id], &mut prose)?;
        if let Some(pool) = &mut pool {
            copy_vectors(db, [&original, &id], pool)?;
        }
    }
    // Jobs that wait would be done beside the measurement.
    db.execute("DELETE FROM outbox", [])?;
    db.execute("UPDATE apps SET knowledge_version = knowledge_version + 1 WHERE id = ?1", [app])?;
    Ok(())
}

fn copy_source(db: &Transaction<'_>, [original, id]: [&String; 2], prose: &mut Prose) -> anyhow::Result<()> {
    const SOURCE: &str = "INSERT INTO sources (id, app, title, kind, state, error, body, question, bytes, passages,
            created_at, updated_at, format, address, site, language, fingerprint, phrasings, version, encoded, encoded_by)
        SELECT ?2, app, ?3, kind, state, error, ?4, question, length(?4), passages, created_at, updated_at, format,
            address, site, language, ?2, phrasings, version, encoded, encoded_by FROM sources WHERE id = ?1";
    const PASSAGE: &str = "INSERT INTO passages (source, place, app, heading, text)
        SELECT ?2, place, app, ?3, ?4 FROM passages WHERE source = ?1 AND place = ?5";
    let sections: Vec<(String, String)> = (0..PASSAGES).map(|_| (prose.heading(), prose.passage())).collect();
    db.prepare_cached(SOURCE)?.execute(params![original, id, prose.heading(), document(&sections)])?;
    let mut add = db.prepare_cached(PASSAGE)?;
    for (place, (heading, text)) in (0..PASSAGES).zip(&sections) {
        let added = add.execute(params![original, id, heading, text, place])?;
        ensure!(added == 1, "a passage was not copied");
    }
    Ok(())
}

fn copy_vectors(db: &Transaction<'_>, [original, id]: [&String; 2], pool: &mut Pool) -> anyhow::Result<()> {
    const SQL: &str = "INSERT INTO vectors (source, place, model, app, whole, questions, words)
        SELECT ?2, place, model, app, ?3, questions, ?4 FROM vectors WHERE source = ?1 AND place = ?5";
    let mut add = db.prepare_cached(SQL)?;
    for place in 0..PASSAGES {
        let added = add.execute(params![original, id, pool.whole(), pool.words(), place])?;
        ensure!(added == 1, "a vector was not copied");
    }
    Ok(())
}

/// Markdown that becomes a passage a section.
pub fn document(sections: &[(String, String)]) -> String {
    sections.iter().map(|(heading, text)| format!("## {heading}\n\n{text}\n\n")).collect()
}

/// Vectors that point anywhere.
struct Pool {
    dimensions: usize,
    words: Vec<Vec<u8>>,
    chance: Chance,
}

impl Pool {
    /// Vectors of the same format as this source's; nothing if it has none.
    fn like(db: &Transaction<'_>, original: &str) -> anyhow::Result<Option<Self>> {
        const SQL: &str = "SELECT whole, words FROM vectors WHERE source = ?1 ORDER BY place LIMIT 1";
        let found = db.query_row(SQL, [original], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((whole, words)): Option<(Vec<u8>, Vec<u8>)> = found else { return Ok(None) };
        let dimensions = whole.len();
        let header = words.get(..HEADER).context("words have no header")?;
        let packed = u16::from_le_bytes([header[1], header[2]]);
        ensure!(header[0] == 1 && usize::from(packed) == dimensions / 2, "words are stored in another format");
        let mut chance = Chance::new(0);
        let words = (0..POOL).map(|_| words_like(header, dimensions, &mut chance)).collect();
        Ok(Some(Self { dimensions, words, chance }))
    }

    fn whole(&mut self) -> Vec<u8> {
        let byte = |chance: &mut Chance| (chance.within(0, 2 * BYTE_MAX) as u8).wrapping_sub(BYTE_MAX as u8);
        (0..self.dimensions).map(|_| byte(&mut self.chance)).collect()
    }

    fn words(&mut self) -> &[u8] {
        &self.words[self.chance.within(0, POOL - 1)]
    }
}

fn words_like(header: &[u8], dimensions: usize, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = header.to_vec();
    bytes.extend((SENTENCES as u16).to_le_bytes());
    for _ in 0..SENTENCES {
        let words = WORDS / SENTENCES;
        bytes.extend((words as u16).to_le_bytes());
        for _ in 0..words {
            bytes.extend(SCALE.to_le_bytes());
            // Two numbers a byte, each from -7 to 7 with 8 for zero.
            bytes.extend((0..dimensions / 2).map(|_| (chance.within(1, 15) | chance.within(1, 15) << 4) as u8));
        }
    }
    bytes
}
