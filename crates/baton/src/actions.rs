//! Every verb of the product. An action names the wish; `change` asks the rules and saves what follows.

mod access;
mod agents;
mod answer;
mod apps;
mod assign;
mod assistants;
mod attachments;
mod audit;
mod canned_replies;
mod change;
mod claim;
mod copilot;
mod dialogs;
mod effects;
mod episode;
mod feedback;
mod indexing;
mod invitations;
mod keys;
mod knowledge;
mod labels;
mod ladder;
mod listen;
mod lists;
mod notes;
mod notifications;
mod outgoing;
mod overdue;
mod overview;
mod packet;
mod person;
mod post;
mod presence;
mod ratings;
mod record;
mod replay;
mod report;
mod resolve;
mod say;
mod scene;
mod search;
mod sign_in;
mod sites;
mod snooze;
mod sweep;
mod teams;
mod text;
mod unanswered;
mod users;
mod view;
mod views;
mod visitors;
mod wait;
mod webhook;
mod webhooks;
mod widget;

pub use access::Caller;
pub use agents::{change_agent, create_agent, list_agents, reset_password};
pub use answer::{Ask, Trial, answer, ask};
pub use apps::{create_app, list_apps, rename_app, rotate_identity_secret, rotate_secret, show_app};
pub use assistants::{
    create_assistant, list_assistants, remove_assistant, rotate_webhook_secret, save_assistant, show_assistant,
};
pub use attachments::{attach, check_upload, open_attachment, too_large};
pub use audit::list_audit;
pub use canned_replies::{change_canned_reply, create_canned_reply, list_canned_replies, remove_canned_reply};
pub use claim::{Target, claim, decline, give_back, transfer};
pub use copilot::{DraftTask, DraftWish, Drafted, Tone, draft};
pub use dialogs::{DialogWish, create_dialog, list_handovers, list_own_dialogs, mark, read_messages, show_dialog};
pub use episode::end_quiet_episodes;
pub use feedback::rate;
pub use indexing::{
    ENCODE_JOB, IndexSource, LEARN_JOB, OfApp, cancel_indexing, encode_everything, encode_knowledge, index_again,
    index_source, learn,
};
pub use invitations::{
    InvitationJob, InvitationWish, Invited, accept_invitation, create_invitation, invitation_mail, list_invitations,
    renew_invitation, show_invitation, withdraw_invitation,
};
pub use keys::{create_key, list_keys, remove_key};
pub use knowledge::{
    EncoderView, EncoderWord, KnowledgeView, SourceChange, SourceWanted, SourceWish, add_file, add_source,
    change_source, encoder_view, knowledge_curve, knowledge_overview, list_sources, list_versions, remove_source,
    show_source, want_encoder,
};
pub use labels::{LabelChange, change_label, create_label, list_labels, remove_label, set_labels};
pub use ladder::{MailJob, NoticeJob, PushJob, climb};
pub use listen::{Ear, Missed, is_readable, is_too_far, may_watch, missed, rooms};
pub use lists::{Counts, count_dialogs, list_dialogs};
pub use notes::{NoteWish, leave_note, list_notes};
pub use notifications::{
    list_dead_letters, push_key, remove_dead_letter, retry_dead_letter, rotate_notifications_secret,
    save_notifications, show_notifications, subscribe_push, unsubscribe_push,
};
pub use outgoing::{ReplyJob, forget_push, notice_call, push_request, reply_mail, staff_mail};
pub use overdue::{end_leases, overdue};
pub use overview::overview;
pub use person::{ask_for_person, leave_contact, want_no_person};
pub use presence::{set_away, stay_online};
pub use ratings::rate_handover;
pub use record::{as_stored, read_record, retell};
pub use replay::{Replayed, list_replays};
pub use report::report;
pub use resolve::resolve;
pub use say::{Said, Saying, say};
pub use search::search;
pub use sign_in::{
    SignedIn, change_password, identify, me, needs_admin, reset_password_by_email, set_up, sign_in, sign_out,
    token_for_user,
};
pub use sites::{
    PageFile, PageText, ReadSite, SavedPage, SiteTurn, SiteWish, Then, begin_due_sites, cancel_site, create_site,
    list_site_pages, list_sites, page_like, put_off, read_page, read_site_again, remove_site, save_turn, show_site,
    site_reading,
};
pub use snooze::{WakeJob, snooze, wake};
pub use sweep::sweep;
pub use teams::{TeamChange, change_team, create_team, list_teams, remove_team};
pub use unanswered::{
    UnansweredAnswer, UnansweredFixed, answer_unanswered, dismiss_unanswered, list_unanswered, show_unanswered,
    unanswered_trend,
};
pub use users::{UserWish, change_user, create_user, fold_names, list_customers, show_user};
pub use views::{change_view, create_view, list_views, remove_view};
pub use visitors::{Visit, create_visitor};
pub use webhook::{Delivered, Delivery, deliver};
pub use webhooks::{
    Called, DeliveriesJob, RunEnd, called, change_webhook, create_webhook, drop_old_deliveries, follow_events,
    list_deliveries, list_webhooks, next_call, remove_webhook, replace_webhook_secret, retry_delivery, run_ended,
    show_delivery,
};
pub use widget::{Appearance, WidgetFace, widget_face, widget_frame_ancestors};

pub use crate::{
    knowledge::{Curve, Format, Turn},
    store::{AgentChange, AuditFilter, ListFilter, MessagePage, WebhookChange},
};
