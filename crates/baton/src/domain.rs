//! The things Baton is about, as plain types. Every room may hold them; they do nothing by themselves.
//! Their JSON is what the API shows.

mod assistant;
mod audit;
mod dialog;
mod event;
mod handover;
mod ids;
mod invitation;
mod local_text;
mod message;
mod notifications;
mod overview;
mod page;
mod record;
mod report;
mod rule;
mod site;
mod source;
mod team;
mod unanswered;
mod verdict;
mod webhook;

pub use assistant::{
    AssignChoice, AssignTo, Assistant, AssistantSettings, HandoverSettings, Model, UnansweredAction,
    UnansweredSettings, Warning, WarningCode, Welcome, WhenNobody, WhenSilent, WhenToAnswer,
};
pub use audit::{Actor, ActorKind, AuditChange, AuditEntry, AuditTarget};
pub use dialog::{
    ControlView, Dialog, DialogAssistant, DialogKind, DialogList, DialogSummary, LastMessage, Mark, Offer, OpenEpisode,
    Person, PersonKind, WaitView,
};
pub use event::{Audience, Event};
pub use handover::{EarlierDialog, Handover, HandoverState, Outcome, Packet, Reason};
pub use ids::{
    AssistantId, DialogId, EpisodeId, HandoverId, Ids, InvalidId, LessonId, MessageId, ReplayId, SiteId, SourceId,
    UnansweredId,
};
pub use invitation::{Invitation, InvitationFace, InvitationRole, InvitationState};
pub use local_text::LocalText;
pub use message::{Ai, AiKind, Basis, Message, SourceRef};
pub use notifications::{DeadLetter, NoticeStep, Notifications};
pub use overview::{Attention, AttentionKind, Overview, Start, Today};
pub use page::{Page, one_more};
pub use record::{RecordEntry, Retold, RetoldEpisode, RetoldHandover};
pub use report::{
    AgentFigures, AssistantFigures, EndingCount, Episodes, Handovers, Hour, OutcomeCount, ReasonCount, Report, Times,
};
pub use rule::{HandoverRule, RuleTime};
pub use site::{Site, SitePage, SitePageState, SiteProgress, SiteScope, SiteState};
pub use source::{Source, SourceDetail, SourceFormat, SourceKind, SourceState, SourceVersion};
pub use team::{Agent, ApiKey, App, AppRef, Me, MeKind, Team, User, UserKind};
pub use unanswered::{Replay, UnansweredQuestion, UnansweredState, Wording, Worsened};
pub use verdict::{Evidence, Signal, SignalName, Statement, Verdict, VerdictOutcome, VerdictPart};
pub use webhook::{Delivery, DeliveryDetail, DeliveryState, Webhook, WebhookEvent};
