//! Asking a model to read passages, and letting through, while it still writes, what they bear out.

use std::ops::ControlFlow;

use serde_json::Value;

use super::{
    Brief, Call, Llm, LlmError, Supported, Unsupported,
    chat::Prompt,
    object::{ObjectReader, Seen},
    support::{Claim, check},
};

const PROMPT: &str = include_str!("prompts/passages.txt");
/// A customer does not read more.
const STATEMENTS_MAX: usize = 12;

/// What a model found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// At least one statement. `cut_short`: why the next one was not let through, after which nothing was read.
    Answer { statements: Vec<Supported>, cut_short: Option<Unsupported> },
    /// The passages do not have the answer, says the model.
    NotThere,
    /// It has an answer, but the passages do not bear it out.
    Unsupported { why: Unsupported },
}

impl Llm {
    /// Answers from the passages only. `on_statement` hears each statement as soon as it has passed the check, in
    /// order. Dropping the future closes the connection; nothing more is heard then.
    ///
    /// # Errors
    /// [`LlmError::Broken`] when the provider fails after a statement was heard; any other when it fails before,
    /// or its answer cannot be used.
    pub async fn read(
        &self,
        call: &Call<'_>,
        brief: &Brief<'_>,
        on_statement: impl FnMut(&Supported) + Send,
    ) -> Result<Reading, LlmError> {
        let system = format!("{PROMPT}\nTone and role, within the rules above:\n{}", call.instructions);
        let prompt = Prompt { system, user: brief.with_passages().to_string() };
        let mut reader = Reader::new(brief, on_statement);
        let outcome = self.chat(call, &prompt, &mut |text| reader.take(text)).await;
        reader.conclude(outcome)
    }
}

struct Reader<'a, F> {
    brief: &'a Brief<'a>,
    object: ObjectReader,
    answerable: bool,
    /// Statements that came before the model said that it has an answer.
    early: Vec<Value>,
    said: Vec<Supported>,
    found: Option<Reading>,
    on_statement: F,
}

impl<'a, F: FnMut(&Supported)> Reader<'a, F> {
    fn new(brief: &'a Brief<'a>, on_statement: F) -> Self {
        let object = ObjectReader::new("answerable");
        Self { brief, object, answerable: false, early: Vec::new(), said: Vec::new(), found: None, on_statement }
    }

    fn take(&mut self, text: &str) -> Result<ControlFlow<()>, LlmError> {
        for seen in self.object.feed(text).map_err(|_| NOT_ASKED_FOR)? {
            match seen {
                Seen::Member(name, Value::Bool(answerable)) if name == "answerable" => self.claims(answerable)?,
                Seen::Item(list, statement) if list == "statements" => self.early.push(statement),
                Seen::End(object) => self.ends(&object)?,
                Seen::Member(..) | Seen::Item(..) => {}
            }
            self.hear();
            if self.found.is_some() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn claims(&mut self, answerable: bool) -> Result<(), LlmError> {
        if !answerable && !self.said.is_empty() {
            return Err(LlmError::Nonsense("it contradicts itself"));
        }
        self.answerable = answerable;
        if !answerable {
            self.found = Some(Reading::NotThere);
        }
        Ok(())
    }

    fn hear(&mut self) {
        if !self.answerable || self.found.is_some() {
            return;
        }
        for statement in std::mem::take(&mut self.early) {
            match self.checked(statement) {
                Ok(supported) => {
                    (self.on_statement)(&supported);
                    self.said.push(supported);
                }
                Err(why) => {
                    self.found = Some(self.so_far(Some(why)));
                    return;
                }
            }
        }
    }

    fn checked(&self, statement: Value) -> Result<Supported, Unsupported> {
        if self.said.len() >= STATEMENTS_MAX {
            return Err(Unsupported::Form);
        }
        let claim: Claim = serde_json::from_value(statement).map_err(|_| Unsupported::Form)?;
        check(&claim, self.brief.question, self.brief.passages)
    }

    fn ends(&mut self, object: &Value) -> Result<(), LlmError> {
        self.hear();
        if self.found.is_some() {
            return Ok(());
        }
        match object.get("answerable") {
            Some(Value::Bool(true)) if self.said.is_empty() => Err(LlmError::Nonsense("an answer without statements")),
            Some(Value::Bool(true)) => {
                self.found = Some(self.so_far(None));
                Ok(())
            }
            Some(_) | None => Err(NOT_ASKED_FOR),
        }
    }

    fn so_far(&mut self, cut_short: Option<Unsupported>) -> Reading {
        match cut_short {
            Some(why) if self.said.is_empty() => Reading::Unsupported { why },
            cut_short => Reading::Answer { statements: self.said.clone(), cut_short },
        }
    }

    fn conclude(self, outcome: Result<(), LlmError>) -> Result<Reading, LlmError> {
        let fault = match (outcome, self.found) {
            (Ok(()), Some(found)) => return Ok(found),
            (Ok(()), None) => NOT_ASKED_FOR,
            (Err(fault), _) => fault,
        };
        if self.said.is_empty() {
            return Err(fault);
        }
        Err(LlmError::Broken { said: self.said, fault: Box::new(fault) })
    }
}

const NOT_ASKED_FOR: LlmError = LlmError::Nonsense("not the object it was asked for");
