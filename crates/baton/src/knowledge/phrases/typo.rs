//! Whether a word is another one with a slip of the finger in it.

/// One letter more inside, one less, another one, or two that changed places. The first and the last letter must be
/// right, or nearly every word would be a slip of its own plural.
pub(super) fn is_slip(word: &str, typed: &str) -> bool {
    let (word, typed): (Vec<char>, Vec<char>) = (word.chars().collect(), typed.chars().collect());
    let same = word.iter().zip(&typed).take_while(|(a, b)| a == b).count();
    let (rest, typed_rest) = (&word[same..], &typed[same..]);
    if same == 0 || word == typed {
        return false;
    }
    let swapped = matches!((rest, typed_rest), ([a, b, rest @ ..], [c, d, typed @ ..])
        if a == d && b == c && rest == typed);
    let one_apart = match (rest, typed_rest) {
        ([_, one @ ..], [_, other @ ..]) if rest.len() == typed_rest.len() => one == other,
        (rest, [_, typed @ ..]) if rest.len() + 1 == typed_rest.len() => rest == typed,
        ([_, rest @ ..], typed) if rest.len() == typed.len() => rest == typed,
        (_, _) => false,
    };
    swapped || one_apart && word.last() == typed.last() && word.len() >= LONG
}

/// Only in words as long as this may a letter be missing, wrong or too much. Characters.
const LONG: usize = 6;

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_slip_of_the_finger_is_forgiven() {
        for typed in ["represntative", "reprsentative", "represantative", "repersentative", "representtative"] {
            assert!(is_slip("representative", typed), "{typed}");
        }
        assert!(is_slip("human", "huamn"));
        assert!(is_slip("agent", "agnet"));
    }

    #[test]
    fn another_word_is_another_word() {
        for (word, typed) in
            [("person", "persons"), ("human", "humane"), ("staff", "stuff"), ("adviser", "advise"), ("agent", "agent")]
        {
            assert!(!is_slip(word, typed), "{typed}");
        }
    }
}
