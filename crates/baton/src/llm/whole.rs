//! Short replies that make sense only as a whole.

use std::ops::ControlFlow;

use serde_json::Value;

use super::{
    Call, Llm, LlmError,
    chat::Prompt,
    object::{ObjectReader, Seen},
};

impl Llm {
    /// The object with the member `wanted`.
    pub(super) async fn object(
        &self,
        call: &Call<'_>,
        prompt: &Prompt,
        wanted: &'static str,
    ) -> Result<Value, LlmError> {
        let mut reader = ObjectReader::new(wanted);
        let mut whole = None;
        let not_asked_for = || LlmError::Nonsense("not the object it was asked for");
        let mut take = |text: &str| {
            for seen in reader.feed(text).map_err(|_| not_asked_for())? {
                if let Seen::End(object) = seen {
                    whole = Some(object);
                    return Ok(ControlFlow::Break(()));
                }
            }
            Ok(ControlFlow::Continue(()))
        };
        self.chat(call, prompt, &mut take).await?;
        whole.ok_or_else(not_asked_for)
    }
}
