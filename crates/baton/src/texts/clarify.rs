//! The one question back when a question can be read in several ways, in the languages shipped.

/// Asks which of two or three choices is meant.
#[must_use]
pub fn clarify(choices: &[String], language: Option<&str>) -> String {
    let language = language.unwrap_or("en").get(..2).unwrap_or("en");
    let (sentence, or, [open, close]) = match language {
        "de" => ("Meinen Sie {options}?", "oder", ["„", "“"]),
        "fr" => ("Voulez-vous dire {options}\u{202f}?", "ou", ["«\u{a0}", "\u{a0}»"]),
        "es" => ("¿Se refiere a {options}?", "o", ["«", "»"]),
        "it" => ("Intende {options}?", "o", ["«", "»"]),
        "pt" => ("Você quer dizer {options}?", "ou", ["“", "”"]),
        "nl" => ("Bedoelt u {options}?", "of", ["‘", "’"]),
        "pl" => ("Czy chodzi o {options}?", "czy", ["„", "”"]),
        "ru" => ("Вы имеете в виду {options}?", "или", ["«", "»"]),
        "uk" => ("Ви маєте на увазі {options}?", "чи", ["«", "»"]),
        "sv" => ("Menar du {options}?", "eller", ["”", "”"]),
        "tr" => ("Hangisini kastettiniz: {options}?", "yoksa", ["“", "”"]),
        "ar" => ("هل تقصد {options}؟", "أم", ["«", "»"]),
        "he" => ("האם הכוונה היא ל: {options}?", "או", ["”", "”"]),
        "hi" => ("क्या आपका मतलब {options} है?", "या", ["“", "”"]),
        "ja" => ("{options}のどちらについてのご質問でしょうか？", "または", ["「", "」"]),
        "zh" => ("您是指{options}吗？", "还是", ["“", "”"]),
        _ => ("Do you mean {options}?", "or", ["“", "”"]),
    };
    let quoted: Vec<String> = choices.iter().map(|choice| format!("{open}{choice}{close}")).collect();
    let options = match quoted.split_last() {
        Some((last, before)) if !before.is_empty() => {
            let (comma, space) = match language {
                "ja" | "zh" => ("、", ""),
                "ar" => ("، ", " "),
                _ => (", ", " "),
            };
            format!("{}{space}{or}{space}{last}", before.join(comma))
        }
        Some((only, _)) => only.clone(),
        None => String::new(),
    };
    sentence.replace("{options}", &options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choices_stand_in_one_sentence() {
        let choices = ["Refunds".to_owned(), "Repairs".to_owned(), "Returns {options}".to_owned()];
        assert_eq!(clarify(&choices[..2], None), "Do you mean “Refunds” or “Repairs”?");
        assert_eq!(clarify(&choices, Some("de-AT")), "Meinen Sie „Refunds“, „Repairs“ oder „Returns {options}“?");
        assert_eq!(clarify(&choices[..2], Some("zh")), "您是指“Refunds”还是“Repairs”吗？");
    }
}
