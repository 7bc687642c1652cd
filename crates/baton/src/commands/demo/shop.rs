//! The shop, set up through the public API as anybody else would.

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::visit;

pub struct Person {
    pub full_name: &'static str,
    pub email: &'static str,
}

/// Of everyone in the demo. It listens on this machine only, unless told otherwise.
pub const PASSWORD: &str = "fjell-and-fjord";
pub const ADMIN: Person = Person { full_name: "Astrid Berg", email: "admin@fjell.example" };
pub const ANA: Person = Person { full_name: "Ana Lind", email: "ana@fjell.example" };
pub const BEN: Person = Person { full_name: "Ben Okoye", email: "ben@fjell.example" };

const PAGE: &str = include_str!("../../../demo/shop.html");
const PAIRS: &str = include_str!("../../../demo/faq.json");
const DOCUMENTS: [(&str, &str); 8] = [
    ("Shipping", include_str!("../../../demo/shipping.md")),
    ("Returns", include_str!("../../../demo/returns.md")),
    ("Warranty", include_str!("../../../demo/warranty.md")),
    ("Payment", include_str!("../../../demo/payment.md")),
    ("Sizes", include_str!("../../../demo/sizes.md")),
    ("Repairs", include_str!("../../../demo/repairs.md")),
    ("Loyalty", include_str!("../../../demo/loyalty.md")),
    ("Account", include_str!("../../../demo/account.md")),
];

/// Where the shop is in Baton.
pub struct Place {
    pub app: i64,
    pub assistant: String,
}

/// A client of the public API.
pub struct Api {
    base: String,
    http: reqwest::Client,
}

impl Api {
    pub fn new(base: String) -> anyhow::Result<Self> {
        Ok(Self { base, http: reqwest::Client::builder().build()? })
    }

    pub async fn call(&self, method: &str, path: &str, token: &str, body: &Value) -> anyhow::Result<Value> {
        let mut request = self.http.request(method.parse()?, format!("{}{path}", self.base));
        if !token.is_empty() {
            request = request.bearer_auth(token);
        }
        if !body.is_null() {
            request = request.json(body);
        }
        let response = request.send().await?;
        let status = response.status();
        let answer: Value = response.json().await.unwrap_or_default();
        if !status.is_success() {
            bail!("{method} {path}: {}", answer["detail"].as_str().unwrap_or(status.as_str()));
        }
        Ok(answer)
    }
}

/// Sets everything up, unless the data folder holds it already.
pub async fn set_up(api: &Api) -> anyhow::Result<Place> {
    let setup = api.call("GET", "/setup", "", &Value::Null).await?;
    let is_new = setup["needs_admin"] == true;
    if is_new {
        let admin = json!({ "full_name": ADMIN.full_name, "email": ADMIN.email, "password": PASSWORD });
        api.call("POST", "/setup", "", &admin).await?;
    }
    let sign_in = json!({ "email": ADMIN.email, "password": PASSWORD, "bearer": true });
    let session = api.call("POST", "/sessions", "", &sign_in).await?;
    let token = session["token"].as_str().context("no token")?;
    if is_new {
        return furnish(api, token).await;
    }
    let apps = api.call("GET", "/apps", token, &Value::Null).await?;
    let app = apps["items"][0]["id"].as_i64().context("this folder holds no demo")?;
    let assistants = api.call("GET", &format!("/apps/{app}/assistants"), token, &Value::Null).await?;
    let assistant = assistants["items"][0]["id"].as_str().context("this folder holds no demo")?.to_owned();
    Ok(Place { app, assistant })
}

async fn furnish(api: &Api, token: &str) -> anyhow::Result<Place> {
    let made = api.call("POST", "/apps", token, &json!({ "name": "Fjell & Fjord" })).await?;
    let app = made["app"]["id"].as_i64().context("no app")?;
    let base = format!("/apps/{app}");
    let mut agents = Vec::new();
    for person in [ANA, BEN] {
        let agent = json!({ "full_name": person.full_name, "email": person.email, "password": PASSWORD });
        let made = api.call("POST", &format!("{base}/agents"), token, &agent).await?;
        agents.push(made["agent"]["id"].clone());
    }
    teach(api, &base, token).await?;
    let assistant = employ(api, &base, token, agents).await?;
    let place = Place { app, assistant };
    visit::pay(api, &base, token, &place).await?;
    Ok(place)
}

async fn teach(api: &Api, base: &str, token: &str) -> anyhow::Result<()> {
    let sources = format!("{base}/sources");
    for (title, text) in DOCUMENTS {
        let source = json!({ "kind": "markdown", "title": title, "text": text });
        api.call("POST", &sources, token, &source).await?;
    }
    let pairs: Vec<Value> = serde_json::from_str(PAIRS)?;
    for pair in pairs {
        let source = json!({ "kind": "qa", "question": pair["question"], "answer": pair["answer"] });
        api.call("POST", &sources, token, &source).await?;
    }
    visit::until("the knowledge is ready", async || {
        let sources = api.call("GET", &format!("{sources}?limit=200"), token, &Value::Null).await?;
        let sources = sources["items"].as_array().cloned().unwrap_or_default();
        Ok(sources.iter().all(|source| source["state"] == "ready"))
    })
    .await
}

async fn employ(api: &Api, base: &str, token: &str, agents: Vec<Value>) -> anyhow::Result<String> {
    let assistants = format!("{base}/assistants");
    let mut assistant = api.call("POST", &assistants, token, &json!({ "name": "Fjell Guide" })).await?;
    let id = assistant["id"].as_str().context("no AI Agent")?.to_owned();
    let settings = &mut assistant["settings"];
    settings["welcome"]["text"]["default"] =
        "Hello! I know our shop by heart. Ask me anything, or ask for a person at any time.".into();
    settings["suggested_questions"] = json!([
        "How long do I have to return something?",
        "How much does express shipping cost?",
        "Do you ship to Australia?"
    ]);
    settings["unanswered"]["action"] = "human_handover".into();
    settings["unanswered"]["handover"]["notify_assigned"] = true.into();
    settings["unanswered"]["handover"]["agents"] = agents.into();
    let saved = json!({ "settings": assistant["settings"], "version": assistant["version"] });
    api.call("PUT", &format!("{assistants}/{id}"), token, &saved).await?;
    Ok(id)
}

/// The shop's page with the widget on it.
pub fn page(baton: &str, place: &Place) -> String {
    PAGE.replace("{{baton}}", baton)
        .replace("{{app}}", &place.app.to_string())
        .replace("{{assistant}}", &place.assistant)
}
