//! Everything that may happen, each with its chance.

use baton::{
    actions::{self, AgentChange, Ask, Caller, Saying, Target},
    domain::{DialogId, MessageId},
    store::Due,
};

use crate::world::{ADMIN, KNOWN, LEASE_MS, UNKNOWN, World, answered};

/// Who got a conversation by somebody's wish; the rules chose everybody else.
#[derive(Debug)]
pub struct Did {
    pub what: String,
    pub wished: Option<(DialogId, i64)>,
}

fn did(what: impl Into<String>) -> Did {
    Did { what: what.into(), wished: None }
}

pub async fn step(world: &mut World) -> Did {
    match world.below(102) {
        0..25 => customer_writes(world).await,
        25..30 => customer_wants_a_person(world).await,
        30..32 => customer_wants_none(world).await,
        32..34 => customer_leaves_contact(world).await,
        34..50 => worker_takes_a_job(world).await,
        50..55 => late_worker_goes_on(world).await,
        55..67 => agent_comes_or_goes(world).await,
        67..82 => agent_acts(world).await,
        82..86 => admin_changes_the_team(world).await,
        86..99 => time_passes(world).await,
        99 => {
            world.restarts().await;
            did("the program starts again")
        }
        _ => two_claim_at_once(world).await,
    }
}

/// Two agents, on two nodes if there are two; at most one of them gets it.
async fn two_claim_at_once(world: &mut World) -> Did {
    let (dialog, _) = world.any_customer();
    let [(one, first), (another, second)] = [world.any_agent(), world.any_agent()];
    let (here, there) = world.nodes();
    let claims = tokio::join!(actions::claim(&here, first, dialog), actions::claim(&there, second, dialog));
    let winners = [(one, answered(claims.0)), (another, answered(claims.1))];
    let winners: Vec<i64> = winners.into_iter().filter_map(|(agent, won)| won.map(|_| agent)).collect();
    assert!(winners.iter().all(|winner| *winner == winners[0]), "{dialog} has {winners:?}");
    Did { what: format!("{one} and {another} claim {dialog}"), wished: winners.first().map(|winner| (dialog, *winner)) }
}

/// One to three messages; some are sent again, as by a phone that heard no answer.
async fn customer_writes(world: &mut World) -> Did {
    let (dialog, caller) = world.any_customer();
    for _ in 0..=world.below(3) {
        let text = [KNOWN, UNKNOWN, UNKNOWN, "I want to talk to a person", "Hello", "Yes, please"][world.below(6)];
        let id = world.ids.next(world.now());
        say(world, caller, dialog, (id, text)).await;
        if world.one_in(4) {
            say(world, caller, dialog, (id, text)).await;
        }
    }
    did(format!("a customer writes in {dialog}"))
}

async fn say(world: &mut World, caller: Caller, dialog: DialogId, (id, text): (MessageId, &str)) {
    let saying = Saying { id: Some(id), text: text.into(), custom: serde_json::Map::new(), attachments: Vec::new() };
    let Some(said) = answered(actions::say(&world.node(), caller, dialog, saying).await) else { return };
    assert_eq!(said.message.id, id);
    if said.is_new {
        world.said.push((dialog, id, text.into()));
    }
}

async fn customer_wants_a_person(world: &mut World) -> Did {
    let (dialog, caller) = world.any_customer();
    answered(actions::ask_for_person(&world.node(), caller, dialog).await);
    did(format!("a customer wants a person in {dialog}"))
}

async fn customer_wants_none(world: &mut World) -> Did {
    let (dialog, caller) = world.any_customer();
    answered(actions::want_no_person(&world.node(), caller, dialog).await);
    did(format!("a customer no longer wants a person in {dialog}"))
}

async fn customer_leaves_contact(world: &mut World) -> Did {
    let (dialog, caller) = world.any_customer();
    answered(actions::leave_contact(&world.node(), caller, dialog, "ida@home.example").await);
    did(format!("a customer leaves their address in {dialog}"))
}

/// The worker does it, does it twice, is slow, or is never heard of again.
async fn worker_takes_a_job(world: &mut World) -> Did {
    let (now, lease) = (world.now(), world.now().plus(LEASE_MS));
    let take = world
        .node()
        .store
        .write(move |tx| Box::pin(async move { tx.take_jobs(baton::store::Work::Answers, now, lease, 1).await }));
    let Some(job) = take.await.unwrap().pop() else { return did("no job is due") };
    match world.below(10) {
        0..5 => {
            answer(world, &job).await;
            done(world, job.id).await;
            did(format!("a worker answers {}", job.body))
        }
        5 => {
            let (here, there) = world.nodes();
            let (first, second) = tokio::join!(actions::answer(&here, ask(&job)), actions::answer(&there, ask(&job)));
            first.and(second).unwrap();
            did(format!("a worker answers {} twice and forgets to say so", job.body))
        }
        6 => meanwhile_an_agent_claims(world, &job).await,
        7 | 8 => {
            let what = format!("a worker is slow with {}", job.body);
            world.late.push(job);
            did(what)
        }
        _ => did(format!("a worker is lost with {}", job.body)),
    }
}

