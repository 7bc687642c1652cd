//! What would be right to do with a question, and whether it was done.

use serde::Serialize;

use super::ask::Judged;
use super::dataset::Entry;

/// What would be right. Entries are places in [`super::Dataset::knowledge`], sources are [`Entry::source`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// This entry answers it. `says` are the accepted wordings of the fact; one of them is enough.
    Passage { entry: usize, says: Vec<String> },
    /// Any entry of one of these sources answers it. What is posted has to contain one of `contains`, if there are any.
    Source { any_of: Vec<usize>, contains: Vec<String> },
    /// The knowledge does not answer it.
    Nothing(Why),
    /// A person has to be called, whatever is in the knowledge.
    Person,
}

/// Why the knowledge does not answer a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nothing about the topic is in the knowledge.
    TopicMissing,
    /// The passage with the fact is missing, its neighbours are there.
    FactMissing,
    /// The question was changed by a person so that the passage no longer answers it.
    Adversarial,
    /// Not what the assistant is for.
    OutOfScope,
    /// An intent of the same domain that the knowledge lacks.
    NearMiss,
    /// A question that customers of this company ask and its knowledge lacks.
    Gap,
    /// Nothing that this company could be asked.
    OffTopic,
}

impl Why {
    pub const ALL: [Self; 7] = [
        Self::TopicMissing,
        Self::FactMissing,
        Self::Adversarial,
        Self::OutOfScope,
        Self::NearMiss,
        Self::Gap,
        Self::OffTopic,
    ];

    /// As a headline.
    pub fn title(self) -> &'static str {
        match self {
            Self::TopicMissing => "Topic missing",
            Self::FactMissing => "Fact missing",
            Self::Adversarial => "Adversarially changed",
            Self::OutOfScope => "Out of scope",
            Self::NearMiss => "Near miss",
            Self::Gap => "Gap in the knowledge",
            Self::OffTopic => "Off topic",
        }
    }
}

impl Truth {
    pub fn is_answerable(&self) -> bool {
        match self {
            Self::Passage { .. } | Self::Source { .. } => true,
            Self::Nothing(_) | Self::Person => false,
        }
    }

    /// The place, from 1, of the first entry that answers. Where a source is right, a source counts once, however
    /// many of its entries stand above.
    pub fn rank(&self, judged: &Judged, knowledge: &[Entry]) -> Option<usize> {
        match self {
            Self::Passage { entry, .. } => place(judged.ranked.iter().map(|place| place.entry), |found| found == entry),
            Self::Source { any_of, .. } => {
                let sources = judged.ranked.iter().filter_map(|place| knowledge.get(place.entry));
                place(sources.map(|entry| entry.source), |source| any_of.contains(source))
            }
            Self::Nothing(_) | Self::Person => None,
        }
    }

    /// Whether the text says one of the things that it has to; absent when there is no text or nothing is demanded of it.
    pub fn is_said(&self, text: Option<&str>) -> Option<bool> {
        let text = folded(text?);
        let says = |wanted: &String| text.contains(&folded(wanted));
        match self {
            Self::Passage { says: wanted, .. } | Self::Source { contains: wanted, .. } if !wanted.is_empty() => {
                Some(wanted.iter().any(says))
            }
            Self::Passage { .. } | Self::Source { .. } | Self::Nothing(_) | Self::Person => None,
        }
    }

    /// Whether an answer from the best entry would be right. A public set knows the passage and not every wording of
    /// its fact, so there the passage decides; our own sets say what has to be in the text.
    pub fn is_right(&self, judged: &Judged, knowledge: &[Entry]) -> bool {
        let found = self.rank(judged, knowledge) == Some(1);
        let told = match self {
            Self::Source { .. } => self.is_said(judged.text.as_deref()) != Some(false),
            Self::Passage { .. } | Self::Nothing(_) | Self::Person => true,
        };
        found && told
    }
}

/// The place of the first wanted one among the different ones, from 1.
fn place(found: impl Iterator<Item = usize>, is_wanted: impl Fn(&usize) -> bool) -> Option<usize> {
    let mut seen: Vec<usize> = Vec::new();
    for one in found {
        if !seen.contains(&one) {
            seen.push(one);
            if is_wanted(&one) {
                return Some(seen.len());
            }
        }
    }
    None
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::super::ask::test::judged;
    use super::super::dataset::Body;
    use super::*;

    fn knowledge() -> Vec<Entry> {
        let entry =
            |source, passage| Entry { source, passage, title: "T".into(), body: Body::Paragraph("text".into()) };
        vec![entry(0, 0), entry(0, 1), entry(1, 0)]
    }

    fn source(contains: &[&str]) -> Truth {
        Truth::Source { any_of: vec![1], contains: contains.iter().map(|&text| text.into()).collect() }
    }

    #[test]
    fn a_source_counts_once_however_many_of_its_passages_stand_above() {
        let found = judged(&[0, 1, 2], 0.5);
        assert_eq!(source(&[]).rank(&found, &knowledge()), Some(2));
        assert_eq!(Truth::Passage { entry: 2, says: vec![] }.rank(&found, &knowledge()), Some(3));
    }

    #[test]
    fn an_answer_without_what_it_has_to_say_is_wrong() {
        let told = |text: &str| Judged { text: Some(text.into()), ..judged(&[2], 0.9) };
        assert!(source(&["14 days"]).is_right(&told("Within  14\nDays."), &knowledge()));
        assert!(!source(&["30 days", "free"]).is_right(&told("Within 14 days."), &knowledge()));
        assert!(source(&["14 days"]).is_right(&judged(&[2], 0.9), &knowledge()));
    }

    #[test]
    fn one_wording_of_a_fact_is_enough_and_nothing_is_demanded_of_silence() {
        let truth = Truth::Passage { entry: 0, says: vec!["1973".into(), "in the seventies".into()] };
        assert_eq!(truth.is_said(Some("It began in 1973.")), Some(true));
        assert_eq!(truth.is_said(Some("It began.")), Some(false));
        assert_eq!(truth.is_said(None), None);
        assert_eq!(source(&[]).is_said(Some("Anything.")), None);
    }

    #[test]
    fn what_the_knowledge_lacks_cannot_be_answered_rightly() {
        assert!(!Truth::Nothing(Why::Gap).is_right(&judged(&[0], 0.9), &knowledge()));
        assert!(!Truth::Person.is_answerable());
    }
}
