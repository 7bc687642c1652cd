//! How long a customer who asks for a person waits until the agent, and they themselves, are told.
//! Assigning needs no acceptance here: the agent who is told has the conversation already. Accepting is
//! measured as an agent who claims a conversation from the AI Agent.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{
    api::{Api, text},
    bench::Bench,
    contender::Contender,
    figures::percentile_ms,
    line::{Line, Live},
    server::Server,
    table::{Report, Row},
    world::World,
};

const WARM_UP: usize = 5;
const ROUNDS: usize = 30;

pub async fn measure(bench: &Bench) -> anyhow::Result<Report> {
    let limit = one_message(bench).await?;
    let rows = match &bench.world {
        Some(world) => run(bench, world).await?.rows(limit),
        None => vec![Row::ours("handover-1", "skipped".into(), "", None)],
    };
    Ok(Report { rows, ..Report::default() })
}

#[derive(Default)]
struct Times {
    agent_told: Vec<Duration>,
    agent_has_read: Vec<Duration>,
    customer_told: Vec<Duration>,
    claim_told: Vec<Duration>,
}

impl Times {
    fn rows(mut self, limit: f64) -> Vec<Row> {
        let row = |what: &str, times: &mut [Duration], aim: &'static str, met: fn(f64, f64, f64) -> Option<bool>| {
            let (p50, p99) = (percentile_ms(times, 0.5), percentile_ms(times, 0.99));
            Row {
                what: format!("handover-1: {what}"),
                ours: format!("{p50:.2} / {p99:.2} ms"),
                limit: format!("{limit:.2} ms (one message)"),
                ratio: format!("{:.2}", p50 / limit),
                peers: String::new(),
                aim,
                met: met(p50, p99, limit),
            }
        };
        let aimed = "p50 ≤ 3 × limit, p99 ≤ 10 ms";
        let judge = |p50, p99, limit| Some(p50 <= 3.0 * limit && p99 <= 10.0);
        vec![
            row("asked → agent told, p50 / p99", &mut self.agent_told, aimed, judge),
            row("asked → agent has the transcript", &mut self.agent_has_read, "p99 ≤ 10 ms", |_, p99, _| {
                Some(p99 <= 10.0)
            }),
            row("asked → customer told", &mut self.customer_told, aimed, judge),
            row("claimed → customer told", &mut self.claim_told, aimed, judge),
        ]
    }
}

async fn run(bench: &Bench, world: &World) -> anyhow::Result<Times> {
    let stage = bench.stage(&bench.contenders[0]).await?;
    let mut scene = Scene::open(&stage.server, world).await?;
    for _ in 0..WARM_UP {
        scene.ask().await?;
        scene.claim().await?;
    }
    let mut times = Times::default();
    for _ in 0..ROUNDS {
        let [agent_told, agent_has_read, customer_told] = scene.ask().await?;
        times.agent_told.push(agent_told);
        times.agent_has_read.push(agent_has_read);
        times.customer_told.push(customer_told);
        times.claim_told.push(scene.claim().await?);
    }
    Ok(times)
}

/// A customer and an agent, each with an open socket.
struct Scene<'a> {
    customer: Api,
    customer_hears: Live,
    agent: Api,
    agent_hears: Live,
    assistant: &'a str,
}

impl<'a> Scene<'a> {
    async fn open(server: &Server, world: &'a World) -> anyhow::Result<Self> {
        let desk = &world.desk;
        Ok(Self {
            customer: Api::new(server.address, &desk.customer_token),
            customer_hears: Live::sign_in(server.address, &desk.customer_token).await?,
            agent: Api::new(server.address, &desk.agent_token),
            agent_hears: Live::sign_in(server.address, &desk.agent_token).await?,
            assistant: &desk.assistant,
        })
    }

    async fn new_dialog(&self) -> anyhow::Result<String> {
        text(&self.customer.post("/dialogs", json!({ "type": 2, "assistant": self.assistant })).await?, "/id")
    }

    /// The customer presses "talk to a person": until the agent is told, until the agent has read what was
    /// said before, and until the customer is told who comes.
    async fn ask(&mut self) -> anyhow::Result<[Duration; 3]> {
        let dialog = self.new_dialog().await?;
        let began = Instant::now();
        let path = format!("/dialogs/{dialog}/handover");
        let asked = self.customer.put(&path, json!({}));
        let agent = async {
            until(&mut self.agent_hears, &dialog, is_with_agent).await?;
            let told = began.elapsed();
            self.agent.get(&format!("/dialogs/{dialog}/messages")).await?;
            anyhow::Ok((told, began.elapsed()))
        };
        let customer = async {
            until(&mut self.customer_hears, &dialog, |frame| frame["body"]["ai"]["kind"] == "assigned").await?;
            anyhow::Ok(began.elapsed())
        };
        let (_, (agent_told, agent_has_read), customer_told) = tokio::try_join!(asked, agent, customer)?;
        Ok([agent_told, agent_has_read, customer_told])
    }

    /// The agent takes a conversation from the AI Agent: until the customer is told.
    async fn claim(&mut self) -> anyhow::Result<Duration> {
        let dialog = self.new_dialog().await?;
        let began = Instant::now();
        let path = format!("/dialogs/{dialog}/claim");
        let customer = async {
            until(&mut self.customer_hears, &dialog, is_with_agent).await?;
            anyhow::Ok(began.elapsed())
        };
        let (_, told) = tokio::try_join!(self.agent.put(&path, json!({})), customer)?;
        Ok(told)
    }
}

fn is_with_agent(frame: &Value) -> bool {
    frame["kind"] == "control" && frame["body"]["control"]["phase"] == "agent"
}

async fn until(live: &mut Live, dialog: &str, is_it: impl Fn(&Value) -> bool) -> anyhow::Result<()> {
    loop {
        let frame: Value = serde_json::from_str(&live.frame().await?)?;
        if frame["dialog"] == dialog && is_it(&frame) {
            return Ok(());
        }
    }
}

/// What the limit needs for one message to reach another member: the yardstick for one step of a handover.
async fn one_message(bench: &Bench) -> anyhow::Result<f64> {
    let stage = bench.stage(&Contender::Limit).await?;
    let seats = bench.seats(&Contender::Limit);
    let [mut talker, mut listener, _]: [Line; 3] = bench.lines(&Contender::Limit, &stage.server, &seats[0]).await?;
    let mut times = Vec::new();
    for number in 0..(WARM_UP + ROUNDS) as u32 {
        let began = Instant::now();
        talker.say(number).await?;
        listener.hear().await?;
        times.push(began.elapsed());
    }
    Ok(percentile_ms(&mut times[WARM_UP..], 0.5))
}
