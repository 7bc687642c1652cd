//! A store with an app, an AI Agent with two agents in its pool, and a customer.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};

use baton::{
    domain::{
        AssistantId, AssistantSettings, Audience, DialogId, DialogKind, DialogSummary, HandoverId, Ids, MessageId,
        Packet, Reason, UserKind,
    },
    store::{NewApp, NewDialog, NewEvent, NewHandover, NewMessage, NewUser, Store, StoreError, Tx},
};
use futures_util::future::BoxFuture;
use handover::{Control, Timestamp};

use crate::Database;

pub const NOW: Timestamp = Timestamp(1_763_823_600_000);
const QUEUE: usize = 4096;

pub struct Desk {
    pub store: Store,
    pub app: i64,
    pub assistant: AssistantId,
    pub ana: i64,
    pub ben: i64,
    pub ida: i64,
    /// The numbers of the events that were published, in their order.
    pub heard: Arc<Mutex<Vec<i64>>>,
    ids: Ids,
}

pub async fn open(database: &Database, write_queue: usize) -> (Store, Arc<Mutex<Vec<i64>>>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hearing = heard.clone();
    let on_commit = Box::new(move |events: Vec<Arc<baton::domain::Event>>, _work: bool| {
        hearing.lock().unwrap().extend(events.iter().map(|event| event.seq));
    });
    (Store::open(&database.place(), write_queue, on_commit).await.unwrap(), heard)
}

impl Desk {
    pub async fn open(database: &Database) -> Self {
        static SEED: AtomicU64 = AtomicU64::new(1);
        let (store, heard) = open(database, QUEUE).await;
        let ids = Ids::new(SEED.fetch_add(1, Ordering::Relaxed));
        let assistant: AssistantId = ids.next(NOW);
        let furnished = store.write(move |tx| Box::pin(furnish(tx, assistant)));
        let (app, [ana, ben, ida]) = furnished.await.unwrap();
        Self { store, app, assistant, ana, ben, ida, heard, ids }
    }

    pub fn id<T: From<[u8; 12]>>(&self) -> T {
        self.ids.next(NOW)
    }

    pub async fn write<T, F>(&self, work: F) -> T
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, Result<T, StoreError>> + Send + 'static,
    {
        self.store.write(work).await.unwrap()
    }

    pub async fn read(&self) -> Tx {
        self.store.read().await.unwrap()
    }

    /// A group dialog of Ida's with the AI Agent.
    pub async fn dialog(&self) -> DialogId {
        let id = self.id();
        let control = Some(Control::opened());
        let (kind, name, custom) = (DialogKind::Group, None, serde_json::Map::new());
        let (assistant, customer) = (Some(self.assistant), Some(self.ida));
        let new = NewDialog { id, app: self.app, kind, name, custom, assistant, customer, control, at: NOW };
        let ida = self.ida;
        self.write(move |tx| {
            Box::pin(async move {
                tx.add_dialog(&new).await?;
                tx.join(id, ida, NOW).await.map(drop)
            })
        })
        .await;
        id
    }

    pub async fn summary(&self, dialog: DialogId) -> DialogSummary {
        self.read().await.dialog(dialog).await.unwrap().unwrap()
    }

    /// A handover of a dialog of its own, begun then.
    pub async fn waits_since(&self, at: Timestamp) -> (DialogId, HandoverId) {
        let (dialog, id) = (self.dialog().await, self.id());
        let (app, assistant) = (self.app, self.assistant);
        self.write(move |tx| {
            Box::pin(async move {
                let packet = empty_packet();
                let reason = Reason::UnknownAnswer;
                tx.begin_handover(&NewHandover {
                    id,
                    app,
                    dialog,
                    assistant,
                    reason,
                    packet: &packet,
                    skill: None,
                    priority: 0,
                    asked_at: at,
                    at,
                })
                .await
            })
        })
        .await;
        (dialog, id)
    }
}

async fn furnish(tx: &mut Tx, assistant: AssistantId) -> Result<(i64, [i64; 3]), StoreError> {
    let app =
        tx.add_app(&NewApp { name: "Shop", authorization_key: "ak", authorization_secret: "as", at: NOW }).await?;
    let ana = tx.add_user(&user(app, UserKind::Agent, "Ana")).await?;
    let ben = tx.add_user(&user(app, UserKind::Agent, "Ben")).await?;
    let ida = tx.add_user(&user(app, UserKind::Customer, "Ida")).await?;
    let guide = tx.add_user(&user(app, UserKind::Assistant, "Guide")).await?;
    let settings = AssistantSettings { name: "Guide".into(), command: "guide".into(), ..AssistantSettings::default() };
    tx.add_assistant(assistant, app, guide, &settings, NOW).await?;
    tx.set_pool(app, assistant, &[ana, ben]).await?;
    Ok((app, [ana, ben, ida]))
}

pub fn user(app: i64, kind: UserKind, name: &str) -> NewUser {
    NewUser {
        app,
        kind,
        login: None,
        email: (kind == UserKind::Agent).then(|| format!("{}@shop.example", name.to_lowercase())),
        full_name: name.into(),
        external_id: None,
        language: None,
        tags: Vec::new(),
        custom: serde_json::Map::new(),
        password_hash: None,
        at: NOW,
    }
}

fn empty_packet() -> Packet {
    Packet {
        question: None,
        why: String::new(),
        passages: Vec::new(),
        threshold: 0.0,
        summary: String::new(),
        draft: None,
        customer: None,
        language: None,
        earlier: Vec::new(),
    }
}

/// Stores a message with its event; answers its number, or nothing if this id was there.
pub async fn say(
    tx: &mut Tx,
    (dialog, id): (DialogId, MessageId),
    sender: i64,
    text: &str,
) -> Result<Option<i64>, StoreError> {
    let seq = tx.next_seq();
    let custom = serde_json::Map::new();
    let new = NewMessage { id, dialog, seq, sender, text, custom: &custom, attachments: &[], ai: None, at: NOW };
    if !tx.add_message(&new).await? {
        return Ok(None);
    }
    let app = tx.dialog(dialog).await?.unwrap().app;
    tx.record(event(seq, app, Some(dialog))).await?;
    Ok(Some(seq))
}

/// Records an event of the app.
pub async fn record(tx: &mut Tx, app: i64) -> Result<i64, StoreError> {
    let seq = tx.next_seq();
    tx.record(event(seq, app, None)).await?;
    Ok(seq)
}

fn event(seq: i64, app: i64, dialog: Option<DialogId>) -> NewEvent<'static, ()> {
    let (audience, kind, at, body) = (Audience::Staff, "presence", NOW, &());
    NewEvent { seq, app, dialog, audience, kind, at, body, joined: Vec::new(), left: Vec::new() }
}
