//! A shop with an AI Agent that knows one answer, three agents of whom two are in its pool, and four
//! customers with a conversation each. Everything goes through the program's own actions.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use baton::{
    actions::{self, Caller, DialogWish, SourceWish},
    app::{App, Shared},
    clock::Clock,
    config::Config,
    domain::{
        AssignChoice, AssignTo, AssistantId, DialogId, DialogKind, Ids, LocalText, MessageId, UnansweredAction,
        UserKind, WhenNobody, WhenSilent,
    },
    error::Error,
    store::{Due, NewUser},
};
use handover::Timestamp;
use rand::{RngExt, SeedableRng, rngs::StdRng};

use crate::{database::Database, reader::reader};

pub const KNOWN: &str = "How long do I have to return something?";
pub const UNKNOWN: &str = "Do you ship to Australia?";
pub const LEASE_MS: i64 = 15_000;
const START_MS: i64 = 1_763_823_600_000;
pub const ADMIN: Caller = Caller::Admin { id: 1 };

pub struct World {
    pub database: Database,
    pub app: Shared,
    /// Another process on the same database.
    other: Option<Shared>,
    pub of: i64,
    pub assign_to: AssignTo,
    /// Ana and Ben are in the pool, Cleo is not.
    pub agents: [i64; 3],
    pub customers: Vec<(i64, DialogId)>,
    /// What was said and acknowledged.
    pub said: Vec<(DialogId, MessageId, String)>,
    /// Jobs in the hands of workers who are slow.
    pub late: Vec<Due>,
    pub ids: Ids,
    clock: Arc<AtomicI64>,
    chance: StdRng,
}

impl World {
    pub async fn open(seed: u64) -> Self {
        Self::open_on(Database::sqlite(), seed).await
    }

    /// Two nodes; whatever is done is done on one of them, or on both at once.
    pub async fn open_with_two_nodes(seed: u64) -> Self {
        let mut world = Self::open_on(Database::postgres().await, seed).await;
        world.other = Some(open(&world.database, &world.clock).await);
        world
    }

    async fn open_on(database: Database, seed: u64) -> Self {
        let mut chance = StdRng::seed_from_u64(seed);
        let clock = Arc::new(AtomicI64::new(START_MS));
        let app = open(&database, &clock).await;
        let (of, agents, customers) = people(&app).await;
        let assign_to = [AssignTo::OnlineOnly, AssignTo::OnlineAndOffline][chance.random_range(0..2)];
        let tuned = Tuned::by(&mut chance, assign_to);
        let assistant = employ(&app, of, agents, &tuned).await;
        teach(&app, of).await;
        let customers = open_dialogs(&app, of, assistant, customers).await;
        let (said, late, ids) = (Vec::new(), Vec::new(), Ids::new(seed));
        Self { database, app, other: None, of, assign_to, agents, customers, said, late, ids, clock, chance }
    }

    /// The program is killed and started again, on the same data; of two nodes one.
    pub async fn restarts(&mut self) {
        self.app.store.close().await;
        self.app = open(&self.database, &self.clock).await;
        if self.other.is_some() {
            // The other one goes on with what it has.
            return;
        }
        self.app.store.write(|tx| Box::pin(async move { tx.free_jobs().await })).await.unwrap();
        // Who worked in the program that was killed works no more.
        self.late.clear();
    }

    /// The node at which the next thing happens.
    pub fn node(&mut self) -> Shared {
        match self.other.clone() {
            Some(other) if self.one_in(2) => other,
            Some(_) | None => self.app.clone(),
        }
    }

    /// Both nodes, if there are two.
    pub fn nodes(&self) -> (Shared, Shared) {
        (self.app.clone(), self.other.clone().unwrap_or_else(|| self.app.clone()))
    }

    pub fn now(&self) -> Timestamp {
        self.app.now()
    }

    pub fn passes(&self, ms: i64) {
        self.clock.fetch_add(ms, Ordering::SeqCst);
    }

    /// What the program's clock brings, after it may have slept for long.
    pub async fn jobs_look(&self) {
        let look = async |app: Shared| {
            actions::overdue(&app).await.unwrap();
            actions::end_leases(&app).await.unwrap();
            actions::climb(&app).await.unwrap();
        };
        match self.other.clone() {
            Some(other) => drop(tokio::join!(look(self.app.clone()), look(other))),
            None => look(self.app.clone()).await,
        }
    }

    pub fn one_in(&mut self, times: u32) -> bool {
        self.chance.random_ratio(1, times)
    }

    pub fn below(&mut self, count: usize) -> usize {
        self.chance.random_range(0..count)
    }

    pub fn any_agent(&mut self) -> (i64, Caller) {
        let id = self.agents[self.below(3)];
        (id, Caller::Agent { id, app: self.of })
    }

    pub fn any_customer(&mut self) -> (DialogId, Caller) {
        let at = self.below(self.customers.len());
        let (id, dialog) = self.customers[at];
        (dialog, Caller::Customer { id, app: self.of })
    }
}

/// A refusal is an answer; only a program that broke is a fault.
pub fn answered<T>(result: Result<T, Error>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(Error::Internal(source)) => panic!("the program broke: {source:#}"),
        Err(_) => None,
    }
}

