//! The Dutch words of a scenario, each with the word of the log that it stands for.

/// Dutch words and what the log calls it.
pub(crate) type Words = &'static [(&'static str, &'static str)];

/// What somebody is, when the label of the role is not the word that people use.
pub(crate) const ROLES: Words = &[
    ("zoon", "child"),
    ("dochter", "child"),
    ("broer", "child"),
    ("zus", "child"),
    ("volwassene", "adult_subject"),
    ("oma", "grandparent"),
    ("opa", "grandparent"),
    ("grootmoeder", "grandparent"),
    ("grootvader", "grandparent"),
    ("stiefvader", "step_parent"),
    ("stiefmoeder", "step_parent"),
    ("pleegmoeder", "foster_parent"),
    ("pleegvader", "foster_parent"),
    ("tante", "network"),
    ("oom", "network"),
    ("buurvrouw", "network"),
    ("buurman", "network"),
    ("netwerk", "network"),
    ("team", "local_team"),
    ("wijkteam", "local_team"),
    ("college", "college"),
    ("gemeente", "college"),
    ("vt", "veilig_thuis"),
    ("raad", "raad"),
    ("raadsonderzoeker", "raad"),
    ("gi", "gi"),
    ("jeugdbeschermer", "gi"),
    ("rechter", "childrens_judge"),
    ("hof", "appeal_court"),
    ("officier", "prosecutor"),
    ("hulpofficier", "assistant_prosecutor"),
    ("aanbieder", "provider"),
    ("hulpverlener", "provider"),
    ("leerkracht", "school"),
    ("huisarts", "doctor"),
    ("jeugdarts", "doctor"),
    ("curator", "special_representative"),
    ("anders", "other"),
];

/// What somebody is to the child, beside the role.
pub(crate) const RELATIONS: Words =
    &[("verzorgt het kind", "cares_daily"), ("kent het kind", "knows_child"), ("broer of zus", "sibling")];

/// How parental authority stands.
pub(crate) const AUTHORITY: Words = &[
    ("gezag", "held"),
    ("met gezag", "held"),
    ("zonder gezag", "not_held"),
    ("geen gezag", "not_held"),
    ("gezag beëindigd", "ended"),
    ("gezag geschorst", "suspended"),
];

/// Whether somebody can weigh their own interests.
pub(crate) const CAPACITY: Words =
    &[("kan eigen belang wegen", "true"), ("kan eigen belang niet wegen", "false")];

pub(crate) const FOUND: Words = &[
    ("staat vast", "established"),
    ("aannemelijk", "plausible"),
    ("niet vastgesteld", "not_established"),
    ("weerlegd", "refuted"),
    ("niet uit te maken", "unresolvable"),
];

pub(crate) const VERDICT: Words =
    &[("vervuld", "met"), ("niet vervuld", "not_met"), ("niet beslist", "undecided")];

pub(crate) const NATURE: Words = &[("kracht", "strength"), ("zorg", "worry"), ("neutraal", "neutral")];

pub(crate) const CAUSE: Words = &[
    ("in het gezin", "in_family"),
    ("geld", "financial"),
    ("wonen of armoede", "housing_or_poverty"),
    ("beperking van een ouder", "parent_disability"),
    ("handelen van de overheid", "government_act"),
    ("anders buiten het gezin", "other_outside"),
];

pub(crate) const POLARITY: Words = &[("voor", "supports"), ("tegen", "opposes")];

pub(crate) const FORUM: Words = &[("gesprek", "talk"), ("rechter", "court")];

pub(crate) const MODE: Words = &[
    ("in persoon", "in_person"),
    ("video", "video"),
    ("telefoon", "telephone"),
    ("schriftelijk", "written"),
    ("vertegenwoordiger", "through_representative"),
    ("gezien", "seen"),
];

pub(crate) const DISTANCE: Words =
    &[("betrokken", "involved"), ("op afstand", "at_a_further_remove"), ("onafhankelijk", "independent")];

pub(crate) const NOT_HEARD: Words = &[
    ("te jong", "too_young"),
    ("onveilig", "unsafe"),
    ("onbereikbaar", "unreachable"),
    ("spoed", "urgent"),
    ("anders", "other"),
];

pub(crate) const CONSENT: Words = &[
    ("gevraagd", "consent_asked"),
    ("gegeven", "consent_given"),
    ("geweigerd", "consent_refused"),
    ("ingetrokken", "consent_withdrawn"),
];

pub(crate) const FRAME: Words =
    &[("vrijwillig", "voluntary"), ("drang", "pressure"), ("gedwongen", "compulsory")];

