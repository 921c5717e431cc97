//! Words that a family may not know, each explained in one short sentence. No law and no outcome hangs on them.
//!
//! A page for a family ends with those that occur on it, in our words or in a quote.

use crate::code::Language;

/// A word, by the forms in which it occurs, and what it means.
pub(super) struct Term {
    /// The forms, in small letters: a form is found at the start of a word.
    forms: [&'static [&'static str]; 2],
    /// What it means, in Dutch and in English: a whole sentence.
    means: [&'static str; 2],
}

const TERMS: &[Term] = &[
    Term {
        forms: [&["bezwaar"], &["objection", "object "]],
        means: [
            "Wie bezwaar maakt, vraagt de overheid om opnieuw te kijken.",
            "Who objects asks a public body to look again.",
        ],
    },
    Term {
        forms: [&["beroep bij de rechter", "in beroep"], &["review by a court"]],
        means: [
            "Bij beroep kijkt een rechter naar een besluit van de overheid.",
            "In a review a court looks at a decision of a public body.",
        ],
    },
    Term {
        forms: [&["beschikking"], &["order"]],
        means: [
            "Een beschikking is een uitspraak van de rechter op papier.",
            "An order is what a court decides.",
        ],
    },
    Term {
        forms: [&["bijzondere curator"], &["special representative"]],
        means: [
            "Een bijzondere curator komt in een zaak op voor een kind.",
            "A special representative speaks for a child in a case.",
        ],
    },
    Term {
        forms: [&["contact- of gebiedsverbod"], &["restraining order"]],
        means: [
            "Bij een contactverbod of gebiedsverbod moet iemand wegblijven.",
            "With a restraining order somebody has to stay away.",
        ],
    },
    Term {
        forms: [&["controlegetal"], &["hash"]],
        means: [
            "Met een controlegetal kan iemand nagaan of er later iets is veranderd.",
            "With a hash somebody can check whether anything was changed later.",
        ],
    },
    Term {
        forms: [&["drang"], &["pressure"]],
        means: [
            "Bij drang is hulp niet verplicht, maar er staat wel druk op.",
            "Pressure means that help is not compulsory, but no is not taken lightly.",
        ],
    },
    Term {
        forms: [&["eigen netwerk", "het netwerk"], &["circle"]],
        means: [
            "Het netwerk zijn de familie, vrienden en buren van een gezin.",
            "The circle of a family is its relatives, friends and neighbours.",
        ],
    },
    Term {
        forms: [&["familiegroepsplan"], &["family group plan"]],
        means: [
            "Een familiegroepsplan is een plan dat de familie zelf maakt.",
            "A family group plan is a plan that the family makes itself.",
        ],
    },
    Term {
        forms: [&["gedragswetenschapper"], &["behavioural scientist"]],
        means: [
            "Een gedragswetenschapper weet veel van hoe kinderen denken en doen.",
            "A behavioural scientist knows much about how children think and act.",
        ],
    },
    Term {
        forms: [&["gezag"], &["parental authority"]],
        means: [
            "Gezag is het recht en de plicht om over een kind te beslissen.",
            "Parental authority is the right and the duty to decide about a child.",
        ],
    },
    Term {
        forms: [&["gezinsvoogd"], &["family guardian"]],
        means: [
            "Gezinsvoogd is een ander woord voor jeugdbeschermer.",
            "A family guardian is a youth protection worker.",
        ],
    },
    Term {
        forms: [&["ggz"], &["mental-health"]],
        means: [
            "De ggz helpt mensen met psychische problemen.",
            "Mental-health care helps people whose mind is ill.",
        ],
    },
    Term {
        forms: [&["hoger beroep"], &["appeal"]],
        means: [
            "Bij hoger beroep kijkt een hogere rechter opnieuw naar de zaak.",
            "On appeal a higher court looks at the case again.",
        ],
    },
    Term {
        forms: [&["hulpofficier van justitie"], &["assistant public prosecutor"]],
        means: [
            "Een hulpofficier van justitie werkt bij de politie en heeft extra taken.",
            "An assistant public prosecutor works with the police and has extra tasks.",
        ],
    },
    Term {
        forms: [&["jeugdbescherm"], &["youth protection"]],
        means: [
            "Een jeugdbeschermer helpt een gezin als het niet goed gaat met een kind.",
            "A youth protection worker helps a family when a child is not doing well.",
        ],
    },
    Term {
        forms: [&["jeugdhulpaanbieder"], &["youth-help provider"]],
        means: [
            "Een jeugdhulpaanbieder is een organisatie die kinderen en ouders helpt.",
            "A youth-help provider is an organisation that helps children and parents.",
        ],
    },
    Term {
        forms: [&["kinderrechter"], &["children's judge"]],
        means: [
            "De kinderrechter is een rechter die over kinderen beslist.",
            "The children's judge is a judge who decides about children.",
        ],
    },
    Term {
        forms: [&["leerplicht"], &["compulsory education"]],
        means: [
            "Leerplicht betekent: een kind moet naar school.",
            "Compulsory education means that a child has to go to school.",
        ],
    },
    Term {
        forms: [&["lokale team"], &["local team"]],
        means: [
            "Het lokale team werkt voor de gemeente en helpt gezinnen.",
            "The local team works for the municipality and helps families.",
        ],
    },
    Term {
        forms: [&["machtiging", "spoedmachtiging"], &["authorisation"]],
        means: [
            "Met een machtiging zegt de rechter: dit mag.",
            "With an authorisation a court says: this is allowed.",
        ],
    },
    Term {
        forms: [&["netwerkpleeg"], &["kinship foster"]],
        means: [
            "In een netwerkpleeggezin wonen mensen die een kind al kent.",
            "A kinship foster family is one that a child knows already.",
        ],
    },
    Term {
        forms: [&["omgang"], &["contact arrangement"]],
        means: [
            "Omgang is: elkaar zien en spreken.",
            "A contact arrangement says when people see each other.",
        ],
    },
    Term {
        forms: [
            &["ondertoezichtstelling", "onder toezicht", "voorlopige ondertoezichtstelling"],
            &["supervision"],
        ],
        means: [
            "Bij een ondertoezichtstelling kijkt een jeugdbeschermer mee en helpt.",
            "With supervision a youth protection worker looks along and helps.",
        ],
    },
    Term {
        forms: [&["pleeg"], &["foster"]],
        means: [
            "Een pleegouder zorgt voor een kind van andere ouders.",
            "A foster parent cares for a child of other parents.",
        ],
    },
    Term {
        forms: [&["raad voor de kinderbescherming", "de raad "], &["child protection council"]],
        means: [
            "De Raad voor de Kinderbescherming zoekt uit hoe het met een kind gaat.",
            "The Child Protection Council finds out how a child is doing.",
        ],
    },
    Term {
        forms: [&["schriftelijke aanwijzing"], &["written instruction"]],
        means: [
            "In een schriftelijke aanwijzing staat wat iemand moet doen of laten.",
            "A written instruction says what somebody has to do or not.",
        ],
    },
    Term {
        forms: [&["uithuisplaatsing"], &["out-of-home"]],
        means: [
            "Bij een uithuisplaatsing woont een kind een tijd ergens anders.",
            "Out-of-home placement means that a child lives elsewhere for a time.",
        ],
    },
    Term {
        forms: [&["huisverbod"], &["house ban"]],
        means: [
            "Bij een huisverbod mag iemand een tijd niet in huis komen.",
            "With a house ban somebody may not enter a home for a time.",
        ],
    },
    Term {
        forms: [&["veilig thuis"], &["veilig thuis"]],
        means: [
            "Bij Veilig Thuis kan iedereen terecht met zorgen over geweld thuis.",
            "Veilig Thuis is there for everybody with worries about violence at home.",
        ],
    },
    Term {
        forms: [&["vertrouwenspersoon"], &["confidential counsellor"]],
        means: [
            "Een vertrouwenspersoon luistert, legt dingen uit en helpt bij een klacht.",
            "A confidential counsellor listens, explains and helps with a complaint.",
        ],
    },
    Term {
        forms: [&["voogd"], &["guardian"]],
        means: [
            "Een voogd beslist over een kind in plaats van de ouders.",
            "A guardian decides about a child in the place of its parents.",
        ],
    },
    Term {
        forms: [&["wetspakket"], &["law pack"]],
        means: [
            "Het wetspakket is de lijst van wetten die dit programma kent.",
            "The law pack is the list of laws that this program knows.",
        ],
    },
    Term {
        forms: [&["wmo"], &["wmo"]],
        means: [
            "De Wmo is een wet over hulp van de gemeente.",
            "The Wmo is a law on help by the municipality.",
        ],
    },
];

