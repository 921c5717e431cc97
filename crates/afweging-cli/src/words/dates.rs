//! Dates, written out: `9 september 2024`.

use afweging::When;
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use super::Words;

impl Words {
    /// A day.
    pub(crate) fn date(self, day: NaiveDate) -> String {
        self.language.date(day)
    }

    /// A month, for an axis.
    pub(crate) fn month(self, day: NaiveDate) -> String {
        let short: String = self.language.month(day).chars().take(3).collect();
        format!("{short} {}", day.year())
    }

    /// A moment.
    pub(crate) fn instant(self, instant: DateTime<Utc>) -> String {
        self.language.instant(instant)
    }

    /// When something was so, with its precision.
    pub(crate) fn when(self, when: &When) -> String {
        self.language.when(when)
    }

    /// A text in which days such as `2024-09-09` are written out.
    pub(crate) fn dates_written_out(self, text: &str) -> String {
        const LENGTH: usize = 10;
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut before: Option<char> = None;
        while let Some(first) = rest.chars().next() {
            let is_free = |it: Option<char>| {
                it.is_none_or(|it| !it.is_alphanumeric() && it != '-' && it != '/' && it != '_')
            };
            if first.is_ascii_digit() && is_free(before) {
                let day = rest.get(..LENGTH).filter(|day| day.is_ascii());
                let parsed = day.and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
                let after = rest.get(LENGTH..);
                if let (Some(day), Some(after)) = (parsed, after)
                    && is_free(after.chars().next())
                {
                    out.push_str(&self.date(day));
                    before = Some('0');
                    rest = after;
                    continue;
                }
            }
            out.push(first);
            before = Some(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use afweging::Language;

    use super::*;

    #[test]
    fn days_are_written_out_and_nothing_else_is_touched() {
        let words = Words::new(Language::Nl);
        for (text, expected) in [
            ("Evaluatie: op 2026-01-08.", "Evaluatie: op 8 januari 2026."),
            ("2024-02-29", "29 februari 2024"),
            ("zaak-2024-02-29-a", "zaak-2024-02-29-a"),
            ("2024-02-30 bestaat niet", "2024-02-30 bestaat niet"),
            ("x2024-02-01", "x2024-02-01"),
            ("één 2024-12-3", "één 2024-12-3"),
            ("(2015-01-01)", "(1 januari 2015)"),
        ] {
            assert_eq!(words.dates_written_out(text), expected);
        }
    }

    #[test]
    fn moments_keep_their_precision() {
        let words = Words::new(Language::En);
        let when: When = "2025-03-01/2025-03-05".parse().unwrap();
        assert_eq!(words.when(&when), "1 March 2025 to 5 March 2025");
        let when: When = "2025-03-01T10:00:30Z".parse().unwrap();
        assert_eq!(words.when(&when), "1 March 2025, 10:00:30 UTC");
    }
}
