//! What everyone in the conversations hears, event after event: who answers whom, and which texts come
//! with which control.

use std::collections::HashMap;

use serde_json::Value;

use super::eye::Eye;
use crate::steps::Did;

#[derive(Default)]
pub struct Heard {
    last: i64,
    rooms: HashMap<String, Room>,
}

#[derive(Default)]
struct Room {
    control: Value,
    /// A customer has written, and nobody has answered or ended it since.
    is_owed: bool,
    /// Texts about people whose control has not come yet.
    promised: Vec<(String, String)>,
}

impl Heard {
    pub async fn listen(&mut self, eye: &mut Eye, did: &Did) {
        let sql = format!("SELECT seq, dialog, kind, body FROM events WHERE seq > {} ORDER BY seq", self.last);
        let events: Vec<(i64, Option<String>, String, String)> = eye.rows(sql).await;
        for (seq, dialog, kind, body) in events {
            assert!(seq > self.last);
            self.last = seq;
            let Some(dialog) = dialog else { continue };
            let room = self.rooms.entry(dialog).or_default();
            room.hear(&kind, &serde_json::from_str(&body).unwrap(), did);
        }
        let waits = self.rooms.values().find(|room| !room.promised.is_empty());
        let promised = waits.map(|room| &room.promised);
        assert!(promised.is_none(), "never 4: nothing followed {promised:?}; after: {}", did.what);
    }

    pub fn owes(&self, dialog: &str) -> bool {
        self.rooms.get(dialog).is_some_and(|room| room.is_owed)
    }
}

impl Room {
    fn hear(&mut self, kind: &str, body: &Value, did: &Did) {
        match kind {
            "dialog" => self.control = body["control"].clone(),
            "message" => self.message(body, did),
            "control" => self.control(&body["control"], did),
            "handover" if body["state"] == "ended" => self.is_owed = false,
            _ => {}
        }
    }

    fn message(&mut self, message: &Value, did: &Did) {
        let phase = self.control["phase"].as_str().unwrap();
        match message["sender"]["kind"].as_str().unwrap() {
            "customer" => self.is_owed = true,
            "agent" => {
                assert_eq!(self.control["agent"]["id"], message["sender"]["id"], "never 1; after: {}", did.what);
                self.is_owed = false;
            }
            _ => match message["ai"]["kind"].as_str().unwrap() {
                "answer" | "small_talk" | "general_answer" if phase == "waiting" => {
                    assert!(self.is_owed, "never 1: two answers while waiting: {message}; after: {}", did.what);
                    self.is_owed = false;
                }
                "answer" | "small_talk" | "general_answer" | "dont_know" | "ask_first" => {
                    assert_eq!(phase, "assistant", "never 2: {message}; after: {}", did.what);
                    assert!(self.is_owed, "never 1: two answers to one question: {message}; after: {}", did.what);
                    self.is_owed = false;
                }
                "welcome" => assert_eq!(phase, "assistant"),
                // Said without anybody's coming or going.
                "no_agent" | "leave_contact" | "reply_to_contact" if phase == "waiting" => {}
                "still_here" if phase == "assistant" => {}
                text => self.promised.push((text.into(), message["text"].as_str().unwrap().into())),
            },
        }
    }

    fn control(&mut self, control: &Value, did: &Did) {
        for (kind, text) in self.promised.drain(..) {
            let kept = match kind.as_str() {
                "no_agent" | "leave_contact" | "reply_to_contact" => control["phase"] == "waiting",
                "handover" => control["phase"] == "agent" || control["phase"] == "waiting",
                "still_here" | "returned" => control["phase"] == "assistant",
                _ => control["agent"]["full_name"].as_str().is_some_and(|name| text.contains(name)),
            };
            assert!(kept, "never 4: “{text}” and then {control}; after: {}", did.what);
        }
        self.control = control.clone();
    }
}
