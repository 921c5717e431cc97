//! The words for the library's own vocabulary, in both languages. Words of law stand in the law pack.

use crate::actor::{Act, Actor, DecisionForm};
use crate::condition::Condition;
use crate::gate::Gate;
use crate::moment::Moment;
use crate::person::Role;
use crate::sentence::Sentence;

macro_rules! labels {
    ($type:ty { $($variant:ident: $nl:literal, $en:literal $(=> $plain_nl:literal, $plain_en:literal)?;)+ }) => {
        impl $type {
            /// What it is called, in both languages, and after the arrow for a family where that differs.
            pub fn label(self) -> Sentence {
                match self {
                    $(Self::$variant => Sentence::new($nl, $en)$(.plainly($plain_nl, $plain_en))?,)+
                }
            }
        }
    };
}

labels!(Gate {
    Authority: "Bevoegdheid", "Authority";
    Hearing: "Horen en vorm", "Hearing and form";
    Facts: "Feiten", "Facts";
    Threat: "Bedreiging en gronden", "Threat and grounds";
    Intrusion: "Minst ingrijpend", "Least intrusive";
    Suitability: "Geschiktheid", "Suitability";
    Term: "Termijn en omvang", "Term and scope";
});

labels!(Role {
    Child: "kind", "child";
    AdultSubject: "volwassene", "adult";
    Mother: "moeder", "mother";
    Father: "vader", "father";
    Parent: "ouder", "parent";
    StepParent: "stiefouder", "step-parent";
    Grandparent: "grootouder", "grandparent";
    FosterParent: "pleegouder", "foster parent";
    Guardian: "voogd", "guardian";
    Network: "iemand uit het netwerk", "someone of the family's circle";
    LocalTeam: "lokaal team", "local team";
    College: "college van B&W", "municipal executive";
    Council: "gemeenteraad", "municipal council";
    VeiligThuis: "Veilig Thuis", "Veilig Thuis";
    Raad: "Raad voor de Kinderbescherming", "Child Protection Council";
    Gi: "gecertificeerde instelling", "certified institution";
    ChildrensJudge: "kinderrechter", "children's judge";
    DistrictCourt: "rechtbank", "district court";
    AppealCourt: "gerechtshof", "court of appeal";
    SupremeCourt: "Hoge Raad", "supreme court";
    Prosecutor: "officier van justitie", "public prosecutor";
    Mayor: "burgemeester", "mayor";
    AssistantProsecutor: "hulpofficier van justitie", "assistant public prosecutor";
    Police: "politie", "police";
    Provider: "jeugdhulpaanbieder", "youth-help provider";
    School: "school", "school";
    Doctor: "arts", "doctor";
    Nurse: "verpleegkundige", "nurse";
    BehaviouralScientist: "gedragswetenschapper", "behavioural scientist";
    SpecialRepresentative: "bijzondere curator", "special representative";
    ConfidentialCounsellor: "vertrouwenspersoon", "confidential counsellor";
    ClientSupporter: "cliëntondersteuner", "client supporter";
    Lawyer: "advocaat", "lawyer";
    Inspectorate: "inspectie", "inspectorate";
    CareAndSafetyHouse: "Zorg- en Veiligheidshuis", "Care and Safety House";
    ForeignAuthority: "buitenlandse autoriteit", "foreign authority";
    Other: "betrokkene", "someone involved";
});

