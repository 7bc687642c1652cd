//! A conversation that goes on at its pace while something else is measured: how long its messages take meanwhile.
//! It has a thread of its own that goes ahead of the rest of the generator, so that it waits for the server alone.

use std::net::SocketAddr;

use anyhow::Context;
use tokio::sync::oneshot;

use crate::{
    contender::Contender,
    line::Line,
    machine,
    pace::{self, Delivered, Pace},
    world::Seats,
};

pub struct Bystander {
    delivered: oneshot::Receiver<anyhow::Result<Delivered>>,
}

impl Bystander {
    pub fn start(contender: &Contender, address: SocketAddr, seats: &Seats, pace: Pace) -> Self {
        let (tell, delivered) = oneshot::channel();
        let (contender, seats) = (contender.clone(), seats.clone());
        std::thread::spawn(move || {
            // Nobody asks any more when the item has been given up.
            let _ = tell.send(converse(&contender, address, &seats, pace));
        });
        Self { delivered }
    }

    /// Waits until all its messages were said and heard.
    pub async fn finish(self) -> anyhow::Result<Delivered> {
        self.delivered.await.context("the bystander is gone")?
    }
}

fn converse(contender: &Contender, address: SocketAddr, seats: &Seats, pace: Pace) -> anyhow::Result<Delivered> {
    machine::go_ahead()?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let [customer, agent, observer] = seats;
        let open = async |seat| Line::open(contender, address, seat).await;
        pace::run(open(customer).await?, [open(agent).await?, open(observer).await?], pace).await
    })
}
