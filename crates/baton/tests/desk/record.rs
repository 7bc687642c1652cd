//! When a story ends: what is stored of its conversations must follow from their records alone.

use baton::{
    actions::{self, Caller},
    app::Shared,
    domain::DialogId,
};

use super::database::Database;

pub async fn differences(app: &Shared, database: &Database) -> Vec<String> {
    let admin = Caller::Admin { id: 0 };
    let dialogs: Vec<(String,)> = database.rows("SELECT id FROM dialogs WHERE phase IS NOT NULL ORDER BY id").await;
    let mut found = Vec::new();
    for (id,) in dialogs {
        let dialog: DialogId = id.parse().unwrap();
        let (_, retold) = actions::retell(app, admin, dialog).await.unwrap();
        let stored = actions::as_stored(app, admin, dialog).await.unwrap();
        found.extend(
            retold.differs_from(&stored).map(|what| format!("the record of {id} tells something else: {what}")),
        );
    }
    found
}
