//! Numbers with their units, and addresses: what a customer acts upon, and what is most easily made up.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::language::Language;

const SIGNS: [&str; 8] = ["%", "‰", "€", "$", "£", "¥", "₹", "°"];
/// Digits in a row that are a phone number rather than quantities, however they are grouped.
const PHONE_DIGITS_MIN: usize = 7;

/// A number, spelled one way, and what it counts, if that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) number: String,
    pub(super) unit: Option<String>,
}

/// In digits or in words.
pub(super) fn quantities(text: &str, language: Option<&Language>) -> Vec<Quantity> {
    let parts: Vec<&str> = text.split_word_bounds().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        let (number, after) = match number(&parts, at, language) {
            Some(read) => read,
            None => {
                at += 1;
                continue;
            }
        };
        let from = at;
        let (digits, suffix) = split_suffix(&number);
        let unit = unit_after(&parts[after..], suffix, language).or_else(|| sign_before(&parts[..at]));
        let code = unit.is_none() && !suffix.is_empty();
        at = after;
        if unit.is_none() && number == "1" && !parts[from].contains(char::is_numeric) {
            // "One" and "a" are numbers only before what they count.
            continue;
        }
        let spelled = if code { number.to_lowercase() } else { canonical(digits) };
        found.push(Quantity { number: spelled, unit });
    }
    found
}

/// The number that begins here and where it ends: `9:30`, `1 299`, `sixty`, `A4`.
fn number(parts: &[&str], at: usize, language: Option<&Language>) -> Option<(String, usize)> {
    let part = parts[at];
    if let Some(number) = language.and_then(|language| language.numbers.get(&part.to_lowercase())) {
        return Some((number.clone(), at + 1));
    }
    if !part.contains(char::is_numeric) {
        return None;
    }
    let mut number = part.to_owned();
    let mut after = at + 1;
    while let [between, group, ..] = parts[after..] {
        let is_time = between == ":" && is_digits(group) && group.len() == 2;
        let is_group = is_space(between) && is_digits(group) && group.len() == 3 && continues(&number);
        if is_time {
            number.push(':');
        } else if !is_group {
            break;
        }
        number.push_str(group);
        after += 2;
    }
    Some((number, after))
}

/// `1 299 000`: groups of three after one to three digits, or after such a group.
fn continues(number: &str) -> bool {
    is_digits(number) && !number.starts_with('0') && (number.len() <= 3 || number.len() % 3 != 1 || number.len() > 4)
}

fn is_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_space(part: &str) -> bool {
    matches!(part, " " | "\u{a0}" | "\u{2009}" | "\u{202f}")
}

/// `9am` is 9 and am.
fn split_suffix(number: &str) -> (&str, &str) {
    let end = number.find(char::is_alphabetic).unwrap_or(number.len());
    if end == 0 { (number, "x") } else { number.split_at(end) }
}

fn unit_after(parts: &[&str], suffix: &str, language: Option<&Language>) -> Option<String> {
    if !suffix.is_empty() {
        return unit(suffix, language);
    }
    let mut next = parts.iter().filter(|part| !is_space(part) && **part != "-" && **part != "\u{2011}");
    let first = next.next()?;
    unit(first, language).or_else(|| unit(&format!("{first}{}", next.next()?), language))
}

fn sign_before(parts: &[&str]) -> Option<String> {
    let last = parts.iter().rev().find(|part| !is_space(part))?;
    SIGNS.contains(last).then(|| (*last).to_owned()).or_else(|| match last.to_uppercase().as_str() {
        "EUR" => Some("€".into()),
        "USD" => Some("$".into()),
        "GBP" => Some("£".into()),
        _ => None,
    })
}

fn unit(word: &str, language: Option<&Language>) -> Option<String> {
    if SIGNS.contains(&word) {
        return Some(word.into());
    }
    language?.units.get(&word.to_lowercase()).cloned()
}

/// `1,299.00`, `1.299,00` and `1299` are one number; so are `9:00` and `9`.
fn canonical(number: &str) -> String {
    let number = number.trim_end_matches(":00");
    let marks: Vec<(usize, char)> = number.char_indices().filter(|(_, mark)| !mark.is_alphanumeric()).collect();
    if marks.iter().any(|(_, mark)| *mark == ':') {
        return number.to_owned();
    }
    let Some((last, mark)) = marks.last().copied() else { return number.to_owned() };
    let behind = number.len() - last - mark.len_utf8();
    let is_alone = marks.iter().filter(|(_, other)| *other == mark).count() == 1;
    let is_decimal = is_alone && (behind != 3 || number.starts_with("0"));
    if !is_decimal && behind != 3 {
        // A date or a version.
        return number.replace(|mark: char| !mark.is_alphanumeric(), ".");
    }
    let digits = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    if !is_decimal {
        return digits(number);
    }
    let (whole, part) = (digits(&number[..last]), digits(&number[last..]));
    let part = part.trim_end_matches('0');
    if part.is_empty() { whole } else { format!("{whole}.{part}") }
}

