//! One live connection, from its hello to its end.

use std::{pin::Pin, sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    extract::ws::{CloseFrame, Message, WebSocket},
};
use futures_util::{SinkExt, StreamExt, stream::FuturesUnordered};
use tokio::{
    sync::mpsc,
    time::{Instant, interval_at, timeout},
};

use super::{
    ears::{Ears, Ending},
    frames::{Hello, Wish, Word},
};
use crate::{
    actions::{self, Caller, Ear, Said, Saying},
    app::Shared,
    domain::{DialogId, Me, MeKind, MessageId, Person, PersonKind},
    error::Error,
    http::error::Problem,
    live::{Heard, NewConnection},
};

const HELLO_WITHIN: Duration = Duration::from_secs(10);
/// A client that does not take what it is sent within this is cut off; it resumes by number.
pub(super) const SEND_WITHIN: Duration = Duration::from_secs(20);
/// For the client to say goodbye too.
const CLOSE_WITHIN: Duration = Duration::from_secs(1);
const CUSTOMER_PING: Duration = Duration::from_secs(30);
/// Messages of one client that wait for the database at the same time.
const SAYING_MAX: usize = 16;
const WATCH_MAX: usize = 20;

const NOT_SIGNED_IN: u16 = 4401;
const NO_HELLO: u16 = 4408;
const GOING_AWAY: u16 = 1001;
const TRY_AGAIN: u16 = 1013;
const NOT_UNDERSTOOD: u16 = 1008;

type Sayings = FuturesUnordered<Pin<Box<dyn Future<Output = (MessageId, DialogId, Result<Said, Error>)> + Send>>>;

struct Socket {
    ears: Ears,
    caller: Caller,
    token: String,
    me: Me,
    /// Whether anything came from the client since the last beat.
    is_alive: bool,
}

