//! What is asked, what the knowledge says, and what the model writes of it.

use serde_json::json;

/// Letters of one token: about as many as in English.
const TOKEN_LETTERS: usize = 4;

pub const TITLE: &str = "Warranty of lamps";
pub const SENTENCES: [&str; 5] = [
    "The warranty of a lamp covers faults of the driver and of the dimmer for five years.",
    "Bulbs and batteries are not covered by the warranty, because they wear out with use.",
    "A lamp under warranty is repaired in the workshop in Bergen within ten working days.",
    "Shipping to the workshop is free for customers in Norway, Sweden and Denmark.",
    "The receipt or the order number is enough to prove when the lamp was bought.",
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Text(String),
    /// The last one of a statement.
    End(String),
    /// Nothing follows.
    Done,
}

pub fn question(number: usize) -> String {
    format!("What does the warranty of lamp L{number} cover?")
}

pub fn number_of(question: &str) -> Option<usize> {
    let (_, rest) = question.split_once(" lamp L")?;
    rest.split(' ').next()?.parse().ok()
}

/// The reply that states those of the sentences that are in the passage.
pub fn tokens(passage: &str) -> Vec<Token> {
    let mut tokens = split(r#"{"answerable":true,"statements":["#);
    let there = SENTENCES.iter().filter(|sentence| passage.contains(**sentence));
    for (place, sentence) in there.enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let statement = json!({ "text": sentence, "passage": 1, "quote": sentence });
        tokens.extend(split(&format!("{comma}{statement}")));
        if let Some(Token::Text(last)) = tokens.pop() {
            tokens.push(Token::End(last));
        }
    }
    tokens.extend(split("]}"));
    tokens.push(Token::Done);
    tokens
}

fn split(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(TOKEN_LETTERS).map(|some| Token::Text(some.iter().collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tokens_are_one_object_with_a_statement_for_each_sentence() {
        let tokens = tokens(&SENTENCES.join(" "));
        let written = tokens.iter().map(|token| match token {
            Token::Text(text) | Token::End(text) => text.as_str(),
            Token::Done => "",
        });
        let written: serde_json::Value = serde_json::from_str(&written.collect::<String>()).unwrap();
        assert_eq!(written["statements"][4]["quote"], SENTENCES[4]);
        assert_eq!(tokens.iter().filter(|token| matches!(token, Token::End(_))).count(), SENTENCES.len());
    }

    #[test]
    fn a_question_keeps_its_number() {
        assert_eq!(number_of(&question(17)), Some(17));
        assert_eq!(number_of("What?"), None);
    }
}
