//! Who is measured: Baton, the bare server that shows the limit, and the peers that are installed.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{machine, peers};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contender {
    Baton(Program),
    Limit,
    Ejabberd,
    Prosody,
}

/// Baton as it is started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    pub path: PathBuf,
    /// Without it, answers are found by their words alone.
    pub model_folder: Option<PathBuf>,
}

impl Contender {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Baton(_) => "Baton",
            Self::Limit => "limit",
            Self::Ejabberd => "ejabberd",
            Self::Prosody => "Prosody",
        }
    }

    /// Baton with an embedding model; the others have none.
    pub fn with_model(&self, folder: &Path) -> Option<Self> {
        match self {
            Self::Baton(program) => {
                Some(Self::Baton(Program { path: program.path.clone(), model_folder: Some(folder.into()) }))
            }
            Self::Limit | Self::Ejabberd | Self::Prosody => None,
        }
    }

    /// Whether it can be started on this machine.
    pub fn is_here(&self) -> bool {
        match self {
            Self::Baton(program) => program.path.is_file(),
            Self::Limit => true,
            Self::Ejabberd => peers::ejabberd::is_installed(),
            Self::Prosody => peers::prosody::is_installed(),
        }
    }

    /// Starts it on this address with its data in this folder.
    pub fn command(&self, address: SocketAddr, data: &Path) -> anyhow::Result<Command> {
        match self {
            Self::Baton(program) => Ok(baton(program, address, data)),
            Self::Limit => {
                let mut command = machine::on_server_core(&std::env::current_exe()?);
                command.args(["limit", "--listen", &address.to_string(), "--data"]).arg(data);
                Ok(command)
            }
            Self::Ejabberd => peers::ejabberd::command(address, data),
            Self::Prosody => peers::prosody::command(address, data),
        }
    }
}

fn baton(program: &Program, address: SocketAddr, data: &Path) -> Command {
    let mut command = machine::on_server_core(&program.path);
    // All load comes from one address, which is what these two limits are about.
    command
        .args(["serve", "--listen", &address.to_string(), "--data"])
        .arg(data)
        .env("BATON_SERVER_VISITORS_PER_MINUTE", "1000000")
        .env("BATON_SERVER_SIGN_INS_PER_MINUTE", "1000")
        // As many answers at the same time as are measured at once.
        .env("BATON_ANSWERS_AT_ONCE", "64")
        // Nothing may be fetched beside a measurement.
        .env("BATON_MODEL_FETCH", "false");
    if let Some(folder) = &program.model_folder {
        command.env("BATON_MODEL_FOLDER", folder);
    }
    command
}
