//! Every setting with its default. Read from a TOML file, then the environment
//! (`BATON_SECTION_KEY`), then flags.

mod answers;
mod crawl;
mod limits;
mod model;
mod notify;
mod patience;
mod server;

use std::path::Path;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

pub use answers::Answers;
pub use crawl::Crawl;
pub use limits::Limits;
pub use model::ModelSettings;
pub use notify::NotifySettings;
pub use patience::PatienceSettings;
pub use server::Server;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub server: Server,
    pub answers: Answers,
    pub model: ModelSettings,
    pub crawl: Crawl,
    pub patience: PatienceSettings,
    pub notify: NotifySettings,
    pub limits: Limits,
}

impl Config {
    /// # Errors
    /// When the file cannot be read, or a setting is unknown or of the wrong kind.
    pub fn load(file: Option<&Path>, environment: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut settings = toml::Table::try_from(Self::default())?;
        if let Some(file) = file {
            let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            let given: toml::Table = text.parse().with_context(|| format!("{} is not TOML", file.display()))?;
            merge(&mut settings, given).with_context(|| format!("in {}", file.display()))?;
        }
        overlay(&mut settings, &environment)?;
        settings.try_into().context("a setting has the wrong kind of value")
    }
}

fn merge(settings: &mut toml::Table, given: toml::Table) -> anyhow::Result<()> {
    for (section, values) in given {
        let Some(known) = settings.get_mut(&section).and_then(toml::Value::as_table_mut) else {
            bail!("there is no section [{section}]; see `baton serve --help`");
        };
        let Some(values) = values.as_table() else { bail!("[{section}] must be a section") };
        for (key, value) in values {
            if !known.contains_key(key) {
                bail!("there is no setting {section}.{key}");
            }
            known.insert(key.clone(), value.clone());
        }
    }
    Ok(())
}

fn overlay(settings: &mut toml::Table, environment: impl Fn(&str) -> Option<String>) -> anyhow::Result<()> {
    for (section, values) in settings.iter_mut() {
        let Some(values) = values.as_table_mut() else { continue };
        for (key, value) in values.iter_mut() {
            let name = format!("BATON_{}_{}", section.to_uppercase(), key.to_uppercase());
            let Some(text) = environment(&name) else { continue };
            *value = match value {
                toml::Value::Integer(_) => {
                    toml::Value::Integer(text.parse().with_context(|| format!("{name} must be a whole number"))?)
                }
                toml::Value::Boolean(_) => {
                    toml::Value::Boolean(text.parse().with_context(|| format!("{name} must be true or false"))?)
                }
                toml::Value::String(_) => toml::Value::String(text),
                toml::Value::Float(_) | toml::Value::Datetime(_) | toml::Value::Array(_) | toml::Value::Table(_) => {
                    bail!("{name} cannot be set from the environment")
                }
            };
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_wins_over_the_default() {
        let config = Config::load(None, |name| (name == "BATON_ANSWERS_BURST_MS").then(|| "7".into())).unwrap();
        assert_eq!(config.answers.burst_ms, 7);
    }

    #[test]
    fn a_wrong_value_names_its_setting() {
        let error = Config::load(None, |name| (name == "BATON_LIMITS_BODY_BYTES").then(|| "many".into())).unwrap_err();
        assert!(format!("{error:#}").contains("BATON_LIMITS_BODY_BYTES must be a whole number"));
    }
}
