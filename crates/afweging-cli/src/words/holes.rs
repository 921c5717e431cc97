//! What people fill in: the fields of an entry that a remedy leaves open.

use super::Words;

/// Field, by the end of its path; Dutch; English.
#[rustfmt::skip]
const HOLES: &[(&str, &str, &str)] = &[
    ("account", "wat deze persoon vertelt", "what this person tells"),
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
    ("causes", "wat het veroorzaakt", "what causes it"),
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
    ("look_back", "de dag waarop wordt teruggekeken", "the day on which people look back"),
    ("maintaining", "wat het in stand houdt", "what keeps it going"),
    ("measure", "de maatregel", "the measure"),
    ("needed_now", "wat dit kind en deze ouders nu nodig hebben", "what this child and these parents need now"),
    ("on", "waarover", "on what"),
    ("option", "wat het is", "what it is"),
    ("origin", "waar het vandaan komt", "where it comes from"),
    ("outcome", "de uitkomst", "the outcome"),
    ("person", "wie", "who"),
    ("plan_b", "plan B", "plan B"),
    ("polarity", "of het ervoor of ertegen spreekt", "whether it speaks for or against"),
    ("question", "de vraag aan de ontvanger", "the question to the receiver"),
    ("reason", "de reden", "the reason"),
    ("requester", "wie verzoekt", "who requests"),
    ("review_on", "de dag waarop wordt bekeken of het werkt", "the day on which people look whether it works"),
    ("role", "de rol", "the role"),
    ("severity", "hoe ernstig de bedreiging is", "how serious the threat is"),
    ("statement", "een kenmerk voor wat er gezegd is", "an id for what was said"),
    ("step", "een kenmerk voor de stap", "an id for the step"),
    ("stop_when", "wanneer het goed genoeg is", "when it is good enough"),
    ("text", "wat er gezegd is", "what was said"),
    ("until", "de laatste dag", "the last day"),
    ("verdict", "het oordeel", "the verdict"),
    ("watcher", "wie oplet", "who keeps watch"),
    ("what_happened", "wat er gebeurde", "what happened"),
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
