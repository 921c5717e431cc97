//! The law in words: `artikel 1:255 lid 1 Burgerlijk Wetboek`, in full, and how sure the pack is of it.

use super::voice::Voice;
use crate::law::{Certainty, Citation};

impl Voice<'_> {
    /// A citation as people read it. Law names are not shortened.
    pub(super) fn article(&self, cite: &Citation) -> String {
        let law = match cite.law.as_str() {
            "BW1" => "Burgerlijk Wetboek",
            "Jw" => "Jeugdwet",
            "Rv" => "Wetboek van Burgerlijke Rechtsvordering",
            "Wmo" => "Wet maatschappelijke ondersteuning 2015",
            "UBWmo" => "Uitvoeringsbesluit Wmo 2015",
            "BJw" => "Besluit Jeugdwet",
            "Wth" => "Wet tijdelijk huisverbod",
            "Awb" => "Algemene wet bestuursrecht",
            "EVRM" => "Europees Verdrag voor de Rechten van de Mens",
            "IVRK" => "Internationaal Verdrag inzake de Rechten van het Kind",
            other => other,
        };
        let book = if cite.law == "BW1" { "1:" } else { "" };
        let paragraph = match cite.paragraph.split_once('(') {
            _ if cite.paragraph.is_empty() => String::new(),
            Some((paragraph, letter)) => format!(
                "{}{paragraph}{}{}",
                self.say(" lid ", " paragraph "),
                self.say(", onder ", ", under "),
                letter.trim_end_matches(')')
            ),
            None => format!("{}{}", self.say(" lid ", " paragraph "), cite.paragraph),
        };
        format!("{} {book}{}{paragraph}, {law}", self.say("artikel", "article"), cite.article)
    }

    /// Since when it is in force as the pack has it, and how sure the pack is of it.
    pub(super) fn mark(&self, cite: &Citation) -> String {
        let sure = match cite.certainty {
            Certainty::Text2015 => self.say("gelezen in de wettekst van 2015", "read in the text of 2015"),
            Certainty::Confirmed => self.say("nagelezen bij de bron", "read at the source"),
            Certainty::GeneralKnowledge => self.say("nog na te lezen", "still to be checked"),
            Certainty::Modelling => {
                self.say("keuze van het model, geen wet", "a choice of the model, no law")
            }
        };
        let from = self.say("in het wetspakket vanaf", "in the law pack from");
        format!("{from} {}; {sure}", self.date(cite.from))
    }
}
