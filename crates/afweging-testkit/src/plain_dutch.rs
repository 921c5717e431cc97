//! Plain Dutch (B1): a lint over the sentences that the library itself puts on a page for parents or a child.
//!
//! What people said is quoted and not looked at. The names that the law pack gives to measures are looked at for hard words
//! only, as a family has to know them as a court writes them; what they are is said beside them. All else has a wording for
//! families (`plain` in the pack, [`afweging::Sentence::plain`]) and is looked at whole. The words are data:
//! `plain_dutch/words.txt`.
//!
//! A lint proves no page plain: it finds what is certainly not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use afweging::{Language, Pack, PageBlock, PageItem, PageSpan, Reader, RecordPage};

const WORDS: &str = include_str!("plain_dutch/words.txt");

/// What is wrong with a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// More words than are read in one go: 20 for parents, 15 for a child.
    TooLong(usize),
    /// A word for which there is a plain one.
    Jargon(&'static str),
    /// A hard word that the page does not explain.
    Unexplained(&'static str),
    /// An abbreviation that the page does not explain.
    Abbreviation(String),
    /// Two passives in one sentence, or three in one paragraph.
    Passives,
    /// It denies twice.
    DeniesTwice,
    /// A day in numbers.
    DayInNumbers,
    /// A pseudonym outside a quote.
    Pseudonym(String),
    /// A code, the number of a measure or an unfilled hole.
    Code(String),
    /// A promise of safety, or "perhaps".
    Promise(&'static str),
    /// Two full stops, a stop after a colon, a small letter at the start.
    Punctuation,
}

/// A sentence that is not plain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotPlain {
    /// What is wrong.
    pub rule: Rule,
    /// The sentence, quotes left out.
    pub said: String,
}

impl fmt::Display for NotPlain {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?}: {}", self.rule, self.said)
    }
}

/// The words of the list under a mark, each with what stands behind the bar.
fn listed(mark: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    WORDS.lines().filter_map(move |line| {
        let rest = line.strip_prefix(mark)?.strip_prefix(' ')?;
        let (word, why) = rest.split_once(" | ").unwrap_or((rest, ""));
        Some((word.trim(), why.trim()))
    })
}

/// Every sentence of the list that may stay gives a reason, and every word of it a plain one.
pub fn list_gives_reasons() -> bool {
    listed("!").chain(listed("~")).all(|(_, why)| !why.is_empty()) && listed("?").count() > 20
}

/// What a pack calls measures and placements, and who there is. Longest first.
fn names_of(pack: &Pack) -> Vec<String> {
    let mut names = BTreeSet::new();
    for day in pack.changes() {
        for measure in pack.measures(day) {
            names.insert(measure.labels.plain(Language::Nl).to_owned());
            names.extend(measure.placements.iter().map(|it| it.labels.plain(Language::Nl).to_owned()));
        }
    }
    names.extend(afweging::Actor::ALL.iter().map(|it| it.label().plain(Language::Nl).to_owned()));
    let mut names: Vec<String> = names.into_iter().filter(|it| it.chars().count() > 7).collect();
    names.sort_by_key(|it| std::cmp::Reverse(it.chars().count()));
    names
}

/// The lint, for pages out of one law pack.
#[derive(Debug)]
pub struct PlainDutch {
    names: Vec<String>,
    /// What is wrong with a paragraph whatever page it is on, by the longest sentence that its reader takes: pages repeat
    /// each other.
    read: BTreeMap<(usize, String), Vec<NotPlain>>,
}

impl PlainDutch {
    /// For pages out of a pack.
    pub fn of(pack: &Pack) -> Self {
        Self { names: names_of(pack), read: BTreeMap::new() }
    }

    /// What is not plain in a sentence of ours that stands on no page yet, such as that of a finding.
    pub fn of_sentence(&self, said: &str, longest: usize) -> Vec<NotPlain> {
        let mut found = sentences(said, longest, &self.names);
        let codes = said.split(is_between).map(core).filter(|it| is_code(it)).map(str::to_owned);
        found.extend(codes.map(|it| NotPlain { rule: Rule::Code(it), said: said.to_owned() }));
        found
    }

