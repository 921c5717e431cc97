//! What people fill in: the fields of an entry that a remedy leaves open.

use super::Words;

/// Field, by the end of its path; Dutch; English.
#[rustfmt::skip]
const HOLES: &[(&str, &str, &str)] = &[
    ("account", "wat deze persoon vertelt", "what this person tells"),
    ("addresses", "aan welke oorzaken deze stap iets doet", "which causes this step does something about"),
    ("adds", "wat de ontvanger toevoegt: bevoegdheid of deskundigheid", "what the receiver adds: power or expertise"),
    ("alternative", "een kenmerk ervoor", "an id for it"),
    ("answer", "het antwoord", "the answer"),
    ("answers", "het antwoord op wat ertegen spreekt", "the answer to what speaks against it"),
    ("article", "het artikel", "the article"),
    ("authority", "hoe het gezag is", "how the authority stands"),
    ("best_interests", "waarom het in het belang van dit kind is", "why it is in this child's best interests"),
    ("birth", "geboortedatum of -jaar", "date or year of birth"),
    ("borne_by", "wie het zegt of inbrengt", "who says it or brings it"),
    ("burden", "wat de stap van deze persoon vraagt", "what the step asks of this person"),
    ("by", "wie", "who"),
    ("candidates", "waarop het antwoord slaat", "what the answer is about"),
    ("danger", "het gevaar", "the danger"),
    ("decider", "wie beslist", "who decides"),
    ("effect", "wat het veranderde, of waarom niets", "what it changed, or why nothing"),
    ("error_if_wrongly_not_taken", "wat er misgaat als we dit ten onrechte niet doen", "what goes wrong if this is wrongly not done"),
    ("error_if_wrongly_taken", "wat er misgaat als we dit ten onrechte doen", "what goes wrong if this is wrongly done"),
    ("for", "welke feiten ervoor spreken", "which facts speak for it"),
    ("form", "schriftelijk of mondeling", "in writing or by word of mouth"),
    ("forum", "in een gesprek of bij de rechter", "in a talk or before the court"),
    ("found", "wat men vindt", "what is found"),
    ("from", "de eerste dag", "the first day"),
    ("goal", "het doel", "the goal"),
    ("ground", "de grond", "the ground"),
    ("holder", "wie", "who"),
    ("if_not_taken", "wat we verwachten als we dit niet doen", "what is expected if this is not done"),
    ("if_taken", "wat we verwachten als we dit doen", "what is expected if this is done"),
    ("information", "welke uitleg is gegeven", "which information was given"),
    ("informed", "wie het weten", "who knows of it"),
    ("look_back", "de dag waarop wordt teruggekeken", "the day on which people look back"),
    ("measure", "de maatregel", "the measure"),
    ("mentions", "wat het verzoek noemt, ook wat ertegen spreekt", "what the request names, also what speaks against it"),
    ("needed_now", "wat kind en ouders nu nodig hebben", "what child and parents need now"),
    ("next_court_test", "de dag waarop de rechter ernaar kijkt", "the day on which a court looks at it"),
    ("not_applicable", "waarom een punt niet geldt", "why a point does not apply"),
    ("on", "waarover", "on what"),
    ("option", "wat het is", "what it is"),
    ("origin", "waar het vandaan komt", "where it comes from"),
    ("outcome", "de uitkomst", "the outcome"),
    ("person", "wie", "who"),
    ("polarity", "of het ervoor of ertegen spreekt", "whether it speaks for or against"),
    ("question", "de vraag aan de ontvanger", "the question to the receiver"),
    ("reason", "de reden", "the reason"),
    ("requester", "wie verzoekt", "who requests"),
    ("return_plan", "hoe het kind weer thuis kan komen: wat, wie en wanneer", "how the child can come home: what, who and when"),
    ("review_on", "de dag waarop wordt bekeken of het werkt", "the day on which people look whether it works"),
    ("role", "de rol", "the role"),
    ("safety_around_the_clock", "wie dag en nacht op het kind past", "who looks after the child day and night"),
    ("severity", "hoe ernstig de bedreiging is", "how serious the threat is"),
    ("step", "een kenmerk voor de stap", "an id for the step"),
    ("stop_when", "wanneer het goed genoeg is", "when it is good enough"),
    ("until", "de laatste dag", "the last day"),
    ("verdict", "het oordeel", "the verdict"),
    ("watcher", "wie oplet", "who keeps watch"),
    ("what_happened", "wat er is gebeurd", "what happened"),
    ("why", "waarom", "why"),
    ("why_it_cannot_wait", "waarom het niet kan wachten", "why it cannot wait"),
    ("would_change_our_mind", "wat ons van mening zou doen veranderen", "what would change our mind"),
];

impl Words {
    /// A field that people fill in, by its path.
    pub(crate) fn hole(self, path: &'static str) -> &'static str {
        let name = path.rsplit('.').next().unwrap_or(path);
        HOLES.iter().find(|it| it.0 == name).map_or(path, |it| self.say(it.1, it.2))
    }
}
