//! Finds a quote in its passage. Words must be the same, in the same order and without gaps; case, spaces,
//! quotation marks, dashes and Markdown may differ, because models tidy what they copy.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Fewer words could be anywhere, unless they are a whole sentence.
const WORDS_MIN: usize = 3;

/// Where it stands, as bytes of the passage.
#[derive(Debug, PartialEq)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    /// The sentences that it is in, as a whole, in order. At least one.
    pub(super) sentences: Vec<Range<usize>>,
}

pub(super) fn find(quote: &str, passage: &str) -> Option<Found> {
    let sought: Vec<String> = words(quote).map(|(_, word)| word).collect();
    if sought.is_empty() {
        return None;
    }
    let there: Vec<(Range<usize>, String)> = words(passage).collect();
    let spans = sentences(passage);
    there.windows(sought.len()).filter(|window| window.iter().map(|(_, word)| word).eq(&sought)).find_map(|window| {
        let range = window.first()?.0.start..window.last()?.0.end;
        let touches = |span: &&Range<usize>| span.start < range.end && range.start < span.end;
        let sentences: Vec<Range<usize>> = spans.iter().filter(touches).cloned().collect();
        let whole = sentences.first()?.start..sentences.last()?.end;
        let is_whole = words(&passage[whole.clone()]).count() == sought.len();
        let words = if is_whole { whole } else { range };
        (is_whole || sought.len() >= WORDS_MIN).then_some(Found { words, sentences })
    })
}

/// Words in lower case, with where they stand.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    text.unicode_word_indices().filter_map(|(at, word)| {
        // To Unicode an underscore is a letter, to Markdown it is a mark.
        let bare = word.trim_matches('_');
        let from = at + (word.len() - word.trim_start_matches('_').len());
        let spelled = bare.to_lowercase().replace('’', "'");
        (!bare.is_empty()).then_some((from..from + bare.len(), spelled))
    })
}

/// A line always ends a sentence.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        for (at, sentence) in line.split_sentence_bound_indices() {
            let trimmed = sentence.trim_end();
            if !trimmed.is_empty() {
                spans.push(from + at..from + at + trimmed.len());
            }
        }
        from += line.len();
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSAGE: &str = "We ship from Bergen. It’s **free** – above 100 €.\nSorry, no.";

    fn quoted(quote: &str) -> Option<(&str, &str)> {
        let found = find(quote, PASSAGE)?;
        let sentences = found.sentences.first()?.start..found.sentences.last()?.end;
        Some((&PASSAGE[found.words], &PASSAGE[sentences]))
    }

    #[test]
    fn spaces_case_quotes_dashes_and_marks_may_differ() {
        let sentence = "It’s **free** – above 100 €.";
        assert_eq!(quoted("it's  free - _above_ 100"), Some((sentence, sentence)));
        assert_eq!(quoted("“SHIP FROM Bergen”"), Some(("ship from Bergen", "We ship from Bergen.")));
    }

    #[test]
    fn a_quote_may_reach_over_sentences() {
        let both = "We ship from Bergen. It’s **free** – above 100 €.";
        assert_eq!(quoted("from Bergen. It's free"), Some(("from Bergen. It’s **free", both)));
    }

    #[test]
    fn other_words_another_order_or_gaps_are_no_quote() {
        assert_eq!(quoted("We ship to Bergen"), None);
        assert_eq!(quoted("from Bergen ship"), None);
        assert_eq!(quoted("We ship ... free above"), None);
        assert_eq!(quoted("We shi"), None);
    }

    #[test]
    fn two_words_must_be_a_whole_sentence() {
        assert_eq!(quoted("from Bergen"), None);
        assert_eq!(quoted("sorry no"), Some(("Sorry, no.", "Sorry, no.")));
        assert_eq!(quoted(" … "), None);
    }
}
