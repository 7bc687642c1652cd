//! The texts that no admin has changed yet, in the languages of the widget. They are read in place of the English ones.

use super::{
    ASK_FIRST, ASSIGNED, DONT_KNOW, HANDOVER, LEAVE_CONTACT, NO_AGENT, REPLY_TO_CONTACT, RETURNED, STILL_HERE, WELCOME,
};

const ENGLISH: [&str; 10] = [
    WELCOME,
    DONT_KNOW,
    HANDOVER,
    ASSIGNED,
    NO_AGENT,
    ASK_FIRST,
    LEAVE_CONTACT,
    REPLY_TO_CONTACT,
    STILL_HERE,
    RETURNED,
];

/// One of our English texts in this language, with the language; nothing for a text of an admin's, or where we have none.
#[must_use]
pub fn translated(text: &str, language: &str) -> Option<(&'static str, &'static str)> {
    let place = ENGLISH.iter().position(|known| *known == text)?;
    let (code, texts) = LANGUAGES.iter().find(|(code, _)| *code == language)?;
    Some((code, texts[place]))
}

/// In the order of [`ENGLISH`].
#[rustfmt::skip]
const LANGUAGES: [(&str, [&str; 10]); 16] = [
    ("ar", [
        "مرحبًا! اسألني ما تشاء، أو اطلب التحدث إلى موظف في أي وقت.",
        "لم أجد إجابة عن ذلك. هل يمكنك صياغته بطريقة أخرى؟",
        "سأوصلك بأحد أعضاء فريقنا.",
        "انضم {agent} إلى المحادثة.",
        "لا أحد متاح الآن. وصلنا سؤالك وسنعود إليك.",
        "لم أجد إجابة عن ذلك. هل أسأل أحد أعضاء فريقنا؟",
        "لا أحد متاح الآن. اترك بريدك الإلكتروني وسنعود إليك.",
        "وصلنا سؤالك وعنوانك، وسنعود إليك.",
        "لا أحد متاح الآن. يمكنني الاستمرار في مساعدتك بما أعرفه.",
        "نعتذر عن الانتظار. يمكنني مساعدتك بما أعرفه، ويمكنك طلب موظف في أي وقت.",
    ]),
    ("de", [
        "Guten Tag! Fragen Sie mich etwas, oder verlangen Sie jederzeit einen Menschen.",
        "Darauf habe ich keine Antwort gefunden. Können Sie es anders formulieren?",
        "Ich verbinde Sie mit jemandem aus unserem Team.",
        "{agent} ist jetzt im Chat.",
        "Gerade ist niemand da. Wir haben Ihre Frage und melden uns bei Ihnen.",
        "Darauf habe ich keine Antwort gefunden. Soll ich jemanden aus unserem Team fragen?",
        "Gerade ist niemand da. Hinterlassen Sie Ihre E-Mail-Adresse, dann melden wir uns bei Ihnen.",
        "Wir haben Ihre Frage und Ihre Adresse und melden uns bei Ihnen.",
        "Gerade ist niemand da. Ich kann Ihnen weiter mit dem helfen, was ich weiß.",
        "Entschuldigen Sie die Wartezeit. Ich helfe Ihnen mit dem, was ich weiß; verlangen Sie jederzeit einen Menschen.",
    ]),
    ("es", [
        "¡Hola! Pregúnteme lo que quiera o pida hablar con una persona en cualquier momento.",
        "No he encontrado una respuesta. ¿Puede decirlo de otra manera?",
        "Le pongo en contacto con alguien de nuestro equipo.",
        "{agent} se ha unido al chat.",
        "Ahora no hay nadie disponible. Tenemos su pregunta y nos pondremos en contacto con usted.",
        "No he encontrado una respuesta. ¿Quiere que pregunte a alguien de nuestro equipo?",
        "Ahora no hay nadie disponible. Deje su correo electrónico y nos pondremos en contacto con usted.",
        "Tenemos su pregunta y su dirección, y nos pondremos en contacto con usted.",
        "Ahora no hay nadie disponible. Puedo seguir ayudándole con lo que sé.",
        "Disculpe la espera. Puedo ayudarle con lo que sé; pida hablar con una persona en cualquier momento.",
    ]),
    ("fr", [
        "Bonjour\u{202f}! Posez-moi vos questions, ou demandez une personne à tout moment.",
        "Je n’ai pas trouvé de réponse. Pouvez-vous reformuler\u{202f}?",
        "Je vous mets en relation avec un membre de notre équipe.",
        "{agent} a rejoint la conversation.",
        "Personne n’est disponible pour le moment. Nous avons votre question et reviendrons vers vous.",
        "Je n’ai pas trouvé de réponse. Dois-je demander à un membre de notre équipe\u{202f}?",
        "Personne n’est disponible pour le moment. Laissez votre adresse e-mail, et nous reviendrons vers vous.",
        "Nous avons votre question et votre adresse, et reviendrons vers vous.",
        "Personne n’est disponible pour le moment. Je peux continuer à vous aider avec ce que je sais.",
        "Désolé pour l’attente. Je peux vous aider avec ce que je sais\u{202f}; demandez une personne à tout moment.",
    ]),
    ("he", [
        "שלום! אפשר לשאול אותי כל דבר, או לבקש נציג בכל רגע.",
        "לא מצאתי לכך תשובה. אפשר לנסח אחרת?",
        "מיד אחבר אותך לאחד מאנשי הצוות שלנו.",
        "{agent} כאן בצ׳אט.",
        "אין כרגע נציג זמין. השאלה שלך אצלנו ונחזור אליך.",
        "לא מצאתי לכך תשובה. לשאול מישהו מהצוות שלנו?",
        "אין כרגע נציג זמין. אפשר להשאיר כתובת אימייל ונחזור אליך.",
        "השאלה והכתובת שלך אצלנו, ונחזור אליך.",
        "אין כרגע נציג זמין. אפשר להמשיך לשאול אותי, ואעזור במה שידוע לי.",
        "סליחה על ההמתנה. אעזור במה שידוע לי; אפשר לבקש נציג בכל רגע.",
    ]),
    ("hi", [
        "नमस्ते! मुझसे कुछ भी पूछें, या कभी भी किसी व्यक्ति से बात करने को कहें।",
        "इसका जवाब नहीं मिला। क्या आप इसे दूसरे शब्दों में पूछ सकते हैं?",
        "आपको हमारी टीम के किसी सदस्य से जोड़ा जा रहा है।",
        "{agent} चैट में जुड़ गए हैं।",
        "अभी कोई उपलब्ध नहीं है। आपका सवाल हमारे पास है और हम आपसे संपर्क करेंगे।",
        "इसका जवाब नहीं मिला। क्या हमारी टीम में किसी से पूछा जाए?",
        "अभी कोई उपलब्ध नहीं है। अपना ईमेल पता दें, हम आपसे संपर्क करेंगे।",
        "आपका सवाल और पता हमारे पास है, हम आपसे संपर्क करेंगे।",
        "अभी कोई उपलब्ध नहीं है। जितनी जानकारी मेरे पास है, उससे मदद जारी रह सकती है।",
        "इंतज़ार के लिए क्षमा करें। जितनी जानकारी मेरे पास है, उससे मदद मिल सकती है; आप कभी भी किसी व्यक्ति से बात करने को कह सकते हैं।",
    ]),
    ("it", [
        "Buongiorno! Mi faccia una domanda, o chieda una persona in qualsiasi momento.",
        "Non ho trovato una risposta. Può dirlo in altre parole?",
        "La metto in contatto con una persona del nostro team.",
        "{agent} si è unito alla chat.",
        "Al momento non c’è nessuno. Abbiamo la sua domanda e la ricontatteremo.",
        "Non ho trovato una risposta. Vuole che chieda a una persona del nostro team?",
        "Al momento non c’è nessuno. Lasci il suo indirizzo e-mail e la ricontatteremo.",
        "Abbiamo la sua domanda e il suo indirizzo, e la ricontatteremo.",
        "Al momento non c’è nessuno. Posso continuare ad aiutarla con ciò che so.",
        "Ci scusi per l’attesa. Posso aiutarla con ciò che so; chieda una persona in qualsiasi momento.",
    ]),
    ("ja", [
        "こんにちは！ご質問をどうぞ。担当者をご希望の場合はいつでもお知らせください。",
        "お答えが見つかりませんでした。別の言い方でお聞きいただけますか？",
        "担当者におつなぎいたします。",
        "{agent} がチャットに参加しました。",
        "ただいま担当者がおりません。ご質問は承りましたので、後ほどご連絡いたします。",
        "お答えが見つかりませんでした。担当者に確認いたしましょうか？",
        "ただいま担当者がおりません。メールアドレスをお知らせいただければ、後ほどご連絡いたします。",
        "ご質問とご連絡先を承りました。後ほどご連絡いたします。",
        "ただいま担当者がおりません。わかる範囲で引き続きお手伝いいたします。",
        "お待たせして申し訳ございません。わかる範囲でお手伝いいたします。担当者をご希望の場合はいつでもお知らせください。",
    ]),
    ("nl", [
        "Hallo! Stel mij een vraag, of vraag op elk moment om een medewerker.",
        "Daar heb ik geen antwoord op gevonden. Kunt u het anders verwoorden?",
        "Ik verbind u door met iemand van ons team.",
        "{agent} neemt nu deel aan de chat.",
        "Er is nu niemand beschikbaar. We hebben uw vraag en nemen contact met u op.",
        "Daar heb ik geen antwoord op gevonden. Zal ik het aan iemand van ons team vragen?",
        "Er is nu niemand beschikbaar. Laat uw e-mailadres achter, dan nemen we contact met u op.",
        "We hebben uw vraag en uw adres, en nemen contact met u op.",
        "Er is nu niemand beschikbaar. Ik kan u verder helpen met wat ik weet.",
        "Excuses voor het wachten. Ik kan u helpen met wat ik weet; vraag op elk moment om een medewerker.",
    ]),
    ("pl", [
        "Dzień dobry! Zadaj pytanie albo w każdej chwili poproś o konsultanta.",
        "Nie mam na to odpowiedzi. Czy możesz ująć to inaczej?",
        "Już łączę Cię z kimś z naszego zespołu.",
        "{agent} jest już na czacie.",
        "Teraz nikogo nie ma. Mamy Twoje pytanie i odezwiemy się.",
        "Nie mam na to odpowiedzi. Czy zapytać kogoś z naszego zespołu?",
        "Teraz nikogo nie ma. Zostaw adres e-mail, a odezwiemy się.",
        "Mamy Twoje pytanie i adres, odezwiemy się.",
        "Teraz nikogo nie ma. Mogę dalej pomagać na podstawie tego, co wiem.",
        "Przepraszamy za oczekiwanie. Mogę pomóc na podstawie tego, co wiem; w każdej chwili poproś o konsultanta.",
    ]),
    ("pt", [
        "Olá! Pergunte o que quiser ou peça para falar com uma pessoa a qualquer momento.",
        "Não encontrei uma resposta. Você pode dizer de outra forma?",
        "Vou colocar você em contato com alguém da nossa equipe.",
        "{agent} entrou no chat.",
        "Ninguém está disponível agora. Recebemos sua pergunta e entraremos em contato.",
        "Não encontrei uma resposta. Quer que eu pergunte a alguém da nossa equipe?",
        "Ninguém está disponível agora. Deixe seu e-mail e entraremos em contato.",
        "Recebemos sua pergunta e seu endereço, e entraremos em contato.",
        "Ninguém está disponível agora. Posso continuar ajudando com o que sei.",
        "Desculpe a espera. Posso ajudar com o que sei; peça para falar com uma pessoa a qualquer momento.",
    ]),
    ("ru", [
        "Здравствуйте! Задайте вопрос или в любой момент попросите позвать сотрудника.",
        "Ответ не найден. Попробуйте спросить иначе.",
        "Соединяю вас с сотрудником.",
        "К чату подключился сотрудник: {agent}.",
        "Сейчас никого нет на месте. Мы получили ваш вопрос и свяжемся с вами.",
        "Ответ не найден. Спросить нашего сотрудника?",
        "Сейчас никого нет на месте. Оставьте адрес электронной почты, и мы свяжемся с вами.",
        "Мы получили ваш вопрос и адрес и свяжемся с вами.",
        "Сейчас никого нет на месте. Я могу и дальше помогать тем, что знаю.",
        "Извините за ожидание. Я могу помочь тем, что знаю; в любой момент попросите позвать сотрудника.",
    ]),
    ("sv", [
        "Hej! Ställ en fråga, eller be om en medarbetare när du vill.",
        "Jag hittade inget svar på det. Kan du säga det med andra ord?",
        "Jag kopplar dig till någon i vårt team.",
        "{agent} är nu med i chatten.",
        "Ingen är tillgänglig just nu. Vi har din fråga och hör av oss.",
        "Jag hittade inget svar på det. Ska jag fråga någon i vårt team?",
        "Ingen är tillgänglig just nu. Lämna din e-postadress så hör vi av oss.",
        "Vi har din fråga och din adress och hör av oss.",
        "Ingen är tillgänglig just nu. Jag kan fortsätta hjälpa dig med det jag vet.",
        "Ursäkta väntan. Jag kan hjälpa dig med det jag vet; be om en medarbetare när du vill.",
    ]),
    ("tr", [
        "Merhaba! Sorunuzu yazın ya da istediğiniz an bir temsilci isteyin.",
        "Buna bir yanıt bulamadım. Başka şekilde sorabilir misiniz?",
        "Sizi ekibimizden birine bağlıyorum.",
        "{agent} sohbete katıldı.",
        "Şu anda kimse müsait değil. Sorunuzu aldık, size döneceğiz.",
        "Buna bir yanıt bulamadım. Ekibimizden birine sorayım mı?",
        "Şu anda kimse müsait değil. E-posta adresinizi bırakın, size dönelim.",
        "Sorunuzu ve adresinizi aldık, size döneceğiz.",
        "Şu anda kimse müsait değil. Bildiklerimle size yardımcı olmaya devam edebilirim.",
        "Beklettiğimiz için üzgünüz. Bildiklerimle size yardımcı olabilirim; istediğiniz an bir temsilci isteyin.",
    ]),
    ("uk", [
        "Вітаю! Поставте запитання або будь-коли попросіть покликати працівника.",
        "Відповіді не знайдено. Спробуйте запитати інакше.",
        "З’єдную вас із працівником.",
        "До чату приєднався працівник: {agent}.",
        "Зараз нікого немає. Ми маємо ваше запитання і зв’яжемося з вами.",
        "Відповіді не знайдено. Запитати нашого працівника?",
        "Зараз нікого немає. Залиште адресу електронної пошти, і ми зв’яжемося з вами.",
        "Ми маємо ваше запитання й адресу і зв’яжемося з вами.",
        "Зараз нікого немає. Я можу й далі допомагати тим, що знаю.",
        "Вибачте за очікування. Я можу допомогти тим, що знаю; будь-коли попросіть покликати працівника.",
    ]),
    ("zh", [
        "您好！有问题请直接问我，也可以随时要求转人工客服。",
        "没有找到答案。您可以换一种说法吗？",
        "正在为您转接我们的客服人员。",
        "{agent} 已加入对话。",
        "目前没有客服在线。我们已收到您的问题，会尽快回复您。",
        "没有找到答案。需要我询问我们的客服人员吗？",
        "目前没有客服在线。请留下您的电子邮箱，我们会回复您。",
        "我们已收到您的问题和联系方式，会尽快回复您。",
        "目前没有客服在线。我可以继续用已知的信息帮助您。",
        "让您久等了。我可以用已知的信息帮助您，您也可以随时要求转人工客服。",
    ]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_speaks_of_the_same_in_every_language() {
        for (code, texts) in LANGUAGES {
            for (english, text) in ENGLISH.iter().zip(texts) {
                assert_eq!(english.contains("{agent}"), text.contains("{agent}"), "{code}: {text}");
                assert!(text.ends_with(['.', '?', '？', '。', '؟', '।', '!']), "{code}: {text}");
            }
        }
    }

    #[test]
    fn what_an_admin_wrote_is_left_alone() {
        assert_eq!(translated(HANDOVER, "sv"), Some(("sv", "Jag kopplar dig till någon i vårt team.")));
        assert_eq!((translated("Let me see.", "sv"), translated(HANDOVER, "xx")), (None, None));
    }
}
