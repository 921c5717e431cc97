//! What each measure is, in plain words: for parents and for a child. No law and no outcome hangs on it.

use crate::code::Language;
use crate::id::MeasureId;

/// Per measure: for parents and for a child, each in Dutch and in English.
const PLAIN: &[(&str, [&str; 4])] = &[
    (
        "M00",
        [
            "Er komt geen hulp of maatregel bij.",
            "No help or measure is added.",
            "Er komt niets nieuws bij.",
            "Nothing new is added.",
        ],
    ),
    (
        "M01",
        [
            "U maakt met familie en vrienden zelf een plan.",
            "You make a plan yourselves, with family and friends.",
            "Je familie maakt samen een plan.",
            "Your family makes a plan together.",
        ],
    ),
    (
        "M02",
        [
            "U krijgt hulp van het lokale team. U mag nee zeggen.",
            "You get help from the local team. You may say no.",
            "Er komt iemand die jou en je ouders helpt.",
            "Somebody comes who helps you and your parents.",
        ],
    ),
    (
        "M03",
        [
            "Veilig Thuis geeft raad.",
            "Veilig Thuis gives advice.",
            "Iemand vraagt raad aan Veilig Thuis.",
            "Somebody asks Veilig Thuis for advice.",
        ],
    ),
    (
        "M04",
        [
            "Een volwassene krijgt hulp of een behandeling.",
            "An adult gets help or treatment.",
            "Iemand bij jou thuis krijgt hulp.",
            "Somebody at your home gets help.",
        ],
    ),
    (
        "M05",
        [
            "U krijgt hulp en maakt afspraken over gevaar. U mag nee zeggen.",
            "You get help and make agreements about danger. You may say no.",
            "Je ouders maken afspraken en krijgen hulp.",
            "Your parents make agreements and get help.",
        ],
    ),
    (
        "M06",
        [
            "Veilig Thuis kijkt of er gevaar is.",
            "Veilig Thuis looks whether there is danger.",
            "Veilig Thuis kijkt hoe het thuis gaat.",
            "Veilig Thuis looks how things are at home.",
        ],
    ),
    (
        "M07",
        [
            "Veilig Thuis zegt wat moet veranderen en kijkt later weer.",
            "Veilig Thuis says what has to change and looks again later.",
            "Veilig Thuis zegt wat anders moet en kijkt later weer.",
            "Veilig Thuis says what has to change and looks again later.",
        ],
    ),
    (
        "M08",
        [
            "Veilig Thuis zoekt uit wat er gebeurt.",
            "Veilig Thuis finds out what is happening.",
            "Veilig Thuis zoekt uit wat er thuis gebeurt.",
            "Veilig Thuis finds out what happens at home.",
        ],
    ),
    (
        "M09",
        [
            "Een team dat veel weet van gevaar thuis denkt mee.",
            "A team that knows much about danger at home thinks along.",
            "Meer mensen denken mee over wat nodig is.",
            "More people think along about what is needed.",
        ],
    ),
    (
        "M10",
        [
            "Mensen van verschillende organisaties praten met u over wat nodig is.",
            "People of several organisations talk with you about what is needed.",
            "Grote mensen praten samen over wat nodig is.",
            "Grown-ups talk together about what is needed.",
        ],
    ),
    (
        "M11",
        [
            "Iemand vraagt de Raad voor de Kinderbescherming om een onderzoek.",
            "Somebody asks the Child Protection Council for an investigation.",
            "Iemand vraagt de Raad om uit te zoeken hoe het gaat.",
            "Somebody asks the Council to find out how things are.",
        ],
    ),
    (
        "M12",
        [
            "De Raad voor de Kinderbescherming zoekt uit hoe het met het kind gaat.",
            "The Child Protection Council finds out how the child is doing.",
            "Iemand van de Raad zoekt uit hoe het met je gaat.",
            "Somebody of the Council finds out how you are doing.",
        ],
    ),
    (
        "M13",
        [
            "Iemand mag een tijd niet in huis komen. Contact mag dan ook niet.",
            "Somebody may not enter the home for a time, and may have no contact.",
            "Iemand mag een tijdje niet in huis komen.",
            "Somebody may not come into the house for a while.",
        ],
    ),
    (
        "M14",
        [
            "Het kind woont een tijd ergens anders. Dat kan alleen met toestemming.",
            "The child lives elsewhere for a time. That takes consent.",
            "Je woont een tijd ergens anders. Daar is toestemming voor.",
            "You live elsewhere for a time. There is consent for that.",
        ],
    ),
    (
        "M15",
        [
            "Een jeugdbeschermer kijkt een korte tijd mee en helpt.",
            "A youth protection worker looks along and helps for a short time.",
            "Een jeugdbeschermer kijkt een korte tijd mee en helpt.",
            "A youth protection worker looks along and helps for a short time.",
        ],
    ),
    (
        "M16",
        [
            "Een jeugdbeschermer kijkt mee en helpt.",
            "A youth protection worker looks along and helps.",
            "Een jeugdbeschermer kijkt mee en helpt.",
            "A youth protection worker looks along and helps.",
        ],
    ),
    (
        "M17",
        [
            "De jeugdbeschermer kijkt langer mee en helpt langer.",
            "The youth protection worker looks along and helps for longer.",
            "De jeugdbeschermer kijkt langer mee en helpt langer.",
            "The youth protection worker looks along and helps for longer.",
        ],
    ),
    (
        "M18",
        [
            "De jeugdbeschermer schrijft op wat u moet doen of laten.",
            "The youth protection worker writes down what you have to do.",
            "De jeugdbeschermer schrijft op wat moet gebeuren.",
            "The youth protection worker writes down what has to be done.",
        ],
    ),
    (
        "M19",
        [
            "De kinderrechter bepaalt wanneer het kind bij wie is.",
            "The children's judge sets when the child is with whom.",
            "De kinderrechter bepaalt wanneer je bij wie bent.",
            "The children's judge sets when you are with whom.",
        ],
    ),
    (
        "M20",
        [
            "U ziet of spreekt het kind een tijd minder, of helemaal niet.",
            "You see or speak with the child less for a time, or not at all.",
            "Je ziet of spreekt iemand een tijd minder, of helemaal niet.",
            "You see or speak with somebody less for a time, or not at all.",
        ],
    ),
    (
        "M21",
        [
            "De kinderrechter geeft toestemming voor een behandeling.",
            "The children's judge gives consent to a treatment.",
            "De kinderrechter vindt een behandeling goed.",
            "The children's judge agrees to a treatment.",
        ],
    ),
    (
        "M22",
        [
            "De jeugdbescherming mag het kind een tijd ergens anders laten wonen.",
            "The youth protection service may have the child live elsewhere for a time.",
            "Je kunt voor een tijd ergens anders gaan wonen.",
            "You can go and live elsewhere for a time.",
        ],
    ),
    (
        "M23",
        [
            "De jeugdbescherming mag het kind meteen ergens anders laten wonen.",
            "The youth protection service may have the child live elsewhere at once.",
            "Je gaat meteen ergens anders wonen, voor een tijd.",
            "You go and live elsewhere at once, for a time.",
        ],
    ),
    (
        "M24",
        [
            "De jeugdbescherming beslist over een paar dingen, in plaats van de ouders.",
            "The youth protection service decides on a few things instead of the parents.",
            "Een jeugdbeschermer beslist over een paar dingen, in plaats van je ouders.",
            "A youth protection worker decides on a few things instead of your parents.",
        ],
    ),
    (
        "M25",
        [
            "Het kind gaat naar een andere plek, na een jaar of langer in een gezin.",
            "The child moves to another place, after a year or more in a family.",
            "Je gaat naar een andere plek om te wonen.",
            "You move to another place to live.",
        ],
    ),
    (
        "M26",
        [
            "Het kind krijgt voorwaarden. Lukt dat niet, dan volgt gesloten jeugdhulp.",
            "The child gets conditions. If that fails, closed youth care follows.",
            "Je krijgt afspraken waar je je aan moet houden.",
            "You get agreements that you have to keep.",
        ],
    ),
    (
        "M27",
        [
            "Het kind gaat naar een plek waar de deuren op slot kunnen.",
            "The child goes to a place where doors can be locked.",
            "Je gaat naar een plek waar de deuren op slot kunnen.",
            "You go to a place where doors can be locked.",
        ],
    ),
    (
        "M28",
        [
            "Het kind gaat meteen naar een plek waar de deuren op slot kunnen.",
            "The child goes at once to a place where doors can be locked.",
            "Je gaat meteen naar een plek waar de deuren op slot kunnen.",
            "You go at once to a place where doors can be locked.",
        ],
    ),
    (
        "M29",
        [
            "Het kind mag op die plek een tijd minder.",
            "The child is allowed less there for a time.",
            "Je mag daar een tijd minder.",
            "You are allowed less there for a time.",
        ],
    ),
    (
        "M30",
        [
            "Een ouder mag een tijd niet over het kind beslissen.",
            "A parent may not decide about the child for a time.",
            "Een ouder mag een tijd niet over jou beslissen.",
            "A parent may not decide about you for a time.",
        ],
    ),
    (
        "M31",
        [
            "Een voogd beslist voor een korte tijd over het kind.",
            "A guardian decides about the child for a short time.",
            "Een voogd beslist een korte tijd over belangrijke dingen.",
            "A guardian decides on important things for a short time.",
        ],
    ),
    (
        "M32",
        [
            "Een ouder verliest het gezag over het kind.",
            "A parent loses authority over the child.",
            "Een ouder beslist niet meer over belangrijke dingen voor jou.",
            "A parent no longer decides on important things for you.",
        ],
    ),
    (
        "M33",
        [
            "Een pleegouder of iemand anders wordt voogd.",
            "A foster parent or somebody else becomes the guardian.",
            "Een pleegouder of iemand anders wordt jouw voogd.",
            "A foster parent or somebody else becomes your guardian.",
        ],
    ),
    (
        "perspective",
        [
            "De instelling zegt waar zij denkt dat het kind opgroeit. Dat is haar standpunt, geen uitspraak van een rechter.",
            "The institution says where it thinks that the child will grow up. That is its own view, not a court's ruling.",
            "De jeugdbescherming zegt waar zij denkt dat je opgroeit.",
            "The child protection workers say where they think that you will grow up.",
        ],
    ),
    (
        "M34",
        [
            "Een maatregel stopt of wordt lichter.",
            "A measure stops or becomes lighter.",
            "Iets wat eerst nodig was, stopt of wordt minder.",
            "Something that was needed stops or becomes less.",
        ],
    ),
];

