//! The words that phrases are compared by: as searched, but spelled one way in every script. Scripts without
//! blanks, or with optional ones, are taken letter by letter.

use super::super::words::words;

/// A request ends here, and another begins.
const STOPS: [char; 33] = [
    '.', '!', '?', ',', ';', ':', '\n', '(', ')', '–', '—', '…', '¡', '¿', '"', '。', '！', '？', '，', '、', '；',
    '：', '（', '）', '「', '」', '·', '।', '॥', '؟', '،', '؛', '۔',
];

/// The words of each clause; clauses without a word are left out.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.split(STOPS).map(|part| tokens(part).collect::<Vec<_>>()).filter(|clause| !clause.is_empty())
}

pub(super) fn tokens(text: &str) -> impl Iterator<Item = String> {
    words(text).flat_map(|word| apart(calm(&one_spelling(&word))))
}

/// "heyyyy" is "hey": three of a letter are one.
fn calm(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut calm = String::with_capacity(word.len());
    for run in letters.chunk_by(|a, b| a == b) {
        let keep = if run.len() > 2 && run[0].is_alphabetic() { 1 } else { run.len() };
        calm.extend(run.iter().take(keep));
    }
    calm
}

/// Korean blanks stand where the writer likes them, and particles hang on the words.
fn apart(word: String) -> Vec<String> {
    let is_hangul = |letter: char| ('\u{ac00}'..='\u{d7a3}').contains(&letter);
    if word.chars().any(is_hangul) { word.chars().map(String::from).collect() } else { vec![word] }
}

/// Arabic, Urdu, Hindi and Bengali are typed with and without marks, and with look-alike letters.
fn one_spelling(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.chars().filter(|letter| !is_mark(*letter)).map(one_letter).collect()
}

fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{640}' | '\u{64b}'..='\u{655}' | '\u{670}' // Arabic tatweel and vowels
        | '\u{93c}' | '\u{9bc}' // the dot below of Devanagari and Bengali
        | '\u{200b}'..='\u{200f}') // invisible joiners
}

fn one_letter(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' => 'ك',
        'ة' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ँ' => 'ं',
        'ঁ' => 'ং',
        '\u{9dc}' => '\u{9a1}',
        '\u{9df}' => '\u{9af}',
        '\u{958}' => '\u{915}',
        '\u{95b}' => '\u{91c}',
        '\u{95e}' => '\u{92b}',
        '\u{95c}' => '\u{921}',
        other => other,
    }
}
