//! The words for the library's own vocabulary, in both languages. Words of law stand in the law pack.

use crate::actor::{Act, Actor, DecisionForm};
use crate::condition::Condition;
use crate::gate::Gate;
use crate::moment::Moment;
use crate::person::Role;
use crate::sentence::Sentence;

macro_rules! labels {
    ($type:ty { $($variant:ident: $nl:literal, $en:literal;)+ }) => {
        impl $type {
            /// What it is called, in both languages.
            pub fn label(self) -> Sentence {
                match self { $(Self::$variant => Sentence::new($nl, $en),)+ }
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
    College: "het college van B&W", "the municipal executive";
    Council: "de gemeenteraad", "the municipal council";
    LocalTeam: "het lokaal team", "the local team";
    VeiligThuis: "Veilig Thuis", "Veilig Thuis";
    Raad: "de Raad voor de Kinderbescherming", "the Child Protection Council";
    Gi: "de gecertificeerde instelling", "the certified institution";
    ChildrensJudge: "de kinderrechter", "the children's judge";
    DistrictCourt: "de rechtbank", "the district court";
    AppealCourt: "het gerechtshof", "the court of appeal";
    SupremeCourt: "de Hoge Raad", "the supreme court";
    Prosecutor: "de officier van justitie", "the public prosecutor";
    Mayor: "de burgemeester", "the mayor";
    AssistantProsecutor: "de hulpofficier van justitie", "the assistant public prosecutor";
    Police: "de politie", "the police";
    Provider: "de jeugdhulpaanbieder", "the youth-help provider";
    Doctor: "de arts (huisarts, medisch specialist, jeugdarts)", "the doctor (general practitioner, medical specialist, youth doctor)";
    BehaviouralScientist: "de gekwalificeerde gedragswetenschapper", "the qualified behavioural scientist";
    ParentWithAuthority: "de ouder met gezag", "the parent with authority";
    ParentWithoutAuthority: "de ouder zonder gezag", "the parent without authority";
    Guardian: "de voogd", "the guardian";
    Carer: "de verzorger", "the carer";
    FosterParent: "de pleegouder", "the foster parent";
    MinorUnder12: "het kind tot 12 jaar", "the child under 12";
    Minor12To15: "het kind van 12 tot en met 15 jaar", "the child of 12 to 15";
    Minor16To17: "het kind van 16 of 17 jaar", "the child of 16 or 17";
    Adult: "de volwassene", "the adult";
    SpecialRepresentative: "de bijzondere curator", "the special representative";
    ConfidentialCounsellor: "de vertrouwenspersoon", "the confidential counsellor";
    ClientSupporter: "de cliëntondersteuner", "the client supporter";
    Lawyer: "de advocaat", "the lawyer";
    Inspectorate: "de inspectie", "the inspectorate";
    CareAndSafetyHouse: "het Zorg- en Veiligheidshuis", "the Care and Safety House";
    SafetyTeam: "het regionale veiligheidsteam", "the regional safety team";
    ForeignAuthority: "de buitenlandse autoriteit", "the foreign authority";
    Other: "een ander", "someone else";
});

labels!(Act {
    Inform: "melden", "inform";
    Advise: "adviseren", "advise";
    Consult: "consulteren", "consult";
    Investigate: "onderzoeken", "investigate";
    Request: "verzoeken", "request";
    Decide: "beslissen", "decide";
    Execute: "uitvoeren", "execute";
    Consent: "toestemming geven", "consent";
    BeHeard: "gehoord worden", "be heard";
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
    Standing: "wie vraagt, beslist of tekent is bevoegd", "who asks, decides or signs has the power";
    Route: "deze weg staat hiervoor open", "this route is open for this";
    ForeignApproval: "de instantie wier instemming de wet als voorwaarde stelt, stemt in", "the body whose agreement the law makes a condition agrees";
    Consent: "de toestemming waar de stap op rust is er", "the consent on which the step rests is there";
    Form: "vorm, stukken en momenten die de wet voorschrijft zijn er", "form, documents and moments that the law prescribes are there";
    Hearing: "hoor en wederhoor", "everyone was heard who must be";
    ExpertAgreement: "de instemming van de deskundige", "the expert's agreement";
    Care: "zorgvuldig voorbereid, met de betrokkenen", "prepared with care, with those concerned";
    Motivation: "redenen die het dragen", "reasons that carry it";
    FactsSufficient: "de feiten zijn actueel, volledig en uit eerste hand genoeg", "the facts are current, complete and first-hand enough";
    Necessary: "de maatregel is nodig", "the measure is necessary";
    Interest: "er is (nog) belang bij deze maatregel", "there is (still) an interest in this measure";
    NothingLighter: "niets lichters volstaat", "nothing lighter would do";
    Suitable: "de stap past bij het doel en doet meer goed dan kwaad", "the step fits its aim and does more good than harm";
    Feasible: "de stap is uitvoerbaar", "the step can be carried out";
    Proportionate: "ernst en belasting zijn in verhouding, per persoon", "severity and burden are in proportion, per person";
    Reunification: "er wordt gewerkt aan hereniging", "there is work on bringing the family together";
    Duration: "niet langer dan nodig", "no longer than needed";
    Scope: "niet ruimer en voor niet meer mensen dan nodig", "no wider and for no more people than needed";
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
