//! The token with which a website vouches for a visitor: a JWT (RFC 7519) signed with HMAC-SHA256, and with nothing else.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use handover::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use sha2::Sha256;

const ALGORITHM: &str = "HS256";
const TOKEN_BYTES_MAX: usize = 8_192;
const SUBJECT_CHARS_MAX: usize = 200;
const DAYS_MAX: i64 = 30;
const DAY_MS: i64 = 86_400_000;
/// The website's clock may be so much ahead.
const CLOCK_MS: i64 = 300_000;

/// Who the visitor is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Claims {
    /// The website's own id of them.
    pub sub: String,
    pub name: Option<String>,
    pub email: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    /// What a reader must understand, of which this one understands nothing.
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Payload {
    #[serde(default)]
    sub: Value,
    exp: Option<f64>,
    nbf: Option<f64>,
    #[serde(default)]
    name: Value,
    #[serde(default)]
    email: Value,
}

/// Says in a sentence why a token does not count.
pub(super) fn read(token: &str, secret: &str, now: Timestamp) -> Result<Claims, &'static str> {
    const NONE: &str = "the identity token is no JWT: it has three parts in base64url with dots between them";
    if token.len() > TOKEN_BYTES_MAX {
        return Err("the identity token is longer than 8 KiB; leave out what is not needed");
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(NONE)?;
    let (header, payload) = signed.split_once('.').ok_or(NONE)?;
    let header: Header = part(header).ok_or(NONE)?;
    if header.alg != ALGORITHM || header.crit.is_some() {
        return Err("the identity token must be signed with HS256 and have no `crit`");
    }
    if !is_signed(signed, signature, secret) {
        return Err("the identity token is not signed with this app's identity secret; sign it on your server");
    }
    let payload: Payload = part(payload).ok_or("what the identity token says is no JSON object as described")?;
    in_time(&payload, now)?;
    let text = |value: Value| value.as_str().map(ToOwned::to_owned);
    let sub = text(payload.sub).filter(|sub| !sub.trim().is_empty() && sub.chars().count() <= SUBJECT_CHARS_MAX);
    let sub = sub.filter(|sub| !sub.contains('\0'));
    let sub = sub.ok_or("the identity token must name the visitor in `sub`, with 1 to 200 characters")?;
    Ok(Claims { sub, name: text(payload.name), email: text(payload.email) })
}

fn part<T: DeserializeOwned>(encoded: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(encoded).ok()?).ok()
}

/// Takes the same time whatever is wrong with the signature.
fn is_signed(signed: &str, signature: &str, secret: &str) -> bool {
    let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else { return false };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return false };
    mac.update(signed.as_bytes());
    mac.verify_slice(&signature).is_ok()
}

fn in_time(payload: &Payload, now: Timestamp) -> Result<(), &'static str> {
    let Some(exp) = payload.exp.map(milliseconds) else {
        return Err("the identity token must say in `exp` when it expires, in seconds since 1970");
    };
    if exp <= now.0 {
        return Err("the identity token has expired; sign a new one");
    }
    if exp > now.plus(DAYS_MAX * DAY_MS + CLOCK_MS).0 {
        return Err("the identity token must expire within 30 days; `exp` is in seconds since 1970");
    }
    if payload.nbf.map(milliseconds).is_some_and(|nbf| nbf > now.plus(CLOCK_MS).0) {
        return Err("the identity token is not valid yet; look at the clock of your server");
    }
    Ok(())
}