/// What stops when a measure ends, in words for a child: where ending it means the same for every child.
const STOPS: &[(&[&str], [&str; 2])] = &[
    (&["M14", "M22", "M23", "M25"], ["ergens anders wonen.", "living elsewhere."]),
    (
        &["M15", "M16", "M17"],
        [
            "het meekijken en helpen van de jeugdbeschermer.",
            "the looking along and helping of the youth protection worker.",
        ],
    ),
    (
        &["M27", "M28"],
        ["wonen op een plek waar de deuren op slot kunnen.", "living in a place where doors can be locked."],
    ),
    (&["M13"], ["de tijd dat iemand niet in huis mag komen.", "the time in which somebody may not come in."]),
];

fn plain(measure: &MeasureId, place: usize) -> Option<&'static str> {
    let (_, words) = PLAIN.iter().find(|(id, _)| *id == measure.as_str())?;
    words.get(place).copied()
}

/// What a measure is, for parents.
pub(super) fn for_parents(measure: &MeasureId, language: Language) -> Option<&'static str> {
    plain(measure, if language == Language::Nl { 0 } else { 1 })
}

/// What a measure is, for a child.
pub(super) fn for_child(measure: &MeasureId, language: Language) -> Option<&'static str> {
    plain(measure, if language == Language::Nl { 2 } else { 3 })
}

/// What stops for a child when a measure ends.
pub(super) fn stops_for_child(measure: &MeasureId, language: Language) -> Option<&'static str> {
    let (_, words) = STOPS.iter().find(|(ids, _)| ids.contains(&measure.as_str()))?;
    words.get(if language == Language::Nl { 0 } else { 1 }).copied()
}

/// Whether a measure burdens the adult whom it is about, such as a house ban.
pub(super) fn is_about_an_adult(measure: &MeasureId) -> bool {
    measure.as_str() == "M13"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Pack;

    #[test]
    fn every_measure_of_the_pack_is_explained_once() {
        let pack = Pack::nl().expect("the pack");
        let day = "2026-11-22".parse().expect("a day");
        for measure in pack.measures(day) {
            let found = PLAIN.iter().filter(|(id, _)| *id == measure.id.as_str()).count();
            assert_eq!(found, 1, "{}", measure.id);
        }
        assert_eq!(PLAIN.len(), pack.measures(day).count());
    }
}
