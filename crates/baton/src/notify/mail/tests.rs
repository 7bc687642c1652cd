//! Does a mail server at the far end of the wire get what was written, and is it understood when it does not take it?

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use mailparse::{MailHeaderMap, parse_mail};
use proptest::prelude::*;
use tokio::net::TcpListener;

use super::{
    Cause::*,
    Mail, MailError,
    MailFailure::{Permanent, Transient},
    MailServer, letter,
};

#[path = "../../../tests/desk/post_office.rs"]
mod post_office;

use post_office::PostOffice;

const FROM: &str = "Support <help@example.com>";

fn mail(text: &str) -> Mail {
    Mail {
        to: "ida@example.com".into(),
        subject: "An answer for you".into(),
        text: text.into(),
        message_id: "h1.2@example.com".into(),
        in_reply_to: None,
        reply_to: None,
        written_at_ms: 1_800_000_000_000,
    }
}

fn server(office: &PostOffice) -> MailServer {
    MailServer::new(&office.url(), FROM).unwrap()
}

fn with_password(office: &PostOffice) -> String {
    format!("smtp://bat%40on:s%2Fcret@{}", office.address())
}

#[tokio::test]
async fn a_mail_arrives_as_it_was_written() {
    let office = PostOffice::open().await;
    let text = "Grüße aus Köln — 你好 👋\n\nYour parcel is on its way.\n";
    let written = Mail {
        to: "Ida Müller <ida@example.com>".into(),
        subject: "Grüße: “your parcel” 你好 ".repeat(4),
        in_reply_to: Some("h1.1@example.com".into()),
        reply_to: Some("Ana <ana@example.com>".into()),
        ..mail(text)
    };
    server(&office).send(&written).await.unwrap();
    let [mail] = &office.until_mail(1).await[..] else { panic!("one mail") };
    assert_eq!((mail.from.as_str(), mail.to.as_slice()), ("help@example.com", &["ida@example.com".to_owned()][..]));
    assert_eq!((mail.hello.as_str(), &mail.signed_in), ("example.com", &None));
    assert_eq!(mail.text(), text.trim_end());
    let header = |name| mail.header(name).unwrap_or_default();
    assert_eq!(header("Subject"), written.subject.trim_end());
    assert_eq!(header("From"), "Support <help@example.com>");
    assert_eq!(header("To").replace('"', ""), "Ida Müller <ida@example.com>");
    assert_eq!(header("Reply-To"), "Ana <ana@example.com>");
    assert_eq!(header("Message-ID"), "<h1.2@example.com>");
    assert_eq!(header("In-Reply-To"), "<h1.1@example.com>");
    assert_eq!(header("References"), "<h1.1@example.com>");
    assert_eq!(header("Auto-Submitted"), "auto-generated");
    assert_eq!(header("Date"), "Fri, 15 Jan 2027 08:00:00 +0000");
    assert_eq!(header("Content-Type"), "text/plain; charset=utf-8");
    assert_eq!(header("MIME-Version"), "1.0");
    assert!(mail.raw.is_ascii());
}

#[tokio::test]
async fn dots_and_long_lines_and_commands_in_a_text_are_only_text() {
    let office = PostOffice::open().await;
    let long = "word ".repeat(500);
    let text = format!(".\n..\n.hidden\nMAIL FROM:<x@example.com>\n.\nQUIT\n{}\nend", long.trim_end());
    server(&office).send(&mail(&text)).await.unwrap();
    server(&office).send(&mail("first\r\n.\r\nMAIL FROM:<x@example.com>\r\n")).await.unwrap();
    let mails = office.until_mail(2).await;
    assert_eq!(mails[0].text(), text);
    assert_eq!(mails[1].text(), "first\n.\nMAIL FROM:<x@example.com>");
    assert_eq!((mails.len(), office.callers()), (2, 2));
}

#[tokio::test]
async fn nothing_in_a_field_becomes_a_header() {
    let office = PostOffice::open().await;
    let evil = Mail {
        subject: "Hello\r\nBcc: x@example.com\n\n<b>body</b>\u{0}\t!".into(),
        message_id: "a>\r\nBcc: <x@example.com".into(),
        in_reply_to: Some("b@example.com\r\n\r\nbody".into()),
        ..mail("text")
    };
    server(&office).send(&evil).await.unwrap();
    let mail = &office.until_mail(1).await[0];
    assert_eq!(mail.header("Subject").unwrap(), "Hello Bcc: x@example.com <b>body</b> !");
    assert_eq!(mail.header("Message-ID").unwrap(), "<aBcc:x@example.com>");
    assert_eq!(mail.header("In-Reply-To").unwrap(), "<b@example.combody>");
    assert!(!mail.headers().iter().any(|name| name.eq_ignore_ascii_case("bcc")));
    assert_eq!((mail.to.len(), mail.text().as_str()), (1, "text"));
}

