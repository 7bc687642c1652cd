//! How every simulation ends: first nobody does anything but the program, then agents come.

use baton::{
    actions::{self, AgentChange, Ask, Caller, Saying},
    domain::DialogId,
};

use crate::{
    nevers::Nevers,
    steps::Did,
    world::{ADMIN, LEASE_MS, World, answered},
};

const ROUNDS: usize = 20;
const ROUND_MS: i64 = 40_000;
/// Longer than a simulation lasts.
const WINDOW_MS: i64 = 90 * 86_400_000;

/// The workers work and the clock runs; no question stays open.
pub async fn everything_goes_on_by_itself(world: &mut World, nevers: &mut Nevers) {
    for _ in 0..ROUNDS {
        world.passes(ROUND_MS);
        workers_work(world).await;
        world.jobs_look().await;
        nevers.look(world, &quiet("nobody does anything")).await;
    }
    let stored = nevers.stored();
    let asked: Vec<_> =
        stored.dialogs.iter().filter(|dialog| dialog.phase == "assistant" && dialog.deadline.is_some()).collect();
    assert!(asked.is_empty(), "never answered: {asked:?}");
    assert!(stored.jobs.is_empty(), "never done: {:?}", stored.jobs);
}

/// Longer than anybody waits before the handover is escalated, and given to whom it may.
const ESCALATED_MS: i64 = 130_000;
const ESCALATIONS: usize = 3;

/// The whole pool comes with time for everyone, and takes what is offered: who waits is heard, and each handover gets
/// its outcome.
pub async fn nobody_is_forgotten(world: &mut World, nevers: &mut Nevers) {
    for agent in pool(world) {
        let change = AgentChange { disabled: Some(false), capacity: Some(10), ..AgentChange::default() };
        answered(actions::change_agent(&world.app, ADMIN, (world.of, agent), change).await).unwrap();
        let caller = Caller::Agent { id: agent, app: world.of };
        answered(actions::set_away(&world.app, caller, false, None).await).unwrap();
    }
    for _ in 0..ESCALATIONS {
        for agent in pool(world) {
            let until = world.now().plus(60_000);
            let connection = format!("screen of {agent}");
            answered(actions::stay_online(&world.app, world.of, agent, connection, until).await).unwrap();
        }
        nevers.look(world, &quiet("everybody comes")).await;
        takes_what_is_offered(world, nevers).await;
        if nevers.stored().dialogs.iter().all(|dialog| dialog.phase != "waiting") {
            break;
        }
        // Who let it go before is asked again once it has waited too long.
        world.passes(ESCALATED_MS);
        world.jobs_look().await;
    }
    assert!(nevers.stored().dialogs.iter().all(|dialog| dialog.phase != "waiting"), "somebody still waits");
    let held = nevers.stored().dialogs.iter().filter_map(|dialog| Some((dialog.id.parse().unwrap(), dialog.agent?)));
    for (dialog, agent) in held.collect::<Vec<(DialogId, i64)>>() {
        resolves(world, dialog, Caller::Agent { id: agent, app: world.of }).await;
    }
    nevers.look(world, &quiet("all is resolved")).await;
    assert!(nevers.stored().handovers.iter().all(|handover| handover.state == "ended"));
}

/// What is stored follows from the records alone, and every episode has its one ending.
pub async fn the_records_tell_it_all(world: &World, nevers: &Nevers) {
    for dialog in &nevers.stored().dialogs {
        let id: DialogId = dialog.id.parse().unwrap();
        let (_, retold) = actions::retell(&world.app, ADMIN, id).await.unwrap();
        let stored = actions::as_stored(&world.app, ADMIN, id).await.unwrap();
        assert_eq!(retold.differs_from(&stored), None, "dialog {id}");
    }
    world.passes(world.app.config.patience.quiet_ms);
    actions::end_quiet_episodes(&world.app).await.unwrap();
    let to = world.now().plus(1).0;
    let last = actions::report(&world.app, ADMIN, world.of, (to - WINDOW_MS, to)).await.unwrap();
    assert_eq!(last.episodes.open, 0, "{last:?}");
    let endings: i64 = last.episodes.endings.iter().map(|counted| counted.count).sum();
    assert_eq!(endings, last.episodes.ended);
}

fn pool(world: &World) -> [i64; 2] {
    let [ana, ben, _] = world.agents;
    [ana, ben]
}

async fn takes_what_is_offered(world: &mut World, nevers: &mut Nevers) {
    let offers = nevers.stored().dialogs.iter().filter_map(|dialog| Some((dialog.id.clone(), dialog.offered_to?)));
    for (dialog, agent) in offers.collect::<Vec<_>>() {
        let dialog: DialogId = dialog.parse().unwrap();
        let caller = Caller::Agent { id: agent, app: world.of };
        let wished = answered(actions::claim(&world.app, caller, dialog).await).map(|_| (dialog, agent));
        nevers.look(world, &Did { what: format!("{agent} takes {dialog}"), wished }).await;
    }
}

async fn resolves(world: &mut World, dialog: DialogId, agent: Caller) {
    let id = world.ids.next(world.now());
    let saying =
        Saying { id: Some(id), text: "Here you are.".into(), custom: serde_json::Map::new(), attachments: Vec::new() };
    answered(actions::say(&world.app, agent, dialog, saying).await).unwrap();
    world.said.push((dialog, id, "Here you are.".into()));
    answered(actions::resolve(&world.app, agent, dialog, true).await).unwrap();
}

async fn workers_work(world: &World) {
    let (now, lease) = (world.now(), world.now().plus(LEASE_MS));
    let take = world
        .app
        .store
        .write(move |tx| Box::pin(async move { tx.take_jobs(baton::store::Work::Answers, now, lease, 100).await }));
    for job in take.await.unwrap() {
        let ask: Ask = serde_json::from_str(&job.body).unwrap();
        actions::answer(&world.app, ask).await.unwrap();
        world.app.store.write(move |tx| Box::pin(async move { tx.job_done(job.id).await })).await.unwrap();
    }
}

fn quiet(what: &str) -> Did {
    Did { what: what.into(), wished: None }
}