#[allow(clippy::cast_possible_truncation, reason = "what is too large becomes the largest, which is too late")]
fn milliseconds(seconds: f64) -> i64 {
    (seconds * 1_000.0) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    const NOW: Timestamp = Timestamp(1_772_442_000_000);
    const SECRET: &str = "is_secret";

    fn signed(header: &Value, payload: &Value) -> String {
        let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let signed = format!("{}.{}", encode(header), encode(payload));
        let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
        mac.update(signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    fn says(payload: Value) -> Result<Claims, &'static str> {
        read(&signed(&json!({ "alg": "HS256", "typ": "JWT" }), &payload), SECRET, NOW)
    }

    /// Seconds from now.
    fn within(seconds: i64) -> i64 {
        NOW.0 / 1_000 + seconds
    }

    #[test]
    fn a_signed_token_says_who_it_is() {
        let claims = says(json!({ "sub": "crm-7", "name": "Ida", "email": "ida@shop.example", "exp": within(60) }));
        let (name, email) = (Some("Ida".to_owned()), Some("ida@shop.example".to_owned()));
        assert_eq!(claims, Ok(Claims { sub: "crm-7".into(), name, email }));
        let little = says(json!({ "sub": "7", "exp": within(60), "name": 5, "more": [1] })).unwrap();
        assert_eq!((little.name, little.email), (None, None));
    }

    /// The example of RFC 7515, appendix A.1: another way to sign gives the same signature.
    #[test]
    fn the_signature_is_that_of_the_standard() {
        let token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6\
            Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let mut mac = Hmac::<Sha256>::new_from_slice(&URL_SAFE_NO_PAD.decode(key).unwrap()).unwrap();
        mac.update(token.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
        assert_eq!(signature, "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }

    #[test]
    fn only_one_algorithm_counts() {
        let payload = json!({ "sub": "7", "exp": within(60) });
        for header in [
            json!({ "alg": "none" }),
            json!({ "alg": "hs256" }),
            json!({ "alg": "HS512" }),
            json!({ "alg": "RS256" }),
            json!({}),
            json!({ "alg": "HS256", "crit": ["exp"] }),
        ] {
            assert!(read(&signed(&header, &payload), SECRET, NOW).is_err(), "{header}");
        }
        let unsigned = signed(&json!({ "alg": "none" }), &payload);
        let bare = unsigned.rsplit_once('.').unwrap().0;
        assert!(read(&format!("{bare}."), SECRET, NOW).is_err() && read(bare, SECRET, NOW).is_err());
    }

    #[test]
    fn a_changed_token_does_not_count() {
        let token = signed(&json!({ "alg": "HS256" }), &json!({ "sub": "7", "exp": within(60) }));
        let (signed_part, signature) = token.rsplit_once('.').unwrap();
        let (header, _) = signed_part.split_once('.').unwrap();
        let other = URL_SAFE_NO_PAD.encode(json!({ "sub": "1", "exp": within(60) }).to_string());
        assert!(read(&format!("{header}.{other}.{signature}"), SECRET, NOW).is_err());
        assert!(read(&format!("{signed_part}.{}", &signature[..20]), SECRET, NOW).is_err());
        assert!(read(&token, "is_other", NOW).is_err());
        assert!(read(&token, SECRET, NOW).is_ok());
    }

    #[test]
    fn a_token_lasts_at_most_thirty_days() {
        let expiring = |exp: Value| says(json!({ "sub": "7", "exp": exp })).is_ok();
        assert!(expiring(json!(within(1))) && expiring(json!(within(30 * 86_400))));
        for wrong in [json!(within(0)), json!(within(31 * 86_400)), json!(NOW.0), json!(-1), json!("soon"), json!(null)]
        {
            assert!(!expiring(wrong.clone()), "{wrong}");
        }
        assert!(says(json!({ "sub": "7" })).is_err(), "one that never expires");
        assert!(says(json!({ "sub": "7", "exp": within(60), "nbf": within(3_600) })).is_err());
    }

    #[test]
    fn it_names_somebody() {
        for sub in [json!(null), json!(""), json!("  "), json!(7), json!("x".repeat(201)), json!("a\0b")] {
            assert!(says(json!({ "sub": sub, "exp": within(60) })).is_err(), "{sub}");
        }
    }

    proptest! {
        #[test]
        fn nothing_unsigned_counts(token in "[A-Za-z0-9_.=-]{0,200}") {
            prop_assert!(read(&token, SECRET, NOW).is_err());
        }
    }
}
