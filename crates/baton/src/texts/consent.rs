//! Whether a person is wanted: the two answers as buttons, and a yes as people write it.

use unicode_segmentation::UnicodeSegmentation;

/// Language, the two answers, and other words for yes.
const ANSWERS: &[(&str, [&str; 2], &[&str])] = &[
    ("en", ["Yes, please", "No, thanks"], &["yes", "yeah", "yep", "sure", "ok", "okay", "please", "please do"]),
    ("de", ["Ja, bitte", "Nein, danke"], &["ja", "gern", "gerne", "ja gerne", "bitte", "okay", "klar"]),
    ("fr", ["Oui, merci", "Non, merci"], &["oui", "oui s'il vous plaît", "volontiers", "d'accord", "ok"]),
    ("es", ["Sí, por favor", "No, gracias"], &["sí", "si", "claro", "vale", "por favor", "ok"]),
    ("it", ["Sì, grazie", "No, grazie"], &["sì", "si", "certo", "va bene", "per favore", "ok"]),
    ("pt", ["Sim, por favor", "Não, obrigado"], &["sim", "claro", "por favor", "ok"]),
    ("nl", ["Ja, graag", "Nee, dank u"], &["ja", "graag", "ja hoor", "oké", "ok"]),
    ("ru", ["Да, пожалуйста", "Нет, спасибо"], &["да", "конечно", "хорошо", "пожалуйста"]),
    ("zh", ["好的", "不用了"], &["是", "是的", "好", "可以", "要", "需要"]),
    ("hi", ["हाँ, कृपया", "नहीं, धन्यवाद"], &["हाँ", "हां", "जी", "जी हाँ", "haan", "ji haan"]),
    ("pl", ["Tak, proszę", "Nie, dziękuję"], &["tak", "jasne", "poproszę", "proszę", "ok"]),
    ("uk", ["Так, будь ласка", "Ні, дякую"], &["так", "звісно", "добре", "будь ласка"]),
    ("sv", ["Ja, tack", "Nej, tack"], &["ja", "gärna", "okej", "ok", "visst"]),
    ("he", ["כן, בבקשה", "לא, תודה"], &["כן", "בבקשה", "בסדר", "אוקיי"]),
    ("ar", ["نعم، من فضلك", "لا، شكرًا"], &["نعم", "أجل", "حسنا", "ايوه"]),
    ("bn", ["হ্যাঁ, দয়া করে", "না, ধন্যবাদ"], &["হ্যাঁ", "জি", "আচ্ছা"]),
    ("id", ["Ya, tolong", "Tidak, terima kasih"], &["ya", "iya", "boleh", "oke"]),
    ("ja", ["はい、お願いします", "いいえ、結構です"], &["はい", "お願いします", "ええ"]),
    ("tr", ["Evet, lütfen", "Hayır, teşekkürler"], &["evet", "olur", "tamam", "lütfen"]),
    ("ko", ["네, 부탁해요", "아니요, 괜찮아요"], &["네", "예", "부탁합니다", "부탁해요"]),
    ("ur", ["جی ہاں", "نہیں شکریہ"], &["ہاں", "جی", "ٹھیک ہے"]),
];

/// In this language, else in English.
#[must_use]
pub fn yes_and_no(language: Option<&str>) -> [&'static str; 2] {
    let primary = language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or("en");
    let known = ANSWERS.iter().find(|(code, _, _)| *code == primary);
    known.map_or(ANSWERS[0].1, |(_, answers, _)| *answers)
}

/// Whether the whole message is a yes, in any language.
#[must_use]
pub fn is_yes(text: &str) -> bool {
    let said = plain(text);
    ANSWERS.iter().any(|(_, [yes, _], others)| plain(yes) == said || others.iter().any(|other| plain(other) == said))
}

fn plain(text: &str) -> String {
    text.unicode_words().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_is_a_yes_in_every_language_and_a_no_is_not() {
        for (_, [yes, no], others) in ANSWERS {
            assert!(is_yes(yes) && others.iter().all(|other| is_yes(other)), "{yes}");
            assert!(!is_yes(no), "{no}");
        }
        assert!(is_yes("YES please!") && !is_yes("yes but how long does it take?") && !is_yes(""));
    }

    #[test]
    fn the_answers_are_in_the_customers_language() {
        assert_eq!(yes_and_no(Some("de-AT")), ["Ja, bitte", "Nein, danke"]);
        assert_eq!(yes_and_no(Some("xx")), yes_and_no(None));
    }
}