#[tokio::test]
async fn only_one_right_address_is_written_to() {
    let office = PostOffice::open().await;
    let server = server(&office);
    for to in [
        "",
        "ida",
        "ida@",
        "a@example.com, b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        "I\rda <a@example.com>",
        "\"I\r\n Bcc: x\" <a@example.com>",
        "\"I\u{0}\" <a@example.com>",
    ] {
        let failed = server.send(&Mail { to: to.into(), ..mail("text") }).await;
        assert_eq!(failed, Err(Permanent(Recipient)), "{to}");
    }
    let failed = server.send(&Mail { reply_to: Some("nobody".into()), ..mail("text") }).await;
    assert_eq!(failed, Err(Permanent(ReplyTo)));
    assert_eq!(office.callers(), 0);
}

#[tokio::test]
async fn a_domain_in_other_letters_is_known_to_every_server_but_a_name_is_not() {
    let office = PostOffice::open().await;
    let server = server(&office);
    server.send(&Mail { to: "ida@müller.example".into(), ..mail("text") }).await.unwrap();
    assert_eq!(office.until_mail(1).await[0].to, ["ida@xn--mller-kva.example"]);
    let failed = server.send(&Mail { to: "idä@example.com".into(), ..mail("text") }).await;
    assert_eq!(failed, Err(Permanent(Letters)));
}

#[tokio::test]
async fn a_refusal_of_the_mail_is_for_good_and_a_delay_is_not() {
    let office = PostOffice::open().await;
    let server = server(&office);
    let answered = |code| Answered { code, said: "no such mailbox".into() };
    office.refuse_with(550);
    assert_eq!(server.send(&mail("text")).await, Err(Permanent(answered(550))));
    office.refuse_with(451);
    assert_eq!(server.send(&mail("text")).await, Err(Transient(answered(451))));
    assert_eq!(answered(451).to_string(), "The mail server answered with 451: no such mailbox");
    office.take_again();
    server.send(&mail("text")).await.unwrap();
    assert_eq!(office.mails().len(), 1);
}

#[tokio::test]
async fn a_silent_server_is_given_up_and_tried_again_later() {
    let office = PostOffice::open().await;
    office.fall_silent();
    let server = server(&office);
    let sending = tokio::spawn(async move { server.send(&mail("text")).await });
    office.until_silent().await;
    tokio::time::pause();
    assert_eq!(sending.await.unwrap(), Err(Transient(Late)));
}

#[tokio::test]
async fn a_mail_that_was_taken_is_not_sent_again_because_the_farewell_failed() {
    let office = PostOffice::open().await;
    office.fall_silent_at_the_end();
    let server = server(&office);
    let sending = tokio::spawn(async move { server.send(&mail("text")).await });
    office.until_silent().await;
    tokio::time::pause();
    assert_eq!(sending.await.unwrap(), Ok(()));
    assert_eq!(office.mails().len(), 1);
}

#[tokio::test]
async fn what_is_no_mail_server_is_told_from_what_is_not_there() {
    let office = PostOffice::open().await;
    office.babble();
    assert_eq!(server(&office).send(&mail("text")).await, Err(Transient(NotMail)));
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = MailServer::new(&format!("smtp://{}", free.local_addr().unwrap()), FROM).unwrap();
    drop(free);
    let failed = nobody.send(&mail("text")).await;
    assert!(matches!(&failed, Err(Transient(Unreachable { said })) if said.contains("refused")), "{failed:?}");
}

#[tokio::test]
async fn it_signs_in_with_the_decoded_password() {
    let office = PostOffice::open().await;
    MailServer::new(&with_password(&office), FROM).unwrap().send(&mail("text")).await.unwrap();
    let plain = format!("PLAIN {}", STANDARD.encode("\0bat@on\0s/cret"));
    assert_eq!(office.until_mail(1).await[0].signed_in, Some(plain));
}

