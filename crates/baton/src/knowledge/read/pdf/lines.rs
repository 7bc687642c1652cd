//! From lines as they were set to paragraphs, list items and, where that is quite sure, headings.

use std::collections::HashSet;

use super::super::markdown;

const HEADING_CHARS_MAX: usize = 80;
const HEADING_LETTERS_MIN: usize = 3;
/// A line shorter than this share of the widest, with a full stop, ends its paragraph.
const LAST_LINE_SHARE_MAX: f64 = 0.75;
/// Narrower columns than this many characters say nothing about where a line ends.
const COLUMN_CHARS_MIN: usize = 30;
const BULLETS: [char; 9] = ['•', '◦', '▪', '■', '●', '‣', '·', '\u{f0b7}', '–'];
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', ':', '。', '！', '？'];

/// Without double blanks, soft hyphens and letters that were drawn as one.
pub fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        for letter in word.chars() {
            match letter {
                '\u{ad}' | '\u{200b}' | '\u{fffd}' => {}
                'ﬀ' => text.push_str("ff"),
                'ﬁ' => text.push_str("fi"),
                'ﬂ' => text.push_str("fl"),
                'ﬃ' => text.push_str("ffi"),
                'ﬄ' => text.push_str("ffl"),
                _ => text.push(letter),
            }
        }
    }
    text
}

#[derive(Default)]
struct Paragraph {
    text: String,
    lines: usize,
    /// The last line's length in characters.
    last_chars: usize,
}

/// Markdown of all pages.
pub fn paragraphs(pages: &[Vec<String>]) -> String {
    let hyphenated = hyphenated(pages);
    let mut done: Vec<Paragraph> = Vec::new();
    for page in pages {
        let widest = page.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let mut goes_on = done.last().is_some_and(|last| is_unfinished(&last.text));
        for line in page {
            if line.is_empty() {
                // At the top of a page it does not end what began on the one before.
                goes_on = goes_on && done.last().is_some_and(|last| is_unfinished(&last.text)) && is_top(page, line);
                continue;
            }
            match done.last_mut() {
                Some(last) if goes_on && !is_item(line) && !last.ends_at(widest) => last.add(line, &hyphenated),
                Some(_) | None => done.push(Paragraph::begin(line)),
            }
            goes_on = true;
        }
    }
    written(&done)
}

/// Whether all lines up to this one are empty.
fn is_top(page: &[String], line: &String) -> bool {
    page.iter().take_while(|above| !std::ptr::eq(*above, line)).all(String::is_empty)
}

impl Paragraph {
    fn begin(line: &str) -> Self {
        Self { text: line.to_owned(), lines: 1, last_chars: line.chars().count() }
    }

    fn add(&mut self, line: &str, hyphenated: &HashSet<String>) {
        let before = self.text.strip_suffix('-').filter(|before| before.ends_with(char::is_alphabetic));
        match before {
            Some(before) if line.starts_with(char::is_lowercase) => {
                let whole = format!("{}-{}", last_word(before), first_word(line)).to_lowercase();
                if !hyphenated.contains(&whole) {
                    self.text.pop();
                }
            }
            Some(_) | None => self.text.push(' '),
        }
        self.text.push_str(line);
        self.lines += 1;
        self.last_chars = line.chars().count();
    }

    fn ends_at(&self, widest: usize) -> bool {
        let is_short = (self.last_chars as f64) < LAST_LINE_SHARE_MAX * widest as f64 && widest >= COLUMN_CHARS_MIN;
        is_short && self.text.ends_with(SENTENCE_ENDS)
    }

    fn is_heading(&self) -> bool {
        let text = self.text.as_str();
        if self.lines > 1 || text.chars().count() > HEADING_CHARS_MAX || is_item(text) {
            return false;
        }
        let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphabetic()).collect();
        let is_loud = letters.iter().all(|letter| letter.is_uppercase());
        let is_title = is_loud || section(text).is_some_and(|(_, name)| name.starts_with(char::is_uppercase));
        letters.len() >= HEADING_LETTERS_MIN
            && ((is_title && !text.ends_with([',', ';', '.', ':'])) || (text.ends_with('?') && text.contains(' ')))
    }
}

fn written(paragraphs: &[Paragraph]) -> String {
    let mut text = String::new();
    let mut was_item = false;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        // A heading has something below it.
        let is_heading = paragraph.is_heading()
            && paragraphs.get(at + 1).is_some_and(|next| !next.is_heading() || section(&paragraph.text).is_some());
        let is_item = is_item(&paragraph.text);
        if !text.is_empty() {
            text.push_str(if is_item && was_item { "\n" } else { "\n\n" });
        }
        if is_heading {
            let level = section(&paragraph.text).map_or(2, |(level, _)| level + 1);
            text.push_str(&markdown::heading(level, &paragraph.text));
        } else {
            text.push_str(&item(&paragraph.text));
        }
        was_item = is_item;
    }
    text
}

