//! Reading what may not be trusted in a process of its own, with limits on time, memory and output. This is the side
//! that asks; `child` is the side that reads.

mod child;

use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub use child::read_apart;

use super::unreadable::Unreadable;

/// What the process may answer, in bytes.
const OUTPUT_BYTES_MAX: u64 = 20_000_000;
/// How long the process may take, by the clock on the wall.
const PATIENCE: Duration = Duration::from_secs(60);

/// How to start the process: it calls [`read_apart`] with the last of its arguments.
#[derive(Clone, Debug)]
pub struct ReaderProcess {
    pub program: PathBuf,
    /// Those before the name of what is to be read.
    pub arguments: Vec<String>,
    pub patience: Duration,
}

/// What is read apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Answers with the text of the pages.
    Pdf,
    /// Answers with the tables as JSON.
    Sheet,
    /// Answers with the text and the title as JSON.
    Html,
}

/// Why the process answered nothing, as its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Silence {
    Broken = 10,
    Locked = 11,
    Empty = 12,
    TooBig = 13,
    Bomb = 14,
    Unlimited = 15,
}

impl ReaderProcess {
    #[must_use]
    pub fn new(program: PathBuf, arguments: Vec<String>) -> Self {
        Self { program, arguments, patience: PATIENCE }
    }

    pub(super) fn read(&self, what: Foreign, bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .arg(what.name())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| Unreadable::NoProcess)?;
        let output = match (child.stdin.take(), child.stdout.take()) {
            (Some(stdin), Some(stdout)) => self.exchange(&mut child, (stdin, stdout), bytes),
            (None | Some(_), None | Some(_)) => Err(Unreadable::NoProcess),
        };
        if output.is_err() {
            // It may have ended by itself meanwhile.
            let _ = child.kill();
        }
        let status = child.wait().map_err(|_| Unreadable::NoProcess)?;
        if status.success() { output } else { Err(output.err().unwrap_or_else(|| what.silence(status.code()))) }
    }

    fn exchange(
        &self,
        child: &mut Child,
        pipes: (ChildStdin, ChildStdout),
        bytes: &[u8],
    ) -> Result<Vec<u8>, Unreadable> {
        let (mut stdin, stdout) = pipes;
        thread::scope(|scope| {
            scope.spawn(move || {
                // A process that stops early breaks the pipe; its exit code says why.
                let _ = stdin.write_all(bytes);
            });
            let (heard, hears) = mpsc::channel();
            scope.spawn(move || heard.send(all(stdout)));
            let output = match hears.recv_timeout(self.patience) {
                Ok(Ok(output)) if output.len() as u64 <= OUTPUT_BYTES_MAX => Ok(output),
                Ok(Ok(_) | Err(_)) | Err(_) => Err(Unreadable::TooHeavy),
            };
            if output.is_err() {
                // Lets the two threads end. It may have ended by itself meanwhile.
                let _ = child.kill();
            }
            output
        })
    }
}

fn all(stdout: ChildStdout) -> io::Result<Vec<u8>> {
    let mut output = Vec::new();
    stdout.take(OUTPUT_BYTES_MAX + 1).read_to_end(&mut output)?;
    Ok(output)
}

impl Foreign {
    const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Sheet => "sheet",
            Self::Html => "html",
        }
    }

    fn by_name(name: &str) -> Option<Self> {
        [Self::Pdf, Self::Sheet, Self::Html].into_iter().find(|foreign| foreign.name() == name)
    }

    const fn broken(self) -> Unreadable {
        match self {
            Self::Pdf => Unreadable::Pdf,
            Self::Sheet => Unreadable::Sheet,
            Self::Html => Unreadable::Html,
        }
    }

    /// Without a code a signal ended it: its limits, or a crash.
    fn silence(self, code: Option<i32>) -> Unreadable {
        use Silence::{Bomb, Broken, Empty, Locked, TooBig, Unlimited};
        let Some(code) = code else { return Unreadable::TooHeavy };
        match [Broken, Locked, Empty, TooBig, Bomb, Unlimited].into_iter().find(|&silence| silence as i32 == code) {
            Some(Locked) => Unreadable::Locked,
            Some(Empty) if self == Self::Pdf => Unreadable::PdfPictures,
            Some(Empty) => Unreadable::Empty,
            Some(TooBig) if self == Self::Sheet => super::sheet::too_big(),
            Some(TooBig) => Unreadable::TooHeavy,
            Some(Bomb) => Unreadable::Bomb,
            Some(Unlimited) => Unreadable::NoProcess,
            Some(Broken) | None => self.broken(),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, patience: Duration) -> ReaderProcess {
        ReaderProcess { program: "/bin/sh".into(), arguments: vec!["-c".into(), script.into()], patience }
    }

    #[test]
    fn a_process_that_takes_too_long_is_ended() {
        let slow = shell("exec tail -f /dev/null", Duration::from_millis(50));
        assert_eq!(slow.read(Foreign::Pdf, &[0; 1_000_000]), Err(Unreadable::TooHeavy));
    }

    #[test]
    fn a_process_that_says_too_much_is_ended() {
        assert_eq!(shell("exec yes", PATIENCE).read(Foreign::Pdf, b""), Err(Unreadable::TooHeavy));
    }

    #[test]
    fn what_it_says_is_passed_on_and_its_code_is_understood() {
        assert_eq!(shell("exec cat", PATIENCE).read(Foreign::Pdf, b"text"), Ok(b"text".to_vec()));
        assert_eq!(shell("exit 11", PATIENCE).read(Foreign::Pdf, b""), Err(Unreadable::Locked));
        assert_eq!(shell("exit 12", PATIENCE).read(Foreign::Pdf, b""), Err(Unreadable::PdfPictures));
        assert_eq!(shell("exit 101", PATIENCE).read(Foreign::Pdf, b""), Err(Unreadable::Pdf));
        assert_eq!(shell("exit 101", PATIENCE).read(Foreign::Sheet, b""), Err(Unreadable::Sheet));
        assert_eq!(shell("kill -9 $$", PATIENCE).read(Foreign::Sheet, b""), Err(Unreadable::TooHeavy));
    }
}
