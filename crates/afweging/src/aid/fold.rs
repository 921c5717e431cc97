//! A text as plain words: small letters without accents, without signs, without what stands between quotation marks.

/// Where something was left out: no phrase runs across it. No word is ever this.
pub(super) const GAP: &str = "";

/// The words of a text, whatever its capitals, accents, signs and white space.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        fold(letter, &mut word, &mut words);
    }
    end(&mut word, &mut words);
    words
}

/// The words outside quotation marks, with a [`GAP`] for each quotation: what is quoted is somebody else's.
pub(super) fn own_words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, quoted_on)) = split_at_quotation(rest) {
        found.extend(words(before));
        found.push(GAP.to_owned());
        rest = quoted_on;
    }
    found.extend(words(rest));
    found
}

/// What stands before the first quotation that ends, and what stands after it. A mark that nothing answers is no quotation.
fn split_at_quotation(text: &str) -> Option<(&str, &str)> {
    text.char_indices().find_map(|(at, mark)| {
        let (before, from) = text.split_at_checked(at)?;
        let inside = from.strip_prefix(mark)?;
        let closing: &[char] = match mark {
            '"' => &['"'],
            '„' | '“' => &['”', '“', '"'],
            '«' => &['»'],
            // An apostrophe begins no quotation: *'s avonds*, *foto's*.
            '‘' => &['’'],
            _ => return None,
        };
        let (_, after) = inside.split_once(|sign| closing.contains(&sign))?;
        Some((before, after))
    })
}

fn end(word: &mut String, words: &mut Vec<String>) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// Adds a letter to the word, or ends it.
fn fold(letter: char, word: &mut String, words: &mut Vec<String>) {
    // An accent that stands by itself: the same letter, written in two signs.
    if ('\u{300}'..='\u{36f}').contains(&letter) {
        return;
    }
    if !letter.is_alphanumeric() {
        end(word, words);
        return;
    }
    for small in letter.to_lowercase() {
        match small {
            'à'..='å' => word.push('a'),
            'ç' => word.push('c'),
            'è'..='ë' => word.push('e'),
            'ì'..='ï' => word.push('i'),
            'ñ' => word.push('n'),
            'ò'..='ö' | 'ø' => word.push('o'),
            'ù'..='ü' => word.push('u'),
            'ý' | 'ÿ' => word.push('y'),
            'æ' => word.push_str("ae"),
            'œ' => word.push_str("oe"),
            'ß' => word.push_str("ss"),
            'ĳ' => word.push_str("ij"),
            '\u{300}'..='\u{36f}' => {}
            other => word.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_the_same_however_it_is_written() {
        let plain = words("een twee drie vier");
        for other in ["Één, TWEE: drie\n\tvier!", "e\u{301}e\u{301}n – twee/drie... (vier)"] {
            assert_eq!(words(other), plain, "{other}");
        }
        assert!(words(" \n—!").is_empty());
    }

    #[test]
    fn what_is_quoted_is_left_out_and_an_apostrophe_is_no_quotation() {
        let gap = |text: &str| own_words(text).join(" ");
        for quoted in [
            "zij zegt „altijd” hier",
            "zij zegt \"altijd\" hier",
            "zij zegt ‘altijd’ hier",
            "zij zegt «altijd» hier",
        ] {
            assert_eq!(gap(quoted), "zij zegt  hier", "{quoted}");
        }
        assert_eq!(gap("'s avonds, foto's en 's nachts"), "s avonds foto s en s nachts");
        assert_eq!(gap("een los \" teken"), "een los teken", "a mark that nothing answers");
    }
}
