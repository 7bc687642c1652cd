//! Does a browser get what was sent, and nobody else?

use base64::Engine;
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey, elliptic_curve::sec1::ToSec1Point};
use proptest::prelude::*;
use ring::{
    aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey},
};
use serde_json::{Value, json};
use sha2::Sha256;

use super::*;

const NOW_SECONDS: i64 = 1_800_000_000;
const ENDPOINT: &str = "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV";

/// The browser's side.
struct Browser {
    secret: SecretKey,
    auth: [u8; 16],
}

impl Browser {
    fn new(secret: [u8; 32], auth: [u8; 16]) -> Option<Self> {
        Some(Self { secret: SecretKey::from_slice(&secret).ok()?, auth })
    }

    /// The one of RFC 8291, appendix A.
    fn of_the_rfc() -> Self {
        Self::new(bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"), bytes("BTBZMqHH6r4Tts7J_aSIgg")).unwrap()
    }

    fn subscription(&self) -> Subscription {
        let point = self.secret.public_key().to_sec1_point(false);
        Subscription {
            endpoint: ENDPOINT.into(),
            p256dh: BASE64.encode(point.as_bytes()),
            auth: BASE64.encode(self.auth),
        }
    }

    /// What it reads from a body, going the way of RFC 8188 and RFC 8291 backwards.
    fn opens(&self, body: &[u8]) -> Option<Vec<u8>> {
        let (salt, rest) = body.split_at_checked(16)?;
        let (record_bytes, rest) = rest.split_first_chunk::<4>()?;
        let (&id_bytes, rest) = rest.split_first()?;
        let (sender, record) = rest.split_at_checked(usize::from(id_bytes))?;
        if record.len() > usize::try_from(u32::from_be_bytes(*record_bytes)).ok()? {
            return None;
        }
        let shared = self.secret.diffie_hellman(&PublicKey::from_sec1_bytes(sender).ok()?);
        let own = self.secret.public_key().to_sec1_point(false);
        let info = [b"WebPush: info\0", own.as_bytes(), sender].concat();
        let mut material = [0; 32];
        shared.extract::<Sha256>(Some(&self.auth)).expand(&info, &mut material).ok()?;
        let keys = Hkdf::<Sha256>::new(Some(salt), &material);
        let (mut key, mut nonce) = ([0; 16], [0; 12]);
        keys.expand(b"Content-Encoding: aes128gcm\0", &mut key).ok()?;
        keys.expand(b"Content-Encoding: nonce\0", &mut nonce).ok()?;
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).ok()?);
        let mut record = record.to_vec();
        let opened = key.open_in_place(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record).ok()?;
        Some(opened.strip_suffix(&[2])?.to_vec())
    }
}

fn bytes<const N: usize>(text: &str) -> [u8; N] {
    BASE64.decode(text).unwrap().try_into().unwrap()
}

fn chance_of_the_rfc() -> Chance {
    Chance { salt: bytes("DGv6ra1nlYgDCS1FRnbzlw"), ephemeral: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw") }
}

fn push(message: &[u8]) -> Push<'_> {
    Push { message, topic: None, urgency: Urgency::High, ttl_seconds: 3600 }
}

fn sent(subscription: &Subscription, push: &Push<'_>) -> Result<PushRequest, PushError> {
    let key = VapidKey::generate([7; 32]).unwrap();
    let sender = Sender { key: &key, contact: "mailto:help@example.com", now_seconds: NOW_SECONDS };
    request(subscription, push, &sender, &chance_of_the_rfc())
}

fn header<'a>(request: &'a PushRequest, name: &str) -> Option<&'a str> {
    request.headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str())
}

/// RFC 8291, section 5.
#[test]
fn the_body_is_that_of_the_rfc_byte_by_byte() {
    let request =
        sent(&Browser::of_the_rfc().subscription(), &push(b"When I grow up, I want to be a watermelon")).unwrap();
    assert_eq!(
        BASE64.encode(&request.body),
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A\
         _yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    );
    assert_eq!(request.url, ENDPOINT);
}

#[test]
fn the_headers_say_how_long_and_how_urgently() {
    let browser = Browser::of_the_rfc().subscription();
    let request = sent(&browser, &Push { topic: Some("64f1c0ffee00000000000001"), ..push(b"hello") }).unwrap();
    assert_eq!(header(&request, "ttl"), Some("3600"));
    assert_eq!(header(&request, "urgency"), Some("high"));
    assert_eq!(header(&request, "topic"), Some("64f1c0ffee00000000000001"));
    assert_eq!(header(&request, "content-encoding"), Some("aes128gcm"));
    let request = sent(&browser, &Push { urgency: Urgency::Normal, ..push(b"hello") }).unwrap();
    assert_eq!((header(&request, "urgency"), header(&request, "topic")), (Some("normal"), None));
}

#[test]
fn the_push_service_can_verify_who_sends_with_the_public_key() {
    let request = sent(&Browser::of_the_rfc().subscription(), &push(b"hello")).unwrap();
    let (token, key) =
        header(&request, "authorization").unwrap().strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    assert_eq!(key, VapidKey::generate([7; 32]).unwrap().public());
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, BASE64.decode(key).unwrap());
    key.verify(signed.as_bytes(), &BASE64.decode(signature).unwrap()).unwrap();
    let part = |part: &str| -> Value { serde_json::from_slice(&BASE64.decode(part).unwrap()).unwrap() };
    let (header, claims) = signed.split_once('.').unwrap();
    assert_eq!(part(header), json!({ "typ": "JWT", "alg": "ES256" }));
    assert_eq!(
        part(claims),
        json!({ "aud": "https://push.example.net", "exp": NOW_SECONDS + 43_200, "sub": "mailto:help@example.com" })
    );
}

