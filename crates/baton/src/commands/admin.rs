//! What an administrator of the machine does without the browser.

use anyhow::bail;
use baton::{
    actions::{self, Caller},
    app::Shared,
};
use clap::{Args, Subcommand};

use super::settings::{Settings, open, open_existing};

/// Create the first admin, reset a password, make an API key
///
/// Works on the same database as the server, which may be running.
#[derive(Args, Debug)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Create the first admin; the password is made and printed
    Create {
        #[arg(long)]
        full_name: String,
        #[arg(long)]
        email: String,
    },
    /// Give an admin or agent a new password, which is made and printed; their sessions end
    ResetPassword { email: String },
    /// List the apps
    Apps,
    /// Make an API key for an app; it is printed once
    CreateKey {
        #[arg(long)]
        app: i64,
        #[arg(long)]
        name: String,
    },
}

pub async fn run(arguments: Arguments) -> anyhow::Result<()> {
    let config = arguments.settings.load()?;
    let app = match arguments.command {
        Command::Create { .. } => open(config).await?,
        Command::ResetPassword { .. } | Command::Apps | Command::CreateKey { .. } => open_existing(config).await?,
    };
    let done = perform(&app, arguments.command).await;
    app.store.close().await;
    done
}

async fn perform(app: &Shared, command: Command) -> anyhow::Result<()> {
    let caller = Caller::Admin { id: 0 };
    match command {
        Command::Create { full_name, email } => {
            let password = app.secrets.password();
            actions::set_up(app, &full_name, &email, &password).await?;
            println!("Admin {email} with the password {password}");
        }
        Command::ResetPassword { email } => {
            let Some(password) = actions::reset_password_by_email(app, &email).await? else {
                bail!("there is no admin or agent with the e-mail {email}")
            };
            println!("The new password of {email} is {password}");
        }
        Command::Apps => {
            for app in actions::list_apps(app, caller, None, 1000).await?.items {
                println!("{:>6}  {}", app.id, app.name);
            }
        }
        Command::CreateKey { app: of, name } => {
            let (_, key) = actions::create_key(app, caller, of, &name).await?;
            println!("{key}");
        }
    }
    Ok(())
}
