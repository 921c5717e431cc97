//! The conditions of a power in words.

use chrono::NaiveDate;

use super::Judge;
use crate::code::Language;
use crate::id::MeasureId;
use crate::pack::{GrantCondition, Pack};
use crate::sentence::Sentence;

impl Judge<'_> {
    /// What a condition asks, in words.
    pub(crate) fn in_words(&self, condition: &GrantCondition) -> Sentence {
        let named = |measures: &[MeasureId]| {
            one_of(&measures.iter().map(|id| self.measure_name(id)).collect::<Vec<_>>())
        };
        let said = |nl: &str, en: &str| Sentence::new(nl, en);
        let names = |names: Sentence| [("names", names)];
        match condition {
            GrantCondition::OnlyIfPrimaryDidNot => {
                said("wie dit als eerste mag doen, doet het niet", "who may do this in the first place does not")
            }
            GrantCondition::FirstOnly => said("het is geen verlenging", "it is no extension"),
            GrantCondition::ExtensionOnly => said("het is een verlenging", "it is an extension"),
            GrantCondition::CaresFor(_) => {
                said("zorgt lang genoeg voor het kind", "has cared for the child long enough").plainly(
                    "wie dit doet, zorgt lang genoeg voor het kind",
                    "who does this has cared for the child long enough",
                )
            }
            GrantCondition::NoMeasureInForce => {
                said("er loopt geen kinderbeschermingsmaatregel", "no child-protection measure is in force")
                    .plainly("er loopt geen maatregel voor het kind", "no measure runs for the child")
            }
            GrantCondition::MeasureInForceOrRequested => said(
                "er loopt of er is verzocht om een kinderbeschermingsmaatregel",
                "a child-protection measure is in force or requested",
            )
            .plainly(
                "er loopt een maatregel voor het kind, of iemand vroeg erom",
                "a measure runs for the child, or somebody asked for one",
            ),
            GrantCondition::InForce(measures) => Sentence::filled_plainly(
                ["er loopt of er is verzocht om {names}", "there is, or is requested, {names}"],
                ["dit loopt, of iemand vroeg erom: {names}", "this runs, or somebody asked for it: {names}"],
                &names(named(measures)),
            ),
            GrantCondition::Ends(measures) => Sentence::filled_plainly(
                ["het beëindigt {names}", "it ends {names}"],
                ["hierdoor stopt iets: {names}", "this makes something stop: {names}"],
                &names(named(measures)),
            ),
            GrantCondition::Executes => said("voert uit wat er loopt", "carries out what is in force")
                .plainly("wie dit doet, voert uit wat er loopt", "who does this carries out what runs"),
            GrantCondition::OnAppealFrom(bodies) => Sentence::filled(
                "er is een eerdere beslissing van {names}",
                "there is an earlier decision of {names}",
                &names(one_of(&bodies.iter().map(|body| body.label()).collect::<Vec<_>>())),
            ),
            GrantCondition::ByMandateOf(body) => Sentence::filled_plainly(
                ["handelt met mandaat van {names}", "acts by mandate of {names}"],
                ["wie dit doet, mag dat namens {names}", "who does this may do so for {names}"],
                &names(body.label()),
            ),
            GrantCondition::MayorRoute => said(
                "de Raad verzoekt niet, en de burgemeester vroeg het oordeel van de rechter",
                "the Council does not request it, and the mayor asked for the judge's decision",
            )
            .plainly(
                "de Raad vraagt er niet om, en de burgemeester vroeg het oordeel van de rechter",
                "the Council does not ask for it, and the mayor asked for the judge's decision",
            ),
            GrantCondition::SiblingInCase => {
                said("een broer of zus is al bij de rechter", "a brother or sister is before the judge")
            }
            GrantCondition::InsteadOf(measure) => Sentence::filled_plainly(
                ["in plaats van {names}, waarom is verzocht", "instead of {names}, which was requested"],
                [
                    "dit komt in plaats van wat iemand vroeg: {names}",
                    "this comes instead of what somebody asked for: {names}",
                ],
                &names(self.measure_name(measure)),
            ),
            GrantCondition::Capable => {
                said("kan de eigen belangen redelijk waarderen", "can reasonably weigh their own interests")
                    .plainly("wie dit doet, begrijpt waar het om gaat", "who does this understands what it is about")
            }
            GrantCondition::NotBlocked => said(
                "wie het kind een jaar of langer opvoedt, stemt in, of de rechter doet dat in diens plaats",
                "who has brought the child up for a year or more agrees, or the court does in their place",
            )
            .plainly(
                "wie het kind een jaar of langer opvoedt vindt het goed, of anders de rechter",
                "who has brought the child up for a year or more agrees, or else the court",
            ),
            GrantCondition::ReplacesInstitution => {
                said("vervangt de uitvoerende instelling", "replaces the executing institution")
                    .plainly("een andere instelling gaat dit doen", "another institution is going to do this")
            }
            GrantCondition::ChangesEarlier => {
                said("wijzigt wat eerder is beslist", "changes what was decided before")
                    .plainly("dit verandert wat eerder is beslist", "this changes what was decided before")
            }
            GrantCondition::GuardianshipCase => said("een zaak over voogdij", "a case about guardianship"),
            GrantCondition::InstitutionRoute => said(
                "de Raad verzoekt niet, en de gecertificeerde instelling vroeg het oordeel van de rechter",
                "the Council does not request it, and the certified institution asked for the court's decision",
            )
            .plainly(
                "de Raad vraagt er niet om, en de jeugdbescherming vroeg het oordeel van de rechter",
                "the Council does not ask for it, and the youth protection service asked for the court's decision",
            ),
            GrantCondition::AcuteOrOwnTask => said(
                "acuut en ernstig, of vanuit een eigen wettelijke taak",
                "acute and serious, or out of a statutory task of its own",
            )
            .plainly(
                "het is ernstig en heeft haast, of het is een eigen taak volgens de wet",
                "it is serious and cannot wait, or it is a task of their own by law",
            ),
            GrantCondition::Designated => {
                said("is daarvoor door het college aangewezen", "is designated for it by the municipal executive")
                    .plainly("de gemeente koos wie dit doet", "the municipality chose who does this")
            }
        }
    }

    fn measure_name(&self, id: &MeasureId) -> Sentence {
        measure_name(self.pack, id, self.matter.on)
    }
}

/// A measure, as a sentence names it: the name and the id; for a family the name alone. One that the law of the day does not
/// have is its id; a family reads the name that it has on another day.
pub(crate) fn measure_name(pack: &Pack, id: &MeasureId, on: NaiveDate) -> Sentence {
    if let Some(measure) = pack.measure(id, on) {
        let labels = &measure.labels;
        return Sentence::new(format!("{} ({id})", labels.nl), format!("{} ({id})", labels.en))
            .plainly(labels.plain(Language::Nl), labels.plain(Language::En));
    }
    let name = Sentence::same(id);
    match pack.changes().find_map(|day| pack.measure(id, day)) {
        Some(measure) => name.plainly(measure.labels.plain(Language::Nl), measure.labels.plain(Language::En)),
        None => {
            name.plainly("een stap die het wetspakket niet kent", "a step that the law pack does not know")
        }
    }
}

/// Names, joined by "or".
pub(crate) fn one_of(names: &[Sentence]) -> Sentence {
    Sentence::joined(names, |language, names| {
        names.join(match language {
            Language::Nl => " of ",
            Language::En => " or ",
        })
    })
}
