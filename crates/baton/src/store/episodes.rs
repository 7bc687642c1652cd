//! Support episodes: from a customer's first question to its one outcome.

use handover::{Ending, Timestamp};

use super::{StoreError, Tx, row};
use crate::domain::{AssistantId, DialogId, EpisodeId};

pub struct NewEpisode {
    pub id: EpisodeId,
    pub app: i64,
    pub dialog: DialogId,
    pub assistant: AssistantId,
    pub ending: Ending,
    pub at: Timestamp,
}

/// What has changed in an open episode; times that are known already stay.
pub struct EpisodeMoved {
    pub id: EpisodeId,
    pub dialog: DialogId,
    pub ending: Ending,
    pub answered_at: Option<Timestamp>,
    pub replied_at: Option<Timestamp>,
    pub ended_at: Option<Timestamp>,
}

impl Tx {
    pub async fn begin_episode(&mut self, episode: &NewEpisode) -> Result<(), StoreError> {
        const NEW: &str = "INSERT INTO episodes (id, app, dialog, assistant, ending, began_at)
            VALUES ($1, $2, $3, $4, $5, $6)";
        const IN: &str = "UPDATE dialogs SET episode = $2, ending = $3 WHERE id = $1";
        let (id, dialog, ending) = (episode.id.hex(), episode.dialog.hex(), episode.ending.as_str());
        run!(self, NEW, &id, episode.app, &dialog, episode.assistant.hex(), ending, episode.at.0);
        run!(self, IN, &dialog, &id, ending);
        self.work = true;
        Ok(())
    }

    pub async fn move_episode(&mut self, moved: &EpisodeMoved) -> Result<(), StoreError> {
        const EPISODE: &str = "UPDATE episodes SET ending = $2, answered_at = COALESCE(answered_at, $3),
                replied_at = COALESCE(replied_at, $4), ended_at = $5 WHERE id = $1";
        const DIALOG: &str = "UPDATE dialogs SET episode = $2, ending = $3 WHERE id = $1";
        let (id, ending) = (moved.id.hex(), moved.ending.as_str());
        let ms = |at: Option<Timestamp>| at.map(|at| at.0);
        run!(self, EPISODE, &id, ending, ms(moved.answered_at), ms(moved.replied_at), ms(moved.ended_at));
        let open = moved.ended_at.is_none();
        run!(self, DIALOG, moved.dialog.hex(), open.then_some(&id), open.then_some(ending));
        Ok(())
    }

    /// The episodes of a dialog, the first first: how each ended or would, and whether it has.
    pub async fn episodes_of(&mut self, dialog: DialogId) -> Result<Vec<(Ending, bool)>, StoreError> {
        const SQL: &str = "SELECT ending, ended_at FROM episodes WHERE dialog = $1 ORDER BY id";
        let rows = rows!(self, (String, Option<i64>), SQL, dialog.hex());
        rows.into_iter()
            .map(|(word, ended_at)| Ok((row::word("episodes", &word, Ending::parse)?, ended_at.is_some())))
            .collect()
    }

    /// Dialogs in an episode in which nothing has moved since then and for which no person is called, the quietest first.
    pub async fn quiet_dialogs(&mut self, since: Timestamp, at_most: i64) -> Result<Vec<DialogId>, StoreError> {
        const SQL: &str = "SELECT id FROM dialogs WHERE episode IS NOT NULL AND phase = 'assistant'
              AND deadline IS NULL AND updated_at <= $1 ORDER BY updated_at LIMIT $2";
        let rows = rows!(self, (String,), SQL, since.0, at_most);
        rows.iter().map(|(id,)| row::id("dialogs", id)).collect()
    }

    /// Since when the quietest of them is quiet.
    pub async fn quietest(&mut self) -> Result<Option<Timestamp>, StoreError> {
        const SQL: &str = "SELECT MIN(updated_at) FROM dialogs WHERE episode IS NOT NULL AND phase = 'assistant'
              AND deadline IS NULL";
        Ok(value!(self, Option<i64>, SQL).map(Timestamp))
    }
}
