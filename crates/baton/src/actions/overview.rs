//! An app at a glance: today's numbers, what needs attention, and what is still to be set up.

use handover::{Hours, Timestamp};

use super::{access::Caller, apps::existing, assistants::warned, scene::is_open};
use crate::{
    app::Shared,
    domain::{Attention, AttentionKind, Overview, Start, Today, UnansweredAction, Warning},
    error::Error,
    store::{AssistantRow, Matched, Tx, Until, Window},
};

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;
/// The reader's midnight is no longer ago than this.
const FROM_MAX_MS: i64 = 2 * DAY_MS;
/// Whoever waits longer needs attention.
const WAITING_MAX_MS: i64 = 5 * MINUTE_MS;
/// A webhook that fails for a moment goes on by itself.
const FAILING_MAX_MS: i64 = 10 * MINUTE_MS;
/// So many AI Agents are looked at.
const ASSISTANTS_MAX: i64 = 50;

/// `from`: when today began where the reader is; absent: where it is UTC.
///
/// # Errors
/// When the app is out of reach, or `from` is no moment of the last two days.
pub async fn overview(app: &Shared, caller: Caller, of: i64, from: Option<i64>) -> Result<Overview, Error> {
    caller.configures(of)?;
    existing(app, of).await?;
    let now = app.now();
    let from = from.unwrap_or(now.0 - now.0.rem_euclid(DAY_MS));
    if !(now.0 - FROM_MAX_MS..=now.0).contains(&from) {
        return Err(Error::field("from", "must be a moment of the last two days"));
    }
    let mut tx = app.store.read().await?;
    let assistants = warned(&mut tx, of, ASSISTANTS_MAX).await?;
    let (waiting, waiting_long, longest) = tx.waiting_now(of, now.plus(-WAITING_MAX_MS)).await?;
    let window = Window { app: of, from, to: now.0 + 1 };
    let today = today(&mut tx, window, (waiting, longest), now).await?;
    let start = Start {
        has_assistant: !assistants.is_empty(),
        has_knowledge: tx.has_knowledge(of).await?,
        has_agent: tx.has_agents(of).await?,
        has_pool: tx.has_pool(of).await?,
        handed_over: tx.was_handed_over(of).await?,
    };
    let mut attention = nobody_online(&mut tx, &assistants, waiting, now).await?;
    attention.extend(counted(&mut tx, of, waiting_long, now).await?);
    attention.extend(assistants.iter().filter_map(|(row, warnings)| of_assistant(row, warnings)));
    attention.sort_by_key(|item| item.kind as u8);
    Ok(Overview { today, attention, start })
}

async fn today(
    tx: &mut Tx,
    window: Window,
    (waiting_now, longest_waiting_since): (i64, Option<i64>),
    now: Timestamp,
) -> Result<Today, Error> {
    let (conversations, handed_over) = tx.episodes_begun(window).await?;
    let (agents_online, free_places) = tx.agents_there(window.app, now).await?;
    Ok(Today {
        from: window.from,
        conversations,
        answered_by_ai: tx.answered_by_ai(window).await?,
        handed_over,
        waiting_now,
        longest_waiting_since,
        agents_online,
        free_places,
        open_with_agents: tx.open_with_agents(window.app).await?,
        first_reply_p50_ms: tx.handover_times(window, Until::Replied).await?.p50_ms,
    })
}

/// For each AI Agent that would hand over now, and has nobody there to hand over to.
async fn nobody_online(
    tx: &mut Tx,
    assistants: &[(AssistantRow, Vec<Warning>)],
    waiting: i64,
    now: Timestamp,
) -> Result<Vec<Attention>, Error> {
    let mut found = Vec::new();
    for (row, _) in assistants {
        let hands_over = row.settings.unanswered.action == UnansweredAction::HumanHandover;
        if !hands_over || matches!(is_open(row, now), Hours::Closed { .. }) {
            continue;
        }
        let members = tx.members(row.id, &Matched::default(), now).await?;
        // An empty pool is warned about by itself.
        if members.is_empty() || members.iter().any(|member| member.online) {
            continue;
        }
        let sentence = format!(
            "Nobody who can be assigned by {} is online, so whoever needs a person waits. Ask somebody to open the Agent \
             Desk, or set its business hours.",
            row.settings.name
        );
        found.push(Attention { kind: AttentionKind::NobodyOnline, count: waiting, assistant: Some(row.id), sentence });
    }
    Ok(found)
}

async fn counted(tx: &mut Tx, of: i64, waiting_long: i64, now: Timestamp) -> Result<Vec<Attention>, Error> {
    let (_, _, failed_sources) = tx.source_counts(of).await?;
    let counts = [
        (
            AttentionKind::WaitingLong,
            waiting_long,
            ("1 customer has", "customers have"),
            "waited for a person for more than five minutes. Take the conversation on the Agent Desk, or ask a colleague.",
        ),
        (
            AttentionKind::Unanswered,
            tx.open_unanswered(of).await?,
            ("1 question", "questions"),
            "could not be answered. What you answer on the page Unanswered questions becomes knowledge.",
        ),
        (
            AttentionKind::DeadLetters,
            tx.dead_letter_count(of).await?,
            ("1 message", "messages"),
            "could not be delivered. Read why, mend it, and try again.",
        ),
        (
            AttentionKind::FailedSources,
            failed_sources,
            ("1 source", "sources"),
            "could not be read. The page Knowledge says why and what to do.",
        ),
        (
            AttentionKind::WebhookFailing,
            tx.webhooks_failing(of, now.plus(-FAILING_MAX_MS)).await?,
            ("1 webhook", "webhooks"),
            "cannot be delivered to, or was switched off because of that. Look at its deliveries, mend the receiver, and \
             switch it on.",
        ),
    ];
    let item = |(kind, count, (one, many), what): (AttentionKind, i64, (&str, &str), &str)| {
        let who = if count == 1 { one.to_owned() } else { format!("{count} {many}") };
        Attention { kind, count, assistant: None, sentence: format!("{who} {what}") }
    };
    Ok(counts.into_iter().filter(|(_, count, ..)| *count > 0).map(item).collect())
}

fn of_assistant(row: &AssistantRow, warnings: &[Warning]) -> Option<Attention> {
    let first = warnings.first()?;
    let more = match warnings.len() - 1 {
        0 => String::new(),
        1 => " There is one more warning on its page.".into(),
        more => format!(" There are {more} more warnings on its page."),
    };
    Some(Attention {
        kind: AttentionKind::AssistantWarning,
        count: i64::try_from(warnings.len()).unwrap_or(i64::MAX),
        assistant: Some(row.id),
        sentence: format!("{}: {}{more}", row.settings.name, first.message),
    })
}
