//! The things Baton is about, as plain types. Every room may hold them; they do nothing by themselves.
//! Their JSON is what the API shows.

mod assistant;
mod attachment;
mod audit;
mod canned_reply;
mod dialog;
mod event;
mod handover;
mod hit;
mod ids;
mod invitation;
mod label;
mod local_text;
mod message;
mod note;
mod notifications;
mod overview;
mod page;
mod rating;
mod record;
mod report;
mod rule;
mod site;
mod source;
mod team;
mod unanswered;
mod verdict;
mod view;
mod webhook;
mod widget;
mod words;

pub use assistant::{
    AssignChoice, AssignTo, Assistant, AssistantSettings, HandoverSettings, Model, UnansweredAction,
    UnansweredSettings, Warning, WarningCode, Welcome, WhenNobody, WhenSilent, WhenToAnswer,
};
pub use attachment::{Attachment, is_shown, with_names};
pub use audit::{Actor, ActorKind, AuditChange, AuditEntry, AuditTarget};
pub use canned_reply::CannedReply;
pub use dialog::{
    ControlView, Dialog, DialogAssistant, DialogKind, DialogList, DialogSummary, LastMessage, Mark, Offer, OpenEpisode,
    Person, PersonKind, WaitView,
};
pub use event::{Audience, Event};
pub use handover::{EarlierDialog, Handover, HandoverState, Outcome, Packet, Reason};
pub use hit::{Hit, HitMessage, HitNote, HitPart};
pub use ids::{
    AssistantId, AttachmentId, DialogId, EpisodeId, HandoverId, Ids, InvalidId, LessonId, MessageId, NoteId, ReplayId,
    SiteId, SourceId, UnansweredId,
};
pub use invitation::{Invitation, InvitationFace, InvitationRole, InvitationState};
pub use label::{Colour, Label};
pub use local_text::LocalText;
pub use message::{Ai, AiKind, Basis, Message, SourceRef};
pub use note::Note;
pub use notifications::{DeadLetter, NoticeStep, Notifications};
pub use overview::{Attention, AttentionKind, Overview, Start, Today};
pub use page::{AFTER_EVERY_ID, Page, cursor, one_more};
pub use rating::{Rating, Ratings, SCORES, ToRate};
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
pub use view::{View, ViewFilter};
pub use webhook::{Delivery, DeliveryDetail, DeliveryState, Webhook, WebhookEvent};
pub use widget::{Identity, Launcher, WidgetPosition, WidgetSettings, WidgetTheme};
pub use words::{folded, folded_words, places_of_words};
