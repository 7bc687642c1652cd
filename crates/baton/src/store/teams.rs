//! Agents by what they do together.

use handover::Timestamp;

use super::{StoreError, Tx, row};
use crate::domain::{AssistantId, Person, Team};

#[derive(sqlx::FromRow)]
struct TeamRow {
    id: i64,
    name: String,
    created_at: i64,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    id: i64,
    full_name: String,
}

impl Tx {
    pub async fn teams(&mut self, app: i64, after: i64, at_most: i64) -> Result<Vec<Team>, StoreError> {
        const SQL: &str = "SELECT id, name, created_at FROM teams WHERE app = $1 AND id > $2 ORDER BY id LIMIT $3";
        let rows = rows!(self, TeamRow, SQL, app, after, at_most);
        self.with_members(rows).await
    }

    pub async fn team(&mut self, app: i64, id: i64) -> Result<Option<Team>, StoreError> {
        const SQL: &str = "SELECT id, name, created_at FROM teams WHERE app = $1 AND id = $2";
        let rows = rows!(self, TeamRow, SQL, app, id);
        Ok(self.with_members(rows).await?.pop())
    }

    pub async fn add_team(&mut self, app: i64, name: &str, at: Timestamp) -> Result<i64, StoreError> {
        const SQL: &str = "INSERT INTO teams (app, name, created_at) VALUES ($1, $2, $3) RETURNING id";
        Ok(value!(self, i64, SQL, app, name, at.0))
    }

    pub async fn rename_team(&mut self, id: i64, name: &str) -> Result<(), StoreError> {
        run!(self, "UPDATE teams SET name = $2 WHERE id = $1", id, name);
        Ok(())
    }

    pub async fn remove_team(&mut self, id: i64) -> Result<(), StoreError> {
        run!(self, "DELETE FROM teams WHERE id = $1", id);
        Ok(())
    }

    /// Puts these agents of the app into the team, instead of whoever was in it; others are left out.
    pub async fn set_team_members(&mut self, app: i64, team: i64, agents: &[i64]) -> Result<(), StoreError> {
        const ADD: &str = "INSERT INTO team_members (team, agent)
            SELECT $1, id FROM users WHERE app = $2 AND id = $3 AND kind = 'agent' ON CONFLICT DO NOTHING";
        run!(self, "DELETE FROM team_members WHERE team = $1", team);
        for agent in agents {
            run!(self, ADD, team, app, agent);
        }
        Ok(())
    }

    /// The AI Agents whose pools this team is in.
    pub async fn pools_of_team(&mut self, team: i64) -> Result<Vec<AssistantId>, StoreError> {
        let rows = rows!(self, (String,), "SELECT assistant FROM pool_teams WHERE team = $1 ORDER BY assistant", team);
        rows.iter().map(|(id,)| row::id("pool_teams", id)).collect()
    }

    /// Puts these teams of the app into the pool, instead of those that were in it. Answers which of them are none.
    pub async fn set_pool_teams(
        &mut self,
        app: i64,
        assistant: AssistantId,
        teams: &[i64],
    ) -> Result<Vec<i64>, StoreError> {
        const ADD: &str = "INSERT INTO pool_teams (assistant, team)
            SELECT $1, id FROM teams WHERE app = $2 AND id = $3 ON CONFLICT DO NOTHING";
        run!(self, "DELETE FROM pool_teams WHERE assistant = $1", assistant.hex());
        let mut strangers = Vec::new();
        for (at, team) in teams.iter().enumerate() {
            if run!(self, ADD, assistant.hex(), app, *team) == 0 && !teams[..at].contains(team) {
                strangers.push(*team);
            }
        }
        Ok(strangers)
    }

    async fn with_members(&mut self, rows: Vec<TeamRow>) -> Result<Vec<Team>, StoreError> {
        const SQL: &str = "SELECT u.id, u.full_name FROM team_members m JOIN users u ON u.id = m.agent
            WHERE m.team = $1 ORDER BY u.id";
        let mut teams = Vec::with_capacity(rows.len());
        for TeamRow { id, name, created_at } in rows {
            let members = rows!(self, MemberRow, SQL, id);
            let members: Result<Vec<Person>, StoreError> =
                members.into_iter().map(|member| row::person(member.id, "agent", member.full_name)).collect();
            teams.push(Team { id, name, agents: members?, created_at });
        }
        Ok(teams)
    }
}
