//! The words for outcomes and for the states of the machines.

use afweging::{GateOutcome, QuestionKind, ReviewOutcome, Verdict, Why};

use super::Words;

impl Words {
    /// How a step stands before a gate.
    pub(crate) fn outcome(self, outcome: GateOutcome) -> &'static str {
        match outcome {
            GateOutcome::Passed => self.say("voldaan", "met"),
            GateOutcome::Failed => self.say("niet voldaan", "not met"),
            GateOutcome::Unknown => self.say("onbekend", "unknown"),
            GateOutcome::Cured => self.say("hersteld", "cured"),
            GateOutcome::OutsidePack => self.say("buiten het wetspakket", "outside the law pack"),
        }
    }

    /// What each of those words means.
    pub(crate) fn outcome_explained(self, outcome: GateOutcome) -> &'static str {
        match outcome {
            GateOutcome::Passed => self.say(
                "wat deze toets vraagt, staat in het dossier; dat zegt niets over hoe het zal gaan",
                "what this test asks for is in the dossier; that says nothing of how things will go",
            ),
            GateOutcome::Failed => {
                self.say("er is een gebrek gevonden of vastgesteld", "a defect was found or noted")
            }
            GateOutcome::Unknown => self.say(
                "het dossier zegt het niet; dat is geen ja en geen nee",
                "the dossier does not say; that is neither a yes nor a no",
            ),
            GateOutcome::Cured => self.say(
                "er was een gebrek; wie dat mag is eraan voorbijgegaan, of het is wegens spoed uitgesteld",
                "there was a defect; who may do so passed over it, or it was put off because of urgency",
            ),
            GateOutcome::OutsidePack => self.say(
                "het wetspakket zegt hier niets over; dat is geen ja",
                "the law pack says nothing of this; that is no yes",
            ),
        }
    }

    /// A mark beside the word, so that a row of gates can be read at a glance. It never stands alone.
    pub(crate) fn mark(outcome: GateOutcome) -> &'static str {
        match outcome {
            GateOutcome::Passed => "✓",
            GateOutcome::Failed => "✗",
            GateOutcome::Unknown => "?",
            GateOutcome::Cured => "~",
            GateOutcome::OutsidePack => "–",
        }
    }

    /// The state of a perspective.
    pub(crate) fn perspective(self, state: &'static str) -> &'static str {
        match state {
            "Unheard" => self.say("nog niet gehoord", "not heard yet"),
            "Invited" => self.say("uitgenodigd, nog niet gehoord", "invited, not heard yet"),
            "Heard" => self.say("gehoord, nog niet bevestigd", "heard, not confirmed yet"),
            "Confirmed" => self.say("gehoord en bevestigd", "heard and confirmed"),
            "Contested" => self
                .say("gehoord; vindt het niet goed opgeschreven", "heard; contests how it was written down"),
            "Declined" => self.say("wil niet gehoord worden", "declined to be heard"),
            "NotHeard" => self.say("niet gehoord, met reden", "not heard, with a reason"),
            other => other,
        }
    }

    /// The state of a weighing.
    pub(crate) fn weighing(self, state: &'static str) -> &'static str {
        match state {
            "Preparing" => self.say("nog niet gewogen", "not weighed yet"),
            "IndividualViews" => self.say("ieder voor zich gewogen", "weighed by each alone"),
            "Sealed" => self.say("ieder voor zich, onder zegel", "by each alone, under seal"),
            "Dialogue" => self.say("in gesprek", "in dialogue"),
            "Converged" => self.say("samen uitgekomen", "came to a common judgement"),
            "Diverged" => self.say("samen niet uitgekomen", "did not come to a common judgement"),
            "Fallback" => {
                self.say("ieder valt terug op de eigen bevoegdheid", "each falls back on their own power")
            }
            other => other,
        }
    }

    /// The state of a request.
    pub(crate) fn request(self, state: &'static str) -> &'static str {
        match state {
            "Draft" => self.say("niet verzocht", "not requested"),
            "Filed" => self.say("verzocht", "requested"),
            "HeldOver" => self.say("verzoek aangehouden", "request held over"),
            "Withdrawn" => self.say("verzoek ingetrokken", "request withdrawn"),
            other => other,
        }
    }

    /// The state of a decision.
    pub(crate) fn decision(self, state: &'static str) -> &'static str {
        match state {
            "Pending" => self.say("niet beslist", "not decided"),
            "Granted" => self.say("toegewezen", "granted"),
            "PartlyGranted" => self.say("deels toegewezen", "granted in part"),
            "Refused" => self.say("afgewezen", "refused"),
            "UrgentlyGranted" => self.say("met spoed toegewezen", "granted in urgency"),
            "Confirmed" => {
                self.say("met spoed toegewezen, daarna bevestigd", "granted in urgency, then confirmed")
            }
            "NotMaintained" => {
                self.say("met spoed toegewezen, niet gehandhaafd", "granted in urgency, not maintained")
            }
            "Lapsed" => self.say("beslissing vervallen", "decision lapsed"),
            other => other,
        }
    }

    /// The state of the carrying out.
    pub(crate) fn execution(self, state: &'static str) -> &'static str {
        match state {
            "NotStarted" => self.say("niet begonnen", "not begun"),
            "InForce" => self.say("wordt uitgevoerd", "being carried out"),
            "Ended" => self.say("beëindigd", "ended"),
            "Lapsed" => self.say("vervallen", "lapsed"),
            "Expired" => self.say("termijn voorbij", "term passed"),
            other => other,
        }
    }

    /// The state of an appeal; nothing when there is none.
    pub(crate) fn appeal(self, state: &'static str) -> Option<&'static str> {
        Some(match state {
            "None" => return None,
            "Lodged" => self.say("hoger beroep ingesteld", "appeal lodged"),
            "Upheld" => self.say("in hoger beroep bekrachtigd", "upheld on appeal"),
            "Quashed" => self.say("in hoger beroep vernietigd", "set aside on appeal"),
            "Replaced" => self.say("in hoger beroep vervangen", "replaced on appeal"),
            other => other,
        })
    }

    /// What somebody makes of a ground or a condition.
    pub(crate) fn verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.say("voldaan", "met"),
            Verdict::NotMet => self.say("niet voldaan", "not met"),
            Verdict::Undecided => self.say("niet beslist", "undecided"),
        }
    }

    /// What kind of knowledge answers a question.
    pub(crate) fn question_kind(self, kind: QuestionKind) -> &'static str {
        match kind {
            QuestionKind::RegisterFact => {
                self.say("na te zien in een register of stuk", "stands in a register or document")
            }
            QuestionKind::OnTheSpot => {
                self.say("te vragen of te zien ter plaatse", "to be asked or seen on the spot")
            }
            QuestionKind::Expert => self.say("vraagt een deskundige", "takes an expert"),
            QuestionKind::Judgement => self.say("een oordeel van mensen", "a judgement of people"),
        }
    }

    /// Why something is a candidate.
    pub(crate) fn candidate_because(self, why: Why) -> &'static str {
        match why {
            Why::Named => self.say("door iemand genoemd", "named by someone"),
            Why::LessIntrusive => self.say(
                "in geen opzicht ingrijpender, zelfde soort doel",
                "no more intrusive in any respect, shares an aim",
            ),
            Why::PreferredByLaw => self.say("de wet verkiest dit", "the statute prefers it"),
            Why::NeighbouringLaw => self.say("ander recht biedt dit", "neighbouring law offers it"),
            Why::Ending => self.say("stoppen wordt altijd bekeken", "ending is always looked at"),
            Why::NothingMore => {
                self.say("niets doen wordt altijd bekeken", "doing nothing is always looked at")
            }
        }
    }

    /// How a review came out.
    pub(crate) fn review_outcome(self, outcome: ReviewOutcome) -> &'static str {
        match outcome {
            ReviewOutcome::Better => self.say("beter dan verwacht", "better than expected"),
            ReviewOutcome::AsExpected => self.say("zoals verwacht", "as expected"),
            ReviewOutcome::Worse => self.say("slechter dan verwacht", "worse than expected"),
            ReviewOutcome::Unclear => self.say("niet duidelijk", "not clear"),
        }
    }

    /// An answer to a candidate, by the name that the library gives it.
    pub(crate) fn answer(self, name: &'static str) -> &'static str {
        match name {
            "tried_insufficient" => self.say("geprobeerd en niet genoeg", "tried, and not enough"),
            "expected_insufficient" => self.say("naar verwachting niet genoeg", "expected not to be enough"),
            "refused" => self.say("toestemming geweigerd of ingetrokken", "consent refused or withdrawn"),
            "not_available" => self.say("gevraagd en niet beschikbaar", "asked for and not to be had"),
            other => other,
        }
    }
}