/// Why the loop ends, as a close frame if the client is still there.
type Close = Option<(u16, &'static str)>;

pub(super) async fn run(app: Shared, mut socket: WebSocket, session: Option<String>) {
    let close = match greet(&app, &mut socket, session).await {
        Ok((mut open, heard)) => {
            let close = open.attend(&mut socket, heard).await;
            open.leave().await;
            close
        }
        Err(close) => close,
    };
    if let Some((code, reason)) = close {
        let frame = CloseFrame { code, reason: reason.into() };
        // The client may be gone already.
        let _ = timeout(SEND_WITHIN, socket.send(Message::Close(Some(frame)))).await;
        // A connection that is dropped with something unread in it is reset, and the code is lost with it.
        let _ = timeout(CLOSE_WITHIN, async { while let Some(Ok(_)) = socket.recv().await {} }).await;
    }
}

async fn greet(
    app: &Shared,
    socket: &mut WebSocket,
    session: Option<String>,
) -> Result<(Socket, mpsc::Receiver<Heard>), Close> {
    let first = timeout(HELLO_WITHIN, socket.recv()).await.map_err(|_| Some((NO_HELLO, "no hello came in time")))?;
    let Some(Ok(Message::Text(first))) = first else {
        return Err(Some((NOT_UNDERSTOOD, "the first frame is a hello")));
    };
    let Ok(hello) = serde_json::from_str::<Hello>(&first) else {
        return Err(Some((NOT_UNDERSTOOD, "the first frame is a hello")));
    };
    let super::frames::HelloType::Hello = hello.r#type;
    let not_signed_in = Some((NOT_SIGNED_IN, "not signed in"));
    let token = hello.token.clone().or(session).ok_or(not_signed_in)?;
    let caller = actions::identify(app, &token).await.map_err(|_| not_signed_in)?;
    let me = actions::me(app, caller).await.map_err(|_| not_signed_in)?;
    let ear = Ear::of(caller, hello.app).map_err(|_| Some((NOT_UNDERSTOOD, "an admin says which app")))?;
    let who = NewConnection { id: app.hub.next_id(), app: ear.app, user: ear.user, staff: ear.staff };
    let (connection, heard) = app.hub.connect(who).map_err(|_| Some((TRY_AGAIN, "too many connections")))?;
    let ears = Ears { app: app.clone(), ear, connection, heard: 0 };
    let mut open = Socket { ears, caller, token, me, is_alive: true };
    match open.begin(socket, &hello).await {
        Ok(()) => Ok((open, heard)),
        Err(ending) => {
            open.leave().await;
            Err(closed(&ending))
        }
    }
}

impl Socket {
    /// From here on nothing that happens is missed: the connection is in the hub before the database is read.
    async fn begin(&mut self, socket: &mut WebSocket, hello: &Hello) -> Result<(), Ending> {
        let app = self.ears.app.clone();
        // What waits for an agent who comes is assigned before the welcome.
        self.beat().await?;
        let (newest, rooms) = actions::rooms(&app, self.ears.ear).await.map_err(Ending::Failed)?;
        app.hub.enter(&self.ears.connection, &rooms);
        let watched = self.watch(&hello.watch).await?;
        let after = hello.after.filter(|after| (0..=newest).contains(after));
        self.ears.heard = after.unwrap_or(newest);
        let resumed = match after {
            Some(after) => !actions::is_too_far(after, newest),
            None => false,
        };
        if !resumed {
            self.ears.heard = newest;
        }
        send(socket, &Word::Welcome { seq: newest, resumed, me: &self.me }).await?;
        send(socket, &Word::Watching { dialogs: &watched }).await?;
        if resumed {
            self.ears.catch_up(socket).await?;
        }
        Ok(())
    }

    async fn attend(&mut self, socket: &mut WebSocket, mut heard: mpsc::Receiver<Heard>) -> Close {
        let app = self.ears.app.clone();
        let mut closing = app.closing.subscribe();
        let every = self.beat_every();
        let mut beats = interval_at(Instant::now() + every, every);
        let mut sayings = Sayings::new();
        loop {
            let step = tokio::select! {
                biased;
                () = async { drop(closing.wait_for(|closing| *closing).await) } => return Some((GOING_AWAY, "the server is going away")),
                Some(next) = heard.recv() => self.tell(socket, &mut heard, next).await,
                Some(said) = sayings.next(), if !sayings.is_empty() => self.said(socket, said).await,
                frame = socket.recv(), if sayings.len() < SAYING_MAX => match frame {
                    Some(Ok(frame)) => self.take(socket, &mut sayings, frame).await,
                    Some(Err(_)) | None => Err(Ending::Gone),
                },
                _ = beats.tick() => self.on_beat(socket).await,
            };
            if let Err(ending) = step {
                return closed(&ending);
            }
        }
    }

    /// Sends what was heard, and all that is waiting behind it, in one go.
    async fn tell(
        &mut self,
        socket: &mut WebSocket,
        queue: &mut mpsc::Receiver<Heard>,
        first: Heard,
    ) -> Result<(), Ending> {
        let sending = async {
            let mut next = Some(first);
            while let Some(heard) = next {
                self.ears.hear(socket, heard).await?;
                next = queue.try_recv().ok();
            }
            Ok(socket.flush().await?)
        };
        timeout(SEND_WITHIN, sending).await.map_err(|_| Ending::Gone)?
    }

    async fn take(&mut self, socket: &mut WebSocket, sayings: &mut Sayings, frame: Message) -> Result<(), Ending> {
        self.is_alive = true;
        match frame {
            Message::Text(text) => match serde_json::from_str::<Wish>(&text) {
                Ok(wish) => self.grant(socket, sayings, wish).await,
                Err(error) => {
                    refuse(socket, None, Error::invalid(format!("a frame was not understood: {error}"))).await
                }
            },
            Message::Binary(_) => refuse(socket, None, Error::invalid("frames are text with JSON in it")).await,
            Message::Ping(_) | Message::Pong(_) => Ok(()),
            Message::Close(_) => Err(Ending::Gone),
        }
    }

    async fn grant(&mut self, socket: &mut WebSocket, sayings: &mut Sayings, wish: Wish) -> Result<(), Ending> {
        match wish {
            Wish::Say { dialog, id, text, custom, attachments } => {
                let saying = Saying { id: Some(id), text, custom, attachments };
                let said = actions::say(&self.ears.app, self.caller, dialog, saying);
                sayings.push(Box::pin(async move { (id, dialog, said.await) }));
                Ok(())
            }
            Wish::Typing { dialog, on } => {
                self.whisper(dialog, |dialog, user| Word::Typing { dialog, user, on });
                Ok(())
            }
            Wish::Viewing { dialog, on } => {
                self.murmur(dialog, on);
                Ok(())
            }
            Wish::Mark { dialog, delivered_seq, read_seq } => {
                let (delivered, read) = (delivered_seq.unwrap_or(0), read_seq.unwrap_or(0));
                match actions::mark(&self.ears.app, self.caller, dialog, delivered, read).await {
                    Ok(()) => Ok(()),
                    Err(error) => refuse(socket, None, error).await,
                }
            }
            Wish::Watch { dialogs } => {
                let watched = self.watch(&dialogs).await?;
                send(socket, &Word::Watching { dialogs: &watched }).await
            }
            Wish::Ping => send(socket, &Word::Pong).await,
        }
    }

    /// A new message comes back as its own event; only what was stored before, or refused, needs a word.
    async fn said(
        &mut self,
        socket: &mut WebSocket,
        (id, dialog, said): (MessageId, DialogId, Result<Said, Error>),
    ) -> Result<(), Ending> {
        match said {
            Ok(Said { is_new: true, message }) if self.ears.connection.is_inside(&message.dialog) => Ok(()),
            Ok(Said { message, .. }) => send(socket, &Word::Stored { id, dialog, seq: message.seq }).await,
            Err(error) => refuse(socket, Some(id), error).await,
        }
    }

    async fn watch(&mut self, wanted: &[DialogId]) -> Result<Vec<DialogId>, Ending> {
        let app = &self.ears.app;
        let wanted = &wanted[..wanted.len().min(WATCH_MAX)];
        let allowed = actions::may_watch(app, self.caller, wanted).await.map_err(Ending::Failed)?;
        app.hub.watch(&self.ears.connection, &allowed);
        Ok(allowed)
    }

    fn whisper(&self, dialog: DialogId, word: impl for<'a> Fn(DialogId, &'a Person) -> Word<'a>) {
        if let Some(user) = self.user().filter(|_| self.ears.connection.is_inside(&dialog)) {
            let frame: Arc<str> = word(dialog, &user).text().into();
            self.ears.app.hub.whisper(dialog, self.ears.connection.who.id, &frame);
        }
    }

    /// Only colleagues who watch it hear that an agent has it open.
    fn murmur(&self, dialog: DialogId, on: bool) {
        let user = self.user().filter(|user| user.kind == PersonKind::Agent);
        if let Some(user) = user.filter(|_| self.ears.connection.is_inside(&dialog)) {
            let frame: Arc<str> = Word::Viewing { dialog, user: &user, on }.text().into();
            self.ears.app.hub.murmur(dialog, self.ears.connection.who.id, &frame);
        }
    }

    fn user(&self) -> Option<Person> {
        let kind = match self.me.kind {
            MeKind::Agent => PersonKind::Agent,
            MeKind::Customer => PersonKind::Customer,
            MeKind::Admin | MeKind::Key => return None,
        };
        Some(Person { id: self.me.id, kind, full_name: self.me.full_name.clone() })
    }

    fn beat_every(&self) -> Duration {
        match self.caller {
            Caller::Agent { .. } => {
                Duration::from_millis(u64::try_from(self.ears.app.config.patience.heartbeat_ms.max(100)).unwrap_or(1))
            }
            Caller::Admin { .. } | Caller::Key { .. } | Caller::Customer { .. } => CUSTOMER_PING,
        }
    }

    /// A client that has said nothing since the last beat, not even to a ping, is gone.
    async fn on_beat(&mut self, socket: &mut WebSocket) -> Result<(), Ending> {
        if !std::mem::take(&mut self.is_alive) {
            return Err(Ending::Gone);
        }
        if self.ears.ear.staff && actions::identify(&self.ears.app, &self.token).await.is_err() {
            return Err(Ending::Failed(Error::NotSignedIn));
        }
        self.beat().await?;
        timeout(SEND_WITHIN, socket.send(Message::Ping(Bytes::new()))).await.map_err(|_| Ending::Gone)??;
        Ok(())
    }

    /// Renews the lease that makes an agent online.
    async fn beat(&self) -> Result<(), Ending> {
        let patience = &self.ears.app.config.patience;
        self.lease(patience.heartbeat_ms + patience.grace_ms).await.map_err(Ending::Failed)
    }

    async fn lease(&self, for_ms: i64) -> Result<(), Error> {
        let Caller::Agent { id, app: of } = self.caller else { return Ok(()) };
        let app = &self.ears.app;
        let connection = format!("{:016x}-{}", app.node, self.ears.connection.who.id);
        actions::stay_online(app, of, id, connection, app.now().plus(for_ms)).await
    }

    async fn leave(&self) {
        let app = &self.ears.app;
        app.hub.disconnect(&self.ears.connection);
        if let Err(error) = self.lease(app.config.patience.grace_ms).await {
            tracing::warn!(error = format!("{error:?}"), "a lease was not shortened; it runs out by itself");
        }
    }
}

async fn send(socket: &mut WebSocket, word: &Word<'_>) -> Result<(), Ending> {
    timeout(SEND_WITHIN, socket.send(Message::text(word.text()))).await.map_err(|_| Ending::Gone)??;
    Ok(())
}

async fn refuse(socket: &mut WebSocket, id: Option<MessageId>, error: Error) -> Result<(), Ending> {
    let problem = Problem::from(error);
    send(socket, &Word::Refused { id, problem: &problem }).await
}

fn closed(ending: &Ending) -> Close {
    match ending {
        Ending::Gone => None,
        Ending::TooMuch => Some((TRY_AGAIN, "too far behind; load the state afresh")),
        Ending::Failed(Error::NotSignedIn) => Some((NOT_SIGNED_IN, "not signed in")),
        Ending::Failed(error) => {
            tracing::error!(error = format!("{error:?}"), "a live connection failed");
            Some((TRY_AGAIN, "something went wrong; connect again"))
        }
    }
}
