//! Every code that the library can give: the codes are the API and are never reused; the sentences are data.

mod plain;

use std::fmt;

use crate::gate::Gate;

/// The language of a sentence.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $nl:literal, $en:literal;)+) => {
        /// A code such as `AFW-INTRUSION-001`. Its place says where it belongs; [`Code::sentence`] says what it means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the sentence beside each code is its documentation; docs/src/errors.md lists them")]
        pub enum Code { $($name),+ }

        impl Code {
            const ALL: &'static [Code] = &[$(Code::$name),+];

            /// Every code, in order.
            pub fn all() -> &'static [Code] {
                Self::ALL
            }

            /// The code as text.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code),+ }
            }

            /// What it means: one sentence, with `{holes}` that a finding fills.
            pub fn sentence(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Code::$name, Language::Nl) => $nl, (Code::$name, Language::En) => $en,)+
                }
            }
        }
    };
}

codes! {
    // Gate 1.
    RequesterWithoutPower = "AFW-AUTHORITY-001", "{actor} mag {measure} niet verzoeken.", "{actor} may not request {measure}.";
    DeciderWithoutPower = "AFW-AUTHORITY-002", "{actor} mag niet beslissen over {measure}.", "{actor} may not decide on {measure}.";
    PrerequisiteMissing = "AFW-AUTHORITY-003", "{measure} kan alleen als er ook is: {needed}.", "{measure} is only possible together with: {needed}.";
    ConsentRefusedOrWithdrawn = "AFW-AUTHORITY-004", "{person} geeft geen toestemming (meer) waar deze stap op rust.", "{person} does not (or no longer) give the consent on which this step rests.";
    ConsentNotAsked = "AFW-AUTHORITY-005", "Van {person} is geen toestemming vastgelegd waar deze stap op rust.", "No consent of {person} is on record on which this step rests.";
    PrimaryMayStillFile = "AFW-AUTHORITY-006", "{actor} mag {measure} alleen verzoeken als {primary} het niet doet; dat is niet vastgelegd.", "{actor} may request {measure} only if {primary} does not; that is not on record.";
    AuthorityConditionNotMet = "AFW-AUTHORITY-007", "Niet voldaan aan een voorwaarde voor de bevoegdheid: {condition}.", "A condition of the power is not met: {condition}.";
    AuthorityConditionUndecided = "AFW-AUTHORITY-008", "Niet beslist is of aan deze voorwaarde voor de bevoegdheid is voldaan: {condition}.", "Not decided whether this condition of the power is met: {condition}.";
    RequesterUnknown = "AFW-AUTHORITY-009", "Niet vastgelegd is wie {measure} verzoekt.", "Not on record who requests {measure}.";
    RequesterDecides = "AFW-AUTHORITY-010", "Wie verzoekt en wie beslist zijn dezelfde.", "Who requests and who decides are the same.";
    WithoutTitle = "AFW-AUTHORITY-011", "{measure} wordt uitgevoerd zonder geldige beslissing.", "{measure} is carried out without a decision in force.";
    SubjectNotCovered = "AFW-AUTHORITY-012", "{measure} geldt niet voor {person}: {why}.", "{measure} does not apply to {person}: {why}.";
    SubjectAgeUnknown = "AFW-AUTHORITY-013", "Door de onbekende leeftijd van {person} is niet te zeggen of {measure} kan.", "The unknown age of {person} leaves open whether {measure} is possible.";
    MeasureOutsidePack = "AFW-AUTHORITY-014", "Het wetspakket zegt op {date} niets over {measure}.", "The law pack says nothing of {measure} on {date}.";
    ParentalAuthorityUnknown = "AFW-AUTHORITY-015", "Niet vastgelegd is wie het gezag heeft over {person}.", "Not on record who holds parental authority over {person}.";
    GrantConditionUnknown = "AFW-AUTHORITY-016", "{actor} mag {measure} verzoeken onder deze voorwaarde, die niet is vastgelegd: {condition}.", "{actor} may request {measure} on this condition, which is not on record: {condition}.";
    PrerequisiteUnknown = "AFW-AUTHORITY-017", "Niet vastgelegd is of er is wat {measure} nodig heeft: {needed}.", "Not on record whether there is what {measure} needs: {needed}.";
    DecisionConditionUnknown = "AFW-AUTHORITY-018", "{actor} mag over {measure} beslissen onder deze voorwaarde, die niet is vastgelegd: {condition}.", "{actor} may decide on {measure} on this condition, which is not on record: {condition}.";
    ExOfficioAndAsked = "AFW-AUTHORITY-019", "De rechter besliste uit eigen beweging over {measure}, terwijl erom was verzocht.", "{measure} was decided on of the court's own motion, while it was requested.";
    ConsentRunsOn = "AFW-AUTHORITY-020", "{person} trok de toestemming in; het verblijf mag nog duren tot en met {date}.", "{person} took the consent back; the stay may run on until {date}, that day included.";

    // Gate 2.
    NotHeardNoReason = "AFW-HEARING-001", "{person} is niet gehoord, en er staat niet waarom.", "{person} was not heard, and it is not said why.";
    HearingConditionNotMet = "AFW-HEARING-002", "Niet voldaan aan deze eis van horen en vorm: {condition}.", "This requirement of hearing and form is not met: {condition}.";
    HearingConditionUndecided = "AFW-HEARING-003", "Niet vastgelegd is of aan deze eis van horen en vorm is voldaan: {condition}.", "Not on record whether this requirement of hearing and form is met: {condition}.";
    HeardAfterUrgency = "AFW-HEARING-004", "{person} wordt wegens spoed achteraf gehoord, uiterlijk {date}.", "{person} is heard afterwards because of urgency, by {date} at the latest.";
    ChildNotOfferedCourt = "AFW-HEARING-005", "{person} is 12 jaar of ouder en kreeg geen gelegenheid zich tegenover de rechter te uiten.", "{person} is 12 or over and was not offered to speak before the court.";
    ChildAgeUnknown = "AFW-HEARING-006", "Door de onbekende leeftijd van {person} is niet te zeggen of de rechter het kind moet horen.", "The unknown age of {person} leaves open whether the court must hear the child.";
    OralRequest = "AFW-HEARING-007", "Het verzoek is mondeling gedaan; de wet vraagt een schriftelijk verzoek.", "The request was made by word of mouth; the law wants it in writing.";
    HeardByNobodyRelevant = "AFW-HEARING-008", "Niemand die ertoe doet staat in het dossier als kind, ouder of verzorger van {person}.", "No parent, guardian or carer of {person} is named in the dossier.";

    // Gate 3.
    BelowEvidenceLevel = "AFW-FACTS-001", "Geen feit haalt het bewijsniveau dat deze grond vraagt: {ground}.", "No fact reaches the level of evidence that this ground takes: {ground}.";
    GroundWithoutFacts = "AFW-FACTS-002", "Wie deze grond vervuld vindt, noemt geen feiten: {ground}.", "Who finds this ground met names no facts: {ground}.";
    ReopenedByNewRoot = "AFW-FACTS-003", "Na de bevinding kwam er een nieuwe bron bij: {statement}.", "A new source came in after the finding: {statement}.";
    FactsNotSufficient = "AFW-FACTS-004", "De feiten zijn niet actueel, volledig of uit eerste hand genoeg bevonden.", "The facts were found not current, complete or first-hand enough.";
    FactsNotJudged = "AFW-FACTS-005", "Niemand heeft beoordeeld of de feiten actueel en volledig zijn.", "Nobody judged whether the facts are current and complete.";
    SupportWithdrawn = "AFW-FACTS-006", "Een feit waar deze grond op rust is ingetrokken: {statement}.", "A fact on which this ground rests was withdrawn: {statement}.";
    FindingWithoutSupport = "AFW-FACTS-007", "Dit is als vaststaand genoteerd zonder eerste hand of twee onafhankelijke bronnen, of zonder antwoord op wat ertegen spreekt: {statement}.", "This was written down as established without a first-hand root or two independent ones, or without an answer to what speaks against it: {statement}.";
    ReopenedByLoss = "AFW-FACTS-010", "Na de bevinding is ingetrokken waar zij op rustte: {statement}.", "After the finding, what it rested on was taken back: {statement}.";
    ContraryNotMentioned = "AFW-FACTS-020", "Het verzoek noemt niet wat ertegen spreekt: {item}.", "The request does not name what speaks against it: {item}.";

    // Gate 4.
    GroundNotMet = "AFW-THREAT-001", "Deze grond is niet vervuld bevonden: {ground}.", "This ground was found not met: {ground}.";
    GroundUndecided = "AFW-THREAT-002", "Niet beslist is of deze grond vervuld is: {ground}.", "Not decided whether this ground is met: {ground}.";
    DecidedAlone = "AFW-THREAT-003", "Deze stap is door te weinig mensen gewogen: {why}.", "This step was weighed by too few people: {why}.";
    NotNecessary = "AFW-THREAT-004", "De maatregel is niet nodig bevonden: {condition}.", "The measure was found not necessary: {condition}.";
    NecessityUndecided = "AFW-THREAT-005", "Niet beslist is of de maatregel nodig is: {condition}.", "Not decided whether the measure is necessary: {condition}.";
    NoContradiction = "AFW-THREAT-006", "Niemand die de stap niet voorstelde, heeft tegenspraak geboden.", "Nobody who did not propose the step argued against it.";
    FamilyNotInDialogue = "AFW-THREAT-007", "{person} deed niet mee aan het gesprek, en er staat niet dat {person} gevraagd is of niet wilde.", "{person} did not take part in the dialogue, and it is not on record that {person} was asked or did not want to.";
    OwnPowerOffTheMap = "AFW-THREAT-008", "{person} valt terug op een bevoegdheid die de wet die dag niet kent: {act}, {measure}.", "{person} falls back on a power that the law did not know on that day: {act}, {measure}.";

    // Gate 5.
    LighterAdequate = "AFW-INTRUSION-001", "Iets lichters is toereikend en beschikbaar bevonden: {candidate}.", "Something lighter was found adequate and available: {candidate}.";
    CandidateUnanswered = "AFW-INTRUSION-002", "Niet beantwoord is waarom dit niet volstaat: {candidate}.", "Not answered why this will not do: {candidate}.";
    AnswerDoesNotStand = "AFW-INTRUSION-003", "Het antwoord op {candidate} houdt geen stand: {why}.", "The answer to {candidate} does not stand: {why}.";
    SuspendedByUrgency = "AFW-INTRUSION-004", "Wegens spoed is nog niet naar lichtere middelen gekeken; dat gebeurt uiterlijk {date}.", "Because of urgency lighter means were not looked at yet; that is due by {date}.";
    SomethingLighterFound = "AFW-INTRUSION-005", "Als geheel is bevonden dat iets lichters volstaat.", "It was found as a whole that something lighter would do.";
    PlacementNotSaid = "AFW-INTRUSION-006", "De plaats van {measure} is niet gezegd; wat lichter is hangt daarvan af.", "The placement of {measure} is not said; what is lighter depends on it.";

    // Gate 6.
    SuitabilityConditionNotMet = "AFW-SUITABILITY-001", "Niet voldaan aan deze eis van geschiktheid: {condition}.", "This requirement of suitability is not met: {condition}.";
    SuitabilityConditionUndecided = "AFW-SUITABILITY-002", "Niemand heeft beoordeeld: {condition}.", "Nobody judged: {condition}.";
    BurdenNotSaid = "AFW-SUITABILITY-003", "Niet gezegd is wat deze stap van {person} vraagt.", "Not said what this step asks of {person}.";
    DetailNotSaid = "AFW-SUITABILITY-004", "Niet gezegd is: {detail}.", "Not said: {detail}.";

    // Gate 7.
    LongerThanLaw = "AFW-TERM-001", "De termijn loopt tot {date}, langer dan de wet toestaat ({latest}).", "The period runs until {date}, longer than the law allows ({latest}).";
    PeriodNotSaid = "AFW-TERM-002", "Niet gezegd is van wanneer tot wanneer deze stap loopt.", "Not said from when until when this step runs.";
    ReviewNotSaid = "AFW-TERM-003", "Er is geen datum waarop wordt bekeken of deze stap werkt.", "There is no date on which people look whether this step works.";
    Expired = "AFW-TERM-004", "De termijn van {measure} is voorbij sinds {date}.", "The term of {measure} passed on {date}.";
    Lapsed = "AFW-TERM-005", "De beslissing is vervallen op {date}: {why}.", "The decision lapsed on {date}: {why}.";
    TermConditionNotMet = "AFW-TERM-006", "Langer of ruimer dan nodig bevonden: {condition}.", "Found longer or wider than needed: {condition}.";
    TermConditionUndecided = "AFW-TERM-007", "Niemand heeft beoordeeld: {condition}.", "Nobody judged: {condition}.";

    // Duties.
    StatutoryTerm = "AFW-DUTY-001", "{what}: uiterlijk {date}.", "{what}: by {date}.";
    ReviewDue = "AFW-DUTY-002", "Evaluatie van {measure}: op {date}.", "Review of {measure}: on {date}.";
    ReviewOverdue = "AFW-DUTY-003", "De evaluatie van {measure} had op {date} moeten zijn.", "The review of {measure} was due on {date}.";
    HearingDue = "AFW-DUTY-004", "Horen na spoed over {measure}: uiterlijk {date}.", "Hearing after urgency on {measure}: by {date}.";
    LookBackDue = "AFW-DUTY-005", "Terugkijken na spoed over {measure}: uiterlijk {date}.", "Looking back after urgency on {measure}: by {date}.";
    ObligationDue = "AFW-DUTY-006", "Verplichting uit een uitspraak: „{what}” ({date}).", "Obligation out of a ruling: “{what}” ({date}).";
    SystemShortfall = "AFW-DUTY-007", "Tekort van het systeem, niet van het gezin: {candidate} is er niet.", "A shortfall of the system, not of the family: {candidate} is not there.";
    AnswerOpposition = "AFW-DUTY-008", "Wie bouwde op wat is ingetrokken, betwist of rechtgezet, moet het weten: {statement}.", "Who built on what was withdrawn, contested or put right has to be told: {statement}.";

    TermStartNotNoted = "AFW-DUTY-009", "{what}: de termijn loopt vanaf {start}, en die dag is niet vastgelegd; hij eindigt niet voor {date}.", "{what}: the term runs from {start}, and that day is not on record; it does not end before {date}.";
    TermPassed = "AFW-DUTY-010", "{what}: de termijn is voorbij sinds {date}; {effect}.", "{what}: the term passed on {date}; {effect}.";
    NormTerm = "AFW-DUTY-011", "{what}: volgens een werknorm, die geen wet is, uiterlijk {date}.", "{what}: by a working norm, which is no law, by {date}.";
    LastsUntil = "AFW-DUTY-012", "{what}: tot en met {date}.", "{what}: up to and including {date}.";
    DoneTooLate = "AFW-DUTY-013", "{what}: gedaan op {date}, na de laatste dag ({latest}); {effect}.", "{what}: done on {date}, after the last day ({latest}); {effect}.";
    ShortfallOwedByNobody = "AFW-DUTY-014", "Niet gezegd is wie moet bieden wat er niet is: {candidate}.", "Not said who owes what is not there: {candidate}.";
    ShortfallMeanwhileNotSaid = "AFW-DUTY-015", "Niet gezegd is wat er gebeurt zolang het er niet is: {candidate}.", "Not said what happens as long as it is not there: {candidate}.";
    GoingOnUnanswered = "AFW-DUTY-016", "Bij de evaluatie van {measure} ({date}) is niet beantwoord of dit volstaat: {candidate}.", "At the review of {measure} ({date}) it was not answered whether this will do: {candidate}.";
    LighterAtReview = "AFW-DUTY-017", "Bij de evaluatie van {measure} ({date}) is iets lichters toereikend bevonden, en het loopt door: {candidate}.", "At the review of {measure} ({date}) something lighter was found adequate, and it goes on: {candidate}.";
    HearingPutOff = "AFW-DUTY-018", "{person} is wegens spoed nog niet gehoord; dat gebeurt uiterlijk {date}.", "{person} was not heard yet because of urgency; that is due by {date}.";
    LookBackTogether = "AFW-DUTY-019", "Samen terugkijken op {measure}, nu er door spoed geen gesprek was: uiterlijk {date}.", "Looking back together on {measure}, because urgency left no time for a dialogue: by {date}.";
    ReturnReviewDue = "AFW-DUTY-030", "Kijken of {person} weer thuis kan komen: op {date}.", "Looking whether {person} can come home: on {date}.";
    CourtTestDue = "AFW-DUTY-031", "De rechter kijkt naar {measure}: uiterlijk {date}.", "A court looks at {measure}: by {date}.";

    // The log.
    ChainBroken = "AFW-LOG-001", "Het logboek is niet zoals het werd vastgelegd, vanaf regel {entry}.", "The log is not as it was recorded, from entry {entry} on.";
    NobodyWatches = "AFW-LOG-002", "Van {from} tot {until} let niemand op.", "Nobody keeps watch from {from} until {until}.";
    ContestedEntry = "AFW-LOG-003", "{person} betwist regel {entry}; het bezwaar staat ernaast.", "{person} contests entry {entry}; the objection stands beside it.";
    HandOverOpen = "AFW-LOG-004", "De overdracht aan {person} is niet aangenomen.", "The hand-over to {person} has not been taken up.";
    RetentionNotOver = "AFW-LOG-005", "De tekst van regel {entry} is gewist omdat de bewaartermijn voorbij zou zijn; die loopt tot: {until}.", "The text of entry {entry} was erased because its term of retention would be over; that runs until: {until}.";

    // Aids.
    AidAlone = "AFW-AID-001", "Regel één, nooit alleen: {why}.", "Rule one, never alone: {why}.";
    AidNoContradiction = "AFW-AID-002", "Niemand heeft tegenspraak geboden.", "Nobody argued against.";
    AidHearsay = "AFW-AID-003", "Van horen zeggen en niet herleid tot een bron: {statement}.", "Hearsay that was not traced to a source: {statement}.";
    AidOneRoot = "AFW-AID-004", "Alles wat hiervoor spreekt komt van één bron: {statement}.", "All that speaks for this comes from one source: {statement}.";
    AidNoAlternative = "AFW-AID-005", "Er is geen alternatief genoemd.", "No alternative was named.";
    AidOneError = "AFW-AID-006", "Er staat maar één soort fout: {detail} ontbreekt.", "Only one kind of error is written down: {detail} is missing.";
    AidNoStop = "AFW-AID-007", "Er staat niet wanneer het goed genoeg is (sint-juttemis).", "It is not said when it is good enough.";
    AidPassedOn = "AFW-AID-008", "Doorgegeven aan {person} zonder dat er bevoegdheid of deskundigheid bij komt (doorschuiven).", "Passed on to {person} without added power or expertise.";
    AidNoEffect = "AFW-AID-009", "Niet gezegd is wat het verhaal van {person} heeft veranderd.", "Not said what the account of {person} changed.";
    AidMissingPerspective = "AFW-AID-010", "Het verhaal van {person} ontbreekt nog.", "The account of {person} is still missing.";
    AidNoMindChange = "AFW-AID-011", "Er staat niet wat ons van mening zou doen veranderen.", "It is not said what would change our mind.";
    AidHaste = "AFW-AID-012", "Op één dag voorgesteld en beslist zonder vastgelegde spoed.", "Proposed and decided on one day without urgency on record.";
    AidGeneralClaim = "AFW-AID-015", "Regel {entry} ({field}) spreekt in het algemeen: {words}. In dit geval kan het anders zijn.", "Entry {entry} ({field}) speaks in general: {words}. In this case it can be different.";
    AidSamePlan = "AFW-AID-016", "Hetzelfde plan staat woord voor woord ook bij {person} ({step}).", "The same plan stands word for word with {person} ({step}) too.";
    AidPlanElsewhere = "AFW-AID-017", "Hetzelfde plan staat woord voor woord ook in dossier {dossier} (regel {other}).", "The same plan stands word for word in dossier {dossier} too (entry {other}).";
    AidReasonElsewhere = "AFW-AID-018", "Regel {entry} ({field}) staat bijna woord voor woord ook in dossier {dossier} (regel {other}): {shared} van {rows} woordreeksen.", "Entry {entry} ({field}) stands almost word for word in dossier {dossier} too (entry {other}): {shared} of {rows} rows of words.";
    AidCopiedReason = "AFW-AID-019", "Regel {entry} ({field}) is bijna woord voor woord die van {step} (regel {other}), die hiermee wordt verlengd.", "Entry {entry} ({field}) is almost word for word that of {step} (entry {other}), which this extends.";
    AidOneOrganisation = "AFW-AID-020", "Alle oordelen komen van één organisatie: {actor}.", "All views come from one organisation: {actor}.";
    AidNoAddedPower = "AFW-AID-021", "Doorgegeven aan {person} om een bevoegdheid die {from} zelf ook heeft (doorschuiven).", "Passed on to {person} for a power that {from} has as well.";
    AidNeverGoodEnough = "AFW-AID-022", "Dit plan stopt pas bij {words}; zo ver komt het nooit (sint-juttemis).", "This plan stops only at {words}; it never gets there.";
    AidJudgedBeforeHeard = "AFW-AID-023", "{judge} oordeelde op {date}, voordat {person} gehoord was, en daarna niet opnieuw.", "{judge} judged on {date}, before {person} was heard, and not again since.";
    AidBeforeDialogue = "AFW-AID-024", "Beslist op {date}, voordat het gesprek erover begon ({later}).", "Decided on {date}, before the dialogue on it began ({later}).";
    AidContraryTestedHarder = "AFW-AID-025", "Wat tegenspreekt is strenger onderzocht dan wat bevestigt: {detail}.", "What contradicts was tested harder than what confirms: {detail}.";
    AidContraryNotLookedAt = "AFW-AID-026", "Sinds {since} kwam er nieuwe tegenspraak van {count} bron(nen) die niemand bekeek: {statement}.", "Since {since} new contradiction came from {count} source(s), and nobody looked at it: {statement}.";
    AidHeavierNoNewFact = "AFW-AID-027", "Zwaarder dan {lighter}, dat liep vanaf {date}, zonder dat er sindsdien een nieuw feit bij kwam.", "Heavier than {lighter}, which ran from {date}, while no new fact came in since.";
    AidOccasionOutside = "AFW-AID-028", "De aanleiding ligt buiten deze zaak („{occasion}”) en er kwam geen nieuw feit bij uit de zaak zelf.", "The occasion lies outside this case (“{occasion}”) and no new fact came in from the case itself.";
    AidNoPlanB = "AFW-AID-029", "Er is geen plan B.", "There is no plan B.";
    AidFirstDay = "AFW-AID-030", "{judge} oordeelde op de dag van de melding zelf, zonder vastgelegde spoed, en daarna niet opnieuw.", "{judge} judged on the very day of the report, without urgency on record, and not again since.";
    AidNotOffered = "AFW-AID-040", "{region} biedt dit niet aan: {measure}.", "{region} does not offer this: {measure}.";
    AidFollowUp = "AFW-AID-041", "De evaluatie van {measure} ({date}) zegt niet {question}.", "The review of {measure} ({date}) does not say {question}.";
    AidNoExpectation = "AFW-AID-042", "Voordat {measure} begon is niet opgeschreven wat men verwachtte; er is niets om de uitkomst naast te leggen.", "Before {measure} began nobody wrote down what was expected; there is nothing to lay the outcome beside.";
    AidPlanB = "AFW-AID-043", "Het gaat slechter dan verwacht met {measure} ({date}), en er staat niet of plan B wordt gevolgd.", "{measure} works out worse than expected ({date}), and it is not said whether plan B is taken up.";
    AidMindChangeNotLooked = "AFW-AID-044", "De evaluatie van {measure} ({date}) zegt niet of er iets kwam dat ons van mening zou doen veranderen.", "The review of {measure} ({date}) does not say whether anything came in that would change our mind.";
    AidNoRepair = "AFW-AID-045", "Er staat niet hoe we omgaan met de gevolgen van wat niet is gekozen.", "It is not said how the consequences of what was not chosen are dealt with.";
    AidFamilyNotInDialogue = "AFW-AID-046", "{person} deed niet mee aan het gesprek, en er staat niet dat {person} gevraagd is of niet wilde.", "{person} did not take part in the dialogue, and it is not on record that {person} was asked or did not want to.";
    AidSealNeverOpened = "AFW-AID-047", "Verzegeld en nooit geopend: het oordeel van {person} over {matter}.", "Sealed and never opened: the view of {person} on {matter}.";
    AidPointsEmpty = "AFW-AID-050", "Voor wonen op een andere plek staat er nog niets over: {points}.", "For living elsewhere nothing is written down yet on: {points}.";
    AidClaimAsFact = "AFW-AID-051", "Een oordeel leunt op wat iemand zegt en niemand heeft vastgesteld: {statement}.", "A judgement leans on what somebody says and nobody established: {statement}.";
    AidMentionsNotSaid = "AFW-AID-052", "Niet vastgelegd is of het verzoek noemt wat ertegen spreekt: {items}.", "Not on record whether the request names what speaks against it: {items}.";
    AidReturnPlan = "AFW-AID-053", "In het plan om weer thuis te komen ontbreekt: {detail}.", "The plan for coming home lacks: {detail}.";
    AidCauseAlone = "AFW-AID-054", "Alles waar deze grond op rust komt door {cause}; dat alleen draagt geen grond: {ground}.", "All on which this ground rests comes from {cause}; that alone carries no ground: {ground}.";
    AidNoFittingHelp = "AFW-AID-055", "Wat dit in stand houdt, kreeg nog geen hulp die daarbij past: {cause}.", "What keeps this going has had no help yet that fits it: {cause}.";
    AidManyFaces = "AFW-AID-056", "Dit gezin kreeg {count} verschillende mensen na elkaar die opletten.", "This family had {count} different people one after another who kept watch.";
    AidMovedWithoutStep = "AFW-AID-057", "{person} ging op {date} ergens anders wonen ({placement}) zonder dat daarover apart is beslist.", "{person} went to live elsewhere on {date} ({placement}) without a decision of its own.";
    AidWaitsAddUp = "AFW-AID-058", "Dit gezin wachtte {waited} op hulp of overdracht; de wachttijden samen zijn {days}: {waits}.", "This family waited {waited} for help or a hand-over; the waits together are {days}: {waits}.";
    AidPerspectiveDecision = "AFW-AID-059", "Met dit besluit kan niemand apart naar de rechter ({measure}); er ontbreekt: {missing}.", "Nobody can take this decision to a court by itself ({measure}); missing: {missing}.";

    // Input.
    InputShape = "AFW-INPUT-001", "De invoer heeft niet de goede vorm.", "The input has not the right shape.";
    InputFormat = "AFW-INPUT-002", "Dit formaat kent de bibliotheek niet.", "The library does not know this format.";
    InputUnknownId = "AFW-INPUT-003", "De invoer verwijst naar iets dat er (nog) niet is.", "The input points at something that is not there (yet).";
    InputDuplicateId = "AFW-INPUT-004", "Dit kenmerk is al gebruikt.", "This id is in use already.";
    InputTimeBackwards = "AFW-INPUT-005", "De tijd loopt terug.", "Time runs backwards.";
    InputTooLarge = "AFW-INPUT-006", "De invoer is te groot.", "The input is too large.";
    InputSequence = "AFW-INPUT-007", "De nummering van de regels klopt niet.", "The numbering of the entries is not right.";
    InputIncoherent = "AFW-INPUT-008", "Dit kan niet gebeurd zijn na wat al vastligt.", "This cannot have happened after what is on record.";
    InputHash = "AFW-INPUT-009", "De controlegetallen kloppen niet.", "The hashes are not right.";
    InputOwnAct = "AFW-INPUT-010", "Een eigen beslissing komt alleen binnen met haar bewijs van bevoegdheid.", "An own decision comes in only with its proof of authority.";
    InputUnknownField = "AFW-INPUT-011", "Dit veld bestaat niet.", "This field does not exist.";
}

impl Code {
    /// The gate that it belongs to, when it belongs to one.
    pub fn gate(self) -> Option<Gate> {
        let place = self.as_str().split('-').nth(1)?;
        Some(match place {
            "AUTHORITY" => Gate::Authority,
            "HEARING" => Gate::Hearing,
            "FACTS" => Gate::Facts,
            "THREAT" => Gate::Threat,
            "INTRUSION" => Gate::Intrusion,
            "SUITABILITY" => Gate::Suitability,
            "TERM" => Gate::Term,
            _ => return None,
        })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_code_is_used_twice_and_each_has_its_form() {
        let mut seen = BTreeSet::new();
        for code in Code::all() {
            let text = code.as_str();
            assert!(seen.insert(text), "{text} stands twice");
            let parts: Vec<_> = text.split('-').collect();
            assert_eq!((parts.len(), parts[0], parts[2].len()), (3, "AFW", 3), "{text}");
        }
    }

    #[test]
    fn both_languages_have_the_same_holes() {
        let holes = |text: &str| -> BTreeSet<String> {
            text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect()
        };
        for code in Code::all() {
            assert_eq!(holes(code.sentence(Language::Nl)), holes(code.sentence(Language::En)), "{code}");
        }
    }
}
