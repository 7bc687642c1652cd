//! What was seen of each question, a row each, for whoever weighs the signals.

use anyhow::Context;
use baton::domain::SignalName;

use super::{
    Ask, Body, Dataset,
    ask::Part,
    asking::Answered,
    column::{Column, How},
    truth::{Truth, Why},
};

const SIGNALS: [SignalName; 12] = [
    SignalName::Relevance,
    SignalName::Meaning,
    SignalName::Question,
    SignalName::Tokens,
    SignalName::Words,
    SignalName::Sentence,
    SignalName::Weakest,
    SignalName::Coverage,
    SignalName::Phrases,
    SignalName::Likeness,
    SignalName::Names,
    SignalName::Lead,
];

/// As CSV. `group` holds what questions have in common that are not independent; what was not seen is empty.
pub(super) fn table(columns: &[Column], set: &Dataset) -> anyhow::Result<String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let head = ["column", "run", "part", "situation", "group", "right", "score", "log_odds", "pair"];
    let names = SIGNALS.iter().map(|name| name.as_str());
    table.write_record(head.into_iter().chain(names))?;
    for column in columns {
        for (number, (_, answers)) in column.runs.iter().enumerate() {
            for (ask, answered) in answers {
                table.write_record(row((column.how, number), (ask, answered), set))?;
            }
        }
    }
    let bytes = table.into_inner().context("cannot write the table")?;
    Ok(String::from_utf8(bytes)?)
}

fn row((how, run): (How, usize), (ask, answered): (&Ask, &Answered), set: &Dataset) -> Vec<String> {
    let best = answered.judged.ranked.first().map(|place| &set.knowledge[place.entry].body);
    let is_pair = best.map(|body| match body {
        Body::Pair { .. } | Body::Phrasing(_) => true,
        Body::Paragraph(_) | Body::Markdown(_) => false,
    });
    let is_right = ask.truth.rank(&answered.judged, &set.knowledge) == Some(1);
    let known = |name: &SignalName| answered.signals.iter().find(|signal| signal.name == *name);
    let mut row = vec![
        match how {
            How::Words => "words".into(),
            How::Meaning => "meaning".into(),
        },
        run.to_string(),
        match ask.part {
            Part::Development => "development".into(),
            Part::Report => "report".into(),
        },
        situation(&ask.truth).into(),
        ask.cluster.to_string(),
        u8::from(is_right).to_string(),
        answered.judged.probability.to_string(),
        answered.log_odds.map(|odds| odds.to_string()).unwrap_or_default(),
        is_pair.map(|is_pair| u8::from(is_pair).to_string()).unwrap_or_default(),
    ];
    row.extend(SIGNALS.iter().map(|name| known(name).map(|signal| signal.value.to_string()).unwrap_or_default()));
    row
}

fn situation(truth: &Truth) -> &'static str {
    match truth {
        Truth::Passage { .. } | Truth::Source { .. } => "answerable",
        Truth::Person => "person",
        Truth::Nothing(why) => match why {
            Why::TopicMissing => "topic_missing",
            Why::FactMissing => "fact_missing",
            Why::Adversarial => "adversarial",
            Why::OutOfScope => "out_of_scope",
            Why::NearMiss => "near_miss",
            Why::Gap => "gap",
            Why::OffTopic => "off_topic",
        },
    }
}