    /// What is not plain on a page. Only a Dutch page for parents or a child is looked at.
    pub fn faults(&mut self, page: &RecordPage) -> BTreeSet<NotPlain> {
        let mut found = BTreeSet::new();
        if page.language != Language::Nl || !page.reader.is_family() {
            return found;
        }
        let longest = if matches!(page.reader, Reader::Child(..)) { 15 } else { 20 };
        let explained = section_text(page, "woorden");
        for paragraph in paragraphs(page) {
            let ours = flat(&paragraph.spans);
            let whole = ours.to_lowercase();
            for (word, _) in listed("?") {
                if occurs(&whole, word) && !occurs(&explained, word) {
                    // Once: a hard word is on a page or it is not.
                    found.insert(NotPlain { rule: Rule::Unexplained(word), said: word.to_owned() });
                }
            }
            let marks = marks(&ours, &explained, page, &paragraph);
            found.extend(marks.into_iter().map(|rule| NotPlain { rule, said: ours.trim().to_owned() }));
            // A list of pseudonyms has no sentences.
            if paragraph.section == "wie-is-wie" {
                continue;
            }
            let key = (longest, ours);
            if let Some(known) = self.read.get(&key) {
                found.extend(known.iter().cloned());
            } else {
                let faults = sentences(&key.1, longest, &self.names);
                found.extend(faults.iter().cloned());
                self.read.insert(key, faults);
            }
        }
        found
    }
}

/// What is wrong with the sentences of a paragraph.
fn sentences(ours: &str, longest: usize, names: &[String]) -> Vec<NotPlain> {
    let mut found = Vec::new();
    let mut add = |rule: Rule, said: &str| found.push(NotPlain { rule, said: said.trim().to_owned() });
    // The law's own names count as one word, and are nobody's wording. The name of a question between single quotation marks
    // is read as one thing in its sentence, and on its own.
    let (around, within) = quoted_names(ours);
    let free: Vec<String> = [around].iter().chain(&within).map(|it| without_names(it, names)).collect();
    let mut passives: usize = 0;
    for said in free.iter().flat_map(|it| parts(it)) {
        if listed("~").any(|(stays, _)| stays == said.trim_matches(['‘', '’'])) {
            continue;
        }
        let small = said.to_lowercase();
        let words: Vec<&str> =
            small.split(|it: char| !it.is_alphanumeric() && it != '-').filter(|it| !it.is_empty()).collect();
        if words.len() > longest {
            add(Rule::TooLong(words.len()), said);
        }
        let is_there =
            |word: &str| words.contains(&word) || (word.contains([' ', '&']) && small.contains(word));
        for (word, _) in listed("!").filter(|(word, _)| is_there(word)) {
            add(Rule::Jargon(word), said);
        }
        let count = |of: &[&str]| words.iter().filter(|word| of.contains(word)).count();
        let passive = count(&["wordt", "worden", "werd", "werden"]);
        passives = passives.saturating_add(passive);
        if passive > 1 {
            add(Rule::Passives, said);
        }
        if count(&["niet", "geen", "nooit", "niemand", "niets", "zonder", "noch"]) > 1 {
            add(Rule::DeniesTwice, said);
        }
        let own = small
            .replace("veilig thuis", "")
            .replace("veiligheidsafspraken", "")
            .replace("veiligheidshuis", "");
        for word in ["veilig", "mogelijk", "misschien", "wellicht", "waarschijnlijk", "risico", "gevaarloos"]
        {
            if own.contains(word) {
                add(Rule::Promise(word), said);
            }
        }
    }
    if passives > 2 {
        add(Rule::Passives, ours);
    }
    found
}

/// What is read in one go. The stop in `artikel 4.1.1` ends nothing.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['!', '?', ':', ';', '\u{2026}'])
        .flat_map(|it| it.split(". "))
        .map(|it| it.trim().trim_end_matches('.'))
        .filter(|it| !it.is_empty())
}

/// A text with `X` for each name between single quotation marks, and those names.
fn quoted_names(ours: &str) -> (String, Vec<String>) {
    let (mut around, mut within) = (String::new(), Vec::new());
    let mut rest = ours;
    while let Some((before, after)) = rest.split_once('‘') {
        let Some((name, after)) = after.split_once('’') else { break };
        around.push_str(before);
        around.push('X');
        within.push(name.to_owned());
        rest = after;
    }
    around.push_str(rest);
    (around, within)
}

