//! Threads of a question, its answers, and how else users ask it.

use serde::Deserialize;

use super::super::truth::Truth;
use super::read::{DatasetError, json};
use super::{Body, Dataset, Entry, Format, Protocol, Question};

/// Stands between the paraphrases of different writers.
const SEPARATOR: &str = "*";

#[derive(Deserialize)]
struct Thread {
    question: String,
    answer: Vec<String>,
    rephr: Vec<String>,
}

pub(super) fn parse(name: &str, text: &str) -> Result<Dataset, DatasetError> {
    let threads: Vec<Thread> = json(Format::Faq, text)?;
    let (mut knowledge, mut questions) = (Vec::new(), Vec::new());
    for (source, thread) in threads.into_iter().enumerate() {
        let texts = thread.rephr.iter().map(|text| text.trim()).filter(|text| !text.is_empty() && *text != SEPARATOR);
        questions.extend(texts.map(|text| Question {
            text: text.into(),
            before: Vec::new(),
            truth: Truth::Source { any_of: vec![source], contains: Vec::new() },
            cluster: source,
            part: None,
        }));
        let title = thread.question.clone();
        let (question, answer) = (thread.question, thread.answer.join("\n\n"));
        let body = Body::Pair { question, phrasings: Vec::new(), answer };
        knowledge.push(Entry { source, passage: 0, title, body });
    }
    Ok(Dataset { name: name.into(), knowledge, questions, protocol: Protocol::Threads })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_is_one_entry_and_its_paraphrases_are_the_questions() {
        let text = r#"[{"question": "Post a letter", "answer": ["At the desk.", "Or the red box."],
            "rephr": ["Where do letters go?", "*", " How to send a letter? ", ""]},
            {"question": "Stamps", "answer": ["At the desk."], "rephr": []}]"#;
        let set = parse("post", text).unwrap();
        let pair = Body::Pair {
            question: "Post a letter".into(),
            phrasings: vec![],
            answer: "At the desk.\n\nOr the red box.".into(),
        };
        assert_eq!(set.knowledge[0].body, pair);
        assert_eq!(set.sources(), 2);
        let texts: Vec<&str> = set.questions.iter().map(|question| question.text.as_str()).collect();
        assert_eq!(texts, ["Where do letters go?", "How to send a letter?"]);
    }
}
