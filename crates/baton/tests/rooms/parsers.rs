//! Every parser against the corpus of its fuzz target, as it is and with bytes changed: nothing panics, limits hold.

use std::path::Path;

use baton::knowledge::fuzzing::TARGETS;
use proptest::prelude::*;
use proptest::sample::Index;

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let files = std::fs::read_dir(folder).expect("each target has a corpus");
    files.map(|file| std::fs::read(file.expect("a file").path()).expect("readable")).collect()
}

#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Cut(Index),
    Repeat(Index, Index),
    Insert(Index, Vec<u8>),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        6 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Set(at, byte)),
        1 => any::<Index>().prop_map(Change::Cut),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Change::Repeat(from, to)),
        2 => (any::<Index>(), prop::collection::vec(any::<u8>(), 1..8)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
    ];
    prop::collection::vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let length = bytes.len() + 1;
        match change {
            Change::Set(at, byte) => {
                let at = at.index(length);
                if let Some(old) = bytes.get_mut(at) {
                    *old = *byte;
                }
            }
            Change::Cut(at) => bytes.truncate(at.index(length)),
            Change::Repeat(from, to) => {
                let (from, to) = (from.index(length), to.index(length));
                let piece = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.extend(piece);
            }
            Change::Insert(at, piece) => {
                let at = at.index(length);
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes
}

#[test]
fn every_file_of_the_corpus_is_read_or_refused() {
    for (name, target) in TARGETS {
        let corpus = corpus(name);
        assert!(corpus.len() >= 3, "{name}");
        corpus.iter().for_each(|bytes| target(bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn changed_files_are_read_or_refused(file in any::<Index>(), changes in changes()) {
        for (name, target) in TARGETS {
            let corpus = corpus(name);
            target(&changed(file.get(&corpus).clone(), &changes));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        TARGETS.iter().for_each(|(_, target)| target(&bytes));
    }
}
