//! Headers, footers and page numbers: lines at the edges of pages that are the same on most of them.

use std::collections::{HashMap, HashSet};

/// So many lines at the top and at the bottom of a page can be one.
const EDGE_LINES: usize = 3;
/// Twice may be chance.
const REPEATS_MIN: usize = 3;
/// Longer lines are text.
const EDGE_CHARS_MAX: usize = 120;

/// The pages with only those lines that speak of their matter.
pub fn without_repeated(pages: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let repeated = repeated(&pages);
    pages.into_iter().enumerate().map(|(at, page)| without(page, &repeated, at + 1)).collect()
}

fn repeated(pages: &[Vec<String>]) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages {
        let shapes: HashSet<String> = edges(page).into_iter().map(|at| shape(&page[at])).collect();
        for shape in shapes {
            *counts.entry(shape).or_default() += 1;
        }
    }
    let min = REPEATS_MIN.max(pages.len() / 2);
    counts.into_iter().filter(|(_, count)| *count >= min).map(|(shape, _)| shape).collect()
}

fn without(page: Vec<String>, repeated: &HashSet<String>, number: usize) -> Vec<String> {
    let edges: HashSet<usize> = edges(&page).into_iter().collect();
    let is_edge =
        |at: usize, line: &str| edges.contains(&at) && (repeated.contains(&shape(line)) || is_number(line, number));
    page.into_iter().enumerate().filter(|(at, line)| !is_edge(*at, line)).map(|(_, line)| line).collect()
}

/// The places of the first and the last lines with something on them.
fn edges(page: &[String]) -> Vec<usize> {
    let filled: Vec<usize> =
        (0..page.len()).filter(|&at| !page[at].is_empty() && page[at].chars().count() <= EDGE_CHARS_MAX).collect();
    let first = filled.iter().take(EDGE_LINES);
    let last = filled.iter().rev().take(EDGE_LINES);
    first.chain(last).copied().collect()
}

/// Page 3 of 9 and page 4 of 9 are the same.
fn shape(line: &str) -> String {
    let mut shape = String::with_capacity(line.len());
    for letter in line.chars() {
        if !letter.is_ascii_digit() {
            shape.push(letter);
        } else if !shape.ends_with('#') {
            shape.push('#');
        }
    }
    shape
}

/// `3`, `- 3 -`, `3/9`: a page's own number and nothing but signs around it.
fn is_number(line: &str, number: usize) -> bool {
    let mut numbers = line.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    !line.chars().any(char::is_alphabetic) && numbers.next().is_some_and(|digits| digits == number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(pages: &[&[&str]]) -> Vec<Vec<String>> {
        pages.iter().map(|page| page.iter().map(|line| (*line).to_owned()).collect()).collect()
    }

    #[test]
    fn what_stands_on_every_page_is_dropped() {
        let before = pages(&[
            &["Tents Ltd.", "One is here.", "Page 1 of 3"],
            &["Tents Ltd.", "Two is there.", "Page 2 of 3"],
            &["Tents Ltd.", "Three is gone.", "Page 3 of 3"],
        ]);
        assert_eq!(without_repeated(before), pages(&[&["One is here."], &["Two is there."], &["Three is gone."]]));
    }

    #[test]
    fn a_number_is_a_page_number_only_on_its_page() {
        let before = pages(&[&["Text", "1"], &["Text", "- 2 -"], &["1998", "Text 3"]]);
        assert_eq!(without_repeated(before)[1..], pages(&[&["Text"], &["1998", "Text 3"]]));
        assert_eq!(without_repeated(pages(&[&["42", "words"]])), pages(&[&["42", "words"]]));
    }
}
