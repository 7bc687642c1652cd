//! What people read who are told because they, or somebody, should look.

/// For those who work here: who waits, and for what.
#[must_use]
pub fn notice(customer: Option<&str>, has_agent: bool) -> String {
    let customer = customer.unwrap_or("A customer");
    if has_agent { format!("{customer} waits for your team's reply") } else { format!("{customer} waits for a person") }
}

/// For an agent whom a colleague's note is for.
#[must_use]
pub fn mentioned(by: &str) -> String {
    format!("{by} mentioned you in a note")
}

/// The subject of a mail with what an agent wrote to a customer.
#[must_use]
pub fn reply_subject(language: Option<&str>) -> &'static str {
    match language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or("en") {
        "de" => "Antwort auf Ihre Frage",
        "fr" => "Réponse à votre question",
        "es" => "Respuesta a su pregunta",
        "it" => "Risposta alla sua domanda",
        "pt" => "Resposta à sua pergunta",
        "nl" => "Antwoord op uw vraag",
        "ru" => "Ответ на ваш вопрос",
        "pl" => "Odpowiedź na Twoje pytanie",
        "uk" => "Відповідь на ваше запитання",
        "sv" => "Svar på din fråga",
        "he" => "תשובה לשאלה שלך",
        "zh" => "对您问题的回复",
        "hi" => "आपके प्रश्न का उत्तर",
        "ar" => "الرد على سؤالك",
        "bn" => "আপনার প্রশ্নের উত্তর",
        "id" => "Jawaban atas pertanyaan Anda",
        "ja" => "お問い合わせへの回答",
        "tr" => "Sorunuza yanıt",
        "ko" => "문의하신 내용에 대한 답변",
        "ur" => "آپ کے سوال کا جواب",
        _ => "A reply to your question",
    }
}