fn is_between(it: char) -> bool {
    it.is_whitespace() || "(),;".contains(it)
}

/// A word without what stands around it.
fn core(token: &str) -> &str {
    token.trim_matches(|it: char| !it.is_alphanumeric())
}

/// A code, or the number of a measure.
fn is_code(core: &str) -> bool {
    let count = |is: fn(char) -> bool| core.chars().filter(|it| is(*it)).count();
    let [capitals, letters] = [count(char::is_uppercase), count(char::is_alphabetic)];
    core.starts_with("AFW-") || (capitals == 1 && letters == 1 && count(|it| it.is_ascii_digit()) == 2)
}

/// What shows without reading the sentence: numbers, codes, pseudonyms, stops.
fn marks(ours: &str, explained: &str, page: &RecordPage, paragraph: &Paragraph<'_>) -> Vec<Rule> {
    let mut rules = Vec::new();
    let outside = paragraph.section != "herkomst" && paragraph.section != "wie-is-wie";
    for token in ours.split(is_between) {
        let core = core(token);
        let digits = core.chars().filter(char::is_ascii_digit).count();
        if outside && digits == 8 && core.matches('-').count() == 2 {
            rules.push(Rule::DayInNumbers);
        }
        let capitals = core.chars().filter(|it| it.is_uppercase()).count();
        let letters = core.chars().filter(|it| it.is_alphabetic()).count();
        if capitals > 1 && capitals == letters && !occurs(explained, &core.to_lowercase()) {
            rules.push(Rule::Abbreviation(core.to_owned()));
        }
        if is_code(core) || token.contains('{') {
            rules.push(Rule::Code(core.to_owned()));
        }
    }
    if outside {
        let small = ours.to_lowercase();
        let ids = page_people(page).into_iter().filter(|id| id.chars().any(|it| it.is_ascii_digit()));
        rules.extend(ids.filter(|id| occurs(&small, &id.to_lowercase())).map(Rule::Pseudonym));
    }
    let starts_small = paragraph.section != "wie-is-wie"
        && !paragraph.is_cell
        && ours
            .trim_start_matches(|it: char| !it.is_alphabetic())
            .chars()
            .next()
            .is_some_and(char::is_lowercase)
        && ours.trim_start().starts_with(char::is_alphabetic);
    if ours.contains("..")
        || ours.contains(":.")
        || ours.contains(" .")
        || ours.contains("  ")
        || starts_small
    {
        rules.push(Rule::Punctuation);
    }
    rules
}

/// Everyone whom a page names, by pseudonym.
fn page_people(page: &RecordPage) -> BTreeSet<String> {
    let spans = page.spans();
    let people = spans.iter().filter_map(|span| match span {
        PageSpan::Person { person, .. } => Some(person.to_string()),
        _ => None,
    });
    people.collect()
}

/// A stretch of running text, with where it stands.
struct Paragraph<'a> {
    section: &'a str,
    spans: Vec<PageSpan>,
    /// A cell of a table, or what stands in a list below a name: no whole sentence.
    is_cell: bool,
}

fn paragraphs(page: &RecordPage) -> Vec<Paragraph<'_>> {
    fn of_item<'a>(section: &'a str, item: &PageItem, all: &mut Vec<Paragraph<'a>>) {
        // What somebody finds is listed under their name, by question.
        let is_question = matches!(item.text.first(), Some(PageSpan::Text(it)) if it.starts_with('‘'));
        all.push(Paragraph { section, spans: item.text.clone(), is_cell: is_question });
        item.below.iter().for_each(|below| of_item(section, below, all));
    }
    let plain = |section, spans| Paragraph { section, spans, is_cell: false };
    let mut all: Vec<Paragraph<'_>> = vec![plain("titel", vec![PageSpan::Text(page.title.clone())])];
    all.extend(page.first.iter().map(|said| plain("eerst", said.clone())));
    for section in page.sections.iter().filter(|it| it.id != "woorden") {
        let id = section.id.as_str();
        all.push(plain(id, vec![PageSpan::Text(section.title.clone())]));
        for block in &section.blocks {
            match block {
                PageBlock::Paragraph(said) => all.push(plain(id, said.clone())),
                PageBlock::List(items) => items.iter().for_each(|item| of_item(id, item, &mut all)),
                PageBlock::Table(table) => {
                    all.push(plain(id, vec![PageSpan::Text(table.caption.clone())]));
                    for cell in table.rows.iter().flatten() {
                        all.push(Paragraph { section: id, spans: cell.clone(), is_cell: true });
                    }
                }
            }
        }
    }
    all
}

