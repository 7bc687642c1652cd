//! The things Baton is about, as plain types. Every room may hold them; they do nothing by themselves.
//! Their JSON is what the API shows.

mod assistant;
mod dialog;
mod event;
mod handover;
mod ids;
mod local_text;
mod message;
mod page;
mod source;
mod team;
mod verdict;

pub use assistant::{
    AssignTo, Assistant, AssistantSettings, HandoverSettings, Model, UnansweredAction, UnansweredSettings, Warning,
    WarningCode, Welcome, WhenToAnswer,
};
pub use dialog::{
    ControlView, Dialog, DialogAssistant, DialogKind, DialogList, DialogSummary, LastMessage, Mark, Person, PersonKind,
};
pub use event::{Audience, Event};
pub use handover::{EarlierDialog, Handover, HandoverState, Outcome, Packet, Reason};
pub use ids::{AssistantId, DialogId, HandoverId, Ids, InvalidId, MessageId, SourceId, UnansweredId};
pub use local_text::LocalText;
pub use message::{Ai, AiKind, Message, SourceRef};
pub use page::{Page, one_more};
pub use source::{Source, SourceDetail, SourceKind, SourceState, UnansweredQuestion, UnansweredState};
pub use team::{Agent, ApiKey, App, AppRef, Me, MeKind, User, UserKind};
pub use verdict::{Evidence, Verdict, VerdictOutcome};
