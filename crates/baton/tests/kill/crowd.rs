//! Customers who come all at once, each with one wish.

use baton::domain::{DialogId, Ids, MessageId};
use handover::Timestamp;
use rand::{RngExt, SeedableRng, rngs::StdRng};
use reqwest::Method;
use serde_json::json;
use tokio::task::JoinHandle;

use crate::{
    line::Line,
    shop::{KNOWN, Shop, UNKNOWN},
};

const CUSTOMERS: usize = 80;
const AT_ONCE: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    Known,
    Unknown,
    Person,
}

/// A wish that the program has acknowledged.
pub struct Asked {
    pub dialog: DialogId,
    pub wish: Wish,
    /// What was said, and under which id.
    pub message: Option<(MessageId, &'static str)>,
}

pub fn comes(line: &Line, shop: &Shop, seed: u64) -> JoinHandle<Vec<Asked>> {
    let (line, app, assistant) = (line.clone(), shop.app, shop.assistant.clone());
    let ids = std::sync::Arc::new(Ids::new(seed));
    let mut chance = StdRng::seed_from_u64(seed);
    let wishes: Vec<Wish> =
        (0..CUSTOMERS).map(|_| [Wish::Known, Wish::Unknown, Wish::Person][chance.random_range(0..3)]).collect();
    tokio::spawn(async move {
        let mut queues = Vec::new();
        for wishes in wishes.chunks(CUSTOMERS.div_ceil(AT_ONCE)) {
            let (line, assistant, ids, wishes) = (line.clone(), assistant.clone(), ids.clone(), wishes.to_vec());
            queues.push(tokio::spawn(async move {
                let mut asked = Vec::new();
                for wish in wishes {
                    asked.push(ask(&line, (app, &assistant), wish, ids.next(Timestamp(0))).await);
                }
                asked
            }));
        }
        let mut asked = Vec::new();
        for queue in queues {
            asked.extend(queue.await.unwrap());
        }
        asked
    })
}

async fn ask(line: &Line, (app, assistant): (i64, &str), wish: Wish, id: MessageId) -> Asked {
    let visitor = line.call(Method::POST, &format!("/apps/{app}/visitors"), "", &json!({})).await;
    let token = visitor["token"].as_str().unwrap();
    let opened = line.call(Method::POST, "/dialogs", token, &json!({ "assistant": assistant })).await;
    let dialog: DialogId = opened["id"].as_str().unwrap().parse().unwrap();
    let text = match wish {
        Wish::Known => KNOWN,
        Wish::Unknown => UNKNOWN,
        Wish::Person => {
            line.call(Method::PUT, &format!("/dialogs/{dialog}/handover"), token, &json!({})).await;
            return Asked { dialog, wish, message: None };
        }
    };
    line.call(Method::POST, &format!("/dialogs/{dialog}/messages"), token, &json!({ "id": id, "text": text })).await;
    Asked { dialog, wish, message: Some((id, text)) }
}