/// `2.1 Costs` has two levels and a name.
fn section(text: &str) -> Option<(usize, &str)> {
    let (number, name) = text.split_once(' ')?;
    let number = number.strip_suffix('.').unwrap_or(number);
    let is_number = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    number.split('.').all(is_number).then(|| (number.split('.').count(), name.trim()))
}

fn is_item(line: &str) -> bool {
    let Some((mark, rest)) = line.split_once(' ') else { return false };
    let is_bullet = mark == "-" || mark == "*" || (mark.chars().count() == 1 && mark.starts_with(BULLETS));
    let counted = mark.strip_suffix([')', '.']).unwrap_or_default();
    let is_counted = !counted.is_empty() && counted.len() <= 2 && counted.bytes().all(|byte| byte.is_ascii_digit());
    let is_lettered =
        mark.len() == 2 && mark.ends_with(')') && mark.starts_with(|letter: char| letter.is_ascii_lowercase());
    (is_bullet || is_counted || is_lettered) && !rest.is_empty()
}

fn item(text: &str) -> String {
    match text.split_once(' ') {
        Some((mark, rest)) if mark.chars().count() == 1 && mark.starts_with(BULLETS) => format!("- {rest}"),
        Some(_) | None => markdown::paragraph(text),
    }
}

fn is_unfinished(text: &str) -> bool {
    text.ends_with(|letter: char| letter.is_lowercase() || matches!(letter, ',' | '-'))
}

/// Words that have a hyphen in the middle of a line keep it at the end of one.
fn hyphenated(pages: &[Vec<String>]) -> HashSet<String> {
    let words = pages.iter().flatten().flat_map(|line| line.split(' '));
    let bare = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    bare.filter(|word| word.contains('-')).map(str::to_lowercase).collect()
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or_default().trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default().trim_matches(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidy(text: &str) -> String {
        let pages: Vec<Vec<String>> = text.split('|').map(|page| page.lines().map(plain).collect()).collect();
        paragraphs(&pages)
    }

    #[test]
    fn lines_are_joined_to_paragraphs() {
        let text = "You may return  what you bought\nwithin sixty days.\n\nThe oﬃce is open.";
        assert_eq!(tidy(text), "You may return what you bought within sixty days.\n\nThe office is open.");
    }

    #[test]
    fn a_short_line_with_a_full_stop_ends_its_paragraph() {
        let text =
            "You may return what you bought within sixty\ndays.\nThe office is open on every working day from\nnine.";
        assert_eq!(
            tidy(text),
            "You may return what you bought within sixty days.\n\nThe office is open on every working day from nine."
        );
    }

    #[test]
    fn words_are_put_together_again() {
        assert_eq!(tidy("Your pass-\nword is safe."), "Your password is safe.");
        assert_eq!(
            tidy("It is self-service. Our self-\nservice is open."),
            "It is self-service. Our self-service is open."
        );
        assert_eq!(tidy("Monday -\nFriday"), "Monday - Friday");
    }

    #[test]
    fn a_paragraph_goes_on_over_the_page() {
        assert_eq!(tidy("You may return\n|\n\nit within 60 days."), "You may return it within 60 days.");
        assert_eq!(tidy("That is all.\n|It goes on."), "That is all.\n\nIt goes on.");
    }

    #[test]
    fn items_stay_items() {
        assert_eq!(
            tidy("We need:\n• the tent\n• the re-\nceipt\n1. Pack it\n2) Send it"),
            "We need:\n\n- the tent\n- the receipt\n1. Pack it\n2) Send it"
        );
    }

    #[test]
    fn only_what_is_surely_a_heading_becomes_one() {
        let text = "1 Returns\n\nWithin 60 days.\n\n1.2 Cost\n\nNone.\n\nHOW LONG\n\nLong.\n\nIs it free?\n\nYes.\n\nBest wishes\n\nYours";
        assert_eq!(
            tidy(text),
            "## 1 Returns\n\nWithin 60 days.\n\n### 1.2 Cost\n\nNone.\n\n## HOW LONG\n\nLong.\n\n## Is it free?\n\nYes.\n\nBest wishes\n\nYours"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_word_is_lost(text in "([a-z]{1,8}[ .,?\n]{1,2}){0,80}") {
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            proptest::prop_assert_eq!(letters(&tidy(&text)), letters(&text));
        }
    }
}