#[test]
fn a_key_is_stored_and_comes_back_and_is_not_shown() {
    let key = VapidKey::generate([7; 32]).unwrap();
    let back = VapidKey::from_secret(&key.secret()).unwrap();
    assert_eq!(back.public(), key.public());
    assert_eq!(BASE64.decode(key.public()).unwrap().len(), 65);
    assert!(!format!("{key:?}").contains(&key.secret()));
    assert!(VapidKey::generate([0; 32]).is_none() && VapidKey::generate([255; 32]).is_none());
    assert_eq!(VapidKey::from_secret("AAAA").err(), Some(DamagedKey));
    assert_eq!(VapidKey::from_secret("not base64!").err(), Some(DamagedKey));
}

#[test]
fn a_wrong_subscription_is_refused_with_the_part_that_is_wrong() {
    let right = Browser::of_the_rfc().subscription();
    let wrong = |change: &dyn Fn(&mut Subscription)| {
        let mut subscription = right.clone();
        change(&mut subscription);
        subscription.checked().map(|_| ()).unwrap_err()
    };
    for endpoint in
        ["", "push", "http://push.example.net/x", "ftp://push.example.net/x", "https://me:pw@push.example.net"]
    {
        assert_eq!(wrong(&|it| it.endpoint = endpoint.into()), WrongSubscription::Endpoint, "{endpoint}");
    }
    assert_eq!(wrong(&|it| it.endpoint = format!("{ENDPOINT}{}", "x".repeat(2_000))), WrongSubscription::TooLong);
    let mut off_the_curve = BASE64.decode(&right.p256dh).unwrap();
    off_the_curve[64] ^= 1;
    let compressed = Browser::of_the_rfc().secret.public_key().to_sec1_point(true);
    for key in ["", "AAAA", "%", &BASE64.encode(off_the_curve), &BASE64.encode(compressed.as_bytes())] {
        assert_eq!(wrong(&|it| it.p256dh = key.into()), WrongSubscription::Key, "{key}");
    }
    for auth in ["", "AAAA", "%", "BTBZMqHH6r4Tts7J_aSIggAA"] {
        assert_eq!(wrong(&|it| it.auth = auth.into()), WrongSubscription::Auth, "{auth}");
    }
    assert_eq!(
        sent(&Subscription { auth: "x".into(), ..right.clone() }, &push(b"")),
        Err(WrongSubscription::Auth.into())
    );
}

#[test]
fn padding_and_a_push_service_on_this_machine_are_fine() {
    let mut subscription = Browser::of_the_rfc().subscription();
    subscription.auth.push_str("==");
    for endpoint in ["http://127.0.0.1:8080/push", "http://localhost/push", "http://[::1]:9/"] {
        subscription.endpoint = endpoint.into();
        assert_eq!(subscription.checked().unwrap().endpoint().as_str(), endpoint);
    }
}

#[test]
fn what_cannot_be_sent_is_said() {
    let browser = Browser::of_the_rfc().subscription();
    assert!(sent(&browser, &push(&[0; MESSAGE_BYTES_MAX])).is_ok());
    assert_eq!(sent(&browser, &push(&[0; MESSAGE_BYTES_MAX + 1])), Err(PushError::TooLong { bytes: 3_001 }));
    for topic in ["", "two words", "x\r\ny", &"x".repeat(33)] {
        assert_eq!(sent(&browser, &Push { topic: Some(topic), ..push(b"") }), Err(PushError::Topic));
    }
    let key = VapidKey::generate([7; 32]).unwrap();
    let sender = Sender { key: &key, contact: "help@example.com", now_seconds: NOW_SECONDS };
    assert_eq!(request(&browser, &push(b""), &sender, &chance_of_the_rfc()), Err(PushError::Contact));
    let no_key = Chance { ephemeral: [255; 32], ..chance_of_the_rfc() };
    let sender = Sender { contact: "https://example.com", ..sender };
    assert_eq!(request(&browser, &push(b""), &sender, &no_key), Err(PushError::Chance));
}

#[test]
fn an_answer_tells_what_to_do_with_the_subscription() {
    assert!([200, 201, 202].into_iter().all(|status| verdict(status) == Pushed::Sent));
    assert!([404, 410].into_iter().all(|status| verdict(status) == Pushed::Gone));
    assert!([307, 408, 429, 500, 502, 503].into_iter().all(|status| verdict(status) == Pushed::Failed));
    assert!([400, 401, 403, 413].into_iter().all(|status| verdict(status) == Pushed::Refused));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn any_message_is_read_by_its_browser_and_by_no_other(
        message in prop::collection::vec(any::<u8>(), 0..=MESSAGE_BYTES_MAX),
        (secret, auth) in any::<([u8; 32], [u8; 16])>(),
        (salt, ephemeral) in any::<([u8; 16], [u8; 32])>(),
        changed in any::<prop::sample::Index>(),
    ) {
        let Some(browser) = Browser::new(secret, auth) else { return Ok(()) };
        let receiver = browser.subscription().checked().unwrap();
        let Ok(mut body) = encrypt::sealed(&message, &receiver, &Chance { salt, ephemeral }) else { return Ok(()) };
        prop_assert!(body.len() <= 4096);
        prop_assert_eq!(browser.opens(&body), Some(message));
        prop_assert_eq!(Browser::of_the_rfc().opens(&body), None);
        // All but the record's size, which only has to be large enough.
        let at = changed.index(body.len());
        if !(16..20).contains(&at) {
            body[at] ^= 1;
            prop_assert_eq!(browser.opens(&body), None);
        }
    }
}
