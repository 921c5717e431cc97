//! The conditions on a power, as short notes.

use super::Words;
use crate::id::MeasureId;
use crate::pack::{Exception, GrantCondition, Length};

impl Words {
    /// A condition on a power; nothing for what the standing says already.
    pub(in crate::drawing) fn condition(self, condition: &GrantCondition) -> Option<String> {
        let said = match condition {
            // Every subsidiary entry has it, and says so by being drawn as one.
            GrantCondition::OnlyIfPrimaryDidNot => return None,
            GrantCondition::FirstOnly => self.say("alleen de eerste keer", "first time only").to_owned(),
            GrantCondition::ExtensionOnly => self.say("alleen verlenging", "extension only").to_owned(),
            GrantCondition::CaresFor(Length::Days(0)) => {
                self.say("zorgt nu voor het kind", "cares for the child now").to_owned()
            }
            GrantCondition::CaresFor(length) => format!(
                "{} {}",
                self.say("zorgt minstens voor het kind:", "has cared for the child at least"),
                self.length(*length)
            ),
            GrantCondition::NoMeasureInForce => {
                self.say("als er geen maatregel loopt", "when no measure is in force").to_owned()
            }
            GrantCondition::MeasureInForceOrRequested => self
                .say("als een maatregel loopt of is verzocht", "when a measure is in force or requested")
                .to_owned(),
            GrantCondition::InForce(measures) => {
                format!("{} {}", self.say("als loopt:", "when in force:"), self.ids(measures))
            }
            GrantCondition::Executes => self.say("voert de maatregel uit", "executes the measure").to_owned(),
            GrantCondition::Ends(measures) => format!("{} {}", self.say("van", "of"), self.ids(measures)),
            GrantCondition::ByMandateOf(body) => {
                format!("{} {}", self.say("met mandaat van", "by mandate of"), self.of(&body.label()))
            }
            GrantCondition::MayorRoute => {
                self.say("weg via de burgemeester", "route through the mayor").to_owned()
            }
            GrantCondition::SiblingInCase => self
                .say("broer of zus is bij de rechter", "a brother or sister is before the judge")
                .to_owned(),
            GrantCondition::InsteadOf(measure) => {
                format!("{} {measure}", self.say("in plaats van", "instead of"))
            }
            GrantCondition::GuardianshipCase => {
                self.say("in een zaak over voogdij", "in a case about guardianship").to_owned()
            }
            GrantCondition::InstitutionRoute => {
                self.say("weg via de GI", "route through the institution").to_owned()
            }
            GrantCondition::AcuteOrOwnTask => self
                .say("acuut en ernstig, of uit eigen taak", "acute and serious, or out of its own task")
                .to_owned(),
            GrantCondition::Designated => {
                self.say("aangewezen door het college", "designated by the municipality").to_owned()
            }
            GrantCondition::Capable => {
                self.say("kan eigen belangen wegen", "can weigh own interests").to_owned()
            }
            GrantCondition::NotBlocked => {
                self.say("als niemand het mag blokkeren", "when nobody may block it").to_owned()
            }
            GrantCondition::ReplacesInstitution => {
                self.say("om de GI te vervangen", "to replace the institution").to_owned()
            }
            GrantCondition::ChangesEarlier => {
                self.say("om een eerdere beslissing te wijzigen", "to change an earlier decision").to_owned()
            }
            GrantCondition::OnAppealFrom(bodies) => {
                let bodies: Vec<String> = bodies.iter().map(|body| self.of(&body.label())).collect();
                format!("{} {}", self.say("over", "from"), self.one_of(&bodies))
            }
        };
        Some(said)
    }

    /// Ids of measures, runs of them shortened: `M15–M17, M22`.
    pub(in crate::drawing) fn ids(self, measures: &[MeasureId]) -> String {
        let ids: Vec<String> = measures.iter().map(ToString::to_string).collect();
        self.one_of(&ids)
    }

    /// Why a rule may fall away.
    pub(in crate::drawing) fn exception(self, exception: Exception) -> &'static str {
        match exception {
            Exception::CourtDispensed => {
                self.say("de rechter zag ervan af in het belang van het kind", "the court dispensed with it")
            }
            Exception::ExaminationImpossible => self.say("onderzoek onmogelijk", "examination impossible"),
            Exception::Urgency => self.say("spoed: achteraf", "urgency: afterwards"),
            Exception::Waived => self.say("niet gewild", "not wanted"),
            Exception::ConcreteThreat => self.say("concrete bedreiging", "concrete threat"),
            Exception::MinorWeight => self.say("zaak van gering gewicht", "matter of minor weight"),
            Exception::NoChildAbuse => self.say("geen kindermishandeling", "no child abuse"),
        }
    }
}