labels!(Actor {
    College: "het college van B&W", "the municipal executive"
        => "de gemeente", "the municipality";
    Council: "de gemeenteraad", "the municipal council";
    LocalTeam: "het lokaal team", "the local team"
        => "het lokale team", "the local team";
    VeiligThuis: "Veilig Thuis", "Veilig Thuis";
    Raad: "de Raad voor de Kinderbescherming", "the Child Protection Council";
    Gi: "de gecertificeerde instelling", "the certified institution"
        => "de jeugdbescherming", "the youth protection service";
    ChildrensJudge: "de kinderrechter", "the children's judge";
    DistrictCourt: "de rechtbank", "the district court";
    AppealCourt: "het gerechtshof", "the court of appeal";
    SupremeCourt: "de Hoge Raad", "the supreme court";
    Prosecutor: "de officier van justitie", "the public prosecutor";
    Mayor: "de burgemeester", "the mayor";
    AssistantProsecutor: "de hulpofficier van justitie", "the assistant public prosecutor";
    Police: "de politie", "the police";
    Provider: "de jeugdhulpaanbieder", "the youth-help provider";
    Doctor: "de arts (huisarts, medisch specialist, jeugdarts)", "the doctor (general practitioner, medical specialist, youth doctor)"
        => "de arts", "the doctor";
    BehaviouralScientist: "de gekwalificeerde gedragswetenschapper", "the qualified behavioural scientist"
        => "de gedragswetenschapper", "the behavioural scientist";
    ParentWithAuthority: "de ouder met gezag", "the parent with authority";
    ParentWithoutAuthority: "de ouder zonder gezag", "the parent without authority";
    Guardian: "de voogd", "the guardian";
    Carer: "de verzorger", "the carer"
        => "wie voor het kind zorgt", "who looks after the child";
    FosterParent: "de pleegouder", "the foster parent";
    MinorUnder12: "het kind tot 12 jaar", "the child under 12"
        => "een kind tot 12 jaar", "a child under 12";
    Minor12To15: "het kind van 12 tot en met 15 jaar", "the child of 12 to 15"
        => "een kind van 12 tot en met 15 jaar", "a child of 12 to 15";
    Minor16To17: "het kind van 16 of 17 jaar", "the child of 16 or 17"
        => "een kind van 16 of 17 jaar", "a child of 16 or 17";
    Adult: "de volwassene", "the adult";
    SpecialRepresentative: "de bijzondere curator", "the special representative";
    ConfidentialCounsellor: "de vertrouwenspersoon", "the confidential counsellor";
    ClientSupporter: "de cliëntondersteuner", "the client supporter";
    Lawyer: "de advocaat", "the lawyer";
    Inspectorate: "de inspectie", "the inspectorate";
    CareAndSafetyHouse: "het Zorg- en Veiligheidshuis", "the Care and Safety House";
    SafetyTeam: "het regionale veiligheidsteam", "the regional safety team";
    ForeignAuthority: "de buitenlandse autoriteit", "the foreign authority"
        => "een instantie in het buitenland", "a body of another country";
    Other: "een ander", "someone else"
        => "iemand anders", "somebody else";
});

labels!(Act {
    Inform: "melden", "inform";
    Advise: "adviseren", "advise" => "raad geven", "advise";
    Consult: "consulteren", "consult" => "raad vragen", "ask for advice";
    Investigate: "onderzoeken", "investigate";
    Request: "verzoeken", "request" => "erom vragen", "ask for it";
    Decide: "beslissen", "decide";
    Execute: "uitvoeren", "execute";
    Consent: "toestemming geven", "consent";
    BeHeard: "gehoord worden", "be heard" => "iets mogen zeggen", "be allowed to speak";
    Object: "bezwaar maken", "object";
    Appeal: "in hoger beroep gaan", "appeal";
    Supervise: "toezicht houden", "supervise";
});

labels!(DecisionForm {
    Order: "een beschikking van de rechter", "a court's order";
    Decision: "een besluit", "an administrative decision";
    InternalDecision: "een intern besluit", "an internal decision";
    Advice: "een advies", "advice";
    Agreement: "een afspraak", "an agreement";
    FactualAct: "een feitelijke handeling", "a factual act";
});

