//! What each kind of entry is called: as something that people can do, and as something that was done.

use super::event::Event;
use crate::code::Language;

/// Kind; to do it (Dutch, English); done (Dutch, English). Sorted as the library lists its kinds.
#[rustfmt::skip]
const EVENTS: &[(&str, &str, &str, &str, &str)] = &[
    ("person_added", "iemand in het dossier opnemen", "naming somebody in the dossier", "opgenomen in het dossier", "named in the dossier"),
    ("relation_noted", "vastleggen wat iemand voor het kind is", "recording what somebody is to the child", "relatie tot het kind vastgelegd", "relation to the child recorded"),
    ("authority_noted", "vastleggen wie het gezag heeft", "recording who holds parental authority", "gezag vastgelegd", "parental authority recorded"),
    ("capacity_noted", "vastleggen of iemand de eigen belangen kan wegen", "recording whether somebody can weigh their own interests", "wilsbekwaamheid vastgelegd", "capacity recorded"),
    ("set_aside", "met reden vastleggen dat iemands verhaal niet nodig is", "recording with a reason that somebody's account is not needed", "met reden buiten beschouwing gelaten", "set aside with a reason"),
    ("invited", "iemand uitnodigen om gehoord te worden", "inviting somebody to be heard", "uitgenodigd voor een gesprek", "invited to be heard"),
    ("heard", "iemand horen", "hearing somebody", "gehoord", "heard"),
    ("account_confirmed", "het eigen verhaal bevestigen", "confirming one's own account", "eigen verhaal bevestigd", "own account confirmed"),
    ("account_contested", "betwisten hoe het eigen verhaal is opgeschreven", "contesting how one's own account was written down", "opgeschreven verhaal betwist", "written account contested"),
    ("hearing_declined", "vastleggen dat iemand niet gehoord wil worden", "recording that somebody declines to be heard", "wil niet gehoord worden", "declined to be heard"),
    ("not_heard", "vastleggen waarom iemand niet is gehoord", "recording why somebody was not heard", "niet gehoord, met reden", "not heard, with a reason"),
    ("account_still_stands", "vastleggen dat het eerdere verhaal nog klopt", "recording that the earlier account still stands", "eerder verhaal klopt nog", "earlier account still stands"),
    ("effect_noted", "vastleggen wat het verhaal veranderde, of waarom niets", "recording what the account changed, or why nothing", "doorwerking vastgelegd", "effect recorded"),
    ("cycle_opened", "een nieuwe ronde beginnen", "beginning a new cycle", "nieuwe ronde begonnen", "new cycle begun"),
    ("claimed", "een bewering vastleggen", "recording a statement", "bewering vastgelegd", "statement recorded"),
    ("evidence_added", "een bron vastleggen, voor of tegen", "recording a source, for or against", "bron vastgelegd", "source recorded"),
    ("found", "vastleggen wat mensen van een bewering vinden", "recording what people find of a statement", "bevinding over een bewering", "finding on a statement"),
    ("withdrawn", "een bewering of bron intrekken", "taking back a statement or a source", "bewering of bron ingetrokken", "statement or source taken back"),
    ("consent_asked", "toestemming vragen, met uitleg", "asking consent, with information", "toestemming gevraagd", "consent asked"),
    ("consent_given", "toestemming geven", "giving consent", "toestemming gegeven", "consent given"),
    ("consent_refused", "toestemming weigeren", "refusing consent", "toestemming geweigerd", "consent refused"),
    ("consent_withdrawn", "toestemming intrekken", "taking back consent", "toestemming ingetrokken", "consent taken back"),
    ("view_given", "een oordeel vastleggen", "recording a view", "oordeel gegeven", "view given"),
    ("sealing_agreed", "afspreken wie een oordeel onder zegel vastlegt", "agreeing on who seals a view", "afgesproken om onder zegel te wegen", "agreed to weigh under seal"),
    ("view_sealed", "een oordeel verzegelen", "sealing a view", "oordeel verzegeld", "view sealed"),
    ("views_revealed", "alle verzegelde oordelen samen openen", "opening all sealed views together", "verzegelde oordelen samen geopend", "sealed views opened together"),
    ("dialogue_opened", "het gesprek beginnen", "beginning the dialogue", "gesprek begonnen", "dialogue begun"),
    ("converged", "vastleggen waar men samen op uitkwam", "recording what people agreed on", "samen uitgekomen", "came to a common judgement"),
    ("diverged", "vastleggen waarin men verschilt", "recording where people differ", "samen niet uitgekomen", "did not come to a common judgement"),
    ("dialogue_reopened", "het gesprek hervatten", "taking up the dialogue again", "gesprek hervat", "dialogue taken up again"),
    ("fell_back", "terugvallen op de eigen bevoegdheid", "falling back on one's own power", "teruggevallen op de eigen bevoegdheid", "fell back on one's own power"),
    ("step_proposed", "een stap voorstellen", "proposing a step", "stap voorgesteld", "step proposed"),
    ("step_detailed", "meer zeggen over de stap", "saying more of the step", "meer gezegd over de stap", "more said of the step"),
    ("alternative_named", "een alternatief noemen", "naming an alternative", "alternatief genoemd", "alternative named"),
    ("candidates_answered", "antwoorden waarom iets anders wel of niet volstaat", "answering why something else will or will not do", "alternatieven beantwoord", "candidates answered"),
    ("urgency_declared", "spoed vastleggen, met een dag om terug te kijken", "recording urgency, with a day to look back", "spoed vastgelegd", "urgency recorded"),
    ("request_filed", "een verzoek indienen", "filing a request", "verzoek ingediend", "request filed"),
    ("request_withdrawn", "het verzoek intrekken", "taking back the request", "verzoek ingetrokken", "request taken back"),
    ("request_held_over", "het verzoek aanhouden", "holding over the request", "verzoek aangehouden", "request held over"),
    ("decided", "beslissen", "deciding", "beslist", "decided"),
    ("decided_urgently", "met spoed beslissen", "deciding in urgency", "met spoed beslist", "decided in urgency"),
    ("heard_afterwards", "achteraf horen na spoed", "hearing afterwards, after urgency", "achteraf gehoord na spoed", "heard afterwards, after urgency"),
    ("started", "beginnen met uitvoeren", "beginning to carry it out", "uitvoering begonnen", "carrying out begun"),
    ("reviewed", "evalueren", "reviewing", "geëvalueerd", "reviewed"),
    ("mind_change_linked", "vastleggen welke latere regel iets is dat ons van mening zou doen veranderen", "recording which later entry is one that would change our mind", "latere regel genoemd die van mening kan doen veranderen", "later entry named that may change a mind"),
    ("placement_changed", "vastleggen dat het kind ergens anders ging wonen", "recording that the child went to live elsewhere", "ging ergens anders wonen", "went to live elsewhere"),
    ("ended", "de stap beëindigen", "ending the step", "stap beëindigd", "step ended"),
    ("appeal_lodged", "hoger beroep instellen", "lodging an appeal", "hoger beroep ingesteld", "appeal lodged"),
    ("appeal_ruled", "beslissen op het hoger beroep", "ruling on the appeal", "beslist op het hoger beroep", "appeal ruled on"),
    ("defect_passed_over", "met reden voorbijgaan aan het gebrek, door wie dat mag", "passing over the defect with a reason, by who may do so", "aan een gebrek voorbijgegaan", "defect passed over"),
    ("document_noted", "vastleggen of een stuk of moment er is", "recording whether a document or moment is there", "stuk of moment vastgelegd", "document or moment recorded"),
    ("obligation_ordered", "een verplichting opleggen", "ordering an obligation", "verplichting opgelegd", "obligation ordered"),
    ("obligation_met", "vastleggen hoe aan de verplichting is voldaan", "recording how the obligation was met", "aan verplichting voldaan", "obligation met"),
    ("moment_noted", "vastleggen wanneer een termijn begon of werd gehaald", "recording when a term began or was kept", "moment voor een termijn vastgelegd", "moment for a term recorded"),
    ("report_received", "een melding ontvangen", "receiving a report", "melding ontvangen", "report received"),
    ("watch_taken", "vastleggen wie oplet", "recording who keeps watch", "begint op te letten", "begins to keep watch"),
    ("watch_left", "vastleggen wie niet meer oplet", "recording who no longer keeps watch", "let niet meer op", "no longer keeps watch"),
    ("handed_over", "overdragen, met de vraag aan wie het overneemt", "handing over, with the question to who takes it up", "overgedragen", "handed over"),
    ("hand_over_accepted", "de overdracht aannemen", "taking up the hand-over", "overdracht aangenomen", "hand-over taken up"),
    ("closed", "het dossier afsluiten", "closing the dossier", "dossier afgesloten", "dossier closed"),
    ("corrected", "een vergissing rechtzetten", "putting a mistake right", "vergissing rechtgezet", "mistake put right"),
    ("contested", "bezwaar maken tegen een regel", "objecting to an entry", "bezwaar tegen een regel", "objection to an entry"),
    ("told", "vastleggen dat iemand weet wat er met een regel gebeurde", "recording that somebody knows what became of an entry", "verteld aan wie het moest weten", "told to who had to know"),
    ("redacted", "een tekst wissen die de wet laat wissen", "erasing a text as the law demands", "tekst gewist", "text erased"),
];

impl Event {
    /// A kind of entry as something that people can do, such as "iemand horen"; nothing for a kind that does not exist.
    ///
    /// ```
    /// use afweging::{Event, Language};
    /// assert_eq!(Event::to_do("heard", Language::En), Some("hearing somebody"));
    /// assert_eq!(Event::done("heard", Language::Nl), Some("gehoord"));
    /// assert_eq!(Event::done("guessed", Language::En), None);
    /// ```
    pub fn to_do(kind: &str, language: Language) -> Option<&'static str> {
        EVENTS.iter().find(|it| it.0 == kind).map(|it| match language {
            Language::Nl => it.1,
            Language::En => it.2,
        })
    }

    /// A kind of entry as something that was done, such as "gehoord"; nothing for a kind that does not exist.
    pub fn done(kind: &str, language: Language) -> Option<&'static str> {
        EVENTS.iter().find(|it| it.0 == kind).map(|it| match language {
            Language::Nl => it.3,
            Language::En => it.4,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_entry_has_words_and_no_others_do() {
        let named: Vec<&str> = EVENTS.iter().map(|it| it.0).collect();
        assert_eq!(named, Event::KINDS);
    }
}
