//! What somebody reads who is asked to work here.

/// Subject and text of the mail.
#[must_use]
pub fn invitation(full_name: &str, invited_by: &str, app_name: &str, link: &str) -> (String, String) {
    let subject = format!("{invited_by} invites you to {app_name}");
    let text = format!(
        "Hello {full_name},\n\n{invited_by} invites you to answer customers of {app_name}. Choose a password here; the \
         link works for seven days and once:\n\n{link}\n\nIf you do not know what this is about, do nothing.\n"
    );
    (subject, text)
}