labels!(Condition {
    Standing: "wie vraagt, beslist of tekent is bevoegd", "who asks, decides or signs has the power"
        => "wie vraagt, beslist of tekent, mag dat volgens de wet", "who asks, decides or signs may do so by law";
    Route: "deze weg staat hiervoor open", "this route is open for this"
        => "deze weg mag hiervoor worden gebruikt", "this way may be used for this";
    ForeignApproval: "de instantie wier instemming de wet als voorwaarde stelt, stemt in", "the body whose agreement the law makes a condition agrees"
        => "een andere instantie die het goed moet vinden, vindt het goed", "another body that has to agree agrees";
    Consent: "de toestemming waar de stap op rust is er", "the consent on which the step rests is there"
        => "wie toestemming moet geven, heeft dat gedaan", "whoever has to give consent has done so";
    Form: "vorm, stukken en momenten die de wet voorschrijft zijn er", "form, documents and moments that the law prescribes are there"
        => "de papieren en stappen die de wet vraagt, zijn er", "the papers and steps that the law asks for are there";
    Hearing: "hoor en wederhoor", "everyone was heard who must be"
        => "iedereen kon zijn verhaal doen en reageren op de ander", "everyone could tell their story and answer the others";
    ExpertAgreement: "de instemming van de deskundige", "the expert's agreement"
        => "de deskundige vindt het goed", "the expert agrees";
    Care: "zorgvuldig voorbereid, met de betrokkenen", "prepared with care, with those concerned"
        => "goed voorbereid, samen met de mensen om wie het gaat", "well prepared, together with the people whom it is about";
    Motivation: "redenen die het dragen", "reasons that carry it"
        => "de redenen zijn sterk genoeg", "the reasons are strong enough";
    FactsSufficient: "de feiten zijn actueel, volledig en uit eerste hand genoeg", "the facts are current, complete and first-hand enough"
        => "de feiten zijn van nu, compleet en dicht genoeg bij de bron", "the facts are of now, complete and close enough to the source";
    Necessary: "de maatregel is nodig", "the measure is necessary"
        => "dit is nodig", "this is needed";
    Interest: "er is (nog) belang bij deze maatregel", "there is (still) an interest in this measure"
        => "er is (nog) een reden om hierover te beslissen", "there is (still) a reason to decide on this";
    NothingLighter: "niets lichters volstaat", "nothing lighter would do"
        => "lichtere hulp is niet genoeg", "lighter help is not enough";
    Suitable: "de stap past bij het doel en doet meer goed dan kwaad", "the step fits its aim and does more good than harm"
        => "dit past bij het doel en doet meer goed dan kwaad", "this fits its aim and does more good than harm";
    Feasible: "de stap is uitvoerbaar", "the step can be carried out"
        => "het lukt om dit te doen", "it can be done";
    Proportionate: "ernst en belasting zijn in verhouding, per persoon", "severity and burden are in proportion, per person"
        => "wat dit van ieder vraagt, past bij hoe ernstig het is", "what this asks of each person fits how serious it is";
    Reunification: "er wordt gewerkt aan hereniging", "there is work on bringing the family together"
        => "mensen werken eraan dat het gezin weer samen komt", "people work on bringing the family together again";
    Duration: "niet langer dan nodig", "no longer than needed"
        => "het duurt niet langer dan nodig", "it takes no longer than needed";
    Scope: "niet ruimer en voor niet meer mensen dan nodig", "no wider and for no more people than needed"
        => "het gaat over zo weinig dingen en mensen als kan", "it is about as few things and people as possible";
});

use crate::document::Document;

