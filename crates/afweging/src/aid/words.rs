//! The words that the text checks look for, as data.
//!
//! Source of the list: the aid that says to replace "always" by "in this case it can be different" (Q28), and that a
//! standard approach does not work (Q27). The exceptions came out of reading: each keeps out a use that says what happened,
//! what shall be, or what somebody else says. All words are folded: small letters, no accents.

/// A general claim: a word or a phrase, and the words beside it that make it something else.
pub(super) struct Claim {
    /// The words, in a row.
    pub(super) phrase: &'static [&'static str],
    /// Not right after one of these: *nog altijd* is "still".
    pub(super) not_after: &'static [&'static str],
    /// Not right before one of these: *nooit eerder* tells what happened.
    pub(super) not_before: &'static [&'static str],
    /// Which words that follow make it something else as well.
    pub(super) unless_next: Next,
}

/// A kind of word that may follow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// None.
    None,
    /// A Dutch past participle: *nooit gestart* tells what happened.
    DutchParticiple,
    /// An English past tense or participle: *never started*.
    EnglishPast,
    /// A comparative: *steeds vaker* tells how it goes on.
    Comparative,
}

const fn claim(phrase: &'static [&'static str]) -> Claim {
    Claim { phrase, not_after: &[], not_before: &[], unless_next: Next::None }
}

/// General claims, in Dutch and in English. *Niemand* and *iedereen* by themselves are not among them: mostly they say who is
/// there at night, or who agrees.
pub(super) const GENERAL: &[Claim] = &[
    Claim {
        phrase: &["altijd"],
        not_after: &["bijna", "vrijwel", "haast", "nagenoeg", "meestal", "nog", "voor", "zoals", "net"],
        not_before: &["nog", "al"],
        unless_next: Next::None,
    },
    Claim {
        phrase: &["nooit"],
        not_after: &["bijna", "vrijwel", "haast", "nagenoeg", "nog"],
        not_before: &[
            "eerder",
            "is",
            "was",
            "werd",
            "zijn",
            "waren",
            "werden",
            "heeft",
            "had",
            "hebben",
            "hadden",
            "begonnen",
            "ontvangen",
            "verschenen",
            "vastgesteld",
            "onderzocht",
            "besproken",
        ],
        unless_next: Next::DutchParticiple,
    },
    Claim {
        phrase: &["steeds"],
        not_after: &["nog"],
        not_before: &["meer", "minder", "als"],
        unless_next: Next::Comparative,
    },
    claim(&["steevast"]),
    claim(&["in", "alle", "gevallen"]),
    claim(&["in", "elk", "gezin"]),
    claim(&["zonder", "uitzondering"]),
    claim(&["per", "definitie"]),
    claim(&["iedereen", "weet"]),
    claim(&["weet", "iedereen"]),
    claim(&["iedereen", "begrijpt"]),
    claim(&["iedereen", "snapt"]),
    claim(&["niemand", "gelooft"]),
    claim(&["niemand", "verandert"]),
    claim(&["niemand", "twijfelt"]),
    Claim {
        phrase: &["always"],
        not_after: &["almost", "nearly", "as", "for"],
        not_before: &[],
        unless_next: Next::None,
    },
    Claim {
        phrase: &["never"],
        not_after: &["almost", "has", "have", "had", "was", "were"],
        not_before: &[
            "before", "began", "begun", "been", "came", "done", "gave", "given", "gone", "got", "had",
            "heard", "held", "made", "saw", "seen", "taken", "told", "took", "was", "went", "were",
        ],
        unless_next: Next::EnglishPast,
    },
    claim(&["in", "all", "cases"]),
    claim(&["without", "exception"]),
    claim(&["by", "definition"]),
    claim(&["everyone", "knows"]),
    claim(&["everybody", "knows"]),
    claim(&["nobody", "believes"]),
    claim(&["nobody", "changes"]),
];

