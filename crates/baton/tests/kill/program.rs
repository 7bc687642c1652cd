//! The program as it is shipped, in a process of its own.

use std::process::Stdio;

use baton::store::Place;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::{database::Database, line::Line};

pub struct Program {
    process: Child,
}

impl Program {
    /// Starts it, and tells everyone on the line where it is.
    pub async fn start(database: &Database, line: &Line) -> Self {
        let mut process = command(database).spawn().unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap()).lines();
        let first = said.next_line().await.unwrap().expect("the program ended before it was ready");
        let address = first.split_whitespace().last().unwrap();
        line.leads_to(address);
        Self { process }
    }

    /// Tries to start one that cannot be; answers what it says.
    pub async fn fails_to_start(database: &Database) -> String {
        let output = command(database).stderr(Stdio::piped()).output().await.unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }

    /// By SIGKILL: it has no chance to finish anything.
    pub async fn kill(mut self) {
        self.process.kill().await.unwrap();
    }
}

fn command(database: &Database) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baton"));
    command.args(["serve", "--listen", "127.0.0.1:0"]).env_clear().stdout(Stdio::piped()).kill_on_drop(true);
    match database.place() {
        Place::File(file) => command.env("BATON_DATA", file.parent().unwrap()),
        Place::Url(url) => command.env("BATON_DATABASE_URL", url),
    };
    command.env("BATON_LOG", "error").env("BATON_ANSWERS_BURST_MS", "0").env("BATON_ANSWERS_LEARN_AFTER_MS", "1");
    command.env("BATON_MODEL_FETCH", "false");
    command.env("BATON_SERVER_VISITORS_PER_MINUTE", "100000").env("BATON_SERVER_SIGN_INS_PER_MINUTE", "100000");
    command
}
