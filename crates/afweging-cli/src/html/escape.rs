//! What somebody wrote, made fit for a page.

use crate::text::plain;

/// Text between tags.
pub(super) fn text(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for letter in plain(said).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

/// Text in an attribute between double quotes.
pub(super) fn attribute(said: &str) -> String {
    text(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_means_something_to_a_browser_comes_through() {
        assert_eq!(text("<b a='1' c=\"2\">&\u{1b}"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
    }
}
