//! Does the code stand where `docs/architecture.md` says? Reads the sources and finds who enters a room
//! without the right to, and what does not look as it should. The last tests look at the looking.
#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use Library::{Axum, Encoder, Handover, Reqwest, Spawn, Sqlx};

const LINES_MAX: usize = 400;
const HALLWAY: &[&str] = &["app", "clock", "config", "domain", "error", "hours", "secrets", "texts"];

struct Room {
    name: &'static str,
    may_enter: &'static [&'static str],
    may_use: &'static [Library],
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Library {
    /// The rules.
    Handover,
    /// The embedding model.
    Encoder,
    Sqlx,
    Axum,
    Reqwest,
    /// Starting a task that nobody waits for.
    Spawn,
}

const ROOMS: &[Room] = &[
    Room { name: "store", may_enter: &[], may_use: &[Handover, Sqlx] },
    Room { name: "llm", may_enter: &[], may_use: &[Reqwest] },
    Room { name: "live", may_enter: &[], may_use: &[Handover, Spawn] },
    Room { name: "fetch", may_enter: &[], may_use: &[Encoder, Reqwest] },
    Room { name: "notify", may_enter: &[], may_use: &[] },
    Room { name: "knowledge", may_enter: &["store", "llm"], may_use: &[Encoder] },
    Room {
        name: "actions",
        may_enter: &["store", "llm", "live", "knowledge", "notify"],
        may_use: &[Handover, Encoder],
    },
    Room {
        name: "jobs",
        may_enter: &["store", "fetch", "notify", "actions"],
        may_use: &[Handover, Encoder, Reqwest, Spawn],
    },
    Room { name: "http", may_enter: &["live", "notify", "actions"], may_use: &[Handover, Axum] },
    Room { name: "app", may_enter: &["store", "llm", "live", "fetch", "knowledge"], may_use: &[Handover, Encoder] },
    Room { name: "clock", may_enter: &[], may_use: &[Handover] },
    Room { name: "config", may_enter: &[], may_use: &[Handover] },
    Room { name: "domain", may_enter: &[], may_use: &[Handover] },
    Room { name: "error", may_enter: &[], may_use: &[Handover] },
    Room { name: "hours", may_enter: &[], may_use: &[Handover] },
    Room { name: "secrets", may_enter: &[], may_use: &[] },
    Room { name: "texts", may_enter: &[], may_use: &[] },
    Room { name: "lib", may_enter: &[], may_use: &[] },
    // Nobody uses these two; they use everything.
    Room { name: "main", may_enter: &[], may_use: &[Handover, Axum, Reqwest, Spawn] },
    Room { name: "commands", may_enter: &["fetch"], may_use: &[Handover, Encoder, Axum, Reqwest, Spawn] },
];

/// What is allowed all the same, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("store/writer.rs starts tasks", "the writer lives as long as the store, which waits for it when it closes"),
    ("store/tail.rs starts tasks", "the reader of others' events lives as long as the writer"),
    ("http/connections.rs starts tasks", "a connection lives as long as whoever opened it keeps it"),
];

struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Without comments, and without unit tests, be they at its end or in files of their own.
    fn code(&self) -> String {
        if self.path.ends_with("/tests.rs") || self.path.contains("/tests/") {
            return String::new();
        }
        let mut tests = self.text.match_indices("#[cfg(test)]\nmod ").map(|(at, _)| at);
        let inside = |at: &usize| self.text[*at..].lines().nth(1).is_some_and(|line| line.contains('{'));
        let end = tests.find(inside).unwrap_or(self.text.len());
        let lines = self.text[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }

    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }
}

#[test]
fn every_line_is_in_a_room_that_may_hold_it() {
    let sources = read("crates/baton/src");
    assert!(sources.len() > 100, "only {} files were found", sources.len());
    let faults: Vec<String> = sources.iter().flat_map(misplaced).collect();
    let excused = |fault: &String| EXCEPTIONS.iter().any(|(exception, _)| exception == fault);
    let (known, new): (Vec<&String>, Vec<&String>) = faults.iter().partition(|fault| excused(fault));
    assert!(new.is_empty(), "{new:#?}");
    assert_eq!(known.len(), EXCEPTIONS.len(), "an exception is no longer needed: {known:#?}");
}