async fn open(database: &Database, clock: &Arc<AtomicI64>) -> Shared {
    // The whole process shares it; only the first call is taken.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut config = Config::default();
    config.answers.learn_after_ms = 1;
    config.patience.answer_ms = 60_000;
    config.patience.wait_ms = 120_000;
    config.patience.reply_ms = 300_000;
    config.patience.idle_ms = 600_000;
    App::open(config, &database.place(), Clock::Manual(clock.clone()), reader()).await.unwrap()
}

/// The settings that differ from seed to seed.
struct Tuned {
    assign_to: AssignTo,
    offline_text: bool,
    offers: bool,
    ask_first: bool,
    answers_waiting: bool,
    when_nobody: WhenNobody,
    when_silent: WhenSilent,
    choice: AssignChoice,
}

impl Tuned {
    fn by(chance: &mut StdRng, assign_to: AssignTo) -> Self {
        use AssignChoice::{LastAgent, LeastBusy, RoundRobin};
        let nobody = [WhenNobody::Wait, WhenNobody::Wait, WhenNobody::LeaveContact, WhenNobody::BackToAssistant];
        let silent = [WhenSilent::Keep, WhenSilent::Reassign, WhenSilent::BackToAssistant];
        Self {
            assign_to,
            offline_text: chance.random_bool(0.5),
            offers: chance.random_bool(0.5),
            ask_first: chance.random_bool(0.3),
            answers_waiting: chance.random_bool(0.5),
            when_nobody: nobody[chance.random_range(0..4)],
            when_silent: silent[chance.random_range(0..3)],
            choice: [LeastBusy, RoundRobin, LastAgent][chance.random_range(0..3)],
        }
    }
}

async fn people(app: &Shared) -> (i64, [i64; 3], Vec<i64>) {
    let of = actions::create_app(app, ADMIN, "Shop").await.unwrap().0.id;
    let at = app.now();
    let user = move |kind, name: &str| NewUser {
        app: of,
        kind,
        login: None,
        email: (kind == UserKind::Agent).then(|| format!("{name}@shop.example")),
        full_name: name.into(),
        external_id: None,
        language: None,
        tags: Vec::new(),
        custom: serde_json::Map::new(),
        password_hash: None,
        at,
    };
    let added = app.store.write(move |tx| {
        Box::pin(async move {
            let mut agents = [0; 3];
            for (agent, (name, capacity)) in agents.iter_mut().zip([("Ana", 1), ("Ben", 2), ("Cleo", 1)]) {
                *agent = tx.add_user(&user(UserKind::Agent, name)).await?;
                tx.change_agent(of, *agent, &actions::AgentChange { capacity: Some(capacity), ..Default::default() })
                    .await?;
            }
            let mut customers = Vec::new();
            for name in ["Ida", "Jon", "Kim", "Lea"] {
                customers.push(tx.add_user(&user(UserKind::Customer, name)).await?);
            }
            Ok::<_, Error>((agents, customers))
        })
    });
    let (agents, customers) = added.await.unwrap();
    (of, agents, customers)
}

async fn employ(app: &Shared, of: i64, agents: [i64; 3], tuned: &Tuned) -> AssistantId {
    let made = actions::create_assistant(app, ADMIN, of, "Guide").await.unwrap();
    let mut settings = made.settings;
    settings.unanswered.action = UnansweredAction::HumanHandover;
    let handover = &mut settings.unanswered.handover;
    handover.notify_assigned = true;
    handover.assign_to = tuned.assign_to;
    handover.offers = tuned.offers;
    handover.ask_first = tuned.ask_first;
    handover.answer_while_waiting = tuned.answers_waiting;
    handover.when_nobody = tuned.when_nobody;
    handover.when_silent = tuned.when_silent;
    handover.choice = tuned.choice;
    handover.agents = agents[..2].to_vec();
    if tuned.offline_text {
        handover.offline_message = LocalText::new("{agent} will write to you.");
    }
    actions::save_assistant(app, ADMIN, (of, made.id), (settings, made.version), None).await.unwrap();
    made.id
}

async fn teach(app: &Shared, of: i64) {
    let (question, answer) = (KNOWN.into(), "You have thirty days.".into());
    let pair = SourceWish::Pair { title: None, question, phrasings: Vec::new(), answer };
    let source = actions::add_source(app, ADMIN, of, pair).await.unwrap();
    actions::index_source(app, of, source.id).await.unwrap();
    let done = app.store.write(|tx| {
        Box::pin(async move {
            for job in tx.take_jobs(baton::store::Work::Answers, Timestamp(i64::MAX), Timestamp(0), 10).await? {
                tx.job_done(job.id).await?;
            }
            Ok::<_, Error>(())
        })
    });
    done.await.unwrap();
}

async fn open_dialogs(app: &Shared, of: i64, assistant: AssistantId, customers: Vec<i64>) -> Vec<(i64, DialogId)> {
    let mut opened = Vec::new();
    for id in customers {
        let (kind, name, custom) = (DialogKind::Group, None, serde_json::Map::new());
        let wish = DialogWish { kind, name, assistant: Some(assistant), occupants: Vec::new(), custom };
        let dialog = actions::create_dialog(app, Caller::Customer { id, app: of }, wish).await.unwrap();
        opened.push((id, dialog.id));
    }
    opened
}
