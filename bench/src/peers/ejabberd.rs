//! ejabberd without an archive: nothing that is said reaches the disk.

use std::{fs, net::SocketAddr, path::Path, process::Command};

use super::{DOMAIN, ROOMS};
use crate::machine;

const INSTALLED: &str = "/usr/sbin/ejabberdctl";
const PROGRAM: &str = "/usr/bin/erl";

pub fn is_installed() -> bool {
    Path::new(INSTALLED).is_file() && Path::new(PROGRAM).is_file()
}

/// Runs Erlang itself: `ejabberdctl` would change the user and leave the process group.
pub fn command(address: SocketAddr, data: &Path) -> anyhow::Result<Command> {
    let port = address.port();
    let settings = data.join("ejabberd.yml");
    let text = format!(
        r#"hosts: ["{DOMAIN}"]
loglevel: error
listen:
  - {{ port: {port}, ip: "127.0.0.1", module: ejabberd_c2s, starttls: false, backlog: 1024 }}
auth_method: anonymous
anonymous_protocol: sasl_anon
modules:
  mod_muc:
    host: "{ROOMS}"
    access: all
    access_create: all
"#
    );
    fs::write(&settings, text)?;
    let mut command = machine::on_server_core(Path::new(PROGRAM));
    command
        .args(["-noinput", "+K", "true", "-mnesia", "dir"])
        .arg(format!("\"{}\"", data.join("mnesia").display()))
        .args(["-s", "ejabberd"])
        .env("ERL_LIBS", format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH))
        .env("EJABBERD_CONFIG_PATH", settings)
        .env("EJABBERD_LOG_PATH", data.join("ejabberd.log"))
        .env("ERL_CRASH_DUMP_BYTES", "0")
        .env("HOME", data);
    Ok(command)
}
