//! What the AI Agent says to a greeting, thanks or goodbye, in the languages shipped.

/// What needs neither knowledge nor a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmallTalk {
    Greeting,
    Thanks,
    Goodbye,
}

#[must_use]
pub fn small_talk(said: SmallTalk, language: Option<&str>) -> &'static str {
    let language = language.unwrap_or("en").get(..2).unwrap_or("en");
    let [greeting, thanks, goodbye] = match language {
        "de" => ["Hallo! Wie kann ich helfen?", "Gern geschehen!", "Auf Wiedersehen!"],
        "fr" => ["Bonjour ! Comment puis-je vous aider ?", "Avec plaisir !", "Au revoir !"],
        "es" => ["¡Hola! ¿En qué puedo ayudar?", "¡De nada!", "¡Hasta luego!"],
        "it" => ["Ciao! Come posso aiutare?", "Prego!", "Arrivederci!"],
        "pt" => ["Olá! Como posso ajudar?", "De nada!", "Até logo!"],
        "nl" => ["Hallo! Waarmee kan ik helpen?", "Graag gedaan!", "Tot ziens!"],
        _ => ["Hello! How can I help?", "You're welcome!", "Goodbye!"],
    };
    match said {
        SmallTalk::Greeting => greeting,
        SmallTalk::Thanks => thanks,
        SmallTalk::Goodbye => goodbye,
    }
}