/// Phone numbers, without what groups their digits.
pub(super) fn phones(text: &str) -> Vec<String> {
    let is_part =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '(' | ')' | '/' | '.' | ' ' | '\u{a0}');
    let runs = text.split(|letter: char| !is_part(letter));
    let digits = runs.map(|run| run.chars().filter(char::is_ascii_digit).collect::<String>());
    digits.filter(|digits| digits.len() >= PHONE_DIGITS_MIN).collect()
}

/// Links, domains, e-mail addresses, paths and names of files, without `https://` and in lower case.
pub fn addresses(text: &str) -> BTreeSet<String> {
    let apart = |letter: char| letter.is_whitespace() || "()[]<>{}\"“”„«»|`*,;".contains(letter);
    text.split(apart).map(bare).filter(|part| is_address(part)).collect()
}

fn bare(part: &str) -> String {
    let dotted = part.replace(['．', '。', '｡'], ".").to_lowercase();
    let trimmed = dotted.trim_matches(|letter: char| matches!(letter, '.' | ':' | '!' | '?' | '\'' | '’' | '…' | '_'));
    let schemeless = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://")).unwrap_or(trimmed);
    let bare = schemeless.strip_prefix("mailto:").unwrap_or(schemeless).trim_end_matches('/').to_owned();
    // A scheme says that it is an address, even if its name has no dot.
    if bare.len() < trimmed.trim_end_matches('/').len() && !is_address(&bare) { format!("//{bare}") } else { bare }
}

fn is_address(part: &str) -> bool {
    let begins = |start: &&str| part.starts_with(*start);
    if part.contains('@') || part.contains("//") || ["tel:", "javascript:", "data:", "sms:"].iter().any(begins) {
        return true;
    }
    let labels: Vec<&str> = part.split(['/', '?', '#', ':']).next().unwrap_or_default().split('.').collect();
    let initials = labels.iter().all(|label| label.chars().count() <= 1);
    let ends_in_letters =
        labels.last().is_some_and(|last| last.chars().filter(|letter| letter.is_alphabetic()).count() >= 2);
    let goes_on = labels.iter().all(|label| label.chars().any(char::is_alphanumeric));
    labels.len() > 1 && !initials && ends_in_letters && goes_on
}

#[cfg(test)]
mod tests {
    use super::super::language::LANGUAGES;
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let spelled = |quantity: Quantity| format!("{} {}", quantity.number, quantity.unit.unwrap_or_default());
        quantities(text, LANGUAGES.first()).into_iter().map(|quantity| spelled(quantity).trim().into()).collect()
    }

    #[test]
    fn one_number_has_one_spelling() {
        for text in ["1,299.00 €", "€1299", "1.299,00€", "1 299 euros", "EUR 1'299"] {
            assert_eq!(read(text), ["1299 €"], "{text}");
        }
        assert_eq!(read("3,50 or 3.5 or 0.125"), ["3.5", "3.5", "0.125"]);
        assert_eq!(read("9:00 am, 9am, 9:30"), ["9 am", "9 am", "9:30"]);
    }

    #[test]
    fn numbers_in_words_and_units_are_read() {
        assert_eq!(
            read("sixty days, 60-day, 5 to 7 weeks, 20 % or 20 per cent off"),
            ["60 day", "60 day", "5", "7 week", "20 %", "20 %"]
        );
    }

    #[test]
    fn dates_and_codes_stay_whole() {
        assert_eq!(read("24.12.2026 in A4 or 4XL"), ["24.12.2026", "a4", "4xl"]);
    }

    #[test]
    fn phone_numbers_lose_their_groups() {
        assert_eq!(phones("Call +47 22-33 (44) 55 or 112."), ["4722334455"]);
    }

    #[test]
    fn addresses_are_found_in_all_their_forms() {
        let found = |text| addresses(text).into_iter().collect::<Vec<_>>();
        assert_eq!(found("See (https://X.example/Map/), www.x.example."), ["www.x.example", "x.example/map"]);
        assert_eq!(
            found("[here](https://evil.example?q=1) a@b.example mailto:c@d.example"),
            ["a@b.example", "c@d.example", "evil.example?q=1"]
        );
        assert_eq!(
            found("//evil/x t.co/a evil．example http://localhost/x"),
            ["//evil/x", "//localhost/x", "evil.example", "t.co/a"]
        );
        assert_eq!(found("At 3.5 p.m., e.g. in St. Gallen… and/or 24.12.2026"), Vec::<String>::new());
    }
}
