//! What a file is called here: a name, never a path, with nothing in it that shows as something else.

const CHARS_MAX: usize = 200;
/// What stays of the ending of a name that is cut.
const ENDING_CHARS_MAX: usize = 20;
const NAMELESS: &str = "file";

pub(super) fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !letter.is_control() && !turns_text(*letter)).collect();
    let name = plain.trim_matches(|letter: char| letter.is_whitespace() || letter == '.');
    if name.is_empty() { NAMELESS.into() } else { cut(name) }
}

/// Characters that change the direction of what follows: `\u{202e}gnp.exe` reads as `exe.png`.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn cut(name: &str) -> String {
    if name.chars().count() <= CHARS_MAX {
        return name.into();
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending).filter(|end| end.chars().count() <= ENDING_CHARS_MAX);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let beginning: String = name.chars().take(CHARS_MAX - ending.chars().count()).collect();
    beginning.trim_end().to_owned() + &ending
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_no_path() {
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name("C:\\Users\\Ida\\shoe.png"), "shoe.png");
        for nothing in ["", "  ", "..", "...", "/", "a/", "\0", "\u{202e}"] {
            assert_eq!(file_name(nothing), "file", "{nothing:?}");
        }
    }

    #[test]
    fn what_hides_or_turns_letters_is_left_out() {
        assert_eq!(file_name("in\r\nvoice\0.pdf"), "invoice.pdf");
        assert_eq!(file_name("\u{202e}gnp.exe"), "gnp.exe");
        assert_eq!(file_name("blå bær 📷.jpg"), "blå bær 📷.jpg");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let cut = file_name(&format!("{}.png", "ø".repeat(500)));
        assert_eq!((cut.chars().count(), cut.ends_with("ø.png")), (CHARS_MAX, true));
        assert_eq!(file_name(&format!("a.{}", "b".repeat(500))).chars().count(), CHARS_MAX);
    }

    proptest! {
        #[test]
        fn every_name_is_short_and_plain(given in ".*") {
            let name = file_name(&given);
            prop_assert!(!name.is_empty() && name.chars().count() <= CHARS_MAX);
            let has_odd = name.contains(['/', '\\', '\0', '\n', '\u{202e}']);
            prop_assert!(!has_odd);
            prop_assert_eq!(file_name(&name), name);
        }
    }
}