/// Before one of [`PEOPLE`] these speak of a kind of people and not of these people.
pub(super) const OF_A_KIND: &[&[&str]] = &[
    &["zulke"],
    &["dergelijke"],
    &["dit", "soort"],
    &["dat", "soort"],
    &["such"],
    &["this", "kind", "of"],
    &["that", "kind", "of"],
    &["these", "kinds", "of"],
];

/// People of whom a text can speak as a kind.
pub(super) const PEOPLE: &[&str] = &[
    "ouders", "moeders", "vaders", "kinderen", "jongeren", "gezinnen", "families", "mensen", "clienten",
    "parents", "mothers", "fathers", "children", "families", "people", "clients",
];

/// Within three words before a claim these deny it.
pub(super) const DENIES: &[&str] = &[
    "niet", "geen", "nooit", "zelden", "not", "no", "never", "hardly", "doesn", "isn", "don", "didn", "wasn",
    "cannot",
];

/// Within four words around a claim these make it a rule, which is general by its nature.
pub(super) const RULES: &[&str] = &[
    "moet",
    "moeten",
    "moest",
    "moesten",
    "mag",
    "mogen",
    "mocht",
    "mochten",
    "hoort",
    "horen",
    "behoort",
    "dient",
    "dienen",
    "nodig",
    "verplicht",
    "wet",
    "wettelijk",
    "wettelijke",
    "artikel",
    "recht",
    "must",
    "should",
    "may",
    "shall",
    "ought",
    "required",
    "law",
    "statute",
    "article",
    "right",
];

/// Within eight words before a claim these make it what somebody else says.
pub(super) const REPORTS: &[&str] = &[
    "zegt",
    "zei",
    "zeggen",
    "zeiden",
    "vertelt",
    "vertelde",
    "vertellen",
    "vertelden",
    "volgens",
    "meldt",
    "meldde",
    "schrijft",
    "schreef",
    "vindt",
    "vond",
    "noemt",
    "noemde",
    "verklaart",
    "verklaarde",
    "stelt",
    "stelde",
    "ervaart",
    "says",
    "said",
    "say",
    "tells",
    "told",
    "according",
    "writes",
    "wrote",
    "states",
    "stated",
    "reports",
    "reported",
    "claims",
    "claimed",
    "feels",
    "alleges",
    "alleged",
];

/// A plan that stops at one of these never stops: worries and risks do not end (Q26, Q27).
pub(super) const NEVER_GOOD_ENOUGH: &[&[&str]] = &[
    &["geen", "zorgen", "meer"],
    &["alle", "zorgen", "weg"],
    &["zonder", "zorgen"],
    &["geen", "enkele", "zorg"],
    &["geen", "risico", "meer"],
    &["geen", "risicos", "meer"],
    &["helemaal", "veilig"],
    &["volledig", "veilig"],
    &["100", "veilig"],
    &["honderd", "procent", "veilig"],
    &["no", "more", "worries"],
    &["no", "worries", "left"],
    &["no", "concerns", "left"],
    &["no", "more", "concerns"],
    &["no", "risk", "left"],
    &["completely", "safe"],
    &["fully", "safe"],
];

/// Words for people in a family: in another dossier the same sentence may be about another of them.
pub(super) const FAMILY: &[&str] = &[
    "moeder",
    "moeders",
    "vader",
    "vaders",
    "ouder",
    "ouders",
    "stiefvader",
    "stiefmoeder",
    "oma",
    "opa",
    "tante",
    "oom",
    "kind",
    "kinderen",
    "zoon",
    "dochter",
    "broer",
    "zus",
    "jongen",
    "meisje",
    "mother",
    "mothers",
    "father",
    "fathers",
    "parent",
    "parents",
    "stepfather",
    "stepmother",
    "grandmother",
    "grandfather",
    "aunt",
    "uncle",
    "child",
    "children",
    "son",
    "daughter",
    "brother",
    "sister",
    "boy",
    "girl",
];
