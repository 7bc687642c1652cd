//! Utterances of every language that are easily taken for something else; the lists in `cases/` are the specification.

use super::{Said, recognise};

const LANGUAGES: [(&str, &str); 7] = [
    ("en", include_str!("cases/en.txt")),
    ("de", include_str!("cases/de.txt")),
    ("fr", include_str!("cases/fr.txt")),
    ("es", include_str!("cases/es.txt")),
    ("it", include_str!("cases/it.txt")),
    ("pt", include_str!("cases/pt.txt")),
    ("nl", include_str!("cases/nl.txt")),
];

const KINDS: [(&str, Said); 5] = [
    ("person", Said::WantsPerson),
    ("greeting", Said::Greeting),
    ("thanks", Said::Thanks),
    ("goodbye", Said::Goodbye),
    ("something", Said::Something),
];

fn kind(section: &str) -> Said {
    KINDS.iter().find(|(name, _)| *name == section).expect("a kind of utterance").1
}

/// Every utterance with what it is, by its section.
fn utterances(table: &'static str) -> Vec<(&'static str, Said)> {
    let mut said = Said::Something;
    let mut utterances = Vec::new();
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(section) => said = kind(section),
            None => utterances.push((line, said)),
        }
    }
    utterances
}

#[test]
fn hard_cases_are_what_they_are() {
    let mut wrong = Vec::new();
    for (language, table) in LANGUAGES {
        for (text, said) in utterances(table) {
            let heard = recognise(text);
            if heard != said {
                wrong.push(format!("{language}: {text}: {heard:?} instead of {said:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
