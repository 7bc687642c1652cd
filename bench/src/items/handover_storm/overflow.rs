//! Three hundred more ask when everybody is busy: they wait in the order in which they came, and whoever came first is
//! next.

use std::time::Duration;

use anyhow::Context;
use futures_util::future::{join_all, try_join_all};
use tokio::time::timeout;

use super::{NEXT, OVER, stand::Stand};
use crate::{
    line::{Live, news::News},
    queue,
};

const PATIENCE: Duration = Duration::from_secs(15);

pub struct Overflow {
    /// So many were told the place at which they came, in the order of their coming.
    pub in_place: usize,
    /// The list of the queue has them in that order.
    pub is_listed_so: bool,
    /// So many were the next one when it was their turn.
    pub next: usize,
    pub errors: Vec<String>,
}

pub async fn overflow(stand: &Stand) -> anyhow::Result<Overflow> {
    let founder = &stand.founder;
    let customers = founder.with_assistant(&stand.assistant, OVER).await?;
    let mut hears = Live::sign_in(stand.stage.server.address, founder.api.token()).await?;
    let asking = join_all(customers.iter().map(|seat| queue::ask(&founder.api, seat)));
    let (asked, came) = tokio::join!(asking, timeout(PATIENCE, coming(&mut hears)));
    let came = came.context("not everybody was told to wait")??;
    let order: Vec<&str> = came.iter().map(|(dialog, _)| dialog.as_str()).collect();
    let in_place = came.iter().zip(1_i64..).filter(|((_, place), age)| place == age).count();
    let is_listed_so = queue::waiting(founder, OVER).await? == order;
    let next = taken_in_turn(stand).await?;
    Ok(Overflow {
        in_place,
        is_listed_so,
        next: next.iter().zip(&order).filter(|(next, oldest)| next == *oldest).count(),
        errors: asked.into_iter().filter_map(|asked| Some(format!("{:#}", asked.err()?))).collect(),
    })
}

/// Who came, one after the other, and the place that they were told.
async fn coming(hears: &mut Live) -> anyhow::Result<Vec<(String, i64)>> {
    let mut came = Vec::with_capacity(OVER);
    while came.len() < OVER {
        if let News::Waits(dialog, place) = News::of(&hears.frame().await?)? {
            came.push((dialog, place));
        }
    }
    Ok(came)
}

/// Each agent resolves one of what they have.
async fn taken_in_turn(stand: &Stand) -> anyhow::Result<Vec<String>> {
    let apis: Vec<_> = stand.agents.iter().map(|agent| stand.founder.api.with_token(&agent.token)).collect();
    let held = try_join_all(apis.iter().map(|api| queue::held(&stand.founder, api))).await?;
    let mut taken = Vec::with_capacity(NEXT);
    for ((api, agent), held) in apis.iter().zip(&stand.agents).zip(&held).take(NEXT) {
        let mut hears = Live::sign_in(stand.stage.server.address, &agent.token).await?;
        let resolved = held.first().context("an agent has nothing")?;
        taken.push(queue::next_of(api, &mut hears, (agent.id, resolved)).await?.0);
    }
    Ok(taken)
}
