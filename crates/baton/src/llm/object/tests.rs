//! A growing text, read as it grows.

use proptest::prelude::*;
use serde_json::json;

use super::*;

const REPLY: &str = "<think>Is {\"ok\": 1} there?</think>Here {it} is:\n```json\n{\"ok\": true, \"list\": \
    [{\"a\": \"}]\\\"}\"}, 7, {\"b\": {\"c\": [\"ü{\"]}}], \"n\": null}\n``` {\"ok\": false}";

fn read(parts: &[&str]) -> Result<Vec<Seen>, Spoilt> {
    let mut reader = ObjectReader::new("ok");
    let mut seen = Vec::new();
    for part in parts {
        seen.extend(reader.feed(part)?);
        if matches!(seen.last(), Some(Seen::End(_))) {
            break;
        }
    }
    Ok(seen)
}

#[test]
fn members_and_items_come_as_they_are_complete() {
    let mut reader = ObjectReader::new("ok");
    assert_eq!(reader.feed("{\"ok\": tru").unwrap(), []);
    assert_eq!(reader.feed("e,").unwrap(), [Seen::Member("ok".into(), json!(true))]);
    assert_eq!(reader.feed("\"list\": [{\"a\": 1}").unwrap(), [Seen::Item("list".into(), json!({ "a": 1 }))]);
    assert_eq!(reader.feed(", {\"a\": \"}]}\"").unwrap(), []);
    assert_eq!(reader.feed("}]").unwrap(), [Seen::Item("list".into(), json!({ "a": "}]}" }))]);
    let whole = json!({ "ok": true, "list": [{ "a": 1 }, { "a": "}]}" }] });
    assert_eq!(reader.feed("}").unwrap(), [Seen::End(whole)]);
}

#[test]
fn thoughts_fences_and_other_braces_are_passed_over() {
    let seen = read(&[REPLY]).unwrap();
    assert_eq!(seen.first(), Some(&Seen::Member("ok".into(), json!(true))));
    let Some(Seen::End(whole)) = seen.last() else { panic!("{seen:?}") };
    assert_eq!(whole["list"], json!([{ "a": "}]\"}" }, 7, { "b": { "c": ["ü{"] } }]));
}

#[test]
fn an_object_that_never_closes_ends_nothing() {
    assert_eq!(read(&["{\"ok\": true"]).unwrap(), []);
    assert_eq!(read(&["no object at all"]).unwrap(), []);
    assert_eq!(read(&["<think>{\"ok\": true}"]).unwrap(), []);
}

#[test]
fn an_object_that_breaks_after_an_item_is_spoilt() {
    assert_eq!(read(&["{\"ok\": true, \"list\": [{\"a\": 1}, {a}]}"]), Err(Spoilt));
}

#[test]
fn endless_text_is_given_up() {
    assert_eq!(read(&[&"x".repeat(TEXT_MAX + 1)]), Err(Spoilt));
}

proptest! {
    #[test]
    fn where_the_text_is_cut_makes_no_difference(cuts in proptest::collection::vec(0..REPLY.len(), 0..9)) {
        let mut cuts: Vec<usize> = cuts.into_iter().filter(|cut| REPLY.is_char_boundary(*cut)).collect();
        cuts.extend([0, REPLY.len()]);
        cuts.sort_unstable();
        let parts: Vec<&str> = cuts.windows(2).map(|cut| &REPLY[cut[0]..cut[1]]).collect();
        prop_assert_eq!(read(&parts), read(&[REPLY]));
    }

    #[test]
    fn no_text_makes_it_panic(text in "[{}\\[\\]\",:\\\\aok ü<think>/]{0,60}") {
        let _ = read(&[&text]);
    }
}
