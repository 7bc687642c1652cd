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
        "fr" => ["Bonjour\u{202f}! Comment puis-je vous aider\u{202f}?", "Avec plaisir\u{202f}!", "Au revoir\u{202f}!"],
        "es" => ["¡Hola! ¿En qué puedo ayudarle?", "¡De nada!", "¡Hasta luego!"],
        "it" => ["Buongiorno! Come posso aiutarla?", "Prego!", "Arrivederci!"],
        "pt" => ["Olá! Como posso ajudar?", "De nada!", "Até logo!"],
        "nl" => ["Hallo! Waarmee kan ik u helpen?", "Graag gedaan!", "Tot ziens!"],
        "pl" => ["Dzień dobry! W czym mogę pomóc?", "Nie ma za co!", "Do widzenia!"],
        "ru" => ["Здравствуйте! Чем могу помочь?", "Пожалуйста!", "До свидания!"],
        "uk" => ["Вітаю! Чим можу допомогти?", "Будь ласка!", "До побачення!"],
        "sv" => ["Hej! Hur kan jag hjälpa till?", "Varsågod!", "Hej då!"],
        "tr" => ["Merhaba! Size nasıl yardımcı olabilirim?", "Rica ederim!", "Hoşça kalın!"],
        "ar" => ["مرحبًا! كيف يمكنني مساعدتك؟", "على الرحب والسعة!", "إلى اللقاء!"],
        "he" => ["שלום! איך אפשר לעזור?", "בשמחה!", "להתראות!"],
        "hi" => ["नमस्ते! मैं आपकी क्या मदद कर सकता हूँ?", "आपका स्वागत है!", "फिर मिलेंगे!"],
        "ja" => ["こんにちは！どのようなご用件でしょうか？", "どういたしまして！", "失礼いたします。"],
        "zh" => ["您好！请问有什么可以帮您？", "不客气！", "再见！"],
        _ => ["Hello! How can I help?", "You're welcome!", "Goodbye!"],
    };
    match said {
        SmallTalk::Greeting => greeting,
        SmallTalk::Thanks => thanks,
        SmallTalk::Goodbye => goodbye,
    }
}