async fn meanwhile_an_agent_claims(world: &mut World, job: &Due) -> Did {
    let (agent, caller) = world.any_agent();
    let ask = ask(job);
    let (here, there) = world.nodes();
    let answering = actions::answer(&here, ask);
    let claiming = actions::claim(&there, caller, ask.dialog);
    let (answer, claim) = tokio::join!(answering, claiming);
    answer.unwrap();
    let wished = answered(claim).map(|_| (ask.dialog, agent));
    done(world, job.id).await;
    Did { what: format!("{agent} claims while {} is answered", job.body), wished }
}

async fn late_worker_goes_on(world: &mut World) -> Did {
    if world.late.is_empty() {
        return did("nobody is late");
    }
    let at = world.below(world.late.len());
    let job = world.late.swap_remove(at);
    answer(world, &job).await;
    done(world, job.id).await;
    did(format!("a late worker answers {}", job.body))
}

fn ask(job: &Due) -> Ask {
    assert_eq!(job.kind, Ask::KIND);
    serde_json::from_str(&job.body).unwrap()
}

async fn answer(world: &mut World, job: &Due) {
    actions::answer(&world.node(), ask(job)).await.unwrap();
}

async fn done(world: &World, job: i64) {
    world.app.store.write(move |tx| Box::pin(async move { tx.job_done(job).await })).await.unwrap();
}

async fn agent_comes_or_goes(world: &mut World) -> Did {
    let (agent, caller) = world.any_agent();
    let (connection, of) = (format!("screen of {agent}"), world.of);
    let until = world.now().plus([50_000, 50_000, 1_000][world.below(3)]);
    match world.below(4) {
        0 => {
            answered(actions::set_away(&world.node(), caller, true, None).await);
            did(format!("{agent} is away"))
        }
        1 => {
            answered(actions::set_away(&world.node(), caller, false, None).await);
            did(format!("{agent} is back"))
        }
        _ => {
            answered(actions::stay_online(&world.node(), of, agent, connection, until).await);
            did(format!("{agent} is online until {}", until.0))
        }
    }
}

async fn agent_acts(world: &mut World) -> Did {
    let (agent, caller) = world.any_agent();
    let (dialog, _) = world.any_customer();
    let colleague = world.agents[world.below(3)];
    match world.below(10) {
        8 | 9 => {
            answered(actions::decline(&world.node(), caller, dialog).await);
            did(format!("{agent} declines {dialog}"))
        }
        0 | 1 => {
            let claimed = answered(actions::claim(&world.node(), caller, dialog).await);
            Did { what: format!("{agent} claims {dialog}"), wished: claimed.map(|_| (dialog, agent)) }
        }
        2..5 => {
            let id = world.ids.next(world.now());
            say(world, caller, dialog, (id, "Let me see.")).await;
            did(format!("{agent} writes in {dialog}"))
        }
        5 => {
            let solved = world.one_in(2);
            answered(actions::resolve(&world.node(), caller, dialog, solved).await);
            did(format!("{agent} resolves {dialog}"))
        }
        6 => {
            answered(actions::give_back(&world.node(), caller, dialog).await);
            did(format!("{agent} returns {dialog}"))
        }
        _ => {
            let target = if world.one_in(2) { Target::Pool } else { Target::Agent(colleague) };
            let moved = answered(actions::transfer(&world.node(), caller, dialog, target).await);
            let wished = moved.filter(|_| matches!(target, Target::Agent(_))).map(|_| (dialog, colleague));
            Did { what: format!("{agent} transfers {dialog} to {target:?}"), wished }
        }
    }
}

async fn admin_changes_the_team(world: &mut World) -> Did {
    let (agent, _) = world.any_agent();
    let mut change = AgentChange::default();
    match world.below(3) {
        0 => change.disabled = Some(true),
        1 => change.disabled = Some(false),
        _ => change.capacity = Some(i64::try_from(world.below(3)).unwrap()),
    }
    let what = format!("{agent} is changed: {change:?}");
    answered(actions::change_agent(&world.node(), ADMIN, (world.of, agent), change).await);
    did(what)
}

/// The jobs do not always look at once.
async fn time_passes(world: &mut World) -> Did {
    let ms = [100, 1_000, 16_000, 61_000, 130_000, 310_000][world.below(6)];
    world.passes(ms);
    if !world.one_in(4) {
        world.jobs_look().await;
    }
    did(format!("{ms} ms pass"))
}
