//! What a screen hears of handovers.

use serde::Deserialize;
use serde_json::value::RawValue;

/// The fields are dialogs and agents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The agent has it now.
    Taken(String, i64),
    /// The agent is asked whether they take it.
    Offered(String, i64),
    /// It waits, at this place in the queue.
    Waits(String, i64),
    Other,
}

#[derive(Deserialize)]
struct Frame<'a> {
    kind: &'a str,
    dialog: Option<&'a str>,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Moved {
    control: Control,
}

#[derive(Deserialize)]
#[serde(tag = "phase", rename_all = "snake_case")]
enum Control {
    Assistant {},
    Waiting { position: Option<i64> },
    Agent { agent: Person },
    Closed {},
}

#[derive(Deserialize)]
struct Asked {
    offer: Option<Offer>,
}

#[derive(Deserialize)]
struct Offer {
    agent: Person,
}

#[derive(Deserialize)]
struct Person {
    id: i64,
}

impl News {
    pub fn of(frame: &str) -> anyhow::Result<Self> {
        let Frame { kind, dialog: Some(dialog), body: Some(body) } = serde_json::from_str(frame)? else {
            return Ok(Self::Other);
        };
        let dialog = dialog.to_owned();
        Ok(match kind {
            "control" => match serde_json::from_str::<Moved>(body.get())?.control {
                Control::Agent { agent } => Self::Taken(dialog, agent.id),
                Control::Waiting { position: Some(position) } => Self::Waits(dialog, position),
                Control::Waiting { position: None } | Control::Assistant {} | Control::Closed {} => Self::Other,
            },
            "offer" => match serde_json::from_str::<Asked>(body.get())?.offer {
                Some(Offer { agent }) => Self::Offered(dialog, agent.id),
                None => Self::Other,
            },
            _ => Self::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(kind: &str, body: &str) -> News {
        News::of(&format!(r#"{{"seq":7,"kind":"{kind}","dialog":"d","at":1,"body":{body}}}"#)).unwrap()
    }

    #[test]
    fn who_has_it_and_who_is_asked_is_told_apart() {
        let taken = r#"{"control":{"phase":"agent","turn":2,"agent":{"id":5,"kind":"agent","full_name":"Ben"}}}"#;
        assert_eq!(news("control", taken), News::Taken("d".into(), 5));
        let waits = r#"{"control":{"phase":"waiting","turn":2,"position":3,"wait":null}}"#;
        assert_eq!(news("control", waits), News::Waits("d".into(), 3));
        assert_eq!(
            news("offer", r#"{"handover":"h","offer":{"agent":{"id":5},"until":9}}"#),
            News::Offered("d".into(), 5)
        );
        assert_eq!(news("offer", r#"{"handover":"h","offer":null}"#), News::Other);
        assert_eq!(news("typing", "{}"), News::Other);
    }

    #[test]
    fn frames_without_a_dialog_are_no_news() {
        assert_eq!(News::of(r#"{"kind":"pong"}"#).unwrap(), News::Other);
    }
}
