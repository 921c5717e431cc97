//! The letter to a child: what it says of ending, of not being heard, of the judge, of the day on which people look again.

use afweging::{AgeBand, DecisionRecord, Event, Language, NotHeardGround, PersonId, Reader, StepId};

use crate::{day_of, example, flowing, pack, records};

fn record_of(name: &str, step: &str) -> DecisionRecord {
    let (dossier, step) = (example(name), StepId::new(step).unwrap());
    let at = day_of(&dossier, &step);
    DecisionRecord::on(&dossier, pack(), &step, at).unwrap()
}

fn letter(record: &DecisionRecord, band: AgeBand, language: Language) -> String {
    let child = Reader::Child(PersonId::new("kind-1").unwrap(), band);
    flowing(&record.page(&child, language).unwrap().to_text())
}

/// To end something means what it ends, and no letter guesses where a child will live.
#[test]
fn a_letter_says_what_ends() {
    let record = record_of("spoed-en-terug-naar-huis", "terug-naar-huis");
    for band in AgeBand::ALL {
        let text = letter(&record, band, Language::Nl);
        assert!(text.contains("Dit stopt: ergens anders wonen."), "{text}");
        assert!(letter(&record, band, Language::En).contains("This stops: living elsewhere."));
    }
    for (example, _, record) in records() {
        let text = letter(&record, AgeBand::Under8, Language::Nl);
        assert!(!text.contains("je komt thuis wonen"), "{example} {}", record.step);
    }
    let court = flowing(&record.page(&Reader::Court, Language::Nl).unwrap().to_text());
    assert!(court.contains("Hiermee stopt: machtiging uithuisplaatsing (netwerkpleeggezin)."), "{court}");
}

#[test]
fn a_letter_says_why_the_child_was_not_heard() {
    let dossier = example("spoed-en-terug-naar-huis");
    let grounds: Vec<NotHeardGround> = dossier
        .entries()
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::NotHeard(it) if it.person.as_str() == "kind-1" => Some(it.ground),
            _ => None,
        })
        .collect();
    assert_eq!(grounds, [NotHeardGround::TooYoung]);
    let record = record_of("spoed-en-terug-naar-huis", "spoedplaatsing");
    for band in AgeBand::ALL {
        let text = letter(&record, band, Language::Nl);
        assert!(
            text.contains("Je was nog te jong om met ons te praten. Je mag nog iets vertellen."),
            "{band:?}: {text}"
        );
    }
    assert!(
        letter(&record, AgeBand::Under8, Language::En).contains("You were still too young to talk with us.")
    );
    // The parents read that there is a reason, and that it is kept from them.
    for reader in [Reader::Parents(None), Reader::Parents(Some(PersonId::new("vader").unwrap()))] {
        let text = flowing(&record.page(&reader, Language::Nl).unwrap().to_text());
        assert!(
            text.contains(
                "Het kind is niet gehoord. De reden staat in het dossier, maar niet in dit stuk. Onderaan staat waarom."
            ),
            "{text}"
        );
        let text = flowing(&record.page(&reader, Language::En).unwrap().to_text());
        assert!(text.contains("The reason is in the file, but not here."), "{text}");
    }
}

/// Rv 809: from twelve a court has to offer it, before that it may hear a child. Only where a court is still to decide.
#[test]
fn a_child_reads_that_it_may_speak_with_the_judge() {
    let open = record_of("conflict-na-scheiding", "toezicht-kind-1");
    for band in [AgeBand::From12, AgeBand::From16] {
        let text = letter(&open, band, Language::Nl);
        assert!(
            text.contains("Je mag met de rechter praten voordat die besluit. De rechter moet je dat vragen."),
            "{text}"
        );
        assert!(letter(&open, band, Language::En).contains("The judge has to ask you."));
    }
    for band in [AgeBand::Under8, AgeBand::From8] {
        let text = letter(&open, band, Language::Nl);
        assert!(
            text.contains("Wil je met de rechter praten voordat die besluit? Vraag of dat kan."),
            "{text}"
        );
        assert!(!text.contains("moet je dat vragen"), "{text}");
    }
    // Where no court comes to it, or one decided, there is nobody to speak with before that.
    for (name, step) in [("conflict-na-scheiding", "hulp-kind-1"), ("hulp-nooit-gegeven", "toezicht")] {
        let text = letter(&record_of(name, step), AgeBand::From12, Language::Nl);
        assert!(!text.contains("met de rechter praten"), "{text}");
    }
    // Who works with the file reads the article, and how sure the pack is of it.
    let court = flowing(&open.page(&Reader::Court, Language::Nl).unwrap().to_text());
    assert!(
        court.contains(
            "De wet: artikel 809 lid 1 van het Wetboek van Burgerlijke Rechtsvordering [in het wetspakket vanaf 1 januari 2015; gelezen in de wettekst van 2015]"
        ),
        "{court}"
    );
}

#[test]
fn a_letter_on_what_is_open_has_the_day_of_the_proposal() {
    let supervision = record_of("conflict-na-scheiding", "toezicht-kind-1");
    let text = letter(&supervision, AgeBand::From12, Language::Nl);
    assert!(text.contains("Gaat het door? Dan kijken we weer op 1 oktober 2025."), "{text}");
    assert!(
        text.contains(
            "In het voorstel begint het op 1 april 2025. Het stopt dan uiterlijk op 31 maart 2026."
        ),
        "{text}"
    );
    let text = letter(&supervision, AgeBand::Under8, Language::Nl);
    assert!(text.contains("Gaat het door? Dan kijken we later weer hoe het gaat."), "{text}");
    let nothing = record_of("conflict-na-scheiding", "niets-meer");
    let text = letter(&nothing, AgeBand::From12, Language::Nl);
    assert!(text.contains("In het voorstel stond 1 april 2025. Die dag is voorbij. Vraag ernaar."), "{text}");
    assert!(!text.contains("Dan begint het op 15 februari 2025"), "that day is past: {text}");
}

#[test]
fn a_letter_on_a_refused_house_ban_says_what_was_asked_and_the_answer() {
    let record = record_of("conflict-na-scheiding", "huisverbod-vader");
    let text = letter(&record, AgeBand::From12, Language::Nl);
    assert!(text.contains("Dit was gevraagd: Je vader mag een tijdje niet in huis komen."), "{text}");
    assert!(text.contains("Het antwoord was nee. Dit gaat niet door."), "{text}");
    assert!(!text.contains("Waar het om gaat:"), "{text}");
    // What goes well is not told as if it were in doubt.
    assert!(text.contains("wil beiden zien.” (of dit zo is, weten we niet)"), "{text}");
    let text = letter(&record, AgeBand::From12, Language::En);
    assert!(text.contains("This was asked: Your father may not come into the house for a while."), "{text}");
}
