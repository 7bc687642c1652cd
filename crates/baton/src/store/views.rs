//! Lists that agents look at often.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{View, ViewFilter};

type ViewRow = (i64, String, String);

impl Tx {
    pub async fn views(&mut self, agent: i64, after: i64, at_most: i64) -> Result<Vec<View>, StoreError> {
        const SQL: &str = "SELECT id, name, filter FROM views WHERE user_id = $1 AND id > $2 ORDER BY id LIMIT $3";
        rows!(self, ViewRow, SQL, agent, after, at_most).into_iter().map(view).collect()
    }

    pub async fn view(&mut self, agent: i64, id: i64) -> Result<Option<View>, StoreError> {
        const SQL: &str = "SELECT id, name, filter FROM views WHERE user_id = $1 AND id = $2";
        row!(self, ViewRow, SQL, agent, id).map(view).transpose()
    }

    pub async fn view_count(&mut self, agent: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM views WHERE user_id = $1", agent))
    }

    pub async fn add_view(
        &mut self,
        agent: i64,
        (name, filter): (&str, &ViewFilter),
        at: Timestamp,
    ) -> Result<i64, StoreError> {
        const SQL: &str = "INSERT INTO views (user_id, name, filter, created_at) VALUES ($1, $2, $3, $4) RETURNING id";
        Ok(value!(self, i64, SQL, agent, name, serde_json::to_string(filter)?, at.0))
    }

    pub async fn change_view(&mut self, id: i64, name: &str, filter: &ViewFilter) -> Result<(), StoreError> {
        let filter = serde_json::to_string(filter)?;
        run!(self, "UPDATE views SET name = $2, filter = $3 WHERE id = $1", id, name, filter);
        Ok(())
    }

    pub async fn remove_view(&mut self, agent: i64, id: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM views WHERE user_id = $1 AND id = $2", agent, id) > 0)
    }
}

fn view((id, name, filter): ViewRow) -> Result<View, StoreError> {
    Ok(View { id, name, filter: row::json(&filter)? })
}