#[tokio::test]
async fn the_password_is_never_shown() {
    let office = PostOffice::open().await;
    office.refuse_passwords();
    let server = MailServer::new(&with_password(&office), FROM).unwrap();
    let failed = server.send(&mail("text")).await.unwrap_err();
    assert_eq!(failed, Transient(SignIn { code: 535 }));
    let shown = format!("{server:?} {failed:?} {failed}");
    for secret in ["s/cret", "s%2Fcret", &STANDARD.encode("\0bat@on\0s/cret")] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[tokio::test]
async fn without_the_encryption_that_is_demanded_nothing_is_said() {
    let office = PostOffice::open().await;
    let url = format!("{}?tls=required", with_password(&office));
    let failed = MailServer::new(&url, FROM).unwrap().send(&mail("text")).await;
    assert_eq!(failed, Err(Transient(NoEncryption)));
    let url = format!("smtps://{}", office.address());
    let failed = MailServer::new(&url, FROM).unwrap().send(&mail("text")).await;
    assert!(matches!(failed, Err(Transient(Unsafe { .. }))), "{failed:?}");
    assert!(office.mails().is_empty());
}

#[test]
fn other_machines_are_reached_encrypted_unless_the_settings_say_otherwise() {
    let route = |url| format!("{:?}", MailServer::new(url, FROM).unwrap());
    for (url, expected) in [
        ("smtp://mail.example.com", r#"host: "mail.example.com", port: 587, encryption: "STARTTLS""#),
        ("smtp://me:pw@192.0.2.7:25", r#"host: "192.0.2.7", port: 25, encryption: "STARTTLS""#),
        ("smtp://mail.example.com?tls=none", r#"port: 25, encryption: "none""#),
        ("smtps://mail.example.com", r#"port: 465, encryption: "from the start", signs_in: false"#),
        (
            "smtps://me:pw@mail.example.com:4650/?tls=required",
            r#"port: 4650, encryption: "from the start", signs_in: true"#,
        ),
        ("smtp://localhost:2525", r#"host: "localhost", port: 2525, encryption: "none""#),
        ("smtp://[::1]", r#"host: "::1", port: 25, encryption: "none""#),
        ("smtp://127.0.0.1?tls=required", r#"port: 587, encryption: "STARTTLS""#),
        ("smtp://müller.example", r#"host: "xn--mller-kva.example""#),
    ] {
        assert!(route(url).contains(expected), "{url}: {}", route(url));
    }
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let wrong = |url| MailServer::new(url, FROM).unwrap_err();
    for url in ["", "mail.example.com:25", "smtp://", "http://mail.example.com", "smtp://me:p/w@mail.example.com"] {
        assert_eq!(wrong(url), MailError::Address, "{url}");
    }
    for url in ["smtp://localhost?tls=opportunistic", "smtp://localhost?tsl=required", "smtp://localhost/x"] {
        assert_eq!(wrong(url), MailError::Setting, "{url}");
    }
    assert_eq!(wrong("smtps://mail.example.com?tls=none"), MailError::Contradiction);
    assert_eq!(wrong("smtp://me@mail.example.com"), MailError::HalfCredentials);
    for from in ["", "Support", "a@example.com, b@example.com", "Sup\nport <help@example.com>"] {
        assert_eq!(MailServer::new("smtp://localhost", from).unwrap_err(), MailError::From, "{from}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn whatever_is_written_it_is_one_mail_with_the_same_headers_and_the_same_text(
        subject in wild(),
        text in wild(),
        ids in (wild(), wild()),
    ) {
        let mail = Mail { subject, message_id: ids.0, in_reply_to: Some(ids.1), ..mail(&text) };
        let raw = letter::written(&mail, &letter::mailbox(FROM).unwrap()).unwrap().formatted();
        let ends = raw.iter().filter(|byte| matches!(byte, b'\r' | b'\n')).count();
        prop_assert_eq!(ends, 2 * raw.windows(2).filter(|pair| pair == b"\r\n").count());
        prop_assert!(raw.is_ascii() && raw.split(|byte| *byte == b'\n').all(|line| line.len() < 998));
        let parsed = parse_mail(&raw).unwrap();
        let names: BTreeSet<String> = parsed.headers.iter().map(|header| header.get_key()).collect();
        let expected = [
            "Auto-Submitted", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "In-Reply-To", "MIME-Version",
            "Message-ID", "References", "Subject", "To",
        ];
        prop_assert_eq!(parsed.headers.len(), expected.len());
        prop_assert_eq!(names, expected.map(str::to_owned).into());
        prop_assert_eq!(parsed.headers.get_all_values("To"), ["ida@example.com"]);
        // A mark of the byte order at the beginning is for the reader to drop.
        let lines = |text: &str| text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n").trim_end().to_owned();
        prop_assert_eq!(lines(&parsed.get_body().unwrap()), lines(&text));
    }
}

/// Texts that mean harm, and any others.
fn wild() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        4 => "[ -~]{0,30}",
        1 => Just("\r\n".to_owned()),
        1 => Just("\n.\n".to_owned()),
        1 => Just("\r.\rBcc: <x@example.com>".to_owned()),
        1 => Just("word ".repeat(300)),
        1 => Just("x".repeat(1_100)),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}
