//! The desk that the storm comes over: twenty agents who can have five conversations each.

use serde_json::{Value, json};

use super::{AGENTS, CAPACITY};
use crate::{
    bench::{Bench, Stage},
    founder::{Founder, each},
    world::World,
};

pub struct Stand {
    pub stage: Stage,
    pub founder: Founder,
    pub assistant: String,
    pub agents: Vec<Agent>,
}

#[derive(Clone, Debug)]
pub struct Agent {
    pub id: i64,
    pub token: String,
}

impl Stand {
    /// `offers`: agents are asked before they get a conversation.
    pub async fn open(bench: &Bench, world: &World, offers: bool) -> anyhow::Result<Self> {
        let stage = bench.stage(&bench.contenders[0]).await?;
        let founder = world.founder(stage.server.address);
        let agents = each(0..AGENTS, async |place| {
            let (id, token) = founder.agent(&format!("storm{place}"), CAPACITY as i64).await?;
            Ok(Agent { id, token })
        })
        .await?;
        let pool: Vec<i64> = agents.iter().map(|agent| agent.id).collect();
        let set = |settings: &mut Value| {
            settings["unanswered"]["action"] = json!("human_handover");
            settings["unanswered"]["handover"]["agents"] = json!(pool);
            settings["unanswered"]["handover"]["offers"] = json!(offers);
        };
        let assistant = founder.assistant("Storm", set).await?;
        Ok(Self { stage, founder, assistant, agents })
    }
}
