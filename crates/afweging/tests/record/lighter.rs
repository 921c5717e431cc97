//! Part 8: one line per option, with what was answered, by whom and when; a class stands together.

use afweging::{Candidate, Event, Language, PageBlock, Reader, assess};

use crate::{pack, readers, records};

#[test]
fn each_option_has_a_line_of_its_own() {
    let (mut options, mut classes) = (0, 0);
    for (example, dossier, record) in records() {
        let assessment = assess(&dossier, pack(), record.receipt.at);
        let candidates = &assessment.step(&record.step).unwrap().candidates;
        let is_class =
            |of: &[Candidate]| of.len() > 1 && of.iter().all(|it| matches!(it, Candidate::Measure { .. }));
        let wanted: usize =
            candidates.iter().map(|it| if is_class(&it.one_of) { it.one_of.len() } else { 1 }).sum();
        let wanted_classes = candidates.iter().filter(|it| is_class(&it.one_of)).count();
        for (name, reader) in readers(&record) {
            if matches!(reader, Reader::Child(..)) {
                continue;
            }
            for language in [Language::Nl, Language::En] {
                let page = record.page(&reader, language).unwrap();
                let part = page.sections.iter().find(|it| it.id == "deel-8").unwrap();
                let tables: Vec<_> = part
                    .blocks
                    .iter()
                    .filter_map(|block| match block {
                        PageBlock::Table(table) => Some(table),
                        _ => None,
                    })
                    .collect();
                let rows: Vec<_> = tables.iter().flat_map(|it| &it.rows).collect();
                assert_eq!(rows.len(), wanted, "{example} {} {name}", record.step);
                let word = if language == Language::Nl { "even zwaar" } else { "just as intrusive" };
                let of_class = tables.iter().filter(|it| it.caption.contains(word)).count();
                assert_eq!(of_class, wanted_classes, "{example} {} {name}", record.step);
                for row in rows {
                    assert!(row.len() == 4 && row.iter().all(|cell| !cell.is_empty()), "{row:?}");
                }
            }
        }
        options += wanted;
        classes += wanted_classes;
    }
    assert!(options > 60 && classes > 3, "{options} {classes}");
}

/// Who answered and on which day are those of the entry that names the option; one that no answer names has neither.
#[test]
fn an_answer_is_told_only_of_the_options_that_it_names() {
    use afweging::{AnswerWord, Telling};
    let (mut named, mut by_class) = (0, 0);
    for (example, dossier, record) in records() {
        for line in record.lines() {
            let Telling::CandidateClass { .. } = line.tells else { continue };
            for option in &line.below {
                let Telling::Candidate { label, answer, by, on, .. } = &option.tells else {
                    panic!("{option:?}")
                };
                let (Some(by), Some(on)) = (by, on) else {
                    assert!(matches!(answer, AnswerWord::ByItsClass | AnswerWord::Unanswered), "{option:?}");
                    by_class += usize::from(*answer == AnswerWord::ByItsClass);
                    continue;
                };
                let entry = dossier.entry(option.because[0]).unwrap();
                let Event::CandidatesAnswered(answered) = &entry.event else { panic!("{example} {entry:?}") };
                assert!(entry.by == *by && entry.occurred == *on, "{example}");
                let label = &label.as_ref().unwrap().nl;
                let names_it = answered.candidates.iter().any(|it| match it {
                    Candidate::Measure { measure, .. } => label.contains(&format!("({measure})")),
                    _ => false,
                });
                assert!(names_it, "{example} {label}: {:?}", answered.candidates);
                named += 1;
            }
        }
    }
    assert!(named > 3 && by_class > 3, "{named} {by_class}");
}
