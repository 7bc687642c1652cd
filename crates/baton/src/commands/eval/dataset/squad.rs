//! SQuAD 1.1 and 2.0: articles of paragraphs, and questions that a paragraph answers or only seems to.

use serde::Deserialize;

use super::super::truth::{Truth, Why};
use super::read::{DatasetError, json};
use super::{Body, Dataset, Entry, Format, Protocol, Question};

#[derive(Deserialize)]
struct File {
    data: Vec<Article>,
}

#[derive(Deserialize)]
struct Article {
    #[serde(default)]
    title: String,
    paragraphs: Vec<Paragraph>,
}

#[derive(Deserialize)]
struct Paragraph {
    context: String,
    qas: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    question: String,
    /// Version 1.1 has no such questions and no such field.
    #[serde(default)]
    is_impossible: bool,
    #[serde(default)]
    answers: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    text: String,
}

pub(super) fn parse(name: &str, text: &str) -> Result<Dataset, DatasetError> {
    let file: File = json(Format::Squad, text)?;
    let (mut knowledge, mut questions) = (Vec::new(), Vec::new());
    for (source, article) in file.data.into_iter().enumerate() {
        let title = article.title.replace('_', " ");
        for (passage, paragraph) in article.paragraphs.into_iter().enumerate() {
            let entry = knowledge.len();
            questions.extend(paragraph.qas.into_iter().map(|asked| question(asked, entry, source)));
            knowledge.push(Entry { source, passage, title: title.clone(), body: Body::Paragraph(paragraph.context) });
        }
    }
    Ok(Dataset { name: name.into(), knowledge, questions, protocol: Protocol::Documents })
}

fn question(asked: Asked, entry: usize, cluster: usize) -> Question {
    let mut says: Vec<String> = asked.answers.into_iter().map(|answer| answer.text).collect();
    says.sort();
    says.dedup();
    let truth = if asked.is_impossible { Truth::Nothing(Why::Adversarial) } else { Truth::Passage { entry, says } };
    Question { text: asked.question.trim().into(), before: Vec::new(), truth, cluster, part: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARBOUR: &str = r#"{"version": "v2.0", "data": [
        {"title": "Old_harbour", "paragraphs": [
            {"context": "Built in 1801.", "document_id": 1, "qas": [
                {"id": "1", "question": " When was it built? ", "is_impossible": false,
                 "answers": [{"text": "1801", "answer_start": 9}, {"text": "1801"}, {"text": "in 1801"}]},
                {"id": "2", "question": "When was it burnt?", "is_impossible": true, "answers": [],
                 "plausible_answers": [{"text": "1801", "answer_start": 9}]}]},
            {"context": "Boats leave daily.", "qas": []}]},
        {"title": "Museum", "paragraphs": [
            {"context": "Closed on Mondays.", "qas": [
                {"id": "3", "question": "When is it closed?", "answers": [{"text": "Mondays"}]}]}]}]}"#;

    #[test]
    fn a_question_remembers_its_article_and_paragraph() {
        let set = parse("harbour", HARBOUR).unwrap();
        assert_eq!(set.knowledge.len(), 3);
        assert_eq!((set.knowledge[1].source, set.knowledge[1].passage), (0, 1));
        assert_eq!(set.knowledge[0].title, "Old harbour");
        let says = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        assert_eq!(set.questions[0].text, "When was it built?");
        assert_eq!(set.questions[0].truth, Truth::Passage { entry: 0, says: says(&["1801", "in 1801"]) });
        assert_eq!(set.questions[1].truth, Truth::Nothing(Why::Adversarial));
        assert_eq!(set.questions[2].truth, Truth::Passage { entry: 2, says: says(&["Mondays"]) });
        assert_eq!(set.questions[2].cluster, 1);
    }

    #[test]
    fn what_is_broken_is_said_with_its_place() {
        let error = parse("x", r#"{"data": [{"paragraphs": [{"qas": []}]}]}"#).unwrap_err().to_string();
        assert!(error.contains("context") && error.contains("line 1"), "{error}");
    }
}