/// Our own words: a quote ends a sentence, a person is what they are called.
fn flat(spans: &[PageSpan]) -> String {
    let mut text = String::new();
    for span in spans {
        match span {
            PageSpan::Text(it) | PageSpan::Strong(it) => text.push_str(it),
            PageSpan::Person { called, .. } => {
                let name = called.split_once(" (").map_or(called.as_str(), |(name, _)| name);
                text.push_str(name);
            }
            PageSpan::Quote { .. } | PageSpan::Erased { .. } | PageSpan::Withheld { .. } => {
                text.push('\u{2026}')
            }
            PageSpan::Code(_) => text.push('X'),
            PageSpan::Entries(_) => {}
        }
    }
    text
}

/// Names of the law and lists of people as one word each.
fn without_names(ours: &str, names: &[String]) -> String {
    const PEOPLE: &[&str] = &[
        "de Raad voor de Kinderbescherming",
        "de hulpofficier van justitie",
        "de officier van justitie",
        "iemand uit het netwerk",
        "iemand van school",
        "iemand van de politie of justitie",
        "iemand die veel weet van kinderen",
        "een instantie in het buitenland",
        "Burgerlijk Wetboek",
        "Wetboek van Burgerlijke Rechtsvordering",
        "Wet maatschappelijke ondersteuning 2015",
        "Algemene wet bestuursrecht",
        "Wet tijdelijk huisverbod",
    ];
    let mut said = ours.to_owned();
    for name in PEOPLE.iter().map(|it| (*it).to_owned()).chain(names.iter().cloned()) {
        let capital: String =
            name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect();
        said = said.replace(&name, "X").replace(&capital, "X");
    }
    // A list is one thing to read.
    for role in ROLES {
        let capital: String =
            role.chars().take(1).flat_map(char::to_uppercase).chain(role.chars().skip(1)).collect();
        said = said.replace(role, "X").replace(&capital, "X");
    }
    said = said.replace(" en X", ", X").replace(" of X", ", X");
    while said.contains("X, X") {
        said = said.replace("X, X", "X");
    }
    said
}

/// What a page for a family calls people.
const ROLES: &[&str] = &[
    "het Zorg- en Veiligheidshuis",
    "de verpleegkundige",
    "de gemeenteraad",
    "iemand anders",
    "de inspectie",
    "het lokale team",
    "de gedragswetenschapper",
    "de jeugdhulpaanbieder",
    "de jeugdbescherming",
    "de bijzondere curator",
    "de vertrouwenspersoon",
    "de cliëntondersteuner",
    "de kinderrechter",
    "de pleegouder",
    "de stiefouder",
    "opa of oma",
    "de volwassene",
    "het gerechtshof",
    "de burgemeester",
    "de rechtbank",
    "de Hoge Raad",
    "Veilig Thuis",
    "de gemeente",
    "de advocaat",
    "de politie",
    "de moeder",
    "de vader",
    "de ouder",
    "het kind",
    "de voogd",
    "de arts",
];

fn section_text(page: &RecordPage, id: &str) -> String {
    let mut text = String::new();
    for section in page.sections.iter().filter(|it| it.id == id) {
        for block in &section.blocks {
            if let PageBlock::List(items) = block {
                for item in items {
                    text.push_str(&flat(&item.text));
                    text.push('\n');
                }
            }
        }
    }
    text.to_lowercase()
}

/// Whether a word begins somewhere in a text; both in small letters.
fn occurs(text: &str, word: &str) -> bool {
    !word.is_empty()
        && text.match_indices(word).any(|(at, _)| {
            text.get(..at).and_then(|it| it.chars().next_back()).is_none_or(|it| !it.is_alphanumeric())
        })
}
