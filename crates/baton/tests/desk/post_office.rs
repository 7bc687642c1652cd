//! A mail server at the far end of the wire: takes mail over a real socket, or misbehaves as it is told.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use mailparse::{MailHeaderMap, ParsedMail, parse_mail};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::{JoinHandle, JoinSet},
};

/// Longer than any mail takes; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct PostOffice {
    address: SocketAddr,
    counter: Arc<Counter>,
    open: JoinHandle<()>,
}

/// What a mail server was handed.
#[derive(Clone, Debug)]
pub struct Received {
    /// Who it is from and for by the envelope.
    pub from: String,
    pub to: Vec<String>,
    /// What the sender called itself, and `AUTH` as it came, if it did.
    pub hello: String,
    pub signed_in: Option<String>,
    /// As it is kept: without dot stuffing.
    pub raw: Vec<u8>,
}

struct Counter {
    mood: watch::Sender<Mood>,
    mails: watch::Sender<Vec<Received>>,
    callers: watch::Sender<usize>,
    silent: watch::Sender<bool>,
}

#[derive(Clone, Copy)]
enum Mood {
    Takes,
    /// Answers each recipient with this code.
    Refuses(u16),
    RefusesPassword,
    /// Takes the call and says nothing more after the greeting.
    Silent,
    /// Takes the mail and does not say goodbye.
    SilentAtTheEnd,
    Babbles,
}

impl PostOffice {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let counter = Arc::new(Counter {
            mood: watch::Sender::new(Mood::Takes),
            mails: watch::Sender::default(),
            callers: watch::Sender::default(),
            silent: watch::Sender::default(),
        });
        let open = tokio::spawn(accept(listener, counter.clone()));
        Self { address, counter, open }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// For the settings of Baton.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    pub fn take_again(&self) {
        self.counter.mood.send_replace(Mood::Takes);
    }

    pub fn refuse_with(&self, code: u16) {
        self.counter.mood.send_replace(Mood::Refuses(code));
    }

    pub fn refuse_passwords(&self) {
        self.counter.mood.send_replace(Mood::RefusesPassword);
    }

    pub fn fall_silent(&self) {
        self.counter.mood.send_replace(Mood::Silent);
    }

    pub fn fall_silent_at_the_end(&self) {
        self.counter.mood.send_replace(Mood::SilentAtTheEnd);
    }

    pub fn babble(&self) {
        self.counter.mood.send_replace(Mood::Babbles);
    }

    /// Received so far.
    pub fn mails(&self) -> Vec<Received> {
        self.counter.mails.borrow().clone()
    }

    /// How many connections there were so far.
    pub fn callers(&self) -> usize {
        *self.counter.callers.borrow()
    }

    /// Until a caller waits for an answer that will not come.
    pub async fn until_silent(&self) {
        let mut silent = self.counter.silent.subscribe();
        tokio::time::timeout(PATIENCE, silent.wait_for(|silent| *silent)).await.expect("it keeps talking").unwrap();
    }

    /// All mails, as soon as there are so many.
    pub async fn until_mail(&self, count: usize) -> Vec<Received> {
        let mut mails = self.counter.mails.subscribe();
        let enough = mails.wait_for(|mails| mails.len() >= count);
        let waited = tokio::time::timeout(PATIENCE, enough).await;
        waited.unwrap_or_else(|_| panic!("{count} mails did not come in time")).unwrap().clone()
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        self.open.abort();
    }
}

impl Received {
    /// Decoded.
    pub fn header(&self, name: &str) -> Option<String> {
        self.parsed().headers.get_first_value(name)
    }

    /// The names of all headers, as they stand.
    pub fn headers(&self) -> Vec<String> {
        self.parsed().headers.iter().map(|header| header.get_key()).collect()
    }

    /// The body, decoded, with ends of lines as `\n`.
    pub fn text(&self) -> String {
        self.parsed().get_body().unwrap().replace("\r\n", "\n").trim_end_matches('\n').to_owned()
    }

    fn parsed(&self) -> ParsedMail<'_> {
        parse_mail(&self.raw).unwrap()
    }
}

async fn accept(listener: TcpListener, counter: Arc<Counter>) {
    let mut calls = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        counter.callers.send_modify(|callers| *callers += 1);
        let counter = counter.clone();
        // A caller who hangs up ends the call, not the test.
        calls.spawn(async move { Call { stream: BufReader::new(stream), counter }.serve().await.unwrap_or_default() });
    }
}

struct Call {
    stream: BufReader<TcpStream>,
    counter: Arc<Counter>,
}

impl Call {
    async fn serve(mut self) -> std::io::Result<()> {
        let babbles = matches!(self.mood(), Mood::Babbles);
        self.say(if babbles { "SSH-2.0-OpenSSH_10.0" } else { "220 post office" }).await?;
        let mut mail = Received { from: "".into(), to: vec![], hello: "".into(), signed_in: None, raw: vec![] };
        while let Some(line) = self.line().await? {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            let (verb, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" if matches!(self.mood(), Mood::Silent) => self.wait().await,
                "EHLO" => {
                    mail.hello = rest.to_owned();
                    self.say("250-post office\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN").await?;
                }
                "AUTH" if matches!(self.mood(), Mood::RefusesPassword) => self.say(&format!("535 not {rest}")).await?,
                "AUTH" => {
                    mail.signed_in = Some(rest.to_owned());
                    self.say("235 welcome").await?;
                }
                "MAIL" => {
                    mail.from = bare(rest);
                    self.say("250 ok").await?;
                }
                "RCPT" => match self.mood() {
                    Mood::Refuses(code) => self.say(&format!("{code}-no such\r\n{code} mailbox")).await?,
                    Mood::Takes | Mood::RefusesPassword | Mood::Silent | Mood::SilentAtTheEnd | Mood::Babbles => {
                        mail.to.push(bare(rest));
                        self.say("250 ok").await?;
                    }
                },
                "DATA" => {
                    self.say("354 go on").await?;
                    mail.raw = self.data().await?;
                    self.counter.mails.send_modify(|mails| mails.push(mail.clone()));
                    mail.to.clear();
                    self.say("250 taken").await?;
                }
                "QUIT" if matches!(self.mood(), Mood::SilentAtTheEnd) => self.wait().await,
                "QUIT" => return self.say("221 bye").await,
                _ => self.say("500 what?").await?,
            }
        }
        Ok(())
    }

    fn mood(&self) -> Mood {
        *self.counter.mood.borrow()
    }

    async fn wait(&self) {
        self.counter.silent.send_replace(true);
        std::future::pending().await
    }

    /// Until the line with only a dot; a dot before a dot is taken away (RFC 5321, section 4.5.2).
    async fn data(&mut self) -> std::io::Result<Vec<u8>> {
        let mut raw = Vec::new();
        while let Some(line) = self.line().await? {
            if line == b".\r\n" {
                break;
            }
            raw.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
        }
        Ok(raw)
    }

    async fn line(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let read = self.stream.read_until(b'\n', &mut line).await?;
        Ok((read > 0).then_some(line))
    }

    async fn say(&mut self, line: &str) -> std::io::Result<()> {
        self.stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await
    }
}

/// `FROM:<a@example.com> BODY=8BITMIME` is `a@example.com`.
fn bare(path: &str) -> String {
    let after = path.split_once('<').map_or("", |(_, after)| after);
    after.split_once('>').map_or("", |(address, _)| address).to_owned()
}
