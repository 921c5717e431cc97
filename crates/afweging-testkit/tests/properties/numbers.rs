//! The numbers of entries where sentences name them. Who numbers a log anew says what its sentences then say.

/// A text with the number of every entry that it names put otherwise.
pub fn in_words(text: &str, now: impl Fn(u64) -> String) -> String {
    let mut put = String::new();
    let mut is_named = false;
    for word in text.split_inclusive(' ') {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        match word[..digits].parse() {
            Ok(number) if is_named => {
                put.push_str(&now(number));
                put.push_str(&word[digits..]);
            }
            _ => put.push_str(word),
        }
        is_named = matches!(word.trim_start_matches('(').to_lowercase().as_str(), "regel " | "entry ");
    }
    put
}

#[test]
fn only_the_number_of_an_entry_is_put_otherwise() {
    let now = |number: u64| (number + 1).to_string();
    assert_eq!(
        in_words("Regel 9 (de reden) is die van s-1 (regel 12), 3 keer.", now),
        "Regel 10 (de reden) is die van s-1 (regel 13), 3 keer."
    );
    assert_eq!(in_words("told: entry 4. On entry", now), "told: entry 5. On entry");
    assert_eq!(in_words("12 dagen, M16, regelen 2", now), "12 dagen, M16, regelen 2");
}