/// How a lighter alternative is answered.
pub(crate) const ANSWER: Words = &[
    ("geprobeerd", "tried_insufficient"),
    ("onvoldoende", "expected_insufficient"),
    ("geweigerd", "refused"),
    ("niet beschikbaar", "not_available"),
    ("toereikend", "adequate"),
];

pub(crate) const REQUEST_FORM: Words = &[("schriftelijk", "written"), ("mondeling", "oral")];

pub(crate) const OUTCOME: Words = &[("toegewezen", "granted"), ("afgewezen", "refused")];

pub(crate) const REVIEW: Words = &[
    ("beter", "better"),
    ("zoals verwacht", "as_expected"),
    ("slechter", "worse"),
    ("onduidelijk", "unclear"),
];

pub(crate) const RULING: Words =
    &[("bekrachtigd", "upheld"), ("vernietigd", "quashed"), ("vervangen", "replaced")];

pub(crate) const ADDS: Words = &[("bevoegdheid", "power"), ("deskundigheid", "expertise")];

pub(crate) const ERASURE: Words =
    &[("op verzoek", "on_request"), ("bewaartermijn voorbij", "retention_passed"), ("op bevel", "ordered")];

pub(crate) const POINT: Words = &[
    ("wat er gebeurde", "what_happened"),
    ("wat nu nodig is", "needed_now"),
    ("doel", "goal"),
    ("veiligheid", "safety"),
    ("alternatieven", "alternatives"),
    ("verhaal van het kind", "childs_account"),
    ("verhaal van de ouders", "parents_account"),
    ("naar huis", "coming_home"),
    ("termijn en evaluatie", "term_and_review"),
];

pub(crate) const ACT: Words = &[
    ("melden", "inform"),
    ("adviseren", "advise"),
    ("consulteren", "consult"),
    ("onderzoeken", "investigate"),
    ("verzoeken", "request"),
    ("beslissen", "decide"),
    ("uitvoeren", "execute"),
    ("toestemming geven", "consent"),
    ("gehoord worden", "be_heard"),
    ("bezwaar maken", "object"),
    ("in beroep gaan", "appeal"),
    ("toezicht houden", "supervise"),
];

pub(crate) const DOOR: Words = &[("eigen", "own"), ("waargenomen", "observed")];

/// Names for measures that people use beside the label of the law pack.
pub(crate) const MEASURES: Words = &[
    ("niets doen", "M00"),
    ("afsluiten", "M00"),
    ("eigen netwerk", "M01"),
    ("vrijwillige hulp", "M02"),
    ("drang", "M05"),
    ("melding bij Veilig Thuis", "M06"),
    ("huisverbod", "M13"),
    ("voorlopige ots", "M15"),
    ("vots", "M15"),
    ("ots", "M16"),
    ("verlenging ots", "M17"),
    ("aanwijzing", "M18"),
    ("omgangsregeling", "M19"),
    ("vervangende toestemming", "M21"),
    ("uithuisplaatsing", "M22"),
    ("uhp", "M22"),
    ("spoeduithuisplaatsing", "M23"),
    ("spoed-uhp", "M23"),
    ("gesloten jeugdhulp", "M27"),
    ("spoedmachtiging gesloten", "M28"),
    ("gezagsbeëindiging", "M32"),
    ("naar huis", "M34"),
    ("opheffing", "M34"),
    ("perspectiefbesluit", "perspective"),
];

/// Short names for what is judged besides a ground.
pub(crate) const CONDITIONS: Words = &[
    ("bevoegd", "standing"),
    ("weg", "route"),
    ("instemming buitenland", "foreign_approval"),
    ("toestemming", "consent"),
    ("vorm", "form"),
    ("gehoord", "hearing"),
    ("instemming deskundige", "expert_agreement"),
    ("zorgvuldig", "care"),
    ("motivering", "motivation"),
    ("feiten voldoende", "facts_sufficient"),
    ("nodig", "necessary"),
    ("belang", "interest"),
    ("niets lichters", "nothing_lighter"),
    ("geschikt", "suitable"),
    ("uitvoerbaar", "feasible"),
    ("evenredig", "proportionate"),
    ("hereniging", "reunification"),
    ("duur", "duration"),
    ("omvang", "scope"),
];

/// How a gate stands.
pub(crate) const GATE: Words = &[
    ("voldaan", "passed"),
    ("niet voldaan", "failed"),
    ("onbekend", "unknown"),
    ("hersteld", "cured"),
    ("buiten het wetspakket", "outside_pack"),
];

/// Whether two words are the same to a reader: capitals and hyphens do not count.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim().to_lowercase().replace('-', " ");
    plain(one) == plain(other)
}

/// What the log calls it.
pub(crate) fn stands_for(words: Words, asked: &str) -> Option<&'static str> {
    words.iter().find(|(dutch, _)| is_same(dutch, asked)).map(|(_, log)| *log)
}