labels!(Document {
    WrittenRequest: "een schriftelijk verzoek", "a written request";
    ThreatsAndDuration: "de concrete bedreigingen en een passende duur", "the concrete threats and a duration that fits them";
    DiscussedWithMinor: "of en hoe het met het kind is besproken", "whether and how it was discussed with the child";
    CollegeDecision: "het besluit van het college", "the municipal executive's decision";
    StayDetermined: "de bepaling dat verblijf nodig is", "the determination that a stay is needed";
    ExpertAgreement: "de instemmingsverklaring van de gedragswetenschapper", "the behavioural scientist's statement of agreement";
    CarePlan: "het hulpverleningsplan met de voorwaarden", "the care plan with its conditions";
    PlanAndReport: "plan en verslag", "plan and report";
    RaadAdvice: "het advies van de Raad", "the Council's advice";
    FamilyPlanOffered: "de kans op een familiegroepsplan", "the chance of a family group plan";
    LawyerForYouth: "een advocaat voor de jongere", "a lawyer for the youth";
    VeiligThuisConsulted: "overleg met Veilig Thuis", "consultation of Veilig Thuis";
    Informed: "uitleg over wat de hulp is, waarvoor, met welke gevolgen en alternatieven", "an explanation of what the help is, what for, with which consequences and alternatives";
    ToldVoluntary: "de uitleg dat het vrijwillig is", "the explanation that it is voluntary";
    WrittenGoals: "doelen en een einde op papier", "goals and an end on paper";
    ReasonRecorded: "een vastgelegde reden", "a recorded reason";
    WrittenDecision: "de beslissing op papier", "the decision on paper";
    CollegeTold: "bericht aan het college", "word to the municipal executive";
    FosterContract: "het pleegcontract", "the foster contract";
    WillingnessDeclared: "de bereidverklaring van wie voogd wil worden", "the declaration of who is willing to become guardian";
});

labels!(Moment {
    SafetyAssessed: "veiligheid beoordeeld na een melding", "safety assessed after a report";
    DestructionRequested: "gevraagd het dossier te vernietigen", "asked to destroy the file";
    DestructionAnswered: "geantwoord op het verzoek te vernietigen", "answered the request to destroy the file";
    ComplaintOpinion: "oordeel van de klachtencommissie", "opinion of the complaints committee";
    ComplaintFollowedUp: "laten weten wat met dat oordeel gebeurt", "said what is done with that opinion";
    JudgmentGiven: "oordeel gegeven na het onderzoek", "judgement given after the investigation";
    SupportReported: "behoefte aan ondersteuning gemeld", "need for support reported";
    SupportInvestigated: "onderzoek naar ondersteuning afgerond", "investigation of the need for support concluded";
    PlanWaived: "afgezien van een eigen plan", "own plan waived";
    PlanMade: "plan vastgesteld of ingeleverd", "plan set or handed in";
    WrittenPlanRequested: "gevraagd om het plan op schrift", "asked for the plan in writing";
    PlanWritten: "plan op schrift gesteld", "plan put in writing";
    MeasureNotified: "uitvoerder bericht van de maatregel", "executing body told of the measure";
    FirstContact: "eerste contact en vaste werker", "first contact and named worker";
    JudgmentSought: "de Raad gevraagd het oordeel van de rechter te vragen", "the Council asked to seek the court's judgement";
    DecisionSent: "beslissing verzonden of betekend", "decision sent or served";
    ObjectionLodged: "bezwaar gemaakt", "objection made";
    ReliefRequested: "voorlopige voorziening verzocht", "provisional relief requested";
    ReliefHeard: "gehoord over de voorlopige voorziening", "heard on provisional relief";
    LawyerWished: "een advocaat gewenst", "a lawyer wished";
    LawyerThere: "advocaat toegevoegd", "lawyer there";
    AnnulmentRequested: "vervallenverklaring verzocht", "annulment requested";
    AnnulmentDecided: "beslist op de vervallenverklaring", "annulment decided on";
    ChangeRequested: "de uitvoerder gevraagd te wijzigen of te beëindigen", "the executing body asked to change or end it";
    ChangeAnswered: "geantwoord op dat verzoek", "that request answered";
    CouncilTold: "de Raad bericht", "the Council told";
    FollowUpRequested: "het vervolg verzocht", "the follow-up requested";
    Admitted: "opgenomen", "admitted";
    ReasonsGiven: "schriftelijk gemotiveerd", "reasons given in writing";
    ContinuationAgreed: "gedragswetenschapper stemt in met doorgaan", "behavioural scientist agrees to going on";
    NoObjection: "verklaring van geen bezwaar", "declaration of no objection";
    StayUpheld: "rechter weigert vervangende toestemming", "court refuses to replace consent";
    TrialBegun: "proefverblijf thuis begonnen", "living at home on trial begun";
});
