//! Utterances and what they are; each list is the specification.

use super::{Said, recognise};

fn all_are(expected: Said, utterances: &[&str]) {
    let wrong: Vec<_> =
        utterances.iter().map(|text| (*text, recognise(text))).filter(|(_, said)| *said != expected).collect();
    assert!(wrong.is_empty(), "not {expected:?}: {wrong:?}");
}

#[test]
fn greetings_are_recognised() {
    all_are(
        Said::Greeting,
        &[
            "hi",
            "Hi!",
            "hello there!",
            "heyyyy",
            "Good morning team",
            "hey, how are you?",
            "hi 👋",
            "hello hello",
            "Hallo zusammen!",
            "Guten Tag",
            "bonjour",
            "Buenos días",
            "ciao a tutti",
            "Olá, bom dia!",
            "goedemorgen",
        ],
    );
}

#[test]
fn thanks_are_recognised() {
    all_are(
        Said::Thanks,
        &[
            "thanks",
            "thanks a lot",
            "ok thank you",
            "Thank you so much for your help!",
            "great, thanks",
            "thx!!",
            "hi, thanks",
            "perfect 👍",
            "Vielen Dank für die Hilfe",
            "merci beaucoup",
            "muchas gracias por todo",
            "grazie mille",
            "muito obrigada",
            "dank je wel",
        ],
    );
}

#[test]
fn goodbyes_are_recognised() {
    all_are(
        Said::Goodbye,
        &[
            "bye",
            "ok thanks, bye",
            "Goodbye!",
            "see you later",
            "that's all, thank you",
            "have a nice day",
            "Tschüss",
            "au revoir",
            "hasta luego",
            "arrivederci",
            "até logo",
            "fijne dag nog",
        ],
    );
}

#[test]
fn who_wants_a_person_is_heard() {
    all_are(
        Said::WantsPerson,
        &[
            "can I talk to a human",
            "I want to speak with an agent",
            "real person please",
            "customer service representative",
            "connect me to support staff",
            "Can I please talk to someone about my order?",
            "human",
            "AGENT!!!",
            "operator",
            "let me speak to your manager",
            "hi, can I talk to a real human being?",
            "I need a human",
            "I'd like to chat with an employee please",
            "put me through to customer service",
            "is there a person I can talk to?",
            "My tent is broken. I want to speak to somebody.",
            "transfer me to a live agent now",
            "get me a human",
            "I want a real person, not a bot",
            "why can't I talk to a person?",
            "I don't want a bot, give me a human",
            "could someone call me back",
            "I don't want to talk to a robot I want a person",
            "don't you have a human i can talk to",
            "can a human help me please",
            "I need a human to help me",
            "is there anybody or a person who can help me?",
        ],
    );
}

#[test]
fn who_wants_a_person_is_heard_in_other_languages() {
    all_are(
        Said::WantsPerson,
        &[
            "Kann ich mit einem Menschen sprechen?",
            "Ich möchte mit einem echten Mitarbeiter reden",
            "Mitarbeiter bitte",
            "Je voudrais parler à un conseiller",
            "Puis-je parler avec une vraie personne ?",
            "quiero hablar con un agente",
            "¿Puedo hablar con una persona real?",
            "Vorrei parlare con un operatore",
            "posso parlare con una persona vera?",
            "quero falar com um atendente",
            "Posso falar com uma pessoa?",
            "Kan ik met een medewerker spreken?",
            "ik wil een echt persoon spreken",
        ],
    );
}

#[test]
fn words_about_people_are_no_request_for_one() {
    all_are(
        Said::Something,
        &[
            "do you sell a person counter",
            "who is the agent for my area tax form",
            "human resources phone?",
            "I want a human resources contact",
            "are you a human?",
            "how many people fit into the tent?",
            "is this tent for one person?",
            "the agent told me to send it back",
            "I talked to an agent yesterday, where is my refund?",
            "is there an agent for Norway?",
            "I need an agent license",
            "I need someone to fix my tent",
            "thanks for nothing",
            "customer service opening hours",
            "Ist das Zelt für zwei Personen?",
            "¿Cuántas personas caben?",
        ],
    );
}

#[test]
fn a_refused_person_is_no_request_for_one() {
    all_are(
        Said::Something,
        &[
            "I don't want to talk to a person",
            "please do not connect me to an agent",
            "Do I have to speak to someone to cancel?",
            "can I cancel without talking to a human",
            "I'd rather not talk to anybody",
            "I don't need a human",
            "Ich möchte nicht mit einem Menschen sprechen",
            "je ne veux pas parler à une personne",
            "no quiero hablar con una persona",
        ],
    );
}

#[test]
fn a_question_is_a_question_however_polite() {
    all_are(
        Said::Something,
        &[
            "hi, where is my parcel?",
            "Hello, do you ship to Norway?",
            "thanks, and how long does it take?",
            "ok",
            "yes please",
            "",
            "???",
            "👍",
            "good quality?",
            "Hallo, wo ist mein Paket?",
            "how do I say goodbye to my account",
        ],
    );
}
