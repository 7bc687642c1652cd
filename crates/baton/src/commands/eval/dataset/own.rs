//! Baton's own sets: questions that say themselves what is right, with the knowledge in the file or beside it.

mod knowledge;

use serde::Deserialize;

use super::super::ask::Turn;
use super::super::truth::{Truth, Why};
use super::read::{DatasetError, json};
use super::{Dataset, Format, Protocol, Question};
use knowledge::{Article, Knowledge};

/// What lies beside the file of questions.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    /// File name and Markdown.
    pub files: Vec<(String, String)>,
    /// JSON of questions with answers.
    pub pairs: Option<String>,
}

#[derive(Deserialize)]
struct File {
    name: Option<String>,
    #[serde(default)]
    knowledge: Vec<Article>,
    questions: Vec<Asked>,
}

#[derive(Deserialize)]
struct Asked {
    question: String,
    kind: Kind,
    #[serde(default)]
    paraphrases: Vec<String>,
    expected: Option<Expected>,
    follow_up: Option<FollowUp>,
}

/// The same question as one asks it who has said something before.
#[derive(Deserialize)]
struct FollowUp {
    before: Vec<Turn>,
    question: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Answerable,
    Gap,
    OffTopic,
    Person,
}

#[derive(Deserialize)]
struct Expected {
    source: String,
    #[serde(default)]
    contains: Vec<String>,
}

pub(super) fn parse(name: &str, text: &str, beside: Beside) -> Result<Dataset, DatasetError> {
    let file: File = json(Format::Own, text)?;
    let knowledge = Knowledge::gather(file.knowledge, beside)?;
    let mut questions = Vec::new();
    for (cluster, asked) in file.questions.into_iter().enumerate() {
        let truth = truth(&asked, &knowledge)?;
        questions.extend(wordings(asked).map(|(text, before)| Question {
            text,
            before,
            truth: truth.clone(),
            cluster,
            part: None,
        }));
    }
    let name = file.name.unwrap_or_else(|| name.into());
    Ok(Dataset { name, knowledge: knowledge.entries, questions, protocol: Protocol::Own })
}

/// All ways in which the same is asked, each with what was said before it.
fn wordings(asked: Asked) -> impl Iterator<Item = (String, Vec<Turn>)> {
    let alone = std::iter::once(asked.question).chain(asked.paraphrases).map(|text| (text, Vec::new()));
    alone.chain(asked.follow_up.map(|follow_up| (follow_up.question, follow_up.before)))
}

fn truth(asked: &Asked, knowledge: &Knowledge) -> Result<Truth, DatasetError> {
    Ok(match asked.kind {
        Kind::Gap => Truth::Nothing(Why::Gap),
        Kind::OffTopic => Truth::Nothing(Why::OffTopic),
        Kind::Person => Truth::Person,
        Kind::Answerable => {
            let question = || asked.question.clone();
            let expected = asked.expected.as_ref().ok_or_else(|| DatasetError::NothingExpected(question()))?;
            let any_of = knowledge.called(&expected.source);
            if any_of.is_empty() {
                return Err(DatasetError::NoSuchSource { question: question(), wanted: expected.source.clone() });
            }
            Truth::Source { any_of, contains: expected.contains.clone() }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: &str = r#"{"name": "shop",
        "knowledge": [{"title": "Returns", "text": "Within 14 days."}, {"question": "Open?", "answer": "Daily."}],
        "questions": [
            {"question": "How long may I return it?", "kind": "answerable", "paraphrases": ["Return window?"],
             "expected": {"source": "Returns", "contains": ["14 days"]},
             "follow_up": {"before": [{"customer": "Do you sell tents?", "answer": "Yes."}], "question": "Can I return one?"}},
            {"question": "Sing!", "kind": "off_topic"}, {"question": "Do you ship?", "kind": "gap"},
             {"question": "A human, please", "kind": "person"}]}"#;

    fn with(from: &str, to: &str) -> Result<Dataset, DatasetError> {
        parse("x", &SHOP.replace(from, to), Beside::default())
    }

    #[test]
    fn each_kind_says_what_is_right() {
        let set = parse("x", SHOP, Beside::default()).unwrap();
        let truths: Vec<Truth> = set.questions.iter().map(|question| question.truth.clone()).collect();
        let returns = Truth::Source { any_of: vec![0], contains: vec!["14 days".into()] };
        let (gap, off_topic) = (Truth::Nothing(Why::Gap), Truth::Nothing(Why::OffTopic));
        assert_eq!(truths, [returns.clone(), returns.clone(), returns, off_topic, gap, Truth::Person]);
        assert_eq!(set.name, "shop");
    }

    #[test]
    fn a_follow_up_comes_with_what_was_said_and_is_not_independent_of_its_question() {
        let set = parse("x", SHOP, Beside::default()).unwrap();
        assert_eq!(set.questions[2].text, "Can I return one?");
        assert_eq!(set.questions[2].before, [Turn { customer: "Do you sell tents?".into(), answer: "Yes.".into() }]);
        let clusters: Vec<usize> = set.questions.iter().map(|question| question.cluster).collect();
        assert_eq!(clusters, [0, 0, 0, 1, 2, 3]);
    }

    #[test]
    fn a_source_that_is_not_there_is_a_mistake_in_the_set() {
        let error = with(r#""source": "Returns""#, r#""source": "Refunds""#).unwrap_err().to_string();
        assert_eq!(
            error,
            "\"How long may I return it?\" expects the source \"Refunds\", which is not in the knowledge"
        );
        assert!(matches!(with("off_topic", "answerable"), Err(DatasetError::NothingExpected(_))));
        assert!(with("off_topic", "unheard_of").unwrap_err().to_string().contains("unheard_of"));
    }
}
