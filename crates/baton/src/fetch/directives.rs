//! What a page asks of programs that read it: in its `robots` meta element, or in the header `X-Robots-Tag`.

/// The name by which a page or a robots.txt may address us alone.
pub const PRODUCT: &str = "baton";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// Its text is not to be used.
    pub noindex: bool,
    /// Its links are not to be followed.
    pub nofollow: bool,
}

impl Directives {
    /// From the content of a meta element that is called `robots` or after us.
    #[must_use]
    pub fn in_meta(content: &str) -> Self {
        content.split(',').map(word).fold(Self::default(), Self::and)
    }

    /// From one value of the header, which may begin with the name of the program that it is for.
    #[must_use]
    pub fn in_header(value: &str) -> Self {
        match value.split_once(':') {
            // `unavailable_after: …` and `max-snippet: …` are directives themselves, and none of ours.
            Some((name, rest)) if name.trim().eq_ignore_ascii_case(PRODUCT) => Self::in_meta(rest),
            Some((name, _)) if !name.contains(',') => Self::default(),
            Some(_) | None => Self::in_meta(value),
        }
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { noindex: self.noindex || other.noindex, nofollow: self.nofollow || other.nofollow }
    }
}

fn word(word: &str) -> Directives {
    let word = word.trim();
    let says = |what: &str| word.eq_ignore_ascii_case(what) || word.eq_ignore_ascii_case("none");
    Directives { noindex: says("noindex"), nofollow: says("nofollow") }
}

#[cfg(test)]
mod tests {
    use super::Directives;

    const BOTH: Directives = Directives { noindex: true, nofollow: true };
    const NOINDEX: Directives = Directives { noindex: true, nofollow: false };

    #[test]
    fn a_page_asks_in_any_case_and_with_any_spaces() {
        assert_eq!(Directives::in_meta("NoIndex , NOFOLLOW"), BOTH);
        assert_eq!(Directives::in_meta("none"), BOTH);
        assert_eq!(Directives::in_meta("index, follow, noarchive"), Directives::default());
    }

    #[test]
    fn a_header_for_another_program_is_not_for_us() {
        assert_eq!(Directives::in_header("noindex"), NOINDEX);
        assert_eq!(Directives::in_header("Baton: noindex, nofollow"), BOTH);
        assert_eq!(Directives::in_header("otherbot: noindex"), Directives::default());
        assert_eq!(Directives::in_header("noindex, max-snippet: 20"), NOINDEX);
        assert_eq!(Directives::in_header("max-snippet: 20"), Directives::default());
    }
}