#[test]
fn every_file_says_what_it_is_for_and_is_small_enough_to_read() {
    let folders = ["crates/baton/src", "crates/baton/tests", "crates/handover/src", "crates/ui/src"];
    let faults: Vec<String> = folders.into_iter().flat_map(read).flat_map(|source| misshapen(&source)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_rules_stand_alone() {
    let sources = read("crates/handover/src");
    let alone = |source: &Source| source.path.starts_with("walk") || !source.code().contains("std::");
    assert!(sources.iter().all(alone), "the rules use `std`");
    assert!(sources.iter().any(|source| source.path == "lib.rs" && source.text.contains("#![no_std]")));
}

fn misplaced(source: &Source) -> Vec<String> {
    let (path, code) = (&source.path, source.code());
    let Some(room) = ROOMS.iter().find(|room| room.name == source.room()) else {
        return vec![format!("{path} is in a room that the plan does not show")];
    };
    let mut faults = Vec::new();
    for entered in entered(&code) {
        let open = entered == room.name || HALLWAY.contains(&entered.as_str());
        if !open && !room.may_enter.contains(&entered.as_str()) {
            faults.push(format!("{path} enters {entered}"));
        }
    }
    for library in [Handover, Encoder, Sqlx, Axum, Reqwest, Spawn] {
        if uses(&code, library) && !room.may_use.contains(&library) {
            faults.push(format!("{path} {}", library.used()));
        }
    }
    if code.contains(".set_control(") && path != "actions/change.rs" {
        faults.push(format!("{path} moves control"));
    }
    faults
}

fn misshapen(source: &Source) -> Vec<String> {
    let Source { path, text } = source;
    let mut faults = Vec::new();
    if !text.starts_with("//! ") {
        faults.push(format!("{path} does not say what it is for"));
    }
    let lines = text.lines().count();
    if lines > LINES_MAX {
        faults.push(format!("{path} has {lines} lines"));
    }
    // In two halves, so that this file is not its own fault.
    for word in [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!("), concat!("unimple", "mented!(")] {
        if text.contains(word) {
            faults.push(format!("{path} says {word}"));
        }
    }
    faults
}

impl Library {
    fn used(self) -> &'static str {
        match self {
            Handover => "uses the rules",
            Encoder => "uses the embedding model",
            Sqlx => "uses sqlx",
            Axum => "uses axum",
            Reqwest => "uses reqwest",
            Spawn => "starts tasks",
        }
    }
}

fn uses(code: &str, library: Library) -> bool {
    match library {
        Handover => names_crate(code, "handover"),
        Encoder => names_crate(code, "encoder"),
        Sqlx => names_crate(code, "sqlx"),
        Axum => names_crate(code, "axum"),
        Reqwest => names_crate(code, "reqwest"),
        Spawn => code.contains("tokio::spawn") || code.contains("task::spawn(") || code.contains("JoinSet"),
    }
}

/// Whether `name::` stands there as the beginning of a path.
fn names_crate(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    code.match_indices(&path)
        .any(|(at, _)| !code[..at].ends_with(|before: char| before.is_alphanumeric() || "_:".contains(before)))
}

/// The rooms that paths from `crate::` lead to, each once.
fn entered(code: &str) -> Vec<String> {
    let mut rooms: Vec<String> = code.split("crate::").skip(1).flat_map(first_names).collect();
    rooms.sort();
    rooms.dedup();
    rooms
}

/// The first name of a path, or of each path of a group in braces.
fn first_names(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let mut names = vec![name(group)];
    let mut depth = 1;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(name(&group[at + 1..])),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn name(text: &str) -> String {
    text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

fn read(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut files = Vec::new();
    list(&root, &mut files);
    let source = |file: &PathBuf| Source {
        path: file.strip_prefix(&root).unwrap().display().to_string(),
        text: fs::read_to_string(file).unwrap(),
    };
    files.iter().map(source).collect()
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

fn planted(path: &str, text: &str) -> Source {
    Source { path: path.into(), text: text.into() }
}

#[test]
fn a_planted_stranger_is_found() {
    let found = |path, text| misplaced(&planted(path, text));
    assert_eq!(found("http/rooms.rs", "use crate::store::Tx;"), ["http/rooms.rs enters store"]);
    let group = "use crate::{\n    app::{App, Shared},\n    knowledge::{self, Said},\n};";
    assert_eq!(found("texts/talk.rs", group), ["texts/talk.rs enters knowledge"]);
    assert_eq!(found("live/hub.rs", "fn f() { crate::actions::say() }"), ["live/hub.rs enters actions"]);
    assert_eq!(found("jobs/x.rs", "async fn f(row: sqlx::Row) {}"), ["jobs/x.rs uses sqlx"]);
    assert_eq!(found("knowledge.rs", "use handover::Reason;"), ["knowledge.rs uses the rules"]);
    assert_eq!(found("actions/sites.rs", "use crate::fetch::Fetcher;"), ["actions/sites.rs enters fetch"]);
    assert_eq!(found("http/x.rs", "use encoder::Encoder;"), ["http/x.rs uses the embedding model"]);
    assert_eq!(found("actions/say.rs", "tokio::spawn(f());"), ["actions/say.rs starts tasks"]);
    assert_eq!(found("actions/say.rs", "tx.set_control(id, c, now)"), ["actions/say.rs moves control"]);
    let behind = "#[cfg(test)]\nmod tests;\nuse axum::Router;";
    assert_eq!(found("fetch/x.rs", behind), ["fetch/x.rs uses axum"]);
    assert_eq!(found("helpers/x.rs", ""), ["helpers/x.rs is in a room that the plan does not show"]);
}

#[test]
fn who_is_at_home_is_no_stranger() {
    let text = "//! crate::http is not meant.\nuse crate::{actions::{self, Ask}, domain::{handover::Reason}};\n\
        #[cfg(test)]\nmod tests { use crate::http::router; }";
    assert!(misplaced(&planted("jobs/outbox.rs", text)).is_empty());
    assert!(misplaced(&planted("fetch/client/tests.rs", "tokio::spawn(f());")).is_empty());
    assert_eq!(entered("use crate::{a::{b, c}, d};\nfn f(x: crate::e::F) {}"), ["a", "d", "e"]);
}

#[test]
fn a_planted_untidiness_is_found() {
    let long = format!("//! Long.\n{}", "\n".repeat(LINES_MAX));
    assert_eq!(misshapen(&planted("a.rs", "use b;")), ["a.rs does not say what it is for"]);
    assert_eq!(misshapen(&planted("a.rs", &long)), ["a.rs has 401 lines"]);
    assert_eq!(misshapen(&planted("a.rs", concat!("//! A. TO", "DO"))), [concat!("a.rs says TO", "DO")]);
}
