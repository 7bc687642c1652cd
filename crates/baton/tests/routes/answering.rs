//! How the AI Agent answers: follow-ups, several questions at once, questions back, and while it still writes.

mod clarify;
mod feedback;
mod follow_ups;
mod injections;
mod previews;
mod several;
