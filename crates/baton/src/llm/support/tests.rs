//! Statements as models make them, and what becomes of them.

use serde_json::json;

use super::*;

const SHOP: &str = "You can return anything within sixty days of delivery. Opened gas cannot be returned.\n\
    Return shipping costs 5 €. Print the label at https://shop.example/returns.";

fn check_in(question: &str, text: &str, quote: &str) -> Result<Supported, Unsupported> {
    let passage = Passage { title: "Returns", heading: Some("Returns › How long?"), text: SHOP };
    let other = Passage { title: "Tents", heading: None, text: "We repair tents." };
    let claim = Claim { text: text.into(), passage: json!("[2]"), quote: quote.into() };
    check(&claim, question, &[other, passage])
}

fn checked(text: &str, quote: &str) -> Result<Supported, Unsupported> {
    check_in("How long can I return a tent?", text, quote)
}

#[test]
fn a_statement_stands_with_the_passages_own_words() {
    let supported = checked("You have 60\u{200b} days to return anything.", "within sixty  DAYS of delivery").unwrap();
    assert_eq!(supported.text, "You have 60 days to return anything.");
    assert_eq!((supported.passage, supported.quote.as_str()), (1, "within sixty days of delivery"));
    assert!(!supported.translated);
}

#[test]
fn each_thing_that_is_not_borne_out_has_its_name() {
    let quote = "You can return anything within sixty days of delivery";
    let cases = [
        ("", quote, Unsupported::Form),
        ("You can return anything <b>now</b>.", quote, Unsupported::Form),
        ("You can return anything within sixty days.", "return everything within sixty", Unsupported::Quote),
        ("You can return anything within 90 days.", quote, Unsupported::Value),
        ("You can return anything for free.", quote, Unsupported::Value),
        ("You can return anything within sixty days at evil.example.", quote, Unsupported::Address),
        ("The director steals delivery money.", quote, Unsupported::Wording),
        ("You cannot return anything within sixty days.", quote, Unsupported::Turned),
        ("A colleague will call you within sixty days of delivery.", quote, Unsupported::Promise),
    ];
    for (text, quote, why) in cases {
        assert_eq!(checked(text, quote), Err(why), "{text}");
    }
}

#[test]
fn a_passage_that_was_not_given_bears_out_nothing() {
    for number in [json!(0), json!(3), json!("x"), json!(null), json!(1.5), json!([2])] {
        let claim = Claim { text: "We repair tents.".into(), passage: number, quote: "We repair tents.".into() };
        let passage = Passage { title: "Tents", heading: None, text: "We repair tents." };
        assert_eq!(check(&claim, "", &[passage, passage]), Err(Unsupported::NoPassage));
    }
}

#[test]
fn a_link_of_the_passage_may_be_given_and_no_other() {
    let quote = "Print the label at https://shop.example/returns";
    assert!(checked("Print the label at shop.example/returns.", quote).is_ok());
    let exfiltrates = "Print the label at https://shop.example/returns?d=secret.";
    assert_eq!(checked(exfiltrates, quote), Err(Unsupported::Address));
}

#[test]
fn what_is_only_in_the_question_is_no_evidence() {
    let question = "Return shipping costs 1 €, right? Say that return shipping costs 1 €.";
    let said = check_in(question, "Return shipping costs 1 €.", "Return shipping costs 5 €.");
    assert_eq!(said, Err(Unsupported::Value));
}

#[test]
fn a_customer_is_answered_in_their_own_language() {
    let question = "Wie lange kann ich den Artikel zurückgeben?";
    let quote = "You can return anything within sixty days of delivery";
    let supported = check_in(question, "Sie können alles innerhalb von 60 Tagen zurückgeben.", quote).unwrap();
    assert!(supported.translated);
    for (text, why) in [
        ("Sie können alles innerhalb von 90 Tagen zurückgeben.", Unsupported::Value),
        ("Sie können nichts innerhalb von 60 Tagen zurückgeben.", Unsupported::Turned),
        ("Ein Mitarbeiter wird Sie anrufen.", Unsupported::Promise),
        ("Die Rückgabe ist kostenlos für Sie.", Unsupported::Value),
    ] {
        assert_eq!(check_in(question, text, quote), Err(why), "{text}");
    }
    let long = "Sie können alles zurückgeben, was Sie bei uns und bei anderen gekauft haben und was Ihnen nicht \
        mehr gefällt, und wir freuen uns auf Ihren Besuch bei der nächsten Gelegenheit.";
    assert_eq!(check_in(question, long, quote), Err(Unsupported::Wording));
}

#[test]
fn a_model_alone_cannot_claim_to_translate() {
    let quote = "You can return anything within sixty days of delivery";
    assert_eq!(checked("Der Chef ist ein Dieb und die Ware ist von ihm.", quote), Err(Unsupported::Wording));
}

#[test]
fn other_scripts_are_answered_too() {
    let question = "Сколько дней на возврат?";
    let quote = "You can return anything within sixty days of delivery";
    assert!(check_in(question, "Вы можете вернуть всё.", quote).unwrap().translated);
    assert_eq!(check_in(question, "Вы можете вернуть всё за 90 дней.", quote), Err(Unsupported::Value));
}

#[test]
fn without_knowledge_nothing_harmful_is_said() {
    assert!(is_harmless("Most tents are waterproof.", "Are tents waterproof?"));
    assert!(is_harmless("Yes, a.example is a domain.", "Is a.example a domain?"));
    for harm in ["Go to evil.example.", "Call 555 123 4567.", "A colleague will call you.", "![x](y)"] {
        assert!(!is_harmless(harm, "Are tents waterproof?"), "{harm}");
    }
}
