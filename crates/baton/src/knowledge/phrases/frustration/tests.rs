//! Outbursts and what only looks like one; the lists are the specification.

use super::{FRUSTRATED_FROM, frustration, is_frustrated};

#[test]
fn who_is_fed_up_is_heard() {
    for text in [
        "this is useless",
        "This is ridiculous!",
        "third time I ask this",
        "WHERE IS MY MONEY I WANT IT NOW",
        "hello???",
        "why is nobody answering!!!",
        "you are a bunch of idiots",
        "I'm so angry right now",
        "stop wasting my time",
        "how many times do I have to say it",
        "Das ist doch lächerlich",
        "zum dritten Mal frage ich",
        "Ich bin stinksauer",
        "c'est inadmissible",
        "je suis furieux",
        "esto es inaceptable",
        "estoy harta de esperar",
        "è una vergogna",
        "isso é um absurdo",
        "dit is belachelijk",
        "это безобразие",
        "сколько можно ждать",
        "太离谱了",
        "我问了三次了",
        "यह बेकार है",
        "هذا سخيف",
        "এটা একদম ফালতু",
        "یہ بکواس ہے",
        "ini keterlaluan",
        "ふざけるな",
        "bu rezalet",
        "정말 짜증나네요",
    ] {
        assert!(is_frustrated(text), "{text}: {}", frustration(text));
    }
}

#[test]
fn who_only_sounds_like_it_is_not() {
    for text in [
        "this is ridiculously good",
        "my shipment is damaged",
        "does the SONY WH-1000XM5 support USB-C?",
        "SOS",
        "URGENT",
        "URGENT: parcel lost",
        "Thanks so much!!!",
        "Hello!",
        "I'm not angry, just curious",
        "sorry for the stupid question",
        "is my fax machine useless with VoIP?",
        "how do I report an insult?",
        "Where is my order? It should be here by now!",
        "NASA and ESA patches?",
        "Ist der Preis lächerlich günstig?",
        "最低料金はいくらですか",
        "垃圾桶多少钱",
    ] {
        assert!(frustration(text) < FRUSTRATED_FROM, "{text}: {}", frustration(text));
    }
}
