//! Which language a text is in, or that it cannot be told.

use std::sync::LazyLock;

use lingua::{IsoCode639_1, LanguageDetector, LanguageDetectorBuilder};

/// More text makes no difference.
const CHARS_MAX: usize = 2_000;
/// "Ok" is said everywhere.
const LETTERS_MIN: usize = 3;
/// The best language must be this much likelier than the next, of 1.
const DISTANCE_MIN: f64 = 0.1;
/// From this share of letters on that none of the languages here writes, the text is in another one.
const FOREIGN_SHARE_MIN: f64 = 0.01;
/// Letters of neighbours that would pass for one of the languages here: Polish, Czech, the Nordic, Baltic and Turkic
/// languages, Hungarian, Romanian, Ukrainian, Belarusian, Serbian.
const FOREIGN: &str = "ąćęłńśźżčďěňřšťůžĺľŕåøæðþőűăâîșțşţğıāēģīķļņšūžėįųіїєґўђјљњћџ";
/// French, Portuguese and Italian write these of the above.
const NOT_FOREIGN: &str = "æâî";

static DETECTOR: LazyLock<LanguageDetector> = LazyLock::new(|| {
    LanguageDetectorBuilder::from_all_languages().with_minimum_relative_distance(DISTANCE_MIN).build()
});

/// The ISO 639-1 code, such as `de`, of the language that most of the text is in. None when unsure.
#[must_use]
pub fn detect(text: &str) -> Option<&'static str> {
    let text: String = text.chars().take(CHARS_MAX).collect();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_foreign = |letter: &char| FOREIGN.contains(*letter) && !NOT_FOREIGN.contains(*letter);
    let foreign = text.to_lowercase().chars().filter(is_foreign).count();
    let is_wide = text.chars().any(|letter| letter >= '\u{3000}');
    if (letters < LETTERS_MIN && !is_wide) || foreign as f64 > FOREIGN_SHARE_MIN * letters as f64 {
        return None;
    }
    DETECTOR.detect_language_of(text).map(|language| code(language.iso_code_639_1()))
}

const fn code(code: IsoCode639_1) -> &'static str {
    match code {
        IsoCode639_1::DE => "de",
        IsoCode639_1::EN => "en",
        IsoCode639_1::ES => "es",
        IsoCode639_1::FR => "fr",
        IsoCode639_1::IT => "it",
        IsoCode639_1::JA => "ja",
        IsoCode639_1::KO => "ko",
        IsoCode639_1::NL => "nl",
        IsoCode639_1::PT => "pt",
        IsoCode639_1::RU => "ru",
        IsoCode639_1::ZH => "zh",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_known_by_their_language() {
        for (language, text) in [
            ("en", "How do I return the tent that I bought last week?"),
            ("de", "Wie kann ich das Zelt zurückgeben, das ich gekauft habe?"),
            ("fr", "Comment puis-je retourner la tente que j'ai achetée ?"),
            ("es", "¿Cómo puedo devolver la tienda que compré?"),
            ("it", "Come posso restituire la tenda che ho comprato?"),
            ("pt", "Como posso devolver a tenda que comprei na semana passada?"),
            ("nl", "Hoe kan ik de tent terugsturen die ik gekocht heb?"),
            ("ru", "Как вернуть палатку, которую я купил?"),
            ("ja", "先週買ったテントを返品するにはどうすればいいですか"),
            ("zh", "我怎么退回上周买的帐篷"),
            ("ko", "지난주에 산 텐트를 어떻게 반품하나요"),
        ] {
            assert_eq!(detect(text), Some(language), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        for text in ["", "?!", "42", "ok", "OK 12", "Jak mogę zwrócić namiot, który kupiłem?", "Я ще не отримав її."]
        {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_costs_no_more_than_a_short_one() {
        let text = "You may return what you bought within sixty days. It must be unused, and you need the receipt. ";
        assert_eq!(detect(&text.repeat(100_000)), Some("en"));
    }
}
