//! The process that reads what may not be trusted: limits itself, reads the file from its input, answers on its output.

use std::io::{self, Read as _, Write as _};
use std::panic;
use std::process::ExitCode;

use rlimit::Resource;

use super::{Foreign, Silence};
use crate::knowledge::read::format::FILE_BYTES_MAX;
use crate::knowledge::read::unreadable::Unreadable;
use crate::knowledge::read::{html, pdf, sheet};

const ADDRESS_SPACE_BYTES: u64 = 1 << 30;
const CPU_SECONDS: u64 = 30;
/// Input, output and complaints; nothing else can be opened.
const OPEN_FILES: u64 = 3;

/// All that the process does. `what` is `pdf`, `sheet` or `html`, its last argument.
#[must_use]
pub fn read_apart(what: &str) -> ExitCode {
    let Some(foreign) = Foreign::by_name(what) else { return code(Silence::Broken) };
    if limit_itself().is_err() {
        return code(Silence::Unlimited);
    }
    let mut bytes = Vec::new();
    if io::stdin().take(FILE_BYTES_MAX as u64 + 1).read_to_end(&mut bytes).is_err() {
        return code(Silence::Broken);
    }
    // The parsers panic on odd files. A code that says "broken" says it better.
    let read = panic::catch_unwind(|| match foreign {
        Foreign::Pdf => pdf::pages(&bytes),
        Foreign::Sheet => sheet::json(&bytes),
        Foreign::Html => html::json(&bytes),
    });
    match read {
        Ok(Ok(text)) if io::stdout().write_all(text.as_bytes()).is_ok() => ExitCode::SUCCESS,
        Ok(Ok(_)) | Err(_) => code(Silence::Broken),
        Ok(Err(why)) => code(silence(&why)),
    }
}

fn limit_itself() -> io::Result<()> {
    for (resource, most) in [
        (Resource::AS, ADDRESS_SPACE_BYTES),
        (Resource::CPU, CPU_SECONDS),
        (Resource::CORE, 0),
        (Resource::FSIZE, 0),
        (Resource::NOFILE, OPEN_FILES),
    ] {
        resource.set(most, most)?;
    }
    Ok(())
}

fn code(silence: Silence) -> ExitCode {
    ExitCode::from(silence as u8)
}

fn silence(why: &Unreadable) -> Silence {
    if *why == Unreadable::Locked {
        Silence::Locked
    } else if *why == Unreadable::Bomb {
        Silence::Bomb
    } else if matches!(why, Unreadable::SheetTooBig { .. } | Unreadable::TooBig { .. }) {
        Silence::TooBig
    } else if matches!(why, Unreadable::Empty | Unreadable::PdfPictures) {
        Silence::Empty
    } else {
        Silence::Broken
    }
}
