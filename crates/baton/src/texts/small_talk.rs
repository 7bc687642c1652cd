//! What the AI Agent says to a greeting, thanks or goodbye, in the languages shipped.

use crate::knowledge::Said;

/// `None` when what was said is no small talk.
#[must_use]
pub fn small_talk(said: Said, language: Option<&str>) -> Option<&'static str> {
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
        Said::Greeting => Some(greeting),
        Said::Thanks => Some(thanks),
        Said::Goodbye => Some(goodbye),
        Said::WantsPerson | Said::Something => None,
    }
}
