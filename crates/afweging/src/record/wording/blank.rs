//! What is said where the dossier says nothing. Never a default: that it is not on record, and who may say it.

use super::voice::{Spans, Voice, text};
use crate::finding::Answerer;
use crate::record::word::Blank;

impl Voice<'_> {
    pub(super) fn not_on_record(&self, what: Blank, who: &[Answerer]) -> Spans {
        let (nl, en) = match what {
            // What people agree on begins without anybody deciding.
            Blank::Decision if self.goes_ahead() => {
                ("Een besluit staat niet in het dossier.", "No decision is on record.")
            }
            Blank::Decision => ("Er is nog niets besloten.", "Nothing is decided yet."),
            Blank::DecisionWhy => (
                "De reden van het besluit staat niet in het dossier.",
                "The reason for the decision is not on record.",
            ),
            Blank::Period => (
                "Van wanneer tot wanneer staat niet in het dossier.",
                "From when until when is not on record.",
            ),
            Blank::Birth => ("De leeftijd staat niet in het dossier.", "The age is not on record."),
            Blank::Accounts => {
                ("Van niemand staat een verhaal in het dossier.", "Nobody's account is on record.")
            }
            Blank::Facts => ("Er staan geen feiten in het dossier.", "No facts are on record."),
            Blank::Strengths => {
                ("Wat goed gaat, staat niet in het dossier.", "What goes well is not on record.")
            }
            Blank::Norm => (
                "Welke grens mensen gebruiken, staat niet in het dossier.",
                "The norm that people used is not on record.",
            ),
            Blank::Views => (
                "Niemand schreef op wat ervoor en ertegen spreekt.",
                "Nobody wrote down what speaks for and against it.",
            ),
            Blank::Lighter => (
                "Welke lichtere hulp is bekeken, staat niet in het dossier.",
                "Which lighter help was looked at is not on record.",
            ),
            Blank::WrongIfTaken => (
                "Wat er misgaat als we dit ten onrechte wel doen, staat niet in het dossier.",
                "What goes wrong if this is wrongly done is not on record.",
            ),
            Blank::WrongIfNotTaken => (
                "Wat er misgaat als we dit ten onrechte laten, staat niet in het dossier.",
                "What goes wrong if this is wrongly not done is not on record.",
            ),
            Blank::IfTaken => (
                "Wat we verwachten als we dit doen, staat niet in het dossier.",
                "What is expected if this is done is not on record.",
            ),
            Blank::IfNotTaken => (
                "Wat we verwachten als we dit laten, staat niet in het dossier.",
                "What is expected if this is not done is not on record.",
            ),
            Blank::Review => (
                "Wanneer we kijken of het werkt, staat niet in het dossier.",
                "When people look whether it works is not on record.",
            ),
            Blank::MindChange => (
                "Waardoor we er anders over gaan denken, staat niet in het dossier.",
                "What would change people's mind is not on record.",
            ),
            Blank::Dissent => {
                // Silence is not agreement, and the page says so.
                (
                    "In het dossier staat geen tegenstem. Dat betekent niet: iedereen is het eens.",
                    "No dissent is on record. That does not mean: everybody agrees.",
                )
            }
            Blank::Authority => (
                "Wie dit mag beslissen, staat niet in het wetspakket.",
                "Who may decide on this is not in the law pack.",
            ),
            Blank::Watch => {
                ("Wie er nu oplet, staat niet in het dossier.", "Who keeps watch now is not on record.")
            }
        };
        let mut spans = vec![text(self.say(nl, en))];
        if !who.is_empty() && what != Blank::Dissent {
            spans.push(text(self.say(" Wie dit kan zeggen: ", " Who can say it: ")));
            spans.extend(self.one_of(who.iter().map(|it| self.answerer(it)).collect()));
            spans.push(text("."));
        }
        spans
    }
}
