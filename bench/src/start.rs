//! From starting a server's process to the first message that a member has said and heard.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::bail;
use tokio::time::{sleep, timeout};

use crate::{
    contender::Contender,
    line::{Line, Seat},
    server::Server,
};

const TRY_EVERY: Duration = Duration::from_millis(1);
const ONE_TRY: Duration = Duration::from_secs(5);
const GIVE_UP: Duration = Duration::from_secs(60);

/// The server, and how long it took. `number` must be new to the conversation.
pub async fn until_first_message(
    contender: &Contender,
    data: &Path,
    seat: &Seat,
    number: u32,
) -> anyhow::Result<(Server, Duration)> {
    let began = Instant::now();
    let server = Server::start(contender, data)?;
    loop {
        match timeout(ONE_TRY, say_and_hear(contender, &server, seat, number)).await {
            Ok(Ok(())) => return Ok((server, began.elapsed())),
            Ok(Err(error)) if began.elapsed() > GIVE_UP => return Err(error),
            Err(_) if began.elapsed() > GIVE_UP => bail!("no message came back"),
            Ok(Err(_)) | Err(_) => sleep(TRY_EVERY).await,
        }
    }
}

async fn say_and_hear(contender: &Contender, server: &Server, seat: &Seat, number: u32) -> anyhow::Result<()> {
    let mut line = Line::open(contender, server.address, seat).await?;
    line.say(number).await?;
    while line.hear().await? != number {}
    Ok(())
}
