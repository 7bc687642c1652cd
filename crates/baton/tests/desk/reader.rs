//! The process that reads files apart: the program itself, as it is shipped.

use baton::knowledge::ReaderProcess;

pub fn reader() -> ReaderProcess {
    ReaderProcess::new(env!("CARGO_BIN_EXE_baton").into(), vec!["read-apart".into()])
}
