//! Labels, and which conversations have them.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{Colour, DialogId, Label};

type LabelRow = (i64, String, String);

impl Tx {
    pub async fn labels(&mut self, app: i64, after: i64, at_most: i64) -> Result<Vec<Label>, StoreError> {
        const SQL: &str = "SELECT id, name, colour FROM labels WHERE app = $1 AND id > $2 ORDER BY id LIMIT $3";
        rows!(self, LabelRow, SQL, app, after, at_most).into_iter().map(label).collect()
    }

    pub async fn label(&mut self, app: i64, id: i64) -> Result<Option<Label>, StoreError> {
        const SQL: &str = "SELECT id, name, colour FROM labels WHERE app = $1 AND id = $2";
        row!(self, LabelRow, SQL, app, id).map(label).transpose()
    }

    pub async fn label_count(&mut self, app: i64) -> Result<i64, StoreError> {
        Ok(value!(self, i64, "SELECT COUNT(*) FROM labels WHERE app = $1", app))
    }

    pub async fn add_label(
        &mut self,
        app: i64,
        (name, colour): (&str, Colour),
        at: Timestamp,
    ) -> Result<i64, StoreError> {
        const SQL: &str =
            "INSERT INTO labels (app, name, folded, colour, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id";
        Ok(value!(self, i64, SQL, app, name, name.to_lowercase(), colour.as_str(), at.0))
    }

    pub async fn change_label(&mut self, id: i64, name: &str, colour: Colour) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE labels SET name = $2, folded = $3, colour = $4 WHERE id = $1";
        run!(self, SQL, id, name, name.to_lowercase(), colour.as_str());
        Ok(())
    }

    pub async fn remove_label(&mut self, app: i64, id: i64) -> Result<bool, StoreError> {
        Ok(run!(self, "DELETE FROM labels WHERE app = $1 AND id = $2", app, id) > 0)
    }

    pub async fn labels_of(&mut self, dialog: DialogId) -> Result<Vec<Label>, StoreError> {
        const SQL: &str = "SELECT l.id, l.name, l.colour FROM dialog_labels d JOIN labels l ON l.id = d.label
            WHERE d.dialog = $1 ORDER BY l.folded";
        rows!(self, LabelRow, SQL, dialog.hex()).into_iter().map(label).collect()
    }

    /// Puts these labels of the app on the conversation, instead of those that were; others are left out.
    pub async fn set_labels(&mut self, app: i64, dialog: DialogId, labels: &[i64]) -> Result<(), StoreError> {
        const ADD: &str = "INSERT INTO dialog_labels (dialog, label)
            SELECT $1, id FROM labels WHERE app = $2 AND id = $3 ON CONFLICT DO NOTHING";
        run!(self, "DELETE FROM dialog_labels WHERE dialog = $1", dialog.hex());
        for label in labels {
            run!(self, ADD, dialog.hex(), app, label);
        }
        Ok(())
    }
}

fn label((id, name, colour): LabelRow) -> Result<Label, StoreError> {
    Ok(Label { id, name, colour: row::word("labels", &colour, Colour::parse)? })
}
