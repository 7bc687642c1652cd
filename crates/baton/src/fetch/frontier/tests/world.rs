//! A site in memory and the few lines around the frontier that a job adds: rows, and one page at a time.

use std::collections::BTreeMap;

use url::Url;

use super::super::{
    super::{error::FetchError, links, media::Validators, robots::Robots},
    Before, Course, Ground, Known, Outcome, Pace, Page, PageState, Progress, Reading, Renewal, Scope, Site, before,
    renew, seed, step,
};

/// What the far end answers at one address.
#[derive(Clone, Debug)]
pub enum Answer {
    Html(String),
    /// The page at another address.
    LeadsTo(&'static str),
    Fails(FetchError),
    Unchanged,
}

#[derive(Debug)]
pub struct World {
    pub site: Site,
    pub robots: Robots,
    pub answers: BTreeMap<String, Answer>,
    pub rows: BTreeMap<String, Page>,
    pub pace: Pace,
    pub now_ms: i64,
    /// In the order of fetching.
    pub fetched: Vec<String>,
}

pub fn url(path: &str) -> Url {
    Url::parse("https://acme.de").unwrap().join(path).unwrap()
}

pub fn html(body: &str) -> Answer {
    Answer::Html(body.to_owned())
}

impl World {
    pub fn new(address: &str, scope: Scope) -> Self {
        let site = Site { address: url(address), home: url(address), scope, depth_max: 3, pages_max: 100 };
        Self {
            site,
            robots: Robots::Open(Default::default()),
            answers: BTreeMap::new(),
            rows: BTreeMap::new(),
            pace: Pace::default(),
            now_ms: 1_000_000,
            fetched: Vec::new(),
        }
    }

    pub fn with(mut self, path: &str, answer: Answer) -> Self {
        self.answers.insert(url(path).into(), answer);
        self
    }

    pub fn robots(mut self, text: &str) -> Self {
        self.robots = Robots::Open(super::super::super::robots::parse(text.as_bytes()));
        self
    }

    /// Begins, and goes on until there is nothing to do.
    pub fn crawl(&mut self) -> Course {
        for row in std::mem::take(&mut self.rows).into_values() {
            match renew(row, &self.site, None, self.now_ms) {
                Renewal::Queue(page) | Renewal::Keep(page) => self.save(page),
                Renewal::Forget => {}
            }
        }
        for page in seed(&self.site, &self.robots, &[], &self.known()) {
            self.add(page);
        }
        loop {
            match self.progress().course(self.pace) {
                Course::GoesOn { not_before_ms } => self.now_ms = self.now_ms.max(not_before_ms),
                course @ (Course::Done | Course::GivenUp) => return course,
            }
            self.turn();
        }
    }

    fn turn(&mut self) {
        let queued = self.rows.values().filter(|row| row.state == PageState::Queued);
        let page = queued.min_by_key(|row| (row.tries, row.depth)).unwrap().clone();
        match before(&page, self.ground()) {
            Before::Wait(pace) => self.pace = pace,
            Before::Skip(page) => self.save(*page),
            Before::Fetch => self.fetch(page),
        }
    }

    fn fetch(&mut self, page: Page) {
        self.fetched.push(page.address.to_string());
        let outcome = self.outcome(&page.address, page.address.clone());
        let step = step(page, outcome, &self.known(), self.ground());
        self.pace = step.pace;
        self.site.home = step.home.unwrap_or_else(|| self.site.home.clone());
        self.save(step.page);
        for page in step.queued {
            self.add(page);
        }
    }

    fn outcome(&self, asked: &Url, landed: Url) -> Outcome {
        match self.answers.get(landed.as_str()).cloned().unwrap_or(Answer::Fails(FetchError::Gone(404))) {
            Answer::Unchanged => Outcome::Unchanged,
            Answer::Fails(error) => Outcome::Failed(error),
            Answer::LeadsTo(path) => self.outcome(asked, url(path)),
            Answer::Html(body) => {
                let same = self.rows.values().find(|row| {
                    row.address != *asked
                        && row.content_hash.as_deref() == Some(&body)
                        && matches!(row.state, PageState::Read | PageState::Unchanged)
                });
                Outcome::Read(Box::new(Reading {
                    links: links::read(body.as_bytes(), None, &landed),
                    landed,
                    validators: Validators { etag: Some(body.clone()), last_modified: None },
                    same_text_at: same.map(|row| row.address.to_string()),
                    content_hash: Some(body).filter(|body| !body.starts_with("<nav>")).ok_or("no text".to_owned()),
                }))
            }
        }
    }

    fn known(&self) -> Known {
        Known { states: self.rows.values().map(|row| (row.address.to_string(), row.state.clone())).collect() }
    }

    fn ground(&self) -> Ground<'_> {
        Ground { site: &self.site, robots: &self.robots, pace: self.pace, now_ms: self.now_ms }
    }

    fn progress(&self) -> Progress {
        let queued = self.rows.values().filter(|row| row.state == PageState::Queued).count();
        Progress { queued, settled: self.rows.len() - queued, elapsed_ms: 0 }
    }

    fn save(&mut self, page: Page) {
        self.rows.insert(page.address.to_string(), page);
    }

    /// A row that is there already would be a page that is queued twice.
    fn add(&mut self, page: Page) {
        let before = self.rows.insert(page.address.to_string(), page);
        assert_eq!(before, None);
    }

    pub fn state(&self, path: &str) -> &'static str {
        self.rows.get(url(path).as_str()).map_or("unknown", |row| row.state.as_str())
    }

    pub fn why(&self, path: &str) -> &str {
        self.rows[url(path).as_str()].state.detail().unwrap_or_default()
    }
}