/// What the words on a page mean that a family may not know, in the order of the alphabet.
pub(super) fn explained(page: &str, language: Language) -> Vec<&'static str> {
    let place = usize::from(language == Language::En);
    let page = format!(" {} ", page.to_lowercase());
    let occurs = |form: &&str| {
        page.match_indices(form).any(|(at, _)| {
            let before = page.get(..at).and_then(|it| it.chars().next_back());
            before.is_none_or(|it| !it.is_alphanumeric())
        })
    };
    let found = TERMS.iter().filter(|term| term.forms.get(place).is_some_and(|it| it.iter().any(&occurs)));
    found.filter_map(|term| term.means.get(place).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_explained_where_it_begins_a_word_and_nowhere_else() {
        let gezag = "Gezag is het recht en de plicht om over een kind te beslissen.";
        assert!(explained("Wie Gezag heeft", Language::Nl).contains(&gezag));
        assert!(explained("Het gezagsregister.", Language::Nl).contains(&gezag));
        assert!(explained("Dit is ongezag.", Language::Nl).is_empty());
        assert!(explained("Niets bijzonders.", Language::Nl).is_empty());
    }

    #[test]
    fn an_explanation_is_one_short_sentence() {
        for term in TERMS {
            for means in term.means {
                assert!(means.split_whitespace().count() <= 15, "{means}");
                assert!(means.ends_with('.') && means.matches('.').count() == 1, "{means}");
            }
        }
    }
}
