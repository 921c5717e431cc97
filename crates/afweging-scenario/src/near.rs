//! The ids nearest to one that is not there: whoever mistyped finds theirs among them.

/// How many are named.
const MOST: usize = 5;
/// The longest id that is compared letter by letter.
const LONGEST: usize = 64;

/// Those nearest to what was asked, nearest first; of equally near ones in the order of the letters.
pub fn nearest<'a>(asked: &str, there: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut near: Vec<(usize, &str)> = there.into_iter().map(|id| (distance(asked, id), id)).collect();
    near.sort_unstable();
    near.into_iter().map(|(_, id)| id).take(MOST).collect()
}

/// How many letters have to be put in, taken out or changed to make one of the other.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let letters = |text: &str| -> Vec<char> { text.chars().take(LONGEST).collect() };
    let (one, other) = (letters(one), letters(other));
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, letter) in one.iter().enumerate() {
        let mut before = place;
        let mut left = place.saturating_add(1);
        let mut next = vec![left];
        for (above, with) in row.iter().skip(1).zip(&other) {
            let changed = before.saturating_add(usize::from(letter != with));
            left = changed.min(left.saturating_add(1)).min(above.saturating_add(1));
            next.push(left);
            before = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_and_few_are_named() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("abc", "abc"), 0);
        assert_eq!(nearest("drnikt", ["slaat", "drinkt", "drank"]), ["drinkt", "drank", "slaat"]);
        let many: Vec<String> = (0..100).map(|number| format!("s{number}")).collect();
        assert_eq!(nearest("s7", many.iter().map(String::as_str)).len(), MOST);
    }
}
