//! Every verb of the product. An action names the wish; `change` asks the rules and saves what follows.

mod access;
mod agents;
mod answer;
mod apps;
mod assign;
mod assistants;
mod change;
mod claim;
mod dialogs;
mod effects;
mod keys;
mod knowledge;
mod listen;
mod overdue;
mod packet;
mod person;
mod post;
mod presence;
mod resolve;
mod say;
mod sign_in;
mod text;
mod unanswered;
mod users;
mod view;
mod webhook;

pub use access::Caller;
pub use agents::{AgentChange, change_agent, create_agent, list_agents, reset_password};
pub use answer::{Ask, answer, ask};
pub use apps::{create_app, list_apps, rename_app, rotate_secret, show_app};
pub use assistants::{
    WidgetFace, create_assistant, list_assistants, remove_assistant, rotate_webhook_secret, save_assistant,
    show_assistant, widget_face,
};
pub use claim::{Target, claim, give_back, transfer};
pub use dialogs::{
    Counts, DialogWish, count_dialogs, create_dialog, list_dialogs, list_handovers, list_own_dialogs, mark,
    read_messages, show_dialog,
};
pub use keys::{create_key, list_keys, remove_key};
pub use knowledge::{
    INDEX_JOB, SourceWish, add_file, add_source, index_source, list_sources, remove_source, show_source,
};
pub use listen::{Ear, Missed, is_readable, is_too_far, may_watch, missed, rooms};
pub use overdue::{drop_expired_sessions, end_leases, overdue};
pub use person::ask_for_person;
pub use presence::{set_away, stay_online};
pub use resolve::resolve;
pub use say::{Said, Saying, say};
pub use sign_in::{
    SignedIn, change_password, identify, me, needs_admin, reset_password_by_email, set_up, sign_in, sign_out,
    token_for_user,
};
pub use unanswered::{answer_unanswered, dismiss_unanswered, list_unanswered};
pub use users::{UserWish, change_user, create_user, create_visitor, list_customers, show_user};
pub use webhook::{Delivered, Delivery, deliver};

pub use crate::store::MessagePage;
