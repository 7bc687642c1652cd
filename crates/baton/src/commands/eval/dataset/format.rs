//! Which format a file is in: by what is in it, never by its name.

use std::str::FromStr;

use serde_json::Value;

use super::read::DatasetError;
use super::{Dataset, Protocol, faq, intents, own, squad};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// SQuAD 1.1 and 2.0 (Rajpurkar et al. 2018): `data[].paragraphs[].qas[]`.
    Squad,
    /// CLINC150 (Larson et al. 2019): `train`, `val`, `test`, `oos_train`, … of `[text, intent]`.
    Clinc,
    /// Rows of text and category, as BANKING77 (Casanueva et al. 2020).
    Csv,
    /// Threads of `question`, `answer[]` and `rephr[]`.
    Faq,
    /// Baton's own: `questions[]` with kinds, and the knowledge within or beside the file.
    Own,
}

impl Format {
    pub const ALL: [Self; 5] = [Self::Squad, Self::Clinc, Self::Csv, Self::Faq, Self::Own];

    /// As it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Squad => "squad",
            Self::Clinc => "clinc",
            Self::Csv => "csv",
            Self::Faq => "faq",
            Self::Own => "own",
        }
    }

    /// # Errors
    /// `UnknownFormat` when it looks like none of them.
    pub fn recognise(text: &str) -> Result<Self, DatasetError> {
        if !text.trim_start().starts_with(['{', '[']) {
            return if intents::is_csv(text) { Ok(Self::Csv) } else { Err(DatasetError::UnknownFormat) };
        }
        let value: Value = serde_json::from_str(text)
            .map_err(|error| DatasetError::Broken { format: "JSON", why: error.to_string() })?;
        let has = |key: &str| value.get(key).is_some_and(Value::is_array);
        let first_has = |key: &str| value.get(0).and_then(|first| first.get(key)).is_some_and(Value::is_array);
        if has("data") {
            Ok(Self::Squad)
        } else if has("questions") {
            Ok(Self::Own)
        } else if ["train", "val", "test"].into_iter().any(has) {
            Ok(Self::Clinc)
        } else if first_has("rephr") {
            Ok(Self::Faq)
        } else {
            Err(DatasetError::UnknownFormat)
        }
    }

    /// With nothing beside the file.
    #[cfg(test)]
    pub fn read(self, name: &str, text: &str) -> Result<Dataset, DatasetError> {
        self.read_beside(name, text, own::Beside::default())
    }

    /// Only our own format looks at what lies beside the file.
    pub(super) fn read_beside(self, name: &str, text: &str, beside: own::Beside) -> Result<Dataset, DatasetError> {
        let dataset = match self {
            Self::Squad => squad::parse(name, text),
            Self::Clinc => intents::parse_json(name, text),
            Self::Csv => intents::parse_csv(name, text),
            Self::Faq => faq::parse(name, text),
            Self::Own => own::parse(name, text, beside),
        }?;
        if dataset.knowledge.is_empty() {
            return Err(DatasetError::Empty("knowledge"));
        }
        // Lines of intents are asked although none is written down as a question.
        if dataset.questions.is_empty() && dataset.protocol != Protocol::Intents {
            return Err(DatasetError::Empty("question"));
        }
        Ok(dataset)
    }
}

impl FromStr for Format {
    type Err = DatasetError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|format| format.name() == name)
            .ok_or(DatasetError::NoSuchFormat { name: name.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_is_in_it() {
        let is = |text: &str| Format::recognise(text).unwrap();
        assert_eq!(is(r#"{"version": "v2.0", "data": []}"#), Format::Squad);
        assert_eq!(is(r#"{"val": [["where is it", "parcel"]]}"#), Format::Clinc);
        assert_eq!(is(r#"[{"question": "q", "answer": ["a"], "rephr": []}]"#), Format::Faq);
        assert_eq!(is(r#"{"name": "shop", "questions": []}"#), Format::Own);
        assert_eq!(is("text,category\nwhere is it,parcel\n"), Format::Csv);
        assert!(Format::recognise("A letter, with a comma.").is_err());
        assert!(Format::recognise("{}").is_err());
    }

    #[test]
    fn a_format_is_called_by_the_name_it_prints() {
        for format in Format::ALL {
            assert_eq!(format.name().parse::<Format>().unwrap(), format);
        }
        assert!("xml".parse::<Format>().unwrap_err().to_string().contains("squad, clinc, csv, faq, own"));
    }

    #[test]
    fn a_set_without_knowledge_or_questions_is_refused() {
        assert!(matches!(Format::Squad.read("x", r#"{"data": []}"#), Err(DatasetError::Empty("knowledge"))));
        let silent = r#"{"data": [{"paragraphs": [{"context": "text", "qas": []}]}]}"#;
        assert!(matches!(Format::Squad.read("x", silent), Err(DatasetError::Empty("question"))));
    }
}
