//! Prosody with its archive in files, as Debian ships it. It does not wait for the disk.

use std::{fs, net::SocketAddr, path::Path, process::Command};

use super::{DOMAIN, ROOMS};
use crate::machine;

const PROGRAM: &str = "/usr/bin/prosody";

pub fn is_installed() -> bool {
    Path::new(PROGRAM).is_file()
}

pub fn command(address: SocketAddr, data: &Path) -> anyhow::Result<Command> {
    let (port, folder) = (address.port(), data.display());
    let settings = data.join("prosody.cfg.lua");
    let text = format!(
        r#"run_as_root = true
daemonize = false
pidfile = "{folder}/prosody.pid"
data_path = "{folder}"
log = {{ error = "{folder}/prosody.log" }}
interfaces = {{ "127.0.0.1" }}
network_settings = {{ nagle = false, tcp_backlog = 1024 }}
c2s_ports = {{ {port} }}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
modules_enabled = {{ "saslauth", "roster", "disco", "ping" }}
modules_disabled = {{ "s2s", "tls" }}
VirtualHost "{DOMAIN}"
  authentication = "anonymous"
Component "{ROOMS}" "muc"
  modules_enabled = {{ "muc_mam" }}
  storage = "internal"
  muc_log_by_default = true
  muc_room_locking = false
  restrict_room_creation = false
"#
    );
    fs::write(&settings, text)?;
    let mut command = machine::on_server_core(Path::new(PROGRAM));
    command.arg("--config").arg(settings);
    Ok(command)
}
