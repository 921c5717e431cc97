//! The conditions of a power in words.

use super::Judge;
use crate::id::MeasureId;
use crate::pack::GrantCondition;
use crate::sentence::Sentence;

impl Judge<'_> {
    /// What a condition asks, in words.
    pub(crate) fn in_words(&self, condition: &GrantCondition) -> Sentence {
        let named = |measures: &[MeasureId]| {
            one_of(&measures.iter().map(|id| self.measure_name(id)).collect::<Vec<_>>())
        };
        let (nl, en): (&str, &str) = match condition {
            GrantCondition::OnlyIfPrimaryDidNot => {
                ("wie dit als eerste mag doen, doet het niet", "who may do this in the first place does not")
            }
            GrantCondition::FirstOnly => ("het is geen verlenging", "it is no extension"),
            GrantCondition::ExtensionOnly => ("het is een verlenging", "it is an extension"),
            GrantCondition::CaresFor(_) => {
                ("zorgt lang genoeg voor het kind", "has cared for the child long enough")
            }
            GrantCondition::NoMeasureInForce => {
                ("er loopt geen kinderbeschermingsmaatregel", "no child-protection measure is in force")
            }
            GrantCondition::MeasureInForceOrRequested => (
                "er loopt of er is verzocht om een kinderbeschermingsmaatregel",
                "a child-protection measure is in force or requested",
            ),
            GrantCondition::InForce(measures) => {
                let names = named(measures);
                return Sentence::new(
                    format!("er loopt of er is verzocht om {}", names.nl),
                    format!("there is, or is requested, {}", names.en),
                );
            }
            GrantCondition::Ends(measures) => {
                let names = named(measures);
                return Sentence::new(format!("het beëindigt {}", names.nl), format!("it ends {}", names.en));
            }
            GrantCondition::Executes => ("voert uit wat er loopt", "carries out what is in force"),
            GrantCondition::OnAppealFrom(bodies) => {
                let names = one_of(&bodies.iter().map(|body| body.label()).collect::<Vec<_>>());
                return Sentence::new(
                    format!("er is een eerdere beslissing van {}", names.nl),
                    format!("there is an earlier decision of {}", names.en),
                );
            }
            GrantCondition::ByMandateOf(body) => {
                let body = body.label();
                return Sentence::new(
                    format!("handelt met mandaat van {}", body.nl),
                    format!("acts by mandate of {}", body.en),
                );
            }
            GrantCondition::MayorRoute => (
                "de Raad verzoekt niet, en de burgemeester vroeg het oordeel van de rechter",
                "the Council does not request it, and the mayor asked for the judge's decision",
            ),
            GrantCondition::SiblingInCase => {
                ("een broer of zus is al bij de rechter", "a brother or sister is before the judge")
            }
            GrantCondition::InsteadOf(measure) => {
                let name = self.measure_name(measure);
                return Sentence::new(
                    format!("in plaats van {}, waarom is verzocht", name.nl),
                    format!("instead of {}, which was requested", name.en),
                );
            }
            GrantCondition::Capable => {
                ("kan de eigen belangen redelijk waarderen", "can reasonably weigh their own interests")
            }
            GrantCondition::NotBlocked => (
                "wie het kind een jaar of langer opvoedt, stemt in, of de rechter doet dat in diens plaats",
                "who has brought the child up for a year or more agrees, or the court does in their place",
            ),
            GrantCondition::ReplacesInstitution => {
                ("vervangt de uitvoerende instelling", "replaces the executing institution")
            }
            GrantCondition::ChangesEarlier => {
                ("wijzigt wat eerder is beslist", "changes what was decided before")
            }
            GrantCondition::GuardianshipCase => ("een zaak over voogdij", "a case about guardianship"),
            GrantCondition::InstitutionRoute => (
                "de Raad verzoekt niet, en de gecertificeerde instelling vroeg het oordeel van de rechter",
                "the Council does not request it, and the certified institution asked for the court's decision",
            ),
            GrantCondition::AcuteOrOwnTask => (
                "acuut en ernstig, of vanuit een eigen wettelijke taak",
                "acute and serious, or out of a statutory task of its own",
            ),
            GrantCondition::Designated => {
                ("is daarvoor door het college aangewezen", "is designated for it by the municipal executive")
            }
        };
        Sentence::new(nl, en)
    }

    fn measure_name(&self, id: &MeasureId) -> Sentence {
        match self.pack.measure(id, self.matter.on) {
            Some(it) => Sentence::new(format!("{} ({id})", it.labels.nl), format!("{} ({id})", it.labels.en)),
            None => Sentence::same(id),
        }
    }
}

/// Names, joined by "or".
pub(crate) fn one_of(names: &[Sentence]) -> Sentence {
    Sentence::new(
        names.iter().map(|it| it.nl.as_str()).collect::<Vec<_>>().join(" of "),
        names.iter().map(|it| it.en.as_str()).collect::<Vec<_>>().join(" or "),
    )
}
