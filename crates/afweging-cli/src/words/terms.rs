//! How the day of a term was reckoned, in words.

use afweging::{Length, Reckoning, RestDay};

use super::Words;

impl Words {
    /// A length of time: `5 werkdagen`.
    pub(crate) fn length(self, length: Length) -> String {
        self.of(&length.label())
    }

    /// A day that is no working day.
    fn rest_day(self, day: RestDay) -> &'static str {
        match day {
            RestDay::Saturday => self.say("zaterdag", "Saturday"),
            RestDay::Sunday => self.say("zondag", "Sunday"),
            RestDay::NewYear => self.say("nieuwjaarsdag", "New Year's Day"),
            RestDay::GoodFriday => self.say("Goede Vrijdag", "Good Friday"),
            RestDay::EasterMonday => self.say("tweede paasdag", "Easter Monday"),
            RestDay::KingsDay => self.say("Koningsdag", "King's Day"),
            RestDay::LiberationDay => self.say("5 mei", "5 May"),
            RestDay::Ascension => self.say("Hemelvaartsdag", "Ascension Day"),
            RestDay::WhitMonday => self.say("tweede pinksterdag", "Whit Monday"),
            RestDay::Christmas => self.say("eerste kerstdag", "Christmas Day"),
            RestDay::SecondChristmas => self.say("tweede kerstdag", "the day after Christmas"),
        }
    }

    /// From when, and how long.
    pub(crate) fn reckoned(self, reckoning: &Reckoning) -> String {
        let length = self.length(reckoning.length);
        let Some(from) = &reckoning.from else {
            return format!(
                "{length} {}",
                self.say("vanaf een dag die niet is vastgelegd", "from a day that is not on record")
            );
        };
        let when = self.when(from);
        let how = if reckoning.counted_back {
            self.say("terug vanaf", "back from")
        } else {
            self.say("vanaf", "from")
        };
        match reckoning.reckoned.until {
            Some(until) => {
                format!("{length} {how} {when}, {} {}", self.say("dus tot", "so until"), self.instant(until))
            }
            None => format!("{length} {how} {when}"),
        }
    }

    /// Over which days it was prolonged, or why it was not although it ends on one.
    pub(crate) fn rest_days(self, reckoning: &Reckoning) -> Option<String> {
        let basis = self.basis(&afweging::Basis::from(&reckoning.rest_days.cite));
        if let Some(prolonged) = &reckoning.reckoned.prolonged {
            let over: Vec<String> = prolonged.over.iter().map(|day| self.rest_day(*day).to_owned()).collect();
            return Some(format!(
                "{} {}, {} {}: {basis}",
                self.say("van", "from"),
                self.date(prolonged.from),
                self.say("over", "over"),
                self.list(&over)
            ));
        }
        let on = RestDay::of(reckoning.reckoned.last).filter(|_| reckoning.from.is_some())?;
        Some(format!("{}, {}: {basis}", self.say("nee", "no"), self.rest_day(on)))
    }
}
