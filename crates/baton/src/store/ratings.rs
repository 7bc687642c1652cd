//! What customers say of how a person helped them: one rating for each handover, counted for reports.

use std::collections::BTreeMap;

use handover::{Outcome, Timestamp};

use super::{StoreError, Tx, Window, row};
use crate::domain::{AssistantId, DialogId, HandoverId, Person, PersonKind, Rating, Ratings};

/// A rating to keep, in the place of the one before it.
pub struct NewRating<'a> {
    pub handover: HandoverId,
    pub app: i64,
    pub rating: &'a Rating,
    pub at: Timestamp,
}

/// What decides whether a handover can be rated.
#[derive(Clone, Debug)]
pub struct Rateable {
    pub handover: HandoverId,
    /// How and when it ended; absent while it goes on.
    pub ended: Option<(Outcome, Timestamp)>,
    pub agent: Option<Person>,
    pub is_rated: bool,
}

/// Ratings of a window by somebody whom they are about.
pub type RatedBy<T> = Vec<(T, Ratings)>;

#[derive(sqlx::FromRow)]
struct Row {
    id: String,
    outcome: Option<String>,
    ended_at: Option<i64>,
    agent: Option<i64>,
    agent_name: Option<String>,
    score: Option<i64>,
}

macro_rules! rateable {
    ($rest:literal) => {
        concat!(
            "SELECT h.id, h.outcome, h.ended_at, h.agent, u.full_name AS agent_name, r.score FROM handovers h
             LEFT JOIN users u ON u.id = h.agent LEFT JOIN ratings r ON r.handover = h.id WHERE h.dialog = $1 ",
            $rest
        )
    };
}

impl Tx {
    pub async fn rateable(&mut self, dialog: DialogId, id: HandoverId) -> Result<Option<Rateable>, StoreError> {
        const SQL: &str = rateable!("AND h.id = $2");
        row!(self, Row, SQL, dialog.hex(), id.hex()).map(TryInto::try_into).transpose()
    }

    /// The newest handover of the dialog.
    pub async fn newest_rateable(&mut self, dialog: DialogId) -> Result<Option<Rateable>, StoreError> {
        const SQL: &str = rateable!("ORDER BY h.id DESC LIMIT 1");
        row!(self, Row, SQL, dialog.hex()).map(TryInto::try_into).transpose()
    }

    pub async fn rate_handover(&mut self, new: &NewRating<'_>) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO ratings (handover, app, dialog, assistant, agent, score, comment, rated_at)
            SELECT id, app, dialog, assistant, agent, $3, $4, $5 FROM handovers WHERE id = $1 AND app = $2
            ON CONFLICT (handover) DO UPDATE SET score = excluded.score, comment = excluded.comment,
              rated_at = excluded.rated_at";
        run!(self, SQL, new.handover.hex(), new.app, new.rating.score, &new.rating.comment, new.at.0);
        Ok(())
    }

    /// The rating of the handover, as it stands.
    pub async fn rating_of(&mut self, handover: HandoverId) -> Result<Option<Rating>, StoreError> {
        const SQL: &str = "SELECT score, comment FROM ratings WHERE handover = $1";
        let found = row!(self, (i64, Option<String>), SQL, handover.hex());
        Ok(found.map(|(score, comment)| Rating { score, comment }))
    }

    /// The one that was given last in the dialog.
    pub async fn newest_rating(&mut self, dialog: DialogId) -> Result<Option<Rating>, StoreError> {
        const SQL: &str = "SELECT score, comment FROM ratings WHERE dialog = $1 ORDER BY rated_at DESC LIMIT 1";
        let found = row!(self, (i64, Option<String>), SQL, dialog.hex());
        Ok(found.map(|(score, comment)| Rating { score, comment }))
    }

    pub async fn ratings(&mut self, window: Window) -> Result<Ratings, StoreError> {
        const SQL: &str = "SELECT score, COUNT(*) FROM ratings
            WHERE app = $1 AND rated_at >= $2 AND rated_at < $3 GROUP BY score";
        let Window { app, from, to } = window;
        let mut ratings = Ratings::default();
        for (score, count) in rows!(self, (i64, i64), SQL, app, from, to) {
            ratings.add(score, count);
        }
        Ok(ratings)
    }

    pub async fn ratings_of_agents(&mut self, window: Window) -> Result<RatedBy<Person>, StoreError> {
        const SQL: &str = "SELECT u.id, u.full_name, r.score, COUNT(*) FROM ratings r JOIN users u ON u.id = r.agent
            WHERE r.app = $1 AND r.rated_at >= $2 AND r.rated_at < $3 GROUP BY u.id, u.full_name, r.score";
        let Window { app, from, to } = window;
        let mut rated: BTreeMap<i64, (Person, Ratings)> = BTreeMap::new();
        for (id, full_name, score, count) in rows!(self, (i64, String, i64, i64), SQL, app, from, to) {
            let person = Person { id, kind: PersonKind::Agent, full_name };
            rated.entry(id).or_insert_with(|| (person, Ratings::default())).1.add(score, count);
        }
        Ok(rated.into_values().collect())
    }

    /// By the AI Agent that the people took over from, with its name.
    pub async fn ratings_of_assistants(
        &mut self,
        window: Window,
    ) -> Result<RatedBy<(AssistantId, String)>, StoreError> {
        const SQL: &str = "SELECT a.id, u.full_name, r.score, COUNT(*) FROM ratings r
              JOIN assistants a ON a.id = r.assistant JOIN users u ON u.id = a.user_id
            WHERE r.app = $1 AND r.rated_at >= $2 AND r.rated_at < $3 GROUP BY a.id, u.full_name, r.score";
        let Window { app, from, to } = window;
        let mut rated: BTreeMap<AssistantId, (String, Ratings)> = BTreeMap::new();
        for (id, name, score, count) in rows!(self, (String, String, i64, i64), SQL, app, from, to) {
            let assistant = row::id("assistants", &id)?;
            rated.entry(assistant).or_insert_with(|| (name, Ratings::default())).1.add(score, count);
        }
        Ok(rated.into_iter().map(|(id, (name, ratings))| ((id, name), ratings)).collect())
    }
}

impl TryFrom<Row> for Rateable {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let outcome = row.outcome.as_deref().map(|word| row::word("handovers", word, Outcome::parse)).transpose()?;
        let agent = match (row.agent, row.agent_name) {
            (Some(id), Some(full_name)) => Some(Person { id, kind: PersonKind::Agent, full_name }),
            _ => None,
        };
        Ok(Self {
            handover: row::id("handovers", &row.id)?,
            ended: outcome.zip(row.ended_at.map(Timestamp)),
            agent,
            is_rated: row.score.is_some(),
        })
    }
}
