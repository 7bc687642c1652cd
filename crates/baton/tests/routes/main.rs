//! Does the product behave? Short stories over the whole program: real database, real HTTP and
//! WebSocket, jobs running; fakes only at the far end of the wire.
#![allow(clippy::unwrap_used, reason = "these are tests")]

#[path = "../desk/desk.rs"]
mod desk;

mod after_return;
mod agents;
mod answering;
mod answers;
mod apps;
mod assignment;
mod assistants;
mod attachments;
mod audit;
mod bad_input;
mod claims;
mod deadlines;
mod desk_lists;
mod desk_notes;
mod dialogs;
mod doors;
mod groups;
mod handover_settings;
mod handover_texts;
mod handovers;
mod identity;
mod invitations;
mod knowledge;
mod live;
mod meanwhile;
mod messages;
mod model;
mod model_failures;
mod nobody_there;
mod notifications;
mod offers;
mod openapi;
mod overview;
mod ratings;
mod reports;
mod secrets;
mod sessions;
mod setup;
mod sites;
mod sources;
mod storms;
mod strangers;
mod stretches;
mod supervisors;
mod teams;
mod triggers;
mod unanswered;
mod unanswered_actions;
mod users;
mod webhook;
mod webhooks;
mod widget;
