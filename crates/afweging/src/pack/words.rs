//! The closed vocabularies of a law pack: every word that a pack file may use where a word is asked.

use serde::{Deserialize, Serialize};

use crate::sentence::Sentence;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every one of them, in the order of the documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
        }
    )+};
}

words! {
    /// Whether a measure protects anyone by itself.
    MeasureKind {
        /// It protects: it can be a lighter alternative to another.
        Protective,
        /// A step in a procedure (report, investigation, table): it protects nobody and is never a lighter alternative.
        Procedural,
    }

    /// What a measure is meant to bring about; two measures that share one may stand in for each other.
    Goal {
        /// Parents can carry care and upbringing again.
        Upbringing,
        /// A serious threat to the child's development is lifted.
        LiftThreat,
        /// Immediate danger stops now.
        ImmediateSafety,
        /// A youth's own severe problems are helped.
        SevereProblems,
        /// Violence or control between people of one home stops.
        StopViolence,
        /// An adult gets well or gets by.
        AdultRecovery,
        /// The child has a lasting place to grow up.
        StablePlace,
        /// The child's mental or physical condition is examined.
        Examination,
        /// Contact that harms the child or the placement is limited.
        CalmContact,
        /// It becomes clear what is going on and what is needed.
        Clarity,
        /// The child gets a medical treatment that it needs.
        Treatment,
        /// Somebody holds and exercises authority over a child for whom nobody does.
        AuthorityFilled,
        /// Who brings the child up decides for it as well, and no institution.
        CarerHoldsAuthority,
        /// Safety and health inside closed care.
        WardSafety,
    }

    /// Whom a measure burdens.
    Burdened {
        /// The child.
        Child,
        /// The parents, with or without authority.
        Parents,
        /// An adult in their place in the home.
        AdultInHome,
        /// An adult in their own life, body or data.
        Adult,
    }

    /// What kind of person a measure can be about.
    Subject {
        /// Only somebody under 18.
        Minor,
        /// Somebody under 23 (*jeugdige*, Jw 1.1).
        Youth,
        /// Somebody under 18, or up to half a year older when what ran before goes on (Jw 6.1.2(4)).
        MinorOrContinued,
        /// Only an adult.
        Adult,
        /// Somebody of any age.
        Any,
    }

    /// A kind of file that somebody keeps.
    FileKind {
        /// Of whoever gives youth help.
        YouthHelp,
        /// Of the certified institution, on supervision or guardianship.
        Supervision,
        /// Of Veilig Thuis.
        VeiligThuis,
        /// Of the Child Protection Council, on protection.
        CouncilInvestigation,
        /// On the termination of parental authority.
        AuthorityTerminated,
        /// On a house ban.
        HouseBan,
    }

    /// From which day a file is kept for its term.
    KeptFrom {
        /// Its last change.
        LastChange,
        /// The end of the measure.
        End,
        /// The day on which the child comes of age.
        Majority,
        /// The day on which the youngest child in the file comes of age.
        YoungestMajority,
        /// The birth of the child.
        Birth,
        /// There is no end to it: it is kept always.
        Always,
    }

    /// Whether a file is destroyed before its term is over because the person concerned asks.
    OnRequest {
        /// At any time, unless another has a weighty interest in it or the law wants it kept.
        AnyTime,
        /// From the day on which the child comes of age, once the shortest term is over.
        FromMajority,
        /// The sources do not say.
        NotSaid,
    }

    /// What a term is about.
    TermKind {
        /// The longest that one decision can run.
        Maximum,
        /// The longest that one extension can run.
        MaximumExtension,
        /// The longest that decision and extensions can run together.
        MaximumTotal,
        /// Unused for this long, the decision lapses.
        UnusedLapse,
        /// After an order without a hearing, those concerned must have been given the chance to be heard.
        ExParteHearing,
        /// The judge hears the banned person after a request for provisional relief.
        ReliefHearing,
        /// The follow-up must have been requested.
        FollowUpRequest,
        /// Asking the judge to annul a written instruction or contact restriction.
        InstructionAnnulment,
        /// Appeal.
        Appeal,
        /// Objection to an administrative decision.
        Objection,
        /// A review that recurs with this interval.
        Review,
        /// The executing body's first contact and named worker.
        FirstContact,
        /// The executing body answers a request.
        Answer,
        /// The executing body tells the Child Protection Council that it wants no extension.
        NoticeNoExtension,
        /// The executing body tells the Council before the end of a long placement.
        NoticeLongPlacement,
        /// The executing body tells the Council that it wants to end a placement early.
        NoticeEnding,
        /// The family's own plan is there after the chance was waived.
        PlanAfterWaiver,
        /// An investigation is concluded.
        Investigation,
        /// A decision on an application is given.
        DecisionOnApplication,
        /// Written reasons are given.
        WrittenReasons,
        /// How long a stay may run on after consent was withdrawn.
        ConsentRunOn,
        /// The stay after admission under a conditional authorisation.
        Admission,
        /// Veilig Thuis assesses how safe it is after a report.
        SafetyAssessment,
        /// An investigation begins.
        InvestigationStart,
        /// Veilig Thuis judges after its investigation.
        Judgment,
        /// Somebody may hand in a plan of their own.
        PersonalPlan,
        /// The plan is put in writing when somebody asks.
        PlanInWriting,
        /// The Council seeks the court's judgement because the mayor or the executing body wants it to.
        CouncilRequest,
        /// The banned person gets the lawyer whom they wish.
        Lawyer,
        /// The judge decides on a request to annul.
        AnnulmentDecision,
        /// The longest that a measure taken in an emergency, outside the plan, can go on.
        EmergencyMaximum,
        /// By then it goes on only when a behavioural scientist agrees.
        ContinuationAgreement,
        /// The Council declares that it has no objection to the foster parent.
        NoObjection,
        /// How long the child stays where it is after the court refused to replace the carer's consent.
        StayUpheld,
        /// How long a child lives at home on trial before authority is restored.
        Trial,
        /// How long supervision and placement can be kept in force after consent to a move was refused.
        KeptInForce,
        /// A request to destroy a file is answered.
        Destruction,
        /// It is said what is done with the opinion of the complaints committee.
        ComplaintFollowUp,
    }

    /// Whether a term is law.
    Norm {
        /// It stands in a statute, or in a decree on the ground of one.
        Statute,
        /// It is what bodies hold themselves to, or are held to by an inspectorate; it is no law.
        Policy,
    }

    /// What follows when a term passes.
    Breach {
        /// The decision loses its force as if never used.
        Lapse,
        /// The measure ends.
        Ends,
        /// Nothing by law.
        None,
        /// Silence counts as a refusal, which is open to the judge.
        SilenceIsRefusal,
        /// What comes later is inadmissible, unless it is excusable.
        Inadmissible,
        /// The application may be made without it.
        MayApplyDirectly,
    }

    /// In which capacity somebody has a power.
    Standing {
        /// In the first place.
        Primary,
        /// Only when who has it in the first place did not use it.
        Subsidiary,
        /// Without anybody asking (*ambtshalve*).
        ExOfficio,
    }

    /// How binding it is to hear somebody.
    HearingDuty {
        /// They must have been heard, or duly called.
        Must,
        /// They must have been offered it.
        Offer,
        /// They may be heard: it must have been considered.
        May,
    }

    /// Why a requirement may fall away.
    Exception {
        /// The court dispensed with it because the child's interest requires.
        CourtDispensed,
        /// Examining the youth was factually impossible.
        ExaminationImpossible,
        /// Urgency leaves no time; the law then orders it afterwards.
        Urgency,
        /// Those concerned do not want it.
        Waived,
        /// Concrete threats to the child require otherwise.
        ConcreteThreat,
        /// The matter is evidently of minor weight.
        MinorWeight,
        /// There is no suspicion of child abuse.
        NoChildAbuse,
    }

    /// Whom an age rule about consent is for.
    ConsentGroup {
        /// Under 12.
        Under12,
        /// 12 to 15.
        From12To15,
        /// 16 or 17.
        From16To17,
        /// 18 and over.
        Adult,
        /// 12 and over, not able to weigh their own interests reasonably.
        Incapable,
    }

    /// Whose consent is needed.
    Consenter {
        /// Every parent or guardian with authority.
        EveryoneWithAuthority,
        /// The person whom the help is for.
        Person,
        /// An adult's legal representative.
        LegalRepresentative,
    }

    /// When less consent will do, or more is needed.
    ConsentException {
        /// Clearly needed to keep serious harm from the minor: the minor's own consent will do.
        SeriousHarm,
        /// The minor persists after careful thought: the minor's own consent will do.
        MinorPersists,
        /// No time to ask, to keep evident and serious harm away.
        NoTime,
        /// The act is not intrusive: consent may be presumed.
        NotIntrusive,
        /// The incapable person resists an intrusive act: only when clearly needed against serious harm.
        Resists,
    }

    /// What a provision is about that no gate tests.
    ProvisionKind {
        /// Which municipality is competent (*woonplaatsbeginsel*).
        CompetentMunicipality,
        /// Who has parental authority by law.
        ParentalAuthority,
        /// How long a file is kept, or when it is destroyed (*bewaartermijn*).
        Retention,
        /// A norm of the profession, such as the reporting code (*meldcode*).
        ProfessionalNorm,
        /// When data may, or must, be shared.
        DataSharing,
        /// A statutory task of a body that is no act to a measure.
        Task,
        /// How supply and cooperation are organised.
        Organisation,
        /// A right of the child, a parent or a carer that is no act to a measure.
        Right,
        /// Where one complains (*klacht*).
        Complaint,
        /// Where a dispute goes that is no appeal.
        Dispute,
        /// Legal aid.
        LegalAid,
        /// Where a power ends.
        Limit,
    }

    /// On which occasion a provision of other law may serve.
    Occasion {
        /// Parents with joint authority disagree.
        AuthorityDispute,
        /// Contact after separation is in dispute.
        ContactDispute,
        /// A mental disorder causes the danger.
        MentalDisorder,
        /// A child does not go to school.
        Truancy,
        /// Violence or stalking by an adult.
        Violence,
    }
}

/// A word of a vocabulary as a pack file writes it, in backticks.
pub(crate) fn written<T: Serialize>(word: &T) -> String {
    serde_json::to_string(word).unwrap_or_default().replace('"', "`")
}

impl Breach {
    /// What follows, as the end of a sentence.
    pub fn label(self) -> Sentence {
        match self {
            Breach::Lapse => Sentence::new("de beslissing vervalt", "the decision lapses"),
            Breach::Ends => Sentence::new("dan houdt het van rechtswege op", "it then ends by law"),
            Breach::None => {
                Sentence::new("de wet verbindt er geen gevolg aan", "the law attaches nothing to that")
            }
            Breach::SilenceIsRefusal => Sentence::new(
                "geen antwoord geldt als weigering, en daartegen staat de rechter open",
                "no answer counts as a refusal, and that is open to the court",
            ),
            Breach::Inadmissible => Sentence::new(
                "wat later komt is niet-ontvankelijk, tenzij het te verontschuldigen is",
                "what comes later is inadmissible, unless it is excusable",
            ),
            Breach::MayApplyDirectly => Sentence::new(
                "de aanvraag kan nu zonder dat onderzoek worden gedaan",
                "the application can now be made without that investigation",
            ),
        }
    }
}
